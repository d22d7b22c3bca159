/**
 * The flow, top to bottom: two revisions of a specification become one Review.
 *
 *   1 specification/   files -> Specification          (load.ts, before this)
 *   2 changes/         base + head -> Change[]
 *     lint/            what the change introduces and resolves
 *   3 classification/  bug | new feature | change, with the reason
 *   4 identifiers/     SSD-nnnn for each changed item
 *   5 records/         what must be written            (record.ts, after this)
 *   6 sql/             the SQL that each target would get, as a difference
 *   7 report/          who is hit, the verdict; the formats
 *
 * Everything here is a pure function of its input, but for `earlierNames`, which asks the history once.
 */
import type { Comparison } from './changes/change.js';
import { diffSpecifications, type Hash } from './changes/diff.js';
import { findOutOfStep } from './changes/out-of-step.js';
import { judgeChange } from './classification/decided.js';
import { doubts } from './classification/doubts.js';
import { type Evidence, evidenceOf, type NameHistory } from './classification/evidence.js';
import { readStatements } from './classification/statement.js';
import { statementFindings } from './classification/statement-findings.js';
import { type Assignment, assignIdentifiers } from './identifiers/assign.js';
import { forgeries } from './identifiers/forgeries.js';
import { isIdentified, subjectKey, subjectOf } from './identifiers/subject.js';
import { compareFindings, type FindingsComparison } from './lint/compare-findings.js';
import { type Judged, lintSteps } from './lint/lint.js';
import { MENDED_BY_RECORD } from './lint/rules.js';
import type { Setting, Side } from './load.js';
import type { Breathe } from './ports.js';
import { ownBlocks } from './records/own-blocks.js';
import { impactOf } from './report/impact.js';
import { verdictOf } from './report/verdict.js';
import type { Decided, JudgedChange, Review } from './review.js';
import type { Finding } from './specification/finding.js';
import { locateFindings, locateIn } from './specification/locate-all.js';
import { comparedMappings, mappingChecker } from './sql/check-mappings.js';
import { loadParser } from './sql/expressions/parser.js';
import { sqlDifferences } from './sql-differences.js';
import { inTurns } from './steps.js';

/** Both revisions and how to read them, with what the pure flow cannot know by itself. */
export interface ReviewInput extends Setting {
  readonly base: Side;
  readonly head: Side;
  /** Names the proposal: `pull request 12`, or the branch. */
  readonly changeRequest: string;
  /** The pull request's text and the commit messages, in which the author may state types. */
  readonly statements: readonly string[];
  /** Identifiers that are reserved elsewhere. */
  readonly reserved: readonly string[];
  /** What the register gave this proposal, by subject; absent where no register is kept. */
  readonly given?: ReadonlyMap<string, string>;
  /** What people decided, by subject: types of the configuration only. */
  readonly decided?: ReadonlyMap<string, Decided>;
  readonly hash: Hash;
  /** Between the longer stages. */
  readonly breathe?: Breathe | undefined;
  /** Names that the renamed items had before the base. */
  readonly earlierNames: (comparison: Comparison) => Promise<NameHistory>;
}

/** The review, and who got which identifier: the records are made from both. */
export interface ReviewResult {
  readonly review: Review;
  readonly assignment: Assignment;
}

