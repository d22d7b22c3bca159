/** Hostile files: each is read or refused with its place, none stops the process, none looks like an empty file. */
import fc from 'fast-check';
import type { FileRole } from '../../src/specification/layout-files.js';
import { locator } from '../../src/specification/locate.js';
import { objectText, problemsOf, readAs, utf16 } from './build.js';

const ROLES: readonly FileRole[] = ['object', 'code set', 'relationships', 'change log', 'changelog', 'spreadsheet'];

/** Nothing was read but the problem. */
function refused(role: FileRole, content: string | Uint8Array): { code: string; line: number | undefined } {
  const { problems, ...said } = readAs(role, content);
  expect(said).toMatchObject({ objects: [], codeSets: [], changeLog: null, spreadsheet: null });
  expect(problems).toMatchObject([{ severity: 'error', expected: expect.stringMatching(/./) }]);
  return { code: problems[0]?.code ?? '', line: problems[0]?.line };
}

describe('YAML that is refused', () => {
  const nine = (name: string, of: string) => `${name}: &${name} [${Array(9).fill(of).join(', ')}]\n`;
  const bomb = nine('a', 'lol') + nine('b', '*a') + nine('c', '*b') + nine('d', '*c');

  test.each([
    ['an alias bomb', `${bomb}nodes: *d\n`, 'yaml-anchor', 1],
    ['an anchor that two items share', objectText('returns: &r [CIN]', 'cms: *r'), 'yaml-anchor', 6],
    ['a value that holds itself', 'nodes: &a [*a]\n', 'yaml-anchor', 1],
    ['an alias of nothing', objectText('returns: *r'), 'yaml-alias', 6],
    [
      'a merge key that smuggles an identifier',
      objectText('metadata:', '  <<: {change_id: SSD-0001}'),
      'yaml-merge-key',
      7,
    ],
    ['another YAML version', `%YAML 1.1\n---\n${objectText('required: yes')}`, 'yaml-directive', 1],
    ['a tag that runs code', objectText('description: !!js/function "x"'), 'yaml-tag', 6],
    ['a tag of its own', objectText('size: !!int "3"'), 'yaml-tag', 6],
    ['two documents', `${objectText()}---\n${objectText()}`, 'several-documents', 6],
    ['a key given twice', objectText('description: a', 'description: b'), 'duplicate-key', 7],
    ['a number and a text as one key', objectText('1: a', '"1": b'), 'duplicate-key', 7],
    ['a list as a key', objectText('? [a]', ': b'), 'yaml-key', 6],
    ['tabs as indentation', objectText('validators:', '\t- required:'), 'unparseable-file', 7],
    ['a quote that is not closed', objectText('description: "x'), 'unparseable-file', 7],
    ['a file cut off in the middle', objectText('returns: [CIN, ').slice(0, -1), 'unparseable-file', 6],
    [
      'the marks of a merge conflict',
      objectText('type: int').replace('    type', '<<<<<<< HEAD\n    type'),
      'merge-conflict',
      6,
    ],
    ['the last mark of a merge conflict', `${objectText()}>>>>>>> topic\n`, 'merge-conflict', 6],
    ['a NUL', objectText('description: a\0b'), 'unparseable-file', 6],
    ['UTF-16 without its mark', [...objectText()].map((letter) => `${letter}\0`).join(''), 'unparseable-file', 1],
    ['an escape character', objectText('description: \u001b[31m'), 'unparseable-file', 6],
  ])('%s', (_, text, code, line) => {
    expect(refused('object', text)).toEqual({ code, line });
  });

  test.each([
    ['UTF-16', utf16(objectText()), 'not-utf8'],
    ['five megabytes', new TextEncoder().encode(objectText(`description: ${'x'.repeat(5_000_000)}`)), 'file-too-large'],
  ])('%s', (_, bytes, code) => {
    for (const role of ROLES) expect(refused(role, bytes).code).toBe(code);
  });
});

describe('YAML that is read as it stands', () => {
  test.each([
    ['a byte order mark', `\uFEFF${objectText()}`],
    ['CR as line ends', objectText().replaceAll('\n', '\r')],
    ['CRLF as line ends', objectText().replaceAll('\n', '\r\n')],
    ['tabs behind a colon', objectText().replaceAll(': ', ':\t')],
    ['comments everywhere', objectText().replaceAll('\n', ' # *a &b !c\n# %YAML 1.1\n')],
    ['flow style', '{nodes: [{name: ssd_person, fields: [{name: pers_sex, item_ref: PERS001A}]}]}'],
    ['JSON', '{"nodes": [{"name": "ssd_person", "fields": [{"name": "pers_sex", "item_ref": "PERS001A"}]}]}'],
  ])('%s', (_, text) => {
    const { objects, problems } = readAs('object', text);
    expect(problems).toEqual([]);
    expect(objects).toEqual(readAs('object', objectText()).objects);
  });

  test('one text of almost four megabytes', () => {
    const description = 'x'.repeat(3_900_000);
    expect(readAs('object', objectText(`description: ${description}`)).objects[0]?.items[0]?.description).toBe(
      description,
    );
  });
});

