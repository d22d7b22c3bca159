/**
 * The table of change kinds: every difference the product knows is one row here.
 * `field` names the property of a data item that the kind compares; kinds without one have code of their own.
 */
import type { DataItem } from '../specification/model.js';

/** `cosmetic`: letter case, white space, punctuation or list order only. */
export type ChangeClass = 'structural' | 'documentation' | 'cosmetic';

type Subject = 'object' | 'item' | 'code set';

interface KindRow {
  readonly subject: Subject;
  /** Class of a change of this kind unless it is cosmetic. */
  readonly class: ChangeClass;
  /** How a reader meets it: "type changed". */
  readonly phrase: string;
  readonly field?: keyof DataItem;
  /** Where in the YAML item its value stands. */
  readonly key?: string;
}

/** The table: one row a kind. Everything else about a kind (judge, sentence, pattern) is keyed by it. */
export const CHANGE_KINDS = {
  'object-added': { subject: 'object', class: 'structural', phrase: 'object added' },
  'object-removed': { subject: 'object', class: 'structural', phrase: 'object removed' },
  'object-renamed': { subject: 'object', class: 'structural', phrase: 'object renamed' },
  'item-order-changed': { subject: 'object', class: 'structural', phrase: 'order of items changed' },
  'object-mapping-changed': { subject: 'object', class: 'structural', phrase: 'mapping of an object changed' },
  'item-added': { subject: 'item', class: 'structural', phrase: 'item added' },
  'item-removed': { subject: 'item', class: 'structural', phrase: 'item removed' },
  'item-renamed': { subject: 'item', class: 'structural', phrase: 'renamed', field: 'name', key: 'name' },
  'item-moved': { subject: 'item', class: 'structural', phrase: 'moved to another object' },
  'item-ref-changed': {
    subject: 'item',
    class: 'structural',
    phrase: 'item_ref changed',
    field: 'ref',
    key: 'item_ref',
  },
  'item-type-changed': { subject: 'item', class: 'structural', phrase: 'type changed', field: 'type', key: 'type' },
  'item-size-changed': { subject: 'item', class: 'structural', phrase: 'size changed', field: 'size', key: 'size' },
  'item-primary-key-changed': {
    subject: 'item',
    class: 'structural',
    phrase: 'primary key changed',
    field: 'primaryKey',
    key: 'primary_key',
  },
  'item-constraints-changed': {
    subject: 'item',
    class: 'structural',
    phrase: 'constraints changed',
    field: 'constraints',
    key: 'constraints',
  },
  'item-foreign-key-changed': {
    subject: 'item',
    class: 'structural',
    phrase: 'foreign key changed',
    field: 'foreignKey',
    key: 'foreign_key',
  },
  'item-validators-changed': { subject: 'item', class: 'structural', phrase: 'validators changed', key: 'validators' },
  'item-cms-changed': {
    subject: 'item',
    class: 'structural',
    phrase: 'CMS availability changed',
    field: 'cms',
    key: 'cms',
  },
  'item-cms-field-changed': {
    subject: 'item',
    class: 'structural',
    phrase: 'CMS field changed',
    field: 'cmsField',
    key: 'cms_field',
  },
  'item-cms-table-changed': {
    subject: 'item',
    class: 'structural',
    phrase: 'CMS table changed',
    field: 'cmsTable',
    key: 'cms_table',
  },
  'item-mapping-changed': { subject: 'item', class: 'structural', phrase: 'mapping of an item changed' },
  'item-returns-changed': {
    subject: 'item',
    class: 'structural',
    phrase: 'returns changed',
    field: 'returns',
    key: 'returns',
  },
  'item-categories-changed': {
    subject: 'item',
    class: 'documentation',
    phrase: 'categories changed',
    field: 'categories',
    key: 'categories',
  },
  'item-code-set-changed': {
    subject: 'item',
    class: 'structural',
    phrase: 'code set changed',
    field: 'codeSet',
    key: 'code_set',
  },
  'item-description-changed': {
    subject: 'item',
    class: 'documentation',
    phrase: 'description changed',
    field: 'description',
    key: 'description',
  },
  'item-guidance-changed': {
    subject: 'item',
    class: 'documentation',
    phrase: 'guidance changed',
    field: 'guidance',
    key: 'guidance',
  },
  'item-metadata-changed': { subject: 'item', class: 'documentation', phrase: 'metadata edited', key: 'metadata' },
  'code-set-value-added': { subject: 'code set', class: 'structural', phrase: 'code added' },
  'code-set-value-removed': { subject: 'code set', class: 'structural', phrase: 'code removed' },
  'code-set-value-redefined': { subject: 'code set', class: 'structural', phrase: 'code redefined' },
} as const satisfies Record<string, KindRow>;

/** Name of a kind, such as `item-renamed`; published in the JSON and never renamed. */
export type ChangeKind = keyof typeof CHANGE_KINDS;

/** The row of a kind. */
export function kindRow(kind: ChangeKind): KindRow {
  return CHANGE_KINDS[kind];
}
