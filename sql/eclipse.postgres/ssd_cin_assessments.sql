-- META-ELEMENT: {"type": "header"}
-- ssd_cin_assessments for Eclipse on PostgreSQL (10 or later), for reading: the script that is run is eclipse.postgres.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_cin_assessments"}
-- META-ELEMENT: {"type": "create_table"}
CREATE TABLE IF NOT EXISTS ssd_cin_assessments (
  cina_assessment_id varchar(48) NOT NULL, -- metadata={"item_ref":"CINA001A"}
  cina_person_id varchar(48) NOT NULL, -- metadata={"item_ref":"CINA002A"}
  cina_referral_id varchar(48) NULL, -- metadata={"item_ref":"CINA010A"}
  cina_assessment_start_date timestamp NULL, -- metadata={"item_ref":"CINA003A"}
  cina_assessment_child_seen char(1) NULL, -- metadata={"item_ref":"CINA004A"}
  cina_assessment_auth_date timestamp NULL, -- metadata={"item_ref":"CINA005A"}
  cina_assessment_outcome_json varchar(1000) NULL, -- metadata={"item_ref":"CINA006A"}
  cina_assessment_outcome_nfa char(1) NULL, -- metadata={"item_ref":"CINA009A"}
  cina_assessment_team varchar(48) NULL, -- metadata={"item_ref":"CINA007A"}
  cina_assessment_worker_id varchar(48) NULL, -- metadata={"item_ref":"CINA008A"}
  CONSTRAINT pk_ssd_cin_assessments PRIMARY KEY (cina_assessment_id)
);
-- META-ELEMENT: {"type": "insert_data"}
WITH assessment AS (
  SELECT f.instanceid AS instanceid, f.answerforsubjectid AS personid, concat(CAST(f.answerforsubjectid AS text), '-', CAST(f.instanceid AS text)) AS assessmentid, date_trunc('day', MAX(f.datecompleted)) AS authorised, MAX(CASE WHEN f.controlname = 'SeenAlone' THEN CASE WHEN f.answervalue IN ('Child seen alone', 'Child seen with others') THEN 'Y' WHEN f.answervalue IS NOT NULL THEN 'N' END END) AS seen, MAX(CASE WHEN f.controlname = 'CINCensus_startDateOfForm' THEN CASE WHEN CASE WHEN f.answervalue LIKE '__/__/____%' THEN concat(substr(f.answervalue, 7, 4), '-', substr(f.answervalue, 4, 2), '-', substr(f.answervalue, 1, 2)) ELSE left(f.answervalue, 10) END ~ '^((19|20)[0-9]{2}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))|(19|20)(0[48]|[2468][048]|[13579][26])-02-29|2000-02-29)$' THEN CAST(CASE WHEN f.answervalue LIKE '__/__/____%' THEN concat(substr(f.answervalue, 7, 4), '-', substr(f.answervalue, 4, 2), '-', substr(f.answervalue, 1, 2)) ELSE left(f.answervalue, 10) END AS timestamp) END END) AS starts, MAX(CASE WHEN f.controlname = 'WorkerOutcome' THEN f.answervalue END) AS outcome
  FROM formanswerpersonview AS f
  WHERE f.designguid = NULL /* form_assessment */ AND f.instancestate = 'COMPLETE' AND NULLIF(btrim(f.designsubname), '') IN ('Reassessment', 'Single assessment')
  GROUP BY f.instanceid, f.answerforsubjectid
  UNION ALL
  SELECT f.instanceid AS instanceid, f.answerforsubjectid AS answerforsubjectid, concat(CAST(f.answerforsubjectid AS text), '-', CAST(f.instanceid AS text)), date_trunc('day', MAX(f.datecompleted)), MAX(CASE WHEN f.controlname = 'wasTheChildSeen' THEN CASE WHEN f.answervalue = 'Yes' THEN 'Y' WHEN f.answervalue IS NOT NULL THEN 'N' END END), MAX(CASE WHEN f.controlname = 'dateOfDocument' THEN CASE WHEN CASE WHEN f.answervalue LIKE '__/__/____%' THEN concat(substr(f.answervalue, 7, 4), '-', substr(f.answervalue, 4, 2), '-', substr(f.answervalue, 1, 2)) ELSE left(f.answervalue, 10) END ~ '^((19|20)[0-9]{2}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))|(19|20)(0[48]|[2468][048]|[13579][26])-02-29|2000-02-29)$' THEN CAST(CASE WHEN f.answervalue LIKE '__/__/____%' THEN concat(substr(f.answervalue, 7, 4), '-', substr(f.answervalue, 4, 2), '-', substr(f.answervalue, 1, 2)) ELSE left(f.answervalue, 10) END AS timestamp) END END), MAX(CASE WHEN f.controlname = 'outcomes2' THEN f.answervalue END)
  FROM formanswerpersonview AS f
  WHERE f.designguid = NULL /* form_family_help_discussion */ AND f.instancestate = 'COMPLETE'
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
INSERT INTO ssd_cin_assessments (
  cina_assessment_id, -- metadata={"item_ref":"CINA001A"}
  cina_person_id, -- metadata={"item_ref":"CINA002A"}
  cina_referral_id, -- metadata={"item_ref":"CINA010A"}
  cina_assessment_start_date, -- metadata={"item_ref":"CINA003A"}
  cina_assessment_child_seen, -- metadata={"item_ref":"CINA004A"}
  cina_assessment_auth_date, -- metadata={"item_ref":"CINA005A"}
  cina_assessment_outcome_json, -- metadata={"item_ref":"CINA006A"}
  cina_assessment_outcome_nfa, -- metadata={"item_ref":"CINA009A"}
  cina_assessment_team, -- metadata={"item_ref":"CINA007A"}
  cina_assessment_worker_id -- metadata={"item_ref":"CINA008A"}
)
SELECT
  picked.cina_assessment_id,
  picked.cina_person_id,
  picked.cina_referral_id,
  picked.cina_assessment_start_date,
  picked.cina_assessment_child_seen,
  picked.cina_assessment_auth_date,
  picked.cina_assessment_outcome_json,
  picked.cina_assessment_outcome_nfa,
  picked.cina_assessment_team,
  picked.cina_assessment_worker_id
FROM (
  SELECT
    left(NULLIF(rtrim(a.assessmentid), ''), 48) AS cina_assessment_id, -- cina_assessment_id
    CAST(a.personid AS text) AS cina_person_id, -- cina_person_id
    left(NULLIF(rtrim(ce.referralid), ''), 48) AS cina_referral_id, -- cina_referral_id
    a.starts AS cina_assessment_start_date, -- cina_assessment_start_date
    left(NULLIF(rtrim(a.seen), ''), 1) AS cina_assessment_child_seen, -- cina_assessment_child_seen
    a.authorised AS cina_assessment_auth_date, -- cina_assessment_auth_date
    replace(replace(replace(translate(concat(
      concat('{"OUTCOME_NFA_FLAG":', COALESCE('"' || replace(replace(CASE WHEN a.outcome IN ('Case Closure', 'Step down to Universal Services/Signposting', 'Advice, Guidance and signposting', 'Transfer to Early Support Plan') THEN 'Y' ELSE 'N' END, E'\\', E'\\\\'), '"', E'\\"') || '"', 'null')),
      concat(',"OUTCOME_NFA_S47_END_FLAG":', COALESCE('"' || replace(replace('N', E'\\', E'\\\\'), '"', E'\\"') || '"', 'null')),
      concat(',"OUTCOME_STRATEGY_DISCUSSION_FLAG":', COALESCE('"' || replace(replace(CASE WHEN a.outcome IN ('Progress to Child Protection', 'Recommend/Progress to Strategy discussion') THEN 'Y' ELSE 'N' END, E'\\', E'\\\\'), '"', E'\\"') || '"', 'null')),
      concat(',"OUTCOME_CLA_REQUEST_FLAG":', COALESCE('"' || replace(replace(CASE WHEN a.outcome IN ('Recommend Child looked after planning', 'Privately fostered child', 'Recommend Children and Young People in Care planning') THEN 'Y' ELSE 'N' END, E'\\', E'\\\\'), '"', E'\\"') || '"', 'null')),
      concat(',"OUTCOME_PRIVATE_FOSTERING_FLAG":', COALESCE('"' || replace(replace(CASE WHEN a.outcome = 'Privately fostered child not deemed to be child in need' THEN 'Y' ELSE 'N' END, E'\\', E'\\\\'), '"', E'\\"') || '"', 'null')),
      concat(',"OUTCOME_LEGAL_ACTION_FLAG":', COALESCE('"' || replace(replace('N', E'\\', E'\\\\'), '"', E'\\"') || '"', 'null')),
      concat(',"OUTCOME_PROV_OF_SERVICES_FLAG":', COALESCE('"' || replace(replace(CASE WHEN a.outcome IN ('Recommend Child in Need planning', 'Continue with existing plan', 'Recommend Disabled Children and Young People', 'Recommend Family Help SEND Service', 'Recommend/Progress to Family Help Discussion') THEN 'Y' ELSE 'N' END, E'\\', E'\\\\'), '"', E'\\"') || '"', 'null')),
      concat(',"OUTCOME_PROV_OF_SB_CARE_FLAG":', COALESCE('"' || replace(replace(CASE WHEN a.outcome = 'Short Break (Child in need)' THEN 'Y' ELSE 'N' END, E'\\', E'\\\\'), '"', E'\\"') || '"', 'null')),
      concat(',"OUTCOME_SPECIALIST_ASSESSMENT_FLAG":', COALESCE('"' || replace(replace('N', E'\\', E'\\\\'), '"', E'\\"') || '"', 'null')),
      concat(',"OUTCOME_REFERRAL_TO_OTHER_AGENCY_FLAG":', COALESCE('"' || replace(replace('N', E'\\', E'\\\\'), '"', E'\\"') || '"', 'null')),
      concat(',"OUTCOME_OTHER_ACTIONS_FLAG":', COALESCE('"' || replace(replace('N', E'\\', E'\\\\'), '"', E'\\"') || '"', 'null')),
      concat(',"OTHER_OUTCOMES_EXIST_FLAG":', COALESCE('"' || replace(replace(CASE WHEN a.outcome IN ('Refer to Early Intervention', 'Transfer (CIN / CP / CLA)') THEN 'Y' ELSE 'N' END, E'\\', E'\\\\'), '"', E'\\"') || '"', 'null')),
      concat(',"TOTAL_NO_OF_OUTCOMES":', COALESCE(NULL, 'null')),
      '}'), concat(chr(1), chr(2), chr(3), chr(4), chr(5), chr(6), chr(7), chr(8), chr(11), chr(12), chr(14), chr(15), chr(16), chr(17), chr(18), chr(19), chr(20), chr(21), chr(22), chr(23), chr(24), chr(25), chr(26), chr(27), chr(28), chr(29), chr(30), chr(31)), '                            '), chr(13), E'\\r'), chr(10), E'\\n'), chr(9), E'\\t') AS cina_assessment_outcome_json, -- cina_assessment_outcome_json
    CASE WHEN a.outcome IN ('Case Closure', 'Step down to Universal Services/Signposting', 'Advice, Guidance and signposting', 'Transfer to Early Support Plan') THEN 'Y' ELSE 'N' END AS cina_assessment_outcome_nfa, -- cina_assessment_outcome_nfa
    CAST(tm.teamid AS text) AS cina_assessment_team, -- cina_assessment_team
    CAST(wk.workerid AS text) AS cina_assessment_worker_id, -- cina_assessment_worker_id
    ROW_NUMBER() OVER (PARTITION BY a.assessmentid ORDER BY a.authorised DESC NULLS LAST, a.assessmentid, a.personid, ce.referralid, a.starts, a.seen, a.outcome, tm.teamid, wk.workerid) AS ssd_row
  FROM assessment AS a
  LEFT JOIN cin_episode AS ce ON ce.personid = a.personid AND ce.opened <= a.starts AND COALESCE(ce.next_opened, TIMESTAMP '9999-12-31 00:00:00') > a.starts
  LEFT JOIN LATERAL (SELECT wk.* FROM worker AS wk WHERE wk.personid = a.personid AND wk.starts <= a.starts AND COALESCE(wk.ends, TIMESTAMP '9999-12-31 00:00:00') > a.starts ORDER BY wk.starts DESC NULLS LAST, wk.id DESC NULLS LAST, wk.workerid LIMIT 1) AS wk ON TRUE
  LEFT JOIN LATERAL (SELECT tm.* FROM team AS tm WHERE tm.personid = a.personid AND tm.starts <= a.starts AND COALESCE(tm.ends, TIMESTAMP '9999-12-31 00:00:00') > a.starts ORDER BY tm.starts DESC NULLS LAST, tm.id DESC NULLS LAST, tm.teamid LIMIT 1) AS tm ON TRUE
  WHERE EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(a.personid AS text))
    AND NULLIF(rtrim(a.assessmentid), '') IS NOT NULL
    AND a.personid IS NOT NULL
) AS picked
WHERE picked.ssd_row = 1;
-- META-ELEMENT: {"type": "create_fk"}
DO $ssd$ BEGIN
IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conrelid = to_regclass('ssd_cin_assessments') AND conname = 'fk_ssd_cin_assessments_cina_person_id') THEN
ALTER TABLE ssd_cin_assessments ADD CONSTRAINT fk_ssd_cin_assessments_cina_person_id FOREIGN KEY (cina_person_id) REFERENCES ssd_person (pers_person_id);
END IF;
END $ssd$;
-- not enforced: cina_referral_id to ssd_cin_episodes.cine_referral_id, an extract keeps six years, so the parent row may be absent
-- not enforced: cina_assessment_team to ssd_department.dept_team_id, an extract keeps six years, so the parent row may be absent
-- not enforced: cina_assessment_worker_id to ssd_professionals.prof_professional_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
CREATE INDEX IF NOT EXISTS ix_ssd_cin_assessments_cina_person_id ON ssd_cin_assessments (cina_person_id);
CREATE INDEX IF NOT EXISTS ix_ssd_cin_assessments_cina_referral_id ON ssd_cin_assessments (cina_referral_id);
CREATE INDEX IF NOT EXISTS ix_ssd_cin_assessments_cina_assessment_team ON ssd_cin_assessments (cina_assessment_team);
CREATE INDEX IF NOT EXISTS ix_ssd_cin_assessments_cina_assessment_worker_id ON ssd_cin_assessments (cina_assessment_worker_id);
-- META-ELEMENT: {"type": "count_orphans"}
SELECT 'ssd_cin_assessments.cina_referral_id' AS reference, COUNT(*) AS orphans FROM ssd_cin_assessments AS child WHERE child.cina_referral_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_cin_episodes AS parent WHERE parent.cine_referral_id = child.cina_referral_id);
SELECT 'ssd_cin_assessments.cina_assessment_team' AS reference, COUNT(*) AS orphans FROM ssd_cin_assessments AS child WHERE child.cina_assessment_team IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_department AS parent WHERE parent.dept_team_id = child.cina_assessment_team);
SELECT 'ssd_cin_assessments.cina_assessment_worker_id' AS reference, COUNT(*) AS orphans FROM ssd_cin_assessments AS child WHERE child.cina_assessment_worker_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_professionals AS parent WHERE parent.prof_professional_id = child.cina_assessment_worker_id);
