/** The content of a merge group against the approvals of the pull requests that are in it, as they stand now. */
import type { ApprovalState } from '../approval/approval-state.js';
import { decisionsFile, readEntries } from '../approval/log.js';
import { notAgreedInGroup } from '../approval/merge-group.js';
import { shownIn, unitsShown } from '../approval/shown.js';
import { contentKey, type Unit } from '../approval/unit.js';
import { StewardError } from '../errors.js';
import type { Forge, PullRequest } from '../forge.js';
import { REGISTER_BRANCH } from '../register/register.js';
import { textOf } from '../specification/source-file.js';
import { unitsIn } from './decisions.js';
import { derive } from './derive.js';
import type { GroupState } from './merge-group.js';
import { readRegisterState } from './read-register.js';
import type { Surrounding } from './surrounding.js';

/**
 * The units of the group that somebody has to agree to and nobody has. Which pull requests are in a group GitHub does
 * not tell, and a squash keeps none of their commits, so content is found by content.
 */
export async function notAgreed(forge: Forge, group: GroupState, surrounding: Surrounding): Promise<readonly Unit[]> {
  const asked = askedIn(group, surrounding);
  if (asked.length === 0) return [];
  const states: ApprovalState[] = [];
  for (const number of await pullsWith(forge, asked)) {
    const state = await approvalOf(forge, await forge.pull(number), surrounding);
    if (state) states.push(state);
  }
  return notAgreedInGroup(asked, states, group.config.approval);
}

/** The units of the group that the policy asks anybody about. */
export function askedIn({ config, result }: GroupState, { hash }: Pick<Surrounding, 'hash'>): readonly Unit[] {
  return notAgreedInGroup(unitsIn(result.review, { config, hash, given: new Map() }), [], config.approval);
}

/** Open pull requests that were last shown any of the units. */
async function pullsWith(forge: Forge, units: readonly Unit[]): Promise<readonly number[]> {
  const { commit } = await readRegisterState(forge);
  if (commit === '') return [];
  const numbers = new Map((await forge.openPulls()).map(({ number }) => [decisionsFile(number), number]));
  const files = await forge.repository.readFiles({ name: REGISTER_BRANCH, commit }, [...numbers.keys()]);
  const wanted = new Set(units.map(contentKey));
  return files.flatMap((file) => {
    const entries = readEntries(file.path, textOf(file));
    const last = shownIn(entries).at(-1);
    const shown = last ? unitsShown(entries, last.number) : [];
    const number = numbers.get(file.path);
    return number !== undefined && shown.some((unit) => wanted.has(contentKey(unit))) ? [number] : [];
  });
}

/** How one stands now; null where that cannot be told, and then it agrees to nothing. */
async function approvalOf(forge: Forge, pull: PullRequest, surrounding: Surrounding): Promise<ApprovalState | null> {
  try {
    const options = { pushRefused: false, restoreEdited: false };
    return (await derive(forge, pull, { ...options, ...surrounding })).decisions.approval;
  } catch (error) {
    if (error instanceof StewardError) return null;
    throw error;
  }
}
