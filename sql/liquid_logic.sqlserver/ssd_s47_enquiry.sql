-- META-ELEMENT: {"type": "header"}
-- ssd_s47_enquiry for Liquid Logic on SQL Server (2012 or later), for reading: the script that is run is liquid_logic.sqlserver.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_s47_enquiry"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_s47_enquiry', N'U') IS NULL
CREATE TABLE ssd_s47_enquiry (
  s47e_s47_enquiry_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"S47E001A"}
  s47e_referral_id nvarchar(48) NULL, -- metadata={"item_ref":"S47E010A"}
  s47e_person_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"S47E002A"}
  s47e_s47_start_date datetime NULL, -- metadata={"item_ref":"S47E004A"}
  s47e_s47_end_date datetime NULL, -- metadata={"item_ref":"S47E005A"}
  s47e_s47_nfa nchar(1) NULL, -- metadata={"item_ref":"S47E006A"}
  s47e_s47_outcome_json nvarchar(1000) NULL, -- metadata={"item_ref":"S47E007A"}
  s47e_s47_completed_by_worker_id nvarchar(48) NULL, -- metadata={"item_ref":"S47E008A"}
  s47e_s47_completed_by_team nvarchar(48) NULL, -- metadata={"item_ref":"S47E009A"}
  CONSTRAINT pk_ssd_s47_enquiry PRIMARY KEY (s47e_s47_enquiry_id)
);
-- META-ELEMENT: {"type": "insert_data"}
INSERT INTO ssd_s47_enquiry (
  s47e_s47_enquiry_id, -- metadata={"item_ref":"S47E001A"}
  s47e_referral_id, -- metadata={"item_ref":"S47E010A"}
  s47e_person_id, -- metadata={"item_ref":"S47E002A"}
  s47e_s47_start_date, -- metadata={"item_ref":"S47E004A"}
  s47e_s47_end_date, -- metadata={"item_ref":"S47E005A"}
  s47e_s47_nfa, -- metadata={"item_ref":"S47E006A"}
  s47e_s47_outcome_json, -- metadata={"item_ref":"S47E007A"}
  s47e_s47_completed_by_worker_id, -- metadata={"item_ref":"S47E008A"}
  s47e_s47_completed_by_team -- metadata={"item_ref":"S47E009A"}
)
SELECT
  CAST(s47.[FACT_S47_ID] AS nvarchar(30)), -- s47e_s47_enquiry_id
  CAST(s47.[FACT_REFERRAL_ID] AS nvarchar(30)), -- s47e_referral_id
  CAST(s47.[DIM_PERSON_ID] AS nvarchar(30)), -- s47e_person_id
  s47.[START_DTTM], -- s47e_s47_start_date
  s47.[END_DTTM], -- s47e_s47_end_date
  LEFT(NULLIF(RTRIM(s47.[OUTCOME_NFA_FLAG]), N''), 1), -- s47e_s47_nfa
  REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE((
    N'{"NFA_FLAG":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(s47.[OUTCOME_NFA_FLAG]), N''), 1), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"LEGAL_ACTION_FLAG":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(s47.[OUTCOME_LEGAL_ACTION_FLAG]), N''), 1), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"PROV_OF_SERVICES_FLAG":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(s47.[OUTCOME_PROV_OF_SERVICES_FLAG]), N''), 1), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"PROV_OF_SB_CARE_FLAG":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(s47.[OUTCOME_PROV_OF_SB_CARE_FLAG]), N''), 1), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"CP_CONFERENCE_FLAG":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(s47.[OUTCOME_CP_CONFERENCE_FLAG]), N''), 1), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"NFA_CONTINUE_SINGLE_FLAG":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(s47.[OUTCOME_NFA_CONTINUE_SINGLE_FLAG]), N''), 1), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"MONITOR_FLAG":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(s47.[OUTCOME_MONITOR_FLAG]), N''), 1), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"OTHER_OUTCOMES_EXIST_FLAG":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(s47.[OTHER_OUTCOMES_EXIST_FLAG]), N''), 1), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"TOTAL_NO_OF_OUTCOMES":' + COALESCE(CAST(s47.[TOTAL_NO_OF_OUTCOMES] AS nvarchar(30)), N'null') +
    N',"OUTCOME_COMMENTS":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(s47.[OUTCOME_COMMENTS]), N''), 360), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N'}') COLLATE Latin1_General_BIN2, NCHAR(1), N' '), NCHAR(2), N' '), NCHAR(3), N' '), NCHAR(4), N' '), NCHAR(5), N' '), NCHAR(6), N' '), NCHAR(7), N' '), NCHAR(8), N' '), NCHAR(11), N' '), NCHAR(12), N' '), NCHAR(14), N' '), NCHAR(15), N' '), NCHAR(16), N' '), NCHAR(17), N' '), NCHAR(18), N' '), NCHAR(19), N' '), NCHAR(20), N' '), NCHAR(21), N' '), NCHAR(22), N' '), NCHAR(23), N' '), NCHAR(24), N' '), NCHAR(25), N' '), NCHAR(26), N' '), NCHAR(27), N' '), NCHAR(28), N' '), NCHAR(29), N' '), NCHAR(30), N' '), NCHAR(31), N' '), NCHAR(13), N'\r'), NCHAR(10), N'\n'), NCHAR(9), N'\t'), -- s47e_s47_outcome_json
  CAST(s47.[COMPLETED_BY_USER_STAFF_ID] AS nvarchar(30)), -- s47e_s47_completed_by_worker_id
  CAST(s47.[COMPLETED_BY_DEPT_ID] AS nvarchar(30)) -- s47e_s47_completed_by_team
FROM [HDM].[Child_Social].[FACT_S47] AS s47
WHERE s47.[START_DTTM] < DATEADD(day, 1, @ssd_today)
  AND (s47.[END_DTTM] >= @ssd_window_start OR s47.[END_DTTM] IS NULL)
  AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(s47.[DIM_PERSON_ID] AS nvarchar(30)))
  AND s47.[FACT_S47_ID] IS NOT NULL
  AND s47.[DIM_PERSON_ID] IS NOT NULL;
