SET DEFINE OFF
-- META-ELEMENT: {"type": "header"}
-- =============================================================================
-- Standard Safeguarding Dataset
-- Extract for Mosaic on Oracle (12.2 or later)
--
-- Generated from the specification: do not edit, change the specification instead.
--
-- What it does: creates each table of the standard where it is absent, then fills the
-- tables anew from the CMS in one transaction: if it fails, what they held before stays.
-- It may be run again at any time. It drops no table, writes to none but those whose
-- names begin with ssd_, and changes no column of a table that exists already. A table
-- that it does not fill keeps its rows, and loses the foreign key to ssd_person.
--
-- Before you run it: the account may read the tables of the CMS, create tables and write
-- to them. Rows that lack their key, or belong to a person outside the extract, are left
-- out; blank texts are missing values.
--
-- Who is in it: EVERYBODY in the CMS whom the load of ssd_person does not leave out,
-- adults too. No rule is known that tells children and their families from others: look
-- at ssd_person before anything is passed on.
-- How far back: 24 of the 38 tables that are filled keep the years of the settings
-- below, the others all that the CMS holds of these persons.
--
-- Of the standard: mapped: 264, not held by the CMS: 95.
-- Values that your authority has to give (they stand as NULL /* name */):
--   cin_visit_bedroom_questions: codes of the questions whether the bedroom of the child was seen
--   substance_questions: codes of the questions for the substance
--   substance_date_questions: codes of the questions for the date of the record
--   substance_intervention_questions: codes of the questions whether an intervention was received
--   cla_visit_seen_questions: codes of the questions whether the child was seen
--   cp_review_quorate_questions: codes of the questions whether the conference was quorate
--   cp_review_participation_questions: codes of the questions how the child took part
--   cp_visit_bedroom_questions: codes of the questions whether the bedroom of the child was seen
--   eh_reason_questions: codes of the questions for the reason of early help
--   immigration_start_questions: codes of the questions for the start of the status
--   immigration_end_questions: codes of the questions for the end of the status
--   ffa_cp_decision_questions: codes of the questions for the day of the decision on concurrent planning or fostering for adoption
--   siblings_together_questions: codes of the questions how many siblings are placed together
--   siblings_apart_questions: codes of the questions how many siblings are placed apart
--   s47_further_next_actions: ids of next action types that continue social work after the enquiry
--
-- At each column stands the item of the specification that it holds (item_ref).
-- Sizes taken where the specification gives none: nvarchar(255), nchar(1), binary(32).
-- Foreign keys are enforced to ssd_person only; the others are written as comments.
-- =============================================================================

