/** One-click suggestions: on the line of a finding that has one clear repair. */
import type { Hash } from '../changes/diff.js';
import type { Suggest } from '../plan.js';
import { markdownFence } from '../report/defuse.js';
import { marked, say, value } from '../report/phrase.js';
import { inline } from '../report/render-markdown.js';
import type { Finding } from '../specification/finding.js';
import { decode, type SourceFile } from '../specification/source-file.js';
import { changedLines } from './changed-lines.js';
import { repair } from './repairs.js';
import { SUGGESTION_SENTENCES } from './sentences.js';
import type { View } from './view.js';

/** More would bury the conversation; the others stand in the report. */
const MOST_SUGGESTIONS = 10;

interface LineRepair {
  readonly finding: Finding;
  readonly line: number;
  /** In place of the line; none deletes it. */
  readonly lines: readonly string[];
}

/** The suggestions that are not posted yet. */
export function putSuggestions(view: View): Suggest[] {
  const { pull, suggestions, hash } = view.state;
  return repairsOf(view)
    .map((found) => ({ found, marker: markerOf(found, hash) }))
    .filter(({ marker }) => !suggestions.some((body) => body.startsWith(marker)))
    .slice(0, Math.max(0, MOST_SUGGESTIONS - suggestions.length))
    .map(({ found, marker }) => ({
      kind: 'suggest',
      number: pull.number,
      commit: pull.headCommit,
      path: found.finding.file,
      line: found.line,
      body: bodyOf(found, marker),
    }));
}

/** Findings that one line mends, on lines that the pull request changes; of several on one line the first. */
export function repairsOf({ state, review }: Pick<View, 'state' | 'review'>): LineRepair[] {
  const context = { specification: state.head.specification, vocabulary: state.vocabulary };
  const changed = changedTexts(state.base.files, state.head.files);
  const first = new Map<string, LineRepair>();
  for (const finding of review.findings) {
    const { file, line } = finding;
    const written = line === null ? undefined : changed(file).get(line);
    const lines = written === undefined ? null : repair(written, finding, context);
    const place = `${file}:${line}`;
    if (line !== null && lines && canBeShown(lines) && !first.has(place)) first.set(place, { finding, line, lines });
  }
  return [...first.values()];
}

type Files = ReadonlyMap<string, SourceFile>;

/** The changed lines of a YAML file by their number; each file is compared once, when asked for. */
function changedTexts(base: Files, head: Files): (path: string) => ReadonlyMap<number, string> {
  const known = new Map<string, ReadonlyMap<number, string>>();
  return (path) => {
    const found = known.get(path) ?? changedIn(linesOf(base.get(path)), linesOf(head.get(path)));
    known.set(path, found);
    return found;
  };
}

function changedIn(before: readonly string[], after: readonly string[]): ReadonlyMap<number, string> {
  return new Map([...changedLines(before, after)].map((line) => [line, after[line - 1] ?? '']));
}

/** None where our lines are not GitHub's, which knows no lone carriage return, or are no YAML. */
function linesOf(file: SourceFile | undefined): readonly string[] {
  const text = file && /\.ya?ml$/i.test(file.path) ? decode(file).text : null;
  return text === null || /\r(?!\n)/.test(text) ? [] : text.split(/\r?\n/);
}

/** What is committed must be what the reader sees: no line with a character that has to be shown by its name. */
function canBeShown(lines: readonly string[]): boolean {
  return blockOf(lines).includes(['', ...lines, ''].join('\n'));
}

function blockOf(lines: readonly string[]): string {
  return lines.length === 0 ? '```suggestion\n```' : markdownFence(lines, 'suggestion');
}

/** The same finding with the same repair is never suggested again, even if somebody declined it. */
function markerOf({ finding, lines }: LineRepair, hash: Hash): string {
  const { rule, file, object, itemRef, value: found = '' } = finding;
  const identity = hash(JSON.stringify([rule, file, object, itemRef, found, lines])).slice(0, 16);
  return `<!-- spec-steward:suggestion ${identity} -->`;
}

function bodyOf({ finding, lines }: LineRepair, marker: string): string {
  const what = SUGGESTION_SENTENCES[lines.length === 0 ? 'delete' : 'replace'];
  const sentence = inline(say`${value(finding.rule)}: ${marked(finding.message)}. ${what}`);
  return `${marker}\n${sentence}\n\n${blockOf(lines)}`;
}
