-- META-ELEMENT: {"type": "header"}
-- ssd_cla_visits for Mosaic on SQL Server (2012 or later), for reading: the script that is run is mosaic.sqlserver.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_visits"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_cla_visits', N'U') IS NULL
CREATE TABLE ssd_cla_visits (
  clav_cla_visit_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"CLAV001A"}
  clav_cla_id nvarchar(48) NULL, -- metadata={"item_ref":"CLAV007A"}
  clav_person_id nvarchar(48) NULL, -- metadata={"item_ref":"CLAV008A"}
  clav_cla_visit_date datetime NULL, -- metadata={"item_ref":"CLAV003A"}
  clav_cla_visit_seen nchar(1) NULL, -- metadata={"item_ref":"CLAV004A"}
  clav_cla_visit_seen_alone nchar(1) NULL, -- metadata={"item_ref":"CLAV005A"}
  CONSTRAINT pk_ssd_cla_visits PRIMARY KEY (clav_cla_visit_id)
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
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
INSERT INTO ssd_cla_visits (
  clav_cla_visit_id, -- metadata={"item_ref":"CLAV001A"}
  clav_cla_id, -- metadata={"item_ref":"CLAV007A"}
  clav_person_id, -- metadata={"item_ref":"CLAV008A"}
  clav_cla_visit_date, -- metadata={"item_ref":"CLAV003A"}
  clav_cla_visit_seen, -- metadata={"item_ref":"CLAV004A"}
  clav_cla_visit_seen_alone -- metadata={"item_ref":"CLAV005A"}
)
SELECT
  picked.clav_cla_visit_id,
  picked.clav_cla_id,
  picked.clav_person_id,
  picked.clav_cla_visit_date,
  picked.clav_cla_visit_seen,
  picked.clav_cla_visit_seen_alone
