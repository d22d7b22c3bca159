-- META-ELEMENT: {"type": "header"}
-- ssd_cla_care_plan for Mosaic on Oracle (12.2 or later), for reading: the script that is run is mosaic.oracle.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_care_plan"}
-- META-ELEMENT: {"type": "create_table"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CLA_CARE_PLAN';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE TABLE ssd_cla_care_plan (
  lacp_table_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"LACP001A"}
  lacp_person_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"LACP007A"}
  lacp_cla_care_plan_start_date timestamp NULL, -- metadata={"item_ref":"LACP004A"}
  lacp_cla_care_plan_end_date timestamp NULL, -- metadata={"item_ref":"LACP005A"}
  lacp_cla_care_plan_json nvarchar2(1000) NULL, -- metadata={"item_ref":"LACP003A"}
  CONSTRAINT pk_ssd_cla_care_plan PRIMARY KEY (lacp_table_id)
)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "insert_data"}
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
INSERT INTO ssd_cla_care_plan (
  lacp_table_id, -- metadata={"item_ref":"LACP001A"}
  lacp_person_id, -- metadata={"item_ref":"LACP007A"}
  lacp_cla_care_plan_start_date, -- metadata={"item_ref":"LACP004A"}
  lacp_cla_care_plan_end_date, -- metadata={"item_ref":"LACP005A"}
  lacp_cla_care_plan_json -- metadata={"item_ref":"LACP003A"}
)
WITH plan_steps AS (
  SELECT DISTINCT s.WORKFLOW_STEP_ID workflow_step_id, s.PERSON_ID person_id
  FROM DM_WORKFLOW_STEPS_PEOPLE_VW s
  WHERE s.WORKFLOW_STEP_TYPE_ID IN (1232, 1242, 1237, 1234, 496, 500, 1262, 1263, 1264, 1295, 1297) AND s.STEP_STATUS IN ('INCOMING', 'STARTED', 'COMPLETED', 'REOPENED')
),
earlier_steps AS (
  SELECT b.WORKFLOW_STEP_ID workflow_step_id, p.person_id person_id, MIN(p.workflow_step_id) first_step_id
  FROM DM_WORKFLOW_BACKWARDS b
  INNER JOIN plan_steps p ON p.workflow_step_id = b.PRECEDING_WORKFLOW_STEP_ID
  GROUP BY b.WORKFLOW_STEP_ID, p.person_id
),
first_steps AS (
  SELECT DISTINCT s.person_id person_id, COALESCE(e.first_step_id, s.workflow_step_id) first_step_id
  FROM plan_steps s
  LEFT JOIN earlier_steps e ON e.workflow_step_id = s.workflow_step_id AND e.person_id = s.person_id
),
chain_steps AS (
  SELECT f.person_id person_id, f.first_step_id first_step_id, f.first_step_id step_id
  FROM first_steps f
  UNION
  SELECT f.person_id person_id, f.first_step_id first_step_id, w.SUBSEQUENT_WORKFLOW_STEP_ID subsequent_workflow_step_id
  FROM first_steps f
  INNER JOIN DM_WORKFLOW_FORWARDS w ON w.WORKFLOW_STEP_ID = f.first_step_id
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
chains AS (
  SELECT c.person_id person_id, c.first_step_id first_step_id, MAX(CASE WHEN s.step_status IN ('PROPOSED', 'INCOMING', 'STARTED', 'REOPENED') THEN 1 ELSE 0 END) is_active, MAX(CASE WHEN s.step_status = 'COMPLETED' AND t.IS_CASE_CLOSURE = 'Y' THEN s.workflow_step_id END) closure_step_id, MAX(CASE WHEN s.step_status = 'COMPLETED' THEN s.workflow_step_id END) last_step_id
  FROM chain_steps c
  INNER JOIN person_steps s ON s.workflow_step_id = c.step_id AND s.person_id = c.person_id
  LEFT JOIN DM_WORKFLOW_STEP_TYPES t ON t.WORKFLOW_STEP_TYPE_ID = s.workflow_step_type_id
  GROUP BY c.person_id, c.first_step_id
),
care_plans AS (
  SELECT c.person_id person_id, c.first_step_id first_step_id, CASE WHEN c.is_active = 0 THEN COALESCE(c.closure_step_id, c.last_step_id) END closing_step_id
  FROM chains c
),
answers AS (
  SELECT a.WORKFLOW_STEP_ID workflow_step_id, p.person_id person_id, a.QUESTION_USER_CODE question_user_code, a.FORM_ID form_id, a.TEXT_ANSWER text_answer, a.NUMBER_ANSWER number_answer, a.DATE_ANSWER date_answer
  FROM DM_CACHED_FORM_ANSWERS a
  INNER JOIN person_steps p ON p.workflow_step_id = a.WORKFLOW_STEP_ID AND (a.SUBJECT_PERSON_ID IS NULL OR a.SUBJECT_PERSON_ID <= 0 OR a.SUBJECT_PERSON_ID = p.person_id)
),
permanence_answers AS (
  SELECT a.workflow_step_id workflow_step_id, a.person_id person_id, a.form_id form_id, a.text_answer text_answer
  FROM answers a
  WHERE a.question_user_code IN ('lac.perm.plan', 'pwpc.permanenceplan') AND RTRIM(a.text_answer) IS NOT NULL
)
SELECT
  picked.lacp_table_id,
  picked.lacp_person_id,
  picked.lacp_cla_care_plan_start_date,
  picked.lacp_cla_care_plan_end_date,
  picked.lacp_cla_care_plan_json
FROM (
  SELECT
    SUBSTR(RTRIM((TO_CHAR(plan.first_step_id) || '.' || TO_CHAR(plan.person_id))), 1, 48) lacp_table_id, -- lacp_table_id
    TO_CHAR(plan.person_id) lacp_person_id, -- lacp_person_id
    CAST(TRUNC(first.started_on) AS TIMESTAMP) lacp_cla_care_plan_start_date, -- lacp_cla_care_plan_start_date
    CAST(TRUNC(closing.completed_on) AS TIMESTAMP) lacp_cla_care_plan_end_date, -- lacp_cla_care_plan_end_date
    REPLACE(REPLACE(REPLACE(TRANSLATE(
      '{"PERMANENCE_PLAN":' || NVL2(SUBSTR(RTRIM(COALESCE(CASE ans.text_answer WHEN 'Return to birth family' THEN 'A) Return to Family' WHEN 'Adoption' THEN 'B) Adoption' WHEN 'Long term placement friends / family' THEN 'C) SGO/CAO' WHEN 'Independent living/supported living in the community (Pathways or other)' THEN 'D) Supported Living in the Community' WHEN 'Residential' THEN 'E) Long-Term Residential Placement' WHEN 'Long term fostering' THEN 'F) Long-Term Fostering' WHEN 'Other (please specify)' THEN 'G) Other' END, ans.text_answer)), 1, 470), '"' || REPLACE(REPLACE(SUBSTR(RTRIM(COALESCE(CASE ans.text_answer WHEN 'Return to birth family' THEN 'A) Return to Family' WHEN 'Adoption' THEN 'B) Adoption' WHEN 'Long term placement friends / family' THEN 'C) SGO/CAO' WHEN 'Independent living/supported living in the community (Pathways or other)' THEN 'D) Supported Living in the Community' WHEN 'Residential' THEN 'E) Long-Term Residential Placement' WHEN 'Long term fostering' THEN 'F) Long-Term Fostering' WHEN 'Other (please specify)' THEN 'G) Other' END, ans.text_answer)), 1, 470), '\', '\\'), '"', '\"') || '"', 'null') ||
      '}', CHR(1) || CHR(2) || CHR(3) || CHR(4) || CHR(5) || CHR(6) || CHR(7) || CHR(8) || CHR(11) || CHR(12) || CHR(14) || CHR(15) || CHR(16) || CHR(17) || CHR(18) || CHR(19) || CHR(20) || CHR(21) || CHR(22) || CHR(23) || CHR(24) || CHR(25) || CHR(26) || CHR(27) || CHR(28) || CHR(29) || CHR(30) || CHR(31), '                            '), CHR(13), '\r'), CHR(10), '\n'), CHR(9), '\t') lacp_cla_care_plan_json, -- lacp_cla_care_plan_json
    ROW_NUMBER() OVER (PARTITION BY (TO_CHAR(plan.first_step_id) || '.' || TO_CHAR(plan.person_id)) ORDER BY plan.first_step_id, plan.person_id, first.started_on, closing.completed_on, ans.text_answer) AS ssd_row
  FROM care_plans plan
  LEFT JOIN person_steps first ON first.workflow_step_id = plan.first_step_id AND first.person_id = plan.person_id
  LEFT JOIN person_steps closing ON closing.workflow_step_id = plan.closing_step_id AND closing.person_id = plan.person_id
  OUTER APPLY (SELECT ans.* FROM permanence_answers ans WHERE ans.workflow_step_id = plan.first_step_id AND ans.person_id = plan.person_id ORDER BY ans.form_id DESC NULLS LAST, ans.text_answer FETCH FIRST 1 ROW ONLY) ans
  WHERE CAST(TRUNC(first.started_on) AS TIMESTAMP) < ((SELECT settings.today FROM ssd_extract_settings settings) + INTERVAL '1' DAY)
    AND (CAST(TRUNC(closing.completed_on) AS TIMESTAMP) >= (SELECT settings.window_start FROM ssd_extract_settings settings) OR CAST(TRUNC(closing.completed_on) AS TIMESTAMP) IS NULL)
    AND EXISTS (SELECT 1 FROM ssd_person cohort WHERE cohort.pers_person_id = TO_CHAR(plan.person_id))
    AND RTRIM((TO_CHAR(plan.first_step_id) || '.' || TO_CHAR(plan.person_id))) IS NOT NULL
    AND plan.person_id IS NOT NULL
) picked
WHERE picked.ssd_row = 1;
-- META-ELEMENT: {"type": "create_fk"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_constraints WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CLA_CARE_PLAN' AND constraint_name = 'FK_SSD_CLA_CARE_PLAN_LACP_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'ALTER TABLE ssd_cla_care_plan ADD CONSTRAINT fk_ssd_cla_care_plan_lacp_person_id FOREIGN KEY (lacp_person_id) REFERENCES ssd_person (pers_person_id)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "create_idx"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CLA_CARE_PLAN' AND index_name = 'IX_SSD_CLA_CARE_PLAN_LACP_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_cla_care_plan_lacp_person_id ON ssd_cla_care_plan (lacp_person_id)'
  ;
  END IF;
END;
/
