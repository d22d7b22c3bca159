/** Files of a specification as texts, and what is read of them. */
import { defaultConfig, LAYOUTS } from '../../src/config/layouts.js';
import type { FileRole } from '../../src/specification/layout-files.js';
import { locator } from '../../src/specification/locate.js';
import type { DataItem, ReadProblem } from '../../src/specification/model.js';
import { type FileContents, readFile } from '../../src/specification/read-file.js';
import { fileOf } from '../fakes/memory-repository.js';

export const LAYOUT = defaultConfig(LAYOUTS[0]).layout;

/** The path that a file of the role has in these tests. */
export const PATHS: Readonly<Record<FileRole, string>> = {
  object: 'spec/objects/ssd_person.yml',
  'code set': 'spec/categories/sex.yml',
  relationships: LAYOUT.relationships,
  'change log': LAYOUT.changeLog,
  changelog: LAYOUT.changelogMd,
  spreadsheet: 'docs/specification.csv',
  mapping: 'spec/cms/mosaic/ssd_person.yml',
};

/** What one file says. */
export function readAs(role: FileRole, content: string | Uint8Array): FileContents {
  return readFile(fileOf(PATHS[role], content), role);
}

const HEAD = ['nodes:', '- name: ssd_person', '  fields:', '  - name: pers_sex', '    item_ref: PERS001A'];

/** A data object file with one item that has these lines too; they begin at line 6, column 5. */
export function objectText(...lines: string[]): string {
  return `${[...HEAD, ...lines.map((line) => `    ${line}`)].join('\n')}\n`;
}

/** The item of `objectText`. */
export function readItem(...lines: string[]): DataItem {
  const item = readAs('object', objectText(...lines)).objects[0]?.items[0];
  if (!item) throw new Error('the item was not read');
  return item;
}

/** A problem with its place as a reader of the report sees it. */
export interface PlacedProblem {
  readonly code: string;
  readonly at: string;
  readonly message: string;
  readonly expected: string;
  readonly severity: ReadProblem['severity'];
}

/** The problems of a file, each with line and column: the reader's own, or found from the path. */
export function problemsOf(role: FileRole, text: string): PlacedProblem[] {
  const find = locator(PATHS[role], text);
  return readAs(role, text).problems.map(({ code, path, line, column, message, expected, severity }) => {
    const place = line === undefined ? find(path) : { line, column };
    return { code, at: `${place.line}:${place.column}`, message, expected, severity };
  });
}

/** Text in UTF-16 with a byte order mark, low byte first. */
export function utf16(text: string): Uint8Array {
  const codes = Uint16Array.from(`\uFEFF${text}`, (character) => character.charCodeAt(0));
  return new Uint8Array(codes.buffer);
}
