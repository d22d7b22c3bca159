/** Two specifications -> what changes in each target's script, and which change of the standard caused each hunk. */

import { changedMappings } from '../changes/changed-mappings.js';
import type { Config } from '../config/config.js';
import type { TargetDiff } from '../review.js';
import type { Specification } from '../specification/model.js';
import { atOnce, type Steps } from '../steps.js';
import { byHandIn } from './by-hand.js';
import { type Catalogue, catalogueOf } from './catalogue.js';
import { type CausesOf, diffLines } from './diff-object.js';
import type { Parse } from './expressions/parser.js';
import { factChanges } from './fact-changes.js';
import { type MigrationStep, migrationOf } from './migration.js';
import { type ObjectPair, pairObjects } from './pair-objects.js';
import { type RenderedObject, renderObject } from './render-object.js';
import { loadingOf, mappingsOf, scriptFile } from './render-target.js';
import type { BaseRefOf, RenderedPair } from './script-facts.js';
import { subjectLines } from './subject-lines.js';
import { isRerunNeeded, NO_CHANGE, summarise } from './summarise.js';
import type { Target } from './targets.js';

/** Which scripts are compared, and what the comparison of the standard knows already. */
export interface DiffOptions {
  readonly targets: readonly Target[];
  readonly config: Pick<Config, 'layout'>;
  /** Identifiers of the changes of an item, with an empty ref those of the object itself; none is an empty list. */
  readonly causes: CausesOf;
  /** Keys of the subjects whose changes a line made from this item, or object, shows; without it none is known. */
  readonly owners?: CausesOf;
  /** SHA-256 of a text in hexadecimal digits. */
  readonly hash: (text: string) => string;
  /** Names, in base or head, of the objects that changed; without it all are compared. */
  readonly changedObjects?: ReadonlySet<string>;
  /** The parser of mappings; without it loads are not compared. */
  readonly parse?: Parse | null;
  /** Renamed objects: the name in the head to the name in the base. */
  readonly renamedObjects?: ReadonlyMap<string, string>;
  /** Items whose ref changed: the ref in the head to the ref in the base. */
  readonly renumberedRefs?: ReadonlyMap<string, string>;
  /** What deployed tables need beyond what the scripts show. */
  readonly unseenSteps?: readonly MigrationStep[];
}

/**
 * Takes two revisions, gives one difference a target, also for targets where nothing changes (no objects, an empty
 * digest). Only objects that can differ are rendered. Lines of a hunk are counted within the object's own part of
 * the script, so that they do not move when another object grows.
 */
export function diffTargets(base: Specification, head: Specification, options: DiffOptions): readonly TargetDiff[] {
  return atOnce(diffSteps(base, head, options));
}

/** The same, with a pause after every target. */
export function* diffSteps(
  base: Specification,
  head: Specification,
  options: DiffOptions,
): Steps<readonly TargetDiff[]> {
  const sides = [
    { specification: base, catalogue: catalogueOf(base) },
    { specification: head, catalogue: catalogueOf(head) },
  ] as const;
  const diffs: TargetDiff[] = [];
  for (const target of options.targets) {
    const pairs = pairObjects(base, head, { ...options, ...touchedIn(target, sides, options) });
    diffs.push(diffTarget(target, renderPairs(pairs, sides, [target, options.parse]), options));
    yield;
  }
  return diffs;
}

interface Revision {
  readonly specification: Specification;
  readonly catalogue: Catalogue;
}

type Sides = readonly [base: Revision, head: Revision];

/** Beside the objects that changed those of another mapping; and whoever looks persons up, where their key changed. */
function touchedIn(
  target: Target,
  [base, head]: Sides,
  { changedObjects }: DiffOptions,
): Pick<DiffOptions, 'changedObjects'> {
  if (changedObjects === undefined) return {};
  const [old, young] = [mappingsOf(base.specification, target), mappingsOf(head.specification, target)];
  const keyOf = ({ catalogue: { cohortKey } }: Revision) =>
    JSON.stringify([cohortKey?.name, cohortKey?.type, cohortKey?.size]);
  const all = keyOf(base) === keyOf(head) ? [] : [old, young].flatMap((cms) => cms?.mappings ?? []);
  return {
    changedObjects: new Set([...changedObjects, ...changedMappings(old, young), ...all.map(({ object }) => object)]),
  };
}

