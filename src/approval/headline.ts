/** The state of the approval in one line. */
import { plainText } from '../report/defuse.js';
import { type Phrase, plain, words } from '../report/phrase.js';
import type { ApprovalState, Lacking, UnitState } from './approval-state.js';
import { heldSentence, lackingPhrase, objectedTitle, STATE_TITLES, waitingTitle } from './sentences.js';

/** The one sentence that says how it stands. */
export function headline(approval: ApprovalState): Phrase {
  const { state, units, objections, hold } = approval;
  if (state === 'held' && hold) return heldSentence(hold.who?.name ?? '', hold.reason);
  if (state === 'objected') {
    const ids = [...new Set(objections.map(({ covered }) => covered.id))];
    return objectedTitle(new Set(objections.map(({ entry }) => entry.number)).size, ids);
  }
  if (state !== 'waiting') return words(STATE_TITLES[state]);
  const waiting = unmet(units);
  return waitingTitle(waiting.length, units.length, lackingPhrase(mostLacking(waiting)));
}

/** The same as plain text for a place that renders none. */
export function headlineText(approval: ApprovalState): string {
  return plainText(plain(headline(approval)).replaceAll('`', ''));
}

/** Units that still lack something. */
export function unmet(units: readonly UnitState[]): readonly UnitState[] {
  return units.filter(({ isMet }) => !isMet);
}

/** The most that any of them lacks. */
function mostLacking(units: readonly UnitState[]): Lacking {
  const all = units.map(({ lacking }) => lacking);
  const dates = all.flatMap(({ until }) => until ?? []).sort();
  return {
    members: Math.max(0, ...all.map(({ members }) => members)),
    organisations: Math.max(0, ...all.map(({ organisations }) => organisations)),
    cms: [...new Set(all.flatMap(({ cms }) => cms))].sort(),
    until: dates.at(-1) ?? null,
  };
}
