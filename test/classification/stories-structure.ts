/** Types, sizes, keys and references. */
import { object, specification } from '../fakes/specification.js';
import { KEY, people, type Story, sex, steps } from './build.js';

const CHILD = { ref: 'ADDR001A', name: 'addr_person_id', foreignKey: 'ssd_person.pers_person_id', size: 48 };

/** The key of a person changes its type, while an address refers to it. */
function keyType(before: string, after: string): Story {
  const spec = (type: string) =>
    specification([
      object('ssd_address', [CHILD, { ...CHILD, ref: 'ADDR002A', name: 'addr_other_id' }]),
      object('ssd_person', [{ ...KEY, type }]),
    ]);
  const reason = 'The 2 foreign keys to it are nvarchar already.';
  return { reason, kind: 'item-type-changed', type: 'bug', weight: 'major', base: spec(before), head: spec(after) };
}

const types: Story[] = [
  keyType('int', 'nvarchar'),
  ...steps('item-type-changed', [
    ['Only the letter case of the type differs.', 'bug, patch', { type: 'NVARCHAR' }, { type: 'nvarchar' }],
    ['The type was missing and is filled in.', 'bug, patch', { type: '' }, { type: 'int' }],
    ['The item loses its type.', 'change, major', { type: 'int' }, { type: '' }],
    [
      'The type datetime could never hold it.',
      'bug, patch',
      { name: 'pers_worker_name', type: 'datetime' },
      { name: 'pers_worker_name', type: 'nvarchar' },
    ],
    [
      'The type int could never hold it.',
      'bug, patch',
      { name: 'pers_primary_need', type: 'int' },
      { name: 'pers_primary_need', type: 'nvarchar' },
    ],
    [
      'A date was typed nvarchar; readers get another kind of data.',
      'bug, major',
      { name: 'pers_entered_date', type: 'nvarchar' },
      { name: 'pers_entered_date', type: 'datetime' },
    ],
    ['The old type was a fault that the check names.', 'bug, major', { type: 'nvarhcar' }, { type: 'nvarchar' }],
    ['The kind of data changes from number to text.', 'change, major', { type: 'int' }, { type: 'nvarchar' }],
    ['nvarchar and nchar hold the same kind of data.', 'change, patch', { type: 'nvarchar' }, { type: 'nchar' }],
    ['blurb is no type of the standard.', 'bug, patch', { type: 'int' }, { type: 'blurb' }],
  ]),
];

/** Types that nobody knows, where no check has said so. */
const unchecked = steps('item-type-changed', [
  ['blurb is not a known type.', 'undecided, major', { type: 'int' }, { type: 'blurb' }],
  ['blurb is not a known type.', 'undecided, major', { type: 'blurb' }, { type: 'int' }],
]).map((story): Story => ({ ...story, unchecked: true }));

const sizes = steps('item-size-changed', [
  ['It is the size of the new type.', 'change, patch', { type: 'int', size: null }, { type: 'nvarchar', size: 48 }],
  ['The size was missing and is filled in.', 'bug, patch', { size: null }, { size: 48 }],
  [
    'The type datetime has no size, so the one that is given means nothing.',
    'bug, patch',
    { type: 'datetime', size: null },
    { type: 'datetime', size: 48 },
  ],
  ['The size is no longer declared.', 'change, minor', { size: 48 }, { size: null }],
  ['The item holds more than before; nothing is lost.', 'change, minor', { size: 48 }, { size: 'max' }],
  ['The item holds less than before; longer values are lost.', 'change, major', { size: 'max' }, { size: 4000 }],
]);

