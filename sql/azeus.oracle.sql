SET DEFINE OFF
-- META-ELEMENT: {"type": "header"}
-- =============================================================================
-- Standard Safeguarding Dataset
-- Tables for Azeus on Oracle (12.2 or later)
--
-- Generated from the specification: do not edit, change the specification instead.
--
-- What it does: creates each table of the standard with its keys and indexes where it
-- is absent. It may be run again at any time. It drops nothing, deletes nothing, reads
-- nothing from the CMS and changes no column of a table that exists already.
--
-- Of the standard: not mapped: 348 of 359 items, a source is named in the specification, and not mapped: 11.
--
-- At each column stands the item of the specification that it holds (item_ref).
-- Sizes taken where the specification gives none: nvarchar(255), nchar(1), binary(32).
-- Foreign keys are enforced to ssd_person only; the others are written as comments.
-- =============================================================================

-- META-CONTAINER: {"type": "table", "name": "ssd_person"}
-- META-ELEMENT: {"type": "create_table"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_PERSON';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE TABLE ssd_person (
  pers_person_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"PERS001A"}
  pers_forename nvarchar2(255) NULL, -- metadata={"item_ref":"PERS015A"}
  pers_surname nvarchar2(255) NULL, -- metadata={"item_ref":"PERS016A"}
  pers_sex nvarchar2(20) NULL, -- metadata={"item_ref":"PERS002A"}
  pers_gender nvarchar2(10) NULL, -- metadata={"item_ref":"PERS003A"}
  pers_ethnicity nvarchar2(48) NULL, -- metadata={"item_ref":"PERS004A"}
  pers_dob timestamp NULL, -- metadata={"item_ref":"PERS005A"}
  pers_common_child_id nvarchar2(48) NULL, -- metadata={"item_ref":"PERS013A"}
  pers_legacy_id nvarchar2(48) NULL, -- metadata={"item_ref":"PERS014A"}
  pers_upn_unknown nvarchar2(6) NULL, -- metadata={"item_ref":"PERS007A"}
  pers_send_flag nchar(1) NULL, -- metadata={"item_ref":"PERS008A"}
  pers_expected_dob timestamp NULL, -- metadata={"item_ref":"PERS009A"}
  pers_death_date timestamp NULL, -- metadata={"item_ref":"PERS010A"}
  pers_is_mother nchar(1) NULL, -- metadata={"item_ref":"PERS011A"}
  pers_nationality nvarchar2(48) NULL, -- metadata={"item_ref":"PERS012A"}
  CONSTRAINT pk_ssd_person PRIMARY KEY (pers_person_id)
)'
  ;
  END IF;
END;
/

-- META-CONTAINER: {"type": "table", "name": "ssd_version_log"}
-- META-ELEMENT: {"type": "create_table"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_VERSION_LOG';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE TABLE ssd_version_log (
  version_number nvarchar2(10) NOT NULL, -- metadata={"item_ref":"VERS1001A"}
  release_date timestamp NULL, -- metadata={"item_ref":"VERS1002A"}
  description nvarchar2(100) NULL, -- metadata={"item_ref":"VERS1003A"}
  is_current number(1) NULL, -- metadata={"item_ref":"VERS1004A"}
  created_at timestamp NULL, -- metadata={"item_ref":"VERS1005A"}
  created_by nvarchar2(10) NULL, -- metadata={"item_ref":"VERS1006A"}
  impact_description nvarchar2(255) NULL, -- metadata={"item_ref":"VERS1007A"}
  CONSTRAINT pk_ssd_version_log PRIMARY KEY (version_number)
)'
  ;
  END IF;
END;
/

-- META-CONTAINER: {"type": "table", "name": "ssd_address"}
-- META-ELEMENT: {"type": "create_table"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_ADDRESS';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE TABLE ssd_address (
  addr_table_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"ADDR007A"}
  addr_address_json nvarchar2(1000) NOT NULL, -- metadata={"item_ref":"ADDR001A"}
  addr_person_id nvarchar2(48) NULL, -- metadata={"item_ref":"ADDR002A"}
  addr_address_type nvarchar2(48) NULL, -- metadata={"item_ref":"ADDR003A"}
  addr_address_start_date timestamp NULL, -- metadata={"item_ref":"ADDR004A"}
  addr_address_end_date timestamp NULL, -- metadata={"item_ref":"ADDR005A"}
  addr_address_postcode nvarchar2(15) NULL, -- metadata={"item_ref":"ADDR006A"}
  CONSTRAINT pk_ssd_address PRIMARY KEY (addr_table_id)
)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "create_fk"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_constraints WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_ADDRESS' AND constraint_name = 'FK_SSD_ADDRESS_ADDR_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'ALTER TABLE ssd_address ADD CONSTRAINT fk_ssd_address_addr_person_id FOREIGN KEY (addr_person_id) REFERENCES ssd_person (pers_person_id)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "create_idx"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_ADDRESS' AND index_name = 'IX_SSD_ADDRESS_ADDR_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_address_addr_person_id ON ssd_address (addr_person_id)'
  ;
  END IF;
END;
/

-- META-CONTAINER: {"type": "table", "name": "ssd_api_data_staging"}
-- META-ELEMENT: {"type": "create_table"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_API_DATA_STAGING';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE TABLE ssd_api_data_staging (
  id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"APIS1001A"}
  person_id nvarchar2(48) NULL, -- metadata={"item_ref":"APIS1002A"}
  json_payload nclob NULL, -- metadata={"item_ref":"APIS1003A"}
  current_hash raw(32) NULL, -- metadata={"item_ref":"APIS1004A"}
  previous_hash raw(32) NULL, -- metadata={"item_ref":"APIS1005A"}
  submission_status nvarchar2(50) NULL, -- metadata={"item_ref":"APIS1006A"}
  submission_timestamp timestamp NULL, -- metadata={"item_ref":"APIS1007A"}
  api_response nclob NULL, -- metadata={"item_ref":"APIS1008A"}
  row_state nvarchar2(10) NULL, -- metadata={"item_ref":"APIS1009A"}
  last_updated timestamp NULL, -- metadata={"item_ref":"APIS1010A"}
  CONSTRAINT pk_ssd_api_data_staging PRIMARY KEY (id)
)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "create_idx"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_API_DATA_STAGING' AND index_name = 'IX_SSD_API_DATA_STAGING_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_api_data_staging_person_id ON ssd_api_data_staging (person_id)'
  ;
  END IF;
END;
/

-- META-CONTAINER: {"type": "table", "name": "ssd_assessment_factors"}
-- META-ELEMENT: {"type": "create_table"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_ASSESSMENT_FACTORS';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE TABLE ssd_assessment_factors (
  cinf_table_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"CINF003A"}
  cinf_assessment_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"CINF001A"}
  cinf_assessment_factors_json nvarchar2(1000) NULL, -- metadata={"item_ref":"CINF002A"}
  CONSTRAINT pk_ssd_assessment_factors PRIMARY KEY (cinf_table_id)
)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "create_fk"}
-- not enforced: cinf_assessment_id to ssd_cin_assessments.cina_assessment_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_ASSESSMENT_FACTORS' AND index_name = 'IX_SSD_ASSESSMENT_FACTORS_CINF_ASSESSMENT_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_assessment_factors_cinf_assessment_id ON ssd_assessment_factors (cinf_assessment_id)'
  ;
  END IF;
END;
/

-- META-CONTAINER: {"type": "table", "name": "ssd_care_leavers"}
-- META-ELEMENT: {"type": "create_table"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CARE_LEAVERS';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE TABLE ssd_care_leavers (
  clea_table_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"CLEA001A"}
  clea_person_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"CLEA002A"}
  clea_care_leaver_eligibility nvarchar2(100) NULL, -- metadata={"item_ref":"CLEA003A"}
  clea_care_leaver_in_touch nvarchar2(100) NULL, -- metadata={"item_ref":"CLEA004A"}
  clea_care_leaver_latest_contact timestamp NULL, -- metadata={"item_ref":"CLEA005A"}
  clea_care_leaver_accommodation nvarchar2(100) NULL, -- metadata={"item_ref":"CLEA006A"}
  clea_care_leaver_accom_suitable nvarchar2(100) NULL, -- metadata={"item_ref":"CLEA007A"}
  clea_care_leaver_activity nvarchar2(100) NULL, -- metadata={"item_ref":"CLEA008A"}
  clea_pathway_plan_review_date timestamp NULL, -- metadata={"item_ref":"CLEA009A"}
  clea_care_leaver_personal_advisor nvarchar2(100) NULL, -- metadata={"item_ref":"CLEA010A"}
  clea_care_leaver_allocated_team nvarchar2(48) NULL, -- metadata={"item_ref":"CLEA011A"}
  clea_care_leaver_worker_id nvarchar2(48) NULL, -- metadata={"item_ref":"CLEA012A"}
  CONSTRAINT pk_ssd_care_leavers PRIMARY KEY (clea_table_id)
)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "create_fk"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_constraints WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CARE_LEAVERS' AND constraint_name = 'FK_SSD_CARE_LEAVERS_CLEA_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'ALTER TABLE ssd_care_leavers ADD CONSTRAINT fk_ssd_care_leavers_clea_person_id FOREIGN KEY (clea_person_id) REFERENCES ssd_person (pers_person_id)'
  ;
  END IF;
END;
/
-- not enforced: clea_care_leaver_allocated_team to ssd_department.dept_team_id, an extract keeps six years, so the parent row may be absent
-- not enforced: clea_care_leaver_worker_id to ssd_professionals.prof_professional_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CARE_LEAVERS' AND index_name = 'IX_SSD_CARE_LEAVERS_CLEA_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_care_leavers_clea_person_id ON ssd_care_leavers (clea_person_id)'
  ;
  END IF;
END;
/
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CARE_LEAVERS' AND index_name = 'IX_SSD_CARE_LEAVERS_CLEA_CARE_LEAVER_ALLOCATED_TEAM';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_care_leavers_clea_care_leaver_allocated_team ON ssd_care_leavers (clea_care_leaver_allocated_team)'
  ;
  END IF;
END;
/
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CARE_LEAVERS' AND index_name = 'IX_SSD_CARE_LEAVERS_CLEA_CARE_LEAVER_WORKER_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_care_leavers_clea_care_leaver_worker_id ON ssd_care_leavers (clea_care_leaver_worker_id)'
  ;
  END IF;
END;
/

