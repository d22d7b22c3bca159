/** Which look at a repository an event asks for. Events only name what to look at; what is true is read afterwards. */

import { findCommands } from '../approval/find-commands.js';
import { WRITE_RECORDS } from '../pull-request/checks.js';

/** What an event asks to be looked at. */
export type Wish =
  | { readonly kind: 'pull'; readonly number: number; readonly restoreEdited: boolean }
  /** A commit whose pull requests are not named. */
  | { readonly kind: 'commit'; readonly commit: string; readonly restoreEdited: boolean }
  /** Every open pull request. */
  | { readonly kind: 'all' }
  /** Every open pull request, every waiting merge group, and whether the default branch moved unseen. */
  | { readonly kind: 'sweep' }
  | {
      readonly kind: 'push';
      readonly branch: string;
      readonly before: string;
      readonly after: string;
      readonly author: string;
    }
  | { readonly kind: 'group'; readonly headCommit: string; readonly baseCommit: string };

type Payload = { readonly [key: string]: unknown };

/** One row an event of GitHub; an event without a row asks for nothing. */
const WISHES: Readonly<Record<string, (payload: Payload) => readonly Wish[]>> = {
  pull_request: (payload) => pull(number(payload, 'pull_request', 'number')),
  pull_request_review: (payload) => pull(number(payload, 'pull_request', 'number')),
  // What was said in a comment and edited or deleted later stays as it was heard.
  issue_comment: (payload) => {
    const asks = payload.action === 'created' && findCommands(text(payload, 'comment', 'body')).length > 0;
    return asks && field(payload, 'issue', 'pull_request') ? pull(number(payload, 'issue', 'number')) : [];
  },
  check_run: (payload) => {
    const pressed = text(payload, 'requested_action', 'identifier') === WRITE_RECORDS;
    if (payload.action !== 'rerequested' && !(payload.action === 'requested_action' && pressed)) return [];
    return ofCheck(payload, 'check_run', pressed);
  },
  check_suite: (payload) => (payload.action === 'rerequested' ? ofCheck(payload, 'check_suite', false) : []),
  push: pushed,
  merge_group: (payload) =>
    payload.action === 'checks_requested'
      ? [
          {
            kind: 'group',
            headCommit: text(payload, 'merge_group', 'head_sha'),
            baseCommit: text(payload, 'merge_group', 'base_sha'),
          },
        ]
      : [],
  repository: (payload) => (payload.action === 'edited' ? [{ kind: 'sweep' }] : []),
};

/** Names of the events that can ask for something. */
export const EVENTS: readonly string[] = Object.keys(WISHES);

/** The wishes of an event by its name (`pull_request`) and payload. */
export function wishesOf(event: string, payload: Payload): readonly Wish[] {
  return Object.hasOwn(WISHES, event) ? (WISHES[event]?.(payload) ?? []) : [];
}

function pull(at: number | null, restoreEdited = false): readonly Wish[] {
  return at === null ? [] : [{ kind: 'pull', number: at, restoreEdited }];
}

function ofCheck(payload: Payload, name: string, restoreEdited: boolean): readonly Wish[] {
  const pulls = field(payload, name, 'pull_requests');
  const numbers = Array.isArray(pulls) ? pulls.map((entry: Payload) => entry.number) : [];
  const named = numbers.filter((entry): entry is number => typeof entry === 'number');
  if (named.length > 0) return named.flatMap((at) => pull(at, restoreEdited));
  const commit = text(payload, name, 'head_sha');
  return commit === '' ? [] : [{ kind: 'commit', commit, restoreEdited }];
}

/** A push to the default branch may bypass us, and gives every open proposal another base. */
function pushed(payload: Payload): readonly Wish[] {
  const branch = text(payload, 'ref').replace(/^refs\/heads\//, '');
  const [before, after] = [text(payload, 'before'), text(payload, 'after')];
  if (branch !== text(payload, 'repository', 'default_branch') || isZero(before) || isZero(after)) return [];
  const author = text(payload, 'sender', 'login') || text(payload, 'pusher', 'name');
  return [{ kind: 'push', branch, before, after, author }, { kind: 'all' }];
}

function isZero(commit: string): boolean {
  return !/[1-9a-f]/.test(commit);
}

function field(payload: Payload, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((value, key) => (value as Payload | null | undefined)?.[key], payload);
}

function text(payload: Payload, ...path: readonly string[]): string {
  const value = field(payload, ...path);
  return typeof value === 'string' ? value : '';
}

function number(payload: Payload, ...path: readonly string[]): number | null {
  const value = field(payload, ...path);
  return typeof value === 'number' ? value : null;
}
