import fc from 'fast-check';
import { literal } from '../../src/sql/dialects/dialect.js';
import { oracle } from '../../src/sql/dialects/oracle.js';
import { postgres } from '../../src/sql/dialects/postgres.js';
import { sqlserver } from '../../src/sql/dialects/sqlserver.js';
import { fold, nameFault } from '../../src/sql/names.js';
import { linesOf, object, person, render } from './build.js';
import { HARMLESS, REFUSED } from './hostile-names.js';

const DIALECTS = [sqlserver, postgres, oracle];
const key = { name: 'x_id', ref: 'XXXX001A', primaryKey: true };

describe.each(DIALECTS)('$name', (dialect) => {
  test.each(REFUSED)('an item named %j becomes a remark and a problem', (name) => {
    const rendered = render(dialect, object('ssd_x', [key, { name, ref: 'XXXX002A' }]));
    const [problem] = rendered.problems;
    expect(problem).toMatchObject({ object: 'ssd_x', itemRef: 'XXXX002A', path: ['nodes', 0, 'fields', 1] });
    expect(linesOf(rendered)).toContain(`  -- ${problem?.message}`);
    expect(linesOf(rendered).filter((line) => line.includes('item_ref'))).toHaveLength(1);
  });

  test.each(HARMLESS.filter((name) => dialect.nameFault(name) === ''))('an item named %j has its column', (name) => {
    const rendered = render(dialect, object('ssd_x', [key, { name, ref: 'XXXX002A' }]));
    expect(rendered.problems).toEqual([]);
    const column = `  ${dialect.identifier(name)} ${dialect.typeName({ name: 'nvarchar', size: 48 })} NULL,`;
    const written = `${column} -- metadata={"item_ref":"XXXX002A"}`;
    expect(linesOf(rendered)).toContain(dialect === oracle ? literal(written).slice(1, -1) : written);
  });

  test('of two items with one name the first has the column', () => {
    const twins = object('ssd_x', [key, { name: 'X_Name', ref: 'XXXX002A' }, { name: 'x_name', ref: 'XXXX003A' }]);
    const { problems } = render(dialect, twins);
    expect(problems.map(({ itemRef, message }) => [itemRef, message])).toEqual([
      ['XXXX003A', 'No column "x_name": another item of the object has this name'],
    ]);
  });

  test('a refused item takes its key and its index with it, each said', () => {
    const items = [{ name: 'bad\nname', ref: 'XXXX001A', primaryKey: true }, { name: 'x_ok' }];
    const foreign = { name: 'wo\0rse', ref: 'XXXX002A', foreignKey: 'ssd_person.pers_person_id' };
    const { problems, statements } = render(dialect, object('ssd_x', [...items, foreign]), person);
    expect(statements.map(({ kind }) => kind)).toEqual(['create-table', 'remark', 'remark']);
    expect(problems.map(({ message }) => message.replace(/".*"/, '..'))).toEqual([
      'No column ..: it has a control or invisible character',
      'No column ..: it has a control or invisible character',
      'No primary key ..: not all of its columns exist',
      'No foreign key ..: its column does not exist',
      'No index ..: its column does not exist',
    ]);
  });

  test('a table needs a column', () => {
    const { problems, statements } = render(dialect, object('ssd_x', [{ name: '' }]));
    expect(statements.map(({ kind }) => kind)).toEqual(['remark']);
    expect(problems[0]?.message).toBe('No table "ssd_x": no name in it can be a column');
  });

  test('the object is never changed, only what is emitted', () => {
    const frozen = JSON.stringify(object('ssd_x', [key, { name: 'a\nb' }]));
    const again = JSON.parse(frozen) as ReturnType<typeof object>;
    render(dialect, again);
    expect(JSON.stringify(again)).toBe(frozen);
  });
});

