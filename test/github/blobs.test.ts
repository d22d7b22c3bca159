import { gzipSync } from 'node:zlib';
import { openBlobs } from '../../src/github/blobs.js';
import { blobId, ObjectCache } from '../../src/github/object-cache.js';
import { type Answer, type Call, fakeConnection, nameOf } from './fake-github.js';

const COMMIT = 'c'.repeat(40);

/** Blobs by id, and what their texts look like over GraphQL when that differs. */
class Store {
  readonly #blobs = new Map<string, Buffer>();
  readonly #texts = new Map<string, string | null>();

  add(bytes: Buffer | string, text?: string | null): { oid: string; size: number } {
    const content = Buffer.from(bytes);
    const oid = blobId(content);
    this.#blobs.set(oid, content);
    if (text !== undefined) this.#texts.set(oid, text);
    return { oid, size: content.length };
  }

  /** Blobs, GraphQL queries for them, and an archive of all. */
  readonly answer = (call: Call): Answer | undefined => {
    if (call.path === '/graphql') return { data: { data: { repository: this.#query(String(call.body.query)) } } };
    if (call.path.includes('/tarball/')) return { bytes: gzipSync(archiveOf([...this.#blobs.values()])) };
    const bytes = this.#blobs.get(call.path.split('/').at(-1) ?? '');
    return bytes && { data: { content: bytes.toString('base64'), encoding: 'base64' } };
  };

  #query(query: string): Record<string, unknown> {
    const fields = [...query.matchAll(/(\w+): object\(oid: "(\w+)"\)/g)].map(([, alias = '', oid = '']) => {
      const bytes = this.#blobs.get(oid);
      const text = this.#texts.get(oid);
      return [alias, bytes ? { text: text === undefined ? bytes.toString() : text } : null] as const;
    });
    return Object.fromEntries(fields);
  }
}

function archiveOf(contents: readonly Buffer[]): Buffer {
  const blocks = contents.flatMap((content) => {
    const header = Buffer.alloc(512);
    header.write(`${content.length.toString(8).padStart(11, '0')}\0`, 124, 'latin1');
    header.write('0', 156, 'latin1');
    return [header, content, Buffer.alloc((512 - (content.length % 512)) % 512)];
  });
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}

function open(store: Store, answer: (call: Call) => Answer | undefined = store.answer, cache = new ObjectCache()) {
  const { connection, calls } = fakeConnection(answer);
  return { blobs: openBlobs(connection, cache), names: () => calls.map(nameOf), calls };
}

const many = (store: Store, count: number) => Array.from({ length: count }, (_, index) => store.add(`text ${index}`));

describe('reading blobs', () => {
  test('takes one request for five files, and none for files that are known', async () => {
    const store = new Store();
    const wanted = many(store, 5);
    const { blobs, names } = open(store);
    const found = await blobs.read(COMMIT, wanted);
    expect(wanted.map(({ oid }) => Buffer.from(found.get(oid) ?? '').toString())).toEqual([
      'text 0',
      'text 1',
      'text 2',
      'text 3',
      'text 4',
    ]);
    await blobs.read(COMMIT, wanted);
    expect(names()).toEqual(['POST /graphql']);
  });

  test('asks once for a blob that two files share', async () => {
    const store = new Store();
    const one = store.add('same');
    const { blobs, calls } = open(store);
    await blobs.read(COMMIT, [one, one]);
    expect(String(calls[0]?.body.query).match(/object\(oid/g)).toHaveLength(1);
  });

  test('takes one request for a hundred files, and one archive for more', async () => {
    const store = new Store();
    const wanted = many(store, 101);
    const hundred = open(store);
    await hundred.blobs.read(COMMIT, wanted.slice(0, 100));
    expect(hundred.names()).toEqual(['POST /graphql']);
    const more = open(store);
    await expect(more.blobs.read(COMMIT, wanted)).resolves.toHaveProperty('size', 101);
    expect(more.names()).toEqual([`GET tarball/${COMMIT}`]);
  });

  test('shares the cache with other repositories', async () => {
    const [store, cache] = [new Store(), new ObjectCache()];
    const wanted = many(store, 3);
    await open(store, store.answer, cache).blobs.read(COMMIT, wanted);
    const other = open(store, () => undefined, cache);
    await expect(other.blobs.read(COMMIT, wanted)).resolves.toHaveProperty('size', 3);
    expect(other.names()).toEqual([]);
  });

  test('still has every blob of one call when the cache is too small to keep them', async () => {
    const store = new Store();
    const { blobs } = open(store, store.answer, new ObjectCache(500));
    await expect(blobs.read(COMMIT, many(store, 20))).resolves.toHaveProperty('size', 20);
  });

  test('asks for the ids that an archive changed or left out', async () => {
    const store = new Store();
    const wanted = [...many(store, 100), store.add('kept from archives')];
    const { blobs, names } = open(store, (call) => {
      if (!call.path.includes('/tarball/')) return store.answer(call);
      const contents = Array.from({ length: 100 }, (_, index) => Buffer.from(`TEXT ${index}`));
      return { bytes: gzipSync(archiveOf(contents)) };
    });
    const found = await blobs.read(COMMIT, wanted);
    expect(wanted.every(({ oid }) => found.has(oid))).toBe(true);
    expect(Buffer.from(found.get(wanted[7]?.oid ?? '') ?? '').toString()).toBe('text 7');
    expect(names()).toEqual([`GET tarball/${COMMIT}`, 'POST /graphql', 'POST /graphql']);
  });

  test.each([
    ['is broken', { bytes: Buffer.from('no archive') }],
    ['is refused', { status: 404, data: { message: 'Not Found' } }],
  ])('goes on without an archive that %s', async (_, archive) => {
    const store = new Store();
    const wanted = many(store, 101);
    const { blobs, names } = open(store, (call) => (call.path.includes('/tarball/') ? archive : store.answer(call)));
    await expect(blobs.read(COMMIT, wanted)).resolves.toHaveProperty('size', 101);
    expect(names()).toEqual([`GET tarball/${COMMIT}`, 'POST /graphql', 'POST /graphql']);
  });

  test.each([
    ['is binary', Buffer.from([0, 1, 2, 255]), null],
    ['was cut', Buffer.from('a long text'), 'a long'],
    ['was made UTF-8', Buffer.from([0xe9, 0x74, 0xe9]), 'été'],
    ['lost its byte order mark', Buffer.from('\uFEFFtext'), 'text'],
  ])('reads a blob by itself when its text %s', async (_, bytes, text) => {
    const store = new Store();
    const blob = store.add(bytes, text);
    const { blobs, names } = open(store);
    const found = await blobs.read(COMMIT, [blob, store.add('plain')]);
    expect(Buffer.from(found.get(blob.oid) ?? '').equals(bytes)).toBe(true);
    expect(names()).toEqual(['POST /graphql', `GET git/blobs/${blob.oid}`]);
  });

  test('does not ask for the text of a blob that GraphQL would cut', async () => {
    const store = new Store();
    const blob = store.add('x'.repeat(600_000));
    const { blobs, names } = open(store);
    await blobs.read(COMMIT, [blob]);
    expect(names()).toEqual([`GET git/blobs/${blob.oid}`]);
  });

  test('asks for not more than five million bytes in one request', async () => {
    const store = new Store();
    const wanted = Array.from({ length: 15 }, (_, index) => store.add(String.fromCharCode(97 + index).repeat(400_000)));
    const { blobs, names } = open(store);
    await blobs.read(COMMIT, wanted);
    expect(names()).toEqual(['POST /graphql', 'POST /graphql']);
  });

  test('reads blobs one by one where GraphQL fails', async () => {
    const store = new Store();
    const wanted = many(store, 2);
    const { blobs, names } = open(store, (call) => (call.path === '/graphql' ? undefined : store.answer(call)));
    await expect(blobs.read(COMMIT, wanted)).resolves.toHaveProperty('size', 2);
    expect(names()).toEqual(['POST /graphql', ...wanted.map(({ oid }) => `GET git/blobs/${oid}`)]);
  });

  test('refuses contents that are not those of the id', async () => {
    const store = new Store();
    const blob = store.add('right', null);
    const wrong = { data: { content: Buffer.from('wrong').toString('base64'), encoding: 'base64' } };
    const { blobs } = open(store, (call) => (call.path === '/graphql' ? store.answer(call) : wrong));
    await expect(blobs.read(COMMIT, [blob])).rejects.toThrow(`other contents for the blob ${blob.oid}`);
  });

  test('refuses more than can be held, before it asks for anything', async () => {
    const { blobs, names } = open(new Store());
    const wanted = Array.from({ length: 30 }, (_, index) => ({
      oid: String(index).padStart(40, '0'),
      size: 7_000_000,
    }));
    await expect(blobs.read(COMMIT, wanted)).rejects.toMatchObject({ detail: { code: 'too-much-to-read' } });
    expect(names()).toEqual([]);
  });
});

describe('reading some blobs', () => {
  test('stops after the requests that it may make', async () => {
    const store = new Store();
    const { blobs, names } = open(store);
    await expect(blobs.readSome(many(store, 250), 2)).resolves.toHaveProperty('size', 200);
    expect(names()).toEqual(['POST /graphql', 'POST /graphql']);
  });

  test('leaves out what is no text', async () => {
    const store = new Store();
    const { blobs, names } = open(store);
    const found = await blobs.readSome([store.add('a'), store.add(Buffer.from([0]), null)], 2);
    expect([...found.values()].map(String)).toEqual(['a']);
    expect(names()).toEqual(['POST /graphql']);
  });
});
