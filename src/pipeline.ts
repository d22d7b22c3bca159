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
import { classify } from './classification/classify.js';
import { evidenceOf, type NameHistory } from './classification/evidence.js';
import { readStatements } from './classification/statement.js';
import { type Assignment, assignIdentifiers } from './identifiers/assign.js';
import { forgeries } from './identifiers/forgeries.js';
import { subjectKey, subjectOf } from './identifiers/subject.js';
import { compareFindings } from './lint/compare-findings.js';
import { lint } from './lint/lint.js';
import type { Setting, Side } from './load.js';
import { ownBlocks } from './records/own-blocks.js';
import { impactOf } from './report/impact.js';
import { verdictOf } from './report/verdict.js';
import type { JudgedChange, Review } from './review.js';
import type { Finding } from './specification/finding.js';
import { type Locate, locateIn } from './specification/locate-all.js';
import { sqlDifferences } from './sql-differences.js';

export interface ReviewInput extends Setting {
  readonly base: Side;
  readonly head: Side;
  /** Names the proposal: `pull request 12`, or the branch. */
  readonly changeRequest: string;
  /** The pull request's text and the commit messages, in which the author may state types. */
  readonly statements: readonly string[];
  /** Identifiers that are reserved elsewhere. */
  readonly reserved: readonly string[];
  readonly hash: Hash;
  /** Names that the renamed items had before the base. */
  readonly earlierNames: (comparison: Comparison) => Promise<NameHistory>;
}

export interface ReviewResult {
  readonly review: Review;
  readonly assignment: Assignment;
}

/** Reviews a proposal; throws only for what no contributor can mend, such as a target that nobody can generate. */
export async function reviewProposal(input: ReviewInput): Promise<ReviewResult> {
  const { config, vocabulary, surroundings, changeRequest } = input;
  const [base, head] = [input.base.specification, input.head.specification];
  const comparison = diffSpecifications(base, head, { hash: input.hash, isOwnBlock: ownBlocks(head, changeRequest) });
  const { changes, groups, questions } = comparison;
  const context = { vocabulary, config };
  const findings = compareFindings(lint(base, context), lint(head, context));
  const history = await input.earlierNames(comparison);
  const evidence = evidenceOf({ base, head, ...comparison, ...findings, vocabulary, history });
  const form = { prefix: config.identifierPrefix, digits: config.identifierDigits };
  const assignment = assignIdentifiers({ base, head, changes, reserved: input.reserved, form, changeRequest });
  const statements = input.statements.flatMap((text) => readStatements(text, config.changeTypes));
  const locate = { base: locateIn(input.base.files), head: locateIn(input.head.files) };
  const groupIds = new Map(groups.flatMap(({ id, members }) => members.map((member) => [member, id] as const)));
  const judged = changes.map((change, index): JudgedChange => {
    const at = locate[change.side](change.file, change.path);
    return {
      ...change,
      ...classify(change, evidence, statements),
      line: at?.line ?? null,
      column: at?.column ?? null,
      group: groupIds.get(index) ?? null,
      changeId:
        change.class === 'cosmetic' ? null : (assignment.identifiers.get(subjectKey(subjectOf(change))) ?? null),
    };
  });
  const introduced = [
    ...findings.introduced.map((finding) => located(finding, locate.head)),
    ...forgeries(assignment.forged, config).map((finding) => located(finding, locate.head)),
  ];
  const said = { changes: judged, questions, findings: introduced };
  const review: Review = {
    standard: config.name,
    base: input.base.revision.name,
    head: input.head.revision.name,
    ...verdictOf(said),
    changeRequest,
    ...said,
    groups,
    resolved: findings.resolved.map((finding) => located(finding, locate.base)),
    standing: countSeverities(findings.standing),
    outOfStep: findOutOfStep(base, head, changes),
    impact: impactOf(changes, base, head, surroundings),
    sql: sqlDifferences({ base, head, changes: judged, config, hash: input.hash }),
    counts: { objects: head.objects.length, items: head.objects.reduce((sum, { items }) => sum + items.length, 0) },
  };
  return { review, assignment };
}

function located(finding: Finding, locate: Locate): Finding {
  const at = finding.line === null ? locate(finding.file, finding.path) : null;
  return at ? { ...finding, ...at } : finding;
}

function countSeverities(findings: readonly Finding[]): Review['standing'] {
  const count = (severity: Finding['severity']) => findings.filter((finding) => finding.severity === severity).length;
  return { error: count('error'), warning: count('warning'), info: count('info') };
}