describe('what only one database refuses', () => {
  const problemsOn = (...args: Parameters<typeof object>) =>
    DIALECTS.map((dialect) =>
      render(dialect, object(...args)).problems.map(({ message }) => message.replace(/".*"/, '..')),
    );

  test('64-byte twins: PostgreSQL would cut both to one name', () => {
    const stem = 'a'.repeat(63);
    expect(problemsOn('ssd_x', [key, { name: `${stem}b` }, { name: `${stem}c` }])).toEqual([
      [],
      Array(2).fill('No column ..: PostgreSQL takes 63 bytes at most'),
      [],
    ]);
  });

  test('a table of 64 letters', () => {
    expect(problemsOn(`ssd_${'x'.repeat(60)}`, [key])).toEqual([
      [],
      ['No table ..: PostgreSQL takes 63 bytes at most'],
      [],
    ]);
  });

  test('names made from names, such as those of keys and indexes', () => {
    const name = `ssd_${'x'.repeat(57)}`;
    expect(problemsOn(name, [key, { name: 'x_person_id' }])).toEqual([
      [],
      ['No primary key ..: PostgreSQL takes 63 bytes at most', 'No index ..: PostgreSQL takes 63 bytes at most'],
      [],
    ]);
  });

  test('a key that is too wide for SQL Server, and is a LOB for Oracle', () => {
    const wide = { name: 'x_person_id', size: 'max' as const };
    expect(problemsOn('ssd_x', [{ ...wide, primaryKey: true }])).toEqual([
      ['No primary key ..: a key of SQL Server has 900 bytes at most'],
      [],
      ['No primary key ..: Oracle keeps no key of a LOB'],
    ]);
    expect(problemsOn('ssd_x', [key, wide])).toEqual([
      ['No index ..: a key of SQL Server has 900 bytes at most'],
      [],
      ['No index ..: Oracle keeps no key of a LOB'],
    ]);
  });

  test('a column PostgreSQL has itself', () => {
    expect(problemsOn('ssd_x', [key, { name: 'CTID' }])).toEqual([
      [],
      ['No column ..: PostgreSQL has a column of its own with this name'],
      [],
    ]);
  });

  test('a column Oracle has itself, and a quote that Oracle cannot keep', () => {
    expect(problemsOn('ssd_x', [key, { name: 'rowid' }, { name: 'a"b' }])).toEqual([
      [],
      [],
      [
        'No column ..: Oracle has a column of its own with this name',
        'No column ..: Oracle takes no double quote in a name',
      ],
    ]);
    expect(HARMLESS.filter((name) => oracle.nameFault(name) !== '')).toEqual(
      HARMLESS.filter((name) => name.includes('"')),
    );
  });
});

test('names are one when a database takes them for one', () => {
  expect(fold('Pers_Sex')).toBe(fold('pers_sex'));
  expect(fold('\uff41bc')).toBe(fold('abc'));
  expect(fold('name ')).toBe(fold('name'));
  expect(fold('cafe\u0301')).toBe(fold('caf\u00e9'));
  expect(fold('\u0430')).not.toBe(fold('a'));
});

test('whatever the names, every line is a comment or made of accepted names, and nothing is dropped', () => {
  const name = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...HARMLESS, ...REFUSED));
  const items = fc.array(fc.record({ name, ref: name, type: name, foreignKey: name, primaryKey: fc.boolean() }));
  fc.assert(
    fc.property(fc.constantFrom(...DIALECTS), items, name, (dialect, parts, tail) => {
      const rendered = render(dialect, object(`ssd_${tail}`, parts), person);
      const lines = linesOf(rendered);
      expect(lines.filter((line) => /[\p{Cc}\u2028\u2029]/u.test(line))).toEqual([]);
      const columns = rendered.statements.flatMap((s) => (s.kind === 'create-table' ? s.members : []));
      for (const column of columns) if (column.kind === 'column') expect(nameFault(column.name)).toBe('');
      for (const line of lines) expect(line).not.toMatch(/^\s*DROP/i);
    }),
  );
});
