/** Which mappings count as changed: their own text, and what they use by name. */

import { diffMappings } from '../../src/changes/diff-mappings.js';
import { defaultConfig, LAYOUTS } from '../../src/config/layouts.js';
import { readSpecification } from '../../src/specification/read-specification.js';
import { fileOf } from '../fakes/memory-repository.js';

const BASE = {
  '_sources.yml': 'tables: {T: {ID: int, A: str9}, U: {ID: int}}',
  '_fragments.yml':
    'sets:\n  one: select t.ID as ID from T t\n  two: select o.ID as ID from one o\ncodes: {kinds: [a]}\nparameters: {p: {default: 1, means: x}}',
  'ssd_a.yml': 'from: two x\nitems: {AAAA001A: x.ID}',
  'ssd_b.yml': "from: T t\nwhere: in_codes(t.A, 'kinds')\nitems: {BBBB001A: t.ID, BBBB002A: t.A}\nnotes: [one]",
  'ssd_c.yml': "from: U u\nwhere: u.ID = parameter('p')\nitems: {CCCC001A: u.ID}",
};

function specificationOf(changes: Readonly<Record<string, string>>) {
  const files = Object.entries({ ...BASE, ...changes }).filter(([, text]) => text !== '');
  const layout = defaultConfig(LAYOUTS[0]).layout;
  return readSpecification(
    files.map(([name, text]) => fileOf(`spec/cms/mosaic/${name}`, text)),
    layout,
  );
}

/** `ssd_b BBBB002A rows`. */
function changed(changes: Readonly<Record<string, string>>): string[] {
  return diffMappings(specificationOf({}), specificationOf(changes)).map(({ object, itemRefs, rows }) =>
    [object, ...itemRefs, ...(rows ? ['rows'] : [])].join(' '),
  );
}

test.each<[what: string, changes: Readonly<Record<string, string>>, said: readonly string[]]>([
  ['nothing', {}, []],
  ['an item', { 'ssd_b.yml': BASE['ssd_b.yml'].replace('BBBB002A: t.A', 'BBBB002A: trim(t.A)') }, ['ssd_b BBBB002A']],
  ['a note', { 'ssd_b.yml': BASE['ssd_b.yml'].replace('[one]', '[two]') }, []],
  ['a condition', { 'ssd_b.yml': BASE['ssd_b.yml'].replace("'kinds')", "'kinds') and t.ID > 1") }, ['ssd_b rows']],
  [
    'a set that a set reads',
    { '_fragments.yml': BASE['_fragments.yml'].replace('from T t', 'from T t where t.ID > 1') },
    ['ssd_a rows'],
  ],
  ['a code list', { '_fragments.yml': BASE['_fragments.yml'].replace('[a]', '[a, b]') }, ['ssd_b rows']],
  ['a parameter', { '_fragments.yml': BASE['_fragments.yml'].replace('default: 1', 'default: 2') }, ['ssd_c rows']],
  ['a source', { '_sources.yml': BASE['_sources.yml'].replace('A: str9', 'A: str8') }, ['ssd_a rows', 'ssd_b rows']],
  [
    'a schema',
    { '_sources.yml': `schema: {sqlserver: X}\n${BASE['_sources.yml']}` },
    ['ssd_a rows', 'ssd_b rows', 'ssd_c rows'],
  ],
  ['a mapping that comes', { 'ssd_d.yml': 'not_held: paper' }, ['ssd_d rows']],
  ['a mapping that goes', { 'ssd_c.yml': '' }, ['ssd_c CCCC001A rows']],
])('%s', (_, changes, said) => {
  expect(changed(changes)).toEqual(said);
});
