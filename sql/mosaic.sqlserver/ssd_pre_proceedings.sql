-- META-ELEMENT: {"type": "header"}
-- ssd_pre_proceedings for Mosaic on SQL Server (2012 or later), for reading: the script that is run is mosaic.sqlserver.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_pre_proceedings"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_pre_proceedings', N'U') IS NULL
CREATE TABLE ssd_pre_proceedings (
  prep_table_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"PREP024A"}
  prep_person_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"PREP001A"}
  prep_plo_family_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"PREP002A"}
  prep_pre_pro_decision_date datetime NULL, -- metadata={"item_ref":"PREP003A"}
  prep_initial_pre_pro_meeting_date datetime NULL, -- metadata={"item_ref":"PREP004A"}
  prep_pre_pro_outcome nvarchar(100) NULL, -- metadata={"item_ref":"PREP005A"}
  prep_agree_stepdown_issue_date datetime NULL, -- metadata={"item_ref":"PREP006A"}
  prep_cp_plans_referral_period int NULL, -- metadata={"item_ref":"PREP007A"}
  prep_legal_gateway_outcome nvarchar(100) NULL, -- metadata={"item_ref":"PREP008A"}
  prep_prev_pre_proc_child int NULL, -- metadata={"item_ref":"PREP009A"}
  prep_prev_care_proc_child int NULL, -- metadata={"item_ref":"PREP010A"}
  prep_pre_pro_letter_date datetime NULL, -- metadata={"item_ref":"PREP011A"}
  prep_care_pro_letter_date datetime NULL, -- metadata={"item_ref":"PREP012A"}
  prep_pre_pro_meetings_num int NULL, -- metadata={"item_ref":"PREP013A"}
  prep_pre_pro_parents_legal_rep nchar(1) NULL, -- metadata={"item_ref":"PREP014A"}
  prep_parents_legal_rep_point_of_issue nchar(2) NULL, -- metadata={"item_ref":"PREP015A"}
  prep_court_reference nvarchar(48) NULL, -- metadata={"item_ref":"PREP016A"}
  prep_care_proc_court_hearings int NULL, -- metadata={"item_ref":"PREP017A"}
  prep_care_proc_short_notice nchar(2) NULL, -- metadata={"item_ref":"PREP018A"}
  prep_proc_short_notice_reason nvarchar(100) NULL, -- metadata={"item_ref":"PREP019A"}
  prep_la_inital_plan_approved nchar(1) NULL, -- metadata={"item_ref":"PREP020A"}
  prep_la_initial_care_plan nvarchar(100) NULL, -- metadata={"item_ref":"PREP021A"}
  prep_la_final_plan_approved nchar(1) NULL, -- metadata={"item_ref":"PREP022A"}
  prep_la_final_care_plan nvarchar(100) NULL, -- metadata={"item_ref":"PREP023A"}
  CONSTRAINT pk_ssd_pre_proceedings PRIMARY KEY (prep_table_id)
);
-- META-ELEMENT: {"type": "insert_data"}
WITH step_people AS (
  SELECT DISTINCT s.[SUBGROUP_ID] AS subgroup_id, s.[SUBJECT_COMPOUND_ID] AS person_id
  FROM [DM_SUBGROUP_SUBJECTS] AS s
  WHERE s.[SUBJECT_TYPE_CODE] = N'PER'
),
groups_of_persons AS (
  SELECT s.person_id AS person_id, g.[GROUP_ID] AS group_id, g.[SUBGROUP_ID] AS subgroup_id, CASE WHEN g.[ONLY_SUBJECT_TYPE_CODE] IS NULL THEN 0 ELSE 1 END AS is_for_one
  FROM [DM_SUBGROUPS] AS g
  INNER JOIN step_people AS s ON s.subgroup_id = g.[SUBGROUP_ID]
),
cp_plans AS (
  SELECT r.[REGISTRATION_ID] AS registration_id, r.[PERSON_ID] AS person_id, r.[REGISTRATION_STEP_ID] AS registration_step_id, r.[REGISTRATION_START_DATE] AS registration_start_date, r.[DEREGISTRATION_DATE] AS deregistration_date
  FROM [DM_REGISTRATIONS] AS r
  WHERE r.[IS_CHILD_PROTECTION_PLAN] = N'Y' AND COALESCE(r.[IS_TEMPORARY_CHILD_PROTECTION], N'N') = N'N'
)
INSERT INTO ssd_pre_proceedings (
  prep_table_id, -- metadata={"item_ref":"PREP024A"}
  prep_person_id, -- metadata={"item_ref":"PREP001A"}
  prep_plo_family_id, -- metadata={"item_ref":"PREP002A"}
  -- prep_pre_pro_decision_date is not held: looked up in case files
  prep_initial_pre_pro_meeting_date, -- metadata={"item_ref":"PREP004A"}
  prep_pre_pro_outcome, -- metadata={"item_ref":"PREP005A"}
  prep_agree_stepdown_issue_date, -- metadata={"item_ref":"PREP006A"}
  prep_cp_plans_referral_period, -- metadata={"item_ref":"PREP007A"}
  -- prep_legal_gateway_outcome is not held: looked up in case files
  prep_prev_pre_proc_child, -- metadata={"item_ref":"PREP009A"}
  prep_prev_care_proc_child -- metadata={"item_ref":"PREP010A"}
  -- prep_pre_pro_letter_date is not held: looked up in case files
  -- prep_care_pro_letter_date is not held: looked up in case files
  -- prep_pre_pro_meetings_num is not held: looked up in case files
  -- prep_pre_pro_parents_legal_rep is not held: looked up in case files
  -- prep_parents_legal_rep_point_of_issue is not held: looked up in case files
  -- prep_court_reference is not held: looked up in case files
  -- prep_care_proc_court_hearings is not held: looked up in case files
  -- prep_care_proc_short_notice is not held: looked up in case files
  -- prep_proc_short_notice_reason is not held: looked up in case files
  -- prep_la_inital_plan_approved is not held: looked up in case files
  -- prep_la_initial_care_plan is not held: looked up in case files
  -- prep_la_final_plan_approved is not held: looked up in case files
  -- prep_la_final_care_plan is not held: looked up in case files
)
SELECT
  CAST(pre.[LEGAL_STATUS_ID] AS nvarchar(30)), -- prep_table_id
  CAST(pre.[PERSON_ID] AS nvarchar(30)), -- prep_person_id
  CAST(grp.group_id AS nvarchar(30)), -- prep_plo_family_id
  pre.[START_DATE], -- prep_initial_pre_pro_meeting_date
  CASE WHEN EXISTS (SELECT 1 FROM [DM_LEGAL_STATUSES] AS l WHERE l.[PERSON_ID] = pre.[PERSON_ID] AND l.[LEGAL_STATUS] IN (N'C1', N'C2') AND l.[START_DATE] >= pre.[START_DATE] AND (pre.[END_DATE] IS NULL OR l.[START_DATE] <= DATEADD(day, 31, pre.[END_DATE])) AND COALESCE(l.[END_DATE], CONVERT(datetime, N'9999-12-31T00:00:00', 126)) > COALESCE(pre.[END_DATE], CONVERT(datetime, N'9999-12-31T00:00:00', 126))) THEN N'Decision to Issue Care Proceedings' WHEN pre.[END_DATE] IS NOT NULL THEN N'Decision to step down' END, -- prep_pre_pro_outcome
  pre.[END_DATE], -- prep_agree_stepdown_issue_date
  (SELECT COUNT(*) FROM cp_plans AS p WHERE p.person_id = pre.[PERSON_ID] AND p.registration_start_date BETWEEN cin.[REFERRAL_DATE] AND COALESCE(cin.[CLOSURE_DATE], CONVERT(datetime, N'9999-12-31T00:00:00', 126))), -- prep_cp_plans_referral_period
  (SELECT COUNT(*) FROM [DM_NON_LA_LEGAL_STATUSES] AS b WHERE b.[PERSON_ID] = pre.[PERSON_ID] AND b.[LEGAL_STATUS_TYPE] IN (N'PLOPRE') AND DATEADD(day, DATEDIFF(day, 0, b.[START_DATE]), 0) < DATEADD(day, DATEDIFF(day, 0, pre.[START_DATE]), 0)), -- prep_prev_pre_proc_child
  (SELECT COUNT(*) FROM [DM_LEGAL_STATUSES] AS l WHERE l.[PERSON_ID] = pre.[PERSON_ID] AND l.[LEGAL_STATUS] = N'C1' AND DATEADD(day, DATEDIFF(day, 0, l.[START_DATE]), 0) < DATEADD(day, DATEDIFF(day, 0, pre.[START_DATE]), 0)) -- prep_prev_care_proc_child
