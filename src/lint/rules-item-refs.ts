/** Rules on `item_ref`, the identity of an item. */
import type { DataItem } from '../specification/model.js';
import { atItem, type Fault, type Rule } from './rule.js';
import { shown } from './shown.js';

/** `PERS001A`, also `S47E001A`: four letters or digits beginning with a letter, three digits, one letter. */
const ITEM_REF = /^[A-Z][A-Z0-9]{3}[0-9]{3}[A-Z]$/;

export const ITEM_REF_RULES: readonly Rule[] = [
  {
    id: 'item-ref-missing',
    alone: true,
    severity: 'error',
    checks: 'every item has an item_ref',
    why: 'without it nothing about the item can be traced',
    *run({ items }) {
      for (const item of items) {
        if (item.ref !== '') continue;
        const message = `${shown(item.name)} has no item_ref`;
        yield atItem(item, 'item_ref', { value: item.name, message, expected: 'a new ref such as PERS001A' });
      }
    },
  },
  {
    id: 'item-ref-malformed',
    alone: true,
    severity: 'warning',
    checks: 'an item_ref is four letters, three digits and a letter',
    why: 'tools that recognise refs by their form miss it',
    *run({ items }) {
      for (const item of items) {
        if (item.ref === '' || ITEM_REF.test(item.ref)) continue;
        const message = `${shown(item.ref)} of ${shown(item.name)} has not the form of an item_ref`;
        const expected = 'four letters, three digits, one letter: PERS001A';
        yield atItem(item, 'item_ref', { value: item.ref, message, expected });
      }
    },
  },
  {
    id: 'item-ref-duplicate',
    severity: 'error',
    checks: 'no two items have one item_ref',
    why: 'changes to one of them would be recorded for the other',
    *run({ itemsByRef }) {
      for (const [ref, [first, ...others]] of itemsByRef) {
        if (ref === '' || !first) continue;
        for (const item of others) yield duplicate(item, first);
      }
    },
  },
];

function duplicate(item: DataItem, first: DataItem): Fault {
  const taken = shown(`${first.object}.${first.name}`);
  const message = `${shown(item.ref)} of ${shown(item.name)} is already the ref of ${taken}`;
  return atItem(item, 'item_ref', { value: item.ref, message, expected: 'a ref that no other item has or had' });
}
