-- META-ELEMENT: {"type": "header"}
-- ssd_initial_cp_conference for Mosaic on Oracle (12.2 or later), for reading: the script that is run is mosaic.oracle.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_initial_cp_conference"}
-- META-ELEMENT: {"type": "create_table"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_INITIAL_CP_CONFERENCE';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE TABLE ssd_initial_cp_conference (
  icpc_icpc_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"ICPC001A"}
  icpc_icpc_meeting_id nvarchar2(48) NULL, -- metadata={"item_ref":"ICPC009A"}
  icpc_s47_enquiry_id nvarchar2(48) NULL, -- metadata={"item_ref":"ICPC002A"}
  icpc_person_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"ICPC010A"}
  icpc_cp_plan_id nvarchar2(48) NULL, -- metadata={"item_ref":"ICPC011A"}
  icpc_referral_id nvarchar2(48) NULL, -- metadata={"item_ref":"ICPC012A"}
  icpc_icpc_transfer_in nchar(1) NULL, -- metadata={"item_ref":"ICPC003A"}
  icpc_icpc_target_date timestamp NULL, -- metadata={"item_ref":"ICPC004A"}
  icpc_icpc_date timestamp NULL, -- metadata={"item_ref":"ICPC005A"}
  icpc_icpc_outcome_cp_flag nchar(1) NULL, -- metadata={"item_ref":"ICPC013A"}
  icpc_icpc_outcome_json nvarchar2(500) NULL, -- metadata={"item_ref":"ICPC006A"}
  icpc_icpc_team nvarchar2(48) NULL, -- metadata={"item_ref":"ICPC007A"}
  icpc_icpc_worker_id nvarchar2(48) NULL, -- metadata={"item_ref":"ICPC008A"}
  CONSTRAINT pk_ssd_initial_cp_conference PRIMARY KEY (icpc_icpc_id)
)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "insert_data"}
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
INSERT INTO ssd_initial_cp_conference (
  icpc_icpc_id, -- metadata={"item_ref":"ICPC001A"}
  -- icpc_icpc_meeting_id is not held: a conference has no id but that of its workflow step
  icpc_s47_enquiry_id, -- metadata={"item_ref":"ICPC002A"}
  icpc_person_id, -- metadata={"item_ref":"ICPC010A"}
  icpc_cp_plan_id, -- metadata={"item_ref":"ICPC011A"}
  icpc_referral_id, -- metadata={"item_ref":"ICPC012A"}
  icpc_icpc_transfer_in, -- metadata={"item_ref":"ICPC003A"}
  icpc_icpc_target_date, -- metadata={"item_ref":"ICPC004A"}
  icpc_icpc_date, -- metadata={"item_ref":"ICPC005A"}
  icpc_icpc_outcome_cp_flag, -- metadata={"item_ref":"ICPC013A"}
  icpc_icpc_outcome_json, -- metadata={"item_ref":"ICPC006A"}
  icpc_icpc_team, -- metadata={"item_ref":"ICPC007A"}
  icpc_icpc_worker_id -- metadata={"item_ref":"ICPC008A"}
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
  SELECT s.workflow_step_id workflow_step_id, s.person_id person_id, s.step_key step_key, s.workflow_step_type_id workflow_step_type_id, s.cp_conference_actual_date cp_conference_actual_date, s.responsible_team_id responsible_team_id, s.assignee_id assignee_id, (SELECT MAX(p.registration_id) FROM cp_plans p WHERE p.person_id = s.person_id AND CAST(TRUNC(p.registration_start_date) AS TIMESTAMP) = CAST(TRUNC(s.cp_conference_actual_date) AS TIMESTAMP)) plan_id, (SELECT b.strategy_discussion_date FROM DM_WORKFLOW_BACKWARDS w INNER JOIN person_steps b ON b.workflow_step_id = w.PRECEDING_WORKFLOW_STEP_ID WHERE w.WORKFLOW_STEP_ID = s.workflow_step_id AND b.person_id = s.person_id AND b.strategy_discussion_date IS NOT NULL ORDER BY b.started_on DESC NULLS LAST, b.workflow_step_id DESC NULLS LAST, b.strategy_discussion_date FETCH FIRST 1 ROW ONLY) strategy_date
  FROM person_steps s
  WHERE s.cp_conference_category = 'Initial' AND s.step_status = 'COMPLETED'
),
referrals AS (
  SELECT DISTINCT r.REFERRAL_ID referral_id, r.PERSON_ID person_id, (TO_CHAR(r.REFERRAL_ID) || '.' || TO_CHAR(r.PERSON_ID)) referral_key, r.REFERRAL_DATE referral_date, r.CLOSURE_DATE closure_date
  FROM DM_CIN_REFERRALS r
),
calendar AS (
  SELECT DISTINCT CAST(TRUNC(r.CURR_DAY) AS TIMESTAMP) day_date, (TRUNC(r.CURR_DAY) - TRUNC(TIMESTAMP '1990-01-01 00:00:00')) days_since_monday
  FROM REPORT_DAYS r
),
counted_days AS (
  SELECT c.day_date day_date, SUM(CASE WHEN (c.days_since_monday - (7 * ROUND(((c.days_since_monday - 3) * 0.142857142857), 0))) < 5 AND c.day_date NOT IN (TIMESTAMP '2019-01-01 00:00:00', TIMESTAMP '2019-04-19 00:00:00', TIMESTAMP '2019-04-22 00:00:00', TIMESTAMP '2019-05-06 00:00:00', TIMESTAMP '2019-05-27 00:00:00', TIMESTAMP '2019-08-26 00:00:00', TIMESTAMP '2019-12-25 00:00:00', TIMESTAMP '2019-12-26 00:00:00', TIMESTAMP '2020-01-01 00:00:00', TIMESTAMP '2020-04-10 00:00:00', TIMESTAMP '2020-04-13 00:00:00', TIMESTAMP '2020-05-08 00:00:00', TIMESTAMP '2020-05-25 00:00:00', TIMESTAMP '2020-08-31 00:00:00', TIMESTAMP '2020-12-25 00:00:00', TIMESTAMP '2020-12-28 00:00:00', TIMESTAMP '2021-01-01 00:00:00', TIMESTAMP '2021-04-02 00:00:00', TIMESTAMP '2021-04-05 00:00:00', TIMESTAMP '2021-05-03 00:00:00', TIMESTAMP '2021-05-31 00:00:00', TIMESTAMP '2021-08-30 00:00:00', TIMESTAMP '2021-12-27 00:00:00', TIMESTAMP '2021-12-28 00:00:00', TIMESTAMP '2022-01-03 00:00:00', TIMESTAMP '2022-04-15 00:00:00', TIMESTAMP '2022-04-18 00:00:00', TIMESTAMP '2022-05-02 00:00:00', TIMESTAMP '2022-06-02 00:00:00', TIMESTAMP '2022-06-03 00:00:00', TIMESTAMP '2022-08-29 00:00:00', TIMESTAMP '2022-09-19 00:00:00', TIMESTAMP '2022-12-26 00:00:00', TIMESTAMP '2022-12-27 00:00:00', TIMESTAMP '2023-01-02 00:00:00', TIMESTAMP '2023-04-07 00:00:00', TIMESTAMP '2023-04-10 00:00:00', TIMESTAMP '2023-05-01 00:00:00', TIMESTAMP '2023-05-08 00:00:00', TIMESTAMP '2023-05-29 00:00:00', TIMESTAMP '2023-08-28 00:00:00', TIMESTAMP '2023-12-25 00:00:00', TIMESTAMP '2023-12-26 00:00:00', TIMESTAMP '2024-01-01 00:00:00', TIMESTAMP '2024-03-29 00:00:00', TIMESTAMP '2024-04-01 00:00:00', TIMESTAMP '2024-05-06 00:00:00', TIMESTAMP '2024-05-27 00:00:00', TIMESTAMP '2024-08-26 00:00:00', TIMESTAMP '2024-12-25 00:00:00', TIMESTAMP '2024-12-26 00:00:00', TIMESTAMP '2025-01-01 00:00:00', TIMESTAMP '2025-04-18 00:00:00', TIMESTAMP '2025-04-21 00:00:00', TIMESTAMP '2025-05-05 00:00:00', TIMESTAMP '2025-05-26 00:00:00', TIMESTAMP '2025-08-25 00:00:00', TIMESTAMP '2025-12-25 00:00:00', TIMESTAMP '2025-12-26 00:00:00', TIMESTAMP '2026-01-01 00:00:00', TIMESTAMP '2026-04-03 00:00:00', TIMESTAMP '2026-04-06 00:00:00', TIMESTAMP '2026-05-04 00:00:00', TIMESTAMP '2026-05-25 00:00:00', TIMESTAMP '2026-08-31 00:00:00', TIMESTAMP '2026-12-25 00:00:00', TIMESTAMP '2026-12-28 00:00:00', TIMESTAMP '2027-01-01 00:00:00', TIMESTAMP '2027-03-26 00:00:00', TIMESTAMP '2027-03-29 00:00:00', TIMESTAMP '2027-05-03 00:00:00',
    TIMESTAMP '2027-05-31 00:00:00', TIMESTAMP '2027-08-30 00:00:00', TIMESTAMP '2027-12-27 00:00:00', TIMESTAMP '2027-12-28 00:00:00', TIMESTAMP '2028-01-03 00:00:00', TIMESTAMP '2028-04-14 00:00:00', TIMESTAMP '2028-04-17 00:00:00', TIMESTAMP '2028-05-01 00:00:00', TIMESTAMP '2028-05-29 00:00:00', TIMESTAMP '2028-08-28 00:00:00', TIMESTAMP '2028-12-25 00:00:00', TIMESTAMP '2028-12-26 00:00:00') THEN 1 ELSE 0 END) OVER (ORDER BY c.day_date ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) working_days
  FROM calendar c
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
  WHERE n.step_status NOT IN ('CANCELLED', 'PROPOSED')
)
SELECT
  picked.icpc_icpc_id,
  picked.icpc_s47_enquiry_id,
  picked.icpc_person_id,
  picked.icpc_cp_plan_id,
  picked.icpc_referral_id,
  picked.icpc_icpc_transfer_in,
  picked.icpc_icpc_target_date,
  picked.icpc_icpc_date,
  picked.icpc_icpc_outcome_cp_flag,
  picked.icpc_icpc_outcome_json,
  picked.icpc_icpc_team,
  picked.icpc_icpc_worker_id
