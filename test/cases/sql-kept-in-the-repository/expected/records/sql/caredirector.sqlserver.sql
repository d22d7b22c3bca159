-- META-ELEMENT: {"type": "header"}
-- =============================================================================
-- Standard Safeguarding Dataset
-- Tables for CareDirector on SQL Server (2012 or later)
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
IF OBJECT_ID(N'ssd_person', N'U') IS NULL
CREATE TABLE ssd_person (
  pers_person_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"PERS001A"}
  pers_dob datetime NULL, -- metadata={"item_ref":"PERS005A"}
  CONSTRAINT pk_ssd_person PRIMARY KEY (pers_person_id)
);
GO

-- META-CONTAINER: {"type": "table", "name": "ssd_disability"}
-- META-ELEMENT: {"type": "create_table"}
IF OBJECT_ID(N'ssd_disability', N'U') IS NULL
CREATE TABLE ssd_disability (
  disa_table_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"DISA003A"}
  disa_person_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"DISA001A"}
  disa_disability_type nvarchar(100) NULL, -- metadata={"item_ref":"DISA002A"}
  CONSTRAINT pk_ssd_disability PRIMARY KEY (disa_table_id)
);
-- META-ELEMENT: {"type": "create_fk"}
IF NOT EXISTS (SELECT 1 FROM sys.foreign_keys WHERE parent_object_id = OBJECT_ID(N'ssd_disability', N'U') AND name = N'fk_ssd_disability_disa_person_id')
ALTER TABLE ssd_disability ADD CONSTRAINT fk_ssd_disability_disa_person_id FOREIGN KEY (disa_person_id) REFERENCES ssd_person (pers_person_id);
-- META-ELEMENT: {"type": "create_idx"}
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_disability', N'U') AND name = N'ix_ssd_disability_disa_person_id')
CREATE INDEX ix_ssd_disability_disa_person_id ON ssd_disability (disa_person_id);
GO
