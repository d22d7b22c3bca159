/** Finds out what `steward doctor` judges. Everything is read, nothing is changed, and no refusal ends it. */
import { StewardError } from '../errors.js';
import type { Forge } from '../forge.js';
import { loadSetting } from '../load.js';
import { bundledFiles } from '../local/bundled.js';
import { readRegisterState } from '../reconcile/read-register.js';
import { REGISTER_BRANCH } from '../register/register.js';
import type { Client, Connected } from './connect.js';
import type { AppFacts, DeliveryFacts, Failure, Read, RepositoryFacts, RequiredCheck } from './facts.js';

/** One harmless request for each permission: whether GitHub grants in practice what the installation lists. */
const PROBES: readonly (readonly [permission: string, route: string])[] = [
  ['contents', 'GET /repos/{owner}/{repo}/commits?per_page=1'],
  ['pull_requests', 'GET /repos/{owner}/{repo}/pulls?per_page=1'],
  ['issues', 'GET /repos/{owner}/{repo}/labels?per_page=1'],
  ['checks', 'GET /repos/{owner}/{repo}/commits/{branch}/check-runs?per_page=1'],
];

/** The App as GitHub has it. */
export async function examineApp(app: Client): Promise<AppFacts> {
  const { data } = await app.request('GET /app', { request: { retries: 0 } });
  if (!data) throw new Error('GitHub says nothing of the App');
  return {
    id: data.id,
    name: data.name,
    permissions: plainPermissions(data.permissions),
    events: data.events,
    hook: await attempt(async () => hookOf((await app.request('GET /app/hook/config')).data)),
    deliveries: await attempt(() => readDeliveries(app)),
  };
}

function plainPermissions(permissions: object): Record<string, string> {
  return Object.fromEntries(Object.entries(permissions).map(([name, level]) => [name, String(level)]));
}

interface HookConfig {
  readonly url?: string;
  /** Stars where one is set, absent where there is none: https://docs.github.com/en/rest/apps/webhooks */
  readonly secret?: string;
  readonly insecure_ssl?: string | number;
}

function hookOf({ url = '', secret = '', insecure_ssl: insecure = '0' }: HookConfig) {
  return { url, hasSecret: secret !== '', verifiesTls: String(insecure) === '0' };
}

async function readDeliveries(app: Client): Promise<DeliveryFacts[]> {
  const { data } = await app.request('GET /app/hook/deliveries', { per_page: 50 });
  return data.map(({ guid, status_code }) => ({ guid, status: status_code }));
}

/** `owner/name` of every repository that the App can see, archived ones left out. */
export async function repositoriesOf({ app, authenticate }: Connected): Promise<string[]> {
  const names: string[] = [];
  for (const { id, suspended_at } of await app.paginate('GET /app/installations', { per_page: 100 })) {
    if (suspended_at) continue;
    const client = await authenticate(id);
    const repositories = await client.paginate('GET /installation/repositories', { per_page: 100 });
    names.push(...repositories.filter(({ archived }) => !archived).map(({ full_name }) => full_name));
  }
  return names;
}

const NOT_ASKED: Failure = { status: 404, message: 'not asked', accepted: '' };

/** One repository, `owner/name`, as its installation sees it. */
export async function examineRepository(connected: Connected, name: string): Promise<RepositoryFacts> {
  const [owner = '', repo = ''] = name.split('/');
  const route = 'GET /repos/{owner}/{repo}/installation';
  const found = await attempt(async () => (await connected.app.request(route, { owner, repo })).data);
  const notAsked = { failure: found.failure ?? NOT_ASKED };
  const unasked = { branch: '', probes: [], rules: notAsked, dismissesStale: notAsked, protection: notAsked };
  const unread = { teams: [], setting: notAsked, register: notAsked, registerRules: notAsked };
  if (found.failure) return { name, installation: { failure: found.failure }, ...unasked, ...unread };
  const { id, permissions, suspended_at } = found.value;
  const installation = { value: { permissions: plainPermissions(permissions), isSuspended: Boolean(suspended_at) } };
  if (suspended_at) return { name, installation, ...unasked, ...unread };
  const client = await connected.authenticate(id);
  const { data } = await client.request('GET /repos/{owner}/{repo}', { owner, repo });
  const place: Place = { client, owner, repo, branch: data.default_branch };
  const contents = await readContents(await connected.openForge(id, name));
  return { name, installation, branch: place.branch, ...(await readRules(place)), ...contents };
}

interface Place {
  readonly client: Client;
  readonly owner: string;
  readonly repo: string;
  readonly branch: string;
}

