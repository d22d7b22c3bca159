-- META-ELEMENT: {"type": "header"}
-- ssd_cla_placement for Liquid Logic on SQL Server (2012 or later), for reading: the script that is run is liquid_logic.sqlserver.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_placement"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_cla_placement', N'U') IS NULL
CREATE TABLE ssd_cla_placement (
  clap_cla_placement_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"CLAP001A"}
  clap_cla_placement_start_date datetime NULL, -- metadata={"item_ref":"CLAP003A"}
  clap_cla_placement_type nvarchar(100) NULL, -- metadata={"item_ref":"CLAP004A"}
  clap_cla_placement_urn nvarchar(48) NULL, -- metadata={"item_ref":"CLAP005A"}
  clap_cla_placement_distance float NULL, -- metadata={"item_ref":"CLAP011A"}
  clap_cla_id nvarchar(48) NULL, -- metadata={"item_ref":"CLAP012A"}
  clap_cla_placement_provider nvarchar(48) NULL, -- metadata={"item_ref":"CLAP007A"}
  clap_cla_placement_postcode nvarchar(8) NULL, -- metadata={"item_ref":"CLAP008A"}
  clap_cla_placement_end_date datetime NULL, -- metadata={"item_ref":"CLAP009A"}
  clap_cla_placement_change_reason nvarchar(100) NULL, -- metadata={"item_ref":"CLAP010A"}
  clap_person_id nvarchar(48) NULL, -- metadata={"item_ref":"CLAP013A"}
  CONSTRAINT pk_ssd_cla_placement PRIMARY KEY (clap_cla_placement_id)
);
-- META-ELEMENT: {"type": "insert_data"}
INSERT INTO ssd_cla_placement (
  clap_cla_placement_id, -- metadata={"item_ref":"CLAP001A"}
  clap_cla_placement_start_date, -- metadata={"item_ref":"CLAP003A"}
  clap_cla_placement_type, -- metadata={"item_ref":"CLAP004A"}
  clap_cla_placement_urn, -- metadata={"item_ref":"CLAP005A"}
  clap_cla_placement_distance, -- metadata={"item_ref":"CLAP011A"}
  clap_cla_id, -- metadata={"item_ref":"CLAP012A"}
  clap_cla_placement_provider, -- metadata={"item_ref":"CLAP007A"}
  clap_cla_placement_postcode, -- metadata={"item_ref":"CLAP008A"}
  clap_cla_placement_end_date, -- metadata={"item_ref":"CLAP009A"}
  clap_cla_placement_change_reason, -- metadata={"item_ref":"CLAP010A"}
  clap_person_id -- metadata={"item_ref":"CLAP013A"}
)
SELECT
  CAST(fcp.[FACT_CLA_PLACEMENT_ID] AS nvarchar(30)), -- clap_cla_placement_id
  fcp.[START_DTTM], -- clap_cla_placement_start_date
  LEFT(NULLIF(RTRIM(fcp.[DIM_LOOKUP_PLACEMENT_TYPE_CODE]), N''), 100), -- clap_cla_placement_type
  LEFT(NULLIF(RTRIM((SELECT TOP (1) fce.[OFSTED_URN] FROM [HDM].[Child_Social].[FACT_CARE_EPISODES] AS fce WHERE fce.[FACT_CLA_PLACEMENT_ID] = fcp.[FACT_CLA_PLACEMENT_ID] AND fce.[OFSTED_URN] LIKE N'SC%' ORDER BY CASE WHEN fce.[OFSTED_URN] IS NULL THEN 1 ELSE 0 END, fce.[OFSTED_URN])), N''), 48), -- clap_cla_placement_urn
  CASE WHEN LTRIM(RTRIM(fcp.[DISTANCE_FROM_HOME])) NOT LIKE N'%[^0-9.]%' AND LTRIM(RTRIM(fcp.[DISTANCE_FROM_HOME])) LIKE N'[0-9]%[0-9]' OR LTRIM(RTRIM(fcp.[DISTANCE_FROM_HOME])) LIKE N'[0-9]' THEN TRY_CAST(LTRIM(RTRIM(fcp.[DISTANCE_FROM_HOME])) AS float) END, -- clap_cla_placement_distance
  CAST(fcp.[FACT_CLA_ID] AS nvarchar(30)), -- clap_cla_id
  LEFT(NULLIF(RTRIM(fcp.[DIM_LOOKUP_PLACEMENT_PROVIDER_CODE]), N''), 48), -- clap_cla_placement_provider
  LEFT(NULLIF(RTRIM(CASE WHEN LEN(NULLIF(LTRIM(RTRIM(fcp.[POSTCODE])), N'')) > 4 THEN NULLIF(LTRIM(RTRIM(fcp.[POSTCODE])), N'') END), N''), 8), -- clap_cla_placement_postcode
  fcp.[END_DTTM], -- clap_cla_placement_end_date
  LEFT(NULLIF(RTRIM(fcp.[DIM_LOOKUP_PLAC_CHNG_REAS_CODE]), N''), 100), -- clap_cla_placement_change_reason
  CAST(fcp.[DIM_PERSON_ID] AS nvarchar(30)) -- clap_person_id
FROM [HDM].[Child_Social].[FACT_CLA_PLACEMENT] AS fcp
WHERE fcp.[DIM_LOOKUP_PLACEMENT_TYPE_CODE] IN (N'A1', N'A2', N'A3', N'A4', N'A5', N'A6', N'F1', N'F2', N'F3', N'F4', N'F5', N'F6', N'H1', N'H2', N'H3', N'H4', N'H5', N'H5a', N'K1', N'K2', N'M2', N'M3', N'P1', N'P2', N'Q1', N'Q2', N'R1', N'R2', N'R3', N'R5', N'S1', N'T0', N'T1', N'U1', N'U2', N'U3', N'U4', N'U5', N'U6', N'Z1')
  AND (fcp.[END_DTTM] >= @ssd_window_start OR fcp.[END_DTTM] IS NULL)
  AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(fcp.[DIM_PERSON_ID] AS nvarchar(30)))
  AND fcp.[FACT_CLA_PLACEMENT_ID] IS NOT NULL;
-- META-ELEMENT: {"type": "create_fk"}
IF NOT EXISTS (SELECT 1 FROM sys.foreign_keys WHERE parent_object_id = OBJECT_ID(N'ssd_cla_placement', N'U') AND name = N'fk_ssd_cla_placement_clap_person_id')
ALTER TABLE ssd_cla_placement ADD CONSTRAINT fk_ssd_cla_placement_clap_person_id FOREIGN KEY (clap_person_id) REFERENCES ssd_person (pers_person_id);
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_cla_placement', N'U') AND name = N'ix_ssd_cla_placement_clap_person_id')
CREATE INDEX ix_ssd_cla_placement_clap_person_id ON ssd_cla_placement (clap_person_id);
GO
