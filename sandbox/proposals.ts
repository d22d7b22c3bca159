/** Changes that are at hand in the sandbox, each a few edits by pattern: what a person would type. */
/** One place of one file. */
export interface Edit {
  readonly path: string;
  readonly find: RegExp;
  /** As `String.replace` takes it. */
  readonly write: string;
}

/** What is pushed as one commit. */
export interface Proposal {
  readonly id: string;
  /** On its button. */
  readonly label: string;
  readonly hint: string;
  /** Of the commit. */
  readonly message: string;
  readonly edits: readonly Edit[];
}

const CONTACTS = 'spec/objects/ssd_contacts.yml';

/** The CMS that have a mapping of contacts. */
const MAPPED = ['liquid_logic', 'mosaic', 'eclipse'];

const NEW_ITEM = `
  - name: cont_referral_id
    description: Referral that the contact led to
    item_ref: CONT007A
    type: nvarchar
    size: 48
    foreign_key: ssd_cin_episodes.cine_referal_id
    categories:
    - contact
    constraints:
    - fk
    returns:
    - CIN
    cms:
    - liquid_logic
    guidance: Record the referral when the outcome of the contact is a referral to social care.
`;

/** One item added with a foreign key that leads nowhere, one renamed, one retyped, one slip repaired. */
export const DEMONSTRATION: Proposal = {
  id: 'demonstration',
  label: 'Open the demonstration proposal',
  hint: '',
  message: 'Link contacts to the referrals that they lead to',
  edits: [
    { path: CONTACTS, find: /\n*$/, write: NEW_ITEM },
    { path: CONTACTS, find: /Identifer/, write: 'Identifier' },
    { path: 'spec/objects/ssd_person.yml', find: /name: pers_legacy_id/, write: 'name: pers_previous_id' },
    { path: 'spec/objects/ssd_cp_visits.yml', find: /(item_ref: CPPV003A\n {4}type: )\w+/, write: '$1nvarchar' },
  ],
};

/** What mends it. */
export const MENDED_KEY: Proposal = {
  id: 'mend-foreign-key',
  label: 'Mend the foreign key',
  hint: 'cine_referal_id becomes cine_referral_id',
  message: 'Mend the foreign key of cont_referral_id',
  edits: [{ path: CONTACTS, find: /cine_referal_id/, write: 'cine_referral_id' }],
};

/** Further changes of a proposal, in the order of their buttons. */
export const FURTHER: readonly Proposal[] = [
  MENDED_KEY,
  {
    id: 'misspell-return',
    label: 'Misspell a return',
    hint: 'CIN becomes CINN in CONT007A',
    message: 'Name the return',
    edits: [
      { path: CONTACTS, find: /(item_ref: CONT007A(?:\n {4}.*)*?\n {4}returns:\n {4}- )CIN\n/, write: '$1CINN\n' },
    ],
  },
  {
    id: 'edit-metadata',
    label: 'Edit a metadata block by hand',
    hint: 'the change_type of PREP002A, which the App writes',
    message: 'Correct the change type',
    edits: [
      {
        path: 'spec/objects/ssd_pre_proceedings.yml',
        find: /(item_ref: PREP002A(?:\n {4}.*)*?\n {6}change_type: )new feature/,
        write: '$1bug',
      },
    ],
  },
  {
    id: 'remove-item',
    label: 'Remove an item',
    hint: 'CONT006A, which three CMS deliver today, and where they keep it',
    message: 'Remove cont_contact_source_desc',
    edits: [
      { path: CONTACTS, find: / {2}- name: cont_contact_source_desc\n[\s\S]*?(?= {2}- name: )/, write: '' },
      // A mapping of an item that is no more is an error.
      ...MAPPED.map((cms) => ({
        path: `spec/cms/${cms}/ssd_contacts.yml`,
        find: /^ {2}CONT006A:.*\n(?: {4}.*\n)*/m,
        write: '',
      })),
    ],
  },
];

/** A push to the default branch that nobody reviewed; every time another one. */
export const BYPASS: Proposal = {
  id: 'bypass-review',
  label: 'Push straight to main',
  hint: 'the description of DISA003A changes without a pull request',
  message: 'Say more about the disability record',
  edits: [
    {
      path: 'spec/objects/ssd_disability.yml',
      find: /(- name: disa_table_id\n {4}description: [^\n]+)/,
      write: '$1, as the authority keeps it',
    },
  ],
};

/** The changed texts by path; null where a file does not have what is to be changed. */
export async function changedFiles(
  { edits }: Proposal,
  read: (path: string) => Promise<string | null>,
): Promise<Record<string, string> | null> {
  const texts: Record<string, string> = {};
  for (const edit of edits) {
    const before = texts[edit.path] ?? (await read(edit.path)) ?? '';
    const after = edited(before, edit);
    if (after === before) return null;
    texts[edit.path] = after;
  }
  return texts;
}

/** The text with the first place changed. */
export function edited(text: string, { find, write }: Edit): string {
  return text.replace(find, write);
}
