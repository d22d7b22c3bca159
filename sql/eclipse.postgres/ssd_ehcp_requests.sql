-- META-ELEMENT: {"type": "header"}
-- ssd_ehcp_requests for Eclipse on PostgreSQL (10 or later), for reading: the script that is run is eclipse.postgres.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_ehcp_requests"}
-- META-ELEMENT: {"type": "create_table"}
CREATE TABLE IF NOT EXISTS ssd_ehcp_requests (
  ehcr_ehcp_request_id varchar(48) NOT NULL, -- metadata={"item_ref":"EHCR001A"}
  ehcr_send_table_id varchar(48) NULL, -- metadata={"item_ref":"EHCR002A"}
  ehcr_ehcp_req_date timestamp NULL, -- metadata={"item_ref":"EHCR003A"}
  ehcr_ehcp_req_outcome_date timestamp NULL, -- metadata={"item_ref":"EHCR004A"}
  ehcr_ehcp_req_outcome varchar(100) NULL, -- metadata={"item_ref":"EHCR005A"}
  CONSTRAINT pk_ssd_ehcp_requests PRIMARY KEY (ehcr_ehcp_request_id)
);
-- META-ELEMENT: {"type": "insert_data"}
-- not loaded: eclipse does not hold it, no view of Eclipse is known that has special educational needs
-- META-ELEMENT: {"type": "create_fk"}
-- not enforced: ehcr_send_table_id to ssd_send.send_table_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
CREATE INDEX IF NOT EXISTS ix_ssd_ehcp_requests_ehcr_send_table_id ON ssd_ehcp_requests (ehcr_send_table_id);
