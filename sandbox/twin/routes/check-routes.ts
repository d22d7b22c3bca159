/** Check runs and suites, and commit statuses. */
import { type CheckWriting, createCheck, rerequestCheck, rerequestSuite, updateCheck } from '../actions/checks.js';
import {
  type Answer,
  actingApp,
  actingUser,
  created,
  numberParam,
  ok,
  page,
  param,
  type RepoCall,
  routes,
} from '../http/route.js';
import type { CheckRun, CheckSuite, CommitStatus } from '../model.js';
import { demand, notFound, Refusal, unprocessable } from '../refusal.js';
import { latest, runsOf, showAnnotation, showCheckRun, showCheckSuite, showStatus } from '../show/check.js';
import { apiUrl, showRepository } from '../show/repository.js';
import { nextId, now, resolveCommit } from '../world.js';

export const CHECK_ROUTES = routes<RepoCall>([
  ['POST /check-runs', 'checks/create', 'checks=write', create],
  ['GET /check-runs/{check_run_id}', 'checks/get', 'checks=read', getRun],
  ['PATCH /check-runs/{check_run_id}', 'checks/update', 'checks=write', update],
  ['GET /check-runs/{check_run_id}/annotations', 'checks/list-annotations', 'checks=read', listAnnotations],
  ['POST /check-runs/{check_run_id}/rerequest', 'checks/rerequest-run', 'checks=write', rerequest, 'write'],
  ['GET /commits/{ref}/check-runs', 'checks/list-for-ref', 'checks=read', listRuns],
  ['GET /commits/{ref}/check-suites', 'checks/list-suites-for-ref', 'checks=read', listSuites],
  ['GET /check-suites/{check_suite_id}', 'checks/get-suite', 'checks=read', getSuite],
  ['POST /check-suites/{check_suite_id}/rerequest', 'checks/rerequest-suite', 'checks=write', rerequestAll, 'write'],
  ['POST /statuses/{sha}', 'repos/create-commit-status', 'statuses=write', createStatus],
  ['GET /commits/{ref}/statuses', 'repos/list-commit-statuses-for-ref', 'statuses=read', listStatuses],
  ['GET /commits/{ref}/status', 'repos/get-combined-status-for-ref', 'statuses=read', combineStatuses],
]);

async function create(call: RepoCall): Promise<Answer> {
  const { world, repo } = call;
  demand(call.body, 'name', 'head_sha');
  const app = actingApp(call) ?? notFound();
  return created(showCheckRun(world, await createCheck(world, { repo, app }, call.body as CheckWriting)));
}

function runIn(call: RepoCall): CheckRun {
  const id = numberParam(call, 'check_run_id');
  return call.world.checks.find((run) => run.suite.repo === call.repo && run.id === id) ?? notFound();
}

function getRun(call: RepoCall) {
  return ok(showCheckRun(call.world, runIn(call)));
}

async function update(call: RepoCall): Promise<Answer> {
  const run = runIn(call);
  const app = actingApp(call);
  if (run.suite.app !== app) {
    throw new Refusal(
      403,
      `Invalid app_id \`${app?.id}\` - check run can only be modified by the GitHub App that created it.`,
    );
  }
  await updateCheck(call.world, run, call.body as CheckWriting);
  return ok(showCheckRun(call.world, run));
}

function listAnnotations(call: RepoCall) {
  const run = runIn(call);
  return page(call, { items: run.annotations, show: (annotation) => showAnnotation(run, annotation) });
}

function rerequest(call: RepoCall) {
  rerequestCheck(call.world, runIn(call), actingUser(call));
  return created({});
}

async function shaIn(call: RepoCall): Promise<string> {
  const name = param(call, 'ref');
  return (await resolveCommit(call.repo, name)) ?? unprocessable(`No commit found for SHA: ${name}`);
}

async function listRuns(call: RepoCall): Promise<Answer> {
  const { world, repo, query } = call;
  const sha = await shaIn(call);
  const [name, status, app] = ['check_name', 'status', 'app_id'].map((key) => query.get(key));
  const wanted = (run: CheckRun) =>
    run.suite.repo === repo &&
    run.suite.headSha === sha &&
    (!name || run.name === name) &&
    (!status || run.status === status) &&
    (!app || String(run.suite.app.id) === app);
  const all = world.checks.filter(wanted);
  const items = [...(query.get('filter') === 'all' ? all : latest(all))].reverse();
  const wrap = (check_runs: readonly unknown[], total_count: number) => ({ total_count, check_runs });
  return page(call, { items, show: (run) => showCheckRun(world, run), wrap });
}

async function listSuites(call: RepoCall): Promise<Answer> {
  const { world, repo } = call;
  const sha = await shaIn(call);
  const items = world.suites.filter((suite) => suite.repo === repo && suite.headSha === sha);
  const wrap = (check_suites: readonly unknown[], total_count: number) => ({ total_count, check_suites });
  return page(call, { items, show: (suite) => showCheckSuite(world, suite), wrap });
}

function suiteIn(call: RepoCall): CheckSuite {
  const id = numberParam(call, 'check_suite_id');
  return call.world.suites.find((suite) => suite.repo === call.repo && suite.id === id) ?? notFound();
}

async function getSuite(call: RepoCall): Promise<Answer> {
  return ok(await showCheckSuite(call.world, suiteIn(call)));
}

function rerequestAll(call: RepoCall) {
  const suite = suiteIn(call);
  for (const run of runsOf(call.world, suite))
    Object.assign(run, { status: 'queued', conclusion: null, completedAt: null });
  rerequestSuite(call.world, suite, actingUser(call));
  return created({});
}

interface NewStatus {
  readonly state: string;
  readonly context?: string;
  readonly description?: string;
  readonly target_url?: string;
}

async function createStatus(call: RepoCall): Promise<Answer> {
  const { world, repo } = call;
  demand(call.body, 'state');
  const sha = param(call, 'sha');
  if ((await repo.git.store.read(sha))?.type !== 'commit') unprocessable(`No commit found for SHA: ${sha}`);
  const {
    state,
    context = 'default',
    description = null,
    target_url: targetUrl = null,
  } = call.body as unknown as NewStatus;
  const said = { context, state, description, targetUrl };
  const status = { id: nextId(world), repo, sha, creator: actingUser(call), ...said, createdAt: now(world) };
  world.statuses.push(status);
  return created(showStatus(world, status));
}

async function statusesOf(call: RepoCall): Promise<readonly CommitStatus[]> {
  const sha = await shaIn(call);
  return call.world.statuses.filter((status) => status.repo === call.repo && status.sha === sha);
}

async function listStatuses(call: RepoCall): Promise<Answer> {
  const items = [...(await statusesOf(call))].reverse();
  return page(call, { items, show: (status) => showStatus(call.world, status) });
}

async function combineStatuses(call: RepoCall): Promise<Answer> {
  const { world, repo } = call;
  const sha = await shaIn(call);
  const items = [...new Map((await statusesOf(call)).map((status) => [status.context, status])).values()];
  const bad = items.some(({ state }) => state === 'failure' || state === 'error');
  const good = items.length > 0 && items.every(({ state }) => state === 'success');
  const commit_url = `${apiUrl(world, repo)}/commits/${sha}`;
  const about = { sha, repository: showRepository(world, repo), commit_url, url: `${commit_url}/status` };
  return page(call, {
    items,
    show: (status) => showStatus(world, status),
    wrap: (statuses, total_count) => ({
      state: bad ? 'failure' : good ? 'success' : 'pending',
      statuses,
      total_count,
      ...about,
    }),
  });
}
