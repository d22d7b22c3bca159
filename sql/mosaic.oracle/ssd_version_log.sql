-- META-ELEMENT: {"type": "header"}
-- ssd_version_log for Mosaic on Oracle (12.2 or later), for reading: the script that is run is mosaic.oracle.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_version_log"}
-- META-ELEMENT: {"type": "create_table"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_VERSION_LOG';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE TABLE ssd_version_log (
  version_number nvarchar2(10) NOT NULL, -- metadata={"item_ref":"VERS1001A"}
  release_date timestamp NULL, -- metadata={"item_ref":"VERS1002A"}
  description nvarchar2(100) NULL, -- metadata={"item_ref":"VERS1003A"}
  is_current number(1) NULL, -- metadata={"item_ref":"VERS1004A"}
  created_at timestamp NULL, -- metadata={"item_ref":"VERS1005A"}
  created_by nvarchar2(10) NULL, -- metadata={"item_ref":"VERS1006A"}
  impact_description nvarchar2(255) NULL, -- metadata={"item_ref":"VERS1007A"}
  CONSTRAINT pk_ssd_version_log PRIMARY KEY (version_number)
)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "insert_data"}
-- not loaded: mosaic does not hold it, the script itself writes its row
