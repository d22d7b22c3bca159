-- META-ELEMENT: {"type": "header"}
-- ssd_cp_visits for Eclipse on PostgreSQL (10 or later), for reading: the script that is run is eclipse.postgres.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_cp_visits"}
-- META-ELEMENT: {"type": "create_table"}
CREATE TABLE IF NOT EXISTS ssd_cp_visits (
  cppv_cp_visit_id varchar(48) NOT NULL, -- metadata={"item_ref":"CPPV007A"}
  cppv_person_id varchar(48) NULL, -- metadata={"item_ref":"CPPV008A"}
  cppv_cp_plan_id varchar(48) NULL, -- metadata={"item_ref":"CPPV001A"}
  cppv_cp_visit_date timestamp NULL, -- metadata={"item_ref":"CPPV003A"}
  cppv_cp_visit_seen char(1) NULL, -- metadata={"item_ref":"CPPV004A"}
  cppv_cp_visit_seen_alone char(1) NULL, -- metadata={"item_ref":"CPPV005A"}
  cppv_cp_visit_bedroom char(1) NULL, -- metadata={"item_ref":"CPPV006A"}
  CONSTRAINT pk_ssd_cp_visits PRIMARY KEY (cppv_cp_visit_id)
);
-- META-ELEMENT: {"type": "insert_data"}
WITH visit_form AS (
  SELECT f.instanceid AS instanceid, f.answerforsubjectid AS personid, MAX(NULLIF(btrim(f.designsubname), '')) AS subname, concat(CAST(f.answerforsubjectid AS text), '-', CAST(f.instanceid AS text)) AS visitid, MAX(CASE WHEN f.controlname = 'AnnexAReturn_dateOfVisit' THEN date_trunc('day', f.dateanswervalue) END) AS visited, MAX(CASE WHEN f.controlname = 'AnnexAReturn_wasTheChildSeen' THEN CASE WHEN f.answervalue = 'Yes' THEN 'Y' WHEN f.answervalue IS NOT NULL THEN 'N' END END) AS seen, MAX(CASE WHEN f.controlname = 'AnnexAReturn_wasTheChildSeenAlone' THEN CASE WHEN f.answervalue = 'Child seen alone' THEN 'Y' WHEN f.answervalue IS NOT NULL THEN 'N' END END) AS seen_alone
  FROM formanswerpersonview AS f
  WHERE f.designguid = NULL /* form_visit */ AND f.instancestate = 'COMPLETE' AND NULLIF(btrim(f.designsubname), '') IN ('Child in care', 'Child Protection', 'Child in need', 'Family Help')
  GROUP BY f.instanceid, f.answerforsubjectid
),
cp_plan_spell AS (
  SELECT DISTINCT c.personid AS personid, c.classificationassignmentid AS spellid, date_trunc('day', c.startdate) AS starts, date_trunc('day', c.enddate) AS ends
  FROM classificationpersonview AS c
  WHERE c.status <> 'DELETED' AND c.startdate IS NOT NULL AND c.classificationpathid IN (NULL /* cp_path */)
),
cp_plan_run AS (
  SELECT m.personid AS personid, m.spellid AS spellid, m.starts AS starts, m.ends AS ends, SUM(m.begins) OVER (PARTITION BY m.personid ORDER BY m.starts, m.ends, m.spellid ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS run
  FROM (SELECT s.personid AS personid, s.spellid AS spellid, s.starts AS starts, s.ends AS ends, CASE WHEN s.starts <= MAX(COALESCE(s.ends, TIMESTAMP '9999-12-31 00:00:00')) OVER (PARTITION BY s.personid ORDER BY s.starts, s.ends, s.spellid ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) THEN 0 ELSE 1 END AS begins FROM cp_plan_spell AS s) AS m
),
cp_plan AS (
  SELECT r.personid AS personid, MIN(r.spellid) AS planid, MIN(r.starts) AS starts, CASE WHEN COUNT(r.ends) = COUNT(*) THEN MAX(r.ends) END AS ends
  FROM cp_plan_run AS r
  GROUP BY r.personid, r.run
)
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
INSERT INTO ssd_cp_visits (
  cppv_cp_visit_id, -- metadata={"item_ref":"CPPV007A"}
  cppv_person_id, -- metadata={"item_ref":"CPPV008A"}
  cppv_cp_plan_id, -- metadata={"item_ref":"CPPV001A"}
  cppv_cp_visit_date, -- metadata={"item_ref":"CPPV003A"}
  cppv_cp_visit_seen, -- metadata={"item_ref":"CPPV004A"}
  cppv_cp_visit_seen_alone -- metadata={"item_ref":"CPPV005A"}
  -- cppv_cp_visit_bedroom is not held: the visit form does not ask for it
)
SELECT
  picked.cppv_cp_visit_id,
  picked.cppv_person_id,
  picked.cppv_cp_plan_id,
  picked.cppv_cp_visit_date,
  picked.cppv_cp_visit_seen,
  picked.cppv_cp_visit_seen_alone
FROM (
  SELECT
    left(NULLIF(rtrim(v.visitid), ''), 48) AS cppv_cp_visit_id, -- cppv_cp_visit_id
    CAST(v.personid AS text) AS cppv_person_id, -- cppv_person_id
    CAST(cp.planid AS text) AS cppv_cp_plan_id, -- cppv_cp_plan_id
    v.visited AS cppv_cp_visit_date, -- cppv_cp_visit_date
    left(NULLIF(rtrim(v.seen), ''), 1) AS cppv_cp_visit_seen, -- cppv_cp_visit_seen
    left(NULLIF(rtrim(v.seen_alone), ''), 1) AS cppv_cp_visit_seen_alone, -- cppv_cp_visit_seen_alone
    ROW_NUMBER() OVER (PARTITION BY v.visitid ORDER BY v.visitid, v.personid, cp.planid, v.visited, v.seen, v.seen_alone) AS ssd_row
  FROM visit_form AS v
  LEFT JOIN cp_plan AS cp ON cp.personid = v.personid AND cp.starts <= v.visited AND COALESCE(cp.ends, CAST(current_setting('ssd.today') AS timestamp)) >= v.visited
  WHERE v.subname = 'Child Protection'
    AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(v.personid AS text))
    AND NULLIF(rtrim(v.visitid), '') IS NOT NULL
) AS picked
WHERE picked.ssd_row = 1;
-- META-ELEMENT: {"type": "create_fk"}
DO $ssd$ BEGIN
IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conrelid = to_regclass('ssd_cp_visits') AND conname = 'fk_ssd_cp_visits_cppv_person_id') THEN
ALTER TABLE ssd_cp_visits ADD CONSTRAINT fk_ssd_cp_visits_cppv_person_id FOREIGN KEY (cppv_person_id) REFERENCES ssd_person (pers_person_id);
END IF;
END $ssd$;
-- not enforced: cppv_cp_plan_id to ssd_cp_plans.cppl_cp_plan_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
CREATE INDEX IF NOT EXISTS ix_ssd_cp_visits_cppv_person_id ON ssd_cp_visits (cppv_person_id);
CREATE INDEX IF NOT EXISTS ix_ssd_cp_visits_cppv_cp_plan_id ON ssd_cp_visits (cppv_cp_plan_id);
-- META-ELEMENT: {"type": "count_orphans"}
SELECT 'ssd_cp_visits.cppv_cp_plan_id' AS reference, COUNT(*) AS orphans FROM ssd_cp_visits AS child WHERE child.cppv_cp_plan_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_cp_plans AS parent WHERE parent.cppl_cp_plan_id = child.cppv_cp_plan_id);
