-- META-ELEMENT: {"type": "header"}
-- ssd_cp_plans for Mosaic on SQL Server (2012 or later), for reading: the script that is run is mosaic.sqlserver.sql,
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
WITH cp_plans AS (
  SELECT r.[REGISTRATION_ID] AS registration_id, r.[PERSON_ID] AS person_id, r.[REGISTRATION_STEP_ID] AS registration_step_id, r.[REGISTRATION_START_DATE] AS registration_start_date, r.[DEREGISTRATION_DATE] AS deregistration_date
  FROM [DM_REGISTRATIONS] AS r
  WHERE r.[IS_CHILD_PROTECTION_PLAN] = N'Y' AND COALESCE(r.[IS_TEMPORARY_CHILD_PROTECTION], N'N') = N'N'
),
referrals AS (
  SELECT DISTINCT r.[REFERRAL_ID] AS referral_id, r.[PERSON_ID] AS person_id, CONCAT(CAST(r.[REFERRAL_ID] AS nvarchar(30)), N'.', CAST(r.[PERSON_ID] AS nvarchar(30))) AS referral_key, r.[REFERRAL_DATE] AS referral_date, r.[CLOSURE_DATE] AS closure_date
  FROM [DM_CIN_REFERRALS] AS r
)
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
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
  picked.cppl_cp_plan_id,
  picked.cppl_referral_id,
  picked.cppl_icpc_id,
  picked.cppl_person_id,
  picked.cppl_cp_plan_start_date,
  picked.cppl_cp_plan_end_date,
  picked.cppl_cp_plan_initial_category,
  picked.cppl_cp_plan_ola,
  picked.cppl_cp_plan_latest_category
FROM (
  SELECT
    CAST(cplan.registration_id AS nvarchar(30)) AS cppl_cp_plan_id, -- cppl_cp_plan_id
    LEFT(NULLIF(RTRIM((SELECT TOP (1) r.referral_key FROM referrals AS r WHERE r.person_id = cplan.person_id AND r.referral_date <= COALESCE(cplan.deregistration_date, CONVERT(datetime, N'9999-12-31T00:00:00', 126)) AND COALESCE(r.closure_date, CONVERT(datetime, N'9999-12-31T00:00:00', 126)) >= cplan.registration_start_date ORDER BY r.referral_id DESC, r.referral_date DESC, CASE WHEN r.referral_key IS NULL THEN 1 ELSE 0 END, r.referral_key)), N''), 48) AS cppl_referral_id, -- cppl_referral_id
    LEFT(NULLIF(RTRIM(CASE WHEN cplan.registration_step_id IS NOT NULL THEN CONCAT(CAST(cplan.registration_step_id AS nvarchar(30)), N'.', CAST(cplan.person_id AS nvarchar(30))) END), N''), 48) AS cppl_icpc_id, -- cppl_icpc_id
    CAST(cplan.person_id AS nvarchar(30)) AS cppl_person_id, -- cppl_person_id
    cplan.registration_start_date AS cppl_cp_plan_start_date, -- cppl_cp_plan_start_date
    cplan.deregistration_date AS cppl_cp_plan_end_date, -- cppl_cp_plan_end_date
    LEFT(NULLIF(RTRIM((SELECT CASE WHEN COUNT(DISTINCT c.[CIN_ABUSE_CATEGORY_CODE]) <= 1 THEN MAX(c.[CIN_ABUSE_CATEGORY_CODE]) ELSE N'MUL' END FROM [DM_REGISTRATION_CATEGORIES] AS c WHERE c.[REGISTRATION_ID] = cplan.registration_id AND DATEADD(day, DATEDIFF(day, 0, c.[CATEGORY_START_DATE]), 0) = DATEADD(day, DATEDIFF(day, 0, cplan.registration_start_date), 0))), N''), 100) AS cppl_cp_plan_initial_category, -- cppl_cp_plan_initial_category
    N'N' AS cppl_cp_plan_ola, -- cppl_cp_plan_ola
    LEFT(NULLIF(RTRIM((SELECT CASE WHEN COUNT(DISTINCT c.[CIN_ABUSE_CATEGORY_CODE]) <= 1 THEN MAX(c.[CIN_ABUSE_CATEGORY_CODE]) ELSE N'MUL' END FROM [DM_REGISTRATION_CATEGORIES] AS c WHERE c.[REGISTRATION_ID] = cplan.registration_id AND DATEADD(day, DATEDIFF(day, 0, COALESCE(cplan.deregistration_date, @ssd_today)), 0) BETWEEN DATEADD(day, DATEDIFF(day, 0, c.[CATEGORY_START_DATE]), 0) AND COALESCE(c.[CATEGORY_END_DATE], CONVERT(datetime, N'9999-12-31T00:00:00', 126)))), N''), 100) AS cppl_cp_plan_latest_category, -- cppl_cp_plan_latest_category
    ROW_NUMBER() OVER (PARTITION BY CAST(cplan.registration_id AS nvarchar(30)) ORDER BY CASE WHEN cplan.registration_id IS NULL THEN 1 ELSE 0 END, cplan.registration_id, CASE WHEN cplan.person_id IS NULL THEN 1 ELSE 0 END, cplan.person_id, CASE WHEN cplan.deregistration_date IS NULL THEN 1 ELSE 0 END, cplan.deregistration_date, CASE WHEN cplan.registration_start_date IS NULL THEN 1 ELSE 0 END, cplan.registration_start_date, CASE WHEN cplan.registration_step_id IS NULL THEN 1 ELSE 0 END, cplan.registration_step_id) AS ssd_row
  FROM cp_plans AS cplan
  WHERE cplan.registration_start_date < DATEADD(day, 1, @ssd_today)
    AND (cplan.deregistration_date >= @ssd_window_start OR cplan.deregistration_date IS NULL)
    AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(cplan.person_id AS nvarchar(30)))
    AND cplan.registration_id IS NOT NULL
    AND cplan.person_id IS NOT NULL
) AS picked
WHERE picked.ssd_row = 1;
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
