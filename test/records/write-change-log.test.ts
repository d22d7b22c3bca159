import fc from 'fast-check';
import { StewardError } from '../../src/errors.js';
import type { LogRow } from '../../src/records/log-row.js';
import { writeChangeLog } from '../../src/records/write-change-log.js';
import { readChangeLog } from '../../src/specification/read-change-log.js';
import { readCsv } from '../../src/specification/read-csv.js';
import { FILE, HEADING, LINE, row } from './build.js';

const OLD = 'ADDR001A,,01/02/2024 09:00,SSD-0007,ssd_address,Title,released,New Feature,meeting,"Notes, with a comma"';
const OTHER = 'ADDR002A,,,SSD-0008,ssd_address,,pending,Bug,,';

function log(...lines: string[]): string {
  return `${lines.join('\n')}\n`;
}

/** The rows of a log as it is read back. */
function entriesOf(text: string): LogRow[] {
  const { table, problem } = readCsv(text);
  if (problem) throw new Error(problem.message);
  return readChangeLog(FILE, table).entries.map(({ file: _file, path: _path, ...cells }) => cells);
}

describe('where the rows come to stand', () => {
  test('a log that is not there begins with the ten columns', () => {
    expect(writeChangeLog(null, FILE, [row()])).toBe(log(HEADING, LINE));
    expect(writeChangeLog(null, FILE, [])).toBe(log(HEADING));
  });

  test('new rows are appended in their order', () => {
    const second = row({ changeId: 'SSD-0029', itemRef: 'PERS002A' });
    expect(writeChangeLog(log(HEADING, OLD), FILE, [row(), second])).toBe(
      log(HEADING, OLD, LINE, LINE.replace('PERS001A', 'PERS002A').replace('SSD-0028', 'SSD-0029')),
    );
  });

  test('a row that stands there is replaced where it stands', () => {
    const before = log(HEADING, OLD, LINE, OTHER);
    const after = log(HEADING, OLD, LINE.replace('pending', 'withdrawn'), OTHER);
    expect(writeChangeLog(before, FILE, [row({ changeStatus: 'withdrawn' })])).toBe(after);
  });

  test.each([
    ['another item', { itemRef: 'PERS002A' }],
    ['another object', { changeObjectName: 'ssd_child' }],
    ['another identifier', { changeId: 'SSD-0029' }],
  ])('a row of %s is another row', (_, given) => {
    expect(entriesOf(writeChangeLog(log(HEADING, LINE), FILE, [row(given)]))).toEqual([row(), row(given)]);
  });

  test('nothing to write changes nothing, not even the columns of 2023', () => {
    expect(writeChangeLog('item_ref,change_ref_id\nA,B', FILE, [])).toBe('item_ref,change_ref_id\nA,B');
  });
});

describe('every byte outside its own rows stays', () => {
  const ODD = 'ADDR001A, ,"",  "SSD-0007"  ,ssd_address,"a ""quoted"" title\nover two lines",released,"X",é,"=1+1"';

  test.each<[what: string, before: string, after: string]>([
    ['quotes, spaces and cells over several lines', log(HEADING, ODD), log(HEADING, ODD, LINE)],
    ['blank lines', `${HEADING}\n\n${OLD}\n\n\n`, `${HEADING}\n\n${OLD}\n\n\n${LINE}\n`],
    ['CRLF', `${HEADING}\r\n${OLD}\r\n`, `${HEADING}\r\n${OLD}\r\n${LINE}\r\n`],
    ['a byte order mark', `\uFEFF${log(HEADING, OLD)}`, `\uFEFF${log(HEADING, OLD, LINE)}`],
    ['a missing line break at the end', `${HEADING}\n${OLD}`, log(HEADING, OLD, LINE)],
    ['a missing line break at the end, CRLF', `${HEADING}\r\n${OLD}`, `${HEADING}\r\n${OLD}\r\n${LINE}\r\n`],
    ['a heading alone', HEADING, log(HEADING, LINE)],
    ['spaces in the heading', ` ${log(HEADING)}`, ` ${log(HEADING, LINE)}`],
    ['columns of a later time', log(`${HEADING},votes`, `${OLD},7`), log(`${HEADING},votes`, `${OLD},7`, LINE)],
  ])('%s', (_, before, after) => {
    expect(writeChangeLog(before, FILE, [row()])).toBe(after);
  });

  const tall = LINE.replace('becomes required', '"over\r\ntwo lines"').replace('Rows fail.', '"and\nthree\nlines"');

  test.each<[what: string, before: string, after: string]>([
    ['a row over several lines', log(HEADING, OLD, tall, OTHER), log(HEADING, OLD, LINE, OTHER)],
    ['a row between blank lines', `${HEADING}\n\n${tall}\n\n${OLD}\n`, `${HEADING}\n\n${LINE}\n\n${OLD}\n`],
    ['the last row, without a line break', `${HEADING}\n${OLD}\n${tall}`, log(HEADING, OLD, LINE)],
    [
      'a row behind cells with CRLF inside',
      log(HEADING, ODD.replace('\n', '\r\n'), tall),
      log(HEADING, ODD.replace('\n', '\r\n'), LINE),
    ],
    ['a row with cells of a later time', log(`${HEADING},votes`, `${tall},7`), log(`${HEADING},votes`, `${LINE},7`)],
  ])('%s is replaced alone', (_, before, after) => {
    expect(writeChangeLog(before, FILE, [row()])).toBe(after);
  });

  test('a row that says the same is left as a person wrote it', () => {
    const written = `"PERS001A", ,"",SSD-0028,ssd_person,"becomes required",pending,change,pull request 12,Rows fail. \n`;
    expect(writeChangeLog(`${HEADING}\n${written}`, FILE, [row()])).toBe(`${HEADING}\n${written}`);
  });
});

