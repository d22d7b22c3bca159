/** One file of the specification, read by its role. */
import { headingTrouble } from './check-headings.js';
import type { FileRole } from './layout-files.js';
import type { Fragments, Mapping, Sources } from './mapping.js';
import type {
  ChangeLog,
  CodeSet,
  DataObject,
  Path,
  ReadProblem,
  Relationship,
  Spreadsheet,
  TextFile,
} from './model.js';
import { positionAt } from './position.js';
import { readChangeLog } from './read-change-log.js';
import { readCodeSet } from './read-code-set.js';
import { readCsv } from './read-csv.js';
import { readFragments, readSources } from './read-fragments.js';
import { readMapping } from './read-mapping.js';
import { type Report, readObjects } from './read-object.js';
import { readRelationships } from './read-relationships.js';
import { readSpreadsheet } from './read-spreadsheet.js';
import { decode, type SourceFile } from './source-file.js';
import { readTree, type YamlNode } from './yaml-tree.js';

/** What one file says; lists and values are empty where the file has another role or cannot be read. */
export interface FileContents {
  readonly objects: readonly DataObject[];
  readonly codeSets: readonly CodeSet[];
  readonly relationships: readonly Relationship[] | null;
  readonly changeLog: ChangeLog | null;
  readonly changelogMd: TextFile | null;
  readonly spreadsheet: Spreadsheet | null;
  readonly mapping: Mapping | null;
  readonly fragments: Fragments | null;
  readonly sources: Sources | null;
  readonly problems: readonly ReadProblem[];
}

/** What every file says until it says more. */
export const NOTHING: FileContents = {
  objects: [],
  codeSets: [],
  relationships: null,
  changeLog: null,
  changelogMd: null,
  spreadsheet: null,
  mapping: null,
  fragments: null,
  sources: null,
  problems: [],
};

const SOURCES_FILE = /^_sources\.ya?ml$/i;
const FRAGMENTS_FILE = /^_fragments\.ya?ml$/i;

/** Reads one file; never throws for bad input, which is in `problems`. */
export function readFile(file: SourceFile, role: FileRole): FileContents {
  const { text, problem } = decode(file);
  if (problem) return unreadable(file.path, problem);
  if (role === 'changelog') return { ...NOTHING, changelogMd: { file: file.path, text } };
  const mark = CONFLICT_MARK.exec(text);
  if (mark) return unreadable(file.path, { ...CONFLICT, ...positionAt(text, mark.index) });
  if (role === 'change log' || role === 'spreadsheet') return readTable(file.path, text, role);
  return readYaml(file.path, text, role);
}

/** What git leaves at the beginning of lines that two branches changed, and that begins nothing else. */
const CONFLICT_MARK = /^(?:<{7}|>{7})(?=\s|$)/m;
const CONFLICT = {
  code: 'merge-conflict',
  message: 'the marks of a merge conflict are left in the file',
  expected: 'what is right of both sides, without the lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`',
} as const;

function readTable(file: string, text: string, role: 'change log' | 'spreadsheet'): FileContents {
  const { table, problem } = readCsv(text);
  if (problem) return unreadable(file, problem);
  const trouble = headingTrouble(table.headings, role);
  if (trouble) return unreadable(file, trouble);
  return role === 'spreadsheet'
    ? { ...NOTHING, spreadsheet: readSpreadsheet(file, table) }
    : { ...NOTHING, changeLog: readChangeLog(file, table) };
}

function readYaml(file: string, text: string, role: FileRole): FileContents {
  const { root, problem } = readTree(text);
  if (problem) {
    const { offset, ...rest } = problem;
    return unreadable(file, { ...rest, ...positionAt(text, offset) });
  }
  const problems: ReadProblem[] = [];
  const report = (found: Omit<ReadProblem, 'file'>) => problems.push({ ...found, file });
  return { ...NOTHING, ...readRole(file, root, { role, report }), problems };
}

function readRole(
  file: string,
  root: YamlNode | null,
  { role, report }: { role: FileRole; report: Report },
): Partial<FileContents> {
  if (role === 'mapping') return readCmsFile(file, root, report);
  if (role === 'relationships') return { relationships: readRelationships(file, root, report) };
  if (role === 'code set') return { codeSets: readCodeSet(file, root, report) };
  return { objects: readObjects(file, root, report) };
}

function readCmsFile(file: string, root: YamlNode | null, report: Report): Partial<FileContents> {
  const name = file.slice(file.lastIndexOf('/') + 1);
  if (SOURCES_FILE.test(name)) return { sources: readSources(file, root, report) };
  if (FRAGMENTS_FILE.test(name)) return { fragments: readFragments(file, root, report) };
  return { mapping: readMapping(file, root, report) };
}

type Trouble = Pick<ReadProblem, 'code' | 'message' | 'expected'> & { line?: number; column?: number };

/** A file that says nothing but why it cannot be read. */
function unreadable(file: string, trouble: Trouble): FileContents {
  const path: Path = [];
  return { ...NOTHING, problems: [{ ...trouble, file, path, severity: 'error' }] };
}
