/** `steward lint`: every finding of one revision. */
import { lint } from '../lint/lint.js';
import { RULES } from '../lint/rules.js';
import { loadLocalSide } from '../local/review-local.js';
import { terminalText } from '../report/defuse.js';
import type { Finding, Severity } from '../specification/finding.js';
import { locateFindings } from '../specification/locate-all.js';
import { checkMappings } from '../sql/check-mappings.js';
import { loadParser } from '../sql/expressions/parser.js';
import { FINE, MEND, print } from './output.js';

/** Options of `steward lint`. */
export interface LintCommand {
  readonly head: string;
  readonly format: 'text' | 'json';
  /** List the notes too; JSON always has them. */
  readonly notes: boolean;
}

/** Exit 1 when there is an error-level finding. */
export async function lintCommand(folder: string, { head, format, notes }: LintCommand): Promise<number> {
  const findings = await findingsOf(folder, head);
  await print(
    format === 'json'
      ? `${JSON.stringify({ findings: findings.map(published) }, null, 2)}\n`
      : listing(findings, notes),
  );
  return findings.some(({ severity }) => severity === 'error') ? MEND : FINE;
}

/** Explains every rule: what it checks, and why. */
export async function rulesCommand(): Promise<number> {
  const rows = RULES.map(({ id, severity, checks, why }) => `${id} (${severity})\n  ${checks}\n  ${why}\n`);
  await print(rows.join('\n'));
  return FINE;
}

async function findingsOf(folder: string, revision: string): Promise<Finding[]> {
  const side = await loadLocalSide(folder, revision);
  const isMapped = side.specification.cms.some(({ mappings }) => mappings.length > 0);
  const problems = isMapped ? checkMappings(side.specification, await loadParser()) : [];
  const checks = { mappingProblems: () => problems };
  return locateFindings(lint(side.specification, { ...side, ...checks }), side.files);
}

function published({ rule, severity, file, line, column, object, itemRef, message, expected }: Finding) {
  return { rule, severity, file, line, column, object, itemRef, message, expected };
}

/** Errors and warnings a line each, by file and line; notes by rule, or a line each when they are asked for. */
function listing(findings: readonly Finding[], showNotes: boolean): string {
  const shown = findings.filter(({ severity }) => showNotes || severity !== 'info');
  const lines = shown.toSorted(byPlace).map(({ file, line, column, severity, rule, message, expected }) => {
    const hint = expected ? ` Expected ${terminalText(expected)}.` : '';
    return `${terminalText(file)}:${line ?? 1}:${column ?? 1} ${severity} ${rule}: ${terminalText(message)}.${hint}`;
  });
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  const hidden = showNotes || count('info') === 0 ? [] : [`Notes, listed with --notes: ${noteCounts(findings)}.`];
  return `${[...lines, ...hidden, `${count('error')} errors, ${count('warning')} warnings, ${count('info')} notes`].join('\n')}\n`;
}

function byPlace(a: Finding, b: Finding): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}

function noteCounts(findings: readonly Finding[]): string {
  const counts = new Map<string, number>();
  for (const { rule, severity } of findings) if (severity === 'info') counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return [...counts].map(([rule, count]) => `${rule} ${count}`).join(', ');
}
