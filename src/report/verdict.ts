/** The verdict on a review: may it go on, must a person answer, or must something be mended? */
import type { JudgedChange, Review, Weight } from '../review.js';
import { type HeadlineCounts, headline } from './headline-sentences.js';
import { tally } from './tally.js';

/** From least to greatest. */
export const WEIGHTS: readonly Weight[] = ['none', 'patch', 'minor', 'major'];

const FIRST_TYPES = ['new feature', 'change', 'bug'];

/** The part of a review that is decided last. */
export interface Verdict {
  readonly verdict: Review['verdict'];
  readonly headline: string;
  readonly weight: Weight;
}

/** What the verdict is about. */
type Judged = Pick<Review, 'changes' | 'questions' | 'findings'>;

/**
 * `mend` when an error is introduced, a file cannot be read or a change is blocked; `decide` when a question, an
 * undecided type or a doubted statement is open; else `fine`.
 *
 * @param review the findings must be those that the change introduces.
 */
export function verdictOf(review: Judged): Verdict {
  const counts = countsOf(review);
  return { verdict: counts.verdict, headline: headline(counts), weight: counts.weight };
}

function countsOf({ changes, questions, findings }: Judged): HeadlineCounts {
  const real = changes.filter((change) => change.class !== 'cosmetic');
  const errors = findings.filter(({ severity }) => severity === 'error');
  const rules = new Set(errors.map(({ rule }) => rule));
  const blocked = changes.filter(({ blockedBy }) => blockedBy.length > 0);
  const open = {
    questions: questions.length,
    undecided: real.filter(({ changeType }) => changeType === 'undecided').length,
    doubted: real.filter(({ doubt }) => doubt !== '').length,
  };
  const mend = errors.length + blocked.length > 0;
  return {
    verdict: mend ? 'mend' : Math.max(...Object.values(open)) > 0 ? 'decide' : 'fine',
    errors: tally(errors.map(({ rule }) => rule)),
    blocked: blocked.filter(({ blockedBy }) => !blockedBy.some((rule) => rules.has(rule))).length,
    ...open,
    changes: real.length,
    ...subjects(real),
    cosmetic: changes.length - real.length,
    types: tally(real.map(({ changeType }) => changeType).sort(byType)),
    weight: greatestWeight(changes),
  };
}

function subjects(changes: readonly JudgedChange[]): Pick<HeadlineCounts, 'items' | 'objects' | 'codeSets'> {
  const distinct = (keys: readonly string[]) => new Set(keys).size;
  const ofObjects = changes.filter(({ object }) => object !== '');
  const ofItems = ofObjects.filter(({ name }) => name !== '');
  return {
    items: distinct(ofItems.map(({ object, itemRef, name }) => JSON.stringify([object, itemRef || name]))),
    objects: distinct(ofObjects.map(({ object }) => object)),
    codeSets: distinct(changes.filter(({ object }) => object === '').map(({ name }) => name)),
  };
}

/** What is new comes first, then what alters, then what repairs; types of a repository's own follow by name. */
function byType(a: string, b: string): number {
  const rank = (type: string) => (FIRST_TYPES.includes(type) ? FIRST_TYPES.indexOf(type) : FIRST_TYPES.length);
  return rank(a) - rank(b) || (a < b ? -1 : Number(a > b));
}

function greatestWeight(changes: readonly JudgedChange[]): Weight {
  return changes.reduce<Weight>(
    (greatest, { weight }) => (WEIGHTS.indexOf(weight) > WEIGHTS.indexOf(greatest) ? weight : greatest),
    'none',
  );
}
