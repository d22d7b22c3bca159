-- META-ELEMENT: {"type": "header"}
-- ssd_cin_plans for Mosaic on Oracle (12.2 or later), for reading: the script that is run is mosaic.oracle.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

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
-- META-ELEMENT: {"type": "count_orphans"}
SELECT 'ssd_cin_plans.cinp_referral_id' AS reference, COUNT(*) AS orphans FROM ssd_cin_plans child WHERE child.cinp_referral_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_cin_episodes parent WHERE parent.cine_referral_id = child.cinp_referral_id);
SELECT 'ssd_cin_plans.cinp_cin_plan_team' AS reference, COUNT(*) AS orphans FROM ssd_cin_plans child WHERE child.cinp_cin_plan_team IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_department parent WHERE parent.dept_team_id = child.cinp_cin_plan_team);
SELECT 'ssd_cin_plans.cinp_cin_plan_worker_id' AS reference, COUNT(*) AS orphans FROM ssd_cin_plans child WHERE child.cinp_cin_plan_worker_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_professionals parent WHERE parent.prof_professional_id = child.cinp_cin_plan_worker_id);
