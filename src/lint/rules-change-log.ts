/** Rules on the rows of the change log. */
import type { Config } from '../config/config.js';
import { STATUSES } from '../specification/change-status.js';
import type { ChangeLog, ChangeLogEntry } from '../specification/model.js';
import { CHANGE_LOG_COLUMNS } from '../specification/read-change-log.js';
import { moment } from './change-log-order.js';
import type { SpecificationIndex } from './index-specification.js';
import { nearest } from './nearest.js';
import { at, type Fault, type LintContext, type Rule } from './rule.js';
import { HIDDEN_CHARACTER, shown } from './shown.js';

type Column = keyof typeof CHANGE_LOG_COLUMNS;
const COLUMNS = Object.keys(CHANGE_LOG_COLUMNS) as readonly Column[];

/** What spreadsheets take for a formula (OWASP, "CSV Injection"), with the full-width forms. */
const FORMULA = /^[=+\-@\t\r＝＋－＠](?!\s|$|[0-9.,]+$)/;

export const CHANGE_LOG_RULES: readonly Rule[] = [
  {
    id: 'change-id-malformed',
    severity: 'error',
    checks: 'a change identifier is the prefix, a hyphen and its number in the usual digits',
    why: 'two spellings of one identifier are two identifiers to every search',
    *run(index, { config }) {
      for (const entry of entriesOf(index)) {
        if (entry.changeId === canonical(entry.changeId, config)) continue;
        const what =
          entry.changeId === ''
            ? 'the row has no change identifier'
            : `${shown(entry.changeId)} is no change identifier`;
        const expected = `${config.identifierPrefix}-${'1'.padStart(config.identifierDigits, '0')} or the like`;
        yield ofRow(entry, 'change_id', { value: entry.changeId, message: what, expected });
      }
    },
  },
  {
    id: 'change-id-reused',
    severity: 'warning',
    checks: 'an identifier stands for one change of one item',
    why: 'nobody can tell which of the changes a document means',
    *run(index) {
      const first = new Map<string, ChangeLogEntry>();
      for (const entry of entriesOf(index)) {
        const earlier = first.get(entry.changeId);
        if (!earlier) first.set(entry.changeId, entry);
        else if (entry.changeId !== '' && contents(entry) !== contents(earlier)) yield reused(entry, earlier);
      }
    },
  },
  {
    id: 'change-log-duplicate',
    severity: 'warning',
    checks: 'a row of the change log stands once',
    why: 'the change is counted twice',
    *run(index) {
      const seen = new Set<string>();
      for (const entry of entriesOf(index)) {
        const row = contents(entry);
        const message = `the row of ${shown(entry.changeId)} stands twice`;
        if (seen.has(row))
          yield ofRow(entry, 'item_ref', { value: entry.changeId, message, expected: 'each row once' });
        seen.add(row);
      }
    },
  },
  {
    id: 'change-log-status',
    severity: 'warning',
    checks: 'a status is one of those in use',
    why: 'filters by status pass the row over',
    *run(index) {
      yield* unknownValues(index, { column: 'change_status', known: STATUSES, noun: 'status' });
    },
  },
  {
    id: 'change-log-type',
    severity: 'warning',
    checks: 'a change type is one of the configured ones',
    why: 'a release cannot be weighed by it',
    *run(index, { config }) {
      yield* unknownValues(index, {
        column: 'change_type',
        known: [...config.changeTypes, 'undecided'],
        noun: 'change type',
      });
    },
  },
  {
    id: 'change-log-date',
    severity: 'warning',
    checks: 'a release date is dd/mm/yyyy HH:MM, or blank while pending',
    why: 'rows with another form are sorted wrongly',
    *run(index) {
      for (const entry of entriesOf(index)) {
        const date = entry.releaseDatetime;
        if (date === '' || moment(date) !== null) continue;
        const message = `${shown(date)} is no date and time`;
        yield ofRow(entry, 'release_datetime', { value: date, message, expected: 'dd/mm/yyyy HH:MM' });
      }
    },
  },
  {
    id: 'change-log-unknown-ref',
    severity: 'warning',
    checks: 'a row is about an item that exists, existed under that ref, or is logged as removed',
    why: 'the change belongs to nothing',
    run: unknownRefs,
  },
  {
    id: 'change-log-formula',
    severity: 'warning',
    checks: 'no cell begins like a formula',
    why: 'a spreadsheet runs it on the machine of whoever opens the log',
    *run(index) {
      for (const [entry, column, cell] of everyCell(index)) {
        if (!FORMULA.test(cell)) continue;
        const message = `${shown(cell)} in ${column} runs as a formula in a spreadsheet`;
        yield ofRow(entry, column, { value: `${entry.changeId} ${column}`, message, expected: 'a text' });
      }
    },
  },
  {
    id: 'change-log-hidden-character',
    severity: 'warning',
    checks: 'cells hold no control, bidirectional or zero-width characters',
    why: 'what people see in the log is not what is written',
    *run(index) {
      for (const [entry, column, cell] of everyCell(index)) {
        if (!HIDDEN_CHARACTER.test(cell)) continue;
        const message = `${shown(cell)} in ${column} holds an invisible character`;
        yield ofRow(entry, column, { value: `${entry.changeId} ${column}`, message, expected: 'it removed' });
      }
    },
  },
];

