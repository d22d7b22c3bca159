-- META-ELEMENT: {"type": "header"}
-- ssd_cp_visits for Mosaic on SQL Server (2012 or later), for reading: the script that is run is mosaic.sqlserver.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_cp_visits"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_cp_visits', N'U') IS NULL
CREATE TABLE ssd_cp_visits (
  cppv_cp_visit_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"CPPV007A"}
  cppv_person_id nvarchar(48) NULL, -- metadata={"item_ref":"CPPV008A"}
  cppv_cp_plan_id nvarchar(48) NULL, -- metadata={"item_ref":"CPPV001A"}
  cppv_cp_visit_date datetime NULL, -- metadata={"item_ref":"CPPV003A"}
  cppv_cp_visit_seen nchar(1) NULL, -- metadata={"item_ref":"CPPV004A"}
  cppv_cp_visit_seen_alone nchar(1) NULL, -- metadata={"item_ref":"CPPV005A"}
  cppv_cp_visit_bedroom nchar(1) NULL, -- metadata={"item_ref":"CPPV006A"}
  CONSTRAINT pk_ssd_cp_visits PRIMARY KEY (cppv_cp_visit_id)
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
answers AS (
  SELECT a.[WORKFLOW_STEP_ID] AS workflow_step_id, p.person_id AS person_id, a.[QUESTION_USER_CODE] AS question_user_code, a.[FORM_ID] AS form_id, a.[TEXT_ANSWER] AS text_answer, a.[NUMBER_ANSWER] AS number_answer, a.[DATE_ANSWER] AS date_answer
  FROM [DM_CACHED_FORM_ANSWERS] AS a
  INNER JOIN person_steps AS p ON p.workflow_step_id = a.[WORKFLOW_STEP_ID] AND (a.[SUBJECT_PERSON_ID] IS NULL OR a.[SUBJECT_PERSON_ID] <= 0 OR a.[SUBJECT_PERSON_ID] = p.person_id)
),
visit_answers AS (
  SELECT a.workflow_step_id AS workflow_step_id, a.person_id AS person_id, MAX(CASE WHEN a.question_user_code IN (N'cpFLDDateAndTimeOfVisit') THEN a.date_answer END) AS visit_date, MAX(CASE WHEN a.question_user_code IN (N'cpCOLSubjectsFLDChildYPSeen') AND a.text_answer IN (N'Yes') THEN N'Y' END) AS seen, MAX(CASE WHEN a.question_user_code IN (N'REP_ANXA_cpCOLSubjectsFLDChildYPSeenAlone') AND a.text_answer IN (N'Yes') THEN N'Y' END) AS seen_alone, MAX(CASE WHEN a.question_user_code IN (NULL /* cp_visit_bedroom_questions */) THEN CASE WHEN a.text_answer IN (N'Yes') THEN N'Y' WHEN NULLIF(RTRIM(a.text_answer), N'') IS NOT NULL THEN N'N' END END) AS bedroom
  FROM answers AS a
  GROUP BY a.workflow_step_id, a.person_id
),
cp_plans AS (
  SELECT r.[REGISTRATION_ID] AS registration_id, r.[PERSON_ID] AS person_id, r.[REGISTRATION_STEP_ID] AS registration_step_id, r.[REGISTRATION_START_DATE] AS registration_start_date, r.[DEREGISTRATION_DATE] AS deregistration_date
  FROM [DM_REGISTRATIONS] AS r
  WHERE r.[IS_CHILD_PROTECTION_PLAN] = N'Y' AND COALESCE(r.[IS_TEMPORARY_CHILD_PROTECTION], N'N') = N'N'
)
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
INSERT INTO ssd_cp_visits (
  cppv_cp_visit_id, -- metadata={"item_ref":"CPPV007A"}
  cppv_person_id, -- metadata={"item_ref":"CPPV008A"}
  cppv_cp_plan_id, -- metadata={"item_ref":"CPPV001A"}
  cppv_cp_visit_date, -- metadata={"item_ref":"CPPV003A"}
  cppv_cp_visit_seen, -- metadata={"item_ref":"CPPV004A"}
  cppv_cp_visit_seen_alone, -- metadata={"item_ref":"CPPV005A"}
  cppv_cp_visit_bedroom -- metadata={"item_ref":"CPPV006A"}
)
SELECT
  picked.cppv_cp_visit_id,
  picked.cppv_person_id,
  picked.cppv_cp_plan_id,
  picked.cppv_cp_visit_date,
  picked.cppv_cp_visit_seen,
  picked.cppv_cp_visit_seen_alone,
  picked.cppv_cp_visit_bedroom
