-- META-ELEMENT: {"type": "header"}
-- ssd_disability for Mosaic on Oracle (12.2 or later), for reading: the script that is run is mosaic.oracle.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_disability"}
-- META-ELEMENT: {"type": "create_table"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_DISABILITY';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE TABLE ssd_disability (
  disa_person_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"DISA001A"}
  disa_table_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"DISA003A"}
  disa_disability_code nvarchar2(48) NOT NULL, -- metadata={"item_ref":"DISA002A"}
  CONSTRAINT pk_ssd_disability PRIMARY KEY (disa_table_id)
)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "insert_data"}
INSERT INTO ssd_disability (
  disa_person_id, -- metadata={"item_ref":"DISA001A"}
  disa_table_id, -- metadata={"item_ref":"DISA003A"}
  disa_disability_code -- metadata={"item_ref":"DISA002A"}
)
SELECT
  TO_CHAR(disab.PERSON_ID), -- disa_person_id
  TO_CHAR(disab.DISABILITY_ID), -- disa_table_id
  SUBSTR(RTRIM(disab.CIN_DISABILITY_CATEGORY_CODE), 1, 48) -- disa_disability_code
FROM DM_DISABILITIES disab
WHERE disab.CIN_DISABILITY_CATEGORY_CODE IS NOT NULL
  AND EXISTS (SELECT 1 FROM ssd_person cohort WHERE cohort.pers_person_id = TO_CHAR(disab.PERSON_ID))
  AND disab.PERSON_ID IS NOT NULL
  AND disab.DISABILITY_ID IS NOT NULL
  AND RTRIM(disab.CIN_DISABILITY_CATEGORY_CODE) IS NOT NULL;
-- META-ELEMENT: {"type": "create_fk"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_constraints WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_DISABILITY' AND constraint_name = 'FK_SSD_DISABILITY_DISA_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'ALTER TABLE ssd_disability ADD CONSTRAINT fk_ssd_disability_disa_person_id FOREIGN KEY (disa_person_id) REFERENCES ssd_person (pers_person_id)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "create_idx"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_DISABILITY' AND index_name = 'IX_SSD_DISABILITY_DISA_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_disability_disa_person_id ON ssd_disability (disa_person_id)'
  ;
  END IF;
END;
/