-- META-CONTAINER: {"type": "table", "name": "ssd_cin_assessments"}
-- META-ELEMENT: {"type": "create_table"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CIN_ASSESSMENTS';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE TABLE ssd_cin_assessments (
  cina_assessment_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"CINA001A"}
  cina_person_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"CINA002A"}
  cina_referral_id nvarchar2(48) NULL, -- metadata={"item_ref":"CINA010A"}
  cina_assessment_start_date timestamp NULL, -- metadata={"item_ref":"CINA003A"}
  cina_assessment_child_seen nchar(1) NULL, -- metadata={"item_ref":"CINA004A"}
  cina_assessment_auth_date timestamp NULL, -- metadata={"item_ref":"CINA005A"}
  cina_assessment_outcome_json nvarchar2(1000) NULL, -- metadata={"item_ref":"CINA006A"}
  cina_assessment_outcome_nfa nchar(1) NULL, -- metadata={"item_ref":"CINA009A"}
  cina_assessment_team nvarchar2(48) NULL, -- metadata={"item_ref":"CINA007A"}
  cina_assessment_worker_id nvarchar2(48) NULL, -- metadata={"item_ref":"CINA008A"}
  CONSTRAINT pk_ssd_cin_assessments PRIMARY KEY (cina_assessment_id)
)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "create_fk"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_constraints WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CIN_ASSESSMENTS' AND constraint_name = 'FK_SSD_CIN_ASSESSMENTS_CINA_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'ALTER TABLE ssd_cin_assessments ADD CONSTRAINT fk_ssd_cin_assessments_cina_person_id FOREIGN KEY (cina_person_id) REFERENCES ssd_person (pers_person_id)'
  ;
  END IF;
END;
/
-- not enforced: cina_referral_id to ssd_cin_episodes.cine_referral_id, an extract keeps six years, so the parent row may be absent
-- not enforced: cina_assessment_team to ssd_department.dept_team_id, an extract keeps six years, so the parent row may be absent
-- not enforced: cina_assessment_worker_id to ssd_professionals.prof_professional_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CIN_ASSESSMENTS' AND index_name = 'IX_SSD_CIN_ASSESSMENTS_CINA_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_cin_assessments_cina_person_id ON ssd_cin_assessments (cina_person_id)'
  ;
  END IF;
END;
/
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CIN_ASSESSMENTS' AND index_name = 'IX_SSD_CIN_ASSESSMENTS_CINA_REFERRAL_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_cin_assessments_cina_referral_id ON ssd_cin_assessments (cina_referral_id)'
  ;
  END IF;
END;
/
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CIN_ASSESSMENTS' AND index_name = 'IX_SSD_CIN_ASSESSMENTS_CINA_ASSESSMENT_TEAM';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_cin_assessments_cina_assessment_team ON ssd_cin_assessments (cina_assessment_team)'
  ;
  END IF;
END;
/
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CIN_ASSESSMENTS' AND index_name = 'IX_SSD_CIN_ASSESSMENTS_CINA_ASSESSMENT_WORKER_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_cin_assessments_cina_assessment_worker_id ON ssd_cin_assessments (cina_assessment_worker_id)'
  ;
  END IF;
END;
/

-- META-CONTAINER: {"type": "table", "name": "ssd_cin_episodes"}
-- META-ELEMENT: {"type": "create_table"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CIN_EPISODES';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE TABLE ssd_cin_episodes (
  cine_referral_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"CINE001A"}
  cine_person_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"CINE002A"}
  cine_referral_date timestamp NULL, -- metadata={"item_ref":"CINE003A"}
  cine_cin_primary_need_code nvarchar2(3) NULL, -- metadata={"item_ref":"CINE010A"}
  cine_referral_source_code nvarchar2(48) NULL, -- metadata={"item_ref":"CINE004A"}
  cine_referral_source_desc nvarchar2(255) NULL, -- metadata={"item_ref":"CINE012A"}
  cine_referral_outcome_json varchar2(4000 char) NULL, -- metadata={"item_ref":"CINE005A"}
  cine_referral_nfa nchar(1) NULL, -- metadata={"item_ref":"CINE011A"}
  cine_close_reason nvarchar2(100) NULL, -- metadata={"item_ref":"CINE006A"}
  cine_close_date timestamp NULL, -- metadata={"item_ref":"CINE007A"}
  cine_referral_team nvarchar2(48) NULL, -- metadata={"item_ref":"CINE008A"}
  cine_referral_worker_id nvarchar2(48) NULL, -- metadata={"item_ref":"CINE009A"}
  CONSTRAINT pk_ssd_cin_episodes PRIMARY KEY (cine_referral_id)
)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "create_fk"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_constraints WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CIN_EPISODES' AND constraint_name = 'FK_SSD_CIN_EPISODES_CINE_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'ALTER TABLE ssd_cin_episodes ADD CONSTRAINT fk_ssd_cin_episodes_cine_person_id FOREIGN KEY (cine_person_id) REFERENCES ssd_person (pers_person_id)'
  ;
  END IF;
END;
/
-- not enforced: cine_referral_team to ssd_department.dept_team_id, an extract keeps six years, so the parent row may be absent
-- not enforced: cine_referral_worker_id to ssd_professionals.prof_professional_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CIN_EPISODES' AND index_name = 'IX_SSD_CIN_EPISODES_CINE_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_cin_episodes_cine_person_id ON ssd_cin_episodes (cine_person_id)'
  ;
  END IF;
END;
/
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CIN_EPISODES' AND index_name = 'IX_SSD_CIN_EPISODES_CINE_REFERRAL_TEAM';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_cin_episodes_cine_referral_team ON ssd_cin_episodes (cine_referral_team)'
  ;
  END IF;
END;
/
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CIN_EPISODES' AND index_name = 'IX_SSD_CIN_EPISODES_CINE_REFERRAL_WORKER_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_cin_episodes_cine_referral_worker_id ON ssd_cin_episodes (cine_referral_worker_id)'
  ;
  END IF;
END;
/

-- META-CONTAINER: {"type": "table", "name": "ssd_cin_plans"}
-- META-ELEMENT: {"type": "create_table"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CIN_PLANS';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE TABLE ssd_cin_plans (
  cinp_cin_plan_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"CINP001A"}
  cinp_referral_id nvarchar2(48) NULL, -- metadata={"item_ref":"CINP007A"}
  cinp_person_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"CINP002A"}
  cinp_cin_plan_start_date timestamp NULL, -- metadata={"item_ref":"CINP003A"}
  cinp_cin_plan_end_date timestamp NULL, -- metadata={"item_ref":"CINP004A"}
  cinp_cin_plan_team nvarchar2(48) NULL, -- metadata={"item_ref":"CINP005A"}
  cinp_cin_plan_worker_id nvarchar2(48) NULL, -- metadata={"item_ref":"CINP006A"}
  CONSTRAINT pk_ssd_cin_plans PRIMARY KEY (cinp_cin_plan_id)
)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "create_fk"}
-- not enforced: cinp_referral_id to ssd_cin_episodes.cine_referral_id, an extract keeps six years, so the parent row may be absent
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_constraints WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CIN_PLANS' AND constraint_name = 'FK_SSD_CIN_PLANS_CINP_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'ALTER TABLE ssd_cin_plans ADD CONSTRAINT fk_ssd_cin_plans_cinp_person_id FOREIGN KEY (cinp_person_id) REFERENCES ssd_person (pers_person_id)'
  ;
  END IF;
END;
/
-- not enforced: cinp_cin_plan_team to ssd_department.dept_team_id, an extract keeps six years, so the parent row may be absent
-- not enforced: cinp_cin_plan_worker_id to ssd_professionals.prof_professional_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CIN_PLANS' AND index_name = 'IX_SSD_CIN_PLANS_CINP_REFERRAL_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_cin_plans_cinp_referral_id ON ssd_cin_plans (cinp_referral_id)'
  ;
  END IF;
END;
/
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CIN_PLANS' AND index_name = 'IX_SSD_CIN_PLANS_CINP_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_cin_plans_cinp_person_id ON ssd_cin_plans (cinp_person_id)'
  ;
  END IF;
END;
/
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CIN_PLANS' AND index_name = 'IX_SSD_CIN_PLANS_CINP_CIN_PLAN_TEAM';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_cin_plans_cinp_cin_plan_team ON ssd_cin_plans (cinp_cin_plan_team)'
  ;
  END IF;
END;
/
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CIN_PLANS' AND index_name = 'IX_SSD_CIN_PLANS_CINP_CIN_PLAN_WORKER_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_cin_plans_cinp_cin_plan_worker_id ON ssd_cin_plans (cinp_cin_plan_worker_id)'
  ;
  END IF;
END;
/

-- META-CONTAINER: {"type": "table", "name": "ssd_cin_visits"}
-- META-ELEMENT: {"type": "create_table"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CIN_VISITS';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE TABLE ssd_cin_visits (
  cinv_cin_visit_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"CINV001A"}
  cinv_person_id nvarchar2(48) NULL, -- metadata={"item_ref":"CINV007A"}
  cinv_cin_visit_date timestamp NULL, -- metadata={"item_ref":"CINV003A"}
  cinv_cin_visit_seen nchar(1) NULL, -- metadata={"item_ref":"CINV004A"}
  cinv_cin_visit_seen_alone nchar(1) NULL, -- metadata={"item_ref":"CINV005A"}
  cinv_cin_visit_bedroom nchar(1) NULL, -- metadata={"item_ref":"CINV006A"}
  CONSTRAINT pk_ssd_cin_visits PRIMARY KEY (cinv_cin_visit_id)
)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "create_fk"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_constraints WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CIN_VISITS' AND constraint_name = 'FK_SSD_CIN_VISITS_CINV_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'ALTER TABLE ssd_cin_visits ADD CONSTRAINT fk_ssd_cin_visits_cinv_person_id FOREIGN KEY (cinv_person_id) REFERENCES ssd_person (pers_person_id)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "create_idx"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CIN_VISITS' AND index_name = 'IX_SSD_CIN_VISITS_CINV_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_cin_visits_cinv_person_id ON ssd_cin_visits (cinv_person_id)'
  ;
  END IF;
END;
/

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_care_plan"}
-- META-ELEMENT: {"type": "create_table"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CLA_CARE_PLAN';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE TABLE ssd_cla_care_plan (
  lacp_table_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"LACP001A"}
  lacp_person_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"LACP007A"}
  lacp_cla_care_plan_start_date timestamp NULL, -- metadata={"item_ref":"LACP004A"}
  lacp_cla_care_plan_end_date timestamp NULL, -- metadata={"item_ref":"LACP005A"}
  lacp_cla_care_plan_json nvarchar2(1000) NULL, -- metadata={"item_ref":"LACP003A"}
  CONSTRAINT pk_ssd_cla_care_plan PRIMARY KEY (lacp_table_id)
)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "create_fk"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_constraints WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CLA_CARE_PLAN' AND constraint_name = 'FK_SSD_CLA_CARE_PLAN_LACP_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'ALTER TABLE ssd_cla_care_plan ADD CONSTRAINT fk_ssd_cla_care_plan_lacp_person_id FOREIGN KEY (lacp_person_id) REFERENCES ssd_person (pers_person_id)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "create_idx"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CLA_CARE_PLAN' AND index_name = 'IX_SSD_CLA_CARE_PLAN_LACP_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_cla_care_plan_lacp_person_id ON ssd_cla_care_plan (lacp_person_id)'
  ;
  END IF;
