-- META-ELEMENT: {"type": "header"}
-- ssd_department for Liquid Logic on SQL Server (2012 or later), for reading: the script that is run is liquid_logic.sqlserver.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_department"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_department', N'U') IS NULL
CREATE TABLE ssd_department (
  dept_team_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"DEPT1001A"}
  dept_team_name nvarchar(255) NULL, -- metadata={"item_ref":"DEPT1002A"}
  dept_team_parent_id nvarchar(48) NULL, -- metadata={"item_ref":"DEPT1003A"}
  dept_team_parent_name nvarchar(255) NULL, -- metadata={"item_ref":"DEPT1004A"}
  CONSTRAINT pk_ssd_department PRIMARY KEY (dept_team_id)
);
-- META-ELEMENT: {"type": "insert_data"}
INSERT INTO ssd_department (
  dept_team_id, -- metadata={"item_ref":"DEPT1001A"}
  dept_team_name, -- metadata={"item_ref":"DEPT1002A"}
  dept_team_parent_id, -- metadata={"item_ref":"DEPT1003A"}
  dept_team_parent_name -- metadata={"item_ref":"DEPT1004A"}
)
SELECT
  CAST(dpt.[DIM_DEPARTMENT_ID] AS nvarchar(30)), -- dept_team_id
  LEFT(NULLIF(RTRIM(dpt.[NAME]), N''), 255), -- dept_team_name
  CAST(dpt.[DEPT_ID] AS nvarchar(30)), -- dept_team_parent_id
  LEFT(NULLIF(RTRIM(dpt.[DEPT_TYPE_DESCRIPTION]), N''), 255) -- dept_team_parent_name
FROM [HDM].[Child_Social].[DIM_DEPARTMENT] AS dpt
WHERE dpt.[DIM_DEPARTMENT_ID] <> -1
  AND dpt.[DIM_DEPARTMENT_ID] IS NOT NULL;
-- META-ELEMENT: {"type": "create_fk"}
-- not enforced: dept_team_parent_id to ssd_department.dept_team_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_department', N'U') AND name = N'ix_ssd_department_dept_team_parent_id')
CREATE INDEX ix_ssd_department_dept_team_parent_id ON ssd_department (dept_team_parent_id);
-- META-ELEMENT: {"type": "count_orphans"}
SELECT N'ssd_department.dept_team_parent_id' AS reference, COUNT(*) AS orphans FROM ssd_department AS child WHERE child.dept_team_parent_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_department AS parent WHERE parent.dept_team_id = child.dept_team_parent_id);
GO
