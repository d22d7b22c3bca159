import fc from 'fast-check';
import type { ColumnType } from '../../src/sql/column-type.js';
import type { Dialect } from '../../src/sql/dialects/dialect.js';
import { postgres } from '../../src/sql/dialects/postgres.js';
import { POSTGRES_RESERVED } from '../../src/sql/dialects/postgres-reserved.js';
import { sqlserver } from '../../src/sql/dialects/sqlserver.js';
import { SQLSERVER_RESERVED } from '../../src/sql/dialects/sqlserver-reserved.js';
import type { AddForeignKey, CreateIndex, CreateTable } from '../../src/sql/statement.js';

const DIALECTS: readonly Dialect[] = [sqlserver, postgres];

const types: readonly [ColumnType, sqlserver: string, postgres: string][] = [
  [{ name: 'nvarchar', size: 48 }, 'nvarchar(48)', 'varchar(48)'],
  [{ name: 'nvarchar', size: 4000 }, 'nvarchar(4000)', 'varchar(4000)'],
  [{ name: 'nvarchar', size: 4001 }, 'nvarchar(max)', 'varchar(4001)'],
  [{ name: 'nvarchar', size: 20_000_000 }, 'nvarchar(max)', 'text'],
  [{ name: 'nvarchar', size: 'max' }, 'nvarchar(max)', 'text'],
  [{ name: 'nchar', size: 1 }, 'nchar(1)', 'char(1)'],
  [{ name: 'nchar', size: 'max' }, 'nvarchar(max)', 'text'],
  [{ name: 'datetime', size: null }, 'datetime', 'timestamp'],
  [{ name: 'int', size: null }, 'int', 'integer'],
  [{ name: 'float', size: null }, 'float', 'double precision'],
  [{ name: 'bit', size: null }, 'bit', 'boolean'],
  [{ name: 'binary', size: 32 }, 'binary(32)', 'bytea'],
  [{ name: 'binary', size: 'max' }, 'varbinary(max)', 'bytea'],
];

test.each(types)('%p is spelled for each database', (type, ...expected) => {
  expect(DIALECTS.map((dialect) => dialect.typeName(type))).toEqual(expected);
});

const names: readonly [name: string, sqlserver: string, postgres: string][] = [
  ['pers_person_id', 'pers_person_id', 'pers_person_id'],
  ['Pers_Sex', 'Pers_Sex', 'Pers_Sex'],
  ['user', '[user]', '"user"'],
  ['Order', '[Order]', '"order"'],
  ['percent', '[percent]', 'percent'],
  ['limit', 'limit', '"limit"'],
  ['a b', '[a b]', '"a b"'],
  ['1a', '[1a]', '"1a"'],
  ['a]]b', '[a]]]]b]', '"a]]b"'],
  ['[a]', '[[a]]]', '"[a]"'],
  ['a"b', '[a"b]', '"a""b"'],
  ["dept'; DROP TABLE x;--", "[dept'; DROP TABLE x;--]", `"dept'; DROP TABLE x;--"`],
];

test.each(names)('%s is quoted only where it has to be', (name, ...expected) => {
  expect(DIALECTS.map((dialect) => dialect.identifier(name))).toEqual(expected);
});

test('a quoted name is read back as the name', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (name) => {
      const bracketed = sqlserver.identifier(name);
      expect(bracketed === name || bracketed.slice(1, -1).replaceAll(']]', ']') === name).toBe(true);
      const quoted = postgres.identifier(name);
      const read = quoted.slice(1, -1).replaceAll('""', '"');
      expect([name, quoted].includes(read) || quoted === name || read === name.toLowerCase()).toBe(true);
    }),
  );
});

test('reserved words are written in the case they are looked up in', () => {
  expect([...SQLSERVER_RESERVED].filter((word) => !/^[A-Z_]+$/.test(word))).toEqual([]);
  expect([...POSTGRES_RESERVED].filter((word) => !/^[a-z_]+$/.test(word))).toEqual([]);
});

