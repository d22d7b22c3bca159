-- META-ELEMENT: {"type": "header"}
-- ssd_involvements for Eclipse on PostgreSQL (10 or later), for reading: the script that is run is eclipse.postgres.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_involvements"}
-- META-ELEMENT: {"type": "create_table"}
CREATE TABLE IF NOT EXISTS ssd_involvements (
  invo_involvements_id varchar(48) NOT NULL, -- metadata={"item_ref":"INVO005A"}
  invo_professional_id varchar(48) NULL, -- metadata={"item_ref":"INVO006A"}
  invo_professional_role_id varchar(200) NULL, -- metadata={"item_ref":"INVO007A"}
  invo_professional_team varchar(48) NULL, -- metadata={"item_ref":"INVO009A"}
  invo_involvement_start_date timestamp NULL, -- metadata={"item_ref":"INVO002A"}
  invo_involvement_end_date timestamp NULL, -- metadata={"item_ref":"INVO003A"}
  invo_worker_change_reason varchar(200) NULL, -- metadata={"item_ref":"INVO004A"}
  invo_person_id varchar(48) NULL, -- metadata={"item_ref":"INVO011A"}
  invo_referral_id varchar(48) NULL, -- metadata={"item_ref":"INVO010A"}
  CONSTRAINT pk_ssd_involvements PRIMARY KEY (invo_involvements_id)
);
-- META-ELEMENT: {"type": "insert_data"}
WITH cin_spell AS (
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
),
team AS (
  SELECT o.relationshipid AS id, o.personid AS personid, o.organisationid AS teamid, date_trunc('day', o.datestarted) AS starts, date_trunc('day', o.dateended) AS ends
  FROM personorgrelationshipview AS o
  WHERE o.allocatedteamcode = 'AT'
)
INSERT INTO ssd_involvements (
  invo_involvements_id, -- metadata={"item_ref":"INVO005A"}
  invo_professional_id, -- metadata={"item_ref":"INVO006A"}
  invo_professional_role_id, -- metadata={"item_ref":"INVO007A"}
  invo_professional_team, -- metadata={"item_ref":"INVO009A"}
  invo_involvement_start_date, -- metadata={"item_ref":"INVO002A"}
  invo_involvement_end_date, -- metadata={"item_ref":"INVO003A"}
  invo_worker_change_reason, -- metadata={"item_ref":"INVO004A"}
  invo_person_id, -- metadata={"item_ref":"INVO011A"}
  invo_referral_id -- metadata={"item_ref":"INVO010A"}
)
SELECT
  picked.invo_involvements_id,
  picked.invo_professional_id,
  picked.invo_professional_role_id,
  picked.invo_professional_team,
  picked.invo_involvement_start_date,
  picked.invo_involvement_end_date,
  picked.invo_worker_change_reason,
  picked.invo_person_id,
  picked.invo_referral_id
FROM (
  SELECT
    CAST(r.personrelationshiprecordid AS text) AS invo_involvements_id, -- invo_involvements_id
    CAST(r.professionalrelationshippersonid AS text) AS invo_professional_id, -- invo_professional_id
    left(NULLIF(rtrim(r.relationshipclasscode), ''), 200) AS invo_professional_role_id, -- invo_professional_role_id
    CAST(tm.teamid AS text) AS invo_professional_team, -- invo_professional_team
    r.startdate AS invo_involvement_start_date, -- invo_involvement_start_date
    r.closedate AS invo_involvement_end_date, -- invo_involvement_end_date
    left(NULLIF(rtrim(r.startreasoncode), ''), 200) AS invo_worker_change_reason, -- invo_worker_change_reason
    CAST(r.personid AS text) AS invo_person_id, -- invo_person_id
    left(NULLIF(rtrim(ce.referralid), ''), 48) AS invo_referral_id, -- invo_referral_id
    ROW_NUMBER() OVER (PARTITION BY r.personrelationshiprecordid ORDER BY r.startdate DESC NULLS LAST, r.personrelationshiprecordid, r.professionalrelationshippersonid, r.relationshipclasscode, tm.teamid, r.closedate, r.startreasoncode, r.personid, ce.referralid) AS ssd_row
  FROM relationshipprofessionalview AS r
  LEFT JOIN cin_episode AS ce ON ce.personid = r.personid AND ce.opened <= date_trunc('day', r.startdate) AND COALESCE(ce.next_opened, TIMESTAMP '9999-12-31 00:00:00') > date_trunc('day', r.startdate) AND COALESCE(ce.ends, TIMESTAMP '9999-12-31 00:00:00') >= date_trunc('day', r.startdate)
  LEFT JOIN LATERAL (SELECT tm.* FROM team AS tm WHERE tm.personid = r.personid AND tm.starts <= COALESCE(r.closedate, CAST(current_setting('ssd.today') AS timestamp)) AND COALESCE(tm.ends, TIMESTAMP '9999-12-31 00:00:00') > date_trunc('day', r.startdate) ORDER BY tm.starts DESC NULLS LAST, tm.id DESC NULLS LAST, tm.teamid LIMIT 1) AS tm ON TRUE
  WHERE EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(r.personid AS text))
    AND r.personrelationshiprecordid IS NOT NULL
) AS picked
WHERE picked.ssd_row = 1;
-- META-ELEMENT: {"type": "create_fk"}
-- not enforced: invo_professional_id to ssd_professionals.prof_professional_id, an extract keeps six years, so the parent row may be absent
-- not enforced: invo_professional_team to ssd_department.dept_team_id, an extract keeps six years, so the parent row may be absent
DO $ssd$ BEGIN
IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conrelid = to_regclass('ssd_involvements') AND conname = 'fk_ssd_involvements_invo_person_id') THEN
ALTER TABLE ssd_involvements ADD CONSTRAINT fk_ssd_involvements_invo_person_id FOREIGN KEY (invo_person_id) REFERENCES ssd_person (pers_person_id);
END IF;
END $ssd$;
-- not enforced: invo_referral_id to ssd_cin_episodes.cine_referral_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
CREATE INDEX IF NOT EXISTS ix_ssd_involvements_invo_professional_id ON ssd_involvements (invo_professional_id);
CREATE INDEX IF NOT EXISTS ix_ssd_involvements_invo_professional_team ON ssd_involvements (invo_professional_team);
CREATE INDEX IF NOT EXISTS ix_ssd_involvements_invo_person_id ON ssd_involvements (invo_person_id);
CREATE INDEX IF NOT EXISTS ix_ssd_involvements_invo_referral_id ON ssd_involvements (invo_referral_id);
-- META-ELEMENT: {"type": "count_orphans"}
SELECT 'ssd_involvements.invo_professional_id' AS reference, COUNT(*) AS orphans FROM ssd_involvements AS child WHERE child.invo_professional_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_professionals AS parent WHERE parent.prof_professional_id = child.invo_professional_id);
SELECT 'ssd_involvements.invo_professional_team' AS reference, COUNT(*) AS orphans FROM ssd_involvements AS child WHERE child.invo_professional_team IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_department AS parent WHERE parent.dept_team_id = child.invo_professional_team);
SELECT 'ssd_involvements.invo_referral_id' AS reference, COUNT(*) AS orphans FROM ssd_involvements AS child WHERE child.invo_referral_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_cin_episodes AS parent WHERE parent.cine_referral_id = child.invo_referral_id);
