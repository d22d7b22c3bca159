/** The report as a comment on GitHub: everything when it fits, otherwise cut between items, never inside one. */
import type { Review } from '../review.js';
import { byteLength } from './byte-length.js';
import { markdownCode, markdownFence, markdownHtml, markdownText } from './defuse.js';
import { causesSentence, FOR_EXAMPLE, moreSentence, shortenedSentence } from './messages.js';
import { type Outline, outlineOf, type Section } from './outline.js';
import type { DiffPiece, Line, Part } from './parts.js';
import { joined, link, name, type Phrase, say } from './phrase.js';
import { shares } from './share.js';
import { pieceHeader } from './sql-parts.js';

/** How much room there is, and where the rest can be read. */
export interface MarkdownOptions {
  /** Most bytes of the result. GitHub takes 65,536 characters in a comment; `Infinity` gives the whole. */
  readonly limit: number;
  /** Where the whole report is, when it is anywhere. */
  readonly fullReport?: string;
  /** Address that leads there. */
  readonly fullReportAddress?: string;
}

/** What is printed of an outline; a headline that stands elsewhere is `''` here. */
export interface MarkdownOutline extends Pick<Outline, 'mark' | 'headline' | 'about'> {
  readonly sections: readonly Omit<Section, 'id'>[];
}

/** Something that is printed from its opening to its closing, with as many of its units as there is room for. */
interface Block {
  readonly open: string;
  readonly units: readonly string[];
  readonly close: string;
}

interface Fitted {
  readonly text: string;
  /** How many units were left out. */
  readonly left: number;
}

/** Room below which a part of a section is not worth opening, in bytes. */
const LEAST = 1_000;

/** Room for the line that says how much is left out. */
const MORE_ROOM = byteLength(more(9_999_999));

/** The report in at most `limit` bytes; when not even the headings fit, the verdict and what was reviewed. */
export function renderMarkdown(review: Review, options: MarkdownOptions): string {
  return renderOutline(outlineOf(review), options);
}

/** The same for an outline that somebody added to. */
export function renderOutline(outline: MarkdownOutline, options: MarkdownOptions): string {
  const head = headOf(outline);
  const sections = outline.sections.map(({ parts, ...section }) => ({
    head: sectionHead(section),
    blocks: parts.map(blockOf),
  }));
  const whole = [head, ...sections.map(({ head: own, blocks }) => own + blocks.map(wholeBlock).join(''))].join('');
  if (byteLength(whole) <= options.limit) return whole;

  const top = `${head}${inline(shortenedSentence(wholeIn(options)))}\n\n`;
  const fixed = sections.reduce((sum, section) => sum + byteLength(section.head) + MORE_ROOM, byteLength(top));
  if (fixed > options.limit) return byteLength(top) <= options.limit ? top : outline.mark;
  const needs = sections.map(({ blocks }) => needOf(blocks));
  const rooms = shares(needs, options.limit - fixed, LEAST);
  return top + sections.map((section, index) => section.head + fitBlocks(section.blocks, rooms[index] ?? 0)).join('');
}

function wholeIn({ fullReport, fullReportAddress }: MarkdownOptions): Phrase {
  if (!fullReport) return [];
  return fullReportAddress ? link(fullReport, fullReportAddress) : name(fullReport);
}

function headOf({ mark, headline, about }: MarkdownOutline): string {
  return `${headline === '' ? '' : `**${mark} ${markdownText(headline)}**\n\n`}${inline(about)}\n\n`;
}

function sectionHead({ title, summary }: Pick<Section, 'title' | 'summary'>): string {
  return `### ${markdownText(title)}\n\n${summary.length > 0 ? `${inline(summary)}\n\n` : ''}`;
}

function blockOf({ title, examples, folded, lines, diff }: Part): Block {
  // Without a blank line what follows a list belongs to its last item.
  const pieces = diff.map((piece, index) => (index === 0 && lines.length > 0 ? '\n' : '') + pieceItem(piece));
  const units = [...lines.map(lineItem), ...pieces];
  const some = examples.length > 0 ? say`, ${FOR_EXAMPLE} ${examples}` : [];
  if (folded) return { open: details(say`${title}${some}`), units, close: '\n</details>\n\n' };
  return { open: title.length > 0 ? `**${inline(title)}**\n\n` : '', units, close: '\n' };
}

/** GitHub reads Markdown inside `details` only after a blank line. */
function details(summary: Phrase): string {
  return `<details><summary>${summary.map(summarySpan).join('')}</summary>\n\n`;
}

function lineItem({ subject, sentence, tags, notes }: Line): string {
  const said = joined(
    [subject, sentence].filter((phrase) => phrase.length > 0),
    ': ',
  );
  const tagged = tags.length > 0 ? ` · ${tags.map(markdownText).join(' · ')}` : '';
  return `- ${inline(said)}${tagged}\n${notes.map((note) => `  - ${inline(note)}\n`).join('')}`;
}

function pieceItem(piece: DiffPiece): string {
  const head = say`${name(piece.object)} ${causesSentence(piece.causes)}`;
  return `${inline(head)}\n\n${markdownFence([pieceHeader(piece), ...piece.lines], 'diff')}\n`;
}

function wholeBlock({ open, units, close }: Block): string {
  return open + units.join('') + close;
}

/** What blocks need to be whole, each with its own line for what is left out. */
function needOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + byteLength(wholeBlock(block)) + MORE_ROOM, 0);
}

/** As many blocks, and as much of each, as there is room for; what is left out altogether is said at the end. */
function fitBlocks(blocks: readonly Block[], room: number): string {
  const needs = blocks.map((block) => needOf([block]));
  const rooms = shares(needs, room, LEAST);
  const fitted = blocks.map((block, index) => fitBlock(block, rooms[index] ?? 0));
  const left = fitted.reduce((sum, block) => sum + (block.text === '' ? block.left : 0), 0);
  return fitted.map(({ text }) => text).join('') + (left > 0 ? more(left) : '');
}

function fitBlock({ open, units, close }: Block, room: number): Fitted {
  let length = byteLength(open + close) + MORE_ROOM;
  const end = units.findIndex((unit) => {
    length += byteLength(unit);
    return length > room;
  });
  const shown = end === -1 ? units.length : end;
  const left = units.length - shown;
  if (length > room && shown === 0) return { text: '', left };
  return { text: open + units.slice(0, shown).join('') + (left > 0 ? more(left) : '') + close, left };
}

function more(left: number): string {
  return `\n${inline(moreSentence(left))}\n\n`;
}

/** One line. Never nothing: an empty list item would make a heading of the line above it. */
export function inline(phrase: Phrase): string {
  return phrase.map(span).join('').trim() || '(empty)';
}

function span({ mark, text, address = '' }: Phrase[number]): string {
  if (mark === 'pull') return text;
  if (mark === 'link') return `[${markdownText(text)}](${address})`;
  if (mark === 'name' || mark === 'value') return markdownCode(text);
  if (mark === 'gone') return `~~${markdownText(text)}~~`;
  return mark === 'new' ? `**${markdownText(text)}**` : markdownText(text);
}

function summarySpan({ mark, text }: Phrase[number]): string {
  return mark === 'name' || mark === 'value' ? `<code>${markdownHtml(text)}</code>` : markdownHtml(text);
}
