-- META-ELEMENT: {"type": "header"}
-- =============================================================================
-- Standard Safeguarding Dataset
-- Extract for Mosaic on SQL Server (2012 or later)
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
IF OBJECT_ID(N'ssd_person', N'U') IS NULL
CREATE TABLE ssd_person (
  pers_person_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"PERS001A"}
  pers_forename nvarchar(255) NULL, -- metadata={"item_ref":"PERS015A"}
  pers_surname nvarchar(255) NULL, -- metadata={"item_ref":"PERS016A"}
  pers_sex nvarchar(20) NULL, -- metadata={"item_ref":"PERS002A"}
  pers_gender nvarchar(10) NULL, -- metadata={"item_ref":"PERS003A"}
  pers_ethnicity nvarchar(48) NULL, -- metadata={"item_ref":"PERS004A"}
  pers_dob datetime NULL, -- metadata={"item_ref":"PERS005A"}
  pers_common_child_id nvarchar(48) NULL, -- metadata={"item_ref":"PERS013A"}
  pers_legacy_id nvarchar(48) NULL, -- metadata={"item_ref":"PERS014A"}
  pers_upn_unknown nvarchar(6) NULL, -- metadata={"item_ref":"PERS007A"}
  pers_send_flag nchar(1) NULL, -- metadata={"item_ref":"PERS008A"}
  pers_expected_dob datetime NULL, -- metadata={"item_ref":"PERS009A"}
  pers_death_date datetime NULL, -- metadata={"item_ref":"PERS010A"}
  pers_is_mother nchar(1) NULL, -- metadata={"item_ref":"PERS011A"}
  pers_nationality nvarchar(48) NULL, -- metadata={"item_ref":"PERS012A"}
  CONSTRAINT pk_ssd_person PRIMARY KEY (pers_person_id)
);
GO

-- META-CONTAINER: {"type": "table", "name": "ssd_version_log"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_version_log', N'U') IS NULL
CREATE TABLE ssd_version_log (
  version_number nvarchar(10) NOT NULL, -- metadata={"item_ref":"VERS1001A"}
  release_date datetime NULL, -- metadata={"item_ref":"VERS1002A"}
  description nvarchar(100) NULL, -- metadata={"item_ref":"VERS1003A"}
  is_current bit NULL, -- metadata={"item_ref":"VERS1004A"}
  created_at datetime NULL, -- metadata={"item_ref":"VERS1005A"}
  created_by nvarchar(10) NULL, -- metadata={"item_ref":"VERS1006A"}
  impact_description nvarchar(255) NULL, -- metadata={"item_ref":"VERS1007A"}
  CONSTRAINT pk_ssd_version_log PRIMARY KEY (version_number)
);
GO

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
GO

-- META-CONTAINER: {"type": "table", "name": "ssd_api_data_staging"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_api_data_staging', N'U') IS NULL
CREATE TABLE ssd_api_data_staging (
  id nvarchar(48) NOT NULL, -- metadata={"item_ref":"APIS1001A"}
  person_id nvarchar(48) NULL, -- metadata={"item_ref":"APIS1002A"}
  json_payload nvarchar(max) NULL, -- metadata={"item_ref":"APIS1003A"}
  current_hash binary(32) NULL, -- metadata={"item_ref":"APIS1004A"}
  previous_hash binary(32) NULL, -- metadata={"item_ref":"APIS1005A"}
  submission_status nvarchar(50) NULL, -- metadata={"item_ref":"APIS1006A"}
  submission_timestamp datetime NULL, -- metadata={"item_ref":"APIS1007A"}
  api_response nvarchar(max) NULL, -- metadata={"item_ref":"APIS1008A"}
  row_state nvarchar(10) NULL, -- metadata={"item_ref":"APIS1009A"}
  last_updated datetime NULL, -- metadata={"item_ref":"APIS1010A"}
  CONSTRAINT pk_ssd_api_data_staging PRIMARY KEY (id)
);
GO

-- META-CONTAINER: {"type": "table", "name": "ssd_assessment_factors"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_assessment_factors', N'U') IS NULL
CREATE TABLE ssd_assessment_factors (
  cinf_table_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"CINF003A"}
  cinf_assessment_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"CINF001A"}
  cinf_assessment_factors_json nvarchar(1000) NULL, -- metadata={"item_ref":"CINF002A"}
  CONSTRAINT pk_ssd_assessment_factors PRIMARY KEY (cinf_table_id)
);
GO

-- META-CONTAINER: {"type": "table", "name": "ssd_care_leavers"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_care_leavers', N'U') IS NULL
CREATE TABLE ssd_care_leavers (
  clea_table_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"CLEA001A"}
  clea_person_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"CLEA002A"}
  clea_care_leaver_eligibility nvarchar(100) NULL, -- metadata={"item_ref":"CLEA003A"}
  clea_care_leaver_in_touch nvarchar(100) NULL, -- metadata={"item_ref":"CLEA004A"}
  clea_care_leaver_latest_contact datetime NULL, -- metadata={"item_ref":"CLEA005A"}
  clea_care_leaver_accommodation nvarchar(100) NULL, -- metadata={"item_ref":"CLEA006A"}
  clea_care_leaver_accom_suitable nvarchar(100) NULL, -- metadata={"item_ref":"CLEA007A"}
  clea_care_leaver_activity nvarchar(100) NULL, -- metadata={"item_ref":"CLEA008A"}
  clea_pathway_plan_review_date datetime NULL, -- metadata={"item_ref":"CLEA009A"}
  clea_care_leaver_personal_advisor nvarchar(100) NULL, -- metadata={"item_ref":"CLEA010A"}
  clea_care_leaver_allocated_team nvarchar(48) NULL, -- metadata={"item_ref":"CLEA011A"}
  clea_care_leaver_worker_id nvarchar(48) NULL, -- metadata={"item_ref":"CLEA012A"}
  CONSTRAINT pk_ssd_care_leavers PRIMARY KEY (clea_table_id)
);
GO

-- META-CONTAINER: {"type": "table", "name": "ssd_cin_assessments"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_cin_assessments', N'U') IS NULL
CREATE TABLE ssd_cin_assessments (
  cina_assessment_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"CINA001A"}
  cina_person_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"CINA002A"}
  cina_referral_id nvarchar(48) NULL, -- metadata={"item_ref":"CINA010A"}
  cina_assessment_start_date datetime NULL, -- metadata={"item_ref":"CINA003A"}
  cina_assessment_child_seen nchar(1) NULL, -- metadata={"item_ref":"CINA004A"}
  cina_assessment_auth_date datetime NULL, -- metadata={"item_ref":"CINA005A"}
  cina_assessment_outcome_json nvarchar(1000) NULL, -- metadata={"item_ref":"CINA006A"}
  cina_assessment_outcome_nfa nchar(1) NULL, -- metadata={"item_ref":"CINA009A"}
  cina_assessment_team nvarchar(48) NULL, -- metadata={"item_ref":"CINA007A"}
  cina_assessment_worker_id nvarchar(48) NULL, -- metadata={"item_ref":"CINA008A"}
  CONSTRAINT pk_ssd_cin_assessments PRIMARY KEY (cina_assessment_id)
);
GO

-- META-CONTAINER: {"type": "table", "name": "ssd_cin_episodes"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_cin_episodes', N'U') IS NULL
CREATE TABLE ssd_cin_episodes (
  cine_referral_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"CINE001A"}
  cine_person_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"CINE002A"}
  cine_referral_date datetime NULL, -- metadata={"item_ref":"CINE003A"}
  cine_cin_primary_need_code nvarchar(3) NULL, -- metadata={"item_ref":"CINE010A"}
  cine_referral_source_code nvarchar(48) NULL, -- metadata={"item_ref":"CINE004A"}
  cine_referral_source_desc nvarchar(255) NULL, -- metadata={"item_ref":"CINE012A"}
  cine_referral_outcome_json nvarchar(4000) NULL, -- metadata={"item_ref":"CINE005A"}
  cine_referral_nfa nchar(1) NULL, -- metadata={"item_ref":"CINE011A"}
  cine_close_reason nvarchar(100) NULL, -- metadata={"item_ref":"CINE006A"}
  cine_close_date datetime NULL, -- metadata={"item_ref":"CINE007A"}
  cine_referral_team nvarchar(48) NULL, -- metadata={"item_ref":"CINE008A"}
  cine_referral_worker_id nvarchar(48) NULL, -- metadata={"item_ref":"CINE009A"}
  CONSTRAINT pk_ssd_cin_episodes PRIMARY KEY (cine_referral_id)
);
GO

-- META-CONTAINER: {"type": "table", "name": "ssd_cin_plans"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_cin_plans', N'U') IS NULL
CREATE TABLE ssd_cin_plans (
  cinp_cin_plan_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"CINP001A"}
  cinp_referral_id nvarchar(48) NULL, -- metadata={"item_ref":"CINP007A"}
  cinp_person_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"CINP002A"}
  cinp_cin_plan_start_date datetime NULL, -- metadata={"item_ref":"CINP003A"}
  cinp_cin_plan_end_date datetime NULL, -- metadata={"item_ref":"CINP004A"}
  cinp_cin_plan_team nvarchar(48) NULL, -- metadata={"item_ref":"CINP005A"}
  cinp_cin_plan_worker_id nvarchar(48) NULL, -- metadata={"item_ref":"CINP006A"}
  CONSTRAINT pk_ssd_cin_plans PRIMARY KEY (cinp_cin_plan_id)
);
GO

-- META-CONTAINER: {"type": "table", "name": "ssd_cin_visits"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_cin_visits', N'U') IS NULL
CREATE TABLE ssd_cin_visits (
  cinv_cin_visit_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"CINV001A"}
  cinv_person_id nvarchar(48) NULL, -- metadata={"item_ref":"CINV007A"}
  cinv_cin_visit_date datetime NULL, -- metadata={"item_ref":"CINV003A"}
  cinv_cin_visit_seen nchar(1) NULL, -- metadata={"item_ref":"CINV004A"}
  cinv_cin_visit_seen_alone nchar(1) NULL, -- metadata={"item_ref":"CINV005A"}
  cinv_cin_visit_bedroom nchar(1) NULL, -- metadata={"item_ref":"CINV006A"}
  CONSTRAINT pk_ssd_cin_visits PRIMARY KEY (cinv_cin_visit_id)
);
GO

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_care_plan"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_cla_care_plan', N'U') IS NULL
CREATE TABLE ssd_cla_care_plan (
  lacp_table_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"LACP001A"}
  lacp_person_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"LACP007A"}
  lacp_cla_care_plan_start_date datetime NULL, -- metadata={"item_ref":"LACP004A"}
  lacp_cla_care_plan_end_date datetime NULL, -- metadata={"item_ref":"LACP005A"}
  lacp_cla_care_plan_json nvarchar(1000) NULL, -- metadata={"item_ref":"LACP003A"}
  CONSTRAINT pk_ssd_cla_care_plan PRIMARY KEY (lacp_table_id)
);
GO

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
GO

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_episodes"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_cla_episodes', N'U') IS NULL
CREATE TABLE ssd_cla_episodes (
  clae_cla_episode_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"CLAE001A"}
  clae_person_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"CLAE002A"}
  clae_cla_episode_start_date datetime NULL, -- metadata={"item_ref":"CLAE003A"}
  clae_cla_episode_start_reason nvarchar(100) NULL, -- metadata={"item_ref":"CLAE004A"}
  clae_cla_primary_need_code nvarchar(3) NULL, -- metadata={"item_ref":"CLAE009A"}
  clae_cla_episode_ceased_date datetime NULL, -- metadata={"item_ref":"CLAE005A"}
  clae_cla_episode_ceased_reason nvarchar(255) NULL, -- metadata={"item_ref":"CLAE006A"}
  clae_cla_id nvarchar(48) NULL, -- metadata={"item_ref":"CLAE010A"}
  clae_referral_id nvarchar(48) NULL, -- metadata={"item_ref":"CLAE011A"}
  clae_cla_placement_id nvarchar(48) NULL, -- metadata={"item_ref":"CLAE013A"}
  clae_entered_care_date datetime NULL, -- metadata={"item_ref":"CLAE014A"}
  clae_cla_last_iro_contact_date datetime NULL, -- metadata={"item_ref":"CLAE012A"}
  CONSTRAINT pk_ssd_cla_episodes PRIMARY KEY (clae_cla_episode_id)
);
GO

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_health"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_cla_health', N'U') IS NULL
CREATE TABLE ssd_cla_health (
  clah_health_check_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"CLAH001A"}
  clah_person_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"CLAH002A"}
  clah_health_check_type nvarchar(500) NULL, -- metadata={"item_ref":"CLAH003A"}
  clah_health_check_date datetime NULL, -- metadata={"item_ref":"CLAH004A"}
  clah_health_check_status nvarchar(48) NULL, -- metadata={"item_ref":"CLAH005A"}
  CONSTRAINT pk_ssd_cla_health PRIMARY KEY (clah_health_check_id)
);
GO

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_immunisations"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_cla_immunisations', N'U') IS NULL
CREATE TABLE ssd_cla_immunisations (
  clai_person_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"CLAI002A"}
  clai_immunisations_status nchar(1) NULL, -- metadata={"item_ref":"CLAI004A"}
  clai_immunisations_status_date datetime NULL, -- metadata={"item_ref":"CLAI005A"}
  CONSTRAINT pk_ssd_cla_immunisations PRIMARY KEY (clai_person_id)
);
GO

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_placement"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_cla_placement', N'U') IS NULL
CREATE TABLE ssd_cla_placement (
  clap_cla_placement_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"CLAP001A"}
  clap_cla_placement_start_date datetime NULL, -- metadata={"item_ref":"CLAP003A"}
  clap_cla_placement_type nvarchar(100) NULL, -- metadata={"item_ref":"CLAP004A"}
  clap_cla_placement_urn nvarchar(48) NULL, -- metadata={"item_ref":"CLAP005A"}
  clap_cla_placement_distance float NULL, -- metadata={"item_ref":"CLAP011A"}
  clap_cla_id nvarchar(48) NULL, -- metadata={"item_ref":"CLAP012A"}
  clap_cla_placement_provider nvarchar(48) NULL, -- metadata={"item_ref":"CLAP007A"}
  clap_cla_placement_postcode nvarchar(8) NULL, -- metadata={"item_ref":"CLAP008A"}
  clap_cla_placement_end_date datetime NULL, -- metadata={"item_ref":"CLAP009A"}
  clap_cla_placement_change_reason nvarchar(100) NULL, -- metadata={"item_ref":"CLAP010A"}
  clap_person_id nvarchar(48) NULL, -- metadata={"item_ref":"CLAP013A"}
  CONSTRAINT pk_ssd_cla_placement PRIMARY KEY (clap_cla_placement_id)
);
GO

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
GO

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_reviews"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_cla_reviews', N'U') IS NULL
CREATE TABLE ssd_cla_reviews (
  clar_cla_review_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"CLAR001A"}
  clar_cla_id nvarchar(48) NULL, -- metadata={"item_ref":"CLAR011A"}
  clar_cla_review_due_date datetime NULL, -- metadata={"item_ref":"CLAR003A"}
  clar_cla_review_date datetime NULL, -- metadata={"item_ref":"CLAR004A"}
  clar_cla_review_cancelled nchar(1) NULL, -- metadata={"item_ref":"CLAR012A"}
  clar_cla_review_participation nvarchar(100) NULL, -- metadata={"item_ref":"CLAR007A"}
  CONSTRAINT pk_ssd_cla_reviews PRIMARY KEY (clar_cla_review_id)
);
GO

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_substance_misuse"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_cla_substance_misuse', N'U') IS NULL
CREATE TABLE ssd_cla_substance_misuse (
  clas_substance_misuse_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"CLAS001A"}
  clas_person_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"CLAS002A"}
  clas_substance_misuse_date datetime NULL, -- metadata={"item_ref":"CLAS003A"}
  clas_substance_misused nchar(100) NULL, -- metadata={"item_ref":"CLAS004A"}
  clas_intervention_received nchar(1) NULL, -- metadata={"item_ref":"CLAS005A"}
  CONSTRAINT pk_ssd_cla_substance_misuse PRIMARY KEY (clas_substance_misuse_id)
);
GO

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_visits"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_cla_visits', N'U') IS NULL
CREATE TABLE ssd_cla_visits (
  clav_cla_visit_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"CLAV001A"}
  clav_cla_id nvarchar(48) NULL, -- metadata={"item_ref":"CLAV007A"}
  clav_person_id nvarchar(48) NULL, -- metadata={"item_ref":"CLAV008A"}
  clav_cla_visit_date datetime NULL, -- metadata={"item_ref":"CLAV003A"}
  clav_cla_visit_seen nchar(1) NULL, -- metadata={"item_ref":"CLAV004A"}
  clav_cla_visit_seen_alone nchar(1) NULL, -- metadata={"item_ref":"CLAV005A"}
  CONSTRAINT pk_ssd_cla_visits PRIMARY KEY (clav_cla_visit_id)
);
GO

-- META-CONTAINER: {"type": "table", "name": "ssd_contacts"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_contacts', N'U') IS NULL
CREATE TABLE ssd_contacts (
  cont_contact_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"CONT001A"}
  cont_person_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"CONT002A"}
  cont_contact_date datetime NULL, -- metadata={"item_ref":"CONT003A"}
  cont_contact_source_code nvarchar(48) NULL, -- metadata={"item_ref":"CONT004A"}
  cont_contact_source_desc nvarchar(255) NULL, -- metadata={"item_ref":"CONT006A"}
  cont_contact_outcome_json nvarchar(4000) NULL, -- metadata={"item_ref":"CONT005A"}
  CONSTRAINT pk_ssd_contacts PRIMARY KEY (cont_contact_id)
);
GO

-- META-CONTAINER: {"type": "table", "name": "ssd_cp_plans"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_cp_plans', N'U') IS NULL
CREATE TABLE ssd_cp_plans (
  cppl_cp_plan_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"CPPL001A"}
  cppl_referral_id nvarchar(48) NULL, -- metadata={"item_ref":"CPPL007A"}
  cppl_icpc_id nvarchar(48) NULL, -- metadata={"item_ref":"CPPL008A"}
  cppl_person_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"CPPL002A"}
  cppl_cp_plan_start_date datetime NULL, -- metadata={"item_ref":"CPPL003A"}
  cppl_cp_plan_end_date datetime NULL, -- metadata={"item_ref":"CPPL004A"}
  cppl_cp_plan_initial_category nvarchar(100) NULL, -- metadata={"item_ref":"CPPL009A"}
  cppl_cp_plan_ola nchar(1) NULL, -- metadata={"item_ref":"CPPL011A"}
  cppl_cp_plan_latest_category nvarchar(100) NULL, -- metadata={"item_ref":"CPPL010A"}
  CONSTRAINT pk_ssd_cp_plans PRIMARY KEY (cppl_cp_plan_id)
);
GO

-- META-CONTAINER: {"type": "table", "name": "ssd_cp_reviews"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_cp_reviews', N'U') IS NULL
CREATE TABLE ssd_cp_reviews (
  cppr_cp_review_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"CPPR001A"}
  cppr_person_id nvarchar(48) NULL, -- metadata={"item_ref":"CPPR008A"}
  cppr_cp_plan_id nvarchar(48) NULL, -- metadata={"item_ref":"CPPR002A"}
  cppr_cp_review_due datetime NULL, -- metadata={"item_ref":"CPPR003A"}
  cppr_cp_review_date datetime NULL, -- metadata={"item_ref":"CPPR004A"}
  cppr_cp_review_meeting_id nvarchar(48) NULL, -- metadata={"item_ref":"CPPR009A"}
  cppr_cp_review_outcome_continue_cp nchar(1) NULL, -- metadata={"item_ref":"CPPR005A"}
  cppr_cp_review_quorate nchar(100) NULL, -- metadata={"item_ref":"CPPR006A"}
  cppr_cp_review_participation nchar(100) NULL, -- metadata={"item_ref":"CPPR007A"}
  CONSTRAINT pk_ssd_cp_reviews PRIMARY KEY (cppr_cp_review_id)
);
GO

-- META-CONTAINER: {"type": "table", "name": "ssd_cp_visits"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_cp_visits', N'U') IS NULL
CREATE TABLE ssd_cp_visits (
  cppv_cp_visit_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"CPPV007A"}
  cppv_person_id nvarchar(48) NULL, -- metadata={"item_ref":"CPPV008A"}
  cppv_cp_plan_id nvarchar(48) NULL, -- metadata={"item_ref":"CPPV001A"}
  cppv_cp_visit_date datetime NULL, -- metadata={"item_ref":"CPPV003A"}
  cppv_cp_visit_seen nchar(1) NULL, -- metadata={"item_ref":"CPPV004A"}
  cppv_cp_visit_seen_alone nchar(1) NULL, -- metadata={"item_ref":"CPPV005A"}
  cppv_cp_visit_bedroom nchar(1) NULL, -- metadata={"item_ref":"CPPV006A"}
  CONSTRAINT pk_ssd_cp_visits PRIMARY KEY (cppv_cp_visit_id)
);
GO

-- META-CONTAINER: {"type": "table", "name": "ssd_department"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_department', N'U') IS NULL
CREATE TABLE ssd_department (
  dept_team_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"DEPT1001A"}
  dept_team_name nvarchar(255) NULL, -- metadata={"item_ref":"DEPT1002A"}
  dept_team_parent_id nvarchar(48) NULL, -- metadata={"item_ref":"DEPT1003A"}
  dept_team_parent_name nvarchar(255) NULL, -- metadata={"item_ref":"DEPT1004A"}
  CONSTRAINT pk_ssd_department PRIMARY KEY (dept_team_id)
);
GO

-- META-CONTAINER: {"type": "table", "name": "ssd_disability"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_disability', N'U') IS NULL
CREATE TABLE ssd_disability (
  disa_person_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"DISA001A"}
  disa_table_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"DISA003A"}
  disa_disability_code nvarchar(48) NOT NULL, -- metadata={"item_ref":"DISA002A"}
  CONSTRAINT pk_ssd_disability PRIMARY KEY (disa_table_id)
);
GO

-- META-CONTAINER: {"type": "table", "name": "ssd_early_help_episodes"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_early_help_episodes', N'U') IS NULL
CREATE TABLE ssd_early_help_episodes (
  earl_episode_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"EARL001A"}
  earl_person_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"EARL002A"}
  earl_episode_start_date datetime NULL, -- metadata={"item_ref":"EARL003A"}
  earl_episode_end_date datetime NULL, -- metadata={"item_ref":"EARL004A"}
  earl_episode_reason nvarchar(100) NULL, -- metadata={"item_ref":"EARL005A"}
  earl_episode_end_reason nvarchar(100) NULL, -- metadata={"item_ref":"EARL006A"}
  earl_episode_organisation nvarchar(100) NULL, -- metadata={"item_ref":"EARL007A"}
  earl_episode_worker_id nvarchar(48) NULL, -- metadata={"item_ref":"EARL008A"}
  CONSTRAINT pk_ssd_early_help_episodes PRIMARY KEY (earl_episode_id)
);
GO

-- META-CONTAINER: {"type": "table", "name": "ssd_ehcp_active_plans"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_ehcp_active_plans', N'U') IS NULL
CREATE TABLE ssd_ehcp_active_plans (
  ehcp_active_ehcp_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"EHCP001A"}
  ehcp_ehcp_request_id nvarchar(48) NULL, -- metadata={"item_ref":"EHCP002A"}
  ehcp_active_ehcp_last_review_date datetime NULL, -- metadata={"item_ref":"EHCP003A"}
  CONSTRAINT pk_ssd_ehcp_active_plans PRIMARY KEY (ehcp_active_ehcp_id)
);
GO

-- META-CONTAINER: {"type": "table", "name": "ssd_ehcp_assessment"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_ehcp_assessment', N'U') IS NULL
CREATE TABLE ssd_ehcp_assessment (
  ehca_ehcp_assessment_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"EHCA001A"}
  ehca_ehcp_request_id nvarchar(48) NULL, -- metadata={"item_ref":"EHCA002A"}
  ehca_ehcp_assessment_outcome_date datetime NULL, -- metadata={"item_ref":"EHCA003A"}
  ehca_ehcp_assessment_outcome nvarchar(100) NULL, -- metadata={"item_ref":"EHCA004A"}
  ehca_ehcp_assessment_exceptions nvarchar(100) NULL, -- metadata={"item_ref":"EHCA005A"}
  CONSTRAINT pk_ssd_ehcp_assessment PRIMARY KEY (ehca_ehcp_assessment_id)
);
GO

-- META-CONTAINER: {"type": "table", "name": "ssd_ehcp_named_plan"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_ehcp_named_plan', N'U') IS NULL
CREATE TABLE ssd_ehcp_named_plan (
  ehcn_named_plan_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"EHCN001A"}
  ehcn_ehcp_asmt_id nvarchar(48) NULL, -- metadata={"item_ref":"EHCN002A"}
  ehcn_named_plan_start_date datetime NULL, -- metadata={"item_ref":"EHCN003A"}
  ehcn_named_plan_ceased_date datetime NULL, -- metadata={"item_ref":"EHCN004A"}
  ehcn_named_plan_ceased_reason nvarchar(100) NULL, -- metadata={"item_ref":"EHCN005A"}
  CONSTRAINT pk_ssd_ehcp_named_plan PRIMARY KEY (ehcn_named_plan_id)
);
GO

-- META-CONTAINER: {"type": "table", "name": "ssd_ehcp_requests"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_ehcp_requests', N'U') IS NULL
CREATE TABLE ssd_ehcp_requests (
  ehcr_ehcp_request_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"EHCR001A"}
  ehcr_send_table_id nvarchar(48) NULL, -- metadata={"item_ref":"EHCR002A"}
  ehcr_ehcp_req_date datetime NULL, -- metadata={"item_ref":"EHCR003A"}
  ehcr_ehcp_req_outcome_date datetime NULL, -- metadata={"item_ref":"EHCR004A"}
  ehcr_ehcp_req_outcome nvarchar(100) NULL, -- metadata={"item_ref":"EHCR005A"}
  CONSTRAINT pk_ssd_ehcp_requests PRIMARY KEY (ehcr_ehcp_request_id)
);
GO

-- META-CONTAINER: {"type": "table", "name": "ssd_family"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_family', N'U') IS NULL
CREATE TABLE ssd_family (
  fami_table_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"FAMI003A"}
  fami_family_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"FAMI001A"}
  fami_person_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"FAMI002A"}
  CONSTRAINT pk_ssd_family PRIMARY KEY (fami_table_id)
);
GO

-- META-CONTAINER: {"type": "table", "name": "ssd_immigration_status"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_immigration_status', N'U') IS NULL
CREATE TABLE ssd_immigration_status (
  immi_person_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"IMMI001A"}
  immi_immigration_status_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"IMMI005A"}
  immi_immigration_status nvarchar(100) NULL, -- metadata={"item_ref":"IMMI002A"}
  immi_immigration_status_start_date datetime NULL, -- metadata={"item_ref":"IMMI003A"}
  immi_immigration_status_end_date datetime NULL, -- metadata={"item_ref":"IMMI004A"}
  CONSTRAINT pk_ssd_immigration_status PRIMARY KEY (immi_immigration_status_id)
);
GO

-- META-CONTAINER: {"type": "table", "name": "ssd_initial_cp_conference"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_initial_cp_conference', N'U') IS NULL
CREATE TABLE ssd_initial_cp_conference (
  icpc_icpc_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"ICPC001A"}
  icpc_icpc_meeting_id nvarchar(48) NULL, -- metadata={"item_ref":"ICPC009A"}
  icpc_s47_enquiry_id nvarchar(48) NULL, -- metadata={"item_ref":"ICPC002A"}
  icpc_person_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"ICPC010A"}
  icpc_cp_plan_id nvarchar(48) NULL, -- metadata={"item_ref":"ICPC011A"}
  icpc_referral_id nvarchar(48) NULL, -- metadata={"item_ref":"ICPC012A"}
  icpc_icpc_transfer_in nchar(1) NULL, -- metadata={"item_ref":"ICPC003A"}
  icpc_icpc_target_date datetime NULL, -- metadata={"item_ref":"ICPC004A"}
  icpc_icpc_date datetime NULL, -- metadata={"item_ref":"ICPC005A"}
  icpc_icpc_outcome_cp_flag nchar(1) NULL, -- metadata={"item_ref":"ICPC013A"}
  icpc_icpc_outcome_json nvarchar(500) NULL, -- metadata={"item_ref":"ICPC006A"}
  icpc_icpc_team nvarchar(48) NULL, -- metadata={"item_ref":"ICPC007A"}
  icpc_icpc_worker_id nvarchar(48) NULL, -- metadata={"item_ref":"ICPC008A"}
  CONSTRAINT pk_ssd_initial_cp_conference PRIMARY KEY (icpc_icpc_id)
);
GO

-- META-CONTAINER: {"type": "table", "name": "ssd_involvements"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_involvements', N'U') IS NULL
CREATE TABLE ssd_involvements (
  invo_involvements_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"INVO005A"}
  invo_professional_id nvarchar(48) NULL, -- metadata={"item_ref":"INVO006A"}
  invo_professional_role_id nvarchar(200) NULL, -- metadata={"item_ref":"INVO007A"}
  invo_professional_team nvarchar(48) NULL, -- metadata={"item_ref":"INVO009A"}
  invo_involvement_start_date datetime NULL, -- metadata={"item_ref":"INVO002A"}
  invo_involvement_end_date datetime NULL, -- metadata={"item_ref":"INVO003A"}
  invo_worker_change_reason nvarchar(200) NULL, -- metadata={"item_ref":"INVO004A"}
  invo_person_id nvarchar(48) NULL, -- metadata={"item_ref":"INVO011A"}
  invo_referral_id nvarchar(48) NULL, -- metadata={"item_ref":"INVO010A"}
  CONSTRAINT pk_ssd_involvements PRIMARY KEY (invo_involvements_id)
);
GO

-- META-CONTAINER: {"type": "table", "name": "ssd_legal_status"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_legal_status', N'U') IS NULL
CREATE TABLE ssd_legal_status (
  lega_legal_status_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"LEGA001A"}
  lega_person_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"LEGA002A"}
  lega_legal_status nvarchar(100) NULL, -- metadata={"item_ref":"LEGA003A"}
  lega_legal_status_start_date datetime NULL, -- metadata={"item_ref":"LEGA004A"}
  lega_legal_status_end_date datetime NULL, -- metadata={"item_ref":"LEGA005A"}
  CONSTRAINT pk_ssd_legal_status PRIMARY KEY (lega_legal_status_id)
);
GO

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
GO

-- META-CONTAINER: {"type": "table", "name": "ssd_missing"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_missing', N'U') IS NULL
CREATE TABLE ssd_missing (
  miss_table_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"MISS001A"}
  miss_person_id nvarchar(48) NULL, -- metadata={"item_ref":"MISS002A"}
  miss_missing_episode_start_date datetime NULL, -- metadata={"item_ref":"MISS003A"}
  miss_missing_episode_type nvarchar(100) NULL, -- metadata={"item_ref":"MISS004A"}
  miss_missing_episode_end_date datetime NULL, -- metadata={"item_ref":"MISS005A"}
  miss_missing_rhi_offered nvarchar(2) NULL, -- metadata={"item_ref":"MISS006A"}
  miss_missing_rhi_accepted nvarchar(2) NULL, -- metadata={"item_ref":"MISS007A"}
  CONSTRAINT pk_ssd_missing PRIMARY KEY (miss_table_id)
);
GO

-- META-CONTAINER: {"type": "table", "name": "ssd_mother"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_mother', N'U') IS NULL
CREATE TABLE ssd_mother (
  moth_table_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"MOTH004A"}
  moth_person_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"MOTH002A"}
  moth_childs_person_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"MOTH001A"}
  moth_childs_dob datetime NULL, -- metadata={"item_ref":"MOTH003A"}
  CONSTRAINT pk_ssd_mother PRIMARY KEY (moth_table_id)
);
GO

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
GO

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
GO

-- META-CONTAINER: {"type": "table", "name": "ssd_professionals"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_professionals', N'U') IS NULL
CREATE TABLE ssd_professionals (
  prof_professional_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"PROF001A"}
  prof_staff_id nvarchar(48) NULL, -- metadata={"item_ref":"PROF010A"}
  prof_professional_name nvarchar(300) NULL, -- metadata={"item_ref":"PROF013A"}
  prof_social_worker_registration_no nvarchar(48) NULL, -- metadata={"item_ref":"PROF002A"}
  prof_professional_job_title nvarchar(500) NULL, -- metadata={"item_ref":"PROF007A"}
  prof_professional_caseload int NULL, -- metadata={"item_ref":"PROF008A"}
  prof_professional_department nvarchar(100) NULL, -- metadata={"item_ref":"PROF012A"}
  prof_full_time_equivalency float NULL, -- metadata={"item_ref":"PROF011A"}
  prof_agency_worker_flag nchar(1) NULL, -- metadata={"item_ref":"PROF014A"}
  CONSTRAINT pk_ssd_professionals PRIMARY KEY (prof_professional_id)
);
GO

-- META-CONTAINER: {"type": "table", "name": "ssd_s251_finance"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_s251_finance', N'U') IS NULL
CREATE TABLE ssd_s251_finance (
  s251_table_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"S251001A"}
  s251_cla_placement_id nvarchar(48) NULL, -- metadata={"item_ref":"S251002A"}
  s251_placeholder_1 nvarchar(48) NULL, -- metadata={"item_ref":"S251003A"}
  s251_placeholder_2 nvarchar(48) NULL, -- metadata={"item_ref":"S251004A"}
  s251_placeholder_3 nvarchar(48) NULL, -- metadata={"item_ref":"S251005A"}
  s251_placeholder_4 nvarchar(48) NULL, -- metadata={"item_ref":"S251006A"}
  CONSTRAINT pk_ssd_s251_finance PRIMARY KEY (s251_table_id)
);
GO

-- META-CONTAINER: {"type": "table", "name": "ssd_s47_enquiry"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_s47_enquiry', N'U') IS NULL
CREATE TABLE ssd_s47_enquiry (
  s47e_s47_enquiry_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"S47E001A"}
  s47e_referral_id nvarchar(48) NULL, -- metadata={"item_ref":"S47E010A"}
  s47e_person_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"S47E002A"}
  s47e_s47_start_date datetime NULL, -- metadata={"item_ref":"S47E004A"}
  s47e_s47_end_date datetime NULL, -- metadata={"item_ref":"S47E005A"}
  s47e_s47_nfa nchar(1) NULL, -- metadata={"item_ref":"S47E006A"}
  s47e_s47_outcome_json nvarchar(1000) NULL, -- metadata={"item_ref":"S47E007A"}
  s47e_s47_completed_by_worker_id nvarchar(48) NULL, -- metadata={"item_ref":"S47E008A"}
  s47e_s47_completed_by_team nvarchar(48) NULL, -- metadata={"item_ref":"S47E009A"}
  CONSTRAINT pk_ssd_s47_enquiry PRIMARY KEY (s47e_s47_enquiry_id)
);
GO

-- META-CONTAINER: {"type": "table", "name": "ssd_sdq_scores"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_sdq_scores', N'U') IS NULL
CREATE TABLE ssd_sdq_scores (
  csdq_table_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"CSDQ001A"}
  csdq_person_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"CSDQ002A"}
  csdq_sdq_completed_date datetime NULL, -- metadata={"item_ref":"CSDQ003A"}
  csdq_sdq_reason nvarchar(100) NULL, -- metadata={"item_ref":"CSDQ004A"}
  csdq_sdq_score nvarchar(100) NULL, -- metadata={"item_ref":"CSDQ005A"}
  CONSTRAINT pk_ssd_sdq_scores PRIMARY KEY (csdq_table_id)
);
GO

-- META-CONTAINER: {"type": "table", "name": "ssd_sen_need"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_sen_need', N'U') IS NULL
CREATE TABLE ssd_sen_need (
  senn_table_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"SENN001A"}
  senn_active_ehcp_id nvarchar(48) NULL, -- metadata={"item_ref":"SENN002A"}
  senn_active_ehcp_need_type nvarchar(100) NULL, -- metadata={"item_ref":"SENN003A"}
  senn_active_ehcp_need_rank nchar(1) NULL, -- metadata={"item_ref":"SENN004A"}
  CONSTRAINT pk_ssd_sen_need PRIMARY KEY (senn_table_id)
);
GO

-- META-CONTAINER: {"type": "table", "name": "ssd_send"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_send', N'U') IS NULL
CREATE TABLE ssd_send (
  send_table_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"SEND001A"}
  send_upn nvarchar(48) NULL, -- metadata={"item_ref":"SEND002A"}
  send_uln nvarchar(48) NULL, -- metadata={"item_ref":"SEND003A"}
  send_upn_unknown nvarchar(6) NULL, -- metadata={"item_ref":"SEND004A"}
  send_person_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"SEND005A"}
  CONSTRAINT pk_ssd_send PRIMARY KEY (send_table_id)
);
-- META-ELEMENT: {"type": "remove_fk"}
IF EXISTS (SELECT 1 FROM sys.foreign_keys WHERE parent_object_id = OBJECT_ID(N'ssd_send', N'U') AND name = N'fk_ssd_send_send_person_id')
ALTER TABLE ssd_send DROP CONSTRAINT fk_ssd_send_send_person_id;
GO

-- META-CONTAINER: {"type": "table", "name": "ssd_voice_of_child"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_voice_of_child', N'U') IS NULL
CREATE TABLE ssd_voice_of_child (
  voch_table_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"VOCH007A"}
  voch_person_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"VOCH001A"}
  voch_explained_worries nchar(1) NULL, -- metadata={"item_ref":"VOCH002A"}
  voch_story_help_understand nchar(1) NULL, -- metadata={"item_ref":"VOCH003A"}
  voch_agree_worker nchar(1) NULL, -- metadata={"item_ref":"VOCH004A"}
  voch_plan_safe nchar(1) NULL, -- metadata={"item_ref":"VOCH005A"}
  voch_tablet_help_explain nchar(1) NULL, -- metadata={"item_ref":"VOCH006A"}
  CONSTRAINT pk_ssd_voice_of_child PRIMARY KEY (voch_table_id)
);
-- META-ELEMENT: {"type": "remove_fk"}
IF EXISTS (SELECT 1 FROM sys.foreign_keys WHERE parent_object_id = OBJECT_ID(N'ssd_voice_of_child', N'U') AND name = N'fk_ssd_voice_of_child_voch_person_id')
ALTER TABLE ssd_voice_of_child DROP CONSTRAINT fk_ssd_voice_of_child_voch_person_id;
GO

-- ---------------------------------------------------------------------------
-- 2. Refresh: all loads in one transaction
-- ---------------------------------------------------------------------------

-- META-ELEMENT: {"type": "settings"}
SET NOCOUNT ON;
SET XACT_ABORT ON;
DECLARE @ssd_years int = 6;
DECLARE @ssd_today datetime = CAST(CAST(GETDATE() AS date) AS datetime);
DECLARE @ssd_window_start datetime = DATEADD(year, -@ssd_years, @ssd_today);

-- META-ELEMENT: {"type": "refresh"}
BEGIN TRY
BEGIN TRANSACTION;

-- META-ELEMENT: {"type": "version_log"}
UPDATE ssd_version_log SET is_current = 0;
DELETE FROM ssd_version_log WHERE version_number = N'unreleased';
INSERT INTO ssd_version_log (
  version_number, -- metadata={"item_ref":"VERS1001A"}
  description, -- metadata={"item_ref":"VERS1003A"}
  is_current, -- metadata={"item_ref":"VERS1004A"}
  created_at, -- metadata={"item_ref":"VERS1005A"}
  created_by -- metadata={"item_ref":"VERS1006A"}
)
SELECT
  N'unreleased', -- version_number
  N'Extract of the Standard Safeguarding Dataset', -- description
  1, -- is_current
  @ssd_today, -- created_at
  N'extract' -- created_by
