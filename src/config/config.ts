/** The normalised configuration: every key has a value, paths are relative to the repository's root. */

import type { Policy } from './policy.js';

/** Which keys the metadata blocks have; `detect` keeps what the repository already uses, else `documented`. */
export type MetadataVocabulary = 'documented' | 'release' | 'detect';

/** Where things lie in the repository. */
export interface Layout {
  /** Folder of the data objects, one YAML file each. */
  readonly objects: string;
  readonly codeSets: string;
  readonly relationships: string;
  readonly changeLog: string;
  readonly changelogMd: string;
  /** The maintainers' spreadsheet; `''` when the YAML is the source of sizes. */
  readonly spreadsheet: string;
  readonly vocabulary: string;
  readonly consumers: string;
  readonly localAuthorities: string;
  /** Folder of the mappings, one folder a CMS. */
  readonly cms: string;
  /** Folder of the configurations of local authorities. */
  readonly authoritySettings: string;
  /** Folder of the generated SQL. */
  readonly sql: string;
}

/** What holds for a repository, whether written or by default. */
export interface Config {
  /** Name of the standard, for headings. */
  readonly name: string;
  /** Branch that proposals are compared with. */
  readonly branch: string;
  readonly layout: Layout;
  /** `SSD` in `SSD-0028`. */
  readonly identifierPrefix: string;
  /** Least number of digits of an identifier. */
  readonly identifierDigits: number;
  readonly metadata: MetadataVocabulary;
  /** The closed list of change types; begins with bug, new feature, change. */
  readonly changeTypes: readonly string[];
  /** `cms.dialect`, for instance `liquid_logic.sqlserver`. */
  readonly targets: readonly string[];
  /** Who agrees to changes, and how many of them each needs. */
  readonly approval: Policy;
}
