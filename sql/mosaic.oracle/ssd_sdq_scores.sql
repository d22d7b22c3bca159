-- META-ELEMENT: {"type": "header"}
-- ssd_sdq_scores for Mosaic on Oracle (12.2 or later), for reading: the script that is run is mosaic.oracle.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_sdq_scores"}
-- META-ELEMENT: {"type": "create_table"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_SDQ_SCORES';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE TABLE ssd_sdq_scores (
  csdq_table_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"CSDQ001A"}
  csdq_person_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"CSDQ002A"}
  csdq_sdq_completed_date timestamp NULL, -- metadata={"item_ref":"CSDQ003A"}
  csdq_sdq_reason nvarchar2(100) NULL, -- metadata={"item_ref":"CSDQ004A"}
  csdq_sdq_score nvarchar2(100) NULL, -- metadata={"item_ref":"CSDQ005A"}
  CONSTRAINT pk_ssd_sdq_scores PRIMARY KEY (csdq_table_id)
)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "insert_data"}
INSERT INTO ssd_sdq_scores (
  csdq_table_id, -- metadata={"item_ref":"CSDQ001A"}
  csdq_person_id, -- metadata={"item_ref":"CSDQ002A"}
  csdq_sdq_completed_date, -- metadata={"item_ref":"CSDQ003A"}
  csdq_sdq_reason, -- metadata={"item_ref":"CSDQ004A"}
  csdq_sdq_score -- metadata={"item_ref":"CSDQ005A"}
)
SELECT
  TO_CHAR(hasm.HEALTH_ID), -- csdq_table_id
  TO_CHAR(hasm.PERSON_ID), -- csdq_person_id
  hasm.HEALTH_ASSESSMENT_DATE, -- csdq_sdq_completed_date
  SUBSTR(RTRIM(hasm.SDQ_REASON), 1, 100), -- csdq_sdq_reason
  TO_CHAR(hasm.SDQ_SCORE) -- csdq_sdq_score
FROM DM_HEALTH_ASSESSMENTS hasm
WHERE (hasm.SDQ_COMPLETED = 'Y' OR hasm.SDQ_REASON IS NOT NULL)
  AND hasm.HEALTH_ASSESSMENT_DATE < ((SELECT settings.today FROM ssd_extract_settings settings) + INTERVAL '1' DAY)
  AND (hasm.HEALTH_ASSESSMENT_DATE >= (SELECT settings.window_start FROM ssd_extract_settings settings) OR hasm.HEALTH_ASSESSMENT_DATE IS NULL)
  AND EXISTS (SELECT 1 FROM ssd_person cohort WHERE cohort.pers_person_id = TO_CHAR(hasm.PERSON_ID))
  AND hasm.HEALTH_ID IS NOT NULL
  AND hasm.PERSON_ID IS NOT NULL;
-- META-ELEMENT: {"type": "create_fk"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_constraints WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_SDQ_SCORES' AND constraint_name = 'FK_SSD_SDQ_SCORES_CSDQ_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'ALTER TABLE ssd_sdq_scores ADD CONSTRAINT fk_ssd_sdq_scores_csdq_person_id FOREIGN KEY (csdq_person_id) REFERENCES ssd_person (pers_person_id)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "create_idx"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_SDQ_SCORES' AND index_name = 'IX_SSD_SDQ_SCORES_CSDQ_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_sdq_scores_csdq_person_id ON ssd_sdq_scores (csdq_person_id)'
  ;
  END IF;
END;
/
