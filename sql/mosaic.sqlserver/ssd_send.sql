-- META-ELEMENT: {"type": "header"}
-- ssd_send for Mosaic on SQL Server (2012 or later), for reading: the script that is run is mosaic.sqlserver.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_send"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_send', N'U') IS NULL
CREATE TABLE ssd_send (
  send_table_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"SEND001A"}
  send_upn nvarchar(48) NULL, -- metadata={"item_ref":"SEND002A"}
  send_uln nvarchar(48) NULL, -- metadata={"item_ref":"SEND003A"}
  send_upn_unknown nvarchar(6) NULL, -- metadata={"item_ref":"SEND004A"}
  send_person_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"SEND005A"}
  CONSTRAINT pk_ssd_send PRIMARY KEY (send_table_id)
);
-- META-ELEMENT: {"type": "remove_fk"}
IF EXISTS (SELECT 1 FROM sys.foreign_keys WHERE parent_object_id = OBJECT_ID(N'ssd_send', N'U') AND name = N'fk_ssd_send_send_person_id')
ALTER TABLE ssd_send DROP CONSTRAINT fk_ssd_send_send_person_id;
-- META-ELEMENT: {"type": "insert_data"}
-- not loaded: mosaic does not hold it, special educational needs are kept in an education system
-- META-ELEMENT: {"type": "create_fk"}
-- not enforced: send_person_id to ssd_person.pers_person_id, the extract fills ssd_person anew and not this table
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_send', N'U') AND name = N'ix_ssd_send_send_person_id')
CREATE INDEX ix_ssd_send_send_person_id ON ssd_send (send_person_id);
GO
