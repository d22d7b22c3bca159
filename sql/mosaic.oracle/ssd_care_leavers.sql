-- META-ELEMENT: {"type": "header"}
-- ssd_care_leavers for Mosaic on Oracle (12.2 or later), for reading: the script that is run is mosaic.oracle.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_care_leavers"}
-- META-ELEMENT: {"type": "create_table"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CARE_LEAVERS';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE TABLE ssd_care_leavers (
  clea_table_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"CLEA001A"}
  clea_person_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"CLEA002A"}
  clea_care_leaver_eligibility nvarchar2(100) NULL, -- metadata={"item_ref":"CLEA003A"}
  clea_care_leaver_in_touch nvarchar2(100) NULL, -- metadata={"item_ref":"CLEA004A"}
  clea_care_leaver_latest_contact timestamp NULL, -- metadata={"item_ref":"CLEA005A"}
  clea_care_leaver_accommodation nvarchar2(100) NULL, -- metadata={"item_ref":"CLEA006A"}
  clea_care_leaver_accom_suitable nvarchar2(100) NULL, -- metadata={"item_ref":"CLEA007A"}
  clea_care_leaver_activity nvarchar2(100) NULL, -- metadata={"item_ref":"CLEA008A"}
  clea_pathway_plan_review_date timestamp NULL, -- metadata={"item_ref":"CLEA009A"}
  clea_care_leaver_personal_advisor nvarchar2(100) NULL, -- metadata={"item_ref":"CLEA010A"}
  clea_care_leaver_allocated_team nvarchar2(48) NULL, -- metadata={"item_ref":"CLEA011A"}
  clea_care_leaver_worker_id nvarchar2(48) NULL, -- metadata={"item_ref":"CLEA012A"}
  CONSTRAINT pk_ssd_care_leavers PRIMARY KEY (clea_table_id)
)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "insert_data"}
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
INSERT INTO ssd_care_leavers (
  clea_table_id, -- metadata={"item_ref":"CLEA001A"}
  clea_person_id, -- metadata={"item_ref":"CLEA002A"}
  clea_care_leaver_eligibility, -- metadata={"item_ref":"CLEA003A"}
  clea_care_leaver_in_touch, -- metadata={"item_ref":"CLEA004A"}
  clea_care_leaver_latest_contact, -- metadata={"item_ref":"CLEA005A"}
  clea_care_leaver_accommodation, -- metadata={"item_ref":"CLEA006A"}
  clea_care_leaver_accom_suitable, -- metadata={"item_ref":"CLEA007A"}
  clea_care_leaver_activity, -- metadata={"item_ref":"CLEA008A"}
  clea_pathway_plan_review_date, -- metadata={"item_ref":"CLEA009A"}
  clea_care_leaver_personal_advisor, -- metadata={"item_ref":"CLEA010A"}
  clea_care_leaver_allocated_team, -- metadata={"item_ref":"CLEA011A"}
  clea_care_leaver_worker_id -- metadata={"item_ref":"CLEA012A"}
)
WITH spells_from_14 AS (
  SELECT DISTINCT s.PERSON_ID person_id, CASE WHEN s.START_DATE < CAST(ADD_MONTHS(p.DATE_OF_BIRTH, 168) AS TIMESTAMP) THEN CAST(TRUNC(CAST(ADD_MONTHS(p.DATE_OF_BIRTH, 168) AS TIMESTAMP)) AS TIMESTAMP) ELSE CAST(TRUNC(s.START_DATE) AS TIMESTAMP) END starts, CASE WHEN COALESCE(s.END_DATE, TIMESTAMP '9999-12-31 00:00:00') > (SELECT settings.today FROM ssd_extract_settings settings) THEN (SELECT settings.today FROM ssd_extract_settings settings) ELSE CAST(TRUNC(s.END_DATE) AS TIMESTAMP) END ends
  FROM DM_CLA_SUMMARIES s
  INNER JOIN DM_PERSONS p ON p.PERSON_ID = s.PERSON_ID
  INNER JOIN DM_LEGAL_STATUSES l ON l.LEGAL_STATUS_ID = s.LEGAL_STATUS_ID
  WHERE COALESCE(l.IS_RESPITE_CARE, 'N') = 'N' AND s.START_DATE < ((SELECT settings.today FROM ssd_extract_settings settings) + INTERVAL '1' DAY) AND COALESCE(s.END_DATE, TIMESTAMP '9999-12-31 00:00:00') >= CAST(ADD_MONTHS(p.DATE_OF_BIRTH, 168) AS TIMESTAMP)
),
days_in_care AS (
  SELECT s.person_id person_id, SUM(((TRUNC(s.ends) - TRUNC(s.starts)) + 1)) days_in_care
  FROM spells_from_14 s
  WHERE s.starts <= s.ends
  GROUP BY s.person_id
),
in_care_after_16 AS (
  SELECT p.PERSON_ID person_id, TRUNC(MONTHS_BETWEEN(TRUNC((SELECT settings.today FROM ssd_extract_settings settings)), TRUNC(p.DATE_OF_BIRTH)) / 12) age, COALESCE(d.days_in_care, 0) days_in_care, CASE WHEN EXISTS (SELECT 1 FROM DM_PERIODS_OF_CARE c WHERE c.PERSON_ID = p.PERSON_ID AND (SELECT settings.today FROM ssd_extract_settings settings) BETWEEN c.START_DATE AND COALESCE(c.END_DATE, TIMESTAMP '9999-12-31 00:00:00')) THEN 'Y' ELSE 'N' END in_care_now, CASE WHEN EXISTS (SELECT 1 FROM DM_ALLOCATED_WORKERS a WHERE a.PERSON_ID = p.PERSON_ID AND (SELECT settings.today FROM ssd_extract_settings settings) BETWEEN a.START_DATE AND COALESCE(a.END_DATE, TIMESTAMP '9999-12-31 00:00:00')) OR EXISTS (SELECT 1 FROM DM_PROF_RELATIONSHIPS r WHERE r.PERSON_ID = p.PERSON_ID AND r.PROF_REL_TYPE_CODE IN ('REL.PERSONALADVISOR') AND (SELECT settings.today FROM ssd_extract_settings settings) BETWEEN r.START_DATE AND COALESCE(r.END_DATE, TIMESTAMP '9999-12-31 00:00:00')) THEN 'Y' ELSE 'N' END has_worker
  FROM DM_PERSONS p
  LEFT JOIN days_in_care d ON d.person_id = p.PERSON_ID
  WHERE p.DATE_OF_DEATH IS NULL AND EXISTS (SELECT 1 FROM DM_PERIODS_OF_CARE c WHERE c.PERSON_ID = p.PERSON_ID AND c.START_DATE < ((SELECT settings.today FROM ssd_extract_settings settings) + INTERVAL '1' DAY) AND COALESCE(c.END_DATE, TIMESTAMP '9999-12-31 00:00:00') >= CAST(ADD_MONTHS(p.DATE_OF_BIRTH, 192) AS TIMESTAMP))
),
care_leavers AS (
  SELECT a.person_id person_id, CASE WHEN a.days_in_care >= 91 AND a.age IN (16, 17) AND a.in_care_now = 'Y' THEN 'd) Eligible' WHEN a.days_in_care >= 91 AND a.age IN (16, 17) THEN 'a) Relevant child' WHEN a.days_in_care >= 91 AND a.age BETWEEN 18 AND 21 THEN 'b) Former relevant child' WHEN a.days_in_care >= 91 AND a.age BETWEEN 22 AND 25 AND a.has_worker = 'Y' THEN 'b) Former relevant child' WHEN a.days_in_care < 91 AND a.in_care_now = 'N' AND a.age BETWEEN 16 AND 21 THEN 'c) Qualifying care leaver' WHEN a.days_in_care < 91 AND a.in_care_now = 'N' AND a.age BETWEEN 22 AND 25 AND a.has_worker = 'Y' THEN 'c) Qualifying care leaver' END eligibility
  FROM in_care_after_16 a
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
)
SELECT
  picked.clea_table_id,
  picked.clea_person_id,
  picked.clea_care_leaver_eligibility,
  picked.clea_care_leaver_in_touch,
  picked.clea_care_leaver_latest_contact,
  picked.clea_care_leaver_accommodation,
  picked.clea_care_leaver_accom_suitable,
  picked.clea_care_leaver_activity,
  picked.clea_pathway_plan_review_date,
  picked.clea_care_leaver_personal_advisor,
  picked.clea_care_leaver_allocated_team,
  picked.clea_care_leaver_worker_id
