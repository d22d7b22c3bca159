/** The headline of a report: the verdict with its causes, and the changes in numbers. */
import type { Review, Weight } from '../review.js';
import { cosmeticCount, countsInWords } from './messages.js';
import { counted } from './phrase.js';

const NO_CHANGE = 'No item-level change.';

/** Errors as nouns, by rule; `(s)` is for more than one. Other rules are named by their id. */
export const ERROR_NOUNS: Readonly<Record<string, string>> = {
  'change-id-malformed': 'malformed change identifier(s)',
  'change-log-row-altered': 'altered row(s) of the change log',
  'change-log-row-lost': 'change log(s) that lost rows',
  'change-log-stale': 'change log(s) behind the specification',
  'code-too-long': 'code(s) too long for the item',
  'duplicate-key': 'duplicate key(s)',
  'file-too-large': 'file(s) too large to be read',
  'foreign-key-dangling': 'dangling foreign key(s)',
  'foreign-key-malformed': 'malformed foreign key(s)',
  'foreign-key-meaning': 'foreign key(s) to something else than the name says',
  'foreign-key-type': 'foreign key(s) of another type than the target',
  'identifier-not-given': 'identifier(s) that nobody gave',
  'item-ref-duplicate': 'duplicate item_ref(s)',
  'item-ref-missing': 'missing item_ref(s)',
  'mapping-expression': 'mapping(s) whose SQL cannot be used',
  'mapping-forbidden': 'mapping(s) with forbidden SQL',
  'mapping-set-circle': 'set(s) that read from themselves',
  'mapping-source-type': 'source column(s) that cannot be read',
  'mapping-unknown-cms': 'mapping(s) of unknown CMS',
  'mapping-unknown-column': 'mapping(s) to unknown columns',
  'mapping-unknown-object': 'mapping(s) of unknown data objects',
  'mapping-unknown-ref': 'mapping(s) of unknown items',
  'mapping-unknown-table': 'mapping(s) to unknown tables',
  'merge-conflict': 'merge conflict(s) that nobody resolved',
  'metadata-unlogged': 'metadata block(s) without an entry in the change log',
  'name-duplicate': 'duplicate name(s)',
  'name-invalid': 'invalid name(s)',
  'not-a-file': 'path(s) without a file of its own',
  'not-utf8': 'file(s) not in UTF-8',
  'object-duplicate': 'duplicate data object(s)',
  'path-case': 'file name(s) that differ in letter case only',
  'primary-key-disagreement': 'contradictory primary key(s)',
  'primary-key-flag': 'half-declared primary key(s)',
  'primary-key-missing': 'missing primary key(s)',
  'primary-key-several': 'object(s) with several primary keys',
  'relationship-dangling': 'dangling relationship(s)',
  'several-documents': 'file(s) with several documents',
  'unique-foreign-key': 'unique foreign key(s) whose values repeat',
  'unknown-cms': 'unknown CMS',
  'unknown-code-set': 'unknown code set(s)',
  'unknown-constraint': 'unknown constraint(s)',
  'unknown-key': 'unknown key(s)',
  'unknown-return': 'unknown return(s)',
  'unknown-type': 'unknown data type(s)',
  'unparseable-file': 'unreadable file(s)',
  'wrong-shape': 'value(s) of the wrong shape',
  'yaml-alias': 'YAML alias(es)',
  'yaml-anchor': 'YAML anchor(s)',
  'yaml-directive': 'YAML directive(s)',
  'yaml-key': 'key(s) other than plain text',
  'yaml-merge-key': 'YAML merge key(s)',
  'yaml-tag': 'YAML tag(s)',
};

/** What the headline counts; see `verdictOf`. */
export interface HeadlineCounts {
  readonly verdict: Review['verdict'];
  /** How many errors each rule reports. */
  readonly errors: ReadonlyMap<string, number>;
  /** Blocked changes whose error is not among the findings. */
  readonly blocked: number;
  readonly questions: number;
  readonly undecided: number;
  readonly doubted: number;
  readonly changes: number;
  readonly items: number;
  readonly objects: number;
  readonly codeSets: number;
  readonly cosmetic: number;
  readonly types: ReadonlyMap<string, number>;
  readonly weight: Weight;
}

/** `Must be mended: 1 dangling foreign key. 5 changes to 5 items in 3 data objects (...); release weight major.` */
export function headline(counts: HeadlineCounts): string {
  return [verdictSentence(counts), changesSentence(counts), cosmeticSentence(counts.changes, counts.cosmetic)]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

function verdictSentence({ verdict, errors, blocked, ...open }: HeadlineCounts): string {
  const mend = [
    ...[...errors].map(([rule, count]) => errorCount(rule, count)),
    ...countsInWords([[blocked, 'blocked change']]),
  ];
  const decide = countsInWords([
    [open.questions, 'question'],
    [open.undecided, 'undecided change'],
    [open.doubted, 'doubted statement'],
  ]);
  if (verdict === 'mend') return `Must be mended: ${mend.join(', ')}.`;
  return verdict === 'decide' ? `To be decided: ${decide.join(', ')}.` : '';
}

function changesSentence({ changes, items, objects, codeSets, cosmetic, types, weight }: HeadlineCounts): string {
  if (changes === 0) return cosmetic === 0 ? NO_CHANGE : '';
  const to = countsInWords([
    [items, 'item'],
    [codeSets, 'code set'],
  ]);
  const where = objects > 0 ? ` in ${counted(objects, 'data object')}` : '';
  const kinds = [...types].map(([type, count]) => (type === 'undecided' ? `${count} undecided` : counted(count, type)));
  const whom = to.length > 0 ? ` to ${to.join(' and ')}` : '';
  return `${counted(changes, 'change')}${whom}${where} (${kinds.join(', ')}); release weight ${weight}.`;
}

function cosmeticSentence(changes: number, cosmetic: number): string {
  if (cosmetic === 0) return '';
  return changes > 0 ? `${counted(cosmetic, 'cosmetic difference')} besides.` : `Only ${cosmeticCount(cosmetic)}.`;
}

function errorCount(rule: string, count: number): string {
  const noun = Object.hasOwn(ERROR_NOUNS, rule) ? ERROR_NOUNS[rule] : undefined;
  if (noun === undefined) return `${rule} (${count})`;
  return `${count} ${noun.replace(/\((\w+)\)/, count === 1 ? '' : '$1')}`;
}
