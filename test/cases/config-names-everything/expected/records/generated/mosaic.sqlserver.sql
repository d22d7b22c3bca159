-- META-ELEMENT: {"type": "header"}
-- =============================================================================
-- Essex children's data standard
-- Tables for Mosaic on SQL Server (2012 or later)
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
  pers_born datetime NULL, -- metadata={"item_ref":"PERS005A"}
  CONSTRAINT pk_ssd_person PRIMARY KEY (pers_person_id)
);
GO
