/** Every kind of change is found, with both values, at its place. */
import type { Change, Value } from '../../src/changes/change.js';
import { CHANGE_KINDS, type ChangeKind, kindRow } from '../../src/changes/change-kinds.js';
import type { DataItem, Path, Specification } from '../../src/specification/model.js';
import { codeSet, metadata, object, specification } from '../fakes/specification.js';
import { compare, only, person, readTexts } from './build.js';

const KINDS = Object.keys(CHANGE_KINDS) as ChangeKind[];

interface Example {
  readonly base: Specification;
  readonly head: Specification;
  readonly before: Value;
  readonly after: Value;
  readonly path: Path;
  readonly side?: 'base';
  readonly part?: string;
  /** Object, item_ref and name. */
  readonly about?: readonly [string, string, string];
  readonly was?: Change['was'];
  readonly file?: string;
}

const ITEM = ['nodes', 0, 'fields', 0];
const SEX = { ref: 'PERS001A', name: 'pers_sex' };
const DOB = { ref: 'PERS002A', name: 'pers_dob' };
const WAS = { object: 'ssd_person', itemRef: 'PERS001A', name: 'pers_sex' };

/** One property of the item another; values as the change shows them. */
function field(key: string, values: readonly [Value, Value], sides: readonly Partial<DataItem>[]): Example {
  const [before, after] = values;
  const [from, to] = sides;
  return { base: person({ ...SEX, ...from }), head: person({ ...SEX, ...to }), before, after, path: [...ITEM, key] };
}

function codes(before: Record<string, string>, after: Record<string, string>): Pick<Example, 'base' | 'head'> {
  const of = (values: Record<string, string>) => specification([], { codeSets: [codeSet('sex', values)] });
  return { base: of(before), head: of(after) };
}

/** Its mapping another; the object itself stays what it was. */
function mapping(before: string, after: string): Pick<Example, 'base' | 'head' | 'file'> {
  const object = 'nodes:\n  - name: ssd_person\n    fields:\n      - {item_ref: PERS001A, name: pers_sex, type: bit}\n';
  const of = (text: string) =>
    readTexts({ 'spec/objects/ssd_person.yml': object, 'spec/cms/mosaic/ssd_person.yml': text });
  return { base: of(before), head: of(after), file: 'spec/cms/mosaic/ssd_person.yml' };
}

