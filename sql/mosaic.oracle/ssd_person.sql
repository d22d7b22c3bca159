-- META-ELEMENT: {"type": "header"}
-- ssd_person for Mosaic on Oracle (12.2 or later), for reading: the script that is run is mosaic.oracle.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_person"}
-- META-ELEMENT: {"type": "create_table"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_PERSON';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE TABLE ssd_person (
  pers_person_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"PERS001A"}
  pers_forename nvarchar2(255) NULL, -- metadata={"item_ref":"PERS015A"}
  pers_surname nvarchar2(255) NULL, -- metadata={"item_ref":"PERS016A"}
  pers_sex nvarchar2(20) NULL, -- metadata={"item_ref":"PERS002A"}
  pers_gender nvarchar2(10) NULL, -- metadata={"item_ref":"PERS003A"}
  pers_ethnicity nvarchar2(48) NULL, -- metadata={"item_ref":"PERS004A"}
  pers_dob timestamp NULL, -- metadata={"item_ref":"PERS005A"}
  pers_common_child_id nvarchar2(48) NULL, -- metadata={"item_ref":"PERS013A"}
  pers_legacy_id nvarchar2(48) NULL, -- metadata={"item_ref":"PERS014A"}
  pers_upn_unknown nvarchar2(6) NULL, -- metadata={"item_ref":"PERS007A"}
  pers_send_flag nchar(1) NULL, -- metadata={"item_ref":"PERS008A"}
  pers_expected_dob timestamp NULL, -- metadata={"item_ref":"PERS009A"}
  pers_death_date timestamp NULL, -- metadata={"item_ref":"PERS010A"}
  pers_is_mother nchar(1) NULL, -- metadata={"item_ref":"PERS011A"}
  pers_nationality nvarchar2(48) NULL, -- metadata={"item_ref":"PERS012A"}
  CONSTRAINT pk_ssd_person PRIMARY KEY (pers_person_id)
)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "insert_data"}
INSERT INTO ssd_person (
  pers_person_id, -- metadata={"item_ref":"PERS001A"}
  -- pers_forename is not held: the column of DM_PERSONS with the first name is not known yet
  -- pers_surname is not held: the column of DM_PERSONS with the last name is not known yet
  pers_sex, -- metadata={"item_ref":"PERS002A"}
  pers_gender, -- metadata={"item_ref":"PERS003A"}
  pers_ethnicity, -- metadata={"item_ref":"PERS004A"}
  pers_dob, -- metadata={"item_ref":"PERS005A"}
  -- pers_common_child_id is not held: filled by each authority that has one
  -- pers_legacy_id is not held: an item of another CMS
  -- pers_upn_unknown is not held: derived for the returns
  -- pers_send_flag is not held: special educational needs are kept in an education system
  pers_expected_dob, -- metadata={"item_ref":"PERS009A"}
  pers_death_date, -- metadata={"item_ref":"PERS010A"}
  pers_is_mother, -- metadata={"item_ref":"PERS011A"}
  pers_nationality -- metadata={"item_ref":"PERS012A"}
)
SELECT
  TO_CHAR(prs.PERSON_ID), -- pers_person_id
  CASE prs.GENDER WHEN 'F' THEN 'F' WHEN 'M' THEN 'M' ELSE 'U' END, -- pers_sex
  CASE WHEN (SELECT c.REF_DESCRIPTION FROM MO_PERSON_GENDER_IDENTITIES g INNER JOIN REFERENCE_DATA c ON c.REF_CODE = g.GENDER_CODE AND c.REF_DOMAIN = 'GENDER_IDENTITY' WHERE g.PERSON_ID = prs.PERSON_ID AND (SELECT settings.today FROM ssd_extract_settings settings) BETWEEN g.START_DATE AND COALESCE(g.END_DATE, TIMESTAMP '9999-12-31 00:00:00') ORDER BY g.START_DATE DESC NULLS LAST, c.REF_DESCRIPTION FETCH FIRST 1 ROW ONLY) IS NULL THEN '00' ELSE CASE (SELECT c.REF_DESCRIPTION FROM MO_PERSON_GENDER_IDENTITIES g INNER JOIN REFERENCE_DATA c ON c.REF_CODE = g.GENDER_CODE AND c.REF_DOMAIN = 'GENDER_IDENTITY' WHERE g.PERSON_ID = prs.PERSON_ID AND (SELECT settings.today FROM ssd_extract_settings settings) BETWEEN g.START_DATE AND COALESCE(g.END_DATE, TIMESTAMP '9999-12-31 00:00:00') ORDER BY g.START_DATE DESC NULLS LAST, c.REF_DESCRIPTION FETCH FIRST 1 ROW ONLY) WHEN 'Man' THEN '01' WHEN 'Boy' THEN '01' WHEN 'Male' THEN '01' WHEN 'Woman' THEN '02' WHEN 'Girl' THEN '02' WHEN 'Female' THEN '02' WHEN 'Not known' THEN '00' WHEN 'Unknown' THEN '00' WHEN 'Not stated' THEN '00' WHEN 'Not asked' THEN '00' WHEN 'Prefer not to say' THEN '00' ELSE '09' END END, -- pers_gender
  SUBSTR(RTRIM((SELECT MAX(e.CBDS_ETHNICITY_CODE) FROM DM_ETHNICITIES e WHERE e.ETHNICITY_CODE = prs.FULL_ETHNICITY_CODE)), 1, 48), -- pers_ethnicity
  CASE WHEN prs.DATE_OF_BIRTH < ((SELECT settings.today FROM ssd_extract_settings settings) + INTERVAL '1' DAY) THEN prs.DATE_OF_BIRTH END, -- pers_dob
  CASE WHEN prs.DATE_OF_BIRTH >= ((SELECT settings.today FROM ssd_extract_settings settings) + INTERVAL '1' DAY) THEN prs.DATE_OF_BIRTH END, -- pers_expected_dob
  prs.DATE_OF_DEATH, -- pers_death_date
  CASE WHEN prs.GENDER = 'M' THEN NULL WHEN EXISTS (SELECT 1 FROM DM_PERSONAL_RELATIONSHIPS k WHERE k.PERSON_ID = prs.PERSON_ID AND k.IS_MOTHER = 'Y' AND (SELECT settings.today FROM ssd_extract_settings settings) BETWEEN k.START_DATE AND COALESCE(k.END_DATE, TIMESTAMP '9999-12-31 00:00:00')) THEN 'Y' ELSE 'N' END, -- pers_is_mother
  SUBSTR(RTRIM((SELECT MAX(c.DESCRIPTION) FROM DM_COUNTRIES_OF_BIRTH c WHERE c.COUNTRY_OF_BIRTH_CODE = prs.COUNTRY_OF_BIRTH_CODE)), 1, 48) -- pers_nationality
FROM DM_PERSONS prs
WHERE prs.PERSON_ID IS NOT NULL;
