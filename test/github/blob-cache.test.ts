import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { BlobCache, blobId } from '../../src/github/blob-cache.js';
import { BoundedMap } from '../../src/github/bounded-map.js';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('BlobCache', () => {
  test.each([
    ['', 'e69de29bb2d1d6434b8b29ae775ad8c2e48c5391'],
    ['hello\n', 'ce013625030ba8dba906f756967f9e9ca394464a'],
  ])('keeps %j under the id that git gives it', (text, oid) => {
    const cache = new BlobCache();
    expect(cache.add(bytes(text))).toBe(oid);
    expect(cache.get(oid)).toEqual(bytes(text));
    expect(blobId(bytes(text))).toBe(oid);
  });

  test('knows nothing of an id that it was not given the contents of', () => {
    expect(new BlobCache().get(createHash('sha1').update('x').digest('hex'))).toBeUndefined();
  });

  test('forgets what was used longest ago', () => {
    const cache = new BlobCache(1_000);
    const [first, second] = [cache.add(bytes('1'.repeat(250))), cache.add(bytes('2'.repeat(250)))];
    expect(cache.get(first)).toBeDefined();
    const third = cache.add(bytes('3'.repeat(250)));
    expect(cache.get(second)).toBeUndefined();
    expect(cache.get(first)).toBeDefined();
    expect(cache.get(third)).toBeDefined();
  });

  test('does not let one blob above the limit stay, nor drive out the others', () => {
    const cache = new BlobCache(1_000);
    const small = cache.add(bytes('small'));
    expect(cache.get(cache.add(bytes('x'.repeat(1_001))))).toBeUndefined();
    expect(cache.get(small)).toBeDefined();
  });

  test('counts empty blobs too: their ids need room', () => {
    const cache = new BlobCache(100);
    expect(cache.get(cache.add(bytes('')))).toBeUndefined();
  });
});

describe('BoundedMap', () => {
  test('never weighs more than its limit, and keeps the values used last', () => {
    const keys = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    const steps = fc.array(fc.tuple(fc.constantFrom('get', 'set'), keys, fc.integer({ min: 0, max: 12 })));
    fc.assert(
      fc.property(steps, (run) => {
        const map = new BoundedMap<number>(10, (value) => value);
        const recent: string[] = [];
        const values = new Map<string, number>();
        for (const [step, key, value] of run) {
          const isUse = step === 'set' || map.has(key);
          if (step === 'set') {
            map.set(key, value);
            values.set(key, value);
          } else if (map.has(key)) expect(map.get(key)).toBe(values.get(key));
          if (isUse) recent.splice(0, recent.length, key, ...recent.filter((other) => other !== key));
          expect(map.weight).toBeLessThanOrEqual(10);
        }
        const kept = [...'abcde'].filter((key) => map.has(key));
        expect(map.weight).toBe(kept.reduce((sum, key) => sum + (values.get(key) ?? 0), 0));
        const fitting = recent.filter((key) => (values.get(key) ?? 0) <= 10);
        expect(fitting.map((key) => map.has(key))).toEqual([
          ...fitting.slice(0, kept.length).map(() => true),
          ...fitting.slice(kept.length).map(() => false),
        ]);
      }),
    );
  });
});
