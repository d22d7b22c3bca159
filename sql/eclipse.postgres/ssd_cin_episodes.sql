-- META-ELEMENT: {"type": "header"}
-- ssd_cin_episodes for Eclipse on PostgreSQL (10 or later), for reading: the script that is run is eclipse.postgres.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_cin_episodes"}
-- META-ELEMENT: {"type": "create_table"}
CREATE TABLE IF NOT EXISTS ssd_cin_episodes (
  cine_referral_id varchar(48) NOT NULL, -- metadata={"item_ref":"CINE001A"}
  cine_person_id varchar(48) NOT NULL, -- metadata={"item_ref":"CINE002A"}
  cine_referral_date timestamp NULL, -- metadata={"item_ref":"CINE003A"}
  cine_cin_primary_need_code varchar(3) NULL, -- metadata={"item_ref":"CINE010A"}
  cine_referral_source_code varchar(48) NULL, -- metadata={"item_ref":"CINE004A"}
  cine_referral_source_desc varchar(255) NULL, -- metadata={"item_ref":"CINE012A"}
  cine_referral_outcome_json varchar(4000) NULL, -- metadata={"item_ref":"CINE005A"}
  cine_referral_nfa char(1) NULL, -- metadata={"item_ref":"CINE011A"}
  cine_close_reason varchar(100) NULL, -- metadata={"item_ref":"CINE006A"}
  cine_close_date timestamp NULL, -- metadata={"item_ref":"CINE007A"}
  cine_referral_team varchar(48) NULL, -- metadata={"item_ref":"CINE008A"}
  cine_referral_worker_id varchar(48) NULL, -- metadata={"item_ref":"CINE009A"}
  CONSTRAINT pk_ssd_cin_episodes PRIMARY KEY (cine_referral_id)
);
-- META-ELEMENT: {"type": "insert_data"}
WITH cin_spell AS (
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
)
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
INSERT INTO ssd_cin_episodes (
  cine_referral_id, -- metadata={"item_ref":"CINE001A"}
  cine_person_id, -- metadata={"item_ref":"CINE002A"}
  cine_referral_date, -- metadata={"item_ref":"CINE003A"}
  cine_cin_primary_need_code, -- metadata={"item_ref":"CINE010A"}
  cine_referral_source_code, -- metadata={"item_ref":"CINE004A"}
  cine_referral_source_desc, -- metadata={"item_ref":"CINE012A"}
  cine_referral_outcome_json, -- metadata={"item_ref":"CINE005A"}
  cine_referral_nfa, -- metadata={"item_ref":"CINE011A"}
  cine_close_reason, -- metadata={"item_ref":"CINE006A"}
  cine_close_date, -- metadata={"item_ref":"CINE007A"}
  -- cine_referral_team is not held: the referral form names no team
  cine_referral_worker_id -- metadata={"item_ref":"CINE009A"}
)
SELECT
  picked.cine_referral_id,
  picked.cine_person_id,
  picked.cine_referral_date,
  picked.cine_cin_primary_need_code,
  picked.cine_referral_source_code,
  picked.cine_referral_source_desc,
  picked.cine_referral_outcome_json,
  picked.cine_referral_nfa,
  picked.cine_close_reason,
  picked.cine_close_date,
  picked.cine_referral_worker_id
