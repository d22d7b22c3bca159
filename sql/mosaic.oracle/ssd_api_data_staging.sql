-- META-ELEMENT: {"type": "header"}
-- ssd_api_data_staging for Mosaic on Oracle (12.2 or later), for reading: the script that is run is mosaic.oracle.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_api_data_staging"}
-- META-ELEMENT: {"type": "create_table"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_API_DATA_STAGING';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE TABLE ssd_api_data_staging (
  id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"APIS1001A"}
  person_id nvarchar2(48) NULL, -- metadata={"item_ref":"APIS1002A"}
  json_payload nclob NULL, -- metadata={"item_ref":"APIS1003A"}
  current_hash raw(32) NULL, -- metadata={"item_ref":"APIS1004A"}
  previous_hash raw(32) NULL, -- metadata={"item_ref":"APIS1005A"}
  submission_status nvarchar2(50) NULL, -- metadata={"item_ref":"APIS1006A"}
  submission_timestamp timestamp NULL, -- metadata={"item_ref":"APIS1007A"}
  api_response nclob NULL, -- metadata={"item_ref":"APIS1008A"}
  row_state nvarchar2(10) NULL, -- metadata={"item_ref":"APIS1009A"}
  last_updated timestamp NULL, -- metadata={"item_ref":"APIS1010A"}
  CONSTRAINT pk_ssd_api_data_staging PRIMARY KEY (id)
)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "insert_data"}
-- not loaded: mosaic does not hold it, filled by the transfer process
-- META-ELEMENT: {"type": "create_idx"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_API_DATA_STAGING' AND index_name = 'IX_SSD_API_DATA_STAGING_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_api_data_staging_person_id ON ssd_api_data_staging (person_id)'
  ;
  END IF;
END;
/
