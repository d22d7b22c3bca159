/** Changes with one pattern are one group: who belongs together, and what the group says. */
import type { Comparison } from '../../src/changes/change.js';
import type { DataItem, Specification } from '../../src/specification/model.js';
import { codeSet, type ItemParts, object, specification } from '../fakes/specification.js';
import { compare, person } from './build.js';

const DISCLAIMER =
  '[Guidance text replicated from related stat-return fields. It may not be entirely applicable to this data item.]';

/** As many items, each with what the function gives for its number. */
function many(count: number, parts: (n: number) => Partial<DataItem>): Specification {
  const items = Array.from({ length: count }, (_, n): ItemParts => {
    const number = String(n + 1).padStart(3, '0');
    return { ref: `PERS${number}A`, name: `pers_${number}`, ...parts(n) };
  });
  return person(...items);
}

function groupsOf({ groups }: Comparison): (readonly [count: number, title: string])[] {
  return groups.map(({ members, title }) => [members.length, title] as const);
}

/** The groups when each of two items changes in the same way. */
function twice(before: Partial<DataItem>, after: Partial<DataItem>): readonly (readonly [number, string])[] {
  return groupsOf(
    compare(
      many(2, () => before),
      many(2, () => after),
    ),
  );
}

describe('patterns that many items share', () => {
  test('205 texts gain the same first sentence', () => {
    const found = compare(
      many(205, (n) => ({ guidance: `Guidance number ${n} of the return` })),
      many(205, (n) => ({ guidance: `${DISCLAIMER}Guidance number ${n} of the return` })),
    );
    expect(groupsOf(found)).toEqual([[205, `guidance gains "${DISCLAIMER}"`]]);
    expect(found.groups[0]).toMatchObject({ id: 'g1', kind: 'item-guidance-changed' });
    expect(found.groups[0]?.members).toEqual(Array.from({ length: 205 }, (_, n) => n));
  });

  test('the same sentence before texts that are rewritten as well', () => {
    const found = compare(
      many(2, (n) => ({ guidance: `${DISCLAIMER}Old words ${n}` })),
      many(2, (n) => ({ guidance: `Quite other words, number ${n}` })),
    );
    expect(groupsOf(found)).toEqual([[2, `guidance loses "${DISCLAIMER}"`]]);
  });

  test('94 items gain a return; what another one loses is not among them', () => {
    const found = compare(
      many(95, (n) => ({ returns: [`R${n}`] })),
      many(95, (n) => ({ returns: n === 50 ? [] : [`R${n}`, 'SSDA903'] })),
    );
    expect(groupsOf(found)).toEqual([[94, 'returns: gains SSDA903']]);
    expect(found.groups[0]?.members).not.toContain(50);
  });

  test.each<[title: string, before: Partial<DataItem>, after: Partial<DataItem>]>([
    ['type: DATE -> date', { type: 'DATE' }, { type: 'date' }],
    ['size: none -> 48', {}, { size: 48 }],
    ['primary key: false -> true', {}, { primaryKey: true }],
    ['required: true -> false', { required: true }, {}],
    ['code set: none -> sex', {}, { codeSet: 'sex' }],
    ['foreign key: none -> ssd_a.b', {}, { foreignKey: 'ssd_a.b' }],
    ['constraints: gains pk', {}, { constraints: ['pk'] }],
    ['CMS: gains azeus; loses Azeus', { cms: ['Azeus'] }, { cms: ['azeus'] }],
    ['CMS field: gains mosaic:B; loses mosaic:A', { cmsField: ['mosaic:A'] }, { cmsField: ['mosaic:B'] }],
    ['CMS table: gains mosaic:(its object)', {}, { cmsTable: ['mosaic:ssd_person'] }],
    [
      'categories: follows the name, or order and repetitions only',
      { categories: ['a', 'b'] },
      { categories: ['b', 'a'] },
    ],
    ['description filled', {}, { description: 'Words' }],
    ['description emptied', { description: 'Words' }, {}],
    ['guidance cut short', { guidance: 'One\ntwo three' }, { guidance: 'two' }],
    ['guidance: letter case, white space or punctuation only', { guidance: 'WORDS' }, { guidance: 'words' }],
  ])('%s', (title, before, after) => {
    expect(twice(before, after)).toEqual([[2, title]]);
  });

  test('mappings that follow the items’ own names are one pattern, whatever the names', () => {
    const found = compare(
      many(3, (n) => ({ name: `old_${n}`, cmsField: [`mosaic:old_${n}`] })),
      many(3, (n) => ({ name: `new_${n}`, cmsField: [`mosaic:new_${n}`] })),
    );
    expect(groupsOf(found)).toEqual([[3, 'CMS field: follows the name, or order and repetitions only']]);
  });

  test('metadata edited by hand', () => {
    const metadata = { releaseDatetime: '', changeId: '', itemChangesCount: 1, changeReason: '', changeType: '' };
    const written = (n: number) => ({ metadata: { ...metadata, written: { change_id: `SSD-${n}` } } });
    expect(
      groupsOf(
        compare(
          many(2, () => ({})),
          many(2, written),
        ),
      ),
    ).toEqual([[2, 'metadata edited']]);
  });

  test('cosmetic changes are never in a group with real ones, though they follow one pattern', () => {
    const found = compare(
      many(4, (n) => ({ cms: n < 2 ? ['azeus', 'mosaic'] : ['azeus', 'azeus'] })),
      many(4, (n) => ({ cms: n < 2 ? ['mosaic', 'azeus'] : ['azeus'] })),
    );
    const title = 'CMS: follows the name, or order and repetitions only';
    expect(found.groups.map((group) => [group.title, group.members])).toEqual([
      [title, [0, 1]],
      [title, [2, 3]],
    ]);
  });
});

