import { movedPositions } from '../../src/changes/moved-items.js';
import { similarity } from '../../src/changes/similarity.js';
import { isCutAtLineBreak, type TextPattern, textPattern } from '../../src/changes/text-pattern.js';

describe('how one text became another', () => {
  test.each<[before: string, after: string, pattern: TextPattern]>([
    ['', 'words', { how: 'filled' }],
    ['  ', 'words', { how: 'filled' }],
    ['words', ' ', { how: 'emptied' }],
    ['words', 'First. words', { how: 'gains', text: 'First.' }],
    ['words', 'words. More', { how: 'gains', text: '. More' }],
    ['First. words', 'words', { how: 'loses', text: 'First.' }],
    ['one two three', 'two', { how: 'cut short' }],
    ['one two', 'one', { how: 'cut short' }],
    ['one two', 'three four', { how: 'rewritten' }],
    ['(an opening of twenty letters) one', 'two', { how: 'loses', text: '(an opening of twenty letters)' }],
    ['one', '[an opening of twenty letters] two', { how: 'gains', text: '[an opening of twenty letters]' }],
    ['(short) one', 'two', { how: 'rewritten' }],
    ['[an opening of twenty letters] one', '[an opening of twenty letters] two', { how: 'rewritten' }],
  ])('%j becomes %j', (before, after, pattern) => {
    expect(textPattern(before, after)).toEqual(pattern);
  });

  test.each([
    ['one\ntwo', 'one', true],
    ['one\r\ntwo', 'one', true],
    ['one \ntwo', 'one', true],
    ['one\ntwo', 'one\ntwo', false],
    ['one\ntwo', 'on', false],
    ['one two', 'one', false],
    ['one\n', 'one', false],
  ])('%j becomes %j: cut at its first line break? %p', (before, after, cut) => {
    expect(isCutAtLineBreak(before, after)).toBe(cut);
  });
});

describe('how alike two texts are', () => {
  test.each([
    ['the same', 'the same', 1],
    ['The same!', 'the  SAME', 1],
    ['', '', 1],
    ['!', '?', 1],
    ['', 'a', 0],
    ['a', 'a', 1],
    ['ab', 'cd', 0],
    ['abcd', 'abxy', 1 / 3],
    ['aaaa', 'aa', 0.5],
  ])('%j and %j', (a, b, expected) => {
    expect(similarity(a, b)).toBeCloseTo(expected, 10);
    expect(similarity(b, a)).toBeCloseTo(expected, 10);
  });
});

describe('which items moved', () => {
  test.each([
    [[], []],
    [[0, 1, 2], []],
    [[1, 2, 0], [2]],
    [[2, 0, 1], [0]],
    [
      [2, 1, 0],
      [0, 1],
    ],
    [[3, 7, 9], []],
  ])('%j: %j', (order, moved) => {
    expect(movedPositions(order)).toEqual(moved);
  });
});
