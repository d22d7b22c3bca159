import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import type { LogRow } from '../../src/records/log-row.js';
import { writeChangelogMd } from '../../src/records/write-changelog-md.js';
import { row } from './build.js';

const STANDARD = 'Standard Safeguarding Dataset';

test('pending rows first, then the newest release, in a table each', () => {
  const rows = [
    row({ changeId: 'SSD-0001', releaseDatetime: '01/12/2023 09:00', changeStatus: 'released' }),
    row({
      changeId: 'SSD-0002',
      releaseDatetime: '05/01/2024 09:00',
      changeStatus: 'released',
      oldItemRef: 'PERS009A',
    }),
    row({ changeId: 'SSD-0003', releaseDatetime: '01/12/2023 09:00', itemRef: 'PERS002A', changeStatus: 'released' }),
    row({ changeId: 'SSD-0004' }),
  ];
  const heading = [
    '| Identifier | Item | Was | Data object | Type | What changes | Why | Status | Source |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- |',
  ];
  const line = (id: string, item: string, was: string, status: string) =>
    `| ${id} | ${item} | ${was} | ssd_person | change | becomes required | Rows fail. | ${status} | pull request 12 |`;
  expect(writeChangelogMd(STANDARD, rows).split('\n')).toEqual([
    '<!-- Written by Spec Steward from the change log CSV; edits here are overwritten. -->',
    '# Change log',
    '',
    'Every item-level change of the Standard Safeguarding Dataset, pending changes first, then the newest release.',
    '',
    '## Pending',
    '',
    ...heading,
    line('SSD-0004', 'PERS001A', '', 'pending'),
    '',
    '## 05/01/2024 09:00',
    '',
    ...heading,
    line('SSD-0002', 'PERS001A', 'PERS009A', 'released'),
    '',
    '## 01/12/2023 09:00',
    '',
    ...heading,
    line('SSD-0003', 'PERS002A', '', 'released'),
    line('SSD-0001', 'PERS001A', '', 'released'),
    '',
  ]);
});

test('a log without rows is a heading alone', () => {
  const lines = writeChangelogMd(STANDARD, []).split('\n');
  expect(lines).toHaveLength(5);
  expect(lines[1]).toBe('# Change log');
});

const HOSTILE: readonly (readonly [text: string, cell: string])[] = [
  ['a|b', 'a\\|b'],
  ['a\\|b', 'a\\\\\\|b'],
  ['two\nlines\r\nand | more', 'two lines and \\| more'],
  ['@org/everyone', '@\u200Borg/everyone'],
  ['closes #1', 'closes #\u200B1'],
  ['<script>alert(1)</script>', '\\<script\\>alert(1)\\</script\\>'],
  ['</details>', '\\</details\\>'],
  ['<!-- spec-steward:report -->', '\\<!-- spec-steward:report --\\>'],
  ['![x](http://y)', '!\\[x\\](http://y)'],
  ['```sql', '\\`\\`\\`sql'],
  ['**bold**', '\\*\\*bold\\*\\*'],
  ['~~gone~~', '\\~\\~gone\\~\\~'],
  ['_it_ pers_sex __x a_', '\\_it\\_ pers_sex \\_\\_x a\\_'],
  ['&#64;everyone &lt; R&D; A & B', '\\&#\u200B64;everyone \\&lt; R\\&D; A & B'],
  ['zero\u200Bwidth \u202Eright to left\u0000', 'zero width right to left'],
];

describe('no cell can do harm', () => {
  test.each(HOSTILE)('%j', (text, cell) => {
    const written = writeChangelogMd(STANDARD, [row({ changeImpactTitle: text })]);
    expect(written.split('\n')[9]).toBe(
      `| SSD-0028 | PERS001A |  | ssd_person | change | ${cell} | Rows fail. | pending | pull request 12 |`,
    );
  });

  test('nor can the date of a release, which is a heading', () => {
    const written = writeChangelogMd(STANDARD, [row({ releaseDatetime: 'soon\n\n<img src=x> @everyone' })]);
    expect(written.split('\n')[5]).toBe('## soon \\<img src=x\\> @\u200Beveryone');
  });

  const text = fc.oneof(
    fc.constantFrom(...HOSTILE.map(([hostile]) => hostile)),
    fc.string({ unit: 'binary', maxLength: 30 }),
  );
  const rows = fc.array(
    fc.record({ itemRef: text, changeImpactTitle: text, changeImpactNotes: text, changeSource: text, changeId: text }),
    { minLength: 1, maxLength: 3 },
  );

  test('every table has its nine columns and a line for each row, and nothing but text in its cells', () => {
    const markdown = new MarkdownIt({ html: true });
    fc.assert(
      fc.property(rows, (given) => {
        const written = writeChangelogMd(
          STANDARD,
          given.map((cells) => row(cells)),
        );
        const tokens = markdown.parse(written, {});
        const count = (type: string) => tokens.filter((token) => token.type === type).length;
        expect(count('html_block')).toBe(1);
        expect(count('table_open')).toBe(1);
        expect(count('tr_open')).toBe(1 + given.length);
        expect(count('td_open')).toBe(9 * given.length);
        const inside = tokens.flatMap(({ children }) => children ?? []).map(({ type }) => type);
        expect(inside.filter((type) => !['text', 'text_special'].includes(type))).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  test('the same rows give the same bytes', () => {
    fc.assert(
      fc.property(rows, (given) => {
        const all: LogRow[] = given.map((cells) => row(cells));
        expect(writeChangelogMd(STANDARD, structuredClone(all))).toBe(writeChangelogMd(STANDARD, all));
      }),
      { numRuns: 50 },
    );
  });
});
