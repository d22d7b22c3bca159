-- META-ELEMENT: {"type": "header"}
-- ssd_ehcp_assessment for Mosaic on Oracle (12.2 or later), for reading: the script that is run is mosaic.oracle.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_ehcp_assessment"}
-- META-ELEMENT: {"type": "create_table"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_EHCP_ASSESSMENT';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE TABLE ssd_ehcp_assessment (
  ehca_ehcp_assessment_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"EHCA001A"}
  ehca_ehcp_request_id nvarchar2(48) NULL, -- metadata={"item_ref":"EHCA002A"}
  ehca_ehcp_assessment_outcome_date timestamp NULL, -- metadata={"item_ref":"EHCA003A"}
  ehca_ehcp_assessment_outcome nvarchar2(100) NULL, -- metadata={"item_ref":"EHCA004A"}
  ehca_ehcp_assessment_exceptions nvarchar2(100) NULL, -- metadata={"item_ref":"EHCA005A"}
  CONSTRAINT pk_ssd_ehcp_assessment PRIMARY KEY (ehca_ehcp_assessment_id)
)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "insert_data"}
-- not loaded: mosaic does not hold it, plans for education, health and care are kept in an education system
-- META-ELEMENT: {"type": "create_fk"}
-- not enforced: ehca_ehcp_request_id to ssd_ehcp_requests.ehcr_ehcp_request_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_EHCP_ASSESSMENT' AND index_name = 'IX_SSD_EHCP_ASSESSMENT_EHCA_EHCP_REQUEST_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_ehcp_assessment_ehca_ehcp_request_id ON ssd_ehcp_assessment (ehca_ehcp_request_id)'
  ;
  END IF;
END;
/
