import fc from 'fast-check';
import { asJson, asOneLine, comment, containerTag, elementTag, itemTag } from '../../src/sql/comment-text.js';
import { HARMLESS, REFUSED } from './hostile-names.js';

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(...HARMLESS, ...REFUSED, '\ud800', '$(x)'),
);

test('a plain text stays as it is', () => {
  expect(asOneLine('Placement, "fostered" - Ynys Môn')).toBe('Placement, "fostered" - Ynys Môn');
});

test('what could end a line or hide something is spelled out', () => {
  expect(comment('x\nDROP TABLE y;')).toBe('-- x\\u000aDROP TABLE y;');
  expect(comment('a\u202eb\u2028c\u200b')).toBe('-- a\\u202eb\\u2028c\\u200b');
  expect(comment('lone \ud800')).toBe('-- lone \\ud800');
});

test('sqlcmd finds no variable in a comment', () => {
  expect(comment('$(password)')).toBe('-- \\u0024(password)');
});

test('the tags are those that configurations of local authorities look for', () => {
  expect(itemTag('PERS001A')).toBe('-- metadata={"item_ref":"PERS001A"}');
  expect(containerTag('table', 'ssd_person')).toBe('-- META-CONTAINER: {"type": "table", "name": "ssd_person"}');
  expect(elementTag('create_fk')).toBe('-- META-ELEMENT: {"type": "create_fk"}');
});

test('no text leaves its comment, and no tag is anything but JSON', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      for (const line of [comment(text), itemTag(text), containerTag('table', text), elementTag(text)]) {
        expect(line).toMatch(/^--/);
        expect(line).not.toMatch(/[\p{Cc}\u2028\u2029\u202e\u200b]/u);
      }
      expect(JSON.parse(itemTag(text).replace('-- metadata=', ''))).toEqual({ item_ref: text });
      expect(JSON.parse(containerTag('table', text).replace('-- META-CONTAINER: ', '')).name).toBe(text);
      expect(JSON.parse(asJson([text]))).toEqual([text]);
    }),
  );
});
