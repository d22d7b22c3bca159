/** What a review finds: one JSON-able value, from which every format of the report is rendered. */
import type { Change, ChangeGroup, IdentityQuestion } from './changes/change.js';
import type { Proof, Tier } from './proof.js';
import type { Finding } from './specification/finding.js';
import type { ByHand } from './sql/by-hand.js';
import type { Migration } from './sql/migration.js';

/** What a change does to the version number (semver.org); none is no release. */
export type Weight = 'major' | 'minor' | 'patch' | 'none';

/** A configured change type, or `undecided`, when a person has to say. */
export type ChangeType = string;

/** What somebody who may decide said of a subject: `/classify` and `/reason`. */
export interface Decided {
  /** A configured change type; absent where only a reason was given. */
  readonly changeType?: string;
  readonly reason?: string;
  /** Name of the person, as people know it. */
  readonly by: string;
}

/** What a change is, and why. */
export interface Judgement {
  /** Type and weight, and the reason for both in one plain sentence. */
  readonly changeType: ChangeType;
  readonly weight: Weight;
  readonly reason: string;
  /** The author stated the type; it wins over the evidence. */
  readonly stated: boolean;
  /** The evidence disagrees with what the author stated: one sentence, else `''`. */
  readonly doubt: string;
  /** What people decided, which wins over author and evidence; absent where nobody did. */
  readonly decided?: Decided;
  /** Rules of error-level findings that this very change introduces; not empty means it must go back. */
  readonly blockedBy: readonly string[];
}

/** A change with everything the report says of it. */
export interface JudgedChange extends Change, Judgement {
  /** 1-based place in the head (of something removed: in the base); null when not known. */
  readonly line: number | null;
  readonly column: number | null;
  /** Id of the group the change belongs to, or null. */
  readonly group: string | null;
  /** `SSD-0028`; null for cosmetic changes. */
  readonly changeId: string | null;
}

/** Who is touched by the structural changes. */
export interface Impact {
  /** Returns whose items change structurally, with how many items each. */
  readonly returns: readonly { readonly name: string; readonly items: number }[];
  /** CMS whose items change, and how many local authorities run it. */
  readonly cms: readonly { readonly name: string; readonly items: number; readonly localAuthorities: number }[];
  /** Columns that an outside consumer reads and that are touched: `ssd_person.pers_sex`. */
  readonly consumers: readonly {
    readonly consumer: string;
    readonly column: string;
    readonly itemRef: string;
    readonly sentence: string;
  }[];
}

/** A piece of the difference of one script. */
export interface SqlHunk {
  /** Unified diff body lines, each beginning with ' ', '-' or '+'. */
  readonly lines: readonly string[];
  readonly oldStart: number;
  readonly newStart: number;
  /** Identifiers of the changes that caused it; refs where there is none. */
  readonly causes: readonly string[];
}

/** What one subject does to a script. */
export interface SubjectSql {
  /** `subjectKey` of the changed item or object; where no change explains the lines, of what they were made from. */
  readonly subject: string;
  /** SHA-256 over the subject's own lines that go and come: neither context, nor places, nor neighbours. */
  readonly digest: string;
}

/** How one script changes. */
export interface TargetDiff {
  /** `liquid_logic.sqlserver`. */
  readonly target: string;
  readonly file: string;
  /** One line: `3 tables, +2 columns, 1 renamed`. */
  readonly summary: string;
  /** Whoever ran the script before has to run it again: a load, a table or a key is another. */
  readonly rerun: boolean;
  /** What tables need that are deployed already. */
  readonly migration: Migration;
  /** Free SQL in the loads of the changed objects. */
  readonly byHand: readonly ByHand[];
  readonly added: number;
  readonly removed: number;
  /** Whole lines changed, by data object. */
  readonly objects: readonly { readonly object: string; readonly hunks: readonly SqlHunk[] }[];
  /** The same lines by the subject whose change they are; every one of them belongs to at least one. */
  readonly subjects: readonly SubjectSql[];
  /** SHA-256 over the diff: what an approval is bound to. `''` when nothing changes. */
  readonly digest: string;
}

/** A change that stands in only one of spreadsheet, YAML and change log. */
export interface OutOfStep {
  readonly itemRef: string;
  readonly object: string;
  readonly onlyIn: 'spreadsheet' | 'yaml' | 'change log';
  readonly sentence: string;
}

/** What the statements of changed objects are proved by. */
export interface ReviewEvidence {
  /** The kinds of evidence that were asked for. */
  readonly tiers: readonly Tier[];
  readonly proofs: readonly Proof[];
  /** Changed targets whose product nobody has an engine of, where execution was asked for. */
  readonly noEngine: readonly string[];
  /** Items and sets of changed objects that are written by hand in the SQL of a database. */
  readonly freeSql: number;
}

/** Everything a review finds; both revisions, and no more than is needed to render it. */
export interface Review {
  readonly standard: string;
  /** Names of the revisions as the reader knows them: `v21 (8dc88e7)`, `working tree`. */
  readonly base: string;
  readonly head: string;
  /** `fine`: nothing to do; `mend`: an error; `decide`: a person must answer; */
  readonly verdict: 'fine' | 'decide' | 'mend';
  /** The verdict in one line. */
  readonly headline: string;
  /** Greatest weight of the changes. */
  readonly weight: Weight;
  readonly changeRequest: string;
  readonly changes: readonly JudgedChange[];
  readonly groups: readonly ChangeGroup[];
  readonly questions: readonly IdentityQuestion[];
  /** Introduced by the change, unreadable files among them. */
  readonly findings: readonly Finding[];
  readonly resolved: readonly Finding[];
  /** Findings that stood before and stand still, by severity. */
  readonly standing: { readonly error: number; readonly warning: number; readonly info: number };
  readonly outOfStep: readonly OutOfStep[];
  readonly impact: Impact;
  readonly sql: readonly TargetDiff[];
  /** Absent where nobody asked, and where no SQL changes. */
  readonly evidence?: ReviewEvidence;
  readonly counts: { readonly objects: number; readonly items: number };
}
