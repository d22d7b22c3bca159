-- META-ELEMENT: {"type": "header"}
-- ssd_version_log for Liquid Logic on SQL Server (2012 or later), for reading: the script that is run is liquid_logic.sqlserver.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_version_log"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_version_log', N'U') IS NULL
CREATE TABLE ssd_version_log (
  version_number nvarchar(10) NOT NULL, -- metadata={"item_ref":"VERS1001A"}
  release_date datetime NULL, -- metadata={"item_ref":"VERS1002A"}
  description nvarchar(100) NULL, -- metadata={"item_ref":"VERS1003A"}
  is_current bit NULL, -- metadata={"item_ref":"VERS1004A"}
  created_at datetime NULL, -- metadata={"item_ref":"VERS1005A"}
  created_by nvarchar(10) NULL, -- metadata={"item_ref":"VERS1006A"}
  impact_description nvarchar(255) NULL, -- metadata={"item_ref":"VERS1007A"}
  CONSTRAINT pk_ssd_version_log PRIMARY KEY (version_number)
);
-- META-ELEMENT: {"type": "insert_data"}
-- not loaded: liquid_logic does not hold it, the script itself writes its row
GO
