/** Where the commits of a pull request go, and who pushes them there. */
import { PEOPLE } from './cast.js';
import { REPOSITORY } from './sandbox.js';
import { notFound } from './twin/refusal.js';
import type { Twin } from './twin/twin.js';
import { fullName } from './twin/world.js';

/** The head of a pull request. */
export interface Head {
  /** `owner/name`. */
  readonly repository: string;
  readonly branch: string;
  /** The contributor, or the owner of the fork. */
  readonly login: string;
}

/** Throws 404 where there is no such pull request or its fork is gone. */
export function headOf(twin: Twin, number: number): Head {
  const { head } = twin.pull(REPOSITORY, number);
  const repository = fullName(head.repo ?? notFound('the fork is gone'));
  return { repository, branch: head.ref, login: repository === REPOSITORY ? PEOPLE.contributor : head.owner.login };
}
