/**
 * The register of change identifiers: a readable CSV on a branch of its own, so that two proposals never get one
 * number. It is written by compare-and-swap only; a row is never removed.
 */
import { stringify } from 'csv-stringify/sync';
import { StewardError } from '../errors.js';
import { type Subject, subjectKey } from '../identifiers/subject.js';
import { readCsv } from '../specification/read-csv.js';

/** `withdrawn`: the proposal was closed; its numbers stay burnt, and are its own again when it is reopened. */
export type ReservationState = 'reserved' | 'withdrawn' | 'merged';

/** An identifier that is given, to whom and why. */
export interface Reservation {
  readonly identifier: string;
  readonly subject: Subject;
  /** As `change_source` of the change log names it. */
  readonly changeRequest: string;
  /** 0 where a push came without one. */
  readonly pullRequest: number;
  readonly state: ReservationState;
  /** `yyyy-mm-dd` on which the state began. */
  readonly date: string;
}

/** The branch that holds the register, apart from the history of the standard. */
export const REGISTER_BRANCH = 'spec-steward/register';
/** The register itself. */
export const REGISTER_FILE = 'register.csv';

const HEADINGS = ['identifier', 'item_ref', 'object', 'code_set', 'change_request', 'pull_request', 'state', 'date'];

/** Reads the register; throws `unreadable-register`, because a number given without it could be given twice. */
export function readRegister(text: string): Reservation[] {
  const { table, problem } = readCsv(text);
  if (!table || (text.trim() !== '' && table.headings.join() !== HEADINGS.join())) {
    throw new StewardError({
      code: 'unreadable-register',
      place: `${REGISTER_BRANCH}:${REGISTER_FILE}`,
      found: problem?.message ?? `the headings are ${table?.headings.join(', ')}`,
      expected: HEADINGS.join(', '),
    });
  }
  return table.rows.map(({ cells, line }) => reservationOf(cells, line));
}

function reservationOf(cells: readonly string[], line: number): Reservation {
  const [identifier = '', itemRef = '', object = '', codeSet = '', changeRequest = '', pullRequest = ''] = cells;
  const [state = '', date = ''] = cells.slice(6);
  const known = (['reserved', 'withdrawn', 'merged'] as const).find((candidate) => candidate === state);
  if (known && identifier !== '' && /^[0-9]+$/.test(pullRequest)) {
    const subject = { itemRef, object, codeSet };
    return { identifier, subject, changeRequest, pullRequest: Number(pullRequest), state: known, date };
  }
  throw new StewardError({
    code: 'unreadable-register',
    place: `${REGISTER_BRANCH}:${REGISTER_FILE}:${line}`,
    found: `the row "${cells.join(',').slice(0, 120)}"`,
    expected: 'identifier, item, pull request number, a known state and a date',
  });
}

/** The text of the register; the same reservations give the same bytes. */
export function writeRegister(reservations: readonly Reservation[]): string {
  const rows = reservations.map(({ identifier, subject, changeRequest, pullRequest, state, date }) => [
    identifier,
    subject.itemRef,
    subject.object,
    subject.codeSet,
    changeRequest,
    String(pullRequest),
    state,
    date,
  ]);
  return stringify([HEADINGS, ...rows], { escape_formulas: true });
}

/** Identifiers that the pull request was given at any time, by subject: the latest where there are several. */
export function givenTo(pullRequest: number, register: readonly Reservation[]): Map<string, string> {
  const own = register.filter((reservation) => reservation.pullRequest === pullRequest);
  return new Map(own.map(({ subject, identifier }) => [subjectKey(subject), identifier]));
}

/** Who wants identifiers, and what for. */
export interface Claim extends Pick<Reservation, 'pullRequest' | 'changeRequest' | 'date'> {
  readonly subjects: readonly Subject[];
}

/** The register with every wanted identifier of the pull request reserved; the same value when nothing is to do. */
export function reserve(
  register: readonly Reservation[],
  wanted: ReadonlyMap<string, string>,
  { pullRequest, changeRequest, subjects, date }: Claim,
): readonly Reservation[] {
  const given = givenTo(pullRequest, register);
  const revived = moveTo(register, { pullRequest, state: 'reserved', date });
  const missing = subjects.flatMap((subject): Reservation[] => {
    const identifier = wanted.get(subjectKey(subject));
    if (!identifier || given.get(subjectKey(subject)) === identifier) return [];
    return [{ identifier, subject, changeRequest, pullRequest, state: 'reserved', date }];
  });
  return missing.length === 0 ? revived : [...revived, ...missing];
}

/** The register with all of a pull request's rows in a state; the same value when they are. */
export function moveTo(
  register: readonly Reservation[],
  { pullRequest, state, date }: { pullRequest: number; state: ReservationState; date: string },
): readonly Reservation[] {
  const stale = (row: Reservation) => row.pullRequest === pullRequest && row.state !== state;
  return register.some(stale) ? register.map((row) => (stale(row) ? { ...row, state, date } : row)) : register;
}
