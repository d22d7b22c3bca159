/** The App's configuration: environment variables, one row each. `.env.example` documents the same names. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { StewardError } from '../errors.js';

/** The configuration of the App, as the environment gives it. */
export interface Environment {
  readonly appId: string;
  readonly privateKey: string;
  readonly webhookSecret: string;
  readonly host: string;
  readonly port: number;
  /** GitHub's API; `''` for github.com. */
  readonly baseUrl: string;
  /** Minutes between two sweeps that find what events lost. */
  readonly sweepMinutes: number;
  readonly dryRun: boolean;
}

/** What each variable is, in the order in which `.env.example` has them. */
export const VARIABLES = {
  APP_ID: 'Number of the GitHub App, from its settings page. Required.',
  PRIVATE_KEY:
    'Private key of the App: the text of the .pem file, or that text in base64. Required, or PRIVATE_KEY_PATH.',
  PRIVATE_KEY_PATH: 'Path of the .pem file instead of its text.',
  WEBHOOK_SECRET: 'Secret that signs the webhooks, as set in the App. Required.',
  HOST: 'Address to listen on. Default: localhost.',
  PORT: 'Port to listen on. Default: 3000.',
  GITHUB_API_URL: 'API of a GitHub Enterprise server. Default: github.com.',
  SWEEP_MINUTES: 'Minutes between two sweeps that find what events lost. Default: 15.',
  DRY_RUN: 'With `true` plans are logged and nothing is done. Default: false.',
} as const;

type Name = keyof typeof VARIABLES;
type Variables = Readonly<Record<string, string | undefined>>;

/** The variables, and what a file `.env` in the folder says where they do not. Throws `not-configured`. */
export function environmentIn(folder: string, variables: Variables = process.env): Environment {
  const file = join(folder, '.env');
  const written = existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {};
  return readEnvironment({ ...written, ...variables });
}

/** Throws `not-configured` with every variable that is missing, and the way to try the App without any. */
export function readEnvironment(variables: Variables): Environment {
  const get = (name: Name) => variables[name]?.trim() ?? '';
  const privateKey = get('PRIVATE_KEY') || keyFile(get('PRIVATE_KEY_PATH'));
  const required = { APP_ID: get('APP_ID'), PRIVATE_KEY: privateKey, WEBHOOK_SECRET: get('WEBHOOK_SECRET') };
  const missing = (Object.keys(required) as (keyof typeof required)[]).filter((name) => required[name] === '');
  if (missing.length > 0) throw notSet(missing);
  return {
    appId: required.APP_ID,
    privateKey: decodeKey(privateKey),
    webhookSecret: required.WEBHOOK_SECRET,
    host: get('HOST') || 'localhost',
    port: wholeNumber('PORT', get('PORT'), { otherwise: 3000, most: 65_535 }),
    baseUrl: get('GITHUB_API_URL'),
    sweepMinutes: wholeNumber('SWEEP_MINUTES', get('SWEEP_MINUTES'), { otherwise: 15, most: 1440 }),
    dryRun: yesOrNo('DRY_RUN', get('DRY_RUN')),
  };
}

function notSet(missing: readonly Name[]): StewardError {
  const list = missing.map((name) => `\n  ${name}: ${VARIABLES[name]}`).join('');
  return new StewardError({
    code: 'not-configured',
    place: 'environment',
    found: `not set:${list}\nNothing was started`,
    expected:
      'these in the environment, or in a file .env (.env.example shows it); `steward sandbox`, or `npm start` in a clone, shows the App at work without any of them',
  });
}

function refused(name: Name, found: string, expected: string): StewardError {
  return new StewardError({ code: 'not-configured', place: name, found, expected });
}

function keyFile(path: string): string {
  if (path === '') return '';
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw refused('PRIVATE_KEY_PATH', `"${path}" cannot be read (${code})`, 'the path of the .pem file');
  }
}

/** One line of base64, or line breaks written as `\n`, for places that take only one line. The key is never shown. */
function decodeKey(key: string): string {
  const text = key.includes('-----BEGIN') ? key.replaceAll('\\n', '\n') : Buffer.from(key, 'base64').toString('utf8');
  if (text.includes('-----BEGIN')) return text;
  throw refused('PRIVATE_KEY', 'it is no private key', 'what the .pem file holds, as it is or in base64');
}

function wholeNumber(name: Name, text: string, { otherwise, most }: { otherwise: number; most: number }): number {
  if (text === '') return otherwise;
  if (/^[1-9][0-9]{0,5}$/.test(text) && Number(text) <= most) return Number(text);
  throw refused(name, `"${text}"`, `a whole number from 1 to ${most}`);
}

/** A word that is not understood must not mean that the App acts. */
function yesOrNo(name: Name, text: string): boolean {
  if (text === '' || text === 'false') return false;
  if (text === 'true') return true;
  throw refused(name, `"${text}"`, '`true` or `false`');
}
