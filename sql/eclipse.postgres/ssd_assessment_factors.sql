-- META-ELEMENT: {"type": "header"}
-- ssd_assessment_factors for Eclipse on PostgreSQL (10 or later), for reading: the script that is run is eclipse.postgres.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_assessment_factors"}
-- META-ELEMENT: {"type": "create_table"}
CREATE TABLE IF NOT EXISTS ssd_assessment_factors (
  cinf_table_id varchar(48) NOT NULL, -- metadata={"item_ref":"CINF003A"}
  cinf_assessment_id varchar(48) NOT NULL, -- metadata={"item_ref":"CINF001A"}
  cinf_assessment_factors_json varchar(1000) NULL, -- metadata={"item_ref":"CINF002A"}
  CONSTRAINT pk_ssd_assessment_factors PRIMARY KEY (cinf_table_id)
);
-- META-ELEMENT: {"type": "insert_data"}
WITH factor AS (
  SELECT f.instanceid AS instanceid, f.answerforsubjectid AS personid, concat(CAST(f.answerforsubjectid AS text), '-', CAST(f.instanceid AS text)) AS assessmentid, concat(MAX(CASE WHEN f.controlname = 'CINCensus_alcoholChild' AND f.answervalue IS NOT NULL THEN '"1A",' END), MAX(CASE WHEN f.controlname = 'CINCensus_alcoholParent' AND f.answervalue IS NOT NULL THEN '"1B",' END), MAX(CASE WHEN f.controlname = 'CINCensus_alcoholOtherPersonHousehold' AND f.answervalue IS NOT NULL THEN '"1C",' END), MAX(CASE WHEN f.controlname = 'CINCensus_drugChild' AND f.answervalue IS NOT NULL THEN '"2A",' END), MAX(CASE WHEN f.controlname = 'CINCensus_drugParent' AND f.answervalue IS NOT NULL THEN '"2B",' END), MAX(CASE WHEN f.controlname = 'CINCensus_drugOtherPersonHousehold' AND f.answervalue IS NOT NULL THEN '"2C",' END), MAX(CASE WHEN f.controlname = 'CINCensus_domesticChild' AND f.answervalue IS NOT NULL THEN '"3A",' END), MAX(CASE WHEN f.controlname = 'CINCensus_domesticParent' AND f.answervalue IS NOT NULL THEN '"3B",' END), MAX(CASE WHEN f.controlname = 'CINCensus_domesticOtherPersonHousehold' AND f.answervalue IS NOT NULL THEN '"3C",' END), MAX(CASE WHEN f.controlname = 'CINCensus_mentalHealthChild' AND f.answervalue IS NOT NULL THEN '"4A",' END), MAX(CASE WHEN f.controlname = 'CINCensus_mentalHealthParent' AND f.answervalue IS NOT NULL THEN '"4B",' END), MAX(CASE WHEN f.controlname = 'CINCensus_mentalHealthOtherPerson' AND f.answervalue IS NOT NULL THEN '"4C",' END), MAX(CASE WHEN f.controlname = 'CINCensus_learnDisChild' AND f.answervalue IS NOT NULL THEN '"5A",' END), MAX(CASE WHEN f.controlname = 'CINCensus_learnDisParent' AND f.answervalue IS NOT NULL THEN '"5B",' END), MAX(CASE WHEN f.controlname = 'CINCensus_learnDisOtherPersonHousehold' AND f.answervalue IS NOT NULL THEN '"5C",' END), MAX(CASE WHEN f.controlname = 'CINCensus_physDisChild' AND f.answervalue IS NOT NULL THEN '"6A",' END), MAX(CASE WHEN f.controlname = 'CINCensus_physDisParent' AND f.answervalue IS NOT NULL THEN '"6B",' END), MAX(CASE WHEN f.controlname = 'CINCensus_physDisOtherPersonHousehold' AND f.answervalue IS NOT NULL THEN '"6C",' END), MAX(CASE WHEN f.controlname = 'CINCensus_childSpecificFactor' AND strpos(f.shortanswervalue, 'YCarer') > 0 THEN '"7A",' END), MAX(CASE WHEN f.controlname = 'CINCensus_childSpecificFactor' AND strpos(f.shortanswervalue, 'PFOther') > 0 THEN '"8F",' END), MAX(CASE WHEN f.controlname = 'CINCensus_childSpecificFactor' AND strpos(f.shortanswervalue, 'PFUKFamily') > 0 THEN '"8E",' END), MAX(CASE WHEN f.controlname = 'CINCensus_childSpecificFactor' AND strpos(f.shortanswervalue, 'PFUKEducation') > 0 THEN '"8D",' END), MAX(CASE WHEN f.controlname = 'CINCensus_childSpecificFactor' AND strpos(f.shortanswervalue, 'PFOCIntendtostay') > 0 THEN '"8C",' END), MAX(CASE WHEN f.controlname = 'CINCensus_childSpecificFactor' AND strpos(f.shortanswervalue, 'PFOCIntendtoreturn') > 0 THEN '"8B",' END), MAX(CASE WHEN f.controlname = 'CINCensus_childSpecificFactor' AND strpos(f.shortanswervalue, 'UASC') > 0 THEN '"9A",' END), MAX(CASE WHEN f.controlname = 'CINCensus_childSpecificFactor' AND strpos(f.shortanswervalue, 'Miss') > 0 THEN '"10A",' END), MAX(CASE WHEN f.controlname = 'CINCensus_childSpecificFactor' AND strpos(f.shortanswervalue, 'SexExploit') > 0 THEN '"11A",' END), MAX(CASE WHEN f.controlname = 'CINCensus_childSpecificFactor' AND strpos(f.shortanswervalue, 'Traffic') > 0 THEN '"12A",' END), MAX(CASE WHEN f.controlname = 'CINCensus_childSpecificFactor' AND strpos(f.shortanswervalue, 'Gang') > 0 THEN '"13A",' END), MAX(CASE WHEN f.controlname = 'CINCensus_childSpecificFactor' AND strpos(f.shortanswervalue, 'Behave') > 0 THEN '"14A",' END), MAX(CASE WHEN f.controlname = 'CINCensus_childSpecificFactor' AND strpos(f.shortanswervalue, 'SHarm') > 0 THEN '"15A",' END), MAX(CASE WHEN f.controlname = 'CINCensus_childSpecificFactor' AND strpos(f.shortanswervalue, 'AbuseNeglect') > 0 THEN '"16A",' END), MAX(CASE WHEN f.controlname = 'CINCensus_childSpecificFactor' AND strpos(f.shortanswervalue, 'EmotAbuse') > 0 THEN '"17A",' END), CASE WHEN MAX(CASE WHEN f.controlname = 'CINCensus_childSpecificFactor' AND strpos(f.shortanswervalue, 'PhysAbuse') > 0 THEN 1 END) = 1 THEN MAX(CASE WHEN f.controlname = 'CINCensus_allegedPerpetratorOfPhysicalAbuse' AND strpos(f.shortanswervalue, '18B') > 0 THEN '"18B",' END) END, CASE WHEN MAX(CASE WHEN f.controlname = 'CINCensus_childSpecificFactor' AND strpos(f.shortanswervalue, 'PhysAbuse') > 0 THEN 1 END) = 1 THEN MAX(CASE WHEN f.controlname = 'CINCensus_allegedPerpetratorOfPhysicalAbuse' AND strpos(f.shortanswervalue, '18C') > 0 THEN '"18C",' END) END, CASE WHEN MAX(CASE WHEN f.controlname = 'CINCensus_childSpecificFactor' AND strpos(f.shortanswervalue, 'SexAbuse') > 0 THEN 1 END) = 1 THEN MAX(CASE WHEN f.controlname = 'CINCensus_allegedPerpetratorOfSexualAbuse' AND strpos(f.shortanswervalue, '19B') > 0 THEN '"19B",' END) END, CASE WHEN MAX(CASE WHEN f.controlname = 'CINCensus_childSpecificFactor' AND strpos(f.shortanswervalue, 'SexAbuse') > 0 THEN 1 END) = 1 THEN MAX(CASE WHEN f.controlname = 'CINCensus_allegedPerpetratorOfSexualAbuse' AND strpos(f.shortanswervalue, '19C') > 0 THEN '"19C",' END) END, MAX(CASE WHEN f.controlname = 'CINCensus_childSpecificFactor' AND strpos(NULLIF(replace(f.shortanswervalue, 'PFOther', ''), ''), 'Other') > 0 THEN '"20",' END), CASE WHEN MAX(CASE WHEN f.controlname IN ('CINCensus_alcoholChild', 'CINCensus_alcoholParent', 'CINCensus_alcoholOtherPersonHousehold', 'CINCensus_drugChild', 'CINCensus_drugParent', 'CINCensus_drugOtherPersonHousehold', 'CINCensus_domesticChild', 'CINCensus_domesticParent', 'CINCensus_domesticOtherPersonHousehold', 'CINCensus_mentalHealthChild', 'CINCensus_mentalHealthParent', 'CINCensus_mentalHealthOtherPerson', 'CINCensus_learnDisChild', 'CINCensus_learnDisParent', 'CINCensus_learnDisOtherPersonHousehold', 'CINCensus_physDisChild', 'CINCensus_physDisParent', 'CINCensus_physDisOtherPersonHousehold', 'CINCensus_childSpecificFactor') AND f.answervalue IS NOT NULL THEN 1 END) IS NULL THEN '"21",' END, MAX(CASE WHEN f.controlname = 'CINCensus_childSpecificFactor' AND strpos(f.shortanswervalue, 'FGM') > 0 THEN '"22A",' END), MAX(CASE WHEN f.controlname = 'CINCensus_childSpecificFactor' AND strpos(f.shortanswervalue, 'Faith') > 0 THEN '"23A",' END), MAX(CASE WHEN f.controlname = 'CINCensus_childSpecificFactor' AND strpos(f.shortanswervalue, 'RAD') > 0 THEN '"24A",' END)) AS codes
  FROM formanswerpersonview AS f
  WHERE f.designguid = NULL /* form_assessment */ AND f.instancestate = 'COMPLETE' AND NULLIF(btrim(f.designsubname), '') IN ('Reassessment', 'Single assessment')
  GROUP BY f.instanceid, f.answerforsubjectid
)
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
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
    left(NULLIF(rtrim(f.assessmentid), ''), 48) AS cinf_table_id, -- cinf_table_id
    left(NULLIF(rtrim(f.assessmentid), ''), 48) AS cinf_assessment_id, -- cinf_assessment_id
    left(NULLIF(rtrim(CASE WHEN f.codes IS NOT NULL THEN concat('[', left(f.codes, (char_length(rtrim(f.codes)) - 1)), ']') END), ''), 1000) AS cinf_assessment_factors_json, -- cinf_assessment_factors_json
    ROW_NUMBER() OVER (PARTITION BY f.assessmentid ORDER BY f.assessmentid, f.codes) AS ssd_row
  FROM factor AS f
  WHERE EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(f.personid AS text))
    AND NULLIF(rtrim(f.assessmentid), '') IS NOT NULL
    AND NULLIF(rtrim(f.assessmentid), '') IS NOT NULL
) AS picked
WHERE picked.ssd_row = 1;
-- META-ELEMENT: {"type": "create_fk"}
-- not enforced: cinf_assessment_id to ssd_cin_assessments.cina_assessment_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
CREATE INDEX IF NOT EXISTS ix_ssd_assessment_factors_cinf_assessment_id ON ssd_assessment_factors (cinf_assessment_id);
-- META-ELEMENT: {"type": "count_orphans"}
SELECT 'ssd_assessment_factors.cinf_assessment_id' AS reference, COUNT(*) AS orphans FROM ssd_assessment_factors AS child WHERE child.cinf_assessment_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_cin_assessments AS parent WHERE parent.cina_assessment_id = child.cinf_assessment_id);
