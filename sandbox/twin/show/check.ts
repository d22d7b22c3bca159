/** Check runs, suites and commit statuses as GitHub shows them. */
import { readCommit } from '../git/commit.js';
import type { Annotation, CheckRun, CheckSuite, CommitStatus, Pull, Repo } from '../model.js';
import { fullName, type World } from '../world.js';
import { apiUrl, showRepository } from './repository.js';
import { htmlUrl, type Json, nodeId, showApp, showUser } from './user.js';

/** A check run, as GitHub shows it. */
export function showCheckRun(world: World, run: CheckRun): Json {
  const { suite, output } = run;
  const api = `${apiUrl(world, suite.repo)}/check-runs/${run.id}`;
  return {
    id: run.id,
    name: run.name,
    node_id: nodeId('CheckRun', run.id),
    head_sha: suite.headSha,
    external_id: run.externalId,
    url: api,
    html_url: htmlUrl(`${fullName(suite.repo)}/runs/${run.id}`),
    details_url: run.detailsUrl,
    status: run.status,
    conclusion: run.conclusion,
    started_at: run.startedAt,
    completed_at: run.completedAt,
    output: { ...output, annotations_count: run.annotations.length, annotations_url: `${api}/annotations` },
    check_suite: { id: suite.id },
    app: showApp(world, suite.app),
    pull_requests: pullsOn(world, suite).map((pull) => showMinimalPull(world, pull)),
  };
}

/** As check events show it: with its suite and its buttons. */
export function showCheckRunInEvent(world: World, run: CheckRun): Json {
  const { id, headSha, app } = run.suite;
  const { status, conclusion } = suiteState(world, run.suite);
  const suite = { id, node_id: nodeId('CheckSuite', id), head_branch: null, head_sha: headSha, status, conclusion };
  return { ...showCheckRun(world, run), check_suite: { ...suite, app: showApp(world, app) }, actions: run.actions };
}

/** A check suite. */
export async function showCheckSuite(world: World, suite: CheckSuite): Promise<Json> {
  const { id, repo, headSha } = suite;
  const api = `${apiUrl(world, repo)}/check-suites/${id}`;
  return {
    id,
    node_id: nodeId('CheckSuite', id),
    head_branch: pullsOn(world, suite)[0]?.head.ref ?? null,
    head_sha: headSha,
    ...suiteState(world, suite),
    url: api,
    before: null,
    after: headSha,
    pull_requests: pullsOn(world, suite).map((pull) => showMinimalPull(world, pull)),
    app: showApp(world, suite.app),
    repository: showRepository(world, repo),
    created_at: suite.createdAt,
    updated_at: suite.createdAt,
    head_commit: await showSimpleCommit(repo, headSha),
    latest_check_runs_count: latest(runsOf(world, suite)).length,
    check_runs_url: `${api}/check-runs`,
    rerequestable: true,
  };
}

/** The short shape of a commit. */
export async function showSimpleCommit(repo: Repo, oid: string): Promise<Json> {
  const commit = await readCommit(repo.git.store, oid);
  const person = (who: { name: string; email: string } | undefined) => ({
    name: who?.name ?? '',
    email: who?.email ?? '',
  });
  return {
    id: oid,
    tree_id: commit?.tree ?? '',
    message: commit?.message ?? '',
    timestamp: commit?.committer.date ?? '',
    author: person(commit?.author),
    committer: person(commit?.committer),
  };
}

/** An annotation of a check run. */
export function showAnnotation(run: CheckRun, annotation: Annotation): Json {
  const { path, start_line, end_line, annotation_level, message } = annotation;
  return {
    path,
    blob_href: htmlUrl(`${fullName(run.suite.repo)}/blob/${run.suite.headSha}/${path}`),
    start_line,
    end_line,
    start_column: annotation.start_column ?? null,
    end_column: annotation.end_column ?? null,
    annotation_level,
    title: annotation.title ?? null,
    message,
    raw_details: annotation.raw_details ?? null,
  };
}

/** A commit status. */
export function showStatus(world: World, status: CommitStatus): Json {
  const { id, sha, state, description, targetUrl, context, createdAt } = status;
  return {
    url: `${apiUrl(world, status.repo)}/statuses/${sha}`,
    avatar_url: `https://avatars.githubusercontent.com/u/${status.creator.id}?v=4`,
    id,
    node_id: nodeId('StatusContext', id),
    state,
    description,
    target_url: targetUrl,
    context,
    created_at: createdAt,
    updated_at: createdAt,
    creator: showUser(world, status.creator),
  };
}

/** Runs of a suite, oldest first. */
export function runsOf(world: World, suite: CheckSuite): readonly CheckRun[] {
  return world.checks.filter((run) => run.suite === suite);
}

/** The youngest run of each name and App. */
export function latest(runs: readonly CheckRun[]): readonly CheckRun[] {
  return [...new Map(runs.map((run) => [`${run.suite.app.id} ${run.name}`, run])).values()];
}

/** Open pull requests of the same repository whose head the suite is on; those of forks are never listed. */
function pullsOn(world: World, { repo, headSha }: CheckSuite): readonly Pull[] {
  const here = (pull: Pull) => pull.repo === repo && pull.head.repo === repo;
  return world.pulls.filter((pull) => here(pull) && pull.state === 'open' && pull.head.sha === headSha);
}

function suiteState(world: World, suite: CheckSuite): { status: string; conclusion: string | null } {
  const runs = latest(runsOf(world, suite));
  if (runs.length === 0) return { status: 'queued', conclusion: null };
  if (runs.some((run) => run.status !== 'completed')) return { status: 'in_progress', conclusion: null };
  const bad = runs.find((run) => !['success', 'neutral', 'skipped'].includes(run.conclusion ?? ''));
  return { status: 'completed', conclusion: bad?.conclusion ?? 'success' };
}

function showMinimalPull(world: World, pull: Pull): Json {
  const { head, base, repo } = pull;
  const minimal = (of: Repo) => ({ id: of.id, url: apiUrl(world, of), name: of.name });
  return {
    id: pull.id,
    number: pull.number,
    url: `${apiUrl(world, repo)}/pulls/${pull.number}`,
    head: { ref: head.ref, sha: head.sha, repo: minimal(head.repo ?? repo) },
    base: { ref: base.ref, sha: base.sha, repo: minimal(repo) },
  };
}
