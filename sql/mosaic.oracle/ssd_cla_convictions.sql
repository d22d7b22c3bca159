-- META-ELEMENT: {"type": "header"}
-- ssd_cla_convictions for Mosaic on Oracle (12.2 or later), for reading: the script that is run is mosaic.oracle.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_convictions"}
-- META-ELEMENT: {"type": "create_table"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CLA_CONVICTIONS';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE TABLE ssd_cla_convictions (
  clac_cla_conviction_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"CLAC001A"}
  clac_person_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"CLAC002A"}
  clac_cla_conviction_date timestamp NULL, -- metadata={"item_ref":"CLAC003A"}
  clac_cla_conviction_offence nvarchar2(1000) NULL, -- metadata={"item_ref":"CLAC004A"}
  CONSTRAINT pk_ssd_cla_convictions PRIMARY KEY (clac_cla_conviction_id)
)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "insert_data"}
INSERT INTO ssd_cla_convictions (
  clac_cla_conviction_id, -- metadata={"item_ref":"CLAC001A"}
  clac_person_id, -- metadata={"item_ref":"CLAC002A"}
  clac_cla_conviction_date -- metadata={"item_ref":"CLAC003A"}
  -- clac_cla_conviction_offence is not held: no source of the offence is known yet
)
SELECT
  TO_CHAR(offn.OFFENCE_ID), -- clac_cla_conviction_id
  TO_CHAR(offn.PERSON_ID), -- clac_person_id
  CAST(TRUNC(offn.OFFENCE_DATE) AS TIMESTAMP) -- clac_cla_conviction_date
FROM DM_OFFENCES offn
WHERE offn.IS_CONVICTED = 'Y'
  AND CAST(TRUNC(offn.OFFENCE_DATE) AS TIMESTAMP) < ((SELECT settings.today FROM ssd_extract_settings settings) + INTERVAL '1' DAY)
  AND (CAST(TRUNC(offn.OFFENCE_DATE) AS TIMESTAMP) >= (SELECT settings.window_start FROM ssd_extract_settings settings) OR CAST(TRUNC(offn.OFFENCE_DATE) AS TIMESTAMP) IS NULL)
  AND EXISTS (SELECT 1 FROM ssd_person cohort WHERE cohort.pers_person_id = TO_CHAR(offn.PERSON_ID))
  AND offn.OFFENCE_ID IS NOT NULL
  AND offn.PERSON_ID IS NOT NULL;
-- META-ELEMENT: {"type": "create_fk"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_constraints WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CLA_CONVICTIONS' AND constraint_name = 'FK_SSD_CLA_CONVICTIONS_CLAC_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'ALTER TABLE ssd_cla_convictions ADD CONSTRAINT fk_ssd_cla_convictions_clac_person_id FOREIGN KEY (clac_person_id) REFERENCES ssd_person (pers_person_id)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "create_idx"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CLA_CONVICTIONS' AND index_name = 'IX_SSD_CLA_CONVICTIONS_CLAC_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_cla_convictions_clac_person_id ON ssd_cla_convictions (clac_person_id)'
  ;
  END IF;
END;
/
