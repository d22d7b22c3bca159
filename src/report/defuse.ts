/**
 * Any text from a proposal is hostile until it has passed one of these functions. Each makes it harmless for one
 * place: it neither formats, nor links, nor notifies, nor hides, nor moves a cursor, and it reads as it was written.
 *
 * What GitHub turns into notifications and references: https://docs.github.com/en/get-started/writing-on-github
 * (mentions, issue and pull request references, closing keywords); what Markdown does: https://github.github.com/gfm/.
 */

const BREAK = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;

/** Controls, format characters (bidirectional, zero width), lone surrogates, private use and invisible letters. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/** What GitHub acts on in running text; a zero-width space after the capture stops it, a backslash would not. */
const TRIGGER = /@|#|\bGH-(?=\d)|:(?=\/\/)|(?<!:)\/(?=\/)|\bwww(?=\.)/gi;

/** What other tools act on even inside code: expressions of GitHub Actions and the markers of our own comments. */
const OPENING = /\$(?=\{\{)|<(?=!--)/g;

const STOP = '\u200b';

/** One line of running text for the terminal and for other plain text: no control sequence survives. */
export function terminalText(text: string): string {
  return visible(text.replace(BREAK, ' '));
}

/** One line of plain text for a place on GitHub that renders none, so that nobody is notified by it either. */
export function plainText(text: string): string {
  return untriggered(terminalText(text));
}

/** One line of running text for HTML content and quoted attributes. */
export function htmlText(text: string): string {
  return escapeHtml(visible(text.replace(BREAK, ' ')));
}

/** A name, or a line of code, for HTML: its line breaks are shown. */
export function htmlCode(text: string): string {
  return escapeHtml(visible(text));
}

/** One line of running text inside HTML that stands in Markdown (a `summary`), where GitHub still looks for mentions. */
export function markdownHtml(text: string): string {
  return wrapDollars(escapeHtml(untriggered(visible(text.replace(BREAK, ' ')))));
}

/** One line of running text for Markdown, safe at the beginning of a line as well. */
export function markdownText(text: string): string {
  const safe = untriggered(visible(text.replace(BREAK, ' ')))
    .replace(/[\\`*_[\]<>&|~]/g, '\\$&')
    .replace(/^(\s*)([-+#=]|\d+(?=[.)]))/, (_, space: string, mark: string) =>
      /\d/.test(mark) ? `${space}${mark}\\` : `${space}\\${mark}`,
    );
  return wrapDollars(safe);
}

/** A name as a code span, with a fence longer than any run of backticks in it. */
export function markdownCode(text: string): string {
  const code = visible(text).replace(OPENING, `$&${STOP}`);
  if (code.trim() === '') return markdownText(code === '' ? '(empty)' : '(blank)');
  const fence = '`'.repeat(longestRun(code) + 1);
  const pad = /^[` ]|[` ]$/.test(code) ? ' ' : '';
  return `${fence}${pad}${code}${pad}${fence}`;
}

/** Lines as a fenced block, with a fence longer than any run of backticks in them. */
export function markdownFence(lines: readonly string[], language: string): string {
  const body = lines.map((line) => visible(line).replace(OPENING, `$&${STOP}`)).join('\n');
  const fence = '`'.repeat(Math.max(3, longestRun(body) + 1));
  return `${fence}${language}\n${body}\n${fence}`;
}

/** JSON text whose unseen characters are escaped, so that printing it is harmless; its value stays the same. */
export function jsonText(json: string): string {
  return json.replace(UNSEEN, (found) => (found === '\n' ? found : codeUnits(found).join('')));
}

/** The text with everything that cannot be seen named, `[U+202E]`; tabs stay. */
export function visible(text: string): string {
  return text.replace(UNSEEN, (found) => (found === '\t' ? found : `[U+${codePoint(found)}]`));
}

function codePoint(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
}

function codeUnits(character: string): string[] {
  return character.split('').map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function untriggered(text: string): string {
  return text.replace(TRIGGER, `$&${STOP}`).replace(OPENING, `$&${STOP}`);
}

/** The way GitHub documents to keep a dollar sign from beginning a formula. */
function wrapDollars(text: string): string {
  return text.replaceAll('$', () => '<span>$</span>');
}

function escapeHtml(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return text.replace(/[&<>"']/g, (found) => entities[found] ?? found);
}

function longestRun(text: string): number {
  return (text.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);
}
