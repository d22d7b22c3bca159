/** The words that people read on a pull request, beyond those of the report; texts of a proposal come in as values. */
import type { PullRequest } from '../forge.js';
import type { Proof } from '../proof.js';
import type { Push } from '../reconcile/direct-push.js';
import { plainText } from '../report/defuse.js';
import {
  counted,
  cut,
  joined,
  link,
  marked,
  name,
  type Phrase,
  pullRequest,
  say,
  thousands,
  value,
  words,
} from '../report/phrase.js';
import { inline } from '../report/render-markdown.js';
import type { Overlap } from './overlap.js';
import type { RecordsStanding } from './view.js';

/** Before the headline of a review that leaves nothing to do. */
export const FINE_HEADLINE = 'Nothing must be mended or decided.';

/** Said of a pull request without a change of the specification. */
export const NOTHING_OF_OURS = 'Nothing of the specification changes';

/** Below it, where a comment of ours stands already. */
export const TAKEN_BACK = words('What stood here before has been taken back; nothing is left to do.');

/** Titles of the comment's own sections. */
export const TITLES = { overlap: 'Other open pull requests', records: 'Records', next: 'What to do next' } as const;

/** Above the part of the report that stands below a check's summary. */
export const REPORT_LEAD = words('The report, beyond what must be mended or decided:');

/** The button on the records check; at most 20 characters. */
export const BUTTON_LABEL = 'Write the records';
/** What the button does; at most 40 characters. */
export const BUTTON_DESCRIPTION = 'Puts change log, metadata and SQL right';

const BUTTON_HINT = say`Press ${name(BUTTON_LABEL)} on the check ${name('spec-steward/records')} to put them right.`;

/** How many names a sentence has. */
const MOST_NAMED = 8;

/** Title of the check, for each way in which the records can stand. */
export const RECORDS_TITLES: Record<RecordsStanding, string> = {
  untouched: NOTHING_OF_OURS,
  unreadable: 'The records wait: a file cannot be read',
  waiting: 'The records wait until nothing must be mended',
  companion: 'The records are on a pull request of their own, because this one comes from a fork',
  stale: 'The records are not in step with the specification',
  edited: 'Somebody edited lines that are generated',
  'in-step': 'The records are in step with the specification',
};

/** What the title means and what comes of it. */
export const RECORDS_SENTENCES: Record<RecordsStanding, Phrase> = {
  untouched: words('There is nothing to record.'),
  unreadable: words('Identifiers and records follow as soon as every file can be read.'),
  waiting: words('Identifiers and records follow as soon as nothing must be mended. Nobody writes them by hand.'),
  companion: words('They are written on the pull request that is merged in place of this one.'),
  stale: say`Metadata, change log, CHANGELOG.md or SQL do not say what the specification says. ${BUTTON_HINT}`,
  edited: say`A person wrote over them, and they are left alone until somebody asks. ${BUTTON_HINT}`,
  'in-step': words('Metadata, change log, CHANGELOG.md and SQL say what the specification says.'),
};

/** Why a fork's pull request is not the one that is merged, in one sentence. */
export function companionSentence(companion: Pick<PullRequest, 'number'> | null): Phrase {
  const why = words('This pull request comes from a fork that I may not write to, so ');
  if (!companion) return say`${why}its commits and the records will stand together on a pull request of mine.`;
  const what = 'holds its commits together with the records, follows what is pushed here, and is the one to merge';
  return say`${why}${pullRequest(companion.number)} ${what}.`;
}

/** `The changes have 5 identifiers, SSD-0028 to SSD-0032.` */
export function givenSentence(identifiers: readonly string[]): Phrase {
  const [first = '', last = ''] = [identifiers[0], identifiers.at(-1)];
  if (first === last) return say`The change has the identifier ${value(first)}.`;
  return say`The changes have ${counted(identifiers.length, 'identifier')}, ${value(first)} to ${value(last)}.`;
}

/** `#12 also changes CLAV003A.` */
export function overlapSentence({ pullRequest: other, subjects }: Overlap): Phrase {
  return say`${pullRequest(other)} also changes ${listed(subjects.map(value))}.`;
}

/** Said below other pull requests that change the same. */
export const OVERLAP_ADVICE = words('Talk to each other before either is merged: the second has to take in the first.');

/** What a contributor, who may be new to git, does next. */
export const STEPS = {
  find: words(
    'For each place that is named first of all, open the tab “Files changed” and find the file and the line.',
  ),
  edit: words(
    'There, in the menu “…” of the file, choose “Edit file”, write what is expected, and commit to this branch.',
  ),
  suggestions: words('Where I suggest a change on a line, “Commit suggestion” mends it with one click.'),
  questions: words('Say in a comment which item is meant, for those who decide: the files alone do not tell.'),
  records: BUTTON_HINT,
  fine: words('Nothing is left for the author to do.'),
  look: say`I look again after every push; a comment ${name('/recheck')} makes me look at once.`,
} as const satisfies Record<string, Phrase>;

/** How the author states a type that the files do not tell. */
export function stateTypeStep(changeType: string): Phrase {
  const [all, one] = [name(`Change-Type: ${changeType}`), name(`Change-Type: ${changeType} PERS001A`)];
  return say`Say what a change is by a line in this description: ${all} for all of them, ${one} for one item.`;
}

/** That a proposal and its base branch cannot both be kept as they are, as plain text. */
export function conflictTitle(branch: string, paths: readonly string[]): string {
  return `${paths.length} ${paths.length === 1 ? 'file conflicts' : 'files conflict'} with ${branch}`;
}

