-- META-ELEMENT: {"type": "header"}
-- ssd_family for Eclipse on PostgreSQL (10 or later), for reading: the script that is run is eclipse.postgres.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_family"}
-- META-ELEMENT: {"type": "create_table"}
CREATE TABLE IF NOT EXISTS ssd_family (
  fami_table_id varchar(48) NOT NULL, -- metadata={"item_ref":"FAMI003A"}
  fami_family_id varchar(48) NOT NULL, -- metadata={"item_ref":"FAMI001A"}
  fami_person_id varchar(48) NOT NULL, -- metadata={"item_ref":"FAMI002A"}
  CONSTRAINT pk_ssd_family PRIMARY KEY (fami_table_id)
);
-- META-ELEMENT: {"type": "insert_data"}
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
INSERT INTO ssd_family (
  fami_table_id, -- metadata={"item_ref":"FAMI003A"}
  fami_family_id, -- metadata={"item_ref":"FAMI001A"}
  fami_person_id -- metadata={"item_ref":"FAMI002A"}
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
    left(NULLIF(rtrim(concat(CAST(gp.groupid AS text), '-', CAST(gp.personid AS text))), ''), 48) AS fami_table_id, -- fami_table_id
    CAST(gp.groupid AS text) AS fami_family_id, -- fami_family_id
    CAST(gp.personid AS text) AS fami_person_id, -- fami_person_id
    ROW_NUMBER() OVER (PARTITION BY gp.groupid, gp.personid ORDER BY gp.groupid, gp.personid) AS ssd_row,
    ROW_NUMBER() OVER (ORDER BY gp.groupid, gp.personid) AS ssd_place
  FROM grouppersonview AS gp
  WHERE EXISTS (SELECT 1 FROM groupview AS g WHERE g.groupid = gp.groupid AND g.grouptype = 'Family')
    AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(gp.personid AS text))
    AND NULLIF(rtrim(concat(CAST(gp.groupid AS text), '-', CAST(gp.personid AS text))), '') IS NOT NULL
    AND gp.groupid IS NOT NULL
    AND gp.personid IS NOT NULL
) AS numbered
WHERE numbered.ssd_row = 1
) AS picked
WHERE picked.ssd_key_row = 1;
-- META-ELEMENT: {"type": "create_fk"}
DO $ssd$ BEGIN
IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conrelid = to_regclass('ssd_family') AND conname = 'fk_ssd_family_fami_person_id') THEN
ALTER TABLE ssd_family ADD CONSTRAINT fk_ssd_family_fami_person_id FOREIGN KEY (fami_person_id) REFERENCES ssd_person (pers_person_id);
END IF;
END $ssd$;
-- META-ELEMENT: {"type": "create_idx"}
CREATE INDEX IF NOT EXISTS ix_ssd_family_fami_person_id ON ssd_family (fami_person_id);
