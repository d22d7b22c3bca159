-- META-ELEMENT: {"type": "header"}
-- ssd_care_leavers for Mosaic on SQL Server (2012 or later), for reading: the script that is run is mosaic.sqlserver.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_care_leavers"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_care_leavers', N'U') IS NULL
CREATE TABLE ssd_care_leavers (
  clea_table_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"CLEA001A"}
  clea_person_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"CLEA002A"}
  clea_care_leaver_eligibility nvarchar(100) NULL, -- metadata={"item_ref":"CLEA003A"}
  clea_care_leaver_in_touch nvarchar(100) NULL, -- metadata={"item_ref":"CLEA004A"}
  clea_care_leaver_latest_contact datetime NULL, -- metadata={"item_ref":"CLEA005A"}
  clea_care_leaver_accommodation nvarchar(100) NULL, -- metadata={"item_ref":"CLEA006A"}
  clea_care_leaver_accom_suitable nvarchar(100) NULL, -- metadata={"item_ref":"CLEA007A"}
  clea_care_leaver_activity nvarchar(100) NULL, -- metadata={"item_ref":"CLEA008A"}
  clea_pathway_plan_review_date datetime NULL, -- metadata={"item_ref":"CLEA009A"}
  clea_care_leaver_personal_advisor nvarchar(100) NULL, -- metadata={"item_ref":"CLEA010A"}
  clea_care_leaver_allocated_team nvarchar(48) NULL, -- metadata={"item_ref":"CLEA011A"}
  clea_care_leaver_worker_id nvarchar(48) NULL, -- metadata={"item_ref":"CLEA012A"}
  CONSTRAINT pk_ssd_care_leavers PRIMARY KEY (clea_table_id)
);
-- META-ELEMENT: {"type": "insert_data"}
WITH spells_from_14 AS (
  SELECT DISTINCT s.[PERSON_ID] AS person_id, CASE WHEN s.[START_DATE] < DATEADD(month, 168, p.[DATE_OF_BIRTH]) THEN DATEADD(day, DATEDIFF(day, 0, DATEADD(month, 168, p.[DATE_OF_BIRTH])), 0) ELSE DATEADD(day, DATEDIFF(day, 0, s.[START_DATE]), 0) END AS starts, CASE WHEN COALESCE(s.[END_DATE], CONVERT(datetime, N'9999-12-31T00:00:00', 126)) > @ssd_today THEN @ssd_today ELSE DATEADD(day, DATEDIFF(day, 0, s.[END_DATE]), 0) END AS ends
  FROM [DM_CLA_SUMMARIES] AS s
  INNER JOIN [DM_PERSONS] AS p ON p.[PERSON_ID] = s.[PERSON_ID]
  INNER JOIN [DM_LEGAL_STATUSES] AS l ON l.[LEGAL_STATUS_ID] = s.[LEGAL_STATUS_ID]
  WHERE COALESCE(l.[IS_RESPITE_CARE], N'N') = N'N' AND s.[START_DATE] < DATEADD(day, 1, @ssd_today) AND COALESCE(s.[END_DATE], CONVERT(datetime, N'9999-12-31T00:00:00', 126)) >= DATEADD(month, 168, p.[DATE_OF_BIRTH])
),
days_in_care AS (
  SELECT s.person_id AS person_id, SUM((DATEDIFF(day, s.starts, s.ends) + 1)) AS days_in_care
  FROM spells_from_14 AS s
  WHERE s.starts <= s.ends
  GROUP BY s.person_id
),
in_care_after_16 AS (
  SELECT p.[PERSON_ID] AS person_id, (DATEDIFF(year, p.[DATE_OF_BIRTH], @ssd_today) - CASE WHEN DATEADD(year, DATEDIFF(year, p.[DATE_OF_BIRTH], @ssd_today), CAST(p.[DATE_OF_BIRTH] AS date)) > CAST(@ssd_today AS date) THEN 1 ELSE 0 END) AS age, COALESCE(d.days_in_care, 0) AS days_in_care, CASE WHEN EXISTS (SELECT 1 FROM [DM_PERIODS_OF_CARE] AS c WHERE c.[PERSON_ID] = p.[PERSON_ID] AND @ssd_today BETWEEN c.[START_DATE] AND COALESCE(c.[END_DATE], CONVERT(datetime, N'9999-12-31T00:00:00', 126))) THEN N'Y' ELSE N'N' END AS in_care_now, CASE WHEN EXISTS (SELECT 1 FROM [DM_ALLOCATED_WORKERS] AS a WHERE a.[PERSON_ID] = p.[PERSON_ID] AND @ssd_today BETWEEN a.[START_DATE] AND COALESCE(a.[END_DATE], CONVERT(datetime, N'9999-12-31T00:00:00', 126))) OR EXISTS (SELECT 1 FROM [DM_PROF_RELATIONSHIPS] AS r WHERE r.[PERSON_ID] = p.[PERSON_ID] AND r.[PROF_REL_TYPE_CODE] IN (N'REL.PERSONALADVISOR') AND @ssd_today BETWEEN r.[START_DATE] AND COALESCE(r.[END_DATE], CONVERT(datetime, N'9999-12-31T00:00:00', 126))) THEN N'Y' ELSE N'N' END AS has_worker
  FROM [DM_PERSONS] AS p
  LEFT JOIN days_in_care AS d ON d.person_id = p.[PERSON_ID]
  WHERE p.[DATE_OF_DEATH] IS NULL AND EXISTS (SELECT 1 FROM [DM_PERIODS_OF_CARE] AS c WHERE c.[PERSON_ID] = p.[PERSON_ID] AND c.[START_DATE] < DATEADD(day, 1, @ssd_today) AND COALESCE(c.[END_DATE], CONVERT(datetime, N'9999-12-31T00:00:00', 126)) >= DATEADD(month, 192, p.[DATE_OF_BIRTH]))
),
care_leavers AS (
  SELECT a.person_id AS person_id, CASE WHEN a.days_in_care >= 91 AND a.age IN (16, 17) AND a.in_care_now = N'Y' THEN N'd) Eligible' WHEN a.days_in_care >= 91 AND a.age IN (16, 17) THEN N'a) Relevant child' WHEN a.days_in_care >= 91 AND a.age BETWEEN 18 AND 21 THEN N'b) Former relevant child' WHEN a.days_in_care >= 91 AND a.age BETWEEN 22 AND 25 AND a.has_worker = N'Y' THEN N'b) Former relevant child' WHEN a.days_in_care < 91 AND a.in_care_now = N'N' AND a.age BETWEEN 16 AND 21 THEN N'c) Qualifying care leaver' WHEN a.days_in_care < 91 AND a.in_care_now = N'N' AND a.age BETWEEN 22 AND 25 AND a.has_worker = N'Y' THEN N'c) Qualifying care leaver' END AS eligibility
  FROM in_care_after_16 AS a
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
)
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
INSERT INTO ssd_care_leavers (
  clea_table_id, -- metadata={"item_ref":"CLEA001A"}
  clea_person_id, -- metadata={"item_ref":"CLEA002A"}
  clea_care_leaver_eligibility, -- metadata={"item_ref":"CLEA003A"}
  clea_care_leaver_in_touch, -- metadata={"item_ref":"CLEA004A"}
  clea_care_leaver_latest_contact, -- metadata={"item_ref":"CLEA005A"}
  clea_care_leaver_accommodation, -- metadata={"item_ref":"CLEA006A"}
  clea_care_leaver_accom_suitable, -- metadata={"item_ref":"CLEA007A"}
  clea_care_leaver_activity, -- metadata={"item_ref":"CLEA008A"}
  clea_pathway_plan_review_date, -- metadata={"item_ref":"CLEA009A"}
  clea_care_leaver_personal_advisor, -- metadata={"item_ref":"CLEA010A"}
  clea_care_leaver_allocated_team, -- metadata={"item_ref":"CLEA011A"}
  clea_care_leaver_worker_id -- metadata={"item_ref":"CLEA012A"}
)
SELECT
  picked.clea_table_id,
  picked.clea_person_id,
  picked.clea_care_leaver_eligibility,
  picked.clea_care_leaver_in_touch,
  picked.clea_care_leaver_latest_contact,
  picked.clea_care_leaver_accommodation,
  picked.clea_care_leaver_accom_suitable,
  picked.clea_care_leaver_activity,
  picked.clea_pathway_plan_review_date,
  picked.clea_care_leaver_personal_advisor,
  picked.clea_care_leaver_allocated_team,
  picked.clea_care_leaver_worker_id
