-- META-ELEMENT: {"type": "header"}
-- ssd_ehcp_named_plan for Mosaic on Oracle (12.2 or later), for reading: the script that is run is mosaic.oracle.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_ehcp_named_plan"}
-- META-ELEMENT: {"type": "create_table"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_EHCP_NAMED_PLAN';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE TABLE ssd_ehcp_named_plan (
  ehcn_named_plan_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"EHCN001A"}
  ehcn_ehcp_asmt_id nvarchar2(48) NULL, -- metadata={"item_ref":"EHCN002A"}
  ehcn_named_plan_start_date timestamp NULL, -- metadata={"item_ref":"EHCN003A"}
  ehcn_named_plan_ceased_date timestamp NULL, -- metadata={"item_ref":"EHCN004A"}
  ehcn_named_plan_ceased_reason nvarchar2(100) NULL, -- metadata={"item_ref":"EHCN005A"}
  CONSTRAINT pk_ssd_ehcp_named_plan PRIMARY KEY (ehcn_named_plan_id)
)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "insert_data"}
-- not loaded: mosaic does not hold it, plans for education, health and care are kept in an education system
-- META-ELEMENT: {"type": "create_fk"}
-- not enforced: ehcn_ehcp_asmt_id to ssd_ehcp_assessment.ehca_ehcp_assessment_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_EHCP_NAMED_PLAN' AND index_name = 'IX_SSD_EHCP_NAMED_PLAN_EHCN_EHCP_ASMT_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_ehcp_named_plan_ehcn_ehcp_asmt_id ON ssd_ehcp_named_plan (ehcn_ehcp_asmt_id)'
  ;
  END IF;
END;
/
