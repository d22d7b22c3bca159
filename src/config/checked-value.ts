/** The value of a key, checked against its row in the table; lists and blocks of keys are checked all the way down. */
import type { Path } from '../specification/model.js';
import type { PlainValue } from '../specification/yaml-value.js';
import { failure, placeOf, shownKey } from './config-failure.js';
import type { ConfigKey } from './config-keys.js';
import { expectedOf } from './expected-of.js';

/** Where a value stands. */
export interface Site {
  readonly path: Path;
  readonly text: string;
}

type Block = Readonly<Record<string, PlainValue>>;

/** Gives the value where it is what its row allows; throws `bad-config` or `unknown-config-key` with the line. */
export function checkedValue(row: ConfigKey, value: PlainValue, site: Site): PlainValue {
  if (row.type === 'entries') return checkedEntries(row, value, site);
  if (row.type === 'named') return checkedNamed(row, value, site);
  const isBlank = value === null || value === '';
  if (row.mayBeBlank && isBlank) return '';
  const expected = expectedOf(row, value);
  if (expected === null) return value;
  throw refused(value, expected, site);
}

function checkedEntries(row: ConfigKey, value: PlainValue, site: Site): PlainValue {
  if (!Array.isArray(value)) throw refused(value, `a list of blocks, each with ${keysOf(row)}`, site);
  return value.map((entry: PlainValue, index) => checkedBlock(row, entry, below(site, index)));
}

function checkedNamed(row: ConfigKey, value: PlainValue, site: Site): PlainValue {
  if (value === null) return {};
  if (!isBlock(value)) throw refused(value, 'a block of keys', site);
  const blocks = Object.entries(value);
  return Object.fromEntries(blocks.map(([name, block]) => [name, checkedBlock(row, block ?? {}, below(site, name))]));
}

function checkedBlock(row: ConfigKey, block: PlainValue, site: Site): PlainValue {
  const { fields = [], anyOf = [] } = row;
  if (!isBlock(block)) throw refused(block, `a block of keys: ${keysOf(row)}`, site);
  const checked = Object.entries(block).map(([key, value]) => {
    const field = fields.find((candidate) => candidate.key === key);
    if (!field) throw unknownKey(row, below(site, key));
    return [key, checkedValue(field, value, below(site, key))] as const;
  });
  const missing = fields.find(({ key, isNeeded }) => isNeeded && !Object.hasOwn(block, key));
  if (missing) throw lacking(missing.key, site);
  if (anyOf.length > 0 && !anyOf.some((key) => Object.hasOwn(block, key))) throw lacking(anyOf.join(' or '), site);
  return Object.fromEntries(checked);
}

function isBlock(value: PlainValue): value is Block {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

function below({ path, text }: Site, step: string | number): Site {
  return { path: [...path, step], text };
}

function keysOf({ fields = [] }: ConfigKey): string {
  return fields.map(({ key }) => key).join(', ');
}

function refused(value: PlainValue, expected: string, { path, text }: Site): Error {
  const found = value === null ? `\`${shownKey(path)}\` has no value` : `\`${shownKey(path)}\` is ${shown(value)}`;
  return failure('bad-config', placeOf(path, text), [found, expected]);
}

function lacking(key: string, { path, text }: Site): Error {
  return failure('bad-config', placeOf(path, text), [`an entry of \`${shownKey(path)}\` has no ${key}`, key]);
}

function unknownKey(row: ConfigKey, { path, text }: Site): Error {
  const found = `\`${shownKey(path)}\` is not a key`;
  return failure('unknown-config-key', placeOf(path, text), [found, `one of ${keysOf(row)}`]);
}

function shown(value: PlainValue): string {
  const written = JSON.stringify(value);
  return written.length > 100 ? `${written.slice(0, 100)}...` : written;
}
