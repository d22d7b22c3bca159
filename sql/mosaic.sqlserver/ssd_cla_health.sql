-- META-ELEMENT: {"type": "header"}
-- ssd_cla_health for Mosaic on SQL Server (2012 or later), for reading: the script that is run is mosaic.sqlserver.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_health"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_cla_health', N'U') IS NULL
CREATE TABLE ssd_cla_health (
  clah_health_check_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"CLAH001A"}
  clah_person_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"CLAH002A"}
  clah_health_check_type nvarchar(500) NULL, -- metadata={"item_ref":"CLAH003A"}
  clah_health_check_date datetime NULL, -- metadata={"item_ref":"CLAH004A"}
  clah_health_check_status nvarchar(48) NULL, -- metadata={"item_ref":"CLAH005A"}
  CONSTRAINT pk_ssd_cla_health PRIMARY KEY (clah_health_check_id)
);
-- META-ELEMENT: {"type": "insert_data"}
WITH checks AS (
  SELECT N'DT' AS kind, d.[DENTAL_ID] AS check_id, d.[PERSON_ID] AS person_id, d.[DENTAL_CHECK_DATE] AS check_date
  FROM [DM_DENTAL_CHECKS] AS d
  UNION ALL
  SELECT N'HA', a.[HEALTH_ID] AS health_id, a.[PERSON_ID] AS person_id, a.[HEALTH_ASSESSMENT_DATE] AS health_assessment_date
  FROM [DM_HEALTH_ASSESSMENTS] AS a
  WHERE COALESCE(a.[SDQ_COMPLETED], N'N') = N'N'
  UNION ALL
  SELECT N'HC', c.[HEALTH_CHECK_ID] AS health_check_id, c.[PERSON_ID] AS person_id, c.[HEALTH_CHECK_DATE] AS health_check_date
  FROM [DM_HEALTH_CHECKS] AS c
)
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
INSERT INTO ssd_cla_health (
  clah_health_check_id, -- metadata={"item_ref":"CLAH001A"}
  clah_person_id, -- metadata={"item_ref":"CLAH002A"}
  clah_health_check_type, -- metadata={"item_ref":"CLAH003A"}
  clah_health_check_date -- metadata={"item_ref":"CLAH004A"}
  -- clah_health_check_status is not held: no source of the status is known yet
)
SELECT
  picked.clah_health_check_id,
  picked.clah_person_id,
  picked.clah_health_check_type,
  picked.clah_health_check_date
FROM (
  SELECT
    LEFT(NULLIF(RTRIM(CONCAT(chk.kind, N'.', CAST(chk.check_id AS nvarchar(30)))), N''), 48) AS clah_health_check_id, -- clah_health_check_id
    CAST(chk.person_id AS nvarchar(30)) AS clah_person_id, -- clah_person_id
    CASE chk.kind WHEN N'DT' THEN N'Dental Check' WHEN N'HA' THEN N'Health Assessment' WHEN N'HC' THEN N'Health Check' END AS clah_health_check_type, -- clah_health_check_type
    chk.check_date AS clah_health_check_date, -- clah_health_check_date
    ROW_NUMBER() OVER (PARTITION BY CONCAT(chk.kind, N'.', CAST(chk.check_id AS nvarchar(30))) ORDER BY CASE WHEN chk.kind IS NULL THEN 1 ELSE 0 END, chk.kind, CASE WHEN chk.check_id IS NULL THEN 1 ELSE 0 END, chk.check_id, CASE WHEN chk.person_id IS NULL THEN 1 ELSE 0 END, chk.person_id, CASE WHEN chk.check_date IS NULL THEN 1 ELSE 0 END, chk.check_date) AS ssd_row
  FROM checks AS chk
  WHERE chk.check_date < DATEADD(day, 1, @ssd_today)
    AND (chk.check_date >= @ssd_window_start OR chk.check_date IS NULL)
    AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(chk.person_id AS nvarchar(30)))
    AND NULLIF(RTRIM(CONCAT(chk.kind, N'.', CAST(chk.check_id AS nvarchar(30)))), N'') IS NOT NULL
    AND chk.person_id IS NOT NULL
) AS picked
WHERE picked.ssd_row = 1;
-- META-ELEMENT: {"type": "create_fk"}
IF NOT EXISTS (SELECT 1 FROM sys.foreign_keys WHERE parent_object_id = OBJECT_ID(N'ssd_cla_health', N'U') AND name = N'fk_ssd_cla_health_clah_person_id')
ALTER TABLE ssd_cla_health ADD CONSTRAINT fk_ssd_cla_health_clah_person_id FOREIGN KEY (clah_person_id) REFERENCES ssd_person (pers_person_id);
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_cla_health', N'U') AND name = N'ix_ssd_cla_health_clah_person_id')
CREATE INDEX ix_ssd_cla_health_clah_person_id ON ssd_cla_health (clah_person_id);
GO
