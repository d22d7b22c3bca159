-- META-ELEMENT: {"type": "header"}
-- ssd_person for Eclipse on PostgreSQL (10 or later), for reading: the script that is run is eclipse.postgres.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_person"}
-- META-ELEMENT: {"type": "create_table"}
CREATE TABLE IF NOT EXISTS ssd_person (
  pers_person_id varchar(48) NOT NULL, -- metadata={"item_ref":"PERS001A"}
  pers_forename varchar(255) NULL, -- metadata={"item_ref":"PERS015A"}
  pers_surname varchar(255) NULL, -- metadata={"item_ref":"PERS016A"}
  pers_sex varchar(20) NULL, -- metadata={"item_ref":"PERS002A"}
  pers_gender varchar(10) NULL, -- metadata={"item_ref":"PERS003A"}
  pers_ethnicity varchar(48) NULL, -- metadata={"item_ref":"PERS004A"}
  pers_dob timestamp NULL, -- metadata={"item_ref":"PERS005A"}
  pers_common_child_id varchar(48) NULL, -- metadata={"item_ref":"PERS013A"}
  pers_legacy_id varchar(48) NULL, -- metadata={"item_ref":"PERS014A"}
  pers_upn_unknown varchar(6) NULL, -- metadata={"item_ref":"PERS007A"}
  pers_send_flag char(1) NULL, -- metadata={"item_ref":"PERS008A"}
  pers_expected_dob timestamp NULL, -- metadata={"item_ref":"PERS009A"}
  pers_death_date timestamp NULL, -- metadata={"item_ref":"PERS010A"}
  pers_is_mother char(1) NULL, -- metadata={"item_ref":"PERS011A"}
  pers_nationality varchar(48) NULL, -- metadata={"item_ref":"PERS012A"}
  CONSTRAINT pk_ssd_person PRIMARY KEY (pers_person_id)
);
-- META-ELEMENT: {"type": "insert_data"}
WITH latest_reference AS (
  SELECT n.personid AS personid, n.referencetype AS referencetype, n.referencetypecode AS referencetypecode, n.referencenumber AS referencenumber
  FROM (SELECT r.personid AS personid, r.referencetype AS referencetype, r.referencetypecode AS referencetypecode, r.referencenumber AS referencenumber, ROW_NUMBER() OVER (PARTITION BY r.personid, r.referencetype, r.referencetypecode ORDER BY COALESCE(r.enddate, TIMESTAMP '9999-12-31 00:00:00') DESC NULLS LAST, r.startdate DESC NULLS LAST, r.referencenumber) AS place FROM referencenumberpersonview AS r WHERE r.referencenumber IS NOT NULL) AS n
  WHERE n.place = 1
),
person_classification AS (
  SELECT p.person_fk AS personid, c.id AS classificationid, c.code AS code, g.id AS groupid, g.code AS groupcode, a.start_date AS starts, a.end_date AS ends
  FROM classification AS c
  INNER JOIN classification_group AS g ON g.id = c.classification_group_fk
  INNER JOIN classification_assignment AS a ON a.classification_fk = c.id
  INNER JOIN person_classification_assignme AS p ON p.id = a.subject_classification_assi_fk
  WHERE a.status IS NULL OR a.status <> 'DELETED'
),
upn_reason AS (
  SELECT u.personid AS personid, u.code AS code
  FROM (SELECT c.personid AS personid, c.code AS code, ROW_NUMBER() OVER (PARTITION BY c.personid ORDER BY COALESCE(c.ends, TIMESTAMP '9999-12-31 00:00:00') DESC NULLS LAST, c.starts DESC NULLS LAST, c.code) AS place FROM person_classification AS c WHERE c.groupid IN (NULL /* upn_unknown_group */) AND c.code IN ('UN1', 'UN2', 'UN3', 'UN4', 'UN5')) AS u
  WHERE u.place = 1
),
unaccompanied AS (
  SELECT DISTINCT c.personid AS personid
  FROM person_classification AS c
  WHERE upper(c.groupcode) = 'ASY_STAT' AND c.classificationid IN (NULL /* uasc_classification */) AND c.starts < (CAST(current_setting('ssd.today') AS timestamp) + INTERVAL '1 day') AND (c.ends IS NULL OR c.ends > CAST(current_setting('ssd.today') AS timestamp))
),
woman_with_child AS (
  SELECT m.personid AS personid
  FROM person_per_relationship AS r
  INNER JOIN personview AS m ON m.personid = r.role_a_person_fk
  INNER JOIN personview AS o ON o.personid = r.role_b_person_fk
  WHERE r.person_per_rel_type_fk IN (NULL /* mother_relationship_type */) AND m.gender IN ('Female', 'Woman') AND o.personid <> m.personid AND COALESCE(o.dateofbirth, CAST(current_setting('ssd.today') AS timestamp)) >= m.dateofbirth
  UNION
  SELECT m.personid AS personid
  FROM person_per_relationship AS r
  INNER JOIN personview AS m ON m.personid = r.role_b_person_fk
  INNER JOIN personview AS o ON o.personid = r.role_a_person_fk
  WHERE r.person_per_rel_type_fk IN (NULL /* mother_relationship_type */) AND m.gender IN ('Female', 'Woman') AND o.personid <> m.personid AND COALESCE(o.dateofbirth, CAST(current_setting('ssd.today') AS timestamp)) >= m.dateofbirth
),
exclusions AS (
  SELECT p.personid AS personid
  FROM personview AS p
  WHERE 1 = 0 OR upper(p.duplicated) = 'DUPLICATE' OR upper(p.forename) LIKE '%DUPLICATE%' OR upper(p.surname) LIKE '%DUPLICATE%'
)
INSERT INTO ssd_person (
  pers_person_id, -- metadata={"item_ref":"PERS001A"}
  pers_forename, -- metadata={"item_ref":"PERS015A"}
  pers_surname, -- metadata={"item_ref":"PERS016A"}
  pers_sex, -- metadata={"item_ref":"PERS002A"}
  pers_gender, -- metadata={"item_ref":"PERS003A"}
  pers_ethnicity, -- metadata={"item_ref":"PERS004A"}
  pers_dob, -- metadata={"item_ref":"PERS005A"}
  pers_common_child_id, -- metadata={"item_ref":"PERS013A"}
  pers_legacy_id, -- metadata={"item_ref":"PERS014A"}
  pers_upn_unknown, -- metadata={"item_ref":"PERS007A"}
  -- pers_send_flag is not held: no view of Eclipse is known that has special educational needs
  pers_expected_dob, -- metadata={"item_ref":"PERS009A"}
  pers_death_date, -- metadata={"item_ref":"PERS010A"}
  pers_is_mother, -- metadata={"item_ref":"PERS011A"}
  pers_nationality -- metadata={"item_ref":"PERS012A"}
)
SELECT
  picked.pers_person_id,
  picked.pers_forename,
  picked.pers_surname,
  picked.pers_sex,
  picked.pers_gender,
  picked.pers_ethnicity,
  picked.pers_dob,
  picked.pers_common_child_id,
  picked.pers_legacy_id,
  picked.pers_upn_unknown,
  picked.pers_expected_dob,
  picked.pers_death_date,
  picked.pers_is_mother,
  picked.pers_nationality
