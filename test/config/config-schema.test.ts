/** The published schema is made from the table of keys, and refuses what the reader refuses. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import { CONFIG_KEYS } from '../../src/config/config-keys.js';
import { configSchema, type SchemaPart } from '../../src/config/config-schema.js';
import { defaultConfig, LAYOUTS } from '../../src/config/layouts.js';
import { readConfig } from '../../src/config/read-config.js';
import { packageRoot } from '../../src/local/bundled.js';

const FILE = join(packageRoot(), 'schema', 'config.schema.json');

const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, strictTuples: false });
const isValid = ajv.compile(configSchema());

/** With ACCEPT=1 the file is written anew when it differs; `npm run format` then gives it the house's shape. */
test('the file has what the table gives', () => {
  const published = () => JSON.parse(readFileSync(FILE, 'utf8'));
  if (process.env.ACCEPT && !isDeepStrictEqual(published(), configSchema())) {
    writeFileSync(FILE, `${JSON.stringify(configSchema(), null, 2)}\n`);
  }
  expect(published()).toEqual(configSchema());
});

test('every key is described, at its place', () => {
  const described = (part: SchemaPart, prefix: string): unknown[] => {
    const inside = Object.entries((part.properties ?? {}) as Record<string, SchemaPart>);
    if (inside.length === 0) return [[prefix, part.description]];
    return inside.flatMap(([name, inner]) => described(inner, prefix === '' ? name : `${prefix}.${name}`));
  };
  expect(described(configSchema(), '')).toEqual(CONFIG_KEYS.map(({ key, doc }) => [key, doc]));
});

test('every key of a block is described as well', () => {
  const published = JSON.stringify(configSchema());
  const fields = CONFIG_KEYS.flatMap(({ fields: own = [] }) => own);
  expect(fields.length).toBeGreaterThan(8);
  expect(fields.filter(({ doc }) => !published.includes(JSON.stringify(doc)))).toEqual([]);
});

/** Whether the reader takes a text. */
function isRead(text: string): boolean {
  try {
    readConfig(text, defaultConfig(LAYOUTS[0]));
    return true;
  } catch {
    return false;
  }
}

describe('schema and reader agree', () => {
  const path = (written: string) => `paths: {objects: ${written}}`;

  test.each([
    ['{}', true],
    ['~', true],
    ['paths:', true],
    ['identifiers: {}', true],
    ['name: x', true],
    ['name:', false],
    ['name: " "', false],
    ['name: "a\\nb"', false],
    ['name: 1', false],
    ['nmae: x', false],
    ['paths.objects: x', false],
    ['paths: {objekts: x}', false],
    ['paths: x', false],
    ['[]', false],
    ['x', false],
    [path('a/b.c'), true],
    [path('../a'), false],
    [path('a/..'), false],
    [path('a/'), false],
    [path('/a'), false],
    [path('.git/x'), false],
    [path('"a\\\\b"'), false],
    [path('"a:b"'), false],
    [path('""'), false],
    [path('~'), false],
    ['paths: {spreadsheet: ""}', true],
    ['paths: {spreadsheet: ~}', true],
    ['paths: {spreadsheet: a.csv}', true],
    ['paths: {spreadsheet: ../a.csv}', false],
    ['paths: {spreadsheet: 1}', false],
    ['identifiers: {prefix: SSD, digits: 4}', true],
    ['identifiers: {prefix: ssd}', false],
    ['identifiers: {digits: 0}', false],
    ['identifiers: {digits: 10}', false],
    ['identifiers: {digits: x}', false],
    ['metadata: detect', true],
    ['metadata: x', false],
    ['change_types: [bug, new feature, change]', true],
    ['change_types: [bug, new feature, change, wording]', true],
    ['change_types: [bug, new feature]', false],
    ['change_types: [bug, change, new feature]', false],
    ['change_types: [bug, new feature, change, change]', false],
    ['change_types: [bug, new feature, change, ""]', false],
    ['change_types: x', false],
    ['targets: []', true],
    ['targets: [a.b]', true],
    ['targets: [a.b, a.b]', false],
    ['targets: [1]', false],
    ['approval:', true],
    ['approval: {people: []}', true],
    ['approval: {people: ~}', false],
    ['approval: {people: {login: a}}', false],
    ['approval: {people: [{login: a, organisation: Essex}]}', true],
    ['approval: {people: [{name: Pat Lee, organisation: Essex}]}', true],
    ['approval: {people: [{organisation: Essex}]}', false],
    ['approval: {people: [{login: a}]}', false],
    ['approval: {people: [{login: "@a", organisation: Essex}]}', false],
    ['approval: {people: [{login: a, organisation: Essex, speaks_for: mosaic}]}', false],
    ['approval: {people: [{login: a, organisation: Essex, speaks_for: [mosaic], roles: [chair]}]}', true],
    ['approval: {people: [{login: a, organisation: Essex, roles: [king]}]}', false],
    ['approval: {people: [{login: a, organisation: Essex, rolls: [chair]}]}', false],
    ['approval: {people: [a]}', false],
    ['approval: {teams: [{team: d2i/steering, organisation: D2I}]}', true],
    ['approval: {teams: [{team: steering, organisation: D2I}]}', false],
    ['approval: {tracks: ~}', true],
    ['approval: {tracks: {bug: ~}}', true],
    ['approval: {tracks: {bug: {members: 2}, new feature: {cms: false}}}', true],
    ['approval: {tracks: {bug: {members: -1}}}', false],
    ['approval: {tracks: {bug: {members: two}}}', false],
    ['approval: {tracks: {bug: {cms: 1}}}', false],
    ['approval: {tracks: {bug: {people: 1}}}', false],
    ['approval: {tracks: [bug]}', false],
    ['approval: {major: {comment_days: 0}}', true],
    ['approval: {major: {comment_days: 366}}', false],
    ['approval: {quorum: 3}', false],
  ])('%s is right: %s', (text, right) => {
    expect({ schema: isValid(parse(text)), reader: isRead(text) }).toEqual({ schema: right, reader: right });
  });
});
