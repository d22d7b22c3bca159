-- META-ELEMENT: {"type": "header"}
-- ssd_permanence for Mosaic on SQL Server (2012 or later), for reading: the script that is run is mosaic.sqlserver.sql,
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
WITH decisions AS (
  SELECT DISTINCT s.[WORKFLOW_STEP_ID] AS workflow_step_id, s.[PERSON_ID] AS person_id, s.[ADOPTION_BEST_INTEREST_DATE] AS decision_date, c.[PERIOD_OF_CARE_ID] AS period_of_care_id, c.[START_DATE] AS care_start, c.[END_DATE] AS care_end
  FROM [DM_WORKFLOW_STEPS_PEOPLE_VW] AS s
  INNER JOIN [DM_PERIODS_OF_CARE] AS c ON c.[PERSON_ID] = s.[PERSON_ID] AND s.[ADOPTION_BEST_INTEREST_DATE] BETWEEN c.[START_DATE] AND COALESCE(c.[END_DATE], CONVERT(datetime, N'9999-12-31T00:00:00', 126))
),
care_details AS (
  SELECT s.[PERSON_ID] AS person_id, s.[PERIOD_OF_CARE_ID] AS period_of_care_id, s.[PLACEMENT_ID] AS placement_id, s.[PLACEMENT_SPLIT_NUMBER] AS placement_split_number, s.[START_DATE] AS start_date, s.[END_DATE] AS end_date, d.[ELEMENT_DETAIL_ID] AS element_detail_id, d.[START_DATE] AS detail_start_date, d.[CARER_ID] AS carer_id, d.[OFSTED_URN] AS ofsted_urn, d.[CIN_PROVIDER_CATEGORY_CODE] AS cin_provider_category_code
  FROM [DM_CLA_SUMMARIES] AS s
  INNER JOIN [DM_PLACEMENT_DETAILS] AS d ON d.[ELEMENT_DETAIL_ID] = s.[ELEMENT_DETAIL_ID] AND d.[SPLIT_NUMBER] = s.[SERVICE_SPLIT_NUMBER]
),
adoptions AS (
  SELECT d.person_id AS person_id, d.period_of_care_id AS period_of_care_id, d.start_date AS start_date, d.end_date AS end_date, d.carer_id AS carer_id, d.element_detail_id AS element_detail_id, p.[PLACEMENT_TYPE] AS placement_type, p.[END_DATE] AS adoption_date
  FROM care_details AS d
  INNER JOIN [DM_PLACEMENTS] AS p ON p.[PLACEMENT_ID] = d.placement_id AND p.[SPLIT_NUMBER] = d.placement_split_number
  WHERE p.[IS_ADOPTED] = N'Y'
),
adoption_journeys AS (
  SELECT d.workflow_step_id AS workflow_step_id, d.person_id AS person_id, d.decision_date AS decision_date, d.period_of_care_id AS period_of_care_id, d.care_start AS care_start, d.care_end AS care_end, r.adoption_plan_date_ceased AS reversed_date, r.adoption_plan_reason_cat_code AS reversed_reason, a.adoption_date AS adoption_date, a.placement_type AS adoption_placement_type, a.carer_id AS adopter_carer_id, COALESCE(r.adoption_plan_date_ceased, a.adoption_date) AS journey_end
  FROM decisions AS d
  OUTER APPLY (SELECT TOP (1) v.[ADOPTION_PLAN_DATE_CEASED] AS adoption_plan_date_ceased, v.[ADOPTION_PLAN_REASON_CAT_CODE] AS adoption_plan_reason_cat_code FROM [DM_WORKFLOW_STEPS_PEOPLE_VW] AS v WHERE v.[PERSON_ID] = d.person_id AND v.[ADOPTION_PLAN_DATE_CEASED] > d.decision_date AND v.[ADOPTION_PLAN_DATE_CEASED] <= COALESCE(d.care_end, CONVERT(datetime, N'9999-12-31T00:00:00', 126)) ORDER BY CASE WHEN v.[ADOPTION_PLAN_DATE_CEASED] IS NULL THEN 1 ELSE 0 END, v.[ADOPTION_PLAN_DATE_CEASED], CASE WHEN v.[WORKFLOW_STEP_ID] IS NULL THEN 1 ELSE 0 END, v.[WORKFLOW_STEP_ID], CASE WHEN v.[ADOPTION_PLAN_REASON_CAT_CODE] IS NULL THEN 1 ELSE 0 END, v.[ADOPTION_PLAN_REASON_CAT_CODE]) AS r
  OUTER APPLY (SELECT TOP (1) n.adoption_date AS adoption_date, n.placement_type AS placement_type, n.carer_id AS carer_id FROM adoptions AS n WHERE n.person_id = d.person_id AND n.period_of_care_id = d.period_of_care_id AND DATEADD(day, DATEDIFF(day, 0, n.end_date), 0) = DATEADD(day, DATEDIFF(day, 0, d.care_end), 0) ORDER BY n.start_date DESC, n.carer_id DESC, n.element_detail_id DESC, CASE WHEN n.adoption_date IS NULL THEN 1 ELSE 0 END, n.adoption_date, CASE WHEN n.placement_type IS NULL THEN 1 ELSE 0 END, n.placement_type) AS a
),
journeys AS (
  SELECT N'ADP' AS kind, j.workflow_step_id AS record_id, j.person_id AS person_id, j.period_of_care_id AS period_of_care_id, j.care_start AS care_start, j.care_end AS care_end, j.decision_date AS decision_date, j.journey_end AS journey_end, j.journey_end AS provider_date, j.reversed_date AS reversed_date, j.reversed_reason AS reversed_reason, j.adoption_date AS order_date, j.adoption_placement_type AS adoption_placement_type, j.adopter_carer_id AS adopter_carer_id
  FROM adoption_journeys AS j
  UNION ALL
  SELECT N'SGO', o.[LEGAL_STATUS_ID] AS legal_status_id, o.[PERSON_ID] AS person_id, c.[PERIOD_OF_CARE_ID] AS period_of_care_id, c.[START_DATE] AS start_date, c.[END_DATE] AS end_date, NULL, NULL, c.[END_DATE] AS end_date, NULL, NULL, o.[START_DATE] AS start_date, NULL, NULL
  FROM [DM_NON_LA_LEGAL_STATUSES] AS o
  INNER JOIN [DM_NON_LA_LEGAL_STATUS_TYPES] AS t ON t.[LEGAL_STATUS_TYPE] = o.[LEGAL_STATUS_TYPE]
  INNER JOIN [DM_PERIODS_OF_CARE] AS c ON c.[PERSON_ID] = o.[PERSON_ID] AND c.[START_DATE] <= COALESCE(o.[END_DATE], CONVERT(datetime, N'9999-12-31T00:00:00', 126)) AND COALESCE(c.[END_DATE], CONVERT(datetime, N'9999-12-31T00:00:00', 126)) >= o.[START_DATE]
  WHERE t.[IS_SPECIAL_GUARDIANSHIP_ORDER] = N'Y'
),
step_people AS (
  SELECT DISTINCT s.[SUBGROUP_ID] AS subgroup_id, s.[SUBJECT_COMPOUND_ID] AS person_id
  FROM [DM_SUBGROUP_SUBJECTS] AS s
  WHERE s.[SUBJECT_TYPE_CODE] = N'PER'
),
person_steps AS (
  SELECT s.[WORKFLOW_STEP_ID] AS workflow_step_id, p.person_id AS person_id, CONCAT(CAST(s.[WORKFLOW_STEP_ID] AS nvarchar(30)), N'.', CAST(p.person_id AS nvarchar(30))) AS step_key, s.[WORKFLOW_STEP_TYPE_ID] AS workflow_step_type_id, s.[STEP_STATUS] AS step_status, s.[INCOMING_ON] AS incoming_on, s.[STARTED_ON] AS started_on, s.[COMPLETED_ON] AS completed_on, s.[CANCELLED_ON] AS cancelled_on, s.[RESPONSIBLE_TEAM_ID] AS responsible_team_id, s.[ASSIGNEE_ID] AS assignee_id, s.[IS_CHILD_CONTACT] AS is_child_contact, s.[IS_CONTINUOUS_ASSESSMENT] AS is_continuous_assessment, s.[IS_SECTION_47_ENQUIRY] AS is_section_47_enquiry, s.[IS_MISSING_OR_ABSENT] AS is_missing_or_absent, s.[STRATEGY_DISCUSSION_DATE] AS strategy_discussion_date, s.[CP_CONFERENCE_CATEGORY] AS cp_conference_category, s.[CP_CONFERENCE_ACTUAL_DATE] AS cp_conference_actual_date, s.[LAC_REVIEW_CATEGORY] AS lac_review_category, s.[LAC_REVIEW_DATE] AS lac_review_date, s.[LAC_REVIEW_PARTICIPATION_CODE] AS lac_review_participation_code
  FROM [DM_WORKFLOW_STEPS] AS s
  INNER JOIN step_people AS p ON p.subgroup_id = s.[SUBGROUP_ID]
),
answers AS (
  SELECT a.[WORKFLOW_STEP_ID] AS workflow_step_id, p.person_id AS person_id, a.[QUESTION_USER_CODE] AS question_user_code, a.[FORM_ID] AS form_id, a.[TEXT_ANSWER] AS text_answer, a.[NUMBER_ANSWER] AS number_answer, a.[DATE_ANSWER] AS date_answer
  FROM [DM_CACHED_FORM_ANSWERS] AS a
  INNER JOIN person_steps AS p ON p.workflow_step_id = a.[WORKFLOW_STEP_ID] AND (a.[SUBJECT_PERSON_ID] IS NULL OR a.[SUBJECT_PERSON_ID] <= 0 OR a.[SUBJECT_PERSON_ID] = p.person_id)
),
foster_placements AS (
  SELECT p.[PERSON_ID] AS person_id, p.[PERIOD_OF_CARE_ID] AS period_of_care_id, p.[START_DATE] AS start_date, p.[PLACEMENT_TYPE] AS placement_type, d.carer_id AS carer_id
  FROM [DM_PLACEMENTS] AS p
  INNER JOIN [DM_PLACEMENT_TYPES] AS t ON t.[PLACEMENT_TYPE] = p.[PLACEMENT_TYPE] AND t.[IS_PLACED_WITH_FOSTER_CARERS] = N'Y'
  INNER JOIN care_details AS d ON d.placement_id = p.[PLACEMENT_ID] AND d.placement_split_number = p.[SPLIT_NUMBER] AND DATEADD(day, DATEDIFF(day, 0, d.start_date), 0) = DATEADD(day, DATEDIFF(day, 0, p.[START_DATE]), 0)
)
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
  perm_placed_foster_carer_date, -- metadata={"item_ref":"PERM011A"}
  perm_part_of_sibling_group, -- metadata={"item_ref":"PERM012A"}
  perm_siblings_placed_together, -- metadata={"item_ref":"PERM013A"}
  perm_siblings_placed_apart, -- metadata={"item_ref":"PERM014A"}
  perm_placement_provider_urn, -- metadata={"item_ref":"PERM015A"}
  perm_decision_reversed_reason, -- metadata={"item_ref":"PERM016A"}
  perm_permanence_order_date, -- metadata={"item_ref":"PERM017A"}
  perm_permanence_order_type -- metadata={"item_ref":"PERM018A"}
  -- perm_adoption_worker_id is not held: no source of the adoption worker is known yet
  -- perm_adopter_sex is not held: no source of the adopters is known yet
  -- perm_adopter_legal_status is not held: no source of the adopters is known yet
  -- perm_number_of_adopters is not held: no source of the adopters is known yet
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
  picked.perm_placed_foster_carer_date,
  picked.perm_part_of_sibling_group,
  picked.perm_siblings_placed_together,
  picked.perm_siblings_placed_apart,
  picked.perm_placement_provider_urn,
  picked.perm_decision_reversed_reason,
  picked.perm_permanence_order_date,
  picked.perm_permanence_order_type
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
    numbered.perm_placed_foster_carer_date,
    numbered.perm_part_of_sibling_group,
    numbered.perm_siblings_placed_together,
    numbered.perm_siblings_placed_apart,
    numbered.perm_placement_provider_urn,
    numbered.perm_decision_reversed_reason,
    numbered.perm_permanence_order_date,
    numbered.perm_permanence_order_type,
    ROW_NUMBER() OVER (PARTITION BY numbered.perm_table_id ORDER BY numbered.ssd_place) AS ssd_key_row
  FROM (
  SELECT
    LEFT(NULLIF(RTRIM(CONCAT(jny.kind, N'.', CAST(jny.record_id AS nvarchar(30)), N'.', CAST(jny.person_id AS nvarchar(30)))), N''), 48) AS perm_table_id, -- perm_table_id
    CAST(jny.person_id AS nvarchar(30)) AS perm_person_id, -- perm_person_id
    CAST(jny.period_of_care_id AS nvarchar(30)) AS perm_cla_id, -- perm_cla_id
    jny.decision_date AS perm_adm_decision_date, -- perm_adm_decision_date
    (SELECT MIN(a.date_answer) FROM answers AS a WHERE a.person_id = jny.person_id AND a.question_user_code IN (NULL /* ffa_cp_decision_questions */) AND a.date_answer > jny.decision_date AND a.date_answer <= COALESCE(jny.care_end, CONVERT(datetime, N'9999-12-31T00:00:00', 126))) AS perm_ffa_cp_decision_date, -- perm_ffa_cp_decision_date
    (SELECT MIN(l.[START_DATE]) FROM [DM_LEGAL_STATUSES] AS l WHERE l.[PERSON_ID] = jny.person_id AND l.[PERIOD_OF_CARE_ID] = jny.period_of_care_id AND l.[LEGAL_STATUS] = N'E1' AND l.[START_DATE] BETWEEN jny.decision_date AND COALESCE(jny.journey_end, CONVERT(datetime, N'9999-12-31T00:00:00', 126))) AS perm_placement_order_date, -- perm_placement_order_date
    (SELECT MIN(p.[START_DATE]) FROM [DM_PLACEMENTS] AS p WHERE p.[PERSON_ID] = jny.person_id AND p.[PERIOD_OF_CARE_ID] = jny.period_of_care_id AND p.[PLACEMENT_TYPE] IN (N'A3', N'A4', N'A5', N'A6') AND p.[START_DATE] BETWEEN jny.decision_date AND COALESCE(jny.journey_end, CONVERT(datetime, N'9999-12-31T00:00:00', 126))) AS perm_placed_for_adoption_date, -- perm_placed_for_adoption_date
    (SELECT MIN(m.[ADOPTION_MATCH_DATE]) FROM [DM_WORKFLOW_STEPS_PEOPLE_VW] AS m WHERE m.[PERSON_ID] = jny.person_id AND m.[ADOPTION_MATCH_DATE] > jny.decision_date AND m.[ADOPTION_MATCH_DATE] <= COALESCE(jny.care_end, CONVERT(datetime, N'9999-12-31T00:00:00', 126))) AS perm_matched_date, -- perm_matched_date
    CASE WHEN jny.adoption_placement_type IN (N'A3', N'A5') THEN N'Y' WHEN jny.adoption_placement_type IS NOT NULL THEN N'N' END AS perm_adopted_by_carer_flag, -- perm_adopted_by_carer_flag
    (SELECT MIN(p.[START_DATE]) FROM [DM_PLACEMENTS] AS p WHERE p.[PERSON_ID] = jny.person_id AND p.[PERIOD_OF_CARE_ID] = jny.period_of_care_id AND p.[PLACEMENT_TYPE] IN (N'U2', N'U5') AND p.[START_DATE] BETWEEN jny.decision_date AND COALESCE(jny.journey_end, CONVERT(datetime, N'9999-12-31T00:00:00', 126))) AS perm_placed_ffa_cp_date, -- perm_placed_ffa_cp_date
    jny.reversed_date AS perm_decision_reversed_date, -- perm_decision_reversed_date
    CASE WHEN jny.adoption_placement_type IN (N'A3', N'A5') THEN (SELECT MIN(f.start_date) FROM foster_placements AS f WHERE f.person_id = jny.person_id AND f.period_of_care_id = jny.period_of_care_id AND f.carer_id = jny.adopter_carer_id AND NOT (f.placement_type IN (N'U2', N'U5')) AND NOT (EXISTS (SELECT 1 FROM foster_placements AS n WHERE n.person_id = f.person_id AND n.period_of_care_id = f.period_of_care_id AND n.carer_id = f.carer_id AND n.start_date > f.start_date AND n.placement_type IN (N'U2', N'U5')))) END AS perm_placed_foster_carer_date, -- perm_placed_foster_carer_date
    CASE WHEN jny.kind = N'ADP' THEN CASE WHEN EXISTS (SELECT 1 FROM [DM_PERSONAL_RELATIONSHIPS] AS k INNER JOIN adoption_journeys AS s ON s.person_id = k.[OTHER_PERSON_ID] WHERE k.[PERSON_ID] = jny.person_id AND k.[FAMILY_CATEGORY] = N'Child''s Siblings' AND s.decision_date <= COALESCE(jny.journey_end, CONVERT(datetime, N'9999-12-31T00:00:00', 126)) AND COALESCE(s.journey_end, CONVERT(datetime, N'9999-12-31T00:00:00', 126)) >= jny.decision_date) THEN N'1' ELSE N'0' END END AS perm_part_of_sibling_group, -- perm_part_of_sibling_group
    (SELECT TOP (1) COALESCE(a.number_answer, CASE WHEN LTRIM(RTRIM(NULLIF(LTRIM(RTRIM(a.text_answer)), N''))) NOT LIKE N'%[^0-9]%' AND LEN(LTRIM(RTRIM(NULLIF(LTRIM(RTRIM(a.text_answer)), N'')))) BETWEEN 1 AND 9 THEN TRY_CAST(LTRIM(RTRIM(NULLIF(LTRIM(RTRIM(a.text_answer)), N''))) AS int) END) FROM answers AS a INNER JOIN person_steps AS s ON s.workflow_step_id = a.workflow_step_id AND s.person_id = a.person_id WHERE a.person_id = jny.person_id AND a.question_user_code IN (NULL /* siblings_together_questions */) AND s.completed_on BETWEEN jny.decision_date AND COALESCE(jny.journey_end, CONVERT(datetime, N'9999-12-31T00:00:00', 126)) ORDER BY CASE WHEN s.completed_on IS NULL THEN 1 ELSE 0 END, s.completed_on, CASE WHEN s.workflow_step_id IS NULL THEN 1 ELSE 0 END, s.workflow_step_id, CASE WHEN COALESCE(a.number_answer, CASE WHEN LTRIM(RTRIM(NULLIF(LTRIM(RTRIM(a.text_answer)), N''))) NOT LIKE N'%[^0-9]%' AND LEN(LTRIM(RTRIM(NULLIF(LTRIM(RTRIM(a.text_answer)), N'')))) BETWEEN 1 AND 9 THEN TRY_CAST(LTRIM(RTRIM(NULLIF(LTRIM(RTRIM(a.text_answer)), N''))) AS int) END) IS NULL THEN 1 ELSE 0 END, COALESCE(a.number_answer, CASE WHEN LTRIM(RTRIM(NULLIF(LTRIM(RTRIM(a.text_answer)), N''))) NOT LIKE N'%[^0-9]%' AND LEN(LTRIM(RTRIM(NULLIF(LTRIM(RTRIM(a.text_answer)), N'')))) BETWEEN 1 AND 9 THEN TRY_CAST(LTRIM(RTRIM(NULLIF(LTRIM(RTRIM(a.text_answer)), N''))) AS int) END), CASE WHEN a.number_answer IS NULL THEN 1 ELSE 0 END, a.number_answer, CASE WHEN a.text_answer IS NULL THEN 1 ELSE 0 END, a.text_answer) AS perm_siblings_placed_together, -- perm_siblings_placed_together
    (SELECT TOP (1) COALESCE(a.number_answer, CASE WHEN LTRIM(RTRIM(NULLIF(LTRIM(RTRIM(a.text_answer)), N''))) NOT LIKE N'%[^0-9]%' AND LEN(LTRIM(RTRIM(NULLIF(LTRIM(RTRIM(a.text_answer)), N'')))) BETWEEN 1 AND 9 THEN TRY_CAST(LTRIM(RTRIM(NULLIF(LTRIM(RTRIM(a.text_answer)), N''))) AS int) END) FROM answers AS a INNER JOIN person_steps AS s ON s.workflow_step_id = a.workflow_step_id AND s.person_id = a.person_id WHERE a.person_id = jny.person_id AND a.question_user_code IN (NULL /* siblings_apart_questions */) AND s.completed_on BETWEEN jny.decision_date AND COALESCE(jny.journey_end, CONVERT(datetime, N'9999-12-31T00:00:00', 126)) ORDER BY CASE WHEN s.completed_on IS NULL THEN 1 ELSE 0 END, s.completed_on, CASE WHEN s.workflow_step_id IS NULL THEN 1 ELSE 0 END, s.workflow_step_id, CASE WHEN COALESCE(a.number_answer, CASE WHEN LTRIM(RTRIM(NULLIF(LTRIM(RTRIM(a.text_answer)), N''))) NOT LIKE N'%[^0-9]%' AND LEN(LTRIM(RTRIM(NULLIF(LTRIM(RTRIM(a.text_answer)), N'')))) BETWEEN 1 AND 9 THEN TRY_CAST(LTRIM(RTRIM(NULLIF(LTRIM(RTRIM(a.text_answer)), N''))) AS int) END) IS NULL THEN 1 ELSE 0 END, COALESCE(a.number_answer, CASE WHEN LTRIM(RTRIM(NULLIF(LTRIM(RTRIM(a.text_answer)), N''))) NOT LIKE N'%[^0-9]%' AND LEN(LTRIM(RTRIM(NULLIF(LTRIM(RTRIM(a.text_answer)), N'')))) BETWEEN 1 AND 9 THEN TRY_CAST(LTRIM(RTRIM(NULLIF(LTRIM(RTRIM(a.text_answer)), N''))) AS int) END), CASE WHEN a.number_answer IS NULL THEN 1 ELSE 0 END, a.number_answer, CASE WHEN a.text_answer IS NULL THEN 1 ELSE 0 END, a.text_answer) AS perm_siblings_placed_apart, -- perm_siblings_placed_apart
    LEFT(NULLIF(RTRIM((SELECT MAX(d.ofsted_urn) FROM care_details AS d WHERE d.person_id = jny.person_id AND ((jny.provider_date IS NULL AND d.end_date IS NULL) OR jny.provider_date BETWEEN d.start_date AND COALESCE(d.end_date, CONVERT(datetime, N'9999-12-31T00:00:00', 126))))), N''), 48) AS perm_placement_provider_urn, -- perm_placement_provider_urn
    LEFT(NULLIF(RTRIM(jny.reversed_reason), N''), 100) AS perm_decision_reversed_reason, -- perm_decision_reversed_reason
    jny.order_date AS perm_permanence_order_date, -- perm_permanence_order_date
    CASE WHEN jny.kind = N'SGO' THEN N'Special guardianship order' WHEN jny.order_date IS NOT NULL THEN N'Adoption' END AS perm_permanence_order_type, -- perm_permanence_order_type
    ROW_NUMBER() OVER (PARTITION BY jny.kind, jny.record_id, jny.person_id ORDER BY CASE WHEN jny.care_start IS NULL THEN 1 ELSE 0 END, jny.care_start, CASE WHEN jny.period_of_care_id IS NULL THEN 1 ELSE 0 END, jny.period_of_care_id, CASE WHEN jny.kind IS NULL THEN 1 ELSE 0 END, jny.kind, CASE WHEN jny.record_id IS NULL THEN 1 ELSE 0 END, jny.record_id, CASE WHEN jny.person_id IS NULL THEN 1 ELSE 0 END, jny.person_id, CASE WHEN jny.decision_date IS NULL THEN 1 ELSE 0 END, jny.decision_date, CASE WHEN jny.care_end IS NULL THEN 1 ELSE 0 END, jny.care_end, CASE WHEN jny.journey_end IS NULL THEN 1 ELSE 0 END, jny.journey_end, CASE WHEN jny.adoption_placement_type IS NULL THEN 1 ELSE 0 END, jny.adoption_placement_type, CASE WHEN jny.reversed_date IS NULL THEN 1 ELSE 0 END, jny.reversed_date, CASE WHEN jny.adopter_carer_id IS NULL THEN 1 ELSE 0 END, jny.adopter_carer_id, CASE WHEN jny.provider_date IS NULL THEN 1 ELSE 0 END, jny.provider_date, CASE WHEN jny.reversed_reason IS NULL THEN 1 ELSE 0 END, jny.reversed_reason, CASE WHEN jny.order_date IS NULL THEN 1 ELSE 0 END, jny.order_date) AS ssd_row,
    ROW_NUMBER() OVER (ORDER BY CASE WHEN jny.care_start IS NULL THEN 1 ELSE 0 END, jny.care_start, CASE WHEN jny.period_of_care_id IS NULL THEN 1 ELSE 0 END, jny.period_of_care_id, CASE WHEN jny.kind IS NULL THEN 1 ELSE 0 END, jny.kind, CASE WHEN jny.record_id IS NULL THEN 1 ELSE 0 END, jny.record_id, CASE WHEN jny.person_id IS NULL THEN 1 ELSE 0 END, jny.person_id, CASE WHEN jny.decision_date IS NULL THEN 1 ELSE 0 END, jny.decision_date, CASE WHEN jny.care_end IS NULL THEN 1 ELSE 0 END, jny.care_end, CASE WHEN jny.journey_end IS NULL THEN 1 ELSE 0 END, jny.journey_end, CASE WHEN jny.adoption_placement_type IS NULL THEN 1 ELSE 0 END, jny.adoption_placement_type, CASE WHEN jny.reversed_date IS NULL THEN 1 ELSE 0 END, jny.reversed_date, CASE WHEN jny.adopter_carer_id IS NULL THEN 1 ELSE 0 END, jny.adopter_carer_id, CASE WHEN jny.provider_date IS NULL THEN 1 ELSE 0 END, jny.provider_date, CASE WHEN jny.reversed_reason IS NULL THEN 1 ELSE 0 END, jny.reversed_reason, CASE WHEN jny.order_date IS NULL THEN 1 ELSE 0 END, jny.order_date) AS ssd_place
  FROM journeys AS jny
  WHERE EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(jny.person_id AS nvarchar(30)))
    AND NULLIF(RTRIM(CONCAT(jny.kind, N'.', CAST(jny.record_id AS nvarchar(30)), N'.', CAST(jny.person_id AS nvarchar(30)))), N'') IS NOT NULL
    AND jny.person_id IS NOT NULL
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
