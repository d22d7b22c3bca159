/** Items that are gone from one object and new in another, under other refs: a person says whether they moved. */
import type { DataItem } from '../specification/model.js';
import type { IdentityQuestion } from './change.js';
import { uniqueBy } from './unique-by.js';

interface Move {
  readonly from: DataItem;
  readonly to: DataItem;
}

/** As many items are named in a question; the others are counted. */
const NAMED = 5;

/** One question for all items with the same name and description that go from one object to another. */
export function moveQuestions(gone: Iterable<DataItem>, come: Iterable<DataItem>): IdentityQuestion[] {
  const heads = uniqueBy(come, traitsOf);
  const ways = new Map<string, Move[]>();
  for (const [traits, from] of uniqueBy(gone, traitsOf)) {
    const to = heads.get(traits);
    if (!to || to.object === from.object) continue;
    const way = JSON.stringify([from.object, to.object]);
    ways.set(way, [...(ways.get(way) ?? []), { from, to }]);
  }
  return [...ways.values()].flatMap(questionOf);
}

function traitsOf({ name, description }: DataItem): string {
  return description === '' ? '' : JSON.stringify([name, description]);
}

function questionOf(moves: readonly Move[]): IdentityQuestion[] {
  return moves.slice(0, 1).map(({ from, to }) => {
    const named = moves.slice(0, NAMED).map((move) => `\`${move.to.name}\` (${move.from.ref}, now ${move.to.ref})`);
    const more = moves.length > NAMED ? ` and ${moves.length - NAMED} more` : '';
    const [items, each, mend] =
      moves.length === 1
        ? [
            'the item',
            'Name and description are the same. It is read as one item removed and another added',
            'it is one item, keep its item_ref',
          ]
        : [
            'these items',
            'Names and descriptions are the same. They are read as removed and added',
            'they moved, keep their item_refs',
          ];
    const question = `Did ${items} move from ${from.object} to ${to.object}: ${named.join(', ')}${more}? ${each}; if ${mend}.`;
    return { object: to.object, itemRef: to.ref, question, file: to.file, path: [...to.path, 'item_ref'] };
  });
}
