-- META-ELEMENT: {"type": "header"}
-- ssd_early_help_episodes for Mosaic on SQL Server (2012 or later), for reading: the script that is run is mosaic.sqlserver.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_early_help_episodes"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_early_help_episodes', N'U') IS NULL
CREATE TABLE ssd_early_help_episodes (
  earl_episode_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"EARL001A"}
  earl_person_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"EARL002A"}
  earl_episode_start_date datetime NULL, -- metadata={"item_ref":"EARL003A"}
  earl_episode_end_date datetime NULL, -- metadata={"item_ref":"EARL004A"}
  earl_episode_reason nvarchar(100) NULL, -- metadata={"item_ref":"EARL005A"}
  earl_episode_end_reason nvarchar(100) NULL, -- metadata={"item_ref":"EARL006A"}
  earl_episode_organisation nvarchar(100) NULL, -- metadata={"item_ref":"EARL007A"}
  earl_episode_worker_id nvarchar(48) NULL, -- metadata={"item_ref":"EARL008A"}
  CONSTRAINT pk_ssd_early_help_episodes PRIMARY KEY (earl_episode_id)
);
-- META-ELEMENT: {"type": "insert_data"}
WITH eh_steps AS (
  SELECT DISTINCT s.[WORKFLOW_STEP_ID] AS workflow_step_id, s.[PERSON_ID] AS person_id, s.[STEP_STATUS] AS step_status, s.[INCOMING_ON] AS incoming_on, s.[STARTED_ON] AS started_on, s.[COMPLETED_ON] AS completed_on
  FROM [DM_WORKFLOW_STEPS_PEOPLE_VW] AS s
  WHERE s.[WORKFLOW_STEP_TYPE_ID] IN (1208, 1211, 1212, 1214, 1217) AND s.[STEP_STATUS] <> N'CANCELLED'
),
first_steps AS (
  SELECT s.workflow_step_id AS workflow_step_id, s.person_id AS person_id, s.completed_on AS completed_on, DATEADD(day, DATEDIFF(day, 0, CASE WHEN s.incoming_on < s.started_on THEN s.incoming_on ELSE COALESCE(s.started_on, s.incoming_on) END), 0) AS starts
  FROM eh_steps AS s
  WHERE s.step_status <> N'PROPOSED' AND COALESCE(s.started_on, s.incoming_on) IS NOT NULL AND NOT (EXISTS (SELECT 1 FROM [DM_WORKFLOW_BACKWARDS] AS b INNER JOIN eh_steps AS p ON p.workflow_step_id = b.[PRECEDING_WORKFLOW_STEP_ID] WHERE b.[WORKFLOW_STEP_ID] = s.workflow_step_id AND b.[ADJACENT] = N'Y' AND p.person_id = s.person_id AND p.workflow_step_id <> s.workflow_step_id))
),
later_steps AS (
  SELECT f.[WORKFLOW_STEP_ID] AS workflow_step_id, n.person_id AS person_id, n.workflow_step_id AS later_step_id, n.completed_on AS completed_on, f.[ADJACENT] AS adjacent
  FROM [DM_WORKFLOW_FORWARDS] AS f
  INNER JOIN eh_steps AS n ON n.workflow_step_id = f.[SUBSEQUENT_WORKFLOW_STEP_ID] AND n.workflow_step_id <> f.[WORKFLOW_STEP_ID]
),
periods AS (
  SELECT f.person_id AS person_id, f.workflow_step_id AS first_step_id, f.starts AS starts, CASE WHEN e.later_step_id IS NOT NULL THEN DATEADD(day, DATEDIFF(day, 0, e.completed_on), 0) WHEN l.later_step_id IS NULL THEN DATEADD(day, DATEDIFF(day, 0, f.completed_on), 0) END AS ends, CASE WHEN e.later_step_id IS NOT NULL THEN e.later_step_id WHEN l.later_step_id IS NULL AND f.completed_on IS NOT NULL THEN f.workflow_step_id END AS closing_step_id
  FROM first_steps AS f
  OUTER APPLY (SELECT TOP (1) n.later_step_id AS later_step_id FROM later_steps AS n WHERE n.workflow_step_id = f.workflow_step_id AND n.person_id = f.person_id ORDER BY CASE WHEN n.later_step_id IS NULL THEN 1 ELSE 0 END, n.later_step_id) AS l
  OUTER APPLY (SELECT TOP (1) n.later_step_id AS later_step_id, n.completed_on AS completed_on FROM later_steps AS n WHERE n.workflow_step_id = f.workflow_step_id AND n.person_id = f.person_id AND n.completed_on IS NOT NULL AND NOT (EXISTS (SELECT 1 FROM later_steps AS m WHERE m.workflow_step_id = n.later_step_id AND m.person_id = n.person_id AND m.adjacent = N'Y')) ORDER BY CASE WHEN n.completed_on IS NULL THEN 1 ELSE 0 END, n.completed_on, CASE WHEN n.later_step_id IS NULL THEN 1 ELSE 0 END, n.later_step_id) AS e
),
marked_periods AS (
  SELECT p.person_id AS person_id, p.first_step_id AS first_step_id, p.starts AS starts, p.ends AS ends, p.closing_step_id AS closing_step_id, CASE WHEN p.starts <= MAX(COALESCE(p.ends, CONVERT(datetime, N'9999-12-31T00:00:00', 126))) OVER (PARTITION BY p.person_id ORDER BY CASE WHEN p.starts IS NULL THEN 1 ELSE 0 END, p.starts, CASE WHEN p.first_step_id IS NULL THEN 1 ELSE 0 END, p.first_step_id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) THEN 0 ELSE 1 END AS is_first
  FROM periods AS p
),
numbered_periods AS (
  SELECT m.person_id AS person_id, m.first_step_id AS first_step_id, m.starts AS starts, m.ends AS ends, m.closing_step_id AS closing_step_id, m.is_first AS is_first, SUM(m.is_first) OVER (PARTITION BY m.person_id ORDER BY CASE WHEN m.starts IS NULL THEN 1 ELSE 0 END, m.starts, CASE WHEN m.first_step_id IS NULL THEN 1 ELSE 0 END, m.first_step_id ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS episode_number
  FROM marked_periods AS m
),
eh_episodes AS (
  SELECT n.person_id AS person_id, n.episode_number AS episode_number, MIN(n.starts) AS starts, CASE WHEN COUNT(*) = COUNT(n.ends) THEN MAX(n.ends) END AS ends, MAX(CASE WHEN n.is_first = 1 THEN n.first_step_id END) AS first_step_id
  FROM numbered_periods AS n
  GROUP BY n.person_id, n.episode_number
),
step_people AS (
  SELECT DISTINCT s.[SUBGROUP_ID] AS subgroup_id, s.[SUBJECT_COMPOUND_ID] AS person_id
  FROM [DM_SUBGROUP_SUBJECTS] AS s
  WHERE s.[SUBJECT_TYPE_CODE] = N'PER'
),
person_steps AS (
  SELECT s.[WORKFLOW_STEP_ID] AS workflow_step_id, p.person_id AS person_id, CONCAT(CAST(s.[WORKFLOW_STEP_ID] AS nvarchar(30)), N'.', CAST(p.person_id AS nvarchar(30))) AS step_key, s.[WORKFLOW_STEP_TYPE_ID] AS workflow_step_type_id, s.[STEP_STATUS] AS step_status, s.[INCOMING_ON] AS incoming_on, s.[STARTED_ON] AS started_on, s.[COMPLETED_ON] AS completed_on, s.[CANCELLED_ON] AS cancelled_on, s.[RESPONSIBLE_TEAM_ID] AS responsible_team_id, s.[ASSIGNEE_ID] AS assignee_id, s.[IS_CHILD_CONTACT] AS is_child_contact, s.[IS_CONTINUOUS_ASSESSMENT] AS is_continuous_assessment, s.[IS_SECTION_47_ENQUIRY] AS is_section_47_enquiry, s.[IS_MISSING_OR_ABSENT] AS is_missing_or_absent, s.[STRATEGY_DISCUSSION_DATE] AS strategy_discussion_date, s.[CP_CONFERENCE_CATEGORY] AS cp_conference_category, s.[CP_CONFERENCE_ACTUAL_DATE] AS cp_conference_actual_date, s.[LAC_REVIEW_CATEGORY] AS lac_review_category, s.[LAC_REVIEW_DATE] AS lac_review_date, s.[LAC_REVIEW_PARTICIPATION_CODE] AS lac_review_participation_code
  FROM [DM_WORKFLOW_STEPS] AS s
  INNER JOIN step_people AS p ON p.subgroup_id = s.[SUBGROUP_ID]
),
answers AS (
  SELECT a.[WORKFLOW_STEP_ID] AS workflow_step_id, p.person_id AS person_id, a.[QUESTION_USER_CODE] AS question_user_code, a.[FORM_ID] AS form_id, a.[TEXT_ANSWER] AS text_answer, a.[NUMBER_ANSWER] AS number_answer, a.[DATE_ANSWER] AS date_answer
  FROM [DM_CACHED_FORM_ANSWERS] AS a
  INNER JOIN person_steps AS p ON p.workflow_step_id = a.[WORKFLOW_STEP_ID] AND (a.[SUBJECT_PERSON_ID] IS NULL OR a.[SUBJECT_PERSON_ID] <= 0 OR a.[SUBJECT_PERSON_ID] = p.person_id)
)
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
INSERT INTO ssd_early_help_episodes (
  earl_episode_id, -- metadata={"item_ref":"EARL001A"}
  earl_person_id, -- metadata={"item_ref":"EARL002A"}
  earl_episode_start_date, -- metadata={"item_ref":"EARL003A"}
  earl_episode_end_date, -- metadata={"item_ref":"EARL004A"}
  earl_episode_reason, -- metadata={"item_ref":"EARL005A"}
  earl_episode_end_reason, -- metadata={"item_ref":"EARL006A"}
  earl_episode_organisation, -- metadata={"item_ref":"EARL007A"}
  earl_episode_worker_id -- metadata={"item_ref":"EARL008A"}
)
SELECT
  picked.earl_episode_id,
  picked.earl_person_id,
  picked.earl_episode_start_date,
  picked.earl_episode_end_date,
  picked.earl_episode_reason,
  picked.earl_episode_end_reason,
  picked.earl_episode_organisation,
  picked.earl_episode_worker_id
FROM (
  SELECT
    LEFT(NULLIF(RTRIM(CONCAT(CAST(epi.first_step_id AS nvarchar(30)), N'.', CAST(epi.person_id AS nvarchar(30)))), N''), 48) AS earl_episode_id, -- earl_episode_id
    CAST(epi.person_id AS nvarchar(30)) AS earl_person_id, -- earl_person_id
    epi.starts AS earl_episode_start_date, -- earl_episode_start_date
    epi.ends AS earl_episode_end_date, -- earl_episode_end_date
    LEFT(NULLIF(RTRIM((SELECT MAX(a.text_answer) FROM answers AS a WHERE a.workflow_step_id = epi.first_step_id AND a.person_id = epi.person_id AND a.question_user_code IN (NULL /* eh_reason_questions */))), N''), 100) AS earl_episode_reason, -- earl_episode_reason
    LEFT(NULLIF(RTRIM((SELECT MAX(a.text_answer) FROM numbered_periods AS n INNER JOIN answers AS a ON a.workflow_step_id = n.closing_step_id AND a.person_id = n.person_id WHERE n.person_id = epi.person_id AND n.episode_number = epi.episode_number AND n.ends = epi.ends AND a.question_user_code IN (N'e04ea8d8-e6c0-465c-87c1-10c4ad1e18c7'))), N''), 100) AS earl_episode_end_reason, -- earl_episode_end_reason
    CAST((SELECT MAX(r.[ORGANISATION_ID]) FROM [DM_WORKER_ROLES] AS r WHERE r.[WORKER_ID] = prl.[WORKER_ID] AND r.[PRIMARY_ROLE] = N'Y' AND CASE WHEN prl.[END_DATE] IS NULL AND epi.ends IS NULL THEN @ssd_today WHEN prl.[END_DATE] < COALESCE(epi.ends, CONVERT(datetime, N'9999-12-31T00:00:00', 126)) THEN prl.[END_DATE] ELSE epi.ends END BETWEEN r.[START_DATE] AND COALESCE(r.[END_DATE], CONVERT(datetime, N'9999-12-31T00:00:00', 126))) AS nvarchar(30)) AS earl_episode_organisation, -- earl_episode_organisation
    CAST(prl.[WORKER_ID] AS nvarchar(30)) AS earl_episode_worker_id, -- earl_episode_worker_id
    ROW_NUMBER() OVER (PARTITION BY CONCAT(CAST(epi.first_step_id AS nvarchar(30)), N'.', CAST(epi.person_id AS nvarchar(30))) ORDER BY CASE WHEN epi.first_step_id IS NULL THEN 1 ELSE 0 END, epi.first_step_id, CASE WHEN epi.person_id IS NULL THEN 1 ELSE 0 END, epi.person_id, CASE WHEN epi.starts IS NULL THEN 1 ELSE 0 END, epi.starts, CASE WHEN epi.ends IS NULL THEN 1 ELSE 0 END, epi.ends, CASE WHEN epi.episode_number IS NULL THEN 1 ELSE 0 END, epi.episode_number, CASE WHEN prl.[WORKER_ID] IS NULL THEN 1 ELSE 0 END, prl.[WORKER_ID], CASE WHEN prl.[END_DATE] IS NULL THEN 1 ELSE 0 END, prl.[END_DATE]) AS ssd_row
  FROM eh_episodes AS epi
  OUTER APPLY (SELECT TOP (1) prl.* FROM [DM_PROF_RELATIONSHIPS] AS prl WHERE prl.[PERSON_ID] = epi.person_id AND prl.[PROF_REL_TYPE_CODE] IN (N'REL.IEYSF') AND prl.[START_DATE] <= COALESCE(epi.ends, CONVERT(datetime, N'9999-12-31T00:00:00', 126)) AND COALESCE(prl.[END_DATE], CONVERT(datetime, N'9999-12-31T00:00:00', 126)) >= epi.starts ORDER BY prl.[START_DATE] DESC, prl.[PROF_RELATIONSHIP_ID] DESC) AS prl
  WHERE epi.starts < DATEADD(day, 1, @ssd_today)
    AND (epi.ends >= @ssd_window_start OR epi.ends IS NULL)
    AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(epi.person_id AS nvarchar(30)))
    AND NULLIF(RTRIM(CONCAT(CAST(epi.first_step_id AS nvarchar(30)), N'.', CAST(epi.person_id AS nvarchar(30)))), N'') IS NOT NULL
    AND epi.person_id IS NOT NULL
) AS picked
WHERE picked.ssd_row = 1;
-- META-ELEMENT: {"type": "create_fk"}
IF NOT EXISTS (SELECT 1 FROM sys.foreign_keys WHERE parent_object_id = OBJECT_ID(N'ssd_early_help_episodes', N'U') AND name = N'fk_ssd_early_help_episodes_earl_person_id')
ALTER TABLE ssd_early_help_episodes ADD CONSTRAINT fk_ssd_early_help_episodes_earl_person_id FOREIGN KEY (earl_person_id) REFERENCES ssd_person (pers_person_id);
-- not enforced: earl_episode_worker_id to ssd_professionals.prof_professional_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_early_help_episodes', N'U') AND name = N'ix_ssd_early_help_episodes_earl_person_id')
CREATE INDEX ix_ssd_early_help_episodes_earl_person_id ON ssd_early_help_episodes (earl_person_id);
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_early_help_episodes', N'U') AND name = N'ix_ssd_early_help_episodes_earl_episode_worker_id')
CREATE INDEX ix_ssd_early_help_episodes_earl_episode_worker_id ON ssd_early_help_episodes (earl_episode_worker_id);
-- META-ELEMENT: {"type": "count_orphans"}
SELECT N'ssd_early_help_episodes.earl_episode_worker_id' AS reference, COUNT(*) AS orphans FROM ssd_early_help_episodes AS child WHERE child.earl_episode_worker_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_professionals AS parent WHERE parent.prof_professional_id = child.earl_episode_worker_id);
GO
