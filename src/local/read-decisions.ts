/** The record of decisions as a clone has it: on the register's branch, its own or the one that was fetched. */
import type { PullRecord } from '../approval/history.js';
import { decisionsFile, readEntries } from '../approval/log.js';
import { StewardError } from '../errors.js';
import type { Revision } from '../ports.js';
import { REGISTER_BRANCH } from '../register/register.js';
import { textOf } from '../specification/source-file.js';
import { firstRevision, type GitRepository } from './git-repository.js';

/** All records of a register, by pull request. */
export interface LocalRecords {
  /** Null where the clone has no register. */
  readonly register: Revision | null;
  readonly records: readonly PullRecord[];
}

const FOLDER = 'decisions';

/** Reads every record; `wanted` names another revision. Throws `unreadable-decisions`, `unknown-revision`. */
export async function readDecisions(repository: GitRepository, wanted: string | undefined): Promise<LocalRecords> {
  // Who has the branch itself works on it; else what was fetched of it counts.
  const register =
    wanted === undefined
      ? await firstRevision(repository, [REGISTER_BRANCH, `origin/${REGISTER_BRANCH}`])
      : await repository.resolve(wanted);
  if (!register) return { register: null, records: [] };
  const files = await repository.readFiles(register, [FOLDER]);
  const records = files.flatMap((file) => {
    const number = Number(/^decisions\/pull-request-([1-9][0-9]{0,8})\.jsonl$/.exec(file.path)?.[1] ?? 0);
    if (number === 0 || file.path !== decisionsFile(number)) return [];
    if ((file.kind ?? 'file') !== 'file') throw notAFile(file.path, String(file.kind));
    return [{ pullRequest: number, entries: readEntries(file.path, textOf(file)) }];
  });
  return { register, records: records.sort((a, b) => a.pullRequest - b.pullRequest) };
}

function notAFile(place: string, kind: string): StewardError {
  return new StewardError({ code: 'unreadable-decisions', place, found: `a ${kind}`, expected: 'a file' });
}
