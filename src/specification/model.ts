/**
 * The specification as plain, readonly data: what one revision of the standard says.
 *
 * Values are normalised: absent, `null`, `''` and `[]` are one value (`''` for texts, `[]` for lists, `null` for
 * sizes), and `primary_key: false` or `required: {enabled: false}` are the same as absent. Texts keep their
 * letter case and whitespace. Older spellings of keys are already read as what they became.
 */
import type { CmsMappings } from './mapping.js';

/** A path inside one file: YAML keys and indexes, or `['row', 3, 'change_id']` in a CSV (row 0 is the heading). */
export type Path = readonly (string | number)[];

/** Something in a file; `locate` turns it into a line and a column. */
export interface Spot {
  readonly file: string;
  readonly path: Path;
}

/** The metadata block of an item in the documented vocabulary, whatever vocabulary the file uses. */
export interface Metadata {
  readonly releaseDatetime: string;
  readonly changeId: string;
  readonly itemChangesCount: number;
  readonly changeReason: string;
  readonly changeType: string;
  /** The block as written, key by key, in the file's own vocabulary: to notice that a person edited it. */
  readonly written: Readonly<Record<string, string>>;
}

/** Declared length of a sized type: characters, or bytes for `binary`; `'max'` is unlimited; null is none. */
export type Size = number | 'max' | null;

/** One data item: a column, and what people must know of it. */
export interface DataItem extends Spot {
  readonly object: string;
  /** `item_ref`, the identity of the item; `''` when it is missing. */
  readonly ref: string;
  readonly name: string;
  readonly description: string;
  readonly guidance: string;
  readonly type: string;
  readonly size: Size;
  readonly primaryKey: boolean;
  readonly required: boolean;
  readonly unique: boolean;
  /** `object.item` as written. */
  readonly foreignKey: string;
  readonly codeSet: string;
  readonly categories: readonly string[];
  readonly constraints: readonly string[];
  readonly returns: readonly string[];
  readonly cms: readonly string[];
  /** `cms:field` pairs, white space around the colon removed. */
  readonly cmsField: readonly string[];
  /** `cms:table` pairs, white space around the colon removed. */
  readonly cmsTable: readonly string[];
  readonly metadata: Metadata | null;
}

/** One data object: a table. */
export interface DataObject extends Spot {
  readonly name: string;
  readonly items: readonly DataItem[];
}

/** One code of a code set. */
export interface CodeValue extends Spot {
  readonly value: string;
  readonly description: string;
  /** True where the file has an unquoted `Yes`, `no`, `on`, ... that other YAML parsers read as a boolean. */
  readonly booleanTrap: boolean;
}

/** The values that an item may hold. */
export interface CodeSet extends Spot {
  /** File name without `.yml`. */
  readonly name: string;
  readonly values: readonly CodeValue[];
  /** Keys of values beyond `value` and `description`. */
  readonly extraKeys: readonly string[];
}

/** One row of `relationships.yml`, which is derived from the foreign keys. */
export interface Relationship extends Spot {
  readonly parentObject: string;
  readonly parentKey: string;
  readonly childObject: string;
  readonly childKey: string;
  /** `1:M` or `1:1`. */
  readonly relation: string;
}

/** One row of the change log CSV; the ten real columns, blank cells as `''`. */
export interface ChangeLogEntry extends Spot {
  readonly itemRef: string;
  readonly oldItemRef: string;
  /** `dd/mm/yyyy HH:MM`, `''` while pending. */
  readonly releaseDatetime: string;
  readonly changeId: string;
  readonly changeObjectName: string;
  readonly changeImpactTitle: string;
  readonly changeStatus: string;
  readonly changeType: string;
  readonly changeSource: string;
  readonly changeImpactNotes: string;
}

/** The change log CSV: the durable record of every change. */
export interface ChangeLog {
  readonly file: string;
  readonly entries: readonly ChangeLogEntry[];
  /** The heading cells as written, in order. */
  readonly headings: readonly string[];
}

/** One row of the maintainers' spreadsheet: only what we read of it, cells trimmed, `'NULL'` and blanks as `''`. */
export interface SpreadsheetRow extends Spot {
  readonly itemRef: string;
  readonly objectName: string;
  readonly fieldName: string;
  readonly description: string;
  readonly type: string;
  readonly size: Size;
  readonly foreignKey: string;
  readonly returns: readonly string[];
  /** Source columns by CMS, from the `cms_path_*` columns, only where a cell is a clean `TABLE.COLUMN`. */
  readonly sources: Readonly<Record<string, { readonly table: string; readonly field: string }>>;
  /** Every cell as written, by heading. */
  readonly cells: Readonly<Record<string, string>>;
}

/** The CSV that the maintainers of the real repository edit, and its YAML is generated from. */
export interface Spreadsheet {
  readonly file: string;
  readonly headings: readonly string[];
  readonly rows: readonly SpreadsheetRow[];
}

/** A file as written, for checks on its text. */
export interface TextFile {
  readonly file: string;
  readonly text: string;
}

/** A place that could not be read: the file counts as unknown, never as unchanged or empty. */
export interface ReadProblem extends Spot {
  readonly code: string;
  readonly message: string;
  readonly expected: string;
  /** 1-based; given where the parser knows it, otherwise found from the path. */
  readonly line?: number;
  readonly column?: number;
  /** `error` stops the file from being read; `warning` was read in spite of it. */
  readonly severity: 'error' | 'warning';
}

/** Everything one revision says. Lists keep the order of the files (sorted by path) and of the text. */
export interface Specification {
  readonly objects: readonly DataObject[];
  readonly codeSets: readonly CodeSet[];
  /** Null where the repository has no relationships file. */
  readonly relationships: readonly Relationship[] | null;
  readonly changeLog: ChangeLog | null;
  readonly changelogMd: TextFile | null;
  readonly spreadsheet: Spreadsheet | null;
  /** Where each CMS keeps the items, by the name of the CMS; empty where nothing is mapped. */
  readonly cms: readonly CmsMappings[];
  readonly problems: readonly ReadProblem[];
}
