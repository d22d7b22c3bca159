import { matchObjects } from '../../src/changes/match-objects.js';
import { object } from '../fakes/specification.js';

/** An object whose items have these refs. */
function withRefs(name: string, ...refs: string[]) {
  return object(
    name,
    refs.map((ref, index) => ({ ref, name: `item_${index}` })),
  );
}

function pairs(base: Parameters<typeof matchObjects>[0], head: Parameters<typeof matchObjects>[0]): string[] {
  return matchObjects(base, head).map((pair) => `${pair.base?.name ?? '-'} > ${pair.head?.name ?? '-'}`);
}

test('one name is one object, whatever its items', () => {
  expect(pairs([withRefs('a', 'A1')], [withRefs('a', 'B1')])).toEqual(['a > a']);
});

test.each([
  ['all', ['A1', 'A2'], ['A1', 'A2'], ['a > b']],
  ['more than half', ['A1', 'A2', 'A3'], ['A1', 'A2', 'B3'], ['a > b']],
  ['just half', ['A1', 'A2'], ['A1', 'B2'], ['a > -', '- > b']],
  ['most of its own, but few of a far larger one', ['A1'], ['A1', 'B1', 'B2'], ['a > -', '- > b']],
  ['none', ['A1'], ['B1'], ['a > -', '- > b']],
  ['only blank refs', ['', ''], ['', ''], ['a > -', '- > b']],
])('a name gone and a name new are one object when they share %s of the refs', (_, from, to, expected) => {
  expect(pairs([withRefs('a', ...from)], [withRefs('b', ...to)])).toEqual(expected);
});

test('of several candidates the one with most shared refs', () => {
  const head = [withRefs('b', 'A1', 'A2', 'A3', 'B4'), withRefs('c', 'A1', 'A2', 'A3', 'A4')];
  expect(pairs([withRefs('a', 'A1', 'A2', 'A3', 'A4')], head)).toEqual(['a > c', '- > b']);
});

test('a candidate is taken once', () => {
  const head = [withRefs('new', 'A1', 'A2')];
  expect(pairs([withRefs('one', 'A1', 'A2'), withRefs('two', 'A1', 'A2')], head)).toEqual(['one > new', 'two > -']);
});

test('an object whose name stays is no candidate, though it has the refs', () => {
  const head = [withRefs('kept', 'A1', 'A2')];
  expect(pairs([withRefs('gone', 'A1', 'A2'), withRefs('kept', 'A1')], head)).toEqual(['gone > -', 'kept > kept']);
});

test('objects of one name are paired in their order, and none is lost', () => {
  const [first, second] = [withRefs('a', 'A1'), withRefs('a', 'B1')];
  expect(matchObjects([first], [first, second])).toEqual([
    { base: first, head: first },
    { base: null, head: second },
  ]);
  expect(matchObjects([first, second], [second])).toEqual([
    { base: first, head: second },
    { base: second, head: null },
  ]);
});
