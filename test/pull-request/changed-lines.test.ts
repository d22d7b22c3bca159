import fc from 'fast-check';
import { changedLines } from '../../src/pull-request/changed-lines.js';

const lines = (text: string) => text.split('');

describe('changed lines', () => {
  it.each([
    ['a line in the middle', 'abc', 'axc', [2]],
    ['a line more', 'abc', 'abbc', [3]],
    ['a line less', 'abc', 'ac', []],
    ['the first and the last', 'abc', 'xby', [1, 3]],
    ['none', 'abc', 'abc', []],
    ['all of a new file', '', 'abc', [1, 2, 3]],
    ['none of a file that is gone', 'abc', '', []],
  ])('are %s', (_, before, after, expected) => {
    expect([...changedLines(lines(before), lines(after))]).toEqual(expected);
  });

  it('are none where two files have nothing in common and much in it', () => {
    const file = (mark: string) => Array.from({ length: 3_000 }, (_, index) => `${mark}${index}`);
    expect(changedLines(file('a'), file('b')).size).toBe(0);
  });

  it('are as many as are needed: without them the rest is the old file, or a part of it', () => {
    const file = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 30 });
    fc.assert(
      fc.property(file, file, (before, after) => {
        const changed = changedLines(before, after);
        const kept = after.filter((_, index) => !changed.has(index + 1));
        let at = 0;
        for (const line of before) if (line === kept[at]) at += 1;
        expect(at).toBe(kept.length);
      }),
    );
  });
});
