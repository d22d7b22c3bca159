-- META-ELEMENT: {"type": "header"}
-- ssd_mother for Mosaic on SQL Server (2012 or later), for reading: the script that is run is mosaic.sqlserver.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_mother"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_mother', N'U') IS NULL
CREATE TABLE ssd_mother (
  moth_table_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"MOTH004A"}
  moth_person_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"MOTH002A"}
  moth_childs_person_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"MOTH001A"}
  moth_childs_dob datetime NULL, -- metadata={"item_ref":"MOTH003A"}
  CONSTRAINT pk_ssd_mother PRIMARY KEY (moth_table_id)
);
-- META-ELEMENT: {"type": "insert_data"}
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
INSERT INTO ssd_mother (
  moth_table_id, -- metadata={"item_ref":"MOTH004A"}
  moth_person_id, -- metadata={"item_ref":"MOTH002A"}
  moth_childs_person_id, -- metadata={"item_ref":"MOTH001A"}
  moth_childs_dob -- metadata={"item_ref":"MOTH003A"}
)
SELECT
  picked.moth_table_id,
  picked.moth_person_id,
  picked.moth_childs_person_id,
  picked.moth_childs_dob
FROM (
  SELECT
    numbered.moth_table_id,
    numbered.moth_person_id,
    numbered.moth_childs_person_id,
    numbered.moth_childs_dob,
    ROW_NUMBER() OVER (PARTITION BY numbered.moth_table_id ORDER BY numbered.ssd_place) AS ssd_key_row
  FROM (
  SELECT
    LEFT(NULLIF(RTRIM(CONCAT(CAST(kin.[PERSON_ID] AS nvarchar(30)), N'.', CAST(kin.[OTHER_PERSON_ID] AS nvarchar(30)))), N''), 48) AS moth_table_id, -- moth_table_id
    CAST(kin.[PERSON_ID] AS nvarchar(30)) AS moth_person_id, -- moth_person_id
    CAST(kin.[OTHER_PERSON_ID] AS nvarchar(30)) AS moth_childs_person_id, -- moth_childs_person_id
    kid.[DATE_OF_BIRTH] AS moth_childs_dob, -- moth_childs_dob
    ROW_NUMBER() OVER (PARTITION BY kin.[PERSON_ID], kin.[OTHER_PERSON_ID] ORDER BY CASE WHEN kin.[START_DATE] IS NULL THEN 1 ELSE 0 END, kin.[START_DATE], CASE WHEN kin.[PERSON_ID] IS NULL THEN 1 ELSE 0 END, kin.[PERSON_ID], CASE WHEN kin.[OTHER_PERSON_ID] IS NULL THEN 1 ELSE 0 END, kin.[OTHER_PERSON_ID], CASE WHEN kid.[DATE_OF_BIRTH] IS NULL THEN 1 ELSE 0 END, kid.[DATE_OF_BIRTH]) AS ssd_row,
    ROW_NUMBER() OVER (ORDER BY CASE WHEN kin.[START_DATE] IS NULL THEN 1 ELSE 0 END, kin.[START_DATE], CASE WHEN kin.[PERSON_ID] IS NULL THEN 1 ELSE 0 END, kin.[PERSON_ID], CASE WHEN kin.[OTHER_PERSON_ID] IS NULL THEN 1 ELSE 0 END, kin.[OTHER_PERSON_ID], CASE WHEN kid.[DATE_OF_BIRTH] IS NULL THEN 1 ELSE 0 END, kid.[DATE_OF_BIRTH]) AS ssd_place
  FROM [DM_PERSONAL_RELATIONSHIPS] AS kin
  LEFT JOIN [DM_PERSONS] AS kid ON kid.[PERSON_ID] = kin.[OTHER_PERSON_ID]
  WHERE kin.[IS_MOTHER] = N'Y'
    AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(kin.[PERSON_ID] AS nvarchar(30)))
    AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(kin.[OTHER_PERSON_ID] AS nvarchar(30)))
    AND NULLIF(RTRIM(CONCAT(CAST(kin.[PERSON_ID] AS nvarchar(30)), N'.', CAST(kin.[OTHER_PERSON_ID] AS nvarchar(30)))), N'') IS NOT NULL
    AND kin.[PERSON_ID] IS NOT NULL
    AND kin.[OTHER_PERSON_ID] IS NOT NULL
) AS numbered
WHERE numbered.ssd_row = 1
) AS picked
WHERE picked.ssd_key_row = 1;
-- META-ELEMENT: {"type": "create_fk"}
IF NOT EXISTS (SELECT 1 FROM sys.foreign_keys WHERE parent_object_id = OBJECT_ID(N'ssd_mother', N'U') AND name = N'fk_ssd_mother_moth_person_id')
ALTER TABLE ssd_mother ADD CONSTRAINT fk_ssd_mother_moth_person_id FOREIGN KEY (moth_person_id) REFERENCES ssd_person (pers_person_id);
IF NOT EXISTS (SELECT 1 FROM sys.foreign_keys WHERE parent_object_id = OBJECT_ID(N'ssd_mother', N'U') AND name = N'fk_ssd_mother_moth_childs_person_id')
ALTER TABLE ssd_mother ADD CONSTRAINT fk_ssd_mother_moth_childs_person_id FOREIGN KEY (moth_childs_person_id) REFERENCES ssd_person (pers_person_id);
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_mother', N'U') AND name = N'ix_ssd_mother_moth_person_id')
CREATE INDEX ix_ssd_mother_moth_person_id ON ssd_mother (moth_person_id);
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_mother', N'U') AND name = N'ix_ssd_mother_moth_childs_person_id')
CREATE INDEX ix_ssd_mother_moth_childs_person_id ON ssd_mother (moth_childs_person_id);
GO
