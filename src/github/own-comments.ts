/** Finding our own comments, and remembering what they say. */
import type { OwnComment } from '../forge.js';
import { BoundedMap } from './bounded-map.js';
import type { Conversations } from './conversations.js';
import { allPages, type Connection, PAGE_SIZE } from './requests.js';

/** Characters of comments that are kept so as not to write what is there already. */
const KEEP_AT_MOST = 10_000_000;

/** Our own comments on pull requests: by author and marker, because anybody can write the marker. The first one first. */
export interface OwnComments {
  /** As they are now, all pages. */
  list(number: number, marker: string): Promise<readonly OwnComment[]>;
  /** From the conversation that was read last; null where none was. */
  heard(number: number, marker: string): readonly OwnComment[] | null;
  /** What each said when it was read or written last, by id. */
  readonly bodies: BoundedMap<string>;
}

/** The comments of one repository; nothing is asked yet. */
export function openOwnComments({ at, botLogin, read }: Connection, conversations: Conversations): OwnComments {
  const bodies = new BoundedMap<string>(KEEP_AT_MOST, (body) => body.length);

  function remember(own: OwnComment[]): readonly OwnComment[] {
    for (const { id, body } of own) bodies.set(String(id), body);
    return own.sort((a, b) => a.id - b.id);
  }

  return {
    bodies,
    async list(number, marker) {
      const route = 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments';
      const page = (count: number) => read(route, { ...at, issue_number: number, per_page: PAGE_SIZE, page: count });
      const own: OwnComment[] = [];
      for await (const { id, user, body = '' } of allPages(page, ({ data }) => data)) {
        if (user?.login === botLogin && body.includes(marker)) own.push({ id: Number(id), body });
      }
      return remember(own);
    },
    heard(number, marker) {
      const known = conversations.known(number)?.conversation.comments;
      if (!known) return null;
      const own = known.filter(({ author, body }) => author?.login === botLogin && body.includes(marker));
      return remember(own.map(({ id, body }) => ({ id, body })));
    },
  };
}
