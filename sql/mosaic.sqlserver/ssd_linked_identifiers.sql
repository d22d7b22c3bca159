-- META-ELEMENT: {"type": "header"}
-- ssd_linked_identifiers for Mosaic on SQL Server (2012 or later), for reading: the script that is run is mosaic.sqlserver.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_linked_identifiers"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_linked_identifiers', N'U') IS NULL
CREATE TABLE ssd_linked_identifiers (
  link_table_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"LINK001A"}
  link_person_id nvarchar(48) NULL, -- metadata={"item_ref":"LINK002A"}
  link_identifier_type nvarchar(100) NULL, -- metadata={"item_ref":"LINK003A"}
  link_identifier_value nvarchar(100) NULL, -- metadata={"item_ref":"LINK004A"}
  link_valid_from_date datetime NULL, -- metadata={"item_ref":"LINK005A"}
  link_valid_to_date datetime NULL, -- metadata={"item_ref":"LINK006A"}
  CONSTRAINT pk_ssd_linked_identifiers PRIMARY KEY (link_table_id)
);
-- META-ELEMENT: {"type": "insert_data"}
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
INSERT INTO ssd_linked_identifiers (
  link_table_id, -- metadata={"item_ref":"LINK001A"}
  link_person_id, -- metadata={"item_ref":"LINK002A"}
  link_identifier_type, -- metadata={"item_ref":"LINK003A"}
  link_identifier_value -- metadata={"item_ref":"LINK004A"}
  -- link_valid_from_date is not held: the data mart has no dates of references
  -- link_valid_to_date is not held: the data mart has no dates of references
)
SELECT
  picked.link_table_id,
  picked.link_person_id,
  picked.link_identifier_type,
  picked.link_identifier_value
FROM (
  SELECT
    numbered.link_table_id,
    numbered.link_person_id,
    numbered.link_identifier_type,
    numbered.link_identifier_value,
    ROW_NUMBER() OVER (PARTITION BY numbered.link_table_id ORDER BY numbered.ssd_place) AS ssd_key_row
  FROM (
  SELECT
    LEFT(NULLIF(RTRIM(CONCAT(CAST(idn.[REFERENCE_ID] AS nvarchar(30)), N'.', CAST(idn.[PERSON_ID] AS nvarchar(30)))), N''), 48) AS link_table_id, -- link_table_id
    CAST(idn.[PERSON_ID] AS nvarchar(30)) AS link_person_id, -- link_person_id
    LEFT(NULLIF(RTRIM(idn.[REFERENCE_TYPE]), N''), 100) AS link_identifier_type, -- link_identifier_type
    LEFT(NULLIF(RTRIM(idn.[REFERENCE]), N''), 100) AS link_identifier_value, -- link_identifier_value
    ROW_NUMBER() OVER (PARTITION BY idn.[REFERENCE_ID], idn.[PERSON_ID] ORDER BY CASE WHEN idn.[REFERENCE_TYPE] IS NULL THEN 1 ELSE 0 END, idn.[REFERENCE_TYPE], CASE WHEN idn.[REFERENCE] IS NULL THEN 1 ELSE 0 END, idn.[REFERENCE], CASE WHEN idn.[REFERENCE_ID] IS NULL THEN 1 ELSE 0 END, idn.[REFERENCE_ID], CASE WHEN idn.[PERSON_ID] IS NULL THEN 1 ELSE 0 END, idn.[PERSON_ID]) AS ssd_row,
    ROW_NUMBER() OVER (ORDER BY CASE WHEN idn.[REFERENCE_TYPE] IS NULL THEN 1 ELSE 0 END, idn.[REFERENCE_TYPE], CASE WHEN idn.[REFERENCE] IS NULL THEN 1 ELSE 0 END, idn.[REFERENCE], CASE WHEN idn.[REFERENCE_ID] IS NULL THEN 1 ELSE 0 END, idn.[REFERENCE_ID], CASE WHEN idn.[PERSON_ID] IS NULL THEN 1 ELSE 0 END, idn.[PERSON_ID]) AS ssd_place
  FROM [DM_PERSON_REFERENCES] AS idn
  WHERE EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(idn.[PERSON_ID] AS nvarchar(30)))
    AND NULLIF(RTRIM(CONCAT(CAST(idn.[REFERENCE_ID] AS nvarchar(30)), N'.', CAST(idn.[PERSON_ID] AS nvarchar(30)))), N'') IS NOT NULL
) AS numbered
WHERE numbered.ssd_row = 1
) AS picked
WHERE picked.ssd_key_row = 1;
-- META-ELEMENT: {"type": "create_fk"}
IF NOT EXISTS (SELECT 1 FROM sys.foreign_keys WHERE parent_object_id = OBJECT_ID(N'ssd_linked_identifiers', N'U') AND name = N'fk_ssd_linked_identifiers_link_person_id')
ALTER TABLE ssd_linked_identifiers ADD CONSTRAINT fk_ssd_linked_identifiers_link_person_id FOREIGN KEY (link_person_id) REFERENCES ssd_person (pers_person_id);
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_linked_identifiers', N'U') AND name = N'ix_ssd_linked_identifiers_link_person_id')
CREATE INDEX ix_ssd_linked_identifiers_link_person_id ON ssd_linked_identifiers (link_person_id);
GO
