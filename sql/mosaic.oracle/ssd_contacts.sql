-- META-ELEMENT: {"type": "header"}
-- ssd_contacts for Mosaic on Oracle (12.2 or later), for reading: the script that is run is mosaic.oracle.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_contacts"}
-- META-ELEMENT: {"type": "create_table"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CONTACTS';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE TABLE ssd_contacts (
  cont_contact_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"CONT001A"}
  cont_person_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"CONT002A"}
  cont_contact_date timestamp NULL, -- metadata={"item_ref":"CONT003A"}
  cont_contact_source_code nvarchar2(48) NULL, -- metadata={"item_ref":"CONT004A"}
  cont_contact_source_desc nvarchar2(255) NULL, -- metadata={"item_ref":"CONT006A"}
  cont_contact_outcome_json varchar2(4000 char) NULL, -- metadata={"item_ref":"CONT005A"}
  CONSTRAINT pk_ssd_contacts PRIMARY KEY (cont_contact_id)
)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "insert_data"}
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
INSERT INTO ssd_contacts (
  cont_contact_id, -- metadata={"item_ref":"CONT001A"}
  cont_person_id, -- metadata={"item_ref":"CONT002A"}
  cont_contact_date, -- metadata={"item_ref":"CONT003A"}
  cont_contact_source_code, -- metadata={"item_ref":"CONT004A"}
  cont_contact_source_desc, -- metadata={"item_ref":"CONT006A"}
  cont_contact_outcome_json -- metadata={"item_ref":"CONT005A"}
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
  INNER JOIN DM_WORKFLOW_NXT_ACTION_TYPES t ON t.WORKFLOW_NEXT_ACTION_TYPE_ID = n.workflow_next_action_type_id
  WHERE n.step_status IN ('INCOMING', 'STARTED', 'REOPENED', 'COMPLETED')
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
    SUBSTR(RTRIM(step.step_key), 1, 48) cont_contact_id, -- cont_contact_id
    TO_CHAR(step.person_id) cont_person_id, -- cont_person_id
    step.started_on cont_contact_date, -- cont_contact_date
    SUBSTR(RTRIM((SELECT MAX(c.CATEGORY_CODE) FROM DM_STEP_SOURCE_DETAILS d INNER JOIN CHILD_GROUP_EMBEDDED_CODES_VW c ON c.MAPPED_VALUE = TO_CHAR(d.SOURCE_TYPE_ID) AND c.GROUP_NAME = 'Child CIN Referral Source' WHERE d.WORKFLOW_STEP_ID = step.workflow_step_id)), 1, 48) cont_contact_source_code, -- cont_contact_source_code
    SUBSTR(RTRIM((SELECT MAX(t.DESCRIPTION) FROM DM_STEP_SOURCE_DETAILS d INNER JOIN DM_STEP_SOURCE_TYPES t ON t.SOURCE_TYPE_ID = d.SOURCE_TYPE_ID WHERE d.WORKFLOW_STEP_ID = step.workflow_step_id)), 1, 255) cont_contact_source_desc, -- cont_contact_source_desc
    REPLACE(REPLACE(REPLACE(TRANSLATE(
      '{"OUTCOMES":' || NVL2(SUBSTR(RTRIM((SELECT LISTAGG(TRANSLATE(w.description, CHR(1) || CHR(2) || CHR(3) || CHR(4) || CHR(5) || CHR(6) || CHR(7) || CHR(8) || CHR(11) || CHR(12) || CHR(14) || CHR(15) || CHR(16) || CHR(17) || CHR(18) || CHR(19) || CHR(20) || CHR(21) || CHR(22) || CHR(23) || CHR(24) || CHR(25) || CHR(26) || CHR(27) || CHR(28) || CHR(29) || CHR(30) || CHR(31), '                            '), ', ') WITHIN GROUP (ORDER BY w.description) FROM outcome_words w WHERE w.source_step_id = step.workflow_step_id AND w.person_id = step.person_id)), 1, 1900), '"' || REPLACE(REPLACE(SUBSTR(RTRIM((SELECT LISTAGG(TRANSLATE(w.description, CHR(1) || CHR(2) || CHR(3) || CHR(4) || CHR(5) || CHR(6) || CHR(7) || CHR(8) || CHR(11) || CHR(12) || CHR(14) || CHR(15) || CHR(16) || CHR(17) || CHR(18) || CHR(19) || CHR(20) || CHR(21) || CHR(22) || CHR(23) || CHR(24) || CHR(25) || CHR(26) || CHR(27) || CHR(28) || CHR(29) || CHR(30) || CHR(31), '                            '), ', ') WITHIN GROUP (ORDER BY w.description) FROM outcome_words w WHERE w.source_step_id = step.workflow_step_id AND w.person_id = step.person_id)), 1, 1900), '\', '\\'), '"', '\"') || '"', 'null') ||
      '}', CHR(1) || CHR(2) || CHR(3) || CHR(4) || CHR(5) || CHR(6) || CHR(7) || CHR(8) || CHR(11) || CHR(12) || CHR(14) || CHR(15) || CHR(16) || CHR(17) || CHR(18) || CHR(19) || CHR(20) || CHR(21) || CHR(22) || CHR(23) || CHR(24) || CHR(25) || CHR(26) || CHR(27) || CHR(28) || CHR(29) || CHR(30) || CHR(31), '                            '), CHR(13), '\r'), CHR(10), '\n'), CHR(9), '\t') cont_contact_outcome_json, -- cont_contact_outcome_json
    ROW_NUMBER() OVER (PARTITION BY step.step_key ORDER BY step.step_key, step.person_id, step.started_on, step.workflow_step_id) AS ssd_row
  FROM person_steps step
  WHERE step.is_child_contact = 'Y'
    AND step.started_on < ((SELECT settings.today FROM ssd_extract_settings settings) + INTERVAL '1' DAY)
    AND (step.started_on >= (SELECT settings.window_start FROM ssd_extract_settings settings) OR step.started_on IS NULL)
    AND EXISTS (SELECT 1 FROM ssd_person cohort WHERE cohort.pers_person_id = TO_CHAR(step.person_id))
    AND RTRIM(step.step_key) IS NOT NULL
    AND step.person_id IS NOT NULL
) picked
WHERE picked.ssd_row = 1;
-- META-ELEMENT: {"type": "create_fk"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_constraints WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CONTACTS' AND constraint_name = 'FK_SSD_CONTACTS_CONT_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'ALTER TABLE ssd_contacts ADD CONSTRAINT fk_ssd_contacts_cont_person_id FOREIGN KEY (cont_person_id) REFERENCES ssd_person (pers_person_id)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "create_idx"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CONTACTS' AND index_name = 'IX_SSD_CONTACTS_CONT_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_contacts_cont_person_id ON ssd_contacts (cont_person_id)'
  ;
  END IF;
END;
/
