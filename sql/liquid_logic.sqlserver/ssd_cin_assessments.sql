-- META-ELEMENT: {"type": "header"}
-- ssd_cin_assessments for Liquid Logic on SQL Server (2012 or later), for reading: the script that is run is liquid_logic.sqlserver.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_cin_assessments"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_cin_assessments', N'U') IS NULL
CREATE TABLE ssd_cin_assessments (
  cina_assessment_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"CINA001A"}
  cina_person_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"CINA002A"}
  cina_referral_id nvarchar(48) NULL, -- metadata={"item_ref":"CINA010A"}
  cina_assessment_start_date datetime NULL, -- metadata={"item_ref":"CINA003A"}
  cina_assessment_child_seen nchar(1) NULL, -- metadata={"item_ref":"CINA004A"}
  cina_assessment_auth_date datetime NULL, -- metadata={"item_ref":"CINA005A"}
  cina_assessment_outcome_json nvarchar(1000) NULL, -- metadata={"item_ref":"CINA006A"}
  cina_assessment_outcome_nfa nchar(1) NULL, -- metadata={"item_ref":"CINA009A"}
  cina_assessment_team nvarchar(48) NULL, -- metadata={"item_ref":"CINA007A"}
  cina_assessment_worker_id nvarchar(48) NULL, -- metadata={"item_ref":"CINA008A"}
  CONSTRAINT pk_ssd_cin_assessments PRIMARY KEY (cina_assessment_id)
);
-- META-ELEMENT: {"type": "insert_data"}
WITH assessment_forms AS (
  SELECT a.[FACT_FORM_ID] AS fact_form_id, MAX(CASE WHEN a.[ANSWER_NO] = N'seenYN' THEN a.[ANSWER] END) AS seen, MAX(CASE WHEN a.[ANSWER_NO] = N'FormEndDate' THEN CASE WHEN a.[ANSWER] LIKE N'[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]%' THEN TRY_CONVERT(datetime, LEFT(a.[ANSWER], 10), 120) WHEN a.[ANSWER] LIKE N'[0-3][0-9]/[01][0-9]/[12][0-9][0-9][0-9]%' THEN TRY_CONVERT(datetime, LEFT(a.[ANSWER], 10), 103) END END) AS authorised
  FROM [HDM].[Child_Social].[FACT_FORM_ANSWERS] AS a
  WHERE a.[ANSWER_NO] IN (N'seenYN', N'FormEndDate') AND a.[FACT_FORM_ID] <> -1
  GROUP BY a.[FACT_FORM_ID]
)
INSERT INTO ssd_cin_assessments (
  cina_assessment_id, -- metadata={"item_ref":"CINA001A"}
  cina_person_id, -- metadata={"item_ref":"CINA002A"}
  cina_referral_id, -- metadata={"item_ref":"CINA010A"}
  cina_assessment_start_date, -- metadata={"item_ref":"CINA003A"}
  cina_assessment_child_seen, -- metadata={"item_ref":"CINA004A"}
  cina_assessment_auth_date, -- metadata={"item_ref":"CINA005A"}
  cina_assessment_outcome_json, -- metadata={"item_ref":"CINA006A"}
  cina_assessment_outcome_nfa, -- metadata={"item_ref":"CINA009A"}
  cina_assessment_team, -- metadata={"item_ref":"CINA007A"}
  cina_assessment_worker_id -- metadata={"item_ref":"CINA008A"}
)
SELECT
  CAST(fa.[FACT_SINGLE_ASSESSMENT_ID] AS nvarchar(30)), -- cina_assessment_id
  CAST(fa.[DIM_PERSON_ID] AS nvarchar(30)), -- cina_person_id
  CAST(fa.[FACT_REFERRAL_ID] AS nvarchar(30)), -- cina_referral_id
  fa.[START_DTTM], -- cina_assessment_start_date
  CASE UPPER(form.seen) WHEN N'YES' THEN N'Y' WHEN N'NO' THEN N'N' END, -- cina_assessment_child_seen
  form.authorised, -- cina_assessment_auth_date
  REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE((
    N'{"NFA_FLAG":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(fa.[OUTCOME_NFA_FLAG]), N''), 1), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"NFA_S47_END_FLAG":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(fa.[OUTCOME_NFA_S47_END_FLAG]), N''), 1), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"STRATEGY_DISCUSSION_FLAG":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(fa.[OUTCOME_STRATEGY_DISCUSSION_FLAG]), N''), 1), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"CLA_REQUEST_FLAG":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(fa.[OUTCOME_CLA_REQUEST_FLAG]), N''), 1), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"PRIVATE_FOSTERING_FLAG":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(fa.[OUTCOME_PRIVATE_FOSTERING_FLAG]), N''), 1), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"LEGAL_ACTION_FLAG":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(fa.[OUTCOME_LEGAL_ACTION_FLAG]), N''), 1), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"PROV_OF_SERVICES_FLAG":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(fa.[OUTCOME_PROV_OF_SERVICES_FLAG]), N''), 1), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"PROV_OF_SB_CARE_FLAG":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(fa.[OUTCOME_PROV_OF_SB_CARE_FLAG]), N''), 1), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"SPECIALIST_ASSESSMENT_FLAG":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(fa.[OUTCOME_SPECIALIST_ASSESSMENT_FLAG]), N''), 1), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"REFERRAL_TO_OTHER_AGENCY_FLAG":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(fa.[OUTCOME_REFERRAL_TO_OTHER_AGENCY_FLAG]), N''), 1), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"OTHER_ACTIONS_FLAG":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(fa.[OUTCOME_OTHER_ACTIONS_FLAG]), N''), 1), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"OTHER_OUTCOMES_EXIST_FLAG":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(fa.[OTHER_OUTCOMES_EXIST_FLAG]), N''), 1), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"TOTAL_NO_OF_OUTCOMES":' + COALESCE(CAST(fa.[TOTAL_NO_OF_OUTCOMES] AS nvarchar(30)), N'null') +
    N',"COMMENTS":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(fa.[OUTCOME_COMMENTS]), N''), 250), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N'}') COLLATE Latin1_General_BIN2, NCHAR(1), N' '), NCHAR(2), N' '), NCHAR(3), N' '), NCHAR(4), N' '), NCHAR(5), N' '), NCHAR(6), N' '), NCHAR(7), N' '), NCHAR(8), N' '), NCHAR(11), N' '), NCHAR(12), N' '), NCHAR(14), N' '), NCHAR(15), N' '), NCHAR(16), N' '), NCHAR(17), N' '), NCHAR(18), N' '), NCHAR(19), N' '), NCHAR(20), N' '), NCHAR(21), N' '), NCHAR(22), N' '), NCHAR(23), N' '), NCHAR(24), N' '), NCHAR(25), N' '), NCHAR(26), N' '), NCHAR(27), N' '), NCHAR(28), N' '), NCHAR(29), N' '), NCHAR(30), N' '), NCHAR(31), N' '), NCHAR(13), N'\r'), NCHAR(10), N'\n'), NCHAR(9), N'\t'), -- cina_assessment_outcome_json
  LEFT(NULLIF(RTRIM(fa.[OUTCOME_NFA_FLAG]), N''), 1), -- cina_assessment_outcome_nfa
  CAST(NULLIF(fa.[COMPLETED_BY_DEPT_ID], -1) AS nvarchar(30)), -- cina_assessment_team
  CAST(NULLIF(fa.[COMPLETED_BY_USER_ID], -1) AS nvarchar(30)) -- cina_assessment_worker_id
FROM [HDM].[Child_Social].[FACT_SINGLE_ASSESSMENT] AS fa
LEFT JOIN assessment_forms AS form ON form.fact_form_id = fa.[FACT_FORM_ID]
WHERE fa.[DIM_LOOKUP_STEP_SUBSTATUS_CODE] NOT IN (N'X', N'D')
  AND (form.authorised >= @ssd_window_start OR form.authorised IS NULL)
  AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(fa.[DIM_PERSON_ID] AS nvarchar(30)))
  AND fa.[FACT_SINGLE_ASSESSMENT_ID] IS NOT NULL
  AND fa.[DIM_PERSON_ID] IS NOT NULL;