;

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
  CAST(prs.[PERSON_ID] AS nvarchar(30)), -- pers_person_id
  CASE prs.[GENDER] WHEN N'F' THEN N'F' WHEN N'M' THEN N'M' ELSE N'U' END, -- pers_sex
  CASE WHEN (SELECT TOP (1) c.[REF_DESCRIPTION] FROM [MO_PERSON_GENDER_IDENTITIES] AS g INNER JOIN [REFERENCE_DATA] AS c ON c.[REF_CODE] = g.[GENDER_CODE] AND c.[REF_DOMAIN] = N'GENDER_IDENTITY' WHERE g.[PERSON_ID] = prs.[PERSON_ID] AND @ssd_today BETWEEN g.[START_DATE] AND COALESCE(g.[END_DATE], CONVERT(datetime, N'9999-12-31T00:00:00', 126)) ORDER BY g.[START_DATE] DESC, CASE WHEN c.[REF_DESCRIPTION] IS NULL THEN 1 ELSE 0 END, c.[REF_DESCRIPTION]) IS NULL THEN N'00' ELSE CASE (SELECT TOP (1) c.[REF_DESCRIPTION] FROM [MO_PERSON_GENDER_IDENTITIES] AS g INNER JOIN [REFERENCE_DATA] AS c ON c.[REF_CODE] = g.[GENDER_CODE] AND c.[REF_DOMAIN] = N'GENDER_IDENTITY' WHERE g.[PERSON_ID] = prs.[PERSON_ID] AND @ssd_today BETWEEN g.[START_DATE] AND COALESCE(g.[END_DATE], CONVERT(datetime, N'9999-12-31T00:00:00', 126)) ORDER BY g.[START_DATE] DESC, CASE WHEN c.[REF_DESCRIPTION] IS NULL THEN 1 ELSE 0 END, c.[REF_DESCRIPTION]) WHEN N'Man' THEN N'01' WHEN N'Boy' THEN N'01' WHEN N'Male' THEN N'01' WHEN N'Woman' THEN N'02' WHEN N'Girl' THEN N'02' WHEN N'Female' THEN N'02' WHEN N'Not known' THEN N'00' WHEN N'Unknown' THEN N'00' WHEN N'Not stated' THEN N'00' WHEN N'Not asked' THEN N'00' WHEN N'Prefer not to say' THEN N'00' ELSE N'09' END END, -- pers_gender
  LEFT(NULLIF(RTRIM((SELECT MAX(e.[CBDS_ETHNICITY_CODE]) FROM [DM_ETHNICITIES] AS e WHERE e.[ETHNICITY_CODE] = prs.[FULL_ETHNICITY_CODE])), N''), 48), -- pers_ethnicity
  CASE WHEN prs.[DATE_OF_BIRTH] < DATEADD(day, 1, @ssd_today) THEN prs.[DATE_OF_BIRTH] END, -- pers_dob
  CASE WHEN prs.[DATE_OF_BIRTH] >= DATEADD(day, 1, @ssd_today) THEN prs.[DATE_OF_BIRTH] END, -- pers_expected_dob
  prs.[DATE_OF_DEATH], -- pers_death_date
  CASE WHEN prs.[GENDER] = N'M' THEN NULL WHEN EXISTS (SELECT 1 FROM [DM_PERSONAL_RELATIONSHIPS] AS k WHERE k.[PERSON_ID] = prs.[PERSON_ID] AND k.[IS_MOTHER] = N'Y' AND @ssd_today BETWEEN k.[START_DATE] AND COALESCE(k.[END_DATE], CONVERT(datetime, N'9999-12-31T00:00:00', 126))) THEN N'Y' ELSE N'N' END, -- pers_is_mother
  LEFT(NULLIF(RTRIM((SELECT MAX(c.[DESCRIPTION]) FROM [DM_COUNTRIES_OF_BIRTH] AS c WHERE c.[COUNTRY_OF_BIRTH_CODE] = prs.[COUNTRY_OF_BIRTH_CODE])), N''), 48) -- pers_nationality
FROM [DM_PERSONS] AS prs
WHERE prs.[PERSON_ID] IS NOT NULL;

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
  CAST(adr.[REF_ADDRESSES_PEOPLE_ID] AS nvarchar(30)), -- addr_table_id
  REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE((
    N'{"ADDRESS":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(adr.[ADDRESS]), N''), 490), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N'}') COLLATE Latin1_General_BIN2, NCHAR(1), N' '), NCHAR(2), N' '), NCHAR(3), N' '), NCHAR(4), N' '), NCHAR(5), N' '), NCHAR(6), N' '), NCHAR(7), N' '), NCHAR(8), N' '), NCHAR(11), N' '), NCHAR(12), N' '), NCHAR(14), N' '), NCHAR(15), N' '), NCHAR(16), N' '), NCHAR(17), N' '), NCHAR(18), N' '), NCHAR(19), N' '), NCHAR(20), N' '), NCHAR(21), N' '), NCHAR(22), N' '), NCHAR(23), N' '), NCHAR(24), N' '), NCHAR(25), N' '), NCHAR(26), N' '), NCHAR(27), N' '), NCHAR(28), N' '), NCHAR(29), N' '), NCHAR(30), N' '), NCHAR(31), N' '), NCHAR(13), N'\r'), NCHAR(10), N'\n'), NCHAR(9), N'\t'), -- addr_address_json
  CAST(adr.[PERSON_ID] AS nvarchar(30)), -- addr_person_id
  LEFT(NULLIF(RTRIM(adr.[ADDRESS_TYPE]), N''), 48), -- addr_address_type
  adr.[START_DATE], -- addr_address_start_date
  adr.[END_DATE], -- addr_address_end_date
  LEFT(NULLIF(RTRIM(adr.[POST_CODE]), N''), 15) -- addr_address_postcode
FROM [DM_ADDRESSES] AS adr
WHERE EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(adr.[PERSON_ID] AS nvarchar(30)))
  AND adr.[REF_ADDRESSES_PEOPLE_ID] IS NOT NULL;

-- META-CONTAINER: {"type": "table", "name": "ssd_api_data_staging"}
-- META-ELEMENT: {"type": "insert_data"}
-- not loaded: mosaic does not hold it, filled by the transfer process

-- META-CONTAINER: {"type": "table", "name": "ssd_assessment_factors"}
-- META-ELEMENT: {"type": "insert_data"}
WITH factors AS (
  SELECT DISTINCT a.[ASSESSMENT_ID] AS assessment_id, NULLIF(LTRIM(RTRIM(a.[FACTOR_VALUE])), N'') AS factor, COALESCE(CASE WHEN LTRIM(RTRIM(LEFT(NULLIF(LTRIM(RTRIM(a.[FACTOR_VALUE])), N''), 2))) NOT LIKE N'%[^0-9]%' AND LEN(LTRIM(RTRIM(LEFT(NULLIF(LTRIM(RTRIM(a.[FACTOR_VALUE])), N''), 2)))) BETWEEN 1 AND 9 THEN TRY_CAST(LTRIM(RTRIM(LEFT(NULLIF(LTRIM(RTRIM(a.[FACTOR_VALUE])), N''), 2))) AS int) END, CASE WHEN LTRIM(RTRIM(LEFT(NULLIF(LTRIM(RTRIM(a.[FACTOR_VALUE])), N''), 1))) NOT LIKE N'%[^0-9]%' AND LEN(LTRIM(RTRIM(LEFT(NULLIF(LTRIM(RTRIM(a.[FACTOR_VALUE])), N''), 1)))) BETWEEN 1 AND 9 THEN TRY_CAST(LTRIM(RTRIM(LEFT(NULLIF(LTRIM(RTRIM(a.[FACTOR_VALUE])), N''), 1))) AS int) END) AS factor_number
  FROM [DM_CIN_ASSESS_FACTORS] AS a
  WHERE NULLIF(LTRIM(RTRIM(a.[FACTOR_VALUE])), N'') IN (N'20', N'21', N'1A', N'1B', N'1C', N'2A', N'2B', N'2C', N'3A', N'3B', N'3C', N'4A', N'4B', N'4C', N'5A', N'5B', N'5C', N'6A', N'6B', N'6C', N'7A', N'8B', N'8C', N'8D', N'8E', N'8F', N'9A', N'10A', N'11A', N'12A', N'13A', N'14A', N'15A', N'16A', N'17A', N'18B', N'18C', N'19B', N'19C', N'22A', N'23A', N'24A')
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
assessed_factors AS (
  SELECT DISTINCT f.assessment_id AS assessment_id, s.person_id AS person_id
  FROM factors AS f
  INNER JOIN person_steps AS s ON s.workflow_step_id = f.assessment_id
  WHERE s.is_continuous_assessment = N'Y' AND s.step_status IN (N'INCOMING', N'STARTED', N'REOPENED', N'COMPLETED') AND COALESCE(s.started_on, s.incoming_on) < DATEADD(day, 1, @ssd_today) AND (s.completed_on >= @ssd_window_start OR s.completed_on IS NULL)
)
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
INSERT INTO ssd_assessment_factors (
  cinf_table_id, -- metadata={"item_ref":"CINF003A"}
  cinf_assessment_id, -- metadata={"item_ref":"CINF001A"}
  cinf_assessment_factors_json -- metadata={"item_ref":"CINF002A"}
)
SELECT
  picked.cinf_table_id,
  picked.cinf_assessment_id,
  picked.cinf_assessment_factors_json
FROM (
  SELECT
    LEFT(NULLIF(RTRIM(CONCAT(CAST(f.assessment_id AS nvarchar(30)), N'.', CAST(f.person_id AS nvarchar(30)))), N''), 48) AS cinf_table_id, -- cinf_table_id
    LEFT(NULLIF(RTRIM(CONCAT(CAST(f.assessment_id AS nvarchar(30)), N'.', CAST(f.person_id AS nvarchar(30)))), N''), 48) AS cinf_assessment_id, -- cinf_assessment_id
    LEFT(NULLIF(RTRIM(CONCAT(N'["', STUFF((SELECT N'", "' + REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE((x.factor) COLLATE Latin1_General_BIN2, NCHAR(1), N' '), NCHAR(2), N' '), NCHAR(3), N' '), NCHAR(4), N' '), NCHAR(5), N' '), NCHAR(6), N' '), NCHAR(7), N' '), NCHAR(8), N' '), NCHAR(11), N' '), NCHAR(12), N' '), NCHAR(14), N' '), NCHAR(15), N' '), NCHAR(16), N' '), NCHAR(17), N' '), NCHAR(18), N' '), NCHAR(19), N' '), NCHAR(20), N' '), NCHAR(21), N' '), NCHAR(22), N' '), NCHAR(23), N' '), NCHAR(24), N' '), NCHAR(25), N' '), NCHAR(26), N' '), NCHAR(27), N' '), NCHAR(28), N' '), NCHAR(29), N' '), NCHAR(30), N' '), NCHAR(31), N' ') FROM factors AS x WHERE x.assessment_id = f.assessment_id ORDER BY CASE WHEN x.factor_number IS NULL THEN 1 ELSE 0 END, x.factor_number, CASE WHEN x.factor IS NULL THEN 1 ELSE 0 END, x.factor FOR XML PATH(N''), TYPE).value(N'.', N'nvarchar(max)'), 1, 4, N''), N'"]')), N''), 1000) AS cinf_assessment_factors_json, -- cinf_assessment_factors_json
    ROW_NUMBER() OVER (PARTITION BY CONCAT(CAST(f.assessment_id AS nvarchar(30)), N'.', CAST(f.person_id AS nvarchar(30))) ORDER BY CASE WHEN f.assessment_id IS NULL THEN 1 ELSE 0 END, f.assessment_id, CASE WHEN f.person_id IS NULL THEN 1 ELSE 0 END, f.person_id) AS ssd_row
  FROM assessed_factors AS f
  WHERE EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(f.person_id AS nvarchar(30)))
    AND NULLIF(RTRIM(CONCAT(CAST(f.assessment_id AS nvarchar(30)), N'.', CAST(f.person_id AS nvarchar(30)))), N'') IS NOT NULL
    AND NULLIF(RTRIM(CONCAT(CAST(f.assessment_id AS nvarchar(30)), N'.', CAST(f.person_id AS nvarchar(30)))), N'') IS NOT NULL
) AS picked
WHERE picked.ssd_row = 1;

-- META-CONTAINER: {"type": "table", "name": "ssd_care_leavers"}
-- META-ELEMENT: {"type": "insert_data"}
WITH spells_from_14 AS (
  SELECT DISTINCT s.[PERSON_ID] AS person_id, CASE WHEN s.[START_DATE] < DATEADD(month, 168, p.[DATE_OF_BIRTH]) THEN DATEADD(day, DATEDIFF(day, 0, DATEADD(month, 168, p.[DATE_OF_BIRTH])), 0) ELSE DATEADD(day, DATEDIFF(day, 0, s.[START_DATE]), 0) END AS starts, CASE WHEN COALESCE(s.[END_DATE], CONVERT(datetime, N'9999-12-31T00:00:00', 126)) > @ssd_today THEN @ssd_today ELSE DATEADD(day, DATEDIFF(day, 0, s.[END_DATE]), 0) END AS ends
  FROM [DM_CLA_SUMMARIES] AS s
  INNER JOIN [DM_PERSONS] AS p ON p.[PERSON_ID] = s.[PERSON_ID]
  INNER JOIN [DM_LEGAL_STATUSES] AS l ON l.[LEGAL_STATUS_ID] = s.[LEGAL_STATUS_ID]
  WHERE COALESCE(l.[IS_RESPITE_CARE], N'N') = N'N' AND s.[START_DATE] < DATEADD(day, 1, @ssd_today) AND COALESCE(s.[END_DATE], CONVERT(datetime, N'9999-12-31T00:00:00', 126)) >= DATEADD(month, 168, p.[DATE_OF_BIRTH])
),
days_in_care AS (
  SELECT s.person_id AS person_id, SUM((DATEDIFF(day, s.starts, s.ends) + 1)) AS days_in_care
  FROM spells_from_14 AS s
  WHERE s.starts <= s.ends
  GROUP BY s.person_id
),
in_care_after_16 AS (
  SELECT p.[PERSON_ID] AS person_id, (DATEDIFF(year, p.[DATE_OF_BIRTH], @ssd_today) - CASE WHEN DATEADD(year, DATEDIFF(year, p.[DATE_OF_BIRTH], @ssd_today), CAST(p.[DATE_OF_BIRTH] AS date)) > CAST(@ssd_today AS date) THEN 1 ELSE 0 END) AS age, COALESCE(d.days_in_care, 0) AS days_in_care, CASE WHEN EXISTS (SELECT 1 FROM [DM_PERIODS_OF_CARE] AS c WHERE c.[PERSON_ID] = p.[PERSON_ID] AND @ssd_today BETWEEN c.[START_DATE] AND COALESCE(c.[END_DATE], CONVERT(datetime, N'9999-12-31T00:00:00', 126))) THEN N'Y' ELSE N'N' END AS in_care_now, CASE WHEN EXISTS (SELECT 1 FROM [DM_ALLOCATED_WORKERS] AS a WHERE a.[PERSON_ID] = p.[PERSON_ID] AND @ssd_today BETWEEN a.[START_DATE] AND COALESCE(a.[END_DATE], CONVERT(datetime, N'9999-12-31T00:00:00', 126))) OR EXISTS (SELECT 1 FROM [DM_PROF_RELATIONSHIPS] AS r WHERE r.[PERSON_ID] = p.[PERSON_ID] AND r.[PROF_REL_TYPE_CODE] IN (N'REL.PERSONALADVISOR') AND @ssd_today BETWEEN r.[START_DATE] AND COALESCE(r.[END_DATE], CONVERT(datetime, N'9999-12-31T00:00:00', 126))) THEN N'Y' ELSE N'N' END AS has_worker
  FROM [DM_PERSONS] AS p
  LEFT JOIN days_in_care AS d ON d.person_id = p.[PERSON_ID]
  WHERE p.[DATE_OF_DEATH] IS NULL AND EXISTS (SELECT 1 FROM [DM_PERIODS_OF_CARE] AS c WHERE c.[PERSON_ID] = p.[PERSON_ID] AND c.[START_DATE] < DATEADD(day, 1, @ssd_today) AND COALESCE(c.[END_DATE], CONVERT(datetime, N'9999-12-31T00:00:00', 126)) >= DATEADD(month, 192, p.[DATE_OF_BIRTH]))
),
care_leavers AS (
  SELECT a.person_id AS person_id, CASE WHEN a.days_in_care >= 91 AND a.age IN (16, 17) AND a.in_care_now = N'Y' THEN N'd) Eligible' WHEN a.days_in_care >= 91 AND a.age IN (16, 17) THEN N'a) Relevant child' WHEN a.days_in_care >= 91 AND a.age BETWEEN 18 AND 21 THEN N'b) Former relevant child' WHEN a.days_in_care >= 91 AND a.age BETWEEN 22 AND 25 AND a.has_worker = N'Y' THEN N'b) Former relevant child' WHEN a.days_in_care < 91 AND a.in_care_now = N'N' AND a.age BETWEEN 16 AND 21 THEN N'c) Qualifying care leaver' WHEN a.days_in_care < 91 AND a.in_care_now = N'N' AND a.age BETWEEN 22 AND 25 AND a.has_worker = N'Y' THEN N'c) Qualifying care leaver' END AS eligibility
  FROM in_care_after_16 AS a
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
)
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
    CAST(clv.person_id AS nvarchar(30)) AS clea_table_id, -- clea_table_id
    CAST(clv.person_id AS nvarchar(30)) AS clea_person_id, -- clea_person_id
    LEFT(NULLIF(RTRIM(clv.eligibility), N''), 100) AS clea_care_leaver_eligibility, -- clea_care_leaver_eligibility
    LEFT(NULLIF(RTRIM((SELECT MAX(CASE WHEN g.[CATEGORY_VALUE] IN (N'YES', N'NO', N'DIED', N'REFU', N'NREQ', N'RHOM') THEN g.[CATEGORY_VALUE] ELSE t.[DESCRIPTION] END) FROM [DM_MAPPING_GROUPS] AS g LEFT JOIN [DM_FORMER_IN_TOUCH_TYPES] AS t ON t.[IN_TOUCH_TYPE] = g.[MAPPED_VALUE] WHERE g.[GROUP_NAME] = N'SSDA903 In Touch Type' AND g.[MAPPED_VALUE] = last.[IN_TOUCH_TYPE])), N''), 100) AS clea_care_leaver_in_touch, -- clea_care_leaver_in_touch
    last.[DATE_OF_SITUATION] AS clea_care_leaver_latest_contact, -- clea_care_leaver_latest_contact
    LEFT(NULLIF(RTRIM((SELECT MAX(CASE WHEN g.[CATEGORY_VALUE] IN (N'B', N'C', N'D', N'E', N'G', N'H', N'K', N'R', N'S', N'T', N'U', N'V', N'W', N'X', N'Y', N'Z') THEN g.[CATEGORY_VALUE] ELSE t.[DESCRIPTION] END) FROM [DM_MAPPING_GROUPS] AS g LEFT JOIN [DM_FORMER_ACCOM_TYPES] AS t ON t.[ACCOMODATION_TYPE] = g.[MAPPED_VALUE] WHERE g.[GROUP_NAME] = N'SSDA903 Accommodation Type' AND g.[MAPPED_VALUE] = last.[ACCOMODATION_TYPE])), N''), 100) AS clea_care_leaver_accommodation, -- clea_care_leaver_accommodation
    LEFT(NULLIF(RTRIM(last.[ACCOMODATION_SUITABLE]), N''), 100) AS clea_care_leaver_accom_suitable, -- clea_care_leaver_accom_suitable
    LEFT(NULLIF(RTRIM((SELECT MAX(CASE WHEN g.[CATEGORY_VALUE] IN (N'F1', N'P1', N'F2', N'P2', N'F4', N'P4', N'F5', N'P5', N'G4', N'G5', N'G6') THEN g.[CATEGORY_VALUE] ELSE t.[DESCRIPTION] END) FROM [DM_MAPPING_GROUPS] AS g LEFT JOIN [DM_FORMER_ACTIVITY_TYPES] AS t ON t.[ACTIVITY_TYPE] = g.[MAPPED_VALUE] WHERE g.[GROUP_NAME] = N'SSDA903 Activity Type' AND g.[MAPPED_VALUE] = last.[ACTIVITY_TYPE])), N''), 100) AS clea_care_leaver_activity, -- clea_care_leaver_activity
    (SELECT MAX(s.completed_on) FROM person_steps AS s WHERE s.person_id = clv.person_id AND s.workflow_step_type_id IN (498, 500) AND s.completed_on < DATEADD(day, 1, @ssd_today)) AS clea_pathway_plan_review_date, -- clea_pathway_plan_review_date
    LEFT(NULLIF(RTRIM((SELECT MAX(w.[FULL_NAME]) FROM [DM_PROF_RELATIONSHIPS] AS r INNER JOIN [DM_WORKERS] AS w ON w.[WORKER_ID] = r.[WORKER_ID] WHERE r.[PERSON_ID] = clv.person_id AND r.[PROF_REL_TYPE_CODE] IN (N'REL.PERSONALADVISOR') AND @ssd_today BETWEEN r.[START_DATE] AND COALESCE(r.[END_DATE], CONVERT(datetime, N'9999-12-31T00:00:00', 126)))), N''), 100) AS clea_care_leaver_personal_advisor, -- clea_care_leaver_personal_advisor
    CAST((SELECT TOP (1) r.[ORGANISATION_ID] FROM [DM_WORKER_ROLES] AS r WHERE r.[WORKER_ID] = alloc.[WORKER_ID] AND @ssd_today BETWEEN r.[START_DATE] AND COALESCE(r.[END_DATE], CONVERT(datetime, N'9999-12-31T00:00:00', 126)) ORDER BY r.[START_DATE] DESC, r.[WORKER_ROLE_ID] DESC) AS nvarchar(30)) AS clea_care_leaver_allocated_team, -- clea_care_leaver_allocated_team
    CAST(alloc.[WORKER_ID] AS nvarchar(30)) AS clea_care_leaver_worker_id, -- clea_care_leaver_worker_id
    ROW_NUMBER() OVER (PARTITION BY CAST(clv.person_id AS nvarchar(30)) ORDER BY CASE WHEN clv.person_id IS NULL THEN 1 ELSE 0 END, clv.person_id, CASE WHEN clv.eligibility IS NULL THEN 1 ELSE 0 END, clv.eligibility, CASE WHEN last.[IN_TOUCH_TYPE] IS NULL THEN 1 ELSE 0 END, last.[IN_TOUCH_TYPE], CASE WHEN last.[DATE_OF_SITUATION] IS NULL THEN 1 ELSE 0 END, last.[DATE_OF_SITUATION], CASE WHEN last.[ACCOMODATION_TYPE] IS NULL THEN 1 ELSE 0 END, last.[ACCOMODATION_TYPE], CASE WHEN last.[ACCOMODATION_SUITABLE] IS NULL THEN 1 ELSE 0 END, last.[ACCOMODATION_SUITABLE], CASE WHEN last.[ACTIVITY_TYPE] IS NULL THEN 1 ELSE 0 END, last.[ACTIVITY_TYPE], CASE WHEN alloc.[WORKER_ID] IS NULL THEN 1 ELSE 0 END, alloc.[WORKER_ID]) AS ssd_row
  FROM care_leavers AS clv
  OUTER APPLY (SELECT TOP (1) last.* FROM [DM_FORMER_LOOKED_AFTER] AS last WHERE last.[PERSON_ID] = clv.person_id AND last.[DATE_OF_SITUATION] < DATEADD(day, 1, @ssd_today) ORDER BY last.[DATE_OF_SITUATION] DESC, last.[FUTURE_PROSPECT_ID] DESC) AS last
  OUTER APPLY (SELECT TOP (1) alloc.* FROM [DM_ALLOCATED_WORKERS] AS alloc WHERE alloc.[PERSON_ID] = clv.person_id AND @ssd_today BETWEEN alloc.[START_DATE] AND COALESCE(alloc.[END_DATE], CONVERT(datetime, N'9999-12-31T00:00:00', 126)) ORDER BY alloc.[START_DATE] DESC, alloc.[ALLOCATION_ID] DESC) AS alloc
  WHERE clv.eligibility IS NOT NULL
    AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(clv.person_id AS nvarchar(30)))
    AND clv.person_id IS NOT NULL
    AND clv.person_id IS NOT NULL
) AS picked
WHERE picked.ssd_row = 1;

-- META-CONTAINER: {"type": "table", "name": "ssd_cin_assessments"}
-- META-ELEMENT: {"type": "insert_data"}
WITH step_people AS (
  SELECT DISTINCT s.[SUBGROUP_ID] AS subgroup_id, s.[SUBJECT_COMPOUND_ID] AS person_id
  FROM [DM_SUBGROUP_SUBJECTS] AS s
  WHERE s.[SUBJECT_TYPE_CODE] = N'PER'
),
person_steps AS (
  SELECT s.[WORKFLOW_STEP_ID] AS workflow_step_id, p.person_id AS person_id, CONCAT(CAST(s.[WORKFLOW_STEP_ID] AS nvarchar(30)), N'.', CAST(p.person_id AS nvarchar(30))) AS step_key, s.[WORKFLOW_STEP_TYPE_ID] AS workflow_step_type_id, s.[STEP_STATUS] AS step_status, s.[INCOMING_ON] AS incoming_on, s.[STARTED_ON] AS started_on, s.[COMPLETED_ON] AS completed_on, s.[CANCELLED_ON] AS cancelled_on, s.[RESPONSIBLE_TEAM_ID] AS responsible_team_id, s.[ASSIGNEE_ID] AS assignee_id, s.[IS_CHILD_CONTACT] AS is_child_contact, s.[IS_CONTINUOUS_ASSESSMENT] AS is_continuous_assessment, s.[IS_SECTION_47_ENQUIRY] AS is_section_47_enquiry, s.[IS_MISSING_OR_ABSENT] AS is_missing_or_absent, s.[STRATEGY_DISCUSSION_DATE] AS strategy_discussion_date, s.[CP_CONFERENCE_CATEGORY] AS cp_conference_category, s.[CP_CONFERENCE_ACTUAL_DATE] AS cp_conference_actual_date, s.[LAC_REVIEW_CATEGORY] AS lac_review_category, s.[LAC_REVIEW_DATE] AS lac_review_date, s.[LAC_REVIEW_PARTICIPATION_CODE] AS lac_review_participation_code
  FROM [DM_WORKFLOW_STEPS] AS s
  INNER JOIN step_people AS p ON p.subgroup_id = s.[SUBGROUP_ID]
),
referrals AS (
  SELECT DISTINCT r.[REFERRAL_ID] AS referral_id, r.[PERSON_ID] AS person_id, CONCAT(CAST(r.[REFERRAL_ID] AS nvarchar(30)), N'.', CAST(r.[PERSON_ID] AS nvarchar(30))) AS referral_key, r.[REFERRAL_DATE] AS referral_date, r.[CLOSURE_DATE] AS closure_date
  FROM [DM_CIN_REFERRALS] AS r
),
filter_answers AS (
  SELECT a.[WORKFLOW_STEP_ID] AS workflow_step_id, p.person_id AS person_id, a.[FILTER_NAME] AS filter_name, a.[FORM_ID] AS form_id, a.[TEXT_ANSWER] AS text_answer, a.[DATE_ANSWER] AS date_answer
  FROM [DM_FILTER_FORM_ANSWERS] AS a
  INNER JOIN person_steps AS p ON p.workflow_step_id = a.[WORKFLOW_STEP_ID] AND (a.[SUBJECT_PERSON_ID] IS NULL OR a.[SUBJECT_PERSON_ID] <= 0 OR a.[SUBJECT_PERSON_ID] = p.person_id)
),
next_steps AS (
  SELECT k.[SOURCE_STEP_ID] AS source_step_id, k.[WORKFLOW_NEXT_ACTION_TYPE_ID] AS workflow_next_action_type_id, k.[WORKFLOW_REASON_TYPE_ID] AS workflow_reason_type_id, t.person_id AS person_id, t.step_status AS step_status, t.workflow_step_type_id AS workflow_step_type_id
  FROM [DM_WORKFLOW_LINKS] AS k
  INNER JOIN person_steps AS t ON t.workflow_step_id = k.[TARGET_STEP_ID]
),
outcomes AS (
  SELECT n.source_step_id AS source_step_id, n.person_id AS person_id, n.workflow_next_action_type_id AS workflow_next_action_type_id
  FROM next_steps AS n
  WHERE n.step_status NOT IN (N'CANCELLED', N'PROPOSED')
),
outcome_words AS (
  SELECT DISTINCT n.source_step_id AS source_step_id, n.person_id AS person_id, t.[DESCRIPTION] AS description
  FROM outcomes AS n
  INNER JOIN [DM_WORKFLOW_NXT_ACTION_TYPES] AS t ON t.[WORKFLOW_NEXT_ACTION_TYPE_ID] = n.workflow_next_action_type_id
)
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
    LEFT(NULLIF(RTRIM(step.step_key), N''), 48) AS cina_assessment_id, -- cina_assessment_id
    CAST(step.person_id AS nvarchar(30)) AS cina_person_id, -- cina_person_id
    LEFT(NULLIF(RTRIM((SELECT TOP (1) r.referral_key FROM referrals AS r WHERE r.person_id = step.person_id AND r.referral_date <= COALESCE(step.completed_on, CONVERT(datetime, N'9999-12-31T00:00:00', 126)) AND COALESCE(step.started_on, step.incoming_on) <= COALESCE(r.closure_date, CONVERT(datetime, N'9999-12-31T00:00:00', 126)) ORDER BY CASE WHEN r.referral_id IS NULL THEN 1 ELSE 0 END, r.referral_id, CASE WHEN r.referral_date IS NULL THEN 1 ELSE 0 END, r.referral_date, CASE WHEN r.referral_key IS NULL THEN 1 ELSE 0 END, r.referral_key)), N''), 48) AS cina_referral_id, -- cina_referral_id
    COALESCE(step.started_on, step.incoming_on) AS cina_assessment_start_date, -- cina_assessment_start_date
    LEFT(NULLIF(RTRIM((SELECT MAX(CASE WHEN a.text_answer IN (N'Yes', N'Y') THEN N'Y' WHEN a.text_answer IN (N'No', N'N') THEN N'N' END) FROM filter_answers AS a WHERE a.workflow_step_id = step.workflow_step_id AND a.person_id = step.person_id AND a.filter_name = N'Child Seen During Event (Lookup)')), N''), 1) AS cina_assessment_child_seen, -- cina_assessment_child_seen
    step.completed_on AS cina_assessment_auth_date, -- cina_assessment_auth_date
    REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE((
      N'{"FURTHER_INTERVENTION_FLAG":' + COALESCE(N'"' + REPLACE(REPLACE(CASE WHEN EXISTS (SELECT 1 FROM outcomes AS o WHERE o.source_step_id = step.workflow_step_id AND o.person_id = step.person_id AND o.workflow_next_action_type_id IN (3941, 4130, 3992, 3942, 4468, 3950, 3951, 3944, 4122, 3943)) THEN N'Y' ELSE N'N' END, N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
      N',"COMMENTS":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(STUFF((SELECT N', ' + REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE((w.description) COLLATE Latin1_General_BIN2, NCHAR(1), N' '), NCHAR(2), N' '), NCHAR(3), N' '), NCHAR(4), N' '), NCHAR(5), N' '), NCHAR(6), N' '), NCHAR(7), N' '), NCHAR(8), N' '), NCHAR(11), N' '), NCHAR(12), N' '), NCHAR(14), N' '), NCHAR(15), N' '), NCHAR(16), N' '), NCHAR(17), N' '), NCHAR(18), N' '), NCHAR(19), N' '), NCHAR(20), N' '), NCHAR(21), N' '), NCHAR(22), N' '), NCHAR(23), N' '), NCHAR(24), N' '), NCHAR(25), N' '), NCHAR(26), N' '), NCHAR(27), N' '), NCHAR(28), N' '), NCHAR(29), N' '), NCHAR(30), N' '), NCHAR(31), N' ') FROM outcome_words AS w WHERE w.source_step_id = step.workflow_step_id AND w.person_id = step.person_id ORDER BY CASE WHEN w.description IS NULL THEN 1 ELSE 0 END, w.description FOR XML PATH(N''), TYPE).value(N'.', N'nvarchar(max)'), 1, 2, N'')), N''), 450), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
      N'}') COLLATE Latin1_General_BIN2, NCHAR(1), N' '), NCHAR(2), N' '), NCHAR(3), N' '), NCHAR(4), N' '), NCHAR(5), N' '), NCHAR(6), N' '), NCHAR(7), N' '), NCHAR(8), N' '), NCHAR(11), N' '), NCHAR(12), N' '), NCHAR(14), N' '), NCHAR(15), N' '), NCHAR(16), N' '), NCHAR(17), N' '), NCHAR(18), N' '), NCHAR(19), N' '), NCHAR(20), N' '), NCHAR(21), N' '), NCHAR(22), N' '), NCHAR(23), N' '), NCHAR(24), N' '), NCHAR(25), N' '), NCHAR(26), N' '), NCHAR(27), N' '), NCHAR(28), N' '), NCHAR(29), N' '), NCHAR(30), N' '), NCHAR(31), N' '), NCHAR(13), N'\r'), NCHAR(10), N'\n'), NCHAR(9), N'\t') AS cina_assessment_outcome_json, -- cina_assessment_outcome_json
    CASE WHEN EXISTS (SELECT 1 FROM outcomes AS o WHERE o.source_step_id = step.workflow_step_id AND o.person_id = step.person_id AND o.workflow_next_action_type_id IN (3988, 3987, 3953, 4440)) AND NOT (EXISTS (SELECT 1 FROM outcomes AS o WHERE o.source_step_id = step.workflow_step_id AND o.person_id = step.person_id AND o.workflow_next_action_type_id IN (3941, 4130, 3992, 3942, 4468, 3950, 3951, 3944, 4122, 3943))) THEN N'Y' ELSE N'N' END AS cina_assessment_outcome_nfa, -- cina_assessment_outcome_nfa
    CAST(step.responsible_team_id AS nvarchar(30)) AS cina_assessment_team, -- cina_assessment_team
    CAST(step.assignee_id AS nvarchar(30)) AS cina_assessment_worker_id, -- cina_assessment_worker_id
    ROW_NUMBER() OVER (PARTITION BY step.step_key ORDER BY CASE WHEN step.step_key IS NULL THEN 1 ELSE 0 END, step.step_key, CASE WHEN step.person_id IS NULL THEN 1 ELSE 0 END, step.person_id, CASE WHEN step.completed_on IS NULL THEN 1 ELSE 0 END, step.completed_on, CASE WHEN step.started_on IS NULL THEN 1 ELSE 0 END, step.started_on, CASE WHEN step.incoming_on IS NULL THEN 1 ELSE 0 END, step.incoming_on, CASE WHEN step.workflow_step_id IS NULL THEN 1 ELSE 0 END, step.workflow_step_id, CASE WHEN step.responsible_team_id IS NULL THEN 1 ELSE 0 END, step.responsible_team_id, CASE WHEN step.assignee_id IS NULL THEN 1 ELSE 0 END, step.assignee_id) AS ssd_row
  FROM person_steps AS step
  WHERE step.is_continuous_assessment = N'Y'
    AND step.step_status IN (N'INCOMING', N'STARTED', N'REOPENED', N'COMPLETED')
    AND COALESCE(step.started_on, step.incoming_on) < DATEADD(day, 1, @ssd_today)
    AND (step.completed_on >= @ssd_window_start OR step.completed_on IS NULL)
    AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(step.person_id AS nvarchar(30)))
    AND NULLIF(RTRIM(step.step_key), N'') IS NOT NULL
    AND step.person_id IS NOT NULL
) AS picked
WHERE picked.ssd_row = 1;

