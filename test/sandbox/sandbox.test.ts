/** The sandbox end to end: the real App on the double, and the page over real HTTP. */
import { readState } from '../../sandbox/read-state.js';
import { openSandbox, propose, REPOSITORY, type Sandbox } from '../../sandbox/sandbox.js';
import { type ServedPage, servePage } from '../../sandbox/serve-page.js';
import type { PullView, SandboxState } from '../../sandbox/state.js';
import { elementsOf, textOf } from '../report/markup.js';

const PULL = `/${REPOSITORY}/pull`;

let sandbox: Sandbox;
let page: ServedPage;

beforeAll(async () => {
  sandbox = await openSandbox({ clock: () => new Date('2026-03-02T09:00:00Z') });
  await propose(sandbox.twin);
  await sandbox.rest();
  page = await servePage(sandbox, 0);
});

afterAll(async () => {
  await page.close();
  await sandbox.close();
});

function get(path: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${page.url}${path}`, { redirect: 'manual', headers });
}

/** Sends a form as a browser does; gives where it leads when the App has seen to it. */
async function order(name: string, fields: Record<string, string>): Promise<string> {
  const body = new URLSearchParams({ pull: '1', ...fields });
  const response = await fetch(`${page.url}/orders/${name}`, { method: 'POST', body, redirect: 'manual' });
  expect(response.status).toBe(303);
  await sandbox.rest();
  return response.headers.get('location') ?? '';
}

async function stateOf(number: number): Promise<SandboxState & { readonly pull: PullView }> {
  const state = await readState(sandbox, number);
  if (!state.pull) throw new Error(`no pull request ${number}`);
  return { ...state, pull: state.pull };
}

async function noticeOn(number: number): Promise<string> {
  const html = await (await get(`${PULL}/${number}`)).text();
  return textOf(/<div data-live="notice">(.*?)<\/div>/s.exec(html)?.[1] ?? '');
}

function conclusions({ checks }: PullView): Record<string, string | null> {
  return Object.fromEntries(checks.map(({ name, conclusion }) => [name.replace('spec-steward/', ''), conclusion]));
}

const AGREED = { specification: 'success', records: 'success', approval: 'success' };
/** Everything is right, and the steering group has not agreed yet. */
const GREEN = { ...AGREED, approval: 'failure' };
const RED = { specification: 'failure', records: 'failure', approval: 'failure' };

describe('the page', () => {
  it('leads to the agenda, which the App reads now and which brings its own style', async () => {
    expect(await (await get(`${PULL}/1`)).text()).toContain('<a href="/agenda">');
    const response = await get('/agenda');
    expect(response.headers.get('content-security-policy')).toBe("default-src 'none'; style-src 'unsafe-inline'");
    const html = await response.text();
    expect(textOf(html)).toContain('#1 Link contacts to the referrals that they lead to');
    expect(elementsOf(html).filter(({ name }) => name === 'article')).toHaveLength(1);
  });

  it('leads from its root to the pull request', async () => {
    const response = await get('/');
    expect([response.status, response.headers.get('location')]).toEqual([302, `${PULL}/1`]);
  });

  it('shows what the participants see', async () => {
    const response = await get(`${PULL}/1`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const html = await response.text();
    elementsOf(html);
    const text = textOf(html);
    expect(text).toContain('Must be mended: 1 dangling foreign key.');
    expect(text).toContain('Merging is blocked: Required status check "spec-steward/specification" is failing.');
    expect(text).toContain('No identifier is given yet.');
    expect(text).toContain('Mend the foreign key');
  });

  it('runs and loads nothing from elsewhere', async () => {
    const policy = (await get(`${PULL}/1`)).headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|\*|http/);
  });

  it.each([
    ['/page.js', 'text/javascript'],
    ['/page.css', 'text/css'],
    ['/icon.svg', 'image/svg+xml'],
    ['/version', 'text/plain'],
  ])('has %s', async (path, type) => {
    const response = await get(path);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, `${type}; charset=utf-8`]);
  });

  it('leads links of comments to their places', async () => {
    expect((await get(`${PULL}/1/checks`)).headers.get('location')).toBe(`${PULL}/1#checks`);
    const file = await get(`/${REPOSITORY}/blob/contact-referrals/CHANGELOG.md`);
    expect(textOf(await file.text())).toContain('CHANGELOG.md');
  });

  it.each([
    [`${PULL}/99`, 404],
    [`${PULL}/0`, 404],
    [`${PULL}/1/settings`, 404],
    ['/other/repository/pull/1', 404],
    [`/${REPOSITORY}/blob/main/no-such-file`, 404],
    [`/${REPOSITORY}/blob/../../etc/passwd`, 404],
    ['/constructor', 404],
    ['/edit?pull=9', 404],
    ['/edit?pull=1&path=.git/config', 404],
  ])('has nothing at %s', async (path, status) => {
    expect((await get(path)).status).toBe(status);
  });

  it('takes orders from itself alone', async () => {
    const post = (headers: Record<string, string>) =>
      fetch(`${page.url}/orders/close`, { method: 'POST', body: new URLSearchParams({ pull: '1' }), headers });
    expect((await post({ origin: 'https://evil.example' })).status).toBe(403);
    expect((await post({ origin: 'null' })).status).toBe(403);
    expect((await stateOf(1)).pull.state).toBe('open');
  });

  it('refuses what is too long', async () => {
    const body = new URLSearchParams({ pull: '1', body: 'x'.repeat(4_100_000) });
    expect((await fetch(`${page.url}/orders/comment`, { method: 'POST', body })).status).toBe(413);
  });

  it.each([
    ['no-such-order', {}, 'there is no order "no-such-order"'],
    ['constructor', {}, 'there is no order'],
    ['push', { change: 'no-such-change' }, 'no such change'],
    ['press', { check: '1', identifier: 'x' }, 'Not Found'],
    ['comment', { body: ' ' }, 'Validation Failed'],
    ['reopen', { pull: '99' }, 'Not Found'],
    ['merge', {}, 'Required status check "spec-steward/specification" is failing.'],
    ['commit-suggestion', { id: '1' }, 'no such suggestion'],
    ['edit', { path: 'no/such.yml', text: '' }, 'there is no no/such.yml'],
    ['comment', { who: 'nobody', body: 'x' }, 'nobody here is called "nobody"'],
    ['comment', { who: 'spec-steward[bot]', body: 'x' }, 'nobody here is called'],
    ['review', { who: 'contributor', event: 'APPROVE' }, 'Unprocessable Entity'],
    ['review', { event: 'constructor' }, 'there is no opinion'],
    ['review', { event: 'REQUEST_CHANGES', body: ' ' }, 'GitHub asks for a few words with this review.'],
    ['dismiss', { review: '1' }, 'Not Found'],
    ['push', { who: 'priya-essex', change: 'mend-foreign-key' }, 'denied to priya-essex'],
    ['close', { who: 'passer-by' }, 'denied to passer-by'],
    ['merge', { who: 'priya-essex' }, 'denied to priya-essex'],
    ['merge-anyway', { who: 'dilys-d2i' }, 'Required status check "spec-steward/specification" is failing.'],
  ])('says why %s was refused', async (name, fields, sentence) => {
    await order(name, fields);
    expect(await noticeOn(1)).toContain(sentence);
  });
});

