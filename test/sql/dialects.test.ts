import fc from 'fast-check';
import type { ColumnType } from '../../src/sql/column-type.js';
import type { Dialect } from '../../src/sql/dialects/dialect.js';
import { oracle } from '../../src/sql/dialects/oracle.js';
import { ORACLE_RESERVED } from '../../src/sql/dialects/oracle-reserved.js';
import { postgres } from '../../src/sql/dialects/postgres.js';
import { POSTGRES_RESERVED } from '../../src/sql/dialects/postgres-reserved.js';
import { sqlserver } from '../../src/sql/dialects/sqlserver.js';
import { sqlserverModern } from '../../src/sql/dialects/sqlserver-modern.js';
import { SQLSERVER_RESERVED } from '../../src/sql/dialects/sqlserver-reserved.js';
import type { AddForeignKey, CreateIndex, CreateTable } from '../../src/sql/statement.js';
import { TARGETS } from '../../src/sql/targets.js';

/** Every dialect; each table below has a cell for each of them. The profiles of SQL Server share theirs. */
const DIALECTS: readonly Dialect[] = [sqlserver, postgres, oracle];

test('no dialect is left out', () => {
  const used = new Set(TARGETS.map(({ dialect }) => dialect));
  expect(used).toEqual(new Set([...DIALECTS, sqlserverModern]));
});

const types: readonly [ColumnType, sqlserver: string, postgres: string, oracle: string][] = [
  [{ name: 'nvarchar', size: 48 }, 'nvarchar(48)', 'varchar(48)', 'nvarchar2(48)'],
  [{ name: 'nvarchar', size: 2000 }, 'nvarchar(2000)', 'varchar(2000)', 'nvarchar2(2000)'],
  [{ name: 'nvarchar', size: 2001 }, 'nvarchar(2001)', 'varchar(2001)', 'varchar2(2001 char)'],
  [{ name: 'nvarchar', size: 4000 }, 'nvarchar(4000)', 'varchar(4000)', 'varchar2(4000 char)'],
  [{ name: 'nvarchar', size: 4001 }, 'nvarchar(max)', 'varchar(4001)', 'nclob'],
  [{ name: 'nvarchar', size: 20_000_000 }, 'nvarchar(max)', 'text', 'nclob'],
  [{ name: 'nvarchar', size: 'max' }, 'nvarchar(max)', 'text', 'nclob'],
  [{ name: 'nchar', size: 1 }, 'nchar(1)', 'char(1)', 'nchar(1)'],
  [{ name: 'nchar', size: 1001 }, 'nchar(1001)', 'char(1001)', 'nvarchar2(1001)'],
  [{ name: 'nchar', size: 'max' }, 'nvarchar(max)', 'text', 'nclob'],
  [{ name: 'datetime', size: null }, 'datetime', 'timestamp', 'timestamp'],
  [{ name: 'int', size: null }, 'int', 'integer', 'number(10)'],
  [{ name: 'float', size: null }, 'float', 'double precision', 'binary_double'],
  [{ name: 'bit', size: null }, 'bit', 'boolean', 'number(1)'],
  [{ name: 'binary', size: 32 }, 'binary(32)', 'bytea', 'raw(32)'],
  [{ name: 'binary', size: 2001 }, 'binary(2001)', 'bytea', 'blob'],
  [{ name: 'binary', size: 'max' }, 'varbinary(max)', 'bytea', 'blob'],
];

test.each(types)('%p is spelled for each database', (type, ...expected) => {
  expect(DIALECTS.map((dialect) => dialect.typeName(type))).toEqual(expected);
});

const names: readonly [name: string, sqlserver: string, postgres: string, oracle: string | null][] = [
  ['pers_person_id', 'pers_person_id', 'pers_person_id', 'pers_person_id'],
  ['Pers_Sex', 'Pers_Sex', 'Pers_Sex', 'Pers_Sex'],
  ['user', '[user]', '"user"', '"USER"'],
  ['Order', '[Order]', '"order"', '"ORDER"'],
  ['percent', '[percent]', 'percent', 'percent'],
  ['limit', 'limit', '"limit"', 'limit'],
  ['level', 'level', 'level', '"LEVEL"'],
  ['_a', '_a', '_a', '"_a"'],
  ['a b', '[a b]', '"a b"', '"a b"'],
  ['1a', '[1a]', '"1a"', '"1a"'],
  ['a]]b', '[a]]]]b]', '"a]]b"', '"a]]b"'],
  ['[a]', '[[a]]]', '"[a]"', '"[a]"'],
  ['a"b', '[a"b]', '"a""b"', null],
  ["dept'; DROP TABLE x;--", "[dept'; DROP TABLE x;--]", `"dept'; DROP TABLE x;--"`, `"dept'; DROP TABLE x;--"`],
];

test.each(names)('%s is quoted only where it has to be', (name, ...expected) => {
  const written = DIALECTS.map((dialect) => (dialect.nameFault(name) === '' ? dialect.identifier(name) : null));
  expect(written).toEqual(expected);
});

