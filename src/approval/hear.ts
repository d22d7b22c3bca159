/**
 * Everything that people said on a pull request -> what is new of it for the record, and what each is answered.
 * Commands count in new comments only, from people whom the policy of the base branch names at this moment.
 */
import { inline } from '../report/render-markdown.js';
import { answerTo, type Reaction, type Reply } from './answer.js';
import { append, type Draft, type Entry } from './entry.js';
import { findCommands } from './find-commands.js';
import { hearReview } from './hear-review.js';
import { UNHEARD } from './refusals.js';
import { speakerOf } from './roll.js';
import type { Saw, Situation } from './said.js';
import { shownAt } from './shown.js';
import type { Spoken, SpokenComment, SpokenReview } from './spoken.js';

/** What a comment is answered. */
export interface Answer {
  readonly comment: number;
  readonly reaction: Reaction;
  /** Markdown, harmless; `''` where the reaction says enough. */
  readonly reply: string;
}

/** The record with all that is new at its end, and the answers that are due. */
export interface Heard {
  readonly entries: readonly Entry[];
  readonly answers: readonly Answer[];
  /** Reviews of members on commits of which nobody knows what they showed. */
  readonly unheard: readonly SpokenReview[];
}

const NOTHING_SHOWN: Saw = { number: 0, commit: '' };

/** Commands of one comment that are heard. */
const MOST_COMMANDS = 50;

/** Hears comments and reviews in the order of time. The same conversation gives the same record, however often. */
export function hear({ comments, reviews }: Spoken, entries: readonly Entry[], situation: Situation): Heard {
  const spoken = [
    ...comments.map((comment) => ({ at: comment.at, comment, review: null })),
    ...reviews.map((review) => ({ at: review.at, comment: null, review })),
  ].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  let record = entries;
  const answers: Answer[] = [];
  const unheard: SpokenReview[] = [];
  for (const { comment, review } of spoken) {
    if (comment) {
      const heard = hearComment(comment, record, situation);
      record = append(record, heard.drafts);
      answers.push(...heard.answers);
    } else {
      const drafts = hearReview(review, record, situation);
      if (drafts === null) unheard.push(review);
      else record = append(record, drafts);
    }
  }
  return { entries: record, answers, unheard };
}

interface HeardComment {
  readonly drafts: readonly Draft[];
  readonly answers: readonly Answer[];
}

/** A comment that stands in the record already is answered, where that got lost, as it was; nothing is added. */
function hearComment(comment: SpokenComment, entries: readonly Entry[], situation: Situation): HeardComment {
  const { author, ownReactions, id } = comment;
  if (ownReactions.length > 0 || author?.login === situation.botLogin) return { drafts: [], answers: [] };
  const known = entries.filter(({ source }) => source === sourceOf(id));
  const [first] = known;
  const before = first ? entries.slice(0, first.number - 1) : entries;
  const { drafts, reply } = replyTo(comment, before, situation);
  if (!first) return { drafts, answers: reply ? [answerOf(id, reply)] : [] };
  const isSame = reply !== null && drafts.length === known.length;
  return { drafts: [], answers: [answerOf(id, isSame ? reply : TAKEN)] };
}

/** The answer to what stands in the record, where it would be heard in another way by now. */
const TAKEN: Reply = { reaction: '+1', lines: [], list: [] };

function sourceOf(comment: number): string {
  return `comment ${comment}`;
}

function answerOf(comment: number, { reaction, lines, list }: Reply): Answer {
  const paragraphs = lines.map(inline);
  const items = list.map((line) => `- ${inline(line)}`).join('\n');
  return { comment, reaction, reply: [...paragraphs, ...(items === '' ? [] : [items])].join('\n\n') };
}

function replyTo(
  { author, body, isEdited, at, id }: SpokenComment,
  entries: readonly Entry[],
  situation: Situation,
): { readonly drafts: readonly Draft[]; readonly reply: Reply | null } {
  const commands = findCommands(body);
  const refused = (sentence: Reply['lines'][number]): Reply => ({ reaction: 'confused', lines: [sentence], list: [] });
  if (commands.length === 0) return { drafts: [], reply: null };
  if (!author) return { drafts: [], reply: refused(UNHEARD.gone) };
  if (author.isBot) return { drafts: [], reply: refused(UNHEARD.bot) };
  if (isEdited) return { drafts: [], reply: refused(UNHEARD.edited) };
  const speaker = speakerOf(author.login, situation.roll);
  const around = { situation, speaker, at, source: sourceOf(id), saw: shownAt(entries, at) ?? NOTHING_SHOWN };
  let record = entries;
  const replies: Reply[] = [];
  for (const command of commands.slice(0, MOST_COMMANDS)) {
    const answer = answerTo(command, { ...around, entries: record });
    record = append(record, answer.drafts);
    replies.push(answer.reply);
  }
  if (commands.length > MOST_COMMANDS) replies.push(refused(UNHEARD.tooMany));
  return { drafts: record.slice(entries.length), reply: together(replies) };
}

/** One reaction for a comment: what was not understood must not look as if it were taken. */
function together(replies: readonly Reply[]): Reply {
  const reactions = replies.map(({ reaction }) => reaction);
  const reaction = (['confused', '+1'] as const).find((known) => reactions.includes(known)) ?? 'eyes';
  const lines = new Map(replies.flatMap((reply) => reply.lines.map((line) => [JSON.stringify(line), line] as const)));
  return { reaction, lines: [...lines.values()], list: replies.find(({ list }) => list.length > 0)?.list ?? [] };
}