describe('whom one plays', () => {
  /** The page for a browser that has the cookie. */
  const pageOf = async (who: string) => (await get(`${PULL}/1`, { cookie: `other=1; who=${who}` })).text();
  const chosen = (html: string) => /<option value="([^"]*)" selected>/.exec(html)?.[1];

  it('is kept in a cookie that nobody else gets', async () => {
    const body = new URLSearchParams({ pull: '1', who: 'tom-herts' });
    const response = await fetch(`${page.url}/orders/play`, { method: 'POST', body, redirect: 'manual' });
    expect([response.status, response.headers.get('location')]).toEqual([303, `${PULL}/1#do`]);
    expect(response.headers.get('set-cookie')).toBe('who=tom-herts; Path=/; HttpOnly; SameSite=Strict');
    expect(chosen(await pageOf('tom-herts'))).toBe('tom-herts');
  });

  it.each(['', 'constructor', 'spec-steward'])('is the contributor where nobody is called %j', async (who) => {
    expect(chosen(await pageOf(who))).toBe('contributor');
  });

  it.each([
    [
      'contributor',
      ['Mend the foreign key', 'Merge', 'Close the pull request'],
      ['Push straight to main', 'without waiting'],
    ],
    ['priya-essex', ['Close the pull request'], ['Merge', 'Mend the foreign key']],
    ['dilys-d2i', ['Merge', 'Push straight to main'], ['Merge without waiting']],
    ['data-to-insight-admin', ['Merge without waiting'], []],
    ['council-analyst', ['Open the proposal from a fork'], ['Merge', 'Close the pull request']],
    ['passer-by', [], ['Merge', 'Close the pull request', 'Push straight to main']],
  ])('%s is offered what they may do', async (who, may, mayNot) => {
    const [, offers = ''] = /<div data-live="offers">([\s\S]*?)<\/section>/.exec(await pageOf(who)) ?? [];
    for (const label of may) expect(offers).toContain(`>${label}</button>`);
    for (const label of mayNot) expect(offers).not.toContain(`${label}</button>`);
  });

  it('edits and commits as they are', async () => {
    const html = await (await get('/edit?pull=1', { cookie: 'who=sam-d2i' })).text();
    expect(html).toContain('<input type="hidden" name="who" value="sam-d2i">');
  });
});

