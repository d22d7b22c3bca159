/** A twin with a small world in it: an organisation, its repository, some people, the App installed. */
import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Octokit } from '@octokit/rest';
import { issueToken } from '../../sandbox/twin/http/authenticate.js';
import type { Installation, Permissions } from '../../sandbox/twin/model.js';
import { createTwin, type Twin, type TwinOptions } from '../../sandbox/twin/twin.js';
import { makeValidator } from './validate.js';

export const OWNER = 'd2i';
export const NAME = 'standard';
export const REPO = `${OWNER}/${NAME}`;
export const HERE = { owner: OWNER, repo: NAME };

/** One key for all tests: making one takes longer than most tests. */
const { privateKey: KEY } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
});

export interface Stage {
  readonly twin: Twin;
  readonly installation: Installation;
  /** The App's installation, by the API. */
  readonly bot: Octokit;
  /** A person, by the API; nobody where the login is left out. */
  readonly api: (login?: string) => Octokit;
  /** The installation with other permissions. */
  readonly botWith: (permissions: Permissions) => Octokit;
  /** Waits for what is under way, then fails where anything departed from GitHub's description. */
  readonly strike: () => Promise<void>;
}

/** Sets the stage. `ana` contributes from a fork of her own, `mel` maintains, `rob` may write. */
export async function setStage(options: Partial<TwinOptions> = {}): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), 'twin-'));
  const validator = makeValidator();
  const twin = await createTwin({ folder, privateKey: KEY, onExchange: validator.onExchange, ...options });
  twin.organization({ login: OWNER, owners: ['mel'], teams: { 'Steering Group': ['mel', 'sue'] } });
  await twin.repository({
    name: REPO,
    files: { 'README.md': '# Standard\n', 'spec/a.yml': 'a: 1\nb: 2\nc: 3\n', 'spec/b.yml': 'b: 1\n' },
    collaborators: { rob: 'write' },
  });
  const installation = twin.install({ account: OWNER });
  const octokit = (auth?: string) => quiet(twin.url, auth);
  return {
    twin,
    installation,
    bot: octokit(issueToken(twin.world, installation).value),
    api: (login) => octokit(login && twin.token(login)),
    botWith: (permissions) => octokit(issueToken(twin.world, installation, { permissions }).value),
    strike: async () => {
      await twin.deliveries.settled();
      await twin.close();
      await rm(folder, { recursive: true, force: true });
      validator.judge(twin.deliveries.all());
      expect(validator.departures).toEqual([]);
    },
  };
}

/** An Octokit that prints nothing: refusals are what many tests ask for. */
export function quiet(baseUrl: string, auth?: string): Octokit {
  const silent = () => undefined;
  const log = { debug: silent, info: silent, warn: silent, error: silent };
  return new Octokit({ baseUrl, log, ...(auth ? { auth } : {}) });
}

/** What a refused request was answered: status and message. */
export async function refusalOf(request: Promise<unknown>): Promise<string> {
  try {
    await request;
  } catch (error) {
    const { status, response } = error as {
      status: number;
      response?: { data?: { message?: string; errors?: unknown } };
    };
    const errors = response?.data?.errors ? ` ${JSON.stringify(response.data.errors)}` : '';
    return `${status} ${response?.data?.message ?? (error as Error).message}${errors}`;
  }
  throw new Error('the request was answered');
}
