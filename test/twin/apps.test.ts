/** The App, its tokens and permissions; people and teams; releases; how often one may ask. */
import { Probot, ProbotOctokit } from 'probot';
import { HERE, OWNER, quiet, REPO, refusalOf, type Stage, setStage } from './stage.js';

let stage: Stage;
let now: Date;
beforeEach(async () => {
  now = new Date();
  stage = await setStage({ clock: () => now });
});
afterEach(() => stage.strike());

const silent = { debug() {}, info() {}, warn() {}, error() {} };

/** Probot as the product has it, pointed at the twin. */
function probot(): Probot {
  const { url, app } = stage.twin;
  const Octokit = ProbotOctokit.defaults((options: object) => ({
    ...options,
    baseUrl: url,
    log: silent,
    throttle: { enabled: false },
    retry: { enabled: false },
  }));
  return new Probot({
    appId: app.id,
    privateKey: app.privateKey,
    secret: app.webhookSecret,
    Octokit,
    logLevel: 'fatal',
  });
}

const minutes = (count: number) => {
  now = new Date(now.getTime() + count * 60_000);
};

describe('the App', () => {
  it('is known by its JWT, through Probot’s own authentication', async () => {
    const octokit = await probot().auth();
    const { data } = await octokit.rest.apps.getAuthenticated();
    expect(data).toMatchObject({ id: stage.twin.app.id, slug: 'spec-steward' });
    const installations = await octokit.rest.apps.listInstallations();
    expect(installations.data).toMatchObject([{ id: stage.installation.id, account: { login: OWNER } }]);
    const one = await octokit.rest.apps.getRepoInstallation(HERE);
    expect(one.data.id).toBe(stage.installation.id);
    await octokit.rest.apps.getInstallation({ installation_id: one.data.id });
  });

  it('works with tokens that Probot fetches once', async () => {
    const octokit = await probot().auth(stage.installation.id);
    await octokit.rest.repos.get(HERE);
    const { data } = await octokit.rest.apps.listReposAccessibleToInstallation();
    expect(data.repositories.map(({ full_name }) => full_name)).toEqual([REPO]);
    const tokens = stage.twin.requests.all().filter(({ path }) => path.endsWith('/access_tokens'));
    expect(tokens).toHaveLength(1);
    expect(stage.twin.requests.all().map(({ actor }) => actor)).toEqual([
      `app ID ${stage.twin.app.id}`,
      `installation ID ${stage.installation.id}`,
      `installation ID ${stage.installation.id}`,
    ]);
  });

  it('is let in by a twin whose clock stands elsewhere: the date is in every answer', async () => {
    minutes(600);
    const octokit = await probot().auth();
    await expect(octokit.rest.apps.getAuthenticated()).resolves.toMatchObject({ status: 200 });
  });

  it('is turned away with a token that is no JWT, is not its own, or of nobody', async () => {
    const ask = (auth?: string) => refusalOf(quiet(stage.twin.url, auth).rest.apps.getAuthenticated());
    const COULD_NOT = '401 A JSON web token could not be decoded';
    await expect(ask('a.b.c')).resolves.toBe(COULD_NOT);
    const part = (claims: object) => Buffer.from(JSON.stringify(claims)).toString('base64url');
    const seconds = Math.floor(now.getTime() / 1000);
    const forged = `${part({ alg: 'RS256' })}.${part({ iss: stage.twin.app.id, iat: seconds, exp: seconds + 60 })}.AAAA`;
    await expect(ask(forged)).resolves.toBe(COULD_NOT);
    await expect(ask()).resolves.toBe(COULD_NOT);
    await expect(ask('ghs_unknown')).resolves.toBe('401 Bad credentials');
  });

  it('is not known any more where it was taken away', async () => {
    stage.twin.uninstall(OWNER);
    await expect(refusalOf(stage.bot.rest.repos.get(HERE))).resolves.toBe('401 Bad credentials');
    const octokit = await probot().auth();
    await expect(refusalOf(octokit.rest.apps.getRepoInstallation(HERE))).resolves.toBe('404 Not Found');
  });
});

