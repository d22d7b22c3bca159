-- META-ELEMENT: {"type": "header"}
-- ssd_immigration_status for Mosaic on Oracle (12.2 or later), for reading: the script that is run is mosaic.oracle.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_immigration_status"}
-- META-ELEMENT: {"type": "create_table"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_IMMIGRATION_STATUS';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE TABLE ssd_immigration_status (
  immi_person_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"IMMI001A"}
  immi_immigration_status_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"IMMI005A"}
  immi_immigration_status nvarchar2(100) NULL, -- metadata={"item_ref":"IMMI002A"}
  immi_immigration_status_start_date timestamp NULL, -- metadata={"item_ref":"IMMI003A"}
  immi_immigration_status_end_date timestamp NULL, -- metadata={"item_ref":"IMMI004A"}
  CONSTRAINT pk_ssd_immigration_status PRIMARY KEY (immi_immigration_status_id)
)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "insert_data"}
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
INSERT INTO ssd_immigration_status (
  immi_person_id, -- metadata={"item_ref":"IMMI001A"}
  immi_immigration_status_id, -- metadata={"item_ref":"IMMI005A"}
  immi_immigration_status, -- metadata={"item_ref":"IMMI002A"}
  immi_immigration_status_start_date, -- metadata={"item_ref":"IMMI003A"}
  immi_immigration_status_end_date -- metadata={"item_ref":"IMMI004A"}
)
WITH step_people AS (
  SELECT DISTINCT s.SUBGROUP_ID subgroup_id, s.SUBJECT_COMPOUND_ID person_id
  FROM DM_SUBGROUP_SUBJECTS s
  WHERE s.SUBJECT_TYPE_CODE = 'PER'
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
    TO_CHAR(subj.person_id) immi_person_id, -- immi_person_id
    SUBSTR(RTRIM((TO_CHAR(form.FORM_ID) || '.' || TO_CHAR(subj.person_id))), 1, 48) immi_immigration_status_id, -- immi_immigration_status_id
    SUBSTR(RTRIM(ans.TEXT_ANSWER), 1, 100) immi_immigration_status, -- immi_immigration_status
    (SELECT MAX(CAST(TRUNC(d.DATE_ANSWER) AS TIMESTAMP)) FROM DM_CACHED_FORM_ANSWERS d WHERE d.FORM_ID = form.FORM_ID AND d.FORM_ANSWER_ROW_ID = ans.FORM_ANSWER_ROW_ID AND d.QUESTION_USER_CODE IN (NULL /* immigration_start_questions */) AND (d.SUBJECT_PERSON_ID IS NULL OR d.SUBJECT_PERSON_ID <= 0 OR d.SUBJECT_PERSON_ID = subj.person_id)) immi_immigration_status_start_date, -- immi_immigration_status_start_date
    (SELECT MAX(CAST(TRUNC(d.DATE_ANSWER) AS TIMESTAMP)) FROM DM_CACHED_FORM_ANSWERS d WHERE d.FORM_ID = form.FORM_ID AND d.FORM_ANSWER_ROW_ID = ans.FORM_ANSWER_ROW_ID AND d.QUESTION_USER_CODE IN (NULL /* immigration_end_questions */) AND (d.SUBJECT_PERSON_ID IS NULL OR d.SUBJECT_PERSON_ID <= 0 OR d.SUBJECT_PERSON_ID = subj.person_id)) immi_immigration_status_end_date, -- immi_immigration_status_end_date
    ROW_NUMBER() OVER (PARTITION BY subj.person_id ORDER BY form.CREATED_ON DESC NULLS LAST, form.FORM_ID DESC NULLS LAST, ans.FORM_ANSWER_ROW_ID DESC NULLS LAST, ans.TEXT_ANSWER, subj.person_id) AS ssd_row,
    ROW_NUMBER() OVER (ORDER BY form.CREATED_ON DESC NULLS LAST, form.FORM_ID DESC NULLS LAST, ans.FORM_ANSWER_ROW_ID DESC NULLS LAST, ans.TEXT_ANSWER, subj.person_id) AS ssd_place
  FROM MO_FORMS form
  INNER JOIN step_people subj ON subj.subgroup_id = form.SUBGROUP_ID
  INNER JOIN DM_CACHED_FORM_ANSWERS ans ON ans.FORM_ID = form.FORM_ID AND (ans.SUBJECT_PERSON_ID IS NULL OR ans.SUBJECT_PERSON_ID <= 0 OR ans.SUBJECT_PERSON_ID = subj.person_id)
  WHERE ans.QUESTION_USER_CODE IN ('acFLDAllAboutMeLeavingImmigrationStatusList', 'csn_ina_addsuppfact_immig_status', 'csn_couns_immigration', 'uascImmigStat', '62CD0406-2F07-0FF5-512C-A7FA0DBAD602')
    AND EXISTS (SELECT 1 FROM ssd_person cohort WHERE cohort.pers_person_id = TO_CHAR(subj.person_id))
    AND subj.person_id IS NOT NULL
    AND RTRIM((TO_CHAR(form.FORM_ID) || '.' || TO_CHAR(subj.person_id))) IS NOT NULL
) numbered
WHERE numbered.ssd_row = 1
) picked
WHERE picked.ssd_key_row = 1;
-- META-ELEMENT: {"type": "create_fk"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_constraints WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_IMMIGRATION_STATUS' AND constraint_name = 'FK_SSD_IMMIGRATION_STATUS_IMMI_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'ALTER TABLE ssd_immigration_status ADD CONSTRAINT fk_ssd_immigration_status_immi_person_id FOREIGN KEY (immi_person_id) REFERENCES ssd_person (pers_person_id)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "create_idx"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_IMMIGRATION_STATUS' AND index_name = 'IX_SSD_IMMIGRATION_STATUS_IMMI_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_immigration_status_immi_person_id ON ssd_immigration_status (immi_person_id)'
  ;
  END IF;
END;
/
