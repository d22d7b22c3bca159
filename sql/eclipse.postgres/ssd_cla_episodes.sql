-- META-ELEMENT: {"type": "header"}
-- ssd_cla_episodes for Eclipse on PostgreSQL (10 or later), for reading: the script that is run is eclipse.postgres.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_episodes"}
-- META-ELEMENT: {"type": "create_table"}
CREATE TABLE IF NOT EXISTS ssd_cla_episodes (
  clae_cla_episode_id varchar(48) NOT NULL, -- metadata={"item_ref":"CLAE001A"}
  clae_person_id varchar(48) NOT NULL, -- metadata={"item_ref":"CLAE002A"}
  clae_cla_episode_start_date timestamp NULL, -- metadata={"item_ref":"CLAE003A"}
  clae_cla_episode_start_reason varchar(100) NULL, -- metadata={"item_ref":"CLAE004A"}
  clae_cla_primary_need_code varchar(3) NULL, -- metadata={"item_ref":"CLAE009A"}
  clae_cla_episode_ceased_date timestamp NULL, -- metadata={"item_ref":"CLAE005A"}
  clae_cla_episode_ceased_reason varchar(255) NULL, -- metadata={"item_ref":"CLAE006A"}
  clae_cla_id varchar(48) NULL, -- metadata={"item_ref":"CLAE010A"}
  clae_referral_id varchar(48) NULL, -- metadata={"item_ref":"CLAE011A"}
  clae_cla_placement_id varchar(48) NULL, -- metadata={"item_ref":"CLAE013A"}
  clae_entered_care_date timestamp NULL, -- metadata={"item_ref":"CLAE014A"}
  clae_cla_last_iro_contact_date timestamp NULL, -- metadata={"item_ref":"CLAE012A"}
  CONSTRAINT pk_ssd_cla_episodes PRIMARY KEY (clae_cla_episode_id)
);
-- META-ELEMENT: {"type": "insert_data"}
WITH placement_run AS (
  SELECT m.episodeid AS episodeid, m.personid AS personid, m.periodid AS periodid, m.addressid AS addressid, m.postcode AS postcode, m.placementtype AS placementtype, m.provision AS provision, m.carertype AS carertype, m.carerid AS carerid, m.starts AS starts, m.ends AS ends, m.change_reason AS change_reason, SUM(m.begins) OVER (PARTITION BY m.personid, m.periodid, m.addressid, m.postcode, m.placementtype, m.provision, m.carertype, m.carerid ORDER BY m.starts, m.ends, m.episodeid, m.change_reason ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS run
  FROM (SELECT e.episodeid AS episodeid, e.personid AS personid, e.periodid AS periodid, e.addressid AS addressid, e.postcode AS postcode, e.placementtype AS placementtype, e.provision AS provision, e.carertype AS carertype, e.carerid AS carerid, e.starts AS starts, e.ends AS ends, e.change_reason AS change_reason, CASE WHEN (e.starts - INTERVAL '1 day') <= MAX(COALESCE(e.ends, TIMESTAMP '9999-12-31 00:00:00')) OVER (PARTITION BY e.personid, e.periodid, e.addressid, e.postcode, e.placementtype, e.provision, e.carertype, e.carerid ORDER BY e.starts, e.ends, e.episodeid, e.change_reason ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) THEN 0 ELSE 1 END AS begins FROM (SELECT DISTINCT c.episodeofcareid AS episodeid, c.personid AS personid, c.periodofcareid AS periodid, c.placementaddressid AS addressid, c.placementpostcode AS postcode, c.placementtypecode AS placementtype, c.placementprovisioncode AS provision, c.carertype AS carertype, c.carerid AS carerid, date_trunc('day', c.eocstartdate) AS starts, date_trunc('day', c.eocenddate) AS ends, c.placementchangereasoncode AS change_reason FROM claepisodeofcareview AS c WHERE c.episodeofcareid IS NOT NULL AND c.eocstartdate IS NOT NULL) AS e) AS m
),
placement_episode AS (
  SELECT r.episodeid AS episodeid, r.personid AS personid, r.periodid AS periodid, r.postcode AS postcode, r.placementtype AS placementtype, r.provision AS provision, r.carertype AS carertype, r.carerid AS carerid, r.starts AS starts, r.ends AS ends, r.change_reason AS change_reason, MIN(r.episodeid) OVER (PARTITION BY r.personid, r.periodid, r.addressid, r.postcode, r.placementtype, r.provision, r.carertype, r.carerid, r.run) AS placementid, MAX(COALESCE(r.ends, TIMESTAMP '9999-12-31 00:00:00')) OVER (PARTITION BY r.personid, r.periodid, r.addressid, r.postcode, r.placementtype, r.provision, r.carertype, r.carerid, r.run) AS last_end
  FROM placement_run AS r
),
iro_record AS (
  SELECT f.instanceid AS instanceid, f.answerforsubjectid AS personid, date_trunc('day', MAX(f.dateanswervalue)) AS met
  FROM formanswerpersonview AS f
  WHERE f.designguid = NULL /* form_iro_record */ AND f.instancestate = 'COMPLETE' AND f.controlname = 'dateOfMeeting'
  GROUP BY f.instanceid, f.answerforsubjectid
),
period_of_care AS (
  SELECT p.personid AS personid, p.periodofcareid AS periodid, MIN(p.admissiondate) AS starts, MAX(r.met) AS last_met
  FROM claperiodofcareview AS p
  LEFT JOIN iro_record AS r ON r.personid = p.personid AND r.met >= date_trunc('day', p.admissiondate) AND r.met <= COALESCE(p.dischargedate, CAST(current_setting('ssd.today') AS timestamp))
  GROUP BY p.personid, p.periodofcareid
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
)
INSERT INTO ssd_cla_episodes (
  clae_cla_episode_id, -- metadata={"item_ref":"CLAE001A"}
  clae_person_id, -- metadata={"item_ref":"CLAE002A"}
  clae_cla_episode_start_date, -- metadata={"item_ref":"CLAE003A"}
  clae_cla_episode_start_reason, -- metadata={"item_ref":"CLAE004A"}
  clae_cla_primary_need_code, -- metadata={"item_ref":"CLAE009A"}
  clae_cla_episode_ceased_date, -- metadata={"item_ref":"CLAE005A"}
  clae_cla_episode_ceased_reason, -- metadata={"item_ref":"CLAE006A"}
  clae_cla_id, -- metadata={"item_ref":"CLAE010A"}
  clae_referral_id, -- metadata={"item_ref":"CLAE011A"}
  clae_cla_placement_id, -- metadata={"item_ref":"CLAE013A"}
  clae_entered_care_date, -- metadata={"item_ref":"CLAE014A"}
  clae_cla_last_iro_contact_date -- metadata={"item_ref":"CLAE012A"}
)
SELECT
  picked.clae_cla_episode_id,
  picked.clae_person_id,
  picked.clae_cla_episode_start_date,
  picked.clae_cla_episode_start_reason,
  picked.clae_cla_primary_need_code,
  picked.clae_cla_episode_ceased_date,
  picked.clae_cla_episode_ceased_reason,
  picked.clae_cla_id,
  picked.clae_referral_id,
  picked.clae_cla_placement_id,
  picked.clae_entered_care_date,
  picked.clae_cla_last_iro_contact_date
FROM (
  SELECT
    CAST(e.episodeofcareid AS text) AS clae_cla_episode_id, -- clae_cla_episode_id
    CAST(e.personid AS text) AS clae_person_id, -- clae_person_id
    e.eocstartdate AS clae_cla_episode_start_date, -- clae_cla_episode_start_date
    left(NULLIF(rtrim(e.eocstartreasoncode), ''), 100) AS clae_cla_episode_start_reason, -- clae_cla_episode_start_reason
    CASE e.categoryofneed WHEN 'Abuse or neglect' THEN 'N1' WHEN 'Child''s disability' THEN 'N2' WHEN 'Parental illness/disability' THEN 'N3' WHEN 'Family in acute stress' THEN 'N4' WHEN 'Family dysfunction' THEN 'N5' WHEN 'Socially unacceptable behaviour' THEN 'N6' WHEN 'Low income' THEN 'N7' WHEN 'Absent parenting' THEN 'N8' WHEN 'Cases other than child in need' THEN 'N9' WHEN 'Not stated' THEN 'N0' END AS clae_cla_primary_need_code, -- clae_cla_primary_need_code
    e.eocenddate AS clae_cla_episode_ceased_date, -- clae_cla_episode_ceased_date
    left(NULLIF(rtrim(e.eocendreasoncode), ''), 255) AS clae_cla_episode_ceased_reason, -- clae_cla_episode_ceased_reason
    CAST(e.periodofcareid AS text) AS clae_cla_id, -- clae_cla_id
    left(NULLIF(rtrim(ce.referralid), ''), 48) AS clae_referral_id, -- clae_referral_id
    CAST(pl.placementid AS text) AS clae_cla_placement_id, -- clae_cla_placement_id
    pc.starts AS clae_entered_care_date, -- clae_entered_care_date
    pc.last_met AS clae_cla_last_iro_contact_date, -- clae_cla_last_iro_contact_date
    ROW_NUMBER() OVER (PARTITION BY e.episodeofcareid ORDER BY e.eocstartdate DESC NULLS LAST, e.episodeofcareid, e.personid, e.eocstartreasoncode, e.categoryofneed, e.eocenddate, e.eocendreasoncode, e.periodofcareid, ce.referralid, pl.placementid, pc.starts, pc.last_met) AS ssd_row
  FROM claepisodeofcareview AS e
  LEFT JOIN placement_episode AS pl ON pl.episodeid = e.episodeofcareid AND pl.personid = e.personid
  LEFT JOIN period_of_care AS pc ON pc.personid = e.personid AND pc.periodid = e.periodofcareid
  LEFT JOIN cin_episode AS ce ON ce.personid = e.personid AND ce.opened <= date_trunc('day', e.eocstartdate) AND COALESCE(ce.next_opened, TIMESTAMP '9999-12-31 00:00:00') > date_trunc('day', e.eocstartdate)
  WHERE EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(e.personid AS text))
    AND e.episodeofcareid IS NOT NULL
    AND e.personid IS NOT NULL
) AS picked
WHERE picked.ssd_row = 1;
-- META-ELEMENT: {"type": "create_fk"}
DO $ssd$ BEGIN
IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conrelid = to_regclass('ssd_cla_episodes') AND conname = 'fk_ssd_cla_episodes_clae_person_id') THEN
ALTER TABLE ssd_cla_episodes ADD CONSTRAINT fk_ssd_cla_episodes_clae_person_id FOREIGN KEY (clae_person_id) REFERENCES ssd_person (pers_person_id);
END IF;
END $ssd$;
-- not enforced: clae_referral_id to ssd_cin_episodes.cine_referral_id, an extract keeps six years, so the parent row may be absent
-- not enforced: clae_cla_placement_id to ssd_cla_placement.clap_cla_placement_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
CREATE INDEX IF NOT EXISTS ix_ssd_cla_episodes_clae_person_id ON ssd_cla_episodes (clae_person_id);
CREATE INDEX IF NOT EXISTS ix_ssd_cla_episodes_clae_referral_id ON ssd_cla_episodes (clae_referral_id);
CREATE INDEX IF NOT EXISTS ix_ssd_cla_episodes_clae_cla_placement_id ON ssd_cla_episodes (clae_cla_placement_id);
-- META-ELEMENT: {"type": "count_orphans"}
SELECT 'ssd_cla_episodes.clae_referral_id' AS reference, COUNT(*) AS orphans FROM ssd_cla_episodes AS child WHERE child.clae_referral_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_cin_episodes AS parent WHERE parent.cine_referral_id = child.clae_referral_id);
SELECT 'ssd_cla_episodes.clae_cla_placement_id' AS reference, COUNT(*) AS orphans FROM ssd_cla_episodes AS child WHERE child.clae_cla_placement_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_cla_placement AS parent WHERE parent.clap_cla_placement_id = child.clae_cla_placement_id);
