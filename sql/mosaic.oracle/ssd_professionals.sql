-- META-ELEMENT: {"type": "header"}
-- ssd_professionals for Mosaic on Oracle (12.2 or later), for reading: the script that is run is mosaic.oracle.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_professionals"}
-- META-ELEMENT: {"type": "create_table"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_PROFESSIONALS';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE TABLE ssd_professionals (
  prof_professional_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"PROF001A"}
  prof_staff_id nvarchar2(48) NULL, -- metadata={"item_ref":"PROF010A"}
  prof_professional_name nvarchar2(300) NULL, -- metadata={"item_ref":"PROF013A"}
  prof_social_worker_registration_no nvarchar2(48) NULL, -- metadata={"item_ref":"PROF002A"}
  prof_professional_job_title nvarchar2(500) NULL, -- metadata={"item_ref":"PROF007A"}
  prof_professional_caseload number(10) NULL, -- metadata={"item_ref":"PROF008A"}
  prof_professional_department nvarchar2(100) NULL, -- metadata={"item_ref":"PROF012A"}
  prof_full_time_equivalency binary_double NULL, -- metadata={"item_ref":"PROF011A"}
  prof_agency_worker_flag nchar(1) NULL, -- metadata={"item_ref":"PROF014A"}
  CONSTRAINT pk_ssd_professionals PRIMARY KEY (prof_professional_id)
)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "insert_data"}
INSERT INTO ssd_professionals (
  prof_professional_id, -- metadata={"item_ref":"PROF001A"}
  prof_staff_id, -- metadata={"item_ref":"PROF010A"}
  prof_professional_name, -- metadata={"item_ref":"PROF013A"}
  -- prof_social_worker_registration_no is not held: kept elsewhere by each authority
  -- prof_professional_job_title is not held: the type of the role column of DM_WORKER_ROLES is not known yet
  prof_professional_caseload, -- metadata={"item_ref":"PROF008A"}
  prof_professional_department -- metadata={"item_ref":"PROF012A"}
  -- prof_full_time_equivalency is not held: kept in a personnel system
  -- prof_agency_worker_flag is not held: kept in a personnel system
)
SELECT
  TO_CHAR(wkr.WORKER_ID), -- prof_professional_id
  TO_CHAR(wkr.WORKER_ID), -- prof_staff_id
  SUBSTR(RTRIM(wkr.FULL_NAME), 1, 300), -- prof_professional_name
  (SELECT COUNT(DISTINCT a.PERSON_ID) FROM DM_ALLOCATED_WORKERS a WHERE a.WORKER_ID = wkr.WORKER_ID AND (SELECT settings.today FROM ssd_extract_settings settings) BETWEEN a.START_DATE AND COALESCE(a.END_DATE, TIMESTAMP '9999-12-31 00:00:00')), -- prof_professional_caseload
  SUBSTR(RTRIM((SELECT MAX(o.NAME) FROM DM_WORKER_ROLES r INNER JOIN DM_ORGANISATIONS o ON o.ORGANISATION_ID = r.ORGANISATION_ID WHERE r.WORKER_ID = wkr.WORKER_ID AND (SELECT settings.today FROM ssd_extract_settings settings) BETWEEN r.START_DATE AND COALESCE(r.END_DATE, TIMESTAMP '9999-12-31 00:00:00'))), 1, 100) -- prof_professional_department
FROM DM_WORKERS wkr
WHERE EXISTS (SELECT 1 FROM DM_ALLOCATED_WORKERS a WHERE a.WORKER_ID = wkr.WORKER_ID AND (SELECT settings.today FROM ssd_extract_settings settings) BETWEEN a.START_DATE AND COALESCE(a.END_DATE, TIMESTAMP '9999-12-31 00:00:00'))
  AND wkr.WORKER_ID IS NOT NULL;