-- META-CONTAINER: {"type": "table", "name": "ssd_cin_episodes"}
-- META-ELEMENT: {"type": "insert_data"}
WITH step_people AS (
  SELECT DISTINCT s.[SUBGROUP_ID] AS subgroup_id, s.[SUBJECT_COMPOUND_ID] AS person_id
  FROM [DM_SUBGROUP_SUBJECTS] AS s
  WHERE s.[SUBJECT_TYPE_CODE] = N'PER'
),
person_steps AS (
  SELECT s.[WORKFLOW_STEP_ID] AS workflow_step_id, p.person_id AS person_id, CONCAT(CAST(s.[WORKFLOW_STEP_ID] AS nvarchar(30)), N'.', CAST(p.person_id AS nvarchar(30))) AS step_key, s.[WORKFLOW_STEP_TYPE_ID] AS workflow_step_type_id, s.[STEP_STATUS] AS step_status, s.[INCOMING_ON] AS incoming_on, s.[STARTED_ON] AS started_on, s.[COMPLETED_ON] AS completed_on, s.[CANCELLED_ON] AS cancelled_on, s.[RESPONSIBLE_TEAM_ID] AS responsible_team_id, s.[ASSIGNEE_ID] AS assignee_id, s.[IS_CHILD_CONTACT] AS is_child_contact, s.[IS_CONTINUOUS_ASSESSMENT] AS is_continuous_assessment, s.[IS_SECTION_47_ENQUIRY] AS is_section_47_enquiry, s.[IS_MISSING_OR_ABSENT] AS is_missing_or_absent, s.[STRATEGY_DISCUSSION_DATE] AS strategy_discussion_date, s.[CP_CONFERENCE_CATEGORY] AS cp_conference_category, s.[CP_CONFERENCE_ACTUAL_DATE] AS cp_conference_actual_date, s.[LAC_REVIEW_CATEGORY] AS lac_review_category, s.[LAC_REVIEW_DATE] AS lac_review_date, s.[LAC_REVIEW_PARTICIPATION_CODE] AS lac_review_participation_code
  FROM [DM_WORKFLOW_STEPS] AS s
  INNER JOIN step_people AS p ON p.subgroup_id = s.[SUBGROUP_ID]
),
next_steps AS (
  SELECT k.[SOURCE_STEP_ID] AS source_step_id, k.[WORKFLOW_NEXT_ACTION_TYPE_ID] AS workflow_next_action_type_id, k.[WORKFLOW_REASON_TYPE_ID] AS workflow_reason_type_id, t.person_id AS person_id, t.step_status AS step_status, t.workflow_step_type_id AS workflow_step_type_id
  FROM [DM_WORKFLOW_LINKS] AS k
  INNER JOIN person_steps AS t ON t.workflow_step_id = k.[TARGET_STEP_ID]
),
outcome_words AS (
  SELECT DISTINCT n.source_step_id AS source_step_id, n.person_id AS person_id, t.[DESCRIPTION] AS description
  FROM next_steps AS n
  INNER JOIN [DM_WORKFLOW_STEP_TYPES] AS t ON t.[WORKFLOW_STEP_TYPE_ID] = n.workflow_step_type_id
  WHERE n.step_status IN (N'INCOMING', N'STARTED', N'REOPENED', N'COMPLETED')
)
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
    LEFT(NULLIF(RTRIM(CONCAT(CAST(rfl.[REFERRAL_ID] AS nvarchar(30)), N'.', CAST(rfl.[PERSON_ID] AS nvarchar(30)))), N''), 48) AS cine_referral_id, -- cine_referral_id
    CAST(rfl.[PERSON_ID] AS nvarchar(30)) AS cine_person_id, -- cine_person_id
    rfl.[REFERRAL_DATE] AS cine_referral_date, -- cine_referral_date
    LEFT(NULLIF(RTRIM((SELECT MAX(t.[NEED_CODE_CATEGORY_CODE]) FROM [DM_SERVICE_USER_GROUPS] AS g INNER JOIN [DM_SERV_USER_GROUP_TYPES] AS t ON t.[GROUP_TYPE] = g.[FULL_GROUP_TYPE] WHERE g.[PERSON_ID] = rfl.[PERSON_ID] AND rfl.[REFERRAL_DATE] BETWEEN g.[START_DATE] AND COALESCE(g.[END_DATE], CONVERT(datetime, N'9999-12-31T00:00:00', 126)))), N''), 3) AS cine_cin_primary_need_code, -- cine_cin_primary_need_code
    LEFT(NULLIF(RTRIM(rfl.[SOURCE_OF_REFERRAL]), N''), 48) AS cine_referral_source_code, -- cine_referral_source_code
    LEFT(NULLIF(RTRIM((SELECT MAX(c.[CATEGORY_DESCRIPTION]) FROM [CHILD_GROUP_EMBEDDED_CODES_VW] AS c WHERE c.[GROUP_NAME] = N'Child CIN Referral Source' AND c.[CATEGORY_CODE] = rfl.[SOURCE_OF_REFERRAL])), N''), 255) AS cine_referral_source_desc, -- cine_referral_source_desc
    REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE((
      N'{"NFA_FLAG":' + COALESCE(N'"' + REPLACE(REPLACE(CASE WHEN rfl.[NFA_DATE] IS NULL THEN N'N' ELSE N'Y' END, N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
      N',"OUTCOMES":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(STUFF((SELECT N', ' + REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE((w.description) COLLATE Latin1_General_BIN2, NCHAR(1), N' '), NCHAR(2), N' '), NCHAR(3), N' '), NCHAR(4), N' '), NCHAR(5), N' '), NCHAR(6), N' '), NCHAR(7), N' '), NCHAR(8), N' '), NCHAR(11), N' '), NCHAR(12), N' '), NCHAR(14), N' '), NCHAR(15), N' '), NCHAR(16), N' '), NCHAR(17), N' '), NCHAR(18), N' '), NCHAR(19), N' '), NCHAR(20), N' '), NCHAR(21), N' '), NCHAR(22), N' '), NCHAR(23), N' '), NCHAR(24), N' '), NCHAR(25), N' '), NCHAR(26), N' '), NCHAR(27), N' '), NCHAR(28), N' '), NCHAR(29), N' '), NCHAR(30), N' '), NCHAR(31), N' ') FROM outcome_words AS w WHERE w.source_step_id = rfl.[REFERRAL_ID] AND w.person_id = rfl.[PERSON_ID] ORDER BY CASE WHEN w.description IS NULL THEN 1 ELSE 0 END, w.description FOR XML PATH(N''), TYPE).value(N'.', N'nvarchar(max)'), 1, 2, N'')), N''), 1900), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
      N'}') COLLATE Latin1_General_BIN2, NCHAR(1), N' '), NCHAR(2), N' '), NCHAR(3), N' '), NCHAR(4), N' '), NCHAR(5), N' '), NCHAR(6), N' '), NCHAR(7), N' '), NCHAR(8), N' '), NCHAR(11), N' '), NCHAR(12), N' '), NCHAR(14), N' '), NCHAR(15), N' '), NCHAR(16), N' '), NCHAR(17), N' '), NCHAR(18), N' '), NCHAR(19), N' '), NCHAR(20), N' '), NCHAR(21), N' '), NCHAR(22), N' '), NCHAR(23), N' '), NCHAR(24), N' '), NCHAR(25), N' '), NCHAR(26), N' '), NCHAR(27), N' '), NCHAR(28), N' '), NCHAR(29), N' '), NCHAR(30), N' '), NCHAR(31), N' '), NCHAR(13), N'\r'), NCHAR(10), N'\n'), NCHAR(9), N'\t') AS cine_referral_outcome_json, -- cine_referral_outcome_json
    CASE WHEN rfl.[NFA_DATE] IS NULL THEN N'N' ELSE N'Y' END AS cine_referral_nfa, -- cine_referral_nfa
    LEFT(NULLIF(RTRIM(rfl.[CLOSURE_REASON]), N''), 100) AS cine_close_reason, -- cine_close_reason
    rfl.[CLOSURE_DATE] AS cine_close_date, -- cine_close_date
    CAST(step.[RESPONSIBLE_TEAM_ID] AS nvarchar(30)) AS cine_referral_team, -- cine_referral_team
    CAST(step.[ASSIGNEE_ID] AS nvarchar(30)) AS cine_referral_worker_id, -- cine_referral_worker_id
    ROW_NUMBER() OVER (PARTITION BY rfl.[REFERRAL_ID], rfl.[PERSON_ID] ORDER BY rfl.[REFERRAL_DATE] DESC, CASE WHEN rfl.[REFERRAL_ID] IS NULL THEN 1 ELSE 0 END, rfl.[REFERRAL_ID], CASE WHEN rfl.[PERSON_ID] IS NULL THEN 1 ELSE 0 END, rfl.[PERSON_ID], CASE WHEN rfl.[SOURCE_OF_REFERRAL] IS NULL THEN 1 ELSE 0 END, rfl.[SOURCE_OF_REFERRAL], CASE WHEN rfl.[NFA_DATE] IS NULL THEN 1 ELSE 0 END, rfl.[NFA_DATE], CASE WHEN rfl.[CLOSURE_REASON] IS NULL THEN 1 ELSE 0 END, rfl.[CLOSURE_REASON], CASE WHEN rfl.[CLOSURE_DATE] IS NULL THEN 1 ELSE 0 END, rfl.[CLOSURE_DATE], CASE WHEN step.[RESPONSIBLE_TEAM_ID] IS NULL THEN 1 ELSE 0 END, step.[RESPONSIBLE_TEAM_ID], CASE WHEN step.[ASSIGNEE_ID] IS NULL THEN 1 ELSE 0 END, step.[ASSIGNEE_ID]) AS ssd_row,
    ROW_NUMBER() OVER (ORDER BY rfl.[REFERRAL_DATE] DESC, CASE WHEN rfl.[REFERRAL_ID] IS NULL THEN 1 ELSE 0 END, rfl.[REFERRAL_ID], CASE WHEN rfl.[PERSON_ID] IS NULL THEN 1 ELSE 0 END, rfl.[PERSON_ID], CASE WHEN rfl.[SOURCE_OF_REFERRAL] IS NULL THEN 1 ELSE 0 END, rfl.[SOURCE_OF_REFERRAL], CASE WHEN rfl.[NFA_DATE] IS NULL THEN 1 ELSE 0 END, rfl.[NFA_DATE], CASE WHEN rfl.[CLOSURE_REASON] IS NULL THEN 1 ELSE 0 END, rfl.[CLOSURE_REASON], CASE WHEN rfl.[CLOSURE_DATE] IS NULL THEN 1 ELSE 0 END, rfl.[CLOSURE_DATE], CASE WHEN step.[RESPONSIBLE_TEAM_ID] IS NULL THEN 1 ELSE 0 END, step.[RESPONSIBLE_TEAM_ID], CASE WHEN step.[ASSIGNEE_ID] IS NULL THEN 1 ELSE 0 END, step.[ASSIGNEE_ID]) AS ssd_place
  FROM [DM_CIN_REFERRALS] AS rfl
  LEFT JOIN [DM_WORKFLOW_STEPS] AS step ON step.[WORKFLOW_STEP_ID] = rfl.[REFERRAL_ID]
  WHERE rfl.[REFERRAL_DATE] < DATEADD(day, 1, @ssd_today)
    AND (rfl.[CLOSURE_DATE] >= @ssd_window_start OR rfl.[CLOSURE_DATE] IS NULL)
    AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(rfl.[PERSON_ID] AS nvarchar(30)))
    AND NULLIF(RTRIM(CONCAT(CAST(rfl.[REFERRAL_ID] AS nvarchar(30)), N'.', CAST(rfl.[PERSON_ID] AS nvarchar(30)))), N'') IS NOT NULL
    AND rfl.[PERSON_ID] IS NOT NULL
) AS numbered
WHERE numbered.ssd_row = 1
) AS picked
WHERE picked.ssd_key_row = 1;

-- META-CONTAINER: {"type": "table", "name": "ssd_cin_plans"}
-- META-ELEMENT: {"type": "insert_data"}
WITH step_people AS (
  SELECT DISTINCT s.[SUBGROUP_ID] AS subgroup_id, s.[SUBJECT_COMPOUND_ID] AS person_id
  FROM [DM_SUBGROUP_SUBJECTS] AS s
  WHERE s.[SUBJECT_TYPE_CODE] = N'PER'
),
person_steps AS (
  SELECT s.[WORKFLOW_STEP_ID] AS workflow_step_id, p.person_id AS person_id, CONCAT(CAST(s.[WORKFLOW_STEP_ID] AS nvarchar(30)), N'.', CAST(p.person_id AS nvarchar(30))) AS step_key, s.[WORKFLOW_STEP_TYPE_ID] AS workflow_step_type_id, s.[STEP_STATUS] AS step_status, s.[INCOMING_ON] AS incoming_on, s.[STARTED_ON] AS started_on, s.[COMPLETED_ON] AS completed_on, s.[CANCELLED_ON] AS cancelled_on, s.[RESPONSIBLE_TEAM_ID] AS responsible_team_id, s.[ASSIGNEE_ID] AS assignee_id, s.[IS_CHILD_CONTACT] AS is_child_contact, s.[IS_CONTINUOUS_ASSESSMENT] AS is_continuous_assessment, s.[IS_SECTION_47_ENQUIRY] AS is_section_47_enquiry, s.[IS_MISSING_OR_ABSENT] AS is_missing_or_absent, s.[STRATEGY_DISCUSSION_DATE] AS strategy_discussion_date, s.[CP_CONFERENCE_CATEGORY] AS cp_conference_category, s.[CP_CONFERENCE_ACTUAL_DATE] AS cp_conference_actual_date, s.[LAC_REVIEW_CATEGORY] AS lac_review_category, s.[LAC_REVIEW_DATE] AS lac_review_date, s.[LAC_REVIEW_PARTICIPATION_CODE] AS lac_review_participation_code
  FROM [DM_WORKFLOW_STEPS] AS s
  INNER JOIN step_people AS p ON p.subgroup_id = s.[SUBGROUP_ID]
),
plan_steps AS (
  SELECT s.workflow_step_id AS workflow_step_id, s.person_id AS person_id, s.step_status AS step_status, s.incoming_on AS incoming_on, s.started_on AS started_on, s.completed_on AS completed_on
  FROM person_steps AS s
  WHERE s.workflow_step_type_id IN (325, 369, 463) AND s.step_status <> N'CANCELLED'
),
chain_steps AS (
  SELECT s.workflow_step_id AS first_step_id, s.person_id AS person_id, s.workflow_step_id AS step_id
  FROM plan_steps AS s
  UNION
  SELECT f.[WORKFLOW_STEP_ID] AS workflow_step_id, n.person_id AS person_id, n.workflow_step_id AS workflow_step_id
  FROM [DM_WORKFLOW_FORWARDS] AS f
  INNER JOIN plan_steps AS n ON n.workflow_step_id = f.[SUBSEQUENT_WORKFLOW_STEP_ID]
),
closing_steps AS (
  SELECT s.workflow_step_id AS workflow_step_id, s.person_id AS person_id, DATEADD(day, DATEDIFF(day, 0, s.completed_on), 0) AS ends
  FROM plan_steps AS s
  WHERE s.step_status = N'COMPLETED' AND s.completed_on IS NOT NULL AND NOT (EXISTS (SELECT 1 FROM [DM_WORKFLOW_LINKS] AS k INNER JOIN plan_steps AS n ON n.workflow_step_id = k.[TARGET_STEP_ID] WHERE k.[SOURCE_STEP_ID] = s.workflow_step_id AND n.person_id = s.person_id AND n.workflow_step_id <> s.workflow_step_id))
),
chains AS (
  SELECT h.first_step_id AS first_step_id, h.person_id AS person_id, MAX(h.step_id) AS latest_step_id, MIN(c.ends) AS ends
  FROM chain_steps AS h
  LEFT JOIN closing_steps AS c ON c.workflow_step_id = h.step_id AND c.person_id = h.person_id
  GROUP BY h.first_step_id, h.person_id
),
periods AS (
  SELECT s.person_id AS person_id, s.workflow_step_id AS first_step_id, DATEADD(day, DATEDIFF(day, 0, CASE WHEN s.incoming_on < s.started_on THEN s.incoming_on ELSE COALESCE(s.started_on, s.incoming_on) END), 0) AS starts, COALESCE(own.ends, h.ends) AS ends, h.latest_step_id AS latest_step_id
  FROM plan_steps AS s
  INNER JOIN chains AS h ON h.first_step_id = s.workflow_step_id AND h.person_id = s.person_id
  LEFT JOIN closing_steps AS own ON own.workflow_step_id = s.workflow_step_id AND own.person_id = s.person_id
  WHERE s.step_status <> N'PROPOSED' AND COALESCE(s.started_on, s.incoming_on) IS NOT NULL AND NOT (EXISTS (SELECT 1 FROM [DM_WORKFLOW_BACKWARDS] AS b INNER JOIN plan_steps AS p ON p.workflow_step_id = b.[PRECEDING_WORKFLOW_STEP_ID] WHERE b.[WORKFLOW_STEP_ID] = s.workflow_step_id AND b.[ADJACENT] = N'Y' AND p.person_id = s.person_id AND p.workflow_step_id <> s.workflow_step_id))
),
marked_periods AS (
  SELECT p.person_id AS person_id, p.first_step_id AS first_step_id, p.starts AS starts, p.ends AS ends, p.latest_step_id AS latest_step_id, CASE WHEN p.starts <= MAX(COALESCE(p.ends, CONVERT(datetime, N'9999-12-31T00:00:00', 126))) OVER (PARTITION BY p.person_id ORDER BY CASE WHEN p.starts IS NULL THEN 1 ELSE 0 END, p.starts, CASE WHEN p.first_step_id IS NULL THEN 1 ELSE 0 END, p.first_step_id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) THEN 0 ELSE 1 END AS is_first
  FROM periods AS p
),
numbered_periods AS (
  SELECT m.person_id AS person_id, m.first_step_id AS first_step_id, m.starts AS starts, m.ends AS ends, m.latest_step_id AS latest_step_id, m.is_first AS is_first, SUM(m.is_first) OVER (PARTITION BY m.person_id ORDER BY CASE WHEN m.starts IS NULL THEN 1 ELSE 0 END, m.starts, CASE WHEN m.first_step_id IS NULL THEN 1 ELSE 0 END, m.first_step_id ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS plan_number
  FROM marked_periods AS m
),
cin_plans AS (
  SELECT n.person_id AS person_id, n.plan_number AS plan_number, MIN(n.starts) AS starts, CASE WHEN COUNT(*) = COUNT(n.ends) THEN MAX(n.ends) END AS ends, MAX(CASE WHEN n.is_first = 1 THEN n.first_step_id END) AS first_step_id, MAX(n.latest_step_id) AS latest_step_id
  FROM numbered_periods AS n
  GROUP BY n.person_id, n.plan_number
),
referrals AS (
  SELECT DISTINCT r.[REFERRAL_ID] AS referral_id, r.[PERSON_ID] AS person_id, CONCAT(CAST(r.[REFERRAL_ID] AS nvarchar(30)), N'.', CAST(r.[PERSON_ID] AS nvarchar(30))) AS referral_key, r.[REFERRAL_DATE] AS referral_date, r.[CLOSURE_DATE] AS closure_date
  FROM [DM_CIN_REFERRALS] AS r
)
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
    LEFT(NULLIF(RTRIM(CONCAT(CAST([plan].first_step_id AS nvarchar(30)), N'.', CAST([plan].person_id AS nvarchar(30)))), N''), 48) AS cinp_cin_plan_id, -- cinp_cin_plan_id
    LEFT(NULLIF(RTRIM((SELECT TOP (1) r.referral_key FROM referrals AS r WHERE r.person_id = [plan].person_id AND r.referral_date <= COALESCE([plan].ends, CONVERT(datetime, N'9999-12-31T00:00:00', 126)) AND COALESCE(r.closure_date, CONVERT(datetime, N'9999-12-31T00:00:00', 126)) >= [plan].starts ORDER BY r.referral_id DESC, r.referral_date DESC, CASE WHEN r.referral_key IS NULL THEN 1 ELSE 0 END, r.referral_key)), N''), 48) AS cinp_referral_id, -- cinp_referral_id
    CAST([plan].person_id AS nvarchar(30)) AS cinp_person_id, -- cinp_person_id
    [plan].starts AS cinp_cin_plan_start_date, -- cinp_cin_plan_start_date
    [plan].ends AS cinp_cin_plan_end_date, -- cinp_cin_plan_end_date
    CAST(newest.[RESPONSIBLE_TEAM_ID] AS nvarchar(30)) AS cinp_cin_plan_team, -- cinp_cin_plan_team
    CAST(newest.[ASSIGNEE_ID] AS nvarchar(30)) AS cinp_cin_plan_worker_id, -- cinp_cin_plan_worker_id
    ROW_NUMBER() OVER (PARTITION BY CONCAT(CAST([plan].first_step_id AS nvarchar(30)), N'.', CAST([plan].person_id AS nvarchar(30))) ORDER BY CASE WHEN [plan].first_step_id IS NULL THEN 1 ELSE 0 END, [plan].first_step_id, CASE WHEN [plan].person_id IS NULL THEN 1 ELSE 0 END, [plan].person_id, CASE WHEN [plan].ends IS NULL THEN 1 ELSE 0 END, [plan].ends, CASE WHEN [plan].starts IS NULL THEN 1 ELSE 0 END, [plan].starts, CASE WHEN newest.[RESPONSIBLE_TEAM_ID] IS NULL THEN 1 ELSE 0 END, newest.[RESPONSIBLE_TEAM_ID], CASE WHEN newest.[ASSIGNEE_ID] IS NULL THEN 1 ELSE 0 END, newest.[ASSIGNEE_ID]) AS ssd_row
  FROM cin_plans AS [plan]
  LEFT JOIN [DM_WORKFLOW_STEPS] AS newest ON newest.[WORKFLOW_STEP_ID] = [plan].latest_step_id
  WHERE [plan].starts < DATEADD(day, 1, @ssd_today)
    AND ([plan].ends >= @ssd_window_start OR [plan].ends IS NULL)
    AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST([plan].person_id AS nvarchar(30)))
    AND NULLIF(RTRIM(CONCAT(CAST([plan].first_step_id AS nvarchar(30)), N'.', CAST([plan].person_id AS nvarchar(30)))), N'') IS NOT NULL
    AND [plan].person_id IS NOT NULL
) AS picked
WHERE picked.ssd_row = 1;

-- META-CONTAINER: {"type": "table", "name": "ssd_cin_visits"}
-- META-ELEMENT: {"type": "insert_data"}
WITH step_people AS (
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
visit_answers AS (
  SELECT a.workflow_step_id AS workflow_step_id, a.person_id AS person_id, MAX(CASE WHEN a.question_user_code IN (N'cinFLDDateOfThisVisit') THEN a.date_answer END) AS visit_date, MAX(CASE WHEN a.question_user_code IN (N'cinCOLSubjectsFLDChildOrYPSeen') AND a.text_answer IN (N'Yes') THEN N'Y' END) AS seen, MAX(CASE WHEN a.question_user_code IN (N'REP_ANXA_cinCOLSubjectsFLDChildOrAlone') AND a.text_answer IN (N'Yes') THEN N'Y' END) AS seen_alone, MAX(CASE WHEN a.question_user_code IN (NULL /* cin_visit_bedroom_questions */) THEN CASE WHEN a.text_answer IN (N'Yes') THEN N'Y' WHEN NULLIF(RTRIM(a.text_answer), N'') IS NOT NULL THEN N'N' END END) AS bedroom
  FROM answers AS a
  GROUP BY a.workflow_step_id, a.person_id
)
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
INSERT INTO ssd_cin_visits (
  cinv_cin_visit_id, -- metadata={"item_ref":"CINV001A"}
  cinv_person_id, -- metadata={"item_ref":"CINV007A"}
  cinv_cin_visit_date, -- metadata={"item_ref":"CINV003A"}
  cinv_cin_visit_seen, -- metadata={"item_ref":"CINV004A"}
  cinv_cin_visit_seen_alone, -- metadata={"item_ref":"CINV005A"}
  cinv_cin_visit_bedroom -- metadata={"item_ref":"CINV006A"}
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
    LEFT(NULLIF(RTRIM(CONCAT(CAST(step.[WORKFLOW_STEP_ID] AS nvarchar(30)), N'.', CAST(step.[PERSON_ID] AS nvarchar(30)))), N''), 48) AS cinv_cin_visit_id, -- cinv_cin_visit_id
    CAST(step.[PERSON_ID] AS nvarchar(30)) AS cinv_person_id, -- cinv_person_id
    COALESCE(ans.visit_date, step.[COMPLETED_ON]) AS cinv_cin_visit_date, -- cinv_cin_visit_date
    LEFT(NULLIF(RTRIM(COALESCE(ans.seen, N'N')), N''), 1) AS cinv_cin_visit_seen, -- cinv_cin_visit_seen
    LEFT(NULLIF(RTRIM(COALESCE(ans.seen_alone, N'N')), N''), 1) AS cinv_cin_visit_seen_alone, -- cinv_cin_visit_seen_alone
    LEFT(NULLIF(RTRIM(ans.bedroom), N''), 1) AS cinv_cin_visit_bedroom, -- cinv_cin_visit_bedroom
    ROW_NUMBER() OVER (PARTITION BY step.[WORKFLOW_STEP_ID], step.[PERSON_ID] ORDER BY step.[STARTED_ON] DESC, CASE WHEN step.[WORKFLOW_STEP_ID] IS NULL THEN 1 ELSE 0 END, step.[WORKFLOW_STEP_ID], CASE WHEN step.[PERSON_ID] IS NULL THEN 1 ELSE 0 END, step.[PERSON_ID], CASE WHEN ans.visit_date IS NULL THEN 1 ELSE 0 END, ans.visit_date, CASE WHEN step.[COMPLETED_ON] IS NULL THEN 1 ELSE 0 END, step.[COMPLETED_ON], CASE WHEN ans.seen IS NULL THEN 1 ELSE 0 END, ans.seen, CASE WHEN ans.seen_alone IS NULL THEN 1 ELSE 0 END, ans.seen_alone, CASE WHEN ans.bedroom IS NULL THEN 1 ELSE 0 END, ans.bedroom) AS ssd_row,
    ROW_NUMBER() OVER (ORDER BY step.[STARTED_ON] DESC, CASE WHEN step.[WORKFLOW_STEP_ID] IS NULL THEN 1 ELSE 0 END, step.[WORKFLOW_STEP_ID], CASE WHEN step.[PERSON_ID] IS NULL THEN 1 ELSE 0 END, step.[PERSON_ID], CASE WHEN ans.visit_date IS NULL THEN 1 ELSE 0 END, ans.visit_date, CASE WHEN step.[COMPLETED_ON] IS NULL THEN 1 ELSE 0 END, step.[COMPLETED_ON], CASE WHEN ans.seen IS NULL THEN 1 ELSE 0 END, ans.seen, CASE WHEN ans.seen_alone IS NULL THEN 1 ELSE 0 END, ans.seen_alone, CASE WHEN ans.bedroom IS NULL THEN 1 ELSE 0 END, ans.bedroom) AS ssd_place
  FROM [DM_WORKFLOW_STEPS_PEOPLE_VW] AS step
  LEFT JOIN visit_answers AS ans ON ans.workflow_step_id = step.[WORKFLOW_STEP_ID] AND ans.person_id = step.[PERSON_ID]
  WHERE step.[WORKFLOW_STEP_TYPE_ID] IN (1189)
    AND step.[STEP_STATUS] IN (N'INCOMING', N'STARTED', N'REOPENED', N'COMPLETED')
    AND DATEADD(day, DATEDIFF(day, 0, step.[STARTED_ON]), 0) < DATEADD(day, 1, @ssd_today)
    AND (DATEADD(day, DATEDIFF(day, 0, step.[COMPLETED_ON]), 0) >= @ssd_window_start OR DATEADD(day, DATEDIFF(day, 0, step.[COMPLETED_ON]), 0) IS NULL)
    AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(step.[PERSON_ID] AS nvarchar(30)))
    AND NULLIF(RTRIM(CONCAT(CAST(step.[WORKFLOW_STEP_ID] AS nvarchar(30)), N'.', CAST(step.[PERSON_ID] AS nvarchar(30)))), N'') IS NOT NULL
) AS numbered
WHERE numbered.ssd_row = 1
) AS picked
WHERE picked.ssd_key_row = 1;

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_care_plan"}
-- META-ELEMENT: {"type": "insert_data"}
WITH plan_steps AS (
  SELECT DISTINCT s.[WORKFLOW_STEP_ID] AS workflow_step_id, s.[PERSON_ID] AS person_id
  FROM [DM_WORKFLOW_STEPS_PEOPLE_VW] AS s
  WHERE s.[WORKFLOW_STEP_TYPE_ID] IN (1232, 1242, 1237, 1234, 496, 500, 1262, 1263, 1264, 1295, 1297) AND s.[STEP_STATUS] IN (N'INCOMING', N'STARTED', N'COMPLETED', N'REOPENED')
),
earlier_steps AS (
  SELECT b.[WORKFLOW_STEP_ID] AS workflow_step_id, p.person_id AS person_id, MIN(p.workflow_step_id) AS first_step_id
  FROM [DM_WORKFLOW_BACKWARDS] AS b
  INNER JOIN plan_steps AS p ON p.workflow_step_id = b.[PRECEDING_WORKFLOW_STEP_ID]
  GROUP BY b.[WORKFLOW_STEP_ID], p.person_id
),
first_steps AS (
  SELECT DISTINCT s.person_id AS person_id, COALESCE(e.first_step_id, s.workflow_step_id) AS first_step_id
  FROM plan_steps AS s
  LEFT JOIN earlier_steps AS e ON e.workflow_step_id = s.workflow_step_id AND e.person_id = s.person_id
),
chain_steps AS (
  SELECT f.person_id AS person_id, f.first_step_id AS first_step_id, f.first_step_id AS step_id
  FROM first_steps AS f
  UNION
  SELECT f.person_id AS person_id, f.first_step_id AS first_step_id, w.[SUBSEQUENT_WORKFLOW_STEP_ID] AS subsequent_workflow_step_id
  FROM first_steps AS f
  INNER JOIN [DM_WORKFLOW_FORWARDS] AS w ON w.[WORKFLOW_STEP_ID] = f.first_step_id
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
chains AS (
  SELECT c.person_id AS person_id, c.first_step_id AS first_step_id, MAX(CASE WHEN s.step_status IN (N'PROPOSED', N'INCOMING', N'STARTED', N'REOPENED') THEN 1 ELSE 0 END) AS is_active, MAX(CASE WHEN s.step_status = N'COMPLETED' AND t.[IS_CASE_CLOSURE] = N'Y' THEN s.workflow_step_id END) AS closure_step_id, MAX(CASE WHEN s.step_status = N'COMPLETED' THEN s.workflow_step_id END) AS last_step_id
  FROM chain_steps AS c
  INNER JOIN person_steps AS s ON s.workflow_step_id = c.step_id AND s.person_id = c.person_id
  LEFT JOIN [DM_WORKFLOW_STEP_TYPES] AS t ON t.[WORKFLOW_STEP_TYPE_ID] = s.workflow_step_type_id
  GROUP BY c.person_id, c.first_step_id
),
care_plans AS (
  SELECT c.person_id AS person_id, c.first_step_id AS first_step_id, CASE WHEN c.is_active = 0 THEN COALESCE(c.closure_step_id, c.last_step_id) END AS closing_step_id
  FROM chains AS c
),
answers AS (
  SELECT a.[WORKFLOW_STEP_ID] AS workflow_step_id, p.person_id AS person_id, a.[QUESTION_USER_CODE] AS question_user_code, a.[FORM_ID] AS form_id, a.[TEXT_ANSWER] AS text_answer, a.[NUMBER_ANSWER] AS number_answer, a.[DATE_ANSWER] AS date_answer
  FROM [DM_CACHED_FORM_ANSWERS] AS a
  INNER JOIN person_steps AS p ON p.workflow_step_id = a.[WORKFLOW_STEP_ID] AND (a.[SUBJECT_PERSON_ID] IS NULL OR a.[SUBJECT_PERSON_ID] <= 0 OR a.[SUBJECT_PERSON_ID] = p.person_id)
),
permanence_answers AS (
  SELECT a.workflow_step_id AS workflow_step_id, a.person_id AS person_id, a.form_id AS form_id, a.text_answer AS text_answer
  FROM answers AS a
  WHERE a.question_user_code IN (N'lac.perm.plan', N'pwpc.permanenceplan') AND NULLIF(RTRIM(a.text_answer), N'') IS NOT NULL
)
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
INSERT INTO ssd_cla_care_plan (
  lacp_table_id, -- metadata={"item_ref":"LACP001A"}
  lacp_person_id, -- metadata={"item_ref":"LACP007A"}
  lacp_cla_care_plan_start_date, -- metadata={"item_ref":"LACP004A"}
  lacp_cla_care_plan_end_date, -- metadata={"item_ref":"LACP005A"}
  lacp_cla_care_plan_json -- metadata={"item_ref":"LACP003A"}
)
SELECT
  picked.lacp_table_id,
  picked.lacp_person_id,
  picked.lacp_cla_care_plan_start_date,
  picked.lacp_cla_care_plan_end_date,
  picked.lacp_cla_care_plan_json
FROM (
  SELECT
    LEFT(NULLIF(RTRIM(CONCAT(CAST([plan].first_step_id AS nvarchar(30)), N'.', CAST([plan].person_id AS nvarchar(30)))), N''), 48) AS lacp_table_id, -- lacp_table_id
    CAST([plan].person_id AS nvarchar(30)) AS lacp_person_id, -- lacp_person_id
    DATEADD(day, DATEDIFF(day, 0, first.started_on), 0) AS lacp_cla_care_plan_start_date, -- lacp_cla_care_plan_start_date
    DATEADD(day, DATEDIFF(day, 0, closing.completed_on), 0) AS lacp_cla_care_plan_end_date, -- lacp_cla_care_plan_end_date
    REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE((
      N'{"PERMANENCE_PLAN":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(COALESCE(CASE ans.text_answer WHEN N'Return to birth family' THEN N'A) Return to Family' WHEN N'Adoption' THEN N'B) Adoption' WHEN N'Long term placement friends / family' THEN N'C) SGO/CAO' WHEN N'Independent living/supported living in the community (Pathways or other)' THEN N'D) Supported Living in the Community' WHEN N'Residential' THEN N'E) Long-Term Residential Placement' WHEN N'Long term fostering' THEN N'F) Long-Term Fostering' WHEN N'Other (please specify)' THEN N'G) Other' END, ans.text_answer)), N''), 470), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
      N'}') COLLATE Latin1_General_BIN2, NCHAR(1), N' '), NCHAR(2), N' '), NCHAR(3), N' '), NCHAR(4), N' '), NCHAR(5), N' '), NCHAR(6), N' '), NCHAR(7), N' '), NCHAR(8), N' '), NCHAR(11), N' '), NCHAR(12), N' '), NCHAR(14), N' '), NCHAR(15), N' '), NCHAR(16), N' '), NCHAR(17), N' '), NCHAR(18), N' '), NCHAR(19), N' '), NCHAR(20), N' '), NCHAR(21), N' '), NCHAR(22), N' '), NCHAR(23), N' '), NCHAR(24), N' '), NCHAR(25), N' '), NCHAR(26), N' '), NCHAR(27), N' '), NCHAR(28), N' '), NCHAR(29), N' '), NCHAR(30), N' '), NCHAR(31), N' '), NCHAR(13), N'\r'), NCHAR(10), N'\n'), NCHAR(9), N'\t') AS lacp_cla_care_plan_json, -- lacp_cla_care_plan_json
    ROW_NUMBER() OVER (PARTITION BY CONCAT(CAST([plan].first_step_id AS nvarchar(30)), N'.', CAST([plan].person_id AS nvarchar(30))) ORDER BY CASE WHEN [plan].first_step_id IS NULL THEN 1 ELSE 0 END, [plan].first_step_id, CASE WHEN [plan].person_id IS NULL THEN 1 ELSE 0 END, [plan].person_id, CASE WHEN first.started_on IS NULL THEN 1 ELSE 0 END, first.started_on, CASE WHEN closing.completed_on IS NULL THEN 1 ELSE 0 END, closing.completed_on, CASE WHEN ans.text_answer IS NULL THEN 1 ELSE 0 END, ans.text_answer) AS ssd_row
  FROM care_plans AS [plan]
  LEFT JOIN person_steps AS first ON first.workflow_step_id = [plan].first_step_id AND first.person_id = [plan].person_id
  LEFT JOIN person_steps AS closing ON closing.workflow_step_id = [plan].closing_step_id AND closing.person_id = [plan].person_id
  OUTER APPLY (SELECT TOP (1) ans.* FROM permanence_answers AS ans WHERE ans.workflow_step_id = [plan].first_step_id AND ans.person_id = [plan].person_id ORDER BY ans.form_id DESC, CASE WHEN ans.text_answer IS NULL THEN 1 ELSE 0 END, ans.text_answer) AS ans
  WHERE DATEADD(day, DATEDIFF(day, 0, first.started_on), 0) < DATEADD(day, 1, @ssd_today)
    AND (DATEADD(day, DATEDIFF(day, 0, closing.completed_on), 0) >= @ssd_window_start OR DATEADD(day, DATEDIFF(day, 0, closing.completed_on), 0) IS NULL)
    AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST([plan].person_id AS nvarchar(30)))
    AND NULLIF(RTRIM(CONCAT(CAST([plan].first_step_id AS nvarchar(30)), N'.', CAST([plan].person_id AS nvarchar(30)))), N'') IS NOT NULL
    AND [plan].person_id IS NOT NULL
) AS picked
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

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_episodes"}
-- META-ELEMENT: {"type": "insert_data"}
WITH moved_episodes AS (
  SELECT s.[PERIOD_OF_CARE_ID] AS period_of_care_id, s.[PLACEMENT_ID] AS placement_id, DATEADD(day, DATEDIFF(day, 0, s.[END_DATE]), 0) AS ends, d.[CARER_ID] AS carer_id, l.[LEGAL_STATUS] AS legal_status, p.[PLACEMENT_TYPE] AS placement_type
  FROM [DM_CLA_SUMMARIES] AS s
  INNER JOIN [DM_PLACEMENTS] AS p ON p.[PLACEMENT_ID] = s.[PLACEMENT_ID] AND p.[SPLIT_NUMBER] = s.[PLACEMENT_SPLIT_NUMBER]
  INNER JOIN [DM_LEGAL_STATUSES] AS l ON l.[LEGAL_STATUS_ID] = s.[LEGAL_STATUS_ID]
  LEFT JOIN [DM_PLACEMENT_DETAILS] AS d ON d.[ELEMENT_DETAIL_ID] = s.[ELEMENT_DETAIL_ID] AND d.[SPLIT_NUMBER] = s.[SERVICE_SPLIT_NUMBER]
  WHERE p.[REASON_EPISODE_CEASED] = N'X1'
),
referrals AS (
  SELECT DISTINCT r.[REFERRAL_ID] AS referral_id, r.[PERSON_ID] AS person_id, CONCAT(CAST(r.[REFERRAL_ID] AS nvarchar(30)), N'.', CAST(r.[PERSON_ID] AS nvarchar(30))) AS referral_key, r.[REFERRAL_DATE] AS referral_date, r.[CLOSURE_DATE] AS closure_date
  FROM [DM_CIN_REFERRALS] AS r
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
iro_contacts AS (
  SELECT p.person_id AS person_id, a.[DATE_ANSWER] AS date_answer
  FROM [DM_FILTER_FORM_ANS] AS a
  INNER JOIN [REPORT_FILTERS] AS f ON f.[ID] = a.[FILTER_ID]
  INNER JOIN person_steps AS p ON p.workflow_step_id = a.[WORKFLOW_STEP_ID] AND (a.[SUBJECT_PERSON_ID] IS NULL OR a.[SUBJECT_PERSON_ID] <= 0 OR a.[SUBJECT_PERSON_ID] = p.person_id)
  WHERE f.[NAME] = N'Child IRO Visit Date'
)
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
    LEFT(NULLIF(RTRIM(CONCAT(CAST(csum.[LEGAL_STATUS_ID] AS nvarchar(30)), N'.', CAST(csum.[PLACEMENT_ID] AS nvarchar(30)), N'.', CAST(csum.[ELEMENT_DETAIL_ID] AS nvarchar(30)), N'.', CAST((((YEAR(csum.[START_DATE]) * 10000) + (MONTH(csum.[START_DATE]) * 100)) + DAY(csum.[START_DATE])) AS nvarchar(30)))), N''), 48) AS clae_cla_episode_id, -- clae_cla_episode_id
    CAST(csum.[PERSON_ID] AS nvarchar(30)) AS clae_person_id, -- clae_person_id
    csum.[START_DATE] AS clae_cla_episode_start_date, -- clae_cla_episode_start_date
    CASE WHEN plc.[START_DATE] = care.[START_DATE] AND lst.[START_DATE] = care.[START_DATE] THEN N'S' WHEN lst.[START_DATE] > plc.[START_DATE] THEN N'L' WHEN lst.[START_DATE] < plc.[START_DATE] AND bfr.carer_id = det.[CARER_ID] AND bfr.legal_status = lst.[LEGAL_STATUS] AND bfr.placement_type <> plc.[PLACEMENT_TYPE] THEN N'T' WHEN lst.[START_DATE] < plc.[START_DATE] THEN N'P' WHEN bfr.carer_id = det.[CARER_ID] THEN N'U' ELSE N'B' END AS clae_cla_episode_start_reason, -- clae_cla_episode_start_reason
    LEFT(NULLIF(RTRIM(plc.[CATEGORY_OF_NEED]), N''), 3) AS clae_cla_primary_need_code, -- clae_cla_primary_need_code
    csum.[END_DATE] AS clae_cla_episode_ceased_date, -- clae_cla_episode_ceased_date
    LEFT(NULLIF(RTRIM(plc.[REASON_EPISODE_CEASED]), N''), 255) AS clae_cla_episode_ceased_reason, -- clae_cla_episode_ceased_reason
    CAST(csum.[PERIOD_OF_CARE_ID] AS nvarchar(30)) AS clae_cla_id, -- clae_cla_id
    LEFT(NULLIF(RTRIM((SELECT TOP (1) r.referral_key FROM referrals AS r WHERE r.person_id = csum.[PERSON_ID] AND r.referral_date <= COALESCE(csum.[END_DATE], CONVERT(datetime, N'9999-12-31T00:00:00', 126)) AND COALESCE(r.closure_date, CONVERT(datetime, N'9999-12-31T00:00:00', 126)) >= csum.[START_DATE] ORDER BY r.referral_id DESC, r.referral_date DESC, CASE WHEN r.referral_key IS NULL THEN 1 ELSE 0 END, r.referral_key)), N''), 48) AS clae_referral_id, -- clae_referral_id
    CAST(csum.[PLACEMENT_ID] AS nvarchar(30)) AS clae_cla_placement_id, -- clae_cla_placement_id
    care.[START_DATE] AS clae_entered_care_date, -- clae_entered_care_date
    (SELECT MAX(i.date_answer) FROM iro_contacts AS i WHERE i.person_id = csum.[PERSON_ID] AND i.date_answer <= COALESCE(csum.[END_DATE], CONVERT(datetime, N'9999-12-31T00:00:00', 126))) AS clae_cla_last_iro_contact_date, -- clae_cla_last_iro_contact_date
    ROW_NUMBER() OVER (PARTITION BY csum.[LEGAL_STATUS_ID], csum.[PLACEMENT_ID], csum.[ELEMENT_DETAIL_ID], DATEADD(day, DATEDIFF(day, 0, csum.[START_DATE]), 0) ORDER BY csum.[START_DATE] DESC, CASE WHEN csum.[END_DATE] IS NULL THEN 0 ELSE 1 END, csum.[END_DATE] DESC, CASE WHEN csum.[LEGAL_STATUS_ID] IS NULL THEN 1 ELSE 0 END, csum.[LEGAL_STATUS_ID], CASE WHEN csum.[PLACEMENT_ID] IS NULL THEN 1 ELSE 0 END, csum.[PLACEMENT_ID], CASE WHEN csum.[ELEMENT_DETAIL_ID] IS NULL THEN 1 ELSE 0 END, csum.[ELEMENT_DETAIL_ID], CASE WHEN csum.[PERSON_ID] IS NULL THEN 1 ELSE 0 END, csum.[PERSON_ID], CASE WHEN plc.[START_DATE] IS NULL THEN 1 ELSE 0 END, plc.[START_DATE], CASE WHEN care.[START_DATE] IS NULL THEN 1 ELSE 0 END, care.[START_DATE], CASE WHEN lst.[START_DATE] IS NULL THEN 1 ELSE 0 END, lst.[START_DATE], CASE WHEN bfr.carer_id IS NULL THEN 1 ELSE 0 END, bfr.carer_id, CASE WHEN det.[CARER_ID] IS NULL THEN 1 ELSE 0 END, det.[CARER_ID], CASE WHEN bfr.legal_status IS NULL THEN 1 ELSE 0 END, bfr.legal_status, CASE WHEN lst.[LEGAL_STATUS] IS NULL THEN 1 ELSE 0 END, lst.[LEGAL_STATUS], CASE WHEN bfr.placement_type IS NULL THEN 1 ELSE 0 END, bfr.placement_type, CASE WHEN plc.[PLACEMENT_TYPE] IS NULL THEN 1 ELSE 0 END, plc.[PLACEMENT_TYPE], CASE WHEN plc.[CATEGORY_OF_NEED] IS NULL THEN 1 ELSE 0 END, plc.[CATEGORY_OF_NEED], CASE WHEN plc.[REASON_EPISODE_CEASED] IS NULL THEN 1 ELSE 0 END, plc.[REASON_EPISODE_CEASED], CASE WHEN csum.[PERIOD_OF_CARE_ID] IS NULL THEN 1 ELSE 0 END, csum.[PERIOD_OF_CARE_ID]) AS ssd_row,
    ROW_NUMBER() OVER (ORDER BY csum.[START_DATE] DESC, CASE WHEN csum.[END_DATE] IS NULL THEN 0 ELSE 1 END, csum.[END_DATE] DESC, CASE WHEN csum.[LEGAL_STATUS_ID] IS NULL THEN 1 ELSE 0 END, csum.[LEGAL_STATUS_ID], CASE WHEN csum.[PLACEMENT_ID] IS NULL THEN 1 ELSE 0 END, csum.[PLACEMENT_ID], CASE WHEN csum.[ELEMENT_DETAIL_ID] IS NULL THEN 1 ELSE 0 END, csum.[ELEMENT_DETAIL_ID], CASE WHEN csum.[PERSON_ID] IS NULL THEN 1 ELSE 0 END, csum.[PERSON_ID], CASE WHEN plc.[START_DATE] IS NULL THEN 1 ELSE 0 END, plc.[START_DATE], CASE WHEN care.[START_DATE] IS NULL THEN 1 ELSE 0 END, care.[START_DATE], CASE WHEN lst.[START_DATE] IS NULL THEN 1 ELSE 0 END, lst.[START_DATE], CASE WHEN bfr.carer_id IS NULL THEN 1 ELSE 0 END, bfr.carer_id, CASE WHEN det.[CARER_ID] IS NULL THEN 1 ELSE 0 END, det.[CARER_ID], CASE WHEN bfr.legal_status IS NULL THEN 1 ELSE 0 END, bfr.legal_status, CASE WHEN lst.[LEGAL_STATUS] IS NULL THEN 1 ELSE 0 END, lst.[LEGAL_STATUS], CASE WHEN bfr.placement_type IS NULL THEN 1 ELSE 0 END, bfr.placement_type, CASE WHEN plc.[PLACEMENT_TYPE] IS NULL THEN 1 ELSE 0 END, plc.[PLACEMENT_TYPE], CASE WHEN plc.[CATEGORY_OF_NEED] IS NULL THEN 1 ELSE 0 END, plc.[CATEGORY_OF_NEED], CASE WHEN plc.[REASON_EPISODE_CEASED] IS NULL THEN 1 ELSE 0 END, plc.[REASON_EPISODE_CEASED], CASE WHEN csum.[PERIOD_OF_CARE_ID] IS NULL THEN 1 ELSE 0 END, csum.[PERIOD_OF_CARE_ID]) AS ssd_place
  FROM [DM_CLA_SUMMARIES] AS csum
  INNER JOIN [DM_PERIODS_OF_CARE] AS care ON care.[PERIOD_OF_CARE_ID] = csum.[PERIOD_OF_CARE_ID]
  INNER JOIN [DM_LEGAL_STATUSES] AS lst ON lst.[LEGAL_STATUS_ID] = csum.[LEGAL_STATUS_ID]
  INNER JOIN [DM_PLACEMENTS] AS plc ON plc.[PLACEMENT_ID] = csum.[PLACEMENT_ID] AND plc.[SPLIT_NUMBER] = csum.[PLACEMENT_SPLIT_NUMBER]
  INNER JOIN [DM_PLACEMENT_DETAILS] AS det ON det.[ELEMENT_DETAIL_ID] = csum.[ELEMENT_DETAIL_ID] AND det.[SPLIT_NUMBER] = csum.[SERVICE_SPLIT_NUMBER]
  OUTER APPLY (SELECT TOP (1) bfr.* FROM moved_episodes AS bfr WHERE bfr.period_of_care_id = csum.[PERIOD_OF_CARE_ID] AND bfr.ends = DATEADD(day, -1, DATEADD(day, DATEDIFF(day, 0, csum.[START_DATE]), 0)) AND bfr.placement_id <> csum.[PLACEMENT_ID] ORDER BY bfr.placement_id DESC, CASE WHEN bfr.carer_id IS NULL THEN 1 ELSE 0 END, bfr.carer_id, CASE WHEN bfr.legal_status IS NULL THEN 1 ELSE 0 END, bfr.legal_status, CASE WHEN bfr.placement_type IS NULL THEN 1 ELSE 0 END, bfr.placement_type) AS bfr
  WHERE csum.[START_DATE] < DATEADD(day, 1, @ssd_today)
    AND (csum.[END_DATE] >= @ssd_window_start OR csum.[END_DATE] IS NULL)
    AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(csum.[PERSON_ID] AS nvarchar(30)))
    AND NULLIF(RTRIM(CONCAT(CAST(csum.[LEGAL_STATUS_ID] AS nvarchar(30)), N'.', CAST(csum.[PLACEMENT_ID] AS nvarchar(30)), N'.', CAST(csum.[ELEMENT_DETAIL_ID] AS nvarchar(30)), N'.', CAST((((YEAR(csum.[START_DATE]) * 10000) + (MONTH(csum.[START_DATE]) * 100)) + DAY(csum.[START_DATE])) AS nvarchar(30)))), N'') IS NOT NULL
    AND csum.[PERSON_ID] IS NOT NULL
) AS numbered
WHERE numbered.ssd_row = 1
) AS picked
WHERE picked.ssd_key_row = 1;

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_health"}
-- META-ELEMENT: {"type": "insert_data"}
WITH checks AS (
  SELECT N'DT' AS kind, d.[DENTAL_ID] AS check_id, d.[PERSON_ID] AS person_id, d.[DENTAL_CHECK_DATE] AS check_date
  FROM [DM_DENTAL_CHECKS] AS d
  UNION ALL
  SELECT N'HA', a.[HEALTH_ID] AS health_id, a.[PERSON_ID] AS person_id, a.[HEALTH_ASSESSMENT_DATE] AS health_assessment_date
  FROM [DM_HEALTH_ASSESSMENTS] AS a
  WHERE COALESCE(a.[SDQ_COMPLETED], N'N') = N'N'
  UNION ALL
  SELECT N'HC', c.[HEALTH_CHECK_ID] AS health_check_id, c.[PERSON_ID] AS person_id, c.[HEALTH_CHECK_DATE] AS health_check_date
  FROM [DM_HEALTH_CHECKS] AS c
)
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
INSERT INTO ssd_cla_health (
  clah_health_check_id, -- metadata={"item_ref":"CLAH001A"}
  clah_person_id, -- metadata={"item_ref":"CLAH002A"}
  clah_health_check_type, -- metadata={"item_ref":"CLAH003A"}
  clah_health_check_date -- metadata={"item_ref":"CLAH004A"}
  -- clah_health_check_status is not held: no source of the status is known yet
)
SELECT
  picked.clah_health_check_id,
  picked.clah_person_id,
  picked.clah_health_check_type,
  picked.clah_health_check_date