describe('cells that a spreadsheet would run', () => {
  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '=HYPERLINK("http://x","y")', '＝1+1', '＋1', '－1', '＠x'])(
    '%s',
    (cell) => {
      const text = writeChangeLog(null, FILE, [row({ changeImpactTitle: cell, changeImpactNotes: cell })]);
      expect(entriesOf(text)[0]).toMatchObject({ changeImpactTitle: `'${cell}`, changeImpactNotes: `'${cell}` });
      expect(writeChangeLog(text, FILE, [row({ changeImpactTitle: cell, changeImpactNotes: cell })])).toBe(text);
    },
  );

  test('a name that begins like a formula is found again', () => {
    const given = row({ itemRef: '=cmd', changeObjectName: '@object' });
    const text = writeChangeLog(null, FILE, [given]);
    expect(text).toContain("\n'=cmd,,,SSD-0028,'@object,");
    expect(writeChangeLog(text, FILE, [given])).toBe(text);
  });
});

describe('a log with the columns of 2023', () => {
  const OLDEST = 'item_ref,change_datetime,change_ref_id,reason_text,data_quality_notes';

  test('gets the ten columns, and loses nothing of what it says', () => {
    const before = log(
      OLDEST,
      'PER001A,10/07/2023 09:00,SSD0002,extended number of chars allowed,',
      'PER002A,08/07/2023 10:00,SSD0014,"two, in one",check with Essex',
      'PER003A,08/07/2023 10:00,SSD0015,,only this',
    );
    expect(writeChangeLog(before, FILE, [row()])).toBe(
      log(
        HEADING,
        'PER001A,,10/07/2023 09:00,SSD0002,,,,,,extended number of chars allowed',
        'PER002A,,08/07/2023 10:00,SSD0014,,,,,,"two, in one; data_quality_notes: check with Essex"',
        'PER003A,,08/07/2023 10:00,SSD0015,,,,,,data_quality_notes: only this',
        LINE,
      ),
    );
  });

  test('keeps its line ends and its byte order mark', () => {
    const before = `\uFEFF${OLDEST}\r\nPER001A,10/07/2023 09:00,SSD0002,why,\r\n`;
    expect(writeChangeLog(before, FILE, [row()])).toBe(
      `\uFEFF${HEADING}\r\nPER001A,,10/07/2023 09:00,SSD0002,,,,,,why\r\n${LINE}\r\n`,
    );
  });

  test('the ten columns in another order are put in theirs; a row of ours among them is replaced', () => {
    const [first = '', ...rest] = HEADING.split(',');
    const before = log(
      [...rest, first].join(','),
      ',,SSD-0028,ssd_person,old,pending,change,pull request 12,,PERS001A',
    );
    expect(writeChangeLog(before, FILE, [row()])).toBe(log(HEADING, LINE));
  });

  test('an empty file is a log without rows', () => {
    expect(writeChangeLog('', FILE, [row()])).toBe(log(HEADING, LINE));
  });
});

test('a log that cannot be read is not written over', () => {
  const write = () => writeChangeLog(`${HEADING}\n${OLD}\n"never closed\n`, FILE, [row()]);
  expect(write).toThrow(StewardError);
  expect(write).toThrow(/^spec\/ssd_change_log\.csv:3:1 unparseable-file: /);
});

describe('whatever stands in the log', () => {
  const cell = fc.oneof(
    fc.constantFrom('', 'a', 'a,b', 'say "x"', 'two\nlines', 'two\r\nlines', '=1', "'=1", 'é😀', ' a '),
    fc.string({ maxLength: 6 }).filter((text) => !text.includes('\r')),
  );
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const foreign = fc.array(cell, { minLength: 10, maxLength: 10 }).map((cells) => cells.map(quoted).join(','));
  const logs = fc
    .record({
      lines: fc.array(foreign, { maxLength: 5 }),
      end: fc.constantFrom('\n', '\r\n'),
      bom: fc.boolean(),
      last: fc.boolean(),
    })
    .map(({ lines, end, bom, last }) => `${bom ? '\uFEFF' : ''}${[HEADING, ...lines].join(end)}${last ? end : ''}`);
  const own = fc
    .tuple(fc.integer({ min: 100, max: 103 }), cell, cell)
    .map(([n, title, notes]) =>
      row({ changeId: `SSD-0${n}`, itemRef: `PERS${n}A`, changeImpactTitle: title, changeImpactNotes: notes }),
    );
  const rows = fc.uniqueArray(own, { maxLength: 4, selector: ({ changeId }) => changeId });

  test('what stood there still stands first, and writing twice is writing once', () => {
    fc.assert(
      fc.property(logs, rows, (text, given) => {
        const once = writeChangeLog(text, FILE, given);
        expect(once.startsWith(text)).toBe(true);
        expect(writeChangeLog(once, FILE, given)).toBe(once);
      }),
      { numRuns: 500 },
    );
  });

  test('rows written anew replace their own and no other', () => {
    fc.assert(
      fc.property(logs, rows, rows, (text, first, second) => {
        const once = writeChangeLog(text, FILE, first);
        const twice = writeChangeLog(once, FILE, second);
        const ours = new Set(second.map(({ changeId }) => changeId));
        const others = (all: readonly LogRow[]) => all.filter(({ changeId }) => !ours.has(changeId));
        expect(others(entriesOf(twice))).toEqual(others(entriesOf(once)));
        expect(twice.startsWith(text)).toBe(true);
        for (const given of second)
          expect(entriesOf(twice).filter(({ changeId }) => changeId === given.changeId)).toHaveLength(1);
      }),
      { numRuns: 500 },
    );
  });
});