const keys: Story[] = [
  ...steps('item-primary-key-changed', [
    [
      'It was the key already; now it says so. Loads with blanks or repetitions fail.',
      'bug, major',
      { constraints: ['pk'] },
      { constraints: ['pk'], primaryKey: true },
    ],
    [
      'It was the key already; now it says so. Loads with blanks or repetitions fail.',
      'bug, major',
      { name: 'pers_table_id' },
      { name: 'pers_table_id', primaryKey: true },
    ],
    [
      'The key is of 2 items now, `pers_person_id`, `pers_sex`: one alone no longer tells the rows apart.',
      'change, major',
      {},
      { primaryKey: true },
    ],
    ['The item was no key; joins on it are wrong.', 'bug, major', { primaryKey: true }, {}],
    [
      'The object loses a key that joins rely on.',
      'change, major',
      { primaryKey: true, required: true, unique: true, constraints: ['pk'] },
      { required: true, unique: true, constraints: ['pk'] },
    ],
  ]),
  ...steps('item-constraints-changed', [
    ['The constraints contradicted the key; now they agree.', 'bug, patch', { constraints: ['pk'] }, {}],
    [
      'The constraints are described anew; the keys themselves are declared elsewhere.',
      'change, patch',
      {},
      { constraints: ['fk'] },
    ],
  ]),
];

/** The flag goes from the person's key to another item. */
const otherKey: Story = {
  reason: 'Another item becomes the key: joins and loads on the old one break.',
  kind: 'item-primary-key-changed',
  type: 'change',
  weight: 'major',
  itemRef: 'PERS002A',
  base: people(sex()),
  head: specification([object('ssd_person', [{ ...KEY, primaryKey: false }, sex({ primaryKey: true })])]),
};

const validators = steps('item-validators-changed', [
  [
    'It goes with the key. `required` on an item that exists is a tightening: rows that broke it fail to load.',
    'bug, major',
    { name: 'pers_table_id' },
    { name: 'pers_table_id', primaryKey: true, required: true },
  ],
  [
    '`unique` on an item that exists is a tightening: rows that broke it fail to load.',
    'change, major',
    {},
    { unique: true },
  ],
  ['`unique` could not be true of the item.', 'bug, minor', { unique: true }, {}],
  ['`required` is relaxed; nothing that was valid becomes invalid.', 'change, minor', { required: true }, {}],
]);

const TO = 'ssd_person.pers_person_id';

const references: Story[] = [
  ...steps('item-foreign-key-changed', [
    [
      'Only letter case or white space differs.',
      'bug, patch',
      { foreignKey: 'SSD_person.pers_person_id' },
      { foreignKey: TO },
    ],
    ['A relationship is declared that was not.', 'change, minor', {}, { foreignKey: TO }],
    ['A reference that led nowhere goes.', 'bug, patch', { foreignKey: 'ssd_nobody.nobody_id' }, {}],
    ['A relationship is no longer declared.', 'change, minor', { foreignKey: TO }, {}],
    [
      '`ssd_nobody.nobody_id` did not lead anywhere; the reference is repaired.',
      'bug, patch',
      { foreignKey: 'ssd_nobody.nobody_id' },
      { foreignKey: TO },
    ],
  ]),
  follows(),
  {
    reason: 'The relationship leads to another item.',
    kind: 'item-foreign-key-changed',
    type: 'change',
    weight: 'minor',
    base: toOther(TO),
    head: toOther('ssd_child.chil_child_id'),
  },
];

/** A foreign key that follows the rename of the key. */
function follows(): Story {
  const spec = (name: string) =>
    specification([
      object('ssd_address', [{ ...CHILD, foreignKey: `ssd_person.${name}` }]),
      object('ssd_person', [{ ...KEY, name }]),
    ]);
  const reason = 'It follows the rename of the item it refers to.';
  const verdict = { kind: 'item-foreign-key-changed', type: 'change', weight: 'patch' } as const;
  return { reason, ...verdict, base: spec('pers_id'), head: spec('pers_person_id') };
}

function toOther(foreignKey: string) {
  return specification([
    object('ssd_address', [{ ...CHILD, foreignKey }]),
    object('ssd_child', [{ ...KEY, ref: 'CHIL001A', name: 'chil_child_id' }]),
    people().objects[0] ?? object('ssd_person', [sex()]),
  ]);
}

export const STRUCTURE: readonly Story[] = [
  ...types,
  ...unchecked,
  ...sizes,
  ...keys,
  otherKey,
  ...validators,
  ...references,
];
