-- META-ELEMENT: {"type": "header"}
-- ssd_cla_episodes for Liquid Logic on SQL Server (2012 or later), for reading: the script that is run is liquid_logic.sqlserver.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_episodes"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_cla_episodes', N'U') IS NULL
CREATE TABLE ssd_cla_episodes (
  clae_cla_episode_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"CLAE001A"}
  clae_person_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"CLAE002A"}
  clae_cla_episode_start_date datetime NULL, -- metadata={"item_ref":"CLAE003A"}
  clae_cla_episode_start_reason nvarchar(100) NULL, -- metadata={"item_ref":"CLAE004A"}
  clae_cla_primary_need_code nvarchar(3) NULL, -- metadata={"item_ref":"CLAE009A"}
  clae_cla_episode_ceased_date datetime NULL, -- metadata={"item_ref":"CLAE005A"}
  clae_cla_episode_ceased_reason nvarchar(255) NULL, -- metadata={"item_ref":"CLAE006A"}
  clae_cla_id nvarchar(48) NULL, -- metadata={"item_ref":"CLAE010A"}
  clae_referral_id nvarchar(48) NULL, -- metadata={"item_ref":"CLAE011A"}
  clae_cla_placement_id nvarchar(48) NULL, -- metadata={"item_ref":"CLAE013A"}
  clae_entered_care_date datetime NULL, -- metadata={"item_ref":"CLAE014A"}
  clae_cla_last_iro_contact_date datetime NULL, -- metadata={"item_ref":"CLAE012A"}
  CONSTRAINT pk_ssd_cla_episodes PRIMARY KEY (clae_cla_episode_id)
);
-- META-ELEMENT: {"type": "insert_data"}
INSERT INTO ssd_cla_episodes (
  clae_cla_episode_id, -- metadata={"item_ref":"CLAE001A"}
  clae_person_id, -- metadata={"item_ref":"CLAE002A"}
  clae_cla_episode_start_date, -- metadata={"item_ref":"CLAE003A"}
  clae_cla_episode_start_reason, -- metadata={"item_ref":"CLAE004A"}
  clae_cla_primary_need_code, -- metadata={"item_ref":"CLAE009A"}
  clae_cla_episode_ceased_date, -- metadata={"item_ref":"CLAE005A"}
  clae_cla_episode_ceased_reason, -- metadata={"item_ref":"CLAE006A"}
  clae_cla_id, -- metadata={"item_ref":"CLAE010A"}
  clae_referral_id, -- metadata={"item_ref":"CLAE011A"}
  clae_cla_placement_id, -- metadata={"item_ref":"CLAE013A"}
  clae_entered_care_date, -- metadata={"item_ref":"CLAE014A"}
  clae_cla_last_iro_contact_date -- metadata={"item_ref":"CLAE012A"}
)
SELECT
  CAST(fce.[FACT_CARE_EPISODES_ID] AS nvarchar(30)), -- clae_cla_episode_id
  CAST(fce.[DIM_PERSON_ID] AS nvarchar(30)), -- clae_person_id
  fce.[CARE_START_DATE], -- clae_cla_episode_start_date
  LEFT(NULLIF(RTRIM(fce.[CARE_REASON_DESC]), N''), 100), -- clae_cla_episode_start_reason
  LEFT(NULLIF(RTRIM(fce.[CIN_903_CODE]), N''), 3), -- clae_cla_primary_need_code
  fce.[CARE_END_DATE], -- clae_cla_episode_ceased_date
  LEFT(NULLIF(RTRIM(fce.[CARE_REASON_END_DESC]), N''), 255), -- clae_cla_episode_ceased_reason
  CAST(fc.[FACT_CLA_ID] AS nvarchar(30)), -- clae_cla_id
  CAST(fc.[FACT_REFERRAL_ID] AS nvarchar(30)), -- clae_referral_id
  CAST(fce.[FACT_CLA_PLACEMENT_ID] AS nvarchar(30)), -- clae_cla_placement_id
  fc.[START_DTTM], -- clae_entered_care_date
  (SELECT MAX(cn.[EVENT_DTTM]) FROM [HDM].[Child_Social].[FACT_CASENOTES] AS cn WHERE cn.[DIM_PERSON_ID] = fce.[DIM_PERSON_ID] AND cn.[DIM_LOOKUP_CASNT_TYPE_ID_CODE] = N'IRO') -- clae_cla_last_iro_contact_date
FROM [HDM].[Child_Social].[FACT_CARE_EPISODES] AS fce
INNER JOIN [HDM].[Child_Social].[FACT_CLA] AS fc ON fc.[FACT_CLA_ID] = fce.[FACT_CLA_ID]
WHERE (fce.[CARE_END_DATE] >= @ssd_window_start OR fce.[CARE_END_DATE] IS NULL)
  AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(fce.[DIM_PERSON_ID] AS nvarchar(30)))
  AND fce.[FACT_CARE_EPISODES_ID] IS NOT NULL
  AND fce.[DIM_PERSON_ID] IS NOT NULL;
-- META-ELEMENT: {"type": "create_fk"}
IF NOT EXISTS (SELECT 1 FROM sys.foreign_keys WHERE parent_object_id = OBJECT_ID(N'ssd_cla_episodes', N'U') AND name = N'fk_ssd_cla_episodes_clae_person_id')
ALTER TABLE ssd_cla_episodes ADD CONSTRAINT fk_ssd_cla_episodes_clae_person_id FOREIGN KEY (clae_person_id) REFERENCES ssd_person (pers_person_id);
-- not enforced: clae_referral_id to ssd_cin_episodes.cine_referral_id, an extract keeps six years, so the parent row may be absent
-- not enforced: clae_cla_placement_id to ssd_cla_placement.clap_cla_placement_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_cla_episodes', N'U') AND name = N'ix_ssd_cla_episodes_clae_person_id')
CREATE INDEX ix_ssd_cla_episodes_clae_person_id ON ssd_cla_episodes (clae_person_id);
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_cla_episodes', N'U') AND name = N'ix_ssd_cla_episodes_clae_referral_id')
CREATE INDEX ix_ssd_cla_episodes_clae_referral_id ON ssd_cla_episodes (clae_referral_id);
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_cla_episodes', N'U') AND name = N'ix_ssd_cla_episodes_clae_cla_placement_id')
CREATE INDEX ix_ssd_cla_episodes_clae_cla_placement_id ON ssd_cla_episodes (clae_cla_placement_id);
-- META-ELEMENT: {"type": "count_orphans"}
SELECT N'ssd_cla_episodes.clae_referral_id' AS reference, COUNT(*) AS orphans FROM ssd_cla_episodes AS child WHERE child.clae_referral_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_cin_episodes AS parent WHERE parent.cine_referral_id = child.clae_referral_id);
SELECT N'ssd_cla_episodes.clae_cla_placement_id' AS reference, COUNT(*) AS orphans FROM ssd_cla_episodes AS child WHERE child.clae_cla_placement_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_cla_placement AS parent WHERE parent.clap_cla_placement_id = child.clae_cla_placement_id);
GO
