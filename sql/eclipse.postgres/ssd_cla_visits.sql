-- META-ELEMENT: {"type": "header"}
-- ssd_cla_visits for Eclipse on PostgreSQL (10 or later), for reading: the script that is run is eclipse.postgres.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_visits"}
-- META-ELEMENT: {"type": "create_table"}
CREATE TABLE IF NOT EXISTS ssd_cla_visits (
  clav_cla_visit_id varchar(48) NOT NULL, -- metadata={"item_ref":"CLAV001A"}
  clav_cla_id varchar(48) NULL, -- metadata={"item_ref":"CLAV007A"}
  clav_person_id varchar(48) NULL, -- metadata={"item_ref":"CLAV008A"}
  clav_cla_visit_date timestamp NULL, -- metadata={"item_ref":"CLAV003A"}
  clav_cla_visit_seen char(1) NULL, -- metadata={"item_ref":"CLAV004A"}
  clav_cla_visit_seen_alone char(1) NULL, -- metadata={"item_ref":"CLAV005A"}
  CONSTRAINT pk_ssd_cla_visits PRIMARY KEY (clav_cla_visit_id)
);
-- META-ELEMENT: {"type": "insert_data"}
WITH visit_form AS (
  SELECT f.instanceid AS instanceid, f.answerforsubjectid AS personid, MAX(NULLIF(btrim(f.designsubname), '')) AS subname, concat(CAST(f.answerforsubjectid AS text), '-', CAST(f.instanceid AS text)) AS visitid, MAX(CASE WHEN f.controlname = 'AnnexAReturn_dateOfVisit' THEN date_trunc('day', f.dateanswervalue) END) AS visited, MAX(CASE WHEN f.controlname = 'AnnexAReturn_wasTheChildSeen' THEN CASE WHEN f.answervalue = 'Yes' THEN 'Y' WHEN f.answervalue IS NOT NULL THEN 'N' END END) AS seen, MAX(CASE WHEN f.controlname = 'AnnexAReturn_wasTheChildSeenAlone' THEN CASE WHEN f.answervalue = 'Child seen alone' THEN 'Y' WHEN f.answervalue IS NOT NULL THEN 'N' END END) AS seen_alone
  FROM formanswerpersonview AS f
  WHERE f.designguid = NULL /* form_visit */ AND f.instancestate = 'COMPLETE' AND NULLIF(btrim(f.designsubname), '') IN ('Child in care', 'Child Protection', 'Child in need', 'Family Help')
  GROUP BY f.instanceid, f.answerforsubjectid
),
care_period AS (
  SELECT d.personid AS personid, d.periodid AS periodid, d.starts AS starts, d.ends AS ends, LEAD(d.starts) OVER (PARTITION BY d.personid ORDER BY d.starts, d.periodid, d.ends) AS next_starts
  FROM (SELECT DISTINCT p.personid AS personid, p.periodofcareid AS periodid, date_trunc('day', p.admissiondate) AS starts, date_trunc('day', p.dischargedate) AS ends FROM claperiodofcareview AS p WHERE p.admissiondate IS NOT NULL) AS d
)
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
INSERT INTO ssd_cla_visits (
  clav_cla_visit_id, -- metadata={"item_ref":"CLAV001A"}
  clav_cla_id, -- metadata={"item_ref":"CLAV007A"}
  clav_person_id, -- metadata={"item_ref":"CLAV008A"}
  clav_cla_visit_date, -- metadata={"item_ref":"CLAV003A"}
  clav_cla_visit_seen, -- metadata={"item_ref":"CLAV004A"}
  clav_cla_visit_seen_alone -- metadata={"item_ref":"CLAV005A"}
)
SELECT
  picked.clav_cla_visit_id,
  picked.clav_cla_id,
  picked.clav_person_id,
  picked.clav_cla_visit_date,
  picked.clav_cla_visit_seen,
  picked.clav_cla_visit_seen_alone
FROM (
  SELECT
    left(NULLIF(rtrim(v.visitid), ''), 48) AS clav_cla_visit_id, -- clav_cla_visit_id
    CAST(pc.periodid AS text) AS clav_cla_id, -- clav_cla_id
    CAST(v.personid AS text) AS clav_person_id, -- clav_person_id
    v.visited AS clav_cla_visit_date, -- clav_cla_visit_date
    left(NULLIF(rtrim(v.seen), ''), 1) AS clav_cla_visit_seen, -- clav_cla_visit_seen
    left(NULLIF(rtrim(v.seen_alone), ''), 1) AS clav_cla_visit_seen_alone, -- clav_cla_visit_seen_alone
    ROW_NUMBER() OVER (PARTITION BY v.visitid ORDER BY v.visitid, pc.periodid, v.personid, v.visited, v.seen, v.seen_alone) AS ssd_row
  FROM visit_form AS v
  LEFT JOIN care_period AS pc ON pc.personid = v.personid AND pc.starts <= v.visited AND COALESCE(pc.next_starts, TIMESTAMP '9999-12-31 00:00:00') > v.visited AND COALESCE(pc.ends, CAST(current_setting('ssd.today') AS timestamp)) >= v.visited
  WHERE v.subname = 'Child in care'
    AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(v.personid AS text))
    AND NULLIF(rtrim(v.visitid), '') IS NOT NULL
) AS picked
WHERE picked.ssd_row = 1;
-- META-ELEMENT: {"type": "create_fk"}
DO $ssd$ BEGIN
IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conrelid = to_regclass('ssd_cla_visits') AND conname = 'fk_ssd_cla_visits_clav_person_id') THEN
ALTER TABLE ssd_cla_visits ADD CONSTRAINT fk_ssd_cla_visits_clav_person_id FOREIGN KEY (clav_person_id) REFERENCES ssd_person (pers_person_id);
END IF;
END $ssd$;
-- META-ELEMENT: {"type": "create_idx"}
CREATE INDEX IF NOT EXISTS ix_ssd_cla_visits_clav_person_id ON ssd_cla_visits (clav_person_id);