-- ---------------------------------------------------------------------------
-- 1. Tables: created where they are absent
-- ---------------------------------------------------------------------------

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
-- META-ELEMENT: {"type": "remove_fk"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_constraints WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_SEND' AND constraint_name = 'FK_SSD_SEND_SEND_PERSON_ID';
  IF found > 0 THEN EXECUTE IMMEDIATE
'ALTER TABLE ssd_send DROP CONSTRAINT fk_ssd_send_send_person_id'
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
-- META-ELEMENT: {"type": "remove_fk"}
DECLARE
  found PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO found FROM all_constraints WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_VOICE_OF_CHILD' AND constraint_name = 'FK_SSD_VOICE_OF_CHILD_VOCH_PERSON_ID';
  IF found > 0 THEN EXECUTE IMMEDIATE
'ALTER TABLE ssd_voice_of_child DROP CONSTRAINT fk_ssd_voice_of_child_voch_person_id'
  ;
  END IF;
END;
/

-- ---------------------------------------------------------------------------
-- 2. Refresh: all loads in one transaction
-- ---------------------------------------------------------------------------

-- META-ELEMENT: {"type": "settings"}
DECLARE
  known NUMBER;
BEGIN
  SELECT COUNT(*) INTO known FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_EXTRACT_SETTINGS';
  IF known = 0 THEN
    EXECUTE IMMEDIATE 'CREATE TABLE ssd_extract_settings (years NUMBER(3), today TIMESTAMP, window_start TIMESTAMP)';
  END IF;
END;
/
WHENEVER SQLERROR EXIT FAILURE ROLLBACK
DELETE FROM ssd_extract_settings;
INSERT INTO ssd_extract_settings (years, today, window_start)
SELECT 6, CAST(TRUNC(SYSDATE) AS TIMESTAMP), CAST(ADD_MONTHS(TRUNC(SYSDATE), -12 * 6) AS TIMESTAMP) FROM dual;

-- META-ELEMENT: {"type": "refresh"}
-- The transaction begins with the first statement that writes.

-- META-ELEMENT: {"type": "version_log"}
UPDATE ssd_version_log SET is_current = 0;
DELETE FROM ssd_version_log WHERE version_number = 'unreleased';
INSERT INTO ssd_version_log (
  version_number, -- metadata={"item_ref":"VERS1001A"}
  description, -- metadata={"item_ref":"VERS1003A"}
  is_current, -- metadata={"item_ref":"VERS1004A"}
  created_at, -- metadata={"item_ref":"VERS1005A"}
  created_by -- metadata={"item_ref":"VERS1006A"}
)
SELECT
  'unreleased', -- version_number
  'Extract of the Standard Safeguarding Dataset', -- description
  1, -- is_current
  (SELECT settings.today FROM ssd_extract_settings settings), -- created_at
  'extract' -- created_by
FROM dual;

-- META-CONTAINER: {"type": "table", "name": "ssd_sdq_scores"}
-- META-ELEMENT: {"type": "delete_data"}
DELETE FROM ssd_sdq_scores;

-- META-CONTAINER: {"type": "table", "name": "ssd_s47_enquiry"}
-- META-ELEMENT: {"type": "delete_data"}
DELETE FROM ssd_s47_enquiry;

-- META-CONTAINER: {"type": "table", "name": "ssd_professionals"}
-- META-ELEMENT: {"type": "delete_data"}
DELETE FROM ssd_professionals;

-- META-CONTAINER: {"type": "table", "name": "ssd_pre_proceedings"}
-- META-ELEMENT: {"type": "delete_data"}
DELETE FROM ssd_pre_proceedings;

-- META-CONTAINER: {"type": "table", "name": "ssd_permanence"}
-- META-ELEMENT: {"type": "delete_data"}
DELETE FROM ssd_permanence;

-- META-CONTAINER: {"type": "table", "name": "ssd_mother"}
-- META-ELEMENT: {"type": "delete_data"}
DELETE FROM ssd_mother;

-- META-CONTAINER: {"type": "table", "name": "ssd_missing"}
-- META-ELEMENT: {"type": "delete_data"}
DELETE FROM ssd_missing;

-- META-CONTAINER: {"type": "table", "name": "ssd_linked_identifiers"}
-- META-ELEMENT: {"type": "delete_data"}
DELETE FROM ssd_linked_identifiers;

-- META-CONTAINER: {"type": "table", "name": "ssd_legal_status"}
-- META-ELEMENT: {"type": "delete_data"}
DELETE FROM ssd_legal_status;

-- META-CONTAINER: {"type": "table", "name": "ssd_involvements"}
-- META-ELEMENT: {"type": "delete_data"}
DELETE FROM ssd_involvements;

-- META-CONTAINER: {"type": "table", "name": "ssd_initial_cp_conference"}
-- META-ELEMENT: {"type": "delete_data"}
DELETE FROM ssd_initial_cp_conference;

-- META-CONTAINER: {"type": "table", "name": "ssd_immigration_status"}
-- META-ELEMENT: {"type": "delete_data"}
DELETE FROM ssd_immigration_status;

-- META-CONTAINER: {"type": "table", "name": "ssd_family"}
-- META-ELEMENT: {"type": "delete_data"}
DELETE FROM ssd_family;

-- META-CONTAINER: {"type": "table", "name": "ssd_early_help_episodes"}
-- META-ELEMENT: {"type": "delete_data"}
DELETE FROM ssd_early_help_episodes;

-- META-CONTAINER: {"type": "table", "name": "ssd_disability"}
-- META-ELEMENT: {"type": "delete_data"}
DELETE FROM ssd_disability;

-- META-CONTAINER: {"type": "table", "name": "ssd_department"}
-- META-ELEMENT: {"type": "delete_data"}
DELETE FROM ssd_department;

-- META-CONTAINER: {"type": "table", "name": "ssd_cp_visits"}
-- META-ELEMENT: {"type": "delete_data"}
DELETE FROM ssd_cp_visits;

-- META-CONTAINER: {"type": "table", "name": "ssd_cp_reviews"}
-- META-ELEMENT: {"type": "delete_data"}
DELETE FROM ssd_cp_reviews;

-- META-CONTAINER: {"type": "table", "name": "ssd_cp_plans"}
-- META-ELEMENT: {"type": "delete_data"}
DELETE FROM ssd_cp_plans;

-- META-CONTAINER: {"type": "table", "name": "ssd_contacts"}
-- META-ELEMENT: {"type": "delete_data"}
DELETE FROM ssd_contacts;

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_visits"}
-- META-ELEMENT: {"type": "delete_data"}
DELETE FROM ssd_cla_visits;

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_substance_misuse"}
-- META-ELEMENT: {"type": "delete_data"}
DELETE FROM ssd_cla_substance_misuse;

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_reviews"}
-- META-ELEMENT: {"type": "delete_data"}
DELETE FROM ssd_cla_reviews;

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_previous_permanence"}
-- META-ELEMENT: {"type": "delete_data"}
DELETE FROM ssd_cla_previous_permanence;

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_placement"}
-- META-ELEMENT: {"type": "delete_data"}
DELETE FROM ssd_cla_placement;

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_immunisations"}
-- META-ELEMENT: {"type": "delete_data"}
DELETE FROM ssd_cla_immunisations;

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_health"}
-- META-ELEMENT: {"type": "delete_data"}
DELETE FROM ssd_cla_health;

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_episodes"}
-- META-ELEMENT: {"type": "delete_data"}
DELETE FROM ssd_cla_episodes;

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_convictions"}
-- META-ELEMENT: {"type": "delete_data"}
DELETE FROM ssd_cla_convictions;

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_care_plan"}
-- META-ELEMENT: {"type": "delete_data"}
DELETE FROM ssd_cla_care_plan;

-- META-CONTAINER: {"type": "table", "name": "ssd_cin_visits"}
-- META-ELEMENT: {"type": "delete_data"}
DELETE FROM ssd_cin_visits;

-- META-CONTAINER: {"type": "table", "name": "ssd_cin_plans"}
-- META-ELEMENT: {"type": "delete_data"}
DELETE FROM ssd_cin_plans;

-- META-CONTAINER: {"type": "table", "name": "ssd_cin_episodes"}
-- META-ELEMENT: {"type": "delete_data"}
DELETE FROM ssd_cin_episodes;

-- META-CONTAINER: {"type": "table", "name": "ssd_cin_assessments"}
-- META-ELEMENT: {"type": "delete_data"}
DELETE FROM ssd_cin_assessments;

-- META-CONTAINER: {"type": "table", "name": "ssd_care_leavers"}
-- META-ELEMENT: {"type": "delete_data"}
DELETE FROM ssd_care_leavers;

-- META-CONTAINER: {"type": "table", "name": "ssd_assessment_factors"}
-- META-ELEMENT: {"type": "delete_data"}
DELETE FROM ssd_assessment_factors;

-- META-CONTAINER: {"type": "table", "name": "ssd_address"}
-- META-ELEMENT: {"type": "delete_data"}
DELETE FROM ssd_address;

-- META-CONTAINER: {"type": "table", "name": "ssd_person"}
-- META-ELEMENT: {"type": "delete_data"}
DELETE FROM ssd_person;

-- META-CONTAINER: {"type": "table", "name": "ssd_person"}
-- META-ELEMENT: {"type": "insert_data"}
INSERT INTO ssd_person (
  pers_person_id, -- metadata={"item_ref":"PERS001A"}
  -- pers_forename is not held: the column of DM_PERSONS with the first name is not known yet
  -- pers_surname is not held: the column of DM_PERSONS with the last name is not known yet
  pers_sex, -- metadata={"item_ref":"PERS002A"}
  pers_gender, -- metadata={"item_ref":"PERS003A"}
  pers_ethnicity, -- metadata={"item_ref":"PERS004A"}
  pers_dob, -- metadata={"item_ref":"PERS005A"}
  -- pers_common_child_id is not held: filled by each authority that has one
  -- pers_legacy_id is not held: an item of another CMS
  -- pers_upn_unknown is not held: derived for the returns
  -- pers_send_flag is not held: special educational needs are kept in an education system
  pers_expected_dob, -- metadata={"item_ref":"PERS009A"}
  pers_death_date, -- metadata={"item_ref":"PERS010A"}
  pers_is_mother, -- metadata={"item_ref":"PERS011A"}
  pers_nationality -- metadata={"item_ref":"PERS012A"}
)
SELECT
  TO_CHAR(prs.PERSON_ID), -- pers_person_id
  CASE prs.GENDER WHEN 'F' THEN 'F' WHEN 'M' THEN 'M' ELSE 'U' END, -- pers_sex
  CASE WHEN (SELECT c.REF_DESCRIPTION FROM MO_PERSON_GENDER_IDENTITIES g INNER JOIN REFERENCE_DATA c ON c.REF_CODE = g.GENDER_CODE AND c.REF_DOMAIN = 'GENDER_IDENTITY' WHERE g.PERSON_ID = prs.PERSON_ID AND (SELECT settings.today FROM ssd_extract_settings settings) BETWEEN g.START_DATE AND COALESCE(g.END_DATE, TIMESTAMP '9999-12-31 00:00:00') ORDER BY g.START_DATE DESC NULLS LAST, c.REF_DESCRIPTION FETCH FIRST 1 ROW ONLY) IS NULL THEN '00' ELSE CASE (SELECT c.REF_DESCRIPTION FROM MO_PERSON_GENDER_IDENTITIES g INNER JOIN REFERENCE_DATA c ON c.REF_CODE = g.GENDER_CODE AND c.REF_DOMAIN = 'GENDER_IDENTITY' WHERE g.PERSON_ID = prs.PERSON_ID AND (SELECT settings.today FROM ssd_extract_settings settings) BETWEEN g.START_DATE AND COALESCE(g.END_DATE, TIMESTAMP '9999-12-31 00:00:00') ORDER BY g.START_DATE DESC NULLS LAST, c.REF_DESCRIPTION FETCH FIRST 1 ROW ONLY) WHEN 'Man' THEN '01' WHEN 'Boy' THEN '01' WHEN 'Male' THEN '01' WHEN 'Woman' THEN '02' WHEN 'Girl' THEN '02' WHEN 'Female' THEN '02' WHEN 'Not known' THEN '00' WHEN 'Unknown' THEN '00' WHEN 'Not stated' THEN '00' WHEN 'Not asked' THEN '00' WHEN 'Prefer not to say' THEN '00' ELSE '09' END END, -- pers_gender
  SUBSTR(RTRIM((SELECT MAX(e.CBDS_ETHNICITY_CODE) FROM DM_ETHNICITIES e WHERE e.ETHNICITY_CODE = prs.FULL_ETHNICITY_CODE)), 1, 48), -- pers_ethnicity
  CASE WHEN prs.DATE_OF_BIRTH < ((SELECT settings.today FROM ssd_extract_settings settings) + INTERVAL '1' DAY) THEN prs.DATE_OF_BIRTH END, -- pers_dob
  CASE WHEN prs.DATE_OF_BIRTH >= ((SELECT settings.today FROM ssd_extract_settings settings) + INTERVAL '1' DAY) THEN prs.DATE_OF_BIRTH END, -- pers_expected_dob
  prs.DATE_OF_DEATH, -- pers_death_date
  CASE WHEN prs.GENDER = 'M' THEN NULL WHEN EXISTS (SELECT 1 FROM DM_PERSONAL_RELATIONSHIPS k WHERE k.PERSON_ID = prs.PERSON_ID AND k.IS_MOTHER = 'Y' AND (SELECT settings.today FROM ssd_extract_settings settings) BETWEEN k.START_DATE AND COALESCE(k.END_DATE, TIMESTAMP '9999-12-31 00:00:00')) THEN 'Y' ELSE 'N' END, -- pers_is_mother
  SUBSTR(RTRIM((SELECT MAX(c.DESCRIPTION) FROM DM_COUNTRIES_OF_BIRTH c WHERE c.COUNTRY_OF_BIRTH_CODE = prs.COUNTRY_OF_BIRTH_CODE)), 1, 48) -- pers_nationality
FROM DM_PERSONS prs
WHERE prs.PERSON_ID IS NOT NULL;

-- META-CONTAINER: {"type": "table", "name": "ssd_version_log"}
-- META-ELEMENT: {"type": "insert_data"}
-- not loaded: mosaic does not hold it, the script itself writes its row

-- META-CONTAINER: {"type": "table", "name": "ssd_address"}
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
  TO_CHAR(adr.REF_ADDRESSES_PEOPLE_ID), -- addr_table_id
  REPLACE(REPLACE(REPLACE(TRANSLATE(
    '{"ADDRESS":' || NVL2(SUBSTR(RTRIM(adr.ADDRESS), 1, 490), '"' || REPLACE(REPLACE(SUBSTR(RTRIM(adr.ADDRESS), 1, 490), '\', '\\'), '"', '\"') || '"', 'null') ||
    '}', CHR(1) || CHR(2) || CHR(3) || CHR(4) || CHR(5) || CHR(6) || CHR(7) || CHR(8) || CHR(11) || CHR(12) || CHR(14) || CHR(15) || CHR(16) || CHR(17) || CHR(18) || CHR(19) || CHR(20) || CHR(21) || CHR(22) || CHR(23) || CHR(24) || CHR(25) || CHR(26) || CHR(27) || CHR(28) || CHR(29) || CHR(30) || CHR(31), '                            '), CHR(13), '\r'), CHR(10), '\n'), CHR(9), '\t'), -- addr_address_json
  TO_CHAR(adr.PERSON_ID), -- addr_person_id
  SUBSTR(RTRIM(adr.ADDRESS_TYPE), 1, 48), -- addr_address_type
  adr.START_DATE, -- addr_address_start_date
  adr.END_DATE, -- addr_address_end_date
  SUBSTR(RTRIM(adr.POST_CODE), 1, 15) -- addr_address_postcode
FROM DM_ADDRESSES adr
WHERE EXISTS (SELECT 1 FROM ssd_person cohort WHERE cohort.pers_person_id = TO_CHAR(adr.PERSON_ID))
  AND adr.REF_ADDRESSES_PEOPLE_ID IS NOT NULL;

-- META-CONTAINER: {"type": "table", "name": "ssd_api_data_staging"}
-- META-ELEMENT: {"type": "insert_data"}
-- not loaded: mosaic does not hold it, filled by the transfer process

-- META-CONTAINER: {"type": "table", "name": "ssd_assessment_factors"}
-- META-ELEMENT: {"type": "insert_data"}
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
INSERT INTO ssd_assessment_factors (
  cinf_table_id, -- metadata={"item_ref":"CINF003A"}
  cinf_assessment_id, -- metadata={"item_ref":"CINF001A"}
  cinf_assessment_factors_json -- metadata={"item_ref":"CINF002A"}
)
WITH factors AS (
  SELECT DISTINCT a.ASSESSMENT_ID assessment_id, TRIM(a.FACTOR_VALUE) factor, COALESCE(CASE WHEN REGEXP_LIKE(TRIM(SUBSTR(TRIM(a.FACTOR_VALUE), 1, 2)), '^[0-9]{1,9}$') THEN TO_NUMBER(TRIM(SUBSTR(TRIM(a.FACTOR_VALUE), 1, 2))) END, CASE WHEN REGEXP_LIKE(TRIM(SUBSTR(TRIM(a.FACTOR_VALUE), 1, 1)), '^[0-9]{1,9}$') THEN TO_NUMBER(TRIM(SUBSTR(TRIM(a.FACTOR_VALUE), 1, 1))) END) factor_number
  FROM DM_CIN_ASSESS_FACTORS a
  WHERE TRIM(a.FACTOR_VALUE) IN ('20', '21', '1A', '1B', '1C', '2A', '2B', '2C', '3A', '3B', '3C', '4A', '4B', '4C', '5A', '5B', '5C', '6A', '6B', '6C', '7A', '8B', '8C', '8D', '8E', '8F', '9A', '10A', '11A', '12A', '13A', '14A', '15A', '16A', '17A', '18B', '18C', '19B', '19C', '22A', '23A', '24A')
),
step_people AS (
  SELECT DISTINCT s.SUBGROUP_ID subgroup_id, s.SUBJECT_COMPOUND_ID person_id
  FROM DM_SUBGROUP_SUBJECTS s
  WHERE s.SUBJECT_TYPE_CODE = 'PER'
),
person_steps AS (
  SELECT s.WORKFLOW_STEP_ID workflow_step_id, p.person_id person_id, (TO_CHAR(s.WORKFLOW_STEP_ID) || '.' || TO_CHAR(p.person_id)) step_key, s.WORKFLOW_STEP_TYPE_ID workflow_step_type_id, s.STEP_STATUS step_status, s.INCOMING_ON incoming_on, s.STARTED_ON started_on, s.COMPLETED_ON completed_on, s.CANCELLED_ON cancelled_on, s.RESPONSIBLE_TEAM_ID responsible_team_id, s.ASSIGNEE_ID assignee_id, s.IS_CHILD_CONTACT is_child_contact, s.IS_CONTINUOUS_ASSESSMENT is_continuous_assessment, s.IS_SECTION_47_ENQUIRY is_section_47_enquiry, s.IS_MISSING_OR_ABSENT is_missing_or_absent, s.STRATEGY_DISCUSSION_DATE strategy_discussion_date, s.CP_CONFERENCE_CATEGORY cp_conference_category, s.CP_CONFERENCE_ACTUAL_DATE cp_conference_actual_date, s.LAC_REVIEW_CATEGORY lac_review_category, s.LAC_REVIEW_DATE lac_review_date, s.LAC_REVIEW_PARTICIPATION_CODE lac_review_participation_code
  FROM DM_WORKFLOW_STEPS s
  INNER JOIN step_people p ON p.subgroup_id = s.SUBGROUP_ID
),
assessed_factors AS (
  SELECT DISTINCT f.assessment_id assessment_id, s.person_id person_id
  FROM factors f
  INNER JOIN person_steps s ON s.workflow_step_id = f.assessment_id
  WHERE s.is_continuous_assessment = 'Y' AND s.step_status IN ('INCOMING', 'STARTED', 'REOPENED', 'COMPLETED') AND COALESCE(s.started_on, s.incoming_on) < ((SELECT settings.today FROM ssd_extract_settings settings) + INTERVAL '1' DAY) AND (s.completed_on >= (SELECT settings.window_start FROM ssd_extract_settings settings) OR s.completed_on IS NULL)
)
SELECT
  picked.cinf_table_id,
  picked.cinf_assessment_id,
  picked.cinf_assessment_factors_json
FROM (
  SELECT
    SUBSTR(RTRIM((TO_CHAR(f.assessment_id) || '.' || TO_CHAR(f.person_id))), 1, 48) cinf_table_id, -- cinf_table_id
    SUBSTR(RTRIM((TO_CHAR(f.assessment_id) || '.' || TO_CHAR(f.person_id))), 1, 48) cinf_assessment_id, -- cinf_assessment_id
    SUBSTR(RTRIM(('["' || (SELECT LISTAGG(TRANSLATE(x.factor, CHR(1) || CHR(2) || CHR(3) || CHR(4) || CHR(5) || CHR(6) || CHR(7) || CHR(8) || CHR(11) || CHR(12) || CHR(14) || CHR(15) || CHR(16) || CHR(17) || CHR(18) || CHR(19) || CHR(20) || CHR(21) || CHR(22) || CHR(23) || CHR(24) || CHR(25) || CHR(26) || CHR(27) || CHR(28) || CHR(29) || CHR(30) || CHR(31), '                            '), '", "') WITHIN GROUP (ORDER BY x.factor_number, x.factor) FROM factors x WHERE x.assessment_id = f.assessment_id) || '"]')), 1, 1000) cinf_assessment_factors_json, -- cinf_assessment_factors_json
    ROW_NUMBER() OVER (PARTITION BY (TO_CHAR(f.assessment_id) || '.' || TO_CHAR(f.person_id)) ORDER BY f.assessment_id, f.person_id) AS ssd_row
  FROM assessed_factors f
  WHERE EXISTS (SELECT 1 FROM ssd_person cohort WHERE cohort.pers_person_id = TO_CHAR(f.person_id))
    AND RTRIM((TO_CHAR(f.assessment_id) || '.' || TO_CHAR(f.person_id))) IS NOT NULL
    AND RTRIM((TO_CHAR(f.assessment_id) || '.' || TO_CHAR(f.person_id))) IS NOT NULL
) picked
WHERE picked.ssd_row = 1;

-- META-CONTAINER: {"type": "table", "name": "ssd_care_leavers"}
-- META-ELEMENT: {"type": "insert_data"}
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
INSERT INTO ssd_care_leavers (
  clea_table_id, -- metadata={"item_ref":"CLEA001A"}
  clea_person_id, -- metadata={"item_ref":"CLEA002A"}
  clea_care_leaver_eligibility, -- metadata={"item_ref":"CLEA003A"}
  clea_care_leaver_in_touch, -- metadata={"item_ref":"CLEA004A"}
  clea_care_leaver_latest_contact, -- metadata={"item_ref":"CLEA005A"}
  clea_care_leaver_accommodation, -- metadata={"item_ref":"CLEA006A"}
  clea_care_leaver_accom_suitable, -- metadata={"item_ref":"CLEA007A"}
  clea_care_leaver_activity, -- metadata={"item_ref":"CLEA008A"}
  clea_pathway_plan_review_date, -- metadata={"item_ref":"CLEA009A"}
  clea_care_leaver_personal_advisor, -- metadata={"item_ref":"CLEA010A"}
  clea_care_leaver_allocated_team, -- metadata={"item_ref":"CLEA011A"}
  clea_care_leaver_worker_id -- metadata={"item_ref":"CLEA012A"}
)
WITH spells_from_14 AS (
  SELECT DISTINCT s.PERSON_ID person_id, CASE WHEN s.START_DATE < CAST(ADD_MONTHS(p.DATE_OF_BIRTH, 168) AS TIMESTAMP) THEN CAST(TRUNC(CAST(ADD_MONTHS(p.DATE_OF_BIRTH, 168) AS TIMESTAMP)) AS TIMESTAMP) ELSE CAST(TRUNC(s.START_DATE) AS TIMESTAMP) END starts, CASE WHEN COALESCE(s.END_DATE, TIMESTAMP '9999-12-31 00:00:00') > (SELECT settings.today FROM ssd_extract_settings settings) THEN (SELECT settings.today FROM ssd_extract_settings settings) ELSE CAST(TRUNC(s.END_DATE) AS TIMESTAMP) END ends
  FROM DM_CLA_SUMMARIES s
  INNER JOIN DM_PERSONS p ON p.PERSON_ID = s.PERSON_ID
  INNER JOIN DM_LEGAL_STATUSES l ON l.LEGAL_STATUS_ID = s.LEGAL_STATUS_ID
  WHERE COALESCE(l.IS_RESPITE_CARE, 'N') = 'N' AND s.START_DATE < ((SELECT settings.today FROM ssd_extract_settings settings) + INTERVAL '1' DAY) AND COALESCE(s.END_DATE, TIMESTAMP '9999-12-31 00:00:00') >= CAST(ADD_MONTHS(p.DATE_OF_BIRTH, 168) AS TIMESTAMP)
),
days_in_care AS (
  SELECT s.person_id person_id, SUM(((TRUNC(s.ends) - TRUNC(s.starts)) + 1)) days_in_care
  FROM spells_from_14 s
  WHERE s.starts <= s.ends
  GROUP BY s.person_id
),
in_care_after_16 AS (
  SELECT p.PERSON_ID person_id, TRUNC(MONTHS_BETWEEN(TRUNC((SELECT settings.today FROM ssd_extract_settings settings)), TRUNC(p.DATE_OF_BIRTH)) / 12) age, COALESCE(d.days_in_care, 0) days_in_care, CASE WHEN EXISTS (SELECT 1 FROM DM_PERIODS_OF_CARE c WHERE c.PERSON_ID = p.PERSON_ID AND (SELECT settings.today FROM ssd_extract_settings settings) BETWEEN c.START_DATE AND COALESCE(c.END_DATE, TIMESTAMP '9999-12-31 00:00:00')) THEN 'Y' ELSE 'N' END in_care_now, CASE WHEN EXISTS (SELECT 1 FROM DM_ALLOCATED_WORKERS a WHERE a.PERSON_ID = p.PERSON_ID AND (SELECT settings.today FROM ssd_extract_settings settings) BETWEEN a.START_DATE AND COALESCE(a.END_DATE, TIMESTAMP '9999-12-31 00:00:00')) OR EXISTS (SELECT 1 FROM DM_PROF_RELATIONSHIPS r WHERE r.PERSON_ID = p.PERSON_ID AND r.PROF_REL_TYPE_CODE IN ('REL.PERSONALADVISOR') AND (SELECT settings.today FROM ssd_extract_settings settings) BETWEEN r.START_DATE AND COALESCE(r.END_DATE, TIMESTAMP '9999-12-31 00:00:00')) THEN 'Y' ELSE 'N' END has_worker
  FROM DM_PERSONS p
  LEFT JOIN days_in_care d ON d.person_id = p.PERSON_ID
  WHERE p.DATE_OF_DEATH IS NULL AND EXISTS (SELECT 1 FROM DM_PERIODS_OF_CARE c WHERE c.PERSON_ID = p.PERSON_ID AND c.START_DATE < ((SELECT settings.today FROM ssd_extract_settings settings) + INTERVAL '1' DAY) AND COALESCE(c.END_DATE, TIMESTAMP '9999-12-31 00:00:00') >= CAST(ADD_MONTHS(p.DATE_OF_BIRTH, 192) AS TIMESTAMP))
),
care_leavers AS (
  SELECT a.person_id person_id, CASE WHEN a.days_in_care >= 91 AND a.age IN (16, 17) AND a.in_care_now = 'Y' THEN 'd) Eligible' WHEN a.days_in_care >= 91 AND a.age IN (16, 17) THEN 'a) Relevant child' WHEN a.days_in_care >= 91 AND a.age BETWEEN 18 AND 21 THEN 'b) Former relevant child' WHEN a.days_in_care >= 91 AND a.age BETWEEN 22 AND 25 AND a.has_worker = 'Y' THEN 'b) Former relevant child' WHEN a.days_in_care < 91 AND a.in_care_now = 'N' AND a.age BETWEEN 16 AND 21 THEN 'c) Qualifying care leaver' WHEN a.days_in_care < 91 AND a.in_care_now = 'N' AND a.age BETWEEN 22 AND 25 AND a.has_worker = 'Y' THEN 'c) Qualifying care leaver' END eligibility
  FROM in_care_after_16 a
),
step_people AS (
  SELECT DISTINCT s.SUBGROUP_ID subgroup_id, s.SUBJECT_COMPOUND_ID person_id
  FROM DM_SUBGROUP_SUBJECTS s
  WHERE s.SUBJECT_TYPE_CODE = 'PER'
),
person_steps AS (
  SELECT s.WORKFLOW_STEP_ID workflow_step_id, p.person_id person_id, (TO_CHAR(s.WORKFLOW_STEP_ID) || '.' || TO_CHAR(p.person_id)) step_key, s.WORKFLOW_STEP_TYPE_ID workflow_step_type_id, s.STEP_STATUS step_status, s.INCOMING_ON incoming_on, s.STARTED_ON started_on, s.COMPLETED_ON completed_on, s.CANCELLED_ON cancelled_on, s.RESPONSIBLE_TEAM_ID responsible_team_id, s.ASSIGNEE_ID assignee_id, s.IS_CHILD_CONTACT is_child_contact, s.IS_CONTINUOUS_ASSESSMENT is_continuous_assessment, s.IS_SECTION_47_ENQUIRY is_section_47_enquiry, s.IS_MISSING_OR_ABSENT is_missing_or_absent, s.STRATEGY_DISCUSSION_DATE strategy_discussion_date, s.CP_CONFERENCE_CATEGORY cp_conference_category, s.CP_CONFERENCE_ACTUAL_DATE cp_conference_actual_date, s.LAC_REVIEW_CATEGORY lac_review_category, s.LAC_REVIEW_DATE lac_review_date, s.LAC_REVIEW_PARTICIPATION_CODE lac_review_participation_code
  FROM DM_WORKFLOW_STEPS s
  INNER JOIN step_people p ON p.subgroup_id = s.SUBGROUP_ID
)
SELECT
  picked.clea_table_id,
  picked.clea_person_id,
  picked.clea_care_leaver_eligibility,
  picked.clea_care_leaver_in_touch,
  picked.clea_care_leaver_latest_contact,
  picked.clea_care_leaver_accommodation,
  picked.clea_care_leaver_accom_suitable,
  picked.clea_care_leaver_activity,
  picked.clea_pathway_plan_review_date,
  picked.clea_care_leaver_personal_advisor,
  picked.clea_care_leaver_allocated_team,
  picked.clea_care_leaver_worker_id
FROM (
  SELECT
    TO_CHAR(clv.person_id) clea_table_id, -- clea_table_id
    TO_CHAR(clv.person_id) clea_person_id, -- clea_person_id
    SUBSTR(RTRIM(clv.eligibility), 1, 100) clea_care_leaver_eligibility, -- clea_care_leaver_eligibility
    SUBSTR(RTRIM((SELECT MAX(CASE WHEN g.CATEGORY_VALUE IN ('YES', 'NO', 'DIED', 'REFU', 'NREQ', 'RHOM') THEN g.CATEGORY_VALUE ELSE t.DESCRIPTION END) FROM DM_MAPPING_GROUPS g LEFT JOIN DM_FORMER_IN_TOUCH_TYPES t ON t.IN_TOUCH_TYPE = g.MAPPED_VALUE WHERE g.GROUP_NAME = 'SSDA903 In Touch Type' AND g.MAPPED_VALUE = last.IN_TOUCH_TYPE)), 1, 100) clea_care_leaver_in_touch, -- clea_care_leaver_in_touch
    last.DATE_OF_SITUATION clea_care_leaver_latest_contact, -- clea_care_leaver_latest_contact
    SUBSTR(RTRIM((SELECT MAX(CASE WHEN g.CATEGORY_VALUE IN ('B', 'C', 'D', 'E', 'G', 'H', 'K', 'R', 'S', 'T', 'U', 'V', 'W', 'X', 'Y', 'Z') THEN g.CATEGORY_VALUE ELSE t.DESCRIPTION END) FROM DM_MAPPING_GROUPS g LEFT JOIN DM_FORMER_ACCOM_TYPES t ON t.ACCOMODATION_TYPE = g.MAPPED_VALUE WHERE g.GROUP_NAME = 'SSDA903 Accommodation Type' AND g.MAPPED_VALUE = last.ACCOMODATION_TYPE)), 1, 100) clea_care_leaver_accommodation, -- clea_care_leaver_accommodation
    SUBSTR(RTRIM(last.ACCOMODATION_SUITABLE), 1, 100) clea_care_leaver_accom_suitable, -- clea_care_leaver_accom_suitable
    SUBSTR(RTRIM((SELECT MAX(CASE WHEN g.CATEGORY_VALUE IN ('F1', 'P1', 'F2', 'P2', 'F4', 'P4', 'F5', 'P5', 'G4', 'G5', 'G6') THEN g.CATEGORY_VALUE ELSE t.DESCRIPTION END) FROM DM_MAPPING_GROUPS g LEFT JOIN DM_FORMER_ACTIVITY_TYPES t ON t.ACTIVITY_TYPE = g.MAPPED_VALUE WHERE g.GROUP_NAME = 'SSDA903 Activity Type' AND g.MAPPED_VALUE = last.ACTIVITY_TYPE)), 1, 100) clea_care_leaver_activity, -- clea_care_leaver_activity
    (SELECT MAX(s.completed_on) FROM person_steps s WHERE s.person_id = clv.person_id AND s.workflow_step_type_id IN (498, 500) AND s.completed_on < ((SELECT settings.today FROM ssd_extract_settings settings) + INTERVAL '1' DAY)) clea_pathway_plan_review_date, -- clea_pathway_plan_review_date
    SUBSTR(RTRIM((SELECT MAX(w.FULL_NAME) FROM DM_PROF_RELATIONSHIPS r INNER JOIN DM_WORKERS w ON w.WORKER_ID = r.WORKER_ID WHERE r.PERSON_ID = clv.person_id AND r.PROF_REL_TYPE_CODE IN ('REL.PERSONALADVISOR') AND (SELECT settings.today FROM ssd_extract_settings settings) BETWEEN r.START_DATE AND COALESCE(r.END_DATE, TIMESTAMP '9999-12-31 00:00:00'))), 1, 100) clea_care_leaver_personal_advisor, -- clea_care_leaver_personal_advisor
    TO_CHAR((SELECT r.ORGANISATION_ID FROM DM_WORKER_ROLES r WHERE r.WORKER_ID = alloc.WORKER_ID AND (SELECT settings.today FROM ssd_extract_settings settings) BETWEEN r.START_DATE AND COALESCE(r.END_DATE, TIMESTAMP '9999-12-31 00:00:00') ORDER BY r.START_DATE DESC NULLS LAST, r.WORKER_ROLE_ID DESC NULLS LAST FETCH FIRST 1 ROW ONLY)) clea_care_leaver_allocated_team, -- clea_care_leaver_allocated_team
    TO_CHAR(alloc.WORKER_ID) clea_care_leaver_worker_id, -- clea_care_leaver_worker_id
    ROW_NUMBER() OVER (PARTITION BY TO_CHAR(clv.person_id) ORDER BY clv.person_id, clv.eligibility, last.IN_TOUCH_TYPE, last.DATE_OF_SITUATION, last.ACCOMODATION_TYPE, last.ACCOMODATION_SUITABLE, last.ACTIVITY_TYPE, alloc.WORKER_ID) AS ssd_row
  FROM care_leavers clv
  OUTER APPLY (SELECT last.* FROM DM_FORMER_LOOKED_AFTER last WHERE last.PERSON_ID = clv.person_id AND last.DATE_OF_SITUATION < ((SELECT settings.today FROM ssd_extract_settings settings) + INTERVAL '1' DAY) ORDER BY last.DATE_OF_SITUATION DESC NULLS LAST, last.FUTURE_PROSPECT_ID DESC NULLS LAST FETCH FIRST 1 ROW ONLY) last
  OUTER APPLY (SELECT alloc.* FROM DM_ALLOCATED_WORKERS alloc WHERE alloc.PERSON_ID = clv.person_id AND (SELECT settings.today FROM ssd_extract_settings settings) BETWEEN alloc.START_DATE AND COALESCE(alloc.END_DATE, TIMESTAMP '9999-12-31 00:00:00') ORDER BY alloc.START_DATE DESC NULLS LAST, alloc.ALLOCATION_ID DESC NULLS LAST FETCH FIRST 1 ROW ONLY) alloc
  WHERE clv.eligibility IS NOT NULL
    AND EXISTS (SELECT 1 FROM ssd_person cohort WHERE cohort.pers_person_id = TO_CHAR(clv.person_id))
    AND clv.person_id IS NOT NULL
    AND clv.person_id IS NOT NULL
) picked
WHERE picked.ssd_row = 1;

-- META-CONTAINER: {"type": "table", "name": "ssd_cin_assessments"}
-- META-ELEMENT: {"type": "insert_data"}
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
INSERT INTO ssd_cin_assessments (
  cina_assessment_id, -- metadata={"item_ref":"CINA001A"}
  cina_person_id, -- metadata={"item_ref":"CINA002A"}
  cina_referral_id, -- metadata={"item_ref":"CINA010A"}
  cina_assessment_start_date, -- metadata={"item_ref":"CINA003A"}
  cina_assessment_child_seen, -- metadata={"item_ref":"CINA004A"}
  cina_assessment_auth_date, -- metadata={"item_ref":"CINA005A"}
  cina_assessment_outcome_json, -- metadata={"item_ref":"CINA006A"}
  cina_assessment_outcome_nfa, -- metadata={"item_ref":"CINA009A"}
  cina_assessment_team, -- metadata={"item_ref":"CINA007A"}
  cina_assessment_worker_id -- metadata={"item_ref":"CINA008A"}
)
WITH step_people AS (
  SELECT DISTINCT s.SUBGROUP_ID subgroup_id, s.SUBJECT_COMPOUND_ID person_id
  FROM DM_SUBGROUP_SUBJECTS s
  WHERE s.SUBJECT_TYPE_CODE = 'PER'
),
person_steps AS (
  SELECT s.WORKFLOW_STEP_ID workflow_step_id, p.person_id person_id, (TO_CHAR(s.WORKFLOW_STEP_ID) || '.' || TO_CHAR(p.person_id)) step_key, s.WORKFLOW_STEP_TYPE_ID workflow_step_type_id, s.STEP_STATUS step_status, s.INCOMING_ON incoming_on, s.STARTED_ON started_on, s.COMPLETED_ON completed_on, s.CANCELLED_ON cancelled_on, s.RESPONSIBLE_TEAM_ID responsible_team_id, s.ASSIGNEE_ID assignee_id, s.IS_CHILD_CONTACT is_child_contact, s.IS_CONTINUOUS_ASSESSMENT is_continuous_assessment, s.IS_SECTION_47_ENQUIRY is_section_47_enquiry, s.IS_MISSING_OR_ABSENT is_missing_or_absent, s.STRATEGY_DISCUSSION_DATE strategy_discussion_date, s.CP_CONFERENCE_CATEGORY cp_conference_category, s.CP_CONFERENCE_ACTUAL_DATE cp_conference_actual_date, s.LAC_REVIEW_CATEGORY lac_review_category, s.LAC_REVIEW_DATE lac_review_date, s.LAC_REVIEW_PARTICIPATION_CODE lac_review_participation_code
  FROM DM_WORKFLOW_STEPS s
  INNER JOIN step_people p ON p.subgroup_id = s.SUBGROUP_ID
),
referrals AS (
  SELECT DISTINCT r.REFERRAL_ID referral_id, r.PERSON_ID person_id, (TO_CHAR(r.REFERRAL_ID) || '.' || TO_CHAR(r.PERSON_ID)) referral_key, r.REFERRAL_DATE referral_date, r.CLOSURE_DATE closure_date
  FROM DM_CIN_REFERRALS r
),
filter_answers AS (
  SELECT a.WORKFLOW_STEP_ID workflow_step_id, p.person_id person_id, a.FILTER_NAME filter_name, a.FORM_ID form_id, a.TEXT_ANSWER text_answer, a.DATE_ANSWER date_answer
  FROM DM_FILTER_FORM_ANSWERS a
  INNER JOIN person_steps p ON p.workflow_step_id = a.WORKFLOW_STEP_ID AND (a.SUBJECT_PERSON_ID IS NULL OR a.SUBJECT_PERSON_ID <= 0 OR a.SUBJECT_PERSON_ID = p.person_id)
),
next_steps AS (
  SELECT k.SOURCE_STEP_ID source_step_id, k.WORKFLOW_NEXT_ACTION_TYPE_ID workflow_next_action_type_id, k.WORKFLOW_REASON_TYPE_ID workflow_reason_type_id, t.person_id person_id, t.step_status step_status, t.workflow_step_type_id workflow_step_type_id
  FROM DM_WORKFLOW_LINKS k
  INNER JOIN person_steps t ON t.workflow_step_id = k.TARGET_STEP_ID
),
outcomes AS (
  SELECT n.source_step_id source_step_id, n.person_id person_id, n.workflow_next_action_type_id workflow_next_action_type_id
  FROM next_steps n
  WHERE n.step_status NOT IN ('CANCELLED', 'PROPOSED')
),
outcome_words AS (
  SELECT DISTINCT n.source_step_id source_step_id, n.person_id person_id, t.DESCRIPTION description
  FROM outcomes n
  INNER JOIN DM_WORKFLOW_NXT_ACTION_TYPES t ON t.WORKFLOW_NEXT_ACTION_TYPE_ID = n.workflow_next_action_type_id
)
SELECT
  picked.cina_assessment_id,
  picked.cina_person_id,
  picked.cina_referral_id,
  picked.cina_assessment_start_date,
  picked.cina_assessment_child_seen,
  picked.cina_assessment_auth_date,
  picked.cina_assessment_outcome_json,
  picked.cina_assessment_outcome_nfa,
  picked.cina_assessment_team,
  picked.cina_assessment_worker_id
FROM (
  SELECT
    SUBSTR(RTRIM(step.step_key), 1, 48) cina_assessment_id, -- cina_assessment_id
    TO_CHAR(step.person_id) cina_person_id, -- cina_person_id
    SUBSTR(RTRIM((SELECT r.referral_key FROM referrals r WHERE r.person_id = step.person_id AND r.referral_date <= COALESCE(step.completed_on, TIMESTAMP '9999-12-31 00:00:00') AND COALESCE(step.started_on, step.incoming_on) <= COALESCE(r.closure_date, TIMESTAMP '9999-12-31 00:00:00') ORDER BY r.referral_id, r.referral_date, r.referral_key FETCH FIRST 1 ROW ONLY)), 1, 48) cina_referral_id, -- cina_referral_id
    COALESCE(step.started_on, step.incoming_on) cina_assessment_start_date, -- cina_assessment_start_date
    SUBSTR(RTRIM((SELECT MAX(CASE WHEN a.text_answer IN ('Yes', 'Y') THEN 'Y' WHEN a.text_answer IN ('No', 'N') THEN 'N' END) FROM filter_answers a WHERE a.workflow_step_id = step.workflow_step_id AND a.person_id = step.person_id AND a.filter_name = 'Child Seen During Event (Lookup)')), 1, 1) cina_assessment_child_seen, -- cina_assessment_child_seen
    step.completed_on cina_assessment_auth_date, -- cina_assessment_auth_date
    REPLACE(REPLACE(REPLACE(TRANSLATE(
      '{"FURTHER_INTERVENTION_FLAG":' || NVL2(CASE WHEN EXISTS (SELECT 1 FROM outcomes o WHERE o.source_step_id = step.workflow_step_id AND o.person_id = step.person_id AND o.workflow_next_action_type_id IN (3941, 4130, 3992, 3942, 4468, 3950, 3951, 3944, 4122, 3943)) THEN 'Y' ELSE 'N' END, '"' || REPLACE(REPLACE(CASE WHEN EXISTS (SELECT 1 FROM outcomes o WHERE o.source_step_id = step.workflow_step_id AND o.person_id = step.person_id AND o.workflow_next_action_type_id IN (3941, 4130, 3992, 3942, 4468, 3950, 3951, 3944, 4122, 3943)) THEN 'Y' ELSE 'N' END, '\', '\\'), '"', '\"') || '"', 'null') ||
      ',"COMMENTS":' || NVL2(SUBSTR(RTRIM((SELECT LISTAGG(TRANSLATE(w.description, CHR(1) || CHR(2) || CHR(3) || CHR(4) || CHR(5) || CHR(6) || CHR(7) || CHR(8) || CHR(11) || CHR(12) || CHR(14) || CHR(15) || CHR(16) || CHR(17) || CHR(18) || CHR(19) || CHR(20) || CHR(21) || CHR(22) || CHR(23) || CHR(24) || CHR(25) || CHR(26) || CHR(27) || CHR(28) || CHR(29) || CHR(30) || CHR(31), '                            '), ', ') WITHIN GROUP (ORDER BY w.description) FROM outcome_words w WHERE w.source_step_id = step.workflow_step_id AND w.person_id = step.person_id)), 1, 450), '"' || REPLACE(REPLACE(SUBSTR(RTRIM((SELECT LISTAGG(TRANSLATE(w.description, CHR(1) || CHR(2) || CHR(3) || CHR(4) || CHR(5) || CHR(6) || CHR(7) || CHR(8) || CHR(11) || CHR(12) || CHR(14) || CHR(15) || CHR(16) || CHR(17) || CHR(18) || CHR(19) || CHR(20) || CHR(21) || CHR(22) || CHR(23) || CHR(24) || CHR(25) || CHR(26) || CHR(27) || CHR(28) || CHR(29) || CHR(30) || CHR(31), '                            '), ', ') WITHIN GROUP (ORDER BY w.description) FROM outcome_words w WHERE w.source_step_id = step.workflow_step_id AND w.person_id = step.person_id)), 1, 450), '\', '\\'), '"', '\"') || '"', 'null') ||
      '}', CHR(1) || CHR(2) || CHR(3) || CHR(4) || CHR(5) || CHR(6) || CHR(7) || CHR(8) || CHR(11) || CHR(12) || CHR(14) || CHR(15) || CHR(16) || CHR(17) || CHR(18) || CHR(19) || CHR(20) || CHR(21) || CHR(22) || CHR(23) || CHR(24) || CHR(25) || CHR(26) || CHR(27) || CHR(28) || CHR(29) || CHR(30) || CHR(31), '                            '), CHR(13), '\r'), CHR(10), '\n'), CHR(9), '\t') cina_assessment_outcome_json, -- cina_assessment_outcome_json
    CASE WHEN EXISTS (SELECT 1 FROM outcomes o WHERE o.source_step_id = step.workflow_step_id AND o.person_id = step.person_id AND o.workflow_next_action_type_id IN (3988, 3987, 3953, 4440)) AND NOT (EXISTS (SELECT 1 FROM outcomes o WHERE o.source_step_id = step.workflow_step_id AND o.person_id = step.person_id AND o.workflow_next_action_type_id IN (3941, 4130, 3992, 3942, 4468, 3950, 3951, 3944, 4122, 3943))) THEN 'Y' ELSE 'N' END cina_assessment_outcome_nfa, -- cina_assessment_outcome_nfa
    TO_CHAR(step.responsible_team_id) cina_assessment_team, -- cina_assessment_team
    TO_CHAR(step.assignee_id) cina_assessment_worker_id, -- cina_assessment_worker_id
    ROW_NUMBER() OVER (PARTITION BY step.step_key ORDER BY step.step_key, step.person_id, step.completed_on, step.started_on, step.incoming_on, step.workflow_step_id, step.responsible_team_id, step.assignee_id) AS ssd_row
  FROM person_steps step
  WHERE step.is_continuous_assessment = 'Y'
    AND step.step_status IN ('INCOMING', 'STARTED', 'REOPENED', 'COMPLETED')
    AND COALESCE(step.started_on, step.incoming_on) < ((SELECT settings.today FROM ssd_extract_settings settings) + INTERVAL '1' DAY)
    AND (step.completed_on >= (SELECT settings.window_start FROM ssd_extract_settings settings) OR step.completed_on IS NULL)
    AND EXISTS (SELECT 1 FROM ssd_person cohort WHERE cohort.pers_person_id = TO_CHAR(step.person_id))
    AND RTRIM(step.step_key) IS NOT NULL
    AND step.person_id IS NOT NULL
) picked
WHERE picked.ssd_row = 1;

-- META-CONTAINER: {"type": "table", "name": "ssd_cin_episodes"}
-- META-ELEMENT: {"type": "insert_data"}
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
INSERT INTO ssd_cin_episodes (
  cine_referral_id, -- metadata={"item_ref":"CINE001A"}
  cine_person_id, -- metadata={"item_ref":"CINE002A"}
  cine_referral_date, -- metadata={"item_ref":"CINE003A"}
  cine_cin_primary_need_code, -- metadata={"item_ref":"CINE010A"}
  cine_referral_source_code, -- metadata={"item_ref":"CINE004A"}
  cine_referral_source_desc, -- metadata={"item_ref":"CINE012A"}
  cine_referral_outcome_json, -- metadata={"item_ref":"CINE005A"}
  cine_referral_nfa, -- metadata={"item_ref":"CINE011A"}
  cine_close_reason, -- metadata={"item_ref":"CINE006A"}
  cine_close_date, -- metadata={"item_ref":"CINE007A"}
  cine_referral_team, -- metadata={"item_ref":"CINE008A"}
  cine_referral_worker_id -- metadata={"item_ref":"CINE009A"}
)
WITH step_people AS (
  SELECT DISTINCT s.SUBGROUP_ID subgroup_id, s.SUBJECT_COMPOUND_ID person_id
  FROM DM_SUBGROUP_SUBJECTS s
  WHERE s.SUBJECT_TYPE_CODE = 'PER'
),
person_steps AS (
  SELECT s.WORKFLOW_STEP_ID workflow_step_id, p.person_id person_id, (TO_CHAR(s.WORKFLOW_STEP_ID) || '.' || TO_CHAR(p.person_id)) step_key, s.WORKFLOW_STEP_TYPE_ID workflow_step_type_id, s.STEP_STATUS step_status, s.INCOMING_ON incoming_on, s.STARTED_ON started_on, s.COMPLETED_ON completed_on, s.CANCELLED_ON cancelled_on, s.RESPONSIBLE_TEAM_ID responsible_team_id, s.ASSIGNEE_ID assignee_id, s.IS_CHILD_CONTACT is_child_contact, s.IS_CONTINUOUS_ASSESSMENT is_continuous_assessment, s.IS_SECTION_47_ENQUIRY is_section_47_enquiry, s.IS_MISSING_OR_ABSENT is_missing_or_absent, s.STRATEGY_DISCUSSION_DATE strategy_discussion_date, s.CP_CONFERENCE_CATEGORY cp_conference_category, s.CP_CONFERENCE_ACTUAL_DATE cp_conference_actual_date, s.LAC_REVIEW_CATEGORY lac_review_category, s.LAC_REVIEW_DATE lac_review_date, s.LAC_REVIEW_PARTICIPATION_CODE lac_review_participation_code
  FROM DM_WORKFLOW_STEPS s
  INNER JOIN step_people p ON p.subgroup_id = s.SUBGROUP_ID
),
next_steps AS (
  SELECT k.SOURCE_STEP_ID source_step_id, k.WORKFLOW_NEXT_ACTION_TYPE_ID workflow_next_action_type_id, k.WORKFLOW_REASON_TYPE_ID workflow_reason_type_id, t.person_id person_id, t.step_status step_status, t.workflow_step_type_id workflow_step_type_id
  FROM DM_WORKFLOW_LINKS k
  INNER JOIN person_steps t ON t.workflow_step_id = k.TARGET_STEP_ID
),
outcome_words AS (
  SELECT DISTINCT n.source_step_id source_step_id, n.person_id person_id, t.DESCRIPTION description
  FROM next_steps n
  INNER JOIN DM_WORKFLOW_STEP_TYPES t ON t.WORKFLOW_STEP_TYPE_ID = n.workflow_step_type_id
  WHERE n.step_status IN ('INCOMING', 'STARTED', 'REOPENED', 'COMPLETED')
)
SELECT
  picked.cine_referral_id,
  picked.cine_person_id,
  picked.cine_referral_date,
  picked.cine_cin_primary_need_code,
  picked.cine_referral_source_code,
  picked.cine_referral_source_desc,
  picked.cine_referral_outcome_json,
  picked.cine_referral_nfa,
  picked.cine_close_reason,
  picked.cine_close_date,
  picked.cine_referral_team,
  picked.cine_referral_worker_id
FROM (
  SELECT
    numbered.cine_referral_id,
    numbered.cine_person_id,
    numbered.cine_referral_date,
    numbered.cine_cin_primary_need_code,
    numbered.cine_referral_source_code,
    numbered.cine_referral_source_desc,
    numbered.cine_referral_outcome_json,
    numbered.cine_referral_nfa,
    numbered.cine_close_reason,
    numbered.cine_close_date,
    numbered.cine_referral_team,
    numbered.cine_referral_worker_id,
    ROW_NUMBER() OVER (PARTITION BY numbered.cine_referral_id ORDER BY numbered.ssd_place) AS ssd_key_row
  FROM (
  SELECT
    SUBSTR(RTRIM((TO_CHAR(rfl.REFERRAL_ID) || '.' || TO_CHAR(rfl.PERSON_ID))), 1, 48) cine_referral_id, -- cine_referral_id
    TO_CHAR(rfl.PERSON_ID) cine_person_id, -- cine_person_id
    rfl.REFERRAL_DATE cine_referral_date, -- cine_referral_date
    SUBSTR(RTRIM((SELECT MAX(t.NEED_CODE_CATEGORY_CODE) FROM DM_SERVICE_USER_GROUPS g INNER JOIN DM_SERV_USER_GROUP_TYPES t ON t.GROUP_TYPE = g.FULL_GROUP_TYPE WHERE g.PERSON_ID = rfl.PERSON_ID AND rfl.REFERRAL_DATE BETWEEN g.START_DATE AND COALESCE(g.END_DATE, TIMESTAMP '9999-12-31 00:00:00'))), 1, 3) cine_cin_primary_need_code, -- cine_cin_primary_need_code
    SUBSTR(RTRIM(rfl.SOURCE_OF_REFERRAL), 1, 48) cine_referral_source_code, -- cine_referral_source_code
    SUBSTR(RTRIM((SELECT MAX(c.CATEGORY_DESCRIPTION) FROM CHILD_GROUP_EMBEDDED_CODES_VW c WHERE c.GROUP_NAME = 'Child CIN Referral Source' AND c.CATEGORY_CODE = rfl.SOURCE_OF_REFERRAL)), 1, 255) cine_referral_source_desc, -- cine_referral_source_desc
    REPLACE(REPLACE(REPLACE(TRANSLATE(
      '{"NFA_FLAG":' || NVL2(CASE WHEN rfl.NFA_DATE IS NULL THEN 'N' ELSE 'Y' END, '"' || REPLACE(REPLACE(CASE WHEN rfl.NFA_DATE IS NULL THEN 'N' ELSE 'Y' END, '\', '\\'), '"', '\"') || '"', 'null') ||
      ',"OUTCOMES":' || NVL2(SUBSTR(RTRIM((SELECT LISTAGG(TRANSLATE(w.description, CHR(1) || CHR(2) || CHR(3) || CHR(4) || CHR(5) || CHR(6) || CHR(7) || CHR(8) || CHR(11) || CHR(12) || CHR(14) || CHR(15) || CHR(16) || CHR(17) || CHR(18) || CHR(19) || CHR(20) || CHR(21) || CHR(22) || CHR(23) || CHR(24) || CHR(25) || CHR(26) || CHR(27) || CHR(28) || CHR(29) || CHR(30) || CHR(31), '                            '), ', ') WITHIN GROUP (ORDER BY w.description) FROM outcome_words w WHERE w.source_step_id = rfl.REFERRAL_ID AND w.person_id = rfl.PERSON_ID)), 1, 1900), '"' || REPLACE(REPLACE(SUBSTR(RTRIM((SELECT LISTAGG(TRANSLATE(w.description, CHR(1) || CHR(2) || CHR(3) || CHR(4) || CHR(5) || CHR(6) || CHR(7) || CHR(8) || CHR(11) || CHR(12) || CHR(14) || CHR(15) || CHR(16) || CHR(17) || CHR(18) || CHR(19) || CHR(20) || CHR(21) || CHR(22) || CHR(23) || CHR(24) || CHR(25) || CHR(26) || CHR(27) || CHR(28) || CHR(29) || CHR(30) || CHR(31), '                            '), ', ') WITHIN GROUP (ORDER BY w.description) FROM outcome_words w WHERE w.source_step_id = rfl.REFERRAL_ID AND w.person_id = rfl.PERSON_ID)), 1, 1900), '\', '\\'), '"', '\"') || '"', 'null') ||
      '}', CHR(1) || CHR(2) || CHR(3) || CHR(4) || CHR(5) || CHR(6) || CHR(7) || CHR(8) || CHR(11) || CHR(12) || CHR(14) || CHR(15) || CHR(16) || CHR(17) || CHR(18) || CHR(19) || CHR(20) || CHR(21) || CHR(22) || CHR(23) || CHR(24) || CHR(25) || CHR(26) || CHR(27) || CHR(28) || CHR(29) || CHR(30) || CHR(31), '                            '), CHR(13), '\r'), CHR(10), '\n'), CHR(9), '\t') cine_referral_outcome_json, -- cine_referral_outcome_json
    CASE WHEN rfl.NFA_DATE IS NULL THEN 'N' ELSE 'Y' END cine_referral_nfa, -- cine_referral_nfa
    SUBSTR(RTRIM(rfl.CLOSURE_REASON), 1, 100) cine_close_reason, -- cine_close_reason
    rfl.CLOSURE_DATE cine_close_date, -- cine_close_date
    TO_CHAR(step.RESPONSIBLE_TEAM_ID) cine_referral_team, -- cine_referral_team
    TO_CHAR(step.ASSIGNEE_ID) cine_referral_worker_id, -- cine_referral_worker_id
    ROW_NUMBER() OVER (PARTITION BY rfl.REFERRAL_ID, rfl.PERSON_ID ORDER BY rfl.REFERRAL_DATE DESC NULLS LAST, rfl.REFERRAL_ID, rfl.PERSON_ID, rfl.SOURCE_OF_REFERRAL, rfl.NFA_DATE, rfl.CLOSURE_REASON, rfl.CLOSURE_DATE, step.RESPONSIBLE_TEAM_ID, step.ASSIGNEE_ID) AS ssd_row,
    ROW_NUMBER() OVER (ORDER BY rfl.REFERRAL_DATE DESC NULLS LAST, rfl.REFERRAL_ID, rfl.PERSON_ID, rfl.SOURCE_OF_REFERRAL, rfl.NFA_DATE, rfl.CLOSURE_REASON, rfl.CLOSURE_DATE, step.RESPONSIBLE_TEAM_ID, step.ASSIGNEE_ID) AS ssd_place
  FROM DM_CIN_REFERRALS rfl
  LEFT JOIN DM_WORKFLOW_STEPS step ON step.WORKFLOW_STEP_ID = rfl.REFERRAL_ID
  WHERE rfl.REFERRAL_DATE < ((SELECT settings.today FROM ssd_extract_settings settings) + INTERVAL '1' DAY)
    AND (rfl.CLOSURE_DATE >= (SELECT settings.window_start FROM ssd_extract_settings settings) OR rfl.CLOSURE_DATE IS NULL)
    AND EXISTS (SELECT 1 FROM ssd_person cohort WHERE cohort.pers_person_id = TO_CHAR(rfl.PERSON_ID))
    AND RTRIM((TO_CHAR(rfl.REFERRAL_ID) || '.' || TO_CHAR(rfl.PERSON_ID))) IS NOT NULL
    AND rfl.PERSON_ID IS NOT NULL
) numbered
WHERE numbered.ssd_row = 1
) picked
WHERE picked.ssd_key_row = 1;

-- META-CONTAINER: {"type": "table", "name": "ssd_cin_plans"}
-- META-ELEMENT: {"type": "insert_data"}
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
INSERT INTO ssd_cin_plans (
  cinp_cin_plan_id, -- metadata={"item_ref":"CINP001A"}
  cinp_referral_id, -- metadata={"item_ref":"CINP007A"}
  cinp_person_id, -- metadata={"item_ref":"CINP002A"}
  cinp_cin_plan_start_date, -- metadata={"item_ref":"CINP003A"}
  cinp_cin_plan_end_date, -- metadata={"item_ref":"CINP004A"}
  cinp_cin_plan_team, -- metadata={"item_ref":"CINP005A"}
  cinp_cin_plan_worker_id -- metadata={"item_ref":"CINP006A"}
)
WITH step_people AS (
  SELECT DISTINCT s.SUBGROUP_ID subgroup_id, s.SUBJECT_COMPOUND_ID person_id
  FROM DM_SUBGROUP_SUBJECTS s
  WHERE s.SUBJECT_TYPE_CODE = 'PER'
),
person_steps AS (
  SELECT s.WORKFLOW_STEP_ID workflow_step_id, p.person_id person_id, (TO_CHAR(s.WORKFLOW_STEP_ID) || '.' || TO_CHAR(p.person_id)) step_key, s.WORKFLOW_STEP_TYPE_ID workflow_step_type_id, s.STEP_STATUS step_status, s.INCOMING_ON incoming_on, s.STARTED_ON started_on, s.COMPLETED_ON completed_on, s.CANCELLED_ON cancelled_on, s.RESPONSIBLE_TEAM_ID responsible_team_id, s.ASSIGNEE_ID assignee_id, s.IS_CHILD_CONTACT is_child_contact, s.IS_CONTINUOUS_ASSESSMENT is_continuous_assessment, s.IS_SECTION_47_ENQUIRY is_section_47_enquiry, s.IS_MISSING_OR_ABSENT is_missing_or_absent, s.STRATEGY_DISCUSSION_DATE strategy_discussion_date, s.CP_CONFERENCE_CATEGORY cp_conference_category, s.CP_CONFERENCE_ACTUAL_DATE cp_conference_actual_date, s.LAC_REVIEW_CATEGORY lac_review_category, s.LAC_REVIEW_DATE lac_review_date, s.LAC_REVIEW_PARTICIPATION_CODE lac_review_participation_code
  FROM DM_WORKFLOW_STEPS s
  INNER JOIN step_people p ON p.subgroup_id = s.SUBGROUP_ID
),
plan_steps AS (
  SELECT s.workflow_step_id workflow_step_id, s.person_id person_id, s.step_status step_status, s.incoming_on incoming_on, s.started_on started_on, s.completed_on completed_on
  FROM person_steps s
  WHERE s.workflow_step_type_id IN (325, 369, 463) AND s.step_status <> 'CANCELLED'
),
chain_steps AS (
  SELECT s.workflow_step_id first_step_id, s.person_id person_id, s.workflow_step_id step_id
  FROM plan_steps s
  UNION
  SELECT f.WORKFLOW_STEP_ID workflow_step_id, n.person_id person_id, n.workflow_step_id workflow_step_id
  FROM DM_WORKFLOW_FORWARDS f
  INNER JOIN plan_steps n ON n.workflow_step_id = f.SUBSEQUENT_WORKFLOW_STEP_ID
),
closing_steps AS (
  SELECT s.workflow_step_id workflow_step_id, s.person_id person_id, CAST(TRUNC(s.completed_on) AS TIMESTAMP) ends
  FROM plan_steps s
  WHERE s.step_status = 'COMPLETED' AND s.completed_on IS NOT NULL AND NOT (EXISTS (SELECT 1 FROM DM_WORKFLOW_LINKS k INNER JOIN plan_steps n ON n.workflow_step_id = k.TARGET_STEP_ID WHERE k.SOURCE_STEP_ID = s.workflow_step_id AND n.person_id = s.person_id AND n.workflow_step_id <> s.workflow_step_id))
),
chains AS (
  SELECT h.first_step_id first_step_id, h.person_id person_id, MAX(h.step_id) latest_step_id, MIN(c.ends) ends
  FROM chain_steps h
  LEFT JOIN closing_steps c ON c.workflow_step_id = h.step_id AND c.person_id = h.person_id
  GROUP BY h.first_step_id, h.person_id
),
periods AS (
  SELECT s.person_id person_id, s.workflow_step_id first_step_id, CAST(TRUNC(CASE WHEN s.incoming_on < s.started_on THEN s.incoming_on ELSE COALESCE(s.started_on, s.incoming_on) END) AS TIMESTAMP) starts, COALESCE(own.ends, h.ends) ends, h.latest_step_id latest_step_id
  FROM plan_steps s
  INNER JOIN chains h ON h.first_step_id = s.workflow_step_id AND h.person_id = s.person_id
  LEFT JOIN closing_steps own ON own.workflow_step_id = s.workflow_step_id AND own.person_id = s.person_id
  WHERE s.step_status <> 'PROPOSED' AND COALESCE(s.started_on, s.incoming_on) IS NOT NULL AND NOT (EXISTS (SELECT 1 FROM DM_WORKFLOW_BACKWARDS b INNER JOIN plan_steps p ON p.workflow_step_id = b.PRECEDING_WORKFLOW_STEP_ID WHERE b.WORKFLOW_STEP_ID = s.workflow_step_id AND b.ADJACENT = 'Y' AND p.person_id = s.person_id AND p.workflow_step_id <> s.workflow_step_id))
),
marked_periods AS (
  SELECT p.person_id person_id, p.first_step_id first_step_id, p.starts starts, p.ends ends, p.latest_step_id latest_step_id, CASE WHEN p.starts <= MAX(COALESCE(p.ends, TIMESTAMP '9999-12-31 00:00:00')) OVER (PARTITION BY p.person_id ORDER BY p.starts, p.first_step_id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) THEN 0 ELSE 1 END is_first
  FROM periods p
),
numbered_periods AS (
  SELECT m.person_id person_id, m.first_step_id first_step_id, m.starts starts, m.ends ends, m.latest_step_id latest_step_id, m.is_first is_first, SUM(m.is_first) OVER (PARTITION BY m.person_id ORDER BY m.starts, m.first_step_id ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) plan_number
  FROM marked_periods m
),
cin_plans AS (
  SELECT n.person_id person_id, n.plan_number plan_number, MIN(n.starts) starts, CASE WHEN COUNT(*) = COUNT(n.ends) THEN MAX(n.ends) END ends, MAX(CASE WHEN n.is_first = 1 THEN n.first_step_id END) first_step_id, MAX(n.latest_step_id) latest_step_id
  FROM numbered_periods n
  GROUP BY n.person_id, n.plan_number
),
referrals AS (
  SELECT DISTINCT r.REFERRAL_ID referral_id, r.PERSON_ID person_id, (TO_CHAR(r.REFERRAL_ID) || '.' || TO_CHAR(r.PERSON_ID)) referral_key, r.REFERRAL_DATE referral_date, r.CLOSURE_DATE closure_date
  FROM DM_CIN_REFERRALS r
)
SELECT
  picked.cinp_cin_plan_id,
  picked.cinp_referral_id,
  picked.cinp_person_id,
  picked.cinp_cin_plan_start_date,
  picked.cinp_cin_plan_end_date,
  picked.cinp_cin_plan_team,
  picked.cinp_cin_plan_worker_id
FROM (
  SELECT
    SUBSTR(RTRIM((TO_CHAR(plan.first_step_id) || '.' || TO_CHAR(plan.person_id))), 1, 48) cinp_cin_plan_id, -- cinp_cin_plan_id
    SUBSTR(RTRIM((SELECT r.referral_key FROM referrals r WHERE r.person_id = plan.person_id AND r.referral_date <= COALESCE(plan.ends, TIMESTAMP '9999-12-31 00:00:00') AND COALESCE(r.closure_date, TIMESTAMP '9999-12-31 00:00:00') >= plan.starts ORDER BY r.referral_id DESC NULLS LAST, r.referral_date DESC NULLS LAST, r.referral_key FETCH FIRST 1 ROW ONLY)), 1, 48) cinp_referral_id, -- cinp_referral_id
    TO_CHAR(plan.person_id) cinp_person_id, -- cinp_person_id
    plan.starts cinp_cin_plan_start_date, -- cinp_cin_plan_start_date
    plan.ends cinp_cin_plan_end_date, -- cinp_cin_plan_end_date
    TO_CHAR(newest.RESPONSIBLE_TEAM_ID) cinp_cin_plan_team, -- cinp_cin_plan_team
    TO_CHAR(newest.ASSIGNEE_ID) cinp_cin_plan_worker_id, -- cinp_cin_plan_worker_id
    ROW_NUMBER() OVER (PARTITION BY (TO_CHAR(plan.first_step_id) || '.' || TO_CHAR(plan.person_id)) ORDER BY plan.first_step_id, plan.person_id, plan.ends, plan.starts, newest.RESPONSIBLE_TEAM_ID, newest.ASSIGNEE_ID) AS ssd_row
  FROM cin_plans plan
  LEFT JOIN DM_WORKFLOW_STEPS newest ON newest.WORKFLOW_STEP_ID = plan.latest_step_id
  WHERE plan.starts < ((SELECT settings.today FROM ssd_extract_settings settings) + INTERVAL '1' DAY)
    AND (plan.ends >= (SELECT settings.window_start FROM ssd_extract_settings settings) OR plan.ends IS NULL)
    AND EXISTS (SELECT 1 FROM ssd_person cohort WHERE cohort.pers_person_id = TO_CHAR(plan.person_id))
    AND RTRIM((TO_CHAR(plan.first_step_id) || '.' || TO_CHAR(plan.person_id))) IS NOT NULL
    AND plan.person_id IS NOT NULL
) picked
WHERE picked.ssd_row = 1;

-- META-CONTAINER: {"type": "table", "name": "ssd_cin_visits"}
-- META-ELEMENT: {"type": "insert_data"}
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
INSERT INTO ssd_cin_visits (
  cinv_cin_visit_id, -- metadata={"item_ref":"CINV001A"}
  cinv_person_id, -- metadata={"item_ref":"CINV007A"}
  cinv_cin_visit_date, -- metadata={"item_ref":"CINV003A"}
  cinv_cin_visit_seen, -- metadata={"item_ref":"CINV004A"}
  cinv_cin_visit_seen_alone, -- metadata={"item_ref":"CINV005A"}
  cinv_cin_visit_bedroom -- metadata={"item_ref":"CINV006A"}
)
WITH step_people AS (
  SELECT DISTINCT s.SUBGROUP_ID subgroup_id, s.SUBJECT_COMPOUND_ID person_id
  FROM DM_SUBGROUP_SUBJECTS s
  WHERE s.SUBJECT_TYPE_CODE = 'PER'
),
person_steps AS (
  SELECT s.WORKFLOW_STEP_ID workflow_step_id, p.person_id person_id, (TO_CHAR(s.WORKFLOW_STEP_ID) || '.' || TO_CHAR(p.person_id)) step_key, s.WORKFLOW_STEP_TYPE_ID workflow_step_type_id, s.STEP_STATUS step_status, s.INCOMING_ON incoming_on, s.STARTED_ON started_on, s.COMPLETED_ON completed_on, s.CANCELLED_ON cancelled_on, s.RESPONSIBLE_TEAM_ID responsible_team_id, s.ASSIGNEE_ID assignee_id, s.IS_CHILD_CONTACT is_child_contact, s.IS_CONTINUOUS_ASSESSMENT is_continuous_assessment, s.IS_SECTION_47_ENQUIRY is_section_47_enquiry, s.IS_MISSING_OR_ABSENT is_missing_or_absent, s.STRATEGY_DISCUSSION_DATE strategy_discussion_date, s.CP_CONFERENCE_CATEGORY cp_conference_category, s.CP_CONFERENCE_ACTUAL_DATE cp_conference_actual_date, s.LAC_REVIEW_CATEGORY lac_review_category, s.LAC_REVIEW_DATE lac_review_date, s.LAC_REVIEW_PARTICIPATION_CODE lac_review_participation_code
  FROM DM_WORKFLOW_STEPS s
  INNER JOIN step_people p ON p.subgroup_id = s.SUBGROUP_ID
),
answers AS (
  SELECT a.WORKFLOW_STEP_ID workflow_step_id, p.person_id person_id, a.QUESTION_USER_CODE question_user_code, a.FORM_ID form_id, a.TEXT_ANSWER text_answer, a.NUMBER_ANSWER number_answer, a.DATE_ANSWER date_answer
  FROM DM_CACHED_FORM_ANSWERS a
  INNER JOIN person_steps p ON p.workflow_step_id = a.WORKFLOW_STEP_ID AND (a.SUBJECT_PERSON_ID IS NULL OR a.SUBJECT_PERSON_ID <= 0 OR a.SUBJECT_PERSON_ID = p.person_id)
),
visit_answers AS (
  SELECT a.workflow_step_id workflow_step_id, a.person_id person_id, MAX(CASE WHEN a.question_user_code IN ('cinFLDDateOfThisVisit') THEN a.date_answer END) visit_date, MAX(CASE WHEN a.question_user_code IN ('cinCOLSubjectsFLDChildOrYPSeen') AND a.text_answer IN ('Yes') THEN 'Y' END) seen, MAX(CASE WHEN a.question_user_code IN ('REP_ANXA_cinCOLSubjectsFLDChildOrAlone') AND a.text_answer IN ('Yes') THEN 'Y' END) seen_alone, MAX(CASE WHEN a.question_user_code IN (NULL /* cin_visit_bedroom_questions */) THEN CASE WHEN a.text_answer IN ('Yes') THEN 'Y' WHEN RTRIM(a.text_answer) IS NOT NULL THEN 'N' END END) bedroom
  FROM answers a
  GROUP BY a.workflow_step_id, a.person_id
)
SELECT
  picked.cinv_cin_visit_id,
  picked.cinv_person_id,
  picked.cinv_cin_visit_date,
  picked.cinv_cin_visit_seen,
  picked.cinv_cin_visit_seen_alone,
  picked.cinv_cin_visit_bedroom
FROM (
  SELECT
    numbered.cinv_cin_visit_id,
    numbered.cinv_person_id,
    numbered.cinv_cin_visit_date,
    numbered.cinv_cin_visit_seen,
    numbered.cinv_cin_visit_seen_alone,
    numbered.cinv_cin_visit_bedroom,
    ROW_NUMBER() OVER (PARTITION BY numbered.cinv_cin_visit_id ORDER BY numbered.ssd_place) AS ssd_key_row
  FROM (
  SELECT
    SUBSTR(RTRIM((TO_CHAR(step.WORKFLOW_STEP_ID) || '.' || TO_CHAR(step.PERSON_ID))), 1, 48) cinv_cin_visit_id, -- cinv_cin_visit_id
    TO_CHAR(step.PERSON_ID) cinv_person_id, -- cinv_person_id
    COALESCE(ans.visit_date, step.COMPLETED_ON) cinv_cin_visit_date, -- cinv_cin_visit_date
    SUBSTR(RTRIM(COALESCE(ans.seen, 'N')), 1, 1) cinv_cin_visit_seen, -- cinv_cin_visit_seen
    SUBSTR(RTRIM(COALESCE(ans.seen_alone, 'N')), 1, 1) cinv_cin_visit_seen_alone, -- cinv_cin_visit_seen_alone
    SUBSTR(RTRIM(ans.bedroom), 1, 1) cinv_cin_visit_bedroom, -- cinv_cin_visit_bedroom
    ROW_NUMBER() OVER (PARTITION BY step.WORKFLOW_STEP_ID, step.PERSON_ID ORDER BY step.STARTED_ON DESC NULLS LAST, step.WORKFLOW_STEP_ID, step.PERSON_ID, ans.visit_date, step.COMPLETED_ON, ans.seen, ans.seen_alone, ans.bedroom) AS ssd_row,
    ROW_NUMBER() OVER (ORDER BY step.STARTED_ON DESC NULLS LAST, step.WORKFLOW_STEP_ID, step.PERSON_ID, ans.visit_date, step.COMPLETED_ON, ans.seen, ans.seen_alone, ans.bedroom) AS ssd_place
  FROM DM_WORKFLOW_STEPS_PEOPLE_VW step
  LEFT JOIN visit_answers ans ON ans.workflow_step_id = step.WORKFLOW_STEP_ID AND ans.person_id = step.PERSON_ID
  WHERE step.WORKFLOW_STEP_TYPE_ID IN (1189)
    AND step.STEP_STATUS IN ('INCOMING', 'STARTED', 'REOPENED', 'COMPLETED')
    AND CAST(TRUNC(step.STARTED_ON) AS TIMESTAMP) < ((SELECT settings.today FROM ssd_extract_settings settings) + INTERVAL '1' DAY)
    AND (CAST(TRUNC(step.COMPLETED_ON) AS TIMESTAMP) >= (SELECT settings.window_start FROM ssd_extract_settings settings) OR CAST(TRUNC(step.COMPLETED_ON) AS TIMESTAMP) IS NULL)
    AND EXISTS (SELECT 1 FROM ssd_person cohort WHERE cohort.pers_person_id = TO_CHAR(step.PERSON_ID))
    AND RTRIM((TO_CHAR(step.WORKFLOW_STEP_ID) || '.' || TO_CHAR(step.PERSON_ID))) IS NOT NULL
) numbered
WHERE numbered.ssd_row = 1
) picked
WHERE picked.ssd_key_row = 1;

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_care_plan"}
-- META-ELEMENT: {"type": "insert_data"}
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
INSERT INTO ssd_cla_care_plan (
  lacp_table_id, -- metadata={"item_ref":"LACP001A"}
  lacp_person_id, -- metadata={"item_ref":"LACP007A"}
  lacp_cla_care_plan_start_date, -- metadata={"item_ref":"LACP004A"}
  lacp_cla_care_plan_end_date, -- metadata={"item_ref":"LACP005A"}
  lacp_cla_care_plan_json -- metadata={"item_ref":"LACP003A"}
)
WITH plan_steps AS (
  SELECT DISTINCT s.WORKFLOW_STEP_ID workflow_step_id, s.PERSON_ID person_id
  FROM DM_WORKFLOW_STEPS_PEOPLE_VW s
  WHERE s.WORKFLOW_STEP_TYPE_ID IN (1232, 1242, 1237, 1234, 496, 500, 1262, 1263, 1264, 1295, 1297) AND s.STEP_STATUS IN ('INCOMING', 'STARTED', 'COMPLETED', 'REOPENED')
),
earlier_steps AS (
  SELECT b.WORKFLOW_STEP_ID workflow_step_id, p.person_id person_id, MIN(p.workflow_step_id) first_step_id
  FROM DM_WORKFLOW_BACKWARDS b
  INNER JOIN plan_steps p ON p.workflow_step_id = b.PRECEDING_WORKFLOW_STEP_ID
  GROUP BY b.WORKFLOW_STEP_ID, p.person_id
),
first_steps AS (
  SELECT DISTINCT s.person_id person_id, COALESCE(e.first_step_id, s.workflow_step_id) first_step_id
  FROM plan_steps s
  LEFT JOIN earlier_steps e ON e.workflow_step_id = s.workflow_step_id AND e.person_id = s.person_id
),
chain_steps AS (
  SELECT f.person_id person_id, f.first_step_id first_step_id, f.first_step_id step_id
  FROM first_steps f
  UNION
  SELECT f.person_id person_id, f.first_step_id first_step_id, w.SUBSEQUENT_WORKFLOW_STEP_ID subsequent_workflow_step_id
  FROM first_steps f
  INNER JOIN DM_WORKFLOW_FORWARDS w ON w.WORKFLOW_STEP_ID = f.first_step_id
),
step_people AS (
  SELECT DISTINCT s.SUBGROUP_ID subgroup_id, s.SUBJECT_COMPOUND_ID person_id
  FROM DM_SUBGROUP_SUBJECTS s
  WHERE s.SUBJECT_TYPE_CODE = 'PER'
),
person_steps AS (
  SELECT s.WORKFLOW_STEP_ID workflow_step_id, p.person_id person_id, (TO_CHAR(s.WORKFLOW_STEP_ID) || '.' || TO_CHAR(p.person_id)) step_key, s.WORKFLOW_STEP_TYPE_ID workflow_step_type_id, s.STEP_STATUS step_status, s.INCOMING_ON incoming_on, s.STARTED_ON started_on, s.COMPLETED_ON completed_on, s.CANCELLED_ON cancelled_on, s.RESPONSIBLE_TEAM_ID responsible_team_id, s.ASSIGNEE_ID assignee_id, s.IS_CHILD_CONTACT is_child_contact, s.IS_CONTINUOUS_ASSESSMENT is_continuous_assessment, s.IS_SECTION_47_ENQUIRY is_section_47_enquiry, s.IS_MISSING_OR_ABSENT is_missing_or_absent, s.STRATEGY_DISCUSSION_DATE strategy_discussion_date, s.CP_CONFERENCE_CATEGORY cp_conference_category, s.CP_CONFERENCE_ACTUAL_DATE cp_conference_actual_date, s.LAC_REVIEW_CATEGORY lac_review_category, s.LAC_REVIEW_DATE lac_review_date, s.LAC_REVIEW_PARTICIPATION_CODE lac_review_participation_code
  FROM DM_WORKFLOW_STEPS s
  INNER JOIN step_people p ON p.subgroup_id = s.SUBGROUP_ID
),
chains AS (
  SELECT c.person_id person_id, c.first_step_id first_step_id, MAX(CASE WHEN s.step_status IN ('PROPOSED', 'INCOMING', 'STARTED', 'REOPENED') THEN 1 ELSE 0 END) is_active, MAX(CASE WHEN s.step_status = 'COMPLETED' AND t.IS_CASE_CLOSURE = 'Y' THEN s.workflow_step_id END) closure_step_id, MAX(CASE WHEN s.step_status = 'COMPLETED' THEN s.workflow_step_id END) last_step_id
  FROM chain_steps c
  INNER JOIN person_steps s ON s.workflow_step_id = c.step_id AND s.person_id = c.person_id
  LEFT JOIN DM_WORKFLOW_STEP_TYPES t ON t.WORKFLOW_STEP_TYPE_ID = s.workflow_step_type_id
  GROUP BY c.person_id, c.first_step_id
),
care_plans AS (
  SELECT c.person_id person_id, c.first_step_id first_step_id, CASE WHEN c.is_active = 0 THEN COALESCE(c.closure_step_id, c.last_step_id) END closing_step_id
  FROM chains c
),
answers AS (
  SELECT a.WORKFLOW_STEP_ID workflow_step_id, p.person_id person_id, a.QUESTION_USER_CODE question_user_code, a.FORM_ID form_id, a.TEXT_ANSWER text_answer, a.NUMBER_ANSWER number_answer, a.DATE_ANSWER date_answer
  FROM DM_CACHED_FORM_ANSWERS a
  INNER JOIN person_steps p ON p.workflow_step_id = a.WORKFLOW_STEP_ID AND (a.SUBJECT_PERSON_ID IS NULL OR a.SUBJECT_PERSON_ID <= 0 OR a.SUBJECT_PERSON_ID = p.person_id)
),
permanence_answers AS (
  SELECT a.workflow_step_id workflow_step_id, a.person_id person_id, a.form_id form_id, a.text_answer text_answer
  FROM answers a
  WHERE a.question_user_code IN ('lac.perm.plan', 'pwpc.permanenceplan') AND RTRIM(a.text_answer) IS NOT NULL
)
SELECT
  picked.lacp_table_id,
  picked.lacp_person_id,
  picked.lacp_cla_care_plan_start_date,
  picked.lacp_cla_care_plan_end_date,
  picked.lacp_cla_care_plan_json
FROM (
  SELECT
    SUBSTR(RTRIM((TO_CHAR(plan.first_step_id) || '.' || TO_CHAR(plan.person_id))), 1, 48) lacp_table_id, -- lacp_table_id
    TO_CHAR(plan.person_id) lacp_person_id, -- lacp_person_id
    CAST(TRUNC(first.started_on) AS TIMESTAMP) lacp_cla_care_plan_start_date, -- lacp_cla_care_plan_start_date
    CAST(TRUNC(closing.completed_on) AS TIMESTAMP) lacp_cla_care_plan_end_date, -- lacp_cla_care_plan_end_date
    REPLACE(REPLACE(REPLACE(TRANSLATE(
      '{"PERMANENCE_PLAN":' || NVL2(SUBSTR(RTRIM(COALESCE(CASE ans.text_answer WHEN 'Return to birth family' THEN 'A) Return to Family' WHEN 'Adoption' THEN 'B) Adoption' WHEN 'Long term placement friends / family' THEN 'C) SGO/CAO' WHEN 'Independent living/supported living in the community (Pathways or other)' THEN 'D) Supported Living in the Community' WHEN 'Residential' THEN 'E) Long-Term Residential Placement' WHEN 'Long term fostering' THEN 'F) Long-Term Fostering' WHEN 'Other (please specify)' THEN 'G) Other' END, ans.text_answer)), 1, 470), '"' || REPLACE(REPLACE(SUBSTR(RTRIM(COALESCE(CASE ans.text_answer WHEN 'Return to birth family' THEN 'A) Return to Family' WHEN 'Adoption' THEN 'B) Adoption' WHEN 'Long term placement friends / family' THEN 'C) SGO/CAO' WHEN 'Independent living/supported living in the community (Pathways or other)' THEN 'D) Supported Living in the Community' WHEN 'Residential' THEN 'E) Long-Term Residential Placement' WHEN 'Long term fostering' THEN 'F) Long-Term Fostering' WHEN 'Other (please specify)' THEN 'G) Other' END, ans.text_answer)), 1, 470), '\', '\\'), '"', '\"') || '"', 'null') ||
      '}', CHR(1) || CHR(2) || CHR(3) || CHR(4) || CHR(5) || CHR(6) || CHR(7) || CHR(8) || CHR(11) || CHR(12) || CHR(14) || CHR(15) || CHR(16) || CHR(17) || CHR(18) || CHR(19) || CHR(20) || CHR(21) || CHR(22) || CHR(23) || CHR(24) || CHR(25) || CHR(26) || CHR(27) || CHR(28) || CHR(29) || CHR(30) || CHR(31), '                            '), CHR(13), '\r'), CHR(10), '\n'), CHR(9), '\t') lacp_cla_care_plan_json, -- lacp_cla_care_plan_json
    ROW_NUMBER() OVER (PARTITION BY (TO_CHAR(plan.first_step_id) || '.' || TO_CHAR(plan.person_id)) ORDER BY plan.first_step_id, plan.person_id, first.started_on, closing.completed_on, ans.text_answer) AS ssd_row
  FROM care_plans plan
  LEFT JOIN person_steps first ON first.workflow_step_id = plan.first_step_id AND first.person_id = plan.person_id
  LEFT JOIN person_steps closing ON closing.workflow_step_id = plan.closing_step_id AND closing.person_id = plan.person_id
  OUTER APPLY (SELECT ans.* FROM permanence_answers ans WHERE ans.workflow_step_id = plan.first_step_id AND ans.person_id = plan.person_id ORDER BY ans.form_id DESC NULLS LAST, ans.text_answer FETCH FIRST 1 ROW ONLY) ans
  WHERE CAST(TRUNC(first.started_on) AS TIMESTAMP) < ((SELECT settings.today FROM ssd_extract_settings settings) + INTERVAL '1' DAY)
    AND (CAST(TRUNC(closing.completed_on) AS TIMESTAMP) >= (SELECT settings.window_start FROM ssd_extract_settings settings) OR CAST(TRUNC(closing.completed_on) AS TIMESTAMP) IS NULL)
    AND EXISTS (SELECT 1 FROM ssd_person cohort WHERE cohort.pers_person_id = TO_CHAR(plan.person_id))
    AND RTRIM((TO_CHAR(plan.first_step_id) || '.' || TO_CHAR(plan.person_id))) IS NOT NULL
    AND plan.person_id IS NOT NULL
) picked
WHERE picked.ssd_row = 1;

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_convictions"}
-- META-ELEMENT: {"type": "insert_data"}
INSERT INTO ssd_cla_convictions (
  clac_cla_conviction_id, -- metadata={"item_ref":"CLAC001A"}
  clac_person_id, -- metadata={"item_ref":"CLAC002A"}
  clac_cla_conviction_date -- metadata={"item_ref":"CLAC003A"}
  -- clac_cla_conviction_offence is not held: no source of the offence is known yet
)
SELECT
  TO_CHAR(offn.OFFENCE_ID), -- clac_cla_conviction_id
  TO_CHAR(offn.PERSON_ID), -- clac_person_id
  CAST(TRUNC(offn.OFFENCE_DATE) AS TIMESTAMP) -- clac_cla_conviction_date
FROM DM_OFFENCES offn
WHERE offn.IS_CONVICTED = 'Y'
  AND CAST(TRUNC(offn.OFFENCE_DATE) AS TIMESTAMP) < ((SELECT settings.today FROM ssd_extract_settings settings) + INTERVAL '1' DAY)
  AND (CAST(TRUNC(offn.OFFENCE_DATE) AS TIMESTAMP) >= (SELECT settings.window_start FROM ssd_extract_settings settings) OR CAST(TRUNC(offn.OFFENCE_DATE) AS TIMESTAMP) IS NULL)
  AND EXISTS (SELECT 1 FROM ssd_person cohort WHERE cohort.pers_person_id = TO_CHAR(offn.PERSON_ID))
  AND offn.OFFENCE_ID IS NOT NULL
  AND offn.PERSON_ID IS NOT NULL;

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_episodes"}
-- META-ELEMENT: {"type": "insert_data"}
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
INSERT INTO ssd_cla_episodes (
  clae_cla_episode_id, -- metadata={"item_ref":"CLAE001A"}
  clae_person_id, -- metadata={"item_ref":"CLAE002A"}
  clae_cla_episode_start_date, -- metadata={"item_ref":"CLAE003A"}
  clae_cla_episode_start_reason, -- metadata={"item_ref":"CLAE004A"}
  clae_cla_primary_need_code, -- metadata={"item_ref":"CLAE009A"}
  clae_cla_episode_ceased_date, -- metadata={"item_ref":"CLAE005A"}
  clae_cla_episode_ceased_reason, -- metadata={"item_ref":"CLAE006A"}
  clae_cla_id, -- metadata={"item_ref":"CLAE010A"}
  clae_referral_id, -- metadata={"item_ref":"CLAE011A"}
  clae_cla_placement_id, -- metadata={"item_ref":"CLAE013A"}
  clae_entered_care_date, -- metadata={"item_ref":"CLAE014A"}
  clae_cla_last_iro_contact_date -- metadata={"item_ref":"CLAE012A"}
)
WITH moved_episodes AS (
  SELECT s.PERIOD_OF_CARE_ID period_of_care_id, s.PLACEMENT_ID placement_id, CAST(TRUNC(s.END_DATE) AS TIMESTAMP) ends, d.CARER_ID carer_id, l.LEGAL_STATUS legal_status, p.PLACEMENT_TYPE placement_type
  FROM DM_CLA_SUMMARIES s
  INNER JOIN DM_PLACEMENTS p ON p.PLACEMENT_ID = s.PLACEMENT_ID AND p.SPLIT_NUMBER = s.PLACEMENT_SPLIT_NUMBER
  INNER JOIN DM_LEGAL_STATUSES l ON l.LEGAL_STATUS_ID = s.LEGAL_STATUS_ID
  LEFT JOIN DM_PLACEMENT_DETAILS d ON d.ELEMENT_DETAIL_ID = s.ELEMENT_DETAIL_ID AND d.SPLIT_NUMBER = s.SERVICE_SPLIT_NUMBER
  WHERE p.REASON_EPISODE_CEASED = 'X1'
),
referrals AS (
  SELECT DISTINCT r.REFERRAL_ID referral_id, r.PERSON_ID person_id, (TO_CHAR(r.REFERRAL_ID) || '.' || TO_CHAR(r.PERSON_ID)) referral_key, r.REFERRAL_DATE referral_date, r.CLOSURE_DATE closure_date
  FROM DM_CIN_REFERRALS r
),
step_people AS (
  SELECT DISTINCT s.SUBGROUP_ID subgroup_id, s.SUBJECT_COMPOUND_ID person_id
  FROM DM_SUBGROUP_SUBJECTS s
  WHERE s.SUBJECT_TYPE_CODE = 'PER'
),
person_steps AS (
  SELECT s.WORKFLOW_STEP_ID workflow_step_id, p.person_id person_id, (TO_CHAR(s.WORKFLOW_STEP_ID) || '.' || TO_CHAR(p.person_id)) step_key, s.WORKFLOW_STEP_TYPE_ID workflow_step_type_id, s.STEP_STATUS step_status, s.INCOMING_ON incoming_on, s.STARTED_ON started_on, s.COMPLETED_ON completed_on, s.CANCELLED_ON cancelled_on, s.RESPONSIBLE_TEAM_ID responsible_team_id, s.ASSIGNEE_ID assignee_id, s.IS_CHILD_CONTACT is_child_contact, s.IS_CONTINUOUS_ASSESSMENT is_continuous_assessment, s.IS_SECTION_47_ENQUIRY is_section_47_enquiry, s.IS_MISSING_OR_ABSENT is_missing_or_absent, s.STRATEGY_DISCUSSION_DATE strategy_discussion_date, s.CP_CONFERENCE_CATEGORY cp_conference_category, s.CP_CONFERENCE_ACTUAL_DATE cp_conference_actual_date, s.LAC_REVIEW_CATEGORY lac_review_category, s.LAC_REVIEW_DATE lac_review_date, s.LAC_REVIEW_PARTICIPATION_CODE lac_review_participation_code
  FROM DM_WORKFLOW_STEPS s
  INNER JOIN step_people p ON p.subgroup_id = s.SUBGROUP_ID
),
iro_contacts AS (
  SELECT p.person_id person_id, a.DATE_ANSWER date_answer
  FROM DM_FILTER_FORM_ANS a
  INNER JOIN REPORT_FILTERS f ON f.ID = a.FILTER_ID
  INNER JOIN person_steps p ON p.workflow_step_id = a.WORKFLOW_STEP_ID AND (a.SUBJECT_PERSON_ID IS NULL OR a.SUBJECT_PERSON_ID <= 0 OR a.SUBJECT_PERSON_ID = p.person_id)
  WHERE f.NAME = 'Child IRO Visit Date'
)
SELECT
  picked.clae_cla_episode_id,
  picked.clae_person_id,
  picked.clae_cla_episode_start_date,
  picked.clae_cla_episode_start_reason,
  picked.clae_cla_primary_need_code,
  picked.clae_cla_episode_ceased_date,
  picked.clae_cla_episode_ceased_reason,
  picked.clae_cla_id,
  picked.clae_referral_id,
  picked.clae_cla_placement_id,
  picked.clae_entered_care_date,
  picked.clae_cla_last_iro_contact_date
FROM (
  SELECT
    numbered.clae_cla_episode_id,
    numbered.clae_person_id,
    numbered.clae_cla_episode_start_date,
    numbered.clae_cla_episode_start_reason,
    numbered.clae_cla_primary_need_code,
    numbered.clae_cla_episode_ceased_date,
    numbered.clae_cla_episode_ceased_reason,
    numbered.clae_cla_id,
    numbered.clae_referral_id,
    numbered.clae_cla_placement_id,
    numbered.clae_entered_care_date,
    numbered.clae_cla_last_iro_contact_date,
    ROW_NUMBER() OVER (PARTITION BY numbered.clae_cla_episode_id ORDER BY numbered.ssd_place) AS ssd_key_row
  FROM (
  SELECT
    SUBSTR(RTRIM((TO_CHAR(csum.LEGAL_STATUS_ID) || '.' || TO_CHAR(csum.PLACEMENT_ID) || '.' || TO_CHAR(csum.ELEMENT_DETAIL_ID) || '.' || TO_CHAR((((EXTRACT(YEAR FROM csum.START_DATE) * 10000) + (EXTRACT(MONTH FROM csum.START_DATE) * 100)) + EXTRACT(DAY FROM csum.START_DATE))))), 1, 48) clae_cla_episode_id, -- clae_cla_episode_id
    TO_CHAR(csum.PERSON_ID) clae_person_id, -- clae_person_id
    csum.START_DATE clae_cla_episode_start_date, -- clae_cla_episode_start_date
    CASE WHEN plc.START_DATE = care.START_DATE AND lst.START_DATE = care.START_DATE THEN 'S' WHEN lst.START_DATE > plc.START_DATE THEN 'L' WHEN lst.START_DATE < plc.START_DATE AND bfr.carer_id = det.CARER_ID AND bfr.legal_status = lst.LEGAL_STATUS AND bfr.placement_type <> plc.PLACEMENT_TYPE THEN 'T' WHEN lst.START_DATE < plc.START_DATE THEN 'P' WHEN bfr.carer_id = det.CARER_ID THEN 'U' ELSE 'B' END clae_cla_episode_start_reason, -- clae_cla_episode_start_reason
    SUBSTR(RTRIM(plc.CATEGORY_OF_NEED), 1, 3) clae_cla_primary_need_code, -- clae_cla_primary_need_code
    csum.END_DATE clae_cla_episode_ceased_date, -- clae_cla_episode_ceased_date
    SUBSTR(RTRIM(plc.REASON_EPISODE_CEASED), 1, 255) clae_cla_episode_ceased_reason, -- clae_cla_episode_ceased_reason
    TO_CHAR(csum.PERIOD_OF_CARE_ID) clae_cla_id, -- clae_cla_id
    SUBSTR(RTRIM((SELECT r.referral_key FROM referrals r WHERE r.person_id = csum.PERSON_ID AND r.referral_date <= COALESCE(csum.END_DATE, TIMESTAMP '9999-12-31 00:00:00') AND COALESCE(r.closure_date, TIMESTAMP '9999-12-31 00:00:00') >= csum.START_DATE ORDER BY r.referral_id DESC NULLS LAST, r.referral_date DESC NULLS LAST, r.referral_key FETCH FIRST 1 ROW ONLY)), 1, 48) clae_referral_id, -- clae_referral_id
    TO_CHAR(csum.PLACEMENT_ID) clae_cla_placement_id, -- clae_cla_placement_id
    care.START_DATE clae_entered_care_date, -- clae_entered_care_date
    (SELECT MAX(i.date_answer) FROM iro_contacts i WHERE i.person_id = csum.PERSON_ID AND i.date_answer <= COALESCE(csum.END_DATE, TIMESTAMP '9999-12-31 00:00:00')) clae_cla_last_iro_contact_date, -- clae_cla_last_iro_contact_date
    ROW_NUMBER() OVER (PARTITION BY csum.LEGAL_STATUS_ID, csum.PLACEMENT_ID, csum.ELEMENT_DETAIL_ID, CAST(TRUNC(csum.START_DATE) AS TIMESTAMP) ORDER BY csum.START_DATE DESC NULLS LAST, csum.END_DATE DESC, csum.LEGAL_STATUS_ID, csum.PLACEMENT_ID, csum.ELEMENT_DETAIL_ID, csum.PERSON_ID, plc.START_DATE, care.START_DATE, lst.START_DATE, bfr.carer_id, det.CARER_ID, bfr.legal_status, lst.LEGAL_STATUS, bfr.placement_type, plc.PLACEMENT_TYPE, plc.CATEGORY_OF_NEED, plc.REASON_EPISODE_CEASED, csum.PERIOD_OF_CARE_ID) AS ssd_row,
    ROW_NUMBER() OVER (ORDER BY csum.START_DATE DESC NULLS LAST, csum.END_DATE DESC, csum.LEGAL_STATUS_ID, csum.PLACEMENT_ID, csum.ELEMENT_DETAIL_ID, csum.PERSON_ID, plc.START_DATE, care.START_DATE, lst.START_DATE, bfr.carer_id, det.CARER_ID, bfr.legal_status, lst.LEGAL_STATUS, bfr.placement_type, plc.PLACEMENT_TYPE, plc.CATEGORY_OF_NEED, plc.REASON_EPISODE_CEASED, csum.PERIOD_OF_CARE_ID) AS ssd_place
  FROM DM_CLA_SUMMARIES csum
  INNER JOIN DM_PERIODS_OF_CARE care ON care.PERIOD_OF_CARE_ID = csum.PERIOD_OF_CARE_ID
  INNER JOIN DM_LEGAL_STATUSES lst ON lst.LEGAL_STATUS_ID = csum.LEGAL_STATUS_ID
  INNER JOIN DM_PLACEMENTS plc ON plc.PLACEMENT_ID = csum.PLACEMENT_ID AND plc.SPLIT_NUMBER = csum.PLACEMENT_SPLIT_NUMBER
  INNER JOIN DM_PLACEMENT_DETAILS det ON det.ELEMENT_DETAIL_ID = csum.ELEMENT_DETAIL_ID AND det.SPLIT_NUMBER = csum.SERVICE_SPLIT_NUMBER
  OUTER APPLY (SELECT bfr.* FROM moved_episodes bfr WHERE bfr.period_of_care_id = csum.PERIOD_OF_CARE_ID AND bfr.ends = (CAST(TRUNC(csum.START_DATE) AS TIMESTAMP) - INTERVAL '1' DAY) AND bfr.placement_id <> csum.PLACEMENT_ID ORDER BY bfr.placement_id DESC NULLS LAST, bfr.carer_id, bfr.legal_status, bfr.placement_type FETCH FIRST 1 ROW ONLY) bfr
  WHERE csum.START_DATE < ((SELECT settings.today FROM ssd_extract_settings settings) + INTERVAL '1' DAY)
    AND (csum.END_DATE >= (SELECT settings.window_start FROM ssd_extract_settings settings) OR csum.END_DATE IS NULL)
    AND EXISTS (SELECT 1 FROM ssd_person cohort WHERE cohort.pers_person_id = TO_CHAR(csum.PERSON_ID))
    AND RTRIM((TO_CHAR(csum.LEGAL_STATUS_ID) || '.' || TO_CHAR(csum.PLACEMENT_ID) || '.' || TO_CHAR(csum.ELEMENT_DETAIL_ID) || '.' || TO_CHAR((((EXTRACT(YEAR FROM csum.START_DATE) * 10000) + (EXTRACT(MONTH FROM csum.START_DATE) * 100)) + EXTRACT(DAY FROM csum.START_DATE))))) IS NOT NULL
    AND csum.PERSON_ID IS NOT NULL
) numbered
WHERE numbered.ssd_row = 1
) picked
WHERE picked.ssd_key_row = 1;

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_health"}
-- META-ELEMENT: {"type": "insert_data"}
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
INSERT INTO ssd_cla_health (
  clah_health_check_id, -- metadata={"item_ref":"CLAH001A"}
  clah_person_id, -- metadata={"item_ref":"CLAH002A"}
  clah_health_check_type, -- metadata={"item_ref":"CLAH003A"}
  clah_health_check_date -- metadata={"item_ref":"CLAH004A"}
  -- clah_health_check_status is not held: no source of the status is known yet
)
WITH checks AS (
  SELECT 'DT' kind, d.DENTAL_ID check_id, d.PERSON_ID person_id, d.DENTAL_CHECK_DATE check_date
  FROM DM_DENTAL_CHECKS d
  UNION ALL
  SELECT 'HA', a.HEALTH_ID health_id, a.PERSON_ID person_id, a.HEALTH_ASSESSMENT_DATE health_assessment_date
  FROM DM_HEALTH_ASSESSMENTS a
  WHERE COALESCE(a.SDQ_COMPLETED, 'N') = 'N'
  UNION ALL
  SELECT 'HC', c.HEALTH_CHECK_ID health_check_id, c.PERSON_ID person_id, c.HEALTH_CHECK_DATE health_check_date
  FROM DM_HEALTH_CHECKS c
)
SELECT
  picked.clah_health_check_id,
  picked.clah_person_id,
  picked.clah_health_check_type,
  picked.clah_health_check_date
FROM (
  SELECT
    SUBSTR(RTRIM((chk.kind || '.' || TO_CHAR(chk.check_id))), 1, 48) clah_health_check_id, -- clah_health_check_id
    TO_CHAR(chk.person_id) clah_person_id, -- clah_person_id
    CASE chk.kind WHEN 'DT' THEN 'Dental Check' WHEN 'HA' THEN 'Health Assessment' WHEN 'HC' THEN 'Health Check' END clah_health_check_type, -- clah_health_check_type
    chk.check_date clah_health_check_date, -- clah_health_check_date
    ROW_NUMBER() OVER (PARTITION BY (chk.kind || '.' || TO_CHAR(chk.check_id)) ORDER BY chk.kind, chk.check_id, chk.person_id, chk.check_date) AS ssd_row
  FROM checks chk
  WHERE chk.check_date < ((SELECT settings.today FROM ssd_extract_settings settings) + INTERVAL '1' DAY)
    AND (chk.check_date >= (SELECT settings.window_start FROM ssd_extract_settings settings) OR chk.check_date IS NULL)
    AND EXISTS (SELECT 1 FROM ssd_person cohort WHERE cohort.pers_person_id = TO_CHAR(chk.person_id))
    AND RTRIM((chk.kind || '.' || TO_CHAR(chk.check_id))) IS NOT NULL
    AND chk.person_id IS NOT NULL
) picked
WHERE picked.ssd_row = 1;

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_immunisations"}
-- META-ELEMENT: {"type": "insert_data"}
INSERT INTO ssd_cla_immunisations (
  clai_person_id, -- metadata={"item_ref":"CLAI002A"}
  clai_immunisations_status, -- metadata={"item_ref":"CLAI004A"}
  clai_immunisations_status_date -- metadata={"item_ref":"CLAI005A"}
)
WITH step_people AS (
  SELECT DISTINCT s.SUBGROUP_ID subgroup_id, s.SUBJECT_COMPOUND_ID person_id
  FROM DM_SUBGROUP_SUBJECTS s
  WHERE s.SUBJECT_TYPE_CODE = 'PER'
),
person_steps AS (
  SELECT s.WORKFLOW_STEP_ID workflow_step_id, p.person_id person_id, (TO_CHAR(s.WORKFLOW_STEP_ID) || '.' || TO_CHAR(p.person_id)) step_key, s.WORKFLOW_STEP_TYPE_ID workflow_step_type_id, s.STEP_STATUS step_status, s.INCOMING_ON incoming_on, s.STARTED_ON started_on, s.COMPLETED_ON completed_on, s.CANCELLED_ON cancelled_on, s.RESPONSIBLE_TEAM_ID responsible_team_id, s.ASSIGNEE_ID assignee_id, s.IS_CHILD_CONTACT is_child_contact, s.IS_CONTINUOUS_ASSESSMENT is_continuous_assessment, s.IS_SECTION_47_ENQUIRY is_section_47_enquiry, s.IS_MISSING_OR_ABSENT is_missing_or_absent, s.STRATEGY_DISCUSSION_DATE strategy_discussion_date, s.CP_CONFERENCE_CATEGORY cp_conference_category, s.CP_CONFERENCE_ACTUAL_DATE cp_conference_actual_date, s.LAC_REVIEW_CATEGORY lac_review_category, s.LAC_REVIEW_DATE lac_review_date, s.LAC_REVIEW_PARTICIPATION_CODE lac_review_participation_code
  FROM DM_WORKFLOW_STEPS s
  INNER JOIN step_people p ON p.subgroup_id = s.SUBGROUP_ID
),
answers AS (
  SELECT a.WORKFLOW_STEP_ID workflow_step_id, p.person_id person_id, a.QUESTION_USER_CODE question_user_code, a.FORM_ID form_id, a.TEXT_ANSWER text_answer, a.NUMBER_ANSWER number_answer, a.DATE_ANSWER date_answer
  FROM DM_CACHED_FORM_ANSWERS a
  INNER JOIN person_steps p ON p.workflow_step_id = a.WORKFLOW_STEP_ID AND (a.SUBJECT_PERSON_ID IS NULL OR a.SUBJECT_PERSON_ID <= 0 OR a.SUBJECT_PERSON_ID = p.person_id)
)
SELECT
  picked.clai_person_id,
  picked.clai_immunisations_status,
  picked.clai_immunisations_status_date
FROM (
  SELECT
    TO_CHAR(step.person_id) clai_person_id, -- clai_person_id
    CASE WHEN ans.text_answer IN ('Yes') THEN 'Y' WHEN RTRIM(ans.text_answer) IS NOT NULL THEN 'N' END clai_immunisations_status, -- clai_immunisations_status
    step.started_on clai_immunisations_status_date, -- clai_immunisations_status_date
    ROW_NUMBER() OVER (PARTITION BY step.person_id ORDER BY step.started_on DESC NULLS LAST, step.workflow_step_id DESC NULLS LAST, ans.question_user_code, ans.text_answer, step.person_id) AS ssd_row
  FROM person_steps step
  INNER JOIN answers ans ON ans.workflow_step_id = step.workflow_step_id AND ans.person_id = step.person_id
  WHERE step.workflow_step_type_id IN (406, 1239)
    AND ans.question_user_code IN ('lac.ihr09.immsuptodate', 'lac.ihr10.immsuptodate', 'lacFLDPartCHealthRecommImmunisations')
    AND step.step_status IN ('STARTED', 'REOPENED', 'COMPLETED')
    AND EXISTS (SELECT 1 FROM ssd_person cohort WHERE cohort.pers_person_id = TO_CHAR(step.person_id))
    AND step.person_id IS NOT NULL
) picked
WHERE picked.ssd_row = 1;

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_placement"}
-- META-ELEMENT: {"type": "insert_data"}
INSERT INTO ssd_cla_placement (
  clap_cla_placement_id, -- metadata={"item_ref":"CLAP001A"}
  clap_cla_placement_start_date, -- metadata={"item_ref":"CLAP003A"}
  clap_cla_placement_type, -- metadata={"item_ref":"CLAP004A"}
  clap_cla_placement_urn, -- metadata={"item_ref":"CLAP005A"}
  -- clap_cla_placement_distance is not held: the data mart has no distance between home and placement
  clap_cla_id, -- metadata={"item_ref":"CLAP012A"}
  clap_cla_placement_provider, -- metadata={"item_ref":"CLAP007A"}
  clap_cla_placement_postcode, -- metadata={"item_ref":"CLAP008A"}
  clap_cla_placement_end_date, -- metadata={"item_ref":"CLAP009A"}
  clap_cla_placement_change_reason, -- metadata={"item_ref":"CLAP010A"}
  clap_person_id -- metadata={"item_ref":"CLAP013A"}
)
WITH care_details AS (
  SELECT s.PERSON_ID person_id, s.PERIOD_OF_CARE_ID period_of_care_id, s.PLACEMENT_ID placement_id, s.PLACEMENT_SPLIT_NUMBER placement_split_number, s.START_DATE start_date, s.END_DATE end_date, d.ELEMENT_DETAIL_ID element_detail_id, d.START_DATE detail_start_date, d.CARER_ID carer_id, d.OFSTED_URN ofsted_urn, d.CIN_PROVIDER_CATEGORY_CODE cin_provider_category_code
  FROM DM_CLA_SUMMARIES s
  INNER JOIN DM_PLACEMENT_DETAILS d ON d.ELEMENT_DETAIL_ID = s.ELEMENT_DETAIL_ID AND d.SPLIT_NUMBER = s.SERVICE_SPLIT_NUMBER
)
SELECT
  picked.clap_cla_placement_id,
  picked.clap_cla_placement_start_date,
  picked.clap_cla_placement_type,
  picked.clap_cla_placement_urn,
  picked.clap_cla_id,
  picked.clap_cla_placement_provider,
  picked.clap_cla_placement_postcode,
  picked.clap_cla_placement_end_date,
  picked.clap_cla_placement_change_reason,
  picked.clap_person_id
FROM (
  SELECT
    TO_CHAR(plc.PLACEMENT_ID) clap_cla_placement_id, -- clap_cla_placement_id
    plc.START_DATE clap_cla_placement_start_date, -- clap_cla_placement_start_date
    SUBSTR(RTRIM(plc.PLACEMENT_TYPE), 1, 100) clap_cla_placement_type, -- clap_cla_placement_type
    SUBSTR(RTRIM(det.ofsted_urn), 1, 48) clap_cla_placement_urn, -- clap_cla_placement_urn
    TO_CHAR(plc.PERIOD_OF_CARE_ID) clap_cla_id, -- clap_cla_id
    SUBSTR(RTRIM(det.cin_provider_category_code), 1, 48) clap_cla_placement_provider, -- clap_cla_placement_provider
    SUBSTR(RTRIM((SELECT MAX(a.POST_CODE) FROM DM_PLACEMENT_CARER_ADDRESSES a WHERE a.CARER_ID = det.carer_id AND COALESCE(plc.END_DATE, (SELECT settings.today FROM ssd_extract_settings settings)) BETWEEN a.START_DATE AND COALESCE(a.END_DATE, TIMESTAMP '9999-12-31 00:00:00'))), 1, 8) clap_cla_placement_postcode, -- clap_cla_placement_postcode
    plc.END_DATE clap_cla_placement_end_date, -- clap_cla_placement_end_date
    SUBSTR(RTRIM(plc.REASON_FOR_PLACEMENT_CHANGE), 1, 100) clap_cla_placement_change_reason, -- clap_cla_placement_change_reason
    TO_CHAR(plc.PERSON_ID) clap_person_id, -- clap_person_id
    ROW_NUMBER() OVER (PARTITION BY plc.PLACEMENT_ID ORDER BY plc.START_DATE DESC NULLS LAST, plc.PLACEMENT_ID, plc.PLACEMENT_TYPE, det.ofsted_urn, plc.PERIOD_OF_CARE_ID, det.cin_provider_category_code, det.carer_id, plc.END_DATE, plc.REASON_FOR_PLACEMENT_CHANGE, plc.PERSON_ID) AS ssd_row
  FROM DM_PLACEMENTS plc
  OUTER APPLY (SELECT det.* FROM care_details det WHERE det.placement_id = plc.PLACEMENT_ID AND det.placement_split_number = plc.SPLIT_NUMBER ORDER BY det.detail_start_date DESC NULLS LAST, det.element_detail_id DESC NULLS LAST, det.ofsted_urn, det.cin_provider_category_code, det.carer_id FETCH FIRST 1 ROW ONLY) det
  WHERE NOT (EXISTS (SELECT 1 FROM DM_PLACEMENTS later WHERE later.PLACEMENT_ID = plc.PLACEMENT_ID AND later.SPLIT_NUMBER > plc.SPLIT_NUMBER))
    AND plc.START_DATE < ((SELECT settings.today FROM ssd_extract_settings settings) + INTERVAL '1' DAY)
    AND (plc.END_DATE >= (SELECT settings.window_start FROM ssd_extract_settings settings) OR plc.END_DATE IS NULL)
    AND EXISTS (SELECT 1 FROM ssd_person cohort WHERE cohort.pers_person_id = TO_CHAR(plc.PERSON_ID))
    AND plc.PLACEMENT_ID IS NOT NULL
) picked
WHERE picked.ssd_row = 1;

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_previous_permanence"}
-- META-ELEMENT: {"type": "insert_data"}
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
INSERT INTO ssd_cla_previous_permanence (
  lapp_table_id, -- metadata={"item_ref":"LAPP001A"}
  lapp_person_id, -- metadata={"item_ref":"LAPP002A"}
  lapp_previous_permanence_order_date, -- metadata={"item_ref":"LAPP003A"}
  lapp_previous_permanence_option, -- metadata={"item_ref":"LAPP004A"}
  lapp_previous_permanence_la -- metadata={"item_ref":"LAPP005A"}
)
WITH step_people AS (
  SELECT DISTINCT s.SUBGROUP_ID subgroup_id, s.SUBJECT_COMPOUND_ID person_id
  FROM DM_SUBGROUP_SUBJECTS s
  WHERE s.SUBJECT_TYPE_CODE = 'PER'
),
person_steps AS (
  SELECT s.WORKFLOW_STEP_ID workflow_step_id, p.person_id person_id, (TO_CHAR(s.WORKFLOW_STEP_ID) || '.' || TO_CHAR(p.person_id)) step_key, s.WORKFLOW_STEP_TYPE_ID workflow_step_type_id, s.STEP_STATUS step_status, s.INCOMING_ON incoming_on, s.STARTED_ON started_on, s.COMPLETED_ON completed_on, s.CANCELLED_ON cancelled_on, s.RESPONSIBLE_TEAM_ID responsible_team_id, s.ASSIGNEE_ID assignee_id, s.IS_CHILD_CONTACT is_child_contact, s.IS_CONTINUOUS_ASSESSMENT is_continuous_assessment, s.IS_SECTION_47_ENQUIRY is_section_47_enquiry, s.IS_MISSING_OR_ABSENT is_missing_or_absent, s.STRATEGY_DISCUSSION_DATE strategy_discussion_date, s.CP_CONFERENCE_CATEGORY cp_conference_category, s.CP_CONFERENCE_ACTUAL_DATE cp_conference_actual_date, s.LAC_REVIEW_CATEGORY lac_review_category, s.LAC_REVIEW_DATE lac_review_date, s.LAC_REVIEW_PARTICIPATION_CODE lac_review_participation_code
  FROM DM_WORKFLOW_STEPS s
  INNER JOIN step_people p ON p.subgroup_id = s.SUBGROUP_ID
),
filter_answers AS (
  SELECT a.WORKFLOW_STEP_ID workflow_step_id, p.person_id person_id, a.FILTER_NAME filter_name, a.FORM_ID form_id, a.TEXT_ANSWER text_answer, a.DATE_ANSWER date_answer
  FROM DM_FILTER_FORM_ANSWERS a
  INNER JOIN person_steps p ON p.workflow_step_id = a.WORKFLOW_STEP_ID AND (a.SUBJECT_PERSON_ID IS NULL OR a.SUBJECT_PERSON_ID <= 0 OR a.SUBJECT_PERSON_ID = p.person_id)
)
SELECT
  picked.lapp_table_id,
  picked.lapp_person_id,
  picked.lapp_previous_permanence_order_date,
  picked.lapp_previous_permanence_option,
  picked.lapp_previous_permanence_la
FROM (
  SELECT
    numbered.lapp_table_id,
    numbered.lapp_person_id,
    numbered.lapp_previous_permanence_order_date,
    numbered.lapp_previous_permanence_option,
    numbered.lapp_previous_permanence_la,
    ROW_NUMBER() OVER (PARTITION BY numbered.lapp_table_id ORDER BY numbered.ssd_place) AS ssd_key_row
  FROM (
  SELECT
    SUBSTR(RTRIM((TO_CHAR(ans.form_id) || '.' || TO_CHAR(ans.person_id))), 1, 48) lapp_table_id, -- lapp_table_id
    TO_CHAR(ans.person_id) lapp_person_id, -- lapp_person_id
    SUBSTR(RTRIM(SUBSTR(TO_CHAR(ans.date_answer, 'YYYY-MM-DD"T"HH24:MI:SS'), 1, 10)), 1, 100) lapp_previous_permanence_order_date, -- lapp_previous_permanence_order_date
    SUBSTR(RTRIM((SELECT MAX(a.text_answer) FROM filter_answers a WHERE a.workflow_step_id = ans.workflow_step_id AND a.person_id = ans.person_id AND a.filter_name = 'Child Previous Permanence Option (Document)')), 1, 200) lapp_previous_permanence_option, -- lapp_previous_permanence_option
    SUBSTR(RTRIM((SELECT MAX(a.text_answer) FROM filter_answers a WHERE a.workflow_step_id = ans.workflow_step_id AND a.person_id = ans.person_id AND a.filter_name = 'Child Previous Permanence LA (Document)')), 1, 100) lapp_previous_permanence_la, -- lapp_previous_permanence_la
    ROW_NUMBER() OVER (PARTITION BY ans.person_id ORDER BY ans.date_answer DESC NULLS LAST, ans.form_id DESC NULLS LAST, ans.workflow_step_id DESC NULLS LAST, ans.person_id) AS ssd_row,
    ROW_NUMBER() OVER (ORDER BY ans.date_answer DESC NULLS LAST, ans.form_id DESC NULLS LAST, ans.workflow_step_id DESC NULLS LAST, ans.person_id) AS ssd_place
  FROM filter_answers ans
  WHERE ans.filter_name = 'Child Previous Permanence Option Date (Document)'
    AND EXISTS (SELECT 1 FROM ssd_person cohort WHERE cohort.pers_person_id = TO_CHAR(ans.person_id))
    AND RTRIM((TO_CHAR(ans.form_id) || '.' || TO_CHAR(ans.person_id))) IS NOT NULL
    AND ans.person_id IS NOT NULL
) numbered
WHERE numbered.ssd_row = 1
) picked
WHERE picked.ssd_key_row = 1;

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_reviews"}
-- META-ELEMENT: {"type": "insert_data"}
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
INSERT INTO ssd_cla_reviews (
  clar_cla_review_id, -- metadata={"item_ref":"CLAR001A"}
  clar_cla_id, -- metadata={"item_ref":"CLAR011A"}
  clar_cla_review_due_date, -- metadata={"item_ref":"CLAR003A"}
  clar_cla_review_date, -- metadata={"item_ref":"CLAR004A"}
  clar_cla_review_cancelled, -- metadata={"item_ref":"CLAR012A"}
  clar_cla_review_participation -- metadata={"item_ref":"CLAR007A"}
)
WITH step_people AS (
  SELECT DISTINCT s.SUBGROUP_ID subgroup_id, s.SUBJECT_COMPOUND_ID person_id
  FROM DM_SUBGROUP_SUBJECTS s
  WHERE s.SUBJECT_TYPE_CODE = 'PER'
),
person_steps AS (
  SELECT s.WORKFLOW_STEP_ID workflow_step_id, p.person_id person_id, (TO_CHAR(s.WORKFLOW_STEP_ID) || '.' || TO_CHAR(p.person_id)) step_key, s.WORKFLOW_STEP_TYPE_ID workflow_step_type_id, s.STEP_STATUS step_status, s.INCOMING_ON incoming_on, s.STARTED_ON started_on, s.COMPLETED_ON completed_on, s.CANCELLED_ON cancelled_on, s.RESPONSIBLE_TEAM_ID responsible_team_id, s.ASSIGNEE_ID assignee_id, s.IS_CHILD_CONTACT is_child_contact, s.IS_CONTINUOUS_ASSESSMENT is_continuous_assessment, s.IS_SECTION_47_ENQUIRY is_section_47_enquiry, s.IS_MISSING_OR_ABSENT is_missing_or_absent, s.STRATEGY_DISCUSSION_DATE strategy_discussion_date, s.CP_CONFERENCE_CATEGORY cp_conference_category, s.CP_CONFERENCE_ACTUAL_DATE cp_conference_actual_date, s.LAC_REVIEW_CATEGORY lac_review_category, s.LAC_REVIEW_DATE lac_review_date, s.LAC_REVIEW_PARTICIPATION_CODE lac_review_participation_code
  FROM DM_WORKFLOW_STEPS s
  INNER JOIN step_people p ON p.subgroup_id = s.SUBGROUP_ID
),
reviews AS (
  SELECT s.workflow_step_id workflow_step_id, s.person_id person_id, s.step_key step_key, s.step_status step_status, s.lac_review_participation_code lac_review_participation_code, CASE WHEN s.step_status = 'COMPLETED' THEN s.lac_review_date ELSE s.cancelled_on END event_date
  FROM person_steps s
  WHERE s.lac_review_category IS NOT NULL AND s.step_status IN ('COMPLETED', 'CANCELLED')
),
placed_reviews AS (
  SELECT r.person_id person_id, r.step_key step_key, r.step_status step_status, r.lac_review_participation_code lac_review_participation_code, r.event_date event_date, (SELECT MAX(c.PERIOD_OF_CARE_ID) FROM DM_PERIODS_OF_CARE c WHERE c.PERSON_ID = r.person_id AND r.event_date BETWEEN c.START_DATE AND COALESCE(c.END_DATE, TIMESTAMP '9999-12-31 00:00:00')) period_of_care_id
  FROM reviews r
),
reviews_in_care AS (
  SELECT p.person_id person_id, p.step_key step_key, p.step_status step_status, p.lac_review_participation_code lac_review_participation_code, p.event_date event_date, p.period_of_care_id period_of_care_id, (SELECT COUNT(*) FROM placed_reviews e WHERE e.person_id = p.person_id AND e.period_of_care_id = p.period_of_care_id AND e.step_status = 'COMPLETED' AND e.event_date < p.event_date) earlier_reviews, (SELECT MAX(e.event_date) FROM placed_reviews e WHERE e.person_id = p.person_id AND e.period_of_care_id = p.period_of_care_id AND e.step_status = 'COMPLETED' AND e.event_date < p.event_date) earlier_date
  FROM placed_reviews p
),
calendar AS (
  SELECT DISTINCT CAST(TRUNC(r.CURR_DAY) AS TIMESTAMP) day_date, (TRUNC(r.CURR_DAY) - TRUNC(TIMESTAMP '1990-01-01 00:00:00')) days_since_monday
  FROM REPORT_DAYS r
),
counted_days AS (
  SELECT c.day_date day_date, SUM(CASE WHEN (c.days_since_monday - (7 * ROUND(((c.days_since_monday - 3) * 0.142857142857), 0))) < 5 AND c.day_date NOT IN (TIMESTAMP '2019-01-01 00:00:00', TIMESTAMP '2019-04-19 00:00:00', TIMESTAMP '2019-04-22 00:00:00', TIMESTAMP '2019-05-06 00:00:00', TIMESTAMP '2019-05-27 00:00:00', TIMESTAMP '2019-08-26 00:00:00', TIMESTAMP '2019-12-25 00:00:00', TIMESTAMP '2019-12-26 00:00:00', TIMESTAMP '2020-01-01 00:00:00', TIMESTAMP '2020-04-10 00:00:00', TIMESTAMP '2020-04-13 00:00:00', TIMESTAMP '2020-05-08 00:00:00', TIMESTAMP '2020-05-25 00:00:00', TIMESTAMP '2020-08-31 00:00:00', TIMESTAMP '2020-12-25 00:00:00', TIMESTAMP '2020-12-28 00:00:00', TIMESTAMP '2021-01-01 00:00:00', TIMESTAMP '2021-04-02 00:00:00', TIMESTAMP '2021-04-05 00:00:00', TIMESTAMP '2021-05-03 00:00:00', TIMESTAMP '2021-05-31 00:00:00', TIMESTAMP '2021-08-30 00:00:00', TIMESTAMP '2021-12-27 00:00:00', TIMESTAMP '2021-12-28 00:00:00', TIMESTAMP '2022-01-03 00:00:00', TIMESTAMP '2022-04-15 00:00:00', TIMESTAMP '2022-04-18 00:00:00', TIMESTAMP '2022-05-02 00:00:00', TIMESTAMP '2022-06-02 00:00:00', TIMESTAMP '2022-06-03 00:00:00', TIMESTAMP '2022-08-29 00:00:00', TIMESTAMP '2022-09-19 00:00:00', TIMESTAMP '2022-12-26 00:00:00', TIMESTAMP '2022-12-27 00:00:00', TIMESTAMP '2023-01-02 00:00:00', TIMESTAMP '2023-04-07 00:00:00', TIMESTAMP '2023-04-10 00:00:00', TIMESTAMP '2023-05-01 00:00:00', TIMESTAMP '2023-05-08 00:00:00', TIMESTAMP '2023-05-29 00:00:00', TIMESTAMP '2023-08-28 00:00:00', TIMESTAMP '2023-12-25 00:00:00', TIMESTAMP '2023-12-26 00:00:00', TIMESTAMP '2024-01-01 00:00:00', TIMESTAMP '2024-03-29 00:00:00', TIMESTAMP '2024-04-01 00:00:00', TIMESTAMP '2024-05-06 00:00:00', TIMESTAMP '2024-05-27 00:00:00', TIMESTAMP '2024-08-26 00:00:00', TIMESTAMP '2024-12-25 00:00:00', TIMESTAMP '2024-12-26 00:00:00', TIMESTAMP '2025-01-01 00:00:00', TIMESTAMP '2025-04-18 00:00:00', TIMESTAMP '2025-04-21 00:00:00', TIMESTAMP '2025-05-05 00:00:00', TIMESTAMP '2025-05-26 00:00:00', TIMESTAMP '2025-08-25 00:00:00', TIMESTAMP '2025-12-25 00:00:00', TIMESTAMP '2025-12-26 00:00:00', TIMESTAMP '2026-01-01 00:00:00', TIMESTAMP '2026-04-03 00:00:00', TIMESTAMP '2026-04-06 00:00:00', TIMESTAMP '2026-05-04 00:00:00', TIMESTAMP '2026-05-25 00:00:00', TIMESTAMP '2026-08-31 00:00:00', TIMESTAMP '2026-12-25 00:00:00', TIMESTAMP '2026-12-28 00:00:00', TIMESTAMP '2027-01-01 00:00:00', TIMESTAMP '2027-03-26 00:00:00', TIMESTAMP '2027-03-29 00:00:00', TIMESTAMP '2027-05-03 00:00:00',
    TIMESTAMP '2027-05-31 00:00:00', TIMESTAMP '2027-08-30 00:00:00', TIMESTAMP '2027-12-27 00:00:00', TIMESTAMP '2027-12-28 00:00:00', TIMESTAMP '2028-01-03 00:00:00', TIMESTAMP '2028-04-14 00:00:00', TIMESTAMP '2028-04-17 00:00:00', TIMESTAMP '2028-05-01 00:00:00', TIMESTAMP '2028-05-29 00:00:00', TIMESTAMP '2028-08-28 00:00:00', TIMESTAMP '2028-12-25 00:00:00', TIMESTAMP '2028-12-26 00:00:00') THEN 1 ELSE 0 END) OVER (ORDER BY c.day_date ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) working_days
  FROM calendar c
)
SELECT
  picked.clar_cla_review_id,
  picked.clar_cla_id,
  picked.clar_cla_review_due_date,
  picked.clar_cla_review_date,
  picked.clar_cla_review_cancelled,
  picked.clar_cla_review_participation
FROM (
  SELECT
    SUBSTR(RTRIM(rev.step_key), 1, 48) clar_cla_review_id, -- clar_cla_review_id
    TO_CHAR(rev.period_of_care_id) clar_cla_id, -- clar_cla_id
    CASE WHEN rev.earlier_reviews = 0 THEN (SELECT MIN(d.day_date) FROM counted_days d WHERE d.working_days = ((SELECT MAX(b.working_days) FROM counted_days b WHERE b.day_date = CAST(TRUNC(care.START_DATE) AS TIMESTAMP)) + 20)) WHEN rev.earlier_reviews = 1 THEN (rev.earlier_date + NUMTODSINTERVAL(91, 'DAY')) ELSE (rev.earlier_date + NUMTODSINTERVAL(183, 'DAY')) END clar_cla_review_due_date, -- clar_cla_review_due_date
    CASE WHEN rev.step_status = 'COMPLETED' THEN rev.event_date END clar_cla_review_date, -- clar_cla_review_date
    CASE WHEN rev.step_status = 'COMPLETED' THEN 'N' ELSE 'Y' END clar_cla_review_cancelled, -- clar_cla_review_cancelled
    SUBSTR(RTRIM(CASE WHEN rev.step_status = 'COMPLETED' THEN rev.lac_review_participation_code END), 1, 100) clar_cla_review_participation, -- clar_cla_review_participation
    ROW_NUMBER() OVER (PARTITION BY rev.step_key ORDER BY rev.step_key, rev.period_of_care_id, rev.earlier_reviews, care.START_DATE, rev.earlier_date, rev.step_status, rev.event_date, rev.lac_review_participation_code) AS ssd_row
  FROM reviews_in_care rev
  LEFT JOIN DM_PERIODS_OF_CARE care ON care.PERIOD_OF_CARE_ID = rev.period_of_care_id
  WHERE rev.event_date < ((SELECT settings.today FROM ssd_extract_settings settings) + INTERVAL '1' DAY)
    AND (rev.event_date >= (SELECT settings.window_start FROM ssd_extract_settings settings) OR rev.event_date IS NULL)
    AND EXISTS (SELECT 1 FROM ssd_person cohort WHERE cohort.pers_person_id = TO_CHAR(rev.person_id))
    AND RTRIM(rev.step_key) IS NOT NULL
) picked
WHERE picked.ssd_row = 1;

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_substance_misuse"}
-- META-ELEMENT: {"type": "insert_data"}
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
INSERT INTO ssd_cla_substance_misuse (
  clas_substance_misuse_id, -- metadata={"item_ref":"CLAS001A"}
  clas_person_id, -- metadata={"item_ref":"CLAS002A"}
  clas_substance_misuse_date, -- metadata={"item_ref":"CLAS003A"}
  clas_substance_misused, -- metadata={"item_ref":"CLAS004A"}
  clas_intervention_received -- metadata={"item_ref":"CLAS005A"}
)
WITH step_people AS (
  SELECT DISTINCT s.SUBGROUP_ID subgroup_id, s.SUBJECT_COMPOUND_ID person_id
  FROM DM_SUBGROUP_SUBJECTS s
  WHERE s.SUBJECT_TYPE_CODE = 'PER'
),
form_answers AS (
  SELECT a.FORM_ID form_id, a.FORM_ANSWER_ROW_ID form_answer_row_id, p.person_id person_id, a.QUESTION_USER_CODE question_user_code, a.TEXT_ANSWER text_answer, a.DATE_ANSWER date_answer
  FROM DM_CACHED_FORM_ANSWERS a
  INNER JOIN step_people p ON p.subgroup_id = a.SUBGROUP_ID AND (a.SUBJECT_PERSON_ID IS NULL OR a.SUBJECT_PERSON_ID <= 0 OR a.SUBJECT_PERSON_ID = p.person_id)
)
SELECT
  picked.clas_substance_misuse_id,
  picked.clas_person_id,
  picked.clas_substance_misuse_date,
  picked.clas_substance_misused,
  picked.clas_intervention_received
FROM (
  SELECT
    numbered.clas_substance_misuse_id,
    numbered.clas_person_id,
    numbered.clas_substance_misuse_date,
    numbered.clas_substance_misused,
    numbered.clas_intervention_received,
    ROW_NUMBER() OVER (PARTITION BY numbered.clas_substance_misuse_id ORDER BY numbered.ssd_place) AS ssd_key_row
  FROM (
  SELECT
    SUBSTR(RTRIM((TO_CHAR(ans.form_id) || '.' || TO_CHAR(ans.form_answer_row_id) || '.' || TO_CHAR(ans.person_id))), 1, 48) clas_substance_misuse_id, -- clas_substance_misuse_id
    TO_CHAR(ans.person_id) clas_person_id, -- clas_person_id
    (SELECT MAX(d.date_answer) FROM form_answers d WHERE d.form_id = ans.form_id AND d.form_answer_row_id = ans.form_answer_row_id AND d.person_id = ans.person_id AND d.question_user_code IN (NULL /* substance_date_questions */)) clas_substance_misuse_date, -- clas_substance_misuse_date
    SUBSTR(RTRIM(ans.text_answer), 1, 100) clas_substance_misused, -- clas_substance_misused
    SUBSTR(RTRIM((SELECT MAX(CASE WHEN d.text_answer IN ('Yes') THEN 'Y' ELSE 'N' END) FROM form_answers d WHERE d.form_id = ans.form_id AND d.form_answer_row_id = ans.form_answer_row_id AND d.person_id = ans.person_id AND d.question_user_code IN (NULL /* substance_intervention_questions */) AND RTRIM(d.text_answer) IS NOT NULL)), 1, 1) clas_intervention_received, -- clas_intervention_received
    ROW_NUMBER() OVER (PARTITION BY ans.form_id, ans.form_answer_row_id, ans.person_id ORDER BY ans.text_answer, ans.form_id, ans.form_answer_row_id, ans.person_id) AS ssd_row,
    ROW_NUMBER() OVER (ORDER BY ans.text_answer, ans.form_id, ans.form_answer_row_id, ans.person_id) AS ssd_place
  FROM form_answers ans
  WHERE ans.question_user_code IN (NULL /* substance_questions */)
    AND EXISTS (SELECT 1 FROM ssd_person cohort WHERE cohort.pers_person_id = TO_CHAR(ans.person_id))
    AND RTRIM((TO_CHAR(ans.form_id) || '.' || TO_CHAR(ans.form_answer_row_id) || '.' || TO_CHAR(ans.person_id))) IS NOT NULL
    AND ans.person_id IS NOT NULL
) numbered
WHERE numbered.ssd_row = 1
) picked
WHERE picked.ssd_key_row = 1;

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_visits"}
-- META-ELEMENT: {"type": "insert_data"}
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
INSERT INTO ssd_cla_visits (
  clav_cla_visit_id, -- metadata={"item_ref":"CLAV001A"}
  clav_cla_id, -- metadata={"item_ref":"CLAV007A"}
  clav_person_id, -- metadata={"item_ref":"CLAV008A"}
  clav_cla_visit_date, -- metadata={"item_ref":"CLAV003A"}
  clav_cla_visit_seen, -- metadata={"item_ref":"CLAV004A"}
  clav_cla_visit_seen_alone -- metadata={"item_ref":"CLAV005A"}
)
WITH step_people AS (
  SELECT DISTINCT s.SUBGROUP_ID subgroup_id, s.SUBJECT_COMPOUND_ID person_id
  FROM DM_SUBGROUP_SUBJECTS s
  WHERE s.SUBJECT_TYPE_CODE = 'PER'
),
person_steps AS (
  SELECT s.WORKFLOW_STEP_ID workflow_step_id, p.person_id person_id, (TO_CHAR(s.WORKFLOW_STEP_ID) || '.' || TO_CHAR(p.person_id)) step_key, s.WORKFLOW_STEP_TYPE_ID workflow_step_type_id, s.STEP_STATUS step_status, s.INCOMING_ON incoming_on, s.STARTED_ON started_on, s.COMPLETED_ON completed_on, s.CANCELLED_ON cancelled_on, s.RESPONSIBLE_TEAM_ID responsible_team_id, s.ASSIGNEE_ID assignee_id, s.IS_CHILD_CONTACT is_child_contact, s.IS_CONTINUOUS_ASSESSMENT is_continuous_assessment, s.IS_SECTION_47_ENQUIRY is_section_47_enquiry, s.IS_MISSING_OR_ABSENT is_missing_or_absent, s.STRATEGY_DISCUSSION_DATE strategy_discussion_date, s.CP_CONFERENCE_CATEGORY cp_conference_category, s.CP_CONFERENCE_ACTUAL_DATE cp_conference_actual_date, s.LAC_REVIEW_CATEGORY lac_review_category, s.LAC_REVIEW_DATE lac_review_date, s.LAC_REVIEW_PARTICIPATION_CODE lac_review_participation_code
  FROM DM_WORKFLOW_STEPS s
  INNER JOIN step_people p ON p.subgroup_id = s.SUBGROUP_ID
),
answers AS (
  SELECT a.WORKFLOW_STEP_ID workflow_step_id, p.person_id person_id, a.QUESTION_USER_CODE question_user_code, a.FORM_ID form_id, a.TEXT_ANSWER text_answer, a.NUMBER_ANSWER number_answer, a.DATE_ANSWER date_answer
  FROM DM_CACHED_FORM_ANSWERS a
  INNER JOIN person_steps p ON p.workflow_step_id = a.WORKFLOW_STEP_ID AND (a.SUBJECT_PERSON_ID IS NULL OR a.SUBJECT_PERSON_ID <= 0 OR a.SUBJECT_PERSON_ID = p.person_id)
)
SELECT
  picked.clav_cla_visit_id,
  picked.clav_cla_id,
  picked.clav_person_id,
  picked.clav_cla_visit_date,
  picked.clav_cla_visit_seen,
  picked.clav_cla_visit_seen_alone
FROM (
  SELECT
    numbered.clav_cla_visit_id,
    numbered.clav_cla_id,
    numbered.clav_person_id,
    numbered.clav_cla_visit_date,
    numbered.clav_cla_visit_seen,
    numbered.clav_cla_visit_seen_alone,
    ROW_NUMBER() OVER (PARTITION BY numbered.clav_cla_visit_id ORDER BY numbered.ssd_place) AS ssd_key_row
  FROM (
  SELECT
    SUBSTR(RTRIM((visit.VISIT_TYPE || '.' || TO_CHAR(visit.VISIT_ID) || '.' || TO_CHAR(visit.PERSON_ID))), 1, 48) clav_cla_visit_id, -- clav_cla_visit_id
    TO_CHAR((SELECT MAX(c.PERIOD_OF_CARE_ID) FROM DM_PERIODS_OF_CARE c WHERE c.PERSON_ID = visit.PERSON_ID AND visit.ACTUAL_DATE BETWEEN c.START_DATE AND COALESCE(c.END_DATE, TIMESTAMP '9999-12-31 00:00:00'))) clav_cla_id, -- clav_cla_id
    TO_CHAR(visit.PERSON_ID) clav_person_id, -- clav_person_id
    visit.ACTUAL_DATE clav_cla_visit_date, -- clav_cla_visit_date
    SUBSTR(RTRIM(COALESCE(CASE WHEN vtype.VISIT_SOURCE = 'Mos Step' THEN (SELECT MAX(CASE a.text_answer WHEN 'Yes' THEN 'Y' WHEN 'No' THEN 'N' WHEN 'Y' THEN 'Y' WHEN 'N' THEN 'N' END) FROM answers a WHERE a.workflow_step_id = visit.VISIT_ID AND a.person_id = visit.PERSON_ID AND a.question_user_code IN (NULL /* cla_visit_seen_questions */)) END, CASE WHEN visit.SEEN_ALONE_FLAG = 'Y' THEN 'Y' END)), 1, 1) clav_cla_visit_seen, -- clav_cla_visit_seen
    SUBSTR(RTRIM(visit.SEEN_ALONE_FLAG), 1, 1) clav_cla_visit_seen_alone, -- clav_cla_visit_seen_alone
    ROW_NUMBER() OVER (PARTITION BY visit.VISIT_TYPE, visit.VISIT_ID, visit.PERSON_ID ORDER BY visit.ACTUAL_DATE DESC NULLS LAST, visit.VISIT_TYPE, visit.VISIT_ID, visit.PERSON_ID, vtype.VISIT_SOURCE, visit.SEEN_ALONE_FLAG) AS ssd_row,
    ROW_NUMBER() OVER (ORDER BY visit.ACTUAL_DATE DESC NULLS LAST, visit.VISIT_TYPE, visit.VISIT_ID, visit.PERSON_ID, vtype.VISIT_SOURCE, visit.SEEN_ALONE_FLAG) AS ssd_place
  FROM DM_VISITS visit
  LEFT JOIN DM_VISIT_TYPES vtype ON vtype.VISIT_TYPE = visit.VISIT_TYPE
  WHERE visit.VISIT_TYPE IN ('STP.1193', 'VIS.CLA')
    AND visit.ACTUAL_DATE < ((SELECT settings.today FROM ssd_extract_settings settings) + INTERVAL '1' DAY)
    AND (visit.ACTUAL_DATE >= (SELECT settings.window_start FROM ssd_extract_settings settings) OR visit.ACTUAL_DATE IS NULL)
    AND EXISTS (SELECT 1 FROM ssd_person cohort WHERE cohort.pers_person_id = TO_CHAR(visit.PERSON_ID))
    AND RTRIM((visit.VISIT_TYPE || '.' || TO_CHAR(visit.VISIT_ID) || '.' || TO_CHAR(visit.PERSON_ID))) IS NOT NULL
) numbered
WHERE numbered.ssd_row = 1
) picked
WHERE picked.ssd_key_row = 1;

-- META-CONTAINER: {"type": "table", "name": "ssd_contacts"}
-- META-ELEMENT: {"type": "insert_data"}
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
INSERT INTO ssd_contacts (
  cont_contact_id, -- metadata={"item_ref":"CONT001A"}
  cont_person_id, -- metadata={"item_ref":"CONT002A"}
  cont_contact_date, -- metadata={"item_ref":"CONT003A"}
  cont_contact_source_code, -- metadata={"item_ref":"CONT004A"}
  cont_contact_source_desc, -- metadata={"item_ref":"CONT006A"}
  cont_contact_outcome_json -- metadata={"item_ref":"CONT005A"}
)
WITH step_people AS (
  SELECT DISTINCT s.SUBGROUP_ID subgroup_id, s.SUBJECT_COMPOUND_ID person_id
  FROM DM_SUBGROUP_SUBJECTS s
  WHERE s.SUBJECT_TYPE_CODE = 'PER'
),
person_steps AS (
  SELECT s.WORKFLOW_STEP_ID workflow_step_id, p.person_id person_id, (TO_CHAR(s.WORKFLOW_STEP_ID) || '.' || TO_CHAR(p.person_id)) step_key, s.WORKFLOW_STEP_TYPE_ID workflow_step_type_id, s.STEP_STATUS step_status, s.INCOMING_ON incoming_on, s.STARTED_ON started_on, s.COMPLETED_ON completed_on, s.CANCELLED_ON cancelled_on, s.RESPONSIBLE_TEAM_ID responsible_team_id, s.ASSIGNEE_ID assignee_id, s.IS_CHILD_CONTACT is_child_contact, s.IS_CONTINUOUS_ASSESSMENT is_continuous_assessment, s.IS_SECTION_47_ENQUIRY is_section_47_enquiry, s.IS_MISSING_OR_ABSENT is_missing_or_absent, s.STRATEGY_DISCUSSION_DATE strategy_discussion_date, s.CP_CONFERENCE_CATEGORY cp_conference_category, s.CP_CONFERENCE_ACTUAL_DATE cp_conference_actual_date, s.LAC_REVIEW_CATEGORY lac_review_category, s.LAC_REVIEW_DATE lac_review_date, s.LAC_REVIEW_PARTICIPATION_CODE lac_review_participation_code
  FROM DM_WORKFLOW_STEPS s
  INNER JOIN step_people p ON p.subgroup_id = s.SUBGROUP_ID
),
next_steps AS (
  SELECT k.SOURCE_STEP_ID source_step_id, k.WORKFLOW_NEXT_ACTION_TYPE_ID workflow_next_action_type_id, k.WORKFLOW_REASON_TYPE_ID workflow_reason_type_id, t.person_id person_id, t.step_status step_status, t.workflow_step_type_id workflow_step_type_id
  FROM DM_WORKFLOW_LINKS k
  INNER JOIN person_steps t ON t.workflow_step_id = k.TARGET_STEP_ID
),
outcome_words AS (
  SELECT DISTINCT n.source_step_id source_step_id, n.person_id person_id, t.DESCRIPTION description
  FROM next_steps n
  INNER JOIN DM_WORKFLOW_NXT_ACTION_TYPES t ON t.WORKFLOW_NEXT_ACTION_TYPE_ID = n.workflow_next_action_type_id
  WHERE n.step_status IN ('INCOMING', 'STARTED', 'REOPENED', 'COMPLETED')
)
SELECT
  picked.cont_contact_id,
  picked.cont_person_id,
  picked.cont_contact_date,
  picked.cont_contact_source_code,
  picked.cont_contact_source_desc,
  picked.cont_contact_outcome_json
FROM (
  SELECT
    SUBSTR(RTRIM(step.step_key), 1, 48) cont_contact_id, -- cont_contact_id
    TO_CHAR(step.person_id) cont_person_id, -- cont_person_id
    step.started_on cont_contact_date, -- cont_contact_date
    SUBSTR(RTRIM((SELECT MAX(c.CATEGORY_CODE) FROM DM_STEP_SOURCE_DETAILS d INNER JOIN CHILD_GROUP_EMBEDDED_CODES_VW c ON c.MAPPED_VALUE = TO_CHAR(d.SOURCE_TYPE_ID) AND c.GROUP_NAME = 'Child CIN Referral Source' WHERE d.WORKFLOW_STEP_ID = step.workflow_step_id)), 1, 48) cont_contact_source_code, -- cont_contact_source_code
    SUBSTR(RTRIM((SELECT MAX(t.DESCRIPTION) FROM DM_STEP_SOURCE_DETAILS d INNER JOIN DM_STEP_SOURCE_TYPES t ON t.SOURCE_TYPE_ID = d.SOURCE_TYPE_ID WHERE d.WORKFLOW_STEP_ID = step.workflow_step_id)), 1, 255) cont_contact_source_desc, -- cont_contact_source_desc
    REPLACE(REPLACE(REPLACE(TRANSLATE(
      '{"OUTCOMES":' || NVL2(SUBSTR(RTRIM((SELECT LISTAGG(TRANSLATE(w.description, CHR(1) || CHR(2) || CHR(3) || CHR(4) || CHR(5) || CHR(6) || CHR(7) || CHR(8) || CHR(11) || CHR(12) || CHR(14) || CHR(15) || CHR(16) || CHR(17) || CHR(18) || CHR(19) || CHR(20) || CHR(21) || CHR(22) || CHR(23) || CHR(24) || CHR(25) || CHR(26) || CHR(27) || CHR(28) || CHR(29) || CHR(30) || CHR(31), '                            '), ', ') WITHIN GROUP (ORDER BY w.description) FROM outcome_words w WHERE w.source_step_id = step.workflow_step_id AND w.person_id = step.person_id)), 1, 1900), '"' || REPLACE(REPLACE(SUBSTR(RTRIM((SELECT LISTAGG(TRANSLATE(w.description, CHR(1) || CHR(2) || CHR(3) || CHR(4) || CHR(5) || CHR(6) || CHR(7) || CHR(8) || CHR(11) || CHR(12) || CHR(14) || CHR(15) || CHR(16) || CHR(17) || CHR(18) || CHR(19) || CHR(20) || CHR(21) || CHR(22) || CHR(23) || CHR(24) || CHR(25) || CHR(26) || CHR(27) || CHR(28) || CHR(29) || CHR(30) || CHR(31), '                            '), ', ') WITHIN GROUP (ORDER BY w.description) FROM outcome_words w WHERE w.source_step_id = step.workflow_step_id AND w.person_id = step.person_id)), 1, 1900), '\', '\\'), '"', '\"') || '"', 'null') ||
      '}', CHR(1) || CHR(2) || CHR(3) || CHR(4) || CHR(5) || CHR(6) || CHR(7) || CHR(8) || CHR(11) || CHR(12) || CHR(14) || CHR(15) || CHR(16) || CHR(17) || CHR(18) || CHR(19) || CHR(20) || CHR(21) || CHR(22) || CHR(23) || CHR(24) || CHR(25) || CHR(26) || CHR(27) || CHR(28) || CHR(29) || CHR(30) || CHR(31), '                            '), CHR(13), '\r'), CHR(10), '\n'), CHR(9), '\t') cont_contact_outcome_json, -- cont_contact_outcome_json
    ROW_NUMBER() OVER (PARTITION BY step.step_key ORDER BY step.step_key, step.person_id, step.started_on, step.workflow_step_id) AS ssd_row
  FROM person_steps step
  WHERE step.is_child_contact = 'Y'
    AND step.started_on < ((SELECT settings.today FROM ssd_extract_settings settings) + INTERVAL '1' DAY)
    AND (step.started_on >= (SELECT settings.window_start FROM ssd_extract_settings settings) OR step.started_on IS NULL)
    AND EXISTS (SELECT 1 FROM ssd_person cohort WHERE cohort.pers_person_id = TO_CHAR(step.person_id))
    AND RTRIM(step.step_key) IS NOT NULL
    AND step.person_id IS NOT NULL
) picked
WHERE picked.ssd_row = 1;

-- META-CONTAINER: {"type": "table", "name": "ssd_cp_plans"}
-- META-ELEMENT: {"type": "insert_data"}
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
INSERT INTO ssd_cp_plans (
  cppl_cp_plan_id, -- metadata={"item_ref":"CPPL001A"}
  cppl_referral_id, -- metadata={"item_ref":"CPPL007A"}
  cppl_icpc_id, -- metadata={"item_ref":"CPPL008A"}
  cppl_person_id, -- metadata={"item_ref":"CPPL002A"}
  cppl_cp_plan_start_date, -- metadata={"item_ref":"CPPL003A"}
  cppl_cp_plan_end_date, -- metadata={"item_ref":"CPPL004A"}
  cppl_cp_plan_initial_category, -- metadata={"item_ref":"CPPL009A"}
  cppl_cp_plan_ola, -- metadata={"item_ref":"CPPL011A"}
  cppl_cp_plan_latest_category -- metadata={"item_ref":"CPPL010A"}
)
WITH cp_plans AS (
  SELECT r.REGISTRATION_ID registration_id, r.PERSON_ID person_id, r.REGISTRATION_STEP_ID registration_step_id, r.REGISTRATION_START_DATE registration_start_date, r.DEREGISTRATION_DATE deregistration_date
  FROM DM_REGISTRATIONS r
  WHERE r.IS_CHILD_PROTECTION_PLAN = 'Y' AND COALESCE(r.IS_TEMPORARY_CHILD_PROTECTION, 'N') = 'N'
),
referrals AS (
  SELECT DISTINCT r.REFERRAL_ID referral_id, r.PERSON_ID person_id, (TO_CHAR(r.REFERRAL_ID) || '.' || TO_CHAR(r.PERSON_ID)) referral_key, r.REFERRAL_DATE referral_date, r.CLOSURE_DATE closure_date
  FROM DM_CIN_REFERRALS r
)
SELECT
  picked.cppl_cp_plan_id,
  picked.cppl_referral_id,
  picked.cppl_icpc_id,
  picked.cppl_person_id,
  picked.cppl_cp_plan_start_date,
  picked.cppl_cp_plan_end_date,
  picked.cppl_cp_plan_initial_category,
  picked.cppl_cp_plan_ola,
  picked.cppl_cp_plan_latest_category
FROM (
  SELECT
    TO_CHAR(cplan.registration_id) cppl_cp_plan_id, -- cppl_cp_plan_id
    SUBSTR(RTRIM((SELECT r.referral_key FROM referrals r WHERE r.person_id = cplan.person_id AND r.referral_date <= COALESCE(cplan.deregistration_date, TIMESTAMP '9999-12-31 00:00:00') AND COALESCE(r.closure_date, TIMESTAMP '9999-12-31 00:00:00') >= cplan.registration_start_date ORDER BY r.referral_id DESC NULLS LAST, r.referral_date DESC NULLS LAST, r.referral_key FETCH FIRST 1 ROW ONLY)), 1, 48) cppl_referral_id, -- cppl_referral_id
    SUBSTR(RTRIM(CASE WHEN cplan.registration_step_id IS NOT NULL THEN (TO_CHAR(cplan.registration_step_id) || '.' || TO_CHAR(cplan.person_id)) END), 1, 48) cppl_icpc_id, -- cppl_icpc_id
    TO_CHAR(cplan.person_id) cppl_person_id, -- cppl_person_id
    cplan.registration_start_date cppl_cp_plan_start_date, -- cppl_cp_plan_start_date
    cplan.deregistration_date cppl_cp_plan_end_date, -- cppl_cp_plan_end_date
    SUBSTR(RTRIM((SELECT CASE WHEN COUNT(DISTINCT c.CIN_ABUSE_CATEGORY_CODE) <= 1 THEN MAX(c.CIN_ABUSE_CATEGORY_CODE) ELSE 'MUL' END FROM DM_REGISTRATION_CATEGORIES c WHERE c.REGISTRATION_ID = cplan.registration_id AND CAST(TRUNC(c.CATEGORY_START_DATE) AS TIMESTAMP) = CAST(TRUNC(cplan.registration_start_date) AS TIMESTAMP))), 1, 100) cppl_cp_plan_initial_category, -- cppl_cp_plan_initial_category
    'N' cppl_cp_plan_ola, -- cppl_cp_plan_ola
    SUBSTR(RTRIM((SELECT CASE WHEN COUNT(DISTINCT c.CIN_ABUSE_CATEGORY_CODE) <= 1 THEN MAX(c.CIN_ABUSE_CATEGORY_CODE) ELSE 'MUL' END FROM DM_REGISTRATION_CATEGORIES c WHERE c.REGISTRATION_ID = cplan.registration_id AND CAST(TRUNC(COALESCE(cplan.deregistration_date, (SELECT settings.today FROM ssd_extract_settings settings))) AS TIMESTAMP) BETWEEN CAST(TRUNC(c.CATEGORY_START_DATE) AS TIMESTAMP) AND COALESCE(c.CATEGORY_END_DATE, TIMESTAMP '9999-12-31 00:00:00'))), 1, 100) cppl_cp_plan_latest_category, -- cppl_cp_plan_latest_category
    ROW_NUMBER() OVER (PARTITION BY TO_CHAR(cplan.registration_id) ORDER BY cplan.registration_id, cplan.person_id, cplan.deregistration_date, cplan.registration_start_date, cplan.registration_step_id) AS ssd_row
  FROM cp_plans cplan
  WHERE cplan.registration_start_date < ((SELECT settings.today FROM ssd_extract_settings settings) + INTERVAL '1' DAY)
    AND (cplan.deregistration_date >= (SELECT settings.window_start FROM ssd_extract_settings settings) OR cplan.deregistration_date IS NULL)
    AND EXISTS (SELECT 1 FROM ssd_person cohort WHERE cohort.pers_person_id = TO_CHAR(cplan.person_id))
    AND cplan.registration_id IS NOT NULL
    AND cplan.person_id IS NOT NULL
) picked
WHERE picked.ssd_row = 1;

-- META-CONTAINER: {"type": "table", "name": "ssd_cp_reviews"}
-- META-ELEMENT: {"type": "insert_data"}
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
INSERT INTO ssd_cp_reviews (
  cppr_cp_review_id, -- metadata={"item_ref":"CPPR001A"}
  cppr_person_id, -- metadata={"item_ref":"CPPR008A"}
  cppr_cp_plan_id, -- metadata={"item_ref":"CPPR002A"}
  cppr_cp_review_due, -- metadata={"item_ref":"CPPR003A"}
  cppr_cp_review_date, -- metadata={"item_ref":"CPPR004A"}
  -- cppr_cp_review_meeting_id is not held: a conference has no id but that of its workflow step
  cppr_cp_review_outcome_continue_cp, -- metadata={"item_ref":"CPPR005A"}
  cppr_cp_review_quorate, -- metadata={"item_ref":"CPPR006A"}
  cppr_cp_review_participation -- metadata={"item_ref":"CPPR007A"}
)
WITH step_people AS (
  SELECT DISTINCT s.SUBGROUP_ID subgroup_id, s.SUBJECT_COMPOUND_ID person_id
  FROM DM_SUBGROUP_SUBJECTS s
  WHERE s.SUBJECT_TYPE_CODE = 'PER'
),
person_steps AS (
  SELECT s.WORKFLOW_STEP_ID workflow_step_id, p.person_id person_id, (TO_CHAR(s.WORKFLOW_STEP_ID) || '.' || TO_CHAR(p.person_id)) step_key, s.WORKFLOW_STEP_TYPE_ID workflow_step_type_id, s.STEP_STATUS step_status, s.INCOMING_ON incoming_on, s.STARTED_ON started_on, s.COMPLETED_ON completed_on, s.CANCELLED_ON cancelled_on, s.RESPONSIBLE_TEAM_ID responsible_team_id, s.ASSIGNEE_ID assignee_id, s.IS_CHILD_CONTACT is_child_contact, s.IS_CONTINUOUS_ASSESSMENT is_continuous_assessment, s.IS_SECTION_47_ENQUIRY is_section_47_enquiry, s.IS_MISSING_OR_ABSENT is_missing_or_absent, s.STRATEGY_DISCUSSION_DATE strategy_discussion_date, s.CP_CONFERENCE_CATEGORY cp_conference_category, s.CP_CONFERENCE_ACTUAL_DATE cp_conference_actual_date, s.LAC_REVIEW_CATEGORY lac_review_category, s.LAC_REVIEW_DATE lac_review_date, s.LAC_REVIEW_PARTICIPATION_CODE lac_review_participation_code
  FROM DM_WORKFLOW_STEPS s
  INNER JOIN step_people p ON p.subgroup_id = s.SUBGROUP_ID
),
cp_plans AS (
  SELECT r.REGISTRATION_ID registration_id, r.PERSON_ID person_id, r.REGISTRATION_STEP_ID registration_step_id, r.REGISTRATION_START_DATE registration_start_date, r.DEREGISTRATION_DATE deregistration_date
  FROM DM_REGISTRATIONS r
  WHERE r.IS_CHILD_PROTECTION_PLAN = 'Y' AND COALESCE(r.IS_TEMPORARY_CHILD_PROTECTION, 'N') = 'N'
),
conferences AS (
  SELECT s.workflow_step_id workflow_step_id, s.person_id person_id, s.step_key step_key, s.started_on started_on, s.cp_conference_category category, CAST(TRUNC(s.cp_conference_actual_date) AS TIMESTAMP) conference_date, (SELECT MAX(p.registration_id) FROM cp_plans p WHERE p.person_id = s.person_id AND CAST(TRUNC(s.cp_conference_actual_date) AS TIMESTAMP) BETWEEN CAST(TRUNC(p.registration_start_date) AS TIMESTAMP) AND COALESCE(p.deregistration_date, TIMESTAMP '9999-12-31 00:00:00')) plan_id
  FROM person_steps s
  WHERE s.cp_conference_category IN ('Initial', 'Review') AND s.step_status = 'COMPLETED' AND s.cp_conference_actual_date IS NOT NULL
),
answers AS (
  SELECT a.WORKFLOW_STEP_ID workflow_step_id, p.person_id person_id, a.QUESTION_USER_CODE question_user_code, a.FORM_ID form_id, a.TEXT_ANSWER text_answer, a.NUMBER_ANSWER number_answer, a.DATE_ANSWER date_answer
  FROM DM_CACHED_FORM_ANSWERS a
  INNER JOIN person_steps p ON p.workflow_step_id = a.WORKFLOW_STEP_ID AND (a.SUBJECT_PERSON_ID IS NULL OR a.SUBJECT_PERSON_ID <= 0 OR a.SUBJECT_PERSON_ID = p.person_id)
),
review_answers AS (
  SELECT a.workflow_step_id workflow_step_id, a.person_id person_id, MAX(CASE WHEN a.question_user_code IN (NULL /* cp_review_quorate_questions */) THEN a.text_answer END) quorate, MAX(CASE WHEN a.question_user_code IN (NULL /* cp_review_participation_questions */) THEN a.text_answer END) participation
  FROM answers a
  GROUP BY a.workflow_step_id, a.person_id
)
SELECT
  picked.cppr_cp_review_id,
  picked.cppr_person_id,
  picked.cppr_cp_plan_id,
  picked.cppr_cp_review_due,
  picked.cppr_cp_review_date,
  picked.cppr_cp_review_outcome_continue_cp,
  picked.cppr_cp_review_quorate,
  picked.cppr_cp_review_participation
FROM (
  SELECT
    SUBSTR(RTRIM(conf.step_key), 1, 48) cppr_cp_review_id, -- cppr_cp_review_id
    TO_CHAR(conf.person_id) cppr_person_id, -- cppr_person_id
    TO_CHAR(conf.plan_id) cppr_cp_plan_id, -- cppr_cp_plan_id
    CASE WHEN prev.category = 'Initial' THEN (prev.conference_date + NUMTODSINTERVAL(91, 'DAY')) WHEN prev.category = 'Review' THEN (prev.conference_date + NUMTODSINTERVAL(183, 'DAY')) END cppr_cp_review_due, -- cppr_cp_review_due
    conf.conference_date cppr_cp_review_date, -- cppr_cp_review_date
    CASE WHEN CAST(TRUNC(cplan.deregistration_date) AS TIMESTAMP) = conf.conference_date THEN 'N' WHEN conf.plan_id IS NOT NULL THEN 'Y' END cppr_cp_review_outcome_continue_cp, -- cppr_cp_review_outcome_continue_cp
    CASE ans.quorate WHEN 'Yes' THEN 'Y' WHEN 'No' THEN 'N' WHEN 'Y' THEN 'Y' WHEN 'N' THEN 'N' END cppr_cp_review_quorate, -- cppr_cp_review_quorate
    SUBSTR(RTRIM(ans.participation), 1, 100) cppr_cp_review_participation, -- cppr_cp_review_participation
    ROW_NUMBER() OVER (PARTITION BY conf.step_key ORDER BY conf.step_key, conf.person_id, conf.plan_id, prev.category, prev.conference_date, conf.conference_date, cplan.deregistration_date, ans.quorate, ans.participation) AS ssd_row
  FROM conferences conf
  OUTER APPLY (SELECT prev.* FROM conferences prev WHERE prev.person_id = conf.person_id AND prev.plan_id = conf.plan_id AND prev.conference_date < conf.conference_date ORDER BY prev.started_on DESC NULLS LAST, prev.workflow_step_id DESC NULLS LAST, prev.category, prev.conference_date FETCH FIRST 1 ROW ONLY) prev
  LEFT JOIN cp_plans cplan ON cplan.registration_id = conf.plan_id
  LEFT JOIN review_answers ans ON ans.workflow_step_id = conf.workflow_step_id AND ans.person_id = conf.person_id
  WHERE conf.category = 'Review'
    AND conf.conference_date < ((SELECT settings.today FROM ssd_extract_settings settings) + INTERVAL '1' DAY)
    AND (conf.conference_date >= (SELECT settings.window_start FROM ssd_extract_settings settings) OR conf.conference_date IS NULL)
    AND EXISTS (SELECT 1 FROM ssd_person cohort WHERE cohort.pers_person_id = TO_CHAR(conf.person_id))
    AND RTRIM(conf.step_key) IS NOT NULL
) picked
WHERE picked.ssd_row = 1;

-- META-CONTAINER: {"type": "table", "name": "ssd_cp_visits"}
-- META-ELEMENT: {"type": "insert_data"}
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
INSERT INTO ssd_cp_visits (
  cppv_cp_visit_id, -- metadata={"item_ref":"CPPV007A"}
  cppv_person_id, -- metadata={"item_ref":"CPPV008A"}
  cppv_cp_plan_id, -- metadata={"item_ref":"CPPV001A"}
  cppv_cp_visit_date, -- metadata={"item_ref":"CPPV003A"}
  cppv_cp_visit_seen, -- metadata={"item_ref":"CPPV004A"}
  cppv_cp_visit_seen_alone, -- metadata={"item_ref":"CPPV005A"}
  cppv_cp_visit_bedroom -- metadata={"item_ref":"CPPV006A"}
)
WITH step_people AS (
  SELECT DISTINCT s.SUBGROUP_ID subgroup_id, s.SUBJECT_COMPOUND_ID person_id
  FROM DM_SUBGROUP_SUBJECTS s
  WHERE s.SUBJECT_TYPE_CODE = 'PER'
),
person_steps AS (
  SELECT s.WORKFLOW_STEP_ID workflow_step_id, p.person_id person_id, (TO_CHAR(s.WORKFLOW_STEP_ID) || '.' || TO_CHAR(p.person_id)) step_key, s.WORKFLOW_STEP_TYPE_ID workflow_step_type_id, s.STEP_STATUS step_status, s.INCOMING_ON incoming_on, s.STARTED_ON started_on, s.COMPLETED_ON completed_on, s.CANCELLED_ON cancelled_on, s.RESPONSIBLE_TEAM_ID responsible_team_id, s.ASSIGNEE_ID assignee_id, s.IS_CHILD_CONTACT is_child_contact, s.IS_CONTINUOUS_ASSESSMENT is_continuous_assessment, s.IS_SECTION_47_ENQUIRY is_section_47_enquiry, s.IS_MISSING_OR_ABSENT is_missing_or_absent, s.STRATEGY_DISCUSSION_DATE strategy_discussion_date, s.CP_CONFERENCE_CATEGORY cp_conference_category, s.CP_CONFERENCE_ACTUAL_DATE cp_conference_actual_date, s.LAC_REVIEW_CATEGORY lac_review_category, s.LAC_REVIEW_DATE lac_review_date, s.LAC_REVIEW_PARTICIPATION_CODE lac_review_participation_code
  FROM DM_WORKFLOW_STEPS s
  INNER JOIN step_people p ON p.subgroup_id = s.SUBGROUP_ID
),
answers AS (
  SELECT a.WORKFLOW_STEP_ID workflow_step_id, p.person_id person_id, a.QUESTION_USER_CODE question_user_code, a.FORM_ID form_id, a.TEXT_ANSWER text_answer, a.NUMBER_ANSWER number_answer, a.DATE_ANSWER date_answer
  FROM DM_CACHED_FORM_ANSWERS a
  INNER JOIN person_steps p ON p.workflow_step_id = a.WORKFLOW_STEP_ID AND (a.SUBJECT_PERSON_ID IS NULL OR a.SUBJECT_PERSON_ID <= 0 OR a.SUBJECT_PERSON_ID = p.person_id)
),
visit_answers AS (
  SELECT a.workflow_step_id workflow_step_id, a.person_id person_id, MAX(CASE WHEN a.question_user_code IN ('cpFLDDateAndTimeOfVisit') THEN a.date_answer END) visit_date, MAX(CASE WHEN a.question_user_code IN ('cpCOLSubjectsFLDChildYPSeen') AND a.text_answer IN ('Yes') THEN 'Y' END) seen, MAX(CASE WHEN a.question_user_code IN ('REP_ANXA_cpCOLSubjectsFLDChildYPSeenAlone') AND a.text_answer IN ('Yes') THEN 'Y' END) seen_alone, MAX(CASE WHEN a.question_user_code IN (NULL /* cp_visit_bedroom_questions */) THEN CASE WHEN a.text_answer IN ('Yes') THEN 'Y' WHEN RTRIM(a.text_answer) IS NOT NULL THEN 'N' END END) bedroom
  FROM answers a
  GROUP BY a.workflow_step_id, a.person_id
),
cp_plans AS (
  SELECT r.REGISTRATION_ID registration_id, r.PERSON_ID person_id, r.REGISTRATION_STEP_ID registration_step_id, r.REGISTRATION_START_DATE registration_start_date, r.DEREGISTRATION_DATE deregistration_date
  FROM DM_REGISTRATIONS r
  WHERE r.IS_CHILD_PROTECTION_PLAN = 'Y' AND COALESCE(r.IS_TEMPORARY_CHILD_PROTECTION, 'N') = 'N'
)
SELECT
  picked.cppv_cp_visit_id,
  picked.cppv_person_id,
  picked.cppv_cp_plan_id,
  picked.cppv_cp_visit_date,
  picked.cppv_cp_visit_seen,
  picked.cppv_cp_visit_seen_alone,
  picked.cppv_cp_visit_bedroom
FROM (
  SELECT
    numbered.cppv_cp_visit_id,
    numbered.cppv_person_id,
    numbered.cppv_cp_plan_id,
    numbered.cppv_cp_visit_date,
    numbered.cppv_cp_visit_seen,
    numbered.cppv_cp_visit_seen_alone,
    numbered.cppv_cp_visit_bedroom,
    ROW_NUMBER() OVER (PARTITION BY numbered.cppv_cp_visit_id ORDER BY numbered.ssd_place) AS ssd_key_row
  FROM (
  SELECT
    SUBSTR(RTRIM((TO_CHAR(step.WORKFLOW_STEP_ID) || '.' || TO_CHAR(step.PERSON_ID))), 1, 48) cppv_cp_visit_id, -- cppv_cp_visit_id
    TO_CHAR(step.PERSON_ID) cppv_person_id, -- cppv_person_id
    TO_CHAR(plan.registration_id) cppv_cp_plan_id, -- cppv_cp_plan_id
    COALESCE(ans.visit_date, step.COMPLETED_ON) cppv_cp_visit_date, -- cppv_cp_visit_date
    SUBSTR(RTRIM(COALESCE(ans.seen, 'N')), 1, 1) cppv_cp_visit_seen, -- cppv_cp_visit_seen
    SUBSTR(RTRIM(COALESCE(ans.seen_alone, 'N')), 1, 1) cppv_cp_visit_seen_alone, -- cppv_cp_visit_seen_alone
    SUBSTR(RTRIM(ans.bedroom), 1, 1) cppv_cp_visit_bedroom, -- cppv_cp_visit_bedroom
    ROW_NUMBER() OVER (PARTITION BY step.WORKFLOW_STEP_ID, step.PERSON_ID ORDER BY step.STARTED_ON DESC NULLS LAST, step.WORKFLOW_STEP_ID, step.PERSON_ID, plan.registration_id, ans.visit_date, step.COMPLETED_ON, ans.seen, ans.seen_alone, ans.bedroom) AS ssd_row,
    ROW_NUMBER() OVER (ORDER BY step.STARTED_ON DESC NULLS LAST, step.WORKFLOW_STEP_ID, step.PERSON_ID, plan.registration_id, ans.visit_date, step.COMPLETED_ON, ans.seen, ans.seen_alone, ans.bedroom) AS ssd_place
  FROM DM_WORKFLOW_STEPS_PEOPLE_VW step
  LEFT JOIN visit_answers ans ON ans.workflow_step_id = step.WORKFLOW_STEP_ID AND ans.person_id = step.PERSON_ID
  OUTER APPLY (SELECT plan.* FROM cp_plans plan WHERE plan.person_id = step.PERSON_ID AND CAST(TRUNC(COALESCE(ans.visit_date, step.COMPLETED_ON)) AS TIMESTAMP) BETWEEN CAST(TRUNC(plan.registration_start_date) AS TIMESTAMP) AND COALESCE(plan.deregistration_date, TIMESTAMP '9999-12-31 00:00:00') ORDER BY plan.registration_start_date DESC NULLS LAST, plan.registration_id DESC NULLS LAST FETCH FIRST 1 ROW ONLY) plan
  WHERE step.WORKFLOW_STEP_TYPE_ID IN (1187)
    AND step.STEP_STATUS IN ('INCOMING', 'STARTED', 'REOPENED', 'COMPLETED')
    AND CAST(TRUNC(step.STARTED_ON) AS TIMESTAMP) < ((SELECT settings.today FROM ssd_extract_settings settings) + INTERVAL '1' DAY)
    AND (CAST(TRUNC(step.COMPLETED_ON) AS TIMESTAMP) >= (SELECT settings.window_start FROM ssd_extract_settings settings) OR CAST(TRUNC(step.COMPLETED_ON) AS TIMESTAMP) IS NULL)
    AND EXISTS (SELECT 1 FROM ssd_person cohort WHERE cohort.pers_person_id = TO_CHAR(step.PERSON_ID))
    AND RTRIM((TO_CHAR(step.WORKFLOW_STEP_ID) || '.' || TO_CHAR(step.PERSON_ID))) IS NOT NULL
) numbered
WHERE numbered.ssd_row = 1
) picked
WHERE picked.ssd_key_row = 1;

-- META-CONTAINER: {"type": "table", "name": "ssd_department"}
-- META-ELEMENT: {"type": "insert_data"}
INSERT INTO ssd_department (
  dept_team_id, -- metadata={"item_ref":"DEPT1001A"}
  dept_team_name -- metadata={"item_ref":"DEPT1002A"}
  -- dept_team_parent_id is not held: the data mart shows no hierarchy of teams
  -- dept_team_parent_name is not held: the data mart shows no hierarchy of teams
)
SELECT
  TO_CHAR(unit.ORGANISATION_ID), -- dept_team_id
  SUBSTR(RTRIM(unit.NAME), 1, 255) -- dept_team_name
FROM DM_ORGANISATIONS unit
WHERE unit.ORGANISATION_ID IS NOT NULL;

-- META-CONTAINER: {"type": "table", "name": "ssd_disability"}
-- META-ELEMENT: {"type": "insert_data"}
INSERT INTO ssd_disability (
  disa_person_id, -- metadata={"item_ref":"DISA001A"}
  disa_table_id, -- metadata={"item_ref":"DISA003A"}
  disa_disability_code -- metadata={"item_ref":"DISA002A"}
)
SELECT
  TO_CHAR(disab.PERSON_ID), -- disa_person_id
  TO_CHAR(disab.DISABILITY_ID), -- disa_table_id
  SUBSTR(RTRIM(disab.CIN_DISABILITY_CATEGORY_CODE), 1, 48) -- disa_disability_code
FROM DM_DISABILITIES disab
WHERE disab.CIN_DISABILITY_CATEGORY_CODE IS NOT NULL
  AND EXISTS (SELECT 1 FROM ssd_person cohort WHERE cohort.pers_person_id = TO_CHAR(disab.PERSON_ID))
  AND disab.PERSON_ID IS NOT NULL
  AND disab.DISABILITY_ID IS NOT NULL
  AND RTRIM(disab.CIN_DISABILITY_CATEGORY_CODE) IS NOT NULL;

-- META-CONTAINER: {"type": "table", "name": "ssd_early_help_episodes"}
-- META-ELEMENT: {"type": "insert_data"}
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
INSERT INTO ssd_early_help_episodes (
  earl_episode_id, -- metadata={"item_ref":"EARL001A"}
  earl_person_id, -- metadata={"item_ref":"EARL002A"}
  earl_episode_start_date, -- metadata={"item_ref":"EARL003A"}
  earl_episode_end_date, -- metadata={"item_ref":"EARL004A"}
  earl_episode_reason, -- metadata={"item_ref":"EARL005A"}
  earl_episode_end_reason, -- metadata={"item_ref":"EARL006A"}
  earl_episode_organisation, -- metadata={"item_ref":"EARL007A"}
  earl_episode_worker_id -- metadata={"item_ref":"EARL008A"}
)
WITH eh_steps AS (
  SELECT DISTINCT s.WORKFLOW_STEP_ID workflow_step_id, s.PERSON_ID person_id, s.STEP_STATUS step_status, s.INCOMING_ON incoming_on, s.STARTED_ON started_on, s.COMPLETED_ON completed_on
  FROM DM_WORKFLOW_STEPS_PEOPLE_VW s
  WHERE s.WORKFLOW_STEP_TYPE_ID IN (1208, 1211, 1212, 1214, 1217) AND s.STEP_STATUS <> 'CANCELLED'
),
first_steps AS (
  SELECT s.workflow_step_id workflow_step_id, s.person_id person_id, s.completed_on completed_on, CAST(TRUNC(CASE WHEN s.incoming_on < s.started_on THEN s.incoming_on ELSE COALESCE(s.started_on, s.incoming_on) END) AS TIMESTAMP) starts
  FROM eh_steps s
  WHERE s.step_status <> 'PROPOSED' AND COALESCE(s.started_on, s.incoming_on) IS NOT NULL AND NOT (EXISTS (SELECT 1 FROM DM_WORKFLOW_BACKWARDS b INNER JOIN eh_steps p ON p.workflow_step_id = b.PRECEDING_WORKFLOW_STEP_ID WHERE b.WORKFLOW_STEP_ID = s.workflow_step_id AND b.ADJACENT = 'Y' AND p.person_id = s.person_id AND p.workflow_step_id <> s.workflow_step_id))
),
later_steps AS (
  SELECT f.WORKFLOW_STEP_ID workflow_step_id, n.person_id person_id, n.workflow_step_id later_step_id, n.completed_on completed_on, f.ADJACENT adjacent
  FROM DM_WORKFLOW_FORWARDS f
  INNER JOIN eh_steps n ON n.workflow_step_id = f.SUBSEQUENT_WORKFLOW_STEP_ID AND n.workflow_step_id <> f.WORKFLOW_STEP_ID
),
periods AS (
  SELECT f.person_id person_id, f.workflow_step_id first_step_id, f.starts starts, CASE WHEN e.later_step_id IS NOT NULL THEN CAST(TRUNC(e.completed_on) AS TIMESTAMP) WHEN l.later_step_id IS NULL THEN CAST(TRUNC(f.completed_on) AS TIMESTAMP) END ends, CASE WHEN e.later_step_id IS NOT NULL THEN e.later_step_id WHEN l.later_step_id IS NULL AND f.completed_on IS NOT NULL THEN f.workflow_step_id END closing_step_id
  FROM first_steps f
  OUTER APPLY (SELECT n.later_step_id later_step_id FROM later_steps n WHERE n.workflow_step_id = f.workflow_step_id AND n.person_id = f.person_id ORDER BY n.later_step_id FETCH FIRST 1 ROW ONLY) l
  OUTER APPLY (SELECT n.later_step_id later_step_id, n.completed_on completed_on FROM later_steps n WHERE n.workflow_step_id = f.workflow_step_id AND n.person_id = f.person_id AND n.completed_on IS NOT NULL AND NOT (EXISTS (SELECT 1 FROM later_steps m WHERE m.workflow_step_id = n.later_step_id AND m.person_id = n.person_id AND m.adjacent = 'Y')) ORDER BY n.completed_on, n.later_step_id FETCH FIRST 1 ROW ONLY) e
),
marked_periods AS (
  SELECT p.person_id person_id, p.first_step_id first_step_id, p.starts starts, p.ends ends, p.closing_step_id closing_step_id, CASE WHEN p.starts <= MAX(COALESCE(p.ends, TIMESTAMP '9999-12-31 00:00:00')) OVER (PARTITION BY p.person_id ORDER BY p.starts, p.first_step_id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) THEN 0 ELSE 1 END is_first
  FROM periods p
),
numbered_periods AS (
  SELECT m.person_id person_id, m.first_step_id first_step_id, m.starts starts, m.ends ends, m.closing_step_id closing_step_id, m.is_first is_first, SUM(m.is_first) OVER (PARTITION BY m.person_id ORDER BY m.starts, m.first_step_id ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) episode_number
  FROM marked_periods m
),
eh_episodes AS (
  SELECT n.person_id person_id, n.episode_number episode_number, MIN(n.starts) starts, CASE WHEN COUNT(*) = COUNT(n.ends) THEN MAX(n.ends) END ends, MAX(CASE WHEN n.is_first = 1 THEN n.first_step_id END) first_step_id
  FROM numbered_periods n
  GROUP BY n.person_id, n.episode_number
),
step_people AS (
  SELECT DISTINCT s.SUBGROUP_ID subgroup_id, s.SUBJECT_COMPOUND_ID person_id
  FROM DM_SUBGROUP_SUBJECTS s
  WHERE s.SUBJECT_TYPE_CODE = 'PER'
),
person_steps AS (
  SELECT s.WORKFLOW_STEP_ID workflow_step_id, p.person_id person_id, (TO_CHAR(s.WORKFLOW_STEP_ID) || '.' || TO_CHAR(p.person_id)) step_key, s.WORKFLOW_STEP_TYPE_ID workflow_step_type_id, s.STEP_STATUS step_status, s.INCOMING_ON incoming_on, s.STARTED_ON started_on, s.COMPLETED_ON completed_on, s.CANCELLED_ON cancelled_on, s.RESPONSIBLE_TEAM_ID responsible_team_id, s.ASSIGNEE_ID assignee_id, s.IS_CHILD_CONTACT is_child_contact, s.IS_CONTINUOUS_ASSESSMENT is_continuous_assessment, s.IS_SECTION_47_ENQUIRY is_section_47_enquiry, s.IS_MISSING_OR_ABSENT is_missing_or_absent, s.STRATEGY_DISCUSSION_DATE strategy_discussion_date, s.CP_CONFERENCE_CATEGORY cp_conference_category, s.CP_CONFERENCE_ACTUAL_DATE cp_conference_actual_date, s.LAC_REVIEW_CATEGORY lac_review_category, s.LAC_REVIEW_DATE lac_review_date, s.LAC_REVIEW_PARTICIPATION_CODE lac_review_participation_code
  FROM DM_WORKFLOW_STEPS s
  INNER JOIN step_people p ON p.subgroup_id = s.SUBGROUP_ID
),
answers AS (
  SELECT a.WORKFLOW_STEP_ID workflow_step_id, p.person_id person_id, a.QUESTION_USER_CODE question_user_code, a.FORM_ID form_id, a.TEXT_ANSWER text_answer, a.NUMBER_ANSWER number_answer, a.DATE_ANSWER date_answer
  FROM DM_CACHED_FORM_ANSWERS a
  INNER JOIN person_steps p ON p.workflow_step_id = a.WORKFLOW_STEP_ID AND (a.SUBJECT_PERSON_ID IS NULL OR a.SUBJECT_PERSON_ID <= 0 OR a.SUBJECT_PERSON_ID = p.person_id)
)
SELECT
  picked.earl_episode_id,
  picked.earl_person_id,
  picked.earl_episode_start_date,
  picked.earl_episode_end_date,
  picked.earl_episode_reason,
  picked.earl_episode_end_reason,
  picked.earl_episode_organisation,
  picked.earl_episode_worker_id
FROM (
  SELECT
    SUBSTR(RTRIM((TO_CHAR(epi.first_step_id) || '.' || TO_CHAR(epi.person_id))), 1, 48) earl_episode_id, -- earl_episode_id
    TO_CHAR(epi.person_id) earl_person_id, -- earl_person_id
    epi.starts earl_episode_start_date, -- earl_episode_start_date
    epi.ends earl_episode_end_date, -- earl_episode_end_date
    SUBSTR(RTRIM((SELECT MAX(a.text_answer) FROM answers a WHERE a.workflow_step_id = epi.first_step_id AND a.person_id = epi.person_id AND a.question_user_code IN (NULL /* eh_reason_questions */))), 1, 100) earl_episode_reason, -- earl_episode_reason
    SUBSTR(RTRIM((SELECT MAX(a.text_answer) FROM numbered_periods n INNER JOIN answers a ON a.workflow_step_id = n.closing_step_id AND a.person_id = n.person_id WHERE n.person_id = epi.person_id AND n.episode_number = epi.episode_number AND n.ends = epi.ends AND a.question_user_code IN ('e04ea8d8-e6c0-465c-87c1-10c4ad1e18c7'))), 1, 100) earl_episode_end_reason, -- earl_episode_end_reason
    TO_CHAR((SELECT MAX(r.ORGANISATION_ID) FROM DM_WORKER_ROLES r WHERE r.WORKER_ID = prl.WORKER_ID AND r.PRIMARY_ROLE = 'Y' AND CASE WHEN prl.END_DATE IS NULL AND epi.ends IS NULL THEN (SELECT settings.today FROM ssd_extract_settings settings) WHEN prl.END_DATE < COALESCE(epi.ends, TIMESTAMP '9999-12-31 00:00:00') THEN prl.END_DATE ELSE epi.ends END BETWEEN r.START_DATE AND COALESCE(r.END_DATE, TIMESTAMP '9999-12-31 00:00:00'))) earl_episode_organisation, -- earl_episode_organisation
    TO_CHAR(prl.WORKER_ID) earl_episode_worker_id, -- earl_episode_worker_id
    ROW_NUMBER() OVER (PARTITION BY (TO_CHAR(epi.first_step_id) || '.' || TO_CHAR(epi.person_id)) ORDER BY epi.first_step_id, epi.person_id, epi.starts, epi.ends, epi.episode_number, prl.WORKER_ID, prl.END_DATE) AS ssd_row
  FROM eh_episodes epi
  OUTER APPLY (SELECT prl.* FROM DM_PROF_RELATIONSHIPS prl WHERE prl.PERSON_ID = epi.person_id AND prl.PROF_REL_TYPE_CODE IN ('REL.IEYSF') AND prl.START_DATE <= COALESCE(epi.ends, TIMESTAMP '9999-12-31 00:00:00') AND COALESCE(prl.END_DATE, TIMESTAMP '9999-12-31 00:00:00') >= epi.starts ORDER BY prl.START_DATE DESC NULLS LAST, prl.PROF_RELATIONSHIP_ID DESC NULLS LAST FETCH FIRST 1 ROW ONLY) prl
  WHERE epi.starts < ((SELECT settings.today FROM ssd_extract_settings settings) + INTERVAL '1' DAY)
    AND (epi.ends >= (SELECT settings.window_start FROM ssd_extract_settings settings) OR epi.ends IS NULL)
    AND EXISTS (SELECT 1 FROM ssd_person cohort WHERE cohort.pers_person_id = TO_CHAR(epi.person_id))
    AND RTRIM((TO_CHAR(epi.first_step_id) || '.' || TO_CHAR(epi.person_id))) IS NOT NULL
    AND epi.person_id IS NOT NULL
) picked
WHERE picked.ssd_row = 1;

-- META-CONTAINER: {"type": "table", "name": "ssd_ehcp_active_plans"}
-- META-ELEMENT: {"type": "insert_data"}
-- not loaded: mosaic does not hold it, plans for education, health and care are kept in an education system

-- META-CONTAINER: {"type": "table", "name": "ssd_ehcp_assessment"}
-- META-ELEMENT: {"type": "insert_data"}
-- not loaded: mosaic does not hold it, plans for education, health and care are kept in an education system

-- META-CONTAINER: {"type": "table", "name": "ssd_ehcp_named_plan"}
-- META-ELEMENT: {"type": "insert_data"}
-- not loaded: mosaic does not hold it, plans for education, health and care are kept in an education system

-- META-CONTAINER: {"type": "table", "name": "ssd_ehcp_requests"}
-- META-ELEMENT: {"type": "insert_data"}
-- not loaded: mosaic does not hold it, plans for education, health and care are kept in an education system

-- META-CONTAINER: {"type": "table", "name": "ssd_family"}
-- META-ELEMENT: {"type": "insert_data"}
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
INSERT INTO ssd_family (
  fami_table_id, -- metadata={"item_ref":"FAMI003A"}
  fami_family_id, -- metadata={"item_ref":"FAMI001A"}
  fami_person_id -- metadata={"item_ref":"FAMI002A"}
)
WITH step_people AS (
  SELECT DISTINCT s.SUBGROUP_ID subgroup_id, s.SUBJECT_COMPOUND_ID person_id
  FROM DM_SUBGROUP_SUBJECTS s
  WHERE s.SUBJECT_TYPE_CODE = 'PER'
)
SELECT
  picked.fami_table_id,
  picked.fami_family_id,
  picked.fami_person_id
FROM (
  SELECT
    numbered.fami_table_id,
    numbered.fami_family_id,
    numbered.fami_person_id,
    ROW_NUMBER() OVER (PARTITION BY numbered.fami_table_id ORDER BY numbered.ssd_place) AS ssd_key_row
  FROM (
  SELECT
    SUBSTR(RTRIM((TO_CHAR(part.GROUP_ID) || '.' || TO_CHAR(subj.person_id))), 1, 48) fami_table_id, -- fami_table_id
    TO_CHAR(part.GROUP_ID) fami_family_id, -- fami_family_id
    TO_CHAR(subj.person_id) fami_person_id, -- fami_person_id
    ROW_NUMBER() OVER (PARTITION BY part.GROUP_ID, subj.person_id ORDER BY part.SUBGROUP_ID, part.GROUP_ID, subj.person_id) AS ssd_row,
    ROW_NUMBER() OVER (ORDER BY part.SUBGROUP_ID, part.GROUP_ID, subj.person_id) AS ssd_place
  FROM DM_SUBGROUPS part
  INNER JOIN step_people subj ON subj.subgroup_id = part.SUBGROUP_ID
  WHERE part.ONLY_SUBJECT_TYPE_CODE IS NULL
    AND EXISTS (SELECT 1 FROM ssd_person cohort WHERE cohort.pers_person_id = TO_CHAR(subj.person_id))
    AND RTRIM((TO_CHAR(part.GROUP_ID) || '.' || TO_CHAR(subj.person_id))) IS NOT NULL
    AND part.GROUP_ID IS NOT NULL
    AND subj.person_id IS NOT NULL
) numbered
WHERE numbered.ssd_row = 1
) picked
WHERE picked.ssd_key_row = 1;

-- META-CONTAINER: {"type": "table", "name": "ssd_immigration_status"}
-- META-ELEMENT: {"type": "insert_data"}
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
INSERT INTO ssd_immigration_status (
  immi_person_id, -- metadata={"item_ref":"IMMI001A"}
  immi_immigration_status_id, -- metadata={"item_ref":"IMMI005A"}
  immi_immigration_status, -- metadata={"item_ref":"IMMI002A"}
  immi_immigration_status_start_date, -- metadata={"item_ref":"IMMI003A"}
  immi_immigration_status_end_date -- metadata={"item_ref":"IMMI004A"}
)
WITH step_people AS (
  SELECT DISTINCT s.SUBGROUP_ID subgroup_id, s.SUBJECT_COMPOUND_ID person_id
  FROM DM_SUBGROUP_SUBJECTS s
  WHERE s.SUBJECT_TYPE_CODE = 'PER'
)
SELECT
  picked.immi_person_id,
  picked.immi_immigration_status_id,
  picked.immi_immigration_status,
  picked.immi_immigration_status_start_date,
  picked.immi_immigration_status_end_date
FROM (
  SELECT
    numbered.immi_person_id,
    numbered.immi_immigration_status_id,
    numbered.immi_immigration_status,
    numbered.immi_immigration_status_start_date,
    numbered.immi_immigration_status_end_date,
    ROW_NUMBER() OVER (PARTITION BY numbered.immi_immigration_status_id ORDER BY numbered.ssd_place) AS ssd_key_row
  FROM (
  SELECT
    TO_CHAR(subj.person_id) immi_person_id, -- immi_person_id
    SUBSTR(RTRIM((TO_CHAR(form.FORM_ID) || '.' || TO_CHAR(subj.person_id))), 1, 48) immi_immigration_status_id, -- immi_immigration_status_id
    SUBSTR(RTRIM(ans.TEXT_ANSWER), 1, 100) immi_immigration_status, -- immi_immigration_status
    (SELECT MAX(CAST(TRUNC(d.DATE_ANSWER) AS TIMESTAMP)) FROM DM_CACHED_FORM_ANSWERS d WHERE d.FORM_ID = form.FORM_ID AND d.FORM_ANSWER_ROW_ID = ans.FORM_ANSWER_ROW_ID AND d.QUESTION_USER_CODE IN (NULL /* immigration_start_questions */) AND (d.SUBJECT_PERSON_ID IS NULL OR d.SUBJECT_PERSON_ID <= 0 OR d.SUBJECT_PERSON_ID = subj.person_id)) immi_immigration_status_start_date, -- immi_immigration_status_start_date
    (SELECT MAX(CAST(TRUNC(d.DATE_ANSWER) AS TIMESTAMP)) FROM DM_CACHED_FORM_ANSWERS d WHERE d.FORM_ID = form.FORM_ID AND d.FORM_ANSWER_ROW_ID = ans.FORM_ANSWER_ROW_ID AND d.QUESTION_USER_CODE IN (NULL /* immigration_end_questions */) AND (d.SUBJECT_PERSON_ID IS NULL OR d.SUBJECT_PERSON_ID <= 0 OR d.SUBJECT_PERSON_ID = subj.person_id)) immi_immigration_status_end_date, -- immi_immigration_status_end_date
    ROW_NUMBER() OVER (PARTITION BY subj.person_id ORDER BY form.CREATED_ON DESC NULLS LAST, form.FORM_ID DESC NULLS LAST, ans.FORM_ANSWER_ROW_ID DESC NULLS LAST, ans.TEXT_ANSWER, subj.person_id) AS ssd_row,
    ROW_NUMBER() OVER (ORDER BY form.CREATED_ON DESC NULLS LAST, form.FORM_ID DESC NULLS LAST, ans.FORM_ANSWER_ROW_ID DESC NULLS LAST, ans.TEXT_ANSWER, subj.person_id) AS ssd_place
  FROM MO_FORMS form
  INNER JOIN step_people subj ON subj.subgroup_id = form.SUBGROUP_ID
  INNER JOIN DM_CACHED_FORM_ANSWERS ans ON ans.FORM_ID = form.FORM_ID AND (ans.SUBJECT_PERSON_ID IS NULL OR ans.SUBJECT_PERSON_ID <= 0 OR ans.SUBJECT_PERSON_ID = subj.person_id)
  WHERE ans.QUESTION_USER_CODE IN ('acFLDAllAboutMeLeavingImmigrationStatusList', 'csn_ina_addsuppfact_immig_status', 'csn_couns_immigration', 'uascImmigStat', '62CD0406-2F07-0FF5-512C-A7FA0DBAD602')
    AND EXISTS (SELECT 1 FROM ssd_person cohort WHERE cohort.pers_person_id = TO_CHAR(subj.person_id))
    AND subj.person_id IS NOT NULL
    AND RTRIM((TO_CHAR(form.FORM_ID) || '.' || TO_CHAR(subj.person_id))) IS NOT NULL
) numbered
WHERE numbered.ssd_row = 1
) picked
WHERE picked.ssd_key_row = 1;

-- META-CONTAINER: {"type": "table", "name": "ssd_initial_cp_conference"}
-- META-ELEMENT: {"type": "insert_data"}
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
INSERT INTO ssd_initial_cp_conference (
  icpc_icpc_id, -- metadata={"item_ref":"ICPC001A"}
  -- icpc_icpc_meeting_id is not held: a conference has no id but that of its workflow step
  icpc_s47_enquiry_id, -- metadata={"item_ref":"ICPC002A"}
  icpc_person_id, -- metadata={"item_ref":"ICPC010A"}
  icpc_cp_plan_id, -- metadata={"item_ref":"ICPC011A"}
  icpc_referral_id, -- metadata={"item_ref":"ICPC012A"}
  icpc_icpc_transfer_in, -- metadata={"item_ref":"ICPC003A"}
  icpc_icpc_target_date, -- metadata={"item_ref":"ICPC004A"}
  icpc_icpc_date, -- metadata={"item_ref":"ICPC005A"}
  icpc_icpc_outcome_cp_flag, -- metadata={"item_ref":"ICPC013A"}
  icpc_icpc_outcome_json, -- metadata={"item_ref":"ICPC006A"}
  icpc_icpc_team, -- metadata={"item_ref":"ICPC007A"}
  icpc_icpc_worker_id -- metadata={"item_ref":"ICPC008A"}
)
WITH step_people AS (
  SELECT DISTINCT s.SUBGROUP_ID subgroup_id, s.SUBJECT_COMPOUND_ID person_id
  FROM DM_SUBGROUP_SUBJECTS s
  WHERE s.SUBJECT_TYPE_CODE = 'PER'
),
person_steps AS (
  SELECT s.WORKFLOW_STEP_ID workflow_step_id, p.person_id person_id, (TO_CHAR(s.WORKFLOW_STEP_ID) || '.' || TO_CHAR(p.person_id)) step_key, s.WORKFLOW_STEP_TYPE_ID workflow_step_type_id, s.STEP_STATUS step_status, s.INCOMING_ON incoming_on, s.STARTED_ON started_on, s.COMPLETED_ON completed_on, s.CANCELLED_ON cancelled_on, s.RESPONSIBLE_TEAM_ID responsible_team_id, s.ASSIGNEE_ID assignee_id, s.IS_CHILD_CONTACT is_child_contact, s.IS_CONTINUOUS_ASSESSMENT is_continuous_assessment, s.IS_SECTION_47_ENQUIRY is_section_47_enquiry, s.IS_MISSING_OR_ABSENT is_missing_or_absent, s.STRATEGY_DISCUSSION_DATE strategy_discussion_date, s.CP_CONFERENCE_CATEGORY cp_conference_category, s.CP_CONFERENCE_ACTUAL_DATE cp_conference_actual_date, s.LAC_REVIEW_CATEGORY lac_review_category, s.LAC_REVIEW_DATE lac_review_date, s.LAC_REVIEW_PARTICIPATION_CODE lac_review_participation_code
  FROM DM_WORKFLOW_STEPS s
  INNER JOIN step_people p ON p.subgroup_id = s.SUBGROUP_ID
),
cp_plans AS (
  SELECT r.REGISTRATION_ID registration_id, r.PERSON_ID person_id, r.REGISTRATION_STEP_ID registration_step_id, r.REGISTRATION_START_DATE registration_start_date, r.DEREGISTRATION_DATE deregistration_date
  FROM DM_REGISTRATIONS r
  WHERE r.IS_CHILD_PROTECTION_PLAN = 'Y' AND COALESCE(r.IS_TEMPORARY_CHILD_PROTECTION, 'N') = 'N'
),
conferences AS (
  SELECT s.workflow_step_id workflow_step_id, s.person_id person_id, s.step_key step_key, s.workflow_step_type_id workflow_step_type_id, s.cp_conference_actual_date cp_conference_actual_date, s.responsible_team_id responsible_team_id, s.assignee_id assignee_id, (SELECT MAX(p.registration_id) FROM cp_plans p WHERE p.person_id = s.person_id AND CAST(TRUNC(p.registration_start_date) AS TIMESTAMP) = CAST(TRUNC(s.cp_conference_actual_date) AS TIMESTAMP)) plan_id, (SELECT b.strategy_discussion_date FROM DM_WORKFLOW_BACKWARDS w INNER JOIN person_steps b ON b.workflow_step_id = w.PRECEDING_WORKFLOW_STEP_ID WHERE w.WORKFLOW_STEP_ID = s.workflow_step_id AND b.person_id = s.person_id AND b.strategy_discussion_date IS NOT NULL ORDER BY b.started_on DESC NULLS LAST, b.workflow_step_id DESC NULLS LAST, b.strategy_discussion_date FETCH FIRST 1 ROW ONLY) strategy_date
  FROM person_steps s
  WHERE s.cp_conference_category = 'Initial' AND s.step_status = 'COMPLETED'
),
referrals AS (
  SELECT DISTINCT r.REFERRAL_ID referral_id, r.PERSON_ID person_id, (TO_CHAR(r.REFERRAL_ID) || '.' || TO_CHAR(r.PERSON_ID)) referral_key, r.REFERRAL_DATE referral_date, r.CLOSURE_DATE closure_date
  FROM DM_CIN_REFERRALS r
),
calendar AS (
  SELECT DISTINCT CAST(TRUNC(r.CURR_DAY) AS TIMESTAMP) day_date, (TRUNC(r.CURR_DAY) - TRUNC(TIMESTAMP '1990-01-01 00:00:00')) days_since_monday
  FROM REPORT_DAYS r
),
counted_days AS (
  SELECT c.day_date day_date, SUM(CASE WHEN (c.days_since_monday - (7 * ROUND(((c.days_since_monday - 3) * 0.142857142857), 0))) < 5 AND c.day_date NOT IN (TIMESTAMP '2019-01-01 00:00:00', TIMESTAMP '2019-04-19 00:00:00', TIMESTAMP '2019-04-22 00:00:00', TIMESTAMP '2019-05-06 00:00:00', TIMESTAMP '2019-05-27 00:00:00', TIMESTAMP '2019-08-26 00:00:00', TIMESTAMP '2019-12-25 00:00:00', TIMESTAMP '2019-12-26 00:00:00', TIMESTAMP '2020-01-01 00:00:00', TIMESTAMP '2020-04-10 00:00:00', TIMESTAMP '2020-04-13 00:00:00', TIMESTAMP '2020-05-08 00:00:00', TIMESTAMP '2020-05-25 00:00:00', TIMESTAMP '2020-08-31 00:00:00', TIMESTAMP '2020-12-25 00:00:00', TIMESTAMP '2020-12-28 00:00:00', TIMESTAMP '2021-01-01 00:00:00', TIMESTAMP '2021-04-02 00:00:00', TIMESTAMP '2021-04-05 00:00:00', TIMESTAMP '2021-05-03 00:00:00', TIMESTAMP '2021-05-31 00:00:00', TIMESTAMP '2021-08-30 00:00:00', TIMESTAMP '2021-12-27 00:00:00', TIMESTAMP '2021-12-28 00:00:00', TIMESTAMP '2022-01-03 00:00:00', TIMESTAMP '2022-04-15 00:00:00', TIMESTAMP '2022-04-18 00:00:00', TIMESTAMP '2022-05-02 00:00:00', TIMESTAMP '2022-06-02 00:00:00', TIMESTAMP '2022-06-03 00:00:00', TIMESTAMP '2022-08-29 00:00:00', TIMESTAMP '2022-09-19 00:00:00', TIMESTAMP '2022-12-26 00:00:00', TIMESTAMP '2022-12-27 00:00:00', TIMESTAMP '2023-01-02 00:00:00', TIMESTAMP '2023-04-07 00:00:00', TIMESTAMP '2023-04-10 00:00:00', TIMESTAMP '2023-05-01 00:00:00', TIMESTAMP '2023-05-08 00:00:00', TIMESTAMP '2023-05-29 00:00:00', TIMESTAMP '2023-08-28 00:00:00', TIMESTAMP '2023-12-25 00:00:00', TIMESTAMP '2023-12-26 00:00:00', TIMESTAMP '2024-01-01 00:00:00', TIMESTAMP '2024-03-29 00:00:00', TIMESTAMP '2024-04-01 00:00:00', TIMESTAMP '2024-05-06 00:00:00', TIMESTAMP '2024-05-27 00:00:00', TIMESTAMP '2024-08-26 00:00:00', TIMESTAMP '2024-12-25 00:00:00', TIMESTAMP '2024-12-26 00:00:00', TIMESTAMP '2025-01-01 00:00:00', TIMESTAMP '2025-04-18 00:00:00', TIMESTAMP '2025-04-21 00:00:00', TIMESTAMP '2025-05-05 00:00:00', TIMESTAMP '2025-05-26 00:00:00', TIMESTAMP '2025-08-25 00:00:00', TIMESTAMP '2025-12-25 00:00:00', TIMESTAMP '2025-12-26 00:00:00', TIMESTAMP '2026-01-01 00:00:00', TIMESTAMP '2026-04-03 00:00:00', TIMESTAMP '2026-04-06 00:00:00', TIMESTAMP '2026-05-04 00:00:00', TIMESTAMP '2026-05-25 00:00:00', TIMESTAMP '2026-08-31 00:00:00', TIMESTAMP '2026-12-25 00:00:00', TIMESTAMP '2026-12-28 00:00:00', TIMESTAMP '2027-01-01 00:00:00', TIMESTAMP '2027-03-26 00:00:00', TIMESTAMP '2027-03-29 00:00:00', TIMESTAMP '2027-05-03 00:00:00',
    TIMESTAMP '2027-05-31 00:00:00', TIMESTAMP '2027-08-30 00:00:00', TIMESTAMP '2027-12-27 00:00:00', TIMESTAMP '2027-12-28 00:00:00', TIMESTAMP '2028-01-03 00:00:00', TIMESTAMP '2028-04-14 00:00:00', TIMESTAMP '2028-04-17 00:00:00', TIMESTAMP '2028-05-01 00:00:00', TIMESTAMP '2028-05-29 00:00:00', TIMESTAMP '2028-08-28 00:00:00', TIMESTAMP '2028-12-25 00:00:00', TIMESTAMP '2028-12-26 00:00:00') THEN 1 ELSE 0 END) OVER (ORDER BY c.day_date ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) working_days
  FROM calendar c
),
next_steps AS (
  SELECT k.SOURCE_STEP_ID source_step_id, k.WORKFLOW_NEXT_ACTION_TYPE_ID workflow_next_action_type_id, k.WORKFLOW_REASON_TYPE_ID workflow_reason_type_id, t.person_id person_id, t.step_status step_status, t.workflow_step_type_id workflow_step_type_id
  FROM DM_WORKFLOW_LINKS k
  INNER JOIN person_steps t ON t.workflow_step_id = k.TARGET_STEP_ID
),
outcome_words AS (
  SELECT DISTINCT n.source_step_id source_step_id, n.person_id person_id, t.DESCRIPTION description
  FROM next_steps n
  INNER JOIN DM_WORKFLOW_NXT_ACTION_TYPES t ON t.WORKFLOW_NEXT_ACTION_TYPE_ID = n.workflow_next_action_type_id
  WHERE n.step_status NOT IN ('CANCELLED', 'PROPOSED')
)
SELECT
  picked.icpc_icpc_id,
  picked.icpc_s47_enquiry_id,
  picked.icpc_person_id,
  picked.icpc_cp_plan_id,
  picked.icpc_referral_id,
  picked.icpc_icpc_transfer_in,
  picked.icpc_icpc_target_date,
  picked.icpc_icpc_date,
  picked.icpc_icpc_outcome_cp_flag,
  picked.icpc_icpc_outcome_json,
  picked.icpc_icpc_team,
  picked.icpc_icpc_worker_id
FROM (
  SELECT
    SUBSTR(RTRIM(conf.step_key), 1, 48) icpc_icpc_id, -- icpc_icpc_id
    SUBSTR(RTRIM((SELECT s.step_key FROM DM_WORKFLOW_BACKWARDS b INNER JOIN person_steps s ON s.workflow_step_id = b.PRECEDING_WORKFLOW_STEP_ID WHERE b.WORKFLOW_STEP_ID = conf.workflow_step_id AND s.person_id = conf.person_id AND s.is_section_47_enquiry = 'Y' ORDER BY s.started_on DESC NULLS LAST, s.workflow_step_id DESC NULLS LAST, s.step_key FETCH FIRST 1 ROW ONLY)), 1, 48) icpc_s47_enquiry_id, -- icpc_s47_enquiry_id
    TO_CHAR(conf.person_id) icpc_person_id, -- icpc_person_id
    TO_CHAR(conf.plan_id) icpc_cp_plan_id, -- icpc_cp_plan_id
    SUBSTR(RTRIM((SELECT r.referral_key FROM referrals r WHERE r.person_id = conf.person_id AND conf.cp_conference_actual_date BETWEEN CAST(TRUNC(r.referral_date) AS TIMESTAMP) AND COALESCE(r.closure_date, TIMESTAMP '9999-12-31 00:00:00') ORDER BY r.referral_id DESC NULLS LAST, r.referral_date DESC NULLS LAST, r.referral_key FETCH FIRST 1 ROW ONLY)), 1, 48) icpc_referral_id, -- icpc_referral_id
    CASE WHEN EXISTS (SELECT 1 FROM DM_MAPPING_FILTERS f WHERE f.FILTER_NAME = 'Child CIN Transfer In Conferences' AND f.MAPPED_VALUE = TO_CHAR(conf.workflow_step_type_id)) THEN 'Y' ELSE 'N' END icpc_icpc_transfer_in, -- icpc_icpc_transfer_in
    (SELECT MIN(d.day_date) FROM counted_days d WHERE d.working_days = ((SELECT MAX(b.working_days) FROM counted_days b WHERE b.day_date = CAST(TRUNC(conf.strategy_date) AS TIMESTAMP)) + 15)) icpc_icpc_target_date, -- icpc_icpc_target_date
    conf.cp_conference_actual_date icpc_icpc_date, -- icpc_icpc_date
    CASE WHEN conf.plan_id IS NULL THEN 'N' ELSE 'Y' END icpc_icpc_outcome_cp_flag, -- icpc_icpc_outcome_cp_flag
    REPLACE(REPLACE(REPLACE(TRANSLATE(
      '{"CP_FLAG":' || NVL2(CASE WHEN conf.plan_id IS NULL THEN 'N' ELSE 'Y' END, '"' || REPLACE(REPLACE(CASE WHEN conf.plan_id IS NULL THEN 'N' ELSE 'Y' END, '\', '\\'), '"', '\"') || '"', 'null') ||
      ',"TOTAL_NO_OF_OUTCOMES":' || COALESCE(TO_CHAR((SELECT COUNT(*) FROM outcome_words w WHERE w.source_step_id = conf.workflow_step_id AND w.person_id = conf.person_id)), 'null') ||
      ',"COMMENTS":' || NVL2(SUBSTR(RTRIM((SELECT LISTAGG(TRANSLATE(w.description, CHR(1) || CHR(2) || CHR(3) || CHR(4) || CHR(5) || CHR(6) || CHR(7) || CHR(8) || CHR(11) || CHR(12) || CHR(14) || CHR(15) || CHR(16) || CHR(17) || CHR(18) || CHR(19) || CHR(20) || CHR(21) || CHR(22) || CHR(23) || CHR(24) || CHR(25) || CHR(26) || CHR(27) || CHR(28) || CHR(29) || CHR(30) || CHR(31), '                            '), ', ') WITHIN GROUP (ORDER BY w.description) FROM outcome_words w WHERE w.source_step_id = conf.workflow_step_id AND w.person_id = conf.person_id)), 1, 210), '"' || REPLACE(REPLACE(SUBSTR(RTRIM((SELECT LISTAGG(TRANSLATE(w.description, CHR(1) || CHR(2) || CHR(3) || CHR(4) || CHR(5) || CHR(6) || CHR(7) || CHR(8) || CHR(11) || CHR(12) || CHR(14) || CHR(15) || CHR(16) || CHR(17) || CHR(18) || CHR(19) || CHR(20) || CHR(21) || CHR(22) || CHR(23) || CHR(24) || CHR(25) || CHR(26) || CHR(27) || CHR(28) || CHR(29) || CHR(30) || CHR(31), '                            '), ', ') WITHIN GROUP (ORDER BY w.description) FROM outcome_words w WHERE w.source_step_id = conf.workflow_step_id AND w.person_id = conf.person_id)), 1, 210), '\', '\\'), '"', '\"') || '"', 'null') ||
      '}', CHR(1) || CHR(2) || CHR(3) || CHR(4) || CHR(5) || CHR(6) || CHR(7) || CHR(8) || CHR(11) || CHR(12) || CHR(14) || CHR(15) || CHR(16) || CHR(17) || CHR(18) || CHR(19) || CHR(20) || CHR(21) || CHR(22) || CHR(23) || CHR(24) || CHR(25) || CHR(26) || CHR(27) || CHR(28) || CHR(29) || CHR(30) || CHR(31), '                            '), CHR(13), '\r'), CHR(10), '\n'), CHR(9), '\t') icpc_icpc_outcome_json, -- icpc_icpc_outcome_json
    TO_CHAR(conf.responsible_team_id) icpc_icpc_team, -- icpc_icpc_team
    TO_CHAR(conf.assignee_id) icpc_icpc_worker_id, -- icpc_icpc_worker_id
    ROW_NUMBER() OVER (PARTITION BY conf.step_key ORDER BY conf.step_key, conf.workflow_step_id, conf.person_id, conf.plan_id, conf.cp_conference_actual_date, conf.workflow_step_type_id, conf.strategy_date, conf.responsible_team_id, conf.assignee_id) AS ssd_row
  FROM conferences conf
  WHERE conf.cp_conference_actual_date < ((SELECT settings.today FROM ssd_extract_settings settings) + INTERVAL '1' DAY)
    AND (conf.cp_conference_actual_date >= (SELECT settings.window_start FROM ssd_extract_settings settings) OR conf.cp_conference_actual_date IS NULL)
    AND EXISTS (SELECT 1 FROM ssd_person cohort WHERE cohort.pers_person_id = TO_CHAR(conf.person_id))
    AND RTRIM(conf.step_key) IS NOT NULL
    AND conf.person_id IS NOT NULL
) picked
WHERE picked.ssd_row = 1;

-- META-CONTAINER: {"type": "table", "name": "ssd_involvements"}
-- META-ELEMENT: {"type": "insert_data"}
INSERT INTO ssd_involvements (
  invo_involvements_id, -- metadata={"item_ref":"INVO005A"}
  invo_professional_id, -- metadata={"item_ref":"INVO006A"}
  invo_professional_role_id, -- metadata={"item_ref":"INVO007A"}
  invo_professional_team, -- metadata={"item_ref":"INVO009A"}
  invo_involvement_start_date, -- metadata={"item_ref":"INVO002A"}
  invo_involvement_end_date, -- metadata={"item_ref":"INVO003A"}
  invo_worker_change_reason, -- metadata={"item_ref":"INVO004A"}
  invo_person_id, -- metadata={"item_ref":"INVO011A"}
  invo_referral_id -- metadata={"item_ref":"INVO010A"}
)
WITH referrals AS (
  SELECT DISTINCT r.REFERRAL_ID referral_id, r.PERSON_ID person_id, (TO_CHAR(r.REFERRAL_ID) || '.' || TO_CHAR(r.PERSON_ID)) referral_key, r.REFERRAL_DATE referral_date, r.CLOSURE_DATE closure_date
  FROM DM_CIN_REFERRALS r
)
SELECT
  TO_CHAR(prl.PROF_RELATIONSHIP_ID), -- invo_involvements_id
  TO_CHAR(prl.WORKER_ID), -- invo_professional_id
  SUBSTR(RTRIM(prl.PROF_REL_TYPE_CODE), 1, 200), -- invo_professional_role_id
  TO_CHAR((SELECT r.ORGANISATION_ID FROM DM_WORKER_ROLES r WHERE r.WORKER_ID = prl.WORKER_ID AND prl.START_DATE BETWEEN r.START_DATE AND COALESCE(r.END_DATE, TIMESTAMP '9999-12-31 00:00:00') ORDER BY r.START_DATE DESC NULLS LAST, r.WORKER_ROLE_ID DESC NULLS LAST FETCH FIRST 1 ROW ONLY)), -- invo_professional_team
  prl.START_DATE, -- invo_involvement_start_date
  prl.END_DATE, -- invo_involvement_end_date
  SUBSTR(RTRIM((SELECT MAX(c.REF_DESCRIPTION) FROM REFERENCE_DATA c WHERE c.REF_DOMAIN = 'WORKER_END_DATE_REASON' AND c.REF_CODE = prl.END_DATE_REASON)), 1, 200), -- invo_worker_change_reason
  TO_CHAR(prl.PERSON_ID), -- invo_person_id
  SUBSTR(RTRIM((SELECT r.referral_key FROM referrals r WHERE r.person_id = prl.PERSON_ID AND r.referral_date <= COALESCE(prl.END_DATE, TIMESTAMP '9999-12-31 00:00:00') AND COALESCE(r.closure_date, TIMESTAMP '9999-12-31 00:00:00') >= prl.START_DATE ORDER BY r.referral_id DESC NULLS LAST, r.referral_date DESC NULLS LAST, r.referral_key FETCH FIRST 1 ROW ONLY)), 1, 48) -- invo_referral_id
FROM DM_PROF_RELATIONSHIPS prl
WHERE prl.START_DATE < ((SELECT settings.today FROM ssd_extract_settings settings) + INTERVAL '1' DAY)
  AND (prl.END_DATE >= (SELECT settings.window_start FROM ssd_extract_settings settings) OR prl.END_DATE IS NULL)
  AND EXISTS (SELECT 1 FROM ssd_person cohort WHERE cohort.pers_person_id = TO_CHAR(prl.PERSON_ID))
  AND prl.PROF_RELATIONSHIP_ID IS NOT NULL;

-- META-CONTAINER: {"type": "table", "name": "ssd_legal_status"}
-- META-ELEMENT: {"type": "insert_data"}
INSERT INTO ssd_legal_status (
  lega_legal_status_id, -- metadata={"item_ref":"LEGA001A"}
  lega_person_id, -- metadata={"item_ref":"LEGA002A"}
  lega_legal_status, -- metadata={"item_ref":"LEGA003A"}
  lega_legal_status_start_date, -- metadata={"item_ref":"LEGA004A"}
  lega_legal_status_end_date -- metadata={"item_ref":"LEGA005A"}
)
SELECT
  TO_CHAR(lst.LEGAL_STATUS_ID), -- lega_legal_status_id
  TO_CHAR(lst.PERSON_ID), -- lega_person_id
  SUBSTR(RTRIM(lst.LEGAL_STATUS), 1, 100), -- lega_legal_status
  lst.START_DATE, -- lega_legal_status_start_date
  lst.END_DATE -- lega_legal_status_end_date
FROM DM_LEGAL_STATUSES lst
WHERE lst.START_DATE < ((SELECT settings.today FROM ssd_extract_settings settings) + INTERVAL '1' DAY)
  AND (lst.END_DATE >= (SELECT settings.window_start FROM ssd_extract_settings settings) OR lst.END_DATE IS NULL)
  AND EXISTS (SELECT 1 FROM ssd_person cohort WHERE cohort.pers_person_id = TO_CHAR(lst.PERSON_ID))
  AND lst.LEGAL_STATUS_ID IS NOT NULL
  AND lst.PERSON_ID IS NOT NULL;

-- META-CONTAINER: {"type": "table", "name": "ssd_linked_identifiers"}
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
    SUBSTR(RTRIM((TO_CHAR(idn.REFERENCE_ID) || '.' || TO_CHAR(idn.PERSON_ID))), 1, 48) link_table_id, -- link_table_id
    TO_CHAR(idn.PERSON_ID) link_person_id, -- link_person_id
    SUBSTR(RTRIM(idn.REFERENCE_TYPE), 1, 100) link_identifier_type, -- link_identifier_type
    SUBSTR(RTRIM(idn.REFERENCE), 1, 100) link_identifier_value, -- link_identifier_value
    ROW_NUMBER() OVER (PARTITION BY idn.REFERENCE_ID, idn.PERSON_ID ORDER BY idn.REFERENCE_TYPE, idn.REFERENCE, idn.REFERENCE_ID, idn.PERSON_ID) AS ssd_row,
    ROW_NUMBER() OVER (ORDER BY idn.REFERENCE_TYPE, idn.REFERENCE, idn.REFERENCE_ID, idn.PERSON_ID) AS ssd_place
  FROM DM_PERSON_REFERENCES idn
  WHERE EXISTS (SELECT 1 FROM ssd_person cohort WHERE cohort.pers_person_id = TO_CHAR(idn.PERSON_ID))
    AND RTRIM((TO_CHAR(idn.REFERENCE_ID) || '.' || TO_CHAR(idn.PERSON_ID))) IS NOT NULL
) numbered
WHERE numbered.ssd_row = 1
) picked
WHERE picked.ssd_key_row = 1;

-- META-CONTAINER: {"type": "table", "name": "ssd_missing"}
-- META-ELEMENT: {"type": "insert_data"}
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
INSERT INTO ssd_missing (
  miss_table_id, -- metadata={"item_ref":"MISS001A"}
  miss_person_id, -- metadata={"item_ref":"MISS002A"}
  miss_missing_episode_start_date, -- metadata={"item_ref":"MISS003A"}
  miss_missing_episode_type, -- metadata={"item_ref":"MISS004A"}
  miss_missing_episode_end_date, -- metadata={"item_ref":"MISS005A"}
  miss_missing_rhi_offered, -- metadata={"item_ref":"MISS006A"}
  miss_missing_rhi_accepted -- metadata={"item_ref":"MISS007A"}
)
WITH step_people AS (
  SELECT DISTINCT s.SUBGROUP_ID subgroup_id, s.SUBJECT_COMPOUND_ID person_id
  FROM DM_SUBGROUP_SUBJECTS s
  WHERE s.SUBJECT_TYPE_CODE = 'PER'
),
person_steps AS (
  SELECT s.WORKFLOW_STEP_ID workflow_step_id, p.person_id person_id, (TO_CHAR(s.WORKFLOW_STEP_ID) || '.' || TO_CHAR(p.person_id)) step_key, s.WORKFLOW_STEP_TYPE_ID workflow_step_type_id, s.STEP_STATUS step_status, s.INCOMING_ON incoming_on, s.STARTED_ON started_on, s.COMPLETED_ON completed_on, s.CANCELLED_ON cancelled_on, s.RESPONSIBLE_TEAM_ID responsible_team_id, s.ASSIGNEE_ID assignee_id, s.IS_CHILD_CONTACT is_child_contact, s.IS_CONTINUOUS_ASSESSMENT is_continuous_assessment, s.IS_SECTION_47_ENQUIRY is_section_47_enquiry, s.IS_MISSING_OR_ABSENT is_missing_or_absent, s.STRATEGY_DISCUSSION_DATE strategy_discussion_date, s.CP_CONFERENCE_CATEGORY cp_conference_category, s.CP_CONFERENCE_ACTUAL_DATE cp_conference_actual_date, s.LAC_REVIEW_CATEGORY lac_review_category, s.LAC_REVIEW_DATE lac_review_date, s.LAC_REVIEW_PARTICIPATION_CODE lac_review_participation_code
  FROM DM_WORKFLOW_STEPS s
  INNER JOIN step_people p ON p.subgroup_id = s.SUBGROUP_ID
),
filter_answers AS (
  SELECT a.WORKFLOW_STEP_ID workflow_step_id, p.person_id person_id, a.FILTER_NAME filter_name, a.FORM_ID form_id, a.TEXT_ANSWER text_answer, a.DATE_ANSWER date_answer
  FROM DM_FILTER_FORM_ANSWERS a
  INNER JOIN person_steps p ON p.workflow_step_id = a.WORKFLOW_STEP_ID AND (a.SUBJECT_PERSON_ID IS NULL OR a.SUBJECT_PERSON_ID <= 0 OR a.SUBJECT_PERSON_ID = p.person_id)
),
coded_answers AS (
  SELECT a.workflow_step_id workflow_step_id, a.person_id person_id, a.filter_name filter_name, CASE a.text_answer WHEN 'Missing' THEN 'M' WHEN 'Absent' THEN 'A' END episode_type, CASE WHEN a.text_answer IN ('Yes', 'Y') THEN 'Y' WHEN a.text_answer IN ('No', 'N') THEN 'N' END yes_or_no
  FROM filter_answers a
),
missing_answers AS (
  SELECT c.workflow_step_id workflow_step_id, c.person_id person_id, MAX(CASE WHEN c.filter_name = 'Child Absent or Missing (Document)' THEN c.episode_type END) episode_type, MAX(CASE WHEN c.filter_name = 'Child Offered Return Interview' THEN c.yes_or_no END) rhi_offered, MAX(CASE WHEN c.filter_name = 'Child Accepted Return Interview' THEN c.yes_or_no END) rhi_accepted
  FROM coded_answers c
  GROUP BY c.workflow_step_id, c.person_id
)
SELECT
  picked.miss_table_id,
  picked.miss_person_id,
  picked.miss_missing_episode_start_date,
  picked.miss_missing_episode_type,
  picked.miss_missing_episode_end_date,
  picked.miss_missing_rhi_offered,
  picked.miss_missing_rhi_accepted
FROM (
  SELECT
    SUBSTR(RTRIM(step.step_key), 1, 48) miss_table_id, -- miss_table_id
    TO_CHAR(step.person_id) miss_person_id, -- miss_person_id
    step.started_on miss_missing_episode_start_date, -- miss_missing_episode_start_date
    SUBSTR(RTRIM(ans.episode_type), 1, 100) miss_missing_episode_type, -- miss_missing_episode_type
    step.completed_on miss_missing_episode_end_date, -- miss_missing_episode_end_date
    SUBSTR(RTRIM(ans.rhi_offered), 1, 2) miss_missing_rhi_offered, -- miss_missing_rhi_offered
    SUBSTR(RTRIM(ans.rhi_accepted), 1, 2) miss_missing_rhi_accepted, -- miss_missing_rhi_accepted
    ROW_NUMBER() OVER (PARTITION BY step.step_key ORDER BY step.step_key, step.person_id, step.started_on, ans.episode_type, step.completed_on, ans.rhi_offered, ans.rhi_accepted) AS ssd_row
  FROM person_steps step
  LEFT JOIN missing_answers ans ON ans.workflow_step_id = step.workflow_step_id AND ans.person_id = step.person_id
  WHERE step.is_missing_or_absent = 'Y'
    AND step.started_on < ((SELECT settings.today FROM ssd_extract_settings settings) + INTERVAL '1' DAY)
    AND (step.completed_on >= (SELECT settings.window_start FROM ssd_extract_settings settings) OR step.completed_on IS NULL)
    AND EXISTS (SELECT 1 FROM ssd_person cohort WHERE cohort.pers_person_id = TO_CHAR(step.person_id))
    AND RTRIM(step.step_key) IS NOT NULL
) picked
WHERE picked.ssd_row = 1;

-- META-CONTAINER: {"type": "table", "name": "ssd_mother"}
-- META-ELEMENT: {"type": "insert_data"}
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
INSERT INTO ssd_mother (
  moth_table_id, -- metadata={"item_ref":"MOTH004A"}
  moth_person_id, -- metadata={"item_ref":"MOTH002A"}
  moth_childs_person_id, -- metadata={"item_ref":"MOTH001A"}
  moth_childs_dob -- metadata={"item_ref":"MOTH003A"}
)
SELECT
  picked.moth_table_id,
  picked.moth_person_id,
  picked.moth_childs_person_id,
  picked.moth_childs_dob
FROM (
  SELECT
    numbered.moth_table_id,
    numbered.moth_person_id,
    numbered.moth_childs_person_id,
    numbered.moth_childs_dob,
    ROW_NUMBER() OVER (PARTITION BY numbered.moth_table_id ORDER BY numbered.ssd_place) AS ssd_key_row
  FROM (
  SELECT
    SUBSTR(RTRIM((TO_CHAR(kin.PERSON_ID) || '.' || TO_CHAR(kin.OTHER_PERSON_ID))), 1, 48) moth_table_id, -- moth_table_id
    TO_CHAR(kin.PERSON_ID) moth_person_id, -- moth_person_id
    TO_CHAR(kin.OTHER_PERSON_ID) moth_childs_person_id, -- moth_childs_person_id
    kid.DATE_OF_BIRTH moth_childs_dob, -- moth_childs_dob
    ROW_NUMBER() OVER (PARTITION BY kin.PERSON_ID, kin.OTHER_PERSON_ID ORDER BY kin.START_DATE, kin.PERSON_ID, kin.OTHER_PERSON_ID, kid.DATE_OF_BIRTH) AS ssd_row,
    ROW_NUMBER() OVER (ORDER BY kin.START_DATE, kin.PERSON_ID, kin.OTHER_PERSON_ID, kid.DATE_OF_BIRTH) AS ssd_place
  FROM DM_PERSONAL_RELATIONSHIPS kin
  LEFT JOIN DM_PERSONS kid ON kid.PERSON_ID = kin.OTHER_PERSON_ID
  WHERE kin.IS_MOTHER = 'Y'
    AND EXISTS (SELECT 1 FROM ssd_person cohort WHERE cohort.pers_person_id = TO_CHAR(kin.PERSON_ID))
    AND EXISTS (SELECT 1 FROM ssd_person cohort WHERE cohort.pers_person_id = TO_CHAR(kin.OTHER_PERSON_ID))
    AND RTRIM((TO_CHAR(kin.PERSON_ID) || '.' || TO_CHAR(kin.OTHER_PERSON_ID))) IS NOT NULL
    AND kin.PERSON_ID IS NOT NULL
    AND kin.OTHER_PERSON_ID IS NOT NULL
) numbered
WHERE numbered.ssd_row = 1
) picked
WHERE picked.ssd_key_row = 1;

-- META-CONTAINER: {"type": "table", "name": "ssd_permanence"}
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
WITH decisions AS (
  SELECT DISTINCT s.WORKFLOW_STEP_ID workflow_step_id, s.PERSON_ID person_id, s.ADOPTION_BEST_INTEREST_DATE decision_date, c.PERIOD_OF_CARE_ID period_of_care_id, c.START_DATE care_start, c.END_DATE care_end
  FROM DM_WORKFLOW_STEPS_PEOPLE_VW s
  INNER JOIN DM_PERIODS_OF_CARE c ON c.PERSON_ID = s.PERSON_ID AND s.ADOPTION_BEST_INTEREST_DATE BETWEEN c.START_DATE AND COALESCE(c.END_DATE, TIMESTAMP '9999-12-31 00:00:00')
),
care_details AS (
  SELECT s.PERSON_ID person_id, s.PERIOD_OF_CARE_ID period_of_care_id, s.PLACEMENT_ID placement_id, s.PLACEMENT_SPLIT_NUMBER placement_split_number, s.START_DATE start_date, s.END_DATE end_date, d.ELEMENT_DETAIL_ID element_detail_id, d.START_DATE detail_start_date, d.CARER_ID carer_id, d.OFSTED_URN ofsted_urn, d.CIN_PROVIDER_CATEGORY_CODE cin_provider_category_code
  FROM DM_CLA_SUMMARIES s
  INNER JOIN DM_PLACEMENT_DETAILS d ON d.ELEMENT_DETAIL_ID = s.ELEMENT_DETAIL_ID AND d.SPLIT_NUMBER = s.SERVICE_SPLIT_NUMBER
),
adoptions AS (
  SELECT d.person_id person_id, d.period_of_care_id period_of_care_id, d.start_date start_date, d.end_date end_date, d.carer_id carer_id, d.element_detail_id element_detail_id, p.PLACEMENT_TYPE placement_type, p.END_DATE adoption_date
  FROM care_details d
  INNER JOIN DM_PLACEMENTS p ON p.PLACEMENT_ID = d.placement_id AND p.SPLIT_NUMBER = d.placement_split_number
  WHERE p.IS_ADOPTED = 'Y'
),
adoption_journeys AS (
  SELECT d.workflow_step_id workflow_step_id, d.person_id person_id, d.decision_date decision_date, d.period_of_care_id period_of_care_id, d.care_start care_start, d.care_end care_end, r.adoption_plan_date_ceased reversed_date, r.adoption_plan_reason_cat_code reversed_reason, a.adoption_date adoption_date, a.placement_type adoption_placement_type, a.carer_id adopter_carer_id, COALESCE(r.adoption_plan_date_ceased, a.adoption_date) journey_end
  FROM decisions d
  OUTER APPLY (SELECT v.ADOPTION_PLAN_DATE_CEASED adoption_plan_date_ceased, v.ADOPTION_PLAN_REASON_CAT_CODE adoption_plan_reason_cat_code FROM DM_WORKFLOW_STEPS_PEOPLE_VW v WHERE v.PERSON_ID = d.person_id AND v.ADOPTION_PLAN_DATE_CEASED > d.decision_date AND v.ADOPTION_PLAN_DATE_CEASED <= COALESCE(d.care_end, TIMESTAMP '9999-12-31 00:00:00') ORDER BY v.ADOPTION_PLAN_DATE_CEASED, v.WORKFLOW_STEP_ID, v.ADOPTION_PLAN_REASON_CAT_CODE FETCH FIRST 1 ROW ONLY) r
  OUTER APPLY (SELECT n.adoption_date adoption_date, n.placement_type placement_type, n.carer_id carer_id FROM adoptions n WHERE n.person_id = d.person_id AND n.period_of_care_id = d.period_of_care_id AND CAST(TRUNC(n.end_date) AS TIMESTAMP) = CAST(TRUNC(d.care_end) AS TIMESTAMP) ORDER BY n.start_date DESC NULLS LAST, n.carer_id DESC NULLS LAST, n.element_detail_id DESC NULLS LAST, n.adoption_date, n.placement_type FETCH FIRST 1 ROW ONLY) a
),
journeys AS (
  SELECT 'ADP' kind, j.workflow_step_id record_id, j.person_id person_id, j.period_of_care_id period_of_care_id, j.care_start care_start, j.care_end care_end, j.decision_date decision_date, j.journey_end journey_end, j.journey_end provider_date, j.reversed_date reversed_date, j.reversed_reason reversed_reason, j.adoption_date order_date, j.adoption_placement_type adoption_placement_type, j.adopter_carer_id adopter_carer_id
  FROM adoption_journeys j
  UNION ALL
  SELECT 'SGO', o.LEGAL_STATUS_ID legal_status_id, o.PERSON_ID person_id, c.PERIOD_OF_CARE_ID period_of_care_id, c.START_DATE start_date, c.END_DATE end_date, NULL, NULL, c.END_DATE end_date, NULL, NULL, o.START_DATE start_date, NULL, NULL
  FROM DM_NON_LA_LEGAL_STATUSES o
  INNER JOIN DM_NON_LA_LEGAL_STATUS_TYPES t ON t.LEGAL_STATUS_TYPE = o.LEGAL_STATUS_TYPE
  INNER JOIN DM_PERIODS_OF_CARE c ON c.PERSON_ID = o.PERSON_ID AND c.START_DATE <= COALESCE(o.END_DATE, TIMESTAMP '9999-12-31 00:00:00') AND COALESCE(c.END_DATE, TIMESTAMP '9999-12-31 00:00:00') >= o.START_DATE
  WHERE t.IS_SPECIAL_GUARDIANSHIP_ORDER = 'Y'
),
step_people AS (
  SELECT DISTINCT s.SUBGROUP_ID subgroup_id, s.SUBJECT_COMPOUND_ID person_id
  FROM DM_SUBGROUP_SUBJECTS s
  WHERE s.SUBJECT_TYPE_CODE = 'PER'
),
person_steps AS (
  SELECT s.WORKFLOW_STEP_ID workflow_step_id, p.person_id person_id, (TO_CHAR(s.WORKFLOW_STEP_ID) || '.' || TO_CHAR(p.person_id)) step_key, s.WORKFLOW_STEP_TYPE_ID workflow_step_type_id, s.STEP_STATUS step_status, s.INCOMING_ON incoming_on, s.STARTED_ON started_on, s.COMPLETED_ON completed_on, s.CANCELLED_ON cancelled_on, s.RESPONSIBLE_TEAM_ID responsible_team_id, s.ASSIGNEE_ID assignee_id, s.IS_CHILD_CONTACT is_child_contact, s.IS_CONTINUOUS_ASSESSMENT is_continuous_assessment, s.IS_SECTION_47_ENQUIRY is_section_47_enquiry, s.IS_MISSING_OR_ABSENT is_missing_or_absent, s.STRATEGY_DISCUSSION_DATE strategy_discussion_date, s.CP_CONFERENCE_CATEGORY cp_conference_category, s.CP_CONFERENCE_ACTUAL_DATE cp_conference_actual_date, s.LAC_REVIEW_CATEGORY lac_review_category, s.LAC_REVIEW_DATE lac_review_date, s.LAC_REVIEW_PARTICIPATION_CODE lac_review_participation_code
  FROM DM_WORKFLOW_STEPS s
  INNER JOIN step_people p ON p.subgroup_id = s.SUBGROUP_ID
),
answers AS (
  SELECT a.WORKFLOW_STEP_ID workflow_step_id, p.person_id person_id, a.QUESTION_USER_CODE question_user_code, a.FORM_ID form_id, a.TEXT_ANSWER text_answer, a.NUMBER_ANSWER number_answer, a.DATE_ANSWER date_answer
  FROM DM_CACHED_FORM_ANSWERS a
  INNER JOIN person_steps p ON p.workflow_step_id = a.WORKFLOW_STEP_ID AND (a.SUBJECT_PERSON_ID IS NULL OR a.SUBJECT_PERSON_ID <= 0 OR a.SUBJECT_PERSON_ID = p.person_id)
),
foster_placements AS (
  SELECT p.PERSON_ID person_id, p.PERIOD_OF_CARE_ID period_of_care_id, p.START_DATE start_date, p.PLACEMENT_TYPE placement_type, d.carer_id carer_id
  FROM DM_PLACEMENTS p
  INNER JOIN DM_PLACEMENT_TYPES t ON t.PLACEMENT_TYPE = p.PLACEMENT_TYPE AND t.IS_PLACED_WITH_FOSTER_CARERS = 'Y'
  INNER JOIN care_details d ON d.placement_id = p.PLACEMENT_ID AND d.placement_split_number = p.SPLIT_NUMBER AND CAST(TRUNC(d.start_date) AS TIMESTAMP) = CAST(TRUNC(p.START_DATE) AS TIMESTAMP)
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
    SUBSTR(RTRIM((jny.kind || '.' || TO_CHAR(jny.record_id) || '.' || TO_CHAR(jny.person_id))), 1, 48) perm_table_id, -- perm_table_id
    TO_CHAR(jny.person_id) perm_person_id, -- perm_person_id
    TO_CHAR(jny.period_of_care_id) perm_cla_id, -- perm_cla_id
    jny.decision_date perm_adm_decision_date, -- perm_adm_decision_date
    (SELECT MIN(a.date_answer) FROM answers a WHERE a.person_id = jny.person_id AND a.question_user_code IN (NULL /* ffa_cp_decision_questions */) AND a.date_answer > jny.decision_date AND a.date_answer <= COALESCE(jny.care_end, TIMESTAMP '9999-12-31 00:00:00')) perm_ffa_cp_decision_date, -- perm_ffa_cp_decision_date
    (SELECT MIN(l.START_DATE) FROM DM_LEGAL_STATUSES l WHERE l.PERSON_ID = jny.person_id AND l.PERIOD_OF_CARE_ID = jny.period_of_care_id AND l.LEGAL_STATUS = 'E1' AND l.START_DATE BETWEEN jny.decision_date AND COALESCE(jny.journey_end, TIMESTAMP '9999-12-31 00:00:00')) perm_placement_order_date, -- perm_placement_order_date
    (SELECT MIN(p.START_DATE) FROM DM_PLACEMENTS p WHERE p.PERSON_ID = jny.person_id AND p.PERIOD_OF_CARE_ID = jny.period_of_care_id AND p.PLACEMENT_TYPE IN ('A3', 'A4', 'A5', 'A6') AND p.START_DATE BETWEEN jny.decision_date AND COALESCE(jny.journey_end, TIMESTAMP '9999-12-31 00:00:00')) perm_placed_for_adoption_date, -- perm_placed_for_adoption_date
    (SELECT MIN(m.ADOPTION_MATCH_DATE) FROM DM_WORKFLOW_STEPS_PEOPLE_VW m WHERE m.PERSON_ID = jny.person_id AND m.ADOPTION_MATCH_DATE > jny.decision_date AND m.ADOPTION_MATCH_DATE <= COALESCE(jny.care_end, TIMESTAMP '9999-12-31 00:00:00')) perm_matched_date, -- perm_matched_date
    CASE WHEN jny.adoption_placement_type IN ('A3', 'A5') THEN 'Y' WHEN jny.adoption_placement_type IS NOT NULL THEN 'N' END perm_adopted_by_carer_flag, -- perm_adopted_by_carer_flag
    (SELECT MIN(p.START_DATE) FROM DM_PLACEMENTS p WHERE p.PERSON_ID = jny.person_id AND p.PERIOD_OF_CARE_ID = jny.period_of_care_id AND p.PLACEMENT_TYPE IN ('U2', 'U5') AND p.START_DATE BETWEEN jny.decision_date AND COALESCE(jny.journey_end, TIMESTAMP '9999-12-31 00:00:00')) perm_placed_ffa_cp_date, -- perm_placed_ffa_cp_date
    jny.reversed_date perm_decision_reversed_date, -- perm_decision_reversed_date
    CASE WHEN jny.adoption_placement_type IN ('A3', 'A5') THEN (SELECT MIN(f.start_date) FROM foster_placements f WHERE f.person_id = jny.person_id AND f.period_of_care_id = jny.period_of_care_id AND f.carer_id = jny.adopter_carer_id AND NOT (f.placement_type IN ('U2', 'U5')) AND NOT (EXISTS (SELECT 1 FROM foster_placements n WHERE n.person_id = f.person_id AND n.period_of_care_id = f.period_of_care_id AND n.carer_id = f.carer_id AND n.start_date > f.start_date AND n.placement_type IN ('U2', 'U5')))) END perm_placed_foster_carer_date, -- perm_placed_foster_carer_date
    CASE WHEN jny.kind = 'ADP' THEN CASE WHEN EXISTS (SELECT 1 FROM DM_PERSONAL_RELATIONSHIPS k INNER JOIN adoption_journeys s ON s.person_id = k.OTHER_PERSON_ID WHERE k.PERSON_ID = jny.person_id AND k.FAMILY_CATEGORY = 'Child''s Siblings' AND s.decision_date <= COALESCE(jny.journey_end, TIMESTAMP '9999-12-31 00:00:00') AND COALESCE(s.journey_end, TIMESTAMP '9999-12-31 00:00:00') >= jny.decision_date) THEN '1' ELSE '0' END END perm_part_of_sibling_group, -- perm_part_of_sibling_group
    (SELECT COALESCE(a.number_answer, CASE WHEN REGEXP_LIKE(TRIM(TRIM(a.text_answer)), '^[0-9]{1,9}$') THEN TO_NUMBER(TRIM(TRIM(a.text_answer))) END) FROM answers a INNER JOIN person_steps s ON s.workflow_step_id = a.workflow_step_id AND s.person_id = a.person_id WHERE a.person_id = jny.person_id AND a.question_user_code IN (NULL /* siblings_together_questions */) AND s.completed_on BETWEEN jny.decision_date AND COALESCE(jny.journey_end, TIMESTAMP '9999-12-31 00:00:00') ORDER BY s.completed_on, s.workflow_step_id, COALESCE(a.number_answer, CASE WHEN REGEXP_LIKE(TRIM(TRIM(a.text_answer)), '^[0-9]{1,9}$') THEN TO_NUMBER(TRIM(TRIM(a.text_answer))) END), a.number_answer, a.text_answer FETCH FIRST 1 ROW ONLY) perm_siblings_placed_together, -- perm_siblings_placed_together
    (SELECT COALESCE(a.number_answer, CASE WHEN REGEXP_LIKE(TRIM(TRIM(a.text_answer)), '^[0-9]{1,9}$') THEN TO_NUMBER(TRIM(TRIM(a.text_answer))) END) FROM answers a INNER JOIN person_steps s ON s.workflow_step_id = a.workflow_step_id AND s.person_id = a.person_id WHERE a.person_id = jny.person_id AND a.question_user_code IN (NULL /* siblings_apart_questions */) AND s.completed_on BETWEEN jny.decision_date AND COALESCE(jny.journey_end, TIMESTAMP '9999-12-31 00:00:00') ORDER BY s.completed_on, s.workflow_step_id, COALESCE(a.number_answer, CASE WHEN REGEXP_LIKE(TRIM(TRIM(a.text_answer)), '^[0-9]{1,9}$') THEN TO_NUMBER(TRIM(TRIM(a.text_answer))) END), a.number_answer, a.text_answer FETCH FIRST 1 ROW ONLY) perm_siblings_placed_apart, -- perm_siblings_placed_apart
    SUBSTR(RTRIM((SELECT MAX(d.ofsted_urn) FROM care_details d WHERE d.person_id = jny.person_id AND ((jny.provider_date IS NULL AND d.end_date IS NULL) OR jny.provider_date BETWEEN d.start_date AND COALESCE(d.end_date, TIMESTAMP '9999-12-31 00:00:00')))), 1, 48) perm_placement_provider_urn, -- perm_placement_provider_urn
    SUBSTR(RTRIM(jny.reversed_reason), 1, 100) perm_decision_reversed_reason, -- perm_decision_reversed_reason
    jny.order_date perm_permanence_order_date, -- perm_permanence_order_date
    CASE WHEN jny.kind = 'SGO' THEN 'Special guardianship order' WHEN jny.order_date IS NOT NULL THEN 'Adoption' END perm_permanence_order_type, -- perm_permanence_order_type
    ROW_NUMBER() OVER (PARTITION BY jny.kind, jny.record_id, jny.person_id ORDER BY jny.care_start, jny.period_of_care_id, jny.kind, jny.record_id, jny.person_id, jny.decision_date, jny.care_end, jny.journey_end, jny.adoption_placement_type, jny.reversed_date, jny.adopter_carer_id, jny.provider_date, jny.reversed_reason, jny.order_date) AS ssd_row,
    ROW_NUMBER() OVER (ORDER BY jny.care_start, jny.period_of_care_id, jny.kind, jny.record_id, jny.person_id, jny.decision_date, jny.care_end, jny.journey_end, jny.adoption_placement_type, jny.reversed_date, jny.adopter_carer_id, jny.provider_date, jny.reversed_reason, jny.order_date) AS ssd_place
  FROM journeys jny
  WHERE EXISTS (SELECT 1 FROM ssd_person cohort WHERE cohort.pers_person_id = TO_CHAR(jny.person_id))
    AND RTRIM((jny.kind || '.' || TO_CHAR(jny.record_id) || '.' || TO_CHAR(jny.person_id))) IS NOT NULL
    AND jny.person_id IS NOT NULL
) numbered
WHERE numbered.ssd_row = 1
) picked
WHERE picked.ssd_key_row = 1;

-- META-CONTAINER: {"type": "table", "name": "ssd_pre_proceedings"}
-- META-ELEMENT: {"type": "insert_data"}
INSERT INTO ssd_pre_proceedings (
  prep_table_id, -- metadata={"item_ref":"PREP024A"}
  prep_person_id, -- metadata={"item_ref":"PREP001A"}
  prep_plo_family_id, -- metadata={"item_ref":"PREP002A"}
  -- prep_pre_pro_decision_date is not held: looked up in case files
  prep_initial_pre_pro_meeting_date, -- metadata={"item_ref":"PREP004A"}
  prep_pre_pro_outcome, -- metadata={"item_ref":"PREP005A"}
  prep_agree_stepdown_issue_date, -- metadata={"item_ref":"PREP006A"}
  prep_cp_plans_referral_period, -- metadata={"item_ref":"PREP007A"}
  -- prep_legal_gateway_outcome is not held: looked up in case files
  prep_prev_pre_proc_child, -- metadata={"item_ref":"PREP009A"}
  prep_prev_care_proc_child -- metadata={"item_ref":"PREP010A"}
  -- prep_pre_pro_letter_date is not held: looked up in case files
  -- prep_care_pro_letter_date is not held: looked up in case files
  -- prep_pre_pro_meetings_num is not held: looked up in case files
  -- prep_pre_pro_parents_legal_rep is not held: looked up in case files
  -- prep_parents_legal_rep_point_of_issue is not held: looked up in case files
  -- prep_court_reference is not held: looked up in case files
  -- prep_care_proc_court_hearings is not held: looked up in case files
  -- prep_care_proc_short_notice is not held: looked up in case files
  -- prep_proc_short_notice_reason is not held: looked up in case files
  -- prep_la_inital_plan_approved is not held: looked up in case files
  -- prep_la_initial_care_plan is not held: looked up in case files
  -- prep_la_final_plan_approved is not held: looked up in case files
  -- prep_la_final_care_plan is not held: looked up in case files
)
WITH step_people AS (
  SELECT DISTINCT s.SUBGROUP_ID subgroup_id, s.SUBJECT_COMPOUND_ID person_id
  FROM DM_SUBGROUP_SUBJECTS s
  WHERE s.SUBJECT_TYPE_CODE = 'PER'
),
groups_of_persons AS (
  SELECT s.person_id person_id, g.GROUP_ID group_id, g.SUBGROUP_ID subgroup_id, CASE WHEN g.ONLY_SUBJECT_TYPE_CODE IS NULL THEN 0 ELSE 1 END is_for_one
  FROM DM_SUBGROUPS g
  INNER JOIN step_people s ON s.subgroup_id = g.SUBGROUP_ID
),
cp_plans AS (
  SELECT r.REGISTRATION_ID registration_id, r.PERSON_ID person_id, r.REGISTRATION_STEP_ID registration_step_id, r.REGISTRATION_START_DATE registration_start_date, r.DEREGISTRATION_DATE deregistration_date
  FROM DM_REGISTRATIONS r
  WHERE r.IS_CHILD_PROTECTION_PLAN = 'Y' AND COALESCE(r.IS_TEMPORARY_CHILD_PROTECTION, 'N') = 'N'
)
SELECT
  TO_CHAR(pre.LEGAL_STATUS_ID), -- prep_table_id
  TO_CHAR(pre.PERSON_ID), -- prep_person_id
  TO_CHAR(grp.group_id), -- prep_plo_family_id
  pre.START_DATE, -- prep_initial_pre_pro_meeting_date
  CASE WHEN EXISTS (SELECT 1 FROM DM_LEGAL_STATUSES l WHERE l.PERSON_ID = pre.PERSON_ID AND l.LEGAL_STATUS IN ('C1', 'C2') AND l.START_DATE >= pre.START_DATE AND (pre.END_DATE IS NULL OR l.START_DATE <= (pre.END_DATE + NUMTODSINTERVAL(31, 'DAY'))) AND COALESCE(l.END_DATE, TIMESTAMP '9999-12-31 00:00:00') > COALESCE(pre.END_DATE, TIMESTAMP '9999-12-31 00:00:00')) THEN 'Decision to Issue Care Proceedings' WHEN pre.END_DATE IS NOT NULL THEN 'Decision to step down' END, -- prep_pre_pro_outcome
  pre.END_DATE, -- prep_agree_stepdown_issue_date
  (SELECT COUNT(*) FROM cp_plans p WHERE p.person_id = pre.PERSON_ID AND p.registration_start_date BETWEEN cin.REFERRAL_DATE AND COALESCE(cin.CLOSURE_DATE, TIMESTAMP '9999-12-31 00:00:00')), -- prep_cp_plans_referral_period
  (SELECT COUNT(*) FROM DM_NON_LA_LEGAL_STATUSES b WHERE b.PERSON_ID = pre.PERSON_ID AND b.LEGAL_STATUS_TYPE IN ('PLOPRE') AND CAST(TRUNC(b.START_DATE) AS TIMESTAMP) < CAST(TRUNC(pre.START_DATE) AS TIMESTAMP)), -- prep_prev_pre_proc_child
  (SELECT COUNT(*) FROM DM_LEGAL_STATUSES l WHERE l.PERSON_ID = pre.PERSON_ID AND l.LEGAL_STATUS = 'C1' AND CAST(TRUNC(l.START_DATE) AS TIMESTAMP) < CAST(TRUNC(pre.START_DATE) AS TIMESTAMP)) -- prep_prev_care_proc_child
FROM DM_NON_LA_LEGAL_STATUSES pre
OUTER APPLY (SELECT grp.* FROM groups_of_persons grp WHERE grp.person_id = pre.PERSON_ID ORDER BY grp.is_for_one, grp.group_id DESC NULLS LAST, grp.subgroup_id DESC NULLS LAST FETCH FIRST 1 ROW ONLY) grp
OUTER APPLY (SELECT cin.* FROM DM_CIN_REFERRALS cin WHERE cin.PERSON_ID = pre.PERSON_ID AND pre.START_DATE BETWEEN cin.REFERRAL_DATE AND COALESCE(cin.CLOSURE_DATE, TIMESTAMP '9999-12-31 00:00:00') ORDER BY cin.REFERRAL_DATE DESC NULLS LAST, cin.CLOSURE_DATE DESC NULLS LAST FETCH FIRST 1 ROW ONLY) cin
WHERE pre.LEGAL_STATUS_TYPE IN ('PLOPRE')
  AND (pre.END_DATE >= (SELECT settings.window_start FROM ssd_extract_settings settings) OR pre.END_DATE IS NULL)
  AND EXISTS (SELECT 1 FROM ssd_person cohort WHERE cohort.pers_person_id = TO_CHAR(pre.PERSON_ID))
  AND pre.LEGAL_STATUS_ID IS NOT NULL
  AND pre.PERSON_ID IS NOT NULL
  AND grp.group_id IS NOT NULL;

-- META-CONTAINER: {"type": "table", "name": "ssd_professionals"}
-- META-ELEMENT: {"type": "insert_data"}
INSERT INTO ssd_professionals (
  prof_professional_id, -- metadata={"item_ref":"PROF001A"}
  prof_staff_id, -- metadata={"item_ref":"PROF010A"}
  prof_professional_name, -- metadata={"item_ref":"PROF013A"}
  -- prof_social_worker_registration_no is not held: kept elsewhere by each authority
  -- prof_professional_job_title is not held: the type of the role column of DM_WORKER_ROLES is not known yet
  prof_professional_caseload, -- metadata={"item_ref":"PROF008A"}
  prof_professional_department -- metadata={"item_ref":"PROF012A"}
  -- prof_full_time_equivalency is not held: kept in a personnel system
  -- prof_agency_worker_flag is not held: kept in a personnel system
)
SELECT
  TO_CHAR(wkr.WORKER_ID), -- prof_professional_id
  TO_CHAR(wkr.WORKER_ID), -- prof_staff_id
  SUBSTR(RTRIM(wkr.FULL_NAME), 1, 300), -- prof_professional_name
  (SELECT COUNT(DISTINCT a.PERSON_ID) FROM DM_ALLOCATED_WORKERS a WHERE a.WORKER_ID = wkr.WORKER_ID AND (SELECT settings.today FROM ssd_extract_settings settings) BETWEEN a.START_DATE AND COALESCE(a.END_DATE, TIMESTAMP '9999-12-31 00:00:00')), -- prof_professional_caseload
  SUBSTR(RTRIM((SELECT MAX(o.NAME) FROM DM_WORKER_ROLES r INNER JOIN DM_ORGANISATIONS o ON o.ORGANISATION_ID = r.ORGANISATION_ID WHERE r.WORKER_ID = wkr.WORKER_ID AND (SELECT settings.today FROM ssd_extract_settings settings) BETWEEN r.START_DATE AND COALESCE(r.END_DATE, TIMESTAMP '9999-12-31 00:00:00'))), 1, 100) -- prof_professional_department
FROM DM_WORKERS wkr
WHERE EXISTS (SELECT 1 FROM DM_ALLOCATED_WORKERS a WHERE a.WORKER_ID = wkr.WORKER_ID AND (SELECT settings.today FROM ssd_extract_settings settings) BETWEEN a.START_DATE AND COALESCE(a.END_DATE, TIMESTAMP '9999-12-31 00:00:00'))
  AND wkr.WORKER_ID IS NOT NULL;

-- META-CONTAINER: {"type": "table", "name": "ssd_s251_finance"}
-- META-ELEMENT: {"type": "insert_data"}
-- not loaded: mosaic does not hold it, no published script reads costs of placements, and the placeholders have no meaning yet

-- META-CONTAINER: {"type": "table", "name": "ssd_s47_enquiry"}
-- META-ELEMENT: {"type": "insert_data"}
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
INSERT INTO ssd_s47_enquiry (
  s47e_s47_enquiry_id, -- metadata={"item_ref":"S47E001A"}
  s47e_referral_id, -- metadata={"item_ref":"S47E010A"}
  s47e_person_id, -- metadata={"item_ref":"S47E002A"}
  s47e_s47_start_date, -- metadata={"item_ref":"S47E004A"}
  s47e_s47_end_date, -- metadata={"item_ref":"S47E005A"}
  s47e_s47_nfa, -- metadata={"item_ref":"S47E006A"}
  s47e_s47_outcome_json, -- metadata={"item_ref":"S47E007A"}
  s47e_s47_completed_by_worker_id, -- metadata={"item_ref":"S47E008A"}
  s47e_s47_completed_by_team -- metadata={"item_ref":"S47E009A"}
)
WITH referrals AS (
  SELECT DISTINCT r.REFERRAL_ID referral_id, r.PERSON_ID person_id, (TO_CHAR(r.REFERRAL_ID) || '.' || TO_CHAR(r.PERSON_ID)) referral_key, r.REFERRAL_DATE referral_date, r.CLOSURE_DATE closure_date
  FROM DM_CIN_REFERRALS r
),
step_people AS (
  SELECT DISTINCT s.SUBGROUP_ID subgroup_id, s.SUBJECT_COMPOUND_ID person_id
  FROM DM_SUBGROUP_SUBJECTS s
  WHERE s.SUBJECT_TYPE_CODE = 'PER'
),
person_steps AS (
  SELECT s.WORKFLOW_STEP_ID workflow_step_id, p.person_id person_id, (TO_CHAR(s.WORKFLOW_STEP_ID) || '.' || TO_CHAR(p.person_id)) step_key, s.WORKFLOW_STEP_TYPE_ID workflow_step_type_id, s.STEP_STATUS step_status, s.INCOMING_ON incoming_on, s.STARTED_ON started_on, s.COMPLETED_ON completed_on, s.CANCELLED_ON cancelled_on, s.RESPONSIBLE_TEAM_ID responsible_team_id, s.ASSIGNEE_ID assignee_id, s.IS_CHILD_CONTACT is_child_contact, s.IS_CONTINUOUS_ASSESSMENT is_continuous_assessment, s.IS_SECTION_47_ENQUIRY is_section_47_enquiry, s.IS_MISSING_OR_ABSENT is_missing_or_absent, s.STRATEGY_DISCUSSION_DATE strategy_discussion_date, s.CP_CONFERENCE_CATEGORY cp_conference_category, s.CP_CONFERENCE_ACTUAL_DATE cp_conference_actual_date, s.LAC_REVIEW_CATEGORY lac_review_category, s.LAC_REVIEW_DATE lac_review_date, s.LAC_REVIEW_PARTICIPATION_CODE lac_review_participation_code
  FROM DM_WORKFLOW_STEPS s
  INNER JOIN step_people p ON p.subgroup_id = s.SUBGROUP_ID
),
next_steps AS (
  SELECT k.SOURCE_STEP_ID source_step_id, k.WORKFLOW_NEXT_ACTION_TYPE_ID workflow_next_action_type_id, k.WORKFLOW_REASON_TYPE_ID workflow_reason_type_id, t.person_id person_id, t.step_status step_status, t.workflow_step_type_id workflow_step_type_id
  FROM DM_WORKFLOW_LINKS k
  INNER JOIN person_steps t ON t.workflow_step_id = k.TARGET_STEP_ID
),
outcome_words AS (
  SELECT DISTINCT n.source_step_id source_step_id, n.person_id person_id, CASE WHEN r.DESCRIPTION IS NULL THEN t.DESCRIPTION ELSE (t.DESCRIPTION || ' / ' || r.DESCRIPTION) END description
  FROM next_steps n
  INNER JOIN DM_WORKFLOW_NXT_ACTION_TYPES t ON t.WORKFLOW_NEXT_ACTION_TYPE_ID = n.workflow_next_action_type_id
  LEFT JOIN DM_WORKFLOW_REASON_TYPES r ON r.WORKFLOW_REASON_TYPE_ID = n.workflow_reason_type_id
  WHERE n.step_status <> 'CANCELLED'
)
SELECT
  picked.s47e_s47_enquiry_id,
  picked.s47e_referral_id,
  picked.s47e_person_id,
  picked.s47e_s47_start_date,
  picked.s47e_s47_end_date,
  picked.s47e_s47_nfa,
  picked.s47e_s47_outcome_json,
  picked.s47e_s47_completed_by_worker_id,
  picked.s47e_s47_completed_by_team
FROM (
  SELECT
    numbered.s47e_s47_enquiry_id,
    numbered.s47e_referral_id,
    numbered.s47e_person_id,
    numbered.s47e_s47_start_date,
    numbered.s47e_s47_end_date,
    numbered.s47e_s47_nfa,
    numbered.s47e_s47_outcome_json,
    numbered.s47e_s47_completed_by_worker_id,
    numbered.s47e_s47_completed_by_team,
    ROW_NUMBER() OVER (PARTITION BY numbered.s47e_s47_enquiry_id ORDER BY numbered.ssd_place) AS ssd_key_row
  FROM (
  SELECT
    SUBSTR(RTRIM((TO_CHAR(step.WORKFLOW_STEP_ID) || '.' || TO_CHAR(step.PERSON_ID))), 1, 48) s47e_s47_enquiry_id, -- s47e_s47_enquiry_id
    SUBSTR(RTRIM((SELECT r.referral_key FROM referrals r WHERE r.person_id = step.PERSON_ID AND r.referral_date <= step.STARTED_ON ORDER BY r.referral_id DESC NULLS LAST, r.referral_date DESC NULLS LAST, r.referral_key FETCH FIRST 1 ROW ONLY)), 1, 48) s47e_referral_id, -- s47e_referral_id
    TO_CHAR(step.PERSON_ID) s47e_person_id, -- s47e_person_id
    step.STARTED_ON s47e_s47_start_date, -- s47e_s47_start_date
    step.COMPLETED_ON s47e_s47_end_date, -- s47e_s47_end_date
    CASE WHEN EXISTS (SELECT 1 FROM next_steps n INNER JOIN DM_WORKFLOW_NXT_ACTION_TYPES t ON t.WORKFLOW_NEXT_ACTION_TYPE_ID = n.workflow_next_action_type_id WHERE n.source_step_id = step.WORKFLOW_STEP_ID AND n.person_id = step.PERSON_ID AND n.step_status NOT IN ('CANCELLED', 'PROPOSED') AND t.IS_NO_FURTHER_ACTION = 'Y') AND NOT (EXISTS (SELECT 1 FROM next_steps n WHERE n.source_step_id = step.WORKFLOW_STEP_ID AND n.person_id = step.PERSON_ID AND n.step_status NOT IN ('CANCELLED', 'PROPOSED') AND n.workflow_next_action_type_id IN (NULL /* s47_further_next_actions */))) THEN 'Y' ELSE 'N' END s47e_s47_nfa, -- s47e_s47_nfa
    REPLACE(REPLACE(REPLACE(TRANSLATE(
      '{"TOTAL_NO_OF_OUTCOMES":' || COALESCE(TO_CHAR((SELECT COUNT(*) FROM outcome_words w WHERE w.source_step_id = step.WORKFLOW_STEP_ID AND w.person_id = step.PERSON_ID)), 'null') ||
      ',"OUTCOME_COMMENTS":' || NVL2(SUBSTR(RTRIM((SELECT LISTAGG(TRANSLATE(w.description, CHR(1) || CHR(2) || CHR(3) || CHR(4) || CHR(5) || CHR(6) || CHR(7) || CHR(8) || CHR(11) || CHR(12) || CHR(14) || CHR(15) || CHR(16) || CHR(17) || CHR(18) || CHR(19) || CHR(20) || CHR(21) || CHR(22) || CHR(23) || CHR(24) || CHR(25) || CHR(26) || CHR(27) || CHR(28) || CHR(29) || CHR(30) || CHR(31), '                            '), ', ') WITHIN GROUP (ORDER BY w.description) FROM outcome_words w WHERE w.source_step_id = step.WORKFLOW_STEP_ID AND w.person_id = step.PERSON_ID)), 1, 450), '"' || REPLACE(REPLACE(SUBSTR(RTRIM((SELECT LISTAGG(TRANSLATE(w.description, CHR(1) || CHR(2) || CHR(3) || CHR(4) || CHR(5) || CHR(6) || CHR(7) || CHR(8) || CHR(11) || CHR(12) || CHR(14) || CHR(15) || CHR(16) || CHR(17) || CHR(18) || CHR(19) || CHR(20) || CHR(21) || CHR(22) || CHR(23) || CHR(24) || CHR(25) || CHR(26) || CHR(27) || CHR(28) || CHR(29) || CHR(30) || CHR(31), '                            '), ', ') WITHIN GROUP (ORDER BY w.description) FROM outcome_words w WHERE w.source_step_id = step.WORKFLOW_STEP_ID AND w.person_id = step.PERSON_ID)), 1, 450), '\', '\\'), '"', '\"') || '"', 'null') ||
      '}', CHR(1) || CHR(2) || CHR(3) || CHR(4) || CHR(5) || CHR(6) || CHR(7) || CHR(8) || CHR(11) || CHR(12) || CHR(14) || CHR(15) || CHR(16) || CHR(17) || CHR(18) || CHR(19) || CHR(20) || CHR(21) || CHR(22) || CHR(23) || CHR(24) || CHR(25) || CHR(26) || CHR(27) || CHR(28) || CHR(29) || CHR(30) || CHR(31), '                            '), CHR(13), '\r'), CHR(10), '\n'), CHR(9), '\t') s47e_s47_outcome_json, -- s47e_s47_outcome_json
    TO_CHAR(step.ASSIGNEE_ID) s47e_s47_completed_by_worker_id, -- s47e_s47_completed_by_worker_id
    TO_CHAR(step.RESPONSIBLE_TEAM_ID) s47e_s47_completed_by_team, -- s47e_s47_completed_by_team
    ROW_NUMBER() OVER (PARTITION BY step.WORKFLOW_STEP_ID, step.PERSON_ID ORDER BY step.STARTED_ON DESC NULLS LAST, step.WORKFLOW_STEP_ID, step.PERSON_ID, step.COMPLETED_ON, step.ASSIGNEE_ID, step.RESPONSIBLE_TEAM_ID) AS ssd_row,
    ROW_NUMBER() OVER (ORDER BY step.STARTED_ON DESC NULLS LAST, step.WORKFLOW_STEP_ID, step.PERSON_ID, step.COMPLETED_ON, step.ASSIGNEE_ID, step.RESPONSIBLE_TEAM_ID) AS ssd_place
  FROM DM_WORKFLOW_STEPS_PEOPLE_VW step
  WHERE step.IS_SECTION_47_ENQUIRY = 'Y'
    AND step.STEP_STATUS IN ('INCOMING', 'STARTED', 'REOPENED', 'COMPLETED')
    AND CAST(TRUNC(step.STARTED_ON) AS TIMESTAMP) < ((SELECT settings.today FROM ssd_extract_settings settings) + INTERVAL '1' DAY)
    AND (CAST(TRUNC(step.COMPLETED_ON) AS TIMESTAMP) >= (SELECT settings.window_start FROM ssd_extract_settings settings) OR CAST(TRUNC(step.COMPLETED_ON) AS TIMESTAMP) IS NULL)
    AND EXISTS (SELECT 1 FROM ssd_person cohort WHERE cohort.pers_person_id = TO_CHAR(step.PERSON_ID))
    AND RTRIM((TO_CHAR(step.WORKFLOW_STEP_ID) || '.' || TO_CHAR(step.PERSON_ID))) IS NOT NULL
    AND step.PERSON_ID IS NOT NULL
) numbered
WHERE numbered.ssd_row = 1
) picked
WHERE picked.ssd_key_row = 1;

-- META-CONTAINER: {"type": "table", "name": "ssd_sdq_scores"}
-- META-ELEMENT: {"type": "insert_data"}
INSERT INTO ssd_sdq_scores (
  csdq_table_id, -- metadata={"item_ref":"CSDQ001A"}
  csdq_person_id, -- metadata={"item_ref":"CSDQ002A"}
  csdq_sdq_completed_date, -- metadata={"item_ref":"CSDQ003A"}
  csdq_sdq_reason, -- metadata={"item_ref":"CSDQ004A"}
  csdq_sdq_score -- metadata={"item_ref":"CSDQ005A"}
)
SELECT
  TO_CHAR(hasm.HEALTH_ID), -- csdq_table_id
  TO_CHAR(hasm.PERSON_ID), -- csdq_person_id
  hasm.HEALTH_ASSESSMENT_DATE, -- csdq_sdq_completed_date
  SUBSTR(RTRIM(hasm.SDQ_REASON), 1, 100), -- csdq_sdq_reason
  TO_CHAR(hasm.SDQ_SCORE) -- csdq_sdq_score
FROM DM_HEALTH_ASSESSMENTS hasm
WHERE (hasm.SDQ_COMPLETED = 'Y' OR hasm.SDQ_REASON IS NOT NULL)
  AND hasm.HEALTH_ASSESSMENT_DATE < ((SELECT settings.today FROM ssd_extract_settings settings) + INTERVAL '1' DAY)
  AND (hasm.HEALTH_ASSESSMENT_DATE >= (SELECT settings.window_start FROM ssd_extract_settings settings) OR hasm.HEALTH_ASSESSMENT_DATE IS NULL)
  AND EXISTS (SELECT 1 FROM ssd_person cohort WHERE cohort.pers_person_id = TO_CHAR(hasm.PERSON_ID))
  AND hasm.HEALTH_ID IS NOT NULL
  AND hasm.PERSON_ID IS NOT NULL;

-- META-CONTAINER: {"type": "table", "name": "ssd_sen_need"}
-- META-ELEMENT: {"type": "insert_data"}
-- not loaded: mosaic does not hold it, special educational needs are kept in an education system

-- META-CONTAINER: {"type": "table", "name": "ssd_send"}
-- META-ELEMENT: {"type": "insert_data"}
-- not loaded: mosaic does not hold it, special educational needs are kept in an education system

-- META-CONTAINER: {"type": "table", "name": "ssd_voice_of_child"}
-- META-ELEMENT: {"type": "insert_data"}
-- not loaded: mosaic does not hold it, the answers stand in forms of each authority, and no codes of the questions are published

-- META-ELEMENT: {"type": "refresh_end"}
COMMIT;

-- ---------------------------------------------------------------------------
-- 3. Keys and indexes: created where they are absent
-- ---------------------------------------------------------------------------

-- META-CONTAINER: {"type": "table", "name": "ssd_address"}
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

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_substance_misuse"}
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

-- META-CONTAINER: {"type": "table", "name": "ssd_s251_finance"}
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
-- META-ELEMENT: {"type": "create_fk"}
-- not enforced: send_person_id to ssd_person.pers_person_id, the extract fills ssd_person anew and not this table
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
-- META-ELEMENT: {"type": "create_fk"}
-- not enforced: voch_person_id to ssd_person.pers_person_id, the extract fills ssd_person anew and not this table
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

-- ---------------------------------------------------------------------------
-- 4. Checks: rows that refer to a parent which is not in the extract
-- ---------------------------------------------------------------------------

-- META-CONTAINER: {"type": "table", "name": "ssd_assessment_factors"}
-- META-ELEMENT: {"type": "count_orphans"}
SELECT 'ssd_assessment_factors.cinf_assessment_id' AS reference, COUNT(*) AS orphans FROM ssd_assessment_factors child WHERE child.cinf_assessment_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_cin_assessments parent WHERE parent.cina_assessment_id = child.cinf_assessment_id);

-- META-CONTAINER: {"type": "table", "name": "ssd_care_leavers"}
-- META-ELEMENT: {"type": "count_orphans"}
SELECT 'ssd_care_leavers.clea_care_leaver_allocated_team' AS reference, COUNT(*) AS orphans FROM ssd_care_leavers child WHERE child.clea_care_leaver_allocated_team IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_department parent WHERE parent.dept_team_id = child.clea_care_leaver_allocated_team);
SELECT 'ssd_care_leavers.clea_care_leaver_worker_id' AS reference, COUNT(*) AS orphans FROM ssd_care_leavers child WHERE child.clea_care_leaver_worker_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_professionals parent WHERE parent.prof_professional_id = child.clea_care_leaver_worker_id);

-- META-CONTAINER: {"type": "table", "name": "ssd_cin_assessments"}
-- META-ELEMENT: {"type": "count_orphans"}
SELECT 'ssd_cin_assessments.cina_referral_id' AS reference, COUNT(*) AS orphans FROM ssd_cin_assessments child WHERE child.cina_referral_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_cin_episodes parent WHERE parent.cine_referral_id = child.cina_referral_id);
SELECT 'ssd_cin_assessments.cina_assessment_team' AS reference, COUNT(*) AS orphans FROM ssd_cin_assessments child WHERE child.cina_assessment_team IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_department parent WHERE parent.dept_team_id = child.cina_assessment_team);
SELECT 'ssd_cin_assessments.cina_assessment_worker_id' AS reference, COUNT(*) AS orphans FROM ssd_cin_assessments child WHERE child.cina_assessment_worker_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_professionals parent WHERE parent.prof_professional_id = child.cina_assessment_worker_id);

-- META-CONTAINER: {"type": "table", "name": "ssd_cin_episodes"}
-- META-ELEMENT: {"type": "count_orphans"}
SELECT 'ssd_cin_episodes.cine_referral_team' AS reference, COUNT(*) AS orphans FROM ssd_cin_episodes child WHERE child.cine_referral_team IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_department parent WHERE parent.dept_team_id = child.cine_referral_team);
SELECT 'ssd_cin_episodes.cine_referral_worker_id' AS reference, COUNT(*) AS orphans FROM ssd_cin_episodes child WHERE child.cine_referral_worker_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_professionals parent WHERE parent.prof_professional_id = child.cine_referral_worker_id);

-- META-CONTAINER: {"type": "table", "name": "ssd_cin_plans"}
-- META-ELEMENT: {"type": "count_orphans"}
SELECT 'ssd_cin_plans.cinp_referral_id' AS reference, COUNT(*) AS orphans FROM ssd_cin_plans child WHERE child.cinp_referral_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_cin_episodes parent WHERE parent.cine_referral_id = child.cinp_referral_id);
SELECT 'ssd_cin_plans.cinp_cin_plan_team' AS reference, COUNT(*) AS orphans FROM ssd_cin_plans child WHERE child.cinp_cin_plan_team IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_department parent WHERE parent.dept_team_id = child.cinp_cin_plan_team);
SELECT 'ssd_cin_plans.cinp_cin_plan_worker_id' AS reference, COUNT(*) AS orphans FROM ssd_cin_plans child WHERE child.cinp_cin_plan_worker_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_professionals parent WHERE parent.prof_professional_id = child.cinp_cin_plan_worker_id);

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_episodes"}
-- META-ELEMENT: {"type": "count_orphans"}
SELECT 'ssd_cla_episodes.clae_referral_id' AS reference, COUNT(*) AS orphans FROM ssd_cla_episodes child WHERE child.clae_referral_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_cin_episodes parent WHERE parent.cine_referral_id = child.clae_referral_id);
SELECT 'ssd_cla_episodes.clae_cla_placement_id' AS reference, COUNT(*) AS orphans FROM ssd_cla_episodes child WHERE child.clae_cla_placement_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_cla_placement parent WHERE parent.clap_cla_placement_id = child.clae_cla_placement_id);

-- META-CONTAINER: {"type": "table", "name": "ssd_cp_plans"}
-- META-ELEMENT: {"type": "count_orphans"}
SELECT 'ssd_cp_plans.cppl_referral_id' AS reference, COUNT(*) AS orphans FROM ssd_cp_plans child WHERE child.cppl_referral_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_cin_episodes parent WHERE parent.cine_referral_id = child.cppl_referral_id);
SELECT 'ssd_cp_plans.cppl_icpc_id' AS reference, COUNT(*) AS orphans FROM ssd_cp_plans child WHERE child.cppl_icpc_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_initial_cp_conference parent WHERE parent.icpc_icpc_id = child.cppl_icpc_id);

-- META-CONTAINER: {"type": "table", "name": "ssd_cp_reviews"}
-- META-ELEMENT: {"type": "count_orphans"}
SELECT 'ssd_cp_reviews.cppr_cp_plan_id' AS reference, COUNT(*) AS orphans FROM ssd_cp_reviews child WHERE child.cppr_cp_plan_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_cp_plans parent WHERE parent.cppl_cp_plan_id = child.cppr_cp_plan_id);

-- META-CONTAINER: {"type": "table", "name": "ssd_cp_visits"}
-- META-ELEMENT: {"type": "count_orphans"}
SELECT 'ssd_cp_visits.cppv_cp_plan_id' AS reference, COUNT(*) AS orphans FROM ssd_cp_visits child WHERE child.cppv_cp_plan_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_cp_plans parent WHERE parent.cppl_cp_plan_id = child.cppv_cp_plan_id);

-- META-CONTAINER: {"type": "table", "name": "ssd_department"}
-- META-ELEMENT: {"type": "count_orphans"}
SELECT 'ssd_department.dept_team_parent_id' AS reference, COUNT(*) AS orphans FROM ssd_department child WHERE child.dept_team_parent_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_department parent WHERE parent.dept_team_id = child.dept_team_parent_id);

-- META-CONTAINER: {"type": "table", "name": "ssd_early_help_episodes"}
-- META-ELEMENT: {"type": "count_orphans"}
SELECT 'ssd_early_help_episodes.earl_episode_worker_id' AS reference, COUNT(*) AS orphans FROM ssd_early_help_episodes child WHERE child.earl_episode_worker_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_professionals parent WHERE parent.prof_professional_id = child.earl_episode_worker_id);

-- META-CONTAINER: {"type": "table", "name": "ssd_initial_cp_conference"}
-- META-ELEMENT: {"type": "count_orphans"}
SELECT 'ssd_initial_cp_conference.icpc_s47_enquiry_id' AS reference, COUNT(*) AS orphans FROM ssd_initial_cp_conference child WHERE child.icpc_s47_enquiry_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_s47_enquiry parent WHERE parent.s47e_s47_enquiry_id = child.icpc_s47_enquiry_id);
SELECT 'ssd_initial_cp_conference.icpc_cp_plan_id' AS reference, COUNT(*) AS orphans FROM ssd_initial_cp_conference child WHERE child.icpc_cp_plan_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_cp_plans parent WHERE parent.cppl_cp_plan_id = child.icpc_cp_plan_id);
SELECT 'ssd_initial_cp_conference.icpc_referral_id' AS reference, COUNT(*) AS orphans FROM ssd_initial_cp_conference child WHERE child.icpc_referral_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_cin_episodes parent WHERE parent.cine_referral_id = child.icpc_referral_id);
SELECT 'ssd_initial_cp_conference.icpc_icpc_team' AS reference, COUNT(*) AS orphans FROM ssd_initial_cp_conference child WHERE child.icpc_icpc_team IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_department parent WHERE parent.dept_team_id = child.icpc_icpc_team);
SELECT 'ssd_initial_cp_conference.icpc_icpc_worker_id' AS reference, COUNT(*) AS orphans FROM ssd_initial_cp_conference child WHERE child.icpc_icpc_worker_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_professionals parent WHERE parent.prof_professional_id = child.icpc_icpc_worker_id);

-- META-CONTAINER: {"type": "table", "name": "ssd_involvements"}
-- META-ELEMENT: {"type": "count_orphans"}
SELECT 'ssd_involvements.invo_professional_id' AS reference, COUNT(*) AS orphans FROM ssd_involvements child WHERE child.invo_professional_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_professionals parent WHERE parent.prof_professional_id = child.invo_professional_id);
SELECT 'ssd_involvements.invo_professional_team' AS reference, COUNT(*) AS orphans FROM ssd_involvements child WHERE child.invo_professional_team IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_department parent WHERE parent.dept_team_id = child.invo_professional_team);
SELECT 'ssd_involvements.invo_referral_id' AS reference, COUNT(*) AS orphans FROM ssd_involvements child WHERE child.invo_referral_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_cin_episodes parent WHERE parent.cine_referral_id = child.invo_referral_id);

-- META-CONTAINER: {"type": "table", "name": "ssd_permanence"}
-- META-ELEMENT: {"type": "count_orphans"}
SELECT 'ssd_permanence.perm_adoption_worker_id' AS reference, COUNT(*) AS orphans FROM ssd_permanence child WHERE child.perm_adoption_worker_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_professionals parent WHERE parent.prof_professional_id = child.perm_adoption_worker_id);

-- META-CONTAINER: {"type": "table", "name": "ssd_s47_enquiry"}
-- META-ELEMENT: {"type": "count_orphans"}
SELECT 'ssd_s47_enquiry.s47e_referral_id' AS reference, COUNT(*) AS orphans FROM ssd_s47_enquiry child WHERE child.s47e_referral_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_cin_episodes parent WHERE parent.cine_referral_id = child.s47e_referral_id);
SELECT 'ssd_s47_enquiry.s47e_s47_completed_by_worker_id' AS reference, COUNT(*) AS orphans FROM ssd_s47_enquiry child WHERE child.s47e_s47_completed_by_worker_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_professionals parent WHERE parent.prof_professional_id = child.s47e_s47_completed_by_worker_id);
SELECT 'ssd_s47_enquiry.s47e_s47_completed_by_team' AS reference, COUNT(*) AS orphans FROM ssd_s47_enquiry child WHERE child.s47e_s47_completed_by_team IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_department parent WHERE parent.dept_team_id = child.s47e_s47_completed_by_team);
