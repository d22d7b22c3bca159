-- META-ELEMENT: {"type": "header"}
-- ssd_missing for Eclipse on PostgreSQL (10 or later), for reading: the script that is run is eclipse.postgres.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_missing"}
-- META-ELEMENT: {"type": "create_table"}
CREATE TABLE IF NOT EXISTS ssd_missing (
  miss_table_id varchar(48) NOT NULL, -- metadata={"item_ref":"MISS001A"}
  miss_person_id varchar(48) NULL, -- metadata={"item_ref":"MISS002A"}
  miss_missing_episode_start_date timestamp NULL, -- metadata={"item_ref":"MISS003A"}
  miss_missing_episode_type varchar(100) NULL, -- metadata={"item_ref":"MISS004A"}
  miss_missing_episode_end_date timestamp NULL, -- metadata={"item_ref":"MISS005A"}
  miss_missing_rhi_offered varchar(2) NULL, -- metadata={"item_ref":"MISS006A"}
  miss_missing_rhi_accepted varchar(2) NULL, -- metadata={"item_ref":"MISS007A"}
  CONSTRAINT pk_ssd_missing PRIMARY KEY (miss_table_id)
);
-- META-ELEMENT: {"type": "insert_data"}
WITH missing_page AS (
  SELECT f.instanceid AS instanceid, f.subjectid AS personid, f.pagetitle AS pagetitle, MAX(CASE WHEN upper(f.controlname) LIKE 'DATECHILDLASTSEEN%' THEN date_trunc('day', f.dateanswervalue) END) AS starts, MAX(CASE WHEN upper(f.controlname) LIKE 'ABSENCETYPE%' THEN f.answervalue END) AS absence, MAX(CASE WHEN upper(f.controlname) LIKE 'FOUNDREPORTDATE%' THEN date_trunc('day', f.dateanswervalue) END) AS ends, MAX(CASE WHEN upper(f.controlname) LIKE 'HASARETURNHOMEINTERVIEWBEENOFFERED%' THEN f.answervalue END) AS offered, MAX(CASE WHEN upper(f.controlname) LIKE 'HASTHERETURNHOMEINTERVIEWBEENACCEPTED%' THEN f.answervalue END) AS accepted
  FROM formanswerpersonview AS f
  WHERE f.designguid = NULL /* form_missing */ AND f.instancestate = 'COMPLETE'
  GROUP BY f.instanceid, f.subjectid, f.pagetitle
),
missing_episode AS (
  SELECT p.instanceid AS instanceid, p.personid AS personid, p.starts AS starts, p.ends AS ends, p.absence AS absence, lower(p.offered) AS offered, lower(p.accepted) AS accepted, ROW_NUMBER() OVER (PARTITION BY p.instanceid, p.personid ORDER BY p.starts, p.ends, p.pagetitle) AS place
  FROM missing_page AS p
  WHERE p.starts IS NOT NULL
)
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
INSERT INTO ssd_missing (
  miss_table_id, -- metadata={"item_ref":"MISS001A"}
  miss_person_id, -- metadata={"item_ref":"MISS002A"}
  miss_missing_episode_start_date, -- metadata={"item_ref":"MISS003A"}
  miss_missing_episode_type, -- metadata={"item_ref":"MISS004A"}
  miss_missing_episode_end_date, -- metadata={"item_ref":"MISS005A"}
  miss_missing_rhi_offered, -- metadata={"item_ref":"MISS006A"}
  miss_missing_rhi_accepted -- metadata={"item_ref":"MISS007A"}
)
SELECT
  picked.miss_table_id,
  picked.miss_person_id,
  picked.miss_missing_episode_start_date,
  picked.miss_missing_episode_type,
  picked.miss_missing_episode_end_date,
  picked.miss_missing_rhi_offered,
  picked.miss_missing_rhi_accepted
FROM (
  SELECT
    left(NULLIF(rtrim(concat(CAST(m.personid AS text), '-', CAST(m.instanceid AS text), '-', CAST(m.place AS text))), ''), 48) AS miss_table_id, -- miss_table_id
    CAST(m.personid AS text) AS miss_person_id, -- miss_person_id
    m.starts AS miss_missing_episode_start_date, -- miss_missing_episode_start_date
    left(NULLIF(rtrim(m.absence), ''), 100) AS miss_missing_episode_type, -- miss_missing_episode_type
    m.ends AS miss_missing_episode_end_date, -- miss_missing_episode_end_date
    CASE m.offered WHEN 'yes' THEN 'Y' WHEN 'no' THEN 'N' WHEN 'not applicable' THEN 'NA' WHEN 'n/a' THEN 'NA' END AS miss_missing_rhi_offered, -- miss_missing_rhi_offered
    CASE m.accepted WHEN 'yes' THEN 'Y' WHEN 'no' THEN 'N' WHEN 'not applicable' THEN 'NA' WHEN 'n/a' THEN 'NA' END AS miss_missing_rhi_accepted, -- miss_missing_rhi_accepted
    ROW_NUMBER() OVER (PARTITION BY concat(CAST(m.personid AS text), '-', CAST(m.instanceid AS text), '-', CAST(m.place AS text)) ORDER BY m.personid, m.instanceid, m.place, m.starts, m.absence, m.ends, m.offered, m.accepted) AS ssd_row
  FROM missing_episode AS m
  WHERE EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(m.personid AS text))
    AND NULLIF(rtrim(concat(CAST(m.personid AS text), '-', CAST(m.instanceid AS text), '-', CAST(m.place AS text))), '') IS NOT NULL
) AS picked
WHERE picked.ssd_row = 1;
-- META-ELEMENT: {"type": "create_fk"}
DO $ssd$ BEGIN
IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conrelid = to_regclass('ssd_missing') AND conname = 'fk_ssd_missing_miss_person_id') THEN
ALTER TABLE ssd_missing ADD CONSTRAINT fk_ssd_missing_miss_person_id FOREIGN KEY (miss_person_id) REFERENCES ssd_person (pers_person_id);
END IF;
END $ssd$;
-- META-ELEMENT: {"type": "create_idx"}
CREATE INDEX IF NOT EXISTS ix_ssd_missing_miss_person_id ON ssd_missing (miss_person_id);
