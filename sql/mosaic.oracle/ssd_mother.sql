-- META-ELEMENT: {"type": "header"}
-- ssd_mother for Mosaic on Oracle (12.2 or later), for reading: the script that is run is mosaic.oracle.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_mother"}
-- META-ELEMENT: {"type": "create_table"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_MOTHER';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE TABLE ssd_mother (
  moth_table_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"MOTH004A"}
  moth_person_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"MOTH002A"}
  moth_childs_person_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"MOTH001A"}
  moth_childs_dob timestamp NULL, -- metadata={"item_ref":"MOTH003A"}
  CONSTRAINT pk_ssd_mother PRIMARY KEY (moth_table_id)
)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "insert_data"}
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
INSERT INTO ssd_mother (
  moth_table_id, -- metadata={"item_ref":"MOTH004A"}
  moth_person_id, -- metadata={"item_ref":"MOTH002A"}
  moth_childs_person_id, -- metadata={"item_ref":"MOTH001A"}
  moth_childs_dob -- metadata={"item_ref":"MOTH003A"}
)
SELECT
  picked.moth_table_id,
  picked.moth_person_id,
  picked.moth_childs_person_id,
  picked.moth_childs_dob
FROM (
  SELECT
    numbered.moth_table_id,
    numbered.moth_person_id,
    numbered.moth_childs_person_id,
    numbered.moth_childs_dob,
    ROW_NUMBER() OVER (PARTITION BY numbered.moth_table_id ORDER BY numbered.ssd_place) AS ssd_key_row
  FROM (
  SELECT
    SUBSTR(RTRIM((TO_CHAR(kin.PERSON_ID) || '.' || TO_CHAR(kin.OTHER_PERSON_ID))), 1, 48) moth_table_id, -- moth_table_id
    TO_CHAR(kin.PERSON_ID) moth_person_id, -- moth_person_id
    TO_CHAR(kin.OTHER_PERSON_ID) moth_childs_person_id, -- moth_childs_person_id
    kid.DATE_OF_BIRTH moth_childs_dob, -- moth_childs_dob
    ROW_NUMBER() OVER (PARTITION BY kin.PERSON_ID, kin.OTHER_PERSON_ID ORDER BY kin.START_DATE, kin.PERSON_ID, kin.OTHER_PERSON_ID, kid.DATE_OF_BIRTH) AS ssd_row,
    ROW_NUMBER() OVER (ORDER BY kin.START_DATE, kin.PERSON_ID, kin.OTHER_PERSON_ID, kid.DATE_OF_BIRTH) AS ssd_place
  FROM DM_PERSONAL_RELATIONSHIPS kin
  LEFT JOIN DM_PERSONS kid ON kid.PERSON_ID = kin.OTHER_PERSON_ID
  WHERE kin.IS_MOTHER = 'Y'
    AND EXISTS (SELECT 1 FROM ssd_person cohort WHERE cohort.pers_person_id = TO_CHAR(kin.PERSON_ID))
    AND EXISTS (SELECT 1 FROM ssd_person cohort WHERE cohort.pers_person_id = TO_CHAR(kin.OTHER_PERSON_ID))
    AND RTRIM((TO_CHAR(kin.PERSON_ID) || '.' || TO_CHAR(kin.OTHER_PERSON_ID))) IS NOT NULL
    AND kin.PERSON_ID IS NOT NULL
    AND kin.OTHER_PERSON_ID IS NOT NULL
) numbered
WHERE numbered.ssd_row = 1
) picked
WHERE picked.ssd_key_row = 1;
-- META-ELEMENT: {"type": "create_fk"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_constraints WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_MOTHER' AND constraint_name = 'FK_SSD_MOTHER_MOTH_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'ALTER TABLE ssd_mother ADD CONSTRAINT fk_ssd_mother_moth_person_id FOREIGN KEY (moth_person_id) REFERENCES ssd_person (pers_person_id)'
  ;
  END IF;
END;
/
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_constraints WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_MOTHER' AND constraint_name = 'FK_SSD_MOTHER_MOTH_CHILDS_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'ALTER TABLE ssd_mother ADD CONSTRAINT fk_ssd_mother_moth_childs_person_id FOREIGN KEY (moth_childs_person_id) REFERENCES ssd_person (pers_person_id)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "create_idx"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_MOTHER' AND index_name = 'IX_SSD_MOTHER_MOTH_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_mother_moth_person_id ON ssd_mother (moth_person_id)'
  ;
  END IF;
END;
/
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_MOTHER' AND index_name = 'IX_SSD_MOTHER_MOTH_CHILDS_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_mother_moth_childs_person_id ON ssd_mother (moth_childs_person_id)'
  ;
  END IF;
END;
/
