/** The lint stage: every rule over one specification. */
import type { Finding } from '../specification/finding.js';
import type { CodeSet, DataObject, Path, Specification } from '../specification/model.js';
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
export function lint(
  specification: Specification,
  context: LintContext,
  judged: Judged = new Map(),
): readonly Finding[] {
  const index = indexSpecification(specification);
  const alone = judgeAlone(index, context, judged);
  const together = findingsOf(TOGETHER, index, context);
  return [...alone, ...together, ...unlistedProblems(specification.problems, CODES)].sort(inOrder);
}

function judgeAlone(index: SpecificationIndex, context: LintContext, judged: Judged): Finding[] {
  const { objects, codeSets } = index.specification;
  const setting = [...index.mappedCms].sort().join();
  const known = judged.get(setting) ?? new Map<DataObject | CodeSet, readonly Finding[]>();
  judged.set(setting, known);
  return [...objects, ...codeSets].flatMap((part) => {
    const findings = known.get(part) ?? findingsOf(ALONE, only(part, index), context);
    known.set(part, findings);
    return findings;
  });
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