FROM [DM_NON_LA_LEGAL_STATUSES] AS pre
OUTER APPLY (SELECT TOP (1) grp.* FROM groups_of_persons AS grp WHERE grp.person_id = pre.[PERSON_ID] ORDER BY CASE WHEN grp.is_for_one IS NULL THEN 1 ELSE 0 END, grp.is_for_one, grp.group_id DESC, grp.subgroup_id DESC) AS grp
OUTER APPLY (SELECT TOP (1) cin.* FROM [DM_CIN_REFERRALS] AS cin WHERE cin.[PERSON_ID] = pre.[PERSON_ID] AND pre.[START_DATE] BETWEEN cin.[REFERRAL_DATE] AND COALESCE(cin.[CLOSURE_DATE], CONVERT(datetime, N'9999-12-31T00:00:00', 126)) ORDER BY cin.[REFERRAL_DATE] DESC, cin.[CLOSURE_DATE] DESC) AS cin
WHERE pre.[LEGAL_STATUS_TYPE] IN (N'PLOPRE')
  AND (pre.[END_DATE] >= @ssd_window_start OR pre.[END_DATE] IS NULL)
  AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(pre.[PERSON_ID] AS nvarchar(30)))
  AND pre.[LEGAL_STATUS_ID] IS NOT NULL
  AND pre.[PERSON_ID] IS NOT NULL
  AND grp.group_id IS NOT NULL;
-- META-ELEMENT: {"type": "create_fk"}
IF NOT EXISTS (SELECT 1 FROM sys.foreign_keys WHERE parent_object_id = OBJECT_ID(N'ssd_pre_proceedings', N'U') AND name = N'fk_ssd_pre_proceedings_prep_person_id')
ALTER TABLE ssd_pre_proceedings ADD CONSTRAINT fk_ssd_pre_proceedings_prep_person_id FOREIGN KEY (prep_person_id) REFERENCES ssd_person (pers_person_id);
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_pre_proceedings', N'U') AND name = N'ix_ssd_pre_proceedings_prep_person_id')
CREATE INDEX ix_ssd_pre_proceedings_prep_person_id ON ssd_pre_proceedings (prep_person_id);
GO
