-- META-ELEMENT: {"type": "header"}
-- =============================================================================
-- Standard Safeguarding Dataset
-- Extract for Liquid Logic on SQL Server (2012 or later)
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
-- Who is in it: persons for whom at least one of these is found: contact, referral,
-- care_leaver, eligibility, involvement.
-- How far back: 23 of the 37 tables that are filled keep the years of the settings
-- below, the others all that the CMS holds of these persons.
--
-- Of the standard: mapped: 268, not held by the CMS: 91.
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
-- META-ELEMENT: {"type": "remove_fk"}
IF EXISTS (SELECT 1 FROM sys.foreign_keys WHERE parent_object_id = OBJECT_ID(N'ssd_linked_identifiers', N'U') AND name = N'fk_ssd_linked_identifiers_link_person_id')
ALTER TABLE ssd_linked_identifiers DROP CONSTRAINT fk_ssd_linked_identifiers_link_person_id;
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
-- META-ELEMENT: {"type": "remove_fk"}
IF EXISTS (SELECT 1 FROM sys.foreign_keys WHERE parent_object_id = OBJECT_ID(N'ssd_pre_proceedings', N'U') AND name = N'fk_ssd_pre_proceedings_prep_person_id')
ALTER TABLE ssd_pre_proceedings DROP CONSTRAINT fk_ssd_pre_proceedings_prep_person_id;
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

-- META-CONTAINER: {"type": "table", "name": "ssd_send"}
-- META-ELEMENT: {"type": "delete_data"}
DELETE FROM ssd_send;

-- META-CONTAINER: {"type": "table", "name": "ssd_sdq_scores"}
-- META-ELEMENT: {"type": "delete_data"}
DELETE FROM ssd_sdq_scores;

-- META-CONTAINER: {"type": "table", "name": "ssd_s47_enquiry"}
-- META-ELEMENT: {"type": "delete_data"}
DELETE FROM ssd_s47_enquiry;

-- META-CONTAINER: {"type": "table", "name": "ssd_professionals"}
-- META-ELEMENT: {"type": "delete_data"}
DELETE FROM ssd_professionals;

-- META-CONTAINER: {"type": "table", "name": "ssd_permanence"}
-- META-ELEMENT: {"type": "delete_data"}
DELETE FROM ssd_permanence;

-- META-CONTAINER: {"type": "table", "name": "ssd_mother"}
-- META-ELEMENT: {"type": "delete_data"}
DELETE FROM ssd_mother;

-- META-CONTAINER: {"type": "table", "name": "ssd_missing"}
-- META-ELEMENT: {"type": "delete_data"}
DELETE FROM ssd_missing;

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
  pers_forename, -- metadata={"item_ref":"PERS015A"}
  pers_surname, -- metadata={"item_ref":"PERS016A"}
  pers_sex, -- metadata={"item_ref":"PERS002A"}
  pers_gender, -- metadata={"item_ref":"PERS003A"}
  pers_ethnicity, -- metadata={"item_ref":"PERS004A"}
  pers_dob, -- metadata={"item_ref":"PERS005A"}
  -- pers_common_child_id is not held: each authority keeps it in its own way
  pers_legacy_id, -- metadata={"item_ref":"PERS014A"}
  pers_upn_unknown, -- metadata={"item_ref":"PERS007A"}
  pers_send_flag, -- metadata={"item_ref":"PERS008A"}
  pers_expected_dob, -- metadata={"item_ref":"PERS009A"}
  pers_death_date, -- metadata={"item_ref":"PERS010A"}
  pers_is_mother, -- metadata={"item_ref":"PERS011A"}
  pers_nationality -- metadata={"item_ref":"PERS012A"}
)
SELECT
  CAST(p.[DIM_PERSON_ID] AS nvarchar(30)), -- pers_person_id
  LEFT(NULLIF(RTRIM(p.[FORENAME]), N''), 255), -- pers_forename
  LEFT(NULLIF(RTRIM(p.[SURNAME]), N''), 255), -- pers_surname
  LEFT(NULLIF(RTRIM(p.[GENDER_MAIN_CODE]), N''), 20), -- pers_sex
  LEFT(NULLIF(RTRIM(p.[GENDER_MAIN_CODE]), N''), 10), -- pers_gender
  LEFT(NULLIF(RTRIM((SELECT TOP (1) e.[NAT_ID] FROM [HDM].[Child_Social].[DIM_LOOKUP_DFE_ETHNIC] AS e WHERE e.[MAIN_CODE] = p.[ETHNICITY_MAIN_CODE] ORDER BY CASE WHEN e.[NAT_ID] IS NULL THEN 1 ELSE 0 END, e.[NAT_ID])), N''), 48), -- pers_ethnicity
  CASE WHEN p.[DOB_ESTIMATED] = N'N' THEN p.[BIRTH_DTTM] END, -- pers_dob
  LEFT(NULLIF(RTRIM(p.[LEGACY_ID]), N''), 48), -- pers_legacy_id
  LEFT(NULLIF(RTRIM((SELECT TOP (1) f.[NO_UPN_CODE] FROM [HDM].[Child_Social].[FACT_903_DATA] AS f WHERE f.[DIM_PERSON_ID] = p.[DIM_PERSON_ID] AND f.[NO_UPN_CODE] IS NOT NULL ORDER BY f.[NO_UPN_CODE] DESC)), N''), 6), -- pers_upn_unknown
  LEFT(NULLIF(RTRIM(p.[EHM_SEN_FLAG]), N''), 1), -- pers_send_flag
  CASE WHEN p.[DOB_ESTIMATED] = N'Y' THEN p.[BIRTH_DTTM] END, -- pers_expected_dob
  p.[DEATH_DTTM], -- pers_death_date
  CASE WHEN p.[GENDER_MAIN_CODE] <> N'M' AND EXISTS (SELECT 1 FROM [HDM].[Child_Social].[FACT_PERSON_RELATION] AS r WHERE r.[DIM_PERSON_ID] = p.[DIM_PERSON_ID] AND r.[DIM_LOOKUP_RELTN_TYPE_CODE] = N'CHI') THEN N'Y' END, -- pers_is_mother
  LEFT(NULLIF(RTRIM(p.[NATNL_CODE]), N''), 48) -- pers_nationality
FROM [HDM].[Child_Social].[DIM_PERSON] AS p
WHERE p.[DIM_PERSON_ID] <> -1
  AND p.[DUPLICATED_DTTM] IS NULL
  AND p.[IS_CLIENT] = N'Y'
  AND (EXISTS (SELECT 1 FROM [HDM].[Child_Social].[FACT_CONTACTS] AS fc WHERE fc.[DIM_PERSON_ID] = p.[DIM_PERSON_ID] AND fc.[CONTACT_DTTM] >= @ssd_window_start AND fc.[CONTACT_DTTM] < DATEADD(day, 1, @ssd_today)) OR EXISTS (SELECT 1 FROM [HDM].[Child_Social].[FACT_REFERRALS] AS fr WHERE fr.[DIM_PERSON_ID] = p.[DIM_PERSON_ID] AND (fr.[REFRL_START_DTTM] >= @ssd_window_start OR fr.[REFRL_END_DTTM] >= @ssd_window_start OR fr.[REFRL_END_DTTM] IS NULL)) OR EXISTS (SELECT 1 FROM [HDM].[Child_Social].[FACT_CLA_CARE_LEAVERS] AS cl WHERE cl.[DIM_PERSON_ID] = p.[DIM_PERSON_ID] AND cl.[IN_TOUCH_DTTM] >= @ssd_window_start) OR EXISTS (SELECT 1 FROM [HDM].[Child_Social].[DIM_CLA_ELIGIBILITY] AS el WHERE el.[DIM_PERSON_ID] = p.[DIM_PERSON_ID] AND el.[DIM_LOOKUP_ELIGIBILITY_STATUS_DESC] IS NOT NULL) OR EXISTS (SELECT 1 FROM [HDM].[Child_Social].[FACT_INVOLVEMENTS] AS fi WHERE fi.[DIM_PERSON_ID] = p.[DIM_PERSON_ID] AND (fi.[DIM_LOOKUP_INVOLVEMENT_TYPE_CODE] IS NULL OR fi.[DIM_LOOKUP_INVOLVEMENT_TYPE_CODE] NOT LIKE N'KA%' OR fi.[IS_ALLOCATED_CW_FLAG] = N'Y') AND fi.[DIM_WORKER_ID] <> N'-1' AND (fi.[END_DTTM] IS NULL OR fi.[END_DTTM] > @ssd_window_start)))
  AND p.[DIM_PERSON_ID] IS NOT NULL;

-- META-CONTAINER: {"type": "table", "name": "ssd_version_log"}
-- META-ELEMENT: {"type": "insert_data"}
-- not loaded: liquid_logic does not hold it, the script itself writes its row

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

-- META-CONTAINER: {"type": "table", "name": "ssd_api_data_staging"}
-- META-ELEMENT: {"type": "insert_data"}
-- not loaded: liquid_logic does not hold it, filled by transfer process

-- META-CONTAINER: {"type": "table", "name": "ssd_assessment_factors"}
-- META-ELEMENT: {"type": "insert_data"}
WITH assessment_forms AS (
  SELECT a.[FACT_FORM_ID] AS fact_form_id, MAX(CASE WHEN a.[ANSWER_NO] = N'seenYN' THEN a.[ANSWER] END) AS seen, MAX(CASE WHEN a.[ANSWER_NO] = N'FormEndDate' THEN CASE WHEN a.[ANSWER] LIKE N'[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]%' THEN TRY_CONVERT(datetime, LEFT(a.[ANSWER], 10), 120) WHEN a.[ANSWER] LIKE N'[0-3][0-9]/[01][0-9]/[12][0-9][0-9][0-9]%' THEN TRY_CONVERT(datetime, LEFT(a.[ANSWER], 10), 103) END END) AS authorised
  FROM [HDM].[Child_Social].[FACT_FORM_ANSWERS] AS a
  WHERE a.[ANSWER_NO] IN (N'seenYN', N'FormEndDate') AND a.[FACT_FORM_ID] <> -1
  GROUP BY a.[FACT_FORM_ID]
),
factors AS (
  SELECT DISTINCT a.[FACT_FORM_ID] AS fact_form_id, a.[ANSWER_NO] AS code, CASE WHEN LEN(a.[ANSWER_NO]) = 3 OR a.[ANSWER_NO] IN (N'20', N'21') THEN 2 ELSE 1 END AS digits
  FROM [HDM].[Child_Social].[FACT_FORM_ANSWERS] AS a
  WHERE LOWER(a.[ANSWER]) = N'yes' AND a.[ANSWER_NO] IN (N'20', N'21', N'1A', N'1B', N'1C', N'2A', N'2B', N'2C', N'3A', N'3B', N'3C', N'4A', N'4B', N'4C', N'5A', N'5B', N'5C', N'6A', N'6B', N'6C', N'7A', N'8B', N'8C', N'8D', N'8E', N'8F', N'9A', N'10A', N'11A', N'12A', N'13A', N'14A', N'15A', N'16A', N'17A', N'18A', N'18B', N'18C', N'19A', N'19B', N'19C', N'22A', N'23A', N'24A')
)
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
    CAST(fsa.[EXTERNAL_ID] AS nvarchar(30)) AS cinf_table_id, -- cinf_table_id
    CAST(fsa.[FACT_SINGLE_ASSESSMENT_ID] AS nvarchar(30)) AS cinf_assessment_id, -- cinf_assessment_id
    LEFT(NULLIF(RTRIM(CONCAT(N'["', STUFF((SELECT N'","' + REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE((f.code) COLLATE Latin1_General_BIN2, NCHAR(1), N' '), NCHAR(2), N' '), NCHAR(3), N' '), NCHAR(4), N' '), NCHAR(5), N' '), NCHAR(6), N' '), NCHAR(7), N' '), NCHAR(8), N' '), NCHAR(11), N' '), NCHAR(12), N' '), NCHAR(14), N' '), NCHAR(15), N' '), NCHAR(16), N' '), NCHAR(17), N' '), NCHAR(18), N' '), NCHAR(19), N' '), NCHAR(20), N' '), NCHAR(21), N' '), NCHAR(22), N' '), NCHAR(23), N' '), NCHAR(24), N' '), NCHAR(25), N' '), NCHAR(26), N' '), NCHAR(27), N' '), NCHAR(28), N' '), NCHAR(29), N' '), NCHAR(30), N' '), NCHAR(31), N' ') FROM factors AS f WHERE f.fact_form_id = fsa.[FACT_FORM_ID] ORDER BY CASE WHEN f.digits IS NULL THEN 1 ELSE 0 END, f.digits, CASE WHEN f.code IS NULL THEN 1 ELSE 0 END, f.code FOR XML PATH(N''), TYPE).value(N'.', N'nvarchar(max)'), 1, 3, N''), N'"]')), N''), 1000) AS cinf_assessment_factors_json, -- cinf_assessment_factors_json
    ROW_NUMBER() OVER (PARTITION BY fsa.[EXTERNAL_ID] ORDER BY fsa.[FACT_SINGLE_ASSESSMENT_ID] DESC, CASE WHEN fsa.[EXTERNAL_ID] IS NULL THEN 1 ELSE 0 END, fsa.[EXTERNAL_ID], CASE WHEN fsa.[FACT_FORM_ID] IS NULL THEN 1 ELSE 0 END, fsa.[FACT_FORM_ID]) AS ssd_row
  FROM [HDM].[Child_Social].[FACT_SINGLE_ASSESSMENT] AS fsa
  LEFT JOIN assessment_forms AS form ON form.fact_form_id = fsa.[FACT_FORM_ID]
  WHERE fsa.[EXTERNAL_ID] <> -1
    AND fsa.[DIM_LOOKUP_STEP_SUBSTATUS_CODE] NOT IN (N'X', N'D')
    AND EXISTS (SELECT 1 FROM factors AS f WHERE f.fact_form_id = fsa.[FACT_FORM_ID] AND f.fact_form_id <> -1)
    AND (form.authorised >= @ssd_window_start OR form.authorised IS NULL)
    AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(fsa.[DIM_PERSON_ID] AS nvarchar(30)))
    AND fsa.[EXTERNAL_ID] IS NOT NULL
    AND fsa.[FACT_SINGLE_ASSESSMENT_ID] IS NOT NULL
) AS picked
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
    LEFT(NULLIF(RTRIM(CONCAT(CAST(dce.[DIM_CLA_ELIGIBILITY_ID] AS nvarchar(30)), N'-', CAST(fccl.[FACT_CLA_CARE_LEAVERS_ID] AS nvarchar(30)))), N''), 48) AS clea_table_id, -- clea_table_id
    CAST(dce.[DIM_PERSON_ID] AS nvarchar(30)) AS clea_person_id, -- clea_person_id
    LEFT(NULLIF(RTRIM(COALESCE(dce.[DIM_LOOKUP_ELIGIBILITY_STATUS_DESC], N'No Current Eligibility')), N''), 100) AS clea_care_leaver_eligibility, -- clea_care_leaver_eligibility
    LEFT(NULLIF(RTRIM(fccl.[DIM_LOOKUP_IN_TOUCH_CODE_CODE]), N''), 100) AS clea_care_leaver_in_touch, -- clea_care_leaver_in_touch
    fccl.[IN_TOUCH_DTTM] AS clea_care_leaver_latest_contact, -- clea_care_leaver_latest_contact
    LEFT(NULLIF(RTRIM(fccl.[DIM_LOOKUP_ACCOMMODATION_CODE_DESC]), N''), 100) AS clea_care_leaver_accommodation, -- clea_care_leaver_accommodation
    LEFT(NULLIF(RTRIM(fccl.[DIM_LOOKUP_ACCOMMODATION_SUITABLE_DESC]), N''), 100) AS clea_care_leaver_accom_suitable, -- clea_care_leaver_accom_suitable
    LEFT(NULLIF(RTRIM(fccl.[DIM_LOOKUP_MAIN_ACTIVITY_DESC]), N''), 100) AS clea_care_leaver_activity, -- clea_care_leaver_activity
    (SELECT MAX(fcp.[MODIF_DTTM]) FROM [HDM].[Child_Social].[FACT_CARE_PLANS] AS fcp WHERE fcp.[DIM_PERSON_ID] = fccl.[DIM_PERSON_ID] AND fcp.[DIM_LOOKUP_PLAN_TYPE_ID_CODE] = N'PATH') AS clea_pathway_plan_review_date, -- clea_pathway_plan_review_date
    LEFT(NULLIF(RTRIM((SELECT TOP (1) NULLIF(fi.[DIM_WORKER_ID], N'0') FROM [HDM].[Child_Social].[FACT_INVOLVEMENTS] AS fi WHERE fi.[DIM_PERSON_ID] = dce.[DIM_PERSON_ID] AND fi.[DIM_LOOKUP_INVOLVEMENT_TYPE_CODE] = N'16PLUS' AND fi.[DIM_WORKER_ID] <> N'-1' ORDER BY fi.[FACT_INVOLVEMENTS_ID] DESC)), N''), 100) AS clea_care_leaver_personal_advisor, -- clea_care_leaver_personal_advisor
    CAST((SELECT TOP (1) NULLIF(NULLIF(fi.[FACT_WORKER_HISTORY_DEPARTMENT_ID], -1), 0) FROM [HDM].[Child_Social].[FACT_INVOLVEMENTS] AS fi WHERE fi.[DIM_PERSON_ID] = dce.[DIM_PERSON_ID] AND fi.[DIM_LOOKUP_INVOLVEMENT_TYPE_CODE] = N'CW' AND fi.[IS_ALLOCATED_CW_FLAG] = N'Y' AND fi.[DIM_WORKER_ID] <> N'-1' ORDER BY fi.[FACT_INVOLVEMENTS_ID] DESC) AS nvarchar(30)) AS clea_care_leaver_allocated_team, -- clea_care_leaver_allocated_team
    LEFT(NULLIF(RTRIM((SELECT TOP (1) NULLIF(fi.[DIM_WORKER_ID], N'0') FROM [HDM].[Child_Social].[FACT_INVOLVEMENTS] AS fi WHERE fi.[DIM_PERSON_ID] = dce.[DIM_PERSON_ID] AND fi.[DIM_LOOKUP_INVOLVEMENT_TYPE_CODE] = N'CW' AND fi.[IS_ALLOCATED_CW_FLAG] = N'Y' AND fi.[DIM_WORKER_ID] <> N'-1' ORDER BY fi.[FACT_INVOLVEMENTS_ID] DESC)), N''), 48) AS clea_care_leaver_worker_id, -- clea_care_leaver_worker_id
    ROW_NUMBER() OVER (PARTITION BY CONCAT(CAST(dce.[DIM_CLA_ELIGIBILITY_ID] AS nvarchar(30)), N'-', CAST(fccl.[FACT_CLA_CARE_LEAVERS_ID] AS nvarchar(30))) ORDER BY CASE WHEN dce.[DIM_CLA_ELIGIBILITY_ID] IS NULL THEN 1 ELSE 0 END, dce.[DIM_CLA_ELIGIBILITY_ID], CASE WHEN fccl.[FACT_CLA_CARE_LEAVERS_ID] IS NULL THEN 1 ELSE 0 END, fccl.[FACT_CLA_CARE_LEAVERS_ID], CASE WHEN dce.[DIM_PERSON_ID] IS NULL THEN 1 ELSE 0 END, dce.[DIM_PERSON_ID], CASE WHEN dce.[DIM_LOOKUP_ELIGIBILITY_STATUS_DESC] IS NULL THEN 1 ELSE 0 END, dce.[DIM_LOOKUP_ELIGIBILITY_STATUS_DESC], CASE WHEN fccl.[DIM_LOOKUP_IN_TOUCH_CODE_CODE] IS NULL THEN 1 ELSE 0 END, fccl.[DIM_LOOKUP_IN_TOUCH_CODE_CODE], CASE WHEN fccl.[IN_TOUCH_DTTM] IS NULL THEN 1 ELSE 0 END, fccl.[IN_TOUCH_DTTM], CASE WHEN fccl.[DIM_LOOKUP_ACCOMMODATION_CODE_DESC] IS NULL THEN 1 ELSE 0 END, fccl.[DIM_LOOKUP_ACCOMMODATION_CODE_DESC], CASE WHEN fccl.[DIM_LOOKUP_ACCOMMODATION_SUITABLE_DESC] IS NULL THEN 1 ELSE 0 END, fccl.[DIM_LOOKUP_ACCOMMODATION_SUITABLE_DESC], CASE WHEN fccl.[DIM_LOOKUP_MAIN_ACTIVITY_DESC] IS NULL THEN 1 ELSE 0 END, fccl.[DIM_LOOKUP_MAIN_ACTIVITY_DESC], CASE WHEN fccl.[DIM_PERSON_ID] IS NULL THEN 1 ELSE 0 END, fccl.[DIM_PERSON_ID]) AS ssd_row
  FROM [HDM].[Child_Social].[DIM_CLA_ELIGIBILITY] AS dce
  LEFT JOIN [HDM].[Child_Social].[FACT_CLA_CARE_LEAVERS] AS fccl ON fccl.[DIM_PERSON_ID] = dce.[DIM_PERSON_ID]
  WHERE EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(dce.[DIM_PERSON_ID] AS nvarchar(30)))
    AND NULLIF(RTRIM(CONCAT(CAST(dce.[DIM_CLA_ELIGIBILITY_ID] AS nvarchar(30)), N'-', CAST(fccl.[FACT_CLA_CARE_LEAVERS_ID] AS nvarchar(30)))), N'') IS NOT NULL
    AND dce.[DIM_PERSON_ID] IS NOT NULL
) AS picked
WHERE picked.ssd_row = 1;

