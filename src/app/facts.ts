/** What `steward doctor` finds out: plain data, each part read or with the reason why it was not. */

/** Why something could not be read. */
export interface Failure {
  /** HTTP status; 0 where GitHub answered and what it gave is not as it must be. */
  readonly status: number;
  readonly message: string;
  /** GitHub's `X-Accepted-GitHub-Permissions`; `''` where it sent none. */
  readonly accepted: string;
}

/** A value, or why there is none. */
export type Read<T> =
  | { readonly value: T; readonly failure?: undefined }
  | { readonly value?: undefined; readonly failure: Failure };

/** What the App shall have: its manifest, app.yml. */
export interface Manifest {
  /** `read` or `write` by the name of the permission. */
  readonly permissions: Readonly<Record<string, string>>;
  readonly events: readonly string[];
}

/** The App, as GitHub has it. */
export interface AppFacts extends Manifest {
  readonly id: number;
  readonly name: string;
  readonly hook: Read<{ readonly url: string; readonly hasSecret: boolean; readonly verifiesTls: boolean }>;
  /** Newest first. */
  readonly deliveries: Read<readonly DeliveryFacts[]>;
}

/** One attempt to deliver an event; a redelivery has the same GUID. */
export interface DeliveryFacts {
  readonly guid: string;
  /** HTTP status of the answer; 0 where there was none. */
  readonly status: number;
}

/** A check that a branch requires. */
export interface RequiredCheck {
  readonly context: string;
  /** The App that it must come from; null for any. */
  readonly appId: number | null;
}

/** One repository, as the App's installation sees it. */
export interface RepositoryFacts {
  /** `owner/name`. */
  readonly name: string;
  readonly installation: Read<{
    readonly permissions: Readonly<Record<string, string>>;
    readonly isSuspended: boolean;
  }>;
  /** The default branch; `''` where it could not be asked. */
  readonly branch: string;
  /** One request for each permission. */
  readonly probes: readonly { readonly permission: string; readonly failure: Failure | null }[];
  /** What rulesets require on the default branch. */
  readonly rules: Read<readonly RequiredCheck[]>;
  /** Whether a ruleset there takes approvals away when something is pushed. */
  readonly dismissesStale: Read<boolean>;
  /** What the older branch protection requires there. */
  readonly protection: Read<readonly RequiredCheck[]>;
  /** Teams that the policy names, `organisation/team`, each with why its members cannot be read. */
  readonly teams: readonly { readonly team: string; readonly failure: Failure | null }[];
  /** Configuration and vocabulary, in words. */
  readonly setting: Read<string>;
  /** In words: how many reservations, or that there is none yet. */
  readonly register: Read<string>;
  /** Types of the rules on the register's branch. */
  readonly registerRules: Read<readonly string[]>;
}
