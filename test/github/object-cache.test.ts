import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { BoundedMap } from '../../src/github/bounded-map.js';
import { blobId, ObjectCache } from '../../src/github/object-cache.js';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('ObjectCache', () => {
  test.each([
    ['', 'e69de29bb2d1d6434b8b29ae775ad8c2e48c5391'],
    ['hello\n', 'ce013625030ba8dba906f756967f9e9ca394464a'],
  ])('keeps %j under the id that git gives it', (text, oid) => {
    const cache = new ObjectCache();
    expect(cache.addBlob(bytes(text))).toBe(oid);
    expect(cache.blob(oid)).toEqual(bytes(text));
    expect(blobId(bytes(text))).toBe(oid);
  });

  test('knows nothing of an id that it was not given the contents of', () => {
    expect(new ObjectCache().blob(createHash('sha1').update('x').digest('hex'))).toBeUndefined();
  });

  test('forgets what was used longest ago', () => {
    const cache = new ObjectCache(1_000);
    const [first, second] = [cache.addBlob(bytes('1'.repeat(250))), cache.addBlob(bytes('2'.repeat(250)))];
    expect(cache.blob(first)).toBeDefined();
    const third = cache.addBlob(bytes('3'.repeat(250)));
    expect(cache.blob(second)).toBeUndefined();
    expect(cache.blob(first)).toBeDefined();
    expect(cache.blob(third)).toBeDefined();
  });

  test('does not let one blob above the limit stay, nor drive out the others', () => {
    const cache = new ObjectCache(1_000);
    const small = cache.addBlob(bytes('small'));
    expect(cache.blob(cache.addBlob(bytes('x'.repeat(1_001))))).toBeUndefined();
    expect(cache.blob(small)).toBeDefined();
  });

  test('counts empty blobs too: their ids need room', () => {
    const cache = new ObjectCache(100);
    expect(cache.blob(cache.addBlob(bytes('')))).toBeUndefined();
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
