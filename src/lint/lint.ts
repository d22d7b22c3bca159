/** The lint stage: every rule over one specification. */
import type { Finding } from '../specification/finding.js';
import type { Path, Specification } from '../specification/model.js';
import { indexSpecification } from './index-specification.js';
import type { Fault, LintContext, Rule } from './rule.js';
import { RULES } from './rules.js';
import { unlistedProblems } from './rules-reading.js';

export type { LintContext } from './rule.js';

/**
 * Runs every rule. Gives the findings in the order of file, place in the file and rule; what could not be read is
 * among them, under its code. Lines and columns are null unless the reader gave them: `locate` fills them in.
 */
export function lint(specification: Specification, context: LintContext): readonly Finding[] {
  const index = indexSpecification(specification);
  const found = RULES.flatMap((rule) => Array.from(rule.run(index, context), (fault) => findingOf(rule, fault)));
  const codes = new Set(RULES.map((rule) => rule.id));
  return [...found, ...unlistedProblems(specification.problems, codes)].sort(inOrder);
}

function findingOf({ id, severity }: Rule, fault: Fault): Finding {
  const { file, path, line = null, column = null, object, itemRef, message, expected, value } = fault;
  return {
    rule: id,
    severity: fault.severity ?? severity,
    file,
    path,
    line,
    column,
    object,
    itemRef,
    message,
    expected,
    value,
  };
}

function inOrder(one: Finding, other: Finding): number {
  return (
    compare(one.file, other.file) ||
    comparePaths(one.path, other.path) ||
    compare(one.rule, other.rule) ||
    compare(one.message, other.message)
  );
}

function comparePaths(one: Path, other: Path): number {
  for (let depth = 0; depth < one.length && depth < other.length; depth += 1) {
    const [left, right] = [one[depth] ?? '', other[depth] ?? ''];
    const order = typeof left === 'number' && typeof right === 'number' ? left - right : compare(`${left}`, `${right}`);
    if (order !== 0) return order;
  }
  return one.length - other.length;
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
