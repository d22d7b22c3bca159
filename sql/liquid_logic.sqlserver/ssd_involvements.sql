-- META-ELEMENT: {"type": "header"}
-- ssd_involvements for Liquid Logic on SQL Server (2012 or later), for reading: the script that is run is liquid_logic.sqlserver.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

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
-- META-ELEMENT: {"type": "count_orphans"}
SELECT N'ssd_involvements.invo_professional_id' AS reference, COUNT(*) AS orphans FROM ssd_involvements AS child WHERE child.invo_professional_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_professionals AS parent WHERE parent.prof_professional_id = child.invo_professional_id);
SELECT N'ssd_involvements.invo_professional_team' AS reference, COUNT(*) AS orphans FROM ssd_involvements AS child WHERE child.invo_professional_team IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_department AS parent WHERE parent.dept_team_id = child.invo_professional_team);
SELECT N'ssd_involvements.invo_referral_id' AS reference, COUNT(*) AS orphans FROM ssd_involvements AS child WHERE child.invo_referral_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_cin_episodes AS parent WHERE parent.cine_referral_id = child.invo_referral_id);
GO
