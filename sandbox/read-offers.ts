/** The buttons of a pull request: what is possible now for whom one plays. */
import { PEOPLE, type Player } from './cast.js';
import { headOf } from './head.js';
import type { Offer } from './page/forms.js';
import { BYPASS, FURTHER, type Proposal } from './proposals.js';
import { filesOf, REPOSITORY } from './sandbox.js';
import type { PullView } from './state.js';
import type { Twin } from './twin/twin.js';
import { atLeast } from './twin/world.js';

/** All of them, in the order in which they are shown. */
export async function readOffers(twin: Twin, pull: PullView, you: Player): Promise<Offer[]> {
  const further = mayPush(twin, pull, you) ? await possible(twin, pull) : [];
  const offers: Omit<Offer, 'who'>[] = [
    ...further.map(({ id, label, hint }) => ({ order: 'push', label, hint, fields: { change: id } })),
    ...stateOffers(pull, you),
  ];
  if (atLeast(you.role, 'maintain')) offers.push({ order: 'bypass', label: BYPASS.label, hint: BYPASS.hint });
  if (you.login === PEOPLE.council) {
    offers.push({ order: 'fork', label: 'Open the proposal from a fork', hint: 'the App may not write there' });
  }
  return offers.map((offer) => ({ who: you.login, ...offer }));
}

/** Those who write the repository push to its branches; a fork belongs to its owner. */
function mayPush(twin: Twin, { number, state }: PullView, { login, role }: Player): boolean {
  if (state !== 'open') return false;
  const head = headOf(twin, number);
  return head.repository === REPOSITORY ? atLeast(role, 'write') : head.login === login;
}

async function possible(twin: Twin, { number }: PullView): Promise<Proposal[]> {
  const { repository, branch } = headOf(twin, number);
  const files = await Promise.all(FURTHER.map((proposal) => filesOf(twin, proposal, { repository, ref: branch })));
  return FURTHER.filter((_, at) => files[at] !== null);
}

function stateOffers({ state, obstacle, author }: PullView, { login, role }: Player): Omit<Offer, 'who'>[] {
  if (state === 'merged') return [];
  const mayClose = login === author || atLeast(role, 'triage');
  if (state === 'closed') return mayClose ? [{ order: 'reopen', label: 'Reopen the pull request' }] : [];
  const offers: Omit<Offer, 'who'>[] = [];
  if (atLeast(role, 'write')) {
    offers.push({ order: 'merge', label: 'Merge', ...(obstacle === null ? { kind: 'main' as const } : {}) });
  }
  if (role === 'admin' && obstacle !== null) {
    const hint = 'as an administrator, over the rules of the branch';
    offers.push({ order: 'merge-anyway', label: 'Merge without waiting', hint, kind: 'danger' });
  }
  if (mayClose) offers.push({ order: 'close', label: 'Close the pull request', kind: 'danger' });
  return offers;
}
