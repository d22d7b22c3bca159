/** The change log CSV: the ten real columns, and the earlier ones as what they became. */
import type { ChangeLog, ChangeLogEntry } from './model.js';
import type { CsvTable } from './read-csv.js';
import { CHANGE_LOG_HEADING_SPELLINGS } from './spellings.js';

/** The ten columns in their order, each with the property it is read into. */
export const CHANGE_LOG_COLUMNS = {
  item_ref: 'itemRef',
  old_item_ref: 'oldItemRef',
  release_datetime: 'releaseDatetime',
  change_id: 'changeId',
  change_object_name: 'changeObjectName',
  change_impact_title: 'changeImpactTitle',
  change_status: 'changeStatus',
  change_type: 'changeType',
  change_source: 'changeSource',
  change_impact_notes: 'changeImpactNotes',
} as const satisfies Record<string, keyof ChangeLogEntry>;

/** Cells are trimmed at their ends; a column that is not there is blank in every entry. */
export function readChangeLog(file: string, table: CsvTable): ChangeLog {
  const index = new Map(table.headings.map((heading, column) => [present(heading.trim()), column]));
  const entries = table.rows.map((row, number): ChangeLogEntry => {
    const cell = (column: keyof typeof CHANGE_LOG_COLUMNS) => (row.cells[index.get(column) ?? -1] ?? '').trim();
    return {
      file,
      path: ['row', number + 1],
      itemRef: cell('item_ref'),
      oldItemRef: cell('old_item_ref'),
      releaseDatetime: cell('release_datetime'),
      changeId: cell('change_id'),
      changeObjectName: cell('change_object_name'),
      changeImpactTitle: cell('change_impact_title'),
      changeStatus: cell('change_status'),
      changeType: cell('change_type'),
      changeSource: cell('change_source'),
      changeImpactNotes: cell('change_impact_notes'),
    };
  });
  return { file, entries, headings: table.headings };
}

function present(heading: string): string {
  return Object.hasOwn(CHANGE_LOG_HEADING_SPELLINGS, heading)
    ? (CHANGE_LOG_HEADING_SPELLINGS[heading] as string)
    : heading;
}
