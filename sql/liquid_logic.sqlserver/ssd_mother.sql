-- META-ELEMENT: {"type": "header"}
-- ssd_mother for Liquid Logic on SQL Server (2012 or later), for reading: the script that is run is liquid_logic.sqlserver.sql,
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
INSERT INTO ssd_mother (
  moth_table_id, -- metadata={"item_ref":"MOTH004A"}
  moth_person_id, -- metadata={"item_ref":"MOTH002A"}
  moth_childs_person_id, -- metadata={"item_ref":"MOTH001A"}
  moth_childs_dob -- metadata={"item_ref":"MOTH003A"}
)
SELECT
  CAST(fpr.[FACT_PERSON_RELATION_ID] AS nvarchar(30)), -- moth_table_id
  CAST(fpr.[DIM_PERSON_ID] AS nvarchar(30)), -- moth_person_id
  CAST(fpr.[DIM_RELATED_PERSON_ID] AS nvarchar(30)), -- moth_childs_person_id
  fpr.[DIM_RELATED_PERSON_DOB] -- moth_childs_dob
FROM [HDM].[Child_Social].[FACT_PERSON_RELATION] AS fpr
INNER JOIN [HDM].[Child_Social].[DIM_PERSON] AS p ON fpr.[DIM_PERSON_ID] = p.[DIM_PERSON_ID]
WHERE p.[GENDER_MAIN_CODE] <> N'M'
  AND fpr.[DIM_LOOKUP_RELTN_TYPE_CODE] = N'CHI'
  AND fpr.[END_DTTM] IS NULL
  AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(fpr.[DIM_PERSON_ID] AS nvarchar(30)))
  AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(fpr.[DIM_RELATED_PERSON_ID] AS nvarchar(30)))
  AND fpr.[FACT_PERSON_RELATION_ID] IS NOT NULL
  AND fpr.[DIM_PERSON_ID] IS NOT NULL
  AND fpr.[DIM_RELATED_PERSON_ID] IS NOT NULL;
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
