-- META-ELEMENT: {"type": "header"}
-- ssd_initial_cp_conference for Mosaic on SQL Server (2012 or later), for reading: the script that is run is mosaic.sqlserver.sql,
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
cp_plans AS (
  SELECT r.[REGISTRATION_ID] AS registration_id, r.[PERSON_ID] AS person_id, r.[REGISTRATION_STEP_ID] AS registration_step_id, r.[REGISTRATION_START_DATE] AS registration_start_date, r.[DEREGISTRATION_DATE] AS deregistration_date
  FROM [DM_REGISTRATIONS] AS r
  WHERE r.[IS_CHILD_PROTECTION_PLAN] = N'Y' AND COALESCE(r.[IS_TEMPORARY_CHILD_PROTECTION], N'N') = N'N'
),
conferences AS (
  SELECT s.workflow_step_id AS workflow_step_id, s.person_id AS person_id, s.step_key AS step_key, s.workflow_step_type_id AS workflow_step_type_id, s.cp_conference_actual_date AS cp_conference_actual_date, s.responsible_team_id AS responsible_team_id, s.assignee_id AS assignee_id, (SELECT MAX(p.registration_id) FROM cp_plans AS p WHERE p.person_id = s.person_id AND DATEADD(day, DATEDIFF(day, 0, p.registration_start_date), 0) = DATEADD(day, DATEDIFF(day, 0, s.cp_conference_actual_date), 0)) AS plan_id, (SELECT TOP (1) b.strategy_discussion_date FROM [DM_WORKFLOW_BACKWARDS] AS w INNER JOIN person_steps AS b ON b.workflow_step_id = w.[PRECEDING_WORKFLOW_STEP_ID] WHERE w.[WORKFLOW_STEP_ID] = s.workflow_step_id AND b.person_id = s.person_id AND b.strategy_discussion_date IS NOT NULL ORDER BY b.started_on DESC, b.workflow_step_id DESC, CASE WHEN b.strategy_discussion_date IS NULL THEN 1 ELSE 0 END, b.strategy_discussion_date) AS strategy_date
  FROM person_steps AS s
  WHERE s.cp_conference_category = N'Initial' AND s.step_status = N'COMPLETED'
),
referrals AS (
  SELECT DISTINCT r.[REFERRAL_ID] AS referral_id, r.[PERSON_ID] AS person_id, CONCAT(CAST(r.[REFERRAL_ID] AS nvarchar(30)), N'.', CAST(r.[PERSON_ID] AS nvarchar(30))) AS referral_key, r.[REFERRAL_DATE] AS referral_date, r.[CLOSURE_DATE] AS closure_date
  FROM [DM_CIN_REFERRALS] AS r
),
calendar AS (
  SELECT DISTINCT DATEADD(day, DATEDIFF(day, 0, r.[CURR_DAY]), 0) AS day_date, DATEDIFF(day, CONVERT(datetime, N'1990-01-01T00:00:00', 126), r.[CURR_DAY]) AS days_since_monday
  FROM [REPORT_DAYS] AS r
),
counted_days AS (
  SELECT c.day_date AS day_date, SUM(CASE WHEN (c.days_since_monday - (7 * ROUND(((c.days_since_monday - 3) * 0.142857142857), 0))) < 5 AND c.day_date NOT IN (CONVERT(datetime, N'2019-01-01T00:00:00', 126), CONVERT(datetime, N'2019-04-19T00:00:00', 126), CONVERT(datetime, N'2019-04-22T00:00:00', 126), CONVERT(datetime, N'2019-05-06T00:00:00', 126), CONVERT(datetime, N'2019-05-27T00:00:00', 126), CONVERT(datetime, N'2019-08-26T00:00:00', 126), CONVERT(datetime, N'2019-12-25T00:00:00', 126), CONVERT(datetime, N'2019-12-26T00:00:00', 126), CONVERT(datetime, N'2020-01-01T00:00:00', 126), CONVERT(datetime, N'2020-04-10T00:00:00', 126), CONVERT(datetime, N'2020-04-13T00:00:00', 126), CONVERT(datetime, N'2020-05-08T00:00:00', 126), CONVERT(datetime, N'2020-05-25T00:00:00', 126), CONVERT(datetime, N'2020-08-31T00:00:00', 126), CONVERT(datetime, N'2020-12-25T00:00:00', 126), CONVERT(datetime, N'2020-12-28T00:00:00', 126), CONVERT(datetime, N'2021-01-01T00:00:00', 126), CONVERT(datetime, N'2021-04-02T00:00:00', 126), CONVERT(datetime, N'2021-04-05T00:00:00', 126), CONVERT(datetime, N'2021-05-03T00:00:00', 126), CONVERT(datetime, N'2021-05-31T00:00:00', 126), CONVERT(datetime, N'2021-08-30T00:00:00', 126), CONVERT(datetime, N'2021-12-27T00:00:00', 126), CONVERT(datetime, N'2021-12-28T00:00:00', 126), CONVERT(datetime, N'2022-01-03T00:00:00', 126), CONVERT(datetime, N'2022-04-15T00:00:00', 126), CONVERT(datetime, N'2022-04-18T00:00:00', 126), CONVERT(datetime, N'2022-05-02T00:00:00', 126), CONVERT(datetime, N'2022-06-02T00:00:00', 126), CONVERT(datetime, N'2022-06-03T00:00:00', 126), CONVERT(datetime, N'2022-08-29T00:00:00', 126), CONVERT(datetime, N'2022-09-19T00:00:00', 126), CONVERT(datetime, N'2022-12-26T00:00:00', 126), CONVERT(datetime, N'2022-12-27T00:00:00', 126), CONVERT(datetime, N'2023-01-02T00:00:00', 126), CONVERT(datetime, N'2023-04-07T00:00:00', 126), CONVERT(datetime, N'2023-04-10T00:00:00', 126), CONVERT(datetime, N'2023-05-01T00:00:00', 126), CONVERT(datetime, N'2023-05-08T00:00:00', 126), CONVERT(datetime, N'2023-05-29T00:00:00', 126), CONVERT(datetime, N'2023-08-28T00:00:00', 126), CONVERT(datetime, N'2023-12-25T00:00:00', 126), CONVERT(datetime, N'2023-12-26T00:00:00', 126), CONVERT(datetime, N'2024-01-01T00:00:00', 126), CONVERT(datetime, N'2024-03-29T00:00:00', 126), CONVERT(datetime, N'2024-04-01T00:00:00', 126), CONVERT(datetime, N'2024-05-06T00:00:00', 126), CONVERT(datetime, N'2024-05-27T00:00:00', 126), CONVERT(datetime, N'2024-08-26T00:00:00', 126), CONVERT(datetime, N'2024-12-25T00:00:00', 126), CONVERT(datetime, N'2024-12-26T00:00:00', 126), CONVERT(datetime, N'2025-01-01T00:00:00', 126), CONVERT(datetime, N'2025-04-18T00:00:00', 126), CONVERT(datetime, N'2025-04-21T00:00:00', 126), CONVERT(datetime, N'2025-05-05T00:00:00', 126), CONVERT(datetime, N'2025-05-26T00:00:00', 126), CONVERT(datetime, N'2025-08-25T00:00:00', 126), CONVERT(datetime, N'2025-12-25T00:00:00', 126), CONVERT(datetime, N'2025-12-26T00:00:00', 126), CONVERT(datetime, N'2026-01-01T00:00:00', 126), CONVERT(datetime, N'2026-04-03T00:00:00', 126), CONVERT(datetime, N'2026-04-06T00:00:00', 126), CONVERT(datetime, N'2026-05-04T00:00:00', 126), CONVERT(datetime, N'2026-05-25T00:00:00', 126), CONVERT(datetime, N'2026-08-31T00:00:00', 126), CONVERT(datetime, N'2026-12-25T00:00:00', 126), CONVERT(datetime, N'2026-12-28T00:00:00', 126), CONVERT(datetime, N'2027-01-01T00:00:00', 126), CONVERT(datetime, N'2027-03-26T00:00:00', 126), CONVERT(datetime, N'2027-03-29T00:00:00', 126), CONVERT(datetime, N'2027-05-03T00:00:00', 126), CONVERT(datetime, N'2027-05-31T00:00:00', 126), CONVERT(datetime, N'2027-08-30T00:00:00', 126), CONVERT(datetime, N'2027-12-27T00:00:00', 126), CONVERT(datetime, N'2027-12-28T00:00:00', 126), CONVERT(datetime, N'2028-01-03T00:00:00', 126), CONVERT(datetime, N'2028-04-14T00:00:00', 126), CONVERT(datetime, N'2028-04-17T00:00:00', 126), CONVERT(datetime, N'2028-05-01T00:00:00', 126), CONVERT(datetime, N'2028-05-29T00:00:00', 126), CONVERT(datetime, N'2028-08-28T00:00:00', 126), CONVERT(datetime, N'2028-12-25T00:00:00', 126), CONVERT(datetime, N'2028-12-26T00:00:00', 126)) THEN 1 ELSE 0 END) OVER (ORDER BY CASE WHEN c.day_date IS NULL THEN 1 ELSE 0 END, c.day_date ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS working_days
  FROM calendar AS c
),
next_steps AS (
  SELECT k.[SOURCE_STEP_ID] AS source_step_id, k.[WORKFLOW_NEXT_ACTION_TYPE_ID] AS workflow_next_action_type_id, k.[WORKFLOW_REASON_TYPE_ID] AS workflow_reason_type_id, t.person_id AS person_id, t.step_status AS step_status, t.workflow_step_type_id AS workflow_step_type_id
  FROM [DM_WORKFLOW_LINKS] AS k
  INNER JOIN person_steps AS t ON t.workflow_step_id = k.[TARGET_STEP_ID]
),
outcome_words AS (
  SELECT DISTINCT n.source_step_id AS source_step_id, n.person_id AS person_id, t.[DESCRIPTION] AS description
  FROM next_steps AS n
  INNER JOIN [DM_WORKFLOW_NXT_ACTION_TYPES] AS t ON t.[WORKFLOW_NEXT_ACTION_TYPE_ID] = n.workflow_next_action_type_id
  WHERE n.step_status NOT IN (N'CANCELLED', N'PROPOSED')
)
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
INSERT INTO ssd_initial_cp_conference (
  icpc_icpc_id, -- metadata={"item_ref":"ICPC001A"}
  -- icpc_icpc_meeting_id is not held: a conference has no id but that of its workflow step
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
  picked.icpc_icpc_id,
  picked.icpc_s47_enquiry_id,
  picked.icpc_person_id,
  picked.icpc_cp_plan_id,
  picked.icpc_referral_id,
  picked.icpc_icpc_transfer_in,
  picked.icpc_icpc_target_date,
  picked.icpc_icpc_date,
  picked.icpc_icpc_outcome_cp_flag,
  picked.icpc_icpc_outcome_json,
  picked.icpc_icpc_team,
  picked.icpc_icpc_worker_id
FROM (
  SELECT
    LEFT(NULLIF(RTRIM(conf.step_key), N''), 48) AS icpc_icpc_id, -- icpc_icpc_id
    LEFT(NULLIF(RTRIM((SELECT TOP (1) s.step_key FROM [DM_WORKFLOW_BACKWARDS] AS b INNER JOIN person_steps AS s ON s.workflow_step_id = b.[PRECEDING_WORKFLOW_STEP_ID] WHERE b.[WORKFLOW_STEP_ID] = conf.workflow_step_id AND s.person_id = conf.person_id AND s.is_section_47_enquiry = N'Y' ORDER BY s.started_on DESC, s.workflow_step_id DESC, CASE WHEN s.step_key IS NULL THEN 1 ELSE 0 END, s.step_key)), N''), 48) AS icpc_s47_enquiry_id, -- icpc_s47_enquiry_id
    CAST(conf.person_id AS nvarchar(30)) AS icpc_person_id, -- icpc_person_id
    CAST(conf.plan_id AS nvarchar(30)) AS icpc_cp_plan_id, -- icpc_cp_plan_id
    LEFT(NULLIF(RTRIM((SELECT TOP (1) r.referral_key FROM referrals AS r WHERE r.person_id = conf.person_id AND conf.cp_conference_actual_date BETWEEN DATEADD(day, DATEDIFF(day, 0, r.referral_date), 0) AND COALESCE(r.closure_date, CONVERT(datetime, N'9999-12-31T00:00:00', 126)) ORDER BY r.referral_id DESC, r.referral_date DESC, CASE WHEN r.referral_key IS NULL THEN 1 ELSE 0 END, r.referral_key)), N''), 48) AS icpc_referral_id, -- icpc_referral_id
    CASE WHEN EXISTS (SELECT 1 FROM [DM_MAPPING_FILTERS] AS f WHERE f.[FILTER_NAME] = N'Child CIN Transfer In Conferences' AND f.[MAPPED_VALUE] = CAST(conf.workflow_step_type_id AS nvarchar(30))) THEN N'Y' ELSE N'N' END AS icpc_icpc_transfer_in, -- icpc_icpc_transfer_in
    (SELECT MIN(d.day_date) FROM counted_days AS d WHERE d.working_days = ((SELECT MAX(b.working_days) FROM counted_days AS b WHERE b.day_date = DATEADD(day, DATEDIFF(day, 0, conf.strategy_date), 0)) + 15)) AS icpc_icpc_target_date, -- icpc_icpc_target_date
    conf.cp_conference_actual_date AS icpc_icpc_date, -- icpc_icpc_date
    CASE WHEN conf.plan_id IS NULL THEN N'N' ELSE N'Y' END AS icpc_icpc_outcome_cp_flag, -- icpc_icpc_outcome_cp_flag
    REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE((
      N'{"CP_FLAG":' + COALESCE(N'"' + REPLACE(REPLACE(CASE WHEN conf.plan_id IS NULL THEN N'N' ELSE N'Y' END, N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
      N',"TOTAL_NO_OF_OUTCOMES":' + COALESCE(CAST((SELECT COUNT(*) FROM outcome_words AS w WHERE w.source_step_id = conf.workflow_step_id AND w.person_id = conf.person_id) AS nvarchar(30)), N'null') +
      N',"COMMENTS":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(STUFF((SELECT N', ' + REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE((w.description) COLLATE Latin1_General_BIN2, NCHAR(1), N' '), NCHAR(2), N' '), NCHAR(3), N' '), NCHAR(4), N' '), NCHAR(5), N' '), NCHAR(6), N' '), NCHAR(7), N' '), NCHAR(8), N' '), NCHAR(11), N' '), NCHAR(12), N' '), NCHAR(14), N' '), NCHAR(15), N' '), NCHAR(16), N' '), NCHAR(17), N' '), NCHAR(18), N' '), NCHAR(19), N' '), NCHAR(20), N' '), NCHAR(21), N' '), NCHAR(22), N' '), NCHAR(23), N' '), NCHAR(24), N' '), NCHAR(25), N' '), NCHAR(26), N' '), NCHAR(27), N' '), NCHAR(28), N' '), NCHAR(29), N' '), NCHAR(30), N' '), NCHAR(31), N' ') FROM outcome_words AS w WHERE w.source_step_id = conf.workflow_step_id AND w.person_id = conf.person_id ORDER BY CASE WHEN w.description IS NULL THEN 1 ELSE 0 END, w.description FOR XML PATH(N''), TYPE).value(N'.', N'nvarchar(max)'), 1, 2, N'')), N''), 210), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
      N'}') COLLATE Latin1_General_BIN2, NCHAR(1), N' '), NCHAR(2), N' '), NCHAR(3), N' '), NCHAR(4), N' '), NCHAR(5), N' '), NCHAR(6), N' '), NCHAR(7), N' '), NCHAR(8), N' '), NCHAR(11), N' '), NCHAR(12), N' '), NCHAR(14), N' '), NCHAR(15), N' '), NCHAR(16), N' '), NCHAR(17), N' '), NCHAR(18), N' '), NCHAR(19), N' '), NCHAR(20), N' '), NCHAR(21), N' '), NCHAR(22), N' '), NCHAR(23), N' '), NCHAR(24), N' '), NCHAR(25), N' '), NCHAR(26), N' '), NCHAR(27), N' '), NCHAR(28), N' '), NCHAR(29), N' '), NCHAR(30), N' '), NCHAR(31), N' '), NCHAR(13), N'\r'), NCHAR(10), N'\n'), NCHAR(9), N'\t') AS icpc_icpc_outcome_json, -- icpc_icpc_outcome_json
    CAST(conf.responsible_team_id AS nvarchar(30)) AS icpc_icpc_team, -- icpc_icpc_team
    CAST(conf.assignee_id AS nvarchar(30)) AS icpc_icpc_worker_id, -- icpc_icpc_worker_id
    ROW_NUMBER() OVER (PARTITION BY conf.step_key ORDER BY CASE WHEN conf.step_key IS NULL THEN 1 ELSE 0 END, conf.step_key, CASE WHEN conf.workflow_step_id IS NULL THEN 1 ELSE 0 END, conf.workflow_step_id, CASE WHEN conf.person_id IS NULL THEN 1 ELSE 0 END, conf.person_id, CASE WHEN conf.plan_id IS NULL THEN 1 ELSE 0 END, conf.plan_id, CASE WHEN conf.cp_conference_actual_date IS NULL THEN 1 ELSE 0 END, conf.cp_conference_actual_date, CASE WHEN conf.workflow_step_type_id IS NULL THEN 1 ELSE 0 END, conf.workflow_step_type_id, CASE WHEN conf.strategy_date IS NULL THEN 1 ELSE 0 END, conf.strategy_date, CASE WHEN conf.responsible_team_id IS NULL THEN 1 ELSE 0 END, conf.responsible_team_id, CASE WHEN conf.assignee_id IS NULL THEN 1 ELSE 0 END, conf.assignee_id) AS ssd_row
  FROM conferences AS conf
  WHERE conf.cp_conference_actual_date < DATEADD(day, 1, @ssd_today)
    AND (conf.cp_conference_actual_date >= @ssd_window_start OR conf.cp_conference_actual_date IS NULL)
    AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(conf.person_id AS nvarchar(30)))
    AND NULLIF(RTRIM(conf.step_key), N'') IS NOT NULL
    AND conf.person_id IS NOT NULL
) AS picked
WHERE picked.ssd_row = 1;
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
