/** Which repository on GitHub a clone belongs to. */
import { StewardError } from '../errors.js';
import { runGit } from './git.js';

const EXPECTED = 'a clone whose remote `origin` is the repository, or --repo owner/name';

/** `owner/name` of the remote `origin`, over HTTPS or SSH, whatever the host. Throws `unknown-repository`. */
export async function originOf(folder: string): Promise<string> {
  const { code, stdout } = await runGit(folder, ['remote', 'get-url', 'origin']);
  const address = code === 0 ? stdout.toString().trim() : '';
  const [, name] = /[/:]([\w-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(address) ?? [];
  if (name !== undefined && /^(?:https?:\/\/|ssh:\/\/|[\w.-]+@[\w.-]+:)/.test(address)) return name;
  const found = address === '' ? 'there is no remote `origin`' : '`origin` is no repository on a server';
  throw new StewardError({ code: 'unknown-repository', place: folder, found, expected: EXPECTED });
}
