/** A key that could come twice is guarded, and one that cannot is not. */
import { readSpecification } from '../../src/specification/read-specification.js';
import { catalogueOf } from '../../src/sql/catalogue.js';
import { postgres } from '../../src/sql/dialects/postgres.js';
import { loadParser } from '../../src/sql/expressions/parser.js';
import { renderObject } from '../../src/sql/render-object.js';
import { fileOf } from '../fakes/memory-repository.js';
import { config } from './build.js';

const OBJECT = `nodes: [{name: ssd_person, fields: [
  {name: pers_person_id, item_ref: PERS001A, type: nvarchar, size: 48, primary_key: true},
  {name: pers_sex, item_ref: PERS002A, type: nvarchar, size: 10}]}]`;
const SOURCES = 'tables: {P: {ID: int key, OTHER: int, SEX: str10}, Q: {ID: int key, OTHER: int}}';
const SETS =
  'sets:\n  grouped: select q.OTHER as OTHER, count(*) as N from Q q group by q.OTHER\n  plain: select q.OTHER as OTHER from Q q';

async function isGuarded(mapping: string): Promise<boolean> {
  const files = {
    'spec/objects/ssd_person.yml': OBJECT,
    'spec/cms/x/_sources.yml': SOURCES,
    'spec/cms/x/_fragments.yml': SETS,
    'spec/cms/x/ssd_person.yml': mapping,
  };
  const specification = readSpecification(
    Object.entries(files).map(([path, text]) => fileOf(path, text)),
    config.layout,
  );
  const [[object], [cms]] = [specification.objects, specification.cms];
  if (object === undefined || cms === undefined) throw new Error('nothing is mapped');
  const { lines, problems } = renderObject(object, {
    catalogue: catalogueOf(specification),
    dialect: postgres,
    loading: { cms, parse: await loadParser() },
  });
  expect(problems).toEqual([]);
  const text = lines.map((line) => line.text).join('\n');
  expect(text.includes('ROW_NUMBER()')).toBe(text.includes('-- One row for each key') || mapping.includes('one_per'));
  return text.includes('-- One row for each key');
}

test.each([
  ['a key of the table', 'from: P p\nitems: {PERS001A: p.ID}', false],
  ['a key as text', 'from: P p\nitems: {PERS001A: to_text(p.ID)}', false],
  ['another column', 'from: P p\nitems: {PERS001A: p.OTHER}', true],
  ['made of a key', "from: P p\nitems:\n  PERS001A: concat(p.ID, '-')", true],
  [
    'a join to a key',
    'from: P p\njoins: [{left: Q q, on: q.ID = p.OTHER and q.OTHER > 1}]\nitems: {PERS001A: p.ID}',
    false,
  ],
  ['a join to more', 'from: P p\njoins: [{left: Q q, on: q.OTHER = p.ID}]\nitems: {PERS001A: p.ID}', true],
  [
    'a join to a key or more',
    'from: P p\njoins: [{left: Q q, on: q.ID = p.OTHER or q.OTHER = 1}]\nitems: {PERS001A: p.ID}',
    true,
  ],
  [
    'the first of a join',
    'from: P p\njoins: [{left: Q q, on: q.OTHER = p.ID, first_by: q.ID}]\nitems: {PERS001A: p.ID}',
    false,
  ],
  ['a key of the joined table', 'from: P p\njoins: [{inner: Q q, on: q.ID = p.OTHER}]\nitems: {PERS001A: q.ID}', true],
  [
    'a set that is grouped',
    'from: P p\njoins: [{left: grouped g, on: g.OTHER = p.ID}]\nitems: {PERS001A: p.ID}',
    false,
  ],
  ['a set that is not', 'from: P p\njoins: [{left: plain g, on: g.OTHER = p.ID}]\nitems: {PERS001A: p.ID}', true],
  ['what the mapping says itself', 'from: P p\none_per: p.OTHER\nfirst_by: p.ID\nitems: {PERS001A: p.OTHER}', false],
  [
    'something else than the mapping says',
    'from: P p\none_per: p.SEX\nfirst_by: p.ID\nitems: {PERS001A: p.OTHER}',
    true,
  ],
])('%s', async (_, mapping, guarded) => {
  expect(await isGuarded(mapping)).toBe(guarded);
});
