-- META-ELEMENT: {"type": "header"}
-- ssd_cla_immunisations for Mosaic on SQL Server (2012 or later), for reading: the script that is run is mosaic.sqlserver.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_immunisations"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_cla_immunisations', N'U') IS NULL
CREATE TABLE ssd_cla_immunisations (
  clai_person_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"CLAI002A"}
  clai_immunisations_status nchar(1) NULL, -- metadata={"item_ref":"CLAI004A"}
  clai_immunisations_status_date datetime NULL, -- metadata={"item_ref":"CLAI005A"}
  CONSTRAINT pk_ssd_cla_immunisations PRIMARY KEY (clai_person_id)
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
)
INSERT INTO ssd_cla_immunisations (
  clai_person_id, -- metadata={"item_ref":"CLAI002A"}
  clai_immunisations_status, -- metadata={"item_ref":"CLAI004A"}
  clai_immunisations_status_date -- metadata={"item_ref":"CLAI005A"}
)
SELECT
  picked.clai_person_id,
  picked.clai_immunisations_status,
  picked.clai_immunisations_status_date
FROM (
  SELECT
    CAST(step.person_id AS nvarchar(30)) AS clai_person_id, -- clai_person_id
    CASE WHEN ans.text_answer IN (N'Yes') THEN N'Y' WHEN NULLIF(RTRIM(ans.text_answer), N'') IS NOT NULL THEN N'N' END AS clai_immunisations_status, -- clai_immunisations_status
    step.started_on AS clai_immunisations_status_date, -- clai_immunisations_status_date
    ROW_NUMBER() OVER (PARTITION BY step.person_id ORDER BY step.started_on DESC, step.workflow_step_id DESC, CASE WHEN ans.question_user_code IS NULL THEN 1 ELSE 0 END, ans.question_user_code, CASE WHEN ans.text_answer IS NULL THEN 1 ELSE 0 END, ans.text_answer, CASE WHEN step.person_id IS NULL THEN 1 ELSE 0 END, step.person_id) AS ssd_row
  FROM person_steps AS step
  INNER JOIN answers AS ans ON ans.workflow_step_id = step.workflow_step_id AND ans.person_id = step.person_id
  WHERE step.workflow_step_type_id IN (406, 1239)
    AND ans.question_user_code IN (N'lac.ihr09.immsuptodate', N'lac.ihr10.immsuptodate', N'lacFLDPartCHealthRecommImmunisations')
    AND step.step_status IN (N'STARTED', N'REOPENED', N'COMPLETED')
    AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(step.person_id AS nvarchar(30)))
    AND step.person_id IS NOT NULL
) AS picked
WHERE picked.ssd_row = 1;
-- META-ELEMENT: {"type": "create_fk"}
IF NOT EXISTS (SELECT 1 FROM sys.foreign_keys WHERE parent_object_id = OBJECT_ID(N'ssd_cla_immunisations', N'U') AND name = N'fk_ssd_cla_immunisations_clai_person_id')
ALTER TABLE ssd_cla_immunisations ADD CONSTRAINT fk_ssd_cla_immunisations_clai_person_id FOREIGN KEY (clai_person_id) REFERENCES ssd_person (pers_person_id);
GO
