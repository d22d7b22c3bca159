/** The issue side of pull requests: comments, reactions and labels. */
import { addComment, deleteComment, editComment, react } from '../actions/comments.js';
import { addLabel, findLabel, removeLabel } from '../actions/labels.js';
import {
  type Answer,
  actingApp,
  actingUser,
  created,
  NO_CONTENT,
  numberParam,
  ok,
  page,
  param,
  type RepoCall,
  routes,
} from '../http/route.js';
import type { IssueComment, Label } from '../model.js';
import { demand, invalid, notFound, Refusal } from '../refusal.js';
import { showIssueComment, showReaction } from '../show/comment.js';
import { showLabel } from '../show/pull.js';
import { atLeast, nextId, roleOf } from '../world.js';
import { pullIn } from './pull-routes.js';

/** A pull request can be talked about with either permission. */
const READ = 'issues=read; pull_requests=read';
const WRITE = 'issues=write; pull_requests=write';

export const ISSUE_ROUTES = routes<RepoCall>([
  ['GET /issues/{issue_number}/comments', 'issues/list-comments', READ, listComments],
  ['POST /issues/{issue_number}/comments', 'issues/create-comment', WRITE, createComment, 'read'],
  ['GET /issues/comments/{comment_id}', 'issues/get-comment', READ, getComment],
  ['PATCH /issues/comments/{comment_id}', 'issues/update-comment', WRITE, updateComment, 'read'],
  ['DELETE /issues/comments/{comment_id}', 'issues/delete-comment', WRITE, removeComment, 'read'],
  ['GET /issues/comments/{comment_id}/reactions', 'reactions/list-for-issue-comment', READ, listReactions],
  ['POST /issues/comments/{comment_id}/reactions', 'reactions/create-for-issue-comment', WRITE, createReaction, 'read'],
  [
    'DELETE /issues/comments/{comment_id}/reactions/{reaction_id}',
    'reactions/delete-for-issue-comment',
    WRITE,
    deleteReaction,
    'read',
  ],
  ['GET /issues/{issue_number}/labels', 'issues/list-labels-on-issue', READ, listIssueLabels],
  ['POST /issues/{issue_number}/labels', 'issues/add-labels', WRITE, addLabels, 'triage'],
  ['DELETE /issues/{issue_number}/labels/{name}', 'issues/remove-label', WRITE, takeLabel, 'triage'],
  ['GET /labels', 'issues/list-labels-for-repo', READ, listLabels],
  ['POST /labels', 'issues/create-label', WRITE, createLabel],
  ['GET /labels/{name}', 'issues/get-label', READ, getLabel],
  ['PATCH /labels/{name}', 'issues/update-label', WRITE, updateLabel],
]);

function listComments(call: RepoCall) {
  const { number } = pullIn(call, 'issue_number');
  const since = call.query.get('since') ?? '';
  const wanted = (comment: IssueComment) =>
    comment.repo === call.repo && comment.number === number && comment.updatedAt >= since;
  const items = call.world.comments.filter(wanted);
  return page(call, { items, show: (comment) => showIssueComment(call.world, comment) });
}

function createComment(call: RepoCall) {
  demand(call.body, 'body');
  const said = { author: actingUser(call), app: actingApp(call), body: String(call.body.body) };
  return created(showIssueComment(call.world, addComment(call.world, pullIn(call, 'issue_number'), said)));
}

function commentIn(call: RepoCall): IssueComment {
  const id = numberParam(call, 'comment_id');
  return call.world.comments.find((comment) => comment.repo === call.repo && comment.id === id) ?? notFound();
}

/** The comment, for its author and for those who may write the repository; throws 403 for others. */
function ownComment(call: RepoCall): IssueComment {
  const comment = commentIn(call);
  const user = actingUser(call);
  const may =
    call.actor.kind === 'installation' || comment.author === user || atLeast(roleOf(call.repo, user), 'write');
  if (!may) throw new Refusal(403, 'Must have admin rights to Repository.');
  return comment;
}