describe('an installation token', () => {
  const make = async (more: object) => {
    const octokit = await probot().auth();
    return octokit.rest.apps.createInstallationAccessToken({ installation_id: stage.installation.id, ...more });
  };

  it('lives for an hour', async () => {
    const { data } = await make({});
    const octokit = quiet(stage.twin.url, data.token);
    minutes(59);
    await expect(octokit.rest.repos.get(HERE)).resolves.toMatchObject({ status: 200 });
    minutes(2);
    await expect(refusalOf(octokit.rest.repos.get(HERE))).resolves.toBe('401 Bad credentials');
  });

  it('dies when the twin is told so', async () => {
    stage.twin.expireTokens();
    await expect(refusalOf(stage.bot.rest.repos.get(HERE))).resolves.toBe('401 Bad credentials');
  });

  it('can be narrowed to permissions and repositories, never widened', async () => {
    const { data } = await make({ permissions: { contents: 'read' }, repositories: ['standard'] });
    expect(data).toMatchObject({ permissions: { contents: 'read' }, repository_selection: 'selected' });
    const octokit = quiet(stage.twin.url, data.token);
    await expect(octokit.rest.apps.listReposAccessibleToInstallation()).resolves.toMatchObject({
      data: { total_count: 1 },
    });
    await expect(refusalOf(make({ permissions: { administration: 'write' } }))).resolves.toMatch(/^422 .*not granted/);
    await expect(refusalOf(make({ repositories: ['none'] }))).resolves.toMatch(/^422 There is at least one repository/);
  });

  it('is refused what it may not, and told what would be needed', async () => {
    const reader = stage.botWith({ contents: 'read' });
    const write = reader.rest.git.createRef({ ...HERE, ref: 'refs/heads/x', sha: await stage.twin.head(REPO, 'main') });
    const error = await write.catch((reason) => reason);
    expect(error.status).toBe(403);
    expect(error.response.data.message).toBe('Resource not accessible by integration');
    expect(error.response.headers['x-accepted-github-permissions']).toBe('contents=write');
    const comment = await reader.rest.issues
      .createComment({ ...HERE, issue_number: 1, body: 'x' })
      .catch((reason) => reason);
    expect(comment.response.headers['x-accepted-github-permissions']).toBe('issues=write; pull_requests=write');
  });

  it('reads what is public elsewhere and sees nothing that is private', async () => {
    await stage.twin.repository({ name: 'eve/open', files: { a: '1' } });
    await stage.twin.repository({ name: 'eve/secret', files: { a: '1' }, private: true });
    await expect(stage.bot.rest.repos.get({ owner: 'eve', repo: 'open' })).resolves.toMatchObject({ status: 200 });
    await expect(refusalOf(stage.bot.rest.repos.get({ owner: 'eve', repo: 'secret' }))).resolves.toBe('404 Not Found');
    await expect(refusalOf(stage.api('rob').rest.repos.get({ owner: 'eve', repo: 'secret' }))).resolves.toBe(
      '404 Not Found',
    );
    const label = stage.bot.rest.issues.createLabel({ owner: 'eve', repo: 'open', name: 'x' });
    await expect(refusalOf(label)).resolves.toBe('403 Resource not accessible by integration');
  });

  it('is for chosen repositories where the account chose some', async () => {
    await stage.twin.repository({ name: 'council/one', files: { a: '1' } });
    await stage.twin.repository({ name: 'council/two', files: { a: '1' } });
    stage.twin.install({ account: 'council', repositories: ['council/one'] });
    const octokit = await probot().auth();
    await expect(octokit.rest.apps.getRepoInstallation({ owner: 'council', repo: 'one' })).resolves.toMatchObject({
      data: { repository_selection: 'selected' },
    });
    const other = octokit.rest.apps.getRepoInstallation({ owner: 'council', repo: 'two' });
    await expect(refusalOf(other)).resolves.toBe('404 Not Found');
  });
});

