/** Our review comments with one-click suggestions. */
import type { Suggest } from '../plan.js';
import { failedWith } from './request-failed.js';
import { allPages, type Connection, once, PAGE_SIZE } from './requests.js';
import { checkLength } from './text-limits.js';

/** Bodies of our own review comments on a pull request. */
export async function readSuggestions({ at, botLogin, read }: Connection, number: number): Promise<string[]> {
  const route = 'GET /repos/{owner}/{repo}/pulls/{pull_number}/comments';
  const page = (count: number) => read(route, { ...at, pull_number: number, per_page: PAGE_SIZE, page: count });
  const bodies: string[] = [];
  for await (const { user, body } of allPages(page, ({ data }) => data)) {
    if (user?.login === botLogin) bodies.push(body);
  }
  return bodies;
}

/**
 * Writes the suggestion. GitHub takes one only on a line that its diff shows, and on a commit that the pull request
 * still has; where it does not, the finding stands in the comment and at the check all the same.
 */
export async function suggest(connection: Connection, { number, commit, path, line, body }: Suggest): Promise<void> {
  checkLength('comment body', body);
  const { at, writeOnce } = connection;
  const place = { commit_id: commit, path, line, side: 'RIGHT' as const };
  const route = 'POST /repos/{owner}/{repo}/pulls/{pull_number}/comments';
  const send = async () => (await writeOnce(route, { ...at, pull_number: number, ...place, body })).data.body;
  const look = async () => (await readSuggestions(connection, number)).find((own) => own === body) ?? null;
  try {
    await once(send, look);
  } catch (error) {
    if (!failedWith(error, 422)) throw error;
  }
}
