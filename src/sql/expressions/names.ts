/** What the names in a mapping can mean: the tables of the CMS, the sets, the code lists and the parameters. */
import type { CmsMappings, CodeList, Fragments, NamedSet, Parameter } from '../../specification/mapping.js';
import type { Spot } from '../../specification/model.js';
import { HIDDEN } from '../comment-text.js';
import { isOurs } from '../names.js';
import type { Query } from './expression.js';
import { MappingFault } from './fault.js';
import { readSourceType, type SourceType, type ValueType } from './value-type.js';

/** A table with its columns by folded name. */
export interface SourceTable {
  readonly name: string;
  readonly columns: ReadonlyMap<string, { readonly name: string } & SourceType>;
}

/** A set as read: its query and the columns that it gives, by name. */
export interface ReadSet {
  readonly name: string;
  readonly query: Query;
  readonly columns: ReadonlyMap<string, ValueType>;
}

/** Every look-up is by the name in small letters, as SQL has it. */
export interface Names {
  table(name: string): SourceTable | null;
  set(name: string): ReadSet | null;
  codes(name: string): CodeList | null;
  parameter(name: string): Parameter | null;
  /** The sets that were asked for, those first that others read from. */
  readonly used: readonly ReadSet[];
}

/** Reads the query of a set; handed in, because reading a query needs names. */
export type SetReader = (set: NamedSet, names: Names) => Omit<ReadSet, 'name'>;

/** Takes a CMS and what one mapping defines for itself (which wins), gives their names. */
export function namesOf(cms: CmsMappings, own: Fragments, readSet: SetReader): Names {
  const tables = tablesOf(cms);
  const sets = byName([...cms.fragments.sets, ...own.sets]);
  const parameters = byName([...cms.fragments.parameters, ...own.parameters]);
  const codes = new Map(Object.entries({ ...cms.fragments.codes, ...own.codes }));
  const read = new Map<string, ReadSet>();
  const open = new Set<string>();
  const names: Names = {
    table: (name) => tables.get(name.toLowerCase()) ?? null,
    set: (name) => setNamed(name.toLowerCase()),
    codes: (name) => codes.get(name) ?? null,
    parameter: (name) => parameters.get(name.toLowerCase()) ?? null,
    get used() {
      return [...read.values()];
    },
  };
  const setNamed = (name: string): ReadSet | null => {
    const [known, set] = [read.get(name), sets.get(name)];
    if (known !== undefined || set === undefined) return known ?? null;
    refuseName(set, tables);
    if (open.has(name)) throw circle(set);
    open.add(name);
    try {
      const found = { name: set.name, ...readSet(set, names) };
      read.set(name, found);
      return found;
    } finally {
      open.delete(name);
    }
  };
  return names;
}

/** A set stands before the load as if it were a table: one called as a table would be read, or written to, in its place. */
function refuseName(set: NamedSet, tables: ReadonlyMap<string, SourceTable>): void {
  const said = (message: string) =>
    new MappingFault(set, { code: 'mapping-expression', message, expected: 'a name of its own' });
  if (isOurs(set.name)) throw said(`the set \`${set.name}\` is called as a table of the standard`);
  if (tables.has(set.name.toLowerCase())) throw said(`the set \`${set.name}\` is called as a table of _sources.yml`);
}

function circle(set: NamedSet): MappingFault {
  const message = `the set \`${set.name}\` reads from itself`;
  return new MappingFault(set, { code: 'mapping-set-circle', message, expected: 'a set that reads from others only' });
}

function byName<T extends { readonly name: string }>(things: readonly T[]): ReadonlyMap<string, T> {
  return new Map(things.map((thing) => [thing.name.toLowerCase(), thing]));
}

const known = new WeakMap<CmsMappings, ReadonlyMap<string, SourceTable>>();

/** The catalogue of a CMS; a column whose type cannot be read is not there. */
function tablesOf(cms: CmsMappings): ReadonlyMap<string, SourceTable> {
  const tables = known.get(cms) ?? byName(Object.entries(cms.sources?.tables ?? {}).map(sourceTable));
  known.set(cms, tables);
  return tables;
}

function sourceTable([name, columns]: readonly [string, Readonly<Record<string, string>>]): SourceTable {
  const read = Object.entries(columns).flatMap(([column, written]) => {
    const type = readSourceType(written);
    return type === null ? [] : [[column.toLowerCase(), { name: column, ...type }] as const];
  });
  return { name, columns: new Map(read) };
}

/** A text of the CMS or of the standard: on one line, with nothing that hides. */
export function plainText(spot: Spot, text: string): string {
  if (!HIDDEN.test(text)) return text;
  const message = 'a text has a line break, a control or an invisible character';
  throw new MappingFault(spot, { code: 'mapping-forbidden', message, expected: 'a text on one line' });
}
