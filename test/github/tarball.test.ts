import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { archivedFiles } from '../../src/github/tarball.js';
import { fakeConnection } from './fake-github.js';

const COMMIT = 'a'.repeat(40);

/** An archive of the files, as `tar` makes it. */
function archiveOf(files: Readonly<Record<string, string>>): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'tarball-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const { stdout } = spawnSync('tar', ['-c', '-f', '-', '--format=pax', '-C', folder, '.'], { maxBuffer: 50_000_000 });
  rmSync(folder, { recursive: true });
  return stdout;
}

async function textsIn(bytes: Uint8Array, sizes: readonly number[]): Promise<string[]> {
  const { connection } = fakeConnection(() => ({ bytes }));
  const texts: string[] = [];
  for await (const file of archivedFiles(connection, COMMIT, new Set(sizes))) texts.push(Buffer.from(file).toString());
  return texts.sort();
}

describe('archivedFiles', () => {
  const files = {
    'objects/a.yml': 'nodes: []\n',
    'objects/b.yml': 'b'.repeat(512),
    'objects/c.yml': 'c'.repeat(513),
    [`${'deep/'.repeat(40)}long-name-that-needs-a-header-of-its-own.yml`]: 'long',
    empty: '',
    'big.bin': 'x'.repeat(3_000_000),
  };

  test('gives the contents of the files that have one of the sizes', async () => {
    const archive = gzipSync(archiveOf(files));
    await expect(textsIn(archive, [10, 512, 513])).resolves.toEqual(['b'.repeat(512), 'c'.repeat(513), 'nodes: []\n']);
    await expect(textsIn(archive, [4])).resolves.toEqual(['long']);
    await expect(textsIn(archive, [0])).resolves.toEqual(['']);
    await expect(textsIn(archive, [])).resolves.toEqual([]);
  });

  test('asks for the archive of the commit', async () => {
    const { connection, calls } = fakeConnection(() => ({ bytes: gzipSync(archiveOf({ a: 'a' })) }));
    for await (const _ of archivedFiles(connection, COMMIT, new Set([1]))) break;
    expect(calls.map(({ path }) => path)).toEqual([`/repos/oxford/standard/tarball/${COMMIT}`]);
  });

  test.each([
    ['is cut', gzipSync(archiveOf(files).subarray(0, 5_000))],
    ['is cut inside the compressed stream', gzipSync(archiveOf(files)).subarray(0, 300)],
    ['is no archive', Buffer.from('<html>502</html>')],
  ])('fails when the archive %s', async (_, bytes) => {
    await expect(textsIn(bytes, [10])).rejects.toThrow();
  });

  test('fails when the archive unpacks to more than a gigabyte', async () => {
    const header = archiveOf({ a: 'a' }).subarray(0, 512);
    const endless = Buffer.from(header);
    endless.write('77777777777\0', 124, 'latin1'); // 8 GiB
    await expect(textsIn(gzipSync(endless), [])).rejects.toThrow('the archive is too large');
  });
});
