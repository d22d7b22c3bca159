/** Findings and records out of step as lines of the report. */
import type { OutOfStep, Review } from '../review.js';
import type { Finding, Severity } from '../specification/finding.js';
import { expectedNote, introducedTitle, outOfStepTitle, resolvedTitle, SEVERITY_WORDS } from './messages.js';
import { type Line, lineOf, MOST_OPEN, type Part, partOf, placeOf } from './parts.js';
import { marked, name, say, value, words } from './phrase.js';
import { grouped, tally } from './tally.js';

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

/** `spec/objects/ssd_person.yml:42:11: unknown-type: ...`, with what was expected. */
export function findingLine(finding: Finding): Line {
  const { rule, severity, message, expected } = finding;
  return lineOf({
    subject: name(placeOf(finding)),
    sentence: say`${value(rule)}: ${marked(message)}`,
    tags: [SEVERITY_WORDS[severity]],
    notes: expected === '' ? [] : [expectedNote(expected)],
  });
}

/** What the change introduces and what it resolves. Errors introduced are counted only: they are listed first of all. */
export function lintParts({ findings, resolved }: Pick<Review, 'findings' | 'resolved'>): Part[] {
  const introduced = bySeverity(findings).filter(({ severity }) => severity !== 'error');
  const parts = [
    { title: introducedTitle(severityCounts(findings)), all: findings, lines: introduced.map(findingLine) },
    {
      title: resolvedTitle(severityCounts(resolved)),
      all: resolved,
      lines: bySeverity(resolved).map((finding) => ({ ...findingLine(finding), notes: [] })),
    },
  ];
  return parts
    .filter(({ all }) => all.length > 0)
    .map(({ title, lines }) => partOf({ title: words(title), lines, folded: lines.length > MOST_OPEN }));
}

/** What stands in only one of spreadsheet, YAML and change log. */
export function outOfStepParts(outOfStep: readonly OutOfStep[]): Part[] {
  return [...grouped(outOfStep, ({ onlyIn }) => onlyIn)].map(([onlyIn, own]) =>
    partOf({
      title: words(outOfStepTitle(onlyIn, own.length)),
      folded: own.length > MOST_OPEN,
      lines: own.map(({ object, itemRef, sentence }) =>
        lineOf({
          subject: name([object, itemRef].filter((part) => part !== '').join(' ')),
          sentence: marked(sentence),
        }),
      ),
    }),
  );
}

function bySeverity(findings: readonly Finding[]): Finding[] {
  return SEVERITIES.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
}

function severityCounts(findings: readonly Finding[]): Record<Severity, number> {
  const counts = tally(findings.map(({ severity }) => severity));
  return { error: counts.get('error') ?? 0, warning: counts.get('warning') ?? 0, info: counts.get('info') ?? 0 };
}
