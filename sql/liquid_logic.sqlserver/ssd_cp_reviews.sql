-- META-ELEMENT: {"type": "header"}
-- ssd_cp_reviews for Liquid Logic on SQL Server (2012 or later), for reading: the script that is run is liquid_logic.sqlserver.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_cp_reviews"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_cp_reviews', N'U') IS NULL
CREATE TABLE ssd_cp_reviews (
  cppr_cp_review_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"CPPR001A"}
  cppr_person_id nvarchar(48) NULL, -- metadata={"item_ref":"CPPR008A"}
  cppr_cp_plan_id nvarchar(48) NULL, -- metadata={"item_ref":"CPPR002A"}
  cppr_cp_review_due datetime NULL, -- metadata={"item_ref":"CPPR003A"}
  cppr_cp_review_date datetime NULL, -- metadata={"item_ref":"CPPR004A"}
  cppr_cp_review_meeting_id nvarchar(48) NULL, -- metadata={"item_ref":"CPPR009A"}
  cppr_cp_review_outcome_continue_cp nchar(1) NULL, -- metadata={"item_ref":"CPPR005A"}
  cppr_cp_review_quorate nchar(100) NULL, -- metadata={"item_ref":"CPPR006A"}
  cppr_cp_review_participation nchar(100) NULL, -- metadata={"item_ref":"CPPR007A"}
  CONSTRAINT pk_ssd_cp_reviews PRIMARY KEY (cppr_cp_review_id)
);
-- META-ELEMENT: {"type": "insert_data"}
INSERT INTO ssd_cp_reviews (
  cppr_cp_review_id, -- metadata={"item_ref":"CPPR001A"}
  cppr_person_id, -- metadata={"item_ref":"CPPR008A"}
  cppr_cp_plan_id, -- metadata={"item_ref":"CPPR002A"}
  cppr_cp_review_due, -- metadata={"item_ref":"CPPR003A"}
  cppr_cp_review_date, -- metadata={"item_ref":"CPPR004A"}
  cppr_cp_review_meeting_id, -- metadata={"item_ref":"CPPR009A"}
  cppr_cp_review_outcome_continue_cp, -- metadata={"item_ref":"CPPR005A"}
  cppr_cp_review_quorate -- metadata={"item_ref":"CPPR006A"}
  -- cppr_cp_review_participation is not held: placeholder
)
SELECT
  picked.cppr_cp_review_id,
  picked.cppr_person_id,
  picked.cppr_cp_plan_id,
  picked.cppr_cp_review_due,
  picked.cppr_cp_review_date,
  picked.cppr_cp_review_meeting_id,
  picked.cppr_cp_review_outcome_continue_cp,
  picked.cppr_cp_review_quorate