FROM (
  SELECT
    SUBSTR(RTRIM(conf.step_key), 1, 48) icpc_icpc_id, -- icpc_icpc_id
    SUBSTR(RTRIM((SELECT s.step_key FROM DM_WORKFLOW_BACKWARDS b INNER JOIN person_steps s ON s.workflow_step_id = b.PRECEDING_WORKFLOW_STEP_ID WHERE b.WORKFLOW_STEP_ID = conf.workflow_step_id AND s.person_id = conf.person_id AND s.is_section_47_enquiry = 'Y' ORDER BY s.started_on DESC NULLS LAST, s.workflow_step_id DESC NULLS LAST, s.step_key FETCH FIRST 1 ROW ONLY)), 1, 48) icpc_s47_enquiry_id, -- icpc_s47_enquiry_id
    TO_CHAR(conf.person_id) icpc_person_id, -- icpc_person_id
    TO_CHAR(conf.plan_id) icpc_cp_plan_id, -- icpc_cp_plan_id
    SUBSTR(RTRIM((SELECT r.referral_key FROM referrals r WHERE r.person_id = conf.person_id AND conf.cp_conference_actual_date BETWEEN CAST(TRUNC(r.referral_date) AS TIMESTAMP) AND COALESCE(r.closure_date, TIMESTAMP '9999-12-31 00:00:00') ORDER BY r.referral_id DESC NULLS LAST, r.referral_date DESC NULLS LAST, r.referral_key FETCH FIRST 1 ROW ONLY)), 1, 48) icpc_referral_id, -- icpc_referral_id
    CASE WHEN EXISTS (SELECT 1 FROM DM_MAPPING_FILTERS f WHERE f.FILTER_NAME = 'Child CIN Transfer In Conferences' AND f.MAPPED_VALUE = TO_CHAR(conf.workflow_step_type_id)) THEN 'Y' ELSE 'N' END icpc_icpc_transfer_in, -- icpc_icpc_transfer_in
    (SELECT MIN(d.day_date) FROM counted_days d WHERE d.working_days = ((SELECT MAX(b.working_days) FROM counted_days b WHERE b.day_date = CAST(TRUNC(conf.strategy_date) AS TIMESTAMP)) + 15)) icpc_icpc_target_date, -- icpc_icpc_target_date
    conf.cp_conference_actual_date icpc_icpc_date, -- icpc_icpc_date
    CASE WHEN conf.plan_id IS NULL THEN 'N' ELSE 'Y' END icpc_icpc_outcome_cp_flag, -- icpc_icpc_outcome_cp_flag
    REPLACE(REPLACE(REPLACE(TRANSLATE(
      '{"CP_FLAG":' || NVL2(CASE WHEN conf.plan_id IS NULL THEN 'N' ELSE 'Y' END, '"' || REPLACE(REPLACE(CASE WHEN conf.plan_id IS NULL THEN 'N' ELSE 'Y' END, '\', '\\'), '"', '\"') || '"', 'null') ||
      ',"TOTAL_NO_OF_OUTCOMES":' || COALESCE(TO_CHAR((SELECT COUNT(*) FROM outcome_words w WHERE w.source_step_id = conf.workflow_step_id AND w.person_id = conf.person_id)), 'null') ||
      ',"COMMENTS":' || NVL2(SUBSTR(RTRIM((SELECT LISTAGG(TRANSLATE(w.description, CHR(1) || CHR(2) || CHR(3) || CHR(4) || CHR(5) || CHR(6) || CHR(7) || CHR(8) || CHR(11) || CHR(12) || CHR(14) || CHR(15) || CHR(16) || CHR(17) || CHR(18) || CHR(19) || CHR(20) || CHR(21) || CHR(22) || CHR(23) || CHR(24) || CHR(25) || CHR(26) || CHR(27) || CHR(28) || CHR(29) || CHR(30) || CHR(31), '                            '), ', ') WITHIN GROUP (ORDER BY w.description) FROM outcome_words w WHERE w.source_step_id = conf.workflow_step_id AND w.person_id = conf.person_id)), 1, 210), '"' || REPLACE(REPLACE(SUBSTR(RTRIM((SELECT LISTAGG(TRANSLATE(w.description, CHR(1) || CHR(2) || CHR(3) || CHR(4) || CHR(5) || CHR(6) || CHR(7) || CHR(8) || CHR(11) || CHR(12) || CHR(14) || CHR(15) || CHR(16) || CHR(17) || CHR(18) || CHR(19) || CHR(20) || CHR(21) || CHR(22) || CHR(23) || CHR(24) || CHR(25) || CHR(26) || CHR(27) || CHR(28) || CHR(29) || CHR(30) || CHR(31), '                            '), ', ') WITHIN GROUP (ORDER BY w.description) FROM outcome_words w WHERE w.source_step_id = conf.workflow_step_id AND w.person_id = conf.person_id)), 1, 210), '\', '\\'), '"', '\"') || '"', 'null') ||
      '}', CHR(1) || CHR(2) || CHR(3) || CHR(4) || CHR(5) || CHR(6) || CHR(7) || CHR(8) || CHR(11) || CHR(12) || CHR(14) || CHR(15) || CHR(16) || CHR(17) || CHR(18) || CHR(19) || CHR(20) || CHR(21) || CHR(22) || CHR(23) || CHR(24) || CHR(25) || CHR(26) || CHR(27) || CHR(28) || CHR(29) || CHR(30) || CHR(31), '                            '), CHR(13), '\r'), CHR(10), '\n'), CHR(9), '\t') icpc_icpc_outcome_json, -- icpc_icpc_outcome_json
    TO_CHAR(conf.responsible_team_id) icpc_icpc_team, -- icpc_icpc_team
    TO_CHAR(conf.assignee_id) icpc_icpc_worker_id, -- icpc_icpc_worker_id
    ROW_NUMBER() OVER (PARTITION BY conf.step_key ORDER BY conf.step_key, conf.workflow_step_id, conf.person_id, conf.plan_id, conf.cp_conference_actual_date, conf.workflow_step_type_id, conf.strategy_date, conf.responsible_team_id, conf.assignee_id) AS ssd_row
  FROM conferences conf
  WHERE conf.cp_conference_actual_date < ((SELECT settings.today FROM ssd_extract_settings settings) + INTERVAL '1' DAY)
    AND (conf.cp_conference_actual_date >= (SELECT settings.window_start FROM ssd_extract_settings settings) OR conf.cp_conference_actual_date IS NULL)
    AND EXISTS (SELECT 1 FROM ssd_person cohort WHERE cohort.pers_person_id = TO_CHAR(conf.person_id))
    AND RTRIM(conf.step_key) IS NOT NULL
    AND conf.person_id IS NOT NULL
) picked
WHERE picked.ssd_row = 1;
-- META-ELEMENT: {"type": "create_fk"}
-- not enforced: icpc_s47_enquiry_id to ssd_s47_enquiry.s47e_s47_enquiry_id, an extract keeps six years, so the parent row may be absent
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_constraints WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_INITIAL_CP_CONFERENCE' AND constraint_name = 'FK_SSD_INITIAL_CP_CONFERENCE_ICPC_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'ALTER TABLE ssd_initial_cp_conference ADD CONSTRAINT fk_ssd_initial_cp_conference_icpc_person_id FOREIGN KEY (icpc_person_id) REFERENCES ssd_person (pers_person_id)'
  ;
  END IF;
END;
/
-- not enforced: icpc_cp_plan_id to ssd_cp_plans.cppl_cp_plan_id, an extract keeps six years, so the parent row may be absent
-- not enforced: icpc_referral_id to ssd_cin_episodes.cine_referral_id, an extract keeps six years, so the parent row may be absent
-- not enforced: icpc_icpc_team to ssd_department.dept_team_id, an extract keeps six years, so the parent row may be absent
-- not enforced: icpc_icpc_worker_id to ssd_professionals.prof_professional_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_INITIAL_CP_CONFERENCE' AND index_name = 'IX_SSD_INITIAL_CP_CONFERENCE_ICPC_S47_ENQUIRY_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_initial_cp_conference_icpc_s47_enquiry_id ON ssd_initial_cp_conference (icpc_s47_enquiry_id)'
  ;
  END IF;
END;
/
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_INITIAL_CP_CONFERENCE' AND index_name = 'IX_SSD_INITIAL_CP_CONFERENCE_ICPC_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_initial_cp_conference_icpc_person_id ON ssd_initial_cp_conference (icpc_person_id)'
  ;
  END IF;
END;
/
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_INITIAL_CP_CONFERENCE' AND index_name = 'IX_SSD_INITIAL_CP_CONFERENCE_ICPC_CP_PLAN_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_initial_cp_conference_icpc_cp_plan_id ON ssd_initial_cp_conference (icpc_cp_plan_id)'
  ;
  END IF;
END;
/
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_INITIAL_CP_CONFERENCE' AND index_name = 'IX_SSD_INITIAL_CP_CONFERENCE_ICPC_REFERRAL_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_initial_cp_conference_icpc_referral_id ON ssd_initial_cp_conference (icpc_referral_id)'
  ;
  END IF;
END;
/
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_INITIAL_CP_CONFERENCE' AND index_name = 'IX_SSD_INITIAL_CP_CONFERENCE_ICPC_ICPC_TEAM';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_initial_cp_conference_icpc_icpc_team ON ssd_initial_cp_conference (icpc_icpc_team)'
  ;
  END IF;
END;
/
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_INITIAL_CP_CONFERENCE' AND index_name = 'IX_SSD_INITIAL_CP_CONFERENCE_ICPC_ICPC_WORKER_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_initial_cp_conference_icpc_icpc_worker_id ON ssd_initial_cp_conference (icpc_icpc_worker_id)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "count_orphans"}
SELECT 'ssd_initial_cp_conference.icpc_s47_enquiry_id' AS reference, COUNT(*) AS orphans FROM ssd_initial_cp_conference child WHERE child.icpc_s47_enquiry_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_s47_enquiry parent WHERE parent.s47e_s47_enquiry_id = child.icpc_s47_enquiry_id);
SELECT 'ssd_initial_cp_conference.icpc_cp_plan_id' AS reference, COUNT(*) AS orphans FROM ssd_initial_cp_conference child WHERE child.icpc_cp_plan_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_cp_plans parent WHERE parent.cppl_cp_plan_id = child.icpc_cp_plan_id);
SELECT 'ssd_initial_cp_conference.icpc_referral_id' AS reference, COUNT(*) AS orphans FROM ssd_initial_cp_conference child WHERE child.icpc_referral_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_cin_episodes parent WHERE parent.cine_referral_id = child.icpc_referral_id);
SELECT 'ssd_initial_cp_conference.icpc_icpc_team' AS reference, COUNT(*) AS orphans FROM ssd_initial_cp_conference child WHERE child.icpc_icpc_team IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_department parent WHERE parent.dept_team_id = child.icpc_icpc_team);
SELECT 'ssd_initial_cp_conference.icpc_icpc_worker_id' AS reference, COUNT(*) AS orphans FROM ssd_initial_cp_conference child WHERE child.icpc_icpc_worker_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_professionals parent WHERE parent.prof_professional_id = child.icpc_icpc_worker_id);
