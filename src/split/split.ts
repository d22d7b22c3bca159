/**
 * Takes contested changes out of a proposal: what remains, and what they are alone, as texts of files.
 *
 * Only files that people write are split: data objects, code sets and the spreadsheet. Metadata blocks, change log,
 * CHANGELOG.md, relationships and SQL are as `steward record` writes them next: on the branch that remains the row of
 * a change that went is withdrawn, on the other branch it gets a row and a number of its own.
 */
import type { Change } from '../changes/change.js';
import type { ChangeKind } from '../changes/change-kinds.js';
import type { Hash } from '../changes/diff.js';
import type { Config } from '../config/config.js';
import { StewardError } from '../errors.js';
import type { Memo } from '../specification/read-specification.js';
import type { Vocabulary } from '../specification/vocabulary.js';
import { atOnce, type Steps } from '../steps.js';
import { type Choice, choose, reversed } from './choice.js';
import { graft } from './graft.js';
import { type Objections, objectionsTo, type Whole } from './prove.js';
import { type Relations, relationsOf } from './relations.js';
import { type Revised, revise, type Texts } from './revision.js';
import {
  cannotGo,
  MAPPINGS_STAY,
  NOTHING_LEFT,
  NOTHING_NAMED,
  nameIn,
  needsAll,
  needsOthers,
  newError,
  notProposed,
  notSpliceable,
  OTHER_CHANGES,
  OTHER_COLUMNS,
  oneObject,
} from './sentences.js';

/** A proposal, and what is to be taken out of it. */
export interface SplitInput {
  readonly base: Revised;
  readonly head: Revised;
  /** All changes from base to head, in any review of them. */
  readonly changes: readonly Change[];
  /** Subjects to take out, by `subjectKey`. */
  readonly keys: readonly string[];
  /** Identifiers of the subjects, for sentences. */
  readonly identifiers: ReadonlyMap<string, string>;
  readonly config: Config;
  readonly vocabulary: Vocabulary;
  readonly hash: Hash;
  /** What has been read already. */
  readonly memo?: Memo;
}

/** Both parts: files of the head's branch, and of a branch that starts at the base; null where a file is to be gone. */
export interface Parts {
  readonly kind: 'parts';
  readonly rest: Texts;
  readonly alone: Texts;
}

/** Why it cannot be, and which further subjects would have to go along for it to be; none where nothing helps. */
export interface Refusal {
  readonly kind: 'refusal';
  readonly sentence: string;
  readonly along: readonly string[];
}

/**
 * Splits, or says why not. The parts are proved: read back, their changes are together exactly those of the proposal
 * by fingerprint, those of the subjects in `alone` and all others in `rest`, and neither part has an error that the
 * proposal had not. Differences that are only cosmetic go with their item.
 */
export function split(input: SplitInput): Parts | Refusal {
  return atOnce(splitSteps(input));
}

/** The same, with pauses: there may be a dozen ways to try, and each is proved. */
export function* splitSteps(input: SplitInput): Steps<Parts | Refusal> {
  const { base, head, changes } = input;
  const relations = relationsOf(base.specification, head.specification, changes);
  const keys = new Set(input.keys);
  const unknown = [...keys].filter((key) => !relations.subjects.has(key));
  const nameOf = namer(input, relations);
  if (keys.size === 0) return refuse(NOTHING_NAMED);
  if (unknown.length > 0) return refuse(notProposed(unknown.map(nameOf)));
  if (keys.size === relations.subjects.size) return refuse(NOTHING_LEFT);
  const attempt = attempts(input);
  const first = yield* attempt(keys);
  if (first.parts) return first.parts;
  const names = [...keys].map(nameOf);
  const found = yield* goAlong(keys, { first, attempt, relations });
  const along = found && [...relations.subjects.keys()].filter((key) => found.includes(key));
  if (along === null) return refuse(cannotGo(names, first.why));
  if (along.length + keys.size === relations.subjects.size)
    return refuse(needsAll(names, relations.subjects.size, first.why));
  return refuse(needsOthers(names, along.map(nameOf), first.why), along);
}

function refuse(sentence: string, along: readonly string[] = []): Refusal {
  return { kind: 'refusal', sentence, along };
}

