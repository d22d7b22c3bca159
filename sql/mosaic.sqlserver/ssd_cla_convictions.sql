-- META-ELEMENT: {"type": "header"}
-- ssd_cla_convictions for Mosaic on SQL Server (2012 or later), for reading: the script that is run is mosaic.sqlserver.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_convictions"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_cla_convictions', N'U') IS NULL
CREATE TABLE ssd_cla_convictions (
  clac_cla_conviction_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"CLAC001A"}
  clac_person_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"CLAC002A"}
  clac_cla_conviction_date datetime NULL, -- metadata={"item_ref":"CLAC003A"}
  clac_cla_conviction_offence nvarchar(1000) NULL, -- metadata={"item_ref":"CLAC004A"}
  CONSTRAINT pk_ssd_cla_convictions PRIMARY KEY (clac_cla_conviction_id)
);
-- META-ELEMENT: {"type": "insert_data"}
INSERT INTO ssd_cla_convictions (
  clac_cla_conviction_id, -- metadata={"item_ref":"CLAC001A"}
  clac_person_id, -- metadata={"item_ref":"CLAC002A"}
  clac_cla_conviction_date -- metadata={"item_ref":"CLAC003A"}
  -- clac_cla_conviction_offence is not held: no source of the offence is known yet
)
SELECT
  CAST(offn.[OFFENCE_ID] AS nvarchar(30)), -- clac_cla_conviction_id
  CAST(offn.[PERSON_ID] AS nvarchar(30)), -- clac_person_id
  DATEADD(day, DATEDIFF(day, 0, offn.[OFFENCE_DATE]), 0) -- clac_cla_conviction_date
FROM [DM_OFFENCES] AS offn
WHERE offn.[IS_CONVICTED] = N'Y'
  AND DATEADD(day, DATEDIFF(day, 0, offn.[OFFENCE_DATE]), 0) < DATEADD(day, 1, @ssd_today)
  AND (DATEADD(day, DATEDIFF(day, 0, offn.[OFFENCE_DATE]), 0) >= @ssd_window_start OR DATEADD(day, DATEDIFF(day, 0, offn.[OFFENCE_DATE]), 0) IS NULL)
  AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(offn.[PERSON_ID] AS nvarchar(30)))
  AND offn.[OFFENCE_ID] IS NOT NULL
  AND offn.[PERSON_ID] IS NOT NULL;
-- META-ELEMENT: {"type": "create_fk"}
IF NOT EXISTS (SELECT 1 FROM sys.foreign_keys WHERE parent_object_id = OBJECT_ID(N'ssd_cla_convictions', N'U') AND name = N'fk_ssd_cla_convictions_clac_person_id')
ALTER TABLE ssd_cla_convictions ADD CONSTRAINT fk_ssd_cla_convictions_clac_person_id FOREIGN KEY (clac_person_id) REFERENCES ssd_person (pers_person_id);
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_cla_convictions', N'U') AND name = N'ix_ssd_cla_convictions_clac_person_id')
CREATE INDEX ix_ssd_cla_convictions_clac_person_id ON ssd_cla_convictions (clac_person_id);
GO
