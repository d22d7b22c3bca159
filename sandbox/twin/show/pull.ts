/** Pull requests, their labels and reviews as GitHub shows them. */

import { mergeability } from '../actions/mergeability.js';
import { differences } from '../git/diff.js';
import { commitsBetween, mergeBase } from '../git/history.js';
import type { Label, Pull, Repo, Review } from '../model.js';
import { fullName, type World } from '../world.js';
import { total } from './commit.js';
import { apiUrl, showRepository } from './repository.js';
import { association, htmlUrl, type Json, nodeId, showUser } from './user.js';

/** As lists and review events show it. Reads the record now, so the answer does not change later. */
export function showPull(world: World, pull: Pull): Json {
  const api = `${apiUrl(world, pull.repo)}/pulls/${pull.number}`;
  const html = htmlUrl(`${fullName(pull.repo)}/pull/${pull.number}`);
  return {
    url: api,
    id: pull.id,
    node_id: nodeId('PullRequest', pull.id),
    html_url: html,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    ...links(world, pull),
    number: pull.number,
    state: pull.state,
    locked: false,
    active_lock_reason: null,
    title: pull.title,
    user: showUser(world, pull.author),
    body: pull.body,
    labels: pull.labels.map((label) => showLabel(world, pull.repo, label)),
    milestone: null,
    draft: pull.draft,
    created_at: pull.createdAt,
    updated_at: pull.updatedAt,
    closed_at: pull.closedAt,
    merged_at: pull.mergedAt,
    merge_commit_sha: pull.mergeCommit,
    assignee: null,
    assignees: [],
    requested_reviewers: [],
    requested_teams: [],
    ...ends(world, pull),
    author_association: association(world, pull.repo, pull.author),
    auto_merge: null,
  };
}

/** As its own page shows it: with the diff's size and whether it can be merged. */
export async function showPullInFull(world: World, pull: Pull): Promise<Json> {
  const { mergeable, state } = await mergeability(world, pull);
  const size = await sizeOf(pull);
  const shown = { ...showPull(world, pull), ...talk(world, pull), ...merging(world, pull), ...size };
  return { ...shown, mergeable, rebaseable: mergeable, mergeable_state: state };
}

/** As events show it: whether it can be merged is not known yet. */
export async function showPullInEvent(world: World, pull: Pull): Promise<Json> {
  const shown = { ...showPull(world, pull), ...talk(world, pull), ...merging(world, pull) };
  const unknown = { mergeable: null, rebaseable: null, mergeable_state: 'unknown' };
  return { ...shown, ...(await sizeOf({ ...pull, head: { ...pull.head }, base: { ...pull.base } })), ...unknown };
}

/** A label. */
export function showLabel(world: World, repo: Repo, label: Label): Json {
  return {
    id: label.id,
    node_id: nodeId('Label', label.id),
    url: `${apiUrl(world, repo)}/labels/${encodeURIComponent(label.name)}`,
    name: label.name,
    color: label.color,
    default: false,
    description: label.description,
  };
}

/** A review. */
export function showReview(world: World, review: Review): Json {
  const { pull } = review;
  const html = `${htmlUrl(`${fullName(pull.repo)}/pull/${pull.number}`)}#pullrequestreview-${review.id}`;
  const api = `${apiUrl(world, pull.repo)}/pulls/${pull.number}`;
  return {
    id: review.id,
    node_id: nodeId('PullRequestReview', review.id),
    user: showUser(world, review.author),
    body: review.body,
    state: review.state,
    html_url: html,
    pull_request_url: api,
    author_association: association(world, pull.repo, review.author),
    _links: { html: { href: html }, pull_request: { href: api } },
    submitted_at: review.submittedAt,
    commit_id: review.commit,
  };
}

function ends(world: World, { repo, head, base }: Pull): Json {
  return {
    head: {
      label: `${head.owner.login}:${head.ref}`,
      ref: head.ref,
      sha: head.sha,
      user: showUser(world, head.owner),
      repo: head.repo ? showRepository(world, head.repo) : null,
    },
    base: {
      label: `${repo.owner.login}:${base.ref}`,
      ref: base.ref,
      sha: base.sha,
      user: showUser(world, repo.owner),
      repo: showRepository(world, repo),
    },
  };
}

function links(world: World, pull: Pull): Json {
  const repo = apiUrl(world, pull.repo);
  const api = `${repo}/pulls/${pull.number}`;
  const addresses = {
    issue: `${repo}/issues/${pull.number}`,
    comments: `${repo}/issues/${pull.number}/comments`,
    review_comments: `${api}/comments`,
    review_comment: `${repo}/pulls/comments{/number}`,
    commits: `${api}/commits`,
    statuses: `${repo}/statuses/${pull.head.sha}`,
  };
  const html = htmlUrl(`${fullName(pull.repo)}/pull/${pull.number}`);
  const all = Object.entries({ self: api, html, ...addresses }).map(([name, href]) => [name, { href }]);
  const fields = Object.entries(addresses).map(([name, href]) => [`${name}_url`, href]);
  return { ...Object.fromEntries(fields), _links: Object.fromEntries(all) };
}

function talk(world: World, pull: Pull): Json {
  const comments = world.comments.filter(({ repo, number }) => repo === pull.repo && number === pull.number).length;
  return { comments, review_comments: world.reviewComments.filter((comment) => comment.pull === pull).length };
}

function merging(world: World, pull: Pull): Json {
  return {
    merged: pull.mergedAt !== null,
    merged_by: pull.mergedBy ? showUser(world, pull.mergedBy) : null,
    maintainer_can_modify: pull.maintainerCanModify,
  };
}

async function sizeOf({ repo, base, head }: Pull): Promise<Json> {
  const { store } = repo.git;
  const from = await mergeBase(store, base.sha, head.sha);
  const commits = await commitsBetween(store, base.sha, head.sha);
  const files = await differences(store, from, head.sha);
  const { additions, deletions } = total(files);
  return { commits: commits.length, additions, deletions, changed_files: files.length };
}
