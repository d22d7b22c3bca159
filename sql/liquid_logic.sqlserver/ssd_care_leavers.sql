-- META-ELEMENT: {"type": "header"}
-- ssd_care_leavers for Liquid Logic on SQL Server (2012 or later), for reading: the script that is run is liquid_logic.sqlserver.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_care_leavers"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_care_leavers', N'U') IS NULL
CREATE TABLE ssd_care_leavers (
  clea_table_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"CLEA001A"}
  clea_person_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"CLEA002A"}
  clea_care_leaver_eligibility nvarchar(100) NULL, -- metadata={"item_ref":"CLEA003A"}
  clea_care_leaver_in_touch nvarchar(100) NULL, -- metadata={"item_ref":"CLEA004A"}
  clea_care_leaver_latest_contact datetime NULL, -- metadata={"item_ref":"CLEA005A"}
  clea_care_leaver_accommodation nvarchar(100) NULL, -- metadata={"item_ref":"CLEA006A"}
  clea_care_leaver_accom_suitable nvarchar(100) NULL, -- metadata={"item_ref":"CLEA007A"}
  clea_care_leaver_activity nvarchar(100) NULL, -- metadata={"item_ref":"CLEA008A"}
  clea_pathway_plan_review_date datetime NULL, -- metadata={"item_ref":"CLEA009A"}
  clea_care_leaver_personal_advisor nvarchar(100) NULL, -- metadata={"item_ref":"CLEA010A"}
  clea_care_leaver_allocated_team nvarchar(48) NULL, -- metadata={"item_ref":"CLEA011A"}
  clea_care_leaver_worker_id nvarchar(48) NULL, -- metadata={"item_ref":"CLEA012A"}
  CONSTRAINT pk_ssd_care_leavers PRIMARY KEY (clea_table_id)
);
-- META-ELEMENT: {"type": "insert_data"}
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
INSERT INTO ssd_care_leavers (
  clea_table_id, -- metadata={"item_ref":"CLEA001A"}
  clea_person_id, -- metadata={"item_ref":"CLEA002A"}
  clea_care_leaver_eligibility, -- metadata={"item_ref":"CLEA003A"}
  clea_care_leaver_in_touch, -- metadata={"item_ref":"CLEA004A"}
  clea_care_leaver_latest_contact, -- metadata={"item_ref":"CLEA005A"}
  clea_care_leaver_accommodation, -- metadata={"item_ref":"CLEA006A"}
  clea_care_leaver_accom_suitable, -- metadata={"item_ref":"CLEA007A"}
  clea_care_leaver_activity, -- metadata={"item_ref":"CLEA008A"}
  clea_pathway_plan_review_date, -- metadata={"item_ref":"CLEA009A"}
  clea_care_leaver_personal_advisor, -- metadata={"item_ref":"CLEA010A"}
  clea_care_leaver_allocated_team, -- metadata={"item_ref":"CLEA011A"}
  clea_care_leaver_worker_id -- metadata={"item_ref":"CLEA012A"}
)
SELECT
  picked.clea_table_id,
  picked.clea_person_id,
  picked.clea_care_leaver_eligibility,
  picked.clea_care_leaver_in_touch,
  picked.clea_care_leaver_latest_contact,
  picked.clea_care_leaver_accommodation,
  picked.clea_care_leaver_accom_suitable,
  picked.clea_care_leaver_activity,
  picked.clea_pathway_plan_review_date,
  picked.clea_care_leaver_personal_advisor,
  picked.clea_care_leaver_allocated_team,
  picked.clea_care_leaver_worker_id
