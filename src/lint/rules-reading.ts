/** Places that could not be read: the readers' problems, each code a rule of its own. */
import type { Finding } from '../specification/finding.js';
import type { ReadProblem } from '../specification/model.js';
import type { Fault, Rule } from './rule.js';

const CODES: readonly (readonly [id: string, checks: string, why: string])[] = [
  [
    'unparseable-file',
    'the file is valid YAML or CSV',
    'nothing in the file is known: neither its items nor its changes',
  ],
  ['merge-conflict', 'no marks of a merge conflict are left', 'nobody has said which of the two sides is right'],
  ['not-utf8', 'the file is UTF-8', 'letters would be replaced in silence'],
  ['file-too-large', 'the file has a size that a person could have written', 'reading it would stop everything else'],
  ['not-a-file', 'no link, submodule or folder stands where a file belongs', 'its contents are somewhere else'],
  ['path-case', 'no two files differ in letter case alone', 'most working copies can hold only one of them'],
  ['wrong-shape', 'values have the shape that their key asks for', 'a value of another shape cannot be used'],
  ['unknown-key', 'items have known keys only', 'the value of a misspelt key is read by nobody'],
  ['duplicate-key', 'a key stands once in an item', 'one of the two values would be lost in silence'],
  ['several-documents', 'a file holds one YAML document', 'all but the first would be passed over'],
  ['yaml-directive', 'no %-directive', 'it changes what the values below it mean'],
  ['yaml-key', 'keys are plain texts', 'two keys that look different can be the same'],
  ['yaml-alias', 'no alias', 'an item would change when another one is edited'],
  ['yaml-anchor', 'no anchor', 'an item would change when another one is edited'],
  ['yaml-merge-key', 'no merge key', 'keys would come in from a place that no reviewer sees'],
  ['yaml-tag', 'no tag', 'tags mean different things to different parsers'],
];

/** One rule a code of the readers. */
export const READING_RULES: readonly Rule[] = CODES.map(([id, checks, why]) => ({
  id,
  severity: 'error',
  checks,
  why,
  run: ({ specification }) => specification.problems.filter(({ code }) => code === id).map(faultOf),
}));

/** Problems whose code has no row here: never lost, only less well explained. */
export function unlistedProblems(problems: readonly ReadProblem[], listed: ReadonlySet<string>): readonly Finding[] {
  return problems
    .filter(({ code }) => !listed.has(code))
    .map((problem) => ({ rule: problem.code, line: null, column: null, ...faultOf(problem) }));
}

/** The file is the identity: two unreadable files are never one finding, however alike their problems are. */
function faultOf(problem: ReadProblem): Fault & { severity: Finding['severity'] } {
  const { file, path, message, expected, severity, line, column } = problem;
  const place = { ...(line === undefined ? {} : { line }), ...(column === undefined ? {} : { column }) };
  return { file, path, object: '', itemRef: '', value: file, message, expected, severity, ...place };
}
