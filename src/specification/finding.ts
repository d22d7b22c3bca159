import type { Path } from './model.js';

/** `error`: cannot be used or traced; `warning`: misleads; `info`: incomplete. */
export type Severity = 'error' | 'warning' | 'info';

/** Something a contributor can mend: which rule, where, what was found and what was expected. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly file: string;
  /** Where in the file; `locate` fills `line` and `column` (1-based) from it. */
  readonly path: Path;
  readonly line: number | null;
  readonly column: number | null;
  /** Data object, `''` where the finding concerns none. */
  readonly object: string;
  readonly itemRef: string;
  /** What was found, one plain sentence, no full stop needed by the reader to understand it. */
  readonly message: string;
  /** What was expected, or how to mend it. */
  readonly expected: string;
  /**
   * The value concerned. With the rule and the item (or object) it is the finding's identity across revisions, so it
   * holds neither places nor sentences, nor the name of the item itself.
   */
  readonly value?: string;
}
