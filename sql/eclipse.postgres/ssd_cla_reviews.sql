-- META-ELEMENT: {"type": "header"}
-- ssd_cla_reviews for Eclipse on PostgreSQL (10 or later), for reading: the script that is run is eclipse.postgres.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_reviews"}
-- META-ELEMENT: {"type": "create_table"}
CREATE TABLE IF NOT EXISTS ssd_cla_reviews (
  clar_cla_review_id varchar(48) NOT NULL, -- metadata={"item_ref":"CLAR001A"}
  clar_cla_id varchar(48) NULL, -- metadata={"item_ref":"CLAR011A"}
  clar_cla_review_due_date timestamp NULL, -- metadata={"item_ref":"CLAR003A"}
  clar_cla_review_date timestamp NULL, -- metadata={"item_ref":"CLAR004A"}
  clar_cla_review_cancelled char(1) NULL, -- metadata={"item_ref":"CLAR012A"}
  clar_cla_review_participation varchar(100) NULL, -- metadata={"item_ref":"CLAR007A"}
  CONSTRAINT pk_ssd_cla_reviews PRIMARY KEY (clar_cla_review_id)
);
-- META-ELEMENT: {"type": "insert_data"}
WITH review_form AS (
  SELECT f.instanceid AS instanceid, f.answerforsubjectid AS personid, concat(CAST(f.answerforsubjectid AS text), '-', CAST(f.instanceid AS text)) AS reviewid, MAX(CASE WHEN f.controlname = 'dateOfReview' THEN CASE WHEN CASE WHEN f.answervalue LIKE '__/__/____%' THEN concat(substr(f.answervalue, 7, 4), '-', substr(f.answervalue, 4, 2), '-', substr(f.answervalue, 1, 2)) ELSE left(f.answervalue, 10) END ~ '^((19|20)[0-9]{2}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))|(19|20)(0[48]|[2468][048]|[13579][26])-02-29|2000-02-29)$' THEN CAST(CASE WHEN f.answervalue LIKE '__/__/____%' THEN concat(substr(f.answervalue, 7, 4), '-', substr(f.answervalue, 4, 2), '-', substr(f.answervalue, 1, 2)) ELSE left(f.answervalue, 10) END AS timestamp) END END) AS reviewed, MAX(CASE WHEN f.controlname = 'dateOfNextReview' THEN CASE WHEN CASE WHEN f.answervalue LIKE '__/__/____%' THEN concat(substr(f.answervalue, 7, 4), '-', substr(f.answervalue, 4, 2), '-', substr(f.answervalue, 1, 2)) ELSE left(f.answervalue, 10) END ~ '^((19|20)[0-9]{2}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))|(19|20)(0[48]|[2468][048]|[13579][26])-02-29|2000-02-29)$' THEN CAST(CASE WHEN f.answervalue LIKE '__/__/____%' THEN concat(substr(f.answervalue, 7, 4), '-', substr(f.answervalue, 4, 2), '-', substr(f.answervalue, 1, 2)) ELSE left(f.answervalue, 10) END AS timestamp) END END) AS next_review
  FROM formanswerpersonview AS f
  WHERE f.designguid = NULL /* form_iro_decisions */ AND f.instancestate = 'COMPLETE'
  GROUP BY f.instanceid, f.answerforsubjectid
),
care_period AS (
  SELECT d.personid AS personid, d.periodid AS periodid, d.starts AS starts, d.ends AS ends, LEAD(d.starts) OVER (PARTITION BY d.personid ORDER BY d.starts, d.periodid, d.ends) AS next_starts
  FROM (SELECT DISTINCT p.personid AS personid, p.periodofcareid AS periodid, date_trunc('day', p.admissiondate) AS starts, date_trunc('day', p.dischargedate) AS ends FROM claperiodofcareview AS p WHERE p.admissiondate IS NOT NULL) AS d
),
review AS (
  SELECT r.personid AS personid, r.reviewid AS reviewid, r.reviewed AS reviewed, pc.periodid AS periodid, LAG(r.next_review) OVER (PARTITION BY r.personid, pc.periodid ORDER BY r.reviewed, r.instanceid) AS due
  FROM review_form AS r
  LEFT JOIN care_period AS pc ON pc.personid = r.personid AND pc.starts <= r.reviewed AND COALESCE(pc.next_starts, TIMESTAMP '9999-12-31 00:00:00') > r.reviewed AND COALESCE(pc.ends, CAST(current_setting('ssd.today') AS timestamp)) >= r.reviewed
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
)
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
INSERT INTO ssd_cla_reviews (
  clar_cla_review_id, -- metadata={"item_ref":"CLAR001A"}
  clar_cla_id, -- metadata={"item_ref":"CLAR011A"}
  clar_cla_review_due_date, -- metadata={"item_ref":"CLAR003A"}
  clar_cla_review_date, -- metadata={"item_ref":"CLAR004A"}
  clar_cla_review_cancelled, -- metadata={"item_ref":"CLAR012A"}
  clar_cla_review_participation -- metadata={"item_ref":"CLAR007A"}
)
SELECT
  picked.clar_cla_review_id,
  picked.clar_cla_id,
  picked.clar_cla_review_due_date,
  picked.clar_cla_review_date,
  picked.clar_cla_review_cancelled,
  picked.clar_cla_review_participation
FROM (
  SELECT
    left(NULLIF(rtrim(rv.reviewid), ''), 48) AS clar_cla_review_id, -- clar_cla_review_id
    CAST(rv.periodid AS text) AS clar_cla_id, -- clar_cla_id
    CASE WHEN rv.periodid IS NOT NULL THEN rv.due END AS clar_cla_review_due_date, -- clar_cla_review_due_date
    rv.reviewed AS clar_cla_review_date, -- clar_cla_review_date
    'N' AS clar_cla_review_cancelled, -- clar_cla_review_cancelled
    left(NULLIF(rtrim(qa.participation_cla), ''), 100) AS clar_cla_review_participation, -- clar_cla_review_participation
    ROW_NUMBER() OVER (PARTITION BY rv.reviewid ORDER BY rv.reviewid, rv.periodid, rv.due, rv.reviewed, qa.participation_cla) AS ssd_row
  FROM review AS rv
  LEFT JOIN iro_qa AS qa ON qa.personid = rv.personid AND qa.met = rv.reviewed AND qa.subname = 'Child/young person in care review'
  WHERE EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(rv.personid AS text))
    AND NULLIF(rtrim(rv.reviewid), '') IS NOT NULL
) AS picked
WHERE picked.ssd_row = 1;