FROM (
  SELECT
    LEFT(NULLIF(RTRIM(CONCAT(chk.kind, N'.', CAST(chk.check_id AS nvarchar(30)))), N''), 48) AS clah_health_check_id, -- clah_health_check_id
    CAST(chk.person_id AS nvarchar(30)) AS clah_person_id, -- clah_person_id
    CASE chk.kind WHEN N'DT' THEN N'Dental Check' WHEN N'HA' THEN N'Health Assessment' WHEN N'HC' THEN N'Health Check' END AS clah_health_check_type, -- clah_health_check_type
    chk.check_date AS clah_health_check_date, -- clah_health_check_date
    ROW_NUMBER() OVER (PARTITION BY CONCAT(chk.kind, N'.', CAST(chk.check_id AS nvarchar(30))) ORDER BY CASE WHEN chk.kind IS NULL THEN 1 ELSE 0 END, chk.kind, CASE WHEN chk.check_id IS NULL THEN 1 ELSE 0 END, chk.check_id, CASE WHEN chk.person_id IS NULL THEN 1 ELSE 0 END, chk.person_id, CASE WHEN chk.check_date IS NULL THEN 1 ELSE 0 END, chk.check_date) AS ssd_row
  FROM checks AS chk
  WHERE chk.check_date < DATEADD(day, 1, @ssd_today)
    AND (chk.check_date >= @ssd_window_start OR chk.check_date IS NULL)
    AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(chk.person_id AS nvarchar(30)))
    AND NULLIF(RTRIM(CONCAT(chk.kind, N'.', CAST(chk.check_id AS nvarchar(30)))), N'') IS NOT NULL
    AND chk.person_id IS NOT NULL
) AS picked
WHERE picked.ssd_row = 1;

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_immunisations"}
-- META-ELEMENT: {"type": "insert_data"}
WITH step_people AS (
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
)
INSERT INTO ssd_cla_immunisations (
  clai_person_id, -- metadata={"item_ref":"CLAI002A"}
  clai_immunisations_status, -- metadata={"item_ref":"CLAI004A"}
  clai_immunisations_status_date -- metadata={"item_ref":"CLAI005A"}
)
SELECT
  picked.clai_person_id,
  picked.clai_immunisations_status,
  picked.clai_immunisations_status_date
FROM (
  SELECT
    CAST(step.person_id AS nvarchar(30)) AS clai_person_id, -- clai_person_id
    CASE WHEN ans.text_answer IN (N'Yes') THEN N'Y' WHEN NULLIF(RTRIM(ans.text_answer), N'') IS NOT NULL THEN N'N' END AS clai_immunisations_status, -- clai_immunisations_status
    step.started_on AS clai_immunisations_status_date, -- clai_immunisations_status_date
    ROW_NUMBER() OVER (PARTITION BY step.person_id ORDER BY step.started_on DESC, step.workflow_step_id DESC, CASE WHEN ans.question_user_code IS NULL THEN 1 ELSE 0 END, ans.question_user_code, CASE WHEN ans.text_answer IS NULL THEN 1 ELSE 0 END, ans.text_answer, CASE WHEN step.person_id IS NULL THEN 1 ELSE 0 END, step.person_id) AS ssd_row
  FROM person_steps AS step
  INNER JOIN answers AS ans ON ans.workflow_step_id = step.workflow_step_id AND ans.person_id = step.person_id
  WHERE step.workflow_step_type_id IN (406, 1239)
    AND ans.question_user_code IN (N'lac.ihr09.immsuptodate', N'lac.ihr10.immsuptodate', N'lacFLDPartCHealthRecommImmunisations')
    AND step.step_status IN (N'STARTED', N'REOPENED', N'COMPLETED')
    AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(step.person_id AS nvarchar(30)))
    AND step.person_id IS NOT NULL
) AS picked
WHERE picked.ssd_row = 1;

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_placement"}
-- META-ELEMENT: {"type": "insert_data"}
WITH care_details AS (
  SELECT s.[PERSON_ID] AS person_id, s.[PERIOD_OF_CARE_ID] AS period_of_care_id, s.[PLACEMENT_ID] AS placement_id, s.[PLACEMENT_SPLIT_NUMBER] AS placement_split_number, s.[START_DATE] AS start_date, s.[END_DATE] AS end_date, d.[ELEMENT_DETAIL_ID] AS element_detail_id, d.[START_DATE] AS detail_start_date, d.[CARER_ID] AS carer_id, d.[OFSTED_URN] AS ofsted_urn, d.[CIN_PROVIDER_CATEGORY_CODE] AS cin_provider_category_code
  FROM [DM_CLA_SUMMARIES] AS s
  INNER JOIN [DM_PLACEMENT_DETAILS] AS d ON d.[ELEMENT_DETAIL_ID] = s.[ELEMENT_DETAIL_ID] AND d.[SPLIT_NUMBER] = s.[SERVICE_SPLIT_NUMBER]
)
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
    CAST(plc.[PLACEMENT_ID] AS nvarchar(30)) AS clap_cla_placement_id, -- clap_cla_placement_id
    plc.[START_DATE] AS clap_cla_placement_start_date, -- clap_cla_placement_start_date
    LEFT(NULLIF(RTRIM(plc.[PLACEMENT_TYPE]), N''), 100) AS clap_cla_placement_type, -- clap_cla_placement_type
    LEFT(NULLIF(RTRIM(det.ofsted_urn), N''), 48) AS clap_cla_placement_urn, -- clap_cla_placement_urn
    CAST(plc.[PERIOD_OF_CARE_ID] AS nvarchar(30)) AS clap_cla_id, -- clap_cla_id
    LEFT(NULLIF(RTRIM(det.cin_provider_category_code), N''), 48) AS clap_cla_placement_provider, -- clap_cla_placement_provider
    LEFT(NULLIF(RTRIM((SELECT MAX(a.[POST_CODE]) FROM [DM_PLACEMENT_CARER_ADDRESSES] AS a WHERE a.[CARER_ID] = det.carer_id AND COALESCE(plc.[END_DATE], @ssd_today) BETWEEN a.[START_DATE] AND COALESCE(a.[END_DATE], CONVERT(datetime, N'9999-12-31T00:00:00', 126)))), N''), 8) AS clap_cla_placement_postcode, -- clap_cla_placement_postcode
    plc.[END_DATE] AS clap_cla_placement_end_date, -- clap_cla_placement_end_date
    LEFT(NULLIF(RTRIM(plc.[REASON_FOR_PLACEMENT_CHANGE]), N''), 100) AS clap_cla_placement_change_reason, -- clap_cla_placement_change_reason
    CAST(plc.[PERSON_ID] AS nvarchar(30)) AS clap_person_id, -- clap_person_id
    ROW_NUMBER() OVER (PARTITION BY plc.[PLACEMENT_ID] ORDER BY plc.[START_DATE] DESC, CASE WHEN plc.[PLACEMENT_ID] IS NULL THEN 1 ELSE 0 END, plc.[PLACEMENT_ID], CASE WHEN plc.[PLACEMENT_TYPE] IS NULL THEN 1 ELSE 0 END, plc.[PLACEMENT_TYPE], CASE WHEN det.ofsted_urn IS NULL THEN 1 ELSE 0 END, det.ofsted_urn, CASE WHEN plc.[PERIOD_OF_CARE_ID] IS NULL THEN 1 ELSE 0 END, plc.[PERIOD_OF_CARE_ID], CASE WHEN det.cin_provider_category_code IS NULL THEN 1 ELSE 0 END, det.cin_provider_category_code, CASE WHEN det.carer_id IS NULL THEN 1 ELSE 0 END, det.carer_id, CASE WHEN plc.[END_DATE] IS NULL THEN 1 ELSE 0 END, plc.[END_DATE], CASE WHEN plc.[REASON_FOR_PLACEMENT_CHANGE] IS NULL THEN 1 ELSE 0 END, plc.[REASON_FOR_PLACEMENT_CHANGE], CASE WHEN plc.[PERSON_ID] IS NULL THEN 1 ELSE 0 END, plc.[PERSON_ID]) AS ssd_row
  FROM [DM_PLACEMENTS] AS plc
  OUTER APPLY (SELECT TOP (1) det.* FROM care_details AS det WHERE det.placement_id = plc.[PLACEMENT_ID] AND det.placement_split_number = plc.[SPLIT_NUMBER] ORDER BY det.detail_start_date DESC, det.element_detail_id DESC, CASE WHEN det.ofsted_urn IS NULL THEN 1 ELSE 0 END, det.ofsted_urn, CASE WHEN det.cin_provider_category_code IS NULL THEN 1 ELSE 0 END, det.cin_provider_category_code, CASE WHEN det.carer_id IS NULL THEN 1 ELSE 0 END, det.carer_id) AS det
  WHERE NOT (EXISTS (SELECT 1 FROM [DM_PLACEMENTS] AS later WHERE later.[PLACEMENT_ID] = plc.[PLACEMENT_ID] AND later.[SPLIT_NUMBER] > plc.[SPLIT_NUMBER]))
    AND plc.[START_DATE] < DATEADD(day, 1, @ssd_today)
    AND (plc.[END_DATE] >= @ssd_window_start OR plc.[END_DATE] IS NULL)
    AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(plc.[PERSON_ID] AS nvarchar(30)))
    AND plc.[PLACEMENT_ID] IS NOT NULL
) AS picked
WHERE picked.ssd_row = 1;

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_previous_permanence"}
-- META-ELEMENT: {"type": "insert_data"}
WITH step_people AS (
  SELECT DISTINCT s.[SUBGROUP_ID] AS subgroup_id, s.[SUBJECT_COMPOUND_ID] AS person_id
  FROM [DM_SUBGROUP_SUBJECTS] AS s
  WHERE s.[SUBJECT_TYPE_CODE] = N'PER'
),
person_steps AS (
  SELECT s.[WORKFLOW_STEP_ID] AS workflow_step_id, p.person_id AS person_id, CONCAT(CAST(s.[WORKFLOW_STEP_ID] AS nvarchar(30)), N'.', CAST(p.person_id AS nvarchar(30))) AS step_key, s.[WORKFLOW_STEP_TYPE_ID] AS workflow_step_type_id, s.[STEP_STATUS] AS step_status, s.[INCOMING_ON] AS incoming_on, s.[STARTED_ON] AS started_on, s.[COMPLETED_ON] AS completed_on, s.[CANCELLED_ON] AS cancelled_on, s.[RESPONSIBLE_TEAM_ID] AS responsible_team_id, s.[ASSIGNEE_ID] AS assignee_id, s.[IS_CHILD_CONTACT] AS is_child_contact, s.[IS_CONTINUOUS_ASSESSMENT] AS is_continuous_assessment, s.[IS_SECTION_47_ENQUIRY] AS is_section_47_enquiry, s.[IS_MISSING_OR_ABSENT] AS is_missing_or_absent, s.[STRATEGY_DISCUSSION_DATE] AS strategy_discussion_date, s.[CP_CONFERENCE_CATEGORY] AS cp_conference_category, s.[CP_CONFERENCE_ACTUAL_DATE] AS cp_conference_actual_date, s.[LAC_REVIEW_CATEGORY] AS lac_review_category, s.[LAC_REVIEW_DATE] AS lac_review_date, s.[LAC_REVIEW_PARTICIPATION_CODE] AS lac_review_participation_code
  FROM [DM_WORKFLOW_STEPS] AS s
  INNER JOIN step_people AS p ON p.subgroup_id = s.[SUBGROUP_ID]
),
filter_answers AS (
  SELECT a.[WORKFLOW_STEP_ID] AS workflow_step_id, p.person_id AS person_id, a.[FILTER_NAME] AS filter_name, a.[FORM_ID] AS form_id, a.[TEXT_ANSWER] AS text_answer, a.[DATE_ANSWER] AS date_answer
  FROM [DM_FILTER_FORM_ANSWERS] AS a
  INNER JOIN person_steps AS p ON p.workflow_step_id = a.[WORKFLOW_STEP_ID] AND (a.[SUBJECT_PERSON_ID] IS NULL OR a.[SUBJECT_PERSON_ID] <= 0 OR a.[SUBJECT_PERSON_ID] = p.person_id)
)
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
INSERT INTO ssd_cla_previous_permanence (
  lapp_table_id, -- metadata={"item_ref":"LAPP001A"}
  lapp_person_id, -- metadata={"item_ref":"LAPP002A"}
  lapp_previous_permanence_order_date, -- metadata={"item_ref":"LAPP003A"}
  lapp_previous_permanence_option, -- metadata={"item_ref":"LAPP004A"}
  lapp_previous_permanence_la -- metadata={"item_ref":"LAPP005A"}
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
    LEFT(NULLIF(RTRIM(CONCAT(CAST(ans.form_id AS nvarchar(30)), N'.', CAST(ans.person_id AS nvarchar(30)))), N''), 48) AS lapp_table_id, -- lapp_table_id
    CAST(ans.person_id AS nvarchar(30)) AS lapp_person_id, -- lapp_person_id
    LEFT(NULLIF(RTRIM(LEFT(CONVERT(nvarchar(19), ans.date_answer, 126), 10)), N''), 100) AS lapp_previous_permanence_order_date, -- lapp_previous_permanence_order_date
    LEFT(NULLIF(RTRIM((SELECT MAX(a.text_answer) FROM filter_answers AS a WHERE a.workflow_step_id = ans.workflow_step_id AND a.person_id = ans.person_id AND a.filter_name = N'Child Previous Permanence Option (Document)')), N''), 200) AS lapp_previous_permanence_option, -- lapp_previous_permanence_option
    LEFT(NULLIF(RTRIM((SELECT MAX(a.text_answer) FROM filter_answers AS a WHERE a.workflow_step_id = ans.workflow_step_id AND a.person_id = ans.person_id AND a.filter_name = N'Child Previous Permanence LA (Document)')), N''), 100) AS lapp_previous_permanence_la, -- lapp_previous_permanence_la
    ROW_NUMBER() OVER (PARTITION BY ans.person_id ORDER BY ans.date_answer DESC, ans.form_id DESC, ans.workflow_step_id DESC, CASE WHEN ans.person_id IS NULL THEN 1 ELSE 0 END, ans.person_id) AS ssd_row,
    ROW_NUMBER() OVER (ORDER BY ans.date_answer DESC, ans.form_id DESC, ans.workflow_step_id DESC, CASE WHEN ans.person_id IS NULL THEN 1 ELSE 0 END, ans.person_id) AS ssd_place
  FROM filter_answers AS ans
  WHERE ans.filter_name = N'Child Previous Permanence Option Date (Document)'
    AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(ans.person_id AS nvarchar(30)))
    AND NULLIF(RTRIM(CONCAT(CAST(ans.form_id AS nvarchar(30)), N'.', CAST(ans.person_id AS nvarchar(30)))), N'') IS NOT NULL
    AND ans.person_id IS NOT NULL
) AS numbered
WHERE numbered.ssd_row = 1
) AS picked
WHERE picked.ssd_key_row = 1;

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_reviews"}
-- META-ELEMENT: {"type": "insert_data"}
WITH step_people AS (
  SELECT DISTINCT s.[SUBGROUP_ID] AS subgroup_id, s.[SUBJECT_COMPOUND_ID] AS person_id
  FROM [DM_SUBGROUP_SUBJECTS] AS s
  WHERE s.[SUBJECT_TYPE_CODE] = N'PER'
),
person_steps AS (
  SELECT s.[WORKFLOW_STEP_ID] AS workflow_step_id, p.person_id AS person_id, CONCAT(CAST(s.[WORKFLOW_STEP_ID] AS nvarchar(30)), N'.', CAST(p.person_id AS nvarchar(30))) AS step_key, s.[WORKFLOW_STEP_TYPE_ID] AS workflow_step_type_id, s.[STEP_STATUS] AS step_status, s.[INCOMING_ON] AS incoming_on, s.[STARTED_ON] AS started_on, s.[COMPLETED_ON] AS completed_on, s.[CANCELLED_ON] AS cancelled_on, s.[RESPONSIBLE_TEAM_ID] AS responsible_team_id, s.[ASSIGNEE_ID] AS assignee_id, s.[IS_CHILD_CONTACT] AS is_child_contact, s.[IS_CONTINUOUS_ASSESSMENT] AS is_continuous_assessment, s.[IS_SECTION_47_ENQUIRY] AS is_section_47_enquiry, s.[IS_MISSING_OR_ABSENT] AS is_missing_or_absent, s.[STRATEGY_DISCUSSION_DATE] AS strategy_discussion_date, s.[CP_CONFERENCE_CATEGORY] AS cp_conference_category, s.[CP_CONFERENCE_ACTUAL_DATE] AS cp_conference_actual_date, s.[LAC_REVIEW_CATEGORY] AS lac_review_category, s.[LAC_REVIEW_DATE] AS lac_review_date, s.[LAC_REVIEW_PARTICIPATION_CODE] AS lac_review_participation_code
  FROM [DM_WORKFLOW_STEPS] AS s
  INNER JOIN step_people AS p ON p.subgroup_id = s.[SUBGROUP_ID]
),
reviews AS (
  SELECT s.workflow_step_id AS workflow_step_id, s.person_id AS person_id, s.step_key AS step_key, s.step_status AS step_status, s.lac_review_participation_code AS lac_review_participation_code, CASE WHEN s.step_status = N'COMPLETED' THEN s.lac_review_date ELSE s.cancelled_on END AS event_date
  FROM person_steps AS s
  WHERE s.lac_review_category IS NOT NULL AND s.step_status IN (N'COMPLETED', N'CANCELLED')
),
placed_reviews AS (
  SELECT r.person_id AS person_id, r.step_key AS step_key, r.step_status AS step_status, r.lac_review_participation_code AS lac_review_participation_code, r.event_date AS event_date, (SELECT MAX(c.[PERIOD_OF_CARE_ID]) FROM [DM_PERIODS_OF_CARE] AS c WHERE c.[PERSON_ID] = r.person_id AND r.event_date BETWEEN c.[START_DATE] AND COALESCE(c.[END_DATE], CONVERT(datetime, N'9999-12-31T00:00:00', 126))) AS period_of_care_id
  FROM reviews AS r
),
reviews_in_care AS (
  SELECT p.person_id AS person_id, p.step_key AS step_key, p.step_status AS step_status, p.lac_review_participation_code AS lac_review_participation_code, p.event_date AS event_date, p.period_of_care_id AS period_of_care_id, (SELECT COUNT(*) FROM placed_reviews AS e WHERE e.person_id = p.person_id AND e.period_of_care_id = p.period_of_care_id AND e.step_status = N'COMPLETED' AND e.event_date < p.event_date) AS earlier_reviews, (SELECT MAX(e.event_date) FROM placed_reviews AS e WHERE e.person_id = p.person_id AND e.period_of_care_id = p.period_of_care_id AND e.step_status = N'COMPLETED' AND e.event_date < p.event_date) AS earlier_date
  FROM placed_reviews AS p
),
calendar AS (
  SELECT DISTINCT DATEADD(day, DATEDIFF(day, 0, r.[CURR_DAY]), 0) AS day_date, DATEDIFF(day, CONVERT(datetime, N'1990-01-01T00:00:00', 126), r.[CURR_DAY]) AS days_since_monday
  FROM [REPORT_DAYS] AS r
),
counted_days AS (
  SELECT c.day_date AS day_date, SUM(CASE WHEN (c.days_since_monday - (7 * ROUND(((c.days_since_monday - 3) * 0.142857142857), 0))) < 5 AND c.day_date NOT IN (CONVERT(datetime, N'2019-01-01T00:00:00', 126), CONVERT(datetime, N'2019-04-19T00:00:00', 126), CONVERT(datetime, N'2019-04-22T00:00:00', 126), CONVERT(datetime, N'2019-05-06T00:00:00', 126), CONVERT(datetime, N'2019-05-27T00:00:00', 126), CONVERT(datetime, N'2019-08-26T00:00:00', 126), CONVERT(datetime, N'2019-12-25T00:00:00', 126), CONVERT(datetime, N'2019-12-26T00:00:00', 126), CONVERT(datetime, N'2020-01-01T00:00:00', 126), CONVERT(datetime, N'2020-04-10T00:00:00', 126), CONVERT(datetime, N'2020-04-13T00:00:00', 126), CONVERT(datetime, N'2020-05-08T00:00:00', 126), CONVERT(datetime, N'2020-05-25T00:00:00', 126), CONVERT(datetime, N'2020-08-31T00:00:00', 126), CONVERT(datetime, N'2020-12-25T00:00:00', 126), CONVERT(datetime, N'2020-12-28T00:00:00', 126), CONVERT(datetime, N'2021-01-01T00:00:00', 126), CONVERT(datetime, N'2021-04-02T00:00:00', 126), CONVERT(datetime, N'2021-04-05T00:00:00', 126), CONVERT(datetime, N'2021-05-03T00:00:00', 126), CONVERT(datetime, N'2021-05-31T00:00:00', 126), CONVERT(datetime, N'2021-08-30T00:00:00', 126), CONVERT(datetime, N'2021-12-27T00:00:00', 126), CONVERT(datetime, N'2021-12-28T00:00:00', 126), CONVERT(datetime, N'2022-01-03T00:00:00', 126), CONVERT(datetime, N'2022-04-15T00:00:00', 126), CONVERT(datetime, N'2022-04-18T00:00:00', 126), CONVERT(datetime, N'2022-05-02T00:00:00', 126), CONVERT(datetime, N'2022-06-02T00:00:00', 126), CONVERT(datetime, N'2022-06-03T00:00:00', 126), CONVERT(datetime, N'2022-08-29T00:00:00', 126), CONVERT(datetime, N'2022-09-19T00:00:00', 126), CONVERT(datetime, N'2022-12-26T00:00:00', 126), CONVERT(datetime, N'2022-12-27T00:00:00', 126), CONVERT(datetime, N'2023-01-02T00:00:00', 126), CONVERT(datetime, N'2023-04-07T00:00:00', 126), CONVERT(datetime, N'2023-04-10T00:00:00', 126), CONVERT(datetime, N'2023-05-01T00:00:00', 126), CONVERT(datetime, N'2023-05-08T00:00:00', 126), CONVERT(datetime, N'2023-05-29T00:00:00', 126), CONVERT(datetime, N'2023-08-28T00:00:00', 126), CONVERT(datetime, N'2023-12-25T00:00:00', 126), CONVERT(datetime, N'2023-12-26T00:00:00', 126), CONVERT(datetime, N'2024-01-01T00:00:00', 126), CONVERT(datetime, N'2024-03-29T00:00:00', 126), CONVERT(datetime, N'2024-04-01T00:00:00', 126), CONVERT(datetime, N'2024-05-06T00:00:00', 126), CONVERT(datetime, N'2024-05-27T00:00:00', 126), CONVERT(datetime, N'2024-08-26T00:00:00', 126), CONVERT(datetime, N'2024-12-25T00:00:00', 126), CONVERT(datetime, N'2024-12-26T00:00:00', 126), CONVERT(datetime, N'2025-01-01T00:00:00', 126), CONVERT(datetime, N'2025-04-18T00:00:00', 126), CONVERT(datetime, N'2025-04-21T00:00:00', 126), CONVERT(datetime, N'2025-05-05T00:00:00', 126), CONVERT(datetime, N'2025-05-26T00:00:00', 126), CONVERT(datetime, N'2025-08-25T00:00:00', 126), CONVERT(datetime, N'2025-12-25T00:00:00', 126), CONVERT(datetime, N'2025-12-26T00:00:00', 126), CONVERT(datetime, N'2026-01-01T00:00:00', 126), CONVERT(datetime, N'2026-04-03T00:00:00', 126), CONVERT(datetime, N'2026-04-06T00:00:00', 126), CONVERT(datetime, N'2026-05-04T00:00:00', 126), CONVERT(datetime, N'2026-05-25T00:00:00', 126), CONVERT(datetime, N'2026-08-31T00:00:00', 126), CONVERT(datetime, N'2026-12-25T00:00:00', 126), CONVERT(datetime, N'2026-12-28T00:00:00', 126), CONVERT(datetime, N'2027-01-01T00:00:00', 126), CONVERT(datetime, N'2027-03-26T00:00:00', 126), CONVERT(datetime, N'2027-03-29T00:00:00', 126), CONVERT(datetime, N'2027-05-03T00:00:00', 126), CONVERT(datetime, N'2027-05-31T00:00:00', 126), CONVERT(datetime, N'2027-08-30T00:00:00', 126), CONVERT(datetime, N'2027-12-27T00:00:00', 126), CONVERT(datetime, N'2027-12-28T00:00:00', 126), CONVERT(datetime, N'2028-01-03T00:00:00', 126), CONVERT(datetime, N'2028-04-14T00:00:00', 126), CONVERT(datetime, N'2028-04-17T00:00:00', 126), CONVERT(datetime, N'2028-05-01T00:00:00', 126), CONVERT(datetime, N'2028-05-29T00:00:00', 126), CONVERT(datetime, N'2028-08-28T00:00:00', 126), CONVERT(datetime, N'2028-12-25T00:00:00', 126), CONVERT(datetime, N'2028-12-26T00:00:00', 126)) THEN 1 ELSE 0 END) OVER (ORDER BY CASE WHEN c.day_date IS NULL THEN 1 ELSE 0 END, c.day_date ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS working_days
  FROM calendar AS c
)
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
INSERT INTO ssd_cla_reviews (
  clar_cla_review_id, -- metadata={"item_ref":"CLAR001A"}
  clar_cla_id, -- metadata={"item_ref":"CLAR011A"}
  clar_cla_review_due_date, -- metadata={"item_ref":"CLAR003A"}
  clar_cla_review_date, -- metadata={"item_ref":"CLAR004A"}
  clar_cla_review_cancelled, -- metadata={"item_ref":"CLAR012A"}
  clar_cla_review_participation -- metadata={"item_ref":"CLAR007A"}
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
    LEFT(NULLIF(RTRIM(rev.step_key), N''), 48) AS clar_cla_review_id, -- clar_cla_review_id
    CAST(rev.period_of_care_id AS nvarchar(30)) AS clar_cla_id, -- clar_cla_id
    CASE WHEN rev.earlier_reviews = 0 THEN (SELECT MIN(d.day_date) FROM counted_days AS d WHERE d.working_days = ((SELECT MAX(b.working_days) FROM counted_days AS b WHERE b.day_date = DATEADD(day, DATEDIFF(day, 0, care.[START_DATE]), 0)) + 20)) WHEN rev.earlier_reviews = 1 THEN DATEADD(day, 91, rev.earlier_date) ELSE DATEADD(day, 183, rev.earlier_date) END AS clar_cla_review_due_date, -- clar_cla_review_due_date
    CASE WHEN rev.step_status = N'COMPLETED' THEN rev.event_date END AS clar_cla_review_date, -- clar_cla_review_date
    CASE WHEN rev.step_status = N'COMPLETED' THEN N'N' ELSE N'Y' END AS clar_cla_review_cancelled, -- clar_cla_review_cancelled
    LEFT(NULLIF(RTRIM(CASE WHEN rev.step_status = N'COMPLETED' THEN rev.lac_review_participation_code END), N''), 100) AS clar_cla_review_participation, -- clar_cla_review_participation
    ROW_NUMBER() OVER (PARTITION BY rev.step_key ORDER BY CASE WHEN rev.step_key IS NULL THEN 1 ELSE 0 END, rev.step_key, CASE WHEN rev.period_of_care_id IS NULL THEN 1 ELSE 0 END, rev.period_of_care_id, CASE WHEN rev.earlier_reviews IS NULL THEN 1 ELSE 0 END, rev.earlier_reviews, CASE WHEN care.[START_DATE] IS NULL THEN 1 ELSE 0 END, care.[START_DATE], CASE WHEN rev.earlier_date IS NULL THEN 1 ELSE 0 END, rev.earlier_date, CASE WHEN rev.step_status IS NULL THEN 1 ELSE 0 END, rev.step_status, CASE WHEN rev.event_date IS NULL THEN 1 ELSE 0 END, rev.event_date, CASE WHEN rev.lac_review_participation_code IS NULL THEN 1 ELSE 0 END, rev.lac_review_participation_code) AS ssd_row
  FROM reviews_in_care AS rev
  LEFT JOIN [DM_PERIODS_OF_CARE] AS care ON care.[PERIOD_OF_CARE_ID] = rev.period_of_care_id
  WHERE rev.event_date < DATEADD(day, 1, @ssd_today)
    AND (rev.event_date >= @ssd_window_start OR rev.event_date IS NULL)
    AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(rev.person_id AS nvarchar(30)))
    AND NULLIF(RTRIM(rev.step_key), N'') IS NOT NULL
) AS picked
WHERE picked.ssd_row = 1;

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_substance_misuse"}
-- META-ELEMENT: {"type": "insert_data"}
WITH step_people AS (
  SELECT DISTINCT s.[SUBGROUP_ID] AS subgroup_id, s.[SUBJECT_COMPOUND_ID] AS person_id
  FROM [DM_SUBGROUP_SUBJECTS] AS s
  WHERE s.[SUBJECT_TYPE_CODE] = N'PER'
),
form_answers AS (
  SELECT a.[FORM_ID] AS form_id, a.[FORM_ANSWER_ROW_ID] AS form_answer_row_id, p.person_id AS person_id, a.[QUESTION_USER_CODE] AS question_user_code, a.[TEXT_ANSWER] AS text_answer, a.[DATE_ANSWER] AS date_answer
  FROM [DM_CACHED_FORM_ANSWERS] AS a
  INNER JOIN step_people AS p ON p.subgroup_id = a.[SUBGROUP_ID] AND (a.[SUBJECT_PERSON_ID] IS NULL OR a.[SUBJECT_PERSON_ID] <= 0 OR a.[SUBJECT_PERSON_ID] = p.person_id)
)
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
INSERT INTO ssd_cla_substance_misuse (
  clas_substance_misuse_id, -- metadata={"item_ref":"CLAS001A"}
  clas_person_id, -- metadata={"item_ref":"CLAS002A"}
  clas_substance_misuse_date, -- metadata={"item_ref":"CLAS003A"}
  clas_substance_misused, -- metadata={"item_ref":"CLAS004A"}
  clas_intervention_received -- metadata={"item_ref":"CLAS005A"}
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
    LEFT(NULLIF(RTRIM(CONCAT(CAST(ans.form_id AS nvarchar(30)), N'.', CAST(ans.form_answer_row_id AS nvarchar(30)), N'.', CAST(ans.person_id AS nvarchar(30)))), N''), 48) AS clas_substance_misuse_id, -- clas_substance_misuse_id
    CAST(ans.person_id AS nvarchar(30)) AS clas_person_id, -- clas_person_id
    (SELECT MAX(d.date_answer) FROM form_answers AS d WHERE d.form_id = ans.form_id AND d.form_answer_row_id = ans.form_answer_row_id AND d.person_id = ans.person_id AND d.question_user_code IN (NULL /* substance_date_questions */)) AS clas_substance_misuse_date, -- clas_substance_misuse_date
    LEFT(NULLIF(RTRIM(ans.text_answer), N''), 100) AS clas_substance_misused, -- clas_substance_misused
    LEFT(NULLIF(RTRIM((SELECT MAX(CASE WHEN d.text_answer IN (N'Yes') THEN N'Y' ELSE N'N' END) FROM form_answers AS d WHERE d.form_id = ans.form_id AND d.form_answer_row_id = ans.form_answer_row_id AND d.person_id = ans.person_id AND d.question_user_code IN (NULL /* substance_intervention_questions */) AND NULLIF(RTRIM(d.text_answer), N'') IS NOT NULL)), N''), 1) AS clas_intervention_received, -- clas_intervention_received
    ROW_NUMBER() OVER (PARTITION BY ans.form_id, ans.form_answer_row_id, ans.person_id ORDER BY CASE WHEN ans.text_answer IS NULL THEN 1 ELSE 0 END, ans.text_answer, CASE WHEN ans.form_id IS NULL THEN 1 ELSE 0 END, ans.form_id, CASE WHEN ans.form_answer_row_id IS NULL THEN 1 ELSE 0 END, ans.form_answer_row_id, CASE WHEN ans.person_id IS NULL THEN 1 ELSE 0 END, ans.person_id) AS ssd_row,
    ROW_NUMBER() OVER (ORDER BY CASE WHEN ans.text_answer IS NULL THEN 1 ELSE 0 END, ans.text_answer, CASE WHEN ans.form_id IS NULL THEN 1 ELSE 0 END, ans.form_id, CASE WHEN ans.form_answer_row_id IS NULL THEN 1 ELSE 0 END, ans.form_answer_row_id, CASE WHEN ans.person_id IS NULL THEN 1 ELSE 0 END, ans.person_id) AS ssd_place
  FROM form_answers AS ans
  WHERE ans.question_user_code IN (NULL /* substance_questions */)
    AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(ans.person_id AS nvarchar(30)))
    AND NULLIF(RTRIM(CONCAT(CAST(ans.form_id AS nvarchar(30)), N'.', CAST(ans.form_answer_row_id AS nvarchar(30)), N'.', CAST(ans.person_id AS nvarchar(30)))), N'') IS NOT NULL
    AND ans.person_id IS NOT NULL
) AS numbered
WHERE numbered.ssd_row = 1
) AS picked
WHERE picked.ssd_key_row = 1;

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_visits"}
-- META-ELEMENT: {"type": "insert_data"}
WITH step_people AS (
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
)
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
INSERT INTO ssd_cla_visits (
  clav_cla_visit_id, -- metadata={"item_ref":"CLAV001A"}
  clav_cla_id, -- metadata={"item_ref":"CLAV007A"}
  clav_person_id, -- metadata={"item_ref":"CLAV008A"}
  clav_cla_visit_date, -- metadata={"item_ref":"CLAV003A"}
  clav_cla_visit_seen, -- metadata={"item_ref":"CLAV004A"}
  clav_cla_visit_seen_alone -- metadata={"item_ref":"CLAV005A"}
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
    LEFT(NULLIF(RTRIM(CONCAT(visit.[VISIT_TYPE], N'.', CAST(visit.[VISIT_ID] AS nvarchar(30)), N'.', CAST(visit.[PERSON_ID] AS nvarchar(30)))), N''), 48) AS clav_cla_visit_id, -- clav_cla_visit_id
    CAST((SELECT MAX(c.[PERIOD_OF_CARE_ID]) FROM [DM_PERIODS_OF_CARE] AS c WHERE c.[PERSON_ID] = visit.[PERSON_ID] AND visit.[ACTUAL_DATE] BETWEEN c.[START_DATE] AND COALESCE(c.[END_DATE], CONVERT(datetime, N'9999-12-31T00:00:00', 126))) AS nvarchar(30)) AS clav_cla_id, -- clav_cla_id
    CAST(visit.[PERSON_ID] AS nvarchar(30)) AS clav_person_id, -- clav_person_id
    visit.[ACTUAL_DATE] AS clav_cla_visit_date, -- clav_cla_visit_date
    LEFT(NULLIF(RTRIM(COALESCE(CASE WHEN vtype.[VISIT_SOURCE] = N'Mos Step' THEN (SELECT MAX(CASE a.text_answer WHEN N'Yes' THEN N'Y' WHEN N'No' THEN N'N' WHEN N'Y' THEN N'Y' WHEN N'N' THEN N'N' END) FROM answers AS a WHERE a.workflow_step_id = visit.[VISIT_ID] AND a.person_id = visit.[PERSON_ID] AND a.question_user_code IN (NULL /* cla_visit_seen_questions */)) END, CASE WHEN visit.[SEEN_ALONE_FLAG] = N'Y' THEN N'Y' END)), N''), 1) AS clav_cla_visit_seen, -- clav_cla_visit_seen
    LEFT(NULLIF(RTRIM(visit.[SEEN_ALONE_FLAG]), N''), 1) AS clav_cla_visit_seen_alone, -- clav_cla_visit_seen_alone
    ROW_NUMBER() OVER (PARTITION BY visit.[VISIT_TYPE], visit.[VISIT_ID], visit.[PERSON_ID] ORDER BY visit.[ACTUAL_DATE] DESC, CASE WHEN visit.[VISIT_TYPE] IS NULL THEN 1 ELSE 0 END, visit.[VISIT_TYPE], CASE WHEN visit.[VISIT_ID] IS NULL THEN 1 ELSE 0 END, visit.[VISIT_ID], CASE WHEN visit.[PERSON_ID] IS NULL THEN 1 ELSE 0 END, visit.[PERSON_ID], CASE WHEN vtype.[VISIT_SOURCE] IS NULL THEN 1 ELSE 0 END, vtype.[VISIT_SOURCE], CASE WHEN visit.[SEEN_ALONE_FLAG] IS NULL THEN 1 ELSE 0 END, visit.[SEEN_ALONE_FLAG]) AS ssd_row,
    ROW_NUMBER() OVER (ORDER BY visit.[ACTUAL_DATE] DESC, CASE WHEN visit.[VISIT_TYPE] IS NULL THEN 1 ELSE 0 END, visit.[VISIT_TYPE], CASE WHEN visit.[VISIT_ID] IS NULL THEN 1 ELSE 0 END, visit.[VISIT_ID], CASE WHEN visit.[PERSON_ID] IS NULL THEN 1 ELSE 0 END, visit.[PERSON_ID], CASE WHEN vtype.[VISIT_SOURCE] IS NULL THEN 1 ELSE 0 END, vtype.[VISIT_SOURCE], CASE WHEN visit.[SEEN_ALONE_FLAG] IS NULL THEN 1 ELSE 0 END, visit.[SEEN_ALONE_FLAG]) AS ssd_place
  FROM [DM_VISITS] AS visit
  LEFT JOIN [DM_VISIT_TYPES] AS vtype ON vtype.[VISIT_TYPE] = visit.[VISIT_TYPE]
  WHERE visit.[VISIT_TYPE] IN (N'STP.1193', N'VIS.CLA')
    AND visit.[ACTUAL_DATE] < DATEADD(day, 1, @ssd_today)
    AND (visit.[ACTUAL_DATE] >= @ssd_window_start OR visit.[ACTUAL_DATE] IS NULL)
    AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(visit.[PERSON_ID] AS nvarchar(30)))
    AND NULLIF(RTRIM(CONCAT(visit.[VISIT_TYPE], N'.', CAST(visit.[VISIT_ID] AS nvarchar(30)), N'.', CAST(visit.[PERSON_ID] AS nvarchar(30)))), N'') IS NOT NULL
) AS numbered
WHERE numbered.ssd_row = 1
) AS picked
WHERE picked.ssd_key_row = 1;