describe('people', () => {
  it('have roles', async () => {
    stage.twin.world.repos[0]?.collaborators.set('tri', 'triage');
    for (const login of ['tri', 'eve']) stage.twin.user(login);
    const roles = ['mel', 'rob', 'sue', 'tri', 'eve'].map(async (username) => {
      const { data } = await stage.bot.rest.repos.getCollaboratorPermissionLevel({ ...HERE, username });
      return `${username} ${data.permission} ${data.role_name}`;
    });
    const expected = ['mel admin admin', 'rob write write', 'sue read read', 'tri read triage', 'eve read read'];
    await expect(Promise.all(roles)).resolves.toEqual(expected);
    const nobody = stage.bot.rest.repos.getCollaboratorPermissionLevel({ ...HERE, username: 'nobody' });
    await expect(refusalOf(nobody)).resolves.toBe('404 Not Found');
    const bot = await stage.bot.rest.users.getByUsername({ username: 'spec-steward[bot]' });
    expect(bot.data.type).toBe('Bot');
  });

  it('are in teams, which an App sees with that permission only', async () => {
    const org = { org: OWNER, team_slug: 'steering-group' };
    const blind = stage.botWith({ contents: 'read' });
    await expect(refusalOf(blind.rest.teams.listMembersInOrg(org))).resolves.toMatch(/^403/);
    const seer = stage.botWith({ members: 'read' });
    const members = await seer.rest.teams.listMembersInOrg(org);
    expect(members.data.map(({ login }) => login)).toEqual(['mel', 'sue']);
    expect((await seer.rest.teams.list({ org: OWNER })).data).toMatchObject([{ slug: 'steering-group' }]);
    expect((await seer.rest.teams.getByName(org)).data.members_count).toBe(2);
    const membership = await seer.rest.teams.getMembershipForUserInOrg({ ...org, username: 'SUE' });
    expect(membership.data).toMatchObject({ state: 'active', role: 'member' });
    const outsider = seer.rest.teams.getMembershipForUserInOrg({ ...org, username: 'rob' });
    await expect(refusalOf(outsider)).resolves.toBe('404 Not Found');
    expect((await seer.rest.orgs.getMembershipForUser({ org: OWNER, username: 'mel' })).data.role).toBe('admin');
    stage.twin.organization({ login: OWNER, teams: { 'Steering Group': ['sue', 'rob'] } });
    const later = await seer.rest.teams.listMembersInOrg(org);
    expect(later.data.map(({ login }) => login)).toEqual(['sue', 'rob']);
    expect((await seer.rest.teams.list({ org: OWNER })).data).toHaveLength(1);
  });
});

describe('releases', () => {
  it('tag a commit and carry files', async () => {
    const { bot } = stage;
    const { data } = await bot.rest.repos.createRelease({ ...HERE, tag_name: 'v1.0.0', name: 'One', body: 'Notes' });
    const upload = { ...HERE, release_id: data.id, name: 'a.sql', data: 'SELECT 1;', baseUrl: stage.twin.url };
    await bot.request('POST /repos/{owner}/{repo}/releases/{release_id}/assets{?name}', {
      ...upload,
      headers: { 'content-type': 'text/plain' },
    });
    const assets = await bot.rest.repos.listReleaseAssets({ ...HERE, release_id: data.id });
    expect(assets.data).toMatchObject([{ name: 'a.sql', size: 9, content_type: 'text/plain' }]);
    expect((await bot.rest.repos.listTags(HERE)).data).toMatchObject([
      { name: 'v1.0.0', commit: { sha: await stage.twin.head(REPO, 'main') } },
    ]);
    expect((await bot.rest.repos.getReleaseByTag({ ...HERE, tag: 'v1.0.0' })).data.body).toBe('Notes');
    expect((await bot.rest.repos.listReleases(HERE)).data).toHaveLength(1);
    const again = bot.rest.repos.createRelease({ ...HERE, tag_name: 'v1.0.0' });
    await expect(refusalOf(again)).resolves.toMatch(/"code":"already_exists"/);
  });
});

