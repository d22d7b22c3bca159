-- META-ELEMENT: {"type": "header"}
-- ssd_version_log for Eclipse on PostgreSQL (10 or later), for reading: the script that is run is eclipse.postgres.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_version_log"}
-- META-ELEMENT: {"type": "create_table"}
CREATE TABLE IF NOT EXISTS ssd_version_log (
  version_number varchar(10) NOT NULL, -- metadata={"item_ref":"VERS1001A"}
  release_date timestamp NULL, -- metadata={"item_ref":"VERS1002A"}
  description varchar(100) NULL, -- metadata={"item_ref":"VERS1003A"}
  is_current boolean NULL, -- metadata={"item_ref":"VERS1004A"}
  created_at timestamp NULL, -- metadata={"item_ref":"VERS1005A"}
  created_by varchar(10) NULL, -- metadata={"item_ref":"VERS1006A"}
  impact_description varchar(255) NULL, -- metadata={"item_ref":"VERS1007A"}
  CONSTRAINT pk_ssd_version_log PRIMARY KEY (version_number)
);
-- META-ELEMENT: {"type": "insert_data"}
-- not loaded: eclipse does not hold it, the script itself writes its row
