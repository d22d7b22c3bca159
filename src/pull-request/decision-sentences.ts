/** The words that people read of decisions on a pull request, beyond those of the approval itself. */
import { identifiers } from '../approval/refusals.js';
import type { Covered, Unit } from '../approval/unit.js';
import type { ErrorDetail } from '../errors.js';
import type { PullRequest } from '../forge.js';
import { plainText } from '../report/defuse.js';
import { counted, cut, name, type Phrase, pullRequest, say, value, words } from '../report/phrase.js';
import { inline } from '../report/render-markdown.js';

/** GitHub takes 256 characters. */
const LONGEST_TITLE = 250;

/** Answer to whoever decides on the pull request of a fork that is not the one to merge. */
export function saidElsewhere(companion: Pick<PullRequest, 'number'> | null): Phrase {
  if (!companion)
    return words('Decisions are made on the pull request of mine that will hold these commits. It follows.');
  return say`Decisions are made on ${pullRequest(companion.number)}, which is the one to merge. Please say it there.`;
}

/** Title of the approval check where the decisions are made on another pull request. */
export const DECIDED_ELSEWHERE = 'Decided on the pull request that is merged in place of this one';

/** Said where a pull request changes the rules that decide: nobody of the steering group is asked about that here. */
export const CHANGES_POLICY = say`This changes ${name('.github/spec-steward.yml')}, which holds from the merge on. Until then the policy of the base branch decides; who may change it is for the protection of that branch.`;

/** Of a merge group in which everything is agreed. */
export const GROUP_AGREED = 'What is merged together is what was agreed to';

/** Of one in which something is not. */
export function groupNotAgreedTitle(count: number): string {
  return `${counted(count, 'change')} of this group ${count === 1 ? 'is' : 'are'} not what anybody agreed to`;
}

/** What comes of it. */
export const GROUP_ADVICE = words(
  'Each change of a group must be, exactly as it is here, a change of an open pull request whose approval holds now. These are not:',
);

/** One of them. */
export function notAgreedLine(id: string, title: string): Phrase {
  return say`${value(id)}: ${[{ mark: 'quote', text: title }]}`;
}

/** Title of the checks where nothing can be judged. */
export function unjudgedTitle({ code, place }: ErrorDetail): string {
  return place === '' ? `This cannot be judged: ${code}` : `This cannot be judged: ${code} at ${place}`;
}

/** Code, place, what was found, what is expected. */
export function unjudgedFault({ code, place, found, expected }: ErrorDetail): Phrase {
  const where = place === '' ? [] : say`${name(place)} `;
  const hint = expected === '' ? [] : say` Expected: ${[{ mark: 'quote', text: expected }]}.`;
  return say`${where}${name(code)}: ${[{ mark: 'quote', text: found }]}.${hint}`;
}

/** What comes of it, and who mends it. */
export const UNJUDGED_ADVICE = words(
  'It lies in the settings or the records that this is judged by, not in the proposal. Nothing passes until it is mended there, on the branch that it stands on.',
);

/** `SSD-0031 is proposed in #17 now, by itself.` */
export function splitSentence(units: readonly Pick<Covered, 'id'>[], number: number): Phrase {
  const verb = units.length === 1 ? 'is proposed' : 'are proposed';
  return say`${identifiers(units.map(({ id }) => id))} ${verb} in ${pullRequest(number)} now, and no longer here.`;
}

/** Why nothing is split off: it is gone, or something else. */
export const SPLIT_GONE = 'What was to be split off is not proposed like that any more.';

/** Title of the pull request with changes that were split off another one. */
export function splitTitle(units: readonly Pick<Covered, 'id'>[], { number }: Pick<PullRequest, 'number'>): string {
  return cut(`${units.map(({ id }) => plainText(id)).join(', ')}, split off #${number}`, LONGEST_TITLE);
}

/** Its text, as Markdown. */
export function splitBody(
  units: readonly Pick<Unit, 'id' | 'title'>[],
  { number, author }: Pick<PullRequest, 'number' | 'author'>,
): string {
  const lines = units.map(({ id, title }) => `- ${inline(say`${value(id)}: ${[{ mark: 'quote', text: title }]}`)}`);
  const paragraphs = [
    say`Proposed by ${name(author.login)} in ${pullRequest(number)}, and split off there so that the other changes need not wait.`,
    say`From here on this is a proposal like any other: nobody has agreed to it by agreeing to ${pullRequest(number)}.`,
  ];
  return [paragraphs.map(inline).join('\n\n'), lines.join('\n')].join('\n\n');
}

/** Title of the one pull request with rows that are agreed, where the base branch takes no commits of ours. */
export function agreedTitle(branch: string): string {
  return cut(`Records: changes of ${plainText(branch)} that are agreed`, LONGEST_TITLE);
}

/** Its text, as Markdown. */
export function agreedBody(branch: string): string {
  return [
    say`The steering group agreed to these changes, and they are merged. ${name(branch)} takes no commits of mine, so their rows in the change log become agreed here.`,
    say`Each row names its decision on the branch ${name('spec-steward/register')}. What is agreed from now on is added here.`,
  ]
    .map(inline)
    .join('\n\n');
}

/** Of a pull request of ours that records what has happened. */
export const RECORDS_ONLY = {
  title: 'Nothing here is decided: it records what has happened',
  summary: words('These records say what has happened. Merging them is no approval of it.'),
  broken: 'More than records changes here',
  advice: words('This pull request is for records only. What else is changed here has to be proposed by itself:'),
} as const;