const EXAMPLES: Readonly<Record<ChangeKind, Example>> = {
  'object-added': {
    base: specification([]),
    head: person(SEX),
    before: null,
    after: 'ssd_person',
    path: ['nodes', 0, 'name'],
    about: ['ssd_person', '', ''],
    was: null,
  },
  'object-removed': {
    base: person(SEX),
    head: specification([]),
    before: 'ssd_person',
    after: null,
    path: ['nodes', 0, 'name'],
    side: 'base',
    about: ['ssd_person', '', ''],
    was: null,
  },
  'object-renamed': {
    base: specification([object('person', [SEX])]),
    head: person(SEX),
    before: 'person',
    after: 'ssd_person',
    path: ['nodes', 0, 'name'],
    about: ['ssd_person', '', ''],
    was: null,
  },
  'item-order-changed': {
    base: person(SEX, DOB, { ref: 'PERS003A', name: 'pers_upn' }),
    head: person({ ref: 'PERS003A', name: 'pers_upn' }, SEX, DOB),
    before: ['pers_upn 3'],
    after: ['pers_upn 1'],
    path: ['nodes', 0, 'name'],
    about: ['ssd_person', '', ''],
    was: null,
  },
  'item-added': {
    base: person(SEX),
    head: person({ ...DOB, type: 'datetime', description: 'Born' }, SEX),
    before: null,
    after: ['name: pers_dob', 'type: datetime', 'description: Born'],
    path: ITEM,
    about: ['ssd_person', 'PERS002A', 'pers_dob'],
    was: null,
  },
  'item-removed': {
    base: person(SEX, { ...DOB, size: 8, foreignKey: 'a.b', primaryKey: true, returns: ['CIN', 'SEN2'] }),
    head: person(SEX),
    before: ['name: pers_dob', 'type: nvarchar(8)', 'foreign key: a.b', 'primary key: yes', 'returns: CIN, SEN2'],
    after: null,
    path: ['nodes', 0, 'fields', 1],
    side: 'base',
    about: ['ssd_person', 'PERS002A', 'pers_dob'],
    was: { object: 'ssd_person', itemRef: 'PERS002A', name: 'pers_dob' },
  },
  'item-renamed': {
    base: person({ ref: 'PERS001A', name: 'pers_gender' }),
    head: person(SEX),
    before: 'pers_gender',
    after: 'pers_sex',
    path: [...ITEM, 'name'],
    was: { ...WAS, name: 'pers_gender' },
  },
  'item-moved': {
    base: specification([object('ssd_child', [SEX]), object('ssd_person', [DOB])]),
    head: specification([object('ssd_child', []), object('ssd_person', [DOB, SEX])]),
    before: 'ssd_child',
    after: 'ssd_person',
    path: ['nodes', 0, 'fields', 1],
    was: { ...WAS, object: 'ssd_child' },
  },
  'item-ref-changed': {
    base: person({ ref: 'PERS009A', name: 'pers_sex', description: 'Sex at birth' }),
    head: person({ ...SEX, description: 'Sex at birth' }),
    before: 'PERS009A',
    after: 'PERS001A',
    path: [...ITEM, 'item_ref'],
    was: { ...WAS, itemRef: 'PERS009A' },
  },
  'item-type-changed': field('type', ['nvarchar', 'nchar'], [{ type: 'nvarchar' }, { type: 'nchar' }]),
  'item-size-changed': field('size', [48, 'max'], [{ size: 48 }, { size: 'max' }]),
  'item-primary-key-changed': field('primary_key', [false, true], [{ primaryKey: false }, { primaryKey: true }]),
  'item-constraints-changed': field('constraints', [null, ['pk']], [{}, { constraints: ['pk'] }]),
  'item-foreign-key-changed': field('foreign_key', ['a.b', 'c.d'], [{ foreignKey: 'a.b' }, { foreignKey: 'c.d' }]),
  'item-validators-changed': {
    ...field('validators', [true, false], [{ required: true }, { required: false }]),
    part: 'required',
  },
  'item-cms-changed': field('cms', [['mosaic'], ['azeus']], [{ cms: ['mosaic'] }, { cms: ['azeus'] }]),
  'item-cms-field-changed': field(
    'cms_field',
    [['mosaic:SEX'], ['mosaic:GENDER']],
    [{ cmsField: ['mosaic:SEX'] }, { cmsField: ['mosaic:GENDER'] }],
  ),
  'item-cms-table-changed': field(
    'cms_table',
    [['mosaic:PEOPLE'], null],
    [{ cmsTable: ['mosaic:PEOPLE'] }, { cmsTable: [] }],
  ),
  'item-mapping-changed': {
    ...mapping('from: T t\nitems: {PERS001A: t.A}', 'from: T t\nitems: {PERS001A: t.B}'),
    before: ['mosaic:t.A'],
    after: ['mosaic:t.B'],
    path: ['items', 'PERS001A'],
  },
  'object-mapping-changed': {
    ...mapping('from: T t\nitems: {PERS001A: t.A}', 'from: U t\nitems: {PERS001A: t.A}'),
    before: ['mosaic:from: T t'],
    after: ['mosaic:from: U t'],
    path: [],
    about: ['ssd_person', '', ''],
    was: null,
  },
  'item-returns-changed': field(
    'returns',
    [['CIN'], ['CIN', 'SEN2']],
    [{ returns: ['CIN'] }, { returns: ['CIN', 'SEN2'] }],
  ),
  'item-categories-changed': field('categories', [null, ['identity']], [{}, { categories: ['identity'] }]),
  'item-code-set-changed': field('code_set', ['sex', 'gender'], [{ codeSet: 'sex' }, { codeSet: 'gender' }]),
  'item-description-changed': field('description', [null, 'Sex'], [{}, { description: 'Sex' }]),
  'item-guidance-changed': field('guidance', ['Ask', 'Look'], [{ guidance: 'Ask' }, { guidance: 'Look' }]),
  'item-metadata-changed': field(
    'metadata',
    ['change_id: SSD-0001', 'change_id: SSD-9999; change_type: bug'],
    [{ metadata: metadata('SSD-0001') }, { metadata: metadata('SSD-9999', { change_type: 'bug', change_reason: '' }) }],
  ),
  'code-set-value-added': {
    ...codes({ M: 'Male' }, { M: 'Male', F: 'Female' }),
    before: null,
    after: 'Female',
    path: [1],
    part: 'F',
    about: ['', '', 'sex'],
    was: null,
  },
  'code-set-value-removed': {
    ...codes({ M: 'Male', F: 'Female' }, { M: 'Male' }),
    before: 'Female',
    after: null,
    path: [1],
    side: 'base',
    part: 'F',
    about: ['', '', 'sex'],
    was: null,
  },
  'code-set-value-redefined': {
    ...codes({ M: 'Male' }, { M: 'Boys' }),
    before: 'Male',
    after: 'Boys',
    path: [0],
    part: 'M',
    about: ['', '', 'sex'],
    was: null,
  },
};

test('every kind has its example', () => {
  expect(Object.keys(EXAMPLES).sort()).toEqual([...KINDS].sort());
});

test.each(KINDS)('%s is found, with its values, its item and its place', (kind) => {
  const { base, head, side = 'head', part = '', ...example } = EXAMPLES[kind];
  const [place, itemRef, name] = example.about ?? ['ssd_person', 'PERS001A', 'pers_sex'];
  expect(only(compare(base, head).changes, kind)).toEqual({
    kind,
    object: place,
    itemRef,
    name,
    before: example.before,
    after: example.after,
    class: kindRow(kind).class,
    fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/),
    source: 'yaml',
    side,
    file: example.file ?? (place === '' ? 'spec/categories/sex.yml' : 'spec/objects/ssd_person.yml'),
    path: example.path,
    was: example.was === undefined ? WAS : example.was,
    part,
  });
});

describe.each(KINDS.filter((kind) => kindRow(kind).key !== undefined))('%s', (kind) => {
  const { base, head, before, after } = EXAMPLES[kind];

  test('is the only change of its example', () => {
    expect(compare(base, head).changes.map((change) => change.kind)).toEqual([kind]);
  });

  test('read backwards it has its values exchanged', () => {
    expect(compare(head, base).changes).toMatchObject([{ kind, before: after, after: before }]);
  });
});
