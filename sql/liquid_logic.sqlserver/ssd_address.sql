-- META-ELEMENT: {"type": "header"}
-- ssd_address for Liquid Logic on SQL Server (2012 or later), for reading: the script that is run is liquid_logic.sqlserver.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_address"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_address', N'U') IS NULL
CREATE TABLE ssd_address (
  addr_table_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"ADDR007A"}
  addr_address_json nvarchar(1000) NOT NULL, -- metadata={"item_ref":"ADDR001A"}
  addr_person_id nvarchar(48) NULL, -- metadata={"item_ref":"ADDR002A"}
  addr_address_type nvarchar(48) NULL, -- metadata={"item_ref":"ADDR003A"}
  addr_address_start_date datetime NULL, -- metadata={"item_ref":"ADDR004A"}
  addr_address_end_date datetime NULL, -- metadata={"item_ref":"ADDR005A"}
  addr_address_postcode nvarchar(15) NULL, -- metadata={"item_ref":"ADDR006A"}
  CONSTRAINT pk_ssd_address PRIMARY KEY (addr_table_id)
);
-- META-ELEMENT: {"type": "insert_data"}
INSERT INTO ssd_address (
  addr_table_id, -- metadata={"item_ref":"ADDR007A"}
  addr_address_json, -- metadata={"item_ref":"ADDR001A"}
  addr_person_id, -- metadata={"item_ref":"ADDR002A"}
  addr_address_type, -- metadata={"item_ref":"ADDR003A"}
  addr_address_start_date, -- metadata={"item_ref":"ADDR004A"}
  addr_address_end_date, -- metadata={"item_ref":"ADDR005A"}
  addr_address_postcode -- metadata={"item_ref":"ADDR006A"}
)
SELECT
  CAST(pa.[DIM_PERSON_ADDRESS_ID] AS nvarchar(30)), -- addr_table_id
  REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE((
    N'{"ROOM":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(pa.[ROOM_NO]), N''), 20), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"FLOOR":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(pa.[FLOOR_NO]), N''), 20), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"FLAT":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(pa.[FLAT_NO]), N''), 60), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"BUILDING":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(pa.[BUILDING]), N''), 80), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"HOUSE":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(pa.[HOUSE_NO]), N''), 60), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"STREET":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(pa.[STREET]), N''), 100), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"TOWN":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(pa.[TOWN]), N''), 60), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"UPRN":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(pa.[UPRN]), N''), 16), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"EASTING":' + COALESCE(CAST(pa.[EASTING] AS nvarchar(30)), N'null') +
    N',"NORTHING":' + COALESCE(CAST(pa.[NORTHING] AS nvarchar(30)), N'null') +
    N'}') COLLATE Latin1_General_BIN2, NCHAR(1), N' '), NCHAR(2), N' '), NCHAR(3), N' '), NCHAR(4), N' '), NCHAR(5), N' '), NCHAR(6), N' '), NCHAR(7), N' '), NCHAR(8), N' '), NCHAR(11), N' '), NCHAR(12), N' '), NCHAR(14), N' '), NCHAR(15), N' '), NCHAR(16), N' '), NCHAR(17), N' '), NCHAR(18), N' '), NCHAR(19), N' '), NCHAR(20), N' '), NCHAR(21), N' '), NCHAR(22), N' '), NCHAR(23), N' '), NCHAR(24), N' '), NCHAR(25), N' '), NCHAR(26), N' '), NCHAR(27), N' '), NCHAR(28), N' '), NCHAR(29), N' '), NCHAR(30), N' '), NCHAR(31), N' '), NCHAR(13), N'\r'), NCHAR(10), N'\n'), NCHAR(9), N'\t'), -- addr_address_json
  CAST(pa.[DIM_PERSON_ID] AS nvarchar(30)), -- addr_person_id
  LEFT(NULLIF(RTRIM(pa.[ADDSS_TYPE_CODE]), N''), 48), -- addr_address_type
  pa.[START_DTTM], -- addr_address_start_date
  pa.[END_DTTM], -- addr_address_end_date
  LEFT(NULLIF(RTRIM(CASE WHEN NULLIF(REPLACE(NULLIF(REPLACE(UPPER(pa.[POSTCODE]), N' ', N''), N''), N'X', N''), N'') IS NULL THEN NULL WHEN UPPER(NULLIF(REPLACE(pa.[POSTCODE], N' ', N''), N'')) = N'NOPOSTCODE' THEN NULL ELSE NULLIF(LTRIM(RTRIM(pa.[POSTCODE])), N'') END), N''), 15) -- addr_address_postcode
FROM [HDM].[Child_Social].[DIM_PERSON_ADDRESS] AS pa
WHERE pa.[DIM_PERSON_ID] <> -1
  AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(pa.[DIM_PERSON_ID] AS nvarchar(30)))
  AND pa.[DIM_PERSON_ADDRESS_ID] IS NOT NULL;
-- META-ELEMENT: {"type": "create_fk"}
IF NOT EXISTS (SELECT 1 FROM sys.foreign_keys WHERE parent_object_id = OBJECT_ID(N'ssd_address', N'U') AND name = N'fk_ssd_address_addr_person_id')
ALTER TABLE ssd_address ADD CONSTRAINT fk_ssd_address_addr_person_id FOREIGN KEY (addr_person_id) REFERENCES ssd_person (pers_person_id);
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_address', N'U') AND name = N'ix_ssd_address_addr_person_id')
CREATE INDEX ix_ssd_address_addr_person_id ON ssd_address (addr_person_id);
GO
