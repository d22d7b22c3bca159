/** The report for the terminal: what matters in full, crowds by their first few, the rest counted. */
import type { Review } from '../review.js';
import { terminalText, visible } from './defuse.js';
import { causesSentence, moreSentence, type SectionId } from './messages.js';
import { outlineOf, type Section } from './outline.js';
import type { Paint, Style } from './paint.js';
import { type DiffPiece, EXAMPLES, type Line, MOST_OPEN, type Part } from './parts.js';
import { joined, name, type Phrase, say, words } from './phrase.js';
import { pieceHeader } from './sql-parts.js';

export interface TextOptions {
  /** Columns of the terminal. */
  readonly width: number;
  readonly paint: Paint;
  /** Where the whole report is, when it is anywhere. */
  readonly fullReport?: string;
}

/** How many lines of a part are printed; of sections that are not here the first forty. */
const SHOWN: Partial<Record<SectionId, number>> = {
  structural: Number.POSITIVE_INFINITY,
  groups: EXAMPLES,
  documentation: EXAMPLES,
};

const NARROWEST = 40;

const STYLES: Record<Phrase[number]['mark'], Style | null> = {
  words: null,
  name: 'name',
  value: 'name',
  quote: null,
  gone: 'gone',
  new: 'new',
};

/** The whole text, ending in a line break. Control characters of the reviewed texts are shown, never sent. */
export function renderText(review: Review, options: TextOptions): string {
  const { mark, verdict, headline, about, sections } = outlineOf(review);
  const lines = [
    ...wrap(words(`${mark} ${headline}`), 0, options).map((line) => options.paint(verdict, line)),
    ...wrap(about, 0, options),
    ...sections.flatMap((section) => sectionLines(section, options)),
  ];
  return `${lines.join('\n')}\n`;
}

function sectionLines({ id, title, summary, parts }: Section, options: TextOptions): string[] {
  const most = SHOWN[id] ?? MOST_OPEN;
  return [
    '',
    options.paint('heading', title),
    ...wrap(summary, 2, options),
    ...parts.flatMap((part) => partLines(part, most, options)),
  ];
}

function partLines({ title, lines, diff }: Part, most: number, options: TextOptions): string[] {
  const indent = title.length > 0 ? 4 : 2;
  const pieces = fittingPieces(diff);
  const left = lines.length + diff.length - Math.min(lines.length, most) - pieces.length;
  return [
    ...wrap(title, 2, options),
    ...lines.slice(0, most).flatMap((line) => lineLines(line, indent, options)),
    ...pieces.flatMap((piece) => pieceLines(piece, options)),
    ...(left > 0 ? wrap(moreSentence(left, options.fullReport ?? ''), indent, options) : []),
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

/** The first pieces of a diff that together are no longer than a screen. */
function fittingPieces(diff: readonly DiffPiece[]): readonly DiffPiece[] {
  let length = 0;
  const end = diff.findIndex(({ lines }) => {
    length += lines.length;
    return length > MOST_OPEN;
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
