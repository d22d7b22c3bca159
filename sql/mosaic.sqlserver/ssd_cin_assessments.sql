-- META-ELEMENT: {"type": "header"}
-- ssd_cin_assessments for Mosaic on SQL Server (2012 or later), for reading: the script that is run is mosaic.sqlserver.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_cin_assessments"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_cin_assessments', N'U') IS NULL
CREATE TABLE ssd_cin_assessments (
  cina_assessment_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"CINA001A"}
  cina_person_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"CINA002A"}
  cina_referral_id nvarchar(48) NULL, -- metadata={"item_ref":"CINA010A"}
  cina_assessment_start_date datetime NULL, -- metadata={"item_ref":"CINA003A"}
  cina_assessment_child_seen nchar(1) NULL, -- metadata={"item_ref":"CINA004A"}
  cina_assessment_auth_date datetime NULL, -- metadata={"item_ref":"CINA005A"}
  cina_assessment_outcome_json nvarchar(1000) NULL, -- metadata={"item_ref":"CINA006A"}
  cina_assessment_outcome_nfa nchar(1) NULL, -- metadata={"item_ref":"CINA009A"}
  cina_assessment_team nvarchar(48) NULL, -- metadata={"item_ref":"CINA007A"}
  cina_assessment_worker_id nvarchar(48) NULL, -- metadata={"item_ref":"CINA008A"}
  CONSTRAINT pk_ssd_cin_assessments PRIMARY KEY (cina_assessment_id)
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
referrals AS (
  SELECT DISTINCT r.[REFERRAL_ID] AS referral_id, r.[PERSON_ID] AS person_id, CONCAT(CAST(r.[REFERRAL_ID] AS nvarchar(30)), N'.', CAST(r.[PERSON_ID] AS nvarchar(30))) AS referral_key, r.[REFERRAL_DATE] AS referral_date, r.[CLOSURE_DATE] AS closure_date
  FROM [DM_CIN_REFERRALS] AS r
),
filter_answers AS (
  SELECT a.[WORKFLOW_STEP_ID] AS workflow_step_id, p.person_id AS person_id, a.[FILTER_NAME] AS filter_name, a.[FORM_ID] AS form_id, a.[TEXT_ANSWER] AS text_answer, a.[DATE_ANSWER] AS date_answer
  FROM [DM_FILTER_FORM_ANSWERS] AS a
  INNER JOIN person_steps AS p ON p.workflow_step_id = a.[WORKFLOW_STEP_ID] AND (a.[SUBJECT_PERSON_ID] IS NULL OR a.[SUBJECT_PERSON_ID] <= 0 OR a.[SUBJECT_PERSON_ID] = p.person_id)
),
next_steps AS (
  SELECT k.[SOURCE_STEP_ID] AS source_step_id, k.[WORKFLOW_NEXT_ACTION_TYPE_ID] AS workflow_next_action_type_id, k.[WORKFLOW_REASON_TYPE_ID] AS workflow_reason_type_id, t.person_id AS person_id, t.step_status AS step_status, t.workflow_step_type_id AS workflow_step_type_id
  FROM [DM_WORKFLOW_LINKS] AS k
  INNER JOIN person_steps AS t ON t.workflow_step_id = k.[TARGET_STEP_ID]
),
outcomes AS (
  SELECT n.source_step_id AS source_step_id, n.person_id AS person_id, n.workflow_next_action_type_id AS workflow_next_action_type_id
  FROM next_steps AS n
  WHERE n.step_status NOT IN (N'CANCELLED', N'PROPOSED')
),
outcome_words AS (
  SELECT DISTINCT n.source_step_id AS source_step_id, n.person_id AS person_id, t.[DESCRIPTION] AS description
  FROM outcomes AS n
  INNER JOIN [DM_WORKFLOW_NXT_ACTION_TYPES] AS t ON t.[WORKFLOW_NEXT_ACTION_TYPE_ID] = n.workflow_next_action_type_id
)
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
INSERT INTO ssd_cin_assessments (
  cina_assessment_id, -- metadata={"item_ref":"CINA001A"}
  cina_person_id, -- metadata={"item_ref":"CINA002A"}
  cina_referral_id, -- metadata={"item_ref":"CINA010A"}
  cina_assessment_start_date, -- metadata={"item_ref":"CINA003A"}
  cina_assessment_child_seen, -- metadata={"item_ref":"CINA004A"}
  cina_assessment_auth_date, -- metadata={"item_ref":"CINA005A"}
  cina_assessment_outcome_json, -- metadata={"item_ref":"CINA006A"}
  cina_assessment_outcome_nfa, -- metadata={"item_ref":"CINA009A"}
  cina_assessment_team, -- metadata={"item_ref":"CINA007A"}
  cina_assessment_worker_id -- metadata={"item_ref":"CINA008A"}
)
SELECT
  picked.cina_assessment_id,
  picked.cina_person_id,
  picked.cina_referral_id,
  picked.cina_assessment_start_date,
  picked.cina_assessment_child_seen,
  picked.cina_assessment_auth_date,
  picked.cina_assessment_outcome_json,
  picked.cina_assessment_outcome_nfa,
  picked.cina_assessment_team,
  picked.cina_assessment_worker_id
