/** Which other subjects of a proposal an objection points at: those that would have to go along. */
import type { Change } from '../changes/change.js';
import { isIdentified, subjectKey, subjectOf } from '../identifiers/subject.js';
import type { DataItem, Specification } from '../specification/model.js';
import type { NewError, Objections } from './prove.js';

/** Something that has changes, or an error, in one of the revisions. */
interface Point {
  readonly object: string;
  readonly itemRef: string;
  readonly file: string;
}

/** The subjects of a proposal, and how they hang together. */
export interface Relations {
  /** Identified changes by subject. */
  readonly subjects: ReadonlyMap<string, readonly Change[]>;
  /** Subjects beyond those given that the objections point at: the nearest kind that there is, none at the end. */
  pointedAt(objections: Objections, keys: ReadonlySet<string>): readonly string[];
}

/** Indexes the proposal once. */
export function relationsOf(base: Specification, head: Specification, changes: readonly Change[]): Relations {
  const subjects = new Map<string, Change[]>();
  for (const change of changes.filter(isIdentified)) {
    const key = subjectKey(subjectOf(change));
    subjects.set(key, [...(subjects.get(key) ?? []), change]);
  }
  const items = [...base.objects, ...head.objects].flatMap((object) => object.items);
  const tiers: readonly ((point: Point) => readonly string[])[] = [
    (point) => keysWhere(subjects, (change) => isOfRef(change, point)),
    (point) => keysWhere(subjects, (change) => isLinked(change, point, items)),
    (point) => keysWhere(subjects, (change) => isOfObject(change, point)),
  ];
  return {
    subjects,
    pointedAt: ({ changes: misplaced, errors }, keys) => {
      const points = [...misplaced.flatMap(pointsOf), ...errors.map(pointOfError)];
      for (const tier of tiers) {
        const found = [...new Set(points.flatMap(tier))].filter((key) => !keys.has(key));
        if (found.length > 0) return found;
      }
      return [];
    },
  };
}

function pointsOf({ object, itemRef, file, was }: Change): Point[] {
  return [{ object, itemRef, file }, ...(was ? [{ object: was.object, itemRef: was.itemRef, file }] : [])];
}

function pointOfError({ finding: { object, itemRef, file } }: NewError): Point {
  return { object, itemRef, file };
}

function keysWhere(
  subjects: ReadonlyMap<string, readonly Change[]>,
  is: (change: Change) => boolean,
): readonly string[] {
  return [...subjects].filter(([, changes]) => changes.some(is)).map(([key]) => key);
}

/** The same item, on either side; where no item is meant, the same object, or of a code set the same file. */
function isOfRef(change: Change, { object, itemRef, file }: Point): boolean {
  return pointsOf(change).some((own) => {
    if (itemRef !== '' || own.itemRef !== '') return own.itemRef === itemRef;
    return own.object === object && (object !== '' || own.file === file);
  });
}

/** A foreign key leads from the one to the other, or a code set is the item's, in either revision. */
function isLinked(change: Change, point: Point, items: readonly DataItem[]): boolean {
  const here = items.filter(({ object, ref }) => object === point.object && ref === point.itemRef);
  const there = items.filter(({ object, ref }) => ref !== '' && isOfRef(change, { object, itemRef: ref, file: '' }));
  const leads = (from: readonly DataItem[], to: readonly DataItem[]) =>
    from.some(
      ({ foreignKey }) => foreignKey !== '' && to.some(({ object, name }) => foreignKey === `${object}.${name}`),
    );
  const isCodeSet = change.object === '' && here.some(({ codeSet }) => codeSet === change.name);
  return isCodeSet || leads(here, there) || leads(there, here);
}

function isOfObject(change: Change, { object }: Point): boolean {
  return pointsOf(change).some((own) => own.object === object);
}
