/** How the type of a column differs, as the facts of a script have it: `nvarchar 48`. */
import { both, type When } from './fact-changes.js';
import type { Fact } from './script-facts.js';

const nameOf = ({ type }: Fact) => type.split(' ')[0] ?? '';

function lengthOf({ type }: Fact): number {
  const [, size] = type.split(' ');
  return size === 'max' ? Number.POSITIVE_INFINITY : Number(size);
}

const resized = (when: (before: number, after: number) => boolean): When =>
  both((a, b) => nameOf(a) === nameOf(b) && when(lengthOf(a), lengthOf(b)));

/** Longer values fit. */
export const widened: When = resized((before, after) => after > before);

/** Shorter values only. */
export const narrowed: When = resized((before, after) => after < before);

/** Another type; handed in is what is asked of whether it holds every value of the old one. */
export const retyped = (when: (isKept: boolean) => boolean): When =>
  both((a, b) => nameOf(a) !== nameOf(b) && when(isKept(a, b)));

/** A whole number has eleven characters at most, with its sign. */
const INT_LENGTH = 11;

/** The types that hold every value of a type, as they are or as texts that every database writes alike. */
const WIDER: Readonly<Record<string, (after: Fact, before: Fact) => boolean>> = {
  'bit int': () => true,
  'bit float': () => true,
  'int float': () => true,
  'int nvarchar': (after) => lengthOf(after) >= INT_LENGTH,
  'nchar nvarchar': (after, before) => lengthOf(after) >= lengthOf(before),
};

function isKept(before: Fact, after: Fact): boolean {
  return WIDER[`${nameOf(before)} ${nameOf(after)}`]?.(after, before) ?? false;
}