-- META-CONTAINER: {"type": "table", "name": "ssd_contacts"}
-- META-ELEMENT: {"type": "insert_data"}
WITH step_people AS (
  SELECT DISTINCT s.[SUBGROUP_ID] AS subgroup_id, s.[SUBJECT_COMPOUND_ID] AS person_id
  FROM [DM_SUBGROUP_SUBJECTS] AS s
  WHERE s.[SUBJECT_TYPE_CODE] = N'PER'
),
person_steps AS (
  SELECT s.[WORKFLOW_STEP_ID] AS workflow_step_id, p.person_id AS person_id, CONCAT(CAST(s.[WORKFLOW_STEP_ID] AS nvarchar(30)), N'.', CAST(p.person_id AS nvarchar(30))) AS step_key, s.[WORKFLOW_STEP_TYPE_ID] AS workflow_step_type_id, s.[STEP_STATUS] AS step_status, s.[INCOMING_ON] AS incoming_on, s.[STARTED_ON] AS started_on, s.[COMPLETED_ON] AS completed_on, s.[CANCELLED_ON] AS cancelled_on, s.[RESPONSIBLE_TEAM_ID] AS responsible_team_id, s.[ASSIGNEE_ID] AS assignee_id, s.[IS_CHILD_CONTACT] AS is_child_contact, s.[IS_CONTINUOUS_ASSESSMENT] AS is_continuous_assessment, s.[IS_SECTION_47_ENQUIRY] AS is_section_47_enquiry, s.[IS_MISSING_OR_ABSENT] AS is_missing_or_absent, s.[STRATEGY_DISCUSSION_DATE] AS strategy_discussion_date, s.[CP_CONFERENCE_CATEGORY] AS cp_conference_category, s.[CP_CONFERENCE_ACTUAL_DATE] AS cp_conference_actual_date, s.[LAC_REVIEW_CATEGORY] AS lac_review_category, s.[LAC_REVIEW_DATE] AS lac_review_date, s.[LAC_REVIEW_PARTICIPATION_CODE] AS lac_review_participation_code
  FROM [DM_WORKFLOW_STEPS] AS s
  INNER JOIN step_people AS p ON p.subgroup_id = s.[SUBGROUP_ID]
),
next_steps AS (
  SELECT k.[SOURCE_STEP_ID] AS source_step_id, k.[WORKFLOW_NEXT_ACTION_TYPE_ID] AS workflow_next_action_type_id, k.[WORKFLOW_REASON_TYPE_ID] AS workflow_reason_type_id, t.person_id AS person_id, t.step_status AS step_status, t.workflow_step_type_id AS workflow_step_type_id
  FROM [DM_WORKFLOW_LINKS] AS k
  INNER JOIN person_steps AS t ON t.workflow_step_id = k.[TARGET_STEP_ID]
),
outcome_words AS (
  SELECT DISTINCT n.source_step_id AS source_step_id, n.person_id AS person_id, t.[DESCRIPTION] AS description
  FROM next_steps AS n
  INNER JOIN [DM_WORKFLOW_NXT_ACTION_TYPES] AS t ON t.[WORKFLOW_NEXT_ACTION_TYPE_ID] = n.workflow_next_action_type_id
  WHERE n.step_status IN (N'INCOMING', N'STARTED', N'REOPENED', N'COMPLETED')
)
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
INSERT INTO ssd_contacts (
  cont_contact_id, -- metadata={"item_ref":"CONT001A"}
  cont_person_id, -- metadata={"item_ref":"CONT002A"}
  cont_contact_date, -- metadata={"item_ref":"CONT003A"}
  cont_contact_source_code, -- metadata={"item_ref":"CONT004A"}
  cont_contact_source_desc, -- metadata={"item_ref":"CONT006A"}
  cont_contact_outcome_json -- metadata={"item_ref":"CONT005A"}
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
    LEFT(NULLIF(RTRIM(step.step_key), N''), 48) AS cont_contact_id, -- cont_contact_id
    CAST(step.person_id AS nvarchar(30)) AS cont_person_id, -- cont_person_id
    step.started_on AS cont_contact_date, -- cont_contact_date
    LEFT(NULLIF(RTRIM((SELECT MAX(c.[CATEGORY_CODE]) FROM [DM_STEP_SOURCE_DETAILS] AS d INNER JOIN [CHILD_GROUP_EMBEDDED_CODES_VW] AS c ON c.[MAPPED_VALUE] = CAST(d.[SOURCE_TYPE_ID] AS nvarchar(30)) AND c.[GROUP_NAME] = N'Child CIN Referral Source' WHERE d.[WORKFLOW_STEP_ID] = step.workflow_step_id)), N''), 48) AS cont_contact_source_code, -- cont_contact_source_code
    LEFT(NULLIF(RTRIM((SELECT MAX(t.[DESCRIPTION]) FROM [DM_STEP_SOURCE_DETAILS] AS d INNER JOIN [DM_STEP_SOURCE_TYPES] AS t ON t.[SOURCE_TYPE_ID] = d.[SOURCE_TYPE_ID] WHERE d.[WORKFLOW_STEP_ID] = step.workflow_step_id)), N''), 255) AS cont_contact_source_desc, -- cont_contact_source_desc
    REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE((
      N'{"OUTCOMES":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(STUFF((SELECT N', ' + REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE((w.description) COLLATE Latin1_General_BIN2, NCHAR(1), N' '), NCHAR(2), N' '), NCHAR(3), N' '), NCHAR(4), N' '), NCHAR(5), N' '), NCHAR(6), N' '), NCHAR(7), N' '), NCHAR(8), N' '), NCHAR(11), N' '), NCHAR(12), N' '), NCHAR(14), N' '), NCHAR(15), N' '), NCHAR(16), N' '), NCHAR(17), N' '), NCHAR(18), N' '), NCHAR(19), N' '), NCHAR(20), N' '), NCHAR(21), N' '), NCHAR(22), N' '), NCHAR(23), N' '), NCHAR(24), N' '), NCHAR(25), N' '), NCHAR(26), N' '), NCHAR(27), N' '), NCHAR(28), N' '), NCHAR(29), N' '), NCHAR(30), N' '), NCHAR(31), N' ') FROM outcome_words AS w WHERE w.source_step_id = step.workflow_step_id AND w.person_id = step.person_id ORDER BY CASE WHEN w.description IS NULL THEN 1 ELSE 0 END, w.description FOR XML PATH(N''), TYPE).value(N'.', N'nvarchar(max)'), 1, 2, N'')), N''), 1900), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
      N'}') COLLATE Latin1_General_BIN2, NCHAR(1), N' '), NCHAR(2), N' '), NCHAR(3), N' '), NCHAR(4), N' '), NCHAR(5), N' '), NCHAR(6), N' '), NCHAR(7), N' '), NCHAR(8), N' '), NCHAR(11), N' '), NCHAR(12), N' '), NCHAR(14), N' '), NCHAR(15), N' '), NCHAR(16), N' '), NCHAR(17), N' '), NCHAR(18), N' '), NCHAR(19), N' '), NCHAR(20), N' '), NCHAR(21), N' '), NCHAR(22), N' '), NCHAR(23), N' '), NCHAR(24), N' '), NCHAR(25), N' '), NCHAR(26), N' '), NCHAR(27), N' '), NCHAR(28), N' '), NCHAR(29), N' '), NCHAR(30), N' '), NCHAR(31), N' '), NCHAR(13), N'\r'), NCHAR(10), N'\n'), NCHAR(9), N'\t') AS cont_contact_outcome_json, -- cont_contact_outcome_json
    ROW_NUMBER() OVER (PARTITION BY step.step_key ORDER BY CASE WHEN step.step_key IS NULL THEN 1 ELSE 0 END, step.step_key, CASE WHEN step.person_id IS NULL THEN 1 ELSE 0 END, step.person_id, CASE WHEN step.started_on IS NULL THEN 1 ELSE 0 END, step.started_on, CASE WHEN step.workflow_step_id IS NULL THEN 1 ELSE 0 END, step.workflow_step_id) AS ssd_row
  FROM person_steps AS step
  WHERE step.is_child_contact = N'Y'
    AND step.started_on < DATEADD(day, 1, @ssd_today)
    AND (step.started_on >= @ssd_window_start OR step.started_on IS NULL)
    AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(step.person_id AS nvarchar(30)))
    AND NULLIF(RTRIM(step.step_key), N'') IS NOT NULL
    AND step.person_id IS NOT NULL
) AS picked
WHERE picked.ssd_row = 1;

-- META-CONTAINER: {"type": "table", "name": "ssd_cp_plans"}
-- META-ELEMENT: {"type": "insert_data"}
WITH cp_plans AS (
  SELECT r.[REGISTRATION_ID] AS registration_id, r.[PERSON_ID] AS person_id, r.[REGISTRATION_STEP_ID] AS registration_step_id, r.[REGISTRATION_START_DATE] AS registration_start_date, r.[DEREGISTRATION_DATE] AS deregistration_date
  FROM [DM_REGISTRATIONS] AS r
  WHERE r.[IS_CHILD_PROTECTION_PLAN] = N'Y' AND COALESCE(r.[IS_TEMPORARY_CHILD_PROTECTION], N'N') = N'N'
),
referrals AS (
  SELECT DISTINCT r.[REFERRAL_ID] AS referral_id, r.[PERSON_ID] AS person_id, CONCAT(CAST(r.[REFERRAL_ID] AS nvarchar(30)), N'.', CAST(r.[PERSON_ID] AS nvarchar(30))) AS referral_key, r.[REFERRAL_DATE] AS referral_date, r.[CLOSURE_DATE] AS closure_date
  FROM [DM_CIN_REFERRALS] AS r
)
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
    CAST(cplan.registration_id AS nvarchar(30)) AS cppl_cp_plan_id, -- cppl_cp_plan_id
    LEFT(NULLIF(RTRIM((SELECT TOP (1) r.referral_key FROM referrals AS r WHERE r.person_id = cplan.person_id AND r.referral_date <= COALESCE(cplan.deregistration_date, CONVERT(datetime, N'9999-12-31T00:00:00', 126)) AND COALESCE(r.closure_date, CONVERT(datetime, N'9999-12-31T00:00:00', 126)) >= cplan.registration_start_date ORDER BY r.referral_id DESC, r.referral_date DESC, CASE WHEN r.referral_key IS NULL THEN 1 ELSE 0 END, r.referral_key)), N''), 48) AS cppl_referral_id, -- cppl_referral_id
    LEFT(NULLIF(RTRIM(CASE WHEN cplan.registration_step_id IS NOT NULL THEN CONCAT(CAST(cplan.registration_step_id AS nvarchar(30)), N'.', CAST(cplan.person_id AS nvarchar(30))) END), N''), 48) AS cppl_icpc_id, -- cppl_icpc_id
    CAST(cplan.person_id AS nvarchar(30)) AS cppl_person_id, -- cppl_person_id
    cplan.registration_start_date AS cppl_cp_plan_start_date, -- cppl_cp_plan_start_date
    cplan.deregistration_date AS cppl_cp_plan_end_date, -- cppl_cp_plan_end_date
    LEFT(NULLIF(RTRIM((SELECT CASE WHEN COUNT(DISTINCT c.[CIN_ABUSE_CATEGORY_CODE]) <= 1 THEN MAX(c.[CIN_ABUSE_CATEGORY_CODE]) ELSE N'MUL' END FROM [DM_REGISTRATION_CATEGORIES] AS c WHERE c.[REGISTRATION_ID] = cplan.registration_id AND DATEADD(day, DATEDIFF(day, 0, c.[CATEGORY_START_DATE]), 0) = DATEADD(day, DATEDIFF(day, 0, cplan.registration_start_date), 0))), N''), 100) AS cppl_cp_plan_initial_category, -- cppl_cp_plan_initial_category
    N'N' AS cppl_cp_plan_ola, -- cppl_cp_plan_ola
    LEFT(NULLIF(RTRIM((SELECT CASE WHEN COUNT(DISTINCT c.[CIN_ABUSE_CATEGORY_CODE]) <= 1 THEN MAX(c.[CIN_ABUSE_CATEGORY_CODE]) ELSE N'MUL' END FROM [DM_REGISTRATION_CATEGORIES] AS c WHERE c.[REGISTRATION_ID] = cplan.registration_id AND DATEADD(day, DATEDIFF(day, 0, COALESCE(cplan.deregistration_date, @ssd_today)), 0) BETWEEN DATEADD(day, DATEDIFF(day, 0, c.[CATEGORY_START_DATE]), 0) AND COALESCE(c.[CATEGORY_END_DATE], CONVERT(datetime, N'9999-12-31T00:00:00', 126)))), N''), 100) AS cppl_cp_plan_latest_category, -- cppl_cp_plan_latest_category
    ROW_NUMBER() OVER (PARTITION BY CAST(cplan.registration_id AS nvarchar(30)) ORDER BY CASE WHEN cplan.registration_id IS NULL THEN 1 ELSE 0 END, cplan.registration_id, CASE WHEN cplan.person_id IS NULL THEN 1 ELSE 0 END, cplan.person_id, CASE WHEN cplan.deregistration_date IS NULL THEN 1 ELSE 0 END, cplan.deregistration_date, CASE WHEN cplan.registration_start_date IS NULL THEN 1 ELSE 0 END, cplan.registration_start_date, CASE WHEN cplan.registration_step_id IS NULL THEN 1 ELSE 0 END, cplan.registration_step_id) AS ssd_row
  FROM cp_plans AS cplan
  WHERE cplan.registration_start_date < DATEADD(day, 1, @ssd_today)
    AND (cplan.deregistration_date >= @ssd_window_start OR cplan.deregistration_date IS NULL)
    AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(cplan.person_id AS nvarchar(30)))
    AND cplan.registration_id IS NOT NULL
    AND cplan.person_id IS NOT NULL
) AS picked
WHERE picked.ssd_row = 1;

-- META-CONTAINER: {"type": "table", "name": "ssd_cp_reviews"}
-- META-ELEMENT: {"type": "insert_data"}
WITH step_people AS (
  SELECT DISTINCT s.[SUBGROUP_ID] AS subgroup_id, s.[SUBJECT_COMPOUND_ID] AS person_id
  FROM [DM_SUBGROUP_SUBJECTS] AS s
  WHERE s.[SUBJECT_TYPE_CODE] = N'PER'
),
person_steps AS (
  SELECT s.[WORKFLOW_STEP_ID] AS workflow_step_id, p.person_id AS person_id, CONCAT(CAST(s.[WORKFLOW_STEP_ID] AS nvarchar(30)), N'.', CAST(p.person_id AS nvarchar(30))) AS step_key, s.[WORKFLOW_STEP_TYPE_ID] AS workflow_step_type_id, s.[STEP_STATUS] AS step_status, s.[INCOMING_ON] AS incoming_on, s.[STARTED_ON] AS started_on, s.[COMPLETED_ON] AS completed_on, s.[CANCELLED_ON] AS cancelled_on, s.[RESPONSIBLE_TEAM_ID] AS responsible_team_id, s.[ASSIGNEE_ID] AS assignee_id, s.[IS_CHILD_CONTACT] AS is_child_contact, s.[IS_CONTINUOUS_ASSESSMENT] AS is_continuous_assessment, s.[IS_SECTION_47_ENQUIRY] AS is_section_47_enquiry, s.[IS_MISSING_OR_ABSENT] AS is_missing_or_absent, s.[STRATEGY_DISCUSSION_DATE] AS strategy_discussion_date, s.[CP_CONFERENCE_CATEGORY] AS cp_conference_category, s.[CP_CONFERENCE_ACTUAL_DATE] AS cp_conference_actual_date, s.[LAC_REVIEW_CATEGORY] AS lac_review_category, s.[LAC_REVIEW_DATE] AS lac_review_date, s.[LAC_REVIEW_PARTICIPATION_CODE] AS lac_review_participation_code
  FROM [DM_WORKFLOW_STEPS] AS s
  INNER JOIN step_people AS p ON p.subgroup_id = s.[SUBGROUP_ID]
),
cp_plans AS (
  SELECT r.[REGISTRATION_ID] AS registration_id, r.[PERSON_ID] AS person_id, r.[REGISTRATION_STEP_ID] AS registration_step_id, r.[REGISTRATION_START_DATE] AS registration_start_date, r.[DEREGISTRATION_DATE] AS deregistration_date
  FROM [DM_REGISTRATIONS] AS r
  WHERE r.[IS_CHILD_PROTECTION_PLAN] = N'Y' AND COALESCE(r.[IS_TEMPORARY_CHILD_PROTECTION], N'N') = N'N'
),
conferences AS (
  SELECT s.workflow_step_id AS workflow_step_id, s.person_id AS person_id, s.step_key AS step_key, s.started_on AS started_on, s.cp_conference_category AS category, DATEADD(day, DATEDIFF(day, 0, s.cp_conference_actual_date), 0) AS conference_date, (SELECT MAX(p.registration_id) FROM cp_plans AS p WHERE p.person_id = s.person_id AND DATEADD(day, DATEDIFF(day, 0, s.cp_conference_actual_date), 0) BETWEEN DATEADD(day, DATEDIFF(day, 0, p.registration_start_date), 0) AND COALESCE(p.deregistration_date, CONVERT(datetime, N'9999-12-31T00:00:00', 126))) AS plan_id
  FROM person_steps AS s
  WHERE s.cp_conference_category IN (N'Initial', N'Review') AND s.step_status = N'COMPLETED' AND s.cp_conference_actual_date IS NOT NULL
),
answers AS (
  SELECT a.[WORKFLOW_STEP_ID] AS workflow_step_id, p.person_id AS person_id, a.[QUESTION_USER_CODE] AS question_user_code, a.[FORM_ID] AS form_id, a.[TEXT_ANSWER] AS text_answer, a.[NUMBER_ANSWER] AS number_answer, a.[DATE_ANSWER] AS date_answer
  FROM [DM_CACHED_FORM_ANSWERS] AS a
  INNER JOIN person_steps AS p ON p.workflow_step_id = a.[WORKFLOW_STEP_ID] AND (a.[SUBJECT_PERSON_ID] IS NULL OR a.[SUBJECT_PERSON_ID] <= 0 OR a.[SUBJECT_PERSON_ID] = p.person_id)
),
review_answers AS (
  SELECT a.workflow_step_id AS workflow_step_id, a.person_id AS person_id, MAX(CASE WHEN a.question_user_code IN (NULL /* cp_review_quorate_questions */) THEN a.text_answer END) AS quorate, MAX(CASE WHEN a.question_user_code IN (NULL /* cp_review_participation_questions */) THEN a.text_answer END) AS participation
  FROM answers AS a
  GROUP BY a.workflow_step_id, a.person_id
)
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
    LEFT(NULLIF(RTRIM(conf.step_key), N''), 48) AS cppr_cp_review_id, -- cppr_cp_review_id
    CAST(conf.person_id AS nvarchar(30)) AS cppr_person_id, -- cppr_person_id
    CAST(conf.plan_id AS nvarchar(30)) AS cppr_cp_plan_id, -- cppr_cp_plan_id
    CASE WHEN prev.category = N'Initial' THEN DATEADD(day, 91, prev.conference_date) WHEN prev.category = N'Review' THEN DATEADD(day, 183, prev.conference_date) END AS cppr_cp_review_due, -- cppr_cp_review_due
    conf.conference_date AS cppr_cp_review_date, -- cppr_cp_review_date
    CASE WHEN DATEADD(day, DATEDIFF(day, 0, cplan.deregistration_date), 0) = conf.conference_date THEN N'N' WHEN conf.plan_id IS NOT NULL THEN N'Y' END AS cppr_cp_review_outcome_continue_cp, -- cppr_cp_review_outcome_continue_cp
    CASE ans.quorate WHEN N'Yes' THEN N'Y' WHEN N'No' THEN N'N' WHEN N'Y' THEN N'Y' WHEN N'N' THEN N'N' END AS cppr_cp_review_quorate, -- cppr_cp_review_quorate
    LEFT(NULLIF(RTRIM(ans.participation), N''), 100) AS cppr_cp_review_participation, -- cppr_cp_review_participation
    ROW_NUMBER() OVER (PARTITION BY conf.step_key ORDER BY CASE WHEN conf.step_key IS NULL THEN 1 ELSE 0 END, conf.step_key, CASE WHEN conf.person_id IS NULL THEN 1 ELSE 0 END, conf.person_id, CASE WHEN conf.plan_id IS NULL THEN 1 ELSE 0 END, conf.plan_id, CASE WHEN prev.category IS NULL THEN 1 ELSE 0 END, prev.category, CASE WHEN prev.conference_date IS NULL THEN 1 ELSE 0 END, prev.conference_date, CASE WHEN conf.conference_date IS NULL THEN 1 ELSE 0 END, conf.conference_date, CASE WHEN cplan.deregistration_date IS NULL THEN 1 ELSE 0 END, cplan.deregistration_date, CASE WHEN ans.quorate IS NULL THEN 1 ELSE 0 END, ans.quorate, CASE WHEN ans.participation IS NULL THEN 1 ELSE 0 END, ans.participation) AS ssd_row
  FROM conferences AS conf
  OUTER APPLY (SELECT TOP (1) prev.* FROM conferences AS prev WHERE prev.person_id = conf.person_id AND prev.plan_id = conf.plan_id AND prev.conference_date < conf.conference_date ORDER BY prev.started_on DESC, prev.workflow_step_id DESC, CASE WHEN prev.category IS NULL THEN 1 ELSE 0 END, prev.category, CASE WHEN prev.conference_date IS NULL THEN 1 ELSE 0 END, prev.conference_date) AS prev
  LEFT JOIN cp_plans AS cplan ON cplan.registration_id = conf.plan_id
  LEFT JOIN review_answers AS ans ON ans.workflow_step_id = conf.workflow_step_id AND ans.person_id = conf.person_id
  WHERE conf.category = N'Review'
    AND conf.conference_date < DATEADD(day, 1, @ssd_today)
    AND (conf.conference_date >= @ssd_window_start OR conf.conference_date IS NULL)
    AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(conf.person_id AS nvarchar(30)))
    AND NULLIF(RTRIM(conf.step_key), N'') IS NOT NULL
) AS picked
WHERE picked.ssd_row = 1;

-- META-CONTAINER: {"type": "table", "name": "ssd_cp_visits"}
-- META-ELEMENT: {"type": "insert_data"}
WITH step_people AS (
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
visit_answers AS (
  SELECT a.workflow_step_id AS workflow_step_id, a.person_id AS person_id, MAX(CASE WHEN a.question_user_code IN (N'cpFLDDateAndTimeOfVisit') THEN a.date_answer END) AS visit_date, MAX(CASE WHEN a.question_user_code IN (N'cpCOLSubjectsFLDChildYPSeen') AND a.text_answer IN (N'Yes') THEN N'Y' END) AS seen, MAX(CASE WHEN a.question_user_code IN (N'REP_ANXA_cpCOLSubjectsFLDChildYPSeenAlone') AND a.text_answer IN (N'Yes') THEN N'Y' END) AS seen_alone, MAX(CASE WHEN a.question_user_code IN (NULL /* cp_visit_bedroom_questions */) THEN CASE WHEN a.text_answer IN (N'Yes') THEN N'Y' WHEN NULLIF(RTRIM(a.text_answer), N'') IS NOT NULL THEN N'N' END END) AS bedroom
  FROM answers AS a
  GROUP BY a.workflow_step_id, a.person_id
),
cp_plans AS (
  SELECT r.[REGISTRATION_ID] AS registration_id, r.[PERSON_ID] AS person_id, r.[REGISTRATION_STEP_ID] AS registration_step_id, r.[REGISTRATION_START_DATE] AS registration_start_date, r.[DEREGISTRATION_DATE] AS deregistration_date
  FROM [DM_REGISTRATIONS] AS r
  WHERE r.[IS_CHILD_PROTECTION_PLAN] = N'Y' AND COALESCE(r.[IS_TEMPORARY_CHILD_PROTECTION], N'N') = N'N'
)
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
    LEFT(NULLIF(RTRIM(CONCAT(CAST(step.[WORKFLOW_STEP_ID] AS nvarchar(30)), N'.', CAST(step.[PERSON_ID] AS nvarchar(30)))), N''), 48) AS cppv_cp_visit_id, -- cppv_cp_visit_id
    CAST(step.[PERSON_ID] AS nvarchar(30)) AS cppv_person_id, -- cppv_person_id
    CAST([plan].registration_id AS nvarchar(30)) AS cppv_cp_plan_id, -- cppv_cp_plan_id
    COALESCE(ans.visit_date, step.[COMPLETED_ON]) AS cppv_cp_visit_date, -- cppv_cp_visit_date
    LEFT(NULLIF(RTRIM(COALESCE(ans.seen, N'N')), N''), 1) AS cppv_cp_visit_seen, -- cppv_cp_visit_seen
    LEFT(NULLIF(RTRIM(COALESCE(ans.seen_alone, N'N')), N''), 1) AS cppv_cp_visit_seen_alone, -- cppv_cp_visit_seen_alone
    LEFT(NULLIF(RTRIM(ans.bedroom), N''), 1) AS cppv_cp_visit_bedroom, -- cppv_cp_visit_bedroom
    ROW_NUMBER() OVER (PARTITION BY step.[WORKFLOW_STEP_ID], step.[PERSON_ID] ORDER BY step.[STARTED_ON] DESC, CASE WHEN step.[WORKFLOW_STEP_ID] IS NULL THEN 1 ELSE 0 END, step.[WORKFLOW_STEP_ID], CASE WHEN step.[PERSON_ID] IS NULL THEN 1 ELSE 0 END, step.[PERSON_ID], CASE WHEN [plan].registration_id IS NULL THEN 1 ELSE 0 END, [plan].registration_id, CASE WHEN ans.visit_date IS NULL THEN 1 ELSE 0 END, ans.visit_date, CASE WHEN step.[COMPLETED_ON] IS NULL THEN 1 ELSE 0 END, step.[COMPLETED_ON], CASE WHEN ans.seen IS NULL THEN 1 ELSE 0 END, ans.seen, CASE WHEN ans.seen_alone IS NULL THEN 1 ELSE 0 END, ans.seen_alone, CASE WHEN ans.bedroom IS NULL THEN 1 ELSE 0 END, ans.bedroom) AS ssd_row,
    ROW_NUMBER() OVER (ORDER BY step.[STARTED_ON] DESC, CASE WHEN step.[WORKFLOW_STEP_ID] IS NULL THEN 1 ELSE 0 END, step.[WORKFLOW_STEP_ID], CASE WHEN step.[PERSON_ID] IS NULL THEN 1 ELSE 0 END, step.[PERSON_ID], CASE WHEN [plan].registration_id IS NULL THEN 1 ELSE 0 END, [plan].registration_id, CASE WHEN ans.visit_date IS NULL THEN 1 ELSE 0 END, ans.visit_date, CASE WHEN step.[COMPLETED_ON] IS NULL THEN 1 ELSE 0 END, step.[COMPLETED_ON], CASE WHEN ans.seen IS NULL THEN 1 ELSE 0 END, ans.seen, CASE WHEN ans.seen_alone IS NULL THEN 1 ELSE 0 END, ans.seen_alone, CASE WHEN ans.bedroom IS NULL THEN 1 ELSE 0 END, ans.bedroom) AS ssd_place
  FROM [DM_WORKFLOW_STEPS_PEOPLE_VW] AS step
  LEFT JOIN visit_answers AS ans ON ans.workflow_step_id = step.[WORKFLOW_STEP_ID] AND ans.person_id = step.[PERSON_ID]
  OUTER APPLY (SELECT TOP (1) [plan].* FROM cp_plans AS [plan] WHERE [plan].person_id = step.[PERSON_ID] AND DATEADD(day, DATEDIFF(day, 0, COALESCE(ans.visit_date, step.[COMPLETED_ON])), 0) BETWEEN DATEADD(day, DATEDIFF(day, 0, [plan].registration_start_date), 0) AND COALESCE([plan].deregistration_date, CONVERT(datetime, N'9999-12-31T00:00:00', 126)) ORDER BY [plan].registration_start_date DESC, [plan].registration_id DESC) AS [plan]
  WHERE step.[WORKFLOW_STEP_TYPE_ID] IN (1187)
    AND step.[STEP_STATUS] IN (N'INCOMING', N'STARTED', N'REOPENED', N'COMPLETED')
    AND DATEADD(day, DATEDIFF(day, 0, step.[STARTED_ON]), 0) < DATEADD(day, 1, @ssd_today)
    AND (DATEADD(day, DATEDIFF(day, 0, step.[COMPLETED_ON]), 0) >= @ssd_window_start OR DATEADD(day, DATEDIFF(day, 0, step.[COMPLETED_ON]), 0) IS NULL)
    AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(step.[PERSON_ID] AS nvarchar(30)))
    AND NULLIF(RTRIM(CONCAT(CAST(step.[WORKFLOW_STEP_ID] AS nvarchar(30)), N'.', CAST(step.[PERSON_ID] AS nvarchar(30)))), N'') IS NOT NULL
) AS numbered
WHERE numbered.ssd_row = 1
) AS picked
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
  CAST(unit.[ORGANISATION_ID] AS nvarchar(30)), -- dept_team_id
  LEFT(NULLIF(RTRIM(unit.[NAME]), N''), 255) -- dept_team_name
FROM [DM_ORGANISATIONS] AS unit
WHERE unit.[ORGANISATION_ID] IS NOT NULL;

-- META-CONTAINER: {"type": "table", "name": "ssd_disability"}
-- META-ELEMENT: {"type": "insert_data"}
INSERT INTO ssd_disability (
  disa_person_id, -- metadata={"item_ref":"DISA001A"}
  disa_table_id, -- metadata={"item_ref":"DISA003A"}
  disa_disability_code -- metadata={"item_ref":"DISA002A"}
)
SELECT
  CAST(disab.[PERSON_ID] AS nvarchar(30)), -- disa_person_id
  CAST(disab.[DISABILITY_ID] AS nvarchar(30)), -- disa_table_id
  LEFT(NULLIF(RTRIM(disab.[CIN_DISABILITY_CATEGORY_CODE]), N''), 48) -- disa_disability_code
FROM [DM_DISABILITIES] AS disab
WHERE disab.[CIN_DISABILITY_CATEGORY_CODE] IS NOT NULL
  AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(disab.[PERSON_ID] AS nvarchar(30)))
  AND disab.[PERSON_ID] IS NOT NULL
  AND disab.[DISABILITY_ID] IS NOT NULL
  AND NULLIF(RTRIM(disab.[CIN_DISABILITY_CATEGORY_CODE]), N'') IS NOT NULL;

