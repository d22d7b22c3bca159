-- META-ELEMENT: {"type": "header"}
-- ssd_cla_immunisations for Eclipse on PostgreSQL (10 or later), for reading: the script that is run is eclipse.postgres.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_immunisations"}
-- META-ELEMENT: {"type": "create_table"}
CREATE TABLE IF NOT EXISTS ssd_cla_immunisations (
  clai_person_id varchar(48) NOT NULL, -- metadata={"item_ref":"CLAI002A"}
  clai_immunisations_status char(1) NULL, -- metadata={"item_ref":"CLAI004A"}
  clai_immunisations_status_date timestamp NULL, -- metadata={"item_ref":"CLAI005A"}
  CONSTRAINT pk_ssd_cla_immunisations PRIMARY KEY (clai_person_id)
);
-- META-ELEMENT: {"type": "insert_data"}
WITH immunisation_check AS (
  SELECT f.instanceid AS instanceid, f.answerforsubjectid AS personid, MAX(CASE WHEN f.controlname = '903Return_ImmunisationsComplete' THEN left(f.answervalue, 1) END) AS complete, MAX(CASE WHEN f.controlname = '903Return_dateOfCheckImm' THEN CASE WHEN CASE WHEN f.answervalue LIKE '__/__/____%' THEN concat(substr(f.answervalue, 7, 4), '-', substr(f.answervalue, 4, 2), '-', substr(f.answervalue, 1, 2)) ELSE left(f.answervalue, 10) END ~ '^((19|20)[0-9]{2}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))|(19|20)(0[48]|[2468][048]|[13579][26])-02-29|2000-02-29)$' THEN CAST(CASE WHEN f.answervalue LIKE '__/__/____%' THEN concat(substr(f.answervalue, 7, 4), '-', substr(f.answervalue, 4, 2), '-', substr(f.answervalue, 1, 2)) ELSE left(f.answervalue, 10) END AS timestamp) END END) AS checked_on
  FROM formanswerpersonview AS f
  WHERE f.designguid = NULL /* form_health_check */ AND f.instancestate = 'COMPLETE' AND NULLIF(btrim(f.designsubname), '') = 'Immunisation check'
  GROUP BY f.instanceid, f.answerforsubjectid
)
INSERT INTO ssd_cla_immunisations (
  clai_person_id, -- metadata={"item_ref":"CLAI002A"}
  clai_immunisations_status, -- metadata={"item_ref":"CLAI004A"}
  clai_immunisations_status_date -- metadata={"item_ref":"CLAI005A"}
)
SELECT
  picked.clai_person_id,
  picked.clai_immunisations_status,
  picked.clai_immunisations_status_date
FROM (
  SELECT
    CAST(i.personid AS text) AS clai_person_id, -- clai_person_id
    left(NULLIF(rtrim(i.complete), ''), 1) AS clai_immunisations_status, -- clai_immunisations_status
    i.checked_on AS clai_immunisations_status_date, -- clai_immunisations_status_date
    ROW_NUMBER() OVER (PARTITION BY i.personid ORDER BY i.checked_on DESC NULLS LAST, i.instanceid DESC NULLS LAST, i.personid, i.complete) AS ssd_row
  FROM immunisation_check AS i
  WHERE EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(i.personid AS text))
    AND i.personid IS NOT NULL
) AS picked
WHERE picked.ssd_row = 1;
-- META-ELEMENT: {"type": "create_fk"}
DO $ssd$ BEGIN
IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conrelid = to_regclass('ssd_cla_immunisations') AND conname = 'fk_ssd_cla_immunisations_clai_person_id') THEN
ALTER TABLE ssd_cla_immunisations ADD CONSTRAINT fk_ssd_cla_immunisations_clai_person_id FOREIGN KEY (clai_person_id) REFERENCES ssd_person (pers_person_id);
END IF;
END $ssd$;
