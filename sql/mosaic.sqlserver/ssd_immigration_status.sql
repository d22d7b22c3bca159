-- META-ELEMENT: {"type": "header"}
-- ssd_immigration_status for Mosaic on SQL Server (2012 or later), for reading: the script that is run is mosaic.sqlserver.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_immigration_status"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_immigration_status', N'U') IS NULL
CREATE TABLE ssd_immigration_status (
  immi_person_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"IMMI001A"}
  immi_immigration_status_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"IMMI005A"}
  immi_immigration_status nvarchar(100) NULL, -- metadata={"item_ref":"IMMI002A"}
  immi_immigration_status_start_date datetime NULL, -- metadata={"item_ref":"IMMI003A"}
  immi_immigration_status_end_date datetime NULL, -- metadata={"item_ref":"IMMI004A"}
  CONSTRAINT pk_ssd_immigration_status PRIMARY KEY (immi_immigration_status_id)
);
-- META-ELEMENT: {"type": "insert_data"}
WITH step_people AS (
  SELECT DISTINCT s.[SUBGROUP_ID] AS subgroup_id, s.[SUBJECT_COMPOUND_ID] AS person_id
  FROM [DM_SUBGROUP_SUBJECTS] AS s
  WHERE s.[SUBJECT_TYPE_CODE] = N'PER'
)
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
INSERT INTO ssd_immigration_status (
  immi_person_id, -- metadata={"item_ref":"IMMI001A"}
  immi_immigration_status_id, -- metadata={"item_ref":"IMMI005A"}
  immi_immigration_status, -- metadata={"item_ref":"IMMI002A"}
  immi_immigration_status_start_date, -- metadata={"item_ref":"IMMI003A"}
  immi_immigration_status_end_date -- metadata={"item_ref":"IMMI004A"}
)
SELECT
  picked.immi_person_id,
  picked.immi_immigration_status_id,
  picked.immi_immigration_status,
  picked.immi_immigration_status_start_date,
  picked.immi_immigration_status_end_date
FROM (
  SELECT
    numbered.immi_person_id,
    numbered.immi_immigration_status_id,
    numbered.immi_immigration_status,
    numbered.immi_immigration_status_start_date,
    numbered.immi_immigration_status_end_date,
    ROW_NUMBER() OVER (PARTITION BY numbered.immi_immigration_status_id ORDER BY numbered.ssd_place) AS ssd_key_row
  FROM (
  SELECT
    CAST(subj.person_id AS nvarchar(30)) AS immi_person_id, -- immi_person_id
    LEFT(NULLIF(RTRIM(CONCAT(CAST(form.[FORM_ID] AS nvarchar(30)), N'.', CAST(subj.person_id AS nvarchar(30)))), N''), 48) AS immi_immigration_status_id, -- immi_immigration_status_id
    LEFT(NULLIF(RTRIM(ans.[TEXT_ANSWER]), N''), 100) AS immi_immigration_status, -- immi_immigration_status
    (SELECT MAX(DATEADD(day, DATEDIFF(day, 0, d.[DATE_ANSWER]), 0)) FROM [DM_CACHED_FORM_ANSWERS] AS d WHERE d.[FORM_ID] = form.[FORM_ID] AND d.[FORM_ANSWER_ROW_ID] = ans.[FORM_ANSWER_ROW_ID] AND d.[QUESTION_USER_CODE] IN (NULL /* immigration_start_questions */) AND (d.[SUBJECT_PERSON_ID] IS NULL OR d.[SUBJECT_PERSON_ID] <= 0 OR d.[SUBJECT_PERSON_ID] = subj.person_id)) AS immi_immigration_status_start_date, -- immi_immigration_status_start_date
    (SELECT MAX(DATEADD(day, DATEDIFF(day, 0, d.[DATE_ANSWER]), 0)) FROM [DM_CACHED_FORM_ANSWERS] AS d WHERE d.[FORM_ID] = form.[FORM_ID] AND d.[FORM_ANSWER_ROW_ID] = ans.[FORM_ANSWER_ROW_ID] AND d.[QUESTION_USER_CODE] IN (NULL /* immigration_end_questions */) AND (d.[SUBJECT_PERSON_ID] IS NULL OR d.[SUBJECT_PERSON_ID] <= 0 OR d.[SUBJECT_PERSON_ID] = subj.person_id)) AS immi_immigration_status_end_date, -- immi_immigration_status_end_date
    ROW_NUMBER() OVER (PARTITION BY subj.person_id ORDER BY form.[CREATED_ON] DESC, form.[FORM_ID] DESC, ans.[FORM_ANSWER_ROW_ID] DESC, CASE WHEN ans.[TEXT_ANSWER] IS NULL THEN 1 ELSE 0 END, ans.[TEXT_ANSWER], CASE WHEN subj.person_id IS NULL THEN 1 ELSE 0 END, subj.person_id) AS ssd_row,
    ROW_NUMBER() OVER (ORDER BY form.[CREATED_ON] DESC, form.[FORM_ID] DESC, ans.[FORM_ANSWER_ROW_ID] DESC, CASE WHEN ans.[TEXT_ANSWER] IS NULL THEN 1 ELSE 0 END, ans.[TEXT_ANSWER], CASE WHEN subj.person_id IS NULL THEN 1 ELSE 0 END, subj.person_id) AS ssd_place
  FROM [MO_FORMS] AS form
  INNER JOIN step_people AS subj ON subj.subgroup_id = form.[SUBGROUP_ID]
  INNER JOIN [DM_CACHED_FORM_ANSWERS] AS ans ON ans.[FORM_ID] = form.[FORM_ID] AND (ans.[SUBJECT_PERSON_ID] IS NULL OR ans.[SUBJECT_PERSON_ID] <= 0 OR ans.[SUBJECT_PERSON_ID] = subj.person_id)
  WHERE ans.[QUESTION_USER_CODE] IN (N'acFLDAllAboutMeLeavingImmigrationStatusList', N'csn_ina_addsuppfact_immig_status', N'csn_couns_immigration', N'uascImmigStat', N'62CD0406-2F07-0FF5-512C-A7FA0DBAD602')
    AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(subj.person_id AS nvarchar(30)))
    AND subj.person_id IS NOT NULL
    AND NULLIF(RTRIM(CONCAT(CAST(form.[FORM_ID] AS nvarchar(30)), N'.', CAST(subj.person_id AS nvarchar(30)))), N'') IS NOT NULL
) AS numbered
WHERE numbered.ssd_row = 1
) AS picked
WHERE picked.ssd_key_row = 1;
-- META-ELEMENT: {"type": "create_fk"}
IF NOT EXISTS (SELECT 1 FROM sys.foreign_keys WHERE parent_object_id = OBJECT_ID(N'ssd_immigration_status', N'U') AND name = N'fk_ssd_immigration_status_immi_person_id')
ALTER TABLE ssd_immigration_status ADD CONSTRAINT fk_ssd_immigration_status_immi_person_id FOREIGN KEY (immi_person_id) REFERENCES ssd_person (pers_person_id);
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_immigration_status', N'U') AND name = N'ix_ssd_immigration_status_immi_person_id')
CREATE INDEX ix_ssd_immigration_status_immi_person_id ON ssd_immigration_status (immi_person_id);
GO
