-- META-ELEMENT: {"type": "header"}
-- ssd_cp_reviews for Mosaic on Oracle (12.2 or later), for reading: the script that is run is mosaic.oracle.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_cp_reviews"}
-- META-ELEMENT: {"type": "create_table"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CP_REVIEWS';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE TABLE ssd_cp_reviews (
  cppr_cp_review_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"CPPR001A"}
  cppr_person_id nvarchar2(48) NULL, -- metadata={"item_ref":"CPPR008A"}
  cppr_cp_plan_id nvarchar2(48) NULL, -- metadata={"item_ref":"CPPR002A"}
  cppr_cp_review_due timestamp NULL, -- metadata={"item_ref":"CPPR003A"}
  cppr_cp_review_date timestamp NULL, -- metadata={"item_ref":"CPPR004A"}
  cppr_cp_review_meeting_id nvarchar2(48) NULL, -- metadata={"item_ref":"CPPR009A"}
  cppr_cp_review_outcome_continue_cp nchar(1) NULL, -- metadata={"item_ref":"CPPR005A"}
  cppr_cp_review_quorate nchar(100) NULL, -- metadata={"item_ref":"CPPR006A"}
  cppr_cp_review_participation nchar(100) NULL, -- metadata={"item_ref":"CPPR007A"}
  CONSTRAINT pk_ssd_cp_reviews PRIMARY KEY (cppr_cp_review_id)
)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "insert_data"}
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
INSERT INTO ssd_cp_reviews (
  cppr_cp_review_id, -- metadata={"item_ref":"CPPR001A"}
  cppr_person_id, -- metadata={"item_ref":"CPPR008A"}
  cppr_cp_plan_id, -- metadata={"item_ref":"CPPR002A"}
  cppr_cp_review_due, -- metadata={"item_ref":"CPPR003A"}
  cppr_cp_review_date, -- metadata={"item_ref":"CPPR004A"}
  -- cppr_cp_review_meeting_id is not held: a conference has no id but that of its workflow step
  cppr_cp_review_outcome_continue_cp, -- metadata={"item_ref":"CPPR005A"}
  cppr_cp_review_quorate, -- metadata={"item_ref":"CPPR006A"}
  cppr_cp_review_participation -- metadata={"item_ref":"CPPR007A"}
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
cp_plans AS (
  SELECT r.REGISTRATION_ID registration_id, r.PERSON_ID person_id, r.REGISTRATION_STEP_ID registration_step_id, r.REGISTRATION_START_DATE registration_start_date, r.DEREGISTRATION_DATE deregistration_date
  FROM DM_REGISTRATIONS r
  WHERE r.IS_CHILD_PROTECTION_PLAN = 'Y' AND COALESCE(r.IS_TEMPORARY_CHILD_PROTECTION, 'N') = 'N'
),
conferences AS (
  SELECT s.workflow_step_id workflow_step_id, s.person_id person_id, s.step_key step_key, s.started_on started_on, s.cp_conference_category category, CAST(TRUNC(s.cp_conference_actual_date) AS TIMESTAMP) conference_date, (SELECT MAX(p.registration_id) FROM cp_plans p WHERE p.person_id = s.person_id AND CAST(TRUNC(s.cp_conference_actual_date) AS TIMESTAMP) BETWEEN CAST(TRUNC(p.registration_start_date) AS TIMESTAMP) AND COALESCE(p.deregistration_date, TIMESTAMP '9999-12-31 00:00:00')) plan_id
  FROM person_steps s
  WHERE s.cp_conference_category IN ('Initial', 'Review') AND s.step_status = 'COMPLETED' AND s.cp_conference_actual_date IS NOT NULL
),
answers AS (
  SELECT a.WORKFLOW_STEP_ID workflow_step_id, p.person_id person_id, a.QUESTION_USER_CODE question_user_code, a.FORM_ID form_id, a.TEXT_ANSWER text_answer, a.NUMBER_ANSWER number_answer, a.DATE_ANSWER date_answer
  FROM DM_CACHED_FORM_ANSWERS a
  INNER JOIN person_steps p ON p.workflow_step_id = a.WORKFLOW_STEP_ID AND (a.SUBJECT_PERSON_ID IS NULL OR a.SUBJECT_PERSON_ID <= 0 OR a.SUBJECT_PERSON_ID = p.person_id)
),
review_answers AS (
  SELECT a.workflow_step_id workflow_step_id, a.person_id person_id, MAX(CASE WHEN a.question_user_code IN (NULL /* cp_review_quorate_questions */) THEN a.text_answer END) quorate, MAX(CASE WHEN a.question_user_code IN (NULL /* cp_review_participation_questions */) THEN a.text_answer END) participation
  FROM answers a
  GROUP BY a.workflow_step_id, a.person_id
)
SELECT
  picked.cppr_cp_review_id,
  picked.cppr_person_id,
  picked.cppr_cp_plan_id,
  picked.cppr_cp_review_due,
  picked.cppr_cp_review_date,
  picked.cppr_cp_review_outcome_continue_cp,
  picked.cppr_cp_review_quorate,
  picked.cppr_cp_review_participation
FROM (
  SELECT
    SUBSTR(RTRIM(conf.step_key), 1, 48) cppr_cp_review_id, -- cppr_cp_review_id
    TO_CHAR(conf.person_id) cppr_person_id, -- cppr_person_id
    TO_CHAR(conf.plan_id) cppr_cp_plan_id, -- cppr_cp_plan_id
    CASE WHEN prev.category = 'Initial' THEN (prev.conference_date + NUMTODSINTERVAL(91, 'DAY')) WHEN prev.category = 'Review' THEN (prev.conference_date + NUMTODSINTERVAL(183, 'DAY')) END cppr_cp_review_due, -- cppr_cp_review_due
    conf.conference_date cppr_cp_review_date, -- cppr_cp_review_date
    CASE WHEN CAST(TRUNC(cplan.deregistration_date) AS TIMESTAMP) = conf.conference_date THEN 'N' WHEN conf.plan_id IS NOT NULL THEN 'Y' END cppr_cp_review_outcome_continue_cp, -- cppr_cp_review_outcome_continue_cp
    CASE ans.quorate WHEN 'Yes' THEN 'Y' WHEN 'No' THEN 'N' WHEN 'Y' THEN 'Y' WHEN 'N' THEN 'N' END cppr_cp_review_quorate, -- cppr_cp_review_quorate
    SUBSTR(RTRIM(ans.participation), 1, 100) cppr_cp_review_participation, -- cppr_cp_review_participation
    ROW_NUMBER() OVER (PARTITION BY conf.step_key ORDER BY conf.step_key, conf.person_id, conf.plan_id, prev.category, prev.conference_date, conf.conference_date, cplan.deregistration_date, ans.quorate, ans.participation) AS ssd_row
  FROM conferences conf
  OUTER APPLY (SELECT prev.* FROM conferences prev WHERE prev.person_id = conf.person_id AND prev.plan_id = conf.plan_id AND prev.conference_date < conf.conference_date ORDER BY prev.started_on DESC NULLS LAST, prev.workflow_step_id DESC NULLS LAST, prev.category, prev.conference_date FETCH FIRST 1 ROW ONLY) prev
  LEFT JOIN cp_plans cplan ON cplan.registration_id = conf.plan_id
  LEFT JOIN review_answers ans ON ans.workflow_step_id = conf.workflow_step_id AND ans.person_id = conf.person_id
  WHERE conf.category = 'Review'
    AND conf.conference_date < ((SELECT settings.today FROM ssd_extract_settings settings) + INTERVAL '1' DAY)
    AND (conf.conference_date >= (SELECT settings.window_start FROM ssd_extract_settings settings) OR conf.conference_date IS NULL)
    AND EXISTS (SELECT 1 FROM ssd_person cohort WHERE cohort.pers_person_id = TO_CHAR(conf.person_id))
    AND RTRIM(conf.step_key) IS NOT NULL
) picked
WHERE picked.ssd_row = 1;
-- META-ELEMENT: {"type": "create_fk"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_constraints WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CP_REVIEWS' AND constraint_name = 'FK_SSD_CP_REVIEWS_CPPR_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'ALTER TABLE ssd_cp_reviews ADD CONSTRAINT fk_ssd_cp_reviews_cppr_person_id FOREIGN KEY (cppr_person_id) REFERENCES ssd_person (pers_person_id)'
  ;
  END IF;
END;
/
-- not enforced: cppr_cp_plan_id to ssd_cp_plans.cppl_cp_plan_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CP_REVIEWS' AND index_name = 'IX_SSD_CP_REVIEWS_CPPR_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_cp_reviews_cppr_person_id ON ssd_cp_reviews (cppr_person_id)'
  ;
  END IF;
END;
/
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CP_REVIEWS' AND index_name = 'IX_SSD_CP_REVIEWS_CPPR_CP_PLAN_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_cp_reviews_cppr_cp_plan_id ON ssd_cp_reviews (cppr_cp_plan_id)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "count_orphans"}
SELECT 'ssd_cp_reviews.cppr_cp_plan_id' AS reference, COUNT(*) AS orphans FROM ssd_cp_reviews child WHERE child.cppr_cp_plan_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_cp_plans parent WHERE parent.cppl_cp_plan_id = child.cppr_cp_plan_id);
