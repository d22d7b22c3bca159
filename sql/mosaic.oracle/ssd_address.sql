-- META-ELEMENT: {"type": "header"}
-- ssd_address for Mosaic on Oracle (12.2 or later), for reading: the script that is run is mosaic.oracle.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_address"}
-- META-ELEMENT: {"type": "create_table"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_ADDRESS';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE TABLE ssd_address (
  addr_table_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"ADDR007A"}
  addr_address_json nvarchar2(1000) NOT NULL, -- metadata={"item_ref":"ADDR001A"}
  addr_person_id nvarchar2(48) NULL, -- metadata={"item_ref":"ADDR002A"}
  addr_address_type nvarchar2(48) NULL, -- metadata={"item_ref":"ADDR003A"}
  addr_address_start_date timestamp NULL, -- metadata={"item_ref":"ADDR004A"}
  addr_address_end_date timestamp NULL, -- metadata={"item_ref":"ADDR005A"}
  addr_address_postcode nvarchar2(15) NULL, -- metadata={"item_ref":"ADDR006A"}
  CONSTRAINT pk_ssd_address PRIMARY KEY (addr_table_id)
)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "insert_data"}
INSERT INTO ssd_address (
  addr_table_id, -- metadata={"item_ref":"ADDR007A"}
  addr_address_json, -- metadata={"item_ref":"ADDR001A"}
  addr_person_id, -- metadata={"item_ref":"ADDR002A"}
  addr_address_type, -- metadata={"item_ref":"ADDR003A"}
  addr_address_start_date, -- metadata={"item_ref":"ADDR004A"}
  addr_address_end_date, -- metadata={"item_ref":"ADDR005A"}
  addr_address_postcode -- metadata={"item_ref":"ADDR006A"}
)
SELECT
  TO_CHAR(adr.REF_ADDRESSES_PEOPLE_ID), -- addr_table_id
  REPLACE(REPLACE(REPLACE(TRANSLATE(
    '{"ADDRESS":' || NVL2(SUBSTR(RTRIM(adr.ADDRESS), 1, 490), '"' || REPLACE(REPLACE(SUBSTR(RTRIM(adr.ADDRESS), 1, 490), '\', '\\'), '"', '\"') || '"', 'null') ||
    '}', CHR(1) || CHR(2) || CHR(3) || CHR(4) || CHR(5) || CHR(6) || CHR(7) || CHR(8) || CHR(11) || CHR(12) || CHR(14) || CHR(15) || CHR(16) || CHR(17) || CHR(18) || CHR(19) || CHR(20) || CHR(21) || CHR(22) || CHR(23) || CHR(24) || CHR(25) || CHR(26) || CHR(27) || CHR(28) || CHR(29) || CHR(30) || CHR(31), '                            '), CHR(13), '\r'), CHR(10), '\n'), CHR(9), '\t'), -- addr_address_json
  TO_CHAR(adr.PERSON_ID), -- addr_person_id
  SUBSTR(RTRIM(adr.ADDRESS_TYPE), 1, 48), -- addr_address_type
  adr.START_DATE, -- addr_address_start_date
  adr.END_DATE, -- addr_address_end_date
  SUBSTR(RTRIM(adr.POST_CODE), 1, 15) -- addr_address_postcode
FROM DM_ADDRESSES adr
WHERE EXISTS (SELECT 1 FROM ssd_person cohort WHERE cohort.pers_person_id = TO_CHAR(adr.PERSON_ID))
  AND adr.REF_ADDRESSES_PEOPLE_ID IS NOT NULL;
-- META-ELEMENT: {"type": "create_fk"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_constraints WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_ADDRESS' AND constraint_name = 'FK_SSD_ADDRESS_ADDR_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'ALTER TABLE ssd_address ADD CONSTRAINT fk_ssd_address_addr_person_id FOREIGN KEY (addr_person_id) REFERENCES ssd_person (pers_person_id)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "create_idx"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_ADDRESS' AND index_name = 'IX_SSD_ADDRESS_ADDR_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_address_addr_person_id ON ssd_address (addr_person_id)'
  ;
  END IF;
END;
/
