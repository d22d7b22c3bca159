/** The history of an item as a report. */
import type { PlainOutline } from '../report/outline.js';
import { lineOf, type Part, partOf, untitled } from '../report/parts.js';
import type { PastChange, PastWord, ProposedChange } from './history.js';
import {
  changeSummary,
  changeTitle,
  historyHeadline,
  NOTHING_SAID,
  pastSentence,
  proposedTitle,
  readFrom,
  wordsNote,
} from './record-sentences.js';

/** What was found of an item or an identifier, and where. */
export interface Past {
  readonly wanted: string;
  readonly changes: readonly PastChange[];
  readonly proposed: readonly ProposedChange[];
  /** Name of the revision whose change log was read. */
  readonly revision: string;
  /** Name of the revision of the register; null where there is none. */
  readonly register: string | null;
}

/** One section a change: what the log says of it, then every word of the record. */
export function historyOutline({ wanted, changes, proposed, revision, register }: Past): PlainOutline {
  const all = [...proposed, ...changes];
  return {
    mark: '✔',
    verdict: 'fine',
    headline: historyHeadline(wanted, all.length, all.filter(({ said }) => said.length > 0).length),
    about: readFrom(revision, register),
    sections: [
      ...proposed.map((change) => ({ title: proposedTitle(change), summary: [], parts: saidParts(change.said) })),
      ...changes.map((change) => ({
        title: changeTitle(change),
        summary: changeSummary(change),
        parts: saidParts(change.said),
      })),
    ],
  };
}

function saidParts(said: readonly PastWord[]): readonly Part[] {
  if (said.length === 0) return untitled([NOTHING_SAID]);
  const lines = said.map((word) => {
    const note = wordsNote(word);
    return lineOf({ sentence: pastSentence(word), notes: note.length > 0 ? [note] : [] });
  });
  return [partOf({ lines })];
}
