/** What a recorded type and size mean for a column, in the words of the standard and of no database. */
import type { Size } from '../specification/model.js';

/** The types of the standard. */
export type TypeName = 'nvarchar' | 'nchar' | 'datetime' | 'int' | 'float' | 'bit' | 'binary';

/** A type every dialect can spell. `size` is null for types that have none, and never null for the others. */
export interface ColumnType {
  readonly name: TypeName;
  readonly size: Size;
}

/** Sizes taken where the specification gives none; the header of every script says so. */
export const DEFAULT_SIZES: Readonly<Partial<Record<TypeName, number>>> = { nvarchar: 255, nchar: 1, binary: 32 };

/** Every spelling in the recorded history (2023 to 2025). */
const SPELLINGS: ReadonlyMap<string, TypeName> = new Map([
  ['nvarchar', 'nvarchar'],
  ['varchar', 'nvarchar'],
  ['string', 'nvarchar'],
  ['nchar', 'nchar'],
  ['char', 'nchar'],
  ['datetime', 'datetime'],
  ['date', 'datetime'],
  ['int', 'int'],
  ['integer', 'int'],
  ['tinyint', 'int'],
  ['float', 'float'],
  ['bit', 'bit'],
  ['boolean', 'bit'],
  ['binary', 'binary'],
]);

/** Taken for a type nobody knows: it can hold any value, so nothing is lost until the type is mended. */
export const FALLBACK_TYPE: ColumnType = { name: 'nvarchar', size: 'max' };

const WRITTEN = /^([a-z]+)\s*(?:\(\s*(\d*|max)\s*\))?$/i;

/**
 * Takes a type and size as recorded (`nvarchar` and 48, but also `VARCHAR(10)` or `TINYINT()`), gives the column type,
 * or null where the type is not known. The item's own size wins over one written in the type.
 */
export function readColumnType(type: string, size: Size): ColumnType | null {
  const [, word = '', written = ''] = WRITTEN.exec(type.trim()) ?? [];
  const name = SPELLINGS.get(word.toLowerCase());
  if (name === undefined) return null;
  const fallback = DEFAULT_SIZES[name];
  if (fallback === undefined) return { name, size: null };
  return { name, size: usable(size) ?? usable(sizeOf(written)) ?? fallback };
}

function sizeOf(written: string): Size {
  if (written.toLowerCase() === 'max') return 'max';
  return written === '' ? null : Number(written);
}

function usable(size: Size): Size {
  return size === 'max' || (Number.isSafeInteger(size) && Number(size) > 0) ? size : null;
}
