/**
 * The keys of `.github/spec-steward.yml`: one row a key. The reader, the published JSON Schema and the documentation
 * are all made from this table.
 */
export interface ConfigKey {
  /** Path in the file: `paths.objects`. */
  readonly key: string;
  /** `entries`: a list of blocks of keys; `named`: blocks of keys by a name; `fields` says which keys. */
  readonly type: 'text' | 'number' | 'switch' | 'texts' | 'entries' | 'named';
  readonly doc: string;
  /** Keys of each block. */
  readonly fields?: readonly ConfigKey[];
  /** Of the keys of a block, those of which it must have at least one. */
  readonly anyOf?: readonly string[];
  /** A block must have this key. */
  readonly isNeeded?: true;
  /** Closed list of values, or of the entries of a list, where there is one. */
  readonly oneOf?: readonly string[];
  /** What a text must look like; a text on one line where it is not given. */
  readonly form?: TextForm;
  /** A blank value is allowed, and means that there is none. */
  readonly mayBeBlank?: true;
  /** Least and greatest number. */
  readonly range?: readonly [least: number, greatest: number];
  /** How a list must begin. */
  readonly begins?: readonly string[];
}

/** A pattern, both ends anchored, and in words. */
export interface TextForm {
  readonly pattern: string;
  readonly words: string;
}

/** What every text must be: something to see, nothing that hides. */
export const ONE_LINE: TextForm = { pattern: '^(?=.*\\S)[^\\p{Cc}\\p{Cf}]+$', words: 'a text on one line' };

/** No step is empty, `.`, `..` or `.git`; no backslash, no colon: those mean other things to git and to Windows. */
const INSIDE: TextForm = {
  pattern: '^(?!(?:.*/)?(?:\\.{0,2}|\\.[gG][iI][tT])(?:/|$))[^\\\\:\\p{Cc}\\p{Cf}]+$',
  words: 'a path inside the repository, such as `spec/objects`',
};

const PREFIX: TextForm = { pattern: '^[A-Z][A-Z0-9]{0,15}$', words: '1 to 16 capital letters and digits' };

const path = (name: string, doc: string): ConfigKey => ({ key: `paths.${name}`, type: 'text', doc, form: INSIDE });

const LOGIN: TextForm = {
  pattern: '^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$',
  words: 'the login of a GitHub account, without @',
};

const TEAM: TextForm = {
  pattern: '^[A-Za-z0-9][A-Za-z0-9_-]{0,99}/[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}$',
  words: 'a team as `organisation/team`',
};

const ORGANISATION: ConfigKey = {
  key: 'organisation',
  type: 'text',
  doc: 'The organisation that they decide for.',
  isNeeded: true,
};

const SPEAKS_FOR: ConfigKey = {
  key: 'speaks_for',
  type: 'texts',
  doc: 'CMS that they answer for, such as `mosaic`.',
};

const PERSON: readonly ConfigKey[] = [
  { key: 'login', type: 'text', doc: 'Account on GitHub; who has none is known by name.', form: LOGIN },
  { key: 'name', type: 'text', doc: 'Name, as it stands in tables and in the record.' },
  ORGANISATION,
  SPEAKS_FOR,
  {
    key: 'roles',
    type: 'texts',
    doc: '`chair` may override, hold and minute; `secretary` may minute.',
    oneOf: ['chair', 'secretary'],
  },
];

const GITHUB_TEAM: readonly ConfigKey[] = [
  { key: 'team', type: 'text', doc: 'The team, as `organisation/team`.', form: TEAM, isNeeded: true },
  ORGANISATION,
  SPEAKS_FOR,
];

const TRACK: readonly ConfigKey[] = [
  { key: 'members', type: 'number', doc: 'How many people must agree.', range: [0, 99] },
  { key: 'organisations', type: 'number', doc: 'From how many organisations they must come.', range: [0, 99] },
  { key: 'cms', type: 'switch', doc: 'Somebody must agree who speaks for each CMS whose SQL changes.' },
];

/** Every key there is, in the order in which they are documented. */
export const CONFIG_KEYS: readonly ConfigKey[] = [
  { key: 'name', type: 'text', doc: 'Name of the standard, for headings.' },
  { key: 'branch', type: 'text', doc: 'Branch that a proposal is compared with.' },
  path('objects', 'Folder of the data objects, one YAML file each.'),
  path('code_sets', 'Folder of the code sets, one YAML file each.'),
  path('relationships', 'The relationships file, generated from the foreign keys.'),
  path('change_log', 'The change log CSV: the durable record of every change.'),
  path('changelog', 'The change log that people read, written from the CSV.'),
  {
    ...path('spreadsheet', 'The spreadsheet (as CSV) that the YAML is generated from; blank where there is none.'),
    mayBeBlank: true,
  },
  path('vocabulary', 'Known types, returns and CMS; where the file is missing, those of the bundled standard.'),
  path('consumers', 'Columns that outside consumers read; where the file is missing, the bundled ones.'),
  path('local_authorities', 'Local authorities and their CMS (CSV); where the file is missing, the bundled ones.'),
  path('cms', 'Folder of the mappings: one folder a CMS, one YAML file an object.'),
  path('la_configs', 'Folder of the configurations of local authorities, one YAML file each.'),
  path('sql', 'Folder of the generated SQL.'),
  {
    key: 'identifiers.prefix',
    type: 'text',
    doc: 'What change identifiers begin with: `SSD` makes `SSD-0028`.',
    form: PREFIX,
  },
  { key: 'identifiers.digits', type: 'number', doc: 'Least number of digits of a change identifier.', range: [1, 9] },
  {
    key: 'metadata',
    type: 'text',
    doc: 'Keys of the metadata blocks: `documented`, `release`, or `detect` for what the repository already uses.',
    oneOf: ['documented', 'release', 'detect'],
  },
  {
    key: 'change_types',
    type: 'texts',
    doc: 'The closed list of change types; it begins with bug, new feature, change.',
    begins: ['bug', 'new feature', 'change'],
  },
  { key: 'targets', type: 'texts', doc: 'SQL targets to generate, each a CMS on a dialect: `mosaic.sqlserver`.' },
  {
    key: 'approval.people',
    type: 'entries',
    doc: 'The steering group: who decides, and for which organisation.',
    fields: PERSON,
    anyOf: ['login', 'name'],
  },
  {
    key: 'approval.teams',
    type: 'entries',
    doc: 'Teams on GitHub whose members decide as well, each team for one organisation.',
    fields: GITHUB_TEAM,
  },
  {
    key: 'approval.tracks',
    type: 'named',
    doc: 'What `cosmetic`, `documentation` and each change type need.',
    fields: TRACK,
  },
  {
    key: 'approval.major.comment_days',
    type: 'number',
    doc: 'How many days a major change stands open for comments.',
    range: [0, 365],
  },
];
