-- META-ELEMENT: {"type": "header"}
-- ssd_cla_convictions for Liquid Logic on SQL Server (2012 or later), for reading: the script that is run is liquid_logic.sqlserver.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_convictions"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_cla_convictions', N'U') IS NULL
CREATE TABLE ssd_cla_convictions (
  clac_cla_conviction_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"CLAC001A"}
  clac_person_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"CLAC002A"}
  clac_cla_conviction_date datetime NULL, -- metadata={"item_ref":"CLAC003A"}
  clac_cla_conviction_offence nvarchar(1000) NULL, -- metadata={"item_ref":"CLAC004A"}
  CONSTRAINT pk_ssd_cla_convictions PRIMARY KEY (clac_cla_conviction_id)
);
-- META-ELEMENT: {"type": "insert_data"}
INSERT INTO ssd_cla_convictions (
  clac_cla_conviction_id, -- metadata={"item_ref":"CLAC001A"}
  clac_person_id, -- metadata={"item_ref":"CLAC002A"}
  clac_cla_conviction_date, -- metadata={"item_ref":"CLAC003A"}
  clac_cla_conviction_offence -- metadata={"item_ref":"CLAC004A"}
)
SELECT
  CAST(fo.[FACT_OFFENCE_ID] AS nvarchar(30)), -- clac_cla_conviction_id
  CAST(fo.[DIM_PERSON_ID] AS nvarchar(30)), -- clac_person_id
  fo.[OFFENCE_DTTM], -- clac_cla_conviction_date
  LEFT(NULLIF(RTRIM(fo.[DESCRIPTION]), N''), 1000) -- clac_cla_conviction_offence
FROM [HDM].[Child_Social].[FACT_OFFENCE] AS fo
WHERE EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(fo.[DIM_PERSON_ID] AS nvarchar(30)))
  AND fo.[FACT_OFFENCE_ID] IS NOT NULL
  AND fo.[DIM_PERSON_ID] IS NOT NULL;
-- META-ELEMENT: {"type": "create_fk"}
IF NOT EXISTS (SELECT 1 FROM sys.foreign_keys WHERE parent_object_id = OBJECT_ID(N'ssd_cla_convictions', N'U') AND name = N'fk_ssd_cla_convictions_clac_person_id')
ALTER TABLE ssd_cla_convictions ADD CONSTRAINT fk_ssd_cla_convictions_clac_person_id FOREIGN KEY (clac_person_id) REFERENCES ssd_person (pers_person_id);
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_cla_convictions', N'U') AND name = N'ix_ssd_cla_convictions_clac_person_id')
CREATE INDEX ix_ssd_cla_convictions_clac_person_id ON ssd_cla_convictions (clac_person_id);
GO
