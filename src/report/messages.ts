/**
 * The words of every report. By topic: here what holds the report together; the headline in headline-sentences.ts,
 * single changes in change-sentences.ts, who is hit in impact-sentences.ts, the SQL in sql-sentences.ts. No other file
 * has words for readers, but for the table of what deployed tables need (sql/migration-class.ts).
 */
import { decidedSentence } from '../classification/decided.js';
import type { JudgedChange, OutOfStep, Review, Weight } from '../review.js';
import type { Severity } from '../specification/finding.js';
import { counted, cut, joined, marked, name, type Phrase, say, thousands, value, words } from './phrase.js';

/** The sections in the order of the report. */
export const SECTION_TITLES = {
  decide: 'To be mended or decided',
  structural: 'Structural changes',
  groups: 'Changes with the same pattern',
  documentation: 'Documentation',
  cosmetic: 'Cosmetic differences',
  impact: 'Who is touched',
  lint: 'Problems introduced and resolved',
  'out-of-step': 'Out of step',
  sql: 'SQL',
  evidence: 'What the SQL was proved by',
  weight: 'Release weight',
  next: 'What to do next',
} as const;

/** Name of a section, also its anchor in the page. */
export type SectionId = keyof typeof SECTION_TITLES;

/** What can be open, in the order in which a person should take it up. */
export const DECISION_TITLES = {
  errors: 'Must be mended',
  blocked: 'Changes that must go back',
  questions: 'To be answered by a person',
  undecided: 'Type not decided',
  doubted: 'Stated type in doubt',
} as const;

/** The sign before the headline. */
export const VERDICT_MARKS: Record<Review['verdict'], string> = { fine: '✔', decide: '?', mend: '✘' };

const LONGEST_TITLE = 200;

const MOST_CAUSES = 8;

/** Headings of a table of changes. */
export const CHANGE_COLUMNS = ['Item', 'Change', 'Type, weight, identifier'] as const;

/** Said of a change that the YAML does not have. */
export const SPREADSHEET_TAG = 'only in the spreadsheet';

/** How readers are told a severity. */
export const SEVERITY_WORDS: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'remark' };

/** Before the name of the change request. */
export const PROPOSED_IN = 'proposed in';

/** Before the change that brought an error. */
export const CAUSED_BY = 'Caused by';

/** Many errors of one cause: `36 times, for example foreign-key-dangling: ...`. */
export function errorCrowd(count: number, example: Phrase): Phrase {
  return say`${thousands(count)} times, for example ${example}`;
}

/** Where the first of many stand. */
export function placesNote(first: readonly Phrase[], more: number): Phrase {
  return say`At ${joined(first, ', ')} and ${thousands(more)} more`;
}

/** Before the few that stand for many. */
export const FOR_EXAMPLE = 'for example';

/** `bug`, and where it is not the evidence that says so, who does. */
export function typeTag({ changeType, stated, decided }: JudgedChange): string {
  if (decided?.changeType !== undefined) return `${changeType} (decided)`;
  return stated ? `${changeType} (stated by the author)` : changeType;
}

/** Why a change is what it is: what people said, then what the evidence says. */
export function reasonPhrase({ decided, reason }: JudgedChange): Phrase {
  const said = decided ? decidedSentence(decided) : '';
  return said === '' ? marked(reason) : say`${words(said)} ${marked(reason)}`;
}

/** Heading of the changes of one object. */
export function changesTitle(object: string, count: number): Phrase {
  return say`${object === '' ? words('Code sets') : name(object)}: ${counted(count, 'change')}`;
}

/** `45 changes in 30 data objects`. */
export function textsTitle(changes: number, objects: number): Phrase {
  return say`${counted(changes, 'change')} in ${counted(objects, 'data object')}`;
}

/** `94 changes: no evidence tells the type`. */
export function crowdSentence(count: number, why: Phrase): Phrase {
  return say`${counted(count, 'change')}: ${why}`;
}

/** Which rules a change breaks. */
export function blockedNote(rules: readonly string[]): Phrase {
  return say`It must go back, because it introduces: ${joined(rules.map(value), ', ')}.`;
}

/** What would be right in place of what was found. */
export function expectedNote(expected: string): Phrase {
  return say`Expected: ${marked(expected)}`;
}

/** `94 items – returns: gains SEN2`. */
export function groupTitle(count: number, what: 'item' | 'change', title: string): Phrase {
  const short = title.length > LONGEST_TITLE ? `${cut(title, LONGEST_TITLE)}…` : title;
  return say`${counted(count, what)} – ${marked(short)}`;
}

/** `3 problems introduced, 5 resolved; 12 errors and 40 warnings stood before and stand still`. */
export function lintSummary({
  findings,
  resolved,
  standing,
}: Pick<Review, 'findings' | 'resolved' | 'standing'>): Phrase {
  const still = severities(standing);
  const rest = still === '' ? '' : ` ${still} stood before and still stand.`;
  return say`${counted(findings.length, 'problem')} introduced, ${String(resolved.length)} resolved.${rest}`;
}