END;
/

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_convictions"}
-- META-ELEMENT: {"type": "create_table"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CLA_CONVICTIONS';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE TABLE ssd_cla_convictions (
  clac_cla_conviction_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"CLAC001A"}
  clac_person_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"CLAC002A"}
  clac_cla_conviction_date timestamp NULL, -- metadata={"item_ref":"CLAC003A"}
  clac_cla_conviction_offence nvarchar2(1000) NULL, -- metadata={"item_ref":"CLAC004A"}
  CONSTRAINT pk_ssd_cla_convictions PRIMARY KEY (clac_cla_conviction_id)
)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "create_fk"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_constraints WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CLA_CONVICTIONS' AND constraint_name = 'FK_SSD_CLA_CONVICTIONS_CLAC_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'ALTER TABLE ssd_cla_convictions ADD CONSTRAINT fk_ssd_cla_convictions_clac_person_id FOREIGN KEY (clac_person_id) REFERENCES ssd_person (pers_person_id)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "create_idx"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CLA_CONVICTIONS' AND index_name = 'IX_SSD_CLA_CONVICTIONS_CLAC_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_cla_convictions_clac_person_id ON ssd_cla_convictions (clac_person_id)'
  ;
  END IF;
END;
/

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_episodes"}
-- META-ELEMENT: {"type": "create_table"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CLA_EPISODES';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE TABLE ssd_cla_episodes (
  clae_cla_episode_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"CLAE001A"}
  clae_person_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"CLAE002A"}
  clae_cla_episode_start_date timestamp NULL, -- metadata={"item_ref":"CLAE003A"}
  clae_cla_episode_start_reason nvarchar2(100) NULL, -- metadata={"item_ref":"CLAE004A"}
  clae_cla_primary_need_code nvarchar2(3) NULL, -- metadata={"item_ref":"CLAE009A"}
  clae_cla_episode_ceased_date timestamp NULL, -- metadata={"item_ref":"CLAE005A"}
  clae_cla_episode_ceased_reason nvarchar2(255) NULL, -- metadata={"item_ref":"CLAE006A"}
  clae_cla_id nvarchar2(48) NULL, -- metadata={"item_ref":"CLAE010A"}
  clae_referral_id nvarchar2(48) NULL, -- metadata={"item_ref":"CLAE011A"}
  clae_cla_placement_id nvarchar2(48) NULL, -- metadata={"item_ref":"CLAE013A"}
  clae_entered_care_date timestamp NULL, -- metadata={"item_ref":"CLAE014A"}
  clae_cla_last_iro_contact_date timestamp NULL, -- metadata={"item_ref":"CLAE012A"}
  CONSTRAINT pk_ssd_cla_episodes PRIMARY KEY (clae_cla_episode_id)
)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "create_fk"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_constraints WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CLA_EPISODES' AND constraint_name = 'FK_SSD_CLA_EPISODES_CLAE_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'ALTER TABLE ssd_cla_episodes ADD CONSTRAINT fk_ssd_cla_episodes_clae_person_id FOREIGN KEY (clae_person_id) REFERENCES ssd_person (pers_person_id)'
  ;
  END IF;
END;
/
-- not enforced: clae_referral_id to ssd_cin_episodes.cine_referral_id, an extract keeps six years, so the parent row may be absent
-- not enforced: clae_cla_placement_id to ssd_cla_placement.clap_cla_placement_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CLA_EPISODES' AND index_name = 'IX_SSD_CLA_EPISODES_CLAE_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_cla_episodes_clae_person_id ON ssd_cla_episodes (clae_person_id)'
  ;
  END IF;
END;
/
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CLA_EPISODES' AND index_name = 'IX_SSD_CLA_EPISODES_CLAE_REFERRAL_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_cla_episodes_clae_referral_id ON ssd_cla_episodes (clae_referral_id)'
  ;
  END IF;
END;
/
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CLA_EPISODES' AND index_name = 'IX_SSD_CLA_EPISODES_CLAE_CLA_PLACEMENT_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_cla_episodes_clae_cla_placement_id ON ssd_cla_episodes (clae_cla_placement_id)'
  ;
  END IF;
END;
/

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_health"}
-- META-ELEMENT: {"type": "create_table"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CLA_HEALTH';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE TABLE ssd_cla_health (
  clah_health_check_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"CLAH001A"}
  clah_person_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"CLAH002A"}
  clah_health_check_type nvarchar2(500) NULL, -- metadata={"item_ref":"CLAH003A"}
  clah_health_check_date timestamp NULL, -- metadata={"item_ref":"CLAH004A"}
  clah_health_check_status nvarchar2(48) NULL, -- metadata={"item_ref":"CLAH005A"}
  CONSTRAINT pk_ssd_cla_health PRIMARY KEY (clah_health_check_id)
)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "create_fk"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_constraints WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CLA_HEALTH' AND constraint_name = 'FK_SSD_CLA_HEALTH_CLAH_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'ALTER TABLE ssd_cla_health ADD CONSTRAINT fk_ssd_cla_health_clah_person_id FOREIGN KEY (clah_person_id) REFERENCES ssd_person (pers_person_id)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "create_idx"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CLA_HEALTH' AND index_name = 'IX_SSD_CLA_HEALTH_CLAH_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_cla_health_clah_person_id ON ssd_cla_health (clah_person_id)'
  ;
  END IF;
END;
/

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_immunisations"}
-- META-ELEMENT: {"type": "create_table"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CLA_IMMUNISATIONS';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE TABLE ssd_cla_immunisations (
  clai_person_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"CLAI002A"}
  clai_immunisations_status nchar(1) NULL, -- metadata={"item_ref":"CLAI004A"}
  clai_immunisations_status_date timestamp NULL, -- metadata={"item_ref":"CLAI005A"}
  CONSTRAINT pk_ssd_cla_immunisations PRIMARY KEY (clai_person_id)
)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "create_fk"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_constraints WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CLA_IMMUNISATIONS' AND constraint_name = 'FK_SSD_CLA_IMMUNISATIONS_CLAI_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'ALTER TABLE ssd_cla_immunisations ADD CONSTRAINT fk_ssd_cla_immunisations_clai_person_id FOREIGN KEY (clai_person_id) REFERENCES ssd_person (pers_person_id)'
  ;
  END IF;
END;
/

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_placement"}
-- META-ELEMENT: {"type": "create_table"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CLA_PLACEMENT';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE TABLE ssd_cla_placement (
  clap_cla_placement_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"CLAP001A"}
  clap_cla_placement_start_date timestamp NULL, -- metadata={"item_ref":"CLAP003A"}
  clap_cla_placement_type nvarchar2(100) NULL, -- metadata={"item_ref":"CLAP004A"}
  clap_cla_placement_urn nvarchar2(48) NULL, -- metadata={"item_ref":"CLAP005A"}
  clap_cla_placement_distance binary_double NULL, -- metadata={"item_ref":"CLAP011A"}
  clap_cla_id nvarchar2(48) NULL, -- metadata={"item_ref":"CLAP012A"}
  clap_cla_placement_provider nvarchar2(48) NULL, -- metadata={"item_ref":"CLAP007A"}
  clap_cla_placement_postcode nvarchar2(8) NULL, -- metadata={"item_ref":"CLAP008A"}
  clap_cla_placement_end_date timestamp NULL, -- metadata={"item_ref":"CLAP009A"}
  clap_cla_placement_change_reason nvarchar2(100) NULL, -- metadata={"item_ref":"CLAP010A"}
  clap_person_id nvarchar2(48) NULL, -- metadata={"item_ref":"CLAP013A"}
  CONSTRAINT pk_ssd_cla_placement PRIMARY KEY (clap_cla_placement_id)
)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "create_fk"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_constraints WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CLA_PLACEMENT' AND constraint_name = 'FK_SSD_CLA_PLACEMENT_CLAP_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'ALTER TABLE ssd_cla_placement ADD CONSTRAINT fk_ssd_cla_placement_clap_person_id FOREIGN KEY (clap_person_id) REFERENCES ssd_person (pers_person_id)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "create_idx"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CLA_PLACEMENT' AND index_name = 'IX_SSD_CLA_PLACEMENT_CLAP_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_cla_placement_clap_person_id ON ssd_cla_placement (clap_person_id)'
  ;
  END IF;
END;
/

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_previous_permanence"}
-- META-ELEMENT: {"type": "create_table"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CLA_PREVIOUS_PERMANENCE';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE TABLE ssd_cla_previous_permanence (
  lapp_table_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"LAPP001A"}
  lapp_person_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"LAPP002A"}
  lapp_previous_permanence_order_date nvarchar2(100) NULL, -- metadata={"item_ref":"LAPP003A"}
  lapp_previous_permanence_option nvarchar2(200) NULL, -- metadata={"item_ref":"LAPP004A"}
  lapp_previous_permanence_la nvarchar2(100) NULL, -- metadata={"item_ref":"LAPP005A"}
  CONSTRAINT pk_ssd_cla_previous_permanence PRIMARY KEY (lapp_table_id)
)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "create_fk"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_constraints WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CLA_PREVIOUS_PERMANENCE' AND constraint_name = 'FK_SSD_CLA_PREVIOUS_PERMANENCE_LAPP_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'ALTER TABLE ssd_cla_previous_permanence ADD CONSTRAINT fk_ssd_cla_previous_permanence_lapp_person_id FOREIGN KEY (lapp_person_id) REFERENCES ssd_person (pers_person_id)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "create_idx"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CLA_PREVIOUS_PERMANENCE' AND index_name = 'IX_SSD_CLA_PREVIOUS_PERMANENCE_LAPP_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_cla_previous_permanence_lapp_person_id ON ssd_cla_previous_permanence (lapp_person_id)'
  ;
  END IF;
END;
/

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_reviews"}
-- META-ELEMENT: {"type": "create_table"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CLA_REVIEWS';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE TABLE ssd_cla_reviews (
  clar_cla_review_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"CLAR001A"}
  clar_cla_id nvarchar2(48) NULL, -- metadata={"item_ref":"CLAR011A"}
  clar_cla_review_due_date timestamp NULL, -- metadata={"item_ref":"CLAR003A"}
  clar_cla_review_date timestamp NULL, -- metadata={"item_ref":"CLAR004A"}
  clar_cla_review_cancelled nchar(1) NULL, -- metadata={"item_ref":"CLAR012A"}
  clar_cla_review_participation nvarchar2(100) NULL, -- metadata={"item_ref":"CLAR007A"}
  CONSTRAINT pk_ssd_cla_reviews PRIMARY KEY (clar_cla_review_id)
)'
  ;
  END IF;
