/** All files of one revision as one Specification. */
import type { Layout } from '../config/config.js';
import { gatherCms } from './gather-cms.js';
import { type FileRole, roleOf } from './layout-files.js';
import { misplacedFiles } from './misplaced-files.js';
import type { DataItem, DataObject, ReadProblem, Specification, Spreadsheet } from './model.js';
import { type FileContents, NOTHING, readFile } from './read-file.js';
import type { SourceFile } from './source-file.js';

/** Remembers what a blob says, so that a file which both revisions share is read once and is one value in both. */
export interface Memo {
  get(key: string): FileContents | undefined;
  set(key: string, contents: FileContents): unknown;
}

/**
 * Reads the files of one revision (those that a layout knows; others are passed over) in the order of their paths.
 * Where there is a spreadsheet, an item without a `size` has the spreadsheet's.
 */
export function readSpecification(files: readonly SourceFile[], layout: Layout, memo: Memo = new Map()): Specification {
  const ours = files
    .flatMap((file) => {
      const role = roleOf(file.path, layout);
      return role ? [{ file, role }] : [];
    })
    .sort((a, b) => (a.file.path < b.file.path ? -1 : 1));
  const parts = ours.map(({ file, role }) => remembered(memo, file, role));
  const spreadsheet = parts.find((part) => part.spreadsheet)?.spreadsheet ?? null;
  return {
    objects: withSizes(
      parts.flatMap((part) => part.objects),
      spreadsheet,
    ),
    codeSets: parts.flatMap((part) => part.codeSets),
    relationships: parts.find((part) => part.relationships)?.relationships ?? null,
    changeLog: parts.find((part) => part.changeLog)?.changeLog ?? null,
    changelogMd: parts.find((part) => part.changelogMd)?.changelogMd ?? null,
    spreadsheet,
    cms: gatherCms(
      ours.map(({ file }, index) => ({ path: file.path, contents: parts[index] ?? NOTHING })),
      layout.cms,
    ),
    problems: [
      ...parts.flatMap((part) => part.problems),
      ...misplacedFiles(files, layout),
      ...sameButForCase(ours.map(({ file }) => file.path)),
    ],
  };
}

/** Reads one file into the memo, so that all of them need not be read at once. False where it was there already. */
export function readAhead(file: SourceFile, layout: Layout, memo: Memo): boolean {
  const role = roleOf(file.path, layout);
  if (!role || file.oid === '' || memo.get(keyOf(file, role))) return false;
  remembered(memo, file, role);
  return true;
}

function keyOf({ oid, kind = 'file', path }: SourceFile, role: FileRole): string {
  return `${oid} ${role} ${kind} ${path}`;
}

/** A memo may be kept between runs, so that its keys say everything that the contents depend on. */
function remembered(memo: Memo, file: SourceFile, role: FileRole): FileContents {
  if (file.oid === '') return readFile(file, role);
  const key = keyOf(file, role);
  const known = memo.get(key);
  if (known) return known;
  const contents = readFile(file, role);
  memo.set(key, contents);
  return contents;
}

/** `A.yml` beside `a.yml`, or `é` in one character beside two: on many machines only one of them can exist. */
function sameButForCase(paths: readonly string[]): ReadProblem[] {
  const seen = new Map<string, string>();
  return paths.flatMap((path) => {
    const folded = path.normalize('NFC').toLowerCase();
    const other = seen.get(folded);
    seen.set(folded, path);
    if (!other) return [];
    const same = path.normalize('NFC') === other.normalize('NFC');
    const message = `\`${path}\` and \`${other}\` differ only in ${same ? 'how accents are encoded' : 'letter case'}`;
    return [{ code: 'path-case', file: path, path: [], message, expected: 'one of them', severity: 'error' as const }];
  });
}

const SIZED_TYPE = /^(?:n?(?:var)?char2?|string|text|(?:var)?binary)\b/i;

function withSizes(objects: readonly DataObject[], spreadsheet: Spreadsheet | null): readonly DataObject[] {
  if (!spreadsheet) return objects;
  const sizes = new Map(spreadsheet.rows.map((row) => [row.itemRef, row.size]));
  const sized = (item: DataItem): DataItem => {
    const size = item.size === null && SIZED_TYPE.test(item.type) ? (sizes.get(item.ref) ?? null) : null;
    return size === null ? item : { ...item, size };
  };
  return objects.map((object) => ({ ...object, items: object.items.map(sized) }));
}
