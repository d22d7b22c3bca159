/** Every variable of the App's configuration: what it means, what is refused, and that the example tells the same. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Environment,
  howToConfigure,
  missingVariables,
  readEnvironment,
  VARIABLES,
  variablesIn,
} from '../../src/app/environment.js';

const KEY = '-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----\n';
const LEAST = { APP_ID: '123', PRIVATE_KEY: KEY, WEBHOOK_SECRET: 's3cret' };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'environment-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('three variables are enough, the rest has defaults', () => {
  expect(readEnvironment(LEAST)).toEqual({
    appId: '123',
    privateKey: KEY.trim(),
    webhookSecret: 's3cret',
    host: 'localhost',
    port: 3000,
    baseUrl: '',
    sweepMinutes: 15,
    dryRun: false,
    evidence: 'parsed',
  });
});

const READ: readonly (readonly [
  name: keyof typeof VARIABLES,
  value: string,
  field: keyof Environment,
  read: unknown,
])[] = [
  ['APP_ID', ' 77 ', 'appId', '77'],
  ['PRIVATE_KEY', KEY, 'privateKey', KEY.trim()],
  ['PRIVATE_KEY', KEY.replaceAll('\n', '\\n'), 'privateKey', KEY],
  ['PRIVATE_KEY', Buffer.from(KEY).toString('base64'), 'privateKey', KEY],
  ['WEBHOOK_SECRET', 'other', 'webhookSecret', 'other'],
  ['HOST', '0.0.0.0', 'host', '0.0.0.0'],
  ['PORT', '8080', 'port', 8080],
  ['PORT', '65535', 'port', 65_535],
  ['PORT', '', 'port', 3000],
  ['GITHUB_API_URL', 'https://git.example.org/api/v3', 'baseUrl', 'https://git.example.org/api/v3'],
  ['SWEEP_MINUTES', '5', 'sweepMinutes', 5],
  ['DRY_RUN', 'true', 'dryRun', true],
  ['DRY_RUN', 'false', 'dryRun', false],
  ['EVIDENCE', 'off', 'evidence', 'off'],
  ['EVIDENCE', 'executed', 'evidence', 'executed'],
];

test.each(READ)('%s=%j sets %s', (name, value, field, read) => {
  expect(readEnvironment({ ...LEAST, [name]: value })[field]).toBe(read);
});

test('every variable is in the table above, or is the path of the key', () => {
  const shown = new Set<string>([...READ.map(([name]) => name), 'PRIVATE_KEY_PATH']);
  expect([...shown].sort()).toEqual(Object.keys(VARIABLES).sort());
});

test('the key may lie in a file; a key in the variable wins', () => {
  const path = join(folder, 'app.pem');
  writeFileSync(path, KEY);
  const { PRIVATE_KEY: _, ...keyless } = LEAST;
  expect(readEnvironment({ ...keyless, PRIVATE_KEY_PATH: path }).privateKey).toBe(KEY);
  const other = KEY.replace('MIIE', 'MIIF');
  expect(readEnvironment({ ...LEAST, PRIVATE_KEY: other, PRIVATE_KEY_PATH: path }).privateKey).toBe(other.trim());
});

test.each([
  ['PORT', '0'],
  ['PORT', '65536'],
  ['PORT', '80.5'],
  ['PORT', 'http'],
  ['SWEEP_MINUTES', '-1'],
  ['SWEEP_MINUTES', '1441'],
  ['DRY_RUN', 'yes'],
  ['DRY_RUN', 'True'],
  ['PRIVATE_KEY', 'bm8ga2V5'],
  ['PRIVATE_KEY_PATH', '/no/such/file.pem'],
])('%s=%j is refused by its name', (name, value) => {
  const keyless = name === 'PRIVATE_KEY_PATH' ? { PRIVATE_KEY: '' } : {};
  expect(() => readEnvironment({ ...LEAST, ...keyless, [name]: value })).toThrow(`${name} not-configured: `);
});

test('a key that is refused is not shown', () => {
  expect(() => readEnvironment({ ...LEAST, PRIVATE_KEY: 'c2VjcmV0' })).toThrow(/^(?!.*(?:c2VjcmV0|secret)).*$/s);
});

describe('what is missing', () => {
  const required = Object.keys(LEAST) as (keyof typeof LEAST)[];

  test('all of it is said at once, each with its text, and the sandbox is offered', () => {
    const text = howToConfigure(missingVariables({}));
    const lines = text.split('\n').filter((line) => line.startsWith('  '));
    expect(lines.map((line) => line.trim().split(/\s{2,}/))).toEqual(required.map((name) => [name, VARIABLES[name]]));
    expect(text).toContain('steward sandbox');
    expect(text).toContain('.env.example');
    expect(() => readEnvironment({})).toThrow('APP_ID, PRIVATE_KEY, WEBHOOK_SECRET not set');
  });

  test.each(required)('%s alone, empty or blank', (name) => {
    for (const value of ['', '  ', undefined]) {
      expect(missingVariables({ ...LEAST, [name]: value })).toEqual([name]);
      expect(() => readEnvironment({ ...LEAST, [name]: value })).toThrow(`environment not-configured: ${name} not set`);
    }
  });

  test('nothing, with the path of the key in place of the key', () => {
    expect(missingVariables({ ...LEAST, PRIVATE_KEY: '', PRIVATE_KEY_PATH: 'key.pem' })).toEqual([]);
  });
});

describe('a file .env', () => {
  test('is read from the folder, and the environment itself wins', () => {
    const lines = ['APP_ID=1', `PRIVATE_KEY="${KEY}"`, 'WEBHOOK_SECRET=from-file', 'PORT=4000'];
    writeFileSync(join(folder, '.env'), lines.join('\n'));
    const { appId, webhookSecret, privateKey, port } = readEnvironment(variablesIn(folder, { APP_ID: '2' }));
    expect({ appId, webhookSecret, privateKey, port }).toEqual({
      appId: '2',
      webhookSecret: 'from-file',
      privateKey: KEY.trim(),
      port: 4000,
    });
  });

  test('need not be there', () => {
    expect(variablesIn(folder, LEAST)).toEqual(LEAST);
  });
});

test('.env.example has exactly the variables, in their order, each below its text', () => {
  const text = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8');
  const [, ...blocks] = text.trim().split('\n\n');
  const found = blocks.map((block) => /^# (?<doc>.+)\n(?<name>[A-Z_]+)=(?<value>.*)$/.exec(block)?.groups);
  expect(found.map((groups) => [groups?.name, groups?.doc])).toEqual(Object.entries(VARIABLES));
  for (const groups of found) {
    const [, otherwise = ''] = /Default: (\w+)\.$/.exec(groups?.doc ?? '') ?? [];
    expect([groups?.name, groups?.value]).toEqual([groups?.name, otherwise === 'github' ? '' : otherwise]);
  }
});
