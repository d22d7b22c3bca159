-- META-ELEMENT: {"type": "header"}
-- ssd_cla_care_plan for Liquid Logic on SQL Server (2012 or later), for reading: the script that is run is liquid_logic.sqlserver.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_care_plan"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_cla_care_plan', N'U') IS NULL
CREATE TABLE ssd_cla_care_plan (
  lacp_table_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"LACP001A"}
  lacp_person_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"LACP007A"}
  lacp_cla_care_plan_start_date datetime NULL, -- metadata={"item_ref":"LACP004A"}
  lacp_cla_care_plan_end_date datetime NULL, -- metadata={"item_ref":"LACP005A"}
  lacp_cla_care_plan_json nvarchar(1000) NULL, -- metadata={"item_ref":"LACP003A"}
  CONSTRAINT pk_ssd_cla_care_plan PRIMARY KEY (lacp_table_id)
);
-- META-ELEMENT: {"type": "insert_data"}
WITH newest_plan_answers AS (
  SELECT f.[DIM_PERSON_ID] AS dim_person_id, a.[ANSWER_NO] AS answer_no, a.[ANSWER] AS answer, ROW_NUMBER() OVER (PARTITION BY f.[DIM_PERSON_ID], a.[ANSWER_NO] ORDER BY a.[FACT_FORM_ID] DESC, CASE WHEN CASE WHEN a.[ANSWER] IS NULL THEN 1 ELSE 0 END IS NULL THEN 1 ELSE 0 END, CASE WHEN a.[ANSWER] IS NULL THEN 1 ELSE 0 END, a.[ANSWERED_DTTM] DESC, CASE WHEN a.[ANSWER] IS NULL THEN 1 ELSE 0 END, a.[ANSWER]) AS nth
  FROM [HDM].[Child_Social].[FACT_FORM_ANSWERS] AS a
  INNER JOIN [HDM].[Child_Social].[FACT_FORMS] AS f ON f.[FACT_FORM_ID] = a.[FACT_FORM_ID]
  WHERE a.[ANSWER_NO] LIKE N'CPFUP%'
),
plan_answers AS (
  SELECT n.dim_person_id AS dim_person_id, MAX(CASE WHEN n.answer_no = N'CPFUP1' THEN n.answer END) AS cpfup1, MAX(CASE WHEN n.answer_no = N'CPFUP2' THEN n.answer END) AS cpfup2, MAX(CASE WHEN n.answer_no = N'CPFUP3' THEN n.answer END) AS cpfup3, MAX(CASE WHEN n.answer_no = N'CPFUP4' THEN n.answer END) AS cpfup4, MAX(CASE WHEN n.answer_no = N'CPFUP5' THEN n.answer END) AS cpfup5, MAX(CASE WHEN n.answer_no = N'CPFUP6' THEN n.answer END) AS cpfup6, MAX(CASE WHEN n.answer_no = N'CPFUP7' THEN n.answer END) AS cpfup7, MAX(CASE WHEN n.answer_no = N'CPFUP8' THEN n.answer END) AS cpfup8, MAX(CASE WHEN n.answer_no = N'CPFUP9' THEN n.answer END) AS cpfup9, MAX(CASE WHEN n.answer_no = N'CPFUP10' THEN n.answer END) AS cpfup10
  FROM newest_plan_answers AS n
  WHERE n.nth = 1
  GROUP BY n.dim_person_id
)
INSERT INTO ssd_cla_care_plan (
  lacp_table_id, -- metadata={"item_ref":"LACP001A"}
  lacp_person_id, -- metadata={"item_ref":"LACP007A"}
  lacp_cla_care_plan_start_date, -- metadata={"item_ref":"LACP004A"}
  lacp_cla_care_plan_end_date, -- metadata={"item_ref":"LACP005A"}
  lacp_cla_care_plan_json -- metadata={"item_ref":"LACP003A"}
)
SELECT
  CAST(fcp.[FACT_CARE_PLAN_ID] AS nvarchar(30)), -- lacp_table_id
  CAST(fcp.[DIM_PERSON_ID] AS nvarchar(30)), -- lacp_person_id
  fcp.[START_DTTM], -- lacp_cla_care_plan_start_date
  fcp.[END_DTTM], -- lacp_cla_care_plan_end_date
  REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE((
    N'{"REMAINSUP":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(a.cpfup1), N''), 35), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"RETURN1M":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(a.cpfup2), N''), 35), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"RETURN6M":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(a.cpfup3), N''), 35), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"RETURNEV":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(a.cpfup4), N''), 35), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"LTRELFR":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(a.cpfup5), N''), 35), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"LTFOST18":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(a.cpfup6), N''), 35), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"RESPLMT":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(a.cpfup7), N''), 35), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"SUPPLIV":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(a.cpfup8), N''), 35), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"ADOPTION":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(a.cpfup9), N''), 35), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"OTHERPLN":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(a.cpfup10), N''), 35), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N'}') COLLATE Latin1_General_BIN2, NCHAR(1), N' '), NCHAR(2), N' '), NCHAR(3), N' '), NCHAR(4), N' '), NCHAR(5), N' '), NCHAR(6), N' '), NCHAR(7), N' '), NCHAR(8), N' '), NCHAR(11), N' '), NCHAR(12), N' '), NCHAR(14), N' '), NCHAR(15), N' '), NCHAR(16), N' '), NCHAR(17), N' '), NCHAR(18), N' '), NCHAR(19), N' '), NCHAR(20), N' '), NCHAR(21), N' '), NCHAR(22), N' '), NCHAR(23), N' '), NCHAR(24), N' '), NCHAR(25), N' '), NCHAR(26), N' '), NCHAR(27), N' '), NCHAR(28), N' '), NCHAR(29), N' '), NCHAR(30), N' '), NCHAR(31), N' '), NCHAR(13), N'\r'), NCHAR(10), N'\n'), NCHAR(9), N'\t') -- lacp_cla_care_plan_json
FROM [HDM].[Child_Social].[FACT_CARE_PLANS] AS fcp
LEFT JOIN plan_answers AS a ON a.dim_person_id = fcp.[DIM_PERSON_ID]
WHERE fcp.[DIM_LOOKUP_PLAN_STATUS_ID_CODE] = N'A'
  AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(fcp.[DIM_PERSON_ID] AS nvarchar(30)))
  AND fcp.[FACT_CARE_PLAN_ID] IS NOT NULL
  AND fcp.[DIM_PERSON_ID] IS NOT NULL;
-- META-ELEMENT: {"type": "create_fk"}
IF NOT EXISTS (SELECT 1 FROM sys.foreign_keys WHERE parent_object_id = OBJECT_ID(N'ssd_cla_care_plan', N'U') AND name = N'fk_ssd_cla_care_plan_lacp_person_id')
ALTER TABLE ssd_cla_care_plan ADD CONSTRAINT fk_ssd_cla_care_plan_lacp_person_id FOREIGN KEY (lacp_person_id) REFERENCES ssd_person (pers_person_id);
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_cla_care_plan', N'U') AND name = N'ix_ssd_cla_care_plan_lacp_person_id')
CREATE INDEX ix_ssd_cla_care_plan_lacp_person_id ON ssd_cla_care_plan (lacp_person_id);
GO
