-- META-ELEMENT: {"type": "header"}
-- ssd_cla_previous_permanence for Liquid Logic on SQL Server (2012 or later), for reading: the script that is run is liquid_logic.sqlserver.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_previous_permanence"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_cla_previous_permanence', N'U') IS NULL
CREATE TABLE ssd_cla_previous_permanence (
  lapp_table_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"LAPP001A"}
  lapp_person_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"LAPP002A"}
  lapp_previous_permanence_order_date nvarchar(100) NULL, -- metadata={"item_ref":"LAPP003A"}
  lapp_previous_permanence_option nvarchar(200) NULL, -- metadata={"item_ref":"LAPP004A"}
  lapp_previous_permanence_la nvarchar(100) NULL, -- metadata={"item_ref":"LAPP005A"}
  CONSTRAINT pk_ssd_cla_previous_permanence PRIMARY KEY (lapp_table_id)
);
-- META-ELEMENT: {"type": "insert_data"}
WITH earlier_orders AS (
  SELECT a.[FACT_FORM_ID] AS fact_form_id, MAX(CASE WHEN a.[ANSWER_NO] = N'ORDERYEAR' THEN a.[ANSWER] END) AS orderyear, MAX(CASE WHEN a.[ANSWER_NO] = N'ORDERMONTH' THEN a.[ANSWER] END) AS ordermonth, MAX(CASE WHEN a.[ANSWER_NO] = N'ORDERDATE' THEN a.[ANSWER] END) AS orderdate, MAX(CASE WHEN a.[ANSWER_NO] = N'PREVADOPTORD' THEN a.[ANSWER] END) AS prevadoptord, MAX(CASE WHEN a.[ANSWER_NO] = N'INENG' THEN a.[ANSWER] END) AS ineng
  FROM [HDM].[Child_Social].[FACT_FORM_ANSWERS] AS a
  WHERE UPPER(a.[DIM_ASSESSMENT_TEMPLATE_ID_DESC]) LIKE N'%OUTCOME%' AND a.[ANSWER] IS NOT NULL AND a.[ANSWER_NO] IN (N'ORDERYEAR', N'ORDERMONTH', N'ORDERDATE', N'PREVADOPTORD', N'INENG')
  GROUP BY a.[FACT_FORM_ID]
)
INSERT INTO ssd_cla_previous_permanence (
  lapp_table_id, -- metadata={"item_ref":"LAPP001A"}
  lapp_person_id, -- metadata={"item_ref":"LAPP002A"}
  lapp_previous_permanence_order_date, -- metadata={"item_ref":"LAPP003A"}
  lapp_previous_permanence_option, -- metadata={"item_ref":"LAPP004A"}
  lapp_previous_permanence_la -- metadata={"item_ref":"LAPP005A"}
)
SELECT
  CAST(ff.[FACT_FORM_ID] AS nvarchar(30)), -- lapp_table_id
  CAST(ff.[DIM_PERSON_ID] AS nvarchar(30)), -- lapp_person_id
  LEFT(NULLIF(RTRIM(CONCAT(CASE WHEN CASE WHEN LTRIM(RTRIM(o.orderdate)) NOT LIKE N'%[^0-9]%' AND LEN(LTRIM(RTRIM(o.orderdate))) BETWEEN 1 AND 9 THEN TRY_CAST(LTRIM(RTRIM(o.orderdate)) AS int) END BETWEEN 1 AND 31 THEN NULLIF(LTRIM(RTRIM(o.orderdate)), N'') ELSE N'zz' END, N'/', COALESCE(CASE LOWER(NULLIF(LTRIM(RTRIM(o.ordermonth)), N'')) WHEN N'january' THEN N'01' WHEN N'jan' THEN N'01' WHEN N'february' THEN N'02' WHEN N'feb' THEN N'02' WHEN N'march' THEN N'03' WHEN N'mar' THEN N'03' WHEN N'april' THEN N'04' WHEN N'apr' THEN N'04' WHEN N'may' THEN N'05' WHEN N'june' THEN N'06' WHEN N'jun' THEN N'06' WHEN N'july' THEN N'07' WHEN N'jul' THEN N'07' WHEN N'august' THEN N'08' WHEN N'aug' THEN N'08' WHEN N'september' THEN N'09' WHEN N'sep' THEN N'09' WHEN N'october' THEN N'10' WHEN N'oct' THEN N'10' WHEN N'november' THEN N'11' WHEN N'nov' THEN N'11' WHEN N'december' THEN N'12' WHEN N'dec' THEN N'12' END, N'zz'), N'/', CASE WHEN CASE WHEN LTRIM(RTRIM(o.orderyear)) NOT LIKE N'%[^0-9]%' AND LEN(LTRIM(RTRIM(o.orderyear))) BETWEEN 1 AND 9 THEN TRY_CAST(LTRIM(RTRIM(o.orderyear)) AS int) END IS NOT NULL THEN NULLIF(LTRIM(RTRIM(o.orderyear)), N'') ELSE N'zzzz' END)), N''), 100), -- lapp_previous_permanence_order_date
  LEFT(NULLIF(RTRIM(o.prevadoptord), N''), 200), -- lapp_previous_permanence_option
  LEFT(NULLIF(RTRIM(o.ineng), N''), 100) -- lapp_previous_permanence_la
FROM [HDM].[Child_Social].[FACT_FORMS] AS ff
INNER JOIN earlier_orders AS o ON o.fact_form_id = ff.[FACT_FORM_ID]
WHERE EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(ff.[DIM_PERSON_ID] AS nvarchar(30)))
  AND ff.[FACT_FORM_ID] IS NOT NULL
  AND ff.[DIM_PERSON_ID] IS NOT NULL;
-- META-ELEMENT: {"type": "create_fk"}
IF NOT EXISTS (SELECT 1 FROM sys.foreign_keys WHERE parent_object_id = OBJECT_ID(N'ssd_cla_previous_permanence', N'U') AND name = N'fk_ssd_cla_previous_permanence_lapp_person_id')
ALTER TABLE ssd_cla_previous_permanence ADD CONSTRAINT fk_ssd_cla_previous_permanence_lapp_person_id FOREIGN KEY (lapp_person_id) REFERENCES ssd_person (pers_person_id);
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_cla_previous_permanence', N'U') AND name = N'ix_ssd_cla_previous_permanence_lapp_person_id')
CREATE INDEX ix_ssd_cla_previous_permanence_lapp_person_id ON ssd_cla_previous_permanence (lapp_person_id);
GO
