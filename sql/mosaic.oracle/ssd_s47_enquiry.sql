-- META-ELEMENT: {"type": "header"}
-- ssd_s47_enquiry for Mosaic on Oracle (12.2 or later), for reading: the script that is run is mosaic.oracle.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_s47_enquiry"}
-- META-ELEMENT: {"type": "create_table"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_S47_ENQUIRY';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE TABLE ssd_s47_enquiry (
  s47e_s47_enquiry_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"S47E001A"}
  s47e_referral_id nvarchar2(48) NULL, -- metadata={"item_ref":"S47E010A"}
  s47e_person_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"S47E002A"}
  s47e_s47_start_date timestamp NULL, -- metadata={"item_ref":"S47E004A"}
  s47e_s47_end_date timestamp NULL, -- metadata={"item_ref":"S47E005A"}
  s47e_s47_nfa nchar(1) NULL, -- metadata={"item_ref":"S47E006A"}
  s47e_s47_outcome_json nvarchar2(1000) NULL, -- metadata={"item_ref":"S47E007A"}
  s47e_s47_completed_by_worker_id nvarchar2(48) NULL, -- metadata={"item_ref":"S47E008A"}
  s47e_s47_completed_by_team nvarchar2(48) NULL, -- metadata={"item_ref":"S47E009A"}
  CONSTRAINT pk_ssd_s47_enquiry PRIMARY KEY (s47e_s47_enquiry_id)
)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "insert_data"}
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
INSERT INTO ssd_s47_enquiry (
  s47e_s47_enquiry_id, -- metadata={"item_ref":"S47E001A"}
  s47e_referral_id, -- metadata={"item_ref":"S47E010A"}
  s47e_person_id, -- metadata={"item_ref":"S47E002A"}
  s47e_s47_start_date, -- metadata={"item_ref":"S47E004A"}
  s47e_s47_end_date, -- metadata={"item_ref":"S47E005A"}
  s47e_s47_nfa, -- metadata={"item_ref":"S47E006A"}
  s47e_s47_outcome_json, -- metadata={"item_ref":"S47E007A"}
  s47e_s47_completed_by_worker_id, -- metadata={"item_ref":"S47E008A"}
  s47e_s47_completed_by_team -- metadata={"item_ref":"S47E009A"}
)
WITH referrals AS (
  SELECT DISTINCT r.REFERRAL_ID referral_id, r.PERSON_ID person_id, (TO_CHAR(r.REFERRAL_ID) || '.' || TO_CHAR(r.PERSON_ID)) referral_key, r.REFERRAL_DATE referral_date, r.CLOSURE_DATE closure_date
  FROM DM_CIN_REFERRALS r
),
step_people AS (
  SELECT DISTINCT s.SUBGROUP_ID subgroup_id, s.SUBJECT_COMPOUND_ID person_id
  FROM DM_SUBGROUP_SUBJECTS s
  WHERE s.SUBJECT_TYPE_CODE = 'PER'
),
person_steps AS (
  SELECT s.WORKFLOW_STEP_ID workflow_step_id, p.person_id person_id, (TO_CHAR(s.WORKFLOW_STEP_ID) || '.' || TO_CHAR(p.person_id)) step_key, s.WORKFLOW_STEP_TYPE_ID workflow_step_type_id, s.STEP_STATUS step_status, s.INCOMING_ON incoming_on, s.STARTED_ON started_on, s.COMPLETED_ON completed_on, s.CANCELLED_ON cancelled_on, s.RESPONSIBLE_TEAM_ID responsible_team_id, s.ASSIGNEE_ID assignee_id, s.IS_CHILD_CONTACT is_child_contact, s.IS_CONTINUOUS_ASSESSMENT is_continuous_assessment, s.IS_SECTION_47_ENQUIRY is_section_47_enquiry, s.IS_MISSING_OR_ABSENT is_missing_or_absent, s.STRATEGY_DISCUSSION_DATE strategy_discussion_date, s.CP_CONFERENCE_CATEGORY cp_conference_category, s.CP_CONFERENCE_ACTUAL_DATE cp_conference_actual_date, s.LAC_REVIEW_CATEGORY lac_review_category, s.LAC_REVIEW_DATE lac_review_date, s.LAC_REVIEW_PARTICIPATION_CODE lac_review_participation_code
  FROM DM_WORKFLOW_STEPS s
  INNER JOIN step_people p ON p.subgroup_id = s.SUBGROUP_ID
),
next_steps AS (
  SELECT k.SOURCE_STEP_ID source_step_id, k.WORKFLOW_NEXT_ACTION_TYPE_ID workflow_next_action_type_id, k.WORKFLOW_REASON_TYPE_ID workflow_reason_type_id, t.person_id person_id, t.step_status step_status, t.workflow_step_type_id workflow_step_type_id
  FROM DM_WORKFLOW_LINKS k
  INNER JOIN person_steps t ON t.workflow_step_id = k.TARGET_STEP_ID
),
outcome_words AS (
  SELECT DISTINCT n.source_step_id source_step_id, n.person_id person_id, CASE WHEN r.DESCRIPTION IS NULL THEN t.DESCRIPTION ELSE (t.DESCRIPTION || ' / ' || r.DESCRIPTION) END description
  FROM next_steps n
  INNER JOIN DM_WORKFLOW_NXT_ACTION_TYPES t ON t.WORKFLOW_NEXT_ACTION_TYPE_ID = n.workflow_next_action_type_id
  LEFT JOIN DM_WORKFLOW_REASON_TYPES r ON r.WORKFLOW_REASON_TYPE_ID = n.workflow_reason_type_id
  WHERE n.step_status <> 'CANCELLED'
)
SELECT
  picked.s47e_s47_enquiry_id,
  picked.s47e_referral_id,
  picked.s47e_person_id,
  picked.s47e_s47_start_date,
  picked.s47e_s47_end_date,
  picked.s47e_s47_nfa,
  picked.s47e_s47_outcome_json,
  picked.s47e_s47_completed_by_worker_id,
  picked.s47e_s47_completed_by_team
