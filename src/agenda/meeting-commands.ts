/** The comments with which a secretary minutes a meeting, ready to be copied. */
import { type ApprovalState, PASSING, type UnitState } from '../approval/approval-state.js';
import type { Member } from '../approval/roll.js';

/** Who can be minuted, and when they meet. */
export interface Meeting {
  readonly roll: readonly Member[];
  /** `yyyy-mm-dd`, or what stands in its place until the day is known. */
  readonly meeting: string;
}

/** Stands where the secretary writes. */
export const REASON = 'REASON';

/** Nothing where nobody is asked any more, or nobody can be asked yet. */
export function meetingCommands(approval: ApprovalState, { roll, meeting }: Meeting): readonly string[] {
  const { units, state, objections, hold } = approval;
  if (PASSING.includes(state) || state === 'not-ready' || state === 'no-policy') return [];
  const all = idsOf(units);
  const asked = units.filter(({ isAsked }) => isAsked);
  const open = asked.filter(({ isMet }) => !isMet);
  const names = organisationsWanted(open, roll);
  const objected = new Set(objections.map(({ covered }) => covered.id));
  const contested = rangesOf([...objected], all);
  return [
    // What nobody is asked about may lie between: to agree to that as well asks for nothing more.
    ...(names.length > 0
      ? [`/minute approve ${rangesOf(idsOf(open), idsOf(asked))} by "${names.join(', ')}" meeting ${meeting}`]
      : []),
    ...(contested === '' ? [] : [`/resolve ${contested}`]),
    ...(contested === '' || objected.size >= all.length ? [] : [`/split ${contested}`]),
    hold ? '/unhold' : `/hold ${REASON}`,
  ];
}

function idsOf(states: readonly UnitState[]): readonly string[] {
  return states.map(({ unit }) => unit.id);
}

/**
 * Organisations whose word would count: where one of its people counts already, the organisation is no further voice.
 * A name with a comma or quotation marks cannot be said.
 */
function organisationsWanted(open: readonly UnitState[], roll: readonly Member[]): readonly string[] {
  const wanted = new Set(
    open.flatMap(({ deciders, counted }) => {
      const heard = new Set(counted.map(({ organisation }) => organisation));
      return deciders.map(({ organisation }) => organisation).filter((own) => !heard.has(own));
    }),
  );
  const inOrder = [...new Set(roll.map(({ organisation }) => organisation))];
  return inOrder.filter((name) => wanted.has(name) && !/[",\u201c\u201d\u201e]/u.test(name));
}

/**
 * `SSD-0028..0040, SSD-0042`: the identifiers as a command takes them. A range stands only for what is meant: wherever
 * another identifier of the proposal lies between two of them, they are two.
 */
export function rangesOf(wanted: readonly string[], all: readonly string[]): string {
  const meant = new Set(wanted);
  const runs: string[][] = [];
  let last: string[] | null = null;
  for (const id of [...new Set(all)].sort(byNumber)) {
    if (!meant.has(id)) last = null;
    else if (last && prefixOf(last[0] ?? '') === prefixOf(id) && prefixOf(id) !== '') last.push(id);
    else {
      last = [id];
      runs.push(last);
    }
  }
  return runs.map(runText).join(', ');
}

function runText(run: readonly string[]): string {
  const [first = '', ...others] = run;
  const end = others.at(-1);
  if (end === undefined) return first;
  return others.length === 1 ? `${first}, ${end}` : `${first}..${end.slice(prefixOf(end).length)}`;
}

/** `SSD-` of `SSD-0031`; a ref has none, so that refs never make a range. */
function prefixOf(id: string): string {
  return /^(.*?-)\d{1,9}$/.exec(id)?.[1] ?? '';
}

/** Orders identifiers by their numbers, which outgrow their digits. */
export function byNumber(a: string, b: string): number {
  const [one, other] = [prefixOf(a), prefixOf(b)];
  if (one !== other || one === '') return a < b ? -1 : a > b ? 1 : 0;
  return Number(a.slice(one.length)) - Number(b.slice(other.length));
}
