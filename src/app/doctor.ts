/** What is wrong with an installation, and how to mend it: facts in, one line a check out. Asks nobody anything. */
import { APPROVAL_CHECK } from '../approval/check.js';
import { RECORDS_CHECK, SPECIFICATION_CHECK } from '../pull-request/checks.js';
import { REGISTER_BRANCH } from '../register/register.js';
import { terminalText } from '../report/defuse.js';
import type { AppFacts, DeliveryFacts, Failure, Manifest, Read, RepositoryFacts, RequiredCheck } from './facts.js';

/** The outcome of one check; `unknown` is what could not be read, and is for a person to look at. */
export interface Line {
  readonly verdict: 'ok' | 'wrong' | 'unknown';
  readonly what: string;
  /** How to mend it, or what to check by hand; `''` where all is well. */
  readonly mend: string;
}

/** One line for a person: `wrong: what - how to mend`. */
export function lineText({ verdict, what, mend }: Line): string {
  return terminalText(`${verdict}: ${what}${mend === '' ? '' : ` - ${mend}`}`);
}

const ok = (what: string): Line => ({ verdict: 'ok', what, mend: '' });
const wrong = (what: string, mend: string): Line => ({ verdict: 'wrong', what, mend });
const unknown = (what: string, mend: string): Line => ({ verdict: 'unknown', what, mend });

/** The checks of the App itself; nothing else can be asked where it does not answer. */
export function judgeApp(facts: Read<AppFacts>, manifest: Manifest): Line[] {
  if (facts.failure) return [unreached(facts.failure)];
  const { name, id, permissions, events, hook, deliveries } = facts.value;
  return [
    ok(`GitHub knows the App "${name}" (${id}) by these credentials`),
    judgePermissions('the App asks for', permissions, {
      manifest: withoutTeams(manifest),
      mend: 'its settings, "Permissions & events"; then every account that has it must accept the new permissions',
    }),
    judgeEvents(events, manifest),
    judgeHook(hook),
    judgeDeliveries(deliveries),
  ];
}

function unreached({ status, message }: Failure): Line {
  if (status === 401 || status === 404) {
    return wrong(`GitHub does not take the credentials (${message})`, 'APP_ID and the private key must be of one App');
  }
  return wrong(`the App is not reached (${message})`, 'the network, GITHUB_API_URL, and the form of the private key');
}

/** Permissions of app.yml that only a policy with teams needs. */
const FOR_TEAMS = 'members';

function withoutTeams({ permissions, events }: Manifest): Manifest {
  const needed = Object.entries(permissions).filter(([name]) => name !== FOR_TEAMS);
  return { permissions: Object.fromEntries(needed), events };
}

function judgePermissions(
  whose: string,
  granted: Readonly<Record<string, string>>,
  { manifest, mend }: { manifest: Manifest; mend: string },
): Line {
  const wanted = Object.entries(manifest.permissions);
  const missing = wanted.filter(([name, level]) => granted[name] !== 'write' && granted[name] !== level);
  const list = (entries: typeof wanted) => entries.map(([name, level]) => `${name}=${level}`).join(', ');
  if (missing.length === 0) return ok(`${whose} every permission of app.yml: ${list(wanted)}`);
  return wrong(`${whose} too little, ${list(missing)} missing`, mend);
}

function judgeEvents(events: readonly string[], manifest: Manifest): Line {
  const missing = manifest.events.filter((event) => !events.includes(event));
  if (missing.length === 0) return ok(`the App is subscribed to ${manifest.events.join(', ')}`);
  const mend = 'settings of the App, "Permissions & events", "Subscribe to events"';
  return wrong(`the App is not subscribed to ${missing.join(', ')}`, mend);
}

function judgeHook(hook: AppFacts['hook']): Line {
  const place = 'settings of the App, "Webhook"';
  if (hook.failure) {
    return unknown(`the webhook cannot be read (${hook.failure.message})`, `${place}: URL and secret must be set`);
  }
  const { url, hasSecret, verifiesTls } = hook.value;
  if (url === '') return wrong('the webhook has no URL', `${place}: set it, and tick "Active"`);
  if (!hasSecret) return wrong('the webhook has no secret', `${place}: set that of WEBHOOK_SECRET`);
  if (!verifiesTls) return wrong('the webhook does not verify certificates', `${place}: enable SSL verification`);
  return ok(`the webhook goes to ${url}, signed`);
}

