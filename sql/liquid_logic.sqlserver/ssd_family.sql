-- META-ELEMENT: {"type": "header"}
-- ssd_family for Liquid Logic on SQL Server (2012 or later), for reading: the script that is run is liquid_logic.sqlserver.sql,
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
    CAST(fc.[EXTERNAL_ID] AS nvarchar(30)) AS fami_table_id, -- fami_table_id
    CAST(fc.[DIM_LOOKUP_FAMILYOFRESIDENCE_ID] AS nvarchar(30)) AS fami_family_id, -- fami_family_id
    CAST(fc.[DIM_PERSON_ID] AS nvarchar(30)) AS fami_person_id, -- fami_person_id
    ROW_NUMBER() OVER (PARTITION BY fc.[EXTERNAL_ID] ORDER BY CASE WHEN fc.[DIM_LOOKUP_FAMILYOFRESIDENCE_ID] IS NULL THEN 1 ELSE 0 END, fc.[DIM_LOOKUP_FAMILYOFRESIDENCE_ID], CASE WHEN fc.[EXTERNAL_ID] IS NULL THEN 1 ELSE 0 END, fc.[EXTERNAL_ID], CASE WHEN fc.[DIM_PERSON_ID] IS NULL THEN 1 ELSE 0 END, fc.[DIM_PERSON_ID]) AS ssd_row
  FROM [HDM].[Child_Social].[FACT_CONTACTS] AS fc
  WHERE fc.[DIM_PERSON_ID] <> -1
    AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(fc.[DIM_PERSON_ID] AS nvarchar(30)))
    AND fc.[EXTERNAL_ID] IS NOT NULL
    AND fc.[DIM_LOOKUP_FAMILYOFRESIDENCE_ID] IS NOT NULL
    AND fc.[DIM_PERSON_ID] IS NOT NULL
) AS picked
WHERE picked.ssd_row = 1;
-- META-ELEMENT: {"type": "create_fk"}
IF NOT EXISTS (SELECT 1 FROM sys.foreign_keys WHERE parent_object_id = OBJECT_ID(N'ssd_family', N'U') AND name = N'fk_ssd_family_fami_person_id')
ALTER TABLE ssd_family ADD CONSTRAINT fk_ssd_family_fami_person_id FOREIGN KEY (fami_person_id) REFERENCES ssd_person (pers_person_id);
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_family', N'U') AND name = N'ix_ssd_family_fami_person_id')
CREATE INDEX ix_ssd_family_fami_person_id ON ssd_family (fami_person_id);
GO
