-- META-ELEMENT: {"type": "header"}
-- ssd_cin_assessments for Mosaic on Oracle (12.2 or later), for reading: the script that is run is mosaic.oracle.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_cin_assessments"}
-- META-ELEMENT: {"type": "create_table"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CIN_ASSESSMENTS';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE TABLE ssd_cin_assessments (
  cina_assessment_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"CINA001A"}
  cina_person_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"CINA002A"}
  cina_referral_id nvarchar2(48) NULL, -- metadata={"item_ref":"CINA010A"}
  cina_assessment_start_date timestamp NULL, -- metadata={"item_ref":"CINA003A"}
  cina_assessment_child_seen nchar(1) NULL, -- metadata={"item_ref":"CINA004A"}
  cina_assessment_auth_date timestamp NULL, -- metadata={"item_ref":"CINA005A"}
  cina_assessment_outcome_json nvarchar2(1000) NULL, -- metadata={"item_ref":"CINA006A"}
  cina_assessment_outcome_nfa nchar(1) NULL, -- metadata={"item_ref":"CINA009A"}
  cina_assessment_team nvarchar2(48) NULL, -- metadata={"item_ref":"CINA007A"}
  cina_assessment_worker_id nvarchar2(48) NULL, -- metadata={"item_ref":"CINA008A"}
  CONSTRAINT pk_ssd_cin_assessments PRIMARY KEY (cina_assessment_id)
)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "insert_data"}
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
INSERT INTO ssd_cin_assessments (
  cina_assessment_id, -- metadata={"item_ref":"CINA001A"}
  cina_person_id, -- metadata={"item_ref":"CINA002A"}
  cina_referral_id, -- metadata={"item_ref":"CINA010A"}
  cina_assessment_start_date, -- metadata={"item_ref":"CINA003A"}
  cina_assessment_child_seen, -- metadata={"item_ref":"CINA004A"}
  cina_assessment_auth_date, -- metadata={"item_ref":"CINA005A"}
  cina_assessment_outcome_json, -- metadata={"item_ref":"CINA006A"}
  cina_assessment_outcome_nfa, -- metadata={"item_ref":"CINA009A"}
  cina_assessment_team, -- metadata={"item_ref":"CINA007A"}
  cina_assessment_worker_id -- metadata={"item_ref":"CINA008A"}
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
referrals AS (
  SELECT DISTINCT r.REFERRAL_ID referral_id, r.PERSON_ID person_id, (TO_CHAR(r.REFERRAL_ID) || '.' || TO_CHAR(r.PERSON_ID)) referral_key, r.REFERRAL_DATE referral_date, r.CLOSURE_DATE closure_date
  FROM DM_CIN_REFERRALS r
),
filter_answers AS (
  SELECT a.WORKFLOW_STEP_ID workflow_step_id, p.person_id person_id, a.FILTER_NAME filter_name, a.FORM_ID form_id, a.TEXT_ANSWER text_answer, a.DATE_ANSWER date_answer
  FROM DM_FILTER_FORM_ANSWERS a
  INNER JOIN person_steps p ON p.workflow_step_id = a.WORKFLOW_STEP_ID AND (a.SUBJECT_PERSON_ID IS NULL OR a.SUBJECT_PERSON_ID <= 0 OR a.SUBJECT_PERSON_ID = p.person_id)
),
next_steps AS (
  SELECT k.SOURCE_STEP_ID source_step_id, k.WORKFLOW_NEXT_ACTION_TYPE_ID workflow_next_action_type_id, k.WORKFLOW_REASON_TYPE_ID workflow_reason_type_id, t.person_id person_id, t.step_status step_status, t.workflow_step_type_id workflow_step_type_id
  FROM DM_WORKFLOW_LINKS k
  INNER JOIN person_steps t ON t.workflow_step_id = k.TARGET_STEP_ID
),
outcomes AS (
  SELECT n.source_step_id source_step_id, n.person_id person_id, n.workflow_next_action_type_id workflow_next_action_type_id
  FROM next_steps n
  WHERE n.step_status NOT IN ('CANCELLED', 'PROPOSED')
),
outcome_words AS (
  SELECT DISTINCT n.source_step_id source_step_id, n.person_id person_id, t.DESCRIPTION description
  FROM outcomes n
  INNER JOIN DM_WORKFLOW_NXT_ACTION_TYPES t ON t.WORKFLOW_NEXT_ACTION_TYPE_ID = n.workflow_next_action_type_id
)
SELECT
  picked.cina_assessment_id,
  picked.cina_person_id,
  picked.cina_referral_id,
  picked.cina_assessment_start_date,
  picked.cina_assessment_child_seen,
  picked.cina_assessment_auth_date,
  picked.cina_assessment_outcome_json,
  picked.cina_assessment_outcome_nfa,
  picked.cina_assessment_team,
  picked.cina_assessment_worker_id
FROM (
  SELECT
    SUBSTR(RTRIM(step.step_key), 1, 48) cina_assessment_id, -- cina_assessment_id
    TO_CHAR(step.person_id) cina_person_id, -- cina_person_id
    SUBSTR(RTRIM((SELECT r.referral_key FROM referrals r WHERE r.person_id = step.person_id AND r.referral_date <= COALESCE(step.completed_on, TIMESTAMP '9999-12-31 00:00:00') AND COALESCE(step.started_on, step.incoming_on) <= COALESCE(r.closure_date, TIMESTAMP '9999-12-31 00:00:00') ORDER BY r.referral_id, r.referral_date, r.referral_key FETCH FIRST 1 ROW ONLY)), 1, 48) cina_referral_id, -- cina_referral_id
    COALESCE(step.started_on, step.incoming_on) cina_assessment_start_date, -- cina_assessment_start_date
    SUBSTR(RTRIM((SELECT MAX(CASE WHEN a.text_answer IN ('Yes', 'Y') THEN 'Y' WHEN a.text_answer IN ('No', 'N') THEN 'N' END) FROM filter_answers a WHERE a.workflow_step_id = step.workflow_step_id AND a.person_id = step.person_id AND a.filter_name = 'Child Seen During Event (Lookup)')), 1, 1) cina_assessment_child_seen, -- cina_assessment_child_seen
    step.completed_on cina_assessment_auth_date, -- cina_assessment_auth_date
    REPLACE(REPLACE(REPLACE(TRANSLATE(
      '{"FURTHER_INTERVENTION_FLAG":' || NVL2(CASE WHEN EXISTS (SELECT 1 FROM outcomes o WHERE o.source_step_id = step.workflow_step_id AND o.person_id = step.person_id AND o.workflow_next_action_type_id IN (3941, 4130, 3992, 3942, 4468, 3950, 3951, 3944, 4122, 3943)) THEN 'Y' ELSE 'N' END, '"' || REPLACE(REPLACE(CASE WHEN EXISTS (SELECT 1 FROM outcomes o WHERE o.source_step_id = step.workflow_step_id AND o.person_id = step.person_id AND o.workflow_next_action_type_id IN (3941, 4130, 3992, 3942, 4468, 3950, 3951, 3944, 4122, 3943)) THEN 'Y' ELSE 'N' END, '\', '\\'), '"', '\"') || '"', 'null') ||
      ',"COMMENTS":' || NVL2(SUBSTR(RTRIM((SELECT LISTAGG(TRANSLATE(w.description, CHR(1) || CHR(2) || CHR(3) || CHR(4) || CHR(5) || CHR(6) || CHR(7) || CHR(8) || CHR(11) || CHR(12) || CHR(14) || CHR(15) || CHR(16) || CHR(17) || CHR(18) || CHR(19) || CHR(20) || CHR(21) || CHR(22) || CHR(23) || CHR(24) || CHR(25) || CHR(26) || CHR(27) || CHR(28) || CHR(29) || CHR(30) || CHR(31), '                            '), ', ') WITHIN GROUP (ORDER BY w.description) FROM outcome_words w WHERE w.source_step_id = step.workflow_step_id AND w.person_id = step.person_id)), 1, 450), '"' || REPLACE(REPLACE(SUBSTR(RTRIM((SELECT LISTAGG(TRANSLATE(w.description, CHR(1) || CHR(2) || CHR(3) || CHR(4) || CHR(5) || CHR(6) || CHR(7) || CHR(8) || CHR(11) || CHR(12) || CHR(14) || CHR(15) || CHR(16) || CHR(17) || CHR(18) || CHR(19) || CHR(20) || CHR(21) || CHR(22) || CHR(23) || CHR(24) || CHR(25) || CHR(26) || CHR(27) || CHR(28) || CHR(29) || CHR(30) || CHR(31), '                            '), ', ') WITHIN GROUP (ORDER BY w.description) FROM outcome_words w WHERE w.source_step_id = step.workflow_step_id AND w.person_id = step.person_id)), 1, 450), '\', '\\'), '"', '\"') || '"', 'null') ||
      '}', CHR(1) || CHR(2) || CHR(3) || CHR(4) || CHR(5) || CHR(6) || CHR(7) || CHR(8) || CHR(11) || CHR(12) || CHR(14) || CHR(15) || CHR(16) || CHR(17) || CHR(18) || CHR(19) || CHR(20) || CHR(21) || CHR(22) || CHR(23) || CHR(24) || CHR(25) || CHR(26) || CHR(27) || CHR(28) || CHR(29) || CHR(30) || CHR(31), '                            '), CHR(13), '\r'), CHR(10), '\n'), CHR(9), '\t') cina_assessment_outcome_json, -- cina_assessment_outcome_json
    CASE WHEN EXISTS (SELECT 1 FROM outcomes o WHERE o.source_step_id = step.workflow_step_id AND o.person_id = step.person_id AND o.workflow_next_action_type_id IN (3988, 3987, 3953, 4440)) AND NOT (EXISTS (SELECT 1 FROM outcomes o WHERE o.source_step_id = step.workflow_step_id AND o.person_id = step.person_id AND o.workflow_next_action_type_id IN (3941, 4130, 3992, 3942, 4468, 3950, 3951, 3944, 4122, 3943))) THEN 'Y' ELSE 'N' END cina_assessment_outcome_nfa, -- cina_assessment_outcome_nfa
    TO_CHAR(step.responsible_team_id) cina_assessment_team, -- cina_assessment_team
    TO_CHAR(step.assignee_id) cina_assessment_worker_id, -- cina_assessment_worker_id
    ROW_NUMBER() OVER (PARTITION BY step.step_key ORDER BY step.step_key, step.person_id, step.completed_on, step.started_on, step.incoming_on, step.workflow_step_id, step.responsible_team_id, step.assignee_id) AS ssd_row
  FROM person_steps step
  WHERE step.is_continuous_assessment = 'Y'
    AND step.step_status IN ('INCOMING', 'STARTED', 'REOPENED', 'COMPLETED')
    AND COALESCE(step.started_on, step.incoming_on) < ((SELECT settings.today FROM ssd_extract_settings settings) + INTERVAL '1' DAY)
    AND (step.completed_on >= (SELECT settings.window_start FROM ssd_extract_settings settings) OR step.completed_on IS NULL)
    AND EXISTS (SELECT 1 FROM ssd_person cohort WHERE cohort.pers_person_id = TO_CHAR(step.person_id))
    AND RTRIM(step.step_key) IS NOT NULL
    AND step.person_id IS NOT NULL
) picked
WHERE picked.ssd_row = 1;
-- META-ELEMENT: {"type": "create_fk"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_constraints WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CIN_ASSESSMENTS' AND constraint_name = 'FK_SSD_CIN_ASSESSMENTS_CINA_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'ALTER TABLE ssd_cin_assessments ADD CONSTRAINT fk_ssd_cin_assessments_cina_person_id FOREIGN KEY (cina_person_id) REFERENCES ssd_person (pers_person_id)'
  ;
  END IF;
END;
/
-- not enforced: cina_referral_id to ssd_cin_episodes.cine_referral_id, an extract keeps six years, so the parent row may be absent
-- not enforced: cina_assessment_team to ssd_department.dept_team_id, an extract keeps six years, so the parent row may be absent
-- not enforced: cina_assessment_worker_id to ssd_professionals.prof_professional_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CIN_ASSESSMENTS' AND index_name = 'IX_SSD_CIN_ASSESSMENTS_CINA_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_cin_assessments_cina_person_id ON ssd_cin_assessments (cina_person_id)'
  ;
  END IF;
END;
/
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CIN_ASSESSMENTS' AND index_name = 'IX_SSD_CIN_ASSESSMENTS_CINA_REFERRAL_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_cin_assessments_cina_referral_id ON ssd_cin_assessments (cina_referral_id)'
  ;
  END IF;
END;
/
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CIN_ASSESSMENTS' AND index_name = 'IX_SSD_CIN_ASSESSMENTS_CINA_ASSESSMENT_TEAM';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_cin_assessments_cina_assessment_team ON ssd_cin_assessments (cina_assessment_team)'
  ;
  END IF;
END;
/
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CIN_ASSESSMENTS' AND index_name = 'IX_SSD_CIN_ASSESSMENTS_CINA_ASSESSMENT_WORKER_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_cin_assessments_cina_assessment_worker_id ON ssd_cin_assessments (cina_assessment_worker_id)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "count_orphans"}
SELECT 'ssd_cin_assessments.cina_referral_id' AS reference, COUNT(*) AS orphans FROM ssd_cin_assessments child WHERE child.cina_referral_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_cin_episodes parent WHERE parent.cine_referral_id = child.cina_referral_id);
SELECT 'ssd_cin_assessments.cina_assessment_team' AS reference, COUNT(*) AS orphans FROM ssd_cin_assessments child WHERE child.cina_assessment_team IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_department parent WHERE parent.dept_team_id = child.cina_assessment_team);
SELECT 'ssd_cin_assessments.cina_assessment_worker_id' AS reference, COUNT(*) AS orphans FROM ssd_cin_assessments child WHERE child.cina_assessment_worker_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_professionals parent WHERE parent.prof_professional_id = child.cina_assessment_worker_id);
