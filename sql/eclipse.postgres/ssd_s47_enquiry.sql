-- META-ELEMENT: {"type": "header"}
-- ssd_s47_enquiry for Eclipse on PostgreSQL (10 or later), for reading: the script that is run is eclipse.postgres.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_s47_enquiry"}
-- META-ELEMENT: {"type": "create_table"}
CREATE TABLE IF NOT EXISTS ssd_s47_enquiry (
  s47e_s47_enquiry_id varchar(48) NOT NULL, -- metadata={"item_ref":"S47E001A"}
  s47e_referral_id varchar(48) NULL, -- metadata={"item_ref":"S47E010A"}
  s47e_person_id varchar(48) NOT NULL, -- metadata={"item_ref":"S47E002A"}
  s47e_s47_start_date timestamp NULL, -- metadata={"item_ref":"S47E004A"}
  s47e_s47_end_date timestamp NULL, -- metadata={"item_ref":"S47E005A"}
  s47e_s47_nfa char(1) NULL, -- metadata={"item_ref":"S47E006A"}
  s47e_s47_outcome_json varchar(1000) NULL, -- metadata={"item_ref":"S47E007A"}
  s47e_s47_completed_by_worker_id varchar(48) NULL, -- metadata={"item_ref":"S47E008A"}
  s47e_s47_completed_by_team varchar(48) NULL, -- metadata={"item_ref":"S47E009A"}
  CONSTRAINT pk_ssd_s47_enquiry PRIMARY KEY (s47e_s47_enquiry_id)
);
-- META-ELEMENT: {"type": "insert_data"}
WITH s47_form AS (
  SELECT f.instanceid AS instanceid, f.answerforsubjectid AS personid, concat(CAST(f.answerforsubjectid AS text), '-', CAST(f.instanceid AS text)) AS enquiryid, date_trunc('day', MAX(f.datecompleted)) AS completed, MAX(CASE WHEN f.controlname = 'AnnexAReturn_dateOfStratMeeting' THEN date_trunc('day', f.dateanswervalue) END) AS starts, MAX(CASE WHEN f.controlname IN ('CINCensus_unsubWhatNeedsToHappenNext', 'CINCensus_whatNeedsToHappenNext') THEN f.answervalue END) AS outcome, MAX(CASE WHEN f.controlname = 'CINCensus_outcomeOfSection47Enquiry' THEN f.answervalue END) AS summary
  FROM formanswerpersonview AS f
  WHERE f.designguid = NULL /* form_s47 */ AND f.instancestate = 'COMPLETE'
  GROUP BY f.instanceid, f.answerforsubjectid
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
)
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
INSERT INTO ssd_s47_enquiry (
  s47e_s47_enquiry_id, -- metadata={"item_ref":"S47E001A"}
  s47e_referral_id, -- metadata={"item_ref":"S47E010A"}
  s47e_person_id, -- metadata={"item_ref":"S47E002A"}
  s47e_s47_start_date, -- metadata={"item_ref":"S47E004A"}
  s47e_s47_end_date, -- metadata={"item_ref":"S47E005A"}
  s47e_s47_nfa, -- metadata={"item_ref":"S47E006A"}
  s47e_s47_outcome_json, -- metadata={"item_ref":"S47E007A"}
  s47e_s47_completed_by_worker_id, -- metadata={"item_ref":"S47E008A"}
  s47e_s47_completed_by_team -- metadata={"item_ref":"S47E009A"}
)
SELECT
  picked.s47e_s47_enquiry_id,
  picked.s47e_referral_id,
  picked.s47e_person_id,
  picked.s47e_s47_start_date,
  picked.s47e_s47_end_date,
  picked.s47e_s47_nfa,
  picked.s47e_s47_outcome_json,
  picked.s47e_s47_completed_by_worker_id,
  picked.s47e_s47_completed_by_team