-- META-CONTAINER: {"type": "table", "name": "ssd_cin_assessments"}
-- META-ELEMENT: {"type": "insert_data"}
WITH assessment_forms AS (
  SELECT a.[FACT_FORM_ID] AS fact_form_id, MAX(CASE WHEN a.[ANSWER_NO] = N'seenYN' THEN a.[ANSWER] END) AS seen, MAX(CASE WHEN a.[ANSWER_NO] = N'FormEndDate' THEN CASE WHEN a.[ANSWER] LIKE N'[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]%' THEN TRY_CONVERT(datetime, LEFT(a.[ANSWER], 10), 120) WHEN a.[ANSWER] LIKE N'[0-3][0-9]/[01][0-9]/[12][0-9][0-9][0-9]%' THEN TRY_CONVERT(datetime, LEFT(a.[ANSWER], 10), 103) END END) AS authorised
  FROM [HDM].[Child_Social].[FACT_FORM_ANSWERS] AS a
  WHERE a.[ANSWER_NO] IN (N'seenYN', N'FormEndDate') AND a.[FACT_FORM_ID] <> -1
  GROUP BY a.[FACT_FORM_ID]
)
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
  CAST(fa.[FACT_SINGLE_ASSESSMENT_ID] AS nvarchar(30)), -- cina_assessment_id
  CAST(fa.[DIM_PERSON_ID] AS nvarchar(30)), -- cina_person_id
  CAST(fa.[FACT_REFERRAL_ID] AS nvarchar(30)), -- cina_referral_id
  fa.[START_DTTM], -- cina_assessment_start_date
  CASE UPPER(form.seen) WHEN N'YES' THEN N'Y' WHEN N'NO' THEN N'N' END, -- cina_assessment_child_seen
  form.authorised, -- cina_assessment_auth_date
  REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE((
    N'{"NFA_FLAG":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(fa.[OUTCOME_NFA_FLAG]), N''), 1), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"NFA_S47_END_FLAG":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(fa.[OUTCOME_NFA_S47_END_FLAG]), N''), 1), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"STRATEGY_DISCUSSION_FLAG":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(fa.[OUTCOME_STRATEGY_DISCUSSION_FLAG]), N''), 1), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"CLA_REQUEST_FLAG":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(fa.[OUTCOME_CLA_REQUEST_FLAG]), N''), 1), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"PRIVATE_FOSTERING_FLAG":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(fa.[OUTCOME_PRIVATE_FOSTERING_FLAG]), N''), 1), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"LEGAL_ACTION_FLAG":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(fa.[OUTCOME_LEGAL_ACTION_FLAG]), N''), 1), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"PROV_OF_SERVICES_FLAG":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(fa.[OUTCOME_PROV_OF_SERVICES_FLAG]), N''), 1), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"PROV_OF_SB_CARE_FLAG":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(fa.[OUTCOME_PROV_OF_SB_CARE_FLAG]), N''), 1), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"SPECIALIST_ASSESSMENT_FLAG":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(fa.[OUTCOME_SPECIALIST_ASSESSMENT_FLAG]), N''), 1), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"REFERRAL_TO_OTHER_AGENCY_FLAG":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(fa.[OUTCOME_REFERRAL_TO_OTHER_AGENCY_FLAG]), N''), 1), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"OTHER_ACTIONS_FLAG":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(fa.[OUTCOME_OTHER_ACTIONS_FLAG]), N''), 1), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"OTHER_OUTCOMES_EXIST_FLAG":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(fa.[OTHER_OUTCOMES_EXIST_FLAG]), N''), 1), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"TOTAL_NO_OF_OUTCOMES":' + COALESCE(CAST(fa.[TOTAL_NO_OF_OUTCOMES] AS nvarchar(30)), N'null') +
    N',"COMMENTS":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(fa.[OUTCOME_COMMENTS]), N''), 250), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N'}') COLLATE Latin1_General_BIN2, NCHAR(1), N' '), NCHAR(2), N' '), NCHAR(3), N' '), NCHAR(4), N' '), NCHAR(5), N' '), NCHAR(6), N' '), NCHAR(7), N' '), NCHAR(8), N' '), NCHAR(11), N' '), NCHAR(12), N' '), NCHAR(14), N' '), NCHAR(15), N' '), NCHAR(16), N' '), NCHAR(17), N' '), NCHAR(18), N' '), NCHAR(19), N' '), NCHAR(20), N' '), NCHAR(21), N' '), NCHAR(22), N' '), NCHAR(23), N' '), NCHAR(24), N' '), NCHAR(25), N' '), NCHAR(26), N' '), NCHAR(27), N' '), NCHAR(28), N' '), NCHAR(29), N' '), NCHAR(30), N' '), NCHAR(31), N' '), NCHAR(13), N'\r'), NCHAR(10), N'\n'), NCHAR(9), N'\t'), -- cina_assessment_outcome_json
  LEFT(NULLIF(RTRIM(fa.[OUTCOME_NFA_FLAG]), N''), 1), -- cina_assessment_outcome_nfa
  CAST(NULLIF(fa.[COMPLETED_BY_DEPT_ID], -1) AS nvarchar(30)), -- cina_assessment_team
  CAST(NULLIF(fa.[COMPLETED_BY_USER_ID], -1) AS nvarchar(30)) -- cina_assessment_worker_id
FROM [HDM].[Child_Social].[FACT_SINGLE_ASSESSMENT] AS fa
LEFT JOIN assessment_forms AS form ON form.fact_form_id = fa.[FACT_FORM_ID]
WHERE fa.[DIM_LOOKUP_STEP_SUBSTATUS_CODE] NOT IN (N'X', N'D')
  AND (form.authorised >= @ssd_window_start OR form.authorised IS NULL)
  AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(fa.[DIM_PERSON_ID] AS nvarchar(30)))
  AND fa.[FACT_SINGLE_ASSESSMENT_ID] IS NOT NULL
  AND fa.[DIM_PERSON_ID] IS NOT NULL;

-- META-CONTAINER: {"type": "table", "name": "ssd_cin_episodes"}
-- META-ELEMENT: {"type": "insert_data"}
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
  CAST(fr.[FACT_REFERRAL_ID] AS nvarchar(30)), -- cine_referral_id
  CAST(fr.[DIM_PERSON_ID] AS nvarchar(30)), -- cine_person_id
  fr.[REFRL_START_DTTM], -- cine_referral_date
  LEFT(NULLIF(RTRIM(LEFT(fr.[DIM_LOOKUP_CATEGORY_OF_NEED_CODE], 3)), N''), 3), -- cine_cin_primary_need_code
  CAST(fr.[DIM_LOOKUP_CONT_SORC_ID] AS nvarchar(30)), -- cine_referral_source_code
  LEFT(NULLIF(RTRIM(LEFT(fr.[DIM_LOOKUP_CONT_SORC_ID_DESC], 255)), N''), 255), -- cine_referral_source_desc
  REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE((
    N'{"SINGLE_ASSESSMENT_FLAG":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(fr.[OUTCOME_SINGLE_ASSESSMENT_FLAG]), N''), 1), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"STRATEGY_DISCUSSION_FLAG":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(fr.[OUTCOME_STRATEGY_DISCUSSION_FLAG]), N''), 1), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"CLA_REQUEST_FLAG":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(fr.[OUTCOME_CLA_REQUEST_FLAG]), N''), 1), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"NON_AGENCY_ADOPTION_FLAG":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(fr.[OUTCOME_NON_AGENCY_ADOPTION_FLAG]), N''), 1), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"PRIVATE_FOSTERING_FLAG":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(fr.[OUTCOME_PRIVATE_FOSTERING_FLAG]), N''), 1), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"CP_TRANSFER_IN_FLAG":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(fr.[OUTCOME_CP_TRANSFER_IN_FLAG]), N''), 1), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"CP_CONFERENCE_FLAG":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(fr.[OUTCOME_CP_CONFERENCE_FLAG]), N''), 1), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"CARE_LEAVER_FLAG":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(fr.[OUTCOME_CARE_LEAVER_FLAG]), N''), 1), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"OTHER_OUTCOMES_EXIST_FLAG":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(fr.[OTHER_OUTCOMES_EXIST_FLAG]), N''), 1), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"NUMBER_OF_OUTCOMES":' + COALESCE(CAST(CASE WHEN fr.[TOTAL_NO_OF_OUTCOMES] >= 0 THEN fr.[TOTAL_NO_OF_OUTCOMES] END AS nvarchar(30)), N'null') +
    N',"COMMENTS":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(fr.[OUTCOME_COMMENTS]), N''), 900), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N'}') COLLATE Latin1_General_BIN2, NCHAR(1), N' '), NCHAR(2), N' '), NCHAR(3), N' '), NCHAR(4), N' '), NCHAR(5), N' '), NCHAR(6), N' '), NCHAR(7), N' '), NCHAR(8), N' '), NCHAR(11), N' '), NCHAR(12), N' '), NCHAR(14), N' '), NCHAR(15), N' '), NCHAR(16), N' '), NCHAR(17), N' '), NCHAR(18), N' '), NCHAR(19), N' '), NCHAR(20), N' '), NCHAR(21), N' '), NCHAR(22), N' '), NCHAR(23), N' '), NCHAR(24), N' '), NCHAR(25), N' '), NCHAR(26), N' '), NCHAR(27), N' '), NCHAR(28), N' '), NCHAR(29), N' '), NCHAR(30), N' '), NCHAR(31), N' '), NCHAR(13), N'\r'), NCHAR(10), N'\n'), NCHAR(9), N'\t'), -- cine_referral_outcome_json
  LEFT(NULLIF(RTRIM(CASE WHEN fr.[OUTCOME_NFA_FLAG] IN (N'YES', N'TRUE', N'1') THEN N'Y' WHEN fr.[OUTCOME_NFA_FLAG] IN (N'NO', N'FALSE', N'0') THEN N'N' ELSE LEFT(fr.[OUTCOME_NFA_FLAG], 1) END), N''), 1), -- cine_referral_nfa
  LEFT(NULLIF(RTRIM(LEFT(fr.[DIM_LOOKUP_REFRL_ENDRSN_ID_CODE], 100)), N''), 100), -- cine_close_reason
  fr.[REFRL_END_DTTM], -- cine_close_date
  CAST(fr.[DIM_DEPARTMENT_ID] AS nvarchar(30)), -- cine_referral_team
  LEFT(NULLIF(RTRIM(LEFT(fr.[DIM_WORKER_ID_DESC], 100)), N''), 48) -- cine_referral_worker_id
FROM [HDM].[Child_Social].[FACT_REFERRALS] AS fr
WHERE fr.[DIM_PERSON_ID] <> -1
  AND (fr.[REFRL_START_DTTM] >= @ssd_window_start OR fr.[REFRL_END_DTTM] IS NULL)
  AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(fr.[DIM_PERSON_ID] AS nvarchar(30)))
  AND fr.[FACT_REFERRAL_ID] IS NOT NULL
  AND fr.[DIM_PERSON_ID] IS NOT NULL;

