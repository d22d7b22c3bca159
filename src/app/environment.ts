/** The App's configuration: environment variables, one row each. `.env.example` documents the same names. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { StewardError } from '../errors.js';
import type { EvidenceLevel } from './evidence.js';

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
  /** How far the statements of changed objects are tried. */
  readonly evidence: EvidenceLevel;
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
  EVIDENCE:
    'What changed SQL is proved by in comments: `parsed`, `executed` (PostgreSQL runs too, some 0.7 GB while it does), `off`. Default: parsed.',
} as const;

type Name = keyof typeof VARIABLES;
/** PRIVATE_KEY_PATH will do for PRIVATE_KEY. */
const REQUIRED = ['APP_ID', 'PRIVATE_KEY', 'WEBHOOK_SECRET'] as const satisfies readonly Name[];

type Variables = Readonly<Record<string, string | undefined>>;

/** The variables, and what a file `.env` in the folder says where they do not. */
export function variablesIn(folder: string, variables: Variables = process.env): Variables {
  const file = join(folder, '.env');
  const written = existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {};
  return { ...written, ...variables };
}

/** The names of the required variables that are not set. */
export function missingVariables(variables: Variables): readonly Name[] {
  const isSet = (name: Name) => (variables[name]?.trim() ?? '') !== '';
  const hasKey = isSet('PRIVATE_KEY') || isSet('PRIVATE_KEY_PATH');
  return REQUIRED.filter((name) => !(name === 'PRIVATE_KEY' ? hasKey : isSet(name)));
}

/** What to set, one variable a line, and the way to try the App without any. */
export function howToConfigure(missing: readonly Name[]): string {
  const list = missing.map((name) => `  ${name.padEnd(16)}${VARIABLES[name]}\n`).join('');
  return `steward: the App is not configured. To be set in the environment, or in a file .env:

${list}
.env.example names every variable, docs/set-up.md leads from nothing to an App that is installed.
To see the App at work without any of them: steward sandbox, or in a clone npm start.
`;
}

/** Throws `not-configured` with all that is missing, or with the variable that is not understood. */
export function readEnvironment(variables: Variables): Environment {
  const missing = missingVariables(variables);
  if (missing.length > 0) throw refused('environment', `${missing.join(', ')} not set`, 'what .env.example describes');
  const get = (name: Name) => variables[name]?.trim() ?? '';
  return {
    appId: get('APP_ID'),
    privateKey: decodeKey(get('PRIVATE_KEY') || keyFile(get('PRIVATE_KEY_PATH'))),
    webhookSecret: get('WEBHOOK_SECRET'),
    host: get('HOST') || 'localhost',
    port: wholeNumber('PORT', get('PORT'), { otherwise: 3000, most: 65_535 }),
    baseUrl: get('GITHUB_API_URL'),
    sweepMinutes: wholeNumber('SWEEP_MINUTES', get('SWEEP_MINUTES'), { otherwise: 15, most: 1440 }),
    dryRun: yesOrNo('DRY_RUN', get('DRY_RUN')),
    evidence: evidenceLevelOf(get('EVIDENCE')),
  };
}

function refused(place: Name | 'environment', found: string, expected: string): StewardError {
  return new StewardError({ code: 'not-configured', place, found, expected });
}

function keyFile(path: string): string {
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

/** What the variable EVIDENCE says; throws `not-configured` for any other word. */
export function evidenceLevelOf(text: string): EvidenceLevel {
  if (text === '') return 'parsed';
  if (text === 'off' || text === 'parsed' || text === 'executed') return text;
  throw refused('EVIDENCE', `"${text}"`, '`parsed`, `executed` or `off`');
}