function entriesOf({ specification }: SpecificationIndex): ChangeLog['entries'] {
  return specification.changeLog?.entries ?? [];
}

function* everyCell(index: SpecificationIndex): Generator<readonly [ChangeLogEntry, Column, string]> {
  for (const entry of entriesOf(index)) {
    for (const column of COLUMNS) yield [entry, column, entry[CHANGE_LOG_COLUMNS[column]]];
  }
}

function ofRow(
  entry: ChangeLogEntry,
  column: Column,
  said: { value: string; message: string; expected: string },
): Fault {
  return { ...at(entry, column, said), object: entry.changeObjectName, itemRef: entry.itemRef };
}

function contents(entry: ChangeLogEntry): string {
  return JSON.stringify(COLUMNS.map((column) => entry[CHANGE_LOG_COLUMNS[column]]));
}

/** The identifier as it must be written, null for what is none: neither `SSD-00001` nor `SSD-٠٠٠١` is `SSD-0001`. */
function canonical(changeId: string, { identifierPrefix, identifierDigits }: Config): string | null {
  const prefix = `${identifierPrefix}-`;
  const digits = changeId.startsWith(prefix) ? changeId.slice(prefix.length) : '';
  if (!/^[0-9]{1,15}$/.test(digits) || Number(digits) === 0) return null;
  return `${prefix}${String(Number(digits)).padStart(identifierDigits, '0')}`;
}

function reused(entry: ChangeLogEntry, earlier: ChangeLogEntry): Fault {
  const [subject, other] = [entry, earlier].map(({ itemRef, changeObjectName }) => shown(itemRef || changeObjectName));
  const change = subject === other ? 'another change of it' : `a change of ${other}`;
  const message = `${shown(entry.changeId)} of ${subject} already stands for ${change}`;
  return ofRow(entry, 'change_id', { value: entry.changeId, message, expected: 'the next free identifier' });
}

/** Letter case and white space do not count here: spellings of one value have a rule of their own. */
function* unknownValues(
  index: SpecificationIndex,
  { column, known, noun }: { column: Column; known: readonly string[]; noun: string },
): Generator<Fault> {
  if (!index.specification.changeLog?.headings.some((heading) => heading.trim() === column)) return;
  const plain = (text: string) => text.toLowerCase().replace(/\s+/g, ' ');
  const plainKnown = new Set(known.map(plain));
  for (const entry of entriesOf(index)) {
    const written = entry[CHANGE_LOG_COLUMNS[column]];
    if (plainKnown.has(plain(written))) continue;
    const message = written === '' ? `the row has no ${noun}` : `${shown(written)} is no ${noun}`;
    const expected = (written !== '' && nearest(written, known)) || `one of ${known.join(', ')}`;
    yield ofRow(entry, column, { value: `${entry.changeId} ${written}`, message, expected });
  }
}

function* unknownRefs(index: SpecificationIndex, { config }: LintContext): Generator<Fault> {
  const { specification, itemsByRef, entriesByRef } = index;
  const objects = `${config.layout.objects}/`;
  if (specification.problems.some(({ severity, file }) => severity === 'error' && file.startsWith(objects))) return;
  const replaced = new Set(entriesOf(index).map((entry) => entry.oldItemRef));
  for (const [ref, entries] of entriesByRef) {
    const known = ref !== '' && (itemsByRef.has(ref) || replaced.has(ref));
    if (known || entries.some(saysRemoved)) continue;
    for (const entry of entries) {
      if (entry.changeStatus === 'withdrawn' || (ref === '' && entry.changeObjectName !== '')) continue;
      const message = ref === '' ? 'the row names no item and no data object' : `no item has the ref ${shown(ref)}`;
      const expected = 'the ref of an item, or the removal logged';
      yield ofRow(entry, 'item_ref', { value: entry.changeId, message, expected });
    }
  }
}

function saysRemoved(entry: ChangeLogEntry): boolean {
  return /\b(?:remov|retir|withdr|delet)/i.test(`${entry.changeImpactTitle} ${entry.changeImpactNotes}`);
}
