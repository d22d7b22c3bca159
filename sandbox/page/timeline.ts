/** The conversation on a pull request: what was said and what was pushed, in the order in which it happened. */
import { htmlCode, htmlText } from '../../src/report/defuse.js';
import type {
  CommentEntry,
  CommitEntry,
  EventEntry,
  Participant,
  PullView,
  SuggestionEntry,
  TimelineEntry,
} from '../state.js';
import { button } from './forms.js';
import { markdownHtml } from './markdown.js';

/** The whole conversation as one ordered list. */
export function timelineHtml(pull: PullView, repository: string): string {
  const opening: CommentEntry = {
    kind: 'comment',
    id: 0,
    at: '',
    author: { login: pull.author, isBot: pull.author.endsWith('[bot]') },
    isEdited: false,
    body: pull.body.trim() === '' ? '*No description.*' : pull.body,
  };
  const entries = [opening, ...pull.timeline].map((entry) => entryHtml(entry, { pull, repository }));
  return `<ol class="timeline">\n${entries.join('\n')}\n</ol>`;
}

interface Surrounding {
  readonly pull: PullView;
  readonly repository: string;
}

function entryHtml(entry: TimelineEntry, around: Surrounding): string {
  if (entry.kind === 'commit') return commitHtml(entry);
  if (entry.kind === 'comment') return commentHtml(entry, around);
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

function commentHtml({ id, author, at, isEdited, body }: CommentEntry, { repository }: Surrounding): string {
  const edited = isEdited ? ' <span class="faint">edited</span>' : '';
  return `<li class="comment${author.isBot ? ' bot' : ''}" data-key="comment-${id}">
<p class="by">${person(author)} ${time(at)}${edited}</p>
<div class="prose">
${markdownHtml(body, repository)}</div>
</li>`;
}

function suggestionHtml(entry: SuggestionEntry, { pull, repository }: Surrounding): string {
  const { id, author, at, path, line, body } = entry;
  const commit = { order: 'commit-suggestion', label: 'Commit suggestion', fields: { id: String(id) } };
  const foot =
    line === null
      ? '<p class="faint">The line has changed since.</p>'
      : pull.state === 'open'
        ? button({ ...commit, pull: pull.number })
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
  return `<b class="person">${htmlText(login.replace(/\[bot\]$/, ''))}</b>${mark}`;
}

/** The script puts the reader's own time in its place. */
function time(at: string): string {
  return at === '' ? '' : `<time datetime="${htmlText(at)}">${htmlText(at.slice(11, 16))}</time>`;
}
