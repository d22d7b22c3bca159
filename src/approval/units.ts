/** A review -> the units that are agreed to. Whatever changes, in the standard or in SQL, is in one of them. */
import type { Hash } from '../changes/diff.js';
import { type Policy, ruleOf } from '../config/policy.js';
import { isIdentified, subjectKey, subjectOf } from '../identifiers/subject.js';
import { changePhrase } from '../report/change-sentences.js';
import { cut } from '../report/phrase.js';
import { grouped } from '../report/tally.js';
import { WEIGHTS } from '../report/verdict.js';
import type { JudgedChange, Review } from '../review.js';
import { moreChanges, sqlOnlyTitle } from './sentences.js';
import { contentKey, type Track, type Unit } from './unit.js';

/** What the review does not say. */
export interface UnitOptions {
  readonly hash: Hash;
  /** Says whether anybody is asked about cosmetic changes; by default nobody is. */
  readonly policy: Pick<Policy, 'tracks'>;
}

/** Digits of a hash that are kept: enough that nobody finds two contents with one digest. */
const DIGITS = 32;

const LONGEST_TITLE = 240;

/** From the strictest on; types of a repository's own stand between. */
const STRICTEST: readonly Track[] = ['change', 'new feature'];
const LEAST: readonly Track[] = ['bug', 'documentation', 'cosmetic'];

/**
 * Takes a review with the identifiers that were given, gives its units in the order of the changes. Items speak for
 * an object that comes or goes. SQL that no unit explains is a unit of its own, judged like a change.
 */
export function unitsOf(review: Pick<Review, 'changes' | 'sql'>, options: UnitOptions): readonly Unit[] {
  const sql = sqlBySubject(review.sql);
  const bySubject = grouped(countedChanges(review.changes, options), (change) => subjectKey(subjectOf(change)));
  const units = [...bySubject].map(([subject, changes]) =>
    unitOf({ subject, changes, sql: sql.get(subject) ?? {} }, options.hash),
  );
  const alone = [...sql].filter(([subject]) => !bySubject.has(subject));
  return [...units, ...alone.map(([subject, own]) => sqlOnly(subject, own, { review, hash: options.hash }))];
}

function countedChanges(changes: readonly JudgedChange[], { policy }: UnitOptions): JudgedChange[] {
  const { members, organisations } = ruleOf(policy, 'cosmetic');
  const asksCosmetic = members + organisations > 0;
  const spoken = new Set(changes.filter((change) => change.itemRef !== '' && isIdentified(change)).flatMap(objectsOf));
  const counts = (change: JudgedChange) => {
    if (change.kind === 'object-added' || change.kind === 'object-removed') return !spoken.has(change.object);
    return asksCosmetic || change.class !== 'cosmetic';
  };
  return changes.filter(counts);
}

function objectsOf({ object, was }: JudgedChange): string[] {
  return was ? [object, was.object] : [object];
}

function sqlBySubject(targets: Review['sql']): Map<string, Record<string, string>> {
  const found = new Map<string, Record<string, string>>();
  for (const { target, subjects } of targets) {
    for (const { subject, digest } of subjects) {
      found.set(subject, { ...found.get(subject), [target]: digest.slice(0, DIGITS) });
    }
  }
  return found;
}

interface Known {
  readonly subject: string;
  readonly changes: readonly JudgedChange[];
  readonly sql: Readonly<Record<string, string>>;
}

function unitOf({ subject, changes, sql }: Known, hash: Hash): Unit {
  const [first] = changes as readonly [JudgedChange, ...JudgedChange[]];
  const { itemRef, object, name } = first;
  const tracks = tracksOf(changes, Object.keys(sql).length > 0);
  const real = changes.filter((change) => change.class !== 'cosmetic');
  return {
    id: changes.find(({ changeId }) => changeId !== null)?.changeId ?? (itemRef || object || name),
    subject,
    fingerprint: fingerprintOf(subject, real.length > 0 ? real : changes, hash),
    sql,
    track: tracks[0] ?? 'change',
    tracks,
    isMajor: changes.some(({ weight }) => weight === 'major'),
    isOpen: changes.some(isOpen),
    title: titleOf(changes),
    itemRef,
    object,
    groups: [...new Set(changes.flatMap(({ group }) => group ?? []))],
  };
}

/** Values as well as the changes' own fingerprints, whose 16 digits alone somebody could make collide. */
function fingerprintOf(subject: string, changes: readonly JudgedChange[], hash: Hash): string {
  const data = changes.map(({ fingerprint, before, after }) => JSON.stringify([fingerprint, before, after])).sort();
  return hash(JSON.stringify([subject, data])).slice(0, DIGITS);
}

/** The strictest first. What changes SQL is never only a matter of wording. */
function tracksOf(changes: readonly JudgedChange[], hasSql: boolean): readonly Track[] {
  const tracks = new Set(changes.map(trackOf));
  if (hasSql && [...tracks].every((track) => track === 'cosmetic' || track === 'documentation')) tracks.add('change');
  return [...tracks].sort((a, b) => strictness(a) - strictness(b) || (a < b ? -1 : 1));
}

/** A type that nobody has decided, or that the evidence speaks against, counts as `change`. */
function trackOf(change: JudgedChange): Track {
  if (change.class !== 'structural') return change.class;
  return isOpen(change) ? 'change' : change.changeType;
}

function isOpen({ class: changeClass, changeType, doubt }: JudgedChange): boolean {
  return changeClass === 'structural' && (changeType === 'undecided' || doubt !== '');
}

function strictness(track: Track): number {
  if (STRICTEST.includes(track)) return STRICTEST.indexOf(track);
  return STRICTEST.length + (LEAST.includes(track) ? 1 + LEAST.indexOf(track) : 0);
}

/** The weightiest change in words. */
function titleOf(changes: readonly JudgedChange[]): string {
  const [first, ...others] = changes.toSorted((a, b) => WEIGHTS.indexOf(b.weight) - WEIGHTS.indexOf(a.weight));
  if (!first) return '';
  const place = [first.object, first.name].filter((part) => part !== '').join('.');
  const sentence = `${place}: ${changePhrase(first)
    .map(({ text }) => text)
    .join('')}`;
  const short = sentence.length > LONGEST_TITLE ? `${cut(sentence, LONGEST_TITLE)}…` : sentence;
  return others.length > 0 ? `${short}${moreChanges(others.length)}` : short;
}

interface About {
  readonly review: Pick<Review, 'changes'>;
  readonly hash: Hash;
}

/** Such as a letter case that reaches a column's name: no identifier, and yet another script. */
function sqlOnly(subject: string, sql: Readonly<Record<string, string>>, { review, hash }: About): Unit {
  const cause = review.changes.find((change) => subjectKey(subjectOf(change)) === subject);
  const [object = '', itemRef = ''] = cause ? [cause.object, cause.itemRef] : subject.trim().split(' ');
  return {
    id: itemRef || object,
    subject,
    fingerprint: hash(contentKey({ subject, fingerprint: '', sql })).slice(0, DIGITS),
    sql,
    track: 'change',
    tracks: ['change'],
    isMajor: false,
    isOpen: false,
    title: sqlOnlyTitle(object),
    itemRef,
    object,
    groups: cause?.group ? [cause.group] : [],
  };
}
