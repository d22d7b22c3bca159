/** What each command does: entries for the record, or a sentence that says why not. Who speaks is checked already. */
import { ruleOf, type TrackRule } from '../config/policy.js';
import type { Phrase } from '../report/phrase.js';
import type { Draft, ShownUnit } from './entry.js';
import { needOf } from './need.js';
import { changedSince, LACKING, looserType, noObjection, notYourObjection, unknownType } from './refusals.js';
import { byStanding, choiceOf, commonOf, type Said, sawUnits } from './said.js';
import { changeKey, isTakenBack, keyOf, standingOf, voided } from './standing.js';
import { chooseAll, chooseLeading } from './targets.js';
import type { Unit } from './unit.js';

/** Entries for the record, with a sentence where one helps; or why there are none. */
export type Outcome = { readonly drafts: readonly Draft[]; readonly note?: Phrase } | { readonly refused: Phrase };

/** Agrees to all that is shown, or to what is named. */
export function approve(said: Said): Outcome {
  const chosen = chooseAll(said.rest, choiceOf(said));
  if ('refused' in chosen) return chosen;
  if (chosen.units.length === 0) return { refused: LACKING.nothing };
  const { changed } = byStanding(chosen.units, said.situation.units);
  const draft: Draft = { ...commonOf(said, chosen.units), kind: 'approve', saw: said.saw.number };
  return { drafts: [draft], ...(changed.length > 0 ? { note: changedSince(changed) } : {}) };
}

/** Says what stands against changes. */
export function object(said: Said): Outcome {
  const chosen = withReason(said);
  if ('refused' in chosen) return chosen;
  const common = commonOf(said, chosen.units);
  return { drafts: [{ ...common, kind: 'object', saw: said.saw.number, reason: chosen.rest }] };
}

/** Settles objections: one's own, or as the chair any. */
export function resolve(said: Said): Outcome {
  if (said.rest === '') return { refused: LACKING.target };
  const chosen = chooseAll(said.rest, choiceOf(said));
  if ('refused' in chosen) return chosen;
  const subjects = new Set(chosen.units.map(({ subject }) => subject));
  const open = standingOf(said.entries, said.situation.roll).objections.filter(({ covered }) =>
    subjects.has(covered.subject),
  );
  if (open.length === 0) return { refused: noObjection(chosen.units) };
  const isChair = said.speaker.roles.includes('chair');
  const own = keyOf({ who: said.speaker });
  if (!isChair && !open.some(({ voice }) => voice === own)) {
    return { refused: notYourObjection([...new Set(open.map(({ entry }) => entry.who?.name ?? ''))]) };
  }
  return { drafts: [{ ...commonOf(said, chosen.units), kind: 'resolve', saw: said.saw.number }] };
}

/** Says what a change is: where that is in doubt, where it asks for more people, or as the chair. */
export function classify(said: Said): Outcome {
  const { situation, speaker } = said;
  const chosen = withReason(said);
  if ('refused' in chosen) return chosen;
  const types = situation.changeTypes.toSorted((a, b) => b.length - a.length);
  const type = types.find((known) => new RegExp(`^${escaped(known)}(?=\\s|$)`, 'iu').test(chosen.rest));
  if (type === undefined) return { refused: unknownType(situation.changeTypes) };
  const reason = chosen.rest.slice(type.length).trim();
  if (reason === '') return { refused: LACKING.reason };
  const { standing, changed } = byStanding(chosen.units, situation.units);
  if (changed.length > 0) return { refused: changedSince(changed) };
  const looser = looserUnits(standing, type, said);
  if (looser.length > 0 && !speaker.roles.includes('chair')) return { refused: looserType(looser) };
  return { drafts: [{ ...commonOf(said, chosen.units), kind: 'classify', saw: said.saw.number, type, reason }] };
}

/** Gives the reason that the change log keeps. */
export function giveReason(said: Said): Outcome {
  const chosen = withReason(said);
  if ('refused' in chosen) return chosen;
  const common = commonOf(said, chosen.units);
  return { drafts: [{ ...common, kind: 'reason', saw: said.saw.number, reason: chosen.rest }] };
}

/** Takes changes out of the proposal; something must stay. */
export function split(said: Said): Outcome {
  if (said.rest === '') return { refused: LACKING.target };
  const chosen = chooseAll(said.rest, choiceOf(said));
  if ('refused' in chosen) return chosen;
  const { standing, changed } = byStanding(chosen.units, said.situation.units);
  if (changed.length > 0) return { refused: changedSince(changed) };
  if (standing.length === said.situation.units.length) return { refused: LACKING.everything };
  return { drafts: [{ ...commonOf(said, chosen.units), kind: 'split', saw: said.saw.number }] };
}

/** Stops the proposal. */
export function hold(said: Said): Outcome {
  if (said.rest === '') return { refused: LACKING.reason };
  return { drafts: [{ ...commonOf(said), kind: 'hold', reason: said.rest }] };
}

/** Lets it go on. */
export function unhold(said: Said): Outcome {
  const { hold: held } = standingOf(said.entries, said.situation.roll);
  return held ? { drafts: [{ ...commonOf(said), kind: 'unhold' }] } : { refused: LACKING.held };
}

/** Agrees in the place of everybody, to exactly what is shown. */
export function override(said: Said): Outcome {
  if (said.rest === '') return { refused: LACKING.reason };
  const units = sawUnits(said);
  if (units.length === 0) return { refused: LACKING.nothing };
  const { changed } = byStanding(units, said.situation.units);
  if (changed.length > 0) return { refused: changedSince(changed) };
  return { drafts: [{ ...commonOf(said, units), kind: 'override', saw: said.saw.number, reason: said.rest }] };
}

/** Takes back everything that the speaker has said by then, also what is heard only later. */
export function withdraw(said: Said): Outcome {
  const gone = voided(said.entries);
  const own = keyOf({ who: said.speaker });
  const voids = said.entries
    .filter((entry) => isTakenBack(entry) && keyOf(entry) === own && !gone.has(entry.number))
    .map(({ number }) => number);
  if (voids.length === 0 && said.speaker.organisation === '') return { refused: LACKING.said };
  const note = voids.length === 0 ? { note: LACKING.said } : {};
  return { drafts: [{ ...commonOf(said), kind: 'withdraw', voids }], ...note };
}

type Reasoned = { readonly units: readonly ShownUnit[]; readonly rest: string } | { readonly refused: Phrase };

function withReason(said: Said): Reasoned {
  if (said.rest === '') return { refused: LACKING.target };
  const chosen = chooseLeading(said.rest, choiceOf(said));
  if ('refused' in chosen || chosen.rest !== '') return chosen;
  return { refused: LACKING.reason };
}

/** Units that would ask for less than by the evidence where that is clear, or than somebody else has said. */
function looserUnits(units: readonly Unit[], type: string, { situation, entries, speaker }: Said): readonly Unit[] {
  const { policy, roll } = situation;
  const rule = ruleOf(policy, type);
  const { types } = standingOf(entries, roll);
  return units.filter((unit) => {
    const said = types.get(changeKey(unit));
    const isOthers = said !== undefined && keyOf(said) !== keyOf({ who: speaker });
    const tracks = [...(unit.isOpen ? [] : unit.tracks), ...(isOthers ? [said.type] : [])];
    return tracks.length > 0 && isLooser(rule, needOf(tracks, policy));
  });
}

function isLooser(rule: TrackRule, than: TrackRule): boolean {
  return rule.members < than.members || rule.organisations < than.organisations || (than.cms && !rule.cms);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
