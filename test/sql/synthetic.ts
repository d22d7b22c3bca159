/** Sources that no child stands behind: made from the catalogue of a CMS, always the same, with what goes wrong in real ones. */
import type { CmsMappings } from '../../src/specification/mapping.js';

/** What texts of real sources hold and scripts forget. */
const HOSTILE = [
  "O'Brien",
  'say "hello"',
  'back\\slash',
  'two\r\nlines\tand a tab',
  '',
  '   ',
  'trailing  ',
  '\u0001\u000b\u001f',
  'Zoë 😀',
  'x'.repeat(1_100),
];

/** As the dates of forms are typed, real and not. */
const DATES = ['2024-05-01', '31/01/2025', '2026-02-30', '29/02/2023', 'yesterday', '12', '12.5', '007'];

type Random = (below: number) => number;

/** The same numbers each time (mulberry32). */
function randomOf(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

/** Statements that create and fill every table of the catalogue on PostgreSQL. */
export function syntheticSources(cms: CmsMappings, { rows, seed }: { rows: number; seed: number }): string[] {
  const random = randomOf(seed);
  const pieces = piecesOf(cms);
  return Object.entries(cms.sources?.tables ?? {}).flatMap(([table, columns]) => {
    const names = Object.keys(columns);
    const types = names.map((name) => `"${name.toLowerCase()}" ${typeName(columns[name] ?? '')}`);
    const own = pieces.filter((piece) => new RegExp(`\\b${table}\\b`, 'i').test(piece));
    // A mapping that loads from the table and asks for most: what it wants is what rows are mostly made of.
    const main = own.filter((piece) => piece.includes(`"text":"${table} `) && piece.includes('"where":[{'));
    const isKeyed = Object.values(columns).some((type) => type.endsWith(' key'));
    const values = Array.from({ length: isKeyed ? rows : rows * 4 }, (_, row) => {
      const chosen = main.length > 0 && random(4) > 0 ? main : own;
      const piece = chosen[random(chosen.length)] ?? '';
      const texts = (name: string) => comparedTexts(piece, name, cms);
      return names
        .map((name) => cellOf({ type: columns[name] ?? '', name, row }, { random, texts: texts(name) }))
        .join(', ');
    });
    const target = `"${table.toLowerCase()}"`;
    return [
      `create table ${target} (${types.join(', ')})`,
      `insert into ${target} values ${values.map((one) => `(${one})`).join(', ')}`,
    ];
  });
}

/** What reads a table at once: each mapping with its conditions, and each set. */
function piecesOf({ mappings, fragments }: CmsMappings): string[] {
  const sets = [fragments, ...mappings].flatMap((one) => one.sets.map((set) => JSON.stringify(set)));
  return [...mappings.map(({ sets: _, ...rest }) => JSON.stringify(rest)), ...sets];
}

const known = new Map<string, readonly string[]>();

/** The texts that a piece compares a column with, by its name, so that rows come through. */
function comparedTexts(piece: string, column: string, cms: CmsMappings): readonly string[] {
  const key = `${column} ${piece}`;
  const found = known.get(key) ?? [...comparedIn(piece, column), ...listedIn(piece, column, cms)];
  known.set(key, found);
  return found;
}

function comparedIn(piece: string, column: string): string[] {
  const compared = new RegExp(`\\.${column}\\)* (?:=|(?:not )?in|like) \\(?((?:'[^']*'(?:, *)?)+)`, 'gi');
  const texts = [...piece.replaceAll('\\n', ' ').matchAll(compared)].flatMap(([, list = '']) => [
    ...list.matchAll(/'([^']*)'/g),
  ]);
  return texts.map(([, text = '']) => text.replaceAll('%', 'X'));
}

function listedIn(piece: string, column: string, { mappings, fragments }: CmsMappings): string[] {
  const names = piece.matchAll(new RegExp(`in_codes\\(\\w+\\.${column}, '(\\w+)'\\)`, 'gi'));
  return [...names].flatMap(([, name = '']) =>
    [fragments, ...mappings].flatMap(({ codes }) => Object.keys(codes[name]?.codes ?? {})),
  );
}

function typeName(type: string): string {
  if (type.startsWith('str')) return 'text';
  return { int: 'integer', float: 'double precision', dt: 'timestamp' }[type.split(' ')[0] ?? ''] ?? 'text';
}

interface Cell {
  readonly type: string;
  readonly name: string;
  readonly row: number;
}

function cellOf({ type, name, row }: Cell, { random, texts }: { random: Random; texts: readonly string[] }): string {
  if (type.endsWith(' key')) return type.startsWith('str') ? `'K${row}'` : `${row + 1}`;
  if (random(type.startsWith('dt') ? 2 : 8) === 0) return 'null';
  if (type.startsWith('int'))
    return `${name.endsWith('ID') && random(12) === 0 ? -1 : random(name.includes('PERSON') ? 12 : 40) + 1}`;
  if (type.startsWith('float')) return `${random(1_000) / 10}`;
  if (type.startsWith('dt')) return `timestamp '2026-11-01 09:30:15' - interval '${random(3_000)} days'`;
  const size = Number(type.slice(3)) || 4_000;
  const pool = texts.length > 0 && random(10) > 1 ? texts : random(2) === 0 ? HOSTILE : DATES;
  const fitting = pool.filter((text) => text.length <= size);
  return literal(fitting[random(fitting.length)] ?? '');
}

function literal(text: string): string {
  return `E'${text.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}
