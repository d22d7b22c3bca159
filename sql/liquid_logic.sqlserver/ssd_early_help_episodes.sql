-- META-ELEMENT: {"type": "header"}
-- ssd_early_help_episodes for Liquid Logic on SQL Server (2012 or later), for reading: the script that is run is liquid_logic.sqlserver.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_early_help_episodes"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_early_help_episodes', N'U') IS NULL
CREATE TABLE ssd_early_help_episodes (
  earl_episode_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"EARL001A"}
  earl_person_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"EARL002A"}
  earl_episode_start_date datetime NULL, -- metadata={"item_ref":"EARL003A"}
  earl_episode_end_date datetime NULL, -- metadata={"item_ref":"EARL004A"}
  earl_episode_reason nvarchar(100) NULL, -- metadata={"item_ref":"EARL005A"}
  earl_episode_end_reason nvarchar(100) NULL, -- metadata={"item_ref":"EARL006A"}
  earl_episode_organisation nvarchar(100) NULL, -- metadata={"item_ref":"EARL007A"}
  earl_episode_worker_id nvarchar(48) NULL, -- metadata={"item_ref":"EARL008A"}
  CONSTRAINT pk_ssd_early_help_episodes PRIMARY KEY (earl_episode_id)
);
-- META-ELEMENT: {"type": "insert_data"}
INSERT INTO ssd_early_help_episodes (
  earl_episode_id, -- metadata={"item_ref":"EARL001A"}
  earl_person_id, -- metadata={"item_ref":"EARL002A"}
  earl_episode_start_date, -- metadata={"item_ref":"EARL003A"}
  earl_episode_end_date, -- metadata={"item_ref":"EARL004A"}
  earl_episode_reason, -- metadata={"item_ref":"EARL005A"}
  earl_episode_end_reason, -- metadata={"item_ref":"EARL006A"}
  earl_episode_organisation -- metadata={"item_ref":"EARL007A"}
  -- earl_episode_worker_id is not held: placeholder
)
SELECT
  CAST(cafe.[FACT_CAF_EPISODE_ID] AS nvarchar(30)), -- earl_episode_id
  CAST(cafe.[DIM_PERSON_ID] AS nvarchar(30)), -- earl_person_id
  cafe.[EPISODE_START_DTTM], -- earl_episode_start_date
  cafe.[EPISODE_END_DTTM], -- earl_episode_end_date
  LEFT(NULLIF(RTRIM(cafe.[START_REASON]), N''), 100), -- earl_episode_reason
  LEFT(NULLIF(RTRIM(cafe.[DIM_LOOKUP_CAF_EP_ENDRSN_ID_CODE]), N''), 100), -- earl_episode_end_reason
  LEFT(NULLIF(RTRIM(cafe.[DIM_LOOKUP_ORIGINATING_ORGANISATION_CODE]), N''), 100) -- earl_episode_organisation
FROM [HDM].[Child_Social].[FACT_CAF_EPISODE] AS cafe
WHERE (cafe.[EPISODE_END_DTTM] >= @ssd_window_start OR cafe.[EPISODE_END_DTTM] IS NULL)
  AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(cafe.[DIM_PERSON_ID] AS nvarchar(30)))
  AND cafe.[FACT_CAF_EPISODE_ID] IS NOT NULL
  AND cafe.[DIM_PERSON_ID] IS NOT NULL;
-- META-ELEMENT: {"type": "create_fk"}
IF NOT EXISTS (SELECT 1 FROM sys.foreign_keys WHERE parent_object_id = OBJECT_ID(N'ssd_early_help_episodes', N'U') AND name = N'fk_ssd_early_help_episodes_earl_person_id')
ALTER TABLE ssd_early_help_episodes ADD CONSTRAINT fk_ssd_early_help_episodes_earl_person_id FOREIGN KEY (earl_person_id) REFERENCES ssd_person (pers_person_id);
-- not enforced: earl_episode_worker_id to ssd_professionals.prof_professional_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_early_help_episodes', N'U') AND name = N'ix_ssd_early_help_episodes_earl_person_id')
CREATE INDEX ix_ssd_early_help_episodes_earl_person_id ON ssd_early_help_episodes (earl_person_id);
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_early_help_episodes', N'U') AND name = N'ix_ssd_early_help_episodes_earl_episode_worker_id')
CREATE INDEX ix_ssd_early_help_episodes_earl_episode_worker_id ON ssd_early_help_episodes (earl_episode_worker_id);
-- META-ELEMENT: {"type": "count_orphans"}
SELECT N'ssd_early_help_episodes.earl_episode_worker_id' AS reference, COUNT(*) AS orphans FROM ssd_early_help_episodes AS child WHERE child.earl_episode_worker_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_professionals AS parent WHERE parent.prof_professional_id = child.earl_episode_worker_id);
GO
