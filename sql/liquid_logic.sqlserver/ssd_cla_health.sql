-- META-ELEMENT: {"type": "header"}
-- ssd_cla_health for Liquid Logic on SQL Server (2012 or later), for reading: the script that is run is liquid_logic.sqlserver.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_health"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_cla_health', N'U') IS NULL
CREATE TABLE ssd_cla_health (
  clah_health_check_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"CLAH001A"}
  clah_person_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"CLAH002A"}
  clah_health_check_type nvarchar(500) NULL, -- metadata={"item_ref":"CLAH003A"}
  clah_health_check_date datetime NULL, -- metadata={"item_ref":"CLAH004A"}
  clah_health_check_status nvarchar(48) NULL, -- metadata={"item_ref":"CLAH005A"}
  CONSTRAINT pk_ssd_cla_health PRIMARY KEY (clah_health_check_id)
);
-- META-ELEMENT: {"type": "insert_data"}
INSERT INTO ssd_cla_health (
  clah_health_check_id, -- metadata={"item_ref":"CLAH001A"}
  clah_person_id, -- metadata={"item_ref":"CLAH002A"}
  clah_health_check_type, -- metadata={"item_ref":"CLAH003A"}
  clah_health_check_date, -- metadata={"item_ref":"CLAH004A"}
  clah_health_check_status -- metadata={"item_ref":"CLAH005A"}
)
SELECT
  CAST(fhc.[FACT_HEALTH_CHECK_ID] AS nvarchar(30)), -- clah_health_check_id
  CAST(fhc.[DIM_PERSON_ID] AS nvarchar(30)), -- clah_person_id
  LEFT(NULLIF(RTRIM(fhc.[DIM_LOOKUP_EVENT_TYPE_DESC]), N''), 500), -- clah_health_check_type
  fhc.[START_DTTM], -- clah_health_check_date
  LEFT(NULLIF(RTRIM(fhc.[DIM_LOOKUP_EXAM_STATUS_DESC]), N''), 48) -- clah_health_check_status
FROM [HDM].[Child_Social].[FACT_HEALTH_CHECK] AS fhc
WHERE (fhc.[START_DTTM] >= @ssd_window_start OR fhc.[START_DTTM] IS NULL)
  AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(fhc.[DIM_PERSON_ID] AS nvarchar(30)))
  AND fhc.[FACT_HEALTH_CHECK_ID] IS NOT NULL
  AND fhc.[DIM_PERSON_ID] IS NOT NULL;
-- META-ELEMENT: {"type": "create_fk"}
IF NOT EXISTS (SELECT 1 FROM sys.foreign_keys WHERE parent_object_id = OBJECT_ID(N'ssd_cla_health', N'U') AND name = N'fk_ssd_cla_health_clah_person_id')
ALTER TABLE ssd_cla_health ADD CONSTRAINT fk_ssd_cla_health_clah_person_id FOREIGN KEY (clah_person_id) REFERENCES ssd_person (pers_person_id);
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_cla_health', N'U') AND name = N'ix_ssd_cla_health_clah_person_id')
CREATE INDEX ix_ssd_cla_health_clah_person_id ON ssd_cla_health (clah_person_id);
GO
