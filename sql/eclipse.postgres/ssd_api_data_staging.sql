-- META-ELEMENT: {"type": "header"}
-- ssd_api_data_staging for Eclipse on PostgreSQL (10 or later), for reading: the script that is run is eclipse.postgres.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_api_data_staging"}
-- META-ELEMENT: {"type": "create_table"}
CREATE TABLE IF NOT EXISTS ssd_api_data_staging (
  id varchar(48) NOT NULL, -- metadata={"item_ref":"APIS1001A"}
  person_id varchar(48) NULL, -- metadata={"item_ref":"APIS1002A"}
  json_payload text NULL, -- metadata={"item_ref":"APIS1003A"}
  current_hash bytea NULL, -- metadata={"item_ref":"APIS1004A"}
  previous_hash bytea NULL, -- metadata={"item_ref":"APIS1005A"}
  submission_status varchar(50) NULL, -- metadata={"item_ref":"APIS1006A"}
  submission_timestamp timestamp NULL, -- metadata={"item_ref":"APIS1007A"}
  api_response text NULL, -- metadata={"item_ref":"APIS1008A"}
  row_state varchar(10) NULL, -- metadata={"item_ref":"APIS1009A"}
  last_updated timestamp NULL, -- metadata={"item_ref":"APIS1010A"}
  CONSTRAINT pk_ssd_api_data_staging PRIMARY KEY (id)
);
-- META-ELEMENT: {"type": "insert_data"}
-- not loaded: eclipse does not hold it, the transfer to the department fills it from the other tables
-- META-ELEMENT: {"type": "create_idx"}
CREATE INDEX IF NOT EXISTS ix_ssd_api_data_staging_person_id ON ssd_api_data_staging (person_id);
