-- META-ELEMENT: {"type": "header"}
-- ssd_pre_proceedings for Liquid Logic on SQL Server (2012 or later), for reading: the script that is run is liquid_logic.sqlserver.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_pre_proceedings"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_pre_proceedings', N'U') IS NULL
CREATE TABLE ssd_pre_proceedings (
  prep_table_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"PREP024A"}
  prep_person_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"PREP001A"}
  prep_plo_family_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"PREP002A"}
  prep_pre_pro_decision_date datetime NULL, -- metadata={"item_ref":"PREP003A"}
  prep_initial_pre_pro_meeting_date datetime NULL, -- metadata={"item_ref":"PREP004A"}
  prep_pre_pro_outcome nvarchar(100) NULL, -- metadata={"item_ref":"PREP005A"}
  prep_agree_stepdown_issue_date datetime NULL, -- metadata={"item_ref":"PREP006A"}
  prep_cp_plans_referral_period int NULL, -- metadata={"item_ref":"PREP007A"}
  prep_legal_gateway_outcome nvarchar(100) NULL, -- metadata={"item_ref":"PREP008A"}
  prep_prev_pre_proc_child int NULL, -- metadata={"item_ref":"PREP009A"}
  prep_prev_care_proc_child int NULL, -- metadata={"item_ref":"PREP010A"}
  prep_pre_pro_letter_date datetime NULL, -- metadata={"item_ref":"PREP011A"}
  prep_care_pro_letter_date datetime NULL, -- metadata={"item_ref":"PREP012A"}
  prep_pre_pro_meetings_num int NULL, -- metadata={"item_ref":"PREP013A"}
  prep_pre_pro_parents_legal_rep nchar(1) NULL, -- metadata={"item_ref":"PREP014A"}
  prep_parents_legal_rep_point_of_issue nchar(2) NULL, -- metadata={"item_ref":"PREP015A"}
  prep_court_reference nvarchar(48) NULL, -- metadata={"item_ref":"PREP016A"}
  prep_care_proc_court_hearings int NULL, -- metadata={"item_ref":"PREP017A"}
  prep_care_proc_short_notice nchar(2) NULL, -- metadata={"item_ref":"PREP018A"}
  prep_proc_short_notice_reason nvarchar(100) NULL, -- metadata={"item_ref":"PREP019A"}
  prep_la_inital_plan_approved nchar(1) NULL, -- metadata={"item_ref":"PREP020A"}
  prep_la_initial_care_plan nvarchar(100) NULL, -- metadata={"item_ref":"PREP021A"}
  prep_la_final_plan_approved nchar(1) NULL, -- metadata={"item_ref":"PREP022A"}
  prep_la_final_care_plan nvarchar(100) NULL, -- metadata={"item_ref":"PREP023A"}
  CONSTRAINT pk_ssd_pre_proceedings PRIMARY KEY (prep_table_id)
);
-- META-ELEMENT: {"type": "remove_fk"}
IF EXISTS (SELECT 1 FROM sys.foreign_keys WHERE parent_object_id = OBJECT_ID(N'ssd_pre_proceedings', N'U') AND name = N'fk_ssd_pre_proceedings_prep_person_id')
ALTER TABLE ssd_pre_proceedings DROP CONSTRAINT fk_ssd_pre_proceedings_prep_person_id;
-- META-ELEMENT: {"type": "insert_data"}
-- not loaded: liquid_logic does not hold it, placeholder
-- META-ELEMENT: {"type": "create_fk"}
-- not enforced: prep_person_id to ssd_person.pers_person_id, the extract fills ssd_person anew and not this table
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_pre_proceedings', N'U') AND name = N'ix_ssd_pre_proceedings_prep_person_id')
CREATE INDEX ix_ssd_pre_proceedings_prep_person_id ON ssd_pre_proceedings (prep_person_id);
GO
