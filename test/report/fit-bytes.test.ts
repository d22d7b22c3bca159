/** What GitHub counts in bytes fits, and is no shorter than it must be. */
import { CHECK_BYTES, fitBytes } from '../../src/report/fit-bytes.js';

const cutAt = (text: string) => (limit: number) => text.slice(0, limit);

test.each([
  ['letters of one byte', 'x'.repeat(100), 50, 50],
  ['letters of two', 'ö'.repeat(100), 50, 25],
  ['quotation marks', '“'.repeat(100), 50, 16],
  ['what fits already', 'ö', 50, 1],
])('%s', (_, text, most, length) => {
  const fitted = fitBytes(cutAt(text), most);
  expect(fitted).toBe(text.slice(0, fitted.length));
  expect(Buffer.byteLength(fitted)).toBeLessThanOrEqual(most);
  expect(fitted.length).toBeLessThanOrEqual(length);
});

test('what cannot be shortened is given as it is', () => {
  const text = 'x'.repeat(CHECK_BYTES + 10);
  expect(fitBytes(() => text)).toBe(text);
});
