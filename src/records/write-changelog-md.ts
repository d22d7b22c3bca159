/** CHANGELOG.md: every row of the change log for people to read, pending first, then newest. */
import type { LogRow } from './log-row.js';
import { newestFirst } from './project-log.js';

const COLUMNS: readonly (readonly [heading: string, cell: (row: LogRow) => string])[] = [
  ['Identifier', (row) => row.changeId],
  ['Item', (row) => row.itemRef],
  ['Was', (row) => row.oldItemRef],
  ['Data object', (row) => row.changeObjectName],
  ['Type', (row) => row.changeType],
  ['What changes', (row) => row.changeImpactTitle],
  ['Why', (row) => row.changeImpactNotes],
  ['Status', (row) => row.changeStatus],
  ['Source', (row) => row.changeSource],
];

/** The whole file; the same rows give the same bytes, whenever it is written. */
export function writeChangelogMd(standard: string, rows: readonly LogRow[]): string {
  const sections = new Map<string, LogRow[]>();
  for (const row of newestFirst(rows)) {
    const title = row.releaseDatetime === '' ? 'Pending' : harmless(row.releaseDatetime);
    sections.set(title, [...(sections.get(title) ?? []), row]);
  }
  const head = [
    '<!-- Written by Spec Steward from the change log CSV; edits here are overwritten. -->',
    '# Change log',
    '',
    `Every item-level change of the ${standard}, pending changes first, then the newest release.`,
  ];
  const body = [...sections].map(([title, own]) => ['', `## ${title}`, '', ...table(own)].join('\n'));
  return `${[...head, ...body].join('\n')}\n`;
}

function table(rows: readonly LogRow[]): string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const heading = line(COLUMNS.map(([title]) => title));
  return [
    heading,
    line(COLUMNS.map(() => '---')),
    ...rows.map((row) => line(COLUMNS.map(([, cell]) => harmless(cell(row))))),
  ];
}

/** A cell cannot break its table, mention people, close issues or bring markup of its own. */
function harmless(text: string): string {
  return text
    .replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ')
    .replace(/[\\|`<>[\]*~]|&(?=#?\w+;)/g, (sign) => `\\${sign}`)
    .replace(/(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}_])/gu, (run) => run.replaceAll('_', '\\_'))
    .replace(/[@#](?=\w)/g, (sign) => `${sign}\u200B`)
    .trim();
}