END;
/

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_substance_misuse"}
-- META-ELEMENT: {"type": "create_table"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CLA_SUBSTANCE_MISUSE';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE TABLE ssd_cla_substance_misuse (
  clas_substance_misuse_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"CLAS001A"}
  clas_person_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"CLAS002A"}
  clas_substance_misuse_date timestamp NULL, -- metadata={"item_ref":"CLAS003A"}
  clas_substance_misused nchar(100) NULL, -- metadata={"item_ref":"CLAS004A"}
  clas_intervention_received nchar(1) NULL, -- metadata={"item_ref":"CLAS005A"}
  CONSTRAINT pk_ssd_cla_substance_misuse PRIMARY KEY (clas_substance_misuse_id)
)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "create_fk"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_constraints WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CLA_SUBSTANCE_MISUSE' AND constraint_name = 'FK_SSD_CLA_SUBSTANCE_MISUSE_CLAS_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'ALTER TABLE ssd_cla_substance_misuse ADD CONSTRAINT fk_ssd_cla_substance_misuse_clas_person_id FOREIGN KEY (clas_person_id) REFERENCES ssd_person (pers_person_id)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "create_idx"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CLA_SUBSTANCE_MISUSE' AND index_name = 'IX_SSD_CLA_SUBSTANCE_MISUSE_CLAS_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_cla_substance_misuse_clas_person_id ON ssd_cla_substance_misuse (clas_person_id)'
  ;
  END IF;
END;
/

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_visits"}
-- META-ELEMENT: {"type": "create_table"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CLA_VISITS';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE TABLE ssd_cla_visits (
  clav_cla_visit_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"CLAV001A"}
  clav_cla_id nvarchar2(48) NULL, -- metadata={"item_ref":"CLAV007A"}
  clav_person_id nvarchar2(48) NULL, -- metadata={"item_ref":"CLAV008A"}
  clav_cla_visit_date timestamp NULL, -- metadata={"item_ref":"CLAV003A"}
  clav_cla_visit_seen nchar(1) NULL, -- metadata={"item_ref":"CLAV004A"}
  clav_cla_visit_seen_alone nchar(1) NULL, -- metadata={"item_ref":"CLAV005A"}
  CONSTRAINT pk_ssd_cla_visits PRIMARY KEY (clav_cla_visit_id)
)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "create_fk"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_constraints WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CLA_VISITS' AND constraint_name = 'FK_SSD_CLA_VISITS_CLAV_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'ALTER TABLE ssd_cla_visits ADD CONSTRAINT fk_ssd_cla_visits_clav_person_id FOREIGN KEY (clav_person_id) REFERENCES ssd_person (pers_person_id)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "create_idx"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CLA_VISITS' AND index_name = 'IX_SSD_CLA_VISITS_CLAV_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_cla_visits_clav_person_id ON ssd_cla_visits (clav_person_id)'
  ;
  END IF;
END;
/

-- META-CONTAINER: {"type": "table", "name": "ssd_contacts"}
-- META-ELEMENT: {"type": "create_table"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CONTACTS';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE TABLE ssd_contacts (
  cont_contact_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"CONT001A"}
  cont_person_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"CONT002A"}
  cont_contact_date timestamp NULL, -- metadata={"item_ref":"CONT003A"}
  cont_contact_source_code nvarchar2(48) NULL, -- metadata={"item_ref":"CONT004A"}
  cont_contact_source_desc nvarchar2(255) NULL, -- metadata={"item_ref":"CONT006A"}
  cont_contact_outcome_json varchar2(4000 char) NULL, -- metadata={"item_ref":"CONT005A"}
  CONSTRAINT pk_ssd_contacts PRIMARY KEY (cont_contact_id)
)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "create_fk"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_constraints WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CONTACTS' AND constraint_name = 'FK_SSD_CONTACTS_CONT_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'ALTER TABLE ssd_contacts ADD CONSTRAINT fk_ssd_contacts_cont_person_id FOREIGN KEY (cont_person_id) REFERENCES ssd_person (pers_person_id)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "create_idx"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CONTACTS' AND index_name = 'IX_SSD_CONTACTS_CONT_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_contacts_cont_person_id ON ssd_contacts (cont_person_id)'
  ;
  END IF;
END;
/

-- META-CONTAINER: {"type": "table", "name": "ssd_cp_plans"}
-- META-ELEMENT: {"type": "create_table"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CP_PLANS';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE TABLE ssd_cp_plans (
  cppl_cp_plan_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"CPPL001A"}
  cppl_referral_id nvarchar2(48) NULL, -- metadata={"item_ref":"CPPL007A"}
  cppl_icpc_id nvarchar2(48) NULL, -- metadata={"item_ref":"CPPL008A"}
  cppl_person_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"CPPL002A"}
  cppl_cp_plan_start_date timestamp NULL, -- metadata={"item_ref":"CPPL003A"}
  cppl_cp_plan_end_date timestamp NULL, -- metadata={"item_ref":"CPPL004A"}
  cppl_cp_plan_initial_category nvarchar2(100) NULL, -- metadata={"item_ref":"CPPL009A"}
  cppl_cp_plan_ola nchar(1) NULL, -- metadata={"item_ref":"CPPL011A"}
  cppl_cp_plan_latest_category nvarchar2(100) NULL, -- metadata={"item_ref":"CPPL010A"}
  CONSTRAINT pk_ssd_cp_plans PRIMARY KEY (cppl_cp_plan_id)
)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "create_fk"}
-- not enforced: cppl_referral_id to ssd_cin_episodes.cine_referral_id, an extract keeps six years, so the parent row may be absent
-- not enforced: cppl_icpc_id to ssd_initial_cp_conference.icpc_icpc_id, an extract keeps six years, so the parent row may be absent
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_constraints WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CP_PLANS' AND constraint_name = 'FK_SSD_CP_PLANS_CPPL_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'ALTER TABLE ssd_cp_plans ADD CONSTRAINT fk_ssd_cp_plans_cppl_person_id FOREIGN KEY (cppl_person_id) REFERENCES ssd_person (pers_person_id)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "create_idx"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CP_PLANS' AND index_name = 'IX_SSD_CP_PLANS_CPPL_REFERRAL_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_cp_plans_cppl_referral_id ON ssd_cp_plans (cppl_referral_id)'
  ;
  END IF;
END;
/
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CP_PLANS' AND index_name = 'IX_SSD_CP_PLANS_CPPL_ICPC_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_cp_plans_cppl_icpc_id ON ssd_cp_plans (cppl_icpc_id)'
  ;
  END IF;
END;
/
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CP_PLANS' AND index_name = 'IX_SSD_CP_PLANS_CPPL_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_cp_plans_cppl_person_id ON ssd_cp_plans (cppl_person_id)'
  ;
  END IF;
END;
/

-- META-CONTAINER: {"type": "table", "name": "ssd_cp_reviews"}
-- META-ELEMENT: {"type": "create_table"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CP_REVIEWS';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE TABLE ssd_cp_reviews (
  cppr_cp_review_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"CPPR001A"}
  cppr_person_id nvarchar2(48) NULL, -- metadata={"item_ref":"CPPR008A"}
  cppr_cp_plan_id nvarchar2(48) NULL, -- metadata={"item_ref":"CPPR002A"}
  cppr_cp_review_due timestamp NULL, -- metadata={"item_ref":"CPPR003A"}
  cppr_cp_review_date timestamp NULL, -- metadata={"item_ref":"CPPR004A"}
  cppr_cp_review_meeting_id nvarchar2(48) NULL, -- metadata={"item_ref":"CPPR009A"}
  cppr_cp_review_outcome_continue_cp nchar(1) NULL, -- metadata={"item_ref":"CPPR005A"}
  cppr_cp_review_quorate nchar(100) NULL, -- metadata={"item_ref":"CPPR006A"}
  cppr_cp_review_participation nchar(100) NULL, -- metadata={"item_ref":"CPPR007A"}
  CONSTRAINT pk_ssd_cp_reviews PRIMARY KEY (cppr_cp_review_id)
)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "create_fk"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_constraints WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CP_REVIEWS' AND constraint_name = 'FK_SSD_CP_REVIEWS_CPPR_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'ALTER TABLE ssd_cp_reviews ADD CONSTRAINT fk_ssd_cp_reviews_cppr_person_id FOREIGN KEY (cppr_person_id) REFERENCES ssd_person (pers_person_id)'
  ;
  END IF;
END;
/
-- not enforced: cppr_cp_plan_id to ssd_cp_plans.cppl_cp_plan_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CP_REVIEWS' AND index_name = 'IX_SSD_CP_REVIEWS_CPPR_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_cp_reviews_cppr_person_id ON ssd_cp_reviews (cppr_person_id)'
  ;
  END IF;
END;
/
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CP_REVIEWS' AND index_name = 'IX_SSD_CP_REVIEWS_CPPR_CP_PLAN_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_cp_reviews_cppr_cp_plan_id ON ssd_cp_reviews (cppr_cp_plan_id)'
  ;
  END IF;
END;
/

-- META-CONTAINER: {"type": "table", "name": "ssd_cp_visits"}
-- META-ELEMENT: {"type": "create_table"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CP_VISITS';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE TABLE ssd_cp_visits (
  cppv_cp_visit_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"CPPV007A"}
  cppv_person_id nvarchar2(48) NULL, -- metadata={"item_ref":"CPPV008A"}
  cppv_cp_plan_id nvarchar2(48) NULL, -- metadata={"item_ref":"CPPV001A"}
  cppv_cp_visit_date timestamp NULL, -- metadata={"item_ref":"CPPV003A"}
  cppv_cp_visit_seen nchar(1) NULL, -- metadata={"item_ref":"CPPV004A"}
  cppv_cp_visit_seen_alone nchar(1) NULL, -- metadata={"item_ref":"CPPV005A"}
  cppv_cp_visit_bedroom nchar(1) NULL, -- metadata={"item_ref":"CPPV006A"}
  CONSTRAINT pk_ssd_cp_visits PRIMARY KEY (cppv_cp_visit_id)
)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "create_fk"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_constraints WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CP_VISITS' AND constraint_name = 'FK_SSD_CP_VISITS_CPPV_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'ALTER TABLE ssd_cp_visits ADD CONSTRAINT fk_ssd_cp_visits_cppv_person_id FOREIGN KEY (cppv_person_id) REFERENCES ssd_person (pers_person_id)'
  ;
  END IF;
END;
/
-- not enforced: cppv_cp_plan_id to ssd_cp_plans.cppl_cp_plan_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CP_VISITS' AND index_name = 'IX_SSD_CP_VISITS_CPPV_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_cp_visits_cppv_person_id ON ssd_cp_visits (cppv_person_id)'
  ;
  END IF;
