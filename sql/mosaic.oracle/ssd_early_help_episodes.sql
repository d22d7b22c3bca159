-- META-ELEMENT: {"type": "header"}
-- ssd_early_help_episodes for Mosaic on Oracle (12.2 or later), for reading: the script that is run is mosaic.oracle.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

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
-- META-ELEMENT: {"type": "count_orphans"}
SELECT 'ssd_early_help_episodes.earl_episode_worker_id' AS reference, COUNT(*) AS orphans FROM ssd_early_help_episodes child WHERE child.earl_episode_worker_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_professionals parent WHERE parent.prof_professional_id = child.earl_episode_worker_id);