FROM (
  SELECT
    CAST(cpr.[FACT_CP_REVIEW_ID] AS nvarchar(30)) AS cppr_cp_review_id, -- cppr_cp_review_id
    CAST(cpr.[DIM_PERSON_ID] AS nvarchar(30)) AS cppr_person_id, -- cppr_person_id
    CAST(cpr.[FACT_CP_PLAN_ID] AS nvarchar(30)) AS cppr_cp_plan_id, -- cppr_cp_plan_id
    cpr.[DUE_DTTM] AS cppr_cp_review_due, -- cppr_cp_review_due
    cpr.[MEETING_DTTM] AS cppr_cp_review_date, -- cppr_cp_review_date
    CAST(fm.[FACT_MEETING_ID] AS nvarchar(30)) AS cppr_cp_review_meeting_id, -- cppr_cp_review_meeting_id
    LEFT(NULLIF(RTRIM(cpr.[OUTCOME_CONTINUE_CP_FLAG]), N''), 1) AS cppr_cp_review_outcome_continue_cp, -- cppr_cp_review_outcome_continue_cp
    LEFT(NULLIF(RTRIM(ffa.[ANSWER]), N''), 100) AS cppr_cp_review_quorate, -- cppr_cp_review_quorate
    ROW_NUMBER() OVER (PARTITION BY cpr.[FACT_CP_REVIEW_ID] ORDER BY fms.[FACT_OUTCM_FORM_ID] DESC, CASE WHEN cpr.[FACT_CP_REVIEW_ID] IS NULL THEN 1 ELSE 0 END, cpr.[FACT_CP_REVIEW_ID], CASE WHEN cpr.[DIM_PERSON_ID] IS NULL THEN 1 ELSE 0 END, cpr.[DIM_PERSON_ID], CASE WHEN cpr.[FACT_CP_PLAN_ID] IS NULL THEN 1 ELSE 0 END, cpr.[FACT_CP_PLAN_ID], CASE WHEN cpr.[DUE_DTTM] IS NULL THEN 1 ELSE 0 END, cpr.[DUE_DTTM], CASE WHEN cpr.[MEETING_DTTM] IS NULL THEN 1 ELSE 0 END, cpr.[MEETING_DTTM], CASE WHEN fm.[FACT_MEETING_ID] IS NULL THEN 1 ELSE 0 END, fm.[FACT_MEETING_ID], CASE WHEN cpr.[OUTCOME_CONTINUE_CP_FLAG] IS NULL THEN 1 ELSE 0 END, cpr.[OUTCOME_CONTINUE_CP_FLAG], CASE WHEN ffa.[ANSWER] IS NULL THEN 1 ELSE 0 END, ffa.[ANSWER]) AS ssd_row
  FROM [HDM].[Child_Social].[FACT_CP_REVIEW] AS cpr
  LEFT JOIN [HDM].[Child_Social].[FACT_MEETINGS] AS fm ON cpr.[FACT_MEETING_ID] = fm.[FACT_MEETING_ID]
  LEFT JOIN [HDM].[Child_Social].[FACT_MEETING_SUBJECTS] AS fms ON cpr.[FACT_MEETING_ID] = fms.[FACT_MEETINGS_ID] AND cpr.[DIM_PERSON_ID] = fms.[DIM_PERSON_ID]
  LEFT JOIN [HDM].[Child_Social].[FACT_FORM_ANSWERS] AS ffa ON fms.[FACT_OUTCM_FORM_ID] = ffa.[FACT_FORM_ID] AND ffa.[ANSWER_NO] = N'WasConf' AND fms.[FACT_OUTCM_FORM_ID] IS NOT NULL AND fms.[FACT_OUTCM_FORM_ID] <> -1
  WHERE (cpr.[MEETING_DTTM] >= @ssd_window_start OR cpr.[MEETING_DTTM] IS NULL)
    AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(cpr.[DIM_PERSON_ID] AS nvarchar(30)))
    AND cpr.[FACT_CP_REVIEW_ID] IS NOT NULL
) AS picked
WHERE picked.ssd_row = 1;
-- META-ELEMENT: {"type": "create_fk"}
IF NOT EXISTS (SELECT 1 FROM sys.foreign_keys WHERE parent_object_id = OBJECT_ID(N'ssd_cp_reviews', N'U') AND name = N'fk_ssd_cp_reviews_cppr_person_id')
ALTER TABLE ssd_cp_reviews ADD CONSTRAINT fk_ssd_cp_reviews_cppr_person_id FOREIGN KEY (cppr_person_id) REFERENCES ssd_person (pers_person_id);
-- not enforced: cppr_cp_plan_id to ssd_cp_plans.cppl_cp_plan_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_cp_reviews', N'U') AND name = N'ix_ssd_cp_reviews_cppr_person_id')
CREATE INDEX ix_ssd_cp_reviews_cppr_person_id ON ssd_cp_reviews (cppr_person_id);
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_cp_reviews', N'U') AND name = N'ix_ssd_cp_reviews_cppr_cp_plan_id')
CREATE INDEX ix_ssd_cp_reviews_cppr_cp_plan_id ON ssd_cp_reviews (cppr_cp_plan_id);
-- META-ELEMENT: {"type": "count_orphans"}
SELECT N'ssd_cp_reviews.cppr_cp_plan_id' AS reference, COUNT(*) AS orphans FROM ssd_cp_reviews AS child WHERE child.cppr_cp_plan_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_cp_plans AS parent WHERE parent.cppl_cp_plan_id = child.cppr_cp_plan_id);
GO
