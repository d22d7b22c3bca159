/** What a person has to say because no file can: names that come back, and texts that lose something in bulk. */
import type { Change, ChangeGroup, Comparison, IdentityQuestion } from '../changes/change.js';
import { textPattern } from '../changes/text-pattern.js';
import type { NameHistory } from './evidence.js';

/** As many texts cut at once are a broken export, not an editor's decision. */
export const BULK = 5;

/** Questions about single changes and about groups of them. */
export function doubts({ changes, groups }: Comparison, history: NameHistory): IdentityQuestion[] {
  return [
    ...changes.flatMap((change) => doubtReturn(change, history)),
    ...groups.flatMap((group) => doubtCut(group, changes)),
  ];
}

/** 15 refs of the recorded history went from A to B and back to A: wanted again, or slipped back? */
function doubtReturn(change: Change, history: NameHistory): IdentityQuestion[] {
  const { kind, class: changeClass, itemRef, before, after } = change;
  const returns =
    kind === 'item-renamed' && changeClass !== 'cosmetic' && history.get(itemRef)?.includes(String(after));
  if (!returns) return [];
  return ask(
    change,
    `Which name of ${itemRef} is agreed, \`${String(before)}\` or \`${String(after)}\`? The item was called ` +
      `\`${String(after)}\` before, so either the rename fell back by accident or it is being put right.`,
  );
}

/** Recorded pair 25-26: 126 texts ended where their first line ended, and nobody saw it. */
function doubtCut({ members }: ChangeGroup, changes: readonly Change[]): IdentityQuestion[] {
  const [first] = members.flatMap((member) => changes[member] ?? []);
  const isText = first?.kind === 'item-guidance-changed' || first?.kind === 'item-description-changed';
  if (!first || !isText || members.length < BULK || first.class === 'cosmetic') return [];
  if (textPattern(String(first.before ?? ''), String(first.after ?? '')).how !== 'cut short') return [];
  return ask(
    first,
    `Are ${members.length} texts meant to be cut short? Each keeps one piece of what it said, as after a broken export ` +
      `of the spreadsheet; the first is the ${first.kind === 'item-guidance-changed' ? 'guidance' : 'description'} of \`${first.name}\`.`,
  );
}

function ask({ object, itemRef, file, path }: Change, question: string): IdentityQuestion[] {
  return [{ object, itemRef, question, file, path }];
}
