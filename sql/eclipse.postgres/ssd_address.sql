-- META-ELEMENT: {"type": "header"}
-- ssd_address for Eclipse on PostgreSQL (10 or later), for reading: the script that is run is eclipse.postgres.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_address"}
-- META-ELEMENT: {"type": "create_table"}
CREATE TABLE IF NOT EXISTS ssd_address (
  addr_table_id varchar(48) NOT NULL, -- metadata={"item_ref":"ADDR007A"}
  addr_address_json varchar(1000) NOT NULL, -- metadata={"item_ref":"ADDR001A"}
  addr_person_id varchar(48) NULL, -- metadata={"item_ref":"ADDR002A"}
  addr_address_type varchar(48) NULL, -- metadata={"item_ref":"ADDR003A"}
  addr_address_start_date timestamp NULL, -- metadata={"item_ref":"ADDR004A"}
  addr_address_end_date timestamp NULL, -- metadata={"item_ref":"ADDR005A"}
  addr_address_postcode varchar(15) NULL, -- metadata={"item_ref":"ADDR006A"}
  CONSTRAINT pk_ssd_address PRIMARY KEY (addr_table_id)
);
-- META-ELEMENT: {"type": "insert_data"}
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
INSERT INTO ssd_address (
  addr_table_id, -- metadata={"item_ref":"ADDR007A"}
  addr_address_json, -- metadata={"item_ref":"ADDR001A"}
  addr_person_id, -- metadata={"item_ref":"ADDR002A"}
  addr_address_type, -- metadata={"item_ref":"ADDR003A"}
  addr_address_start_date, -- metadata={"item_ref":"ADDR004A"}
  addr_address_end_date, -- metadata={"item_ref":"ADDR005A"}
  addr_address_postcode -- metadata={"item_ref":"ADDR006A"}
)
SELECT
  picked.addr_table_id,
  picked.addr_address_json,
  picked.addr_person_id,
  picked.addr_address_type,
  picked.addr_address_start_date,
  picked.addr_address_end_date,
  picked.addr_address_postcode
FROM (
  SELECT
    numbered.addr_table_id,
    numbered.addr_address_json,
    numbered.addr_person_id,
    numbered.addr_address_type,
    numbered.addr_address_start_date,
    numbered.addr_address_end_date,
    numbered.addr_address_postcode,
    ROW_NUMBER() OVER (PARTITION BY numbered.addr_table_id ORDER BY numbered.ssd_place) AS ssd_key_row
  FROM (
  SELECT
    left(NULLIF(rtrim(concat(CAST(a.personid AS text), '-', CAST(a.addressid AS text), '-', left(to_char(a.startdate, 'YYYY-MM-DD"T"HH24:MI:SS'), 10))), ''), 48) AS addr_table_id, -- addr_table_id
    replace(replace(replace(translate(concat(
      concat('{"ROOM":', COALESCE('"' || replace(replace(left(NULLIF(rtrim(a.roomdescription), ''), 60), E'\\', E'\\\\'), '"', E'\\"') || '"', 'null')),
      concat(',"FLOOR":', COALESCE('"' || replace(replace(left(NULLIF(rtrim(a.floordescription), ''), 60), E'\\', E'\\\\'), '"', E'\\"') || '"', 'null')),
      concat(',"FLAT":', COALESCE('"' || replace(replace(NULL, E'\\', E'\\\\'), '"', E'\\"') || '"', 'null')),
      concat(',"BUILDING":', COALESCE('"' || replace(replace(left(NULLIF(rtrim(a.buildingnameornumber), ''), 80), E'\\', E'\\\\'), '"', E'\\"') || '"', 'null')),
      concat(',"HOUSE":', COALESCE('"' || replace(replace(left(NULLIF(rtrim(a.buildingnameornumber), ''), 80), E'\\', E'\\\\'), '"', E'\\"') || '"', 'null')),
      concat(',"STREET":', COALESCE('"' || replace(replace(left(NULLIF(rtrim(a.streetname), ''), 80), E'\\', E'\\\\'), '"', E'\\"') || '"', 'null')),
      concat(',"TOWN":', COALESCE('"' || replace(replace(left(NULLIF(rtrim(a.townorcity), ''), 60), E'\\', E'\\\\'), '"', E'\\"') || '"', 'null')),
      concat(',"UPRN":', COALESCE('"' || replace(replace(left(NULLIF(rtrim(a.uprn), ''), 20), E'\\', E'\\\\'), '"', E'\\"') || '"', 'null')),
      concat(',"EASTING":', COALESCE('"' || replace(replace(NULL, E'\\', E'\\\\'), '"', E'\\"') || '"', 'null')),
      concat(',"NORTHING":', COALESCE('"' || replace(replace(NULL, E'\\', E'\\\\'), '"', E'\\"') || '"', 'null')),
      '}'), concat(chr(1), chr(2), chr(3), chr(4), chr(5), chr(6), chr(7), chr(8), chr(11), chr(12), chr(14), chr(15), chr(16), chr(17), chr(18), chr(19), chr(20), chr(21), chr(22), chr(23), chr(24), chr(25), chr(26), chr(27), chr(28), chr(29), chr(30), chr(31)), '                            '), chr(13), E'\\r'), chr(10), E'\\n'), chr(9), E'\\t') AS addr_address_json, -- addr_address_json
    CAST(a.personid AS text) AS addr_person_id, -- addr_person_id
    left(NULLIF(rtrim(a.type), ''), 48) AS addr_address_type, -- addr_address_type
    a.startdate AS addr_address_start_date, -- addr_address_start_date
    a.enddate AS addr_address_end_date, -- addr_address_end_date
    left(NULLIF(rtrim(NULLIF(replace(a.postcode, ' ', ''), '')), ''), 15) AS addr_address_postcode, -- addr_address_postcode
    ROW_NUMBER() OVER (PARTITION BY a.personid, a.addressid, date_trunc('day', a.startdate) ORDER BY a.enddate DESC NULLS LAST, a.personid, a.addressid, a.startdate, a.roomdescription, a.floordescription, a.buildingnameornumber, a.streetname, a.townorcity, a.uprn, a.type, a.postcode) AS ssd_row,
    ROW_NUMBER() OVER (ORDER BY a.enddate DESC NULLS LAST, a.personid, a.addressid, a.startdate, a.roomdescription, a.floordescription, a.buildingnameornumber, a.streetname, a.townorcity, a.uprn, a.type, a.postcode) AS ssd_place
  FROM addresspersonview AS a
  WHERE EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(a.personid AS text))
    AND NULLIF(rtrim(concat(CAST(a.personid AS text), '-', CAST(a.addressid AS text), '-', left(to_char(a.startdate, 'YYYY-MM-DD"T"HH24:MI:SS'), 10))), '') IS NOT NULL
) AS numbered
WHERE numbered.ssd_row = 1
) AS picked
WHERE picked.ssd_key_row = 1;
-- META-ELEMENT: {"type": "create_fk"}
DO $ssd$ BEGIN
IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conrelid = to_regclass('ssd_address') AND conname = 'fk_ssd_address_addr_person_id') THEN
ALTER TABLE ssd_address ADD CONSTRAINT fk_ssd_address_addr_person_id FOREIGN KEY (addr_person_id) REFERENCES ssd_person (pers_person_id);
END IF;
END $ssd$;
-- META-ELEMENT: {"type": "create_idx"}
CREATE INDEX IF NOT EXISTS ix_ssd_address_addr_person_id ON ssd_address (addr_person_id);
