/** Identifiers in a proposal's own log that nobody gave it, as findings. */
import type { Config } from '../config/config.js';
import type { Finding } from '../specification/finding.js';
import type { ChangeLogEntry } from '../specification/model.js';

export function forgeries(entries: readonly ChangeLogEntry[], { identifierPrefix }: Config): Finding[] {
  return entries.map(({ file, path, changeId, changeObjectName, itemRef }) => ({
    rule: 'identifier-not-given',
    severity: 'error',
    file,
    path: [...path, 'change_id'],
    line: null,
    column: null,
    object: changeObjectName,
    itemRef,
    value: changeId,
    message: `the change log gains "${changeId}", which is not the next ${identifierPrefix} identifier`,
    expected: 'the row left out; identifiers are given by `steward record`',
  }));
}
