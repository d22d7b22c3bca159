/** What needs a person: errors and what caused them, changes that must go back, questions, types that are open. */
import type { JudgedChange, Review } from '../review.js';
import { aloneLine, changeLine } from './change-lines.js';
import { errorLines } from './error-lines.js';
import { blockedNote, crowdSentence, DECISION_TITLES, FOR_EXAMPLE } from './messages.js';
import { EXAMPLES, examplesOf, type Line, lineOf, type Part, partOf } from './parts.js';
import { marked, name, say, words } from './phrase.js';
import { grouped } from './tally.js';

/** The parts in the order in which a person should take them up; none where nothing is open. */
export function decisionParts({ changes, findings, questions }: Review): Part[] {
  const errors = findings.filter(({ severity }) => severity === 'error');
  const { lines: mend, causes: known } = errorLines(errors, changes);
  const real = changes.filter((change) => change.class !== 'cosmetic');
  const lines: Record<keyof typeof DECISION_TITLES, readonly Line[]> = {
    errors: mend,
    blocked: changes.filter((change) => change.blockedBy.length > 0 && !known.has(change)).map(blockedLine),
    questions: questions.map(({ file, question }) => lineOf({ subject: name(file), sentence: marked(question) })),
    undecided: openLines(
      real.filter(({ changeType }) => changeType === 'undecided'),
      ({ reason }) => reason,
    ),
    doubted: openLines(
      real.filter(({ doubt }) => doubt !== ''),
      ({ doubt }) => doubt,
    ),
  };
  return (Object.keys(DECISION_TITLES) as (keyof typeof DECISION_TITLES)[])
    .filter((part) => lines[part].length > 0)
    .map((part) => partOf({ title: words(DECISION_TITLES[part]), lines: lines[part] }));
}

function blockedLine(change: JudgedChange): Line {
  return { ...aloneLine(change), notes: [blockedNote(change.blockedBy)] };
}

/** One line a change; many that are open for one reason are one line with examples. */
function openLines(changes: readonly JudgedChange[], whyOf: (change: JudgedChange) => string): Line[] {
  return [...grouped(changes, whyOf)].flatMap(([why, same]) => {
    const note = marked(why);
    if (same.length <= EXAMPLES) return same.map((change) => ({ ...aloneLine(change), notes: [note] }));
    const examples = say`${FOR_EXAMPLE} ${examplesOf(same.map(changeLine))}`;
    return [lineOf({ sentence: crowdSentence(same.length, note), notes: [examples] })];
  });
}
