-- META-ELEMENT: {"type": "header"}
-- ssd_cin_episodes for Mosaic on SQL Server (2012 or later), for reading: the script that is run is mosaic.sqlserver.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_cin_episodes"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_cin_episodes', N'U') IS NULL
CREATE TABLE ssd_cin_episodes (
  cine_referral_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"CINE001A"}
  cine_person_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"CINE002A"}
  cine_referral_date datetime NULL, -- metadata={"item_ref":"CINE003A"}
  cine_cin_primary_need_code nvarchar(3) NULL, -- metadata={"item_ref":"CINE010A"}
  cine_referral_source_code nvarchar(48) NULL, -- metadata={"item_ref":"CINE004A"}
  cine_referral_source_desc nvarchar(255) NULL, -- metadata={"item_ref":"CINE012A"}
  cine_referral_outcome_json nvarchar(4000) NULL, -- metadata={"item_ref":"CINE005A"}
  cine_referral_nfa nchar(1) NULL, -- metadata={"item_ref":"CINE011A"}
  cine_close_reason nvarchar(100) NULL, -- metadata={"item_ref":"CINE006A"}
  cine_close_date datetime NULL, -- metadata={"item_ref":"CINE007A"}
  cine_referral_team nvarchar(48) NULL, -- metadata={"item_ref":"CINE008A"}
  cine_referral_worker_id nvarchar(48) NULL, -- metadata={"item_ref":"CINE009A"}
  CONSTRAINT pk_ssd_cin_episodes PRIMARY KEY (cine_referral_id)
);
-- META-ELEMENT: {"type": "insert_data"}
WITH step_people AS (
  SELECT DISTINCT s.[SUBGROUP_ID] AS subgroup_id, s.[SUBJECT_COMPOUND_ID] AS person_id
  FROM [DM_SUBGROUP_SUBJECTS] AS s
  WHERE s.[SUBJECT_TYPE_CODE] = N'PER'
),
person_steps AS (
  SELECT s.[WORKFLOW_STEP_ID] AS workflow_step_id, p.person_id AS person_id, CONCAT(CAST(s.[WORKFLOW_STEP_ID] AS nvarchar(30)), N'.', CAST(p.person_id AS nvarchar(30))) AS step_key, s.[WORKFLOW_STEP_TYPE_ID] AS workflow_step_type_id, s.[STEP_STATUS] AS step_status, s.[INCOMING_ON] AS incoming_on, s.[STARTED_ON] AS started_on, s.[COMPLETED_ON] AS completed_on, s.[CANCELLED_ON] AS cancelled_on, s.[RESPONSIBLE_TEAM_ID] AS responsible_team_id, s.[ASSIGNEE_ID] AS assignee_id, s.[IS_CHILD_CONTACT] AS is_child_contact, s.[IS_CONTINUOUS_ASSESSMENT] AS is_continuous_assessment, s.[IS_SECTION_47_ENQUIRY] AS is_section_47_enquiry, s.[IS_MISSING_OR_ABSENT] AS is_missing_or_absent, s.[STRATEGY_DISCUSSION_DATE] AS strategy_discussion_date, s.[CP_CONFERENCE_CATEGORY] AS cp_conference_category, s.[CP_CONFERENCE_ACTUAL_DATE] AS cp_conference_actual_date, s.[LAC_REVIEW_CATEGORY] AS lac_review_category, s.[LAC_REVIEW_DATE] AS lac_review_date, s.[LAC_REVIEW_PARTICIPATION_CODE] AS lac_review_participation_code
  FROM [DM_WORKFLOW_STEPS] AS s
  INNER JOIN step_people AS p ON p.subgroup_id = s.[SUBGROUP_ID]
),
next_steps AS (
  SELECT k.[SOURCE_STEP_ID] AS source_step_id, k.[WORKFLOW_NEXT_ACTION_TYPE_ID] AS workflow_next_action_type_id, k.[WORKFLOW_REASON_TYPE_ID] AS workflow_reason_type_id, t.person_id AS person_id, t.step_status AS step_status, t.workflow_step_type_id AS workflow_step_type_id
  FROM [DM_WORKFLOW_LINKS] AS k
  INNER JOIN person_steps AS t ON t.workflow_step_id = k.[TARGET_STEP_ID]
),
outcome_words AS (
  SELECT DISTINCT n.source_step_id AS source_step_id, n.person_id AS person_id, t.[DESCRIPTION] AS description
  FROM next_steps AS n
  INNER JOIN [DM_WORKFLOW_STEP_TYPES] AS t ON t.[WORKFLOW_STEP_TYPE_ID] = n.workflow_step_type_id
  WHERE n.step_status IN (N'INCOMING', N'STARTED', N'REOPENED', N'COMPLETED')
)
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
INSERT INTO ssd_cin_episodes (
  cine_referral_id, -- metadata={"item_ref":"CINE001A"}
  cine_person_id, -- metadata={"item_ref":"CINE002A"}
  cine_referral_date, -- metadata={"item_ref":"CINE003A"}
  cine_cin_primary_need_code, -- metadata={"item_ref":"CINE010A"}
  cine_referral_source_code, -- metadata={"item_ref":"CINE004A"}
  cine_referral_source_desc, -- metadata={"item_ref":"CINE012A"}
  cine_referral_outcome_json, -- metadata={"item_ref":"CINE005A"}
  cine_referral_nfa, -- metadata={"item_ref":"CINE011A"}
  cine_close_reason, -- metadata={"item_ref":"CINE006A"}
  cine_close_date, -- metadata={"item_ref":"CINE007A"}
  cine_referral_team, -- metadata={"item_ref":"CINE008A"}
  cine_referral_worker_id -- metadata={"item_ref":"CINE009A"}
)
SELECT
  picked.cine_referral_id,
  picked.cine_person_id,
  picked.cine_referral_date,
  picked.cine_cin_primary_need_code,
  picked.cine_referral_source_code,
  picked.cine_referral_source_desc,
  picked.cine_referral_outcome_json,
  picked.cine_referral_nfa,
  picked.cine_close_reason,
  picked.cine_close_date,
  picked.cine_referral_team,
  picked.cine_referral_worker_id
