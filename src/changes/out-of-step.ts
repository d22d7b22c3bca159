/** Changes that stand in only one of YAML, spreadsheet and change log: the next refresh would erase them. */
import type { OutOfStep } from '../review.js';
import type { Specification, SpreadsheetRow } from '../specification/model.js';
import type { Change } from './change.js';
import type { ChangeKind } from './change-kinds.js';

/** What a spreadsheet row says of the value that a kind compares; kinds that it does not carry are absent. */
const CELLS: Partial<Record<ChangeKind, (row: SpreadsheetRow) => string>> = {
  'item-renamed': (row) => row.fieldName,
  'item-type-changed': (row) => row.type,
  'item-description-changed': (row) => row.description,
  'item-foreign-key-changed': (row) => row.foreignKey,
  'item-returns-changed': (row) => row.returns.join('|'),
};

/** After these a ref is not the same item in both spreadsheets. */
const NOT_ONE_ITEM: ReadonlySet<ChangeKind> = new Set<ChangeKind>(['item-added', 'item-removed', 'item-ref-changed']);

/** Only for repositories with a spreadsheet beside the YAML. */
export function findOutOfStep(base: Specification, head: Specification, changes: readonly Change[]): OutOfStep[] {
  const before = rowsByRef(base);
  const after = rowsByRef(head);
  if (!after) return [];
  return [
    ...changes.flatMap((change) => onlyInYaml(change, after)),
    ...(before ? onlyInSpreadsheet(before, after, changes) : []),
    ...onlyInLog(base, head, changes),
  ];
}

function rowsByRef({ spreadsheet }: Specification): Map<string, SpreadsheetRow> | null {
  return spreadsheet && new Map(spreadsheet.rows.map((row) => [row.itemRef, row]));
}

function onlyInYaml(change: Change, after: ReadonlyMap<string, SpreadsheetRow>): OutOfStep[] {
  if (change.source !== 'yaml' || change.class === 'cosmetic') return [];
  const { itemRef, object, name } = change;
  const row = after.get(itemRef);
  const told = (sentence: string): OutOfStep[] => [{ itemRef, object, onlyIn: 'yaml', sentence }];
  if (change.kind === 'item-added')
    return row ? [] : told(`\`${name}\` is new in the YAML and not in the spreadsheet.`);
  if (change.kind === 'item-removed')
    return row ? told(`\`${name}\` is gone from the YAML and still in the spreadsheet.`) : [];
  const cell = CELLS[change.kind];
  if (!cell || !row) return [];
  const written = fold(cell(row));
  if (written !== fold(shown(change.before)) || written === fold(shown(change.after))) return [];
  return told(`The spreadsheet still has the old value of \`${name}\`: ${shown(change.before) || 'nothing'}.`);
}

function onlyInSpreadsheet(
  before: ReadonlyMap<string, SpreadsheetRow>,
  after: ReadonlyMap<string, SpreadsheetRow>,
  changes: readonly Change[],
): OutOfStep[] {
  const changed = new Set(changes.map(({ kind, itemRef }) => `${kind} ${itemRef}`));
  const known = new Set(
    changes.filter(({ kind }) => NOT_ONE_ITEM.has(kind)).flatMap(({ itemRef, was }) => [itemRef, was?.itemRef]),
  );
  return [...after].flatMap(([itemRef, row]) => {
    const was = before.get(itemRef);
    if (!was || known.has(itemRef)) return [];
    return Object.entries(CELLS).flatMap(([kind, cell]): OutOfStep[] => {
      if (fold(cell(was)) === fold(cell(row)) || changed.has(`${kind} ${itemRef}`)) return [];
      const sentence = `The spreadsheet says "${cell(row)}" of \`${row.fieldName}\` now, and the YAML does not.`;
      return [{ itemRef, object: row.objectName, onlyIn: 'spreadsheet', sentence }];
    });
  });
}

function onlyInLog(base: Specification, head: Specification, changes: readonly Change[]): OutOfStep[] {
  const old = new Set((base.changeLog?.entries ?? []).map(({ changeId, itemRef }) => `${changeId} ${itemRef}`));
  const changed = new Set(changes.map(({ itemRef }) => itemRef));
  return (head.changeLog?.entries ?? []).flatMap(
    ({ changeId, itemRef, changeObjectName, changeStatus }): OutOfStep[] => {
      const fresh = changeStatus === 'pending' && !old.has(`${changeId} ${itemRef}`);
      if (!fresh || itemRef === '' || changed.has(itemRef)) return [];
      const sentence = `${changeId} is new in the change log, and nothing of the item changes.`;
      return [{ itemRef, object: changeObjectName, onlyIn: 'change log', sentence }];
    },
  );
}

function shown(value: Change['before']): string {
  return Array.isArray(value) ? value.join('|') : String(value ?? '');
}

function fold(text: string): string {
  return text.toLowerCase().replace(/\s+/g, ' ').trim();
}
