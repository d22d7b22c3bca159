-- META-ELEMENT: {"type": "header"}
-- ssd_immigration_status for Liquid Logic on SQL Server (2012 or later), for reading: the script that is run is liquid_logic.sqlserver.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_immigration_status"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_immigration_status', N'U') IS NULL
CREATE TABLE ssd_immigration_status (
  immi_person_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"IMMI001A"}
  immi_immigration_status_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"IMMI005A"}
  immi_immigration_status nvarchar(100) NULL, -- metadata={"item_ref":"IMMI002A"}
  immi_immigration_status_start_date datetime NULL, -- metadata={"item_ref":"IMMI003A"}
  immi_immigration_status_end_date datetime NULL, -- metadata={"item_ref":"IMMI004A"}
  CONSTRAINT pk_ssd_immigration_status PRIMARY KEY (immi_immigration_status_id)
);
-- META-ELEMENT: {"type": "insert_data"}
INSERT INTO ssd_immigration_status (
  immi_person_id, -- metadata={"item_ref":"IMMI001A"}
  immi_immigration_status_id, -- metadata={"item_ref":"IMMI005A"}
  immi_immigration_status, -- metadata={"item_ref":"IMMI002A"}
  immi_immigration_status_start_date, -- metadata={"item_ref":"IMMI003A"}
  immi_immigration_status_end_date -- metadata={"item_ref":"IMMI004A"}
)
SELECT
  CAST(ims.[DIM_PERSON_ID] AS nvarchar(30)), -- immi_person_id
  CAST(ims.[FACT_IMMIGRATION_STATUS_ID] AS nvarchar(30)), -- immi_immigration_status_id
  LEFT(NULLIF(RTRIM(ims.[DIM_LOOKUP_IMMGR_STATUS_DESC]), N''), 100), -- immi_immigration_status
  ims.[START_DTTM], -- immi_immigration_status_start_date
  ims.[END_DTTM] -- immi_immigration_status_end_date
FROM [HDM].[Child_Social].[FACT_IMMIGRATION_STATUS] AS ims
WHERE EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(ims.[DIM_PERSON_ID] AS nvarchar(30)))
  AND ims.[DIM_PERSON_ID] IS NOT NULL
  AND ims.[FACT_IMMIGRATION_STATUS_ID] IS NOT NULL;
-- META-ELEMENT: {"type": "create_fk"}
IF NOT EXISTS (SELECT 1 FROM sys.foreign_keys WHERE parent_object_id = OBJECT_ID(N'ssd_immigration_status', N'U') AND name = N'fk_ssd_immigration_status_immi_person_id')
ALTER TABLE ssd_immigration_status ADD CONSTRAINT fk_ssd_immigration_status_immi_person_id FOREIGN KEY (immi_person_id) REFERENCES ssd_person (pers_person_id);
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_immigration_status', N'U') AND name = N'ix_ssd_immigration_status_immi_person_id')
CREATE INDEX ix_ssd_immigration_status_immi_person_id ON ssd_immigration_status (immi_person_id);
GO
