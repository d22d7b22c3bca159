-- META-ELEMENT: {"type": "header"}
-- ssd_assessment_factors for Mosaic on SQL Server (2012 or later), for reading: the script that is run is mosaic.sqlserver.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_assessment_factors"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_assessment_factors', N'U') IS NULL
CREATE TABLE ssd_assessment_factors (
  cinf_table_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"CINF003A"}
  cinf_assessment_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"CINF001A"}
  cinf_assessment_factors_json nvarchar(1000) NULL, -- metadata={"item_ref":"CINF002A"}
  CONSTRAINT pk_ssd_assessment_factors PRIMARY KEY (cinf_table_id)
);
-- META-ELEMENT: {"type": "insert_data"}
WITH factors AS (
  SELECT DISTINCT a.[ASSESSMENT_ID] AS assessment_id, NULLIF(LTRIM(RTRIM(a.[FACTOR_VALUE])), N'') AS factor, COALESCE(CASE WHEN LTRIM(RTRIM(LEFT(NULLIF(LTRIM(RTRIM(a.[FACTOR_VALUE])), N''), 2))) NOT LIKE N'%[^0-9]%' AND LEN(LTRIM(RTRIM(LEFT(NULLIF(LTRIM(RTRIM(a.[FACTOR_VALUE])), N''), 2)))) BETWEEN 1 AND 9 THEN TRY_CAST(LTRIM(RTRIM(LEFT(NULLIF(LTRIM(RTRIM(a.[FACTOR_VALUE])), N''), 2))) AS int) END, CASE WHEN LTRIM(RTRIM(LEFT(NULLIF(LTRIM(RTRIM(a.[FACTOR_VALUE])), N''), 1))) NOT LIKE N'%[^0-9]%' AND LEN(LTRIM(RTRIM(LEFT(NULLIF(LTRIM(RTRIM(a.[FACTOR_VALUE])), N''), 1)))) BETWEEN 1 AND 9 THEN TRY_CAST(LTRIM(RTRIM(LEFT(NULLIF(LTRIM(RTRIM(a.[FACTOR_VALUE])), N''), 1))) AS int) END) AS factor_number
  FROM [DM_CIN_ASSESS_FACTORS] AS a
  WHERE NULLIF(LTRIM(RTRIM(a.[FACTOR_VALUE])), N'') IN (N'20', N'21', N'1A', N'1B', N'1C', N'2A', N'2B', N'2C', N'3A', N'3B', N'3C', N'4A', N'4B', N'4C', N'5A', N'5B', N'5C', N'6A', N'6B', N'6C', N'7A', N'8B', N'8C', N'8D', N'8E', N'8F', N'9A', N'10A', N'11A', N'12A', N'13A', N'14A', N'15A', N'16A', N'17A', N'18B', N'18C', N'19B', N'19C', N'22A', N'23A', N'24A')
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
assessed_factors AS (
  SELECT DISTINCT f.assessment_id AS assessment_id, s.person_id AS person_id
  FROM factors AS f
  INNER JOIN person_steps AS s ON s.workflow_step_id = f.assessment_id
  WHERE s.is_continuous_assessment = N'Y' AND s.step_status IN (N'INCOMING', N'STARTED', N'REOPENED', N'COMPLETED') AND COALESCE(s.started_on, s.incoming_on) < DATEADD(day, 1, @ssd_today) AND (s.completed_on >= @ssd_window_start OR s.completed_on IS NULL)
)
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
INSERT INTO ssd_assessment_factors (
  cinf_table_id, -- metadata={"item_ref":"CINF003A"}
  cinf_assessment_id, -- metadata={"item_ref":"CINF001A"}
  cinf_assessment_factors_json -- metadata={"item_ref":"CINF002A"}
)
SELECT
  picked.cinf_table_id,
  picked.cinf_assessment_id,
  picked.cinf_assessment_factors_json
FROM (
  SELECT
    LEFT(NULLIF(RTRIM(CONCAT(CAST(f.assessment_id AS nvarchar(30)), N'.', CAST(f.person_id AS nvarchar(30)))), N''), 48) AS cinf_table_id, -- cinf_table_id
    LEFT(NULLIF(RTRIM(CONCAT(CAST(f.assessment_id AS nvarchar(30)), N'.', CAST(f.person_id AS nvarchar(30)))), N''), 48) AS cinf_assessment_id, -- cinf_assessment_id
    LEFT(NULLIF(RTRIM(CONCAT(N'["', STUFF((SELECT N'", "' + REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE((x.factor) COLLATE Latin1_General_BIN2, NCHAR(1), N' '), NCHAR(2), N' '), NCHAR(3), N' '), NCHAR(4), N' '), NCHAR(5), N' '), NCHAR(6), N' '), NCHAR(7), N' '), NCHAR(8), N' '), NCHAR(11), N' '), NCHAR(12), N' '), NCHAR(14), N' '), NCHAR(15), N' '), NCHAR(16), N' '), NCHAR(17), N' '), NCHAR(18), N' '), NCHAR(19), N' '), NCHAR(20), N' '), NCHAR(21), N' '), NCHAR(22), N' '), NCHAR(23), N' '), NCHAR(24), N' '), NCHAR(25), N' '), NCHAR(26), N' '), NCHAR(27), N' '), NCHAR(28), N' '), NCHAR(29), N' '), NCHAR(30), N' '), NCHAR(31), N' ') FROM factors AS x WHERE x.assessment_id = f.assessment_id ORDER BY CASE WHEN x.factor_number IS NULL THEN 1 ELSE 0 END, x.factor_number, CASE WHEN x.factor IS NULL THEN 1 ELSE 0 END, x.factor FOR XML PATH(N''), TYPE).value(N'.', N'nvarchar(max)'), 1, 4, N''), N'"]')), N''), 1000) AS cinf_assessment_factors_json, -- cinf_assessment_factors_json
    ROW_NUMBER() OVER (PARTITION BY CONCAT(CAST(f.assessment_id AS nvarchar(30)), N'.', CAST(f.person_id AS nvarchar(30))) ORDER BY CASE WHEN f.assessment_id IS NULL THEN 1 ELSE 0 END, f.assessment_id, CASE WHEN f.person_id IS NULL THEN 1 ELSE 0 END, f.person_id) AS ssd_row
  FROM assessed_factors AS f
  WHERE EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(f.person_id AS nvarchar(30)))
    AND NULLIF(RTRIM(CONCAT(CAST(f.assessment_id AS nvarchar(30)), N'.', CAST(f.person_id AS nvarchar(30)))), N'') IS NOT NULL
    AND NULLIF(RTRIM(CONCAT(CAST(f.assessment_id AS nvarchar(30)), N'.', CAST(f.person_id AS nvarchar(30)))), N'') IS NOT NULL
) AS picked
WHERE picked.ssd_row = 1;
-- META-ELEMENT: {"type": "create_fk"}
-- not enforced: cinf_assessment_id to ssd_cin_assessments.cina_assessment_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_assessment_factors', N'U') AND name = N'ix_ssd_assessment_factors_cinf_assessment_id')
CREATE INDEX ix_ssd_assessment_factors_cinf_assessment_id ON ssd_assessment_factors (cinf_assessment_id);
-- META-ELEMENT: {"type": "count_orphans"}
SELECT N'ssd_assessment_factors.cinf_assessment_id' AS reference, COUNT(*) AS orphans FROM ssd_assessment_factors AS child WHERE child.cinf_assessment_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_cin_assessments AS parent WHERE parent.cina_assessment_id = child.cinf_assessment_id);
GO
