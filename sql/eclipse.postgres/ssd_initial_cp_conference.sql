-- META-ELEMENT: {"type": "header"}
-- ssd_initial_cp_conference for Eclipse on PostgreSQL (10 or later), for reading: the script that is run is eclipse.postgres.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_initial_cp_conference"}
-- META-ELEMENT: {"type": "create_table"}
CREATE TABLE IF NOT EXISTS ssd_initial_cp_conference (
  icpc_icpc_id varchar(48) NOT NULL, -- metadata={"item_ref":"ICPC001A"}
  icpc_icpc_meeting_id varchar(48) NULL, -- metadata={"item_ref":"ICPC009A"}
  icpc_s47_enquiry_id varchar(48) NULL, -- metadata={"item_ref":"ICPC002A"}
  icpc_person_id varchar(48) NOT NULL, -- metadata={"item_ref":"ICPC010A"}
  icpc_cp_plan_id varchar(48) NULL, -- metadata={"item_ref":"ICPC011A"}
  icpc_referral_id varchar(48) NULL, -- metadata={"item_ref":"ICPC012A"}
  icpc_icpc_transfer_in char(1) NULL, -- metadata={"item_ref":"ICPC003A"}
  icpc_icpc_target_date timestamp NULL, -- metadata={"item_ref":"ICPC004A"}
  icpc_icpc_date timestamp NULL, -- metadata={"item_ref":"ICPC005A"}
  icpc_icpc_outcome_cp_flag char(1) NULL, -- metadata={"item_ref":"ICPC013A"}
  icpc_icpc_outcome_json varchar(500) NULL, -- metadata={"item_ref":"ICPC006A"}
  icpc_icpc_team varchar(48) NULL, -- metadata={"item_ref":"ICPC007A"}
  icpc_icpc_worker_id varchar(48) NULL, -- metadata={"item_ref":"ICPC008A"}
  CONSTRAINT pk_ssd_initial_cp_conference PRIMARY KEY (icpc_icpc_id)
);
-- META-ELEMENT: {"type": "insert_data"}
WITH cp_meeting_form AS (
  SELECT f.instanceid AS instanceid, f.answerforsubjectid AS personid, MAX(NULLIF(btrim(f.designsubname), '')) AS subname, concat(CAST(f.answerforsubjectid AS text), '-', CAST(f.instanceid AS text)) AS meetingid, MAX(CASE WHEN f.controlname = '903Return_dateOfMeetingConference' THEN CASE WHEN CASE WHEN f.answervalue LIKE '__/__/____%' THEN concat(substr(f.answervalue, 7, 4), '-', substr(f.answervalue, 4, 2), '-', substr(f.answervalue, 1, 2)) ELSE left(f.answervalue, 10) END ~ '^((19|20)[0-9]{2}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))|(19|20)(0[48]|[2468][048]|[13579][26])-02-29|2000-02-29)$' THEN CAST(CASE WHEN f.answervalue LIKE '__/__/____%' THEN concat(substr(f.answervalue, 7, 4), '-', substr(f.answervalue, 4, 2), '-', substr(f.answervalue, 1, 2)) ELSE left(f.answervalue, 10) END AS timestamp) END END) AS met, MAX(CASE WHEN f.controlname = 'AnnexAReturn_typeOfMeeting' AND f.answervalue IN ('Child Protection (Initial child protection conference)', 'Child Protection (Transfer in conference)') THEN f.answervalue END) AS initial_type, MAX(CASE WHEN f.controlname = 'ChildProtectionNextStep' THEN f.answervalue END) AS next_step, MAX(CASE WHEN f.controlname = 'dateofnextplanmeetingreview_35' THEN CASE WHEN CASE WHEN f.answervalue LIKE '__/__/____%' THEN concat(substr(f.answervalue, 7, 4), '-', substr(f.answervalue, 4, 2), '-', substr(f.answervalue, 1, 2)) ELSE left(f.answervalue, 10) END ~ '^((19|20)[0-9]{2}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))|(19|20)(0[48]|[2468][048]|[13579][26])-02-29|2000-02-29)$' THEN CAST(CASE WHEN f.answervalue LIKE '__/__/____%' THEN concat(substr(f.answervalue, 7, 4), '-', substr(f.answervalue, 4, 2), '-', substr(f.answervalue, 1, 2)) ELSE left(f.answervalue, 10) END AS timestamp) END END) AS next_review
  FROM formanswerpersonview AS f
  WHERE f.designguid = NULL /* form_cp_meeting */ AND f.instancestate = 'COMPLETE' AND NULLIF(btrim(f.designsubname), '') IN ('Child Protection - Initial Conference', 'Child Protection - Review Conference')
  GROUP BY f.instanceid, f.answerforsubjectid
),
initial_conference AS (
  SELECT c.instanceid AS instanceid, c.personid AS personid, c.meetingid AS meetingid, c.met AS met, c.initial_type AS meeting_type, c.next_step AS next_step, LEAD(c.met) OVER (PARTITION BY c.personid ORDER BY c.met, c.instanceid) AS next_met
  FROM cp_meeting_form AS c
  WHERE c.subname = 'Child Protection - Initial Conference' AND c.initial_type IS NOT NULL
),
s47_form AS (
  SELECT f.instanceid AS instanceid, f.answerforsubjectid AS personid, concat(CAST(f.answerforsubjectid AS text), '-', CAST(f.instanceid AS text)) AS enquiryid, date_trunc('day', MAX(f.datecompleted)) AS completed, MAX(CASE WHEN f.controlname = 'AnnexAReturn_dateOfStratMeeting' THEN date_trunc('day', f.dateanswervalue) END) AS starts, MAX(CASE WHEN f.controlname IN ('CINCensus_unsubWhatNeedsToHappenNext', 'CINCensus_whatNeedsToHappenNext') THEN f.answervalue END) AS outcome, MAX(CASE WHEN f.controlname = 'CINCensus_outcomeOfSection47Enquiry' THEN f.answervalue END) AS summary
  FROM formanswerpersonview AS f
  WHERE f.designguid = NULL /* form_s47 */ AND f.instancestate = 'COMPLETE'
  GROUP BY f.instanceid, f.answerforsubjectid
),
convened AS (
  SELECT f.personid AS personid, f.enquiryid AS enquiryid, f.starts AS starts, LEAD(f.starts) OVER (PARTITION BY f.personid ORDER BY f.starts, f.instanceid) AS next_starts
  FROM s47_form AS f
  WHERE f.outcome = 'Convene initial child protection conference' AND f.starts IS NOT NULL
),
digit AS (
  SELECT 0 AS n
  UNION ALL
  SELECT 1
  UNION ALL
  SELECT 2
  UNION ALL
  SELECT 3
  UNION ALL
  SELECT 4
  UNION ALL
  SELECT 5
  UNION ALL
  SELECT 6
  UNION ALL
  SELECT 7
  UNION ALL
  SELECT 8
  UNION ALL
  SELECT 9
),
working_day AS (
  SELECT d.day AS day, LEAD(d.day) OVER (ORDER BY d.day) AS next_day, LEAD(d.day, 15) OVER (ORDER BY d.day) AS target
  FROM (SELECT (TIMESTAMP '2016-01-04 00:00:00' + ((7 * (((100 * h.n) + (10 * t.n)) + u.n)) + w.n) * INTERVAL '1 day') AS day FROM digit AS h CROSS JOIN digit AS t CROSS JOIN digit AS u INNER JOIN digit AS w ON w.n <= 4) AS d
  WHERE d.day NOT IN (TIMESTAMP '2016-01-01 00:00:00', TIMESTAMP '2016-03-25 00:00:00', TIMESTAMP '2016-03-28 00:00:00', TIMESTAMP '2016-05-02 00:00:00', TIMESTAMP '2016-05-30 00:00:00', TIMESTAMP '2016-08-29 00:00:00', TIMESTAMP '2016-12-26 00:00:00', TIMESTAMP '2016-12-27 00:00:00', TIMESTAMP '2017-01-02 00:00:00', TIMESTAMP '2017-04-14 00:00:00', TIMESTAMP '2017-04-17 00:00:00', TIMESTAMP '2017-05-01 00:00:00', TIMESTAMP '2017-05-29 00:00:00', TIMESTAMP '2017-08-28 00:00:00', TIMESTAMP '2017-12-25 00:00:00', TIMESTAMP '2017-12-26 00:00:00', TIMESTAMP '2018-01-01 00:00:00', TIMESTAMP '2018-03-30 00:00:00', TIMESTAMP '2018-04-02 00:00:00', TIMESTAMP '2018-05-07 00:00:00', TIMESTAMP '2018-05-28 00:00:00', TIMESTAMP '2018-08-27 00:00:00', TIMESTAMP '2018-12-25 00:00:00', TIMESTAMP '2018-12-26 00:00:00', TIMESTAMP '2019-01-01 00:00:00', TIMESTAMP '2019-04-19 00:00:00', TIMESTAMP '2019-04-22 00:00:00', TIMESTAMP '2019-05-06 00:00:00', TIMESTAMP '2019-05-27 00:00:00', TIMESTAMP '2019-08-26 00:00:00', TIMESTAMP '2019-12-25 00:00:00', TIMESTAMP '2019-12-26 00:00:00', TIMESTAMP '2020-01-01 00:00:00', TIMESTAMP '2020-04-10 00:00:00', TIMESTAMP '2020-04-13 00:00:00', TIMESTAMP '2020-05-08 00:00:00', TIMESTAMP '2020-05-25 00:00:00', TIMESTAMP '2020-08-31 00:00:00', TIMESTAMP '2020-12-25 00:00:00', TIMESTAMP '2020-12-28 00:00:00', TIMESTAMP '2021-01-01 00:00:00', TIMESTAMP '2021-04-02 00:00:00', TIMESTAMP '2021-04-05 00:00:00', TIMESTAMP '2021-05-03 00:00:00', TIMESTAMP '2021-05-31 00:00:00', TIMESTAMP '2021-08-30 00:00:00', TIMESTAMP '2021-12-27 00:00:00', TIMESTAMP '2021-12-28 00:00:00', TIMESTAMP '2022-01-03 00:00:00', TIMESTAMP '2022-04-15 00:00:00', TIMESTAMP '2022-04-18 00:00:00', TIMESTAMP '2022-05-02 00:00:00', TIMESTAMP '2022-06-02 00:00:00', TIMESTAMP '2022-06-03 00:00:00', TIMESTAMP '2022-08-29 00:00:00', TIMESTAMP '2022-09-19 00:00:00', TIMESTAMP '2022-12-26 00:00:00', TIMESTAMP '2022-12-27 00:00:00', TIMESTAMP '2023-01-02 00:00:00', TIMESTAMP '2023-04-07 00:00:00', TIMESTAMP '2023-04-10 00:00:00', TIMESTAMP '2023-05-01 00:00:00', TIMESTAMP '2023-05-08 00:00:00', TIMESTAMP '2023-05-29 00:00:00', TIMESTAMP '2023-08-28 00:00:00', TIMESTAMP '2023-12-25 00:00:00', TIMESTAMP '2023-12-26 00:00:00', TIMESTAMP '2024-01-01 00:00:00', TIMESTAMP '2024-03-29 00:00:00', TIMESTAMP '2024-04-01 00:00:00', TIMESTAMP '2024-05-06 00:00:00', TIMESTAMP '2024-05-27 00:00:00', TIMESTAMP '2024-08-26 00:00:00', TIMESTAMP '2024-12-25 00:00:00', TIMESTAMP '2024-12-26 00:00:00', TIMESTAMP '2025-01-01 00:00:00', TIMESTAMP '2025-04-18 00:00:00', TIMESTAMP '2025-04-21 00:00:00', TIMESTAMP '2025-05-05 00:00:00', TIMESTAMP '2025-05-26 00:00:00', TIMESTAMP '2025-08-25 00:00:00', TIMESTAMP '2025-12-25 00:00:00', TIMESTAMP '2025-12-26 00:00:00', TIMESTAMP '2026-01-01 00:00:00', TIMESTAMP '2026-04-03 00:00:00', TIMESTAMP '2026-04-06 00:00:00', TIMESTAMP '2026-05-04 00:00:00', TIMESTAMP '2026-05-25 00:00:00', TIMESTAMP '2026-08-31 00:00:00', TIMESTAMP '2026-12-25 00:00:00', TIMESTAMP '2026-12-28 00:00:00', TIMESTAMP '2027-01-01 00:00:00', TIMESTAMP '2027-03-26 00:00:00', TIMESTAMP '2027-03-29 00:00:00', TIMESTAMP '2027-05-03 00:00:00', TIMESTAMP '2027-05-31 00:00:00', TIMESTAMP '2027-08-30 00:00:00', TIMESTAMP '2027-12-27 00:00:00', TIMESTAMP '2027-12-28 00:00:00', TIMESTAMP '2028-01-03 00:00:00', TIMESTAMP '2028-04-14 00:00:00', TIMESTAMP '2028-04-17 00:00:00', TIMESTAMP '2028-05-01 00:00:00', TIMESTAMP '2028-05-29 00:00:00', TIMESTAMP '2028-08-28 00:00:00', TIMESTAMP '2028-12-25 00:00:00', TIMESTAMP '2028-12-26 00:00:00')
),
strategy_discussion AS (
  SELECT s.personid AS personid, s.met AS met, w.target AS target, LEAD(s.met) OVER (PARTITION BY s.personid ORDER BY s.met, s.instanceid) AS next_met
  FROM (SELECT f.instanceid AS instanceid, f.answerforsubjectid AS personid, date_trunc('day', MAX(f.dateanswervalue)) AS met FROM formanswerpersonview AS f WHERE f.designguid = NULL /* form_strategy */ AND f.instancestate = 'COMPLETE' AND f.controlname = 'dateOfMeeting' GROUP BY f.instanceid, f.answerforsubjectid) AS s
  LEFT JOIN working_day AS w ON w.day <= s.met AND w.next_day > s.met
  WHERE s.met IS NOT NULL
),
cp_plan_spell AS (
  SELECT DISTINCT c.personid AS personid, c.classificationassignmentid AS spellid, date_trunc('day', c.startdate) AS starts, date_trunc('day', c.enddate) AS ends
  FROM classificationpersonview AS c
  WHERE c.status <> 'DELETED' AND c.startdate IS NOT NULL AND c.classificationpathid IN (NULL /* cp_path */)
),
cp_plan_run AS (
  SELECT m.personid AS personid, m.spellid AS spellid, m.starts AS starts, m.ends AS ends, SUM(m.begins) OVER (PARTITION BY m.personid ORDER BY m.starts, m.ends, m.spellid ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS run
  FROM (SELECT s.personid AS personid, s.spellid AS spellid, s.starts AS starts, s.ends AS ends, CASE WHEN s.starts <= MAX(COALESCE(s.ends, TIMESTAMP '9999-12-31 00:00:00')) OVER (PARTITION BY s.personid ORDER BY s.starts, s.ends, s.spellid ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) THEN 0 ELSE 1 END AS begins FROM cp_plan_spell AS s) AS m
),
cp_plan AS (
  SELECT r.personid AS personid, MIN(r.spellid) AS planid, MIN(r.starts) AS starts, CASE WHEN COUNT(r.ends) = COUNT(*) THEN MAX(r.ends) END AS ends
  FROM cp_plan_run AS r
  GROUP BY r.personid, r.run
),
plan_start AS (
  SELECT p.personid AS personid, p.planid AS planid, p.starts AS starts, LAG(p.starts) OVER (PARTITION BY p.personid ORDER BY p.starts) AS started_before
  FROM cp_plan AS p
),
cin_spell AS (
  SELECT c.personid AS personid, date_trunc('day', c.startdate) AS starts, date_trunc('day', c.enddate) AS ends, c.endreason AS reason
  FROM classificationpersonview AS c
  WHERE c.status <> 'DELETED' AND c.startdate IS NOT NULL AND (c.classificationpathid IN (NULL /* cin_path */, NULL /* cp_path */) OR c.classificationcodeid IN (NULL /* cin_family_help_code */))
  UNION
  SELECT e.personid AS personid, date_trunc('day', e.eocstartdate), date_trunc('day', e.eocenddate), e.eocendreason AS eocendreason
  FROM claepisodeofcareview AS e
  WHERE e.eocstartdate IS NOT NULL
),
cin_run AS (
  SELECT m.personid AS personid, m.starts AS starts, m.ends AS ends, m.reason AS reason, SUM(m.begins) OVER (PARTITION BY m.personid ORDER BY m.starts, m.ends, m.reason ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS run
  FROM (SELECT s.personid AS personid, s.starts AS starts, s.ends AS ends, s.reason AS reason, CASE WHEN (s.starts - INTERVAL '1 day') <= MAX(COALESCE(s.ends, TIMESTAMP '9999-12-31 00:00:00')) OVER (PARTITION BY s.personid ORDER BY s.starts, s.ends, s.reason ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) THEN 0 ELSE 1 END AS begins FROM cin_spell AS s) AS m
),
cin_stitched AS (
  SELECT l.personid AS personid, MIN(l.starts) AS starts, CASE WHEN COUNT(l.ends) = COUNT(*) THEN MAX(l.ends) END AS ends, MAX(CASE WHEN l.ends = l.last_end THEN l.reason END) AS reason
  FROM (SELECT r.personid AS personid, r.starts AS starts, r.ends AS ends, r.reason AS reason, r.run AS run, MAX(COALESCE(r.ends, TIMESTAMP '9999-12-31 00:00:00')) OVER (PARTITION BY r.personid, r.run) AS last_end FROM cin_run AS r) AS l
  GROUP BY l.personid, l.run
),
referral_form AS (
  SELECT f.instanceid AS instanceid, f.answerforsubjectid AS personid, concat(CAST(f.answerforsubjectid AS text), '-', CAST(f.instanceid AS text)) AS referralid, MAX(f.submitterpersonid) AS submitterpersonid, MAX(CASE WHEN f.controlname = 'CINCensus_DateOfReferral' THEN date_trunc('day', f.dateanswervalue) END) AS referred, MAX(CASE WHEN f.controlname = 'CINCensus_ReferralSource' THEN f.answervalue END) AS referral_source, MAX(CASE WHEN f.controlname = 'CINCensus_primaryNeedCategory' THEN f.answervalue END) AS primary_need, MAX(CASE WHEN f.controlname = 'AnnexAReturn_nextSteps_agreed' THEN f.answervalue END) AS next_step
  FROM formanswerpersonview AS f
  WHERE f.designguid = NULL /* form_referral */ AND f.instancestate = 'COMPLETE'
  GROUP BY f.instanceid, f.answerforsubjectid
),
cin_opened AS (
  SELECT p.personid AS personid, p.starts AS starts, p.ends AS ends, p.reason AS reason, COALESCE(p.form_referralid, concat(CAST(p.personid AS text), '-', left(to_char(p.starts, 'YYYY-MM-DD"T"HH24:MI:SS'), 10))) AS referralid, COALESCE(p.referred, p.starts) AS opened, p.referred AS referred, p.submitterpersonid AS submitterpersonid, p.referral_source AS referral_source, p.primary_need AS primary_need, p.next_step AS next_step
  FROM (SELECT e.personid AS personid, e.starts AS starts, e.ends AS ends, e.reason AS reason, r.referralid AS form_referralid, r.referred AS referred, r.submitterpersonid AS submitterpersonid, r.referral_source AS referral_source, r.primary_need AS primary_need, r.next_step AS next_step, ROW_NUMBER() OVER (PARTITION BY e.personid, e.starts ORDER BY r.referred DESC NULLS LAST, r.instanceid DESC NULLS LAST) AS place FROM (SELECT t.personid AS personid, t.starts AS starts, t.ends AS ends, t.reason AS reason, LAG(t.starts) OVER (PARTITION BY t.personid ORDER BY t.starts) AS started_before FROM cin_stitched AS t) AS e LEFT JOIN referral_form AS r ON r.personid = e.personid AND r.referred <= e.starts AND (e.started_before IS NULL OR r.referred > e.started_before)) AS p
  WHERE p.place = 1
),
cin_episode AS (
  SELECT o.personid AS personid, o.starts AS starts, o.ends AS ends, o.reason AS reason, o.referralid AS referralid, o.opened AS opened, LEAD(o.opened) OVER (PARTITION BY o.personid ORDER BY o.opened) AS next_opened, o.referred AS referred, o.submitterpersonid AS submitterpersonid, o.referral_source AS referral_source, o.primary_need AS primary_need, o.next_step AS next_step
  FROM cin_opened AS o
),
worker AS (
  SELECT r.personrelationshiprecordid AS id, r.personid AS personid, r.professionalrelationshippersonid AS workerid, date_trunc('day', r.startdate) AS starts, date_trunc('day', r.closedate) AS ends
  FROM relationshipprofessionalview AS r
  WHERE r.allocatedworkercode = 'AW'
),
team AS (
  SELECT o.relationshipid AS id, o.personid AS personid, o.organisationid AS teamid, date_trunc('day', o.datestarted) AS starts, date_trunc('day', o.dateended) AS ends
  FROM personorgrelationshipview AS o
  WHERE o.allocatedteamcode = 'AT'
)
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
INSERT INTO ssd_initial_cp_conference (
  icpc_icpc_id, -- metadata={"item_ref":"ICPC001A"}
  icpc_icpc_meeting_id, -- metadata={"item_ref":"ICPC009A"}
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
  picked.icpc_icpc_meeting_id,
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
    left(NULLIF(rtrim(ic.meetingid), ''), 48) AS icpc_icpc_id, -- icpc_icpc_id
    CAST(ic.instanceid AS text) AS icpc_icpc_meeting_id, -- icpc_icpc_meeting_id
    left(NULLIF(rtrim(s4.enquiryid), ''), 48) AS icpc_s47_enquiry_id, -- icpc_s47_enquiry_id
    CAST(ic.personid AS text) AS icpc_person_id, -- icpc_person_id
    CAST(cp.planid AS text) AS icpc_cp_plan_id, -- icpc_cp_plan_id
    left(NULLIF(rtrim(ce.referralid), ''), 48) AS icpc_referral_id, -- icpc_referral_id
    CASE WHEN ic.meeting_type = 'Child Protection (Transfer in conference)' THEN 'Y' ELSE 'N' END AS icpc_icpc_transfer_in, -- icpc_icpc_transfer_in
    sd.target AS icpc_icpc_target_date, -- icpc_icpc_target_date
    ic.met AS icpc_icpc_date, -- icpc_icpc_date
    CASE WHEN ic.next_step = 'Set next review' THEN 'Y' ELSE 'N' END AS icpc_icpc_outcome_cp_flag, -- icpc_icpc_outcome_cp_flag
    replace(replace(replace(translate(concat(
      concat('{"OUTCOME_NFA_FLAG":', COALESCE('"' || replace(replace(CASE WHEN ic.next_step = 'Case closure' OR ic.next_step IS NULL THEN 'Y' ELSE 'N' END, E'\\', E'\\\\'), '"', E'\\"') || '"', 'null')),
      concat(',"OUTCOME_REFERRAL_TO_OTHER_AGENCY_FLAG":', COALESCE('"' || replace(replace(NULL, E'\\', E'\\\\'), '"', E'\\"') || '"', 'null')),
      concat(',"OUTCOME_SINGLE_ASSESSMENT_FLAG":', COALESCE('"' || replace(replace(NULL, E'\\', E'\\\\'), '"', E'\\"') || '"', 'null')),
      concat(',"OUTCOME_PROV_OF_SERVICES_FLAG":', COALESCE('"' || replace(replace(NULL, E'\\', E'\\\\'), '"', E'\\"') || '"', 'null')),
      concat(',"OUTCOME_CP_FLAG":', COALESCE('"' || replace(replace(CASE WHEN ic.next_step = 'Set next review' THEN 'Y' ELSE 'N' END, E'\\', E'\\\\'), '"', E'\\"') || '"', 'null')),
      concat(',"OTHER_OUTCOMES_EXIST_FLAG":', COALESCE('"' || replace(replace(CASE WHEN ic.next_step = 'CIN' THEN 'Y' ELSE 'N' END, E'\\', E'\\\\'), '"', E'\\"') || '"', 'null')),
      concat(',"TOTAL_NO_OF_OUTCOMES":', COALESCE(NULL, 'null')),
      concat(',"OUTCOME_COMMENTS":', COALESCE('"' || replace(replace(NULL, E'\\', E'\\\\'), '"', E'\\"') || '"', 'null')),
      '}'), concat(chr(1), chr(2), chr(3), chr(4), chr(5), chr(6), chr(7), chr(8), chr(11), chr(12), chr(14), chr(15), chr(16), chr(17), chr(18), chr(19), chr(20), chr(21), chr(22), chr(23), chr(24), chr(25), chr(26), chr(27), chr(28), chr(29), chr(30), chr(31)), '                            '), chr(13), E'\\r'), chr(10), E'\\n'), chr(9), E'\\t') AS icpc_icpc_outcome_json, -- icpc_icpc_outcome_json
    CAST(tm.teamid AS text) AS icpc_icpc_team, -- icpc_icpc_team
    CAST(wk.workerid AS text) AS icpc_icpc_worker_id, -- icpc_icpc_worker_id
    ROW_NUMBER() OVER (PARTITION BY ic.meetingid ORDER BY ic.meetingid, ic.instanceid, s4.enquiryid, ic.personid, cp.planid, ce.referralid, ic.meeting_type, sd.target, ic.met, ic.next_step, tm.teamid, wk.workerid) AS ssd_row
  FROM initial_conference AS ic
  LEFT JOIN convened AS s4 ON s4.personid = ic.personid AND s4.starts <= ic.met AND COALESCE(s4.next_starts, TIMESTAMP '9999-12-31 00:00:00') > ic.met
  LEFT JOIN strategy_discussion AS sd ON sd.personid = ic.personid AND sd.met <= ic.met AND COALESCE(sd.next_met, TIMESTAMP '9999-12-31 00:00:00') > ic.met
  LEFT JOIN plan_start AS cp ON cp.personid = ic.personid AND cp.starts >= ic.met AND (cp.started_before IS NULL OR cp.started_before < ic.met) AND (cp.starts = ic.met OR cp.starts < COALESCE(ic.next_met, TIMESTAMP '9999-12-31 00:00:00'))
  LEFT JOIN cin_episode AS ce ON ce.personid = ic.personid AND ce.opened <= ic.met AND COALESCE(ce.next_opened, TIMESTAMP '9999-12-31 00:00:00') > ic.met AND COALESCE(ce.ends, TIMESTAMP '9999-12-31 00:00:00') >= ic.met
  LEFT JOIN LATERAL (SELECT wk.* FROM worker AS wk WHERE wk.personid = ic.personid AND wk.starts <= ic.met AND COALESCE(wk.ends, TIMESTAMP '9999-12-31 00:00:00') > ic.met ORDER BY wk.starts DESC NULLS LAST, wk.id DESC NULLS LAST, wk.workerid LIMIT 1) AS wk ON TRUE
  LEFT JOIN LATERAL (SELECT tm.* FROM team AS tm WHERE tm.personid = ic.personid AND tm.starts <= ic.met AND COALESCE(tm.ends, TIMESTAMP '9999-12-31 00:00:00') > ic.met ORDER BY tm.starts DESC NULLS LAST, tm.id DESC NULLS LAST, tm.teamid LIMIT 1) AS tm ON TRUE
  WHERE EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(ic.personid AS text))
    AND NULLIF(rtrim(ic.meetingid), '') IS NOT NULL
    AND ic.personid IS NOT NULL
) AS picked
WHERE picked.ssd_row = 1;
-- META-ELEMENT: {"type": "create_fk"}
-- not enforced: icpc_s47_enquiry_id to ssd_s47_enquiry.s47e_s47_enquiry_id, an extract keeps six years, so the parent row may be absent
DO $ssd$ BEGIN
IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conrelid = to_regclass('ssd_initial_cp_conference') AND conname = 'fk_ssd_initial_cp_conference_icpc_person_id') THEN
ALTER TABLE ssd_initial_cp_conference ADD CONSTRAINT fk_ssd_initial_cp_conference_icpc_person_id FOREIGN KEY (icpc_person_id) REFERENCES ssd_person (pers_person_id);
END IF;
END $ssd$;
-- not enforced: icpc_cp_plan_id to ssd_cp_plans.cppl_cp_plan_id, an extract keeps six years, so the parent row may be absent
-- not enforced: icpc_referral_id to ssd_cin_episodes.cine_referral_id, an extract keeps six years, so the parent row may be absent
-- not enforced: icpc_icpc_team to ssd_department.dept_team_id, an extract keeps six years, so the parent row may be absent
-- not enforced: icpc_icpc_worker_id to ssd_professionals.prof_professional_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
CREATE INDEX IF NOT EXISTS ix_ssd_initial_cp_conference_icpc_s47_enquiry_id ON ssd_initial_cp_conference (icpc_s47_enquiry_id);
CREATE INDEX IF NOT EXISTS ix_ssd_initial_cp_conference_icpc_person_id ON ssd_initial_cp_conference (icpc_person_id);
CREATE INDEX IF NOT EXISTS ix_ssd_initial_cp_conference_icpc_cp_plan_id ON ssd_initial_cp_conference (icpc_cp_plan_id);
CREATE INDEX IF NOT EXISTS ix_ssd_initial_cp_conference_icpc_referral_id ON ssd_initial_cp_conference (icpc_referral_id);
CREATE INDEX IF NOT EXISTS ix_ssd_initial_cp_conference_icpc_icpc_team ON ssd_initial_cp_conference (icpc_icpc_team);
CREATE INDEX IF NOT EXISTS ix_ssd_initial_cp_conference_icpc_icpc_worker_id ON ssd_initial_cp_conference (icpc_icpc_worker_id);
-- META-ELEMENT: {"type": "count_orphans"}
SELECT 'ssd_initial_cp_conference.icpc_s47_enquiry_id' AS reference, COUNT(*) AS orphans FROM ssd_initial_cp_conference AS child WHERE child.icpc_s47_enquiry_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_s47_enquiry AS parent WHERE parent.s47e_s47_enquiry_id = child.icpc_s47_enquiry_id);
SELECT 'ssd_initial_cp_conference.icpc_cp_plan_id' AS reference, COUNT(*) AS orphans FROM ssd_initial_cp_conference AS child WHERE child.icpc_cp_plan_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_cp_plans AS parent WHERE parent.cppl_cp_plan_id = child.icpc_cp_plan_id);
SELECT 'ssd_initial_cp_conference.icpc_referral_id' AS reference, COUNT(*) AS orphans FROM ssd_initial_cp_conference AS child WHERE child.icpc_referral_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_cin_episodes AS parent WHERE parent.cine_referral_id = child.icpc_referral_id);
SELECT 'ssd_initial_cp_conference.icpc_icpc_team' AS reference, COUNT(*) AS orphans FROM ssd_initial_cp_conference AS child WHERE child.icpc_icpc_team IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_department AS parent WHERE parent.dept_team_id = child.icpc_icpc_team);
SELECT 'ssd_initial_cp_conference.icpc_icpc_worker_id' AS reference, COUNT(*) AS orphans FROM ssd_initial_cp_conference AS child WHERE child.icpc_icpc_worker_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_professionals AS parent WHERE parent.prof_professional_id = child.icpc_icpc_worker_id);
