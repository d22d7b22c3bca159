/** Comments and reactions as GitHub shows them. */
import { type IssueComment, type Pull, REACTIONS, type Reaction, type ReviewComment } from '../model.js';
import { fullName, type World } from '../world.js';
import { showLabel } from './pull.js';
import { apiUrl } from './repository.js';
import { association, htmlUrl, type Json, nodeId, showApp, showUser } from './user.js';

/** A comment on a pull request. */
export function showIssueComment(world: World, comment: IssueComment): Json {
  const { repo, number, id } = comment;
  const api = `${apiUrl(world, repo)}/issues/comments/${id}`;
  return {
    id,
    node_id: nodeId('IssueComment', id),
    url: api,
    html_url: `${htmlUrl(`${fullName(repo)}/pull/${number}`)}#issuecomment-${id}`,
    issue_url: `${apiUrl(world, repo)}/issues/${number}`,
    user: showUser(world, comment.author),
    body: comment.body,
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    author_association: association(world, repo, comment.author),
    performed_via_github_app: comment.app ? showApp(world, comment.app) : null,
    reactions: tally(`${api}/reactions`, comment.reactions),
  };
}

/** A comment on a line. */
export function showReviewComment(world: World, comment: ReviewComment): Json {
  const { pull, id } = comment;
  const repo = apiUrl(world, pull.repo);
  const api = `${repo}/pulls/comments/${id}`;
  const html = `${htmlUrl(`${fullName(pull.repo)}/pull/${pull.number}`)}#discussion_r${id}`;
  const request = `${repo}/pulls/${pull.number}`;
  return {
    url: api,
    pull_request_review_id: comment.review.id,
    id,
    node_id: nodeId('PullRequestReviewComment', id),
    diff_hunk: comment.diffHunk,
    path: comment.path,
    ...lines(comment),
    commit_id: pull.head.sha,
    original_commit_id: comment.commit,
    ...(comment.inReplyTo === null ? {} : { in_reply_to_id: comment.inReplyTo }),
    user: showUser(world, comment.author),
    body: comment.body,
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    html_url: html,
    pull_request_url: request,
    author_association: association(world, pull.repo, comment.author),
    _links: { self: { href: api }, html: { href: html }, pull_request: { href: request } },
    reactions: tally(`${api}/reactions`, comment.reactions),
  };
}

/** Once the head has moved on, the line is null and only the original one stays. */
function lines({ pull, commit, line, startLine, side }: ReviewComment): Json {
  const current = pull.head.sha === commit;
  const original = { original_line: line, original_start_line: startLine, original_position: line };
  const now = { line: current ? line : null, start_line: current ? startLine : null, position: current ? line : null };
  return {
    ...now,
    ...original,
    side,
    start_side: startLine === null ? null : side,
    subject_type: line === null ? 'file' : 'line',
  };
}

/** A reaction. */
export function showReaction(world: World, { id, user, content, createdAt }: Reaction): Json {
  return { id, node_id: nodeId('Reaction', id), user: showUser(world, user), content, created_at: createdAt };
}

/** The issue side of a pull request, as comment events show it. */
export function showIssue(world: World, pull: Pull): Json {
  const repo = apiUrl(world, pull.repo);
  const api = `${repo}/issues/${pull.number}`;
  const html = htmlUrl(`${fullName(pull.repo)}/pull/${pull.number}`);
  const below = { labels_url: `${api}/labels{/name}`, comments_url: `${api}/comments`, events_url: `${api}/events` };
  const request = {
    url: `${repo}/pulls/${pull.number}`,
    html_url: html,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
  };
  return {
    url: api,
    repository_url: repo,
    ...below,
    html_url: html,
    timeline_url: `${api}/timeline`,
    id: pull.id,
    node_id: nodeId('PullRequest', pull.id),
    number: pull.number,
    title: pull.title,
    user: showUser(world, pull.author),
    labels: pull.labels.map((label) => showLabel(world, pull.repo, label)),
    state: pull.state,
    locked: false,
    assignee: null,
    assignees: [],
    milestone: null,
    comments: world.comments.filter((comment) => comment.repo === pull.repo && comment.number === pull.number).length,
    created_at: pull.createdAt,
    updated_at: pull.updatedAt,
    closed_at: pull.closedAt,
    author_association: association(world, pull.repo, pull.author),
    active_lock_reason: null,
    draft: pull.draft,
    pull_request: { ...request, merged_at: pull.mergedAt },
    body: pull.body,
    reactions: tally(`${api}/reactions`, []),
  };
}

function tally(url: string, reactions: readonly Reaction[]): Json {
  const count = (content: string) => reactions.filter((reaction) => reaction.content === content).length;
  const each = Object.fromEntries(REACTIONS.map((content) => [content, count(content)]));
  return { url, total_count: reactions.length, ...each };
}