-- META-ELEMENT: {"type": "create_fk"}
-- not enforced: s47e_referral_id to ssd_cin_episodes.cine_referral_id, an extract keeps six years, so the parent row may be absent
IF NOT EXISTS (SELECT 1 FROM sys.foreign_keys WHERE parent_object_id = OBJECT_ID(N'ssd_s47_enquiry', N'U') AND name = N'fk_ssd_s47_enquiry_s47e_person_id')
ALTER TABLE ssd_s47_enquiry ADD CONSTRAINT fk_ssd_s47_enquiry_s47e_person_id FOREIGN KEY (s47e_person_id) REFERENCES ssd_person (pers_person_id);
-- not enforced: s47e_s47_completed_by_worker_id to ssd_professionals.prof_professional_id, an extract keeps six years, so the parent row may be absent
-- not enforced: s47e_s47_completed_by_team to ssd_department.dept_team_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_s47_enquiry', N'U') AND name = N'ix_ssd_s47_enquiry_s47e_referral_id')
CREATE INDEX ix_ssd_s47_enquiry_s47e_referral_id ON ssd_s47_enquiry (s47e_referral_id);
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_s47_enquiry', N'U') AND name = N'ix_ssd_s47_enquiry_s47e_person_id')
CREATE INDEX ix_ssd_s47_enquiry_s47e_person_id ON ssd_s47_enquiry (s47e_person_id);
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_s47_enquiry', N'U') AND name = N'ix_ssd_s47_enquiry_s47e_s47_completed_by_worker_id')
CREATE INDEX ix_ssd_s47_enquiry_s47e_s47_completed_by_worker_id ON ssd_s47_enquiry (s47e_s47_completed_by_worker_id);
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_s47_enquiry', N'U') AND name = N'ix_ssd_s47_enquiry_s47e_s47_completed_by_team')
CREATE INDEX ix_ssd_s47_enquiry_s47e_s47_completed_by_team ON ssd_s47_enquiry (s47e_s47_completed_by_team);
-- META-ELEMENT: {"type": "count_orphans"}
SELECT N'ssd_s47_enquiry.s47e_referral_id' AS reference, COUNT(*) AS orphans FROM ssd_s47_enquiry AS child WHERE child.s47e_referral_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_cin_episodes AS parent WHERE parent.cine_referral_id = child.s47e_referral_id);
SELECT N'ssd_s47_enquiry.s47e_s47_completed_by_worker_id' AS reference, COUNT(*) AS orphans FROM ssd_s47_enquiry AS child WHERE child.s47e_s47_completed_by_worker_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_professionals AS parent WHERE parent.prof_professional_id = child.s47e_s47_completed_by_worker_id);
SELECT N'ssd_s47_enquiry.s47e_s47_completed_by_team' AS reference, COUNT(*) AS orphans FROM ssd_s47_enquiry AS child WHERE child.s47e_s47_completed_by_team IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_department AS parent WHERE parent.dept_team_id = child.s47e_s47_completed_by_team);
GO
