import type { Path } from '../specification/model.js';
import type { ChangeClass, ChangeKind } from './change-kinds.js';

/** A value of an item, JSON-able: null is "has none". */
export type Value = string | number | boolean | readonly string[] | null;

/** One difference between two revisions. Ref, object and name are the head's; of something removed, the base's. */
export interface Change {
  readonly kind: ChangeKind;
  readonly object: string;
  /** `''` for changes of objects and code sets. */
  readonly itemRef: string;
  /** Item name; for a code set its name. */
  readonly name: string;
  readonly before: Value;
  readonly after: Value;
  readonly class: ChangeClass;
  /** 16 hexadecimal digits of a hash over the change's data, never over its sentence. */
  readonly fingerprint: string;
  /** Which of the item's records has the change: the YAML, or only the spreadsheet beside it. */
  readonly source: 'yaml' | 'spreadsheet';
  /** Where it stands: in the head, of something removed in the base. */
  readonly side: 'base' | 'head';
  readonly file: string;
  readonly path: Path;
  /** The same item's object, ref and name in the base; null when it did not exist. */
  readonly was: { readonly object: string; readonly itemRef: string; readonly name: string } | null;
  /** For a validators change the validator, for a code set value the value; otherwise `''`. */
  readonly part: string;
}

/** An identity that cannot be told from the files alone: a person is asked, nothing is guessed. */
export interface IdentityQuestion {
  readonly object: string;
  readonly itemRef: string;
  /** One plain question with the evidence. */
  readonly question: string;
  readonly file: string;
  readonly path: Path;
}

/** Changes with the same pattern, shown as one. */
export interface ChangeGroup {
  /** `g1`, `g2`, ... in order of first appearance. */
  readonly id: string;
  readonly kind: ChangeKind;
  /** One plain sentence: `SSDA903 added to the returns of 94 items`. */
  readonly title: string;
  /** Indexes into the list of changes. */
  readonly members: readonly number[];
}

/** What differs between two revisions: the changes in reading order, their groups, and what must be asked. */
export interface Comparison {
  readonly changes: readonly Change[];
  readonly groups: readonly ChangeGroup[];
  readonly questions: readonly IdentityQuestion[];
}
