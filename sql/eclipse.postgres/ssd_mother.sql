-- META-ELEMENT: {"type": "header"}
-- ssd_mother for Eclipse on PostgreSQL (10 or later), for reading: the script that is run is eclipse.postgres.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_mother"}
-- META-ELEMENT: {"type": "create_table"}
CREATE TABLE IF NOT EXISTS ssd_mother (
  moth_table_id varchar(48) NOT NULL, -- metadata={"item_ref":"MOTH004A"}
  moth_person_id varchar(48) NOT NULL, -- metadata={"item_ref":"MOTH002A"}
  moth_childs_person_id varchar(48) NOT NULL, -- metadata={"item_ref":"MOTH001A"}
  moth_childs_dob timestamp NULL, -- metadata={"item_ref":"MOTH003A"}
  CONSTRAINT pk_ssd_mother PRIMARY KEY (moth_table_id)
);
-- META-ELEMENT: {"type": "insert_data"}
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
    CAST(r.personrelationshiprecordid AS text) AS moth_table_id, -- moth_table_id
    CAST(r.roleapersonid AS text) AS moth_person_id, -- moth_person_id
    CAST(r.rolebpersonid AS text) AS moth_childs_person_id, -- moth_childs_person_id
    ch.dateofbirth AS moth_childs_dob, -- moth_childs_dob
    ROW_NUMBER() OVER (PARTITION BY r.personrelationshiprecordid ORDER BY r.personrelationshiprecordid, r.roleapersonid, r.rolebpersonid, ch.dateofbirth) AS ssd_row
  FROM relationshippersonview AS r
  LEFT JOIN LATERAL (SELECT ch.* FROM persondemographicsview AS ch WHERE ch.personid = r.rolebpersonid ORDER BY ch.dateofbirth LIMIT 1) AS ch ON TRUE
  WHERE r.relationship = 'Mother'
    AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(r.rolebpersonid AS text))
    AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(r.roleapersonid AS text))
    AND r.personrelationshiprecordid IS NOT NULL
    AND r.roleapersonid IS NOT NULL
    AND r.rolebpersonid IS NOT NULL
) AS picked
WHERE picked.ssd_row = 1;
-- META-ELEMENT: {"type": "create_fk"}
DO $ssd$ BEGIN
IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conrelid = to_regclass('ssd_mother') AND conname = 'fk_ssd_mother_moth_person_id') THEN
ALTER TABLE ssd_mother ADD CONSTRAINT fk_ssd_mother_moth_person_id FOREIGN KEY (moth_person_id) REFERENCES ssd_person (pers_person_id);
END IF;
END $ssd$;
DO $ssd$ BEGIN
IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conrelid = to_regclass('ssd_mother') AND conname = 'fk_ssd_mother_moth_childs_person_id') THEN
ALTER TABLE ssd_mother ADD CONSTRAINT fk_ssd_mother_moth_childs_person_id FOREIGN KEY (moth_childs_person_id) REFERENCES ssd_person (pers_person_id);
END IF;
END $ssd$;
-- META-ELEMENT: {"type": "create_idx"}
CREATE INDEX IF NOT EXISTS ix_ssd_mother_moth_person_id ON ssd_mother (moth_person_id);
CREATE INDEX IF NOT EXISTS ix_ssd_mother_moth_childs_person_id ON ssd_mother (moth_childs_person_id);
