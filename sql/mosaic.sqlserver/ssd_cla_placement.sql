-- META-ELEMENT: {"type": "header"}
-- ssd_cla_placement for Mosaic on SQL Server (2012 or later), for reading: the script that is run is mosaic.sqlserver.sql,
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
WITH care_details AS (
  SELECT s.[PERSON_ID] AS person_id, s.[PERIOD_OF_CARE_ID] AS period_of_care_id, s.[PLACEMENT_ID] AS placement_id, s.[PLACEMENT_SPLIT_NUMBER] AS placement_split_number, s.[START_DATE] AS start_date, s.[END_DATE] AS end_date, d.[ELEMENT_DETAIL_ID] AS element_detail_id, d.[START_DATE] AS detail_start_date, d.[CARER_ID] AS carer_id, d.[OFSTED_URN] AS ofsted_urn, d.[CIN_PROVIDER_CATEGORY_CODE] AS cin_provider_category_code
  FROM [DM_CLA_SUMMARIES] AS s
  INNER JOIN [DM_PLACEMENT_DETAILS] AS d ON d.[ELEMENT_DETAIL_ID] = s.[ELEMENT_DETAIL_ID] AND d.[SPLIT_NUMBER] = s.[SERVICE_SPLIT_NUMBER]
)
INSERT INTO ssd_cla_placement (
  clap_cla_placement_id, -- metadata={"item_ref":"CLAP001A"}
  clap_cla_placement_start_date, -- metadata={"item_ref":"CLAP003A"}
  clap_cla_placement_type, -- metadata={"item_ref":"CLAP004A"}
  clap_cla_placement_urn, -- metadata={"item_ref":"CLAP005A"}
  -- clap_cla_placement_distance is not held: the data mart has no distance between home and placement
  clap_cla_id, -- metadata={"item_ref":"CLAP012A"}
  clap_cla_placement_provider, -- metadata={"item_ref":"CLAP007A"}
  clap_cla_placement_postcode, -- metadata={"item_ref":"CLAP008A"}
  clap_cla_placement_end_date, -- metadata={"item_ref":"CLAP009A"}
  clap_cla_placement_change_reason, -- metadata={"item_ref":"CLAP010A"}
  clap_person_id -- metadata={"item_ref":"CLAP013A"}
)
SELECT
  picked.clap_cla_placement_id,
  picked.clap_cla_placement_start_date,
  picked.clap_cla_placement_type,
  picked.clap_cla_placement_urn,
  picked.clap_cla_id,
  picked.clap_cla_placement_provider,
  picked.clap_cla_placement_postcode,
  picked.clap_cla_placement_end_date,
  picked.clap_cla_placement_change_reason,
  picked.clap_person_id
