-- META-ELEMENT: {"type": "header"}
-- ssd_ehcp_assessment for Liquid Logic on SQL Server (2012 or later), for reading: the script that is run is liquid_logic.sqlserver.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_ehcp_assessment"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_ehcp_assessment', N'U') IS NULL
CREATE TABLE ssd_ehcp_assessment (
  ehca_ehcp_assessment_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"EHCA001A"}
  ehca_ehcp_request_id nvarchar(48) NULL, -- metadata={"item_ref":"EHCA002A"}
  ehca_ehcp_assessment_outcome_date datetime NULL, -- metadata={"item_ref":"EHCA003A"}
  ehca_ehcp_assessment_outcome nvarchar(100) NULL, -- metadata={"item_ref":"EHCA004A"}
  ehca_ehcp_assessment_exceptions nvarchar(100) NULL, -- metadata={"item_ref":"EHCA005A"}
  CONSTRAINT pk_ssd_ehcp_assessment PRIMARY KEY (ehca_ehcp_assessment_id)
);
-- META-ELEMENT: {"type": "insert_data"}
-- not loaded: liquid_logic does not hold it, placeholder
-- META-ELEMENT: {"type": "create_fk"}
-- not enforced: ehca_ehcp_request_id to ssd_ehcp_requests.ehcr_ehcp_request_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_ehcp_assessment', N'U') AND name = N'ix_ssd_ehcp_assessment_ehca_ehcp_request_id')
CREATE INDEX ix_ssd_ehcp_assessment_ehca_ehcp_request_id ON ssd_ehcp_assessment (ehca_ehcp_request_id);
GO
