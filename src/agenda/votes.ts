/** Who has voted and who has not, by organisation: what a meeting goes through. */
import type { ApprovalState, UnitState } from '../approval/approval-state.js';
import type { Member } from '../approval/roll.js';
import { grouped } from '../report/tally.js';

/** A voice, and what it agreed to. */
export interface Voice {
  readonly name: string;
  /** Units that it agreed to, of those that somebody is asked about. */
  readonly agreed: readonly string[];
  /** Day of the meeting in which it was said; `''` where it was said on the pull request. */
  readonly meeting: string;
}

/** What one organisation has said, and who of it could still bring the proposal nearer. */
export interface OrganisationVote {
  readonly organisation: string;
  readonly voices: readonly Voice[];
  readonly objectors: readonly string[];
  /** Names of those whose word is still wanted. */
  readonly wanted: readonly string[];
  /** CMS that is missing and that somebody of it speaks for. */
  readonly cms: readonly string[];
}

/** One row an organisation of the policy, also where it has not said anything and nothing is wanted of it. */
export function votesOf({ units, objections }: ApprovalState, roll: readonly Member[]): readonly OrganisationVote[] {
  const asked = units.filter(({ isAsked }) => isAsked);
  const open = asked.filter(({ isMet }) => !isMet);
  const missing = new Set(open.flatMap(({ lacking }) => lacking.cms));
  return [...grouped(roll, ({ organisation }) => organisation)].map(([organisation, members]) => {
    const wanted = members.filter((member) => open.some(({ deciders }) => deciders.includes(member)));
    const own = new Set(members.map(({ name }) => name));
    const objectors = objections.flatMap(({ entry }) => entry.who?.name ?? []).filter((name) => own.has(name));
    return {
      organisation,
      voices: voicesOf(organisation, asked),
      objectors: [...new Set(objectors)],
      wanted: wanted.map(({ name }) => name),
      cms: [...missing].filter((cms) => wanted.some(({ speaksFor }) => speaksFor.includes(cms))).sort(),
    };
  });
}

function voicesOf(organisation: string, asked: readonly UnitState[]): readonly Voice[] {
  const found = new Map<string, { name: string; agreed: string[]; meeting: string }>();
  for (const { unit, counted } of asked) {
    for (const { voice, name, organisation: own, approved } of counted) {
      if (own !== organisation) continue;
      const known = found.get(voice) ?? { name, agreed: [], meeting: '' };
      known.agreed.push(unit.id);
      if (approved.entry.kind === 'minute') known.meeting = approved.entry.minuted.meeting;
      found.set(voice, known);
    }
  }
  return [...found.values()];
}