-- META-CONTAINER: {"type": "table", "name": "ssd_cin_plans"}
-- META-ELEMENT: {"type": "insert_data"}
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
  CAST(cps.[FACT_CARE_PLAN_SUMMARY_ID] AS nvarchar(30)), -- cinp_cin_plan_id
  CAST(cps.[FACT_REFERRAL_ID] AS nvarchar(30)), -- cinp_referral_id
  CAST(cps.[DIM_PERSON_ID] AS nvarchar(30)), -- cinp_person_id
  cps.[START_DTTM], -- cinp_cin_plan_start_date
  cps.[END_DTTM], -- cinp_cin_plan_end_date
  CAST((SELECT MAX(fp.[DIM_PLAN_COORD_DEPT_ID]) FROM [HDM].[Child_Social].[FACT_CARE_PLANS] AS fp WHERE fp.[FACT_CARE_PLAN_SUMMARY_ID] = cps.[FACT_CARE_PLAN_SUMMARY_ID]) AS nvarchar(30)), -- cinp_cin_plan_team
  CAST((SELECT MAX(fp.[DIM_PLAN_COORD_ID]) FROM [HDM].[Child_Social].[FACT_CARE_PLANS] AS fp WHERE fp.[FACT_CARE_PLAN_SUMMARY_ID] = cps.[FACT_CARE_PLAN_SUMMARY_ID]) AS nvarchar(30)) -- cinp_cin_plan_worker_id
FROM [HDM].[Child_Social].[FACT_CARE_PLAN_SUMMARY] AS cps
WHERE cps.[DIM_LOOKUP_PLAN_TYPE_CODE] = N'FP'
  AND cps.[DIM_LOOKUP_PLAN_STATUS_ID_CODE] <> N'z'
  AND (cps.[END_DTTM] >= @ssd_window_start OR cps.[END_DTTM] IS NULL)
  AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(cps.[DIM_PERSON_ID] AS nvarchar(30)))
  AND cps.[FACT_CARE_PLAN_SUMMARY_ID] IS NOT NULL
  AND cps.[DIM_PERSON_ID] IS NOT NULL;

-- META-CONTAINER: {"type": "table", "name": "ssd_cin_visits"}
-- META-ELEMENT: {"type": "insert_data"}
INSERT INTO ssd_cin_visits (
  cinv_cin_visit_id, -- metadata={"item_ref":"CINV001A"}
  cinv_person_id, -- metadata={"item_ref":"CINV007A"}
  cinv_cin_visit_date, -- metadata={"item_ref":"CINV003A"}
  cinv_cin_visit_seen, -- metadata={"item_ref":"CINV004A"}
  cinv_cin_visit_seen_alone, -- metadata={"item_ref":"CINV005A"}
  cinv_cin_visit_bedroom -- metadata={"item_ref":"CINV006A"}
)
SELECT
  CAST(cn.[FACT_CASENOTE_ID] AS nvarchar(30)), -- cinv_cin_visit_id
  CAST(cn.[DIM_PERSON_ID] AS nvarchar(30)), -- cinv_person_id
  cn.[EVENT_DTTM], -- cinv_cin_visit_date
  LEFT(NULLIF(RTRIM(cn.[SEEN_FLAG]), N''), 1), -- cinv_cin_visit_seen
  LEFT(NULLIF(RTRIM(cn.[SEEN_ALONE_FLAG]), N''), 1), -- cinv_cin_visit_seen_alone
  LEFT(NULLIF(RTRIM(cn.[SEEN_BEDROOM_FLAG]), N''), 1) -- cinv_cin_visit_bedroom
FROM [HDM].[Child_Social].[FACT_CASENOTES] AS cn
WHERE cn.[DIM_LOOKUP_CASNT_TYPE_ID_CODE] IN (N'CNSTAT', N'CNSTATCOVID', N'STAT', N'HVIS', N'DRCT', N'IRO', N'SUPERCONT', N'STVL', N'STVLCOVID', N'STVC', N'STVCPCOVID')
  AND (cn.[EVENT_DTTM] >= @ssd_window_start OR cn.[EVENT_DTTM] IS NULL)
  AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(cn.[DIM_PERSON_ID] AS nvarchar(30)))
  AND cn.[FACT_CASENOTE_ID] IS NOT NULL;

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_care_plan"}
-- META-ELEMENT: {"type": "insert_data"}
WITH newest_plan_answers AS (
  SELECT f.[DIM_PERSON_ID] AS dim_person_id, a.[ANSWER_NO] AS answer_no, a.[ANSWER] AS answer, ROW_NUMBER() OVER (PARTITION BY f.[DIM_PERSON_ID], a.[ANSWER_NO] ORDER BY a.[FACT_FORM_ID] DESC, CASE WHEN CASE WHEN a.[ANSWER] IS NULL THEN 1 ELSE 0 END IS NULL THEN 1 ELSE 0 END, CASE WHEN a.[ANSWER] IS NULL THEN 1 ELSE 0 END, a.[ANSWERED_DTTM] DESC, CASE WHEN a.[ANSWER] IS NULL THEN 1 ELSE 0 END, a.[ANSWER]) AS nth
  FROM [HDM].[Child_Social].[FACT_FORM_ANSWERS] AS a
  INNER JOIN [HDM].[Child_Social].[FACT_FORMS] AS f ON f.[FACT_FORM_ID] = a.[FACT_FORM_ID]
  WHERE a.[ANSWER_NO] LIKE N'CPFUP%'
),
plan_answers AS (
  SELECT n.dim_person_id AS dim_person_id, MAX(CASE WHEN n.answer_no = N'CPFUP1' THEN n.answer END) AS cpfup1, MAX(CASE WHEN n.answer_no = N'CPFUP2' THEN n.answer END) AS cpfup2, MAX(CASE WHEN n.answer_no = N'CPFUP3' THEN n.answer END) AS cpfup3, MAX(CASE WHEN n.answer_no = N'CPFUP4' THEN n.answer END) AS cpfup4, MAX(CASE WHEN n.answer_no = N'CPFUP5' THEN n.answer END) AS cpfup5, MAX(CASE WHEN n.answer_no = N'CPFUP6' THEN n.answer END) AS cpfup6, MAX(CASE WHEN n.answer_no = N'CPFUP7' THEN n.answer END) AS cpfup7, MAX(CASE WHEN n.answer_no = N'CPFUP8' THEN n.answer END) AS cpfup8, MAX(CASE WHEN n.answer_no = N'CPFUP9' THEN n.answer END) AS cpfup9, MAX(CASE WHEN n.answer_no = N'CPFUP10' THEN n.answer END) AS cpfup10
  FROM newest_plan_answers AS n
  WHERE n.nth = 1
  GROUP BY n.dim_person_id
)
INSERT INTO ssd_cla_care_plan (
  lacp_table_id, -- metadata={"item_ref":"LACP001A"}
  lacp_person_id, -- metadata={"item_ref":"LACP007A"}
  lacp_cla_care_plan_start_date, -- metadata={"item_ref":"LACP004A"}
  lacp_cla_care_plan_end_date, -- metadata={"item_ref":"LACP005A"}
  lacp_cla_care_plan_json -- metadata={"item_ref":"LACP003A"}
)
SELECT
  CAST(fcp.[FACT_CARE_PLAN_ID] AS nvarchar(30)), -- lacp_table_id
  CAST(fcp.[DIM_PERSON_ID] AS nvarchar(30)), -- lacp_person_id
  fcp.[START_DTTM], -- lacp_cla_care_plan_start_date
  fcp.[END_DTTM], -- lacp_cla_care_plan_end_date
  REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE((
    N'{"REMAINSUP":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(a.cpfup1), N''), 35), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"RETURN1M":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(a.cpfup2), N''), 35), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"RETURN6M":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(a.cpfup3), N''), 35), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"RETURNEV":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(a.cpfup4), N''), 35), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"LTRELFR":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(a.cpfup5), N''), 35), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"LTFOST18":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(a.cpfup6), N''), 35), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"RESPLMT":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(a.cpfup7), N''), 35), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"SUPPLIV":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(a.cpfup8), N''), 35), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"ADOPTION":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(a.cpfup9), N''), 35), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"OTHERPLN":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(a.cpfup10), N''), 35), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N'}') COLLATE Latin1_General_BIN2, NCHAR(1), N' '), NCHAR(2), N' '), NCHAR(3), N' '), NCHAR(4), N' '), NCHAR(5), N' '), NCHAR(6), N' '), NCHAR(7), N' '), NCHAR(8), N' '), NCHAR(11), N' '), NCHAR(12), N' '), NCHAR(14), N' '), NCHAR(15), N' '), NCHAR(16), N' '), NCHAR(17), N' '), NCHAR(18), N' '), NCHAR(19), N' '), NCHAR(20), N' '), NCHAR(21), N' '), NCHAR(22), N' '), NCHAR(23), N' '), NCHAR(24), N' '), NCHAR(25), N' '), NCHAR(26), N' '), NCHAR(27), N' '), NCHAR(28), N' '), NCHAR(29), N' '), NCHAR(30), N' '), NCHAR(31), N' '), NCHAR(13), N'\r'), NCHAR(10), N'\n'), NCHAR(9), N'\t') -- lacp_cla_care_plan_json
FROM [HDM].[Child_Social].[FACT_CARE_PLANS] AS fcp
LEFT JOIN plan_answers AS a ON a.dim_person_id = fcp.[DIM_PERSON_ID]
WHERE fcp.[DIM_LOOKUP_PLAN_STATUS_ID_CODE] = N'A'
  AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(fcp.[DIM_PERSON_ID] AS nvarchar(30)))
  AND fcp.[FACT_CARE_PLAN_ID] IS NOT NULL
  AND fcp.[DIM_PERSON_ID] IS NOT NULL;

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_convictions"}
-- META-ELEMENT: {"type": "insert_data"}
INSERT INTO ssd_cla_convictions (
  clac_cla_conviction_id, -- metadata={"item_ref":"CLAC001A"}
  clac_person_id, -- metadata={"item_ref":"CLAC002A"}
  clac_cla_conviction_date, -- metadata={"item_ref":"CLAC003A"}
  clac_cla_conviction_offence -- metadata={"item_ref":"CLAC004A"}
)
SELECT
  CAST(fo.[FACT_OFFENCE_ID] AS nvarchar(30)), -- clac_cla_conviction_id
  CAST(fo.[DIM_PERSON_ID] AS nvarchar(30)), -- clac_person_id
  fo.[OFFENCE_DTTM], -- clac_cla_conviction_date
  LEFT(NULLIF(RTRIM(fo.[DESCRIPTION]), N''), 1000) -- clac_cla_conviction_offence
FROM [HDM].[Child_Social].[FACT_OFFENCE] AS fo
WHERE EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(fo.[DIM_PERSON_ID] AS nvarchar(30)))
  AND fo.[FACT_OFFENCE_ID] IS NOT NULL
  AND fo.[DIM_PERSON_ID] IS NOT NULL;

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_episodes"}
-- META-ELEMENT: {"type": "insert_data"}
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
  CAST(fce.[FACT_CARE_EPISODES_ID] AS nvarchar(30)), -- clae_cla_episode_id
  CAST(fce.[DIM_PERSON_ID] AS nvarchar(30)), -- clae_person_id
  fce.[CARE_START_DATE], -- clae_cla_episode_start_date
  LEFT(NULLIF(RTRIM(fce.[CARE_REASON_DESC]), N''), 100), -- clae_cla_episode_start_reason
  LEFT(NULLIF(RTRIM(fce.[CIN_903_CODE]), N''), 3), -- clae_cla_primary_need_code
  fce.[CARE_END_DATE], -- clae_cla_episode_ceased_date
  LEFT(NULLIF(RTRIM(fce.[CARE_REASON_END_DESC]), N''), 255), -- clae_cla_episode_ceased_reason
  CAST(fc.[FACT_CLA_ID] AS nvarchar(30)), -- clae_cla_id
  CAST(fc.[FACT_REFERRAL_ID] AS nvarchar(30)), -- clae_referral_id
  CAST(fce.[FACT_CLA_PLACEMENT_ID] AS nvarchar(30)), -- clae_cla_placement_id
  fc.[START_DTTM], -- clae_entered_care_date
  (SELECT MAX(cn.[EVENT_DTTM]) FROM [HDM].[Child_Social].[FACT_CASENOTES] AS cn WHERE cn.[DIM_PERSON_ID] = fce.[DIM_PERSON_ID] AND cn.[DIM_LOOKUP_CASNT_TYPE_ID_CODE] = N'IRO') -- clae_cla_last_iro_contact_date
FROM [HDM].[Child_Social].[FACT_CARE_EPISODES] AS fce
INNER JOIN [HDM].[Child_Social].[FACT_CLA] AS fc ON fc.[FACT_CLA_ID] = fce.[FACT_CLA_ID]
WHERE (fce.[CARE_END_DATE] >= @ssd_window_start OR fce.[CARE_END_DATE] IS NULL)
  AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(fce.[DIM_PERSON_ID] AS nvarchar(30)))
  AND fce.[FACT_CARE_EPISODES_ID] IS NOT NULL
  AND fce.[DIM_PERSON_ID] IS NOT NULL;

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_health"}
-- META-ELEMENT: {"type": "insert_data"}
INSERT INTO ssd_cla_health (
  clah_health_check_id, -- metadata={"item_ref":"CLAH001A"}
  clah_person_id, -- metadata={"item_ref":"CLAH002A"}
  clah_health_check_type, -- metadata={"item_ref":"CLAH003A"}
  clah_health_check_date, -- metadata={"item_ref":"CLAH004A"}
  clah_health_check_status -- metadata={"item_ref":"CLAH005A"}
)
SELECT
  CAST(fhc.[FACT_HEALTH_CHECK_ID] AS nvarchar(30)), -- clah_health_check_id
  CAST(fhc.[DIM_PERSON_ID] AS nvarchar(30)), -- clah_person_id
  LEFT(NULLIF(RTRIM(fhc.[DIM_LOOKUP_EVENT_TYPE_DESC]), N''), 500), -- clah_health_check_type
  fhc.[START_DTTM], -- clah_health_check_date
  LEFT(NULLIF(RTRIM(fhc.[DIM_LOOKUP_EXAM_STATUS_DESC]), N''), 48) -- clah_health_check_status
