-- META-ELEMENT: {"type": "header"}
-- ssd_disability for Mosaic on SQL Server (2012 or later), for reading: the script that is run is mosaic.sqlserver.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_disability"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_disability', N'U') IS NULL
CREATE TABLE ssd_disability (
  disa_person_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"DISA001A"}
  disa_table_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"DISA003A"}
  disa_disability_code nvarchar(48) NOT NULL, -- metadata={"item_ref":"DISA002A"}
  CONSTRAINT pk_ssd_disability PRIMARY KEY (disa_table_id)
);
-- META-ELEMENT: {"type": "insert_data"}
INSERT INTO ssd_disability (
  disa_person_id, -- metadata={"item_ref":"DISA001A"}
  disa_table_id, -- metadata={"item_ref":"DISA003A"}
  disa_disability_code -- metadata={"item_ref":"DISA002A"}
)
SELECT
  CAST(disab.[PERSON_ID] AS nvarchar(30)), -- disa_person_id
  CAST(disab.[DISABILITY_ID] AS nvarchar(30)), -- disa_table_id
  LEFT(NULLIF(RTRIM(disab.[CIN_DISABILITY_CATEGORY_CODE]), N''), 48) -- disa_disability_code
FROM [DM_DISABILITIES] AS disab
WHERE disab.[CIN_DISABILITY_CATEGORY_CODE] IS NOT NULL
  AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(disab.[PERSON_ID] AS nvarchar(30)))
  AND disab.[PERSON_ID] IS NOT NULL
  AND disab.[DISABILITY_ID] IS NOT NULL
  AND NULLIF(RTRIM(disab.[CIN_DISABILITY_CATEGORY_CODE]), N'') IS NOT NULL;
-- META-ELEMENT: {"type": "create_fk"}
IF NOT EXISTS (SELECT 1 FROM sys.foreign_keys WHERE parent_object_id = OBJECT_ID(N'ssd_disability', N'U') AND name = N'fk_ssd_disability_disa_person_id')
ALTER TABLE ssd_disability ADD CONSTRAINT fk_ssd_disability_disa_person_id FOREIGN KEY (disa_person_id) REFERENCES ssd_person (pers_person_id);
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_disability', N'U') AND name = N'ix_ssd_disability_disa_person_id')
CREATE INDEX ix_ssd_disability_disa_person_id ON ssd_disability (disa_person_id);
GO