END;
/
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_CP_VISITS' AND index_name = 'IX_SSD_CP_VISITS_CPPV_CP_PLAN_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_cp_visits_cppv_cp_plan_id ON ssd_cp_visits (cppv_cp_plan_id)'
  ;
  END IF;
END;
/

-- META-CONTAINER: {"type": "table", "name": "ssd_department"}
-- META-ELEMENT: {"type": "create_table"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_DEPARTMENT';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE TABLE ssd_department (
  dept_team_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"DEPT1001A"}
  dept_team_name nvarchar2(255) NULL, -- metadata={"item_ref":"DEPT1002A"}
  dept_team_parent_id nvarchar2(48) NULL, -- metadata={"item_ref":"DEPT1003A"}
  dept_team_parent_name nvarchar2(255) NULL, -- metadata={"item_ref":"DEPT1004A"}
  CONSTRAINT pk_ssd_department PRIMARY KEY (dept_team_id)
)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "create_fk"}
-- not enforced: dept_team_parent_id to ssd_department.dept_team_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_DEPARTMENT' AND index_name = 'IX_SSD_DEPARTMENT_DEPT_TEAM_PARENT_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_department_dept_team_parent_id ON ssd_department (dept_team_parent_id)'
  ;
  END IF;
END;
/

-- META-CONTAINER: {"type": "table", "name": "ssd_disability"}
-- META-ELEMENT: {"type": "create_table"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_DISABILITY';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE TABLE ssd_disability (
  disa_person_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"DISA001A"}
  disa_table_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"DISA003A"}
  disa_disability_code nvarchar2(48) NOT NULL, -- metadata={"item_ref":"DISA002A"}
  CONSTRAINT pk_ssd_disability PRIMARY KEY (disa_table_id)
)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "create_fk"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_constraints WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_DISABILITY' AND constraint_name = 'FK_SSD_DISABILITY_DISA_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'ALTER TABLE ssd_disability ADD CONSTRAINT fk_ssd_disability_disa_person_id FOREIGN KEY (disa_person_id) REFERENCES ssd_person (pers_person_id)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "create_idx"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_DISABILITY' AND index_name = 'IX_SSD_DISABILITY_DISA_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_disability_disa_person_id ON ssd_disability (disa_person_id)'
  ;
  END IF;
END;
/

-- META-CONTAINER: {"type": "table", "name": "ssd_early_help_episodes"}
-- META-ELEMENT: {"type": "create_table"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_EARLY_HELP_EPISODES';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE TABLE ssd_early_help_episodes (
  earl_episode_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"EARL001A"}
  earl_person_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"EARL002A"}
  earl_episode_start_date timestamp NULL, -- metadata={"item_ref":"EARL003A"}
  earl_episode_end_date timestamp NULL, -- metadata={"item_ref":"EARL004A"}
  earl_episode_reason nvarchar2(100) NULL, -- metadata={"item_ref":"EARL005A"}
  earl_episode_end_reason nvarchar2(100) NULL, -- metadata={"item_ref":"EARL006A"}
  earl_episode_organisation nvarchar2(100) NULL, -- metadata={"item_ref":"EARL007A"}
  earl_episode_worker_id nvarchar2(48) NULL, -- metadata={"item_ref":"EARL008A"}
  CONSTRAINT pk_ssd_early_help_episodes PRIMARY KEY (earl_episode_id)
)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "create_fk"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_constraints WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_EARLY_HELP_EPISODES' AND constraint_name = 'FK_SSD_EARLY_HELP_EPISODES_EARL_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'ALTER TABLE ssd_early_help_episodes ADD CONSTRAINT fk_ssd_early_help_episodes_earl_person_id FOREIGN KEY (earl_person_id) REFERENCES ssd_person (pers_person_id)'
  ;
  END IF;
END;
/
-- not enforced: earl_episode_worker_id to ssd_professionals.prof_professional_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_EARLY_HELP_EPISODES' AND index_name = 'IX_SSD_EARLY_HELP_EPISODES_EARL_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_early_help_episodes_earl_person_id ON ssd_early_help_episodes (earl_person_id)'
  ;
  END IF;
END;
/
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_EARLY_HELP_EPISODES' AND index_name = 'IX_SSD_EARLY_HELP_EPISODES_EARL_EPISODE_WORKER_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_early_help_episodes_earl_episode_worker_id ON ssd_early_help_episodes (earl_episode_worker_id)'
  ;
  END IF;
END;
/

-- META-CONTAINER: {"type": "table", "name": "ssd_ehcp_active_plans"}
-- META-ELEMENT: {"type": "create_table"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_EHCP_ACTIVE_PLANS';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE TABLE ssd_ehcp_active_plans (
  ehcp_active_ehcp_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"EHCP001A"}
  ehcp_ehcp_request_id nvarchar2(48) NULL, -- metadata={"item_ref":"EHCP002A"}
  ehcp_active_ehcp_last_review_date timestamp NULL, -- metadata={"item_ref":"EHCP003A"}
  CONSTRAINT pk_ssd_ehcp_active_plans PRIMARY KEY (ehcp_active_ehcp_id)
)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "create_fk"}
-- not enforced: ehcp_ehcp_request_id to ssd_ehcp_requests.ehcr_ehcp_request_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_EHCP_ACTIVE_PLANS' AND index_name = 'IX_SSD_EHCP_ACTIVE_PLANS_EHCP_EHCP_REQUEST_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_ehcp_active_plans_ehcp_ehcp_request_id ON ssd_ehcp_active_plans (ehcp_ehcp_request_id)'
  ;
  END IF;
END;
/

-- META-CONTAINER: {"type": "table", "name": "ssd_ehcp_assessment"}
-- META-ELEMENT: {"type": "create_table"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_EHCP_ASSESSMENT';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE TABLE ssd_ehcp_assessment (
  ehca_ehcp_assessment_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"EHCA001A"}
  ehca_ehcp_request_id nvarchar2(48) NULL, -- metadata={"item_ref":"EHCA002A"}
  ehca_ehcp_assessment_outcome_date timestamp NULL, -- metadata={"item_ref":"EHCA003A"}
  ehca_ehcp_assessment_outcome nvarchar2(100) NULL, -- metadata={"item_ref":"EHCA004A"}
  ehca_ehcp_assessment_exceptions nvarchar2(100) NULL, -- metadata={"item_ref":"EHCA005A"}
  CONSTRAINT pk_ssd_ehcp_assessment PRIMARY KEY (ehca_ehcp_assessment_id)
)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "create_fk"}
-- not enforced: ehca_ehcp_request_id to ssd_ehcp_requests.ehcr_ehcp_request_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_EHCP_ASSESSMENT' AND index_name = 'IX_SSD_EHCP_ASSESSMENT_EHCA_EHCP_REQUEST_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_ehcp_assessment_ehca_ehcp_request_id ON ssd_ehcp_assessment (ehca_ehcp_request_id)'
  ;
  END IF;
END;
/

-- META-CONTAINER: {"type": "table", "name": "ssd_ehcp_named_plan"}
-- META-ELEMENT: {"type": "create_table"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_EHCP_NAMED_PLAN';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE TABLE ssd_ehcp_named_plan (
  ehcn_named_plan_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"EHCN001A"}
  ehcn_ehcp_asmt_id nvarchar2(48) NULL, -- metadata={"item_ref":"EHCN002A"}
  ehcn_named_plan_start_date timestamp NULL, -- metadata={"item_ref":"EHCN003A"}
  ehcn_named_plan_ceased_date timestamp NULL, -- metadata={"item_ref":"EHCN004A"}
  ehcn_named_plan_ceased_reason nvarchar2(100) NULL, -- metadata={"item_ref":"EHCN005A"}
  CONSTRAINT pk_ssd_ehcp_named_plan PRIMARY KEY (ehcn_named_plan_id)
)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "create_fk"}
-- not enforced: ehcn_ehcp_asmt_id to ssd_ehcp_assessment.ehca_ehcp_assessment_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_EHCP_NAMED_PLAN' AND index_name = 'IX_SSD_EHCP_NAMED_PLAN_EHCN_EHCP_ASMT_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_ehcp_named_plan_ehcn_ehcp_asmt_id ON ssd_ehcp_named_plan (ehcn_ehcp_asmt_id)'
  ;
  END IF;
END;
/

-- META-CONTAINER: {"type": "table", "name": "ssd_ehcp_requests"}
-- META-ELEMENT: {"type": "create_table"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_EHCP_REQUESTS';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE TABLE ssd_ehcp_requests (
  ehcr_ehcp_request_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"EHCR001A"}
  ehcr_send_table_id nvarchar2(48) NULL, -- metadata={"item_ref":"EHCR002A"}
  ehcr_ehcp_req_date timestamp NULL, -- metadata={"item_ref":"EHCR003A"}
  ehcr_ehcp_req_outcome_date timestamp NULL, -- metadata={"item_ref":"EHCR004A"}
  ehcr_ehcp_req_outcome nvarchar2(100) NULL, -- metadata={"item_ref":"EHCR005A"}
  CONSTRAINT pk_ssd_ehcp_requests PRIMARY KEY (ehcr_ehcp_request_id)
)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "create_fk"}
-- not enforced: ehcr_send_table_id to ssd_send.send_table_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_EHCP_REQUESTS' AND index_name = 'IX_SSD_EHCP_REQUESTS_EHCR_SEND_TABLE_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_ehcp_requests_ehcr_send_table_id ON ssd_ehcp_requests (ehcr_send_table_id)'
  ;
  END IF;
END;
/

-- META-CONTAINER: {"type": "table", "name": "ssd_family"}
-- META-ELEMENT: {"type": "create_table"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_FAMILY';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE TABLE ssd_family (
  fami_table_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"FAMI003A"}
  fami_family_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"FAMI001A"}
  fami_person_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"FAMI002A"}
  CONSTRAINT pk_ssd_family PRIMARY KEY (fami_table_id)
)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "create_fk"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_constraints WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_FAMILY' AND constraint_name = 'FK_SSD_FAMILY_FAMI_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'ALTER TABLE ssd_family ADD CONSTRAINT fk_ssd_family_fami_person_id FOREIGN KEY (fami_person_id) REFERENCES ssd_person (pers_person_id)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "create_idx"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_FAMILY' AND index_name = 'IX_SSD_FAMILY_FAMI_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_family_fami_person_id ON ssd_family (fami_person_id)'
  ;
  END IF;
END;
/