FROM [HDM].[Child_Social].[FACT_HEALTH_CHECK] AS fhc
WHERE (fhc.[START_DTTM] >= @ssd_window_start OR fhc.[START_DTTM] IS NULL)
  AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(fhc.[DIM_PERSON_ID] AS nvarchar(30)))
  AND fhc.[FACT_HEALTH_CHECK_ID] IS NOT NULL
  AND fhc.[DIM_PERSON_ID] IS NOT NULL;

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_immunisations"}
-- META-ELEMENT: {"type": "insert_data"}
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
    CAST(fcla.[DIM_PERSON_ID] AS nvarchar(30)) AS clai_person_id, -- clai_person_id
    LEFT(NULLIF(RTRIM(fcla.[IMMU_UP_TO_DATE_FLAG]), N''), 1) AS clai_immunisations_status, -- clai_immunisations_status
    fcla.[LAST_UPDATED_DTTM] AS clai_immunisations_status_date, -- clai_immunisations_status_date
    ROW_NUMBER() OVER (PARTITION BY fcla.[DIM_PERSON_ID] ORDER BY fcla.[LAST_UPDATED_DTTM] DESC, fcla.[FACT_CLA_ID] DESC) AS ssd_row
  FROM [HDM].[Child_Social].[FACT_CLA] AS fcla
  WHERE EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(fcla.[DIM_PERSON_ID] AS nvarchar(30)))
    AND fcla.[DIM_PERSON_ID] IS NOT NULL
) AS picked
WHERE picked.ssd_row = 1;

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_placement"}
-- META-ELEMENT: {"type": "insert_data"}
INSERT INTO ssd_cla_placement (
  clap_cla_placement_id, -- metadata={"item_ref":"CLAP001A"}
  clap_cla_placement_start_date, -- metadata={"item_ref":"CLAP003A"}
  clap_cla_placement_type, -- metadata={"item_ref":"CLAP004A"}
  clap_cla_placement_urn, -- metadata={"item_ref":"CLAP005A"}
  clap_cla_placement_distance, -- metadata={"item_ref":"CLAP011A"}
  clap_cla_id, -- metadata={"item_ref":"CLAP012A"}
  clap_cla_placement_provider, -- metadata={"item_ref":"CLAP007A"}
  clap_cla_placement_postcode, -- metadata={"item_ref":"CLAP008A"}
  clap_cla_placement_end_date, -- metadata={"item_ref":"CLAP009A"}
  clap_cla_placement_change_reason, -- metadata={"item_ref":"CLAP010A"}
  clap_person_id -- metadata={"item_ref":"CLAP013A"}
)
SELECT
  CAST(fcp.[FACT_CLA_PLACEMENT_ID] AS nvarchar(30)), -- clap_cla_placement_id
  fcp.[START_DTTM], -- clap_cla_placement_start_date
  LEFT(NULLIF(RTRIM(fcp.[DIM_LOOKUP_PLACEMENT_TYPE_CODE]), N''), 100), -- clap_cla_placement_type
  LEFT(NULLIF(RTRIM((SELECT TOP (1) fce.[OFSTED_URN] FROM [HDM].[Child_Social].[FACT_CARE_EPISODES] AS fce WHERE fce.[FACT_CLA_PLACEMENT_ID] = fcp.[FACT_CLA_PLACEMENT_ID] AND fce.[OFSTED_URN] LIKE N'SC%' ORDER BY CASE WHEN fce.[OFSTED_URN] IS NULL THEN 1 ELSE 0 END, fce.[OFSTED_URN])), N''), 48), -- clap_cla_placement_urn
  CASE WHEN LTRIM(RTRIM(fcp.[DISTANCE_FROM_HOME])) NOT LIKE N'%[^0-9.]%' AND LTRIM(RTRIM(fcp.[DISTANCE_FROM_HOME])) LIKE N'[0-9]%[0-9]' OR LTRIM(RTRIM(fcp.[DISTANCE_FROM_HOME])) LIKE N'[0-9]' THEN TRY_CAST(LTRIM(RTRIM(fcp.[DISTANCE_FROM_HOME])) AS float) END, -- clap_cla_placement_distance
  CAST(fcp.[FACT_CLA_ID] AS nvarchar(30)), -- clap_cla_id
  LEFT(NULLIF(RTRIM(fcp.[DIM_LOOKUP_PLACEMENT_PROVIDER_CODE]), N''), 48), -- clap_cla_placement_provider
  LEFT(NULLIF(RTRIM(CASE WHEN LEN(NULLIF(LTRIM(RTRIM(fcp.[POSTCODE])), N'')) > 4 THEN NULLIF(LTRIM(RTRIM(fcp.[POSTCODE])), N'') END), N''), 8), -- clap_cla_placement_postcode
  fcp.[END_DTTM], -- clap_cla_placement_end_date
  LEFT(NULLIF(RTRIM(fcp.[DIM_LOOKUP_PLAC_CHNG_REAS_CODE]), N''), 100), -- clap_cla_placement_change_reason
  CAST(fcp.[DIM_PERSON_ID] AS nvarchar(30)) -- clap_person_id
FROM [HDM].[Child_Social].[FACT_CLA_PLACEMENT] AS fcp
WHERE fcp.[DIM_LOOKUP_PLACEMENT_TYPE_CODE] IN (N'A1', N'A2', N'A3', N'A4', N'A5', N'A6', N'F1', N'F2', N'F3', N'F4', N'F5', N'F6', N'H1', N'H2', N'H3', N'H4', N'H5', N'H5a', N'K1', N'K2', N'M2', N'M3', N'P1', N'P2', N'Q1', N'Q2', N'R1', N'R2', N'R3', N'R5', N'S1', N'T0', N'T1', N'U1', N'U2', N'U3', N'U4', N'U5', N'U6', N'Z1')
  AND (fcp.[END_DTTM] >= @ssd_window_start OR fcp.[END_DTTM] IS NULL)
  AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(fcp.[DIM_PERSON_ID] AS nvarchar(30)))
  AND fcp.[FACT_CLA_PLACEMENT_ID] IS NOT NULL;

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_previous_permanence"}
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

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_reviews"}
-- META-ELEMENT: {"type": "insert_data"}
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
    CAST(fcr.[FACT_CLA_REVIEW_ID] AS nvarchar(30)) AS clar_cla_review_id, -- clar_cla_review_id
    CAST(fcr.[FACT_CLA_ID] AS nvarchar(30)) AS clar_cla_id, -- clar_cla_id
    fcr.[DUE_DTTM] AS clar_cla_review_due_date, -- clar_cla_review_due_date
    fcr.[MEETING_DTTM] AS clar_cla_review_date, -- clar_cla_review_date
    LEFT(NULLIF(RTRIM(fm.[CANCELLED]), N''), 1) AS clar_cla_review_cancelled, -- clar_cla_review_cancelled
    LEFT(NULLIF(RTRIM((SELECT MAX(fms.[DIM_LOOKUP_PARTICIPATION_CODE_DESC]) FROM [HDM].[Child_Social].[FACT_MEETING_SUBJECTS] AS fms WHERE fms.[FACT_MEETINGS_ID] = fcr.[FACT_MEETING_ID] AND fms.[DIM_PERSON_ID] = fcr.[DIM_PERSON_ID])), N''), 100) AS clar_cla_review_participation, -- clar_cla_review_participation
    ROW_NUMBER() OVER (PARTITION BY fcr.[FACT_CLA_REVIEW_ID] ORDER BY CASE WHEN fm.[FACT_MEETING_ID] IS NULL THEN 1 ELSE 0 END, fm.[FACT_MEETING_ID], CASE WHEN fcr.[FACT_CLA_REVIEW_ID] IS NULL THEN 1 ELSE 0 END, fcr.[FACT_CLA_REVIEW_ID], CASE WHEN fcr.[FACT_CLA_ID] IS NULL THEN 1 ELSE 0 END, fcr.[FACT_CLA_ID], CASE WHEN fcr.[DUE_DTTM] IS NULL THEN 1 ELSE 0 END, fcr.[DUE_DTTM], CASE WHEN fcr.[MEETING_DTTM] IS NULL THEN 1 ELSE 0 END, fcr.[MEETING_DTTM], CASE WHEN fm.[CANCELLED] IS NULL THEN 1 ELSE 0 END, fm.[CANCELLED], CASE WHEN fcr.[FACT_MEETING_ID] IS NULL THEN 1 ELSE 0 END, fcr.[FACT_MEETING_ID], CASE WHEN fcr.[DIM_PERSON_ID] IS NULL THEN 1 ELSE 0 END, fcr.[DIM_PERSON_ID]) AS ssd_row
  FROM [HDM].[Child_Social].[FACT_CLA_REVIEW] AS fcr
  LEFT JOIN [HDM].[Child_Social].[FACT_MEETINGS] AS fm ON fcr.[FACT_MEETING_ID] = fm.[FACT_MEETING_ID]
  WHERE EXISTS (SELECT 1 FROM [HDM].[Child_Social].[FACT_MEETING_SUBJECTS] AS fms INNER JOIN [HDM].[Child_Social].[FACT_FORMS] AS ff ON ff.[FACT_FORM_ID] = fms.[FACT_OUTCM_FORM_ID] WHERE fms.[FACT_MEETINGS_ID] = fcr.[FACT_MEETING_ID] AND fms.[DIM_PERSON_ID] = fcr.[DIM_PERSON_ID] AND 1 = 1 AND 1 = 1)
    AND (fcr.[MEETING_DTTM] >= @ssd_window_start OR fcr.[MEETING_DTTM] IS NULL)
    AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(fcr.[DIM_PERSON_ID] AS nvarchar(30)))
    AND fcr.[FACT_CLA_REVIEW_ID] IS NOT NULL
) AS picked
WHERE picked.ssd_row = 1;

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_substance_misuse"}
-- META-ELEMENT: {"type": "insert_data"}
INSERT INTO ssd_cla_substance_misuse (
  clas_substance_misuse_id, -- metadata={"item_ref":"CLAS001A"}
  clas_person_id, -- metadata={"item_ref":"CLAS002A"}
  clas_substance_misuse_date, -- metadata={"item_ref":"CLAS003A"}
  clas_substance_misused, -- metadata={"item_ref":"CLAS004A"}
  clas_intervention_received -- metadata={"item_ref":"CLAS005A"}
)
SELECT
  CAST(fsm.[FACT_SUBSTANCE_MISUSE_ID] AS nvarchar(30)), -- clas_substance_misuse_id
  CAST(fsm.[DIM_PERSON_ID] AS nvarchar(30)), -- clas_person_id
  fsm.[START_DTTM], -- clas_substance_misuse_date
  LEFT(NULLIF(RTRIM(fsm.[DIM_LOOKUP_SUBSTANCE_TYPE_CODE]), N''), 100), -- clas_substance_misused
  LEFT(NULLIF(RTRIM(fsm.[ACCEPT_FLAG]), N''), 1) -- clas_intervention_received
FROM [HDM].[Child_Social].[FACT_SUBSTANCE_MISUSE] AS fsm
WHERE EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(fsm.[DIM_PERSON_ID] AS nvarchar(30)))
  AND fsm.[FACT_SUBSTANCE_MISUSE_ID] IS NOT NULL
  AND fsm.[DIM_PERSON_ID] IS NOT NULL;

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_visits"}
-- META-ELEMENT: {"type": "insert_data"}
INSERT INTO ssd_cla_visits (
  clav_cla_visit_id, -- metadata={"item_ref":"CLAV001A"}
  clav_cla_id, -- metadata={"item_ref":"CLAV007A"}
  clav_person_id, -- metadata={"item_ref":"CLAV008A"}
  clav_cla_visit_date, -- metadata={"item_ref":"CLAV003A"}
  clav_cla_visit_seen, -- metadata={"item_ref":"CLAV004A"}
  clav_cla_visit_seen_alone -- metadata={"item_ref":"CLAV005A"}
)
SELECT
  CAST(clav.[FACT_CLA_VISIT_ID] AS nvarchar(30)), -- clav_cla_visit_id
  CAST(clav.[FACT_CLA_ID] AS nvarchar(30)), -- clav_cla_id
  CAST(clav.[DIM_PERSON_ID] AS nvarchar(30)), -- clav_person_id
  cn.[EVENT_DTTM], -- clav_cla_visit_date
  LEFT(NULLIF(RTRIM(cn.[SEEN_FLAG]), N''), 1), -- clav_cla_visit_seen
  LEFT(NULLIF(RTRIM(cn.[SEEN_ALONE_FLAG]), N''), 1) -- clav_cla_visit_seen_alone
FROM [HDM].[Child_Social].[FACT_CLA_VISIT] AS clav
INNER JOIN [HDM].[Child_Social].[FACT_CASENOTES] AS cn ON clav.[FACT_CASENOTE_ID] = cn.[FACT_CASENOTE_ID] AND clav.[DIM_PERSON_ID] = cn.[DIM_PERSON_ID]
WHERE cn.[DIM_LOOKUP_CASNT_TYPE_ID_CODE] = N'STVL'
  AND (cn.[EVENT_DTTM] >= @ssd_window_start OR cn.[EVENT_DTTM] IS NULL)
  AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(clav.[DIM_PERSON_ID] AS nvarchar(30)))
  AND clav.[FACT_CLA_VISIT_ID] IS NOT NULL;

-- META-CONTAINER: {"type": "table", "name": "ssd_contacts"}
-- META-ELEMENT: {"type": "insert_data"}
INSERT INTO ssd_contacts (
  cont_contact_id, -- metadata={"item_ref":"CONT001A"}
  cont_person_id, -- metadata={"item_ref":"CONT002A"}
  cont_contact_date, -- metadata={"item_ref":"CONT003A"}
  cont_contact_source_code, -- metadata={"item_ref":"CONT004A"}
  cont_contact_source_desc, -- metadata={"item_ref":"CONT006A"}
  cont_contact_outcome_json -- metadata={"item_ref":"CONT005A"}
)
SELECT
  CAST(fc.[FACT_CONTACT_ID] AS nvarchar(30)), -- cont_contact_id
  CAST(fc.[DIM_PERSON_ID] AS nvarchar(30)), -- cont_person_id
  fc.[CONTACT_DTTM], -- cont_contact_date
  CAST(fc.[DIM_LOOKUP_CONT_SORC_ID] AS nvarchar(30)), -- cont_contact_source_code
  LEFT(NULLIF(RTRIM(fc.[DIM_LOOKUP_CONT_SORC_ID_DESC]), N''), 255), -- cont_contact_source_desc
  REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE((
    N'{"NEW_REFERRAL_FLAG":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(fc.[OUTCOME_NEW_REFERRAL_FLAG]), N''), 1), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"EXISTING_REFERRAL_FLAG":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(fc.[OUTCOME_EXISTING_REFERRAL_FLAG]), N''), 1), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"CP_ENQUIRY_FLAG":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(fc.[OUTCOME_CP_ENQUIRY_FLAG]), N''), 1), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"NFA_FLAG":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(fc.[OUTCOME_NFA_FLAG]), N''), 1), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"NON_AGENCY_ADOPTION_FLAG":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(fc.[OUTCOME_NON_AGENCY_ADOPTION_FLAG]), N''), 1), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"PRIVATE_FOSTERING_FLAG":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(fc.[OUTCOME_PRIVATE_FOSTERING_FLAG]), N''), 1), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"ADVICE_FLAG":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(fc.[OUTCOME_ADVICE_FLAG]), N''), 1), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"MISSING_FLAG":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(fc.[OUTCOME_MISSING_FLAG]), N''), 1), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"OLA_CP_FLAG":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(fc.[OUTCOME_OLA_CP_FLAG]), N''), 1), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"OTHER_OUTCOMES_EXIST_FLAG":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(fc.[OTHER_OUTCOMES_EXIST_FLAG]), N''), 1), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"NUMBER_OF_OUTCOMES":' + COALESCE(CAST(CASE WHEN fc.[TOTAL_NO_OF_OUTCOMES] >= 0 THEN fc.[TOTAL_NO_OF_OUTCOMES] END AS nvarchar(30)), N'null') +
    N',"COMMENTS":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(fc.[OUTCOME_COMMENTS]), N''), 900), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N'}') COLLATE Latin1_General_BIN2, NCHAR(1), N' '), NCHAR(2), N' '), NCHAR(3), N' '), NCHAR(4), N' '), NCHAR(5), N' '), NCHAR(6), N' '), NCHAR(7), N' '), NCHAR(8), N' '), NCHAR(11), N' '), NCHAR(12), N' '), NCHAR(14), N' '), NCHAR(15), N' '), NCHAR(16), N' '), NCHAR(17), N' '), NCHAR(18), N' '), NCHAR(19), N' '), NCHAR(20), N' '), NCHAR(21), N' '), NCHAR(22), N' '), NCHAR(23), N' '), NCHAR(24), N' '), NCHAR(25), N' '), NCHAR(26), N' '), NCHAR(27), N' '), NCHAR(28), N' '), NCHAR(29), N' '), NCHAR(30), N' '), NCHAR(31), N' '), NCHAR(13), N'\r'), NCHAR(10), N'\n'), NCHAR(9), N'\t') -- cont_contact_outcome_json
FROM [HDM].[Child_Social].[FACT_CONTACTS] AS fc
WHERE fc.[CONTACT_DTTM] >= @ssd_window_start
  AND fc.[DIM_PERSON_ID] <> -1
  AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(fc.[DIM_PERSON_ID] AS nvarchar(30)))
  AND fc.[FACT_CONTACT_ID] IS NOT NULL
  AND fc.[DIM_PERSON_ID] IS NOT NULL;

