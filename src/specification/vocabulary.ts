/** The words a standard uses, as data (`vocabulary.yml`), each with the spellings that mean it. */

export type TypeFamily = 'text' | 'number' | 'date' | 'boolean' | 'binary';

export interface DataType {
  readonly name: string;
  readonly sized: boolean;
  readonly family: TypeFamily;
}

export interface Term {
  readonly name: string;
  readonly title: string;
  readonly aliases: readonly string[];
}

export interface ReturnTerm extends Term {
  readonly statutory: boolean;
  /** A label for work inside the standard or an authority; nothing is sent to anybody. */
  readonly local: boolean;
}

export interface Vocabulary {
  readonly types: readonly DataType[];
  readonly returns: readonly ReturnTerm[];
  readonly cms: readonly Term[];
  readonly constraints: readonly string[];
  readonly relations: readonly string[];
}
