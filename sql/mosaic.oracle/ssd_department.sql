-- META-ELEMENT: {"type": "header"}
-- ssd_department for Mosaic on Oracle (12.2 or later), for reading: the script that is run is mosaic.oracle.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_department"}
-- META-ELEMENT: {"type": "create_table"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_DEPARTMENT';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE TABLE ssd_department (
  dept_team_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"DEPT1001A"}
  dept_team_name nvarchar2(255) NULL, -- metadata={"item_ref":"DEPT1002A"}
  dept_team_parent_id nvarchar2(48) NULL, -- metadata={"item_ref":"DEPT1003A"}
  dept_team_parent_name nvarchar2(255) NULL, -- metadata={"item_ref":"DEPT1004A"}
  CONSTRAINT pk_ssd_department PRIMARY KEY (dept_team_id)
)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "insert_data"}
INSERT INTO ssd_department (
  dept_team_id, -- metadata={"item_ref":"DEPT1001A"}
  dept_team_name -- metadata={"item_ref":"DEPT1002A"}
  -- dept_team_parent_id is not held: the data mart shows no hierarchy of teams
  -- dept_team_parent_name is not held: the data mart shows no hierarchy of teams
)
SELECT
  TO_CHAR(unit.ORGANISATION_ID), -- dept_team_id
  SUBSTR(RTRIM(unit.NAME), 1, 255) -- dept_team_name
FROM DM_ORGANISATIONS unit
WHERE unit.ORGANISATION_ID IS NOT NULL;
-- META-ELEMENT: {"type": "create_fk"}
-- not enforced: dept_team_parent_id to ssd_department.dept_team_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_DEPARTMENT' AND index_name = 'IX_SSD_DEPARTMENT_DEPT_TEAM_PARENT_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_department_dept_team_parent_id ON ssd_department (dept_team_parent_id)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "count_orphans"}
SELECT 'ssd_department.dept_team_parent_id' AS reference, COUNT(*) AS orphans FROM ssd_department child WHERE child.dept_team_parent_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_department parent WHERE parent.dept_team_id = child.dept_team_parent_id);
