/** Events: what is told, to whom, signed, in what order, and once more on request. */
import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Probot, ProbotOctokit } from 'probot';
import { HERE, OWNER, quiet, REPO, type Stage, setStage } from './stage.js';

interface Received {
  readonly event: string;
  readonly guid: string;
  readonly signature: string;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: payloads are judged by the description when the stage is struck
  readonly payload: any;
}

let stage: Stage;
let server: Server;
let received: Received[];
let answerWith: number;

beforeEach(async () => {
  received = [];
  answerWith = 200;
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString();
    const header = (name: string) => String(request.headers[name]);
    const signature = header('x-hub-signature-256');
    received.push({
      event: header('x-github-event'),
      guid: header('x-github-delivery'),
      signature,
      text,
      payload: JSON.parse(text),
    });
    response.writeHead(answerWith).end('received');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stage = await setStage();
  stage.twin.setWebhookTarget(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
});
afterEach(async () => {
  await stage.strike();
  await new Promise((resolve) => server.close(resolve));
});

/** Names of the events that arrived, in the order in which they happened: on the way they overtake each other. */
async function told(): Promise<readonly string[]> {
  await stage.twin.deliveries.settled();
  const order = stage.twin.deliveries.all().map(({ guid }) => guid);
  received.sort((a, b) => order.indexOf(a.guid) - order.indexOf(b.guid));
  return names();
}

const names = () => received.map(({ event, payload }) => (payload.action ? `${event}.${payload.action}` : event));

const rob = () => stage.twin.as('rob');

async function open(): Promise<number> {
  await rob().push(REPO, 'side', { files: { 'spec/a.yml': 'a: 9\n', 'new.txt': '1' }, message: 'Change' });
  return rob().openPull({ repo: REPO, head: 'side', title: 'Side' });
}

it('a pull request’s life is told in order', async () => {
  const number = await open();
  await rob().push(REPO, 'side', { files: { more: '1' } });
  await rob().editPull(REPO, number, { title: 'New title' });
  rob().label(REPO, number, 'spec: breaking');
  rob().unlabel(REPO, number, 'spec: breaking');
  await rob().close(REPO, number);
  await rob().reopen(REPO, number);
  await stage.twin.as('mel').merge(REPO, number);
  await expect(told()).resolves.toEqual([
    'push',
    'pull_request.opened',
    'push',
    'pull_request.synchronize',
    'pull_request.edited',
    'pull_request.labeled',
    'pull_request.unlabeled',
    'pull_request.closed',
    'pull_request.reopened',
    'pull_request.closed',
    'push',
  ]);
  const [, opened, , synchronize, edited] = received;
  expect(opened?.payload).toMatchObject({
    number,
    installation: { id: stage.installation.id },
    repository: { full_name: REPO },
    organization: { login: OWNER },
    sender: { login: 'rob' },
    pull_request: { merged: false, mergeable: null, changed_files: 2, head: { ref: 'side' } },
  });
  expect(synchronize?.payload.before).toBe(opened?.payload.pull_request.head.sha);
  expect(synchronize?.payload.after).toBe(synchronize?.payload.pull_request.head.sha);
  expect(edited?.payload.changes).toEqual({ title: { from: 'Side' } });
  expect(received[9]?.payload.pull_request).toMatchObject({ merged: true, merged_by: { login: 'mel' } });
});

it('a push names its commits and their files', async () => {
  await rob().push(REPO, 'main', [
    { files: { 'spec/a.yml': 'a: 2\n', new: '1' }, message: 'One' },
    { files: { 'spec/b.yml': null }, message: 'Two' },
  ]);
  await told();
  expect(received[0]?.payload).toMatchObject({
    ref: 'refs/heads/main',
    after: await stage.twin.head(REPO, 'main'),
    created: false,
    deleted: false,
    forced: false,
    pusher: { name: 'rob' },
    head_commit: { message: 'Two', removed: ['spec/b.yml'] },
    commits: [
      { message: 'One', added: ['new'], modified: ['spec/a.yml'], author: { username: 'rob' } },
      { message: 'Two' },
    ],
  });
});

it('a branch that is made, rewritten and taken away says so', async () => {
  await rob().push(REPO, 'side', { files: { a: '1' } });
  await rob().push(REPO, 'side', { base: 'main', files: { a: '2' } });
  await rob().pointBranch(REPO, 'side', null);
  await told();
  const flags = received.map(({ payload: { created, deleted, forced } }) => ({ created, deleted, forced }));
  expect(flags).toEqual([
    { created: true, deleted: false, forced: false },
    { created: false, deleted: false, forced: true },
    { created: false, deleted: true, forced: false },
  ]);
});

it('talk is told: comments, edits and reviews, of people and of the bot', async () => {
  const number = await open();
  const id = stage.twin.as('ana').comment(REPO, number, '/steward approve');
  stage.twin.as('ana').editComment(REPO, id, 'changed');
  stage.twin.as('ana').deleteComment(REPO, id);
  await stage.bot.rest.issues.createComment({ ...HERE, issue_number: number, body: 'from the bot' });
  const review = stage.twin.as('mel').review(REPO, number, { event: 'APPROVE', body: 'good' });
  stage.twin.as('mel').dismiss(REPO, review);
  expect((await told()).slice(2)).toEqual([
    'issue_comment.created',
    'issue_comment.edited',
    'issue_comment.deleted',
    'issue_comment.created',
    'pull_request_review.submitted',
    'pull_request_review.dismissed',
  ]);
  expect(received[3]?.payload).toMatchObject({
    changes: { body: { from: '/steward approve' } },
    comment: { body: 'changed' },
  });
  expect(received[5]?.payload.sender).toMatchObject({ login: 'spec-steward[bot]', type: 'Bot' });
  expect(received[6]?.payload.review).toMatchObject({
    state: 'approved',
    commit_id: expect.stringMatching(/^[0-9a-f]{40}$/),
  });
});

it('an approval that a push makes void is told as dismissed, by whoever pushed', async () => {
  const number = await open();
  stage.twin.protect(REPO, 'main', { dismissStale: true });
  stage.twin.as('mel').review(REPO, number, { event: 'APPROVE' });
  await rob().push(REPO, 'side', { files: { later: '1' } });
  expect((await told()).slice(-3)).toEqual(['push', 'pull_request.synchronize', 'pull_request_review.dismissed']);
  expect(received.at(-1)?.payload).toMatchObject({ review: { user: { login: 'mel' } }, sender: { login: 'rob' } });
});

it('a payload says what was the case then, whatever happens after', async () => {
  stage.twin.deliveries.hold();
  const number = await open();
  await rob().editPull(REPO, number, { title: 'Later' });
  await rob().close(REPO, number);
  stage.twin.deliveries.release();
  await told();
  const opened = received.find(({ payload }) => payload.action === 'opened');
  expect(opened?.payload.pull_request).toMatchObject({ title: 'Side', state: 'open' });
});

it('checks are told to the App that made them: buttons and re-requests', async () => {
  await open();
  const sha = await stage.twin.head(REPO, 'side');
  const actions = [{ label: 'Write', description: 'D', identifier: 'records' }];
  const { data } = await stage.bot.rest.checks.create({
    ...HERE,
    name: 'c',
    head_sha: sha,
    status: 'completed',
    conclusion: 'success',
    actions,
  });
  const foreign = await stage.twin.foreignCheck(REPO, {
    app: 'github-actions',
    sha,
    check: 'c',
    conclusion: 'success',
  });
  stage.twin.as('mel').pressButton(data.id, 'records');
  stage.twin.as('mel').rerequest(data.id);
  stage.twin.as('mel').rerequest(foreign);
  stage.twin.as('mel').rerequestSuite(data.id);
  expect(() => stage.twin.as('mel').pressButton(data.id, 'none')).toThrow('no button');
  expect(() => stage.twin.as('eve').pressButton(data.id, 'records')).toThrow('denied to eve');
  expect((await told()).slice(2)).toEqual([
    'check_run.created',
    'check_run.completed',
    'check_run.requested_action',
    'check_run.rerequested',
    'check_suite.rerequested',
  ]);
  expect(received[4]?.payload).toMatchObject({ requested_action: { identifier: 'records' }, sender: { login: 'mel' } });
});

it('a merge group is told with its own commit, and again when it goes', async () => {
  const number = await open();
  const group = await rob().enqueue(REPO, [number]);
  await rob().finishGroup(group);
  expect((await told()).slice(2)).toEqual([
    'push',
    'merge_group.checks_requested',
    'pull_request.closed',
    'push',
    'merge_group.destroyed',
    'push',
  ]);
  expect(received[3]?.payload.merge_group).toMatchObject({ head_sha: group.headSha, base_ref: 'refs/heads/main' });
  expect(received[6]?.payload.reason).toBe('merged');
});

it('an installation and a ping are told; forks and foreign repositories are not', async () => {
  stage.twin.ping();
  const fork = await stage.twin.as('ana').fork(REPO);
  await stage.twin.as('ana').push(fork, 'idea', { files: { a: '1' } });
  stage.twin.uninstall(OWNER);
  await rob().push(REPO, 'main', { files: { a: '1' } });
  stage.twin.install({ account: OWNER });
  await expect(told()).resolves.toEqual(['ping', 'installation.deleted', 'installation.created']);
});

it('nothing is told to nobody', async () => {
  stage.twin.setWebhookTarget(null);
  await open();
  await expect(told()).resolves.toEqual([]);
  expect(stage.twin.deliveries.all()).toEqual([]);
});

it('every event is signed, and has a GUID of its own', async () => {
  await open();
  await told();
  for (const { signature, text } of received) {
    const hash = createHmac('sha256', stage.twin.app.webhookSecret).update(text).digest('hex');
    expect(signature).toBe(`sha256=${hash}`);
  }
  expect(new Set(received.map(({ guid }) => guid)).size).toBe(received.length);
});

it('Probot takes what is sent', async () => {
  const { url, app } = stage.twin;
  const Octokit = ProbotOctokit.defaults((options: object) => ({
    ...options,
    baseUrl: url,
    throttle: { enabled: false },
  }));
  const probot = new Probot({
    appId: app.id,
    privateKey: app.privateKey,
    secret: app.webhookSecret,
    Octokit,
    logLevel: 'fatal',
  });
  const seen: string[] = [];
  probot.on('pull_request.opened', async ({ payload, octokit }) => {
    const { data } = await octokit.rest.pulls.get({ ...HERE, pull_number: payload.number });
    seen.push(data.title);
  });
  await open();
  await told();
  for (const { event, guid, signature, text } of received) {
    await probot.webhooks.verifyAndReceive({ id: guid, name: event, signature, payload: text });
  }
  expect(seen).toEqual(['Side']);
});

describe('on the way', () => {
  it('events are lost, doubled and late on order', async () => {
    const fates = [
      { copies: 0, delay: 0 },
      { copies: 2, delay: 0 },
    ];
    stage.twin.faults.fate = () => fates.shift() ?? { copies: 1, delay: 0 };
    await open();
    await expect(told()).resolves.toEqual(['pull_request.opened', 'pull_request.opened']);
    expect(new Set(received.map(({ guid }) => guid)).size).toBe(1);
    const delays = [60, 0];
    stage.twin.faults.fate = () => ({ copies: 1, delay: delays.shift() ?? 0 });
    await rob().push(REPO, 'side', { files: { later: '1' } });
    await stage.twin.deliveries.settled();
    expect(names().slice(2)).toEqual(['pull_request.synchronize', 'push']);
  });

  it('events are kept back and sent in another order', async () => {
    stage.twin.deliveries.hold();
    await open();
    await expect(told()).resolves.toEqual([]);
    stage.twin.deliveries.release((held) => [...held].reverse());
    await stage.twin.deliveries.settled();
    expect(stage.twin.deliveries.all().map(({ statusCode }) => statusCode)).toEqual([200, 200]);
  });
});

describe('the record', () => {
  const app = async () => {
    const { url, app } = stage.twin;
    const Octokit = ProbotOctokit.defaults((options: object) => ({
      ...options,
      baseUrl: url,
      throttle: { enabled: false },
    }));
    return new Probot({ appId: app.id, privateKey: app.privateKey, secret: 's', Octokit, logLevel: 'fatal' }).auth();
  };

  it('shows what failed, and sends it again under its GUID', async () => {
    answerWith = 500;
    await rob().push(REPO, 'main', { files: { a: '1' } });
    await told();
    answerWith = 200;
    const octokit = await app();
    const list = await octokit.rest.apps.listWebhookDeliveries();
    expect(list.data).toMatchObject([{ event: 'push', status_code: 500, redelivery: false }]);
    const delivery_id = list.data[0]?.id ?? 0;
    const { data } = await octokit.rest.apps.getWebhookDelivery({ delivery_id });
    expect(data.request.payload).toMatchObject({ ref: 'refs/heads/main' });
    await octokit.rest.apps.redeliverWebhookDelivery({ delivery_id });
    await told();
    const after = await octokit.rest.apps.listWebhookDeliveries();
    expect(after.data).toMatchObject([{ status: 'OK', redelivery: true }, { status_code: 500 }]);
    expect(new Set(received.map(({ guid }) => guid)).size).toBe(1);
  });

  it('is paged by cursor, newest first', async () => {
    for (const name of ['a', 'b', 'c']) await rob().push(REPO, name, { files: { [name]: '1' } });
    await told();
    const octokit = await app();
    const first = await octokit.rest.apps.listWebhookDeliveries({ per_page: 2 });
    const cursor = /[?&]cursor=(\d+)/.exec(first.headers.link ?? '')?.[1] ?? '';
    const second = await octokit.rest.apps.listWebhookDeliveries({ per_page: 2, cursor });
    expect([first.data.length, second.data.length, second.headers.link]).toEqual([2, 1, undefined]);
    expect(quiet(stage.twin.url)).toBeDefined();
  });

  it('says so when nobody is at home', async () => {
    stage.twin.setWebhookTarget('http://127.0.0.1:1/');
    await rob().push(REPO, 'main', { files: { a: '1' } });
    await stage.twin.deliveries.settled();
    expect(stage.twin.deliveries.all()).toMatchObject([{ status: 'failed to connect to host', statusCode: 0 }]);
  });
});