FROM (
  SELECT
    numbered.clav_cla_visit_id,
    numbered.clav_cla_id,
    numbered.clav_person_id,
    numbered.clav_cla_visit_date,
    numbered.clav_cla_visit_seen,
    numbered.clav_cla_visit_seen_alone,
    ROW_NUMBER() OVER (PARTITION BY numbered.clav_cla_visit_id ORDER BY numbered.ssd_place) AS ssd_key_row
  FROM (
  SELECT
    LEFT(NULLIF(RTRIM(CONCAT(visit.[VISIT_TYPE], N'.', CAST(visit.[VISIT_ID] AS nvarchar(30)), N'.', CAST(visit.[PERSON_ID] AS nvarchar(30)))), N''), 48) AS clav_cla_visit_id, -- clav_cla_visit_id
    CAST((SELECT MAX(c.[PERIOD_OF_CARE_ID]) FROM [DM_PERIODS_OF_CARE] AS c WHERE c.[PERSON_ID] = visit.[PERSON_ID] AND visit.[ACTUAL_DATE] BETWEEN c.[START_DATE] AND COALESCE(c.[END_DATE], CONVERT(datetime, N'9999-12-31T00:00:00', 126))) AS nvarchar(30)) AS clav_cla_id, -- clav_cla_id
    CAST(visit.[PERSON_ID] AS nvarchar(30)) AS clav_person_id, -- clav_person_id
    visit.[ACTUAL_DATE] AS clav_cla_visit_date, -- clav_cla_visit_date
    LEFT(NULLIF(RTRIM(COALESCE(CASE WHEN vtype.[VISIT_SOURCE] = N'Mos Step' THEN (SELECT MAX(CASE a.text_answer WHEN N'Yes' THEN N'Y' WHEN N'No' THEN N'N' WHEN N'Y' THEN N'Y' WHEN N'N' THEN N'N' END) FROM answers AS a WHERE a.workflow_step_id = visit.[VISIT_ID] AND a.person_id = visit.[PERSON_ID] AND a.question_user_code IN (NULL /* cla_visit_seen_questions */)) END, CASE WHEN visit.[SEEN_ALONE_FLAG] = N'Y' THEN N'Y' END)), N''), 1) AS clav_cla_visit_seen, -- clav_cla_visit_seen
    LEFT(NULLIF(RTRIM(visit.[SEEN_ALONE_FLAG]), N''), 1) AS clav_cla_visit_seen_alone, -- clav_cla_visit_seen_alone
    ROW_NUMBER() OVER (PARTITION BY visit.[VISIT_TYPE], visit.[VISIT_ID], visit.[PERSON_ID] ORDER BY visit.[ACTUAL_DATE] DESC, CASE WHEN visit.[VISIT_TYPE] IS NULL THEN 1 ELSE 0 END, visit.[VISIT_TYPE], CASE WHEN visit.[VISIT_ID] IS NULL THEN 1 ELSE 0 END, visit.[VISIT_ID], CASE WHEN visit.[PERSON_ID] IS NULL THEN 1 ELSE 0 END, visit.[PERSON_ID], CASE WHEN vtype.[VISIT_SOURCE] IS NULL THEN 1 ELSE 0 END, vtype.[VISIT_SOURCE], CASE WHEN visit.[SEEN_ALONE_FLAG] IS NULL THEN 1 ELSE 0 END, visit.[SEEN_ALONE_FLAG]) AS ssd_row,
    ROW_NUMBER() OVER (ORDER BY visit.[ACTUAL_DATE] DESC, CASE WHEN visit.[VISIT_TYPE] IS NULL THEN 1 ELSE 0 END, visit.[VISIT_TYPE], CASE WHEN visit.[VISIT_ID] IS NULL THEN 1 ELSE 0 END, visit.[VISIT_ID], CASE WHEN visit.[PERSON_ID] IS NULL THEN 1 ELSE 0 END, visit.[PERSON_ID], CASE WHEN vtype.[VISIT_SOURCE] IS NULL THEN 1 ELSE 0 END, vtype.[VISIT_SOURCE], CASE WHEN visit.[SEEN_ALONE_FLAG] IS NULL THEN 1 ELSE 0 END, visit.[SEEN_ALONE_FLAG]) AS ssd_place
  FROM [DM_VISITS] AS visit
  LEFT JOIN [DM_VISIT_TYPES] AS vtype ON vtype.[VISIT_TYPE] = visit.[VISIT_TYPE]
  WHERE visit.[VISIT_TYPE] IN (N'STP.1193', N'VIS.CLA')
    AND visit.[ACTUAL_DATE] < DATEADD(day, 1, @ssd_today)
    AND (visit.[ACTUAL_DATE] >= @ssd_window_start OR visit.[ACTUAL_DATE] IS NULL)
    AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(visit.[PERSON_ID] AS nvarchar(30)))
    AND NULLIF(RTRIM(CONCAT(visit.[VISIT_TYPE], N'.', CAST(visit.[VISIT_ID] AS nvarchar(30)), N'.', CAST(visit.[PERSON_ID] AS nvarchar(30)))), N'') IS NOT NULL
) AS numbered
WHERE numbered.ssd_row = 1
) AS picked
WHERE picked.ssd_key_row = 1;
-- META-ELEMENT: {"type": "create_fk"}
IF NOT EXISTS (SELECT 1 FROM sys.foreign_keys WHERE parent_object_id = OBJECT_ID(N'ssd_cla_visits', N'U') AND name = N'fk_ssd_cla_visits_clav_person_id')
ALTER TABLE ssd_cla_visits ADD CONSTRAINT fk_ssd_cla_visits_clav_person_id FOREIGN KEY (clav_person_id) REFERENCES ssd_person (pers_person_id);
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_cla_visits', N'U') AND name = N'ix_ssd_cla_visits_clav_person_id')
CREATE INDEX ix_ssd_cla_visits_clav_person_id ON ssd_cla_visits (clav_person_id);
GO
