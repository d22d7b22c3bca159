/**
 * Which data item of the base is which of the head.
 *
 * The `item_ref` decides, except where the evidence says that refs were renumbered: then the name does. What neither
 * settles goes through the aliases of the change log, and what is still not clear is asked.
 */
import type { DataItem } from '../specification/model.js';
import type { IdentityQuestion } from './change.js';
import { matchObjects, type ObjectPair } from './match-objects.js';
import { moveQuestions } from './move-questions.js';
import { similarity } from './similarity.js';
import { uniqueBy } from './unique-by.js';

/** One item on both sides; one side is null where it is new or gone. */
export interface ItemPair {
  readonly base: DataItem | null;
  readonly head: DataItem | null;
  /** False where the object of the pair was itself renamed, or is the same: the item did not move on its own. */
  readonly moved: boolean;
  /** The refs were renumbered or reused: the name decided. */
  readonly renumbered: boolean;
}

/** Every object and every item of both revisions, each in exactly one pair. */
export interface Matching {
  readonly objects: readonly ObjectPair[];
  readonly items: readonly ItemPair[];
  readonly questions: readonly IdentityQuestion[];
}

/** Old ref to present ref, from the change log's `old_item_ref`. */
export type Aliases = ReadonlyMap<string, string>;

/** Recorded cases have 1.0 for the right item and at most 0.6 for the wrong one (pairs 06-07 and 21-22). */
const SAME_TEXT = 0.8;
const OTHER_TEXT = 0.7;
const UNLIKE = 0.35;

type Objects = Parameters<typeof matchObjects>[0];

/** Matches every item of both revisions exactly once. Objects that are one value in both are skipped as unchanged. */
export function matchItems(base: Objects, head: Objects, aliases: Aliases): Matching {
  const objects = matchObjects(base, head);
  const matcher = new Matcher(aliases);
  for (const pair of objects) {
    if (pair.base === pair.head) continue;
    matcher.within(pair.base?.items ?? [], pair.head?.items ?? []);
  }
  return { objects, ...matcher.finish() };
}

class Matcher {
  readonly #aliases: Aliases;
  readonly #pairs: ItemPair[] = [];
  readonly #questions: IdentityQuestion[] = [];
  readonly #baseLeft = new Set<DataItem>();
  readonly #headLeft = new Set<DataItem>();

  constructor(aliases: Aliases) {
    this.#aliases = aliases;
  }

  /** Matches inside one object: whole identity, then renumbered refs, then the ref, its alias, and the name. */
  within(base: readonly DataItem[], head: readonly DataItem[]): void {
    const left = { base: new Set(base), head: new Set(head) };
    this.#pairBy(left, (item) => (item.ref === '' ? '' : `${item.ref} ${item.name}`));
    for (const [from, to] of this.#renumbered(left)) this.#take(left, from, to, true);
    this.#pairBy(left, (item) => item.ref, this.#doubtReuse);
    this.#pairByAlias(left);
    this.#pairBy(left, (item) => item.name, this.#sameByName);
    for (const item of left.base) this.#baseLeft.add(item);
    for (const item of left.head) this.#headLeft.add(item);
  }

  /** Matches what moved to another object, and leaves the rest as gone or new. */
  finish(): Pick<Matching, 'items' | 'questions'> {
    const left = { base: this.#baseLeft, head: this.#headLeft };
    this.#pairByAlias(left);
    this.#pairBy(left, (item) => item.ref);
    this.#askAboutLookalikes(left);
    this.#questions.push(...moveQuestions(left.base, left.head));
    for (const item of left.base) this.#pairs.push({ base: item, head: null, moved: false, renumbered: false });
    for (const item of left.head) this.#pairs.push({ base: null, head: item, moved: false, renumbered: false });
    return { items: this.#pairs, questions: this.#questions };
  }

  /** Pairs what shares a key that is not blank and stands once on each side. */
  #pairBy(
    left: Left,
    key: (item: DataItem) => string,
    agree: (a: DataItem, b: DataItem) => boolean = () => true,
  ): void {
    const heads = uniqueBy(left.head, key);
    for (const [value, from] of uniqueBy(left.base, key)) {
      const to = heads.get(value);
      if (to && agree(from, to)) this.#take(left, from, to, false);
    }
  }

  /** Pairs a ref with the one that the change log says it became, should that one be new. */
  #pairByAlias(left: Left): void {
    const heads = uniqueBy(left.head, (item) => item.ref);
    for (const [value, from] of uniqueBy(left.base, (item) => this.#aliases.get(item.ref) ?? '')) {
      const to = heads.get(value);
      if (to) this.#take(left, from, to, false);
    }
  }

  #take(left: Left, base: DataItem, head: DataItem, renumbered: boolean): void {
    left.base.delete(base);
    left.head.delete(head);
    const moved = left.base === this.#baseLeft && base.object !== head.object;
    this.#pairs.push({ base, head, moved, renumbered });
  }

  /** Items whose name is now under another ref, while their own ref has another name: which of both is the item? */
  #renumbered(left: Left): [DataItem, DataItem][] {
    const byRef = uniqueBy(left.head, (item) => item.ref);
    const byName = uniqueBy(left.head, (item) => item.name);
    return [...uniqueBy(left.base, (item) => item.name)].flatMap(([wasName, item]): [DataItem, DataItem][] => {
      const sameRef = byRef.get(item.ref);
      const sameName = byName.get(wasName);
      if (!sameRef || !sameName || sameRef === sameName) return [];
      const ref = similarity(item.description, sameRef.description);
      const name = similarity(item.description, sameName.description);
      if (item.description !== '' && name >= SAME_TEXT && ref <= OTHER_TEXT) return [[item, sameName]];
      if (item.description === '' || !(ref >= SAME_TEXT && name <= OTHER_TEXT))
        this.#askRefOrName(item, sameRef, sameName);
      return [];
    });
  }

