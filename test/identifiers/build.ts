/** What the assignment of identifiers is asked. */
import type { Change } from '../../src/changes/change.js';
import { type ChangeKind, kindRow } from '../../src/changes/change-kinds.js';
import { type AssignInput, type Assignment, assignIdentifiers } from '../../src/identifiers/assign.js';
import { subjectKey } from '../../src/identifiers/subject.js';
import type { ChangeLogEntry } from '../../src/specification/model.js';
import { changeLog, specification } from '../fakes/specification.js';

export const FORM = { prefix: 'SSD', digits: 4 };
export const REQUEST = 'pull request 12';

export function change(itemRef: string, given: Partial<Change> = {}): Change {
  const kind: ChangeKind = given.kind ?? 'item-type-changed';
  return {
    kind,
    object: 'ssd_person',
    itemRef,
    name: itemRef.toLowerCase(),
    before: null,
    after: null,
    class: kindRow(kind).class,
    fingerprint: '0123456789abcdef',
    source: 'yaml',
    side: 'head',
    file: 'spec/objects/ssd_person.yml',
    path: [],
    was: null,
    part: '',
    ...given,
  };
}

/** A row that the proposal was given in an earlier run. */
export function own(changeId: string, itemRef: string, given: Partial<ChangeLogEntry> = {}): Partial<ChangeLogEntry> {
  return { changeId, itemRef, changeSource: REQUEST, ...given };
}

interface Logs {
  /** Rows of the base; the head has them too. */
  readonly old?: readonly Partial<ChangeLogEntry>[];
  /** Rows that only the head has. */
  readonly added?: readonly Partial<ChangeLogEntry>[];
}

/** The assignment for the changes; parts of the input as given. */
export function assign(
  changes: readonly Change[],
  { old = [], added = [] }: Logs,
  given: Partial<AssignInput> = {},
): Assignment {
  return assignIdentifiers({
    base: specification([], { changeLog: changeLog(...old) }),
    head: specification([], { changeLog: changeLog(...old, ...added) }),
    changes,
    reserved: [],
    form: FORM,
    changeRequest: REQUEST,
    ...given,
  });
}

/** Identifiers by item_ref, of items of `ssd_person`. */
export function byRef({ identifiers }: Assignment, ...refs: string[]): (string | undefined)[] {
  return refs.map((itemRef) => identifiers.get(subjectKey({ object: 'ssd_person', itemRef, codeSet: '' })));
}
