import type { Path } from '../../src/specification/model.js';
import { codeSet, metadata, object, specification, spreadsheet } from '../fakes/specification.js';
import { changesOf, compare, person, readTexts, told } from './build.js';

const FILE = 'spec/objects/ssd_person.yml';
const HEAD = 'nodes:\n- name: ssd_person\n  fields:\n  - name: pers_sex\n';

/** The specification of one item with these lines. */
function withLines(...lines: string[]) {
  return readTexts({ [FILE]: HEAD + lines.map((line) => `    ${line}\n`).join('') });
}

describe('one value, many spellings', () => {
  const LISTS = ['categories', 'constraints', 'returns', 'cms', 'cms_field', 'cms_table'];
  const TEXTS = ['description', 'guidance', 'type', 'foreign_key', 'code_set', 'size', 'item_ref'];
  const blanks: readonly (readonly [key: string, spellings: readonly string[]])[] = [
    ...TEXTS.map((key) => [key, ['', `${key}:`, `${key}: null`, `${key}: ~`, `${key}: ''`, `${key}: ""`]] as const),
    ...LISTS.map(
      (key) => [key, ['', `${key}:`, `${key}: null`, `${key}: []`, `${key}: ['']`, `${key}: [null]`]] as const,
    ),
    ['metadata', ['', 'metadata:', 'metadata: null', 'metadata: {}', 'metadata: {change_id: null}']],
    ['primary_key', ['', 'primary_key:', 'primary_key: false', 'primary_key: False', 'primary_key: null']],
    [
      'validators',
      [
        '',
        'validators:',
        'validators: []',
        'validators: [{required: {enabled: false}}]',
        'validators: [{unique: {enabled: null}}, {required: {enabled: false}}]',
        'validators: [{required: }]',
      ],
    ],
  ];
  const cases = blanks.flatMap(([key, spellings]) => spellings.map((spelling) => [key, spelling] as const));

  test.each(cases)('%s: %j is no change against an item without it', (_, spelling) => {
    expect(compare(withLines(), withLines(spelling)).changes).toEqual([]);
    expect(compare(withLines(spelling), withLines()).changes).toEqual([]);
  });

  test.each(cases)('%s: a value against %j is a change', (key, spelling) => {
    const filled: Record<string, string> = { size: '48', primary_key: 'true', metadata: '{change_id: SSD-0001}' };
    filled.validators = '[{required: {enabled: true}}]';
    const value = filled[key] ?? (LISTS.includes(key) ? '[a]' : 'a');
    expect(compare(withLines(spelling), withLines(`${key}: ${value}`)).changes).toHaveLength(1);
  });

  test.each([
    ['field_ref: PERS001A', 'item_ref: PERS001A'],
    ['cms_fields: [mosaic:SEX]', 'cms_field: ["mosaic: SEX"]'],
    ['cms_table: [{mosaic: PEOPLE}]', 'cms_table: ["mosaic : PEOPLE"]'],
    ['size: MAX', 'size: max'],
    ["size: '48'", 'size: 48'],
    ['description: "one two"', 'description: >-\n      one\n      two'],
  ])('%j and %j are read as one', (from, to) => {
    expect(compare(withLines(from), withLines(to)).changes).toEqual([]);
  });

  test('white space and letter case of a text are kept, so that a cosmetic change is seen', () => {
    const { changes } = compare(withLines('description: "Sex "'), withLines('description: sex'));
    expect(changes).toMatchObject([{ class: 'cosmetic', before: 'Sex ', after: 'sex' }]);
  });
});

