/** Labels from the classification. The table is the whole of what is ours: no other label is ever taken away. */
import type { LabelWish, SetLabels } from '../plan.js';
import { cut } from '../report/phrase.js';
import { tally } from '../report/tally.js';
import type { View } from './view.js';

/** One kind of label. */
interface Family {
  readonly prefix: string;
  /** Six hexadecimal digits. */
  readonly color: string;
  /** Of one value: at most 100 characters. */
  readonly describe: (value: string) => string;
  /** Every value that a label of ours can have. */
  readonly values: (view: View) => readonly string[];
  /** The values that this pull request has, the most important first. */
  readonly wanted: (view: View) => readonly string[];
}

/** In the order of importance: when there are too many, the last ones are left out. */
const FAMILIES: readonly Family[] = [
  {
    prefix: 'needs: ',
    color: 'd93f0b',
    describe: (value) => `Before it can go on: ${value}`,
    values: () => ['mending', 'decision'],
    wanted: ({ verdict }) => ({ mend: ['mending'], decide: ['decision'], fine: [] })[verdict],
  },
  {
    prefix: 'spec: ',
    color: 'b60205',
    describe: () => 'Something that is in use goes, is renamed or is narrowed',
    values: () => ['breaking'],
    wanted: ({ review }) => (review.weight === 'major' ? ['breaking'] : []),
  },
  {
    prefix: 'spec: ',
    color: '1d76db',
    describe: (value) => `Has changes of the type ${value}`,
    values: ({ state }) => state.config.changeTypes,
    wanted: ({ review }) => [...tally(realChanges(review).map(({ changeType }) => changeType)).keys()],
  },
  {
    prefix: 'spec: ',
    color: 'c5def5',
    describe: () => 'Only texts change',
    values: () => ['documentation'],
    wanted: ({ review }) => (isDocumentation(review) ? ['documentation'] : []),
  },
  {
    prefix: 'cms: ',
    color: '0e8a16',
    describe: (value) => `Changes what ${value} fills, or its SQL`,
    values: ({ state }) => state.vocabulary.cms.map(({ name }) => name),
    wanted: ({ review }) => [...review.impact.cms.map(({ name }) => name), ...changedTargets(review)],
  },
  {
    prefix: 'return: ',
    color: '5319e7',
    describe: (value) => `Changes items of the statutory return ${value}`,
    values: ({ state }) => state.vocabulary.returns.filter(({ statutory }) => statutory).map(({ name }) => name),
    wanted: ({ review }) => review.impact.returns.map(({ name }) => name),
  },
];

/** More are read by nobody. */
const MOST_LABELS = 12;

/** GitHub's limits of a label's name and of its description. */
const LONGEST_NAME = 50;
const LONGEST_DESCRIPTION = 100;

type Reviewed = Pick<View['review'], 'changes'>;

/** What the pull request lacks and what it has too much; nothing when its labels are right. */
export function setLabels(view: View): SetLabels[] {
  const { pull } = view.state;
  const wishes = wishesOf(view);
  const has = new Set(pull.labels.map(keyOf));
  const wanted = new Set(wishes.map(({ name }) => keyOf(name)));
  const ours = new Set(FAMILIES.flatMap((family) => family.values(view).map((value) => keyOf(nameOf(family, value)))));
  const add = wishes.filter(({ name }) => !has.has(keyOf(name)));
  const remove = pull.labels.filter((name) => ours.has(keyOf(name)) && !wanted.has(keyOf(name)));
  return add.length + remove.length === 0 ? [] : [{ kind: 'set-labels', number: pull.number, add, remove }];
}

function wishesOf(view: View): LabelWish[] {
  const wishes = FAMILIES.flatMap((family) => {
    const known = new Set(family.values(view));
    const values = [...new Set(family.wanted(view))].filter((value) => known.has(value));
    return values.map((value) => ({
      name: nameOf(family, value),
      color: family.color,
      description: cut(family.describe(value), LONGEST_DESCRIPTION),
    }));
  });
  return [...new Map(wishes.map((wish) => [keyOf(wish.name), wish])).values()].slice(0, MOST_LABELS);
}

function nameOf({ prefix }: Family, value: string): string {
  return cut(`${prefix}${value}`, LONGEST_NAME);
}

/** GitHub takes names that differ in letter case alone for one. */
function keyOf(name: string): string {
  return name.toLowerCase();
}

function realChanges({ changes }: Reviewed): Reviewed['changes'] {
  return changes.filter((change) => change.class !== 'cosmetic');
}

function isDocumentation(review: Reviewed): boolean {
  const real = realChanges(review);
  return real.length > 0 && real.every((change) => change.class === 'documentation');
}

/** `mosaic` of `mosaic.sqlserver`. */
function changedTargets({ sql }: View['review']): string[] {
  return sql.filter(({ digest }) => digest !== '').map(({ target }) => target.split('.', 1)[0] ?? '');
}
