/** Puts what is chosen of one revision into the other: the texts of the files that are then other than they were. */

import type { Choice } from './choice.js';
import { graftObject } from './graft-object.js';
import { graftRows } from './graft-rows.js';
import { type Revised, type Texts, textAt } from './revision.js';
import { refusal } from './slots.js';

/** Throws `cannot-splice` where a file is not written so that the chosen parts can be taken out of it. */
export function graft(choice: Choice): Texts {
  const texts = new Map<string, string | null>();
  for (const pair of choice.objects) {
    for (const [path, text] of graftObject(pair, choice)) {
      const object = pair.into ?? pair.from;
      // Two objects in one file: what was put in first would be lost.
      if (object && texts.has(path)) throw refusal(object, '', 0);
      texts.set(path, text);
    }
  }
  for (const part of [graftCodeSets(choice), graftRows(choice)]) for (const [path, text] of part) texts.set(path, text);
  return new Map([...texts].filter(([path, text]) => text !== presentText(choice.into, path)));
}

/** A code set is one subject: its file is taken as a whole. */
function graftCodeSets({ into, from, codeSets }: Choice): Texts {
  const texts = new Map<string, string | null>();
  for (const name of codeSets) {
    const named = ({ specification }: Revised) => specification.codeSets.find((set) => set.name === name)?.file;
    const [there, source] = [named(into), named(from)];
    if (there !== undefined) texts.set(there, null);
    if (source !== undefined) texts.set(source, textAt(from, source));
  }
  return texts;
}

function presentText(revision: Revised, path: string): string | null {
  return revision.files.has(path) ? textAt(revision, path) : null;
}