/** `Introduced: 1 error, 2 warnings`. */
export function introducedTitle(counts: Readonly<Record<Severity, number>>): string {
  return `Introduced: ${severities(counts)}${counts.error > 0 ? ' (errors are listed first of all)' : ''}`;
}

/** `Resolved: 1 error`. */
export function resolvedTitle(counts: Readonly<Record<Severity, number>>): string {
  return `Resolved: ${severities(counts)}`;
}

/** Many of one rule: `Introduced: 19 of mapping-without-cms`. */
export function introducedCrowd(rule: string, count: number): Phrase {
  return say`Introduced: ${count} of ${value(rule)}`;
}

/** Many of one rule: `Resolved: 19 of mapping-without-cms`. */
export function resolvedCrowd(rule: string, count: number): Phrase {
  return say`Resolved: ${count} of ${value(rule)}`;
}

/** How many cosmetic differences there are, and what that means. */
export function cosmeticCount(count: number): string {
  return `${counted(count, 'cosmetic difference')} in letter case, white space, punctuation or order: nothing to decide`;
}

/** `3 errors`, `1 warning`: the counts that are not nought. */
export function countsInWords(counts: readonly (readonly [number, string])[]): string[] {
  return counts.filter(([count]) => count > 0).map(([count, one]) => counted(count, one));
}

function severities({ error, warning, info }: Readonly<Record<Severity, number>>): string {
  return countsInWords([
    [error, SEVERITY_WORDS.error],
    [warning, SEVERITY_WORDS.warning],
    [info, SEVERITY_WORDS.info],
  ]).join(', ');
}

const ONLY_IN: Record<OutOfStep['onlyIn'], string> = {
  spreadsheet: 'Only in the spreadsheet',
  yaml: 'Only in the YAML: the next refresh from the spreadsheet would erase it',
  'change log': 'Only in the change log',
};

/** Where the only record is, and how many there are. */
export function outOfStepTitle(onlyIn: OutOfStep['onlyIn'], count: number): string {
  return `${ONLY_IN[onlyIn]} (${counted(count, 'change')})`;
}

/** `major, by the heaviest of the changes: 1 major, 2 minor.` */
export function weightSentence(weight: Weight, counts: ReadonlyMap<Weight, number>): Phrase {
  const each = [...counts].map(([of, count]) => `${count} ${of}`).join(', ');
  return say`${value(weight)}, by the heaviest of the changes: ${each}.`;
}

/** What a person does next, first things first. */
export function nextSteps({ verdict, questions, changes, sql }: Review): Phrase[] {
  const open = changes.some(({ changeType, doubt }) => changeType === 'undecided' || doubt !== '');
  const [all, one] = [name('Change-Type: bug'), name('Change-Type: bug PERS001A')];
  const writes = verdict !== 'mend' && changes.some(({ changeId }) => changeId !== null);
  const sqlChanges = verdict !== 'mend' && sql.some(({ digest }) => digest !== '');
  const steps: readonly (readonly [boolean, Phrase])[] = [
    [verdict === 'mend', say`Mend what is listed first, then run ${name('steward review')} again.`],
    [questions.length > 0, say`Answer the questions: the files alone cannot.`],
    [open, say`Say what a change is in the pull request or a commit: ${all} for all, ${one} for one item.`],
    [writes, say`${name('steward record')} writes the change log, the metadata, CHANGELOG.md and the SQL.`],
    [sqlChanges && !writes, say`${name('steward sql')} writes the SQL.`],
    [writes, say`${name('steward check')} proves that all of them agree.`],
  ];
  return steps.flatMap(([due, step]) => (due ? [step] : []));
}

/** `and 212 more in the full report`. */
export function moreSentence(count: number): Phrase {
  return say`and ${thousands(count)} more in the full report`;
}

/** Said at the top of a comment that does not hold everything. */
export function shortenedSentence(fullReport: Phrase): Phrase {
  const where = fullReport.length === 0 ? [] : say`; the whole is in ${fullReport}`;
  return say`This report is shortened${where}.`;
}

/** Said at the end of a report on a terminal; without a place the command that shows all. */
export function fullReportSentence(fullReport: string): Phrase {
  return say`The full report, with all that is folded here: ${name(fullReport || 'steward review --format html')}`;
}

/** `caused by SSD-0028, SSD-0029`. */
export function causesSentence(causes: readonly string[]): Phrase {
  if (causes.length === 0) return [];
  const more = causes.length > MOST_CAUSES ? ` and ${causes.length - MOST_CAUSES} more` : '';
  return say`caused by ${joined(causes.slice(0, MOST_CAUSES).map(value), ', ')}${more}`;
}
