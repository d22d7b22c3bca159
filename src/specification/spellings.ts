/** Older spellings of keys in the recorded history, and what they became. */

/** Item keys of 2023, each with its present name. */
export const ITEM_KEY_SPELLINGS: Readonly<Record<string, string>> = {
  field_ref: 'item_ref',
  cms_fields: 'cms_field',
};

/** The keys a data item may have, in the order in which the files have them. */
export const ITEM_KEYS = [
  'name',
  'description',
  'item_ref',
  'type',
  'size',
  'primary_key',
  'foreign_key',
  'validators',
  'code_set',
  'categories',
  'constraints',
  'returns',
  'cms',
  'cms_field',
  'cms_table',
  'guidance',
  'metadata',
] as const;

/** One vocabulary of metadata blocks: what each of our five facts is called there, and what else it has. */
export interface MetadataSet {
  readonly name: 'documented' | 'release' | '2023';
  readonly releaseDatetime: string;
  readonly changeId: string;
  readonly itemChangesCount: string;
  readonly changeReason: string;
  readonly changeType: string;
  readonly changeSource: string;
  /** What stands in `releaseDatetime` while the change is pending. */
  readonly pending: string;
  /** All its keys, in the order in which a block has them. */
  readonly keys: readonly string[];
}

/** The vocabularies that metadata blocks have had; the first is ours. */
export const METADATA_SETS: readonly MetadataSet[] = [
  {
    name: 'documented',
    releaseDatetime: 'release_datetime',
    changeId: 'change_id',
    itemChangesCount: 'item_changes_count',
    changeReason: 'change_reason',
    changeType: 'change_type',
    changeSource: '',
    pending: '',
    keys: ['release_datetime', 'change_id', 'item_changes_count', 'change_reason', 'change_type'],
  },
  {
    name: 'release',
    releaseDatetime: 'release',
    changeId: 'change_id',
    itemChangesCount: 'versions_count',
    changeReason: 'impact_title',
    changeType: 'type',
    changeSource: 'change_source',
    pending: 'In review|pending',
    keys: ['release', 'change_id', 'change_source', 'versions_count', 'impact_title', 'type'],
  },
  {
    name: '2023',
    releaseDatetime: 'change_datetime',
    changeId: 'change_ref_id',
    itemChangesCount: 'item_changes_count',
    changeReason: 'reason_text',
    changeType: '',
    changeSource: '',
    pending: '',
    keys: ['change_datetime', 'change_ref_id', 'item_changes_count', 'reason_text', 'data_quality_notes'],
  },
];

/** The set whose own keys a block has; the documented one for a block that has none. */
export function metadataSetOf(keys: readonly string[]): MetadataSet {
  const documented = METADATA_SETS[0] as MetadataSet;
  const score = (set: MetadataSet) => set.keys.filter((key) => keys.includes(key)).length;
  return METADATA_SETS.reduce((best, set) => (score(set) > score(best) ? set : best), documented);
}

/** Headings of the earliest change logs, and the columns they became. */
export const CHANGE_LOG_HEADING_SPELLINGS: Readonly<Record<string, string>> = {
  change_datetime: 'release_datetime',
  change_ref_id: 'change_id',
  reason_text: 'change_impact_notes',
};
