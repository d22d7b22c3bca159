/** Mapping files: what each key means, and that nothing of another shape is passed over. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { locator } from '../../src/specification/locate.js';
import { readFile } from '../../src/specification/read-file.js';
import { readTree } from '../../src/specification/yaml-tree.js';
import { plainValue } from '../../src/specification/yaml-value.js';
import { fileOf } from '../fakes/memory-repository.js';

const FOLDER = 'spec/cms/mosaic';
const read = (text: string, name = 'ssd_person.yml') => readFile(fileOf(`${FOLDER}/${name}`, text), 'mapping');

/** Problems as `line:column code: message`. */
function problems(text: string, name = 'ssd_person.yml'): string[] {
  const find = locator(`${FOLDER}/${name}`, text);
  return read(text, name).problems.map(({ path, code, message, line, column }) => {
    const at = line === undefined ? find(path) : { line, column };
    return `${at.line}:${at.column} ${code}: ${message}`;
  });
}

test('a mapping in full', () => {
  const { mapping, problems: found } = read(`from: T t
joins:
  - {inner: U u, on: u.ID = t.ID}
  - {left: V v, on: v.ID = t.ID, first_by: v.D desc}
where: t.A = 1
window: {rule: overlaps, start: t.S, end: t.E}
in_cohort: t.P
cohort: {contact: exists (select 1 from U u)}
one_per: t.ID
first_by: t.D
distinct: true
items:
  PERS001A: t.ID
  PERS002A: {map: t.SEX, codes: {Male: M}, default: U, when_null: N}
  PERS003A: {map: t.G, codes: genders}
  PERS004A: {json: {A: t.A, B: {text: t.B, max: 9}, C: {number: t.C}}}
  PERS005A: {not_held: nobody asks}
  PERS006A: {sql: {sqlserver: f(x)}, type: str3, why: no other way}
sets: {s: select 1, f: {sql: {postgres: select 1}, columns: {A: int}, why: none}}
codes: {genders: {a: b}, kinds: [x, 'y']}
parameters: {p: {default: [1, a], means: a list}, q: {means: one}}
notes: [a note]
`);
  expect(found).toEqual([]);
  expect(mapping).toMatchObject({
    cms: 'mosaic',
    object: 'ssd_person',
    notHeld: '',
    from: { text: 'T t', path: ['from'] },
    joins: [
      { kind: 'inner' },
      { kind: 'left', table: { text: 'V v' }, firstBy: { text: 'v.D desc', path: ['joins', 1, 'first_by'] } },
    ],
    where: [{ text: 't.A = 1' }],
    window: { rule: 'overlaps', start: { text: 't.S' }, end: { text: 't.E' } },
    cohort: [{ name: 'contact' }],
    distinct: true,
    codes: { genders: { codes: { a: 'b' } }, kinds: { codes: { x: 'x', y: 'y' } } },
    parameters: [
      { name: 'p', value: [1, 'a'] },
      { name: 'q', value: null },
    ],
    notes: ['a note'],
  });
  expect(mapping?.items.map(({ ref, source }) => [ref, source.kind])).toEqual([
    ['PERS001A', 'expression'],
    ['PERS002A', 'map'],
    ['PERS003A', 'map'],
    ['PERS004A', 'json'],
    ['PERS005A', 'not-held'],
    ['PERS006A', 'free'],
  ]);
});

const FAULTS: readonly (readonly [text: string, said: readonly string[]])[] = [
  ['form: T t', ['1:1 unknown-key: `form` is not a key of a mapping; its value is not read']],
  ['from: [T t]', ['1:1 wrong-shape: `from` is a list']],
  ['items: [a]', ['1:1 wrong-shape: `items` is a list']],
  ['items:\n  PERS001A:', ['2:3 wrong-shape: `PERS001A` has no value']],
  ['items:\n  PERS001A: {field: x}', ['2:3 wrong-shape: `PERS001A` has no source']],
  [
    'items:\n  PERS001A: {map: x, cods: {}}',
    [
      '2:22 unknown-key: `cods` is not a key of `PERS001A`; its value is not read',
      '2:3 wrong-shape: `PERS001A` has no `codes`',
    ],
  ],
  ['items: {A: {json: {K: {text: x, max: -1}}}}', ['1:33 wrong-shape: `max` is "-1"']],
  ['items: {A: {sql: {sqlserver: x}}}', ['1:9 wrong-shape: `A` has no `why`', '1:9 wrong-shape: `A` has no `type`']],
  ['joins: [{left: T t}]', ['1:9 wrong-shape: a join has no `on`']],
  ['joins: [{left: T t, inner: U u, on: x}]', ['1:9 wrong-shape: a join has both `left` and `inner`']],
  ['window: {rule: never, start: a, end: b}', ['1:10 wrong-shape: `rule` is "never"']],
  ['window: {rule: overlaps, start: a}', ['1:1 wrong-shape: a window has no `end`']],
  ['distinct: maybe', ['1:1 wrong-shape: `distinct` is neither true nor false']],
  ['codes: {a: [[x]]}', ['1:13 wrong-shape: `a` has an entry that is no code']],
  ['parameters: {a: {default: 1}}', ['1:14 wrong-shape: the parameter `a` has no `means`']],
  ['from: &t T t', ['1:7 yaml-anchor: an anchor (`&name`) is used']],
  ['from: T t\nfrom: U u', ['2:1 duplicate-key: the key "from" stands twice in one item']],
  ['- a', ['1:1 wrong-shape: a mapping is a list']],
];

test.each(FAULTS)('%j', (text, said) => {
  expect(problems(text)).toEqual(said);
});

test('the files beside the mappings', () => {
  const { sources } = read('schema: {sqlserver: A.B}\ntables: {T: {ID: int key}}', '_sources.yml');
  expect(sources).toMatchObject({ schema: { sqlserver: 'A.B' }, tables: { T: { ID: 'int key' } } });
  expect(read('sets: {s: select 1}', '_fragments.yml').fragments).toMatchObject({ sets: [{ name: 's' }] });
  expect(problems('items: {}', '_fragments.yml')).toEqual([
    '1:1 unknown-key: `items` is not a key of a file of fragments; its value is not read',
  ]);
});

describe('the published schema', () => {
  const schema = JSON.parse(readFileSync('schema/mapping.schema.json', 'utf8'));
  const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true, strict: false });
  ajv.addSchema(schema);
  const partOf = (name: string) =>
    name === '_sources.yml' ? '#/$defs/sources' : name === '_fragments.yml' ? '#/$defs/fragments' : '';
  const isValid = (name: string, text: string) => {
    const validate = ajv.getSchema(`${schema.$id}${partOf(name)}`);
    const ok = validate?.(JSON.parse(JSON.stringify(plainValue(readTree(text).root)))) ?? false;
    return ok ? [] : (validate?.errors ?? ['no schema']);
  };
  const files = readdirSync('spec/cms', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yml'));

  test.each(files)('%s is what schema and reader take', (path) => {
    const text = readFileSync(join('spec/cms', path), 'utf8');
    const name = path.slice(path.lastIndexOf('/') + 1);
    expect(isValid(name, text)).toEqual([]);
    expect(problems(text, name)).toEqual([]);
  });

  test.each(FAULTS.map(([text]) => text).filter((text) => !/&|from: U/.test(text)))(
    'it refuses %j as the reader does',
    (text) => {
      expect(isValid('ssd_person.yml', text)).not.toEqual([]);
    },
  );
});
