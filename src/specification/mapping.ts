/**
 * Mappings: where a CMS keeps what the standard asks for. One file an object and CMS (`<cms>/<object>.yml`), beside them
 * `_sources.yml` (the tables of the CMS) and `_fragments.yml` (what several objects share). docs/mappings.md is the form.
 *
 * Expressions stay texts here: they are parsed only where SQL is made from them, or where they are linted.
 */
import type { Spot } from './model.js';

/** A piece of neutral SQL and where it stands. */
export interface SqlText extends Spot {
  readonly text: string;
}

/** SQL written for single databases, by the name of the dialect: counted, and flagged in every review. */
export interface FreeSql extends Spot {
  readonly texts: Readonly<Record<string, SqlText>>;
  /** Why neutral SQL cannot say it. */
  readonly why: string;
}

/** A table that is joined to those before it. */
export interface MappingJoin extends Spot {
  readonly kind: 'inner' | 'left';
  /** `TABLE alias`, of the sources or of the sets. */
  readonly table: SqlText;
  readonly on: SqlText;
  /** Where it is given, only the first row in this order is taken. */
  readonly firstBy: SqlText | null;
}

/** Which records are young enough for the extract. */
export type WindowRule = 'overlaps' | 'started_or_open' | 'ended_or_open';

/** The rule with the two dates that it is about. */
export interface MappingWindow extends Spot {
  readonly rule: WindowRule;
  readonly start: SqlText;
  readonly end: SqlText;
}

/** A list of codes, or what each code of the CMS becomes. */
export interface CodeList extends Spot {
  /** From the CMS's code to the standard's; a plain list has each code become itself. */
  readonly codes: Readonly<Record<string, string>>;
}

/** A condition that brings a person into the extract. */
export interface CohortBranch {
  readonly name: string;
  readonly condition: SqlText;
}

/** One member of a JSON object. */
export interface JsonMember extends Spot {
  readonly key: string;
  readonly kind: 'text' | 'number';
  readonly value: SqlText;
  /** Characters that a text may have; null means those of its source. */
  readonly max: number | null;
}

/** Where the value of an item comes from. */
export type ItemSource =
  | { readonly kind: 'expression'; readonly value: SqlText }
  | {
      readonly kind: 'map';
      readonly value: SqlText;
      /** Name of a code list, or the list itself. */
      readonly codes: string | CodeList;
      /** For a value outside the list, and for a missing one; null leaves it missing. */
      readonly otherwise: string | null;
      readonly whenNull: string | null;
    }
  | { readonly kind: 'json'; readonly members: readonly JsonMember[] }
  | { readonly kind: 'not-held'; readonly reason: string }
  | { readonly kind: 'free'; readonly sql: FreeSql; readonly type: string };

/** An item of the standard with its source. */
export interface MappedItem extends Spot {
  readonly ref: string;
  readonly source: ItemSource;
}

/** A value that differs by authority. */
export interface Parameter extends Spot {
  readonly name: string;
  /** Null where every authority has to give its own. */
  readonly value: string | number | readonly (string | number)[] | null;
  /** What it is, for the analyst who has to give it. */
  readonly means: string;
}

/** A select with a name; a load can read from it as from a table. */
export interface NamedSet extends Spot {
  readonly name: string;
  readonly query: SqlText | FreeSql;
  /** Columns with their types; of free SQL only, a neutral query says them itself. */
  readonly columns: Readonly<Record<string, string>>;
}

/** What can be used by name. */
export interface Fragments {
  readonly sets: readonly NamedSet[];
  readonly codes: Readonly<Record<string, CodeList>>;
  readonly parameters: readonly Parameter[];
}

/** How one CMS fills one object. */
export interface Mapping extends Spot, Fragments {
  readonly cms: string;
  readonly object: string;
  /** Why the CMS holds nothing of the object; `''` where it does. */
  readonly notHeld: string;
  readonly from: SqlText | null;
  readonly joins: readonly MappingJoin[];
  readonly where: readonly SqlText[];
  readonly window: MappingWindow | null;
  /** The person whose rows these are: only those of persons in the extract are taken. */
  readonly inCohort: SqlText | null;
  readonly cohort: readonly CohortBranch[];
  /** One row for each value of these, the first in the order of `firstBy`. */
  readonly onePer: SqlText | null;
  readonly firstBy: SqlText | null;
  readonly distinct: boolean;
  readonly items: readonly MappedItem[];
  readonly notes: readonly string[];
}

/** The tables of a CMS, as far as mappings read them. */
export interface Sources extends Spot {
  /** Where the tables lie, by dialect. */
  readonly schema: Readonly<Record<string, string>>;
  /** Types by column by table: `int`, `str48`, `dt`, `float`, `bit`, each with ` key` where it is unique. */
  readonly tables: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** All that is known of one CMS. */
export interface CmsMappings {
  readonly cms: string;
  readonly mappings: readonly Mapping[];
  readonly fragments: Fragments;
  readonly sources: Sources | null;
}
