-- META-ELEMENT: {"type": "header"}
-- ssd_s251_finance for Mosaic on Oracle (12.2 or later), for reading: the script that is run is mosaic.oracle.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_s251_finance"}
-- META-ELEMENT: {"type": "create_table"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_S251_FINANCE';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE TABLE ssd_s251_finance (
  s251_table_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"S251001A"}
  s251_cla_placement_id nvarchar2(48) NULL, -- metadata={"item_ref":"S251002A"}
  s251_placeholder_1 nvarchar2(48) NULL, -- metadata={"item_ref":"S251003A"}
  s251_placeholder_2 nvarchar2(48) NULL, -- metadata={"item_ref":"S251004A"}
  s251_placeholder_3 nvarchar2(48) NULL, -- metadata={"item_ref":"S251005A"}
  s251_placeholder_4 nvarchar2(48) NULL, -- metadata={"item_ref":"S251006A"}
  CONSTRAINT pk_ssd_s251_finance PRIMARY KEY (s251_table_id)
)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "insert_data"}
-- not loaded: mosaic does not hold it, no published script reads costs of placements, and the placeholders have no meaning yet
-- META-ELEMENT: {"type": "create_fk"}
-- not enforced: s251_cla_placement_id to ssd_cla_placement.clap_cla_placement_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_S251_FINANCE' AND index_name = 'IX_SSD_S251_FINANCE_S251_CLA_PLACEMENT_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_s251_finance_s251_cla_placement_id ON ssd_s251_finance (s251_cla_placement_id)'
  ;
  END IF;
END;
/
