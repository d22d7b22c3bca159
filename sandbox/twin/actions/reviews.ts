/** Reviews and comments on lines, whoever makes them and by whatever door. */
import { differences } from '../git/diff.js';
import { mergeBase } from '../git/history.js';
import type { Pull, Review, ReviewComment, User } from '../model.js';
import { invalid, Refusal, unprocessable } from '../refusal.js';
import { showPull, showReview } from '../show/pull.js';
import { nextId, now, type World } from '../world.js';
import { checkLength } from './text.js';

/** A review to be given. */
export interface Opinion {
  readonly author: User;
  readonly event: 'APPROVE' | 'REQUEST_CHANGES' | 'COMMENT';
  readonly body?: string | undefined;
  /** The head where it is left out. */
  readonly commit?: string | undefined;
}

const STATES = { APPROVE: 'APPROVED', REQUEST_CHANGES: 'CHANGES_REQUESTED', COMMENT: 'COMMENTED' } as const;

/** Reviews a pull request; throws 422 for an author's opinion on their own. */
export function addReview(world: World, pull: Pull, { author, event, body, commit }: Opinion): Review {
  checkLength(body, { resource: 'PullRequestReview' });
  if (author === pull.author && event !== 'COMMENT') refuseOwn(event);
  if (event === 'REQUEST_CHANGES' && !body) unprocessable('Unprocessable Entity');
  const stamps = { commit: commit ?? pull.head.sha, submittedAt: now(world) };
  const review: Review = { id: nextId(world), pull, author, ...stamps, body: body ?? '', state: STATES[event] };
  world.reviews.push(review);
  reviewEvent(world, review, { action: 'submitted', sender: author });
  return review;
}

/** Dismisses a review; throws 422 for one that has no weight. Its words stay, and so do the commit and the time. */
export function dismissReview(world: World, review: Review, { sender }: { sender: User }): void {
  if (review.state === 'COMMENTED' || review.state === 'DISMISSED') {
    throw new Refusal(422, 'Unprocessable Entity', ['Can not dismiss a commented pull request review']);
  }
  review.state = 'DISMISSED';
  reviewEvent(world, review, { action: 'dismissed', sender });
}

function refuseOwn(event: Opinion['event']): never {
  const verb = event === 'APPROVE' ? 'approve' : 'request changes on';
  throw new Refusal(422, 'Unprocessable Entity', [`Review Can not ${verb} your own pull request`]);
}

/** In events, unlike in answers, the state is in small letters. */
function reviewEvent(world: World, review: Review, { action, sender }: { action: string; sender: User }): void {
  const shown = { ...showReview(world, review), state: review.state.toLowerCase(), updated_at: now(world) };
  const payload = { review: shown, pull_request: showPull(world, review.pull) };
  world.deliveries.happened({
    event: 'pull_request_review',
    action,
    repo: review.pull.repo,
    sender,
    payload: () => payload,
  });
}

/** A comment to be put on a line. */
export interface LineComment {
  readonly path: string;
  readonly body: string;
  readonly commit: string;
  readonly line: number | null;
  readonly startLine: number | null;
  readonly side: 'LEFT' | 'RIGHT';
  readonly inReplyTo: number | null;
}

/** Comments on a line of the difference; throws 422 where the line is not part of it. */
export async function addLineComment(world: World, review: Review, comment: LineComment): Promise<ReviewComment> {
  checkLength(comment.body, { resource: 'PullRequestReviewComment' });
  const diffHunk = await findHunk(review.pull, comment);
  const at = now(world);
  const { pull, author } = review;
  const stamps = { reactions: [], createdAt: at, updatedAt: at };
  const added: ReviewComment = { id: nextId(world), pull, review, author, ...comment, diffHunk, ...stamps };
  world.reviewComments.push(added);
  return added;
}

/** GitHub takes comments only on lines that a hunk shows: changed lines and the three around them. */
async function findHunk(pull: Pull, { path, line, startLine, side, commit }: LineComment): Promise<string> {
  const { store } = pull.repo.git;
  const unresolved = (field: string) =>
    invalid({ resource: 'PullRequestReviewComment', code: 'custom', field, message: `${field} could not be resolved` });
  const from = (await store.read(commit)) ? await mergeBase(store, pull.base.sha, commit) : unresolved('commit_id');
  const file = (await differences(store, from, commit)).find((candidate) => candidate.path === path);
  if (!file) return unresolved('pull_request_review_thread.path');
  if (line === null) return '';
  const hunks = (file.patch ?? '').split(/^(?=@@ )/m);
  const hunk = hunks.find(
    (text) => contains(text, { line: startLine ?? line, side }) && contains(text, { line, side }),
  );
  return hunk ?? unresolved('pull_request_review_thread.line');
}

function contains(hunk: string, { line, side }: { line: number; side: 'LEFT' | 'RIGHT' }): boolean {
  const [, left, leftCount = '1', right, rightCount = '1'] =
    /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(hunk) ?? [];
  const [start, count] = side === 'LEFT' ? [Number(left), Number(leftCount)] : [Number(right), Number(rightCount)];
  return line >= start && line < start + count;
}
