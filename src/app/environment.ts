/** The App's configuration: environment variables, one row each. `.env.example` documents the same names. */
import { readFileSync } from 'node:fs';
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
  PRIVATE_KEY: 'Private key of the App: the text of the .pem file, or that text in base64. Required, or the next.',
  PRIVATE_KEY_PATH: 'Path of the .pem file instead of its text.',
  WEBHOOK_SECRET: 'Secret that signs the webhooks, as set in the App. Required.',
  HOST: 'Address to listen on. Default: localhost.',
  PORT: 'Port to listen on. Default: 3000.',
  GITHUB_API_URL: 'API of a GitHub Enterprise server. Default: github.com.',
  SWEEP_MINUTES: 'Minutes between two sweeps that find what events lost. Default: 15.',
  DRY_RUN: 'With `true` plans are logged and nothing is done. Default: false.',
} as const;

type Variables = Readonly<Record<string, string | undefined>>;

/** Throws `not-configured` with every variable that is missing, and the way to try the App without any. */
export function readEnvironment(variables: Variables): Environment {
  const get = (name: keyof typeof VARIABLES) => variables[name]?.trim() ?? '';
  const privateKey = get('PRIVATE_KEY') || keyFile(get('PRIVATE_KEY_PATH'));
  const required = { APP_ID: get('APP_ID'), PRIVATE_KEY: privateKey, WEBHOOK_SECRET: get('WEBHOOK_SECRET') };
  const missing = Object.entries(required).flatMap(([name, value]) => (value === '' ? [name] : []));
  if (missing.length > 0) {
    throw new StewardError({
      code: 'not-configured',
      place: 'environment',
      found: `${missing.join(', ')} not set`,
      expected: 'the variables of .env.example; `npm start` shows the App at work without any of them',
    });
  }
  return {
    appId: required.APP_ID,
    privateKey: decodeKey(privateKey),
    webhookSecret: required.WEBHOOK_SECRET,
    host: get('HOST') || 'localhost',
    port: wholeNumber('PORT', get('PORT'), 3000),
    baseUrl: get('GITHUB_API_URL'),
    sweepMinutes: wholeNumber('SWEEP_MINUTES', get('SWEEP_MINUTES'), 15),
    dryRun: get('DRY_RUN') === 'true',
  };
}

function keyFile(path: string): string {
  return path === '' ? '' : readFileSync(path, 'utf8');
}

/** One line of base64, or line breaks written as `\n`, for places that take only one line. */
function decodeKey(key: string): string {
  if (key.includes('-----BEGIN')) return key.replaceAll('\\n', '\n');
  return Buffer.from(key, 'base64').toString('utf8');
}

function wholeNumber(name: string, text: string, otherwise: number): number {
  if (text === '') return otherwise;
  if (/^[1-9][0-9]{0,5}$/.test(text)) return Number(text);
  throw new StewardError({
    code: 'not-configured',
    place: name,
    found: `"${text}"`,
    expected: 'a whole number above 0',
  });
}
