-- META-ELEMENT: {"type": "header"}
-- ssd_cla_care_plan for Mosaic on SQL Server (2012 or later), for reading: the script that is run is mosaic.sqlserver.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_care_plan"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_cla_care_plan', N'U') IS NULL
CREATE TABLE ssd_cla_care_plan (
  lacp_table_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"LACP001A"}
  lacp_person_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"LACP007A"}
  lacp_cla_care_plan_start_date datetime NULL, -- metadata={"item_ref":"LACP004A"}
  lacp_cla_care_plan_end_date datetime NULL, -- metadata={"item_ref":"LACP005A"}
  lacp_cla_care_plan_json nvarchar(1000) NULL, -- metadata={"item_ref":"LACP003A"}
  CONSTRAINT pk_ssd_cla_care_plan PRIMARY KEY (lacp_table_id)
);
-- META-ELEMENT: {"type": "insert_data"}
WITH plan_steps AS (
  SELECT DISTINCT s.[WORKFLOW_STEP_ID] AS workflow_step_id, s.[PERSON_ID] AS person_id
  FROM [DM_WORKFLOW_STEPS_PEOPLE_VW] AS s
  WHERE s.[WORKFLOW_STEP_TYPE_ID] IN (1232, 1242, 1237, 1234, 496, 500, 1262, 1263, 1264, 1295, 1297) AND s.[STEP_STATUS] IN (N'INCOMING', N'STARTED', N'COMPLETED', N'REOPENED')
),
earlier_steps AS (
  SELECT b.[WORKFLOW_STEP_ID] AS workflow_step_id, p.person_id AS person_id, MIN(p.workflow_step_id) AS first_step_id
  FROM [DM_WORKFLOW_BACKWARDS] AS b
  INNER JOIN plan_steps AS p ON p.workflow_step_id = b.[PRECEDING_WORKFLOW_STEP_ID]
  GROUP BY b.[WORKFLOW_STEP_ID], p.person_id
),
first_steps AS (
  SELECT DISTINCT s.person_id AS person_id, COALESCE(e.first_step_id, s.workflow_step_id) AS first_step_id
  FROM plan_steps AS s
  LEFT JOIN earlier_steps AS e ON e.workflow_step_id = s.workflow_step_id AND e.person_id = s.person_id
),
chain_steps AS (
  SELECT f.person_id AS person_id, f.first_step_id AS first_step_id, f.first_step_id AS step_id
  FROM first_steps AS f
  UNION
  SELECT f.person_id AS person_id, f.first_step_id AS first_step_id, w.[SUBSEQUENT_WORKFLOW_STEP_ID] AS subsequent_workflow_step_id
  FROM first_steps AS f
  INNER JOIN [DM_WORKFLOW_FORWARDS] AS w ON w.[WORKFLOW_STEP_ID] = f.first_step_id
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
chains AS (
  SELECT c.person_id AS person_id, c.first_step_id AS first_step_id, MAX(CASE WHEN s.step_status IN (N'PROPOSED', N'INCOMING', N'STARTED', N'REOPENED') THEN 1 ELSE 0 END) AS is_active, MAX(CASE WHEN s.step_status = N'COMPLETED' AND t.[IS_CASE_CLOSURE] = N'Y' THEN s.workflow_step_id END) AS closure_step_id, MAX(CASE WHEN s.step_status = N'COMPLETED' THEN s.workflow_step_id END) AS last_step_id
  FROM chain_steps AS c
  INNER JOIN person_steps AS s ON s.workflow_step_id = c.step_id AND s.person_id = c.person_id
  LEFT JOIN [DM_WORKFLOW_STEP_TYPES] AS t ON t.[WORKFLOW_STEP_TYPE_ID] = s.workflow_step_type_id
  GROUP BY c.person_id, c.first_step_id
),
care_plans AS (
  SELECT c.person_id AS person_id, c.first_step_id AS first_step_id, CASE WHEN c.is_active = 0 THEN COALESCE(c.closure_step_id, c.last_step_id) END AS closing_step_id
  FROM chains AS c
),
answers AS (
  SELECT a.[WORKFLOW_STEP_ID] AS workflow_step_id, p.person_id AS person_id, a.[QUESTION_USER_CODE] AS question_user_code, a.[FORM_ID] AS form_id, a.[TEXT_ANSWER] AS text_answer, a.[NUMBER_ANSWER] AS number_answer, a.[DATE_ANSWER] AS date_answer
  FROM [DM_CACHED_FORM_ANSWERS] AS a
  INNER JOIN person_steps AS p ON p.workflow_step_id = a.[WORKFLOW_STEP_ID] AND (a.[SUBJECT_PERSON_ID] IS NULL OR a.[SUBJECT_PERSON_ID] <= 0 OR a.[SUBJECT_PERSON_ID] = p.person_id)
),
permanence_answers AS (
  SELECT a.workflow_step_id AS workflow_step_id, a.person_id AS person_id, a.form_id AS form_id, a.text_answer AS text_answer
  FROM answers AS a
  WHERE a.question_user_code IN (N'lac.perm.plan', N'pwpc.permanenceplan') AND NULLIF(RTRIM(a.text_answer), N'') IS NOT NULL
)
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
INSERT INTO ssd_cla_care_plan (
  lacp_table_id, -- metadata={"item_ref":"LACP001A"}
  lacp_person_id, -- metadata={"item_ref":"LACP007A"}
  lacp_cla_care_plan_start_date, -- metadata={"item_ref":"LACP004A"}
  lacp_cla_care_plan_end_date, -- metadata={"item_ref":"LACP005A"}
  lacp_cla_care_plan_json -- metadata={"item_ref":"LACP003A"}
)
SELECT
  picked.lacp_table_id,
  picked.lacp_person_id,
  picked.lacp_cla_care_plan_start_date,
  picked.lacp_cla_care_plan_end_date,
  picked.lacp_cla_care_plan_json
FROM (
  SELECT
    LEFT(NULLIF(RTRIM(CONCAT(CAST([plan].first_step_id AS nvarchar(30)), N'.', CAST([plan].person_id AS nvarchar(30)))), N''), 48) AS lacp_table_id, -- lacp_table_id
    CAST([plan].person_id AS nvarchar(30)) AS lacp_person_id, -- lacp_person_id
    DATEADD(day, DATEDIFF(day, 0, first.started_on), 0) AS lacp_cla_care_plan_start_date, -- lacp_cla_care_plan_start_date
    DATEADD(day, DATEDIFF(day, 0, closing.completed_on), 0) AS lacp_cla_care_plan_end_date, -- lacp_cla_care_plan_end_date
    REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE((
      N'{"PERMANENCE_PLAN":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(COALESCE(CASE ans.text_answer WHEN N'Return to birth family' THEN N'A) Return to Family' WHEN N'Adoption' THEN N'B) Adoption' WHEN N'Long term placement friends / family' THEN N'C) SGO/CAO' WHEN N'Independent living/supported living in the community (Pathways or other)' THEN N'D) Supported Living in the Community' WHEN N'Residential' THEN N'E) Long-Term Residential Placement' WHEN N'Long term fostering' THEN N'F) Long-Term Fostering' WHEN N'Other (please specify)' THEN N'G) Other' END, ans.text_answer)), N''), 470), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
      N'}') COLLATE Latin1_General_BIN2, NCHAR(1), N' '), NCHAR(2), N' '), NCHAR(3), N' '), NCHAR(4), N' '), NCHAR(5), N' '), NCHAR(6), N' '), NCHAR(7), N' '), NCHAR(8), N' '), NCHAR(11), N' '), NCHAR(12), N' '), NCHAR(14), N' '), NCHAR(15), N' '), NCHAR(16), N' '), NCHAR(17), N' '), NCHAR(18), N' '), NCHAR(19), N' '), NCHAR(20), N' '), NCHAR(21), N' '), NCHAR(22), N' '), NCHAR(23), N' '), NCHAR(24), N' '), NCHAR(25), N' '), NCHAR(26), N' '), NCHAR(27), N' '), NCHAR(28), N' '), NCHAR(29), N' '), NCHAR(30), N' '), NCHAR(31), N' '), NCHAR(13), N'\r'), NCHAR(10), N'\n'), NCHAR(9), N'\t') AS lacp_cla_care_plan_json, -- lacp_cla_care_plan_json
    ROW_NUMBER() OVER (PARTITION BY CONCAT(CAST([plan].first_step_id AS nvarchar(30)), N'.', CAST([plan].person_id AS nvarchar(30))) ORDER BY CASE WHEN [plan].first_step_id IS NULL THEN 1 ELSE 0 END, [plan].first_step_id, CASE WHEN [plan].person_id IS NULL THEN 1 ELSE 0 END, [plan].person_id, CASE WHEN first.started_on IS NULL THEN 1 ELSE 0 END, first.started_on, CASE WHEN closing.completed_on IS NULL THEN 1 ELSE 0 END, closing.completed_on, CASE WHEN ans.text_answer IS NULL THEN 1 ELSE 0 END, ans.text_answer) AS ssd_row
  FROM care_plans AS [plan]
  LEFT JOIN person_steps AS first ON first.workflow_step_id = [plan].first_step_id AND first.person_id = [plan].person_id
  LEFT JOIN person_steps AS closing ON closing.workflow_step_id = [plan].closing_step_id AND closing.person_id = [plan].person_id
  OUTER APPLY (SELECT TOP (1) ans.* FROM permanence_answers AS ans WHERE ans.workflow_step_id = [plan].first_step_id AND ans.person_id = [plan].person_id ORDER BY ans.form_id DESC, CASE WHEN ans.text_answer IS NULL THEN 1 ELSE 0 END, ans.text_answer) AS ans
  WHERE DATEADD(day, DATEDIFF(day, 0, first.started_on), 0) < DATEADD(day, 1, @ssd_today)
    AND (DATEADD(day, DATEDIFF(day, 0, closing.completed_on), 0) >= @ssd_window_start OR DATEADD(day, DATEDIFF(day, 0, closing.completed_on), 0) IS NULL)
    AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST([plan].person_id AS nvarchar(30)))
    AND NULLIF(RTRIM(CONCAT(CAST([plan].first_step_id AS nvarchar(30)), N'.', CAST([plan].person_id AS nvarchar(30)))), N'') IS NOT NULL
    AND [plan].person_id IS NOT NULL
) AS picked
WHERE picked.ssd_row = 1;
-- META-ELEMENT: {"type": "create_fk"}
IF NOT EXISTS (SELECT 1 FROM sys.foreign_keys WHERE parent_object_id = OBJECT_ID(N'ssd_cla_care_plan', N'U') AND name = N'fk_ssd_cla_care_plan_lacp_person_id')
ALTER TABLE ssd_cla_care_plan ADD CONSTRAINT fk_ssd_cla_care_plan_lacp_person_id FOREIGN KEY (lacp_person_id) REFERENCES ssd_person (pers_person_id);
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_cla_care_plan', N'U') AND name = N'ix_ssd_cla_care_plan_lacp_person_id')
CREATE INDEX ix_ssd_cla_care_plan_lacp_person_id ON ssd_cla_care_plan (lacp_person_id);
GO
