-- META-ELEMENT: {"type": "header"}
-- ssd_cp_visits for Liquid Logic on SQL Server (2012 or later), for reading: the script that is run is liquid_logic.sqlserver.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_cp_visits"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_cp_visits', N'U') IS NULL
CREATE TABLE ssd_cp_visits (
  cppv_cp_visit_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"CPPV007A"}
  cppv_person_id nvarchar(48) NULL, -- metadata={"item_ref":"CPPV008A"}
  cppv_cp_plan_id nvarchar(48) NULL, -- metadata={"item_ref":"CPPV001A"}
  cppv_cp_visit_date datetime NULL, -- metadata={"item_ref":"CPPV003A"}
  cppv_cp_visit_seen nchar(1) NULL, -- metadata={"item_ref":"CPPV004A"}
  cppv_cp_visit_seen_alone nchar(1) NULL, -- metadata={"item_ref":"CPPV005A"}
  cppv_cp_visit_bedroom nchar(1) NULL, -- metadata={"item_ref":"CPPV006A"}
  CONSTRAINT pk_ssd_cp_visits PRIMARY KEY (cppv_cp_visit_id)
);
-- META-ELEMENT: {"type": "insert_data"}
INSERT INTO ssd_cp_visits (
  cppv_cp_visit_id, -- metadata={"item_ref":"CPPV007A"}
  cppv_person_id, -- metadata={"item_ref":"CPPV008A"}
  cppv_cp_plan_id, -- metadata={"item_ref":"CPPV001A"}
  cppv_cp_visit_date, -- metadata={"item_ref":"CPPV003A"}
  cppv_cp_visit_seen, -- metadata={"item_ref":"CPPV004A"}
  cppv_cp_visit_seen_alone, -- metadata={"item_ref":"CPPV005A"}
  cppv_cp_visit_bedroom -- metadata={"item_ref":"CPPV006A"}
)
SELECT
  picked.cppv_cp_visit_id,
  picked.cppv_person_id,
  picked.cppv_cp_plan_id,
  picked.cppv_cp_visit_date,
  picked.cppv_cp_visit_seen,
  picked.cppv_cp_visit_seen_alone,
  picked.cppv_cp_visit_bedroom
FROM (
  SELECT
    CAST(cn.[FACT_CASENOTE_ID] AS nvarchar(30)) AS cppv_cp_visit_id, -- cppv_cp_visit_id
    CAST(cn.[DIM_PERSON_ID] AS nvarchar(30)) AS cppv_person_id, -- cppv_person_id
    CAST(cpv.[FACT_CP_PLAN_ID] AS nvarchar(30)) AS cppv_cp_plan_id, -- cppv_cp_plan_id
    cn.[EVENT_DTTM] AS cppv_cp_visit_date, -- cppv_cp_visit_date
    LEFT(NULLIF(RTRIM(cn.[SEEN_FLAG]), N''), 1) AS cppv_cp_visit_seen, -- cppv_cp_visit_seen
    LEFT(NULLIF(RTRIM(cn.[SEEN_ALONE_FLAG]), N''), 1) AS cppv_cp_visit_seen_alone, -- cppv_cp_visit_seen_alone
    LEFT(NULLIF(RTRIM(cn.[SEEN_BEDROOM_FLAG]), N''), 1) AS cppv_cp_visit_bedroom, -- cppv_cp_visit_bedroom
    ROW_NUMBER() OVER (PARTITION BY cn.[FACT_CASENOTE_ID] ORDER BY cpv.[FACT_CP_PLAN_ID] DESC, CASE WHEN cn.[FACT_CASENOTE_ID] IS NULL THEN 1 ELSE 0 END, cn.[FACT_CASENOTE_ID], CASE WHEN cn.[DIM_PERSON_ID] IS NULL THEN 1 ELSE 0 END, cn.[DIM_PERSON_ID], CASE WHEN cn.[EVENT_DTTM] IS NULL THEN 1 ELSE 0 END, cn.[EVENT_DTTM], CASE WHEN cn.[SEEN_FLAG] IS NULL THEN 1 ELSE 0 END, cn.[SEEN_FLAG], CASE WHEN cn.[SEEN_ALONE_FLAG] IS NULL THEN 1 ELSE 0 END, cn.[SEEN_ALONE_FLAG], CASE WHEN cn.[SEEN_BEDROOM_FLAG] IS NULL THEN 1 ELSE 0 END, cn.[SEEN_BEDROOM_FLAG]) AS ssd_row
  FROM [HDM].[Child_Social].[FACT_CASENOTES] AS cn
  LEFT JOIN [HDM].[Child_Social].[FACT_CP_VISIT] AS cpv ON cn.[FACT_CASENOTE_ID] = cpv.[FACT_CASENOTE_ID]
  WHERE cn.[DIM_LOOKUP_CASNT_TYPE_ID_CODE] IN (N'STVC')
    AND (cn.[EVENT_DTTM] >= @ssd_window_start OR cn.[EVENT_DTTM] IS NULL)
    AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(cn.[DIM_PERSON_ID] AS nvarchar(30)))
    AND cn.[FACT_CASENOTE_ID] IS NOT NULL
) AS picked
WHERE picked.ssd_row = 1;
-- META-ELEMENT: {"type": "create_fk"}
IF NOT EXISTS (SELECT 1 FROM sys.foreign_keys WHERE parent_object_id = OBJECT_ID(N'ssd_cp_visits', N'U') AND name = N'fk_ssd_cp_visits_cppv_person_id')
ALTER TABLE ssd_cp_visits ADD CONSTRAINT fk_ssd_cp_visits_cppv_person_id FOREIGN KEY (cppv_person_id) REFERENCES ssd_person (pers_person_id);
-- not enforced: cppv_cp_plan_id to ssd_cp_plans.cppl_cp_plan_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_cp_visits', N'U') AND name = N'ix_ssd_cp_visits_cppv_person_id')
CREATE INDEX ix_ssd_cp_visits_cppv_person_id ON ssd_cp_visits (cppv_person_id);
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_cp_visits', N'U') AND name = N'ix_ssd_cp_visits_cppv_cp_plan_id')
CREATE INDEX ix_ssd_cp_visits_cppv_cp_plan_id ON ssd_cp_visits (cppv_cp_plan_id);
-- META-ELEMENT: {"type": "count_orphans"}
SELECT N'ssd_cp_visits.cppv_cp_plan_id' AS reference, COUNT(*) AS orphans FROM ssd_cp_visits AS child WHERE child.cppv_cp_plan_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_cp_plans AS parent WHERE parent.cppl_cp_plan_id = child.cppv_cp_plan_id);
GO
