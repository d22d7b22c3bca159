-- META-ELEMENT: {"type": "header"}
-- ssd_send for Eclipse on PostgreSQL (10 or later), for reading: the script that is run is eclipse.postgres.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_send"}
-- META-ELEMENT: {"type": "create_table"}
CREATE TABLE IF NOT EXISTS ssd_send (
  send_table_id varchar(48) NOT NULL, -- metadata={"item_ref":"SEND001A"}
  send_upn varchar(48) NULL, -- metadata={"item_ref":"SEND002A"}
  send_uln varchar(48) NULL, -- metadata={"item_ref":"SEND003A"}
  send_upn_unknown varchar(6) NULL, -- metadata={"item_ref":"SEND004A"}
  send_person_id varchar(48) NOT NULL, -- metadata={"item_ref":"SEND005A"}
  CONSTRAINT pk_ssd_send PRIMARY KEY (send_table_id)
);
-- META-ELEMENT: {"type": "remove_fk"}
ALTER TABLE IF EXISTS ssd_send DROP CONSTRAINT IF EXISTS fk_ssd_send_send_person_id;
-- META-ELEMENT: {"type": "insert_data"}
-- not loaded: eclipse does not hold it, no view of Eclipse is known that has special educational needs
-- META-ELEMENT: {"type": "create_fk"}
-- not enforced: send_person_id to ssd_person.pers_person_id, the extract fills ssd_person anew and not this table
-- META-ELEMENT: {"type": "create_idx"}
CREATE INDEX IF NOT EXISTS ix_ssd_send_send_person_id ON ssd_send (send_person_id);