FROM (
  SELECT
    CAST(plc.[PLACEMENT_ID] AS nvarchar(30)) AS clap_cla_placement_id, -- clap_cla_placement_id
    plc.[START_DATE] AS clap_cla_placement_start_date, -- clap_cla_placement_start_date
    LEFT(NULLIF(RTRIM(plc.[PLACEMENT_TYPE]), N''), 100) AS clap_cla_placement_type, -- clap_cla_placement_type
    LEFT(NULLIF(RTRIM(det.ofsted_urn), N''), 48) AS clap_cla_placement_urn, -- clap_cla_placement_urn
    CAST(plc.[PERIOD_OF_CARE_ID] AS nvarchar(30)) AS clap_cla_id, -- clap_cla_id
    LEFT(NULLIF(RTRIM(det.cin_provider_category_code), N''), 48) AS clap_cla_placement_provider, -- clap_cla_placement_provider
    LEFT(NULLIF(RTRIM((SELECT MAX(a.[POST_CODE]) FROM [DM_PLACEMENT_CARER_ADDRESSES] AS a WHERE a.[CARER_ID] = det.carer_id AND COALESCE(plc.[END_DATE], @ssd_today) BETWEEN a.[START_DATE] AND COALESCE(a.[END_DATE], CONVERT(datetime, N'9999-12-31T00:00:00', 126)))), N''), 8) AS clap_cla_placement_postcode, -- clap_cla_placement_postcode
    plc.[END_DATE] AS clap_cla_placement_end_date, -- clap_cla_placement_end_date
    LEFT(NULLIF(RTRIM(plc.[REASON_FOR_PLACEMENT_CHANGE]), N''), 100) AS clap_cla_placement_change_reason, -- clap_cla_placement_change_reason
    CAST(plc.[PERSON_ID] AS nvarchar(30)) AS clap_person_id, -- clap_person_id
    ROW_NUMBER() OVER (PARTITION BY plc.[PLACEMENT_ID] ORDER BY plc.[START_DATE] DESC, CASE WHEN plc.[PLACEMENT_ID] IS NULL THEN 1 ELSE 0 END, plc.[PLACEMENT_ID], CASE WHEN plc.[PLACEMENT_TYPE] IS NULL THEN 1 ELSE 0 END, plc.[PLACEMENT_TYPE], CASE WHEN det.ofsted_urn IS NULL THEN 1 ELSE 0 END, det.ofsted_urn, CASE WHEN plc.[PERIOD_OF_CARE_ID] IS NULL THEN 1 ELSE 0 END, plc.[PERIOD_OF_CARE_ID], CASE WHEN det.cin_provider_category_code IS NULL THEN 1 ELSE 0 END, det.cin_provider_category_code, CASE WHEN det.carer_id IS NULL THEN 1 ELSE 0 END, det.carer_id, CASE WHEN plc.[END_DATE] IS NULL THEN 1 ELSE 0 END, plc.[END_DATE], CASE WHEN plc.[REASON_FOR_PLACEMENT_CHANGE] IS NULL THEN 1 ELSE 0 END, plc.[REASON_FOR_PLACEMENT_CHANGE], CASE WHEN plc.[PERSON_ID] IS NULL THEN 1 ELSE 0 END, plc.[PERSON_ID]) AS ssd_row
  FROM [DM_PLACEMENTS] AS plc
  OUTER APPLY (SELECT TOP (1) det.* FROM care_details AS det WHERE det.placement_id = plc.[PLACEMENT_ID] AND det.placement_split_number = plc.[SPLIT_NUMBER] ORDER BY det.detail_start_date DESC, det.element_detail_id DESC, CASE WHEN det.ofsted_urn IS NULL THEN 1 ELSE 0 END, det.ofsted_urn, CASE WHEN det.cin_provider_category_code IS NULL THEN 1 ELSE 0 END, det.cin_provider_category_code, CASE WHEN det.carer_id IS NULL THEN 1 ELSE 0 END, det.carer_id) AS det
  WHERE NOT (EXISTS (SELECT 1 FROM [DM_PLACEMENTS] AS later WHERE later.[PLACEMENT_ID] = plc.[PLACEMENT_ID] AND later.[SPLIT_NUMBER] > plc.[SPLIT_NUMBER]))
    AND plc.[START_DATE] < DATEADD(day, 1, @ssd_today)
    AND (plc.[END_DATE] >= @ssd_window_start OR plc.[END_DATE] IS NULL)
    AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(plc.[PERSON_ID] AS nvarchar(30)))
    AND plc.[PLACEMENT_ID] IS NOT NULL
) AS picked
WHERE picked.ssd_row = 1;
-- META-ELEMENT: {"type": "create_fk"}
IF NOT EXISTS (SELECT 1 FROM sys.foreign_keys WHERE parent_object_id = OBJECT_ID(N'ssd_cla_placement', N'U') AND name = N'fk_ssd_cla_placement_clap_person_id')
ALTER TABLE ssd_cla_placement ADD CONSTRAINT fk_ssd_cla_placement_clap_person_id FOREIGN KEY (clap_person_id) REFERENCES ssd_person (pers_person_id);
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_cla_placement', N'U') AND name = N'ix_ssd_cla_placement_clap_person_id')
CREATE INDEX ix_ssd_cla_placement_clap_person_id ON ssd_cla_placement (clap_person_id);
GO