test('a quoted name is read back as the name', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (name) => {
      const bracketed = sqlserver.identifier(name);
      expect(bracketed === name || bracketed.slice(1, -1).replaceAll(']]', ']') === name).toBe(true);
      const quoted = postgres.identifier(name);
      const read = quoted.slice(1, -1).replaceAll('""', '"');
      expect([name, quoted].includes(read) || quoted === name || read === name.toLowerCase()).toBe(true);
      const upper = oracle.identifier(name);
      const isKept = [name, name.toUpperCase()].some((stored) => upper === stored || upper === `"${stored}"`);
      expect(oracle.nameFault(name) !== '' || isKept).toBe(true);
    }),
  );
});

test('reserved words are written in the case they are looked up in', () => {
  expect([...SQLSERVER_RESERVED].filter((word) => !/^[A-Z_]+$/.test(word))).toEqual([]);
  expect([...ORACLE_RESERVED].filter((word) => !/^[A-Z_0-9]+$/.test(word))).toEqual([]);
  expect([...POSTGRES_RESERVED].filter((word) => !/^[a-z_]+$/.test(word))).toEqual([]);
});

const limits: readonly [name: string, sqlserver: boolean, postgres: boolean, oracle: boolean][] = [
  ['a'.repeat(63), true, true, true],
  ['a'.repeat(64), true, false, true],
  ['é'.repeat(31), true, true, true],
  ['é'.repeat(32), true, false, true],
  ['é'.repeat(65), true, false, false],
  ['a'.repeat(128), true, false, true],
  ['a'.repeat(129), false, false, false],
  ['$(SQLCMDUSER)', false, true, true],
  ['ctid', true, false, true],
  ['XMIN', true, false, true],
  ['rowid', true, true, false],
  ['a"b', true, true, false],
];

test.each(limits)('%s fits where it fits', (name, ...expected) => {
  expect(DIALECTS.map((dialect) => dialect.nameFault(name) === '')).toEqual(expected);
});

test('a fault says who refuses the name', () => {
  expect(sqlserver.nameFault('a'.repeat(129))).toBe('SQL Server takes 128 characters at most');
  expect(postgres.nameFault('a'.repeat(64))).toBe('PostgreSQL takes 63 bytes at most');
  expect(oracle.nameFault('a'.repeat(129))).toBe('Oracle takes 128 bytes at most');
  expect(oracle.nameFault('RowId')).toBe('Oracle has a column of its own with this name');
});

const keys: readonly [ColumnType, sqlserver: boolean, postgres: boolean, oracle: boolean][] = [
  [{ name: 'nvarchar', size: 450 }, true, true, true],
  [{ name: 'nvarchar', size: 451 }, false, true, true],
  [{ name: 'nvarchar', size: 4000 }, false, true, true],
  [{ name: 'nvarchar', size: 'max' }, false, true, false],
  [{ name: 'binary', size: 900 }, true, true, true],
  [{ name: 'binary', size: 901 }, false, true, true],
  [{ name: 'binary', size: 2001 }, false, true, false],
  [{ name: 'datetime', size: null }, true, true, true],
];

test.each(keys)('%p can be a key where it can', (type, ...expected) => {
  expect(DIALECTS.map((dialect) => dialect.keyFault([type], 'primary key') === '')).toEqual(expected);
});

test('a key of several columns has what they have together', () => {
  const several = (size: number, count: number) =>
    Array.from({ length: count }, (): ColumnType => ({ name: 'nvarchar', size }));
  const faults = (size: number, count: number) =>
    DIALECTS.map((dialect) => dialect.keyFault(several(size, count), 'primary key'));
  expect(faults(225, 2)).toEqual(['', '', '']);
  expect(faults(226, 2)).toEqual(['a key of SQL Server has 900 bytes at most', '', '']);
  expect(faults(1600, 2)[2]).toBe('a key of Oracle has 6398 bytes at most');
});

test('the modern profile differs in its name and in what an index may hold, and in nothing else', () => {
  const index = (size: number) => sqlserverModern.keyFault([{ name: 'nvarchar', size }], 'index');
  expect(index(850)).toBe('');
  expect(index(851)).toBe('a key of SQL Server has 1700 bytes at most');
  for (const kind of ['primary key', 'foreign key'] as const) {
    expect(sqlserverModern.keyFault([{ name: 'nvarchar', size: 451 }], kind)).toContain('900 bytes');
  }
  const { keyFault, ...rest } = sqlserverModern;
  expect(rest).toMatchObject({ name: 'sqlserver_modern', database: 'sqlserver', title: 'SQL Server (2017 or later)' });
  const own = { name: '', title: '', keyFault, at: sqlserver.at, expressions: sqlserver.expressions };
  expect({ ...sqlserverModern, ...own }).toEqual({ ...sqlserver, ...own });
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

test('Oracle asks its catalogue under the name it keeps, in the schema that names without one mean', () => {
  const asked = [table, index, key].map((statement) => oracle.guard(statement).before[3]);
  const owner = "owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA')";
  expect(asked).toEqual([
    `  SELECT COUNT(*) INTO found FROM all_tables WHERE ${owner} AND table_name = 'ssd_o''b';`,
    `  SELECT COUNT(*) INTO found FROM all_indexes WHERE ${owner} AND table_name = 'SSD_A' AND index_name = 'IX';`,
    `  SELECT COUNT(*) INTO found FROM all_constraints WHERE ${owner} AND table_name = 'SSD_A' AND constraint_name = 'FK_X';`,
  ]);
});
