/** What one can do in the sandbox: one row an order. Each is done as the person who would do it on GitHub. */
import { StewardError } from '../errors.js';
import type { Offer } from './page/forms.js';
import { BYPASS, FURTHER, type Proposal } from './proposals.js';
import { commitOf, PEOPLE, propose, REPOSITORY } from './sandbox.js';
import type { PullView } from './state.js';
import { suggested } from './suggestion.js';
import type { Pull } from './twin/model.js';
import { notFound } from './twin/refusal.js';
import type { Twin } from './twin/twin.js';
import { fullName } from './twin/world.js';

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
    await form.twin.as(PEOPLE.contributor).close(REPOSITORY, form.pull);
    return done(form, `${PEOPLE.contributor} closed #${form.pull}.`);
  },
  reopen: async (form) => {
    await form.twin.as(PEOPLE.contributor).reopen(REPOSITORY, form.pull);
    return done(form, `${PEOPLE.contributor} reopened #${form.pull}.`);
  },
  merge: async (form) => {
    await form.twin.as(PEOPLE.steering).merge(REPOSITORY, form.pull);
    return done(form, `${PEOPLE.steering} merged #${form.pull}.`);
  },
  fork: async ({ twin }) => {
    const pull = await propose(twin, { from: 'fork' });
    return { text: `${PEOPLE.council} opened #${pull} from a fork that the App may not write to.`, pull };
  },
};

/** Carries out one order; throws what GitHub refuses, and `nothing-to-edit`. */
export async function carryOut(order: string, form: OrderForm): Promise<Outcome> {
  const known = Object.hasOwn(ORDERS, order) ? ORDERS[order] : undefined;
  return known ? known(form) : notFound(`there is no order "${order}"`);
}

/** The buttons of a pull request. */
export function offersFor(pull: PullView): Offer[] {
  const isOpen = pull.state === 'open';
  const asContributor = isOpen ? FURTHER.map(pushOffer) : [];
  const own: Offer[] = isOpen
    ? [{ who: PEOPLE.contributor, order: 'close', label: 'Close the pull request', kind: 'danger' }]
    : pull.state === 'closed'
      ? [{ who: PEOPLE.contributor, order: 'reopen', label: 'Reopen the pull request' }]
      : [];
  const merge: Offer = { who: PEOPLE.steering, order: 'merge', label: 'Merge' };
  return [
    ...asContributor,
    ...own,
    ...(isOpen ? [pull.obstacle === null ? { ...merge, kind: 'main' as const } : merge] : []),
    { who: PEOPLE.steering, order: 'bypass', label: BYPASS.label, hint: BYPASS.hint },
    {
      who: PEOPLE.council,
      order: 'fork',
      label: 'Open the same proposal from a fork',
      hint: 'the App may not write there',
    },
  ];
}

function pushOffer({ id, label, hint }: Proposal): Offer {
  return { who: PEOPLE.contributor, order: 'push', label, hint, fields: { change: id } };
}

async function pushFurther(form: OrderForm): Promise<Outcome> {
  const proposal = FURTHER.find(({ id }) => id === form.field('change')) ?? notFound('no such change');
  const head = headOf(form);
  const push = await commitOf(form.twin, proposal, { repository: head.repository, ref: head.branch });
  return pushTo(form, push);
}

async function pushToMain(form: OrderForm): Promise<Outcome> {
  const push = await commitOf(form.twin, BYPASS, { repository: REPOSITORY, ref: 'main' });
  await form.twin.as(PEOPLE.steering).push(REPOSITORY, 'main', push);
  return done(form, `${PEOPLE.steering} pushed "${push.message}" straight to main.`);
}

async function editFile(form: OrderForm): Promise<Outcome> {
  const path = form.field('path');
  const text = form.field('text').replaceAll('\r\n', '\n');
  const { repository, branch } = headOf(form);
  const before = (await form.twin.text(repository, branch, path)) ?? notFound(`there is no ${path}`);
  if (before === text) throw nothing(path);
  return pushTo(form, { files: { [path]: text }, message: form.field('message').trim() || `Update ${path}` });
}

async function commitSuggestion(form: OrderForm): Promise<Outcome> {
  const { world } = form.twin;
  const comment = world.reviewComments.find(({ id }) => String(id) === form.field('id')) ?? notFound();
  const { repository, branch } = headOf(form);
  const text = (await form.twin.text(repository, branch, comment.path)) ?? notFound();
  const after = suggested(text, { line: comment.line ?? 0, body: comment.body });
  if (after === null || after === text) throw nothing(comment.path);
  return pushTo(form, { files: { [comment.path]: after }, message: 'Apply suggestion from code review' });
}

/** To the head of the pull request, by whoever may: the contributor, or the owner of the fork. */
async function pushTo(form: OrderForm, push: { files: Record<string, string>; message: string }): Promise<Outcome> {
  const { repository, branch, login } = headOf(form);
  const commit = await form.twin.as(login).push(repository, branch, push);
  return done(form, `${login} pushed ${commit.slice(0, 7)} "${push.message}" to ${branch}.`);
}

function headOf({ twin, pull: number }: OrderForm): { repository: string; branch: string; login: string } {
  const { head }: Pull = twin.pull(REPOSITORY, number);
  const repository = fullName(head.repo ?? notFound('the fork is gone'));
  return { repository, branch: head.ref, login: repository === REPOSITORY ? PEOPLE.contributor : head.owner.login };
}

function nothing(place: string): StewardError {
  return new StewardError({ code: 'nothing-to-edit', place, found: 'the text is as it was', expected: 'a change' });
}

function done({ pull }: OrderForm, text: string): Outcome {
  return { text, pull };
}
