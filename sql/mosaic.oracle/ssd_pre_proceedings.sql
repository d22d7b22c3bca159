-- META-ELEMENT: {"type": "header"}
-- ssd_pre_proceedings for Mosaic on Oracle (12.2 or later), for reading: the script that is run is mosaic.oracle.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_pre_proceedings"}
-- META-ELEMENT: {"type": "create_table"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_PRE_PROCEEDINGS';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE TABLE ssd_pre_proceedings (
  prep_table_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"PREP024A"}
  prep_person_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"PREP001A"}
  prep_plo_family_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"PREP002A"}
  prep_pre_pro_decision_date timestamp NULL, -- metadata={"item_ref":"PREP003A"}
  prep_initial_pre_pro_meeting_date timestamp NULL, -- metadata={"item_ref":"PREP004A"}
  prep_pre_pro_outcome nvarchar2(100) NULL, -- metadata={"item_ref":"PREP005A"}
  prep_agree_stepdown_issue_date timestamp NULL, -- metadata={"item_ref":"PREP006A"}
  prep_cp_plans_referral_period number(10) NULL, -- metadata={"item_ref":"PREP007A"}
  prep_legal_gateway_outcome nvarchar2(100) NULL, -- metadata={"item_ref":"PREP008A"}
  prep_prev_pre_proc_child number(10) NULL, -- metadata={"item_ref":"PREP009A"}
  prep_prev_care_proc_child number(10) NULL, -- metadata={"item_ref":"PREP010A"}
  prep_pre_pro_letter_date timestamp NULL, -- metadata={"item_ref":"PREP011A"}
  prep_care_pro_letter_date timestamp NULL, -- metadata={"item_ref":"PREP012A"}
  prep_pre_pro_meetings_num number(10) NULL, -- metadata={"item_ref":"PREP013A"}
  prep_pre_pro_parents_legal_rep nchar(1) NULL, -- metadata={"item_ref":"PREP014A"}
  prep_parents_legal_rep_point_of_issue nchar(2) NULL, -- metadata={"item_ref":"PREP015A"}
  prep_court_reference nvarchar2(48) NULL, -- metadata={"item_ref":"PREP016A"}
  prep_care_proc_court_hearings number(10) NULL, -- metadata={"item_ref":"PREP017A"}
  prep_care_proc_short_notice nchar(2) NULL, -- metadata={"item_ref":"PREP018A"}
  prep_proc_short_notice_reason nvarchar2(100) NULL, -- metadata={"item_ref":"PREP019A"}
  prep_la_inital_plan_approved nchar(1) NULL, -- metadata={"item_ref":"PREP020A"}
  prep_la_initial_care_plan nvarchar2(100) NULL, -- metadata={"item_ref":"PREP021A"}
  prep_la_final_plan_approved nchar(1) NULL, -- metadata={"item_ref":"PREP022A"}
  prep_la_final_care_plan nvarchar2(100) NULL, -- metadata={"item_ref":"PREP023A"}
  CONSTRAINT pk_ssd_pre_proceedings PRIMARY KEY (prep_table_id)
)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "insert_data"}
INSERT INTO ssd_pre_proceedings (
  prep_table_id, -- metadata={"item_ref":"PREP024A"}
  prep_person_id, -- metadata={"item_ref":"PREP001A"}
  prep_plo_family_id, -- metadata={"item_ref":"PREP002A"}
  -- prep_pre_pro_decision_date is not held: looked up in case files
  prep_initial_pre_pro_meeting_date, -- metadata={"item_ref":"PREP004A"}
  prep_pre_pro_outcome, -- metadata={"item_ref":"PREP005A"}
  prep_agree_stepdown_issue_date, -- metadata={"item_ref":"PREP006A"}
  prep_cp_plans_referral_period, -- metadata={"item_ref":"PREP007A"}
  -- prep_legal_gateway_outcome is not held: looked up in case files
  prep_prev_pre_proc_child, -- metadata={"item_ref":"PREP009A"}
  prep_prev_care_proc_child -- metadata={"item_ref":"PREP010A"}
  -- prep_pre_pro_letter_date is not held: looked up in case files
  -- prep_care_pro_letter_date is not held: looked up in case files
  -- prep_pre_pro_meetings_num is not held: looked up in case files
  -- prep_pre_pro_parents_legal_rep is not held: looked up in case files
  -- prep_parents_legal_rep_point_of_issue is not held: looked up in case files
  -- prep_court_reference is not held: looked up in case files
  -- prep_care_proc_court_hearings is not held: looked up in case files
  -- prep_care_proc_short_notice is not held: looked up in case files
  -- prep_proc_short_notice_reason is not held: looked up in case files
  -- prep_la_inital_plan_approved is not held: looked up in case files
  -- prep_la_initial_care_plan is not held: looked up in case files
  -- prep_la_final_plan_approved is not held: looked up in case files
  -- prep_la_final_care_plan is not held: looked up in case files
)
WITH step_people AS (
  SELECT DISTINCT s.SUBGROUP_ID subgroup_id, s.SUBJECT_COMPOUND_ID person_id
  FROM DM_SUBGROUP_SUBJECTS s
  WHERE s.SUBJECT_TYPE_CODE = 'PER'
),
groups_of_persons AS (
  SELECT s.person_id person_id, g.GROUP_ID group_id, g.SUBGROUP_ID subgroup_id, CASE WHEN g.ONLY_SUBJECT_TYPE_CODE IS NULL THEN 0 ELSE 1 END is_for_one
  FROM DM_SUBGROUPS g
  INNER JOIN step_people s ON s.subgroup_id = g.SUBGROUP_ID
),
cp_plans AS (
  SELECT r.REGISTRATION_ID registration_id, r.PERSON_ID person_id, r.REGISTRATION_STEP_ID registration_step_id, r.REGISTRATION_START_DATE registration_start_date, r.DEREGISTRATION_DATE deregistration_date
  FROM DM_REGISTRATIONS r
  WHERE r.IS_CHILD_PROTECTION_PLAN = 'Y' AND COALESCE(r.IS_TEMPORARY_CHILD_PROTECTION, 'N') = 'N'
)
SELECT
  TO_CHAR(pre.LEGAL_STATUS_ID), -- prep_table_id
  TO_CHAR(pre.PERSON_ID), -- prep_person_id
  TO_CHAR(grp.group_id), -- prep_plo_family_id
  pre.START_DATE, -- prep_initial_pre_pro_meeting_date
  CASE WHEN EXISTS (SELECT 1 FROM DM_LEGAL_STATUSES l WHERE l.PERSON_ID = pre.PERSON_ID AND l.LEGAL_STATUS IN ('C1', 'C2') AND l.START_DATE >= pre.START_DATE AND (pre.END_DATE IS NULL OR l.START_DATE <= (pre.END_DATE + NUMTODSINTERVAL(31, 'DAY'))) AND COALESCE(l.END_DATE, TIMESTAMP '9999-12-31 00:00:00') > COALESCE(pre.END_DATE, TIMESTAMP '9999-12-31 00:00:00')) THEN 'Decision to Issue Care Proceedings' WHEN pre.END_DATE IS NOT NULL THEN 'Decision to step down' END, -- prep_pre_pro_outcome
  pre.END_DATE, -- prep_agree_stepdown_issue_date
  (SELECT COUNT(*) FROM cp_plans p WHERE p.person_id = pre.PERSON_ID AND p.registration_start_date BETWEEN cin.REFERRAL_DATE AND COALESCE(cin.CLOSURE_DATE, TIMESTAMP '9999-12-31 00:00:00')), -- prep_cp_plans_referral_period
  (SELECT COUNT(*) FROM DM_NON_LA_LEGAL_STATUSES b WHERE b.PERSON_ID = pre.PERSON_ID AND b.LEGAL_STATUS_TYPE IN ('PLOPRE') AND CAST(TRUNC(b.START_DATE) AS TIMESTAMP) < CAST(TRUNC(pre.START_DATE) AS TIMESTAMP)), -- prep_prev_pre_proc_child
  (SELECT COUNT(*) FROM DM_LEGAL_STATUSES l WHERE l.PERSON_ID = pre.PERSON_ID AND l.LEGAL_STATUS = 'C1' AND CAST(TRUNC(l.START_DATE) AS TIMESTAMP) < CAST(TRUNC(pre.START_DATE) AS TIMESTAMP)) -- prep_prev_care_proc_child