describe('groups around one decision', () => {
  test('a rename with the foreign keys that follow it, across objects', () => {
    const of = (name: string) =>
      specification([
        object('ssd_address', [{ ref: 'ADDR001A', name: 'addr_id', foreignKey: `ssd_person.${name}` }]),
        object('ssd_person', [{ ref: 'PERS001A', name }]),
        object('ssd_visit', [
          { ref: 'VISI001A', name: 'visi_id', foreignKey: `ssd_person.${name}` },
          { ref: 'VISI002A', name: 'visi_other', foreignKey: 'ssd_person.else' },
        ]),
      ]);
    const found = compare(of('pers_id'), of('pers_person_id'));
    expect(groupsOf(found)).toEqual([[3, 'ssd_person.pers_person_id is renamed, and what refers to it follows']]);
    const members = found.groups[0]?.members.map((index) => found.changes[index]?.itemRef);
    expect(members).toEqual(['ADDR001A', 'PERS001A', 'VISI001A']);
  });

  test('a foreign key that leads elsewhere than the rename is not of the group', () => {
    const of = (name: string, to: string) =>
      specification([
        object('ssd_person', [{ ref: 'PERS001A', name }]),
        object('ssd_visit', [{ ref: 'VISI001A', name: 'visi_id', foreignKey: `ssd_person.${to}` }]),
      ]);
    expect(compare(of('pers_id', 'pers_id'), of('pers_person_id', 'pers_key')).groups).toEqual([]);
  });

  test('an object that comes or goes has its items with it', () => {
    const whole = specification([
      object(
        'ssd_person',
        [1, 2, 3].map((n) => ({ ref: `PERS00${n}A`, name: `pers_${n}` })),
      ),
    ]);
    const none = specification([]);
    expect(groupsOf(compare(none, whole))).toEqual([[4, 'ssd_person is new, with its items']]);
    expect(groupsOf(compare(whole, none))).toEqual([[4, 'ssd_person is removed, with its items']]);
  });

  test('codes of one set', () => {
    const of = (values: Record<string, string>) => specification([], { codeSets: [codeSet('sex', values)] });
    const found = compare(of({ A: '1', B: '2', C: '3', D: '4' }), of({ C: 'x', D: 'y', E: '', F: '' }));
    expect(groupsOf(found).sort()).toEqual([
      [2, 'codes added to sex'],
      [2, 'codes of sex described anew'],
      [2, 'codes removed from sex'],
    ]);
  });
});

describe('no group', () => {
  test.each<[what: string, before: (n: number) => Partial<DataItem>, after: (n: number) => Partial<DataItem>]>([
    [
      'for texts that are rewritten, each in its own way',
      (n) => ({ guidance: `abc ${n}` }),
      (n) => ({ guidance: `xyz ${n}` }),
    ],
    ['for different steps', () => ({ type: 'int' }), (n) => ({ type: n === 0 ? 'bit' : 'float' })],
    ['for renames of their own', (n) => ({ name: `a_${n}` }), (n) => ({ name: `b_${n}` })],
  ])('%s', (_, before, after) => {
    expect(compare(many(2, before), many(2, after)).groups).toEqual([]);
  });

  test('for one change alone', () => {
    expect(
      compare(
        many(1, () => ({})),
        many(1, () => ({ returns: ['CIN'] })),
      ).groups,
    ).toEqual([]);
  });

  test('for single items that come into objects which were there', () => {
    expect(
      compare(
        many(1, () => ({})),
        many(3, () => ({})),
      ).groups,
    ).toEqual([]);
  });
});

test('every change stands in one group at the most, and groups are numbered in order', () => {
  const found = compare(
    many(6, () => ({ type: 'int' })),
    many(6, (n) => ({ type: n < 3 ? 'bit' : 'real', returns: ['CIN'] })),
  );
  expect(found.groups.map(({ id }) => id)).toEqual(['g1', 'g2', 'g3']);
  const members = found.groups.flatMap((group) => group.members);
  expect(new Set(members).size).toBe(members.length);
  expect(members).toHaveLength(12);
});
