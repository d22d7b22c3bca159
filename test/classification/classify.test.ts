/** What the author states, what is doubted, and what must go back. */
import { readStatements } from '../../src/classification/statement.js';
import { object, specification } from '../fakes/specification.js';
import { evidence, type Judged, judge, KEY, people, sex } from './build.js';

const TYPES = ['bug', 'new feature', 'change', 'decision'];

function stated(text: string, before = sex(), after = sex({ size: 2 })): readonly Judged[] {
  return judge(people(before), people(after), { statements: readStatements(text, TYPES) });
}

describe('the author states the type', () => {
  test('it wins, is shown as such, and is doubted where the evidence says otherwise', () => {
    expect(stated('Change-Type: bug')).toMatchObject([
      {
        changeType: 'bug',
        weight: 'minor',
        stated: true,
        reason: 'Stated by the author. The item holds more than before; nothing is lost.',
        doubt: 'The evidence says change: The item holds more than before; nothing is lost.',
      },
    ]);
  });

  test('it is not doubted where the evidence agrees', () => {
    expect(stated('Change-Type: change')).toMatchObject([{ changeType: 'change', stated: true, doubt: '' }]);
  });

  test('the weight stays that of the evidence', () => {
    expect(stated('Change-Type: bug', sex({ size: 2 }), sex())).toMatchObject([{ changeType: 'bug', weight: 'major' }]);
  });

  test('where the evidence is undecided it decides', () => {
    const before = sex({ name: 'pers_upn', description: 'Pupil number' });
    const after = sex({ name: 'pers_dob', description: 'When born' });
    const renamed = (text: string) => stated(text, before, after).find(({ kind }) => kind === 'item-renamed');
    expect(renamed('')).toMatchObject({ changeType: 'undecided', stated: false });
    expect(renamed('Change-Type: bug')).toMatchObject({ changeType: 'bug', stated: true, doubt: '' });
  });

  test('for one ref it holds for that item alone', () => {
    const twins = (size: number) => people(sex({ size }), sex({ ref: 'PERS003A', name: 'pers_age', size }));
    const found = judge(twins(1), twins(2), { statements: readStatements('Change-Type: bug pers003a', TYPES) });
    expect(found.map(({ itemRef, changeType, stated: said }) => [itemRef, changeType, said])).toEqual([
      ['PERS002A', 'change', false],
      ['PERS003A', 'bug', true],
    ]);
  });

  test('a type of the configuration’s own may be stated', () => {
    expect(stated('Change-Type: decision')).toMatchObject([
      { changeType: 'decision', doubt: expect.stringContaining('change') },
    ]);
  });

  test('a type that is none is passed over', () => {
    expect(stated('Change-Type: typo')).toMatchObject([{ changeType: 'change', stated: false }]);
  });

  test('a cosmetic change is what it is', () => {
    const found = stated('Change-Type: new feature', sex(), sex({ description: 'SEX of the child' }));
    expect(found).toMatchObject([{ class: 'cosmetic', changeType: 'bug', stated: false, doubt: '' }]);
  });
});

