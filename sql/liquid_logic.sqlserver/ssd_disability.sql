-- META-ELEMENT: {"type": "header"}
-- ssd_disability for Liquid Logic on SQL Server (2012 or later), for reading: the script that is run is liquid_logic.sqlserver.sql,
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
  picked.disa_person_id,
  picked.disa_table_id,
  picked.disa_disability_code
FROM (
  SELECT
    CAST(fd.[DIM_PERSON_ID] AS nvarchar(30)) AS disa_person_id, -- disa_person_id
    CAST(fd.[FACT_DISABILITY_ID] AS nvarchar(30)) AS disa_table_id, -- disa_table_id
    LEFT(NULLIF(LTRIM(RTRIM(dislup.[NAT_ID])), N''), 48) AS disa_disability_code, -- disa_disability_code
    ROW_NUMBER() OVER (PARTITION BY fd.[FACT_DISABILITY_ID] ORDER BY CASE WHEN dislup.[NAT_ID] IS NULL THEN 1 ELSE 0 END, dislup.[NAT_ID], CASE WHEN fd.[DIM_PERSON_ID] IS NULL THEN 1 ELSE 0 END, fd.[DIM_PERSON_ID], CASE WHEN fd.[FACT_DISABILITY_ID] IS NULL THEN 1 ELSE 0 END, fd.[FACT_DISABILITY_ID]) AS ssd_row
  FROM [HDM].[Child_Social].[FACT_DISABILITY] AS fd
  INNER JOIN [HDM].[Child_Social].[DIM_LOOKUP_DISAB] AS dislup ON dislup.[MAIN_CODE] = fd.[DIM_LOOKUP_DISAB_CODE]
  WHERE fd.[DIM_PERSON_ID] <> -1
    AND fd.[DIM_LOOKUP_DISAB_CODE] IS NOT NULL
    AND (fd.[END_DTTM] IS NULL OR fd.[END_DTTM] > @ssd_today)
    AND NULLIF(LTRIM(RTRIM(dislup.[NAT_ID])), N'') IS NOT NULL
    AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(fd.[DIM_PERSON_ID] AS nvarchar(30)))
    AND fd.[DIM_PERSON_ID] IS NOT NULL
    AND fd.[FACT_DISABILITY_ID] IS NOT NULL
    AND NULLIF(RTRIM(NULLIF(LTRIM(RTRIM(dislup.[NAT_ID])), N'')), N'') IS NOT NULL
) AS picked
WHERE picked.ssd_row = 1;
-- META-ELEMENT: {"type": "create_fk"}
IF NOT EXISTS (SELECT 1 FROM sys.foreign_keys WHERE parent_object_id = OBJECT_ID(N'ssd_disability', N'U') AND name = N'fk_ssd_disability_disa_person_id')
ALTER TABLE ssd_disability ADD CONSTRAINT fk_ssd_disability_disa_person_id FOREIGN KEY (disa_person_id) REFERENCES ssd_person (pers_person_id);
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_disability', N'U') AND name = N'ix_ssd_disability_disa_person_id')
CREATE INDEX ix_ssd_disability_disa_person_id ON ssd_disability (disa_person_id);
GO
