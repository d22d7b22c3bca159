import { catalogueOf, inScriptOrder, parentName } from '../../src/sql/catalogue.js';
import { planObject } from '../../src/sql/plan-object.js';
import { type CreateTable, columnsOf, problemsOf, type Statement } from '../../src/sql/statement.js';
import { address, object, person, specification } from './build.js';

function plan(...objects: [typeof person, ...(typeof person)[]]) {
  return planObject(objects[0], catalogueOf(specification(...objects)));
}

function tableOf(statements: readonly Statement[]): CreateTable {
  const table = statements.find((statement) => statement.kind === 'create-table');
  if (table === undefined) throw new Error('no table is planned');
  return table;
}

function remarks(statements: readonly Statement[]): string[] {
  return statements.flatMap((statement) => (statement.kind === 'remark' ? [statement.text] : []));
}

const child = (foreignKey: string, type = 'nvarchar', size: number | null = 48) =>
  object('ssd_child', [{ name: 'chil_parent', ref: 'CHIL001A', foreignKey, type, size }]);

describe('a table', () => {
  const { statements, withheld } = plan(address, person);

  test('has a column an item, each with the item it comes from', () => {
    const columns = columnsOf(tableOf(statements));
    expect(columns.map(({ name, nullable, origins }) => [name, nullable, origins[0].itemRef])).toEqual([
      ['addr_table_id', false, 'ADDR001A'],
      ['addr_person_id', false, 'ADDR002A'],
      ['addr_start_date', true, 'ADDR003A'],
    ]);
    expect(columns[1]?.origins[0].path).toEqual(['nodes', 0, 'fields', 1]);
    expect(withheld).toBe(false);
  });

  test('is followed by its foreign key and its index, which know both items', () => {
    expect(statements.map(({ kind }) => kind)).toEqual(['create-table', 'add-foreign-key', 'create-index']);
    expect(statements[1]?.origins.map(({ itemRef }) => itemRef)).toEqual(['ADDR002A', 'PERS001A']);
    expect(statements[1]).toMatchObject({ name: 'fk_ssd_address_addr_person_id', parentColumn: 'pers_person_id' });
    expect(statements[2]).toMatchObject({ name: 'ix_ssd_address_addr_person_id', column: 'addr_person_id' });
  });

  test('has a key over all its key items', () => {
    const both = object('ssd_pair', [
      { name: 'pair_a', primaryKey: true },
      { name: 'pair_b', primaryKey: true },
    ]);
    expect(tableOf(plan(both).statements).primaryKey).toMatchObject({
      name: 'pk_ssd_pair',
      columns: ['pair_a', 'pair_b'],
    });
  });

  test('without a key item says so, which is nothing to mend here', () => {
    const { statements: keyless } = plan(object('ssd_loose', [{ name: 'loos_x' }]));
    expect(tableOf(keyless).primaryKey).toBeNull();
    expect(tableOf(keyless).members.at(-1)).toMatchObject({
      kind: 'remark',
      text: 'no primary key in the specification',
    });
    expect(problemsOf(keyless)).toEqual([]);
  });

  test('takes text of any length for a type nobody knows, and says so', () => {
    const { statements: odd } = plan(object('ssd_odd', [{ name: 'odd_x', ref: 'ODDX001A', type: 'nvarhcar' }]));
    expect(columnsOf(tableOf(odd))[0]?.type).toEqual({ name: 'nvarchar', size: 'max' });
    expect(problemsOf(odd)).toEqual([
      expect.objectContaining({
        object: 'ssd_odd',
        itemRef: 'ODDX001A',
        file: 'spec/objects/ssd_odd.yml',
        message: 'Column "odd_x" is text of any length: "nvarhcar" is not a known type',
      }),
    ]);
  });
});

test('an item without a type says just that', () => {
  const [problem] = problemsOf(plan(object('ssd_odd', [{ name: 'odd_x', type: ' ' }])).statements);
  expect(problem?.message).toBe('Column "odd_x" is text of any length: it has no type');
});

describe('an index', () => {
  const indexed = (...items: Parameters<typeof object>[1]) =>
    plan(object('ssd_x', items)).statements.flatMap((s) => (s.kind === 'create-index' ? [s.column] : []));

  test('stands on foreign keys, enforced or not, and on person ids', () => {
    expect(
      indexed({ name: 'x_other', foreignKey: 'ssd_gone.gone_id' }, { name: 'x_person_id' }, { name: 'x_sex' }),
    ).toEqual(['x_other', 'x_person_id']);
    expect(indexed({ name: 'person_id' }, { name: 'x_salesperson_id' })).toEqual(['person_id']);
  });

  test('is not needed on the first column of the key', () => {
    expect(indexed({ name: 'x_person_id', primaryKey: true }, { name: 'y_person_id', primaryKey: true })).toEqual([
      'y_person_id',
    ]);
  });
});

