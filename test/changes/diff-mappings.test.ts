/** Which mappings count as changed: their own text, and what they use by name. */

import type { Value } from '../../src/changes/change.js';
import { defaultConfig, LAYOUTS } from '../../src/config/layouts.js';
import { readSpecification } from '../../src/specification/read-specification.js';
import { fileOf } from '../fakes/memory-repository.js';
import { compare } from './build.js';

const BASE = {
  '_sources.yml': 'tables: {T: {ID: int, A: str9}, U: {ID: int}}',
  '_fragments.yml':
    'sets:\n  one: select t.ID as ID from T t\n  two: select o.ID as ID from one o\ncodes: {kinds: [a]}\nparameters: {p: {default: 1, means: x}}',
  'ssd_a.yml': 'from: two x\nitems: {AAAA001A: x.ID}',
  'ssd_b.yml': "from: T t\nwhere: in_codes(t.A, 'kinds')\nitems: {BBBB001A: t.ID, BBBB002A: t.A}\nnotes: [one]",
  'ssd_c.yml': "from: U u\nwhere: u.ID = parameter('p')\nitems: {CCCC001A: u.ID}",
};

const OBJECTS = ['a', 'b', 'c', 'd']
  .map((letter) => {
    const ref = `${letter.toUpperCase().repeat(4)}00`;
    const items = [1, 2].map((nth) => `      - {item_ref: ${ref}${nth}A, name: it_${nth}, type: nvarchar}\n`);
    return `  - name: ssd_${letter}\n    fields:\n${items.join('')}`;
  })
  .join('');

function specificationOf(changes: Readonly<Record<string, string>>) {
  const mappings = Object.entries({ ...BASE, ...changes }).filter(([, text]) => text !== '');
  const files = [
    ...mappings.map(([name, text]) => fileOf(`spec/cms/mosaic/${name}`, text)),
    fileOf('spec/objects/all.yml', `nodes:\n${OBJECTS}`),
  ];
  return readSpecification(files, defaultConfig(LAYOUTS[0]).layout);
}

/** `BBBB002A: t.A > trim(t.A)`, `ssd_c: > ...`: what differs, with the values. */
function changed(changes: Readonly<Record<string, string>>): string[] {
  return compare(specificationOf({}), specificationOf(changes)).changes.map(({ object, itemRef, before, after }) => {
    const text = (value: Value) => (Array.isArray(value) ? value.map((one) => one.slice(7)).join(', ') : '-');
    return `${itemRef || object}: ${text(before)} > ${text(after)}`;
  });
}