-- META-CONTAINER: {"type": "table", "name": "ssd_immigration_status"}
-- META-ELEMENT: {"type": "create_table"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_IMMIGRATION_STATUS';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE TABLE ssd_immigration_status (
  immi_person_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"IMMI001A"}
  immi_immigration_status_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"IMMI005A"}
  immi_immigration_status nvarchar2(100) NULL, -- metadata={"item_ref":"IMMI002A"}
  immi_immigration_status_start_date timestamp NULL, -- metadata={"item_ref":"IMMI003A"}
  immi_immigration_status_end_date timestamp NULL, -- metadata={"item_ref":"IMMI004A"}
  CONSTRAINT pk_ssd_immigration_status PRIMARY KEY (immi_immigration_status_id)
)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "create_fk"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_constraints WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_IMMIGRATION_STATUS' AND constraint_name = 'FK_SSD_IMMIGRATION_STATUS_IMMI_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'ALTER TABLE ssd_immigration_status ADD CONSTRAINT fk_ssd_immigration_status_immi_person_id FOREIGN KEY (immi_person_id) REFERENCES ssd_person (pers_person_id)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "create_idx"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_IMMIGRATION_STATUS' AND index_name = 'IX_SSD_IMMIGRATION_STATUS_IMMI_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_immigration_status_immi_person_id ON ssd_immigration_status (immi_person_id)'
  ;
  END IF;
END;
/

-- META-CONTAINER: {"type": "table", "name": "ssd_initial_cp_conference"}
-- META-ELEMENT: {"type": "create_table"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_INITIAL_CP_CONFERENCE';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE TABLE ssd_initial_cp_conference (
  icpc_icpc_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"ICPC001A"}
  icpc_icpc_meeting_id nvarchar2(48) NULL, -- metadata={"item_ref":"ICPC009A"}
  icpc_s47_enquiry_id nvarchar2(48) NULL, -- metadata={"item_ref":"ICPC002A"}
  icpc_person_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"ICPC010A"}
  icpc_cp_plan_id nvarchar2(48) NULL, -- metadata={"item_ref":"ICPC011A"}
  icpc_referral_id nvarchar2(48) NULL, -- metadata={"item_ref":"ICPC012A"}
  icpc_icpc_transfer_in nchar(1) NULL, -- metadata={"item_ref":"ICPC003A"}
  icpc_icpc_target_date timestamp NULL, -- metadata={"item_ref":"ICPC004A"}
  icpc_icpc_date timestamp NULL, -- metadata={"item_ref":"ICPC005A"}
  icpc_icpc_outcome_cp_flag nchar(1) NULL, -- metadata={"item_ref":"ICPC013A"}
  icpc_icpc_outcome_json nvarchar2(500) NULL, -- metadata={"item_ref":"ICPC006A"}
  icpc_icpc_team nvarchar2(48) NULL, -- metadata={"item_ref":"ICPC007A"}
  icpc_icpc_worker_id nvarchar2(48) NULL, -- metadata={"item_ref":"ICPC008A"}
  CONSTRAINT pk_ssd_initial_cp_conference PRIMARY KEY (icpc_icpc_id)
)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "create_fk"}
-- not enforced: icpc_s47_enquiry_id to ssd_s47_enquiry.s47e_s47_enquiry_id, an extract keeps six years, so the parent row may be absent
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_constraints WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_INITIAL_CP_CONFERENCE' AND constraint_name = 'FK_SSD_INITIAL_CP_CONFERENCE_ICPC_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'ALTER TABLE ssd_initial_cp_conference ADD CONSTRAINT fk_ssd_initial_cp_conference_icpc_person_id FOREIGN KEY (icpc_person_id) REFERENCES ssd_person (pers_person_id)'
  ;
  END IF;
END;
/
-- not enforced: icpc_cp_plan_id to ssd_cp_plans.cppl_cp_plan_id, an extract keeps six years, so the parent row may be absent
-- not enforced: icpc_referral_id to ssd_cin_episodes.cine_referral_id, an extract keeps six years, so the parent row may be absent
-- not enforced: icpc_icpc_team to ssd_department.dept_team_id, an extract keeps six years, so the parent row may be absent
-- not enforced: icpc_icpc_worker_id to ssd_professionals.prof_professional_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_INITIAL_CP_CONFERENCE' AND index_name = 'IX_SSD_INITIAL_CP_CONFERENCE_ICPC_S47_ENQUIRY_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_initial_cp_conference_icpc_s47_enquiry_id ON ssd_initial_cp_conference (icpc_s47_enquiry_id)'
  ;
  END IF;
END;
/
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_INITIAL_CP_CONFERENCE' AND index_name = 'IX_SSD_INITIAL_CP_CONFERENCE_ICPC_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_initial_cp_conference_icpc_person_id ON ssd_initial_cp_conference (icpc_person_id)'
  ;
  END IF;
END;
/
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_INITIAL_CP_CONFERENCE' AND index_name = 'IX_SSD_INITIAL_CP_CONFERENCE_ICPC_CP_PLAN_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_initial_cp_conference_icpc_cp_plan_id ON ssd_initial_cp_conference (icpc_cp_plan_id)'
  ;
  END IF;
END;
/
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_INITIAL_CP_CONFERENCE' AND index_name = 'IX_SSD_INITIAL_CP_CONFERENCE_ICPC_REFERRAL_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_initial_cp_conference_icpc_referral_id ON ssd_initial_cp_conference (icpc_referral_id)'
  ;
  END IF;
END;
/
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_INITIAL_CP_CONFERENCE' AND index_name = 'IX_SSD_INITIAL_CP_CONFERENCE_ICPC_ICPC_TEAM';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_initial_cp_conference_icpc_icpc_team ON ssd_initial_cp_conference (icpc_icpc_team)'
  ;
  END IF;
END;
/
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_INITIAL_CP_CONFERENCE' AND index_name = 'IX_SSD_INITIAL_CP_CONFERENCE_ICPC_ICPC_WORKER_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_initial_cp_conference_icpc_icpc_worker_id ON ssd_initial_cp_conference (icpc_icpc_worker_id)'
  ;
  END IF;
END;
/

-- META-CONTAINER: {"type": "table", "name": "ssd_involvements"}
-- META-ELEMENT: {"type": "create_table"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_INVOLVEMENTS';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE TABLE ssd_involvements (
  invo_involvements_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"INVO005A"}
  invo_professional_id nvarchar2(48) NULL, -- metadata={"item_ref":"INVO006A"}
  invo_professional_role_id nvarchar2(200) NULL, -- metadata={"item_ref":"INVO007A"}
  invo_professional_team nvarchar2(48) NULL, -- metadata={"item_ref":"INVO009A"}
  invo_involvement_start_date timestamp NULL, -- metadata={"item_ref":"INVO002A"}
  invo_involvement_end_date timestamp NULL, -- metadata={"item_ref":"INVO003A"}
  invo_worker_change_reason nvarchar2(200) NULL, -- metadata={"item_ref":"INVO004A"}
  invo_person_id nvarchar2(48) NULL, -- metadata={"item_ref":"INVO011A"}
  invo_referral_id nvarchar2(48) NULL, -- metadata={"item_ref":"INVO010A"}
  CONSTRAINT pk_ssd_involvements PRIMARY KEY (invo_involvements_id)
)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "create_fk"}
-- not enforced: invo_professional_id to ssd_professionals.prof_professional_id, an extract keeps six years, so the parent row may be absent
-- not enforced: invo_professional_team to ssd_department.dept_team_id, an extract keeps six years, so the parent row may be absent
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_constraints WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_INVOLVEMENTS' AND constraint_name = 'FK_SSD_INVOLVEMENTS_INVO_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'ALTER TABLE ssd_involvements ADD CONSTRAINT fk_ssd_involvements_invo_person_id FOREIGN KEY (invo_person_id) REFERENCES ssd_person (pers_person_id)'
  ;
  END IF;
END;
/
-- not enforced: invo_referral_id to ssd_cin_episodes.cine_referral_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_INVOLVEMENTS' AND index_name = 'IX_SSD_INVOLVEMENTS_INVO_PROFESSIONAL_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_involvements_invo_professional_id ON ssd_involvements (invo_professional_id)'
  ;
  END IF;
END;
/
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_INVOLVEMENTS' AND index_name = 'IX_SSD_INVOLVEMENTS_INVO_PROFESSIONAL_TEAM';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_involvements_invo_professional_team ON ssd_involvements (invo_professional_team)'
  ;
  END IF;
END;
/
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_INVOLVEMENTS' AND index_name = 'IX_SSD_INVOLVEMENTS_INVO_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_involvements_invo_person_id ON ssd_involvements (invo_person_id)'
  ;
  END IF;
END;
/
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_INVOLVEMENTS' AND index_name = 'IX_SSD_INVOLVEMENTS_INVO_REFERRAL_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_involvements_invo_referral_id ON ssd_involvements (invo_referral_id)'
  ;
  END IF;
END;
/

-- META-CONTAINER: {"type": "table", "name": "ssd_legal_status"}
-- META-ELEMENT: {"type": "create_table"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_LEGAL_STATUS';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE TABLE ssd_legal_status (
  lega_legal_status_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"LEGA001A"}
  lega_person_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"LEGA002A"}
  lega_legal_status nvarchar2(100) NULL, -- metadata={"item_ref":"LEGA003A"}
  lega_legal_status_start_date timestamp NULL, -- metadata={"item_ref":"LEGA004A"}
  lega_legal_status_end_date timestamp NULL, -- metadata={"item_ref":"LEGA005A"}
  CONSTRAINT pk_ssd_legal_status PRIMARY KEY (lega_legal_status_id)
)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "create_fk"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_constraints WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_LEGAL_STATUS' AND constraint_name = 'FK_SSD_LEGAL_STATUS_LEGA_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'ALTER TABLE ssd_legal_status ADD CONSTRAINT fk_ssd_legal_status_lega_person_id FOREIGN KEY (lega_person_id) REFERENCES ssd_person (pers_person_id)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "create_idx"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_LEGAL_STATUS' AND index_name = 'IX_SSD_LEGAL_STATUS_LEGA_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_legal_status_lega_person_id ON ssd_legal_status (lega_person_id)'
  ;
  END IF;
END;
/

-- META-CONTAINER: {"type": "table", "name": "ssd_linked_identifiers"}
-- META-ELEMENT: {"type": "create_table"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_LINKED_IDENTIFIERS';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE TABLE ssd_linked_identifiers (
  link_table_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"LINK001A"}
  link_person_id nvarchar2(48) NULL, -- metadata={"item_ref":"LINK002A"}
  link_identifier_type nvarchar2(100) NULL, -- metadata={"item_ref":"LINK003A"}
  link_identifier_value nvarchar2(100) NULL, -- metadata={"item_ref":"LINK004A"}
  link_valid_from_date timestamp NULL, -- metadata={"item_ref":"LINK005A"}
  link_valid_to_date timestamp NULL, -- metadata={"item_ref":"LINK006A"}
  CONSTRAINT pk_ssd_linked_identifiers PRIMARY KEY (link_table_id)
)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "create_fk"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_constraints WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_LINKED_IDENTIFIERS' AND constraint_name = 'FK_SSD_LINKED_IDENTIFIERS_LINK_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'ALTER TABLE ssd_linked_identifiers ADD CONSTRAINT fk_ssd_linked_identifiers_link_person_id FOREIGN KEY (link_person_id) REFERENCES ssd_person (pers_person_id)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "create_idx"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_LINKED_IDENTIFIERS' AND index_name = 'IX_SSD_LINKED_IDENTIFIERS_LINK_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_linked_identifiers_link_person_id ON ssd_linked_identifiers (link_person_id)'
  ;
  END IF;
