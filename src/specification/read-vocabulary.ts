/** `vocabulary.yml` and the files about who stands around the standard. */
import { StewardError } from '../errors.js';
import { positionAt } from './position.js';
import { readCsv } from './read-csv.js';
import type { Consumer, LocalAuthority } from './surroundings.js';
import type { DataType, ReturnTerm, Term, TypeFamily, Vocabulary } from './vocabulary.js';
import { readTree } from './yaml-tree.js';
import { type PlainValue, plainValue } from './yaml-value.js';

/** Reads the vocabulary; throws `bad-vocabulary` with the place, because nothing can be checked without it. */
export function readVocabulary(file: string, text: string): Vocabulary {
  const root = readMap(file, text, 'bad-vocabulary');
  return {
    types: maps(root.types).map(
      (type): DataType => ({
        name: str(type.name),
        sized: type.sized === true,
        family: str(type.family) as TypeFamily,
      }),
    ),
    returns: maps(root.returns).map(
      (term): ReturnTerm => ({ ...termOf(term), statutory: term.statutory === true, local: term.local === true }),
    ),
    cms: maps(root.cms).map(termOf),
    constraints: texts(root.constraints),
    relations: texts(root.relations),
  };
}

/** Reads `consumers.yml`; throws `bad-consumers`. */
export function readConsumers(file: string, text: string): Consumer[] {
  return maps(readMap(file, text, 'bad-consumers').consumers).map((consumer) => ({
    name: str(consumer.name),
    title: str(consumer.title),
    tables: Object.fromEntries(
      Object.entries(mapOf(consumer.tables)).map(([table, columns]) => [table, texts(columns)]),
    ),
  }));
}

/** Reads the CSV of local authorities; the CMS by whatever spelling the vocabulary knows. */
export function readLocalAuthorities(file: string, text: string, vocabulary: Vocabulary): LocalAuthority[] {
  const { table, problem } = readCsv(text);
  if (!table) {
    throw new StewardError({ code: problem.code, place: file, found: problem.message, expected: problem.expected });
  }
  const column = (name: string) => table.headings.findIndex((heading) => heading.trim() === name);
  const [code, name, cms, database] = ['la_code', 'la_name', 'cms', 'cms_db'].map(column);
  return table.rows.map(({ cells }) => {
    const cell = (at: number | undefined) => (cells[at ?? -1] ?? '').trim();
    return { code: cell(code), name: cell(name), cms: presentCms(cell(cms), vocabulary), database: cell(database) };
  });
}

function presentCms(written: string, { cms }: Vocabulary): string {
  const fold = (text: string) => text.toLowerCase().replace(/[^a-z]/g, '');
  const same = (term: Term) => [term.name, ...term.aliases].some((spelling) => fold(spelling) === fold(written));
  return cms.find(same)?.name ?? '';
}

type PlainMap = { readonly [key: string]: PlainValue };

function readMap(file: string, text: string, code: string): PlainMap {
  const { root, problem } = readTree(text);
  if (problem) {
    const { line, column } = positionAt(text, problem.offset);
    throw new StewardError({
      code,
      place: `${file}:${line}:${column}`,
      found: problem.message,
      expected: problem.expected,
    });
  }
  return mapOf(plainValue(root));
}

function mapOf(value: PlainValue | undefined): PlainMap {
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as PlainMap) : {};
}

function maps(value: PlainValue | undefined): PlainMap[] {
  return Array.isArray(value) ? value.map(mapOf) : [];
}

function texts(value: PlainValue | undefined): string[] {
  return Array.isArray(value) ? value.map(str) : [];
}

function str(value: PlainValue | undefined): string {
  return value === null || value === undefined ? '' : String(value);
}

function termOf(term: PlainMap): Term {
  return { name: str(term.name), title: str(term.title), aliases: texts(term.aliases) };
}
