/** A file of the sandbox's repository as it is now. */
import { REPOSITORY } from './sandbox.js';
import { Refusal } from './twin/refusal.js';
import type { Twin } from './twin/twin.js';

/** The text of a file in the repository, or null where the ref or the file is missing. */
export async function textAt(twin: Twin, ref: string, path: string): Promise<string | null> {
  try {
    return await twin.text(REPOSITORY, ref, path);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}
