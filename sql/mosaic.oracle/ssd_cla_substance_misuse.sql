-- META-ELEMENT: {"type": "header"}
-- ssd_cla_substance_misuse for Mosaic on Oracle (12.2 or later), for reading: the script that is run is mosaic.oracle.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_substance_misuse"}
-- META-ELEMENT: {"type": "create_table"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CLA_SUBSTANCE_MISUSE';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE TABLE ssd_cla_substance_misuse (
  clas_substance_misuse_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"CLAS001A"}
  clas_person_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"CLAS002A"}
  clas_substance_misuse_date timestamp NULL, -- metadata={"item_ref":"CLAS003A"}
  clas_substance_misused nchar(100) NULL, -- metadata={"item_ref":"CLAS004A"}
  clas_intervention_received nchar(1) NULL, -- metadata={"item_ref":"CLAS005A"}
  CONSTRAINT pk_ssd_cla_substance_misuse PRIMARY KEY (clas_substance_misuse_id)
)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "insert_data"}
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
INSERT INTO ssd_cla_substance_misuse (
  clas_substance_misuse_id, -- metadata={"item_ref":"CLAS001A"}
  clas_person_id, -- metadata={"item_ref":"CLAS002A"}
  clas_substance_misuse_date, -- metadata={"item_ref":"CLAS003A"}
  clas_substance_misused, -- metadata={"item_ref":"CLAS004A"}
  clas_intervention_received -- metadata={"item_ref":"CLAS005A"}
)
WITH step_people AS (
  SELECT DISTINCT s.SUBGROUP_ID subgroup_id, s.SUBJECT_COMPOUND_ID person_id
  FROM DM_SUBGROUP_SUBJECTS s
  WHERE s.SUBJECT_TYPE_CODE = 'PER'
),
form_answers AS (
  SELECT a.FORM_ID form_id, a.FORM_ANSWER_ROW_ID form_answer_row_id, p.person_id person_id, a.QUESTION_USER_CODE question_user_code, a.TEXT_ANSWER text_answer, a.DATE_ANSWER date_answer
  FROM DM_CACHED_FORM_ANSWERS a
  INNER JOIN step_people p ON p.subgroup_id = a.SUBGROUP_ID AND (a.SUBJECT_PERSON_ID IS NULL OR a.SUBJECT_PERSON_ID <= 0 OR a.SUBJECT_PERSON_ID = p.person_id)
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
    SUBSTR(RTRIM((TO_CHAR(ans.form_id) || '.' || TO_CHAR(ans.form_answer_row_id) || '.' || TO_CHAR(ans.person_id))), 1, 48) clas_substance_misuse_id, -- clas_substance_misuse_id
    TO_CHAR(ans.person_id) clas_person_id, -- clas_person_id
    (SELECT MAX(d.date_answer) FROM form_answers d WHERE d.form_id = ans.form_id AND d.form_answer_row_id = ans.form_answer_row_id AND d.person_id = ans.person_id AND d.question_user_code IN (NULL /* substance_date_questions */)) clas_substance_misuse_date, -- clas_substance_misuse_date
    SUBSTR(RTRIM(ans.text_answer), 1, 100) clas_substance_misused, -- clas_substance_misused
    SUBSTR(RTRIM((SELECT MAX(CASE WHEN d.text_answer IN ('Yes') THEN 'Y' ELSE 'N' END) FROM form_answers d WHERE d.form_id = ans.form_id AND d.form_answer_row_id = ans.form_answer_row_id AND d.person_id = ans.person_id AND d.question_user_code IN (NULL /* substance_intervention_questions */) AND RTRIM(d.text_answer) IS NOT NULL)), 1, 1) clas_intervention_received, -- clas_intervention_received
    ROW_NUMBER() OVER (PARTITION BY ans.form_id, ans.form_answer_row_id, ans.person_id ORDER BY ans.text_answer, ans.form_id, ans.form_answer_row_id, ans.person_id) AS ssd_row,
    ROW_NUMBER() OVER (ORDER BY ans.text_answer, ans.form_id, ans.form_answer_row_id, ans.person_id) AS ssd_place
  FROM form_answers ans
  WHERE ans.question_user_code IN (NULL /* substance_questions */)
    AND EXISTS (SELECT 1 FROM ssd_person cohort WHERE cohort.pers_person_id = TO_CHAR(ans.person_id))
    AND RTRIM((TO_CHAR(ans.form_id) || '.' || TO_CHAR(ans.form_answer_row_id) || '.' || TO_CHAR(ans.person_id))) IS NOT NULL
    AND ans.person_id IS NOT NULL
) numbered
WHERE numbered.ssd_row = 1
) picked
WHERE picked.ssd_key_row = 1;
-- META-ELEMENT: {"type": "create_fk"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_constraints WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CLA_SUBSTANCE_MISUSE' AND constraint_name = 'FK_SSD_CLA_SUBSTANCE_MISUSE_CLAS_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'ALTER TABLE ssd_cla_substance_misuse ADD CONSTRAINT fk_ssd_cla_substance_misuse_clas_person_id FOREIGN KEY (clas_person_id) REFERENCES ssd_person (pers_person_id)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "create_idx"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CLA_SUBSTANCE_MISUSE' AND index_name = 'IX_SSD_CLA_SUBSTANCE_MISUSE_CLAS_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_cla_substance_misuse_clas_person_id ON ssd_cla_substance_misuse (clas_person_id)'
  ;
  END IF;
END;
/
