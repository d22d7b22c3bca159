-- META-ELEMENT: {"type": "header"}
-- ssd_api_data_staging for Mosaic on SQL Server (2012 or later), for reading: the script that is run is mosaic.sqlserver.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_api_data_staging"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_api_data_staging', N'U') IS NULL
CREATE TABLE ssd_api_data_staging (
  id nvarchar(48) NOT NULL, -- metadata={"item_ref":"APIS1001A"}
  person_id nvarchar(48) NULL, -- metadata={"item_ref":"APIS1002A"}
  json_payload nvarchar(max) NULL, -- metadata={"item_ref":"APIS1003A"}
  current_hash binary(32) NULL, -- metadata={"item_ref":"APIS1004A"}
  previous_hash binary(32) NULL, -- metadata={"item_ref":"APIS1005A"}
  submission_status nvarchar(50) NULL, -- metadata={"item_ref":"APIS1006A"}
  submission_timestamp datetime NULL, -- metadata={"item_ref":"APIS1007A"}
  api_response nvarchar(max) NULL, -- metadata={"item_ref":"APIS1008A"}
  row_state nvarchar(10) NULL, -- metadata={"item_ref":"APIS1009A"}
  last_updated datetime NULL, -- metadata={"item_ref":"APIS1010A"}
  CONSTRAINT pk_ssd_api_data_staging PRIMARY KEY (id)
);
-- META-ELEMENT: {"type": "insert_data"}
-- not loaded: mosaic does not hold it, filled by the transfer process
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_api_data_staging', N'U') AND name = N'ix_ssd_api_data_staging_person_id')
CREATE INDEX ix_ssd_api_data_staging_person_id ON ssd_api_data_staging (person_id);
GO
