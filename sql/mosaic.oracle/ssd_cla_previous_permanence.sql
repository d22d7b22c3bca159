-- META-ELEMENT: {"type": "header"}
-- ssd_cla_previous_permanence for Mosaic on Oracle (12.2 or later), for reading: the script that is run is mosaic.oracle.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_previous_permanence"}
-- META-ELEMENT: {"type": "create_table"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CLA_PREVIOUS_PERMANENCE';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE TABLE ssd_cla_previous_permanence (
  lapp_table_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"LAPP001A"}
  lapp_person_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"LAPP002A"}
  lapp_previous_permanence_order_date nvarchar2(100) NULL, -- metadata={"item_ref":"LAPP003A"}
  lapp_previous_permanence_option nvarchar2(200) NULL, -- metadata={"item_ref":"LAPP004A"}
  lapp_previous_permanence_la nvarchar2(100) NULL, -- metadata={"item_ref":"LAPP005A"}
  CONSTRAINT pk_ssd_cla_previous_permanence PRIMARY KEY (lapp_table_id)
)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "insert_data"}
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
INSERT INTO ssd_cla_previous_permanence (
  lapp_table_id, -- metadata={"item_ref":"LAPP001A"}
  lapp_person_id, -- metadata={"item_ref":"LAPP002A"}
  lapp_previous_permanence_order_date, -- metadata={"item_ref":"LAPP003A"}
  lapp_previous_permanence_option, -- metadata={"item_ref":"LAPP004A"}
  lapp_previous_permanence_la -- metadata={"item_ref":"LAPP005A"}
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
)
SELECT
  picked.lapp_table_id,
  picked.lapp_person_id,
  picked.lapp_previous_permanence_order_date,
  picked.lapp_previous_permanence_option,
  picked.lapp_previous_permanence_la
FROM (
  SELECT
    numbered.lapp_table_id,
    numbered.lapp_person_id,
    numbered.lapp_previous_permanence_order_date,
    numbered.lapp_previous_permanence_option,
    numbered.lapp_previous_permanence_la,
    ROW_NUMBER() OVER (PARTITION BY numbered.lapp_table_id ORDER BY numbered.ssd_place) AS ssd_key_row
  FROM (
  SELECT
    SUBSTR(RTRIM((TO_CHAR(ans.form_id) || '.' || TO_CHAR(ans.person_id))), 1, 48) lapp_table_id, -- lapp_table_id
    TO_CHAR(ans.person_id) lapp_person_id, -- lapp_person_id
    SUBSTR(RTRIM(SUBSTR(TO_CHAR(ans.date_answer, 'YYYY-MM-DD"T"HH24:MI:SS'), 1, 10)), 1, 100) lapp_previous_permanence_order_date, -- lapp_previous_permanence_order_date
    SUBSTR(RTRIM((SELECT MAX(a.text_answer) FROM filter_answers a WHERE a.workflow_step_id = ans.workflow_step_id AND a.person_id = ans.person_id AND a.filter_name = 'Child Previous Permanence Option (Document)')), 1, 200) lapp_previous_permanence_option, -- lapp_previous_permanence_option
    SUBSTR(RTRIM((SELECT MAX(a.text_answer) FROM filter_answers a WHERE a.workflow_step_id = ans.workflow_step_id AND a.person_id = ans.person_id AND a.filter_name = 'Child Previous Permanence LA (Document)')), 1, 100) lapp_previous_permanence_la, -- lapp_previous_permanence_la
    ROW_NUMBER() OVER (PARTITION BY ans.person_id ORDER BY ans.date_answer DESC NULLS LAST, ans.form_id DESC NULLS LAST, ans.workflow_step_id DESC NULLS LAST, ans.person_id) AS ssd_row,
    ROW_NUMBER() OVER (ORDER BY ans.date_answer DESC NULLS LAST, ans.form_id DESC NULLS LAST, ans.workflow_step_id DESC NULLS LAST, ans.person_id) AS ssd_place
  FROM filter_answers ans
  WHERE ans.filter_name = 'Child Previous Permanence Option Date (Document)'
    AND EXISTS (SELECT 1 FROM ssd_person cohort WHERE cohort.pers_person_id = TO_CHAR(ans.person_id))
    AND RTRIM((TO_CHAR(ans.form_id) || '.' || TO_CHAR(ans.person_id))) IS NOT NULL
    AND ans.person_id IS NOT NULL
) numbered
WHERE numbered.ssd_row = 1
) picked
WHERE picked.ssd_key_row = 1;
-- META-ELEMENT: {"type": "create_fk"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_constraints WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CLA_PREVIOUS_PERMANENCE' AND constraint_name = 'FK_SSD_CLA_PREVIOUS_PERMANENCE_LAPP_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'ALTER TABLE ssd_cla_previous_permanence ADD CONSTRAINT fk_ssd_cla_previous_permanence_lapp_person_id FOREIGN KEY (lapp_person_id) REFERENCES ssd_person (pers_person_id)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "create_idx"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CLA_PREVIOUS_PERMANENCE' AND index_name = 'IX_SSD_CLA_PREVIOUS_PERMANENCE_LAPP_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_cla_previous_permanence_lapp_person_id ON ssd_cla_previous_permanence (lapp_person_id)'
  ;
  END IF;
END;
/
