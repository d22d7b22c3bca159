/**
 * The table of what a new script means for tables that are deployed already. Scripts create what is absent and change no
 * column of a table that exists, so whoever deployed the last version has to bring the tables along: by hand, and nothing
 * is ever dropped. Every row says what that takes.
 */
import { narrowed, retyped, widened } from './column-changes.js';
import { added, both, enforced, removed, unenforced, type When } from './fact-changes.js';
import type { Fact } from './script-facts.js';

/** From nothing to do, over what can lose nothing, and what can, to what no script is made of. */
export const SAFETIES = ['none', 'safe', 'needs care', 'refused'] as const;

/** How much care deployed tables need. */
export type Safety = (typeof SAFETIES)[number];

interface ClassRow {
  readonly safety: Exclude<Safety, 'none'>;
  /** What happens, for a heading. */
  readonly title: string;
  /** Why it needs care or is refused; `''` where it is safe. */
  readonly reason: string;
  /** What an analyst does about a deployed table. */
  readonly byHand: string;
  /** Which facts of the scripts make it one of these; without them it is found elsewhere. */
  readonly kind?: Fact['kind'];
  readonly when?: When;
}

/** One row a class, after the change between two versions that it is of. */
export const MIGRATION_CLASSES = {
  'table-added': {
    safety: 'safe',
    title: 'table added',
    reason: '',
    byHand: 'Nothing: the script creates it.',
    kind: 'table',
    when: added,
  },
  'table-renamed': {
    safety: 'safe',
    title: 'table renamed',
    reason: '',
    byHand: 'Rename the deployed table before the next run; else the script creates a second one beside it.',
    kind: 'table',
    when: both((a, b) => a.name !== b.name),
  },
  'table-retired': {
    safety: 'needs care',
    title: 'table retired',
    reason: 'it keeps its rows, and a foreign key to `ssd_person` that it has stops the next refresh',
    byHand: 'Take its foreign key off and rename it `zz_retired_` with its name; it is not filled any more.',
    kind: 'table',
    when: removed,
  },
  'column-added': {
    safety: 'safe',
    title: 'column added',
    reason: '',
    byHand: 'Add the column to the deployed table before the next run; else its load fails where the item is mapped.',
    kind: 'column',
    when: (before, after) => added(before, after) && after?.nullable === true,
  },
  'required-column-added': {
    safety: 'needs care',
    title: 'required column added',
    reason: 'rows that are there already have no value for it',
    byHand: 'Add the column without NOT NULL before the next run; set NOT NULL when no row lacks a value.',
    kind: 'column',
    when: (before, after) => added(before, after) && after?.nullable === false,
  },
  'column-renamed': {
    safety: 'safe',
    title: 'column renamed',
    reason: '',
    byHand:
      'Rename the column of the deployed table before the next run; else its load fails where the item is mapped.',
    kind: 'column',
    when: both((a, b) => a.name !== b.name),
  },
  'column-moved': {
    safety: 'needs care',
    title: 'column moved to another table',
    reason: 'its values stay where they were',
    byHand: 'Add the column to the other table before the next run, which fills it where it is mapped.',
    kind: 'column',
    when: both((a, b) => a.pair !== b.pair),
  },
  widened: {
    safety: 'safe',
    title: 'column widened',
    reason: '',
    byHand: 'Widen the column of the deployed table before the next run; else longer values fail.',
    kind: 'column',
    when: widened,
  },
  narrowed: {
    safety: 'needs care',
    title: 'column narrowed',
    reason: 'longer values that are deployed would be cut',
    byHand: 'Leave the column as wide as it is, or narrow it when no value is longer than the new size.',
    kind: 'column',
    when: narrowed,
  },
  retyped: {
    safety: 'needs care',
    title: 'column of another type',
    reason: 'values that the new type cannot hold would be lost',
    byHand: 'Count the values that do not convert, and change the type of the column when there are none.',
    kind: 'column',
    when: retyped((isKept) => !isKept),
  },
  'retyped-keeping-values': {
    safety: 'safe',
    title: 'column of another type that holds every value',
    reason: '',
    byHand: 'Change the type of the deployed column before the next run; else its load can fail.',
    kind: 'column',
    when: retyped((isKept) => isKept),
  },
  'made-required': {
    safety: 'needs care',
    title: 'column made required',
    reason: 'rows without a value would be refused',
    byHand: 'Count the rows without a value, and set NOT NULL when there are none.',
    kind: 'column',
    when: both((a, b) => a.nullable && !b.nullable),
  },
  'made-optional': {
    safety: 'safe',
    title: 'column no longer required',
    reason: '',
    byHand: 'Take NOT NULL off the column before the next run; else rows without a value fail.',
    kind: 'column',
    when: both((a, b) => !a.nullable && b.nullable),
  },
  'column-retired': {
    safety: 'safe',
    title: 'column retired',
    reason: '',
    byHand: 'Rename it `zz_retired_` with its name when nothing reads it; it is not filled any more.',
    kind: 'column',
    when: (before, after) => removed(before, after) && before?.nullable === true,
  },
  'required-column-retired': {
    safety: 'needs care',
    title: 'required column retired',
    reason: 'nothing fills it any more, and it refuses rows without a value',
    byHand: 'Take NOT NULL off the column before the next run, and rename it `zz_retired_` with its name.',
    kind: 'column',
    when: (before, after) => removed(before, after) && before?.nullable === false,
  },
  'key-changed': {
    safety: 'needs care',
    title: 'primary key changed',
    reason: 'rows can lack the new key, or share it',
    byHand: 'Count the rows that lack the new key or share it, and put it in the place of the old when there are none.',
    kind: 'primary key',
    when: both((a, b) => a.name !== b.name),
  },
  'foreign-key-added': {
    safety: 'needs care',
    title: 'foreign key added',
    reason: 'the script adds it, and fails while rows refer to nobody',
    byHand: 'Ask for the orphans first (the questions at the end of the script), and mend them in the CMS.',
    kind: 'foreign key',
    when: enforced,
  },
  'foreign-key-removed': {
    safety: 'needs care',
    title: 'foreign key removed',
    reason: 'the deployed one stays, and can stop the refresh',
    byHand: 'Take the foreign key off the deployed table before the next run.',
    kind: 'foreign key',
    when: (before, after) => unenforced(before, after) && after === null,
  },
  'foreign-key-taken-off': {
    safety: 'safe',
    title: 'foreign key of a table that is filled no more',
    reason: '',
    byHand: 'Nothing: the script takes it off the deployed table, whose rows would keep those of `ssd_person`.',
    kind: 'foreign key',
    when: (before, after) => unenforced(before, after) && after !== null,
  },
  'index-added': {
    safety: 'safe',
    title: 'index added',
    reason: '',
    byHand: 'Nothing: the script creates it.',
    kind: 'index',
    when: added,
  },
  'index-removed': {
    safety: 'safe',
    title: 'index removed',
    reason: '',
    byHand: 'Nothing: the deployed index may stay.',
    kind: 'index',
    when: removed,
  },
  'load-removed': {
    safety: 'needs care',
    title: 'table filled no more',
    reason: 'the rows of the last run stay as they are',
    byHand: 'Delete them where they must not be read any more.',
    kind: 'load',
    when: removed,
  },
  'code-set-shrinks': {
    safety: 'needs care',
    title: 'codes removed',
    reason: 'rows can hold a code that is gone',
    byHand: 'Count the rows with these codes; a table that is filled from the CMS is right after the next run.',
  },
  'not-emitted': {
    safety: 'refused',
    title: 'left out of the script, or not in it as specified',
    reason: 'no SQL can be made of it as it is specified',
    byHand: 'Nothing: the specification has to be mended first.',
  },
} as const satisfies Record<string, ClassRow>;

/** Name of a class; published in the JSON and never renamed. */
export type MigrationClass = keyof typeof MIGRATION_CLASSES;

/** The row of a class. */
export function migrationRow(of: MigrationClass): ClassRow {
  return MIGRATION_CLASSES[of];
}
