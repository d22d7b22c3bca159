/** Whether a CSV has the columns without which every one of its rows would look blank. */
import type { ReadProblem } from './model.js';
import { CHANGE_LOG_HEADING_SPELLINGS, ITEM_KEY_SPELLINGS } from './spellings.js';

const NEEDED = { 'change log': ['item_ref', 'change_id'], spreadsheet: ['item_ref'] } as const;

const SPELLINGS: Readonly<Record<string, string>> = { ...ITEM_KEY_SPELLINGS, ...CHANGE_LOG_HEADING_SPELLINGS };

type Trouble = Pick<ReadProblem, 'code' | 'message' | 'expected' | 'line' | 'column'>;

/** What is wrong with the heading row, or null. A spreadsheet may repeat a heading: its first column counts. */
export function headingTrouble(headings: readonly string[], role: keyof typeof NEEDED): Trouble | null {
  const present = headings.map(presentHeading);
  const missing = NEEDED[role].find((heading) => !present.includes(heading));
  if (missing) {
    const message = `the ${role} has no column \`${missing}\``;
    const expected = `a first line with the column names, separated by commas, \`${missing}\` among them`;
    return { code: 'wrong-shape', message, expected, line: 1, column: 1 };
  }
  const seen = new Set<string>();
  const twice = present.find((heading) => heading !== '' && seen.size === seen.add(heading).size);
  if (role === 'spreadsheet' || !twice) return null;
  const message = `two columns of the ${role} are \`${twice}\``;
  return { code: 'duplicate-key', message, expected: 'each column once', line: 1, column: 1 };
}

function presentHeading(heading: string): string {
  const name = heading.trim();
  return Object.hasOwn(SPELLINGS, name) ? (SPELLINGS[name] ?? name) : name;
}
