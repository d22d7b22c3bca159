/** What one can do in the sandbox: one row an order, done as whom one plays; GitHub's double says who may. */
import { StewardError } from '../src/errors.js';
import { PEOPLE, playerOf } from './cast.js';
import { headOf } from './head.js';
import { BYPASS, FURTHER } from './proposals.js';
import { pullsOf } from './read-pull.js';
import { commitOf, propose, REPOSITORY } from './sandbox.js';
import { followedLine, suggested } from './suggestion.js';
import { notFound, unprocessable } from './twin/refusal.js';
import type { Twin } from './twin/twin.js';

/** A form as it was sent. */
export interface OrderForm {
  readonly twin: Twin;
  /** Number of the pull request. */
  readonly pull: number;
  /** A field, `''` where it is missing. */
  readonly field: (name: string) => string;
}

/** What an order came to. */
export interface Outcome {
  readonly text: string;
  /** Pull request to look at next. */
  readonly pull: number;
}

type Order = (form: OrderForm) => Promise<Outcome> | Outcome;

/** By the name under which the forms have them. */
const ORDERS: Readonly<Record<string, Order>> = {
  push: pushFurther,
  bypass: pushToMain,
  edit: editFile,
  'commit-suggestion': commitSuggestion,
  comment: (form) => {
    const who = actorOf(form, PEOPLE.contributor);
    form.twin.as(who).comment(REPOSITORY, form.pull, textIn(form, 'body'));
    return done(form, `${who} commented.`);
  },
  review: giveReview,
  dismiss: (form) => {
    const who = actorOf(form, PEOPLE.chair);
    form.twin.as(who).dismiss(REPOSITORY, Number(form.field('review')));
    return done(form, `${who} dismissed a review.`);
  },
  press: (form) => {
    const who = actorOf(form, PEOPLE.contributor);
    form.twin.as(who).pressButton(Number(form.field('check')), form.field('identifier'));
    return done(form, `${who} pressed the button of the check.`);
  },
  close: async (form) => {
    const who = actorOf(form, headOf(form.twin, form.pull).login);
    await form.twin.as(who).close(REPOSITORY, form.pull);
    return done(form, `${who} closed #${form.pull}.`);
  },
  reopen: async (form) => {
    const who = actorOf(form, headOf(form.twin, form.pull).login);
    await form.twin.as(who).reopen(REPOSITORY, form.pull);
    return done(form, `${who} reopened #${form.pull}.`);
  },
  merge: async (form) => {
    const who = actorOf(form, PEOPLE.chair);
    await form.twin.as(who).merge(REPOSITORY, form.pull);
    return done(form, `${who} merged #${form.pull}.`);
  },
  'merge-anyway': async (form) => {
    const who = actorOf(form, PEOPLE.administrator);
    await form.twin.as(who).merge(REPOSITORY, form.pull, { force: true });
    return done(form, `${who} merged #${form.pull} over the rules, as an administrator.`);
  },
  fork: proposeFromFork,
};

/** Carries out one order; throws what GitHub refuses, and `nothing-to-edit`. */
export async function carryOut(order: string, form: OrderForm): Promise<Outcome> {
  const known = Object.hasOwn(ORDERS, order) ? ORDERS[order] : undefined;
  return known ? known(form) : notFound(`there is no order "${order}"`);
}

/** Whom the form is sent as: of the cast, or who usually does it where the form does not say. Throws 404. */
function actorOf({ field }: OrderForm, usually: string): string {
  const who = field('who');
  if (who === '') return usually;
  return playerOf(who)?.login ?? notFound(`nobody here is called "${who}"`);
}

/** A text as it was typed: browsers send the breaks of its lines as CRLF. */
function textIn({ field }: OrderForm, name: string): string {
  return field(name).replaceAll('\r\n', '\n');
}

const OPINIONS = { APPROVE: 'approved', REQUEST_CHANGES: 'requested changes to', COMMENT: 'reviewed' } as const;

function giveReview(form: OrderForm): Outcome {
  const who = actorOf(form, PEOPLE.chair);
  const event = form.field('event') as keyof typeof OPINIONS;
  if (!Object.hasOwn(OPINIONS, event)) notFound(`there is no opinion "${event}"`);
  const body = textIn(form, 'body').trim();
  if (event !== 'APPROVE' && body === '') unprocessable('GitHub asks for a few words with this review.');
  form.twin.as(who).review(REPOSITORY, form.pull, { event, body });
  return done(form, `${who} ${OPINIONS[event]} #${form.pull}.`);
}

async function pushFurther(form: OrderForm): Promise<Outcome> {
  const proposal = FURTHER.find(({ id }) => id === form.field('change')) ?? notFound('no such change');
  const head = headOf(form.twin, form.pull);
  const push = await commitOf(form.twin, proposal, { repository: head.repository, ref: head.branch });
  return pushTo(form, push);
}

async function pushToMain(form: OrderForm): Promise<Outcome> {
  const push = await commitOf(form.twin, BYPASS, { repository: REPOSITORY, ref: 'main' });
  const who = actorOf(form, PEOPLE.chair);
  await form.twin.as(who).push(REPOSITORY, 'main', push);
  return done(form, `${who} pushed "${push.message}" straight to main.`);
}

async function proposeFromFork({ twin }: OrderForm): Promise<Outcome> {
  const open = pullsOf(twin).find(({ state, author }) => state === 'open' && author.login === PEOPLE.council);
  if (open) return { text: `${PEOPLE.council} has #${open.number} open already.`, pull: open.number };
  const pull = await propose(twin, { from: 'fork' });
  return { text: `${PEOPLE.council} opened #${pull} from a fork that the App may not write to.`, pull };
}

async function editFile(form: OrderForm): Promise<Outcome> {
  const path = form.field('path');
  const text = textIn(form, 'text');
  const { repository, branch } = headOf(form.twin, form.pull);
  const before = (await form.twin.text(repository, branch, path)) ?? notFound(`there is no ${path}`);
  if (before === text) throw nothing(path);
  return pushTo(form, { files: { [path]: text }, message: form.field('message').trim() || `Update ${path}` });
}

async function commitSuggestion(form: OrderForm): Promise<Outcome> {
  const { twin } = form;
  const wanted = form.field('id');
  const comment = twin.world.reviewComments.find(({ id }) => String(id) === wanted) ?? notFound('no such suggestion');
  const { repository, branch } = headOf(form.twin, form.pull);
  const text = (await twin.text(repository, branch, comment.path)) ?? notFound(`there is no ${comment.path}`);
  const before = (await twin.text(repository, comment.commit, comment.path)) ?? '';
  const line = followedLine(comment.line ?? 0, before, text);
  const after = line === null ? text : suggested(text, { line, body: comment.body });
  if (after === text) throw nothing(comment.path);
  return pushTo(form, { files: { [comment.path]: after }, message: 'Apply suggestion from code review' });
}

/** To the head of the pull request: usually by the contributor, or the owner of the fork. */
async function pushTo(form: OrderForm, push: { files: Record<string, string>; message: string }): Promise<Outcome> {
  const { repository, branch, login } = headOf(form.twin, form.pull);
  const who = actorOf(form, login);
  const commit = await form.twin.as(who).push(repository, branch, push);
  return done(form, `${who} pushed ${commit.slice(0, 7)} "${push.message}" to ${branch}.`);
}

function nothing(place: string): StewardError {
  return new StewardError({ code: 'nothing-to-edit', place, found: 'the text is as it was', expected: 'a change' });
}

function done({ pull }: OrderForm, text: string): Outcome {
  return { text, pull };
}
