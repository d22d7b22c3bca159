/**
 * The record of a pull request's decisions: one JSON object a line, on the register's branch. Lines are only ever
 * added; a line that is not exactly as it was written is not believed, and then nothing is agreed.
 */
import { StewardError } from '../errors.js';
import { jsonText } from '../report/defuse.js';
import { ENTRY_KINDS, type Entry, type EntryKind, type EntryParts } from './entry.js';

/** The file of a pull request. */
export function decisionsFile(pullRequest: number): string {
  return `decisions/pull-request-${pullRequest}.jsonl`;
}

/** The text with the entries that it lacks at its end; the same entries give the same bytes. */
export function appendEntries(text: string, entries: readonly Entry[]): string {
  const written = text.split('\n').length - 1;
  return text + entries.slice(written).map(lineOf).join('');
}

/** Takes the file's text (`''` where there is none), gives its entries; throws `unreadable-decisions` with the line. */
export function readEntries(file: string, text: string): readonly Entry[] {
  const lines = text.split('\n');
  const rest = lines.pop() ?? '';
  if (rest !== '') throw unreadable(`${file}:${lines.length + 1}`, 'a line without its end', 'whole lines');
  return lines.map((line, index) => readLine(line, { place: `${file}:${index + 1}`, number: index + 1 }));
}

interface Place {
  readonly place: string;
  readonly number: number;
}

function readLine(line: string, { place, number }: Place): Entry {
  const entry = parsed(line, place);
  const fault = faultOf(entry, number);
  if (fault !== '') throw unreadable(place, fault, 'a line as the App writes it');
  if (lineOf(entry as Entry) !== `${line}\n`) throw unreadable(place, 'a line that was edited', 'it as it was written');
  return entry as Entry;
}

function parsed(line: string, place: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw unreadable(place, 'a line that is no JSON', 'one JSON object a line');
  }
}

/** What is wrong with a value that should be the entry of that number, or `''`. */
function faultOf(value: unknown, number: number): string {
  if (!isRecord(value)) return 'a line that is no object';
  const kind = value.kind as EntryKind;
  if (typeof value.kind !== 'string' || !Object.hasOwn(ENTRY_KINDS, kind)) return 'an entry of an unknown kind';
  if (value.number !== number) return `number ${String(value.number)} in the place of number ${number}`;
  const checks = { ...COMMON, ...Object.fromEntries(ENTRY_KINDS[kind].map((part) => [part, PARTS[part]])) };
  const wrong = Object.entries(checks).find(([key, isRight]) => !isRight(value[key]));
  return wrong ? `a wrong \`${wrong[0]}\`` : '';
}

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string';
const isNumber: Check = (value) => Number.isInteger(value) && (value as number) >= 0;
const isTexts: Check = (value) => isListOf(value, isText);

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

function isListOf(value: unknown, check: Check): boolean {
  return Array.isArray(value) && value.every(check);
}

const isTime: Check = (value) =>
  typeof value === 'string' &&
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/.test(value) &&
  !Number.isNaN(Date.parse(value));

const isCovered: Check = (value) =>
  isRecord(value) &&
  [value.id, value.subject, value.fingerprint].every(isText) &&
  isRecord(value.sql) &&
  Object.values(value.sql).every(isText);

const isSpeaker: Check = (value) =>
  value === null ||
  (isRecord(value) && [value.login, value.name, value.organisation].every(isText) && isTexts(value.roles));

/** What every entry has, in the order in which it is written. */
const COMMON: Readonly<Record<string, Check>> = {
  number: isNumber,
  kind: isText,
  at: isTime,
  who: isSpeaker,
  source: isText,
  words: isText,
  commit: isText,
  covers: (value) => isListOf(value, isCovered),
};

/** What some entries have. */
const PARTS: Readonly<Record<keyof EntryParts, Check>> = {
  units: (value) =>
    isListOf(value, (unit) => isCovered(unit) && isRecord(unit) && isText(unit.track) && isTexts(unit.groups)),
  same: isNumber,
  saw: isNumber,
  reason: isText,
  type: isText,
  minuted: (value) => isRecord(value) && isTexts(value.organisations) && isTexts(value.people) && isText(value.meeting),
  pull: isNumber,
  voids: (value) => isListOf(value, isNumber),
  forced: (value) => typeof value === 'boolean',
};

/** Keys in one order, whatever the order in which they were put in; what cannot be seen is escaped. */
function lineOf(entry: Entry): string {
  const keys = [...Object.keys(COMMON), ...ENTRY_KINDS[entry.kind]];
  const values: Readonly<Record<string, unknown>> = { ...entry };
  return `${jsonText(JSON.stringify(Object.fromEntries(keys.map((key) => [key, ordered(values[key])]))))}\n`;
}

const ORDER = ['id', 'subject', 'fingerprint', 'sql', 'track', 'groups', 'login', 'name', 'organisation', 'roles'];

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (!isRecord(value)) return value;
  const rank = (key: string) => (ORDER.includes(key) ? ORDER.indexOf(key) : ORDER.length);
  const keys = Object.keys(value).sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  return Object.fromEntries(keys.map((key) => [key, ordered(value[key])]));
}

function unreadable(place: string, found: string, expected: string): StewardError {
  return new StewardError({ code: 'unreadable-decisions', place, found, expected });
}
