-- META-ELEMENT: {"type": "header"}
-- ssd_early_help_episodes for Eclipse on PostgreSQL (10 or later), for reading: the script that is run is eclipse.postgres.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_early_help_episodes"}
-- META-ELEMENT: {"type": "create_table"}
CREATE TABLE IF NOT EXISTS ssd_early_help_episodes (
  earl_episode_id varchar(48) NOT NULL, -- metadata={"item_ref":"EARL001A"}
  earl_person_id varchar(48) NOT NULL, -- metadata={"item_ref":"EARL002A"}
  earl_episode_start_date timestamp NULL, -- metadata={"item_ref":"EARL003A"}
  earl_episode_end_date timestamp NULL, -- metadata={"item_ref":"EARL004A"}
  earl_episode_reason varchar(100) NULL, -- metadata={"item_ref":"EARL005A"}
  earl_episode_end_reason varchar(100) NULL, -- metadata={"item_ref":"EARL006A"}
  earl_episode_organisation varchar(100) NULL, -- metadata={"item_ref":"EARL007A"}
  earl_episode_worker_id varchar(48) NULL, -- metadata={"item_ref":"EARL008A"}
  CONSTRAINT pk_ssd_early_help_episodes PRIMARY KEY (earl_episode_id)
);
-- META-ELEMENT: {"type": "insert_data"}
WITH eh_spell AS (
  SELECT DISTINCT c.personid AS personid, c.classificationassignmentid AS spellid, date_trunc('day', c.startdate) AS starts, date_trunc('day', c.enddate) AS ends
  FROM classificationpersonview AS c
  WHERE c.status <> 'DELETED' AND c.startdate IS NOT NULL AND c.classificationcodeid IN (NULL /* early_help_codes */)
),
eh_run AS (
  SELECT m.personid AS personid, m.spellid AS spellid, m.starts AS starts, m.ends AS ends, m.begins AS begins, SUM(m.begins) OVER (PARTITION BY m.personid ORDER BY m.starts, m.ends, m.spellid ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS run
  FROM (SELECT s.personid AS personid, s.spellid AS spellid, s.starts AS starts, s.ends AS ends, CASE WHEN (s.starts - INTERVAL '1 day') <= MAX(COALESCE(s.ends, TIMESTAMP '9999-12-31 00:00:00')) OVER (PARTITION BY s.personid ORDER BY s.starts, s.ends, s.spellid ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) THEN 0 ELSE 1 END AS begins FROM eh_spell AS s) AS m
),
eh_episode AS (
  SELECT r.personid AS personid, MAX(CASE WHEN r.begins = 1 THEN r.spellid END) AS episodeid, MIN(r.starts) AS starts, CASE WHEN COUNT(r.ends) = COUNT(*) THEN MAX(r.ends) END AS ends
  FROM eh_run AS r
  GROUP BY r.personid, r.run
),
closure_form AS (
  SELECT f.instanceid AS instanceid, f.answerforsubjectid AS personid, date_trunc('day', MAX(f.datecompleted)) AS completed, MAX(CASE WHEN f.controlname IN ('dateOfClosure', 'dateCaseClosed') THEN CASE WHEN CASE WHEN f.answervalue LIKE '__/__/____%' THEN concat(substr(f.answervalue, 7, 4), '-', substr(f.answervalue, 4, 2), '-', substr(f.answervalue, 1, 2)) ELSE left(f.answervalue, 10) END ~ '^((19|20)[0-9]{2}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))|(19|20)(0[48]|[2468][048]|[13579][26])-02-29|2000-02-29)$' THEN CAST(CASE WHEN f.answervalue LIKE '__/__/____%' THEN concat(substr(f.answervalue, 7, 4), '-', substr(f.answervalue, 4, 2), '-', substr(f.answervalue, 1, 2)) ELSE left(f.answervalue, 10) END AS timestamp) END END) AS closed, MAX(CASE WHEN f.controlname IN ('AnnexA_reasonForClosure1', 'reasonForClosure1', 'reasonForCaseClosure') THEN f.answervalue END) AS reason
  FROM formanswerpersonview AS f
  WHERE f.designguid IN (NULL /* form_eh_closure */, NULL /* form_fh_closure */) AND f.instancestate = 'COMPLETE'
  GROUP BY f.instanceid, f.answerforsubjectid
),
closure AS (
  SELECT e.personid AS personid, e.episodeid AS episodeid, f.reason AS reason, ROW_NUMBER() OVER (PARTITION BY e.personid, e.episodeid ORDER BY f.completed DESC NULLS LAST, f.instanceid DESC NULLS LAST) AS place
  FROM eh_episode AS e
  INNER JOIN closure_form AS f ON f.personid = e.personid AND (f.completed = e.ends OR f.closed = e.ends)
),
referral_form AS (
  SELECT f.instanceid AS instanceid, f.answerforsubjectid AS personid, concat(CAST(f.answerforsubjectid AS text), '-', CAST(f.instanceid AS text)) AS referralid, MAX(f.submitterpersonid) AS submitterpersonid, MAX(CASE WHEN f.controlname = 'CINCensus_DateOfReferral' THEN date_trunc('day', f.dateanswervalue) END) AS referred, MAX(CASE WHEN f.controlname = 'CINCensus_ReferralSource' THEN f.answervalue END) AS referral_source, MAX(CASE WHEN f.controlname = 'CINCensus_primaryNeedCategory' THEN f.answervalue END) AS primary_need, MAX(CASE WHEN f.controlname = 'AnnexAReturn_nextSteps_agreed' THEN f.answervalue END) AS next_step
  FROM formanswerpersonview AS f
  WHERE f.designguid = NULL /* form_referral */ AND f.instancestate = 'COMPLETE'
  GROUP BY f.instanceid, f.answerforsubjectid
),
referral AS (
  SELECT r.personid AS personid, r.referred AS referred, r.primary_need AS primary_need, LEAD(r.referred) OVER (PARTITION BY r.personid ORDER BY r.referred, r.instanceid) AS next_referred
  FROM referral_form AS r
  WHERE r.referred IS NOT NULL
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
INSERT INTO ssd_early_help_episodes (
  earl_episode_id, -- metadata={"item_ref":"EARL001A"}
  earl_person_id, -- metadata={"item_ref":"EARL002A"}
  earl_episode_start_date, -- metadata={"item_ref":"EARL003A"}
  earl_episode_end_date, -- metadata={"item_ref":"EARL004A"}
  earl_episode_reason, -- metadata={"item_ref":"EARL005A"}
  earl_episode_end_reason, -- metadata={"item_ref":"EARL006A"}
  earl_episode_organisation, -- metadata={"item_ref":"EARL007A"}
  earl_episode_worker_id -- metadata={"item_ref":"EARL008A"}
)
SELECT
  picked.earl_episode_id,
  picked.earl_person_id,
  picked.earl_episode_start_date,
  picked.earl_episode_end_date,
  picked.earl_episode_reason,
  picked.earl_episode_end_reason,
  picked.earl_episode_organisation,
  picked.earl_episode_worker_id
FROM (
  SELECT
    CAST(eh.episodeid AS text) AS earl_episode_id, -- earl_episode_id
    CAST(eh.personid AS text) AS earl_person_id, -- earl_person_id
    eh.starts AS earl_episode_start_date, -- earl_episode_start_date
    eh.ends AS earl_episode_end_date, -- earl_episode_end_date
    left(NULLIF(rtrim(rf.primary_need), ''), 100) AS earl_episode_reason, -- earl_episode_reason
    left(NULLIF(rtrim(cl.reason), ''), 100) AS earl_episode_end_reason, -- earl_episode_end_reason
    CAST(tm.teamid AS text) AS earl_episode_organisation, -- earl_episode_organisation
    CAST(wk.workerid AS text) AS earl_episode_worker_id, -- earl_episode_worker_id
    ROW_NUMBER() OVER (PARTITION BY eh.episodeid ORDER BY eh.starts, eh.episodeid, eh.personid, eh.ends, rf.primary_need, cl.reason, tm.teamid, wk.workerid) AS ssd_row
  FROM eh_episode AS eh
  LEFT JOIN closure AS cl ON cl.personid = eh.personid AND cl.episodeid = eh.episodeid AND cl.place = 1
  LEFT JOIN referral AS rf ON rf.personid = eh.personid AND rf.referred <= eh.starts AND COALESCE(rf.next_referred, TIMESTAMP '9999-12-31 00:00:00') > eh.starts
  LEFT JOIN LATERAL (SELECT wk.* FROM worker AS wk WHERE wk.personid = eh.personid AND wk.starts <= COALESCE(eh.ends, CAST(current_setting('ssd.today') AS timestamp)) AND COALESCE(wk.ends, TIMESTAMP '9999-12-31 00:00:00') > eh.starts ORDER BY wk.starts DESC NULLS LAST, wk.id DESC NULLS LAST, wk.workerid LIMIT 1) AS wk ON TRUE
  LEFT JOIN LATERAL (SELECT tm.* FROM team AS tm WHERE tm.personid = eh.personid AND tm.starts <= COALESCE(eh.ends, CAST(current_setting('ssd.today') AS timestamp)) AND COALESCE(tm.ends, TIMESTAMP '9999-12-31 00:00:00') > eh.starts ORDER BY tm.starts DESC NULLS LAST, tm.id DESC NULLS LAST, tm.teamid LIMIT 1) AS tm ON TRUE
  WHERE EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(eh.personid AS text))
    AND eh.episodeid IS NOT NULL
    AND eh.personid IS NOT NULL
) AS picked
WHERE picked.ssd_row = 1;
-- META-ELEMENT: {"type": "create_fk"}
DO $ssd$ BEGIN
IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conrelid = to_regclass('ssd_early_help_episodes') AND conname = 'fk_ssd_early_help_episodes_earl_person_id') THEN
ALTER TABLE ssd_early_help_episodes ADD CONSTRAINT fk_ssd_early_help_episodes_earl_person_id FOREIGN KEY (earl_person_id) REFERENCES ssd_person (pers_person_id);
END IF;
END $ssd$;
-- not enforced: earl_episode_worker_id to ssd_professionals.prof_professional_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
CREATE INDEX IF NOT EXISTS ix_ssd_early_help_episodes_earl_person_id ON ssd_early_help_episodes (earl_person_id);
CREATE INDEX IF NOT EXISTS ix_ssd_early_help_episodes_earl_episode_worker_id ON ssd_early_help_episodes (earl_episode_worker_id);
-- META-ELEMENT: {"type": "count_orphans"}
SELECT 'ssd_early_help_episodes.earl_episode_worker_id' AS reference, COUNT(*) AS orphans FROM ssd_early_help_episodes AS child WHERE child.earl_episode_worker_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_professionals AS parent WHERE parent.prof_professional_id = child.earl_episode_worker_id);
