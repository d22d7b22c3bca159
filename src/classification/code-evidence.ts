/** What both revisions know of the codes that a change is about. */
import type { Change } from '../changes/change.js';
import type { CodeSet, Specification } from '../specification/model.js';

/** Answers to the questions about codes; each is a look-up. */
export interface CodeEvidence {
  /** Whether a set of the base and a set of the head hold the same codes with the same descriptions. */
  isSame(before: string, after: string): boolean;
  /** What the change's own set, which stands in one revision only, is called in the other; else null. */
  otherName(change: Change): string | null;
  /** The code that went for the one that comes, or came for the one that goes: with the same description; else null. */
  counterpart(change: Change): string | null;
  /** Another code of the base's set that had the description which this one gets; else null. */
  formerly(change: Change): string | null;
}

/** Indexes the code sets of both revisions as they are asked for. */
export function codeEvidenceOf(base: Specification, head: Specification): CodeEvidence {
  const before = new Map(base.codeSets.map((set) => [set.name, set]));
  const after = new Map(head.codeSets.map((set) => [set.name, set]));
  const textOf = once(contents);
  const codesOf = once(byDescription);
  const described = (set: CodeSet | undefined, description: Change['before']) =>
    set && typeof description === 'string' && description !== '' ? (codesOf(set).get(fold(description)) ?? []) : [];
  const namesOf = once(({ values }) => new Set(values.map(({ value }) => value)));
  const has = (set: CodeSet | undefined, code: string) => set !== undefined && namesOf(set).has(code);
  const sides = ({ side }: Change) => (side === 'head' ? ([after, before] as const) : ([before, after] as const));
  return {
    isSame: (from, to) => {
      const [was, is] = [before.get(from), after.get(to)];
      return was !== undefined && is !== undefined && textOf(was) === textOf(is);
    },
    otherName: (change) => {
      const [own, other] = sides(change);
      const set = own.get(change.name);
      if (!set || other.has(change.name)) return null;
      const same = [...other.values()].find(
        (candidate) => !own.has(candidate.name) && textOf(candidate) === textOf(set),
      );
      return same?.name ?? null;
    },
    counterpart: (change) => {
      const [own, other] = sides(change);
      const found = described(other.get(change.name), change.before ?? change.after);
      return found.find((code) => !has(own.get(change.name), code)) ?? null;
    },
    formerly: ({ name, part, after: description }) =>
      described(before.get(name), description).find((code) => code !== part) ?? null,
  };
}

function contents({ values }: CodeSet): string {
  return JSON.stringify(values.map(({ value, description }) => [value, description]).sort());
}

function byDescription({ values }: CodeSet): Map<string, string[]> {
  const codes = new Map<string, string[]>();
  for (const { value, description } of values) {
    const same = codes.get(fold(description));
    if (same) same.push(value);
    else codes.set(fold(description), [value]);
  }
  return codes;
}

function fold(text: string): string {
  return text.toLowerCase().replace(/\s+/g, ' ').trim();
}

/** Works out a value for each set once, however many of its codes change. */
function once<T>(work: (set: CodeSet) => T): (set: CodeSet) => T {
  const known = new WeakMap<CodeSet, { readonly value: T }>();
  return (set) => {
    const found = known.get(set) ?? { value: work(set) };
    known.set(set, found);
    return found.value;
  };
}
