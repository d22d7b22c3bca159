-- META-ELEMENT: {"type": "header"}
-- ssd_cin_episodes for Mosaic on Oracle (12.2 or later), for reading: the script that is run is mosaic.oracle.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_cin_episodes"}
-- META-ELEMENT: {"type": "create_table"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CIN_EPISODES';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE TABLE ssd_cin_episodes (
  cine_referral_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"CINE001A"}
  cine_person_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"CINE002A"}
  cine_referral_date timestamp NULL, -- metadata={"item_ref":"CINE003A"}
  cine_cin_primary_need_code nvarchar2(3) NULL, -- metadata={"item_ref":"CINE010A"}
  cine_referral_source_code nvarchar2(48) NULL, -- metadata={"item_ref":"CINE004A"}
  cine_referral_source_desc nvarchar2(255) NULL, -- metadata={"item_ref":"CINE012A"}
  cine_referral_outcome_json varchar2(4000 char) NULL, -- metadata={"item_ref":"CINE005A"}
  cine_referral_nfa nchar(1) NULL, -- metadata={"item_ref":"CINE011A"}
  cine_close_reason nvarchar2(100) NULL, -- metadata={"item_ref":"CINE006A"}
  cine_close_date timestamp NULL, -- metadata={"item_ref":"CINE007A"}
  cine_referral_team nvarchar2(48) NULL, -- metadata={"item_ref":"CINE008A"}
  cine_referral_worker_id nvarchar2(48) NULL, -- metadata={"item_ref":"CINE009A"}
  CONSTRAINT pk_ssd_cin_episodes PRIMARY KEY (cine_referral_id)
)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "insert_data"}
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
INSERT INTO ssd_cin_episodes (
  cine_referral_id, -- metadata={"item_ref":"CINE001A"}
  cine_person_id, -- metadata={"item_ref":"CINE002A"}
  cine_referral_date, -- metadata={"item_ref":"CINE003A"}
  cine_cin_primary_need_code, -- metadata={"item_ref":"CINE010A"}
  cine_referral_source_code, -- metadata={"item_ref":"CINE004A"}
  cine_referral_source_desc, -- metadata={"item_ref":"CINE012A"}
  cine_referral_outcome_json, -- metadata={"item_ref":"CINE005A"}
  cine_referral_nfa, -- metadata={"item_ref":"CINE011A"}
  cine_close_reason, -- metadata={"item_ref":"CINE006A"}
  cine_close_date, -- metadata={"item_ref":"CINE007A"}
  cine_referral_team, -- metadata={"item_ref":"CINE008A"}
  cine_referral_worker_id -- metadata={"item_ref":"CINE009A"}
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
next_steps AS (
  SELECT k.SOURCE_STEP_ID source_step_id, k.WORKFLOW_NEXT_ACTION_TYPE_ID workflow_next_action_type_id, k.WORKFLOW_REASON_TYPE_ID workflow_reason_type_id, t.person_id person_id, t.step_status step_status, t.workflow_step_type_id workflow_step_type_id
  FROM DM_WORKFLOW_LINKS k
  INNER JOIN person_steps t ON t.workflow_step_id = k.TARGET_STEP_ID
),
outcome_words AS (
  SELECT DISTINCT n.source_step_id source_step_id, n.person_id person_id, t.DESCRIPTION description
  FROM next_steps n
  INNER JOIN DM_WORKFLOW_STEP_TYPES t ON t.WORKFLOW_STEP_TYPE_ID = n.workflow_step_type_id
  WHERE n.step_status IN ('INCOMING', 'STARTED', 'REOPENED', 'COMPLETED')
)
SELECT
  picked.cine_referral_id,
  picked.cine_person_id,
  picked.cine_referral_date,
  picked.cine_cin_primary_need_code,
  picked.cine_referral_source_code,
  picked.cine_referral_source_desc,
  picked.cine_referral_outcome_json,
  picked.cine_referral_nfa,
  picked.cine_close_reason,
  picked.cine_close_date,
  picked.cine_referral_team,
  picked.cine_referral_worker_id
FROM (
  SELECT
    numbered.cine_referral_id,
    numbered.cine_person_id,
    numbered.cine_referral_date,
    numbered.cine_cin_primary_need_code,
    numbered.cine_referral_source_code,
    numbered.cine_referral_source_desc,
    numbered.cine_referral_outcome_json,
    numbered.cine_referral_nfa,
    numbered.cine_close_reason,
    numbered.cine_close_date,
    numbered.cine_referral_team,
    numbered.cine_referral_worker_id,
    ROW_NUMBER() OVER (PARTITION BY numbered.cine_referral_id ORDER BY numbered.ssd_place) AS ssd_key_row
  FROM (
  SELECT
    SUBSTR(RTRIM((TO_CHAR(rfl.REFERRAL_ID) || '.' || TO_CHAR(rfl.PERSON_ID))), 1, 48) cine_referral_id, -- cine_referral_id
    TO_CHAR(rfl.PERSON_ID) cine_person_id, -- cine_person_id
    rfl.REFERRAL_DATE cine_referral_date, -- cine_referral_date
    SUBSTR(RTRIM((SELECT MAX(t.NEED_CODE_CATEGORY_CODE) FROM DM_SERVICE_USER_GROUPS g INNER JOIN DM_SERV_USER_GROUP_TYPES t ON t.GROUP_TYPE = g.FULL_GROUP_TYPE WHERE g.PERSON_ID = rfl.PERSON_ID AND rfl.REFERRAL_DATE BETWEEN g.START_DATE AND COALESCE(g.END_DATE, TIMESTAMP '9999-12-31 00:00:00'))), 1, 3) cine_cin_primary_need_code, -- cine_cin_primary_need_code
    SUBSTR(RTRIM(rfl.SOURCE_OF_REFERRAL), 1, 48) cine_referral_source_code, -- cine_referral_source_code
    SUBSTR(RTRIM((SELECT MAX(c.CATEGORY_DESCRIPTION) FROM CHILD_GROUP_EMBEDDED_CODES_VW c WHERE c.GROUP_NAME = 'Child CIN Referral Source' AND c.CATEGORY_CODE = rfl.SOURCE_OF_REFERRAL)), 1, 255) cine_referral_source_desc, -- cine_referral_source_desc
    REPLACE(REPLACE(REPLACE(TRANSLATE(
      '{"NFA_FLAG":' || NVL2(CASE WHEN rfl.NFA_DATE IS NULL THEN 'N' ELSE 'Y' END, '"' || REPLACE(REPLACE(CASE WHEN rfl.NFA_DATE IS NULL THEN 'N' ELSE 'Y' END, '\', '\\'), '"', '\"') || '"', 'null') ||
      ',"OUTCOMES":' || NVL2(SUBSTR(RTRIM((SELECT LISTAGG(TRANSLATE(w.description, CHR(1) || CHR(2) || CHR(3) || CHR(4) || CHR(5) || CHR(6) || CHR(7) || CHR(8) || CHR(11) || CHR(12) || CHR(14) || CHR(15) || CHR(16) || CHR(17) || CHR(18) || CHR(19) || CHR(20) || CHR(21) || CHR(22) || CHR(23) || CHR(24) || CHR(25) || CHR(26) || CHR(27) || CHR(28) || CHR(29) || CHR(30) || CHR(31), '                            '), ', ') WITHIN GROUP (ORDER BY w.description) FROM outcome_words w WHERE w.source_step_id = rfl.REFERRAL_ID AND w.person_id = rfl.PERSON_ID)), 1, 1900), '"' || REPLACE(REPLACE(SUBSTR(RTRIM((SELECT LISTAGG(TRANSLATE(w.description, CHR(1) || CHR(2) || CHR(3) || CHR(4) || CHR(5) || CHR(6) || CHR(7) || CHR(8) || CHR(11) || CHR(12) || CHR(14) || CHR(15) || CHR(16) || CHR(17) || CHR(18) || CHR(19) || CHR(20) || CHR(21) || CHR(22) || CHR(23) || CHR(24) || CHR(25) || CHR(26) || CHR(27) || CHR(28) || CHR(29) || CHR(30) || CHR(31), '                            '), ', ') WITHIN GROUP (ORDER BY w.description) FROM outcome_words w WHERE w.source_step_id = rfl.REFERRAL_ID AND w.person_id = rfl.PERSON_ID)), 1, 1900), '\', '\\'), '"', '\"') || '"', 'null') ||
      '}', CHR(1) || CHR(2) || CHR(3) || CHR(4) || CHR(5) || CHR(6) || CHR(7) || CHR(8) || CHR(11) || CHR(12) || CHR(14) || CHR(15) || CHR(16) || CHR(17) || CHR(18) || CHR(19) || CHR(20) || CHR(21) || CHR(22) || CHR(23) || CHR(24) || CHR(25) || CHR(26) || CHR(27) || CHR(28) || CHR(29) || CHR(30) || CHR(31), '                            '), CHR(13), '\r'), CHR(10), '\n'), CHR(9), '\t') cine_referral_outcome_json, -- cine_referral_outcome_json
    CASE WHEN rfl.NFA_DATE IS NULL THEN 'N' ELSE 'Y' END cine_referral_nfa, -- cine_referral_nfa
    SUBSTR(RTRIM(rfl.CLOSURE_REASON), 1, 100) cine_close_reason, -- cine_close_reason
    rfl.CLOSURE_DATE cine_close_date, -- cine_close_date
    TO_CHAR(step.RESPONSIBLE_TEAM_ID) cine_referral_team, -- cine_referral_team
    TO_CHAR(step.ASSIGNEE_ID) cine_referral_worker_id, -- cine_referral_worker_id
    ROW_NUMBER() OVER (PARTITION BY rfl.REFERRAL_ID, rfl.PERSON_ID ORDER BY rfl.REFERRAL_DATE DESC NULLS LAST, rfl.REFERRAL_ID, rfl.PERSON_ID, rfl.SOURCE_OF_REFERRAL, rfl.NFA_DATE, rfl.CLOSURE_REASON, rfl.CLOSURE_DATE, step.RESPONSIBLE_TEAM_ID, step.ASSIGNEE_ID) AS ssd_row,
    ROW_NUMBER() OVER (ORDER BY rfl.REFERRAL_DATE DESC NULLS LAST, rfl.REFERRAL_ID, rfl.PERSON_ID, rfl.SOURCE_OF_REFERRAL, rfl.NFA_DATE, rfl.CLOSURE_REASON, rfl.CLOSURE_DATE, step.RESPONSIBLE_TEAM_ID, step.ASSIGNEE_ID) AS ssd_place
  FROM DM_CIN_REFERRALS rfl
  LEFT JOIN DM_WORKFLOW_STEPS step ON step.WORKFLOW_STEP_ID = rfl.REFERRAL_ID
  WHERE rfl.REFERRAL_DATE < ((SELECT settings.today FROM ssd_extract_settings settings) + INTERVAL '1' DAY)
    AND (rfl.CLOSURE_DATE >= (SELECT settings.window_start FROM ssd_extract_settings settings) OR rfl.CLOSURE_DATE IS NULL)
    AND EXISTS (SELECT 1 FROM ssd_person cohort WHERE cohort.pers_person_id = TO_CHAR(rfl.PERSON_ID))
    AND RTRIM((TO_CHAR(rfl.REFERRAL_ID) || '.' || TO_CHAR(rfl.PERSON_ID))) IS NOT NULL
    AND rfl.PERSON_ID IS NOT NULL
) numbered
WHERE numbered.ssd_row = 1
) picked
WHERE picked.ssd_key_row = 1;
-- META-ELEMENT: {"type": "create_fk"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_constraints WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CIN_EPISODES' AND constraint_name = 'FK_SSD_CIN_EPISODES_CINE_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'ALTER TABLE ssd_cin_episodes ADD CONSTRAINT fk_ssd_cin_episodes_cine_person_id FOREIGN KEY (cine_person_id) REFERENCES ssd_person (pers_person_id)'
  ;
  END IF;
END;
/
-- not enforced: cine_referral_team to ssd_department.dept_team_id, an extract keeps six years, so the parent row may be absent
-- not enforced: cine_referral_worker_id to ssd_professionals.prof_professional_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CIN_EPISODES' AND index_name = 'IX_SSD_CIN_EPISODES_CINE_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_cin_episodes_cine_person_id ON ssd_cin_episodes (cine_person_id)'
  ;
  END IF;
END;
/
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CIN_EPISODES' AND index_name = 'IX_SSD_CIN_EPISODES_CINE_REFERRAL_TEAM';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_cin_episodes_cine_referral_team ON ssd_cin_episodes (cine_referral_team)'
  ;
  END IF;
END;
/
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CIN_EPISODES' AND index_name = 'IX_SSD_CIN_EPISODES_CINE_REFERRAL_WORKER_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_cin_episodes_cine_referral_worker_id ON ssd_cin_episodes (cine_referral_worker_id)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "count_orphans"}
SELECT 'ssd_cin_episodes.cine_referral_team' AS reference, COUNT(*) AS orphans FROM ssd_cin_episodes child WHERE child.cine_referral_team IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_department parent WHERE parent.dept_team_id = child.cine_referral_team);
SELECT 'ssd_cin_episodes.cine_referral_worker_id' AS reference, COUNT(*) AS orphans FROM ssd_cin_episodes child WHERE child.cine_referral_worker_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_professionals parent WHERE parent.prof_professional_id = child.cine_referral_worker_id);