describe('size and type', () => {
  test('a type that has no size takes it away: one change', () => {
    const changes = changesOf({ type: 'nvarchar', size: 48 }, { type: 'int', size: null });
    expect(told(changes)).toEqual(['item-type-changed PERS001A pers_sex']);
  });

  test('the size that a new type brings is told', () => {
    const changes = changesOf({ type: 'int', size: null }, { type: 'nvarchar', size: 48 });
    expect(changes.map(({ kind, before, after }) => [kind, before, after])).toEqual([
      ['item-type-changed', 'int', 'nvarchar'],
      ['item-size-changed', null, 48],
    ]);
  });

  test('a size that is lost alone, or another beside another type, is a change of its own', () => {
    expect(told(changesOf({ size: 48 }, { size: null }))).toEqual(['item-size-changed PERS001A pers_sex']);
    expect(changesOf({ type: 'nchar', size: 1 }, { type: 'nvarchar', size: 2 })).toHaveLength(2);
  });

  test('where there is a spreadsheet the sizes stand in it', () => {
    const sheet = spreadsheet({ itemRef: 'PERS001A' });
    const of = (size: number) => ({ ...person({ ref: 'PERS001A', name: 'pers_sex', size }), spreadsheet: sheet });
    expect(compare(of(1), of(2)).changes).toMatchObject([{ kind: 'item-size-changed', source: 'spreadsheet' }]);
    expect(changesOf({ size: 1 }, { size: 2 })).toMatchObject([{ kind: 'item-size-changed', source: 'yaml' }]);
  });
});

describe('validators', () => {
  test('each validator is a change of its own', () => {
    const changes = changesOf({ required: true }, { unique: true });
    expect(changes.map(({ part, before, after }) => [part, before, after])).toEqual([
      ['required', true, false],
      ['unique', false, true],
    ]);
  });
});

describe('metadata blocks', () => {
  const before = person({ ref: 'PERS001A', name: 'pers_sex' });
  const after = person({ ref: 'PERS001A', name: 'pers_sex', metadata: metadata('SSD-0007') });

  test('a block that a person wrote is a change', () => {
    expect(told(compare(before, after).changes)).toEqual(['item-metadata-changed PERS001A pers_sex']);
  });

  test('a block of our own writing is none', () => {
    const asked: string[] = [];
    const isOwnBlock = (item: { ref: string }) => asked.push(item.ref) > 0;
    expect(compare(before, after, { isOwnBlock }).changes).toEqual([]);
    expect(asked).toEqual(['PERS001A']);
  });

  test('blank facts of a block are none', () => {
    const blank = person({ ref: 'PERS001A', name: 'pers_sex', metadata: metadata('SSD-0007', { change_type: '' }) });
    expect(compare(after, blank).changes).toEqual([]);
  });
});

describe('order of the items', () => {
  const item = (letter: string) => ({ ref: `PERS00${letter}A`, name: `pers_${letter}` });
  const of = (letters: string) => person(...[...letters].map(item));

  test('the fewest items whose moving explains the new order are named, with their old and new places', () => {
    expect(compare(of('abcde'), of('eabcd')).changes).toMatchObject([
      { kind: 'item-order-changed', before: ['pers_e 5'], after: ['pers_e 1'] },
    ]);
    expect(compare(of('abcd'), of('badc')).changes).toMatchObject([
      { kind: 'item-order-changed', before: ['pers_b 2', 'pers_d 4'], after: ['pers_b 1', 'pers_d 3'] },
    ]);
  });

  test('items that come and go move nobody', () => {
    expect(told(compare(of('abc'), of('xacy')).changes)).toEqual([
      'item-added PERS00xA pers_x',
      'item-removed PERS00bA pers_b',
      'item-added PERS00yA pers_y',
    ]);
  });

  test('an item is called by its new name', () => {
    const renamed = person({ ...item('b'), name: 'pers_new' }, item('a'));
    const changes = compare(of('ab'), renamed).changes;
    expect(changes.find(({ kind }) => kind === 'item-order-changed')).toMatchObject({
      before: ['pers_new 2'],
      after: ['pers_new 1'],
    });
  });
});

