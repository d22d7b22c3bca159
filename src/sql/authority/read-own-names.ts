/** The items that have a column of their own in a local authority: one entry an item, by its ref. */
import type { StewardError } from '../../errors.js';
import type { Path } from '../../specification/model.js';
import type { PlainMap } from '../../specification/plain-reader.js';
import type { PlainValue } from '../../specification/yaml-value.js';
import { readColumnType } from '../column-type.js';
import { HIDDEN } from '../comment-text.js';
import type { OwnName } from './settings.js';
import { OWN_NAME_KEYS } from './settings-keys.js';

/** Where the list stands, and how to say that something in it is wrong. */
export interface OwnNameSource {
  readonly path: Path;
  readonly place: (path: Path) => string;
  readonly refuse: (path: Path, found: string, expected: string) => StewardError;
}

/** Takes the list, gives its entries; those with nothing in them are left out. Throws what the source refuses. */
export function readOwnNames(list: PlainValue, source: OwnNameSource): readonly OwnName[] {
  const entries = list === null || list === '' ? [] : (list as readonly PlainValue[]);
  return entries.flatMap((entry, index) => {
    const path = [...source.path, index];
    if (entry === null) return [];
    if (typeof entry !== 'object' || Array.isArray(entry)) {
      throw source.refuse(path, 'an entry is no block of keys', `a block of keys: ${OWN_NAME_KEYS.join(', ')}`);
    }
    const own = ownNameOf(entry as PlainMap, { ...source, path });
    return own === null ? [] : [own];
  });
}

function ownNameOf(entry: PlainMap, { path, place, refuse }: OwnNameSource): OwnName | null {
  const unknown = Object.keys(entry).find((key) => !OWN_NAME_KEYS.includes(key));
  if (unknown !== undefined) {
    throw refuse([...path, unknown], `\`${unknown}\` is not a key`, `one of ${OWN_NAME_KEYS.join(', ')}`);
  }
  if (Object.values(entry).every((value) => value === null || value === '')) return null;
  const text = (key: string) => {
    const value = entry[key] ?? '';
    if (typeof value === 'object' || HIDDEN.test(String(value))) {
      throw refuse([...path, key], `\`${key}\` is ${JSON.stringify(value)}`, 'a text on one line');
    }
    return String(value);
  };
  if (text('ssd_item_ref') === '') throw refuse(path, 'an entry has no `ssd_item_ref`', 'the item_ref of an item');
  return {
    place: place(path),
    itemRef: text('ssd_item_ref'),
    object: text('ssd_table'),
    item: text('ssd_item_field_name'),
    field: text('la_field_name'),
    table: text('la_table_name'),
    ...typeOf(text('la_datatype'), text('la_datatype_size'), (found, expected) => refuse(path, found, expected)),
  };
}

function typeOf(
  type: string,
  size: string,
  refuse: (found: string, expected: string) => StewardError,
): Pick<OwnName, 'type' | 'size'> {
  if (type !== '' && readColumnType(type, null) === null) {
    throw refuse(
      `\`la_datatype\` is ${JSON.stringify(type)}`,
      'one of nvarchar, nchar, datetime, int, float, bit, binary',
    );
  }
  if (size === '') return { type, size: null };
  if (size.toLowerCase() === 'max') return { type, size: 'max' };
  if (/^[1-9]\d{0,7}$/.test(size)) return { type, size: Number(size) };
  throw refuse(`\`la_datatype_size\` is ${JSON.stringify(size)}`, 'a whole number above 0, or max');
}
