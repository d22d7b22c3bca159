-- META-ELEMENT: {"type": "header"}
-- ssd_cp_reviews for Mosaic on SQL Server (2012 or later), for reading: the script that is run is mosaic.sqlserver.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_cp_reviews"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_cp_reviews', N'U') IS NULL
CREATE TABLE ssd_cp_reviews (
  cppr_cp_review_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"CPPR001A"}
  cppr_person_id nvarchar(48) NULL, -- metadata={"item_ref":"CPPR008A"}
  cppr_cp_plan_id nvarchar(48) NULL, -- metadata={"item_ref":"CPPR002A"}
  cppr_cp_review_due datetime NULL, -- metadata={"item_ref":"CPPR003A"}
  cppr_cp_review_date datetime NULL, -- metadata={"item_ref":"CPPR004A"}
  cppr_cp_review_meeting_id nvarchar(48) NULL, -- metadata={"item_ref":"CPPR009A"}
  cppr_cp_review_outcome_continue_cp nchar(1) NULL, -- metadata={"item_ref":"CPPR005A"}
  cppr_cp_review_quorate nchar(100) NULL, -- metadata={"item_ref":"CPPR006A"}
  cppr_cp_review_participation nchar(100) NULL, -- metadata={"item_ref":"CPPR007A"}
  CONSTRAINT pk_ssd_cp_reviews PRIMARY KEY (cppr_cp_review_id)
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
  SELECT s.workflow_step_id AS workflow_step_id, s.person_id AS person_id, s.step_key AS step_key, s.started_on AS started_on, s.cp_conference_category AS category, DATEADD(day, DATEDIFF(day, 0, s.cp_conference_actual_date), 0) AS conference_date, (SELECT MAX(p.registration_id) FROM cp_plans AS p WHERE p.person_id = s.person_id AND DATEADD(day, DATEDIFF(day, 0, s.cp_conference_actual_date), 0) BETWEEN DATEADD(day, DATEDIFF(day, 0, p.registration_start_date), 0) AND COALESCE(p.deregistration_date, CONVERT(datetime, N'9999-12-31T00:00:00', 126))) AS plan_id
  FROM person_steps AS s
  WHERE s.cp_conference_category IN (N'Initial', N'Review') AND s.step_status = N'COMPLETED' AND s.cp_conference_actual_date IS NOT NULL
),
answers AS (
  SELECT a.[WORKFLOW_STEP_ID] AS workflow_step_id, p.person_id AS person_id, a.[QUESTION_USER_CODE] AS question_user_code, a.[FORM_ID] AS form_id, a.[TEXT_ANSWER] AS text_answer, a.[NUMBER_ANSWER] AS number_answer, a.[DATE_ANSWER] AS date_answer
  FROM [DM_CACHED_FORM_ANSWERS] AS a
  INNER JOIN person_steps AS p ON p.workflow_step_id = a.[WORKFLOW_STEP_ID] AND (a.[SUBJECT_PERSON_ID] IS NULL OR a.[SUBJECT_PERSON_ID] <= 0 OR a.[SUBJECT_PERSON_ID] = p.person_id)
),
review_answers AS (
  SELECT a.workflow_step_id AS workflow_step_id, a.person_id AS person_id, MAX(CASE WHEN a.question_user_code IN (NULL /* cp_review_quorate_questions */) THEN a.text_answer END) AS quorate, MAX(CASE WHEN a.question_user_code IN (NULL /* cp_review_participation_questions */) THEN a.text_answer END) AS participation
  FROM answers AS a
  GROUP BY a.workflow_step_id, a.person_id
)
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
INSERT INTO ssd_cp_reviews (
  cppr_cp_review_id, -- metadata={"item_ref":"CPPR001A"}
  cppr_person_id, -- metadata={"item_ref":"CPPR008A"}
  cppr_cp_plan_id, -- metadata={"item_ref":"CPPR002A"}
  cppr_cp_review_due, -- metadata={"item_ref":"CPPR003A"}
  cppr_cp_review_date, -- metadata={"item_ref":"CPPR004A"}
  -- cppr_cp_review_meeting_id is not held: a conference has no id but that of its workflow step
  cppr_cp_review_outcome_continue_cp, -- metadata={"item_ref":"CPPR005A"}
  cppr_cp_review_quorate, -- metadata={"item_ref":"CPPR006A"}
  cppr_cp_review_participation -- metadata={"item_ref":"CPPR007A"}
)
SELECT
  picked.cppr_cp_review_id,
  picked.cppr_person_id,
  picked.cppr_cp_plan_id,
  picked.cppr_cp_review_due,
  picked.cppr_cp_review_date,
  picked.cppr_cp_review_outcome_continue_cp,
  picked.cppr_cp_review_quorate,
  picked.cppr_cp_review_participation
