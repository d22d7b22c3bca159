-- META-ELEMENT: {"type": "header"}
-- ssd_family for Mosaic on SQL Server (2012 or later), for reading: the script that is run is mosaic.sqlserver.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_family"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_family', N'U') IS NULL
CREATE TABLE ssd_family (
  fami_table_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"FAMI003A"}
  fami_family_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"FAMI001A"}
  fami_person_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"FAMI002A"}
  CONSTRAINT pk_ssd_family PRIMARY KEY (fami_table_id)
);
-- META-ELEMENT: {"type": "insert_data"}
WITH step_people AS (
  SELECT DISTINCT s.[SUBGROUP_ID] AS subgroup_id, s.[SUBJECT_COMPOUND_ID] AS person_id
  FROM [DM_SUBGROUP_SUBJECTS] AS s
  WHERE s.[SUBJECT_TYPE_CODE] = N'PER'
)
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
INSERT INTO ssd_family (
  fami_table_id, -- metadata={"item_ref":"FAMI003A"}
  fami_family_id, -- metadata={"item_ref":"FAMI001A"}
  fami_person_id -- metadata={"item_ref":"FAMI002A"}
)
SELECT
  picked.fami_table_id,
  picked.fami_family_id,
  picked.fami_person_id
FROM (
  SELECT
    numbered.fami_table_id,
    numbered.fami_family_id,
    numbered.fami_person_id,
    ROW_NUMBER() OVER (PARTITION BY numbered.fami_table_id ORDER BY numbered.ssd_place) AS ssd_key_row
  FROM (
  SELECT
    LEFT(NULLIF(RTRIM(CONCAT(CAST(part.[GROUP_ID] AS nvarchar(30)), N'.', CAST(subj.person_id AS nvarchar(30)))), N''), 48) AS fami_table_id, -- fami_table_id
    CAST(part.[GROUP_ID] AS nvarchar(30)) AS fami_family_id, -- fami_family_id
    CAST(subj.person_id AS nvarchar(30)) AS fami_person_id, -- fami_person_id
    ROW_NUMBER() OVER (PARTITION BY part.[GROUP_ID], subj.person_id ORDER BY CASE WHEN part.[SUBGROUP_ID] IS NULL THEN 1 ELSE 0 END, part.[SUBGROUP_ID], CASE WHEN part.[GROUP_ID] IS NULL THEN 1 ELSE 0 END, part.[GROUP_ID], CASE WHEN subj.person_id IS NULL THEN 1 ELSE 0 END, subj.person_id) AS ssd_row,
    ROW_NUMBER() OVER (ORDER BY CASE WHEN part.[SUBGROUP_ID] IS NULL THEN 1 ELSE 0 END, part.[SUBGROUP_ID], CASE WHEN part.[GROUP_ID] IS NULL THEN 1 ELSE 0 END, part.[GROUP_ID], CASE WHEN subj.person_id IS NULL THEN 1 ELSE 0 END, subj.person_id) AS ssd_place
  FROM [DM_SUBGROUPS] AS part
  INNER JOIN step_people AS subj ON subj.subgroup_id = part.[SUBGROUP_ID]
  WHERE part.[ONLY_SUBJECT_TYPE_CODE] IS NULL
    AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(subj.person_id AS nvarchar(30)))
    AND NULLIF(RTRIM(CONCAT(CAST(part.[GROUP_ID] AS nvarchar(30)), N'.', CAST(subj.person_id AS nvarchar(30)))), N'') IS NOT NULL
    AND part.[GROUP_ID] IS NOT NULL
    AND subj.person_id IS NOT NULL
) AS numbered
WHERE numbered.ssd_row = 1
) AS picked
WHERE picked.ssd_key_row = 1;
-- META-ELEMENT: {"type": "create_fk"}
IF NOT EXISTS (SELECT 1 FROM sys.foreign_keys WHERE parent_object_id = OBJECT_ID(N'ssd_family', N'U') AND name = N'fk_ssd_family_fami_person_id')
ALTER TABLE ssd_family ADD CONSTRAINT fk_ssd_family_fami_person_id FOREIGN KEY (fami_person_id) REFERENCES ssd_person (pers_person_id);
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_family', N'U') AND name = N'ix_ssd_family_fami_person_id')
CREATE INDEX ix_ssd_family_fami_person_id ON ssd_family (fami_person_id);
GO
