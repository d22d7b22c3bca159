/** The page of the sandbox: one pull request as its participants see it, and what one can do to it. */
import { htmlCode, htmlText } from '../../src/report/defuse.js';
import type { Player } from '../cast.js';
import type { Label, PullLine, PullView, SandboxState } from '../state.js';
import { checkLine, checksHtml } from './checks.js';
import { decisionsHtml } from './decisions.js';
import { filesHtml } from './files.js';
import { type Offer, offersHtml } from './forms.js';
import { logHtml, registerHtml } from './log.js';
import { markdownHtml } from './markdown.js';
import { takePartHtml } from './take-part.js';
import { timelineHtml } from './timeline.js';

/** What an order came to, said above everything else until the next one. */
export interface Notice {
  readonly isRefusal: boolean;
  readonly text: string;
}

/** What is on the page besides the state. */
export interface PageOptions {
  readonly offers: readonly Offer[];
  readonly notice: Notice | null;
  /** Whom the reader plays. */
  readonly you: Player;
}

/** The whole page. Parts that follow the state carry `data-live`: the script puts newer ones in their place. */
export function renderPage(state: SandboxState, options: PageOptions): string {
  const { pull, repository } = state;
  const title = pull ? `#${pull.number} ${pull.title}` : repository;
  const content = pull ? pullHtml(pull, state, options) : '<p>There is no such pull request.</p>';
  return renderDocument(
    title,
    `<body data-version="${htmlText(state.version)}">
<header class="top">
<p class="place"><b>Spec Steward at work</b> on <code>${htmlText(repository)}</code>, a local double of GitHub</p>
${live('status', statusHtml(state))}
${live('pulls', pullsHtml(state))}
<p><a href="/agenda">Agenda of the steering group</a></p>
</header>
${live('notice', noticeHtml(options.notice))}
${content}
<script src="/page.js"></script>
</body>`,
  );
}

/** A page with one file of the repository, as a link on a pull request leads to it. */
export function renderFile(repository: string, { path, text }: { path: string; text: string }): string {
  const content = path.endsWith('.md')
    ? `<div class="prose">${markdownHtml(text, repository)}</div>`
    : `<pre class="code">${text.split('\n').map(htmlCode).join('\n')}</pre>`;
  return renderDocument(path, `<body>\n<h1 class="title">${htmlText(path)}</h1>\n${content}\n</body>`);
}

/** A document with our style and our own words as its title. */
export function renderDocument(title: string, body: string): string {
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${htmlText(title)}</title>
<link rel="icon" href="/icon.svg">
<link rel="stylesheet" href="/page.css">
</head>
${body}
</html>
`;
}

function live(name: string, html: string): string {
  return `<div data-live="${name}">${html}</div>`;
}

function statusHtml({ isBusy, counts }: SandboxState): string {
  const word = isBusy ? 'The App is at work …' : 'At rest';
  return `<p class="status ${isBusy ? 'busy' : 'rest'}" role="status"><span class="dot"></span> ${word}
<span class="faint">${counts.reads} reads and ${counts.writes} writes so far</span></p>`;
}

function pullsHtml({ pulls, pull, repository }: SandboxState): string {
  const items = pulls.map((line) => {
    const here = line.number === pull?.number ? ' aria-current="page"' : '';
    const label = `${stateTag(line)} #${line.number} ${htmlText(line.title)}`;
    return `<li><a href="/${repository}/pull/${line.number}"${here}>${label}</a></li>`;
  });
  return `<nav aria-label="Pull requests"><ul class="pulls">\n${items.join('\n')}\n</ul></nav>`;
}

function stateTag({ state }: PullLine): string {
  return `<span class="state ${state}">${state}</span>`;
}

function noticeHtml(notice: Notice | null): string {
  if (!notice) return '';
  return `<p class="notice ${notice.isRefusal ? 'refusal' : 'done'}" role="status">${htmlText(notice.text)}</p>`;
}

function pullHtml(pull: PullView, state: SandboxState, { offers, you }: PageOptions): string {
  const { repository } = state;
  const around = { pull, repository, you };
  return `<main class="desk">
<div class="pull">
${live('head', headHtml(pull) + mergeHtml(pull))}
<section id="conversation"><h2>Conversation</h2>${live('conversation', timelineHtml(around))}</section>
<section id="checks"><h2>Checks</h2>${live('checks', checksHtml(around))}</section>
<section id="files"><h2>Files changed</h2>${live('files', filesHtml(pull.files))}</section>
</div>
<aside>
<section id="do"><h2>Take part</h2>
${takePartHtml(pull, you)}
${live('offers', offersHtml(offers, pull.number))}
</section>
<section id="decisions"><h2>Decisions</h2>${live('decisions', decisionsHtml(pull.decisions, repository))}</section>
<section id="register"><h2>Register of identifiers</h2>${live('register', registerHtml(state.register))}</section>
<section id="log"><h2>What went over the wire</h2>${live('log', logHtml(state))}</section>
</aside>
</main>`;
}

function headHtml(pull: PullView): string {
  const labels = pull.labels.map(labelHtml).join('');
  const links = [
    ['conversation', 'Conversation'],
    ['checks', `Checks ${pull.checks.length}`],
    ['files', `Files changed ${pull.files.length}`],
    ['do', 'Take part'],
    ['decisions', 'Decisions'],
    ['register', 'Register'],
    ['log', 'Log'],
  ].map(([id, label]) => `<li><a href="#${id}">${label}</a></li>`);
  return `<h1 class="title">${htmlText(pull.title)} <span class="faint">#${pull.number}</span></h1>
<p>${stateTag(pull)} <b>${htmlText(pull.author)}</b> ${pull.state === 'open' ? 'wants' : 'wanted'} to merge <code>${htmlText(pull.headLabel)}</code>
into <code>${htmlText(pull.baseBranch)}</code></p>
${labels === '' ? '' : `<ul class="labels" aria-label="Labels">${labels}</ul>`}
<nav aria-label="Sections"><ul>${links.join('')}</ul></nav>`;
}

/** The colour is an attribute of the drawing: the page's policy takes no styles but those of its own sheet. */
function labelHtml({ name, color, description }: Label): string {
  const fill = /^[0-9a-f]{6}$/i.test(color) ? color : '888888';
  const dot = `<svg viewBox="0 0 10 10" aria-hidden="true"><circle cx="5" cy="5" r="5" fill="#${fill}"></circle></svg>`;
  return `<li class="label" title="${htmlText(description)}">${dot}${htmlText(name)}</li>`;
}

function mergeHtml(pull: PullView): string {
  const checks = pull.checks.map((check) => `<li>${checkLine(check)}</li>`).join('');
  const verdict =
    pull.state !== 'open'
      ? `<p>This pull request is ${pull.state}.</p>`
      : pull.obstacle === null
        ? '<p class="ready">✔ GitHub would merge it.</p>'
        : `<p class="blocked">✘ Merging is blocked: ${htmlText(pull.obstacle)}</p>`;
  return `<section class="merge" aria-label="Merge">${checks === '' ? '' : `<ul class="bare">${checks}</ul>`}${verdict}</section>`;
}
