-- META-ELEMENT: {"type": "header"}
-- ssd_cla_substance_misuse for Mosaic on SQL Server (2012 or later), for reading: the script that is run is mosaic.sqlserver.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_substance_misuse"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_cla_substance_misuse', N'U') IS NULL
CREATE TABLE ssd_cla_substance_misuse (
  clas_substance_misuse_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"CLAS001A"}
  clas_person_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"CLAS002A"}
  clas_substance_misuse_date datetime NULL, -- metadata={"item_ref":"CLAS003A"}
  clas_substance_misused nchar(100) NULL, -- metadata={"item_ref":"CLAS004A"}
  clas_intervention_received nchar(1) NULL, -- metadata={"item_ref":"CLAS005A"}
  CONSTRAINT pk_ssd_cla_substance_misuse PRIMARY KEY (clas_substance_misuse_id)
);
-- META-ELEMENT: {"type": "insert_data"}
WITH step_people AS (
  SELECT DISTINCT s.[SUBGROUP_ID] AS subgroup_id, s.[SUBJECT_COMPOUND_ID] AS person_id
  FROM [DM_SUBGROUP_SUBJECTS] AS s
  WHERE s.[SUBJECT_TYPE_CODE] = N'PER'
),
form_answers AS (
  SELECT a.[FORM_ID] AS form_id, a.[FORM_ANSWER_ROW_ID] AS form_answer_row_id, p.person_id AS person_id, a.[QUESTION_USER_CODE] AS question_user_code, a.[TEXT_ANSWER] AS text_answer, a.[DATE_ANSWER] AS date_answer
  FROM [DM_CACHED_FORM_ANSWERS] AS a
  INNER JOIN step_people AS p ON p.subgroup_id = a.[SUBGROUP_ID] AND (a.[SUBJECT_PERSON_ID] IS NULL OR a.[SUBJECT_PERSON_ID] <= 0 OR a.[SUBJECT_PERSON_ID] = p.person_id)
)
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
INSERT INTO ssd_cla_substance_misuse (
  clas_substance_misuse_id, -- metadata={"item_ref":"CLAS001A"}
  clas_person_id, -- metadata={"item_ref":"CLAS002A"}
  clas_substance_misuse_date, -- metadata={"item_ref":"CLAS003A"}
  clas_substance_misused, -- metadata={"item_ref":"CLAS004A"}
  clas_intervention_received -- metadata={"item_ref":"CLAS005A"}
)
SELECT
  picked.clas_substance_misuse_id,
  picked.clas_person_id,
  picked.clas_substance_misuse_date,
  picked.clas_substance_misused,
  picked.clas_intervention_received
FROM (
  SELECT
    numbered.clas_substance_misuse_id,
    numbered.clas_person_id,
    numbered.clas_substance_misuse_date,
    numbered.clas_substance_misused,
    numbered.clas_intervention_received,
    ROW_NUMBER() OVER (PARTITION BY numbered.clas_substance_misuse_id ORDER BY numbered.ssd_place) AS ssd_key_row
  FROM (
  SELECT
    LEFT(NULLIF(RTRIM(CONCAT(CAST(ans.form_id AS nvarchar(30)), N'.', CAST(ans.form_answer_row_id AS nvarchar(30)), N'.', CAST(ans.person_id AS nvarchar(30)))), N''), 48) AS clas_substance_misuse_id, -- clas_substance_misuse_id
    CAST(ans.person_id AS nvarchar(30)) AS clas_person_id, -- clas_person_id
    (SELECT MAX(d.date_answer) FROM form_answers AS d WHERE d.form_id = ans.form_id AND d.form_answer_row_id = ans.form_answer_row_id AND d.person_id = ans.person_id AND d.question_user_code IN (NULL /* substance_date_questions */)) AS clas_substance_misuse_date, -- clas_substance_misuse_date
    LEFT(NULLIF(RTRIM(ans.text_answer), N''), 100) AS clas_substance_misused, -- clas_substance_misused
    LEFT(NULLIF(RTRIM((SELECT MAX(CASE WHEN d.text_answer IN (N'Yes') THEN N'Y' ELSE N'N' END) FROM form_answers AS d WHERE d.form_id = ans.form_id AND d.form_answer_row_id = ans.form_answer_row_id AND d.person_id = ans.person_id AND d.question_user_code IN (NULL /* substance_intervention_questions */) AND NULLIF(RTRIM(d.text_answer), N'') IS NOT NULL)), N''), 1) AS clas_intervention_received, -- clas_intervention_received
    ROW_NUMBER() OVER (PARTITION BY ans.form_id, ans.form_answer_row_id, ans.person_id ORDER BY CASE WHEN ans.text_answer IS NULL THEN 1 ELSE 0 END, ans.text_answer, CASE WHEN ans.form_id IS NULL THEN 1 ELSE 0 END, ans.form_id, CASE WHEN ans.form_answer_row_id IS NULL THEN 1 ELSE 0 END, ans.form_answer_row_id, CASE WHEN ans.person_id IS NULL THEN 1 ELSE 0 END, ans.person_id) AS ssd_row,
    ROW_NUMBER() OVER (ORDER BY CASE WHEN ans.text_answer IS NULL THEN 1 ELSE 0 END, ans.text_answer, CASE WHEN ans.form_id IS NULL THEN 1 ELSE 0 END, ans.form_id, CASE WHEN ans.form_answer_row_id IS NULL THEN 1 ELSE 0 END, ans.form_answer_row_id, CASE WHEN ans.person_id IS NULL THEN 1 ELSE 0 END, ans.person_id) AS ssd_place
  FROM form_answers AS ans
  WHERE ans.question_user_code IN (NULL /* substance_questions */)
    AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(ans.person_id AS nvarchar(30)))
    AND NULLIF(RTRIM(CONCAT(CAST(ans.form_id AS nvarchar(30)), N'.', CAST(ans.form_answer_row_id AS nvarchar(30)), N'.', CAST(ans.person_id AS nvarchar(30)))), N'') IS NOT NULL
    AND ans.person_id IS NOT NULL
) AS numbered
WHERE numbered.ssd_row = 1
) AS picked
WHERE picked.ssd_key_row = 1;
-- META-ELEMENT: {"type": "create_fk"}
IF NOT EXISTS (SELECT 1 FROM sys.foreign_keys WHERE parent_object_id = OBJECT_ID(N'ssd_cla_substance_misuse', N'U') AND name = N'fk_ssd_cla_substance_misuse_clas_person_id')
ALTER TABLE ssd_cla_substance_misuse ADD CONSTRAINT fk_ssd_cla_substance_misuse_clas_person_id FOREIGN KEY (clas_person_id) REFERENCES ssd_person (pers_person_id);
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_cla_substance_misuse', N'U') AND name = N'ix_ssd_cla_substance_misuse_clas_person_id')
CREATE INDEX ix_ssd_cla_substance_misuse_clas_person_id ON ssd_cla_substance_misuse (clas_person_id);
GO