/** Each step goes on where the one before it ended. */
describe('the story', () => {
  it('begins with a proposal that must be mended', async () => {
    const { pull, register } = await stateOf(1);
    expect(conclusions(pull)).toEqual(RED);
    expect(pull.labels.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['needs: mending', 'spec: breaking', 'spec: new feature', 'cms: mosaic', 'return: CIN']),
    );
    expect(register).toEqual([]);
    expect(pull.timeline.map(({ kind, author }) => `${kind} ${author.login}`)).toEqual([
      'commit contributor',
      'comment spec-steward[bot]',
      'suggestion spec-steward[bot]',
    ]);
  });

  it('has a version that follows what happens', async () => {
    const before = await (await get('/version')).text();
    await order('comment', { body: 'Good morning' });
    expect(await (await get('/version')).text()).not.toBe(before);
  });

  it('is commented and reviewed by whom one plays, and a review is dismissed by those who may', async () => {
    await order('comment', { who: 'tom-herts', body: 'Why a new item?' });
    await order('review', { who: 'priya-essex', event: 'APPROVE' });
    await order('review', { who: 'noor-nwadcs', event: 'REQUEST_CHANGES', body: 'The key\r\nis wrong.' });
    const reviews = async () =>
      (await stateOf(1)).pull.timeline.flatMap((entry) => (entry.kind === 'review' ? [entry] : []));
    const [first] = await reviews();
    await order('dismiss', { who: 'priya-essex', review: String(first?.id) });
    expect(await noticeOn(1)).toContain('denied to priya-essex');
    await order('dismiss', { review: String(first?.id) });
    expect((await reviews()).map(({ author, state, body }) => [author.login, state, body])).toEqual([
      ['priya-essex', 'dismissed', ''],
      ['noor-nwadcs', 'changes requested', 'The key\nis wrong.'],
    ]);
    const { timeline } = (await stateOf(1)).pull;
    expect(timeline.filter(({ kind, author }) => kind === 'comment' && author.login === 'tom-herts')).toHaveLength(1);
  });

  it('turns green by one click on the suggestion, with identifiers and records', async () => {
    const suggestion = (await stateOf(1)).pull.timeline.find(({ kind }) => kind === 'suggestion');
    const id = suggestion?.kind === 'suggestion' ? suggestion.id : 0;
    expect(await order('commit-suggestion', { id: String(id) })).toBe(`${PULL}/1`);
    const { pull, register } = await stateOf(1);
    expect(conclusions(pull)).toEqual(GREEN);
    expect(pull.obstacle).toContain('"spec-steward/approval" is failing');
    expect(register.map(({ identifier, subject, state }) => [identifier, subject.itemRef, state])).toEqual([
      ['SSD-0028', 'CONT002A', 'reserved'],
      ['SSD-0029', 'CONT007A', 'reserved'],
      ['SSD-0030', 'CPPV003A', 'reserved'],
      ['SSD-0031', 'PERS014A', 'reserved'],
    ]);
    const commits = pull.timeline.flatMap((entry) => (entry.kind === 'commit' ? [entry] : []));
    expect(commits.at(-1)).toMatchObject({ author: { isBot: true }, isVerified: true });
    expect(commits.at(-1)?.message).toMatch(/^records: SSD-0028 to SSD-0031\n/);
    expect(pull.files.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['CHANGELOG.md', 'spec/ssd_change_log.csv', 'sql/eclipse.postgres.sql']),
    );
  });

  it('has one comment of the App throughout', async () => {
    await order('comment', { body: '/recheck' });
    const { pull } = await stateOf(1);
    expect(pull.timeline.filter(({ kind, author }) => kind === 'comment' && author.isBot)).toHaveLength(1);
  });

  it('says that a block was edited by hand, and restores it at the press of the button', async () => {
    await order('push', { change: 'edit-metadata' });
    const edited = (await stateOf(1)).pull;
    expect(conclusions(edited)).toEqual({ ...GREEN, records: 'failure' });
    const check = edited.checks.find(({ name }) => name === 'spec-steward/records');
    const { identifier = '' } = check?.buttons[0] ?? {};
    await order('press', { check: String(check?.id), identifier });
    expect(conclusions((await stateOf(1)).pull)).toEqual(GREEN);
  });

  it('turns red by a misspelt return, and green by hand in the editor', async () => {
    await order('push', { change: 'misspell-return' });
    expect(conclusions((await stateOf(1)).pull)).toEqual(RED);
    const path = 'spec/objects/ssd_contacts.yml';
    const html = await (await get(`/edit?pull=1&path=${path}`)).text();
    const text = textOf(/<textarea[^>]*>\n([\s\S]*)<\/textarea>/.exec(html)?.[1] ?? '');
    // A browser sends the line breaks of a text area as CRLF.
    await order('edit', {
      path,
      text: text.replace('- CINN\n', '- CIN\n').replaceAll('\n', '\r\n'),
      message: 'By hand',
    });
    const { pull } = await stateOf(1);
    expect(conclusions(pull)).toEqual(GREEN);
    expect(pull.timeline.some((entry) => entry.kind === 'commit' && entry.message === 'By hand')).toBe(true);
  });

  it('takes an item out', async () => {
    await order('push', { change: 'remove-item' });
    const { register } = await stateOf(1);
    expect(register.map(({ subject }) => subject.itemRef)).toContain('CONT006A');
    await order('push', { change: 'remove-item' });
    expect(await noticeOn(1)).toContain('has nothing to change');
  });

  it('burns the numbers of a closed proposal, and gives them back to a reopened one', async () => {
    const states = async () => new Set((await stateOf(1)).register.map(({ state }) => state));
    await order('close', {});
    expect((await stateOf(1)).pull.state).toBe('closed');
    expect(await states()).toEqual(new Set(['withdrawn']));
    await order('reopen', {});
    expect(await states()).toEqual(new Set(['reserved']));
    const events = (await stateOf(1)).pull.timeline.flatMap((entry) =>
      entry.kind === 'event' ? [entry.sentence] : [],
    );
    expect(events).toEqual(['closed this', 'reopened this']);
  });

  it('has a companion for a fork that the App may not write to', async () => {
    expect(await order('fork', {})).toBe(`${PULL}/2`);
    expect(conclusions((await stateOf(2)).pull)).toEqual(RED);
    await order('push', { pull: '2', change: 'mend-foreign-key' });
    const companion = (await stateOf(3)).pull;
    expect(companion).toMatchObject({ author: 'spec-steward[bot]', headLabel: 'spec-steward/pull-request-2' });
    expect(conclusions(companion)).toEqual(GREEN);
    expect(await order('fork', {})).toBe(`${PULL}/2`);
    expect(await noticeOn(2)).toBe('council-analyst has #2 open already.');
  });

  it('is objected to, and what is contested is split off into a proposal of its own', async () => {
    const { register } = await stateOf(1);
    const [contested = ''] = register
      .filter(({ subject }) => subject.itemRef === 'PERS014A')
      .map((row) => row.identifier);
    await order('comment', { who: 'noor-nwadcs', body: `/object ${contested} our system has no such field` });
    expect((await stateOf(1)).pull.checks.at(-1)?.title).toMatch(/objection.* open/);
    await order('comment', { who: 'dilys-d2i', body: `/split ${contested}` });
    const { pull } = await stateOf(4);
    expect(pull).toMatchObject({ author: 'spec-steward[bot]', title: `${contested}, split off #1` });
    expect(conclusions(pull)).toEqual(GREEN);
    const html = textOf(await (await get(`${PULL}/1`)).text());
    expect(html).toContain('is proposed in #4 now, and no longer here.');
  });

  it('is agreed to by three organisations, one of them in a meeting', async () => {
    await order('review', { who: 'priya-essex', event: 'APPROVE' });
    await order('review', { who: 'noor-nwadcs', event: 'APPROVE' });
    expect(conclusions((await stateOf(1)).pull)).toEqual(GREEN);
    await order('comment', { who: 'sam-d2i', body: '/minute approve by "Ruth Penhale" meeting 2026-03-02' });
    const { pull } = await stateOf(1);
    expect(conclusions(pull)).toEqual(AGREED);
    expect(pull.obstacle).toBeNull();
  });

  it('is merged, and its numbers with it', async () => {
    await order('merge', {});
    const { pull, register } = await stateOf(1);
    expect(pull.state).toBe('merged');
    expect(new Set(register.filter(({ pullRequest }) => pullRequest === 1).map(({ state }) => state))).toEqual(
      new Set(['merged']),
    );
    expect(textOf(await (await get(`${PULL}/1`)).text())).toContain('This pull request is merged.');
    const log = await sandbox.twin.text(REPOSITORY, 'main', 'spec/ssd_change_log.csv');
    expect(log).toContain('(decisions/pull-request-1.jsonl)');
  });

  it('records what was pushed straight to main', async () => {
    await order('bypass', {});
    const { pull } = await stateOf(5);
    expect(pull).toMatchObject({ author: 'spec-steward[bot]', state: 'open' });
    expect(pull.title).toMatch(/^Not approved: /);
    expect(conclusions(pull)).toEqual(AGREED);
    await order('bypass', {});
    const { pulls, register } = await stateOf(5);
    expect(pulls).toHaveLength(5);
    expect(register.filter(({ pullRequest }) => pullRequest === 0).map(({ subject }) => subject.itemRef)).toEqual([
      'DISA003A',
    ]);
  });

  it('is merged by an administrator over a failing check', async () => {
    const misspelt = { path: 'spec/objects/ssd_disability.yml', message: 'A slip' };
    const { headLabel } = (await stateOf(5)).pull;
    const text = await sandbox.twin.text(REPOSITORY, headLabel, misspelt.path);
    await order('edit', { ...misspelt, pull: '5', text: `${text?.replace('type: nvarchar', 'type: nvarhcar')}` });
    await order('merge', { pull: '5' });
    expect(await noticeOn(5)).toContain('is failing.');
    await order('merge-anyway', { pull: '5', who: 'data-to-insight-admin' });
    expect((await stateOf(5)).pull.state).toBe('merged');
    expect(await noticeOn(5)).toContain('over the rules, as an administrator');
  });

  it('was without an error of the App', () => {
    expect(sandbox.log.filter(({ level }) => level === 'error')).toEqual([]);
    expect(sandbox.isBusy()).toBe(false);
  });
});
