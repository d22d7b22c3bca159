-- META-ELEMENT: {"type": "header"}
-- ssd_send for Liquid Logic on SQL Server (2012 or later), for reading: the script that is run is liquid_logic.sqlserver.sql,
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
-- META-ELEMENT: {"type": "insert_data"}
INSERT INTO ssd_send (
  send_table_id, -- metadata={"item_ref":"SEND001A"}
  -- send_upn is not held: education module
  -- send_uln is not held: education module
  -- send_upn_unknown is not held: placeholder
  send_person_id -- metadata={"item_ref":"SEND005A"}
)
SELECT
  CAST(csp.[DIM_PERSON_ID] AS nvarchar(30)), -- send_table_id
  CAST(csp.[DIM_PERSON_ID] AS nvarchar(30)) -- send_person_id
FROM [HDM].[Child_Social].[DIM_PERSON] AS csp
WHERE EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(csp.[DIM_PERSON_ID] AS nvarchar(30)))
  AND csp.[DIM_PERSON_ID] IS NOT NULL
  AND csp.[DIM_PERSON_ID] IS NOT NULL;
-- META-ELEMENT: {"type": "create_fk"}
IF NOT EXISTS (SELECT 1 FROM sys.foreign_keys WHERE parent_object_id = OBJECT_ID(N'ssd_send', N'U') AND name = N'fk_ssd_send_send_person_id')
ALTER TABLE ssd_send ADD CONSTRAINT fk_ssd_send_send_person_id FOREIGN KEY (send_person_id) REFERENCES ssd_person (pers_person_id);
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_send', N'U') AND name = N'ix_ssd_send_send_person_id')
CREATE INDEX ix_ssd_send_send_person_id ON ssd_send (send_person_id);
GO
