-- META-ELEMENT: {"type": "header"}
-- ssd_professionals for Eclipse on PostgreSQL (10 or later), for reading: the script that is run is eclipse.postgres.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_professionals"}
-- META-ELEMENT: {"type": "create_table"}
CREATE TABLE IF NOT EXISTS ssd_professionals (
  prof_professional_id varchar(48) NOT NULL, -- metadata={"item_ref":"PROF001A"}
  prof_staff_id varchar(48) NULL, -- metadata={"item_ref":"PROF010A"}
  prof_professional_name varchar(300) NULL, -- metadata={"item_ref":"PROF013A"}
  prof_social_worker_registration_no varchar(48) NULL, -- metadata={"item_ref":"PROF002A"}
  prof_professional_job_title varchar(500) NULL, -- metadata={"item_ref":"PROF007A"}
  prof_professional_caseload integer NULL, -- metadata={"item_ref":"PROF008A"}
  prof_professional_department varchar(100) NULL, -- metadata={"item_ref":"PROF012A"}
  prof_full_time_equivalency double precision NULL, -- metadata={"item_ref":"PROF011A"}
  prof_agency_worker_flag char(1) NULL, -- metadata={"item_ref":"PROF014A"}
  CONSTRAINT pk_ssd_professionals PRIMARY KEY (prof_professional_id)
);
-- META-ELEMENT: {"type": "insert_data"}
WITH latest_reference AS (
  SELECT n.personid AS personid, n.referencetype AS referencetype, n.referencetypecode AS referencetypecode, n.referencenumber AS referencenumber
  FROM (SELECT r.personid AS personid, r.referencetype AS referencetype, r.referencetypecode AS referencetypecode, r.referencenumber AS referencenumber, ROW_NUMBER() OVER (PARTITION BY r.personid, r.referencetype, r.referencetypecode ORDER BY COALESCE(r.enddate, TIMESTAMP '9999-12-31 00:00:00') DESC NULLS LAST, r.startdate DESC NULLS LAST, r.referencenumber) AS place FROM referencenumberpersonview AS r WHERE r.referencenumber IS NOT NULL) AS n
  WHERE n.place = 1
),
exclusions AS (
  SELECT p.personid AS personid
  FROM personview AS p
  WHERE 1 = 0 OR upper(p.duplicated) = 'DUPLICATE' OR upper(p.forename) LIKE '%DUPLICATE%' OR upper(p.surname) LIKE '%DUPLICATE%'
)
INSERT INTO ssd_professionals (
  prof_professional_id, -- metadata={"item_ref":"PROF001A"}
  prof_staff_id, -- metadata={"item_ref":"PROF010A"}
  prof_professional_name, -- metadata={"item_ref":"PROF013A"}
  prof_social_worker_registration_no -- metadata={"item_ref":"PROF002A"}
  -- prof_professional_job_title is not held: no column is known for it
  -- prof_professional_caseload is not held: no column is known for it
  -- prof_professional_department is not held: no column is known for it
  -- prof_full_time_equivalency is not held: no column is known for it
  -- prof_agency_worker_flag is not held: no column is known for it
)
SELECT
  picked.prof_professional_id,
  picked.prof_staff_id,
  picked.prof_professional_name,
  picked.prof_social_worker_registration_no
FROM (
  SELECT
    CAST(r.professionalrelationshippersonid AS text) AS prof_professional_id, -- prof_professional_id
    CAST(r.professionalrelationshippersonid AS text) AS prof_staff_id, -- prof_staff_id
    left(NULLIF(rtrim(r.professionalrelationshipname), ''), 300) AS prof_professional_name, -- prof_professional_name
    left(NULLIF(rtrim(n.referencenumber), ''), 48) AS prof_social_worker_registration_no, -- prof_social_worker_registration_no
    ROW_NUMBER() OVER (PARTITION BY r.professionalrelationshippersonid ORDER BY r.startdate DESC NULLS LAST, r.personrelationshiprecordid DESC NULLS LAST, r.professionalrelationshippersonid, r.professionalrelationshipname, n.referencenumber) AS ssd_row
  FROM relationshipprofessionalview AS r
  LEFT JOIN latest_reference AS n ON n.personid = r.professionalrelationshippersonid AND n.referencetype = 'Social Work England number'
  WHERE NOT (EXISTS (SELECT 1 FROM exclusions AS x WHERE x.personid = r.professionalrelationshippersonid))
    AND r.professionalrelationshippersonid IS NOT NULL
) AS picked
WHERE picked.ssd_row = 1;
