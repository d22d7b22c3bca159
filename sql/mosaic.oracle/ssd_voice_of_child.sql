-- META-ELEMENT: {"type": "header"}
-- ssd_voice_of_child for Mosaic on Oracle (12.2 or later), for reading: the script that is run is mosaic.oracle.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_voice_of_child"}
-- META-ELEMENT: {"type": "create_table"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_VOICE_OF_CHILD';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE TABLE ssd_voice_of_child (
  voch_table_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"VOCH007A"}
  voch_person_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"VOCH001A"}
  voch_explained_worries nchar(1) NULL, -- metadata={"item_ref":"VOCH002A"}
  voch_story_help_understand nchar(1) NULL, -- metadata={"item_ref":"VOCH003A"}
  voch_agree_worker nchar(1) NULL, -- metadata={"item_ref":"VOCH004A"}
  voch_plan_safe nchar(1) NULL, -- metadata={"item_ref":"VOCH005A"}
  voch_tablet_help_explain nchar(1) NULL, -- metadata={"item_ref":"VOCH006A"}
  CONSTRAINT pk_ssd_voice_of_child PRIMARY KEY (voch_table_id)
)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "remove_fk"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_constraints WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_VOICE_OF_CHILD' AND constraint_name = 'FK_SSD_VOICE_OF_CHILD_VOCH_PERSON_ID';
  IF found > 0 THEN EXECUTE IMMEDIATE
'ALTER TABLE ssd_voice_of_child DROP CONSTRAINT fk_ssd_voice_of_child_voch_person_id'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "insert_data"}
-- not loaded: mosaic does not hold it, the answers stand in forms of each authority, and no codes of the questions are published
-- META-ELEMENT: {"type": "create_fk"}
-- not enforced: voch_person_id to ssd_person.pers_person_id, the extract fills ssd_person anew and not this table
-- META-ELEMENT: {"type": "create_idx"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_VOICE_OF_CHILD' AND index_name = 'IX_SSD_VOICE_OF_CHILD_VOCH_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_voice_of_child_voch_person_id ON ssd_voice_of_child (voch_person_id)'
  ;
  END IF;
END;
/
