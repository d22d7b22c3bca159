-- META-ELEMENT: {"type": "header"}
-- ssd_cp_reviews for Eclipse on PostgreSQL (10 or later), for reading: the script that is run is eclipse.postgres.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_cp_reviews"}
-- META-ELEMENT: {"type": "create_table"}
CREATE TABLE IF NOT EXISTS ssd_cp_reviews (
  cppr_cp_review_id varchar(48) NOT NULL, -- metadata={"item_ref":"CPPR001A"}
  cppr_person_id varchar(48) NULL, -- metadata={"item_ref":"CPPR008A"}
  cppr_cp_plan_id varchar(48) NULL, -- metadata={"item_ref":"CPPR002A"}
  cppr_cp_review_due timestamp NULL, -- metadata={"item_ref":"CPPR003A"}
  cppr_cp_review_date timestamp NULL, -- metadata={"item_ref":"CPPR004A"}
  cppr_cp_review_meeting_id varchar(48) NULL, -- metadata={"item_ref":"CPPR009A"}
  cppr_cp_review_outcome_continue_cp char(1) NULL, -- metadata={"item_ref":"CPPR005A"}
  cppr_cp_review_quorate char(100) NULL, -- metadata={"item_ref":"CPPR006A"}
  cppr_cp_review_participation char(100) NULL, -- metadata={"item_ref":"CPPR007A"}
  CONSTRAINT pk_ssd_cp_reviews PRIMARY KEY (cppr_cp_review_id)
);
-- META-ELEMENT: {"type": "insert_data"}
WITH cp_meeting_form AS (
  SELECT f.instanceid AS instanceid, f.answerforsubjectid AS personid, MAX(NULLIF(btrim(f.designsubname), '')) AS subname, concat(CAST(f.answerforsubjectid AS text), '-', CAST(f.instanceid AS text)) AS meetingid, MAX(CASE WHEN f.controlname = '903Return_dateOfMeetingConference' THEN CASE WHEN CASE WHEN f.answervalue LIKE '__/__/____%' THEN concat(substr(f.answervalue, 7, 4), '-', substr(f.answervalue, 4, 2), '-', substr(f.answervalue, 1, 2)) ELSE left(f.answervalue, 10) END ~ '^((19|20)[0-9]{2}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))|(19|20)(0[48]|[2468][048]|[13579][26])-02-29|2000-02-29)$' THEN CAST(CASE WHEN f.answervalue LIKE '__/__/____%' THEN concat(substr(f.answervalue, 7, 4), '-', substr(f.answervalue, 4, 2), '-', substr(f.answervalue, 1, 2)) ELSE left(f.answervalue, 10) END AS timestamp) END END) AS met, MAX(CASE WHEN f.controlname = 'AnnexAReturn_typeOfMeeting' AND f.answervalue IN ('Child Protection (Initial child protection conference)', 'Child Protection (Transfer in conference)') THEN f.answervalue END) AS initial_type, MAX(CASE WHEN f.controlname = 'ChildProtectionNextStep' THEN f.answervalue END) AS next_step, MAX(CASE WHEN f.controlname = 'dateofnextplanmeetingreview_35' THEN CASE WHEN CASE WHEN f.answervalue LIKE '__/__/____%' THEN concat(substr(f.answervalue, 7, 4), '-', substr(f.answervalue, 4, 2), '-', substr(f.answervalue, 1, 2)) ELSE left(f.answervalue, 10) END ~ '^((19|20)[0-9]{2}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))|(19|20)(0[48]|[2468][048]|[13579][26])-02-29|2000-02-29)$' THEN CAST(CASE WHEN f.answervalue LIKE '__/__/____%' THEN concat(substr(f.answervalue, 7, 4), '-', substr(f.answervalue, 4, 2), '-', substr(f.answervalue, 1, 2)) ELSE left(f.answervalue, 10) END AS timestamp) END END) AS next_review
  FROM formanswerpersonview AS f
  WHERE f.designguid = NULL /* form_cp_meeting */ AND f.instancestate = 'COMPLETE' AND NULLIF(btrim(f.designsubname), '') IN ('Child Protection - Initial Conference', 'Child Protection - Review Conference')
  GROUP BY f.instanceid, f.answerforsubjectid
),
review_conference AS (
  SELECT c.instanceid AS instanceid, c.personid AS personid, c.meetingid AS meetingid, c.met AS met, c.next_step AS next_step, LAG(c.next_review) OVER (PARTITION BY c.personid ORDER BY c.met, c.instanceid) AS due
  FROM cp_meeting_form AS c
  WHERE c.subname = 'Child Protection - Review Conference'
),
iro_qa_form AS (
  SELECT f.instanceid AS instanceid, f.answerforsubjectid AS personid, MAX(NULLIF(btrim(f.designsubname), '')) AS subname, MAX(CASE WHEN f.controlname = 'dateOfMeeting' THEN CASE WHEN CASE WHEN f.answervalue LIKE '__/__/____%' THEN concat(substr(f.answervalue, 7, 4), '-', substr(f.answervalue, 4, 2), '-', substr(f.answervalue, 1, 2)) ELSE left(f.answervalue, 10) END ~ '^((19|20)[0-9]{2}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))|(19|20)(0[48]|[2468][048]|[13579][26])-02-29|2000-02-29)$' THEN CAST(CASE WHEN f.answervalue LIKE '__/__/____%' THEN concat(substr(f.answervalue, 7, 4), '-', substr(f.answervalue, 4, 2), '-', substr(f.answervalue, 1, 2)) ELSE left(f.answervalue, 10) END AS timestamp) END END) AS met, MAX(CASE WHEN f.controlname = 'howWasTheChildAbleToContributeTheirViewsToTheReview' THEN f.shortanswervalue END) AS participation_cla, MAX(CASE WHEN f.controlname = 'howwasthechildabletocontributetheirviewstotheconference_4' THEN f.shortanswervalue END) AS participation_cp
  FROM formanswerpersonview AS f
  WHERE f.designguid = NULL /* form_iro_qa */ AND f.instancestate = 'COMPLETE' AND NULLIF(btrim(f.designsubname), '') IN ('Child/young person in care review', 'Child protection conference')
  GROUP BY f.instanceid, f.answerforsubjectid
),
iro_qa AS (
  SELECT q.personid AS personid, q.subname AS subname, q.met AS met, q.participation_cla AS participation_cla, q.participation_cp AS participation_cp
  FROM (SELECT f.personid AS personid, f.subname AS subname, f.met AS met, f.participation_cla AS participation_cla, f.participation_cp AS participation_cp, ROW_NUMBER() OVER (PARTITION BY f.personid, f.subname, f.met ORDER BY f.instanceid DESC NULLS LAST) AS place FROM iro_qa_form AS f) AS q
  WHERE q.place = 1
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
INSERT INTO ssd_cp_reviews (
  cppr_cp_review_id, -- metadata={"item_ref":"CPPR001A"}
  cppr_person_id, -- metadata={"item_ref":"CPPR008A"}
  cppr_cp_plan_id, -- metadata={"item_ref":"CPPR002A"}
  cppr_cp_review_due, -- metadata={"item_ref":"CPPR003A"}
  cppr_cp_review_date, -- metadata={"item_ref":"CPPR004A"}
  cppr_cp_review_meeting_id, -- metadata={"item_ref":"CPPR009A"}
  cppr_cp_review_outcome_continue_cp, -- metadata={"item_ref":"CPPR005A"}
  cppr_cp_review_quorate, -- metadata={"item_ref":"CPPR006A"}
  cppr_cp_review_participation -- metadata={"item_ref":"CPPR007A"}
)
SELECT
  picked.cppr_cp_review_id,
  picked.cppr_person_id,
  picked.cppr_cp_plan_id,
  picked.cppr_cp_review_due,
  picked.cppr_cp_review_date,
  picked.cppr_cp_review_meeting_id,
  picked.cppr_cp_review_outcome_continue_cp,
  picked.cppr_cp_review_quorate,
  picked.cppr_cp_review_participation
FROM (
  SELECT
    left(NULLIF(rtrim(rv.meetingid), ''), 48) AS cppr_cp_review_id, -- cppr_cp_review_id
    CAST(rv.personid AS text) AS cppr_person_id, -- cppr_person_id
    CAST(cp.planid AS text) AS cppr_cp_plan_id, -- cppr_cp_plan_id
    rv.due AS cppr_cp_review_due, -- cppr_cp_review_due
    rv.met AS cppr_cp_review_date, -- cppr_cp_review_date
    CAST(rv.instanceid AS text) AS cppr_cp_review_meeting_id, -- cppr_cp_review_meeting_id
    CASE rv.next_step WHEN 'Set next review' THEN 'Y' ELSE 'N' END AS cppr_cp_review_outcome_continue_cp, -- cppr_cp_review_outcome_continue_cp
    'Y' AS cppr_cp_review_quorate, -- cppr_cp_review_quorate
    left(NULLIF(rtrim(qa.participation_cp), ''), 100) AS cppr_cp_review_participation, -- cppr_cp_review_participation
    ROW_NUMBER() OVER (PARTITION BY rv.meetingid ORDER BY rv.meetingid, rv.personid, cp.planid, rv.due, rv.met, rv.instanceid, rv.next_step, qa.participation_cp) AS ssd_row
  FROM review_conference AS rv
  LEFT JOIN iro_qa AS qa ON qa.personid = rv.personid AND qa.met = rv.met AND qa.subname = 'Child protection conference'
  LEFT JOIN cp_plan AS cp ON cp.personid = rv.personid AND cp.starts <= rv.met AND COALESCE(cp.ends, CAST(current_setting('ssd.today') AS timestamp)) >= rv.met
  WHERE EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(rv.personid AS text))
    AND NULLIF(rtrim(rv.meetingid), '') IS NOT NULL
) AS picked
WHERE picked.ssd_row = 1;
-- META-ELEMENT: {"type": "create_fk"}
DO $ssd$ BEGIN
IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conrelid = to_regclass('ssd_cp_reviews') AND conname = 'fk_ssd_cp_reviews_cppr_person_id') THEN
ALTER TABLE ssd_cp_reviews ADD CONSTRAINT fk_ssd_cp_reviews_cppr_person_id FOREIGN KEY (cppr_person_id) REFERENCES ssd_person (pers_person_id);
END IF;
END $ssd$;
-- not enforced: cppr_cp_plan_id to ssd_cp_plans.cppl_cp_plan_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
CREATE INDEX IF NOT EXISTS ix_ssd_cp_reviews_cppr_person_id ON ssd_cp_reviews (cppr_person_id);
CREATE INDEX IF NOT EXISTS ix_ssd_cp_reviews_cppr_cp_plan_id ON ssd_cp_reviews (cppr_cp_plan_id);
-- META-ELEMENT: {"type": "count_orphans"}
SELECT 'ssd_cp_reviews.cppr_cp_plan_id' AS reference, COUNT(*) AS orphans FROM ssd_cp_reviews AS child WHERE child.cppr_cp_plan_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_cp_plans AS parent WHERE parent.cppl_cp_plan_id = child.cppr_cp_plan_id);
