-- META-ELEMENT: {"type": "header"}
-- ssd_cp_plans for Mosaic on Oracle (12.2 or later), for reading: the script that is run is mosaic.oracle.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_cp_plans"}
-- META-ELEMENT: {"type": "create_table"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CP_PLANS';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE TABLE ssd_cp_plans (
  cppl_cp_plan_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"CPPL001A"}
  cppl_referral_id nvarchar2(48) NULL, -- metadata={"item_ref":"CPPL007A"}
  cppl_icpc_id nvarchar2(48) NULL, -- metadata={"item_ref":"CPPL008A"}
  cppl_person_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"CPPL002A"}
  cppl_cp_plan_start_date timestamp NULL, -- metadata={"item_ref":"CPPL003A"}
  cppl_cp_plan_end_date timestamp NULL, -- metadata={"item_ref":"CPPL004A"}
  cppl_cp_plan_initial_category nvarchar2(100) NULL, -- metadata={"item_ref":"CPPL009A"}
  cppl_cp_plan_ola nchar(1) NULL, -- metadata={"item_ref":"CPPL011A"}
  cppl_cp_plan_latest_category nvarchar2(100) NULL, -- metadata={"item_ref":"CPPL010A"}
  CONSTRAINT pk_ssd_cp_plans PRIMARY KEY (cppl_cp_plan_id)
)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "insert_data"}
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
INSERT INTO ssd_cp_plans (
  cppl_cp_plan_id, -- metadata={"item_ref":"CPPL001A"}
  cppl_referral_id, -- metadata={"item_ref":"CPPL007A"}
  cppl_icpc_id, -- metadata={"item_ref":"CPPL008A"}
  cppl_person_id, -- metadata={"item_ref":"CPPL002A"}
  cppl_cp_plan_start_date, -- metadata={"item_ref":"CPPL003A"}
  cppl_cp_plan_end_date, -- metadata={"item_ref":"CPPL004A"}
  cppl_cp_plan_initial_category, -- metadata={"item_ref":"CPPL009A"}
  cppl_cp_plan_ola, -- metadata={"item_ref":"CPPL011A"}
  cppl_cp_plan_latest_category -- metadata={"item_ref":"CPPL010A"}
)
WITH cp_plans AS (
  SELECT r.REGISTRATION_ID registration_id, r.PERSON_ID person_id, r.REGISTRATION_STEP_ID registration_step_id, r.REGISTRATION_START_DATE registration_start_date, r.DEREGISTRATION_DATE deregistration_date
  FROM DM_REGISTRATIONS r
  WHERE r.IS_CHILD_PROTECTION_PLAN = 'Y' AND COALESCE(r.IS_TEMPORARY_CHILD_PROTECTION, 'N') = 'N'
),
referrals AS (
  SELECT DISTINCT r.REFERRAL_ID referral_id, r.PERSON_ID person_id, (TO_CHAR(r.REFERRAL_ID) || '.' || TO_CHAR(r.PERSON_ID)) referral_key, r.REFERRAL_DATE referral_date, r.CLOSURE_DATE closure_date
  FROM DM_CIN_REFERRALS r
)
SELECT
  picked.cppl_cp_plan_id,
  picked.cppl_referral_id,
  picked.cppl_icpc_id,
  picked.cppl_person_id,
  picked.cppl_cp_plan_start_date,
  picked.cppl_cp_plan_end_date,
  picked.cppl_cp_plan_initial_category,
  picked.cppl_cp_plan_ola,
  picked.cppl_cp_plan_latest_category
