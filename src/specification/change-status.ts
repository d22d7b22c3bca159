/** The words of `change_status`: what has become of a logged change. */

/** Proposed, and not yet agreed. */
export const PENDING = 'pending';
/** The steering group agreed, and it is merged. */
export const AGREED = 'agreed';
/** Taken back: its number stays burnt. */
export const WITHDRAWN = 'withdrawn';

/** Every status that is in use; `pending` is the only one of the recorded logs. */
export const STATUSES: readonly string[] = [PENDING, AGREED, 'approved', 'released', WITHDRAWN, 'rejected'];

/** Whether the change is agreed or further on: no proposal alters such a row any more. */
export function isSettled({ changeStatus }: { readonly changeStatus: string }): boolean {
  return [AGREED, 'approved', 'released'].includes(changeStatus.toLowerCase());
}
