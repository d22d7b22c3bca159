/** Every way in which the identity of items was lost in the recorded history, in small. */
import { matchItems } from '../../src/changes/match-items.js';
import type { Specification } from '../../src/specification/model.js';
import { changeLog, type ItemParts, object, specification } from '../fakes/specification.js';
import { compare, person, told } from './build.js';

const WORRIED = 'Has someone explained to you why people are worried for your family?';
const STORY = 'Does your story with words and pictures help you to understand?';
const SAFE = 'Do you think the plan tells everyone what to do to keep you safe?';

/** Pairs as `PERS001A pers_sex > PERS001A pers_gender`. */
function pairs(base: Specification, head: Specification, aliases: readonly (readonly [string, string])[] = []) {
  const side = (item: { ref: string; name: string } | null) => (item ? `${item.ref} ${item.name}` : '-');
  const { items, questions } = matchItems(base.objects, head.objects, new Map(aliases));
  const lines = items.map((pair) => {
    const notes = [pair.moved ? 'moved' : '', pair.renumbered ? 'renumbered' : ''].filter((note) => note !== '');
    return [`${side(pair.base)} > ${side(pair.head)}`, ...notes].join(', ');
  });
  return { pairs: lines.sort(), questions: questions.map(({ question }) => question) };
}

describe('inside one object', () => {
  test('a new name under the same ref is a rename', () => {
    const base = person({ ref: 'PERS001A', name: 'pers_gender', description: 'Gender of the child' });
    const head = person({ ref: 'PERS001A', name: 'pers_sex', description: 'Gender of the child' });
    expect(pairs(base, head)).toEqual({ pairs: ['PERS001A pers_gender > PERS001A pers_sex'], questions: [] });
  });

  test('an item inserted at the top renumbers the refs below: the names are right', () => {
    const base = person(
      { ref: 'VOIC001A', name: 'voic_worries', description: WORRIED },
      { ref: 'VOIC002A', name: 'voic_story', description: STORY },
      { ref: 'VOIC003A', name: 'voic_safe', description: SAFE },
    );
    const head = person(
      { ref: 'VOIC001A', name: 'voic_person_id', description: 'Person identifier' },
      { ref: 'VOIC002A', name: 'voic_worries', description: WORRIED },
      { ref: 'VOIC003A', name: 'voic_story', description: STORY },
      { ref: 'VOIC004A', name: 'voic_safe', description: SAFE },
    );
    expect(pairs(base, head)).toEqual({
      pairs: [
        '- > VOIC001A voic_person_id',
        'VOIC001A voic_worries > VOIC002A voic_worries, renumbered',
        'VOIC002A voic_story > VOIC003A voic_story, renumbered',
        'VOIC003A voic_safe > VOIC004A voic_safe, renumbered',
      ],
      questions: [],
    });
    const { questions } = compare(base, head);
    expect(questions).toEqual([
      {
        object: 'ssd_person',
        itemRef: 'VOIC002A',
        file: 'spec/objects/ssd_person.yml',
        path: ['nodes', 0, 'fields', 1, 'item_ref'],
        question:
          'Should these items not keep their refs? `voic_worries` was VOIC001A and is VOIC002A; `voic_story` was ' +
          'VOIC002A and is VOIC003A; `voic_safe` was VOIC003A and is VOIC004A. A ref is the identity of an item, and these ' +
          "refs were other items' before: give only the new item a new ref, the next free one.",
      },
    ]);
  });

  test('a freed name taken over by another item: the refs are right', () => {
    const base = person(
      { ref: 'PROF001A', name: 'prof_table_id', description: 'Row identifier of the table' },
      { ref: 'PROF010A', name: 'prof_professional_id', description: 'Staff number in the CMS' },
    );
    const head = person(
      { ref: 'PROF001A', name: 'prof_professional_id', description: 'Row identifier of the table' },
      { ref: 'PROF010A', name: 'prof_staff_id', description: 'Staff number in the CMS' },
    );
    expect(pairs(base, head)).toEqual({
      pairs: [
        'PROF001A prof_table_id > PROF001A prof_professional_id',
        'PROF010A prof_professional_id > PROF010A prof_staff_id',
      ],
      questions: [],
    });
  });

  test('two items that exchange their names are told by their descriptions', () => {
    const base = person(
      { ref: 'PERS001A', name: 'pers_a', description: WORRIED },
      { ref: 'PERS002A', name: 'pers_b', description: STORY },
    );
    const renamed = person(
      { ref: 'PERS001A', name: 'pers_b', description: WORRIED },
      { ref: 'PERS002A', name: 'pers_a', description: STORY },
    );
    const renumbered = person(
      { ref: 'PERS001A', name: 'pers_b', description: STORY },
      { ref: 'PERS002A', name: 'pers_a', description: WORRIED },
    );
    expect(pairs(base, renamed).pairs).toEqual([
      'PERS001A pers_a > PERS001A pers_b',
      'PERS002A pers_b > PERS002A pers_a',
    ]);
    expect(pairs(base, renumbered).pairs).toEqual([
      'PERS001A pers_a > PERS002A pers_a, renumbered',
      'PERS002A pers_b > PERS001A pers_b, renumbered',
    ]);
  });

  const blank = [
    ['both blank', '', '', ''],
    ['both the same', WORRIED, WORRIED, WORRIED],
    ['both rewritten', WORRIED, STORY, SAFE],
  ] as const;

  test.each(blank)(
    'ref and name disagree and the descriptions do not tell (%s): a person is asked',
    (_, was, ref, name) => {
      const base = person({ ref: 'PERS001A', name: 'pers_a', description: was });
      const head = person(
        { ref: 'PERS001A', name: 'pers_b', description: ref },
        { ref: 'PERS002A', name: 'pers_a', description: name },
      );
      const { questions, changes } = compare(base, head);
      expect(questions[0]?.question).toBe(
        'Is the item PERS001A `pers_a` now PERS001A `pers_b` (renamed) or PERS002A `pers_a` (renumbered)? The ' +
          'descriptions do not tell. It is read as renamed.',
      );
      expect(questions[0]).toMatchObject({ itemRef: 'PERS001A', path: ['nodes', 0, 'fields', 0, 'item_ref'] });
      expect(told(changes)).toEqual(
        expect.arrayContaining(['item-renamed PERS001A pers_b', 'item-added PERS002A pers_a']),
      );
    },
  );

  test('a ref given to quite another item is read as renamed, and asked', () => {
    const base = person({ ref: 'PERS001A', name: 'pers_upn', description: 'Pupil number' });
    const head = person({ ref: 'PERS001A', name: 'pers_dob', description: 'When born' });
    expect(pairs(base, head)).toEqual({
      pairs: ['PERS001A pers_upn > PERS001A pers_dob'],
      questions: [
        'Is PERS001A `pers_dob` still the item that was `pers_upn`? Name and description are both new. It is read as ' +
          'renamed; a new item needs a new item_ref.',
      ],
    });
  });

  test.each([
    ['the description stays', 'Pupil number', 'pers_dob', 'Pupil number'],
    ['the name is alike', 'Pupil number', 'pers_upn_no', 'When born'],
    ['the description was blank', '', 'pers_dob', 'When born'],
  ])('a rename is not asked about when %s', (_, was, name, description) => {
    const base = person({ ref: 'PERS001A', name: 'pers_upn', description: was });
    expect(pairs(base, person({ ref: 'PERS001A', name, description })).questions).toEqual([]);
  });

  test('a name that stays under a new ref is the same item while its description is alike', () => {
    const base = person({ ref: 'CPPL0101A', name: 'cppl_ola', description: 'Plan of another authority' });
    const head = person({ ref: 'CPPL011A', name: 'cppl_ola', description: 'Plan of another authority' });
    expect(pairs(base, head)).toEqual({ pairs: ['CPPL0101A cppl_ola > CPPL011A cppl_ola'], questions: [] });
  });

  test('a name under a new ref with a new description is asked about, and not guessed', () => {
    const base = person({ ref: 'PERS001A', name: 'pers_upn', description: 'Pupil number' });
    const head = person({ ref: 'PERS002A', name: 'pers_upn', description: 'Reason why there is none' });
    expect(pairs(base, head)).toEqual({
      pairs: ['- > PERS002A pers_upn', 'PERS001A pers_upn > -'],
      questions: [
        'Is `pers_upn` (PERS002A) still the item that was PERS001A? Its ref and its description are both new. It is ' +
          'read as one item removed and another added.',
      ],
    });
  });

  test('one item gone and one new with the same description: possibly one, so it is asked', () => {
    const base = person({ ref: 'PERS001A', name: 'pers_upn', description: STORY });
    const head = person({ ref: 'PERS002A', name: 'pers_pupil_number', description: STORY });
    expect(pairs(base, head)).toEqual({
      pairs: ['- > PERS002A pers_pupil_number', 'PERS001A pers_upn > -'],
      questions: [
        'Is `pers_pupil_number` (PERS002A) the item that was `pers_upn` (PERS001A)? Both have the same description. It ' +
          'is read as one item removed and another added; if it is one item, keep its item_ref.',
      ],
    });
  });

  test.each(['', 'Team'])('items without a description that tells (%j) are not taken for one', (description) => {
    const base = person({ ref: 'PERS001A', name: 'pers_upn', description });
    expect(pairs(base, person({ ref: 'PERS002A', name: 'pers_team', description })).questions).toEqual([]);
  });

  test('a ref that stands twice decides nothing; ref and name together do', () => {
    const twins: ItemParts[] = [
      { ref: 'PROF013A', name: 'prof_name' },
      { ref: 'PROF013A', name: 'prof_agency' },
    ];
    expect(pairs(person(...twins), person(...[...twins].reverse())).pairs).toEqual([
      'PROF013A prof_agency > PROF013A prof_agency',
      'PROF013A prof_name > PROF013A prof_name',
    ]);
  });

  test('a repaired duplicate keeps its name, and only that one changes its ref', () => {
    const name = { ref: 'PROF013A', name: 'prof_name', description: 'Name' };
    const agency = { name: 'prof_agency', description: 'Works for an agency' };
    const base = person(name, { ...agency, ref: 'PROF013A' });
    expect(told(compare(base, person(name, { ...agency, ref: 'PROF014A' })).changes)).toEqual([
      'item-ref-changed PROF014A prof_agency',
    ]);
  });

  test('names that stand twice pair nobody twice', () => {
    const base = person(
      { ref: 'PERS001A', name: 'pers_x', description: WORRIED },
      { ref: 'PERS002A', name: 'pers_x', description: WORRIED },
    );
    const head = person(
      { ref: 'PERS001A', name: 'pers_p', description: STORY },
      { ref: 'PERS002A', name: 'pers_q', description: SAFE },
      { ref: 'PERS003A', name: 'pers_x', description: WORRIED },
    );
    expect(pairs(base, head).pairs).toEqual([
      '- > PERS003A pers_x',
      'PERS001A pers_x > PERS001A pers_p',
      'PERS002A pers_x > PERS002A pers_q',
    ]);
  });

  test('items without a ref are the same while their name is', () => {
    const base = person({ ref: '', name: 'pers_a' }, { ref: '', name: 'pers_b' });
    expect(pairs(base, person({ ref: '', name: 'pers_b' }, { ref: '', name: 'pers_c' })).pairs).toEqual([
      ' pers_a > -',
      ' pers_b >  pers_b',
      '- >  pers_c',
    ]);
  });
});

