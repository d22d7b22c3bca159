/** The steering group's desk: what if, the history of an item and the audit, on what the App and people really did. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readPull } from '../../src/app/look.js';
import { auditOutline } from '../../src/approval/audit-outline.js';
import { headlineText } from '../../src/approval/headline.js';
import { agendaText } from '../../src/commands/agenda.js';
import { simulateOn } from '../../src/commands/policy.js';
import { auditLocal, type LocalAudit } from '../../src/local/audit-local.js';
import { plain } from '../../src/report/phrase.js';
import { type ApprovingStory, approval, beginApproving, CONFIG } from './approving.js';
import { outputOf } from './output.js';
import { added, addedToAddress, item, PERSON_FILE, personWith } from './standard.js';
import { open, propose, REPOSITORY, repositoryNamed, TODAY } from './story.js';

let story: ApprovingStory;
let folder: string;
const clone = () => join(folder, 'clone');

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'steward-desk-'));
  story = await beginApproving();
});
afterAll(async () => {
  await story.close();
  rmSync(folder, { recursive: true, force: true });
});

const git = (...args: string[]) => execFileSync('git', args, { cwd: folder, stdio: 'pipe' }).toString().trim();

/** What somebody has who clones the repository now. */
function cloneNow(): void {
  rmSync(clone(), { recursive: true, force: true });
  git('clone', '--quiet', '--branch', 'main', repositoryNamed(story).git.folder, clone());
}

const credentials = () => {
  const { id, privateKey, webhookSecret } = story.twin.app;
  return { appId: String(id), privateKey, webhookSecret, baseUrl: story.twin.url, throttled: false };
};

const options = () => ({
  repository: REPOSITORY,
  today: () => TODAY,
  now: () => story.twin.world.clock().toISOString(),
});

/** All sentences of the audit, by the heading that they stand under. */
async function auditNow(): Promise<[LocalAudit, Record<string, string[]>]> {
  cloneNow();
  const found = await auditLocal({ folder: clone(), progress: () => undefined });
  const { sections } = auditOutline(found);
  const told = sections.map(({ title, parts }) => [title, parts.flatMap(({ lines }) => lines.map(sentenceOf))]);
  return [found, Object.fromEntries(told)];
}

const sentenceOf = ({ sentence }: { readonly sentence: Parameters<typeof plain>[0] }) => plain(sentence);

/** The person as it is on main, with an item more. */
async function oneMore(name: string, ref: string): Promise<Record<string, string>> {
  return { [PERSON_FILE]: `${await story.twin.text(REPOSITORY, 'main', PERSON_FILE)}${item(name, ref)}\n` };
}

const TWO = { ...added('pers_one', 'PERS003A'), ...addedToAddress('addr_two', 'ADDR004A') };

test('what if: the words are said one after the other, and nothing is left of them', async () => {
  expect(await propose(story, { files: TWO })).toBe(1);
  await story.reviews('esther', 1);
  const before = approval(story, 1);
  const state = await readPull(credentials(), { ...options(), number: 1 });
  const found = simulateOn(state, ['nina:approve SSD-0001', 'anna:approve', 'olga:approve all']);
  expect(headlineText(found.before)).toBe('2 of 2 changes wait: 1 more person, 1 more organisation');
  expect(headlineText(found.after)).toBe('The steering group has agreed to exactly this');
  expect(found.answer.map(plain)).toEqual([
    'Only the steering group decides here, and the policy of the base branch does not name you.',
  ]);
  expect(simulateOn(state, ['nina:object SSD-0002 no system has it']).after.state).toBe('objected');
  await story.rest();
  expect(approval(story, 1)).toBe(before);
});

test('the agenda has what is open, and reading it does nothing', async () => {
  const isWrite = ({ writes: own, path }: { readonly writes: boolean; readonly path: string }) =>
    own && !path.endsWith('/access_tokens');
  const writes = () => story.twin.requests.all().filter(isWrite).length;
  const before = writes();
  const { today, now } = options();
  const wish = { repository: REPOSITORY, format: 'text', meeting: TODAY } as const;
  const told = (await agendaText(credentials(), wish, { today, now })).replaceAll(/\s+/g, ' ');
  expect(told).toContain('1 open change request, as of 2026-11-22');
  expect(told).toContain('#1 Proposal proposal: Waiting for the steering group');
  expect(told).toContain('SSD-0001: ssd_address.addr_two: addr_two is new');
  expect(told).toContain('Essex: Esther Cole: all.');
  expect(told).toContain(
    `/minute approve SSD-0001, SSD-0002 by "D2I, Hertfordshire, NW ADCS, Knowsley" meeting ${TODAY}`,
  );
  expect(writes()).toBe(before);
});

