-- META-ELEMENT: {"type": "header"}
-- ssd_involvements for Mosaic on Oracle (12.2 or later), for reading: the script that is run is mosaic.oracle.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_involvements"}
-- META-ELEMENT: {"type": "create_table"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_INVOLVEMENTS';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE TABLE ssd_involvements (
  invo_involvements_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"INVO005A"}
  invo_professional_id nvarchar2(48) NULL, -- metadata={"item_ref":"INVO006A"}
  invo_professional_role_id nvarchar2(200) NULL, -- metadata={"item_ref":"INVO007A"}
  invo_professional_team nvarchar2(48) NULL, -- metadata={"item_ref":"INVO009A"}
  invo_involvement_start_date timestamp NULL, -- metadata={"item_ref":"INVO002A"}
  invo_involvement_end_date timestamp NULL, -- metadata={"item_ref":"INVO003A"}
  invo_worker_change_reason nvarchar2(200) NULL, -- metadata={"item_ref":"INVO004A"}
  invo_person_id nvarchar2(48) NULL, -- metadata={"item_ref":"INVO011A"}
  invo_referral_id nvarchar2(48) NULL, -- metadata={"item_ref":"INVO010A"}
  CONSTRAINT pk_ssd_involvements PRIMARY KEY (invo_involvements_id)
)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "insert_data"}
INSERT INTO ssd_involvements (
  invo_involvements_id, -- metadata={"item_ref":"INVO005A"}
  invo_professional_id, -- metadata={"item_ref":"INVO006A"}
  invo_professional_role_id, -- metadata={"item_ref":"INVO007A"}
  invo_professional_team, -- metadata={"item_ref":"INVO009A"}
  invo_involvement_start_date, -- metadata={"item_ref":"INVO002A"}
  invo_involvement_end_date, -- metadata={"item_ref":"INVO003A"}
  invo_worker_change_reason, -- metadata={"item_ref":"INVO004A"}
  invo_person_id, -- metadata={"item_ref":"INVO011A"}
  invo_referral_id -- metadata={"item_ref":"INVO010A"}
)
WITH referrals AS (
  SELECT DISTINCT r.REFERRAL_ID referral_id, r.PERSON_ID person_id, (TO_CHAR(r.REFERRAL_ID) || '.' || TO_CHAR(r.PERSON_ID)) referral_key, r.REFERRAL_DATE referral_date, r.CLOSURE_DATE closure_date
  FROM DM_CIN_REFERRALS r
)
SELECT
  TO_CHAR(prl.PROF_RELATIONSHIP_ID), -- invo_involvements_id
  TO_CHAR(prl.WORKER_ID), -- invo_professional_id
  SUBSTR(RTRIM(prl.PROF_REL_TYPE_CODE), 1, 200), -- invo_professional_role_id
  TO_CHAR((SELECT r.ORGANISATION_ID FROM DM_WORKER_ROLES r WHERE r.WORKER_ID = prl.WORKER_ID AND prl.START_DATE BETWEEN r.START_DATE AND COALESCE(r.END_DATE, TIMESTAMP '9999-12-31 00:00:00') ORDER BY r.START_DATE DESC NULLS LAST, r.WORKER_ROLE_ID DESC NULLS LAST FETCH FIRST 1 ROW ONLY)), -- invo_professional_team
  prl.START_DATE, -- invo_involvement_start_date
  prl.END_DATE, -- invo_involvement_end_date
  SUBSTR(RTRIM((SELECT MAX(c.REF_DESCRIPTION) FROM REFERENCE_DATA c WHERE c.REF_DOMAIN = 'WORKER_END_DATE_REASON' AND c.REF_CODE = prl.END_DATE_REASON)), 1, 200), -- invo_worker_change_reason
  TO_CHAR(prl.PERSON_ID), -- invo_person_id
  SUBSTR(RTRIM((SELECT r.referral_key FROM referrals r WHERE r.person_id = prl.PERSON_ID AND r.referral_date <= COALESCE(prl.END_DATE, TIMESTAMP '9999-12-31 00:00:00') AND COALESCE(r.closure_date, TIMESTAMP '9999-12-31 00:00:00') >= prl.START_DATE ORDER BY r.referral_id DESC NULLS LAST, r.referral_date DESC NULLS LAST, r.referral_key FETCH FIRST 1 ROW ONLY)), 1, 48) -- invo_referral_id
FROM DM_PROF_RELATIONSHIPS prl
WHERE prl.START_DATE < ((SELECT settings.today FROM ssd_extract_settings settings) + INTERVAL '1' DAY)
  AND (prl.END_DATE >= (SELECT settings.window_start FROM ssd_extract_settings settings) OR prl.END_DATE IS NULL)
  AND EXISTS (SELECT 1 FROM ssd_person cohort WHERE cohort.pers_person_id = TO_CHAR(prl.PERSON_ID))
  AND prl.PROF_RELATIONSHIP_ID IS NOT NULL;
-- META-ELEMENT: {"type": "create_fk"}
-- not enforced: invo_professional_id to ssd_professionals.prof_professional_id, an extract keeps six years, so the parent row may be absent
-- not enforced: invo_professional_team to ssd_department.dept_team_id, an extract keeps six years, so the parent row may be absent
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_constraints WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_INVOLVEMENTS' AND constraint_name = 'FK_SSD_INVOLVEMENTS_INVO_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'ALTER TABLE ssd_involvements ADD CONSTRAINT fk_ssd_involvements_invo_person_id FOREIGN KEY (invo_person_id) REFERENCES ssd_person (pers_person_id)'
  ;
  END IF;
END;
/
-- not enforced: invo_referral_id to ssd_cin_episodes.cine_referral_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_INVOLVEMENTS' AND index_name = 'IX_SSD_INVOLVEMENTS_INVO_PROFESSIONAL_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_involvements_invo_professional_id ON ssd_involvements (invo_professional_id)'
  ;
  END IF;
END;
/
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_INVOLVEMENTS' AND index_name = 'IX_SSD_INVOLVEMENTS_INVO_PROFESSIONAL_TEAM';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_involvements_invo_professional_team ON ssd_involvements (invo_professional_team)'
  ;
  END IF;
END;
/
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_INVOLVEMENTS' AND index_name = 'IX_SSD_INVOLVEMENTS_INVO_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_involvements_invo_person_id ON ssd_involvements (invo_person_id)'
  ;
  END IF;
END;
/
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_INVOLVEMENTS' AND index_name = 'IX_SSD_INVOLVEMENTS_INVO_REFERRAL_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_involvements_invo_referral_id ON ssd_involvements (invo_referral_id)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "count_orphans"}
SELECT 'ssd_involvements.invo_professional_id' AS reference, COUNT(*) AS orphans FROM ssd_involvements child WHERE child.invo_professional_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_professionals parent WHERE parent.prof_professional_id = child.invo_professional_id);
SELECT 'ssd_involvements.invo_professional_team' AS reference, COUNT(*) AS orphans FROM ssd_involvements child WHERE child.invo_professional_team IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_department parent WHERE parent.dept_team_id = child.invo_professional_team);
SELECT 'ssd_involvements.invo_referral_id' AS reference, COUNT(*) AS orphans FROM ssd_involvements child WHERE child.invo_referral_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_cin_episodes parent WHERE parent.cine_referral_id = child.invo_referral_id);
