/** The lint stage: every rule over one specification. */
import type { Finding } from '../specification/finding.js';
import type { CodeSet, DataObject, Path, Specification } from '../specification/model.js';
import { atOnce, type Steps } from '../steps.js';
import { indexSpecification, type SpecificationIndex } from './index-specification.js';
import type { Fault, LintContext, Rule } from './rule.js';
import { RULES } from './rules.js';
import { unlistedProblems } from './rules-reading.js';

export type { LintContext } from './rule.js';

/** What an object or a code set shows by itself, by what else counts: what two revisions share is judged once. */
export type Judged = Map<string, Map<DataObject | CodeSet, readonly Finding[]>>;

const ALONE = RULES.filter((rule) => rule.alone);
const TOGETHER = RULES.filter((rule) => !rule.alone);
const CODES = new Set(RULES.map((rule) => rule.id));

/**
 * Runs every rule. Gives the findings in the order of file, place in the file and rule; what could not be read is
 * among them, under its code. Lines and columns are null unless the reader gave them: `locate` fills them in.
 * Calls that share `judged` share the findings of the objects and code sets that both specifications have.
 */
export function lint(specification: Specification, context: LintContext, judged?: Judged): readonly Finding[] {
  return atOnce(lintSteps(specification, context, judged));
}

/** The same, with a pause after every object, code set and rule. */
export function* lintSteps(
  specification: Specification,
  context: LintContext,
  judged: Judged = new Map(),
): Steps<readonly Finding[]> {
  const index = indexSpecification(specification);
  yield;
  const findings = yield* judgeAlone(index, context, judged);
  for (const rule of TOGETHER) {
    findings.push(...findingsOf([rule], index, context));
    yield;
  }
  return [...findings, ...unlistedProblems(specification.problems, CODES)].sort(inOrder);
}

function* judgeAlone(index: SpecificationIndex, context: LintContext, judged: Judged): Steps<Finding[]> {
  const { objects, codeSets } = index.specification;
  const setting = [...index.mappedCms].sort().join();
  const known = judged.get(setting) ?? new Map<DataObject | CodeSet, readonly Finding[]>();
  judged.set(setting, known);
  const all: Finding[] = [];
  for (const part of [...objects, ...codeSets]) {
    let findings = known.get(part);
    if (findings === undefined) {
      findings = findingsOf(ALONE, only(part, index), context);
      known.set(part, findings);
      yield;
    }
    all.push(...findings);
  }
  return all;
}

function findingsOf(rules: readonly Rule[], index: SpecificationIndex, context: LintContext): Finding[] {
  const findings: Finding[] = [];
  for (const rule of rules) for (const fault of rule.run(index, context)) findings.push(findingOf(rule, fault));
  return findings;
}

/** The index as if one object or code set were the whole specification. */
function only(part: DataObject | CodeSet, index: SpecificationIndex): SpecificationIndex {
  const items = 'items' in part ? part.items : [];
  const mappings = new Map(items.map((item) => [item, index.mappings.get(item) ?? []]));
  const parts = 'items' in part ? { objects: [part], codeSets: [] } : { objects: [], codeSets: [part] };
  return { ...index, items, mappings, specification: { ...NOTHING, ...parts } };
}

const NOTHING: Specification = {
  objects: [],
  codeSets: [],
  relationships: null,
  changeLog: null,
  changelogMd: null,
  spreadsheet: null,
  cms: [],
  problems: [],
};

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
