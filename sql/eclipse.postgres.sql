-- META-ELEMENT: {"type": "header"}
-- =============================================================================
-- Standard Safeguarding Dataset
-- Extract for Eclipse on PostgreSQL (10 or later)
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
-- How far back: no table is cut by years. All that the CMS holds is loaded, whatever the
-- setting below says.
--
-- Of the standard: mapped: 228, not held by the CMS: 131.
-- Values that your authority has to give (they stand as NULL /* name */):
--   cin_path: id of the classification path for child in need
--   cp_path: id of the classification path for child protection
--   cin_family_help_code: id of the classification for family help at child in need level
--   form_referral: design GUID of the referral form
--   form_visit: design GUID of the visit form for child in need, child protection and child in care
--   form_assessment: design GUID of the child assessment form
--   form_cp_meeting: design GUID of the record of a child protection meeting and plan
--   form_iro_qa: design GUID of the quality assurance form of the independent reviewing officer
--   form_s47: design GUID of the section 47 assessment
--   form_health_check: design GUID of the form for health, dental, optician and immunisation checks
--   form_pathway_plan: design GUID of the pathway needs assessment and plan
--   form_family_help_discussion: design GUID of the family help discussion
--   form_iro_record: design GUID of the review record of the independent reviewing officer
--   form_health_record: design GUID of the later form that holds the last dates of all health checks
--   form_iro_decisions: design GUID of the decisions of the reviewing officer for a child in care
--   form_contact: design GUID of the front-door contact form
--   cp_category_path: id of the classification path for the category of abuse
--   disability_paths: ids of the classification paths that hold disability
--   early_help_codes: ids of the classifications for early help and family help
--   form_eh_closure: design GUID of the early help closure form
--   form_fh_closure: design GUID of the family help closure form
--   immigration_paths: ids of the classification paths that hold asylum or immigration status
--   form_strategy: design GUID of the strategy discussion form
--   form_missing: design GUID of the form for a child reported missing
--   upn_unknown_group: id of the classification group that holds reasons for a missing pupil number
--   uasc_classification: id of the classification for an unaccompanied child seeking asylum
--   mother_relationship_type: id of the relationship type for mother
--   form_sdq: design GUID of the form that records SDQ scores of a child in care
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
CREATE TABLE IF NOT EXISTS ssd_person (
  pers_person_id varchar(48) NOT NULL, -- metadata={"item_ref":"PERS001A"}
  pers_forename varchar(255) NULL, -- metadata={"item_ref":"PERS015A"}
  pers_surname varchar(255) NULL, -- metadata={"item_ref":"PERS016A"}
  pers_sex varchar(20) NULL, -- metadata={"item_ref":"PERS002A"}
  pers_gender varchar(10) NULL, -- metadata={"item_ref":"PERS003A"}
  pers_ethnicity varchar(48) NULL, -- metadata={"item_ref":"PERS004A"}
  pers_dob timestamp NULL, -- metadata={"item_ref":"PERS005A"}
  pers_common_child_id varchar(48) NULL, -- metadata={"item_ref":"PERS013A"}
  pers_legacy_id varchar(48) NULL, -- metadata={"item_ref":"PERS014A"}
  pers_upn_unknown varchar(6) NULL, -- metadata={"item_ref":"PERS007A"}
  pers_send_flag char(1) NULL, -- metadata={"item_ref":"PERS008A"}
  pers_expected_dob timestamp NULL, -- metadata={"item_ref":"PERS009A"}
  pers_death_date timestamp NULL, -- metadata={"item_ref":"PERS010A"}
  pers_is_mother char(1) NULL, -- metadata={"item_ref":"PERS011A"}
  pers_nationality varchar(48) NULL, -- metadata={"item_ref":"PERS012A"}
  CONSTRAINT pk_ssd_person PRIMARY KEY (pers_person_id)
);

-- META-CONTAINER: {"type": "table", "name": "ssd_version_log"}
-- META-ELEMENT: {"type": "create_table"}
CREATE TABLE IF NOT EXISTS ssd_version_log (
  version_number varchar(10) NOT NULL, -- metadata={"item_ref":"VERS1001A"}
  release_date timestamp NULL, -- metadata={"item_ref":"VERS1002A"}
  description varchar(100) NULL, -- metadata={"item_ref":"VERS1003A"}
  is_current boolean NULL, -- metadata={"item_ref":"VERS1004A"}
  created_at timestamp NULL, -- metadata={"item_ref":"VERS1005A"}
  created_by varchar(10) NULL, -- metadata={"item_ref":"VERS1006A"}
  impact_description varchar(255) NULL, -- metadata={"item_ref":"VERS1007A"}
  CONSTRAINT pk_ssd_version_log PRIMARY KEY (version_number)
);

-- META-CONTAINER: {"type": "table", "name": "ssd_address"}
-- META-ELEMENT: {"type": "create_table"}
CREATE TABLE IF NOT EXISTS ssd_address (
  addr_table_id varchar(48) NOT NULL, -- metadata={"item_ref":"ADDR007A"}
  addr_address_json varchar(1000) NOT NULL, -- metadata={"item_ref":"ADDR001A"}
  addr_person_id varchar(48) NULL, -- metadata={"item_ref":"ADDR002A"}
  addr_address_type varchar(48) NULL, -- metadata={"item_ref":"ADDR003A"}
  addr_address_start_date timestamp NULL, -- metadata={"item_ref":"ADDR004A"}
  addr_address_end_date timestamp NULL, -- metadata={"item_ref":"ADDR005A"}
  addr_address_postcode varchar(15) NULL, -- metadata={"item_ref":"ADDR006A"}
  CONSTRAINT pk_ssd_address PRIMARY KEY (addr_table_id)
);

-- META-CONTAINER: {"type": "table", "name": "ssd_api_data_staging"}
-- META-ELEMENT: {"type": "create_table"}
CREATE TABLE IF NOT EXISTS ssd_api_data_staging (
  id varchar(48) NOT NULL, -- metadata={"item_ref":"APIS1001A"}
  person_id varchar(48) NULL, -- metadata={"item_ref":"APIS1002A"}
  json_payload text NULL, -- metadata={"item_ref":"APIS1003A"}
  current_hash bytea NULL, -- metadata={"item_ref":"APIS1004A"}
  previous_hash bytea NULL, -- metadata={"item_ref":"APIS1005A"}
  submission_status varchar(50) NULL, -- metadata={"item_ref":"APIS1006A"}
  submission_timestamp timestamp NULL, -- metadata={"item_ref":"APIS1007A"}
  api_response text NULL, -- metadata={"item_ref":"APIS1008A"}
  row_state varchar(10) NULL, -- metadata={"item_ref":"APIS1009A"}
  last_updated timestamp NULL, -- metadata={"item_ref":"APIS1010A"}
  CONSTRAINT pk_ssd_api_data_staging PRIMARY KEY (id)
);

-- META-CONTAINER: {"type": "table", "name": "ssd_assessment_factors"}
-- META-ELEMENT: {"type": "create_table"}
CREATE TABLE IF NOT EXISTS ssd_assessment_factors (
  cinf_table_id varchar(48) NOT NULL, -- metadata={"item_ref":"CINF003A"}
  cinf_assessment_id varchar(48) NOT NULL, -- metadata={"item_ref":"CINF001A"}
  cinf_assessment_factors_json varchar(1000) NULL, -- metadata={"item_ref":"CINF002A"}
  CONSTRAINT pk_ssd_assessment_factors PRIMARY KEY (cinf_table_id)
);

-- META-CONTAINER: {"type": "table", "name": "ssd_care_leavers"}
-- META-ELEMENT: {"type": "create_table"}
CREATE TABLE IF NOT EXISTS ssd_care_leavers (
  clea_table_id varchar(48) NOT NULL, -- metadata={"item_ref":"CLEA001A"}
  clea_person_id varchar(48) NOT NULL, -- metadata={"item_ref":"CLEA002A"}
  clea_care_leaver_eligibility varchar(100) NULL, -- metadata={"item_ref":"CLEA003A"}
  clea_care_leaver_in_touch varchar(100) NULL, -- metadata={"item_ref":"CLEA004A"}
  clea_care_leaver_latest_contact timestamp NULL, -- metadata={"item_ref":"CLEA005A"}
  clea_care_leaver_accommodation varchar(100) NULL, -- metadata={"item_ref":"CLEA006A"}
  clea_care_leaver_accom_suitable varchar(100) NULL, -- metadata={"item_ref":"CLEA007A"}
  clea_care_leaver_activity varchar(100) NULL, -- metadata={"item_ref":"CLEA008A"}
  clea_pathway_plan_review_date timestamp NULL, -- metadata={"item_ref":"CLEA009A"}
  clea_care_leaver_personal_advisor varchar(100) NULL, -- metadata={"item_ref":"CLEA010A"}
  clea_care_leaver_allocated_team varchar(48) NULL, -- metadata={"item_ref":"CLEA011A"}
  clea_care_leaver_worker_id varchar(48) NULL, -- metadata={"item_ref":"CLEA012A"}
  CONSTRAINT pk_ssd_care_leavers PRIMARY KEY (clea_table_id)
);

-- META-CONTAINER: {"type": "table", "name": "ssd_cin_assessments"}
-- META-ELEMENT: {"type": "create_table"}
CREATE TABLE IF NOT EXISTS ssd_cin_assessments (
  cina_assessment_id varchar(48) NOT NULL, -- metadata={"item_ref":"CINA001A"}
  cina_person_id varchar(48) NOT NULL, -- metadata={"item_ref":"CINA002A"}
  cina_referral_id varchar(48) NULL, -- metadata={"item_ref":"CINA010A"}
  cina_assessment_start_date timestamp NULL, -- metadata={"item_ref":"CINA003A"}
  cina_assessment_child_seen char(1) NULL, -- metadata={"item_ref":"CINA004A"}
  cina_assessment_auth_date timestamp NULL, -- metadata={"item_ref":"CINA005A"}
  cina_assessment_outcome_json varchar(1000) NULL, -- metadata={"item_ref":"CINA006A"}
  cina_assessment_outcome_nfa char(1) NULL, -- metadata={"item_ref":"CINA009A"}
  cina_assessment_team varchar(48) NULL, -- metadata={"item_ref":"CINA007A"}
  cina_assessment_worker_id varchar(48) NULL, -- metadata={"item_ref":"CINA008A"}
  CONSTRAINT pk_ssd_cin_assessments PRIMARY KEY (cina_assessment_id)
);

-- META-CONTAINER: {"type": "table", "name": "ssd_cin_episodes"}
-- META-ELEMENT: {"type": "create_table"}
CREATE TABLE IF NOT EXISTS ssd_cin_episodes (
  cine_referral_id varchar(48) NOT NULL, -- metadata={"item_ref":"CINE001A"}
  cine_person_id varchar(48) NOT NULL, -- metadata={"item_ref":"CINE002A"}
  cine_referral_date timestamp NULL, -- metadata={"item_ref":"CINE003A"}
  cine_cin_primary_need_code varchar(3) NULL, -- metadata={"item_ref":"CINE010A"}
  cine_referral_source_code varchar(48) NULL, -- metadata={"item_ref":"CINE004A"}
  cine_referral_source_desc varchar(255) NULL, -- metadata={"item_ref":"CINE012A"}
  cine_referral_outcome_json varchar(4000) NULL, -- metadata={"item_ref":"CINE005A"}
  cine_referral_nfa char(1) NULL, -- metadata={"item_ref":"CINE011A"}
  cine_close_reason varchar(100) NULL, -- metadata={"item_ref":"CINE006A"}
  cine_close_date timestamp NULL, -- metadata={"item_ref":"CINE007A"}
  cine_referral_team varchar(48) NULL, -- metadata={"item_ref":"CINE008A"}
  cine_referral_worker_id varchar(48) NULL, -- metadata={"item_ref":"CINE009A"}
  CONSTRAINT pk_ssd_cin_episodes PRIMARY KEY (cine_referral_id)
);

-- META-CONTAINER: {"type": "table", "name": "ssd_cin_plans"}
-- META-ELEMENT: {"type": "create_table"}
CREATE TABLE IF NOT EXISTS ssd_cin_plans (
  cinp_cin_plan_id varchar(48) NOT NULL, -- metadata={"item_ref":"CINP001A"}
  cinp_referral_id varchar(48) NULL, -- metadata={"item_ref":"CINP007A"}
  cinp_person_id varchar(48) NOT NULL, -- metadata={"item_ref":"CINP002A"}
  cinp_cin_plan_start_date timestamp NULL, -- metadata={"item_ref":"CINP003A"}
  cinp_cin_plan_end_date timestamp NULL, -- metadata={"item_ref":"CINP004A"}
  cinp_cin_plan_team varchar(48) NULL, -- metadata={"item_ref":"CINP005A"}
  cinp_cin_plan_worker_id varchar(48) NULL, -- metadata={"item_ref":"CINP006A"}
  CONSTRAINT pk_ssd_cin_plans PRIMARY KEY (cinp_cin_plan_id)
);

-- META-CONTAINER: {"type": "table", "name": "ssd_cin_visits"}
-- META-ELEMENT: {"type": "create_table"}
CREATE TABLE IF NOT EXISTS ssd_cin_visits (
  cinv_cin_visit_id varchar(48) NOT NULL, -- metadata={"item_ref":"CINV001A"}
  cinv_person_id varchar(48) NULL, -- metadata={"item_ref":"CINV007A"}
  cinv_cin_visit_date timestamp NULL, -- metadata={"item_ref":"CINV003A"}
  cinv_cin_visit_seen char(1) NULL, -- metadata={"item_ref":"CINV004A"}
  cinv_cin_visit_seen_alone char(1) NULL, -- metadata={"item_ref":"CINV005A"}
  cinv_cin_visit_bedroom char(1) NULL, -- metadata={"item_ref":"CINV006A"}
  CONSTRAINT pk_ssd_cin_visits PRIMARY KEY (cinv_cin_visit_id)
);

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_care_plan"}
-- META-ELEMENT: {"type": "create_table"}
CREATE TABLE IF NOT EXISTS ssd_cla_care_plan (
  lacp_table_id varchar(48) NOT NULL, -- metadata={"item_ref":"LACP001A"}
  lacp_person_id varchar(48) NOT NULL, -- metadata={"item_ref":"LACP007A"}
  lacp_cla_care_plan_start_date timestamp NULL, -- metadata={"item_ref":"LACP004A"}
  lacp_cla_care_plan_end_date timestamp NULL, -- metadata={"item_ref":"LACP005A"}
  lacp_cla_care_plan_json varchar(1000) NULL, -- metadata={"item_ref":"LACP003A"}
  CONSTRAINT pk_ssd_cla_care_plan PRIMARY KEY (lacp_table_id)
);
-- META-ELEMENT: {"type": "remove_fk"}
ALTER TABLE IF EXISTS ssd_cla_care_plan DROP CONSTRAINT IF EXISTS fk_ssd_cla_care_plan_lacp_person_id;

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_convictions"}
-- META-ELEMENT: {"type": "create_table"}
CREATE TABLE IF NOT EXISTS ssd_cla_convictions (
  clac_cla_conviction_id varchar(48) NOT NULL, -- metadata={"item_ref":"CLAC001A"}
  clac_person_id varchar(48) NOT NULL, -- metadata={"item_ref":"CLAC002A"}
  clac_cla_conviction_date timestamp NULL, -- metadata={"item_ref":"CLAC003A"}
  clac_cla_conviction_offence varchar(1000) NULL, -- metadata={"item_ref":"CLAC004A"}
  CONSTRAINT pk_ssd_cla_convictions PRIMARY KEY (clac_cla_conviction_id)
);
-- META-ELEMENT: {"type": "remove_fk"}
ALTER TABLE IF EXISTS ssd_cla_convictions DROP CONSTRAINT IF EXISTS fk_ssd_cla_convictions_clac_person_id;

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_episodes"}
-- META-ELEMENT: {"type": "create_table"}
CREATE TABLE IF NOT EXISTS ssd_cla_episodes (
  clae_cla_episode_id varchar(48) NOT NULL, -- metadata={"item_ref":"CLAE001A"}
  clae_person_id varchar(48) NOT NULL, -- metadata={"item_ref":"CLAE002A"}
  clae_cla_episode_start_date timestamp NULL, -- metadata={"item_ref":"CLAE003A"}
  clae_cla_episode_start_reason varchar(100) NULL, -- metadata={"item_ref":"CLAE004A"}
  clae_cla_primary_need_code varchar(3) NULL, -- metadata={"item_ref":"CLAE009A"}
  clae_cla_episode_ceased_date timestamp NULL, -- metadata={"item_ref":"CLAE005A"}
  clae_cla_episode_ceased_reason varchar(255) NULL, -- metadata={"item_ref":"CLAE006A"}
  clae_cla_id varchar(48) NULL, -- metadata={"item_ref":"CLAE010A"}
  clae_referral_id varchar(48) NULL, -- metadata={"item_ref":"CLAE011A"}
  clae_cla_placement_id varchar(48) NULL, -- metadata={"item_ref":"CLAE013A"}
  clae_entered_care_date timestamp NULL, -- metadata={"item_ref":"CLAE014A"}
  clae_cla_last_iro_contact_date timestamp NULL, -- metadata={"item_ref":"CLAE012A"}
  CONSTRAINT pk_ssd_cla_episodes PRIMARY KEY (clae_cla_episode_id)
);

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_health"}
-- META-ELEMENT: {"type": "create_table"}
CREATE TABLE IF NOT EXISTS ssd_cla_health (
  clah_health_check_id varchar(48) NOT NULL, -- metadata={"item_ref":"CLAH001A"}
  clah_person_id varchar(48) NOT NULL, -- metadata={"item_ref":"CLAH002A"}
  clah_health_check_type varchar(500) NULL, -- metadata={"item_ref":"CLAH003A"}
  clah_health_check_date timestamp NULL, -- metadata={"item_ref":"CLAH004A"}
  clah_health_check_status varchar(48) NULL, -- metadata={"item_ref":"CLAH005A"}
  CONSTRAINT pk_ssd_cla_health PRIMARY KEY (clah_health_check_id)
);

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_immunisations"}
-- META-ELEMENT: {"type": "create_table"}
CREATE TABLE IF NOT EXISTS ssd_cla_immunisations (
  clai_person_id varchar(48) NOT NULL, -- metadata={"item_ref":"CLAI002A"}
  clai_immunisations_status char(1) NULL, -- metadata={"item_ref":"CLAI004A"}
  clai_immunisations_status_date timestamp NULL, -- metadata={"item_ref":"CLAI005A"}
  CONSTRAINT pk_ssd_cla_immunisations PRIMARY KEY (clai_person_id)
);

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_placement"}
-- META-ELEMENT: {"type": "create_table"}
CREATE TABLE IF NOT EXISTS ssd_cla_placement (
  clap_cla_placement_id varchar(48) NOT NULL, -- metadata={"item_ref":"CLAP001A"}
  clap_cla_placement_start_date timestamp NULL, -- metadata={"item_ref":"CLAP003A"}
  clap_cla_placement_type varchar(100) NULL, -- metadata={"item_ref":"CLAP004A"}
  clap_cla_placement_urn varchar(48) NULL, -- metadata={"item_ref":"CLAP005A"}
  clap_cla_placement_distance double precision NULL, -- metadata={"item_ref":"CLAP011A"}
  clap_cla_id varchar(48) NULL, -- metadata={"item_ref":"CLAP012A"}
  clap_cla_placement_provider varchar(48) NULL, -- metadata={"item_ref":"CLAP007A"}
  clap_cla_placement_postcode varchar(8) NULL, -- metadata={"item_ref":"CLAP008A"}
  clap_cla_placement_end_date timestamp NULL, -- metadata={"item_ref":"CLAP009A"}
  clap_cla_placement_change_reason varchar(100) NULL, -- metadata={"item_ref":"CLAP010A"}
  clap_person_id varchar(48) NULL, -- metadata={"item_ref":"CLAP013A"}
  CONSTRAINT pk_ssd_cla_placement PRIMARY KEY (clap_cla_placement_id)
);

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_previous_permanence"}
-- META-ELEMENT: {"type": "create_table"}
CREATE TABLE IF NOT EXISTS ssd_cla_previous_permanence (
  lapp_table_id varchar(48) NOT NULL, -- metadata={"item_ref":"LAPP001A"}
  lapp_person_id varchar(48) NOT NULL, -- metadata={"item_ref":"LAPP002A"}
  lapp_previous_permanence_order_date varchar(100) NULL, -- metadata={"item_ref":"LAPP003A"}
  lapp_previous_permanence_option varchar(200) NULL, -- metadata={"item_ref":"LAPP004A"}
  lapp_previous_permanence_la varchar(100) NULL, -- metadata={"item_ref":"LAPP005A"}
  CONSTRAINT pk_ssd_cla_previous_permanence PRIMARY KEY (lapp_table_id)
);
-- META-ELEMENT: {"type": "remove_fk"}
ALTER TABLE IF EXISTS ssd_cla_previous_permanence DROP CONSTRAINT IF EXISTS fk_ssd_cla_previous_permanence_lapp_person_id;

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_reviews"}
-- META-ELEMENT: {"type": "create_table"}
CREATE TABLE IF NOT EXISTS ssd_cla_reviews (
  clar_cla_review_id varchar(48) NOT NULL, -- metadata={"item_ref":"CLAR001A"}
  clar_cla_id varchar(48) NULL, -- metadata={"item_ref":"CLAR011A"}
  clar_cla_review_due_date timestamp NULL, -- metadata={"item_ref":"CLAR003A"}
  clar_cla_review_date timestamp NULL, -- metadata={"item_ref":"CLAR004A"}
  clar_cla_review_cancelled char(1) NULL, -- metadata={"item_ref":"CLAR012A"}
  clar_cla_review_participation varchar(100) NULL, -- metadata={"item_ref":"CLAR007A"}
  CONSTRAINT pk_ssd_cla_reviews PRIMARY KEY (clar_cla_review_id)
);

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_substance_misuse"}
-- META-ELEMENT: {"type": "create_table"}
CREATE TABLE IF NOT EXISTS ssd_cla_substance_misuse (
  clas_substance_misuse_id varchar(48) NOT NULL, -- metadata={"item_ref":"CLAS001A"}
  clas_person_id varchar(48) NOT NULL, -- metadata={"item_ref":"CLAS002A"}
  clas_substance_misuse_date timestamp NULL, -- metadata={"item_ref":"CLAS003A"}
  clas_substance_misused char(100) NULL, -- metadata={"item_ref":"CLAS004A"}
  clas_intervention_received char(1) NULL, -- metadata={"item_ref":"CLAS005A"}
  CONSTRAINT pk_ssd_cla_substance_misuse PRIMARY KEY (clas_substance_misuse_id)
);
-- META-ELEMENT: {"type": "remove_fk"}
ALTER TABLE IF EXISTS ssd_cla_substance_misuse DROP CONSTRAINT IF EXISTS fk_ssd_cla_substance_misuse_clas_person_id;

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_visits"}
-- META-ELEMENT: {"type": "create_table"}
CREATE TABLE IF NOT EXISTS ssd_cla_visits (
  clav_cla_visit_id varchar(48) NOT NULL, -- metadata={"item_ref":"CLAV001A"}
  clav_cla_id varchar(48) NULL, -- metadata={"item_ref":"CLAV007A"}
  clav_person_id varchar(48) NULL, -- metadata={"item_ref":"CLAV008A"}
  clav_cla_visit_date timestamp NULL, -- metadata={"item_ref":"CLAV003A"}
  clav_cla_visit_seen char(1) NULL, -- metadata={"item_ref":"CLAV004A"}
  clav_cla_visit_seen_alone char(1) NULL, -- metadata={"item_ref":"CLAV005A"}
  CONSTRAINT pk_ssd_cla_visits PRIMARY KEY (clav_cla_visit_id)
);

-- META-CONTAINER: {"type": "table", "name": "ssd_contacts"}
-- META-ELEMENT: {"type": "create_table"}
CREATE TABLE IF NOT EXISTS ssd_contacts (
  cont_contact_id varchar(48) NOT NULL, -- metadata={"item_ref":"CONT001A"}
  cont_person_id varchar(48) NOT NULL, -- metadata={"item_ref":"CONT002A"}
  cont_contact_date timestamp NULL, -- metadata={"item_ref":"CONT003A"}
  cont_contact_source_code varchar(48) NULL, -- metadata={"item_ref":"CONT004A"}
  cont_contact_source_desc varchar(255) NULL, -- metadata={"item_ref":"CONT006A"}
  cont_contact_outcome_json varchar(4000) NULL, -- metadata={"item_ref":"CONT005A"}
  CONSTRAINT pk_ssd_contacts PRIMARY KEY (cont_contact_id)
);

-- META-CONTAINER: {"type": "table", "name": "ssd_cp_plans"}
-- META-ELEMENT: {"type": "create_table"}
CREATE TABLE IF NOT EXISTS ssd_cp_plans (
  cppl_cp_plan_id varchar(48) NOT NULL, -- metadata={"item_ref":"CPPL001A"}
  cppl_referral_id varchar(48) NULL, -- metadata={"item_ref":"CPPL007A"}
  cppl_icpc_id varchar(48) NULL, -- metadata={"item_ref":"CPPL008A"}
  cppl_person_id varchar(48) NOT NULL, -- metadata={"item_ref":"CPPL002A"}
  cppl_cp_plan_start_date timestamp NULL, -- metadata={"item_ref":"CPPL003A"}
  cppl_cp_plan_end_date timestamp NULL, -- metadata={"item_ref":"CPPL004A"}
  cppl_cp_plan_initial_category varchar(100) NULL, -- metadata={"item_ref":"CPPL009A"}
  cppl_cp_plan_ola char(1) NULL, -- metadata={"item_ref":"CPPL011A"}
  cppl_cp_plan_latest_category varchar(100) NULL, -- metadata={"item_ref":"CPPL010A"}
  CONSTRAINT pk_ssd_cp_plans PRIMARY KEY (cppl_cp_plan_id)
);

-- META-CONTAINER: {"type": "table", "name": "ssd_cp_reviews"}
-- META-ELEMENT: {"type": "create_table"}
CREATE TABLE IF NOT EXISTS ssd_cp_reviews (
  cppr_cp_review_id varchar(48) NOT NULL, -- metadata={"item_ref":"CPPR001A"}
  cppr_person_id varchar(48) NULL, -- metadata={"item_ref":"CPPR008A"}
  cppr_cp_plan_id varchar(48) NULL, -- metadata={"item_ref":"CPPR002A"}
  cppr_cp_review_due timestamp NULL, -- metadata={"item_ref":"CPPR003A"}
  cppr_cp_review_date timestamp NULL, -- metadata={"item_ref":"CPPR004A"}
  cppr_cp_review_meeting_id varchar(48) NULL, -- metadata={"item_ref":"CPPR009A"}
  cppr_cp_review_outcome_continue_cp char(1) NULL, -- metadata={"item_ref":"CPPR005A"}
  cppr_cp_review_quorate char(100) NULL, -- metadata={"item_ref":"CPPR006A"}
  cppr_cp_review_participation char(100) NULL, -- metadata={"item_ref":"CPPR007A"}
  CONSTRAINT pk_ssd_cp_reviews PRIMARY KEY (cppr_cp_review_id)
);

-- META-CONTAINER: {"type": "table", "name": "ssd_cp_visits"}
-- META-ELEMENT: {"type": "create_table"}
CREATE TABLE IF NOT EXISTS ssd_cp_visits (
  cppv_cp_visit_id varchar(48) NOT NULL, -- metadata={"item_ref":"CPPV007A"}
  cppv_person_id varchar(48) NULL, -- metadata={"item_ref":"CPPV008A"}
  cppv_cp_plan_id varchar(48) NULL, -- metadata={"item_ref":"CPPV001A"}
  cppv_cp_visit_date timestamp NULL, -- metadata={"item_ref":"CPPV003A"}
  cppv_cp_visit_seen char(1) NULL, -- metadata={"item_ref":"CPPV004A"}
  cppv_cp_visit_seen_alone char(1) NULL, -- metadata={"item_ref":"CPPV005A"}
  cppv_cp_visit_bedroom char(1) NULL, -- metadata={"item_ref":"CPPV006A"}
  CONSTRAINT pk_ssd_cp_visits PRIMARY KEY (cppv_cp_visit_id)
);

-- META-CONTAINER: {"type": "table", "name": "ssd_department"}
-- META-ELEMENT: {"type": "create_table"}
CREATE TABLE IF NOT EXISTS ssd_department (
  dept_team_id varchar(48) NOT NULL, -- metadata={"item_ref":"DEPT1001A"}
  dept_team_name varchar(255) NULL, -- metadata={"item_ref":"DEPT1002A"}
  dept_team_parent_id varchar(48) NULL, -- metadata={"item_ref":"DEPT1003A"}
  dept_team_parent_name varchar(255) NULL, -- metadata={"item_ref":"DEPT1004A"}
  CONSTRAINT pk_ssd_department PRIMARY KEY (dept_team_id)
);

-- META-CONTAINER: {"type": "table", "name": "ssd_disability"}
-- META-ELEMENT: {"type": "create_table"}
CREATE TABLE IF NOT EXISTS ssd_disability (
  disa_person_id varchar(48) NOT NULL, -- metadata={"item_ref":"DISA001A"}
  disa_table_id varchar(48) NOT NULL, -- metadata={"item_ref":"DISA003A"}
  disa_disability_code varchar(48) NOT NULL, -- metadata={"item_ref":"DISA002A"}
  CONSTRAINT pk_ssd_disability PRIMARY KEY (disa_table_id)
);

-- META-CONTAINER: {"type": "table", "name": "ssd_early_help_episodes"}
-- META-ELEMENT: {"type": "create_table"}
CREATE TABLE IF NOT EXISTS ssd_early_help_episodes (
  earl_episode_id varchar(48) NOT NULL, -- metadata={"item_ref":"EARL001A"}
  earl_person_id varchar(48) NOT NULL, -- metadata={"item_ref":"EARL002A"}
  earl_episode_start_date timestamp NULL, -- metadata={"item_ref":"EARL003A"}
  earl_episode_end_date timestamp NULL, -- metadata={"item_ref":"EARL004A"}
  earl_episode_reason varchar(100) NULL, -- metadata={"item_ref":"EARL005A"}
  earl_episode_end_reason varchar(100) NULL, -- metadata={"item_ref":"EARL006A"}
  earl_episode_organisation varchar(100) NULL, -- metadata={"item_ref":"EARL007A"}
  earl_episode_worker_id varchar(48) NULL, -- metadata={"item_ref":"EARL008A"}
  CONSTRAINT pk_ssd_early_help_episodes PRIMARY KEY (earl_episode_id)
);

-- META-CONTAINER: {"type": "table", "name": "ssd_ehcp_active_plans"}
-- META-ELEMENT: {"type": "create_table"}
CREATE TABLE IF NOT EXISTS ssd_ehcp_active_plans (
  ehcp_active_ehcp_id varchar(48) NOT NULL, -- metadata={"item_ref":"EHCP001A"}
  ehcp_ehcp_request_id varchar(48) NULL, -- metadata={"item_ref":"EHCP002A"}
  ehcp_active_ehcp_last_review_date timestamp NULL, -- metadata={"item_ref":"EHCP003A"}
  CONSTRAINT pk_ssd_ehcp_active_plans PRIMARY KEY (ehcp_active_ehcp_id)
);

-- META-CONTAINER: {"type": "table", "name": "ssd_ehcp_assessment"}
-- META-ELEMENT: {"type": "create_table"}
CREATE TABLE IF NOT EXISTS ssd_ehcp_assessment (
  ehca_ehcp_assessment_id varchar(48) NOT NULL, -- metadata={"item_ref":"EHCA001A"}
  ehca_ehcp_request_id varchar(48) NULL, -- metadata={"item_ref":"EHCA002A"}
  ehca_ehcp_assessment_outcome_date timestamp NULL, -- metadata={"item_ref":"EHCA003A"}
  ehca_ehcp_assessment_outcome varchar(100) NULL, -- metadata={"item_ref":"EHCA004A"}
  ehca_ehcp_assessment_exceptions varchar(100) NULL, -- metadata={"item_ref":"EHCA005A"}
  CONSTRAINT pk_ssd_ehcp_assessment PRIMARY KEY (ehca_ehcp_assessment_id)
);

-- META-CONTAINER: {"type": "table", "name": "ssd_ehcp_named_plan"}
-- META-ELEMENT: {"type": "create_table"}
CREATE TABLE IF NOT EXISTS ssd_ehcp_named_plan (
  ehcn_named_plan_id varchar(48) NOT NULL, -- metadata={"item_ref":"EHCN001A"}
  ehcn_ehcp_asmt_id varchar(48) NULL, -- metadata={"item_ref":"EHCN002A"}
  ehcn_named_plan_start_date timestamp NULL, -- metadata={"item_ref":"EHCN003A"}
  ehcn_named_plan_ceased_date timestamp NULL, -- metadata={"item_ref":"EHCN004A"}
  ehcn_named_plan_ceased_reason varchar(100) NULL, -- metadata={"item_ref":"EHCN005A"}
  CONSTRAINT pk_ssd_ehcp_named_plan PRIMARY KEY (ehcn_named_plan_id)
);

-- META-CONTAINER: {"type": "table", "name": "ssd_ehcp_requests"}
-- META-ELEMENT: {"type": "create_table"}
CREATE TABLE IF NOT EXISTS ssd_ehcp_requests (
  ehcr_ehcp_request_id varchar(48) NOT NULL, -- metadata={"item_ref":"EHCR001A"}
  ehcr_send_table_id varchar(48) NULL, -- metadata={"item_ref":"EHCR002A"}
  ehcr_ehcp_req_date timestamp NULL, -- metadata={"item_ref":"EHCR003A"}
  ehcr_ehcp_req_outcome_date timestamp NULL, -- metadata={"item_ref":"EHCR004A"}
  ehcr_ehcp_req_outcome varchar(100) NULL, -- metadata={"item_ref":"EHCR005A"}
  CONSTRAINT pk_ssd_ehcp_requests PRIMARY KEY (ehcr_ehcp_request_id)
);

-- META-CONTAINER: {"type": "table", "name": "ssd_family"}
-- META-ELEMENT: {"type": "create_table"}
CREATE TABLE IF NOT EXISTS ssd_family (
  fami_table_id varchar(48) NOT NULL, -- metadata={"item_ref":"FAMI003A"}
  fami_family_id varchar(48) NOT NULL, -- metadata={"item_ref":"FAMI001A"}
  fami_person_id varchar(48) NOT NULL, -- metadata={"item_ref":"FAMI002A"}
  CONSTRAINT pk_ssd_family PRIMARY KEY (fami_table_id)
);

-- META-CONTAINER: {"type": "table", "name": "ssd_immigration_status"}
-- META-ELEMENT: {"type": "create_table"}
CREATE TABLE IF NOT EXISTS ssd_immigration_status (
  immi_person_id varchar(48) NOT NULL, -- metadata={"item_ref":"IMMI001A"}
  immi_immigration_status_id varchar(48) NOT NULL, -- metadata={"item_ref":"IMMI005A"}
  immi_immigration_status varchar(100) NULL, -- metadata={"item_ref":"IMMI002A"}
  immi_immigration_status_start_date timestamp NULL, -- metadata={"item_ref":"IMMI003A"}
  immi_immigration_status_end_date timestamp NULL, -- metadata={"item_ref":"IMMI004A"}
  CONSTRAINT pk_ssd_immigration_status PRIMARY KEY (immi_immigration_status_id)
);

-- META-CONTAINER: {"type": "table", "name": "ssd_initial_cp_conference"}
-- META-ELEMENT: {"type": "create_table"}
CREATE TABLE IF NOT EXISTS ssd_initial_cp_conference (
  icpc_icpc_id varchar(48) NOT NULL, -- metadata={"item_ref":"ICPC001A"}
  icpc_icpc_meeting_id varchar(48) NULL, -- metadata={"item_ref":"ICPC009A"}
  icpc_s47_enquiry_id varchar(48) NULL, -- metadata={"item_ref":"ICPC002A"}
  icpc_person_id varchar(48) NOT NULL, -- metadata={"item_ref":"ICPC010A"}
  icpc_cp_plan_id varchar(48) NULL, -- metadata={"item_ref":"ICPC011A"}
  icpc_referral_id varchar(48) NULL, -- metadata={"item_ref":"ICPC012A"}
  icpc_icpc_transfer_in char(1) NULL, -- metadata={"item_ref":"ICPC003A"}
  icpc_icpc_target_date timestamp NULL, -- metadata={"item_ref":"ICPC004A"}
  icpc_icpc_date timestamp NULL, -- metadata={"item_ref":"ICPC005A"}
  icpc_icpc_outcome_cp_flag char(1) NULL, -- metadata={"item_ref":"ICPC013A"}
  icpc_icpc_outcome_json varchar(500) NULL, -- metadata={"item_ref":"ICPC006A"}
  icpc_icpc_team varchar(48) NULL, -- metadata={"item_ref":"ICPC007A"}
  icpc_icpc_worker_id varchar(48) NULL, -- metadata={"item_ref":"ICPC008A"}
  CONSTRAINT pk_ssd_initial_cp_conference PRIMARY KEY (icpc_icpc_id)
);

-- META-CONTAINER: {"type": "table", "name": "ssd_involvements"}
-- META-ELEMENT: {"type": "create_table"}
CREATE TABLE IF NOT EXISTS ssd_involvements (
  invo_involvements_id varchar(48) NOT NULL, -- metadata={"item_ref":"INVO005A"}
  invo_professional_id varchar(48) NULL, -- metadata={"item_ref":"INVO006A"}
  invo_professional_role_id varchar(200) NULL, -- metadata={"item_ref":"INVO007A"}
  invo_professional_team varchar(48) NULL, -- metadata={"item_ref":"INVO009A"}
  invo_involvement_start_date timestamp NULL, -- metadata={"item_ref":"INVO002A"}
  invo_involvement_end_date timestamp NULL, -- metadata={"item_ref":"INVO003A"}
  invo_worker_change_reason varchar(200) NULL, -- metadata={"item_ref":"INVO004A"}
  invo_person_id varchar(48) NULL, -- metadata={"item_ref":"INVO011A"}
  invo_referral_id varchar(48) NULL, -- metadata={"item_ref":"INVO010A"}
  CONSTRAINT pk_ssd_involvements PRIMARY KEY (invo_involvements_id)
);

-- META-CONTAINER: {"type": "table", "name": "ssd_legal_status"}
-- META-ELEMENT: {"type": "create_table"}
CREATE TABLE IF NOT EXISTS ssd_legal_status (
  lega_legal_status_id varchar(48) NOT NULL, -- metadata={"item_ref":"LEGA001A"}
  lega_person_id varchar(48) NOT NULL, -- metadata={"item_ref":"LEGA002A"}
  lega_legal_status varchar(100) NULL, -- metadata={"item_ref":"LEGA003A"}
  lega_legal_status_start_date timestamp NULL, -- metadata={"item_ref":"LEGA004A"}
  lega_legal_status_end_date timestamp NULL, -- metadata={"item_ref":"LEGA005A"}
  CONSTRAINT pk_ssd_legal_status PRIMARY KEY (lega_legal_status_id)
);

-- META-CONTAINER: {"type": "table", "name": "ssd_linked_identifiers"}
-- META-ELEMENT: {"type": "create_table"}
CREATE TABLE IF NOT EXISTS ssd_linked_identifiers (
  link_table_id varchar(48) NOT NULL, -- metadata={"item_ref":"LINK001A"}
  link_person_id varchar(48) NULL, -- metadata={"item_ref":"LINK002A"}
  link_identifier_type varchar(100) NULL, -- metadata={"item_ref":"LINK003A"}
  link_identifier_value varchar(100) NULL, -- metadata={"item_ref":"LINK004A"}
  link_valid_from_date timestamp NULL, -- metadata={"item_ref":"LINK005A"}
  link_valid_to_date timestamp NULL, -- metadata={"item_ref":"LINK006A"}
  CONSTRAINT pk_ssd_linked_identifiers PRIMARY KEY (link_table_id)
);

-- META-CONTAINER: {"type": "table", "name": "ssd_missing"}
-- META-ELEMENT: {"type": "create_table"}
CREATE TABLE IF NOT EXISTS ssd_missing (
  miss_table_id varchar(48) NOT NULL, -- metadata={"item_ref":"MISS001A"}
  miss_person_id varchar(48) NULL, -- metadata={"item_ref":"MISS002A"}
  miss_missing_episode_start_date timestamp NULL, -- metadata={"item_ref":"MISS003A"}
  miss_missing_episode_type varchar(100) NULL, -- metadata={"item_ref":"MISS004A"}
  miss_missing_episode_end_date timestamp NULL, -- metadata={"item_ref":"MISS005A"}
  miss_missing_rhi_offered varchar(2) NULL, -- metadata={"item_ref":"MISS006A"}
  miss_missing_rhi_accepted varchar(2) NULL, -- metadata={"item_ref":"MISS007A"}
  CONSTRAINT pk_ssd_missing PRIMARY KEY (miss_table_id)
);

-- META-CONTAINER: {"type": "table", "name": "ssd_mother"}
-- META-ELEMENT: {"type": "create_table"}
CREATE TABLE IF NOT EXISTS ssd_mother (
  moth_table_id varchar(48) NOT NULL, -- metadata={"item_ref":"MOTH004A"}
  moth_person_id varchar(48) NOT NULL, -- metadata={"item_ref":"MOTH002A"}
  moth_childs_person_id varchar(48) NOT NULL, -- metadata={"item_ref":"MOTH001A"}
  moth_childs_dob timestamp NULL, -- metadata={"item_ref":"MOTH003A"}
  CONSTRAINT pk_ssd_mother PRIMARY KEY (moth_table_id)
);

-- META-CONTAINER: {"type": "table", "name": "ssd_permanence"}
-- META-ELEMENT: {"type": "create_table"}
CREATE TABLE IF NOT EXISTS ssd_permanence (
  perm_table_id varchar(48) NOT NULL, -- metadata={"item_ref":"PERM001A"}
  perm_person_id varchar(48) NOT NULL, -- metadata={"item_ref":"PERM002A"}
  perm_cla_id varchar(48) NULL, -- metadata={"item_ref":"PERM022A"}
  perm_adm_decision_date timestamp NULL, -- metadata={"item_ref":"PERM003A"}
  perm_ffa_cp_decision_date timestamp NULL, -- metadata={"item_ref":"PERM004A"}
  perm_placement_order_date timestamp NULL, -- metadata={"item_ref":"PERM006A"}
  perm_placed_for_adoption_date timestamp NULL, -- metadata={"item_ref":"PERM007A"}
  perm_matched_date timestamp NULL, -- metadata={"item_ref":"PERM008A"}
  perm_adopted_by_carer_flag char(1) NULL, -- metadata={"item_ref":"PERM021A"}
  perm_placed_ffa_cp_date timestamp NULL, -- metadata={"item_ref":"PERM009A"}
  perm_decision_reversed_date timestamp NULL, -- metadata={"item_ref":"PERM010A"}
  perm_placed_foster_carer_date timestamp NULL, -- metadata={"item_ref":"PERM011A"}
  perm_part_of_sibling_group char(1) NULL, -- metadata={"item_ref":"PERM012A"}
  perm_siblings_placed_together integer NULL, -- metadata={"item_ref":"PERM013A"}
  perm_siblings_placed_apart integer NULL, -- metadata={"item_ref":"PERM014A"}
  perm_placement_provider_urn varchar(48) NULL, -- metadata={"item_ref":"PERM015A"}
  perm_decision_reversed_reason varchar(100) NULL, -- metadata={"item_ref":"PERM016A"}
  perm_permanence_order_date timestamp NULL, -- metadata={"item_ref":"PERM017A"}
  perm_permanence_order_type varchar(100) NULL, -- metadata={"item_ref":"PERM018A"}
  perm_adoption_worker_id varchar(48) NULL, -- metadata={"item_ref":"PERM023A"}
  perm_adopter_sex varchar(48) NULL, -- metadata={"item_ref":"PERM025A"}
  perm_adopter_legal_status varchar(100) NULL, -- metadata={"item_ref":"PERM026A"}
  perm_number_of_adopters varchar(3) NULL, -- metadata={"item_ref":"PERM027A"}
  CONSTRAINT pk_ssd_permanence PRIMARY KEY (perm_table_id)
);

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

-- META-CONTAINER: {"type": "table", "name": "ssd_professionals"}
-- META-ELEMENT: {"type": "create_table"}
CREATE TABLE IF NOT EXISTS ssd_professionals (
  prof_professional_id varchar(48) NOT NULL, -- metadata={"item_ref":"PROF001A"}
  prof_staff_id varchar(48) NULL, -- metadata={"item_ref":"PROF010A"}
  prof_professional_name varchar(300) NULL, -- metadata={"item_ref":"PROF013A"}
  prof_social_worker_registration_no varchar(48) NULL, -- metadata={"item_ref":"PROF002A"}
  prof_professional_job_title varchar(500) NULL, -- metadata={"item_ref":"PROF007A"}
  prof_professional_caseload integer NULL, -- metadata={"item_ref":"PROF008A"}
  prof_professional_department varchar(100) NULL, -- metadata={"item_ref":"PROF012A"}
  prof_full_time_equivalency double precision NULL, -- metadata={"item_ref":"PROF011A"}
  prof_agency_worker_flag char(1) NULL, -- metadata={"item_ref":"PROF014A"}
  CONSTRAINT pk_ssd_professionals PRIMARY KEY (prof_professional_id)
);

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

-- META-CONTAINER: {"type": "table", "name": "ssd_s47_enquiry"}
-- META-ELEMENT: {"type": "create_table"}
CREATE TABLE IF NOT EXISTS ssd_s47_enquiry (
  s47e_s47_enquiry_id varchar(48) NOT NULL, -- metadata={"item_ref":"S47E001A"}
  s47e_referral_id varchar(48) NULL, -- metadata={"item_ref":"S47E010A"}
  s47e_person_id varchar(48) NOT NULL, -- metadata={"item_ref":"S47E002A"}
  s47e_s47_start_date timestamp NULL, -- metadata={"item_ref":"S47E004A"}
  s47e_s47_end_date timestamp NULL, -- metadata={"item_ref":"S47E005A"}
  s47e_s47_nfa char(1) NULL, -- metadata={"item_ref":"S47E006A"}
  s47e_s47_outcome_json varchar(1000) NULL, -- metadata={"item_ref":"S47E007A"}
  s47e_s47_completed_by_worker_id varchar(48) NULL, -- metadata={"item_ref":"S47E008A"}
  s47e_s47_completed_by_team varchar(48) NULL, -- metadata={"item_ref":"S47E009A"}
  CONSTRAINT pk_ssd_s47_enquiry PRIMARY KEY (s47e_s47_enquiry_id)
);

-- META-CONTAINER: {"type": "table", "name": "ssd_sdq_scores"}
-- META-ELEMENT: {"type": "create_table"}
CREATE TABLE IF NOT EXISTS ssd_sdq_scores (
  csdq_table_id varchar(48) NOT NULL, -- metadata={"item_ref":"CSDQ001A"}
  csdq_person_id varchar(48) NOT NULL, -- metadata={"item_ref":"CSDQ002A"}
  csdq_sdq_completed_date timestamp NULL, -- metadata={"item_ref":"CSDQ003A"}
  csdq_sdq_reason varchar(100) NULL, -- metadata={"item_ref":"CSDQ004A"}
  csdq_sdq_score varchar(100) NULL, -- metadata={"item_ref":"CSDQ005A"}
  CONSTRAINT pk_ssd_sdq_scores PRIMARY KEY (csdq_table_id)
);

-- META-CONTAINER: {"type": "table", "name": "ssd_sen_need"}
-- META-ELEMENT: {"type": "create_table"}
CREATE TABLE IF NOT EXISTS ssd_sen_need (
  senn_table_id varchar(48) NOT NULL, -- metadata={"item_ref":"SENN001A"}
  senn_active_ehcp_id varchar(48) NULL, -- metadata={"item_ref":"SENN002A"}
  senn_active_ehcp_need_type varchar(100) NULL, -- metadata={"item_ref":"SENN003A"}
  senn_active_ehcp_need_rank char(1) NULL, -- metadata={"item_ref":"SENN004A"}
  CONSTRAINT pk_ssd_sen_need PRIMARY KEY (senn_table_id)
);

-- META-CONTAINER: {"type": "table", "name": "ssd_send"}
-- META-ELEMENT: {"type": "create_table"}
CREATE TABLE IF NOT EXISTS ssd_send (
  send_table_id varchar(48) NOT NULL, -- metadata={"item_ref":"SEND001A"}
  send_upn varchar(48) NULL, -- metadata={"item_ref":"SEND002A"}
  send_uln varchar(48) NULL, -- metadata={"item_ref":"SEND003A"}
  send_upn_unknown varchar(6) NULL, -- metadata={"item_ref":"SEND004A"}
  send_person_id varchar(48) NOT NULL, -- metadata={"item_ref":"SEND005A"}
  CONSTRAINT pk_ssd_send PRIMARY KEY (send_table_id)
);
-- META-ELEMENT: {"type": "remove_fk"}
ALTER TABLE IF EXISTS ssd_send DROP CONSTRAINT IF EXISTS fk_ssd_send_send_person_id;

-- META-CONTAINER: {"type": "table", "name": "ssd_voice_of_child"}
-- META-ELEMENT: {"type": "create_table"}
CREATE TABLE IF NOT EXISTS ssd_voice_of_child (
  voch_table_id varchar(48) NOT NULL, -- metadata={"item_ref":"VOCH007A"}
  voch_person_id varchar(48) NOT NULL, -- metadata={"item_ref":"VOCH001A"}
  voch_explained_worries char(1) NULL, -- metadata={"item_ref":"VOCH002A"}
  voch_story_help_understand char(1) NULL, -- metadata={"item_ref":"VOCH003A"}
  voch_agree_worker char(1) NULL, -- metadata={"item_ref":"VOCH004A"}
  voch_plan_safe char(1) NULL, -- metadata={"item_ref":"VOCH005A"}
  voch_tablet_help_explain char(1) NULL, -- metadata={"item_ref":"VOCH006A"}
  CONSTRAINT pk_ssd_voice_of_child PRIMARY KEY (voch_table_id)
);
-- META-ELEMENT: {"type": "remove_fk"}
ALTER TABLE IF EXISTS ssd_voice_of_child DROP CONSTRAINT IF EXISTS fk_ssd_voice_of_child_voch_person_id;

-- ---------------------------------------------------------------------------
-- 2. Refresh: all loads in one transaction
-- ---------------------------------------------------------------------------

-- META-ELEMENT: {"type": "settings"}
SELECT set_config('ssd.years', '6', false);
SELECT set_config('ssd.today', CAST(CURRENT_DATE AS text), false);
SELECT set_config('ssd.window_start', CAST(CURRENT_DATE - CAST(current_setting('ssd.years') || ' years' AS interval) AS text), false);

-- META-ELEMENT: {"type": "refresh"}
BEGIN;

-- META-ELEMENT: {"type": "version_log"}
UPDATE ssd_version_log SET is_current = FALSE;
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
  TRUE, -- is_current
  CAST(current_setting('ssd.today') AS timestamp), -- created_at
  'extract' -- created_by
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

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_reviews"}
-- META-ELEMENT: {"type": "delete_data"}
DELETE FROM ssd_cla_reviews;

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
WITH latest_reference AS (
  SELECT n.personid AS personid, n.referencetype AS referencetype, n.referencetypecode AS referencetypecode, n.referencenumber AS referencenumber
  FROM (SELECT r.personid AS personid, r.referencetype AS referencetype, r.referencetypecode AS referencetypecode, r.referencenumber AS referencenumber, ROW_NUMBER() OVER (PARTITION BY r.personid, r.referencetype, r.referencetypecode ORDER BY COALESCE(r.enddate, TIMESTAMP '9999-12-31 00:00:00') DESC NULLS LAST, r.startdate DESC NULLS LAST, r.referencenumber) AS place FROM referencenumberpersonview AS r WHERE r.referencenumber IS NOT NULL) AS n
  WHERE n.place = 1
),
person_classification AS (
  SELECT p.person_fk AS personid, c.id AS classificationid, c.code AS code, g.id AS groupid, g.code AS groupcode, a.start_date AS starts, a.end_date AS ends
  FROM classification AS c
  INNER JOIN classification_group AS g ON g.id = c.classification_group_fk
  INNER JOIN classification_assignment AS a ON a.classification_fk = c.id
  INNER JOIN person_classification_assignme AS p ON p.id = a.subject_classification_assi_fk
  WHERE a.status IS NULL OR a.status <> 'DELETED'
),
upn_reason AS (
  SELECT u.personid AS personid, u.code AS code
  FROM (SELECT c.personid AS personid, c.code AS code, ROW_NUMBER() OVER (PARTITION BY c.personid ORDER BY COALESCE(c.ends, TIMESTAMP '9999-12-31 00:00:00') DESC NULLS LAST, c.starts DESC NULLS LAST, c.code) AS place FROM person_classification AS c WHERE c.groupid IN (NULL /* upn_unknown_group */) AND c.code IN ('UN1', 'UN2', 'UN3', 'UN4', 'UN5')) AS u
  WHERE u.place = 1
),
unaccompanied AS (
  SELECT DISTINCT c.personid AS personid
  FROM person_classification AS c
  WHERE upper(c.groupcode) = 'ASY_STAT' AND c.classificationid IN (NULL /* uasc_classification */) AND c.starts < (CAST(current_setting('ssd.today') AS timestamp) + INTERVAL '1 day') AND (c.ends IS NULL OR c.ends > CAST(current_setting('ssd.today') AS timestamp))
),
woman_with_child AS (
  SELECT m.personid AS personid
  FROM person_per_relationship AS r
  INNER JOIN personview AS m ON m.personid = r.role_a_person_fk
  INNER JOIN personview AS o ON o.personid = r.role_b_person_fk
  WHERE r.person_per_rel_type_fk IN (NULL /* mother_relationship_type */) AND m.gender IN ('Female', 'Woman') AND o.personid <> m.personid AND COALESCE(o.dateofbirth, CAST(current_setting('ssd.today') AS timestamp)) >= m.dateofbirth
  UNION
  SELECT m.personid AS personid
  FROM person_per_relationship AS r
  INNER JOIN personview AS m ON m.personid = r.role_b_person_fk
  INNER JOIN personview AS o ON o.personid = r.role_a_person_fk
  WHERE r.person_per_rel_type_fk IN (NULL /* mother_relationship_type */) AND m.gender IN ('Female', 'Woman') AND o.personid <> m.personid AND COALESCE(o.dateofbirth, CAST(current_setting('ssd.today') AS timestamp)) >= m.dateofbirth
),
exclusions AS (
  SELECT p.personid AS personid
  FROM personview AS p
  WHERE 1 = 0 OR upper(p.duplicated) = 'DUPLICATE' OR upper(p.forename) LIKE '%DUPLICATE%' OR upper(p.surname) LIKE '%DUPLICATE%'
)
INSERT INTO ssd_person (
  pers_person_id, -- metadata={"item_ref":"PERS001A"}
  pers_forename, -- metadata={"item_ref":"PERS015A"}
  pers_surname, -- metadata={"item_ref":"PERS016A"}
  pers_sex, -- metadata={"item_ref":"PERS002A"}
  pers_gender, -- metadata={"item_ref":"PERS003A"}
  pers_ethnicity, -- metadata={"item_ref":"PERS004A"}
  pers_dob, -- metadata={"item_ref":"PERS005A"}
  pers_common_child_id, -- metadata={"item_ref":"PERS013A"}
  pers_legacy_id, -- metadata={"item_ref":"PERS014A"}
  pers_upn_unknown, -- metadata={"item_ref":"PERS007A"}
  -- pers_send_flag is not held: no view of Eclipse is known that has special educational needs
  pers_expected_dob, -- metadata={"item_ref":"PERS009A"}
  pers_death_date, -- metadata={"item_ref":"PERS010A"}
  pers_is_mother, -- metadata={"item_ref":"PERS011A"}
  pers_nationality -- metadata={"item_ref":"PERS012A"}
)
SELECT
  picked.pers_person_id,
  picked.pers_forename,
  picked.pers_surname,
  picked.pers_sex,
  picked.pers_gender,
  picked.pers_ethnicity,
  picked.pers_dob,
  picked.pers_common_child_id,
  picked.pers_legacy_id,
  picked.pers_upn_unknown,
  picked.pers_expected_dob,
  picked.pers_death_date,
  picked.pers_is_mother,
  picked.pers_nationality
FROM (
  SELECT
    CAST(p.personid AS text) AS pers_person_id, -- pers_person_id
    left(NULLIF(rtrim(p.forename), ''), 255) AS pers_forename, -- pers_forename
    left(NULLIF(rtrim(p.surname), ''), 255) AS pers_surname, -- pers_surname
    CASE p.sex WHEN 'Male' THEN 'M' WHEN 'Female' THEN 'F' ELSE 'U' END AS pers_sex, -- pers_sex
    CASE WHEN p.gender IS NULL THEN '00' ELSE CASE p.gender WHEN 'Man' THEN '01' WHEN 'Male' THEN '01' WHEN 'Woman' THEN '02' WHEN 'Female' THEN '02' ELSE '09' END END AS pers_gender, -- pers_gender
    CASE WHEN p.ethnicitycode IS NULL THEN 'NOBT' ELSE CASE p.ethnicitycode WHEN 'ARAB' THEN 'OOTH' WHEN 'BANGLADESHI' THEN 'ABAN' WHEN 'INDIAN' THEN 'AIND' WHEN 'OTHER_ASIAN' THEN 'AOTH' WHEN 'ENG_SCOT_TRAVELLER' THEN 'AOTH' WHEN 'PAKISTANI' THEN 'APKN' WHEN 'AFRICAN' THEN 'BAFR' WHEN 'BLACK_AFRICAN' THEN 'BAFR' WHEN 'BLACK_CARIBBEAN' THEN 'BCRB' WHEN 'CARIBBEAN' THEN 'BCRB' WHEN 'OTHER_BLACK' THEN 'BOTH' WHEN 'OTHER_AFRICAN' THEN 'BOTH' WHEN 'CHINESE' THEN 'CNHE' WHEN 'OTHER_MIXED' THEN 'MOTH' WHEN 'WHITE_AND_ASIAN' THEN 'MWAS' WHEN 'WHITE_AND_BLACK_AFRICAN' THEN 'MWBA' WHEN 'WHITE_AND_BLACK_CARIBBEAN' THEN 'MWBC' WHEN 'NOT_KNOWN' THEN 'NOBT' WHEN 'OTHER_ETHNIC' THEN 'OOTH' WHEN 'REFUSED' THEN 'REFU' WHEN 'WHITE_BRITISH' THEN 'WBRI' WHEN 'WHITE_NORTHERNIRISH' THEN 'WBRI' WHEN 'WHITE_SCOTTISH' THEN 'WBRI' WHEN 'WHITE_WELSH' THEN 'WBRI' WHEN 'WHITE_IRISH' THEN 'WIRI' WHEN 'IRISHTRAVELLER' THEN 'WIRT' WHEN 'OTHER_WHITE_ORIGIN' THEN 'WOTH' WHEN 'WHITE_POLISH' THEN 'WOTH' WHEN 'GYPSY' THEN 'WROM' WHEN 'TRAVELLER' THEN 'WROM' WHEN 'ROMA' THEN 'WROM' END END AS pers_ethnicity, -- pers_ethnicity
    COALESCE(p.dateofbirth, CASE WHEN p.duedate >= CAST(current_setting('ssd.today') AS timestamp) THEN p.duedate END) AS pers_dob, -- pers_dob
    left(NULLIF(rtrim(p.nhsnumber), ''), 48) AS pers_common_child_id, -- pers_common_child_id
    left(NULLIF(rtrim(p.carefirstid), ''), 48) AS pers_legacy_id, -- pers_legacy_id
    left(NULLIF(rtrim(CASE WHEN upn.referencenumber IS NOT NULL THEN NULL WHEN unk.code IS NOT NULL THEN unk.code WHEN ((CAST(EXTRACT(YEAR FROM COALESCE(p.dieddate, CAST(current_setting('ssd.today') AS timestamp))) AS integer) - CAST(EXTRACT(YEAR FROM p.dateofbirth) AS integer)) - CASE WHEN CAST(p.dateofbirth AS date) + (CAST(EXTRACT(YEAR FROM COALESCE(p.dieddate, CAST(current_setting('ssd.today') AS timestamp))) AS integer) - CAST(EXTRACT(YEAR FROM p.dateofbirth) AS integer)) * INTERVAL '1 year' > CAST(COALESCE(p.dieddate, CAST(current_setting('ssd.today') AS timestamp)) AS date) THEN 1 ELSE 0 END) < 5 THEN 'UN1' WHEN una.personid IS NOT NULL THEN 'UN2' END), ''), 6) AS pers_upn_unknown, -- pers_upn_unknown
    CASE WHEN p.duedate >= CAST(current_setting('ssd.today') AS timestamp) THEN p.duedate END AS pers_expected_dob, -- pers_expected_dob
    p.dieddate AS pers_death_date, -- pers_death_date
    CASE WHEN mo.personid IS NOT NULL THEN 'Y' ELSE 'N' END AS pers_is_mother, -- pers_is_mother
    left(NULLIF(rtrim(p.countryofbirthcode), ''), 48) AS pers_nationality, -- pers_nationality
    ROW_NUMBER() OVER (PARTITION BY p.personid ORDER BY p.dateofbirth, p.personid, p.forename, p.surname, p.sex, p.gender, p.ethnicitycode, p.duedate, p.nhsnumber, p.carefirstid, upn.referencenumber, unk.code, p.dieddate, una.personid, mo.personid, p.countryofbirthcode) AS ssd_row
  FROM persondemographicsview AS p
  LEFT JOIN latest_reference AS upn ON upn.personid = p.personid AND upn.referencetypecode = 'UPN'
  LEFT JOIN upn_reason AS unk ON unk.personid = p.personid
  LEFT JOIN unaccompanied AS una ON una.personid = p.personid
  LEFT JOIN woman_with_child AS mo ON mo.personid = p.personid
  WHERE NOT (EXISTS (SELECT 1 FROM exclusions AS x WHERE x.personid = p.personid))
    AND p.personid IS NOT NULL
) AS picked
WHERE picked.ssd_row = 1;

-- META-CONTAINER: {"type": "table", "name": "ssd_version_log"}
-- META-ELEMENT: {"type": "insert_data"}
-- not loaded: eclipse does not hold it, the script itself writes its row

-- META-CONTAINER: {"type": "table", "name": "ssd_address"}
-- META-ELEMENT: {"type": "insert_data"}
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
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
  picked.addr_table_id,
  picked.addr_address_json,
  picked.addr_person_id,
  picked.addr_address_type,
  picked.addr_address_start_date,
  picked.addr_address_end_date,
  picked.addr_address_postcode
FROM (
  SELECT
    numbered.addr_table_id,
    numbered.addr_address_json,
    numbered.addr_person_id,
    numbered.addr_address_type,
    numbered.addr_address_start_date,
    numbered.addr_address_end_date,
    numbered.addr_address_postcode,
    ROW_NUMBER() OVER (PARTITION BY numbered.addr_table_id ORDER BY numbered.ssd_place) AS ssd_key_row
  FROM (
  SELECT
    left(NULLIF(rtrim(concat(CAST(a.personid AS text), '-', CAST(a.addressid AS text), '-', left(to_char(a.startdate, 'YYYY-MM-DD"T"HH24:MI:SS'), 10))), ''), 48) AS addr_table_id, -- addr_table_id
    replace(replace(replace(translate(concat(
      concat('{"ROOM":', COALESCE('"' || replace(replace(left(NULLIF(rtrim(a.roomdescription), ''), 60), E'\\', E'\\\\'), '"', E'\\"') || '"', 'null')),
      concat(',"FLOOR":', COALESCE('"' || replace(replace(left(NULLIF(rtrim(a.floordescription), ''), 60), E'\\', E'\\\\'), '"', E'\\"') || '"', 'null')),
      concat(',"FLAT":', COALESCE('"' || replace(replace(NULL, E'\\', E'\\\\'), '"', E'\\"') || '"', 'null')),
      concat(',"BUILDING":', COALESCE('"' || replace(replace(left(NULLIF(rtrim(a.buildingnameornumber), ''), 80), E'\\', E'\\\\'), '"', E'\\"') || '"', 'null')),
      concat(',"HOUSE":', COALESCE('"' || replace(replace(left(NULLIF(rtrim(a.buildingnameornumber), ''), 80), E'\\', E'\\\\'), '"', E'\\"') || '"', 'null')),
      concat(',"STREET":', COALESCE('"' || replace(replace(left(NULLIF(rtrim(a.streetname), ''), 80), E'\\', E'\\\\'), '"', E'\\"') || '"', 'null')),
      concat(',"TOWN":', COALESCE('"' || replace(replace(left(NULLIF(rtrim(a.townorcity), ''), 60), E'\\', E'\\\\'), '"', E'\\"') || '"', 'null')),
      concat(',"UPRN":', COALESCE('"' || replace(replace(left(NULLIF(rtrim(a.uprn), ''), 20), E'\\', E'\\\\'), '"', E'\\"') || '"', 'null')),
      concat(',"EASTING":', COALESCE('"' || replace(replace(NULL, E'\\', E'\\\\'), '"', E'\\"') || '"', 'null')),
      concat(',"NORTHING":', COALESCE('"' || replace(replace(NULL, E'\\', E'\\\\'), '"', E'\\"') || '"', 'null')),
      '}'), concat(chr(1), chr(2), chr(3), chr(4), chr(5), chr(6), chr(7), chr(8), chr(11), chr(12), chr(14), chr(15), chr(16), chr(17), chr(18), chr(19), chr(20), chr(21), chr(22), chr(23), chr(24), chr(25), chr(26), chr(27), chr(28), chr(29), chr(30), chr(31)), '                            '), chr(13), E'\\r'), chr(10), E'\\n'), chr(9), E'\\t') AS addr_address_json, -- addr_address_json
    CAST(a.personid AS text) AS addr_person_id, -- addr_person_id
    left(NULLIF(rtrim(a.type), ''), 48) AS addr_address_type, -- addr_address_type
    a.startdate AS addr_address_start_date, -- addr_address_start_date
    a.enddate AS addr_address_end_date, -- addr_address_end_date
    left(NULLIF(rtrim(NULLIF(replace(a.postcode, ' ', ''), '')), ''), 15) AS addr_address_postcode, -- addr_address_postcode
    ROW_NUMBER() OVER (PARTITION BY a.personid, a.addressid, date_trunc('day', a.startdate) ORDER BY a.enddate DESC NULLS LAST, a.personid, a.addressid, a.startdate, a.roomdescription, a.floordescription, a.buildingnameornumber, a.streetname, a.townorcity, a.uprn, a.type, a.postcode) AS ssd_row,
    ROW_NUMBER() OVER (ORDER BY a.enddate DESC NULLS LAST, a.personid, a.addressid, a.startdate, a.roomdescription, a.floordescription, a.buildingnameornumber, a.streetname, a.townorcity, a.uprn, a.type, a.postcode) AS ssd_place
  FROM addresspersonview AS a
  WHERE EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(a.personid AS text))
    AND NULLIF(rtrim(concat(CAST(a.personid AS text), '-', CAST(a.addressid AS text), '-', left(to_char(a.startdate, 'YYYY-MM-DD"T"HH24:MI:SS'), 10))), '') IS NOT NULL
) AS numbered
WHERE numbered.ssd_row = 1
) AS picked
WHERE picked.ssd_key_row = 1;

-- META-CONTAINER: {"type": "table", "name": "ssd_api_data_staging"}
-- META-ELEMENT: {"type": "insert_data"}
-- not loaded: eclipse does not hold it, the transfer to the department fills it from the other tables

-- META-CONTAINER: {"type": "table", "name": "ssd_assessment_factors"}
-- META-ELEMENT: {"type": "insert_data"}
WITH factor AS (
  SELECT f.instanceid AS instanceid, f.answerforsubjectid AS personid, concat(CAST(f.answerforsubjectid AS text), '-', CAST(f.instanceid AS text)) AS assessmentid, concat(MAX(CASE WHEN f.controlname = 'CINCensus_alcoholChild' AND f.answervalue IS NOT NULL THEN '"1A",' END), MAX(CASE WHEN f.controlname = 'CINCensus_alcoholParent' AND f.answervalue IS NOT NULL THEN '"1B",' END), MAX(CASE WHEN f.controlname = 'CINCensus_alcoholOtherPersonHousehold' AND f.answervalue IS NOT NULL THEN '"1C",' END), MAX(CASE WHEN f.controlname = 'CINCensus_drugChild' AND f.answervalue IS NOT NULL THEN '"2A",' END), MAX(CASE WHEN f.controlname = 'CINCensus_drugParent' AND f.answervalue IS NOT NULL THEN '"2B",' END), MAX(CASE WHEN f.controlname = 'CINCensus_drugOtherPersonHousehold' AND f.answervalue IS NOT NULL THEN '"2C",' END), MAX(CASE WHEN f.controlname = 'CINCensus_domesticChild' AND f.answervalue IS NOT NULL THEN '"3A",' END), MAX(CASE WHEN f.controlname = 'CINCensus_domesticParent' AND f.answervalue IS NOT NULL THEN '"3B",' END), MAX(CASE WHEN f.controlname = 'CINCensus_domesticOtherPersonHousehold' AND f.answervalue IS NOT NULL THEN '"3C",' END), MAX(CASE WHEN f.controlname = 'CINCensus_mentalHealthChild' AND f.answervalue IS NOT NULL THEN '"4A",' END), MAX(CASE WHEN f.controlname = 'CINCensus_mentalHealthParent' AND f.answervalue IS NOT NULL THEN '"4B",' END), MAX(CASE WHEN f.controlname = 'CINCensus_mentalHealthOtherPerson' AND f.answervalue IS NOT NULL THEN '"4C",' END), MAX(CASE WHEN f.controlname = 'CINCensus_learnDisChild' AND f.answervalue IS NOT NULL THEN '"5A",' END), MAX(CASE WHEN f.controlname = 'CINCensus_learnDisParent' AND f.answervalue IS NOT NULL THEN '"5B",' END), MAX(CASE WHEN f.controlname = 'CINCensus_learnDisOtherPersonHousehold' AND f.answervalue IS NOT NULL THEN '"5C",' END), MAX(CASE WHEN f.controlname = 'CINCensus_physDisChild' AND f.answervalue IS NOT NULL THEN '"6A",' END), MAX(CASE WHEN f.controlname = 'CINCensus_physDisParent' AND f.answervalue IS NOT NULL THEN '"6B",' END), MAX(CASE WHEN f.controlname = 'CINCensus_physDisOtherPersonHousehold' AND f.answervalue IS NOT NULL THEN '"6C",' END), MAX(CASE WHEN f.controlname = 'CINCensus_childSpecificFactor' AND strpos(f.shortanswervalue, 'YCarer') > 0 THEN '"7A",' END), MAX(CASE WHEN f.controlname = 'CINCensus_childSpecificFactor' AND strpos(f.shortanswervalue, 'PFOther') > 0 THEN '"8F",' END), MAX(CASE WHEN f.controlname = 'CINCensus_childSpecificFactor' AND strpos(f.shortanswervalue, 'PFUKFamily') > 0 THEN '"8E",' END), MAX(CASE WHEN f.controlname = 'CINCensus_childSpecificFactor' AND strpos(f.shortanswervalue, 'PFUKEducation') > 0 THEN '"8D",' END), MAX(CASE WHEN f.controlname = 'CINCensus_childSpecificFactor' AND strpos(f.shortanswervalue, 'PFOCIntendtostay') > 0 THEN '"8C",' END), MAX(CASE WHEN f.controlname = 'CINCensus_childSpecificFactor' AND strpos(f.shortanswervalue, 'PFOCIntendtoreturn') > 0 THEN '"8B",' END), MAX(CASE WHEN f.controlname = 'CINCensus_childSpecificFactor' AND strpos(f.shortanswervalue, 'UASC') > 0 THEN '"9A",' END), MAX(CASE WHEN f.controlname = 'CINCensus_childSpecificFactor' AND strpos(f.shortanswervalue, 'Miss') > 0 THEN '"10A",' END), MAX(CASE WHEN f.controlname = 'CINCensus_childSpecificFactor' AND strpos(f.shortanswervalue, 'SexExploit') > 0 THEN '"11A",' END), MAX(CASE WHEN f.controlname = 'CINCensus_childSpecificFactor' AND strpos(f.shortanswervalue, 'Traffic') > 0 THEN '"12A",' END), MAX(CASE WHEN f.controlname = 'CINCensus_childSpecificFactor' AND strpos(f.shortanswervalue, 'Gang') > 0 THEN '"13A",' END), MAX(CASE WHEN f.controlname = 'CINCensus_childSpecificFactor' AND strpos(f.shortanswervalue, 'Behave') > 0 THEN '"14A",' END), MAX(CASE WHEN f.controlname = 'CINCensus_childSpecificFactor' AND strpos(f.shortanswervalue, 'SHarm') > 0 THEN '"15A",' END), MAX(CASE WHEN f.controlname = 'CINCensus_childSpecificFactor' AND strpos(f.shortanswervalue, 'AbuseNeglect') > 0 THEN '"16A",' END), MAX(CASE WHEN f.controlname = 'CINCensus_childSpecificFactor' AND strpos(f.shortanswervalue, 'EmotAbuse') > 0 THEN '"17A",' END), CASE WHEN MAX(CASE WHEN f.controlname = 'CINCensus_childSpecificFactor' AND strpos(f.shortanswervalue, 'PhysAbuse') > 0 THEN 1 END) = 1 THEN MAX(CASE WHEN f.controlname = 'CINCensus_allegedPerpetratorOfPhysicalAbuse' AND strpos(f.shortanswervalue, '18B') > 0 THEN '"18B",' END) END, CASE WHEN MAX(CASE WHEN f.controlname = 'CINCensus_childSpecificFactor' AND strpos(f.shortanswervalue, 'PhysAbuse') > 0 THEN 1 END) = 1 THEN MAX(CASE WHEN f.controlname = 'CINCensus_allegedPerpetratorOfPhysicalAbuse' AND strpos(f.shortanswervalue, '18C') > 0 THEN '"18C",' END) END, CASE WHEN MAX(CASE WHEN f.controlname = 'CINCensus_childSpecificFactor' AND strpos(f.shortanswervalue, 'SexAbuse') > 0 THEN 1 END) = 1 THEN MAX(CASE WHEN f.controlname = 'CINCensus_allegedPerpetratorOfSexualAbuse' AND strpos(f.shortanswervalue, '19B') > 0 THEN '"19B",' END) END, CASE WHEN MAX(CASE WHEN f.controlname = 'CINCensus_childSpecificFactor' AND strpos(f.shortanswervalue, 'SexAbuse') > 0 THEN 1 END) = 1 THEN MAX(CASE WHEN f.controlname = 'CINCensus_allegedPerpetratorOfSexualAbuse' AND strpos(f.shortanswervalue, '19C') > 0 THEN '"19C",' END) END, MAX(CASE WHEN f.controlname = 'CINCensus_childSpecificFactor' AND strpos(NULLIF(replace(f.shortanswervalue, 'PFOther', ''), ''), 'Other') > 0 THEN '"20",' END), CASE WHEN MAX(CASE WHEN f.controlname IN ('CINCensus_alcoholChild', 'CINCensus_alcoholParent', 'CINCensus_alcoholOtherPersonHousehold', 'CINCensus_drugChild', 'CINCensus_drugParent', 'CINCensus_drugOtherPersonHousehold', 'CINCensus_domesticChild', 'CINCensus_domesticParent', 'CINCensus_domesticOtherPersonHousehold', 'CINCensus_mentalHealthChild', 'CINCensus_mentalHealthParent', 'CINCensus_mentalHealthOtherPerson', 'CINCensus_learnDisChild', 'CINCensus_learnDisParent', 'CINCensus_learnDisOtherPersonHousehold', 'CINCensus_physDisChild', 'CINCensus_physDisParent', 'CINCensus_physDisOtherPersonHousehold', 'CINCensus_childSpecificFactor') AND f.answervalue IS NOT NULL THEN 1 END) IS NULL THEN '"21",' END, MAX(CASE WHEN f.controlname = 'CINCensus_childSpecificFactor' AND strpos(f.shortanswervalue, 'FGM') > 0 THEN '"22A",' END), MAX(CASE WHEN f.controlname = 'CINCensus_childSpecificFactor' AND strpos(f.shortanswervalue, 'Faith') > 0 THEN '"23A",' END), MAX(CASE WHEN f.controlname = 'CINCensus_childSpecificFactor' AND strpos(f.shortanswervalue, 'RAD') > 0 THEN '"24A",' END)) AS codes
  FROM formanswerpersonview AS f
  WHERE f.designguid = NULL /* form_assessment */ AND f.instancestate = 'COMPLETE' AND NULLIF(btrim(f.designsubname), '') IN ('Reassessment', 'Single assessment')
  GROUP BY f.instanceid, f.answerforsubjectid
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
    left(NULLIF(rtrim(f.assessmentid), ''), 48) AS cinf_table_id, -- cinf_table_id
    left(NULLIF(rtrim(f.assessmentid), ''), 48) AS cinf_assessment_id, -- cinf_assessment_id
    left(NULLIF(rtrim(CASE WHEN f.codes IS NOT NULL THEN concat('[', left(f.codes, (char_length(rtrim(f.codes)) - 1)), ']') END), ''), 1000) AS cinf_assessment_factors_json, -- cinf_assessment_factors_json
    ROW_NUMBER() OVER (PARTITION BY f.assessmentid ORDER BY f.assessmentid, f.codes) AS ssd_row
  FROM factor AS f
  WHERE EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(f.personid AS text))
    AND NULLIF(rtrim(f.assessmentid), '') IS NOT NULL
    AND NULLIF(rtrim(f.assessmentid), '') IS NOT NULL
) AS picked
WHERE picked.ssd_row = 1;

-- META-CONTAINER: {"type": "table", "name": "ssd_care_leavers"}
-- META-ELEMENT: {"type": "insert_data"}
WITH pathway_plan AS (
  SELECT f.answerforsubjectid AS personid, MAX(f.dateanswervalue) AS reviewed
  FROM formanswerpersonview AS f
  WHERE f.designguid = NULL /* form_pathway_plan */ AND f.instancestate = 'COMPLETE' AND f.controlname = 'dateOfPathwayPlan'
  GROUP BY f.answerforsubjectid
),
worker AS (
  SELECT r.personrelationshiprecordid AS id, r.personid AS personid, r.professionalrelationshippersonid AS workerid, date_trunc('day', r.startdate) AS starts, date_trunc('day', r.closedate) AS ends
  FROM relationshipprofessionalview AS r
  WHERE r.allocatedworkercode = 'AW'
),
team AS (
  SELECT o.relationshipid AS id, o.personid AS personid, o.organisationid AS teamid, date_trunc('day', o.datestarted) AS starts, date_trunc('day', o.dateended) AS ends
  FROM personorgrelationshipview AS o
  WHERE o.allocatedteamcode = 'AT'
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
    numbered.clea_table_id,
    numbered.clea_person_id,
    numbered.clea_care_leaver_eligibility,
    numbered.clea_care_leaver_in_touch,
    numbered.clea_care_leaver_latest_contact,
    numbered.clea_care_leaver_accommodation,
    numbered.clea_care_leaver_accom_suitable,
    numbered.clea_care_leaver_activity,
    numbered.clea_pathway_plan_review_date,
    numbered.clea_care_leaver_personal_advisor,
    numbered.clea_care_leaver_allocated_team,
    numbered.clea_care_leaver_worker_id,
    ROW_NUMBER() OVER (PARTITION BY numbered.clea_table_id ORDER BY numbered.ssd_place) AS ssd_key_row
  FROM (
  SELECT
    CAST(cl.careleaverid AS text) AS clea_table_id, -- clea_table_id
    CAST(cl.personid AS text) AS clea_person_id, -- clea_person_id
    left(NULLIF(rtrim(cl.eligibility), ''), 100) AS clea_care_leaver_eligibility, -- clea_care_leaver_eligibility
    left(NULLIF(rtrim(cl.intouchcode), ''), 100) AS clea_care_leaver_in_touch, -- clea_care_leaver_in_touch
    date_trunc('day', cl.contactdate) AS clea_care_leaver_latest_contact, -- clea_care_leaver_latest_contact
    left(NULLIF(rtrim(cl.accomodationcode), ''), 100) AS clea_care_leaver_accommodation, -- clea_care_leaver_accommodation
    CASE cl.accomsuitable WHEN 'Accommodation considered suitable' THEN '1' WHEN 'Accommodation considered unsuitable' THEN '2' END AS clea_care_leaver_accom_suitable, -- clea_care_leaver_accom_suitable
    left(NULLIF(rtrim(cl.mainactivitycode), ''), 100) AS clea_care_leaver_activity, -- clea_care_leaver_activity
    pp.reviewed AS clea_pathway_plan_review_date, -- clea_pathway_plan_review_date
    CAST(wk.workerid AS text) AS clea_care_leaver_personal_advisor, -- clea_care_leaver_personal_advisor
    CAST(tm.teamid AS text) AS clea_care_leaver_allocated_team, -- clea_care_leaver_allocated_team
    CAST(wk.workerid AS text) AS clea_care_leaver_worker_id, -- clea_care_leaver_worker_id
    ROW_NUMBER() OVER (PARTITION BY cl.personid ORDER BY cl.contactdate DESC NULLS LAST, cl.careleaverid DESC NULLS LAST, cl.personid, cl.eligibility, cl.intouchcode, cl.accomodationcode, cl.accomsuitable, cl.mainactivitycode, pp.reviewed, wk.workerid, tm.teamid) AS ssd_row,
    ROW_NUMBER() OVER (ORDER BY cl.contactdate DESC NULLS LAST, cl.careleaverid DESC NULLS LAST, cl.personid, cl.eligibility, cl.intouchcode, cl.accomodationcode, cl.accomsuitable, cl.mainactivitycode, pp.reviewed, wk.workerid, tm.teamid) AS ssd_place
  FROM clacareleaverdetailsview AS cl
  LEFT JOIN pathway_plan AS pp ON pp.personid = cl.personid
  LEFT JOIN LATERAL (SELECT wk.* FROM worker AS wk WHERE wk.personid = cl.personid AND wk.starts <= date_trunc('day', cl.contactdate) AND COALESCE(wk.ends, TIMESTAMP '9999-12-31 00:00:00') >= date_trunc('day', cl.contactdate) ORDER BY wk.starts DESC NULLS LAST, wk.id DESC NULLS LAST, wk.workerid LIMIT 1) AS wk ON TRUE
  LEFT JOIN LATERAL (SELECT tm.* FROM team AS tm WHERE tm.personid = cl.personid AND tm.starts <= date_trunc('day', cl.contactdate) AND COALESCE(tm.ends, TIMESTAMP '9999-12-31 00:00:00') >= date_trunc('day', cl.contactdate) ORDER BY tm.starts DESC NULLS LAST, tm.id DESC NULLS LAST, tm.teamid LIMIT 1) AS tm ON TRUE
  WHERE EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(cl.personid AS text))
    AND cl.careleaverid IS NOT NULL
    AND cl.personid IS NOT NULL
) AS numbered
WHERE numbered.ssd_row = 1
) AS picked
WHERE picked.ssd_key_row = 1;

-- META-CONTAINER: {"type": "table", "name": "ssd_cin_assessments"}
-- META-ELEMENT: {"type": "insert_data"}
WITH assessment AS (
  SELECT f.instanceid AS instanceid, f.answerforsubjectid AS personid, concat(CAST(f.answerforsubjectid AS text), '-', CAST(f.instanceid AS text)) AS assessmentid, date_trunc('day', MAX(f.datecompleted)) AS authorised, MAX(CASE WHEN f.controlname = 'SeenAlone' THEN CASE WHEN f.answervalue IN ('Child seen alone', 'Child seen with others') THEN 'Y' WHEN f.answervalue IS NOT NULL THEN 'N' END END) AS seen, MAX(CASE WHEN f.controlname = 'CINCensus_startDateOfForm' THEN CASE WHEN CASE WHEN f.answervalue LIKE '__/__/____%' THEN concat(substr(f.answervalue, 7, 4), '-', substr(f.answervalue, 4, 2), '-', substr(f.answervalue, 1, 2)) ELSE left(f.answervalue, 10) END ~ '^((19|20)[0-9]{2}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))|(19|20)(0[48]|[2468][048]|[13579][26])-02-29|2000-02-29)$' THEN CAST(CASE WHEN f.answervalue LIKE '__/__/____%' THEN concat(substr(f.answervalue, 7, 4), '-', substr(f.answervalue, 4, 2), '-', substr(f.answervalue, 1, 2)) ELSE left(f.answervalue, 10) END AS timestamp) END END) AS starts, MAX(CASE WHEN f.controlname = 'WorkerOutcome' THEN f.answervalue END) AS outcome
  FROM formanswerpersonview AS f
  WHERE f.designguid = NULL /* form_assessment */ AND f.instancestate = 'COMPLETE' AND NULLIF(btrim(f.designsubname), '') IN ('Reassessment', 'Single assessment')
  GROUP BY f.instanceid, f.answerforsubjectid
  UNION ALL
  SELECT f.instanceid AS instanceid, f.answerforsubjectid AS answerforsubjectid, concat(CAST(f.answerforsubjectid AS text), '-', CAST(f.instanceid AS text)), date_trunc('day', MAX(f.datecompleted)), MAX(CASE WHEN f.controlname = 'wasTheChildSeen' THEN CASE WHEN f.answervalue = 'Yes' THEN 'Y' WHEN f.answervalue IS NOT NULL THEN 'N' END END), MAX(CASE WHEN f.controlname = 'dateOfDocument' THEN CASE WHEN CASE WHEN f.answervalue LIKE '__/__/____%' THEN concat(substr(f.answervalue, 7, 4), '-', substr(f.answervalue, 4, 2), '-', substr(f.answervalue, 1, 2)) ELSE left(f.answervalue, 10) END ~ '^((19|20)[0-9]{2}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))|(19|20)(0[48]|[2468][048]|[13579][26])-02-29|2000-02-29)$' THEN CAST(CASE WHEN f.answervalue LIKE '__/__/____%' THEN concat(substr(f.answervalue, 7, 4), '-', substr(f.answervalue, 4, 2), '-', substr(f.answervalue, 1, 2)) ELSE left(f.answervalue, 10) END AS timestamp) END END), MAX(CASE WHEN f.controlname = 'outcomes2' THEN f.answervalue END)
  FROM formanswerpersonview AS f
  WHERE f.designguid = NULL /* form_family_help_discussion */ AND f.instancestate = 'COMPLETE'
  GROUP BY f.instanceid, f.answerforsubjectid
),
cin_spell AS (
  SELECT c.personid AS personid, date_trunc('day', c.startdate) AS starts, date_trunc('day', c.enddate) AS ends, c.endreason AS reason
  FROM classificationpersonview AS c
  WHERE c.status <> 'DELETED' AND c.startdate IS NOT NULL AND (c.classificationpathid IN (NULL /* cin_path */, NULL /* cp_path */) OR c.classificationcodeid IN (NULL /* cin_family_help_code */))
  UNION
  SELECT e.personid AS personid, date_trunc('day', e.eocstartdate), date_trunc('day', e.eocenddate), e.eocendreason AS eocendreason
  FROM claepisodeofcareview AS e
  WHERE e.eocstartdate IS NOT NULL
),
cin_run AS (
  SELECT m.personid AS personid, m.starts AS starts, m.ends AS ends, m.reason AS reason, SUM(m.begins) OVER (PARTITION BY m.personid ORDER BY m.starts, m.ends, m.reason ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS run
  FROM (SELECT s.personid AS personid, s.starts AS starts, s.ends AS ends, s.reason AS reason, CASE WHEN (s.starts - INTERVAL '1 day') <= MAX(COALESCE(s.ends, TIMESTAMP '9999-12-31 00:00:00')) OVER (PARTITION BY s.personid ORDER BY s.starts, s.ends, s.reason ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) THEN 0 ELSE 1 END AS begins FROM cin_spell AS s) AS m
),
cin_stitched AS (
  SELECT l.personid AS personid, MIN(l.starts) AS starts, CASE WHEN COUNT(l.ends) = COUNT(*) THEN MAX(l.ends) END AS ends, MAX(CASE WHEN l.ends = l.last_end THEN l.reason END) AS reason
  FROM (SELECT r.personid AS personid, r.starts AS starts, r.ends AS ends, r.reason AS reason, r.run AS run, MAX(COALESCE(r.ends, TIMESTAMP '9999-12-31 00:00:00')) OVER (PARTITION BY r.personid, r.run) AS last_end FROM cin_run AS r) AS l
  GROUP BY l.personid, l.run
),
referral_form AS (
  SELECT f.instanceid AS instanceid, f.answerforsubjectid AS personid, concat(CAST(f.answerforsubjectid AS text), '-', CAST(f.instanceid AS text)) AS referralid, MAX(f.submitterpersonid) AS submitterpersonid, MAX(CASE WHEN f.controlname = 'CINCensus_DateOfReferral' THEN date_trunc('day', f.dateanswervalue) END) AS referred, MAX(CASE WHEN f.controlname = 'CINCensus_ReferralSource' THEN f.answervalue END) AS referral_source, MAX(CASE WHEN f.controlname = 'CINCensus_primaryNeedCategory' THEN f.answervalue END) AS primary_need, MAX(CASE WHEN f.controlname = 'AnnexAReturn_nextSteps_agreed' THEN f.answervalue END) AS next_step
  FROM formanswerpersonview AS f
  WHERE f.designguid = NULL /* form_referral */ AND f.instancestate = 'COMPLETE'
  GROUP BY f.instanceid, f.answerforsubjectid
),
cin_opened AS (
  SELECT p.personid AS personid, p.starts AS starts, p.ends AS ends, p.reason AS reason, COALESCE(p.form_referralid, concat(CAST(p.personid AS text), '-', left(to_char(p.starts, 'YYYY-MM-DD"T"HH24:MI:SS'), 10))) AS referralid, COALESCE(p.referred, p.starts) AS opened, p.referred AS referred, p.submitterpersonid AS submitterpersonid, p.referral_source AS referral_source, p.primary_need AS primary_need, p.next_step AS next_step
  FROM (SELECT e.personid AS personid, e.starts AS starts, e.ends AS ends, e.reason AS reason, r.referralid AS form_referralid, r.referred AS referred, r.submitterpersonid AS submitterpersonid, r.referral_source AS referral_source, r.primary_need AS primary_need, r.next_step AS next_step, ROW_NUMBER() OVER (PARTITION BY e.personid, e.starts ORDER BY r.referred DESC NULLS LAST, r.instanceid DESC NULLS LAST) AS place FROM (SELECT t.personid AS personid, t.starts AS starts, t.ends AS ends, t.reason AS reason, LAG(t.starts) OVER (PARTITION BY t.personid ORDER BY t.starts) AS started_before FROM cin_stitched AS t) AS e LEFT JOIN referral_form AS r ON r.personid = e.personid AND r.referred <= e.starts AND (e.started_before IS NULL OR r.referred > e.started_before)) AS p
  WHERE p.place = 1
),
cin_episode AS (
  SELECT o.personid AS personid, o.starts AS starts, o.ends AS ends, o.reason AS reason, o.referralid AS referralid, o.opened AS opened, LEAD(o.opened) OVER (PARTITION BY o.personid ORDER BY o.opened) AS next_opened, o.referred AS referred, o.submitterpersonid AS submitterpersonid, o.referral_source AS referral_source, o.primary_need AS primary_need, o.next_step AS next_step
  FROM cin_opened AS o
),
worker AS (
  SELECT r.personrelationshiprecordid AS id, r.personid AS personid, r.professionalrelationshippersonid AS workerid, date_trunc('day', r.startdate) AS starts, date_trunc('day', r.closedate) AS ends
  FROM relationshipprofessionalview AS r
  WHERE r.allocatedworkercode = 'AW'
),
team AS (
  SELECT o.relationshipid AS id, o.personid AS personid, o.organisationid AS teamid, date_trunc('day', o.datestarted) AS starts, date_trunc('day', o.dateended) AS ends
  FROM personorgrelationshipview AS o
  WHERE o.allocatedteamcode = 'AT'
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
    left(NULLIF(rtrim(a.assessmentid), ''), 48) AS cina_assessment_id, -- cina_assessment_id
    CAST(a.personid AS text) AS cina_person_id, -- cina_person_id
    left(NULLIF(rtrim(ce.referralid), ''), 48) AS cina_referral_id, -- cina_referral_id
    a.starts AS cina_assessment_start_date, -- cina_assessment_start_date
    left(NULLIF(rtrim(a.seen), ''), 1) AS cina_assessment_child_seen, -- cina_assessment_child_seen
    a.authorised AS cina_assessment_auth_date, -- cina_assessment_auth_date
    replace(replace(replace(translate(concat(
      concat('{"OUTCOME_NFA_FLAG":', COALESCE('"' || replace(replace(CASE WHEN a.outcome IN ('Case Closure', 'Step down to Universal Services/Signposting', 'Advice, Guidance and signposting', 'Transfer to Early Support Plan') THEN 'Y' ELSE 'N' END, E'\\', E'\\\\'), '"', E'\\"') || '"', 'null')),
      concat(',"OUTCOME_NFA_S47_END_FLAG":', COALESCE('"' || replace(replace('N', E'\\', E'\\\\'), '"', E'\\"') || '"', 'null')),
      concat(',"OUTCOME_STRATEGY_DISCUSSION_FLAG":', COALESCE('"' || replace(replace(CASE WHEN a.outcome IN ('Progress to Child Protection', 'Recommend/Progress to Strategy discussion') THEN 'Y' ELSE 'N' END, E'\\', E'\\\\'), '"', E'\\"') || '"', 'null')),
      concat(',"OUTCOME_CLA_REQUEST_FLAG":', COALESCE('"' || replace(replace(CASE WHEN a.outcome IN ('Recommend Child looked after planning', 'Privately fostered child', 'Recommend Children and Young People in Care planning') THEN 'Y' ELSE 'N' END, E'\\', E'\\\\'), '"', E'\\"') || '"', 'null')),
      concat(',"OUTCOME_PRIVATE_FOSTERING_FLAG":', COALESCE('"' || replace(replace(CASE WHEN a.outcome = 'Privately fostered child not deemed to be child in need' THEN 'Y' ELSE 'N' END, E'\\', E'\\\\'), '"', E'\\"') || '"', 'null')),
      concat(',"OUTCOME_LEGAL_ACTION_FLAG":', COALESCE('"' || replace(replace('N', E'\\', E'\\\\'), '"', E'\\"') || '"', 'null')),
      concat(',"OUTCOME_PROV_OF_SERVICES_FLAG":', COALESCE('"' || replace(replace(CASE WHEN a.outcome IN ('Recommend Child in Need planning', 'Continue with existing plan', 'Recommend Disabled Children and Young People', 'Recommend Family Help SEND Service', 'Recommend/Progress to Family Help Discussion') THEN 'Y' ELSE 'N' END, E'\\', E'\\\\'), '"', E'\\"') || '"', 'null')),
      concat(',"OUTCOME_PROV_OF_SB_CARE_FLAG":', COALESCE('"' || replace(replace(CASE WHEN a.outcome = 'Short Break (Child in need)' THEN 'Y' ELSE 'N' END, E'\\', E'\\\\'), '"', E'\\"') || '"', 'null')),
      concat(',"OUTCOME_SPECIALIST_ASSESSMENT_FLAG":', COALESCE('"' || replace(replace('N', E'\\', E'\\\\'), '"', E'\\"') || '"', 'null')),
      concat(',"OUTCOME_REFERRAL_TO_OTHER_AGENCY_FLAG":', COALESCE('"' || replace(replace('N', E'\\', E'\\\\'), '"', E'\\"') || '"', 'null')),
      concat(',"OUTCOME_OTHER_ACTIONS_FLAG":', COALESCE('"' || replace(replace('N', E'\\', E'\\\\'), '"', E'\\"') || '"', 'null')),
      concat(',"OTHER_OUTCOMES_EXIST_FLAG":', COALESCE('"' || replace(replace(CASE WHEN a.outcome IN ('Refer to Early Intervention', 'Transfer (CIN / CP / CLA)') THEN 'Y' ELSE 'N' END, E'\\', E'\\\\'), '"', E'\\"') || '"', 'null')),
      concat(',"TOTAL_NO_OF_OUTCOMES":', COALESCE(NULL, 'null')),
      '}'), concat(chr(1), chr(2), chr(3), chr(4), chr(5), chr(6), chr(7), chr(8), chr(11), chr(12), chr(14), chr(15), chr(16), chr(17), chr(18), chr(19), chr(20), chr(21), chr(22), chr(23), chr(24), chr(25), chr(26), chr(27), chr(28), chr(29), chr(30), chr(31)), '                            '), chr(13), E'\\r'), chr(10), E'\\n'), chr(9), E'\\t') AS cina_assessment_outcome_json, -- cina_assessment_outcome_json
    CASE WHEN a.outcome IN ('Case Closure', 'Step down to Universal Services/Signposting', 'Advice, Guidance and signposting', 'Transfer to Early Support Plan') THEN 'Y' ELSE 'N' END AS cina_assessment_outcome_nfa, -- cina_assessment_outcome_nfa
    CAST(tm.teamid AS text) AS cina_assessment_team, -- cina_assessment_team
    CAST(wk.workerid AS text) AS cina_assessment_worker_id, -- cina_assessment_worker_id
    ROW_NUMBER() OVER (PARTITION BY a.assessmentid ORDER BY a.authorised DESC NULLS LAST, a.assessmentid, a.personid, ce.referralid, a.starts, a.seen, a.outcome, tm.teamid, wk.workerid) AS ssd_row
  FROM assessment AS a
  LEFT JOIN cin_episode AS ce ON ce.personid = a.personid AND ce.opened <= a.starts AND COALESCE(ce.next_opened, TIMESTAMP '9999-12-31 00:00:00') > a.starts
  LEFT JOIN LATERAL (SELECT wk.* FROM worker AS wk WHERE wk.personid = a.personid AND wk.starts <= a.starts AND COALESCE(wk.ends, TIMESTAMP '9999-12-31 00:00:00') > a.starts ORDER BY wk.starts DESC NULLS LAST, wk.id DESC NULLS LAST, wk.workerid LIMIT 1) AS wk ON TRUE
  LEFT JOIN LATERAL (SELECT tm.* FROM team AS tm WHERE tm.personid = a.personid AND tm.starts <= a.starts AND COALESCE(tm.ends, TIMESTAMP '9999-12-31 00:00:00') > a.starts ORDER BY tm.starts DESC NULLS LAST, tm.id DESC NULLS LAST, tm.teamid LIMIT 1) AS tm ON TRUE
  WHERE EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(a.personid AS text))
    AND NULLIF(rtrim(a.assessmentid), '') IS NOT NULL
    AND a.personid IS NOT NULL
) AS picked
WHERE picked.ssd_row = 1;

-- META-CONTAINER: {"type": "table", "name": "ssd_cin_episodes"}
-- META-ELEMENT: {"type": "insert_data"}
WITH cin_spell AS (
  SELECT c.personid AS personid, date_trunc('day', c.startdate) AS starts, date_trunc('day', c.enddate) AS ends, c.endreason AS reason
  FROM classificationpersonview AS c
  WHERE c.status <> 'DELETED' AND c.startdate IS NOT NULL AND (c.classificationpathid IN (NULL /* cin_path */, NULL /* cp_path */) OR c.classificationcodeid IN (NULL /* cin_family_help_code */))
  UNION
  SELECT e.personid AS personid, date_trunc('day', e.eocstartdate), date_trunc('day', e.eocenddate), e.eocendreason AS eocendreason
  FROM claepisodeofcareview AS e
  WHERE e.eocstartdate IS NOT NULL
),
cin_run AS (
  SELECT m.personid AS personid, m.starts AS starts, m.ends AS ends, m.reason AS reason, SUM(m.begins) OVER (PARTITION BY m.personid ORDER BY m.starts, m.ends, m.reason ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS run
  FROM (SELECT s.personid AS personid, s.starts AS starts, s.ends AS ends, s.reason AS reason, CASE WHEN (s.starts - INTERVAL '1 day') <= MAX(COALESCE(s.ends, TIMESTAMP '9999-12-31 00:00:00')) OVER (PARTITION BY s.personid ORDER BY s.starts, s.ends, s.reason ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) THEN 0 ELSE 1 END AS begins FROM cin_spell AS s) AS m
),
cin_stitched AS (
  SELECT l.personid AS personid, MIN(l.starts) AS starts, CASE WHEN COUNT(l.ends) = COUNT(*) THEN MAX(l.ends) END AS ends, MAX(CASE WHEN l.ends = l.last_end THEN l.reason END) AS reason
  FROM (SELECT r.personid AS personid, r.starts AS starts, r.ends AS ends, r.reason AS reason, r.run AS run, MAX(COALESCE(r.ends, TIMESTAMP '9999-12-31 00:00:00')) OVER (PARTITION BY r.personid, r.run) AS last_end FROM cin_run AS r) AS l
  GROUP BY l.personid, l.run
),
referral_form AS (
  SELECT f.instanceid AS instanceid, f.answerforsubjectid AS personid, concat(CAST(f.answerforsubjectid AS text), '-', CAST(f.instanceid AS text)) AS referralid, MAX(f.submitterpersonid) AS submitterpersonid, MAX(CASE WHEN f.controlname = 'CINCensus_DateOfReferral' THEN date_trunc('day', f.dateanswervalue) END) AS referred, MAX(CASE WHEN f.controlname = 'CINCensus_ReferralSource' THEN f.answervalue END) AS referral_source, MAX(CASE WHEN f.controlname = 'CINCensus_primaryNeedCategory' THEN f.answervalue END) AS primary_need, MAX(CASE WHEN f.controlname = 'AnnexAReturn_nextSteps_agreed' THEN f.answervalue END) AS next_step
  FROM formanswerpersonview AS f
  WHERE f.designguid = NULL /* form_referral */ AND f.instancestate = 'COMPLETE'
  GROUP BY f.instanceid, f.answerforsubjectid
),
cin_opened AS (
  SELECT p.personid AS personid, p.starts AS starts, p.ends AS ends, p.reason AS reason, COALESCE(p.form_referralid, concat(CAST(p.personid AS text), '-', left(to_char(p.starts, 'YYYY-MM-DD"T"HH24:MI:SS'), 10))) AS referralid, COALESCE(p.referred, p.starts) AS opened, p.referred AS referred, p.submitterpersonid AS submitterpersonid, p.referral_source AS referral_source, p.primary_need AS primary_need, p.next_step AS next_step
  FROM (SELECT e.personid AS personid, e.starts AS starts, e.ends AS ends, e.reason AS reason, r.referralid AS form_referralid, r.referred AS referred, r.submitterpersonid AS submitterpersonid, r.referral_source AS referral_source, r.primary_need AS primary_need, r.next_step AS next_step, ROW_NUMBER() OVER (PARTITION BY e.personid, e.starts ORDER BY r.referred DESC NULLS LAST, r.instanceid DESC NULLS LAST) AS place FROM (SELECT t.personid AS personid, t.starts AS starts, t.ends AS ends, t.reason AS reason, LAG(t.starts) OVER (PARTITION BY t.personid ORDER BY t.starts) AS started_before FROM cin_stitched AS t) AS e LEFT JOIN referral_form AS r ON r.personid = e.personid AND r.referred <= e.starts AND (e.started_before IS NULL OR r.referred > e.started_before)) AS p
  WHERE p.place = 1
),
cin_episode AS (
  SELECT o.personid AS personid, o.starts AS starts, o.ends AS ends, o.reason AS reason, o.referralid AS referralid, o.opened AS opened, LEAD(o.opened) OVER (PARTITION BY o.personid ORDER BY o.opened) AS next_opened, o.referred AS referred, o.submitterpersonid AS submitterpersonid, o.referral_source AS referral_source, o.primary_need AS primary_need, o.next_step AS next_step
  FROM cin_opened AS o
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
  -- cine_referral_team is not held: the referral form names no team
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
  picked.cine_referral_worker_id
FROM (
  SELECT
    left(NULLIF(rtrim(ce.referralid), ''), 48) AS cine_referral_id, -- cine_referral_id
    CAST(ce.personid AS text) AS cine_person_id, -- cine_person_id
    ce.referred AS cine_referral_date, -- cine_referral_date
    CASE ce.primary_need WHEN 'Abuse or neglect' THEN 'N1' WHEN 'Child''s disability' THEN 'N2' WHEN 'Parental illness/disability' THEN 'N3' WHEN 'Family in acute stress' THEN 'N4' WHEN 'Family dysfunction' THEN 'N5' WHEN 'Socially unacceptable behaviour' THEN 'N6' WHEN 'Low income' THEN 'N7' WHEN 'Absent parenting' THEN 'N8' WHEN 'Cases other than child in need' THEN 'N9' WHEN 'Not stated' THEN 'N0' END AS cine_cin_primary_need_code, -- cine_cin_primary_need_code
    CASE ce.referral_source WHEN 'Acquaintance' THEN '1B' WHEN 'A & E' THEN '3E' WHEN 'Anonymous' THEN '9' WHEN 'Early help' THEN '5D' WHEN 'Education Services' THEN '2B' WHEN 'External e.g. from another local authority' THEN '5C' WHEN 'Family Member/Relative/Carer' THEN '1A' WHEN 'GP' THEN '3A' WHEN 'Health Visitor' THEN '3B' WHEN 'Housing' THEN '4' WHEN 'Other' THEN '1D' WHEN 'Other Health Services' THEN '3F' WHEN 'Other - including children centres' THEN '8' WHEN 'Other internal e,g, BC Council' THEN '5B' WHEN 'Other Legal Agency' THEN '7' WHEN 'Other Primary Health Services' THEN '3D' WHEN 'Police' THEN '6' WHEN 'School' THEN '2A' WHEN 'School Nurse' THEN '3C' WHEN 'Self' THEN '1C' WHEN 'Social care e.g. adult social care' THEN '5A' WHEN 'Unknown' THEN '10' END AS cine_referral_source_code, -- cine_referral_source_code
    left(NULLIF(rtrim(ce.referral_source), ''), 255) AS cine_referral_source_desc, -- cine_referral_source_desc
    replace(replace(replace(translate(concat(
      concat('{"OUTCOME_SINGLE_ASSESSMENT_FLAG":', COALESCE('"' || replace(replace(CASE WHEN ce.next_step IN ('Assessment', 'Family Help Discussion (10 days)', 'Family Help Discussion (CAT) -10 days', 'Family Help Discussion (DCYP)- 10 days') THEN 'Y' ELSE 'N' END, E'\\', E'\\\\'), '"', E'\\"') || '"', 'null')),
      concat(',"OUTCOME_NFA_FLAG":', COALESCE('"' || replace(replace(CASE WHEN ce.next_step IN ('No further action', 'Signpost') THEN 'Y' ELSE 'N' END, E'\\', E'\\\\'), '"', E'\\"') || '"', 'null')),
      concat(',"OUTCOME_STRATEGY_DISCUSSION_FLAG":', COALESCE('"' || replace(replace(CASE WHEN ce.next_step = 'Strategy Discussion/Meeting' THEN 'Y' ELSE 'N' END, E'\\', E'\\\\'), '"', E'\\"') || '"', 'null')),
      concat(',"OUTCOME_CLA_REQUEST_FLAG":', COALESCE('"' || replace(replace('N', E'\\', E'\\\\'), '"', E'\\"') || '"', 'null')),
      concat(',"OUTCOME_NON_AGENCY_ADOPTION_FLAG":', COALESCE('"' || replace(replace(CASE WHEN ce.next_step = 'Adoption or Special Guardianship support' THEN 'Y' ELSE 'N' END, E'\\', E'\\\\'), '"', E'\\"') || '"', 'null')),
      concat(',"OUTCOME_PRIVATE_FOSTERING_FLAG":', COALESCE('"' || replace(replace(CASE WHEN ce.next_step = 'Private Fostering' THEN 'Y' ELSE 'N' END, E'\\', E'\\\\'), '"', E'\\"') || '"', 'null')),
      concat(',"OUTCOME_CP_TRANSFER_IN_FLAG":', COALESCE('"' || replace(replace(CASE WHEN ce.next_step = 'Transfer in child protection conference' THEN 'Y' ELSE 'N' END, E'\\', E'\\\\'), '"', E'\\"') || '"', 'null')),
      concat(',"OUTCOME_CP_CONFERENCE_FLAG":', COALESCE('"' || replace(replace('N', E'\\', E'\\\\'), '"', E'\\"') || '"', 'null')),
      concat(',"OUTCOME_CARE_LEAVER_FLAG":', COALESCE('"' || replace(replace('N', E'\\', E'\\\\'), '"', E'\\"') || '"', 'null')),
      concat(',"OTHER_OUTCOMES_EXIST_FLAG":', COALESCE('"' || replace(replace(CASE WHEN ce.next_step IN ('Asylum seeker', 'Court Report Request Section 7/Section 37', 'Disabled children service', 'No recourse to public funds', 'Family Help Discussion(45 Day)', 'Family Help Discussion (45 days)', 'Early Intervention', 'Universal Services') THEN 'Y' ELSE 'N' END, E'\\', E'\\\\'), '"', E'\\"') || '"', 'null')),
      '}'), concat(chr(1), chr(2), chr(3), chr(4), chr(5), chr(6), chr(7), chr(8), chr(11), chr(12), chr(14), chr(15), chr(16), chr(17), chr(18), chr(19), chr(20), chr(21), chr(22), chr(23), chr(24), chr(25), chr(26), chr(27), chr(28), chr(29), chr(30), chr(31)), '                            '), chr(13), E'\\r'), chr(10), E'\\n'), chr(9), E'\\t') AS cine_referral_outcome_json, -- cine_referral_outcome_json
    CASE WHEN ce.next_step = 'No further action' THEN 'Y' ELSE 'N' END AS cine_referral_nfa, -- cine_referral_nfa
    left(NULLIF(rtrim(CASE WHEN ce.ends IS NOT NULL THEN COALESCE(CASE ce.reason WHEN 'Adopted' THEN 'RC1' WHEN 'Adopted - Consent dispensed with' THEN 'RC1' WHEN 'Adopted - Application unopposed' THEN 'RC1' WHEN 'Adopted - PRE 2000' THEN 'RC1' WHEN 'PRE-Adopted' THEN 'RC1' WHEN 'Adopted consent dispensed with by court' THEN 'RC1' WHEN 'ADOPTED/FREED FOR ADOPTION - PRE 2000' THEN 'RC1' WHEN 'Adopted - application for an adoption order unopposed' THEN 'RC1' WHEN 'Died' THEN 'RC2' WHEN 'Child/young person has died' THEN 'RC2' WHEN 'Child Arrangements Order' THEN 'RC3' WHEN 'Residence order or a child arrangements order' THEN 'RC3' WHEN 'Special Guardianship Order' THEN 'RC4' WHEN 'Special guardianship made to former foster carers' THEN 'RC4' WHEN 'Special guardianship made to other than former foster carers' THEN 'RC4' WHEN 'Special guardianship relative/friend not former foster carer(s)' THEN 'RC4' WHEN 'Special guardianship other not relative/friend/former foster carer' THEN 'RC4' WHEN 'Child moved permanently from area' THEN 'RC5' WHEN 'Transferred to Adult Services' THEN 'RC6' WHEN 'Transferred to care of Adult Social Services' THEN 'RC6' WHEN 'Transferred to residential care funded by Adult Social Services' THEN 'RC6' WHEN 'Case closed after assessment, no further action' THEN 'RC8' WHEN 'Case closed after assessment, referred to early help' THEN 'RC9' WHEN 'Case closed after assessment, referred to EH' THEN 'RC9' END, 'RC7') END), ''), 100) AS cine_close_reason, -- cine_close_reason
    ce.ends AS cine_close_date, -- cine_close_date
    CAST(ce.submitterpersonid AS text) AS cine_referral_worker_id, -- cine_referral_worker_id
    ROW_NUMBER() OVER (PARTITION BY ce.referralid ORDER BY ce.referralid, ce.personid, ce.referred, ce.primary_need, ce.referral_source, ce.next_step, ce.ends, ce.reason, ce.submitterpersonid) AS ssd_row
  FROM cin_episode AS ce
  WHERE EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(ce.personid AS text))
    AND NULLIF(rtrim(ce.referralid), '') IS NOT NULL
    AND ce.personid IS NOT NULL
) AS picked
WHERE picked.ssd_row = 1;

-- META-CONTAINER: {"type": "table", "name": "ssd_cin_plans"}
-- META-ELEMENT: {"type": "insert_data"}
WITH cin_plan_spell AS (
  SELECT DISTINCT c.personid AS personid, c.classificationassignmentid AS spellid, date_trunc('day', c.startdate) AS starts, date_trunc('day', c.enddate) AS ends
  FROM classificationpersonview AS c
  WHERE c.status <> 'DELETED' AND c.startdate IS NOT NULL AND (c.classificationpathid IN (NULL /* cin_path */) OR c.classificationcodeid IN (NULL /* cin_family_help_code */))
),
cin_plan_run AS (
  SELECT m.personid AS personid, m.spellid AS spellid, m.starts AS starts, m.ends AS ends, SUM(m.begins) OVER (PARTITION BY m.personid ORDER BY m.starts, m.ends, m.spellid ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS run
  FROM (SELECT s.personid AS personid, s.spellid AS spellid, s.starts AS starts, s.ends AS ends, CASE WHEN s.starts <= MAX(COALESCE(s.ends, TIMESTAMP '9999-12-31 00:00:00')) OVER (PARTITION BY s.personid ORDER BY s.starts, s.ends, s.spellid ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) THEN 0 ELSE 1 END AS begins FROM cin_plan_spell AS s) AS m
),
cin_plan AS (
  SELECT r.personid AS personid, MIN(r.spellid) AS planid, MIN(r.starts) AS starts, CASE WHEN COUNT(r.ends) = COUNT(*) THEN MAX(r.ends) END AS ends
  FROM cin_plan_run AS r
  GROUP BY r.personid, r.run
),
worker AS (
  SELECT r.personrelationshiprecordid AS id, r.personid AS personid, r.professionalrelationshippersonid AS workerid, date_trunc('day', r.startdate) AS starts, date_trunc('day', r.closedate) AS ends
  FROM relationshipprofessionalview AS r
  WHERE r.allocatedworkercode = 'AW'
),
team AS (
  SELECT o.relationshipid AS id, o.personid AS personid, o.organisationid AS teamid, date_trunc('day', o.datestarted) AS starts, date_trunc('day', o.dateended) AS ends
  FROM personorgrelationshipview AS o
  WHERE o.allocatedteamcode = 'AT'
),
cin_spell AS (
  SELECT c.personid AS personid, date_trunc('day', c.startdate) AS starts, date_trunc('day', c.enddate) AS ends, c.endreason AS reason
  FROM classificationpersonview AS c
  WHERE c.status <> 'DELETED' AND c.startdate IS NOT NULL AND (c.classificationpathid IN (NULL /* cin_path */, NULL /* cp_path */) OR c.classificationcodeid IN (NULL /* cin_family_help_code */))
  UNION
  SELECT e.personid AS personid, date_trunc('day', e.eocstartdate), date_trunc('day', e.eocenddate), e.eocendreason AS eocendreason
  FROM claepisodeofcareview AS e
  WHERE e.eocstartdate IS NOT NULL
),
cin_run AS (
  SELECT m.personid AS personid, m.starts AS starts, m.ends AS ends, m.reason AS reason, SUM(m.begins) OVER (PARTITION BY m.personid ORDER BY m.starts, m.ends, m.reason ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS run
  FROM (SELECT s.personid AS personid, s.starts AS starts, s.ends AS ends, s.reason AS reason, CASE WHEN (s.starts - INTERVAL '1 day') <= MAX(COALESCE(s.ends, TIMESTAMP '9999-12-31 00:00:00')) OVER (PARTITION BY s.personid ORDER BY s.starts, s.ends, s.reason ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) THEN 0 ELSE 1 END AS begins FROM cin_spell AS s) AS m
),
cin_stitched AS (
  SELECT l.personid AS personid, MIN(l.starts) AS starts, CASE WHEN COUNT(l.ends) = COUNT(*) THEN MAX(l.ends) END AS ends, MAX(CASE WHEN l.ends = l.last_end THEN l.reason END) AS reason
  FROM (SELECT r.personid AS personid, r.starts AS starts, r.ends AS ends, r.reason AS reason, r.run AS run, MAX(COALESCE(r.ends, TIMESTAMP '9999-12-31 00:00:00')) OVER (PARTITION BY r.personid, r.run) AS last_end FROM cin_run AS r) AS l
  GROUP BY l.personid, l.run
),
referral_form AS (
  SELECT f.instanceid AS instanceid, f.answerforsubjectid AS personid, concat(CAST(f.answerforsubjectid AS text), '-', CAST(f.instanceid AS text)) AS referralid, MAX(f.submitterpersonid) AS submitterpersonid, MAX(CASE WHEN f.controlname = 'CINCensus_DateOfReferral' THEN date_trunc('day', f.dateanswervalue) END) AS referred, MAX(CASE WHEN f.controlname = 'CINCensus_ReferralSource' THEN f.answervalue END) AS referral_source, MAX(CASE WHEN f.controlname = 'CINCensus_primaryNeedCategory' THEN f.answervalue END) AS primary_need, MAX(CASE WHEN f.controlname = 'AnnexAReturn_nextSteps_agreed' THEN f.answervalue END) AS next_step
  FROM formanswerpersonview AS f
  WHERE f.designguid = NULL /* form_referral */ AND f.instancestate = 'COMPLETE'
  GROUP BY f.instanceid, f.answerforsubjectid
),
cin_opened AS (
  SELECT p.personid AS personid, p.starts AS starts, p.ends AS ends, p.reason AS reason, COALESCE(p.form_referralid, concat(CAST(p.personid AS text), '-', left(to_char(p.starts, 'YYYY-MM-DD"T"HH24:MI:SS'), 10))) AS referralid, COALESCE(p.referred, p.starts) AS opened, p.referred AS referred, p.submitterpersonid AS submitterpersonid, p.referral_source AS referral_source, p.primary_need AS primary_need, p.next_step AS next_step
  FROM (SELECT e.personid AS personid, e.starts AS starts, e.ends AS ends, e.reason AS reason, r.referralid AS form_referralid, r.referred AS referred, r.submitterpersonid AS submitterpersonid, r.referral_source AS referral_source, r.primary_need AS primary_need, r.next_step AS next_step, ROW_NUMBER() OVER (PARTITION BY e.personid, e.starts ORDER BY r.referred DESC NULLS LAST, r.instanceid DESC NULLS LAST) AS place FROM (SELECT t.personid AS personid, t.starts AS starts, t.ends AS ends, t.reason AS reason, LAG(t.starts) OVER (PARTITION BY t.personid ORDER BY t.starts) AS started_before FROM cin_stitched AS t) AS e LEFT JOIN referral_form AS r ON r.personid = e.personid AND r.referred <= e.starts AND (e.started_before IS NULL OR r.referred > e.started_before)) AS p
  WHERE p.place = 1
),
cin_episode AS (
  SELECT o.personid AS personid, o.starts AS starts, o.ends AS ends, o.reason AS reason, o.referralid AS referralid, o.opened AS opened, LEAD(o.opened) OVER (PARTITION BY o.personid ORDER BY o.opened) AS next_opened, o.referred AS referred, o.submitterpersonid AS submitterpersonid, o.referral_source AS referral_source, o.primary_need AS primary_need, o.next_step AS next_step
  FROM cin_opened AS o
)
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
    CAST(cp.planid AS text) AS cinp_cin_plan_id, -- cinp_cin_plan_id
    left(NULLIF(rtrim(ce.referralid), ''), 48) AS cinp_referral_id, -- cinp_referral_id
    CAST(cp.personid AS text) AS cinp_person_id, -- cinp_person_id
    cp.starts AS cinp_cin_plan_start_date, -- cinp_cin_plan_start_date
    cp.ends AS cinp_cin_plan_end_date, -- cinp_cin_plan_end_date
    CAST(tm.teamid AS text) AS cinp_cin_plan_team, -- cinp_cin_plan_team
    CAST(wk.workerid AS text) AS cinp_cin_plan_worker_id, -- cinp_cin_plan_worker_id
    ROW_NUMBER() OVER (PARTITION BY cp.planid ORDER BY cp.starts, cp.planid, ce.referralid, cp.personid, cp.ends, tm.teamid, wk.workerid) AS ssd_row
  FROM cin_plan AS cp
  LEFT JOIN LATERAL (SELECT wk.* FROM worker AS wk WHERE wk.personid = cp.personid AND wk.starts <= COALESCE(cp.ends, CAST(current_setting('ssd.today') AS timestamp)) AND COALESCE(wk.ends, TIMESTAMP '9999-12-31 00:00:00') > cp.starts ORDER BY wk.starts DESC NULLS LAST, wk.id DESC NULLS LAST, wk.workerid LIMIT 1) AS wk ON TRUE
  LEFT JOIN LATERAL (SELECT tm.* FROM team AS tm WHERE tm.personid = cp.personid AND tm.starts <= COALESCE(cp.ends, CAST(current_setting('ssd.today') AS timestamp)) AND COALESCE(tm.ends, TIMESTAMP '9999-12-31 00:00:00') > cp.starts ORDER BY tm.starts DESC NULLS LAST, tm.id DESC NULLS LAST, tm.teamid LIMIT 1) AS tm ON TRUE
  LEFT JOIN cin_episode AS ce ON ce.personid = cp.personid AND ce.opened <= cp.starts AND COALESCE(ce.next_opened, TIMESTAMP '9999-12-31 00:00:00') > cp.starts AND COALESCE(ce.ends, TIMESTAMP '9999-12-31 00:00:00') >= cp.starts
  WHERE EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(cp.personid AS text))
    AND cp.planid IS NOT NULL
    AND cp.personid IS NOT NULL
) AS picked
WHERE picked.ssd_row = 1;

-- META-CONTAINER: {"type": "table", "name": "ssd_cin_visits"}
-- META-ELEMENT: {"type": "insert_data"}
WITH visit_form AS (
  SELECT f.instanceid AS instanceid, f.answerforsubjectid AS personid, MAX(NULLIF(btrim(f.designsubname), '')) AS subname, concat(CAST(f.answerforsubjectid AS text), '-', CAST(f.instanceid AS text)) AS visitid, MAX(CASE WHEN f.controlname = 'AnnexAReturn_dateOfVisit' THEN date_trunc('day', f.dateanswervalue) END) AS visited, MAX(CASE WHEN f.controlname = 'AnnexAReturn_wasTheChildSeen' THEN CASE WHEN f.answervalue = 'Yes' THEN 'Y' WHEN f.answervalue IS NOT NULL THEN 'N' END END) AS seen, MAX(CASE WHEN f.controlname = 'AnnexAReturn_wasTheChildSeenAlone' THEN CASE WHEN f.answervalue = 'Child seen alone' THEN 'Y' WHEN f.answervalue IS NOT NULL THEN 'N' END END) AS seen_alone
  FROM formanswerpersonview AS f
  WHERE f.designguid = NULL /* form_visit */ AND f.instancestate = 'COMPLETE' AND NULLIF(btrim(f.designsubname), '') IN ('Child in care', 'Child Protection', 'Child in need', 'Family Help')
  GROUP BY f.instanceid, f.answerforsubjectid
),
cin_plan_spell AS (
  SELECT DISTINCT c.personid AS personid, c.classificationassignmentid AS spellid, date_trunc('day', c.startdate) AS starts, date_trunc('day', c.enddate) AS ends
  FROM classificationpersonview AS c
  WHERE c.status <> 'DELETED' AND c.startdate IS NOT NULL AND (c.classificationpathid IN (NULL /* cin_path */) OR c.classificationcodeid IN (NULL /* cin_family_help_code */))
),
cin_plan_run AS (
  SELECT m.personid AS personid, m.spellid AS spellid, m.starts AS starts, m.ends AS ends, SUM(m.begins) OVER (PARTITION BY m.personid ORDER BY m.starts, m.ends, m.spellid ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS run
  FROM (SELECT s.personid AS personid, s.spellid AS spellid, s.starts AS starts, s.ends AS ends, CASE WHEN s.starts <= MAX(COALESCE(s.ends, TIMESTAMP '9999-12-31 00:00:00')) OVER (PARTITION BY s.personid ORDER BY s.starts, s.ends, s.spellid ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) THEN 0 ELSE 1 END AS begins FROM cin_plan_spell AS s) AS m
),
cin_plan AS (
  SELECT r.personid AS personid, MIN(r.spellid) AS planid, MIN(r.starts) AS starts, CASE WHEN COUNT(r.ends) = COUNT(*) THEN MAX(r.ends) END AS ends
  FROM cin_plan_run AS r
  GROUP BY r.personid, r.run
)
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
INSERT INTO ssd_cin_visits (
  cinv_cin_visit_id, -- metadata={"item_ref":"CINV001A"}
  cinv_person_id, -- metadata={"item_ref":"CINV007A"}
  cinv_cin_visit_date, -- metadata={"item_ref":"CINV003A"}
  cinv_cin_visit_seen, -- metadata={"item_ref":"CINV004A"}
  cinv_cin_visit_seen_alone -- metadata={"item_ref":"CINV005A"}
  -- cinv_cin_visit_bedroom is not held: the visit form does not ask for it
)
SELECT
  picked.cinv_cin_visit_id,
  picked.cinv_person_id,
  picked.cinv_cin_visit_date,
  picked.cinv_cin_visit_seen,
  picked.cinv_cin_visit_seen_alone
FROM (
  SELECT
    left(NULLIF(rtrim(v.visitid), ''), 48) AS cinv_cin_visit_id, -- cinv_cin_visit_id
    CAST(v.personid AS text) AS cinv_person_id, -- cinv_person_id
    v.visited AS cinv_cin_visit_date, -- cinv_cin_visit_date
    left(NULLIF(rtrim(v.seen), ''), 1) AS cinv_cin_visit_seen, -- cinv_cin_visit_seen
    left(NULLIF(rtrim(v.seen_alone), ''), 1) AS cinv_cin_visit_seen_alone, -- cinv_cin_visit_seen_alone
    ROW_NUMBER() OVER (PARTITION BY v.visitid ORDER BY v.visitid, v.personid, v.visited, v.seen, v.seen_alone) AS ssd_row
  FROM visit_form AS v
  WHERE v.subname IN ('Child in need', 'Family Help')
    AND EXISTS (SELECT 1 FROM cin_plan AS cp WHERE cp.personid = v.personid AND cp.starts <= v.visited AND COALESCE(cp.ends, CAST(current_setting('ssd.today') AS timestamp)) >= v.visited)
    AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(v.personid AS text))
    AND NULLIF(rtrim(v.visitid), '') IS NOT NULL
) AS picked
WHERE picked.ssd_row = 1;

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_care_plan"}
-- META-ELEMENT: {"type": "insert_data"}
-- not loaded: eclipse does not hold it, no view of Eclipse is known that has it

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_convictions"}
-- META-ELEMENT: {"type": "insert_data"}
-- not loaded: eclipse does not hold it, no view of Eclipse is known that has it

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_episodes"}
-- META-ELEMENT: {"type": "insert_data"}
WITH placement_run AS (
  SELECT m.episodeid AS episodeid, m.personid AS personid, m.periodid AS periodid, m.addressid AS addressid, m.postcode AS postcode, m.placementtype AS placementtype, m.provision AS provision, m.carertype AS carertype, m.carerid AS carerid, m.starts AS starts, m.ends AS ends, m.change_reason AS change_reason, SUM(m.begins) OVER (PARTITION BY m.personid, m.periodid, m.addressid, m.postcode, m.placementtype, m.provision, m.carertype, m.carerid ORDER BY m.starts, m.ends, m.episodeid, m.change_reason ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS run
  FROM (SELECT e.episodeid AS episodeid, e.personid AS personid, e.periodid AS periodid, e.addressid AS addressid, e.postcode AS postcode, e.placementtype AS placementtype, e.provision AS provision, e.carertype AS carertype, e.carerid AS carerid, e.starts AS starts, e.ends AS ends, e.change_reason AS change_reason, CASE WHEN (e.starts - INTERVAL '1 day') <= MAX(COALESCE(e.ends, TIMESTAMP '9999-12-31 00:00:00')) OVER (PARTITION BY e.personid, e.periodid, e.addressid, e.postcode, e.placementtype, e.provision, e.carertype, e.carerid ORDER BY e.starts, e.ends, e.episodeid, e.change_reason ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) THEN 0 ELSE 1 END AS begins FROM (SELECT DISTINCT c.episodeofcareid AS episodeid, c.personid AS personid, c.periodofcareid AS periodid, c.placementaddressid AS addressid, c.placementpostcode AS postcode, c.placementtypecode AS placementtype, c.placementprovisioncode AS provision, c.carertype AS carertype, c.carerid AS carerid, date_trunc('day', c.eocstartdate) AS starts, date_trunc('day', c.eocenddate) AS ends, c.placementchangereasoncode AS change_reason FROM claepisodeofcareview AS c WHERE c.episodeofcareid IS NOT NULL AND c.eocstartdate IS NOT NULL) AS e) AS m
),
placement_episode AS (
  SELECT r.episodeid AS episodeid, r.personid AS personid, r.periodid AS periodid, r.postcode AS postcode, r.placementtype AS placementtype, r.provision AS provision, r.carertype AS carertype, r.carerid AS carerid, r.starts AS starts, r.ends AS ends, r.change_reason AS change_reason, MIN(r.episodeid) OVER (PARTITION BY r.personid, r.periodid, r.addressid, r.postcode, r.placementtype, r.provision, r.carertype, r.carerid, r.run) AS placementid, MAX(COALESCE(r.ends, TIMESTAMP '9999-12-31 00:00:00')) OVER (PARTITION BY r.personid, r.periodid, r.addressid, r.postcode, r.placementtype, r.provision, r.carertype, r.carerid, r.run) AS last_end
  FROM placement_run AS r
),
iro_record AS (
  SELECT f.instanceid AS instanceid, f.answerforsubjectid AS personid, date_trunc('day', MAX(f.dateanswervalue)) AS met
  FROM formanswerpersonview AS f
  WHERE f.designguid = NULL /* form_iro_record */ AND f.instancestate = 'COMPLETE' AND f.controlname = 'dateOfMeeting'
  GROUP BY f.instanceid, f.answerforsubjectid
),
period_of_care AS (
  SELECT p.personid AS personid, p.periodofcareid AS periodid, MIN(p.admissiondate) AS starts, MAX(r.met) AS last_met
  FROM claperiodofcareview AS p
  LEFT JOIN iro_record AS r ON r.personid = p.personid AND r.met >= date_trunc('day', p.admissiondate) AND r.met <= COALESCE(p.dischargedate, CAST(current_setting('ssd.today') AS timestamp))
  GROUP BY p.personid, p.periodofcareid
),
cin_spell AS (
  SELECT c.personid AS personid, date_trunc('day', c.startdate) AS starts, date_trunc('day', c.enddate) AS ends, c.endreason AS reason
  FROM classificationpersonview AS c
  WHERE c.status <> 'DELETED' AND c.startdate IS NOT NULL AND (c.classificationpathid IN (NULL /* cin_path */, NULL /* cp_path */) OR c.classificationcodeid IN (NULL /* cin_family_help_code */))
  UNION
  SELECT e.personid AS personid, date_trunc('day', e.eocstartdate), date_trunc('day', e.eocenddate), e.eocendreason AS eocendreason
  FROM claepisodeofcareview AS e
  WHERE e.eocstartdate IS NOT NULL
),
cin_run AS (
  SELECT m.personid AS personid, m.starts AS starts, m.ends AS ends, m.reason AS reason, SUM(m.begins) OVER (PARTITION BY m.personid ORDER BY m.starts, m.ends, m.reason ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS run
  FROM (SELECT s.personid AS personid, s.starts AS starts, s.ends AS ends, s.reason AS reason, CASE WHEN (s.starts - INTERVAL '1 day') <= MAX(COALESCE(s.ends, TIMESTAMP '9999-12-31 00:00:00')) OVER (PARTITION BY s.personid ORDER BY s.starts, s.ends, s.reason ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) THEN 0 ELSE 1 END AS begins FROM cin_spell AS s) AS m
),
cin_stitched AS (
  SELECT l.personid AS personid, MIN(l.starts) AS starts, CASE WHEN COUNT(l.ends) = COUNT(*) THEN MAX(l.ends) END AS ends, MAX(CASE WHEN l.ends = l.last_end THEN l.reason END) AS reason
  FROM (SELECT r.personid AS personid, r.starts AS starts, r.ends AS ends, r.reason AS reason, r.run AS run, MAX(COALESCE(r.ends, TIMESTAMP '9999-12-31 00:00:00')) OVER (PARTITION BY r.personid, r.run) AS last_end FROM cin_run AS r) AS l
  GROUP BY l.personid, l.run
),
referral_form AS (
  SELECT f.instanceid AS instanceid, f.answerforsubjectid AS personid, concat(CAST(f.answerforsubjectid AS text), '-', CAST(f.instanceid AS text)) AS referralid, MAX(f.submitterpersonid) AS submitterpersonid, MAX(CASE WHEN f.controlname = 'CINCensus_DateOfReferral' THEN date_trunc('day', f.dateanswervalue) END) AS referred, MAX(CASE WHEN f.controlname = 'CINCensus_ReferralSource' THEN f.answervalue END) AS referral_source, MAX(CASE WHEN f.controlname = 'CINCensus_primaryNeedCategory' THEN f.answervalue END) AS primary_need, MAX(CASE WHEN f.controlname = 'AnnexAReturn_nextSteps_agreed' THEN f.answervalue END) AS next_step
  FROM formanswerpersonview AS f
  WHERE f.designguid = NULL /* form_referral */ AND f.instancestate = 'COMPLETE'
  GROUP BY f.instanceid, f.answerforsubjectid
),
cin_opened AS (
  SELECT p.personid AS personid, p.starts AS starts, p.ends AS ends, p.reason AS reason, COALESCE(p.form_referralid, concat(CAST(p.personid AS text), '-', left(to_char(p.starts, 'YYYY-MM-DD"T"HH24:MI:SS'), 10))) AS referralid, COALESCE(p.referred, p.starts) AS opened, p.referred AS referred, p.submitterpersonid AS submitterpersonid, p.referral_source AS referral_source, p.primary_need AS primary_need, p.next_step AS next_step
  FROM (SELECT e.personid AS personid, e.starts AS starts, e.ends AS ends, e.reason AS reason, r.referralid AS form_referralid, r.referred AS referred, r.submitterpersonid AS submitterpersonid, r.referral_source AS referral_source, r.primary_need AS primary_need, r.next_step AS next_step, ROW_NUMBER() OVER (PARTITION BY e.personid, e.starts ORDER BY r.referred DESC NULLS LAST, r.instanceid DESC NULLS LAST) AS place FROM (SELECT t.personid AS personid, t.starts AS starts, t.ends AS ends, t.reason AS reason, LAG(t.starts) OVER (PARTITION BY t.personid ORDER BY t.starts) AS started_before FROM cin_stitched AS t) AS e LEFT JOIN referral_form AS r ON r.personid = e.personid AND r.referred <= e.starts AND (e.started_before IS NULL OR r.referred > e.started_before)) AS p
  WHERE p.place = 1
),
cin_episode AS (
  SELECT o.personid AS personid, o.starts AS starts, o.ends AS ends, o.reason AS reason, o.referralid AS referralid, o.opened AS opened, LEAD(o.opened) OVER (PARTITION BY o.personid ORDER BY o.opened) AS next_opened, o.referred AS referred, o.submitterpersonid AS submitterpersonid, o.referral_source AS referral_source, o.primary_need AS primary_need, o.next_step AS next_step
  FROM cin_opened AS o
)
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
    CAST(e.episodeofcareid AS text) AS clae_cla_episode_id, -- clae_cla_episode_id
    CAST(e.personid AS text) AS clae_person_id, -- clae_person_id
    e.eocstartdate AS clae_cla_episode_start_date, -- clae_cla_episode_start_date
    left(NULLIF(rtrim(e.eocstartreasoncode), ''), 100) AS clae_cla_episode_start_reason, -- clae_cla_episode_start_reason
    CASE e.categoryofneed WHEN 'Abuse or neglect' THEN 'N1' WHEN 'Child''s disability' THEN 'N2' WHEN 'Parental illness/disability' THEN 'N3' WHEN 'Family in acute stress' THEN 'N4' WHEN 'Family dysfunction' THEN 'N5' WHEN 'Socially unacceptable behaviour' THEN 'N6' WHEN 'Low income' THEN 'N7' WHEN 'Absent parenting' THEN 'N8' WHEN 'Cases other than child in need' THEN 'N9' WHEN 'Not stated' THEN 'N0' END AS clae_cla_primary_need_code, -- clae_cla_primary_need_code
    e.eocenddate AS clae_cla_episode_ceased_date, -- clae_cla_episode_ceased_date
    left(NULLIF(rtrim(e.eocendreasoncode), ''), 255) AS clae_cla_episode_ceased_reason, -- clae_cla_episode_ceased_reason
    CAST(e.periodofcareid AS text) AS clae_cla_id, -- clae_cla_id
    left(NULLIF(rtrim(ce.referralid), ''), 48) AS clae_referral_id, -- clae_referral_id
    CAST(pl.placementid AS text) AS clae_cla_placement_id, -- clae_cla_placement_id
    pc.starts AS clae_entered_care_date, -- clae_entered_care_date
    pc.last_met AS clae_cla_last_iro_contact_date, -- clae_cla_last_iro_contact_date
    ROW_NUMBER() OVER (PARTITION BY e.episodeofcareid ORDER BY e.eocstartdate DESC NULLS LAST, e.episodeofcareid, e.personid, e.eocstartreasoncode, e.categoryofneed, e.eocenddate, e.eocendreasoncode, e.periodofcareid, ce.referralid, pl.placementid, pc.starts, pc.last_met) AS ssd_row
  FROM claepisodeofcareview AS e
  LEFT JOIN placement_episode AS pl ON pl.episodeid = e.episodeofcareid AND pl.personid = e.personid
  LEFT JOIN period_of_care AS pc ON pc.personid = e.personid AND pc.periodid = e.periodofcareid
  LEFT JOIN cin_episode AS ce ON ce.personid = e.personid AND ce.opened <= date_trunc('day', e.eocstartdate) AND COALESCE(ce.next_opened, TIMESTAMP '9999-12-31 00:00:00') > date_trunc('day', e.eocstartdate)
  WHERE EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(e.personid AS text))
    AND e.episodeofcareid IS NOT NULL
    AND e.personid IS NOT NULL
) AS picked
WHERE picked.ssd_row = 1;

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_health"}
-- META-ELEMENT: {"type": "insert_data"}
WITH health_check AS (
  SELECT f.instanceid AS instanceid, f.answerforsubjectid AS personid, CASE NULLIF(btrim(f.designsubname), '') WHEN 'Health check' THEN 'Health check' WHEN 'Dental check' THEN 'Dental check' WHEN 'Optician check' THEN 'Optician check' END AS checked, COALESCE(MAX(CASE WHEN f.controlname IN ('903Return_dateOfCheck8', '903Return_dateOfCheck2') THEN CASE WHEN CASE WHEN f.answervalue LIKE '__/__/____%' THEN concat(substr(f.answervalue, 7, 4), '-', substr(f.answervalue, 4, 2), '-', substr(f.answervalue, 1, 2)) ELSE left(f.answervalue, 10) END ~ '^((19|20)[0-9]{2}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))|(19|20)(0[48]|[2468][048]|[13579][26])-02-29|2000-02-29)$' THEN CAST(CASE WHEN f.answervalue LIKE '__/__/____%' THEN concat(substr(f.answervalue, 7, 4), '-', substr(f.answervalue, 4, 2), '-', substr(f.answervalue, 1, 2)) ELSE left(f.answervalue, 10) END AS timestamp) END END), MAX(CASE WHEN f.controlname = '903Return_reportingDate' THEN CASE WHEN CASE WHEN f.answervalue LIKE '__/__/____%' THEN concat(substr(f.answervalue, 7, 4), '-', substr(f.answervalue, 4, 2), '-', substr(f.answervalue, 1, 2)) ELSE left(f.answervalue, 10) END ~ '^((19|20)[0-9]{2}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))|(19|20)(0[48]|[2468][048]|[13579][26])-02-29|2000-02-29)$' THEN CAST(CASE WHEN f.answervalue LIKE '__/__/____%' THEN concat(substr(f.answervalue, 7, 4), '-', substr(f.answervalue, 4, 2), '-', substr(f.answervalue, 1, 2)) ELSE left(f.answervalue, 10) END AS timestamp) END END)) AS checked_on, CASE WHEN MAX(CASE WHEN f.controlname IN ('903Return_DentalCheck', '903Return_HealthAssessmentTakenPlace', 'hasAnOpticianCheckTakenPlace') AND f.answervalue = 'No' THEN 1 END) = 1 THEN 'Refused' ELSE MAX(f.instancestate) END AS status
  FROM formanswerpersonview AS f
  WHERE f.designguid = NULL /* form_health_check */ AND f.instancestate = 'COMPLETE' AND NULLIF(btrim(f.designsubname), '') IN ('Health check', 'Dental check', 'Optician check')
  GROUP BY f.instanceid, f.answerforsubjectid, CASE NULLIF(btrim(f.designsubname), '') WHEN 'Health check' THEN 'Health check' WHEN 'Dental check' THEN 'Dental check' WHEN 'Optician check' THEN 'Optician check' END
  UNION ALL
  SELECT f.instanceid AS instanceid, f.answerforsubjectid AS answerforsubjectid, CASE f.controlname WHEN 'dateLastHealthCheckCompleted' THEN 'Health check' WHEN 'dateLastDentalCheckCompleted' THEN 'Dental check' WHEN 'dateLastOpticianCheckCompleted' THEN 'Optician check' END, MAX(f.dateanswervalue), MAX(f.instancestate)
  FROM formanswerpersonview AS f
  WHERE f.designguid = NULL /* form_health_record */ AND f.instancestate = 'COMPLETE' AND f.controlname IN ('dateLastHealthCheckCompleted', 'dateLastDentalCheckCompleted', 'dateLastOpticianCheckCompleted') AND f.dateanswervalue IS NOT NULL
  GROUP BY f.instanceid, f.answerforsubjectid, CASE f.controlname WHEN 'dateLastHealthCheckCompleted' THEN 'Health check' WHEN 'dateLastDentalCheckCompleted' THEN 'Dental check' WHEN 'dateLastOpticianCheckCompleted' THEN 'Optician check' END
)
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
INSERT INTO ssd_cla_health (
  clah_health_check_id, -- metadata={"item_ref":"CLAH001A"}
  clah_person_id, -- metadata={"item_ref":"CLAH002A"}
  clah_health_check_type, -- metadata={"item_ref":"CLAH003A"}
  clah_health_check_date, -- metadata={"item_ref":"CLAH004A"}
  clah_health_check_status -- metadata={"item_ref":"CLAH005A"}
)
SELECT
  picked.clah_health_check_id,
  picked.clah_person_id,
  picked.clah_health_check_type,
  picked.clah_health_check_date,
  picked.clah_health_check_status
FROM (
  SELECT
    numbered.clah_health_check_id,
    numbered.clah_person_id,
    numbered.clah_health_check_type,
    numbered.clah_health_check_date,
    numbered.clah_health_check_status,
    ROW_NUMBER() OVER (PARTITION BY numbered.clah_health_check_id ORDER BY numbered.ssd_place) AS ssd_key_row
  FROM (
  SELECT
    left(NULLIF(rtrim(concat(CAST(h.personid AS text), '-', CAST(h.instanceid AS text), '-', left(h.checked, 1))), ''), 48) AS clah_health_check_id, -- clah_health_check_id
    CAST(h.personid AS text) AS clah_person_id, -- clah_person_id
    left(NULLIF(rtrim(h.checked), ''), 500) AS clah_health_check_type, -- clah_health_check_type
    h.checked_on AS clah_health_check_date, -- clah_health_check_date
    left(NULLIF(rtrim(h.status), ''), 48) AS clah_health_check_status, -- clah_health_check_status
    ROW_NUMBER() OVER (PARTITION BY h.personid, h.instanceid, h.checked ORDER BY h.checked_on DESC NULLS LAST, h.personid, h.instanceid, h.checked, h.status) AS ssd_row,
    ROW_NUMBER() OVER (ORDER BY h.checked_on DESC NULLS LAST, h.personid, h.instanceid, h.checked, h.status) AS ssd_place
  FROM health_check AS h
  WHERE EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(h.personid AS text))
    AND NULLIF(rtrim(concat(CAST(h.personid AS text), '-', CAST(h.instanceid AS text), '-', left(h.checked, 1))), '') IS NOT NULL
    AND h.personid IS NOT NULL
) AS numbered
WHERE numbered.ssd_row = 1
) AS picked
WHERE picked.ssd_key_row = 1;

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_immunisations"}
-- META-ELEMENT: {"type": "insert_data"}
WITH immunisation_check AS (
  SELECT f.instanceid AS instanceid, f.answerforsubjectid AS personid, MAX(CASE WHEN f.controlname = '903Return_ImmunisationsComplete' THEN left(f.answervalue, 1) END) AS complete, MAX(CASE WHEN f.controlname = '903Return_dateOfCheckImm' THEN CASE WHEN CASE WHEN f.answervalue LIKE '__/__/____%' THEN concat(substr(f.answervalue, 7, 4), '-', substr(f.answervalue, 4, 2), '-', substr(f.answervalue, 1, 2)) ELSE left(f.answervalue, 10) END ~ '^((19|20)[0-9]{2}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))|(19|20)(0[48]|[2468][048]|[13579][26])-02-29|2000-02-29)$' THEN CAST(CASE WHEN f.answervalue LIKE '__/__/____%' THEN concat(substr(f.answervalue, 7, 4), '-', substr(f.answervalue, 4, 2), '-', substr(f.answervalue, 1, 2)) ELSE left(f.answervalue, 10) END AS timestamp) END END) AS checked_on
  FROM formanswerpersonview AS f
  WHERE f.designguid = NULL /* form_health_check */ AND f.instancestate = 'COMPLETE' AND NULLIF(btrim(f.designsubname), '') = 'Immunisation check'
  GROUP BY f.instanceid, f.answerforsubjectid
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
    CAST(i.personid AS text) AS clai_person_id, -- clai_person_id
    left(NULLIF(rtrim(i.complete), ''), 1) AS clai_immunisations_status, -- clai_immunisations_status
    i.checked_on AS clai_immunisations_status_date, -- clai_immunisations_status_date
    ROW_NUMBER() OVER (PARTITION BY i.personid ORDER BY i.checked_on DESC NULLS LAST, i.instanceid DESC NULLS LAST, i.personid, i.complete) AS ssd_row
  FROM immunisation_check AS i
  WHERE EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(i.personid AS text))
    AND i.personid IS NOT NULL
) AS picked
WHERE picked.ssd_row = 1;

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_placement"}
-- META-ELEMENT: {"type": "insert_data"}
WITH placement_run AS (
  SELECT m.episodeid AS episodeid, m.personid AS personid, m.periodid AS periodid, m.addressid AS addressid, m.postcode AS postcode, m.placementtype AS placementtype, m.provision AS provision, m.carertype AS carertype, m.carerid AS carerid, m.starts AS starts, m.ends AS ends, m.change_reason AS change_reason, SUM(m.begins) OVER (PARTITION BY m.personid, m.periodid, m.addressid, m.postcode, m.placementtype, m.provision, m.carertype, m.carerid ORDER BY m.starts, m.ends, m.episodeid, m.change_reason ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS run
  FROM (SELECT e.episodeid AS episodeid, e.personid AS personid, e.periodid AS periodid, e.addressid AS addressid, e.postcode AS postcode, e.placementtype AS placementtype, e.provision AS provision, e.carertype AS carertype, e.carerid AS carerid, e.starts AS starts, e.ends AS ends, e.change_reason AS change_reason, CASE WHEN (e.starts - INTERVAL '1 day') <= MAX(COALESCE(e.ends, TIMESTAMP '9999-12-31 00:00:00')) OVER (PARTITION BY e.personid, e.periodid, e.addressid, e.postcode, e.placementtype, e.provision, e.carertype, e.carerid ORDER BY e.starts, e.ends, e.episodeid, e.change_reason ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) THEN 0 ELSE 1 END AS begins FROM (SELECT DISTINCT c.episodeofcareid AS episodeid, c.personid AS personid, c.periodofcareid AS periodid, c.placementaddressid AS addressid, c.placementpostcode AS postcode, c.placementtypecode AS placementtype, c.placementprovisioncode AS provision, c.carertype AS carertype, c.carerid AS carerid, date_trunc('day', c.eocstartdate) AS starts, date_trunc('day', c.eocenddate) AS ends, c.placementchangereasoncode AS change_reason FROM claepisodeofcareview AS c WHERE c.episodeofcareid IS NOT NULL AND c.eocstartdate IS NOT NULL) AS e) AS m
),
placement_episode AS (
  SELECT r.episodeid AS episodeid, r.personid AS personid, r.periodid AS periodid, r.postcode AS postcode, r.placementtype AS placementtype, r.provision AS provision, r.carertype AS carertype, r.carerid AS carerid, r.starts AS starts, r.ends AS ends, r.change_reason AS change_reason, MIN(r.episodeid) OVER (PARTITION BY r.personid, r.periodid, r.addressid, r.postcode, r.placementtype, r.provision, r.carertype, r.carerid, r.run) AS placementid, MAX(COALESCE(r.ends, TIMESTAMP '9999-12-31 00:00:00')) OVER (PARTITION BY r.personid, r.periodid, r.addressid, r.postcode, r.placementtype, r.provision, r.carertype, r.carerid, r.run) AS last_end
  FROM placement_run AS r
),
placement AS (
  SELECT e.placementid AS placementid, e.personid AS personid, e.periodid AS periodid, e.postcode AS postcode, e.placementtype AS placementtype, e.provision AS provision, e.carertype AS carertype, e.carerid AS carerid, MIN(e.starts) AS starts, CASE WHEN COUNT(e.ends) = COUNT(*) THEN MAX(e.ends) END AS ends, MAX(CASE WHEN e.ends = e.last_end THEN e.change_reason END) AS change_reason
  FROM placement_episode AS e
  GROUP BY e.placementid, e.personid, e.periodid, e.postcode, e.placementtype, e.provision, e.carertype, e.carerid
),
carer_address AS (
  SELECT 'PER' AS carertype, p.personid AS carerid, NULLIF(replace(upper(p.postcode), ' ', ''), '') AS postcode, p.latitude AS latitude, p.longitude AS longitude, date_trunc('day', p.startdate) AS starts, date_trunc('day', p.enddate) AS ends
  FROM addresspersonview AS p
  UNION ALL
  SELECT 'ORG', o.organisationid AS organisationid, NULLIF(replace(upper(o.postcode), ' ', ''), ''), o.latitude AS latitude, o.longitude AS longitude, date_trunc('day', o.startdate), date_trunc('day', o.enddate)
  FROM addressorganisationview AS o
)
INSERT INTO ssd_cla_placement (
  clap_cla_placement_id, -- metadata={"item_ref":"CLAP001A"}
  clap_cla_placement_start_date, -- metadata={"item_ref":"CLAP003A"}
  clap_cla_placement_type, -- metadata={"item_ref":"CLAP004A"}
  -- clap_cla_placement_urn is not held: the views hold the property reference of the address and not the number of the inspectorate
  clap_cla_placement_distance, -- metadata={"item_ref":"CLAP011A"}
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
  picked.clap_cla_placement_distance,
  picked.clap_cla_id,
  picked.clap_cla_placement_provider,
  picked.clap_cla_placement_postcode,
  picked.clap_cla_placement_end_date,
  picked.clap_cla_placement_change_reason,
  picked.clap_person_id
FROM (
  SELECT
    CAST(pl.placementid AS text) AS clap_cla_placement_id, -- clap_cla_placement_id
    pl.starts AS clap_cla_placement_start_date, -- clap_cla_placement_start_date
    CASE pl.placementtype WHEN 'APP_ADOPT' THEN 'A3' WHEN 'CONS_ADOPT_NOTFP' THEN 'A4' WHEN 'ORD_ADOPT_FP' THEN 'A5' WHEN 'ORD_ADOPT_NOTFP' THEN 'A6' WHEN 'NO_CHREGS' THEN 'H5' WHEN 'CHLD_HOME' THEN 'K2' WHEN 'PARENT' THEN 'P1' WHEN 'IND_LIV' THEN 'P2' WHEN 'RES_CARE' THEN 'R1' WHEN 'NHS' THEN 'R2' WHEN 'YOI' THEN 'R5' WHEN 'RES_SCH' THEN 'S1' WHEN 'REL' THEN 'U1' WHEN 'REL_NOT_LT_ADOPT' THEN 'U3' WHEN 'LT' THEN 'U4' WHEN 'NOT_LT_ADOPT' THEN 'U6' WHEN 'OTH' THEN 'Z1' END AS clap_cla_placement_type, -- clap_cla_placement_type
    CAST(round(CAST(7917.5226 * ASIN(SQRT(POWER(SIN((ad.latitude - hm.latitude) * 0.017453292519943295 / 2), 2) + COS((hm.latitude) * 0.017453292519943295) * COS((ad.latitude) * 0.017453292519943295) * POWER(SIN((ad.longitude - hm.longitude) * 0.017453292519943295 / 2), 2))) AS numeric), 1) AS double precision) AS clap_cla_placement_distance, -- clap_cla_placement_distance
    CAST(pl.periodid AS text) AS clap_cla_id, -- clap_cla_id
    left(NULLIF(rtrim(pl.provision), ''), 48) AS clap_cla_placement_provider, -- clap_cla_placement_provider
    left(NULLIF(btrim(pl.postcode), ''), 8) AS clap_cla_placement_postcode, -- clap_cla_placement_postcode
    pl.ends AS clap_cla_placement_end_date, -- clap_cla_placement_end_date
    left(NULLIF(rtrim(pl.change_reason), ''), 100) AS clap_cla_placement_change_reason, -- clap_cla_placement_change_reason
    CAST(pl.personid AS text) AS clap_person_id, -- clap_person_id
    ROW_NUMBER() OVER (PARTITION BY pl.placementid ORDER BY pl.starts, pl.placementid, pl.placementtype, hm.latitude, hm.longitude, ad.latitude, ad.longitude, pl.periodid, pl.provision, pl.postcode, pl.ends, pl.change_reason, pl.personid) AS ssd_row
  FROM placement AS pl
  LEFT JOIN LATERAL (SELECT ad.* FROM carer_address AS ad WHERE ad.carertype = pl.carertype AND ad.carerid = pl.carerid AND ad.postcode = NULLIF(replace(upper(pl.postcode), ' ', ''), '') AND ad.starts <= pl.starts AND (COALESCE(pl.ends, CAST(current_setting('ssd.today') AS timestamp)) - INTERVAL '1 day') <= COALESCE(ad.ends, CAST(current_setting('ssd.today') AS timestamp)) ORDER BY ad.starts DESC NULLS LAST, ad.ends DESC NULLS LAST, ad.latitude, ad.longitude LIMIT 1) AS ad ON TRUE
  LEFT JOIN LATERAL (SELECT hm.* FROM addresspersonview AS hm WHERE hm.personid = pl.personid AND hm.type = 'Home' AND (hm.startdate - INTERVAL '1 day') <= pl.starts AND (COALESCE(pl.ends, CAST(current_setting('ssd.today') AS timestamp)) - INTERVAL '1 day') <= COALESCE(hm.enddate, CAST(current_setting('ssd.today') AS timestamp)) ORDER BY hm.startdate DESC NULLS LAST, hm.enddate DESC NULLS LAST, hm.addressid, hm.latitude, hm.longitude LIMIT 1) AS hm ON TRUE
  WHERE EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(pl.personid AS text))
    AND pl.placementid IS NOT NULL
) AS picked
WHERE picked.ssd_row = 1;

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_previous_permanence"}
-- META-ELEMENT: {"type": "insert_data"}
-- not loaded: eclipse does not hold it, no view of Eclipse is known that has it

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_reviews"}
-- META-ELEMENT: {"type": "insert_data"}
WITH review_form AS (
  SELECT f.instanceid AS instanceid, f.answerforsubjectid AS personid, concat(CAST(f.answerforsubjectid AS text), '-', CAST(f.instanceid AS text)) AS reviewid, MAX(CASE WHEN f.controlname = 'dateOfReview' THEN CASE WHEN CASE WHEN f.answervalue LIKE '__/__/____%' THEN concat(substr(f.answervalue, 7, 4), '-', substr(f.answervalue, 4, 2), '-', substr(f.answervalue, 1, 2)) ELSE left(f.answervalue, 10) END ~ '^((19|20)[0-9]{2}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))|(19|20)(0[48]|[2468][048]|[13579][26])-02-29|2000-02-29)$' THEN CAST(CASE WHEN f.answervalue LIKE '__/__/____%' THEN concat(substr(f.answervalue, 7, 4), '-', substr(f.answervalue, 4, 2), '-', substr(f.answervalue, 1, 2)) ELSE left(f.answervalue, 10) END AS timestamp) END END) AS reviewed, MAX(CASE WHEN f.controlname = 'dateOfNextReview' THEN CASE WHEN CASE WHEN f.answervalue LIKE '__/__/____%' THEN concat(substr(f.answervalue, 7, 4), '-', substr(f.answervalue, 4, 2), '-', substr(f.answervalue, 1, 2)) ELSE left(f.answervalue, 10) END ~ '^((19|20)[0-9]{2}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))|(19|20)(0[48]|[2468][048]|[13579][26])-02-29|2000-02-29)$' THEN CAST(CASE WHEN f.answervalue LIKE '__/__/____%' THEN concat(substr(f.answervalue, 7, 4), '-', substr(f.answervalue, 4, 2), '-', substr(f.answervalue, 1, 2)) ELSE left(f.answervalue, 10) END AS timestamp) END END) AS next_review
  FROM formanswerpersonview AS f
  WHERE f.designguid = NULL /* form_iro_decisions */ AND f.instancestate = 'COMPLETE'
  GROUP BY f.instanceid, f.answerforsubjectid
),
care_period AS (
  SELECT d.personid AS personid, d.periodid AS periodid, d.starts AS starts, d.ends AS ends, LEAD(d.starts) OVER (PARTITION BY d.personid ORDER BY d.starts, d.periodid, d.ends) AS next_starts
  FROM (SELECT DISTINCT p.personid AS personid, p.periodofcareid AS periodid, date_trunc('day', p.admissiondate) AS starts, date_trunc('day', p.dischargedate) AS ends FROM claperiodofcareview AS p WHERE p.admissiondate IS NOT NULL) AS d
),
review AS (
  SELECT r.personid AS personid, r.reviewid AS reviewid, r.reviewed AS reviewed, pc.periodid AS periodid, LAG(r.next_review) OVER (PARTITION BY r.personid, pc.periodid ORDER BY r.reviewed, r.instanceid) AS due
  FROM review_form AS r
  LEFT JOIN care_period AS pc ON pc.personid = r.personid AND pc.starts <= r.reviewed AND COALESCE(pc.next_starts, TIMESTAMP '9999-12-31 00:00:00') > r.reviewed AND COALESCE(pc.ends, CAST(current_setting('ssd.today') AS timestamp)) >= r.reviewed
),
iro_qa_form AS (
  SELECT f.instanceid AS instanceid, f.answerforsubjectid AS personid, MAX(NULLIF(btrim(f.designsubname), '')) AS subname, MAX(CASE WHEN f.controlname = 'dateOfMeeting' THEN CASE WHEN CASE WHEN f.answervalue LIKE '__/__/____%' THEN concat(substr(f.answervalue, 7, 4), '-', substr(f.answervalue, 4, 2), '-', substr(f.answervalue, 1, 2)) ELSE left(f.answervalue, 10) END ~ '^((19|20)[0-9]{2}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))|(19|20)(0[48]|[2468][048]|[13579][26])-02-29|2000-02-29)$' THEN CAST(CASE WHEN f.answervalue LIKE '__/__/____%' THEN concat(substr(f.answervalue, 7, 4), '-', substr(f.answervalue, 4, 2), '-', substr(f.answervalue, 1, 2)) ELSE left(f.answervalue, 10) END AS timestamp) END END) AS met, MAX(CASE WHEN f.controlname = 'howWasTheChildAbleToContributeTheirViewsToTheReview' THEN f.shortanswervalue END) AS participation_cla, MAX(CASE WHEN f.controlname = 'howwasthechildabletocontributetheirviewstotheconference_4' THEN f.shortanswervalue END) AS participation_cp
  FROM formanswerpersonview AS f
  WHERE f.designguid = NULL /* form_iro_qa */ AND f.instancestate = 'COMPLETE' AND NULLIF(btrim(f.designsubname), '') IN ('Child/young person in care review', 'Child protection conference')
  GROUP BY f.instanceid, f.answerforsubjectid
),
iro_qa AS (
  SELECT q.personid AS personid, q.subname AS subname, q.met AS met, q.participation_cla AS participation_cla, q.participation_cp AS participation_cp
  FROM (SELECT f.personid AS personid, f.subname AS subname, f.met AS met, f.participation_cla AS participation_cla, f.participation_cp AS participation_cp, ROW_NUMBER() OVER (PARTITION BY f.personid, f.subname, f.met ORDER BY f.instanceid DESC NULLS LAST) AS place FROM iro_qa_form AS f) AS q
  WHERE q.place = 1
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
    left(NULLIF(rtrim(rv.reviewid), ''), 48) AS clar_cla_review_id, -- clar_cla_review_id
    CAST(rv.periodid AS text) AS clar_cla_id, -- clar_cla_id
    CASE WHEN rv.periodid IS NOT NULL THEN rv.due END AS clar_cla_review_due_date, -- clar_cla_review_due_date
    rv.reviewed AS clar_cla_review_date, -- clar_cla_review_date
    'N' AS clar_cla_review_cancelled, -- clar_cla_review_cancelled
    left(NULLIF(rtrim(qa.participation_cla), ''), 100) AS clar_cla_review_participation, -- clar_cla_review_participation
    ROW_NUMBER() OVER (PARTITION BY rv.reviewid ORDER BY rv.reviewid, rv.periodid, rv.due, rv.reviewed, qa.participation_cla) AS ssd_row
  FROM review AS rv
  LEFT JOIN iro_qa AS qa ON qa.personid = rv.personid AND qa.met = rv.reviewed AND qa.subname = 'Child/young person in care review'
  WHERE EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(rv.personid AS text))
    AND NULLIF(rtrim(rv.reviewid), '') IS NOT NULL
) AS picked
WHERE picked.ssd_row = 1;

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_substance_misuse"}
-- META-ELEMENT: {"type": "insert_data"}
-- not loaded: eclipse does not hold it, no view of Eclipse is known that has it

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_visits"}
-- META-ELEMENT: {"type": "insert_data"}
WITH visit_form AS (
  SELECT f.instanceid AS instanceid, f.answerforsubjectid AS personid, MAX(NULLIF(btrim(f.designsubname), '')) AS subname, concat(CAST(f.answerforsubjectid AS text), '-', CAST(f.instanceid AS text)) AS visitid, MAX(CASE WHEN f.controlname = 'AnnexAReturn_dateOfVisit' THEN date_trunc('day', f.dateanswervalue) END) AS visited, MAX(CASE WHEN f.controlname = 'AnnexAReturn_wasTheChildSeen' THEN CASE WHEN f.answervalue = 'Yes' THEN 'Y' WHEN f.answervalue IS NOT NULL THEN 'N' END END) AS seen, MAX(CASE WHEN f.controlname = 'AnnexAReturn_wasTheChildSeenAlone' THEN CASE WHEN f.answervalue = 'Child seen alone' THEN 'Y' WHEN f.answervalue IS NOT NULL THEN 'N' END END) AS seen_alone
  FROM formanswerpersonview AS f
  WHERE f.designguid = NULL /* form_visit */ AND f.instancestate = 'COMPLETE' AND NULLIF(btrim(f.designsubname), '') IN ('Child in care', 'Child Protection', 'Child in need', 'Family Help')
  GROUP BY f.instanceid, f.answerforsubjectid
),
care_period AS (
  SELECT d.personid AS personid, d.periodid AS periodid, d.starts AS starts, d.ends AS ends, LEAD(d.starts) OVER (PARTITION BY d.personid ORDER BY d.starts, d.periodid, d.ends) AS next_starts
  FROM (SELECT DISTINCT p.personid AS personid, p.periodofcareid AS periodid, date_trunc('day', p.admissiondate) AS starts, date_trunc('day', p.dischargedate) AS ends FROM claperiodofcareview AS p WHERE p.admissiondate IS NOT NULL) AS d
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
    left(NULLIF(rtrim(v.visitid), ''), 48) AS clav_cla_visit_id, -- clav_cla_visit_id
    CAST(pc.periodid AS text) AS clav_cla_id, -- clav_cla_id
    CAST(v.personid AS text) AS clav_person_id, -- clav_person_id
    v.visited AS clav_cla_visit_date, -- clav_cla_visit_date
    left(NULLIF(rtrim(v.seen), ''), 1) AS clav_cla_visit_seen, -- clav_cla_visit_seen
    left(NULLIF(rtrim(v.seen_alone), ''), 1) AS clav_cla_visit_seen_alone, -- clav_cla_visit_seen_alone
    ROW_NUMBER() OVER (PARTITION BY v.visitid ORDER BY v.visitid, pc.periodid, v.personid, v.visited, v.seen, v.seen_alone) AS ssd_row
  FROM visit_form AS v
  LEFT JOIN care_period AS pc ON pc.personid = v.personid AND pc.starts <= v.visited AND COALESCE(pc.next_starts, TIMESTAMP '9999-12-31 00:00:00') > v.visited AND COALESCE(pc.ends, CAST(current_setting('ssd.today') AS timestamp)) >= v.visited
  WHERE v.subname = 'Child in care'
    AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(v.personid AS text))
    AND NULLIF(rtrim(v.visitid), '') IS NOT NULL
) AS picked
WHERE picked.ssd_row = 1;

-- META-CONTAINER: {"type": "table", "name": "ssd_contacts"}
-- META-ELEMENT: {"type": "insert_data"}
WITH contact_form AS (
  SELECT f.instanceid AS instanceid, f.answerforsubjectid AS personid, MAX(CASE WHEN f.controlname = 'icContactDate' THEN CASE WHEN CASE WHEN f.answervalue LIKE '__/__/____%' THEN concat(substr(f.answervalue, 7, 4), '-', substr(f.answervalue, 4, 2), '-', substr(f.answervalue, 1, 2)) ELSE left(f.answervalue, 10) END ~ '^((19|20)[0-9]{2}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))|(19|20)(0[48]|[2468][048]|[13579][26])-02-29|2000-02-29)$' THEN CAST(CASE WHEN f.answervalue LIKE '__/__/____%' THEN concat(substr(f.answervalue, 7, 4), '-', substr(f.answervalue, 4, 2), '-', substr(f.answervalue, 1, 2)) ELSE left(f.answervalue, 10) END AS timestamp) END END) AS contacted, MAX(CASE WHEN f.controlname = 'icContactBy' THEN f.answervalue END) AS contacted_by
  FROM formanswerpersonview AS f
  WHERE f.designguid = NULL /* form_contact */ AND f.instancestate = 'COMPLETE'
  GROUP BY f.instanceid, f.answerforsubjectid
)
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
INSERT INTO ssd_contacts (
  cont_contact_id, -- metadata={"item_ref":"CONT001A"}
  cont_person_id, -- metadata={"item_ref":"CONT002A"}
  cont_contact_date, -- metadata={"item_ref":"CONT003A"}
  cont_contact_source_code, -- metadata={"item_ref":"CONT004A"}
  cont_contact_source_desc -- metadata={"item_ref":"CONT006A"}
  -- cont_contact_outcome_json is not held: which answers of the contact form are outcomes is not known
)
SELECT
  picked.cont_contact_id,
  picked.cont_person_id,
  picked.cont_contact_date,
  picked.cont_contact_source_code,
  picked.cont_contact_source_desc
FROM (
  SELECT
    left(NULLIF(rtrim(concat(CAST(c.personid AS text), '-', CAST(c.instanceid AS text))), ''), 48) AS cont_contact_id, -- cont_contact_id
    CAST(c.personid AS text) AS cont_person_id, -- cont_person_id
    c.contacted AS cont_contact_date, -- cont_contact_date
    CASE c.contacted_by WHEN 'Acquaintance' THEN '1B' WHEN 'A & E' THEN '3E' WHEN 'Anonymous' THEN '9' WHEN 'Early help' THEN '5D' WHEN 'Education Services' THEN '2B' WHEN 'External e.g. from another local authority' THEN '5C' WHEN 'Family Member/Relative/Carer' THEN '1A' WHEN 'GP' THEN '3A' WHEN 'Health Visitor' THEN '3B' WHEN 'Housing' THEN '4' WHEN 'Other' THEN '1D' WHEN 'Other Health Services' THEN '3F' WHEN 'Other - including children centres' THEN '8' WHEN 'Other internal e,g, BC Council' THEN '5B' WHEN 'Other Legal Agency' THEN '7' WHEN 'Other Primary Health Services' THEN '3D' WHEN 'Police' THEN '6' WHEN 'School' THEN '2A' WHEN 'School Nurse' THEN '3C' WHEN 'Self' THEN '1C' WHEN 'Social care e.g. adult social care' THEN '5A' WHEN 'Unknown' THEN '10' END AS cont_contact_source_code, -- cont_contact_source_code
    left(NULLIF(rtrim(c.contacted_by), ''), 255) AS cont_contact_source_desc, -- cont_contact_source_desc
    ROW_NUMBER() OVER (PARTITION BY concat(CAST(c.personid AS text), '-', CAST(c.instanceid AS text)) ORDER BY c.personid, c.instanceid, c.contacted, c.contacted_by) AS ssd_row
  FROM contact_form AS c
  WHERE EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(c.personid AS text))
    AND NULLIF(rtrim(concat(CAST(c.personid AS text), '-', CAST(c.instanceid AS text))), '') IS NOT NULL
    AND c.personid IS NOT NULL
) AS picked
WHERE picked.ssd_row = 1;

-- META-CONTAINER: {"type": "table", "name": "ssd_cp_plans"}
-- META-ELEMENT: {"type": "insert_data"}
WITH cp_plan_spell AS (
  SELECT DISTINCT c.personid AS personid, c.classificationassignmentid AS spellid, date_trunc('day', c.startdate) AS starts, date_trunc('day', c.enddate) AS ends
  FROM classificationpersonview AS c
  WHERE c.status <> 'DELETED' AND c.startdate IS NOT NULL AND c.classificationpathid IN (NULL /* cp_path */)
),
cp_plan_run AS (
  SELECT m.personid AS personid, m.spellid AS spellid, m.starts AS starts, m.ends AS ends, SUM(m.begins) OVER (PARTITION BY m.personid ORDER BY m.starts, m.ends, m.spellid ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS run
  FROM (SELECT s.personid AS personid, s.spellid AS spellid, s.starts AS starts, s.ends AS ends, CASE WHEN s.starts <= MAX(COALESCE(s.ends, TIMESTAMP '9999-12-31 00:00:00')) OVER (PARTITION BY s.personid ORDER BY s.starts, s.ends, s.spellid ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) THEN 0 ELSE 1 END AS begins FROM cp_plan_spell AS s) AS m
),
cp_plan AS (
  SELECT r.personid AS personid, MIN(r.spellid) AS planid, MIN(r.starts) AS starts, CASE WHEN COUNT(r.ends) = COUNT(*) THEN MAX(r.ends) END AS ends
  FROM cp_plan_run AS r
  GROUP BY r.personid, r.run
),
abuse_category AS (
  SELECT c.personid AS personid, c.classificationassignmentid AS id, c.name AS name, date_trunc('day', c.startdate) AS starts, date_trunc('day', c.enddate) AS ends
  FROM classificationpersonview AS c
  WHERE c.status <> 'DELETED' AND c.classificationpathid IN (NULL /* cp_category_path */)
),
plan_category AS (
  SELECT k.planid AS planid, MAX(CASE WHEN k.first_place = 1 THEN k.name END) AS initial_category, MAX(CASE WHEN k.last_place = 1 THEN k.name END) AS latest_category
  FROM (SELECT p.planid AS planid, a.name AS name, ROW_NUMBER() OVER (PARTITION BY p.planid ORDER BY a.starts, a.id, a.name) AS first_place, ROW_NUMBER() OVER (PARTITION BY p.planid ORDER BY a.starts DESC NULLS LAST, a.id DESC NULLS LAST, a.name) AS last_place FROM cp_plan AS p INNER JOIN abuse_category AS a ON a.personid = p.personid AND a.starts <= COALESCE(p.ends, CAST(current_setting('ssd.today') AS timestamp)) AND COALESCE(a.ends, TIMESTAMP '9999-12-31 00:00:00') > p.starts) AS k
  GROUP BY k.planid
),
cp_meeting_form AS (
  SELECT f.instanceid AS instanceid, f.answerforsubjectid AS personid, MAX(NULLIF(btrim(f.designsubname), '')) AS subname, concat(CAST(f.answerforsubjectid AS text), '-', CAST(f.instanceid AS text)) AS meetingid, MAX(CASE WHEN f.controlname = '903Return_dateOfMeetingConference' THEN CASE WHEN CASE WHEN f.answervalue LIKE '__/__/____%' THEN concat(substr(f.answervalue, 7, 4), '-', substr(f.answervalue, 4, 2), '-', substr(f.answervalue, 1, 2)) ELSE left(f.answervalue, 10) END ~ '^((19|20)[0-9]{2}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))|(19|20)(0[48]|[2468][048]|[13579][26])-02-29|2000-02-29)$' THEN CAST(CASE WHEN f.answervalue LIKE '__/__/____%' THEN concat(substr(f.answervalue, 7, 4), '-', substr(f.answervalue, 4, 2), '-', substr(f.answervalue, 1, 2)) ELSE left(f.answervalue, 10) END AS timestamp) END END) AS met, MAX(CASE WHEN f.controlname = 'AnnexAReturn_typeOfMeeting' AND f.answervalue IN ('Child Protection (Initial child protection conference)', 'Child Protection (Transfer in conference)') THEN f.answervalue END) AS initial_type, MAX(CASE WHEN f.controlname = 'ChildProtectionNextStep' THEN f.answervalue END) AS next_step, MAX(CASE WHEN f.controlname = 'dateofnextplanmeetingreview_35' THEN CASE WHEN CASE WHEN f.answervalue LIKE '__/__/____%' THEN concat(substr(f.answervalue, 7, 4), '-', substr(f.answervalue, 4, 2), '-', substr(f.answervalue, 1, 2)) ELSE left(f.answervalue, 10) END ~ '^((19|20)[0-9]{2}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))|(19|20)(0[48]|[2468][048]|[13579][26])-02-29|2000-02-29)$' THEN CAST(CASE WHEN f.answervalue LIKE '__/__/____%' THEN concat(substr(f.answervalue, 7, 4), '-', substr(f.answervalue, 4, 2), '-', substr(f.answervalue, 1, 2)) ELSE left(f.answervalue, 10) END AS timestamp) END END) AS next_review
  FROM formanswerpersonview AS f
  WHERE f.designguid = NULL /* form_cp_meeting */ AND f.instancestate = 'COMPLETE' AND NULLIF(btrim(f.designsubname), '') IN ('Child Protection - Initial Conference', 'Child Protection - Review Conference')
  GROUP BY f.instanceid, f.answerforsubjectid
),
initial_conference AS (
  SELECT c.instanceid AS instanceid, c.personid AS personid, c.meetingid AS meetingid, c.met AS met, c.initial_type AS meeting_type, c.next_step AS next_step, LEAD(c.met) OVER (PARTITION BY c.personid ORDER BY c.met, c.instanceid) AS next_met
  FROM cp_meeting_form AS c
  WHERE c.subname = 'Child Protection - Initial Conference' AND c.initial_type IS NOT NULL
),
cin_spell AS (
  SELECT c.personid AS personid, date_trunc('day', c.startdate) AS starts, date_trunc('day', c.enddate) AS ends, c.endreason AS reason
  FROM classificationpersonview AS c
  WHERE c.status <> 'DELETED' AND c.startdate IS NOT NULL AND (c.classificationpathid IN (NULL /* cin_path */, NULL /* cp_path */) OR c.classificationcodeid IN (NULL /* cin_family_help_code */))
  UNION
  SELECT e.personid AS personid, date_trunc('day', e.eocstartdate), date_trunc('day', e.eocenddate), e.eocendreason AS eocendreason
  FROM claepisodeofcareview AS e
  WHERE e.eocstartdate IS NOT NULL
),
cin_run AS (
  SELECT m.personid AS personid, m.starts AS starts, m.ends AS ends, m.reason AS reason, SUM(m.begins) OVER (PARTITION BY m.personid ORDER BY m.starts, m.ends, m.reason ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS run
  FROM (SELECT s.personid AS personid, s.starts AS starts, s.ends AS ends, s.reason AS reason, CASE WHEN (s.starts - INTERVAL '1 day') <= MAX(COALESCE(s.ends, TIMESTAMP '9999-12-31 00:00:00')) OVER (PARTITION BY s.personid ORDER BY s.starts, s.ends, s.reason ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) THEN 0 ELSE 1 END AS begins FROM cin_spell AS s) AS m
),
cin_stitched AS (
  SELECT l.personid AS personid, MIN(l.starts) AS starts, CASE WHEN COUNT(l.ends) = COUNT(*) THEN MAX(l.ends) END AS ends, MAX(CASE WHEN l.ends = l.last_end THEN l.reason END) AS reason
  FROM (SELECT r.personid AS personid, r.starts AS starts, r.ends AS ends, r.reason AS reason, r.run AS run, MAX(COALESCE(r.ends, TIMESTAMP '9999-12-31 00:00:00')) OVER (PARTITION BY r.personid, r.run) AS last_end FROM cin_run AS r) AS l
  GROUP BY l.personid, l.run
),
referral_form AS (
  SELECT f.instanceid AS instanceid, f.answerforsubjectid AS personid, concat(CAST(f.answerforsubjectid AS text), '-', CAST(f.instanceid AS text)) AS referralid, MAX(f.submitterpersonid) AS submitterpersonid, MAX(CASE WHEN f.controlname = 'CINCensus_DateOfReferral' THEN date_trunc('day', f.dateanswervalue) END) AS referred, MAX(CASE WHEN f.controlname = 'CINCensus_ReferralSource' THEN f.answervalue END) AS referral_source, MAX(CASE WHEN f.controlname = 'CINCensus_primaryNeedCategory' THEN f.answervalue END) AS primary_need, MAX(CASE WHEN f.controlname = 'AnnexAReturn_nextSteps_agreed' THEN f.answervalue END) AS next_step
  FROM formanswerpersonview AS f
  WHERE f.designguid = NULL /* form_referral */ AND f.instancestate = 'COMPLETE'
  GROUP BY f.instanceid, f.answerforsubjectid
),
cin_opened AS (
  SELECT p.personid AS personid, p.starts AS starts, p.ends AS ends, p.reason AS reason, COALESCE(p.form_referralid, concat(CAST(p.personid AS text), '-', left(to_char(p.starts, 'YYYY-MM-DD"T"HH24:MI:SS'), 10))) AS referralid, COALESCE(p.referred, p.starts) AS opened, p.referred AS referred, p.submitterpersonid AS submitterpersonid, p.referral_source AS referral_source, p.primary_need AS primary_need, p.next_step AS next_step
  FROM (SELECT e.personid AS personid, e.starts AS starts, e.ends AS ends, e.reason AS reason, r.referralid AS form_referralid, r.referred AS referred, r.submitterpersonid AS submitterpersonid, r.referral_source AS referral_source, r.primary_need AS primary_need, r.next_step AS next_step, ROW_NUMBER() OVER (PARTITION BY e.personid, e.starts ORDER BY r.referred DESC NULLS LAST, r.instanceid DESC NULLS LAST) AS place FROM (SELECT t.personid AS personid, t.starts AS starts, t.ends AS ends, t.reason AS reason, LAG(t.starts) OVER (PARTITION BY t.personid ORDER BY t.starts) AS started_before FROM cin_stitched AS t) AS e LEFT JOIN referral_form AS r ON r.personid = e.personid AND r.referred <= e.starts AND (e.started_before IS NULL OR r.referred > e.started_before)) AS p
  WHERE p.place = 1
),
cin_episode AS (
  SELECT o.personid AS personid, o.starts AS starts, o.ends AS ends, o.reason AS reason, o.referralid AS referralid, o.opened AS opened, LEAD(o.opened) OVER (PARTITION BY o.personid ORDER BY o.opened) AS next_opened, o.referred AS referred, o.submitterpersonid AS submitterpersonid, o.referral_source AS referral_source, o.primary_need AS primary_need, o.next_step AS next_step
  FROM cin_opened AS o
)
INSERT INTO ssd_cp_plans (
  cppl_cp_plan_id, -- metadata={"item_ref":"CPPL001A"}
  cppl_referral_id, -- metadata={"item_ref":"CPPL007A"}
  cppl_icpc_id, -- metadata={"item_ref":"CPPL008A"}
  cppl_person_id, -- metadata={"item_ref":"CPPL002A"}
  cppl_cp_plan_start_date, -- metadata={"item_ref":"CPPL003A"}
  cppl_cp_plan_end_date, -- metadata={"item_ref":"CPPL004A"}
  cppl_cp_plan_initial_category, -- metadata={"item_ref":"CPPL009A"}
  -- cppl_cp_plan_ola is not held: no classification is known for plans of another authority
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
  picked.cppl_cp_plan_latest_category
FROM (
  SELECT
    CAST(cp.planid AS text) AS cppl_cp_plan_id, -- cppl_cp_plan_id
    left(NULLIF(rtrim(ce.referralid), ''), 48) AS cppl_referral_id, -- cppl_referral_id
    left(NULLIF(rtrim(ic.meetingid), ''), 48) AS cppl_icpc_id, -- cppl_icpc_id
    CAST(cp.personid AS text) AS cppl_person_id, -- cppl_person_id
    cp.starts AS cppl_cp_plan_start_date, -- cppl_cp_plan_start_date
    cp.ends AS cppl_cp_plan_end_date, -- cppl_cp_plan_end_date
    left(NULLIF(rtrim(ca.initial_category), ''), 100) AS cppl_cp_plan_initial_category, -- cppl_cp_plan_initial_category
    left(NULLIF(rtrim(ca.latest_category), ''), 100) AS cppl_cp_plan_latest_category, -- cppl_cp_plan_latest_category
    ROW_NUMBER() OVER (PARTITION BY cp.planid ORDER BY cp.starts, cp.planid, ce.referralid, ic.meetingid, cp.personid, cp.ends, ca.initial_category, ca.latest_category) AS ssd_row
  FROM cp_plan AS cp
  LEFT JOIN plan_category AS ca ON ca.planid = cp.planid
  LEFT JOIN initial_conference AS ic ON ic.personid = cp.personid AND ic.met <= cp.starts AND COALESCE(ic.next_met, TIMESTAMP '9999-12-31 00:00:00') > cp.starts
  LEFT JOIN cin_episode AS ce ON ce.personid = cp.personid AND ce.opened <= cp.starts AND COALESCE(ce.next_opened, TIMESTAMP '9999-12-31 00:00:00') > cp.starts
  WHERE EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(cp.personid AS text))
    AND cp.planid IS NOT NULL
    AND cp.personid IS NOT NULL
) AS picked
WHERE picked.ssd_row = 1;

-- META-CONTAINER: {"type": "table", "name": "ssd_cp_reviews"}
-- META-ELEMENT: {"type": "insert_data"}
WITH cp_meeting_form AS (
  SELECT f.instanceid AS instanceid, f.answerforsubjectid AS personid, MAX(NULLIF(btrim(f.designsubname), '')) AS subname, concat(CAST(f.answerforsubjectid AS text), '-', CAST(f.instanceid AS text)) AS meetingid, MAX(CASE WHEN f.controlname = '903Return_dateOfMeetingConference' THEN CASE WHEN CASE WHEN f.answervalue LIKE '__/__/____%' THEN concat(substr(f.answervalue, 7, 4), '-', substr(f.answervalue, 4, 2), '-', substr(f.answervalue, 1, 2)) ELSE left(f.answervalue, 10) END ~ '^((19|20)[0-9]{2}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))|(19|20)(0[48]|[2468][048]|[13579][26])-02-29|2000-02-29)$' THEN CAST(CASE WHEN f.answervalue LIKE '__/__/____%' THEN concat(substr(f.answervalue, 7, 4), '-', substr(f.answervalue, 4, 2), '-', substr(f.answervalue, 1, 2)) ELSE left(f.answervalue, 10) END AS timestamp) END END) AS met, MAX(CASE WHEN f.controlname = 'AnnexAReturn_typeOfMeeting' AND f.answervalue IN ('Child Protection (Initial child protection conference)', 'Child Protection (Transfer in conference)') THEN f.answervalue END) AS initial_type, MAX(CASE WHEN f.controlname = 'ChildProtectionNextStep' THEN f.answervalue END) AS next_step, MAX(CASE WHEN f.controlname = 'dateofnextplanmeetingreview_35' THEN CASE WHEN CASE WHEN f.answervalue LIKE '__/__/____%' THEN concat(substr(f.answervalue, 7, 4), '-', substr(f.answervalue, 4, 2), '-', substr(f.answervalue, 1, 2)) ELSE left(f.answervalue, 10) END ~ '^((19|20)[0-9]{2}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))|(19|20)(0[48]|[2468][048]|[13579][26])-02-29|2000-02-29)$' THEN CAST(CASE WHEN f.answervalue LIKE '__/__/____%' THEN concat(substr(f.answervalue, 7, 4), '-', substr(f.answervalue, 4, 2), '-', substr(f.answervalue, 1, 2)) ELSE left(f.answervalue, 10) END AS timestamp) END END) AS next_review
  FROM formanswerpersonview AS f
  WHERE f.designguid = NULL /* form_cp_meeting */ AND f.instancestate = 'COMPLETE' AND NULLIF(btrim(f.designsubname), '') IN ('Child Protection - Initial Conference', 'Child Protection - Review Conference')
  GROUP BY f.instanceid, f.answerforsubjectid
),
review_conference AS (
  SELECT c.instanceid AS instanceid, c.personid AS personid, c.meetingid AS meetingid, c.met AS met, c.next_step AS next_step, LAG(c.next_review) OVER (PARTITION BY c.personid ORDER BY c.met, c.instanceid) AS due
  FROM cp_meeting_form AS c
  WHERE c.subname = 'Child Protection - Review Conference'
),
iro_qa_form AS (
  SELECT f.instanceid AS instanceid, f.answerforsubjectid AS personid, MAX(NULLIF(btrim(f.designsubname), '')) AS subname, MAX(CASE WHEN f.controlname = 'dateOfMeeting' THEN CASE WHEN CASE WHEN f.answervalue LIKE '__/__/____%' THEN concat(substr(f.answervalue, 7, 4), '-', substr(f.answervalue, 4, 2), '-', substr(f.answervalue, 1, 2)) ELSE left(f.answervalue, 10) END ~ '^((19|20)[0-9]{2}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))|(19|20)(0[48]|[2468][048]|[13579][26])-02-29|2000-02-29)$' THEN CAST(CASE WHEN f.answervalue LIKE '__/__/____%' THEN concat(substr(f.answervalue, 7, 4), '-', substr(f.answervalue, 4, 2), '-', substr(f.answervalue, 1, 2)) ELSE left(f.answervalue, 10) END AS timestamp) END END) AS met, MAX(CASE WHEN f.controlname = 'howWasTheChildAbleToContributeTheirViewsToTheReview' THEN f.shortanswervalue END) AS participation_cla, MAX(CASE WHEN f.controlname = 'howwasthechildabletocontributetheirviewstotheconference_4' THEN f.shortanswervalue END) AS participation_cp
  FROM formanswerpersonview AS f
  WHERE f.designguid = NULL /* form_iro_qa */ AND f.instancestate = 'COMPLETE' AND NULLIF(btrim(f.designsubname), '') IN ('Child/young person in care review', 'Child protection conference')
  GROUP BY f.instanceid, f.answerforsubjectid
),
iro_qa AS (
  SELECT q.personid AS personid, q.subname AS subname, q.met AS met, q.participation_cla AS participation_cla, q.participation_cp AS participation_cp
  FROM (SELECT f.personid AS personid, f.subname AS subname, f.met AS met, f.participation_cla AS participation_cla, f.participation_cp AS participation_cp, ROW_NUMBER() OVER (PARTITION BY f.personid, f.subname, f.met ORDER BY f.instanceid DESC NULLS LAST) AS place FROM iro_qa_form AS f) AS q
  WHERE q.place = 1
),
cp_plan_spell AS (
  SELECT DISTINCT c.personid AS personid, c.classificationassignmentid AS spellid, date_trunc('day', c.startdate) AS starts, date_trunc('day', c.enddate) AS ends
  FROM classificationpersonview AS c
  WHERE c.status <> 'DELETED' AND c.startdate IS NOT NULL AND c.classificationpathid IN (NULL /* cp_path */)
),
cp_plan_run AS (
  SELECT m.personid AS personid, m.spellid AS spellid, m.starts AS starts, m.ends AS ends, SUM(m.begins) OVER (PARTITION BY m.personid ORDER BY m.starts, m.ends, m.spellid ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS run
  FROM (SELECT s.personid AS personid, s.spellid AS spellid, s.starts AS starts, s.ends AS ends, CASE WHEN s.starts <= MAX(COALESCE(s.ends, TIMESTAMP '9999-12-31 00:00:00')) OVER (PARTITION BY s.personid ORDER BY s.starts, s.ends, s.spellid ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) THEN 0 ELSE 1 END AS begins FROM cp_plan_spell AS s) AS m
),
cp_plan AS (
  SELECT r.personid AS personid, MIN(r.spellid) AS planid, MIN(r.starts) AS starts, CASE WHEN COUNT(r.ends) = COUNT(*) THEN MAX(r.ends) END AS ends
  FROM cp_plan_run AS r
  GROUP BY r.personid, r.run
)
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
INSERT INTO ssd_cp_reviews (
  cppr_cp_review_id, -- metadata={"item_ref":"CPPR001A"}
  cppr_person_id, -- metadata={"item_ref":"CPPR008A"}
  cppr_cp_plan_id, -- metadata={"item_ref":"CPPR002A"}
  cppr_cp_review_due, -- metadata={"item_ref":"CPPR003A"}
  cppr_cp_review_date, -- metadata={"item_ref":"CPPR004A"}
  cppr_cp_review_meeting_id, -- metadata={"item_ref":"CPPR009A"}
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
  picked.cppr_cp_review_meeting_id,
  picked.cppr_cp_review_outcome_continue_cp,
  picked.cppr_cp_review_quorate,
  picked.cppr_cp_review_participation
FROM (
  SELECT
    left(NULLIF(rtrim(rv.meetingid), ''), 48) AS cppr_cp_review_id, -- cppr_cp_review_id
    CAST(rv.personid AS text) AS cppr_person_id, -- cppr_person_id
    CAST(cp.planid AS text) AS cppr_cp_plan_id, -- cppr_cp_plan_id
    rv.due AS cppr_cp_review_due, -- cppr_cp_review_due
    rv.met AS cppr_cp_review_date, -- cppr_cp_review_date
    CAST(rv.instanceid AS text) AS cppr_cp_review_meeting_id, -- cppr_cp_review_meeting_id
    CASE rv.next_step WHEN 'Set next review' THEN 'Y' ELSE 'N' END AS cppr_cp_review_outcome_continue_cp, -- cppr_cp_review_outcome_continue_cp
    'Y' AS cppr_cp_review_quorate, -- cppr_cp_review_quorate
    left(NULLIF(rtrim(qa.participation_cp), ''), 100) AS cppr_cp_review_participation, -- cppr_cp_review_participation
    ROW_NUMBER() OVER (PARTITION BY rv.meetingid ORDER BY rv.meetingid, rv.personid, cp.planid, rv.due, rv.met, rv.instanceid, rv.next_step, qa.participation_cp) AS ssd_row
  FROM review_conference AS rv
  LEFT JOIN iro_qa AS qa ON qa.personid = rv.personid AND qa.met = rv.met AND qa.subname = 'Child protection conference'
  LEFT JOIN cp_plan AS cp ON cp.personid = rv.personid AND cp.starts <= rv.met AND COALESCE(cp.ends, CAST(current_setting('ssd.today') AS timestamp)) >= rv.met
  WHERE EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(rv.personid AS text))
    AND NULLIF(rtrim(rv.meetingid), '') IS NOT NULL
) AS picked
WHERE picked.ssd_row = 1;

-- META-CONTAINER: {"type": "table", "name": "ssd_cp_visits"}
-- META-ELEMENT: {"type": "insert_data"}
WITH visit_form AS (
  SELECT f.instanceid AS instanceid, f.answerforsubjectid AS personid, MAX(NULLIF(btrim(f.designsubname), '')) AS subname, concat(CAST(f.answerforsubjectid AS text), '-', CAST(f.instanceid AS text)) AS visitid, MAX(CASE WHEN f.controlname = 'AnnexAReturn_dateOfVisit' THEN date_trunc('day', f.dateanswervalue) END) AS visited, MAX(CASE WHEN f.controlname = 'AnnexAReturn_wasTheChildSeen' THEN CASE WHEN f.answervalue = 'Yes' THEN 'Y' WHEN f.answervalue IS NOT NULL THEN 'N' END END) AS seen, MAX(CASE WHEN f.controlname = 'AnnexAReturn_wasTheChildSeenAlone' THEN CASE WHEN f.answervalue = 'Child seen alone' THEN 'Y' WHEN f.answervalue IS NOT NULL THEN 'N' END END) AS seen_alone
  FROM formanswerpersonview AS f
  WHERE f.designguid = NULL /* form_visit */ AND f.instancestate = 'COMPLETE' AND NULLIF(btrim(f.designsubname), '') IN ('Child in care', 'Child Protection', 'Child in need', 'Family Help')
  GROUP BY f.instanceid, f.answerforsubjectid
),
cp_plan_spell AS (
  SELECT DISTINCT c.personid AS personid, c.classificationassignmentid AS spellid, date_trunc('day', c.startdate) AS starts, date_trunc('day', c.enddate) AS ends
  FROM classificationpersonview AS c
  WHERE c.status <> 'DELETED' AND c.startdate IS NOT NULL AND c.classificationpathid IN (NULL /* cp_path */)
),
cp_plan_run AS (
  SELECT m.personid AS personid, m.spellid AS spellid, m.starts AS starts, m.ends AS ends, SUM(m.begins) OVER (PARTITION BY m.personid ORDER BY m.starts, m.ends, m.spellid ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS run
  FROM (SELECT s.personid AS personid, s.spellid AS spellid, s.starts AS starts, s.ends AS ends, CASE WHEN s.starts <= MAX(COALESCE(s.ends, TIMESTAMP '9999-12-31 00:00:00')) OVER (PARTITION BY s.personid ORDER BY s.starts, s.ends, s.spellid ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) THEN 0 ELSE 1 END AS begins FROM cp_plan_spell AS s) AS m
),
cp_plan AS (
  SELECT r.personid AS personid, MIN(r.spellid) AS planid, MIN(r.starts) AS starts, CASE WHEN COUNT(r.ends) = COUNT(*) THEN MAX(r.ends) END AS ends
  FROM cp_plan_run AS r
  GROUP BY r.personid, r.run
)
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
INSERT INTO ssd_cp_visits (
  cppv_cp_visit_id, -- metadata={"item_ref":"CPPV007A"}
  cppv_person_id, -- metadata={"item_ref":"CPPV008A"}
  cppv_cp_plan_id, -- metadata={"item_ref":"CPPV001A"}
  cppv_cp_visit_date, -- metadata={"item_ref":"CPPV003A"}
  cppv_cp_visit_seen, -- metadata={"item_ref":"CPPV004A"}
  cppv_cp_visit_seen_alone -- metadata={"item_ref":"CPPV005A"}
  -- cppv_cp_visit_bedroom is not held: the visit form does not ask for it
)
SELECT
  picked.cppv_cp_visit_id,
  picked.cppv_person_id,
  picked.cppv_cp_plan_id,
  picked.cppv_cp_visit_date,
  picked.cppv_cp_visit_seen,
  picked.cppv_cp_visit_seen_alone
FROM (
  SELECT
    left(NULLIF(rtrim(v.visitid), ''), 48) AS cppv_cp_visit_id, -- cppv_cp_visit_id
    CAST(v.personid AS text) AS cppv_person_id, -- cppv_person_id
    CAST(cp.planid AS text) AS cppv_cp_plan_id, -- cppv_cp_plan_id
    v.visited AS cppv_cp_visit_date, -- cppv_cp_visit_date
    left(NULLIF(rtrim(v.seen), ''), 1) AS cppv_cp_visit_seen, -- cppv_cp_visit_seen
    left(NULLIF(rtrim(v.seen_alone), ''), 1) AS cppv_cp_visit_seen_alone, -- cppv_cp_visit_seen_alone
    ROW_NUMBER() OVER (PARTITION BY v.visitid ORDER BY v.visitid, v.personid, cp.planid, v.visited, v.seen, v.seen_alone) AS ssd_row
  FROM visit_form AS v
  LEFT JOIN cp_plan AS cp ON cp.personid = v.personid AND cp.starts <= v.visited AND COALESCE(cp.ends, CAST(current_setting('ssd.today') AS timestamp)) >= v.visited
  WHERE v.subname = 'Child Protection'
    AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(v.personid AS text))
    AND NULLIF(rtrim(v.visitid), '') IS NOT NULL
) AS picked
WHERE picked.ssd_row = 1;

-- META-CONTAINER: {"type": "table", "name": "ssd_department"}
-- META-ELEMENT: {"type": "insert_data"}
INSERT INTO ssd_department (
  dept_team_id, -- metadata={"item_ref":"DEPT1001A"}
  dept_team_name -- metadata={"item_ref":"DEPT1002A"}
  -- dept_team_parent_id is not held: no view is known that has the parents of teams
  -- dept_team_parent_name is not held: no view is known that has the parents of teams
)
SELECT
  picked.dept_team_id,
  picked.dept_team_name
FROM (
  SELECT
    CAST(o.organisationid AS text) AS dept_team_id, -- dept_team_id
    left(NULLIF(rtrim(o.description), ''), 255) AS dept_team_name, -- dept_team_name
    ROW_NUMBER() OVER (PARTITION BY o.organisationid ORDER BY o.description, o.organisationid) AS ssd_row
  FROM organisationview AS o
  WHERE o.organisationclass = 'TEAM'
    AND (o.sector IS NULL OR o.sector NOT IN ('CHARITY', 'PRIVATE'))
    AND (o.sectorsubtype IS NULL OR o.sectorsubtype NOT IN ('ADULT_SOCIAL_SERVICES', 'EDUCATION'))
    AND o.organisationid IS NOT NULL
) AS picked
WHERE picked.ssd_row = 1;

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
    CAST(c.personid AS text) AS disa_person_id, -- disa_person_id
    CAST(c.classificationassignmentid AS text) AS disa_table_id, -- disa_table_id
    left(NULLIF(rtrim(CASE WHEN c.name = 'Learning' THEN 'LD' ELSE COALESCE(CASE k.name WHEN 'No disability' THEN 'NONE' WHEN 'Mobility' THEN 'MOB' WHEN 'Hand function' THEN 'HAND' WHEN 'Personal care' THEN 'PC' WHEN 'Incontinence' THEN 'INC' WHEN 'Communication' THEN 'COMM' WHEN 'Learning Disability' THEN 'LD' WHEN 'Hearing' THEN 'HEAR' WHEN 'Vision' THEN 'VIS' WHEN 'Behaviour' THEN 'BEH' WHEN 'Consciousness' THEN 'CON' WHEN 'Diagnosed autism/aspergers' THEN 'AUT' WHEN 'Autistic Spectrum Disorder' THEN 'AUT' WHEN 'Autism spectrum condition' THEN 'AUT' END, 'DDA') END), ''), 48) AS disa_disability_code, -- disa_disability_code
    ROW_NUMBER() OVER (PARTITION BY c.classificationassignmentid ORDER BY c.name, c.personid, c.classificationassignmentid, k.name) AS ssd_row
  FROM classificationpersonview AS c
  LEFT JOIN classification AS k ON k.id = c.classificationcodeid
  WHERE c.status <> 'DELETED'
    AND c.classificationpathid IN (NULL /* disability_paths */)
    AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(c.personid AS text))
    AND c.personid IS NOT NULL
    AND c.classificationassignmentid IS NOT NULL
    AND NULLIF(rtrim(CASE WHEN c.name = 'Learning' THEN 'LD' ELSE COALESCE(CASE k.name WHEN 'No disability' THEN 'NONE' WHEN 'Mobility' THEN 'MOB' WHEN 'Hand function' THEN 'HAND' WHEN 'Personal care' THEN 'PC' WHEN 'Incontinence' THEN 'INC' WHEN 'Communication' THEN 'COMM' WHEN 'Learning Disability' THEN 'LD' WHEN 'Hearing' THEN 'HEAR' WHEN 'Vision' THEN 'VIS' WHEN 'Behaviour' THEN 'BEH' WHEN 'Consciousness' THEN 'CON' WHEN 'Diagnosed autism/aspergers' THEN 'AUT' WHEN 'Autistic Spectrum Disorder' THEN 'AUT' WHEN 'Autism spectrum condition' THEN 'AUT' END, 'DDA') END), '') IS NOT NULL
) AS picked
WHERE picked.ssd_row = 1;

-- META-CONTAINER: {"type": "table", "name": "ssd_early_help_episodes"}
-- META-ELEMENT: {"type": "insert_data"}
WITH eh_spell AS (
  SELECT DISTINCT c.personid AS personid, c.classificationassignmentid AS spellid, date_trunc('day', c.startdate) AS starts, date_trunc('day', c.enddate) AS ends
  FROM classificationpersonview AS c
  WHERE c.status <> 'DELETED' AND c.startdate IS NOT NULL AND c.classificationcodeid IN (NULL /* early_help_codes */)
),
eh_run AS (
  SELECT m.personid AS personid, m.spellid AS spellid, m.starts AS starts, m.ends AS ends, m.begins AS begins, SUM(m.begins) OVER (PARTITION BY m.personid ORDER BY m.starts, m.ends, m.spellid ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS run
  FROM (SELECT s.personid AS personid, s.spellid AS spellid, s.starts AS starts, s.ends AS ends, CASE WHEN (s.starts - INTERVAL '1 day') <= MAX(COALESCE(s.ends, TIMESTAMP '9999-12-31 00:00:00')) OVER (PARTITION BY s.personid ORDER BY s.starts, s.ends, s.spellid ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) THEN 0 ELSE 1 END AS begins FROM eh_spell AS s) AS m
),
eh_episode AS (
  SELECT r.personid AS personid, MAX(CASE WHEN r.begins = 1 THEN r.spellid END) AS episodeid, MIN(r.starts) AS starts, CASE WHEN COUNT(r.ends) = COUNT(*) THEN MAX(r.ends) END AS ends
  FROM eh_run AS r
  GROUP BY r.personid, r.run
),
closure_form AS (
  SELECT f.instanceid AS instanceid, f.answerforsubjectid AS personid, date_trunc('day', MAX(f.datecompleted)) AS completed, MAX(CASE WHEN f.controlname IN ('dateOfClosure', 'dateCaseClosed') THEN CASE WHEN CASE WHEN f.answervalue LIKE '__/__/____%' THEN concat(substr(f.answervalue, 7, 4), '-', substr(f.answervalue, 4, 2), '-', substr(f.answervalue, 1, 2)) ELSE left(f.answervalue, 10) END ~ '^((19|20)[0-9]{2}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))|(19|20)(0[48]|[2468][048]|[13579][26])-02-29|2000-02-29)$' THEN CAST(CASE WHEN f.answervalue LIKE '__/__/____%' THEN concat(substr(f.answervalue, 7, 4), '-', substr(f.answervalue, 4, 2), '-', substr(f.answervalue, 1, 2)) ELSE left(f.answervalue, 10) END AS timestamp) END END) AS closed, MAX(CASE WHEN f.controlname IN ('AnnexA_reasonForClosure1', 'reasonForClosure1', 'reasonForCaseClosure') THEN f.answervalue END) AS reason
  FROM formanswerpersonview AS f
  WHERE f.designguid IN (NULL /* form_eh_closure */, NULL /* form_fh_closure */) AND f.instancestate = 'COMPLETE'
  GROUP BY f.instanceid, f.answerforsubjectid
),
closure AS (
  SELECT e.personid AS personid, e.episodeid AS episodeid, f.reason AS reason, ROW_NUMBER() OVER (PARTITION BY e.personid, e.episodeid ORDER BY f.completed DESC NULLS LAST, f.instanceid DESC NULLS LAST) AS place
  FROM eh_episode AS e
  INNER JOIN closure_form AS f ON f.personid = e.personid AND (f.completed = e.ends OR f.closed = e.ends)
),
referral_form AS (
  SELECT f.instanceid AS instanceid, f.answerforsubjectid AS personid, concat(CAST(f.answerforsubjectid AS text), '-', CAST(f.instanceid AS text)) AS referralid, MAX(f.submitterpersonid) AS submitterpersonid, MAX(CASE WHEN f.controlname = 'CINCensus_DateOfReferral' THEN date_trunc('day', f.dateanswervalue) END) AS referred, MAX(CASE WHEN f.controlname = 'CINCensus_ReferralSource' THEN f.answervalue END) AS referral_source, MAX(CASE WHEN f.controlname = 'CINCensus_primaryNeedCategory' THEN f.answervalue END) AS primary_need, MAX(CASE WHEN f.controlname = 'AnnexAReturn_nextSteps_agreed' THEN f.answervalue END) AS next_step
  FROM formanswerpersonview AS f
  WHERE f.designguid = NULL /* form_referral */ AND f.instancestate = 'COMPLETE'
  GROUP BY f.instanceid, f.answerforsubjectid
),
referral AS (
  SELECT r.personid AS personid, r.referred AS referred, r.primary_need AS primary_need, LEAD(r.referred) OVER (PARTITION BY r.personid ORDER BY r.referred, r.instanceid) AS next_referred
  FROM referral_form AS r
  WHERE r.referred IS NOT NULL
),
worker AS (
  SELECT r.personrelationshiprecordid AS id, r.personid AS personid, r.professionalrelationshippersonid AS workerid, date_trunc('day', r.startdate) AS starts, date_trunc('day', r.closedate) AS ends
  FROM relationshipprofessionalview AS r
  WHERE r.allocatedworkercode = 'AW'
),
team AS (
  SELECT o.relationshipid AS id, o.personid AS personid, o.organisationid AS teamid, date_trunc('day', o.datestarted) AS starts, date_trunc('day', o.dateended) AS ends
  FROM personorgrelationshipview AS o
  WHERE o.allocatedteamcode = 'AT'
)
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
    CAST(eh.episodeid AS text) AS earl_episode_id, -- earl_episode_id
    CAST(eh.personid AS text) AS earl_person_id, -- earl_person_id
    eh.starts AS earl_episode_start_date, -- earl_episode_start_date
    eh.ends AS earl_episode_end_date, -- earl_episode_end_date
    left(NULLIF(rtrim(rf.primary_need), ''), 100) AS earl_episode_reason, -- earl_episode_reason
    left(NULLIF(rtrim(cl.reason), ''), 100) AS earl_episode_end_reason, -- earl_episode_end_reason
    CAST(tm.teamid AS text) AS earl_episode_organisation, -- earl_episode_organisation
    CAST(wk.workerid AS text) AS earl_episode_worker_id, -- earl_episode_worker_id
    ROW_NUMBER() OVER (PARTITION BY eh.episodeid ORDER BY eh.starts, eh.episodeid, eh.personid, eh.ends, rf.primary_need, cl.reason, tm.teamid, wk.workerid) AS ssd_row
  FROM eh_episode AS eh
  LEFT JOIN closure AS cl ON cl.personid = eh.personid AND cl.episodeid = eh.episodeid AND cl.place = 1
  LEFT JOIN referral AS rf ON rf.personid = eh.personid AND rf.referred <= eh.starts AND COALESCE(rf.next_referred, TIMESTAMP '9999-12-31 00:00:00') > eh.starts
  LEFT JOIN LATERAL (SELECT wk.* FROM worker AS wk WHERE wk.personid = eh.personid AND wk.starts <= COALESCE(eh.ends, CAST(current_setting('ssd.today') AS timestamp)) AND COALESCE(wk.ends, TIMESTAMP '9999-12-31 00:00:00') > eh.starts ORDER BY wk.starts DESC NULLS LAST, wk.id DESC NULLS LAST, wk.workerid LIMIT 1) AS wk ON TRUE
  LEFT JOIN LATERAL (SELECT tm.* FROM team AS tm WHERE tm.personid = eh.personid AND tm.starts <= COALESCE(eh.ends, CAST(current_setting('ssd.today') AS timestamp)) AND COALESCE(tm.ends, TIMESTAMP '9999-12-31 00:00:00') > eh.starts ORDER BY tm.starts DESC NULLS LAST, tm.id DESC NULLS LAST, tm.teamid LIMIT 1) AS tm ON TRUE
  WHERE EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(eh.personid AS text))
    AND eh.episodeid IS NOT NULL
    AND eh.personid IS NOT NULL
) AS picked
WHERE picked.ssd_row = 1;

-- META-CONTAINER: {"type": "table", "name": "ssd_ehcp_active_plans"}
-- META-ELEMENT: {"type": "insert_data"}
-- not loaded: eclipse does not hold it, no view of Eclipse is known that has special educational needs

-- META-CONTAINER: {"type": "table", "name": "ssd_ehcp_assessment"}
-- META-ELEMENT: {"type": "insert_data"}
-- not loaded: eclipse does not hold it, no view of Eclipse is known that has special educational needs

-- META-CONTAINER: {"type": "table", "name": "ssd_ehcp_named_plan"}
-- META-ELEMENT: {"type": "insert_data"}
-- not loaded: eclipse does not hold it, no view of Eclipse is known that has special educational needs

-- META-CONTAINER: {"type": "table", "name": "ssd_ehcp_requests"}
-- META-ELEMENT: {"type": "insert_data"}
-- not loaded: eclipse does not hold it, no view of Eclipse is known that has special educational needs

-- META-CONTAINER: {"type": "table", "name": "ssd_family"}
-- META-ELEMENT: {"type": "insert_data"}
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
    left(NULLIF(rtrim(concat(CAST(gp.groupid AS text), '-', CAST(gp.personid AS text))), ''), 48) AS fami_table_id, -- fami_table_id
    CAST(gp.groupid AS text) AS fami_family_id, -- fami_family_id
    CAST(gp.personid AS text) AS fami_person_id, -- fami_person_id
    ROW_NUMBER() OVER (PARTITION BY gp.groupid, gp.personid ORDER BY gp.groupid, gp.personid) AS ssd_row,
    ROW_NUMBER() OVER (ORDER BY gp.groupid, gp.personid) AS ssd_place
  FROM grouppersonview AS gp
  WHERE EXISTS (SELECT 1 FROM groupview AS g WHERE g.groupid = gp.groupid AND g.grouptype = 'Family')
    AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(gp.personid AS text))
    AND NULLIF(rtrim(concat(CAST(gp.groupid AS text), '-', CAST(gp.personid AS text))), '') IS NOT NULL
    AND gp.groupid IS NOT NULL
    AND gp.personid IS NOT NULL
) AS numbered
WHERE numbered.ssd_row = 1
) AS picked
WHERE picked.ssd_key_row = 1;

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
  picked.immi_person_id,
  picked.immi_immigration_status_id,
  picked.immi_immigration_status,
  picked.immi_immigration_status_start_date,
  picked.immi_immigration_status_end_date
FROM (
  SELECT
    CAST(c.personid AS text) AS immi_person_id, -- immi_person_id
    CAST(c.classificationassignmentid AS text) AS immi_immigration_status_id, -- immi_immigration_status_id
    left(NULLIF(rtrim(k.name), ''), 100) AS immi_immigration_status, -- immi_immigration_status
    c.startdate AS immi_immigration_status_start_date, -- immi_immigration_status_start_date
    c.enddate AS immi_immigration_status_end_date, -- immi_immigration_status_end_date
    ROW_NUMBER() OVER (PARTITION BY c.classificationassignmentid ORDER BY c.startdate DESC NULLS LAST, c.personid, c.classificationassignmentid, k.name, c.enddate) AS ssd_row
  FROM classificationpersonview AS c
  LEFT JOIN classification AS k ON k.id = c.classificationcodeid
  WHERE c.status <> 'DELETED'
    AND c.classificationpathid IN (NULL /* immigration_paths */)
    AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(c.personid AS text))
    AND c.personid IS NOT NULL
    AND c.classificationassignmentid IS NOT NULL
) AS picked
WHERE picked.ssd_row = 1;

-- META-CONTAINER: {"type": "table", "name": "ssd_initial_cp_conference"}
-- META-ELEMENT: {"type": "insert_data"}
WITH cp_meeting_form AS (
  SELECT f.instanceid AS instanceid, f.answerforsubjectid AS personid, MAX(NULLIF(btrim(f.designsubname), '')) AS subname, concat(CAST(f.answerforsubjectid AS text), '-', CAST(f.instanceid AS text)) AS meetingid, MAX(CASE WHEN f.controlname = '903Return_dateOfMeetingConference' THEN CASE WHEN CASE WHEN f.answervalue LIKE '__/__/____%' THEN concat(substr(f.answervalue, 7, 4), '-', substr(f.answervalue, 4, 2), '-', substr(f.answervalue, 1, 2)) ELSE left(f.answervalue, 10) END ~ '^((19|20)[0-9]{2}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))|(19|20)(0[48]|[2468][048]|[13579][26])-02-29|2000-02-29)$' THEN CAST(CASE WHEN f.answervalue LIKE '__/__/____%' THEN concat(substr(f.answervalue, 7, 4), '-', substr(f.answervalue, 4, 2), '-', substr(f.answervalue, 1, 2)) ELSE left(f.answervalue, 10) END AS timestamp) END END) AS met, MAX(CASE WHEN f.controlname = 'AnnexAReturn_typeOfMeeting' AND f.answervalue IN ('Child Protection (Initial child protection conference)', 'Child Protection (Transfer in conference)') THEN f.answervalue END) AS initial_type, MAX(CASE WHEN f.controlname = 'ChildProtectionNextStep' THEN f.answervalue END) AS next_step, MAX(CASE WHEN f.controlname = 'dateofnextplanmeetingreview_35' THEN CASE WHEN CASE WHEN f.answervalue LIKE '__/__/____%' THEN concat(substr(f.answervalue, 7, 4), '-', substr(f.answervalue, 4, 2), '-', substr(f.answervalue, 1, 2)) ELSE left(f.answervalue, 10) END ~ '^((19|20)[0-9]{2}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))|(19|20)(0[48]|[2468][048]|[13579][26])-02-29|2000-02-29)$' THEN CAST(CASE WHEN f.answervalue LIKE '__/__/____%' THEN concat(substr(f.answervalue, 7, 4), '-', substr(f.answervalue, 4, 2), '-', substr(f.answervalue, 1, 2)) ELSE left(f.answervalue, 10) END AS timestamp) END END) AS next_review
  FROM formanswerpersonview AS f
  WHERE f.designguid = NULL /* form_cp_meeting */ AND f.instancestate = 'COMPLETE' AND NULLIF(btrim(f.designsubname), '') IN ('Child Protection - Initial Conference', 'Child Protection - Review Conference')
  GROUP BY f.instanceid, f.answerforsubjectid
),
initial_conference AS (
  SELECT c.instanceid AS instanceid, c.personid AS personid, c.meetingid AS meetingid, c.met AS met, c.initial_type AS meeting_type, c.next_step AS next_step, LEAD(c.met) OVER (PARTITION BY c.personid ORDER BY c.met, c.instanceid) AS next_met
  FROM cp_meeting_form AS c
  WHERE c.subname = 'Child Protection - Initial Conference' AND c.initial_type IS NOT NULL
),
s47_form AS (
  SELECT f.instanceid AS instanceid, f.answerforsubjectid AS personid, concat(CAST(f.answerforsubjectid AS text), '-', CAST(f.instanceid AS text)) AS enquiryid, date_trunc('day', MAX(f.datecompleted)) AS completed, MAX(CASE WHEN f.controlname = 'AnnexAReturn_dateOfStratMeeting' THEN date_trunc('day', f.dateanswervalue) END) AS starts, MAX(CASE WHEN f.controlname IN ('CINCensus_unsubWhatNeedsToHappenNext', 'CINCensus_whatNeedsToHappenNext') THEN f.answervalue END) AS outcome, MAX(CASE WHEN f.controlname = 'CINCensus_outcomeOfSection47Enquiry' THEN f.answervalue END) AS summary
  FROM formanswerpersonview AS f
  WHERE f.designguid = NULL /* form_s47 */ AND f.instancestate = 'COMPLETE'
  GROUP BY f.instanceid, f.answerforsubjectid
),
convened AS (
  SELECT f.personid AS personid, f.enquiryid AS enquiryid, f.starts AS starts, LEAD(f.starts) OVER (PARTITION BY f.personid ORDER BY f.starts, f.instanceid) AS next_starts
  FROM s47_form AS f
  WHERE f.outcome = 'Convene initial child protection conference' AND f.starts IS NOT NULL
),
digit AS (
  SELECT 0 AS n
  UNION ALL
  SELECT 1
  UNION ALL
  SELECT 2
  UNION ALL
  SELECT 3
  UNION ALL
  SELECT 4
  UNION ALL
  SELECT 5
  UNION ALL
  SELECT 6
  UNION ALL
  SELECT 7
  UNION ALL
  SELECT 8
  UNION ALL
  SELECT 9
),
working_day AS (
  SELECT d.day AS day, LEAD(d.day) OVER (ORDER BY d.day) AS next_day, LEAD(d.day, 15) OVER (ORDER BY d.day) AS target
  FROM (SELECT (TIMESTAMP '2016-01-04 00:00:00' + ((7 * (((100 * h.n) + (10 * t.n)) + u.n)) + w.n) * INTERVAL '1 day') AS day FROM digit AS h CROSS JOIN digit AS t CROSS JOIN digit AS u INNER JOIN digit AS w ON w.n <= 4) AS d
  WHERE d.day NOT IN (TIMESTAMP '2016-01-01 00:00:00', TIMESTAMP '2016-03-25 00:00:00', TIMESTAMP '2016-03-28 00:00:00', TIMESTAMP '2016-05-02 00:00:00', TIMESTAMP '2016-05-30 00:00:00', TIMESTAMP '2016-08-29 00:00:00', TIMESTAMP '2016-12-26 00:00:00', TIMESTAMP '2016-12-27 00:00:00', TIMESTAMP '2017-01-02 00:00:00', TIMESTAMP '2017-04-14 00:00:00', TIMESTAMP '2017-04-17 00:00:00', TIMESTAMP '2017-05-01 00:00:00', TIMESTAMP '2017-05-29 00:00:00', TIMESTAMP '2017-08-28 00:00:00', TIMESTAMP '2017-12-25 00:00:00', TIMESTAMP '2017-12-26 00:00:00', TIMESTAMP '2018-01-01 00:00:00', TIMESTAMP '2018-03-30 00:00:00', TIMESTAMP '2018-04-02 00:00:00', TIMESTAMP '2018-05-07 00:00:00', TIMESTAMP '2018-05-28 00:00:00', TIMESTAMP '2018-08-27 00:00:00', TIMESTAMP '2018-12-25 00:00:00', TIMESTAMP '2018-12-26 00:00:00', TIMESTAMP '2019-01-01 00:00:00', TIMESTAMP '2019-04-19 00:00:00', TIMESTAMP '2019-04-22 00:00:00', TIMESTAMP '2019-05-06 00:00:00', TIMESTAMP '2019-05-27 00:00:00', TIMESTAMP '2019-08-26 00:00:00', TIMESTAMP '2019-12-25 00:00:00', TIMESTAMP '2019-12-26 00:00:00', TIMESTAMP '2020-01-01 00:00:00', TIMESTAMP '2020-04-10 00:00:00', TIMESTAMP '2020-04-13 00:00:00', TIMESTAMP '2020-05-08 00:00:00', TIMESTAMP '2020-05-25 00:00:00', TIMESTAMP '2020-08-31 00:00:00', TIMESTAMP '2020-12-25 00:00:00', TIMESTAMP '2020-12-28 00:00:00', TIMESTAMP '2021-01-01 00:00:00', TIMESTAMP '2021-04-02 00:00:00', TIMESTAMP '2021-04-05 00:00:00', TIMESTAMP '2021-05-03 00:00:00', TIMESTAMP '2021-05-31 00:00:00', TIMESTAMP '2021-08-30 00:00:00', TIMESTAMP '2021-12-27 00:00:00', TIMESTAMP '2021-12-28 00:00:00', TIMESTAMP '2022-01-03 00:00:00', TIMESTAMP '2022-04-15 00:00:00', TIMESTAMP '2022-04-18 00:00:00', TIMESTAMP '2022-05-02 00:00:00', TIMESTAMP '2022-06-02 00:00:00', TIMESTAMP '2022-06-03 00:00:00', TIMESTAMP '2022-08-29 00:00:00', TIMESTAMP '2022-09-19 00:00:00', TIMESTAMP '2022-12-26 00:00:00', TIMESTAMP '2022-12-27 00:00:00', TIMESTAMP '2023-01-02 00:00:00', TIMESTAMP '2023-04-07 00:00:00', TIMESTAMP '2023-04-10 00:00:00', TIMESTAMP '2023-05-01 00:00:00', TIMESTAMP '2023-05-08 00:00:00', TIMESTAMP '2023-05-29 00:00:00', TIMESTAMP '2023-08-28 00:00:00', TIMESTAMP '2023-12-25 00:00:00', TIMESTAMP '2023-12-26 00:00:00', TIMESTAMP '2024-01-01 00:00:00', TIMESTAMP '2024-03-29 00:00:00', TIMESTAMP '2024-04-01 00:00:00', TIMESTAMP '2024-05-06 00:00:00', TIMESTAMP '2024-05-27 00:00:00', TIMESTAMP '2024-08-26 00:00:00', TIMESTAMP '2024-12-25 00:00:00', TIMESTAMP '2024-12-26 00:00:00', TIMESTAMP '2025-01-01 00:00:00', TIMESTAMP '2025-04-18 00:00:00', TIMESTAMP '2025-04-21 00:00:00', TIMESTAMP '2025-05-05 00:00:00', TIMESTAMP '2025-05-26 00:00:00', TIMESTAMP '2025-08-25 00:00:00', TIMESTAMP '2025-12-25 00:00:00', TIMESTAMP '2025-12-26 00:00:00', TIMESTAMP '2026-01-01 00:00:00', TIMESTAMP '2026-04-03 00:00:00', TIMESTAMP '2026-04-06 00:00:00', TIMESTAMP '2026-05-04 00:00:00', TIMESTAMP '2026-05-25 00:00:00', TIMESTAMP '2026-08-31 00:00:00', TIMESTAMP '2026-12-25 00:00:00', TIMESTAMP '2026-12-28 00:00:00', TIMESTAMP '2027-01-01 00:00:00', TIMESTAMP '2027-03-26 00:00:00', TIMESTAMP '2027-03-29 00:00:00', TIMESTAMP '2027-05-03 00:00:00', TIMESTAMP '2027-05-31 00:00:00', TIMESTAMP '2027-08-30 00:00:00', TIMESTAMP '2027-12-27 00:00:00', TIMESTAMP '2027-12-28 00:00:00', TIMESTAMP '2028-01-03 00:00:00', TIMESTAMP '2028-04-14 00:00:00', TIMESTAMP '2028-04-17 00:00:00', TIMESTAMP '2028-05-01 00:00:00', TIMESTAMP '2028-05-29 00:00:00', TIMESTAMP '2028-08-28 00:00:00', TIMESTAMP '2028-12-25 00:00:00', TIMESTAMP '2028-12-26 00:00:00')
),
strategy_discussion AS (
  SELECT s.personid AS personid, s.met AS met, w.target AS target, LEAD(s.met) OVER (PARTITION BY s.personid ORDER BY s.met, s.instanceid) AS next_met
  FROM (SELECT f.instanceid AS instanceid, f.answerforsubjectid AS personid, date_trunc('day', MAX(f.dateanswervalue)) AS met FROM formanswerpersonview AS f WHERE f.designguid = NULL /* form_strategy */ AND f.instancestate = 'COMPLETE' AND f.controlname = 'dateOfMeeting' GROUP BY f.instanceid, f.answerforsubjectid) AS s
  LEFT JOIN working_day AS w ON w.day <= s.met AND w.next_day > s.met
  WHERE s.met IS NOT NULL
),
cp_plan_spell AS (
  SELECT DISTINCT c.personid AS personid, c.classificationassignmentid AS spellid, date_trunc('day', c.startdate) AS starts, date_trunc('day', c.enddate) AS ends
  FROM classificationpersonview AS c
  WHERE c.status <> 'DELETED' AND c.startdate IS NOT NULL AND c.classificationpathid IN (NULL /* cp_path */)
),
cp_plan_run AS (
  SELECT m.personid AS personid, m.spellid AS spellid, m.starts AS starts, m.ends AS ends, SUM(m.begins) OVER (PARTITION BY m.personid ORDER BY m.starts, m.ends, m.spellid ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS run
  FROM (SELECT s.personid AS personid, s.spellid AS spellid, s.starts AS starts, s.ends AS ends, CASE WHEN s.starts <= MAX(COALESCE(s.ends, TIMESTAMP '9999-12-31 00:00:00')) OVER (PARTITION BY s.personid ORDER BY s.starts, s.ends, s.spellid ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) THEN 0 ELSE 1 END AS begins FROM cp_plan_spell AS s) AS m
),
cp_plan AS (
  SELECT r.personid AS personid, MIN(r.spellid) AS planid, MIN(r.starts) AS starts, CASE WHEN COUNT(r.ends) = COUNT(*) THEN MAX(r.ends) END AS ends
  FROM cp_plan_run AS r
  GROUP BY r.personid, r.run
),
plan_start AS (
  SELECT p.personid AS personid, p.planid AS planid, p.starts AS starts, LAG(p.starts) OVER (PARTITION BY p.personid ORDER BY p.starts) AS started_before
  FROM cp_plan AS p
),
cin_spell AS (
  SELECT c.personid AS personid, date_trunc('day', c.startdate) AS starts, date_trunc('day', c.enddate) AS ends, c.endreason AS reason
  FROM classificationpersonview AS c
  WHERE c.status <> 'DELETED' AND c.startdate IS NOT NULL AND (c.classificationpathid IN (NULL /* cin_path */, NULL /* cp_path */) OR c.classificationcodeid IN (NULL /* cin_family_help_code */))
  UNION
  SELECT e.personid AS personid, date_trunc('day', e.eocstartdate), date_trunc('day', e.eocenddate), e.eocendreason AS eocendreason
  FROM claepisodeofcareview AS e
  WHERE e.eocstartdate IS NOT NULL
),
cin_run AS (
  SELECT m.personid AS personid, m.starts AS starts, m.ends AS ends, m.reason AS reason, SUM(m.begins) OVER (PARTITION BY m.personid ORDER BY m.starts, m.ends, m.reason ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS run
  FROM (SELECT s.personid AS personid, s.starts AS starts, s.ends AS ends, s.reason AS reason, CASE WHEN (s.starts - INTERVAL '1 day') <= MAX(COALESCE(s.ends, TIMESTAMP '9999-12-31 00:00:00')) OVER (PARTITION BY s.personid ORDER BY s.starts, s.ends, s.reason ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) THEN 0 ELSE 1 END AS begins FROM cin_spell AS s) AS m
),
cin_stitched AS (
  SELECT l.personid AS personid, MIN(l.starts) AS starts, CASE WHEN COUNT(l.ends) = COUNT(*) THEN MAX(l.ends) END AS ends, MAX(CASE WHEN l.ends = l.last_end THEN l.reason END) AS reason
  FROM (SELECT r.personid AS personid, r.starts AS starts, r.ends AS ends, r.reason AS reason, r.run AS run, MAX(COALESCE(r.ends, TIMESTAMP '9999-12-31 00:00:00')) OVER (PARTITION BY r.personid, r.run) AS last_end FROM cin_run AS r) AS l
  GROUP BY l.personid, l.run
),
referral_form AS (
  SELECT f.instanceid AS instanceid, f.answerforsubjectid AS personid, concat(CAST(f.answerforsubjectid AS text), '-', CAST(f.instanceid AS text)) AS referralid, MAX(f.submitterpersonid) AS submitterpersonid, MAX(CASE WHEN f.controlname = 'CINCensus_DateOfReferral' THEN date_trunc('day', f.dateanswervalue) END) AS referred, MAX(CASE WHEN f.controlname = 'CINCensus_ReferralSource' THEN f.answervalue END) AS referral_source, MAX(CASE WHEN f.controlname = 'CINCensus_primaryNeedCategory' THEN f.answervalue END) AS primary_need, MAX(CASE WHEN f.controlname = 'AnnexAReturn_nextSteps_agreed' THEN f.answervalue END) AS next_step
  FROM formanswerpersonview AS f
  WHERE f.designguid = NULL /* form_referral */ AND f.instancestate = 'COMPLETE'
  GROUP BY f.instanceid, f.answerforsubjectid
),
cin_opened AS (
  SELECT p.personid AS personid, p.starts AS starts, p.ends AS ends, p.reason AS reason, COALESCE(p.form_referralid, concat(CAST(p.personid AS text), '-', left(to_char(p.starts, 'YYYY-MM-DD"T"HH24:MI:SS'), 10))) AS referralid, COALESCE(p.referred, p.starts) AS opened, p.referred AS referred, p.submitterpersonid AS submitterpersonid, p.referral_source AS referral_source, p.primary_need AS primary_need, p.next_step AS next_step
  FROM (SELECT e.personid AS personid, e.starts AS starts, e.ends AS ends, e.reason AS reason, r.referralid AS form_referralid, r.referred AS referred, r.submitterpersonid AS submitterpersonid, r.referral_source AS referral_source, r.primary_need AS primary_need, r.next_step AS next_step, ROW_NUMBER() OVER (PARTITION BY e.personid, e.starts ORDER BY r.referred DESC NULLS LAST, r.instanceid DESC NULLS LAST) AS place FROM (SELECT t.personid AS personid, t.starts AS starts, t.ends AS ends, t.reason AS reason, LAG(t.starts) OVER (PARTITION BY t.personid ORDER BY t.starts) AS started_before FROM cin_stitched AS t) AS e LEFT JOIN referral_form AS r ON r.personid = e.personid AND r.referred <= e.starts AND (e.started_before IS NULL OR r.referred > e.started_before)) AS p
  WHERE p.place = 1
),
cin_episode AS (
  SELECT o.personid AS personid, o.starts AS starts, o.ends AS ends, o.reason AS reason, o.referralid AS referralid, o.opened AS opened, LEAD(o.opened) OVER (PARTITION BY o.personid ORDER BY o.opened) AS next_opened, o.referred AS referred, o.submitterpersonid AS submitterpersonid, o.referral_source AS referral_source, o.primary_need AS primary_need, o.next_step AS next_step
  FROM cin_opened AS o
),
worker AS (
  SELECT r.personrelationshiprecordid AS id, r.personid AS personid, r.professionalrelationshippersonid AS workerid, date_trunc('day', r.startdate) AS starts, date_trunc('day', r.closedate) AS ends
  FROM relationshipprofessionalview AS r
  WHERE r.allocatedworkercode = 'AW'
),
team AS (
  SELECT o.relationshipid AS id, o.personid AS personid, o.organisationid AS teamid, date_trunc('day', o.datestarted) AS starts, date_trunc('day', o.dateended) AS ends
  FROM personorgrelationshipview AS o
  WHERE o.allocatedteamcode = 'AT'
)
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
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
  picked.icpc_icpc_id,
  picked.icpc_icpc_meeting_id,
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
    left(NULLIF(rtrim(ic.meetingid), ''), 48) AS icpc_icpc_id, -- icpc_icpc_id
    CAST(ic.instanceid AS text) AS icpc_icpc_meeting_id, -- icpc_icpc_meeting_id
    left(NULLIF(rtrim(s4.enquiryid), ''), 48) AS icpc_s47_enquiry_id, -- icpc_s47_enquiry_id
    CAST(ic.personid AS text) AS icpc_person_id, -- icpc_person_id
    CAST(cp.planid AS text) AS icpc_cp_plan_id, -- icpc_cp_plan_id
    left(NULLIF(rtrim(ce.referralid), ''), 48) AS icpc_referral_id, -- icpc_referral_id
    CASE WHEN ic.meeting_type = 'Child Protection (Transfer in conference)' THEN 'Y' ELSE 'N' END AS icpc_icpc_transfer_in, -- icpc_icpc_transfer_in
    sd.target AS icpc_icpc_target_date, -- icpc_icpc_target_date
    ic.met AS icpc_icpc_date, -- icpc_icpc_date
    CASE WHEN ic.next_step = 'Set next review' THEN 'Y' ELSE 'N' END AS icpc_icpc_outcome_cp_flag, -- icpc_icpc_outcome_cp_flag
    replace(replace(replace(translate(concat(
      concat('{"OUTCOME_NFA_FLAG":', COALESCE('"' || replace(replace(CASE WHEN ic.next_step = 'Case closure' OR ic.next_step IS NULL THEN 'Y' ELSE 'N' END, E'\\', E'\\\\'), '"', E'\\"') || '"', 'null')),
      concat(',"OUTCOME_REFERRAL_TO_OTHER_AGENCY_FLAG":', COALESCE('"' || replace(replace(NULL, E'\\', E'\\\\'), '"', E'\\"') || '"', 'null')),
      concat(',"OUTCOME_SINGLE_ASSESSMENT_FLAG":', COALESCE('"' || replace(replace(NULL, E'\\', E'\\\\'), '"', E'\\"') || '"', 'null')),
      concat(',"OUTCOME_PROV_OF_SERVICES_FLAG":', COALESCE('"' || replace(replace(NULL, E'\\', E'\\\\'), '"', E'\\"') || '"', 'null')),
      concat(',"OUTCOME_CP_FLAG":', COALESCE('"' || replace(replace(CASE WHEN ic.next_step = 'Set next review' THEN 'Y' ELSE 'N' END, E'\\', E'\\\\'), '"', E'\\"') || '"', 'null')),
      concat(',"OTHER_OUTCOMES_EXIST_FLAG":', COALESCE('"' || replace(replace(CASE WHEN ic.next_step = 'CIN' THEN 'Y' ELSE 'N' END, E'\\', E'\\\\'), '"', E'\\"') || '"', 'null')),
      concat(',"TOTAL_NO_OF_OUTCOMES":', COALESCE(NULL, 'null')),
      concat(',"OUTCOME_COMMENTS":', COALESCE('"' || replace(replace(NULL, E'\\', E'\\\\'), '"', E'\\"') || '"', 'null')),
      '}'), concat(chr(1), chr(2), chr(3), chr(4), chr(5), chr(6), chr(7), chr(8), chr(11), chr(12), chr(14), chr(15), chr(16), chr(17), chr(18), chr(19), chr(20), chr(21), chr(22), chr(23), chr(24), chr(25), chr(26), chr(27), chr(28), chr(29), chr(30), chr(31)), '                            '), chr(13), E'\\r'), chr(10), E'\\n'), chr(9), E'\\t') AS icpc_icpc_outcome_json, -- icpc_icpc_outcome_json
    CAST(tm.teamid AS text) AS icpc_icpc_team, -- icpc_icpc_team
    CAST(wk.workerid AS text) AS icpc_icpc_worker_id, -- icpc_icpc_worker_id
    ROW_NUMBER() OVER (PARTITION BY ic.meetingid ORDER BY ic.meetingid, ic.instanceid, s4.enquiryid, ic.personid, cp.planid, ce.referralid, ic.meeting_type, sd.target, ic.met, ic.next_step, tm.teamid, wk.workerid) AS ssd_row
  FROM initial_conference AS ic
  LEFT JOIN convened AS s4 ON s4.personid = ic.personid AND s4.starts <= ic.met AND COALESCE(s4.next_starts, TIMESTAMP '9999-12-31 00:00:00') > ic.met
  LEFT JOIN strategy_discussion AS sd ON sd.personid = ic.personid AND sd.met <= ic.met AND COALESCE(sd.next_met, TIMESTAMP '9999-12-31 00:00:00') > ic.met
  LEFT JOIN plan_start AS cp ON cp.personid = ic.personid AND cp.starts >= ic.met AND (cp.started_before IS NULL OR cp.started_before < ic.met) AND (cp.starts = ic.met OR cp.starts < COALESCE(ic.next_met, TIMESTAMP '9999-12-31 00:00:00'))
  LEFT JOIN cin_episode AS ce ON ce.personid = ic.personid AND ce.opened <= ic.met AND COALESCE(ce.next_opened, TIMESTAMP '9999-12-31 00:00:00') > ic.met AND COALESCE(ce.ends, TIMESTAMP '9999-12-31 00:00:00') >= ic.met
  LEFT JOIN LATERAL (SELECT wk.* FROM worker AS wk WHERE wk.personid = ic.personid AND wk.starts <= ic.met AND COALESCE(wk.ends, TIMESTAMP '9999-12-31 00:00:00') > ic.met ORDER BY wk.starts DESC NULLS LAST, wk.id DESC NULLS LAST, wk.workerid LIMIT 1) AS wk ON TRUE
  LEFT JOIN LATERAL (SELECT tm.* FROM team AS tm WHERE tm.personid = ic.personid AND tm.starts <= ic.met AND COALESCE(tm.ends, TIMESTAMP '9999-12-31 00:00:00') > ic.met ORDER BY tm.starts DESC NULLS LAST, tm.id DESC NULLS LAST, tm.teamid LIMIT 1) AS tm ON TRUE
  WHERE EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(ic.personid AS text))
    AND NULLIF(rtrim(ic.meetingid), '') IS NOT NULL
    AND ic.personid IS NOT NULL
) AS picked
WHERE picked.ssd_row = 1;

-- META-CONTAINER: {"type": "table", "name": "ssd_involvements"}
-- META-ELEMENT: {"type": "insert_data"}
WITH cin_spell AS (
  SELECT c.personid AS personid, date_trunc('day', c.startdate) AS starts, date_trunc('day', c.enddate) AS ends, c.endreason AS reason
  FROM classificationpersonview AS c
  WHERE c.status <> 'DELETED' AND c.startdate IS NOT NULL AND (c.classificationpathid IN (NULL /* cin_path */, NULL /* cp_path */) OR c.classificationcodeid IN (NULL /* cin_family_help_code */))
  UNION
  SELECT e.personid AS personid, date_trunc('day', e.eocstartdate), date_trunc('day', e.eocenddate), e.eocendreason AS eocendreason
  FROM claepisodeofcareview AS e
  WHERE e.eocstartdate IS NOT NULL
),
cin_run AS (
  SELECT m.personid AS personid, m.starts AS starts, m.ends AS ends, m.reason AS reason, SUM(m.begins) OVER (PARTITION BY m.personid ORDER BY m.starts, m.ends, m.reason ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS run
  FROM (SELECT s.personid AS personid, s.starts AS starts, s.ends AS ends, s.reason AS reason, CASE WHEN (s.starts - INTERVAL '1 day') <= MAX(COALESCE(s.ends, TIMESTAMP '9999-12-31 00:00:00')) OVER (PARTITION BY s.personid ORDER BY s.starts, s.ends, s.reason ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) THEN 0 ELSE 1 END AS begins FROM cin_spell AS s) AS m
),
cin_stitched AS (
  SELECT l.personid AS personid, MIN(l.starts) AS starts, CASE WHEN COUNT(l.ends) = COUNT(*) THEN MAX(l.ends) END AS ends, MAX(CASE WHEN l.ends = l.last_end THEN l.reason END) AS reason
  FROM (SELECT r.personid AS personid, r.starts AS starts, r.ends AS ends, r.reason AS reason, r.run AS run, MAX(COALESCE(r.ends, TIMESTAMP '9999-12-31 00:00:00')) OVER (PARTITION BY r.personid, r.run) AS last_end FROM cin_run AS r) AS l
  GROUP BY l.personid, l.run
),
referral_form AS (
  SELECT f.instanceid AS instanceid, f.answerforsubjectid AS personid, concat(CAST(f.answerforsubjectid AS text), '-', CAST(f.instanceid AS text)) AS referralid, MAX(f.submitterpersonid) AS submitterpersonid, MAX(CASE WHEN f.controlname = 'CINCensus_DateOfReferral' THEN date_trunc('day', f.dateanswervalue) END) AS referred, MAX(CASE WHEN f.controlname = 'CINCensus_ReferralSource' THEN f.answervalue END) AS referral_source, MAX(CASE WHEN f.controlname = 'CINCensus_primaryNeedCategory' THEN f.answervalue END) AS primary_need, MAX(CASE WHEN f.controlname = 'AnnexAReturn_nextSteps_agreed' THEN f.answervalue END) AS next_step
  FROM formanswerpersonview AS f
  WHERE f.designguid = NULL /* form_referral */ AND f.instancestate = 'COMPLETE'
  GROUP BY f.instanceid, f.answerforsubjectid
),
cin_opened AS (
  SELECT p.personid AS personid, p.starts AS starts, p.ends AS ends, p.reason AS reason, COALESCE(p.form_referralid, concat(CAST(p.personid AS text), '-', left(to_char(p.starts, 'YYYY-MM-DD"T"HH24:MI:SS'), 10))) AS referralid, COALESCE(p.referred, p.starts) AS opened, p.referred AS referred, p.submitterpersonid AS submitterpersonid, p.referral_source AS referral_source, p.primary_need AS primary_need, p.next_step AS next_step
  FROM (SELECT e.personid AS personid, e.starts AS starts, e.ends AS ends, e.reason AS reason, r.referralid AS form_referralid, r.referred AS referred, r.submitterpersonid AS submitterpersonid, r.referral_source AS referral_source, r.primary_need AS primary_need, r.next_step AS next_step, ROW_NUMBER() OVER (PARTITION BY e.personid, e.starts ORDER BY r.referred DESC NULLS LAST, r.instanceid DESC NULLS LAST) AS place FROM (SELECT t.personid AS personid, t.starts AS starts, t.ends AS ends, t.reason AS reason, LAG(t.starts) OVER (PARTITION BY t.personid ORDER BY t.starts) AS started_before FROM cin_stitched AS t) AS e LEFT JOIN referral_form AS r ON r.personid = e.personid AND r.referred <= e.starts AND (e.started_before IS NULL OR r.referred > e.started_before)) AS p
  WHERE p.place = 1
),
cin_episode AS (
  SELECT o.personid AS personid, o.starts AS starts, o.ends AS ends, o.reason AS reason, o.referralid AS referralid, o.opened AS opened, LEAD(o.opened) OVER (PARTITION BY o.personid ORDER BY o.opened) AS next_opened, o.referred AS referred, o.submitterpersonid AS submitterpersonid, o.referral_source AS referral_source, o.primary_need AS primary_need, o.next_step AS next_step
  FROM cin_opened AS o
),
team AS (
  SELECT o.relationshipid AS id, o.personid AS personid, o.organisationid AS teamid, date_trunc('day', o.datestarted) AS starts, date_trunc('day', o.dateended) AS ends
  FROM personorgrelationshipview AS o
  WHERE o.allocatedteamcode = 'AT'
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
  picked.invo_involvements_id,
  picked.invo_professional_id,
  picked.invo_professional_role_id,
  picked.invo_professional_team,
  picked.invo_involvement_start_date,
  picked.invo_involvement_end_date,
  picked.invo_worker_change_reason,
  picked.invo_person_id,
  picked.invo_referral_id
FROM (
  SELECT
    CAST(r.personrelationshiprecordid AS text) AS invo_involvements_id, -- invo_involvements_id
    CAST(r.professionalrelationshippersonid AS text) AS invo_professional_id, -- invo_professional_id
    left(NULLIF(rtrim(r.relationshipclasscode), ''), 200) AS invo_professional_role_id, -- invo_professional_role_id
    CAST(tm.teamid AS text) AS invo_professional_team, -- invo_professional_team
    r.startdate AS invo_involvement_start_date, -- invo_involvement_start_date
    r.closedate AS invo_involvement_end_date, -- invo_involvement_end_date
    left(NULLIF(rtrim(r.startreasoncode), ''), 200) AS invo_worker_change_reason, -- invo_worker_change_reason
    CAST(r.personid AS text) AS invo_person_id, -- invo_person_id
    left(NULLIF(rtrim(ce.referralid), ''), 48) AS invo_referral_id, -- invo_referral_id
    ROW_NUMBER() OVER (PARTITION BY r.personrelationshiprecordid ORDER BY r.startdate DESC NULLS LAST, r.personrelationshiprecordid, r.professionalrelationshippersonid, r.relationshipclasscode, tm.teamid, r.closedate, r.startreasoncode, r.personid, ce.referralid) AS ssd_row
  FROM relationshipprofessionalview AS r
  LEFT JOIN cin_episode AS ce ON ce.personid = r.personid AND ce.opened <= date_trunc('day', r.startdate) AND COALESCE(ce.next_opened, TIMESTAMP '9999-12-31 00:00:00') > date_trunc('day', r.startdate) AND COALESCE(ce.ends, TIMESTAMP '9999-12-31 00:00:00') >= date_trunc('day', r.startdate)
  LEFT JOIN LATERAL (SELECT tm.* FROM team AS tm WHERE tm.personid = r.personid AND tm.starts <= COALESCE(r.closedate, CAST(current_setting('ssd.today') AS timestamp)) AND COALESCE(tm.ends, TIMESTAMP '9999-12-31 00:00:00') > date_trunc('day', r.startdate) ORDER BY tm.starts DESC NULLS LAST, tm.id DESC NULLS LAST, tm.teamid LIMIT 1) AS tm ON TRUE
  WHERE EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(r.personid AS text))
    AND r.personrelationshiprecordid IS NOT NULL
) AS picked
WHERE picked.ssd_row = 1;

-- META-CONTAINER: {"type": "table", "name": "ssd_legal_status"}
-- META-ELEMENT: {"type": "insert_data"}
WITH legal_status_run AS (
  SELECT m.episodeid AS episodeid, m.personid AS personid, m.legalstatus AS legalstatus, m.starts AS starts, m.ends AS ends, SUM(m.begins) OVER (PARTITION BY m.personid, m.legalstatus ORDER BY m.starts, m.ends, m.episodeid ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS run
  FROM (SELECT e.episodeid AS episodeid, e.personid AS personid, e.legalstatus AS legalstatus, e.starts AS starts, e.ends AS ends, CASE WHEN (e.starts - INTERVAL '1 day') <= MAX(COALESCE(e.ends, TIMESTAMP '9999-12-31 00:00:00')) OVER (PARTITION BY e.personid, e.legalstatus ORDER BY e.starts, e.ends, e.episodeid ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) THEN 0 ELSE 1 END AS begins FROM (SELECT DISTINCT c.episodeofcareid AS episodeid, c.personid AS personid, c.legalstatus AS legalstatus, date_trunc('day', c.eocstartdate) AS starts, date_trunc('day', c.eocenddate) AS ends FROM claepisodeofcareview AS c WHERE c.episodeofcareid IS NOT NULL AND c.eocstartdate IS NOT NULL AND NULLIF(rtrim(c.legalstatus), '') IS NOT NULL) AS e) AS m
),
legal_status_spell AS (
  SELECT r.personid AS personid, r.legalstatus AS legalstatus, MIN(r.episodeid) AS spellid, MIN(r.starts) AS starts, CASE WHEN COUNT(r.ends) = COUNT(*) THEN MAX(r.ends) END AS ends
  FROM legal_status_run AS r
  GROUP BY r.personid, r.legalstatus, r.run
)
INSERT INTO ssd_legal_status (
  lega_legal_status_id, -- metadata={"item_ref":"LEGA001A"}
  lega_person_id, -- metadata={"item_ref":"LEGA002A"}
  lega_legal_status, -- metadata={"item_ref":"LEGA003A"}
  lega_legal_status_start_date, -- metadata={"item_ref":"LEGA004A"}
  lega_legal_status_end_date -- metadata={"item_ref":"LEGA005A"}
)
SELECT
  picked.lega_legal_status_id,
  picked.lega_person_id,
  picked.lega_legal_status,
  picked.lega_legal_status_start_date,
  picked.lega_legal_status_end_date
FROM (
  SELECT
    CAST(ls.spellid AS text) AS lega_legal_status_id, -- lega_legal_status_id
    CAST(ls.personid AS text) AS lega_person_id, -- lega_person_id
    left(NULLIF(rtrim(ls.legalstatus), ''), 100) AS lega_legal_status, -- lega_legal_status
    ls.starts AS lega_legal_status_start_date, -- lega_legal_status_start_date
    ls.ends AS lega_legal_status_end_date, -- lega_legal_status_end_date
    ROW_NUMBER() OVER (PARTITION BY ls.spellid ORDER BY ls.starts, ls.spellid, ls.personid, ls.legalstatus, ls.ends) AS ssd_row
  FROM legal_status_spell AS ls
  WHERE EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(ls.personid AS text))
    AND ls.spellid IS NOT NULL
    AND ls.personid IS NOT NULL
) AS picked
WHERE picked.ssd_row = 1;

-- META-CONTAINER: {"type": "table", "name": "ssd_linked_identifiers"}
-- META-ELEMENT: {"type": "insert_data"}
WITH identifier AS (
  SELECT r.personid AS personid, 'UPN' AS scheme, 'Unique Pupil Number' AS scheme_name, left(NULLIF(btrim(r.referencenumber), ''), 20) AS number_given, r.startdate AS starts, r.enddate AS ends
  FROM referencenumberpersonview AS r
  WHERE r.referencetypecode = 'UPN'
  UNION ALL
  SELECT p.personid AS personid, 'NHS', 'NHS Number', left(NULLIF(btrim(p.nhsnumber), ''), 20), NULL, NULL
  FROM persondemographicsview AS p
)
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
INSERT INTO ssd_linked_identifiers (
  link_table_id, -- metadata={"item_ref":"LINK001A"}
  link_person_id, -- metadata={"item_ref":"LINK002A"}
  link_identifier_type, -- metadata={"item_ref":"LINK003A"}
  link_identifier_value, -- metadata={"item_ref":"LINK004A"}
  link_valid_from_date, -- metadata={"item_ref":"LINK005A"}
  link_valid_to_date -- metadata={"item_ref":"LINK006A"}
)
SELECT
  picked.link_table_id,
  picked.link_person_id,
  picked.link_identifier_type,
  picked.link_identifier_value,
  picked.link_valid_from_date,
  picked.link_valid_to_date
FROM (
  SELECT
    numbered.link_table_id,
    numbered.link_person_id,
    numbered.link_identifier_type,
    numbered.link_identifier_value,
    numbered.link_valid_from_date,
    numbered.link_valid_to_date,
    ROW_NUMBER() OVER (PARTITION BY numbered.link_table_id ORDER BY numbered.ssd_place) AS ssd_key_row
  FROM (
  SELECT
    left(NULLIF(rtrim(concat(CAST(i.personid AS text), '-', i.scheme, '-', i.number_given)), ''), 48) AS link_table_id, -- link_table_id
    CAST(i.personid AS text) AS link_person_id, -- link_person_id
    left(NULLIF(rtrim(i.scheme_name), ''), 100) AS link_identifier_type, -- link_identifier_type
    left(NULLIF(rtrim(i.number_given), ''), 100) AS link_identifier_value, -- link_identifier_value
    i.starts AS link_valid_from_date, -- link_valid_from_date
    i.ends AS link_valid_to_date, -- link_valid_to_date
    ROW_NUMBER() OVER (PARTITION BY i.personid, i.scheme, i.number_given ORDER BY i.ends DESC, i.starts DESC NULLS LAST, i.personid, i.scheme, i.number_given, i.scheme_name) AS ssd_row,
    ROW_NUMBER() OVER (ORDER BY i.ends DESC, i.starts DESC NULLS LAST, i.personid, i.scheme, i.number_given, i.scheme_name) AS ssd_place
  FROM identifier AS i
  WHERE i.number_given IS NOT NULL
    AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(i.personid AS text))
    AND NULLIF(rtrim(concat(CAST(i.personid AS text), '-', i.scheme, '-', i.number_given)), '') IS NOT NULL
) AS numbered
WHERE numbered.ssd_row = 1
) AS picked
WHERE picked.ssd_key_row = 1;

-- META-CONTAINER: {"type": "table", "name": "ssd_missing"}
-- META-ELEMENT: {"type": "insert_data"}
WITH missing_page AS (
  SELECT f.instanceid AS instanceid, f.subjectid AS personid, f.pagetitle AS pagetitle, MAX(CASE WHEN upper(f.controlname) LIKE 'DATECHILDLASTSEEN%' THEN date_trunc('day', f.dateanswervalue) END) AS starts, MAX(CASE WHEN upper(f.controlname) LIKE 'ABSENCETYPE%' THEN f.answervalue END) AS absence, MAX(CASE WHEN upper(f.controlname) LIKE 'FOUNDREPORTDATE%' THEN date_trunc('day', f.dateanswervalue) END) AS ends, MAX(CASE WHEN upper(f.controlname) LIKE 'HASARETURNHOMEINTERVIEWBEENOFFERED%' THEN f.answervalue END) AS offered, MAX(CASE WHEN upper(f.controlname) LIKE 'HASTHERETURNHOMEINTERVIEWBEENACCEPTED%' THEN f.answervalue END) AS accepted
  FROM formanswerpersonview AS f
  WHERE f.designguid = NULL /* form_missing */ AND f.instancestate = 'COMPLETE'
  GROUP BY f.instanceid, f.subjectid, f.pagetitle
),
missing_episode AS (
  SELECT p.instanceid AS instanceid, p.personid AS personid, p.starts AS starts, p.ends AS ends, p.absence AS absence, lower(p.offered) AS offered, lower(p.accepted) AS accepted, ROW_NUMBER() OVER (PARTITION BY p.instanceid, p.personid ORDER BY p.starts, p.ends, p.pagetitle) AS place
  FROM missing_page AS p
  WHERE p.starts IS NOT NULL
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
    left(NULLIF(rtrim(concat(CAST(m.personid AS text), '-', CAST(m.instanceid AS text), '-', CAST(m.place AS text))), ''), 48) AS miss_table_id, -- miss_table_id
    CAST(m.personid AS text) AS miss_person_id, -- miss_person_id
    m.starts AS miss_missing_episode_start_date, -- miss_missing_episode_start_date
    left(NULLIF(rtrim(m.absence), ''), 100) AS miss_missing_episode_type, -- miss_missing_episode_type
    m.ends AS miss_missing_episode_end_date, -- miss_missing_episode_end_date
    CASE m.offered WHEN 'yes' THEN 'Y' WHEN 'no' THEN 'N' WHEN 'not applicable' THEN 'NA' WHEN 'n/a' THEN 'NA' END AS miss_missing_rhi_offered, -- miss_missing_rhi_offered
    CASE m.accepted WHEN 'yes' THEN 'Y' WHEN 'no' THEN 'N' WHEN 'not applicable' THEN 'NA' WHEN 'n/a' THEN 'NA' END AS miss_missing_rhi_accepted, -- miss_missing_rhi_accepted
    ROW_NUMBER() OVER (PARTITION BY concat(CAST(m.personid AS text), '-', CAST(m.instanceid AS text), '-', CAST(m.place AS text)) ORDER BY m.personid, m.instanceid, m.place, m.starts, m.absence, m.ends, m.offered, m.accepted) AS ssd_row
  FROM missing_episode AS m
  WHERE EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(m.personid AS text))
    AND NULLIF(rtrim(concat(CAST(m.personid AS text), '-', CAST(m.instanceid AS text), '-', CAST(m.place AS text))), '') IS NOT NULL
) AS picked
WHERE picked.ssd_row = 1;

-- META-CONTAINER: {"type": "table", "name": "ssd_mother"}
-- META-ELEMENT: {"type": "insert_data"}
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
    CAST(r.personrelationshiprecordid AS text) AS moth_table_id, -- moth_table_id
    CAST(r.roleapersonid AS text) AS moth_person_id, -- moth_person_id
    CAST(r.rolebpersonid AS text) AS moth_childs_person_id, -- moth_childs_person_id
    ch.dateofbirth AS moth_childs_dob, -- moth_childs_dob
    ROW_NUMBER() OVER (PARTITION BY r.personrelationshiprecordid ORDER BY r.personrelationshiprecordid, r.roleapersonid, r.rolebpersonid, ch.dateofbirth) AS ssd_row
  FROM relationshippersonview AS r
  LEFT JOIN LATERAL (SELECT ch.* FROM persondemographicsview AS ch WHERE ch.personid = r.rolebpersonid ORDER BY ch.dateofbirth LIMIT 1) AS ch ON TRUE
  WHERE r.relationship = 'Mother'
    AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(r.rolebpersonid AS text))
    AND EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(r.roleapersonid AS text))
    AND r.personrelationshiprecordid IS NOT NULL
    AND r.roleapersonid IS NOT NULL
    AND r.rolebpersonid IS NOT NULL
) AS picked
WHERE picked.ssd_row = 1;

-- META-CONTAINER: {"type": "table", "name": "ssd_permanence"}
-- META-ELEMENT: {"type": "insert_data"}
WITH care_period AS (
  SELECT d.personid AS personid, d.periodid AS periodid, d.starts AS starts, d.ends AS ends, LEAD(d.starts) OVER (PARTITION BY d.personid ORDER BY d.starts, d.periodid, d.ends) AS next_starts
  FROM (SELECT DISTINCT p.personid AS personid, p.periodofcareid AS periodid, date_trunc('day', p.admissiondate) AS starts, date_trunc('day', p.dischargedate) AS ends FROM claperiodofcareview AS p WHERE p.admissiondate IS NOT NULL) AS d
)
INSERT INTO ssd_permanence (
  perm_table_id, -- metadata={"item_ref":"PERM001A"}
  perm_person_id, -- metadata={"item_ref":"PERM002A"}
  perm_cla_id, -- metadata={"item_ref":"PERM022A"}
  -- perm_adm_decision_date is not held: no column is known for it
  -- perm_ffa_cp_decision_date is not held: no column is known for it
  -- perm_placement_order_date is not held: no column is known for it
  -- perm_placed_for_adoption_date is not held: no column is known for it
  -- perm_matched_date is not held: no column is known for it
  -- perm_adopted_by_carer_flag is not held: no column is known for it
  -- perm_placed_ffa_cp_date is not held: no column is known for it
  -- perm_decision_reversed_date is not held: no column is known for it
  -- perm_placed_foster_carer_date is not held: no column is known for it
  -- perm_part_of_sibling_group is not held: no column is known for it
  -- perm_siblings_placed_together is not held: no column is known for it
  -- perm_siblings_placed_apart is not held: no column is known for it
  -- perm_placement_provider_urn is not held: no column is known for it
  perm_decision_reversed_reason, -- metadata={"item_ref":"PERM016A"}
  -- perm_permanence_order_date is not held: no column is known for it
  -- perm_permanence_order_type is not held: no column is known for it
  -- perm_adoption_worker_id is not held: no column is known for it
  perm_adopter_sex, -- metadata={"item_ref":"PERM025A"}
  perm_adopter_legal_status -- metadata={"item_ref":"PERM026A"}
  -- perm_number_of_adopters is not held: no column is known for it
)
SELECT
  picked.perm_table_id,
  picked.perm_person_id,
  picked.perm_cla_id,
  picked.perm_decision_reversed_reason,
  picked.perm_adopter_sex,
  picked.perm_adopter_legal_status
FROM (
  SELECT
    CAST(ad.adoptionid AS text) AS perm_table_id, -- perm_table_id
    CAST(ad.personid AS text) AS perm_person_id, -- perm_person_id
    CAST(pc.periodid AS text) AS perm_cla_id, -- perm_cla_id
    left(NULLIF(rtrim(ad.reasonnolongerplannedcode), ''), 100) AS perm_decision_reversed_reason, -- perm_decision_reversed_reason
    left(NULLIF(rtrim(ad.genderofadopterscode), ''), 48) AS perm_adopter_sex, -- perm_adopter_sex
    left(NULLIF(rtrim(ad.adopterslegalstatuscode), ''), 100) AS perm_adopter_legal_status, -- perm_adopter_legal_status
    ROW_NUMBER() OVER (PARTITION BY ad.adoptionid ORDER BY ad.dateshouldbeplaced DESC NULLS LAST, ad.adoptionid, ad.personid, pc.periodid, ad.reasonnolongerplannedcode, ad.genderofadopterscode, ad.adopterslegalstatuscode) AS ssd_row
  FROM claadoptionsview AS ad
  LEFT JOIN care_period AS pc ON pc.personid = ad.personid AND pc.starts <= date_trunc('day', ad.dateshouldbeplaced) AND COALESCE(pc.next_starts, TIMESTAMP '9999-12-31 00:00:00') > date_trunc('day', ad.dateshouldbeplaced)
  WHERE EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(ad.personid AS text))
    AND ad.adoptionid IS NOT NULL
    AND ad.personid IS NOT NULL
) AS picked
WHERE picked.ssd_row = 1;

-- META-CONTAINER: {"type": "table", "name": "ssd_pre_proceedings"}
-- META-ELEMENT: {"type": "insert_data"}
-- not loaded: eclipse does not hold it, no view of Eclipse is known that has it

-- META-CONTAINER: {"type": "table", "name": "ssd_professionals"}
-- META-ELEMENT: {"type": "insert_data"}
WITH latest_reference AS (
  SELECT n.personid AS personid, n.referencetype AS referencetype, n.referencetypecode AS referencetypecode, n.referencenumber AS referencenumber
  FROM (SELECT r.personid AS personid, r.referencetype AS referencetype, r.referencetypecode AS referencetypecode, r.referencenumber AS referencenumber, ROW_NUMBER() OVER (PARTITION BY r.personid, r.referencetype, r.referencetypecode ORDER BY COALESCE(r.enddate, TIMESTAMP '9999-12-31 00:00:00') DESC NULLS LAST, r.startdate DESC NULLS LAST, r.referencenumber) AS place FROM referencenumberpersonview AS r WHERE r.referencenumber IS NOT NULL) AS n
  WHERE n.place = 1
),
exclusions AS (
  SELECT p.personid AS personid
  FROM personview AS p
  WHERE 1 = 0 OR upper(p.duplicated) = 'DUPLICATE' OR upper(p.forename) LIKE '%DUPLICATE%' OR upper(p.surname) LIKE '%DUPLICATE%'
)
INSERT INTO ssd_professionals (
  prof_professional_id, -- metadata={"item_ref":"PROF001A"}
  prof_staff_id, -- metadata={"item_ref":"PROF010A"}
  prof_professional_name, -- metadata={"item_ref":"PROF013A"}
  prof_social_worker_registration_no -- metadata={"item_ref":"PROF002A"}
  -- prof_professional_job_title is not held: no column is known for it
  -- prof_professional_caseload is not held: no column is known for it
  -- prof_professional_department is not held: no column is known for it
  -- prof_full_time_equivalency is not held: no column is known for it
  -- prof_agency_worker_flag is not held: no column is known for it
)
SELECT
  picked.prof_professional_id,
  picked.prof_staff_id,
  picked.prof_professional_name,
  picked.prof_social_worker_registration_no
FROM (
  SELECT
    CAST(r.professionalrelationshippersonid AS text) AS prof_professional_id, -- prof_professional_id
    CAST(r.professionalrelationshippersonid AS text) AS prof_staff_id, -- prof_staff_id
    left(NULLIF(rtrim(r.professionalrelationshipname), ''), 300) AS prof_professional_name, -- prof_professional_name
    left(NULLIF(rtrim(n.referencenumber), ''), 48) AS prof_social_worker_registration_no, -- prof_social_worker_registration_no
    ROW_NUMBER() OVER (PARTITION BY r.professionalrelationshippersonid ORDER BY r.startdate DESC NULLS LAST, r.personrelationshiprecordid DESC NULLS LAST, r.professionalrelationshippersonid, r.professionalrelationshipname, n.referencenumber) AS ssd_row
  FROM relationshipprofessionalview AS r
  LEFT JOIN latest_reference AS n ON n.personid = r.professionalrelationshippersonid AND n.referencetype = 'Social Work England number'
  WHERE NOT (EXISTS (SELECT 1 FROM exclusions AS x WHERE x.personid = r.professionalrelationshippersonid))
    AND r.professionalrelationshippersonid IS NOT NULL
) AS picked
WHERE picked.ssd_row = 1;

-- META-CONTAINER: {"type": "table", "name": "ssd_s251_finance"}
-- META-ELEMENT: {"type": "insert_data"}
-- not loaded: eclipse does not hold it, no view of Eclipse is known that has it

-- META-CONTAINER: {"type": "table", "name": "ssd_s47_enquiry"}
-- META-ELEMENT: {"type": "insert_data"}
WITH s47_form AS (
  SELECT f.instanceid AS instanceid, f.answerforsubjectid AS personid, concat(CAST(f.answerforsubjectid AS text), '-', CAST(f.instanceid AS text)) AS enquiryid, date_trunc('day', MAX(f.datecompleted)) AS completed, MAX(CASE WHEN f.controlname = 'AnnexAReturn_dateOfStratMeeting' THEN date_trunc('day', f.dateanswervalue) END) AS starts, MAX(CASE WHEN f.controlname IN ('CINCensus_unsubWhatNeedsToHappenNext', 'CINCensus_whatNeedsToHappenNext') THEN f.answervalue END) AS outcome, MAX(CASE WHEN f.controlname = 'CINCensus_outcomeOfSection47Enquiry' THEN f.answervalue END) AS summary
  FROM formanswerpersonview AS f
  WHERE f.designguid = NULL /* form_s47 */ AND f.instancestate = 'COMPLETE'
  GROUP BY f.instanceid, f.answerforsubjectid
),
cin_spell AS (
  SELECT c.personid AS personid, date_trunc('day', c.startdate) AS starts, date_trunc('day', c.enddate) AS ends, c.endreason AS reason
  FROM classificationpersonview AS c
  WHERE c.status <> 'DELETED' AND c.startdate IS NOT NULL AND (c.classificationpathid IN (NULL /* cin_path */, NULL /* cp_path */) OR c.classificationcodeid IN (NULL /* cin_family_help_code */))
  UNION
  SELECT e.personid AS personid, date_trunc('day', e.eocstartdate), date_trunc('day', e.eocenddate), e.eocendreason AS eocendreason
  FROM claepisodeofcareview AS e
  WHERE e.eocstartdate IS NOT NULL
),
cin_run AS (
  SELECT m.personid AS personid, m.starts AS starts, m.ends AS ends, m.reason AS reason, SUM(m.begins) OVER (PARTITION BY m.personid ORDER BY m.starts, m.ends, m.reason ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS run
  FROM (SELECT s.personid AS personid, s.starts AS starts, s.ends AS ends, s.reason AS reason, CASE WHEN (s.starts - INTERVAL '1 day') <= MAX(COALESCE(s.ends, TIMESTAMP '9999-12-31 00:00:00')) OVER (PARTITION BY s.personid ORDER BY s.starts, s.ends, s.reason ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) THEN 0 ELSE 1 END AS begins FROM cin_spell AS s) AS m
),
cin_stitched AS (
  SELECT l.personid AS personid, MIN(l.starts) AS starts, CASE WHEN COUNT(l.ends) = COUNT(*) THEN MAX(l.ends) END AS ends, MAX(CASE WHEN l.ends = l.last_end THEN l.reason END) AS reason
  FROM (SELECT r.personid AS personid, r.starts AS starts, r.ends AS ends, r.reason AS reason, r.run AS run, MAX(COALESCE(r.ends, TIMESTAMP '9999-12-31 00:00:00')) OVER (PARTITION BY r.personid, r.run) AS last_end FROM cin_run AS r) AS l
  GROUP BY l.personid, l.run
),
referral_form AS (
  SELECT f.instanceid AS instanceid, f.answerforsubjectid AS personid, concat(CAST(f.answerforsubjectid AS text), '-', CAST(f.instanceid AS text)) AS referralid, MAX(f.submitterpersonid) AS submitterpersonid, MAX(CASE WHEN f.controlname = 'CINCensus_DateOfReferral' THEN date_trunc('day', f.dateanswervalue) END) AS referred, MAX(CASE WHEN f.controlname = 'CINCensus_ReferralSource' THEN f.answervalue END) AS referral_source, MAX(CASE WHEN f.controlname = 'CINCensus_primaryNeedCategory' THEN f.answervalue END) AS primary_need, MAX(CASE WHEN f.controlname = 'AnnexAReturn_nextSteps_agreed' THEN f.answervalue END) AS next_step
  FROM formanswerpersonview AS f
  WHERE f.designguid = NULL /* form_referral */ AND f.instancestate = 'COMPLETE'
  GROUP BY f.instanceid, f.answerforsubjectid
),
cin_opened AS (
  SELECT p.personid AS personid, p.starts AS starts, p.ends AS ends, p.reason AS reason, COALESCE(p.form_referralid, concat(CAST(p.personid AS text), '-', left(to_char(p.starts, 'YYYY-MM-DD"T"HH24:MI:SS'), 10))) AS referralid, COALESCE(p.referred, p.starts) AS opened, p.referred AS referred, p.submitterpersonid AS submitterpersonid, p.referral_source AS referral_source, p.primary_need AS primary_need, p.next_step AS next_step
  FROM (SELECT e.personid AS personid, e.starts AS starts, e.ends AS ends, e.reason AS reason, r.referralid AS form_referralid, r.referred AS referred, r.submitterpersonid AS submitterpersonid, r.referral_source AS referral_source, r.primary_need AS primary_need, r.next_step AS next_step, ROW_NUMBER() OVER (PARTITION BY e.personid, e.starts ORDER BY r.referred DESC NULLS LAST, r.instanceid DESC NULLS LAST) AS place FROM (SELECT t.personid AS personid, t.starts AS starts, t.ends AS ends, t.reason AS reason, LAG(t.starts) OVER (PARTITION BY t.personid ORDER BY t.starts) AS started_before FROM cin_stitched AS t) AS e LEFT JOIN referral_form AS r ON r.personid = e.personid AND r.referred <= e.starts AND (e.started_before IS NULL OR r.referred > e.started_before)) AS p
  WHERE p.place = 1
),
cin_episode AS (
  SELECT o.personid AS personid, o.starts AS starts, o.ends AS ends, o.reason AS reason, o.referralid AS referralid, o.opened AS opened, LEAD(o.opened) OVER (PARTITION BY o.personid ORDER BY o.opened) AS next_opened, o.referred AS referred, o.submitterpersonid AS submitterpersonid, o.referral_source AS referral_source, o.primary_need AS primary_need, o.next_step AS next_step
  FROM cin_opened AS o
),
worker AS (
  SELECT r.personrelationshiprecordid AS id, r.personid AS personid, r.professionalrelationshippersonid AS workerid, date_trunc('day', r.startdate) AS starts, date_trunc('day', r.closedate) AS ends
  FROM relationshipprofessionalview AS r
  WHERE r.allocatedworkercode = 'AW'
),
team AS (
  SELECT o.relationshipid AS id, o.personid AS personid, o.organisationid AS teamid, date_trunc('day', o.datestarted) AS starts, date_trunc('day', o.dateended) AS ends
  FROM personorgrelationshipview AS o
  WHERE o.allocatedteamcode = 'AT'
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
    left(NULLIF(rtrim(f.enquiryid), ''), 48) AS s47e_s47_enquiry_id, -- s47e_s47_enquiry_id
    left(NULLIF(rtrim(ce.referralid), ''), 48) AS s47e_referral_id, -- s47e_referral_id
    CAST(f.personid AS text) AS s47e_person_id, -- s47e_person_id
    f.starts AS s47e_s47_start_date, -- s47e_s47_start_date
    f.completed AS s47e_s47_end_date, -- s47e_s47_end_date
    CASE WHEN f.outcome = 'No further action' THEN 'Y' ELSE 'N' END AS s47e_s47_nfa, -- s47e_s47_nfa
    replace(replace(replace(translate(concat(
      concat('{"OUTCOME_NFA_FLAG":', COALESCE('"' || replace(replace(CASE WHEN f.outcome = 'No further action' THEN 'Y' ELSE 'N' END, E'\\', E'\\\\'), '"', E'\\"') || '"', 'null')),
      concat(',"OUTCOME_LEGAL_ACTION_FLAG":', COALESCE('"' || replace(replace('N', E'\\', E'\\\\'), '"', E'\\"') || '"', 'null')),
      concat(',"OUTCOME_PROV_OF_SERVICES_FLAG":', COALESCE('"' || replace(replace('N', E'\\', E'\\\\'), '"', E'\\"') || '"', 'null')),
      concat(',"OUTCOME_CP_CONFERENCE_FLAG":', COALESCE('"' || replace(replace(CASE WHEN f.outcome = 'Convene initial child protection conference' THEN 'Y' ELSE 'N' END, E'\\', E'\\\\'), '"', E'\\"') || '"', 'null')),
      concat(',"OUTCOME_NFA_CONTINUE_SINGLE_FLAG":', COALESCE('"' || replace(replace(CASE WHEN f.outcome IN ('Continue discussion and plan', 'Continue assessment / plan', 'Continue assessment and plan') THEN 'Y' ELSE 'N' END, E'\\', E'\\\\'), '"', E'\\"') || '"', 'null')),
      concat(',"OUTCOME_MONITOR_FLAG":', COALESCE('"' || replace(replace('N', E'\\', E'\\\\'), '"', E'\\"') || '"', 'null')),
      concat(',"OTHER_OUTCOMES_EXIST_FLAG":', COALESCE('"' || replace(replace(CASE WHEN f.outcome = 'Further strategy meeting' THEN 'Y' ELSE 'N' END, E'\\', E'\\\\'), '"', E'\\"') || '"', 'null')),
      concat(',"TOTAL_NO_OF_OUTCOMES":', COALESCE(NULL, 'null')),
      concat(',"OUTCOME_COMMENTS":', COALESCE('"' || replace(replace(left(NULLIF(rtrim(f.summary), ''), 350), E'\\', E'\\\\'), '"', E'\\"') || '"', 'null')),
      '}'), concat(chr(1), chr(2), chr(3), chr(4), chr(5), chr(6), chr(7), chr(8), chr(11), chr(12), chr(14), chr(15), chr(16), chr(17), chr(18), chr(19), chr(20), chr(21), chr(22), chr(23), chr(24), chr(25), chr(26), chr(27), chr(28), chr(29), chr(30), chr(31)), '                            '), chr(13), E'\\r'), chr(10), E'\\n'), chr(9), E'\\t') AS s47e_s47_outcome_json, -- s47e_s47_outcome_json
    CAST(wk.workerid AS text) AS s47e_s47_completed_by_worker_id, -- s47e_s47_completed_by_worker_id
    CAST(tm.teamid AS text) AS s47e_s47_completed_by_team, -- s47e_s47_completed_by_team
    ROW_NUMBER() OVER (PARTITION BY f.enquiryid ORDER BY f.enquiryid, ce.referralid, f.personid, f.starts, f.completed, f.outcome, f.summary, wk.workerid, tm.teamid) AS ssd_row
  FROM s47_form AS f
  LEFT JOIN cin_episode AS ce ON ce.personid = f.personid AND ce.opened <= f.starts AND COALESCE(ce.next_opened, TIMESTAMP '9999-12-31 00:00:00') > f.starts AND COALESCE(ce.ends, TIMESTAMP '9999-12-31 00:00:00') >= f.starts
  LEFT JOIN LATERAL (SELECT wk.* FROM worker AS wk WHERE wk.personid = f.personid AND wk.starts <= f.starts AND COALESCE(wk.ends, TIMESTAMP '9999-12-31 00:00:00') > f.starts ORDER BY wk.starts DESC NULLS LAST, wk.id DESC NULLS LAST, wk.workerid LIMIT 1) AS wk ON TRUE
  LEFT JOIN LATERAL (SELECT tm.* FROM team AS tm WHERE tm.personid = f.personid AND tm.starts <= f.starts AND COALESCE(tm.ends, TIMESTAMP '9999-12-31 00:00:00') > f.starts ORDER BY tm.starts DESC NULLS LAST, tm.id DESC NULLS LAST, tm.teamid LIMIT 1) AS tm ON TRUE
  WHERE EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(f.personid AS text))
    AND NULLIF(rtrim(f.enquiryid), '') IS NOT NULL
    AND f.personid IS NOT NULL
) AS picked
WHERE picked.ssd_row = 1;

-- META-CONTAINER: {"type": "table", "name": "ssd_sdq_scores"}
-- META-ELEMENT: {"type": "insert_data"}
WITH sdq_form AS (
  SELECT f.instanceid AS instanceid, f.answerforsubjectid AS personid, MAX(CASE WHEN f.controlname = '903Return_dateOfLatestSDQRecord' THEN CASE WHEN CASE WHEN f.answervalue LIKE '__/__/____%' THEN concat(substr(f.answervalue, 7, 4), '-', substr(f.answervalue, 4, 2), '-', substr(f.answervalue, 1, 2)) ELSE left(f.answervalue, 10) END ~ '^((19|20)[0-9]{2}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))|(19|20)(0[48]|[2468][048]|[13579][26])-02-29|2000-02-29)$' THEN CAST(CASE WHEN f.answervalue LIKE '__/__/____%' THEN concat(substr(f.answervalue, 7, 4), '-', substr(f.answervalue, 4, 2), '-', substr(f.answervalue, 1, 2)) ELSE left(f.answervalue, 10) END AS timestamp) END END) AS completed, MAX(CASE WHEN f.controlname = 'youngPersonsStrengthsAndDifficultiesQuestionnaireScore' THEN CASE WHEN btrim(f.answervalue) ~ '^[0-9]{1,9}$' THEN CAST(btrim(f.answervalue) AS integer) END END) AS score, MAX(CASE WHEN f.controlname = '903Return_reasonForNotSubmittingStrengthsAndDifficultiesQuestionnaireInPeriod' THEN f.answervalue END) AS reason
  FROM formanswerpersonview AS f
  WHERE f.designguid = NULL /* form_sdq */ AND f.instancestate = 'COMPLETE'
  GROUP BY f.instanceid, f.answerforsubjectid
)
-- One row for each key: the source may have several, and a key that stands twice would stop everything.
INSERT INTO ssd_sdq_scores (
  csdq_table_id, -- metadata={"item_ref":"CSDQ001A"}
  csdq_person_id, -- metadata={"item_ref":"CSDQ002A"}
  csdq_sdq_completed_date, -- metadata={"item_ref":"CSDQ003A"}
  csdq_sdq_reason, -- metadata={"item_ref":"CSDQ004A"}
  csdq_sdq_score -- metadata={"item_ref":"CSDQ005A"}
)
SELECT
  picked.csdq_table_id,
  picked.csdq_person_id,
  picked.csdq_sdq_completed_date,
  picked.csdq_sdq_reason,
  picked.csdq_sdq_score
FROM (
  SELECT
    left(NULLIF(rtrim(concat(CAST(s.personid AS text), '-', CAST(s.instanceid AS text))), ''), 48) AS csdq_table_id, -- csdq_table_id
    CAST(s.personid AS text) AS csdq_person_id, -- csdq_person_id
    s.completed AS csdq_sdq_completed_date, -- csdq_sdq_completed_date
    CASE s.reason WHEN 'No form returned as child was aged under 4 or over 17 at date of latest assessment' THEN 'SDQ1' WHEN 'Carer(s) refused to complete and return questionnaire' THEN 'SDQ2' WHEN 'Not possible to complete the questionnaire due to severity of the child’s disability' THEN 'SDQ3' WHEN 'Not possible to complete the questionnaire due to severity of the child''s disability' THEN 'SDQ3' WHEN 'Other' THEN 'SDQ4' WHEN 'Child or young person refuses to allow an SDQ to be completed' THEN 'SDQ5' END AS csdq_sdq_reason, -- csdq_sdq_reason
    CAST(s.score AS text) AS csdq_sdq_score, -- csdq_sdq_score
    ROW_NUMBER() OVER (PARTITION BY concat(CAST(s.personid AS text), '-', CAST(s.instanceid AS text)) ORDER BY s.personid, s.instanceid, s.completed, s.reason, s.score) AS ssd_row
  FROM sdq_form AS s
  WHERE EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(s.personid AS text))
    AND NULLIF(rtrim(concat(CAST(s.personid AS text), '-', CAST(s.instanceid AS text))), '') IS NOT NULL
    AND s.personid IS NOT NULL
) AS picked
WHERE picked.ssd_row = 1;

-- META-CONTAINER: {"type": "table", "name": "ssd_sen_need"}
-- META-ELEMENT: {"type": "insert_data"}
-- not loaded: eclipse does not hold it, no view of Eclipse is known that has special educational needs

-- META-CONTAINER: {"type": "table", "name": "ssd_send"}
-- META-ELEMENT: {"type": "insert_data"}
-- not loaded: eclipse does not hold it, no view of Eclipse is known that has special educational needs

-- META-CONTAINER: {"type": "table", "name": "ssd_voice_of_child"}
-- META-ELEMENT: {"type": "insert_data"}
-- not loaded: eclipse does not hold it, no view of Eclipse is known that has it

-- META-ELEMENT: {"type": "refresh_end"}
COMMIT;

-- ---------------------------------------------------------------------------
-- 3. Keys and indexes: created where they are absent
-- ---------------------------------------------------------------------------

-- META-CONTAINER: {"type": "table", "name": "ssd_address"}
-- META-ELEMENT: {"type": "create_fk"}
DO $ssd$ BEGIN
IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conrelid = to_regclass('ssd_address') AND conname = 'fk_ssd_address_addr_person_id') THEN
ALTER TABLE ssd_address ADD CONSTRAINT fk_ssd_address_addr_person_id FOREIGN KEY (addr_person_id) REFERENCES ssd_person (pers_person_id);
END IF;
END $ssd$;
-- META-ELEMENT: {"type": "create_idx"}
CREATE INDEX IF NOT EXISTS ix_ssd_address_addr_person_id ON ssd_address (addr_person_id);

-- META-CONTAINER: {"type": "table", "name": "ssd_api_data_staging"}
-- META-ELEMENT: {"type": "create_idx"}
CREATE INDEX IF NOT EXISTS ix_ssd_api_data_staging_person_id ON ssd_api_data_staging (person_id);

-- META-CONTAINER: {"type": "table", "name": "ssd_assessment_factors"}
-- META-ELEMENT: {"type": "create_fk"}
-- not enforced: cinf_assessment_id to ssd_cin_assessments.cina_assessment_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
CREATE INDEX IF NOT EXISTS ix_ssd_assessment_factors_cinf_assessment_id ON ssd_assessment_factors (cinf_assessment_id);

-- META-CONTAINER: {"type": "table", "name": "ssd_care_leavers"}
-- META-ELEMENT: {"type": "create_fk"}
DO $ssd$ BEGIN
IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conrelid = to_regclass('ssd_care_leavers') AND conname = 'fk_ssd_care_leavers_clea_person_id') THEN
ALTER TABLE ssd_care_leavers ADD CONSTRAINT fk_ssd_care_leavers_clea_person_id FOREIGN KEY (clea_person_id) REFERENCES ssd_person (pers_person_id);
END IF;
END $ssd$;
-- not enforced: clea_care_leaver_allocated_team to ssd_department.dept_team_id, an extract keeps six years, so the parent row may be absent
-- not enforced: clea_care_leaver_worker_id to ssd_professionals.prof_professional_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
CREATE INDEX IF NOT EXISTS ix_ssd_care_leavers_clea_person_id ON ssd_care_leavers (clea_person_id);
CREATE INDEX IF NOT EXISTS ix_ssd_care_leavers_clea_care_leaver_allocated_team ON ssd_care_leavers (clea_care_leaver_allocated_team);
CREATE INDEX IF NOT EXISTS ix_ssd_care_leavers_clea_care_leaver_worker_id ON ssd_care_leavers (clea_care_leaver_worker_id);

-- META-CONTAINER: {"type": "table", "name": "ssd_cin_assessments"}
-- META-ELEMENT: {"type": "create_fk"}
DO $ssd$ BEGIN
IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conrelid = to_regclass('ssd_cin_assessments') AND conname = 'fk_ssd_cin_assessments_cina_person_id') THEN
ALTER TABLE ssd_cin_assessments ADD CONSTRAINT fk_ssd_cin_assessments_cina_person_id FOREIGN KEY (cina_person_id) REFERENCES ssd_person (pers_person_id);
END IF;
END $ssd$;
-- not enforced: cina_referral_id to ssd_cin_episodes.cine_referral_id, an extract keeps six years, so the parent row may be absent
-- not enforced: cina_assessment_team to ssd_department.dept_team_id, an extract keeps six years, so the parent row may be absent
-- not enforced: cina_assessment_worker_id to ssd_professionals.prof_professional_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
CREATE INDEX IF NOT EXISTS ix_ssd_cin_assessments_cina_person_id ON ssd_cin_assessments (cina_person_id);
CREATE INDEX IF NOT EXISTS ix_ssd_cin_assessments_cina_referral_id ON ssd_cin_assessments (cina_referral_id);
CREATE INDEX IF NOT EXISTS ix_ssd_cin_assessments_cina_assessment_team ON ssd_cin_assessments (cina_assessment_team);
CREATE INDEX IF NOT EXISTS ix_ssd_cin_assessments_cina_assessment_worker_id ON ssd_cin_assessments (cina_assessment_worker_id);

-- META-CONTAINER: {"type": "table", "name": "ssd_cin_episodes"}
-- META-ELEMENT: {"type": "create_fk"}
DO $ssd$ BEGIN
IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conrelid = to_regclass('ssd_cin_episodes') AND conname = 'fk_ssd_cin_episodes_cine_person_id') THEN
ALTER TABLE ssd_cin_episodes ADD CONSTRAINT fk_ssd_cin_episodes_cine_person_id FOREIGN KEY (cine_person_id) REFERENCES ssd_person (pers_person_id);
END IF;
END $ssd$;
-- not enforced: cine_referral_team to ssd_department.dept_team_id, an extract keeps six years, so the parent row may be absent
-- not enforced: cine_referral_worker_id to ssd_professionals.prof_professional_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
CREATE INDEX IF NOT EXISTS ix_ssd_cin_episodes_cine_person_id ON ssd_cin_episodes (cine_person_id);
CREATE INDEX IF NOT EXISTS ix_ssd_cin_episodes_cine_referral_team ON ssd_cin_episodes (cine_referral_team);
CREATE INDEX IF NOT EXISTS ix_ssd_cin_episodes_cine_referral_worker_id ON ssd_cin_episodes (cine_referral_worker_id);

-- META-CONTAINER: {"type": "table", "name": "ssd_cin_plans"}
-- META-ELEMENT: {"type": "create_fk"}
-- not enforced: cinp_referral_id to ssd_cin_episodes.cine_referral_id, an extract keeps six years, so the parent row may be absent
DO $ssd$ BEGIN
IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conrelid = to_regclass('ssd_cin_plans') AND conname = 'fk_ssd_cin_plans_cinp_person_id') THEN
ALTER TABLE ssd_cin_plans ADD CONSTRAINT fk_ssd_cin_plans_cinp_person_id FOREIGN KEY (cinp_person_id) REFERENCES ssd_person (pers_person_id);
END IF;
END $ssd$;
-- not enforced: cinp_cin_plan_team to ssd_department.dept_team_id, an extract keeps six years, so the parent row may be absent
-- not enforced: cinp_cin_plan_worker_id to ssd_professionals.prof_professional_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
CREATE INDEX IF NOT EXISTS ix_ssd_cin_plans_cinp_referral_id ON ssd_cin_plans (cinp_referral_id);
CREATE INDEX IF NOT EXISTS ix_ssd_cin_plans_cinp_person_id ON ssd_cin_plans (cinp_person_id);
CREATE INDEX IF NOT EXISTS ix_ssd_cin_plans_cinp_cin_plan_team ON ssd_cin_plans (cinp_cin_plan_team);
CREATE INDEX IF NOT EXISTS ix_ssd_cin_plans_cinp_cin_plan_worker_id ON ssd_cin_plans (cinp_cin_plan_worker_id);

-- META-CONTAINER: {"type": "table", "name": "ssd_cin_visits"}
-- META-ELEMENT: {"type": "create_fk"}
DO $ssd$ BEGIN
IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conrelid = to_regclass('ssd_cin_visits') AND conname = 'fk_ssd_cin_visits_cinv_person_id') THEN
ALTER TABLE ssd_cin_visits ADD CONSTRAINT fk_ssd_cin_visits_cinv_person_id FOREIGN KEY (cinv_person_id) REFERENCES ssd_person (pers_person_id);
END IF;
END $ssd$;
-- META-ELEMENT: {"type": "create_idx"}
CREATE INDEX IF NOT EXISTS ix_ssd_cin_visits_cinv_person_id ON ssd_cin_visits (cinv_person_id);

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_care_plan"}
-- META-ELEMENT: {"type": "create_fk"}
-- not enforced: lacp_person_id to ssd_person.pers_person_id, the extract fills ssd_person anew and not this table
-- META-ELEMENT: {"type": "create_idx"}
CREATE INDEX IF NOT EXISTS ix_ssd_cla_care_plan_lacp_person_id ON ssd_cla_care_plan (lacp_person_id);

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_convictions"}
-- META-ELEMENT: {"type": "create_fk"}
-- not enforced: clac_person_id to ssd_person.pers_person_id, the extract fills ssd_person anew and not this table
-- META-ELEMENT: {"type": "create_idx"}
CREATE INDEX IF NOT EXISTS ix_ssd_cla_convictions_clac_person_id ON ssd_cla_convictions (clac_person_id);

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_episodes"}
-- META-ELEMENT: {"type": "create_fk"}
DO $ssd$ BEGIN
IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conrelid = to_regclass('ssd_cla_episodes') AND conname = 'fk_ssd_cla_episodes_clae_person_id') THEN
ALTER TABLE ssd_cla_episodes ADD CONSTRAINT fk_ssd_cla_episodes_clae_person_id FOREIGN KEY (clae_person_id) REFERENCES ssd_person (pers_person_id);
END IF;
END $ssd$;
-- not enforced: clae_referral_id to ssd_cin_episodes.cine_referral_id, an extract keeps six years, so the parent row may be absent
-- not enforced: clae_cla_placement_id to ssd_cla_placement.clap_cla_placement_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
CREATE INDEX IF NOT EXISTS ix_ssd_cla_episodes_clae_person_id ON ssd_cla_episodes (clae_person_id);
CREATE INDEX IF NOT EXISTS ix_ssd_cla_episodes_clae_referral_id ON ssd_cla_episodes (clae_referral_id);
CREATE INDEX IF NOT EXISTS ix_ssd_cla_episodes_clae_cla_placement_id ON ssd_cla_episodes (clae_cla_placement_id);

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_health"}
-- META-ELEMENT: {"type": "create_fk"}
DO $ssd$ BEGIN
IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conrelid = to_regclass('ssd_cla_health') AND conname = 'fk_ssd_cla_health_clah_person_id') THEN
ALTER TABLE ssd_cla_health ADD CONSTRAINT fk_ssd_cla_health_clah_person_id FOREIGN KEY (clah_person_id) REFERENCES ssd_person (pers_person_id);
END IF;
END $ssd$;
-- META-ELEMENT: {"type": "create_idx"}
CREATE INDEX IF NOT EXISTS ix_ssd_cla_health_clah_person_id ON ssd_cla_health (clah_person_id);

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_immunisations"}
-- META-ELEMENT: {"type": "create_fk"}
DO $ssd$ BEGIN
IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conrelid = to_regclass('ssd_cla_immunisations') AND conname = 'fk_ssd_cla_immunisations_clai_person_id') THEN
ALTER TABLE ssd_cla_immunisations ADD CONSTRAINT fk_ssd_cla_immunisations_clai_person_id FOREIGN KEY (clai_person_id) REFERENCES ssd_person (pers_person_id);
END IF;
END $ssd$;

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_placement"}
-- META-ELEMENT: {"type": "create_fk"}
DO $ssd$ BEGIN
IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conrelid = to_regclass('ssd_cla_placement') AND conname = 'fk_ssd_cla_placement_clap_person_id') THEN
ALTER TABLE ssd_cla_placement ADD CONSTRAINT fk_ssd_cla_placement_clap_person_id FOREIGN KEY (clap_person_id) REFERENCES ssd_person (pers_person_id);
END IF;
END $ssd$;
-- META-ELEMENT: {"type": "create_idx"}
CREATE INDEX IF NOT EXISTS ix_ssd_cla_placement_clap_person_id ON ssd_cla_placement (clap_person_id);

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_previous_permanence"}
-- META-ELEMENT: {"type": "create_fk"}
-- not enforced: lapp_person_id to ssd_person.pers_person_id, the extract fills ssd_person anew and not this table
-- META-ELEMENT: {"type": "create_idx"}
CREATE INDEX IF NOT EXISTS ix_ssd_cla_previous_permanence_lapp_person_id ON ssd_cla_previous_permanence (lapp_person_id);

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_substance_misuse"}
-- META-ELEMENT: {"type": "create_fk"}
-- not enforced: clas_person_id to ssd_person.pers_person_id, the extract fills ssd_person anew and not this table
-- META-ELEMENT: {"type": "create_idx"}
CREATE INDEX IF NOT EXISTS ix_ssd_cla_substance_misuse_clas_person_id ON ssd_cla_substance_misuse (clas_person_id);

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_visits"}
-- META-ELEMENT: {"type": "create_fk"}
DO $ssd$ BEGIN
IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conrelid = to_regclass('ssd_cla_visits') AND conname = 'fk_ssd_cla_visits_clav_person_id') THEN
ALTER TABLE ssd_cla_visits ADD CONSTRAINT fk_ssd_cla_visits_clav_person_id FOREIGN KEY (clav_person_id) REFERENCES ssd_person (pers_person_id);
END IF;
END $ssd$;
-- META-ELEMENT: {"type": "create_idx"}
CREATE INDEX IF NOT EXISTS ix_ssd_cla_visits_clav_person_id ON ssd_cla_visits (clav_person_id);

-- META-CONTAINER: {"type": "table", "name": "ssd_contacts"}
-- META-ELEMENT: {"type": "create_fk"}
DO $ssd$ BEGIN
IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conrelid = to_regclass('ssd_contacts') AND conname = 'fk_ssd_contacts_cont_person_id') THEN
ALTER TABLE ssd_contacts ADD CONSTRAINT fk_ssd_contacts_cont_person_id FOREIGN KEY (cont_person_id) REFERENCES ssd_person (pers_person_id);
END IF;
END $ssd$;
-- META-ELEMENT: {"type": "create_idx"}
CREATE INDEX IF NOT EXISTS ix_ssd_contacts_cont_person_id ON ssd_contacts (cont_person_id);

-- META-CONTAINER: {"type": "table", "name": "ssd_cp_plans"}
-- META-ELEMENT: {"type": "create_fk"}
-- not enforced: cppl_referral_id to ssd_cin_episodes.cine_referral_id, an extract keeps six years, so the parent row may be absent
-- not enforced: cppl_icpc_id to ssd_initial_cp_conference.icpc_icpc_id, an extract keeps six years, so the parent row may be absent
DO $ssd$ BEGIN
IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conrelid = to_regclass('ssd_cp_plans') AND conname = 'fk_ssd_cp_plans_cppl_person_id') THEN
ALTER TABLE ssd_cp_plans ADD CONSTRAINT fk_ssd_cp_plans_cppl_person_id FOREIGN KEY (cppl_person_id) REFERENCES ssd_person (pers_person_id);
END IF;
END $ssd$;
-- META-ELEMENT: {"type": "create_idx"}
CREATE INDEX IF NOT EXISTS ix_ssd_cp_plans_cppl_referral_id ON ssd_cp_plans (cppl_referral_id);
CREATE INDEX IF NOT EXISTS ix_ssd_cp_plans_cppl_icpc_id ON ssd_cp_plans (cppl_icpc_id);
CREATE INDEX IF NOT EXISTS ix_ssd_cp_plans_cppl_person_id ON ssd_cp_plans (cppl_person_id);

-- META-CONTAINER: {"type": "table", "name": "ssd_cp_reviews"}
-- META-ELEMENT: {"type": "create_fk"}
DO $ssd$ BEGIN
IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conrelid = to_regclass('ssd_cp_reviews') AND conname = 'fk_ssd_cp_reviews_cppr_person_id') THEN
ALTER TABLE ssd_cp_reviews ADD CONSTRAINT fk_ssd_cp_reviews_cppr_person_id FOREIGN KEY (cppr_person_id) REFERENCES ssd_person (pers_person_id);
END IF;
END $ssd$;
-- not enforced: cppr_cp_plan_id to ssd_cp_plans.cppl_cp_plan_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
CREATE INDEX IF NOT EXISTS ix_ssd_cp_reviews_cppr_person_id ON ssd_cp_reviews (cppr_person_id);
CREATE INDEX IF NOT EXISTS ix_ssd_cp_reviews_cppr_cp_plan_id ON ssd_cp_reviews (cppr_cp_plan_id);

-- META-CONTAINER: {"type": "table", "name": "ssd_cp_visits"}
-- META-ELEMENT: {"type": "create_fk"}
DO $ssd$ BEGIN
IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conrelid = to_regclass('ssd_cp_visits') AND conname = 'fk_ssd_cp_visits_cppv_person_id') THEN
ALTER TABLE ssd_cp_visits ADD CONSTRAINT fk_ssd_cp_visits_cppv_person_id FOREIGN KEY (cppv_person_id) REFERENCES ssd_person (pers_person_id);
END IF;
END $ssd$;
-- not enforced: cppv_cp_plan_id to ssd_cp_plans.cppl_cp_plan_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
CREATE INDEX IF NOT EXISTS ix_ssd_cp_visits_cppv_person_id ON ssd_cp_visits (cppv_person_id);
CREATE INDEX IF NOT EXISTS ix_ssd_cp_visits_cppv_cp_plan_id ON ssd_cp_visits (cppv_cp_plan_id);

-- META-CONTAINER: {"type": "table", "name": "ssd_department"}
-- META-ELEMENT: {"type": "create_fk"}
-- not enforced: dept_team_parent_id to ssd_department.dept_team_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
CREATE INDEX IF NOT EXISTS ix_ssd_department_dept_team_parent_id ON ssd_department (dept_team_parent_id);

-- META-CONTAINER: {"type": "table", "name": "ssd_disability"}
-- META-ELEMENT: {"type": "create_fk"}
DO $ssd$ BEGIN
IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conrelid = to_regclass('ssd_disability') AND conname = 'fk_ssd_disability_disa_person_id') THEN
ALTER TABLE ssd_disability ADD CONSTRAINT fk_ssd_disability_disa_person_id FOREIGN KEY (disa_person_id) REFERENCES ssd_person (pers_person_id);
END IF;
END $ssd$;
-- META-ELEMENT: {"type": "create_idx"}
CREATE INDEX IF NOT EXISTS ix_ssd_disability_disa_person_id ON ssd_disability (disa_person_id);

-- META-CONTAINER: {"type": "table", "name": "ssd_early_help_episodes"}
-- META-ELEMENT: {"type": "create_fk"}
DO $ssd$ BEGIN
IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conrelid = to_regclass('ssd_early_help_episodes') AND conname = 'fk_ssd_early_help_episodes_earl_person_id') THEN
ALTER TABLE ssd_early_help_episodes ADD CONSTRAINT fk_ssd_early_help_episodes_earl_person_id FOREIGN KEY (earl_person_id) REFERENCES ssd_person (pers_person_id);
END IF;
END $ssd$;
-- not enforced: earl_episode_worker_id to ssd_professionals.prof_professional_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
CREATE INDEX IF NOT EXISTS ix_ssd_early_help_episodes_earl_person_id ON ssd_early_help_episodes (earl_person_id);
CREATE INDEX IF NOT EXISTS ix_ssd_early_help_episodes_earl_episode_worker_id ON ssd_early_help_episodes (earl_episode_worker_id);

-- META-CONTAINER: {"type": "table", "name": "ssd_ehcp_active_plans"}
-- META-ELEMENT: {"type": "create_fk"}
-- not enforced: ehcp_ehcp_request_id to ssd_ehcp_requests.ehcr_ehcp_request_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
CREATE INDEX IF NOT EXISTS ix_ssd_ehcp_active_plans_ehcp_ehcp_request_id ON ssd_ehcp_active_plans (ehcp_ehcp_request_id);

-- META-CONTAINER: {"type": "table", "name": "ssd_ehcp_assessment"}
-- META-ELEMENT: {"type": "create_fk"}
-- not enforced: ehca_ehcp_request_id to ssd_ehcp_requests.ehcr_ehcp_request_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
CREATE INDEX IF NOT EXISTS ix_ssd_ehcp_assessment_ehca_ehcp_request_id ON ssd_ehcp_assessment (ehca_ehcp_request_id);

-- META-CONTAINER: {"type": "table", "name": "ssd_ehcp_named_plan"}
-- META-ELEMENT: {"type": "create_fk"}
-- not enforced: ehcn_ehcp_asmt_id to ssd_ehcp_assessment.ehca_ehcp_assessment_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
CREATE INDEX IF NOT EXISTS ix_ssd_ehcp_named_plan_ehcn_ehcp_asmt_id ON ssd_ehcp_named_plan (ehcn_ehcp_asmt_id);

-- META-CONTAINER: {"type": "table", "name": "ssd_ehcp_requests"}
-- META-ELEMENT: {"type": "create_fk"}
-- not enforced: ehcr_send_table_id to ssd_send.send_table_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
CREATE INDEX IF NOT EXISTS ix_ssd_ehcp_requests_ehcr_send_table_id ON ssd_ehcp_requests (ehcr_send_table_id);

-- META-CONTAINER: {"type": "table", "name": "ssd_family"}
-- META-ELEMENT: {"type": "create_fk"}
DO $ssd$ BEGIN
IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conrelid = to_regclass('ssd_family') AND conname = 'fk_ssd_family_fami_person_id') THEN
ALTER TABLE ssd_family ADD CONSTRAINT fk_ssd_family_fami_person_id FOREIGN KEY (fami_person_id) REFERENCES ssd_person (pers_person_id);
END IF;
END $ssd$;
-- META-ELEMENT: {"type": "create_idx"}
CREATE INDEX IF NOT EXISTS ix_ssd_family_fami_person_id ON ssd_family (fami_person_id);

-- META-CONTAINER: {"type": "table", "name": "ssd_immigration_status"}
-- META-ELEMENT: {"type": "create_fk"}
DO $ssd$ BEGIN
IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conrelid = to_regclass('ssd_immigration_status') AND conname = 'fk_ssd_immigration_status_immi_person_id') THEN
ALTER TABLE ssd_immigration_status ADD CONSTRAINT fk_ssd_immigration_status_immi_person_id FOREIGN KEY (immi_person_id) REFERENCES ssd_person (pers_person_id);
END IF;
END $ssd$;
-- META-ELEMENT: {"type": "create_idx"}
CREATE INDEX IF NOT EXISTS ix_ssd_immigration_status_immi_person_id ON ssd_immigration_status (immi_person_id);

-- META-CONTAINER: {"type": "table", "name": "ssd_initial_cp_conference"}
-- META-ELEMENT: {"type": "create_fk"}
-- not enforced: icpc_s47_enquiry_id to ssd_s47_enquiry.s47e_s47_enquiry_id, an extract keeps six years, so the parent row may be absent
DO $ssd$ BEGIN
IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conrelid = to_regclass('ssd_initial_cp_conference') AND conname = 'fk_ssd_initial_cp_conference_icpc_person_id') THEN
ALTER TABLE ssd_initial_cp_conference ADD CONSTRAINT fk_ssd_initial_cp_conference_icpc_person_id FOREIGN KEY (icpc_person_id) REFERENCES ssd_person (pers_person_id);
END IF;
END $ssd$;
-- not enforced: icpc_cp_plan_id to ssd_cp_plans.cppl_cp_plan_id, an extract keeps six years, so the parent row may be absent
-- not enforced: icpc_referral_id to ssd_cin_episodes.cine_referral_id, an extract keeps six years, so the parent row may be absent
-- not enforced: icpc_icpc_team to ssd_department.dept_team_id, an extract keeps six years, so the parent row may be absent
-- not enforced: icpc_icpc_worker_id to ssd_professionals.prof_professional_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
CREATE INDEX IF NOT EXISTS ix_ssd_initial_cp_conference_icpc_s47_enquiry_id ON ssd_initial_cp_conference (icpc_s47_enquiry_id);
CREATE INDEX IF NOT EXISTS ix_ssd_initial_cp_conference_icpc_person_id ON ssd_initial_cp_conference (icpc_person_id);
CREATE INDEX IF NOT EXISTS ix_ssd_initial_cp_conference_icpc_cp_plan_id ON ssd_initial_cp_conference (icpc_cp_plan_id);
CREATE INDEX IF NOT EXISTS ix_ssd_initial_cp_conference_icpc_referral_id ON ssd_initial_cp_conference (icpc_referral_id);
CREATE INDEX IF NOT EXISTS ix_ssd_initial_cp_conference_icpc_icpc_team ON ssd_initial_cp_conference (icpc_icpc_team);
CREATE INDEX IF NOT EXISTS ix_ssd_initial_cp_conference_icpc_icpc_worker_id ON ssd_initial_cp_conference (icpc_icpc_worker_id);

-- META-CONTAINER: {"type": "table", "name": "ssd_involvements"}
-- META-ELEMENT: {"type": "create_fk"}
-- not enforced: invo_professional_id to ssd_professionals.prof_professional_id, an extract keeps six years, so the parent row may be absent
-- not enforced: invo_professional_team to ssd_department.dept_team_id, an extract keeps six years, so the parent row may be absent
DO $ssd$ BEGIN
IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conrelid = to_regclass('ssd_involvements') AND conname = 'fk_ssd_involvements_invo_person_id') THEN
ALTER TABLE ssd_involvements ADD CONSTRAINT fk_ssd_involvements_invo_person_id FOREIGN KEY (invo_person_id) REFERENCES ssd_person (pers_person_id);
END IF;
END $ssd$;
-- not enforced: invo_referral_id to ssd_cin_episodes.cine_referral_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
CREATE INDEX IF NOT EXISTS ix_ssd_involvements_invo_professional_id ON ssd_involvements (invo_professional_id);
CREATE INDEX IF NOT EXISTS ix_ssd_involvements_invo_professional_team ON ssd_involvements (invo_professional_team);
CREATE INDEX IF NOT EXISTS ix_ssd_involvements_invo_person_id ON ssd_involvements (invo_person_id);
CREATE INDEX IF NOT EXISTS ix_ssd_involvements_invo_referral_id ON ssd_involvements (invo_referral_id);

-- META-CONTAINER: {"type": "table", "name": "ssd_legal_status"}
-- META-ELEMENT: {"type": "create_fk"}
DO $ssd$ BEGIN
IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conrelid = to_regclass('ssd_legal_status') AND conname = 'fk_ssd_legal_status_lega_person_id') THEN
ALTER TABLE ssd_legal_status ADD CONSTRAINT fk_ssd_legal_status_lega_person_id FOREIGN KEY (lega_person_id) REFERENCES ssd_person (pers_person_id);
END IF;
END $ssd$;
-- META-ELEMENT: {"type": "create_idx"}
CREATE INDEX IF NOT EXISTS ix_ssd_legal_status_lega_person_id ON ssd_legal_status (lega_person_id);

-- META-CONTAINER: {"type": "table", "name": "ssd_linked_identifiers"}
-- META-ELEMENT: {"type": "create_fk"}
DO $ssd$ BEGIN
IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conrelid = to_regclass('ssd_linked_identifiers') AND conname = 'fk_ssd_linked_identifiers_link_person_id') THEN
ALTER TABLE ssd_linked_identifiers ADD CONSTRAINT fk_ssd_linked_identifiers_link_person_id FOREIGN KEY (link_person_id) REFERENCES ssd_person (pers_person_id);
END IF;
END $ssd$;
-- META-ELEMENT: {"type": "create_idx"}
CREATE INDEX IF NOT EXISTS ix_ssd_linked_identifiers_link_person_id ON ssd_linked_identifiers (link_person_id);

-- META-CONTAINER: {"type": "table", "name": "ssd_missing"}
-- META-ELEMENT: {"type": "create_fk"}
DO $ssd$ BEGIN
IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conrelid = to_regclass('ssd_missing') AND conname = 'fk_ssd_missing_miss_person_id') THEN
ALTER TABLE ssd_missing ADD CONSTRAINT fk_ssd_missing_miss_person_id FOREIGN KEY (miss_person_id) REFERENCES ssd_person (pers_person_id);
END IF;
END $ssd$;
-- META-ELEMENT: {"type": "create_idx"}
CREATE INDEX IF NOT EXISTS ix_ssd_missing_miss_person_id ON ssd_missing (miss_person_id);

-- META-CONTAINER: {"type": "table", "name": "ssd_mother"}
-- META-ELEMENT: {"type": "create_fk"}
DO $ssd$ BEGIN
IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conrelid = to_regclass('ssd_mother') AND conname = 'fk_ssd_mother_moth_person_id') THEN
ALTER TABLE ssd_mother ADD CONSTRAINT fk_ssd_mother_moth_person_id FOREIGN KEY (moth_person_id) REFERENCES ssd_person (pers_person_id);
END IF;
END $ssd$;
DO $ssd$ BEGIN
IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conrelid = to_regclass('ssd_mother') AND conname = 'fk_ssd_mother_moth_childs_person_id') THEN
ALTER TABLE ssd_mother ADD CONSTRAINT fk_ssd_mother_moth_childs_person_id FOREIGN KEY (moth_childs_person_id) REFERENCES ssd_person (pers_person_id);
END IF;
END $ssd$;
-- META-ELEMENT: {"type": "create_idx"}
CREATE INDEX IF NOT EXISTS ix_ssd_mother_moth_person_id ON ssd_mother (moth_person_id);
CREATE INDEX IF NOT EXISTS ix_ssd_mother_moth_childs_person_id ON ssd_mother (moth_childs_person_id);

-- META-CONTAINER: {"type": "table", "name": "ssd_permanence"}
-- META-ELEMENT: {"type": "create_fk"}
DO $ssd$ BEGIN
IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conrelid = to_regclass('ssd_permanence') AND conname = 'fk_ssd_permanence_perm_person_id') THEN
ALTER TABLE ssd_permanence ADD CONSTRAINT fk_ssd_permanence_perm_person_id FOREIGN KEY (perm_person_id) REFERENCES ssd_person (pers_person_id);
END IF;
END $ssd$;
-- not enforced: perm_adoption_worker_id to ssd_professionals.prof_professional_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
CREATE INDEX IF NOT EXISTS ix_ssd_permanence_perm_person_id ON ssd_permanence (perm_person_id);
CREATE INDEX IF NOT EXISTS ix_ssd_permanence_perm_adoption_worker_id ON ssd_permanence (perm_adoption_worker_id);

-- META-CONTAINER: {"type": "table", "name": "ssd_pre_proceedings"}
-- META-ELEMENT: {"type": "create_fk"}
-- not enforced: prep_person_id to ssd_person.pers_person_id, the extract fills ssd_person anew and not this table
-- META-ELEMENT: {"type": "create_idx"}
CREATE INDEX IF NOT EXISTS ix_ssd_pre_proceedings_prep_person_id ON ssd_pre_proceedings (prep_person_id);

-- META-CONTAINER: {"type": "table", "name": "ssd_s251_finance"}
-- META-ELEMENT: {"type": "create_fk"}
-- not enforced: s251_cla_placement_id to ssd_cla_placement.clap_cla_placement_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
CREATE INDEX IF NOT EXISTS ix_ssd_s251_finance_s251_cla_placement_id ON ssd_s251_finance (s251_cla_placement_id);

-- META-CONTAINER: {"type": "table", "name": "ssd_s47_enquiry"}
-- META-ELEMENT: {"type": "create_fk"}
-- not enforced: s47e_referral_id to ssd_cin_episodes.cine_referral_id, an extract keeps six years, so the parent row may be absent
DO $ssd$ BEGIN
IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conrelid = to_regclass('ssd_s47_enquiry') AND conname = 'fk_ssd_s47_enquiry_s47e_person_id') THEN
ALTER TABLE ssd_s47_enquiry ADD CONSTRAINT fk_ssd_s47_enquiry_s47e_person_id FOREIGN KEY (s47e_person_id) REFERENCES ssd_person (pers_person_id);
END IF;
END $ssd$;
-- not enforced: s47e_s47_completed_by_worker_id to ssd_professionals.prof_professional_id, an extract keeps six years, so the parent row may be absent
-- not enforced: s47e_s47_completed_by_team to ssd_department.dept_team_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
CREATE INDEX IF NOT EXISTS ix_ssd_s47_enquiry_s47e_referral_id ON ssd_s47_enquiry (s47e_referral_id);
CREATE INDEX IF NOT EXISTS ix_ssd_s47_enquiry_s47e_person_id ON ssd_s47_enquiry (s47e_person_id);
CREATE INDEX IF NOT EXISTS ix_ssd_s47_enquiry_s47e_s47_completed_by_worker_id ON ssd_s47_enquiry (s47e_s47_completed_by_worker_id);
CREATE INDEX IF NOT EXISTS ix_ssd_s47_enquiry_s47e_s47_completed_by_team ON ssd_s47_enquiry (s47e_s47_completed_by_team);

-- META-CONTAINER: {"type": "table", "name": "ssd_sdq_scores"}
-- META-ELEMENT: {"type": "create_fk"}
DO $ssd$ BEGIN
IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conrelid = to_regclass('ssd_sdq_scores') AND conname = 'fk_ssd_sdq_scores_csdq_person_id') THEN
ALTER TABLE ssd_sdq_scores ADD CONSTRAINT fk_ssd_sdq_scores_csdq_person_id FOREIGN KEY (csdq_person_id) REFERENCES ssd_person (pers_person_id);
END IF;
END $ssd$;
-- META-ELEMENT: {"type": "create_idx"}
CREATE INDEX IF NOT EXISTS ix_ssd_sdq_scores_csdq_person_id ON ssd_sdq_scores (csdq_person_id);

-- META-CONTAINER: {"type": "table", "name": "ssd_sen_need"}
-- META-ELEMENT: {"type": "create_fk"}
-- not enforced: senn_active_ehcp_id to ssd_ehcp_active_plans.ehcp_active_ehcp_id, an extract keeps six years, so the parent row may be absent
-- META-ELEMENT: {"type": "create_idx"}
CREATE INDEX IF NOT EXISTS ix_ssd_sen_need_senn_active_ehcp_id ON ssd_sen_need (senn_active_ehcp_id);

-- META-CONTAINER: {"type": "table", "name": "ssd_send"}
-- META-ELEMENT: {"type": "create_fk"}
-- not enforced: send_person_id to ssd_person.pers_person_id, the extract fills ssd_person anew and not this table
-- META-ELEMENT: {"type": "create_idx"}
CREATE INDEX IF NOT EXISTS ix_ssd_send_send_person_id ON ssd_send (send_person_id);

-- META-CONTAINER: {"type": "table", "name": "ssd_voice_of_child"}
-- META-ELEMENT: {"type": "create_fk"}
-- not enforced: voch_person_id to ssd_person.pers_person_id, the extract fills ssd_person anew and not this table
-- META-ELEMENT: {"type": "create_idx"}
CREATE INDEX IF NOT EXISTS ix_ssd_voice_of_child_voch_person_id ON ssd_voice_of_child (voch_person_id);

-- ---------------------------------------------------------------------------
-- 4. Checks: rows that refer to a parent which is not in the extract
-- ---------------------------------------------------------------------------

-- META-CONTAINER: {"type": "table", "name": "ssd_assessment_factors"}
-- META-ELEMENT: {"type": "count_orphans"}
SELECT 'ssd_assessment_factors.cinf_assessment_id' AS reference, COUNT(*) AS orphans FROM ssd_assessment_factors AS child WHERE child.cinf_assessment_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_cin_assessments AS parent WHERE parent.cina_assessment_id = child.cinf_assessment_id);

-- META-CONTAINER: {"type": "table", "name": "ssd_care_leavers"}
-- META-ELEMENT: {"type": "count_orphans"}
SELECT 'ssd_care_leavers.clea_care_leaver_allocated_team' AS reference, COUNT(*) AS orphans FROM ssd_care_leavers AS child WHERE child.clea_care_leaver_allocated_team IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_department AS parent WHERE parent.dept_team_id = child.clea_care_leaver_allocated_team);
SELECT 'ssd_care_leavers.clea_care_leaver_worker_id' AS reference, COUNT(*) AS orphans FROM ssd_care_leavers AS child WHERE child.clea_care_leaver_worker_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_professionals AS parent WHERE parent.prof_professional_id = child.clea_care_leaver_worker_id);

-- META-CONTAINER: {"type": "table", "name": "ssd_cin_assessments"}
-- META-ELEMENT: {"type": "count_orphans"}
SELECT 'ssd_cin_assessments.cina_referral_id' AS reference, COUNT(*) AS orphans FROM ssd_cin_assessments AS child WHERE child.cina_referral_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_cin_episodes AS parent WHERE parent.cine_referral_id = child.cina_referral_id);
SELECT 'ssd_cin_assessments.cina_assessment_team' AS reference, COUNT(*) AS orphans FROM ssd_cin_assessments AS child WHERE child.cina_assessment_team IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_department AS parent WHERE parent.dept_team_id = child.cina_assessment_team);
SELECT 'ssd_cin_assessments.cina_assessment_worker_id' AS reference, COUNT(*) AS orphans FROM ssd_cin_assessments AS child WHERE child.cina_assessment_worker_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_professionals AS parent WHERE parent.prof_professional_id = child.cina_assessment_worker_id);

-- META-CONTAINER: {"type": "table", "name": "ssd_cin_episodes"}
-- META-ELEMENT: {"type": "count_orphans"}
SELECT 'ssd_cin_episodes.cine_referral_team' AS reference, COUNT(*) AS orphans FROM ssd_cin_episodes AS child WHERE child.cine_referral_team IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_department AS parent WHERE parent.dept_team_id = child.cine_referral_team);
SELECT 'ssd_cin_episodes.cine_referral_worker_id' AS reference, COUNT(*) AS orphans FROM ssd_cin_episodes AS child WHERE child.cine_referral_worker_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_professionals AS parent WHERE parent.prof_professional_id = child.cine_referral_worker_id);

-- META-CONTAINER: {"type": "table", "name": "ssd_cin_plans"}
-- META-ELEMENT: {"type": "count_orphans"}
SELECT 'ssd_cin_plans.cinp_referral_id' AS reference, COUNT(*) AS orphans FROM ssd_cin_plans AS child WHERE child.cinp_referral_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_cin_episodes AS parent WHERE parent.cine_referral_id = child.cinp_referral_id);
SELECT 'ssd_cin_plans.cinp_cin_plan_team' AS reference, COUNT(*) AS orphans FROM ssd_cin_plans AS child WHERE child.cinp_cin_plan_team IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_department AS parent WHERE parent.dept_team_id = child.cinp_cin_plan_team);
SELECT 'ssd_cin_plans.cinp_cin_plan_worker_id' AS reference, COUNT(*) AS orphans FROM ssd_cin_plans AS child WHERE child.cinp_cin_plan_worker_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_professionals AS parent WHERE parent.prof_professional_id = child.cinp_cin_plan_worker_id);

-- META-CONTAINER: {"type": "table", "name": "ssd_cla_episodes"}
-- META-ELEMENT: {"type": "count_orphans"}
SELECT 'ssd_cla_episodes.clae_referral_id' AS reference, COUNT(*) AS orphans FROM ssd_cla_episodes AS child WHERE child.clae_referral_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_cin_episodes AS parent WHERE parent.cine_referral_id = child.clae_referral_id);
SELECT 'ssd_cla_episodes.clae_cla_placement_id' AS reference, COUNT(*) AS orphans FROM ssd_cla_episodes AS child WHERE child.clae_cla_placement_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_cla_placement AS parent WHERE parent.clap_cla_placement_id = child.clae_cla_placement_id);

-- META-CONTAINER: {"type": "table", "name": "ssd_cp_plans"}
-- META-ELEMENT: {"type": "count_orphans"}
SELECT 'ssd_cp_plans.cppl_referral_id' AS reference, COUNT(*) AS orphans FROM ssd_cp_plans AS child WHERE child.cppl_referral_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_cin_episodes AS parent WHERE parent.cine_referral_id = child.cppl_referral_id);
SELECT 'ssd_cp_plans.cppl_icpc_id' AS reference, COUNT(*) AS orphans FROM ssd_cp_plans AS child WHERE child.cppl_icpc_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_initial_cp_conference AS parent WHERE parent.icpc_icpc_id = child.cppl_icpc_id);

-- META-CONTAINER: {"type": "table", "name": "ssd_cp_reviews"}
-- META-ELEMENT: {"type": "count_orphans"}
SELECT 'ssd_cp_reviews.cppr_cp_plan_id' AS reference, COUNT(*) AS orphans FROM ssd_cp_reviews AS child WHERE child.cppr_cp_plan_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_cp_plans AS parent WHERE parent.cppl_cp_plan_id = child.cppr_cp_plan_id);

-- META-CONTAINER: {"type": "table", "name": "ssd_cp_visits"}
-- META-ELEMENT: {"type": "count_orphans"}
SELECT 'ssd_cp_visits.cppv_cp_plan_id' AS reference, COUNT(*) AS orphans FROM ssd_cp_visits AS child WHERE child.cppv_cp_plan_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_cp_plans AS parent WHERE parent.cppl_cp_plan_id = child.cppv_cp_plan_id);

-- META-CONTAINER: {"type": "table", "name": "ssd_department"}
-- META-ELEMENT: {"type": "count_orphans"}
SELECT 'ssd_department.dept_team_parent_id' AS reference, COUNT(*) AS orphans FROM ssd_department AS child WHERE child.dept_team_parent_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_department AS parent WHERE parent.dept_team_id = child.dept_team_parent_id);

-- META-CONTAINER: {"type": "table", "name": "ssd_early_help_episodes"}
-- META-ELEMENT: {"type": "count_orphans"}
SELECT 'ssd_early_help_episodes.earl_episode_worker_id' AS reference, COUNT(*) AS orphans FROM ssd_early_help_episodes AS child WHERE child.earl_episode_worker_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_professionals AS parent WHERE parent.prof_professional_id = child.earl_episode_worker_id);

-- META-CONTAINER: {"type": "table", "name": "ssd_initial_cp_conference"}
-- META-ELEMENT: {"type": "count_orphans"}
SELECT 'ssd_initial_cp_conference.icpc_s47_enquiry_id' AS reference, COUNT(*) AS orphans FROM ssd_initial_cp_conference AS child WHERE child.icpc_s47_enquiry_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_s47_enquiry AS parent WHERE parent.s47e_s47_enquiry_id = child.icpc_s47_enquiry_id);
SELECT 'ssd_initial_cp_conference.icpc_cp_plan_id' AS reference, COUNT(*) AS orphans FROM ssd_initial_cp_conference AS child WHERE child.icpc_cp_plan_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_cp_plans AS parent WHERE parent.cppl_cp_plan_id = child.icpc_cp_plan_id);
SELECT 'ssd_initial_cp_conference.icpc_referral_id' AS reference, COUNT(*) AS orphans FROM ssd_initial_cp_conference AS child WHERE child.icpc_referral_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_cin_episodes AS parent WHERE parent.cine_referral_id = child.icpc_referral_id);
SELECT 'ssd_initial_cp_conference.icpc_icpc_team' AS reference, COUNT(*) AS orphans FROM ssd_initial_cp_conference AS child WHERE child.icpc_icpc_team IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_department AS parent WHERE parent.dept_team_id = child.icpc_icpc_team);
SELECT 'ssd_initial_cp_conference.icpc_icpc_worker_id' AS reference, COUNT(*) AS orphans FROM ssd_initial_cp_conference AS child WHERE child.icpc_icpc_worker_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_professionals AS parent WHERE parent.prof_professional_id = child.icpc_icpc_worker_id);

-- META-CONTAINER: {"type": "table", "name": "ssd_involvements"}
-- META-ELEMENT: {"type": "count_orphans"}
SELECT 'ssd_involvements.invo_professional_id' AS reference, COUNT(*) AS orphans FROM ssd_involvements AS child WHERE child.invo_professional_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_professionals AS parent WHERE parent.prof_professional_id = child.invo_professional_id);
SELECT 'ssd_involvements.invo_professional_team' AS reference, COUNT(*) AS orphans FROM ssd_involvements AS child WHERE child.invo_professional_team IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_department AS parent WHERE parent.dept_team_id = child.invo_professional_team);
SELECT 'ssd_involvements.invo_referral_id' AS reference, COUNT(*) AS orphans FROM ssd_involvements AS child WHERE child.invo_referral_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_cin_episodes AS parent WHERE parent.cine_referral_id = child.invo_referral_id);

-- META-CONTAINER: {"type": "table", "name": "ssd_permanence"}
-- META-ELEMENT: {"type": "count_orphans"}
SELECT 'ssd_permanence.perm_adoption_worker_id' AS reference, COUNT(*) AS orphans FROM ssd_permanence AS child WHERE child.perm_adoption_worker_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_professionals AS parent WHERE parent.prof_professional_id = child.perm_adoption_worker_id);

-- META-CONTAINER: {"type": "table", "name": "ssd_s47_enquiry"}
-- META-ELEMENT: {"type": "count_orphans"}
SELECT 'ssd_s47_enquiry.s47e_referral_id' AS reference, COUNT(*) AS orphans FROM ssd_s47_enquiry AS child WHERE child.s47e_referral_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_cin_episodes AS parent WHERE parent.cine_referral_id = child.s47e_referral_id);
SELECT 'ssd_s47_enquiry.s47e_s47_completed_by_worker_id' AS reference, COUNT(*) AS orphans FROM ssd_s47_enquiry AS child WHERE child.s47e_s47_completed_by_worker_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_professionals AS parent WHERE parent.prof_professional_id = child.s47e_s47_completed_by_worker_id);
SELECT 'ssd_s47_enquiry.s47e_s47_completed_by_team' AS reference, COUNT(*) AS orphans FROM ssd_s47_enquiry AS child WHERE child.s47e_s47_completed_by_team IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_department AS parent WHERE parent.dept_team_id = child.s47e_s47_completed_by_team);
