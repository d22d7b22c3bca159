/** The audit of clones that were made by hand: where nothing was ever decided, and where git tells more than a record. */
import { append, type Draft } from '../../src/approval/entry.js';
import { appendEntries, decisionsFile } from '../../src/approval/log.js';
import { noteAgreed, noteMerged } from '../../src/approval/notes.js';
import type { Unit } from '../../src/approval/unit.js';
import { auditLocal } from '../../src/local/audit-local.js';
import { openRepository } from '../../src/local/git-repository.js';
import { reviewStep } from '../../src/local/review-step.js';
import { objectText } from '../specification/build.js';
import { Clone } from './build.js';

const PERSON = 'spec/objects/ssd_person.yml';
const LOG = 'spec/ssd_change_log.csv';
const HEADINGS = 'item_ref,change_id,change_object_name,change_status,change_source';
const POLICY = `targets: []
approval:
  people:
  - {login: olga, name: Olga Brown, organisation: D2I}
`;
const SIZE = (size: number) => objectText('description: Sex', 'type: nvarchar', `size: ${size}`);
const AT = '2024-02-01T12:00:00Z';
const OLGA = { login: 'olga', name: 'Olga Brown', organisation: 'D2I', roles: [] };

let clone: Clone;
let base: string;

beforeEach(() => {
  clone = new Clone();
  base = clone
    .write('.github/spec-steward.yml', POLICY)
    .write(PERSON, SIZE(1))
    .write(LOG, `${HEADINGS}\n`)
    .commit('base');
});
afterEach(() => clone.end());

const audited = (more: { since?: string; head?: string; register?: string } = {}) =>
  auditLocal({ folder: clone.root, progress: () => undefined, ...more });

const row = (source: string) => clone.write(LOG, `${HEADINGS}\nPERS001A,SSD-0001,ssd_person,agreed,${source}\n`);

/** The register's branch with files, made beside what is checked out. */
function register(files: Readonly<Record<string, string>>, branch = 'spec-steward/register'): void {
  clone.git('checkout', '--quiet', '--orphan', branch);
  clone.git('rm', '-rq', '--cached', '.');
  clone.remove('spec').remove('.github');
  for (const [path, text] of Object.entries(files)) clone.write(path, text);
  clone.commit('register');
  clone.git('checkout', '--quiet', '--force', 'main');
}

/** The record of pull request 12: decided on what two commits differ in, and merged as a commit. */
async function decided(from: string, to: string, commit = to): Promise<Record<string, string>> {
  const repository = await openRepository(clone.root);
  const workshop = { repository, records: [], changeLog: null, memo: new Map() };
  const content = await reviewStep({ from, to, pullRequest: 12 }, workshop);
  const units = (content?.units ?? []) as readonly Unit[];
  const said = {
    at: AT,
    who: OLGA,
    source: 'review 1',
    words: '',
    commit,
    covers: units,
    kind: 'approve',
    saw: 0,
  } as const;
  const merged = noteMerged({ commit, units, at: AT, by: { ...OLGA, login: 'root' }, forced: false });
  const drafts: Draft[] = [said, merged, noteAgreed({ commit, units }, AT)];
  return {
    [decisionsFile(12)]: appendEntries('', append([], drafts)),
    'governed.csv': `branch,commit\nmain,${base}\n`,
  };
}

test('where nothing was ever decided, each change that somebody should have agreed to is counted', async () => {
  for (let size = 2; size < 14; size += 1) clone.write(PERSON, SIZE(size)).commit(`size ${size}`);
  const { isClean, pushes, register: found, commits } = await audited();
  expect([isClean, found, commits, pushes.length]).toEqual([false, null, 13, 12]);
  expect(pushes.map(({ notAgreed }) => notAgreed)).toEqual(Array(12).fill(['PERS001A']));
});

test('a file that is not of the standard, and letter case that nobody is asked about, are no changes to decide on', async () => {
  clone.write('README.md', 'Read me').commit('read me');
  clone.write(PERSON, SIZE(1).replace('description: Sex', 'description: sex')).commit('case');
  const { isClean, pushes } = await audited();
  expect([isClean, pushes]).toEqual([true, []]);
});

test('commits that were rebased are together what was agreed to', async () => {
  clone.write(PERSON, SIZE(2)).commit('first');
  row('pull request 12').write(PERSON, SIZE(3));
  const last = clone.commit('second');
  register(await decided(base, last));
  const { isClean, rows, merges, pushes, before } = await audited();
  expect(await audited({ since: 'main' })).toMatchObject({ rows: [], merges: [], isClean: true });
  expect(rows.map(({ verdict }) => verdict)).toEqual(['decided']);
  expect(merges).toMatchObject([{ pullRequest: 12, verdict: 'approved', by: 'root' }]);
  expect([isClean, pushes, before.commits]).toEqual([true, [], 1]);
});

