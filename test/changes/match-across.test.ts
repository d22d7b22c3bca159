/** Items that only the change log links, and items that go from one object to another. */
import { matchItems } from '../../src/changes/match-items.js';
import { changeLog, type ItemParts, object, specification } from '../fakes/specification.js';
import { compare, matched, person, told } from './build.js';

describe('aliases of the change log', () => {
  const base = person({ ref: 'PLBO002A', name: 'plbo_family_id' });
  const head = person({ ref: 'PREP002A', name: 'prep_person_id' });

  test('old_item_ref links an item whose ref and name are both new', () => {
    expect(matched(base, head).pairs).toEqual(['- > PREP002A prep_person_id', 'PLBO002A plbo_family_id > -']);
    expect(matched(base, head, [['PLBO002A', 'PREP002A']]).pairs).toEqual([
      'PLBO002A plbo_family_id > PREP002A prep_person_id',
    ]);
  });

  test('it links across objects too: the item moved', () => {
    const bronze = specification([object('plo_bronze', [{ ref: 'PLBO002A', name: 'plbo_family_id' }])]);
    const silver = specification([object('ssd_pre_proceedings', [{ ref: 'PREP002A', name: 'prep_person_id' }])]);
    expect(matched(bronze, silver, [['PLBO002A', 'PREP002A']]).pairs).toEqual([
      'PLBO002A plbo_family_id > PREP002A prep_person_id, moved',
    ]);
  });

  test('the log is read from the head', () => {
    const log = changeLog({ itemRef: 'PREP002A', oldItemRef: 'PLBO002A' });
    expect(told(compare(base, { ...head, changeLog: log }).changes)).toEqual([
      'item-renamed PREP002A prep_person_id',
      'item-ref-changed PREP002A prep_person_id',
    ]);
  });

  test('an old ref that came to several items is no alias, nor is a ref of its own', () => {
    const rows = [
      { itemRef: 'PREP002A', oldItemRef: 'PLBO002A' },
      { itemRef: 'PREP003A', oldItemRef: 'PLBO002A' },
    ];
    const gone = ['item-added PREP002A prep_person_id', 'item-removed PLBO002A plbo_family_id'];
    expect(told(compare(base, { ...head, changeLog: changeLog(...rows) }).changes).sort()).toEqual(gone);
    const own = changeLog({ itemRef: 'PLBO002A', oldItemRef: 'PLBO002A' });
    expect(told(compare(base, { ...head, changeLog: own }).changes).sort()).toEqual(gone);
  });

  test('a ref that stood twice in the base is no alias: nobody can tell whose new ref it was', () => {
    const twins = (...objects: Parameters<typeof specification>[0][number][]) => specification(objects);
    const visit = { name: 'visi_id', description: 'Number of the visit' };
    const from = twins(
      object('ssd_person', [{ ref: 'PERS002A', name: 'pers_sex', description: 'Sex of the child' }]),
      object('ssd_visit', [{ ...visit, ref: 'PERS002A' }]),
    );
    const to = twins(
      object('ssd_person', []),
      object('ssd_visit', [
        { ...visit, ref: 'PERS004A' },
        { ref: 'PERS002A', name: 'pers_sex', description: 'Sex of the child' },
      ]),
    );
    const log = changeLog({ itemRef: 'PERS004A', oldItemRef: 'PERS002A', changeObjectName: 'ssd_visit' });
    const found = told(compare(from, to).changes);
    expect(found).toEqual(['item-ref-changed PERS004A visi_id', 'item-moved PERS002A pers_sex']);
    expect(told(compare(from, { ...to, changeLog: log }).changes)).toEqual(found);
  });

  test('what the log says counts for more than a name that stays', () => {
    const taken = person({ ref: 'PREP002A', name: 'prep_person_id' }, { ref: 'PREP003A', name: 'plbo_family_id' });
    expect(matched(base, taken, [['PLBO002A', 'PREP002A']]).pairs).toEqual([
      '- > PREP003A plbo_family_id',
      'PLBO002A plbo_family_id > PREP002A prep_person_id',
    ]);
  });

  test('a freed ref given to a new item elsewhere does not hide what became of the old one', () => {
    const from = specification([object('plo_bronze', [{ ref: 'PLBO002A', name: 'plbo_family_id' }])]);
    const to = specification([
      object('ssd_new', [
        { ref: 'PLBO002A', name: 'new_thing' },
        { ref: 'NEWT001A', name: 'new_id' },
      ]),
      object('ssd_pre_proceedings', [{ ref: 'PREP002A', name: 'prep_person_id' }]),
    ]);
    expect(matched(from, to, [['PLBO002A', 'PREP002A']]).pairs).toEqual([
      '- > NEWT001A new_id',
      '- > PLBO002A new_thing',
      'PLBO002A plbo_family_id > PREP002A prep_person_id, moved',
    ]);
  });

  test('an alias of long ago does not keep a reused ref from moving', () => {
    const kept = object('ssd_pre_proceedings', [{ ref: 'PREP002A', name: 'prep_person_id' }]);
    const reused = { ref: 'PLBO002A', name: 'new_thing' };
    const from = specification([kept, object('ssd_a', [reused]), object('ssd_b', [])]);
    const to = specification([kept, object('ssd_a', []), object('ssd_b', [reused])]);
    expect(matched(from, to, [['PLBO002A', 'PREP002A']]).pairs).toEqual([
      'PLBO002A new_thing > PLBO002A new_thing, moved',
    ]);
  });

  test('in a renamed object an item with a new ref has not moved', () => {
    const stay: ItemParts[] = ['A', 'B', 'C'].map((letter) => ({ ref: `PREP10${letter}`, name: `prep_${letter}` }));
    const from = specification([object('plo', [...stay, { ref: 'PLBO002A', name: 'plbo_family_id' }])]);
    const to = specification([object('ssd_plo', [...stay, { ref: 'PREP002A', name: 'prep_person_id' }])]);
    expect(matched(from, to, [['PLBO002A', 'PREP002A']]).pairs).toContain(
      'PLBO002A plbo_family_id > PREP002A prep_person_id',
    );
  });
});

