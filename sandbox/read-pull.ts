/** Reads one pull request from the double as its participants see it. */
import { REGISTER_BRANCH } from '../src/register/register.js';
import { REPOSITORY } from './sandbox.js';
import type {
  CheckView,
  CommentEntry,
  CommitEntry,
  DecisionsView,
  EventEntry,
  FileView,
  Participant,
  PullLine,
  PullView,
  ReviewEntry,
  SuggestionEntry,
  TimelineEntry,
} from './state.js';
import { followedLine } from './suggestion.js';
import { textAt } from './text-at.js';
import { testMerge } from './twin/actions/mergeability.js';
import { mergeObstacle } from './twin/actions/protection.js';
import { type Commit, readCommit } from './twin/git/commit.js';
import { differences } from './twin/git/diff.js';
import { commitsBetween, mergeBase } from './twin/git/history.js';
import type { CheckRun, IssueComment, Pull, ReviewComment, User } from './twin/model.js';
import { latest } from './twin/show/check.js';
import { personBehind } from './twin/show/commit.js';
import type { Twin } from './twin/twin.js';
import { fullName, type World } from './twin/world.js';

/** The pull requests of the repository, by number. */
export function pullsOf({ world }: Twin): readonly Pull[] {
  return world.pulls.filter(({ repo }) => fullName(repo) === REPOSITORY);
}

/** A pull request as a list has it. */
export function pullLine({ number, title, state, mergedAt, author }: Pull): PullLine {
  return { number, title, state: mergedAt === null ? state : 'merged', author: author.login };
}

/** The pull request with everything that its tabs show. */
export async function readPull(twin: Twin, pull: Pull): Promise<PullView> {
  const { repo, head, base } = pull;
  const runs = twin.world.checks.filter(({ suite }) => suite.headSha === head.sha && suite.repo === repo);
  return {
    ...pullLine(pull),
    body: pull.body ?? '',
    baseBranch: base.ref,
    headLabel: head.repo === repo ? head.ref : `${head.owner.login}:${head.ref}`,
    labels: pull.labels.map(({ name, color, description }) => ({ name, color, description: description ?? '' })),
    checks: latest(runs).map(checkView),
    timeline: await readTimeline(twin, pull),
    decisions: await readDecisions(twin, pull),
    files: await readFiles(pull),
    obstacle: await readObstacle(twin.world, pull),
  };
}

/** The files that differ from where the branch left the base. */
export async function readFiles({ repo, head, base }: Pull): Promise<FileView[]> {
  const { store } = repo.git;
  const files = await differences(store, await mergeBase(store, base.sha, head.sha), head.sha);
  return files.map(({ path, status, additions, deletions, patch }) => ({ path, status, additions, deletions, patch }));
}

async function readDecisions(twin: Twin, { number }: Pull): Promise<DecisionsView | null> {
  const path = `decisions/pull-request-${number}.jsonl`;
  const text = await textAt(twin, REGISTER_BRANCH, path);
  return text === null ? null : { branch: REGISTER_BRANCH, path, lines: text.trimEnd().split('\n') };
}

/** GitHub's own sentence, without its heading. */
async function readObstacle(world: World, pull: Pull): Promise<string | null> {
  if (pull.state === 'closed') return null;
  if ((await testMerge(world, pull)) === null) return `This branch has conflicts with ${pull.base.ref}.`;
  return mergeObstacle(world, pull)?.trim().split('\n\n').at(-1) ?? null;
}

function checkView({ id, name, conclusion, output, annotations, actions }: CheckRun): CheckView {
  return {
    id,
    name,
    conclusion,
    title: output.title ?? '',
    summary: output.summary ?? '',
    text: output.text ?? '',
    annotations: annotations.map(({ path, start_line: line, annotation_level: level, title = '', message }) => ({
      path,
      line,
      level: level === 'failure' || level === 'warning' ? level : 'notice',
      title,
      message,
    })),
    buttons: actions,
  };
}

async function readTimeline(twin: Twin, pull: Pull): Promise<TimelineEntry[]> {
  const { world } = twin;
  const { store } = pull.repo.git;
  const ids = await commitsBetween(store, pull.base.sha, pull.head.sha);
  const commits = await Promise.all(ids.map((id) => readCommit(store, id)));
  const comments = world.comments.filter(({ repo, number }) => repo === pull.repo && number === pull.number);
  const onLines = world.reviewComments.filter((comment) => comment.pull === pull);
  const entries: TimelineEntry[] = [
    ...commits.flatMap((commit) => (commit ? [commitEntry(world, commit)] : [])),
    ...comments.map(commentEntry),
    ...reviewEntries(world, pull),
    ...(await Promise.all(onLines.map((comment) => suggestionEntry(twin, comment)))),
    ...eventEntries(twin, pull),
  ];
  return entries.sort((a, b) => a.at.localeCompare(b.at));
}

/** The author's date: the committer of what is made on the site is GitHub itself. */
function commitEntry(world: World, commit: Commit): CommitEntry {
  const user = personBehind(world, commit.author);
  const author = user ? participant(user) : { login: commit.author.name, isBot: false };
  const { oid: id, message } = commit;
  return { kind: 'commit', at: commit.author.date, author, id, message, isVerified: world.verified.has(id) };
}

function commentEntry({ id, author, body, createdAt, editedAt, ...comment }: IssueComment): CommentEntry {
  const reactions = comment.reactions.map(({ content, user }) => ({ content, by: user.login }));
  const isEdited = editedAt !== null;
  return { kind: 'comment', at: createdAt, author: participant(author), id, isEdited, body, reactions };
}

const REVIEW_STATES = {
  APPROVED: 'approved',
  CHANGES_REQUESTED: 'changes requested',
  COMMENTED: 'commented',
  DISMISSED: 'dismissed',
} as const;

/** Those with nothing to say of their own only carry the suggestions on their lines. */
function reviewEntries({ reviews }: World, pull: Pull): ReviewEntry[] {
  const own = reviews.filter((review) => review.pull === pull && (review.state !== 'COMMENTED' || review.body !== ''));
  return own.map(({ id, author, submittedAt: at, state, commit, body }) => {
    return { kind: 'review', at, author: participant(author), id, state: REVIEW_STATES[state], commit, body };
  });
}

async function suggestionEntry(twin: Twin, comment: ReviewComment): Promise<SuggestionEntry> {
  const { id, author, createdAt, path, body, commit, pull } = comment;
  const textAt = async (ref: string) => (await twin.text(fullName(pull.repo), ref, path)) ?? '';
  const line = followedLine(comment.line ?? 0, await textAt(commit), await textAt(pull.head.sha));
  return { kind: 'suggestion', at: createdAt, author: participant(author), id, path, line, body };
}

/** What people did that is neither a commit nor a comment, as the events about it tell. */
function eventEntries({ deliveries }: Twin, pull: Pull): EventEntry[] {
  const own = deliveries.all().filter(({ event, payload, redelivery }) => {
    return event === 'pull_request' && payload.number === pull.number && !redelivery;
  });
  return own.flatMap(({ action, deliveredAt, payload }) => {
    const { login, type } = payload.sender as { login: string; type: string };
    const { merged } = payload.pull_request as { merged?: boolean };
    const sentence = action === 'closed' ? (merged ? 'merged this' : 'closed this') : `${action} this`;
    if (action !== 'closed' && action !== 'reopened') return [];
    return [{ kind: 'event' as const, at: deliveredAt, author: { login, isBot: type === 'Bot' }, sentence }];
  });
}

function participant({ login, type }: User): Participant {
  return { login, isBot: type === 'Bot' };
}
