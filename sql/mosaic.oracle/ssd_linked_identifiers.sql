-- META-ELEMENT: {"type": "header"}
-- ssd_linked_identifiers for Mosaic on Oracle (12.2 or later), for reading: the script that is run is mosaic.oracle.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_linked_identifiers"}
-- META-ELEMENT: {"type": "create_table"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_LINKED_IDENTIFIERS';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE TABLE ssd_linked_identifiers (
  link_table_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"LINK001A"}
  link_person_id nvarchar2(48) NULL, -- metadata={"item_ref":"LINK002A"}
  link_identifier_type nvarchar2(100) NULL, -- metadata={"item_ref":"LINK003A"}
  link_identifier_value nvarchar2(100) NULL, -- metadata={"item_ref":"LINK004A"}
  link_valid_from_date timestamp NULL, -- metadata={"item_ref":"LINK005A"}
  link_valid_to_date timestamp NULL, -- metadata={"item_ref":"LINK006A"}
  CONSTRAINT pk_ssd_linked_identifiers PRIMARY KEY (link_table_id)
)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "insert_data"}
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
INSERT INTO ssd_linked_identifiers (
  link_table_id, -- metadata={"item_ref":"LINK001A"}
  link_person_id, -- metadata={"item_ref":"LINK002A"}
  link_identifier_type, -- metadata={"item_ref":"LINK003A"}
  link_identifier_value -- metadata={"item_ref":"LINK004A"}
  -- link_valid_from_date is not held: the data mart has no dates of references
  -- link_valid_to_date is not held: the data mart has no dates of references
)
SELECT
  picked.link_table_id,
  picked.link_person_id,
  picked.link_identifier_type,
  picked.link_identifier_value
FROM (
  SELECT
    numbered.link_table_id,
    numbered.link_person_id,
    numbered.link_identifier_type,
    numbered.link_identifier_value,
    ROW_NUMBER() OVER (PARTITION BY numbered.link_table_id ORDER BY numbered.ssd_place) AS ssd_key_row
  FROM (
  SELECT
    SUBSTR(RTRIM((TO_CHAR(idn.REFERENCE_ID) || '.' || TO_CHAR(idn.PERSON_ID))), 1, 48) link_table_id, -- link_table_id
    TO_CHAR(idn.PERSON_ID) link_person_id, -- link_person_id
    SUBSTR(RTRIM(idn.REFERENCE_TYPE), 1, 100) link_identifier_type, -- link_identifier_type
    SUBSTR(RTRIM(idn.REFERENCE), 1, 100) link_identifier_value, -- link_identifier_value
    ROW_NUMBER() OVER (PARTITION BY idn.REFERENCE_ID, idn.PERSON_ID ORDER BY idn.REFERENCE_TYPE, idn.REFERENCE, idn.REFERENCE_ID, idn.PERSON_ID) AS ssd_row,
    ROW_NUMBER() OVER (ORDER BY idn.REFERENCE_TYPE, idn.REFERENCE, idn.REFERENCE_ID, idn.PERSON_ID) AS ssd_place
  FROM DM_PERSON_REFERENCES idn
  WHERE EXISTS (SELECT 1 FROM ssd_person cohort WHERE cohort.pers_person_id = TO_CHAR(idn.PERSON_ID))
    AND RTRIM((TO_CHAR(idn.REFERENCE_ID) || '.' || TO_CHAR(idn.PERSON_ID))) IS NOT NULL
) numbered
WHERE numbered.ssd_row = 1
) picked
WHERE picked.ssd_key_row = 1;
-- META-ELEMENT: {"type": "create_fk"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_constraints WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_LINKED_IDENTIFIERS' AND constraint_name = 'FK_SSD_LINKED_IDENTIFIERS_LINK_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'ALTER TABLE ssd_linked_identifiers ADD CONSTRAINT fk_ssd_linked_identifiers_link_person_id FOREIGN KEY (link_person_id) REFERENCES ssd_person (pers_person_id)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "create_idx"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_LINKED_IDENTIFIERS' AND index_name = 'IX_SSD_LINKED_IDENTIFIERS_LINK_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_linked_identifiers_link_person_id ON ssd_linked_identifiers (link_person_id)'
  ;
  END IF;
END;
/
