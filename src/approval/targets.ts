/** Which units a person means: `SSD-0031`, `SSD-0028..0040`, `g3`, `documentation`, several of them, or all. */
import type { Phrase } from '../report/phrase.js';
import type { ShownUnit } from './entry.js';
import { nothingMeant, rangeUpsideDown } from './refusals.js';
import type { Unit } from './unit.js';

/** What can be meant: what its reader had before them, and what stands there now, which knows the refs. */
export interface Choice {
  readonly shown: readonly ShownUnit[];
  readonly current: readonly Unit[];
  /** Tracks that there are: `documentation`, `new feature`. */
  readonly tracks: readonly string[];
}

/** The units that are meant and what stands behind them, or why nobody can tell. */
export type Chosen = { readonly units: readonly ShownUnit[]; readonly rest: string } | { readonly refused: Phrase };

/** Takes all of a text as targets; without a text all units are meant. */
export function chooseAll(text: string, choice: Choice): Chosen {
  if (text.trim() === '') return { units: choice.shown, rest: '' };
  const chosen = choose(text, choice, { mayEnd: false });
  if ('refused' in chosen || chosen.rest === '') return chosen;
  return { refused: nothingMeant(firstWord(chosen.rest), choice.shown) };
}

/**
 * Takes targets from the beginning of a text. What follows is a reason: behind the first target only identifiers and
 * groups are targets, so that `/object SSD-0031, change it back` does not mean every change.
 */
export function chooseLeading(text: string, choice: Choice): Chosen {
  return choose(text, choice, { mayEnd: true });
}

function choose(text: string, choice: Choice, { mayEnd }: { readonly mayEnd: boolean }): Chosen {
  const units = new Set<ShownUnit>();
  let rest = text.trim();
  for (let isFirst = true; rest !== ''; isFirst = false) {
    const separator = isFirst ? '' : (/^(?:[,;:]|and(?=\s))\s*/i.exec(rest)?.[0] ?? null);
    const behind = rest.slice(separator?.length ?? 0);
    if (behind === '') return { units: [...units], rest: '' };
    const found = leadingTarget(behind, choice, isFirst || (separator !== null && !mayEnd));
    if (found && 'refused' in found) return found;
    if (!found && (isFirst || isIdentifier(firstWord(behind), choice.shown))) {
      return { refused: nothingMeant(firstWord(behind), choice.shown) };
    }
    if (!found) return { units: [...units], rest: mayEnd ? behind : rest };
    for (const unit of found.units) units.add(unit);
    rest = found.rest.trimStart();
  }
  return units.size > 0 ? { units: [...units], rest } : { refused: nothingMeant('', choice.shown) };
}

/** The target that a text begins with; names of tracks, refs and `all` only where they are not part of a reason. */
function leadingTarget(text: string, choice: Choice, isNamed: boolean): Chosen | null {
  const token = firstWord(text);
  const rest = text.slice(token.length);
  const range = rangeOf(token, choice.shown);
  if (range) return 'refused' in range ? range : { units: range.units, rest };
  if (!isNamed && !isIdentifier(token, choice.shown)) return null;
  const named = byName(token, choice);
  if (named.length > 0) return { units: named, rest };
  if (!isNamed) return null;
  return token.toLowerCase() === 'all' ? { units: choice.shown, rest } : byTrack(text, choice);
}

function firstWord(text: string): string {
  return /^[^\s,;:]+/.exec(text)?.[0] ?? '';
}

/** Written like an identifier of this proposal, `SSD-0031`, or like a group, whether there is such a one or not. */
function isIdentifier(token: string, shown: readonly ShownUnit[]): boolean {
  const prefix = /^(.+-)\p{Nd}+$/u.exec(token)?.[1]?.toLowerCase();
  const isOurs = prefix !== undefined && shown.some(({ id }) => id.toLowerCase().startsWith(prefix));
  return isOurs || /^g[0-9]+$/i.test(token);
}

/** By identifier, by ref or name where that is the identifier or stands behind it, by group. */
function byName(token: string, { shown, current }: Choice): readonly ShownUnit[] {
  const wanted = token.toLowerCase();
  const own = shown.filter(({ id, groups }) => id.toLowerCase() === wanted || groups.includes(wanted));
  if (own.length > 0) return own;
  const subjects = current.filter(({ itemRef }) => itemRef !== '' && itemRef.toLowerCase() === wanted);
  return shown.filter(({ subject }) => subjects.some((unit) => unit.subject === subject));
}

function byTrack(text: string, { shown, tracks }: Choice): Chosen | null {
  const longestFirst = tracks.toSorted((a, b) => b.length - a.length);
  const begins = (track: string) =>
    text.toLowerCase().startsWith(track.toLowerCase()) && /^(?:[\s,;:]|$)/.test(text.slice(track.length));
  const track = longestFirst.find(begins);
  if (track === undefined) return null;
  const units = shown.filter((unit) => unit.track === track);
  return units.length > 0 ? { units, rest: text.slice(track.length) } : null;
}

/** `SSD-0028..0040`, `SSD-0028..SSD-0040`: those of the numbers that there are. */
function rangeOf(token: string, shown: readonly ShownUnit[]): Chosen | null {
  const match = /^(.*?)([0-9]{1,9})(?:\.\.\.?|…)(.*?)([0-9]{1,9})$/.exec(token);
  if (!match) return null;
  const [, prefix = '', first = '', again = '', last = ''] = match;
  if (again !== '' && again.toLowerCase() !== prefix.toLowerCase()) return null;
  if (Number(first) > Number(last)) return { refused: rangeUpsideDown(token) };
  const units = shown.filter(({ id }) => {
    const digits = id.slice(prefix.length);
    const isOwn = id.toLowerCase().startsWith(prefix.toLowerCase()) && /^[0-9]{1,9}$/.test(digits);
    return isOwn && Number(digits) >= Number(first) && Number(digits) <= Number(last);
  });
  return units.length > 0 ? { units, rest: '' } : null;
}
