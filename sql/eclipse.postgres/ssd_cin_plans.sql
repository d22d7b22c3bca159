-- META-ELEMENT: {"type": "header"}
-- ssd_cin_plans for Eclipse on PostgreSQL (10 or later), for reading: the script that is run is eclipse.postgres.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_cin_plans"}
-- META-ELEMENT: {"type": "create_table"}
CREATE TABLE IF NOT EXISTS ssd_cin_plans (
  cinp_cin_plan_id varchar(48) NOT NULL, -- metadata={"item_ref":"CINP001A"}
  cinp_referral_id varchar(48) NULL, -- metadata={"item_ref":"CINP007A"}
  cinp_person_id varchar(48) NOT NULL, -- metadata={"item_ref":"CINP002A"}
  cinp_cin_plan_start_date timestamp NULL, -- metadata={"item_ref":"CINP003A"}
  cinp_cin_plan_end_date timestamp NULL, -- metadata={"item_ref":"CINP004A"}
  cinp_cin_plan_team varchar(48) NULL, -- metadata={"item_ref":"CINP005A"}
  cinp_cin_plan_worker_id varchar(48) NULL, -- metadata={"item_ref":"CINP006A"}
  CONSTRAINT pk_ssd_cin_plans PRIMARY KEY (cinp_cin_plan_id)
);
-- META-ELEMENT: {"type": "insert_data"}
WITH cin_plan_spell AS (
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
),
worker AS (
  SELECT r.personrelationshiprecordid AS id, r.personid AS personid, r.professionalrelationshippersonid AS workerid, date_trunc('day', r.startdate) AS starts, date_trunc('day', r.closedate) AS ends
  FROM relationshipprofessionalview AS r
  WHERE r.allocatedworkercode = 'AW'
),
team AS (
  SELECT o.relationshipid AS id, o.personid AS personid, o.organisationid AS teamid, date_trunc('day', o.datestarted) AS starts, date_trunc('day', o.dateended) AS ends
  FROM personorgrelationshipview AS o
  WHERE o.allocatedteamcode = 'AT'
),
cin_spell AS (
  SELECT c.personid AS personid, date_trunc('day', c.startdate) AS starts, date_trunc('day', c.enddate) AS ends, c.endreason AS reason
  FROM classificationpersonview AS c
  WHERE c.status <> 'DELETED' AND c.startdate IS NOT NULL AND (c.classificationpathid IN (NULL /* cin_path */, NULL /* cp_path */) OR c.classificationcodeid IN (NULL /* cin_family_help_code */))
  UNION
  SELECT e.personid AS personid, date_trunc('day', e.eocstartdate), date_trunc('day', e.eocenddate), e.eocendreason AS eocendreason
  FROM claepisodeofcareview AS e
  WHERE e.eocstartdate IS NOT NULL
),
cin_run AS (
  SELECT m.personid AS personid, m.starts AS starts, m.ends AS ends, m.reason AS reason, SUM(m.begins) OVER (PARTITION BY m.personid ORDER BY m.starts, m.ends, m.reason ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS run
  FROM (SELECT s.personid AS personid, s.starts AS starts, s.ends AS ends, s.reason AS reason, CASE WHEN (s.starts - INTERVAL '1 day') <= MAX(COALESCE(s.ends, TIMESTAMP '9999-12-31 00:00:00')) OVER (PARTITION BY s.personid ORDER BY s.starts, s.ends, s.reason ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) THEN 0 ELSE 1 END AS begins FROM cin_spell AS s) AS m
),
cin_stitched AS (
  SELECT l.personid AS personid, MIN(l.starts) AS starts, CASE WHEN COUNT(l.ends) = COUNT(*) THEN MAX(l.ends) END AS ends, MAX(CASE WHEN l.ends = l.last_end THEN l.reason END) AS reason
  FROM (SELECT r.personid AS personid, r.starts AS starts, r.ends AS ends, r.reason AS reason, r.run AS run, MAX(COALESCE(r.ends, TIMESTAMP '9999-12-31 00:00:00')) OVER (PARTITION BY r.personid, r.run) AS last_end FROM cin_run AS r) AS l
  GROUP BY l.personid, l.run
),
referral_form AS (
  SELECT f.instanceid AS instanceid, f.answerforsubjectid AS personid, concat(CAST(f.answerforsubjectid AS text), '-', CAST(f.instanceid AS text)) AS referralid, MAX(f.submitterpersonid) AS submitterpersonid, MAX(CASE WHEN f.controlname = 'CINCensus_DateOfReferral' THEN date_trunc('day', f.dateanswervalue) END) AS referred, MAX(CASE WHEN f.controlname = 'CINCensus_ReferralSource' THEN f.answervalue END) AS referral_source, MAX(CASE WHEN f.controlname = 'CINCensus_primaryNeedCategory' THEN f.answervalue END) AS primary_need, MAX(CASE WHEN f.controlname = 'AnnexAReturn_nextSteps_agreed' THEN f.answervalue END) AS next_step
  FROM formanswerpersonview AS f
  WHERE f.designguid = NULL /* form_referral */ AND f.instancestate = 'COMPLETE'
  GROUP BY f.instanceid, f.answerforsubjectid
),
cin_opened AS (
  SELECT p.personid AS personid, p.starts AS starts, p.ends AS ends, p.reason AS reason, COALESCE(p.form_referralid, concat(CAST(p.personid AS text), '-', left(to_char(p.starts, 'YYYY-MM-DD"T"HH24:MI:SS'), 10))) AS referralid, COALESCE(p.referred, p.starts) AS opened, p.referred AS referred, p.submitterpersonid AS submitterpersonid, p.referral_source AS referral_source, p.primary_need AS primary_need, p.next_step AS next_step
  FROM (SELECT e.personid AS personid, e.starts AS starts, e.ends AS ends, e.reason AS reason, r.referralid AS form_referralid, r.referred AS referred, r.submitterpersonid AS submitterpersonid, r.referral_source AS referral_source, r.primary_need AS primary_need, r.next_step AS next_step, ROW_NUMBER() OVER (PARTITION BY e.personid, e.starts ORDER BY r.referred DESC NULLS LAST, r.instanceid DESC NULLS LAST) AS place FROM (SELECT t.personid AS personid, t.starts AS starts, t.ends AS ends, t.reason AS reason, LAG(t.starts) OVER (PARTITION BY t.personid ORDER BY t.starts) AS started_before FROM cin_stitched AS t) AS e LEFT JOIN referral_form AS r ON r.personid = e.personid AND r.referred <= e.starts AND (e.started_before IS NULL OR r.referred > e.started_before)) AS p
  WHERE p.place = 1
),
cin_episode AS (
  SELECT o.personid AS personid, o.starts AS starts, o.ends AS ends, o.reason AS reason, o.referralid AS referralid, o.opened AS opened, LEAD(o.opened) OVER (PARTITION BY o.personid ORDER BY o.opened) AS next_opened, o.referred AS referred, o.submitterpersonid AS submitterpersonid, o.referral_source AS referral_source, o.primary_need AS primary_need, o.next_step AS next_step
  FROM cin_opened AS o
)
INSERT INTO ssd_cin_plans (
  cinp_cin_plan_id, -- metadata={"item_ref":"CINP001A"}
  cinp_referral_id, -- metadata={"item_ref":"CINP007A"}
  cinp_person_id, -- metadata={"item_ref":"CINP002A"}
  cinp_cin_plan_start_date, -- metadata={"item_ref":"CINP003A"}
  cinp_cin_plan_end_date, -- metadata={"item_ref":"CINP004A"}
  cinp_cin_plan_team, -- metadata={"item_ref":"CINP005A"}
  cinp_cin_plan_worker_id -- metadata={"item_ref":"CINP006A"}
)
SELECT
  picked.cinp_cin_plan_id,
  picked.cinp_referral_id,
  picked.cinp_person_id,
  picked.cinp_cin_plan_start_date,
  picked.cinp_cin_plan_end_date,
  picked.cinp_cin_plan_team,
  picked.cinp_cin_plan_worker_id
FROM (
  SELECT
    CAST(cp.planid AS text) AS cinp_cin_plan_id, -- cinp_cin_plan_id
    left(NULLIF(rtrim(ce.referralid), ''), 48) AS cinp_referral_id, -- cinp_referral_id
    CAST(cp.personid AS text) AS cinp_person_id, -- cinp_person_id
    cp.starts AS cinp_cin_plan_start_date, -- cinp_cin_plan_start_date
    cp.ends AS cinp_cin_plan_end_date, -- cinp_cin_plan_end_date
    CAST(tm.teamid AS text) AS cinp_cin_plan_team, -- cinp_cin_plan_team
    CAST(wk.workerid AS text) AS cinp_cin_plan_worker_id, -- cinp_cin_plan_worker_id
    ROW_NUMBER() OVER (PARTITION BY cp.planid ORDER BY cp.starts, cp.planid, ce.referralid, cp.personid, cp.ends, tm.teamid, wk.workerid) AS ssd_row
  FROM cin_plan AS cp
  LEFT JOIN LATERAL (SELECT wk.* FROM worker AS wk WHERE wk.personid = cp.personid AND wk.starts <= COALESCE(cp.ends, CAST(current_setting('ssd.today') AS timestamp)) AND COALESCE(wk.ends, TIMESTAMP '9999-12-31 00:00:00') > cp.starts ORDER BY wk.starts DESC NULLS LAST, wk.id DESC NULLS LAST, wk.workerid LIMIT 1) AS wk ON TRUE
  LEFT JOIN LATERAL (SELECT tm.* FROM team AS tm WHERE tm.personid = cp.personid AND tm.starts <= COALESCE(cp.ends, CAST(current_setting('ssd.today') AS timestamp)) AND COALESCE(tm.ends, TIMESTAMP '9999-12-31 00:00:00') > cp.starts ORDER BY tm.starts DESC NULLS LAST, tm.id DESC NULLS LAST, tm.teamid LIMIT 1) AS tm ON TRUE
  LEFT JOIN cin_episode AS ce ON ce.personid = cp.personid AND ce.opened <= cp.starts AND COALESCE(ce.next_opened, TIMESTAMP '9999-12-31 00:00:00') > cp.starts AND COALESCE(ce.ends, TIMESTAMP '9999-12-31 00:00:00') >= cp.starts
  WHERE EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(cp.personid AS text))
    AND cp.planid IS NOT NULL
    AND cp.personid IS NOT NULL
) AS picked
WHERE picked.ssd_row = 1;
-- META-ELEMENT: {"type": "create_fk"}
-- not enforced: cinp_referral_id to ssd_cin_episodes.cine_referral_id, an extract keeps six years, so the parent row may be absent
DO $ssd$ BEGIN
IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conrelid = to_regclass('ssd_cin_plans') AND conname = 'fk_ssd_cin_plans_cinp_person_id') THEN
ALTER TABLE ssd_cin_plans ADD CONSTRAINT fk_ssd_cin_plans_cinp_person_id FOREIGN KEY (cinp_person_id) REFERENCES ssd_person (pers_person_id);
END IF;
END $ssd$;
-- not enforced: cinp_cin_plan_team to ssd_department.dept_team_id, an extract keeps six years, so the parent row may be absent
-- not enforced: cinp_cin_plan_worker_id to ssd_professionals.prof_professional_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
CREATE INDEX IF NOT EXISTS ix_ssd_cin_plans_cinp_referral_id ON ssd_cin_plans (cinp_referral_id);
CREATE INDEX IF NOT EXISTS ix_ssd_cin_plans_cinp_person_id ON ssd_cin_plans (cinp_person_id);
CREATE INDEX IF NOT EXISTS ix_ssd_cin_plans_cinp_cin_plan_team ON ssd_cin_plans (cinp_cin_plan_team);
CREATE INDEX IF NOT EXISTS ix_ssd_cin_plans_cinp_cin_plan_worker_id ON ssd_cin_plans (cinp_cin_plan_worker_id);
-- META-ELEMENT: {"type": "count_orphans"}
SELECT 'ssd_cin_plans.cinp_referral_id' AS reference, COUNT(*) AS orphans FROM ssd_cin_plans AS child WHERE child.cinp_referral_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_cin_episodes AS parent WHERE parent.cine_referral_id = child.cinp_referral_id);
SELECT 'ssd_cin_plans.cinp_cin_plan_team' AS reference, COUNT(*) AS orphans FROM ssd_cin_plans AS child WHERE child.cinp_cin_plan_team IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_department AS parent WHERE parent.dept_team_id = child.cinp_cin_plan_team);
SELECT 'ssd_cin_plans.cinp_cin_plan_worker_id' AS reference, COUNT(*) AS orphans FROM ssd_cin_plans AS child WHERE child.cinp_cin_plan_worker_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_professionals AS parent WHERE parent.prof_professional_id = child.cinp_cin_plan_worker_id);
