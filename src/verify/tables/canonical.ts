/** Values of different databases in one form, so that the same table is the same everywhere. */
import type { TypeName } from '../../sql/column-type.js';
import type { Cell, Row } from '../engine.js';

/**
 * Takes a cell as an engine gives it and the type of its column, gives the form that all engines share: dates to the
 * second, numbers without their spelling, texts without trailing blanks. A blank text is no text: Oracle has none, and
 * the extracts write none.
 */
export function canonicalCell(cell: Cell, type: TypeName): Cell {
  return cell === null ? null : CANONICAL[type](cell);
}

/** A row of cells. */
export function canonicalRow(row: Row, types: readonly TypeName[]): Row {
  return row.map((cell, index) => canonicalCell(cell, types[index] ?? 'nvarchar'));
}

const text = (cell: string) => cell.replace(/ +$/, '') || null;
const number = (cell: string) => (Number.isFinite(Number(cell)) ? String(Number(Number(cell).toPrecision(12))) : cell);

const CANONICAL: Readonly<Record<TypeName, (cell: string) => Cell>> = {
  nvarchar: text,
  nchar: text,
  int: number,
  float: number,
  bit: (cell) => (/^(?:t|true|1)$/i.test(cell) ? '1' : '0'),
  datetime: toTheSecond,
  binary: (cell) => cell.replace(/^(?:\\x|0x)/i, '').toLowerCase(),
};

/** `2026-11-27T09:30:15.123+00:00` and `2026-11-27` become `2026-11-27 09:30:15` and `2026-11-27 00:00:00`. */
function toTheSecond(cell: string): string {
  const [, date, time = '00:00:00'] = /^(\d{4}-\d\d-\d\d)(?:[ T](\d\d:\d\d:\d\d))?/.exec(cell) ?? [];
  return date === undefined ? cell : `${date} ${time}`;
}
