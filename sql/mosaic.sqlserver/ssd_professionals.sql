-- META-ELEMENT: {"type": "header"}
-- ssd_professionals for Mosaic on SQL Server (2012 or later), for reading: the script that is run is mosaic.sqlserver.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_professionals"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_professionals', N'U') IS NULL
CREATE TABLE ssd_professionals (
  prof_professional_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"PROF001A"}
  prof_staff_id nvarchar(48) NULL, -- metadata={"item_ref":"PROF010A"}
  prof_professional_name nvarchar(300) NULL, -- metadata={"item_ref":"PROF013A"}
  prof_social_worker_registration_no nvarchar(48) NULL, -- metadata={"item_ref":"PROF002A"}
  prof_professional_job_title nvarchar(500) NULL, -- metadata={"item_ref":"PROF007A"}
  prof_professional_caseload int NULL, -- metadata={"item_ref":"PROF008A"}
  prof_professional_department nvarchar(100) NULL, -- metadata={"item_ref":"PROF012A"}
  prof_full_time_equivalency float NULL, -- metadata={"item_ref":"PROF011A"}
  prof_agency_worker_flag nchar(1) NULL, -- metadata={"item_ref":"PROF014A"}
  CONSTRAINT pk_ssd_professionals PRIMARY KEY (prof_professional_id)
);
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
  CAST(wkr.[WORKER_ID] AS nvarchar(30)), -- prof_professional_id
  CAST(wkr.[WORKER_ID] AS nvarchar(30)), -- prof_staff_id
  LEFT(NULLIF(RTRIM(wkr.[FULL_NAME]), N''), 300), -- prof_professional_name
  (SELECT COUNT(DISTINCT a.[PERSON_ID]) FROM [DM_ALLOCATED_WORKERS] AS a WHERE a.[WORKER_ID] = wkr.[WORKER_ID] AND @ssd_today BETWEEN a.[START_DATE] AND COALESCE(a.[END_DATE], CONVERT(datetime, N'9999-12-31T00:00:00', 126))), -- prof_professional_caseload
  LEFT(NULLIF(RTRIM((SELECT MAX(o.[NAME]) FROM [DM_WORKER_ROLES] AS r INNER JOIN [DM_ORGANISATIONS] AS o ON o.[ORGANISATION_ID] = r.[ORGANISATION_ID] WHERE r.[WORKER_ID] = wkr.[WORKER_ID] AND @ssd_today BETWEEN r.[START_DATE] AND COALESCE(r.[END_DATE], CONVERT(datetime, N'9999-12-31T00:00:00', 126)))), N''), 100) -- prof_professional_department
FROM [DM_WORKERS] AS wkr
WHERE EXISTS (SELECT 1 FROM [DM_ALLOCATED_WORKERS] AS a WHERE a.[WORKER_ID] = wkr.[WORKER_ID] AND @ssd_today BETWEEN a.[START_DATE] AND COALESCE(a.[END_DATE], CONVERT(datetime, N'9999-12-31T00:00:00', 126)))
  AND wkr.[WORKER_ID] IS NOT NULL;
GO
