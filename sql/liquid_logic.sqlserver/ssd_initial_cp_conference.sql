-- META-ELEMENT: {"type": "header"}
-- ssd_initial_cp_conference for Liquid Logic on SQL Server (2012 or later), for reading: the script that is run is liquid_logic.sqlserver.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_initial_cp_conference"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_initial_cp_conference', N'U') IS NULL
CREATE TABLE ssd_initial_cp_conference (
  icpc_icpc_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"ICPC001A"}
  icpc_icpc_meeting_id nvarchar(48) NULL, -- metadata={"item_ref":"ICPC009A"}
  icpc_s47_enquiry_id nvarchar(48) NULL, -- metadata={"item_ref":"ICPC002A"}
  icpc_person_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"ICPC010A"}
  icpc_cp_plan_id nvarchar(48) NULL, -- metadata={"item_ref":"ICPC011A"}
  icpc_referral_id nvarchar(48) NULL, -- metadata={"item_ref":"ICPC012A"}
  icpc_icpc_transfer_in nchar(1) NULL, -- metadata={"item_ref":"ICPC003A"}
  icpc_icpc_target_date datetime NULL, -- metadata={"item_ref":"ICPC004A"}
  icpc_icpc_date datetime NULL, -- metadata={"item_ref":"ICPC005A"}
  icpc_icpc_outcome_cp_flag nchar(1) NULL, -- metadata={"item_ref":"ICPC013A"}
  icpc_icpc_outcome_json nvarchar(500) NULL, -- metadata={"item_ref":"ICPC006A"}
  icpc_icpc_team nvarchar(48) NULL, -- metadata={"item_ref":"ICPC007A"}
  icpc_icpc_worker_id nvarchar(48) NULL, -- metadata={"item_ref":"ICPC008A"}
  CONSTRAINT pk_ssd_initial_cp_conference PRIMARY KEY (icpc_icpc_id)
);
-- META-ELEMENT: {"type": "insert_data"}
INSERT INTO ssd_initial_cp_conference (
  icpc_icpc_id, -- metadata={"item_ref":"ICPC001A"}
  icpc_icpc_meeting_id, -- metadata={"item_ref":"ICPC009A"}
  icpc_s47_enquiry_id, -- metadata={"item_ref":"ICPC002A"}
  icpc_person_id, -- metadata={"item_ref":"ICPC010A"}
  icpc_cp_plan_id, -- metadata={"item_ref":"ICPC011A"}
  icpc_referral_id, -- metadata={"item_ref":"ICPC012A"}
  icpc_icpc_transfer_in, -- metadata={"item_ref":"ICPC003A"}
  icpc_icpc_target_date, -- metadata={"item_ref":"ICPC004A"}
  icpc_icpc_date, -- metadata={"item_ref":"ICPC005A"}
  icpc_icpc_outcome_cp_flag, -- metadata={"item_ref":"ICPC013A"}
  icpc_icpc_outcome_json, -- metadata={"item_ref":"ICPC006A"}
  icpc_icpc_team, -- metadata={"item_ref":"ICPC007A"}
  icpc_icpc_worker_id -- metadata={"item_ref":"ICPC008A"}
)
SELECT
  CAST(fcpc.[FACT_CP_CONFERENCE_ID] AS nvarchar(30)), -- icpc_icpc_id
  CAST(fcpc.[FACT_MEETING_ID] AS nvarchar(30)), -- icpc_icpc_meeting_id
  CAST(NULLIF(fcpc.[FACT_S47_ID], -1) AS nvarchar(30)), -- icpc_s47_enquiry_id
  CAST(fcpc.[DIM_PERSON_ID] AS nvarchar(30)), -- icpc_person_id
  CAST((SELECT MAX(cpp.[FACT_CP_PLAN_ID]) FROM [HDM].[Child_Social].[FACT_CP_PLAN] AS cpp WHERE cpp.[FACT_INITIAL_CP_CONFERENCE_ID] = fcpc.[FACT_CP_CONFERENCE_ID]) AS nvarchar(30)), -- icpc_cp_plan_id
  CAST(fcpc.[FACT_REFERRAL_ID] AS nvarchar(30)), -- icpc_referral_id
  LEFT(NULLIF(RTRIM(fcpc.[TRANSFER_IN_FLAG]), N''), 1), -- icpc_icpc_transfer_in
  fcpc.[DUE_DTTM], -- icpc_icpc_target_date
  fm.[ACTUAL_DTTM], -- icpc_icpc_date
  LEFT(NULLIF(RTRIM(fcpc.[OUTCOME_CP_FLAG]), N''), 1), -- icpc_icpc_outcome_cp_flag
  REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE((
    N'{"NFA_FLAG":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(fcpc.[OUTCOME_NFA_FLAG]), N''), 1), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"REFERRAL_TO_OTHER_AGENCY_FLAG":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(fcpc.[OUTCOME_REFERRAL_TO_OTHER_AGENCY_FLAG]), N''), 1), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"SINGLE_ASSESSMENT_FLAG":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(fcpc.[OUTCOME_SINGLE_ASSESSMENT_FLAG]), N''), 1), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"PROV_OF_SERVICES_FLAG":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(fcpc.[OUTCOME_PROV_OF_SERVICES_FLAG]), N''), 1), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"CP_FLAG":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(fcpc.[OUTCOME_CP_FLAG]), N''), 1), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"OTHER_OUTCOMES_EXIST_FLAG":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(fcpc.[OTHER_OUTCOMES_EXIST_FLAG]), N''), 1), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"TOTAL_NO_OF_OUTCOMES":' + COALESCE(CAST(fcpc.[TOTAL_NO_OF_OUTCOMES] AS nvarchar(30)), N'null') +
    N',"COMMENTS":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(fcpc.[OUTCOME_COMMENTS]), N''), 140), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N'}') COLLATE Latin1_General_BIN2, NCHAR(1), N' '), NCHAR(2), N' '), NCHAR(3), N' '), NCHAR(4), N' '), NCHAR(5), N' '), NCHAR(6), N' '), NCHAR(7), N' '), NCHAR(8), N' '), NCHAR(11), N' '), NCHAR(12), N' '), NCHAR(14), N' '), NCHAR(15), N' '), NCHAR(16), N' '), NCHAR(17), N' '), NCHAR(18), N' '), NCHAR(19), N' '), NCHAR(20), N' '), NCHAR(21), N' '), NCHAR(22), N' '), NCHAR(23), N' '), NCHAR(24), N' '), NCHAR(25), N' '), NCHAR(26), N' '), NCHAR(27), N' '), NCHAR(28), N' '), NCHAR(29), N' '), NCHAR(30), N' '), NCHAR(31), N' '), NCHAR(13), N'\r'), NCHAR(10), N'\n'), NCHAR(9), N'\t'), -- icpc_icpc_outcome_json
  CAST(fcpc.[ORGANISED_BY_DEPT_ID] AS nvarchar(30)), -- icpc_icpc_team
  CAST(fcpc.[ORGANISED_BY_USER_STAFF_ID] AS nvarchar(30)) -- icpc_icpc_worker_id
FROM [HDM].[Child_Social].[FACT_CP_CONFERENCE] AS fcpc
INNER JOIN [HDM].[Child_Social].[FACT_MEETINGS] AS fm ON fcpc.[FACT_MEETING_ID] = fm.[FACT_MEETING_ID]
WHERE fm.[DIM_LOOKUP_MTG_TYPE_ID_CODE] = N'CPConference'
  AND (fm.[ACTUAL_DTTM] >= @ssd_window_start OR fm.[ACTUAL_DTTM] IS NULL)
  AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(fcpc.[DIM_PERSON_ID] AS nvarchar(30)))
  AND fcpc.[FACT_CP_CONFERENCE_ID] IS NOT NULL
  AND fcpc.[DIM_PERSON_ID] IS NOT NULL;