function renderPairs(
  pairs: readonly ObjectPair[],
  [base, head]: Sides,
  [target, parse]: readonly [Target, Parse | null | undefined],
): RenderedPair[] {
  const contextOf = ({ specification, catalogue }: Revision) => ({
    catalogue,
    dialect: target.dialect,
    loading: parse ? loadingOf(specification, target, parse) : null,
  });
  const [before, after] = [contextOf(base), contextOf(head)];
  return pairs
    .map((pair) => ({
      base: pair.base && renderObject(pair.base, before),
      head: pair.head && renderObject(pair.head, after),
    }))
    .filter((pair) => textOf(pair.base) !== textOf(pair.head));
}

function diffTarget(target: Target, pairs: readonly RenderedPair[], options: DiffOptions): TargetDiff {
  const objects = pairs.map((pair) => ({
    object: (pair.head ?? pair.base)?.object ?? '',
    hunks: diffLines(pair.base?.lines ?? [], pair.head?.lines ?? [], options.causes),
  }));
  const changes = factChanges(pairs, baseRefs(options.renumberedRefs));
  const lines = objects.flatMap(({ hunks }) => hunks).flatMap((hunk) => hunk.lines);
  return {
    target: target.name,
    file: scriptFile(target, options.config),
    summary: pairs.length === 0 ? NO_CHANGE : summarise(pairs.length, changes),
    rerun: isRerunNeeded(changes),
    migration: migrationOf(changes, pairs, options.unseenSteps),
    byHand: pairs.flatMap(({ head }) => (head === null ? [] : byHandIn(head))),
    added: lines.filter((line) => line.startsWith('+')).length,
    removed: lines.filter((line) => line.startsWith('-')).length,
    objects,
    subjects: subjectDigests(target, pairs, options),
    digest: objects.length === 0 ? '' : options.hash(digestText(target, objects)),
  };
}

function subjectDigests(
  { name }: Target,
  pairs: readonly RenderedPair[],
  { owners = () => [], hash }: DiffOptions,
): TargetDiff['subjects'] {
  return [...subjectLines(pairs, owners)]
    .map(([subject, lines]) => ({ subject, digest: hash(JSON.stringify([name, lines])) }))
    .sort((a, b) => (a.subject < b.subject ? -1 : 1));
}

/** A ref that another item left behind says nothing about the item that took it over. */
function baseRefs(renumbered: ReadonlyMap<string, string> = new Map()): BaseRefOf {
  const left = new Set(renumbered.values());
  return (itemRef) => renumbered.get(itemRef) ?? (left.has(itemRef) ? '' : itemRef);
}

/** Whether a comparison has loads to render: only then is the parser of mappings worth its time. */
export function comparesLoads(
  base: Specification,
  head: Specification,
  { targets, changedObjects }: Pick<DiffOptions, 'targets' | 'changedObjects'>,
): boolean {
  return targets.some((target) => {
    const [old, young] = [mappingsOf(base, target), mappingsOf(head, target)];
    if (old === null && young === null) return false;
    return changedObjects === undefined || changedObjects.size > 0 || changedMappings(old, young).size > 0;
  });
}

/** The lines alone: an identifier given later, or a line that moved, is not another difference. */
function digestText(target: Target, objects: TargetDiff['objects']): string {
  return JSON.stringify([target.name, objects.map(({ object, hunks }) => [object, hunks.map(({ lines }) => lines)])]);
}

function textOf(rendered: RenderedObject | null): string {
  return rendered?.lines.map(({ text }) => text).join('\n') ?? '';
}
