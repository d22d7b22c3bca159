/** Check runs: made and changed by Apps, re-requested and pressed by people. */
import type { Annotation, App, CheckAction, CheckRun, CheckSuite, Repo, User } from '../model.js';
import { invalid, malformed, notFound, unprocessable } from '../refusal.js';
import { showCheckRunInEvent, showCheckSuite } from '../show/check.js';
import { nextId, now, type World } from '../world.js';
import { settleGroup } from './merge-queue.js';
import { checkOutput } from './text.js';

/** Annotations that one request may bring. */
const MOST_ANNOTATIONS = 50;
const MOST_ACTIONS = 3;
const ACTION_LENGTHS = { label: 20, description: 40, identifier: 20 } as const;

/** What a request says about a run; what is left out stays as it was. */
export interface CheckWriting {
  readonly name?: string;
  readonly head_sha?: string;
  readonly status?: string;
  readonly conclusion?: string;
  readonly completed_at?: string;
  readonly started_at?: string;
  readonly external_id?: string;
  readonly details_url?: string;
  readonly output?: {
    readonly title?: string;
    readonly summary?: string;
    readonly text?: string;
    readonly annotations?: readonly Annotation[];
  };
  readonly actions?: readonly CheckAction[];
}

/** Makes a run; throws 422 as GitHub does. */
export async function createCheck(
  world: World,
  place: { repo: Repo; app: App },
  writing: CheckWriting,
): Promise<CheckRun> {
  const { repo, app } = place;
  const sha = writing.head_sha ?? '';
  if ((await repo.git.store.read(sha))?.type !== 'commit') unprocessable(`No commit found for SHA: ${sha}`);
  checkWriting(writing);
  const run: CheckRun = {
    id: nextId(world),
    suite: suiteFor(world, { repo, app, headSha: sha }),
    startedAt: writing.started_at ?? now(world),
    annotations: [],
    name: writing.name ?? '',
    status: 'queued',
    conclusion: null,
    completedAt: null,
    externalId: '',
    detailsUrl: `https://github.com/apps/${app.slug}`,
    output: { title: null, summary: null, text: null },
    actions: [],
  };
  world.checks.push(run);
  write(world, run, writing);
  await tell(world, run, 'created');
  return run;
}

/** Changes a run; throws 422 as GitHub does. Annotations are added to those that are there. */
export async function updateCheck(world: World, run: CheckRun, writing: CheckWriting): Promise<void> {
  checkWriting(writing);
  write(world, run, writing);
  await tell(world, run, null);
}

/** Asks the App to run a check again; throws 404 for a button that is not there. */
export function pressButton(
  world: World,
  run: CheckRun,
  { identifier, sender }: { identifier: string; sender: User },
): void {
  if (!run.actions.some((action) => action.identifier === identifier)) notFound(`no button "${identifier}"`);
  checkEvent(world, run, { action: 'requested_action', sender, extra: { requested_action: { identifier } } });
}

/** Asks for a run again: it is reset to queued, and its App is told. */
export function rerequestCheck(world: World, run: CheckRun, sender: User): void {
  Object.assign(run, { status: 'queued', conclusion: null, completedAt: null });
  checkEvent(world, run, { action: 'rerequested', sender });
}

/** Somebody presses “Re-run all checks”. */
export function rerequestSuite(world: World, suite: CheckSuite, sender: User): void {
  if (suite.app !== world.app) return;
  const payload = async () => ({ check_suite: await showSuiteInEvent(world, suite) });
  world.deliveries.happened({ event: 'check_suite', action: 'rerequested', repo: suite.repo, sender, payload });
}

async function showSuiteInEvent(world: World, suite: CheckSuite): Promise<Record<string, unknown>> {
  const { repository: _, ...shown } = await showCheckSuite(world, suite);
  return shown;
}

function suiteFor(world: World, place: { repo: Repo; app: App; headSha: string }): CheckSuite {
  const same = (suite: CheckSuite) =>
    suite.repo === place.repo && suite.app === place.app && suite.headSha === place.headSha;
  const known = world.suites.find(same);
  if (known) return known;
  const suite: CheckSuite = { id: nextId(world), ...place, createdAt: now(world) };
  world.suites.push(suite);
  return suite;
}

function write(world: World, run: CheckRun, writing: CheckWriting): void {
  const { output, conclusion } = writing;
  run.name = writing.name ?? run.name;
  run.externalId = writing.external_id ?? run.externalId;
  run.detailsUrl = writing.details_url ?? run.detailsUrl;
  run.actions = writing.actions ?? run.actions;
  run.status = conclusion ? 'completed' : (writing.status ?? run.status);
  if (conclusion) run.conclusion = conclusion;
  if (run.status === 'completed') run.completedAt = writing.completed_at ?? run.completedAt ?? now(world);
  else Object.assign(run, { conclusion: null, completedAt: null });
  if (!output) return;
  run.output = {
    title: output.title ?? run.output.title,
    summary: output.summary ?? run.output.summary,
    text: output.text ?? run.output.text,
  };
  run.annotations.push(...(output.annotations ?? []));
}

function checkWriting({ output, actions, status, conclusion }: CheckWriting): void {
  if (status === 'completed' && !conclusion) malformed('"conclusion" wasn\'t supplied.');
  if (output) {
    checkOutput('summary', output.summary);
    checkOutput('text', output.text);
    const count = output.annotations?.length ?? 0;
    if (count > MOST_ANNOTATIONS)
      malformed(`No more than ${MOST_ANNOTATIONS} items are allowed; ${count} were supplied.`);
  }
  const count = actions?.length ?? 0;
  if (count > MOST_ACTIONS) malformed(`No more than ${MOST_ACTIONS} items are allowed; ${count} were supplied.`);
  for (const action of actions ?? []) checkAction(action);
}

function checkAction(action: CheckAction): void {
  for (const [field, most] of Object.entries(ACTION_LENGTHS)) {
    const length = String(action[field as keyof CheckAction] ?? '').length;
    if (length > most) malformed(`Only ${most} characters are allowed; ${length} were supplied.`);
    if (length === 0) invalid({ resource: 'CheckRun', code: 'missing_field', field: `actions.${field}` });
  }
}

async function tell(world: World, run: CheckRun, action: 'created' | null): Promise<void> {
  const { bot } = run.suite.app;
  if (action) checkEvent(world, run, { action, sender: bot });
  if (run.status !== 'completed') return;
  checkEvent(world, run, { action: 'completed', sender: bot });
  await settleGroup(world, run.suite.repo, run.suite.headSha);
}

/** Only the App that made a run hears about it. */
function checkEvent(
  world: World,
  run: CheckRun,
  { action, sender, extra }: { action: string; sender: User; extra?: object },
): void {
  if (run.suite.app !== world.app) return;
  const payload = { check_run: showCheckRunInEvent(world, run), ...extra };
  world.deliveries.happened({ event: 'check_run', action, repo: run.suite.repo, sender, payload: () => payload });
}