describe('code sets', () => {
  const sets = (...codeSets: ReturnType<typeof codeSet>[]) => specification([], { codeSets });

  test('a new set is all of its values added, one that goes all of them removed', () => {
    const added = compare(sets(), sets(codeSet('sex', { M: 'Male', F: '' }))).changes;
    expect(added.map(({ kind, part, after }) => [kind, part, after])).toEqual([
      ['code-set-value-added', 'M', 'Male'],
      ['code-set-value-added', 'F', ''],
    ]);
    const removed = compare(sets(codeSet('sex', { M: 'Male' })), sets()).changes;
    expect(removed).toMatchObject([{ kind: 'code-set-value-removed', side: 'base', file: 'spec/categories/sex.yml' }]);
  });

  test('the order of values means nothing', () => {
    expect(compare(sets(codeSet('sex', { M: '', F: '' })), sets(codeSet('sex', { F: '', M: '' }))).changes).toEqual([]);
  });

  test('letter case of a code is another code', () => {
    expect(told(compare(sets(codeSet('sex', { m: '' })), sets(codeSet('sex', { M: '' }))).changes)).toEqual(
      ['code-set-value-added sex sex', 'code-set-value-removed sex sex'].map((line) =>
        line.replace(' sex sex', '  sex'),
      ),
    );
  });
});

describe('what cannot be read', () => {
  const FILES = ['spec/objects/ssd_person.yml', 'spec/objects/ssd_child.yml', 'spec/categories/sex.yml'];
  const base = specification(
    [
      object('ssd_child', [{ ref: 'CHIL001A', name: 'chil_id' }]),
      object('ssd_person', [{ ref: 'PERS001A', name: 'pers_id' }]),
    ],
    { codeSets: [codeSet('sex', { M: 'Male' })] },
  );
  const lost = (file: string, path: Path = [], severity: 'error' | 'warning' = 'error') => {
    return { code: 'unparseable-file', file, path, message: '', expected: '', severity };
  };

  test.each(FILES)('%s: nothing of it is gone, and the other files are compared', (file) => {
    const all = told(compare(base, specification([])).changes);
    const others = told(compare(base, specification([], { problems: [lost(file)] })).changes);
    expect(all).toHaveLength(5);
    expect(others.length).toBe(file.includes('objects') ? 3 : 4);
    expect(all).toEqual(expect.arrayContaining(others));
  });

  test('in the base: nothing of it is new', () => {
    const before = { ...specification([]), problems: FILES.map((file) => lost(file)) };
    expect(compare(before, base).changes).toEqual([]);
  });

  test('an item that was not read keeps its whole file out; a value that was not read does not, nor does a warning', () => {
    const of = (path: Path, severity?: 'warning') =>
      told(compare(base, specification([], { problems: [lost(FILES[0] ?? '', path, severity)] })).changes).length;
    expect(of(['nodes', 0, 'fields', 3])).toBe(3);
    expect(of(['nodes', 0, 'fields', 3, 'size'])).toBe(5);
    expect(of([], 'warning')).toBe(5);
  });
});

test('changes stand in the order of the files and of the items, each item in the order of the table', () => {
  const base = specification([
    object('ssd_b', [{ ref: 'BBBB001A', name: 'b', guidance: 'x' }]),
    object('ssd_a', [
      { ref: 'AAAA001A', name: 'a' },
      { ref: 'AAAA002A', name: 'c', returns: ['CIN'] },
    ]),
  ]);
  const head = specification([
    object('ssd_a', [
      { ref: 'AAAA001A', name: 'a', description: 'x' },
      { ref: 'AAAA002A', name: 'd', type: 'int' },
    ]),
    object('ssd_b', [{ ref: 'BBBB001A', name: 'b', required: true }]),
  ]);
  expect(told(compare(base, head).changes)).toEqual([
    'item-description-changed AAAA001A a',
    'item-renamed AAAA002A d',
    'item-type-changed AAAA002A d',
    'item-returns-changed AAAA002A d',
    'item-guidance-changed BBBB001A b',
    'item-validators-changed BBBB001A b',
  ]);
});

test('the same data item in both revisions is passed over without a look', () => {
  const same = object('ssd_person', [{ ref: 'PERS001A', name: 'pers_sex' }]);
  const trap = { ...specification([same]), objects: [same] };
  expect(compare(trap, { ...trap, objects: [same] })).toEqual({ changes: [], groups: [], questions: [] });
});
