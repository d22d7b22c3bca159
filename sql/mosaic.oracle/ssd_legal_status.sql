-- META-ELEMENT: {"type": "header"}
-- ssd_legal_status for Mosaic on Oracle (12.2 or later), for reading: the script that is run is mosaic.oracle.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_legal_status"}
-- META-ELEMENT: {"type": "create_table"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_LEGAL_STATUS';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE TABLE ssd_legal_status (
  lega_legal_status_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"LEGA001A"}
  lega_person_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"LEGA002A"}
  lega_legal_status nvarchar2(100) NULL, -- metadata={"item_ref":"LEGA003A"}
  lega_legal_status_start_date timestamp NULL, -- metadata={"item_ref":"LEGA004A"}
  lega_legal_status_end_date timestamp NULL, -- metadata={"item_ref":"LEGA005A"}
  CONSTRAINT pk_ssd_legal_status PRIMARY KEY (lega_legal_status_id)
)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "insert_data"}
INSERT INTO ssd_legal_status (
  lega_legal_status_id, -- metadata={"item_ref":"LEGA001A"}
  lega_person_id, -- metadata={"item_ref":"LEGA002A"}
  lega_legal_status, -- metadata={"item_ref":"LEGA003A"}
  lega_legal_status_start_date, -- metadata={"item_ref":"LEGA004A"}
  lega_legal_status_end_date -- metadata={"item_ref":"LEGA005A"}
)
SELECT
  TO_CHAR(lst.LEGAL_STATUS_ID), -- lega_legal_status_id
  TO_CHAR(lst.PERSON_ID), -- lega_person_id
  SUBSTR(RTRIM(lst.LEGAL_STATUS), 1, 100), -- lega_legal_status
  lst.START_DATE, -- lega_legal_status_start_date
  lst.END_DATE -- lega_legal_status_end_date
FROM DM_LEGAL_STATUSES lst
WHERE lst.START_DATE < ((SELECT settings.today FROM ssd_extract_settings settings) + INTERVAL '1' DAY)
  AND (lst.END_DATE >= (SELECT settings.window_start FROM ssd_extract_settings settings) OR lst.END_DATE IS NULL)
  AND EXISTS (SELECT 1 FROM ssd_person cohort WHERE cohort.pers_person_id = TO_CHAR(lst.PERSON_ID))
  AND lst.LEGAL_STATUS_ID IS NOT NULL
  AND lst.PERSON_ID IS NOT NULL;
-- META-ELEMENT: {"type": "create_fk"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_constraints WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_LEGAL_STATUS' AND constraint_name = 'FK_SSD_LEGAL_STATUS_LEGA_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'ALTER TABLE ssd_legal_status ADD CONSTRAINT fk_ssd_legal_status_lega_person_id FOREIGN KEY (lega_person_id) REFERENCES ssd_person (pers_person_id)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "create_idx"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_LEGAL_STATUS' AND index_name = 'IX_SSD_LEGAL_STATUS_LEGA_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_legal_status_lega_person_id ON ssd_legal_status (lega_person_id)'
  ;
  END IF;
END;
/
