/** Pairs of specifications for property tests: small pools of words, so that refs, names and texts meet again. */
import fc from 'fast-check';
import type { CodeSet, DataItem, DataObject, Metadata, Specification } from '../../src/specification/model.js';
import { codeSet, type ItemParts, metadata, object, specification } from '../fakes/specification.js';

const REFS = ['PERS001A', 'PERS002A', 'PERS003A', 'PERS004A', 'ADDR001A', 'ADDR002A', ''];
const NAMES = ['pers_id', 'pers_sex', 'pers_dob', 'pers_gender', 'addr_id', 'addr_start'];
const TEXTS = ['', 'Sex of the child', 'Sex of the child as recorded', 'sex of the child.', 'When the child was born'];
const OBJECTS = ['ssd_person', 'ssd_address', 'ssd_visit'];

/** A sized type has its size, any other has none. */
const TYPES: readonly Pick<DataItem, 'type' | 'size'>[] = [
  { type: 'nvarchar', size: 48 },
  { type: 'nvarchar', size: 'max' },
  { type: 'nchar', size: 1 },
  { type: 'int', size: null },
  { type: 'datetime', size: null },
  { type: '', size: null },
];

/** Types that have a size. */
export const SIZED: ReadonlySet<string> = new Set(TYPES.flatMap(({ type, size }) => (size === null ? [] : [type])));

const words = (...pool: string[]) => fc.array(fc.constantFrom(...pool), { maxLength: 3 });
const text = fc.constantFrom(...TEXTS);
const block: fc.Arbitrary<Metadata | null> = fc.option(
  fc.constantFrom('SSD-0001', 'SSD-0002').map((id) => metadata(id)),
  { freq: 4 },
);

const parts = fc.record({
  description: text,
  guidance: text,
  primaryKey: fc.boolean(),
  required: fc.boolean(),
  unique: fc.boolean(),
  foreignKey: fc.constantFrom('', 'ssd_person.pers_id', 'ssd_person.pers_sex'),
  codeSet: fc.constantFrom('', 'sex', 'gender'),
  categories: words('identity', 'date'),
  constraints: words('pk', 'fk'),
  returns: words('CIN', 'SSDA903', 'cin'),
  cms: words('mosaic', 'Mosaic'),
  cmsField: words('mosaic:SEX', 'mosaic:DOB'),
  cmsTable: words('mosaic:PEOPLE', 'azeus:SVC'),
  metadata: block,
});

const item: fc.Arbitrary<ItemParts> = fc
  .record({ ref: fc.constantFrom(...REFS), name: fc.constantFrom(...NAMES), kind: fc.constantFrom(...TYPES), parts })
  .map(({ ref, name, kind, parts: rest }) => ({ ref, name, ...kind, ...rest }));

const items = fc.uniqueArray(item, { maxLength: 6, selector: ({ name }) => name });

const objects = fc.uniqueArray(
  fc.record({ name: fc.constantFrom(...OBJECTS), items }).map((found) => object(found.name, found.items)),
  { maxLength: 3, selector: ({ name }) => name },
);

const sets: fc.Arbitrary<CodeSet[]> = fc
  .uniqueArray(
    fc.record({
      name: fc.constantFrom('sex', 'gender'),
      values: fc.dictionary(fc.constantFrom('M', 'F', 'U'), fc.constantFrom('', 'Male', 'Female')),
    }),
    { selector: ({ name }) => name },
  )
  .map((all) => all.map(({ name, values }) => codeSet(name, values)));

export const specifications: fc.Arbitrary<Specification> = fc
  .record({ objects, codeSets: sets })
  .map(({ objects: all, codeSets }) => specification(all, { codeSets }));

interface Edit {
  readonly at: number;
  readonly item: ItemParts;
  readonly what: keyof DataItem | 'add' | 'remove' | 'first';
}

const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.nat(20),
  item,
  what: fc.constantFrom<Edit['what']>(
    'add',
    'remove',
    'first',
    'ref',
    'name',
    'description',
    'type',
    'returns',
    'required',
  ),
});

/** One edit by hand; one that would give an object two items of one name is left out. */
function edited(all: readonly DataObject[], { at, item: other, what }: Edit): DataObject[] {
  return all.map((found, index) => {
    if (index !== at % all.length) return found;
    const here = at % Math.max(1, found.items.length);
    const changed = itemsAfter(found.items, { here, other, what });
    const names = new Set(changed.map(({ name }) => name));
    return names.size === changed.length ? object(found.name, changed) : found;
  });
}

function itemsAfter(
  list: readonly DataItem[],
  { here, other, what }: { here: number; other: ItemParts; what: Edit['what'] },
): ItemParts[] {
  if (what === 'add') return list.toSpliced(here, 0, other as DataItem);
  if (what === 'remove') return list.toSpliced(here, 1);
  if (what === 'first') return [...list.slice(here), ...list.slice(0, here)];
  const keys: readonly (keyof DataItem)[] = what === 'type' ? ['type', 'size'] : [what];
  const values = Object.fromEntries(keys.map((key) => [key, (other as DataItem)[key]]));
  return list.map((found, index) => (index === here ? { ...found, ...values } : found));
}

/** Two unrelated specifications of the same words, or one and what some edits make of it. */
export const pairs: fc.Arbitrary<readonly [base: Specification, head: Specification]> = fc.oneof(
  fc.tuple(specifications, specifications),
  fc.tuple(specifications, fc.array(edit, { minLength: 1, maxLength: 4 })).map(([base, edits]) => {
    const head = edits.reduce<readonly DataObject[]>(edited, base.objects);
    return [base, { ...base, objects: head }] as const;
  }),
);

/** Objects in which names and refs stand twice, and objects that stand twice themselves. */
export const wildObjects: fc.Arbitrary<DataObject[]> = fc.array(
  fc
    .record({ name: fc.constantFrom(...OBJECTS), items: fc.array(item, { maxLength: 5 }) })
    .map((found) => object(found.name, found.items)),
  { maxLength: 4 },
);