describe('a foreign key that is not enforced says why', () => {
  const reasons: readonly [foreignKey: string, reason: string][] = [
    ['ssd_person.pers_person_id (field is both PK/FK)', 'this does not read as object.item'],
    ['ssd_person', 'this does not read as object.item'],
    ['a.b.c', 'this does not read as object.item'],
    ['ssd_person.gone', 'the specification has no such item'],
    ['ssd_gone.gone_id', 'the specification has no such item'],
    ['ssd_address.addr_table_id', 'an extract keeps six years, so the parent row may be absent'],
    ['ssd_person.pers_sex', 'it is not the only key of ssd_person'],
  ];

  test.each(reasons)('%s', (foreignKey, reason) => {
    const { statements } = plan(child(foreignKey), person, address);
    expect(remarks(statements)).toEqual([`not enforced: chil_parent to ${foreignKey}, ${reason}`]);
    expect(problemsOf(statements)).toEqual([]);
  });

  test.each([
    ['nvarchar', 10],
    ['nchar', 48],
    ['int', null],
    ['', 48],
  ] as const)('%s(%s) for nvarchar(48)', (type, size) => {
    const { statements } = plan(child('ssd_person.pers_person_id', type, size), person);
    expect(remarks(statements).join()).toContain('the two differ in type or size');
  });

  test('the parent has two keys, or another item has its name', () => {
    const keys = object('ssd_person', [
      { name: 'pers_person_id', primaryKey: true },
      { name: 'pers_sex', primaryKey: true },
    ]);
    const twins = object('ssd_person', [{ name: 'pers_person_id', primaryKey: true }, { name: 'Pers_Person_Id' }]);
    for (const parent of [keys, twins]) {
      const { statements } = plan(child('ssd_person.pers_person_id'), parent);
      expect(remarks(statements).join()).toContain('it is not the only key of ssd_person');
    }
  });

  test('the parent item is among its origins, so its changes are causes', () => {
    const [, remark] = plan(child('ssd_address.addr_table_id'), address).statements;
    expect(remark?.origins.map(({ itemRef }) => itemRef)).toEqual(['CHIL001A', 'ADDR001A']);
  });
});

test('an older spelling of the same type is the same type', () => {
  const parent = object('ssd_person', [{ name: 'pers_person_id', primaryKey: true, type: 'VARCHAR(10)', size: null }]);
  const { statements } = plan(child('ssd_person.pers_person_id', 'nvarchar', 10), parent);
  expect(statements.map(({ kind }) => kind)).toContain('add-foreign-key');
});

describe('an object that gets no table', () => {
  const refused: readonly [name: string, message: string][] = [
    ['', 'No table "": it is empty'],
    ['ssd_x\nDROP TABLE ssd_y;', 'No table "ssd_x\\u000aDROP TABLE ssd_y;": it has a control or invisible character'],
  ];

  test.each(refused)('%p', (name, message) => {
    const { statements } = plan(object(name, [{ name: 'a' }]));
    expect(statements.map(({ kind }) => kind)).toEqual(['remark']);
    expect(problemsOf(statements).map((problem) => problem.message)).toEqual([message]);
  });

  test('has no items', () => {
    expect(problemsOf(plan(object('ssd_empty', [])).statements)[0]?.message).toBe(
      'No table "ssd_empty": it has no items',
    );
  });

  test('has the name of another, whatever the letter case', () => {
    const twin = object('SSD_Person', [{ name: 'a' }]);
    const catalogue = catalogueOf(specification(person, twin));
    expect(problemsOf(planObject(twin, catalogue).statements)[0]?.message).toContain(
      'another data object has this name',
    );
    expect(problemsOf(planObject(person, catalogue).statements)).toEqual([]);
  });

  test('is not ours: planned to be shown, never to be run', () => {
    const foreign = plan(object('DIM_PERSON', [{ name: 'a' }]));
    expect(foreign.withheld).toBe(true);
    expect(problemsOf(foreign.statements)).toHaveLength(1);
  });
});

test('ssd_person comes first, then the version log, then the alphabet, whatever the order of the files', () => {
  const names = ['ssd_zoo', 'ssd_version_log', 'ssd_Address', 'ssd_person', 'ssd_aardvark', 'ssd_10', 'ssd_9'];
  const sorted = ['ssd_person', 'ssd_version_log', 'ssd_10', 'ssd_9', 'ssd_aardvark', 'ssd_Address', 'ssd_zoo'];
  expect(inScriptOrder(names.map((name) => ({ name }))).map(({ name }) => name)).toEqual(sorted);
  expect(inScriptOrder([...names].reverse().map((name) => ({ name }))).map(({ name }) => name)).toEqual(sorted);
});

test('a foreign key is two names and a dot', () => {
  expect(parentName(' ssd_person.pers_person_id ')).toEqual({ object: 'ssd_person', item: 'pers_person_id' });
  expect(['', '.', 'a.', '.b', 'a.b c', 'a b.c', 'a.b.c'].map(parentName)).toEqual(Array(7).fill(null));
});
