-- META-ELEMENT: {"type": "header"}
-- ssd_permanence for Liquid Logic on SQL Server (2012 or later), for reading: the script that is run is liquid_logic.sqlserver.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_permanence"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_permanence', N'U') IS NULL
CREATE TABLE ssd_permanence (
  perm_table_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"PERM001A"}
  perm_person_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"PERM002A"}
  perm_cla_id nvarchar(48) NULL, -- metadata={"item_ref":"PERM022A"}
  perm_adm_decision_date datetime NULL, -- metadata={"item_ref":"PERM003A"}
  perm_ffa_cp_decision_date datetime NULL, -- metadata={"item_ref":"PERM004A"}
  perm_placement_order_date datetime NULL, -- metadata={"item_ref":"PERM006A"}
  perm_placed_for_adoption_date datetime NULL, -- metadata={"item_ref":"PERM007A"}
  perm_matched_date datetime NULL, -- metadata={"item_ref":"PERM008A"}
  perm_adopted_by_carer_flag nchar(1) NULL, -- metadata={"item_ref":"PERM021A"}
  perm_placed_ffa_cp_date datetime NULL, -- metadata={"item_ref":"PERM009A"}
  perm_decision_reversed_date datetime NULL, -- metadata={"item_ref":"PERM010A"}
  perm_placed_foster_carer_date datetime NULL, -- metadata={"item_ref":"PERM011A"}
  perm_part_of_sibling_group nchar(1) NULL, -- metadata={"item_ref":"PERM012A"}
  perm_siblings_placed_together int NULL, -- metadata={"item_ref":"PERM013A"}
  perm_siblings_placed_apart int NULL, -- metadata={"item_ref":"PERM014A"}
  perm_placement_provider_urn nvarchar(48) NULL, -- metadata={"item_ref":"PERM015A"}
  perm_decision_reversed_reason nvarchar(100) NULL, -- metadata={"item_ref":"PERM016A"}
  perm_permanence_order_date datetime NULL, -- metadata={"item_ref":"PERM017A"}
  perm_permanence_order_type nvarchar(100) NULL, -- metadata={"item_ref":"PERM018A"}
  perm_adoption_worker_id nvarchar(48) NULL, -- metadata={"item_ref":"PERM023A"}
  perm_adopter_sex nvarchar(48) NULL, -- metadata={"item_ref":"PERM025A"}
  perm_adopter_legal_status nvarchar(100) NULL, -- metadata={"item_ref":"PERM026A"}
  perm_number_of_adopters nvarchar(3) NULL, -- metadata={"item_ref":"PERM027A"}
  CONSTRAINT pk_ssd_permanence PRIMARY KEY (perm_table_id)
);
-- META-ELEMENT: {"type": "insert_data"}
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
INSERT INTO ssd_permanence (
  perm_table_id, -- metadata={"item_ref":"PERM001A"}
  perm_person_id, -- metadata={"item_ref":"PERM002A"}
  perm_cla_id, -- metadata={"item_ref":"PERM022A"}
  perm_adm_decision_date, -- metadata={"item_ref":"PERM003A"}
  perm_ffa_cp_decision_date, -- metadata={"item_ref":"PERM004A"}
  perm_placement_order_date, -- metadata={"item_ref":"PERM006A"}
  perm_placed_for_adoption_date, -- metadata={"item_ref":"PERM007A"}
  perm_matched_date, -- metadata={"item_ref":"PERM008A"}
  perm_adopted_by_carer_flag, -- metadata={"item_ref":"PERM021A"}
  perm_placed_ffa_cp_date, -- metadata={"item_ref":"PERM009A"}
  perm_decision_reversed_date, -- metadata={"item_ref":"PERM010A"}
  -- perm_placed_foster_carer_date is not held: placeholder
  perm_part_of_sibling_group, -- metadata={"item_ref":"PERM012A"}
  perm_siblings_placed_together, -- metadata={"item_ref":"PERM013A"}
  perm_siblings_placed_apart, -- metadata={"item_ref":"PERM014A"}
  perm_placement_provider_urn, -- metadata={"item_ref":"PERM015A"}
  perm_decision_reversed_reason, -- metadata={"item_ref":"PERM016A"}
  perm_permanence_order_date, -- metadata={"item_ref":"PERM017A"}
  perm_permanence_order_type, -- metadata={"item_ref":"PERM018A"}
  perm_adoption_worker_id, -- metadata={"item_ref":"PERM023A"}
  perm_adopter_sex, -- metadata={"item_ref":"PERM025A"}
  perm_adopter_legal_status, -- metadata={"item_ref":"PERM026A"}
  perm_number_of_adopters -- metadata={"item_ref":"PERM027A"}
)
SELECT
  picked.perm_table_id,
  picked.perm_person_id,
  picked.perm_cla_id,
  picked.perm_adm_decision_date,
  picked.perm_ffa_cp_decision_date,
  picked.perm_placement_order_date,
  picked.perm_placed_for_adoption_date,
  picked.perm_matched_date,
  picked.perm_adopted_by_carer_flag,
  picked.perm_placed_ffa_cp_date,
  picked.perm_decision_reversed_date,
  picked.perm_part_of_sibling_group,
  picked.perm_siblings_placed_together,
  picked.perm_siblings_placed_apart,
  picked.perm_placement_provider_urn,
  picked.perm_decision_reversed_reason,
  picked.perm_permanence_order_date,
  picked.perm_permanence_order_type,
  picked.perm_adoption_worker_id,
  picked.perm_adopter_sex,
  picked.perm_adopter_legal_status,
  picked.perm_number_of_adopters