function judgeDeliveries(deliveries: Read<readonly DeliveryFacts[]>): Line {
  const place = 'settings of the App, "Advanced", "Recent deliveries"';
  if (deliveries.failure) return unknown(`deliveries cannot be read (${deliveries.failure.message})`, place);
  const arrived = new Set(deliveries.value.filter(isFine).map(({ guid }) => guid));
  const lost = deliveries.value.filter(({ guid }) => !arrived.has(guid));
  const [newest] = lost;
  if (newest === undefined && arrived.size > 0) return ok(`the last ${arrived.size} deliveries arrived`);
  if (newest === undefined) return unknown('GitHub has delivered nothing yet', 'open a pull request, and look again');
  const count = new Set(lost.map(({ guid }) => guid)).size;
  return wrong(
    `${count} of the last ${count + arrived.size} deliveries failed, the newest with status ${newest.status}`,
    `${deliveryMend(newest.status)}; ${place}`,
  );
}

function isFine({ status }: DeliveryFacts): boolean {
  return status >= 200 && status < 300;
}

/** To a signature that does not fit we answer 401, Probot's own start 400; GitHub writes 0 where nobody answered. */
function deliveryMend(status: number): string {
  if (status === 400 || status === 401) return 'the secret of the webhook and WEBHOOK_SECRET must be the same';
  if (status === 404) return 'the URL must end in /api/github/webhooks';
  return 'the App must run, and be reached at the URL of the webhook';
}

/** A check that is not required is advice. */
const REQUIRED = [SPECIFICATION_CHECK, RECORDS_CHECK, APPROVAL_CHECK];

/** The checks of one repository, for the App with the id. */
export function judgeRepository(
  facts: RepositoryFacts,
  { appId, manifest }: { appId: number; manifest: Manifest },
): Line[] {
  const { name, installation, branch } = facts;
  if (installation.failure) return [judgeAbsence(name, installation.failure)];
  const { permissions, isSuspended } = installation.value;
  if (isSuspended) return [wrong(`${name}: the installation is suspended`, 'settings of the account, "GitHub Apps"')];
  const mend = 'the owner accepts the new permissions: settings of the account, "GitHub Apps", "Review request"';
  return [
    judgePermissions(`${name}: the installation has`, permissions, {
      manifest: facts.teams.length > 0 ? manifest : withoutTeams(manifest),
      mend,
    }),
    ...facts.teams.map((team) => judgeTeam(name, team)),
    ...facts.probes.flatMap((probe) => judgeProbe(name, probe)),
    ...REQUIRED.map((check) => judgeRequired(check, { facts, appId })),
    judgeStale(facts),
    told(`${name}: configuration and vocabulary on ${branch}`, facts.setting, 'mend the file on the default branch'),
    told(`${name}: the register`, facts.register, `mend the branch ${REGISTER_BRANCH}`),
    judgeRegisterRules(name, facts.registerRules),
  ];
}

/** Whether there is any repository to look at. */
export function judgeReach({ value, failure }: Read<readonly string[]>): Line[] {
  if (failure) return [unknown(`the repositories cannot be listed (${failure.message})`, 'name one with --repo')];
  return value.length > 0 ? [] : [wrong('the App is installed in no repository', 'page of the App, "Install App"')];
}

/** A repository that its installation could not look at. */
export function judgeAbsence(name: string, { status, message }: Failure): Line {
  if (status === 404)
    return wrong(`${name}: the App is not installed`, 'page of the App, "Install App", this repository');
  return unknown(`${name}: cannot be looked at (${message})`, 'run this again');
}

/** An endpoint that answers says nothing new; one that refuses says itself what it wants. */
function judgeProbe(name: string, { permission, failure }: RepositoryFacts['probes'][number]): Line[] {
  if (failure === null) return [];
  const wants = failure.accepted === '' ? permission : failure.accepted;
  const what = `${name}: GitHub refuses what ${permission} is for (${failure.message})`;
  if (failure.status !== 403) return [unknown(what, `look whether ${wants} is granted`)];
  return [wrong(what, `grant ${wants}, as GitHub says itself (X-Accepted-GitHub-Permissions)`)];
}

