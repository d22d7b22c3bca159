/** States of pull requests made by hand or from two revisions, and what GitHub would give back after our actions. */
import { type Context, evaluate } from '../../src/approval/evaluate.js';
import { defaultConfig, LAYOUTS } from '../../src/config/layouts.js';
import type { OwnComment, PullRequest } from '../../src/forge.js';
import { isIdentified, subjectKey, subjectOf } from '../../src/identifiers/subject.js';
import { loadSide, type Side } from '../../src/load.js';
import { bundledFiles } from '../../src/local/bundled.js';
import { reviewProposal } from '../../src/pipeline.js';
import type { Action, FilePlan, PutCheck, PutComment } from '../../src/plan.js';
import { fullReportFile } from '../../src/pull-request/full-report.js';
import type { Decisions } from '../../src/reconcile/decisions.js';
import type { Conflict, PullRequestState } from '../../src/reconcile/pull-request-state.js';
import type { Reservation } from '../../src/register/register.js';
import type { Review } from '../../src/review.js';
import { readVocabulary } from '../../src/specification/read-vocabulary.js';
import { sha256 } from '../fakes/hash.js';
import { type Files, filesOf, MemoryRepository } from '../fakes/memory-repository.js';
import { aReview, aSpecification } from '../report/build.js';

export const HEAD = 'b'.repeat(40);

export const VOCABULARY = readVocabulary('spec/vocabulary.yml', bundledFiles().vocabulary);

/** SQL has tests of its own; without targets a review is quick. */
export const CONFIG = { ...defaultConfig(LAYOUTS[0]), targets: [] };

export const NOTHING_LEFT: FilePlan = { actions: [] };

const CONTEXT: Context = { verdict: 'fine', roll: [], authors: [], now: '2026-11-23T12:00:00Z', unheard: [] };

/** Nobody has said anything, and nobody needs to. */
export const NOTHING_DECIDED: Decisions = {
  text: '',
  written: 0,
  entries: [],
  answers: [],
  content: { commit: HEAD, units: [] },
  context: CONTEXT,
  approval: evaluate(CONFIG.approval, { commit: HEAD, units: [] }, [], CONTEXT),
};

export function aPull(given: Partial<PullRequest> = {}): PullRequest {
  return {
    number: 7,
    title: 'Rename a flag',
    body: '',
    state: 'open',
    merged: false,
    merge: null,
    author: { login: 'analyst', id: 5, isBot: false },
    baseBranch: 'main',
    baseCommit: 'a'.repeat(40),
    headBranch: 'rename-a-flag',
    headCommit: HEAD,
    headRepository: 'd2i/ssd',
    isOwn: true,
    maintainerCanModify: false,
    labels: [],
    mergeable: true,
    ...given,
  };
}

function aSide(files: Files): Side {
  return { revision: { name: 'side', commit: '' }, specification: aSpecification([]), files };
}

/** A pull request at rest whose records are in step, with this review. */
export function aState(
  given: Partial<PullRequestState> & { readonly review?: Partial<Review> } = {},
): PullRequestState {
  const { review, ...state } = given;
  return {
    repository: 'd2i/ssd',
    pull: aPull(),
    config: CONFIG,
    vocabulary: VOCABULARY,
    comparison: { mergeBase: 'a'.repeat(40), commits: [] },
    changedPaths: ['spec/objects/ssd_person.yml'],
    base: aSide(new Map()),
    head: aSide(new Map()),
    result: {
      review: aReview(review),
      assignment: { identifiers: new Map(), ownEntries: [], forged: [] },
    },
    records: NOTHING_LEFT,
    due: NOTHING_LEFT,
    register: { reservations: [], commit: 'c'.repeat(40) },
    conversation: { comments: [], reviews: [], authors: [] },
    decisions: NOTHING_DECIDED,
    splitting: null,
    awaitsSplit: false,
    comment: null,
    fullReport: null,
    checks: [],
    suggestions: [],
    companion: null,
    conflict: null,
    mayPush: true,
    botLogin: 'spec-steward[bot]',
    today: '2026-11-23',
    now: '2026-11-23T12:00:00Z',
    hash: sha256,
    ...state,
  };
}

/** A conflict with the base branch that a person must solve. */
export function aConflict(paths: readonly string[]): Conflict {
  return { paths, meets: true, headFiles: [], merged: new Map() };
}

/** A pull request that touches nothing of ours. */
export function anUntouchedState(given: Partial<PullRequestState> = {}): PullRequestState {
  return aState({ changedPaths: ['README.md', '.github/workflows/test.yml'], ...given });
}

