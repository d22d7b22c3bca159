/** What is agreed to: everything that one identifier stands for, bound to its exact content. */

/** `cosmetic`, `documentation`, or a change type: which rule of the policy holds. */
export type Track = string;

/** The content of a unit, as the record of a decision keeps it. */
export interface Covered {
  /** `SSD-0031`; the ref (or object, or code set) where no identifier is given yet. */
  readonly id: string;
  /** `subjectKey`; where an identifier came later, the unit is still the same. */
  readonly subject: string;
  /** Over everything that changes of the subject and is not cosmetic. */
  readonly fingerprint: string;
  /** Target name -> digest of the SQL lines that the subject changes there. */
  readonly sql: Readonly<Record<string, string>>;
}

/** One thing to agree to. */
export interface Unit extends Covered {
  /** The strictest of its changes. */
  readonly track: Track;
  /** The tracks of all its changes, the strictest first: every one of their rules must be met. */
  readonly tracks: readonly Track[];
  readonly isMajor: boolean;
  /** The evidence does not tell the type, or speaks against what the author stated. */
  readonly isOpen: boolean;
  /** One line: what changes. */
  readonly title: string;
  readonly itemRef: string;
  readonly object: string;
  /** Ids of the groups that its changes belong to. */
  readonly groups: readonly string[];
}

/** Equal for equal content: same subject, same changes, same SQL on every target. */
export function contentKey({ subject, fingerprint, sql }: Omit<Covered, 'id'>): string {
  const targets = Object.keys(sql).sort();
  return JSON.stringify([subject, fingerprint, targets.map((target) => [target, sql[target]])]);
}

/** What the record keeps of a unit. */
export function coveredOf({ id, subject, fingerprint, sql }: Covered): Covered {
  return { id, subject, fingerprint, sql };
}

/** CMS whose SQL the unit changes, in the order of their names. */
export function concernedCms({ sql }: Pick<Unit, 'sql'>): readonly string[] {
  return [...new Set(Object.keys(sql).map((target) => target.split('.')[0] ?? target))].sort();
}
