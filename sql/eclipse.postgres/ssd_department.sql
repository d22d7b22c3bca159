-- META-ELEMENT: {"type": "header"}
-- ssd_department for Eclipse on PostgreSQL (10 or later), for reading: the script that is run is eclipse.postgres.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_department"}
-- META-ELEMENT: {"type": "create_table"}
CREATE TABLE IF NOT EXISTS ssd_department (
  dept_team_id varchar(48) NOT NULL, -- metadata={"item_ref":"DEPT1001A"}
  dept_team_name varchar(255) NULL, -- metadata={"item_ref":"DEPT1002A"}
  dept_team_parent_id varchar(48) NULL, -- metadata={"item_ref":"DEPT1003A"}
  dept_team_parent_name varchar(255) NULL, -- metadata={"item_ref":"DEPT1004A"}
  CONSTRAINT pk_ssd_department PRIMARY KEY (dept_team_id)
);
-- META-ELEMENT: {"type": "insert_data"}
INSERT INTO ssd_department (
  dept_team_id, -- metadata={"item_ref":"DEPT1001A"}
  dept_team_name -- metadata={"item_ref":"DEPT1002A"}
  -- dept_team_parent_id is not held: no view is known that has the parents of teams
  -- dept_team_parent_name is not held: no view is known that has the parents of teams
)
SELECT
  picked.dept_team_id,
  picked.dept_team_name
FROM (
  SELECT
    CAST(o.organisationid AS text) AS dept_team_id, -- dept_team_id
    left(NULLIF(rtrim(o.description), ''), 255) AS dept_team_name, -- dept_team_name
    ROW_NUMBER() OVER (PARTITION BY o.organisationid ORDER BY o.description, o.organisationid) AS ssd_row
  FROM organisationview AS o
  WHERE o.organisationclass = 'TEAM'
    AND (o.sector IS NULL OR o.sector NOT IN ('CHARITY', 'PRIVATE'))
    AND (o.sectorsubtype IS NULL OR o.sectorsubtype NOT IN ('ADULT_SOCIAL_SERVICES', 'EDUCATION'))
    AND o.organisationid IS NOT NULL
) AS picked
WHERE picked.ssd_row = 1;
-- META-ELEMENT: {"type": "create_fk"}
-- not enforced: dept_team_parent_id to ssd_department.dept_team_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
CREATE INDEX IF NOT EXISTS ix_ssd_department_dept_team_parent_id ON ssd_department (dept_team_parent_id);
-- META-ELEMENT: {"type": "count_orphans"}
SELECT 'ssd_department.dept_team_parent_id' AS reference, COUNT(*) AS orphans FROM ssd_department AS child WHERE child.dept_team_parent_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_department AS parent WHERE parent.dept_team_id = child.dept_team_parent_id);
