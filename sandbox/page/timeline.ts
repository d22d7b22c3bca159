/** The conversation on a pull request: what was said and what was pushed, in the order in which it happened. */
import { htmlCode, htmlText } from '../../src/report/defuse.js';
import { type Player, playerOf } from '../cast.js';
import type {
  CommentEntry,
  CommitEntry,
  EventEntry,
  Participant,
  PullView,
  ReviewEntry,
  SuggestionEntry,
  TimelineEntry,
} from '../state.js';
import { atLeast } from '../twin/world.js';
import { button } from './forms.js';
import { markdownHtml } from './markdown.js';

/** Where the conversation stands, and who reads it. */
export interface Surrounding {
  readonly pull: PullView;
  readonly repository: string;
  readonly you: Player;
}

/** The whole conversation as one ordered list. */
export function timelineHtml(around: Surrounding): string {
  const { pull } = around;
  const opening: CommentEntry = {
    kind: 'comment',
    id: 0,
    at: '',
    author: { login: pull.author, isBot: pull.author.endsWith('[bot]') },
    isEdited: false,
    body: pull.body.trim() === '' ? '*No description.*' : pull.body,
    reactions: [],
  };
  const entries = [opening, ...pull.timeline].map((entry) => entryHtml(entry, around));
  return `<ol class="timeline">\n${entries.join('\n')}\n</ol>`;
}

function entryHtml(entry: TimelineEntry, around: Surrounding): string {
  if (entry.kind === 'commit') return commitHtml(entry);
  if (entry.kind === 'comment') return commentHtml(entry, around);
  if (entry.kind === 'review') return reviewHtml(entry, around);
  return entry.kind === 'suggestion' ? suggestionHtml(entry, around) : eventHtml(entry);
}

function commitHtml({ id, message, author, at, isVerified }: CommitEntry): string {
  const [subject = '', ...rest] = message.split('\n');
  const body = rest.join('\n').trim();
  const more = body === '' ? '' : `<p class="faint">${htmlText(body)}</p>`;
  const mark = isVerified ? '<span class="verified">Verified</span>' : '';
  return `<li class="commit">
<p>${person(author)} pushed <code>${htmlCode(id.slice(0, 7))}</code> <b>${htmlText(subject)}</b> ${mark} ${time(at)}</p>
${more}</li>`;
}

function commentHtml(entry: CommentEntry, { repository }: Surrounding): string {
  const { id, author, at, isEdited, body, reactions } = entry;
  const answers = reactions.map(({ content, by }) => `<li><b>${htmlText(content)}</b> ${htmlText(nameOf(by))}</li>`);
  const foot = answers.length === 0 ? '' : `<ul class="reactions" aria-label="Reactions">${answers.join('')}</ul>`;
  const edited = isEdited ? ' <span class="faint">edited</span>' : '';
  return `<li class="comment${author.isBot ? ' bot' : ''}" data-key="comment-${id}">
<p class="by">${person(author)} ${time(at)}${edited}</p>
<div class="prose">
${markdownHtml(body, repository)}</div>
${foot}</li>`;
}

const OPINIONS: Readonly<Record<ReviewEntry['state'], string>> = {
  approved: '✔ approved',
  'changes requested': '✘ requested changes on',
  commented: 'reviewed',
  dismissed: 'gave a review, since dismissed, of',
};

function reviewHtml({ id, author, at, state, commit, body }: ReviewEntry, around: Surrounding): string {
  const { pull, repository, you } = around;
  const counts = state === 'approved' || state === 'changes requested';
  const mayDismiss = counts && pull.state === 'open' && atLeast(you.role, 'write');
  const dismiss = { order: 'dismiss', label: 'Dismiss review', pull: pull.number, who: you.login };
  const words = body === '' ? '' : `<div class="prose">\n${markdownHtml(body, repository)}</div>`;
  return `<li class="comment review" data-key="review-${id}">
<p class="by">${person(author)} ${OPINIONS[state]} <code>${htmlCode(commit.slice(0, 7))}</code> ${time(at)}</p>
${words}${mayDismiss ? button({ ...dismiss, fields: { review: String(id) } }) : ''}</li>`;
}

function suggestionHtml(entry: SuggestionEntry, { pull, repository, you }: Surrounding): string {
  const { id, author, at, path, line, body } = entry;
  const commit = { order: 'commit-suggestion', label: 'Commit suggestion', fields: { id: String(id) } };
  const foot =
    line === null
      ? '<p class="faint">The line has changed since.</p>'
      : pull.state === 'open'
        ? button({ ...commit, pull: pull.number, who: you.login })
        : '';
  return `<li class="comment suggestion" data-key="suggestion-${id}">
<p class="by">${person(author)} on <code>${htmlCode(line === null ? path : `${path}:${line}`)}</code> ${time(at)}</p>
<div class="prose">
${markdownHtml(body, repository)}</div>
${foot}
</li>`;
}

function eventHtml({ author, sentence, at }: EventEntry): string {
  return `<li class="event"><p>${person(author)} ${htmlText(sentence)} ${time(at)}</p></li>`;
}

function person({ login, isBot }: Participant): string {
  const mark = isBot ? ' <span class="tag">bot</span>' : '';
  const organisation = playerOf(login)?.organisation ?? '';
  const from = organisation === '' ? '' : ` <span class="faint">${htmlText(organisation)}</span>`;
  return `<b class="person">${htmlText(nameOf(login))}</b>${mark}${from}`;
}

function nameOf(login: string): string {
  return login.replace(/\[bot\]$/, '');
}

/** The script puts the reader's own time in its place. */
function time(at: string): string {
  return at === '' ? '' : `<time datetime="${htmlText(at)}">${htmlText(at.slice(11, 16))}</time>`;
}
