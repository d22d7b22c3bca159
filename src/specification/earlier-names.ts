/** Names that data items had in earlier contents of their files. */
import { readObjects } from './read-object.js';
import { readTree } from './yaml-tree.js';

/** Names by ref, each once, in the order of the texts; texts that cannot be read say nothing. */
export function earlierNames(texts: readonly string[], refs: ReadonlySet<string>): Map<string, string[]> {
  const names = new Map<string, string[]>();
  for (const text of texts) {
    const items = readObjects('', readTree(text).root, () => undefined).flatMap((object) => object.items);
    for (const { ref, name } of items) {
      if (!refs.has(ref)) continue;
      const known = names.get(ref) ?? [];
      if (!known.includes(name)) names.set(ref, [...known, name]);
    }
  }
  return names;
}
