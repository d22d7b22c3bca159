/** Rules on `cms_field` and `cms_table`: where each CMS keeps an item. */
import type { DataItem } from '../specification/model.js';
import { prefixOf } from './index-specification.js';
import type { Mapping } from './mappings.js';
import { atItem, type Fault, type Rule } from './rule.js';
import { shown } from './shown.js';

export const MAPPING_RULES: readonly Rule[] = [
  {
    id: 'mapping-malformed',
    alone: true,
    severity: 'warning',
    checks: 'a mapping is `cms:field` or `cms:table`',
    why: 'without its CMS a field can be found nowhere',
    *run({ mappings }) {
      for (const [item, itsMappings] of mappings) {
        for (const { key, position, cms, source, written } of itsMappings) {
          if (cms !== '' && source !== '') continue;
          const message = `${shown(written)} in ${key} of ${shown(item.name)} is no mapping`;
          yield atItem(item, [key, position], { value: `${key} ${written}`, message, expected: 'cms:name' });
        }
      }
    },
  },
  {
    id: 'mapping-without-cms',
    alone: true,
    severity: 'info',
    checks: 'a CMS that an item is mapped to stands in its cms',
    why: 'the mapping is not used',
    *run({ mappings }) {
      for (const [item, itsMappings] of mappings) {
        for (const { key, position, cms } of itsMappings) {
          if (cms === '' || item.cms.includes(cms)) continue;
          const message = `${shown(item.name)} has a ${key} for ${shown(cms)}, which its cms does not list`;
          yield atItem(item, [key, position], { value: `${key} ${cms}`, message, expected: `${cms} in cms` });
        }
      }
    },
  },
  {
    id: 'cms-without-mapping',
    alone: true,
    severity: 'info',
    checks: 'an item is mapped to each CMS of its cms, as far as the standard maps that CMS at all',
    why: 'the column stays empty in the extract of that CMS',
    *run({ mappings, mappedCms }) {
      for (const [item, itsMappings] of mappings) yield* unmapped(item, itsMappings, mappedCms);
    },
  },
  {
    id: 'mapping-stale',
    alone: true,
    severity: 'warning',
    checks: "a mapping that repeats the standard's own names repeats the present ones",
    why: 'it was left behind by a rename and names what no longer exists',
    *run({ mappings }, { config }) {
      const ownTable = `${config.identifierPrefix.toLowerCase()}_`;
      for (const [item, itsMappings] of mappings) if (itsMappings.length > 0) yield* stale(item, itsMappings, ownTable);
    },
  },
];

function* unmapped(item: DataItem, itsMappings: readonly Mapping[], mapped: ReadonlySet<string>): Generator<Fault> {
  for (const [position, cms] of item.cms.entries()) {
    if (!mapped.has(cms) || item.cms.indexOf(cms) !== position) continue;
    for (const key of ['cms_field', 'cms_table'] as const) {
      if (itsMappings.some((mapping) => mapping.key === key && mapping.cms === cms)) continue;
      const message = `${shown(item.name)} lists ${shown(cms)}, but has no ${key} for it`;
      yield atItem(item, ['cms', position], { value: `${key} ${cms}`, message, expected: `a ${key} for ${cms}` });
    }
  }
}

/**
 * Where the source is not known, the real files repeat the standard's own names: the object as the table, the item as
 * the field. Such a placeholder must follow when the object or the item is renamed.
 */
function* stale(item: DataItem, itsMappings: readonly Mapping[], ownTable: string): Generator<Fault> {
  for (const { key, position, cms, source } of itsMappings) {
    const present = key === 'cms_table' ? item.object : item.name;
    if (cms === '' || source === present) continue;
    const table = itsMappings.find((other) => other.key === 'cms_table' && other.cms === cms)?.source.toLowerCase();
    const placeholder = table === undefined ? repeatsPrefix(source, item) : table.startsWith(ownTable);
    if (!placeholder) continue;
    const message = `${key} of ${shown(item.name)} for ${cms} is still ${shown(source)}`;
    const expected = `${cms}:${present}, or where ${cms} really keeps it`;
    yield atItem(item, [key, position], { value: `${key} ${cms}:${source}`, message, expected });
  }
}

function repeatsPrefix(source: string, item: DataItem): boolean {
  return item.ref !== '' && source.toLowerCase().startsWith(`${prefixOf(item)}_`);
}