-- META-CONTAINER: {"type": "table", "name": "ssd_cp_plans"}
-- META-ELEMENT: {"type": "insert_data"}
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
  CAST(cpp.[FACT_CP_PLAN_ID] AS nvarchar(30)), -- cppl_cp_plan_id
  CAST(NULLIF(cpp.[FACT_REFERRAL_ID], -1) AS nvarchar(30)), -- cppl_referral_id
  CAST(NULLIF(cpp.[FACT_INITIAL_CP_CONFERENCE_ID], -1) AS nvarchar(30)), -- cppl_icpc_id
  CAST(cpp.[DIM_PERSON_ID] AS nvarchar(30)), -- cppl_person_id
  cpp.[START_DTTM], -- cppl_cp_plan_start_date
  cpp.[END_DTTM], -- cppl_cp_plan_end_date
  LEFT(NULLIF(RTRIM(cpp.[INIT_CATEGORY_DESC]), N''), 100), -- cppl_cp_plan_initial_category
  LEFT(NULLIF(RTRIM(cpp.[IS_OLA]), N''), 1), -- cppl_cp_plan_ola
  LEFT(NULLIF(RTRIM(cpp.[CP_CATEGORY_DESC]), N''), 100) -- cppl_cp_plan_latest_category
FROM [HDM].[Child_Social].[FACT_CP_PLAN] AS cpp
WHERE (cpp.[END_DTTM] >= @ssd_window_start OR cpp.[END_DTTM] IS NULL)
  AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(cpp.[DIM_PERSON_ID] AS nvarchar(30)))
  AND cpp.[FACT_CP_PLAN_ID] IS NOT NULL
  AND cpp.[DIM_PERSON_ID] IS NOT NULL;

-- META-CONTAINER: {"type": "table", "name": "ssd_cp_reviews"}
-- META-ELEMENT: {"type": "insert_data"}
INSERT INTO ssd_cp_reviews (
  cppr_cp_review_id, -- metadata={"item_ref":"CPPR001A"}
  cppr_person_id, -- metadata={"item_ref":"CPPR008A"}
  cppr_cp_plan_id, -- metadata={"item_ref":"CPPR002A"}
  cppr_cp_review_due, -- metadata={"item_ref":"CPPR003A"}
  cppr_cp_review_date, -- metadata={"item_ref":"CPPR004A"}
  cppr_cp_review_meeting_id, -- metadata={"item_ref":"CPPR009A"}
  cppr_cp_review_outcome_continue_cp, -- metadata={"item_ref":"CPPR005A"}
  cppr_cp_review_quorate -- metadata={"item_ref":"CPPR006A"}
  -- cppr_cp_review_participation is not held: placeholder
)
SELECT
  picked.cppr_cp_review_id,
  picked.cppr_person_id,
  picked.cppr_cp_plan_id,
  picked.cppr_cp_review_due,
  picked.cppr_cp_review_date,
  picked.cppr_cp_review_meeting_id,
  picked.cppr_cp_review_outcome_continue_cp,
  picked.cppr_cp_review_quorate
FROM (
  SELECT
    CAST(cpr.[FACT_CP_REVIEW_ID] AS nvarchar(30)) AS cppr_cp_review_id, -- cppr_cp_review_id
    CAST(cpr.[DIM_PERSON_ID] AS nvarchar(30)) AS cppr_person_id, -- cppr_person_id
    CAST(cpr.[FACT_CP_PLAN_ID] AS nvarchar(30)) AS cppr_cp_plan_id, -- cppr_cp_plan_id
    cpr.[DUE_DTTM] AS cppr_cp_review_due, -- cppr_cp_review_due
    cpr.[MEETING_DTTM] AS cppr_cp_review_date, -- cppr_cp_review_date
    CAST(fm.[FACT_MEETING_ID] AS nvarchar(30)) AS cppr_cp_review_meeting_id, -- cppr_cp_review_meeting_id
    LEFT(NULLIF(RTRIM(cpr.[OUTCOME_CONTINUE_CP_FLAG]), N''), 1) AS cppr_cp_review_outcome_continue_cp, -- cppr_cp_review_outcome_continue_cp
    LEFT(NULLIF(RTRIM(ffa.[ANSWER]), N''), 100) AS cppr_cp_review_quorate, -- cppr_cp_review_quorate
    ROW_NUMBER() OVER (PARTITION BY cpr.[FACT_CP_REVIEW_ID] ORDER BY fms.[FACT_OUTCM_FORM_ID] DESC, CASE WHEN cpr.[FACT_CP_REVIEW_ID] IS NULL THEN 1 ELSE 0 END, cpr.[FACT_CP_REVIEW_ID], CASE WHEN cpr.[DIM_PERSON_ID] IS NULL THEN 1 ELSE 0 END, cpr.[DIM_PERSON_ID], CASE WHEN cpr.[FACT_CP_PLAN_ID] IS NULL THEN 1 ELSE 0 END, cpr.[FACT_CP_PLAN_ID], CASE WHEN cpr.[DUE_DTTM] IS NULL THEN 1 ELSE 0 END, cpr.[DUE_DTTM], CASE WHEN cpr.[MEETING_DTTM] IS NULL THEN 1 ELSE 0 END, cpr.[MEETING_DTTM], CASE WHEN fm.[FACT_MEETING_ID] IS NULL THEN 1 ELSE 0 END, fm.[FACT_MEETING_ID], CASE WHEN cpr.[OUTCOME_CONTINUE_CP_FLAG] IS NULL THEN 1 ELSE 0 END, cpr.[OUTCOME_CONTINUE_CP_FLAG], CASE WHEN ffa.[ANSWER] IS NULL THEN 1 ELSE 0 END, ffa.[ANSWER]) AS ssd_row
  FROM [HDM].[Child_Social].[FACT_CP_REVIEW] AS cpr
  LEFT JOIN [HDM].[Child_Social].[FACT_MEETINGS] AS fm ON cpr.[FACT_MEETING_ID] = fm.[FACT_MEETING_ID]
  LEFT JOIN [HDM].[Child_Social].[FACT_MEETING_SUBJECTS] AS fms ON cpr.[FACT_MEETING_ID] = fms.[FACT_MEETINGS_ID] AND cpr.[DIM_PERSON_ID] = fms.[DIM_PERSON_ID]
  LEFT JOIN [HDM].[Child_Social].[FACT_FORM_ANSWERS] AS ffa ON fms.[FACT_OUTCM_FORM_ID] = ffa.[FACT_FORM_ID] AND ffa.[ANSWER_NO] = N'WasConf' AND fms.[FACT_OUTCM_FORM_ID] IS NOT NULL AND fms.[FACT_OUTCM_FORM_ID] <> -1
  WHERE (cpr.[MEETING_DTTM] >= @ssd_window_start OR cpr.[MEETING_DTTM] IS NULL)
    AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(cpr.[DIM_PERSON_ID] AS nvarchar(30)))
    AND cpr.[FACT_CP_REVIEW_ID] IS NOT NULL
) AS picked
WHERE picked.ssd_row = 1;

-- META-CONTAINER: {"type": "table", "name": "ssd_cp_visits"}
-- META-ELEMENT: {"type": "insert_data"}
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
    CAST(cn.[FACT_CASENOTE_ID] AS nvarchar(30)) AS cppv_cp_visit_id, -- cppv_cp_visit_id
    CAST(cn.[DIM_PERSON_ID] AS nvarchar(30)) AS cppv_person_id, -- cppv_person_id
    CAST(cpv.[FACT_CP_PLAN_ID] AS nvarchar(30)) AS cppv_cp_plan_id, -- cppv_cp_plan_id
    cn.[EVENT_DTTM] AS cppv_cp_visit_date, -- cppv_cp_visit_date
    LEFT(NULLIF(RTRIM(cn.[SEEN_FLAG]), N''), 1) AS cppv_cp_visit_seen, -- cppv_cp_visit_seen
    LEFT(NULLIF(RTRIM(cn.[SEEN_ALONE_FLAG]), N''), 1) AS cppv_cp_visit_seen_alone, -- cppv_cp_visit_seen_alone
    LEFT(NULLIF(RTRIM(cn.[SEEN_BEDROOM_FLAG]), N''), 1) AS cppv_cp_visit_bedroom, -- cppv_cp_visit_bedroom
    ROW_NUMBER() OVER (PARTITION BY cn.[FACT_CASENOTE_ID] ORDER BY cpv.[FACT_CP_PLAN_ID] DESC, CASE WHEN cn.[FACT_CASENOTE_ID] IS NULL THEN 1 ELSE 0 END, cn.[FACT_CASENOTE_ID], CASE WHEN cn.[DIM_PERSON_ID] IS NULL THEN 1 ELSE 0 END, cn.[DIM_PERSON_ID], CASE WHEN cn.[EVENT_DTTM] IS NULL THEN 1 ELSE 0 END, cn.[EVENT_DTTM], CASE WHEN cn.[SEEN_FLAG] IS NULL THEN 1 ELSE 0 END, cn.[SEEN_FLAG], CASE WHEN cn.[SEEN_ALONE_FLAG] IS NULL THEN 1 ELSE 0 END, cn.[SEEN_ALONE_FLAG], CASE WHEN cn.[SEEN_BEDROOM_FLAG] IS NULL THEN 1 ELSE 0 END, cn.[SEEN_BEDROOM_FLAG]) AS ssd_row
  FROM [HDM].[Child_Social].[FACT_CASENOTES] AS cn
  LEFT JOIN [HDM].[Child_Social].[FACT_CP_VISIT] AS cpv ON cn.[FACT_CASENOTE_ID] = cpv.[FACT_CASENOTE_ID]
  WHERE cn.[DIM_LOOKUP_CASNT_TYPE_ID_CODE] IN (N'STVC')
    AND (cn.[EVENT_DTTM] >= @ssd_window_start OR cn.[EVENT_DTTM] IS NULL)
    AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(cn.[DIM_PERSON_ID] AS nvarchar(30)))
    AND cn.[FACT_CASENOTE_ID] IS NOT NULL
) AS picked
WHERE picked.ssd_row = 1;

-- META-CONTAINER: {"type": "table", "name": "ssd_department"}
-- META-ELEMENT: {"type": "insert_data"}
INSERT INTO ssd_department (
  dept_team_id, -- metadata={"item_ref":"DEPT1001A"}
  dept_team_name, -- metadata={"item_ref":"DEPT1002A"}
  dept_team_parent_id, -- metadata={"item_ref":"DEPT1003A"}
  dept_team_parent_name -- metadata={"item_ref":"DEPT1004A"}
)
SELECT
  CAST(dpt.[DIM_DEPARTMENT_ID] AS nvarchar(30)), -- dept_team_id
  LEFT(NULLIF(RTRIM(dpt.[NAME]), N''), 255), -- dept_team_name
  CAST(dpt.[DEPT_ID] AS nvarchar(30)), -- dept_team_parent_id
  LEFT(NULLIF(RTRIM(dpt.[DEPT_TYPE_DESCRIPTION]), N''), 255) -- dept_team_parent_name
FROM [HDM].[Child_Social].[DIM_DEPARTMENT] AS dpt
WHERE dpt.[DIM_DEPARTMENT_ID] <> -1
  AND dpt.[DIM_DEPARTMENT_ID] IS NOT NULL;

-- META-CONTAINER: {"type": "table", "name": "ssd_disability"}
-- META-ELEMENT: {"type": "insert_data"}
INSERT INTO ssd_disability (
  disa_person_id, -- metadata={"item_ref":"DISA001A"}
  disa_table_id, -- metadata={"item_ref":"DISA003A"}
  disa_disability_code -- metadata={"item_ref":"DISA002A"}
)
SELECT
  picked.disa_person_id,
  picked.disa_table_id,
  picked.disa_disability_code
FROM (
  SELECT
    CAST(fd.[DIM_PERSON_ID] AS nvarchar(30)) AS disa_person_id, -- disa_person_id
    CAST(fd.[FACT_DISABILITY_ID] AS nvarchar(30)) AS disa_table_id, -- disa_table_id
    LEFT(NULLIF(LTRIM(RTRIM(dislup.[NAT_ID])), N''), 48) AS disa_disability_code, -- disa_disability_code
    ROW_NUMBER() OVER (PARTITION BY fd.[FACT_DISABILITY_ID] ORDER BY CASE WHEN dislup.[NAT_ID] IS NULL THEN 1 ELSE 0 END, dislup.[NAT_ID], CASE WHEN fd.[DIM_PERSON_ID] IS NULL THEN 1 ELSE 0 END, fd.[DIM_PERSON_ID], CASE WHEN fd.[FACT_DISABILITY_ID] IS NULL THEN 1 ELSE 0 END, fd.[FACT_DISABILITY_ID]) AS ssd_row
  FROM [HDM].[Child_Social].[FACT_DISABILITY] AS fd
  INNER JOIN [HDM].[Child_Social].[DIM_LOOKUP_DISAB] AS dislup ON dislup.[MAIN_CODE] = fd.[DIM_LOOKUP_DISAB_CODE]
  WHERE fd.[DIM_PERSON_ID] <> -1
    AND fd.[DIM_LOOKUP_DISAB_CODE] IS NOT NULL
    AND (fd.[END_DTTM] IS NULL OR fd.[END_DTTM] > @ssd_today)
    AND NULLIF(LTRIM(RTRIM(dislup.[NAT_ID])), N'') IS NOT NULL
    AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(fd.[DIM_PERSON_ID] AS nvarchar(30)))
    AND fd.[DIM_PERSON_ID] IS NOT NULL
    AND fd.[FACT_DISABILITY_ID] IS NOT NULL
    AND NULLIF(RTRIM(NULLIF(LTRIM(RTRIM(dislup.[NAT_ID])), N'')), N'') IS NOT NULL
) AS picked
WHERE picked.ssd_row = 1;

