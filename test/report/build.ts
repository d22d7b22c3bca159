/** Reviews and their parts made by hand: only what a test is about is given. */
import type { Change } from '../../src/changes/change.js';
import { kindRow } from '../../src/changes/change-kinds.js';
import type { JudgedChange, Review, TargetDiff } from '../../src/review.js';
import type { Finding } from '../../src/specification/finding.js';
import type { DataItem, DataObject, Specification } from '../../src/specification/model.js';

export function aChange(given: Partial<JudgedChange> & Pick<Change, 'kind'>): JudgedChange {
  const itemRef = given.itemRef ?? 'PERS010A';
  const object = given.object ?? 'ssd_person';
  const name = given.name ?? 'pers_sex';
  return {
    object,
    itemRef,
    name,
    before: null,
    after: null,
    class: kindRow(given.kind).class,
    fingerprint: '0123456789abcdef',
    source: 'yaml',
    side: 'head',
    file: `spec/objects/${object}.yml`,
    path: [],
    was: { object, itemRef, name },
    part: '',
    changeType: 'change',
    weight: 'major',
    reason: 'Something agreed is altered.',
    stated: false,
    doubt: '',
    blockedBy: [],
    line: 42,
    column: 11,
    group: null,
    changeId: 'SSD-0028',
    ...given,
  };
}

export function aFinding(given: Partial<Finding> = {}): Finding {
  return {
    rule: 'foreign-key-dangling',
    severity: 'error',
    file: 'spec/objects/ssd_disability.yml',
    path: [],
    line: 12,
    column: 5,
    object: 'ssd_disability',
    itemRef: 'DISA002A',
    message: '`ssd_persn.pers_person_id` does not exist',
    expected: 'the key of an object, for instance `ssd_person.pers_person_id`',
    ...given,
  };
}

export function aTarget(given: Partial<TargetDiff> = {}): TargetDiff {
  const lines = [
    ' CREATE TABLE ssd_person (',
    '-    pers_send nvarchar(1),',
    '+    pers_send_flag nvarchar(1),',
    ' );',
  ];
  return {
    target: 'liquid_logic.sqlserver',
    file: 'sql/liquid_logic.sqlserver.sql',
    summary: '1 table, 1 column renamed',
    rerun: true,
    migration: { safety: 'safe', steps: [{ class: 'column-renamed', table: 'ssd_person', column: 'pers_send_flag' }] },
    byHand: [],
    added: 1,
    removed: 1,
    objects: [{ object: 'ssd_person', hunks: [{ lines, oldStart: 3, newStart: 3, causes: ['SSD-0028'] }] }],
    subjects: [{ subject: 'ssd_person PERS010A ', digest: 'cd'.repeat(32) }],
    digest: 'ab'.repeat(32),
    ...given,
  };
}

export function aReview(given: Partial<Review> = {}): Review {
  return {
    standard: 'Standard Safeguarding Dataset',
    base: 'main (8dc88e7)',
    head: 'working tree',
    verdict: 'fine',
    headline: 'No item-level change.',
    weight: 'none',
    changeRequest: '',
    changes: [],
    groups: [],
    questions: [],
    findings: [],
    resolved: [],
    standing: { error: 0, warning: 0, info: 0 },
    outOfStep: [],
    impact: { returns: [], cms: [], consumers: [] },
    sql: [],
    counts: { objects: 48, items: 359 },
    ...given,
  };
}

export function anItem(given: Partial<DataItem> = {}): DataItem {
  return {
    file: 'spec/objects/ssd_person.yml',
    path: [],
    object: 'ssd_person',
    ref: 'PERS010A',
    name: 'pers_sex',
    description: '',
    guidance: '',
    type: 'nvarchar',
    size: 20,
    primaryKey: false,
    required: false,
    unique: false,
    foreignKey: '',
    codeSet: '',
    categories: [],
    constraints: [],
    returns: [],
    cms: [],
    cmsField: [],
    cmsTable: [],
    metadata: null,
    ...given,
  };
}

/** A specification of these items, an object for each object name. */
export function aSpecification(items: readonly DataItem[]): Specification {
  const names = [...new Set(items.map(({ object }) => object))];
  const objects = names.map(
    (name): DataObject => ({
      file: `spec/objects/${name}.yml`,
      path: [],
      name,
      items: items.filter(({ object }) => object === name),
    }),
  );
  return {
    objects,
    codeSets: [],
    relationships: null,
    changeLog: null,
    changelogMd: null,
    spreadsheet: null,
    cms: [],
    problems: [],
  };
}
