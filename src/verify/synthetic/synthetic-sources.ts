/**
 * Tables of a CMS that nobody has: made from its catalogue, always the same for the same seed, with what goes wrong in
 * real ones - duplicates, sentinels, missing values, hostile texts - and with ids that find each other.
 */
import type { ColumnType } from '../../sql/column-type.js';
import { cutText, DATE_TEXTS, HOSTILE_NUMBERS, HOSTILE_TEXTS } from './hostile-values.js';
import { type Random, randomFrom, seedOf } from './random.js';
import type { Reader } from './readers.js';

/** `{TABLE: {COLUMN: type}}` with types int, str48, text, dt, float, bit; ` key` behind one says that it tells rows apart. */
export type SourceCatalogue = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** A value as every database can be told it; dates are `2026-11-27 09:30:15`. */
export type SourceValue = string | number | boolean | null;

/** One table with its rows. */
export interface SyntheticTable {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: ColumnType }[];
  readonly rows: readonly (readonly SourceValue[])[];
}

/** How much, and how near to what the mapping asks for. */
export interface SyntheticOptions {
  readonly seed: number;
  /** Rows of a table that has a key; others, which hold several of each, have eight times as many, or as many as name it. */
  readonly rows: number;
  /** The day that the extract is made on, `2026-11-27`: dates lie on both sides of it. */
  readonly today: string;
  /** Who reads a table: each row is made for one of them, so that its conditions meet in one row and it comes through. */
  readonly readers?: (table: string) => readonly Reader[];
}

/** A column that is known to the catalogue, as it is filled. */
interface Column {
  readonly name: string;
  readonly type: ColumnType;
  readonly isKey: boolean;
}

/** Takes a catalogue, gives its tables with rows. Throws a RangeError for a type that is none of the catalogue's. */
export function syntheticSources(catalogue: SourceCatalogue, options: SyntheticOptions): readonly SyntheticTable[] {
  const tables = Object.entries(catalogue).map(([table, columns]) => ({
    name: table,
    columns: Object.entries(columns).map(([name, written]) => columnOf(table, name, written)),
  }));
  const textKeys = new Set(
    tables.flatMap(({ columns }) =>
      columns.filter(({ isKey, type }) => isKey && type.name === 'nvarchar').map(({ name }) => name),
    ),
  );
  return tables.map(({ name, columns }) => {
    const random = randomFrom(seedOf(options.seed, name));
    const readers = options.readers?.(name) ?? [];
    const direct = readers.filter(({ isDirect }) => isDirect).length;
    const times = columns.some(({ isKey }) => isKey) ? 1 : Math.max(8, direct);
    const rows = Array.from({ length: options.rows * times }, (_, row) => {
      const filling = { ...options, random, textKeys, reader: readerOf(readers, random) };
      return columns.map((column) => cellOf(column, row, filling));
    });
    return { name, columns, rows: withDuplicates(rows, columns) };
  });
}

/** Some rows are made for nobody: what a set looks for may be what others leave out. */
function readerOf(readers: readonly Reader[], random: Random): Reader | null {
  if (random(3) === 0) return null;
  const main = readers.filter(({ isMain }) => isMain);
  const chosen = main.length > 0 && random(4) > 0 ? main : readers;
  return chosen[random(chosen.length)] ?? null;
}

const TYPES: Readonly<Record<string, ColumnType>> = {
  int: { name: 'int', size: null },
  dt: { name: 'datetime', size: null },
  float: { name: 'float', size: null },
  bit: { name: 'bit', size: null },
  text: { name: 'nvarchar', size: 'max' },
};

function columnOf(table: string, name: string, written: string): Column {
  const [word = '', key] = written.split(' ');
  const size = /^str([1-9]\d*)$/.exec(word)?.[1];
  const type: ColumnType | undefined = size ? { name: 'nvarchar', size: Number(size) } : TYPES[word];
  if (type === undefined || (key !== undefined && key !== 'key')) {
    throw new RangeError(`${table}.${name} has the type "${written}"`);
  }
  return { name, type, isKey: key === 'key' };
}

interface Filling extends SyntheticOptions {
  /** For whom the row is made; null where nobody reads the table. */
  readonly reader: Reader | null;
  readonly random: Random;
  /** Names of columns that are a key of texts somewhere: values of the same name refer to it. */
  readonly textKeys: ReadonlySet<string>;
}

function cellOf(column: Column, row: number, filling: Filling): SourceValue {
  const { type, isKey } = column;
  if (isKey) return type.name === 'nvarchar' ? cutText(`K${row + 1}`, Number(type.size) || 4_000) : row + 1;
  if (filling.random(type.name === 'datetime' ? 2 : 8) === 0) return null;
  return MAKERS[type.name](column, filling);
}

/** Ids are drawn from the first rows of the keyed tables, those of persons from fewer, so that most joins find rows. */
const PERSONS = 12;
const PARENTS = 40;

const MAKERS: Readonly<Record<ColumnType['name'], (column: Column, filling: Filling) => SourceValue>> = {
  int: ({ name }, { random, rows, reader }) => {
    const wanted = (reader?.wanted(name) ?? []).filter((text) => /^\d{1,9}$/.test(text));
    if (wanted.length > 0 && random(4) > 0) return Number(wanted[random(wanted.length)]);
    if (random(12) === 0) return HOSTILE_NUMBERS[random(HOSTILE_NUMBERS.length)] ?? -1;
    return random(Math.min(rows, /PERSON|SUBJECT/i.test(name) ? PERSONS : PARENTS)) + 1;
  },
  float: (_, { random }) => random(100_000) / 8,
  bit: (_, { random }) => random(2) === 1,
  datetime: ({ name }, { random, today }) => dateNear(today, /BIRTH|DOB/i.test(name) ? CHILDHOOD : 12, random),
  nvarchar: textOf,
  nchar: textOf,
  binary: () => null,
};

function textOf({ name, type }: Column, { random, rows, textKeys, reader }: Filling): string {
  const size = typeof type.size === 'number' ? type.size : 4_000;
  const wanted = (reader?.wanted(name) ?? []).filter((text) => text.length <= size);
  const isLinked = textKeys.has(name) && (wanted.length === 0 || random(2) === 0);
  if (isLinked) return cutText(`K${random(rows) + 1}`, size);
  const others = [HOSTILE_TEXTS, DATE_TEXTS, reader?.unwanted(name) ?? []][random(3)] ?? [];
  const pool = wanted.length > 0 && random(5) > 0 ? wanted : others.length > 0 ? others : HOSTILE_TEXTS;
  return cutText(pool[random(pool.length)] ?? '', size);
}

const DAY = 86_400_000;

/** Years in which everybody of an extract was born, care leavers among them. */
const CHILDHOOD = 26;

/** Some years back, a year ahead, or on the day itself; with and without a time. */
function dateNear(today: string, years: number, random: Random): string {
  const days = random(10) === 0 ? 0 : random((years + 1) * 365) - years * 365;
  const seconds = random(2) === 0 ? 0 : random(86_400);
  const at = Date.parse(`${today}T00:00:00Z`) + days * DAY + seconds * 1_000;
  return new Date(at).toISOString().slice(0, 19).replace('T', ' ');
}

/** Where nothing tells rows apart, the last ones are the first ones again. */
function withDuplicates(rows: SourceValue[][], columns: readonly Column[]): SourceValue[][] {
  if (columns.some(({ isKey }) => isKey)) return rows;
  const again = Math.floor(rows.length / 10);
  return [...rows.slice(0, rows.length - again), ...rows.slice(0, again)];
}