  /** One ref with another name and another description: renamed and rewritten, or a ref given to another item? */
  #doubtReuse = (base: DataItem, head: DataItem): boolean => {
    if (base.name === head.name || base.description === '') return true;
    const like = (a: string, b: string) => similarity(a, b) >= UNLIKE;
    if (!like(base.description, head.description) && !like(ownName(base), ownName(head))) {
      this.#ask(
        head,
        `Is ${head.ref} \`${head.name}\` still the item that was \`${base.name}\`? Name and description are both new. ` +
          'It is read as renamed; a new item needs a new item_ref.',
      );
    }
    return true;
  };

  #askRefOrName(item: DataItem, sameRef: DataItem, sameName: DataItem): void {
    this.#ask(
      sameRef,
      `Is the item ${item.ref} \`${item.name}\` now ${sameRef.ref} \`${sameRef.name}\` (renamed) or ` +
        `${sameName.ref} \`${sameName.name}\` (renumbered)? The descriptions do not tell. It is read as renamed.`,
    );
  }

  /** A name that stays under a new ref: the same item if its description is alike; otherwise a person is asked. */
  #sameByName = (base: DataItem, head: DataItem): boolean => {
    if (base.description === '' || head.description === '') return true;
    if (similarity(base.description, head.description) >= UNLIKE) return true;
    this.#ask(
      head,
      `Is \`${head.name}\` (${head.ref}) still the item that was ${base.ref}? Its ref and its description are both ` +
        'new. It is read as one item removed and another added.',
    );
    return false;
  };

  /** One item gone and one new in the same object with the same description: possibly one item. */
  #askAboutLookalikes(left: Left): void {
    const gone = uniqueBy(left.base, (item) => (item.description === '' ? '' : `${item.object} ${item.description}`));
    const come = uniqueBy(left.head, (item) => (item.description === '' ? '' : `${item.object} ${item.description}`));
    for (const [key, base] of gone) {
      const head = come.get(key);
      if (!head || base.description.length < 12) continue;
      this.#ask(
        head,
        `Is \`${head.name}\` (${head.ref}) the item that was \`${base.name}\` (${base.ref})? Both have the same ` +
          'description. It is read as one item removed and another added; if it is one item, keep its item_ref.',
      );
    }
  }

  #ask(item: DataItem, question: string): void {
    this.#questions.push({
      object: item.object,
      itemRef: item.ref,
      question,
      file: item.file,
      path: [...item.path, 'item_ref'],
    });
  }
}

/** A name without the prefix that all items of its object share: `pers_sex` is `sex`. */
function ownName({ name }: DataItem): string {
  return name.slice(name.indexOf('_') + 1);
}

interface Left {
  readonly base: Set<DataItem>;
  readonly head: Set<DataItem>;
}
