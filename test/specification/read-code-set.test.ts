/** Code set files: lists of texts and of `{value, description}`, with or without a name above them. */
import { problemsOf, readAs } from './build.js';

const codesOf = (text: string) =>
  readAs('code set', text).codeSets.flatMap(({ values }) =>
    values.map(({ value, description, path }) => [value, description, path]),
  );

test('the name is that of the file', () => {
  expect(readAs('code set', '- a\n').codeSets).toMatchObject([
    { name: 'sex', file: 'spec/categories/sex.yml', path: [] },
  ]);
});

test.each([
  [
    '- F\n- M\n',
    [
      ['F', '', [0]],
      ['M', '', [1]],
    ],
  ],
  ['- value: F\n  description: Female\n', [['F', 'Female', [0]]]],
  [
    'sex:\n- value: F\n- M\n',
    [
      ['F', '', ['sex', 0]],
      ['M', '', ['sex', 1]],
    ],
  ],
  ['- value: ~\n  description: null\n', [['', '', [0]]]],
  [
    '-\n- ""\n',
    [
      ['', '', [0]],
      ['', '', [1]],
    ],
  ],
  [
    '- 0777\n- 1e3\n',
    [
      ['0777', '', [0]],
      ['1e3', '', [1]],
    ],
  ],
  ['[]\n', []],
])('%j', (text, codes) => {
  expect(codesOf(text)).toEqual(codes);
  expect(problemsOf('code set', text)).toEqual([]);
});

test.each(['yes', 'No', 'ON', 'off', 'y', 'N', 'true', 'False'])('an unquoted %s is a boolean to others', (word) => {
  const trapOf = (text: string) => readAs('code set', text).codeSets[0]?.values[0]?.booleanTrap;
  expect([
    trapOf(`- ${word}\n`),
    trapOf(`- value: ${word}\n`),
    trapOf(`- "${word}"\n`),
    trapOf(`- ${word}x\n`),
  ]).toEqual([true, true, false, false]);
});

test('keys beyond value and description are named, those of a prototype among them', () => {
  const text = '- value: a\n  order: 1\n- value: b\n  order: 2\n  __proto__: x\n- c\n';
  expect(readAs('code set', text).codeSets[0]?.extraKeys).toEqual(['order', '__proto__']);
});

const list = ['a code set is no list', 'a list of codes, each a text or `value` and `description`'] as const;
const code = ['a code has no `value` that is a text', 'a text, or `value` and `description`'] as const;

test.each([
  ['', ['1:1'], ...list],
  ['# none\n', ['1:1'], ...list],
  ['sex\n', ['1:1'], ...list],
  ['sex: F\n', ['1:1'], ...list],
  ['a: [x]\nb: [y]\n', ['1:1'], ...list],
  ['{}\n', ['1:1'], ...list],
  ['- [a]\n', ['1:3'], ...code],
  ['- a\n- {}\n- value: [x]\n- value: x\n  description: {}\n', ['2:3', '3:3', '4:3'], ...code],
  ['sex:\n  - description: no value\n', ['2:5'], ...code],
])('%j is told at %j', (text, places, message, expected) => {
  expect(problemsOf('code set', text)).toEqual(
    places.map((at) => ({ code: 'wrong-shape', at, message, expected, severity: 'error' })),
  );
});
