import fc from 'fast-check';
import { parse } from 'yaml';
import { yamlScalar } from '../../src/records/yaml-scalar.js';
import { isNull, readTree } from '../../src/specification/yaml-tree.js';
import { values } from './yaml-text.js';

test.each([
  [null, 'null'],
  [0, '0'],
  [12, '12'],
  ['SSD-0028', 'SSD-0028'],
  ['In review|pending', 'In review|pending'],
  ['The text is rewritten; tables (and loads) stay.', 'The text is rewritten; tables (and loads) stay.'],
  ['', '""'],
  ['ends in a space ', '"ends in a space "'],
  ['12/05/2026 09:00', '"12/05/2026 09:00"'],
  ['yes', '"yes"'],
  ['No', '"No"'],
  ['y', '"y"'],
  ['NULL', '"NULL"'],
  ['a: b', '"a: b"'],
  ['a #b', '"a #b"'],
  ['say "no"', '"say \\"no\\""'],
  ['two\nlines', '"two\\nlines"'],
  ['a\u0000b', '"a\\u0000b"'],
  ['a\u0085b', '"a\\u0085b"'],
  ['a\u2028b', '"a\\u2028b"'],
  ['a\u202Eb', '"a\\u202eb"'],
  ['\uFEFFa', '"\\ufeffa"'],
  ['flag 🏴\u{E0067}', '"flag 🏴\\U000e0067"'],
  ['é 中 😀', '"é 中 😀"'],
])('%j is written %s', (value, written) => {
  expect(yamlScalar(value)).toBe(written);
});

test('every value stands on one line and reads back with both parsers', () => {
  fc.assert(
    fc.property(values, (value) => {
      const written = yamlScalar(value);
      expect(written).not.toMatch(/[\r\n]/);
      const text = `key: ${written}\nnext: 1\n`;
      expect(parse(text)).toEqual({ key: value, next: 1 });
      expect(parse(text, { version: '1.1' })).toEqual({ key: value, next: 1 });
      const { root } = readTree(text);
      const node = root?.kind === 'map' ? root.entries[0]?.value : undefined;
      if (value === null) expect(node && isNull(node)).toBe(true);
      else expect(node).toMatchObject({ kind: 'scalar', text: String(value) });
    }),
    { numRuns: 1000 },
  );
});
