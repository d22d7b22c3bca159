-- META-ELEMENT: {"type": "header"}
-- ssd_cla_health for Eclipse on PostgreSQL (10 or later), for reading: the script that is run is eclipse.postgres.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_health"}
-- META-ELEMENT: {"type": "create_table"}
CREATE TABLE IF NOT EXISTS ssd_cla_health (
  clah_health_check_id varchar(48) NOT NULL, -- metadata={"item_ref":"CLAH001A"}
  clah_person_id varchar(48) NOT NULL, -- metadata={"item_ref":"CLAH002A"}
  clah_health_check_type varchar(500) NULL, -- metadata={"item_ref":"CLAH003A"}
  clah_health_check_date timestamp NULL, -- metadata={"item_ref":"CLAH004A"}
  clah_health_check_status varchar(48) NULL, -- metadata={"item_ref":"CLAH005A"}
  CONSTRAINT pk_ssd_cla_health PRIMARY KEY (clah_health_check_id)
);
-- META-ELEMENT: {"type": "insert_data"}
WITH health_check AS (
  SELECT f.instanceid AS instanceid, f.answerforsubjectid AS personid, CASE NULLIF(btrim(f.designsubname), '') WHEN 'Health check' THEN 'Health check' WHEN 'Dental check' THEN 'Dental check' WHEN 'Optician check' THEN 'Optician check' END AS checked, COALESCE(MAX(CASE WHEN f.controlname IN ('903Return_dateOfCheck8', '903Return_dateOfCheck2') THEN CASE WHEN CASE WHEN f.answervalue LIKE '__/__/____%' THEN concat(substr(f.answervalue, 7, 4), '-', substr(f.answervalue, 4, 2), '-', substr(f.answervalue, 1, 2)) ELSE left(f.answervalue, 10) END ~ '^((19|20)[0-9]{2}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))|(19|20)(0[48]|[2468][048]|[13579][26])-02-29|2000-02-29)$' THEN CAST(CASE WHEN f.answervalue LIKE '__/__/____%' THEN concat(substr(f.answervalue, 7, 4), '-', substr(f.answervalue, 4, 2), '-', substr(f.answervalue, 1, 2)) ELSE left(f.answervalue, 10) END AS timestamp) END END), MAX(CASE WHEN f.controlname = '903Return_reportingDate' THEN CASE WHEN CASE WHEN f.answervalue LIKE '__/__/____%' THEN concat(substr(f.answervalue, 7, 4), '-', substr(f.answervalue, 4, 2), '-', substr(f.answervalue, 1, 2)) ELSE left(f.answervalue, 10) END ~ '^((19|20)[0-9]{2}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))|(19|20)(0[48]|[2468][048]|[13579][26])-02-29|2000-02-29)$' THEN CAST(CASE WHEN f.answervalue LIKE '__/__/____%' THEN concat(substr(f.answervalue, 7, 4), '-', substr(f.answervalue, 4, 2), '-', substr(f.answervalue, 1, 2)) ELSE left(f.answervalue, 10) END AS timestamp) END END)) AS checked_on, CASE WHEN MAX(CASE WHEN f.controlname IN ('903Return_DentalCheck', '903Return_HealthAssessmentTakenPlace', 'hasAnOpticianCheckTakenPlace') AND f.answervalue = 'No' THEN 1 END) = 1 THEN 'Refused' ELSE MAX(f.instancestate) END AS status
  FROM formanswerpersonview AS f
  WHERE f.designguid = NULL /* form_health_check */ AND f.instancestate = 'COMPLETE' AND NULLIF(btrim(f.designsubname), '') IN ('Health check', 'Dental check', 'Optician check')
  GROUP BY f.instanceid, f.answerforsubjectid, CASE NULLIF(btrim(f.designsubname), '') WHEN 'Health check' THEN 'Health check' WHEN 'Dental check' THEN 'Dental check' WHEN 'Optician check' THEN 'Optician check' END
  UNION ALL
  SELECT f.instanceid AS instanceid, f.answerforsubjectid AS answerforsubjectid, CASE f.controlname WHEN 'dateLastHealthCheckCompleted' THEN 'Health check' WHEN 'dateLastDentalCheckCompleted' THEN 'Dental check' WHEN 'dateLastOpticianCheckCompleted' THEN 'Optician check' END, MAX(f.dateanswervalue), MAX(f.instancestate)
  FROM formanswerpersonview AS f
  WHERE f.designguid = NULL /* form_health_record */ AND f.instancestate = 'COMPLETE' AND f.controlname IN ('dateLastHealthCheckCompleted', 'dateLastDentalCheckCompleted', 'dateLastOpticianCheckCompleted') AND f.dateanswervalue IS NOT NULL
  GROUP BY f.instanceid, f.answerforsubjectid, CASE f.controlname WHEN 'dateLastHealthCheckCompleted' THEN 'Health check' WHEN 'dateLastDentalCheckCompleted' THEN 'Dental check' WHEN 'dateLastOpticianCheckCompleted' THEN 'Optician check' END
)
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
INSERT INTO ssd_cla_health (
  clah_health_check_id, -- metadata={"item_ref":"CLAH001A"}
  clah_person_id, -- metadata={"item_ref":"CLAH002A"}
  clah_health_check_type, -- metadata={"item_ref":"CLAH003A"}
  clah_health_check_date, -- metadata={"item_ref":"CLAH004A"}
  clah_health_check_status -- metadata={"item_ref":"CLAH005A"}
)
SELECT
  picked.clah_health_check_id,
  picked.clah_person_id,
  picked.clah_health_check_type,
  picked.clah_health_check_date,
  picked.clah_health_check_status
