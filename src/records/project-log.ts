/** What the change log says of each item: the newest row of a ref is its metadata. */
import { asCell } from '../identifiers/subject.js';
import { WITHDRAWN } from '../specification/change-status.js';
import type { MetadataSet } from '../specification/spellings.js';
import { withoutAgreement } from './agreement.js';
import type { LogRow } from './log-row.js';

/** Newest first: pending before released, then by release date, then the lower row of the log. */
export function newestFirst(rows: readonly LogRow[]): LogRow[] {
  const keyed = rows.map((row, index) => ({ row, index, date: sortableDate(row.releaseDatetime) }));
  keyed.sort((a, b) => (a.date === b.date ? b.index - a.index : a.date < b.date ? 1 : -1));
  return keyed.map(({ row }) => row);
}

/** `dd/mm/yyyy HH:MM` as a text that sorts by time; pending sorts after every date. */
export function sortableDate(date: string): string {
  if (date === '') return '9';
  const match = /^(\d{2})\/(\d{2})\/(\d{4})(?:[ T](\d{2}:\d{2}))?/.exec(date);
  return match ? `${match[3]}${match[2]}${match[1]} ${match[4] ?? ''}` : date;
}

/** What an item shows of its rows. */
export interface Projection {
  readonly newest: LogRow;
  /** Rows about the item, withdrawn ones left out. */
  readonly count: number;
}

/** The projection of each item, by ref and object; a row without an object speaks for any object. */
export function projectLog(rows: readonly LogRow[]): (itemRef: string, object: string) => Projection | null {
  const byRef = new Map<string, LogRow[]>();
  for (const row of rows) {
    if (row.itemRef === '' || row.changeStatus === WITHDRAWN) continue;
    const known = byRef.get(asCell(row.itemRef));
    if (known) known.push(row);
    else byRef.set(asCell(row.itemRef), [row]);
  }
  return (itemRef, object) => {
    const own = (byRef.get(asCell(itemRef)) ?? []).filter(
      (row) => asCell(row.changeObjectName) === asCell(object) || row.changeObjectName === '',
    );
    const [newest] = newestFirst(own);
    return newest ? { newest, count: own.length } : null;
  };
}

/** The block of an item in a vocabulary: its keys in order, null for nothing. */
export function metadataBlock(
  { newest, count }: Projection,
  set: MetadataSet,
): [key: string, value: string | number | null][] {
  const documented = set.name === 'documented';
  const reason = documented
    ? withoutAgreement(newest.changeImpactNotes) || newest.changeImpactTitle
    : newest.changeImpactTitle;
  const values: Record<string, string | number | null> = {
    [set.releaseDatetime]: newest.releaseDatetime || set.pending || null,
    [set.changeId]: newest.changeId,
    [set.itemChangesCount]: count,
    [set.changeReason]: reason || null,
    [set.changeType]: documented ? newest.changeType.toLowerCase() : newest.changeType,
    [set.changeSource]: newest.changeSource || null,
  };
  return set.keys.map((key) => [key, values[key] ?? null]);
}
