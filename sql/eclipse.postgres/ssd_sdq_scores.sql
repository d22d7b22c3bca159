-- META-ELEMENT: {"type": "header"}
-- ssd_sdq_scores for Eclipse on PostgreSQL (10 or later), for reading: the script that is run is eclipse.postgres.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_sdq_scores"}
-- META-ELEMENT: {"type": "create_table"}
CREATE TABLE IF NOT EXISTS ssd_sdq_scores (
  csdq_table_id varchar(48) NOT NULL, -- metadata={"item_ref":"CSDQ001A"}
  csdq_person_id varchar(48) NOT NULL, -- metadata={"item_ref":"CSDQ002A"}
  csdq_sdq_completed_date timestamp NULL, -- metadata={"item_ref":"CSDQ003A"}
  csdq_sdq_reason varchar(100) NULL, -- metadata={"item_ref":"CSDQ004A"}
  csdq_sdq_score varchar(100) NULL, -- metadata={"item_ref":"CSDQ005A"}
  CONSTRAINT pk_ssd_sdq_scores PRIMARY KEY (csdq_table_id)
);
-- META-ELEMENT: {"type": "insert_data"}
WITH sdq_form AS (
  SELECT f.instanceid AS instanceid, f.answerforsubjectid AS personid, MAX(CASE WHEN f.controlname = '903Return_dateOfLatestSDQRecord' THEN CASE WHEN CASE WHEN f.answervalue LIKE '__/__/____%' THEN concat(substr(f.answervalue, 7, 4), '-', substr(f.answervalue, 4, 2), '-', substr(f.answervalue, 1, 2)) ELSE left(f.answervalue, 10) END ~ '^((19|20)[0-9]{2}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))|(19|20)(0[48]|[2468][048]|[13579][26])-02-29|2000-02-29)$' THEN CAST(CASE WHEN f.answervalue LIKE '__/__/____%' THEN concat(substr(f.answervalue, 7, 4), '-', substr(f.answervalue, 4, 2), '-', substr(f.answervalue, 1, 2)) ELSE left(f.answervalue, 10) END AS timestamp) END END) AS completed, MAX(CASE WHEN f.controlname = 'youngPersonsStrengthsAndDifficultiesQuestionnaireScore' THEN CASE WHEN btrim(f.answervalue) ~ '^[0-9]{1,9}$' THEN CAST(btrim(f.answervalue) AS integer) END END) AS score, MAX(CASE WHEN f.controlname = '903Return_reasonForNotSubmittingStrengthsAndDifficultiesQuestionnaireInPeriod' THEN f.answervalue END) AS reason
  FROM formanswerpersonview AS f
  WHERE f.designguid = NULL /* form_sdq */ AND f.instancestate = 'COMPLETE'
  GROUP BY f.instanceid, f.answerforsubjectid
)
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
INSERT INTO ssd_sdq_scores (
  csdq_table_id, -- metadata={"item_ref":"CSDQ001A"}
  csdq_person_id, -- metadata={"item_ref":"CSDQ002A"}
  csdq_sdq_completed_date, -- metadata={"item_ref":"CSDQ003A"}
  csdq_sdq_reason, -- metadata={"item_ref":"CSDQ004A"}
  csdq_sdq_score -- metadata={"item_ref":"CSDQ005A"}
)
SELECT
  picked.csdq_table_id,
  picked.csdq_person_id,
  picked.csdq_sdq_completed_date,
  picked.csdq_sdq_reason,
  picked.csdq_sdq_score
FROM (
  SELECT
    left(NULLIF(rtrim(concat(CAST(s.personid AS text), '-', CAST(s.instanceid AS text))), ''), 48) AS csdq_table_id, -- csdq_table_id
    CAST(s.personid AS text) AS csdq_person_id, -- csdq_person_id
    s.completed AS csdq_sdq_completed_date, -- csdq_sdq_completed_date
    CASE s.reason WHEN 'No form returned as child was aged under 4 or over 17 at date of latest assessment' THEN 'SDQ1' WHEN 'Carer(s) refused to complete and return questionnaire' THEN 'SDQ2' WHEN 'Not possible to complete the questionnaire due to severity of the child’s disability' THEN 'SDQ3' WHEN 'Not possible to complete the questionnaire due to severity of the child''s disability' THEN 'SDQ3' WHEN 'Other' THEN 'SDQ4' WHEN 'Child or young person refuses to allow an SDQ to be completed' THEN 'SDQ5' END AS csdq_sdq_reason, -- csdq_sdq_reason
    CAST(s.score AS text) AS csdq_sdq_score, -- csdq_sdq_score
    ROW_NUMBER() OVER (PARTITION BY concat(CAST(s.personid AS text), '-', CAST(s.instanceid AS text)) ORDER BY s.personid, s.instanceid, s.completed, s.reason, s.score) AS ssd_row
  FROM sdq_form AS s
  WHERE EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(s.personid AS text))
    AND NULLIF(rtrim(concat(CAST(s.personid AS text), '-', CAST(s.instanceid AS text))), '') IS NOT NULL
    AND s.personid IS NOT NULL
) AS picked
WHERE picked.ssd_row = 1;
-- META-ELEMENT: {"type": "create_fk"}
DO $ssd$ BEGIN
IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conrelid = to_regclass('ssd_sdq_scores') AND conname = 'fk_ssd_sdq_scores_csdq_person_id') THEN
ALTER TABLE ssd_sdq_scores ADD CONSTRAINT fk_ssd_sdq_scores_csdq_person_id FOREIGN KEY (csdq_person_id) REFERENCES ssd_person (pers_person_id);
END IF;
END $ssd$;
-- META-ELEMENT: {"type": "create_idx"}
CREATE INDEX IF NOT EXISTS ix_ssd_sdq_scores_csdq_person_id ON ssd_sdq_scores (csdq_person_id);
