/** What looking at pull requests needs besides GitHub. */
import type { Hash } from '../changes/diff.js';
import type { BundledFiles } from '../load.js';
import type { Breathe } from '../ports.js';
import type { Review, ReviewEvidence } from '../review.js';
import type { Specification } from '../specification/model.js';
import type { Memo } from '../specification/read-specification.js';

/** What the App has at hand besides GitHub. */
export interface Surrounding {
  readonly bundled: BundledFiles;
  readonly memo: Memo;
  readonly hash: Hash;
  readonly botLogin: string;
  /** `yyyy-mm-dd`. */
  readonly today: () => string;
  /** ISO 8601, UTC. */
  readonly now: () => string;
  /** Webhooks are answered while a large specification is read and judged. */
  readonly breathe?: Breathe | undefined;
  /** What the statements of changed objects are proved by; absent where no evidence is given. */
  readonly giveEvidence?: ((review: Review, head: Specification) => Promise<ReviewEvidence | null>) | undefined;
}
