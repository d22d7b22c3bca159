/** At the merge: the rows of the change log become agreed and name their decision; nothing else is written. */
import type { Config } from '../config/config.js';
import { StewardError } from '../errors.js';
import type { FilePlan, WriteFile } from '../plan.js';
import { AGREED, isSettled, WITHDRAWN } from '../specification/change-status.js';
import type { ChangeLogEntry } from '../specification/model.js';
import { readChangeLog } from '../specification/read-change-log.js';
import { type Agreement, withAgreement } from './agreement.js';
import type { LogRow } from './log-row.js';
import { tableOf, writeChangeLog } from './write-change-log.js';
import { writeChangelogMd } from './write-changelog-md.js';

/** Which changes are agreed to, and the records that say so. */
export interface AgreedInput {
  /** Identifiers of the merged changes. */
  readonly identifiers: readonly string[];
  readonly agreement: Agreement;
  readonly config: Config;
  /** The text of a file on the branch that was merged into, or null where there is none. */
  readonly textOf: (path: string) => string | null;
}

/**
 * Change log and CHANGELOG.md with the changes agreed; no action where they say so already, whatever the date is now.
 * A row that is withdrawn stays so. Throws `identifier-not-logged` where a change has no row, and the code and place
 * of what makes the log unreadable.
 */
export function markAgreed({ identifiers, agreement, config, textOf }: AgreedInput): FilePlan {
  const { changeLog, changelogMd } = config.layout;
  const text = textOf(changeLog) ?? '';
  const entries = entriesOf(text, changeLog);
  for (const identifier of identifiers) refuseUnlogged(identifier, changeLog, entries);
  const agreed = entries.find(({ changeStatus }) => changeStatus.toLowerCase() === AGREED)?.changeStatus ?? AGREED;
  const rows = entries
    .filter((entry) => identifiers.includes(entry.changeId) && !isSettled(entry) && entry.changeStatus !== WITHDRAWN)
    .map((entry): LogRow => {
      const changeImpactNotes = withAgreement(entry.changeImpactNotes, agreement);
      return { ...entry, changeStatus: agreed, changeImpactNotes };
    });
  if (rows.length === 0) return { actions: [] };
  const log = writeChangeLog(text, changeLog, rows);
  const files = [
    [changeLog, log],
    [changelogMd, writeChangelogMd(config.name, entriesOf(log, changeLog))],
  ] as const;
  return {
    actions: files.map(([path, after]): WriteFile => ({ kind: 'write-file', path, text: after, was: textOf(path) })),
  };
}

function entriesOf(text: string, file: string): readonly ChangeLogEntry[] {
  return readChangeLog(file, tableOf(text, file)).entries;
}

function refuseUnlogged(identifier: string, file: string, entries: readonly ChangeLogEntry[]): void {
  if (entries.some(({ changeId }) => changeId === identifier)) return;
  throw new StewardError({
    code: 'identifier-not-logged',
    place: file,
    found: `${identifier} was merged and has no row`,
    expected: 'the row in the change log, by `steward record`',
  });
}
