/** `relationships.yml`: rows, and what is no row. */
import { problemsOf, readAs } from './build.js';

test('a row has its five texts; what is not there is blank', () => {
  const text = [
    'relationships:',
    '- parent_object: ssd_person',
    '  parent_key: pers_person_id',
    '  child_object: ssd_address',
    '  child_key: addr_person_id',
    '  relation: 1:M',
    '- parent_object: ~',
    '',
  ].join('\n');
  const file = 'spec/relationships.yml';
  expect(readAs('relationships', text).relationships).toEqual([
    {
      file,
      path: ['relationships', 0],
      parentObject: 'ssd_person',
      parentKey: 'pers_person_id',
      childObject: 'ssd_address',
      childKey: 'addr_person_id',
      relation: '1:M',
    },
    { file, path: ['relationships', 1], parentObject: '', parentKey: '', childObject: '', childKey: '', relation: '' },
  ]);
});

test.each(['', '# none\n', '---\n', '~\n', 'relationships:\n', 'relationships: []\n', 'relationships: null\n'])(
  '%j is an empty list',
  (text) => {
    expect(readAs('relationships', text).relationships).toEqual([]);
    expect(problemsOf('relationships', text)).toEqual([]);
  },
);

const list = ['the file has no list of `relationships`', '`relationships:` with a list'] as const;

test.each([
  ['some text\n', '1:1', ...list],
  ['- parent_object: a\n', '1:1', ...list],
  ['\nrelations: []\n', '2:1', ...list],
  ['# c\nrelationships: {a: b}\n', '2:1', ...list],
  ['relationships:\n- a text\n', '2:3', 'a relationship is a scalar', '`parent_object:`, `parent_key:`, ...'],
  ['relationships:\n- relation: 1:M\n  child_key: [a]\n', '3:3', '`child_key` is a list', 'a text'],
])('%j is told at %s', (text, at, message, expected) => {
  expect(problemsOf('relationships', text)).toEqual([
    { code: 'wrong-shape', at, message, expected, severity: 'error' },
  ]);
});
