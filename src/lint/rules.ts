/** The table of rules: every check of the lint stage is one row of one of these families. */
import type { Rule } from './rule.js';
import { CHANGE_LOG_RULES } from './rules-change-log.js';
import { CMS_RULES } from './rules-cms.js';
import { CODE_SET_RULES } from './rules-code-sets.js';
import { FILE_RULES } from './rules-files.js';
import { FOREIGN_KEY_RULES } from './rules-foreign-keys.js';
import { ITEM_REF_RULES } from './rules-item-refs.js';
import { KEY_RULES } from './rules-keys.js';
import { LIST_RULES } from './rules-lists.js';
import { MAPPING_RULES } from './rules-mappings.js';
import { NAME_RULES } from './rules-names.js';
import { READING_RULES } from './rules-reading.js';
import { RECORD_RULES } from './rules-records.js';
import { RELATIONSHIP_RULES } from './rules-relationships.js';
import { SPREADSHEET_RULES } from './rules-spreadsheet.js';
import { TERM_RULES } from './rules-terms.js';
import { TEXT_RULES } from './rules-texts.js';
import { TYPE_RULES } from './rules-types.js';

/** Every rule, family by family. */
export const RULES: readonly Rule[] = [
  ...READING_RULES,
  ...FILE_RULES,
  ...ITEM_REF_RULES,
  ...NAME_RULES,
  ...TYPE_RULES,
  ...KEY_RULES,
  ...FOREIGN_KEY_RULES,
  ...TERM_RULES,
  ...LIST_RULES,
  ...MAPPING_RULES,
  ...CMS_RULES,
  ...TEXT_RULES,
  ...CODE_SET_RULES,
  ...RELATIONSHIP_RULES,
  ...CHANGE_LOG_RULES,
  ...RECORD_RULES,
  ...SPREADSHEET_RULES,
];

/** Rules whose findings `steward record` mends by itself: nobody is told of them in a proposal. */
export const MENDED_BY_RECORD: ReadonlySet<string> = new Set(
  RULES.filter(({ mendedByRecord }) => mendedByRecord).map(({ id }) => id),
);
