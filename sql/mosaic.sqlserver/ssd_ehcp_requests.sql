-- META-ELEMENT: {"type": "header"}
-- ssd_ehcp_requests for Mosaic on SQL Server (2012 or later), for reading: the script that is run is mosaic.sqlserver.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_ehcp_requests"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_ehcp_requests', N'U') IS NULL
CREATE TABLE ssd_ehcp_requests (
  ehcr_ehcp_request_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"EHCR001A"}
  ehcr_send_table_id nvarchar(48) NULL, -- metadata={"item_ref":"EHCR002A"}
  ehcr_ehcp_req_date datetime NULL, -- metadata={"item_ref":"EHCR003A"}
  ehcr_ehcp_req_outcome_date datetime NULL, -- metadata={"item_ref":"EHCR004A"}
  ehcr_ehcp_req_outcome nvarchar(100) NULL, -- metadata={"item_ref":"EHCR005A"}
  CONSTRAINT pk_ssd_ehcp_requests PRIMARY KEY (ehcr_ehcp_request_id)
);
-- META-ELEMENT: {"type": "insert_data"}
-- not loaded: mosaic does not hold it, plans for education, health and care are kept in an education system
-- META-ELEMENT: {"type": "create_fk"}
-- not enforced: ehcr_send_table_id to ssd_send.send_table_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_ehcp_requests', N'U') AND name = N'ix_ssd_ehcp_requests_ehcr_send_table_id')
CREATE INDEX ix_ssd_ehcp_requests_ehcr_send_table_id ON ssd_ehcp_requests (ehcr_send_table_id);
GO
