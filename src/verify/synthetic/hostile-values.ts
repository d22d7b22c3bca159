/** What values of real sources hold and scripts forget. No child stands behind any of them. */

/** Texts; those that do not fit a column are cut at its size. */
export const HOSTILE_TEXTS: readonly string[] = [
  "O'Brien",
  'say "hello"',
  'back\\slash \\n',
  'two\r\nlines\tand a tab',
  'one\nline\rmore',
  '',
  '   ',
  'trailing blanks   ',
  ' leading',
  // Products count such letters as one or as two: they stand where no size cuts.
  'Zo\u00eb, who draws herself as a face with a smile and her brother as well: \u{1F600} \u{1F9D2}\u{1F3FD}',
  '\u0416\u0435\u043d\u044f',
  '<b>&amp;</b>',
  '{"a": [1, "b"]}',
  "'; DROP TABLE ssd_person; --",
  '$(SQLCMDUSER) &define :bind %like_ [set]',
  '-1',
  'NULL',
  '2026-02-30',
  '31/01/2025',
  '007',
  'A long comment. '.repeat(69).slice(0, 1_099).concat('.'),
];

/** Dates as people type them into forms, real and not. */
export const DATE_TEXTS: readonly string[] = [
  '2024-05-01',
  '2025-11-03',
  '31/01/2025',
  '12/10/2026',
  '2026-02-30',
  '29/02/2023',
  'yesterday',
];

/** Numbers as people type them, real and not. */
export const NUMBER_TEXTS: readonly string[] = ['12', '007', '17', '12.5', 'a dozen'];

/** Numbers beside the ordinary ones: sentinels and the ends of an int. */
export const HOSTILE_NUMBERS: readonly number[] = [-1, 0, 2_147_483_647];

/** Cuts a text at a number of UTF-16 units without leaving half a character. */
export function cutText(text: string, size: number): string {
  const cut = text.slice(0, size);
  return /[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut;
}