FROM (
  SELECT
    numbered.clah_health_check_id,
    numbered.clah_person_id,
    numbered.clah_health_check_type,
    numbered.clah_health_check_date,
    numbered.clah_health_check_status,
    ROW_NUMBER() OVER (PARTITION BY numbered.clah_health_check_id ORDER BY numbered.ssd_place) AS ssd_key_row
  FROM (
  SELECT
    left(NULLIF(rtrim(concat(CAST(h.personid AS text), '-', CAST(h.instanceid AS text), '-', left(h.checked, 1))), ''), 48) AS clah_health_check_id, -- clah_health_check_id
    CAST(h.personid AS text) AS clah_person_id, -- clah_person_id
    left(NULLIF(rtrim(h.checked), ''), 500) AS clah_health_check_type, -- clah_health_check_type
    h.checked_on AS clah_health_check_date, -- clah_health_check_date
    left(NULLIF(rtrim(h.status), ''), 48) AS clah_health_check_status, -- clah_health_check_status
    ROW_NUMBER() OVER (PARTITION BY h.personid, h.instanceid, h.checked ORDER BY h.checked_on DESC NULLS LAST, h.personid, h.instanceid, h.checked, h.status) AS ssd_row,
    ROW_NUMBER() OVER (ORDER BY h.checked_on DESC NULLS LAST, h.personid, h.instanceid, h.checked, h.status) AS ssd_place
  FROM health_check AS h
  WHERE EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(h.personid AS text))
    AND NULLIF(rtrim(concat(CAST(h.personid AS text), '-', CAST(h.instanceid AS text), '-', left(h.checked, 1))), '') IS NOT NULL
    AND h.personid IS NOT NULL
) AS numbered
WHERE numbered.ssd_row = 1
) AS picked
WHERE picked.ssd_key_row = 1;
-- META-ELEMENT: {"type": "create_fk"}
DO $ssd$ BEGIN
IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conrelid = to_regclass('ssd_cla_health') AND conname = 'fk_ssd_cla_health_clah_person_id') THEN
ALTER TABLE ssd_cla_health ADD CONSTRAINT fk_ssd_cla_health_clah_person_id FOREIGN KEY (clah_person_id) REFERENCES ssd_person (pers_person_id);
END IF;
END $ssd$;
-- META-ELEMENT: {"type": "create_idx"}
CREATE INDEX IF NOT EXISTS ix_ssd_cla_health_clah_person_id ON ssd_cla_health (clah_person_id);
