-- META-ELEMENT: {"type": "header"}
-- ssd_cin_episodes for Liquid Logic on SQL Server (2012 or later), for reading: the script that is run is liquid_logic.sqlserver.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_cin_episodes"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_cin_episodes', N'U') IS NULL
CREATE TABLE ssd_cin_episodes (
  cine_referral_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"CINE001A"}
  cine_person_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"CINE002A"}
  cine_referral_date datetime NULL, -- metadata={"item_ref":"CINE003A"}
  cine_cin_primary_need_code nvarchar(3) NULL, -- metadata={"item_ref":"CINE010A"}
  cine_referral_source_code nvarchar(48) NULL, -- metadata={"item_ref":"CINE004A"}
  cine_referral_source_desc nvarchar(255) NULL, -- metadata={"item_ref":"CINE012A"}
  cine_referral_outcome_json nvarchar(4000) NULL, -- metadata={"item_ref":"CINE005A"}
  cine_referral_nfa nchar(1) NULL, -- metadata={"item_ref":"CINE011A"}
  cine_close_reason nvarchar(100) NULL, -- metadata={"item_ref":"CINE006A"}
  cine_close_date datetime NULL, -- metadata={"item_ref":"CINE007A"}
  cine_referral_team nvarchar(48) NULL, -- metadata={"item_ref":"CINE008A"}
  cine_referral_worker_id nvarchar(48) NULL, -- metadata={"item_ref":"CINE009A"}
  CONSTRAINT pk_ssd_cin_episodes PRIMARY KEY (cine_referral_id)
);
-- META-ELEMENT: {"type": "insert_data"}
INSERT INTO ssd_cin_episodes (
  cine_referral_id, -- metadata={"item_ref":"CINE001A"}
  cine_person_id, -- metadata={"item_ref":"CINE002A"}
  cine_referral_date, -- metadata={"item_ref":"CINE003A"}
  cine_cin_primary_need_code, -- metadata={"item_ref":"CINE010A"}
  cine_referral_source_code, -- metadata={"item_ref":"CINE004A"}
  cine_referral_source_desc, -- metadata={"item_ref":"CINE012A"}
  cine_referral_outcome_json, -- metadata={"item_ref":"CINE005A"}
  cine_referral_nfa, -- metadata={"item_ref":"CINE011A"}
  cine_close_reason, -- metadata={"item_ref":"CINE006A"}
  cine_close_date, -- metadata={"item_ref":"CINE007A"}
  cine_referral_team, -- metadata={"item_ref":"CINE008A"}
  cine_referral_worker_id -- metadata={"item_ref":"CINE009A"}
)
SELECT
  CAST(fr.[FACT_REFERRAL_ID] AS nvarchar(30)), -- cine_referral_id
  CAST(fr.[DIM_PERSON_ID] AS nvarchar(30)), -- cine_person_id
  fr.[REFRL_START_DTTM], -- cine_referral_date
  LEFT(NULLIF(RTRIM(LEFT(fr.[DIM_LOOKUP_CATEGORY_OF_NEED_CODE], 3)), N''), 3), -- cine_cin_primary_need_code
  CAST(fr.[DIM_LOOKUP_CONT_SORC_ID] AS nvarchar(30)), -- cine_referral_source_code
  LEFT(NULLIF(RTRIM(LEFT(fr.[DIM_LOOKUP_CONT_SORC_ID_DESC], 255)), N''), 255), -- cine_referral_source_desc
  REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE((
    N'{"SINGLE_ASSESSMENT_FLAG":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(fr.[OUTCOME_SINGLE_ASSESSMENT_FLAG]), N''), 1), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"STRATEGY_DISCUSSION_FLAG":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(fr.[OUTCOME_STRATEGY_DISCUSSION_FLAG]), N''), 1), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"CLA_REQUEST_FLAG":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(fr.[OUTCOME_CLA_REQUEST_FLAG]), N''), 1), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"NON_AGENCY_ADOPTION_FLAG":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(fr.[OUTCOME_NON_AGENCY_ADOPTION_FLAG]), N''), 1), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"PRIVATE_FOSTERING_FLAG":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(fr.[OUTCOME_PRIVATE_FOSTERING_FLAG]), N''), 1), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"CP_TRANSFER_IN_FLAG":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(fr.[OUTCOME_CP_TRANSFER_IN_FLAG]), N''), 1), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"CP_CONFERENCE_FLAG":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(fr.[OUTCOME_CP_CONFERENCE_FLAG]), N''), 1), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"CARE_LEAVER_FLAG":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(fr.[OUTCOME_CARE_LEAVER_FLAG]), N''), 1), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"OTHER_OUTCOMES_EXIST_FLAG":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(fr.[OTHER_OUTCOMES_EXIST_FLAG]), N''), 1), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"NUMBER_OF_OUTCOMES":' + COALESCE(CAST(CASE WHEN fr.[TOTAL_NO_OF_OUTCOMES] >= 0 THEN fr.[TOTAL_NO_OF_OUTCOMES] END AS nvarchar(30)), N'null') +
    N',"COMMENTS":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(fr.[OUTCOME_COMMENTS]), N''), 900), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N'}') COLLATE Latin1_General_BIN2, NCHAR(1), N' '), NCHAR(2), N' '), NCHAR(3), N' '), NCHAR(4), N' '), NCHAR(5), N' '), NCHAR(6), N' '), NCHAR(7), N' '), NCHAR(8), N' '), NCHAR(11), N' '), NCHAR(12), N' '), NCHAR(14), N' '), NCHAR(15), N' '), NCHAR(16), N' '), NCHAR(17), N' '), NCHAR(18), N' '), NCHAR(19), N' '), NCHAR(20), N' '), NCHAR(21), N' '), NCHAR(22), N' '), NCHAR(23), N' '), NCHAR(24), N' '), NCHAR(25), N' '), NCHAR(26), N' '), NCHAR(27), N' '), NCHAR(28), N' '), NCHAR(29), N' '), NCHAR(30), N' '), NCHAR(31), N' '), NCHAR(13), N'\r'), NCHAR(10), N'\n'), NCHAR(9), N'\t'), -- cine_referral_outcome_json
  LEFT(NULLIF(RTRIM(CASE WHEN fr.[OUTCOME_NFA_FLAG] IN (N'YES', N'TRUE', N'1') THEN N'Y' WHEN fr.[OUTCOME_NFA_FLAG] IN (N'NO', N'FALSE', N'0') THEN N'N' ELSE LEFT(fr.[OUTCOME_NFA_FLAG], 1) END), N''), 1), -- cine_referral_nfa
  LEFT(NULLIF(RTRIM(LEFT(fr.[DIM_LOOKUP_REFRL_ENDRSN_ID_CODE], 100)), N''), 100), -- cine_close_reason
  fr.[REFRL_END_DTTM], -- cine_close_date
  CAST(fr.[DIM_DEPARTMENT_ID] AS nvarchar(30)), -- cine_referral_team
  LEFT(NULLIF(RTRIM(LEFT(fr.[DIM_WORKER_ID_DESC], 100)), N''), 48) -- cine_referral_worker_id
FROM [HDM].[Child_Social].[FACT_REFERRALS] AS fr
WHERE fr.[DIM_PERSON_ID] <> -1
  AND (fr.[REFRL_START_DTTM] >= @ssd_window_start OR fr.[REFRL_END_DTTM] IS NULL)
  AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(fr.[DIM_PERSON_ID] AS nvarchar(30)))
  AND fr.[FACT_REFERRAL_ID] IS NOT NULL
  AND fr.[DIM_PERSON_ID] IS NOT NULL;