FROM (
  SELECT
    CAST(clv.person_id AS nvarchar(30)) AS clea_table_id, -- clea_table_id
    CAST(clv.person_id AS nvarchar(30)) AS clea_person_id, -- clea_person_id
    LEFT(NULLIF(RTRIM(clv.eligibility), N''), 100) AS clea_care_leaver_eligibility, -- clea_care_leaver_eligibility
    LEFT(NULLIF(RTRIM((SELECT MAX(CASE WHEN g.[CATEGORY_VALUE] IN (N'YES', N'NO', N'DIED', N'REFU', N'NREQ', N'RHOM') THEN g.[CATEGORY_VALUE] ELSE t.[DESCRIPTION] END) FROM [DM_MAPPING_GROUPS] AS g LEFT JOIN [DM_FORMER_IN_TOUCH_TYPES] AS t ON t.[IN_TOUCH_TYPE] = g.[MAPPED_VALUE] WHERE g.[GROUP_NAME] = N'SSDA903 In Touch Type' AND g.[MAPPED_VALUE] = last.[IN_TOUCH_TYPE])), N''), 100) AS clea_care_leaver_in_touch, -- clea_care_leaver_in_touch
    last.[DATE_OF_SITUATION] AS clea_care_leaver_latest_contact, -- clea_care_leaver_latest_contact
    LEFT(NULLIF(RTRIM((SELECT MAX(CASE WHEN g.[CATEGORY_VALUE] IN (N'B', N'C', N'D', N'E', N'G', N'H', N'K', N'R', N'S', N'T', N'U', N'V', N'W', N'X', N'Y', N'Z') THEN g.[CATEGORY_VALUE] ELSE t.[DESCRIPTION] END) FROM [DM_MAPPING_GROUPS] AS g LEFT JOIN [DM_FORMER_ACCOM_TYPES] AS t ON t.[ACCOMODATION_TYPE] = g.[MAPPED_VALUE] WHERE g.[GROUP_NAME] = N'SSDA903 Accommodation Type' AND g.[MAPPED_VALUE] = last.[ACCOMODATION_TYPE])), N''), 100) AS clea_care_leaver_accommodation, -- clea_care_leaver_accommodation
    LEFT(NULLIF(RTRIM(last.[ACCOMODATION_SUITABLE]), N''), 100) AS clea_care_leaver_accom_suitable, -- clea_care_leaver_accom_suitable
    LEFT(NULLIF(RTRIM((SELECT MAX(CASE WHEN g.[CATEGORY_VALUE] IN (N'F1', N'P1', N'F2', N'P2', N'F4', N'P4', N'F5', N'P5', N'G4', N'G5', N'G6') THEN g.[CATEGORY_VALUE] ELSE t.[DESCRIPTION] END) FROM [DM_MAPPING_GROUPS] AS g LEFT JOIN [DM_FORMER_ACTIVITY_TYPES] AS t ON t.[ACTIVITY_TYPE] = g.[MAPPED_VALUE] WHERE g.[GROUP_NAME] = N'SSDA903 Activity Type' AND g.[MAPPED_VALUE] = last.[ACTIVITY_TYPE])), N''), 100) AS clea_care_leaver_activity, -- clea_care_leaver_activity
    (SELECT MAX(s.completed_on) FROM person_steps AS s WHERE s.person_id = clv.person_id AND s.workflow_step_type_id IN (498, 500) AND s.completed_on < DATEADD(day, 1, @ssd_today)) AS clea_pathway_plan_review_date, -- clea_pathway_plan_review_date
    LEFT(NULLIF(RTRIM((SELECT MAX(w.[FULL_NAME]) FROM [DM_PROF_RELATIONSHIPS] AS r INNER JOIN [DM_WORKERS] AS w ON w.[WORKER_ID] = r.[WORKER_ID] WHERE r.[PERSON_ID] = clv.person_id AND r.[PROF_REL_TYPE_CODE] IN (N'REL.PERSONALADVISOR') AND @ssd_today BETWEEN r.[START_DATE] AND COALESCE(r.[END_DATE], CONVERT(datetime, N'9999-12-31T00:00:00', 126)))), N''), 100) AS clea_care_leaver_personal_advisor, -- clea_care_leaver_personal_advisor
    CAST((SELECT TOP (1) r.[ORGANISATION_ID] FROM [DM_WORKER_ROLES] AS r WHERE r.[WORKER_ID] = alloc.[WORKER_ID] AND @ssd_today BETWEEN r.[START_DATE] AND COALESCE(r.[END_DATE], CONVERT(datetime, N'9999-12-31T00:00:00', 126)) ORDER BY r.[START_DATE] DESC, r.[WORKER_ROLE_ID] DESC) AS nvarchar(30)) AS clea_care_leaver_allocated_team, -- clea_care_leaver_allocated_team
    CAST(alloc.[WORKER_ID] AS nvarchar(30)) AS clea_care_leaver_worker_id, -- clea_care_leaver_worker_id
    ROW_NUMBER() OVER (PARTITION BY CAST(clv.person_id AS nvarchar(30)) ORDER BY CASE WHEN clv.person_id IS NULL THEN 1 ELSE 0 END, clv.person_id, CASE WHEN clv.eligibility IS NULL THEN 1 ELSE 0 END, clv.eligibility, CASE WHEN last.[IN_TOUCH_TYPE] IS NULL THEN 1 ELSE 0 END, last.[IN_TOUCH_TYPE], CASE WHEN last.[DATE_OF_SITUATION] IS NULL THEN 1 ELSE 0 END, last.[DATE_OF_SITUATION], CASE WHEN last.[ACCOMODATION_TYPE] IS NULL THEN 1 ELSE 0 END, last.[ACCOMODATION_TYPE], CASE WHEN last.[ACCOMODATION_SUITABLE] IS NULL THEN 1 ELSE 0 END, last.[ACCOMODATION_SUITABLE], CASE WHEN last.[ACTIVITY_TYPE] IS NULL THEN 1 ELSE 0 END, last.[ACTIVITY_TYPE], CASE WHEN alloc.[WORKER_ID] IS NULL THEN 1 ELSE 0 END, alloc.[WORKER_ID]) AS ssd_row
  FROM care_leavers AS clv
  OUTER APPLY (SELECT TOP (1) last.* FROM [DM_FORMER_LOOKED_AFTER] AS last WHERE last.[PERSON_ID] = clv.person_id AND last.[DATE_OF_SITUATION] < DATEADD(day, 1, @ssd_today) ORDER BY last.[DATE_OF_SITUATION] DESC, last.[FUTURE_PROSPECT_ID] DESC) AS last
  OUTER APPLY (SELECT TOP (1) alloc.* FROM [DM_ALLOCATED_WORKERS] AS alloc WHERE alloc.[PERSON_ID] = clv.person_id AND @ssd_today BETWEEN alloc.[START_DATE] AND COALESCE(alloc.[END_DATE], CONVERT(datetime, N'9999-12-31T00:00:00', 126)) ORDER BY alloc.[START_DATE] DESC, alloc.[ALLOCATION_ID] DESC) AS alloc
  WHERE clv.eligibility IS NOT NULL
    AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(clv.person_id AS nvarchar(30)))
    AND clv.person_id IS NOT NULL
    AND clv.person_id IS NOT NULL
) AS picked
WHERE picked.ssd_row = 1;
-- META-ELEMENT: {"type": "create_fk"}
IF NOT EXISTS (SELECT 1 FROM sys.foreign_keys WHERE parent_object_id = OBJECT_ID(N'ssd_care_leavers', N'U') AND name = N'fk_ssd_care_leavers_clea_person_id')
ALTER TABLE ssd_care_leavers ADD CONSTRAINT fk_ssd_care_leavers_clea_person_id FOREIGN KEY (clea_person_id) REFERENCES ssd_person (pers_person_id);
-- not enforced: clea_care_leaver_allocated_team to ssd_department.dept_team_id, an extract keeps six years, so the parent row may be absent
-- not enforced: clea_care_leaver_worker_id to ssd_professionals.prof_professional_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_care_leavers', N'U') AND name = N'ix_ssd_care_leavers_clea_person_id')
CREATE INDEX ix_ssd_care_leavers_clea_person_id ON ssd_care_leavers (clea_person_id);
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_care_leavers', N'U') AND name = N'ix_ssd_care_leavers_clea_care_leaver_allocated_team')
CREATE INDEX ix_ssd_care_leavers_clea_care_leaver_allocated_team ON ssd_care_leavers (clea_care_leaver_allocated_team);
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_care_leavers', N'U') AND name = N'ix_ssd_care_leavers_clea_care_leaver_worker_id')
CREATE INDEX ix_ssd_care_leavers_clea_care_leaver_worker_id ON ssd_care_leavers (clea_care_leaver_worker_id);
-- META-ELEMENT: {"type": "count_orphans"}
SELECT N'ssd_care_leavers.clea_care_leaver_allocated_team' AS reference, COUNT(*) AS orphans FROM ssd_care_leavers AS child WHERE child.clea_care_leaver_allocated_team IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_department AS parent WHERE parent.dept_team_id = child.clea_care_leaver_allocated_team);
SELECT N'ssd_care_leavers.clea_care_leaver_worker_id' AS reference, COUNT(*) AS orphans FROM ssd_care_leavers AS child WHERE child.clea_care_leaver_worker_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_professionals AS parent WHERE parent.prof_professional_id = child.clea_care_leaver_worker_id);
GO