-- META-ELEMENT: {"type": "create_fk"}
IF NOT EXISTS (SELECT 1 FROM sys.foreign_keys WHERE parent_object_id = OBJECT_ID(N'ssd_cin_assessments', N'U') AND name = N'fk_ssd_cin_assessments_cina_person_id')
ALTER TABLE ssd_cin_assessments ADD CONSTRAINT fk_ssd_cin_assessments_cina_person_id FOREIGN KEY (cina_person_id) REFERENCES ssd_person (pers_person_id);
-- not enforced: cina_referral_id to ssd_cin_episodes.cine_referral_id, an extract keeps six years, so the parent row may be absent
-- not enforced: cina_assessment_team to ssd_department.dept_team_id, an extract keeps six years, so the parent row may be absent
-- not enforced: cina_assessment_worker_id to ssd_professionals.prof_professional_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_cin_assessments', N'U') AND name = N'ix_ssd_cin_assessments_cina_person_id')
CREATE INDEX ix_ssd_cin_assessments_cina_person_id ON ssd_cin_assessments (cina_person_id);
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_cin_assessments', N'U') AND name = N'ix_ssd_cin_assessments_cina_referral_id')
CREATE INDEX ix_ssd_cin_assessments_cina_referral_id ON ssd_cin_assessments (cina_referral_id);
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_cin_assessments', N'U') AND name = N'ix_ssd_cin_assessments_cina_assessment_team')
CREATE INDEX ix_ssd_cin_assessments_cina_assessment_team ON ssd_cin_assessments (cina_assessment_team);
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_cin_assessments', N'U') AND name = N'ix_ssd_cin_assessments_cina_assessment_worker_id')
CREATE INDEX ix_ssd_cin_assessments_cina_assessment_worker_id ON ssd_cin_assessments (cina_assessment_worker_id);
-- META-ELEMENT: {"type": "count_orphans"}
SELECT N'ssd_cin_assessments.cina_referral_id' AS reference, COUNT(*) AS orphans FROM ssd_cin_assessments AS child WHERE child.cina_referral_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_cin_episodes AS parent WHERE parent.cine_referral_id = child.cina_referral_id);
SELECT N'ssd_cin_assessments.cina_assessment_team' AS reference, COUNT(*) AS orphans FROM ssd_cin_assessments AS child WHERE child.cina_assessment_team IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_department AS parent WHERE parent.dept_team_id = child.cina_assessment_team);
SELECT N'ssd_cin_assessments.cina_assessment_worker_id' AS reference, COUNT(*) AS orphans FROM ssd_cin_assessments AS child WHERE child.cina_assessment_worker_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_professionals AS parent WHERE parent.prof_professional_id = child.cina_assessment_worker_id);
GO