function getComment(call: RepoCall) {
  return ok(showIssueComment(call.world, commentIn(call)));
}

function updateComment(call: RepoCall) {
  demand(call.body, 'body');
  const comment = ownComment(call);
  editComment(call.world, comment, { author: actingUser(call), body: String(call.body.body) });
  return ok(showIssueComment(call.world, comment));
}

function removeComment(call: RepoCall) {
  deleteComment(call.world, ownComment(call), actingUser(call));
  return NO_CONTENT;
}

function listReactions(call: RepoCall) {
  const content = call.query.get('content');
  const items = commentIn(call).reactions.filter((reaction) => content === null || reaction.content === content);
  return page(call, { items, show: (reaction) => showReaction(call.world, reaction) });
}

function createReaction(call: RepoCall): Answer {
  const given = { user: actingUser(call), content: String(call.body.content) };
  const [reaction, isNew] = react(call.world, commentIn(call), given);
  return { status: isNew ? 201 : 200, body: showReaction(call.world, reaction) };
}

function deleteReaction(call: RepoCall) {
  const { reactions } = commentIn(call);
  const at = reactions.findIndex(
    ({ id, user }) => id === numberParam(call, 'reaction_id') && user === actingUser(call),
  );
  if (at < 0) notFound();
  reactions.splice(at, 1);
  return NO_CONTENT;
}

function showLabels(call: RepoCall, items: readonly Label[]) {
  return page(call, { items, show: (label) => showLabel(call.world, call.repo, label) });
}

function listIssueLabels(call: RepoCall) {
  return showLabels(call, pullIn(call, 'issue_number').labels);
}

function addLabels(call: RepoCall) {
  const pull = pullIn(call, 'issue_number');
  const { labels = [] } = call.body as { labels?: readonly (string | { name: string })[] };
  for (const label of labels) {
    addLabel(call.world, pull, { name: typeof label === 'string' ? label : label.name, sender: actingUser(call) });
  }
  return showLabels(call, pull.labels);
}

function takeLabel(call: RepoCall) {
  const pull = pullIn(call, 'issue_number');
  const label = pull.labels.find(({ name }) => name.toLowerCase() === param(call, 'name').toLowerCase());
  removeLabel(call.world, pull, { label: label ?? notFound('Label does not exist'), sender: actingUser(call) });
  return showLabels(call, pull.labels);
}

function listLabels(call: RepoCall) {
  return showLabels(call, call.repo.labels);
}

interface LabelWriting {
  readonly name?: string;
  readonly new_name?: string;
  readonly color?: string;
  readonly description?: string | null;
}

function createLabel(call: RepoCall) {
  demand(call.body, 'name');
  const { name = '', color = 'ededed', description = null } = call.body as LabelWriting;
  checkColor(color);
  if (findLabel(call.repo, name)) invalid({ resource: 'Label', code: 'already_exists', field: 'name' });
  const label: Label = { id: nextId(call.world), name, color, description };
  call.repo.labels.push(label);
  return created(showLabel(call.world, call.repo, label));
}

function labelIn(call: RepoCall): Label {
  return findLabel(call.repo, param(call, 'name')) ?? notFound();
}

function getLabel(call: RepoCall) {
  return ok(showLabel(call.world, call.repo, labelIn(call)));
}

function updateLabel(call: RepoCall) {
  const label = labelIn(call);
  const { new_name = label.name, color = label.color, description = label.description } = call.body as LabelWriting;
  checkColor(color);
  const other = findLabel(call.repo, new_name);
  if (other && other !== label) invalid({ resource: 'Label', code: 'already_exists', field: 'name' });
  Object.assign(label, { name: new_name, color, description });
  return ok(showLabel(call.world, call.repo, label));
}

function checkColor(color: string): void {
  if (!/^[0-9a-f]{6}$/i.test(color)) invalid({ resource: 'Label', code: 'invalid', field: 'color' });
}
