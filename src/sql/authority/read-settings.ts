/** `la_configs/845_east_sussex.yml` as the settings of a local authority: strict, so that no wish is passed over. */
import { StewardError } from '../../errors.js';
import { locator } from '../../specification/locate.js';
import type { Path } from '../../specification/model.js';
import { type PlainMap, PlainReader } from '../../specification/plain-reader.js';
import type { PlainValue } from '../../specification/yaml-value.js';
import { fold } from '../names.js';
import { readOwnNames } from './read-own-names.js';
import type { AuthoritySettings, Removal } from './settings.js';
import { EXPECTED, SETTING_KEYS, type SettingKey } from './settings-keys.js';
import { isRight } from './settings-values.js';

/** What tables of the session are called on SQL Server where nobody says otherwise. */
const TEMPORARY_PREFIX = '#ssd_';

/** Reports something in the file that is not as it must be. */
export type Refuse = (path: Path, found: string, expected: string) => StewardError;

interface Source {
  readonly file: string;
  readonly code: string;
  readonly place: (path: Path) => string;
  readonly values: ReadonlyMap<string, PlainValue>;
  readonly refuse: Refuse;
}

/** Throws `bad-la-config` or `unknown-la-config-key`, with the line, for anything that is not in the table of keys. */
export function readSettings(file: string, text: string): AuthoritySettings {
  const locate = locator(file, text);
  const place = (path: Path) => `${file}:${locate(path).line}:${locate(path).column}`;
  const refuse: Refuse = (path, found, expected) =>
    new StewardError({ code: 'bad-la-config', place: place(path), found, expected });
  const [code, below] = onlyAuthority(new PlainReader({ file, text, code: 'bad-la-config' }), refuse);
  const values = new Map<string, PlainValue>();
  collect(below, [], { code, place, refuse, values });
  return settingsOf({ file, code, place, values, refuse });
}

/** The code at the top, which the file says again within. */
function onlyAuthority(read: PlainReader, refuse: Refuse): [code: string, below: PlainMap] {
  const root = read.root('the code of a local authority, and its settings below it');
  const [[code = '', below] = [], ...others] = Object.entries(root);
  if (!/^\d{3}$/.test(code)) throw refuse([code], `\`${code}\` stands at the top`, EXPECTED.code);
  const [second] = others;
  if (second) throw refuse([second[0]], `\`${second[0]}\` stands beside \`${code}\``, 'one local authority a file');
  const settings = read.map(below ?? null, [code]);
  if (String(settings.la_code) === code) return [code, settings];
  throw refuse([code, 'la_code'], `\`la_code\` is ${shown(settings.la_code)}`, `${code}, as at the top of the file`);
}

interface Collector {
  readonly code: string;
  readonly place: (path: Path) => string;
  readonly refuse: Refuse;
  readonly values: Map<string, PlainValue>;
}

function collect(value: PlainValue, path: readonly string[], into: Collector): void {
  const key = path.join('.');
  const row = path.some((step) => step.includes('.')) ? undefined : SETTING_KEYS.find((one) => one.key === key);
  if (row) {
    into.values.set(key, checked(row, value, into));
    return;
  }
  const at = [into.code, ...path];
  if (keysIn(path).length === 0) throw unknownKey(path, into.place(at));
  if (value === null) return;
  if (typeof value !== 'object' || Array.isArray(value)) {
    throw into.refuse(at, `\`${key}\` is no block of keys`, `a block of keys: ${keysIn(path).join(', ')}`);
  }
  for (const [name, inner] of Object.entries(value)) collect(inner as PlainValue, [...path, name], into);
}

function checked({ key, kind }: SettingKey, value: PlainValue, { code, refuse }: Collector): PlainValue {
  if (value === null || value === '' || isRight(kind, value)) return value;
  throw refuse([code, ...key.split('.')], `\`${key}\` is ${shown(value)}`, EXPECTED[kind]);
}