FROM (
  SELECT
    left(NULLIF(rtrim(ce.referralid), ''), 48) AS cine_referral_id, -- cine_referral_id
    CAST(ce.personid AS text) AS cine_person_id, -- cine_person_id
    ce.referred AS cine_referral_date, -- cine_referral_date
    CASE ce.primary_need WHEN 'Abuse or neglect' THEN 'N1' WHEN 'Child''s disability' THEN 'N2' WHEN 'Parental illness/disability' THEN 'N3' WHEN 'Family in acute stress' THEN 'N4' WHEN 'Family dysfunction' THEN 'N5' WHEN 'Socially unacceptable behaviour' THEN 'N6' WHEN 'Low income' THEN 'N7' WHEN 'Absent parenting' THEN 'N8' WHEN 'Cases other than child in need' THEN 'N9' WHEN 'Not stated' THEN 'N0' END AS cine_cin_primary_need_code, -- cine_cin_primary_need_code
    CASE ce.referral_source WHEN 'Acquaintance' THEN '1B' WHEN 'A & E' THEN '3E' WHEN 'Anonymous' THEN '9' WHEN 'Early help' THEN '5D' WHEN 'Education Services' THEN '2B' WHEN 'External e.g. from another local authority' THEN '5C' WHEN 'Family Member/Relative/Carer' THEN '1A' WHEN 'GP' THEN '3A' WHEN 'Health Visitor' THEN '3B' WHEN 'Housing' THEN '4' WHEN 'Other' THEN '1D' WHEN 'Other Health Services' THEN '3F' WHEN 'Other - including children centres' THEN '8' WHEN 'Other internal e,g, BC Council' THEN '5B' WHEN 'Other Legal Agency' THEN '7' WHEN 'Other Primary Health Services' THEN '3D' WHEN 'Police' THEN '6' WHEN 'School' THEN '2A' WHEN 'School Nurse' THEN '3C' WHEN 'Self' THEN '1C' WHEN 'Social care e.g. adult social care' THEN '5A' WHEN 'Unknown' THEN '10' END AS cine_referral_source_code, -- cine_referral_source_code
    left(NULLIF(rtrim(ce.referral_source), ''), 255) AS cine_referral_source_desc, -- cine_referral_source_desc
    replace(replace(replace(translate(concat(
      concat('{"OUTCOME_SINGLE_ASSESSMENT_FLAG":', COALESCE('"' || replace(replace(CASE WHEN ce.next_step IN ('Assessment', 'Family Help Discussion (10 days)', 'Family Help Discussion (CAT) -10 days', 'Family Help Discussion (DCYP)- 10 days') THEN 'Y' ELSE 'N' END, E'\\', E'\\\\'), '"', E'\\"') || '"', 'null')),
      concat(',"OUTCOME_NFA_FLAG":', COALESCE('"' || replace(replace(CASE WHEN ce.next_step IN ('No further action', 'Signpost') THEN 'Y' ELSE 'N' END, E'\\', E'\\\\'), '"', E'\\"') || '"', 'null')),
      concat(',"OUTCOME_STRATEGY_DISCUSSION_FLAG":', COALESCE('"' || replace(replace(CASE WHEN ce.next_step = 'Strategy Discussion/Meeting' THEN 'Y' ELSE 'N' END, E'\\', E'\\\\'), '"', E'\\"') || '"', 'null')),
      concat(',"OUTCOME_CLA_REQUEST_FLAG":', COALESCE('"' || replace(replace('N', E'\\', E'\\\\'), '"', E'\\"') || '"', 'null')),
      concat(',"OUTCOME_NON_AGENCY_ADOPTION_FLAG":', COALESCE('"' || replace(replace(CASE WHEN ce.next_step = 'Adoption or Special Guardianship support' THEN 'Y' ELSE 'N' END, E'\\', E'\\\\'), '"', E'\\"') || '"', 'null')),
      concat(',"OUTCOME_PRIVATE_FOSTERING_FLAG":', COALESCE('"' || replace(replace(CASE WHEN ce.next_step = 'Private Fostering' THEN 'Y' ELSE 'N' END, E'\\', E'\\\\'), '"', E'\\"') || '"', 'null')),
      concat(',"OUTCOME_CP_TRANSFER_IN_FLAG":', COALESCE('"' || replace(replace(CASE WHEN ce.next_step = 'Transfer in child protection conference' THEN 'Y' ELSE 'N' END, E'\\', E'\\\\'), '"', E'\\"') || '"', 'null')),
      concat(',"OUTCOME_CP_CONFERENCE_FLAG":', COALESCE('"' || replace(replace('N', E'\\', E'\\\\'), '"', E'\\"') || '"', 'null')),
      concat(',"OUTCOME_CARE_LEAVER_FLAG":', COALESCE('"' || replace(replace('N', E'\\', E'\\\\'), '"', E'\\"') || '"', 'null')),
      concat(',"OTHER_OUTCOMES_EXIST_FLAG":', COALESCE('"' || replace(replace(CASE WHEN ce.next_step IN ('Asylum seeker', 'Court Report Request Section 7/Section 37', 'Disabled children service', 'No recourse to public funds', 'Family Help Discussion(45 Day)', 'Family Help Discussion (45 days)', 'Early Intervention', 'Universal Services') THEN 'Y' ELSE 'N' END, E'\\', E'\\\\'), '"', E'\\"') || '"', 'null')),
      '}'), concat(chr(1), chr(2), chr(3), chr(4), chr(5), chr(6), chr(7), chr(8), chr(11), chr(12), chr(14), chr(15), chr(16), chr(17), chr(18), chr(19), chr(20), chr(21), chr(22), chr(23), chr(24), chr(25), chr(26), chr(27), chr(28), chr(29), chr(30), chr(31)), '                            '), chr(13), E'\\r'), chr(10), E'\\n'), chr(9), E'\\t') AS cine_referral_outcome_json, -- cine_referral_outcome_json
    CASE WHEN ce.next_step = 'No further action' THEN 'Y' ELSE 'N' END AS cine_referral_nfa, -- cine_referral_nfa
    left(NULLIF(rtrim(CASE WHEN ce.ends IS NOT NULL THEN COALESCE(CASE ce.reason WHEN 'Adopted' THEN 'RC1' WHEN 'Adopted - Consent dispensed with' THEN 'RC1' WHEN 'Adopted - Application unopposed' THEN 'RC1' WHEN 'Adopted - PRE 2000' THEN 'RC1' WHEN 'PRE-Adopted' THEN 'RC1' WHEN 'Adopted consent dispensed with by court' THEN 'RC1' WHEN 'ADOPTED/FREED FOR ADOPTION - PRE 2000' THEN 'RC1' WHEN 'Adopted - application for an adoption order unopposed' THEN 'RC1' WHEN 'Died' THEN 'RC2' WHEN 'Child/young person has died' THEN 'RC2' WHEN 'Child Arrangements Order' THEN 'RC3' WHEN 'Residence order or a child arrangements order' THEN 'RC3' WHEN 'Special Guardianship Order' THEN 'RC4' WHEN 'Special guardianship made to former foster carers' THEN 'RC4' WHEN 'Special guardianship made to other than former foster carers' THEN 'RC4' WHEN 'Special guardianship relative/friend not former foster carer(s)' THEN 'RC4' WHEN 'Special guardianship other not relative/friend/former foster carer' THEN 'RC4' WHEN 'Child moved permanently from area' THEN 'RC5' WHEN 'Transferred to Adult Services' THEN 'RC6' WHEN 'Transferred to care of Adult Social Services' THEN 'RC6' WHEN 'Transferred to residential care funded by Adult Social Services' THEN 'RC6' WHEN 'Case closed after assessment, no further action' THEN 'RC8' WHEN 'Case closed after assessment, referred to early help' THEN 'RC9' WHEN 'Case closed after assessment, referred to EH' THEN 'RC9' END, 'RC7') END), ''), 100) AS cine_close_reason, -- cine_close_reason
    ce.ends AS cine_close_date, -- cine_close_date
    CAST(ce.submitterpersonid AS text) AS cine_referral_worker_id, -- cine_referral_worker_id
    ROW_NUMBER() OVER (PARTITION BY ce.referralid ORDER BY ce.referralid, ce.personid, ce.referred, ce.primary_need, ce.referral_source, ce.next_step, ce.ends, ce.reason, ce.submitterpersonid) AS ssd_row
  FROM cin_episode AS ce
  WHERE EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(ce.personid AS text))
    AND NULLIF(rtrim(ce.referralid), '') IS NOT NULL
    AND ce.personid IS NOT NULL
) AS picked
WHERE picked.ssd_row = 1;
-- META-ELEMENT: {"type": "create_fk"}
DO $ssd$ BEGIN
IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conrelid = to_regclass('ssd_cin_episodes') AND conname = 'fk_ssd_cin_episodes_cine_person_id') THEN
ALTER TABLE ssd_cin_episodes ADD CONSTRAINT fk_ssd_cin_episodes_cine_person_id FOREIGN KEY (cine_person_id) REFERENCES ssd_person (pers_person_id);
END IF;
END $ssd$;
-- not enforced: cine_referral_team to ssd_department.dept_team_id, an extract keeps six years, so the parent row may be absent
-- not enforced: cine_referral_worker_id to ssd_professionals.prof_professional_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
CREATE INDEX IF NOT EXISTS ix_ssd_cin_episodes_cine_person_id ON ssd_cin_episodes (cine_person_id);
CREATE INDEX IF NOT EXISTS ix_ssd_cin_episodes_cine_referral_team ON ssd_cin_episodes (cine_referral_team);
CREATE INDEX IF NOT EXISTS ix_ssd_cin_episodes_cine_referral_worker_id ON ssd_cin_episodes (cine_referral_worker_id);
-- META-ELEMENT: {"type": "count_orphans"}
SELECT 'ssd_cin_episodes.cine_referral_team' AS reference, COUNT(*) AS orphans FROM ssd_cin_episodes AS child WHERE child.cine_referral_team IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_department AS parent WHERE parent.dept_team_id = child.cine_referral_team);
SELECT 'ssd_cin_episodes.cine_referral_worker_id' AS reference, COUNT(*) AS orphans FROM ssd_cin_episodes AS child WHERE child.cine_referral_worker_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_professionals AS parent WHERE parent.prof_professional_id = child.cine_referral_worker_id);
