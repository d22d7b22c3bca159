-- META-ELEMENT: {"type": "header"}
-- ssd_cin_visits for Liquid Logic on SQL Server (2012 or later), for reading: the script that is run is liquid_logic.sqlserver.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_cin_visits"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_cin_visits', N'U') IS NULL
CREATE TABLE ssd_cin_visits (
  cinv_cin_visit_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"CINV001A"}
  cinv_person_id nvarchar(48) NULL, -- metadata={"item_ref":"CINV007A"}
  cinv_cin_visit_date datetime NULL, -- metadata={"item_ref":"CINV003A"}
  cinv_cin_visit_seen nchar(1) NULL, -- metadata={"item_ref":"CINV004A"}
  cinv_cin_visit_seen_alone nchar(1) NULL, -- metadata={"item_ref":"CINV005A"}
  cinv_cin_visit_bedroom nchar(1) NULL, -- metadata={"item_ref":"CINV006A"}
  CONSTRAINT pk_ssd_cin_visits PRIMARY KEY (cinv_cin_visit_id)
);
-- META-ELEMENT: {"type": "insert_data"}
INSERT INTO ssd_cin_visits (
  cinv_cin_visit_id, -- metadata={"item_ref":"CINV001A"}
  cinv_person_id, -- metadata={"item_ref":"CINV007A"}
  cinv_cin_visit_date, -- metadata={"item_ref":"CINV003A"}
  cinv_cin_visit_seen, -- metadata={"item_ref":"CINV004A"}
  cinv_cin_visit_seen_alone, -- metadata={"item_ref":"CINV005A"}
  cinv_cin_visit_bedroom -- metadata={"item_ref":"CINV006A"}
)
SELECT
  CAST(cn.[FACT_CASENOTE_ID] AS nvarchar(30)), -- cinv_cin_visit_id
  CAST(cn.[DIM_PERSON_ID] AS nvarchar(30)), -- cinv_person_id
  cn.[EVENT_DTTM], -- cinv_cin_visit_date
  LEFT(NULLIF(RTRIM(cn.[SEEN_FLAG]), N''), 1), -- cinv_cin_visit_seen
  LEFT(NULLIF(RTRIM(cn.[SEEN_ALONE_FLAG]), N''), 1), -- cinv_cin_visit_seen_alone
  LEFT(NULLIF(RTRIM(cn.[SEEN_BEDROOM_FLAG]), N''), 1) -- cinv_cin_visit_bedroom
FROM [HDM].[Child_Social].[FACT_CASENOTES] AS cn
WHERE cn.[DIM_LOOKUP_CASNT_TYPE_ID_CODE] IN (N'CNSTAT', N'CNSTATCOVID', N'STAT', N'HVIS', N'DRCT', N'IRO', N'SUPERCONT', N'STVL', N'STVLCOVID', N'STVC', N'STVCPCOVID')
  AND (cn.[EVENT_DTTM] >= @ssd_window_start OR cn.[EVENT_DTTM] IS NULL)
  AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(cn.[DIM_PERSON_ID] AS nvarchar(30)))
  AND cn.[FACT_CASENOTE_ID] IS NOT NULL;
-- META-ELEMENT: {"type": "create_fk"}
IF NOT EXISTS (SELECT 1 FROM sys.foreign_keys WHERE parent_object_id = OBJECT_ID(N'ssd_cin_visits', N'U') AND name = N'fk_ssd_cin_visits_cinv_person_id')
ALTER TABLE ssd_cin_visits ADD CONSTRAINT fk_ssd_cin_visits_cinv_person_id FOREIGN KEY (cinv_person_id) REFERENCES ssd_person (pers_person_id);
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_cin_visits', N'U') AND name = N'ix_ssd_cin_visits_cinv_person_id')
CREATE INDEX ix_ssd_cin_visits_cinv_person_id ON ssd_cin_visits (cinv_person_id);
GO