-- META-ELEMENT: {"type": "create_fk"}
-- not enforced: icpc_s47_enquiry_id to ssd_s47_enquiry.s47e_s47_enquiry_id, an extract keeps six years, so the parent row may be absent
IF NOT EXISTS (SELECT 1 FROM sys.foreign_keys WHERE parent_object_id = OBJECT_ID(N'ssd_initial_cp_conference', N'U') AND name = N'fk_ssd_initial_cp_conference_icpc_person_id')
ALTER TABLE ssd_initial_cp_conference ADD CONSTRAINT fk_ssd_initial_cp_conference_icpc_person_id FOREIGN KEY (icpc_person_id) REFERENCES ssd_person (pers_person_id);
-- not enforced: icpc_cp_plan_id to ssd_cp_plans.cppl_cp_plan_id, an extract keeps six years, so the parent row may be absent
-- not enforced: icpc_referral_id to ssd_cin_episodes.cine_referral_id, an extract keeps six years, so the parent row may be absent
-- not enforced: icpc_icpc_team to ssd_department.dept_team_id, an extract keeps six years, so the parent row may be absent
-- not enforced: icpc_icpc_worker_id to ssd_professionals.prof_professional_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_initial_cp_conference', N'U') AND name = N'ix_ssd_initial_cp_conference_icpc_s47_enquiry_id')
CREATE INDEX ix_ssd_initial_cp_conference_icpc_s47_enquiry_id ON ssd_initial_cp_conference (icpc_s47_enquiry_id);
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_initial_cp_conference', N'U') AND name = N'ix_ssd_initial_cp_conference_icpc_person_id')
CREATE INDEX ix_ssd_initial_cp_conference_icpc_person_id ON ssd_initial_cp_conference (icpc_person_id);
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_initial_cp_conference', N'U') AND name = N'ix_ssd_initial_cp_conference_icpc_cp_plan_id')
CREATE INDEX ix_ssd_initial_cp_conference_icpc_cp_plan_id ON ssd_initial_cp_conference (icpc_cp_plan_id);
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_initial_cp_conference', N'U') AND name = N'ix_ssd_initial_cp_conference_icpc_referral_id')
CREATE INDEX ix_ssd_initial_cp_conference_icpc_referral_id ON ssd_initial_cp_conference (icpc_referral_id);
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_initial_cp_conference', N'U') AND name = N'ix_ssd_initial_cp_conference_icpc_icpc_team')
CREATE INDEX ix_ssd_initial_cp_conference_icpc_icpc_team ON ssd_initial_cp_conference (icpc_icpc_team);
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_initial_cp_conference', N'U') AND name = N'ix_ssd_initial_cp_conference_icpc_icpc_worker_id')
CREATE INDEX ix_ssd_initial_cp_conference_icpc_icpc_worker_id ON ssd_initial_cp_conference (icpc_icpc_worker_id);
-- META-ELEMENT: {"type": "count_orphans"}
SELECT N'ssd_initial_cp_conference.icpc_s47_enquiry_id' AS reference, COUNT(*) AS orphans FROM ssd_initial_cp_conference AS child WHERE child.icpc_s47_enquiry_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_s47_enquiry AS parent WHERE parent.s47e_s47_enquiry_id = child.icpc_s47_enquiry_id);
SELECT N'ssd_initial_cp_conference.icpc_cp_plan_id' AS reference, COUNT(*) AS orphans FROM ssd_initial_cp_conference AS child WHERE child.icpc_cp_plan_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_cp_plans AS parent WHERE parent.cppl_cp_plan_id = child.icpc_cp_plan_id);
SELECT N'ssd_initial_cp_conference.icpc_referral_id' AS reference, COUNT(*) AS orphans FROM ssd_initial_cp_conference AS child WHERE child.icpc_referral_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_cin_episodes AS parent WHERE parent.cine_referral_id = child.icpc_referral_id);
SELECT N'ssd_initial_cp_conference.icpc_icpc_team' AS reference, COUNT(*) AS orphans FROM ssd_initial_cp_conference AS child WHERE child.icpc_icpc_team IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_department AS parent WHERE parent.dept_team_id = child.icpc_icpc_team);
SELECT N'ssd_initial_cp_conference.icpc_icpc_worker_id' AS reference, COUNT(*) AS orphans FROM ssd_initial_cp_conference AS child WHERE child.icpc_icpc_worker_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_professionals AS parent WHERE parent.prof_professional_id = child.icpc_icpc_worker_id);
GO
