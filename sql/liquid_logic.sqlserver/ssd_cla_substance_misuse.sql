-- META-ELEMENT: {"type": "header"}
-- ssd_cla_substance_misuse for Liquid Logic on SQL Server (2012 or later), for reading: the script that is run is liquid_logic.sqlserver.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_substance_misuse"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_cla_substance_misuse', N'U') IS NULL
CREATE TABLE ssd_cla_substance_misuse (
  clas_substance_misuse_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"CLAS001A"}
  clas_person_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"CLAS002A"}
  clas_substance_misuse_date datetime NULL, -- metadata={"item_ref":"CLAS003A"}
  clas_substance_misused nchar(100) NULL, -- metadata={"item_ref":"CLAS004A"}
  clas_intervention_received nchar(1) NULL, -- metadata={"item_ref":"CLAS005A"}
  CONSTRAINT pk_ssd_cla_substance_misuse PRIMARY KEY (clas_substance_misuse_id)
);
-- META-ELEMENT: {"type": "insert_data"}
INSERT INTO ssd_cla_substance_misuse (
  clas_substance_misuse_id, -- metadata={"item_ref":"CLAS001A"}
  clas_person_id, -- metadata={"item_ref":"CLAS002A"}
  clas_substance_misuse_date, -- metadata={"item_ref":"CLAS003A"}
  clas_substance_misused, -- metadata={"item_ref":"CLAS004A"}
  clas_intervention_received -- metadata={"item_ref":"CLAS005A"}
)
SELECT
  CAST(fsm.[FACT_SUBSTANCE_MISUSE_ID] AS nvarchar(30)), -- clas_substance_misuse_id
  CAST(fsm.[DIM_PERSON_ID] AS nvarchar(30)), -- clas_person_id
  fsm.[START_DTTM], -- clas_substance_misuse_date
  LEFT(NULLIF(RTRIM(fsm.[DIM_LOOKUP_SUBSTANCE_TYPE_CODE]), N''), 100), -- clas_substance_misused
  LEFT(NULLIF(RTRIM(fsm.[ACCEPT_FLAG]), N''), 1) -- clas_intervention_received
FROM [HDM].[Child_Social].[FACT_SUBSTANCE_MISUSE] AS fsm
WHERE EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(fsm.[DIM_PERSON_ID] AS nvarchar(30)))
  AND fsm.[FACT_SUBSTANCE_MISUSE_ID] IS NOT NULL
  AND fsm.[DIM_PERSON_ID] IS NOT NULL;
-- META-ELEMENT: {"type": "create_fk"}
IF NOT EXISTS (SELECT 1 FROM sys.foreign_keys WHERE parent_object_id = OBJECT_ID(N'ssd_cla_substance_misuse', N'U') AND name = N'fk_ssd_cla_substance_misuse_clas_person_id')
ALTER TABLE ssd_cla_substance_misuse ADD CONSTRAINT fk_ssd_cla_substance_misuse_clas_person_id FOREIGN KEY (clas_person_id) REFERENCES ssd_person (pers_person_id);
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_cla_substance_misuse', N'U') AND name = N'ix_ssd_cla_substance_misuse_clas_person_id')
CREATE INDEX ix_ssd_cla_substance_misuse_clas_person_id ON ssd_cla_substance_misuse (clas_person_id);
GO
