-- META-ELEMENT: {"type": "header"}
-- ssd_voice_of_child for Mosaic on SQL Server (2012 or later), for reading: the script that is run is mosaic.sqlserver.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_voice_of_child"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_voice_of_child', N'U') IS NULL
CREATE TABLE ssd_voice_of_child (
  voch_table_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"VOCH007A"}
  voch_person_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"VOCH001A"}
  voch_explained_worries nchar(1) NULL, -- metadata={"item_ref":"VOCH002A"}
  voch_story_help_understand nchar(1) NULL, -- metadata={"item_ref":"VOCH003A"}
  voch_agree_worker nchar(1) NULL, -- metadata={"item_ref":"VOCH004A"}
  voch_plan_safe nchar(1) NULL, -- metadata={"item_ref":"VOCH005A"}
  voch_tablet_help_explain nchar(1) NULL, -- metadata={"item_ref":"VOCH006A"}
  CONSTRAINT pk_ssd_voice_of_child PRIMARY KEY (voch_table_id)
);
-- META-ELEMENT: {"type": "remove_fk"}
IF EXISTS (SELECT 1 FROM sys.foreign_keys WHERE parent_object_id = OBJECT_ID(N'ssd_voice_of_child', N'U') AND name = N'fk_ssd_voice_of_child_voch_person_id')
ALTER TABLE ssd_voice_of_child DROP CONSTRAINT fk_ssd_voice_of_child_voch_person_id;
-- META-ELEMENT: {"type": "insert_data"}
-- not loaded: mosaic does not hold it, the answers stand in forms of each authority, and no codes of the questions are published
-- META-ELEMENT: {"type": "create_fk"}
-- not enforced: voch_person_id to ssd_person.pers_person_id, the extract fills ssd_person anew and not this table
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_voice_of_child', N'U') AND name = N'ix_ssd_voice_of_child_voch_person_id')
CREATE INDEX ix_ssd_voice_of_child_voch_person_id ON ssd_voice_of_child (voch_person_id);
GO
