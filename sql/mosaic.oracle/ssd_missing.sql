-- META-ELEMENT: {"type": "header"}
-- ssd_missing for Mosaic on Oracle (12.2 or later), for reading: the script that is run is mosaic.oracle.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_missing"}
-- META-ELEMENT: {"type": "create_table"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_MISSING';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE TABLE ssd_missing (
  miss_table_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"MISS001A"}
  miss_person_id nvarchar2(48) NULL, -- metadata={"item_ref":"MISS002A"}
  miss_missing_episode_start_date timestamp NULL, -- metadata={"item_ref":"MISS003A"}
  miss_missing_episode_type nvarchar2(100) NULL, -- metadata={"item_ref":"MISS004A"}
  miss_missing_episode_end_date timestamp NULL, -- metadata={"item_ref":"MISS005A"}
  miss_missing_rhi_offered nvarchar2(2) NULL, -- metadata={"item_ref":"MISS006A"}
  miss_missing_rhi_accepted nvarchar2(2) NULL, -- metadata={"item_ref":"MISS007A"}
  CONSTRAINT pk_ssd_missing PRIMARY KEY (miss_table_id)
)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "insert_data"}
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
WITH step_people AS (
  SELECT DISTINCT s.SUBGROUP_ID subgroup_id, s.SUBJECT_COMPOUND_ID person_id
  FROM DM_SUBGROUP_SUBJECTS s
  WHERE s.SUBJECT_TYPE_CODE = 'PER'
),
person_steps AS (
  SELECT s.WORKFLOW_STEP_ID workflow_step_id, p.person_id person_id, (TO_CHAR(s.WORKFLOW_STEP_ID) || '.' || TO_CHAR(p.person_id)) step_key, s.WORKFLOW_STEP_TYPE_ID workflow_step_type_id, s.STEP_STATUS step_status, s.INCOMING_ON incoming_on, s.STARTED_ON started_on, s.COMPLETED_ON completed_on, s.CANCELLED_ON cancelled_on, s.RESPONSIBLE_TEAM_ID responsible_team_id, s.ASSIGNEE_ID assignee_id, s.IS_CHILD_CONTACT is_child_contact, s.IS_CONTINUOUS_ASSESSMENT is_continuous_assessment, s.IS_SECTION_47_ENQUIRY is_section_47_enquiry, s.IS_MISSING_OR_ABSENT is_missing_or_absent, s.STRATEGY_DISCUSSION_DATE strategy_discussion_date, s.CP_CONFERENCE_CATEGORY cp_conference_category, s.CP_CONFERENCE_ACTUAL_DATE cp_conference_actual_date, s.LAC_REVIEW_CATEGORY lac_review_category, s.LAC_REVIEW_DATE lac_review_date, s.LAC_REVIEW_PARTICIPATION_CODE lac_review_participation_code
  FROM DM_WORKFLOW_STEPS s
  INNER JOIN step_people p ON p.subgroup_id = s.SUBGROUP_ID
),
filter_answers AS (
  SELECT a.WORKFLOW_STEP_ID workflow_step_id, p.person_id person_id, a.FILTER_NAME filter_name, a.FORM_ID form_id, a.TEXT_ANSWER text_answer, a.DATE_ANSWER date_answer
  FROM DM_FILTER_FORM_ANSWERS a
  INNER JOIN person_steps p ON p.workflow_step_id = a.WORKFLOW_STEP_ID AND (a.SUBJECT_PERSON_ID IS NULL OR a.SUBJECT_PERSON_ID <= 0 OR a.SUBJECT_PERSON_ID = p.person_id)
),
coded_answers AS (
  SELECT a.workflow_step_id workflow_step_id, a.person_id person_id, a.filter_name filter_name, CASE a.text_answer WHEN 'Missing' THEN 'M' WHEN 'Absent' THEN 'A' END episode_type, CASE WHEN a.text_answer IN ('Yes', 'Y') THEN 'Y' WHEN a.text_answer IN ('No', 'N') THEN 'N' END yes_or_no
  FROM filter_answers a
),
missing_answers AS (
  SELECT c.workflow_step_id workflow_step_id, c.person_id person_id, MAX(CASE WHEN c.filter_name = 'Child Absent or Missing (Document)' THEN c.episode_type END) episode_type, MAX(CASE WHEN c.filter_name = 'Child Offered Return Interview' THEN c.yes_or_no END) rhi_offered, MAX(CASE WHEN c.filter_name = 'Child Accepted Return Interview' THEN c.yes_or_no END) rhi_accepted
  FROM coded_answers c
  GROUP BY c.workflow_step_id, c.person_id
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
    SUBSTR(RTRIM(step.step_key), 1, 48) miss_table_id, -- miss_table_id
    TO_CHAR(step.person_id) miss_person_id, -- miss_person_id
    step.started_on miss_missing_episode_start_date, -- miss_missing_episode_start_date
    SUBSTR(RTRIM(ans.episode_type), 1, 100) miss_missing_episode_type, -- miss_missing_episode_type
    step.completed_on miss_missing_episode_end_date, -- miss_missing_episode_end_date
    SUBSTR(RTRIM(ans.rhi_offered), 1, 2) miss_missing_rhi_offered, -- miss_missing_rhi_offered
    SUBSTR(RTRIM(ans.rhi_accepted), 1, 2) miss_missing_rhi_accepted, -- miss_missing_rhi_accepted
    ROW_NUMBER() OVER (PARTITION BY step.step_key ORDER BY step.step_key, step.person_id, step.started_on, ans.episode_type, step.completed_on, ans.rhi_offered, ans.rhi_accepted) AS ssd_row
  FROM person_steps step
  LEFT JOIN missing_answers ans ON ans.workflow_step_id = step.workflow_step_id AND ans.person_id = step.person_id
  WHERE step.is_missing_or_absent = 'Y'
    AND step.started_on < ((SELECT settings.today FROM ssd_extract_settings settings) + INTERVAL '1' DAY)
    AND (step.completed_on >= (SELECT settings.window_start FROM ssd_extract_settings settings) OR step.completed_on IS NULL)
    AND EXISTS (SELECT 1 FROM ssd_person cohort WHERE cohort.pers_person_id = TO_CHAR(step.person_id))
    AND RTRIM(step.step_key) IS NOT NULL
) picked
WHERE picked.ssd_row = 1;
-- META-ELEMENT: {"type": "create_fk"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_constraints WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_MISSING' AND constraint_name = 'FK_SSD_MISSING_MISS_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'ALTER TABLE ssd_missing ADD CONSTRAINT fk_ssd_missing_miss_person_id FOREIGN KEY (miss_person_id) REFERENCES ssd_person (pers_person_id)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "create_idx"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_MISSING' AND index_name = 'IX_SSD_MISSING_MISS_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_missing_miss_person_id ON ssd_missing (miss_person_id)'
  ;
  END IF;
END;
/
