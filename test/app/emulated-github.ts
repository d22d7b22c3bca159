/** A GitHub by others: emulate 0.11.2 with a repository, the App installed in it, and the App itself at work beside it. */
import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Octokit } from '@octokit/rest';
import { createEmulator } from 'emulate';
import { HOOK_PATH, runApp } from '../../src/app/run-app.js';
import { INSTALLATION, shimBefore } from './emulate-shim.js';
import { STANDARD } from './standard.js';

export const AT = { owner: 'd2i', repo: 'ssd' };
const TOKEN = 'token-of-the-owner';
const SECRET = 'secret';

/** What the App wrote to its log about one look at a pull request. */
export interface Look {
  readonly message: string;
  readonly facts: {
    readonly number?: number;
    readonly task?: string;
    readonly did?: string[];
    readonly error?: string;
  };
}

export interface EmulatedGitHub {
  /** Where the App and people ask: emulate, and before it what it lacks. */
  readonly url: string;
  /** emulate alone. */
  readonly emulated: string;
  /** The owner of the repository, by the API. */
  readonly owner: Octokit;
  /** Commits files on a new branch from main, and opens a pull request; resolves when the App has looked at it. */
  propose(
    branch: string,
    files: Readonly<Record<string, string>>,
  ): Promise<{ number: number; head: string; look: Look }>;
  /** The App's next look at a pull request after something happens to it. */
  nextLook(number: number, happens: () => Promise<unknown>): Promise<Look>;
  /** Commits on top of a branch and pushes; resolves when the App has seen to it. */
  push(branch: string, files: Readonly<Record<string, string>>): Promise<string>;
  /** Resolves when the App has nothing left to look at. */
  rest(): Promise<void>;
  /** A commit on top of another. */
  commit(parent: string, files: Readonly<Record<string, string>>, message: string): Promise<string>;
  close(): Promise<void>;
}

export async function emulateGitHub(): Promise<EmulatedGitHub> {
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  });
  // The App has to know where GitHub is, and emulate's seed where the App is: one port is chosen beforehand.
  const [port, appPort] = [await freePort(), await freePort()];
  const hook = `http://127.0.0.1:${appPort}${HOOK_PATH}`;
  const github = await createEmulator({ service: 'github', port, seed: seedOf(privateKey, hook) });
  const app7 = { id: 7, slug: 'spec-steward' };
  const shim = await shimBefore({ emulated: github.url, hook, secret: SECRET, app: app7 });
  const owner = new Octokit({ baseUrl: shim.url, auth: TOKEN });
  const commit = committer(owner);
  const { data: main } = await owner.git.getRef({ ...AT, ref: 'heads/main' });
  const first = await commit(main.object.sha, STANDARD, 'The standard');
  await owner.git.updateRef({ ...AT, ref: 'heads/main', sha: first });
  const looks: Look[] = [];
  const write = (facts: object, message: string) => void looks.push({ facts, message });
  const app = await runApp({
    appId: '7',
    privateKey,
    webhookSecret: SECRET,
    baseUrl: shim.url,
    host: '127.0.0.1',
    port: appPort,
    dryRun: false,
    today: () => '2026-11-22',
    now: () => '2026-11-22T12:00:00Z',
    log: { info: write, error: write },
    throttled: false,
  });
  const lookAfter = (seen: number, number: number) =>
    until(() => looks.slice(seen).find(({ facts }) => facts.number === number || facts.task === `pull ${number}`));
  const rest = async () => {
    for (let looked = -1; looked !== looks.length; ) {
      looked = looks.length;
      await shim.settled();
      await app.steward.idle();
    }
  };
  const headOf = async (branch: string) => (await owner.git.getRef({ ...AT, ref: `heads/${branch}` })).data.object.sha;
  return {
    url: shim.url,
    emulated: github.url,
    owner,
    rest,
    push: async (branch, files) => {
      const sha = await commit(await headOf(branch), files, `Push to ${branch}`);
      await owner.git.updateRef({ ...AT, ref: `heads/${branch}`, sha });
      await rest();
      return sha;
    },
    commit,
    nextLook: async (number, happens) => {
      const seen = looks.length;
      await happens();
      const look = await lookAfter(seen, number);
      await rest();
      return look;
    },
    propose: async (branch, files) => {
      const head = await commit(first, files, `Change ${branch}`);
      await owner.git.createRef({ ...AT, ref: `refs/heads/${branch}`, sha: head });
      const seen = looks.length;
      const { number } = (await owner.pulls.create({ ...AT, title: branch, head: branch, base: 'main' })).data;
      const look = await lookAfter(seen, number);
      await rest();
      return { number, head, look };
    },
    close: async () => {
      await app.steward.idle();
      await app.close();
      await shim.close();
      await github.close();
    },
  };
}

function seedOf(privateKey: string, hook: string) {
  const permissions = { contents: 'write', pull_requests: 'write', issues: 'write', checks: 'write', metadata: 'read' };
  const events = ['check_run', 'issue_comment', 'pull_request', 'push'];
  return {
    tokens: { [TOKEN]: { login: AT.owner, scopes: ['repo'] } },
    github: {
      users: [{ login: AT.owner }],
      repos: [{ owner: AT.owner, name: AT.repo, default_branch: 'main' }],
      apps: [
        {
          app_id: 7,
          slug: 'spec-steward',
          name: 'Spec Steward',
          private_key: privateKey,
          permissions,
          events,
          webhook_url: hook,
          webhook_secret: SECRET,
          installations: [{ installation_id: INSTALLATION, account: AT.owner }],
        },
      ],
    },
  };
}

function committer(owner: Octokit): EmulatedGitHub['commit'] {
  return async (parent, files, message) => {
    const { data: base } = await owner.git.getCommit({ ...AT, commit_sha: parent });
    const entries = Object.entries(files).map(([path, content]) => {
      return { path, mode: '100644' as const, type: 'blob' as const, content };
    });
    const { data: tree } = await owner.git.createTree({ ...AT, base_tree: base.tree.sha, tree: entries });
    return (await owner.git.createCommit({ ...AT, message, tree: tree.sha, parents: [parent] })).data.sha;
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** emulate does not say when it has delivered an event. */
async function until<T>(found: () => T | undefined): Promise<T> {
  for (let tries = 0; tries < 400; tries += 1) {
    const value = found();
    if (value !== undefined) return value;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('the App did not look within 20 seconds');
}
