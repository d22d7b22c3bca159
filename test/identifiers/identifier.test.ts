import fc from 'fast-check';
import { formatIdentifier, identifierNumber, identifiersIn } from '../../src/identifiers/identifier.js';

const FORM = { prefix: 'SSD', digits: 4 };

test.each([
  [1, 'SSD-0001'],
  [28, 'SSD-0028'],
  [9999, 'SSD-9999'],
  [10000, 'SSD-10000'],
])('%i is %s', (number, text) => {
  expect(formatIdentifier(number, FORM)).toBe(text);
  expect(identifierNumber(text, FORM)).toBe(number);
});

test.each([
  ['SSD0103', 103],
  ['SSD-221', null],
  ['SSD221', 221],
])('the earliest spelling has no hyphen: %s is %p', (text, number) => {
  expect(identifierNumber(text, FORM)).toBe(number);
});

test.each([
  'SSD-00001',
  'ssd-0001',
  'Ssd-0001',
  'SSD-٠٠٠١',
  '\uFF33SD-0001',
  'SSD–0001',
  'SSD--0001',
  'SSD-0000',
  'SSD-',
  'SSD',
  '',
  '0001',
  'SSD-0001 ',
  ' SSD-0001',
  'SSD-0001\n',
  'SSD-1e3',
  'SSD-0x10',
  'SSD-+001',
  'SSD--001',
  'SSD-1234567890',
  'XSSD-0001',
  'SSDX-0001',
])('%j is no identifier', (text) => {
  expect(identifierNumber(text, FORM)).toBeNull();
});

test('every number has one identifier, and every identifier its number', () => {
  const forms = fc.record({ prefix: fc.constantFrom('SSD', 'A', 'X2'), digits: fc.integer({ min: 1, max: 8 }) });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 999_999_999 }), forms, (number, form) => {
      expect(identifierNumber(formatIdentifier(number, form), form)).toBe(number);
    }),
  );
});

test('a text that is read as a number is the identifier of that number, or its earliest spelling', () => {
  const texts = fc.tuple(fc.constantFrom('SSD', 'ssd', 'SSD-', 'SSD--', ''), fc.stringMatching(/^[0-9٠-٩a-f]{0,11}$/));
  fc.assert(
    fc.property(texts, ([start, rest]) => {
      const number = identifierNumber(start + rest, FORM);
      if (number === null) return;
      expect([formatIdentifier(number, FORM), `SSD${rest}`]).toContain(start + rest);
      expect(number).toBe(Number(rest));
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ['| SSD-0028 | PERS001A | follows SSD-0027; SSD0103 |', ['SSD-0028', 'SSD-0027', 'SSD0103']],
  ['SSD-0001/SSD-0002,SSD-0003.', ['SSD-0001', 'SSD-0002', 'SSD-0003']],
  ['XSSD-0001 SSD-0002x SSD-0003-4 my-SSD-0004 _SSD-0005', []],
  ['ssd-0001 SSD-', []],
  ['', []],
])('in %j', (text, found) => {
  expect(identifiersIn(text, FORM)).toEqual(found);
});
