/** Who stands around the standard: outside consumers of its tables and the local authorities that run the extracts. */

/** `consumers.yml`: the columns that somebody outside reads from the deployed tables. */
export interface Consumer {
  readonly name: string;
  readonly title: string;
  /** Table name to the column names it reads; some may not be in the specification. */
  readonly tables: Readonly<Record<string, readonly string[]>>;
}

/** A row of `local_authorities.csv`. */
export interface LocalAuthority {
  readonly code: string;
  readonly name: string;
  /** Name of the CMS in the vocabulary (`liquid_logic`), or `''` when not known. */
  readonly cms: string;
  readonly database: string;
  /** The CMS as it is written, for those that the vocabulary does not know. */
  readonly writtenCms: string;
  /** How far the authority is: `awaiting` or `configured`. */
  readonly state: string;
  /** What else is known, for people. */
  readonly note: string;
}

/** Who stands around the standard and is hit by its changes. */
export interface Surroundings {
  readonly consumers: readonly Consumer[];
  readonly localAuthorities: readonly LocalAuthority[];
}