function unknownKey(path: readonly string[], place: string): StewardError {
  const found = `\`${path.join('.')}\` is not a key`;
  const expected = `one of ${keysIn(path.slice(0, -1)).join(', ')}`;
  return new StewardError({ code: 'unknown-la-config-key', place, found, expected });
}

/** The keys that may stand in a group; those of the whole file for the empty path. */
function keysIn(group: readonly string[]): readonly string[] {
  const inside = SETTING_KEYS.map(({ key }) => key.split('.')).filter(
    (steps) => steps.length > group.length && group.every((step, index) => steps[index] === step),
  );
  return [...new Set(inside.map((steps) => steps[group.length] ?? ''))];
}

function shown(value: PlainValue | undefined): string {
  const written = JSON.stringify(value ?? null);
  return written.length > 100 ? `${written.slice(0, 100)}...` : written;
}

function settingsOf(source: Source): AuthoritySettings {
  const { file, code, place, values, refuse } = source;
  const text = (key: string) => String(values.get(key) ?? '');
  const number = (key: string) => (values.get(key) as number | null | undefined) ?? null;
  const flag = (key: string) => {
    const value = values.get(key);
    return typeof value === 'boolean' ? value : null;
  };
  const schema = (name: string) => `settings.dbschema.${name}`;
  const names = {
    schema: 'deployment_schema_name',
    database: 'deployment_database_name',
    source: 'data_source_schema',
  };
  const at = (name: keyof typeof names) => place([code, ...schema(names[name]).split('.')]);
  const prefix = text('settings.persistent_ssd.temp_table_prefix') || TEMPORARY_PREFIX;
  return {
    file,
    code,
    name: text('la_name'),
    cms: text('deployment_system.cms'),
    database: text('deployment_system.cms_db'),
    databaseVersion: text('deployment_system.db_vers'),
    header: text('header.header_text'),
    years: number('settings.extract_parameters.ssd_timeframe_years'),
    recentYears: number('settings.extract_parameters.ssd_sub1_range_years'),
    deployment: {
      schema: text(schema(names.schema)),
      database: text(schema(names.database)),
      source: text(schema(names.source)) === '' ? [] : text(schema(names.source)).split('.'),
      temporary: flag('settings.persistent_ssd.deploy_temp_tables') ? { prefix } : null,
      quiet: flag('settings.dev_setup.no_count_on'),
    },
    places: { schema: at('schema'), database: at('database'), source: at('source') },
    removal: removalOf(source),
    ownNames: readOwnNames(values.get(OWN_NAMES) ?? null, { path: [code, ...OWN_NAMES.split('.')], place, refuse }),
  };
}

const OWN_NAMES = 'extract_sql_custom_la.customise_db_schema';
const EVERYWHERE = 'global_sql_tag_remove.remove_';
const BY_ELEMENT = 'named_sql_tag_remove.remove_';
const CONTAINERS = 'named_sql_container_remove';

function removalOf({ code, values, place }: Source): Removal {
  const listed = (key: string) =>
    ((values.get(key) ?? []) as readonly (string | null)[]).flatMap((object, index) =>
      object === null ? [] : [{ object, place: place([code, ...key.split('.'), index]) }],
    );
  const folded = (key: string) => new Set(listed(key).map(({ object }) => fold(object)));
  const keys = SETTING_KEYS.map(({ key }) => key);
  const flags = keys.filter((key) => key.startsWith(EVERYWHERE) && values.get(key) === true);
  const lists = keys.filter((key) => key.startsWith(BY_ELEMENT));
  return {
    everywhere: new Set(flags.map((key) => key.slice(EVERYWHERE.length))),
    objects: folded(CONTAINERS),
    elements: new Map(lists.map((key) => [key.slice(BY_ELEMENT.length), folded(key)])),
    named: [CONTAINERS, ...lists].flatMap(listed),
  };
}
