/** Keeps of a load what a database can have: columns that exist there, and free SQL that is written for it. */
import type { Path } from '../../specification/model.js';
import type { Dialect } from '../dialects/dialect.js';
import type { Expression } from '../expressions/expression.js';
import { partsOf } from '../expressions/walk.js';
import { isWrittenFor } from '../expressions/write-query.js';
import type { Remark } from '../statement.js';
import { type Load, type LoadColumn, loadColumnsOf } from './load.js';

/** What a table has on a database. */
export interface Kept {
  readonly dialect: Dialect;
  /** Places of the items that have a column. */
  readonly columns: ReadonlySet<Path>;
  /** Places of the items that no row can be without. */
  readonly needed: ReadonlySet<Path>;
}

/** Takes a load, gives it without what the database lacks, or a remark where no row could be inserted. */
export function keepLoad(load: Load, kept: Kept): Load | Remark {
  const unwritten = load.sets.find(
    ({ query }) => query.kind === 'free' && !isWrittenFor(query.texts, kept.dialect.name),
  );
  if (unwritten !== undefined) return refused(load, `its set ${unwritten.name} has no SQL for ${kept.dialect.title}`);
  const members = load.members.map((member) => (member.kind === 'remark' ? member : keepColumn(member, kept)));
  const lost = members.find(
    (member, index) => member !== load.members[index] && kept.needed.has(member.origins[0].path),
  );
  if (lost?.kind === 'remark') return refused(load, lost.text);
  const result = { ...load, members };
  return loadColumnsOf(result).length === 0 ? refused(load, 'no column of it is mapped') : result;
}

function keepColumn(column: LoadColumn, { dialect, columns }: Kept): LoadColumn | Remark {
  const { origins, name } = column;
  const remark = (text: string): Remark => ({ kind: 'remark', element: 'insert_data', origins, text, problem: false });
  if (!columns.has(origins[0].path)) return remark(`${name} has no column here`);
  return freeIn(column).every((texts) => isWrittenFor(texts, dialect.name))
    ? column
    : remark(`${name} has no SQL for ${dialect.title}`);
}

/** The free SQL of a column. */
export function freeIn({ source }: LoadColumn): readonly Readonly<Record<string, string>>[] {
  const values = source.kind === 'value' ? [source.value] : source.parts.map(({ value }) => value);
  return values.flatMap(freeBelow);
}

function freeBelow(value: Expression): readonly Readonly<Record<string, string>>[] {
  return value.kind === 'free' ? [value.texts] : partsOf(value).flatMap(freeBelow);
}

function refused({ origins, table }: Load, why: string): Remark {
  return { kind: 'remark', element: 'insert_data', origins, text: `not loaded: ${table}, ${why}`, problem: false };
}
