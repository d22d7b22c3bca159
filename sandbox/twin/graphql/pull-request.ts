/** A pull request in GraphQL, with what was said on it. */
import { commitsBetween } from '../git/history.js';
import type { Call } from '../http/route.js';
import { actingUser } from '../http/route.js';
import type { IssueComment, Pull, Reaction, Repo, Review, ReviewComment } from '../model.js';
import { nodeId } from '../show/user.js';
import { actorNode } from './accounts.js';
import { connection } from './connection.js';
import { type Args, FieldRefusal, type Node, node, type ObjectType } from './execute.js';
import { objectNode } from './git-objects.js';

type Type = ObjectType<Call>;

/** GitHub lists no more commits of a pull request than this. */
const MOST_COMMITS = 250;

/** REST's name of each reaction by GraphQL's. */
const CONTENTS = {
  THUMBS_UP: '+1',
  THUMBS_DOWN: '-1',
  LAUGH: 'laugh',
  HOORAY: 'hooray',
  CONFUSED: 'confused',
  HEART: 'heart',
  ROCKET: 'rocket',
  EYES: 'eyes',
} as const;

const PULL_REQUEST: Type = {
  name: 'PullRequest',
  fields: {
    id: ({ id }: Pull) => nodeId('PullRequest', id),
    number: ({ number }: Pull) => number,
    author: ({ author }: Pull) => actorNode(author),
    comments: (pull: Pull, args: Args, { world }: Call) => {
      const said = world.comments.filter(({ repo, number }) => repo === pull.repo && number === pull.number);
      return connection('issueComment', all(COMMENT, said), args);
    },
    reviews: (pull: Pull, args: Args, { world }: Call) => {
      const given = world.reviews.filter((review) => review.pull === pull);
      return connection('pullRequestReview', all(REVIEW, given), args);
    },
    commits: async (pull: Pull, args: Args) => {
      const { store } = pull.repo.git;
      const oids = await commitsBetween(store, pull.base.sha, pull.head.sha);
      const places = oids.slice(0, MOST_COMMITS).map((oid) => ({ repo: pull.repo, it: oid }));
      return connection('pullRequestCommit', all(PULL_REQUEST_COMMIT, places), args);
    },
    reviewThreads: (pull: Pull, args: Args, { world }: Call) => {
      const first = world.reviewComments.filter((comment) => comment.pull === pull && comment.inReplyTo === null);
      return connection('pullRequestReviewThread', all(THREAD, first), args);
    },
  },
};

const COMMENT: Type = {
  name: 'IssueComment',
  fields: {
    id: ({ id }: IssueComment) => nodeId('IssueComment', id),
    fullDatabaseId: ({ id }: IssueComment) => String(id),
    author: ({ author }: IssueComment) => actorNode(author),
    body: ({ body }: IssueComment) => body,
    createdAt: ({ createdAt }: IssueComment) => createdAt,
    lastEditedAt: ({ editedAt }: IssueComment) => editedAt,
    includesCreatedEdit: ({ editedAt }: IssueComment) => editedAt !== null,
    isMinimized: ({ minimized }: IssueComment) => minimized !== null,
    minimizedReason: ({ minimized }: IssueComment) => minimized,
    reactionGroups: ({ reactions }: IssueComment) =>
      Object.entries(CONTENTS).map(([name, content]) => {
        const those = reactions.filter((reaction) => reaction.content === content);
        return node(REACTION_GROUP, { name, reactions: those });
      }),
  },
};

interface ReactionGroup {
  readonly name: string;
  readonly reactions: readonly Reaction[];
}

const REACTION_GROUP: Type = {
  name: 'ReactionGroup',
  fields: {
    content: ({ name }: ReactionGroup) => name,
    viewerHasReacted: ({ reactions }: ReactionGroup, _: Args, call: Call) =>
      reactions.some(({ user }) => user === actingUser(call)),
  },
};

const REVIEW: Type = {
  name: 'PullRequestReview',
  fields: {
    id: ({ id }: Review) => nodeId('PullRequestReview', id),
    fullDatabaseId: ({ id }: Review) => String(id),
    author: ({ author }: Review) => actorNode(author),
    state: ({ state }: Review) => state,
    body: ({ body }: Review) => body,
    submittedAt: ({ submittedAt }: Review) => submittedAt,
    commit: ({ pull, commit }: Review) => objectNode(pull.repo, commit),
  },
};

const PULL_REQUEST_COMMIT: Type = {
  name: 'PullRequestCommit',
  fields: { commit: ({ repo, it }: { repo: Repo; it: string }) => objectNode(repo, it) },
};

const THREAD: Type = {
  name: 'PullRequestReviewThread',
  fields: {
    path: ({ path }: ReviewComment) => path,
    comments: (first: ReviewComment, args: Args, { world }: Call) => {
      const replies = world.reviewComments.filter(({ inReplyTo }) => inReplyTo === first.id);
      return connection('pullRequestReviewComment', all(LINE_COMMENT, [first, ...replies]), args);
    },
  },
};

const LINE_COMMENT: Type = {
  name: 'PullRequestReviewComment',
  fields: {
    fullDatabaseId: ({ id }: ReviewComment) => String(id),
    author: ({ author }: ReviewComment) => actorNode(author),
    body: ({ body }: ReviewComment) => body,
  },
};

/** The pull request of a number; throws as GitHub does where there is none. */
export function findPull({ world }: Call, repo: Repo, number: unknown): Node<Call> {
  const pull = world.pulls.find((candidate) => candidate.repo === repo && candidate.number === number);
  if (pull) return node(PULL_REQUEST, pull);
  throw new FieldRefusal('NOT_FOUND', `Could not resolve to a PullRequest with the number of ${number}.`);
}

/** A comment that was hidden. */
export function commentNode(comment: IssueComment): Node<Call> {
  return node(COMMENT, comment);
}

function all(type: Type, values: readonly unknown[]): Node<Call>[] {
  return values.map((value) => node(type, value));
}