FROM (
  SELECT
    TO_CHAR(clv.person_id) clea_table_id, -- clea_table_id
    TO_CHAR(clv.person_id) clea_person_id, -- clea_person_id
    SUBSTR(RTRIM(clv.eligibility), 1, 100) clea_care_leaver_eligibility, -- clea_care_leaver_eligibility
    SUBSTR(RTRIM((SELECT MAX(CASE WHEN g.CATEGORY_VALUE IN ('YES', 'NO', 'DIED', 'REFU', 'NREQ', 'RHOM') THEN g.CATEGORY_VALUE ELSE t.DESCRIPTION END) FROM DM_MAPPING_GROUPS g LEFT JOIN DM_FORMER_IN_TOUCH_TYPES t ON t.IN_TOUCH_TYPE = g.MAPPED_VALUE WHERE g.GROUP_NAME = 'SSDA903 In Touch Type' AND g.MAPPED_VALUE = last.IN_TOUCH_TYPE)), 1, 100) clea_care_leaver_in_touch, -- clea_care_leaver_in_touch
    last.DATE_OF_SITUATION clea_care_leaver_latest_contact, -- clea_care_leaver_latest_contact
    SUBSTR(RTRIM((SELECT MAX(CASE WHEN g.CATEGORY_VALUE IN ('B', 'C', 'D', 'E', 'G', 'H', 'K', 'R', 'S', 'T', 'U', 'V', 'W', 'X', 'Y', 'Z') THEN g.CATEGORY_VALUE ELSE t.DESCRIPTION END) FROM DM_MAPPING_GROUPS g LEFT JOIN DM_FORMER_ACCOM_TYPES t ON t.ACCOMODATION_TYPE = g.MAPPED_VALUE WHERE g.GROUP_NAME = 'SSDA903 Accommodation Type' AND g.MAPPED_VALUE = last.ACCOMODATION_TYPE)), 1, 100) clea_care_leaver_accommodation, -- clea_care_leaver_accommodation
    SUBSTR(RTRIM(last.ACCOMODATION_SUITABLE), 1, 100) clea_care_leaver_accom_suitable, -- clea_care_leaver_accom_suitable
    SUBSTR(RTRIM((SELECT MAX(CASE WHEN g.CATEGORY_VALUE IN ('F1', 'P1', 'F2', 'P2', 'F4', 'P4', 'F5', 'P5', 'G4', 'G5', 'G6') THEN g.CATEGORY_VALUE ELSE t.DESCRIPTION END) FROM DM_MAPPING_GROUPS g LEFT JOIN DM_FORMER_ACTIVITY_TYPES t ON t.ACTIVITY_TYPE = g.MAPPED_VALUE WHERE g.GROUP_NAME = 'SSDA903 Activity Type' AND g.MAPPED_VALUE = last.ACTIVITY_TYPE)), 1, 100) clea_care_leaver_activity, -- clea_care_leaver_activity
    (SELECT MAX(s.completed_on) FROM person_steps s WHERE s.person_id = clv.person_id AND s.workflow_step_type_id IN (498, 500) AND s.completed_on < ((SELECT settings.today FROM ssd_extract_settings settings) + INTERVAL '1' DAY)) clea_pathway_plan_review_date, -- clea_pathway_plan_review_date
    SUBSTR(RTRIM((SELECT MAX(w.FULL_NAME) FROM DM_PROF_RELATIONSHIPS r INNER JOIN DM_WORKERS w ON w.WORKER_ID = r.WORKER_ID WHERE r.PERSON_ID = clv.person_id AND r.PROF_REL_TYPE_CODE IN ('REL.PERSONALADVISOR') AND (SELECT settings.today FROM ssd_extract_settings settings) BETWEEN r.START_DATE AND COALESCE(r.END_DATE, TIMESTAMP '9999-12-31 00:00:00'))), 1, 100) clea_care_leaver_personal_advisor, -- clea_care_leaver_personal_advisor
    TO_CHAR((SELECT r.ORGANISATION_ID FROM DM_WORKER_ROLES r WHERE r.WORKER_ID = alloc.WORKER_ID AND (SELECT settings.today FROM ssd_extract_settings settings) BETWEEN r.START_DATE AND COALESCE(r.END_DATE, TIMESTAMP '9999-12-31 00:00:00') ORDER BY r.START_DATE DESC NULLS LAST, r.WORKER_ROLE_ID DESC NULLS LAST FETCH FIRST 1 ROW ONLY)) clea_care_leaver_allocated_team, -- clea_care_leaver_allocated_team
    TO_CHAR(alloc.WORKER_ID) clea_care_leaver_worker_id, -- clea_care_leaver_worker_id
    ROW_NUMBER() OVER (PARTITION BY TO_CHAR(clv.person_id) ORDER BY clv.person_id, clv.eligibility, last.IN_TOUCH_TYPE, last.DATE_OF_SITUATION, last.ACCOMODATION_TYPE, last.ACCOMODATION_SUITABLE, last.ACTIVITY_TYPE, alloc.WORKER_ID) AS ssd_row
  FROM care_leavers clv
  OUTER APPLY (SELECT last.* FROM DM_FORMER_LOOKED_AFTER last WHERE last.PERSON_ID = clv.person_id AND last.DATE_OF_SITUATION < ((SELECT settings.today FROM ssd_extract_settings settings) + INTERVAL '1' DAY) ORDER BY last.DATE_OF_SITUATION DESC NULLS LAST, last.FUTURE_PROSPECT_ID DESC NULLS LAST FETCH FIRST 1 ROW ONLY) last
  OUTER APPLY (SELECT alloc.* FROM DM_ALLOCATED_WORKERS alloc WHERE alloc.PERSON_ID = clv.person_id AND (SELECT settings.today FROM ssd_extract_settings settings) BETWEEN alloc.START_DATE AND COALESCE(alloc.END_DATE, TIMESTAMP '9999-12-31 00:00:00') ORDER BY alloc.START_DATE DESC NULLS LAST, alloc.ALLOCATION_ID DESC NULLS LAST FETCH FIRST 1 ROW ONLY) alloc
  WHERE clv.eligibility IS NOT NULL
    AND EXISTS (SELECT 1 FROM ssd_person cohort WHERE cohort.pers_person_id = TO_CHAR(clv.person_id))
    AND clv.person_id IS NOT NULL
    AND clv.person_id IS NOT NULL
) picked
WHERE picked.ssd_row = 1;
-- META-ELEMENT: {"type": "create_fk"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_constraints WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CARE_LEAVERS' AND constraint_name = 'FK_SSD_CARE_LEAVERS_CLEA_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'ALTER TABLE ssd_care_leavers ADD CONSTRAINT fk_ssd_care_leavers_clea_person_id FOREIGN KEY (clea_person_id) REFERENCES ssd_person (pers_person_id)'
  ;
  END IF;
END;
/
-- not enforced: clea_care_leaver_allocated_team to ssd_department.dept_team_id, an extract keeps six years, so the parent row may be absent
-- not enforced: clea_care_leaver_worker_id to ssd_professionals.prof_professional_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CARE_LEAVERS' AND index_name = 'IX_SSD_CARE_LEAVERS_CLEA_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_care_leavers_clea_person_id ON ssd_care_leavers (clea_person_id)'
  ;
  END IF;
END;
/
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CARE_LEAVERS' AND index_name = 'IX_SSD_CARE_LEAVERS_CLEA_CARE_LEAVER_ALLOCATED_TEAM';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_care_leavers_clea_care_leaver_allocated_team ON ssd_care_leavers (clea_care_leaver_allocated_team)'
  ;
  END IF;
END;
/
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CARE_LEAVERS' AND index_name = 'IX_SSD_CARE_LEAVERS_CLEA_CARE_LEAVER_WORKER_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_care_leavers_clea_care_leaver_worker_id ON ssd_care_leavers (clea_care_leaver_worker_id)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "count_orphans"}
SELECT 'ssd_care_leavers.clea_care_leaver_allocated_team' AS reference, COUNT(*) AS orphans FROM ssd_care_leavers child WHERE child.clea_care_leaver_allocated_team IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_department parent WHERE parent.dept_team_id = child.clea_care_leaver_allocated_team);
SELECT 'ssd_care_leavers.clea_care_leaver_worker_id' AS reference, COUNT(*) AS orphans FROM ssd_care_leavers child WHERE child.clea_care_leaver_worker_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_professionals parent WHERE parent.prof_professional_id = child.clea_care_leaver_worker_id);
