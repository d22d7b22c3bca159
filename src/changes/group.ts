/** Changes with the same pattern form one group; a change stands in one group at the most. */
import type { Change, ChangeGroup } from './change.js';
import { type Pattern, type PatternContext, patternOf } from './patterns.js';

/** Groups of two or more, in order of their first member. */
export function groupChanges(changes: readonly Change[]): ChangeGroup[] {
  const context = contextOf(changes);
  const found = new Map<string, { pattern: Pattern; members: number[] }>();
  changes.forEach((change, index) => {
    const pattern = patternOf(change, context);
    if (!pattern) return;
    const group = found.get(pattern.key);
    if (group) group.members.push(index);
    else found.set(pattern.key, { pattern, members: [index] });
  });
  return [...found.values()]
    .filter(({ members }) => members.length > 1)
    .map(({ pattern, members }, index) => ({
      id: `g${index + 1}`,
      kind: (changes[members[0] ?? 0] as Change).kind,
      title: pattern.title,
      members,
    }));
}

function contextOf(changes: readonly Change[]): PatternContext {
  const objects = (kind: Change['kind']) => new Set(changes.filter((c) => c.kind === kind).map((c) => c.object));
  const renames = changes
    .filter((change) => change.kind === 'item-renamed' || change.kind === 'item-moved')
    .map(
      ({ was, object, name, itemRef }) =>
        [`${was?.object}.${was?.name}`, { to: `${object}.${name}`, itemRef }] as const,
    );
  return {
    addedObjects: objects('object-added'),
    removedObjects: objects('object-removed'),
    renames: new Map(renames),
  };
}
