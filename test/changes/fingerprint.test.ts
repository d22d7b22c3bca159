/** A fingerprint is of a change's data: what is agreed to is told apart, how it is said is not. */
import type { Change } from '../../src/changes/change.js';
import { sha256 } from '../fakes/hash.js';
import { codeSet, object, specification } from '../fakes/specification.js';
import { changesOf, compare, only, person } from './build.js';

const added = (parts: object) =>
  only(
    compare(
      person({ ref: 'PERS001A', name: 'a' }),
      person({ ref: 'PERS001A', name: 'a' }, { ref: 'PERS002A', name: 'b', ...parts }),
    ).changes,
    'item-added',
  ).fingerprint;

function first(changes: readonly Change[]): string {
  return changes[0]?.fingerprint ?? '';
}

test('it is the hash of kind, place, identity, part and values, and so the same on every machine', () => {
  const [change] = changesOf({ type: 'int' }, { type: 'float' });
  const data = ['item-type-changed', 'ssd_person', 'PERS001A', '', '', 'int', 'float'];
  expect(change?.fingerprint).toBe(sha256(JSON.stringify(data)).slice(0, 16));
});

test('what surrounds a change does not count: files, places, the item’s name, other changes', () => {
  const alone = first(changesOf({ type: 'int' }, { type: 'float' }));
  const among = compare(
    specification([
      object('ssd_person', [
        { ref: 'PERS000A', name: 'pers_id' },
        { ref: 'PERS001A', name: 'pers_sex', type: 'int' },
      ]),
    ]),
    specification([object('ssd_person', [{ ref: 'PERS001A', name: 'pers_gender', type: 'float', guidance: 'x' }])]),
  ).changes;
  expect(only(among, 'item-type-changed').fingerprint).toBe(alone);
});

const TYPE = [{ type: 'int' }, { type: 'float' }] as const;
const FEMALE = { F: 'Female' };
const sets = (name: string, values: Record<string, string>) => specification([], { codeSets: [codeSet(name, values)] });

const DIFFERENT: readonly (readonly [what: string, one: string, other: string])[] = [
  ['the value after', first(changesOf(...TYPE)), first(changesOf({ type: 'int' }, { type: 'real' }))],
  ['the value before', first(changesOf(...TYPE)), first(changesOf({ type: 'bit' }, { type: 'float' }))],
  ['the kind', first(changesOf({}, { description: 'x' })), first(changesOf({}, { guidance: 'x' }))],
  [
    'a list and a text that looks like it',
    first(changesOf({ returns: ['a'] }, { returns: ['b', 'c'] })),
    first(changesOf({ returns: ['a'] }, { returns: ['b,c'] })),
  ],
  [
    'the item',
    first(changesOf(...TYPE)),
    first(
      compare(
        person({ ref: 'PERS002A', name: 'pers_sex', ...TYPE[0] }),
        person({ ref: 'PERS002A', name: 'pers_sex', ...TYPE[1] }),
      ).changes,
    ),
  ],
  [
    'the object',
    first(changesOf(...TYPE)),
    first(
      compare(
        specification([object('ssd_child', [{ ref: 'PERS001A', name: 'pers_sex', ...TYPE[0] }])]),
        specification([object('ssd_child', [{ ref: 'PERS001A', name: 'pers_sex', ...TYPE[1] }])]),
      ).changes,
    ),
  ],
  ['the validator', first(changesOf({}, { required: true })), first(changesOf({}, { unique: true }))],
  [
    'the code set',
    first(compare(sets('sex', {}), sets('sex', FEMALE)).changes),
    first(compare(sets('gender', {}), sets('gender', FEMALE)).changes),
  ],
  [
    'the code',
    first(compare(sets('sex', {}), sets('sex', FEMALE)).changes),
    first(compare(sets('sex', {}), sets('sex', { X: 'Female' })).changes),
  ],
  ['letter case', first(changesOf({}, { guidance: 'x' })), first(changesOf({}, { guidance: 'X' }))],
  ...(
    [
      ['name', { name: 'c' }],
      ['ref', { ref: 'PERS003A' }],
      ['type', { type: 'int' }],
      ['size', { size: 4 }],
      ['primary key', { primaryKey: true }],
      ['required', { required: true }],
      ['unique', { unique: true }],
      ['foreign key', { foreignKey: 'a.b' }],
      ['code set', { codeSet: 'sex' }],
      ['categories', { categories: ['x'] }],
      ['constraints', { constraints: ['pk'] }],
      ['returns', { returns: ['CIN'] }],
      ['CMS', { cms: ['mosaic'] }],
      ['CMS field', { cmsField: ['mosaic:X'] }],
      ['CMS table', { cmsTable: ['mosaic:X'] }],
      ['description', { description: 'x' }],
      ['guidance', { guidance: 'x' }],
    ] as const
  ).map(([what, parts]) => [`the ${what} of an item that is added`, added({}), added(parts)] as const),
];

test.each(DIFFERENT)('%s makes a difference', (_, one, other) => {
  expect(one).toMatch(/^[0-9a-f]{16}$/);
  expect(other).toMatch(/^[0-9a-f]{16}$/);
  expect(one).not.toBe(other);
});

test('twice the same question gives twice the same answer', () => {
  expect(changesOf(...TYPE)).toEqual(changesOf(...TYPE));
});
