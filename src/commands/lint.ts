/** `steward lint`: every finding of one revision. */
import { lint } from '../lint/lint.js';
import { RULES } from '../lint/rules.js';
import { loadLocalSide } from '../local/review-local.js';
import { terminalText } from '../report/defuse.js';
import type { Finding, Severity } from '../specification/finding.js';
import { locateIn } from '../specification/locate-all.js';
import { FINE, MEND, print } from './output.js';

export interface LintCommand {
  readonly head: string;
  readonly format: 'text' | 'json';
}

/** Exit 1 when there is an error-level finding. */
export async function lintCommand(folder: string, { head, format }: LintCommand): Promise<number> {
  const findings = await findingsOf(folder, head);
  await print(
    format === 'json' ? `${JSON.stringify({ findings: findings.map(published) }, null, 2)}\n` : listing(findings),
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
  const locate = locateIn(side.files);
  return lint(side.specification, side).map((finding) =>
    finding.line === null ? { ...finding, ...locate(finding.file, finding.path) } : finding,
  );
}

function published({ rule, severity, file, line, column, object, itemRef, message, expected }: Finding) {
  return { rule, severity, file, line, column, object, itemRef, message, expected };
}

function listing(findings: readonly Finding[]): string {
  const lines = findings.map(({ file, line, column, severity, rule, message, expected }) => {
    const hint = expected ? ` Expected ${terminalText(expected)}.` : '';
    return `${terminalText(file)}:${line ?? 1}:${column ?? 1} ${severity} ${rule}: ${terminalText(message)}.${hint}`;
  });
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  return `${[...lines, `${count('error')} errors, ${count('warning')} warnings, ${count('info')} notes`].join('\n')}\n`;
}
