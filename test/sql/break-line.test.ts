/** Lines that a client would pass over: in pieces they are the same SQL. */

import { broken } from '../../src/sql/break-line.js';
import { loadParser } from '../../src/sql/expressions/parser.js';
import { renderTarget } from '../../src/sql/render-target.js';
import { TARGETS } from '../../src/sql/targets.js';
import { withMadeUpValues } from '../../src/verify/made-up-values.js';
import { config } from './build.js';
import { mappedStandard } from './mapped.js';

const origins = [{ object: 'ssd_a', itemRef: 'AAAA001A', file: '', path: [] }] as const;
const pieces = (text: string, limit: number) => broken({ text, origins }, limit).map((line) => line.text);

test.each([
  ['a line that fits stays', '  SELECT a, b', 20, ['  SELECT a, b']],
  ['at the last blank before the limit', '  SELECT aaa, bbb, ccc', 18, ['  SELECT aaa, bbb,', '    ccc']],
  ['again and again', 'aa bb cc dd', 6, ['aa bb', '    cc', '    dd']],
  ['not within a text', "x = 'a b''c d' AND y", 12, ['x =', "    'a b''c d'", '    AND y']],
  ['not within a name in quotes', 'p."a b c d" = 1', 6, ['p."a b c d"', '    =', '    1']],
  ['not within a comment', '  a value, -- a b c d e', 9, ['  a', '    value,', '    -- a b c d e']],
  ['never', 'aaaaaaaaaaaa', 5, ['aaaaaaaaaaaa']],
])('%s', (_, text, limit, expected) => {
  expect(pieces(text, limit)).toEqual(expected);
});

test('what belongs to the next line alone is told of the last piece', () => {
  const line = { text: '  aaa bbb, -- c', bare: '  aaa bbb -- c', origins };
  expect(broken(line, 10)).toEqual([
    { text: '  aaa', origins },
    { text: '    bbb, -- c', bare: '    bbb -- c', origins },
  ]);
});

test('no line of a script is longer than its client reads', async () => {
  const parse = await loadParser();
  for (const target of TARGETS) {
    const { text } = renderTarget(withMadeUpValues(mappedStandard()), target, { ...config, parse });
    expect(text.split('\n').filter((line) => line.length > target.dialect.lineLimit)).toEqual([]);
  }
}, 60_000);