FROM (
  SELECT
    TO_CHAR(cplan.registration_id) cppl_cp_plan_id, -- cppl_cp_plan_id
    SUBSTR(RTRIM((SELECT r.referral_key FROM referrals r WHERE r.person_id = cplan.person_id AND r.referral_date <= COALESCE(cplan.deregistration_date, TIMESTAMP '9999-12-31 00:00:00') AND COALESCE(r.closure_date, TIMESTAMP '9999-12-31 00:00:00') >= cplan.registration_start_date ORDER BY r.referral_id DESC NULLS LAST, r.referral_date DESC NULLS LAST, r.referral_key FETCH FIRST 1 ROW ONLY)), 1, 48) cppl_referral_id, -- cppl_referral_id
    SUBSTR(RTRIM(CASE WHEN cplan.registration_step_id IS NOT NULL THEN (TO_CHAR(cplan.registration_step_id) || '.' || TO_CHAR(cplan.person_id)) END), 1, 48) cppl_icpc_id, -- cppl_icpc_id
    TO_CHAR(cplan.person_id) cppl_person_id, -- cppl_person_id
    cplan.registration_start_date cppl_cp_plan_start_date, -- cppl_cp_plan_start_date
    cplan.deregistration_date cppl_cp_plan_end_date, -- cppl_cp_plan_end_date
    SUBSTR(RTRIM((SELECT CASE WHEN COUNT(DISTINCT c.CIN_ABUSE_CATEGORY_CODE) <= 1 THEN MAX(c.CIN_ABUSE_CATEGORY_CODE) ELSE 'MUL' END FROM DM_REGISTRATION_CATEGORIES c WHERE c.REGISTRATION_ID = cplan.registration_id AND CAST(TRUNC(c.CATEGORY_START_DATE) AS TIMESTAMP) = CAST(TRUNC(cplan.registration_start_date) AS TIMESTAMP))), 1, 100) cppl_cp_plan_initial_category, -- cppl_cp_plan_initial_category
    'N' cppl_cp_plan_ola, -- cppl_cp_plan_ola
    SUBSTR(RTRIM((SELECT CASE WHEN COUNT(DISTINCT c.CIN_ABUSE_CATEGORY_CODE) <= 1 THEN MAX(c.CIN_ABUSE_CATEGORY_CODE) ELSE 'MUL' END FROM DM_REGISTRATION_CATEGORIES c WHERE c.REGISTRATION_ID = cplan.registration_id AND CAST(TRUNC(COALESCE(cplan.deregistration_date, (SELECT settings.today FROM ssd_extract_settings settings))) AS TIMESTAMP) BETWEEN CAST(TRUNC(c.CATEGORY_START_DATE) AS TIMESTAMP) AND COALESCE(c.CATEGORY_END_DATE, TIMESTAMP '9999-12-31 00:00:00'))), 1, 100) cppl_cp_plan_latest_category, -- cppl_cp_plan_latest_category
    ROW_NUMBER() OVER (PARTITION BY TO_CHAR(cplan.registration_id) ORDER BY cplan.registration_id, cplan.person_id, cplan.deregistration_date, cplan.registration_start_date, cplan.registration_step_id) AS ssd_row
  FROM cp_plans cplan
  WHERE cplan.registration_start_date < ((SELECT settings.today FROM ssd_extract_settings settings) + INTERVAL '1' DAY)
    AND (cplan.deregistration_date >= (SELECT settings.window_start FROM ssd_extract_settings settings) OR cplan.deregistration_date IS NULL)
    AND EXISTS (SELECT 1 FROM ssd_person cohort WHERE cohort.pers_person_id = TO_CHAR(cplan.person_id))
    AND cplan.registration_id IS NOT NULL
    AND cplan.person_id IS NOT NULL
) picked
WHERE picked.ssd_row = 1;
-- META-ELEMENT: {"type": "create_fk"}
-- not enforced: cppl_referral_id to ssd_cin_episodes.cine_referral_id, an extract keeps six years, so the parent row may be absent
-- not enforced: cppl_icpc_id to ssd_initial_cp_conference.icpc_icpc_id, an extract keeps six years, so the parent row may be absent
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_constraints WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CP_PLANS' AND constraint_name = 'FK_SSD_CP_PLANS_CPPL_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'ALTER TABLE ssd_cp_plans ADD CONSTRAINT fk_ssd_cp_plans_cppl_person_id FOREIGN KEY (cppl_person_id) REFERENCES ssd_person (pers_person_id)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "create_idx"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CP_PLANS' AND index_name = 'IX_SSD_CP_PLANS_CPPL_REFERRAL_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_cp_plans_cppl_referral_id ON ssd_cp_plans (cppl_referral_id)'
  ;
  END IF;
END;
/
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CP_PLANS' AND index_name = 'IX_SSD_CP_PLANS_CPPL_ICPC_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_cp_plans_cppl_icpc_id ON ssd_cp_plans (cppl_icpc_id)'
  ;
  END IF;
END;
/
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CP_PLANS' AND index_name = 'IX_SSD_CP_PLANS_CPPL_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_cp_plans_cppl_person_id ON ssd_cp_plans (cppl_person_id)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "count_orphans"}
SELECT 'ssd_cp_plans.cppl_referral_id' AS reference, COUNT(*) AS orphans FROM ssd_cp_plans child WHERE child.cppl_referral_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_cin_episodes parent WHERE parent.cine_referral_id = child.cppl_referral_id);
SELECT 'ssd_cp_plans.cppl_icpc_id' AS reference, COUNT(*) AS orphans FROM ssd_cp_plans child WHERE child.cppl_icpc_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_initial_cp_conference parent WHERE parent.icpc_icpc_id = child.cppl_icpc_id);
