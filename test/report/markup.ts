/** Reading back what was rendered: Markdown the way GitHub does, and the elements and texts of HTML. */
import MarkdownIt from 'markdown-it';

export interface Element {
  readonly name: string;
  readonly attributes: string;
}

/** CommonMark with tables, strikethrough, raw HTML and bare links, as in a comment on GitHub, whose rules for
 * domains and addresses are narrower than this parser's: those are checked on the text. */
export function markdownToHtml(markdown: string): string {
  const parser = new MarkdownIt({ html: true, linkify: true });
  parser.linkify.set({ fuzzyLink: false, fuzzyEmail: false });
  return parser.render(markdown);
}

const TAG = /<(\/?)([a-zA-Z][\w-]*)([^<>]*)>|<!--[\s\S]*?-->/g;
const VOID = new Set(['br', 'hr', 'img', 'meta', 'link', 'input']);

/** The elements in order. Throws when tags do not close in the order in which they were opened. */
export function elementsOf(html: string): Element[] {
  const open: string[] = [];
  const found: Element[] = [];
  for (const [whole, slash, name, attributes] of html.matchAll(TAG)) {
    if (name === undefined) found.push({ name: '!--', attributes: whole });
    else if (slash !== '/') {
      found.push({ name, attributes: (attributes ?? '').trim() });
      if (!VOID.has(name)) open.push(name);
    } else if (open.pop() !== name) throw new Error(`</${name}> closes what was not open`);
  }
  if (open.length > 0) throw new Error(`never closed: ${open.join(' ')}`);
  return found;
}

/** What a reader sees as running text: no tags, no code, entities resolved. */
export function proseOf(html: string): string {
  const withoutCode = html.replace(/<(code|pre|style)\b[^>]*>[\s\S]*?<\/\1>/g, ' ');
  return unescapeHtml(withoutCode.replaceAll('<span>$</span>', ' dollar ').replace(TAG, ' '));
}

/** What a reader sees, code as well. */
export function textOf(html: string): string {
  return unescapeHtml(html.replace(/<style>[\s\S]*?<\/style>/, '').replace(TAG, ''));
}

function unescapeHtml(text: string): string {
  const entities: Record<string, string> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' };
  return text.replace(/&(lt|gt|quot|#39|amp);/g, (_, entity: string) => entities[entity] ?? '');
}
