/** One look by hand: the plan is printed or carried out, and wrong credentials are said in one sentence. */
import type { Credentials } from '../../src/app/connect.js';
import { lookAt } from '../../src/app/look.js';
import { PERSON_FILE, RENAMED } from './standard.js';
import { beginStory, botComments, conclusions, open, pullOf, REPOSITORY, type Story, TODAY } from './story.js';

let story: Story;
let credentials: Credentials;

/** The App itself hears nothing, so that only the look by hand does anything. */
beforeEach(async () => {
  story = await beginStory();
  await story.rest();
  story.twin.setWebhookTarget(null);
  const { id, privateKey, webhookSecret } = story.twin.app;
  credentials = { appId: String(id), privateKey, webhookSecret, baseUrl: story.twin.url, throttled: false };
});
afterEach(() => story.close());

const look = (number: number, more: { dryRun?: boolean; repository?: string } = {}) =>
  lookAt(credentials, {
    repository: REPOSITORY,
    number,
    dryRun: false,
    today: () => TODAY,
    now: () => `${TODAY}T12:00:00Z`,
    ...more,
  });

test('a dry run gives the first plan and changes nothing', async () => {
  const number = await open(story, { files: { [PERSON_FILE]: RENAMED } });
  const head = pullOf(story, number).head.sha;
  const { actions, writes, reads } = await look(number, { dryRun: true });
  expect(actions.length).toBeGreaterThan(0);
  expect(JSON.parse(JSON.stringify(actions))).toEqual(actions);
  expect({ writes, tooMany: reads > 20 }).toEqual({ writes: 0, tooMany: false });
  expect(pullOf(story, number).head.sha).toBe(head);
  expect(botComments(story, number)).toEqual([]);
});

test('without it the pull request is brought to rest, and a second look has nothing to do', async () => {
  const number = await open(story, { files: { [PERSON_FILE]: RENAMED } });
  expect((await look(number)).writes).toBeGreaterThan(0);
  expect(conclusions(story, number)[1]).toBe('success');
  expect(botComments(story, number)).toHaveLength(1);
  const again = await look(number);
  expect(again).toMatchObject({ actions: [], writes: 0 });
});

test('a repository without the App, a number without a pull request', async () => {
  await story.twin.repository({ name: 'elsewhere/standard', files: { 'README.md': '' } });
  await expect(look(1, { repository: 'elsewhere/standard' })).rejects.toThrow('elsewhere/standard not-installed: ');
  await expect(look(99)).rejects.toThrow('no-pull-request');
});

test.each<[string, Partial<Credentials>]>([
  ['another App', { appId: '1' }],
  ['no key', { privateKey: '-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----\n' }],
  ['nobody there', { baseUrl: 'http://127.0.0.1:9' }],
])('%s is one sentence, without the key', async (_, wrong) => {
  credentials = { ...credentials, ...wrong };
  const error = await look(1).catch((thrown: Error) => thrown);
  expect(String(error)).toMatch(/^StewardError: GET \/app not-connected: .+ Expected the APP_ID and the private key/s);
  expect(String(error)).not.toContain('MIIE');
});
