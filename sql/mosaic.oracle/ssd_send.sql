-- META-ELEMENT: {"type": "header"}
-- ssd_send for Mosaic on Oracle (12.2 or later), for reading: the script that is run is mosaic.oracle.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_send"}
-- META-ELEMENT: {"type": "create_table"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_SEND';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE TABLE ssd_send (
  send_table_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"SEND001A"}
  send_upn nvarchar2(48) NULL, -- metadata={"item_ref":"SEND002A"}
  send_uln nvarchar2(48) NULL, -- metadata={"item_ref":"SEND003A"}
  send_upn_unknown nvarchar2(6) NULL, -- metadata={"item_ref":"SEND004A"}
  send_person_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"SEND005A"}
  CONSTRAINT pk_ssd_send PRIMARY KEY (send_table_id)
)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "remove_fk"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_constraints WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_SEND' AND constraint_name = 'FK_SSD_SEND_SEND_PERSON_ID';
  IF found > 0 THEN EXECUTE IMMEDIATE
'ALTER TABLE ssd_send DROP CONSTRAINT fk_ssd_send_send_person_id'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "insert_data"}
-- not loaded: mosaic does not hold it, special educational needs are kept in an education system
-- META-ELEMENT: {"type": "create_fk"}
-- not enforced: send_person_id to ssd_person.pers_person_id, the extract fills ssd_person anew and not this table
-- META-ELEMENT: {"type": "create_idx"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_SEND' AND index_name = 'IX_SSD_SEND_SEND_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_send_send_person_id ON ssd_send (send_person_id)'
  ;
  END IF;
END;
/