describe('aliases of the change log', () => {
  const base = person({ ref: 'PLBO002A', name: 'plbo_family_id' });
  const head = person({ ref: 'PREP002A', name: 'prep_person_id' });

  test('old_item_ref links an item whose ref and name are both new', () => {
    expect(pairs(base, head).pairs).toEqual(['- > PREP002A prep_person_id', 'PLBO002A plbo_family_id > -']);
    expect(pairs(base, head, [['PLBO002A', 'PREP002A']]).pairs).toEqual([
      'PLBO002A plbo_family_id > PREP002A prep_person_id',
    ]);
  });

  test('it links across objects too: the item moved', () => {
    const bronze = specification([object('plo_bronze', [{ ref: 'PLBO002A', name: 'plbo_family_id' }])]);
    const silver = specification([object('ssd_pre_proceedings', [{ ref: 'PREP002A', name: 'prep_person_id' }])]);
    expect(pairs(bronze, silver, [['PLBO002A', 'PREP002A']]).pairs).toEqual([
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

  test('what the log says counts for more than a name that stays', () => {
    const taken = person({ ref: 'PREP002A', name: 'prep_person_id' }, { ref: 'PREP003A', name: 'plbo_family_id' });
    expect(pairs(base, taken, [['PLBO002A', 'PREP002A']]).pairs).toEqual([
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
    expect(pairs(from, to, [['PLBO002A', 'PREP002A']]).pairs).toEqual([
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
    expect(pairs(from, to, [['PLBO002A', 'PREP002A']]).pairs).toEqual([
      'PLBO002A new_thing > PLBO002A new_thing, moved',
    ]);
  });

  test('in a renamed object an item with a new ref has not moved', () => {
    const stay: ItemParts[] = ['A', 'B', 'C'].map((letter) => ({ ref: `PREP10${letter}`, name: `prep_${letter}` }));
    const from = specification([object('plo', [...stay, { ref: 'PLBO002A', name: 'plbo_family_id' }])]);
    const to = specification([object('ssd_plo', [...stay, { ref: 'PREP002A', name: 'prep_person_id' }])]);
    expect(pairs(from, to, [['PLBO002A', 'PREP002A']]).pairs).toContain(
      'PLBO002A plbo_family_id > PREP002A prep_person_id',
    );
  });
});

describe('between objects', () => {
  test('an item that moves keeps its identity by its ref', () => {
    const item = { ref: 'PERS001A', name: 'pers_sex' };
    const base = specification([object('ssd_a', [item]), object('ssd_b', [])]);
    const head = specification([object('ssd_a', []), object('ssd_b', [{ ...item, name: 'pers_gender' }])]);
    expect(pairs(base, head).pairs).toEqual(['PERS001A pers_sex > PERS001A pers_gender, moved']);
    expect(told(compare(base, head).changes)).toEqual([
      'item-moved PERS001A pers_gender',
      'item-renamed PERS001A pers_gender',
    ]);
  });

  test('a name alone does not move an item', () => {
    const base = specification([object('ssd_a', [{ ref: 'AAAA001A', name: 'person_id' }]), object('ssd_b', [])]);
    const head = specification([object('ssd_a', []), object('ssd_b', [{ ref: 'BBBB001A', name: 'person_id' }])]);
    expect(pairs(base, head).pairs).toEqual(['- > BBBB001A person_id', 'AAAA001A person_id > -']);
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
