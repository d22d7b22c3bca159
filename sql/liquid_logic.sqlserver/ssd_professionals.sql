-- META-ELEMENT: {"type": "header"}
-- ssd_professionals for Liquid Logic on SQL Server (2012 or later), for reading: the script that is run is liquid_logic.sqlserver.sql,
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
WITH caseload_day AS (
  SELECT CASE WHEN @ssd_today > DATETIMEFROMPARTS(YEAR(@ssd_today), 9, 30, 0, 0, 0, 0) THEN DATETIMEFROMPARTS(YEAR(@ssd_today), 9, 30, 0, 0, 0, 0) ELSE DATETIMEFROMPARTS((YEAR(@ssd_today) - 1), 9, 30, 0, 0, 0, 0) END AS day
)
INSERT INTO ssd_professionals (
  prof_professional_id, -- metadata={"item_ref":"PROF001A"}
  prof_staff_id, -- metadata={"item_ref":"PROF010A"}
  prof_professional_name, -- metadata={"item_ref":"PROF013A"}
  prof_social_worker_registration_no, -- metadata={"item_ref":"PROF002A"}
  prof_professional_job_title, -- metadata={"item_ref":"PROF007A"}
  prof_professional_caseload, -- metadata={"item_ref":"PROF008A"}
  prof_professional_department, -- metadata={"item_ref":"PROF012A"}
  prof_full_time_equivalency -- metadata={"item_ref":"PROF011A"}
  -- prof_agency_worker_flag is not held: placeholder
)
SELECT
  CAST(dw.[DIM_WORKER_ID] AS nvarchar(30)), -- prof_professional_id
  LEFT(NULLIF(LTRIM(RTRIM(dw.[STAFF_ID])), N''), 48), -- prof_staff_id
  LEFT(NULLIF(RTRIM(CONCAT(dw.[FORENAME], N' ', dw.[SURNAME])), N''), 300), -- prof_professional_name
  LEFT(NULLIF(RTRIM(dw.[WORKER_ID_CODE]), N''), 48), -- prof_social_worker_registration_no
  LEFT(NULLIF(RTRIM(dw.[JOB_TITLE]), N''), 500), -- prof_professional_job_title
  (SELECT COUNT(*) FROM [HDM].[Child_Social].[FACT_INVOLVEMENTS] AS fi CROSS JOIN caseload_day AS c WHERE fi.[DIM_WORKER_ID] = CAST(dw.[DIM_WORKER_ID] AS nvarchar(30)) AND fi.[IS_ALLOCATED_CW_FLAG] = N'Y' AND fi.[START_DTTM] <= c.day AND (fi.[END_DTTM] IS NULL OR fi.[END_DTTM] >= c.day) AND fi.[START_DTTM] >= DATEADD(day, (0 - DATEDIFF(day, @ssd_window_start, @ssd_today)), c.day)), -- prof_professional_caseload
  LEFT(NULLIF(RTRIM(dw.[DEPARTMENT_NAME]), N''), 100), -- prof_professional_department
  dw.[FULL_TIME_EQUIVALENCY] -- prof_full_time_equivalency
FROM [HDM].[Child_Social].[DIM_WORKER] AS dw
WHERE dw.[DIM_WORKER_ID] <> -1
  AND NULLIF(LTRIM(RTRIM(dw.[STAFF_ID])), N'') IS NOT NULL
  AND LOWER(NULLIF(LTRIM(RTRIM(dw.[STAFF_ID])), N'')) <> N'unknown'
  AND dw.[DIM_WORKER_ID] IS NOT NULL;
GO
