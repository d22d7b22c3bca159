-- META-ELEMENT: {"type": "header"}
-- ssd_cp_plans for Eclipse on PostgreSQL (10 or later), for reading: the script that is run is eclipse.postgres.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_cp_plans"}
-- META-ELEMENT: {"type": "create_table"}
CREATE TABLE IF NOT EXISTS ssd_cp_plans (
  cppl_cp_plan_id varchar(48) NOT NULL, -- metadata={"item_ref":"CPPL001A"}
  cppl_referral_id varchar(48) NULL, -- metadata={"item_ref":"CPPL007A"}
  cppl_icpc_id varchar(48) NULL, -- metadata={"item_ref":"CPPL008A"}
  cppl_person_id varchar(48) NOT NULL, -- metadata={"item_ref":"CPPL002A"}
  cppl_cp_plan_start_date timestamp NULL, -- metadata={"item_ref":"CPPL003A"}
  cppl_cp_plan_end_date timestamp NULL, -- metadata={"item_ref":"CPPL004A"}
  cppl_cp_plan_initial_category varchar(100) NULL, -- metadata={"item_ref":"CPPL009A"}
  cppl_cp_plan_ola char(1) NULL, -- metadata={"item_ref":"CPPL011A"}
  cppl_cp_plan_latest_category varchar(100) NULL, -- metadata={"item_ref":"CPPL010A"}
  CONSTRAINT pk_ssd_cp_plans PRIMARY KEY (cppl_cp_plan_id)
);
-- META-ELEMENT: {"type": "insert_data"}
WITH cp_plan_spell AS (
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
),
abuse_category AS (
  SELECT c.personid AS personid, c.classificationassignmentid AS id, c.name AS name, date_trunc('day', c.startdate) AS starts, date_trunc('day', c.enddate) AS ends
  FROM classificationpersonview AS c
  WHERE c.status <> 'DELETED' AND c.classificationpathid IN (NULL /* cp_category_path */)
),
plan_category AS (
  SELECT k.planid AS planid, MAX(CASE WHEN k.first_place = 1 THEN k.name END) AS initial_category, MAX(CASE WHEN k.last_place = 1 THEN k.name END) AS latest_category
  FROM (SELECT p.planid AS planid, a.name AS name, ROW_NUMBER() OVER (PARTITION BY p.planid ORDER BY a.starts, a.id, a.name) AS first_place, ROW_NUMBER() OVER (PARTITION BY p.planid ORDER BY a.starts DESC NULLS LAST, a.id DESC NULLS LAST, a.name) AS last_place FROM cp_plan AS p INNER JOIN abuse_category AS a ON a.personid = p.personid AND a.starts <= COALESCE(p.ends, CAST(current_setting('ssd.today') AS timestamp)) AND COALESCE(a.ends, TIMESTAMP '9999-12-31 00:00:00') > p.starts) AS k
  GROUP BY k.planid
),
cp_meeting_form AS (
  SELECT f.instanceid AS instanceid, f.answerforsubjectid AS personid, MAX(NULLIF(btrim(f.designsubname), '')) AS subname, concat(CAST(f.answerforsubjectid AS text), '-', CAST(f.instanceid AS text)) AS meetingid, MAX(CASE WHEN f.controlname = '903Return_dateOfMeetingConference' THEN CASE WHEN CASE WHEN f.answervalue LIKE '__/__/____%' THEN concat(substr(f.answervalue, 7, 4), '-', substr(f.answervalue, 4, 2), '-', substr(f.answervalue, 1, 2)) ELSE left(f.answervalue, 10) END ~ '^((19|20)[0-9]{2}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))|(19|20)(0[48]|[2468][048]|[13579][26])-02-29|2000-02-29)$' THEN CAST(CASE WHEN f.answervalue LIKE '__/__/____%' THEN concat(substr(f.answervalue, 7, 4), '-', substr(f.answervalue, 4, 2), '-', substr(f.answervalue, 1, 2)) ELSE left(f.answervalue, 10) END AS timestamp) END END) AS met, MAX(CASE WHEN f.controlname = 'AnnexAReturn_typeOfMeeting' AND f.answervalue IN ('Child Protection (Initial child protection conference)', 'Child Protection (Transfer in conference)') THEN f.answervalue END) AS initial_type, MAX(CASE WHEN f.controlname = 'ChildProtectionNextStep' THEN f.answervalue END) AS next_step, MAX(CASE WHEN f.controlname = 'dateofnextplanmeetingreview_35' THEN CASE WHEN CASE WHEN f.answervalue LIKE '__/__/____%' THEN concat(substr(f.answervalue, 7, 4), '-', substr(f.answervalue, 4, 2), '-', substr(f.answervalue, 1, 2)) ELSE left(f.answervalue, 10) END ~ '^((19|20)[0-9]{2}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))|(19|20)(0[48]|[2468][048]|[13579][26])-02-29|2000-02-29)$' THEN CAST(CASE WHEN f.answervalue LIKE '__/__/____%' THEN concat(substr(f.answervalue, 7, 4), '-', substr(f.answervalue, 4, 2), '-', substr(f.answervalue, 1, 2)) ELSE left(f.answervalue, 10) END AS timestamp) END END) AS next_review
  FROM formanswerpersonview AS f
  WHERE f.designguid = NULL /* form_cp_meeting */ AND f.instancestate = 'COMPLETE' AND NULLIF(btrim(f.designsubname), '') IN ('Child Protection - Initial Conference', 'Child Protection - Review Conference')
  GROUP BY f.instanceid, f.answerforsubjectid
),
initial_conference AS (
  SELECT c.instanceid AS instanceid, c.personid AS personid, c.meetingid AS meetingid, c.met AS met, c.initial_type AS meeting_type, c.next_step AS next_step, LEAD(c.met) OVER (PARTITION BY c.personid ORDER BY c.met, c.instanceid) AS next_met
  FROM cp_meeting_form AS c
  WHERE c.subname = 'Child Protection - Initial Conference' AND c.initial_type IS NOT NULL
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
INSERT INTO ssd_cp_plans (
  cppl_cp_plan_id, -- metadata={"item_ref":"CPPL001A"}
  cppl_referral_id, -- metadata={"item_ref":"CPPL007A"}
  cppl_icpc_id, -- metadata={"item_ref":"CPPL008A"}
  cppl_person_id, -- metadata={"item_ref":"CPPL002A"}
  cppl_cp_plan_start_date, -- metadata={"item_ref":"CPPL003A"}
  cppl_cp_plan_end_date, -- metadata={"item_ref":"CPPL004A"}
  cppl_cp_plan_initial_category, -- metadata={"item_ref":"CPPL009A"}
  -- cppl_cp_plan_ola is not held: no classification is known for plans of another authority
  cppl_cp_plan_latest_category -- metadata={"item_ref":"CPPL010A"}
)
SELECT
  picked.cppl_cp_plan_id,
  picked.cppl_referral_id,
  picked.cppl_icpc_id,
  picked.cppl_person_id,
  picked.cppl_cp_plan_start_date,
  picked.cppl_cp_plan_end_date,
  picked.cppl_cp_plan_initial_category,
  picked.cppl_cp_plan_latest_category
FROM (
  SELECT
    CAST(cp.planid AS text) AS cppl_cp_plan_id, -- cppl_cp_plan_id
    left(NULLIF(rtrim(ce.referralid), ''), 48) AS cppl_referral_id, -- cppl_referral_id
    left(NULLIF(rtrim(ic.meetingid), ''), 48) AS cppl_icpc_id, -- cppl_icpc_id
    CAST(cp.personid AS text) AS cppl_person_id, -- cppl_person_id
    cp.starts AS cppl_cp_plan_start_date, -- cppl_cp_plan_start_date
    cp.ends AS cppl_cp_plan_end_date, -- cppl_cp_plan_end_date
    left(NULLIF(rtrim(ca.initial_category), ''), 100) AS cppl_cp_plan_initial_category, -- cppl_cp_plan_initial_category
    left(NULLIF(rtrim(ca.latest_category), ''), 100) AS cppl_cp_plan_latest_category, -- cppl_cp_plan_latest_category
    ROW_NUMBER() OVER (PARTITION BY cp.planid ORDER BY cp.starts, cp.planid, ce.referralid, ic.meetingid, cp.personid, cp.ends, ca.initial_category, ca.latest_category) AS ssd_row
  FROM cp_plan AS cp
  LEFT JOIN plan_category AS ca ON ca.planid = cp.planid
  LEFT JOIN initial_conference AS ic ON ic.personid = cp.personid AND ic.met <= cp.starts AND COALESCE(ic.next_met, TIMESTAMP '9999-12-31 00:00:00') > cp.starts
  LEFT JOIN cin_episode AS ce ON ce.personid = cp.personid AND ce.opened <= cp.starts AND COALESCE(ce.next_opened, TIMESTAMP '9999-12-31 00:00:00') > cp.starts
  WHERE EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(cp.personid AS text))
    AND cp.planid IS NOT NULL
    AND cp.personid IS NOT NULL
) AS picked
WHERE picked.ssd_row = 1;
-- META-ELEMENT: {"type": "create_fk"}
-- not enforced: cppl_referral_id to ssd_cin_episodes.cine_referral_id, an extract keeps six years, so the parent row may be absent
-- not enforced: cppl_icpc_id to ssd_initial_cp_conference.icpc_icpc_id, an extract keeps six years, so the parent row may be absent
DO $ssd$ BEGIN
IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conrelid = to_regclass('ssd_cp_plans') AND conname = 'fk_ssd_cp_plans_cppl_person_id') THEN
ALTER TABLE ssd_cp_plans ADD CONSTRAINT fk_ssd_cp_plans_cppl_person_id FOREIGN KEY (cppl_person_id) REFERENCES ssd_person (pers_person_id);
END IF;
END $ssd$;
-- META-ELEMENT: {"type": "create_idx"}
CREATE INDEX IF NOT EXISTS ix_ssd_cp_plans_cppl_referral_id ON ssd_cp_plans (cppl_referral_id);
CREATE INDEX IF NOT EXISTS ix_ssd_cp_plans_cppl_icpc_id ON ssd_cp_plans (cppl_icpc_id);
CREATE INDEX IF NOT EXISTS ix_ssd_cp_plans_cppl_person_id ON ssd_cp_plans (cppl_person_id);
-- META-ELEMENT: {"type": "count_orphans"}
SELECT 'ssd_cp_plans.cppl_referral_id' AS reference, COUNT(*) AS orphans FROM ssd_cp_plans AS child WHERE child.cppl_referral_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_cin_episodes AS parent WHERE parent.cine_referral_id = child.cppl_referral_id);
SELECT 'ssd_cp_plans.cppl_icpc_id' AS reference, COUNT(*) AS orphans FROM ssd_cp_plans AS child WHERE child.cppl_icpc_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_initial_cp_conference AS parent WHERE parent.icpc_icpc_id = child.cppl_icpc_id);
