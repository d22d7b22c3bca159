/** The one commit that changes the register, bound to the state that it was decided on. */
import type { CommitFiles } from '../plan.js';
import { REGISTER_BRANCH, REGISTER_FILE, type Reservation, writeRegister } from './register.js';

/** Where the commit goes, and what goes with it. */
export interface RegisterCommit extends Pick<CommitFiles, 'repository' | 'expectedHead' | 'message'> {
  /** Other files of the register's branch that go with it. */
  readonly files?: CommitFiles['files'];
}

/** The one commit that writes the register. */
export function commitRegister(rows: readonly Reservation[], { files = [], ...commit }: RegisterCommit): CommitFiles {
  const register = { path: REGISTER_FILE, text: writeRegister(rows) };
  return { kind: 'commit-files', branch: REGISTER_BRANCH, ...commit, files: [register, ...files] };
}
