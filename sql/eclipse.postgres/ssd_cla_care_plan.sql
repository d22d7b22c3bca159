-- META-ELEMENT: {"type": "header"}
-- ssd_cla_care_plan for Eclipse on PostgreSQL (10 or later), for reading: the script that is run is eclipse.postgres.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_care_plan"}
-- META-ELEMENT: {"type": "create_table"}
CREATE TABLE IF NOT EXISTS ssd_cla_care_plan (
  lacp_table_id varchar(48) NOT NULL, -- metadata={"item_ref":"LACP001A"}
  lacp_person_id varchar(48) NOT NULL, -- metadata={"item_ref":"LACP007A"}
  lacp_cla_care_plan_start_date timestamp NULL, -- metadata={"item_ref":"LACP004A"}
  lacp_cla_care_plan_end_date timestamp NULL, -- metadata={"item_ref":"LACP005A"}
  lacp_cla_care_plan_json varchar(1000) NULL, -- metadata={"item_ref":"LACP003A"}
  CONSTRAINT pk_ssd_cla_care_plan PRIMARY KEY (lacp_table_id)
);
-- META-ELEMENT: {"type": "remove_fk"}
ALTER TABLE IF EXISTS ssd_cla_care_plan DROP CONSTRAINT IF EXISTS fk_ssd_cla_care_plan_lacp_person_id;
-- META-ELEMENT: {"type": "insert_data"}
-- not loaded: eclipse does not hold it, no view of Eclipse is known that has it
-- META-ELEMENT: {"type": "create_fk"}
-- not enforced: lacp_person_id to ssd_person.pers_person_id, the extract fills ssd_person anew and not this table
-- META-ELEMENT: {"type": "create_idx"}
CREATE INDEX IF NOT EXISTS ix_ssd_cla_care_plan_lacp_person_id ON ssd_cla_care_plan (lacp_person_id);
