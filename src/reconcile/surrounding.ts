/** What looking at pull requests needs besides GitHub. */
import type { Hash } from '../changes/diff.js';
import type { BundledFiles } from '../load.js';
import type { Breathe } from '../ports.js';
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
}
