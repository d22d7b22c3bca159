/** The check runs on the head, with everything that their own pages say. */
import { htmlCode, htmlText } from '../../src/report/defuse.js';
import type { CheckView } from '../state.js';
import { button } from './forms.js';
import { markdownHtml } from './markdown.js';
import type { Surrounding } from './timeline.js';

/** Signs that differ in shape as well as in colour. */
const MARKS: Readonly<Record<string, string>> = { success: '✔', failure: '✘' };

/** Annotations that are shown; the rest is counted. */
const MOST_ANNOTATIONS = 40;

/** All checks, each folded below its one line. */
export function checksHtml({ pull, repository, you }: Surrounding): string {
  if (pull.checks.length === 0) return '<p class="faint">No check yet.</p>';
  return pull.checks.map((check) => checkHtml(check, { pull, repository, you })).join('\n');
}

/** Sign, name and title of a check in one line. */
export function checkLine({ name, conclusion, title }: CheckView): string {
  const state = conclusion ?? 'running';
  const mark = MARKS[state] ?? '●';
  return `<span class="check ${mark === '●' ? 'running' : state}">${mark} <b>${htmlText(name)}</b></span> ${htmlText(title)}`;
}

function checkHtml(check: CheckView, { pull, repository, you }: Surrounding): string {
  const texts = [check.summary, check.text].filter((text) => text.trim() !== '');
  const buttons = pull.state === 'open' ? check.buttons : [];
  const open = check.name.endsWith('/approval') ? ' open' : '';
  return `<details class="check-page"${open} data-key="check-${htmlText(check.name)}">
<summary>${checkLine(check)}</summary>
${texts.map((text) => `<div class="prose">\n${markdownHtml(text, repository)}</div>`).join('\n')}
${annotationsHtml(check)}
</details>
${buttons.map((one) => checkButton(one, { check, pull, you })).join('\n')}`;
}

function checkButton(
  { label, description, identifier }: CheckView['buttons'][number],
  { check, pull, you }: Omit<Surrounding, 'repository'> & { readonly check: CheckView },
): string {
  const fields = { check: String(check.id), identifier };
  return button({ order: 'press', label, hint: description, pull: pull.number, who: you.login, fields });
}

function annotationsHtml({ annotations }: CheckView): string {
  if (annotations.length === 0) return '';
  const rows = annotations.slice(0, MOST_ANNOTATIONS).map(
    ({ path, line, level, title, message }) => `<li class="${htmlText(level)}">
<code>${htmlCode(path)}:${line}</code> <b>${htmlText(title)}</b><br>${htmlText(message)}</li>`,
  );
  const left = annotations.length - rows.length;
  return `<h4>On single lines</h4>
<ul class="annotations">
${rows.join('\n')}
${left > 0 ? `<li class="faint">and ${left} more</li>` : ''}</ul>`;
}
