-- META-ELEMENT: {"type": "header"}
-- ssd_care_leavers for Eclipse on PostgreSQL (10 or later), for reading: the script that is run is eclipse.postgres.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_care_leavers"}
-- META-ELEMENT: {"type": "create_table"}
CREATE TABLE IF NOT EXISTS ssd_care_leavers (
  clea_table_id varchar(48) NOT NULL, -- metadata={"item_ref":"CLEA001A"}
  clea_person_id varchar(48) NOT NULL, -- metadata={"item_ref":"CLEA002A"}
  clea_care_leaver_eligibility varchar(100) NULL, -- metadata={"item_ref":"CLEA003A"}
  clea_care_leaver_in_touch varchar(100) NULL, -- metadata={"item_ref":"CLEA004A"}
  clea_care_leaver_latest_contact timestamp NULL, -- metadata={"item_ref":"CLEA005A"}
  clea_care_leaver_accommodation varchar(100) NULL, -- metadata={"item_ref":"CLEA006A"}
  clea_care_leaver_accom_suitable varchar(100) NULL, -- metadata={"item_ref":"CLEA007A"}
  clea_care_leaver_activity varchar(100) NULL, -- metadata={"item_ref":"CLEA008A"}
  clea_pathway_plan_review_date timestamp NULL, -- metadata={"item_ref":"CLEA009A"}
  clea_care_leaver_personal_advisor varchar(100) NULL, -- metadata={"item_ref":"CLEA010A"}
  clea_care_leaver_allocated_team varchar(48) NULL, -- metadata={"item_ref":"CLEA011A"}
  clea_care_leaver_worker_id varchar(48) NULL, -- metadata={"item_ref":"CLEA012A"}
  CONSTRAINT pk_ssd_care_leavers PRIMARY KEY (clea_table_id)
);
-- META-ELEMENT: {"type": "insert_data"}
WITH pathway_plan AS (
  SELECT f.answerforsubjectid AS personid, MAX(f.dateanswervalue) AS reviewed
  FROM formanswerpersonview AS f
  WHERE f.designguid = NULL /* form_pathway_plan */ AND f.instancestate = 'COMPLETE' AND f.controlname = 'dateOfPathwayPlan'
  GROUP BY f.answerforsubjectid
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
INSERT INTO ssd_care_leavers (
  clea_table_id, -- metadata={"item_ref":"CLEA001A"}
  clea_person_id, -- metadata={"item_ref":"CLEA002A"}
  clea_care_leaver_eligibility, -- metadata={"item_ref":"CLEA003A"}
  clea_care_leaver_in_touch, -- metadata={"item_ref":"CLEA004A"}
  clea_care_leaver_latest_contact, -- metadata={"item_ref":"CLEA005A"}
  clea_care_leaver_accommodation, -- metadata={"item_ref":"CLEA006A"}
  clea_care_leaver_accom_suitable, -- metadata={"item_ref":"CLEA007A"}
  clea_care_leaver_activity, -- metadata={"item_ref":"CLEA008A"}
  clea_pathway_plan_review_date, -- metadata={"item_ref":"CLEA009A"}
  clea_care_leaver_personal_advisor, -- metadata={"item_ref":"CLEA010A"}
  clea_care_leaver_allocated_team, -- metadata={"item_ref":"CLEA011A"}
  clea_care_leaver_worker_id -- metadata={"item_ref":"CLEA012A"}
)
SELECT
  picked.clea_table_id,
  picked.clea_person_id,
  picked.clea_care_leaver_eligibility,
  picked.clea_care_leaver_in_touch,
  picked.clea_care_leaver_latest_contact,
  picked.clea_care_leaver_accommodation,
  picked.clea_care_leaver_accom_suitable,
  picked.clea_care_leaver_activity,
  picked.clea_pathway_plan_review_date,
  picked.clea_care_leaver_personal_advisor,
  picked.clea_care_leaver_allocated_team,
  picked.clea_care_leaver_worker_id
FROM (
  SELECT
    numbered.clea_table_id,
    numbered.clea_person_id,
    numbered.clea_care_leaver_eligibility,
    numbered.clea_care_leaver_in_touch,
    numbered.clea_care_leaver_latest_contact,
    numbered.clea_care_leaver_accommodation,
    numbered.clea_care_leaver_accom_suitable,
    numbered.clea_care_leaver_activity,
    numbered.clea_pathway_plan_review_date,
    numbered.clea_care_leaver_personal_advisor,
    numbered.clea_care_leaver_allocated_team,
    numbered.clea_care_leaver_worker_id,
    ROW_NUMBER() OVER (PARTITION BY numbered.clea_table_id ORDER BY numbered.ssd_place) AS ssd_key_row
  FROM (
  SELECT
    CAST(cl.careleaverid AS text) AS clea_table_id, -- clea_table_id
    CAST(cl.personid AS text) AS clea_person_id, -- clea_person_id
    left(NULLIF(rtrim(cl.eligibility), ''), 100) AS clea_care_leaver_eligibility, -- clea_care_leaver_eligibility
    left(NULLIF(rtrim(cl.intouchcode), ''), 100) AS clea_care_leaver_in_touch, -- clea_care_leaver_in_touch
    date_trunc('day', cl.contactdate) AS clea_care_leaver_latest_contact, -- clea_care_leaver_latest_contact
    left(NULLIF(rtrim(cl.accomodationcode), ''), 100) AS clea_care_leaver_accommodation, -- clea_care_leaver_accommodation
    CASE cl.accomsuitable WHEN 'Accommodation considered suitable' THEN '1' WHEN 'Accommodation considered unsuitable' THEN '2' END AS clea_care_leaver_accom_suitable, -- clea_care_leaver_accom_suitable
    left(NULLIF(rtrim(cl.mainactivitycode), ''), 100) AS clea_care_leaver_activity, -- clea_care_leaver_activity
    pp.reviewed AS clea_pathway_plan_review_date, -- clea_pathway_plan_review_date
    CAST(wk.workerid AS text) AS clea_care_leaver_personal_advisor, -- clea_care_leaver_personal_advisor
    CAST(tm.teamid AS text) AS clea_care_leaver_allocated_team, -- clea_care_leaver_allocated_team
    CAST(wk.workerid AS text) AS clea_care_leaver_worker_id, -- clea_care_leaver_worker_id
    ROW_NUMBER() OVER (PARTITION BY cl.personid ORDER BY cl.contactdate DESC NULLS LAST, cl.careleaverid DESC NULLS LAST, cl.personid, cl.eligibility, cl.intouchcode, cl.accomodationcode, cl.accomsuitable, cl.mainactivitycode, pp.reviewed, wk.workerid, tm.teamid) AS ssd_row,
    ROW_NUMBER() OVER (ORDER BY cl.contactdate DESC NULLS LAST, cl.careleaverid DESC NULLS LAST, cl.personid, cl.eligibility, cl.intouchcode, cl.accomodationcode, cl.accomsuitable, cl.mainactivitycode, pp.reviewed, wk.workerid, tm.teamid) AS ssd_place
  FROM clacareleaverdetailsview AS cl
  LEFT JOIN pathway_plan AS pp ON pp.personid = cl.personid
  LEFT JOIN LATERAL (SELECT wk.* FROM worker AS wk WHERE wk.personid = cl.personid AND wk.starts <= date_trunc('day', cl.contactdate) AND COALESCE(wk.ends, TIMESTAMP '9999-12-31 00:00:00') >= date_trunc('day', cl.contactdate) ORDER BY wk.starts DESC NULLS LAST, wk.id DESC NULLS LAST, wk.workerid LIMIT 1) AS wk ON TRUE
  LEFT JOIN LATERAL (SELECT tm.* FROM team AS tm WHERE tm.personid = cl.personid AND tm.starts <= date_trunc('day', cl.contactdate) AND COALESCE(tm.ends, TIMESTAMP '9999-12-31 00:00:00') >= date_trunc('day', cl.contactdate) ORDER BY tm.starts DESC NULLS LAST, tm.id DESC NULLS LAST, tm.teamid LIMIT 1) AS tm ON TRUE
  WHERE EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(cl.personid AS text))
    AND cl.careleaverid IS NOT NULL
    AND cl.personid IS NOT NULL
) AS numbered
WHERE numbered.ssd_row = 1
) AS picked
WHERE picked.ssd_key_row = 1;
-- META-ELEMENT: {"type": "create_fk"}
DO $ssd$ BEGIN
IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conrelid = to_regclass('ssd_care_leavers') AND conname = 'fk_ssd_care_leavers_clea_person_id') THEN
ALTER TABLE ssd_care_leavers ADD CONSTRAINT fk_ssd_care_leavers_clea_person_id FOREIGN KEY (clea_person_id) REFERENCES ssd_person (pers_person_id);
END IF;
END $ssd$;
-- not enforced: clea_care_leaver_allocated_team to ssd_department.dept_team_id, an extract keeps six years, so the parent row may be absent
-- not enforced: clea_care_leaver_worker_id to ssd_professionals.prof_professional_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
CREATE INDEX IF NOT EXISTS ix_ssd_care_leavers_clea_person_id ON ssd_care_leavers (clea_person_id);
CREATE INDEX IF NOT EXISTS ix_ssd_care_leavers_clea_care_leaver_allocated_team ON ssd_care_leavers (clea_care_leaver_allocated_team);
CREATE INDEX IF NOT EXISTS ix_ssd_care_leavers_clea_care_leaver_worker_id ON ssd_care_leavers (clea_care_leaver_worker_id);
-- META-ELEMENT: {"type": "count_orphans"}
SELECT 'ssd_care_leavers.clea_care_leaver_allocated_team' AS reference, COUNT(*) AS orphans FROM ssd_care_leavers AS child WHERE child.clea_care_leaver_allocated_team IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_department AS parent WHERE parent.dept_team_id = child.clea_care_leaver_allocated_team);
SELECT 'ssd_care_leavers.clea_care_leaver_worker_id' AS reference, COUNT(*) AS orphans FROM ssd_care_leavers AS child WHERE child.clea_care_leaver_worker_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_professionals AS parent WHERE parent.prof_professional_id = child.clea_care_leaver_worker_id);