END;
/

-- META-CONTAINER: {"type": "table", "name": "ssd_missing"}
-- META-ELEMENT: {"type": "create_table"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_MISSING';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE TABLE ssd_missing (
  miss_table_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"MISS001A"}
  miss_person_id nvarchar2(48) NULL, -- metadata={"item_ref":"MISS002A"}
  miss_missing_episode_start_date timestamp NULL, -- metadata={"item_ref":"MISS003A"}
  miss_missing_episode_type nvarchar2(100) NULL, -- metadata={"item_ref":"MISS004A"}
  miss_missing_episode_end_date timestamp NULL, -- metadata={"item_ref":"MISS005A"}
  miss_missing_rhi_offered nvarchar2(2) NULL, -- metadata={"item_ref":"MISS006A"}
  miss_missing_rhi_accepted nvarchar2(2) NULL, -- metadata={"item_ref":"MISS007A"}
  CONSTRAINT pk_ssd_missing PRIMARY KEY (miss_table_id)
)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "create_fk"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_constraints WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_MISSING' AND constraint_name = 'FK_SSD_MISSING_MISS_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'ALTER TABLE ssd_missing ADD CONSTRAINT fk_ssd_missing_miss_person_id FOREIGN KEY (miss_person_id) REFERENCES ssd_person (pers_person_id)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "create_idx"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_MISSING' AND index_name = 'IX_SSD_MISSING_MISS_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_missing_miss_person_id ON ssd_missing (miss_person_id)'
  ;
  END IF;
END;
/

-- META-CONTAINER: {"type": "table", "name": "ssd_mother"}
-- META-ELEMENT: {"type": "create_table"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_MOTHER';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE TABLE ssd_mother (
  moth_table_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"MOTH004A"}
  moth_person_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"MOTH002A"}
  moth_childs_person_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"MOTH001A"}
  moth_childs_dob timestamp NULL, -- metadata={"item_ref":"MOTH003A"}
  CONSTRAINT pk_ssd_mother PRIMARY KEY (moth_table_id)
)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "create_fk"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_constraints WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_MOTHER' AND constraint_name = 'FK_SSD_MOTHER_MOTH_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'ALTER TABLE ssd_mother ADD CONSTRAINT fk_ssd_mother_moth_person_id FOREIGN KEY (moth_person_id) REFERENCES ssd_person (pers_person_id)'
  ;
  END IF;
END;
/
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_constraints WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_MOTHER' AND constraint_name = 'FK_SSD_MOTHER_MOTH_CHILDS_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'ALTER TABLE ssd_mother ADD CONSTRAINT fk_ssd_mother_moth_childs_person_id FOREIGN KEY (moth_childs_person_id) REFERENCES ssd_person (pers_person_id)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "create_idx"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_MOTHER' AND index_name = 'IX_SSD_MOTHER_MOTH_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_mother_moth_person_id ON ssd_mother (moth_person_id)'
  ;
  END IF;
END;
/
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_MOTHER' AND index_name = 'IX_SSD_MOTHER_MOTH_CHILDS_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_mother_moth_childs_person_id ON ssd_mother (moth_childs_person_id)'
  ;
  END IF;
END;
/

-- META-CONTAINER: {"type": "table", "name": "ssd_permanence"}
-- META-ELEMENT: {"type": "create_table"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_PERMANENCE';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE TABLE ssd_permanence (
  perm_table_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"PERM001A"}
  perm_person_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"PERM002A"}
  perm_cla_id nvarchar2(48) NULL, -- metadata={"item_ref":"PERM022A"}
  perm_adm_decision_date timestamp NULL, -- metadata={"item_ref":"PERM003A"}
  perm_ffa_cp_decision_date timestamp NULL, -- metadata={"item_ref":"PERM004A"}
  perm_placement_order_date timestamp NULL, -- metadata={"item_ref":"PERM006A"}
  perm_placed_for_adoption_date timestamp NULL, -- metadata={"item_ref":"PERM007A"}
  perm_matched_date timestamp NULL, -- metadata={"item_ref":"PERM008A"}
  perm_adopted_by_carer_flag nchar(1) NULL, -- metadata={"item_ref":"PERM021A"}
  perm_placed_ffa_cp_date timestamp NULL, -- metadata={"item_ref":"PERM009A"}
  perm_decision_reversed_date timestamp NULL, -- metadata={"item_ref":"PERM010A"}
  perm_placed_foster_carer_date timestamp NULL, -- metadata={"item_ref":"PERM011A"}
  perm_part_of_sibling_group nchar(1) NULL, -- metadata={"item_ref":"PERM012A"}
  perm_siblings_placed_together number(10) NULL, -- metadata={"item_ref":"PERM013A"}
  perm_siblings_placed_apart number(10) NULL, -- metadata={"item_ref":"PERM014A"}
  perm_placement_provider_urn nvarchar2(48) NULL, -- metadata={"item_ref":"PERM015A"}
  perm_decision_reversed_reason nvarchar2(100) NULL, -- metadata={"item_ref":"PERM016A"}
  perm_permanence_order_date timestamp NULL, -- metadata={"item_ref":"PERM017A"}
  perm_permanence_order_type nvarchar2(100) NULL, -- metadata={"item_ref":"PERM018A"}
  perm_adoption_worker_id nvarchar2(48) NULL, -- metadata={"item_ref":"PERM023A"}
  perm_adopter_sex nvarchar2(48) NULL, -- metadata={"item_ref":"PERM025A"}
  perm_adopter_legal_status nvarchar2(100) NULL, -- metadata={"item_ref":"PERM026A"}
  perm_number_of_adopters nvarchar2(3) NULL, -- metadata={"item_ref":"PERM027A"}
  CONSTRAINT pk_ssd_permanence PRIMARY KEY (perm_table_id)
)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "create_fk"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_constraints WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_PERMANENCE' AND constraint_name = 'FK_SSD_PERMANENCE_PERM_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'ALTER TABLE ssd_permanence ADD CONSTRAINT fk_ssd_permanence_perm_person_id FOREIGN KEY (perm_person_id) REFERENCES ssd_person (pers_person_id)'
  ;
  END IF;
END;
/
-- not enforced: perm_adoption_worker_id to ssd_professionals.prof_professional_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_PERMANENCE' AND index_name = 'IX_SSD_PERMANENCE_PERM_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_permanence_perm_person_id ON ssd_permanence (perm_person_id)'
  ;
  END IF;
END;
/
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_PERMANENCE' AND index_name = 'IX_SSD_PERMANENCE_PERM_ADOPTION_WORKER_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_permanence_perm_adoption_worker_id ON ssd_permanence (perm_adoption_worker_id)'
  ;
  END IF;
END;
/

-- META-CONTAINER: {"type": "table", "name": "ssd_pre_proceedings"}
-- META-ELEMENT: {"type": "create_table"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_PRE_PROCEEDINGS';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE TABLE ssd_pre_proceedings (
  prep_table_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"PREP024A"}
  prep_person_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"PREP001A"}
  prep_plo_family_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"PREP002A"}
  prep_pre_pro_decision_date timestamp NULL, -- metadata={"item_ref":"PREP003A"}
  prep_initial_pre_pro_meeting_date timestamp NULL, -- metadata={"item_ref":"PREP004A"}
  prep_pre_pro_outcome nvarchar2(100) NULL, -- metadata={"item_ref":"PREP005A"}
  prep_agree_stepdown_issue_date timestamp NULL, -- metadata={"item_ref":"PREP006A"}
  prep_cp_plans_referral_period number(10) NULL, -- metadata={"item_ref":"PREP007A"}
  prep_legal_gateway_outcome nvarchar2(100) NULL, -- metadata={"item_ref":"PREP008A"}
  prep_prev_pre_proc_child number(10) NULL, -- metadata={"item_ref":"PREP009A"}
  prep_prev_care_proc_child number(10) NULL, -- metadata={"item_ref":"PREP010A"}
  prep_pre_pro_letter_date timestamp NULL, -- metadata={"item_ref":"PREP011A"}
  prep_care_pro_letter_date timestamp NULL, -- metadata={"item_ref":"PREP012A"}
  prep_pre_pro_meetings_num number(10) NULL, -- metadata={"item_ref":"PREP013A"}
  prep_pre_pro_parents_legal_rep nchar(1) NULL, -- metadata={"item_ref":"PREP014A"}
  prep_parents_legal_rep_point_of_issue nchar(2) NULL, -- metadata={"item_ref":"PREP015A"}
  prep_court_reference nvarchar2(48) NULL, -- metadata={"item_ref":"PREP016A"}
  prep_care_proc_court_hearings number(10) NULL, -- metadata={"item_ref":"PREP017A"}
  prep_care_proc_short_notice nchar(2) NULL, -- metadata={"item_ref":"PREP018A"}
  prep_proc_short_notice_reason nvarchar2(100) NULL, -- metadata={"item_ref":"PREP019A"}
  prep_la_inital_plan_approved nchar(1) NULL, -- metadata={"item_ref":"PREP020A"}
  prep_la_initial_care_plan nvarchar2(100) NULL, -- metadata={"item_ref":"PREP021A"}
  prep_la_final_plan_approved nchar(1) NULL, -- metadata={"item_ref":"PREP022A"}
  prep_la_final_care_plan nvarchar2(100) NULL, -- metadata={"item_ref":"PREP023A"}
  CONSTRAINT pk_ssd_pre_proceedings PRIMARY KEY (prep_table_id)
)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "create_fk"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_constraints WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_PRE_PROCEEDINGS' AND constraint_name = 'FK_SSD_PRE_PROCEEDINGS_PREP_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'ALTER TABLE ssd_pre_proceedings ADD CONSTRAINT fk_ssd_pre_proceedings_prep_person_id FOREIGN KEY (prep_person_id) REFERENCES ssd_person (pers_person_id)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "create_idx"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_PRE_PROCEEDINGS' AND index_name = 'IX_SSD_PRE_PROCEEDINGS_PREP_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_pre_proceedings_prep_person_id ON ssd_pre_proceedings (prep_person_id)'
  ;
  END IF;
END;
/

