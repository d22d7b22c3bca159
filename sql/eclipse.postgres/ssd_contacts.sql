-- META-ELEMENT: {"type": "header"}
-- ssd_contacts for Eclipse on PostgreSQL (10 or later), for reading: the script that is run is eclipse.postgres.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_contacts"}
-- META-ELEMENT: {"type": "create_table"}
CREATE TABLE IF NOT EXISTS ssd_contacts (
  cont_contact_id varchar(48) NOT NULL, -- metadata={"item_ref":"CONT001A"}
  cont_person_id varchar(48) NOT NULL, -- metadata={"item_ref":"CONT002A"}
  cont_contact_date timestamp NULL, -- metadata={"item_ref":"CONT003A"}
  cont_contact_source_code varchar(48) NULL, -- metadata={"item_ref":"CONT004A"}
  cont_contact_source_desc varchar(255) NULL, -- metadata={"item_ref":"CONT006A"}
  cont_contact_outcome_json varchar(4000) NULL, -- metadata={"item_ref":"CONT005A"}
  CONSTRAINT pk_ssd_contacts PRIMARY KEY (cont_contact_id)
);
-- META-ELEMENT: {"type": "insert_data"}
WITH contact_form AS (
  SELECT f.instanceid AS instanceid, f.answerforsubjectid AS personid, MAX(CASE WHEN f.controlname = 'icContactDate' THEN CASE WHEN CASE WHEN f.answervalue LIKE '__/__/____%' THEN concat(substr(f.answervalue, 7, 4), '-', substr(f.answervalue, 4, 2), '-', substr(f.answervalue, 1, 2)) ELSE left(f.answervalue, 10) END ~ '^((19|20)[0-9]{2}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))|(19|20)(0[48]|[2468][048]|[13579][26])-02-29|2000-02-29)$' THEN CAST(CASE WHEN f.answervalue LIKE '__/__/____%' THEN concat(substr(f.answervalue, 7, 4), '-', substr(f.answervalue, 4, 2), '-', substr(f.answervalue, 1, 2)) ELSE left(f.answervalue, 10) END AS timestamp) END END) AS contacted, MAX(CASE WHEN f.controlname = 'icContactBy' THEN f.answervalue END) AS contacted_by
  FROM formanswerpersonview AS f
  WHERE f.designguid = NULL /* form_contact */ AND f.instancestate = 'COMPLETE'
  GROUP BY f.instanceid, f.answerforsubjectid
)
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
INSERT INTO ssd_contacts (
  cont_contact_id, -- metadata={"item_ref":"CONT001A"}
  cont_person_id, -- metadata={"item_ref":"CONT002A"}
  cont_contact_date, -- metadata={"item_ref":"CONT003A"}
  cont_contact_source_code, -- metadata={"item_ref":"CONT004A"}
  cont_contact_source_desc -- metadata={"item_ref":"CONT006A"}
  -- cont_contact_outcome_json is not held: which answers of the contact form are outcomes is not known
)
SELECT
  picked.cont_contact_id,
  picked.cont_person_id,
  picked.cont_contact_date,
  picked.cont_contact_source_code,
  picked.cont_contact_source_desc
FROM (
  SELECT
    left(NULLIF(rtrim(concat(CAST(c.personid AS text), '-', CAST(c.instanceid AS text))), ''), 48) AS cont_contact_id, -- cont_contact_id
    CAST(c.personid AS text) AS cont_person_id, -- cont_person_id
    c.contacted AS cont_contact_date, -- cont_contact_date
    CASE c.contacted_by WHEN 'Acquaintance' THEN '1B' WHEN 'A & E' THEN '3E' WHEN 'Anonymous' THEN '9' WHEN 'Early help' THEN '5D' WHEN 'Education Services' THEN '2B' WHEN 'External e.g. from another local authority' THEN '5C' WHEN 'Family Member/Relative/Carer' THEN '1A' WHEN 'GP' THEN '3A' WHEN 'Health Visitor' THEN '3B' WHEN 'Housing' THEN '4' WHEN 'Other' THEN '1D' WHEN 'Other Health Services' THEN '3F' WHEN 'Other - including children centres' THEN '8' WHEN 'Other internal e,g, BC Council' THEN '5B' WHEN 'Other Legal Agency' THEN '7' WHEN 'Other Primary Health Services' THEN '3D' WHEN 'Police' THEN '6' WHEN 'School' THEN '2A' WHEN 'School Nurse' THEN '3C' WHEN 'Self' THEN '1C' WHEN 'Social care e.g. adult social care' THEN '5A' WHEN 'Unknown' THEN '10' END AS cont_contact_source_code, -- cont_contact_source_code
    left(NULLIF(rtrim(c.contacted_by), ''), 255) AS cont_contact_source_desc, -- cont_contact_source_desc
    ROW_NUMBER() OVER (PARTITION BY concat(CAST(c.personid AS text), '-', CAST(c.instanceid AS text)) ORDER BY c.personid, c.instanceid, c.contacted, c.contacted_by) AS ssd_row
  FROM contact_form AS c
  WHERE EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(c.personid AS text))
    AND NULLIF(rtrim(concat(CAST(c.personid AS text), '-', CAST(c.instanceid AS text))), '') IS NOT NULL
    AND c.personid IS NOT NULL
) AS picked
WHERE picked.ssd_row = 1;
-- META-ELEMENT: {"type": "create_fk"}
DO $ssd$ BEGIN
IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conrelid = to_regclass('ssd_contacts') AND conname = 'fk_ssd_contacts_cont_person_id') THEN
ALTER TABLE ssd_contacts ADD CONSTRAINT fk_ssd_contacts_cont_person_id FOREIGN KEY (cont_person_id) REFERENCES ssd_person (pers_person_id);
END IF;
END $ssd$;
-- META-ELEMENT: {"type": "create_idx"}
CREATE INDEX IF NOT EXISTS ix_ssd_contacts_cont_person_id ON ssd_contacts (cont_person_id);
