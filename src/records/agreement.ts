/**
 * The last sentence of an agreed row's notes: where its decision stands, for whoever reads the log or CHANGELOG.md.
 * The metadata blocks leave it out: they tell why an item changed, and would all be written anew at every merge.
 */

/** Where a decision stands, and when it took effect. */
export interface Agreement {
  /** Path of the decisions on the register's branch: `decisions/pull-request-12.jsonl`. */
  readonly reference: string;
  /** `yyyy-mm-dd`. */
  readonly date: string;
}

const SENTENCE = /(?:^| )Agreed on \d{2}\/\d{2}\/\d{4} \([^()]+\)\.$/;

/** The notes with the agreement in place of any earlier one; the date is written as the log writes dates. */
export function withAgreement(notes: string, { reference, date }: Agreement): string {
  const day = date.split('-').reverse().join('/');
  const rest = withoutAgreement(notes);
  return `${rest}${rest === '' ? '' : ' '}Agreed on ${day} (${reference}).`;
}

/** The notes as they were before the change was agreed to. */
export function withoutAgreement(notes: string): string {
  return notes.replace(SENTENCE, '');
}
