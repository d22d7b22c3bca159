/** A rename back to a name that the item had before: 15 refs of the recorded history went from A to B and back to A. */
import type { Change, IdentityQuestion } from '../changes/change.js';
import type { NameHistory } from './evidence.js';

/** Nobody can tell from the files whether the old name is wanted again or slipped back, so a person is asked. */
export function revertQuestions(changes: readonly Change[], history: NameHistory): IdentityQuestion[] {
  return changes.flatMap(({ kind, class: changeClass, object, itemRef, before, after, file, path }) => {
    const reverts =
      kind === 'item-renamed' && changeClass !== 'cosmetic' && history.get(itemRef)?.includes(String(after));
    if (!reverts) return [];
    const question =
      `Which name of ${itemRef} is agreed, \`${String(before)}\` or \`${String(after)}\`? The item was called ` +
      `\`${String(after)}\` before, so either the rename fell back by accident or it is being put right.`;
    return [{ object, itemRef, question, file, path }];
  });
}
