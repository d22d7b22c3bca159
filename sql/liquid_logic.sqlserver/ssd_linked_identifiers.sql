-- META-ELEMENT: {"type": "header"}
-- ssd_linked_identifiers for Liquid Logic on SQL Server (2012 or later), for reading: the script that is run is liquid_logic.sqlserver.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_linked_identifiers"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_linked_identifiers', N'U') IS NULL
CREATE TABLE ssd_linked_identifiers (
  link_table_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"LINK001A"}
  link_person_id nvarchar(48) NULL, -- metadata={"item_ref":"LINK002A"}
  link_identifier_type nvarchar(100) NULL, -- metadata={"item_ref":"LINK003A"}
  link_identifier_value nvarchar(100) NULL, -- metadata={"item_ref":"LINK004A"}
  link_valid_from_date datetime NULL, -- metadata={"item_ref":"LINK005A"}
  link_valid_to_date datetime NULL, -- metadata={"item_ref":"LINK006A"}
  CONSTRAINT pk_ssd_linked_identifiers PRIMARY KEY (link_table_id)
);
-- META-ELEMENT: {"type": "remove_fk"}
IF EXISTS (SELECT 1 FROM sys.foreign_keys WHERE parent_object_id = OBJECT_ID(N'ssd_linked_identifiers', N'U') AND name = N'fk_ssd_linked_identifiers_link_person_id')
ALTER TABLE ssd_linked_identifiers DROP CONSTRAINT fk_ssd_linked_identifiers_link_person_id;
-- META-ELEMENT: {"type": "insert_data"}
-- not loaded: liquid_logic does not hold it, each authority fills it from its own records, and a run leaves those rows alone
-- META-ELEMENT: {"type": "create_fk"}
-- not enforced: link_person_id to ssd_person.pers_person_id, the extract fills ssd_person anew and not this table
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_linked_identifiers', N'U') AND name = N'ix_ssd_linked_identifiers_link_person_id')
CREATE INDEX ix_ssd_linked_identifiers_link_person_id ON ssd_linked_identifiers (link_person_id);
GO
