-- META-ELEMENT: {"type": "header"}
-- ssd_cla_visits for Mosaic on Oracle (12.2 or later), for reading: the script that is run is mosaic.oracle.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_visits"}
-- META-ELEMENT: {"type": "create_table"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CLA_VISITS';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE TABLE ssd_cla_visits (
  clav_cla_visit_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"CLAV001A"}
  clav_cla_id nvarchar2(48) NULL, -- metadata={"item_ref":"CLAV007A"}
  clav_person_id nvarchar2(48) NULL, -- metadata={"item_ref":"CLAV008A"}
  clav_cla_visit_date timestamp NULL, -- metadata={"item_ref":"CLAV003A"}
  clav_cla_visit_seen nchar(1) NULL, -- metadata={"item_ref":"CLAV004A"}
  clav_cla_visit_seen_alone nchar(1) NULL, -- metadata={"item_ref":"CLAV005A"}
  CONSTRAINT pk_ssd_cla_visits PRIMARY KEY (clav_cla_visit_id)
)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "insert_data"}
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
INSERT INTO ssd_cla_visits (
  clav_cla_visit_id, -- metadata={"item_ref":"CLAV001A"}
  clav_cla_id, -- metadata={"item_ref":"CLAV007A"}
  clav_person_id, -- metadata={"item_ref":"CLAV008A"}
  clav_cla_visit_date, -- metadata={"item_ref":"CLAV003A"}
  clav_cla_visit_seen, -- metadata={"item_ref":"CLAV004A"}
  clav_cla_visit_seen_alone -- metadata={"item_ref":"CLAV005A"}
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
answers AS (
  SELECT a.WORKFLOW_STEP_ID workflow_step_id, p.person_id person_id, a.QUESTION_USER_CODE question_user_code, a.FORM_ID form_id, a.TEXT_ANSWER text_answer, a.NUMBER_ANSWER number_answer, a.DATE_ANSWER date_answer
  FROM DM_CACHED_FORM_ANSWERS a
  INNER JOIN person_steps p ON p.workflow_step_id = a.WORKFLOW_STEP_ID AND (a.SUBJECT_PERSON_ID IS NULL OR a.SUBJECT_PERSON_ID <= 0 OR a.SUBJECT_PERSON_ID = p.person_id)
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
    SUBSTR(RTRIM((visit.VISIT_TYPE || '.' || TO_CHAR(visit.VISIT_ID) || '.' || TO_CHAR(visit.PERSON_ID))), 1, 48) clav_cla_visit_id, -- clav_cla_visit_id
    TO_CHAR((SELECT MAX(c.PERIOD_OF_CARE_ID) FROM DM_PERIODS_OF_CARE c WHERE c.PERSON_ID = visit.PERSON_ID AND visit.ACTUAL_DATE BETWEEN c.START_DATE AND COALESCE(c.END_DATE, TIMESTAMP '9999-12-31 00:00:00'))) clav_cla_id, -- clav_cla_id
    TO_CHAR(visit.PERSON_ID) clav_person_id, -- clav_person_id
    visit.ACTUAL_DATE clav_cla_visit_date, -- clav_cla_visit_date
    SUBSTR(RTRIM(COALESCE(CASE WHEN vtype.VISIT_SOURCE = 'Mos Step' THEN (SELECT MAX(CASE a.text_answer WHEN 'Yes' THEN 'Y' WHEN 'No' THEN 'N' WHEN 'Y' THEN 'Y' WHEN 'N' THEN 'N' END) FROM answers a WHERE a.workflow_step_id = visit.VISIT_ID AND a.person_id = visit.PERSON_ID AND a.question_user_code IN (NULL /* cla_visit_seen_questions */)) END, CASE WHEN visit.SEEN_ALONE_FLAG = 'Y' THEN 'Y' END)), 1, 1) clav_cla_visit_seen, -- clav_cla_visit_seen
    SUBSTR(RTRIM(visit.SEEN_ALONE_FLAG), 1, 1) clav_cla_visit_seen_alone, -- clav_cla_visit_seen_alone
    ROW_NUMBER() OVER (PARTITION BY visit.VISIT_TYPE, visit.VISIT_ID, visit.PERSON_ID ORDER BY visit.ACTUAL_DATE DESC NULLS LAST, visit.VISIT_TYPE, visit.VISIT_ID, visit.PERSON_ID, vtype.VISIT_SOURCE, visit.SEEN_ALONE_FLAG) AS ssd_row,
    ROW_NUMBER() OVER (ORDER BY visit.ACTUAL_DATE DESC NULLS LAST, visit.VISIT_TYPE, visit.VISIT_ID, visit.PERSON_ID, vtype.VISIT_SOURCE, visit.SEEN_ALONE_FLAG) AS ssd_place
  FROM DM_VISITS visit
  LEFT JOIN DM_VISIT_TYPES vtype ON vtype.VISIT_TYPE = visit.VISIT_TYPE
  WHERE visit.VISIT_TYPE IN ('STP.1193', 'VIS.CLA')
    AND visit.ACTUAL_DATE < ((SELECT settings.today FROM ssd_extract_settings settings) + INTERVAL '1' DAY)
    AND (visit.ACTUAL_DATE >= (SELECT settings.window_start FROM ssd_extract_settings settings) OR visit.ACTUAL_DATE IS NULL)
    AND EXISTS (SELECT 1 FROM ssd_person cohort WHERE cohort.pers_person_id = TO_CHAR(visit.PERSON_ID))
    AND RTRIM((visit.VISIT_TYPE || '.' || TO_CHAR(visit.VISIT_ID) || '.' || TO_CHAR(visit.PERSON_ID))) IS NOT NULL
) numbered
WHERE numbered.ssd_row = 1
) picked
WHERE picked.ssd_key_row = 1;
-- META-ELEMENT: {"type": "create_fk"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_constraints WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CLA_VISITS' AND constraint_name = 'FK_SSD_CLA_VISITS_CLAV_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'ALTER TABLE ssd_cla_visits ADD CONSTRAINT fk_ssd_cla_visits_clav_person_id FOREIGN KEY (clav_person_id) REFERENCES ssd_person (pers_person_id)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "create_idx"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CLA_VISITS' AND index_name = 'IX_SSD_CLA_VISITS_CLAV_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_cla_visits_clav_person_id ON ssd_cla_visits (clav_person_id)'
  ;
  END IF;
END;
/
