import { impactOf } from '../../src/report/impact.js';
import type { JudgedChange } from '../../src/review.js';
import type { DataItem } from '../../src/specification/model.js';
import type { Surroundings } from '../../src/specification/surroundings.js';
import { aChange, anItem, aSpecification } from './build.js';

const SURROUNDINGS: Surroundings = {
  consumers: [
    {
      name: 'dfe',
      title: 'DfE API',
      tables: { ssd_person: ['pers_sex', 'PERS_GENDER'], ssd_plo: ['plo_id'], constructor: ['x'] },
    },
  ],
  localAuthorities: [
    { code: 'E1', name: 'Essex', cms: 'mosaic', database: '', writtenCms: '', state: '', note: '' },
    { code: 'E2', name: 'Knowsley', cms: 'liquid_logic', database: '', writtenCms: '', state: '', note: '' },
    { code: 'E3', name: 'Kent', cms: 'liquid_logic', database: '', writtenCms: '', state: '', note: '' },
    { code: 'E4', name: 'Nowhere', cms: '', database: '', writtenCms: '', state: '', note: '' },
  ],
};

const sex = anItem({ returns: ['SSDA903', 'CIN'], cms: ['mosaic', 'liquid_logic'] });
const retyped = aChange({ kind: 'item-type-changed', before: 'bit', after: 'int' });

function impact(changes: readonly JudgedChange[], base: readonly DataItem[], head: readonly DataItem[]) {
  return impactOf(changes, aSpecification(base), aSpecification(head), SURROUNDINGS);
}

describe('returns and CMS', () => {
  it('are those of the items that change structurally', () => {
    expect(impact([retyped], [sex], [sex])).toMatchObject({
      returns: [
        { name: 'CIN', items: 1 },
        { name: 'SSDA903', items: 1 },
      ],
      cms: [
        { name: 'liquid_logic', items: 1, localAuthorities: 2 },
        { name: 'mosaic', items: 1, localAuthorities: 1 },
      ],
    });
  });

  it.each(['documentation', 'cosmetic'] as const)('are not touched by a %s change', (changeClass) => {
    const nothing = { returns: [], cms: [], consumers: [] };
    expect(impact([{ ...retyped, class: changeClass }], [sex], [sex])).toEqual(nothing);
  });

  it('count an item once, however many of its changes there are and on both sides', () => {
    const sized = aChange({ kind: 'item-size-changed' });
    expect(impact([retyped, sized], [sex], [anItem({ returns: ['CIN'] })]).returns).toContainEqual({
      name: 'CIN',
      items: 1,
    });
  });

  it('put the most touched first', () => {
    const other = anItem({ ref: 'PERS011A', name: 'pers_dob', returns: ['SSDA903'] });
    const changes = [retyped, aChange({ kind: 'item-type-changed', itemRef: 'PERS011A', name: 'pers_dob' })];
    expect(impact(changes, [sex, other], [sex, other]).returns.map(({ name }) => name)).toEqual(['SSDA903', 'CIN']);
  });

  it('of a change of returns are only those gained and lost', () => {
    const change = aChange({ kind: 'item-returns-changed', before: ['CIN', 'AnnexA'], after: ['AnnexA', 'SEN2'] });
    const found = impact([change], [sex], [sex]);
    expect(found.returns.map(({ name }) => name)).toEqual(['CIN', 'SEN2']);
    expect(found.cms).toEqual([]);
  });

  it.each([
    ['item-cms-changed', ['mosaic'], ['mosaic', 'eclipse'], ['eclipse']],
    ['item-cms-field-changed', ['mosaic:A', 'eclipse:B'], ['mosaic:C', 'eclipse:B'], ['mosaic']],
    ['item-cms-table-changed', null, ['liquid_logic:T'], ['liquid_logic']],
  ] as const)('of %s are only the CMS that differ', (kind, before, after, names) => {
    const found = impact([aChange({ kind, before, after })], [sex], [sex]);
    expect(found.cms.map(({ name }) => name)).toEqual(names);
  });

  it('of a removed item are those it had, of a new one those it gets', () => {
    const removed = aChange({ kind: 'item-removed', side: 'base' });
    expect(impact([removed], [sex], []).returns).toHaveLength(2);
    const added = aChange({ kind: 'item-added', was: null });
    expect(impact([added], [], [sex]).returns).toHaveLength(2);
  });

  it('of a renamed object or a changed code set are those of all its items', () => {
    const object = aChange({
      kind: 'object-renamed',
      object: 'ssd_people',
      before: 'ssd_person',
      name: '',
      itemRef: '',
    });
    expect(impact([object], [sex], [{ ...sex, object: 'ssd_people' }]).returns).toHaveLength(2);
    const code = aChange({ kind: 'code-set-value-added', object: '', itemRef: '', name: 'sex', part: 'X', was: null });
    expect(impact([code], [], [{ ...sex, codeSet: 'sex' }]).returns).toHaveLength(2);
  });

  it('are not touched by another order', () => {
    const order = aChange({ kind: 'item-order-changed', name: '', itemRef: '' });
    expect(impact([order], [sex], [sex])).toEqual({ returns: [], cms: [], consumers: [] });
  });
});

