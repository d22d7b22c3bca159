/** What the outline is made of. */
import { joined, type Phrase, plain } from './phrase.js';

/** One line of the report. */
export interface Line {
  /** What it is about; empty where the sentence says so itself. */
  readonly subject: Phrase;
  readonly sentence: Phrase;
  /** Change type, weight and identifier. */
  readonly tags: readonly string[];
  /** What must be read with it, each on a line of its own. */
  readonly notes: readonly Phrase[];
  /** Why it was judged so; only formats with room print it. */
  readonly reason: Phrase;
  /** `file:line:column`, `''` when not known or when the subject is the place. */
  readonly place: string;
}

/** A piece of the SQL diff of one data object. */
export interface DiffPiece {
  readonly object: string;
  /** Identifiers, or refs, of the changes that caused it. */
  readonly causes: readonly string[];
  readonly lines: readonly string[];
  readonly oldStart: number;
  readonly newStart: number;
}

/** Lines, or pieces of a diff, under one title. */
export interface Part {
  /** Empty where the section has nothing to divide. */
  readonly title: Phrase;
  /** Some of what is in it, for a reader who does not unfold it. */
  readonly examples: Phrase;
  /** Data object it is about, `''` for none. */
  readonly object: string;
  readonly folded: boolean;
  readonly lines: readonly Line[];
  readonly diff: readonly DiffPiece[];
}

/** How many members stand for a crowd. */
export const EXAMPLES = 3;

/** A list longer than this is folded where the format can. */
export const MOST_OPEN = 40;

/** Texts longer than this list are folded: few people read them all. */
export const FEW = 10;

/** A line, with what most lines do not have left empty. */
export function lineOf(line: Partial<Line> & Pick<Line, 'sentence'>): Line {
  return { subject: [], tags: [], notes: [], reason: [], place: '', ...line };
}

/** A part, with what most parts do not have left empty. */
export function partOf(part: Partial<Part>): Part {
  return { title: [], examples: [], object: '', folded: false, lines: [], diff: [], ...part };
}

/** A part that is folded, with examples, when it has more than `most` lines. */
export function foldable(part: Pick<Part, 'title' | 'lines'> & Partial<Part>, most: number): Part {
  const folded = part.lines.length > most;
  return partOf({ ...part, folded, examples: folded ? examplesOf(part.lines) : [] });
}

/** The first few different subjects. */
export function examplesOf(lines: readonly Line[]): Phrase {
  const subjects = new Map(
    lines.filter(({ subject }) => subject.length > 0).map(({ subject }) => [plain(subject), subject]),
  );
  return joined([...subjects.values()].slice(0, EXAMPLES), ', ');
}

/** A part of lines without a title, or none where there are no lines. */
export function untitled(sentences: readonly Phrase[]): Part[] {
  return sentences.length === 0 ? [] : [partOf({ lines: sentences.map((sentence) => lineOf({ sentence })) })];
}

/** `spec/objects/ssd_person.yml:42:11`, as far as it is known. */
export function placeOf(at: {
  readonly file: string;
  readonly line: number | null;
  readonly column: number | null;
}): string {
  return [at.file, at.line, at.line === null ? null : at.column]
    .filter((part) => part !== null && part !== '')
    .join(':');
}
