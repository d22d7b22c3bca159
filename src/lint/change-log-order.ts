/** Dates of the change log, and which of an item's entries is its newest. */
import type { ChangeLogEntry } from '../specification/model.js';

const DATE_TIME = /^([0-9]{2})\/([0-9]{2})\/([0-9]{4}) ([0-9]{2}):([0-9]{2})$/;

/** Milliseconds since 1970 of `dd/mm/yyyy HH:MM`, or null when it is no such moment (31/02/2024 10:00). */
export function moment(text: string): number | null {
  const [day, month, year, hour, minute] = DATE_TIME.exec(text)?.slice(1).map(Number) ?? [];
  if (day === undefined || month === undefined || year === undefined) return null;
  const time = Date.UTC(year, month - 1, day, hour, minute);
  const read = new Date(time);
  const kept = read.getUTCDate() === day && read.getUTCMonth() === month - 1 && read.getUTCHours() === hour;
  return kept && (minute ?? 60) < 60 ? time : null;
}

/** The newest entry: one that is pending, else the latest; of equals the one further down. */
export function newestEntry(entries: readonly ChangeLogEntry[]): ChangeLogEntry | undefined {
  const age = (entry: ChangeLogEntry) =>
    entry.releaseDatetime === ''
      ? Number.POSITIVE_INFINITY
      : (moment(entry.releaseDatetime) ?? Number.NEGATIVE_INFINITY);
  return entries.reduce<ChangeLogEntry | undefined>(
    (newest, entry) => (newest === undefined || age(entry) >= age(newest) ? entry : newest),
    undefined,
  );
}
