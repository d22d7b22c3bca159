-- META-ELEMENT: {"type": "header"}
-- ssd_missing for Liquid Logic on SQL Server (2012 or later), for reading: the script that is run is liquid_logic.sqlserver.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_missing"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_missing', N'U') IS NULL
CREATE TABLE ssd_missing (
  miss_table_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"MISS001A"}
  miss_person_id nvarchar(48) NULL, -- metadata={"item_ref":"MISS002A"}
  miss_missing_episode_start_date datetime NULL, -- metadata={"item_ref":"MISS003A"}
  miss_missing_episode_type nvarchar(100) NULL, -- metadata={"item_ref":"MISS004A"}
  miss_missing_episode_end_date datetime NULL, -- metadata={"item_ref":"MISS005A"}
  miss_missing_rhi_offered nvarchar(2) NULL, -- metadata={"item_ref":"MISS006A"}
  miss_missing_rhi_accepted nvarchar(2) NULL, -- metadata={"item_ref":"MISS007A"}
  CONSTRAINT pk_ssd_missing PRIMARY KEY (miss_table_id)
);
-- META-ELEMENT: {"type": "insert_data"}
INSERT INTO ssd_missing (
  miss_table_id, -- metadata={"item_ref":"MISS001A"}
  miss_person_id, -- metadata={"item_ref":"MISS002A"}
  miss_missing_episode_start_date, -- metadata={"item_ref":"MISS003A"}
  miss_missing_episode_type, -- metadata={"item_ref":"MISS004A"}
  miss_missing_episode_end_date, -- metadata={"item_ref":"MISS005A"}
  miss_missing_rhi_offered, -- metadata={"item_ref":"MISS006A"}
  miss_missing_rhi_accepted -- metadata={"item_ref":"MISS007A"}
)
SELECT
  CAST(fmp.[FACT_MISSING_PERSON_ID] AS nvarchar(30)), -- miss_table_id
  CAST(fmp.[DIM_PERSON_ID] AS nvarchar(30)), -- miss_person_id
  fmp.[START_DTTM], -- miss_missing_episode_start_date
  LEFT(NULLIF(RTRIM(fmp.[MISSING_STATUS]), N''), 100), -- miss_missing_episode_type
  fmp.[END_DTTM], -- miss_missing_episode_end_date
  CASE UPPER(fmp.[RETURN_INTERVIEW_OFFERED]) WHEN N'YES' THEN N'Y' WHEN N'NO' THEN N'N' WHEN N'NA' THEN N'NA' END, -- miss_missing_rhi_offered
  CASE UPPER(fmp.[RETURN_INTERVIEW_ACCEPTED]) WHEN N'YES' THEN N'Y' WHEN N'NO' THEN N'N' WHEN N'NA' THEN N'NA' END -- miss_missing_rhi_accepted
FROM [HDM].[Child_Social].[FACT_MISSING_PERSON] AS fmp
WHERE (fmp.[END_DTTM] >= @ssd_window_start OR fmp.[END_DTTM] IS NULL)
  AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(fmp.[DIM_PERSON_ID] AS nvarchar(30)))
  AND fmp.[FACT_MISSING_PERSON_ID] IS NOT NULL;
-- META-ELEMENT: {"type": "create_fk"}
IF NOT EXISTS (SELECT 1 FROM sys.foreign_keys WHERE parent_object_id = OBJECT_ID(N'ssd_missing', N'U') AND name = N'fk_ssd_missing_miss_person_id')
ALTER TABLE ssd_missing ADD CONSTRAINT fk_ssd_missing_miss_person_id FOREIGN KEY (miss_person_id) REFERENCES ssd_person (pers_person_id);
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_missing', N'U') AND name = N'ix_ssd_missing_miss_person_id')
CREATE INDEX ix_ssd_missing_miss_person_id ON ssd_missing (miss_person_id);
GO
