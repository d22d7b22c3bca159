-- META-ELEMENT: {"type": "header"}
-- ssd_permanence for Eclipse on PostgreSQL (10 or later), for reading: the script that is run is eclipse.postgres.sql,
-- which has this part of every object in its place, and the settings that the load refers to.

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
-- META-ELEMENT: {"type": "count_orphans"}
SELECT 'ssd_permanence.perm_adoption_worker_id' AS reference, COUNT(*) AS orphans FROM ssd_permanence AS child WHERE child.perm_adoption_worker_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ssd_professionals AS parent WHERE parent.prof_professional_id = child.perm_adoption_worker_id);
