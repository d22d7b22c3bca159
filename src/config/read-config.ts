/** `.github/spec-steward.yml` as a normalised configuration: what it says, and the defaults for the rest. */
import type { StewardError } from '../errors.js';
import { positionAt } from '../specification/position.js';
import { readTree } from '../specification/yaml-tree.js';
import { type PlainValue, plainValue } from '../specification/yaml-value.js';
import { checkedValue } from './checked-value.js';
import type { Config, Layout, MetadataVocabulary } from './config.js';
import { CONFIG_FILE, failure, placeOf } from './config-failure.js';
import { CONFIG_KEYS } from './config-keys.js';
import { readPolicy, refuseStrangePolicy } from './read-policy.js';

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
    approval: readPolicy(values, defaults.approval),
  };
  refuseSamePaths(config, text);
  refuseStrangePolicy(config, text);
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
    cms: get('paths.cms', defaults.cms),
    authoritySettings: get('paths.la_configs', defaults.authoritySettings),
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

/** A dot is no way to write one key below another: `paths.objects: x` is refused like any unknown key. */
function collect(value: PlainValue, path: readonly string[], into: Collector): void {
  const key = path.join('.');
  if (path.some((step) => step.includes('.'))) throw unknownKey(path, into.text);
  const row = CONFIG_KEYS.find((candidate) => candidate.key === key);
  if (row) {
    into.values.set(key, checkedValue(row, value, { path, text: into.text }));
    return;
  }
  const isGroup = path.length === 0 || CONFIG_KEYS.some((candidate) => candidate.key.startsWith(`${key}.`));
  if (!isGroup) throw unknownKey(path, into.text);
  if (value === null) return;
  if (typeof value !== 'object' || Array.isArray(value)) {
    const found = path.length === 0 ? 'the file is no block of keys' : `\`${key}\` is no block of keys`;
    throw failure('bad-config', placeOf(path, into.text), [found, `a block of keys: ${keysIn(path).join(', ')}`]);
  }
  for (const [name, inner] of Object.entries(value)) collect(inner as PlainValue, [...path, name], into);
}

function unknownKey(path: readonly string[], text: string): StewardError {
  const found = `\`${path.join('.')}\` is not a key`;
  return failure('unknown-config-key', placeOf(path, text), [found, `one of ${keysIn(path.slice(0, -1)).join(', ')}`]);
}

/** The keys that may stand in a group; those of the whole file for the empty path. */
function keysIn(group: readonly string[]): readonly string[] {
  const inside = CONFIG_KEYS.map(({ key }) => key.split('.')).filter((steps) =>
    group.every((step, index) => steps[index] === step),
  );
  return [...new Set(inside.map((steps) => steps[group.length] ?? ''))];
}

/** One path has one meaning: of two that are the same, one would be read as if it were empty. */
function refuseSamePaths({ layout }: Config, text: string): void {
  const seen = new Set<string>();
  for (const path of Object.values(layout).filter((written) => written !== '')) {
    if (seen.has(path)) {
      const found = `the path \`${path}\` stands for two things`;
      throw failure('bad-config', placeOf(['paths'], text), [
        found,
        'different paths, those that hold by default among them',
      ]);
    }
    seen.add(path);
  }
}