const limits: readonly [name: string, sqlserver: boolean, postgres: boolean][] = [
  ['a'.repeat(63), true, true],
  ['a'.repeat(64), true, false],
  ['é'.repeat(31), true, true],
  ['é'.repeat(32), true, false],
  ['a'.repeat(128), true, false],
  ['a'.repeat(129), false, false],
  ['$(SQLCMDUSER)', false, true],
  ['ctid', true, false],
  ['XMIN', true, false],
];

test.each(limits)('%s fits where it fits', (name, ...expected) => {
  expect(DIALECTS.map((dialect) => dialect.nameFault(name) === '')).toEqual(expected);
});

test('a fault says who refuses the name', () => {
  expect(sqlserver.nameFault('a'.repeat(129))).toBe('SQL Server takes 128 characters at most');
  expect(postgres.nameFault('a'.repeat(64))).toBe('PostgreSQL takes 63 bytes at most');
});

const keys: readonly [ColumnType, sqlserver: boolean, postgres: boolean][] = [
  [{ name: 'nvarchar', size: 450 }, true, true],
  [{ name: 'nvarchar', size: 451 }, false, true],
  [{ name: 'nvarchar', size: 'max' }, false, true],
  [{ name: 'binary', size: 900 }, true, true],
  [{ name: 'binary', size: 901 }, false, true],
  [{ name: 'datetime', size: null }, true, true],
];

test.each(keys)('%p can be a key where it can', (type, ...expected) => {
  expect(DIALECTS.map((dialect) => dialect.keyFault(type) === '')).toEqual(expected);
});

const origins = [{ object: 'ssd_a', itemRef: 'AAAA001A', file: '', path: [] }] as const;
const type: ColumnType = { name: 'nvarchar', size: 48 };
const table: CreateTable = {
  kind: 'create-table',
  element: 'create_table',
  origins,
  table: "ssd_o'b",
  members: [],
  primaryKey: null,
};
const index: CreateIndex = {
  kind: 'create-index',
  element: 'create_idx',
  origins,
  name: 'ix',
  table: 'ssd_a',
  column: 'b',
  type,
};
const key: AddForeignKey = {
  kind: 'add-foreign-key',
  element: 'create_fk',
  origins,
  name: 'FK_x',
  table: 'ssd_a',
  column: 'b',
  parentTable: 'ssd_person',
  parentColumn: 'p',
  type,
};

test('SQL Server is asked whether a thing is there', () => {
  expect(sqlserver.guard(table).before).toEqual([`IF OBJECT_ID(N'[ssd_o''b]', N'U') IS NULL`]);
  expect(sqlserver.guard(index).before.join()).toContain(
    "sys.indexes WHERE object_id = OBJECT_ID(N'ssd_a', N'U') AND name = N'ix'",
  );
  expect(sqlserver.guard(key).before.join()).toContain('sys.foreign_keys WHERE parent_object_id =');
});

test('PostgreSQL says it itself, but for foreign keys', () => {
  expect(postgres.guard(table)).toEqual({ before: [], after: [] });
  expect(postgres.guard(index)).toEqual({ before: [], after: [] });
  expect(postgres.guard(key).before).toEqual([
    'DO $ssd$ BEGIN',
    "IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conrelid = to_regclass('ssd_a') AND conname = 'fk_x') THEN",
  ]);
});

test('no name closes the quote of the block it stands in', () => {
  const { before, after } = postgres.guard({ ...key, name: 'fk $ssd$ $ssd_$' });
  expect(before[0]).toBe('DO $ssd__$ BEGIN');
  expect(after.at(-1)).toBe('END $ssd__$;');
});

test('a backslash means itself, whatever the server makes of backslashes', () => {
  expect(postgres.guard({ ...key, name: "fk \\' x" }).before.join()).toContain("conname = E'fk \\\\'' x'");
});
