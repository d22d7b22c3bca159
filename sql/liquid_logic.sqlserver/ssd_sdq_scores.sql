-- META-ELEMENT: {"type": "header"}
-- ssd_sdq_scores for Liquid Logic on SQL Server (2012 or later), for reading: the script that is run is liquid_logic.sqlserver.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_sdq_scores"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_sdq_scores', N'U') IS NULL
CREATE TABLE ssd_sdq_scores (
  csdq_table_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"CSDQ001A"}
  csdq_person_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"CSDQ002A"}
  csdq_sdq_completed_date datetime NULL, -- metadata={"item_ref":"CSDQ003A"}
  csdq_sdq_reason nvarchar(100) NULL, -- metadata={"item_ref":"CSDQ004A"}
  csdq_sdq_score nvarchar(100) NULL, -- metadata={"item_ref":"CSDQ005A"}
  CONSTRAINT pk_ssd_sdq_scores PRIMARY KEY (csdq_table_id)
);
-- META-ELEMENT: {"type": "insert_data"}
WITH sdq_answers AS (
  SELECT a.[FACT_FORM_ID] AS fact_form_id, a.[ANSWER_NO] AS answer_no, a.[ANSWER] AS answer, a.[ANSWERED_DTTM] AS answered_dttm, ROW_NUMBER() OVER (PARTITION BY a.[FACT_FORM_ID], a.[ANSWER_NO] ORDER BY a.[ANSWERED_DTTM] DESC, CASE WHEN a.[ANSWER] IS NULL THEN 1 ELSE 0 END, a.[ANSWER]) AS nth
  FROM [HDM].[Child_Social].[FACT_FORM_ANSWERS] AS a
  WHERE a.[DIM_ASSESSMENT_TEMPLATE_ID_DESC] LIKE N'Strengths and Difficulties Questionnaire%' AND a.[ANSWER_NO] IN (N'SDQScore', N'FormEndDate') AND a.[ANSWER] IS NOT NULL
)
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
INSERT INTO ssd_sdq_scores (
  csdq_table_id, -- metadata={"item_ref":"CSDQ001A"}
  csdq_person_id, -- metadata={"item_ref":"CSDQ002A"}
  csdq_sdq_completed_date, -- metadata={"item_ref":"CSDQ003A"}
  -- csdq_sdq_reason is not held: placeholder
  csdq_sdq_score -- metadata={"item_ref":"CSDQ005A"}
)
SELECT
  picked.csdq_table_id,
  picked.csdq_person_id,
  picked.csdq_sdq_completed_date,
  picked.csdq_sdq_score
FROM (
  SELECT
    CAST(ff.[FACT_FORM_ID] AS nvarchar(30)) AS csdq_table_id, -- csdq_table_id
    CAST(ff.[DIM_PERSON_ID] AS nvarchar(30)) AS csdq_person_id, -- csdq_person_id
    COALESCE(ended.answered_dttm, score.answered_dttm) AS csdq_sdq_completed_date, -- csdq_sdq_completed_date
    CAST(CASE WHEN LTRIM(RTRIM(score.answer)) NOT LIKE N'%[^0-9]%' AND LEN(LTRIM(RTRIM(score.answer))) BETWEEN 1 AND 9 THEN TRY_CAST(LTRIM(RTRIM(score.answer)) AS int) END AS nvarchar(30)) AS csdq_sdq_score, -- csdq_sdq_score
    ROW_NUMBER() OVER (PARTITION BY CAST(ff.[FACT_FORM_ID] AS nvarchar(30)) ORDER BY CASE WHEN ff.[FACT_FORM_ID] IS NULL THEN 1 ELSE 0 END, ff.[FACT_FORM_ID], CASE WHEN ff.[DIM_PERSON_ID] IS NULL THEN 1 ELSE 0 END, ff.[DIM_PERSON_ID], CASE WHEN ended.answered_dttm IS NULL THEN 1 ELSE 0 END, ended.answered_dttm, CASE WHEN score.answered_dttm IS NULL THEN 1 ELSE 0 END, score.answered_dttm, CASE WHEN score.answer IS NULL THEN 1 ELSE 0 END, score.answer) AS ssd_row
  FROM [HDM].[Child_Social].[FACT_FORMS] AS ff
  INNER JOIN sdq_answers AS score ON score.fact_form_id = ff.[FACT_FORM_ID] AND score.answer_no = N'SDQScore' AND score.nth = 1
  LEFT JOIN sdq_answers AS ended ON ended.fact_form_id = ff.[FACT_FORM_ID] AND ended.answer_no = N'FormEndDate' AND ended.nth = 1
  WHERE CASE WHEN LTRIM(RTRIM(score.answer)) NOT LIKE N'%[^0-9]%' AND LEN(LTRIM(RTRIM(score.answer))) BETWEEN 1 AND 9 THEN TRY_CAST(LTRIM(RTRIM(score.answer)) AS int) END IS NOT NULL
    AND COALESCE(ended.answered_dttm, score.answered_dttm) >= @ssd_window_start
    AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(ff.[DIM_PERSON_ID] AS nvarchar(30)))
    AND ff.[FACT_FORM_ID] IS NOT NULL
    AND ff.[DIM_PERSON_ID] IS NOT NULL
) AS picked
WHERE picked.ssd_row = 1;
-- META-ELEMENT: {"type": "create_fk"}
IF NOT EXISTS (SELECT 1 FROM sys.foreign_keys WHERE parent_object_id = OBJECT_ID(N'ssd_sdq_scores', N'U') AND name = N'fk_ssd_sdq_scores_csdq_person_id')
ALTER TABLE ssd_sdq_scores ADD CONSTRAINT fk_ssd_sdq_scores_csdq_person_id FOREIGN KEY (csdq_person_id) REFERENCES ssd_person (pers_person_id);
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_sdq_scores', N'U') AND name = N'ix_ssd_sdq_scores_csdq_person_id')
CREATE INDEX ix_ssd_sdq_scores_csdq_person_id ON ssd_sdq_scores (csdq_person_id);
GO
