/** What an approval is bound to: the SQL of one subject, whatever its neighbours do. */
import fc from 'fast-check';
import type { Specification } from '../../src/specification/model.js';
import { readSpecification } from '../../src/specification/read-specification.js';
import { diffTargets } from '../../src/sql/diff-targets.js';
import { loadParser } from '../../src/sql/expressions/parser.js';
import { TARGETS } from '../../src/sql/targets.js';
import { sha256 } from '../fakes/hash.js';
import { fileOf } from '../fakes/memory-repository.js';
import { address, config, object, person, specification, withItem, withItems } from './build.js';

const base = specification(person, address);

/** Digests by target and subject; the named items and objects are the ones that changed. */
function digests(before: Specification, head: Specification, changed: readonly string[]): Record<string, string> {
  const owners = (name: string, ref: string) => (changed.includes(`${name} ${ref}`.trim()) ? [`${name} ${ref} `] : []);
  const targets = diffTargets(before, head, { targets: TARGETS, config, causes: () => [], owners, hash: sha256 });
  return Object.fromEntries(
    targets.flatMap(({ target, subjects }) => subjects.map(({ subject, digest }) => [`${target}: ${subject}`, digest])),
  );
}

/** Persons with some items, all of them mapped to Mosaic. */
function mapped(count: number): Specification {
  const refs = ['PERS001A', 'PERS002A', 'PERS003A'].slice(0, count);
  const items = refs.map(
    (ref, place) => `{name: pers_${place}, item_ref: ${ref}, type: int, primary_key: ${place === 0}}`,
  );
  const sources = refs.map((ref, place) => `${ref}: int${place === 0 ? ' key' : ''}`);
  const files = {
    'spec/objects/ssd_person.yml': `nodes: [{name: ssd_person, fields: [${items.join(', ')}]}]`,
    'spec/cms/mosaic/_sources.yml': `tables: {P: {${sources.join(', ')}}}`,
    'spec/cms/mosaic/ssd_person.yml': `from: P p\nitems: {${refs.map((ref) => `${ref}: p.${ref}`).join(', ')}}`,
  };
  return readSpecification(
    Object.entries(files).map(([path, text]) => fileOf(path, text)),
    config.layout,
  );
}

const subjectsOf = (found: Record<string, string>) => [
  ...new Set(Object.keys(found).map((key) => key.split(': ')[1]?.trim())),
];

describe('neighbours', () => {
  const SEX = 'ssd_person PERS002A';
  const START = 'ssd_address ADDR003A';
  const alone = digests(base, specification(withItem(person, 'PERS002A', { size: 2 }), address), [SEX]);

  test('of another object, and of the same one, leave a digest as it is', () => {
    const both = specification(
      withItem(withItem(person, 'PERS002A', { size: 2 }), 'PERS001A', { type: 'int', size: null }),
      withItem(address, 'ADDR003A', { type: 'int' }),
    );
    const found = digests(base, both, [SEX, START, 'ssd_person PERS001A']);
    expect(Object.keys(alone)).toHaveLength(TARGETS.length);
    expect(found).toMatchObject(alone);
  });

  test('a column that follows brings a comma, and no other digest', () => {
    const keyless = object('ssd_log', [{ name: 'logg_one', ref: 'LOGG001A' }]);
    const grown = withItems(keyless, { name: 'logg_two', ref: 'LOGG002A' });
    expect(subjectsOf(digests(specification(keyless), specification(grown), ['ssd_log LOGG002A']))).toEqual([
      'ssd_log LOGG002A',
    ]);
  });

  test('a column that is loaded last brings a comma, and no other digest', async () => {
    const parse = await loadParser();
    const [before, after] = [mapped(2), mapped(3)];
    const owners = (_: string, ref: string) => (ref === 'PERS003A' ? [ref] : []);
    const options = { targets: TARGETS, config, parse, causes: () => [], owners, hash: sha256 };
    for (const { target, subjects, added } of diffTargets(before, after, options)) {
      expect([target, subjects.map(({ subject }) => subject)]).toEqual([target, ['PERS003A']]);
      expect(added).toBeGreaterThan(target.startsWith('mosaic') ? 2 : 0);
    }
  });

  test('an item that is new in the middle moves nobody', () => {
    const [first, ...rest] = address.items;
    if (!first) throw new Error('an address has items');
    const grown = object('ssd_address', [first, { name: 'addr_new', ref: 'ADDR009A' }, ...rest]);
    expect(subjectsOf(digests(base, specification(person, grown), ['ssd_address ADDR009A']))).toEqual([
      'ssd_address ADDR009A',
    ]);
  });
});

test('other lines of the same item are another digest', () => {
  const changed = ['ssd_person PERS002A'];
  const two = digests(base, specification(withItem(person, 'PERS002A', { size: 2 }), address), changed);
  const three = digests(base, specification(withItem(person, 'PERS002A', { size: 3 }), address), changed);
  expect(Object.keys(two)).toEqual(Object.keys(three));
  for (const key of Object.keys(two)) expect(two[key]).not.toBe(three[key]);
});

test('lines in another order are the change of the object', () => {
  const turned = { ...address, items: [...address.items].reverse() };
  expect(subjectsOf(digests(base, specification(person, turned), ['ssd_address']))).toEqual(['ssd_address']);
});

test('a line that no change explains stands for its item, and one of an order for its object', () => {
  const head = specification(withItem(person, 'PERS002A', { size: 2 }), address);
  expect(subjectsOf(digests(base, head, []))).toEqual(['ssd_person PERS002A']);
  const turned = { ...address, items: [...address.items].reverse() };
  expect(subjectsOf(digests(base, specification(person, turned), []))).toEqual(['ssd_address']);
});

const parts = fc.record({
  name: fc.constantFrom('a', 'b', 'c', 'd_person_id', ''),
  ref: fc.constantFrom('AAAA001A', 'AAAA002A', 'AAAA003A', ''),
  size: fc.constantFrom(1, 48),
  primaryKey: fc.boolean(),
  foreignKey: fc.constantFrom('', 'ssd_person.pers_person_id', 'ssd_gone.x'),
});
const objects = fc.array(parts, { maxLength: 6 }).map((items) => object('ssd_any', items));

test('where a script differs, some subject has a digest for it, and only there', () => {
  fc.assert(
    fc.property(objects, objects, fc.subarray(['AAAA001A', 'AAAA002A', 'AAAA003A', '']), (before, after, refs) => {
      const owners = (name: string, ref: string) => (refs.includes(ref) ? [`${name} ${ref}`] : []);
      const options = { targets: TARGETS, config, causes: () => [], owners, hash: sha256 };
      for (const { digest, subjects } of diffTargets(
        specification(person, before),
        specification(person, after),
        options,
      )) {
        expect(subjects.length > 0).toBe(digest !== '');
      }
    }),
  );
});