/** A fork that we may not write to, with the companion that carries its commits. */
export function aForkState(given: Parameters<typeof aState>[0] = {}): PullRequestState {
  const companion = {
    branch: 'spec-steward/pull-request-7',
    commit: 'd'.repeat(40),
    isCurrent: true,
    canReopen: false,
    isMerged: false,
  };
  return aState({
    pull: aPull({ isOwn: false, headRepository: 'analyst/ssd' }),
    mayPush: false,
    records: lacking('CHANGELOG.md'),
    due: lacking('CHANGELOG.md'),
    companion: { ...companion, pull: aPull({ number: 15, headBranch: companion.branch }) },
    ...given,
  });
}

/** A plan that would write a file; its second line is not as it must be. */
export function lacking(path: string, was: string | null = 'first\nold\n'): FilePlan {
  return { actions: [{ kind: 'write-file', path, text: 'first\nnew\n', was }] };
}

/** The register with an identifier for every change of the review, given to the pull request. */
export function reservationsFor(review: Pick<Review, 'changes'>, pullRequest = 7, first = 28): Reservation[] {
  const subjects = new Map(
    review.changes.filter(isIdentified).map((change) => [subjectKey(subjectOf(change)), change]),
  );
  return [...subjects.values()].map((change, index) => ({
    identifier: `SSD-${String(first + index).padStart(4, '0')}`,
    subject: subjectOf(change),
    changeRequest: `pull request ${pullRequest}`,
    pullRequest,
    state: 'reserved',
    date: '2026-11-20',
  }));
}

/** A pull request between two revisions, each given as texts by path, really reviewed. */
export async function proposed(
  base: Readonly<Record<string, string>>,
  head: Readonly<Record<string, string>>,
): Promise<PullRequestState> {
  const revisions = new Map([
    ['base', filesOf(base)],
    ['head', filesOf(head)],
  ]);
  const repository = new MemoryRepository({ revisions });
  const read = async (name: string) =>
    loadSide(repository, await repository.resolve(name), { config: CONFIG, memo: new Map() });
  const sides = { base: await read('base'), head: await read('head') };
  const result = await reviewProposal({
    ...sides,
    config: CONFIG,
    vocabulary: VOCABULARY,
    surroundings: { consumers: [], localAuthorities: [] },
    changeRequest: 'pull request 7',
    statements: [],
    reserved: [],
    given: new Map(),
    hash: sha256,
    earlierNames: async () => new Map(),
  });
  const paths = [...new Set([...Object.keys(base), ...Object.keys(head)])];
  return aState({ ...sides, result, changedPaths: paths.filter((path) => base[path] !== head[path]) });
}

/** What the next look at the pull request finds after the actions were carried out. */
export function applied(state: PullRequestState, actions: readonly Action[]): PullRequestState {
  return actions.reduce(appliedOne, state);
}

function appliedOne(state: PullRequestState, action: Action): PullRequestState {
  const { pull } = state;
  if (action.kind === 'put-comment') return { ...state, comment: { id: action.id ?? 1001, body: action.body } };
  if (action.kind === 'suggest') return { ...state, suggestions: [...state.suggestions, action.body] };
  if (action.kind === 'put-check') {
    const { name, conclusion, digest } = action;
    const others = state.checks.filter((run) => run.name !== name);
    return { ...state, checks: [...others, { id: 2000 + others.length, name, conclusion, digest }] };
  }
  if (action.kind === 'set-labels') {
    const kept = pull.labels.filter((name) => !action.remove.includes(name));
    return { ...state, pull: { ...pull, labels: [...kept, ...action.add.map(({ name }) => name)] } };
  }
  if (action.kind === 'commit-files') {
    const report = action.files.find(({ path }) => path === fullReportFile(pull.number));
    const register = { ...state.register, commit: 'e'.repeat(40) };
    return { ...state, register, fullReport: report?.text ?? state.fullReport };
  }
  throw new Error(`a pull request is not shown its state by ${action.kind}`);
}

export function commentIn(actions: readonly Action[]): PutComment | undefined {
  return actions.find((action): action is PutComment => action.kind === 'put-comment');
}

/** The comment's text; fails where there is none. */
export function bodyIn(actions: readonly Action[]): string {
  const comment = commentIn(actions);
  if (!comment) throw new Error(`no comment among: ${actions.map(({ kind }) => kind).join(', ')}`);
  return comment.body;
}

export function checkIn(actions: readonly Action[], name: string): PutCheck {
  const check = actions.find((action): action is PutCheck => action.kind === 'put-check' && action.name === name);
  if (!check) throw new Error(`no check ${name}`);
  return check;
}

export function ofKind<K extends Action['kind']>(actions: readonly Action[], kind: K): Extract<Action, { kind: K }>[] {
  return actions.filter((action): action is Extract<Action, { kind: K }> => action.kind === kind);
}

export function aComment(body: string): OwnComment {
  return { id: 1001, body };
}