test('a merge that was agreed to is in order, worked out anew from a clone', async () => {
  await story.says('sam', 1, '/minute approve SSD-0001..0002 by "Kim Hall" meeting 2026-11-22');
  await story.does((twin) => twin.as('stella').merge(REPOSITORY, 1));
  const [found, told] = await auditNow();
  expect(told).toEqual({
    'What is in order': [
      '#1, 2 changes (SSD-0001, SSD-0002): decided by Esther Cole, Sam Reed.',
      '#1 was merged with approval by stella.',
    ],
    'Before all this': [expect.stringMatching(/^1 commit up to [0-9a-f]{7} came before the register/)],
  });
  expect(found.isClean).toBe(true);
});

test('the history has who said what, in which words', async () => {
  const { code, text } = await outputOf(async () => {
    const { historyCommand } = await import('../../src/commands/history.js');
    return historyCommand(clone(), 'PERS003A', { head: 'worktree', format: 'text' });
  });
  expect(code).toBe(0);
  const lines = text.split('\n').map((line) => line.trim());
  expect(lines).toContain('SSD-0002, agreed, #1');
  expect(lines).toContainEqual(
    expect.stringMatching(/^2026-11-22 Esther Cole \(Essex\) approved in review \d+ on #1$/),
  );
  expect(text.replaceAll(/\s+/g, ' ')).toContain(
    'In these words: /minute approve SSD-0001..0002 by "Kim Hall" meeting 2026-11-22',
  );
});

test('a program gets the same as JSON, and an unknown name is refused with the nearest', async () => {
  const { historyCommand } = await import('../../src/commands/history.js');
  const json = (item: string) => outputOf(() => historyCommand(clone(), item, { head: 'HEAD', format: 'json' }));
  const { changes } = JSON.parse((await json('SSD-0002')).text);
  expect(changes).toMatchObject([
    {
      pullRequest: 1,
      row: { changeId: 'SSD-0002', itemRef: 'PERS003A', changeStatus: 'agreed' },
      said: [{ kind: 'approve', who: { login: 'esther' } }, { kind: 'minute' }, { kind: 'merged' }, { kind: 'agreed' }],
    },
  ]);
  await expect(json('PERS03A')).rejects.toThrow(
    'unknown-item: "PERS03A" is no item and no change identifier here; "PERS003A" is',
  );
  expect(JSON.parse((await json('PERS002A')).text)).toMatchObject({ changes: [], proposed: [] });
});

test('a squash is known by the record, whatever its message says', async () => {
  const number = await propose(story, { files: await oneMore('pers_three', 'PERS004A'), branch: 'squashed' });
  await story.reviews('esther', number);
  await story.reviews('nina', number);
  await story.does((twin) => twin.as('stella').merge(REPOSITORY, number, { method: 'squash' }));
  const [{ isClean }, told] = await auditNow();
  expect(told['What is in order']).toContain('SSD-0003 (PERS004A, #2): decided by Esther Cole, Nina West.');
  expect(isClean).toBe(true);
});

test('a merge over a failing check and a push past review are flagged', async () => {
  await story.does(() => open(story, { files: { [PERSON_FILE]: null }, branch: 'forced' }));
  await story.does((twin) => twin.as('stella').merge(REPOSITORY, 3, { force: true }));
  const files = { [PERSON_FILE]: personWith(item('pers_four', 'PERS005A')) };
  await story.does((twin) => twin.as('stella').push(REPOSITORY, 'main', { files, message: 'Late fix (#1)' }));
  const [found, told] = await auditNow();
  expect(found.isClean).toBe(false);
  expect(told).toMatchObject({
    'Merges that were not agreed to': [expect.stringMatching(/^#3 was merged over a failing check by stella/)],
    'Pushes past all review': [expect.stringMatching(/pushed by .* without a pull request; not agreed to: PERS00/)],
    'Changes without a row in the change log': expect.arrayContaining([
      expect.stringMatching(/^[0-9a-f]{7}: 3 changes, PERS001A, PERS002A, PERS005A\.$/),
    ]),
  });
});

test('what is not open, and what nobody can judge, is said', async () => {
  await expect(readPull(credentials(), { ...options(), number: 1 })).rejects.toThrow('not-open: #1 is merged');
  story.twin.setWebhookTarget(null);
  const number = await open(story, { files: await oneMore('pers_six', 'PERS009A'), branch: 'later' });
  const files = { [CONFIG]: 'aproval: {}\n' };
  await story.twin.as('stella').push(REPOSITORY, 'main', { files, message: 'Break the policy' });
  const { today, now } = options();
  const told = await agendaText(credentials(), { repository: REPOSITORY, format: 'markdown' }, { today, now });
  expect(told).toContain(`#${number} Proposal later cannot be judged: `);
  expect(told).toContain('unknown-config-key');
});
