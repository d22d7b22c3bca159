/** Findings and records out of step as lines of the report. */
import type { OutOfStep, Review } from '../review.js';
import type { Finding, Severity } from '../specification/finding.js';
import {
  expectedNote,
  introducedCrowd,
  introducedTitle,
  outOfStepTitle,
  resolvedCrowd,
  resolvedTitle,
  SEVERITY_WORDS,
} from './messages.js';
import { EXAMPLES, FEW, foldable, type Line, lineOf, type Part, partOf, placeOf } from './parts.js';
import { marked, name, type Phrase, say, value, words } from './phrase.js';
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

/**
 * What the change introduces and what it resolves; many of one rule are folded. Errors introduced are counted only:
 * they are listed first of all.
 */
export function lintParts({ findings, resolved }: Pick<Review, 'findings' | 'resolved'>): Part[] {
  const introduced = findings.filter(({ severity }) => severity !== 'error');
  const gone = resolved.map((finding) => ({ ...finding, expected: '' }));
  return [
    ...(introduced.length > 0
      ? partsByRule(introducedTitle(severityCounts(findings)), introduced, introducedCrowd)
      : []),
    ...(resolved.length > 0 ? partsByRule(resolvedTitle(severityCounts(resolved)), gone, resolvedCrowd) : []),
  ];
}

function partsByRule(
  title: string,
  findings: readonly Finding[],
  crowdTitle: (rule: string, count: number) => Phrase,
): Part[] {
  const rules = [...grouped(bySeverity(findings), ({ rule }) => rule)];
  const few = rules.flatMap(([, own]) => (own.length <= EXAMPLES ? own : []));
  const crowds = rules.filter(([, own]) => own.length > EXAMPLES);
  return [
    partOf({ title: words(title), lines: few.map(findingLine) }),
    ...crowds.map(([rule, own]) =>
      foldable({ title: crowdTitle(rule, own.length), lines: own.map(findingLine) }, EXAMPLES),
    ),
  ];
}

/** What stands in only one of spreadsheet, YAML and change log. */
export function outOfStepParts(outOfStep: readonly OutOfStep[]): Part[] {
  return [...grouped(outOfStep, ({ onlyIn }) => onlyIn)].map(([onlyIn, own]) =>
    foldable({ title: words(outOfStepTitle(onlyIn, own.length)), lines: own.map(outOfStepLine) }, FEW),
  );
}

function outOfStepLine({ object, itemRef, sentence }: OutOfStep): Line {
  const subject = name([object, itemRef].filter((part) => part !== '').join(' '));
  return lineOf({ subject, sentence: marked(sentence) });
}

function bySeverity(findings: readonly Finding[]): Finding[] {
  return SEVERITIES.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
}

function severityCounts(findings: readonly Finding[]): Record<Severity, number> {
  const counts = tally(findings.map(({ severity }) => severity));
  return { error: counts.get('error') ?? 0, warning: counts.get('warning') ?? 0, info: counts.get('info') ?? 0 };
}
