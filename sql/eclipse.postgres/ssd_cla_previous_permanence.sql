-- META-ELEMENT: {"type": "header"}
-- ssd_cla_previous_permanence for Eclipse on PostgreSQL (10 or later), for reading: the script that is run is eclipse.postgres.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_previous_permanence"}
-- META-ELEMENT: {"type": "create_table"}
CREATE TABLE IF NOT EXISTS ssd_cla_previous_permanence (
  lapp_table_id varchar(48) NOT NULL, -- metadata={"item_ref":"LAPP001A"}
  lapp_person_id varchar(48) NOT NULL, -- metadata={"item_ref":"LAPP002A"}
  lapp_previous_permanence_order_date varchar(100) NULL, -- metadata={"item_ref":"LAPP003A"}
  lapp_previous_permanence_option varchar(200) NULL, -- metadata={"item_ref":"LAPP004A"}
  lapp_previous_permanence_la varchar(100) NULL, -- metadata={"item_ref":"LAPP005A"}
  CONSTRAINT pk_ssd_cla_previous_permanence PRIMARY KEY (lapp_table_id)
);
-- META-ELEMENT: {"type": "remove_fk"}
ALTER TABLE IF EXISTS ssd_cla_previous_permanence DROP CONSTRAINT IF EXISTS fk_ssd_cla_previous_permanence_lapp_person_id;
-- META-ELEMENT: {"type": "insert_data"}
-- not loaded: eclipse does not hold it, no view of Eclipse is known that has it
-- META-ELEMENT: {"type": "create_fk"}
-- not enforced: lapp_person_id to ssd_person.pers_person_id, the extract fills ssd_person anew and not this table
-- META-ELEMENT: {"type": "create_idx"}
CREATE INDEX IF NOT EXISTS ix_ssd_cla_previous_permanence_lapp_person_id ON ssd_cla_previous_permanence (lapp_person_id);