-- META-CONTAINER: {"type": "table", "name": "ssd_early_help_episodes"}
-- META-ELEMENT: {"type": "insert_data"}
WITH eh_steps AS (
  SELECT DISTINCT s.[WORKFLOW_STEP_ID] AS workflow_step_id, s.[PERSON_ID] AS person_id, s.[STEP_STATUS] AS step_status, s.[INCOMING_ON] AS incoming_on, s.[STARTED_ON] AS started_on, s.[COMPLETED_ON] AS completed_on
  FROM [DM_WORKFLOW_STEPS_PEOPLE_VW] AS s
  WHERE s.[WORKFLOW_STEP_TYPE_ID] IN (1208, 1211, 1212, 1214, 1217) AND s.[STEP_STATUS] <> N'CANCELLED'
),
first_steps AS (
  SELECT s.workflow_step_id AS workflow_step_id, s.person_id AS person_id, s.completed_on AS completed_on, DATEADD(day, DATEDIFF(day, 0, CASE WHEN s.incoming_on < s.started_on THEN s.incoming_on ELSE COALESCE(s.started_on, s.incoming_on) END), 0) AS starts
  FROM eh_steps AS s
  WHERE s.step_status <> N'PROPOSED' AND COALESCE(s.started_on, s.incoming_on) IS NOT NULL AND NOT (EXISTS (SELECT 1 FROM [DM_WORKFLOW_BACKWARDS] AS b INNER JOIN eh_steps AS p ON p.workflow_step_id = b.[PRECEDING_WORKFLOW_STEP_ID] WHERE b.[WORKFLOW_STEP_ID] = s.workflow_step_id AND b.[ADJACENT] = N'Y' AND p.person_id = s.person_id AND p.workflow_step_id <> s.workflow_step_id))
),
later_steps AS (
  SELECT f.[WORKFLOW_STEP_ID] AS workflow_step_id, n.person_id AS person_id, n.workflow_step_id AS later_step_id, n.completed_on AS completed_on, f.[ADJACENT] AS adjacent
  FROM [DM_WORKFLOW_FORWARDS] AS f
  INNER JOIN eh_steps AS n ON n.workflow_step_id = f.[SUBSEQUENT_WORKFLOW_STEP_ID] AND n.workflow_step_id <> f.[WORKFLOW_STEP_ID]
),
periods AS (
  SELECT f.person_id AS person_id, f.workflow_step_id AS first_step_id, f.starts AS starts, CASE WHEN e.later_step_id IS NOT NULL THEN DATEADD(day, DATEDIFF(day, 0, e.completed_on), 0) WHEN l.later_step_id IS NULL THEN DATEADD(day, DATEDIFF(day, 0, f.completed_on), 0) END AS ends, CASE WHEN e.later_step_id IS NOT NULL THEN e.later_step_id WHEN l.later_step_id IS NULL AND f.completed_on IS NOT NULL THEN f.workflow_step_id END AS closing_step_id
  FROM first_steps AS f
  OUTER APPLY (SELECT TOP (1) n.later_step_id AS later_step_id FROM later_steps AS n WHERE n.workflow_step_id = f.workflow_step_id AND n.person_id = f.person_id ORDER BY CASE WHEN n.later_step_id IS NULL THEN 1 ELSE 0 END, n.later_step_id) AS l
  OUTER APPLY (SELECT TOP (1) n.later_step_id AS later_step_id, n.completed_on AS completed_on FROM later_steps AS n WHERE n.workflow_step_id = f.workflow_step_id AND n.person_id = f.person_id AND n.completed_on IS NOT NULL AND NOT (EXISTS (SELECT 1 FROM later_steps AS m WHERE m.workflow_step_id = n.later_step_id AND m.person_id = n.person_id AND m.adjacent = N'Y')) ORDER BY CASE WHEN n.completed_on IS NULL THEN 1 ELSE 0 END, n.completed_on, CASE WHEN n.later_step_id IS NULL THEN 1 ELSE 0 END, n.later_step_id) AS e
),
marked_periods AS (
  SELECT p.person_id AS person_id, p.first_step_id AS first_step_id, p.starts AS starts, p.ends AS ends, p.closing_step_id AS closing_step_id, CASE WHEN p.starts <= MAX(COALESCE(p.ends, CONVERT(datetime, N'9999-12-31T00:00:00', 126))) OVER (PARTITION BY p.person_id ORDER BY CASE WHEN p.starts IS NULL THEN 1 ELSE 0 END, p.starts, CASE WHEN p.first_step_id IS NULL THEN 1 ELSE 0 END, p.first_step_id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) THEN 0 ELSE 1 END AS is_first
  FROM periods AS p
),
numbered_periods AS (
  SELECT m.person_id AS person_id, m.first_step_id AS first_step_id, m.starts AS starts, m.ends AS ends, m.closing_step_id AS closing_step_id, m.is_first AS is_first, SUM(m.is_first) OVER (PARTITION BY m.person_id ORDER BY CASE WHEN m.starts IS NULL THEN 1 ELSE 0 END, m.starts, CASE WHEN m.first_step_id IS NULL THEN 1 ELSE 0 END, m.first_step_id ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS episode_number
  FROM marked_periods AS m
),
eh_episodes AS (
  SELECT n.person_id AS person_id, n.episode_number AS episode_number, MIN(n.starts) AS starts, CASE WHEN COUNT(*) = COUNT(n.ends) THEN MAX(n.ends) END AS ends, MAX(CASE WHEN n.is_first = 1 THEN n.first_step_id END) AS first_step_id
  FROM numbered_periods AS n
  GROUP BY n.person_id, n.episode_number
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
)
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
    LEFT(NULLIF(RTRIM(CONCAT(CAST(epi.first_step_id AS nvarchar(30)), N'.', CAST(epi.person_id AS nvarchar(30)))), N''), 48) AS earl_episode_id, -- earl_episode_id
    CAST(epi.person_id AS nvarchar(30)) AS earl_person_id, -- earl_person_id
    epi.starts AS earl_episode_start_date, -- earl_episode_start_date
    epi.ends AS earl_episode_end_date, -- earl_episode_end_date
    LEFT(NULLIF(RTRIM((SELECT MAX(a.text_answer) FROM answers AS a WHERE a.workflow_step_id = epi.first_step_id AND a.person_id = epi.person_id AND a.question_user_code IN (NULL /* eh_reason_questions */))), N''), 100) AS earl_episode_reason, -- earl_episode_reason
    LEFT(NULLIF(RTRIM((SELECT MAX(a.text_answer) FROM numbered_periods AS n INNER JOIN answers AS a ON a.workflow_step_id = n.closing_step_id AND a.person_id = n.person_id WHERE n.person_id = epi.person_id AND n.episode_number = epi.episode_number AND n.ends = epi.ends AND a.question_user_code IN (N'e04ea8d8-e6c0-465c-87c1-10c4ad1e18c7'))), N''), 100) AS earl_episode_end_reason, -- earl_episode_end_reason
    CAST((SELECT MAX(r.[ORGANISATION_ID]) FROM [DM_WORKER_ROLES] AS r WHERE r.[WORKER_ID] = prl.[WORKER_ID] AND r.[PRIMARY_ROLE] = N'Y' AND CASE WHEN prl.[END_DATE] IS NULL AND epi.ends IS NULL THEN @ssd_today WHEN prl.[END_DATE] < COALESCE(epi.ends, CONVERT(datetime, N'9999-12-31T00:00:00', 126)) THEN prl.[END_DATE] ELSE epi.ends END BETWEEN r.[START_DATE] AND COALESCE(r.[END_DATE], CONVERT(datetime, N'9999-12-31T00:00:00', 126))) AS nvarchar(30)) AS earl_episode_organisation, -- earl_episode_organisation
    CAST(prl.[WORKER_ID] AS nvarchar(30)) AS earl_episode_worker_id, -- earl_episode_worker_id
    ROW_NUMBER() OVER (PARTITION BY CONCAT(CAST(epi.first_step_id AS nvarchar(30)), N'.', CAST(epi.person_id AS nvarchar(30))) ORDER BY CASE WHEN epi.first_step_id IS NULL THEN 1 ELSE 0 END, epi.first_step_id, CASE WHEN epi.person_id IS NULL THEN 1 ELSE 0 END, epi.person_id, CASE WHEN epi.starts IS NULL THEN 1 ELSE 0 END, epi.starts, CASE WHEN epi.ends IS NULL THEN 1 ELSE 0 END, epi.ends, CASE WHEN epi.episode_number IS NULL THEN 1 ELSE 0 END, epi.episode_number, CASE WHEN prl.[WORKER_ID] IS NULL THEN 1 ELSE 0 END, prl.[WORKER_ID], CASE WHEN prl.[END_DATE] IS NULL THEN 1 ELSE 0 END, prl.[END_DATE]) AS ssd_row
  FROM eh_episodes AS epi
  OUTER APPLY (SELECT TOP (1) prl.* FROM [DM_PROF_RELATIONSHIPS] AS prl WHERE prl.[PERSON_ID] = epi.person_id AND prl.[PROF_REL_TYPE_CODE] IN (N'REL.IEYSF') AND prl.[START_DATE] <= COALESCE(epi.ends, CONVERT(datetime, N'9999-12-31T00:00:00', 126)) AND COALESCE(prl.[END_DATE], CONVERT(datetime, N'9999-12-31T00:00:00', 126)) >= epi.starts ORDER BY prl.[START_DATE] DESC, prl.[PROF_RELATIONSHIP_ID] DESC) AS prl
  WHERE epi.starts < DATEADD(day, 1, @ssd_today)
    AND (epi.ends >= @ssd_window_start OR epi.ends IS NULL)
    AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(epi.person_id AS nvarchar(30)))
    AND NULLIF(RTRIM(CONCAT(CAST(epi.first_step_id AS nvarchar(30)), N'.', CAST(epi.person_id AS nvarchar(30)))), N'') IS NOT NULL
    AND epi.person_id IS NOT NULL
) AS picked
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
WITH step_people AS (
  SELECT DISTINCT s.[SUBGROUP_ID] AS subgroup_id, s.[SUBJECT_COMPOUND_ID] AS person_id
  FROM [DM_SUBGROUP_SUBJECTS] AS s
  WHERE s.[SUBJECT_TYPE_CODE] = N'PER'
)
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
INSERT INTO ssd_family (
  fami_table_id, -- metadata={"item_ref":"FAMI003A"}
  fami_family_id, -- metadata={"item_ref":"FAMI001A"}
  fami_person_id -- metadata={"item_ref":"FAMI002A"}
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
    LEFT(NULLIF(RTRIM(CONCAT(CAST(part.[GROUP_ID] AS nvarchar(30)), N'.', CAST(subj.person_id AS nvarchar(30)))), N''), 48) AS fami_table_id, -- fami_table_id
    CAST(part.[GROUP_ID] AS nvarchar(30)) AS fami_family_id, -- fami_family_id
    CAST(subj.person_id AS nvarchar(30)) AS fami_person_id, -- fami_person_id
    ROW_NUMBER() OVER (PARTITION BY part.[GROUP_ID], subj.person_id ORDER BY CASE WHEN part.[SUBGROUP_ID] IS NULL THEN 1 ELSE 0 END, part.[SUBGROUP_ID], CASE WHEN part.[GROUP_ID] IS NULL THEN 1 ELSE 0 END, part.[GROUP_ID], CASE WHEN subj.person_id IS NULL THEN 1 ELSE 0 END, subj.person_id) AS ssd_row,
    ROW_NUMBER() OVER (ORDER BY CASE WHEN part.[SUBGROUP_ID] IS NULL THEN 1 ELSE 0 END, part.[SUBGROUP_ID], CASE WHEN part.[GROUP_ID] IS NULL THEN 1 ELSE 0 END, part.[GROUP_ID], CASE WHEN subj.person_id IS NULL THEN 1 ELSE 0 END, subj.person_id) AS ssd_place
  FROM [DM_SUBGROUPS] AS part
  INNER JOIN step_people AS subj ON subj.subgroup_id = part.[SUBGROUP_ID]
  WHERE part.[ONLY_SUBJECT_TYPE_CODE] IS NULL
    AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(subj.person_id AS nvarchar(30)))
    AND NULLIF(RTRIM(CONCAT(CAST(part.[GROUP_ID] AS nvarchar(30)), N'.', CAST(subj.person_id AS nvarchar(30)))), N'') IS NOT NULL
    AND part.[GROUP_ID] IS NOT NULL
    AND subj.person_id IS NOT NULL
) AS numbered
WHERE numbered.ssd_row = 1
) AS picked
WHERE picked.ssd_key_row = 1;

-- META-CONTAINER: {"type": "table", "name": "ssd_immigration_status"}
-- META-ELEMENT: {"type": "insert_data"}
WITH step_people AS (
  SELECT DISTINCT s.[SUBGROUP_ID] AS subgroup_id, s.[SUBJECT_COMPOUND_ID] AS person_id
  FROM [DM_SUBGROUP_SUBJECTS] AS s
  WHERE s.[SUBJECT_TYPE_CODE] = N'PER'
)
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
INSERT INTO ssd_immigration_status (
  immi_person_id, -- metadata={"item_ref":"IMMI001A"}
  immi_immigration_status_id, -- metadata={"item_ref":"IMMI005A"}
  immi_immigration_status, -- metadata={"item_ref":"IMMI002A"}
  immi_immigration_status_start_date, -- metadata={"item_ref":"IMMI003A"}
  immi_immigration_status_end_date -- metadata={"item_ref":"IMMI004A"}
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
    CAST(subj.person_id AS nvarchar(30)) AS immi_person_id, -- immi_person_id
    LEFT(NULLIF(RTRIM(CONCAT(CAST(form.[FORM_ID] AS nvarchar(30)), N'.', CAST(subj.person_id AS nvarchar(30)))), N''), 48) AS immi_immigration_status_id, -- immi_immigration_status_id
    LEFT(NULLIF(RTRIM(ans.[TEXT_ANSWER]), N''), 100) AS immi_immigration_status, -- immi_immigration_status
    (SELECT MAX(DATEADD(day, DATEDIFF(day, 0, d.[DATE_ANSWER]), 0)) FROM [DM_CACHED_FORM_ANSWERS] AS d WHERE d.[FORM_ID] = form.[FORM_ID] AND d.[FORM_ANSWER_ROW_ID] = ans.[FORM_ANSWER_ROW_ID] AND d.[QUESTION_USER_CODE] IN (NULL /* immigration_start_questions */) AND (d.[SUBJECT_PERSON_ID] IS NULL OR d.[SUBJECT_PERSON_ID] <= 0 OR d.[SUBJECT_PERSON_ID] = subj.person_id)) AS immi_immigration_status_start_date, -- immi_immigration_status_start_date
    (SELECT MAX(DATEADD(day, DATEDIFF(day, 0, d.[DATE_ANSWER]), 0)) FROM [DM_CACHED_FORM_ANSWERS] AS d WHERE d.[FORM_ID] = form.[FORM_ID] AND d.[FORM_ANSWER_ROW_ID] = ans.[FORM_ANSWER_ROW_ID] AND d.[QUESTION_USER_CODE] IN (NULL /* immigration_end_questions */) AND (d.[SUBJECT_PERSON_ID] IS NULL OR d.[SUBJECT_PERSON_ID] <= 0 OR d.[SUBJECT_PERSON_ID] = subj.person_id)) AS immi_immigration_status_end_date, -- immi_immigration_status_end_date
    ROW_NUMBER() OVER (PARTITION BY subj.person_id ORDER BY form.[CREATED_ON] DESC, form.[FORM_ID] DESC, ans.[FORM_ANSWER_ROW_ID] DESC, CASE WHEN ans.[TEXT_ANSWER] IS NULL THEN 1 ELSE 0 END, ans.[TEXT_ANSWER], CASE WHEN subj.person_id IS NULL THEN 1 ELSE 0 END, subj.person_id) AS ssd_row,
    ROW_NUMBER() OVER (ORDER BY form.[CREATED_ON] DESC, form.[FORM_ID] DESC, ans.[FORM_ANSWER_ROW_ID] DESC, CASE WHEN ans.[TEXT_ANSWER] IS NULL THEN 1 ELSE 0 END, ans.[TEXT_ANSWER], CASE WHEN subj.person_id IS NULL THEN 1 ELSE 0 END, subj.person_id) AS ssd_place
  FROM [MO_FORMS] AS form
  INNER JOIN step_people AS subj ON subj.subgroup_id = form.[SUBGROUP_ID]
  INNER JOIN [DM_CACHED_FORM_ANSWERS] AS ans ON ans.[FORM_ID] = form.[FORM_ID] AND (ans.[SUBJECT_PERSON_ID] IS NULL OR ans.[SUBJECT_PERSON_ID] <= 0 OR ans.[SUBJECT_PERSON_ID] = subj.person_id)
  WHERE ans.[QUESTION_USER_CODE] IN (N'acFLDAllAboutMeLeavingImmigrationStatusList', N'csn_ina_addsuppfact_immig_status', N'csn_couns_immigration', N'uascImmigStat', N'62CD0406-2F07-0FF5-512C-A7FA0DBAD602')
    AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(subj.person_id AS nvarchar(30)))
    AND subj.person_id IS NOT NULL
    AND NULLIF(RTRIM(CONCAT(CAST(form.[FORM_ID] AS nvarchar(30)), N'.', CAST(subj.person_id AS nvarchar(30)))), N'') IS NOT NULL
) AS numbered
WHERE numbered.ssd_row = 1
) AS picked
WHERE picked.ssd_key_row = 1;

-- META-CONTAINER: {"type": "table", "name": "ssd_initial_cp_conference"}
-- META-ELEMENT: {"type": "insert_data"}
WITH step_people AS (
  SELECT DISTINCT s.[SUBGROUP_ID] AS subgroup_id, s.[SUBJECT_COMPOUND_ID] AS person_id
  FROM [DM_SUBGROUP_SUBJECTS] AS s
  WHERE s.[SUBJECT_TYPE_CODE] = N'PER'
),
person_steps AS (
  SELECT s.[WORKFLOW_STEP_ID] AS workflow_step_id, p.person_id AS person_id, CONCAT(CAST(s.[WORKFLOW_STEP_ID] AS nvarchar(30)), N'.', CAST(p.person_id AS nvarchar(30))) AS step_key, s.[WORKFLOW_STEP_TYPE_ID] AS workflow_step_type_id, s.[STEP_STATUS] AS step_status, s.[INCOMING_ON] AS incoming_on, s.[STARTED_ON] AS started_on, s.[COMPLETED_ON] AS completed_on, s.[CANCELLED_ON] AS cancelled_on, s.[RESPONSIBLE_TEAM_ID] AS responsible_team_id, s.[ASSIGNEE_ID] AS assignee_id, s.[IS_CHILD_CONTACT] AS is_child_contact, s.[IS_CONTINUOUS_ASSESSMENT] AS is_continuous_assessment, s.[IS_SECTION_47_ENQUIRY] AS is_section_47_enquiry, s.[IS_MISSING_OR_ABSENT] AS is_missing_or_absent, s.[STRATEGY_DISCUSSION_DATE] AS strategy_discussion_date, s.[CP_CONFERENCE_CATEGORY] AS cp_conference_category, s.[CP_CONFERENCE_ACTUAL_DATE] AS cp_conference_actual_date, s.[LAC_REVIEW_CATEGORY] AS lac_review_category, s.[LAC_REVIEW_DATE] AS lac_review_date, s.[LAC_REVIEW_PARTICIPATION_CODE] AS lac_review_participation_code
  FROM [DM_WORKFLOW_STEPS] AS s
  INNER JOIN step_people AS p ON p.subgroup_id = s.[SUBGROUP_ID]
),
cp_plans AS (
  SELECT r.[REGISTRATION_ID] AS registration_id, r.[PERSON_ID] AS person_id, r.[REGISTRATION_STEP_ID] AS registration_step_id, r.[REGISTRATION_START_DATE] AS registration_start_date, r.[DEREGISTRATION_DATE] AS deregistration_date
  FROM [DM_REGISTRATIONS] AS r
  WHERE r.[IS_CHILD_PROTECTION_PLAN] = N'Y' AND COALESCE(r.[IS_TEMPORARY_CHILD_PROTECTION], N'N') = N'N'
),
conferences AS (
  SELECT s.workflow_step_id AS workflow_step_id, s.person_id AS person_id, s.step_key AS step_key, s.workflow_step_type_id AS workflow_step_type_id, s.cp_conference_actual_date AS cp_conference_actual_date, s.responsible_team_id AS responsible_team_id, s.assignee_id AS assignee_id, (SELECT MAX(p.registration_id) FROM cp_plans AS p WHERE p.person_id = s.person_id AND DATEADD(day, DATEDIFF(day, 0, p.registration_start_date), 0) = DATEADD(day, DATEDIFF(day, 0, s.cp_conference_actual_date), 0)) AS plan_id, (SELECT TOP (1) b.strategy_discussion_date FROM [DM_WORKFLOW_BACKWARDS] AS w INNER JOIN person_steps AS b ON b.workflow_step_id = w.[PRECEDING_WORKFLOW_STEP_ID] WHERE w.[WORKFLOW_STEP_ID] = s.workflow_step_id AND b.person_id = s.person_id AND b.strategy_discussion_date IS NOT NULL ORDER BY b.started_on DESC, b.workflow_step_id DESC, CASE WHEN b.strategy_discussion_date IS NULL THEN 1 ELSE 0 END, b.strategy_discussion_date) AS strategy_date
  FROM person_steps AS s
  WHERE s.cp_conference_category = N'Initial' AND s.step_status = N'COMPLETED'
),
referrals AS (
  SELECT DISTINCT r.[REFERRAL_ID] AS referral_id, r.[PERSON_ID] AS person_id, CONCAT(CAST(r.[REFERRAL_ID] AS nvarchar(30)), N'.', CAST(r.[PERSON_ID] AS nvarchar(30))) AS referral_key, r.[REFERRAL_DATE] AS referral_date, r.[CLOSURE_DATE] AS closure_date
  FROM [DM_CIN_REFERRALS] AS r
),
calendar AS (
  SELECT DISTINCT DATEADD(day, DATEDIFF(day, 0, r.[CURR_DAY]), 0) AS day_date, DATEDIFF(day, CONVERT(datetime, N'1990-01-01T00:00:00', 126), r.[CURR_DAY]) AS days_since_monday
  FROM [REPORT_DAYS] AS r
),
counted_days AS (
  SELECT c.day_date AS day_date, SUM(CASE WHEN (c.days_since_monday - (7 * ROUND(((c.days_since_monday - 3) * 0.142857142857), 0))) < 5 AND c.day_date NOT IN (CONVERT(datetime, N'2019-01-01T00:00:00', 126), CONVERT(datetime, N'2019-04-19T00:00:00', 126), CONVERT(datetime, N'2019-04-22T00:00:00', 126), CONVERT(datetime, N'2019-05-06T00:00:00', 126), CONVERT(datetime, N'2019-05-27T00:00:00', 126), CONVERT(datetime, N'2019-08-26T00:00:00', 126), CONVERT(datetime, N'2019-12-25T00:00:00', 126), CONVERT(datetime, N'2019-12-26T00:00:00', 126), CONVERT(datetime, N'2020-01-01T00:00:00', 126), CONVERT(datetime, N'2020-04-10T00:00:00', 126), CONVERT(datetime, N'2020-04-13T00:00:00', 126), CONVERT(datetime, N'2020-05-08T00:00:00', 126), CONVERT(datetime, N'2020-05-25T00:00:00', 126), CONVERT(datetime, N'2020-08-31T00:00:00', 126), CONVERT(datetime, N'2020-12-25T00:00:00', 126), CONVERT(datetime, N'2020-12-28T00:00:00', 126), CONVERT(datetime, N'2021-01-01T00:00:00', 126), CONVERT(datetime, N'2021-04-02T00:00:00', 126), CONVERT(datetime, N'2021-04-05T00:00:00', 126), CONVERT(datetime, N'2021-05-03T00:00:00', 126), CONVERT(datetime, N'2021-05-31T00:00:00', 126), CONVERT(datetime, N'2021-08-30T00:00:00', 126), CONVERT(datetime, N'2021-12-27T00:00:00', 126), CONVERT(datetime, N'2021-12-28T00:00:00', 126), CONVERT(datetime, N'2022-01-03T00:00:00', 126), CONVERT(datetime, N'2022-04-15T00:00:00', 126), CONVERT(datetime, N'2022-04-18T00:00:00', 126), CONVERT(datetime, N'2022-05-02T00:00:00', 126), CONVERT(datetime, N'2022-06-02T00:00:00', 126), CONVERT(datetime, N'2022-06-03T00:00:00', 126), CONVERT(datetime, N'2022-08-29T00:00:00', 126), CONVERT(datetime, N'2022-09-19T00:00:00', 126), CONVERT(datetime, N'2022-12-26T00:00:00', 126), CONVERT(datetime, N'2022-12-27T00:00:00', 126), CONVERT(datetime, N'2023-01-02T00:00:00', 126), CONVERT(datetime, N'2023-04-07T00:00:00', 126), CONVERT(datetime, N'2023-04-10T00:00:00', 126), CONVERT(datetime, N'2023-05-01T00:00:00', 126), CONVERT(datetime, N'2023-05-08T00:00:00', 126), CONVERT(datetime, N'2023-05-29T00:00:00', 126), CONVERT(datetime, N'2023-08-28T00:00:00', 126), CONVERT(datetime, N'2023-12-25T00:00:00', 126), CONVERT(datetime, N'2023-12-26T00:00:00', 126), CONVERT(datetime, N'2024-01-01T00:00:00', 126), CONVERT(datetime, N'2024-03-29T00:00:00', 126), CONVERT(datetime, N'2024-04-01T00:00:00', 126), CONVERT(datetime, N'2024-05-06T00:00:00', 126), CONVERT(datetime, N'2024-05-27T00:00:00', 126), CONVERT(datetime, N'2024-08-26T00:00:00', 126), CONVERT(datetime, N'2024-12-25T00:00:00', 126), CONVERT(datetime, N'2024-12-26T00:00:00', 126), CONVERT(datetime, N'2025-01-01T00:00:00', 126), CONVERT(datetime, N'2025-04-18T00:00:00', 126), CONVERT(datetime, N'2025-04-21T00:00:00', 126), CONVERT(datetime, N'2025-05-05T00:00:00', 126), CONVERT(datetime, N'2025-05-26T00:00:00', 126), CONVERT(datetime, N'2025-08-25T00:00:00', 126), CONVERT(datetime, N'2025-12-25T00:00:00', 126), CONVERT(datetime, N'2025-12-26T00:00:00', 126), CONVERT(datetime, N'2026-01-01T00:00:00', 126), CONVERT(datetime, N'2026-04-03T00:00:00', 126), CONVERT(datetime, N'2026-04-06T00:00:00', 126), CONVERT(datetime, N'2026-05-04T00:00:00', 126), CONVERT(datetime, N'2026-05-25T00:00:00', 126), CONVERT(datetime, N'2026-08-31T00:00:00', 126), CONVERT(datetime, N'2026-12-25T00:00:00', 126), CONVERT(datetime, N'2026-12-28T00:00:00', 126), CONVERT(datetime, N'2027-01-01T00:00:00', 126), CONVERT(datetime, N'2027-03-26T00:00:00', 126), CONVERT(datetime, N'2027-03-29T00:00:00', 126), CONVERT(datetime, N'2027-05-03T00:00:00', 126), CONVERT(datetime, N'2027-05-31T00:00:00', 126), CONVERT(datetime, N'2027-08-30T00:00:00', 126), CONVERT(datetime, N'2027-12-27T00:00:00', 126), CONVERT(datetime, N'2027-12-28T00:00:00', 126), CONVERT(datetime, N'2028-01-03T00:00:00', 126), CONVERT(datetime, N'2028-04-14T00:00:00', 126), CONVERT(datetime, N'2028-04-17T00:00:00', 126), CONVERT(datetime, N'2028-05-01T00:00:00', 126), CONVERT(datetime, N'2028-05-29T00:00:00', 126), CONVERT(datetime, N'2028-08-28T00:00:00', 126), CONVERT(datetime, N'2028-12-25T00:00:00', 126), CONVERT(datetime, N'2028-12-26T00:00:00', 126)) THEN 1 ELSE 0 END) OVER (ORDER BY CASE WHEN c.day_date IS NULL THEN 1 ELSE 0 END, c.day_date ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS working_days
  FROM calendar AS c
),
next_steps AS (
  SELECT k.[SOURCE_STEP_ID] AS source_step_id, k.[WORKFLOW_NEXT_ACTION_TYPE_ID] AS workflow_next_action_type_id, k.[WORKFLOW_REASON_TYPE_ID] AS workflow_reason_type_id, t.person_id AS person_id, t.step_status AS step_status, t.workflow_step_type_id AS workflow_step_type_id
  FROM [DM_WORKFLOW_LINKS] AS k
  INNER JOIN person_steps AS t ON t.workflow_step_id = k.[TARGET_STEP_ID]
),
outcome_words AS (
  SELECT DISTINCT n.source_step_id AS source_step_id, n.person_id AS person_id, t.[DESCRIPTION] AS description
  FROM next_steps AS n
  INNER JOIN [DM_WORKFLOW_NXT_ACTION_TYPES] AS t ON t.[WORKFLOW_NEXT_ACTION_TYPE_ID] = n.workflow_next_action_type_id
  WHERE n.step_status NOT IN (N'CANCELLED', N'PROPOSED')
)
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
    LEFT(NULLIF(RTRIM(conf.step_key), N''), 48) AS icpc_icpc_id, -- icpc_icpc_id
    LEFT(NULLIF(RTRIM((SELECT TOP (1) s.step_key FROM [DM_WORKFLOW_BACKWARDS] AS b INNER JOIN person_steps AS s ON s.workflow_step_id = b.[PRECEDING_WORKFLOW_STEP_ID] WHERE b.[WORKFLOW_STEP_ID] = conf.workflow_step_id AND s.person_id = conf.person_id AND s.is_section_47_enquiry = N'Y' ORDER BY s.started_on DESC, s.workflow_step_id DESC, CASE WHEN s.step_key IS NULL THEN 1 ELSE 0 END, s.step_key)), N''), 48) AS icpc_s47_enquiry_id, -- icpc_s47_enquiry_id
    CAST(conf.person_id AS nvarchar(30)) AS icpc_person_id, -- icpc_person_id
    CAST(conf.plan_id AS nvarchar(30)) AS icpc_cp_plan_id, -- icpc_cp_plan_id
    LEFT(NULLIF(RTRIM((SELECT TOP (1) r.referral_key FROM referrals AS r WHERE r.person_id = conf.person_id AND conf.cp_conference_actual_date BETWEEN DATEADD(day, DATEDIFF(day, 0, r.referral_date), 0) AND COALESCE(r.closure_date, CONVERT(datetime, N'9999-12-31T00:00:00', 126)) ORDER BY r.referral_id DESC, r.referral_date DESC, CASE WHEN r.referral_key IS NULL THEN 1 ELSE 0 END, r.referral_key)), N''), 48) AS icpc_referral_id, -- icpc_referral_id
    CASE WHEN EXISTS (SELECT 1 FROM [DM_MAPPING_FILTERS] AS f WHERE f.[FILTER_NAME] = N'Child CIN Transfer In Conferences' AND f.[MAPPED_VALUE] = CAST(conf.workflow_step_type_id AS nvarchar(30))) THEN N'Y' ELSE N'N' END AS icpc_icpc_transfer_in, -- icpc_icpc_transfer_in
    (SELECT MIN(d.day_date) FROM counted_days AS d WHERE d.working_days = ((SELECT MAX(b.working_days) FROM counted_days AS b WHERE b.day_date = DATEADD(day, DATEDIFF(day, 0, conf.strategy_date), 0)) + 15)) AS icpc_icpc_target_date, -- icpc_icpc_target_date
    conf.cp_conference_actual_date AS icpc_icpc_date, -- icpc_icpc_date
    CASE WHEN conf.plan_id IS NULL THEN N'N' ELSE N'Y' END AS icpc_icpc_outcome_cp_flag, -- icpc_icpc_outcome_cp_flag
    REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE((
      N'{"CP_FLAG":' + COALESCE(N'"' + REPLACE(REPLACE(CASE WHEN conf.plan_id IS NULL THEN N'N' ELSE N'Y' END, N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
      N',"TOTAL_NO_OF_OUTCOMES":' + COALESCE(CAST((SELECT COUNT(*) FROM outcome_words AS w WHERE w.source_step_id = conf.workflow_step_id AND w.person_id = conf.person_id) AS nvarchar(30)), N'null') +
      N',"COMMENTS":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(STUFF((SELECT N', ' + REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE((w.description) COLLATE Latin1_General_BIN2, NCHAR(1), N' '), NCHAR(2), N' '), NCHAR(3), N' '), NCHAR(4), N' '), NCHAR(5), N' '), NCHAR(6), N' '), NCHAR(7), N' '), NCHAR(8), N' '), NCHAR(11), N' '), NCHAR(12), N' '), NCHAR(14), N' '), NCHAR(15), N' '), NCHAR(16), N' '), NCHAR(17), N' '), NCHAR(18), N' '), NCHAR(19), N' '), NCHAR(20), N' '), NCHAR(21), N' '), NCHAR(22), N' '), NCHAR(23), N' '), NCHAR(24), N' '), NCHAR(25), N' '), NCHAR(26), N' '), NCHAR(27), N' '), NCHAR(28), N' '), NCHAR(29), N' '), NCHAR(30), N' '), NCHAR(31), N' ') FROM outcome_words AS w WHERE w.source_step_id = conf.workflow_step_id AND w.person_id = conf.person_id ORDER BY CASE WHEN w.description IS NULL THEN 1 ELSE 0 END, w.description FOR XML PATH(N''), TYPE).value(N'.', N'nvarchar(max)'), 1, 2, N'')), N''), 210), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
      N'}') COLLATE Latin1_General_BIN2, NCHAR(1), N' '), NCHAR(2), N' '), NCHAR(3), N' '), NCHAR(4), N' '), NCHAR(5), N' '), NCHAR(6), N' '), NCHAR(7), N' '), NCHAR(8), N' '), NCHAR(11), N' '), NCHAR(12), N' '), NCHAR(14), N' '), NCHAR(15), N' '), NCHAR(16), N' '), NCHAR(17), N' '), NCHAR(18), N' '), NCHAR(19), N' '), NCHAR(20), N' '), NCHAR(21), N' '), NCHAR(22), N' '), NCHAR(23), N' '), NCHAR(24), N' '), NCHAR(25), N' '), NCHAR(26), N' '), NCHAR(27), N' '), NCHAR(28), N' '), NCHAR(29), N' '), NCHAR(30), N' '), NCHAR(31), N' '), NCHAR(13), N'\r'), NCHAR(10), N'\n'), NCHAR(9), N'\t') AS icpc_icpc_outcome_json, -- icpc_icpc_outcome_json
    CAST(conf.responsible_team_id AS nvarchar(30)) AS icpc_icpc_team, -- icpc_icpc_team
    CAST(conf.assignee_id AS nvarchar(30)) AS icpc_icpc_worker_id, -- icpc_icpc_worker_id
    ROW_NUMBER() OVER (PARTITION BY conf.step_key ORDER BY CASE WHEN conf.step_key IS NULL THEN 1 ELSE 0 END, conf.step_key, CASE WHEN conf.workflow_step_id IS NULL THEN 1 ELSE 0 END, conf.workflow_step_id, CASE WHEN conf.person_id IS NULL THEN 1 ELSE 0 END, conf.person_id, CASE WHEN conf.plan_id IS NULL THEN 1 ELSE 0 END, conf.plan_id, CASE WHEN conf.cp_conference_actual_date IS NULL THEN 1 ELSE 0 END, conf.cp_conference_actual_date, CASE WHEN conf.workflow_step_type_id IS NULL THEN 1 ELSE 0 END, conf.workflow_step_type_id, CASE WHEN conf.strategy_date IS NULL THEN 1 ELSE 0 END, conf.strategy_date, CASE WHEN conf.responsible_team_id IS NULL THEN 1 ELSE 0 END, conf.responsible_team_id, CASE WHEN conf.assignee_id IS NULL THEN 1 ELSE 0 END, conf.assignee_id) AS ssd_row
  FROM conferences AS conf
  WHERE conf.cp_conference_actual_date < DATEADD(day, 1, @ssd_today)
    AND (conf.cp_conference_actual_date >= @ssd_window_start OR conf.cp_conference_actual_date IS NULL)
    AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(conf.person_id AS nvarchar(30)))
    AND NULLIF(RTRIM(conf.step_key), N'') IS NOT NULL
    AND conf.person_id IS NOT NULL
) AS picked
WHERE picked.ssd_row = 1;

-- META-CONTAINER: {"type": "table", "name": "ssd_involvements"}
-- META-ELEMENT: {"type": "insert_data"}
WITH referrals AS (
  SELECT DISTINCT r.[REFERRAL_ID] AS referral_id, r.[PERSON_ID] AS person_id, CONCAT(CAST(r.[REFERRAL_ID] AS nvarchar(30)), N'.', CAST(r.[PERSON_ID] AS nvarchar(30))) AS referral_key, r.[REFERRAL_DATE] AS referral_date, r.[CLOSURE_DATE] AS closure_date
  FROM [DM_CIN_REFERRALS] AS r
)
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
SELECT
  CAST(prl.[PROF_RELATIONSHIP_ID] AS nvarchar(30)), -- invo_involvements_id
  CAST(prl.[WORKER_ID] AS nvarchar(30)), -- invo_professional_id
  LEFT(NULLIF(RTRIM(prl.[PROF_REL_TYPE_CODE]), N''), 200), -- invo_professional_role_id
  CAST((SELECT TOP (1) r.[ORGANISATION_ID] FROM [DM_WORKER_ROLES] AS r WHERE r.[WORKER_ID] = prl.[WORKER_ID] AND prl.[START_DATE] BETWEEN r.[START_DATE] AND COALESCE(r.[END_DATE], CONVERT(datetime, N'9999-12-31T00:00:00', 126)) ORDER BY r.[START_DATE] DESC, r.[WORKER_ROLE_ID] DESC) AS nvarchar(30)), -- invo_professional_team
  prl.[START_DATE], -- invo_involvement_start_date
  prl.[END_DATE], -- invo_involvement_end_date
  LEFT(NULLIF(RTRIM((SELECT MAX(c.[REF_DESCRIPTION]) FROM [REFERENCE_DATA] AS c WHERE c.[REF_DOMAIN] = N'WORKER_END_DATE_REASON' AND c.[REF_CODE] = prl.[END_DATE_REASON])), N''), 200), -- invo_worker_change_reason
  CAST(prl.[PERSON_ID] AS nvarchar(30)), -- invo_person_id
  LEFT(NULLIF(RTRIM((SELECT TOP (1) r.referral_key FROM referrals AS r WHERE r.person_id = prl.[PERSON_ID] AND r.referral_date <= COALESCE(prl.[END_DATE], CONVERT(datetime, N'9999-12-31T00:00:00', 126)) AND COALESCE(r.closure_date, CONVERT(datetime, N'9999-12-31T00:00:00', 126)) >= prl.[START_DATE] ORDER BY r.referral_id DESC, r.referral_date DESC, CASE WHEN r.referral_key IS NULL THEN 1 ELSE 0 END, r.referral_key)), N''), 48) -- invo_referral_id
FROM [DM_PROF_RELATIONSHIPS] AS prl
WHERE prl.[START_DATE] < DATEADD(day, 1, @ssd_today)
  AND (prl.[END_DATE] >= @ssd_window_start OR prl.[END_DATE] IS NULL)
  AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(prl.[PERSON_ID] AS nvarchar(30)))
  AND prl.[PROF_RELATIONSHIP_ID] IS NOT NULL;

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
  CAST(lst.[LEGAL_STATUS_ID] AS nvarchar(30)), -- lega_legal_status_id
  CAST(lst.[PERSON_ID] AS nvarchar(30)), -- lega_person_id
  LEFT(NULLIF(RTRIM(lst.[LEGAL_STATUS]), N''), 100), -- lega_legal_status
  lst.[START_DATE], -- lega_legal_status_start_date
  lst.[END_DATE] -- lega_legal_status_end_date
FROM [DM_LEGAL_STATUSES] AS lst
WHERE lst.[START_DATE] < DATEADD(day, 1, @ssd_today)
  AND (lst.[END_DATE] >= @ssd_window_start OR lst.[END_DATE] IS NULL)
  AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(lst.[PERSON_ID] AS nvarchar(30)))
  AND lst.[LEGAL_STATUS_ID] IS NOT NULL
  AND lst.[PERSON_ID] IS NOT NULL;

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

