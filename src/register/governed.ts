/** How far each branch is governed: the last commit up to which every change is recorded. Kept beside the register. */
import { readCsv } from '../specification/read-csv.js';

/** The file of the register branch that tells up to where a branch is recorded. */
export const GOVERNED_FILE = 'governed.csv';

const HEADING = 'branch,commit';

/** The commit of a branch, or null where nothing is known of it. */
export function readGoverned(text: string, branch: string): string | null {
  const row = (readCsv(text).table?.rows ?? []).find(({ cells }) => cells[0] === branch);
  return row && /^[0-9a-f]{40}$/.test(row.cells[1] ?? '') ? (row.cells[1] ?? null) : null;
}

/** The file with another commit for a branch. Branch names hold no comma or quote. */
export function writeGoverned(text: string, branch: string, commit: string): string {
  const rows = (readCsv(text).table?.rows ?? []).map(({ cells }) => cells).filter(([name]) => name !== branch);
  return `${[HEADING, ...rows.map((cells) => cells.join(',')), `${branch},${commit}`].join('\n')}\n`;
}