-- META-CONTAINER: {"type": "table", "name": "ssd_early_help_episodes"}
-- META-ELEMENT: {"type": "insert_data"}
INSERT INTO ssd_early_help_episodes (
  earl_episode_id, -- metadata={"item_ref":"EARL001A"}
  earl_person_id, -- metadata={"item_ref":"EARL002A"}
  earl_episode_start_date, -- metadata={"item_ref":"EARL003A"}
  earl_episode_end_date, -- metadata={"item_ref":"EARL004A"}
  earl_episode_reason, -- metadata={"item_ref":"EARL005A"}
  earl_episode_end_reason, -- metadata={"item_ref":"EARL006A"}
  earl_episode_organisation -- metadata={"item_ref":"EARL007A"}
  -- earl_episode_worker_id is not held: placeholder
)
SELECT
  CAST(cafe.[FACT_CAF_EPISODE_ID] AS nvarchar(30)), -- earl_episode_id
  CAST(cafe.[DIM_PERSON_ID] AS nvarchar(30)), -- earl_person_id
  cafe.[EPISODE_START_DTTM], -- earl_episode_start_date
  cafe.[EPISODE_END_DTTM], -- earl_episode_end_date
  LEFT(NULLIF(RTRIM(cafe.[START_REASON]), N''), 100), -- earl_episode_reason
  LEFT(NULLIF(RTRIM(cafe.[DIM_LOOKUP_CAF_EP_ENDRSN_ID_CODE]), N''), 100), -- earl_episode_end_reason
  LEFT(NULLIF(RTRIM(cafe.[DIM_LOOKUP_ORIGINATING_ORGANISATION_CODE]), N''), 100) -- earl_episode_organisation
FROM [HDM].[Child_Social].[FACT_CAF_EPISODE] AS cafe
WHERE (cafe.[EPISODE_END_DTTM] >= @ssd_window_start OR cafe.[EPISODE_END_DTTM] IS NULL)
  AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(cafe.[DIM_PERSON_ID] AS nvarchar(30)))
  AND cafe.[FACT_CAF_EPISODE_ID] IS NOT NULL
  AND cafe.[DIM_PERSON_ID] IS NOT NULL;

-- META-CONTAINER: {"type": "table", "name": "ssd_ehcp_active_plans"}
-- META-ELEMENT: {"type": "insert_data"}
-- not loaded: liquid_logic does not hold it, placeholder

-- META-CONTAINER: {"type": "table", "name": "ssd_ehcp_assessment"}
-- META-ELEMENT: {"type": "insert_data"}
-- not loaded: liquid_logic does not hold it, placeholder

-- META-CONTAINER: {"type": "table", "name": "ssd_ehcp_named_plan"}
-- META-ELEMENT: {"type": "insert_data"}
-- not loaded: liquid_logic does not hold it, placeholder

-- META-CONTAINER: {"type": "table", "name": "ssd_ehcp_requests"}
-- META-ELEMENT: {"type": "insert_data"}
-- not loaded: liquid_logic does not hold it, placeholder

-- META-CONTAINER: {"type": "table", "name": "ssd_family"}
-- META-ELEMENT: {"type": "insert_data"}
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
    CAST(fc.[EXTERNAL_ID] AS nvarchar(30)) AS fami_table_id, -- fami_table_id
    CAST(fc.[DIM_LOOKUP_FAMILYOFRESIDENCE_ID] AS nvarchar(30)) AS fami_family_id, -- fami_family_id
    CAST(fc.[DIM_PERSON_ID] AS nvarchar(30)) AS fami_person_id, -- fami_person_id
    ROW_NUMBER() OVER (PARTITION BY fc.[EXTERNAL_ID] ORDER BY CASE WHEN fc.[DIM_LOOKUP_FAMILYOFRESIDENCE_ID] IS NULL THEN 1 ELSE 0 END, fc.[DIM_LOOKUP_FAMILYOFRESIDENCE_ID], CASE WHEN fc.[EXTERNAL_ID] IS NULL THEN 1 ELSE 0 END, fc.[EXTERNAL_ID], CASE WHEN fc.[DIM_PERSON_ID] IS NULL THEN 1 ELSE 0 END, fc.[DIM_PERSON_ID]) AS ssd_row
  FROM [HDM].[Child_Social].[FACT_CONTACTS] AS fc
  WHERE fc.[DIM_PERSON_ID] <> -1
    AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(fc.[DIM_PERSON_ID] AS nvarchar(30)))
    AND fc.[EXTERNAL_ID] IS NOT NULL
    AND fc.[DIM_LOOKUP_FAMILYOFRESIDENCE_ID] IS NOT NULL
    AND fc.[DIM_PERSON_ID] IS NOT NULL
) AS picked
WHERE picked.ssd_row = 1;

-- META-CONTAINER: {"type": "table", "name": "ssd_immigration_status"}
-- META-ELEMENT: {"type": "insert_data"}
INSERT INTO ssd_immigration_status (
  immi_person_id, -- metadata={"item_ref":"IMMI001A"}
  immi_immigration_status_id, -- metadata={"item_ref":"IMMI005A"}
  immi_immigration_status, -- metadata={"item_ref":"IMMI002A"}
  immi_immigration_status_start_date, -- metadata={"item_ref":"IMMI003A"}
  immi_immigration_status_end_date -- metadata={"item_ref":"IMMI004A"}
)
SELECT
  CAST(ims.[DIM_PERSON_ID] AS nvarchar(30)), -- immi_person_id
  CAST(ims.[FACT_IMMIGRATION_STATUS_ID] AS nvarchar(30)), -- immi_immigration_status_id
  LEFT(NULLIF(RTRIM(ims.[DIM_LOOKUP_IMMGR_STATUS_DESC]), N''), 100), -- immi_immigration_status
  ims.[START_DTTM], -- immi_immigration_status_start_date
  ims.[END_DTTM] -- immi_immigration_status_end_date
FROM [HDM].[Child_Social].[FACT_IMMIGRATION_STATUS] AS ims
WHERE EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(ims.[DIM_PERSON_ID] AS nvarchar(30)))
  AND ims.[DIM_PERSON_ID] IS NOT NULL
  AND ims.[FACT_IMMIGRATION_STATUS_ID] IS NOT NULL;

-- META-CONTAINER: {"type": "table", "name": "ssd_initial_cp_conference"}
-- META-ELEMENT: {"type": "insert_data"}
INSERT INTO ssd_initial_cp_conference (
  icpc_icpc_id, -- metadata={"item_ref":"ICPC001A"}
  icpc_icpc_meeting_id, -- metadata={"item_ref":"ICPC009A"}
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
  CAST(fcpc.[FACT_CP_CONFERENCE_ID] AS nvarchar(30)), -- icpc_icpc_id
  CAST(fcpc.[FACT_MEETING_ID] AS nvarchar(30)), -- icpc_icpc_meeting_id
  CAST(NULLIF(fcpc.[FACT_S47_ID], -1) AS nvarchar(30)), -- icpc_s47_enquiry_id
  CAST(fcpc.[DIM_PERSON_ID] AS nvarchar(30)), -- icpc_person_id
  CAST((SELECT MAX(cpp.[FACT_CP_PLAN_ID]) FROM [HDM].[Child_Social].[FACT_CP_PLAN] AS cpp WHERE cpp.[FACT_INITIAL_CP_CONFERENCE_ID] = fcpc.[FACT_CP_CONFERENCE_ID]) AS nvarchar(30)), -- icpc_cp_plan_id
  CAST(fcpc.[FACT_REFERRAL_ID] AS nvarchar(30)), -- icpc_referral_id
  LEFT(NULLIF(RTRIM(fcpc.[TRANSFER_IN_FLAG]), N''), 1), -- icpc_icpc_transfer_in
  fcpc.[DUE_DTTM], -- icpc_icpc_target_date
  fm.[ACTUAL_DTTM], -- icpc_icpc_date
  LEFT(NULLIF(RTRIM(fcpc.[OUTCOME_CP_FLAG]), N''), 1), -- icpc_icpc_outcome_cp_flag
  REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE((
    N'{"NFA_FLAG":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(fcpc.[OUTCOME_NFA_FLAG]), N''), 1), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"REFERRAL_TO_OTHER_AGENCY_FLAG":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(fcpc.[OUTCOME_REFERRAL_TO_OTHER_AGENCY_FLAG]), N''), 1), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"SINGLE_ASSESSMENT_FLAG":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(fcpc.[OUTCOME_SINGLE_ASSESSMENT_FLAG]), N''), 1), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"PROV_OF_SERVICES_FLAG":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(fcpc.[OUTCOME_PROV_OF_SERVICES_FLAG]), N''), 1), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"CP_FLAG":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(fcpc.[OUTCOME_CP_FLAG]), N''), 1), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"OTHER_OUTCOMES_EXIST_FLAG":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(fcpc.[OTHER_OUTCOMES_EXIST_FLAG]), N''), 1), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"TOTAL_NO_OF_OUTCOMES":' + COALESCE(CAST(fcpc.[TOTAL_NO_OF_OUTCOMES] AS nvarchar(30)), N'null') +
    N',"COMMENTS":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(fcpc.[OUTCOME_COMMENTS]), N''), 140), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N'}') COLLATE Latin1_General_BIN2, NCHAR(1), N' '), NCHAR(2), N' '), NCHAR(3), N' '), NCHAR(4), N' '), NCHAR(5), N' '), NCHAR(6), N' '), NCHAR(7), N' '), NCHAR(8), N' '), NCHAR(11), N' '), NCHAR(12), N' '), NCHAR(14), N' '), NCHAR(15), N' '), NCHAR(16), N' '), NCHAR(17), N' '), NCHAR(18), N' '), NCHAR(19), N' '), NCHAR(20), N' '), NCHAR(21), N' '), NCHAR(22), N' '), NCHAR(23), N' '), NCHAR(24), N' '), NCHAR(25), N' '), NCHAR(26), N' '), NCHAR(27), N' '), NCHAR(28), N' '), NCHAR(29), N' '), NCHAR(30), N' '), NCHAR(31), N' '), NCHAR(13), N'\r'), NCHAR(10), N'\n'), NCHAR(9), N'\t'), -- icpc_icpc_outcome_json
  CAST(fcpc.[ORGANISED_BY_DEPT_ID] AS nvarchar(30)), -- icpc_icpc_team
  CAST(fcpc.[ORGANISED_BY_USER_STAFF_ID] AS nvarchar(30)) -- icpc_icpc_worker_id
FROM [HDM].[Child_Social].[FACT_CP_CONFERENCE] AS fcpc
INNER JOIN [HDM].[Child_Social].[FACT_MEETINGS] AS fm ON fcpc.[FACT_MEETING_ID] = fm.[FACT_MEETING_ID]
WHERE fm.[DIM_LOOKUP_MTG_TYPE_ID_CODE] = N'CPConference'
  AND (fm.[ACTUAL_DTTM] >= @ssd_window_start OR fm.[ACTUAL_DTTM] IS NULL)
  AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(fcpc.[DIM_PERSON_ID] AS nvarchar(30)))
  AND fcpc.[FACT_CP_CONFERENCE_ID] IS NOT NULL
  AND fcpc.[DIM_PERSON_ID] IS NOT NULL;

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
SELECT
  CAST(fi.[FACT_INVOLVEMENTS_ID] AS nvarchar(30)), -- invo_involvements_id
  LEFT(NULLIF(RTRIM(NULLIF(fi.[DIM_WORKER_ID], N'-1')), N''), 48), -- invo_professional_id
  LEFT(NULLIF(RTRIM(fi.[DIM_LOOKUP_INVOLVEMENT_TYPE_CODE]), N''), 200), -- invo_professional_role_id
  CAST(COALESCE(NULLIF(fi.[DIM_DEPARTMENT_ID], -1), NULLIF(fi.[FACT_WORKER_HISTORY_DEPARTMENT_ID], -1)) AS nvarchar(30)), -- invo_professional_team
  fi.[START_DTTM], -- invo_involvement_start_date
  fi.[END_DTTM], -- invo_involvement_end_date
  LEFT(NULLIF(RTRIM(fi.[DIM_LOOKUP_CWREASON_CODE]), N''), 200), -- invo_worker_change_reason
  CAST(fi.[DIM_PERSON_ID] AS nvarchar(30)), -- invo_person_id
  CAST(fi.[FACT_REFERRAL_ID] AS nvarchar(30)) -- invo_referral_id
FROM [HDM].[Child_Social].[FACT_INVOLVEMENTS] AS fi
WHERE (fi.[END_DTTM] >= @ssd_window_start OR fi.[END_DTTM] IS NULL)
  AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(fi.[DIM_PERSON_ID] AS nvarchar(30)))
  AND fi.[FACT_INVOLVEMENTS_ID] IS NOT NULL;

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
  CAST(fls.[FACT_LEGAL_STATUS_ID] AS nvarchar(30)), -- lega_legal_status_id
  CAST(fls.[DIM_PERSON_ID] AS nvarchar(30)), -- lega_person_id
  LEFT(NULLIF(RTRIM(fls.[DIM_LOOKUP_LGL_STATUS_DESC]), N''), 100), -- lega_legal_status
  fls.[START_DTTM], -- lega_legal_status_start_date
  fls.[END_DTTM] -- lega_legal_status_end_date
FROM [HDM].[Child_Social].[FACT_LEGAL_STATUS] AS fls
WHERE (fls.[END_DTTM] >= @ssd_window_start OR fls.[END_DTTM] IS NULL)
  AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(fls.[DIM_PERSON_ID] AS nvarchar(30)))
  AND fls.[FACT_LEGAL_STATUS_ID] IS NOT NULL
  AND fls.[DIM_PERSON_ID] IS NOT NULL;

-- META-CONTAINER: {"type": "table", "name": "ssd_linked_identifiers"}
-- META-ELEMENT: {"type": "insert_data"}
-- not loaded: liquid_logic does not hold it, each authority fills it from its own records, and a run leaves those rows alone

-- META-CONTAINER: {"type": "table", "name": "ssd_missing"}
-- META-ELEMENT: {"type": "insert_data"}
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
  CAST(fmp.[FACT_MISSING_PERSON_ID] AS nvarchar(30)), -- miss_table_id
  CAST(fmp.[DIM_PERSON_ID] AS nvarchar(30)), -- miss_person_id
  fmp.[START_DTTM], -- miss_missing_episode_start_date
  LEFT(NULLIF(RTRIM(fmp.[MISSING_STATUS]), N''), 100), -- miss_missing_episode_type
  fmp.[END_DTTM], -- miss_missing_episode_end_date
  CASE UPPER(fmp.[RETURN_INTERVIEW_OFFERED]) WHEN N'YES' THEN N'Y' WHEN N'NO' THEN N'N' WHEN N'NA' THEN N'NA' END, -- miss_missing_rhi_offered
  CASE UPPER(fmp.[RETURN_INTERVIEW_ACCEPTED]) WHEN N'YES' THEN N'Y' WHEN N'NO' THEN N'N' WHEN N'NA' THEN N'NA' END -- miss_missing_rhi_accepted
FROM [HDM].[Child_Social].[FACT_MISSING_PERSON] AS fmp
WHERE (fmp.[END_DTTM] >= @ssd_window_start OR fmp.[END_DTTM] IS NULL)
  AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(fmp.[DIM_PERSON_ID] AS nvarchar(30)))
  AND fmp.[FACT_MISSING_PERSON_ID] IS NOT NULL;

-- META-CONTAINER: {"type": "table", "name": "ssd_mother"}
-- META-ELEMENT: {"type": "insert_data"}
INSERT INTO ssd_mother (
  moth_table_id, -- metadata={"item_ref":"MOTH004A"}
  moth_person_id, -- metadata={"item_ref":"MOTH002A"}
  moth_childs_person_id, -- metadata={"item_ref":"MOTH001A"}
  moth_childs_dob -- metadata={"item_ref":"MOTH003A"}
)
SELECT
  CAST(fpr.[FACT_PERSON_RELATION_ID] AS nvarchar(30)), -- moth_table_id
  CAST(fpr.[DIM_PERSON_ID] AS nvarchar(30)), -- moth_person_id
  CAST(fpr.[DIM_RELATED_PERSON_ID] AS nvarchar(30)), -- moth_childs_person_id
  fpr.[DIM_RELATED_PERSON_DOB] -- moth_childs_dob
