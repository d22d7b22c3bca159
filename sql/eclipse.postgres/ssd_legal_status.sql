-- META-ELEMENT: {"type": "header"}
-- ssd_legal_status for Eclipse on PostgreSQL (10 or later), for reading: the script that is run is eclipse.postgres.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_legal_status"}
-- META-ELEMENT: {"type": "create_table"}
CREATE TABLE IF NOT EXISTS ssd_legal_status (
  lega_legal_status_id varchar(48) NOT NULL, -- metadata={"item_ref":"LEGA001A"}
  lega_person_id varchar(48) NOT NULL, -- metadata={"item_ref":"LEGA002A"}
  lega_legal_status varchar(100) NULL, -- metadata={"item_ref":"LEGA003A"}
  lega_legal_status_start_date timestamp NULL, -- metadata={"item_ref":"LEGA004A"}
  lega_legal_status_end_date timestamp NULL, -- metadata={"item_ref":"LEGA005A"}
  CONSTRAINT pk_ssd_legal_status PRIMARY KEY (lega_legal_status_id)
);
-- META-ELEMENT: {"type": "insert_data"}
WITH legal_status_run AS (
  SELECT m.episodeid AS episodeid, m.personid AS personid, m.legalstatus AS legalstatus, m.starts AS starts, m.ends AS ends, SUM(m.begins) OVER (PARTITION BY m.personid, m.legalstatus ORDER BY m.starts, m.ends, m.episodeid ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS run
  FROM (SELECT e.episodeid AS episodeid, e.personid AS personid, e.legalstatus AS legalstatus, e.starts AS starts, e.ends AS ends, CASE WHEN (e.starts - INTERVAL '1 day') <= MAX(COALESCE(e.ends, TIMESTAMP '9999-12-31 00:00:00')) OVER (PARTITION BY e.personid, e.legalstatus ORDER BY e.starts, e.ends, e.episodeid ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) THEN 0 ELSE 1 END AS begins FROM (SELECT DISTINCT c.episodeofcareid AS episodeid, c.personid AS personid, c.legalstatus AS legalstatus, date_trunc('day', c.eocstartdate) AS starts, date_trunc('day', c.eocenddate) AS ends FROM claepisodeofcareview AS c WHERE c.episodeofcareid IS NOT NULL AND c.eocstartdate IS NOT NULL AND NULLIF(rtrim(c.legalstatus), '') IS NOT NULL) AS e) AS m
),
legal_status_spell AS (
  SELECT r.personid AS personid, r.legalstatus AS legalstatus, MIN(r.episodeid) AS spellid, MIN(r.starts) AS starts, CASE WHEN COUNT(r.ends) = COUNT(*) THEN MAX(r.ends) END AS ends
  FROM legal_status_run AS r
  GROUP BY r.personid, r.legalstatus, r.run
)
INSERT INTO ssd_legal_status (
  lega_legal_status_id, -- metadata={"item_ref":"LEGA001A"}
  lega_person_id, -- metadata={"item_ref":"LEGA002A"}
  lega_legal_status, -- metadata={"item_ref":"LEGA003A"}
  lega_legal_status_start_date, -- metadata={"item_ref":"LEGA004A"}
  lega_legal_status_end_date -- metadata={"item_ref":"LEGA005A"}
)
SELECT
  picked.lega_legal_status_id,
  picked.lega_person_id,
  picked.lega_legal_status,
  picked.lega_legal_status_start_date,
  picked.lega_legal_status_end_date
FROM (
  SELECT
    CAST(ls.spellid AS text) AS lega_legal_status_id, -- lega_legal_status_id
    CAST(ls.personid AS text) AS lega_person_id, -- lega_person_id
    left(NULLIF(rtrim(ls.legalstatus), ''), 100) AS lega_legal_status, -- lega_legal_status
    ls.starts AS lega_legal_status_start_date, -- lega_legal_status_start_date
    ls.ends AS lega_legal_status_end_date, -- lega_legal_status_end_date
    ROW_NUMBER() OVER (PARTITION BY ls.spellid ORDER BY ls.starts, ls.spellid, ls.personid, ls.legalstatus, ls.ends) AS ssd_row
  FROM legal_status_spell AS ls
  WHERE EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(ls.personid AS text))
    AND ls.spellid IS NOT NULL
    AND ls.personid IS NOT NULL
) AS picked
WHERE picked.ssd_row = 1;
-- META-ELEMENT: {"type": "create_fk"}
DO $ssd$ BEGIN
IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conrelid = to_regclass('ssd_legal_status') AND conname = 'fk_ssd_legal_status_lega_person_id') THEN
ALTER TABLE ssd_legal_status ADD CONSTRAINT fk_ssd_legal_status_lega_person_id FOREIGN KEY (lega_person_id) REFERENCES ssd_person (pers_person_id);
END IF;
END $ssd$;
-- META-ELEMENT: {"type": "create_idx"}
CREATE INDEX IF NOT EXISTS ix_ssd_legal_status_lega_person_id ON ssd_legal_status (lega_person_id);
