import fc from 'fast-check';
import { followedLine, suggested } from '../../sandbox/suggestion.js';

const TEXT = 'one\ntwo\nthree\n';

describe('suggested', () => {
  it.each([
    ['puts a line in the place of another', '```suggestion\nTWO\n```', 'one\nTWO\nthree\n'],
    ['puts several', 'why\n\n```suggestion\nTWO\nand\n```\n', 'one\nTWO\nand\nthree\n'],
    ['takes a line out', '```suggestion\n```', 'one\nthree\n'],
    ['leaves an empty line', '```suggestion\n\n```', 'one\n\nthree\n'],
    ['knows longer fences', '````suggestion\n```\n````', 'one\n```\nthree\n'],
    ['does nothing without a suggestion', '```diff\nTWO\n```', TEXT],
    ['does nothing with one that never ends', '```suggestion\nTWO', TEXT],
  ])('%s', (_, body, after) => {
    expect(suggested(TEXT, { line: 2, body })).toBe(after);
  });
});

describe('followedLine', () => {
  it.each([
    ['stays where nothing changed', TEXT, 2],
    ['moves down with its text', 'zero\none\ntwo\nthree\n', 3],
    ['moves up with its text', 'two\nthree\n', 1],
    ['is lost where it was changed', 'one\nTWO\nthree\n', null],
    ['is lost where it was taken away', 'one\nthree\n', null],
    ['is lost with its file', '', null],
  ])('%s', (_, after, line) => {
    expect(followedLine(2, TEXT, after)).toBe(line);
  });

  it('knows no line that never was', () => {
    expect(followedLine(9, TEXT, TEXT)).toBeNull();
    expect(followedLine(0, TEXT, TEXT)).toBeNull();
  });

  it('leads to the same text', () => {
    const lines = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 12 });
    fc.assert(
      fc.property(lines, lines, fc.integer({ min: 1, max: 12 }), (before, after, line) => {
        const now = followedLine(line, before.join('\n'), after.join('\n'));
        if (now !== null) expect(after.join('\n').split('\n')[now - 1]).toBe(before.join('\n').split('\n')[line - 1]);
      }),
    );
  });
});
