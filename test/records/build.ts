/** Rows of the change log for the tests of the records. */
import type { LogRow } from '../../src/records/log-row.js';

export const FILE = 'spec/ssd_change_log.csv';

export const HEADING =
  'item_ref,old_item_ref,release_datetime,change_id,change_object_name,change_impact_title,change_status,change_type,' +
  'change_source,change_impact_notes';

/** A pending row about `PERS001A`, unless more is given. */
export function row(given: Partial<LogRow> = {}): LogRow {
  return {
    itemRef: 'PERS001A',
    oldItemRef: '',
    releaseDatetime: '',
    changeId: 'SSD-0028',
    changeObjectName: 'ssd_person',
    changeImpactTitle: 'becomes required',
    changeStatus: 'pending',
    changeType: 'change',
    changeSource: 'pull request 12',
    changeImpactNotes: 'Rows fail.',
    ...given,
  };
}

/** The row as a line of the log, where no cell needs quotes. */
export const LINE = 'PERS001A,,,SSD-0028,ssd_person,becomes required,pending,change,pull request 12,Rows fail.';