/** A subject as people name it: its identifier, else what it is. */
function namer({ identifiers }: SplitInput, { subjects }: Relations): (key: string) => string {
  return (key) => {
    const [change] = subjects.get(key) ?? [];
    return identifiers.get(key) ?? nameIn(change ? change.itemRef || change.object || change.name : key);
  };
}

/** What came of one way to split. */
interface Attempt {
  readonly parts: Parts | null;
  readonly objections: Objections;
  /** The first thing that speaks against it. */
  readonly why: string;
}

type Try = (keys: ReadonlySet<string>) => Steps<Attempt>;

function attempts({ base, head, changes, memo = new Map(), ...measure }: SplitInput): Try {
  const whole: Whole = {
    ...measure,
    base: base.specification,
    head: head.specification,
    changes,
    judged: new Map(),
  };
  const reading = { layout: measure.config.layout, memo };
  return function* (keys) {
    const grafted = graftBoth(choose({ base, head, changes }, keys));
    yield;
    if (typeof grafted === 'string') return { parts: null, objections: { changes: [], errors: [] }, why: grafted };
    const [rest, alone] = [revise(head, grafted.rest, reading), revise(base, grafted.alone, reading)];
    const sides = { rest: rest.specification, alone: alone.specification };
    yield;
    const objections = yield* objectionsTo(whole, sides, keys);
    const isProved = objections.changes.length + objections.errors.length === 0;
    return { parts: isProved ? grafted : null, objections, why: whyNot(objections, whole) };
  };
}

/** Both parts, or why a file cannot be taken apart. */
function graftBoth(choice: Choice): Parts | string {
  try {
    return { kind: 'parts', rest: graft(reversed(choice)), alone: graft(choice) };
  } catch (error) {
    if (!(error instanceof StewardError)) throw error;
    return notSpliceable(error.detail.place, error.detail.found);
  }
}

/** Kinds whose text is in a mapping. */
const MAPPED: ReadonlySet<ChangeKind> = new Set<ChangeKind>(['item-mapping-changed', 'object-mapping-changed']);

/** The first thing that a person can understand: an error, an object that comes or goes, columns of every row. */
function whyNot({ errors, changes }: Objections, { base, head }: Whole): string {
  const [error] = errors;
  if (error) return newError(error.part, error.finding.message);
  for (const { kind, object } of changes)
    if (kind === 'object-added' || kind === 'object-removed' || kind === 'object-renamed')
      return oneObject(kind, object);
  if (changes.some(({ kind }) => MAPPED.has(kind))) return MAPPINGS_STAY;
  const headings = [base, head].map(({ spreadsheet }) => JSON.stringify(spreadsheet?.headings));
  const isCell = changes.some(({ source }) => source === 'spreadsheet');
  return isCell && headings[0] !== headings[1] ? OTHER_COLUMNS : OTHER_CHANGES;
}

/** Subjects that are asked to go along one after the other, before it is said that all hang together. */
const MOST_ROUNDS = 12;
/** So many are looked at one by one for whether they are really needed. */
const MOST_TRIED = 12;

/** The others that have to go along: none that can stay; null where no choice of others helps. */
function* goAlong(
  keys: ReadonlySet<string>,
  { first, attempt, relations }: { first: Attempt; attempt: Try; relations: Relations },
): Steps<readonly string[] | null> {
  let [chosen, last] = [keys, first];
  for (let round = 0; !last.parts && round < MOST_ROUNDS; round += 1) {
    const more = relations.pointedAt(last.objections, chosen);
    if (more.length === 0) return null;
    chosen = new Set([...chosen, ...more]);
    if (chosen.size === relations.subjects.size) break;
    last = yield* attempt(chosen);
  }
  const added = [...chosen].filter((key) => !keys.has(key));
  if (!last.parts) return chosen.size === relations.subjects.size ? added : null;
  return added.length > MOST_TRIED ? added : yield* onlyNeeded(added, keys, attempt);
}

function* onlyNeeded(added: readonly string[], keys: ReadonlySet<string>, attempt: Try): Steps<readonly string[]> {
  let needed = added;
  for (const key of added) {
    const fewer = needed.filter((other) => other !== key);
    if (fewer.length > 0 && (yield* attempt(new Set([...keys, ...fewer]))).parts) needed = fewer;
  }
  return needed;
}
