/** What one can do in the sandbox: one row an order. Each is done as the person who would do it on GitHub. */
import { StewardError } from '../src/errors.js';
import { headOf } from './head.js';
import { BYPASS, FURTHER } from './proposals.js';
import { pullsOf } from './read-pull.js';
import { commitOf, PEOPLE, propose, REPOSITORY } from './sandbox.js';
import { followedLine, suggested } from './suggestion.js';
import { notFound } from './twin/refusal.js';
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
    form.twin.as(PEOPLE.contributor).comment(REPOSITORY, form.pull, form.field('body').replaceAll('\r\n', '\n'));
    return done(form, `${PEOPLE.contributor} commented.`);
  },
  press: (form) => {
    form.twin.as(PEOPLE.contributor).pressButton(Number(form.field('check')), form.field('identifier'));
    return done(form, `${PEOPLE.contributor} pressed the button of the check.`);
  },
  close: async (form) => {
    const { login } = headOf(form.twin, form.pull);
    await form.twin.as(login).close(REPOSITORY, form.pull);
    return done(form, `${login} closed #${form.pull}.`);
  },
  reopen: async (form) => {
    const { login } = headOf(form.twin, form.pull);
    await form.twin.as(login).reopen(REPOSITORY, form.pull);
    return done(form, `${login} reopened #${form.pull}.`);
  },
  merge: async (form) => {
    await form.twin.as(PEOPLE.steering).merge(REPOSITORY, form.pull);
    return done(form, `${PEOPLE.steering} merged #${form.pull}.`);
  },
  fork: proposeFromFork,
};

/** Carries out one order; throws what GitHub refuses, and `nothing-to-edit`. */
export async function carryOut(order: string, form: OrderForm): Promise<Outcome> {
  const known = Object.hasOwn(ORDERS, order) ? ORDERS[order] : undefined;
  return known ? known(form) : notFound(`there is no order "${order}"`);
}

async function pushFurther(form: OrderForm): Promise<Outcome> {
  const proposal = FURTHER.find(({ id }) => id === form.field('change')) ?? notFound('no such change');
  const head = headOf(form.twin, form.pull);
  const push = await commitOf(form.twin, proposal, { repository: head.repository, ref: head.branch });
  return pushTo(form, push);
}

async function pushToMain(form: OrderForm): Promise<Outcome> {
  const push = await commitOf(form.twin, BYPASS, { repository: REPOSITORY, ref: 'main' });
  await form.twin.as(PEOPLE.steering).push(REPOSITORY, 'main', push);
  return done(form, `${PEOPLE.steering} pushed "${push.message}" straight to main.`);
}

async function proposeFromFork({ twin }: OrderForm): Promise<Outcome> {
  const open = pullsOf(twin).find(({ state, author }) => state === 'open' && author.login === PEOPLE.council);
  if (open) return { text: `${PEOPLE.council} has #${open.number} open already.`, pull: open.number };
  const pull = await propose(twin, { from: 'fork' });
  return { text: `${PEOPLE.council} opened #${pull} from a fork that the App may not write to.`, pull };
}

async function editFile(form: OrderForm): Promise<Outcome> {
  const path = form.field('path');
  const text = form.field('text').replaceAll('\r\n', '\n');
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

/** To the head of the pull request, by whoever may: the contributor, or the owner of the fork. */
async function pushTo(form: OrderForm, push: { files: Record<string, string>; message: string }): Promise<Outcome> {
  const { repository, branch, login } = headOf(form.twin, form.pull);
  const commit = await form.twin.as(login).push(repository, branch, push);
  return done(form, `${login} pushed ${commit.slice(0, 7)} "${push.message}" to ${branch}.`);
}

function nothing(place: string): StewardError {
  return new StewardError({ code: 'nothing-to-edit', place, found: 'the text is as it was', expected: 'a change' });
}

function done({ pull }: OrderForm, text: string): Outcome {
  return { text, pull };
}
