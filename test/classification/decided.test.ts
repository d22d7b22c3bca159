/** What people decide is heard before the evidence and the author, and told with their name. */
import { decidedSentence, judgeChange } from '../../src/classification/decided.js';
import { readStatements } from '../../src/classification/statement.js';
import { changeLine } from '../../src/report/change-lines.js';
import { markdownText } from '../../src/report/defuse.js';
import { plain } from '../../src/report/phrase.js';
import type { Decided } from '../../src/review.js';
import type { DataItem } from '../../src/specification/model.js';
import { aChange } from '../report/build.js';
import { evidence, people, sex } from './build.js';

const TYPES = ['bug', 'new feature', 'change'];
const EVIDENCE = 'The item holds more than before; nothing is lost.';

/** The judgement of one change, with what was said of it. */
function judged(
  decided: Decided | undefined,
  { text = '', after = { size: 2 } }: { text?: string; after?: Partial<DataItem> } = {},
) {
  const { changes, known } = evidence(people(sex()), people(sex(after)));
  const [change] = changes;
  if (!change) throw new Error('nothing differs');
  return judgeChange(change, known, { statements: readStatements(text, TYPES), decided });
}

describe('a decided type', () => {
  const olga: Decided = { changeType: 'bug', reason: 'The size was a slip', by: 'Olga' };

  test('wins over the evidence; the weight and the reason of the evidence stay', () => {
    expect(judged(olga)).toMatchObject({ changeType: 'bug', weight: 'minor', stated: false, reason: EVIDENCE });
  });

  test('wins over the author, and leaves no doubt to settle', () => {
    const text = 'Change-Type: new feature';
    expect(judged(undefined, { text })).toMatchObject({ changeType: 'new feature', stated: true });
    expect(judged(undefined, { text }).doubt).not.toBe('');
    expect(judged(olga, { text })).toMatchObject({ changeType: 'bug', stated: false, doubt: '', reason: EVIDENCE });
  });

  test('is told with who decided and why, before the evidence', () => {
    const line = changeLine(aChange({ kind: 'item-type-changed', ...judged(olga) }));
    expect(plain(line.reason)).toBe(`Decided by Olga: The size was a slip. ${EVIDENCE}`);
    expect(line.tags).toContain('bug (decided)');
  });

  test('may come without a reason', () => {
    const line = changeLine(aChange({ kind: 'item-type-changed', ...judged({ changeType: 'bug', by: 'Olga' }) }));
    expect(plain(line.reason)).toBe(`Decided by Olga. ${EVIDENCE}`);
  });
});

describe('a reason alone', () => {
  const reason: Decided = { reason: 'Ofsted asks for it.', by: 'Sam' };

  test('leaves type, statement and doubt as they are', () => {
    const text = 'Change-Type: bug';
    const { decided, ...rest } = judged(reason, { text });
    expect(decided).toEqual(reason);
    expect(rest).toEqual(judged(undefined, { text }));
  });

  test('is told with who gave it', () => {
    const line = changeLine(aChange({ kind: 'item-type-changed', ...judged(reason) }));
    expect(plain(line.reason)).toBe(`Reason given by Sam: Ofsted asks for it. ${EVIDENCE}`);
    expect(line.tags).toContain('change');
  });
});

describe('the sentence is harmless in a cell', () => {
  const said = (reason: string, by = 'Olga') => decidedSentence({ changeType: 'bug', reason, by });

  test.each([
    ['several lines', 'a\r\nb\n\nc', 'Decided by Olga: a b c.'],
    ['what cannot be seen', 'a\u202Eb\u0000c\u200Bd\ud800e', 'Decided by Olga: a b c d e.'],
    ['a formula', '=HYPERLINK("x")', 'Decided by Olga: =HYPERLINK("x").'],
    ['our marks', 'see `pers_sex`', 'Decided by Olga: see pers_sex.'],
    ['its own end', 'Why not?', 'Decided by Olga: Why not?'],
    ['nothing but blanks', ' \n ', 'Decided by Olga.'],
  ])('%s', (_, reason, sentence) => {
    expect(said(reason)).toBe(sentence);
  });

  test('as long as a cell bears, cut between two signs', () => {
    const sentence = said('😀'.repeat(60_000), 'n'.repeat(300));
    expect([...sentence].length).toBeLessThan(620);
    expect(sentence).not.toMatch(/\p{Cs}/u);
    expect(sentence.endsWith('😀…')).toBe(true);
  });

  test('and on GitHub nobody is notified by it', () => {
    expect(markdownText(said('ask @org/everyone, closes #1'))).not.toMatch(/@org|#1/);
  });

  test('nothing said is no sentence', () => {
    expect(decidedSentence({ by: 'Olga' })).toBe('');
  });
});
