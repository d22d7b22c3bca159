/** Which paths may be written, and by whom. */
import type { Actor } from '../http/route.js';
import { unprocessable } from '../refusal.js';

/** Whether the actor is an App that would write a workflow and may not. */
export function touchesWorkflows(actor: Actor, files: readonly { readonly path: string }[]): boolean {
  if (actor.kind !== 'installation' || actor.permissions.workflows === 'write') return false;
  return files.some(({ path }) => path.startsWith('.github/workflows/'));
}

/** Throws 422 for a path that GitHub does not take: empty parts, dots, and `.git` in any letter case. */
export function checkedPath(path: string): string {
  const bad = path.split('/').some((part) => part === '' || part === '.' || part === '..' || /^\.git$/i.test(part));
  return bad ? unprocessable('tree.path contains a malformed path component') : path;
}