FROM (
  SELECT
    LEFT(NULLIF(RTRIM(step.step_key), N''), 48) AS cina_assessment_id, -- cina_assessment_id
    CAST(step.person_id AS nvarchar(30)) AS cina_person_id, -- cina_person_id
    LEFT(NULLIF(RTRIM((SELECT TOP (1) r.referral_key FROM referrals AS r WHERE r.person_id = step.person_id AND r.referral_date <= COALESCE(step.completed_on, CONVERT(datetime, N'9999-12-31T00:00:00', 126)) AND COALESCE(step.started_on, step.incoming_on) <= COALESCE(r.closure_date, CONVERT(datetime, N'9999-12-31T00:00:00', 126)) ORDER BY CASE WHEN r.referral_id IS NULL THEN 1 ELSE 0 END, r.referral_id, CASE WHEN r.referral_date IS NULL THEN 1 ELSE 0 END, r.referral_date, CASE WHEN r.referral_key IS NULL THEN 1 ELSE 0 END, r.referral_key)), N''), 48) AS cina_referral_id, -- cina_referral_id
    COALESCE(step.started_on, step.incoming_on) AS cina_assessment_start_date, -- cina_assessment_start_date
    LEFT(NULLIF(RTRIM((SELECT MAX(CASE WHEN a.text_answer IN (N'Yes', N'Y') THEN N'Y' WHEN a.text_answer IN (N'No', N'N') THEN N'N' END) FROM filter_answers AS a WHERE a.workflow_step_id = step.workflow_step_id AND a.person_id = step.person_id AND a.filter_name = N'Child Seen During Event (Lookup)')), N''), 1) AS cina_assessment_child_seen, -- cina_assessment_child_seen
    step.completed_on AS cina_assessment_auth_date, -- cina_assessment_auth_date
    REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE((
      N'{"FURTHER_INTERVENTION_FLAG":' + COALESCE(N'"' + REPLACE(REPLACE(CASE WHEN EXISTS (SELECT 1 FROM outcomes AS o WHERE o.source_step_id = step.workflow_step_id AND o.person_id = step.person_id AND o.workflow_next_action_type_id IN (3941, 4130, 3992, 3942, 4468, 3950, 3951, 3944, 4122, 3943)) THEN N'Y' ELSE N'N' END, N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
      N',"COMMENTS":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(STUFF((SELECT N', ' + REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE((w.description) COLLATE Latin1_General_BIN2, NCHAR(1), N' '), NCHAR(2), N' '), NCHAR(3), N' '), NCHAR(4), N' '), NCHAR(5), N' '), NCHAR(6), N' '), NCHAR(7), N' '), NCHAR(8), N' '), NCHAR(11), N' '), NCHAR(12), N' '), NCHAR(14), N' '), NCHAR(15), N' '), NCHAR(16), N' '), NCHAR(17), N' '), NCHAR(18), N' '), NCHAR(19), N' '), NCHAR(20), N' '), NCHAR(21), N' '), NCHAR(22), N' '), NCHAR(23), N' '), NCHAR(24), N' '), NCHAR(25), N' '), NCHAR(26), N' '), NCHAR(27), N' '), NCHAR(28), N' '), NCHAR(29), N' '), NCHAR(30), N' '), NCHAR(31), N' ') FROM outcome_words AS w WHERE w.source_step_id = step.workflow_step_id AND w.person_id = step.person_id ORDER BY CASE WHEN w.description IS NULL THEN 1 ELSE 0 END, w.description FOR XML PATH(N''), TYPE).value(N'.', N'nvarchar(max)'), 1, 2, N'')), N''), 450), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
      N'}') COLLATE Latin1_General_BIN2, NCHAR(1), N' '), NCHAR(2), N' '), NCHAR(3), N' '), NCHAR(4), N' '), NCHAR(5), N' '), NCHAR(6), N' '), NCHAR(7), N' '), NCHAR(8), N' '), NCHAR(11), N' '), NCHAR(12), N' '), NCHAR(14), N' '), NCHAR(15), N' '), NCHAR(16), N' '), NCHAR(17), N' '), NCHAR(18), N' '), NCHAR(19), N' '), NCHAR(20), N' '), NCHAR(21), N' '), NCHAR(22), N' '), NCHAR(23), N' '), NCHAR(24), N' '), NCHAR(25), N' '), NCHAR(26), N' '), NCHAR(27), N' '), NCHAR(28), N' '), NCHAR(29), N' '), NCHAR(30), N' '), NCHAR(31), N' '), NCHAR(13), N'\r'), NCHAR(10), N'\n'), NCHAR(9), N'\t') AS cina_assessment_outcome_json, -- cina_assessment_outcome_json
    CASE WHEN EXISTS (SELECT 1 FROM outcomes AS o WHERE o.source_step_id = step.workflow_step_id AND o.person_id = step.person_id AND o.workflow_next_action_type_id IN (3988, 3987, 3953, 4440)) AND NOT (EXISTS (SELECT 1 FROM outcomes AS o WHERE o.source_step_id = step.workflow_step_id AND o.person_id = step.person_id AND o.workflow_next_action_type_id IN (3941, 4130, 3992, 3942, 4468, 3950, 3951, 3944, 4122, 3943))) THEN N'Y' ELSE N'N' END AS cina_assessment_outcome_nfa, -- cina_assessment_outcome_nfa
    CAST(step.responsible_team_id AS nvarchar(30)) AS cina_assessment_team, -- cina_assessment_team
    CAST(step.assignee_id AS nvarchar(30)) AS cina_assessment_worker_id, -- cina_assessment_worker_id
    ROW_NUMBER() OVER (PARTITION BY step.step_key ORDER BY CASE WHEN step.step_key IS NULL THEN 1 ELSE 0 END, step.step_key, CASE WHEN step.person_id IS NULL THEN 1 ELSE 0 END, step.person_id, CASE WHEN step.completed_on IS NULL THEN 1 ELSE 0 END, step.completed_on, CASE WHEN step.started_on IS NULL THEN 1 ELSE 0 END, step.started_on, CASE WHEN step.incoming_on IS NULL THEN 1 ELSE 0 END, step.incoming_on, CASE WHEN step.workflow_step_id IS NULL THEN 1 ELSE 0 END, step.workflow_step_id, CASE WHEN step.responsible_team_id IS NULL THEN 1 ELSE 0 END, step.responsible_team_id, CASE WHEN step.assignee_id IS NULL THEN 1 ELSE 0 END, step.assignee_id) AS ssd_row
  FROM person_steps AS step
  WHERE step.is_continuous_assessment = N'Y'
    AND step.step_status IN (N'INCOMING', N'STARTED', N'REOPENED', N'COMPLETED')
    AND COALESCE(step.started_on, step.incoming_on) < DATEADD(day, 1, @ssd_today)
    AND (step.completed_on >= @ssd_window_start OR step.completed_on IS NULL)
    AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(step.person_id AS nvarchar(30)))
    AND NULLIF(RTRIM(step.step_key), N'') IS NOT NULL
    AND step.person_id IS NOT NULL
) AS picked
WHERE picked.ssd_row = 1;
-- META-ELEMENT: {"type": "create_fk"}
IF NOT EXISTS (SELECT 1 FROM sys.foreign_keys WHERE parent_object_id = OBJECT_ID(N'ssd_cin_assessments', N'U') AND name = N'fk_ssd_cin_assessments_cina_person_id')
ALTER TABLE ssd_cin_assessments ADD CONSTRAINT fk_ssd_cin_assessments_cina_person_id FOREIGN KEY (cina_person_id) REFERENCES ssd_person (pers_person_id);
-- not enforced: cina_referral_id to ssd_cin_episodes.cine_referral_id, an extract keeps six years, so the parent row may be absent
-- not enforced: cina_assessment_team to ssd_department.dept_team_id, an extract keeps six years, so the parent row may be absent
-- not enforced: cina_assessment_worker_id to ssd_professionals.prof_professional_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_cin_assessments', N'U') AND name = N'ix_ssd_cin_assessments_cina_person_id')
CREATE INDEX ix_ssd_cin_assessments_cina_person_id ON ssd_cin_assessments (cina_person_id);
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_cin_assessments', N'U') AND name = N'ix_ssd_cin_assessments_cina_referral_id')
CREATE INDEX ix_ssd_cin_assessments_cina_referral_id ON ssd_cin_assessments (cina_referral_id);
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_cin_assessments', N'U') AND name = N'ix_ssd_cin_assessments_cina_assessment_team')
CREATE INDEX ix_ssd_cin_assessments_cina_assessment_team ON ssd_cin_assessments (cina_assessment_team);
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_cin_assessments', N'U') AND name = N'ix_ssd_cin_assessments_cina_assessment_worker_id')
CREATE INDEX ix_ssd_cin_assessments_cina_assessment_worker_id ON ssd_cin_assessments (cina_assessment_worker_id);
-- META-ELEMENT: {"type": "count_orphans"}
SELECT N'ssd_cin_assessments.cina_referral_id' AS reference, COUNT(*) AS orphans FROM ssd_cin_assessments AS child WHERE child.cina_referral_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_cin_episodes AS parent WHERE parent.cine_referral_id = child.cina_referral_id);
SELECT N'ssd_cin_assessments.cina_assessment_team' AS reference, COUNT(*) AS orphans FROM ssd_cin_assessments AS child WHERE child.cina_assessment_team IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_department AS parent WHERE parent.dept_team_id = child.cina_assessment_team);
SELECT N'ssd_cin_assessments.cina_assessment_worker_id' AS reference, COUNT(*) AS orphans FROM ssd_cin_assessments AS child WHERE child.cina_assessment_worker_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_professionals AS parent WHERE parent.prof_professional_id = child.cina_assessment_worker_id);
GO
