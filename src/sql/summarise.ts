/** What changes in a script, told in one line: `3 tables, +2 columns, 1 column renamed`. */
import { type BaseRefOf, type Fact, type RenderedPair, scriptFacts } from './script-facts.js';

/** One thing before and after; null where it does not exist. */
interface FactChange {
  readonly before: Fact | null;
  readonly after: Fact | null;
}

interface Row {
  readonly kind: Fact['kind'];
  /** `#` is the number; what stands in brackets is for more than one. */
  readonly phrase: string;
  readonly when: (before: Fact | null, after: Fact | null) => boolean;
}

const added: Row['when'] = (before, after) => before === null && after !== null;
const removed: Row['when'] = (before, after) => before !== null && after === null;
const both =
  (when: (before: Fact, after: Fact) => boolean): Row['when'] =>
  (before, after) =>
    before !== null && after !== null && when(before, after);

const ROWS: readonly Row[] = [
  { kind: 'table', phrase: '# table(s) added', when: added },
  { kind: 'table', phrase: '# table(s) removed', when: removed },
  { kind: 'table', phrase: '# table(s) renamed', when: both((a, b) => a.name !== b.name) },
  { kind: 'column', phrase: '+# column(s)', when: added },
  { kind: 'column', phrase: '-# column(s)', when: removed },
  { kind: 'column', phrase: '# column(s) renamed', when: both((a, b) => a.name !== b.name) },
  { kind: 'column', phrase: '# column(s) moved to another table', when: both((a, b) => a.pair !== b.pair) },
  { kind: 'column', phrase: '# type(s) changed', when: both((a, b) => a.type !== b.type) },
  { kind: 'column', phrase: '# column(s) made NOT NULL', when: both((a, b) => a.nullable && !b.nullable) },
  { kind: 'column', phrase: '# column(s) made NULL', when: both((a, b) => !a.nullable && b.nullable) },
  { kind: 'column', phrase: '# item_ref(s) changed', when: both((a, b) => a.itemRef !== b.itemRef) },
  { kind: 'load', phrase: '# load(s) added', when: added },
  { kind: 'load', phrase: '# load(s) removed', when: removed },
  { kind: 'load', phrase: '# load(s) with other rows', when: both((a, b) => a.type !== b.type) },
  { kind: 'source', phrase: '+# source(s)', when: added },
  { kind: 'source', phrase: '-# source(s)', when: removed },
  { kind: 'source', phrase: '# source(s) changed', when: both((a, b) => a.type !== b.type) },
  { kind: 'primary key', phrase: '# primary key(s) changed', when: both((a, b) => a.name !== b.name) },
  { kind: 'foreign key', phrase: '+# foreign key(s)', when: added },
  { kind: 'foreign key', phrase: '-# foreign key(s)', when: removed },
  { kind: 'index', phrase: '+# index(es)', when: added },
  { kind: 'index', phrase: '-# index(es)', when: removed },
];

/**
 * Takes the objects whose scripts differ, gives the line. An item is known by its ref, so a rename counts as one;
 * columns and keys of a table that comes or goes as a whole are not counted beside it.
 */
export function summarise(pairs: readonly RenderedPair[], baseRefOf: BaseRefOf): string {
  if (pairs.length === 0) return 'no SQL change';
  const before = scriptFacts(
    pairs.map(({ base }) => base),
    (itemRef) => itemRef,
  );
  const after = scriptFacts(
    pairs.map(({ head }) => head),
    baseRefOf,
  );
  const changes = factChanges(before, after);
  const counted = ROWS.map((row) => ({ row, count: changes.filter((change) => matches(change, row)).length }));
  const phrases = counted.filter(({ count }) => count > 0).map(({ row, count }) => phrased(row.phrase, count));
  return [phrased('# table(s)', pairs.length), ...(phrases.length > 0 ? phrases : ['order or comments only'])].join(
    ', ',
  );
}

function factChanges(before: ReadonlyMap<string, Fact>, after: ReadonlyMap<string, Fact>): FactChange[] {
  const keys = new Set([...before.keys(), ...after.keys()]);
  const changes = [...keys].map((key) => ({ before: before.get(key) ?? null, after: after.get(key) ?? null }));
  const stays = (fact: Fact | null) => fact === null || (before.has(tableKey(fact)) && after.has(tableKey(fact)));
  return changes.filter(
    ({ before: old, after: young }) =>
      old?.kind === 'table' || young?.kind === 'table' || (old && young) || (stays(old) && stays(young)),
  );
}

function tableKey({ pair }: Fact): string {
  return `table ${pair}`;
}

function matches({ before, after }: FactChange, { kind, when }: Row): boolean {
  return (before ?? after)?.kind === kind && when(before, after);
}

function phrased(phrase: string, count: number): string {
  return phrase.replace('#', `${count}`).replace(/\((\w+)\)/, count === 1 ? '' : '$1');
}
