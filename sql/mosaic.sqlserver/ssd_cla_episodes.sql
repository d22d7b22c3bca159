-- META-ELEMENT: {"type": "header"}
-- ssd_cla_episodes for Mosaic on SQL Server (2012 or later), for reading: the script that is run is mosaic.sqlserver.sql,
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
WITH moved_episodes AS (
  SELECT s.[PERIOD_OF_CARE_ID] AS period_of_care_id, s.[PLACEMENT_ID] AS placement_id, DATEADD(day, DATEDIFF(day, 0, s.[END_DATE]), 0) AS ends, d.[CARER_ID] AS carer_id, l.[LEGAL_STATUS] AS legal_status, p.[PLACEMENT_TYPE] AS placement_type
  FROM [DM_CLA_SUMMARIES] AS s
  INNER JOIN [DM_PLACEMENTS] AS p ON p.[PLACEMENT_ID] = s.[PLACEMENT_ID] AND p.[SPLIT_NUMBER] = s.[PLACEMENT_SPLIT_NUMBER]
  INNER JOIN [DM_LEGAL_STATUSES] AS l ON l.[LEGAL_STATUS_ID] = s.[LEGAL_STATUS_ID]
  LEFT JOIN [DM_PLACEMENT_DETAILS] AS d ON d.[ELEMENT_DETAIL_ID] = s.[ELEMENT_DETAIL_ID] AND d.[SPLIT_NUMBER] = s.[SERVICE_SPLIT_NUMBER]
  WHERE p.[REASON_EPISODE_CEASED] = N'X1'
),
referrals AS (
  SELECT DISTINCT r.[REFERRAL_ID] AS referral_id, r.[PERSON_ID] AS person_id, CONCAT(CAST(r.[REFERRAL_ID] AS nvarchar(30)), N'.', CAST(r.[PERSON_ID] AS nvarchar(30))) AS referral_key, r.[REFERRAL_DATE] AS referral_date, r.[CLOSURE_DATE] AS closure_date
  FROM [DM_CIN_REFERRALS] AS r
),
step_people AS (
  SELECT DISTINCT s.[SUBGROUP_ID] AS subgroup_id, s.[SUBJECT_COMPOUND_ID] AS person_id
  FROM [DM_SUBGROUP_SUBJECTS] AS s
  WHERE s.[SUBJECT_TYPE_CODE] = N'PER'
),
person_steps AS (
  SELECT s.[WORKFLOW_STEP_ID] AS workflow_step_id, p.person_id AS person_id, CONCAT(CAST(s.[WORKFLOW_STEP_ID] AS nvarchar(30)), N'.', CAST(p.person_id AS nvarchar(30))) AS step_key, s.[WORKFLOW_STEP_TYPE_ID] AS workflow_step_type_id, s.[STEP_STATUS] AS step_status, s.[INCOMING_ON] AS incoming_on, s.[STARTED_ON] AS started_on, s.[COMPLETED_ON] AS completed_on, s.[CANCELLED_ON] AS cancelled_on, s.[RESPONSIBLE_TEAM_ID] AS responsible_team_id, s.[ASSIGNEE_ID] AS assignee_id, s.[IS_CHILD_CONTACT] AS is_child_contact, s.[IS_CONTINUOUS_ASSESSMENT] AS is_continuous_assessment, s.[IS_SECTION_47_ENQUIRY] AS is_section_47_enquiry, s.[IS_MISSING_OR_ABSENT] AS is_missing_or_absent, s.[STRATEGY_DISCUSSION_DATE] AS strategy_discussion_date, s.[CP_CONFERENCE_CATEGORY] AS cp_conference_category, s.[CP_CONFERENCE_ACTUAL_DATE] AS cp_conference_actual_date, s.[LAC_REVIEW_CATEGORY] AS lac_review_category, s.[LAC_REVIEW_DATE] AS lac_review_date, s.[LAC_REVIEW_PARTICIPATION_CODE] AS lac_review_participation_code
  FROM [DM_WORKFLOW_STEPS] AS s
  INNER JOIN step_people AS p ON p.subgroup_id = s.[SUBGROUP_ID]
),
iro_contacts AS (
  SELECT p.person_id AS person_id, a.[DATE_ANSWER] AS date_answer
  FROM [DM_FILTER_FORM_ANS] AS a
  INNER JOIN [REPORT_FILTERS] AS f ON f.[ID] = a.[FILTER_ID]
  INNER JOIN person_steps AS p ON p.workflow_step_id = a.[WORKFLOW_STEP_ID] AND (a.[SUBJECT_PERSON_ID] IS NULL OR a.[SUBJECT_PERSON_ID] <= 0 OR a.[SUBJECT_PERSON_ID] = p.person_id)
  WHERE f.[NAME] = N'Child IRO Visit Date'
)
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
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
  picked.clae_cla_episode_id,
  picked.clae_person_id,
  picked.clae_cla_episode_start_date,
  picked.clae_cla_episode_start_reason,
  picked.clae_cla_primary_need_code,
  picked.clae_cla_episode_ceased_date,
  picked.clae_cla_episode_ceased_reason,
  picked.clae_cla_id,
  picked.clae_referral_id,
  picked.clae_cla_placement_id,
  picked.clae_entered_care_date,
  picked.clae_cla_last_iro_contact_date
