-- META-ELEMENT: {"type": "header"}
-- ssd_legal_status for Mosaic on SQL Server (2012 or later), for reading: the script that is run is mosaic.sqlserver.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_legal_status"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_legal_status', N'U') IS NULL
CREATE TABLE ssd_legal_status (
  lega_legal_status_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"LEGA001A"}
  lega_person_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"LEGA002A"}
  lega_legal_status nvarchar(100) NULL, -- metadata={"item_ref":"LEGA003A"}
  lega_legal_status_start_date datetime NULL, -- metadata={"item_ref":"LEGA004A"}
  lega_legal_status_end_date datetime NULL, -- metadata={"item_ref":"LEGA005A"}
  CONSTRAINT pk_ssd_legal_status PRIMARY KEY (lega_legal_status_id)
);
-- META-ELEMENT: {"type": "insert_data"}
INSERT INTO ssd_legal_status (
  lega_legal_status_id, -- metadata={"item_ref":"LEGA001A"}
  lega_person_id, -- metadata={"item_ref":"LEGA002A"}
  lega_legal_status, -- metadata={"item_ref":"LEGA003A"}
  lega_legal_status_start_date, -- metadata={"item_ref":"LEGA004A"}
  lega_legal_status_end_date -- metadata={"item_ref":"LEGA005A"}
)
SELECT
  CAST(lst.[LEGAL_STATUS_ID] AS nvarchar(30)), -- lega_legal_status_id
  CAST(lst.[PERSON_ID] AS nvarchar(30)), -- lega_person_id
  LEFT(NULLIF(RTRIM(lst.[LEGAL_STATUS]), N''), 100), -- lega_legal_status
  lst.[START_DATE], -- lega_legal_status_start_date
  lst.[END_DATE] -- lega_legal_status_end_date
FROM [DM_LEGAL_STATUSES] AS lst
WHERE lst.[START_DATE] < DATEADD(day, 1, @ssd_today)
  AND (lst.[END_DATE] >= @ssd_window_start OR lst.[END_DATE] IS NULL)
  AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(lst.[PERSON_ID] AS nvarchar(30)))
  AND lst.[LEGAL_STATUS_ID] IS NOT NULL
  AND lst.[PERSON_ID] IS NOT NULL;
-- META-ELEMENT: {"type": "create_fk"}
IF NOT EXISTS (SELECT 1 FROM sys.foreign_keys WHERE parent_object_id = OBJECT_ID(N'ssd_legal_status', N'U') AND name = N'fk_ssd_legal_status_lega_person_id')
ALTER TABLE ssd_legal_status ADD CONSTRAINT fk_ssd_legal_status_lega_person_id FOREIGN KEY (lega_person_id) REFERENCES ssd_person (pers_person_id);
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_legal_status', N'U') AND name = N'ix_ssd_legal_status_lega_person_id')
CREATE INDEX ix_ssd_legal_status_lega_person_id ON ssd_legal_status (lega_person_id);
GO