/** On a file in conflict; plain text. */
export function conflictAnnotation(branch: string): { readonly title: string; readonly message: string } {
  const message = `This proposal and ${branch} changed the same lines of this file. Bring both together.`;
  return { title: `Conflict with ${branch}`, message };
}

/** What to do about a conflict with the base branch. */
export function conflictStep(branch: string, paths: readonly string[]): Phrase {
  const where = say`Solve the conflict with ${name(branch)} in ${listed(paths.map(name))}, by “Resolve conflicts” below.`;
  return say`${where} Of files that are generated keep either side: I write them anew.`;
}

/** Where there is more than a comment can say. */
export function checksStep(address: string): Phrase {
  return say`More, and the remarks on single lines, is on ${link('the page of the checks', address)}.`;
}

/** The message of a finding and how to mend it, as plain text. */
export function expectedInstead(message: string, expected: string): string {
  return `${message}. Expected: ${expected}`;
}

/** On a generated block that a person wrote over. */
export const EDITED_ANNOTATION = {
  title: 'Edited by hand',
  message: `These lines are generated. Press "${BUTTON_LABEL}" on this check to have them put right.`,
} as const;

/** Said of annotations that there is no room for. */
export function annotationsCut(left: number): Phrase {
  return say`${counted(left, 'further remark')} on single lines ${left === 1 ? 'stands' : 'stand'} in the report only.`;
}

/** What a click on a suggestion does. */
export const SUGGESTION_SENTENCES = {
  replace: words('“Commit suggestion” writes this in its place:'),
  delete: words('“Commit suggestion” takes this line out:'),
} as const;

/** Headings of the table of identifiers. */
export const IDENTIFIER_COLUMNS = ['Identifier', 'item_ref', 'Name', 'Type'] as const;

/** Said of what a list on a check's page has no room for. */
export function andMore(count: number): string {
  return `and ${thousands(count)} more`;
}

/** Of a merge group: items that nobody recorded. */
export function unrecordedItems(items: readonly string[]): Phrase {
  return say`Changed, and not in the change log: ${listed(items.map(name))}.`;
}

/** Of a merge group: files that two proposals, each right alone, leave wrong together. */
export function staleFiles(paths: readonly string[]): Phrase {
  return say`Not as the merged specification gives them: ${listed(paths.map(name))}. Bring the base in and try again.`;
}

/** Message of the commit that keeps a full report. */
export function fullReportMessage(number: number): string {
  return `report: pull request ${number}`;
}

/** GitHub takes 256 characters. */
const LONGEST_TITLE = 250;

/** Title of the pull request that carries a fork's commits and their records. */
export function companionTitle({ number, title }: Pick<PullRequest, 'number' | 'title'>): string {
  return cut(`#${number} with its records: ${plainText(title)}`, LONGEST_TITLE);
}

/** Its text, as Markdown. */
export function companionBody({ number, author }: Pick<PullRequest, 'number' | 'author'>): string {
  const original = pullRequest(number);
  return [
    say`Proposed by ${name(author.login)} in ${original}, which comes from a fork that I may not write to.`,
    words('Here are those commits together with metadata, change log, CHANGELOG.md and SQL.'),
    say`What is pushed there comes here as well. Please talk in ${original}, and merge here.`,
    say`This pull request is open for as long as ${original} is.`,
  ]
    .map(inline)
    .join('\n\n');
}

/** First line of the comment that says why a pull request is closed; anybody can forge it, so the author counts too. */
export const STANDING_MARKER = '<!-- spec-steward:standing -->';

/** Why a companion is closed, as Markdown; true for as long as it stays so, and after that. */
export function companionClosed({ number }: Pick<PullRequest, 'number'>): string {
  const original = pullRequest(number);
  return inline(say`This carries ${original}, and is closed and opened together with it.`);
}

/** Why the contributor's own pull request is closed, as Markdown. */
export function companionMerged({ number }: Pick<PullRequest, 'number'>): string {
  return inline(say`Everything that stands here was merged with ${pullRequest(number)}, together with its records.`);
}

/** Title of the one pull request with the records of direct pushes: the same for every push to the branch. */
export function directPushTitle({ branch }: Pick<Push, 'branch'>): string {
  return cut(`Not approved: records of changes pushed straight to ${plainText(branch)}`, LONGEST_TITLE);
}

/** Its text, as Markdown. */
export function directPushBody({ branch, after, author }: Push, items: number): string {
  return [
    say`${counted(items, 'item')} changed on ${name(branch)} without a pull request. Nobody was asked: not approved.`,
    say`Source: direct push of ${after} by ${name(author)}.`,
    words('Here is what is missing, and nothing else: metadata, change log, CHANGELOG.md and SQL.'),
    words('What is pushed in the same way from now on is added here.'),
  ]
    .map(inline)
    .join('\n\n');
}

/** Up to eight of them, and how many more. */
function listed(phrases: readonly Phrase[]): Phrase {
  const more = phrases.length > MOST_NAMED ? ` and ${phrases.length - MOST_NAMED} more` : '';
  return say`${joined(phrases.slice(0, MOST_NAMED), ', ')}${more}`;
}

/** Before the headline, where an engine refuses SQL of the proposal. */
export function refusedHeadline(count: number): string {
  return count === 1 ? 'An engine refuses a statement of the SQL' : `Engines refuse ${count} statements of the SQL`;
}

/** One of them: its object, the part of the script that it is, what it makes, and the engine's own words. */
export function refusedStatement({ target, object, element, statement, said }: Proof): Phrase {
  return say`${name(object)}, ${name(element)} ${name(statement)} (${target}): ${marked(said)}`;
}
