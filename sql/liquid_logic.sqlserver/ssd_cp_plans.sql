-- META-ELEMENT: {"type": "header"}
-- ssd_cp_plans for Liquid Logic on SQL Server (2012 or later), for reading: the script that is run is liquid_logic.sqlserver.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_cp_plans"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_cp_plans', N'U') IS NULL
CREATE TABLE ssd_cp_plans (
  cppl_cp_plan_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"CPPL001A"}
  cppl_referral_id nvarchar(48) NULL, -- metadata={"item_ref":"CPPL007A"}
  cppl_icpc_id nvarchar(48) NULL, -- metadata={"item_ref":"CPPL008A"}
  cppl_person_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"CPPL002A"}
  cppl_cp_plan_start_date datetime NULL, -- metadata={"item_ref":"CPPL003A"}
  cppl_cp_plan_end_date datetime NULL, -- metadata={"item_ref":"CPPL004A"}
  cppl_cp_plan_initial_category nvarchar(100) NULL, -- metadata={"item_ref":"CPPL009A"}
  cppl_cp_plan_ola nchar(1) NULL, -- metadata={"item_ref":"CPPL011A"}
  cppl_cp_plan_latest_category nvarchar(100) NULL, -- metadata={"item_ref":"CPPL010A"}
  CONSTRAINT pk_ssd_cp_plans PRIMARY KEY (cppl_cp_plan_id)
);
-- META-ELEMENT: {"type": "insert_data"}
INSERT INTO ssd_cp_plans (
  cppl_cp_plan_id, -- metadata={"item_ref":"CPPL001A"}
  cppl_referral_id, -- metadata={"item_ref":"CPPL007A"}
  cppl_icpc_id, -- metadata={"item_ref":"CPPL008A"}
  cppl_person_id, -- metadata={"item_ref":"CPPL002A"}
  cppl_cp_plan_start_date, -- metadata={"item_ref":"CPPL003A"}
  cppl_cp_plan_end_date, -- metadata={"item_ref":"CPPL004A"}
  cppl_cp_plan_initial_category, -- metadata={"item_ref":"CPPL009A"}
  cppl_cp_plan_ola, -- metadata={"item_ref":"CPPL011A"}
  cppl_cp_plan_latest_category -- metadata={"item_ref":"CPPL010A"}
)
SELECT
  CAST(cpp.[FACT_CP_PLAN_ID] AS nvarchar(30)), -- cppl_cp_plan_id
  CAST(NULLIF(cpp.[FACT_REFERRAL_ID], -1) AS nvarchar(30)), -- cppl_referral_id
  CAST(NULLIF(cpp.[FACT_INITIAL_CP_CONFERENCE_ID], -1) AS nvarchar(30)), -- cppl_icpc_id
  CAST(cpp.[DIM_PERSON_ID] AS nvarchar(30)), -- cppl_person_id
  cpp.[START_DTTM], -- cppl_cp_plan_start_date
  cpp.[END_DTTM], -- cppl_cp_plan_end_date
  LEFT(NULLIF(RTRIM(cpp.[INIT_CATEGORY_DESC]), N''), 100), -- cppl_cp_plan_initial_category
  LEFT(NULLIF(RTRIM(cpp.[IS_OLA]), N''), 1), -- cppl_cp_plan_ola
  LEFT(NULLIF(RTRIM(cpp.[CP_CATEGORY_DESC]), N''), 100) -- cppl_cp_plan_latest_category
FROM [HDM].[Child_Social].[FACT_CP_PLAN] AS cpp
WHERE (cpp.[END_DTTM] >= @ssd_window_start OR cpp.[END_DTTM] IS NULL)
  AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(cpp.[DIM_PERSON_ID] AS nvarchar(30)))
  AND cpp.[FACT_CP_PLAN_ID] IS NOT NULL
  AND cpp.[DIM_PERSON_ID] IS NOT NULL;
-- META-ELEMENT: {"type": "create_fk"}
-- not enforced: cppl_referral_id to ssd_cin_episodes.cine_referral_id, an extract keeps six years, so the parent row may be absent
-- not enforced: cppl_icpc_id to ssd_initial_cp_conference.icpc_icpc_id, an extract keeps six years, so the parent row may be absent
IF NOT EXISTS (SELECT 1 FROM sys.foreign_keys WHERE parent_object_id = OBJECT_ID(N'ssd_cp_plans', N'U') AND name = N'fk_ssd_cp_plans_cppl_person_id')
ALTER TABLE ssd_cp_plans ADD CONSTRAINT fk_ssd_cp_plans_cppl_person_id FOREIGN KEY (cppl_person_id) REFERENCES ssd_person (pers_person_id);
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_cp_plans', N'U') AND name = N'ix_ssd_cp_plans_cppl_referral_id')
CREATE INDEX ix_ssd_cp_plans_cppl_referral_id ON ssd_cp_plans (cppl_referral_id);
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_cp_plans', N'U') AND name = N'ix_ssd_cp_plans_cppl_icpc_id')
CREATE INDEX ix_ssd_cp_plans_cppl_icpc_id ON ssd_cp_plans (cppl_icpc_id);
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_cp_plans', N'U') AND name = N'ix_ssd_cp_plans_cppl_person_id')
CREATE INDEX ix_ssd_cp_plans_cppl_person_id ON ssd_cp_plans (cppl_person_id);
-- META-ELEMENT: {"type": "count_orphans"}
SELECT N'ssd_cp_plans.cppl_referral_id' AS reference, COUNT(*) AS orphans FROM ssd_cp_plans AS child WHERE child.cppl_referral_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_cin_episodes AS parent WHERE parent.cine_referral_id = child.cppl_referral_id);
SELECT N'ssd_cp_plans.cppl_icpc_id' AS reference, COUNT(*) AS orphans FROM ssd_cp_plans AS child WHERE child.cppl_icpc_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_initial_cp_conference AS parent WHERE parent.icpc_icpc_id = child.cppl_icpc_id);
GO
