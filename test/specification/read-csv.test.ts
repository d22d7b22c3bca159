/** CSV: cells as written, and the line on which each row begins. */
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { readCsv } from '../../src/specification/read-csv.js';

/** Rows as `line: cell|cell`. */
const rowsOf = (text: string) => readCsv(text).table?.rows.map(({ line, cells }) => `${line}: ${cells.join('|')}`);

/** A heading row of 50,000 names. */
const WIDE = `${'a,'.repeat(49_999)}a`;

describe('rows', () => {
  test.each([
    ['a,b\n1,2\n', ['2: 1|2']],
    ['a,b\n1,2', ['2: 1|2']],
    ['a,b\r\n1,2\r\n3,4\r\n', ['2: 1|2', '3: 3|4']],
    ['a,b\r\n1,2\n3,4\r\n5,6\n', ['2: 1|2', '3: 3|4', '4: 5|6']],
    ['a,b\n1,2\r\n3,4\r\n', ['2: 1|2', '3: 3|4']],
    ['a,b\n1,"x\ny"\n3,4\n', ['2: 1|x\ny', '4: 3|4']],
    ['a,b\r\n1,"x\r\ny"\r\n3,4\r\n', ['2: 1|x\r\ny', '4: 3|4']],
    ['a,b\n1,"x\n\n\ny"\n3,4\n', ['2: 1|x\n\n\ny', '6: 3|4']],
    ['a,b\n\n\n1,2\n\n3,4\n', ['4: 1|2', '6: 3|4']],
    ['\n\na,b\n1,2\n', ['4: 1|2']],
    ['a,b\n1\n1,2,3\n', ['2: 1', '3: 1|2|3']],
    ['a,b\n,\n  ,\n', ['2: |', '3:   |']],
    ['a\n"say ""hi"""\n', ['2: say "hi"']],
    ['a\nsay "hi"\n"x"y\n', ['2: say "hi"', '3: "x"y']],
    ['a\n=HYPERLINK("x")\n', ['2: =HYPERLINK("x")']],
    ['a\n1\u20282\n', ['2: 1\u20282']],
    ['', []],
    ['\n\n', []],
    ['a,b', []],
  ])('%j', (text, rows) => {
    expect(rowsOf(text)).toEqual(rows);
  });

  test('headings stay as written, whatever they are', () => {
    expect(readCsv(' a ,__proto__,constructor,,a\n').table?.headings).toEqual([
      ' a ',
      '__proto__',
      'constructor',
      '',
      'a',
    ]);
  });

  test.each([
    ['a\r\nb\n', '\r\n', false],
    ['a\nb\r\n', '\n', false],
    ['\uFEFFa\nb\n', '\n', true],
    ['', '\n', false],
  ])('%j has the line end %j, and a byte order mark: %s', (text, lineEnd, bom) => {
    expect(readCsv(text).table).toMatchObject({ lineEnd, bom });
  });

  test('a byte order mark is no part of the first heading', () => {
    expect(readCsv('\uFEFFa,b\n1,2\n').table?.headings).toEqual(['a', 'b']);
  });
});

describe('what cannot be read', () => {
  const open = 'the file is not valid CSV: a quote in the row that begins here is not closed';

  test.each([
    [2, 'unparseable-file', open, 'every quote closed', 'a,b\n1,"2\n3,4\n'],
    [5, 'unparseable-file', open, 'every quote closed', 'a,b\r\n1,"x\r\ny"\r\n\r\n3,"4\r\n'],
    [1, 'unparseable-file', open, 'every quote closed', '"a'],
    [1, 'unparseable-file', 'the lines end in a lone CR', 'lines that end in LF or CRLF', 'a,b\r1,2\r'],
    [1, 'unparseable-file', 'the lines end in a lone CR', 'lines that end in LF or CRLF', 'a\r1\n'],
    [1, 'file-too-large', 'the file has 100001 lines', 'at most 100000 lines', `a${'\n1'.repeat(100_001)}`],
    [1, 'file-too-large', 'the table has 50000 columns and 41 rows', 'at most 2000000 cells', WIDE + '\n1'.repeat(41)],
  ])('line %i: %s, %s', (line, code, message, expected, text) => {
    expect(readCsv(text)).toEqual({
      table: null,
      problem: { code, message, expected, severity: 'error', line, column: 1 },
    });
  });

  test('as many lines and cells as a person could have written are read', () => {
    expect(readCsv(`a${'\n1'.repeat(100_000)}`).table?.rows).toHaveLength(100_000);
    expect(readCsv(WIDE + '\n1'.repeat(40)).table?.rows).toHaveLength(40);
  });
});

test('what another program writes is read back, each row at its own line', () => {
  const cell = fc.string({
    unit: fc.constantFrom('a', '"', ',', '\n', '\r\n', ' ', '=', 'é', '\t', ';'),
    maxLength: 8,
  });
  const lineEnd = fc.constantFrom('\n', '\r\n');
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 6 }), lineEnd, (rows, record_delimiter) => {
      const heading = `one,two${record_delimiter}`;
      const texts = rows.map((row) => stringify([row], { record_delimiter, quoted: true }));
      const starts = texts.map((_, index) => (heading + texts.slice(0, index).join('')).split('\n').length);
      const { table } = readCsv(heading + texts.join(''));
      expect(table?.rows).toEqual(rows.map((cells, index) => ({ cells, line: starts[index] })));
    }),
    { numRuns: 300 },
  );
});
