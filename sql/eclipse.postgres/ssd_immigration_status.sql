-- META-ELEMENT: {"type": "header"}
-- ssd_immigration_status for Eclipse on PostgreSQL (10 or later), for reading: the script that is run is eclipse.postgres.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_immigration_status"}
-- META-ELEMENT: {"type": "create_table"}
CREATE TABLE IF NOT EXISTS ssd_immigration_status (
  immi_person_id varchar(48) NOT NULL, -- metadata={"item_ref":"IMMI001A"}
  immi_immigration_status_id varchar(48) NOT NULL, -- metadata={"item_ref":"IMMI005A"}
  immi_immigration_status varchar(100) NULL, -- metadata={"item_ref":"IMMI002A"}
  immi_immigration_status_start_date timestamp NULL, -- metadata={"item_ref":"IMMI003A"}
  immi_immigration_status_end_date timestamp NULL, -- metadata={"item_ref":"IMMI004A"}
  CONSTRAINT pk_ssd_immigration_status PRIMARY KEY (immi_immigration_status_id)
);
-- META-ELEMENT: {"type": "insert_data"}
INSERT INTO ssd_immigration_status (
  immi_person_id, -- metadata={"item_ref":"IMMI001A"}
  immi_immigration_status_id, -- metadata={"item_ref":"IMMI005A"}
  immi_immigration_status, -- metadata={"item_ref":"IMMI002A"}
  immi_immigration_status_start_date, -- metadata={"item_ref":"IMMI003A"}
  immi_immigration_status_end_date -- metadata={"item_ref":"IMMI004A"}
)
SELECT
  picked.immi_person_id,
  picked.immi_immigration_status_id,
  picked.immi_immigration_status,
  picked.immi_immigration_status_start_date,
  picked.immi_immigration_status_end_date
FROM (
  SELECT
    CAST(c.personid AS text) AS immi_person_id, -- immi_person_id
    CAST(c.classificationassignmentid AS text) AS immi_immigration_status_id, -- immi_immigration_status_id
    left(NULLIF(rtrim(k.name), ''), 100) AS immi_immigration_status, -- immi_immigration_status
    c.startdate AS immi_immigration_status_start_date, -- immi_immigration_status_start_date
    c.enddate AS immi_immigration_status_end_date, -- immi_immigration_status_end_date
    ROW_NUMBER() OVER (PARTITION BY c.classificationassignmentid ORDER BY c.startdate DESC NULLS LAST, c.personid, c.classificationassignmentid, k.name, c.enddate) AS ssd_row
  FROM classificationpersonview AS c
  LEFT JOIN classification AS k ON k.id = c.classificationcodeid
  WHERE c.status <> 'DELETED'
    AND c.classificationpathid IN (NULL /* immigration_paths */)
    AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(c.personid AS text))
    AND c.personid IS NOT NULL
    AND c.classificationassignmentid IS NOT NULL
) AS picked
WHERE picked.ssd_row = 1;
-- META-ELEMENT: {"type": "create_fk"}
DO $ssd$ BEGIN
IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conrelid = to_regclass('ssd_immigration_status') AND conname = 'fk_ssd_immigration_status_immi_person_id') THEN
ALTER TABLE ssd_immigration_status ADD CONSTRAINT fk_ssd_immigration_status_immi_person_id FOREIGN KEY (immi_person_id) REFERENCES ssd_person (pers_person_id);
END IF;
END $ssd$;
-- META-ELEMENT: {"type": "create_idx"}
CREATE INDEX IF NOT EXISTS ix_ssd_immigration_status_immi_person_id ON ssd_immigration_status (immi_person_id);
