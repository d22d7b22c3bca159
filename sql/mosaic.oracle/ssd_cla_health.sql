-- META-ELEMENT: {"type": "header"}
-- ssd_cla_health for Mosaic on Oracle (12.2 or later), for reading: the script that is run is mosaic.oracle.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_health"}
-- META-ELEMENT: {"type": "create_table"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CLA_HEALTH';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE TABLE ssd_cla_health (
  clah_health_check_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"CLAH001A"}
  clah_person_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"CLAH002A"}
  clah_health_check_type nvarchar2(500) NULL, -- metadata={"item_ref":"CLAH003A"}
  clah_health_check_date timestamp NULL, -- metadata={"item_ref":"CLAH004A"}
  clah_health_check_status nvarchar2(48) NULL, -- metadata={"item_ref":"CLAH005A"}
  CONSTRAINT pk_ssd_cla_health PRIMARY KEY (clah_health_check_id)
)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "insert_data"}
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
INSERT INTO ssd_cla_health (
  clah_health_check_id, -- metadata={"item_ref":"CLAH001A"}
  clah_person_id, -- metadata={"item_ref":"CLAH002A"}
  clah_health_check_type, -- metadata={"item_ref":"CLAH003A"}
  clah_health_check_date -- metadata={"item_ref":"CLAH004A"}
  -- clah_health_check_status is not held: no source of the status is known yet
)
WITH checks AS (
  SELECT 'DT' kind, d.DENTAL_ID check_id, d.PERSON_ID person_id, d.DENTAL_CHECK_DATE check_date
  FROM DM_DENTAL_CHECKS d
  UNION ALL
  SELECT 'HA', a.HEALTH_ID health_id, a.PERSON_ID person_id, a.HEALTH_ASSESSMENT_DATE health_assessment_date
  FROM DM_HEALTH_ASSESSMENTS a
  WHERE COALESCE(a.SDQ_COMPLETED, 'N') = 'N'
  UNION ALL
  SELECT 'HC', c.HEALTH_CHECK_ID health_check_id, c.PERSON_ID person_id, c.HEALTH_CHECK_DATE health_check_date
  FROM DM_HEALTH_CHECKS c
)
SELECT
  picked.clah_health_check_id,
  picked.clah_person_id,
  picked.clah_health_check_type,
  picked.clah_health_check_date
FROM (
  SELECT
    SUBSTR(RTRIM((chk.kind || '.' || TO_CHAR(chk.check_id))), 1, 48) clah_health_check_id, -- clah_health_check_id
    TO_CHAR(chk.person_id) clah_person_id, -- clah_person_id
    CASE chk.kind WHEN 'DT' THEN 'Dental Check' WHEN 'HA' THEN 'Health Assessment' WHEN 'HC' THEN 'Health Check' END clah_health_check_type, -- clah_health_check_type
    chk.check_date clah_health_check_date, -- clah_health_check_date
    ROW_NUMBER() OVER (PARTITION BY (chk.kind || '.' || TO_CHAR(chk.check_id)) ORDER BY chk.kind, chk.check_id, chk.person_id, chk.check_date) AS ssd_row
  FROM checks chk
  WHERE chk.check_date < ((SELECT settings.today FROM ssd_extract_settings settings) + INTERVAL '1' DAY)
    AND (chk.check_date >= (SELECT settings.window_start FROM ssd_extract_settings settings) OR chk.check_date IS NULL)
    AND EXISTS (SELECT 1 FROM ssd_person cohort WHERE cohort.pers_person_id = TO_CHAR(chk.person_id))
    AND RTRIM((chk.kind || '.' || TO_CHAR(chk.check_id))) IS NOT NULL
    AND chk.person_id IS NOT NULL
) picked
WHERE picked.ssd_row = 1;
-- META-ELEMENT: {"type": "create_fk"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_constraints WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CLA_HEALTH' AND constraint_name = 'FK_SSD_CLA_HEALTH_CLAH_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'ALTER TABLE ssd_cla_health ADD CONSTRAINT fk_ssd_cla_health_clah_person_id FOREIGN KEY (clah_person_id) REFERENCES ssd_person (pers_person_id)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "create_idx"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CLA_HEALTH' AND index_name = 'IX_SSD_CLA_HEALTH_CLAH_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_cla_health_clah_person_id ON ssd_cla_health (clah_person_id)'
  ;
  END IF;
END;
/
