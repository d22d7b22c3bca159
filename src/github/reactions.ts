/** Our reactions to comments. */
import type { React } from '../plan.js';
import { orNull } from './request-failed.js';
import type { Connection } from './requests.js';

/** GitHub keeps one reaction of a kind for each account, so this may happen twice. A comment that is gone needs none. */
export async function react({ at, write }: Connection, { comment, reaction }: React): Promise<void> {
  const route = 'POST /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions';
  await orNull(write(route, { ...at, comment_id: comment, content: reaction }));
}