-- META-CONTAINER: {"type": "table", "name": "ssd_missing"}
-- META-ELEMENT: {"type": "insert_data"}
WITH step_people AS (
  SELECT DISTINCT s.[SUBGROUP_ID] AS subgroup_id, s.[SUBJECT_COMPOUND_ID] AS person_id
  FROM [DM_SUBGROUP_SUBJECTS] AS s
  WHERE s.[SUBJECT_TYPE_CODE] = N'PER'
),
person_steps AS (
  SELECT s.[WORKFLOW_STEP_ID] AS workflow_step_id, p.person_id AS person_id, CONCAT(CAST(s.[WORKFLOW_STEP_ID] AS nvarchar(30)), N'.', CAST(p.person_id AS nvarchar(30))) AS step_key, s.[WORKFLOW_STEP_TYPE_ID] AS workflow_step_type_id, s.[STEP_STATUS] AS step_status, s.[INCOMING_ON] AS incoming_on, s.[STARTED_ON] AS started_on, s.[COMPLETED_ON] AS completed_on, s.[CANCELLED_ON] AS cancelled_on, s.[RESPONSIBLE_TEAM_ID] AS responsible_team_id, s.[ASSIGNEE_ID] AS assignee_id, s.[IS_CHILD_CONTACT] AS is_child_contact, s.[IS_CONTINUOUS_ASSESSMENT] AS is_continuous_assessment, s.[IS_SECTION_47_ENQUIRY] AS is_section_47_enquiry, s.[IS_MISSING_OR_ABSENT] AS is_missing_or_absent, s.[STRATEGY_DISCUSSION_DATE] AS strategy_discussion_date, s.[CP_CONFERENCE_CATEGORY] AS cp_conference_category, s.[CP_CONFERENCE_ACTUAL_DATE] AS cp_conference_actual_date, s.[LAC_REVIEW_CATEGORY] AS lac_review_category, s.[LAC_REVIEW_DATE] AS lac_review_date, s.[LAC_REVIEW_PARTICIPATION_CODE] AS lac_review_participation_code
  FROM [DM_WORKFLOW_STEPS] AS s
  INNER JOIN step_people AS p ON p.subgroup_id = s.[SUBGROUP_ID]
),
filter_answers AS (
  SELECT a.[WORKFLOW_STEP_ID] AS workflow_step_id, p.person_id AS person_id, a.[FILTER_NAME] AS filter_name, a.[FORM_ID] AS form_id, a.[TEXT_ANSWER] AS text_answer, a.[DATE_ANSWER] AS date_answer
  FROM [DM_FILTER_FORM_ANSWERS] AS a
  INNER JOIN person_steps AS p ON p.workflow_step_id = a.[WORKFLOW_STEP_ID] AND (a.[SUBJECT_PERSON_ID] IS NULL OR a.[SUBJECT_PERSON_ID] <= 0 OR a.[SUBJECT_PERSON_ID] = p.person_id)
),
coded_answers AS (
  SELECT a.workflow_step_id AS workflow_step_id, a.person_id AS person_id, a.filter_name AS filter_name, CASE a.text_answer WHEN N'Missing' THEN N'M' WHEN N'Absent' THEN N'A' END AS episode_type, CASE WHEN a.text_answer IN (N'Yes', N'Y') THEN N'Y' WHEN a.text_answer IN (N'No', N'N') THEN N'N' END AS yes_or_no
  FROM filter_answers AS a
),
missing_answers AS (
  SELECT c.workflow_step_id AS workflow_step_id, c.person_id AS person_id, MAX(CASE WHEN c.filter_name = N'Child Absent or Missing (Document)' THEN c.episode_type END) AS episode_type, MAX(CASE WHEN c.filter_name = N'Child Offered Return Interview' THEN c.yes_or_no END) AS rhi_offered, MAX(CASE WHEN c.filter_name = N'Child Accepted Return Interview' THEN c.yes_or_no END) AS rhi_accepted
  FROM coded_answers AS c
  GROUP BY c.workflow_step_id, c.person_id
)
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
    LEFT(NULLIF(RTRIM(step.step_key), N''), 48) AS miss_table_id, -- miss_table_id
    CAST(step.person_id AS nvarchar(30)) AS miss_person_id, -- miss_person_id
    step.started_on AS miss_missing_episode_start_date, -- miss_missing_episode_start_date
    LEFT(NULLIF(RTRIM(ans.episode_type), N''), 100) AS miss_missing_episode_type, -- miss_missing_episode_type
    step.completed_on AS miss_missing_episode_end_date, -- miss_missing_episode_end_date
    LEFT(NULLIF(RTRIM(ans.rhi_offered), N''), 2) AS miss_missing_rhi_offered, -- miss_missing_rhi_offered
    LEFT(NULLIF(RTRIM(ans.rhi_accepted), N''), 2) AS miss_missing_rhi_accepted, -- miss_missing_rhi_accepted
    ROW_NUMBER() OVER (PARTITION BY step.step_key ORDER BY CASE WHEN step.step_key IS NULL THEN 1 ELSE 0 END, step.step_key, CASE WHEN step.person_id IS NULL THEN 1 ELSE 0 END, step.person_id, CASE WHEN step.started_on IS NULL THEN 1 ELSE 0 END, step.started_on, CASE WHEN ans.episode_type IS NULL THEN 1 ELSE 0 END, ans.episode_type, CASE WHEN step.completed_on IS NULL THEN 1 ELSE 0 END, step.completed_on, CASE WHEN ans.rhi_offered IS NULL THEN 1 ELSE 0 END, ans.rhi_offered, CASE WHEN ans.rhi_accepted IS NULL THEN 1 ELSE 0 END, ans.rhi_accepted) AS ssd_row
  FROM person_steps AS step
  LEFT JOIN missing_answers AS ans ON ans.workflow_step_id = step.workflow_step_id AND ans.person_id = step.person_id
  WHERE step.is_missing_or_absent = N'Y'
    AND step.started_on < DATEADD(day, 1, @ssd_today)
    AND (step.completed_on >= @ssd_window_start OR step.completed_on IS NULL)
    AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(step.person_id AS nvarchar(30)))
    AND NULLIF(RTRIM(step.step_key), N'') IS NOT NULL
) AS picked
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
    LEFT(NULLIF(RTRIM(CONCAT(CAST(kin.[PERSON_ID] AS nvarchar(30)), N'.', CAST(kin.[OTHER_PERSON_ID] AS nvarchar(30)))), N''), 48) AS moth_table_id, -- moth_table_id
    CAST(kin.[PERSON_ID] AS nvarchar(30)) AS moth_person_id, -- moth_person_id
    CAST(kin.[OTHER_PERSON_ID] AS nvarchar(30)) AS moth_childs_person_id, -- moth_childs_person_id
    kid.[DATE_OF_BIRTH] AS moth_childs_dob, -- moth_childs_dob
    ROW_NUMBER() OVER (PARTITION BY kin.[PERSON_ID], kin.[OTHER_PERSON_ID] ORDER BY CASE WHEN kin.[START_DATE] IS NULL THEN 1 ELSE 0 END, kin.[START_DATE], CASE WHEN kin.[PERSON_ID] IS NULL THEN 1 ELSE 0 END, kin.[PERSON_ID], CASE WHEN kin.[OTHER_PERSON_ID] IS NULL THEN 1 ELSE 0 END, kin.[OTHER_PERSON_ID], CASE WHEN kid.[DATE_OF_BIRTH] IS NULL THEN 1 ELSE 0 END, kid.[DATE_OF_BIRTH]) AS ssd_row,
    ROW_NUMBER() OVER (ORDER BY CASE WHEN kin.[START_DATE] IS NULL THEN 1 ELSE 0 END, kin.[START_DATE], CASE WHEN kin.[PERSON_ID] IS NULL THEN 1 ELSE 0 END, kin.[PERSON_ID], CASE WHEN kin.[OTHER_PERSON_ID] IS NULL THEN 1 ELSE 0 END, kin.[OTHER_PERSON_ID], CASE WHEN kid.[DATE_OF_BIRTH] IS NULL THEN 1 ELSE 0 END, kid.[DATE_OF_BIRTH]) AS ssd_place
  FROM [DM_PERSONAL_RELATIONSHIPS] AS kin
  LEFT JOIN [DM_PERSONS] AS kid ON kid.[PERSON_ID] = kin.[OTHER_PERSON_ID]
  WHERE kin.[IS_MOTHER] = N'Y'
    AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(kin.[PERSON_ID] AS nvarchar(30)))
    AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(kin.[OTHER_PERSON_ID] AS nvarchar(30)))
    AND NULLIF(RTRIM(CONCAT(CAST(kin.[PERSON_ID] AS nvarchar(30)), N'.', CAST(kin.[OTHER_PERSON_ID] AS nvarchar(30)))), N'') IS NOT NULL
    AND kin.[PERSON_ID] IS NOT NULL
    AND kin.[OTHER_PERSON_ID] IS NOT NULL
) AS numbered
WHERE numbered.ssd_row = 1
) AS picked
WHERE picked.ssd_key_row = 1;

-- META-CONTAINER: {"type": "table", "name": "ssd_permanence"}
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

-- META-CONTAINER: {"type": "table", "name": "ssd_pre_proceedings"}
-- META-ELEMENT: {"type": "insert_data"}
WITH step_people AS (
  SELECT DISTINCT s.[SUBGROUP_ID] AS subgroup_id, s.[SUBJECT_COMPOUND_ID] AS person_id
  FROM [DM_SUBGROUP_SUBJECTS] AS s
  WHERE s.[SUBJECT_TYPE_CODE] = N'PER'
),
groups_of_persons AS (
  SELECT s.person_id AS person_id, g.[GROUP_ID] AS group_id, g.[SUBGROUP_ID] AS subgroup_id, CASE WHEN g.[ONLY_SUBJECT_TYPE_CODE] IS NULL THEN 0 ELSE 1 END AS is_for_one
  FROM [DM_SUBGROUPS] AS g
  INNER JOIN step_people AS s ON s.subgroup_id = g.[SUBGROUP_ID]
),
cp_plans AS (
  SELECT r.[REGISTRATION_ID] AS registration_id, r.[PERSON_ID] AS person_id, r.[REGISTRATION_STEP_ID] AS registration_step_id, r.[REGISTRATION_START_DATE] AS registration_start_date, r.[DEREGISTRATION_DATE] AS deregistration_date
  FROM [DM_REGISTRATIONS] AS r
  WHERE r.[IS_CHILD_PROTECTION_PLAN] = N'Y' AND COALESCE(r.[IS_TEMPORARY_CHILD_PROTECTION], N'N') = N'N'
)
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
SELECT
  CAST(pre.[LEGAL_STATUS_ID] AS nvarchar(30)), -- prep_table_id
  CAST(pre.[PERSON_ID] AS nvarchar(30)), -- prep_person_id
  CAST(grp.group_id AS nvarchar(30)), -- prep_plo_family_id
  pre.[START_DATE], -- prep_initial_pre_pro_meeting_date
  CASE WHEN EXISTS (SELECT 1 FROM [DM_LEGAL_STATUSES] AS l WHERE l.[PERSON_ID] = pre.[PERSON_ID] AND l.[LEGAL_STATUS] IN (N'C1', N'C2') AND l.[START_DATE] >= pre.[START_DATE] AND (pre.[END_DATE] IS NULL OR l.[START_DATE] <= DATEADD(day, 31, pre.[END_DATE])) AND COALESCE(l.[END_DATE], CONVERT(datetime, N'9999-12-31T00:00:00', 126)) > COALESCE(pre.[END_DATE], CONVERT(datetime, N'9999-12-31T00:00:00', 126))) THEN N'Decision to Issue Care Proceedings' WHEN pre.[END_DATE] IS NOT NULL THEN N'Decision to step down' END, -- prep_pre_pro_outcome
  pre.[END_DATE], -- prep_agree_stepdown_issue_date
  (SELECT COUNT(*) FROM cp_plans AS p WHERE p.person_id = pre.[PERSON_ID] AND p.registration_start_date BETWEEN cin.[REFERRAL_DATE] AND COALESCE(cin.[CLOSURE_DATE], CONVERT(datetime, N'9999-12-31T00:00:00', 126))), -- prep_cp_plans_referral_period
  (SELECT COUNT(*) FROM [DM_NON_LA_LEGAL_STATUSES] AS b WHERE b.[PERSON_ID] = pre.[PERSON_ID] AND b.[LEGAL_STATUS_TYPE] IN (N'PLOPRE') AND DATEADD(day, DATEDIFF(day, 0, b.[START_DATE]), 0) < DATEADD(day, DATEDIFF(day, 0, pre.[START_DATE]), 0)), -- prep_prev_pre_proc_child
  (SELECT COUNT(*) FROM [DM_LEGAL_STATUSES] AS l WHERE l.[PERSON_ID] = pre.[PERSON_ID] AND l.[LEGAL_STATUS] = N'C1' AND DATEADD(day, DATEDIFF(day, 0, l.[START_DATE]), 0) < DATEADD(day, DATEDIFF(day, 0, pre.[START_DATE]), 0)) -- prep_prev_care_proc_child
FROM [DM_NON_LA_LEGAL_STATUSES] AS pre
OUTER APPLY (SELECT TOP (1) grp.* FROM groups_of_persons AS grp WHERE grp.person_id = pre.[PERSON_ID] ORDER BY CASE WHEN grp.is_for_one IS NULL THEN 1 ELSE 0 END, grp.is_for_one, grp.group_id DESC, grp.subgroup_id DESC) AS grp
OUTER APPLY (SELECT TOP (1) cin.* FROM [DM_CIN_REFERRALS] AS cin WHERE cin.[PERSON_ID] = pre.[PERSON_ID] AND pre.[START_DATE] BETWEEN cin.[REFERRAL_DATE] AND COALESCE(cin.[CLOSURE_DATE], CONVERT(datetime, N'9999-12-31T00:00:00', 126)) ORDER BY cin.[REFERRAL_DATE] DESC, cin.[CLOSURE_DATE] DESC) AS cin
WHERE pre.[LEGAL_STATUS_TYPE] IN (N'PLOPRE')
  AND (pre.[END_DATE] >= @ssd_window_start OR pre.[END_DATE] IS NULL)
  AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(pre.[PERSON_ID] AS nvarchar(30)))
  AND pre.[LEGAL_STATUS_ID] IS NOT NULL
  AND pre.[PERSON_ID] IS NOT NULL
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
  CAST(wkr.[WORKER_ID] AS nvarchar(30)), -- prof_professional_id
  CAST(wkr.[WORKER_ID] AS nvarchar(30)), -- prof_staff_id
  LEFT(NULLIF(RTRIM(wkr.[FULL_NAME]), N''), 300), -- prof_professional_name
  (SELECT COUNT(DISTINCT a.[PERSON_ID]) FROM [DM_ALLOCATED_WORKERS] AS a WHERE a.[WORKER_ID] = wkr.[WORKER_ID] AND @ssd_today BETWEEN a.[START_DATE] AND COALESCE(a.[END_DATE], CONVERT(datetime, N'9999-12-31T00:00:00', 126))), -- prof_professional_caseload
  LEFT(NULLIF(RTRIM((SELECT MAX(o.[NAME]) FROM [DM_WORKER_ROLES] AS r INNER JOIN [DM_ORGANISATIONS] AS o ON o.[ORGANISATION_ID] = r.[ORGANISATION_ID] WHERE r.[WORKER_ID] = wkr.[WORKER_ID] AND @ssd_today BETWEEN r.[START_DATE] AND COALESCE(r.[END_DATE], CONVERT(datetime, N'9999-12-31T00:00:00', 126)))), N''), 100) -- prof_professional_department
FROM [DM_WORKERS] AS wkr
WHERE EXISTS (SELECT 1 FROM [DM_ALLOCATED_WORKERS] AS a WHERE a.[WORKER_ID] = wkr.[WORKER_ID] AND @ssd_today BETWEEN a.[START_DATE] AND COALESCE(a.[END_DATE], CONVERT(datetime, N'9999-12-31T00:00:00', 126)))
  AND wkr.[WORKER_ID] IS NOT NULL;

-- META-CONTAINER: {"type": "table", "name": "ssd_s251_finance"}
-- META-ELEMENT: {"type": "insert_data"}
-- not loaded: mosaic does not hold it, no published script reads costs of placements, and the placeholders have no meaning yet

-- META-CONTAINER: {"type": "table", "name": "ssd_s47_enquiry"}
-- META-ELEMENT: {"type": "insert_data"}
WITH referrals AS (
  SELECT DISTINCT r.[REFERRAL_ID] AS referral_id, r.[PERSON_ID] AS person_id, CONCAT(CAST(r.[REFERRAL_ID] AS nvarchar(30)), N'.', CAST(r.[PERSON_ID] AS nvarchar(30))) AS referral_key, r.[REFERRAL_DATE] AS referral_date, r.[CLOSURE_DATE] AS closure_date
  FROM [DM_CIN_REFERRALS] AS r
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
next_steps AS (
  SELECT k.[SOURCE_STEP_ID] AS source_step_id, k.[WORKFLOW_NEXT_ACTION_TYPE_ID] AS workflow_next_action_type_id, k.[WORKFLOW_REASON_TYPE_ID] AS workflow_reason_type_id, t.person_id AS person_id, t.step_status AS step_status, t.workflow_step_type_id AS workflow_step_type_id
  FROM [DM_WORKFLOW_LINKS] AS k
  INNER JOIN person_steps AS t ON t.workflow_step_id = k.[TARGET_STEP_ID]
),
outcome_words AS (
  SELECT DISTINCT n.source_step_id AS source_step_id, n.person_id AS person_id, CASE WHEN r.[DESCRIPTION] IS NULL THEN t.[DESCRIPTION] ELSE CONCAT(t.[DESCRIPTION], N' / ', r.[DESCRIPTION]) END AS description
  FROM next_steps AS n
  INNER JOIN [DM_WORKFLOW_NXT_ACTION_TYPES] AS t ON t.[WORKFLOW_NEXT_ACTION_TYPE_ID] = n.workflow_next_action_type_id
  LEFT JOIN [DM_WORKFLOW_REASON_TYPES] AS r ON r.[WORKFLOW_REASON_TYPE_ID] = n.workflow_reason_type_id
  WHERE n.step_status <> N'CANCELLED'
)
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
    LEFT(NULLIF(RTRIM(CONCAT(CAST(step.[WORKFLOW_STEP_ID] AS nvarchar(30)), N'.', CAST(step.[PERSON_ID] AS nvarchar(30)))), N''), 48) AS s47e_s47_enquiry_id, -- s47e_s47_enquiry_id
    LEFT(NULLIF(RTRIM((SELECT TOP (1) r.referral_key FROM referrals AS r WHERE r.person_id = step.[PERSON_ID] AND r.referral_date <= step.[STARTED_ON] ORDER BY r.referral_id DESC, r.referral_date DESC, CASE WHEN r.referral_key IS NULL THEN 1 ELSE 0 END, r.referral_key)), N''), 48) AS s47e_referral_id, -- s47e_referral_id
    CAST(step.[PERSON_ID] AS nvarchar(30)) AS s47e_person_id, -- s47e_person_id
    step.[STARTED_ON] AS s47e_s47_start_date, -- s47e_s47_start_date
    step.[COMPLETED_ON] AS s47e_s47_end_date, -- s47e_s47_end_date
    CASE WHEN EXISTS (SELECT 1 FROM next_steps AS n INNER JOIN [DM_WORKFLOW_NXT_ACTION_TYPES] AS t ON t.[WORKFLOW_NEXT_ACTION_TYPE_ID] = n.workflow_next_action_type_id WHERE n.source_step_id = step.[WORKFLOW_STEP_ID] AND n.person_id = step.[PERSON_ID] AND n.step_status NOT IN (N'CANCELLED', N'PROPOSED') AND t.[IS_NO_FURTHER_ACTION] = N'Y') AND NOT (EXISTS (SELECT 1 FROM next_steps AS n WHERE n.source_step_id = step.[WORKFLOW_STEP_ID] AND n.person_id = step.[PERSON_ID] AND n.step_status NOT IN (N'CANCELLED', N'PROPOSED') AND n.workflow_next_action_type_id IN (NULL /* s47_further_next_actions */))) THEN N'Y' ELSE N'N' END AS s47e_s47_nfa, -- s47e_s47_nfa
    REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE((
      N'{"TOTAL_NO_OF_OUTCOMES":' + COALESCE(CAST((SELECT COUNT(*) FROM outcome_words AS w WHERE w.source_step_id = step.[WORKFLOW_STEP_ID] AND w.person_id = step.[PERSON_ID]) AS nvarchar(30)), N'null') +
      N',"OUTCOME_COMMENTS":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(STUFF((SELECT N', ' + REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE((w.description) COLLATE Latin1_General_BIN2, NCHAR(1), N' '), NCHAR(2), N' '), NCHAR(3), N' '), NCHAR(4), N' '), NCHAR(5), N' '), NCHAR(6), N' '), NCHAR(7), N' '), NCHAR(8), N' '), NCHAR(11), N' '), NCHAR(12), N' '), NCHAR(14), N' '), NCHAR(15), N' '), NCHAR(16), N' '), NCHAR(17), N' '), NCHAR(18), N' '), NCHAR(19), N' '), NCHAR(20), N' '), NCHAR(21), N' '), NCHAR(22), N' '), NCHAR(23), N' '), NCHAR(24), N' '), NCHAR(25), N' '), NCHAR(26), N' '), NCHAR(27), N' '), NCHAR(28), N' '), NCHAR(29), N' '), NCHAR(30), N' '), NCHAR(31), N' ') FROM outcome_words AS w WHERE w.source_step_id = step.[WORKFLOW_STEP_ID] AND w.person_id = step.[PERSON_ID] ORDER BY CASE WHEN w.description IS NULL THEN 1 ELSE 0 END, w.description FOR XML PATH(N''), TYPE).value(N'.', N'nvarchar(max)'), 1, 2, N'')), N''), 450), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
      N'}') COLLATE Latin1_General_BIN2, NCHAR(1), N' '), NCHAR(2), N' '), NCHAR(3), N' '), NCHAR(4), N' '), NCHAR(5), N' '), NCHAR(6), N' '), NCHAR(7), N' '), NCHAR(8), N' '), NCHAR(11), N' '), NCHAR(12), N' '), NCHAR(14), N' '), NCHAR(15), N' '), NCHAR(16), N' '), NCHAR(17), N' '), NCHAR(18), N' '), NCHAR(19), N' '), NCHAR(20), N' '), NCHAR(21), N' '), NCHAR(22), N' '), NCHAR(23), N' '), NCHAR(24), N' '), NCHAR(25), N' '), NCHAR(26), N' '), NCHAR(27), N' '), NCHAR(28), N' '), NCHAR(29), N' '), NCHAR(30), N' '), NCHAR(31), N' '), NCHAR(13), N'\r'), NCHAR(10), N'\n'), NCHAR(9), N'\t') AS s47e_s47_outcome_json, -- s47e_s47_outcome_json
    CAST(step.[ASSIGNEE_ID] AS nvarchar(30)) AS s47e_s47_completed_by_worker_id, -- s47e_s47_completed_by_worker_id
    CAST(step.[RESPONSIBLE_TEAM_ID] AS nvarchar(30)) AS s47e_s47_completed_by_team, -- s47e_s47_completed_by_team
    ROW_NUMBER() OVER (PARTITION BY step.[WORKFLOW_STEP_ID], step.[PERSON_ID] ORDER BY step.[STARTED_ON] DESC, CASE WHEN step.[WORKFLOW_STEP_ID] IS NULL THEN 1 ELSE 0 END, step.[WORKFLOW_STEP_ID], CASE WHEN step.[PERSON_ID] IS NULL THEN 1 ELSE 0 END, step.[PERSON_ID], CASE WHEN step.[COMPLETED_ON] IS NULL THEN 1 ELSE 0 END, step.[COMPLETED_ON], CASE WHEN step.[ASSIGNEE_ID] IS NULL THEN 1 ELSE 0 END, step.[ASSIGNEE_ID], CASE WHEN step.[RESPONSIBLE_TEAM_ID] IS NULL THEN 1 ELSE 0 END, step.[RESPONSIBLE_TEAM_ID]) AS ssd_row,
    ROW_NUMBER() OVER (ORDER BY step.[STARTED_ON] DESC, CASE WHEN step.[WORKFLOW_STEP_ID] IS NULL THEN 1 ELSE 0 END, step.[WORKFLOW_STEP_ID], CASE WHEN step.[PERSON_ID] IS NULL THEN 1 ELSE 0 END, step.[PERSON_ID], CASE WHEN step.[COMPLETED_ON] IS NULL THEN 1 ELSE 0 END, step.[COMPLETED_ON], CASE WHEN step.[ASSIGNEE_ID] IS NULL THEN 1 ELSE 0 END, step.[ASSIGNEE_ID], CASE WHEN step.[RESPONSIBLE_TEAM_ID] IS NULL THEN 1 ELSE 0 END, step.[RESPONSIBLE_TEAM_ID]) AS ssd_place
  FROM [DM_WORKFLOW_STEPS_PEOPLE_VW] AS step
  WHERE step.[IS_SECTION_47_ENQUIRY] = N'Y'
    AND step.[STEP_STATUS] IN (N'INCOMING', N'STARTED', N'REOPENED', N'COMPLETED')
    AND DATEADD(day, DATEDIFF(day, 0, step.[STARTED_ON]), 0) < DATEADD(day, 1, @ssd_today)
    AND (DATEADD(day, DATEDIFF(day, 0, step.[COMPLETED_ON]), 0) >= @ssd_window_start OR DATEADD(day, DATEDIFF(day, 0, step.[COMPLETED_ON]), 0) IS NULL)
    AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(step.[PERSON_ID] AS nvarchar(30)))
    AND NULLIF(RTRIM(CONCAT(CAST(step.[WORKFLOW_STEP_ID] AS nvarchar(30)), N'.', CAST(step.[PERSON_ID] AS nvarchar(30)))), N'') IS NOT NULL
    AND step.[PERSON_ID] IS NOT NULL
) AS numbered
WHERE numbered.ssd_row = 1
) AS picked
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
  CAST(hasm.[HEALTH_ID] AS nvarchar(30)), -- csdq_table_id
  CAST(hasm.[PERSON_ID] AS nvarchar(30)), -- csdq_person_id
  hasm.[HEALTH_ASSESSMENT_DATE], -- csdq_sdq_completed_date
  LEFT(NULLIF(RTRIM(hasm.[SDQ_REASON]), N''), 100), -- csdq_sdq_reason
  CAST(hasm.[SDQ_SCORE] AS nvarchar(30)) -- csdq_sdq_score
FROM [DM_HEALTH_ASSESSMENTS] AS hasm
WHERE (hasm.[SDQ_COMPLETED] = N'Y' OR hasm.[SDQ_REASON] IS NOT NULL)
  AND hasm.[HEALTH_ASSESSMENT_DATE] < DATEADD(day, 1, @ssd_today)
  AND (hasm.[HEALTH_ASSESSMENT_DATE] >= @ssd_window_start OR hasm.[HEALTH_ASSESSMENT_DATE] IS NULL)
  AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(hasm.[PERSON_ID] AS nvarchar(30)))
  AND hasm.[HEALTH_ID] IS NOT NULL
  AND hasm.[PERSON_ID] IS NOT NULL;

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
COMMIT TRANSACTION;
END TRY
BEGIN CATCH
IF @@TRANCOUNT > 0 ROLLBACK TRANSACTION;
THROW;
END CATCH;
GO

-- ---------------------------------------------------------------------------
-- 3. Keys and indexes: created where they are absent
-- ---------------------------------------------------------------------------

-- META-CONTAINER: {"type": "table", "name": "ssd_address"}
-- META-ELEMENT: {"type": "create_fk"}
IF NOT EXISTS (SELECT 1 FROM sys.foreign_keys WHERE parent_object_id = OBJECT_ID(N'ssd_address', N'U') AND name = N'fk_ssd_address_addr_person_id')
ALTER TABLE ssd_address ADD CONSTRAINT fk_ssd_address_addr_person_id FOREIGN KEY (addr_person_id) REFERENCES ssd_person (pers_person_id);
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_address', N'U') AND name = N'ix_ssd_address_addr_person_id')
CREATE INDEX ix_ssd_address_addr_person_id ON ssd_address (addr_person_id);
GO

-- META-CONTAINER: {"type": "table", "name": "ssd_api_data_staging"}
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_api_data_staging', N'U') AND name = N'ix_ssd_api_data_staging_person_id')
CREATE INDEX ix_ssd_api_data_staging_person_id ON ssd_api_data_staging (person_id);
GO

-- META-CONTAINER: {"type": "table", "name": "ssd_assessment_factors"}
-- META-ELEMENT: {"type": "create_fk"}
-- not enforced: cinf_assessment_id to ssd_cin_assessments.cina_assessment_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_assessment_factors', N'U') AND name = N'ix_ssd_assessment_factors_cinf_assessment_id')
CREATE INDEX ix_ssd_assessment_factors_cinf_assessment_id ON ssd_assessment_factors (cinf_assessment_id);
GO

-- META-CONTAINER: {"type": "table", "name": "ssd_care_leavers"}
-- META-ELEMENT: {"type": "create_fk"}
IF NOT EXISTS (SELECT 1 FROM sys.foreign_keys WHERE parent_object_id = OBJECT_ID(N'ssd_care_leavers', N'U') AND name = N'fk_ssd_care_leavers_clea_person_id')
ALTER TABLE ssd_care_leavers ADD CONSTRAINT fk_ssd_care_leavers_clea_person_id FOREIGN KEY (clea_person_id) REFERENCES ssd_person (pers_person_id);
-- not enforced: clea_care_leaver_allocated_team to ssd_department.dept_team_id, an extract keeps six years, so the parent row may be absent
-- not enforced: clea_care_leaver_worker_id to ssd_professionals.prof_professional_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_care_leavers', N'U') AND name = N'ix_ssd_care_leavers_clea_person_id')
CREATE INDEX ix_ssd_care_leavers_clea_person_id ON ssd_care_leavers (clea_person_id);
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_care_leavers', N'U') AND name = N'ix_ssd_care_leavers_clea_care_leaver_allocated_team')
CREATE INDEX ix_ssd_care_leavers_clea_care_leaver_allocated_team ON ssd_care_leavers (clea_care_leaver_allocated_team);
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_care_leavers', N'U') AND name = N'ix_ssd_care_leavers_clea_care_leaver_worker_id')
CREATE INDEX ix_ssd_care_leavers_clea_care_leaver_worker_id ON ssd_care_leavers (clea_care_leaver_worker_id);
GO

-- META-CONTAINER: {"type": "table", "name": "ssd_cin_assessments"}
-- META-ELEMENT: {"type": "create_fk"}
IF NOT EXISTS (SELECT 1 FROM sys.foreign_keys WHERE parent_object_id = OBJECT_ID(N'ssd_cin_assessments', N'U') AND name = N'fk_ssd_cin_assessments_cina_person_id')
ALTER TABLE ssd_cin_assessments ADD CONSTRAINT fk_ssd_cin_assessments_cina_person_id FOREIGN KEY (cina_person_id) REFERENCES ssd_person (pers_person_id);
-- not enforced: cina_referral_id to ssd_cin_episodes.cine_referral_id, an extract keeps six years, so the parent row may be absent
-- not enforced: cina_assessment_team to ssd_department.dept_team_id, an extract keeps six years, so the parent row may be absent
-- not enforced: cina_assessment_worker_id to ssd_professionals.prof_professional_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_cin_assessments', N'U') AND name = N'ix_ssd_cin_assessments_cina_person_id')
CREATE INDEX ix_ssd_cin_assessments_cina_person_id ON ssd_cin_assessments (cina_person_id);
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_cin_assessments', N'U') AND name = N'ix_ssd_cin_assessments_cina_referral_id')
CREATE INDEX ix_ssd_cin_assessments_cina_referral_id ON ssd_cin_assessments (cina_referral_id);
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_cin_assessments', N'U') AND name = N'ix_ssd_cin_assessments_cina_assessment_team')
CREATE INDEX ix_ssd_cin_assessments_cina_assessment_team ON ssd_cin_assessments (cina_assessment_team);
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_cin_assessments', N'U') AND name = N'ix_ssd_cin_assessments_cina_assessment_worker_id')
CREATE INDEX ix_ssd_cin_assessments_cina_assessment_worker_id ON ssd_cin_assessments (cina_assessment_worker_id);
GO

-- META-CONTAINER: {"type": "table", "name": "ssd_cin_episodes"}
-- META-ELEMENT: {"type": "create_fk"}
IF NOT EXISTS (SELECT 1 FROM sys.foreign_keys WHERE parent_object_id = OBJECT_ID(N'ssd_cin_episodes', N'U') AND name = N'fk_ssd_cin_episodes_cine_person_id')
ALTER TABLE ssd_cin_episodes ADD CONSTRAINT fk_ssd_cin_episodes_cine_person_id FOREIGN KEY (cine_person_id) REFERENCES ssd_person (pers_person_id);
-- not enforced: cine_referral_team to ssd_department.dept_team_id, an extract keeps six years, so the parent row may be absent
-- not enforced: cine_referral_worker_id to ssd_professionals.prof_professional_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_cin_episodes', N'U') AND name = N'ix_ssd_cin_episodes_cine_person_id')
CREATE INDEX ix_ssd_cin_episodes_cine_person_id ON ssd_cin_episodes (cine_person_id);
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_cin_episodes', N'U') AND name = N'ix_ssd_cin_episodes_cine_referral_team')
CREATE INDEX ix_ssd_cin_episodes_cine_referral_team ON ssd_cin_episodes (cine_referral_team);
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_cin_episodes', N'U') AND name = N'ix_ssd_cin_episodes_cine_referral_worker_id')
CREATE INDEX ix_ssd_cin_episodes_cine_referral_worker_id ON ssd_cin_episodes (cine_referral_worker_id);
GO

-- META-CONTAINER: {"type": "table", "name": "ssd_cin_plans"}
-- META-ELEMENT: {"type": "create_fk"}
-- not enforced: cinp_referral_id to ssd_cin_episodes.cine_referral_id, an extract keeps six years, so the parent row may be absent
IF NOT EXISTS (SELECT 1 FROM sys.foreign_keys WHERE parent_object_id = OBJECT_ID(N'ssd_cin_plans', N'U') AND name = N'fk_ssd_cin_plans_cinp_person_id')
ALTER TABLE ssd_cin_plans ADD CONSTRAINT fk_ssd_cin_plans_cinp_person_id FOREIGN KEY (cinp_person_id) REFERENCES ssd_person (pers_person_id);
-- not enforced: cinp_cin_plan_team to ssd_department.dept_team_id, an extract keeps six years, so the parent row may be absent
-- not enforced: cinp_cin_plan_worker_id to ssd_professionals.prof_professional_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_cin_plans', N'U') AND name = N'ix_ssd_cin_plans_cinp_referral_id')
CREATE INDEX ix_ssd_cin_plans_cinp_referral_id ON ssd_cin_plans (cinp_referral_id);
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_cin_plans', N'U') AND name = N'ix_ssd_cin_plans_cinp_person_id')
CREATE INDEX ix_ssd_cin_plans_cinp_person_id ON ssd_cin_plans (cinp_person_id);
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_cin_plans', N'U') AND name = N'ix_ssd_cin_plans_cinp_cin_plan_team')
CREATE INDEX ix_ssd_cin_plans_cinp_cin_plan_team ON ssd_cin_plans (cinp_cin_plan_team);
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_cin_plans', N'U') AND name = N'ix_ssd_cin_plans_cinp_cin_plan_worker_id')
CREATE INDEX ix_ssd_cin_plans_cinp_cin_plan_worker_id ON ssd_cin_plans (cinp_cin_plan_worker_id);
GO

-- META-CONTAINER: {"type": "table", "name": "ssd_cin_visits"}
-- META-ELEMENT: {"type": "create_fk"}
IF NOT EXISTS (SELECT 1 FROM sys.foreign_keys WHERE parent_object_id = OBJECT_ID(N'ssd_cin_visits', N'U') AND name = N'fk_ssd_cin_visits_cinv_person_id')
ALTER TABLE ssd_cin_visits ADD CONSTRAINT fk_ssd_cin_visits_cinv_person_id FOREIGN KEY (cinv_person_id) REFERENCES ssd_person (pers_person_id);
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_cin_visits', N'U') AND name = N'ix_ssd_cin_visits_cinv_person_id')
CREATE INDEX ix_ssd_cin_visits_cinv_person_id ON ssd_cin_visits (cinv_person_id);
GO

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_care_plan"}
-- META-ELEMENT: {"type": "create_fk"}
IF NOT EXISTS (SELECT 1 FROM sys.foreign_keys WHERE parent_object_id = OBJECT_ID(N'ssd_cla_care_plan', N'U') AND name = N'fk_ssd_cla_care_plan_lacp_person_id')
ALTER TABLE ssd_cla_care_plan ADD CONSTRAINT fk_ssd_cla_care_plan_lacp_person_id FOREIGN KEY (lacp_person_id) REFERENCES ssd_person (pers_person_id);
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_cla_care_plan', N'U') AND name = N'ix_ssd_cla_care_plan_lacp_person_id')
CREATE INDEX ix_ssd_cla_care_plan_lacp_person_id ON ssd_cla_care_plan (lacp_person_id);
GO

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_convictions"}
-- META-ELEMENT: {"type": "create_fk"}
IF NOT EXISTS (SELECT 1 FROM sys.foreign_keys WHERE parent_object_id = OBJECT_ID(N'ssd_cla_convictions', N'U') AND name = N'fk_ssd_cla_convictions_clac_person_id')
ALTER TABLE ssd_cla_convictions ADD CONSTRAINT fk_ssd_cla_convictions_clac_person_id FOREIGN KEY (clac_person_id) REFERENCES ssd_person (pers_person_id);
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_cla_convictions', N'U') AND name = N'ix_ssd_cla_convictions_clac_person_id')
CREATE INDEX ix_ssd_cla_convictions_clac_person_id ON ssd_cla_convictions (clac_person_id);
GO

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_episodes"}
-- META-ELEMENT: {"type": "create_fk"}
IF NOT EXISTS (SELECT 1 FROM sys.foreign_keys WHERE parent_object_id = OBJECT_ID(N'ssd_cla_episodes', N'U') AND name = N'fk_ssd_cla_episodes_clae_person_id')
ALTER TABLE ssd_cla_episodes ADD CONSTRAINT fk_ssd_cla_episodes_clae_person_id FOREIGN KEY (clae_person_id) REFERENCES ssd_person (pers_person_id);
-- not enforced: clae_referral_id to ssd_cin_episodes.cine_referral_id, an extract keeps six years, so the parent row may be absent
-- not enforced: clae_cla_placement_id to ssd_cla_placement.clap_cla_placement_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_cla_episodes', N'U') AND name = N'ix_ssd_cla_episodes_clae_person_id')
CREATE INDEX ix_ssd_cla_episodes_clae_person_id ON ssd_cla_episodes (clae_person_id);
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_cla_episodes', N'U') AND name = N'ix_ssd_cla_episodes_clae_referral_id')
CREATE INDEX ix_ssd_cla_episodes_clae_referral_id ON ssd_cla_episodes (clae_referral_id);
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_cla_episodes', N'U') AND name = N'ix_ssd_cla_episodes_clae_cla_placement_id')
CREATE INDEX ix_ssd_cla_episodes_clae_cla_placement_id ON ssd_cla_episodes (clae_cla_placement_id);
GO

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_health"}
-- META-ELEMENT: {"type": "create_fk"}
IF NOT EXISTS (SELECT 1 FROM sys.foreign_keys WHERE parent_object_id = OBJECT_ID(N'ssd_cla_health', N'U') AND name = N'fk_ssd_cla_health_clah_person_id')
ALTER TABLE ssd_cla_health ADD CONSTRAINT fk_ssd_cla_health_clah_person_id FOREIGN KEY (clah_person_id) REFERENCES ssd_person (pers_person_id);
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_cla_health', N'U') AND name = N'ix_ssd_cla_health_clah_person_id')
CREATE INDEX ix_ssd_cla_health_clah_person_id ON ssd_cla_health (clah_person_id);
GO

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_immunisations"}
-- META-ELEMENT: {"type": "create_fk"}
IF NOT EXISTS (SELECT 1 FROM sys.foreign_keys WHERE parent_object_id = OBJECT_ID(N'ssd_cla_immunisations', N'U') AND name = N'fk_ssd_cla_immunisations_clai_person_id')
ALTER TABLE ssd_cla_immunisations ADD CONSTRAINT fk_ssd_cla_immunisations_clai_person_id FOREIGN KEY (clai_person_id) REFERENCES ssd_person (pers_person_id);
GO

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_placement"}
-- META-ELEMENT: {"type": "create_fk"}
IF NOT EXISTS (SELECT 1 FROM sys.foreign_keys WHERE parent_object_id = OBJECT_ID(N'ssd_cla_placement', N'U') AND name = N'fk_ssd_cla_placement_clap_person_id')
ALTER TABLE ssd_cla_placement ADD CONSTRAINT fk_ssd_cla_placement_clap_person_id FOREIGN KEY (clap_person_id) REFERENCES ssd_person (pers_person_id);
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_cla_placement', N'U') AND name = N'ix_ssd_cla_placement_clap_person_id')
CREATE INDEX ix_ssd_cla_placement_clap_person_id ON ssd_cla_placement (clap_person_id);
GO

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_previous_permanence"}
-- META-ELEMENT: {"type": "create_fk"}
IF NOT EXISTS (SELECT 1 FROM sys.foreign_keys WHERE parent_object_id = OBJECT_ID(N'ssd_cla_previous_permanence', N'U') AND name = N'fk_ssd_cla_previous_permanence_lapp_person_id')
ALTER TABLE ssd_cla_previous_permanence ADD CONSTRAINT fk_ssd_cla_previous_permanence_lapp_person_id FOREIGN KEY (lapp_person_id) REFERENCES ssd_person (pers_person_id);
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_cla_previous_permanence', N'U') AND name = N'ix_ssd_cla_previous_permanence_lapp_person_id')
CREATE INDEX ix_ssd_cla_previous_permanence_lapp_person_id ON ssd_cla_previous_permanence (lapp_person_id);
GO

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_substance_misuse"}
-- META-ELEMENT: {"type": "create_fk"}
IF NOT EXISTS (SELECT 1 FROM sys.foreign_keys WHERE parent_object_id = OBJECT_ID(N'ssd_cla_substance_misuse', N'U') AND name = N'fk_ssd_cla_substance_misuse_clas_person_id')
ALTER TABLE ssd_cla_substance_misuse ADD CONSTRAINT fk_ssd_cla_substance_misuse_clas_person_id FOREIGN KEY (clas_person_id) REFERENCES ssd_person (pers_person_id);
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_cla_substance_misuse', N'U') AND name = N'ix_ssd_cla_substance_misuse_clas_person_id')
CREATE INDEX ix_ssd_cla_substance_misuse_clas_person_id ON ssd_cla_substance_misuse (clas_person_id);
GO

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_visits"}
-- META-ELEMENT: {"type": "create_fk"}
IF NOT EXISTS (SELECT 1 FROM sys.foreign_keys WHERE parent_object_id = OBJECT_ID(N'ssd_cla_visits', N'U') AND name = N'fk_ssd_cla_visits_clav_person_id')
ALTER TABLE ssd_cla_visits ADD CONSTRAINT fk_ssd_cla_visits_clav_person_id FOREIGN KEY (clav_person_id) REFERENCES ssd_person (pers_person_id);
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_cla_visits', N'U') AND name = N'ix_ssd_cla_visits_clav_person_id')
CREATE INDEX ix_ssd_cla_visits_clav_person_id ON ssd_cla_visits (clav_person_id);
GO