FROM (
  SELECT
    numbered.cppv_cp_visit_id,
    numbered.cppv_person_id,
    numbered.cppv_cp_plan_id,
    numbered.cppv_cp_visit_date,
    numbered.cppv_cp_visit_seen,
    numbered.cppv_cp_visit_seen_alone,
    numbered.cppv_cp_visit_bedroom,
    ROW_NUMBER() OVER (PARTITION BY numbered.cppv_cp_visit_id ORDER BY numbered.ssd_place) AS ssd_key_row
  FROM (
  SELECT
    LEFT(NULLIF(RTRIM(CONCAT(CAST(step.[WORKFLOW_STEP_ID] AS nvarchar(30)), N'.', CAST(step.[PERSON_ID] AS nvarchar(30)))), N''), 48) AS cppv_cp_visit_id, -- cppv_cp_visit_id
    CAST(step.[PERSON_ID] AS nvarchar(30)) AS cppv_person_id, -- cppv_person_id
    CAST([plan].registration_id AS nvarchar(30)) AS cppv_cp_plan_id, -- cppv_cp_plan_id
    COALESCE(ans.visit_date, step.[COMPLETED_ON]) AS cppv_cp_visit_date, -- cppv_cp_visit_date
    LEFT(NULLIF(RTRIM(COALESCE(ans.seen, N'N')), N''), 1) AS cppv_cp_visit_seen, -- cppv_cp_visit_seen
    LEFT(NULLIF(RTRIM(COALESCE(ans.seen_alone, N'N')), N''), 1) AS cppv_cp_visit_seen_alone, -- cppv_cp_visit_seen_alone
    LEFT(NULLIF(RTRIM(ans.bedroom), N''), 1) AS cppv_cp_visit_bedroom, -- cppv_cp_visit_bedroom
    ROW_NUMBER() OVER (PARTITION BY step.[WORKFLOW_STEP_ID], step.[PERSON_ID] ORDER BY step.[STARTED_ON] DESC, CASE WHEN step.[WORKFLOW_STEP_ID] IS NULL THEN 1 ELSE 0 END, step.[WORKFLOW_STEP_ID], CASE WHEN step.[PERSON_ID] IS NULL THEN 1 ELSE 0 END, step.[PERSON_ID], CASE WHEN [plan].registration_id IS NULL THEN 1 ELSE 0 END, [plan].registration_id, CASE WHEN ans.visit_date IS NULL THEN 1 ELSE 0 END, ans.visit_date, CASE WHEN step.[COMPLETED_ON] IS NULL THEN 1 ELSE 0 END, step.[COMPLETED_ON], CASE WHEN ans.seen IS NULL THEN 1 ELSE 0 END, ans.seen, CASE WHEN ans.seen_alone IS NULL THEN 1 ELSE 0 END, ans.seen_alone, CASE WHEN ans.bedroom IS NULL THEN 1 ELSE 0 END, ans.bedroom) AS ssd_row,
    ROW_NUMBER() OVER (ORDER BY step.[STARTED_ON] DESC, CASE WHEN step.[WORKFLOW_STEP_ID] IS NULL THEN 1 ELSE 0 END, step.[WORKFLOW_STEP_ID], CASE WHEN step.[PERSON_ID] IS NULL THEN 1 ELSE 0 END, step.[PERSON_ID], CASE WHEN [plan].registration_id IS NULL THEN 1 ELSE 0 END, [plan].registration_id, CASE WHEN ans.visit_date IS NULL THEN 1 ELSE 0 END, ans.visit_date, CASE WHEN step.[COMPLETED_ON] IS NULL THEN 1 ELSE 0 END, step.[COMPLETED_ON], CASE WHEN ans.seen IS NULL THEN 1 ELSE 0 END, ans.seen, CASE WHEN ans.seen_alone IS NULL THEN 1 ELSE 0 END, ans.seen_alone, CASE WHEN ans.bedroom IS NULL THEN 1 ELSE 0 END, ans.bedroom) AS ssd_place
  FROM [DM_WORKFLOW_STEPS_PEOPLE_VW] AS step
  LEFT JOIN visit_answers AS ans ON ans.workflow_step_id = step.[WORKFLOW_STEP_ID] AND ans.person_id = step.[PERSON_ID]
  OUTER APPLY (SELECT TOP (1) [plan].* FROM cp_plans AS [plan] WHERE [plan].person_id = step.[PERSON_ID] AND DATEADD(day, DATEDIFF(day, 0, COALESCE(ans.visit_date, step.[COMPLETED_ON])), 0) BETWEEN DATEADD(day, DATEDIFF(day, 0, [plan].registration_start_date), 0) AND COALESCE([plan].deregistration_date, CONVERT(datetime, N'9999-12-31T00:00:00', 126)) ORDER BY [plan].registration_start_date DESC, [plan].registration_id DESC) AS [plan]
  WHERE step.[WORKFLOW_STEP_TYPE_ID] IN (1187)
    AND step.[STEP_STATUS] IN (N'INCOMING', N'STARTED', N'REOPENED', N'COMPLETED')
    AND DATEADD(day, DATEDIFF(day, 0, step.[STARTED_ON]), 0) < DATEADD(day, 1, @ssd_today)
    AND (DATEADD(day, DATEDIFF(day, 0, step.[COMPLETED_ON]), 0) >= @ssd_window_start OR DATEADD(day, DATEDIFF(day, 0, step.[COMPLETED_ON]), 0) IS NULL)
    AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(step.[PERSON_ID] AS nvarchar(30)))
    AND NULLIF(RTRIM(CONCAT(CAST(step.[WORKFLOW_STEP_ID] AS nvarchar(30)), N'.', CAST(step.[PERSON_ID] AS nvarchar(30)))), N'') IS NOT NULL
) AS numbered
WHERE numbered.ssd_row = 1
) AS picked
WHERE picked.ssd_key_row = 1;
-- META-ELEMENT: {"type": "create_fk"}
IF NOT EXISTS (SELECT 1 FROM sys.foreign_keys WHERE parent_object_id = OBJECT_ID(N'ssd_cp_visits', N'U') AND name = N'fk_ssd_cp_visits_cppv_person_id')
ALTER TABLE ssd_cp_visits ADD CONSTRAINT fk_ssd_cp_visits_cppv_person_id FOREIGN KEY (cppv_person_id) REFERENCES ssd_person (pers_person_id);
-- not enforced: cppv_cp_plan_id to ssd_cp_plans.cppl_cp_plan_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_cp_visits', N'U') AND name = N'ix_ssd_cp_visits_cppv_person_id')
CREATE INDEX ix_ssd_cp_visits_cppv_person_id ON ssd_cp_visits (cppv_person_id);
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_cp_visits', N'U') AND name = N'ix_ssd_cp_visits_cppv_cp_plan_id')
CREATE INDEX ix_ssd_cp_visits_cppv_cp_plan_id ON ssd_cp_visits (cppv_cp_plan_id);
-- META-ELEMENT: {"type": "count_orphans"}
SELECT N'ssd_cp_visits.cppv_cp_plan_id' AS reference, COUNT(*) AS orphans FROM ssd_cp_visits AS child WHERE child.cppv_cp_plan_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_cp_plans AS parent WHERE parent.cppl_cp_plan_id = child.cppv_cp_plan_id);
GO
