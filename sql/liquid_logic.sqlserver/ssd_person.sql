-- META-ELEMENT: {"type": "header"}
-- ssd_person for Liquid Logic on SQL Server (2012 or later), for reading: the script that is run is liquid_logic.sqlserver.sql,
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
  pers_forename, -- metadata={"item_ref":"PERS015A"}
  pers_surname, -- metadata={"item_ref":"PERS016A"}
  pers_sex, -- metadata={"item_ref":"PERS002A"}
  pers_gender, -- metadata={"item_ref":"PERS003A"}
  pers_ethnicity, -- metadata={"item_ref":"PERS004A"}
  pers_dob, -- metadata={"item_ref":"PERS005A"}
  -- pers_common_child_id is not held: each authority keeps it in its own way
  pers_legacy_id, -- metadata={"item_ref":"PERS014A"}
  pers_upn_unknown, -- metadata={"item_ref":"PERS007A"}
  pers_send_flag, -- metadata={"item_ref":"PERS008A"}
  pers_expected_dob, -- metadata={"item_ref":"PERS009A"}
  pers_death_date, -- metadata={"item_ref":"PERS010A"}
  pers_is_mother, -- metadata={"item_ref":"PERS011A"}
  pers_nationality -- metadata={"item_ref":"PERS012A"}
)
SELECT
  CAST(p.[DIM_PERSON_ID] AS nvarchar(30)), -- pers_person_id
  LEFT(NULLIF(RTRIM(p.[FORENAME]), N''), 255), -- pers_forename
  LEFT(NULLIF(RTRIM(p.[SURNAME]), N''), 255), -- pers_surname
  LEFT(NULLIF(RTRIM(p.[GENDER_MAIN_CODE]), N''), 20), -- pers_sex
  LEFT(NULLIF(RTRIM(p.[GENDER_MAIN_CODE]), N''), 10), -- pers_gender
  LEFT(NULLIF(RTRIM((SELECT TOP (1) e.[NAT_ID] FROM [HDM].[Child_Social].[DIM_LOOKUP_DFE_ETHNIC] AS e WHERE e.[MAIN_CODE] = p.[ETHNICITY_MAIN_CODE] ORDER BY CASE WHEN e.[NAT_ID] IS NULL THEN 1 ELSE 0 END, e.[NAT_ID])), N''), 48), -- pers_ethnicity
  CASE WHEN p.[DOB_ESTIMATED] = N'N' THEN p.[BIRTH_DTTM] END, -- pers_dob
  LEFT(NULLIF(RTRIM(p.[LEGACY_ID]), N''), 48), -- pers_legacy_id
  LEFT(NULLIF(RTRIM((SELECT TOP (1) f.[NO_UPN_CODE] FROM [HDM].[Child_Social].[FACT_903_DATA] AS f WHERE f.[DIM_PERSON_ID] = p.[DIM_PERSON_ID] AND f.[NO_UPN_CODE] IS NOT NULL ORDER BY f.[NO_UPN_CODE] DESC)), N''), 6), -- pers_upn_unknown
  LEFT(NULLIF(RTRIM(p.[EHM_SEN_FLAG]), N''), 1), -- pers_send_flag
  CASE WHEN p.[DOB_ESTIMATED] = N'Y' THEN p.[BIRTH_DTTM] END, -- pers_expected_dob
  p.[DEATH_DTTM], -- pers_death_date
  CASE WHEN p.[GENDER_MAIN_CODE] <> N'M' AND EXISTS (SELECT 1 FROM [HDM].[Child_Social].[FACT_PERSON_RELATION] AS r WHERE r.[DIM_PERSON_ID] = p.[DIM_PERSON_ID] AND r.[DIM_LOOKUP_RELTN_TYPE_CODE] = N'CHI') THEN N'Y' END, -- pers_is_mother
  LEFT(NULLIF(RTRIM(p.[NATNL_CODE]), N''), 48) -- pers_nationality
FROM [HDM].[Child_Social].[DIM_PERSON] AS p
WHERE p.[DIM_PERSON_ID] <> -1
  AND p.[DUPLICATED_DTTM] IS NULL
  AND p.[IS_CLIENT] = N'Y'
  AND (EXISTS (SELECT 1 FROM [HDM].[Child_Social].[FACT_CONTACTS] AS fc WHERE fc.[DIM_PERSON_ID] = p.[DIM_PERSON_ID] AND fc.[CONTACT_DTTM] >= @ssd_window_start AND fc.[CONTACT_DTTM] < DATEADD(day, 1, @ssd_today)) OR EXISTS (SELECT 1 FROM [HDM].[Child_Social].[FACT_REFERRALS] AS fr WHERE fr.[DIM_PERSON_ID] = p.[DIM_PERSON_ID] AND (fr.[REFRL_START_DTTM] >= @ssd_window_start OR fr.[REFRL_END_DTTM] >= @ssd_window_start OR fr.[REFRL_END_DTTM] IS NULL)) OR EXISTS (SELECT 1 FROM [HDM].[Child_Social].[FACT_CLA_CARE_LEAVERS] AS cl WHERE cl.[DIM_PERSON_ID] = p.[DIM_PERSON_ID] AND cl.[IN_TOUCH_DTTM] >= @ssd_window_start) OR EXISTS (SELECT 1 FROM [HDM].[Child_Social].[DIM_CLA_ELIGIBILITY] AS el WHERE el.[DIM_PERSON_ID] = p.[DIM_PERSON_ID] AND el.[DIM_LOOKUP_ELIGIBILITY_STATUS_DESC] IS NOT NULL) OR EXISTS (SELECT 1 FROM [HDM].[Child_Social].[FACT_INVOLVEMENTS] AS fi WHERE fi.[DIM_PERSON_ID] = p.[DIM_PERSON_ID] AND (fi.[DIM_LOOKUP_INVOLVEMENT_TYPE_CODE] IS NULL OR fi.[DIM_LOOKUP_INVOLVEMENT_TYPE_CODE] NOT LIKE N'KA%' OR fi.[IS_ALLOCATED_CW_FLAG] = N'Y') AND fi.[DIM_WORKER_ID] <> N'-1' AND (fi.[END_DTTM] IS NULL OR fi.[END_DTTM] > @ssd_window_start)))
  AND p.[DIM_PERSON_ID] IS NOT NULL;
GO
