/** The words a standard uses, as data (`vocabulary.yml`), each with the spellings that mean it. */

/** Kinds of data: within one family values survive a change of type. */
export type TypeFamily = 'text' | 'number' | 'date' | 'boolean' | 'binary';

/** A type that items may have. */
export interface DataType {
  readonly name: string;
  readonly sized: boolean;
  readonly family: TypeFamily;
}

/** A known word with its meaning, and the spellings that became it. */
export interface Term {
  readonly name: string;
  readonly title: string;
  readonly aliases: readonly string[];
}

/** A case management system. */
export interface CmsTerm extends Term {
  /** The databases it runs on, as local authorities have them: `sqlserver`, `oracle`, `postgresql`. */
  readonly databases: readonly string[];
}

/** A return, and who asks for it. */
export interface ReturnTerm extends Term {
  readonly statutory: boolean;
  /** A label for work inside the standard or an authority; nothing is sent to anybody. */
  readonly local: boolean;
}

/** The closed lists of the standard, as data. */
export interface Vocabulary {
  readonly types: readonly DataType[];
  readonly returns: readonly ReturnTerm[];
  readonly cms: readonly CmsTerm[];
  readonly constraints: readonly string[];
  readonly relations: readonly string[];
}