FROM (
  SELECT
    CAST(p.personid AS text) AS pers_person_id, -- pers_person_id
    left(NULLIF(rtrim(p.forename), ''), 255) AS pers_forename, -- pers_forename
    left(NULLIF(rtrim(p.surname), ''), 255) AS pers_surname, -- pers_surname
    CASE p.sex WHEN 'Male' THEN 'M' WHEN 'Female' THEN 'F' ELSE 'U' END AS pers_sex, -- pers_sex
    CASE WHEN p.gender IS NULL THEN '00' ELSE CASE p.gender WHEN 'Man' THEN '01' WHEN 'Male' THEN '01' WHEN 'Woman' THEN '02' WHEN 'Female' THEN '02' ELSE '09' END END AS pers_gender, -- pers_gender
    CASE WHEN p.ethnicitycode IS NULL THEN 'NOBT' ELSE CASE p.ethnicitycode WHEN 'ARAB' THEN 'OOTH' WHEN 'BANGLADESHI' THEN 'ABAN' WHEN 'INDIAN' THEN 'AIND' WHEN 'OTHER_ASIAN' THEN 'AOTH' WHEN 'ENG_SCOT_TRAVELLER' THEN 'AOTH' WHEN 'PAKISTANI' THEN 'APKN' WHEN 'AFRICAN' THEN 'BAFR' WHEN 'BLACK_AFRICAN' THEN 'BAFR' WHEN 'BLACK_CARIBBEAN' THEN 'BCRB' WHEN 'CARIBBEAN' THEN 'BCRB' WHEN 'OTHER_BLACK' THEN 'BOTH' WHEN 'OTHER_AFRICAN' THEN 'BOTH' WHEN 'CHINESE' THEN 'CNHE' WHEN 'OTHER_MIXED' THEN 'MOTH' WHEN 'WHITE_AND_ASIAN' THEN 'MWAS' WHEN 'WHITE_AND_BLACK_AFRICAN' THEN 'MWBA' WHEN 'WHITE_AND_BLACK_CARIBBEAN' THEN 'MWBC' WHEN 'NOT_KNOWN' THEN 'NOBT' WHEN 'OTHER_ETHNIC' THEN 'OOTH' WHEN 'REFUSED' THEN 'REFU' WHEN 'WHITE_BRITISH' THEN 'WBRI' WHEN 'WHITE_NORTHERNIRISH' THEN 'WBRI' WHEN 'WHITE_SCOTTISH' THEN 'WBRI' WHEN 'WHITE_WELSH' THEN 'WBRI' WHEN 'WHITE_IRISH' THEN 'WIRI' WHEN 'IRISHTRAVELLER' THEN 'WIRT' WHEN 'OTHER_WHITE_ORIGIN' THEN 'WOTH' WHEN 'WHITE_POLISH' THEN 'WOTH' WHEN 'GYPSY' THEN 'WROM' WHEN 'TRAVELLER' THEN 'WROM' WHEN 'ROMA' THEN 'WROM' END END AS pers_ethnicity, -- pers_ethnicity
    COALESCE(p.dateofbirth, CASE WHEN p.duedate >= CAST(current_setting('ssd.today') AS timestamp) THEN p.duedate END) AS pers_dob, -- pers_dob
    left(NULLIF(rtrim(p.nhsnumber), ''), 48) AS pers_common_child_id, -- pers_common_child_id
    left(NULLIF(rtrim(p.carefirstid), ''), 48) AS pers_legacy_id, -- pers_legacy_id
    left(NULLIF(rtrim(CASE WHEN upn.referencenumber IS NOT NULL THEN NULL WHEN unk.code IS NOT NULL THEN unk.code WHEN ((CAST(EXTRACT(YEAR FROM COALESCE(p.dieddate, CAST(current_setting('ssd.today') AS timestamp))) AS integer) - CAST(EXTRACT(YEAR FROM p.dateofbirth) AS integer)) - CASE WHEN CAST(p.dateofbirth AS date) + (CAST(EXTRACT(YEAR FROM COALESCE(p.dieddate, CAST(current_setting('ssd.today') AS timestamp))) AS integer) - CAST(EXTRACT(YEAR FROM p.dateofbirth) AS integer)) * INTERVAL '1 year' > CAST(COALESCE(p.dieddate, CAST(current_setting('ssd.today') AS timestamp)) AS date) THEN 1 ELSE 0 END) < 5 THEN 'UN1' WHEN una.personid IS NOT NULL THEN 'UN2' END), ''), 6) AS pers_upn_unknown, -- pers_upn_unknown
    CASE WHEN p.duedate >= CAST(current_setting('ssd.today') AS timestamp) THEN p.duedate END AS pers_expected_dob, -- pers_expected_dob
    p.dieddate AS pers_death_date, -- pers_death_date
    CASE WHEN mo.personid IS NOT NULL THEN 'Y' ELSE 'N' END AS pers_is_mother, -- pers_is_mother
    left(NULLIF(rtrim(p.countryofbirthcode), ''), 48) AS pers_nationality, -- pers_nationality
    ROW_NUMBER() OVER (PARTITION BY p.personid ORDER BY p.dateofbirth, p.personid, p.forename, p.surname, p.sex, p.gender, p.ethnicitycode, p.duedate, p.nhsnumber, p.carefirstid, upn.referencenumber, unk.code, p.dieddate, una.personid, mo.personid, p.countryofbirthcode) AS ssd_row
  FROM persondemographicsview AS p
  LEFT JOIN latest_reference AS upn ON upn.personid = p.personid AND upn.referencetypecode = 'UPN'
  LEFT JOIN upn_reason AS unk ON unk.personid = p.personid
  LEFT JOIN unaccompanied AS una ON una.personid = p.personid
  LEFT JOIN woman_with_child AS mo ON mo.personid = p.personid
  WHERE NOT (EXISTS (SELECT 1 FROM exclusions AS x WHERE x.personid = p.personid))
    AND p.personid IS NOT NULL
) AS picked
WHERE picked.ssd_row = 1;
