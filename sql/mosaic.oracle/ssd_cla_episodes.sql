-- META-ELEMENT: {"type": "header"}
-- ssd_cla_episodes for Mosaic on Oracle (12.2 or later), for reading: the script that is run is mosaic.oracle.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_episodes"}
-- META-ELEMENT: {"type": "create_table"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CLA_EPISODES';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE TABLE ssd_cla_episodes (
  clae_cla_episode_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"CLAE001A"}
  clae_person_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"CLAE002A"}
  clae_cla_episode_start_date timestamp NULL, -- metadata={"item_ref":"CLAE003A"}
  clae_cla_episode_start_reason nvarchar2(100) NULL, -- metadata={"item_ref":"CLAE004A"}
  clae_cla_primary_need_code nvarchar2(3) NULL, -- metadata={"item_ref":"CLAE009A"}
  clae_cla_episode_ceased_date timestamp NULL, -- metadata={"item_ref":"CLAE005A"}
  clae_cla_episode_ceased_reason nvarchar2(255) NULL, -- metadata={"item_ref":"CLAE006A"}
  clae_cla_id nvarchar2(48) NULL, -- metadata={"item_ref":"CLAE010A"}
  clae_referral_id nvarchar2(48) NULL, -- metadata={"item_ref":"CLAE011A"}
  clae_cla_placement_id nvarchar2(48) NULL, -- metadata={"item_ref":"CLAE013A"}
  clae_entered_care_date timestamp NULL, -- metadata={"item_ref":"CLAE014A"}
  clae_cla_last_iro_contact_date timestamp NULL, -- metadata={"item_ref":"CLAE012A"}
  CONSTRAINT pk_ssd_cla_episodes PRIMARY KEY (clae_cla_episode_id)
)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "insert_data"}
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
INSERT INTO ssd_cla_episodes (
  clae_cla_episode_id, -- metadata={"item_ref":"CLAE001A"}
  clae_person_id, -- metadata={"item_ref":"CLAE002A"}
  clae_cla_episode_start_date, -- metadata={"item_ref":"CLAE003A"}
  clae_cla_episode_start_reason, -- metadata={"item_ref":"CLAE004A"}
  clae_cla_primary_need_code, -- metadata={"item_ref":"CLAE009A"}
  clae_cla_episode_ceased_date, -- metadata={"item_ref":"CLAE005A"}
  clae_cla_episode_ceased_reason, -- metadata={"item_ref":"CLAE006A"}
  clae_cla_id, -- metadata={"item_ref":"CLAE010A"}
  clae_referral_id, -- metadata={"item_ref":"CLAE011A"}
  clae_cla_placement_id, -- metadata={"item_ref":"CLAE013A"}
  clae_entered_care_date, -- metadata={"item_ref":"CLAE014A"}
  clae_cla_last_iro_contact_date -- metadata={"item_ref":"CLAE012A"}
)
WITH moved_episodes AS (
  SELECT s.PERIOD_OF_CARE_ID period_of_care_id, s.PLACEMENT_ID placement_id, CAST(TRUNC(s.END_DATE) AS TIMESTAMP) ends, d.CARER_ID carer_id, l.LEGAL_STATUS legal_status, p.PLACEMENT_TYPE placement_type
  FROM DM_CLA_SUMMARIES s
  INNER JOIN DM_PLACEMENTS p ON p.PLACEMENT_ID = s.PLACEMENT_ID AND p.SPLIT_NUMBER = s.PLACEMENT_SPLIT_NUMBER
  INNER JOIN DM_LEGAL_STATUSES l ON l.LEGAL_STATUS_ID = s.LEGAL_STATUS_ID
  LEFT JOIN DM_PLACEMENT_DETAILS d ON d.ELEMENT_DETAIL_ID = s.ELEMENT_DETAIL_ID AND d.SPLIT_NUMBER = s.SERVICE_SPLIT_NUMBER
  WHERE p.REASON_EPISODE_CEASED = 'X1'
),
referrals AS (
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
iro_contacts AS (
  SELECT p.person_id person_id, a.DATE_ANSWER date_answer
  FROM DM_FILTER_FORM_ANS a
  INNER JOIN REPORT_FILTERS f ON f.ID = a.FILTER_ID
  INNER JOIN person_steps p ON p.workflow_step_id = a.WORKFLOW_STEP_ID AND (a.SUBJECT_PERSON_ID IS NULL OR a.SUBJECT_PERSON_ID <= 0 OR a.SUBJECT_PERSON_ID = p.person_id)
  WHERE f.NAME = 'Child IRO Visit Date'
)
SELECT
  picked.clae_cla_episode_id,
  picked.clae_person_id,
  picked.clae_cla_episode_start_date,
  picked.clae_cla_episode_start_reason,
  picked.clae_cla_primary_need_code,
  picked.clae_cla_episode_ceased_date,
  picked.clae_cla_episode_ceased_reason,
  picked.clae_cla_id,
  picked.clae_referral_id,
  picked.clae_cla_placement_id,
  picked.clae_entered_care_date,
  picked.clae_cla_last_iro_contact_date
FROM (
  SELECT
    numbered.clae_cla_episode_id,
    numbered.clae_person_id,
    numbered.clae_cla_episode_start_date,
    numbered.clae_cla_episode_start_reason,
    numbered.clae_cla_primary_need_code,
    numbered.clae_cla_episode_ceased_date,
    numbered.clae_cla_episode_ceased_reason,
    numbered.clae_cla_id,
    numbered.clae_referral_id,
    numbered.clae_cla_placement_id,
    numbered.clae_entered_care_date,
    numbered.clae_cla_last_iro_contact_date,
    ROW_NUMBER() OVER (PARTITION BY numbered.clae_cla_episode_id ORDER BY numbered.ssd_place) AS ssd_key_row
  FROM (
  SELECT
    SUBSTR(RTRIM((TO_CHAR(csum.LEGAL_STATUS_ID) || '.' || TO_CHAR(csum.PLACEMENT_ID) || '.' || TO_CHAR(csum.ELEMENT_DETAIL_ID) || '.' || TO_CHAR((((EXTRACT(YEAR FROM csum.START_DATE) * 10000) + (EXTRACT(MONTH FROM csum.START_DATE) * 100)) + EXTRACT(DAY FROM csum.START_DATE))))), 1, 48) clae_cla_episode_id, -- clae_cla_episode_id
    TO_CHAR(csum.PERSON_ID) clae_person_id, -- clae_person_id
    csum.START_DATE clae_cla_episode_start_date, -- clae_cla_episode_start_date
    CASE WHEN plc.START_DATE = care.START_DATE AND lst.START_DATE = care.START_DATE THEN 'S' WHEN lst.START_DATE > plc.START_DATE THEN 'L' WHEN lst.START_DATE < plc.START_DATE AND bfr.carer_id = det.CARER_ID AND bfr.legal_status = lst.LEGAL_STATUS AND bfr.placement_type <> plc.PLACEMENT_TYPE THEN 'T' WHEN lst.START_DATE < plc.START_DATE THEN 'P' WHEN bfr.carer_id = det.CARER_ID THEN 'U' ELSE 'B' END clae_cla_episode_start_reason, -- clae_cla_episode_start_reason
    SUBSTR(RTRIM(plc.CATEGORY_OF_NEED), 1, 3) clae_cla_primary_need_code, -- clae_cla_primary_need_code
    csum.END_DATE clae_cla_episode_ceased_date, -- clae_cla_episode_ceased_date
    SUBSTR(RTRIM(plc.REASON_EPISODE_CEASED), 1, 255) clae_cla_episode_ceased_reason, -- clae_cla_episode_ceased_reason
    TO_CHAR(csum.PERIOD_OF_CARE_ID) clae_cla_id, -- clae_cla_id
    SUBSTR(RTRIM((SELECT r.referral_key FROM referrals r WHERE r.person_id = csum.PERSON_ID AND r.referral_date <= COALESCE(csum.END_DATE, TIMESTAMP '9999-12-31 00:00:00') AND COALESCE(r.closure_date, TIMESTAMP '9999-12-31 00:00:00') >= csum.START_DATE ORDER BY r.referral_id DESC NULLS LAST, r.referral_date DESC NULLS LAST, r.referral_key FETCH FIRST 1 ROW ONLY)), 1, 48) clae_referral_id, -- clae_referral_id
    TO_CHAR(csum.PLACEMENT_ID) clae_cla_placement_id, -- clae_cla_placement_id
    care.START_DATE clae_entered_care_date, -- clae_entered_care_date
    (SELECT MAX(i.date_answer) FROM iro_contacts i WHERE i.person_id = csum.PERSON_ID AND i.date_answer <= COALESCE(csum.END_DATE, TIMESTAMP '9999-12-31 00:00:00')) clae_cla_last_iro_contact_date, -- clae_cla_last_iro_contact_date
    ROW_NUMBER() OVER (PARTITION BY csum.LEGAL_STATUS_ID, csum.PLACEMENT_ID, csum.ELEMENT_DETAIL_ID, CAST(TRUNC(csum.START_DATE) AS TIMESTAMP) ORDER BY csum.START_DATE DESC NULLS LAST, csum.END_DATE DESC, csum.LEGAL_STATUS_ID, csum.PLACEMENT_ID, csum.ELEMENT_DETAIL_ID, csum.PERSON_ID, plc.START_DATE, care.START_DATE, lst.START_DATE, bfr.carer_id, det.CARER_ID, bfr.legal_status, lst.LEGAL_STATUS, bfr.placement_type, plc.PLACEMENT_TYPE, plc.CATEGORY_OF_NEED, plc.REASON_EPISODE_CEASED, csum.PERIOD_OF_CARE_ID) AS ssd_row,
    ROW_NUMBER() OVER (ORDER BY csum.START_DATE DESC NULLS LAST, csum.END_DATE DESC, csum.LEGAL_STATUS_ID, csum.PLACEMENT_ID, csum.ELEMENT_DETAIL_ID, csum.PERSON_ID, plc.START_DATE, care.START_DATE, lst.START_DATE, bfr.carer_id, det.CARER_ID, bfr.legal_status, lst.LEGAL_STATUS, bfr.placement_type, plc.PLACEMENT_TYPE, plc.CATEGORY_OF_NEED, plc.REASON_EPISODE_CEASED, csum.PERIOD_OF_CARE_ID) AS ssd_place
  FROM DM_CLA_SUMMARIES csum
  INNER JOIN DM_PERIODS_OF_CARE care ON care.PERIOD_OF_CARE_ID = csum.PERIOD_OF_CARE_ID
  INNER JOIN DM_LEGAL_STATUSES lst ON lst.LEGAL_STATUS_ID = csum.LEGAL_STATUS_ID
  INNER JOIN DM_PLACEMENTS plc ON plc.PLACEMENT_ID = csum.PLACEMENT_ID AND plc.SPLIT_NUMBER = csum.PLACEMENT_SPLIT_NUMBER
  INNER JOIN DM_PLACEMENT_DETAILS det ON det.ELEMENT_DETAIL_ID = csum.ELEMENT_DETAIL_ID AND det.SPLIT_NUMBER = csum.SERVICE_SPLIT_NUMBER
  OUTER APPLY (SELECT bfr.* FROM moved_episodes bfr WHERE bfr.period_of_care_id = csum.PERIOD_OF_CARE_ID AND bfr.ends = (CAST(TRUNC(csum.START_DATE) AS TIMESTAMP) - INTERVAL '1' DAY) AND bfr.placement_id <> csum.PLACEMENT_ID ORDER BY bfr.placement_id DESC NULLS LAST, bfr.carer_id, bfr.legal_status, bfr.placement_type FETCH FIRST 1 ROW ONLY) bfr
  WHERE csum.START_DATE < ((SELECT settings.today FROM ssd_extract_settings settings) + INTERVAL '1' DAY)
    AND (csum.END_DATE >= (SELECT settings.window_start FROM ssd_extract_settings settings) OR csum.END_DATE IS NULL)
    AND EXISTS (SELECT 1 FROM ssd_person cohort WHERE cohort.pers_person_id = TO_CHAR(csum.PERSON_ID))
    AND RTRIM((TO_CHAR(csum.LEGAL_STATUS_ID) || '.' || TO_CHAR(csum.PLACEMENT_ID) || '.' || TO_CHAR(csum.ELEMENT_DETAIL_ID) || '.' || TO_CHAR((((EXTRACT(YEAR FROM csum.START_DATE) * 10000) + (EXTRACT(MONTH FROM csum.START_DATE) * 100)) + EXTRACT(DAY FROM csum.START_DATE))))) IS NOT NULL
    AND csum.PERSON_ID IS NOT NULL
) numbered
WHERE numbered.ssd_row = 1
) picked
WHERE picked.ssd_key_row = 1;
-- META-ELEMENT: {"type": "create_fk"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_constraints WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CLA_EPISODES' AND constraint_name = 'FK_SSD_CLA_EPISODES_CLAE_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'ALTER TABLE ssd_cla_episodes ADD CONSTRAINT fk_ssd_cla_episodes_clae_person_id FOREIGN KEY (clae_person_id) REFERENCES ssd_person (pers_person_id)'
  ;
  END IF;
END;
/
-- not enforced: clae_referral_id to ssd_cin_episodes.cine_referral_id, an extract keeps six years, so the parent row may be absent
-- not enforced: clae_cla_placement_id to ssd_cla_placement.clap_cla_placement_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CLA_EPISODES' AND index_name = 'IX_SSD_CLA_EPISODES_CLAE_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_cla_episodes_clae_person_id ON ssd_cla_episodes (clae_person_id)'
  ;
  END IF;
END;
/
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CLA_EPISODES' AND index_name = 'IX_SSD_CLA_EPISODES_CLAE_REFERRAL_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_cla_episodes_clae_referral_id ON ssd_cla_episodes (clae_referral_id)'
  ;
  END IF;
END;
/
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CLA_EPISODES' AND index_name = 'IX_SSD_CLA_EPISODES_CLAE_CLA_PLACEMENT_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_cla_episodes_clae_cla_placement_id ON ssd_cla_episodes (clae_cla_placement_id)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "count_orphans"}
SELECT 'ssd_cla_episodes.clae_referral_id' AS reference, COUNT(*) AS orphans FROM ssd_cla_episodes child WHERE child.clae_referral_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_cin_episodes parent WHERE parent.cine_referral_id = child.clae_referral_id);
SELECT 'ssd_cla_episodes.clae_cla_placement_id' AS reference, COUNT(*) AS orphans FROM ssd_cla_episodes child WHERE child.clae_cla_placement_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_cla_placement parent WHERE parent.clap_cla_placement_id = child.clae_cla_placement_id);
