/** What needs a person: errors and what caused them, changes that must go back, questions, types that are open. */
import type { JudgedChange, Review } from '../review.js';
import type { Finding } from '../specification/finding.js';
import { aloneLine, changeLine } from './change-lines.js';
import { findingLine } from './finding-lines.js';
import { blockedNote, CAUSED_BY, crowdSentence, DECISION_TITLES, FOR_EXAMPLE } from './messages.js';
import { EXAMPLES, examplesOf, type Line, lineOf, type Part, partOf } from './parts.js';
import { joined, marked, name, type Phrase, say, words } from './phrase.js';
import { grouped } from './tally.js';

/** The parts in the order in which a person should take them up; none where nothing is open. */
export function decisionParts({ changes, findings, questions }: Review): Part[] {
  const errors = findings.filter(({ severity }) => severity === 'error');
  const causes = causesOf(changes);
  const known = new Set(errors.flatMap((error) => causes.get(causeKey(error.rule, error)) ?? []));
  const real = changes.filter((change) => change.class !== 'cosmetic');
  const lines: Record<keyof typeof DECISION_TITLES, readonly Line[]> = {
    errors: errors.map((error) => errorLine(error, causes.get(causeKey(error.rule, error)) ?? [])),
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

/** Blocked changes by the rule that blocks them and the item they change. */
function causesOf(changes: readonly JudgedChange[]): Map<string, JudgedChange[]> {
  const pairs = changes.flatMap((change) => change.blockedBy.map((rule) => ({ rule, change })));
  const byKey = grouped(pairs, ({ rule, change }) => causeKey(rule, change));
  return new Map([...byKey].map(([key, found]) => [key, found.map(({ change }) => change)]));
}

function causeKey(rule: string, { object, itemRef }: { readonly object: string; readonly itemRef: string }): string {
  return JSON.stringify([rule, object, itemRef]);
}

function errorLine(error: Finding, causes: readonly JudgedChange[]): Line {
  const line = findingLine(error);
  const sentences = causes.slice(0, EXAMPLES).map((change) => sentenceAlone(aloneLine(change)));
  return { ...line, notes: [...line.notes, ...sentences.map((sentence) => say`${CAUSED_BY} ${sentence}`)] };
}

function blockedLine(change: JudgedChange): Line {
  return { ...aloneLine(change), notes: [blockedNote(change.blockedBy)] };
}

function sentenceAlone({ subject, sentence }: Line): Phrase {
  return joined(
    [subject, sentence].filter((phrase) => phrase.length > 0),
    ': ',
  );
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
