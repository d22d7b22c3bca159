-- META-ELEMENT: {"type": "header"}
-- ssd_contacts for Mosaic on SQL Server (2012 or later), for reading: the script that is run is mosaic.sqlserver.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_contacts"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_contacts', N'U') IS NULL
CREATE TABLE ssd_contacts (
  cont_contact_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"CONT001A"}
  cont_person_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"CONT002A"}
  cont_contact_date datetime NULL, -- metadata={"item_ref":"CONT003A"}
  cont_contact_source_code nvarchar(48) NULL, -- metadata={"item_ref":"CONT004A"}
  cont_contact_source_desc nvarchar(255) NULL, -- metadata={"item_ref":"CONT006A"}
  cont_contact_outcome_json nvarchar(4000) NULL, -- metadata={"item_ref":"CONT005A"}
  CONSTRAINT pk_ssd_contacts PRIMARY KEY (cont_contact_id)
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
  INNER JOIN [DM_WORKFLOW_NXT_ACTION_TYPES] AS t ON t.[WORKFLOW_NEXT_ACTION_TYPE_ID] = n.workflow_next_action_type_id
  WHERE n.step_status IN (N'INCOMING', N'STARTED', N'REOPENED', N'COMPLETED')
)
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
INSERT INTO ssd_contacts (
  cont_contact_id, -- metadata={"item_ref":"CONT001A"}
  cont_person_id, -- metadata={"item_ref":"CONT002A"}
  cont_contact_date, -- metadata={"item_ref":"CONT003A"}
  cont_contact_source_code, -- metadata={"item_ref":"CONT004A"}
  cont_contact_source_desc, -- metadata={"item_ref":"CONT006A"}
  cont_contact_outcome_json -- metadata={"item_ref":"CONT005A"}
)
SELECT
  picked.cont_contact_id,
  picked.cont_person_id,
  picked.cont_contact_date,
  picked.cont_contact_source_code,
  picked.cont_contact_source_desc,
  picked.cont_contact_outcome_json
FROM (
  SELECT
    LEFT(NULLIF(RTRIM(step.step_key), N''), 48) AS cont_contact_id, -- cont_contact_id
    CAST(step.person_id AS nvarchar(30)) AS cont_person_id, -- cont_person_id
    step.started_on AS cont_contact_date, -- cont_contact_date
    LEFT(NULLIF(RTRIM((SELECT MAX(c.[CATEGORY_CODE]) FROM [DM_STEP_SOURCE_DETAILS] AS d INNER JOIN [CHILD_GROUP_EMBEDDED_CODES_VW] AS c ON c.[MAPPED_VALUE] = CAST(d.[SOURCE_TYPE_ID] AS nvarchar(30)) AND c.[GROUP_NAME] = N'Child CIN Referral Source' WHERE d.[WORKFLOW_STEP_ID] = step.workflow_step_id)), N''), 48) AS cont_contact_source_code, -- cont_contact_source_code
    LEFT(NULLIF(RTRIM((SELECT MAX(t.[DESCRIPTION]) FROM [DM_STEP_SOURCE_DETAILS] AS d INNER JOIN [DM_STEP_SOURCE_TYPES] AS t ON t.[SOURCE_TYPE_ID] = d.[SOURCE_TYPE_ID] WHERE d.[WORKFLOW_STEP_ID] = step.workflow_step_id)), N''), 255) AS cont_contact_source_desc, -- cont_contact_source_desc
    REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE((
      N'{"OUTCOMES":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(STUFF((SELECT N', ' + REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE((w.description) COLLATE Latin1_General_BIN2, NCHAR(1), N' '), NCHAR(2), N' '), NCHAR(3), N' '), NCHAR(4), N' '), NCHAR(5), N' '), NCHAR(6), N' '), NCHAR(7), N' '), NCHAR(8), N' '), NCHAR(11), N' '), NCHAR(12), N' '), NCHAR(14), N' '), NCHAR(15), N' '), NCHAR(16), N' '), NCHAR(17), N' '), NCHAR(18), N' '), NCHAR(19), N' '), NCHAR(20), N' '), NCHAR(21), N' '), NCHAR(22), N' '), NCHAR(23), N' '), NCHAR(24), N' '), NCHAR(25), N' '), NCHAR(26), N' '), NCHAR(27), N' '), NCHAR(28), N' '), NCHAR(29), N' '), NCHAR(30), N' '), NCHAR(31), N' ') FROM outcome_words AS w WHERE w.source_step_id = step.workflow_step_id AND w.person_id = step.person_id ORDER BY CASE WHEN w.description IS NULL THEN 1 ELSE 0 END, w.description FOR XML PATH(N''), TYPE).value(N'.', N'nvarchar(max)'), 1, 2, N'')), N''), 1900), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
      N'}') COLLATE Latin1_General_BIN2, NCHAR(1), N' '), NCHAR(2), N' '), NCHAR(3), N' '), NCHAR(4), N' '), NCHAR(5), N' '), NCHAR(6), N' '), NCHAR(7), N' '), NCHAR(8), N' '), NCHAR(11), N' '), NCHAR(12), N' '), NCHAR(14), N' '), NCHAR(15), N' '), NCHAR(16), N' '), NCHAR(17), N' '), NCHAR(18), N' '), NCHAR(19), N' '), NCHAR(20), N' '), NCHAR(21), N' '), NCHAR(22), N' '), NCHAR(23), N' '), NCHAR(24), N' '), NCHAR(25), N' '), NCHAR(26), N' '), NCHAR(27), N' '), NCHAR(28), N' '), NCHAR(29), N' '), NCHAR(30), N' '), NCHAR(31), N' '), NCHAR(13), N'\r'), NCHAR(10), N'\n'), NCHAR(9), N'\t') AS cont_contact_outcome_json, -- cont_contact_outcome_json
    ROW_NUMBER() OVER (PARTITION BY step.step_key ORDER BY CASE WHEN step.step_key IS NULL THEN 1 ELSE 0 END, step.step_key, CASE WHEN step.person_id IS NULL THEN 1 ELSE 0 END, step.person_id, CASE WHEN step.started_on IS NULL THEN 1 ELSE 0 END, step.started_on, CASE WHEN step.workflow_step_id IS NULL THEN 1 ELSE 0 END, step.workflow_step_id) AS ssd_row
  FROM person_steps AS step
  WHERE step.is_child_contact = N'Y'
    AND step.started_on < DATEADD(day, 1, @ssd_today)
    AND (step.started_on >= @ssd_window_start OR step.started_on IS NULL)
    AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(step.person_id AS nvarchar(30)))
    AND NULLIF(RTRIM(step.step_key), N'') IS NOT NULL
    AND step.person_id IS NOT NULL
) AS picked
WHERE picked.ssd_row = 1;
-- META-ELEMENT: {"type": "create_fk"}
IF NOT EXISTS (SELECT 1 FROM sys.foreign_keys WHERE parent_object_id = OBJECT_ID(N'ssd_contacts', N'U') AND name = N'fk_ssd_contacts_cont_person_id')
ALTER TABLE ssd_contacts ADD CONSTRAINT fk_ssd_contacts_cont_person_id FOREIGN KEY (cont_person_id) REFERENCES ssd_person (pers_person_id);
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_contacts', N'U') AND name = N'ix_ssd_contacts_cont_person_id')
CREATE INDEX ix_ssd_contacts_cont_person_id ON ssd_contacts (cont_person_id);
GO
