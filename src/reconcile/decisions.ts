/** What people said on a pull request, what the record keeps of it, and how its approval stands. */
import type { ApprovalState } from '../approval/approval-state.js';
import { decidedOf } from '../approval/decided.js';
import type { Entry } from '../approval/entry.js';
import { type Context, evaluate } from '../approval/evaluate.js';
import { findCommands } from '../approval/find-commands.js';
import { type Answer, type Heard, hear } from '../approval/hear.js';
import { withLateContent } from '../approval/late-content.js';
import { changedSince } from '../approval/refusals.js';
import type { Author, Member } from '../approval/roll.js';
import type { Situation } from '../approval/said.js';
import type { Content } from '../approval/shown.js';
import { splitsSaidIn } from '../approval/splits.js';
import type { Unit } from '../approval/unit.js';
import { unitsOf } from '../approval/units.js';
import type { Hash } from '../changes/diff.js';
import type { Config } from '../config/config.js';
import type { Conversation, PullRequest } from '../forge.js';
import { saidElsewhere, splitSentence } from '../pull-request/decision-sentences.js';
import { type GivenIdentifiers, withIdentifiers } from '../pull-request/identifiers.js';
import { marked } from '../report/phrase.js';
import { inline } from '../report/render-markdown.js';
import type { Decided, Review } from '../review.js';

/** The record of a pull request, as it is and as it has to be, and what comes of it. */
export interface Decisions {
  /** The text of the record's file; `''` where there is none yet. */
  readonly text: string;
  /** How many entries it has. */
  readonly written: number;
  /** Those, and what was said since. */
  readonly entries: readonly Entry[];
  /** What comments must be answered. */
  readonly answers: readonly Answer[];
  readonly content: Content;
  /** What it is judged in: who decides, who wrote it, and at what time. */
  readonly context: Context;
  /** Null where the decisions are made on another pull request, which carries these commits. */
  readonly approval: ApprovalState | null;
}

/** What a pull request is heard on. */
export interface Ground {
  readonly pull: PullRequest;
  readonly config: Config;
  readonly roll: readonly Member[];
  readonly authors: readonly Author[];
  readonly conversation: Conversation;
  readonly text: string;
  readonly entries: readonly Entry[];
  readonly given: GivenIdentifiers;
  readonly botLogin: string;
  readonly now: string;
  readonly hash: Hash;
}

/** The review of a commit that people reviewed and that was never shown; null where it cannot be read. */
export type ReviewAt = (commit: string) => Promise<Review | null>;

/** What was heard, by a review that knows nothing of what people decided. */
export interface Hearing extends Heard {
  /** Of that review. */
  readonly units: readonly Unit[];
  /** Types and reasons that people gave to what stands there now. */
  readonly decided: ReadonlyMap<string, Decided>;
}

/** Hears everything; a review of a commit that was never shown is for what stood at that commit. */
export async function hearPull(ground: Ground, review: Review, reviewAt: ReviewAt): Promise<Hearing> {
  const { entries, roll, now } = ground;
  const units = unitsIn(review, ground);
  // A review of what is none of our business is none either.
  const isOurs = units.length > 0 || entries.length > 0;
  const conversation = isOurs ? ground.conversation : { ...ground.conversation, reviews: [] };
  const situation = situationOf(ground, units);
  let heard = hear(conversation, entries, situation);
  let record = entries;
  for (const commit of lastCommits(heard.unheard)) {
    const late = await reviewAt(commit);
    if (late) record = withLateContent(record, { commit, units: unitsIn(late, ground) }, now);
  }
  if (record !== entries) heard = hear(conversation, record, situation);
  return { ...heard, units, decided: decidedOf(units, heard.entries, roll) };
}

/** Commits of the reviews that are their authors' last: whoever reviewed again later is heard for that. */
function lastCommits(unheard: Heard['unheard']): readonly string[] {
  const last = new Map(unheard.map(({ author, commit }) => [author?.login, commit]));
  return [...new Set(last.values())].filter((commit) => commit !== '');
}

/** A review with its units. */
export interface Weighed {
  readonly review: Review;
  readonly units: readonly Unit[];
}

/** How the approval stands, by the review that counts what people decided. */
export function judgeHearing(
  ground: Ground,
  { review, units }: Weighed,
  { entries, answers, unheard }: Hearing,
): Decisions {
  const { pull, config, text } = ground;
  const content = { commit: pull.headCommit, units };
  const unread = content.units.length === 0 ? [] : [...new Set(unheard.flatMap(({ author }) => author?.login ?? []))];
  const context = contextOf(ground, review, unread);
  const approval = evaluate(config.approval, content, entries, context);
  const told = answers.map((answer) => withSplit(answer, entries));
  return { text, written: ground.entries.length, entries, answers: told, content, context, approval };
}

function contextOf({ roll, authors, now }: Ground, { verdict }: Review, unheard: readonly string[]): Context {
  return { verdict, roll, authors, now, unheard };
}

/** Whoever asked for a split is told what came of it, and not that what went is something else now. */
function withSplit(answer: Answer, entries: readonly Entry[]): Answer {
  const ends = splitsSaidIn(entries, `comment ${answer.comment}`);
  if (ends.length === 0) return answer;
  const gone = new Set(ends.map(({ covers }) => inline(changedSince(covers))));
  const others = answer.reply.split('\n\n').filter((text) => text !== '' && !gone.has(text));
  const told = ends.map(({ covers, pull, reason }) => inline(pull > 0 ? splitSentence(covers, pull) : marked(reason)));
  const isTaken = others.length === 0 && ends.every(({ pull }) => pull > 0);
  return { ...answer, reaction: isTaken ? '+1' : 'confused', reply: [...others, ...told].join('\n\n') };
}

/** Nothing is decided here; whoever says something is told where. */
export function decidedElsewhere(ground: Ground, { review, units }: Weighed, companion: PullRequest | null): Decisions {
  const { pull, text, entries, conversation, botLogin } = ground;
  const reply = inline(saidElsewhere(companion));
  const answers = conversation.comments
    .filter(({ author, ownReactions }) => ownReactions.length === 0 && author?.login !== botLogin)
    .flatMap(({ id, body }): Answer[] => {
      const commands = findCommands(body);
      if (commands.length === 0) return [];
      const isLook = commands.every(({ word }) => word.toLowerCase() === 'recheck');
      return [isLook ? { comment: id, reaction: 'eyes', reply: '' } : { comment: id, reaction: 'confused', reply }];
    });
  const content = { commit: pull.headCommit, units };
  const context = contextOf(ground, review, []);
  return { text, written: entries.length, entries, answers, content, context, approval: null };
}

/** The units of a review, with no identifiers but those that were given. */
export function unitsIn(review: Review, { config, hash, given }: Pick<Ground, 'config' | 'hash' | 'given'>) {
  return unitsOf(withIdentifiers(review, given), { hash, policy: config.approval });
}

function situationOf({ config, roll, authors, botLogin, now }: Ground, units: readonly Unit[]): Situation {
  return { policy: config.approval, changeTypes: config.changeTypes, roll, units, authors, botLogin, now };
}
