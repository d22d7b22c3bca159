/** Evidence as text, as Markdown and as JSON. */
import { TIERS, type Tier } from '../proof.js';
import { jsonText, markdownText, terminalText } from '../report/defuse.js';
import { NO_ENGINE, NOT_VERIFIED, TIER_TITLES } from '../report/evidence-words.js';
import type { Evidence, EvidenceRow } from './evidence.js';
import {
  cellText,
  madeUpLine,
  madeUpTitle,
  REPEATS,
  refusedLine,
  refusedTitle,
  repeatLine,
  UNPROVED,
} from './evidence-words.js';

/** The formats there are. */
export type EvidenceFormat = 'text' | 'markdown' | 'json';

/** Takes the evidence of a run and the tiers that were asked for, gives it in a format. */
export function renderEvidence(evidence: Evidence, format: EvidenceFormat, tiers: readonly Tier[] = TIERS): string {
  if (format === 'json') return `${jsonText(JSON.stringify(evidence, null, 2))}\n`;
  const asked = TIERS.filter((tier) => tiers.includes(tier));
  const table = [
    ['target', 'statements', ...asked.map((tier) => TIER_TITLES[tier])],
    ...evidence.rows.map((row) => [row.target, String(row.statements), ...asked.map((tier) => tierText(row, tier))]),
  ];
  const lists = [
    [refusedTitle(evidence.refused.length), evidence.refused.map(refusedLine)],
    [REPEATS, evidence.repeats.map(repeatLine)],
    [madeUpTitle(evidence.madeUp), evidence.madeUp.map(madeUpLine)],
    [UNPROVED, evidence.unproved.map(refusedLine)],
    [
      'Rewrites, so that an engine runs the text on synthetic sources:',
      evidence.rewrites.map(({ name, reason, statements }) => `${name} (${statements}): ${reason}`),
    ],
    ['Not verified by any of this:', NOT_VERIFIED],
  ] as const;
  const shown = lists.filter(([title, entries]) => entries.length > 0 || title.startsWith('No '));
  return format === 'markdown' ? markdown(table, shown) : text(table, shown);
}

/** Several engines of one tier stand beside each other. */
function tierText({ cells }: EvidenceRow, tier: Tier): string {
  const own = cells.filter((cell) => cell.tier === tier);
  if (own.length > 0) return own.map(cellText).join('; ');
  return tier === 'executed' ? NO_ENGINE : '-';
}

type Lists = readonly (readonly [title: string, entries: readonly string[]])[];

function text(table: readonly (readonly string[])[], lists: Lists): string {
  const widths = table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? [];
  const rows = table.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const said = lists.map(([title, entries]) =>
    [title, ...entries.map((entry) => `  ${terminalText(entry)}`)].join('\n'),
  );
  return `${[rows.join('\n'), ...said].join('\n\n')}\n`;
}

function markdown(table: readonly (readonly string[])[], lists: Lists): string {
  const [head = [], ...rows] = table.map((row) => `| ${row.map((cell) => markdownText(cell)).join(' | ')} |`);
  const rule = `|${' --- |'.repeat(table[0]?.length ?? 0)}`;
  const said = lists.map(([title, entries]) =>
    [title, '', ...entries.map((entry) => `- ${markdownText(entry)}`)].join('\n').trimEnd(),
  );
  return `${[[head, rule, ...rows].join('\n'), ...said].join('\n\n')}\n`;
}