FROM [HDM].[Child_Social].[FACT_PERSON_RELATION] AS fpr
INNER JOIN [HDM].[Child_Social].[DIM_PERSON] AS p ON fpr.[DIM_PERSON_ID] = p.[DIM_PERSON_ID]
WHERE p.[GENDER_MAIN_CODE] <> N'M'
  AND fpr.[DIM_LOOKUP_RELTN_TYPE_CODE] = N'CHI'
  AND fpr.[END_DTTM] IS NULL
  AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(fpr.[DIM_PERSON_ID] AS nvarchar(30)))
  AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(fpr.[DIM_RELATED_PERSON_ID] AS nvarchar(30)))
  AND fpr.[FACT_PERSON_RELATION_ID] IS NOT NULL
  AND fpr.[DIM_PERSON_ID] IS NOT NULL
  AND fpr.[DIM_RELATED_PERSON_ID] IS NOT NULL;

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
  -- perm_placed_foster_carer_date is not held: placeholder
  perm_part_of_sibling_group, -- metadata={"item_ref":"PERM012A"}
  perm_siblings_placed_together, -- metadata={"item_ref":"PERM013A"}
  perm_siblings_placed_apart, -- metadata={"item_ref":"PERM014A"}
  perm_placement_provider_urn, -- metadata={"item_ref":"PERM015A"}
  perm_decision_reversed_reason, -- metadata={"item_ref":"PERM016A"}
  perm_permanence_order_date, -- metadata={"item_ref":"PERM017A"}
  perm_permanence_order_type, -- metadata={"item_ref":"PERM018A"}
  perm_adoption_worker_id, -- metadata={"item_ref":"PERM023A"}
  perm_adopter_sex, -- metadata={"item_ref":"PERM025A"}
  perm_adopter_legal_status, -- metadata={"item_ref":"PERM026A"}
  perm_number_of_adopters -- metadata={"item_ref":"PERM027A"}
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
  picked.perm_part_of_sibling_group,
  picked.perm_siblings_placed_together,
  picked.perm_siblings_placed_apart,
  picked.perm_placement_provider_urn,
  picked.perm_decision_reversed_reason,
  picked.perm_permanence_order_date,
  picked.perm_permanence_order_type,
  picked.perm_adoption_worker_id,
  picked.perm_adopter_sex,
  picked.perm_adopter_legal_status,
  picked.perm_number_of_adopters
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
    numbered.perm_part_of_sibling_group,
    numbered.perm_siblings_placed_together,
    numbered.perm_siblings_placed_apart,
    numbered.perm_placement_provider_urn,
    numbered.perm_decision_reversed_reason,
    numbered.perm_permanence_order_date,
    numbered.perm_permanence_order_type,
    numbered.perm_adoption_worker_id,
    numbered.perm_adopter_sex,
    numbered.perm_adopter_legal_status,
    numbered.perm_number_of_adopters,
    ROW_NUMBER() OVER (PARTITION BY numbered.perm_table_id ORDER BY numbered.ssd_place) AS ssd_key_row
  FROM (
  SELECT
    LEFT(NULLIF(RTRIM(CASE WHEN fa.[FACT_ADOPTION_ID] IS NULL THEN CAST(fce.[FACT_CARE_EPISODES_ID] AS nvarchar(30)) ELSE CONCAT(CAST(fa.[FACT_ADOPTION_ID] AS nvarchar(30)), N'-', CAST(fce.[FACT_CARE_EPISODES_ID] AS nvarchar(30))) END), N''), 48) AS perm_table_id, -- perm_table_id
    CAST(fce.[DIM_PERSON_ID] AS nvarchar(30)) AS perm_person_id, -- perm_person_id
    CAST(fce.[FACT_CLA_ID] AS nvarchar(30)) AS perm_cla_id, -- perm_cla_id
    fa.[DECISION_DTTM] AS perm_adm_decision_date, -- perm_adm_decision_date
    fcpl.[FFA_IS_PLAN_DATE] AS perm_ffa_cp_decision_date, -- perm_ffa_cp_decision_date
    fa.[PLACEMENT_ORDER_DTTM] AS perm_placement_order_date, -- perm_placement_order_date
    CASE WHEN fcpl.[DIM_LOOKUP_PLACEMENT_TYPE_CODE] IN (N'A3', N'A4', N'A5', N'A6') THEN fcpl.[START_DTTM] END AS perm_placed_for_adoption_date, -- perm_placed_for_adoption_date
    fa.[MATCHING_DTTM] AS perm_matched_date, -- perm_matched_date
    LEFT(NULLIF(RTRIM(fa.[ADOPTED_BY_CARER_FLAG]), N''), 1) AS perm_adopted_by_carer_flag, -- perm_adopted_by_carer_flag
    fa.[FOSTER_TO_ADOPT_DTTM] AS perm_placed_ffa_cp_date, -- perm_placed_ffa_cp_date
    fa.[NO_LONGER_PLACED_DTTM] AS perm_decision_reversed_date, -- perm_decision_reversed_date
    LEFT(NULLIF(RTRIM(fa.[SIBLING_GROUP]), N''), 1) AS perm_part_of_sibling_group, -- perm_part_of_sibling_group
    fa.[NUMBER_TOGETHER] AS perm_siblings_placed_together, -- perm_siblings_placed_together
    fa.[NUMBER_APART] AS perm_siblings_placed_apart, -- perm_siblings_placed_apart
    LEFT(NULLIF(RTRIM(CASE WHEN fcpl.[DIM_LOOKUP_PLACEMENT_TYPE_CODE] IN (N'A3', N'A4', N'A5', N'A6') THEN fce.[OFSTED_URN] END), N''), 48) AS perm_placement_provider_urn, -- perm_placement_provider_urn
    LEFT(NULLIF(RTRIM(fa.[DIM_LOOKUP_ADOP_REASON_CEASED_CODE]), N''), 100) AS perm_decision_reversed_reason, -- perm_decision_reversed_reason
    fce.[PLACEND] AS perm_permanence_order_date, -- perm_permanence_order_date
    CASE fce.[CARE_REASON_END_CODE] WHEN N'45' THEN N'Special Guardianship Order' WHEN N'E1' THEN N'Adoption' WHEN N'E11' THEN N'Adoption' WHEN N'E12' THEN N'Adoption' WHEN N'E43' THEN N'Special Guardianship Order' WHEN N'E44' THEN N'Special Guardianship Order' WHEN N'E45' THEN N'Special Guardianship Order' WHEN N'E46' THEN N'Special Guardianship Order' WHEN N'E47' THEN N'Special Guardianship Order' WHEN N'E48' THEN N'Special Guardianship Order' WHEN N'E41' THEN N'Child Arrangements/ Residence Order' END AS perm_permanence_order_type, -- perm_permanence_order_type
    LEFT(NULLIF(RTRIM(fa.[ADOPTION_SOCIAL_WORKER_ID]), N''), 48) AS perm_adoption_worker_id, -- perm_adoption_worker_id
    LEFT(NULLIF(RTRIM(fa.[DIM_LOOKUP_ADOPTER_GENDER_CODE]), N''), 48) AS perm_adopter_sex, -- perm_adopter_sex
    LEFT(NULLIF(RTRIM(fa.[DIM_LOOKUP_ADOPTER_LEGAL_STATUS_CODE]), N''), 100) AS perm_adopter_legal_status, -- perm_adopter_legal_status
    LEFT(NULLIF(RTRIM(LEFT(CAST(fa.[NO_OF_ADOPTERS] AS nvarchar(30)), 3)), N''), 3) AS perm_number_of_adopters, -- perm_number_of_adopters
    ROW_NUMBER() OVER (PARTITION BY fce.[DIM_PERSON_ID] ORDER BY fce.[FACT_CARE_EPISODES_ID] DESC, fa.[FACT_ADOPTION_ID] DESC, CASE WHEN fce.[DIM_PERSON_ID] IS NULL THEN 1 ELSE 0 END, fce.[DIM_PERSON_ID], CASE WHEN fce.[FACT_CLA_ID] IS NULL THEN 1 ELSE 0 END, fce.[FACT_CLA_ID], CASE WHEN fa.[DECISION_DTTM] IS NULL THEN 1 ELSE 0 END, fa.[DECISION_DTTM], CASE WHEN fcpl.[FFA_IS_PLAN_DATE] IS NULL THEN 1 ELSE 0 END, fcpl.[FFA_IS_PLAN_DATE], CASE WHEN fa.[PLACEMENT_ORDER_DTTM] IS NULL THEN 1 ELSE 0 END, fa.[PLACEMENT_ORDER_DTTM], CASE WHEN fcpl.[DIM_LOOKUP_PLACEMENT_TYPE_CODE] IS NULL THEN 1 ELSE 0 END, fcpl.[DIM_LOOKUP_PLACEMENT_TYPE_CODE], CASE WHEN fcpl.[START_DTTM] IS NULL THEN 1 ELSE 0 END, fcpl.[START_DTTM], CASE WHEN fa.[MATCHING_DTTM] IS NULL THEN 1 ELSE 0 END, fa.[MATCHING_DTTM], CASE WHEN fa.[ADOPTED_BY_CARER_FLAG] IS NULL THEN 1 ELSE 0 END, fa.[ADOPTED_BY_CARER_FLAG], CASE WHEN fa.[FOSTER_TO_ADOPT_DTTM] IS NULL THEN 1 ELSE 0 END, fa.[FOSTER_TO_ADOPT_DTTM], CASE WHEN fa.[NO_LONGER_PLACED_DTTM] IS NULL THEN 1 ELSE 0 END, fa.[NO_LONGER_PLACED_DTTM], CASE WHEN fa.[SIBLING_GROUP] IS NULL THEN 1 ELSE 0 END, fa.[SIBLING_GROUP], CASE WHEN fa.[NUMBER_TOGETHER] IS NULL THEN 1 ELSE 0 END, fa.[NUMBER_TOGETHER], CASE WHEN fa.[NUMBER_APART] IS NULL THEN 1 ELSE 0 END, fa.[NUMBER_APART], CASE WHEN fce.[OFSTED_URN] IS NULL THEN 1 ELSE 0 END, fce.[OFSTED_URN], CASE WHEN fa.[DIM_LOOKUP_ADOP_REASON_CEASED_CODE] IS NULL THEN 1 ELSE 0 END, fa.[DIM_LOOKUP_ADOP_REASON_CEASED_CODE], CASE WHEN fce.[PLACEND] IS NULL THEN 1 ELSE 0 END, fce.[PLACEND], CASE WHEN fce.[CARE_REASON_END_CODE] IS NULL THEN 1 ELSE 0 END, fce.[CARE_REASON_END_CODE], CASE WHEN fa.[ADOPTION_SOCIAL_WORKER_ID] IS NULL THEN 1 ELSE 0 END, fa.[ADOPTION_SOCIAL_WORKER_ID], CASE WHEN fa.[DIM_LOOKUP_ADOPTER_GENDER_CODE] IS NULL THEN 1 ELSE 0 END, fa.[DIM_LOOKUP_ADOPTER_GENDER_CODE], CASE WHEN fa.[DIM_LOOKUP_ADOPTER_LEGAL_STATUS_CODE] IS NULL THEN 1 ELSE 0 END, fa.[DIM_LOOKUP_ADOPTER_LEGAL_STATUS_CODE], CASE WHEN fa.[NO_OF_ADOPTERS] IS NULL THEN 1 ELSE 0 END, fa.[NO_OF_ADOPTERS]) AS ssd_row,
    ROW_NUMBER() OVER (ORDER BY fce.[FACT_CARE_EPISODES_ID] DESC, fa.[FACT_ADOPTION_ID] DESC, CASE WHEN fce.[DIM_PERSON_ID] IS NULL THEN 1 ELSE 0 END, fce.[DIM_PERSON_ID], CASE WHEN fce.[FACT_CLA_ID] IS NULL THEN 1 ELSE 0 END, fce.[FACT_CLA_ID], CASE WHEN fa.[DECISION_DTTM] IS NULL THEN 1 ELSE 0 END, fa.[DECISION_DTTM], CASE WHEN fcpl.[FFA_IS_PLAN_DATE] IS NULL THEN 1 ELSE 0 END, fcpl.[FFA_IS_PLAN_DATE], CASE WHEN fa.[PLACEMENT_ORDER_DTTM] IS NULL THEN 1 ELSE 0 END, fa.[PLACEMENT_ORDER_DTTM], CASE WHEN fcpl.[DIM_LOOKUP_PLACEMENT_TYPE_CODE] IS NULL THEN 1 ELSE 0 END, fcpl.[DIM_LOOKUP_PLACEMENT_TYPE_CODE], CASE WHEN fcpl.[START_DTTM] IS NULL THEN 1 ELSE 0 END, fcpl.[START_DTTM], CASE WHEN fa.[MATCHING_DTTM] IS NULL THEN 1 ELSE 0 END, fa.[MATCHING_DTTM], CASE WHEN fa.[ADOPTED_BY_CARER_FLAG] IS NULL THEN 1 ELSE 0 END, fa.[ADOPTED_BY_CARER_FLAG], CASE WHEN fa.[FOSTER_TO_ADOPT_DTTM] IS NULL THEN 1 ELSE 0 END, fa.[FOSTER_TO_ADOPT_DTTM], CASE WHEN fa.[NO_LONGER_PLACED_DTTM] IS NULL THEN 1 ELSE 0 END, fa.[NO_LONGER_PLACED_DTTM], CASE WHEN fa.[SIBLING_GROUP] IS NULL THEN 1 ELSE 0 END, fa.[SIBLING_GROUP], CASE WHEN fa.[NUMBER_TOGETHER] IS NULL THEN 1 ELSE 0 END, fa.[NUMBER_TOGETHER], CASE WHEN fa.[NUMBER_APART] IS NULL THEN 1 ELSE 0 END, fa.[NUMBER_APART], CASE WHEN fce.[OFSTED_URN] IS NULL THEN 1 ELSE 0 END, fce.[OFSTED_URN], CASE WHEN fa.[DIM_LOOKUP_ADOP_REASON_CEASED_CODE] IS NULL THEN 1 ELSE 0 END, fa.[DIM_LOOKUP_ADOP_REASON_CEASED_CODE], CASE WHEN fce.[PLACEND] IS NULL THEN 1 ELSE 0 END, fce.[PLACEND], CASE WHEN fce.[CARE_REASON_END_CODE] IS NULL THEN 1 ELSE 0 END, fce.[CARE_REASON_END_CODE], CASE WHEN fa.[ADOPTION_SOCIAL_WORKER_ID] IS NULL THEN 1 ELSE 0 END, fa.[ADOPTION_SOCIAL_WORKER_ID], CASE WHEN fa.[DIM_LOOKUP_ADOPTER_GENDER_CODE] IS NULL THEN 1 ELSE 0 END, fa.[DIM_LOOKUP_ADOPTER_GENDER_CODE], CASE WHEN fa.[DIM_LOOKUP_ADOPTER_LEGAL_STATUS_CODE] IS NULL THEN 1 ELSE 0 END, fa.[DIM_LOOKUP_ADOPTER_LEGAL_STATUS_CODE], CASE WHEN fa.[NO_OF_ADOPTERS] IS NULL THEN 1 ELSE 0 END, fa.[NO_OF_ADOPTERS]) AS ssd_place
  FROM [HDM].[Child_Social].[FACT_CARE_EPISODES] AS fce
  LEFT JOIN [HDM].[Child_Social].[FACT_ADOPTION] AS fa ON fa.[DIM_PERSON_ID] = fce.[DIM_PERSON_ID] AND fa.[START_DTTM] IS NOT NULL
  LEFT JOIN [HDM].[Child_Social].[FACT_CLA_PLACEMENT] AS fcpl ON fcpl.[FACT_CLA_PLACEMENT_ID] = fce.[FACT_CLA_PLACEMENT_ID] AND fcpl.[FACT_CLA_PLACEMENT_ID] <> -1 AND (fcpl.[DIM_LOOKUP_PLACEMENT_TYPE_CODE] IN (N'A3', N'A4', N'A5', N'A6') OR fcpl.[FFA_IS_PLAN_DATE] IS NOT NULL)
  WHERE fce.[DIM_PERSON_ID] <> -1
    AND ((fce.[PLACEND] IS NULL AND fa.[START_DTTM] IS NOT NULL) OR fce.[CARE_REASON_END_CODE] IN (N'E1', N'E11', N'E12', N'E41', N'E43', N'E44', N'E45', N'E46', N'E47', N'E48', N'45'))
    AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(fce.[DIM_PERSON_ID] AS nvarchar(30)))
    AND NULLIF(RTRIM(CASE WHEN fa.[FACT_ADOPTION_ID] IS NULL THEN CAST(fce.[FACT_CARE_EPISODES_ID] AS nvarchar(30)) ELSE CONCAT(CAST(fa.[FACT_ADOPTION_ID] AS nvarchar(30)), N'-', CAST(fce.[FACT_CARE_EPISODES_ID] AS nvarchar(30))) END), N'') IS NOT NULL
    AND fce.[DIM_PERSON_ID] IS NOT NULL
) AS numbered
WHERE numbered.ssd_row = 1
) AS picked
WHERE picked.ssd_key_row = 1;

