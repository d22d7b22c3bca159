/** `.github/spec-steward.yml` as a normalised configuration: what it says, and the defaults for the rest. */
import { StewardError } from '../errors.js';
import { locator } from '../specification/locate.js';
import { positionAt } from '../specification/position.js';
import { readTree } from '../specification/yaml-tree.js';
import { type PlainValue, plainValue } from '../specification/yaml-value.js';
import type { Config, Layout, MetadataVocabulary } from './config.js';
import { CONFIG_KEYS, type ConfigKey } from './config-keys.js';

export const CONFIG_FILE = '.github/spec-steward.yml';

/** Throws `bad-config` or `unknown-config-key`, with the line, for anything that is not in the table of keys. */
export function readConfig(text: string, defaults: Config): Config {
  const values = readValues(text);
  const get = <T>(key: string, otherwise: T): T => (values.has(key) ? (values.get(key) as T) : otherwise);
  const config: Config = {
    name: get('name', defaults.name),
    branch: get('branch', defaults.branch),
    layout: readLayout(get, defaults.layout),
    identifierPrefix: get('identifiers.prefix', defaults.identifierPrefix),
    identifierDigits: get('identifiers.digits', defaults.identifierDigits),
    metadata: get<MetadataVocabulary>('metadata', defaults.metadata),
    changeTypes: get('change_types', defaults.changeTypes),
    targets: get('targets', defaults.targets),
  };
  checkRules(config, text);
  return config;
}

function readLayout(get: <T>(key: string, otherwise: T) => T, defaults: Layout): Layout {
  return {
    objects: get('paths.objects', defaults.objects),
    codeSets: get('paths.code_sets', defaults.codeSets),
    relationships: get('paths.relationships', defaults.relationships),
    changeLog: get('paths.change_log', defaults.changeLog),
    changelogMd: get('paths.changelog', defaults.changelogMd),
    spreadsheet: get('paths.spreadsheet', defaults.spreadsheet),
    vocabulary: get('paths.vocabulary', defaults.vocabulary),
    consumers: get('paths.consumers', defaults.consumers),
    localAuthorities: get('paths.local_authorities', defaults.localAuthorities),
    sql: get('paths.sql', defaults.sql),
  };
}

/** Every value of the file by its path, checked against the table. */
function readValues(text: string): Map<string, PlainValue> {
  const { root, problem } = readTree(text);
  if (problem) {
    const { line, column } = positionAt(text, problem.offset);
    throw failure('bad-config', `${CONFIG_FILE}:${line}:${column}`, [problem.message, problem.expected]);
  }
  const values = new Map<string, PlainValue>();
  collect(plainValue(root), [], { text, values });
  return values;
}

interface Collector {
  readonly text: string;
  readonly values: Map<string, PlainValue>;
}

function collect(value: PlainValue, path: readonly string[], into: Collector): void {
  const key = path.join('.');
  const row = CONFIG_KEYS.find((candidate) => candidate.key === key);
  if (row) {
    if (value === null && row.type === 'text') into.values.set(key, '');
    else if (value !== null) into.values.set(key, checkedValue(row, value, into.text));
    return;
  }
  const isGroup = path.length === 0 || CONFIG_KEYS.some((candidate) => candidate.key.startsWith(`${key}.`));
  if (!isGroup) throw unknownKey(path, into.text);
  if (value === null) return;
  if (typeof value !== 'object' || Array.isArray(value)) {
    throw failure('bad-config', placeOf(path, into.text), ['found a value', 'a block of keys']);
  }
  for (const [name, inner] of Object.entries(value)) collect(inner as PlainValue, [...path, name], into);
}

function checkedValue(row: ConfigKey, value: PlainValue, text: string): PlainValue {
  const path = row.key.split('.');
  const wrong = (expected: string) =>
    failure('bad-config', placeOf(path, text), [`\`${row.key}\` is ${JSON.stringify(value)}`, expected]);
  if (row.type === 'number') {
    if (typeof value === 'number' && value > 0) return value;
    throw wrong('a whole number above 0');
  }
  if (row.type === 'texts') {
    if (Array.isArray(value) && value.every((entry) => typeof entry === 'string')) return value;
    throw wrong('a list of texts');
  }
  if (typeof value !== 'string') throw wrong('a text');
  if (row.oneOf && !row.oneOf.includes(value)) throw wrong(`one of ${row.oneOf.join(', ')}`);
  return value;
}

function unknownKey(path: readonly string[], text: string): StewardError {
  const parent = path.slice(0, -1).join('.');
  const siblings = CONFIG_KEYS.map(({ key }) => key)
    .filter((key) => parent === '' || key.startsWith(`${parent}.`))
    .map((key) => (parent === '' ? key : key.slice(parent.length + 1)).split('.')[0]);
  const allowed = [...new Set(siblings)].join(', ');
  return failure('unknown-config-key', placeOf(path, text), [
    `\`${path.join('.')}\` is not a key`,
    `one of ${allowed}`,
  ]);
}

function placeOf(path: readonly string[], text: string): string {
  const { line, column } = locator(CONFIG_FILE, text)(path);
  return `${CONFIG_FILE}:${line}:${column}`;
}

function failure(code: string, place: string, [found, expected]: readonly [string, string]): StewardError {
  return new StewardError({ code, place, found, expected });
}

/** Rules between values: paths stay inside the repository, the types begin with the three that everything knows. */
function checkRules(config: Config, text: string): void {
  for (const [name, path] of Object.entries(config.layout)) {
    if (!/^\/|(?:^|\/)\.\.?(?:\/|$)|\\|(?:^|\/)\.git(?:\/|$)/.test(path)) continue;
    throw failure('bad-config', placeOf(['paths'], text), [
      `the path \`${path}\` (${name})`,
      'a path inside the repository',
    ]);
  }
  if (config.changeTypes.slice(0, 3).join() !== 'bug,new feature,change') {
    const found = `the types ${config.changeTypes.join(', ')}`;
    throw failure('bad-config', placeOf(['change_types'], text), [
      found,
      'a list that begins with bug, new feature, change',
    ]);
  }
  if (!/^[A-Z][A-Z0-9]{0,15}$/.test(config.identifierPrefix)) {
    const found = `the prefix \`${config.identifierPrefix}\``;
    throw failure('bad-config', placeOf(['identifiers', 'prefix'], text), [
      found,
      '1 to 16 capital letters and digits',
    ]);
  }
}
