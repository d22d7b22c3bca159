/** The row of ssd_version_log that says which state of the standard a script was made from. */
import type { DataObject, Specification } from '../specification/model.js';
import { elementTag } from './comment-text.js';
import type { Dialect } from './dialects/dialect.js';
import type { Expression } from './expressions/expression.js';
import { DATETIME, INT, text } from './expressions/value-type.js';
import type { Load, LoadColumn } from './loads/load.js';
import { typeOf } from './loads/plan-value.js';
import { loadLines } from './loads/write-load.js';
import { fold } from './names.js';
import type { RenderContext } from './render-object.js';
import { itemOrigin, objectOrigin } from './statement.js';

const OBJECT = 'ssd_version_log';

/** Refs of the items that are filled. */
const REFS = {
  number: 'VERS1001A',
  description: 'VERS1003A',
  isCurrent: 'VERS1004A',
  createdAt: 'VERS1005A',
  createdBy: 'VERS1006A',
};

/** For which database, and what an authority makes of statements. */
export interface VersionOptions {
  readonly dialect: Dialect;
  readonly adapt?: RenderContext['adapt'] | undefined;
}

/**
 * Takes the specification and the name of the standard, gives the lines; none where the specification has no version
 * log, or an authority does not have it filled. Rows of earlier versions stay and are marked as not current.
 */
export function versionLines(
  specification: Specification,
  standard: string,
  { dialect, adapt = (statements) => statements }: VersionOptions,
): readonly string[] {
  const object = specification.objects.find(({ name }) => fold(name) === OBJECT);
  const number = object?.items.find(({ ref }) => ref === REFS.number);
  const current = object?.items.find(({ ref }) => ref === REFS.isCurrent);
  if (object === undefined || number === undefined || current === undefined) return [];
  const version = versionOf(specification);
  const row = rowOf(object, version, standard);
  if (!adapt([row]).includes(row)) return [];
  const table = dialect.table(object.name);
  const at = `${dialect.identifier(number.name)} = ${dialect.expressions.text(version)}`;
  const load = loadLines(row, dialect);
  return [
    elementTag('version_log'),
    `UPDATE ${table} SET ${dialect.identifier(current.name)} = ${dialect.expressions.no};`,
    `DELETE FROM ${table} WHERE ${at};`,
    ...load.map(({ text: line }) => line),
  ];
}

/** The newest released change, by its number: what is pending says nothing yet of what authorities run. */
function versionOf({ changeLog }: Specification): string {
  const released = changeLog?.entries.filter(({ releaseDatetime }) => releaseDatetime !== '') ?? [];
  const numbered = released.map(({ changeId }) => ({ changeId, number: Number(/(\d+)$/.exec(changeId)?.[1] ?? 0) }));
  const newest = numbered.reduce((known, one) => (one.number > known.number ? one : known), {
    changeId: '',
    number: 0,
  });
  return newest.changeId || 'unreleased';
}

function rowOf(object: DataObject, version: string, standard: string): Load {
  const values = new Map<string, Expression>([
    [REFS.number, constant(version)],
    [REFS.description, constant(`Extract of the ${standard}`)],
    [REFS.isCurrent, { kind: 'true', type: INT }],
    [REFS.createdAt, { kind: 'call', name: 'today', args: [], type: DATETIME }],
    [REFS.createdBy, constant('extract')],
  ]);
  const members = object.items.flatMap((item): LoadColumn[] => {
    const value = values.get(item.ref);
    if (value === undefined) return [];
    return [
      {
        kind: 'load-column',
        origins: [itemOrigin(item)],
        name: item.name,
        type: typeOf(item),
        source: { kind: 'value', value },
      },
    ];
  });
  const origins = [objectOrigin(object)] as const;
  const rest = { from: null, joins: [], where: [], onePer: [], order: [], guard: [], distinct: false, sets: [] };
  return { kind: 'load', element: 'insert_data', origins, table: object.name, members, ...rest };
}

function constant(value: string): Expression {
  return { kind: 'text', text: value, type: text(value.length) };
}
