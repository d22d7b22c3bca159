/**
 * The commands in a comment: lines that begin with a slash, as GitHub shows them. What stands in a quotation, in
 * code, in HTML or in an HTML comment is somebody else's word, or none (https://github.github.com/gfm/).
 */
import MarkdownIt from 'markdown-it';

/** A line that is meant as a command, known or not. */
export interface CommandLine {
  /** The word behind the slash as written. */
  readonly word: string;
  /** What follows it, trimmed. */
  readonly rest: string;
  /** The whole line, trimmed at its end. */
  readonly line: string;
}

/** Blocks are enough: what stands inside a line is looked at here. */
const MARKDOWN = new MarkdownIt({ html: true }).disable('inline');

/** Running text; a line above dashes is a heading. */
const TEXT_BLOCKS = ['paragraph_open', 'heading_open'];

/** A slash and one word, which a path or an address is not; letters of any script, so that a forged one is answered. */
const COMMAND = /^\/(\p{L}[\p{L}\p{M}\p{Default_Ignorable_Code_Point}-]{0,40})(?=[ \t]|$)(.*)$/u;

/** The same after what cannot be seen, or only looks like a slash, is taken away. */
const LOOKS_LIKE = /^\/[a-z]+(?=[ \t]|$)/;

/** Every command of a comment in its order; the comment may be of any length. */
export function findCommands(body: string): readonly CommandLine[] {
  if (!/^\P{L}{0,4}[/\uFF0F\u2215\u2044\u29F8]/mu.test(body)) return [];
  return linesOutside(body.replaceAll('\r\n', '\n').replaceAll('\r', '\n')).flatMap(commandIn);
}

function commandIn(line: string): CommandLine[] {
  const [, word, rest = ''] = COMMAND.exec(line) ?? [];
  if (word !== undefined) return [{ word, rest: rest.trim(), line: line.trimEnd() }];
  const plain = plainSlash(line);
  if (!LOOKS_LIKE.test(plain)) return [];
  const [forged = ''] = line.split(/[ \t]/);
  return [{ word: forged, rest: '', line: line.trimEnd() }];
}

function plainSlash(line: string): string {
  const seen = line.replace(/\p{Default_Ignorable_Code_Point}/gu, '').normalize('NFKC');
  return seen.replace(/^[\u2215\u2044\u29F8]/, '/').toLowerCase();
}

/** Lines of running text that begin at the left edge, with code and comments inside them blanked out. */
function linesOutside(body: string): string[] {
  const lines = body.split('\n');
  const found: string[] = [];
  const open: string[] = [];
  for (const token of MARKDOWN.parse(body, {})) {
    if (token.type === 'html_block' && leavesCommentOpen(token.content)) break;
    if (TEXT_BLOCKS.includes(token.type) && token.map && !open.includes('blockquote_open')) {
      const [start, end] = token.map;
      const paragraph = lines.slice(start, end);
      const seen = blanked(paragraph.join('\n')).split('\n');
      found.push(...paragraph.filter((line, index) => seen[index]?.[0] === line[0]));
      if (leavesCommentOpen(seen.join('\n'))) break;
    }
    if (token.nesting === 1) open.push(token.type);
    if (token.nesting === -1) open.pop();
  }
  return found;
}

/** A browser reads on to the end of a comment that is never closed. */
function leavesCommentOpen(html: string): boolean {
  return html.lastIndexOf('<!--') > html.lastIndexOf('-->');
}

/** Code spans and comments as spaces, line breaks kept. */
function blanked(paragraph: string): string {
  const blank = (text: string) => text.replace(/[^\n]/g, ' ');
  return paragraph.replace(/(?<!`)(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)|<!--[\s\S]*?(?:-->|$)/g, blank);
}
