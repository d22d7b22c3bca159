/** Whether two values differ only in letter case, white space, punctuation or list order. */

import type { Value } from './change.js';
import type { ChangeKind } from './change-kinds.js';

/** How each kind of value is folded before it is compared; kinds that are not here are never cosmetic. */
const FOLDS: Partial<Record<ChangeKind, (value: Value) => string>> = {
  'item-renamed': (value) => String(value ?? '').toLowerCase(),
  'item-type-changed': foldCode,
  'item-foreign-key-changed': foldCode,
  'item-code-set-changed': foldCode,
  'item-constraints-changed': foldList,
  'item-cms-changed': foldList,
  'item-cms-field-changed': foldList,
  'item-cms-table-changed': foldList,
  'item-mapping-changed': foldSql,
  'object-mapping-changed': foldSql,
  'item-returns-changed': foldList,
  'item-categories-changed': foldList,
  'item-description-changed': foldText,
  'item-guidance-changed': foldText,
  'code-set-value-redefined': foldText,
};

/** True when a change from one value to the other means nothing. */
export function isCosmetic(kind: ChangeKind, before: Value, after: Value): boolean {
  const fold = FOLDS[kind];
  return fold !== undefined && fold(before) === fold(after);
}

function foldCode(value: Value): string {
  return String(value ?? '')
    .toLowerCase()
    .replace(/\s+/g, '');
}

function foldList(value: Value): string {
  return Array.isArray(value) ? value.map(foldCode).sort().join('\n') : foldCode(value);
}

/** White space between the words of SQL; letter case can mean something, and order does. */
function foldSql(value: Value): string {
  return JSON.stringify(value).replace(
    /('(?:[^']|'')*')|(?:\s|\\[nrt])+/g,
    (_, quoted: string | undefined) => quoted ?? ' ',
  );
}

/** Signs that change a meaning (`<5`, `50%`) are kept; other punctuation separates words at the most. */
function foldText(value: Value): string {
  return String(value ?? '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}<>=+%£$€]+/gu, ' ')
    .trim();
}
