-- META-ELEMENT: {"type": "header"}
-- ssd_cla_placement for Eclipse on PostgreSQL (10 or later), for reading: the script that is run is eclipse.postgres.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_placement"}
-- META-ELEMENT: {"type": "create_table"}
CREATE TABLE IF NOT EXISTS ssd_cla_placement (
  clap_cla_placement_id varchar(48) NOT NULL, -- metadata={"item_ref":"CLAP001A"}
  clap_cla_placement_start_date timestamp NULL, -- metadata={"item_ref":"CLAP003A"}
  clap_cla_placement_type varchar(100) NULL, -- metadata={"item_ref":"CLAP004A"}
  clap_cla_placement_urn varchar(48) NULL, -- metadata={"item_ref":"CLAP005A"}
  clap_cla_placement_distance double precision NULL, -- metadata={"item_ref":"CLAP011A"}
  clap_cla_id varchar(48) NULL, -- metadata={"item_ref":"CLAP012A"}
  clap_cla_placement_provider varchar(48) NULL, -- metadata={"item_ref":"CLAP007A"}
  clap_cla_placement_postcode varchar(8) NULL, -- metadata={"item_ref":"CLAP008A"}
  clap_cla_placement_end_date timestamp NULL, -- metadata={"item_ref":"CLAP009A"}
  clap_cla_placement_change_reason varchar(100) NULL, -- metadata={"item_ref":"CLAP010A"}
  clap_person_id varchar(48) NULL, -- metadata={"item_ref":"CLAP013A"}
  CONSTRAINT pk_ssd_cla_placement PRIMARY KEY (clap_cla_placement_id)
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
placement AS (
  SELECT e.placementid AS placementid, e.personid AS personid, e.periodid AS periodid, e.postcode AS postcode, e.placementtype AS placementtype, e.provision AS provision, e.carertype AS carertype, e.carerid AS carerid, MIN(e.starts) AS starts, CASE WHEN COUNT(e.ends) = COUNT(*) THEN MAX(e.ends) END AS ends, MAX(CASE WHEN e.ends = e.last_end THEN e.change_reason END) AS change_reason
  FROM placement_episode AS e
  GROUP BY e.placementid, e.personid, e.periodid, e.postcode, e.placementtype, e.provision, e.carertype, e.carerid
),
carer_address AS (
  SELECT 'PER' AS carertype, p.personid AS carerid, NULLIF(replace(upper(p.postcode), ' ', ''), '') AS postcode, p.latitude AS latitude, p.longitude AS longitude, date_trunc('day', p.startdate) AS starts, date_trunc('day', p.enddate) AS ends
  FROM addresspersonview AS p
  UNION ALL
  SELECT 'ORG', o.organisationid AS organisationid, NULLIF(replace(upper(o.postcode), ' ', ''), ''), o.latitude AS latitude, o.longitude AS longitude, date_trunc('day', o.startdate), date_trunc('day', o.enddate)
  FROM addressorganisationview AS o
)
INSERT INTO ssd_cla_placement (
  clap_cla_placement_id, -- metadata={"item_ref":"CLAP001A"}
  clap_cla_placement_start_date, -- metadata={"item_ref":"CLAP003A"}
  clap_cla_placement_type, -- metadata={"item_ref":"CLAP004A"}
  -- clap_cla_placement_urn is not held: the views hold the property reference of the address and not the number of the inspectorate
  clap_cla_placement_distance, -- metadata={"item_ref":"CLAP011A"}
  clap_cla_id, -- metadata={"item_ref":"CLAP012A"}
  clap_cla_placement_provider, -- metadata={"item_ref":"CLAP007A"}
  clap_cla_placement_postcode, -- metadata={"item_ref":"CLAP008A"}
  clap_cla_placement_end_date, -- metadata={"item_ref":"CLAP009A"}
  clap_cla_placement_change_reason, -- metadata={"item_ref":"CLAP010A"}
  clap_person_id -- metadata={"item_ref":"CLAP013A"}
)
SELECT
  picked.clap_cla_placement_id,
  picked.clap_cla_placement_start_date,
  picked.clap_cla_placement_type,
  picked.clap_cla_placement_distance,
  picked.clap_cla_id,
  picked.clap_cla_placement_provider,
  picked.clap_cla_placement_postcode,
  picked.clap_cla_placement_end_date,
  picked.clap_cla_placement_change_reason,
  picked.clap_person_id
FROM (
  SELECT
    CAST(pl.placementid AS text) AS clap_cla_placement_id, -- clap_cla_placement_id
    pl.starts AS clap_cla_placement_start_date, -- clap_cla_placement_start_date
    CASE pl.placementtype WHEN 'APP_ADOPT' THEN 'A3' WHEN 'CONS_ADOPT_NOTFP' THEN 'A4' WHEN 'ORD_ADOPT_FP' THEN 'A5' WHEN 'ORD_ADOPT_NOTFP' THEN 'A6' WHEN 'NO_CHREGS' THEN 'H5' WHEN 'CHLD_HOME' THEN 'K2' WHEN 'PARENT' THEN 'P1' WHEN 'IND_LIV' THEN 'P2' WHEN 'RES_CARE' THEN 'R1' WHEN 'NHS' THEN 'R2' WHEN 'YOI' THEN 'R5' WHEN 'RES_SCH' THEN 'S1' WHEN 'REL' THEN 'U1' WHEN 'REL_NOT_LT_ADOPT' THEN 'U3' WHEN 'LT' THEN 'U4' WHEN 'NOT_LT_ADOPT' THEN 'U6' WHEN 'OTH' THEN 'Z1' END AS clap_cla_placement_type, -- clap_cla_placement_type
    CAST(round(CAST(7917.5226 * ASIN(SQRT(POWER(SIN((ad.latitude - hm.latitude) * 0.017453292519943295 / 2), 2) + COS((hm.latitude) * 0.017453292519943295) * COS((ad.latitude) * 0.017453292519943295) * POWER(SIN((ad.longitude - hm.longitude) * 0.017453292519943295 / 2), 2))) AS numeric), 1) AS double precision) AS clap_cla_placement_distance, -- clap_cla_placement_distance
    CAST(pl.periodid AS text) AS clap_cla_id, -- clap_cla_id
    left(NULLIF(rtrim(pl.provision), ''), 48) AS clap_cla_placement_provider, -- clap_cla_placement_provider
    left(NULLIF(btrim(pl.postcode), ''), 8) AS clap_cla_placement_postcode, -- clap_cla_placement_postcode
    pl.ends AS clap_cla_placement_end_date, -- clap_cla_placement_end_date
    left(NULLIF(rtrim(pl.change_reason), ''), 100) AS clap_cla_placement_change_reason, -- clap_cla_placement_change_reason
    CAST(pl.personid AS text) AS clap_person_id, -- clap_person_id
    ROW_NUMBER() OVER (PARTITION BY pl.placementid ORDER BY pl.starts, pl.placementid, pl.placementtype, hm.latitude, hm.longitude, ad.latitude, ad.longitude, pl.periodid, pl.provision, pl.postcode, pl.ends, pl.change_reason, pl.personid) AS ssd_row
  FROM placement AS pl
  LEFT JOIN LATERAL (SELECT ad.* FROM carer_address AS ad WHERE ad.carertype = pl.carertype AND ad.carerid = pl.carerid AND ad.postcode = NULLIF(replace(upper(pl.postcode), ' ', ''), '') AND ad.starts <= pl.starts AND (COALESCE(pl.ends, CAST(current_setting('ssd.today') AS timestamp)) - INTERVAL '1 day') <= COALESCE(ad.ends, CAST(current_setting('ssd.today') AS timestamp)) ORDER BY ad.starts DESC NULLS LAST, ad.ends DESC NULLS LAST, ad.latitude, ad.longitude LIMIT 1) AS ad ON TRUE
  LEFT JOIN LATERAL (SELECT hm.* FROM addresspersonview AS hm WHERE hm.personid = pl.personid AND hm.type = 'Home' AND (hm.startdate - INTERVAL '1 day') <= pl.starts AND (COALESCE(pl.ends, CAST(current_setting('ssd.today') AS timestamp)) - INTERVAL '1 day') <= COALESCE(hm.enddate, CAST(current_setting('ssd.today') AS timestamp)) ORDER BY hm.startdate DESC NULLS LAST, hm.enddate DESC NULLS LAST, hm.addressid, hm.latitude, hm.longitude LIMIT 1) AS hm ON TRUE
  WHERE EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(pl.personid AS text))
    AND pl.placementid IS NOT NULL
) AS picked
WHERE picked.ssd_row = 1;
-- META-ELEMENT: {"type": "create_fk"}
DO $ssd$ BEGIN
IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conrelid = to_regclass('ssd_cla_placement') AND conname = 'fk_ssd_cla_placement_clap_person_id') THEN
ALTER TABLE ssd_cla_placement ADD CONSTRAINT fk_ssd_cla_placement_clap_person_id FOREIGN KEY (clap_person_id) REFERENCES ssd_person (pers_person_id);
END IF;
END $ssd$;
-- META-ELEMENT: {"type": "create_idx"}
CREATE INDEX IF NOT EXISTS ix_ssd_cla_placement_clap_person_id ON ssd_cla_placement (clap_person_id);
