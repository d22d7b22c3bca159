/** Changes as lines of the report: which stand alone, which are folded into a group, which are only counted. */
import type { ChangeGroup } from '../changes/change.js';
import { type ChangeKind, kindRow } from '../changes/change-kinds.js';
import type { JudgedChange, Review } from '../review.js';
import { changePhrase } from './change-sentences.js';
import { changesTitle, groupTitle, reasonPhrase, SPREADSHEET_TAG, textsTitle, typeTag } from './messages.js';
import { EXAMPLES, FEW, foldable, type Line, lineOf, type Part, placeOf } from './parts.js';
import { name, type Phrase, say, value } from './phrase.js';
import { grouped } from './tally.js';

interface FoldedGroup {
  readonly title: string;
  readonly changes: readonly JudgedChange[];
}

/** The changes by where the report tells them. */
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
    .map((group) => ({ title: group.title, changes: membersToFold(group, changes) }))
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

function membersToFold(group: ChangeGroup, changes: readonly JudgedChange[]): JudgedChange[] {
  return group.members
    .flatMap((index) => changes[index] ?? [])
    .filter((change) => change.class !== 'cosmetic' && !NEVER_FOLDED.has(change.kind));
}

/** A part for each data object, code sets together at the end; crowds are folded when there are more than `most`. */
export function changeParts(changes: readonly JudgedChange[], most: number): Part[] {
  const open = changes.length > most ? EXAMPLES : Number.POSITIVE_INFINITY;
  const objects = [...grouped(changes, ({ object }) => object)];
  const ordered = [...objects.filter(([object]) => object !== ''), ...objects.filter(([object]) => object === '')];
  return ordered.map(([object, own]) =>
    foldable({ title: changesTitle(object, own.length), object, lines: own.map(lineInObject) }, open),
  );
}

/** Changes of texts: by object while they are few, else one folded part. */
export function textParts(changes: readonly JudgedChange[]): Part[] {
  if (changes.length <= FEW) return changeParts(changes, FEW);
  const objects = new Set(changes.map(({ object }) => object)).size;
  return [foldable({ title: textsTitle(changes.length, objects), lines: changes.map(changeLine) }, FEW)];
}

/** A folded part for each group, with examples. */
export function groupParts(groups: readonly FoldedGroup[]): Part[] {
  return groups.map(({ title, changes }) => {
    const what = changes.every(({ itemRef }) => itemRef !== '') ? 'item' : 'change';
    return foldable({ title: groupTitle(changes.length, what, title), lines: changes.map(changeLine) }, 0);
  });
}

/** A change as a line that stands alone, where its sentence may name the item. */
export function aloneLine(change: JudgedChange): Line {
  return NAMES_ITEM.has(change.kind) ? { ...lineInObject(change), subject: name(change.object) } : changeLine(change);
}

/** A change as a line in a crowd, its subject an example for all. */
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
    reason: reasonPhrase(change),
    place: placeOf(change),
  });
}

function subjectInObject({ kind, itemRef, name: own }: JudgedChange): Phrase {
  const { subject } = kindRow(kind);
  if (subject === 'object') return [];
  if (subject === 'code set' || itemRef === '') return name(own);
  return NAMES_ITEM.has(kind) ? value(itemRef) : say`${value(itemRef)} ${name(own)}`;
}

function tagsOf(change: JudgedChange): string[] {
  const { weight, changeId, source } = change;
  const sheet = source === 'spreadsheet' ? [SPREADSHEET_TAG] : [];
  return [typeTag(change), weight, ...(changeId === null ? [] : [changeId]), ...sheet];
}
