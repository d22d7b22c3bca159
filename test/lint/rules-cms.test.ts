/** Rules on mappings: what they say, and where. */
import { defaultConfig, LAYOUTS } from '../../src/config/layouts.js';
import { lint } from '../../src/lint/lint.js';
import { locateFindings } from '../../src/specification/locate-all.js';
import { readSpecification } from '../../src/specification/read-specification.js';
import { checkMappings } from '../../src/sql/check-mappings.js';
import { loadParser } from '../../src/sql/expressions/parser.js';
import { fileOf } from '../fakes/memory-repository.js';
import { VOCABULARY } from './build.js';

const OBJECT = `nodes: [{name: ssd_person, fields: [
  {name: pers_person_id, item_ref: PERS001A, type: nvarchar, size: 48, primary_key: true},
  {name: pers_sex, item_ref: PERS002A, type: nvarchar, size: 10}]}]`;

const CONFIG = defaultConfig(LAYOUTS[0]);

/** What is expected in place of a ref that the object does not have, or nothing where nothing is found. */
function expectedFor(mapping: string, object = OBJECT): (string | undefined)[] {
  const files = { 'spec/objects/ssd_person.yml': object, 'spec/cms/mosaic/ssd_person.yml': mapping };
  const all = Object.entries(files).map(([path, text]) => fileOf(path, text));
  const findings = lint(readSpecification(all, CONFIG.layout), { vocabulary: VOCABULARY, config: CONFIG });
  return findings
    .filter(({ rule }) => rule === 'mapping-unknown-ref' || rule === 'mapping-unknown-object')
    .map(({ expected }) => expected);
}

test('an unknown ref is taken for the item that has no line, never for one that has', () => {
  expect(expectedFor('from: P p\nitems: {PERS001A: p.ID, PERS003A: p.SEX}')).toEqual(['PERS002A']);
  expect(expectedFor('from: P p\nitems: {PERS001A: p.ID, PERS002A: p.SEX, PERS003A: p.SEX}')).toEqual([
    'no line for it, or an item_ref of the object',
  ]);
});

test.each([
  ['the whole file', `${OBJECT} x`],
  ['an item', OBJECT.replace('name: pers_sex,', 'name: pers_sex, name: pers_sex,')],
])('where %s of the object cannot be read its mapping is not blamed', (_, object) => {
  expect(expectedFor('from: P p\nitems: {PERS001A: p.ID, PERS002A: p.SEX}', object)).toEqual([]);
});

/** Findings of the mapping rules as `line:column rule: message`. */
async function found(files: Readonly<Record<string, string>>): Promise<string[]> {
  const config = defaultConfig(LAYOUTS[0]);
  const all = [
    fileOf('spec/objects/ssd_person.yml', OBJECT),
    ...Object.entries(files).map(([name, text]) => fileOf(`spec/cms/${name}`, text)),
  ];
  const specification = readSpecification(all, config.layout);
  expect(specification.problems).toEqual([]);
  const problems = checkMappings(specification, await loadParser());
  const findings = lint(specification, { vocabulary: VOCABULARY, config, mappingProblems: () => problems });
  const own = findings.filter(({ rule, file }) => rule.startsWith('mapping-') && file.startsWith('spec/cms/'));
  return locateFindings(own, new Map(all.map((file) => [file.path, file]))).map(
    ({ line, column, rule, message }) => `${line}:${column} ${rule}: ${message}`,
  );
}

const SOURCES = { 'mosaic/_sources.yml': 'tables: {P: {ID: int key, SEX: str10}}' };
const mapped = (text: string) => ({ ...SOURCES, 'mosaic/ssd_person.yml': text });

