-- META-ELEMENT: {"type": "header"}
-- ssd_cla_reviews for Mosaic on Oracle (12.2 or later), for reading: the script that is run is mosaic.oracle.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_reviews"}
-- META-ELEMENT: {"type": "create_table"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CLA_REVIEWS';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE TABLE ssd_cla_reviews (
  clar_cla_review_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"CLAR001A"}
  clar_cla_id nvarchar2(48) NULL, -- metadata={"item_ref":"CLAR011A"}
  clar_cla_review_due_date timestamp NULL, -- metadata={"item_ref":"CLAR003A"}
  clar_cla_review_date timestamp NULL, -- metadata={"item_ref":"CLAR004A"}
  clar_cla_review_cancelled nchar(1) NULL, -- metadata={"item_ref":"CLAR012A"}
  clar_cla_review_participation nvarchar2(100) NULL, -- metadata={"item_ref":"CLAR007A"}
  CONSTRAINT pk_ssd_cla_reviews PRIMARY KEY (clar_cla_review_id)
)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "insert_data"}
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
INSERT INTO ssd_cla_reviews (
  clar_cla_review_id, -- metadata={"item_ref":"CLAR001A"}
  clar_cla_id, -- metadata={"item_ref":"CLAR011A"}
  clar_cla_review_due_date, -- metadata={"item_ref":"CLAR003A"}
  clar_cla_review_date, -- metadata={"item_ref":"CLAR004A"}
  clar_cla_review_cancelled, -- metadata={"item_ref":"CLAR012A"}
  clar_cla_review_participation -- metadata={"item_ref":"CLAR007A"}
)
WITH step_people AS (
  SELECT DISTINCT s.SUBGROUP_ID subgroup_id, s.SUBJECT_COMPOUND_ID person_id
  FROM DM_SUBGROUP_SUBJECTS s
  WHERE s.SUBJECT_TYPE_CODE = 'PER'
),
person_steps AS (
  SELECT s.WORKFLOW_STEP_ID workflow_step_id, p.person_id person_id, (TO_CHAR(s.WORKFLOW_STEP_ID) || '.' || TO_CHAR(p.person_id)) step_key, s.WORKFLOW_STEP_TYPE_ID workflow_step_type_id, s.STEP_STATUS step_status, s.INCOMING_ON incoming_on, s.STARTED_ON started_on, s.COMPLETED_ON completed_on, s.CANCELLED_ON cancelled_on, s.RESPONSIBLE_TEAM_ID responsible_team_id, s.ASSIGNEE_ID assignee_id, s.IS_CHILD_CONTACT is_child_contact, s.IS_CONTINUOUS_ASSESSMENT is_continuous_assessment, s.IS_SECTION_47_ENQUIRY is_section_47_enquiry, s.IS_MISSING_OR_ABSENT is_missing_or_absent, s.STRATEGY_DISCUSSION_DATE strategy_discussion_date, s.CP_CONFERENCE_CATEGORY cp_conference_category, s.CP_CONFERENCE_ACTUAL_DATE cp_conference_actual_date, s.LAC_REVIEW_CATEGORY lac_review_category, s.LAC_REVIEW_DATE lac_review_date, s.LAC_REVIEW_PARTICIPATION_CODE lac_review_participation_code
  FROM DM_WORKFLOW_STEPS s
  INNER JOIN step_people p ON p.subgroup_id = s.SUBGROUP_ID
),
reviews AS (
  SELECT s.workflow_step_id workflow_step_id, s.person_id person_id, s.step_key step_key, s.step_status step_status, s.lac_review_participation_code lac_review_participation_code, CASE WHEN s.step_status = 'COMPLETED' THEN s.lac_review_date ELSE s.cancelled_on END event_date
  FROM person_steps s
  WHERE s.lac_review_category IS NOT NULL AND s.step_status IN ('COMPLETED', 'CANCELLED')
),
placed_reviews AS (
  SELECT r.person_id person_id, r.step_key step_key, r.step_status step_status, r.lac_review_participation_code lac_review_participation_code, r.event_date event_date, (SELECT MAX(c.PERIOD_OF_CARE_ID) FROM DM_PERIODS_OF_CARE c WHERE c.PERSON_ID = r.person_id AND r.event_date BETWEEN c.START_DATE AND COALESCE(c.END_DATE, TIMESTAMP '9999-12-31 00:00:00')) period_of_care_id
  FROM reviews r
),
reviews_in_care AS (
  SELECT p.person_id person_id, p.step_key step_key, p.step_status step_status, p.lac_review_participation_code lac_review_participation_code, p.event_date event_date, p.period_of_care_id period_of_care_id, (SELECT COUNT(*) FROM placed_reviews e WHERE e.person_id = p.person_id AND e.period_of_care_id = p.period_of_care_id AND e.step_status = 'COMPLETED' AND e.event_date < p.event_date) earlier_reviews, (SELECT MAX(e.event_date) FROM placed_reviews e WHERE e.person_id = p.person_id AND e.period_of_care_id = p.period_of_care_id AND e.step_status = 'COMPLETED' AND e.event_date < p.event_date) earlier_date
  FROM placed_reviews p
),
calendar AS (
  SELECT DISTINCT CAST(TRUNC(r.CURR_DAY) AS TIMESTAMP) day_date, (TRUNC(r.CURR_DAY) - TRUNC(TIMESTAMP '1990-01-01 00:00:00')) days_since_monday
  FROM REPORT_DAYS r
),
counted_days AS (
  SELECT c.day_date day_date, SUM(CASE WHEN (c.days_since_monday - (7 * ROUND(((c.days_since_monday - 3) * 0.142857142857), 0))) < 5 AND c.day_date NOT IN (TIMESTAMP '2019-01-01 00:00:00', TIMESTAMP '2019-04-19 00:00:00', TIMESTAMP '2019-04-22 00:00:00', TIMESTAMP '2019-05-06 00:00:00', TIMESTAMP '2019-05-27 00:00:00', TIMESTAMP '2019-08-26 00:00:00', TIMESTAMP '2019-12-25 00:00:00', TIMESTAMP '2019-12-26 00:00:00', TIMESTAMP '2020-01-01 00:00:00', TIMESTAMP '2020-04-10 00:00:00', TIMESTAMP '2020-04-13 00:00:00', TIMESTAMP '2020-05-08 00:00:00', TIMESTAMP '2020-05-25 00:00:00', TIMESTAMP '2020-08-31 00:00:00', TIMESTAMP '2020-12-25 00:00:00', TIMESTAMP '2020-12-28 00:00:00', TIMESTAMP '2021-01-01 00:00:00', TIMESTAMP '2021-04-02 00:00:00', TIMESTAMP '2021-04-05 00:00:00', TIMESTAMP '2021-05-03 00:00:00', TIMESTAMP '2021-05-31 00:00:00', TIMESTAMP '2021-08-30 00:00:00', TIMESTAMP '2021-12-27 00:00:00', TIMESTAMP '2021-12-28 00:00:00', TIMESTAMP '2022-01-03 00:00:00', TIMESTAMP '2022-04-15 00:00:00', TIMESTAMP '2022-04-18 00:00:00', TIMESTAMP '2022-05-02 00:00:00', TIMESTAMP '2022-06-02 00:00:00', TIMESTAMP '2022-06-03 00:00:00', TIMESTAMP '2022-08-29 00:00:00', TIMESTAMP '2022-09-19 00:00:00', TIMESTAMP '2022-12-26 00:00:00', TIMESTAMP '2022-12-27 00:00:00', TIMESTAMP '2023-01-02 00:00:00', TIMESTAMP '2023-04-07 00:00:00', TIMESTAMP '2023-04-10 00:00:00', TIMESTAMP '2023-05-01 00:00:00', TIMESTAMP '2023-05-08 00:00:00', TIMESTAMP '2023-05-29 00:00:00', TIMESTAMP '2023-08-28 00:00:00', TIMESTAMP '2023-12-25 00:00:00', TIMESTAMP '2023-12-26 00:00:00', TIMESTAMP '2024-01-01 00:00:00', TIMESTAMP '2024-03-29 00:00:00', TIMESTAMP '2024-04-01 00:00:00', TIMESTAMP '2024-05-06 00:00:00', TIMESTAMP '2024-05-27 00:00:00', TIMESTAMP '2024-08-26 00:00:00', TIMESTAMP '2024-12-25 00:00:00', TIMESTAMP '2024-12-26 00:00:00', TIMESTAMP '2025-01-01 00:00:00', TIMESTAMP '2025-04-18 00:00:00', TIMESTAMP '2025-04-21 00:00:00', TIMESTAMP '2025-05-05 00:00:00', TIMESTAMP '2025-05-26 00:00:00', TIMESTAMP '2025-08-25 00:00:00', TIMESTAMP '2025-12-25 00:00:00', TIMESTAMP '2025-12-26 00:00:00', TIMESTAMP '2026-01-01 00:00:00', TIMESTAMP '2026-04-03 00:00:00', TIMESTAMP '2026-04-06 00:00:00', TIMESTAMP '2026-05-04 00:00:00', TIMESTAMP '2026-05-25 00:00:00', TIMESTAMP '2026-08-31 00:00:00', TIMESTAMP '2026-12-25 00:00:00', TIMESTAMP '2026-12-28 00:00:00', TIMESTAMP '2027-01-01 00:00:00', TIMESTAMP '2027-03-26 00:00:00', TIMESTAMP '2027-03-29 00:00:00', TIMESTAMP '2027-05-03 00:00:00',
    TIMESTAMP '2027-05-31 00:00:00', TIMESTAMP '2027-08-30 00:00:00', TIMESTAMP '2027-12-27 00:00:00', TIMESTAMP '2027-12-28 00:00:00', TIMESTAMP '2028-01-03 00:00:00', TIMESTAMP '2028-04-14 00:00:00', TIMESTAMP '2028-04-17 00:00:00', TIMESTAMP '2028-05-01 00:00:00', TIMESTAMP '2028-05-29 00:00:00', TIMESTAMP '2028-08-28 00:00:00', TIMESTAMP '2028-12-25 00:00:00', TIMESTAMP '2028-12-26 00:00:00') THEN 1 ELSE 0 END) OVER (ORDER BY c.day_date ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) working_days
  FROM calendar c
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
    SUBSTR(RTRIM(rev.step_key), 1, 48) clar_cla_review_id, -- clar_cla_review_id
    TO_CHAR(rev.period_of_care_id) clar_cla_id, -- clar_cla_id
    CASE WHEN rev.earlier_reviews = 0 THEN (SELECT MIN(d.day_date) FROM counted_days d WHERE d.working_days = ((SELECT MAX(b.working_days) FROM counted_days b WHERE b.day_date = CAST(TRUNC(care.START_DATE) AS TIMESTAMP)) + 20)) WHEN rev.earlier_reviews = 1 THEN (rev.earlier_date + NUMTODSINTERVAL(91, 'DAY')) ELSE (rev.earlier_date + NUMTODSINTERVAL(183, 'DAY')) END clar_cla_review_due_date, -- clar_cla_review_due_date
    CASE WHEN rev.step_status = 'COMPLETED' THEN rev.event_date END clar_cla_review_date, -- clar_cla_review_date
    CASE WHEN rev.step_status = 'COMPLETED' THEN 'N' ELSE 'Y' END clar_cla_review_cancelled, -- clar_cla_review_cancelled
    SUBSTR(RTRIM(CASE WHEN rev.step_status = 'COMPLETED' THEN rev.lac_review_participation_code END), 1, 100) clar_cla_review_participation, -- clar_cla_review_participation
    ROW_NUMBER() OVER (PARTITION BY rev.step_key ORDER BY rev.step_key, rev.period_of_care_id, rev.earlier_reviews, care.START_DATE, rev.earlier_date, rev.step_status, rev.event_date, rev.lac_review_participation_code) AS ssd_row
  FROM reviews_in_care rev
  LEFT JOIN DM_PERIODS_OF_CARE care ON care.PERIOD_OF_CARE_ID = rev.period_of_care_id
  WHERE rev.event_date < ((SELECT settings.today FROM ssd_extract_settings settings) + INTERVAL '1' DAY)
    AND (rev.event_date >= (SELECT settings.window_start FROM ssd_extract_settings settings) OR rev.event_date IS NULL)
    AND EXISTS (SELECT 1 FROM ssd_person cohort WHERE cohort.pers_person_id = TO_CHAR(rev.person_id))
    AND RTRIM(rev.step_key) IS NOT NULL
) picked
WHERE picked.ssd_row = 1;