FROM (
  SELECT
    numbered.clae_cla_episode_id,
    numbered.clae_person_id,
    numbered.clae_cla_episode_start_date,
    numbered.clae_cla_episode_start_reason,
    numbered.clae_cla_primary_need_code,
    numbered.clae_cla_episode_ceased_date,
    numbered.clae_cla_episode_ceased_reason,
    numbered.clae_cla_id,
    numbered.clae_referral_id,
    numbered.clae_cla_placement_id,
    numbered.clae_entered_care_date,
    numbered.clae_cla_last_iro_contact_date,
    ROW_NUMBER() OVER (PARTITION BY numbered.clae_cla_episode_id ORDER BY numbered.ssd_place) AS ssd_key_row
  FROM (
  SELECT
    LEFT(NULLIF(RTRIM(CONCAT(CAST(csum.[LEGAL_STATUS_ID] AS nvarchar(30)), N'.', CAST(csum.[PLACEMENT_ID] AS nvarchar(30)), N'.', CAST(csum.[ELEMENT_DETAIL_ID] AS nvarchar(30)), N'.', CAST((((YEAR(csum.[START_DATE]) * 10000) + (MONTH(csum.[START_DATE]) * 100)) + DAY(csum.[START_DATE])) AS nvarchar(30)))), N''), 48) AS clae_cla_episode_id, -- clae_cla_episode_id
    CAST(csum.[PERSON_ID] AS nvarchar(30)) AS clae_person_id, -- clae_person_id
    csum.[START_DATE] AS clae_cla_episode_start_date, -- clae_cla_episode_start_date
    CASE WHEN plc.[START_DATE] = care.[START_DATE] AND lst.[START_DATE] = care.[START_DATE] THEN N'S' WHEN lst.[START_DATE] > plc.[START_DATE] THEN N'L' WHEN lst.[START_DATE] < plc.[START_DATE] AND bfr.carer_id = det.[CARER_ID] AND bfr.legal_status = lst.[LEGAL_STATUS] AND bfr.placement_type <> plc.[PLACEMENT_TYPE] THEN N'T' WHEN lst.[START_DATE] < plc.[START_DATE] THEN N'P' WHEN bfr.carer_id = det.[CARER_ID] THEN N'U' ELSE N'B' END AS clae_cla_episode_start_reason, -- clae_cla_episode_start_reason
    LEFT(NULLIF(RTRIM(plc.[CATEGORY_OF_NEED]), N''), 3) AS clae_cla_primary_need_code, -- clae_cla_primary_need_code
    csum.[END_DATE] AS clae_cla_episode_ceased_date, -- clae_cla_episode_ceased_date
    LEFT(NULLIF(RTRIM(plc.[REASON_EPISODE_CEASED]), N''), 255) AS clae_cla_episode_ceased_reason, -- clae_cla_episode_ceased_reason
    CAST(csum.[PERIOD_OF_CARE_ID] AS nvarchar(30)) AS clae_cla_id, -- clae_cla_id
    LEFT(NULLIF(RTRIM((SELECT TOP (1) r.referral_key FROM referrals AS r WHERE r.person_id = csum.[PERSON_ID] AND r.referral_date <= COALESCE(csum.[END_DATE], CONVERT(datetime, N'9999-12-31T00:00:00', 126)) AND COALESCE(r.closure_date, CONVERT(datetime, N'9999-12-31T00:00:00', 126)) >= csum.[START_DATE] ORDER BY r.referral_id DESC, r.referral_date DESC, CASE WHEN r.referral_key IS NULL THEN 1 ELSE 0 END, r.referral_key)), N''), 48) AS clae_referral_id, -- clae_referral_id
    CAST(csum.[PLACEMENT_ID] AS nvarchar(30)) AS clae_cla_placement_id, -- clae_cla_placement_id
    care.[START_DATE] AS clae_entered_care_date, -- clae_entered_care_date
    (SELECT MAX(i.date_answer) FROM iro_contacts AS i WHERE i.person_id = csum.[PERSON_ID] AND i.date_answer <= COALESCE(csum.[END_DATE], CONVERT(datetime, N'9999-12-31T00:00:00', 126))) AS clae_cla_last_iro_contact_date, -- clae_cla_last_iro_contact_date
    ROW_NUMBER() OVER (PARTITION BY csum.[LEGAL_STATUS_ID], csum.[PLACEMENT_ID], csum.[ELEMENT_DETAIL_ID], DATEADD(day, DATEDIFF(day, 0, csum.[START_DATE]), 0) ORDER BY csum.[START_DATE] DESC, CASE WHEN csum.[END_DATE] IS NULL THEN 0 ELSE 1 END, csum.[END_DATE] DESC, CASE WHEN csum.[LEGAL_STATUS_ID] IS NULL THEN 1 ELSE 0 END, csum.[LEGAL_STATUS_ID], CASE WHEN csum.[PLACEMENT_ID] IS NULL THEN 1 ELSE 0 END, csum.[PLACEMENT_ID], CASE WHEN csum.[ELEMENT_DETAIL_ID] IS NULL THEN 1 ELSE 0 END, csum.[ELEMENT_DETAIL_ID], CASE WHEN csum.[PERSON_ID] IS NULL THEN 1 ELSE 0 END, csum.[PERSON_ID], CASE WHEN plc.[START_DATE] IS NULL THEN 1 ELSE 0 END, plc.[START_DATE], CASE WHEN care.[START_DATE] IS NULL THEN 1 ELSE 0 END, care.[START_DATE], CASE WHEN lst.[START_DATE] IS NULL THEN 1 ELSE 0 END, lst.[START_DATE], CASE WHEN bfr.carer_id IS NULL THEN 1 ELSE 0 END, bfr.carer_id, CASE WHEN det.[CARER_ID] IS NULL THEN 1 ELSE 0 END, det.[CARER_ID], CASE WHEN bfr.legal_status IS NULL THEN 1 ELSE 0 END, bfr.legal_status, CASE WHEN lst.[LEGAL_STATUS] IS NULL THEN 1 ELSE 0 END, lst.[LEGAL_STATUS], CASE WHEN bfr.placement_type IS NULL THEN 1 ELSE 0 END, bfr.placement_type, CASE WHEN plc.[PLACEMENT_TYPE] IS NULL THEN 1 ELSE 0 END, plc.[PLACEMENT_TYPE], CASE WHEN plc.[CATEGORY_OF_NEED] IS NULL THEN 1 ELSE 0 END, plc.[CATEGORY_OF_NEED], CASE WHEN plc.[REASON_EPISODE_CEASED] IS NULL THEN 1 ELSE 0 END, plc.[REASON_EPISODE_CEASED], CASE WHEN csum.[PERIOD_OF_CARE_ID] IS NULL THEN 1 ELSE 0 END, csum.[PERIOD_OF_CARE_ID]) AS ssd_row,
    ROW_NUMBER() OVER (ORDER BY csum.[START_DATE] DESC, CASE WHEN csum.[END_DATE] IS NULL THEN 0 ELSE 1 END, csum.[END_DATE] DESC, CASE WHEN csum.[LEGAL_STATUS_ID] IS NULL THEN 1 ELSE 0 END, csum.[LEGAL_STATUS_ID], CASE WHEN csum.[PLACEMENT_ID] IS NULL THEN 1 ELSE 0 END, csum.[PLACEMENT_ID], CASE WHEN csum.[ELEMENT_DETAIL_ID] IS NULL THEN 1 ELSE 0 END, csum.[ELEMENT_DETAIL_ID], CASE WHEN csum.[PERSON_ID] IS NULL THEN 1 ELSE 0 END, csum.[PERSON_ID], CASE WHEN plc.[START_DATE] IS NULL THEN 1 ELSE 0 END, plc.[START_DATE], CASE WHEN care.[START_DATE] IS NULL THEN 1 ELSE 0 END, care.[START_DATE], CASE WHEN lst.[START_DATE] IS NULL THEN 1 ELSE 0 END, lst.[START_DATE], CASE WHEN bfr.carer_id IS NULL THEN 1 ELSE 0 END, bfr.carer_id, CASE WHEN det.[CARER_ID] IS NULL THEN 1 ELSE 0 END, det.[CARER_ID], CASE WHEN bfr.legal_status IS NULL THEN 1 ELSE 0 END, bfr.legal_status, CASE WHEN lst.[LEGAL_STATUS] IS NULL THEN 1 ELSE 0 END, lst.[LEGAL_STATUS], CASE WHEN bfr.placement_type IS NULL THEN 1 ELSE 0 END, bfr.placement_type, CASE WHEN plc.[PLACEMENT_TYPE] IS NULL THEN 1 ELSE 0 END, plc.[PLACEMENT_TYPE], CASE WHEN plc.[CATEGORY_OF_NEED] IS NULL THEN 1 ELSE 0 END, plc.[CATEGORY_OF_NEED], CASE WHEN plc.[REASON_EPISODE_CEASED] IS NULL THEN 1 ELSE 0 END, plc.[REASON_EPISODE_CEASED], CASE WHEN csum.[PERIOD_OF_CARE_ID] IS NULL THEN 1 ELSE 0 END, csum.[PERIOD_OF_CARE_ID]) AS ssd_place
  FROM [DM_CLA_SUMMARIES] AS csum
  INNER JOIN [DM_PERIODS_OF_CARE] AS care ON care.[PERIOD_OF_CARE_ID] = csum.[PERIOD_OF_CARE_ID]
  INNER JOIN [DM_LEGAL_STATUSES] AS lst ON lst.[LEGAL_STATUS_ID] = csum.[LEGAL_STATUS_ID]
  INNER JOIN [DM_PLACEMENTS] AS plc ON plc.[PLACEMENT_ID] = csum.[PLACEMENT_ID] AND plc.[SPLIT_NUMBER] = csum.[PLACEMENT_SPLIT_NUMBER]
  INNER JOIN [DM_PLACEMENT_DETAILS] AS det ON det.[ELEMENT_DETAIL_ID] = csum.[ELEMENT_DETAIL_ID] AND det.[SPLIT_NUMBER] = csum.[SERVICE_SPLIT_NUMBER]
  OUTER APPLY (SELECT TOP (1) bfr.* FROM moved_episodes AS bfr WHERE bfr.period_of_care_id = csum.[PERIOD_OF_CARE_ID] AND bfr.ends = DATEADD(day, -1, DATEADD(day, DATEDIFF(day, 0, csum.[START_DATE]), 0)) AND bfr.placement_id <> csum.[PLACEMENT_ID] ORDER BY bfr.placement_id DESC, CASE WHEN bfr.carer_id IS NULL THEN 1 ELSE 0 END, bfr.carer_id, CASE WHEN bfr.legal_status IS NULL THEN 1 ELSE 0 END, bfr.legal_status, CASE WHEN bfr.placement_type IS NULL THEN 1 ELSE 0 END, bfr.placement_type) AS bfr
  WHERE csum.[START_DATE] < DATEADD(day, 1, @ssd_today)
    AND (csum.[END_DATE] >= @ssd_window_start OR csum.[END_DATE] IS NULL)
    AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(csum.[PERSON_ID] AS nvarchar(30)))
    AND NULLIF(RTRIM(CONCAT(CAST(csum.[LEGAL_STATUS_ID] AS nvarchar(30)), N'.', CAST(csum.[PLACEMENT_ID] AS nvarchar(30)), N'.', CAST(csum.[ELEMENT_DETAIL_ID] AS nvarchar(30)), N'.', CAST((((YEAR(csum.[START_DATE]) * 10000) + (MONTH(csum.[START_DATE]) * 100)) + DAY(csum.[START_DATE])) AS nvarchar(30)))), N'') IS NOT NULL
    AND csum.[PERSON_ID] IS NOT NULL
) AS numbered
WHERE numbered.ssd_row = 1
) AS picked
WHERE picked.ssd_key_row = 1;
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
