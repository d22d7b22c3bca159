-- META-ELEMENT: {"type": "header"}
-- ssd_linked_identifiers for Eclipse on PostgreSQL (10 or later), for reading: the script that is run is eclipse.postgres.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_linked_identifiers"}
-- META-ELEMENT: {"type": "create_table"}
CREATE TABLE IF NOT EXISTS ssd_linked_identifiers (
  link_table_id varchar(48) NOT NULL, -- metadata={"item_ref":"LINK001A"}
  link_person_id varchar(48) NULL, -- metadata={"item_ref":"LINK002A"}
  link_identifier_type varchar(100) NULL, -- metadata={"item_ref":"LINK003A"}
  link_identifier_value varchar(100) NULL, -- metadata={"item_ref":"LINK004A"}
  link_valid_from_date timestamp NULL, -- metadata={"item_ref":"LINK005A"}
  link_valid_to_date timestamp NULL, -- metadata={"item_ref":"LINK006A"}
  CONSTRAINT pk_ssd_linked_identifiers PRIMARY KEY (link_table_id)
);
-- META-ELEMENT: {"type": "insert_data"}
WITH identifier AS (
  SELECT r.personid AS personid, 'UPN' AS scheme, 'Unique Pupil Number' AS scheme_name, left(NULLIF(btrim(r.referencenumber), ''), 20) AS number_given, r.startdate AS starts, r.enddate AS ends
  FROM referencenumberpersonview AS r
  WHERE r.referencetypecode = 'UPN'
  UNION ALL
  SELECT p.personid AS personid, 'NHS', 'NHS Number', left(NULLIF(btrim(p.nhsnumber), ''), 20), NULL, NULL
  FROM persondemographicsview AS p
)
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
INSERT INTO ssd_linked_identifiers (
  link_table_id, -- metadata={"item_ref":"LINK001A"}
  link_person_id, -- metadata={"item_ref":"LINK002A"}
  link_identifier_type, -- metadata={"item_ref":"LINK003A"}
  link_identifier_value, -- metadata={"item_ref":"LINK004A"}
  link_valid_from_date, -- metadata={"item_ref":"LINK005A"}
  link_valid_to_date -- metadata={"item_ref":"LINK006A"}
)
SELECT
  picked.link_table_id,
  picked.link_person_id,
  picked.link_identifier_type,
  picked.link_identifier_value,
  picked.link_valid_from_date,
  picked.link_valid_to_date
FROM (
  SELECT
    numbered.link_table_id,
    numbered.link_person_id,
    numbered.link_identifier_type,
    numbered.link_identifier_value,
    numbered.link_valid_from_date,
    numbered.link_valid_to_date,
    ROW_NUMBER() OVER (PARTITION BY numbered.link_table_id ORDER BY numbered.ssd_place) AS ssd_key_row
  FROM (
  SELECT
    left(NULLIF(rtrim(concat(CAST(i.personid AS text), '-', i.scheme, '-', i.number_given)), ''), 48) AS link_table_id, -- link_table_id
    CAST(i.personid AS text) AS link_person_id, -- link_person_id
    left(NULLIF(rtrim(i.scheme_name), ''), 100) AS link_identifier_type, -- link_identifier_type
    left(NULLIF(rtrim(i.number_given), ''), 100) AS link_identifier_value, -- link_identifier_value
    i.starts AS link_valid_from_date, -- link_valid_from_date
    i.ends AS link_valid_to_date, -- link_valid_to_date
    ROW_NUMBER() OVER (PARTITION BY i.personid, i.scheme, i.number_given ORDER BY i.ends DESC, i.starts DESC NULLS LAST, i.personid, i.scheme, i.number_given, i.scheme_name) AS ssd_row,
    ROW_NUMBER() OVER (ORDER BY i.ends DESC, i.starts DESC NULLS LAST, i.personid, i.scheme, i.number_given, i.scheme_name) AS ssd_place
  FROM identifier AS i
  WHERE i.number_given IS NOT NULL
    AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(i.personid AS text))
    AND NULLIF(rtrim(concat(CAST(i.personid AS text), '-', i.scheme, '-', i.number_given)), '') IS NOT NULL
) AS numbered
WHERE numbered.ssd_row = 1
) AS picked
WHERE picked.ssd_key_row = 1;
-- META-ELEMENT: {"type": "create_fk"}
DO $ssd$ BEGIN
IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conrelid = to_regclass('ssd_linked_identifiers') AND conname = 'fk_ssd_linked_identifiers_link_person_id') THEN
ALTER TABLE ssd_linked_identifiers ADD CONSTRAINT fk_ssd_linked_identifiers_link_person_id FOREIGN KEY (link_person_id) REFERENCES ssd_person (pers_person_id);
END IF;
END $ssd$;
-- META-ELEMENT: {"type": "create_idx"}
CREATE INDEX IF NOT EXISTS ix_ssd_linked_identifiers_link_person_id ON ssd_linked_identifiers (link_person_id);
