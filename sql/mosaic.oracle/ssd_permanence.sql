-- META-ELEMENT: {"type": "header"}
-- ssd_permanence for Mosaic on Oracle (12.2 or later), for reading: the script that is run is mosaic.oracle.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_permanence"}
-- META-ELEMENT: {"type": "create_table"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_PERMANENCE';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE TABLE ssd_permanence (
  perm_table_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"PERM001A"}
  perm_person_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"PERM002A"}
  perm_cla_id nvarchar2(48) NULL, -- metadata={"item_ref":"PERM022A"}
  perm_adm_decision_date timestamp NULL, -- metadata={"item_ref":"PERM003A"}
  perm_ffa_cp_decision_date timestamp NULL, -- metadata={"item_ref":"PERM004A"}
  perm_placement_order_date timestamp NULL, -- metadata={"item_ref":"PERM006A"}
  perm_placed_for_adoption_date timestamp NULL, -- metadata={"item_ref":"PERM007A"}
  perm_matched_date timestamp NULL, -- metadata={"item_ref":"PERM008A"}
  perm_adopted_by_carer_flag nchar(1) NULL, -- metadata={"item_ref":"PERM021A"}
  perm_placed_ffa_cp_date timestamp NULL, -- metadata={"item_ref":"PERM009A"}
  perm_decision_reversed_date timestamp NULL, -- metadata={"item_ref":"PERM010A"}
  perm_placed_foster_carer_date timestamp NULL, -- metadata={"item_ref":"PERM011A"}
  perm_part_of_sibling_group nchar(1) NULL, -- metadata={"item_ref":"PERM012A"}
  perm_siblings_placed_together number(10) NULL, -- metadata={"item_ref":"PERM013A"}
  perm_siblings_placed_apart number(10) NULL, -- metadata={"item_ref":"PERM014A"}
  perm_placement_provider_urn nvarchar2(48) NULL, -- metadata={"item_ref":"PERM015A"}
  perm_decision_reversed_reason nvarchar2(100) NULL, -- metadata={"item_ref":"PERM016A"}
  perm_permanence_order_date timestamp NULL, -- metadata={"item_ref":"PERM017A"}
  perm_permanence_order_type nvarchar2(100) NULL, -- metadata={"item_ref":"PERM018A"}
  perm_adoption_worker_id nvarchar2(48) NULL, -- metadata={"item_ref":"PERM023A"}
  perm_adopter_sex nvarchar2(48) NULL, -- metadata={"item_ref":"PERM025A"}
  perm_adopter_legal_status nvarchar2(100) NULL, -- metadata={"item_ref":"PERM026A"}
  perm_number_of_adopters nvarchar2(3) NULL, -- metadata={"item_ref":"PERM027A"}
  CONSTRAINT pk_ssd_permanence PRIMARY KEY (perm_table_id)
)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "insert_data"}
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
INSERT INTO ssd_permanence (
  perm_table_id, -- metadata={"item_ref":"PERM001A"}
  perm_person_id, -- metadata={"item_ref":"PERM002A"}
  perm_cla_id, -- metadata={"item_ref":"PERM022A"}
  perm_adm_decision_date, -- metadata={"item_ref":"PERM003A"}
  perm_ffa_cp_decision_date, -- metadata={"item_ref":"PERM004A"}
  perm_placement_order_date, -- metadata={"item_ref":"PERM006A"}
  perm_placed_for_adoption_date, -- metadata={"item_ref":"PERM007A"}
  perm_matched_date, -- metadata={"item_ref":"PERM008A"}
  perm_adopted_by_carer_flag, -- metadata={"item_ref":"PERM021A"}
  perm_placed_ffa_cp_date, -- metadata={"item_ref":"PERM009A"}
  perm_decision_reversed_date, -- metadata={"item_ref":"PERM010A"}
  perm_placed_foster_carer_date, -- metadata={"item_ref":"PERM011A"}
  perm_part_of_sibling_group, -- metadata={"item_ref":"PERM012A"}
  perm_siblings_placed_together, -- metadata={"item_ref":"PERM013A"}
  perm_siblings_placed_apart, -- metadata={"item_ref":"PERM014A"}
  perm_placement_provider_urn, -- metadata={"item_ref":"PERM015A"}
  perm_decision_reversed_reason, -- metadata={"item_ref":"PERM016A"}
  perm_permanence_order_date, -- metadata={"item_ref":"PERM017A"}
  perm_permanence_order_type -- metadata={"item_ref":"PERM018A"}
  -- perm_adoption_worker_id is not held: no source of the adoption worker is known yet
  -- perm_adopter_sex is not held: no source of the adopters is known yet
  -- perm_adopter_legal_status is not held: no source of the adopters is known yet
  -- perm_number_of_adopters is not held: no source of the adopters is known yet
)
WITH decisions AS (
  SELECT DISTINCT s.WORKFLOW_STEP_ID workflow_step_id, s.PERSON_ID person_id, s.ADOPTION_BEST_INTEREST_DATE decision_date, c.PERIOD_OF_CARE_ID period_of_care_id, c.START_DATE care_start, c.END_DATE care_end
  FROM DM_WORKFLOW_STEPS_PEOPLE_VW s
  INNER JOIN DM_PERIODS_OF_CARE c ON c.PERSON_ID = s.PERSON_ID AND s.ADOPTION_BEST_INTEREST_DATE BETWEEN c.START_DATE AND COALESCE(c.END_DATE, TIMESTAMP '9999-12-31 00:00:00')
),
care_details AS (
  SELECT s.PERSON_ID person_id, s.PERIOD_OF_CARE_ID period_of_care_id, s.PLACEMENT_ID placement_id, s.PLACEMENT_SPLIT_NUMBER placement_split_number, s.START_DATE start_date, s.END_DATE end_date, d.ELEMENT_DETAIL_ID element_detail_id, d.START_DATE detail_start_date, d.CARER_ID carer_id, d.OFSTED_URN ofsted_urn, d.CIN_PROVIDER_CATEGORY_CODE cin_provider_category_code
  FROM DM_CLA_SUMMARIES s
  INNER JOIN DM_PLACEMENT_DETAILS d ON d.ELEMENT_DETAIL_ID = s.ELEMENT_DETAIL_ID AND d.SPLIT_NUMBER = s.SERVICE_SPLIT_NUMBER
),
adoptions AS (
  SELECT d.person_id person_id, d.period_of_care_id period_of_care_id, d.start_date start_date, d.end_date end_date, d.carer_id carer_id, d.element_detail_id element_detail_id, p.PLACEMENT_TYPE placement_type, p.END_DATE adoption_date
  FROM care_details d
  INNER JOIN DM_PLACEMENTS p ON p.PLACEMENT_ID = d.placement_id AND p.SPLIT_NUMBER = d.placement_split_number
  WHERE p.IS_ADOPTED = 'Y'
),
adoption_journeys AS (
  SELECT d.workflow_step_id workflow_step_id, d.person_id person_id, d.decision_date decision_date, d.period_of_care_id period_of_care_id, d.care_start care_start, d.care_end care_end, r.adoption_plan_date_ceased reversed_date, r.adoption_plan_reason_cat_code reversed_reason, a.adoption_date adoption_date, a.placement_type adoption_placement_type, a.carer_id adopter_carer_id, COALESCE(r.adoption_plan_date_ceased, a.adoption_date) journey_end
  FROM decisions d
  OUTER APPLY (SELECT v.ADOPTION_PLAN_DATE_CEASED adoption_plan_date_ceased, v.ADOPTION_PLAN_REASON_CAT_CODE adoption_plan_reason_cat_code FROM DM_WORKFLOW_STEPS_PEOPLE_VW v WHERE v.PERSON_ID = d.person_id AND v.ADOPTION_PLAN_DATE_CEASED > d.decision_date AND v.ADOPTION_PLAN_DATE_CEASED <= COALESCE(d.care_end, TIMESTAMP '9999-12-31 00:00:00') ORDER BY v.ADOPTION_PLAN_DATE_CEASED, v.WORKFLOW_STEP_ID, v.ADOPTION_PLAN_REASON_CAT_CODE FETCH FIRST 1 ROW ONLY) r
  OUTER APPLY (SELECT n.adoption_date adoption_date, n.placement_type placement_type, n.carer_id carer_id FROM adoptions n WHERE n.person_id = d.person_id AND n.period_of_care_id = d.period_of_care_id AND CAST(TRUNC(n.end_date) AS TIMESTAMP) = CAST(TRUNC(d.care_end) AS TIMESTAMP) ORDER BY n.start_date DESC NULLS LAST, n.carer_id DESC NULLS LAST, n.element_detail_id DESC NULLS LAST, n.adoption_date, n.placement_type FETCH FIRST 1 ROW ONLY) a
),
journeys AS (
  SELECT 'ADP' kind, j.workflow_step_id record_id, j.person_id person_id, j.period_of_care_id period_of_care_id, j.care_start care_start, j.care_end care_end, j.decision_date decision_date, j.journey_end journey_end, j.journey_end provider_date, j.reversed_date reversed_date, j.reversed_reason reversed_reason, j.adoption_date order_date, j.adoption_placement_type adoption_placement_type, j.adopter_carer_id adopter_carer_id
  FROM adoption_journeys j
  UNION ALL
  SELECT 'SGO', o.LEGAL_STATUS_ID legal_status_id, o.PERSON_ID person_id, c.PERIOD_OF_CARE_ID period_of_care_id, c.START_DATE start_date, c.END_DATE end_date, NULL, NULL, c.END_DATE end_date, NULL, NULL, o.START_DATE start_date, NULL, NULL
  FROM DM_NON_LA_LEGAL_STATUSES o
  INNER JOIN DM_NON_LA_LEGAL_STATUS_TYPES t ON t.LEGAL_STATUS_TYPE = o.LEGAL_STATUS_TYPE
  INNER JOIN DM_PERIODS_OF_CARE c ON c.PERSON_ID = o.PERSON_ID AND c.START_DATE <= COALESCE(o.END_DATE, TIMESTAMP '9999-12-31 00:00:00') AND COALESCE(c.END_DATE, TIMESTAMP '9999-12-31 00:00:00') >= o.START_DATE
  WHERE t.IS_SPECIAL_GUARDIANSHIP_ORDER = 'Y'
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
answers AS (
  SELECT a.WORKFLOW_STEP_ID workflow_step_id, p.person_id person_id, a.QUESTION_USER_CODE question_user_code, a.FORM_ID form_id, a.TEXT_ANSWER text_answer, a.NUMBER_ANSWER number_answer, a.DATE_ANSWER date_answer
  FROM DM_CACHED_FORM_ANSWERS a
  INNER JOIN person_steps p ON p.workflow_step_id = a.WORKFLOW_STEP_ID AND (a.SUBJECT_PERSON_ID IS NULL OR a.SUBJECT_PERSON_ID <= 0 OR a.SUBJECT_PERSON_ID = p.person_id)
),
foster_placements AS (
  SELECT p.PERSON_ID person_id, p.PERIOD_OF_CARE_ID period_of_care_id, p.START_DATE start_date, p.PLACEMENT_TYPE placement_type, d.carer_id carer_id
  FROM DM_PLACEMENTS p
  INNER JOIN DM_PLACEMENT_TYPES t ON t.PLACEMENT_TYPE = p.PLACEMENT_TYPE AND t.IS_PLACED_WITH_FOSTER_CARERS = 'Y'
  INNER JOIN care_details d ON d.placement_id = p.PLACEMENT_ID AND d.placement_split_number = p.SPLIT_NUMBER AND CAST(TRUNC(d.start_date) AS TIMESTAMP) = CAST(TRUNC(p.START_DATE) AS TIMESTAMP)
)
SELECT
  picked.perm_table_id,
  picked.perm_person_id,
  picked.perm_cla_id,
  picked.perm_adm_decision_date,
  picked.perm_ffa_cp_decision_date,
  picked.perm_placement_order_date,
  picked.perm_placed_for_adoption_date,
  picked.perm_matched_date,
  picked.perm_adopted_by_carer_flag,
  picked.perm_placed_ffa_cp_date,
  picked.perm_decision_reversed_date,
  picked.perm_placed_foster_carer_date,
  picked.perm_part_of_sibling_group,
  picked.perm_siblings_placed_together,
  picked.perm_siblings_placed_apart,
  picked.perm_placement_provider_urn,
  picked.perm_decision_reversed_reason,
  picked.perm_permanence_order_date,
  picked.perm_permanence_order_type
FROM (
  SELECT
    numbered.perm_table_id,
    numbered.perm_person_id,
    numbered.perm_cla_id,
    numbered.perm_adm_decision_date,
    numbered.perm_ffa_cp_decision_date,
    numbered.perm_placement_order_date,
    numbered.perm_placed_for_adoption_date,
    numbered.perm_matched_date,
    numbered.perm_adopted_by_carer_flag,
    numbered.perm_placed_ffa_cp_date,
    numbered.perm_decision_reversed_date,
    numbered.perm_placed_foster_carer_date,
    numbered.perm_part_of_sibling_group,
    numbered.perm_siblings_placed_together,
    numbered.perm_siblings_placed_apart,
    numbered.perm_placement_provider_urn,
    numbered.perm_decision_reversed_reason,
    numbered.perm_permanence_order_date,
    numbered.perm_permanence_order_type,
    ROW_NUMBER() OVER (PARTITION BY numbered.perm_table_id ORDER BY numbered.ssd_place) AS ssd_key_row
  FROM (
  SELECT
    SUBSTR(RTRIM((jny.kind || '.' || TO_CHAR(jny.record_id) || '.' || TO_CHAR(jny.person_id))), 1, 48) perm_table_id, -- perm_table_id
    TO_CHAR(jny.person_id) perm_person_id, -- perm_person_id
    TO_CHAR(jny.period_of_care_id) perm_cla_id, -- perm_cla_id
    jny.decision_date perm_adm_decision_date, -- perm_adm_decision_date
    (SELECT MIN(a.date_answer) FROM answers a WHERE a.person_id = jny.person_id AND a.question_user_code IN (NULL /* ffa_cp_decision_questions */) AND a.date_answer > jny.decision_date AND a.date_answer <= COALESCE(jny.care_end, TIMESTAMP '9999-12-31 00:00:00')) perm_ffa_cp_decision_date, -- perm_ffa_cp_decision_date
    (SELECT MIN(l.START_DATE) FROM DM_LEGAL_STATUSES l WHERE l.PERSON_ID = jny.person_id AND l.PERIOD_OF_CARE_ID = jny.period_of_care_id AND l.LEGAL_STATUS = 'E1' AND l.START_DATE BETWEEN jny.decision_date AND COALESCE(jny.journey_end, TIMESTAMP '9999-12-31 00:00:00')) perm_placement_order_date, -- perm_placement_order_date
    (SELECT MIN(p.START_DATE) FROM DM_PLACEMENTS p WHERE p.PERSON_ID = jny.person_id AND p.PERIOD_OF_CARE_ID = jny.period_of_care_id AND p.PLACEMENT_TYPE IN ('A3', 'A4', 'A5', 'A6') AND p.START_DATE BETWEEN jny.decision_date AND COALESCE(jny.journey_end, TIMESTAMP '9999-12-31 00:00:00')) perm_placed_for_adoption_date, -- perm_placed_for_adoption_date
    (SELECT MIN(m.ADOPTION_MATCH_DATE) FROM DM_WORKFLOW_STEPS_PEOPLE_VW m WHERE m.PERSON_ID = jny.person_id AND m.ADOPTION_MATCH_DATE > jny.decision_date AND m.ADOPTION_MATCH_DATE <= COALESCE(jny.care_end, TIMESTAMP '9999-12-31 00:00:00')) perm_matched_date, -- perm_matched_date
    CASE WHEN jny.adoption_placement_type IN ('A3', 'A5') THEN 'Y' WHEN jny.adoption_placement_type IS NOT NULL THEN 'N' END perm_adopted_by_carer_flag, -- perm_adopted_by_carer_flag
    (SELECT MIN(p.START_DATE) FROM DM_PLACEMENTS p WHERE p.PERSON_ID = jny.person_id AND p.PERIOD_OF_CARE_ID = jny.period_of_care_id AND p.PLACEMENT_TYPE IN ('U2', 'U5') AND p.START_DATE BETWEEN jny.decision_date AND COALESCE(jny.journey_end, TIMESTAMP '9999-12-31 00:00:00')) perm_placed_ffa_cp_date, -- perm_placed_ffa_cp_date
    jny.reversed_date perm_decision_reversed_date, -- perm_decision_reversed_date
    CASE WHEN jny.adoption_placement_type IN ('A3', 'A5') THEN (SELECT MIN(f.start_date) FROM foster_placements f WHERE f.person_id = jny.person_id AND f.period_of_care_id = jny.period_of_care_id AND f.carer_id = jny.adopter_carer_id AND NOT (f.placement_type IN ('U2', 'U5')) AND NOT (EXISTS (SELECT 1 FROM foster_placements n WHERE n.person_id = f.person_id AND n.period_of_care_id = f.period_of_care_id AND n.carer_id = f.carer_id AND n.start_date > f.start_date AND n.placement_type IN ('U2', 'U5')))) END perm_placed_foster_carer_date, -- perm_placed_foster_carer_date
    CASE WHEN jny.kind = 'ADP' THEN CASE WHEN EXISTS (SELECT 1 FROM DM_PERSONAL_RELATIONSHIPS k INNER JOIN adoption_journeys s ON s.person_id = k.OTHER_PERSON_ID WHERE k.PERSON_ID = jny.person_id AND k.FAMILY_CATEGORY = 'Child''s Siblings' AND s.decision_date <= COALESCE(jny.journey_end, TIMESTAMP '9999-12-31 00:00:00') AND COALESCE(s.journey_end, TIMESTAMP '9999-12-31 00:00:00') >= jny.decision_date) THEN '1' ELSE '0' END END perm_part_of_sibling_group, -- perm_part_of_sibling_group
    (SELECT COALESCE(a.number_answer, CASE WHEN REGEXP_LIKE(TRIM(TRIM(a.text_answer)), '^[0-9]{1,9}$') THEN TO_NUMBER(TRIM(TRIM(a.text_answer))) END) FROM answers a INNER JOIN person_steps s ON s.workflow_step_id = a.workflow_step_id AND s.person_id = a.person_id WHERE a.person_id = jny.person_id AND a.question_user_code IN (NULL /* siblings_together_questions */) AND s.completed_on BETWEEN jny.decision_date AND COALESCE(jny.journey_end, TIMESTAMP '9999-12-31 00:00:00') ORDER BY s.completed_on, s.workflow_step_id, COALESCE(a.number_answer, CASE WHEN REGEXP_LIKE(TRIM(TRIM(a.text_answer)), '^[0-9]{1,9}$') THEN TO_NUMBER(TRIM(TRIM(a.text_answer))) END), a.number_answer, a.text_answer FETCH FIRST 1 ROW ONLY) perm_siblings_placed_together, -- perm_siblings_placed_together
    (SELECT COALESCE(a.number_answer, CASE WHEN REGEXP_LIKE(TRIM(TRIM(a.text_answer)), '^[0-9]{1,9}$') THEN TO_NUMBER(TRIM(TRIM(a.text_answer))) END) FROM answers a INNER JOIN person_steps s ON s.workflow_step_id = a.workflow_step_id AND s.person_id = a.person_id WHERE a.person_id = jny.person_id AND a.question_user_code IN (NULL /* siblings_apart_questions */) AND s.completed_on BETWEEN jny.decision_date AND COALESCE(jny.journey_end, TIMESTAMP '9999-12-31 00:00:00') ORDER BY s.completed_on, s.workflow_step_id, COALESCE(a.number_answer, CASE WHEN REGEXP_LIKE(TRIM(TRIM(a.text_answer)), '^[0-9]{1,9}$') THEN TO_NUMBER(TRIM(TRIM(a.text_answer))) END), a.number_answer, a.text_answer FETCH FIRST 1 ROW ONLY) perm_siblings_placed_apart, -- perm_siblings_placed_apart
    SUBSTR(RTRIM((SELECT MAX(d.ofsted_urn) FROM care_details d WHERE d.person_id = jny.person_id AND ((jny.provider_date IS NULL AND d.end_date IS NULL) OR jny.provider_date BETWEEN d.start_date AND COALESCE(d.end_date, TIMESTAMP '9999-12-31 00:00:00')))), 1, 48) perm_placement_provider_urn, -- perm_placement_provider_urn
    SUBSTR(RTRIM(jny.reversed_reason), 1, 100) perm_decision_reversed_reason, -- perm_decision_reversed_reason
    jny.order_date perm_permanence_order_date, -- perm_permanence_order_date
    CASE WHEN jny.kind = 'SGO' THEN 'Special guardianship order' WHEN jny.order_date IS NOT NULL THEN 'Adoption' END perm_permanence_order_type, -- perm_permanence_order_type
    ROW_NUMBER() OVER (PARTITION BY jny.kind, jny.record_id, jny.person_id ORDER BY jny.care_start, jny.period_of_care_id, jny.kind, jny.record_id, jny.person_id, jny.decision_date, jny.care_end, jny.journey_end, jny.adoption_placement_type, jny.reversed_date, jny.adopter_carer_id, jny.provider_date, jny.reversed_reason, jny.order_date) AS ssd_row,
    ROW_NUMBER() OVER (ORDER BY jny.care_start, jny.period_of_care_id, jny.kind, jny.record_id, jny.person_id, jny.decision_date, jny.care_end, jny.journey_end, jny.adoption_placement_type, jny.reversed_date, jny.adopter_carer_id, jny.provider_date, jny.reversed_reason, jny.order_date) AS ssd_place
  FROM journeys jny
  WHERE EXISTS (SELECT 1 FROM ssd_person cohort WHERE cohort.pers_person_id = TO_CHAR(jny.person_id))
    AND RTRIM((jny.kind || '.' || TO_CHAR(jny.record_id) || '.' || TO_CHAR(jny.person_id))) IS NOT NULL
    AND jny.person_id IS NOT NULL
) numbered
WHERE numbered.ssd_row = 1
) picked
WHERE picked.ssd_key_row = 1;
-- META-ELEMENT: {"type": "create_fk"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_constraints WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_PERMANENCE' AND constraint_name = 'FK_SSD_PERMANENCE_PERM_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'ALTER TABLE ssd_permanence ADD CONSTRAINT fk_ssd_permanence_perm_person_id FOREIGN KEY (perm_person_id) REFERENCES ssd_person (pers_person_id)'
  ;
  END IF;
END;
/
-- not enforced: perm_adoption_worker_id to ssd_professionals.prof_professional_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_PERMANENCE' AND index_name = 'IX_SSD_PERMANENCE_PERM_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_permanence_perm_person_id ON ssd_permanence (perm_person_id)'
  ;
  END IF;
END;
/
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_PERMANENCE' AND index_name = 'IX_SSD_PERMANENCE_PERM_ADOPTION_WORKER_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_permanence_perm_adoption_worker_id ON ssd_permanence (perm_adoption_worker_id)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "count_orphans"}
SELECT 'ssd_permanence.perm_adoption_worker_id' AS reference, COUNT(*) AS orphans FROM ssd_permanence child WHERE child.perm_adoption_worker_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_professionals parent WHERE parent.prof_professional_id = child.perm_adoption_worker_id);
