-- META-ELEMENT: {"type": "header"}
-- ssd_sen_need for Mosaic on Oracle (12.2 or later), for reading: the script that is run is mosaic.oracle.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_sen_need"}
-- META-ELEMENT: {"type": "create_table"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_SEN_NEED';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE TABLE ssd_sen_need (
  senn_table_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"SENN001A"}
  senn_active_ehcp_id nvarchar2(48) NULL, -- metadata={"item_ref":"SENN002A"}
  senn_active_ehcp_need_type nvarchar2(100) NULL, -- metadata={"item_ref":"SENN003A"}
  senn_active_ehcp_need_rank nchar(1) NULL, -- metadata={"item_ref":"SENN004A"}
  CONSTRAINT pk_ssd_sen_need PRIMARY KEY (senn_table_id)
)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "insert_data"}
-- not loaded: mosaic does not hold it, special educational needs are kept in an education system
-- META-ELEMENT: {"type": "create_fk"}
-- not enforced: senn_active_ehcp_id to ssd_ehcp_active_plans.ehcp_active_ehcp_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_SEN_NEED' AND index_name = 'IX_SSD_SEN_NEED_SENN_ACTIVE_EHCP_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_sen_need_senn_active_ehcp_id ON ssd_sen_need (senn_active_ehcp_id)'
  ;
  END IF;
END;
/
