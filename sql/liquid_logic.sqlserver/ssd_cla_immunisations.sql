-- META-ELEMENT: {"type": "header"}
-- ssd_cla_immunisations for Liquid Logic on SQL Server (2012 or later), for reading: the script that is run is liquid_logic.sqlserver.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_immunisations"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_cla_immunisations', N'U') IS NULL
CREATE TABLE ssd_cla_immunisations (
  clai_person_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"CLAI002A"}
  clai_immunisations_status nchar(1) NULL, -- metadata={"item_ref":"CLAI004A"}
  clai_immunisations_status_date datetime NULL, -- metadata={"item_ref":"CLAI005A"}
  CONSTRAINT pk_ssd_cla_immunisations PRIMARY KEY (clai_person_id)
);
-- META-ELEMENT: {"type": "insert_data"}
INSERT INTO ssd_cla_immunisations (
  clai_person_id, -- metadata={"item_ref":"CLAI002A"}
  clai_immunisations_status, -- metadata={"item_ref":"CLAI004A"}
  clai_immunisations_status_date -- metadata={"item_ref":"CLAI005A"}
)
SELECT
  picked.clai_person_id,
  picked.clai_immunisations_status,
  picked.clai_immunisations_status_date
FROM (
  SELECT
    CAST(fcla.[DIM_PERSON_ID] AS nvarchar(30)) AS clai_person_id, -- clai_person_id
    LEFT(NULLIF(RTRIM(fcla.[IMMU_UP_TO_DATE_FLAG]), N''), 1) AS clai_immunisations_status, -- clai_immunisations_status
    fcla.[LAST_UPDATED_DTTM] AS clai_immunisations_status_date, -- clai_immunisations_status_date
    ROW_NUMBER() OVER (PARTITION BY fcla.[DIM_PERSON_ID] ORDER BY fcla.[LAST_UPDATED_DTTM] DESC, fcla.[FACT_CLA_ID] DESC) AS ssd_row
  FROM [HDM].[Child_Social].[FACT_CLA] AS fcla
  WHERE EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(fcla.[DIM_PERSON_ID] AS nvarchar(30)))
    AND fcla.[DIM_PERSON_ID] IS NOT NULL
) AS picked
WHERE picked.ssd_row = 1;
-- META-ELEMENT: {"type": "create_fk"}
IF NOT EXISTS (SELECT 1 FROM sys.foreign_keys WHERE parent_object_id = OBJECT_ID(N'ssd_cla_immunisations', N'U') AND name = N'fk_ssd_cla_immunisations_clai_person_id')
ALTER TABLE ssd_cla_immunisations ADD CONSTRAINT fk_ssd_cla_immunisations_clai_person_id FOREIGN KEY (clai_person_id) REFERENCES ssd_person (pers_person_id);
GO
