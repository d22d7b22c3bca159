-- META-ELEMENT: {"type": "header"}
-- ssd_cla_placement for Mosaic on Oracle (12.2 or later), for reading: the script that is run is mosaic.oracle.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_placement"}
-- META-ELEMENT: {"type": "create_table"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CLA_PLACEMENT';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE TABLE ssd_cla_placement (
  clap_cla_placement_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"CLAP001A"}
  clap_cla_placement_start_date timestamp NULL, -- metadata={"item_ref":"CLAP003A"}
  clap_cla_placement_type nvarchar2(100) NULL, -- metadata={"item_ref":"CLAP004A"}
  clap_cla_placement_urn nvarchar2(48) NULL, -- metadata={"item_ref":"CLAP005A"}
  clap_cla_placement_distance binary_double NULL, -- metadata={"item_ref":"CLAP011A"}
  clap_cla_id nvarchar2(48) NULL, -- metadata={"item_ref":"CLAP012A"}
  clap_cla_placement_provider nvarchar2(48) NULL, -- metadata={"item_ref":"CLAP007A"}
  clap_cla_placement_postcode nvarchar2(8) NULL, -- metadata={"item_ref":"CLAP008A"}
  clap_cla_placement_end_date timestamp NULL, -- metadata={"item_ref":"CLAP009A"}
  clap_cla_placement_change_reason nvarchar2(100) NULL, -- metadata={"item_ref":"CLAP010A"}
  clap_person_id nvarchar2(48) NULL, -- metadata={"item_ref":"CLAP013A"}
  CONSTRAINT pk_ssd_cla_placement PRIMARY KEY (clap_cla_placement_id)
)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "insert_data"}
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
WITH care_details AS (
  SELECT s.PERSON_ID person_id, s.PERIOD_OF_CARE_ID period_of_care_id, s.PLACEMENT_ID placement_id, s.PLACEMENT_SPLIT_NUMBER placement_split_number, s.START_DATE start_date, s.END_DATE end_date, d.ELEMENT_DETAIL_ID element_detail_id, d.START_DATE detail_start_date, d.CARER_ID carer_id, d.OFSTED_URN ofsted_urn, d.CIN_PROVIDER_CATEGORY_CODE cin_provider_category_code
  FROM DM_CLA_SUMMARIES s
  INNER JOIN DM_PLACEMENT_DETAILS d ON d.ELEMENT_DETAIL_ID = s.ELEMENT_DETAIL_ID AND d.SPLIT_NUMBER = s.SERVICE_SPLIT_NUMBER
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
    TO_CHAR(plc.PLACEMENT_ID) clap_cla_placement_id, -- clap_cla_placement_id
    plc.START_DATE clap_cla_placement_start_date, -- clap_cla_placement_start_date
    SUBSTR(RTRIM(plc.PLACEMENT_TYPE), 1, 100) clap_cla_placement_type, -- clap_cla_placement_type
    SUBSTR(RTRIM(det.ofsted_urn), 1, 48) clap_cla_placement_urn, -- clap_cla_placement_urn
    TO_CHAR(plc.PERIOD_OF_CARE_ID) clap_cla_id, -- clap_cla_id
    SUBSTR(RTRIM(det.cin_provider_category_code), 1, 48) clap_cla_placement_provider, -- clap_cla_placement_provider
    SUBSTR(RTRIM((SELECT MAX(a.POST_CODE) FROM DM_PLACEMENT_CARER_ADDRESSES a WHERE a.CARER_ID = det.carer_id AND COALESCE(plc.END_DATE, (SELECT settings.today FROM ssd_extract_settings settings)) BETWEEN a.START_DATE AND COALESCE(a.END_DATE, TIMESTAMP '9999-12-31 00:00:00'))), 1, 8) clap_cla_placement_postcode, -- clap_cla_placement_postcode
    plc.END_DATE clap_cla_placement_end_date, -- clap_cla_placement_end_date
    SUBSTR(RTRIM(plc.REASON_FOR_PLACEMENT_CHANGE), 1, 100) clap_cla_placement_change_reason, -- clap_cla_placement_change_reason
    TO_CHAR(plc.PERSON_ID) clap_person_id, -- clap_person_id
    ROW_NUMBER() OVER (PARTITION BY plc.PLACEMENT_ID ORDER BY plc.START_DATE DESC NULLS LAST, plc.PLACEMENT_ID, plc.PLACEMENT_TYPE, det.ofsted_urn, plc.PERIOD_OF_CARE_ID, det.cin_provider_category_code, det.carer_id, plc.END_DATE, plc.REASON_FOR_PLACEMENT_CHANGE, plc.PERSON_ID) AS ssd_row
  FROM DM_PLACEMENTS plc
  OUTER APPLY (SELECT det.* FROM care_details det WHERE det.placement_id = plc.PLACEMENT_ID AND det.placement_split_number = plc.SPLIT_NUMBER ORDER BY det.detail_start_date DESC NULLS LAST, det.element_detail_id DESC NULLS LAST, det.ofsted_urn, det.cin_provider_category_code, det.carer_id FETCH FIRST 1 ROW ONLY) det
  WHERE NOT (EXISTS (SELECT 1 FROM DM_PLACEMENTS later WHERE later.PLACEMENT_ID = plc.PLACEMENT_ID AND later.SPLIT_NUMBER > plc.SPLIT_NUMBER))
    AND plc.START_DATE < ((SELECT settings.today FROM ssd_extract_settings settings) + INTERVAL '1' DAY)
    AND (plc.END_DATE >= (SELECT settings.window_start FROM ssd_extract_settings settings) OR plc.END_DATE IS NULL)
    AND EXISTS (SELECT 1 FROM ssd_person cohort WHERE cohort.pers_person_id = TO_CHAR(plc.PERSON_ID))
    AND plc.PLACEMENT_ID IS NOT NULL
) picked
WHERE picked.ssd_row = 1;
-- META-ELEMENT: {"type": "create_fk"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_constraints WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CLA_PLACEMENT' AND constraint_name = 'FK_SSD_CLA_PLACEMENT_CLAP_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'ALTER TABLE ssd_cla_placement ADD CONSTRAINT fk_ssd_cla_placement_clap_person_id FOREIGN KEY (clap_person_id) REFERENCES ssd_person (pers_person_id)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "create_idx"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CLA_PLACEMENT' AND index_name = 'IX_SSD_CLA_PLACEMENT_CLAP_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_cla_placement_clap_person_id ON ssd_cla_placement (clap_person_id)'
  ;
  END IF;
END;
/
