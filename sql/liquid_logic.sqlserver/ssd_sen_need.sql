-- META-ELEMENT: {"type": "header"}
-- ssd_sen_need for Liquid Logic on SQL Server (2012 or later), for reading: the script that is run is liquid_logic.sqlserver.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_sen_need"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_sen_need', N'U') IS NULL
CREATE TABLE ssd_sen_need (
  senn_table_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"SENN001A"}
  senn_active_ehcp_id nvarchar(48) NULL, -- metadata={"item_ref":"SENN002A"}
  senn_active_ehcp_need_type nvarchar(100) NULL, -- metadata={"item_ref":"SENN003A"}
  senn_active_ehcp_need_rank nchar(1) NULL, -- metadata={"item_ref":"SENN004A"}
  CONSTRAINT pk_ssd_sen_need PRIMARY KEY (senn_table_id)
);
-- META-ELEMENT: {"type": "insert_data"}
-- not loaded: liquid_logic does not hold it, placeholder
-- META-ELEMENT: {"type": "create_fk"}
-- not enforced: senn_active_ehcp_id to ssd_ehcp_active_plans.ehcp_active_ehcp_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_sen_need', N'U') AND name = N'ix_ssd_sen_need_senn_active_ehcp_id')
CREATE INDEX ix_ssd_sen_need_senn_active_ehcp_id ON ssd_sen_need (senn_active_ehcp_id);
GO
