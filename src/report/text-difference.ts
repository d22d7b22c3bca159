/** What changed between two running texts, word by word, shortened to the places that differ. */
import { diffArrays } from 'diff';
import { cut, type Phrase, words } from './phrase.js';

interface Chunk {
  readonly mark: 'quote' | 'gone' | 'new';
  readonly text: readonly string[];
}

/** How many unchanged words stand on either side of a difference. */
const CONTEXT = 4;

/** Longest quotation, in code units: about two lines on a terminal. */
const LONGEST = 160;

/** Texts further apart than this many words are shown as replaced; the comparison costs the product of the two. */
const MOST_EDITS = 60;

/** A text as a quotation: its first words when it is long. */
export function quotation(text: string): Phrase {
  return quoted([{ mark: 'quote', text: wordsOf(text) }]);
}

/** Old and new text around their differences; `same` when only white space differs. */
export function textDifference(
  before: string,
  after: string,
): {
  readonly same: boolean;
  readonly gone: Phrase;
  readonly added: Phrase;
  readonly old: Phrase;
  readonly now: Phrase;
} {
  const chunks = compare(wordsOf(before), wordsOf(after));
  const of = (mark: Chunk['mark']) => chunks.filter((chunk) => chunk.mark === mark);
  return {
    same: chunks.every(({ mark }) => mark === 'quote'),
    gone: of('gone').length > 0 ? quoted(of('gone'), ' … ') : [],
    added: of('new').length > 0 ? quoted(of('new'), ' … ') : [],
    old: quoted(withContext(chunks.filter(({ mark }) => mark !== 'new'))),
    now: quoted(withContext(chunks.filter(({ mark }) => mark !== 'gone'))),
  };
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

/** The equal head and tail are taken off first, which is linear and leaves most comparisons short. */
function compare(before: readonly string[], after: readonly string[]): Chunk[] {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  return [
    chunk('quote', before.slice(0, head)),
    ...middle(before.slice(head, before.length - tail), after.slice(head, after.length - tail)),
    chunk('quote', before.slice(before.length - tail)),
  ].filter(({ text }) => text.length > 0);
}

function middle(before: string[], after: string[]): Chunk[] {
  const found = diffArrays(before, after, { maxEditLength: MOST_EDITS });
  if (!found) return [chunk('gone', before), chunk('new', after)];
  return found.map(({ added, removed, value }) => chunk(added ? 'new' : removed ? 'gone' : 'quote', value));
}

function chunk(mark: Chunk['mark'], text: readonly string[]): Chunk {
  return { mark, text };
}

/** Long unchanged stretches become an ellipsis; the first and last keep only the side that touches a difference. */
function withContext(chunks: readonly Chunk[]): Chunk[] {
  if (chunks.every(({ mark }) => mark === 'quote')) return [...chunks];
  return chunks.map((each, index) => {
    if (each.mark !== 'quote') return each;
    const left = index === 0 ? [] : each.text.slice(0, CONTEXT);
    const right = index === chunks.length - 1 ? [] : each.text.slice(-CONTEXT);
    return left.length + right.length >= each.text.length ? each : chunk('quote', [...left, '…', ...right]);
  });
}

/** Chunks in quotation marks, cut to the longest quotation. */
function quoted(chunks: readonly Chunk[], between = ' '): Phrase {
  let room = LONGEST;
  const spans = chunks.flatMap(({ mark, text }, index): Phrase => {
    if (room <= 0) return [];
    const whole = text.join(' ');
    const shown = whole.length > room ? `${cut(whole, room)}…` : whole;
    room -= shown.length;
    return [...(index > 0 ? words(between) : []), { mark, text: shown }];
  });
  return [...words('“'), ...spans, ...words('”')];
}
