-- META-ELEMENT: {"type": "header"}
-- ssd_cin_plans for Liquid Logic on SQL Server (2012 or later), for reading: the script that is run is liquid_logic.sqlserver.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_cin_plans"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_cin_plans', N'U') IS NULL
CREATE TABLE ssd_cin_plans (
  cinp_cin_plan_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"CINP001A"}
  cinp_referral_id nvarchar(48) NULL, -- metadata={"item_ref":"CINP007A"}
  cinp_person_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"CINP002A"}
  cinp_cin_plan_start_date datetime NULL, -- metadata={"item_ref":"CINP003A"}
  cinp_cin_plan_end_date datetime NULL, -- metadata={"item_ref":"CINP004A"}
  cinp_cin_plan_team nvarchar(48) NULL, -- metadata={"item_ref":"CINP005A"}
  cinp_cin_plan_worker_id nvarchar(48) NULL, -- metadata={"item_ref":"CINP006A"}
  CONSTRAINT pk_ssd_cin_plans PRIMARY KEY (cinp_cin_plan_id)
);
-- META-ELEMENT: {"type": "insert_data"}
INSERT INTO ssd_cin_plans (
  cinp_cin_plan_id, -- metadata={"item_ref":"CINP001A"}
  cinp_referral_id, -- metadata={"item_ref":"CINP007A"}
  cinp_person_id, -- metadata={"item_ref":"CINP002A"}
  cinp_cin_plan_start_date, -- metadata={"item_ref":"CINP003A"}
  cinp_cin_plan_end_date, -- metadata={"item_ref":"CINP004A"}
  cinp_cin_plan_team, -- metadata={"item_ref":"CINP005A"}
  cinp_cin_plan_worker_id -- metadata={"item_ref":"CINP006A"}
)
SELECT
  CAST(cps.[FACT_CARE_PLAN_SUMMARY_ID] AS nvarchar(30)), -- cinp_cin_plan_id
  CAST(cps.[FACT_REFERRAL_ID] AS nvarchar(30)), -- cinp_referral_id
  CAST(cps.[DIM_PERSON_ID] AS nvarchar(30)), -- cinp_person_id
  cps.[START_DTTM], -- cinp_cin_plan_start_date
  cps.[END_DTTM], -- cinp_cin_plan_end_date
  CAST((SELECT MAX(fp.[DIM_PLAN_COORD_DEPT_ID]) FROM [HDM].[Child_Social].[FACT_CARE_PLANS] AS fp WHERE fp.[FACT_CARE_PLAN_SUMMARY_ID] = cps.[FACT_CARE_PLAN_SUMMARY_ID]) AS nvarchar(30)), -- cinp_cin_plan_team
  CAST((SELECT MAX(fp.[DIM_PLAN_COORD_ID]) FROM [HDM].[Child_Social].[FACT_CARE_PLANS] AS fp WHERE fp.[FACT_CARE_PLAN_SUMMARY_ID] = cps.[FACT_CARE_PLAN_SUMMARY_ID]) AS nvarchar(30)) -- cinp_cin_plan_worker_id
FROM [HDM].[Child_Social].[FACT_CARE_PLAN_SUMMARY] AS cps
WHERE cps.[DIM_LOOKUP_PLAN_TYPE_CODE] = N'FP'
  AND cps.[DIM_LOOKUP_PLAN_STATUS_ID_CODE] <> N'z'
  AND (cps.[END_DTTM] >= @ssd_window_start OR cps.[END_DTTM] IS NULL)
  AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(cps.[DIM_PERSON_ID] AS nvarchar(30)))
  AND cps.[FACT_CARE_PLAN_SUMMARY_ID] IS NOT NULL
  AND cps.[DIM_PERSON_ID] IS NOT NULL;
-- META-ELEMENT: {"type": "create_fk"}
-- not enforced: cinp_referral_id to ssd_cin_episodes.cine_referral_id, an extract keeps six years, so the parent row may be absent
IF NOT EXISTS (SELECT 1 FROM sys.foreign_keys WHERE parent_object_id = OBJECT_ID(N'ssd_cin_plans', N'U') AND name = N'fk_ssd_cin_plans_cinp_person_id')
ALTER TABLE ssd_cin_plans ADD CONSTRAINT fk_ssd_cin_plans_cinp_person_id FOREIGN KEY (cinp_person_id) REFERENCES ssd_person (pers_person_id);
-- not enforced: cinp_cin_plan_team to ssd_department.dept_team_id, an extract keeps six years, so the parent row may be absent
-- not enforced: cinp_cin_plan_worker_id to ssd_professionals.prof_professional_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_cin_plans', N'U') AND name = N'ix_ssd_cin_plans_cinp_referral_id')
CREATE INDEX ix_ssd_cin_plans_cinp_referral_id ON ssd_cin_plans (cinp_referral_id);
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_cin_plans', N'U') AND name = N'ix_ssd_cin_plans_cinp_person_id')
CREATE INDEX ix_ssd_cin_plans_cinp_person_id ON ssd_cin_plans (cinp_person_id);
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_cin_plans', N'U') AND name = N'ix_ssd_cin_plans_cinp_cin_plan_team')
CREATE INDEX ix_ssd_cin_plans_cinp_cin_plan_team ON ssd_cin_plans (cinp_cin_plan_team);
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_cin_plans', N'U') AND name = N'ix_ssd_cin_plans_cinp_cin_plan_worker_id')
CREATE INDEX ix_ssd_cin_plans_cinp_cin_plan_worker_id ON ssd_cin_plans (cinp_cin_plan_worker_id);
-- META-ELEMENT: {"type": "count_orphans"}
SELECT N'ssd_cin_plans.cinp_referral_id' AS reference, COUNT(*) AS orphans FROM ssd_cin_plans AS child WHERE child.cinp_referral_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_cin_episodes AS parent WHERE parent.cine_referral_id = child.cinp_referral_id);
SELECT N'ssd_cin_plans.cinp_cin_plan_team' AS reference, COUNT(*) AS orphans FROM ssd_cin_plans AS child WHERE child.cinp_cin_plan_team IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_department AS parent WHERE parent.dept_team_id = child.cinp_cin_plan_team);
SELECT N'ssd_cin_plans.cinp_cin_plan_worker_id' AS reference, COUNT(*) AS orphans FROM ssd_cin_plans AS child WHERE child.cinp_cin_plan_worker_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_professionals AS parent WHERE parent.prof_professional_id = child.cinp_cin_plan_worker_id);
GO
