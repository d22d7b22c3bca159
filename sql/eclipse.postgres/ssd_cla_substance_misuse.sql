-- META-ELEMENT: {"type": "header"}
-- ssd_cla_substance_misuse for Eclipse on PostgreSQL (10 or later), for reading: the script that is run is eclipse.postgres.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_substance_misuse"}
-- META-ELEMENT: {"type": "create_table"}
CREATE TABLE IF NOT EXISTS ssd_cla_substance_misuse (
  clas_substance_misuse_id varchar(48) NOT NULL, -- metadata={"item_ref":"CLAS001A"}
  clas_person_id varchar(48) NOT NULL, -- metadata={"item_ref":"CLAS002A"}
  clas_substance_misuse_date timestamp NULL, -- metadata={"item_ref":"CLAS003A"}
  clas_substance_misused char(100) NULL, -- metadata={"item_ref":"CLAS004A"}
  clas_intervention_received char(1) NULL, -- metadata={"item_ref":"CLAS005A"}
  CONSTRAINT pk_ssd_cla_substance_misuse PRIMARY KEY (clas_substance_misuse_id)
);
-- META-ELEMENT: {"type": "remove_fk"}
ALTER TABLE IF EXISTS ssd_cla_substance_misuse DROP CONSTRAINT IF EXISTS fk_ssd_cla_substance_misuse_clas_person_id;
-- META-ELEMENT: {"type": "insert_data"}
-- not loaded: eclipse does not hold it, no view of Eclipse is known that has it
-- META-ELEMENT: {"type": "create_fk"}
-- not enforced: clas_person_id to ssd_person.pers_person_id, the extract fills ssd_person anew and not this table
-- META-ELEMENT: {"type": "create_idx"}
CREATE INDEX IF NOT EXISTS ix_ssd_cla_substance_misuse_clas_person_id ON ssd_cla_substance_misuse (clas_person_id);
