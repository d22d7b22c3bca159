/** The repository that a clone belongs to, as its remote says it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { git } from '../../src/local/git.js';
import { originOf } from '../../src/local/origin.js';

let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'steward-origin-'));
  await git(folder, ['init', '--quiet']);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(async () => git(folder, ['remote', 'remove', 'origin']).catch(() => ''));

test.each([
  ['https://github.com/data-to-insight/ssd.git', 'data-to-insight/ssd'],
  ['https://github.com/data-to-insight/ssd', 'data-to-insight/ssd'],
  ['https://anna@github.example.org/data-to-insight/ssd-data-model.v2/', 'data-to-insight/ssd-data-model.v2'],
  ['git@github.com:data-to-insight/ssd.git', 'data-to-insight/ssd'],
  ['ssh://git@github.com:22/data-to-insight/ssd.git', 'data-to-insight/ssd'],
])('%s is %s', async (address, name) => {
  await git(folder, ['remote', 'add', 'origin', address]);
  expect(await originOf(folder)).toBe(name);
});

test.each(['/home/anna/ssd.git', '../data-to-insight/ssd', 'https://github.com/ssd'])(
  '%s is no repository on a server',
  async (address) => {
    await git(folder, ['remote', 'add', 'origin', address]);
    await expect(originOf(folder)).rejects.toMatchObject({ detail: { code: 'unknown-repository' } });
  },
);

test('a clone without an origin says what to give', async () => {
  await expect(originOf(folder)).rejects.toMatchObject({
    detail: { found: 'there is no remote `origin`', expected: expect.stringContaining('--repo owner/name') },
  });
});
