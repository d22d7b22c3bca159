-- META-ELEMENT: {"type": "header"}
-- ssd_cla_reviews for Mosaic on SQL Server (2012 or later), for reading: the script that is run is mosaic.sqlserver.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_reviews"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_cla_reviews', N'U') IS NULL
CREATE TABLE ssd_cla_reviews (
  clar_cla_review_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"CLAR001A"}
  clar_cla_id nvarchar(48) NULL, -- metadata={"item_ref":"CLAR011A"}
  clar_cla_review_due_date datetime NULL, -- metadata={"item_ref":"CLAR003A"}
  clar_cla_review_date datetime NULL, -- metadata={"item_ref":"CLAR004A"}
  clar_cla_review_cancelled nchar(1) NULL, -- metadata={"item_ref":"CLAR012A"}
  clar_cla_review_participation nvarchar(100) NULL, -- metadata={"item_ref":"CLAR007A"}
  CONSTRAINT pk_ssd_cla_reviews PRIMARY KEY (clar_cla_review_id)
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
reviews AS (
  SELECT s.workflow_step_id AS workflow_step_id, s.person_id AS person_id, s.step_key AS step_key, s.step_status AS step_status, s.lac_review_participation_code AS lac_review_participation_code, CASE WHEN s.step_status = N'COMPLETED' THEN s.lac_review_date ELSE s.cancelled_on END AS event_date
  FROM person_steps AS s
  WHERE s.lac_review_category IS NOT NULL AND s.step_status IN (N'COMPLETED', N'CANCELLED')
),
placed_reviews AS (
  SELECT r.person_id AS person_id, r.step_key AS step_key, r.step_status AS step_status, r.lac_review_participation_code AS lac_review_participation_code, r.event_date AS event_date, (SELECT MAX(c.[PERIOD_OF_CARE_ID]) FROM [DM_PERIODS_OF_CARE] AS c WHERE c.[PERSON_ID] = r.person_id AND r.event_date BETWEEN c.[START_DATE] AND COALESCE(c.[END_DATE], CONVERT(datetime, N'9999-12-31T00:00:00', 126))) AS period_of_care_id
  FROM reviews AS r
),
reviews_in_care AS (
  SELECT p.person_id AS person_id, p.step_key AS step_key, p.step_status AS step_status, p.lac_review_participation_code AS lac_review_participation_code, p.event_date AS event_date, p.period_of_care_id AS period_of_care_id, (SELECT COUNT(*) FROM placed_reviews AS e WHERE e.person_id = p.person_id AND e.period_of_care_id = p.period_of_care_id AND e.step_status = N'COMPLETED' AND e.event_date < p.event_date) AS earlier_reviews, (SELECT MAX(e.event_date) FROM placed_reviews AS e WHERE e.person_id = p.person_id AND e.period_of_care_id = p.period_of_care_id AND e.step_status = N'COMPLETED' AND e.event_date < p.event_date) AS earlier_date
  FROM placed_reviews AS p
),
calendar AS (
  SELECT DISTINCT DATEADD(day, DATEDIFF(day, 0, r.[CURR_DAY]), 0) AS day_date, DATEDIFF(day, CONVERT(datetime, N'1990-01-01T00:00:00', 126), r.[CURR_DAY]) AS days_since_monday
  FROM [REPORT_DAYS] AS r
),
counted_days AS (
  SELECT c.day_date AS day_date, SUM(CASE WHEN (c.days_since_monday - (7 * ROUND(((c.days_since_monday - 3) * 0.142857142857), 0))) < 5 AND c.day_date NOT IN (CONVERT(datetime, N'2019-01-01T00:00:00', 126), CONVERT(datetime, N'2019-04-19T00:00:00', 126), CONVERT(datetime, N'2019-04-22T00:00:00', 126), CONVERT(datetime, N'2019-05-06T00:00:00', 126), CONVERT(datetime, N'2019-05-27T00:00:00', 126), CONVERT(datetime, N'2019-08-26T00:00:00', 126), CONVERT(datetime, N'2019-12-25T00:00:00', 126), CONVERT(datetime, N'2019-12-26T00:00:00', 126), CONVERT(datetime, N'2020-01-01T00:00:00', 126), CONVERT(datetime, N'2020-04-10T00:00:00', 126), CONVERT(datetime, N'2020-04-13T00:00:00', 126), CONVERT(datetime, N'2020-05-08T00:00:00', 126), CONVERT(datetime, N'2020-05-25T00:00:00', 126), CONVERT(datetime, N'2020-08-31T00:00:00', 126), CONVERT(datetime, N'2020-12-25T00:00:00', 126), CONVERT(datetime, N'2020-12-28T00:00:00', 126), CONVERT(datetime, N'2021-01-01T00:00:00', 126), CONVERT(datetime, N'2021-04-02T00:00:00', 126), CONVERT(datetime, N'2021-04-05T00:00:00', 126), CONVERT(datetime, N'2021-05-03T00:00:00', 126), CONVERT(datetime, N'2021-05-31T00:00:00', 126), CONVERT(datetime, N'2021-08-30T00:00:00', 126), CONVERT(datetime, N'2021-12-27T00:00:00', 126), CONVERT(datetime, N'2021-12-28T00:00:00', 126), CONVERT(datetime, N'2022-01-03T00:00:00', 126), CONVERT(datetime, N'2022-04-15T00:00:00', 126), CONVERT(datetime, N'2022-04-18T00:00:00', 126), CONVERT(datetime, N'2022-05-02T00:00:00', 126), CONVERT(datetime, N'2022-06-02T00:00:00', 126), CONVERT(datetime, N'2022-06-03T00:00:00', 126), CONVERT(datetime, N'2022-08-29T00:00:00', 126), CONVERT(datetime, N'2022-09-19T00:00:00', 126), CONVERT(datetime, N'2022-12-26T00:00:00', 126), CONVERT(datetime, N'2022-12-27T00:00:00', 126), CONVERT(datetime, N'2023-01-02T00:00:00', 126), CONVERT(datetime, N'2023-04-07T00:00:00', 126), CONVERT(datetime, N'2023-04-10T00:00:00', 126), CONVERT(datetime, N'2023-05-01T00:00:00', 126), CONVERT(datetime, N'2023-05-08T00:00:00', 126), CONVERT(datetime, N'2023-05-29T00:00:00', 126), CONVERT(datetime, N'2023-08-28T00:00:00', 126), CONVERT(datetime, N'2023-12-25T00:00:00', 126), CONVERT(datetime, N'2023-12-26T00:00:00', 126), CONVERT(datetime, N'2024-01-01T00:00:00', 126), CONVERT(datetime, N'2024-03-29T00:00:00', 126), CONVERT(datetime, N'2024-04-01T00:00:00', 126), CONVERT(datetime, N'2024-05-06T00:00:00', 126), CONVERT(datetime, N'2024-05-27T00:00:00', 126), CONVERT(datetime, N'2024-08-26T00:00:00', 126), CONVERT(datetime, N'2024-12-25T00:00:00', 126), CONVERT(datetime, N'2024-12-26T00:00:00', 126), CONVERT(datetime, N'2025-01-01T00:00:00', 126), CONVERT(datetime, N'2025-04-18T00:00:00', 126), CONVERT(datetime, N'2025-04-21T00:00:00', 126), CONVERT(datetime, N'2025-05-05T00:00:00', 126), CONVERT(datetime, N'2025-05-26T00:00:00', 126), CONVERT(datetime, N'2025-08-25T00:00:00', 126), CONVERT(datetime, N'2025-12-25T00:00:00', 126), CONVERT(datetime, N'2025-12-26T00:00:00', 126), CONVERT(datetime, N'2026-01-01T00:00:00', 126), CONVERT(datetime, N'2026-04-03T00:00:00', 126), CONVERT(datetime, N'2026-04-06T00:00:00', 126), CONVERT(datetime, N'2026-05-04T00:00:00', 126), CONVERT(datetime, N'2026-05-25T00:00:00', 126), CONVERT(datetime, N'2026-08-31T00:00:00', 126), CONVERT(datetime, N'2026-12-25T00:00:00', 126), CONVERT(datetime, N'2026-12-28T00:00:00', 126), CONVERT(datetime, N'2027-01-01T00:00:00', 126), CONVERT(datetime, N'2027-03-26T00:00:00', 126), CONVERT(datetime, N'2027-03-29T00:00:00', 126), CONVERT(datetime, N'2027-05-03T00:00:00', 126), CONVERT(datetime, N'2027-05-31T00:00:00', 126), CONVERT(datetime, N'2027-08-30T00:00:00', 126), CONVERT(datetime, N'2027-12-27T00:00:00', 126), CONVERT(datetime, N'2027-12-28T00:00:00', 126), CONVERT(datetime, N'2028-01-03T00:00:00', 126), CONVERT(datetime, N'2028-04-14T00:00:00', 126), CONVERT(datetime, N'2028-04-17T00:00:00', 126), CONVERT(datetime, N'2028-05-01T00:00:00', 126), CONVERT(datetime, N'2028-05-29T00:00:00', 126), CONVERT(datetime, N'2028-08-28T00:00:00', 126), CONVERT(datetime, N'2028-12-25T00:00:00', 126), CONVERT(datetime, N'2028-12-26T00:00:00', 126)) THEN 1 ELSE 0 END) OVER (ORDER BY CASE WHEN c.day_date IS NULL THEN 1 ELSE 0 END, c.day_date ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS working_days
  FROM calendar AS c
)
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
INSERT INTO ssd_cla_reviews (
  clar_cla_review_id, -- metadata={"item_ref":"CLAR001A"}
  clar_cla_id, -- metadata={"item_ref":"CLAR011A"}
  clar_cla_review_due_date, -- metadata={"item_ref":"CLAR003A"}
  clar_cla_review_date, -- metadata={"item_ref":"CLAR004A"}
  clar_cla_review_cancelled, -- metadata={"item_ref":"CLAR012A"}
  clar_cla_review_participation -- metadata={"item_ref":"CLAR007A"}
)
SELECT
  picked.clar_cla_review_id,
  picked.clar_cla_id,
  picked.clar_cla_review_due_date,
  picked.clar_cla_review_date,
  picked.clar_cla_review_cancelled,
  picked.clar_cla_review_participation
FROM (
  SELECT
    LEFT(NULLIF(RTRIM(rev.step_key), N''), 48) AS clar_cla_review_id, -- clar_cla_review_id
    CAST(rev.period_of_care_id AS nvarchar(30)) AS clar_cla_id, -- clar_cla_id
    CASE WHEN rev.earlier_reviews = 0 THEN (SELECT MIN(d.day_date) FROM counted_days AS d WHERE d.working_days = ((SELECT MAX(b.working_days) FROM counted_days AS b WHERE b.day_date = DATEADD(day, DATEDIFF(day, 0, care.[START_DATE]), 0)) + 20)) WHEN rev.earlier_reviews = 1 THEN DATEADD(day, 91, rev.earlier_date) ELSE DATEADD(day, 183, rev.earlier_date) END AS clar_cla_review_due_date, -- clar_cla_review_due_date
    CASE WHEN rev.step_status = N'COMPLETED' THEN rev.event_date END AS clar_cla_review_date, -- clar_cla_review_date
    CASE WHEN rev.step_status = N'COMPLETED' THEN N'N' ELSE N'Y' END AS clar_cla_review_cancelled, -- clar_cla_review_cancelled
    LEFT(NULLIF(RTRIM(CASE WHEN rev.step_status = N'COMPLETED' THEN rev.lac_review_participation_code END), N''), 100) AS clar_cla_review_participation, -- clar_cla_review_participation
    ROW_NUMBER() OVER (PARTITION BY rev.step_key ORDER BY CASE WHEN rev.step_key IS NULL THEN 1 ELSE 0 END, rev.step_key, CASE WHEN rev.period_of_care_id IS NULL THEN 1 ELSE 0 END, rev.period_of_care_id, CASE WHEN rev.earlier_reviews IS NULL THEN 1 ELSE 0 END, rev.earlier_reviews, CASE WHEN care.[START_DATE] IS NULL THEN 1 ELSE 0 END, care.[START_DATE], CASE WHEN rev.earlier_date IS NULL THEN 1 ELSE 0 END, rev.earlier_date, CASE WHEN rev.step_status IS NULL THEN 1 ELSE 0 END, rev.step_status, CASE WHEN rev.event_date IS NULL THEN 1 ELSE 0 END, rev.event_date, CASE WHEN rev.lac_review_participation_code IS NULL THEN 1 ELSE 0 END, rev.lac_review_participation_code) AS ssd_row
  FROM reviews_in_care AS rev
  LEFT JOIN [DM_PERIODS_OF_CARE] AS care ON care.[PERIOD_OF_CARE_ID] = rev.period_of_care_id
  WHERE rev.event_date < DATEADD(day, 1, @ssd_today)
    AND (rev.event_date >= @ssd_window_start OR rev.event_date IS NULL)
    AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(rev.person_id AS nvarchar(30)))
    AND NULLIF(RTRIM(rev.step_key), N'') IS NOT NULL
) AS picked
WHERE picked.ssd_row = 1;
GO
