/** The closed list of things that we may do; deciding makes a plan, `apply` carries it out. */

export type Action = WriteFile;

/** Puts a text into a file of the working copy, provided that it still has the text that the plan was made from. */
export interface WriteFile {
  readonly kind: 'write-file';
  readonly path: string;
  readonly text: string;
  /** What the file had when the plan was made; null where there was none. */
  readonly was: string | null;
}

export interface Plan {
  readonly actions: readonly Action[];
}
