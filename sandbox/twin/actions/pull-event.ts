/** Events about a pull request. */
import type { Pull, User } from '../model.js';
import { showPullInEvent } from '../show/pull.js';
import type { Json } from '../show/user.js';
import type { World } from '../world.js';

/** Something that happened to a pull request. */
export interface PullEvent {
  readonly pull: Pull;
  readonly action: string;
  readonly sender: User;
  /** What this action says besides: `before` and `after`, `changes`, `label`. */
  readonly extra?: Json;
}

/** Tells that something happened to a pull request, as it stands now. */
export function pullEvent(world: World, { pull, action, sender, extra }: PullEvent): void {
  const payload = async () => ({ number: pull.number, pull_request: await showPullInEvent(world, pull), ...extra });
  world.deliveries.happened({ event: 'pull_request', action, repo: pull.repo, sender, payload });
}
