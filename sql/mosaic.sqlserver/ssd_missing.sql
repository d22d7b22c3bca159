-- META-ELEMENT: {"type": "header"}
-- ssd_missing for Mosaic on SQL Server (2012 or later), for reading: the script that is run is mosaic.sqlserver.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_missing"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_missing', N'U') IS NULL
CREATE TABLE ssd_missing (
  miss_table_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"MISS001A"}
  miss_person_id nvarchar(48) NULL, -- metadata={"item_ref":"MISS002A"}
  miss_missing_episode_start_date datetime NULL, -- metadata={"item_ref":"MISS003A"}
  miss_missing_episode_type nvarchar(100) NULL, -- metadata={"item_ref":"MISS004A"}
  miss_missing_episode_end_date datetime NULL, -- metadata={"item_ref":"MISS005A"}
  miss_missing_rhi_offered nvarchar(2) NULL, -- metadata={"item_ref":"MISS006A"}
  miss_missing_rhi_accepted nvarchar(2) NULL, -- metadata={"item_ref":"MISS007A"}
  CONSTRAINT pk_ssd_missing PRIMARY KEY (miss_table_id)
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
filter_answers AS (
  SELECT a.[WORKFLOW_STEP_ID] AS workflow_step_id, p.person_id AS person_id, a.[FILTER_NAME] AS filter_name, a.[FORM_ID] AS form_id, a.[TEXT_ANSWER] AS text_answer, a.[DATE_ANSWER] AS date_answer
  FROM [DM_FILTER_FORM_ANSWERS] AS a
  INNER JOIN person_steps AS p ON p.workflow_step_id = a.[WORKFLOW_STEP_ID] AND (a.[SUBJECT_PERSON_ID] IS NULL OR a.[SUBJECT_PERSON_ID] <= 0 OR a.[SUBJECT_PERSON_ID] = p.person_id)
),
coded_answers AS (
  SELECT a.workflow_step_id AS workflow_step_id, a.person_id AS person_id, a.filter_name AS filter_name, CASE a.text_answer WHEN N'Missing' THEN N'M' WHEN N'Absent' THEN N'A' END AS episode_type, CASE WHEN a.text_answer IN (N'Yes', N'Y') THEN N'Y' WHEN a.text_answer IN (N'No', N'N') THEN N'N' END AS yes_or_no
  FROM filter_answers AS a
),
missing_answers AS (
  SELECT c.workflow_step_id AS workflow_step_id, c.person_id AS person_id, MAX(CASE WHEN c.filter_name = N'Child Absent or Missing (Document)' THEN c.episode_type END) AS episode_type, MAX(CASE WHEN c.filter_name = N'Child Offered Return Interview' THEN c.yes_or_no END) AS rhi_offered, MAX(CASE WHEN c.filter_name = N'Child Accepted Return Interview' THEN c.yes_or_no END) AS rhi_accepted
  FROM coded_answers AS c
  GROUP BY c.workflow_step_id, c.person_id
)
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
INSERT INTO ssd_missing (
  miss_table_id, -- metadata={"item_ref":"MISS001A"}
  miss_person_id, -- metadata={"item_ref":"MISS002A"}
  miss_missing_episode_start_date, -- metadata={"item_ref":"MISS003A"}
  miss_missing_episode_type, -- metadata={"item_ref":"MISS004A"}
  miss_missing_episode_end_date, -- metadata={"item_ref":"MISS005A"}
  miss_missing_rhi_offered, -- metadata={"item_ref":"MISS006A"}
  miss_missing_rhi_accepted -- metadata={"item_ref":"MISS007A"}
)
SELECT
  picked.miss_table_id,
  picked.miss_person_id,
  picked.miss_missing_episode_start_date,
  picked.miss_missing_episode_type,
  picked.miss_missing_episode_end_date,
  picked.miss_missing_rhi_offered,
  picked.miss_missing_rhi_accepted
FROM (
  SELECT
    LEFT(NULLIF(RTRIM(step.step_key), N''), 48) AS miss_table_id, -- miss_table_id
    CAST(step.person_id AS nvarchar(30)) AS miss_person_id, -- miss_person_id
    step.started_on AS miss_missing_episode_start_date, -- miss_missing_episode_start_date
    LEFT(NULLIF(RTRIM(ans.episode_type), N''), 100) AS miss_missing_episode_type, -- miss_missing_episode_type
    step.completed_on AS miss_missing_episode_end_date, -- miss_missing_episode_end_date
    LEFT(NULLIF(RTRIM(ans.rhi_offered), N''), 2) AS miss_missing_rhi_offered, -- miss_missing_rhi_offered
    LEFT(NULLIF(RTRIM(ans.rhi_accepted), N''), 2) AS miss_missing_rhi_accepted, -- miss_missing_rhi_accepted
    ROW_NUMBER() OVER (PARTITION BY step.step_key ORDER BY CASE WHEN step.step_key IS NULL THEN 1 ELSE 0 END, step.step_key, CASE WHEN step.person_id IS NULL THEN 1 ELSE 0 END, step.person_id, CASE WHEN step.started_on IS NULL THEN 1 ELSE 0 END, step.started_on, CASE WHEN ans.episode_type IS NULL THEN 1 ELSE 0 END, ans.episode_type, CASE WHEN step.completed_on IS NULL THEN 1 ELSE 0 END, step.completed_on, CASE WHEN ans.rhi_offered IS NULL THEN 1 ELSE 0 END, ans.rhi_offered, CASE WHEN ans.rhi_accepted IS NULL THEN 1 ELSE 0 END, ans.rhi_accepted) AS ssd_row
  FROM person_steps AS step
  LEFT JOIN missing_answers AS ans ON ans.workflow_step_id = step.workflow_step_id AND ans.person_id = step.person_id
  WHERE step.is_missing_or_absent = N'Y'
    AND step.started_on < DATEADD(day, 1, @ssd_today)
    AND (step.completed_on >= @ssd_window_start OR step.completed_on IS NULL)
    AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(step.person_id AS nvarchar(30)))
    AND NULLIF(RTRIM(step.step_key), N'') IS NOT NULL
) AS picked
WHERE picked.ssd_row = 1;
-- META-ELEMENT: {"type": "create_fk"}
IF NOT EXISTS (SELECT 1 FROM sys.foreign_keys WHERE parent_object_id = OBJECT_ID(N'ssd_missing', N'U') AND name = N'fk_ssd_missing_miss_person_id')
ALTER TABLE ssd_missing ADD CONSTRAINT fk_ssd_missing_miss_person_id FOREIGN KEY (miss_person_id) REFERENCES ssd_person (pers_person_id);
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_missing', N'U') AND name = N'ix_ssd_missing_miss_person_id')
CREATE INDEX ix_ssd_missing_miss_person_id ON ssd_missing (miss_person_id);
GO
