-- META-ELEMENT: {"type": "header"}
-- ssd_cp_visits for Mosaic on Oracle (12.2 or later), for reading: the script that is run is mosaic.oracle.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_cp_visits"}
-- META-ELEMENT: {"type": "create_table"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CP_VISITS';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE TABLE ssd_cp_visits (
  cppv_cp_visit_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"CPPV007A"}
  cppv_person_id nvarchar2(48) NULL, -- metadata={"item_ref":"CPPV008A"}
  cppv_cp_plan_id nvarchar2(48) NULL, -- metadata={"item_ref":"CPPV001A"}
  cppv_cp_visit_date timestamp NULL, -- metadata={"item_ref":"CPPV003A"}
  cppv_cp_visit_seen nchar(1) NULL, -- metadata={"item_ref":"CPPV004A"}
  cppv_cp_visit_seen_alone nchar(1) NULL, -- metadata={"item_ref":"CPPV005A"}
  cppv_cp_visit_bedroom nchar(1) NULL, -- metadata={"item_ref":"CPPV006A"}
  CONSTRAINT pk_ssd_cp_visits PRIMARY KEY (cppv_cp_visit_id)
)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "insert_data"}
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
),
visit_answers AS (
  SELECT a.workflow_step_id workflow_step_id, a.person_id person_id, MAX(CASE WHEN a.question_user_code IN ('cpFLDDateAndTimeOfVisit') THEN a.date_answer END) visit_date, MAX(CASE WHEN a.question_user_code IN ('cpCOLSubjectsFLDChildYPSeen') AND a.text_answer IN ('Yes') THEN 'Y' END) seen, MAX(CASE WHEN a.question_user_code IN ('REP_ANXA_cpCOLSubjectsFLDChildYPSeenAlone') AND a.text_answer IN ('Yes') THEN 'Y' END) seen_alone, MAX(CASE WHEN a.question_user_code IN (NULL /* cp_visit_bedroom_questions */) THEN CASE WHEN a.text_answer IN ('Yes') THEN 'Y' WHEN RTRIM(a.text_answer) IS NOT NULL THEN 'N' END END) bedroom
  FROM answers a
  GROUP BY a.workflow_step_id, a.person_id
),
cp_plans AS (
  SELECT r.REGISTRATION_ID registration_id, r.PERSON_ID person_id, r.REGISTRATION_STEP_ID registration_step_id, r.REGISTRATION_START_DATE registration_start_date, r.DEREGISTRATION_DATE deregistration_date
  FROM DM_REGISTRATIONS r
  WHERE r.IS_CHILD_PROTECTION_PLAN = 'Y' AND COALESCE(r.IS_TEMPORARY_CHILD_PROTECTION, 'N') = 'N'
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
    SUBSTR(RTRIM((TO_CHAR(step.WORKFLOW_STEP_ID) || '.' || TO_CHAR(step.PERSON_ID))), 1, 48) cppv_cp_visit_id, -- cppv_cp_visit_id
    TO_CHAR(step.PERSON_ID) cppv_person_id, -- cppv_person_id
    TO_CHAR(plan.registration_id) cppv_cp_plan_id, -- cppv_cp_plan_id
    COALESCE(ans.visit_date, step.COMPLETED_ON) cppv_cp_visit_date, -- cppv_cp_visit_date
    SUBSTR(RTRIM(COALESCE(ans.seen, 'N')), 1, 1) cppv_cp_visit_seen, -- cppv_cp_visit_seen
    SUBSTR(RTRIM(COALESCE(ans.seen_alone, 'N')), 1, 1) cppv_cp_visit_seen_alone, -- cppv_cp_visit_seen_alone
    SUBSTR(RTRIM(ans.bedroom), 1, 1) cppv_cp_visit_bedroom, -- cppv_cp_visit_bedroom
    ROW_NUMBER() OVER (PARTITION BY step.WORKFLOW_STEP_ID, step.PERSON_ID ORDER BY step.STARTED_ON DESC NULLS LAST, step.WORKFLOW_STEP_ID, step.PERSON_ID, plan.registration_id, ans.visit_date, step.COMPLETED_ON, ans.seen, ans.seen_alone, ans.bedroom) AS ssd_row,
    ROW_NUMBER() OVER (ORDER BY step.STARTED_ON DESC NULLS LAST, step.WORKFLOW_STEP_ID, step.PERSON_ID, plan.registration_id, ans.visit_date, step.COMPLETED_ON, ans.seen, ans.seen_alone, ans.bedroom) AS ssd_place
  FROM DM_WORKFLOW_STEPS_PEOPLE_VW step
  LEFT JOIN visit_answers ans ON ans.workflow_step_id = step.WORKFLOW_STEP_ID AND ans.person_id = step.PERSON_ID
  OUTER APPLY (SELECT plan.* FROM cp_plans plan WHERE plan.person_id = step.PERSON_ID AND CAST(TRUNC(COALESCE(ans.visit_date, step.COMPLETED_ON)) AS TIMESTAMP) BETWEEN CAST(TRUNC(plan.registration_start_date) AS TIMESTAMP) AND COALESCE(plan.deregistration_date, TIMESTAMP '9999-12-31 00:00:00') ORDER BY plan.registration_start_date DESC NULLS LAST, plan.registration_id DESC NULLS LAST FETCH FIRST 1 ROW ONLY) plan
  WHERE step.WORKFLOW_STEP_TYPE_ID IN (1187)
    AND step.STEP_STATUS IN ('INCOMING', 'STARTED', 'REOPENED', 'COMPLETED')
    AND CAST(TRUNC(step.STARTED_ON) AS TIMESTAMP) < ((SELECT settings.today FROM ssd_extract_settings settings) + INTERVAL '1' DAY)
    AND (CAST(TRUNC(step.COMPLETED_ON) AS TIMESTAMP) >= (SELECT settings.window_start FROM ssd_extract_settings settings) OR CAST(TRUNC(step.COMPLETED_ON) AS TIMESTAMP) IS NULL)
    AND EXISTS (SELECT 1 FROM ssd_person cohort WHERE cohort.pers_person_id = TO_CHAR(step.PERSON_ID))
    AND RTRIM((TO_CHAR(step.WORKFLOW_STEP_ID) || '.' || TO_CHAR(step.PERSON_ID))) IS NOT NULL
) numbered
WHERE numbered.ssd_row = 1
) picked
WHERE picked.ssd_key_row = 1;
-- META-ELEMENT: {"type": "create_fk"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_constraints WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CP_VISITS' AND constraint_name = 'FK_SSD_CP_VISITS_CPPV_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'ALTER TABLE ssd_cp_visits ADD CONSTRAINT fk_ssd_cp_visits_cppv_person_id FOREIGN KEY (cppv_person_id) REFERENCES ssd_person (pers_person_id)'
  ;
  END IF;
END;
/
-- not enforced: cppv_cp_plan_id to ssd_cp_plans.cppl_cp_plan_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CP_VISITS' AND index_name = 'IX_SSD_CP_VISITS_CPPV_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_cp_visits_cppv_person_id ON ssd_cp_visits (cppv_person_id)'
  ;
  END IF;
END;
/
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CP_VISITS' AND index_name = 'IX_SSD_CP_VISITS_CPPV_CP_PLAN_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_cp_visits_cppv_cp_plan_id ON ssd_cp_visits (cppv_cp_plan_id)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "count_orphans"}
SELECT 'ssd_cp_visits.cppv_cp_plan_id' AS reference, COUNT(*) AS orphans FROM ssd_cp_visits child WHERE child.cppv_cp_plan_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_cp_plans parent WHERE parent.cppl_cp_plan_id = child.cppv_cp_plan_id);
