/** `vocabulary.yml` and the files about who stands around the standard. */
import { StewardError } from '../errors.js';
import type { Path } from './model.js';
import { type PlainMap, PlainReader } from './plain-reader.js';
import { readCsv } from './read-csv.js';
import type { Consumer, LocalAuthority } from './surroundings.js';
import type { CmsTerm, DataType, ReturnTerm, Term, TypeFamily, Vocabulary } from './vocabulary.js';

const FAMILIES: readonly string[] = ['text', 'number', 'date', 'boolean', 'binary'] satisfies TypeFamily[];

/** Reads the vocabulary; throws `bad-vocabulary` with the place, because nothing can be checked without it. */
export function readVocabulary(file: string, text: string): Vocabulary {
  const read = new PlainReader({ file, text, code: 'bad-vocabulary' });
  const root = read.root('`types:`, `returns:`, `cms:`, `constraints:` and `relations:`');
  return {
    types: read.maps(root.types, ['types']).map(
      (type, index): DataType => ({
        name: read.text(type.name, ['types', index, 'name']),
        sized: type.sized === true,
        family: read.oneOf(type.family, ['types', index, 'family'], FAMILIES) as TypeFamily,
      }),
    ),
    returns: read.maps(root.returns, ['returns']).map(
      (term, index): ReturnTerm => ({
        ...termOf(term, ['returns', index], read),
        statutory: term.statutory === true,
        local: term.local === true,
      }),
    ),
    cms: read.maps(root.cms, ['cms']).map(
      (term, index): CmsTerm => ({
        ...termOf(term, ['cms', index], read),
        databases: read.texts(term.databases, ['cms', index, 'databases']),
      }),
    ),
    constraints: read.texts(root.constraints, ['constraints']),
    relations: read.texts(root.relations, ['relations']),
  };
}

function termOf(term: PlainMap, path: Path, read: PlainReader): Term {
  const text = (key: string) => read.text(term[key], [...path, key]);
  return { name: text('name'), title: text('title'), aliases: read.texts(term.aliases, [...path, 'aliases']) };
}

/** Reads `consumers.yml`; throws `bad-consumers` with the place. */
export function readConsumers(file: string, text: string): Consumer[] {
  const read = new PlainReader({ file, text, code: 'bad-consumers' });
  const root = read.root('`consumers:` with a list');
  return read.maps(root.consumers, ['consumers']).map((consumer, index) => {
    const path = ['consumers', index];
    const text = (key: string) => read.text(consumer[key], [...path, key]);
    const tables = Object.entries(read.map(consumer.tables ?? {}, [...path, 'tables']));
    const columnsOf = tables.map(
      ([table, columns]) => [table, read.texts(columns, [...path, 'tables', table])] as const,
    );
    return { name: text('name'), title: text('title'), tables: Object.fromEntries(columnsOf) };
  });
}

/**
 * Reads the CSV of local authorities; the CMS by whatever spelling the vocabulary knows.
 * Throws `bad-local-authorities` with the line.
 */
export function readLocalAuthorities(file: string, text: string, vocabulary: Vocabulary): LocalAuthority[] {
  const { table, problem } = readCsv(text);
  const failure = (line: number, found: string, expected: string) =>
    new StewardError({ code: 'bad-local-authorities', place: `${file}:${line}:1`, found, expected });
  if (!table) throw failure(problem.line ?? 1, problem.message, problem.expected);
  const column = (name: string) => table.headings.findIndex((heading) => heading.trim() === name);
  const [code, name, cms, database, state, note] = ['la_code', 'la_name', 'cms', 'cms_db', 'state', 'note'].map(column);
  if (code === -1 || cms === -1) {
    throw failure(
      1,
      'there is no column `la_code` or no column `cms`',
      '`la_code,la_name,cms,cms_db` in the first line',
    );
  }
  return table.rows.map(({ cells }) => {
    const cell = (at: number | undefined) => (cells[at ?? -1] ?? '').trim();
    return {
      code: cell(code),
      name: cell(name),
      cms: presentCms(cell(cms), vocabulary),
      database: cell(database),
      writtenCms: cell(cms),
      state: cell(state),
      note: cell(note),
    };
  });
}

/** The name of a CMS in the vocabulary, by whatever spelling it knows; `''` where it knows none. */
export function presentCms(written: string, { cms }: Vocabulary): string {
  const fold = (text: string) => text.toLowerCase().replace(/[^a-z]/g, '');
  const same = (term: Term) => [term.name, ...term.aliases].some((spelling) => fold(spelling) === fold(written));
  return cms.find(same)?.name ?? '';
}