async function readRules(
  place: Place,
): Promise<Pick<RepositoryFacts, 'probes' | 'rules' | 'dismissesStale' | 'protection' | 'registerRules'>> {
  const { client, ...at } = place;
  const probe = async ([permission, route]: (typeof PROBES)[number]) => {
    const { branch, ...repository } = at;
    // What a route does not name would be sent as a question that GitHub does not know.
    const { failure } = await attempt(() =>
      client.request(route.replace('{branch}', encodeURIComponent(branch)), repository),
    );
    return { permission, failure: failure ?? null };
  };
  const rules = await attempt(() => rulesOf(place));
  return {
    probes: await Promise.all(PROBES.map(probe)),
    rules: rules.failure ? rules : { value: rules.value.flatMap(requiredByRule) },
    dismissesStale: rules.failure ? rules : { value: rules.value.some(dismissesStale) },
    protection: await attempt(() => protectionOf(place)),
    registerRules: await attempt(async () =>
      (await rulesOf({ ...place, branch: REGISTER_BRANCH })).map(({ type }) => type),
    ),
  };
}

interface Rule {
  readonly type: string;
  readonly parameters?: {
    readonly required_status_checks?: readonly { readonly context: string; readonly integration_id?: number | null }[];
    readonly dismiss_stale_reviews_on_push?: boolean;
  };
}

/** The active rules of all rulesets, which everybody who can read may see. */
async function rulesOf({ client, ...at }: Place): Promise<readonly Rule[]> {
  const rules = await client.paginate('GET /repos/{owner}/{repo}/rules/branches/{branch}', { ...at, per_page: 100 });
  return rules as readonly Rule[];
}

function requiredByRule({ type, parameters }: Rule): RequiredCheck[] {
  const checks = type === 'required_status_checks' ? (parameters?.required_status_checks ?? []) : [];
  return checks.map(({ context, integration_id: appId }) => ({ context, appId: appId ?? null }));
}

function dismissesStale({ type, parameters }: Rule): boolean {
  return type === 'pull_request' && parameters?.dismiss_stale_reviews_on_push === true;
}

interface Protection {
  readonly required_status_checks?: {
    readonly checks?: readonly { readonly context: string; readonly app_id: number | null }[];
  };
}

/** The summary that comes with the branch; the whole of the protection is for administrators only. */
async function protectionOf({ client, ...at }: Place): Promise<RequiredCheck[]> {
  const { data } = await client.request('GET /repos/{owner}/{repo}/branches/{branch}', at);
  const { checks } = (data.protection as Protection | undefined)?.required_status_checks ?? {};
  if (data.protected && !checks) throw new Error('GitHub does not show us the branch protection');
  return (checks ?? []).map(({ context, app_id: appId }) => ({ context, appId }));
}

async function readContents(forge: Forge): Promise<Pick<RepositoryFacts, 'teams' | 'setting' | 'register'>> {
  const setting = await attempt(async () => {
    const revision = await forge.repository.resolve(await forge.defaultBranch());
    return loadSetting(forge.repository, revision, bundledFiles());
  });
  const register = await attempt(async () => {
    const { commit, reservations } = await readRegisterState(forge);
    return commit === ''
      ? 'not there yet, made with the first identifier'
      : `${reservations.length} ${reservations.length === 1 ? 'identifier' : 'identifiers'}`;
  });
  const teams = setting.failure ? [] : teamsNamedBy(setting.value.config);
  return {
    teams: await Promise.all(teams.map((team) => examineTeam(forge, team))),
    setting: setting.failure ? setting : { value: 'valid' },
    register,
  };
}

/** Teams of the policy, `organisation/team` each. The policy is the part `approval` of the configuration. */
export function teamsNamedBy(config: object): readonly string[] {
  const { approval } = config as { readonly approval?: { readonly teams?: readonly { readonly team: string }[] } };
  return (approval?.teams ?? []).map(({ team }) => team);
}

async function examineTeam(forge: Forge, team: string): Promise<RepositoryFacts['teams'][number]> {
  const [organisation = '', slug = ''] = team.split('/');
  const { failure } = await attempt(() => forge.teamMembers(organisation, slug));
  return { team, failure: failure ?? null };
}

/** Reads something; a refusal of GitHub, and what a person can mend, is a finding. */
export async function attempt<T>(read: () => Promise<T>): Promise<Read<T>> {
  try {
    return { value: await read() };
  } catch (error) {
    return { failure: failureOf(error) };
  }
}

interface Refusal {
  readonly status?: unknown;
  readonly response?: { readonly headers?: Readonly<Record<string, unknown>> };
}

/** Octokit's error may be the cause of one of ours; a status of 0 is only for what GitHub gave and we refuse. */
function failureOf(error: unknown): Failure {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof StewardError) return { status: 0, message, accepted: '' };
  const { cause } = error as { cause?: unknown };
  const { status, response } = (cause instanceof Error && 'status' in cause ? cause : error) as Refusal;
  const accepted = response?.headers?.['x-accepted-github-permissions'];
  return { status: typeof status === 'number' ? status : 500, message, accepted: accepted ? String(accepted) : '' };
}