/** Reviews a proposal; throws only for what no contributor can mend, such as a target that nobody can generate. */
export async function reviewProposal(input: ReviewInput): Promise<ReviewResult> {
  const { config, vocabulary, surroundings, changeRequest, hash, breathe = async () => undefined } = input;
  const [base, head] = [input.base.specification, input.head.specification];
  const comparison = diffSpecifications(base, head, { hash, isOwnBlock: ownBlocks(base, head, changeRequest) });
  const compared = comparedMappings(base, head);
  const checking = compared && mappingChecker([base, head], await loadParser(), compared);
  const checks = checking ? { mappingProblems: await inTurns(checking, breathe) } : {};
  const context = { vocabulary, config, ...checks };
  const shared: Judged = new Map();
  const before = await inTurns(lintSteps(base, context, shared), breathe);
  const after = await inTurns(lintSteps(head, context, shared), breathe);
  const findings = ofProposal(compareFindings(before, after), input);
  const history = await input.earlierNames(comparison);
  const evidence = evidenceOf({ base, head, ...comparison, ...findings, vocabulary, history });
  const assignment = assignIdentifiers({ ...identifierRules(input), base, head, changes: comparison.changes });
  await breathe();
  const changes = judge(input, { comparison, evidence, assignment });
  await breathe();
  const unfollowed = statementFindings(input.statements, config.changeTypes);
  const introduced = [...findings.introduced, ...forgeries(assignment.forged, config), ...unfollowed];
  const said = {
    changes,
    questions: [...comparison.questions, ...doubts(comparison, history)],
    findings: locateFindings(introduced, input.head.files),
  };
  await breathe();
  const review: Review = {
    standard: config.name,
    base: input.base.revision.name,
    head: input.head.revision.name,
    ...verdictOf(said),
    changeRequest,
    ...said,
    groups: comparison.groups,
    resolved: locateFindings(findings.resolved, input.base.files),
    standing: countSeverities(findings.standing),
    outOfStep: findOutOfStep(base, head, changes),
    impact: impactOf(changes, base, head, surroundings),
    sql: await sqlDifferences({ base, head, changes, config, hash, breathe }),
    counts: { objects: head.objects.length, items: head.objects.reduce((sum, { items }) => sum + items.length, 0) },
  };
  return { review, assignment };
}

/**
 * What a proposal is told of: nothing that `steward record` mends by itself, and a file that it changed and that
 * still cannot be read counts as its own, whoever broke it first.
 */
function ofProposal(
  { introduced, resolved, standing }: FindingsComparison,
  { base, head, given }: ReviewInput,
): FindingsComparison {
  const unread = new Set(head.specification.problems.map(({ code, file }) => `${code} ${file}`));
  const changed = (file: string) => base.files.get(file)?.oid !== head.files.get(file)?.oid;
  const own = (finding: Finding) => unread.has(`${finding.rule} ${finding.file}`) && changed(finding.file);
  // A row that went lost, such as in a merge, is written again with the number that the register knows.
  const isGiven = ({ rule, object, itemRef, value }: Finding) =>
    rule === 'metadata-unlogged' && value === given?.get(subjectKey({ object, itemRef, codeSet: '' }));
  const told = (findings: readonly Finding[]) =>
    findings.filter((finding) => !MENDED_BY_RECORD.has(finding.rule) && !isGiven(finding));
  return {
    introduced: told([...introduced, ...standing.filter(own)]),
    resolved: told(resolved),
    standing: standing.filter((finding) => !own(finding)),
  };
}

function identifierRules({ config, reserved, given, changeRequest }: ReviewInput) {
  const form = { prefix: config.identifierPrefix, digits: config.identifierDigits };
  return { form, reserved, changeRequest, ...(given ? { given } : {}) };
}

interface Known {
  readonly comparison: Comparison;
  readonly evidence: Evidence;
  readonly assignment: Assignment;
}

/** Each change with its type, weight and reason, its place, its group and its identifier. */
function judge({ statements: texts, decided, config, base, head }: ReviewInput, known: Known): JudgedChange[] {
  const statements = texts.flatMap((text) => readStatements(text, config.changeTypes));
  const locate = { base: locateIn(base.files), head: locateIn(head.files) };
  const { changes, groups } = known.comparison;
  const groupIds = new Map(groups.flatMap(({ id, members }) => members.map((member) => [member, id] as const)));
  return changes.map((change, index): JudgedChange => {
    const at = locate[change.side](change.file, change.path);
    const subject = isIdentified(change) ? subjectKey(subjectOf(change)) : null;
    const said = { statements, decided: subject === null ? undefined : decided?.get(subject) };
    return {
      ...change,
      ...judgeChange(change, known.evidence, said),
      line: at?.line ?? null,
      column: at?.column ?? null,
      group: groupIds.get(index) ?? null,
      changeId: (subject !== null && known.assignment.identifiers.get(subject)) || null,
    };
  });
}

function countSeverities(findings: readonly Finding[]): Review['standing'] {
  const count = (severity: Finding['severity']) => findings.filter((finding) => finding.severity === severity).length;
  return { error: count('error'), warning: count('warning'), info: count('info') };
}