function judgeTeam(name: string, { team, failure }: RepositoryFacts['teams'][number]): Line {
  if (failure === null) return ok(`${name}: the members of ${team}, whom the policy names, can be read`);
  const mend = 'the policy must name a team of the organisation that owns the repository, and Members: read be granted';
  return wrong(`${name}: the members of ${team}, whom the policy names, cannot be read (${failure.message})`, mend);
}

function judgeRequired(check: string, { facts, appId }: { facts: RepositoryFacts; appId: number }): Line {
  const { name, branch, rules, protection } = facts;
  const found = [...(rules.value ?? []), ...(protection.value ?? [])].filter(({ context }) => context === check);
  const place = `settings of ${name}, "Rules" or "Branches", rule of ${branch}`;
  if (found.some((entry) => entry.appId === appId))
    return ok(`${name}: ${check} is required on ${branch}, from this App`);
  const failure = rules.failure ?? protection.failure;
  if (failure && found.length === 0) {
    return unknown(
      `${name}: whether ${check} is required on ${branch} cannot be read (${failure.message})`,
      `${place}: "Require status checks" must list it with this App as its source`,
    );
  }
  if (found.length === 0) {
    return wrong(`${name}: ${check} is not required on ${branch}`, `${place}: add it under "Require status checks"`);
  }
  return wrong(
    `${name}: ${check} is required on ${branch}, but ${sourceOf(found)}`,
    `${place}: choose this App as source`,
  );
}

/** What the older branch protection does with approvals is for administrators to see. */
function judgeStale({ name, branch, dismissesStale, protection }: RepositoryFacts): Line {
  const stale = '"Dismiss stale pull request approvals when new commits are pushed"';
  const mend = `settings of ${name}, "Rules" or "Branches", rule of ${branch}: switch ${stale} off`;
  const what = `${name}: approvals on ${branch}`;
  if (dismissesStale.value) {
    return wrong(`${what} are dismissed by any new commit, also by one that changes nothing they are about`, mend);
  }
  if (dismissesStale.failure) return unknown(`${what}: rules cannot be read (${dismissesStale.failure.message})`, mend);
  if (protection.value && protection.value.length > 0) {
    return unknown(`${what}: whether the branch protection dismisses them is not shown to an App`, mend);
  }
  return ok(`${what} live through commits that change nothing they are about`);
}

function sourceOf(found: readonly RequiredCheck[]): string {
  const other = found.find(({ appId }) => appId !== null);
  return other ? `from another App (${other.appId})` : 'from anybody who can write';
}

function told(what: string, { value, failure }: Read<string>, mend: string): Line {
  if (!failure) return ok(`${what}: ${value}`);
  return failure.status === 0
    ? wrong(`${what}: ${failure.message}`, mend)
    : unknown(`${what}: cannot be read (${failure.message})`, 'look at the permissions, and run this again');
}

/** Rules by which GitHub refuses the commits that reserve identifiers and note decisions. */
const HINDRANCES = ['creation', 'update', 'pull_request', 'required_status_checks', 'merge_queue'];

/** Whether the App may bypass a rule is for administrators to see, so a rule alone is no fault. */
function judgeRegisterRules(name: string, rules: Read<readonly string[]>): Line {
  const what = `${name}: rules of ${REGISTER_BRANCH}`;
  const place = 'settings of the repository, "Rules"';
  const mend = `${place}: the App alone must be in their bypass list`;
  if (rules.failure) return unknown(`${what} cannot be read (${rules.failure.message})`, mend);
  if (!rules.value.includes('update')) {
    return wrong(
      `${name}: everybody who can write to the repository can write identifiers and decisions to ${REGISTER_BRANCH}`,
      `${place}: a ruleset for spec-steward/** with "Restrict updates", and the App alone in its bypass list`,
    );
  }
  const found = rules.value.filter((type) => HINDRANCES.includes(type));
  return unknown(`${what} keep out whoever may not bypass them: ${found.join(', ')}`, mend);
}
