/** Reads the register, and the other files of its branch. */
import type { Forge } from '../forge.js';
import { REGISTER_BRANCH, REGISTER_FILE, readRegister } from '../register/register.js';
import type { RegisterState } from './pull-request-state.js';

/** The register as it is now; empty where there is none yet. */
export async function readRegisterState(forge: Forge): Promise<RegisterState> {
  const commit = await forge.branch(REGISTER_BRANCH);
  if (commit === null) return { reservations: [], commit: '' };
  const text = await readOnRegister(forge, commit, REGISTER_FILE);
  return { reservations: readRegister(text ?? ''), commit };
}

/** A file on the register's branch, or null where it, or the branch, is not there. */
export async function readOnRegister(forge: Forge, commit: string, path: string): Promise<string | null> {
  return commit === '' ? null : forge.repository.readText({ name: REGISTER_BRANCH, commit }, path);
}