describe('a change that brings an error is blocked with it', () => {
  /** `kind: rules` of what is blocked. */
  const blocked = (...sides: Parameters<typeof judge>) =>
    judge(...sides)
      .filter(({ blockedBy }) => blockedBy.length > 0)
      .map(({ kind, itemRef, blockedBy }) => `${kind} ${itemRef}: ${blockedBy.join(', ')}`);

  const address = (foreignKey: string) =>
    object('ssd_address', [
      { ...KEY, ref: 'ADDR001A', name: 'addr_id' },
      { ref: 'ADDR002A', name: 'addr_person_id', foreignKey, size: 48, description: 'Person', guidance: 'x' },
    ]);

  test.each([
    ['an unknown type', sex(), sex({ type: 'nvarhcar' }), ['item-type-changed PERS002A: unknown-type']],
    ['an unknown return', sex(), sex({ returns: ['Loca;'] }), ['item-returns-changed PERS002A: unknown-return']],
    ['a name that no column can have', sex(), sex({ name: 'pers sex' }), ['item-renamed PERS002A: name-invalid']],
    [
      'a reference to nothing',
      sex(),
      sex({ foreignKey: 'ssd_nobody.id' }),
      ['item-foreign-key-changed PERS002A: foreign-key-dangling'],
    ],
  ])('%s', (_, before, after, expected) => {
    expect(blocked(people(before), people(after))).toEqual(expected);
  });

  test('a new item with whatever is wrong in it', () => {
    const head = people(sex({ type: 'nvarhcar', returns: ['Loca;'] }));
    expect(blocked(people(), head)).toEqual(['item-added PERS002A: unknown-return, unknown-type']);
  });

  test('an item that goes, or is renamed, and leaves a foreign key behind', () => {
    const from = address('ssd_person.pers_sex');
    const with_ = (...objects: Parameters<typeof specification>[0][number][]) => specification([from, ...objects]);
    const [before] = people(sex()).objects;
    const [gone] = people().objects;
    const [renamed] = people(sex({ name: 'pers_gender' })).objects;
    if (!before || !gone || !renamed) throw new Error('no object');
    expect(blocked(with_(before), with_(gone))).toEqual(['item-removed PERS002A: foreign-key-dangling']);
    expect(blocked(with_(before), with_(renamed))).toEqual(['item-renamed PERS002A: foreign-key-dangling']);
  });

  test('not for an error that stood before, or one of another value', () => {
    const bad = { returns: ['Loca;'] };
    expect(blocked(people(sex(bad)), people(sex({ ...bad, type: 'int' })))).toEqual([]);
    const [described] = judge(people(sex()), people(sex({ ...bad, description: 'Something else altogether' }))).filter(
      ({ kind }) => kind === 'item-description-changed',
    );
    expect(described?.blockedBy).toEqual([]);
  });

  test('not for a warning', () => {
    expect(blocked(people(sex()), people(sex({ guidance: '', description: '' })))).toEqual([]);
  });
});

describe('evidence', () => {
  test('knows both sides of an item, and none where there is none', () => {
    const { changes, known } = evidence(
      people(sex()),
      people(sex({ name: 'pers_gender' }), sex({ ref: 'PERS003A', name: 'pers_age' })),
    );
    const sides = changes.map((change) => {
      const { before, after } = known.itemOf(change);
      return [change.kind, before?.name, after?.name];
    });
    expect(sides).toEqual([
      ['item-renamed', 'pers_sex', 'pers_gender'],
      ['item-added', undefined, 'pers_age'],
    ]);
  });

  test('counts a group, this change included', () => {
    const twins = (returns: string[]) => people(sex({ returns }), sex({ ref: 'PERS003A', name: 'pers_age', returns }));
    const { changes, known } = evidence(twins([]), twins(['CIN']));
    expect(changes.map((change) => known.groupSize(change))).toEqual([2, 2]);
  });

  test('knows what the base’s foreign keys refer to, and what is renamed', () => {
    const child = { ref: 'PERS003A', name: 'pers_mother', foreignKey: 'ssd_person.pers_person_id' };
    const head = specification([object('ssd_person', [{ ...KEY, name: 'pers_id' }, child])]);
    const { changes, known } = evidence(people(child), head);
    const [renamed] = changes;
    if (!renamed) throw new Error('no change');
    expect(known.childrenOf(renamed).map(({ name }) => name)).toEqual(['pers_mother']);
    expect(known.isRename('ssd_person.pers_person_id', 'ssd_person.pers_id')).toBe(true);
    expect(known.isRename('ssd_person.pers_person_id', 'ssd_person.other')).toBe(false);
  });

  test('a finding of a key counts for all three places where a key is declared', () => {
    const before = sex({ constraints: ['pk'] });
    const { changes, known } = evidence(
      people(before),
      people(sex({ constraints: ['pk'], primaryKey: true, required: true })),
    );
    const resolved = changes.map((change) => [change.kind, known.resolvedBy(change).includes('primary-key-flag')]);
    expect(resolved).toEqual([
      ['item-primary-key-changed', true],
      ['item-validators-changed', true],
    ]);
  });
});
