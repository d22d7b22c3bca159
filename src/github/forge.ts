/** The Forge port on GitHub: one repository, through the client of one installation of the App. */
import type { Forge } from '../forge.js';
import type { Action } from '../plan.js';
import { type Checks, openChecks } from './checks.js';
import { type Comments, openComments } from './comments.js';
import { commitFiles } from './commits.js';
import { openComparisons } from './comparisons.js';
import { openConversations } from './conversations.js';
import { GitHubRepository } from './github-repository.js';
import { type Labels, openLabels } from './labels.js';
import { mergeBase } from './merge-base.js';
import { readMergeGroups } from './merge-groups.js';
import type { ObjectCache } from './object-cache.js';
import { openPull, readLatestFrom, readOpenPulls, readPull, readPullFrom, setPullState } from './pulls.js';
import { react } from './reactions.js';
import { createBranch, firstParentOf, headOf } from './refs.js';
import { type Connection, type Octokit, openRequests } from './requests.js';
import { readSuggestions, suggest } from './suggestions.js';
import { readTeam } from './teams.js';
import { openTrees, type Trees } from './trees.js';

/** Which repository, and who we are there. */
export interface ForgeOptions {
  readonly owner: string;
  readonly repo: string;
  /** `slug[bot]`: what our comments, suggestions and checks are known by. */
  readonly botLogin: string;
  /** Shared by all repositories and reviews. */
  readonly cache: ObjectCache;
}

/** Asks nothing yet; later a request that fails throws `RequestFailed` with its name. */
export function openForge(octokit: Octokit, { owner, repo, botLogin, cache }: ForgeOptions): Forge {
  const at = { owner, repo };
  const connection: Connection = { ...openRequests(octokit), at, botLogin };
  const comparisons = openComparisons(connection);
  const trees = openTrees(connection, cache);
  const conversations = openConversations(connection);
  const comments = openComments(connection, conversations);
  const checks = openChecks(connection);
  return {
    name: `${owner}/${repo}`,
    defaultBranch: async () => (await connection.read('GET /repos/{owner}/{repo}', at)).data.default_branch,
    repository: new GitHubRepository(connection, { comparisons, trees, cache }),
    pull: (number) => {
      conversations.forget(number); // Whoever looks at a pull request anew wants to hear what was said since.
      return readPull(connection, comparisons, number);
    },
    openPulls: () => readOpenPulls(connection),
    pullFrom: (headBranch) => readPullFrom(connection, headBranch),
    latestFrom: (headBranch) => readLatestFrom(connection, headBranch),
    mergeGroups: () => readMergeGroups(connection),
    compare: comparisons.compare,
    contains: comparisons.contains,
    changedFiles: trees.difference,
    firstParent: (commit) => firstParentOf(connection, commit),
    branch: (name) => headOf(connection, at, name),
    ownComment: comments.find,
    conversation: conversations.read,
    ownSuggestions: async (number) =>
      conversations.known(number)?.suggestions ?? (await readSuggestions(connection, number)),
    teamMembers: (organisation, team) => readTeam(connection, organisation, team),
    checkRuns: checks.list,
    act: actor(connection, { comments, checks, labels: openLabels(connection), trees, cache }),
    takeCounts: connection.takeCounts,
  };
}

interface Writers {
  readonly comments: Comments;
  readonly checks: Checks;
  readonly labels: Labels;
  readonly trees: Trees;
  readonly cache: ObjectCache;
}

function actor(
  connection: Connection,
  { comments, checks, labels, trees, cache }: Writers,
): (action: Action) => Promise<void> {
  return async (action) => {
    switch (action.kind) {
      case 'commit-files':
        await commitFiles(connection, action);
        // Read again in a moment.
        for (const { text } of action.files) if (text !== null) cache.addBlob(Buffer.from(text));
        return;
      case 'create-branch':
        return createBranch(connection, action.branch, action.commit);
      case 'merge-base':
        return mergeBase(connection, trees, action);
      case 'open-pull':
        return openPull(connection, action);
      case 'close-pull':
        return setPullState(connection, action.number, 'closed');
      case 'reopen-pull':
        return setPullState(connection, action.number, 'open');
      case 'put-comment':
        return comments.put(action);
      case 'react':
        return react(connection, action);
      case 'put-check':
        return checks.put(action);
      case 'set-labels':
        return labels.set(action);
      case 'suggest':
        return suggest(connection, action);
      case 'write-file':
        throw new Error(`${action.path}: a forge has no working copy to write to`);
    }
  };
}
