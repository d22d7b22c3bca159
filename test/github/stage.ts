/** The forge on the twin: an organisation's repository, the App installed, every request held against GitHub's word. */
import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ProbotOctokit } from 'probot';
import type { Content } from '../../sandbox/twin/actions/commit-files.js';
import { issueToken } from '../../sandbox/twin/http/authenticate.js';
import type { Repo } from '../../sandbox/twin/model.js';
import { createTwin, type Twin, type TwinOptions } from '../../sandbox/twin/twin.js';
import type { Forge } from '../../src/forge.js';
import { openForge } from '../../src/github/forge.js';
import { ObjectCache } from '../../src/github/object-cache.js';
import type { Octokit } from '../../src/github/requests.js';
import { makeValidator } from '../twin/validate.js';

export const OWNER = 'd2i';
export const NAME = 'standard';
export const REPO = `${OWNER}/${NAME}`;
export const BOT = 'spec-steward[bot]';

const { privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
});

export interface Stage {
  readonly twin: Twin;
  readonly repo: Repo;
  readonly forge: Forge;
  /** The client of the installation, as Probot gives it. */
  readonly octokit: Octokit;
  /** Another instance of the App: it remembers nothing but, where given, blobs. */
  readonly openForge: (cache?: ObjectCache) => Forge;
  /** Ends the twin, and fails where a request departed from GitHub's description. */
  readonly strike: () => Promise<void>;
}

/** `mel` maintains, `ana` contributes from a fork or, as a collaborator, from a branch. */
export async function setStage(
  files: Readonly<Record<string, Content>> = { 'README.md': '# Standard\n' },
  options: Partial<TwinOptions> = {},
): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), 'forge-'));
  const validator = makeValidator();
  const twin = await createTwin({ folder, privateKey, onExchange: validator.onExchange, ...options });
  twin.organization({ login: OWNER, owners: ['mel'] });
  const repo = await twin.repository({ name: REPO, files, collaborators: { ana: 'write' } });
  const token = issueToken(twin.world, twin.install({ account: OWNER })).value;
  const octokit = clientOf(twin.url, token);
  const open = (cache = new ObjectCache()) => openForge(octokit, { owner: OWNER, repo: NAME, botLogin: BOT, cache });
  return {
    twin,
    repo,
    octokit,
    forge: open(),
    openForge: open,
    strike: async () => {
      await twin.close();
      await rm(folder, { recursive: true, force: true });
      expect(validator.departures).toEqual([]);
    },
  };
}

/** Without pauses: neither Octokit's between two writes nor those before it tries again. */
export function clientOf(baseUrl: string, token: string): Octokit {
  const Quick = ProbotOctokit.defaults((options: object) => ({
    ...options,
    throttle: { enabled: false },
    retry: { retryAfterBaseValue: 1 },
  }));
  const silent = () => undefined;
  const log = { debug: silent, info: silent, warn: silent, error: silent };
  return new Quick({ baseUrl, auth: { token }, log });
}

/** A pull request from a branch of the repository: its number. */
export async function openPull(
  { twin }: Stage,
  { branch = 'proposal', files }: { branch?: string; files: Readonly<Record<string, string | null>> },
): Promise<number> {
  await twin.as('ana').push(REPO, branch, { files, message: `Change ${branch}` });
  return twin.as('ana').openPull({ repo: REPO, head: branch, title: `Proposal ${branch}`, body: 'Because.' });
}

/** Requests that came since the last call, in short: `GET pulls/1`. */
export function takeRequests({ requests }: Twin): string[] {
  const taken = requests.all().map(({ method, path, writes }) => {
    const name = path === '/graphql' ? (writes ? 'mutation' : 'query') : path.replace(`/repos/${REPO}/`, '');
    return `${method} ${name}`;
  });
  requests.clear();
  return taken;
}
