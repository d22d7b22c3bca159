/** Whether two engines hold the same table, and in words where they do not. */
import type { Row } from '../engine.js';

/** Two readings of one table, in the canonical form. */
export interface Comparison {
  /** Names of the columns, in the order of the cells. */
  readonly columns: readonly string[];
  /** Which of them tell rows apart; none where nothing does. */
  readonly key: readonly string[];
  readonly left: { readonly engine: string; readonly rows: readonly Row[] };
  readonly right: { readonly engine: string; readonly rows: readonly Row[] };
}

/** More differences than these are counted, not shown. */
const MOST = 5;
const LONGEST = 60;

/** Takes two readings, gives a line for each difference; none where the tables are the same. */
export function compareTables(comparison: Comparison): readonly string[] {
  const { left, right, key } = comparison;
  const found = key.length > 0 ? byKey(comparison) : byRow(comparison);
  const counts =
    left.rows.length === right.rows.length
      ? []
      : [`${left.engine} has ${left.rows.length} rows, ${right.engine} ${right.rows.length}`];
  const more = found.length > MOST ? [`and ${found.length - MOST} more`] : [];
  return [...counts, ...found.slice(0, MOST), ...more];
}

function byKey({ columns, key, left, right }: Comparison): string[] {
  const [own, other] = [grouped(left.rows, columns, key), grouped(right.rows, columns, key)];
  return [...new Map([...own, ...other])].flatMap(([id, { label }]) => {
    const [mine, theirs] = [own.get(id)?.rows ?? [], other.get(id)?.rows ?? []];
    if (mine.length !== theirs.length)
      return [countSaid(label, [left.engine, mine.length], [right.engine, theirs.length])];
    return mine.flatMap((row, nth) =>
      columns.flatMap((column, index) => {
        const [a, b] = [row[index] ?? null, theirs[nth]?.[index] ?? null];
        return a === b
          ? []
          : [`row ${label}: ${column} is ${shown(a)} in ${left.engine}, ${shown(b)} in ${right.engine}`];
      }),
    );
  });
}

function byRow({ columns, left, right }: Comparison): string[] {
  const [own, other] = [grouped(left.rows, columns, columns), grouped(right.rows, columns, columns)];
  return [...new Map([...own, ...other])].flatMap(([id, { label }]) => {
    const [mine, theirs] = [own.get(id)?.rows.length ?? 0, other.get(id)?.rows.length ?? 0];
    return mine === theirs ? [] : [countSaid(label, [left.engine, mine], [right.engine, theirs])];
  });
}

/** Rows with one key, and the key as people see it. */
interface Group {
  readonly label: string;
  readonly rows: Row[];
}

function grouped(rows: readonly Row[], columns: readonly string[], key: readonly string[]): Map<string, Group> {
  const places = key.map((name) => columns.indexOf(name));
  const groups = new Map<string, Group>();
  for (const row of rows) {
    const cells = places.map((place) => row[place] ?? null);
    const id = JSON.stringify(cells);
    const known = groups.get(id);
    if (known === undefined) groups.set(id, { label: cells.map(shown).join(', '), rows: [row] });
    else known.rows.push(row);
  }
  return groups;
}

function countSaid(id: string, [engine, count]: [string, number], [other, otherCount]: [string, number]): string {
  return `row ${id} stands ${times(count)} in ${engine}, ${times(otherCount)} in ${other}`;
}

function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`;
}

function shown(cell: string | null): string {
  const text = JSON.stringify(cell);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}...` : text;
}
