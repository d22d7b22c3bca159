/** Comments and reactions, whoever makes them and by whatever door. */
import { type App, type IssueComment, type Pull, REACTIONS, type Reaction, type User } from '../model.js';
import { invalid } from '../refusal.js';
import { showIssue, showIssueComment } from '../show/comment.js';
import { nextId, now, pullOf, type World } from '../world.js';
import { checkLength } from './text.js';

/** Who says what. */
export interface Saying {
  readonly author: User;
  readonly app?: App | null;
  readonly body: string;
}

/** Comments on a pull request; throws 422 where the body is empty or too long. */
export function addComment(world: World, pull: Pull, { author, app, body }: Saying): IssueComment {
  checkBody(body);
  const at = now(world);
  const place = { repo: pull.repo, number: pull.number };
  const stamps = { createdAt: at, updatedAt: at, editedAt: null, reactions: [], minimized: null };
  const comment: IssueComment = { id: nextId(world), ...place, author, app: app ?? null, body, ...stamps };
  world.comments.push(comment);
  pull.updatedAt = at;
  commentEvent(world, comment, { action: 'created', sender: author });
  return comment;
}

/** Changes a comment's body; throws 422 where it is empty or too long. */
export function editComment(world: World, comment: IssueComment, { author, body }: Saying): void {
  checkBody(body);
  const from = comment.body;
  comment.body = body;
  comment.updatedAt = now(world);
  comment.editedAt = comment.updatedAt;
  commentEvent(world, comment, { action: 'edited', sender: author, changes: { body: { from } } });
}

/** Takes a comment away. */
export function deleteComment(world: World, comment: IssueComment, sender: User): void {
  world.comments.splice(world.comments.indexOf(comment), 1);
  commentEvent(world, comment, { action: 'deleted', sender });
}

function checkBody(body: string): void {
  if (body.trim() === '') invalid({ resource: 'IssueComment', code: 'missing_field', field: 'body' });
  checkLength(body, { resource: 'IssueComment' });
}

function commentEvent(
  world: World,
  comment: IssueComment,
  { action, sender, changes }: { action: string; sender: User; changes?: object },
): void {
  const issue = showIssue(world, pullOf(world, comment.repo, comment.number));
  const payload = { issue, comment: showIssueComment(world, comment), ...(changes ? { changes } : {}) };
  world.deliveries.happened({ event: 'issue_comment', action, repo: comment.repo, sender, payload: () => payload });
}

/** Reacts once: the same reaction of the same person is given back. Throws 422 for what is no reaction. */
export function react(
  world: World,
  to: { reactions: Reaction[] },
  given: { user: User; content: string },
): [Reaction, boolean] {
  if (!REACTIONS.includes(given.content)) invalid({ resource: 'Reaction', code: 'invalid', field: 'content' });
  const known = to.reactions.find(({ user, content }) => user === given.user && content === given.content);
  if (known) return [known, false];
  const reaction: Reaction = { id: nextId(world), ...given, createdAt: now(world) };
  to.reactions.push(reaction);
  return [reaction, true];
}
