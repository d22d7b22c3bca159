-- META-ELEMENT: {"type": "header"}
-- ssd_person for Mosaic on SQL Server (2012 or later), for reading: the script that is run is mosaic.sqlserver.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_person"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_person', N'U') IS NULL
CREATE TABLE ssd_person (
  pers_person_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"PERS001A"}
  pers_forename nvarchar(255) NULL, -- metadata={"item_ref":"PERS015A"}
  pers_surname nvarchar(255) NULL, -- metadata={"item_ref":"PERS016A"}
  pers_sex nvarchar(20) NULL, -- metadata={"item_ref":"PERS002A"}
  pers_gender nvarchar(10) NULL, -- metadata={"item_ref":"PERS003A"}
  pers_ethnicity nvarchar(48) NULL, -- metadata={"item_ref":"PERS004A"}
  pers_dob datetime NULL, -- metadata={"item_ref":"PERS005A"}
  pers_common_child_id nvarchar(48) NULL, -- metadata={"item_ref":"PERS013A"}
  pers_legacy_id nvarchar(48) NULL, -- metadata={"item_ref":"PERS014A"}
  pers_upn_unknown nvarchar(6) NULL, -- metadata={"item_ref":"PERS007A"}
  pers_send_flag nchar(1) NULL, -- metadata={"item_ref":"PERS008A"}
  pers_expected_dob datetime NULL, -- metadata={"item_ref":"PERS009A"}
  pers_death_date datetime NULL, -- metadata={"item_ref":"PERS010A"}
  pers_is_mother nchar(1) NULL, -- metadata={"item_ref":"PERS011A"}
  pers_nationality nvarchar(48) NULL, -- metadata={"item_ref":"PERS012A"}
  CONSTRAINT pk_ssd_person PRIMARY KEY (pers_person_id)
);
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
  CAST(prs.[PERSON_ID] AS nvarchar(30)), -- pers_person_id
  CASE prs.[GENDER] WHEN N'F' THEN N'F' WHEN N'M' THEN N'M' ELSE N'U' END, -- pers_sex
  CASE WHEN (SELECT TOP (1) c.[REF_DESCRIPTION] FROM [MO_PERSON_GENDER_IDENTITIES] AS g INNER JOIN [REFERENCE_DATA] AS c ON c.[REF_CODE] = g.[GENDER_CODE] AND c.[REF_DOMAIN] = N'GENDER_IDENTITY' WHERE g.[PERSON_ID] = prs.[PERSON_ID] AND @ssd_today BETWEEN g.[START_DATE] AND COALESCE(g.[END_DATE], CONVERT(datetime, N'9999-12-31T00:00:00', 126)) ORDER BY g.[START_DATE] DESC, CASE WHEN c.[REF_DESCRIPTION] IS NULL THEN 1 ELSE 0 END, c.[REF_DESCRIPTION]) IS NULL THEN N'00' ELSE CASE (SELECT TOP (1) c.[REF_DESCRIPTION] FROM [MO_PERSON_GENDER_IDENTITIES] AS g INNER JOIN [REFERENCE_DATA] AS c ON c.[REF_CODE] = g.[GENDER_CODE] AND c.[REF_DOMAIN] = N'GENDER_IDENTITY' WHERE g.[PERSON_ID] = prs.[PERSON_ID] AND @ssd_today BETWEEN g.[START_DATE] AND COALESCE(g.[END_DATE], CONVERT(datetime, N'9999-12-31T00:00:00', 126)) ORDER BY g.[START_DATE] DESC, CASE WHEN c.[REF_DESCRIPTION] IS NULL THEN 1 ELSE 0 END, c.[REF_DESCRIPTION]) WHEN N'Man' THEN N'01' WHEN N'Boy' THEN N'01' WHEN N'Male' THEN N'01' WHEN N'Woman' THEN N'02' WHEN N'Girl' THEN N'02' WHEN N'Female' THEN N'02' WHEN N'Not known' THEN N'00' WHEN N'Unknown' THEN N'00' WHEN N'Not stated' THEN N'00' WHEN N'Not asked' THEN N'00' WHEN N'Prefer not to say' THEN N'00' ELSE N'09' END END, -- pers_gender
  LEFT(NULLIF(RTRIM((SELECT MAX(e.[CBDS_ETHNICITY_CODE]) FROM [DM_ETHNICITIES] AS e WHERE e.[ETHNICITY_CODE] = prs.[FULL_ETHNICITY_CODE])), N''), 48), -- pers_ethnicity
  CASE WHEN prs.[DATE_OF_BIRTH] < DATEADD(day, 1, @ssd_today) THEN prs.[DATE_OF_BIRTH] END, -- pers_dob
  CASE WHEN prs.[DATE_OF_BIRTH] >= DATEADD(day, 1, @ssd_today) THEN prs.[DATE_OF_BIRTH] END, -- pers_expected_dob
  prs.[DATE_OF_DEATH], -- pers_death_date
  CASE WHEN prs.[GENDER] = N'M' THEN NULL WHEN EXISTS (SELECT 1 FROM [DM_PERSONAL_RELATIONSHIPS] AS k WHERE k.[PERSON_ID] = prs.[PERSON_ID] AND k.[IS_MOTHER] = N'Y' AND @ssd_today BETWEEN k.[START_DATE] AND COALESCE(k.[END_DATE], CONVERT(datetime, N'9999-12-31T00:00:00', 126))) THEN N'Y' ELSE N'N' END, -- pers_is_mother
  LEFT(NULLIF(RTRIM((SELECT MAX(c.[DESCRIPTION]) FROM [DM_COUNTRIES_OF_BIRTH] AS c WHERE c.[COUNTRY_OF_BIRTH_CODE] = prs.[COUNTRY_OF_BIRTH_CODE])), N''), 48) -- pers_nationality
FROM [DM_PERSONS] AS prs
WHERE prs.[PERSON_ID] IS NOT NULL;
GO
