/** Labels, whoever sets them and by whatever door. */
import type { Label, Pull, Repo, User } from '../model.js';
import { showLabel } from '../show/pull.js';
import { nextId, now, type World } from '../world.js';
import { pullEvent } from './pull-event.js';

/** The label of a repository by name, whatever its letter case; undefined where there is none. */
export function findLabel(repo: Repo, name: string): Label | undefined {
  return repo.labels.find((label) => label.name.toLowerCase() === name.toLowerCase());
}

/** Labels a pull request; a label that the repository does not have is made, in grey, as GitHub does. */
export function addLabel(world: World, pull: Pull, { name, sender }: { name: string; sender: User }): void {
  const { repo } = pull;
  const label = findLabel(repo, name) ?? { id: nextId(world), name, color: 'ededed', description: null };
  if (!repo.labels.includes(label)) repo.labels.push(label);
  if (pull.labels.includes(label)) return;
  pull.labels.push(label);
  labelEvent(world, pull, { action: 'labeled', label, sender });
}

/** Takes a label off a pull request. */
export function removeLabel(world: World, pull: Pull, { label, sender }: { label: Label; sender: User }): void {
  pull.labels = pull.labels.filter((other) => other !== label);
  labelEvent(world, pull, { action: 'unlabeled', label, sender });
}

function labelEvent(
  world: World,
  pull: Pull,
  { action, label, sender }: { action: string; label: Label; sender: User },
): void {
  pull.updatedAt = now(world);
  pullEvent(world, { pull, action, sender, extra: { label: showLabel(world, pull.repo, label) } });
}
