-- META-ELEMENT: {"type": "header"}
-- ssd_cla_visits for Liquid Logic on SQL Server (2012 or later), for reading: the script that is run is liquid_logic.sqlserver.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_visits"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_cla_visits', N'U') IS NULL
CREATE TABLE ssd_cla_visits (
  clav_cla_visit_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"CLAV001A"}
  clav_cla_id nvarchar(48) NULL, -- metadata={"item_ref":"CLAV007A"}
  clav_person_id nvarchar(48) NULL, -- metadata={"item_ref":"CLAV008A"}
  clav_cla_visit_date datetime NULL, -- metadata={"item_ref":"CLAV003A"}
  clav_cla_visit_seen nchar(1) NULL, -- metadata={"item_ref":"CLAV004A"}
  clav_cla_visit_seen_alone nchar(1) NULL, -- metadata={"item_ref":"CLAV005A"}
  CONSTRAINT pk_ssd_cla_visits PRIMARY KEY (clav_cla_visit_id)
);
-- META-ELEMENT: {"type": "insert_data"}
INSERT INTO ssd_cla_visits (
  clav_cla_visit_id, -- metadata={"item_ref":"CLAV001A"}
  clav_cla_id, -- metadata={"item_ref":"CLAV007A"}
  clav_person_id, -- metadata={"item_ref":"CLAV008A"}
  clav_cla_visit_date, -- metadata={"item_ref":"CLAV003A"}
  clav_cla_visit_seen, -- metadata={"item_ref":"CLAV004A"}
  clav_cla_visit_seen_alone -- metadata={"item_ref":"CLAV005A"}
)
SELECT
  CAST(clav.[FACT_CLA_VISIT_ID] AS nvarchar(30)), -- clav_cla_visit_id
  CAST(clav.[FACT_CLA_ID] AS nvarchar(30)), -- clav_cla_id
  CAST(clav.[DIM_PERSON_ID] AS nvarchar(30)), -- clav_person_id
  cn.[EVENT_DTTM], -- clav_cla_visit_date
  LEFT(NULLIF(RTRIM(cn.[SEEN_FLAG]), N''), 1), -- clav_cla_visit_seen
  LEFT(NULLIF(RTRIM(cn.[SEEN_ALONE_FLAG]), N''), 1) -- clav_cla_visit_seen_alone
FROM [HDM].[Child_Social].[FACT_CLA_VISIT] AS clav
INNER JOIN [HDM].[Child_Social].[FACT_CASENOTES] AS cn ON clav.[FACT_CASENOTE_ID] = cn.[FACT_CASENOTE_ID] AND clav.[DIM_PERSON_ID] = cn.[DIM_PERSON_ID]
WHERE cn.[DIM_LOOKUP_CASNT_TYPE_ID_CODE] = N'STVL'
  AND (cn.[EVENT_DTTM] >= @ssd_window_start OR cn.[EVENT_DTTM] IS NULL)
  AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(clav.[DIM_PERSON_ID] AS nvarchar(30)))
  AND clav.[FACT_CLA_VISIT_ID] IS NOT NULL;
-- META-ELEMENT: {"type": "create_fk"}
IF NOT EXISTS (SELECT 1 FROM sys.foreign_keys WHERE parent_object_id = OBJECT_ID(N'ssd_cla_visits', N'U') AND name = N'fk_ssd_cla_visits_clav_person_id')
ALTER TABLE ssd_cla_visits ADD CONSTRAINT fk_ssd_cla_visits_clav_person_id FOREIGN KEY (clav_person_id) REFERENCES ssd_person (pers_person_id);
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_cla_visits', N'U') AND name = N'ix_ssd_cla_visits_clav_person_id')
CREATE INDEX ix_ssd_cla_visits_clav_person_id ON ssd_cla_visits (clav_person_id);
GO