-- META-CONTAINER: {"type": "table", "name": "ssd_professionals"}
-- META-ELEMENT: {"type": "create_table"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_PROFESSIONALS';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE TABLE ssd_professionals (
  prof_professional_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"PROF001A"}
  prof_staff_id nvarchar2(48) NULL, -- metadata={"item_ref":"PROF010A"}
  prof_professional_name nvarchar2(300) NULL, -- metadata={"item_ref":"PROF013A"}
  prof_social_worker_registration_no nvarchar2(48) NULL, -- metadata={"item_ref":"PROF002A"}
  prof_professional_job_title nvarchar2(500) NULL, -- metadata={"item_ref":"PROF007A"}
  prof_professional_caseload number(10) NULL, -- metadata={"item_ref":"PROF008A"}
  prof_professional_department nvarchar2(100) NULL, -- metadata={"item_ref":"PROF012A"}
  prof_full_time_equivalency binary_double NULL, -- metadata={"item_ref":"PROF011A"}
  prof_agency_worker_flag nchar(1) NULL, -- metadata={"item_ref":"PROF014A"}
  CONSTRAINT pk_ssd_professionals PRIMARY KEY (prof_professional_id)
)'
  ;
  END IF;
END;
/

-- META-CONTAINER: {"type": "table", "name": "ssd_s251_finance"}
-- META-ELEMENT: {"type": "create_table"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_S251_FINANCE';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE TABLE ssd_s251_finance (
  s251_table_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"S251001A"}
  s251_cla_placement_id nvarchar2(48) NULL, -- metadata={"item_ref":"S251002A"}
  s251_placeholder_1 nvarchar2(48) NULL, -- metadata={"item_ref":"S251003A"}
  s251_placeholder_2 nvarchar2(48) NULL, -- metadata={"item_ref":"S251004A"}
  s251_placeholder_3 nvarchar2(48) NULL, -- metadata={"item_ref":"S251005A"}
  s251_placeholder_4 nvarchar2(48) NULL, -- metadata={"item_ref":"S251006A"}
  CONSTRAINT pk_ssd_s251_finance PRIMARY KEY (s251_table_id)
)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "create_fk"}
-- not enforced: s251_cla_placement_id to ssd_cla_placement.clap_cla_placement_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_S251_FINANCE' AND index_name = 'IX_SSD_S251_FINANCE_S251_CLA_PLACEMENT_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_s251_finance_s251_cla_placement_id ON ssd_s251_finance (s251_cla_placement_id)'
  ;
  END IF;
END;
/

-- META-CONTAINER: {"type": "table", "name": "ssd_s47_enquiry"}
-- META-ELEMENT: {"type": "create_table"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_S47_ENQUIRY';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE TABLE ssd_s47_enquiry (
  s47e_s47_enquiry_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"S47E001A"}
  s47e_referral_id nvarchar2(48) NULL, -- metadata={"item_ref":"S47E010A"}
  s47e_person_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"S47E002A"}
  s47e_s47_start_date timestamp NULL, -- metadata={"item_ref":"S47E004A"}
  s47e_s47_end_date timestamp NULL, -- metadata={"item_ref":"S47E005A"}
  s47e_s47_nfa nchar(1) NULL, -- metadata={"item_ref":"S47E006A"}
  s47e_s47_outcome_json nvarchar2(1000) NULL, -- metadata={"item_ref":"S47E007A"}
  s47e_s47_completed_by_worker_id nvarchar2(48) NULL, -- metadata={"item_ref":"S47E008A"}
  s47e_s47_completed_by_team nvarchar2(48) NULL, -- metadata={"item_ref":"S47E009A"}
  CONSTRAINT pk_ssd_s47_enquiry PRIMARY KEY (s47e_s47_enquiry_id)
)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "create_fk"}
-- not enforced: s47e_referral_id to ssd_cin_episodes.cine_referral_id, an extract keeps six years, so the parent row may be absent
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_constraints WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_S47_ENQUIRY' AND constraint_name = 'FK_SSD_S47_ENQUIRY_S47E_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'ALTER TABLE ssd_s47_enquiry ADD CONSTRAINT fk_ssd_s47_enquiry_s47e_person_id FOREIGN KEY (s47e_person_id) REFERENCES ssd_person (pers_person_id)'
  ;
  END IF;
END;
/
-- not enforced: s47e_s47_completed_by_worker_id to ssd_professionals.prof_professional_id, an extract keeps six years, so the parent row may be absent
-- not enforced: s47e_s47_completed_by_team to ssd_department.dept_team_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_S47_ENQUIRY' AND index_name = 'IX_SSD_S47_ENQUIRY_S47E_REFERRAL_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_s47_enquiry_s47e_referral_id ON ssd_s47_enquiry (s47e_referral_id)'
  ;
  END IF;
END;
/
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_S47_ENQUIRY' AND index_name = 'IX_SSD_S47_ENQUIRY_S47E_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_s47_enquiry_s47e_person_id ON ssd_s47_enquiry (s47e_person_id)'
  ;
  END IF;
END;
/
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_S47_ENQUIRY' AND index_name = 'IX_SSD_S47_ENQUIRY_S47E_S47_COMPLETED_BY_WORKER_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_s47_enquiry_s47e_s47_completed_by_worker_id ON ssd_s47_enquiry (s47e_s47_completed_by_worker_id)'
  ;
  END IF;
END;
/
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_S47_ENQUIRY' AND index_name = 'IX_SSD_S47_ENQUIRY_S47E_S47_COMPLETED_BY_TEAM';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_s47_enquiry_s47e_s47_completed_by_team ON ssd_s47_enquiry (s47e_s47_completed_by_team)'
  ;
  END IF;
END;
/

-- META-CONTAINER: {"type": "table", "name": "ssd_sdq_scores"}
-- META-ELEMENT: {"type": "create_table"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_SDQ_SCORES';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE TABLE ssd_sdq_scores (
  csdq_table_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"CSDQ001A"}
  csdq_person_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"CSDQ002A"}
  csdq_sdq_completed_date timestamp NULL, -- metadata={"item_ref":"CSDQ003A"}
  csdq_sdq_reason nvarchar2(100) NULL, -- metadata={"item_ref":"CSDQ004A"}
  csdq_sdq_score nvarchar2(100) NULL, -- metadata={"item_ref":"CSDQ005A"}
  CONSTRAINT pk_ssd_sdq_scores PRIMARY KEY (csdq_table_id)
)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "create_fk"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_constraints WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_SDQ_SCORES' AND constraint_name = 'FK_SSD_SDQ_SCORES_CSDQ_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'ALTER TABLE ssd_sdq_scores ADD CONSTRAINT fk_ssd_sdq_scores_csdq_person_id FOREIGN KEY (csdq_person_id) REFERENCES ssd_person (pers_person_id)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "create_idx"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_SDQ_SCORES' AND index_name = 'IX_SSD_SDQ_SCORES_CSDQ_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_sdq_scores_csdq_person_id ON ssd_sdq_scores (csdq_person_id)'
  ;
  END IF;
END;
/

-- META-CONTAINER: {"type": "table", "name": "ssd_sen_need"}
-- META-ELEMENT: {"type": "create_table"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_SEN_NEED';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE TABLE ssd_sen_need (
  senn_table_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"SENN001A"}
  senn_active_ehcp_id nvarchar2(48) NULL, -- metadata={"item_ref":"SENN002A"}
  senn_active_ehcp_need_type nvarchar2(100) NULL, -- metadata={"item_ref":"SENN003A"}
  senn_active_ehcp_need_rank nchar(1) NULL, -- metadata={"item_ref":"SENN004A"}
  CONSTRAINT pk_ssd_sen_need PRIMARY KEY (senn_table_id)
)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "create_fk"}
-- not enforced: senn_active_ehcp_id to ssd_ehcp_active_plans.ehcp_active_ehcp_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_SEN_NEED' AND index_name = 'IX_SSD_SEN_NEED_SENN_ACTIVE_EHCP_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_sen_need_senn_active_ehcp_id ON ssd_sen_need (senn_active_ehcp_id)'
  ;
  END IF;
END;
/

-- META-CONTAINER: {"type": "table", "name": "ssd_send"}
-- META-ELEMENT: {"type": "create_table"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_SEND';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE TABLE ssd_send (
  send_table_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"SEND001A"}
  send_upn nvarchar2(48) NULL, -- metadata={"item_ref":"SEND002A"}
  send_uln nvarchar2(48) NULL, -- metadata={"item_ref":"SEND003A"}
  send_upn_unknown nvarchar2(6) NULL, -- metadata={"item_ref":"SEND004A"}
  send_person_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"SEND005A"}
  CONSTRAINT pk_ssd_send PRIMARY KEY (send_table_id)
)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "create_fk"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_constraints WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_SEND' AND constraint_name = 'FK_SSD_SEND_SEND_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'ALTER TABLE ssd_send ADD CONSTRAINT fk_ssd_send_send_person_id FOREIGN KEY (send_person_id) REFERENCES ssd_person (pers_person_id)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "create_idx"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_SEND' AND index_name = 'IX_SSD_SEND_SEND_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_send_send_person_id ON ssd_send (send_person_id)'
  ;
  END IF;
END;
/

-- META-CONTAINER: {"type": "table", "name": "ssd_voice_of_child"}
-- META-ELEMENT: {"type": "create_table"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_VOICE_OF_CHILD';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE TABLE ssd_voice_of_child (
  voch_table_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"VOCH007A"}
  voch_person_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"VOCH001A"}
  voch_explained_worries nchar(1) NULL, -- metadata={"item_ref":"VOCH002A"}
  voch_story_help_understand nchar(1) NULL, -- metadata={"item_ref":"VOCH003A"}
  voch_agree_worker nchar(1) NULL, -- metadata={"item_ref":"VOCH004A"}
  voch_plan_safe nchar(1) NULL, -- metadata={"item_ref":"VOCH005A"}
  voch_tablet_help_explain nchar(1) NULL, -- metadata={"item_ref":"VOCH006A"}
  CONSTRAINT pk_ssd_voice_of_child PRIMARY KEY (voch_table_id)
)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "create_fk"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_constraints WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_VOICE_OF_CHILD' AND constraint_name = 'FK_SSD_VOICE_OF_CHILD_VOCH_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'ALTER TABLE ssd_voice_of_child ADD CONSTRAINT fk_ssd_voice_of_child_voch_person_id FOREIGN KEY (voch_person_id) REFERENCES ssd_person (pers_person_id)'
  ;
  END IF;
END;
/
-- META-ELEMENT: {"type": "create_idx"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_indexes WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_VOICE_OF_CHILD' AND index_name = 'IX_SSD_VOICE_OF_CHILD_VOCH_PERSON_ID';
  IF found = 0 THEN EXECUTE IMMEDIATE
'CREATE INDEX ix_ssd_voice_of_child_voch_person_id ON ssd_voice_of_child (voch_person_id)'
  ;
  END IF;
END;
/