describe('how often one may ask', () => {
  it('is counted and told, and asked for without being counted', async () => {
    await stage.bot.rest.repos.get(HERE);
    const { headers } = await stage.bot.rest.repos.get(HERE);
    expect(headers).toMatchObject({
      'x-ratelimit-limit': '5000',
      'x-ratelimit-used': '2',
      'x-ratelimit-remaining': '4998',
    });
    const { data } = await stage.bot.rest.rateLimit.get();
    expect(data.rate).toMatchObject({ limit: 5000, used: 2 });
  });

  it('ends when the hour’s requests are used up, and begins again', async () => {
    const poor = await setStage({ limits: { requestsPerHour: 2 }, clock: () => now });
    await poor.bot.rest.repos.get(HERE);
    await poor.bot.rest.repos.get(HERE);
    const error = await poor.bot.rest.repos.get(HERE).catch((reason) => reason);
    expect([error.status, error.response.headers['x-ratelimit-remaining']]).toEqual([403, '0']);
    expect(Number(error.response.headers['x-ratelimit-reset']) * 1000).toBeGreaterThan(now.getTime());
    minutes(61);
    poor.twin.world.limiter.state({ kind: 'anonymous' });
    await expect(refusalOf(poor.bot.rest.repos.get(HERE))).resolves.toBe('401 Bad credentials');
    await expect(poor.api('rob').rest.repos.get(HERE)).resolves.toMatchObject({ status: 200 });
    await poor.strike();
  });

  it('is slowed down where one writes too much in a minute', async () => {
    const strict = await setStage({ limits: { pointsPerMinute: 12, contentPerMinute: 2 }, clock: () => now });
    const label = (name: string) => strict.bot.rest.issues.createLabel({ ...HERE, name });
    await label('a');
    await label('b');
    const error = await label('c').catch((reason) => reason);
    expect([error.status, error.response.headers['retry-after']]).toEqual([403, '60']);
    expect(error.response.data.message).toMatch(/secondary rate limit/);
    minutes(2);
    await expect(label('c')).resolves.toMatchObject({ status: 201 });
    await strict.strike();
  });
});

describe('answers', () => {
  it('that did not change are not sent again', async () => {
    const { headers } = await stage.bot.rest.repos.get(HERE);
    const again = stage.bot.rest.repos.get({ ...HERE, headers: { 'if-none-match': headers.etag ?? '' } });
    await expect(again.catch(({ status }) => status)).resolves.toBe(304);
  });

  it('say which version they are of, and where to read about a refusal', async () => {
    const headers = { 'x-github-api-version': '2022-11-28' };
    const good = await stage.bot.request('GET /repos/{owner}/{repo}', { ...HERE, headers });
    expect(good.headers['x-github-api-version-selected']).toBe('2022-11-28');
    const bad = await stage.bot.rest.repos.get({ ...HERE, repo: 'none' }).catch((reason) => reason);
    expect(bad.response.data).toEqual({
      message: 'Not Found',
      documentation_url: 'https://docs.github.com/rest/repos/get',
      status: '404',
    });
  });

  it('to what is no JSON are 400', async () => {
    const send = (body: string) =>
      fetch(`${stage.twin.url}/repos/${REPO}/labels`, {
        method: 'POST',
        headers: { authorization: `token ${stage.twin.token('rob')}`, 'content-type': 'application/json' },
        body,
      });
    await expect((await send('{')).json()).resolves.toMatchObject({ message: 'Problems parsing JSON' });
    await expect((await send('[]')).json()).resolves.toMatchObject({ message: 'Body should be a JSON object' });
  });
});
