/** What people decided: their type is heard before the evidence and the author, their reason stands before all others. */
import type { Change } from '../changes/change.js';
import type { Decided, Judgement } from '../review.js';
import { oneLine } from '../specification/one-line.js';
import { classify } from './classify.js';
import type { Evidence } from './evidence.js';
import type { Statement } from './statement.js';

/** What was said of a change, by its author and by those who decide. */
export interface Said {
  readonly statements: readonly Statement[];
  readonly decided?: Decided | undefined;
}

/** Judges one change. The weight stays that of the evidence: what readers of the tables must do is no matter of opinion. */
export function judgeChange(change: Change, evidence: Evidence, { statements, decided }: Said): Judgement {
  if (!decided) return classify(change, evidence, statements);
  const { changeType } = decided;
  if (changeType === undefined) return { ...classify(change, evidence, statements), decided };
  return { ...classify(change, evidence, []), changeType, decided };
}

/** A cell of the log is read at a glance; a command can be as long as a comment, 65,536 characters. */
const LONGEST_REASON = 500;
const LONGEST_NAME = 80;

/** `Decided by Olga: a slip of the pen.`: one line without anything that cannot be seen, as long as a cell bears. */
export function decidedSentence({ changeType, reason = '', by }: Decided): string {
  const who = shortened(oneLine(by), LONGEST_NAME);
  const why = shortened(oneLine(reason), LONGEST_REASON);
  if (why === '') return changeType === undefined ? '' : `Decided by ${who}.`;
  const lead = changeType === undefined ? 'Reason given by' : 'Decided by';
  return `${lead} ${who}: ${why}${/[.!?…]$/.test(why) ? '' : '.'}`;
}

function shortened(text: string, longest: number): string {
  const signs = [...text];
  return signs.length > longest ? `${signs.slice(0, longest - 1).join('')}…` : text;
}
