/** What changes in a script, told in one line: `3 tables, +2 columns, 1 column renamed; re-run needed: yes`. */
import { narrowed, retyped, widened } from './column-changes.js';
import { added, both, enforced, type FactChange, isOf, removed, unenforced, type When } from './fact-changes.js';
import type { Fact } from './script-facts.js';

interface Row {
  readonly kind: Fact['kind'];
  /** `#` is the number; what stands in brackets is for more than one. */
  readonly phrase: string;
  readonly when: When;
  /** Told, but nothing that a script does depends on it. */
  readonly told?: 'only';
}

const ROWS: readonly Row[] = [
  { kind: 'table', phrase: '# table(s) added', when: added },
  { kind: 'table', phrase: '# table(s) removed', when: removed },
  { kind: 'table', phrase: '# table(s) renamed', when: both((a, b) => a.name !== b.name) },
  { kind: 'column', phrase: '+# column(s)', when: added },
  { kind: 'column', phrase: '-# column(s)', when: removed },
  { kind: 'column', phrase: '# column(s) renamed', when: both((a, b) => a.name !== b.name) },
  { kind: 'column', phrase: '# column(s) moved to another table', when: both((a, b) => a.pair !== b.pair) },
  { kind: 'column', phrase: '# type(s) changed', when: retyped(() => true) },
  { kind: 'column', phrase: '# column(s) widened', when: widened },
  { kind: 'column', phrase: '# column(s) narrowed', when: narrowed },
  { kind: 'column', phrase: '# column(s) made NOT NULL', when: both((a, b) => a.nullable && !b.nullable) },
  { kind: 'column', phrase: '# column(s) made NULL', when: both((a, b) => !a.nullable && b.nullable) },
  { kind: 'column', phrase: '# item_ref(s) changed', when: both((a, b) => a.itemRef !== b.itemRef), told: 'only' },
  { kind: 'load', phrase: '# load(s) added', when: added },
  { kind: 'load', phrase: '# load(s) removed', when: removed },
  { kind: 'load', phrase: '# load(s) that may read other rows', when: both((a, b) => a.type !== b.type) },
  { kind: 'source', phrase: '+# source(s)', when: added },
  { kind: 'source', phrase: '-# source(s)', when: removed },
  { kind: 'source', phrase: '# source(s) changed', when: both((a, b) => a.type !== b.type) },
  { kind: 'primary key', phrase: '# primary key(s) changed', when: both((a, b) => a.name !== b.name) },
  { kind: 'foreign key', phrase: '+# foreign key(s)', when: enforced },
  { kind: 'foreign key', phrase: '-# foreign key(s)', when: unenforced },
  { kind: 'index', phrase: '+# index(es)', when: added },
  { kind: 'index', phrase: '-# index(es)', when: removed },
];

/** Said where a script stays as it is. */
export const NO_CHANGE = 'no SQL change';

/** Takes how many tables differ and in what, gives the counts. */
export function summarise(tables: number, changes: readonly FactChange[]): string {
  const counted = ROWS.map((row) => ({ row, count: changes.filter((change) => isOf(change, row)).length }));
  const phrases = counted.filter(({ count }) => count > 0).map(({ row, count }) => phrased(row.phrase, count));
  return [phrased('# table(s)', tables), ...(phrases.length > 0 ? phrases : ['order or comments only'])].join(', ');
}

/** Whether whoever ran the script before has to run it again: any load, table or key is another. */
export function isRerunNeeded(changes: readonly FactChange[]): boolean {
  const rows = ROWS.filter(({ told }) => told !== 'only');
  return changes.some((change) => rows.some((row) => isOf(change, row)));
}

function phrased(phrase: string, count: number): string {
  return phrase.replace('#', `${count}`).replace(/\((\w+)\)/, count === 1 ? '' : '$1');
}
