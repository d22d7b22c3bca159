-- META-ELEMENT: {"type": "header"}
-- ssd_ehcp_assessment for Eclipse on PostgreSQL (10 or later), for reading: the script that is run is eclipse.postgres.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_ehcp_assessment"}
-- META-ELEMENT: {"type": "create_table"}
CREATE TABLE IF NOT EXISTS ssd_ehcp_assessment (
  ehca_ehcp_assessment_id varchar(48) NOT NULL, -- metadata={"item_ref":"EHCA001A"}
  ehca_ehcp_request_id varchar(48) NULL, -- metadata={"item_ref":"EHCA002A"}
  ehca_ehcp_assessment_outcome_date timestamp NULL, -- metadata={"item_ref":"EHCA003A"}
  ehca_ehcp_assessment_outcome varchar(100) NULL, -- metadata={"item_ref":"EHCA004A"}
  ehca_ehcp_assessment_exceptions varchar(100) NULL, -- metadata={"item_ref":"EHCA005A"}
  CONSTRAINT pk_ssd_ehcp_assessment PRIMARY KEY (ehca_ehcp_assessment_id)
);
-- META-ELEMENT: {"type": "insert_data"}
-- not loaded: eclipse does not hold it, no view of Eclipse is known that has special educational needs
-- META-ELEMENT: {"type": "create_fk"}
-- not enforced: ehca_ehcp_request_id to ssd_ehcp_requests.ehcr_ehcp_request_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
CREATE INDEX IF NOT EXISTS ix_ssd_ehcp_assessment_ehca_ehcp_request_id ON ssd_ehcp_assessment (ehca_ehcp_request_id);
