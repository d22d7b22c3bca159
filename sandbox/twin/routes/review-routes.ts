/** Reviews of pull requests, and comments on their lines. */

import { react } from '../actions/comments.js';
import { addLineComment, addReview, dismissReview, type LineComment, type Opinion } from '../actions/reviews.js';
import { type Answer, actingUser, created, numberParam, ok, page, type RepoCall, routes } from '../http/route.js';
import type { Review, ReviewComment } from '../model.js';
import { demand, notFound } from '../refusal.js';
import { showReaction, showReviewComment } from '../show/comment.js';
import { showReview } from '../show/pull.js';
import { pullIn } from './pull-routes.js';

export const REVIEW_ROUTES = routes<RepoCall>([
  ['GET /pulls/{pull_number}/reviews', 'pulls/list-reviews', 'pull_requests=read', listReviews],
  ['POST /pulls/{pull_number}/reviews', 'pulls/create-review', 'pull_requests=write', createReview, 'read'],
  ['GET /pulls/{pull_number}/reviews/{review_id}', 'pulls/get-review', 'pull_requests=read', getReview],
  ['PUT /pulls/{pull_number}/reviews/{review_id}/dismissals', 'pulls/dismiss-review', 'pull_requests=write', dismiss],
  ['GET /pulls/{pull_number}/comments', 'pulls/list-review-comments', 'pull_requests=read', listComments],
  ['POST /pulls/{pull_number}/comments', 'pulls/create-review-comment', 'pull_requests=write', createComment, 'read'],
  [
    'POST /pulls/comments/{comment_id}/reactions',
    'reactions/create-for-pull-request-review-comment',
    'pull_requests=write',
    createReaction,
    'read',
  ],
]);

function listReviews(call: RepoCall) {
  const pull = pullIn(call);
  const items = call.world.reviews.filter((review) => review.pull === pull);
  return page(call, { items, show: (review) => showReview(call.world, review) });
}

interface NewComment {
  readonly path: string;
  readonly body: string;
  readonly commit_id?: string;
  readonly line?: number;
  readonly start_line?: number;
  readonly side?: 'LEFT' | 'RIGHT';
  readonly subject_type?: 'line' | 'file';
}

interface NewReview {
  readonly event?: Opinion['event'];
  readonly body?: string;
  readonly commit_id?: string;
  readonly comments?: readonly NewComment[];
}

async function createReview(call: RepoCall): Promise<Answer> {
  const { world } = call;
  const pull = pullIn(call);
  const { event = 'COMMENT', body, commit_id: commit, comments = [] } = call.body as NewReview;
  const lines = comments.map((comment) => lineComment(comment, commit ?? pull.head.sha));
  const review = addReview(world, pull, { author: actingUser(call), event, body, commit });
  for (const line of lines) await addLineComment(world, review, line);
  return ok(showReview(world, review));
}

function lineComment(comment: NewComment, commit: string): LineComment {
  const { path, body, line, start_line: startLine = null, side = 'RIGHT', subject_type } = comment;
  const at = subject_type === 'file' ? null : (line ?? null);
  return { path, body, commit: comment.commit_id ?? commit, line: at, startLine, side, inReplyTo: null };
}

function reviewIn(call: RepoCall): Review {
  const pull = pullIn(call);
  const id = numberParam(call, 'review_id');
  return call.world.reviews.find((review) => review.pull === pull && review.id === id) ?? notFound();
}

function getReview(call: RepoCall) {
  return ok(showReview(call.world, reviewIn(call)));
}

function dismiss(call: RepoCall) {
  demand(call.body, 'message');
  const review = reviewIn(call);
  dismissReview(call.world, review, { sender: actingUser(call) });
  return ok(showReview(call.world, review));
}

function listComments(call: RepoCall) {
  const pull = pullIn(call);
  const items = call.world.reviewComments.filter((comment) => comment.pull === pull);
  return page(call, { items, show: (comment) => showReviewComment(call.world, comment) });
}

/** A single comment is a review of its own. */
async function createComment(call: RepoCall): Promise<Answer> {
  const { world } = call;
  demand(call.body, 'body', 'path', 'commit_id');
  const pull = pullIn(call);
  const comment = call.body as unknown as NewComment;
  const author = actingUser(call);
  const review = addReview(world, pull, { author, event: 'COMMENT', commit: comment.commit_id });
  return created(showReviewComment(world, await addLineComment(world, review, lineComment(comment, pull.head.sha))));
}

function createReaction(call: RepoCall) {
  const [reaction, isNew] = react(call.world, commentIn(call), {
    user: actingUser(call),
    content: String(call.body.content),
  });
  return { status: isNew ? 201 : 200, body: showReaction(call.world, reaction) };
}

function commentIn(call: RepoCall): ReviewComment {
  const id = numberParam(call, 'comment_id');
  return call.world.reviewComments.find((one) => one.pull.repo === call.repo && one.id === id) ?? notFound();
}