FROM (
  SELECT
    LEFT(NULLIF(RTRIM(conf.step_key), N''), 48) AS cppr_cp_review_id, -- cppr_cp_review_id
    CAST(conf.person_id AS nvarchar(30)) AS cppr_person_id, -- cppr_person_id
    CAST(conf.plan_id AS nvarchar(30)) AS cppr_cp_plan_id, -- cppr_cp_plan_id
    CASE WHEN prev.category = N'Initial' THEN DATEADD(day, 91, prev.conference_date) WHEN prev.category = N'Review' THEN DATEADD(day, 183, prev.conference_date) END AS cppr_cp_review_due, -- cppr_cp_review_due
    conf.conference_date AS cppr_cp_review_date, -- cppr_cp_review_date
    CASE WHEN DATEADD(day, DATEDIFF(day, 0, cplan.deregistration_date), 0) = conf.conference_date THEN N'N' WHEN conf.plan_id IS NOT NULL THEN N'Y' END AS cppr_cp_review_outcome_continue_cp, -- cppr_cp_review_outcome_continue_cp
    CASE ans.quorate WHEN N'Yes' THEN N'Y' WHEN N'No' THEN N'N' WHEN N'Y' THEN N'Y' WHEN N'N' THEN N'N' END AS cppr_cp_review_quorate, -- cppr_cp_review_quorate
    LEFT(NULLIF(RTRIM(ans.participation), N''), 100) AS cppr_cp_review_participation, -- cppr_cp_review_participation
    ROW_NUMBER() OVER (PARTITION BY conf.step_key ORDER BY CASE WHEN conf.step_key IS NULL THEN 1 ELSE 0 END, conf.step_key, CASE WHEN conf.person_id IS NULL THEN 1 ELSE 0 END, conf.person_id, CASE WHEN conf.plan_id IS NULL THEN 1 ELSE 0 END, conf.plan_id, CASE WHEN prev.category IS NULL THEN 1 ELSE 0 END, prev.category, CASE WHEN prev.conference_date IS NULL THEN 1 ELSE 0 END, prev.conference_date, CASE WHEN conf.conference_date IS NULL THEN 1 ELSE 0 END, conf.conference_date, CASE WHEN cplan.deregistration_date IS NULL THEN 1 ELSE 0 END, cplan.deregistration_date, CASE WHEN ans.quorate IS NULL THEN 1 ELSE 0 END, ans.quorate, CASE WHEN ans.participation IS NULL THEN 1 ELSE 0 END, ans.participation) AS ssd_row
  FROM conferences AS conf
  OUTER APPLY (SELECT TOP (1) prev.* FROM conferences AS prev WHERE prev.person_id = conf.person_id AND prev.plan_id = conf.plan_id AND prev.conference_date < conf.conference_date ORDER BY prev.started_on DESC, prev.workflow_step_id DESC, CASE WHEN prev.category IS NULL THEN 1 ELSE 0 END, prev.category, CASE WHEN prev.conference_date IS NULL THEN 1 ELSE 0 END, prev.conference_date) AS prev
  LEFT JOIN cp_plans AS cplan ON cplan.registration_id = conf.plan_id
  LEFT JOIN review_answers AS ans ON ans.workflow_step_id = conf.workflow_step_id AND ans.person_id = conf.person_id
  WHERE conf.category = N'Review'
    AND conf.conference_date < DATEADD(day, 1, @ssd_today)
    AND (conf.conference_date >= @ssd_window_start OR conf.conference_date IS NULL)
    AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(conf.person_id AS nvarchar(30)))
    AND NULLIF(RTRIM(conf.step_key), N'') IS NOT NULL
) AS picked
WHERE picked.ssd_row = 1;
-- META-ELEMENT: {"type": "create_fk"}
IF NOT EXISTS (SELECT 1 FROM sys.foreign_keys WHERE parent_object_id = OBJECT_ID(N'ssd_cp_reviews', N'U') AND name = N'fk_ssd_cp_reviews_cppr_person_id')
ALTER TABLE ssd_cp_reviews ADD CONSTRAINT fk_ssd_cp_reviews_cppr_person_id FOREIGN KEY (cppr_person_id) REFERENCES ssd_person (pers_person_id);
-- not enforced: cppr_cp_plan_id to ssd_cp_plans.cppl_cp_plan_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_cp_reviews', N'U') AND name = N'ix_ssd_cp_reviews_cppr_person_id')
CREATE INDEX ix_ssd_cp_reviews_cppr_person_id ON ssd_cp_reviews (cppr_person_id);
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_cp_reviews', N'U') AND name = N'ix_ssd_cp_reviews_cppr_cp_plan_id')
CREATE INDEX ix_ssd_cp_reviews_cppr_cp_plan_id ON ssd_cp_reviews (cppr_cp_plan_id);
-- META-ELEMENT: {"type": "count_orphans"}
SELECT N'ssd_cp_reviews.cppr_cp_plan_id' AS reference, COUNT(*) AS orphans FROM ssd_cp_reviews AS child WHERE child.cppr_cp_plan_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_cp_plans AS parent WHERE parent.cppl_cp_plan_id = child.cppr_cp_plan_id);
GO