describe('between objects', () => {
  test('an item that moves keeps its identity by its ref', () => {
    const item = { ref: 'PERS001A', name: 'pers_sex' };
    const base = specification([object('ssd_a', [item]), object('ssd_b', [])]);
    const head = specification([object('ssd_a', []), object('ssd_b', [{ ...item, name: 'pers_gender' }])]);
    expect(matched(base, head).pairs).toEqual(['PERS001A pers_sex > PERS001A pers_gender, moved']);
    expect(told(compare(base, head).changes)).toEqual([
      'item-moved PERS001A pers_gender',
      'item-renamed PERS001A pers_gender',
    ]);
  });

  test('a name alone does not move an item', () => {
    const base = specification([object('ssd_a', [{ ref: 'AAAA001A', name: 'person_id' }]), object('ssd_b', [])]);
    const head = specification([object('ssd_a', []), object('ssd_b', [{ ref: 'BBBB001A', name: 'person_id' }])]);
    expect(matched(base, head).pairs).toEqual(['- > BBBB001A person_id', 'AAAA001A person_id > -']);
  });

  test('one object beside the one it replaces: copies are added, then the old ones removed, and nothing moves', () => {
    const items: ItemParts[] = [1, 2, 3].map((n) => ({ ref: `WORK00${n}A`, name: `worker_${n}` }));
    const old = object('worker', items);
    const copy = object('social_worker', items);
    const both = compare(specification([old]), specification([copy, old])).changes;
    expect(told(both)).toEqual([
      'object-added social_worker',
      'item-added WORK001A worker_1',
      'item-added WORK002A worker_2',
      'item-added WORK003A worker_3',
    ]);
    const after = compare(specification([copy, old]), specification([copy])).changes;
    expect(told(after).slice(0, 2)).toEqual(['object-removed worker', 'item-removed WORK001A worker_1']);
    expect(after).toHaveLength(4);
    expect(told(compare(specification([old]), specification([copy])).changes)).toEqual([
      'object-renamed social_worker',
    ]);
  });

  test('an object that is one value in both revisions is passed over', () => {
    const same = object('ssd_person', [{ ref: 'PERS001A', name: 'pers_sex' }]);
    expect(matchItems([same], [same], new Map())).toMatchObject({ items: [], questions: [] });
  });
});

