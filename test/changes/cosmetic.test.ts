/** Each kind of change is told from its cosmetic twin. */
import type { Value } from '../../src/changes/change.js';
import { CHANGE_KINDS, type ChangeKind } from '../../src/changes/change-kinds.js';
import { isCosmetic } from '../../src/changes/cosmetic.js';
import { compare, person } from './build.js';

const KINDS = Object.keys(CHANGE_KINDS) as ChangeKind[];

const SEX = { ref: 'PERS001A', name: 'pers_sex' };

type Pairs = readonly (readonly [before: Value, after: Value])[];

interface Cosmetics {
  readonly cosmetic: Pairs;
  readonly real: Pairs;
}

const LIST: Cosmetics = {
  cosmetic: [
    [
      ['a', 'b'],
      ['b', 'a'],
    ],
    [['Mosaic'], ['mosaic']],
    [['1a draft'], ['1aDraft']],
    [['x:TABLE'], ['x: table']],
  ],
  real: [
    [['a'], ['a', 'b']],
    [['a', 'a'], ['a']],
    [null, ['a']],
    [['a'], null],
    [['a-b'], ['ab']],
  ],
};

const CODE: Cosmetics = {
  cosmetic: [
    ['DATE', 'date'],
    ['nvarchar (10)', 'nvarchar(10)'],
  ],
  real: [
    ['date', 'datetime'],
    [null, 'date'],
    ['a.b', 'ab'],
  ],
};

const TEXT: Cosmetics = {
  cosmetic: [
    ['Sex of  the child.', 'sex of the child'],
    ['writing drawing', 'writing/ drawing'],
    ['One\ntwo', 'One two'],
    ['“quoted”', '"quoted"'],
  ],
  real: [
    ['under 5', 'under <5'],
    ['50', '50%'],
    ['one two', 'onetwo'],
    ['child', 'children'],
    ['é', 'e'],
    [null, 'child'],
  ],
};

/** Kinds without letter case, white space or order in their values. */
const NEVER: Cosmetics = {
  cosmetic: [],
  real: [
    ['A', 'a'],
    [
      ['a', 'b'],
      ['b', 'a'],
    ],
    ['a.', 'a'],
  ],
};

const SQL: Cosmetics = {
  cosmetic: [
    [['mosaic:t.A  = 1'], ['mosaic:t.A = 1']],
    [['mosaic:case\n when'], ['mosaic:case when']],
  ],
  real: [
    [["mosaic:t.A = 'x'"], ["mosaic:t.A = 'X'"]],
    [["mosaic:t.A = 'x  y'"], ["mosaic:t.A = 'x y'"]],
    [["mosaic:'it''s  x'"], ["mosaic:'it''s x'"]],
    [
      ['a', 'b'],
      ['b', 'a'],
    ],
    [null, ['mosaic:t.A']],
  ],
};

const COSMETICS: Readonly<Record<ChangeKind, Cosmetics>> = {
  'object-added': NEVER,
  'object-removed': NEVER,
  'object-renamed': NEVER,
  'item-order-changed': NEVER,
  'item-added': NEVER,
  'item-removed': NEVER,
  'item-renamed': {
    cosmetic: [['immi_Immigration_id', 'immi_immigration_id']],
    real: [
      ['prep_la_inital _plan', 'prep_la_inital_plan'],
      ['pers_sex', 'perssex'],
    ],
  },
  'item-moved': NEVER,
  'item-ref-changed': NEVER,
  'item-type-changed': CODE,
  'item-size-changed': {
    cosmetic: [],
    real: [
      [48, 49],
      [48, null],
      [48, 'max'],
    ],
  },
  'item-primary-key-changed': { cosmetic: [], real: [[true, false]] },
  'item-constraints-changed': LIST,
  'item-foreign-key-changed': CODE,
  'item-validators-changed': { cosmetic: [], real: [[false, true]] },
  'item-cms-changed': LIST,
  'item-cms-field-changed': LIST,
  'item-cms-table-changed': LIST,
  'item-mapping-changed': SQL,
  'object-mapping-changed': SQL,
  'item-returns-changed': LIST,
  'item-categories-changed': LIST,
  'item-code-set-changed': CODE,
  'item-description-changed': TEXT,
  'item-guidance-changed': TEXT,
  'item-metadata-changed': NEVER,
  'code-set-value-added': NEVER,
  'code-set-value-removed': NEVER,
  'code-set-value-redefined': TEXT,
};

describe('cosmetic or real', () => {
  const cases = KINDS.flatMap((kind) => [
    ...COSMETICS[kind].cosmetic.map((pair) => [kind, 'cosmetic', ...pair] as const),
    ...COSMETICS[kind].real.map((pair) => [kind, 'real', ...pair] as const),
  ]);

  test.each(cases)('%s, %s: %j becomes %j', (kind, expected, before, after) => {
    expect(isCosmetic(kind, before, after)).toBe(expected === 'cosmetic');
    expect(isCosmetic(kind, after, before)).toBe(expected === 'cosmetic');
  });

  test('a cosmetic change has the class cosmetic, and its values as written', () => {
    const shout = { type: 'NVARCHAR', description: 'SEX.' };
    const { changes } = compare(person({ ...SEX, ...shout }), person({ ...SEX, type: 'nvarchar', description: 'Sex' }));
    expect(changes.map((change) => [change.kind, change.class, change.before, change.after])).toEqual([
      ['item-type-changed', 'cosmetic', 'NVARCHAR', 'nvarchar'],
      ['item-description-changed', 'cosmetic', 'SEX.', 'Sex'],
    ]);
  });
});
