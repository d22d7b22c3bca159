-- META-ELEMENT: {"type": "header"}
-- ssd_cin_visits for Eclipse on PostgreSQL (10 or later), for reading: the script that is run is eclipse.postgres.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_cin_visits"}
-- META-ELEMENT: {"type": "create_table"}
CREATE TABLE IF NOT EXISTS ssd_cin_visits (
  cinv_cin_visit_id varchar(48) NOT NULL, -- metadata={"item_ref":"CINV001A"}
  cinv_person_id varchar(48) NULL, -- metadata={"item_ref":"CINV007A"}
  cinv_cin_visit_date timestamp NULL, -- metadata={"item_ref":"CINV003A"}
  cinv_cin_visit_seen char(1) NULL, -- metadata={"item_ref":"CINV004A"}
  cinv_cin_visit_seen_alone char(1) NULL, -- metadata={"item_ref":"CINV005A"}
  cinv_cin_visit_bedroom char(1) NULL, -- metadata={"item_ref":"CINV006A"}
  CONSTRAINT pk_ssd_cin_visits PRIMARY KEY (cinv_cin_visit_id)
);
-- META-ELEMENT: {"type": "insert_data"}
WITH visit_form AS (
  SELECT f.instanceid AS instanceid, f.answerforsubjectid AS personid, MAX(NULLIF(btrim(f.designsubname), '')) AS subname, concat(CAST(f.answerforsubjectid AS text), '-', CAST(f.instanceid AS text)) AS visitid, MAX(CASE WHEN f.controlname = 'AnnexAReturn_dateOfVisit' THEN date_trunc('day', f.dateanswervalue) END) AS visited, MAX(CASE WHEN f.controlname = 'AnnexAReturn_wasTheChildSeen' THEN CASE WHEN f.answervalue = 'Yes' THEN 'Y' WHEN f.answervalue IS NOT NULL THEN 'N' END END) AS seen, MAX(CASE WHEN f.controlname = 'AnnexAReturn_wasTheChildSeenAlone' THEN CASE WHEN f.answervalue = 'Child seen alone' THEN 'Y' WHEN f.answervalue IS NOT NULL THEN 'N' END END) AS seen_alone
  FROM formanswerpersonview AS f
  WHERE f.designguid = NULL /* form_visit */ AND f.instancestate = 'COMPLETE' AND NULLIF(btrim(f.designsubname), '') IN ('Child in care', 'Child Protection', 'Child in need', 'Family Help')
  GROUP BY f.instanceid, f.answerforsubjectid
),
cin_plan_spell AS (
  SELECT DISTINCT c.personid AS personid, c.classificationassignmentid AS spellid, date_trunc('day', c.startdate) AS starts, date_trunc('day', c.enddate) AS ends
  FROM classificationpersonview AS c
  WHERE c.status <> 'DELETED' AND c.startdate IS NOT NULL AND (c.classificationpathid IN (NULL /* cin_path */) OR c.classificationcodeid IN (NULL /* cin_family_help_code */))
),
cin_plan_run AS (
  SELECT m.personid AS personid, m.spellid AS spellid, m.starts AS starts, m.ends AS ends, SUM(m.begins) OVER (PARTITION BY m.personid ORDER BY m.starts, m.ends, m.spellid ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS run
  FROM (SELECT s.personid AS personid, s.spellid AS spellid, s.starts AS starts, s.ends AS ends, CASE WHEN s.starts <= MAX(COALESCE(s.ends, TIMESTAMP '9999-12-31 00:00:00')) OVER (PARTITION BY s.personid ORDER BY s.starts, s.ends, s.spellid ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) THEN 0 ELSE 1 END AS begins FROM cin_plan_spell AS s) AS m
),
cin_plan AS (
  SELECT r.personid AS personid, MIN(r.spellid) AS planid, MIN(r.starts) AS starts, CASE WHEN COUNT(r.ends) = COUNT(*) THEN MAX(r.ends) END AS ends
  FROM cin_plan_run AS r
  GROUP BY r.personid, r.run
)
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
INSERT INTO ssd_cin_visits (
  cinv_cin_visit_id, -- metadata={"item_ref":"CINV001A"}
  cinv_person_id, -- metadata={"item_ref":"CINV007A"}
  cinv_cin_visit_date, -- metadata={"item_ref":"CINV003A"}
  cinv_cin_visit_seen, -- metadata={"item_ref":"CINV004A"}
  cinv_cin_visit_seen_alone -- metadata={"item_ref":"CINV005A"}
  -- cinv_cin_visit_bedroom is not held: the visit form does not ask for it
)
SELECT
  picked.cinv_cin_visit_id,
  picked.cinv_person_id,
  picked.cinv_cin_visit_date,
  picked.cinv_cin_visit_seen,
  picked.cinv_cin_visit_seen_alone
FROM (
  SELECT
    left(NULLIF(rtrim(v.visitid), ''), 48) AS cinv_cin_visit_id, -- cinv_cin_visit_id
    CAST(v.personid AS text) AS cinv_person_id, -- cinv_person_id
    v.visited AS cinv_cin_visit_date, -- cinv_cin_visit_date
    left(NULLIF(rtrim(v.seen), ''), 1) AS cinv_cin_visit_seen, -- cinv_cin_visit_seen
    left(NULLIF(rtrim(v.seen_alone), ''), 1) AS cinv_cin_visit_seen_alone, -- cinv_cin_visit_seen_alone
    ROW_NUMBER() OVER (PARTITION BY v.visitid ORDER BY v.visitid, v.personid, v.visited, v.seen, v.seen_alone) AS ssd_row
  FROM visit_form AS v
  WHERE v.subname IN ('Child in need', 'Family Help')
    AND EXISTS (SELECT 1 FROM cin_plan AS cp WHERE cp.personid = v.personid AND cp.starts <= v.visited AND COALESCE(cp.ends, CAST(current_setting('ssd.today') AS timestamp)) >= v.visited)
    AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(v.personid AS text))
    AND NULLIF(rtrim(v.visitid), '') IS NOT NULL
) AS picked
WHERE picked.ssd_row = 1;
-- META-ELEMENT: {"type": "create_fk"}
DO $ssd$ BEGIN
IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conrelid = to_regclass('ssd_cin_visits') AND conname = 'fk_ssd_cin_visits_cinv_person_id') THEN
ALTER TABLE ssd_cin_visits ADD CONSTRAINT fk_ssd_cin_visits_cinv_person_id FOREIGN KEY (cinv_person_id) REFERENCES ssd_person (pers_person_id);
END IF;
END $ssd$;
-- META-ELEMENT: {"type": "create_idx"}
CREATE INDEX IF NOT EXISTS ix_ssd_cin_visits_cinv_person_id ON ssd_cin_visits (cinv_person_id);
