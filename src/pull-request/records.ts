/** What is said of the records, in the comment and on the page of their check. */
import { recordFaults } from '../record-proposal.js';
import { byteLength, firstThatFit } from '../report/byte-length.js';
import { markdownText } from '../report/defuse.js';
import { type Line, lineOf } from '../report/parts.js';
import { joined, type Phrase, words } from '../report/phrase.js';
import { grouped } from '../report/tally.js';
import type { JudgedChange } from '../review.js';
import { andMore, givenSentence, IDENTIFIER_COLUMNS, RECORDS_SENTENCES } from './sentences.js';
import type { View } from './view.js';

/** How the records stand, and which identifiers they have. */
export function recordsLead({ records, review }: View): Phrase {
  const identifiers = [...byIdentifier(review.changes).keys()].sort(inOrder);
  return joined([RECORDS_SENTENCES[records], ...(identifiers.length > 0 ? [givenSentence(identifiers)] : [])], ' ');
}

/** Of everything that is not as it must be: file, line, what stands there, what must stand there. */
export function recordFaultLines({ state: { result, records }, records: standing }: View): Line[] {
  if (records === null || (standing !== 'stale' && standing !== 'edited')) return [];
  return recordFaults(result, records).map((fault) => lineOf({ sentence: words(fault) }));
}

/** The identifiers as a table in Markdown of at most `limit` bytes, `''` where there are none. */
export function identifierTable({ review }: View, limit: number): string {
  const rows = [...byIdentifier(review.changes)]
    .sort(([one], [other]) => inOrder(one, other))
    .map(([identifier, [change]]) => tableRow([identifier, ...(change ? cellsOf(change) : [])]));
  if (rows.length === 0) return '';
  const head = `${tableRow(IDENTIFIER_COLUMNS)}${tableRow(IDENTIFIER_COLUMNS.map(() => '---'))}`;
  const shown = firstThatFit(rows, limit - byteLength(head) - ROOM_FOR_MORE);
  const left = rows.length - shown.length;
  return `${head}${shown.join('')}${left > 0 ? `\n${andMore(left)}\n` : ''}`;
}

const ROOM_FOR_MORE = 40;

function byIdentifier(changes: readonly JudgedChange[]): Map<string, JudgedChange[]> {
  const identified = changes.flatMap((change) => (change.changeId === null ? [] : [{ id: change.changeId, change }]));
  return new Map([...grouped(identified, ({ id }) => id)].map(([id, own]) => [id, own.map(({ change }) => change)]));
}

function cellsOf({ itemRef, object, name, changeType }: JudgedChange): string[] {
  return [itemRef, [object, name].filter((part) => part !== '').join('.'), changeType];
}

/** Cells are running text: a bar inside a code span would end its cell. */
function tableRow(cells: readonly string[]): string {
  return `| ${cells.map(cell).join(' | ')} |\n`;
}

function cell(text: string): string {
  return text === '---' ? text : markdownText(text);
}

/** `SSD-9999` before `SSD-10000`. */
function inOrder(one: string, other: string): number {
  return one.localeCompare(other, 'en', { numeric: true });
}
