-- META-ELEMENT: {"type": "header"}
-- ssd_assessment_factors for Liquid Logic on SQL Server (2012 or later), for reading: the script that is run is liquid_logic.sqlserver.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_assessment_factors"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_assessment_factors', N'U') IS NULL
CREATE TABLE ssd_assessment_factors (
  cinf_table_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"CINF003A"}
  cinf_assessment_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"CINF001A"}
  cinf_assessment_factors_json nvarchar(1000) NULL, -- metadata={"item_ref":"CINF002A"}
  CONSTRAINT pk_ssd_assessment_factors PRIMARY KEY (cinf_table_id)
);
-- META-ELEMENT: {"type": "insert_data"}
WITH assessment_forms AS (
  SELECT a.[FACT_FORM_ID] AS fact_form_id, MAX(CASE WHEN a.[ANSWER_NO] = N'seenYN' THEN a.[ANSWER] END) AS seen, MAX(CASE WHEN a.[ANSWER_NO] = N'FormEndDate' THEN CASE WHEN a.[ANSWER] LIKE N'[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]%' THEN TRY_CONVERT(datetime, LEFT(a.[ANSWER], 10), 120) WHEN a.[ANSWER] LIKE N'[0-3][0-9]/[01][0-9]/[12][0-9][0-9][0-9]%' THEN TRY_CONVERT(datetime, LEFT(a.[ANSWER], 10), 103) END END) AS authorised
  FROM [HDM].[Child_Social].[FACT_FORM_ANSWERS] AS a
  WHERE a.[ANSWER_NO] IN (N'seenYN', N'FormEndDate') AND a.[FACT_FORM_ID] <> -1
  GROUP BY a.[FACT_FORM_ID]
),
factors AS (
  SELECT DISTINCT a.[FACT_FORM_ID] AS fact_form_id, a.[ANSWER_NO] AS code, CASE WHEN LEN(a.[ANSWER_NO]) = 3 OR a.[ANSWER_NO] IN (N'20', N'21') THEN 2 ELSE 1 END AS digits
  FROM [HDM].[Child_Social].[FACT_FORM_ANSWERS] AS a
  WHERE LOWER(a.[ANSWER]) = N'yes' AND a.[ANSWER_NO] IN (N'20', N'21', N'1A', N'1B', N'1C', N'2A', N'2B', N'2C', N'3A', N'3B', N'3C', N'4A', N'4B', N'4C', N'5A', N'5B', N'5C', N'6A', N'6B', N'6C', N'7A', N'8B', N'8C', N'8D', N'8E', N'8F', N'9A', N'10A', N'11A', N'12A', N'13A', N'14A', N'15A', N'16A', N'17A', N'18A', N'18B', N'18C', N'19A', N'19B', N'19C', N'22A', N'23A', N'24A')
)
INSERT INTO ssd_assessment_factors (
  cinf_table_id, -- metadata={"item_ref":"CINF003A"}
  cinf_assessment_id, -- metadata={"item_ref":"CINF001A"}
  cinf_assessment_factors_json -- metadata={"item_ref":"CINF002A"}
)
SELECT
  picked.cinf_table_id,
  picked.cinf_assessment_id,
  picked.cinf_assessment_factors_json
FROM (
  SELECT
    CAST(fsa.[EXTERNAL_ID] AS nvarchar(30)) AS cinf_table_id, -- cinf_table_id
    CAST(fsa.[FACT_SINGLE_ASSESSMENT_ID] AS nvarchar(30)) AS cinf_assessment_id, -- cinf_assessment_id
    LEFT(NULLIF(RTRIM(CONCAT(N'["', STUFF((SELECT N'","' + REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE((f.code) COLLATE Latin1_General_BIN2, NCHAR(1), N' '), NCHAR(2), N' '), NCHAR(3), N' '), NCHAR(4), N' '), NCHAR(5), N' '), NCHAR(6), N' '), NCHAR(7), N' '), NCHAR(8), N' '), NCHAR(11), N' '), NCHAR(12), N' '), NCHAR(14), N' '), NCHAR(15), N' '), NCHAR(16), N' '), NCHAR(17), N' '), NCHAR(18), N' '), NCHAR(19), N' '), NCHAR(20), N' '), NCHAR(21), N' '), NCHAR(22), N' '), NCHAR(23), N' '), NCHAR(24), N' '), NCHAR(25), N' '), NCHAR(26), N' '), NCHAR(27), N' '), NCHAR(28), N' '), NCHAR(29), N' '), NCHAR(30), N' '), NCHAR(31), N' ') FROM factors AS f WHERE f.fact_form_id = fsa.[FACT_FORM_ID] ORDER BY CASE WHEN f.digits IS NULL THEN 1 ELSE 0 END, f.digits, CASE WHEN f.code IS NULL THEN 1 ELSE 0 END, f.code FOR XML PATH(N''), TYPE).value(N'.', N'nvarchar(max)'), 1, 3, N''), N'"]')), N''), 1000) AS cinf_assessment_factors_json, -- cinf_assessment_factors_json
    ROW_NUMBER() OVER (PARTITION BY fsa.[EXTERNAL_ID] ORDER BY fsa.[FACT_SINGLE_ASSESSMENT_ID] DESC, CASE WHEN fsa.[EXTERNAL_ID] IS NULL THEN 1 ELSE 0 END, fsa.[EXTERNAL_ID], CASE WHEN fsa.[FACT_FORM_ID] IS NULL THEN 1 ELSE 0 END, fsa.[FACT_FORM_ID]) AS ssd_row
  FROM [HDM].[Child_Social].[FACT_SINGLE_ASSESSMENT] AS fsa
  LEFT JOIN assessment_forms AS form ON form.fact_form_id = fsa.[FACT_FORM_ID]
  WHERE fsa.[EXTERNAL_ID] <> -1
    AND fsa.[DIM_LOOKUP_STEP_SUBSTATUS_CODE] NOT IN (N'X', N'D')
    AND EXISTS (SELECT 1 FROM factors AS f WHERE f.fact_form_id = fsa.[FACT_FORM_ID] AND f.fact_form_id <> -1)
    AND (form.authorised >= @ssd_window_start OR form.authorised IS NULL)
    AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(fsa.[DIM_PERSON_ID] AS nvarchar(30)))
    AND fsa.[EXTERNAL_ID] IS NOT NULL
    AND fsa.[FACT_SINGLE_ASSESSMENT_ID] IS NOT NULL
) AS picked
WHERE picked.ssd_row = 1;
-- META-ELEMENT: {"type": "create_fk"}
-- not enforced: cinf_assessment_id to ssd_cin_assessments.cina_assessment_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_assessment_factors', N'U') AND name = N'ix_ssd_assessment_factors_cinf_assessment_id')
CREATE INDEX ix_ssd_assessment_factors_cinf_assessment_id ON ssd_assessment_factors (cinf_assessment_id);
-- META-ELEMENT: {"type": "count_orphans"}
SELECT N'ssd_assessment_factors.cinf_assessment_id' AS reference, COUNT(*) AS orphans FROM ssd_assessment_factors AS child WHERE child.cinf_assessment_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_cin_assessments AS parent WHERE parent.cina_assessment_id = child.cinf_assessment_id);
GO
