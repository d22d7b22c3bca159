-- META-ELEMENT: {"type": "header"}
-- ssd_pre_proceedings for Eclipse on PostgreSQL (10 or later), for reading: the script that is run is eclipse.postgres.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

-- META-CONTAINER: {"type": "table", "name": "ssd_pre_proceedings"}
-- META-ELEMENT: {"type": "create_table"}
CREATE TABLE IF NOT EXISTS ssd_pre_proceedings (
  prep_table_id varchar(48) NOT NULL, -- metadata={"item_ref":"PREP024A"}
  prep_person_id varchar(48) NOT NULL, -- metadata={"item_ref":"PREP001A"}
  prep_plo_family_id varchar(48) NOT NULL, -- metadata={"item_ref":"PREP002A"}
  prep_pre_pro_decision_date timestamp NULL, -- metadata={"item_ref":"PREP003A"}
  prep_initial_pre_pro_meeting_date timestamp NULL, -- metadata={"item_ref":"PREP004A"}
  prep_pre_pro_outcome varchar(100) NULL, -- metadata={"item_ref":"PREP005A"}
  prep_agree_stepdown_issue_date timestamp NULL, -- metadata={"item_ref":"PREP006A"}
  prep_cp_plans_referral_period integer NULL, -- metadata={"item_ref":"PREP007A"}
  prep_legal_gateway_outcome varchar(100) NULL, -- metadata={"item_ref":"PREP008A"}
  prep_prev_pre_proc_child integer NULL, -- metadata={"item_ref":"PREP009A"}
  prep_prev_care_proc_child integer NULL, -- metadata={"item_ref":"PREP010A"}
  prep_pre_pro_letter_date timestamp NULL, -- metadata={"item_ref":"PREP011A"}
  prep_care_pro_letter_date timestamp NULL, -- metadata={"item_ref":"PREP012A"}
  prep_pre_pro_meetings_num integer NULL, -- metadata={"item_ref":"PREP013A"}
  prep_pre_pro_parents_legal_rep char(1) NULL, -- metadata={"item_ref":"PREP014A"}
  prep_parents_legal_rep_point_of_issue char(2) NULL, -- metadata={"item_ref":"PREP015A"}
  prep_court_reference varchar(48) NULL, -- metadata={"item_ref":"PREP016A"}
  prep_care_proc_court_hearings integer NULL, -- metadata={"item_ref":"PREP017A"}
  prep_care_proc_short_notice char(2) NULL, -- metadata={"item_ref":"PREP018A"}
  prep_proc_short_notice_reason varchar(100) NULL, -- metadata={"item_ref":"PREP019A"}
  prep_la_inital_plan_approved char(1) NULL, -- metadata={"item_ref":"PREP020A"}
  prep_la_initial_care_plan varchar(100) NULL, -- metadata={"item_ref":"PREP021A"}
  prep_la_final_plan_approved char(1) NULL, -- metadata={"item_ref":"PREP022A"}
  prep_la_final_care_plan varchar(100) NULL, -- metadata={"item_ref":"PREP023A"}
  CONSTRAINT pk_ssd_pre_proceedings PRIMARY KEY (prep_table_id)
);
-- META-ELEMENT: {"type": "remove_fk"}
ALTER TABLE IF EXISTS ssd_pre_proceedings DROP CONSTRAINT IF EXISTS fk_ssd_pre_proceedings_prep_person_id;
-- META-ELEMENT: {"type": "insert_data"}
-- not loaded: eclipse does not hold it, no view of Eclipse is known that has it
-- META-ELEMENT: {"type": "create_fk"}
-- not enforced: prep_person_id to ssd_person.pers_person_id, the extract fills ssd_person anew and not this table
-- META-ELEMENT: {"type": "create_idx"}
CREATE INDEX IF NOT EXISTS ix_ssd_pre_proceedings_prep_person_id ON ssd_pre_proceedings (prep_person_id);