FROM (
  SELECT
    numbered.perm_table_id,
    numbered.perm_person_id,
    numbered.perm_cla_id,
    numbered.perm_adm_decision_date,
    numbered.perm_ffa_cp_decision_date,
    numbered.perm_placement_order_date,
    numbered.perm_placed_for_adoption_date,
    numbered.perm_matched_date,
    numbered.perm_adopted_by_carer_flag,
    numbered.perm_placed_ffa_cp_date,
    numbered.perm_decision_reversed_date,
    numbered.perm_part_of_sibling_group,
    numbered.perm_siblings_placed_together,
    numbered.perm_siblings_placed_apart,
    numbered.perm_placement_provider_urn,
    numbered.perm_decision_reversed_reason,
    numbered.perm_permanence_order_date,
    numbered.perm_permanence_order_type,
    numbered.perm_adoption_worker_id,
    numbered.perm_adopter_sex,
    numbered.perm_adopter_legal_status,
    numbered.perm_number_of_adopters,
    ROW_NUMBER() OVER (PARTITION BY numbered.perm_table_id ORDER BY numbered.ssd_place) AS ssd_key_row
  FROM (
  SELECT
    LEFT(NULLIF(RTRIM(CASE WHEN fa.[FACT_ADOPTION_ID] IS NULL THEN CAST(fce.[FACT_CARE_EPISODES_ID] AS nvarchar(30)) ELSE CONCAT(CAST(fa.[FACT_ADOPTION_ID] AS nvarchar(30)), N'-', CAST(fce.[FACT_CARE_EPISODES_ID] AS nvarchar(30))) END), N''), 48) AS perm_table_id, -- perm_table_id
    CAST(fce.[DIM_PERSON_ID] AS nvarchar(30)) AS perm_person_id, -- perm_person_id
    CAST(fce.[FACT_CLA_ID] AS nvarchar(30)) AS perm_cla_id, -- perm_cla_id
    fa.[DECISION_DTTM] AS perm_adm_decision_date, -- perm_adm_decision_date
    fcpl.[FFA_IS_PLAN_DATE] AS perm_ffa_cp_decision_date, -- perm_ffa_cp_decision_date
    fa.[PLACEMENT_ORDER_DTTM] AS perm_placement_order_date, -- perm_placement_order_date
    CASE WHEN fcpl.[DIM_LOOKUP_PLACEMENT_TYPE_CODE] IN (N'A3', N'A4', N'A5', N'A6') THEN fcpl.[START_DTTM] END AS perm_placed_for_adoption_date, -- perm_placed_for_adoption_date
    fa.[MATCHING_DTTM] AS perm_matched_date, -- perm_matched_date
    LEFT(NULLIF(RTRIM(fa.[ADOPTED_BY_CARER_FLAG]), N''), 1) AS perm_adopted_by_carer_flag, -- perm_adopted_by_carer_flag
    fa.[FOSTER_TO_ADOPT_DTTM] AS perm_placed_ffa_cp_date, -- perm_placed_ffa_cp_date
    fa.[NO_LONGER_PLACED_DTTM] AS perm_decision_reversed_date, -- perm_decision_reversed_date
    LEFT(NULLIF(RTRIM(fa.[SIBLING_GROUP]), N''), 1) AS perm_part_of_sibling_group, -- perm_part_of_sibling_group
    fa.[NUMBER_TOGETHER] AS perm_siblings_placed_together, -- perm_siblings_placed_together
    fa.[NUMBER_APART] AS perm_siblings_placed_apart, -- perm_siblings_placed_apart
    LEFT(NULLIF(RTRIM(CASE WHEN fcpl.[DIM_LOOKUP_PLACEMENT_TYPE_CODE] IN (N'A3', N'A4', N'A5', N'A6') THEN fce.[OFSTED_URN] END), N''), 48) AS perm_placement_provider_urn, -- perm_placement_provider_urn
    LEFT(NULLIF(RTRIM(fa.[DIM_LOOKUP_ADOP_REASON_CEASED_CODE]), N''), 100) AS perm_decision_reversed_reason, -- perm_decision_reversed_reason
    fce.[PLACEND] AS perm_permanence_order_date, -- perm_permanence_order_date
    CASE fce.[CARE_REASON_END_CODE] WHEN N'45' THEN N'Special Guardianship Order' WHEN N'E1' THEN N'Adoption' WHEN N'E11' THEN N'Adoption' WHEN N'E12' THEN N'Adoption' WHEN N'E43' THEN N'Special Guardianship Order' WHEN N'E44' THEN N'Special Guardianship Order' WHEN N'E45' THEN N'Special Guardianship Order' WHEN N'E46' THEN N'Special Guardianship Order' WHEN N'E47' THEN N'Special Guardianship Order' WHEN N'E48' THEN N'Special Guardianship Order' WHEN N'E41' THEN N'Child Arrangements/ Residence Order' END AS perm_permanence_order_type, -- perm_permanence_order_type
    LEFT(NULLIF(RTRIM(fa.[ADOPTION_SOCIAL_WORKER_ID]), N''), 48) AS perm_adoption_worker_id, -- perm_adoption_worker_id
    LEFT(NULLIF(RTRIM(fa.[DIM_LOOKUP_ADOPTER_GENDER_CODE]), N''), 48) AS perm_adopter_sex, -- perm_adopter_sex
    LEFT(NULLIF(RTRIM(fa.[DIM_LOOKUP_ADOPTER_LEGAL_STATUS_CODE]), N''), 100) AS perm_adopter_legal_status, -- perm_adopter_legal_status
    LEFT(NULLIF(RTRIM(LEFT(CAST(fa.[NO_OF_ADOPTERS] AS nvarchar(30)), 3)), N''), 3) AS perm_number_of_adopters, -- perm_number_of_adopters
    ROW_NUMBER() OVER (PARTITION BY fce.[DIM_PERSON_ID] ORDER BY fce.[FACT_CARE_EPISODES_ID] DESC, fa.[FACT_ADOPTION_ID] DESC, CASE WHEN fce.[DIM_PERSON_ID] IS NULL THEN 1 ELSE 0 END, fce.[DIM_PERSON_ID], CASE WHEN fce.[FACT_CLA_ID] IS NULL THEN 1 ELSE 0 END, fce.[FACT_CLA_ID], CASE WHEN fa.[DECISION_DTTM] IS NULL THEN 1 ELSE 0 END, fa.[DECISION_DTTM], CASE WHEN fcpl.[FFA_IS_PLAN_DATE] IS NULL THEN 1 ELSE 0 END, fcpl.[FFA_IS_PLAN_DATE], CASE WHEN fa.[PLACEMENT_ORDER_DTTM] IS NULL THEN 1 ELSE 0 END, fa.[PLACEMENT_ORDER_DTTM], CASE WHEN fcpl.[DIM_LOOKUP_PLACEMENT_TYPE_CODE] IS NULL THEN 1 ELSE 0 END, fcpl.[DIM_LOOKUP_PLACEMENT_TYPE_CODE], CASE WHEN fcpl.[START_DTTM] IS NULL THEN 1 ELSE 0 END, fcpl.[START_DTTM], CASE WHEN fa.[MATCHING_DTTM] IS NULL THEN 1 ELSE 0 END, fa.[MATCHING_DTTM], CASE WHEN fa.[ADOPTED_BY_CARER_FLAG] IS NULL THEN 1 ELSE 0 END, fa.[ADOPTED_BY_CARER_FLAG], CASE WHEN fa.[FOSTER_TO_ADOPT_DTTM] IS NULL THEN 1 ELSE 0 END, fa.[FOSTER_TO_ADOPT_DTTM], CASE WHEN fa.[NO_LONGER_PLACED_DTTM] IS NULL THEN 1 ELSE 0 END, fa.[NO_LONGER_PLACED_DTTM], CASE WHEN fa.[SIBLING_GROUP] IS NULL THEN 1 ELSE 0 END, fa.[SIBLING_GROUP], CASE WHEN fa.[NUMBER_TOGETHER] IS NULL THEN 1 ELSE 0 END, fa.[NUMBER_TOGETHER], CASE WHEN fa.[NUMBER_APART] IS NULL THEN 1 ELSE 0 END, fa.[NUMBER_APART], CASE WHEN fce.[OFSTED_URN] IS NULL THEN 1 ELSE 0 END, fce.[OFSTED_URN], CASE WHEN fa.[DIM_LOOKUP_ADOP_REASON_CEASED_CODE] IS NULL THEN 1 ELSE 0 END, fa.[DIM_LOOKUP_ADOP_REASON_CEASED_CODE], CASE WHEN fce.[PLACEND] IS NULL THEN 1 ELSE 0 END, fce.[PLACEND], CASE WHEN fce.[CARE_REASON_END_CODE] IS NULL THEN 1 ELSE 0 END, fce.[CARE_REASON_END_CODE], CASE WHEN fa.[ADOPTION_SOCIAL_WORKER_ID] IS NULL THEN 1 ELSE 0 END, fa.[ADOPTION_SOCIAL_WORKER_ID], CASE WHEN fa.[DIM_LOOKUP_ADOPTER_GENDER_CODE] IS NULL THEN 1 ELSE 0 END, fa.[DIM_LOOKUP_ADOPTER_GENDER_CODE], CASE WHEN fa.[DIM_LOOKUP_ADOPTER_LEGAL_STATUS_CODE] IS NULL THEN 1 ELSE 0 END, fa.[DIM_LOOKUP_ADOPTER_LEGAL_STATUS_CODE], CASE WHEN fa.[NO_OF_ADOPTERS] IS NULL THEN 1 ELSE 0 END, fa.[NO_OF_ADOPTERS]) AS ssd_row,
    ROW_NUMBER() OVER (ORDER BY fce.[FACT_CARE_EPISODES_ID] DESC, fa.[FACT_ADOPTION_ID] DESC, CASE WHEN fce.[DIM_PERSON_ID] IS NULL THEN 1 ELSE 0 END, fce.[DIM_PERSON_ID], CASE WHEN fce.[FACT_CLA_ID] IS NULL THEN 1 ELSE 0 END, fce.[FACT_CLA_ID], CASE WHEN fa.[DECISION_DTTM] IS NULL THEN 1 ELSE 0 END, fa.[DECISION_DTTM], CASE WHEN fcpl.[FFA_IS_PLAN_DATE] IS NULL THEN 1 ELSE 0 END, fcpl.[FFA_IS_PLAN_DATE], CASE WHEN fa.[PLACEMENT_ORDER_DTTM] IS NULL THEN 1 ELSE 0 END, fa.[PLACEMENT_ORDER_DTTM], CASE WHEN fcpl.[DIM_LOOKUP_PLACEMENT_TYPE_CODE] IS NULL THEN 1 ELSE 0 END, fcpl.[DIM_LOOKUP_PLACEMENT_TYPE_CODE], CASE WHEN fcpl.[START_DTTM] IS NULL THEN 1 ELSE 0 END, fcpl.[START_DTTM], CASE WHEN fa.[MATCHING_DTTM] IS NULL THEN 1 ELSE 0 END, fa.[MATCHING_DTTM], CASE WHEN fa.[ADOPTED_BY_CARER_FLAG] IS NULL THEN 1 ELSE 0 END, fa.[ADOPTED_BY_CARER_FLAG], CASE WHEN fa.[FOSTER_TO_ADOPT_DTTM] IS NULL THEN 1 ELSE 0 END, fa.[FOSTER_TO_ADOPT_DTTM], CASE WHEN fa.[NO_LONGER_PLACED_DTTM] IS NULL THEN 1 ELSE 0 END, fa.[NO_LONGER_PLACED_DTTM], CASE WHEN fa.[SIBLING_GROUP] IS NULL THEN 1 ELSE 0 END, fa.[SIBLING_GROUP], CASE WHEN fa.[NUMBER_TOGETHER] IS NULL THEN 1 ELSE 0 END, fa.[NUMBER_TOGETHER], CASE WHEN fa.[NUMBER_APART] IS NULL THEN 1 ELSE 0 END, fa.[NUMBER_APART], CASE WHEN fce.[OFSTED_URN] IS NULL THEN 1 ELSE 0 END, fce.[OFSTED_URN], CASE WHEN fa.[DIM_LOOKUP_ADOP_REASON_CEASED_CODE] IS NULL THEN 1 ELSE 0 END, fa.[DIM_LOOKUP_ADOP_REASON_CEASED_CODE], CASE WHEN fce.[PLACEND] IS NULL THEN 1 ELSE 0 END, fce.[PLACEND], CASE WHEN fce.[CARE_REASON_END_CODE] IS NULL THEN 1 ELSE 0 END, fce.[CARE_REASON_END_CODE], CASE WHEN fa.[ADOPTION_SOCIAL_WORKER_ID] IS NULL THEN 1 ELSE 0 END, fa.[ADOPTION_SOCIAL_WORKER_ID], CASE WHEN fa.[DIM_LOOKUP_ADOPTER_GENDER_CODE] IS NULL THEN 1 ELSE 0 END, fa.[DIM_LOOKUP_ADOPTER_GENDER_CODE], CASE WHEN fa.[DIM_LOOKUP_ADOPTER_LEGAL_STATUS_CODE] IS NULL THEN 1 ELSE 0 END, fa.[DIM_LOOKUP_ADOPTER_LEGAL_STATUS_CODE], CASE WHEN fa.[NO_OF_ADOPTERS] IS NULL THEN 1 ELSE 0 END, fa.[NO_OF_ADOPTERS]) AS ssd_place
  FROM [HDM].[Child_Social].[FACT_CARE_EPISODES] AS fce
  LEFT JOIN [HDM].[Child_Social].[FACT_ADOPTION] AS fa ON fa.[DIM_PERSON_ID] = fce.[DIM_PERSON_ID] AND fa.[START_DTTM] IS NOT NULL
  LEFT JOIN [HDM].[Child_Social].[FACT_CLA_PLACEMENT] AS fcpl ON fcpl.[FACT_CLA_PLACEMENT_ID] = fce.[FACT_CLA_PLACEMENT_ID] AND fcpl.[FACT_CLA_PLACEMENT_ID] <> -1 AND (fcpl.[DIM_LOOKUP_PLACEMENT_TYPE_CODE] IN (N'A3', N'A4', N'A5', N'A6') OR fcpl.[FFA_IS_PLAN_DATE] IS NOT NULL)
  WHERE fce.[DIM_PERSON_ID] <> -1
    AND ((fce.[PLACEND] IS NULL AND fa.[START_DTTM] IS NOT NULL) OR fce.[CARE_REASON_END_CODE] IN (N'E1', N'E11', N'E12', N'E41', N'E43', N'E44', N'E45', N'E46', N'E47', N'E48', N'45'))
    AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(fce.[DIM_PERSON_ID] AS nvarchar(30)))
    AND NULLIF(RTRIM(CASE WHEN fa.[FACT_ADOPTION_ID] IS NULL THEN CAST(fce.[FACT_CARE_EPISODES_ID] AS nvarchar(30)) ELSE CONCAT(CAST(fa.[FACT_ADOPTION_ID] AS nvarchar(30)), N'-', CAST(fce.[FACT_CARE_EPISODES_ID] AS nvarchar(30))) END), N'') IS NOT NULL
    AND fce.[DIM_PERSON_ID] IS NOT NULL
) AS numbered
WHERE numbered.ssd_row = 1
) AS picked
WHERE picked.ssd_key_row = 1;
-- META-ELEMENT: {"type": "create_fk"}
IF NOT EXISTS (SELECT 1 FROM sys.foreign_keys WHERE parent_object_id = OBJECT_ID(N'ssd_permanence', N'U') AND name = N'fk_ssd_permanence_perm_person_id')
ALTER TABLE ssd_permanence ADD CONSTRAINT fk_ssd_permanence_perm_person_id FOREIGN KEY (perm_person_id) REFERENCES ssd_person (pers_person_id);
-- not enforced: perm_adoption_worker_id to ssd_professionals.prof_professional_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_permanence', N'U') AND name = N'ix_ssd_permanence_perm_person_id')
CREATE INDEX ix_ssd_permanence_perm_person_id ON ssd_permanence (perm_person_id);
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_permanence', N'U') AND name = N'ix_ssd_permanence_perm_adoption_worker_id')
CREATE INDEX ix_ssd_permanence_perm_adoption_worker_id ON ssd_permanence (perm_adoption_worker_id);
-- META-ELEMENT: {"type": "count_orphans"}
SELECT N'ssd_permanence.perm_adoption_worker_id' AS reference, COUNT(*) AS orphans FROM ssd_permanence AS child WHERE child.perm_adoption_worker_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_professionals AS parent WHERE parent.prof_professional_id = child.perm_adoption_worker_id);
GO