FROM (
  SELECT
    numbered.cine_referral_id,
    numbered.cine_person_id,
    numbered.cine_referral_date,
    numbered.cine_cin_primary_need_code,
    numbered.cine_referral_source_code,
    numbered.cine_referral_source_desc,
    numbered.cine_referral_outcome_json,
    numbered.cine_referral_nfa,
    numbered.cine_close_reason,
    numbered.cine_close_date,
    numbered.cine_referral_team,
    numbered.cine_referral_worker_id,
    ROW_NUMBER() OVER (PARTITION BY numbered.cine_referral_id ORDER BY numbered.ssd_place) AS ssd_key_row
  FROM (
  SELECT
    LEFT(NULLIF(RTRIM(CONCAT(CAST(rfl.[REFERRAL_ID] AS nvarchar(30)), N'.', CAST(rfl.[PERSON_ID] AS nvarchar(30)))), N''), 48) AS cine_referral_id, -- cine_referral_id
    CAST(rfl.[PERSON_ID] AS nvarchar(30)) AS cine_person_id, -- cine_person_id
    rfl.[REFERRAL_DATE] AS cine_referral_date, -- cine_referral_date
    LEFT(NULLIF(RTRIM((SELECT MAX(t.[NEED_CODE_CATEGORY_CODE]) FROM [DM_SERVICE_USER_GROUPS] AS g INNER JOIN [DM_SERV_USER_GROUP_TYPES] AS t ON t.[GROUP_TYPE] = g.[FULL_GROUP_TYPE] WHERE g.[PERSON_ID] = rfl.[PERSON_ID] AND rfl.[REFERRAL_DATE] BETWEEN g.[START_DATE] AND COALESCE(g.[END_DATE], CONVERT(datetime, N'9999-12-31T00:00:00', 126)))), N''), 3) AS cine_cin_primary_need_code, -- cine_cin_primary_need_code
    LEFT(NULLIF(RTRIM(rfl.[SOURCE_OF_REFERRAL]), N''), 48) AS cine_referral_source_code, -- cine_referral_source_code
    LEFT(NULLIF(RTRIM((SELECT MAX(c.[CATEGORY_DESCRIPTION]) FROM [CHILD_GROUP_EMBEDDED_CODES_VW] AS c WHERE c.[GROUP_NAME] = N'Child CIN Referral Source' AND c.[CATEGORY_CODE] = rfl.[SOURCE_OF_REFERRAL])), N''), 255) AS cine_referral_source_desc, -- cine_referral_source_desc
    REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE((
      N'{"NFA_FLAG":' + COALESCE(N'"' + REPLACE(REPLACE(CASE WHEN rfl.[NFA_DATE] IS NULL THEN N'N' ELSE N'Y' END, N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
      N',"OUTCOMES":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(STUFF((SELECT N', ' + REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE((w.description) COLLATE Latin1_General_BIN2, NCHAR(1), N' '), NCHAR(2), N' '), NCHAR(3), N' '), NCHAR(4), N' '), NCHAR(5), N' '), NCHAR(6), N' '), NCHAR(7), N' '), NCHAR(8), N' '), NCHAR(11), N' '), NCHAR(12), N' '), NCHAR(14), N' '), NCHAR(15), N' '), NCHAR(16), N' '), NCHAR(17), N' '), NCHAR(18), N' '), NCHAR(19), N' '), NCHAR(20), N' '), NCHAR(21), N' '), NCHAR(22), N' '), NCHAR(23), N' '), NCHAR(24), N' '), NCHAR(25), N' '), NCHAR(26), N' '), NCHAR(27), N' '), NCHAR(28), N' '), NCHAR(29), N' '), NCHAR(30), N' '), NCHAR(31), N' ') FROM outcome_words AS w WHERE w.source_step_id = rfl.[REFERRAL_ID] AND w.person_id = rfl.[PERSON_ID] ORDER BY CASE WHEN w.description IS NULL THEN 1 ELSE 0 END, w.description FOR XML PATH(N''), TYPE).value(N'.', N'nvarchar(max)'), 1, 2, N'')), N''), 1900), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
      N'}') COLLATE Latin1_General_BIN2, NCHAR(1), N' '), NCHAR(2), N' '), NCHAR(3), N' '), NCHAR(4), N' '), NCHAR(5), N' '), NCHAR(6), N' '), NCHAR(7), N' '), NCHAR(8), N' '), NCHAR(11), N' '), NCHAR(12), N' '), NCHAR(14), N' '), NCHAR(15), N' '), NCHAR(16), N' '), NCHAR(17), N' '), NCHAR(18), N' '), NCHAR(19), N' '), NCHAR(20), N' '), NCHAR(21), N' '), NCHAR(22), N' '), NCHAR(23), N' '), NCHAR(24), N' '), NCHAR(25), N' '), NCHAR(26), N' '), NCHAR(27), N' '), NCHAR(28), N' '), NCHAR(29), N' '), NCHAR(30), N' '), NCHAR(31), N' '), NCHAR(13), N'\r'), NCHAR(10), N'\n'), NCHAR(9), N'\t') AS cine_referral_outcome_json, -- cine_referral_outcome_json
    CASE WHEN rfl.[NFA_DATE] IS NULL THEN N'N' ELSE N'Y' END AS cine_referral_nfa, -- cine_referral_nfa
    LEFT(NULLIF(RTRIM(rfl.[CLOSURE_REASON]), N''), 100) AS cine_close_reason, -- cine_close_reason
    rfl.[CLOSURE_DATE] AS cine_close_date, -- cine_close_date
    CAST(step.[RESPONSIBLE_TEAM_ID] AS nvarchar(30)) AS cine_referral_team, -- cine_referral_team
    CAST(step.[ASSIGNEE_ID] AS nvarchar(30)) AS cine_referral_worker_id, -- cine_referral_worker_id
    ROW_NUMBER() OVER (PARTITION BY rfl.[REFERRAL_ID], rfl.[PERSON_ID] ORDER BY rfl.[REFERRAL_DATE] DESC, CASE WHEN rfl.[REFERRAL_ID] IS NULL THEN 1 ELSE 0 END, rfl.[REFERRAL_ID], CASE WHEN rfl.[PERSON_ID] IS NULL THEN 1 ELSE 0 END, rfl.[PERSON_ID], CASE WHEN rfl.[SOURCE_OF_REFERRAL] IS NULL THEN 1 ELSE 0 END, rfl.[SOURCE_OF_REFERRAL], CASE WHEN rfl.[NFA_DATE] IS NULL THEN 1 ELSE 0 END, rfl.[NFA_DATE], CASE WHEN rfl.[CLOSURE_REASON] IS NULL THEN 1 ELSE 0 END, rfl.[CLOSURE_REASON], CASE WHEN rfl.[CLOSURE_DATE] IS NULL THEN 1 ELSE 0 END, rfl.[CLOSURE_DATE], CASE WHEN step.[RESPONSIBLE_TEAM_ID] IS NULL THEN 1 ELSE 0 END, step.[RESPONSIBLE_TEAM_ID], CASE WHEN step.[ASSIGNEE_ID] IS NULL THEN 1 ELSE 0 END, step.[ASSIGNEE_ID]) AS ssd_row,
    ROW_NUMBER() OVER (ORDER BY rfl.[REFERRAL_DATE] DESC, CASE WHEN rfl.[REFERRAL_ID] IS NULL THEN 1 ELSE 0 END, rfl.[REFERRAL_ID], CASE WHEN rfl.[PERSON_ID] IS NULL THEN 1 ELSE 0 END, rfl.[PERSON_ID], CASE WHEN rfl.[SOURCE_OF_REFERRAL] IS NULL THEN 1 ELSE 0 END, rfl.[SOURCE_OF_REFERRAL], CASE WHEN rfl.[NFA_DATE] IS NULL THEN 1 ELSE 0 END, rfl.[NFA_DATE], CASE WHEN rfl.[CLOSURE_REASON] IS NULL THEN 1 ELSE 0 END, rfl.[CLOSURE_REASON], CASE WHEN rfl.[CLOSURE_DATE] IS NULL THEN 1 ELSE 0 END, rfl.[CLOSURE_DATE], CASE WHEN step.[RESPONSIBLE_TEAM_ID] IS NULL THEN 1 ELSE 0 END, step.[RESPONSIBLE_TEAM_ID], CASE WHEN step.[ASSIGNEE_ID] IS NULL THEN 1 ELSE 0 END, step.[ASSIGNEE_ID]) AS ssd_place
  FROM [DM_CIN_REFERRALS] AS rfl
  LEFT JOIN [DM_WORKFLOW_STEPS] AS step ON step.[WORKFLOW_STEP_ID] = rfl.[REFERRAL_ID]
  WHERE rfl.[REFERRAL_DATE] < DATEADD(day, 1, @ssd_today)
    AND (rfl.[CLOSURE_DATE] >= @ssd_window_start OR rfl.[CLOSURE_DATE] IS NULL)
    AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(rfl.[PERSON_ID] AS nvarchar(30)))
    AND NULLIF(RTRIM(CONCAT(CAST(rfl.[REFERRAL_ID] AS nvarchar(30)), N'.', CAST(rfl.[PERSON_ID] AS nvarchar(30)))), N'') IS NOT NULL
    AND rfl.[PERSON_ID] IS NOT NULL
) AS numbered
WHERE numbered.ssd_row = 1
) AS picked
WHERE picked.ssd_key_row = 1;
-- META-ELEMENT: {"type": "create_fk"}
IF NOT EXISTS (SELECT 1 FROM sys.foreign_keys WHERE parent_object_id = OBJECT_ID(N'ssd_cin_episodes', N'U') AND name = N'fk_ssd_cin_episodes_cine_person_id')
ALTER TABLE ssd_cin_episodes ADD CONSTRAINT fk_ssd_cin_episodes_cine_person_id FOREIGN KEY (cine_person_id) REFERENCES ssd_person (pers_person_id);
-- not enforced: cine_referral_team to ssd_department.dept_team_id, an extract keeps six years, so the parent row may be absent
-- not enforced: cine_referral_worker_id to ssd_professionals.prof_professional_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_cin_episodes', N'U') AND name = N'ix_ssd_cin_episodes_cine_person_id')
CREATE INDEX ix_ssd_cin_episodes_cine_person_id ON ssd_cin_episodes (cine_person_id);
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_cin_episodes', N'U') AND name = N'ix_ssd_cin_episodes_cine_referral_team')
CREATE INDEX ix_ssd_cin_episodes_cine_referral_team ON ssd_cin_episodes (cine_referral_team);
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_cin_episodes', N'U') AND name = N'ix_ssd_cin_episodes_cine_referral_worker_id')
CREATE INDEX ix_ssd_cin_episodes_cine_referral_worker_id ON ssd_cin_episodes (cine_referral_worker_id);
-- META-ELEMENT: {"type": "count_orphans"}
SELECT N'ssd_cin_episodes.cine_referral_team' AS reference, COUNT(*) AS orphans FROM ssd_cin_episodes AS child WHERE child.cine_referral_team IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_department AS parent WHERE parent.dept_team_id = child.cine_referral_team);
SELECT N'ssd_cin_episodes.cine_referral_worker_id' AS reference, COUNT(*) AS orphans FROM ssd_cin_episodes AS child WHERE child.cine_referral_worker_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_professionals AS parent WHERE parent.prof_professional_id = child.cine_referral_worker_id);
GO