describe('an item with a new ref in another object', () => {
  const KEY = { ref: 'CHIL001A', name: 'chil_id', description: 'Number of the child' };
  const SEX = { name: 'pers_sex', description: 'Sex of the child' };
  const DOB = { name: 'pers_dob', description: 'Date of birth of the child' };
  const two = (persons: readonly ItemParts[], children: readonly ItemParts[]) =>
    specification([object('ssd_person', persons), object('ssd_child', [KEY, ...children])]);
  const PERSON = { ref: 'PERS001A', name: 'pers_id', description: 'Number of the person' };
  const asked = (from: ReturnType<typeof two>, to: ReturnType<typeof two>) =>
    compare(from, to).questions.map(({ itemRef, path, question }) => [itemRef, path.at(-1), question]);

  test('but the same name and description is asked about', () => {
    const from = two([PERSON, { ...SEX, ref: 'PERS002A' }], []);
    const to = two([PERSON], [{ ...SEX, ref: 'CHIL002A' }]);
    expect(told(compare(from, to).changes).sort()).toEqual([
      'item-added CHIL002A pers_sex',
      'item-removed PERS002A pers_sex',
    ]);
    expect(asked(from, to)).toEqual([
      [
        'CHIL002A',
        'item_ref',
        'Did the item move from ssd_person to ssd_child: `pers_sex` (PERS002A, now CHIL002A)? Name and description are ' +
          'the same. It is read as one item removed and another added; if it is one item, keep its item_ref.',
      ],
    ]);
  });

  test('is asked about together with others that went the same way', () => {
    const from = two([PERSON, { ...SEX, ref: 'PERS002A' }, { ...DOB, ref: 'PERS003A' }], []);
    const to = two(
      [PERSON],
      [
        { ...SEX, ref: 'CHIL002A' },
        { ...DOB, ref: 'CHIL003A' },
      ],
    );
    expect(asked(from, to)).toEqual([
      [
        'CHIL002A',
        'item_ref',
        'Did these items move from ssd_person to ssd_child: `pers_sex` (PERS002A, now CHIL002A), `pers_dob` (PERS003A, ' +
          'now CHIL003A)? Names and descriptions are the same. They are read as removed and added; if they moved, keep ' +
          'their item_refs.',
      ],
    ]);
  });

  test.each<[what: string, now: Partial<ItemParts>]>([
    ['has another name', { name: 'chil_sex' }],
    ['has another description', { description: 'Sex of the person' }],
    ['keeps its ref', { ref: 'PERS002A' }],
  ])('is not asked about where it %s', (_, now) => {
    const from = two([PERSON, { ...SEX, ref: 'PERS002A' }], []);
    expect(asked(from, two([PERSON], [{ ...SEX, ref: 'CHIL002A', ...now }]))).toEqual([]);
  });

  test('nor where it has no description, or stands twice', () => {
    const blank = { ...SEX, description: '' };
    expect(
      asked(two([PERSON, { ...blank, ref: 'PERS002A' }], []), two([PERSON], [{ ...blank, ref: 'CHIL002A' }])),
    ).toEqual([]);
    const twice = [
      { ...SEX, ref: 'CHIL002A' },
      { ...SEX, ref: 'CHIL003A' },
    ];
    expect(asked(two([PERSON, { ...SEX, ref: 'PERS002A' }], []), two([PERSON], twice))).toEqual([]);
  });
});
