/** What was said on pull requests, and who answers for their commits. */
import { StewardError } from '../errors.js';
import type { CommitAuthor, Conversation, PullComment, PullReview } from '../forge.js';
import type { Reaction } from '../plan.js';
import {
  AUTHORS_AT_MOST,
  type CommentNode,
  type CommitNode,
  type Pages,
  partialAnswer,
  type ReviewNode,
  readPages,
  type Signature,
} from './conversation-pages.js';
import { personOfActor } from './person.js';
import type { Connection } from './requests.js';

/** What one reading of a pull request's conversation found. */
export interface Heard {
  readonly conversation: Conversation;
  /** Bodies of our own review comments that begin a thread. */
  readonly suggestions: readonly string[];
}

/** The conversations of one repository. */
export interface Conversations {
  /** Reads it anew. Throws `partial-answer` where GitHub gave less than there is, and `too-many-authors`. */
  read(number: number): Promise<Conversation>;
  /** What the last reading found; null where there was none since the last `forget`. */
  known(number: number): Heard | null;
  /** Somebody may have said something since. */
  forget(number: number): void;
}

/** The conversations of one repository; nothing is read yet. */
export function openConversations(connection: Connection): Conversations {
  const heard = new Map<number, Heard>();
  return {
    async read(number) {
      const { at, botLogin } = connection;
      const place = `${at.owner}/${at.repo}#${number}`;
      const pages = await readPages(connection, number);
      const conversation = {
        comments: inOrder(pages.comments.map(commentOf)),
        reviews: inOrder(pages.reviews.flatMap((review) => reviewOf(review, place))),
        authors: authorsOf(pages.commits, place),
      };
      heard.set(number, { conversation, suggestions: suggestionsOf(pages, botLogin) });
      return conversation;
    },
    known: (number) => heard.get(number) ?? null,
    forget: (number) => void heard.delete(number),
  };
}

/** Times are in seconds; ids tell which of two in one second came first. */
function inOrder<Said extends { readonly id: number; readonly at: string }>(said: readonly Said[]): Said[] {
  return [...said].sort((a, b) => Date.parse(a.at) - Date.parse(b.at) || a.id - b.id);
}

/** https://docs.github.com/graphql/reference/enums#reactioncontent */
const REACTIONS: Readonly<Record<string, Reaction>> = {
  THUMBS_UP: '+1',
  THUMBS_DOWN: '-1',
  EYES: 'eyes',
  CONFUSED: 'confused',
  ROCKET: 'rocket',
};

function commentOf(comment: CommentNode): PullComment {
  const own = (comment.reactionGroups ?? []).filter(({ viewerHasReacted }) => viewerHasReacted);
  return {
    id: Number(comment.fullDatabaseId),
    author: personOfActor(comment.author),
    body: comment.body,
    at: comment.createdAt,
    isEdited: comment.lastEditedAt !== null || comment.includesCreatedEdit,
    ownReactions: own.flatMap(({ content }) => REACTIONS[content] ?? []),
  };
}

/** https://docs.github.com/graphql/reference/enums#pullrequestreviewstate */
const STATES: Readonly<Record<string, PullReview['state']>> = {
  APPROVED: 'approved',
  CHANGES_REQUESTED: 'changes-requested',
  COMMENTED: 'commented',
  DISMISSED: 'dismissed',
};

/** A review that is not submitted yet is for its author alone to see: nothing was said. */
function reviewOf(review: ReviewNode, place: string): PullReview[] {
  if (review.state === 'PENDING') return [];
  const state = STATES[review.state];
  const { fullDatabaseId, submittedAt: at, body } = review;
  if (!state || at === null) throw partialAnswer(place, `a review that is ${review.state}, submitted ${at}`);
  const author = personOfActor(review.author);
  return [{ id: Number(fullDatabaseId), author, state, commit: review.commit?.oid ?? '', at, body }];
}

/** Each once, by account, or by name where there is none. */
function authorsOf(commits: readonly CommitNode[], place: string): CommitAuthor[] {
  const authors = new Map<string, CommitAuthor>();
  for (const { commit } of commits) {
    if (commit.authors.totalCount > AUTHORS_AT_MOST) throw tooManyAuthors(place, commit.authors.totalCount);
    const named = commit.authors.nodes.filter((one) => one !== null);
    if (named.length < commit.authors.totalCount) throw partialAnswer(place, `${named.length} authors of a commit`);
    const committer = commit.committer === null || isGitHub(commit.committer) ? [] : [commit.committer];
    for (const author of [...named, ...committer].map(authorOf)) {
      authors.set(author.login === null ? `name ${author.name}` : `login ${author.login.toLowerCase()}`, author);
    }
  }
  return [...authors.values()];
}

/** No look mends this, so it is told where people see it, unlike an answer that was cut. */
function tooManyAuthors(place: string, count: number): StewardError {
  const expected = `at most ${AUTHORS_AT_MOST}, whom GitHub lists`;
  return new StewardError({ code: 'too-many-authors', place, found: `a commit has ${count} authors`, expected });
}

/** What is made on the site or through the API is signed by GitHub itself, who answers for no content. */
function isGitHub({ email }: Signature): boolean {
  return email === 'noreply@github.com';
}

/** Of Apps, which are no users, GitHub may give the address only. */
function authorOf({ name, email, user }: Signature): CommitAuthor {
  const [, bot = null] = /^\d+\+(.+\[bot\])@users\.noreply\.github\.com$/.exec(email ?? '') ?? [];
  return { login: user?.login ?? bot, name: name ?? '' };
}

function suggestionsOf({ reviewThreads }: Pages, botLogin: string): string[] {
  return reviewThreads.flatMap(({ comments }) => {
    const [first] = comments.nodes;
    return first && personOfActor(first.author)?.login === botLogin ? [first.body] : [];
  });
}
