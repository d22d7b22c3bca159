/** Changes as lines of the report: which stand alone, which are folded into a group, which are only counted. */
import type { ChangeGroup } from '../changes/change.js';
import { type ChangeKind, kindRow } from '../changes/change-kinds.js';
import type { JudgedChange, Review } from '../review.js';
import { changePhrase } from './change-sentences.js';
import { changesTitle, groupTitle, SPREADSHEET_TAG, typeTag } from './messages.js';
import { EXAMPLES, type Line, lineOf, type Part, partOf, placeOf } from './parts.js';
import { joined, marked, name, type Phrase, say, value } from './phrase.js';
import { grouped } from './tally.js';

interface FoldedGroup {
  readonly title: string;
  readonly changes: readonly JudgedChange[];
}

export interface SortedChanges {
  readonly structural: readonly JudgedChange[];
  readonly documentation: readonly JudgedChange[];
  readonly groups: readonly FoldedGroup[];
  readonly cosmetic: number;
}

/** Kinds of which each says something of its own: a group of them is never folded. */
const NEVER_FOLDED: ReadonlySet<ChangeKind> = new Set([
  'object-added',
  'object-removed',
  'object-renamed',
  'item-renamed',
] as const);

/** Kinds whose sentence names the item itself. */
const NAMES_ITEM: ReadonlySet<ChangeKind> = new Set(['item-added', 'item-removed', 'item-renamed'] as const);

/** Sorts the changes for reading; each that is not cosmetic is in exactly one of the lists. */
export function sortChanges({ changes, groups }: Pick<Review, 'changes' | 'groups'>): SortedChanges {
  const folded = groups
    .map((group) => ({ title: group.title, changes: foldable(group, changes) }))
    .filter((group) => group.changes.length > EXAMPLES);
  const inGroup = new Set(folded.flatMap((group) => group.changes));
  const single = changes.filter((change) => !inGroup.has(change));
  return {
    structural: single.filter((change) => change.class === 'structural'),
    documentation: single.filter((change) => change.class === 'documentation'),
    groups: folded,
    cosmetic: changes.filter((change) => change.class === 'cosmetic').length,
  };
}

function foldable(group: ChangeGroup, changes: readonly JudgedChange[]): JudgedChange[] {
  return group.members
    .flatMap((index) => changes[index] ?? [])
    .filter((change) => change.class !== 'cosmetic' && !NEVER_FOLDED.has(change.kind));
}

/** A part for each data object, code sets together at the end; crowds are folded when there are more than `most`. */
export function changeParts(changes: readonly JudgedChange[], most: number): Part[] {
  const objects = [...grouped(changes, ({ object }) => object)];
  const ordered = [...objects.filter(([object]) => object !== ''), ...objects.filter(([object]) => object === '')];
  return ordered.map(([object, own]) =>
    partOf({
      title: changesTitle(object, own.length),
      object,
      folded: changes.length > most && own.length > EXAMPLES,
      lines: own.map(lineInObject),
    }),
  );
}

/** A folded part for each group, with examples. */
export function groupParts(groups: readonly FoldedGroup[]): Part[] {
  return groups.map(({ title, changes }) =>
    partOf({
      title: groupTitle(changes.length, changes.every(({ itemRef }) => itemRef !== '') ? 'item' : 'change', title),
      examples: examplesOf(changes),
      folded: true,
      lines: changes.map(changeLine),
    }),
  );
}

/** `ssd_person.pers_sex, ssd_cin_visits.cinv_date`: the first few subjects. */
export function examplesOf(changes: readonly JudgedChange[]): Phrase {
  const subjects = changes.map((change) => JSON.stringify([change.object, change.name]));
  const first = [...new Set(subjects)].slice(0, EXAMPLES).map((subject) => changes[subjects.indexOf(subject)]);
  return joined(
    first.flatMap((change) => (change ? [fullName(change)] : [])),
    ', ',
  );
}

/** A change as a line that stands anywhere. */
export function changeLine(change: JudgedChange): Line {
  const named = kindRow(change.kind).subject === 'object';
  return { ...lineInObject(change), subject: named ? [] : fullName(change) };
}

/** `ssd_person.pers_sex`, or the name of a code set or an object. */
function fullName({ object, name: own }: JudgedChange): Phrase {
  return name([object, own].filter((part) => part !== '').join('.'));
}

/** A change as a line under the heading of its object. */
function lineInObject(change: JudgedChange): Line {
  return lineOf({
    subject: subjectInObject(change),
    sentence: changePhrase(change),
    tags: tagsOf(change),
    reason: marked(change.reason),
    place: placeOf(change),
  });
}

function subjectInObject({ kind, itemRef, name: own }: JudgedChange): Phrase {
  const { subject } = kindRow(kind);
  if (subject === 'object') return [];
  if (subject === 'code set' || itemRef === '') return name(own);
  return NAMES_ITEM.has(kind) ? value(itemRef) : say`${value(itemRef)} ${name(own)}`;
}

function tagsOf({ changeType, stated, weight, changeId, source }: JudgedChange): string[] {
  const sheet = source === 'spreadsheet' ? [SPREADSHEET_TAG] : [];
  return [typeTag(changeType, stated), weight, ...(changeId === null ? [] : [changeId]), ...sheet];
}