FROM (
  SELECT
    LEFT(NULLIF(RTRIM(CONCAT(CAST(dce.[DIM_CLA_ELIGIBILITY_ID] AS nvarchar(30)), N'-', CAST(fccl.[FACT_CLA_CARE_LEAVERS_ID] AS nvarchar(30)))), N''), 48) AS clea_table_id, -- clea_table_id
    CAST(dce.[DIM_PERSON_ID] AS nvarchar(30)) AS clea_person_id, -- clea_person_id
    LEFT(NULLIF(RTRIM(COALESCE(dce.[DIM_LOOKUP_ELIGIBILITY_STATUS_DESC], N'No Current Eligibility')), N''), 100) AS clea_care_leaver_eligibility, -- clea_care_leaver_eligibility
    LEFT(NULLIF(RTRIM(fccl.[DIM_LOOKUP_IN_TOUCH_CODE_CODE]), N''), 100) AS clea_care_leaver_in_touch, -- clea_care_leaver_in_touch
    fccl.[IN_TOUCH_DTTM] AS clea_care_leaver_latest_contact, -- clea_care_leaver_latest_contact
    LEFT(NULLIF(RTRIM(fccl.[DIM_LOOKUP_ACCOMMODATION_CODE_DESC]), N''), 100) AS clea_care_leaver_accommodation, -- clea_care_leaver_accommodation
    LEFT(NULLIF(RTRIM(fccl.[DIM_LOOKUP_ACCOMMODATION_SUITABLE_DESC]), N''), 100) AS clea_care_leaver_accom_suitable, -- clea_care_leaver_accom_suitable
    LEFT(NULLIF(RTRIM(fccl.[DIM_LOOKUP_MAIN_ACTIVITY_DESC]), N''), 100) AS clea_care_leaver_activity, -- clea_care_leaver_activity
    (SELECT MAX(fcp.[MODIF_DTTM]) FROM [HDM].[Child_Social].[FACT_CARE_PLANS] AS fcp WHERE fcp.[DIM_PERSON_ID] = fccl.[DIM_PERSON_ID] AND fcp.[DIM_LOOKUP_PLAN_TYPE_ID_CODE] = N'PATH') AS clea_pathway_plan_review_date, -- clea_pathway_plan_review_date
    LEFT(NULLIF(RTRIM((SELECT TOP (1) NULLIF(fi.[DIM_WORKER_ID], N'0') FROM [HDM].[Child_Social].[FACT_INVOLVEMENTS] AS fi WHERE fi.[DIM_PERSON_ID] = dce.[DIM_PERSON_ID] AND fi.[DIM_LOOKUP_INVOLVEMENT_TYPE_CODE] = N'16PLUS' AND fi.[DIM_WORKER_ID] <> N'-1' ORDER BY fi.[FACT_INVOLVEMENTS_ID] DESC)), N''), 100) AS clea_care_leaver_personal_advisor, -- clea_care_leaver_personal_advisor
    CAST((SELECT TOP (1) NULLIF(NULLIF(fi.[FACT_WORKER_HISTORY_DEPARTMENT_ID], -1), 0) FROM [HDM].[Child_Social].[FACT_INVOLVEMENTS] AS fi WHERE fi.[DIM_PERSON_ID] = dce.[DIM_PERSON_ID] AND fi.[DIM_LOOKUP_INVOLVEMENT_TYPE_CODE] = N'CW' AND fi.[IS_ALLOCATED_CW_FLAG] = N'Y' AND fi.[DIM_WORKER_ID] <> N'-1' ORDER BY fi.[FACT_INVOLVEMENTS_ID] DESC) AS nvarchar(30)) AS clea_care_leaver_allocated_team, -- clea_care_leaver_allocated_team
    LEFT(NULLIF(RTRIM((SELECT TOP (1) NULLIF(fi.[DIM_WORKER_ID], N'0') FROM [HDM].[Child_Social].[FACT_INVOLVEMENTS] AS fi WHERE fi.[DIM_PERSON_ID] = dce.[DIM_PERSON_ID] AND fi.[DIM_LOOKUP_INVOLVEMENT_TYPE_CODE] = N'CW' AND fi.[IS_ALLOCATED_CW_FLAG] = N'Y' AND fi.[DIM_WORKER_ID] <> N'-1' ORDER BY fi.[FACT_INVOLVEMENTS_ID] DESC)), N''), 48) AS clea_care_leaver_worker_id, -- clea_care_leaver_worker_id
    ROW_NUMBER() OVER (PARTITION BY CONCAT(CAST(dce.[DIM_CLA_ELIGIBILITY_ID] AS nvarchar(30)), N'-', CAST(fccl.[FACT_CLA_CARE_LEAVERS_ID] AS nvarchar(30))) ORDER BY CASE WHEN dce.[DIM_CLA_ELIGIBILITY_ID] IS NULL THEN 1 ELSE 0 END, dce.[DIM_CLA_ELIGIBILITY_ID], CASE WHEN fccl.[FACT_CLA_CARE_LEAVERS_ID] IS NULL THEN 1 ELSE 0 END, fccl.[FACT_CLA_CARE_LEAVERS_ID], CASE WHEN dce.[DIM_PERSON_ID] IS NULL THEN 1 ELSE 0 END, dce.[DIM_PERSON_ID], CASE WHEN dce.[DIM_LOOKUP_ELIGIBILITY_STATUS_DESC] IS NULL THEN 1 ELSE 0 END, dce.[DIM_LOOKUP_ELIGIBILITY_STATUS_DESC], CASE WHEN fccl.[DIM_LOOKUP_IN_TOUCH_CODE_CODE] IS NULL THEN 1 ELSE 0 END, fccl.[DIM_LOOKUP_IN_TOUCH_CODE_CODE], CASE WHEN fccl.[IN_TOUCH_DTTM] IS NULL THEN 1 ELSE 0 END, fccl.[IN_TOUCH_DTTM], CASE WHEN fccl.[DIM_LOOKUP_ACCOMMODATION_CODE_DESC] IS NULL THEN 1 ELSE 0 END, fccl.[DIM_LOOKUP_ACCOMMODATION_CODE_DESC], CASE WHEN fccl.[DIM_LOOKUP_ACCOMMODATION_SUITABLE_DESC] IS NULL THEN 1 ELSE 0 END, fccl.[DIM_LOOKUP_ACCOMMODATION_SUITABLE_DESC], CASE WHEN fccl.[DIM_LOOKUP_MAIN_ACTIVITY_DESC] IS NULL THEN 1 ELSE 0 END, fccl.[DIM_LOOKUP_MAIN_ACTIVITY_DESC], CASE WHEN fccl.[DIM_PERSON_ID] IS NULL THEN 1 ELSE 0 END, fccl.[DIM_PERSON_ID]) AS ssd_row
  FROM [HDM].[Child_Social].[DIM_CLA_ELIGIBILITY] AS dce
  LEFT JOIN [HDM].[Child_Social].[FACT_CLA_CARE_LEAVERS] AS fccl ON fccl.[DIM_PERSON_ID] = dce.[DIM_PERSON_ID]
  WHERE EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(dce.[DIM_PERSON_ID] AS nvarchar(30)))
    AND NULLIF(RTRIM(CONCAT(CAST(dce.[DIM_CLA_ELIGIBILITY_ID] AS nvarchar(30)), N'-', CAST(fccl.[FACT_CLA_CARE_LEAVERS_ID] AS nvarchar(30)))), N'') IS NOT NULL
    AND dce.[DIM_PERSON_ID] IS NOT NULL
) AS picked
WHERE picked.ssd_row = 1;
-- META-ELEMENT: {"type": "create_fk"}
IF NOT EXISTS (SELECT 1 FROM sys.foreign_keys WHERE parent_object_id = OBJECT_ID(N'ssd_care_leavers', N'U') AND name = N'fk_ssd_care_leavers_clea_person_id')
ALTER TABLE ssd_care_leavers ADD CONSTRAINT fk_ssd_care_leavers_clea_person_id FOREIGN KEY (clea_person_id) REFERENCES ssd_person (pers_person_id);
-- not enforced: clea_care_leaver_allocated_team to ssd_department.dept_team_id, an extract keeps six years, so the parent row may be absent
-- not enforced: clea_care_leaver_worker_id to ssd_professionals.prof_professional_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_care_leavers', N'U') AND name = N'ix_ssd_care_leavers_clea_person_id')
CREATE INDEX ix_ssd_care_leavers_clea_person_id ON ssd_care_leavers (clea_person_id);
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_care_leavers', N'U') AND name = N'ix_ssd_care_leavers_clea_care_leaver_allocated_team')
CREATE INDEX ix_ssd_care_leavers_clea_care_leaver_allocated_team ON ssd_care_leavers (clea_care_leaver_allocated_team);
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_care_leavers', N'U') AND name = N'ix_ssd_care_leavers_clea_care_leaver_worker_id')
CREATE INDEX ix_ssd_care_leavers_clea_care_leaver_worker_id ON ssd_care_leavers (clea_care_leaver_worker_id);
-- META-ELEMENT: {"type": "count_orphans"}
SELECT N'ssd_care_leavers.clea_care_leaver_allocated_team' AS reference, COUNT(*) AS orphans FROM ssd_care_leavers AS child WHERE child.clea_care_leaver_allocated_team IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_department AS parent WHERE parent.dept_team_id = child.clea_care_leaver_allocated_team);
SELECT N'ssd_care_leavers.clea_care_leaver_worker_id' AS reference, COUNT(*) AS orphans FROM ssd_care_leavers AS child WHERE child.clea_care_leaver_worker_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_professionals AS parent WHERE parent.prof_professional_id = child.clea_care_leaver_worker_id);
GO
