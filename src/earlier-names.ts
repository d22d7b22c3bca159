/** The history of names, asked of the repository once for all renamed items. */
import type { Comparison } from './changes/change.js';
import type { NameHistory } from './classification/evidence.js';
import type { Repository, Revision } from './ports.js';
import { earlierNames } from './specification/earlier-names.js';

/** Only renamed items have a history that matters, and only their files are looked up. */
export async function namesBefore(
  repository: Repository,
  base: Revision,
  { changes }: Comparison,
): Promise<NameHistory> {
  const renamed = changes.filter(
    ({ kind, class: changeClass }) => kind === 'item-renamed' && changeClass !== 'cosmetic',
  );
  if (renamed.length === 0) return new Map();
  const texts = await repository.earlierTexts(base, [...new Set(renamed.map(({ file }) => file))]);
  return earlierNames(texts, new Set(renamed.map(({ itemRef }) => itemRef)));
}
