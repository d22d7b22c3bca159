/** The record of decisions that outlives GitHub: a file on the register's branch, one line an entry. */
import { htmlCode, htmlText } from '../../src/report/defuse.js';
import type { DecisionsView } from '../state.js';

/** What every entry says, as far as it is shown here. */
interface Entry {
  readonly kind?: unknown;
  readonly at?: unknown;
  readonly who?: { readonly name?: unknown; readonly organisation?: unknown } | null;
  readonly words?: unknown;
}

/** The entries in their order, each folded below what it is; the file itself is one click away. */
export function decisionsHtml(decisions: DecisionsView | null, repository: string): string {
  if (decisions === null) return '<p class="faint">Nothing is decided yet.</p>';
  const { branch, path, lines } = decisions;
  const address = `/${repository}/blob/${branch}/${path}`;
  return `<p><a href="${htmlText(address)}"><code>${htmlCode(path)}</code></a></p>
<ol class="decisions">\n${lines.map(entryHtml).join('\n')}\n</ol>`;
}

function entryHtml(line: string, index: number): string {
  const entry = parsed(line);
  const summary = entry === null ? 'a line that cannot be read' : summaryHtml(entry);
  return `<li><details data-key="decision-${index + 1}"><summary>${summary}</summary>
<pre class="code">${linesOf(entry === null ? line : JSON.stringify(entry, null, 2))}</pre></details></li>`;
}

function summaryHtml({ kind, who, words }: Entry): string {
  const name = String(who?.name ?? 'the App');
  const organisation = String(who?.organisation ?? '');
  const from = organisation === '' ? '' : ` <span class="faint">${htmlText(organisation)}</span>`;
  const [first = ''] = String(words ?? '').split('\n');
  return `<b>${htmlText(String(kind))}</b> ${htmlText(name)}${from} ${htmlText(first.slice(0, 120))}`.trim();
}

function parsed(line: string): Entry | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? value : null;
  } catch {
    return null;
  }
}

/** Each line made harmless by itself, so that only real line ends break. */
function linesOf(text: string): string {
  return text.split('\n').map(htmlCode).join('\n');
}
