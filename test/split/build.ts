/** Proposals as texts of files, and what splitting them gives. */
import type { Change } from '../../src/changes/change.js';
import { diffSpecifications } from '../../src/changes/diff.js';
import type { Config } from '../../src/config/config.js';
import { defaultConfig, LAYOUTS } from '../../src/config/layouts.js';
import { isIdentified, subjectKey, subjectOf } from '../../src/identifiers/subject.js';
import { type Memo, readSpecification } from '../../src/specification/read-specification.js';
import type { Revised, Texts } from '../../src/split/revision.js';
import { type Parts, type Refusal, split } from '../../src/split/split.js';
import { sha256 } from '../fakes/hash.js';
import { type Files, fileOf, filesOf, textOf } from '../fakes/memory-repository.js';
import { VOCABULARY } from '../fakes/recorded.js';

/** The bundled layout, and the one with a spreadsheet. */
export const CONFIG: Config = { ...defaultConfig(LAYOUTS[0]), targets: [] };
export const SHEET_CONFIG: Config = { ...defaultConfig(LAYOUTS.at(-1) ?? LAYOUTS[0]), targets: [] };

/** What is to be split, as texts of all files. */
export interface Proposal {
  readonly base: Files;
  readonly head: Files;
  readonly config?: Config;
}

export function proposal(base: Readonly<Record<string, string>>, head: Readonly<Record<string, string>>): Proposal {
  return { base: filesOf(base), head: filesOf(head) };
}

/** Equal files are read once. */
const MEMO: Memo = new Map();

export function revised(files: Files, config: Config = CONFIG): Revised {
  return { files, specification: readSpecification([...files.values()], config.layout, MEMO) };
}

export function changesOf(base: Files, head: Files, config: Config = CONFIG): readonly Change[] {
  const [from, to] = [revised(base, config), revised(head, config)];
  return diffSpecifications(from.specification, to.specification, { hash: sha256 }).changes;
}

/** The key of an item of `ssd_person` by its ref, of another object by both. */
export function keyOf(itemRef: string, object = 'ssd_person'): string {
  return subjectKey({ object, itemRef, codeSet: '' });
}

/** The subjects of a proposal, in the order of its changes. */
export function keysOf({ base, head, config = CONFIG }: Proposal): string[] {
  return [
    ...new Set(
      changesOf(base, head, config)
        .filter(isIdentified)
        .map((change) => subjectKey(subjectOf(change))),
    ),
  ];
}

/** Splits; each subject is named by its ref, object or code set. */
export function splitOf({ base, head, config = CONFIG }: Proposal, ...keys: readonly string[]): Parts | Refusal {
  return split({
    base: revised(base, config),
    head: revised(head, config),
    changes: changesOf(base, head, config),
    keys,
    identifiers: new Map(),
    config,
    vocabulary: VOCABULARY,
    hash: sha256,
    memo: MEMO,
  });
}

/** The files with the texts in place. */
export function filesAfter(files: Files, texts: Texts): Files {
  const after = new Map(files);
  for (const [path, text] of texts) {
    if (text === null) after.delete(path);
    else after.set(path, fileOf(path, text));
  }
  return after;
}

/** Both parts as whole trees; throws the sentence of a refusal. */
export function partsOf(given: Proposal, ...keys: readonly string[]): { rest: Files; alone: Files; parts: Parts } {
  const parts = splitOf(given, ...keys);
  if (parts.kind === 'refusal') throw new Error(parts.sentence);
  return { rest: filesAfter(given.head, parts.rest), alone: filesAfter(given.base, parts.alone), parts };
}

/** The text of a file; `(none)` where there is none. */
export function textIn(files: Files, path: string): string {
  const file = files.get(path);
  return file ? textOf(file) : '(none)';
}