FROM (
  SELECT
    numbered.s47e_s47_enquiry_id,
    numbered.s47e_referral_id,
    numbered.s47e_person_id,
    numbered.s47e_s47_start_date,
    numbered.s47e_s47_end_date,
    numbered.s47e_s47_nfa,
    numbered.s47e_s47_outcome_json,
    numbered.s47e_s47_completed_by_worker_id,
    numbered.s47e_s47_completed_by_team,
    ROW_NUMBER() OVER (PARTITION BY numbered.s47e_s47_enquiry_id ORDER BY numbered.ssd_place) AS ssd_key_row
  FROM (
  SELECT
    SUBSTR(RTRIM((TO_CHAR(step.WORKFLOW_STEP_ID) || '.' || TO_CHAR(step.PERSON_ID))), 1, 48) s47e_s47_enquiry_id, -- s47e_s47_enquiry_id
    SUBSTR(RTRIM((SELECT r.referral_key FROM referrals r WHERE r.person_id = step.PERSON_ID AND r.referral_date <= step.STARTED_ON ORDER BY r.referral_id DESC NULLS LAST, r.referral_date DESC NULLS LAST, r.referral_key FETCH FIRST 1 ROW ONLY)), 1, 48) s47e_referral_id, -- s47e_referral_id
    TO_CHAR(step.PERSON_ID) s47e_person_id, -- s47e_person_id
    step.STARTED_ON s47e_s47_start_date, -- s47e_s47_start_date
    step.COMPLETED_ON s47e_s47_end_date, -- s47e_s47_end_date
    CASE WHEN EXISTS (SELECT 1 FROM next_steps n INNER JOIN DM_WORKFLOW_NXT_ACTION_TYPES t ON t.WORKFLOW_NEXT_ACTION_TYPE_ID = n.workflow_next_action_type_id WHERE n.source_step_id = step.WORKFLOW_STEP_ID AND n.person_id = step.PERSON_ID AND n.step_status NOT IN ('CANCELLED', 'PROPOSED') AND t.IS_NO_FURTHER_ACTION = 'Y') AND NOT (EXISTS (SELECT 1 FROM next_steps n WHERE n.source_step_id = step.WORKFLOW_STEP_ID AND n.person_id = step.PERSON_ID AND n.step_status NOT IN ('CANCELLED', 'PROPOSED') AND n.workflow_next_action_type_id IN (NULL /* s47_further_next_actions */))) THEN 'Y' ELSE 'N' END s47e_s47_nfa, -- s47e_s47_nfa
    REPLACE(REPLACE(REPLACE(TRANSLATE(
      '{"TOTAL_NO_OF_OUTCOMES":' || COALESCE(TO_CHAR((SELECT COUNT(*) FROM outcome_words w WHERE w.source_step_id = step.WORKFLOW_STEP_ID AND w.person_id = step.PERSON_ID)), 'null') ||
      ',"OUTCOME_COMMENTS":' || NVL2(SUBSTR(RTRIM((SELECT LISTAGG(TRANSLATE(w.description, CHR(1) || CHR(2) || CHR(3) || CHR(4) || CHR(5) || CHR(6) || CHR(7) || CHR(8) || CHR(11) || CHR(12) || CHR(14) || CHR(15) || CHR(16) || CHR(17) || CHR(18) || CHR(19) || CHR(20) || CHR(21) || CHR(22) || CHR(23) || CHR(24) || CHR(25) || CHR(26) || CHR(27) || CHR(28) || CHR(29) || CHR(30) || CHR(31), '                            '), ', ') WITHIN GROUP (ORDER BY w.description) FROM outcome_words w WHERE w.source_step_id = step.WORKFLOW_STEP_ID AND w.person_id = step.PERSON_ID)), 1, 450), '"' || REPLACE(REPLACE(SUBSTR(RTRIM((SELECT LISTAGG(TRANSLATE(w.description, CHR(1) || CHR(2) || CHR(3) || CHR(4) || CHR(5) || CHR(6) || CHR(7) || CHR(8) || CHR(11) || CHR(12) || CHR(14) || CHR(15) || CHR(16) || CHR(17) || CHR(18) || CHR(19) || CHR(20) || CHR(21) || CHR(22) || CHR(23) || CHR(24) || CHR(25) || CHR(26) || CHR(27) || CHR(28) || CHR(29) || CHR(30) || CHR(31), '                            '), ', ') WITHIN GROUP (ORDER BY w.description) FROM outcome_words w WHERE w.source_step_id = step.WORKFLOW_STEP_ID AND w.person_id = step.PERSON_ID)), 1, 450), '\', '\\'), '"', '\"') || '"', 'null') ||
      '}', CHR(1) || CHR(2) || CHR(3) || CHR(4) || CHR(5) || CHR(6) || CHR(7) || CHR(8) || CHR(11) || CHR(12) || CHR(14) || CHR(15) || CHR(16) || CHR(17) || CHR(18) || CHR(19) || CHR(20) || CHR(21) || CHR(22) || CHR(23) || CHR(24) || CHR(25) || CHR(26) || CHR(27) || CHR(28) || CHR(29) || CHR(30) || CHR(31), '                            '), CHR(13), '\r'), CHR(10), '\n'), CHR(9), '\t') s47e_s47_outcome_json, -- s47e_s47_outcome_json
    TO_CHAR(step.ASSIGNEE_ID) s47e_s47_completed_by_worker_id, -- s47e_s47_completed_by_worker_id
    TO_CHAR(step.RESPONSIBLE_TEAM_ID) s47e_s47_completed_by_team, -- s47e_s47_completed_by_team
    ROW_NUMBER() OVER (PARTITION BY step.WORKFLOW_STEP_ID, step.PERSON_ID ORDER BY step.STARTED_ON DESC NULLS LAST, step.WORKFLOW_STEP_ID, step.PERSON_ID, step.COMPLETED_ON, step.ASSIGNEE_ID, step.RESPONSIBLE_TEAM_ID) AS ssd_row,
    ROW_NUMBER() OVER (ORDER BY step.STARTED_ON DESC NULLS LAST, step.WORKFLOW_STEP_ID, step.PERSON_ID, step.COMPLETED_ON, step.ASSIGNEE_ID, step.RESPONSIBLE_TEAM_ID) AS ssd_place
  FROM DM_WORKFLOW_STEPS_PEOPLE_VW step
  WHERE step.IS_SECTION_47_ENQUIRY = 'Y'
    AND step.STEP_STATUS IN ('INCOMING', 'STARTED', 'REOPENED', 'COMPLETED')
    AND CAST(TRUNC(step.STARTED_ON) AS TIMESTAMP) < ((SELECT settings.today FROM ssd_extract_settings settings) + INTERVAL '1' DAY)
    AND (CAST(TRUNC(step.COMPLETED_ON) AS TIMESTAMP) >= (SELECT settings.window_start FROM ssd_extract_settings settings) OR CAST(TRUNC(step.COMPLETED_ON) AS TIMESTAMP) IS NULL)
    AND EXISTS (SELECT 1 FROM ssd_person cohort WHERE cohort.pers_person_id = TO_CHAR(step.PERSON_ID))
    AND RTRIM((TO_CHAR(step.WORKFLOW_STEP_ID) || '.' || TO_CHAR(step.PERSON_ID))) IS NOT NULL
    AND step.PERSON_ID IS NOT NULL
) numbered
WHERE numbered.ssd_row = 1
) picked
WHERE picked.ssd_key_row = 1;
-- META-ELEMENT: {"type": "create_fk"}
-- not enforced: s47e_referral_id to ssd_cin_episodes.cine_referral_id, an extract keeps six years, so the parent row may be absent
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_constraints WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_S47_ENQUIRY' AND constraint_name = 'FK_SSD_S47_ENQUIRY_S47E_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'ALTER TABLE ssd_s47_enquiry ADD CONSTRAINT fk_ssd_s47_enquiry_s47e_person_id FOREIGN KEY (s47e_person_id) REFERENCES ssd_person (pers_person_id)'
  ;
  END IF;
END;
/
-- not enforced: s47e_s47_completed_by_worker_id to ssd_professionals.prof_professional_id, an extract keeps six years, so the parent row may be absent
-- not enforced: s47e_s47_completed_by_team to ssd_department.dept_team_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_S47_ENQUIRY' AND index_name = 'IX_SSD_S47_ENQUIRY_S47E_REFERRAL_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_s47_enquiry_s47e_referral_id ON ssd_s47_enquiry (s47e_referral_id)'
  ;
  END IF;
END;
/
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_S47_ENQUIRY' AND index_name = 'IX_SSD_S47_ENQUIRY_S47E_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_s47_enquiry_s47e_person_id ON ssd_s47_enquiry (s47e_person_id)'
  ;
  END IF;
END;
/
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_S47_ENQUIRY' AND index_name = 'IX_SSD_S47_ENQUIRY_S47E_S47_COMPLETED_BY_WORKER_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_s47_enquiry_s47e_s47_completed_by_worker_id ON ssd_s47_enquiry (s47e_s47_completed_by_worker_id)'
  ;
  END IF;
END;
/
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_S47_ENQUIRY' AND index_name = 'IX_SSD_S47_ENQUIRY_S47E_S47_COMPLETED_BY_TEAM';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_s47_enquiry_s47e_s47_completed_by_team ON ssd_s47_enquiry (s47e_s47_completed_by_team)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "count_orphans"}
SELECT 'ssd_s47_enquiry.s47e_referral_id' AS reference, COUNT(*) AS orphans FROM ssd_s47_enquiry child WHERE child.s47e_referral_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_cin_episodes parent WHERE parent.cine_referral_id = child.s47e_referral_id);
SELECT 'ssd_s47_enquiry.s47e_s47_completed_by_worker_id' AS reference, COUNT(*) AS orphans FROM ssd_s47_enquiry child WHERE child.s47e_s47_completed_by_worker_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_professionals parent WHERE parent.prof_professional_id = child.s47e_s47_completed_by_worker_id);
SELECT 'ssd_s47_enquiry.s47e_s47_completed_by_team' AS reference, COUNT(*) AS orphans FROM ssd_s47_enquiry child WHERE child.s47e_s47_completed_by_team IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_department parent WHERE parent.dept_team_id = child.s47e_s47_completed_by_team);
