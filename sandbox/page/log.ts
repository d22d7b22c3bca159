/** What stands behind the pull request: the register, the webhooks that GitHub sent, the requests that the App made. */

import type { Reservation } from '../../src/register/register.js';
import { htmlCode, htmlText } from '../../src/report/defuse.js';
import type { LogLine, RequestLine, SandboxState, WebhookLine } from '../state.js';

/** Lines that are shown of each log; the rest is counted. */
const MOST_LINES = 60;

/** The register's rows as it has them. */
export function registerHtml(register: readonly Reservation[]): string {
  if (register.length === 0) return '<p class="faint">No identifier is given yet.</p>';
  const rows = register.map(
    ({ identifier, subject, changeRequest, pullRequest, state }) =>
      `<tr><td><code>${htmlCode(identifier)}</code></td>
<td>${htmlText(subject.itemRef || subject.object || subject.codeSet)}</td>
<td>${pullRequest === 0 ? htmlText(changeRequest) : `#${pullRequest}`}</td><td>${state}</td></tr>`,
  );
  const heads = ['Identifier', 'For', 'Given to', 'State'].map((head) => `<th scope="col">${head}</th>`).join('');
  return `<table class="register"><thead><tr>${heads}</tr></thead>\n<tbody>${rows.join('\n')}</tbody></table>`;
}

/** Webhooks, requests and the App's own log, newest first, each list folded below its count. */
export function logHtml({ webhooks, requests, log, counts }: SandboxState): string {
  const asked = `${counts.reads} reads and ${counts.writes} writes of the App`;
  return [
    folded('webhooks', `${webhooks.length} signed webhooks to the App`, webhooks.map(webhookHtml)),
    folded('requests', asked, requests.map(requestHtml)),
    folded('log', `${log.length} lines of the App’s log`, log.map(lineHtml)),
  ].join('');
}

function folded(key: string, title: string, lines: readonly string[]): string {
  const left = lines.length - MOST_LINES;
  const shown = [...lines.slice(0, MOST_LINES), ...(left > 0 ? [`<li class="faint">and ${left} earlier</li>`] : [])];
  return `<details data-key="log-${key}"><summary>${title}</summary><ol class="log">\n${shown.join('\n')}\n</ol></details>\n`;
}

function webhookHtml({ event, at, status }: WebhookLine): string {
  return `<li><time datetime="${htmlText(at)}">${htmlText(at.slice(11, 19))}</time> <code>${htmlCode(event)}</code>
<span class="${status >= 200 && status < 300 ? 'good' : 'bad'}">${status === 0 ? 'no answer yet' : status}</span></li>`;
}

function requestHtml({ method, path, status, isWrite }: RequestLine): string {
  return `<li${isWrite ? ' class="write"' : ''}><b>${htmlText(method)}</b> <code>${htmlCode(path.replace('/repos/{owner}/{repo}', ''))}</code>
<span class="${status < 400 ? 'good' : 'bad'}">${status}</span></li>`;
}

function lineHtml({ level, message, facts }: LogLine): string {
  const shown = Object.entries(facts).map(
    ([name, value]) => `${name} ${Array.isArray(value) ? value.join(', ') : value}`,
  );
  return `<li class="${level}">${htmlText(message)} <span class="faint">${htmlText(shown.join(' · '))}</span></li>`;
}
