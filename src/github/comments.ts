/** Our one comment on a pull request. */
import type { OwnComment } from '../forge.js';
import type { PutComment } from '../plan.js';
import { BoundedMap } from './bounded-map.js';
import { orNull } from './request-failed.js';
import { allPages, type Connection, once, PAGE_SIZE } from './requests.js';
import { checkLength } from './text-limits.js';

/** Characters of comments that are kept so as not to write what is there already. */
const KEEP_AT_MOST = 10_000_000;

/** Our one comment on each pull request. */
export interface Comments {
  /** By author and marker: anybody can write the marker, and we write other comments. Only ever compared, not parsed. */
  find(number: number, marker: string): Promise<OwnComment | null>;
  /** Writes the comment, unless it has the text already. Looks for it by the marker in its text before the first. */
  put(action: PutComment): Promise<void>;
}

/** The comments of one repository. */
export function openComments({ at, botLogin, read, write, writeOnce }: Connection): Comments {
  const bodies = new BoundedMap<string>(KEEP_AT_MOST, (body) => body.length);

  async function find(number: number, marker: string): Promise<OwnComment | null> {
    const route = 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments';
    const page = (count: number) => read(route, { ...at, issue_number: number, per_page: PAGE_SIZE, page: count });
    for await (const { id, user, body = '' } of allPages(page, ({ data }) => data)) {
      if (user?.login !== botLogin || !body.includes(marker)) continue;
      bodies.set(String(id), body);
      return { id: Number(id), body };
    }
    return null;
  }

  async function create({ number, body }: PutComment): Promise<void> {
    const route = 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments';
    const send = async () => Number((await writeOnce(route, { ...at, issue_number: number, body })).data.id);
    const id = await once(send, async () => (await find(number, markerOf(body)))?.id ?? null);
    bodies.set(String(id), body);
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
    find,
    async put(action) {
      checkLength('comment body', action.body);
      const id = action.id ?? (await find(action.number, markerOf(action.body)))?.id ?? null;
      if (id === null || !(await edit(id, action.body))) await create(action);
    },
  };
}

/** The first HTML comment of a text is its marker. */
function markerOf(body: string): string {
  return /<!--.*?-->/s.exec(body)?.[0] ?? body;
}
