/** The report for the terminal: what matters in full, crowds by their number and examples. */
import type { Review } from '../review.js';
import { terminalText, visible } from './defuse.js';
import { causesSentence, FOR_EXAMPLE, fullReportSentence, moreSentence } from './messages.js';
import { type Outline, outlineOf, type PlainOutline, type Section } from './outline.js';
import type { Paint, Style } from './paint.js';
import { type DiffPiece, type Line, MOST_OPEN, type Part } from './parts.js';
import { joined, name, type Phrase, say, words } from './phrase.js';
import { pieceHeader } from './sql-parts.js';

/** How wide the terminal is, and whether it has colours. */
export interface TextOptions {
  /** Columns of the terminal. */
  readonly width: number;
  readonly paint: Paint;
  /** Where the whole report is, when it is anywhere. */
  readonly fullReport?: string;
}

/** Sections of a review have an id, others have none. */
type AnySection = Omit<Section, 'id'> & Partial<Pick<Section, 'id'>>;

/** What of a part is printed, and how much is not. */
interface Shown {
  readonly lines: readonly Line[];
  readonly diff: readonly DiffPiece[];
  readonly left: number;
}

const NARROWEST = 40;

/** How many lines of SQL a target may take; the targets are mostly alike. */
const MOST_SQL = 20;

const STYLES: Record<Phrase[number]['mark'], Style | null> = {
  words: null,
  name: 'name',
  value: 'name',
  quote: null,
  gone: 'gone',
  new: 'new',
  pull: null,
  link: null,
};

/** The whole text, ending in a line break. Control characters of the reviewed texts are shown, never sent. */
export function renderText(review: Review, options: TextOptions): string {
  return renderOutlineText(outlineOf(review), options);
}

/** The same for a report of another kind. */
export function renderOutlineText(outline: Outline | PlainOutline, options: TextOptions): string {
  const { mark, verdict, headline, about } = outline;
  const sections: readonly AnySection[] = outline.sections;
  const isShortened = sections.some((section) => section.parts.some((part) => shownOf(part, section).left > 0));
  const lines = [
    ...wrap(words(`${mark} ${headline}`), 0, options).map((line) => options.paint(verdict, line)),
    ...wrap(about, 0, options),
    ...sections.flatMap((section) => sectionLines(section, options)),
    ...(isShortened ? ['', ...wrap(fullReportSentence(options.fullReport ?? ''), 0, options)] : []),
  ];
  return `${lines.join('\n')}\n`;
}

function sectionLines(section: AnySection, options: TextOptions): string[] {
  return [
    '',
    options.paint('heading', section.title),
    ...wrap(section.summary, 2, options),
    ...section.parts.flatMap((part) => partLines(part, shownOf(part, section), options)),
  ];
}

/** Of a crowd nothing is shown but examples; of other parts a screen, and of structural changes every one. */
function shownOf({ folded, lines, diff }: Part, { id }: AnySection): Shown {
  const isWhole = id === undefined || id === 'structural';
  if (folded && !isWhole && diff.length === 0) return { lines: [], diff: [], left: lines.length };
  const shown = isWhole ? lines : lines.slice(0, MOST_OPEN);
  const pieces = fittingPieces(diff);
  return { lines: shown, diff: pieces, left: lines.length - shown.length + diff.length - pieces.length };
}

function partLines({ title, examples }: Part, { lines, diff, left }: Shown, options: TextOptions): string[] {
  const isCrowd = lines.length + diff.length === 0;
  const some = isCrowd && examples.length > 0 ? say`, ${FOR_EXAMPLE} ${examples}` : [];
  const indent = title.length > 0 ? 4 : 2;
  return [
    ...wrap(say`${title}${some}`, 2, options),
    ...lines.flatMap((line) => lineLines(line, indent, options)),
    ...diff.flatMap((piece) => pieceLines(piece, options)),
    ...(left > 0 && !isCrowd ? wrap(moreSentence(left), indent, options) : []),
  ];
}

function lineLines({ subject, sentence, tags, notes }: Line, indent: number, options: TextOptions): string[] {
  const said = joined(
    [subject, sentence].filter((phrase) => phrase.length > 0),
    ': ',
  );
  const whole = tags.length > 0 ? say`${said} [${tags.join(', ')}]` : said;
  return [...wrap(whole, indent, options), ...notes.flatMap((note) => wrap(note, indent + 4, options))];
}

/** The first piece of a diff, and further ones while all are short. */
function fittingPieces(diff: readonly DiffPiece[]): readonly DiffPiece[] {
  let length = 0;
  const end = diff.findIndex(({ lines }, index) => {
    length += lines.length;
    return index > 0 && length > MOST_SQL;
  });
  return end === -1 ? diff : diff.slice(0, end);
}

function pieceLines(piece: DiffPiece, options: TextOptions): string[] {
  const head = say`${name(piece.object)} ${causesSentence(piece.causes)} ${pieceHeader(piece)}`;
  const style = (line: string): Style | null => (line.startsWith('+') ? 'new' : line.startsWith('-') ? 'gone' : null);
  const body = piece.lines.map((line) => {
    const own = style(line);
    return `    ${own ? options.paint(own, visible(line)) : visible(line)}`;
  });
  return [...wrap(head, 4, options), ...body];
}

/** A phrase on as many lines as it needs, the second and further ones indented by two more. */
function wrap(phrase: Phrase, indent: number, { width, paint }: TextOptions): string[] {
  const room = Math.max(width, NARROWEST) - indent - 2;
  const lines: { words: Phrase[]; length: number }[] = [];
  for (const word of wordsOf(phrase)) {
    const length = lengthOf(word);
    const line = lines.at(-1);
    if (line && line.length + 1 + length <= room) {
      line.words.push(word);
      line.length += 1 + length;
    } else {
      lines.push({ words: [word], length });
    }
  }
  return lines.map((line, index) => {
    const start = ' '.repeat(indent + (index === 0 ? 0 : 2));
    return start + line.words.map((word) => painted(word, paint)).join(' ');
  });
}

function painted(word: Phrase, paint: Paint): string {
  return word
    .map(({ mark, text }) => {
      const style = STYLES[mark];
      return style ? paint(style, text) : text;
    })
    .join('');
}

/** The words of a phrase, each of one or more spans: no break between a name and the colon behind it. */
function wordsOf(phrase: Phrase): Phrase[] {
  const found: Phrase[number][][] = [[]];
  for (const { mark, text } of phrase) {
    terminalText(text)
      .split(' ')
      .forEach((piece, index) => {
        if (index > 0) found.push([]);
        if (piece !== '') found.at(-1)?.push({ mark, text: piece });
      });
  }
  return found.filter((word) => word.length > 0);
}

function lengthOf(word: Phrase): number {
  return word.reduce((length, { text }) => length + [...text].length, 0);
}
