/** Our comments on pull requests: one of each marker. */
import type { OwnComment } from '../forge.js';
import type { PutComment } from '../plan.js';
import type { Conversations } from './conversations.js';
import { openOwnComments } from './own-comments.js';
import { orNull } from './request-failed.js';
import { type Connection, once } from './requests.js';
import { checkLength } from './text-limits.js';

/** Our comments on each pull request. */
export interface Comments {
  /** By author and marker. Only ever compared, not parsed. */
  find(number: number, marker: string): Promise<OwnComment | null>;
  /**
   * Writes the comment, unless it has the text already. Looks for it by the marker in its text before the first, and
   * again after it: of two instances that wrote at once, each takes the later comment away.
   */
  put(action: PutComment): Promise<void>;
}

/** The comments of one repository; what a conversation has told already is not asked again. */
export function openComments(connection: Connection, conversations: Conversations): Comments {
  const { at, write, writeOnce } = connection;
  const { list, heard, bodies } = openOwnComments(connection, conversations);

  async function create({ number, body }: PutComment): Promise<void> {
    const route = 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments';
    const send = async () => Number((await writeOnce(route, { ...at, issue_number: number, body })).data.id);
    const id = await once(send, async () => (await list(number, markerOf(body)))[0]?.id ?? null);
    bodies.set(String(id), body);
    const own = await list(number, markerOf(body));
    await removeLater(own);
    if (own[0]) await edit(own[0].id, body);
  }

  /** All but the first: two instances agree on which that is, and to delete one twice does no harm. */
  async function removeLater(own: readonly OwnComment[]): Promise<void> {
    const route = 'DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}';
    for (const { id } of own.slice(1)) {
      await orNull(write(route, { ...at, comment_id: id }));
      bodies.delete(String(id));
    }
  }

  /** False where the comment is gone. */
  async function edit(id: number, body: string): Promise<boolean> {
    if (bodies.get(String(id)) === body) return true;
    const route = 'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}';
    const answer = await orNull(write(route, { ...at, comment_id: id, body }));
    if (answer) bodies.set(String(id), body);
    return answer !== null;
  }

  return {
    async find(number, marker) {
      return (heard(number, marker) ?? (await list(number, marker)))[0] ?? null;
    },
    async put(action) {
      checkLength('comment body', action.body);
      const { number, body } = action;
      const marker = markerOf(body);
      const own = heard(number, marker) ?? (action.id === null ? await list(number, marker) : []);
      const id = own[0]?.id ?? action.id;
      conversations.forget(number);
      if (id === null || !(await edit(id, body))) return create(action);
      await removeLater(own);
    },
  };
}

/** The first HTML comment of a text is its marker. */
function markerOf(body: string): string {
  return /<!--.*?-->/s.exec(body)?.[0] ?? body;
}
