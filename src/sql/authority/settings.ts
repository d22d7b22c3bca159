/** What a local authority wants otherwise than the standard's own script has it. */
import type { Deployment } from '../dialects/deployment.js';

/** The configuration of one local authority, as written; nothing of it has been held against the specification yet. */
export interface AuthoritySettings {
  readonly file: string;
  /** Three digits, as the Department for Education has it. */
  readonly code: string;
  readonly name: string;
  /** CMS and database in whatever spelling. */
  readonly cms: string;
  readonly database: string;
  /** Version of the database, such as `15.0`; `''` where nobody wrote it. */
  readonly databaseVersion: string;
  /** Text that stands at the head of the script. */
  readonly header: string;
  /** Years that the extract looks back; null for the standard's own. */
  readonly years: number | null;
  /** Years of a shorter range, which published scripts declare and no condition of theirs reads. */
  readonly recentYears: number | null;
  readonly deployment: Omit<Deployment, 'tables'>;
  /** Where its names are written: `spec/la_configs/845.yml:31:7`. */
  readonly places: Readonly<Record<'schema' | 'database' | 'source', string>>;
  readonly removal: Removal;
  readonly ownNames: readonly OwnName[];
}

/** What is left out of the script; objects by their folded names. */
export interface Removal {
  /** Elements that are left out of every object: `create_fk`. */
  readonly everywhere: ReadonlySet<string>;
  /** Objects that are left out as a whole. */
  readonly objects: ReadonlySet<string>;
  /** Element to the objects that it is left out of. */
  readonly elements: ReadonlyMap<string, ReadonlySet<string>>;
  /** The objects as they are written, for the places of those that name nothing. */
  readonly named: readonly { readonly object: string; readonly place: string }[];
}

/** An item that has another column here; what is `''` or null stays as in the standard. */
export interface OwnName {
  readonly place: string;
  readonly itemRef: string;
  /** Name of the object and the item, where they are said: they must be those of the ref. */
  readonly object: string;
  readonly item: string;
  readonly field: string;
  readonly table: string;
  readonly type: string;
  readonly size: number | 'max' | null;
}
