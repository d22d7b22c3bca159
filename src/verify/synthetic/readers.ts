/** Who reads a table of a CMS, and what each of them asks of its columns; only synthetic rows depend on it. */
import type { CmsMappings, Fragments, Mapping } from '../../specification/mapping.js';
import { type Asked, askedIn, mergedAsked, type Names } from './asked-texts.js';

/** A mapping or a set: what looks for rows of its own in a table. */
export interface Reader {
  /** The texts and numbers that it asks a column for, by the column's name, whatever the alias. */
  readonly wanted: (column: string) => readonly string[];
  /** Those that it leaves out. */
  readonly unwanted: (column: string) => readonly string[];
  /** Whether it loads from the table and chooses among its rows: what it wants is what most rows are made of. */
  readonly isMain: boolean;
  /** Whether it names the table itself, and not only a set that reads it. */
  readonly isDirect: boolean;
}

/** Neutral SQL that is read at once. */
interface Piece {
  readonly sql: string;
  /** Its name where it is a set. */
  readonly set?: string;
  readonly wanted: Asked;
  readonly unwanted: Asked;
  /** What the mapping asks for that a set belongs to: the set may only hand a column on. */
  readonly owner?: Asked;
  /** Tables that it chooses rows of. */
  readonly chooses?: readonly string[];
}

/** Takes a CMS, gives for a table (by its name) who reads it, in the order of the mappings. */
export function readersOf(cms: CmsMappings): (table: string) => readonly Reader[] {
  const pieces = piecesOf(cms);
  const anywhere = mergedAsked(pieces.map(({ wanted }) => wanted));
  return (table) => {
    const direct = wordOf(table);
    const names = namesFor(table, pieces);
    return pieces
      .filter(({ sql, chooses = [] }) => direct.test(sql) || chooses.some((name) => names.has(name)))
      .map(({ sql, wanted, unwanted, owner, chooses = [] }) => ({
        wanted: (column) => firstOf([wanted, owner, anywhere], column.toLowerCase()),
        unwanted: (column) => firstOf([unwanted], column.toLowerCase()),
        isMain: chooses.some((name) => names.has(name)),
        isDirect: direct.test(sql),
      }));
  };
}

/** A table, and the sets that it is read by: who reads one of these reads the table too. By the name in small letters. */
function namesFor(table: string, pieces: readonly Piece[]): ReadonlyMap<string, RegExp> {
  const names = new Map([[table.toLowerCase(), wordOf(table)]]);
  for (const name of names.values()) {
    for (const { set, sql } of pieces) {
      if (set !== undefined && name.test(sql)) names.set(set.toLowerCase(), wordOf(set));
    }
  }
  return names;
}

function wordOf(name: string): RegExp {
  return new RegExp(`\\b${name.replace(/[^\w ]/g, '\\$&')}\\b`, 'i');
}

/** What stands nearest is asked; where nothing is, nothing. */
function firstOf(asked: readonly (Asked | undefined)[], column: string): readonly string[] {
  return asked.map((one) => one?.get(column) ?? []).find((texts) => texts.length > 0) ?? [];
}

function piecesOf({ mappings, fragments }: CmsMappings): readonly Piece[] {
  const own = mappings.flatMap((mapping) => {
    const { sets, ...load } = mapping;
    const piece = pieceOf(load, [fragments, mapping]);
    return [
      { ...piece, chooses: chosenTables(load) },
      ...sets.map((set) => ({ ...pieceOf(set, [fragments, mapping]), set: set.name, owner: piece.wanted })),
    ];
  });
  return [...own, ...fragments.sets.map((set) => ({ ...pieceOf(set, [fragments]), set: set.name }))];
}

function pieceOf(part: Fragments['sets'][number] | Omit<Mapping, 'sets'>, names: readonly Names[]): Piece {
  const sql = JSON.stringify(part).replaceAll('\\n', ' ');
  return { sql, ...askedIn(sql, names) };
}

function chosenTables({ from, joins, where }: Omit<Mapping, 'sets'>): readonly string[] {
  if (where.length === 0) return [];
  return [from, ...joins.map(({ table }) => table)].map((table) => table?.text.toLowerCase().split(' ')[0] ?? '');
}