-- META-ELEMENT: {"type": "create_fk"}
IF NOT EXISTS (SELECT 1 FROM sys.foreign_keys WHERE parent_object_id = OBJECT_ID(N'ssd_cin_episodes', N'U') AND name = N'fk_ssd_cin_episodes_cine_person_id')
ALTER TABLE ssd_cin_episodes ADD CONSTRAINT fk_ssd_cin_episodes_cine_person_id FOREIGN KEY (cine_person_id) REFERENCES ssd_person (pers_person_id);
-- not enforced: cine_referral_team to ssd_department.dept_team_id, an extract keeps six years, so the parent row may be absent
-- not enforced: cine_referral_worker_id to ssd_professionals.prof_professional_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_cin_episodes', N'U') AND name = N'ix_ssd_cin_episodes_cine_person_id')
CREATE INDEX ix_ssd_cin_episodes_cine_person_id ON ssd_cin_episodes (cine_person_id);
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_cin_episodes', N'U') AND name = N'ix_ssd_cin_episodes_cine_referral_team')
CREATE INDEX ix_ssd_cin_episodes_cine_referral_team ON ssd_cin_episodes (cine_referral_team);
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_cin_episodes', N'U') AND name = N'ix_ssd_cin_episodes_cine_referral_worker_id')
CREATE INDEX ix_ssd_cin_episodes_cine_referral_worker_id ON ssd_cin_episodes (cine_referral_worker_id);
-- META-ELEMENT: {"type": "count_orphans"}
SELECT N'ssd_cin_episodes.cine_referral_team' AS reference, COUNT(*) AS orphans FROM ssd_cin_episodes AS child WHERE child.cine_referral_team IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_department AS parent WHERE parent.dept_team_id = child.cine_referral_team);
SELECT N'ssd_cin_episodes.cine_referral_worker_id' AS reference, COUNT(*) AS orphans FROM ssd_cin_episodes AS child WHERE child.cine_referral_worker_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_professionals AS parent WHERE parent.prof_professional_id = child.cine_referral_worker_id);
GO
