/** The story's standard with a steering group: who they are, a clock in people's hands, and what they find said. */
import type { IssueComment } from '../../sandbox/twin/model.js';
import type { Entry, EntryKind } from '../../src/approval/entry.js';
import { readEntries } from '../../src/approval/log.js';
import { STANDARD } from './standard.js';
import { BOT, beginStory, checkOf, REGISTER, REPOSITORY, type Story, type StoryOptions, textAt } from './story.js';

export const CONFIG = '.github/spec-steward.yml';

/**
 * Olga chairs and Sam is secretary, both for D2I; Esther of Essex, Henry of Hertfordshire and Nina of NW ADCS decide;
 * Kim of Knowsley is not on GitHub. A bug needs one of them, all else three people of two organisations.
 */
export const POLICY = `approval:
  people:
  - {login: olga, name: Olga Brown, organisation: D2I, roles: [chair]}
  - {login: sam, name: Sam Reed, organisation: D2I, roles: [secretary]}
  - {login: esther, name: Esther Cole, organisation: Essex, speaks_for: [mosaic]}
  - {login: henry, name: Henry Dale, organisation: Hertfordshire, speaks_for: [eclipse]}
  - {login: nina, name: Nina West, organisation: NW ADCS, speaks_for: [liquid_logic]}
  - {name: Kim Hall, organisation: Knowsley}
  tracks:
    change: {members: 3, organisations: 2, cms: false}
    new feature: {members: 2, organisations: 2, cms: false}
  major: {comment_days: 0}
`;

export const GOVERNED_STANDARD = { ...STANDARD, [CONFIG]: POLICY };

export const GROUP = ['olga', 'sam', 'esther', 'henry', 'nina'] as const;

const START = Date.parse('2026-11-22T09:00:00Z');
const SECOND = 1_000;
const DAY = 24 * 60 * 60 * SECOND;

export interface ApprovingStory extends Story {
  /** A moment later somebody does something, and everything comes to rest. */
  does(act: (twin: Story['twin']) => unknown): Promise<void>;
  /** Somebody comments on the pull request; gives the comment's id. */
  says(login: string, number: number, body: string): Promise<number>;
  /** Somebody approves, or asks for changes, in a review; gives the review's id. */
  reviews(login: string, number: number, event?: 'APPROVE' | 'REQUEST_CHANGES', body?: string): Promise<number>;
  /** Time goes by, in days. */
  days(count: number): Promise<void>;
}

/** The story with a steering group; everybody may read and comment. */
export async function beginApproving(options: StoryOptions = {}): Promise<ApprovingStory> {
  let at = START;
  const story = await beginStory({ files: GOVERNED_STANDARD, clock: () => new Date(at), ...options });
  const later = async <T>(act: () => T | Promise<T>): Promise<T> => {
    at += SECOND;
    const result = await act();
    at += SECOND;
    await story.rest();
    return result;
  };
  const { twin } = story;
  const more = {
    does: async (act: (twin: Story['twin']) => unknown) => void (await later(() => act(twin))),
    says: (login: string, number: number, body: string) =>
      later(() => twin.as(login).comment(REPOSITORY, number, body)),
    reviews: (login: string, number: number, event: 'APPROVE' | 'REQUEST_CHANGES' = 'APPROVE', body = '') =>
      later(() => twin.as(login).review(REPOSITORY, number, { event, body })),
    days: async (count: number) => {
      at += count * DAY;
      await story.restart();
    },
  };
  return {
    ...more,
    twin,
    log: story.log,
    get app() {
      return story.app;
    },
    rest: story.rest,
    restart: story.restart,
    close: story.close,
  };
}

/** The record of a pull request. */
export async function recordOf({ twin }: Story, number: number): Promise<readonly Entry[]> {
  const file = `decisions/pull-request-${number}.jsonl`;
  return readEntries(file, (await textAt(twin, REGISTER, file)) ?? '');
}

/** The record as `approve olga SSD-0001`. */
export async function recordLines(story: Story, number: number, ...kinds: readonly EntryKind[]): Promise<string[]> {
  const entries = await recordOf(story, number);
  return entries
    .filter(({ kind }) => kinds.length === 0 || kinds.includes(kind))
    .map((entry) => {
      const ids = entry.kind === 'shown' ? entry.units.map(({ id }) => id) : entry.covers.map(({ id }) => id);
      return [entry.kind, entry.who?.login ?? '-', ...ids].join(' ');
    });
}

/** The approval check as `failure: 1 of 1 change waits: ...`. */
export function approval(story: Story, at: number | string): string {
  const { conclusion, output } = checkOf(story, at, 'approval');
  return `${conclusion}: ${output.title}`;
}

function comments({ twin }: Story): readonly IssueComment[] {
  return twin.world.comments;
}

/** What the App answered to a comment: its reactions, and the sentence. */
export function answerTo(story: Story, id: number): string {
  const comment = comments(story).find((one) => one.id === id);
  const reactions = (comment?.reactions ?? []).filter(({ user }) => user.login === BOT).map(({ content }) => content);
  const marker = `<!-- spec-steward:answer:${id} -->`;
  const replies = comments(story).filter(({ author, body }) => author.login === BOT && body.startsWith(marker));
  return [reactions.join(' '), ...replies.map(({ body }) => body.slice(marker.length).trim())].join(': ');
}