FROM DM_NON_LA_LEGAL_STATUSES pre
OUTER APPLY (SELECT grp.* FROM groups_of_persons grp WHERE grp.person_id = pre.PERSON_ID ORDER BY grp.is_for_one, grp.group_id DESC NULLS LAST, grp.subgroup_id DESC NULLS LAST FETCH FIRST 1 ROW ONLY) grp
OUTER APPLY (SELECT cin.* FROM DM_CIN_REFERRALS cin WHERE cin.PERSON_ID = pre.PERSON_ID AND pre.START_DATE BETWEEN cin.REFERRAL_DATE AND COALESCE(cin.CLOSURE_DATE, TIMESTAMP '9999-12-31 00:00:00') ORDER BY cin.REFERRAL_DATE DESC NULLS LAST, cin.CLOSURE_DATE DESC NULLS LAST FETCH FIRST 1 ROW ONLY) cin
WHERE pre.LEGAL_STATUS_TYPE IN ('PLOPRE')
  AND (pre.END_DATE >= (SELECT settings.window_start FROM ssd_extract_settings settings) OR pre.END_DATE IS NULL)
  AND EXISTS (SELECT 1 FROM ssd_person cohort WHERE cohort.pers_person_id = TO_CHAR(pre.PERSON_ID))
  AND pre.LEGAL_STATUS_ID IS NOT NULL
  AND pre.PERSON_ID IS NOT NULL
  AND grp.group_id IS NOT NULL;
-- META-ELEMENT: {"type": "create_fk"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_constraints WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_PRE_PROCEEDINGS' AND constraint_name = 'FK_SSD_PRE_PROCEEDINGS_PREP_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'ALTER TABLE ssd_pre_proceedings ADD CONSTRAINT fk_ssd_pre_proceedings_prep_person_id FOREIGN KEY (prep_person_id) REFERENCES ssd_person (pers_person_id)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "create_idx"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_PRE_PROCEEDINGS' AND index_name = 'IX_SSD_PRE_PROCEEDINGS_PREP_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_pre_proceedings_prep_person_id ON ssd_pre_proceedings (prep_person_id)'
  ;
  END IF;
END;
/
