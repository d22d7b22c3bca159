/** Code sets of both revisions: values added, removed and redefined. */
import type { CodeSet, CodeValue } from '../specification/model.js';
import type { Draft } from './draft.js';

/** A code set that is new or gone is all of its values added or removed. */
export function diffCodeSets(base: readonly CodeSet[], head: readonly CodeSet[]): Draft[] {
  const before = new Map(base.map((set) => [set.name, set]));
  const after = new Map(head.map((set) => [set.name, set]));
  const names = [...new Set([...before.keys(), ...after.keys()])].sort();
  return names.flatMap((name) => {
    const from = before.get(name);
    const to = after.get(name);
    return from === to ? [] : diffValues(name, from?.values ?? [], to?.values ?? []);
  });
}

function diffValues(name: string, base: readonly CodeValue[], head: readonly CodeValue[]): Draft[] {
  const before = new Map(base.map((value) => [value.value, value]));
  const after = new Map(head.map((value) => [value.value, value]));
  const added = [...after.values()].filter(({ value }) => !before.has(value));
  const removed = [...before.values()].filter(({ value }) => !after.has(value));
  const redefined = [...after.values()].filter(({ value, description }) => {
    const was = before.get(value);
    return was !== undefined && was.description !== description;
  });
  const draft = (spot: CodeValue, side: 'base' | 'head') => ({ object: '', name, spot, side, part: spot.value });
  return [
    ...added.map(
      (spot): Draft => ({
        ...draft(spot, 'head'),
        kind: 'code-set-value-added',
        before: null,
        after: spot.description,
      }),
    ),
    ...removed.map(
      (spot): Draft => ({
        ...draft(spot, 'base'),
        kind: 'code-set-value-removed',
        before: spot.description,
        after: null,
      }),
    ),
    ...redefined.map((spot): Draft => {
      const was = before.get(spot.value)?.description ?? '';
      return { ...draft(spot, 'head'), kind: 'code-set-value-redefined', before: was, after: spot.description };
    }),
  ];
}
