/** Markdown as GitHub shows it in a comment, safe to put into our page whatever it holds. */
import MarkdownIt, { type Env, type Token } from 'markdown-it';
import { htmlCode } from '../../src/report/defuse.js';

/** HTML that GitHub lets through in Markdown and that we have a use for; attributes never pass. */
const ALLOWED = new Set(['details', 'summary', 'kbd', 'sub', 'sup', 'br', 'code', 'span', 'ins', 'del']);
const VOID = new Set(['br', 'hr']);

/** In raw HTML: comments, whole tags without attributes, entities, and whatever else must be escaped. */
const RAW = /<!--[\s\S]*?-->|<(\/?)([a-z]+)(?: open)?\s*\/?>|&(?:[a-z]+|#\d+);|[&<>"]/gi;
const TAG = /<(\/?)([a-z][a-z0-9]*)[^<>]*>/g;

const parser = new MarkdownIt({ html: true, linkify: true }).disable('image');
const { escapeHtml } = parser.utils;
parser.linkify.set({ fuzzyLink: false, fuzzyEmail: false });
Object.assign(parser.renderer.rules, { html_block: rawHtml, html_inline: rawHtml, text: textHtml, fence: fenceHtml });

/** HTML whose tags all close inside it, of elements that do nothing by themselves. */
export function markdownHtml(markdown: string, repository: string): string {
  return balanced(parser.render(markdown, { pulls: `/${repository}/pull/` }));
}

/** Lines of a difference, marked by what they begin with. */
export function diffHtml(lines: readonly string[]): string {
  const rows = lines.map((line) => `<span class="${lineClass(line)}">${htmlCode(line)}</span>`);
  return `<pre class="diff" tabindex="0" role="region" aria-label="Difference">${rows.join('')}</pre>\n`;
}

function lineClass(line: string): string {
  if (line.startsWith('@@')) return 'at';
  return line.startsWith('+') ? 'new' : line.startsWith('-') ? 'gone' : 'same';
}

/** Running text, in which `#12` leads to that pull request; inside a link it does not. */
function textHtml(tokens: readonly Token[], at: number, _options: unknown, env: Env | undefined): string {
  const text = escapeHtml(tokens[at]?.content ?? '');
  if (tokens[at - 1]?.type === 'link_open') return text;
  return text.replace(/(^|[\s(])#([1-9]\d{0,8})\b/g, `$1<a href="${env?.pulls}$2">#$2</a>`);
}

function fenceHtml(tokens: readonly Token[], at: number): string {
  const { content = '', info = '' } = tokens[at] ?? {};
  const lines = content.replace(/\n$/, '').split('\n');
  if (info.trim() === 'diff') return diffHtml(lines);
  if (info.trim() === 'suggestion') return diffHtml(lines.map((line) => `+${line}`));
  return `<pre class="code">${escapeHtml(content)}</pre>\n`;
}

function rawHtml(tokens: readonly Token[], at: number): string {
  const html = tokens[at]?.content ?? '';
  return html.replace(RAW, (found, slash: string | undefined, name: string | undefined) => {
    if (found.startsWith('<!--')) return '';
    if (name && ALLOWED.has(name.toLowerCase())) return `<${slash}${name.toLowerCase()}>`;
    return found.startsWith('&') && found.length > 1 ? found : escapeHtml(found);
  });
}

/** Closes what was left open and drops what closes nothing, so that a text cannot end the element that it stands in. */
function balanced(html: string): string {
  const open: string[] = [];
  const close = (names: readonly string[]) =>
    names
      .toReversed()
      .map((name) => `</${name}>`)
      .join('');
  const text = html.replace(TAG, (tag: string, slash: string, name: string) => {
    if (VOID.has(name)) return slash === '' ? tag : '';
    if (slash === '') open.push(name);
    if (slash === '') return tag;
    const at = open.lastIndexOf(name);
    return at < 0 ? '' : close(open.splice(at));
  });
  return text + close(open);
}
