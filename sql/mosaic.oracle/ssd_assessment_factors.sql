-- META-ELEMENT: {"type": "header"}
-- ssd_assessment_factors for Mosaic on Oracle (12.2 or later), for reading: the script that is run is mosaic.oracle.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_assessment_factors"}
-- META-ELEMENT: {"type": "create_table"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_ASSESSMENT_FACTORS';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE TABLE ssd_assessment_factors (
  cinf_table_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"CINF003A"}
  cinf_assessment_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"CINF001A"}
  cinf_assessment_factors_json nvarchar2(1000) NULL, -- metadata={"item_ref":"CINF002A"}
  CONSTRAINT pk_ssd_assessment_factors PRIMARY KEY (cinf_table_id)
)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "insert_data"}
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
INSERT INTO ssd_assessment_factors (
  cinf_table_id, -- metadata={"item_ref":"CINF003A"}
  cinf_assessment_id, -- metadata={"item_ref":"CINF001A"}
  cinf_assessment_factors_json -- metadata={"item_ref":"CINF002A"}
)
WITH factors AS (
  SELECT DISTINCT a.ASSESSMENT_ID assessment_id, TRIM(a.FACTOR_VALUE) factor, COALESCE(CASE WHEN REGEXP_LIKE(TRIM(SUBSTR(TRIM(a.FACTOR_VALUE), 1, 2)), '^[0-9]{1,9}$') THEN TO_NUMBER(TRIM(SUBSTR(TRIM(a.FACTOR_VALUE), 1, 2))) END, CASE WHEN REGEXP_LIKE(TRIM(SUBSTR(TRIM(a.FACTOR_VALUE), 1, 1)), '^[0-9]{1,9}$') THEN TO_NUMBER(TRIM(SUBSTR(TRIM(a.FACTOR_VALUE), 1, 1))) END) factor_number
  FROM DM_CIN_ASSESS_FACTORS a
  WHERE TRIM(a.FACTOR_VALUE) IN ('20', '21', '1A', '1B', '1C', '2A', '2B', '2C', '3A', '3B', '3C', '4A', '4B', '4C', '5A', '5B', '5C', '6A', '6B', '6C', '7A', '8B', '8C', '8D', '8E', '8F', '9A', '10A', '11A', '12A', '13A', '14A', '15A', '16A', '17A', '18B', '18C', '19B', '19C', '22A', '23A', '24A')
),
step_people AS (
  SELECT DISTINCT s.SUBGROUP_ID subgroup_id, s.SUBJECT_COMPOUND_ID person_id
  FROM DM_SUBGROUP_SUBJECTS s
  WHERE s.SUBJECT_TYPE_CODE = 'PER'
),
person_steps AS (
  SELECT s.WORKFLOW_STEP_ID workflow_step_id, p.person_id person_id, (TO_CHAR(s.WORKFLOW_STEP_ID) || '.' || TO_CHAR(p.person_id)) step_key, s.WORKFLOW_STEP_TYPE_ID workflow_step_type_id, s.STEP_STATUS step_status, s.INCOMING_ON incoming_on, s.STARTED_ON started_on, s.COMPLETED_ON completed_on, s.CANCELLED_ON cancelled_on, s.RESPONSIBLE_TEAM_ID responsible_team_id, s.ASSIGNEE_ID assignee_id, s.IS_CHILD_CONTACT is_child_contact, s.IS_CONTINUOUS_ASSESSMENT is_continuous_assessment, s.IS_SECTION_47_ENQUIRY is_section_47_enquiry, s.IS_MISSING_OR_ABSENT is_missing_or_absent, s.STRATEGY_DISCUSSION_DATE strategy_discussion_date, s.CP_CONFERENCE_CATEGORY cp_conference_category, s.CP_CONFERENCE_ACTUAL_DATE cp_conference_actual_date, s.LAC_REVIEW_CATEGORY lac_review_category, s.LAC_REVIEW_DATE lac_review_date, s.LAC_REVIEW_PARTICIPATION_CODE lac_review_participation_code
  FROM DM_WORKFLOW_STEPS s
  INNER JOIN step_people p ON p.subgroup_id = s.SUBGROUP_ID
),
assessed_factors AS (
  SELECT DISTINCT f.assessment_id assessment_id, s.person_id person_id
  FROM factors f
  INNER JOIN person_steps s ON s.workflow_step_id = f.assessment_id
  WHERE s.is_continuous_assessment = 'Y' AND s.step_status IN ('INCOMING', 'STARTED', 'REOPENED', 'COMPLETED') AND COALESCE(s.started_on, s.incoming_on) < ((SELECT settings.today FROM ssd_extract_settings settings) + INTERVAL '1' DAY) AND (s.completed_on >= (SELECT settings.window_start FROM ssd_extract_settings settings) OR s.completed_on IS NULL)
)
SELECT
  picked.cinf_table_id,
  picked.cinf_assessment_id,
  picked.cinf_assessment_factors_json
FROM (
  SELECT
    SUBSTR(RTRIM((TO_CHAR(f.assessment_id) || '.' || TO_CHAR(f.person_id))), 1, 48) cinf_table_id, -- cinf_table_id
    SUBSTR(RTRIM((TO_CHAR(f.assessment_id) || '.' || TO_CHAR(f.person_id))), 1, 48) cinf_assessment_id, -- cinf_assessment_id
    SUBSTR(RTRIM(('["' || (SELECT LISTAGG(TRANSLATE(x.factor, CHR(1) || CHR(2) || CHR(3) || CHR(4) || CHR(5) || CHR(6) || CHR(7) || CHR(8) || CHR(11) || CHR(12) || CHR(14) || CHR(15) || CHR(16) || CHR(17) || CHR(18) || CHR(19) || CHR(20) || CHR(21) || CHR(22) || CHR(23) || CHR(24) || CHR(25) || CHR(26) || CHR(27) || CHR(28) || CHR(29) || CHR(30) || CHR(31), '                            '), '", "') WITHIN GROUP (ORDER BY x.factor_number, x.factor) FROM factors x WHERE x.assessment_id = f.assessment_id) || '"]')), 1, 1000) cinf_assessment_factors_json, -- cinf_assessment_factors_json
    ROW_NUMBER() OVER (PARTITION BY (TO_CHAR(f.assessment_id) || '.' || TO_CHAR(f.person_id)) ORDER BY f.assessment_id, f.person_id) AS ssd_row
  FROM assessed_factors f
  WHERE EXISTS (SELECT 1 FROM ssd_person cohort WHERE cohort.pers_person_id = TO_CHAR(f.person_id))
    AND RTRIM((TO_CHAR(f.assessment_id) || '.' || TO_CHAR(f.person_id))) IS NOT NULL
    AND RTRIM((TO_CHAR(f.assessment_id) || '.' || TO_CHAR(f.person_id))) IS NOT NULL
) picked
WHERE picked.ssd_row = 1;
-- META-ELEMENT: {"type": "create_fk"}
-- not enforced: cinf_assessment_id to ssd_cin_assessments.cina_assessment_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_ASSESSMENT_FACTORS' AND index_name = 'IX_SSD_ASSESSMENT_FACTORS_CINF_ASSESSMENT_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_assessment_factors_cinf_assessment_id ON ssd_assessment_factors (cinf_assessment_id)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "count_orphans"}
SELECT 'ssd_assessment_factors.cinf_assessment_id' AS reference, COUNT(*) AS orphans FROM ssd_assessment_factors child WHERE child.cinf_assessment_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_cin_assessments parent WHERE parent.cina_assessment_id = child.cinf_assessment_id);
