-- META-ELEMENT: {"type": "header"}
-- ssd_ehcp_named_plan for Liquid Logic on SQL Server (2012 or later), for reading: the script that is run is liquid_logic.sqlserver.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_ehcp_named_plan"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_ehcp_named_plan', N'U') IS NULL
CREATE TABLE ssd_ehcp_named_plan (
  ehcn_named_plan_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"EHCN001A"}
  ehcn_ehcp_asmt_id nvarchar(48) NULL, -- metadata={"item_ref":"EHCN002A"}
  ehcn_named_plan_start_date datetime NULL, -- metadata={"item_ref":"EHCN003A"}
  ehcn_named_plan_ceased_date datetime NULL, -- metadata={"item_ref":"EHCN004A"}
  ehcn_named_plan_ceased_reason nvarchar(100) NULL, -- metadata={"item_ref":"EHCN005A"}
  CONSTRAINT pk_ssd_ehcp_named_plan PRIMARY KEY (ehcn_named_plan_id)
);
-- META-ELEMENT: {"type": "insert_data"}
-- not loaded: liquid_logic does not hold it, placeholder
-- META-ELEMENT: {"type": "create_fk"}
-- not enforced: ehcn_ehcp_asmt_id to ssd_ehcp_assessment.ehca_ehcp_assessment_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_ehcp_named_plan', N'U') AND name = N'ix_ssd_ehcp_named_plan_ehcn_ehcp_asmt_id')
CREATE INDEX ix_ssd_ehcp_named_plan_ehcn_ehcp_asmt_id ON ssd_ehcp_named_plan (ehcn_ehcp_asmt_id);
GO
