-- META-ELEMENT: {"type": "header"}
-- ssd_contacts for Liquid Logic on SQL Server (2012 or later), for reading: the script that is run is liquid_logic.sqlserver.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_contacts"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_contacts', N'U') IS NULL
CREATE TABLE ssd_contacts (
  cont_contact_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"CONT001A"}
  cont_person_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"CONT002A"}
  cont_contact_date datetime NULL, -- metadata={"item_ref":"CONT003A"}
  cont_contact_source_code nvarchar(48) NULL, -- metadata={"item_ref":"CONT004A"}
  cont_contact_source_desc nvarchar(255) NULL, -- metadata={"item_ref":"CONT006A"}
  cont_contact_outcome_json nvarchar(4000) NULL, -- metadata={"item_ref":"CONT005A"}
  CONSTRAINT pk_ssd_contacts PRIMARY KEY (cont_contact_id)
);
-- META-ELEMENT: {"type": "insert_data"}
INSERT INTO ssd_contacts (
  cont_contact_id, -- metadata={"item_ref":"CONT001A"}
  cont_person_id, -- metadata={"item_ref":"CONT002A"}
  cont_contact_date, -- metadata={"item_ref":"CONT003A"}
  cont_contact_source_code, -- metadata={"item_ref":"CONT004A"}
  cont_contact_source_desc, -- metadata={"item_ref":"CONT006A"}
  cont_contact_outcome_json -- metadata={"item_ref":"CONT005A"}
)
SELECT
  CAST(fc.[FACT_CONTACT_ID] AS nvarchar(30)), -- cont_contact_id
  CAST(fc.[DIM_PERSON_ID] AS nvarchar(30)), -- cont_person_id
  fc.[CONTACT_DTTM], -- cont_contact_date
  CAST(fc.[DIM_LOOKUP_CONT_SORC_ID] AS nvarchar(30)), -- cont_contact_source_code
  LEFT(NULLIF(RTRIM(fc.[DIM_LOOKUP_CONT_SORC_ID_DESC]), N''), 255), -- cont_contact_source_desc
  REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE((
    N'{"NEW_REFERRAL_FLAG":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(fc.[OUTCOME_NEW_REFERRAL_FLAG]), N''), 1), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"EXISTING_REFERRAL_FLAG":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(fc.[OUTCOME_EXISTING_REFERRAL_FLAG]), N''), 1), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"CP_ENQUIRY_FLAG":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(fc.[OUTCOME_CP_ENQUIRY_FLAG]), N''), 1), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"NFA_FLAG":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(fc.[OUTCOME_NFA_FLAG]), N''), 1), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"NON_AGENCY_ADOPTION_FLAG":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(fc.[OUTCOME_NON_AGENCY_ADOPTION_FLAG]), N''), 1), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"PRIVATE_FOSTERING_FLAG":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(fc.[OUTCOME_PRIVATE_FOSTERING_FLAG]), N''), 1), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"ADVICE_FLAG":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(fc.[OUTCOME_ADVICE_FLAG]), N''), 1), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"MISSING_FLAG":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(fc.[OUTCOME_MISSING_FLAG]), N''), 1), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"OLA_CP_FLAG":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(fc.[OUTCOME_OLA_CP_FLAG]), N''), 1), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"OTHER_OUTCOMES_EXIST_FLAG":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(fc.[OTHER_OUTCOMES_EXIST_FLAG]), N''), 1), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"NUMBER_OF_OUTCOMES":' + COALESCE(CAST(CASE WHEN fc.[TOTAL_NO_OF_OUTCOMES] >= 0 THEN fc.[TOTAL_NO_OF_OUTCOMES] END AS nvarchar(30)), N'null') +
    N',"COMMENTS":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(fc.[OUTCOME_COMMENTS]), N''), 900), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N'}') COLLATE Latin1_General_BIN2, NCHAR(1), N' '), NCHAR(2), N' '), NCHAR(3), N' '), NCHAR(4), N' '), NCHAR(5), N' '), NCHAR(6), N' '), NCHAR(7), N' '), NCHAR(8), N' '), NCHAR(11), N' '), NCHAR(12), N' '), NCHAR(14), N' '), NCHAR(15), N' '), NCHAR(16), N' '), NCHAR(17), N' '), NCHAR(18), N' '), NCHAR(19), N' '), NCHAR(20), N' '), NCHAR(21), N' '), NCHAR(22), N' '), NCHAR(23), N' '), NCHAR(24), N' '), NCHAR(25), N' '), NCHAR(26), N' '), NCHAR(27), N' '), NCHAR(28), N' '), NCHAR(29), N' '), NCHAR(30), N' '), NCHAR(31), N' '), NCHAR(13), N'\r'), NCHAR(10), N'\n'), NCHAR(9), N'\t') -- cont_contact_outcome_json
FROM [HDM].[Child_Social].[FACT_CONTACTS] AS fc
WHERE fc.[CONTACT_DTTM] >= @ssd_window_start
  AND fc.[DIM_PERSON_ID] <> -1
  AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(fc.[DIM_PERSON_ID] AS nvarchar(30)))
  AND fc.[FACT_CONTACT_ID] IS NOT NULL
  AND fc.[DIM_PERSON_ID] IS NOT NULL;
-- META-ELEMENT: {"type": "create_fk"}
IF NOT EXISTS (SELECT 1 FROM sys.foreign_keys WHERE parent_object_id = OBJECT_ID(N'ssd_contacts', N'U') AND name = N'fk_ssd_contacts_cont_person_id')
ALTER TABLE ssd_contacts ADD CONSTRAINT fk_ssd_contacts_cont_person_id FOREIGN KEY (cont_person_id) REFERENCES ssd_person (pers_person_id);
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_contacts', N'U') AND name = N'ix_ssd_contacts_cont_person_id')
CREATE INDEX ix_ssd_contacts_cont_person_id ON ssd_contacts (cont_person_id);
GO
