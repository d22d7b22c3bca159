-- META-ELEMENT: {"type": "header"}
-- ssd_voice_of_child for Eclipse on PostgreSQL (10 or later), for reading: the script that is run is eclipse.postgres.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_voice_of_child"}
-- META-ELEMENT: {"type": "create_table"}
CREATE TABLE IF NOT EXISTS ssd_voice_of_child (
  voch_table_id varchar(48) NOT NULL, -- metadata={"item_ref":"VOCH007A"}
  voch_person_id varchar(48) NOT NULL, -- metadata={"item_ref":"VOCH001A"}
  voch_explained_worries char(1) NULL, -- metadata={"item_ref":"VOCH002A"}
  voch_story_help_understand char(1) NULL, -- metadata={"item_ref":"VOCH003A"}
  voch_agree_worker char(1) NULL, -- metadata={"item_ref":"VOCH004A"}
  voch_plan_safe char(1) NULL, -- metadata={"item_ref":"VOCH005A"}
  voch_tablet_help_explain char(1) NULL, -- metadata={"item_ref":"VOCH006A"}
  CONSTRAINT pk_ssd_voice_of_child PRIMARY KEY (voch_table_id)
);
-- META-ELEMENT: {"type": "remove_fk"}
ALTER TABLE IF EXISTS ssd_voice_of_child DROP CONSTRAINT IF EXISTS fk_ssd_voice_of_child_voch_person_id;
-- META-ELEMENT: {"type": "insert_data"}
-- not loaded: eclipse does not hold it, no view of Eclipse is known that has it
-- META-ELEMENT: {"type": "create_fk"}
-- not enforced: voch_person_id to ssd_person.pers_person_id, the extract fills ssd_person anew and not this table
-- META-ELEMENT: {"type": "create_idx"}
CREATE INDEX IF NOT EXISTS ix_ssd_voice_of_child_voch_person_id ON ssd_voice_of_child (voch_person_id);
