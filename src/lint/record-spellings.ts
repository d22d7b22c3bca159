/** Finds values that the records spell in several ways: in the change log, the metadata blocks and CHANGELOG.md. */

import type { Specification, Spot } from '../specification/model.js';
import { CHANGE_LOG_COLUMNS } from '../specification/read-change-log.js';
import { metadataSetOf } from '../specification/spellings.js';

type Column = 'change_status' | 'change_type' | 'change_source' | 'release_datetime';
const COLUMNS: readonly Column[] = ['change_status', 'change_type', 'change_source', 'release_datetime'];

interface Written {
  readonly column: Column;
  readonly text: string;
  readonly spot: Spot;
}

/** One value that the records spell in several ways. */
export interface SeveralSpellings {
  readonly column: Column;
  readonly spellings: readonly string[];
  /** Where the second spelling stands first. */
  readonly spot: Spot;
}

/** Values that are the same letters and digits but are not written the same; dates are left out. */
export function spellingsOfOneValue(specification: Specification): readonly SeveralSpellings[] {
  const seen = new Set<string>();
  const groups = new Map<string, Written[]>();
  for (const written of everyValue(specification)) {
    const { column, text } = written;
    if (seen.has(`${column} ${text}`)) continue;
    seen.add(`${column} ${text}`);
    const letters = text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
    const key = `${column} ${letters}`;
    if (/\p{L}/u.test(letters)) groups.set(key, [...(groups.get(key) ?? []), written]);
  }
  return [...groups.values()].flatMap((group) => {
    const second = group[1];
    return second ? [{ column: second.column, spellings: group.map(({ text }) => text), spot: second.spot }] : [];
  });
}

function* everyValue(specification: Specification): Generator<Written> {
  for (const entry of specification.changeLog?.entries ?? []) {
    for (const column of COLUMNS) {
      const spot = { file: entry.file, path: [...entry.path, column] };
      yield { column, text: entry[CHANGE_LOG_COLUMNS[column]], spot };
    }
  }
  yield* metadataValues(specification);
  yield* tableValues(specification);
}

/** Releases and sources of metadata blocks; types are in small letters there, whatever the change log has. */
function* metadataValues({ objects }: Specification): Generator<Written> {
  for (const item of objects.flatMap((object) => object.items)) {
    const written = item.metadata?.written ?? {};
    const set = metadataSetOf(Object.keys(written));
    const keys = [
      ['release_datetime', set.releaseDatetime],
      ['change_source', set.changeSource],
    ] as const;
    for (const [column, key] of keys) {
      if (!Object.hasOwn(written, key)) continue;
      yield { column, text: written[key] ?? '', spot: { file: item.file, path: [...item.path, 'metadata', key] } };
    }
  }
}

/** The cells of CHANGELOG.md's tables, by the headings of each. */
function* tableValues({ changelogMd }: Specification): Generator<Written> {
  let headings: readonly string[] = [];
  for (const line of changelogMd?.text.split('\n') ?? []) {
    const cells = line.startsWith('|') ? line.split('|').map((cell) => cell.trim()) : [];
    if (cells.includes('change_id')) headings = cells;
    for (const column of COLUMNS) {
      const text = cells[headings.indexOf(column)] ?? '';
      if (text !== '' && text !== column) yield { column, text, spot: { file: changelogMd?.file ?? '', path: [] } };
    }
  }
}
