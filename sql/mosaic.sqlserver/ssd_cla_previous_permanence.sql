-- META-ELEMENT: {"type": "header"}
-- ssd_cla_previous_permanence for Mosaic on SQL Server (2012 or later), for reading: the script that is run is mosaic.sqlserver.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_previous_permanence"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_cla_previous_permanence', N'U') IS NULL
CREATE TABLE ssd_cla_previous_permanence (
  lapp_table_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"LAPP001A"}
  lapp_person_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"LAPP002A"}
  lapp_previous_permanence_order_date nvarchar(100) NULL, -- metadata={"item_ref":"LAPP003A"}
  lapp_previous_permanence_option nvarchar(200) NULL, -- metadata={"item_ref":"LAPP004A"}
  lapp_previous_permanence_la nvarchar(100) NULL, -- metadata={"item_ref":"LAPP005A"}
  CONSTRAINT pk_ssd_cla_previous_permanence PRIMARY KEY (lapp_table_id)
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
)
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
INSERT INTO ssd_cla_previous_permanence (
  lapp_table_id, -- metadata={"item_ref":"LAPP001A"}
  lapp_person_id, -- metadata={"item_ref":"LAPP002A"}
  lapp_previous_permanence_order_date, -- metadata={"item_ref":"LAPP003A"}
  lapp_previous_permanence_option, -- metadata={"item_ref":"LAPP004A"}
  lapp_previous_permanence_la -- metadata={"item_ref":"LAPP005A"}
)
SELECT
  picked.lapp_table_id,
  picked.lapp_person_id,
  picked.lapp_previous_permanence_order_date,
  picked.lapp_previous_permanence_option,
  picked.lapp_previous_permanence_la
FROM (
  SELECT
    numbered.lapp_table_id,
    numbered.lapp_person_id,
    numbered.lapp_previous_permanence_order_date,
    numbered.lapp_previous_permanence_option,
    numbered.lapp_previous_permanence_la,
    ROW_NUMBER() OVER (PARTITION BY numbered.lapp_table_id ORDER BY numbered.ssd_place) AS ssd_key_row
  FROM (
  SELECT
    LEFT(NULLIF(RTRIM(CONCAT(CAST(ans.form_id AS nvarchar(30)), N'.', CAST(ans.person_id AS nvarchar(30)))), N''), 48) AS lapp_table_id, -- lapp_table_id
    CAST(ans.person_id AS nvarchar(30)) AS lapp_person_id, -- lapp_person_id
    LEFT(NULLIF(RTRIM(LEFT(CONVERT(nvarchar(19), ans.date_answer, 126), 10)), N''), 100) AS lapp_previous_permanence_order_date, -- lapp_previous_permanence_order_date
    LEFT(NULLIF(RTRIM((SELECT MAX(a.text_answer) FROM filter_answers AS a WHERE a.workflow_step_id = ans.workflow_step_id AND a.person_id = ans.person_id AND a.filter_name = N'Child Previous Permanence Option (Document)')), N''), 200) AS lapp_previous_permanence_option, -- lapp_previous_permanence_option
    LEFT(NULLIF(RTRIM((SELECT MAX(a.text_answer) FROM filter_answers AS a WHERE a.workflow_step_id = ans.workflow_step_id AND a.person_id = ans.person_id AND a.filter_name = N'Child Previous Permanence LA (Document)')), N''), 100) AS lapp_previous_permanence_la, -- lapp_previous_permanence_la
    ROW_NUMBER() OVER (PARTITION BY ans.person_id ORDER BY ans.date_answer DESC, ans.form_id DESC, ans.workflow_step_id DESC, CASE WHEN ans.person_id IS NULL THEN 1 ELSE 0 END, ans.person_id) AS ssd_row,
    ROW_NUMBER() OVER (ORDER BY ans.date_answer DESC, ans.form_id DESC, ans.workflow_step_id DESC, CASE WHEN ans.person_id IS NULL THEN 1 ELSE 0 END, ans.person_id) AS ssd_place
  FROM filter_answers AS ans
  WHERE ans.filter_name = N'Child Previous Permanence Option Date (Document)'
    AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(ans.person_id AS nvarchar(30)))
    AND NULLIF(RTRIM(CONCAT(CAST(ans.form_id AS nvarchar(30)), N'.', CAST(ans.person_id AS nvarchar(30)))), N'') IS NOT NULL
    AND ans.person_id IS NOT NULL
) AS numbered
WHERE numbered.ssd_row = 1
) AS picked
WHERE picked.ssd_key_row = 1;
-- META-ELEMENT: {"type": "create_fk"}
IF NOT EXISTS (SELECT 1 FROM sys.foreign_keys WHERE parent_object_id = OBJECT_ID(N'ssd_cla_previous_permanence', N'U') AND name = N'fk_ssd_cla_previous_permanence_lapp_person_id')
ALTER TABLE ssd_cla_previous_permanence ADD CONSTRAINT fk_ssd_cla_previous_permanence_lapp_person_id FOREIGN KEY (lapp_person_id) REFERENCES ssd_person (pers_person_id);
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_cla_previous_permanence', N'U') AND name = N'ix_ssd_cla_previous_permanence_lapp_person_id')
CREATE INDEX ix_ssd_cla_previous_permanence_lapp_person_id ON ssd_cla_previous_permanence (lapp_person_id);
GO