test.each<[what: string, changes: Readonly<Record<string, string>>, said: readonly string[]]>([
  ['nothing', {}, []],
  [
    'an item',
    { 'ssd_b.yml': BASE['ssd_b.yml'].replace('BBBB002A: t.A', 'BBBB002A: trim(t.A)') },
    ['BBBB002A: t.A > trim(t.A)'],
  ],
  [
    'an item that is mapped no more',
    { 'ssd_b.yml': BASE['ssd_b.yml'].replace(', BBBB002A: t.A', '') },
    ['BBBB002A: t.A > -'],
  ],
  [
    'an item that is not held',
    { 'ssd_b.yml': BASE['ssd_b.yml'].replace('BBBB002A: t.A', 'BBBB002A: {not_held: paper}') },
    ['BBBB002A: t.A > not held: paper'],
  ],
  [
    'an item that is mapped to codes',
    {
      'ssd_b.yml': BASE['ssd_b.yml'].replace(
        'BBBB002A: t.A',
        'BBBB002A: {map: t.A, codes: {x: y}, default: U, when_null: N}',
      ),
    },
    ['BBBB002A: t.A > map t.A by {"x":"y"}, default U, when null N'],
  ],
  [
    'an item as JSON',
    { 'ssd_b.yml': BASE['ssd_b.yml'].replace('BBBB002A: t.A', 'BBBB002A: {json: {K: {text: t.A, max: 3}}}') },
    ['BBBB002A: t.A > json [{"key":"K","kind":"text","value":"t.A","max":3}]'],
  ],
  [
    'an item by hand',
    { 'ssd_b.yml': BASE['ssd_b.yml'].replace('BBBB002A: t.A', 'BBBB002A: {sql: {oracle: t.A}, type: str9, why: x}') },
    ['BBBB002A: t.A > SQL by hand, str9: {"oracle":"t.A"}'],
  ],
  ['a note', { 'ssd_b.yml': BASE['ssd_b.yml'].replace('[one]', '[two]') }, []],
  [
    'a condition',
    { 'ssd_b.yml': BASE['ssd_b.yml'].replace("'kinds')", "'kinds') and t.ID > 1") },
    ["ssd_b: where: in_codes(t.A, 'kinds') > where: in_codes(t.A, 'kinds') and t.ID > 1"],
  ],
  [
    'a set that a set reads',
    { '_fragments.yml': BASE['_fragments.yml'].replace('from T t', 'from T t where t.ID > 1') },
    ['ssd_a: set one: select t.ID as ID from T t > set one: select t.ID as ID from T t where t.ID > 1'],
  ],
  [
    'a code list',
    { '_fragments.yml': BASE['_fragments.yml'].replace('[a]', '[a, b]') },
    ['ssd_b: codes kinds: {"codes":{"a":"a"}} > codes kinds: {"codes":{"a":"a","b":"b"}}'],
  ],
  [
    'a parameter',
    { '_fragments.yml': BASE['_fragments.yml'].replace('default: 1', 'default: 2') },
    ['ssd_c: parameter p: 1 > parameter p: 2'],
  ],
  [
    'a column that is used',
    { '_sources.yml': BASE['_sources.yml'].replace('A: str9', 'A: str8') },
    ['ssd_b: column T.A: str9 > column T.A: str8'],
  ],
  ['a column that nothing uses', { '_sources.yml': BASE['_sources.yml'].replace('A: str9', 'A: str9, B: int') }, []],
  [
    'a column that comes with what names it',
    {
      '_sources.yml': BASE['_sources.yml'].replace('A: str9', 'A: str9, B: str9'),
      'ssd_b.yml': BASE['ssd_b.yml'].replace('BBBB002A: t.A', 'BBBB002A: t.B'),
    },
    ['BBBB002A: t.A > t.B'],
  ],
  [
    'a column that is named before it is there',
    { '_sources.yml': BASE['_sources.yml'].replace('A: str9', 'C: str9') },
    ['ssd_b: column T.A: str9 > -'],
  ],
  [
    'a key, by which rows come once',
    { '_sources.yml': BASE['_sources.yml'].replace('U: {ID: int}', 'U: {ID: int key}') },
    ['ssd_c: column U.ID: int > column U.ID: int key'],
  ],
  [
    'a schema',
    { '_sources.yml': `schema: {sqlserver: X}\n${BASE['_sources.yml']}` },
    ['ssd_a', 'ssd_b', 'ssd_c'].map((object) => `${object}: - > schema on sqlserver: X`),
  ],
  ['an object that is not held', { 'ssd_d.yml': 'not_held: paper' }, ['ssd_d: - > not held: paper']],
  [
    'a mapping that goes: one change, whatever it had',
    { 'ssd_c.yml': '' },
    ["ssd_c: from: U u, where: u.ID = parameter('p'), CCCC001A: u.ID > -"],
  ],
  ['a mapping that cannot be read', { 'ssd_c.yml': 'from: [' }, []],
  ['sources that cannot be read', { '_sources.yml': 'tables: [' }, []],
])('%s', (_, changes, said) => {
  expect(changed(changes)).toEqual(said);
});

test('white space in SQL is cosmetic, but not in a text', () => {
  const classOf = (source: string) =>
    compare(
      specificationOf({ 'ssd_b.yml': "from: T t\nitems: {BBBB001A: t.A || ' b', BBBB002A: t.A}" }),
      specificationOf({ 'ssd_b.yml': `from: T t\nitems: {BBBB001A: ${source}, BBBB002A: t.A}` }),
    ).changes.map((change) => change.class);
  expect(classOf("t.A  || ' b'")).toEqual(['cosmetic']);
  expect(classOf("t.A || '  b'")).toEqual(['structural']);
  expect(classOf("t.A || ' B'")).toEqual(['structural']);
});

test('a mapping follows its object and its item', () => {
  const [from, to] = ['ssd_b', 'ssd_bb'] as const;
  const renamed = specificationOf({ 'ssd_b.yml': '', 'ssd_bb.yml': BASE['ssd_b.yml'] });
  const head = {
    ...renamed,
    objects: renamed.objects.map((object) =>
      object.name === from
        ? { ...object, name: to, items: object.items.map((item) => ({ ...item, object: to })) }
        : object,
    ),
  };
  expect(compare(specificationOf({}), head).changes.map(({ kind }) => kind)).toEqual(['object-renamed']);
});
