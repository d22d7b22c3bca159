-- META-ELEMENT: {"type": "header"}
-- ssd_disability for Eclipse on PostgreSQL (10 or later), for reading: the script that is run is eclipse.postgres.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_disability"}
-- META-ELEMENT: {"type": "create_table"}
CREATE TABLE IF NOT EXISTS ssd_disability (
  disa_person_id varchar(48) NOT NULL, -- metadata={"item_ref":"DISA001A"}
  disa_table_id varchar(48) NOT NULL, -- metadata={"item_ref":"DISA003A"}
  disa_disability_code varchar(48) NOT NULL, -- metadata={"item_ref":"DISA002A"}
  CONSTRAINT pk_ssd_disability PRIMARY KEY (disa_table_id)
);
-- META-ELEMENT: {"type": "insert_data"}
INSERT INTO ssd_disability (
  disa_person_id, -- metadata={"item_ref":"DISA001A"}
  disa_table_id, -- metadata={"item_ref":"DISA003A"}
  disa_disability_code -- metadata={"item_ref":"DISA002A"}
)
SELECT
  picked.disa_person_id,
  picked.disa_table_id,
  picked.disa_disability_code
FROM (
  SELECT
    CAST(c.personid AS text) AS disa_person_id, -- disa_person_id
    CAST(c.classificationassignmentid AS text) AS disa_table_id, -- disa_table_id
    left(NULLIF(rtrim(CASE WHEN c.name = 'Learning' THEN 'LD' ELSE COALESCE(CASE k.name WHEN 'No disability' THEN 'NONE' WHEN 'Mobility' THEN 'MOB' WHEN 'Hand function' THEN 'HAND' WHEN 'Personal care' THEN 'PC' WHEN 'Incontinence' THEN 'INC' WHEN 'Communication' THEN 'COMM' WHEN 'Learning Disability' THEN 'LD' WHEN 'Hearing' THEN 'HEAR' WHEN 'Vision' THEN 'VIS' WHEN 'Behaviour' THEN 'BEH' WHEN 'Consciousness' THEN 'CON' WHEN 'Diagnosed autism/aspergers' THEN 'AUT' WHEN 'Autistic Spectrum Disorder' THEN 'AUT' WHEN 'Autism spectrum condition' THEN 'AUT' END, 'DDA') END), ''), 48) AS disa_disability_code, -- disa_disability_code
    ROW_NUMBER() OVER (PARTITION BY c.classificationassignmentid ORDER BY c.name, c.personid, c.classificationassignmentid, k.name) AS ssd_row
  FROM classificationpersonview AS c
  LEFT JOIN classification AS k ON k.id = c.classificationcodeid
  WHERE c.status <> 'DELETED'
    AND c.classificationpathid IN (NULL /* disability_paths */)
    AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(c.personid AS text))
    AND c.personid IS NOT NULL
    AND c.classificationassignmentid IS NOT NULL
    AND NULLIF(rtrim(CASE WHEN c.name = 'Learning' THEN 'LD' ELSE COALESCE(CASE k.name WHEN 'No disability' THEN 'NONE' WHEN 'Mobility' THEN 'MOB' WHEN 'Hand function' THEN 'HAND' WHEN 'Personal care' THEN 'PC' WHEN 'Incontinence' THEN 'INC' WHEN 'Communication' THEN 'COMM' WHEN 'Learning Disability' THEN 'LD' WHEN 'Hearing' THEN 'HEAR' WHEN 'Vision' THEN 'VIS' WHEN 'Behaviour' THEN 'BEH' WHEN 'Consciousness' THEN 'CON' WHEN 'Diagnosed autism/aspergers' THEN 'AUT' WHEN 'Autistic Spectrum Disorder' THEN 'AUT' WHEN 'Autism spectrum condition' THEN 'AUT' END, 'DDA') END), '') IS NOT NULL
) AS picked
WHERE picked.ssd_row = 1;
-- META-ELEMENT: {"type": "create_fk"}
DO $ssd$ BEGIN
IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conrelid = to_regclass('ssd_disability') AND conname = 'fk_ssd_disability_disa_person_id') THEN
ALTER TABLE ssd_disability ADD CONSTRAINT fk_ssd_disability_disa_person_id FOREIGN KEY (disa_person_id) REFERENCES ssd_person (pers_person_id);
END IF;
END $ssd$;
-- META-ELEMENT: {"type": "create_idx"}
CREATE INDEX IF NOT EXISTS ix_ssd_disability_disa_person_id ON ssd_disability (disa_person_id);
