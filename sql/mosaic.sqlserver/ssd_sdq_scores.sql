-- META-ELEMENT: {"type": "header"}
-- ssd_sdq_scores for Mosaic on SQL Server (2012 or later), for reading: the script that is run is mosaic.sqlserver.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_sdq_scores"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_sdq_scores', N'U') IS NULL
CREATE TABLE ssd_sdq_scores (
  csdq_table_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"CSDQ001A"}
  csdq_person_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"CSDQ002A"}
  csdq_sdq_completed_date datetime NULL, -- metadata={"item_ref":"CSDQ003A"}
  csdq_sdq_reason nvarchar(100) NULL, -- metadata={"item_ref":"CSDQ004A"}
  csdq_sdq_score nvarchar(100) NULL, -- metadata={"item_ref":"CSDQ005A"}
  CONSTRAINT pk_ssd_sdq_scores PRIMARY KEY (csdq_table_id)
);
-- META-ELEMENT: {"type": "insert_data"}
INSERT INTO ssd_sdq_scores (
  csdq_table_id, -- metadata={"item_ref":"CSDQ001A"}
  csdq_person_id, -- metadata={"item_ref":"CSDQ002A"}
  csdq_sdq_completed_date, -- metadata={"item_ref":"CSDQ003A"}
  csdq_sdq_reason, -- metadata={"item_ref":"CSDQ004A"}
  csdq_sdq_score -- metadata={"item_ref":"CSDQ005A"}
)
SELECT
  CAST(hasm.[HEALTH_ID] AS nvarchar(30)), -- csdq_table_id
  CAST(hasm.[PERSON_ID] AS nvarchar(30)), -- csdq_person_id
  hasm.[HEALTH_ASSESSMENT_DATE], -- csdq_sdq_completed_date
  LEFT(NULLIF(RTRIM(hasm.[SDQ_REASON]), N''), 100), -- csdq_sdq_reason
  CAST(hasm.[SDQ_SCORE] AS nvarchar(30)) -- csdq_sdq_score
FROM [DM_HEALTH_ASSESSMENTS] AS hasm
WHERE (hasm.[SDQ_COMPLETED] = N'Y' OR hasm.[SDQ_REASON] IS NOT NULL)
  AND hasm.[HEALTH_ASSESSMENT_DATE] < DATEADD(day, 1, @ssd_today)
  AND (hasm.[HEALTH_ASSESSMENT_DATE] >= @ssd_window_start OR hasm.[HEALTH_ASSESSMENT_DATE] IS NULL)
  AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(hasm.[PERSON_ID] AS nvarchar(30)))
  AND hasm.[HEALTH_ID] IS NOT NULL
  AND hasm.[PERSON_ID] IS NOT NULL;
-- META-ELEMENT: {"type": "create_fk"}
IF NOT EXISTS (SELECT 1 FROM sys.foreign_keys WHERE parent_object_id = OBJECT_ID(N'ssd_sdq_scores', N'U') AND name = N'fk_ssd_sdq_scores_csdq_person_id')
ALTER TABLE ssd_sdq_scores ADD CONSTRAINT fk_ssd_sdq_scores_csdq_person_id FOREIGN KEY (csdq_person_id) REFERENCES ssd_person (pers_person_id);
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_sdq_scores', N'U') AND name = N'ix_ssd_sdq_scores_csdq_person_id')
CREATE INDEX ix_ssd_sdq_scores_csdq_person_id ON ssd_sdq_scores (csdq_person_id);
GO
