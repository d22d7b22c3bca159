/** Every way in which the identity of items was lost inside one object of the recorded history, in small. */
import type { ItemParts } from '../fakes/specification.js';
import { compare, matched, person, told } from './build.js';

const WORRIED = 'Has someone explained to you why people are worried for your family?';
const STORY = 'Does your story with words and pictures help you to understand?';
const SAFE = 'Do you think the plan tells everyone what to do to keep you safe?';

describe('inside one object', () => {
  test('a new name under the same ref is a rename', () => {
    const base = person({ ref: 'PERS001A', name: 'pers_gender', description: 'Gender of the child' });
    const head = person({ ref: 'PERS001A', name: 'pers_sex', description: 'Gender of the child' });
    expect(matched(base, head)).toEqual({ pairs: ['PERS001A pers_gender > PERS001A pers_sex'], questions: [] });
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
    expect(matched(base, head)).toEqual({
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
    expect(matched(base, head)).toEqual({
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
    expect(matched(base, renamed).pairs).toEqual([
      'PERS001A pers_a > PERS001A pers_b',
      'PERS002A pers_b > PERS002A pers_a',
    ]);
    expect(matched(base, renumbered).pairs).toEqual([
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
    expect(matched(base, head)).toEqual({
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
    expect(matched(base, person({ ref: 'PERS001A', name, description })).questions).toEqual([]);
  });

  test('a name that stays under a new ref is the same item while its description is alike', () => {
    const base = person({ ref: 'CPPL0101A', name: 'cppl_ola', description: 'Plan of another authority' });
    const head = person({ ref: 'CPPL011A', name: 'cppl_ola', description: 'Plan of another authority' });
    expect(matched(base, head)).toEqual({ pairs: ['CPPL0101A cppl_ola > CPPL011A cppl_ola'], questions: [] });
  });

  test('a name under a new ref with a new description is asked about, and not guessed', () => {
    const base = person({ ref: 'PERS001A', name: 'pers_upn', description: 'Pupil number' });
    const head = person({ ref: 'PERS002A', name: 'pers_upn', description: 'Reason why there is none' });
    expect(matched(base, head)).toEqual({
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
    expect(matched(base, head)).toEqual({
      pairs: ['- > PERS002A pers_pupil_number', 'PERS001A pers_upn > -'],
      questions: [
        'Is `pers_pupil_number` (PERS002A) the item that was `pers_upn` (PERS001A)? Both have the same description. It ' +
          'is read as one item removed and another added; if it is one item, keep its item_ref.',
      ],
    });
  });

  test.each(['', 'Team'])('items without a description that tells (%j) are not taken for one', (description) => {
    const base = person({ ref: 'PERS001A', name: 'pers_upn', description });
    expect(matched(base, person({ ref: 'PERS002A', name: 'pers_team', description })).questions).toEqual([]);
  });

  test('a ref that stands twice decides nothing; ref and name together do', () => {
    const twins: ItemParts[] = [
      { ref: 'PROF013A', name: 'prof_name' },
      { ref: 'PROF013A', name: 'prof_agency' },
    ];
    expect(matched(person(...twins), person(...[...twins].reverse())).pairs).toEqual([
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
    expect(matched(base, head).pairs).toEqual([
      '- > PERS003A pers_x',
      'PERS001A pers_x > PERS001A pers_p',
      'PERS002A pers_x > PERS002A pers_q',
    ]);
  });

  test('items without a ref are the same while their name is', () => {
    const base = person({ ref: '', name: 'pers_a' }, { ref: '', name: 'pers_b' });
    expect(matched(base, person({ ref: '', name: 'pers_b' }, { ref: '', name: 'pers_c' })).pairs).toEqual([
      ' pers_a > -',
      ' pers_b >  pers_b',
      '- >  pers_c',
    ]);
  });
});
