/** What holds of any two parts of a proposal, found out without the code that made them. */
import type { Change } from '../../src/changes/change.js';
import type { Config } from '../../src/config/config.js';
import { isIdentified, subjectKey, subjectOf } from '../../src/identifiers/subject.js';
import type { DataItem, Specification } from '../../src/specification/model.js';
import type { Files } from '../fakes/memory-repository.js';
import { CONFIG, changesOf, type Proposal, revised } from './build.js';

export interface Halves {
  readonly rest: Files;
  readonly alone: Files;
}

/** Expects the parts to be the proposal, those subjects alone in the one and all others in the other. */
export function expectExact(given: Proposal, { rest, alone }: Halves, keys: readonly string[]): void {
  const { base, head, config = CONFIG } = given;
  const told = (files: Files) => changesOf(base, files, config).filter(({ kind }) => kind !== 'item-metadata-changed');
  const [whole, left, taken] = [told(head), told(rest), told(alone)];
  expect(prints([...left, ...taken])).toEqual(prints(whole));
  expect(subjectsOf(taken)).toEqual([...keys].sort());
  expect(subjectsOf(left)).toEqual(subjectsOf(whole).filter((key) => !keys.includes(key)));
  expectItems(given, { rest, alone }, config);
}

function prints(changes: readonly Change[]): string[] {
  return changes.map(({ kind, fingerprint }) => `${kind} ${fingerprint}`).sort();
}

function subjectsOf(changes: readonly Change[]): string[] {
  return [...new Set(changes.filter(isIdentified).map((change) => subjectKey(subjectOf(change))))].sort();
}

/** No part says anything of an item that neither revision says; blocks are never the head's in what is taken out. */
function expectItems({ base, head }: Proposal, { rest, alone }: Halves, config: Config): void {
  const values = (files: Files) => valuesIn(revised(files, config).specification);
  const [old, now] = [values(base), values(head)];
  const known = new Set([...old, ...now].map(({ value }) => value));
  for (const { value } of [...values(rest), ...values(alone)]) expect(known.has(value)).toBe(true);
  const oldBlocks = new Set(old.map(({ block }) => block));
  for (const { block } of values(alone)) expect(oldBlocks.has(block) || block === 'null').toBe(true);
}

function valuesIn({ objects }: Specification): { value: string; block: string }[] {
  const plain = ({ file: _file, path: _path, object: _object, metadata, ...value }: DataItem) => ({
    value: JSON.stringify(value),
    block: JSON.stringify(metadata),
  });
  return objects.flatMap(({ items }) => items.map(plain));
}

/** The lines that differ between two texts, as the one hunk that spans them all. */
export function hunkOf(before: string, after: string): { gone: string; come: string } {
  const [from, to] = [before.split(/(?<=\n)/), after.split(/(?<=\n)/)];
  let start = 0;
  while (start < Math.min(from.length, to.length) && from[start] === to[start]) start += 1;
  let end = 0;
  const room = Math.min(from.length, to.length) - start;
  while (end < room && from.at(-1 - end) === to.at(-1 - end)) end += 1;
  return { gone: from.slice(start, from.length - end).join(''), come: to.slice(start, to.length - end).join('') };
}
