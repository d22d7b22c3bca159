/** What blobs say, kept between runs: right or not there, never wrong. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MemoFile } from '../../src/local/memo-file.js';
import { readSpecification } from '../../src/specification/read-specification.js';
import { fileOf } from '../fakes/memory-repository.js';
import { LAYOUT, objectText } from '../specification/build.js';
import { temporaryFolder } from './build.js';

const FILES = [
  fileOf('spec/objects/a.yml', objectText('metadata: {__proto__: x, change_id: SSD-0001}', 'description: "\\ud800"')),
  fileOf('spec/objects/b.yml', 'nodes: ['),
];

let folder: string;
let open: (folder: string) => Promise<MemoFile>;

beforeAll(async () => {
  process.env.STEWARD_BUILD = 'this build';
  const module = await import('../../src/local/memo-file.js');
  open = module.MemoFile.open;
});

beforeEach(() => {
  folder = temporaryFolder();
});

afterEach(() => rmSync(folder, { recursive: true }));

const path = () => join(folder, 'spec-steward', 'read-cache.json');
const stored = () => JSON.parse(readFileSync(path(), 'utf8'));

/** Reads the files through the cache, and keeps what was read. */
async function readThrough(files = FILES) {
  const cache = await open(folder);
  const specification = readSpecification(files, LAYOUT, cache.memo);
  await cache.save();
  return specification;
}

test('a second run gets the very values of the first, problems and odd keys among them', async () => {
  const first = await readThrough();
  expect(stored().entries).toHaveLength(2);
  const second = await readThrough();
  expect(second).toEqual(first);
  expect(second).toEqual(readSpecification(FILES, LAYOUT));
  expect(Object.keys(second.objects[0]?.items[0]?.metadata?.written ?? {})).toEqual(['__proto__', 'change_id']);
});

test('a second run takes what is kept, and does not read again', async () => {
  await readThrough();
  const kept = stored();
  for (const [, contents] of kept.entries) for (const object of contents.objects) object.name = 'from the cache';
  writeFileSync(path(), JSON.stringify(kept));
  expect((await readThrough()).objects.map(({ name }) => name)).toEqual(['from the cache']);
});

test('what a run does not use is not kept', async () => {
  await readThrough();
  await readThrough(FILES.slice(0, 1));
  expect(stored().entries).toHaveLength(1);
});

test('a file that another layout reads as something else is read again', async () => {
  await readThrough();
  const cache = await open(folder);
  const { codeSets, objects } = readSpecification(
    FILES,
    { ...LAYOUT, objects: 'x', codeSets: 'spec/objects' },
    cache.memo,
  );
  expect(objects).toEqual([]);
  expect(codeSets.map(({ name }) => name)).toEqual(['a']);
});

test.each([
  ['of another build', (text: string) => text.replace('this build', 'another')],
  ['that is no JSON', (text: string) => text.slice(1)],
  ['that is empty', () => ''],
  ['that is null', () => 'null'],
  ['without entries', () => '{"build": "this build"}'],
  ['whose entries are none', () => '{"build": "this build", "entries": [1, null, {}]}'],
  ['whose contents are none', () => '{"build": "this build", "entries": [["key", {}]]}'],
])('a cache %s is no cache', async (_, damage) => {
  const first = await readThrough();
  writeFileSync(path(), damage(readFileSync(path(), 'utf8').replaceAll('ssd_person', 'from the cache')));
  expect(await readThrough()).toEqual(first);
  expect(stored().build).toBe('this build');
});

test('a folder that cannot be written has no cache, and nothing else goes wrong', async () => {
  writeFileSync(join(folder, 'spec-steward'), 'a file in its place');
  expect((await readThrough()).objects).toHaveLength(1);
  rmSync(join(folder, 'spec-steward'));
  mkdirSync(path(), { recursive: true });
  expect((await readThrough()).objects).toHaveLength(1);
});
