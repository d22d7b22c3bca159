/** Rules on the mappings: where each CMS keeps the items. What their SQL may not have is found by the SQL stage. */
import type { CmsMappings, MappedItem, Mapping, NamedSet } from '../specification/mapping.js';
import type { DataObject, Spot } from '../specification/model.js';
import type { SpecificationIndex } from './index-specification.js';
import { nearest } from './nearest.js';
import type { Fault, Rule } from './rule.js';
import { shown } from './shown.js';

/** Faults that only reading the SQL of a mapping shows, by their code. */
const SQL_RULES: readonly (readonly [id: string, checks: string, why: string])[] = [
  [
    'mapping-expression',
    'the SQL of a mapping is neutral SQL, of the type that the item has',
    'the table is not loaded',
  ],
  [
    'mapping-forbidden',
    'the SQL of a mapping is one piece, without `;`, comments and hidden characters',
    'it could do what no reviewer sees; the table is not loaded',
  ],
  [
    'mapping-unknown-table',
    'a mapping reads tables of _sources.yml and sets, and nothing else',
    'nobody knows what is read; the table is not loaded',
  ],
  [
    'mapping-unknown-column',
    'a mapping reads columns that _sources.yml has',
    'nobody knows what is read; the table is not loaded',
  ],
  ['mapping-set-circle', 'no set reads from itself', 'no database can run it'],
];

export const CMS_RULES: readonly Rule[] = [
  ...SQL_RULES.map(
    ([id, checks, why]): Rule => ({
      id,
      severity: 'error',
      checks,
      why,
      *run({ specification }, { mappingProblems }) {
        for (const { code, message, object, itemRef, ...rest } of mappingProblems?.(specification) ?? []) {
          if (code === id)
            yield { ...rest, object, itemRef, message, value: `${rest.file} ${rest.path.join('.')} ${message}` };
        }
      },
    }),
  ),
  {
    id: 'mapping-unknown-cms',
    severity: 'error',
    checks: 'mappings lie in a folder with the name of a known CMS',
    why: 'no script is made from them',
    *run(index, { vocabulary }) {
      const known = vocabulary.cms.map(({ name }) => name);
      for (const { cms, mapping } of mappingsIn(index)) {
        if (mapping.cms === cms.cms && known.includes(cms.cms)) continue;
        const message = `the folder of ${mapping.file} is no CMS`;
        yield fault(mapping, [mapping, ''], { message, expected: `one of ${known.join(', ')}`, value: mapping.file });
      }
    },
  },
  {
    id: 'mapping-unknown-object',
    severity: 'error',
    checks: 'a mapping has the name of a data object',
    why: 'nothing is loaded from it',
    *run(index) {
      for (const { cms, mapping, object } of mappingsIn(index)) {
        // What the file of the object says is not known while it cannot be read.
        if (object !== undefined || index.unread.has(mapping.object)) continue;
        const message = `${cms.cms} maps ${shown(mapping.object)}, which the specification does not have`;
        yield fault(mapping, [mapping, ''], { message, expected: 'the name of a data object', value: mapping.file });
      }
    },
  },
  {
    id: 'mapping-unknown-ref',
    severity: 'error',
    checks: 'the items of a mapping are items of its object',
    why: 'nothing is loaded from it',
    *run(index) {
      for (const { cms, mapping, object } of mappingsIn(index)) {
        if (object === undefined || index.unread.has(mapping.object)) continue;
        const refs = new Set(object.items.map(({ ref }) => ref));
        const mapped = new Set(mapping.items.map(({ ref }) => ref));
        const unmapped = [...refs].filter((ref) => !mapped.has(ref));
        for (const item of mapping.items) {
          if (refs.has(item.ref)) continue;
          const message = `${shown(item.ref)} is no item of ${shown(mapping.object)}`;
          const expected = nearest(item.ref, unmapped) ?? 'no line for it, or an item_ref of the object';
          yield fault(item, [mapping, item.ref], { message, expected, value: `${cms.cms} ${item.ref}` });
        }
      }
    },
  },
  {
    id: 'mapping-item-missing',
    severity: 'info',
    checks: 'a mapping says of every item of its object where it is, or that the CMS does not hold it',
    why: 'the column stays empty in the extract, and nobody knows whether it must',
    *run(index) {
      for (const { cms, mapping, object } of mappingsIn(index)) {
        const known = new Set(mapping.items.map(({ ref }) => ref));
        const missing = mapping.notHeld === '' ? (object?.items.filter(({ ref }) => !known.has(ref)) ?? []) : [];
        if (missing.length === 0) continue;
        const names = missing.map(({ ref, name }) => `${ref} (${name})`).join(', ');
        const message = `${cms.cms} does not map ${missing.length} of ${object?.items.length} items of ${mapping.object}: ${names}`;
        const value = `${cms.cms} ${missing.map(({ ref }) => ref).join()}`;
        yield fault(mapping, [mapping, ''], { message, expected: 'a source, or `{not_held: the reason}`', value });
      }
    },
  },
  {
    id: 'mapping-free-sql',
    severity: 'info',
    checks: 'a mapping needs no SQL written for single databases',
    why: 'nothing checks it, and each database has to be looked after by hand',
    *run({ specification }) {
      for (const cms of specification.cms) {
        const sets = [cms.fragments, ...cms.mappings]
          .flatMap((one) => one.sets)
          .filter(({ query }) => 'texts' in query);
        for (const set of sets) yield freeSet(set, cms);
        for (const mapping of cms.mappings) for (const item of mapping.items) yield* freeItem(item, mapping, cms);
      }
    },
  },
  {
    id: 'mapping-source-type',
    severity: 'error',
    checks: 'tables and columns of _sources.yml have plain names, and types that are known',
    why: 'a mapping that reads the column is refused',
    *run({ specification }) {
      for (const { cms, sources } of specification.cms) {
        for (const [table, columns] of Object.entries(sources?.tables ?? {})) {
          const named = [
            { name: table, type: 'int', below: [] },
            ...Object.entries(columns).map(([name, type]) => ({ name, type, below: [name] })),
          ];
          for (const { name, type, below } of named) {
            if (SOURCE_NAME.test(name) && SOURCE_TYPE.test(type)) continue;
            const what = SOURCE_NAME.test(name) ? `${shown(type)}, the type of ${table}.${name},` : shown(name);
            yield {
              file: sources?.file ?? '',
              path: ['tables', table, ...below],
              object: '',
              itemRef: '',
              value: `${cms} ${[table, ...below].join('.')}`,
              message: `${what} cannot be read`,
              expected: '`int`, `str48`, `str`, `dt` or `float`, and a plain name',
            };
          }
        }
      }
    },
  },
];

