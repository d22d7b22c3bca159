-- META-ELEMENT: {"type": "header"}
-- ssd_cla_immunisations for Mosaic on Oracle (12.2 or later), for reading: the script that is run is mosaic.oracle.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_immunisations"}
-- META-ELEMENT: {"type": "create_table"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CLA_IMMUNISATIONS';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE TABLE ssd_cla_immunisations (
  clai_person_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"CLAI002A"}
  clai_immunisations_status nchar(1) NULL, -- metadata={"item_ref":"CLAI004A"}
  clai_immunisations_status_date timestamp NULL, -- metadata={"item_ref":"CLAI005A"}
  CONSTRAINT pk_ssd_cla_immunisations PRIMARY KEY (clai_person_id)
)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "insert_data"}
INSERT INTO ssd_cla_immunisations (
  clai_person_id, -- metadata={"item_ref":"CLAI002A"}
  clai_immunisations_status, -- metadata={"item_ref":"CLAI004A"}
  clai_immunisations_status_date -- metadata={"item_ref":"CLAI005A"}
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
  picked.clai_person_id,
  picked.clai_immunisations_status,
  picked.clai_immunisations_status_date
FROM (
  SELECT
    TO_CHAR(step.person_id) clai_person_id, -- clai_person_id
    CASE WHEN ans.text_answer IN ('Yes') THEN 'Y' WHEN RTRIM(ans.text_answer) IS NOT NULL THEN 'N' END clai_immunisations_status, -- clai_immunisations_status
    step.started_on clai_immunisations_status_date, -- clai_immunisations_status_date
    ROW_NUMBER() OVER (PARTITION BY step.person_id ORDER BY step.started_on DESC NULLS LAST, step.workflow_step_id DESC NULLS LAST, ans.question_user_code, ans.text_answer, step.person_id) AS ssd_row
  FROM person_steps step
  INNER JOIN answers ans ON ans.workflow_step_id = step.workflow_step_id AND ans.person_id = step.person_id
  WHERE step.workflow_step_type_id IN (406, 1239)
    AND ans.question_user_code IN ('lac.ihr09.immsuptodate', 'lac.ihr10.immsuptodate', 'lacFLDPartCHealthRecommImmunisations')
    AND step.step_status IN ('STARTED', 'REOPENED', 'COMPLETED')
    AND EXISTS (SELECT 1 FROM ssd_person cohort WHERE cohort.pers_person_id = TO_CHAR(step.person_id))
    AND step.person_id IS NOT NULL
) picked
WHERE picked.ssd_row = 1;
-- META-ELEMENT: {"type": "create_fk"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_constraints WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CLA_IMMUNISATIONS' AND constraint_name = 'FK_SSD_CLA_IMMUNISATIONS_CLAI_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'ALTER TABLE ssd_cla_immunisations ADD CONSTRAINT fk_ssd_cla_immunisations_clai_person_id FOREIGN KEY (clai_person_id) REFERENCES ssd_person (pers_person_id)'
  ;
  END IF;
END;
/