test.each<[what: string, files: Readonly<Record<string, string>>, said: readonly string[]]>([
  ['nothing wrong', mapped('from: P p\nitems: {PERS001A: p.ID, PERS002A: p.SEX}'), []],
  ['an object that is not held', mapped('not_held: paper'), []],
  [
    'an item that nobody mapped',
    mapped('from: P p\nitems: {PERS001A: p.ID}'),
    ['1:1 mapping-item-missing: mosaic does not map 1 of 2 items of ssd_person: PERS002A (pers_sex)'],
  ],
  [
    'an unknown item',
    mapped('from: P p\nitems:\n  PERS001A: p.ID\n  PERS002A: p.SEX\n  PERS003A: p.SEX'),
    ['5:3 mapping-unknown-ref: `PERS003A` is no item of `ssd_person`'],
  ],
  [
    'an unknown object',
    { ...SOURCES, 'mosaic/ssd_people.yml': 'from: P p\nitems: {PERS001A: p.ID}' },
    ['1:1 mapping-unknown-object: mosaic maps `ssd_people`, which the specification does not have'],
  ],
  [
    'an unknown CMS',
    { 'mosiac/ssd_person.yml': 'not_held: paper' },
    ['1:1 mapping-unknown-cms: the folder of spec/cms/mosiac/ssd_person.yml is no CMS'],
  ],
  [
    'an unknown table',
    mapped('from: Q q\nitems: {PERS001A: q.ID, PERS002A: q.ID}'),
    ['1:1 mapping-unknown-table: there is no table or set `Q`'],
  ],
  [
    'an unknown column',
    mapped('from: P p\nitems:\n  PERS001A: p.ID\n  PERS002A: p.AGE'),
    ['4:3 mapping-unknown-column: P has no column AGE, at `p.AGE`'],
  ],
  [
    'another type',
    mapped('from: P p\nitems:\n  PERS001A: p.ID\n  PERS002A: p.ID'),
    ['4:3 mapping-expression: a whole number is mapped to pers_sex, a text of 10 characters'],
  ],
  [
    'a set that is called as a table of the standard, once however often it is met',
    mapped(
      'from: ssd_set p\nsets:\n  ssd_set: select q.ID as ID, q.SEX as SEX from P q\nitems: {PERS001A: p.ID, PERS002A: p.SEX}',
    ),
    ['3:3 mapping-expression: the set `ssd_set` is called as a table of the standard'],
  ],
  [
    'a set that is called as a table of the CMS',
    mapped('from: P p\nsets:\n  p: select q.ID as ID, q.SEX as SEX from P q\nitems: {PERS001A: p.ID, PERS002A: p.SEX}'),
    ['3:3 mapping-expression: the set `p` is called as a table of _sources.yml'],
  ],
  [
    'an alias that loads have for persons',
    mapped('from: P cohort\nitems: {PERS001A: cohort.ID, PERS002A: cohort.SEX}'),
    ['1:1 mapping-expression: the alias `cohort` is what loads call ssd_person by'],
  ],
  [
    'SQL by hand that writes, in its place',
    mapped('from: P p\nitems:\n  PERS001A: p.ID\n  PERS002A: {sql: {oracle: "(delete from x)"}, type: str1, why: z}'),
    [
      '4:3 mapping-free-sql: PERS002A is SQL written by hand for mosaic: z',
      '4:20 mapping-forbidden: the word `delete` is not for a mapping',
    ],
  ],
  [
    'two statements',
    mapped('from: P p\nwhere:\n  - p.ID > 1; select 1\nitems: {PERS001A: p.ID, PERS002A: p.SEX}'),
    ['3:5 mapping-forbidden: a `;` ends a statement'],
  ],
  [
    'a type of a source',
    { ...mapped('not_held: paper'), 'mosaic/_sources.yml': 'tables:\n  P: {ID: integer}\n  P Q: {}' },
    [
      '2:7 mapping-source-type: `integer`, the type of P.ID, cannot be read',
      '3:3 mapping-source-type: `P Q` cannot be read',
    ],
  ],
  [
    'SQL by hand',
    mapped('from: P p\nitems: {PERS001A: p.ID, PERS002A: {sql: {sqlserver: f(x)}, type: str1, why: no other way}}'),
    ['2:25 mapping-free-sql: PERS002A is SQL written by hand for mosaic: no other way'],
  ],
  [
    'a fault in a set',
    {
      ...mapped('from: P p\nitems: {PERS001A: p.ID, PERS002A: p.SEX}'),
      'mosaic/_fragments.yml': 'sets:\n  s: select p.AGE as AGE from P p',
    },
    ['2:3 mapping-unknown-column: P has no column AGE, at `p.AGE as AGE`'],
  ],
])('%s', async (_, files, said) => {
  expect(await found(files)).toEqual(said);
});
