-- META-ELEMENT: {"type": "header"}
-- ssd_cin_plans for Mosaic on SQL Server (2012 or later), for reading: the script that is run is mosaic.sqlserver.sql,
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
WITH step_people AS (
  SELECT DISTINCT s.[SUBGROUP_ID] AS subgroup_id, s.[SUBJECT_COMPOUND_ID] AS person_id
  FROM [DM_SUBGROUP_SUBJECTS] AS s
  WHERE s.[SUBJECT_TYPE_CODE] = N'PER'
),
person_steps AS (
  SELECT s.[WORKFLOW_STEP_ID] AS workflow_step_id, p.person_id AS person_id, CONCAT(CAST(s.[WORKFLOW_STEP_ID] AS nvarchar(30)), N'.', CAST(p.person_id AS nvarchar(30))) AS step_key, s.[WORKFLOW_STEP_TYPE_ID] AS workflow_step_type_id, s.[STEP_STATUS] AS step_status, s.[INCOMING_ON] AS incoming_on, s.[STARTED_ON] AS started_on, s.[COMPLETED_ON] AS completed_on, s.[CANCELLED_ON] AS cancelled_on, s.[RESPONSIBLE_TEAM_ID] AS responsible_team_id, s.[ASSIGNEE_ID] AS assignee_id, s.[IS_CHILD_CONTACT] AS is_child_contact, s.[IS_CONTINUOUS_ASSESSMENT] AS is_continuous_assessment, s.[IS_SECTION_47_ENQUIRY] AS is_section_47_enquiry, s.[IS_MISSING_OR_ABSENT] AS is_missing_or_absent, s.[STRATEGY_DISCUSSION_DATE] AS strategy_discussion_date, s.[CP_CONFERENCE_CATEGORY] AS cp_conference_category, s.[CP_CONFERENCE_ACTUAL_DATE] AS cp_conference_actual_date, s.[LAC_REVIEW_CATEGORY] AS lac_review_category, s.[LAC_REVIEW_DATE] AS lac_review_date, s.[LAC_REVIEW_PARTICIPATION_CODE] AS lac_review_participation_code
  FROM [DM_WORKFLOW_STEPS] AS s
  INNER JOIN step_people AS p ON p.subgroup_id = s.[SUBGROUP_ID]
),
plan_steps AS (
  SELECT s.workflow_step_id AS workflow_step_id, s.person_id AS person_id, s.step_status AS step_status, s.incoming_on AS incoming_on, s.started_on AS started_on, s.completed_on AS completed_on
  FROM person_steps AS s
  WHERE s.workflow_step_type_id IN (325, 369, 463) AND s.step_status <> N'CANCELLED'
),
chain_steps AS (
  SELECT s.workflow_step_id AS first_step_id, s.person_id AS person_id, s.workflow_step_id AS step_id
  FROM plan_steps AS s
  UNION
  SELECT f.[WORKFLOW_STEP_ID] AS workflow_step_id, n.person_id AS person_id, n.workflow_step_id AS workflow_step_id
  FROM [DM_WORKFLOW_FORWARDS] AS f
  INNER JOIN plan_steps AS n ON n.workflow_step_id = f.[SUBSEQUENT_WORKFLOW_STEP_ID]
),
closing_steps AS (
  SELECT s.workflow_step_id AS workflow_step_id, s.person_id AS person_id, DATEADD(day, DATEDIFF(day, 0, s.completed_on), 0) AS ends
  FROM plan_steps AS s
  WHERE s.step_status = N'COMPLETED' AND s.completed_on IS NOT NULL AND NOT (EXISTS (SELECT 1 FROM [DM_WORKFLOW_LINKS] AS k INNER JOIN plan_steps AS n ON n.workflow_step_id = k.[TARGET_STEP_ID] WHERE k.[SOURCE_STEP_ID] = s.workflow_step_id AND n.person_id = s.person_id AND n.workflow_step_id <> s.workflow_step_id))
),
chains AS (
  SELECT h.first_step_id AS first_step_id, h.person_id AS person_id, MAX(h.step_id) AS latest_step_id, MIN(c.ends) AS ends
  FROM chain_steps AS h
  LEFT JOIN closing_steps AS c ON c.workflow_step_id = h.step_id AND c.person_id = h.person_id
  GROUP BY h.first_step_id, h.person_id
),
periods AS (
  SELECT s.person_id AS person_id, s.workflow_step_id AS first_step_id, DATEADD(day, DATEDIFF(day, 0, CASE WHEN s.incoming_on < s.started_on THEN s.incoming_on ELSE COALESCE(s.started_on, s.incoming_on) END), 0) AS starts, COALESCE(own.ends, h.ends) AS ends, h.latest_step_id AS latest_step_id
  FROM plan_steps AS s
  INNER JOIN chains AS h ON h.first_step_id = s.workflow_step_id AND h.person_id = s.person_id
  LEFT JOIN closing_steps AS own ON own.workflow_step_id = s.workflow_step_id AND own.person_id = s.person_id
  WHERE s.step_status <> N'PROPOSED' AND COALESCE(s.started_on, s.incoming_on) IS NOT NULL AND NOT (EXISTS (SELECT 1 FROM [DM_WORKFLOW_BACKWARDS] AS b INNER JOIN plan_steps AS p ON p.workflow_step_id = b.[PRECEDING_WORKFLOW_STEP_ID] WHERE b.[WORKFLOW_STEP_ID] = s.workflow_step_id AND b.[ADJACENT] = N'Y' AND p.person_id = s.person_id AND p.workflow_step_id <> s.workflow_step_id))
),
marked_periods AS (
  SELECT p.person_id AS person_id, p.first_step_id AS first_step_id, p.starts AS starts, p.ends AS ends, p.latest_step_id AS latest_step_id, CASE WHEN p.starts <= MAX(COALESCE(p.ends, CONVERT(datetime, N'9999-12-31T00:00:00', 126))) OVER (PARTITION BY p.person_id ORDER BY CASE WHEN p.starts IS NULL THEN 1 ELSE 0 END, p.starts, CASE WHEN p.first_step_id IS NULL THEN 1 ELSE 0 END, p.first_step_id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) THEN 0 ELSE 1 END AS is_first
  FROM periods AS p
),
numbered_periods AS (
  SELECT m.person_id AS person_id, m.first_step_id AS first_step_id, m.starts AS starts, m.ends AS ends, m.latest_step_id AS latest_step_id, m.is_first AS is_first, SUM(m.is_first) OVER (PARTITION BY m.person_id ORDER BY CASE WHEN m.starts IS NULL THEN 1 ELSE 0 END, m.starts, CASE WHEN m.first_step_id IS NULL THEN 1 ELSE 0 END, m.first_step_id ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS plan_number
  FROM marked_periods AS m
),
cin_plans AS (
  SELECT n.person_id AS person_id, n.plan_number AS plan_number, MIN(n.starts) AS starts, CASE WHEN COUNT(*) = COUNT(n.ends) THEN MAX(n.ends) END AS ends, MAX(CASE WHEN n.is_first = 1 THEN n.first_step_id END) AS first_step_id, MAX(n.latest_step_id) AS latest_step_id
  FROM numbered_periods AS n
  GROUP BY n.person_id, n.plan_number
),
referrals AS (
  SELECT DISTINCT r.[REFERRAL_ID] AS referral_id, r.[PERSON_ID] AS person_id, CONCAT(CAST(r.[REFERRAL_ID] AS nvarchar(30)), N'.', CAST(r.[PERSON_ID] AS nvarchar(30))) AS referral_key, r.[REFERRAL_DATE] AS referral_date, r.[CLOSURE_DATE] AS closure_date
  FROM [DM_CIN_REFERRALS] AS r
)
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
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
  picked.cinp_cin_plan_id,
  picked.cinp_referral_id,
  picked.cinp_person_id,
  picked.cinp_cin_plan_start_date,
  picked.cinp_cin_plan_end_date,
  picked.cinp_cin_plan_team,
  picked.cinp_cin_plan_worker_id
FROM (
  SELECT
    LEFT(NULLIF(RTRIM(CONCAT(CAST([plan].first_step_id AS nvarchar(30)), N'.', CAST([plan].person_id AS nvarchar(30)))), N''), 48) AS cinp_cin_plan_id, -- cinp_cin_plan_id
    LEFT(NULLIF(RTRIM((SELECT TOP (1) r.referral_key FROM referrals AS r WHERE r.person_id = [plan].person_id AND r.referral_date <= COALESCE([plan].ends, CONVERT(datetime, N'9999-12-31T00:00:00', 126)) AND COALESCE(r.closure_date, CONVERT(datetime, N'9999-12-31T00:00:00', 126)) >= [plan].starts ORDER BY r.referral_id DESC, r.referral_date DESC, CASE WHEN r.referral_key IS NULL THEN 1 ELSE 0 END, r.referral_key)), N''), 48) AS cinp_referral_id, -- cinp_referral_id
    CAST([plan].person_id AS nvarchar(30)) AS cinp_person_id, -- cinp_person_id
    [plan].starts AS cinp_cin_plan_start_date, -- cinp_cin_plan_start_date
    [plan].ends AS cinp_cin_plan_end_date, -- cinp_cin_plan_end_date
    CAST(newest.[RESPONSIBLE_TEAM_ID] AS nvarchar(30)) AS cinp_cin_plan_team, -- cinp_cin_plan_team
    CAST(newest.[ASSIGNEE_ID] AS nvarchar(30)) AS cinp_cin_plan_worker_id, -- cinp_cin_plan_worker_id
    ROW_NUMBER() OVER (PARTITION BY CONCAT(CAST([plan].first_step_id AS nvarchar(30)), N'.', CAST([plan].person_id AS nvarchar(30))) ORDER BY CASE WHEN [plan].first_step_id IS NULL THEN 1 ELSE 0 END, [plan].first_step_id, CASE WHEN [plan].person_id IS NULL THEN 1 ELSE 0 END, [plan].person_id, CASE WHEN [plan].ends IS NULL THEN 1 ELSE 0 END, [plan].ends, CASE WHEN [plan].starts IS NULL THEN 1 ELSE 0 END, [plan].starts, CASE WHEN newest.[RESPONSIBLE_TEAM_ID] IS NULL THEN 1 ELSE 0 END, newest.[RESPONSIBLE_TEAM_ID], CASE WHEN newest.[ASSIGNEE_ID] IS NULL THEN 1 ELSE 0 END, newest.[ASSIGNEE_ID]) AS ssd_row
  FROM cin_plans AS [plan]
  LEFT JOIN [DM_WORKFLOW_STEPS] AS newest ON newest.[WORKFLOW_STEP_ID] = [plan].latest_step_id
  WHERE [plan].starts < DATEADD(day, 1, @ssd_today)
    AND ([plan].ends >= @ssd_window_start OR [plan].ends IS NULL)
    AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST([plan].person_id AS nvarchar(30)))
    AND NULLIF(RTRIM(CONCAT(CAST([plan].first_step_id AS nvarchar(30)), N'.', CAST([plan].person_id AS nvarchar(30)))), N'') IS NOT NULL
    AND [plan].person_id IS NOT NULL
) AS picked
WHERE picked.ssd_row = 1;
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