FROM (
  SELECT
    left(NULLIF(rtrim(f.enquiryid), ''), 48) AS s47e_s47_enquiry_id, -- s47e_s47_enquiry_id
    left(NULLIF(rtrim(ce.referralid), ''), 48) AS s47e_referral_id, -- s47e_referral_id
    CAST(f.personid AS text) AS s47e_person_id, -- s47e_person_id
    f.starts AS s47e_s47_start_date, -- s47e_s47_start_date
    f.completed AS s47e_s47_end_date, -- s47e_s47_end_date
    CASE WHEN f.outcome = 'No further action' THEN 'Y' ELSE 'N' END AS s47e_s47_nfa, -- s47e_s47_nfa
    replace(replace(replace(translate(concat(
      concat('{"OUTCOME_NFA_FLAG":', COALESCE('"' || replace(replace(CASE WHEN f.outcome = 'No further action' THEN 'Y' ELSE 'N' END, E'\\', E'\\\\'), '"', E'\\"') || '"', 'null')),
      concat(',"OUTCOME_LEGAL_ACTION_FLAG":', COALESCE('"' || replace(replace('N', E'\\', E'\\\\'), '"', E'\\"') || '"', 'null')),
      concat(',"OUTCOME_PROV_OF_SERVICES_FLAG":', COALESCE('"' || replace(replace('N', E'\\', E'\\\\'), '"', E'\\"') || '"', 'null')),
      concat(',"OUTCOME_CP_CONFERENCE_FLAG":', COALESCE('"' || replace(replace(CASE WHEN f.outcome = 'Convene initial child protection conference' THEN 'Y' ELSE 'N' END, E'\\', E'\\\\'), '"', E'\\"') || '"', 'null')),
      concat(',"OUTCOME_NFA_CONTINUE_SINGLE_FLAG":', COALESCE('"' || replace(replace(CASE WHEN f.outcome IN ('Continue discussion and plan', 'Continue assessment / plan', 'Continue assessment and plan') THEN 'Y' ELSE 'N' END, E'\\', E'\\\\'), '"', E'\\"') || '"', 'null')),
      concat(',"OUTCOME_MONITOR_FLAG":', COALESCE('"' || replace(replace('N', E'\\', E'\\\\'), '"', E'\\"') || '"', 'null')),
      concat(',"OTHER_OUTCOMES_EXIST_FLAG":', COALESCE('"' || replace(replace(CASE WHEN f.outcome = 'Further strategy meeting' THEN 'Y' ELSE 'N' END, E'\\', E'\\\\'), '"', E'\\"') || '"', 'null')),
      concat(',"TOTAL_NO_OF_OUTCOMES":', COALESCE(NULL, 'null')),
      concat(',"OUTCOME_COMMENTS":', COALESCE('"' || replace(replace(left(NULLIF(rtrim(f.summary), ''), 350), E'\\', E'\\\\'), '"', E'\\"') || '"', 'null')),
      '}'), concat(chr(1), chr(2), chr(3), chr(4), chr(5), chr(6), chr(7), chr(8), chr(11), chr(12), chr(14), chr(15), chr(16), chr(17), chr(18), chr(19), chr(20), chr(21), chr(22), chr(23), chr(24), chr(25), chr(26), chr(27), chr(28), chr(29), chr(30), chr(31)), '                            '), chr(13), E'\\r'), chr(10), E'\\n'), chr(9), E'\\t') AS s47e_s47_outcome_json, -- s47e_s47_outcome_json
    CAST(wk.workerid AS text) AS s47e_s47_completed_by_worker_id, -- s47e_s47_completed_by_worker_id
    CAST(tm.teamid AS text) AS s47e_s47_completed_by_team, -- s47e_s47_completed_by_team
    ROW_NUMBER() OVER (PARTITION BY f.enquiryid ORDER BY f.enquiryid, ce.referralid, f.personid, f.starts, f.completed, f.outcome, f.summary, wk.workerid, tm.teamid) AS ssd_row
  FROM s47_form AS f
  LEFT JOIN cin_episode AS ce ON ce.personid = f.personid AND ce.opened <= f.starts AND COALESCE(ce.next_opened, TIMESTAMP '9999-12-31 00:00:00') > f.starts AND COALESCE(ce.ends, TIMESTAMP '9999-12-31 00:00:00') >= f.starts
  LEFT JOIN LATERAL (SELECT wk.* FROM worker AS wk WHERE wk.personid = f.personid AND wk.starts <= f.starts AND COALESCE(wk.ends, TIMESTAMP '9999-12-31 00:00:00') > f.starts ORDER BY wk.starts DESC NULLS LAST, wk.id DESC NULLS LAST, wk.workerid LIMIT 1) AS wk ON TRUE
  LEFT JOIN LATERAL (SELECT tm.* FROM team AS tm WHERE tm.personid = f.personid AND tm.starts <= f.starts AND COALESCE(tm.ends, TIMESTAMP '9999-12-31 00:00:00') > f.starts ORDER BY tm.starts DESC NULLS LAST, tm.id DESC NULLS LAST, tm.teamid LIMIT 1) AS tm ON TRUE
  WHERE EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(f.personid AS text))
    AND NULLIF(rtrim(f.enquiryid), '') IS NOT NULL
    AND f.personid IS NOT NULL
) AS picked
WHERE picked.ssd_row = 1;
-- META-ELEMENT: {"type": "create_fk"}
-- not enforced: s47e_referral_id to ssd_cin_episodes.cine_referral_id, an extract keeps six years, so the parent row may be absent
DO $ssd$ BEGIN
IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conrelid = to_regclass('ssd_s47_enquiry') AND conname = 'fk_ssd_s47_enquiry_s47e_person_id') THEN
ALTER TABLE ssd_s47_enquiry ADD CONSTRAINT fk_ssd_s47_enquiry_s47e_person_id FOREIGN KEY (s47e_person_id) REFERENCES ssd_person (pers_person_id);
END IF;
END $ssd$;
-- not enforced: s47e_s47_completed_by_worker_id to ssd_professionals.prof_professional_id, an extract keeps six years, so the parent row may be absent
-- not enforced: s47e_s47_completed_by_team to ssd_department.dept_team_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
CREATE INDEX IF NOT EXISTS ix_ssd_s47_enquiry_s47e_referral_id ON ssd_s47_enquiry (s47e_referral_id);
CREATE INDEX IF NOT EXISTS ix_ssd_s47_enquiry_s47e_person_id ON ssd_s47_enquiry (s47e_person_id);
CREATE INDEX IF NOT EXISTS ix_ssd_s47_enquiry_s47e_s47_completed_by_worker_id ON ssd_s47_enquiry (s47e_s47_completed_by_worker_id);
CREATE INDEX IF NOT EXISTS ix_ssd_s47_enquiry_s47e_s47_completed_by_team ON ssd_s47_enquiry (s47e_s47_completed_by_team);
-- META-ELEMENT: {"type": "count_orphans"}
SELECT 'ssd_s47_enquiry.s47e_referral_id' AS reference, COUNT(*) AS orphans FROM ssd_s47_enquiry AS child WHERE child.s47e_referral_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_cin_episodes AS parent WHERE parent.cine_referral_id = child.s47e_referral_id);
SELECT 'ssd_s47_enquiry.s47e_s47_completed_by_worker_id' AS reference, COUNT(*) AS orphans FROM ssd_s47_enquiry AS child WHERE child.s47e_s47_completed_by_worker_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_professionals AS parent WHERE parent.prof_professional_id = child.s47e_s47_completed_by_worker_id);
SELECT 'ssd_s47_enquiry.s47e_s47_completed_by_team' AS reference, COUNT(*) AS orphans FROM ssd_s47_enquiry AS child WHERE child.s47e_s47_completed_by_team IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_department AS parent WHERE parent.dept_team_id = child.s47e_s47_completed_by_team);