const SOURCE_NAME = /^[A-Za-z_][A-Za-z0-9_$#]{0,127}$/;
const SOURCE_TYPE = /^(?:int|float|dt|str\d{0,5})(?: key)?$/;

interface MappingIn {
  readonly cms: CmsMappings;
  readonly mapping: Mapping;
  readonly object: DataObject | undefined;
}

function mappingsIn({ specification, objectsByName }: SpecificationIndex): MappingIn[] {
  return specification.cms.flatMap((cms) =>
    cms.mappings.map((mapping) => ({ cms, mapping, object: objectsByName.get(mapping.object) })),
  );
}

function freeSet(set: NamedSet, { cms }: CmsMappings): Fault {
  const message = `the set ${set.name} is SQL written by hand: ${'why' in set.query ? set.query.why : ''}`;
  return {
    ...place(set),
    object: '',
    itemRef: '',
    value: `${cms} ${set.name}`,
    message,
    expected: 'neutral SQL where it is possible',
  };
}

function* freeItem(item: MappedItem, mapping: Mapping, { cms }: CmsMappings): Generator<Fault> {
  if (item.source.kind !== 'free') return;
  const message = `${item.ref} is SQL written by hand for ${cms}: ${item.source.sql.why}`;
  yield fault(item, [mapping, item.ref], { message, expected: 'neutral SQL where it is possible', value: cms });
}

function fault(
  spot: Spot,
  [mapping, itemRef]: readonly [Mapping, string],
  said: { readonly message: string; readonly expected: string; readonly value: string },
): Fault {
  return { ...place(spot), object: mapping.object, itemRef, ...said };
}

function place({ file, path }: Spot): Spot {
  return { file, path };
}
