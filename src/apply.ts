/** The only place that carries out plans; safe to run twice. */
import { StewardError } from './errors.js';
import type { FilePlan } from './plan.js';
import type { WorkingCopy } from './ports.js';

/** Carries out a plan; returns the paths that were written. Throws `changed-meanwhile` before it writes anything. */
export async function apply(plan: FilePlan, copy: WorkingCopy): Promise<string[]> {
  const due = [];
  for (const action of plan.actions) {
    const now = await copy.read(action.path);
    if (now === action.text) continue;
    if (now !== action.was) {
      const found = 'the file was changed while the records were being prepared';
      throw new StewardError({
        code: 'changed-meanwhile',
        place: action.path,
        found,
        expected: 'the command run again',
      });
    }
    due.push(action);
  }
  for (const { path, text } of due) await (text === null ? copy.remove(path) : copy.write(path, text));
  return due.map(({ path }) => path);
}
