SET DEFINE OFF
-- META-ELEMENT: {"type": "header"}
-- =============================================================================
-- Standard Safeguarding Dataset
-- Tables for Mosaic on Oracle (12.2 or later)
--
-- Generated from the specification: do not edit, change the specification instead.
--
-- What it does: creates each table of the standard with its keys and indexes where it
-- is absent. It may be run again at any time. It drops nothing, deletes nothing, reads
-- nothing from the CMS and changes no column of a table that exists already.
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
  pers_dob timestamp NULL, -- metadata={"item_ref":"PERS005A"}
  CONSTRAINT pk_ssd_person PRIMARY KEY (pers_person_id)
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
  disa_table_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"DISA003A"}
  disa_person_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"DISA001A"}
  disa_disability_type nvarchar2(100) NULL, -- metadata={"item_ref":"DISA002A"}
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
