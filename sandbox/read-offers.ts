/** The buttons of a pull request: what is possible now, and who would do it. */
import { headOf } from './head.js';
import type { Offer } from './page/forms.js';
import { BYPASS, FURTHER, type Proposal } from './proposals.js';
import { filesOf, PEOPLE } from './sandbox.js';
import type { PullView } from './state.js';
import type { Twin } from './twin/twin.js';

/** All of them, by the person. */
export async function readOffers(twin: Twin, pull: PullView): Promise<Offer[]> {
  const { login } = headOf(twin, pull.number);
  const further = pull.state === 'open' ? await possible(twin, pull) : [];
  return [
    ...further.map(({ id, label, hint }) => ({ who: login, order: 'push', label, hint, fields: { change: id } })),
    ...stateOffers(pull, login),
    { who: PEOPLE.steering, order: 'bypass', label: BYPASS.label, hint: BYPASS.hint },
    { who: PEOPLE.council, order: 'fork', label: 'Open the proposal from a fork', hint: 'the App may not write there' },
  ];
}

async function possible(twin: Twin, { number }: PullView): Promise<Proposal[]> {
  const { repository, branch } = headOf(twin, number);
  const files = await Promise.all(FURTHER.map((proposal) => filesOf(twin, proposal, { repository, ref: branch })));
  return FURTHER.filter((_, at) => files[at] !== null);
}

function stateOffers({ state, obstacle }: PullView, login: string): Offer[] {
  if (state === 'merged') return [];
  if (state === 'closed') return [{ who: login, order: 'reopen', label: 'Reopen the pull request' }];
  const merge: Offer = { who: PEOPLE.steering, order: 'merge', label: 'Merge' };
  return [
    { who: login, order: 'close', label: 'Close the pull request', kind: 'danger' },
    obstacle === null ? { ...merge, kind: 'main' } : merge,
  ];
}
