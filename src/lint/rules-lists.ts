/** Rules on the lists of an item: nothing twice, nothing missing. */
import type { DataItem } from '../specification/model.js';
import { atItem, type Fault, type Rule } from './rule.js';
import { shown } from './shown.js';

const LISTS = [
  ['categories', 'categories'],
  ['constraints', 'constraints'],
  ['returns', 'returns'],
  ['cms', 'cms'],
  ['cmsField', 'cms_field'],
  ['cmsTable', 'cms_table'],
] as const satisfies readonly (readonly [field: keyof DataItem, key: string])[];

export const LIST_RULES: readonly Rule[] = [
  {
    id: 'list-duplicate',
    alone: true,
    severity: 'warning',
    checks: 'a list holds each entry once',
    why: 'counts by entry are wrong, and edits reach only one of the two',
    *run({ items }) {
      for (const item of items) for (const [field, key] of LISTS) yield* duplicates(item, item[field], key);
    },
  },
  missing('categories', 'the item is found under no subject'),
  missing('returns', 'nobody can tell which return asks for the item'),
  missing('cms', 'nobody can tell which CMS can fill the item'),
];

function missing(list: 'categories' | 'returns' | 'cms', why: string): Rule {
  return {
    id: `missing-${list}`,
    alone: true,
    severity: 'info',
    checks: `every item lists its ${list}`,
    why,
    *run({ items }) {
      for (const item of items) {
        if (item[list].length > 0) continue;
        yield atItem(item, list, { message: `${shown(item.name)} lists no ${list}`, expected: 'at least one entry' });
      }
    },
  };
}

function* duplicates(item: DataItem, list: readonly string[], key: string): Generator<Fault> {
  if (new Set(list).size === list.length) return;
  const reported = new Set<string>();
  for (const [position, entry] of list.entries()) {
    if (list.indexOf(entry) === position || reported.has(entry)) continue;
    reported.add(entry);
    const message = `${shown(entry)} stands twice in ${key} of ${shown(item.name)}`;
    yield atItem(item, [key, position], { value: `${key} ${entry}`, message, expected: 'each entry once' });
  }
}
