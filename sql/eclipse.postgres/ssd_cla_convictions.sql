-- META-ELEMENT: {"type": "header"}
-- ssd_cla_convictions for Eclipse on PostgreSQL (10 or later), for reading: the script that is run is eclipse.postgres.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_convictions"}
-- META-ELEMENT: {"type": "create_table"}
CREATE TABLE IF NOT EXISTS ssd_cla_convictions (
  clac_cla_conviction_id varchar(48) NOT NULL, -- metadata={"item_ref":"CLAC001A"}
  clac_person_id varchar(48) NOT NULL, -- metadata={"item_ref":"CLAC002A"}
  clac_cla_conviction_date timestamp NULL, -- metadata={"item_ref":"CLAC003A"}
  clac_cla_conviction_offence varchar(1000) NULL, -- metadata={"item_ref":"CLAC004A"}
  CONSTRAINT pk_ssd_cla_convictions PRIMARY KEY (clac_cla_conviction_id)
);
-- META-ELEMENT: {"type": "remove_fk"}
ALTER TABLE IF EXISTS ssd_cla_convictions DROP CONSTRAINT IF EXISTS fk_ssd_cla_convictions_clac_person_id;
-- META-ELEMENT: {"type": "insert_data"}
-- not loaded: eclipse does not hold it, no view of Eclipse is known that has it
-- META-ELEMENT: {"type": "create_fk"}
-- not enforced: clac_person_id to ssd_person.pers_person_id, the extract fills ssd_person anew and not this table
-- META-ELEMENT: {"type": "create_idx"}
CREATE INDEX IF NOT EXISTS ix_ssd_cla_convictions_clac_person_id ON ssd_cla_convictions (clac_person_id);
