/** Whether what changed between two revisions is recorded, whoever recorded it. */
import type { Change } from '../changes/change.js';
import { entryKey, isIdentified, type Subject, subjectKey, subjectOf } from '../identifiers/subject.js';
import type { Specification } from '../specification/model.js';

/** Subjects that changed and have no row in the head's log that the base's log has not. */
export function unrecordedSubjects(base: Specification, head: Specification, changes: readonly Change[]): Subject[] {
  const old = new Set((base.changeLog?.entries ?? []).map((entry) => `${entry.changeId} ${entryKey(entry)}`));
  const fresh = (head.changeLog?.entries ?? []).filter((entry) => !old.has(`${entry.changeId} ${entryKey(entry)}`));
  const recorded = new Set(fresh.map(entryKey));
  const subjects = changes.filter(isIdentified).map(subjectOf);
  const changed = new Map(subjects.map((subject) => [subjectKey(subject), subject]));
  return [...changed].filter(([key]) => !recorded.has(key)).map(([, subject]) => subject);
}