describe('much of one thing', () => {
  const many = (count: number, one: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => one(index));

  test('a thousand brackets, twice in one process', () => {
    for (const bracket of ['[', '{', '- ', '? ', '[{a: ', '- - ']) {
      const text = bracket.repeat(1000);
      expect([refused('object', text), refused('object', text)]).toEqual(
        Array(2).fill({ code: 'unparseable-file', line: 1 }),
      );
    }
  });

  test('30,000 keys in one item: each is told, with its line', () => {
    const problems = problemsOf('object', objectText(...many(30_000, (index) => `key_${index}: v`)));
    expect(problems).toHaveLength(30_000);
    expect(problems.at(-1)).toMatchObject({ code: 'unknown-key', at: '30005:5' });
  });

  test('30,000 keys, the last one for the second time', () => {
    const keys = many(30_000, (index) => `key_${index}: v`);
    expect(refused('object', objectText(...keys, 'key_7: v'))).toEqual({ code: 'duplicate-key', line: 30_006 });
  });

  test('100,000 items that are none: each has its own line', () => {
    const text = `nodes:\n- name: x\n  fields:\n${'  - x\n'.repeat(100_000)}`;
    const find = locator('a.yml', text);
    const { problems } = readAs('object', text);
    expect(problems).toHaveLength(100_000);
    problems.forEach(({ path }, index) => {
      if (index % 100 === 0) expect(find(path)).toEqual({ line: index + 4, column: 5 });
    });
  });

  test('a mapping with a million blanks in it', () => {
    const blanks = ' '.repeat(1_000_000);
    const [field] = readAs('object', objectText(`cms_field: ["a${blanks}b"]`)).objects[0]?.items[0]?.cmsField ?? [];
    expect(field).toHaveLength(1_000_002);
  });

  test('a merge conflict in a table is no row of it', () => {
    const text = 'item_ref,change_id\n<<<<<<< HEAD\nPERS001A,SSD-0001\n=======\nPERS002A,SSD-0001\n>>>>>>> topic\n';
    expect(refused('change log', text)).toEqual({ code: 'merge-conflict', line: 2 });
  });

  test.each(['change log', 'spreadsheet'] as const)('a %s of two million short rows', (role) => {
    expect(refused(role, `item_ref,change_id\n${'A\n'.repeat(1_990_000)}`)).toEqual({
      code: 'file-too-large',
      line: 1,
    });
  });

  test('a spreadsheet as wide as it is long', () => {
    const text = `item_ref,${many(50_000, (index) => `c${index}`).join(',')}${'\nA'.repeat(2000)}`;
    expect(refused('spreadsheet', text)).toEqual({ code: 'file-too-large', line: 1 });
  });

  test('a CSV whose quote is opened at its beginning', () => {
    expect(refused('change log', `item_ref,change_id\n"${'a,b\n'.repeat(90_000)}`)).toEqual({
      code: 'unparseable-file',
      line: 2,
    });
  });
});

describe('anything at all', () => {
  const pieces = fc.constantFrom(
    ...[
      'nodes:\n',
      '- ',
      'name: ',
      'fields:\n',
      '  ',
      '\n',
      ': ',
      '"',
      "'",
      '[',
      ']',
      '{',
      '}',
      ',',
      '#',
      '|\n',
      '>-\n',
    ],
    ...['&a ', '*a ', '!t ', '<<: ', '%YAML 1.1\n', '---\n', '...\n', '? ', '\t', '\r', '\uFEFF', '\0', '\\', '\ud800'],
    ...['item_ref', 'validators: ', 'metadata: ', 'size: ', 'max', 'true', '~', '__proto__', 'constructor', 'é', '😀'],
  );
  const text = fc.oneof(
    fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join('')),
    fc.string({ unit: 'binary' }),
  );

  test.each(ROLES)('as a %s: is read, or refused with a place in the file', (role) => {
    fc.assert(
      fc.property(text, (written) => {
        const lines = written.split(/\r\n|[\n\r]/).length;
        for (const problem of problemsOf(role, written)) {
          const [line = 0, column = 0] = problem.at.split(':').map(Number);
          expect(line >= 1 && line <= lines && column >= 1).toBe(true);
          expect(problem.code).toMatch(/^[a-z0-9-]+$/);
          expect(problem.message).not.toBe('');
          expect(problem.expected).not.toBe('');
        }
      }),
      { numRuns: 400 },
    );
  });

  test.each(ROLES)('as the bytes of a %s: is read, or refused', (role) => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
        const { problems } = readAs(role, bytes);
        expect(problems.every(({ file, code }) => file !== '' && code !== '')).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test('a damaged object file never loses an item in silence', () => {
    const sound = objectText('description: Sex', 'returns: [CIN]', 'metadata: {change_id: SSD-0001}');
    const damage = fc.tuple(fc.nat(sound.length), fc.nat(3), pieces);
    fc.assert(
      fc.property(damage, ([at, length, piece]) => {
        const { objects, problems } = readAs('object', sound.slice(0, at) + piece + sound.slice(at + length));
        expect(objects.flatMap(({ items }) => items).length + problems.length).toBeGreaterThan(0);
      }),
      { numRuns: 1000 },
    );
  });
});
