-- META-ELEMENT: {"type": "header"}
-- ssd_s251_finance for Liquid Logic on SQL Server (2012 or later), for reading: the script that is run is liquid_logic.sqlserver.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_s251_finance"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_s251_finance', N'U') IS NULL
CREATE TABLE ssd_s251_finance (
  s251_table_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"S251001A"}
  s251_cla_placement_id nvarchar(48) NULL, -- metadata={"item_ref":"S251002A"}
  s251_placeholder_1 nvarchar(48) NULL, -- metadata={"item_ref":"S251003A"}
  s251_placeholder_2 nvarchar(48) NULL, -- metadata={"item_ref":"S251004A"}
  s251_placeholder_3 nvarchar(48) NULL, -- metadata={"item_ref":"S251005A"}
  s251_placeholder_4 nvarchar(48) NULL, -- metadata={"item_ref":"S251006A"}
  CONSTRAINT pk_ssd_s251_finance PRIMARY KEY (s251_table_id)
);
-- META-ELEMENT: {"type": "insert_data"}
-- not loaded: liquid_logic does not hold it, placeholder
-- META-ELEMENT: {"type": "create_fk"}
-- not enforced: s251_cla_placement_id to ssd_cla_placement.clap_cla_placement_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_s251_finance', N'U') AND name = N'ix_ssd_s251_finance_s251_cla_placement_id')
CREATE INDEX ix_ssd_s251_finance_s251_cla_placement_id ON ssd_s251_finance (s251_cla_placement_id);
GO