test('what was merged is not what was decided on', async () => {
  row('pull request 12').write(PERSON, SIZE(2));
  const shown = clone.commit('shown');
  clone.git('reset', '--quiet', '--hard', base);
  row('pull request 12').write(PERSON, SIZE(3));
  const merged = clone.commit('Widen the flag (#12)');
  register(await decided(base, shown, merged));
  const { isClean, rows, merges } = await audited();
  expect(isClean).toBe(false);
  expect(rows.map(({ verdict }) => verdict)).toEqual(['other-content']);
  expect(merges).toMatchObject([{ verdict: 'unapproved', notAgreed: ['SSD-0001'] }]);
});

test('a message cannot make a push the merge of a pull request that was merged as another commit', async () => {
  row('pull request 12').write(PERSON, SIZE(2));
  const merged = clone.commit('Widen the flag');
  clone.write(PERSON, SIZE(9)).commit('Widen it more (#12)');
  register(await decided(base, merged));
  const { isClean, merges, pushes } = await audited();
  expect([isClean, merges.length]).toEqual([false, 1]);
  expect(pushes).toMatchObject([{ verdict: 'undecided', notAgreed: ['SSD-0001'], unlogged: ['SSD-0001'] }]);
});

test('a merge that the record knows nothing of is without approval', async () => {
  row('pull request 13').write(PERSON, SIZE(2)).commit('Widen the flag (#13)');
  register({ 'governed.csv': `branch,commit\nmain,${base}\n` });
  const { isClean, rows, merges } = await audited();
  expect([isClean, rows[0]?.verdict]).toEqual([false, 'no-record']);
  expect(merges).toMatchObject([{ pullRequest: 13, verdict: 'unapproved', by: 'Test' }]);
});

test('a merge that cannot be read is never in order, and one that leaves all as it was brings nothing', async () => {
  const merged = clone.write(PERSON, SIZE(2)).commit('change');
  const files = await decided(base, merged);
  clone.git('reset', '--quiet', '--hard', base);
  const broken = clone.write(PERSON, 'nodes: [').commit('broken');
  const asIf = (commit: string) =>
    Object.fromEntries(Object.entries(files).map(([path, text]) => [path, text.replaceAll(merged, commit)]));
  register(asIf(broken));
  expect(await audited()).toMatchObject({ isClean: false, merges: [{ verdict: 'unreadable' }] });
  clone.git('reset', '--quiet', '--hard', base);
  const nothing = clone.write('README.md', 'Read me').commit('nothing of ours');
  clone.git('branch', '-D', 'spec-steward/register');
  register(asIf(nothing));
  expect(await audited()).toMatchObject({ isClean: true, merges: [{ verdict: 'nobody-asked' }] });
});

test('a commit that cannot be read is never in order', async () => {
  clone.write(PERSON, 'nodes: [').commit('broken');
  expect(await audited()).toMatchObject({ isClean: false, pushes: [{ verdict: 'unreadable' }] });
});

test('what came before the register began is counted and not judged; --since says otherwise', async () => {
  const second = clone.write(PERSON, SIZE(2)).commit('before');
  clone.write(PERSON, SIZE(3)).commit('after');
  register({ 'governed.csv': `branch,commit\nmain,${second}\n` });
  expect(await audited()).toMatchObject({ before: { commits: 2, last: second }, pushes: [{}] });
  expect((await audited({ since: base })).pushes).toHaveLength(2);
  expect((await audited({ since: 'main' })).isClean).toBe(true);
});

test('another revision of the register, and another branch, may be named', async () => {
  clone.write(PERSON, SIZE(2)).commit('change');
  register({ 'governed.csv': `branch,commit\nmain,${base}\n` }, 'elsewhere');
  expect(await audited()).toMatchObject({ register: null });
  expect((await audited({ register: 'elsewhere' })).register).toMatch(/^elsewhere/);
  expect((await audited({ head: base })).commits).toBe(1);
});

test('an edited record, and a history that is cut off, are no audit', async () => {
  const merged = clone.write(PERSON, SIZE(2)).commit('change');
  const files = await decided(base, merged);
  const text = files[decisionsFile(12)] ?? '';
  register({ ...files, [decisionsFile(12)]: text.replace('"login":"olga"', '"login": "olga"') });
  await expect(audited()).rejects.toThrow(
    /^decisions\/pull-request-12\.jsonl:1 unreadable-decisions: a line that was edited/,
  );
  const shallow = new Clone();
  shallow.git('fetch', '--quiet', '--depth', '1', `file://${clone.root}`, 'main');
  shallow.git('reset', '--quiet', '--hard', 'FETCH_HEAD');
  await expect(auditLocal({ folder: shallow.root, progress: () => undefined })).rejects.toThrow('shallow-clone');
  shallow.end();
});
