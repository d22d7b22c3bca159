-- META-ELEMENT: {"type": "header"}
-- ssd_s47_enquiry for Mosaic on SQL Server (2012 or later), for reading: the script that is run is mosaic.sqlserver.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_s47_enquiry"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_s47_enquiry', N'U') IS NULL
CREATE TABLE ssd_s47_enquiry (
  s47e_s47_enquiry_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"S47E001A"}
  s47e_referral_id nvarchar(48) NULL, -- metadata={"item_ref":"S47E010A"}
  s47e_person_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"S47E002A"}
  s47e_s47_start_date datetime NULL, -- metadata={"item_ref":"S47E004A"}
  s47e_s47_end_date datetime NULL, -- metadata={"item_ref":"S47E005A"}
  s47e_s47_nfa nchar(1) NULL, -- metadata={"item_ref":"S47E006A"}
  s47e_s47_outcome_json nvarchar(1000) NULL, -- metadata={"item_ref":"S47E007A"}
  s47e_s47_completed_by_worker_id nvarchar(48) NULL, -- metadata={"item_ref":"S47E008A"}
  s47e_s47_completed_by_team nvarchar(48) NULL, -- metadata={"item_ref":"S47E009A"}
  CONSTRAINT pk_ssd_s47_enquiry PRIMARY KEY (s47e_s47_enquiry_id)
);
-- META-ELEMENT: {"type": "insert_data"}
WITH referrals AS (
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
next_steps AS (
  SELECT k.[SOURCE_STEP_ID] AS source_step_id, k.[WORKFLOW_NEXT_ACTION_TYPE_ID] AS workflow_next_action_type_id, k.[WORKFLOW_REASON_TYPE_ID] AS workflow_reason_type_id, t.person_id AS person_id, t.step_status AS step_status, t.workflow_step_type_id AS workflow_step_type_id
  FROM [DM_WORKFLOW_LINKS] AS k
  INNER JOIN person_steps AS t ON t.workflow_step_id = k.[TARGET_STEP_ID]
),
outcome_words AS (
  SELECT DISTINCT n.source_step_id AS source_step_id, n.person_id AS person_id, CASE WHEN r.[DESCRIPTION] IS NULL THEN t.[DESCRIPTION] ELSE CONCAT(t.[DESCRIPTION], N' / ', r.[DESCRIPTION]) END AS description
  FROM next_steps AS n
  INNER JOIN [DM_WORKFLOW_NXT_ACTION_TYPES] AS t ON t.[WORKFLOW_NEXT_ACTION_TYPE_ID] = n.workflow_next_action_type_id
  LEFT JOIN [DM_WORKFLOW_REASON_TYPES] AS r ON r.[WORKFLOW_REASON_TYPE_ID] = n.workflow_reason_type_id
  WHERE n.step_status <> N'CANCELLED'
)
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
INSERT INTO ssd_s47_enquiry (
  s47e_s47_enquiry_id, -- metadata={"item_ref":"S47E001A"}
  s47e_referral_id, -- metadata={"item_ref":"S47E010A"}
  s47e_person_id, -- metadata={"item_ref":"S47E002A"}
  s47e_s47_start_date, -- metadata={"item_ref":"S47E004A"}
  s47e_s47_end_date, -- metadata={"item_ref":"S47E005A"}
  s47e_s47_nfa, -- metadata={"item_ref":"S47E006A"}
  s47e_s47_outcome_json, -- metadata={"item_ref":"S47E007A"}
  s47e_s47_completed_by_worker_id, -- metadata={"item_ref":"S47E008A"}
  s47e_s47_completed_by_team -- metadata={"item_ref":"S47E009A"}
)
SELECT
  picked.s47e_s47_enquiry_id,
  picked.s47e_referral_id,
  picked.s47e_person_id,
  picked.s47e_s47_start_date,
  picked.s47e_s47_end_date,
  picked.s47e_s47_nfa,
  picked.s47e_s47_outcome_json,
  picked.s47e_s47_completed_by_worker_id,
  picked.s47e_s47_completed_by_team
FROM (
  SELECT
    numbered.s47e_s47_enquiry_id,
    numbered.s47e_referral_id,
    numbered.s47e_person_id,
    numbered.s47e_s47_start_date,
    numbered.s47e_s47_end_date,
    numbered.s47e_s47_nfa,
    numbered.s47e_s47_outcome_json,
    numbered.s47e_s47_completed_by_worker_id,
    numbered.s47e_s47_completed_by_team,
    ROW_NUMBER() OVER (PARTITION BY numbered.s47e_s47_enquiry_id ORDER BY numbered.ssd_place) AS ssd_key_row
  FROM (
  SELECT
    LEFT(NULLIF(RTRIM(CONCAT(CAST(step.[WORKFLOW_STEP_ID] AS nvarchar(30)), N'.', CAST(step.[PERSON_ID] AS nvarchar(30)))), N''), 48) AS s47e_s47_enquiry_id, -- s47e_s47_enquiry_id
    LEFT(NULLIF(RTRIM((SELECT TOP (1) r.referral_key FROM referrals AS r WHERE r.person_id = step.[PERSON_ID] AND r.referral_date <= step.[STARTED_ON] ORDER BY r.referral_id DESC, r.referral_date DESC, CASE WHEN r.referral_key IS NULL THEN 1 ELSE 0 END, r.referral_key)), N''), 48) AS s47e_referral_id, -- s47e_referral_id
    CAST(step.[PERSON_ID] AS nvarchar(30)) AS s47e_person_id, -- s47e_person_id
    step.[STARTED_ON] AS s47e_s47_start_date, -- s47e_s47_start_date
    step.[COMPLETED_ON] AS s47e_s47_end_date, -- s47e_s47_end_date
    CASE WHEN EXISTS (SELECT 1 FROM next_steps AS n INNER JOIN [DM_WORKFLOW_NXT_ACTION_TYPES] AS t ON t.[WORKFLOW_NEXT_ACTION_TYPE_ID] = n.workflow_next_action_type_id WHERE n.source_step_id = step.[WORKFLOW_STEP_ID] AND n.person_id = step.[PERSON_ID] AND n.step_status NOT IN (N'CANCELLED', N'PROPOSED') AND t.[IS_NO_FURTHER_ACTION] = N'Y') AND NOT (EXISTS (SELECT 1 FROM next_steps AS n WHERE n.source_step_id = step.[WORKFLOW_STEP_ID] AND n.person_id = step.[PERSON_ID] AND n.step_status NOT IN (N'CANCELLED', N'PROPOSED') AND n.workflow_next_action_type_id IN (NULL /* s47_further_next_actions */))) THEN N'Y' ELSE N'N' END AS s47e_s47_nfa, -- s47e_s47_nfa
    REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE((
      N'{"TOTAL_NO_OF_OUTCOMES":' + COALESCE(CAST((SELECT COUNT(*) FROM outcome_words AS w WHERE w.source_step_id = step.[WORKFLOW_STEP_ID] AND w.person_id = step.[PERSON_ID]) AS nvarchar(30)), N'null') +
      N',"OUTCOME_COMMENTS":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(STUFF((SELECT N', ' + REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE((w.description) COLLATE Latin1_General_BIN2, NCHAR(1), N' '), NCHAR(2), N' '), NCHAR(3), N' '), NCHAR(4), N' '), NCHAR(5), N' '), NCHAR(6), N' '), NCHAR(7), N' '), NCHAR(8), N' '), NCHAR(11), N' '), NCHAR(12), N' '), NCHAR(14), N' '), NCHAR(15), N' '), NCHAR(16), N' '), NCHAR(17), N' '), NCHAR(18), N' '), NCHAR(19), N' '), NCHAR(20), N' '), NCHAR(21), N' '), NCHAR(22), N' '), NCHAR(23), N' '), NCHAR(24), N' '), NCHAR(25), N' '), NCHAR(26), N' '), NCHAR(27), N' '), NCHAR(28), N' '), NCHAR(29), N' '), NCHAR(30), N' '), NCHAR(31), N' ') FROM outcome_words AS w WHERE w.source_step_id = step.[WORKFLOW_STEP_ID] AND w.person_id = step.[PERSON_ID] ORDER BY CASE WHEN w.description IS NULL THEN 1 ELSE 0 END, w.description FOR XML PATH(N''), TYPE).value(N'.', N'nvarchar(max)'), 1, 2, N'')), N''), 450), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
      N'}') COLLATE Latin1_General_BIN2, NCHAR(1), N' '), NCHAR(2), N' '), NCHAR(3), N' '), NCHAR(4), N' '), NCHAR(5), N' '), NCHAR(6), N' '), NCHAR(7), N' '), NCHAR(8), N' '), NCHAR(11), N' '), NCHAR(12), N' '), NCHAR(14), N' '), NCHAR(15), N' '), NCHAR(16), N' '), NCHAR(17), N' '), NCHAR(18), N' '), NCHAR(19), N' '), NCHAR(20), N' '), NCHAR(21), N' '), NCHAR(22), N' '), NCHAR(23), N' '), NCHAR(24), N' '), NCHAR(25), N' '), NCHAR(26), N' '), NCHAR(27), N' '), NCHAR(28), N' '), NCHAR(29), N' '), NCHAR(30), N' '), NCHAR(31), N' '), NCHAR(13), N'\r'), NCHAR(10), N'\n'), NCHAR(9), N'\t') AS s47e_s47_outcome_json, -- s47e_s47_outcome_json
    CAST(step.[ASSIGNEE_ID] AS nvarchar(30)) AS s47e_s47_completed_by_worker_id, -- s47e_s47_completed_by_worker_id
    CAST(step.[RESPONSIBLE_TEAM_ID] AS nvarchar(30)) AS s47e_s47_completed_by_team, -- s47e_s47_completed_by_team
    ROW_NUMBER() OVER (PARTITION BY step.[WORKFLOW_STEP_ID], step.[PERSON_ID] ORDER BY step.[STARTED_ON] DESC, CASE WHEN step.[WORKFLOW_STEP_ID] IS NULL THEN 1 ELSE 0 END, step.[WORKFLOW_STEP_ID], CASE WHEN step.[PERSON_ID] IS NULL THEN 1 ELSE 0 END, step.[PERSON_ID], CASE WHEN step.[COMPLETED_ON] IS NULL THEN 1 ELSE 0 END, step.[COMPLETED_ON], CASE WHEN step.[ASSIGNEE_ID] IS NULL THEN 1 ELSE 0 END, step.[ASSIGNEE_ID], CASE WHEN step.[RESPONSIBLE_TEAM_ID] IS NULL THEN 1 ELSE 0 END, step.[RESPONSIBLE_TEAM_ID]) AS ssd_row,
    ROW_NUMBER() OVER (ORDER BY step.[STARTED_ON] DESC, CASE WHEN step.[WORKFLOW_STEP_ID] IS NULL THEN 1 ELSE 0 END, step.[WORKFLOW_STEP_ID], CASE WHEN step.[PERSON_ID] IS NULL THEN 1 ELSE 0 END, step.[PERSON_ID], CASE WHEN step.[COMPLETED_ON] IS NULL THEN 1 ELSE 0 END, step.[COMPLETED_ON], CASE WHEN step.[ASSIGNEE_ID] IS NULL THEN 1 ELSE 0 END, step.[ASSIGNEE_ID], CASE WHEN step.[RESPONSIBLE_TEAM_ID] IS NULL THEN 1 ELSE 0 END, step.[RESPONSIBLE_TEAM_ID]) AS ssd_place
  FROM [DM_WORKFLOW_STEPS_PEOPLE_VW] AS step
  WHERE step.[IS_SECTION_47_ENQUIRY] = N'Y'
    AND step.[STEP_STATUS] IN (N'INCOMING', N'STARTED', N'REOPENED', N'COMPLETED')
    AND DATEADD(day, DATEDIFF(day, 0, step.[STARTED_ON]), 0) < DATEADD(day, 1, @ssd_today)
    AND (DATEADD(day, DATEDIFF(day, 0, step.[COMPLETED_ON]), 0) >= @ssd_window_start OR DATEADD(day, DATEDIFF(day, 0, step.[COMPLETED_ON]), 0) IS NULL)
    AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(step.[PERSON_ID] AS nvarchar(30)))
    AND NULLIF(RTRIM(CONCAT(CAST(step.[WORKFLOW_STEP_ID] AS nvarchar(30)), N'.', CAST(step.[PERSON_ID] AS nvarchar(30)))), N'') IS NOT NULL
    AND step.[PERSON_ID] IS NOT NULL
) AS numbered
WHERE numbered.ssd_row = 1
) AS picked
WHERE picked.ssd_key_row = 1;
-- META-ELEMENT: {"type": "create_fk"}
-- not enforced: s47e_referral_id to ssd_cin_episodes.cine_referral_id, an extract keeps six years, so the parent row may be absent
IF NOT EXISTS (SELECT 1 FROM sys.foreign_keys WHERE parent_object_id = OBJECT_ID(N'ssd_s47_enquiry', N'U') AND name = N'fk_ssd_s47_enquiry_s47e_person_id')
ALTER TABLE ssd_s47_enquiry ADD CONSTRAINT fk_ssd_s47_enquiry_s47e_person_id FOREIGN KEY (s47e_person_id) REFERENCES ssd_person (pers_person_id);
-- not enforced: s47e_s47_completed_by_worker_id to ssd_professionals.prof_professional_id, an extract keeps six years, so the parent row may be absent
-- not enforced: s47e_s47_completed_by_team to ssd_department.dept_team_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_s47_enquiry', N'U') AND name = N'ix_ssd_s47_enquiry_s47e_referral_id')
CREATE INDEX ix_ssd_s47_enquiry_s47e_referral_id ON ssd_s47_enquiry (s47e_referral_id);
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_s47_enquiry', N'U') AND name = N'ix_ssd_s47_enquiry_s47e_person_id')
CREATE INDEX ix_ssd_s47_enquiry_s47e_person_id ON ssd_s47_enquiry (s47e_person_id);
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_s47_enquiry', N'U') AND name = N'ix_ssd_s47_enquiry_s47e_s47_completed_by_worker_id')
CREATE INDEX ix_ssd_s47_enquiry_s47e_s47_completed_by_worker_id ON ssd_s47_enquiry (s47e_s47_completed_by_worker_id);
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_s47_enquiry', N'U') AND name = N'ix_ssd_s47_enquiry_s47e_s47_completed_by_team')
CREATE INDEX ix_ssd_s47_enquiry_s47e_s47_completed_by_team ON ssd_s47_enquiry (s47e_s47_completed_by_team);
-- META-ELEMENT: {"type": "count_orphans"}
SELECT N'ssd_s47_enquiry.s47e_referral_id' AS reference, COUNT(*) AS orphans FROM ssd_s47_enquiry AS child WHERE child.s47e_referral_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_cin_episodes AS parent WHERE parent.cine_referral_id = child.s47e_referral_id);
SELECT N'ssd_s47_enquiry.s47e_s47_completed_by_worker_id' AS reference, COUNT(*) AS orphans FROM ssd_s47_enquiry AS child WHERE child.s47e_s47_completed_by_worker_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_professionals AS parent WHERE parent.prof_professional_id = child.s47e_s47_completed_by_worker_id);
SELECT N'ssd_s47_enquiry.s47e_s47_completed_by_team' AS reference, COUNT(*) AS orphans FROM ssd_s47_enquiry AS child WHERE child.s47e_s47_completed_by_team IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_department AS parent WHERE parent.dept_team_id = child.s47e_s47_completed_by_team);
GO