-- META-CONTAINER: {"type": "table", "name": "ssd_contacts"}
-- META-ELEMENT: {"type": "create_fk"}
IF NOT EXISTS (SELECT 1 FROM sys.foreign_keys WHERE parent_object_id = OBJECT_ID(N'ssd_contacts', N'U') AND name = N'fk_ssd_contacts_cont_person_id')
ALTER TABLE ssd_contacts ADD CONSTRAINT fk_ssd_contacts_cont_person_id FOREIGN KEY (cont_person_id) REFERENCES ssd_person (pers_person_id);
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_contacts', N'U') AND name = N'ix_ssd_contacts_cont_person_id')
CREATE INDEX ix_ssd_contacts_cont_person_id ON ssd_contacts (cont_person_id);
GO

-- META-CONTAINER: {"type": "table", "name": "ssd_cp_plans"}
-- META-ELEMENT: {"type": "create_fk"}
-- not enforced: cppl_referral_id to ssd_cin_episodes.cine_referral_id, an extract keeps six years, so the parent row may be absent
-- not enforced: cppl_icpc_id to ssd_initial_cp_conference.icpc_icpc_id, an extract keeps six years, so the parent row may be absent
IF NOT EXISTS (SELECT 1 FROM sys.foreign_keys WHERE parent_object_id = OBJECT_ID(N'ssd_cp_plans', N'U') AND name = N'fk_ssd_cp_plans_cppl_person_id')
ALTER TABLE ssd_cp_plans ADD CONSTRAINT fk_ssd_cp_plans_cppl_person_id FOREIGN KEY (cppl_person_id) REFERENCES ssd_person (pers_person_id);
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_cp_plans', N'U') AND name = N'ix_ssd_cp_plans_cppl_referral_id')
CREATE INDEX ix_ssd_cp_plans_cppl_referral_id ON ssd_cp_plans (cppl_referral_id);
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_cp_plans', N'U') AND name = N'ix_ssd_cp_plans_cppl_icpc_id')
CREATE INDEX ix_ssd_cp_plans_cppl_icpc_id ON ssd_cp_plans (cppl_icpc_id);
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_cp_plans', N'U') AND name = N'ix_ssd_cp_plans_cppl_person_id')
CREATE INDEX ix_ssd_cp_plans_cppl_person_id ON ssd_cp_plans (cppl_person_id);
GO

-- META-CONTAINER: {"type": "table", "name": "ssd_cp_reviews"}
-- META-ELEMENT: {"type": "create_fk"}
IF NOT EXISTS (SELECT 1 FROM sys.foreign_keys WHERE parent_object_id = OBJECT_ID(N'ssd_cp_reviews', N'U') AND name = N'fk_ssd_cp_reviews_cppr_person_id')
ALTER TABLE ssd_cp_reviews ADD CONSTRAINT fk_ssd_cp_reviews_cppr_person_id FOREIGN KEY (cppr_person_id) REFERENCES ssd_person (pers_person_id);
-- not enforced: cppr_cp_plan_id to ssd_cp_plans.cppl_cp_plan_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_cp_reviews', N'U') AND name = N'ix_ssd_cp_reviews_cppr_person_id')
CREATE INDEX ix_ssd_cp_reviews_cppr_person_id ON ssd_cp_reviews (cppr_person_id);
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_cp_reviews', N'U') AND name = N'ix_ssd_cp_reviews_cppr_cp_plan_id')
CREATE INDEX ix_ssd_cp_reviews_cppr_cp_plan_id ON ssd_cp_reviews (cppr_cp_plan_id);
GO

-- META-CONTAINER: {"type": "table", "name": "ssd_cp_visits"}
-- META-ELEMENT: {"type": "create_fk"}
IF NOT EXISTS (SELECT 1 FROM sys.foreign_keys WHERE parent_object_id = OBJECT_ID(N'ssd_cp_visits', N'U') AND name = N'fk_ssd_cp_visits_cppv_person_id')
ALTER TABLE ssd_cp_visits ADD CONSTRAINT fk_ssd_cp_visits_cppv_person_id FOREIGN KEY (cppv_person_id) REFERENCES ssd_person (pers_person_id);
-- not enforced: cppv_cp_plan_id to ssd_cp_plans.cppl_cp_plan_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_cp_visits', N'U') AND name = N'ix_ssd_cp_visits_cppv_person_id')
CREATE INDEX ix_ssd_cp_visits_cppv_person_id ON ssd_cp_visits (cppv_person_id);
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_cp_visits', N'U') AND name = N'ix_ssd_cp_visits_cppv_cp_plan_id')
CREATE INDEX ix_ssd_cp_visits_cppv_cp_plan_id ON ssd_cp_visits (cppv_cp_plan_id);
GO

-- META-CONTAINER: {"type": "table", "name": "ssd_department"}
-- META-ELEMENT: {"type": "create_fk"}
-- not enforced: dept_team_parent_id to ssd_department.dept_team_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_department', N'U') AND name = N'ix_ssd_department_dept_team_parent_id')
CREATE INDEX ix_ssd_department_dept_team_parent_id ON ssd_department (dept_team_parent_id);
GO

-- META-CONTAINER: {"type": "table", "name": "ssd_disability"}
-- META-ELEMENT: {"type": "create_fk"}
IF NOT EXISTS (SELECT 1 FROM sys.foreign_keys WHERE parent_object_id = OBJECT_ID(N'ssd_disability', N'U') AND name = N'fk_ssd_disability_disa_person_id')
ALTER TABLE ssd_disability ADD CONSTRAINT fk_ssd_disability_disa_person_id FOREIGN KEY (disa_person_id) REFERENCES ssd_person (pers_person_id);
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_disability', N'U') AND name = N'ix_ssd_disability_disa_person_id')
CREATE INDEX ix_ssd_disability_disa_person_id ON ssd_disability (disa_person_id);
GO

-- META-CONTAINER: {"type": "table", "name": "ssd_early_help_episodes"}
-- META-ELEMENT: {"type": "create_fk"}
IF NOT EXISTS (SELECT 1 FROM sys.foreign_keys WHERE parent_object_id = OBJECT_ID(N'ssd_early_help_episodes', N'U') AND name = N'fk_ssd_early_help_episodes_earl_person_id')
ALTER TABLE ssd_early_help_episodes ADD CONSTRAINT fk_ssd_early_help_episodes_earl_person_id FOREIGN KEY (earl_person_id) REFERENCES ssd_person (pers_person_id);
-- not enforced: earl_episode_worker_id to ssd_professionals.prof_professional_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_early_help_episodes', N'U') AND name = N'ix_ssd_early_help_episodes_earl_person_id')
CREATE INDEX ix_ssd_early_help_episodes_earl_person_id ON ssd_early_help_episodes (earl_person_id);
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_early_help_episodes', N'U') AND name = N'ix_ssd_early_help_episodes_earl_episode_worker_id')
CREATE INDEX ix_ssd_early_help_episodes_earl_episode_worker_id ON ssd_early_help_episodes (earl_episode_worker_id);
GO

-- META-CONTAINER: {"type": "table", "name": "ssd_ehcp_active_plans"}
-- META-ELEMENT: {"type": "create_fk"}
-- not enforced: ehcp_ehcp_request_id to ssd_ehcp_requests.ehcr_ehcp_request_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_ehcp_active_plans', N'U') AND name = N'ix_ssd_ehcp_active_plans_ehcp_ehcp_request_id')
CREATE INDEX ix_ssd_ehcp_active_plans_ehcp_ehcp_request_id ON ssd_ehcp_active_plans (ehcp_ehcp_request_id);
GO

-- META-CONTAINER: {"type": "table", "name": "ssd_ehcp_assessment"}
-- META-ELEMENT: {"type": "create_fk"}
-- not enforced: ehca_ehcp_request_id to ssd_ehcp_requests.ehcr_ehcp_request_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_ehcp_assessment', N'U') AND name = N'ix_ssd_ehcp_assessment_ehca_ehcp_request_id')
CREATE INDEX ix_ssd_ehcp_assessment_ehca_ehcp_request_id ON ssd_ehcp_assessment (ehca_ehcp_request_id);
GO

-- META-CONTAINER: {"type": "table", "name": "ssd_ehcp_named_plan"}
-- META-ELEMENT: {"type": "create_fk"}
-- not enforced: ehcn_ehcp_asmt_id to ssd_ehcp_assessment.ehca_ehcp_assessment_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_ehcp_named_plan', N'U') AND name = N'ix_ssd_ehcp_named_plan_ehcn_ehcp_asmt_id')
CREATE INDEX ix_ssd_ehcp_named_plan_ehcn_ehcp_asmt_id ON ssd_ehcp_named_plan (ehcn_ehcp_asmt_id);
GO

-- META-CONTAINER: {"type": "table", "name": "ssd_ehcp_requests"}
-- META-ELEMENT: {"type": "create_fk"}
-- not enforced: ehcr_send_table_id to ssd_send.send_table_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_ehcp_requests', N'U') AND name = N'ix_ssd_ehcp_requests_ehcr_send_table_id')
CREATE INDEX ix_ssd_ehcp_requests_ehcr_send_table_id ON ssd_ehcp_requests (ehcr_send_table_id);
GO

-- META-CONTAINER: {"type": "table", "name": "ssd_family"}
-- META-ELEMENT: {"type": "create_fk"}
IF NOT EXISTS (SELECT 1 FROM sys.foreign_keys WHERE parent_object_id = OBJECT_ID(N'ssd_family', N'U') AND name = N'fk_ssd_family_fami_person_id')
ALTER TABLE ssd_family ADD CONSTRAINT fk_ssd_family_fami_person_id FOREIGN KEY (fami_person_id) REFERENCES ssd_person (pers_person_id);
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_family', N'U') AND name = N'ix_ssd_family_fami_person_id')
CREATE INDEX ix_ssd_family_fami_person_id ON ssd_family (fami_person_id);
GO

-- META-CONTAINER: {"type": "table", "name": "ssd_immigration_status"}
-- META-ELEMENT: {"type": "create_fk"}
IF NOT EXISTS (SELECT 1 FROM sys.foreign_keys WHERE parent_object_id = OBJECT_ID(N'ssd_immigration_status', N'U') AND name = N'fk_ssd_immigration_status_immi_person_id')
ALTER TABLE ssd_immigration_status ADD CONSTRAINT fk_ssd_immigration_status_immi_person_id FOREIGN KEY (immi_person_id) REFERENCES ssd_person (pers_person_id);
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_immigration_status', N'U') AND name = N'ix_ssd_immigration_status_immi_person_id')
CREATE INDEX ix_ssd_immigration_status_immi_person_id ON ssd_immigration_status (immi_person_id);
GO

-- META-CONTAINER: {"type": "table", "name": "ssd_initial_cp_conference"}
-- META-ELEMENT: {"type": "create_fk"}
-- not enforced: icpc_s47_enquiry_id to ssd_s47_enquiry.s47e_s47_enquiry_id, an extract keeps six years, so the parent row may be absent
IF NOT EXISTS (SELECT 1 FROM sys.foreign_keys WHERE parent_object_id = OBJECT_ID(N'ssd_initial_cp_conference', N'U') AND name = N'fk_ssd_initial_cp_conference_icpc_person_id')
ALTER TABLE ssd_initial_cp_conference ADD CONSTRAINT fk_ssd_initial_cp_conference_icpc_person_id FOREIGN KEY (icpc_person_id) REFERENCES ssd_person (pers_person_id);
-- not enforced: icpc_cp_plan_id to ssd_cp_plans.cppl_cp_plan_id, an extract keeps six years, so the parent row may be absent
-- not enforced: icpc_referral_id to ssd_cin_episodes.cine_referral_id, an extract keeps six years, so the parent row may be absent
-- not enforced: icpc_icpc_team to ssd_department.dept_team_id, an extract keeps six years, so the parent row may be absent
-- not enforced: icpc_icpc_worker_id to ssd_professionals.prof_professional_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_initial_cp_conference', N'U') AND name = N'ix_ssd_initial_cp_conference_icpc_s47_enquiry_id')
CREATE INDEX ix_ssd_initial_cp_conference_icpc_s47_enquiry_id ON ssd_initial_cp_conference (icpc_s47_enquiry_id);
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_initial_cp_conference', N'U') AND name = N'ix_ssd_initial_cp_conference_icpc_person_id')
CREATE INDEX ix_ssd_initial_cp_conference_icpc_person_id ON ssd_initial_cp_conference (icpc_person_id);
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_initial_cp_conference', N'U') AND name = N'ix_ssd_initial_cp_conference_icpc_cp_plan_id')
CREATE INDEX ix_ssd_initial_cp_conference_icpc_cp_plan_id ON ssd_initial_cp_conference (icpc_cp_plan_id);
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_initial_cp_conference', N'U') AND name = N'ix_ssd_initial_cp_conference_icpc_referral_id')
CREATE INDEX ix_ssd_initial_cp_conference_icpc_referral_id ON ssd_initial_cp_conference (icpc_referral_id);
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_initial_cp_conference', N'U') AND name = N'ix_ssd_initial_cp_conference_icpc_icpc_team')
CREATE INDEX ix_ssd_initial_cp_conference_icpc_icpc_team ON ssd_initial_cp_conference (icpc_icpc_team);
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_initial_cp_conference', N'U') AND name = N'ix_ssd_initial_cp_conference_icpc_icpc_worker_id')
CREATE INDEX ix_ssd_initial_cp_conference_icpc_icpc_worker_id ON ssd_initial_cp_conference (icpc_icpc_worker_id);
GO

-- META-CONTAINER: {"type": "table", "name": "ssd_involvements"}
-- META-ELEMENT: {"type": "create_fk"}
-- not enforced: invo_professional_id to ssd_professionals.prof_professional_id, an extract keeps six years, so the parent row may be absent
-- not enforced: invo_professional_team to ssd_department.dept_team_id, an extract keeps six years, so the parent row may be absent
IF NOT EXISTS (SELECT 1 FROM sys.foreign_keys WHERE parent_object_id = OBJECT_ID(N'ssd_involvements', N'U') AND name = N'fk_ssd_involvements_invo_person_id')
ALTER TABLE ssd_involvements ADD CONSTRAINT fk_ssd_involvements_invo_person_id FOREIGN KEY (invo_person_id) REFERENCES ssd_person (pers_person_id);
-- not enforced: invo_referral_id to ssd_cin_episodes.cine_referral_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_involvements', N'U') AND name = N'ix_ssd_involvements_invo_professional_id')
CREATE INDEX ix_ssd_involvements_invo_professional_id ON ssd_involvements (invo_professional_id);
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_involvements', N'U') AND name = N'ix_ssd_involvements_invo_professional_team')
CREATE INDEX ix_ssd_involvements_invo_professional_team ON ssd_involvements (invo_professional_team);
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_involvements', N'U') AND name = N'ix_ssd_involvements_invo_person_id')
CREATE INDEX ix_ssd_involvements_invo_person_id ON ssd_involvements (invo_person_id);
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_involvements', N'U') AND name = N'ix_ssd_involvements_invo_referral_id')
CREATE INDEX ix_ssd_involvements_invo_referral_id ON ssd_involvements (invo_referral_id);
GO

-- META-CONTAINER: {"type": "table", "name": "ssd_legal_status"}
-- META-ELEMENT: {"type": "create_fk"}
IF NOT EXISTS (SELECT 1 FROM sys.foreign_keys WHERE parent_object_id = OBJECT_ID(N'ssd_legal_status', N'U') AND name = N'fk_ssd_legal_status_lega_person_id')
ALTER TABLE ssd_legal_status ADD CONSTRAINT fk_ssd_legal_status_lega_person_id FOREIGN KEY (lega_person_id) REFERENCES ssd_person (pers_person_id);
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_legal_status', N'U') AND name = N'ix_ssd_legal_status_lega_person_id')
CREATE INDEX ix_ssd_legal_status_lega_person_id ON ssd_legal_status (lega_person_id);
GO

-- META-CONTAINER: {"type": "table", "name": "ssd_linked_identifiers"}
-- META-ELEMENT: {"type": "create_fk"}
IF NOT EXISTS (SELECT 1 FROM sys.foreign_keys WHERE parent_object_id = OBJECT_ID(N'ssd_linked_identifiers', N'U') AND name = N'fk_ssd_linked_identifiers_link_person_id')
ALTER TABLE ssd_linked_identifiers ADD CONSTRAINT fk_ssd_linked_identifiers_link_person_id FOREIGN KEY (link_person_id) REFERENCES ssd_person (pers_person_id);
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_linked_identifiers', N'U') AND name = N'ix_ssd_linked_identifiers_link_person_id')
CREATE INDEX ix_ssd_linked_identifiers_link_person_id ON ssd_linked_identifiers (link_person_id);
GO

-- META-CONTAINER: {"type": "table", "name": "ssd_missing"}
-- META-ELEMENT: {"type": "create_fk"}
IF NOT EXISTS (SELECT 1 FROM sys.foreign_keys WHERE parent_object_id = OBJECT_ID(N'ssd_missing', N'U') AND name = N'fk_ssd_missing_miss_person_id')
ALTER TABLE ssd_missing ADD CONSTRAINT fk_ssd_missing_miss_person_id FOREIGN KEY (miss_person_id) REFERENCES ssd_person (pers_person_id);
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_missing', N'U') AND name = N'ix_ssd_missing_miss_person_id')
CREATE INDEX ix_ssd_missing_miss_person_id ON ssd_missing (miss_person_id);
GO

-- META-CONTAINER: {"type": "table", "name": "ssd_mother"}
-- META-ELEMENT: {"type": "create_fk"}
IF NOT EXISTS (SELECT 1 FROM sys.foreign_keys WHERE parent_object_id = OBJECT_ID(N'ssd_mother', N'U') AND name = N'fk_ssd_mother_moth_person_id')
ALTER TABLE ssd_mother ADD CONSTRAINT fk_ssd_mother_moth_person_id FOREIGN KEY (moth_person_id) REFERENCES ssd_person (pers_person_id);
IF NOT EXISTS (SELECT 1 FROM sys.foreign_keys WHERE parent_object_id = OBJECT_ID(N'ssd_mother', N'U') AND name = N'fk_ssd_mother_moth_childs_person_id')
ALTER TABLE ssd_mother ADD CONSTRAINT fk_ssd_mother_moth_childs_person_id FOREIGN KEY (moth_childs_person_id) REFERENCES ssd_person (pers_person_id);
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_mother', N'U') AND name = N'ix_ssd_mother_moth_person_id')
CREATE INDEX ix_ssd_mother_moth_person_id ON ssd_mother (moth_person_id);
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_mother', N'U') AND name = N'ix_ssd_mother_moth_childs_person_id')
CREATE INDEX ix_ssd_mother_moth_childs_person_id ON ssd_mother (moth_childs_person_id);
GO

-- META-CONTAINER: {"type": "table", "name": "ssd_permanence"}
-- META-ELEMENT: {"type": "create_fk"}
IF NOT EXISTS (SELECT 1 FROM sys.foreign_keys WHERE parent_object_id = OBJECT_ID(N'ssd_permanence', N'U') AND name = N'fk_ssd_permanence_perm_person_id')
ALTER TABLE ssd_permanence ADD CONSTRAINT fk_ssd_permanence_perm_person_id FOREIGN KEY (perm_person_id) REFERENCES ssd_person (pers_person_id);
-- not enforced: perm_adoption_worker_id to ssd_professionals.prof_professional_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_permanence', N'U') AND name = N'ix_ssd_permanence_perm_person_id')
CREATE INDEX ix_ssd_permanence_perm_person_id ON ssd_permanence (perm_person_id);
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_permanence', N'U') AND name = N'ix_ssd_permanence_perm_adoption_worker_id')
CREATE INDEX ix_ssd_permanence_perm_adoption_worker_id ON ssd_permanence (perm_adoption_worker_id);
GO

-- META-CONTAINER: {"type": "table", "name": "ssd_pre_proceedings"}
-- META-ELEMENT: {"type": "create_fk"}
IF NOT EXISTS (SELECT 1 FROM sys.foreign_keys WHERE parent_object_id = OBJECT_ID(N'ssd_pre_proceedings', N'U') AND name = N'fk_ssd_pre_proceedings_prep_person_id')
ALTER TABLE ssd_pre_proceedings ADD CONSTRAINT fk_ssd_pre_proceedings_prep_person_id FOREIGN KEY (prep_person_id) REFERENCES ssd_person (pers_person_id);
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_pre_proceedings', N'U') AND name = N'ix_ssd_pre_proceedings_prep_person_id')
CREATE INDEX ix_ssd_pre_proceedings_prep_person_id ON ssd_pre_proceedings (prep_person_id);
GO

-- META-CONTAINER: {"type": "table", "name": "ssd_s251_finance"}
-- META-ELEMENT: {"type": "create_fk"}
-- not enforced: s251_cla_placement_id to ssd_cla_placement.clap_cla_placement_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_s251_finance', N'U') AND name = N'ix_ssd_s251_finance_s251_cla_placement_id')
CREATE INDEX ix_ssd_s251_finance_s251_cla_placement_id ON ssd_s251_finance (s251_cla_placement_id);
GO

-- META-CONTAINER: {"type": "table", "name": "ssd_s47_enquiry"}
-- META-ELEMENT: {"type": "create_fk"}
-- not enforced: s47e_referral_id to ssd_cin_episodes.cine_referral_id, an extract keeps six years, so the parent row may be absent
IF NOT EXISTS (SELECT 1 FROM sys.foreign_keys WHERE parent_object_id = OBJECT_ID(N'ssd_s47_enquiry', N'U') AND name = N'fk_ssd_s47_enquiry_s47e_person_id')
ALTER TABLE ssd_s47_enquiry ADD CONSTRAINT fk_ssd_s47_enquiry_s47e_person_id FOREIGN KEY (s47e_person_id) REFERENCES ssd_person (pers_person_id);
-- not enforced: s47e_s47_completed_by_worker_id to ssd_professionals.prof_professional_id, an extract keeps six years, so the parent row may be absent
-- not enforced: s47e_s47_completed_by_team to ssd_department.dept_team_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_s47_enquiry', N'U') AND name = N'ix_ssd_s47_enquiry_s47e_referral_id')
CREATE INDEX ix_ssd_s47_enquiry_s47e_referral_id ON ssd_s47_enquiry (s47e_referral_id);
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_s47_enquiry', N'U') AND name = N'ix_ssd_s47_enquiry_s47e_person_id')
CREATE INDEX ix_ssd_s47_enquiry_s47e_person_id ON ssd_s47_enquiry (s47e_person_id);
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_s47_enquiry', N'U') AND name = N'ix_ssd_s47_enquiry_s47e_s47_completed_by_worker_id')
CREATE INDEX ix_ssd_s47_enquiry_s47e_s47_completed_by_worker_id ON ssd_s47_enquiry (s47e_s47_completed_by_worker_id);
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_s47_enquiry', N'U') AND name = N'ix_ssd_s47_enquiry_s47e_s47_completed_by_team')
CREATE INDEX ix_ssd_s47_enquiry_s47e_s47_completed_by_team ON ssd_s47_enquiry (s47e_s47_completed_by_team);
GO

-- META-CONTAINER: {"type": "table", "name": "ssd_sdq_scores"}
-- META-ELEMENT: {"type": "create_fk"}
IF NOT EXISTS (SELECT 1 FROM sys.foreign_keys WHERE parent_object_id = OBJECT_ID(N'ssd_sdq_scores', N'U') AND name = N'fk_ssd_sdq_scores_csdq_person_id')
ALTER TABLE ssd_sdq_scores ADD CONSTRAINT fk_ssd_sdq_scores_csdq_person_id FOREIGN KEY (csdq_person_id) REFERENCES ssd_person (pers_person_id);
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_sdq_scores', N'U') AND name = N'ix_ssd_sdq_scores_csdq_person_id')
CREATE INDEX ix_ssd_sdq_scores_csdq_person_id ON ssd_sdq_scores (csdq_person_id);
GO

-- META-CONTAINER: {"type": "table", "name": "ssd_sen_need"}
-- META-ELEMENT: {"type": "create_fk"}
-- not enforced: senn_active_ehcp_id to ssd_ehcp_active_plans.ehcp_active_ehcp_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_sen_need', N'U') AND name = N'ix_ssd_sen_need_senn_active_ehcp_id')
CREATE INDEX ix_ssd_sen_need_senn_active_ehcp_id ON ssd_sen_need (senn_active_ehcp_id);
GO

-- META-CONTAINER: {"type": "table", "name": "ssd_send"}
-- META-ELEMENT: {"type": "create_fk"}
-- not enforced: send_person_id to ssd_person.pers_person_id, the extract fills ssd_person anew and not this table
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_send', N'U') AND name = N'ix_ssd_send_send_person_id')
CREATE INDEX ix_ssd_send_send_person_id ON ssd_send (send_person_id);
GO

-- META-CONTAINER: {"type": "table", "name": "ssd_voice_of_child"}
-- META-ELEMENT: {"type": "create_fk"}
-- not enforced: voch_person_id to ssd_person.pers_person_id, the extract fills ssd_person anew and not this table
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_voice_of_child', N'U') AND name = N'ix_ssd_voice_of_child_voch_person_id')
CREATE INDEX ix_ssd_voice_of_child_voch_person_id ON ssd_voice_of_child (voch_person_id);
GO

-- ---------------------------------------------------------------------------
-- 4. Checks: rows that refer to a parent which is not in the extract
-- ---------------------------------------------------------------------------

-- META-CONTAINER: {"type": "table", "name": "ssd_assessment_factors"}
-- META-ELEMENT: {"type": "count_orphans"}
SELECT N'ssd_assessment_factors.cinf_assessment_id' AS reference, COUNT(*) AS orphans FROM ssd_assessment_factors AS child WHERE child.cinf_assessment_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_cin_assessments AS parent WHERE parent.cina_assessment_id = child.cinf_assessment_id);
GO

-- META-CONTAINER: {"type": "table", "name": "ssd_care_leavers"}
-- META-ELEMENT: {"type": "count_orphans"}
SELECT N'ssd_care_leavers.clea_care_leaver_allocated_team' AS reference, COUNT(*) AS orphans FROM ssd_care_leavers AS child WHERE child.clea_care_leaver_allocated_team IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_department AS parent WHERE parent.dept_team_id = child.clea_care_leaver_allocated_team);
SELECT N'ssd_care_leavers.clea_care_leaver_worker_id' AS reference, COUNT(*) AS orphans FROM ssd_care_leavers AS child WHERE child.clea_care_leaver_worker_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_professionals AS parent WHERE parent.prof_professional_id = child.clea_care_leaver_worker_id);
GO

-- META-CONTAINER: {"type": "table", "name": "ssd_cin_assessments"}
-- META-ELEMENT: {"type": "count_orphans"}
SELECT N'ssd_cin_assessments.cina_referral_id' AS reference, COUNT(*) AS orphans FROM ssd_cin_assessments AS child WHERE child.cina_referral_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_cin_episodes AS parent WHERE parent.cine_referral_id = child.cina_referral_id);
SELECT N'ssd_cin_assessments.cina_assessment_team' AS reference, COUNT(*) AS orphans FROM ssd_cin_assessments AS child WHERE child.cina_assessment_team IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_department AS parent WHERE parent.dept_team_id = child.cina_assessment_team);
SELECT N'ssd_cin_assessments.cina_assessment_worker_id' AS reference, COUNT(*) AS orphans FROM ssd_cin_assessments AS child WHERE child.cina_assessment_worker_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_professionals AS parent WHERE parent.prof_professional_id = child.cina_assessment_worker_id);
GO

-- META-CONTAINER: {"type": "table", "name": "ssd_cin_episodes"}
-- META-ELEMENT: {"type": "count_orphans"}
SELECT N'ssd_cin_episodes.cine_referral_team' AS reference, COUNT(*) AS orphans FROM ssd_cin_episodes AS child WHERE child.cine_referral_team IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_department AS parent WHERE parent.dept_team_id = child.cine_referral_team);
SELECT N'ssd_cin_episodes.cine_referral_worker_id' AS reference, COUNT(*) AS orphans FROM ssd_cin_episodes AS child WHERE child.cine_referral_worker_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_professionals AS parent WHERE parent.prof_professional_id = child.cine_referral_worker_id);
GO

-- META-CONTAINER: {"type": "table", "name": "ssd_cin_plans"}
-- META-ELEMENT: {"type": "count_orphans"}
SELECT N'ssd_cin_plans.cinp_referral_id' AS reference, COUNT(*) AS orphans FROM ssd_cin_plans AS child WHERE child.cinp_referral_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_cin_episodes AS parent WHERE parent.cine_referral_id = child.cinp_referral_id);
SELECT N'ssd_cin_plans.cinp_cin_plan_team' AS reference, COUNT(*) AS orphans FROM ssd_cin_plans AS child WHERE child.cinp_cin_plan_team IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_department AS parent WHERE parent.dept_team_id = child.cinp_cin_plan_team);
SELECT N'ssd_cin_plans.cinp_cin_plan_worker_id' AS reference, COUNT(*) AS orphans FROM ssd_cin_plans AS child WHERE child.cinp_cin_plan_worker_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_professionals AS parent WHERE parent.prof_professional_id = child.cinp_cin_plan_worker_id);
GO

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_episodes"}
-- META-ELEMENT: {"type": "count_orphans"}
SELECT N'ssd_cla_episodes.clae_referral_id' AS reference, COUNT(*) AS orphans FROM ssd_cla_episodes AS child WHERE child.clae_referral_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_cin_episodes AS parent WHERE parent.cine_referral_id = child.clae_referral_id);
SELECT N'ssd_cla_episodes.clae_cla_placement_id' AS reference, COUNT(*) AS orphans FROM ssd_cla_episodes AS child WHERE child.clae_cla_placement_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_cla_placement AS parent WHERE parent.clap_cla_placement_id = child.clae_cla_placement_id);
GO

-- META-CONTAINER: {"type": "table", "name": "ssd_cp_plans"}
-- META-ELEMENT: {"type": "count_orphans"}
SELECT N'ssd_cp_plans.cppl_referral_id' AS reference, COUNT(*) AS orphans FROM ssd_cp_plans AS child WHERE child.cppl_referral_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_cin_episodes AS parent WHERE parent.cine_referral_id = child.cppl_referral_id);
SELECT N'ssd_cp_plans.cppl_icpc_id' AS reference, COUNT(*) AS orphans FROM ssd_cp_plans AS child WHERE child.cppl_icpc_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_initial_cp_conference AS parent WHERE parent.icpc_icpc_id = child.cppl_icpc_id);
GO

-- META-CONTAINER: {"type": "table", "name": "ssd_cp_reviews"}
-- META-ELEMENT: {"type": "count_orphans"}
SELECT N'ssd_cp_reviews.cppr_cp_plan_id' AS reference, COUNT(*) AS orphans FROM ssd_cp_reviews AS child WHERE child.cppr_cp_plan_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_cp_plans AS parent WHERE parent.cppl_cp_plan_id = child.cppr_cp_plan_id);
GO

-- META-CONTAINER: {"type": "table", "name": "ssd_cp_visits"}
-- META-ELEMENT: {"type": "count_orphans"}
SELECT N'ssd_cp_visits.cppv_cp_plan_id' AS reference, COUNT(*) AS orphans FROM ssd_cp_visits AS child WHERE child.cppv_cp_plan_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_cp_plans AS parent WHERE parent.cppl_cp_plan_id = child.cppv_cp_plan_id);
GO

-- META-CONTAINER: {"type": "table", "name": "ssd_department"}
-- META-ELEMENT: {"type": "count_orphans"}
SELECT N'ssd_department.dept_team_parent_id' AS reference, COUNT(*) AS orphans FROM ssd_department AS child WHERE child.dept_team_parent_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_department AS parent WHERE parent.dept_team_id = child.dept_team_parent_id);
GO

-- META-CONTAINER: {"type": "table", "name": "ssd_early_help_episodes"}
-- META-ELEMENT: {"type": "count_orphans"}
SELECT N'ssd_early_help_episodes.earl_episode_worker_id' AS reference, COUNT(*) AS orphans FROM ssd_early_help_episodes AS child WHERE child.earl_episode_worker_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_professionals AS parent WHERE parent.prof_professional_id = child.earl_episode_worker_id);
GO

-- META-CONTAINER: {"type": "table", "name": "ssd_initial_cp_conference"}
-- META-ELEMENT: {"type": "count_orphans"}
SELECT N'ssd_initial_cp_conference.icpc_s47_enquiry_id' AS reference, COUNT(*) AS orphans FROM ssd_initial_cp_conference AS child WHERE child.icpc_s47_enquiry_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_s47_enquiry AS parent WHERE parent.s47e_s47_enquiry_id = child.icpc_s47_enquiry_id);
SELECT N'ssd_initial_cp_conference.icpc_cp_plan_id' AS reference, COUNT(*) AS orphans FROM ssd_initial_cp_conference AS child WHERE child.icpc_cp_plan_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_cp_plans AS parent WHERE parent.cppl_cp_plan_id = child.icpc_cp_plan_id);
SELECT N'ssd_initial_cp_conference.icpc_referral_id' AS reference, COUNT(*) AS orphans FROM ssd_initial_cp_conference AS child WHERE child.icpc_referral_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_cin_episodes AS parent WHERE parent.cine_referral_id = child.icpc_referral_id);
SELECT N'ssd_initial_cp_conference.icpc_icpc_team' AS reference, COUNT(*) AS orphans FROM ssd_initial_cp_conference AS child WHERE child.icpc_icpc_team IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_department AS parent WHERE parent.dept_team_id = child.icpc_icpc_team);
SELECT N'ssd_initial_cp_conference.icpc_icpc_worker_id' AS reference, COUNT(*) AS orphans FROM ssd_initial_cp_conference AS child WHERE child.icpc_icpc_worker_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_professionals AS parent WHERE parent.prof_professional_id = child.icpc_icpc_worker_id);
GO

-- META-CONTAINER: {"type": "table", "name": "ssd_involvements"}
-- META-ELEMENT: {"type": "count_orphans"}
SELECT N'ssd_involvements.invo_professional_id' AS reference, COUNT(*) AS orphans FROM ssd_involvements AS child WHERE child.invo_professional_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_professionals AS parent WHERE parent.prof_professional_id = child.invo_professional_id);
SELECT N'ssd_involvements.invo_professional_team' AS reference, COUNT(*) AS orphans FROM ssd_involvements AS child WHERE child.invo_professional_team IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_department AS parent WHERE parent.dept_team_id = child.invo_professional_team);
SELECT N'ssd_involvements.invo_referral_id' AS reference, COUNT(*) AS orphans FROM ssd_involvements AS child WHERE child.invo_referral_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_cin_episodes AS parent WHERE parent.cine_referral_id = child.invo_referral_id);
GO

-- META-CONTAINER: {"type": "table", "name": "ssd_permanence"}
-- META-ELEMENT: {"type": "count_orphans"}
SELECT N'ssd_permanence.perm_adoption_worker_id' AS reference, COUNT(*) AS orphans FROM ssd_permanence AS child WHERE child.perm_adoption_worker_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_professionals AS parent WHERE parent.prof_professional_id = child.perm_adoption_worker_id);
GO

-- META-CONTAINER: {"type": "table", "name": "ssd_s47_enquiry"}
-- META-ELEMENT: {"type": "count_orphans"}
SELECT N'ssd_s47_enquiry.s47e_referral_id' AS reference, COUNT(*) AS orphans FROM ssd_s47_enquiry AS child WHERE child.s47e_referral_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_cin_episodes AS parent WHERE parent.cine_referral_id = child.s47e_referral_id);
SELECT N'ssd_s47_enquiry.s47e_s47_completed_by_worker_id' AS reference, COUNT(*) AS orphans FROM ssd_s47_enquiry AS child WHERE child.s47e_s47_completed_by_worker_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_professionals AS parent WHERE parent.prof_professional_id = child.s47e_s47_completed_by_worker_id);
SELECT N'ssd_s47_enquiry.s47e_s47_completed_by_team' AS reference, COUNT(*) AS orphans FROM ssd_s47_enquiry AS child WHERE child.s47e_s47_completed_by_team IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_department AS parent WHERE parent.dept_team_id = child.s47e_s47_completed_by_team);
GO
