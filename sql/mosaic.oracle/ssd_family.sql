-- META-ELEMENT: {"type": "header"}
-- ssd_family for Mosaic on Oracle (12.2 or later), for reading: the script that is run is mosaic.oracle.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_family"}
-- META-ELEMENT: {"type": "create_table"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_FAMILY';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE TABLE ssd_family (
  fami_table_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"FAMI003A"}
  fami_family_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"FAMI001A"}
  fami_person_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"FAMI002A"}
  CONSTRAINT pk_ssd_family PRIMARY KEY (fami_table_id)
)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "insert_data"}
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
INSERT INTO ssd_family (
  fami_table_id, -- metadata={"item_ref":"FAMI003A"}
  fami_family_id, -- metadata={"item_ref":"FAMI001A"}
  fami_person_id -- metadata={"item_ref":"FAMI002A"}
)
WITH step_people AS (
  SELECT DISTINCT s.SUBGROUP_ID subgroup_id, s.SUBJECT_COMPOUND_ID person_id
  FROM DM_SUBGROUP_SUBJECTS s
  WHERE s.SUBJECT_TYPE_CODE = 'PER'
)
SELECT
  picked.fami_table_id,
  picked.fami_family_id,
  picked.fami_person_id
FROM (
  SELECT
    numbered.fami_table_id,
    numbered.fami_family_id,
    numbered.fami_person_id,
    ROW_NUMBER() OVER (PARTITION BY numbered.fami_table_id ORDER BY numbered.ssd_place) AS ssd_key_row
  FROM (
  SELECT
    SUBSTR(RTRIM((TO_CHAR(part.GROUP_ID) || '.' || TO_CHAR(subj.person_id))), 1, 48) fami_table_id, -- fami_table_id
    TO_CHAR(part.GROUP_ID) fami_family_id, -- fami_family_id
    TO_CHAR(subj.person_id) fami_person_id, -- fami_person_id
    ROW_NUMBER() OVER (PARTITION BY part.GROUP_ID, subj.person_id ORDER BY part.SUBGROUP_ID, part.GROUP_ID, subj.person_id) AS ssd_row,
    ROW_NUMBER() OVER (ORDER BY part.SUBGROUP_ID, part.GROUP_ID, subj.person_id) AS ssd_place
  FROM DM_SUBGROUPS part
  INNER JOIN step_people subj ON subj.subgroup_id = part.SUBGROUP_ID
  WHERE part.ONLY_SUBJECT_TYPE_CODE IS NULL
    AND EXISTS (SELECT 1 FROM ssd_person cohort WHERE cohort.pers_person_id = TO_CHAR(subj.person_id))
    AND RTRIM((TO_CHAR(part.GROUP_ID) || '.' || TO_CHAR(subj.person_id))) IS NOT NULL
    AND part.GROUP_ID IS NOT NULL
    AND subj.person_id IS NOT NULL
) numbered
WHERE numbered.ssd_row = 1
) picked
WHERE picked.ssd_key_row = 1;
-- META-ELEMENT: {"type": "create_fk"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_constraints WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_FAMILY' AND constraint_name = 'FK_SSD_FAMILY_FAMI_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'ALTER TABLE ssd_family ADD CONSTRAINT fk_ssd_family_fami_person_id FOREIGN KEY (fami_person_id) REFERENCES ssd_person (pers_person_id)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "create_idx"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_FAMILY' AND index_name = 'IX_SSD_FAMILY_FAMI_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_family_fami_person_id ON ssd_family (fami_person_id)'
  ;
  END IF;
END;
/