describe('outside consumers', () => {
  const was = { object: 'ssd_person', itemRef: 'PERS010A', name: 'pers_sex' };

  it.each([
    [
      'a renamed column',
      aChange({ kind: 'item-renamed', name: 'pers_sex_code', was }),
      [sex],
      [{ ...sex, name: 'pers_sex_code' }],
      ['DfE API reads `ssd_person.pers_sex`; its query fails until it reads `ssd_person.pers_sex_code`.'],
    ],
    [
      'a column that gets the name a consumer reads, whatever its letter case',
      aChange({ kind: 'item-renamed', name: 'pers_gender', was: { ...was, name: 'pers_g' } }),
      [{ ...sex, name: 'pers_g' }],
      [{ ...sex, name: 'pers_gender' }],
      ['DfE API reads `ssd_person.pers_gender`, which now exists; it was `ssd_person.pers_g`.'],
    ],
    [
      'a name that another column has taken over, which no error shows',
      aChange({ kind: 'item-renamed', name: 'pers_sex_code', was }),
      [sex, { ...sex, ref: 'PERS001A', name: 'pers_g' }],
      [
        { ...sex, name: 'pers_sex_code' },
        { ...sex, ref: 'PERS001A' },
      ],
      [
        'DfE API reads `ssd_person.pers_sex`; without an error it now gets another column, ' +
          'and what it means is in `ssd_person.pers_sex_code`.',
      ],
    ],
    [
      'the taking over itself only once, by the column that lost its name',
      aChange({ kind: 'item-renamed', name: 'pers_sex', was: { ...was, itemRef: 'PERS001A', name: 'pers_g' } }),
      [sex, { ...sex, ref: 'PERS001A', name: 'pers_g' }],
      [{ ...sex, ref: 'PERS001A' }],
      [],
    ],
    [
      'a removed column',
      aChange({ kind: 'item-removed', side: 'base' }),
      [sex],
      [],
      ['DfE API reads `ssd_person.pers_sex`; its query fails, because the column is gone.'],
    ],
    [
      'a removed column whose name another one has now',
      aChange({ kind: 'item-removed', side: 'base' }),
      [sex],
      [{ ...sex, ref: 'PERS001A' }],
      ['DfE API reads `ssd_person.pers_sex`; without an error it now gets another column, and what it means is gone.'],
    ],
    [
      'a moved column',
      aChange({ kind: 'item-moved', object: 'ssd_family', was }),
      [sex],
      [{ ...sex, object: 'ssd_family' }],
      ['DfE API reads `ssd_person.pers_sex`; its query fails until it reads `ssd_family.pers_sex`.'],
    ],
    [
      'a retyped column',
      retyped,
      [sex],
      [sex],
      ['DfE API reads `ssd_person.pers_sex`; its values arrive in another type and may be refused or misread.'],
    ],
    [
      'a new column that was missing',
      aChange({ kind: 'item-added', was: null }),
      [],
      [sex],
      ['DfE API reads `ssd_person.pers_sex`, which the specification now has.'],
    ],
    [
      'a renamed table',
      aChange({ kind: 'object-renamed', object: 'ssd_pre', before: 'ssd_plo', name: '', itemRef: '' }),
      [anItem({ object: 'ssd_plo', name: 'plo_id', ref: 'PLO001A' }), anItem({ object: 'ssd_plo', name: 'plo_x' })],
      [anItem({ object: 'ssd_pre', name: 'plo_id', ref: 'PLO001A' })],
      ['DfE API reads `ssd_plo.plo_id`; its query fails until it reads `ssd_pre.plo_id`.'],
    ],
    ['a foreign key, which breaks no query', aChange({ kind: 'item-foreign-key-changed' }), [sex], [sex], []],
    [
      'a column that nobody reads',
      aChange({ kind: 'item-type-changed', name: 'pers_x' }),
      [{ ...sex, name: 'pers_x' }],
      [{ ...sex, name: 'pers_x' }],
      [],
    ],
  ])('are told of %s', (_, change, base, head, sentences) => {
    expect(impact([change], base, head).consumers.map(({ sentence }) => sentence)).toEqual(sentences);
  });

  it('name the column as the consumer has it, and the item', () => {
    expect(impact([retyped], [sex], [sex]).consumers).toEqual([
      expect.objectContaining({ consumer: 'DfE API', column: 'ssd_person.pers_sex', itemRef: 'PERS010A' }),
    ]);
  });

  it('are told once of many new codes', () => {
    const code = (part: string) =>
      aChange({ kind: 'code-set-value-added', object: '', itemRef: '', name: 'sex', part, was: null });
    const items = [{ ...sex, codeSet: 'sex' }];
    expect(impact([code('X'), code('Y')], items, items).consumers).toHaveLength(1);
  });
});

it('counts each of ten thousand changes', () => {
  const items = Array.from({ length: 10_000 }, (_, index) =>
    anItem({ ref: `R${index}`, name: `item_${index}`, object: `ssd_${index % 40}`, returns: ['CIN'], cms: ['mosaic'] }),
  );
  const changes = items.map(({ object, ref, name }) =>
    aChange({ kind: 'item-type-changed', object, itemRef: ref, name }),
  );
  expect(impact(changes, items, items).returns).toEqual([{ name: 'CIN', items: 10_000 }]);
});
