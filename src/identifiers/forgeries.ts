/** What a proposal may not do to the change log, as findings: add rows nobody gave it, alter or take out what was there. */
import type { Config } from '../config/config.js';
import type { Finding } from '../specification/finding.js';
import type { ChangeLogEntry } from '../specification/model.js';
import { alteredColumns } from './altered-columns.js';
import { LASTING_COLUMNS } from './pair-rows.js';

/** A row that the proposal cannot have been given, or one of the base that it altered (with what it was) or lost. */
export type ForgedRow = ChangeLogEntry & { readonly lost?: boolean; readonly was?: ChangeLogEntry };

/** As many lost rows are named; the others are counted. */
const NAMED = 3;

/** A finding for each row too many and each that is altered, and one for all that are lost. */
export function forgeries(rows: readonly ForgedRow[], config: Config): Finding[] {
  const lost = rows.filter((row) => row.lost);
  const [first] = lost;
  const told = rows.flatMap((row) => {
    if (row.lost) return [];
    return row.was ? altered(row, row.was, config) : [notGiven(row, config.identifierPrefix)];
  });
  return first ? [...told, rowsLost(first.file, lost)] : told;
}

function altered(row: ForgedRow, was: ChangeLogEntry, { changeTypes }: Config): Finding[] {
  const columns = alteredColumns({ was, is: row }, changeTypes);
  const [first] = columns;
  if (!first) return [];
  const told = columns.map((column) => {
    const property = LASTING_COLUMNS[column];
    return `${column} was ${quoted(was[property])} and is ${quoted(row[property])}`;
  });
  return [
    {
      rule: 'change-log-row-altered',
      severity: 'error',
      file: row.file,
      path: [...row.path, first],
      line: null,
      column: null,
      object: was.changeObjectName,
      itemRef: was.itemRef,
      value: `${was.changeId} ${columns.join(' ')}`,
      message: `the change log tells ${nameOf(was)} otherwise: ${told.join('; ')}`,
      expected: 'the row as it was; only its status, release date and notes are written later',
    },
  ];
}

function quoted(cell: string): string {
  return cell === '' ? 'blank' : `"${cell}"`;
}

function notGiven({ file, path, changeId, changeObjectName, itemRef }: ForgedRow, prefix: string): Finding {
  return {
    rule: 'identifier-not-given',
    severity: 'error',
    file,
    path: [...path, 'change_id'],
    line: null,
    column: null,
    object: changeObjectName,
    itemRef,
    value: changeId,
    message: `the change log gains "${changeId}", which is not the next ${prefix} identifier`,
    expected: 'the row left out; identifiers are given by `steward record`',
  };
}

function rowsLost(file: string, lost: readonly ForgedRow[]): Finding {
  const names = lost.map(nameOf);
  const more = lost.length > NAMED ? ` and ${lost.length - NAMED} more` : '';
  return {
    rule: 'change-log-row-lost',
    severity: 'error',
    file,
    path: [],
    line: null,
    column: null,
    object: '',
    itemRef: '',
    value: names.join(', '),
    message: `the change log loses ${names.slice(0, NAMED).join(', ')}${more}`,
    expected: 'every row that was there; a change that is taken back keeps its row, as withdrawn',
  };
}

function nameOf({ changeId, itemRef }: ChangeLogEntry): string {
  return itemRef === '' ? changeId : `${changeId} of ${itemRef}`;
}
