-- META-ELEMENT: {"type": "header"}
-- ssd_s251_finance for Eclipse on PostgreSQL (10 or later), for reading: the script that is run is eclipse.postgres.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_s251_finance"}
-- META-ELEMENT: {"type": "create_table"}
CREATE TABLE IF NOT EXISTS ssd_s251_finance (
  s251_table_id varchar(48) NOT NULL, -- metadata={"item_ref":"S251001A"}
  s251_cla_placement_id varchar(48) NULL, -- metadata={"item_ref":"S251002A"}
  s251_placeholder_1 varchar(48) NULL, -- metadata={"item_ref":"S251003A"}
  s251_placeholder_2 varchar(48) NULL, -- metadata={"item_ref":"S251004A"}
  s251_placeholder_3 varchar(48) NULL, -- metadata={"item_ref":"S251005A"}
  s251_placeholder_4 varchar(48) NULL, -- metadata={"item_ref":"S251006A"}
  CONSTRAINT pk_ssd_s251_finance PRIMARY KEY (s251_table_id)
);
-- META-ELEMENT: {"type": "insert_data"}
-- not loaded: eclipse does not hold it, no view of Eclipse is known that has it
-- META-ELEMENT: {"type": "create_fk"}
-- not enforced: s251_cla_placement_id to ssd_cla_placement.clap_cla_placement_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
CREATE INDEX IF NOT EXISTS ix_ssd_s251_finance_s251_cla_placement_id ON ssd_s251_finance (s251_cla_placement_id);
