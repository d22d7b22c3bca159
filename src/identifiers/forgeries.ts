/** What a proposal may not do to the change log, as findings: add rows that nobody gave it, take out what was there. */
import type { Config } from '../config/config.js';
import type { Finding } from '../specification/finding.js';
import type { ChangeLogEntry } from '../specification/model.js';

/** A row that the proposal cannot have been given, or one of the base that it lost. */
export type ForgedRow = ChangeLogEntry & { readonly lost?: boolean };

/** As many lost rows are named; the others are counted. */
const NAMED = 3;

/** A finding for each row too many, and one for all that are lost. */
export function forgeries(rows: readonly ForgedRow[], { identifierPrefix }: Config): Finding[] {
  const lost = rows.filter((row) => row.lost);
  const [first] = lost;
  const added = rows.filter((row) => !row.lost).map((row) => notGiven(row, identifierPrefix));
  return first ? [...added, rowsLost(first.file, lost)] : added;
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
  const names = lost.map(({ changeId, itemRef }) => (itemRef === '' ? changeId : `${changeId} of ${itemRef}`));
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
