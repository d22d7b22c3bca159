-- META-ELEMENT: {"type": "header"}
-- ssd_cla_reviews for Liquid Logic on SQL Server (2012 or later), for reading: the script that is run is liquid_logic.sqlserver.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_reviews"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_cla_reviews', N'U') IS NULL
CREATE TABLE ssd_cla_reviews (
  clar_cla_review_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"CLAR001A"}
  clar_cla_id nvarchar(48) NULL, -- metadata={"item_ref":"CLAR011A"}
  clar_cla_review_due_date datetime NULL, -- metadata={"item_ref":"CLAR003A"}
  clar_cla_review_date datetime NULL, -- metadata={"item_ref":"CLAR004A"}
  clar_cla_review_cancelled nchar(1) NULL, -- metadata={"item_ref":"CLAR012A"}
  clar_cla_review_participation nvarchar(100) NULL, -- metadata={"item_ref":"CLAR007A"}
  CONSTRAINT pk_ssd_cla_reviews PRIMARY KEY (clar_cla_review_id)
);
-- META-ELEMENT: {"type": "insert_data"}
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
    CAST(fcr.[FACT_CLA_REVIEW_ID] AS nvarchar(30)) AS clar_cla_review_id, -- clar_cla_review_id
    CAST(fcr.[FACT_CLA_ID] AS nvarchar(30)) AS clar_cla_id, -- clar_cla_id
    fcr.[DUE_DTTM] AS clar_cla_review_due_date, -- clar_cla_review_due_date
    fcr.[MEETING_DTTM] AS clar_cla_review_date, -- clar_cla_review_date
    LEFT(NULLIF(RTRIM(fm.[CANCELLED]), N''), 1) AS clar_cla_review_cancelled, -- clar_cla_review_cancelled
    LEFT(NULLIF(RTRIM((SELECT MAX(fms.[DIM_LOOKUP_PARTICIPATION_CODE_DESC]) FROM [HDM].[Child_Social].[FACT_MEETING_SUBJECTS] AS fms WHERE fms.[FACT_MEETINGS_ID] = fcr.[FACT_MEETING_ID] AND fms.[DIM_PERSON_ID] = fcr.[DIM_PERSON_ID])), N''), 100) AS clar_cla_review_participation, -- clar_cla_review_participation
    ROW_NUMBER() OVER (PARTITION BY fcr.[FACT_CLA_REVIEW_ID] ORDER BY CASE WHEN fm.[FACT_MEETING_ID] IS NULL THEN 1 ELSE 0 END, fm.[FACT_MEETING_ID], CASE WHEN fcr.[FACT_CLA_REVIEW_ID] IS NULL THEN 1 ELSE 0 END, fcr.[FACT_CLA_REVIEW_ID], CASE WHEN fcr.[FACT_CLA_ID] IS NULL THEN 1 ELSE 0 END, fcr.[FACT_CLA_ID], CASE WHEN fcr.[DUE_DTTM] IS NULL THEN 1 ELSE 0 END, fcr.[DUE_DTTM], CASE WHEN fcr.[MEETING_DTTM] IS NULL THEN 1 ELSE 0 END, fcr.[MEETING_DTTM], CASE WHEN fm.[CANCELLED] IS NULL THEN 1 ELSE 0 END, fm.[CANCELLED], CASE WHEN fcr.[FACT_MEETING_ID] IS NULL THEN 1 ELSE 0 END, fcr.[FACT_MEETING_ID], CASE WHEN fcr.[DIM_PERSON_ID] IS NULL THEN 1 ELSE 0 END, fcr.[DIM_PERSON_ID]) AS ssd_row
  FROM [HDM].[Child_Social].[FACT_CLA_REVIEW] AS fcr
  LEFT JOIN [HDM].[Child_Social].[FACT_MEETINGS] AS fm ON fcr.[FACT_MEETING_ID] = fm.[FACT_MEETING_ID]
  WHERE EXISTS (SELECT 1 FROM [HDM].[Child_Social].[FACT_MEETING_SUBJECTS] AS fms INNER JOIN [HDM].[Child_Social].[FACT_FORMS] AS ff ON ff.[FACT_FORM_ID] = fms.[FACT_OUTCM_FORM_ID] WHERE fms.[FACT_MEETINGS_ID] = fcr.[FACT_MEETING_ID] AND fms.[DIM_PERSON_ID] = fcr.[DIM_PERSON_ID] AND 1 = 1 AND 1 = 1)
    AND (fcr.[MEETING_DTTM] >= @ssd_window_start OR fcr.[MEETING_DTTM] IS NULL)
    AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(fcr.[DIM_PERSON_ID] AS nvarchar(30)))
    AND fcr.[FACT_CLA_REVIEW_ID] IS NOT NULL
) AS picked
WHERE picked.ssd_row = 1;
GO