-- META-CONTAINER: {"type": "table", "name": "ssd_pre_proceedings"}
-- META-ELEMENT: {"type": "insert_data"}
-- not loaded: liquid_logic does not hold it, placeholder

-- META-CONTAINER: {"type": "table", "name": "ssd_professionals"}
-- META-ELEMENT: {"type": "insert_data"}
WITH caseload_day AS (
  SELECT CASE WHEN @ssd_today > DATETIMEFROMPARTS(YEAR(@ssd_today), 9, 30, 0, 0, 0, 0) THEN DATETIMEFROMPARTS(YEAR(@ssd_today), 9, 30, 0, 0, 0, 0) ELSE DATETIMEFROMPARTS((YEAR(@ssd_today) - 1), 9, 30, 0, 0, 0, 0) END AS day
)
INSERT INTO ssd_professionals (
  prof_professional_id, -- metadata={"item_ref":"PROF001A"}
  prof_staff_id, -- metadata={"item_ref":"PROF010A"}
  prof_professional_name, -- metadata={"item_ref":"PROF013A"}
  prof_social_worker_registration_no, -- metadata={"item_ref":"PROF002A"}
  prof_professional_job_title, -- metadata={"item_ref":"PROF007A"}
  prof_professional_caseload, -- metadata={"item_ref":"PROF008A"}
  prof_professional_department, -- metadata={"item_ref":"PROF012A"}
  prof_full_time_equivalency -- metadata={"item_ref":"PROF011A"}
  -- prof_agency_worker_flag is not held: placeholder
)
SELECT
  CAST(dw.[DIM_WORKER_ID] AS nvarchar(30)), -- prof_professional_id
  LEFT(NULLIF(LTRIM(RTRIM(dw.[STAFF_ID])), N''), 48), -- prof_staff_id
  LEFT(NULLIF(RTRIM(CONCAT(dw.[FORENAME], N' ', dw.[SURNAME])), N''), 300), -- prof_professional_name
  LEFT(NULLIF(RTRIM(dw.[WORKER_ID_CODE]), N''), 48), -- prof_social_worker_registration_no
  LEFT(NULLIF(RTRIM(dw.[JOB_TITLE]), N''), 500), -- prof_professional_job_title
  (SELECT COUNT(*) FROM [HDM].[Child_Social].[FACT_INVOLVEMENTS] AS fi CROSS JOIN caseload_day AS c WHERE fi.[DIM_WORKER_ID] = CAST(dw.[DIM_WORKER_ID] AS nvarchar(30)) AND fi.[IS_ALLOCATED_CW_FLAG] = N'Y' AND fi.[START_DTTM] <= c.day AND (fi.[END_DTTM] IS NULL OR fi.[END_DTTM] >= c.day) AND fi.[START_DTTM] >= DATEADD(day, (0 - DATEDIFF(day, @ssd_window_start, @ssd_today)), c.day)), -- prof_professional_caseload
  LEFT(NULLIF(RTRIM(dw.[DEPARTMENT_NAME]), N''), 100), -- prof_professional_department
  dw.[FULL_TIME_EQUIVALENCY] -- prof_full_time_equivalency
FROM [HDM].[Child_Social].[DIM_WORKER] AS dw
WHERE dw.[DIM_WORKER_ID] <> -1
  AND NULLIF(LTRIM(RTRIM(dw.[STAFF_ID])), N'') IS NOT NULL
  AND LOWER(NULLIF(LTRIM(RTRIM(dw.[STAFF_ID])), N'')) <> N'unknown'
  AND dw.[DIM_WORKER_ID] IS NOT NULL;

-- META-CONTAINER: {"type": "table", "name": "ssd_s251_finance"}
-- META-ELEMENT: {"type": "insert_data"}
-- not loaded: liquid_logic does not hold it, placeholder

-- META-CONTAINER: {"type": "table", "name": "ssd_s47_enquiry"}
-- META-ELEMENT: {"type": "insert_data"}
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
  CAST(s47.[FACT_S47_ID] AS nvarchar(30)), -- s47e_s47_enquiry_id
  CAST(s47.[FACT_REFERRAL_ID] AS nvarchar(30)), -- s47e_referral_id
  CAST(s47.[DIM_PERSON_ID] AS nvarchar(30)), -- s47e_person_id
  s47.[START_DTTM], -- s47e_s47_start_date
  s47.[END_DTTM], -- s47e_s47_end_date
  LEFT(NULLIF(RTRIM(s47.[OUTCOME_NFA_FLAG]), N''), 1), -- s47e_s47_nfa
  REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE((
    N'{"NFA_FLAG":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(s47.[OUTCOME_NFA_FLAG]), N''), 1), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"LEGAL_ACTION_FLAG":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(s47.[OUTCOME_LEGAL_ACTION_FLAG]), N''), 1), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"PROV_OF_SERVICES_FLAG":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(s47.[OUTCOME_PROV_OF_SERVICES_FLAG]), N''), 1), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"PROV_OF_SB_CARE_FLAG":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(s47.[OUTCOME_PROV_OF_SB_CARE_FLAG]), N''), 1), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"CP_CONFERENCE_FLAG":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(s47.[OUTCOME_CP_CONFERENCE_FLAG]), N''), 1), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"NFA_CONTINUE_SINGLE_FLAG":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(s47.[OUTCOME_NFA_CONTINUE_SINGLE_FLAG]), N''), 1), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"MONITOR_FLAG":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(s47.[OUTCOME_MONITOR_FLAG]), N''), 1), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"OTHER_OUTCOMES_EXIST_FLAG":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(s47.[OTHER_OUTCOMES_EXIST_FLAG]), N''), 1), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N',"TOTAL_NO_OF_OUTCOMES":' + COALESCE(CAST(s47.[TOTAL_NO_OF_OUTCOMES] AS nvarchar(30)), N'null') +
    N',"OUTCOME_COMMENTS":' + COALESCE(N'"' + REPLACE(REPLACE(LEFT(NULLIF(RTRIM(s47.[OUTCOME_COMMENTS]), N''), 360), N'\', N'\\'), N'"', N'\"') + N'"', N'null') +
    N'}') COLLATE Latin1_General_BIN2, NCHAR(1), N' '), NCHAR(2), N' '), NCHAR(3), N' '), NCHAR(4), N' '), NCHAR(5), N' '), NCHAR(6), N' '), NCHAR(7), N' '), NCHAR(8), N' '), NCHAR(11), N' '), NCHAR(12), N' '), NCHAR(14), N' '), NCHAR(15), N' '), NCHAR(16), N' '), NCHAR(17), N' '), NCHAR(18), N' '), NCHAR(19), N' '), NCHAR(20), N' '), NCHAR(21), N' '), NCHAR(22), N' '), NCHAR(23), N' '), NCHAR(24), N' '), NCHAR(25), N' '), NCHAR(26), N' '), NCHAR(27), N' '), NCHAR(28), N' '), NCHAR(29), N' '), NCHAR(30), N' '), NCHAR(31), N' '), NCHAR(13), N'\r'), NCHAR(10), N'\n'), NCHAR(9), N'\t'), -- s47e_s47_outcome_json
  CAST(s47.[COMPLETED_BY_USER_STAFF_ID] AS nvarchar(30)), -- s47e_s47_completed_by_worker_id
  CAST(s47.[COMPLETED_BY_DEPT_ID] AS nvarchar(30)) -- s47e_s47_completed_by_team
FROM [HDM].[Child_Social].[FACT_S47] AS s47
WHERE s47.[START_DTTM] < DATEADD(day, 1, @ssd_today)
  AND (s47.[END_DTTM] >= @ssd_window_start OR s47.[END_DTTM] IS NULL)
  AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(s47.[DIM_PERSON_ID] AS nvarchar(30)))
  AND s47.[FACT_S47_ID] IS NOT NULL
  AND s47.[DIM_PERSON_ID] IS NOT NULL;

-- META-CONTAINER: {"type": "table", "name": "ssd_sdq_scores"}
-- META-ELEMENT: {"type": "insert_data"}
WITH sdq_answers AS (
  SELECT a.[FACT_FORM_ID] AS fact_form_id, a.[ANSWER_NO] AS answer_no, a.[ANSWER] AS answer, a.[ANSWERED_DTTM] AS answered_dttm, ROW_NUMBER() OVER (PARTITION BY a.[FACT_FORM_ID], a.[ANSWER_NO] ORDER BY a.[ANSWERED_DTTM] DESC, CASE WHEN a.[ANSWER] IS NULL THEN 1 ELSE 0 END, a.[ANSWER]) AS nth
  FROM [HDM].[Child_Social].[FACT_FORM_ANSWERS] AS a
  WHERE a.[DIM_ASSESSMENT_TEMPLATE_ID_DESC] LIKE N'Strengths and Difficulties Questionnaire%' AND a.[ANSWER_NO] IN (N'SDQScore', N'FormEndDate') AND a.[ANSWER] IS NOT NULL
)
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
INSERT INTO ssd_sdq_scores (
  csdq_table_id, -- metadata={"item_ref":"CSDQ001A"}
  csdq_person_id, -- metadata={"item_ref":"CSDQ002A"}
  csdq_sdq_completed_date, -- metadata={"item_ref":"CSDQ003A"}
  -- csdq_sdq_reason is not held: placeholder
  csdq_sdq_score -- metadata={"item_ref":"CSDQ005A"}
)
SELECT
  picked.csdq_table_id,
  picked.csdq_person_id,
  picked.csdq_sdq_completed_date,
  picked.csdq_sdq_score
FROM (
  SELECT
    CAST(ff.[FACT_FORM_ID] AS nvarchar(30)) AS csdq_table_id, -- csdq_table_id
    CAST(ff.[DIM_PERSON_ID] AS nvarchar(30)) AS csdq_person_id, -- csdq_person_id
    COALESCE(ended.answered_dttm, score.answered_dttm) AS csdq_sdq_completed_date, -- csdq_sdq_completed_date
    CAST(CASE WHEN LTRIM(RTRIM(score.answer)) NOT LIKE N'%[^0-9]%' AND LEN(LTRIM(RTRIM(score.answer))) BETWEEN 1 AND 9 THEN TRY_CAST(LTRIM(RTRIM(score.answer)) AS int) END AS nvarchar(30)) AS csdq_sdq_score, -- csdq_sdq_score
    ROW_NUMBER() OVER (PARTITION BY CAST(ff.[FACT_FORM_ID] AS nvarchar(30)) ORDER BY CASE WHEN ff.[FACT_FORM_ID] IS NULL THEN 1 ELSE 0 END, ff.[FACT_FORM_ID], CASE WHEN ff.[DIM_PERSON_ID] IS NULL THEN 1 ELSE 0 END, ff.[DIM_PERSON_ID], CASE WHEN ended.answered_dttm IS NULL THEN 1 ELSE 0 END, ended.answered_dttm, CASE WHEN score.answered_dttm IS NULL THEN 1 ELSE 0 END, score.answered_dttm, CASE WHEN score.answer IS NULL THEN 1 ELSE 0 END, score.answer) AS ssd_row
  FROM [HDM].[Child_Social].[FACT_FORMS] AS ff
  INNER JOIN sdq_answers AS score ON score.fact_form_id = ff.[FACT_FORM_ID] AND score.answer_no = N'SDQScore' AND score.nth = 1
  LEFT JOIN sdq_answers AS ended ON ended.fact_form_id = ff.[FACT_FORM_ID] AND ended.answer_no = N'FormEndDate' AND ended.nth = 1
  WHERE CASE WHEN LTRIM(RTRIM(score.answer)) NOT LIKE N'%[^0-9]%' AND LEN(LTRIM(RTRIM(score.answer))) BETWEEN 1 AND 9 THEN TRY_CAST(LTRIM(RTRIM(score.answer)) AS int) END IS NOT NULL
    AND COALESCE(ended.answered_dttm, score.answered_dttm) >= @ssd_window_start
    AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(ff.[DIM_PERSON_ID] AS nvarchar(30)))
    AND ff.[FACT_FORM_ID] IS NOT NULL
    AND ff.[DIM_PERSON_ID] IS NOT NULL
) AS picked
WHERE picked.ssd_row = 1;

-- META-CONTAINER: {"type": "table", "name": "ssd_sen_need"}
-- META-ELEMENT: {"type": "insert_data"}
-- not loaded: liquid_logic does not hold it, placeholder

-- META-CONTAINER: {"type": "table", "name": "ssd_send"}
-- META-ELEMENT: {"type": "insert_data"}
INSERT INTO ssd_send (
  send_table_id, -- metadata={"item_ref":"SEND001A"}
  -- send_upn is not held: education module
  -- send_uln is not held: education module
  -- send_upn_unknown is not held: placeholder
  send_person_id -- metadata={"item_ref":"SEND005A"}
)
SELECT
  CAST(csp.[DIM_PERSON_ID] AS nvarchar(30)), -- send_table_id
  CAST(csp.[DIM_PERSON_ID] AS nvarchar(30)) -- send_person_id
FROM [HDM].[Child_Social].[DIM_PERSON] AS csp
WHERE EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(csp.[DIM_PERSON_ID] AS nvarchar(30)))
  AND csp.[DIM_PERSON_ID] IS NOT NULL
  AND csp.[DIM_PERSON_ID] IS NOT NULL;

-- META-CONTAINER: {"type": "table", "name": "ssd_voice_of_child"}
-- META-ELEMENT: {"type": "insert_data"}
-- not loaded: liquid_logic does not hold it, placeholder

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
-- not enforced: link_person_id to ssd_person.pers_person_id, the extract fills ssd_person anew and not this table
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
-- not enforced: prep_person_id to ssd_person.pers_person_id, the extract fills ssd_person anew and not this table
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
IF NOT EXISTS (SELECT 1 FROM sys.foreign_keys WHERE parent_object_id = OBJECT_ID(N'ssd_send', N'U') AND name = N'fk_ssd_send_send_person_id')
ALTER TABLE ssd_send ADD CONSTRAINT fk_ssd_send_send_person_id FOREIGN KEY (send_person_id) REFERENCES ssd_person (pers_person_id);
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
