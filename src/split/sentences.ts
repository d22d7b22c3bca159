/** Why a change cannot be split off, and what could be: sentences in which names stand in backticks. */

import { shown } from '../lint/shown.js';
import { oneLine } from '../specification/one-line.js';

/** What a refusal is about, as people name it: an identifier, or what it would be for. */
type Names = readonly string[];

/** How many names a sentence has. */
const MOST_NAMED = 12;

/** The command that would do. */
function command(names: Names): string {
  return `\`/split ${names.join(' ')}\``;
}

/** Longest name in a sentence: a ref can be anything that somebody wrote. */
const LONGEST = 60;

/** The name of something, without anything that a sentence has a meaning for. */
export function nameIn(text: string): string {
  return [...oneLine(text)].slice(0, LONGEST).join('');
}

function listed(names: Names): string {
  const more = names.length > MOST_NAMED ? ` and ${names.length - MOST_NAMED} more` : '';
  return `${names.slice(0, MOST_NAMED).join(', ')}${more}`;
}

/** A subject that does not change. */
export function notProposed(names: Names): string {
  return `This proposal does not change ${listed(names)}.`;
}

/** No subject at all. */
export const NOTHING_NAMED = 'Nothing was named to be split off.';

/** Nothing would be left. */
export const NOTHING_LEFT = 'Nothing would be left of this proposal; close it, or object to it, instead.';

/** Others belong to it. */
export function needsOthers(names: Names, others: Names, why: string): string {
  const what = `${listed(names)} cannot go without ${listed(others)}: ${why}.`;
  const together = [...names, ...others];
  return together.length > MOST_NAMED ? what : `${what} ${command(together)} takes them out together.`;
}

/** Everything belongs to it. */
export function needsAll(names: Names, count: number, why: string): string {
  return `${listed(names)} cannot be split off: ${why}, and all ${count} changes of this proposal hang together.`;
}

/** Nothing helps. */
export function cannotGo(names: Names, why: string): string {
  return `${listed(names)} cannot be split off: ${why}.`;
}

/** Why: an error that the whole does not have. */
export function newError(part: 'rest' | 'alone', message: string): string {
  return `${part === 'rest' ? 'in what remains,' : 'alone,'} ${message.replace(/\.$/, '')}`;
}

/** Why: an object is one thing. */
export function oneObject(kind: 'object-added' | 'object-removed' | 'object-renamed', object: string): string {
  const verb = { 'object-added': 'is new', 'object-removed': 'is removed', 'object-renamed': 'is renamed' }[kind];
  return `the data object ${shown(object)} ${verb} as a whole`;
}

/** Why: columns are of every row. */
export const OTHER_COLUMNS = 'the columns of the spreadsheet change in this proposal, and no row goes without them';

/** Why: a mapping. */
export const MAPPINGS_STAY =
  'files of mappings are not taken apart: propose the mapping by itself, in a branch of its own';

/** Why: the changes would be others. */
export const OTHER_CHANGES = 'apart, they would be other changes than those that were proposed';

/** Why: the text of a file. */
export function notSpliceable(place: string, found: string): string {
  return `in \`${oneLine(place)}\` ${found}`;
}
