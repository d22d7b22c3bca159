/** The script of one authority: what its settings say is applied to the nodes, and what they cannot have is refused. */
import { StewardError } from '../../../src/errors.js';
import { renderAuthority } from '../../../src/sql/authority/render-authority.js';
import { renderTarget } from '../../../src/sql/render-target.js';
import { TARGETS, targetNamed } from '../../../src/sql/targets.js';
import { parseOracle } from '../../../src/verify/parsers/oracle-parser.js';
import { parsePostgres } from '../../../src/verify/parsers/postgres-parser.js';
import { parseSqlServer } from '../../../src/verify/parsers/sqlserver-parser.js';
import { address, config, object, person, specification } from '../build.js';
import { ownName, schema, settings } from './build.js';

const PARSERS = { sqlserver: parseSqlServer, postgresql: parsePostgres, oracle: parseOracle };
const liquidLogic = targetNamed('liquid_logic.sqlserver');
const eclipse = targetNamed('eclipse.postgres');
const azeus = targetNamed('azeus.oracle');
const mother = object('ssd_mother', [
  { name: 'moth_table_id', ref: 'MOTH001A', primaryKey: true },
  { name: 'moth_person_id', ref: 'MOTH002A', foreignKey: 'ssd_person.pers_person_id' },
]);
const standard = specification(person, address, mother);

const render = (target: typeof eclipse, ...lines: string[]) =>
  renderAuthority(standard, target, { settings: settings(...lines), config });
/** The statements, without comments. */
const code = (text: string) => text.replace(/--.*$/gm, '').replace(/\s*\n\s*/g, '\n');

function refusalOf(...lines: string[]): string {
  try {
    render(liquidLogic, ...lines);
  } catch (error) {
    if (error instanceof StewardError) return error.message;
    throw error;
  }
  return 'rendered';
}

test.each(TARGETS)('$name: without a wish the statements are the standard\u2019s own', (target) => {
  const { text, notes, problems } = render(target);
  expect(code(text).trim()).toBe(code(renderTarget(standard, target, config).text).trim());
  expect([notes, problems]).toEqual([[], []]);
  expect(text).toContain('-- For local authority 845 East Sussex, by la/845.yml.');
});

describe('schema and database', () => {
  const place = schema('deployment_schema_name: ssd_development, deployment_database_name: HDM_Local');

  test('SQL Server uses the database, and every table is named with its schema', () => {
    const { text } = render(liquidLogic, place);
    expect(text.startsWith('USE HDM_Local;\nGO\n')).toBe(true);
    expect(text).toContain(
      "IF OBJECT_ID(N'ssd_development.ssd_address', N'U') IS NULL\nCREATE TABLE ssd_development.ssd_address (",
    );
    expect(text).toContain('REFERENCES ssd_development.ssd_person (pers_person_id);');
    expect(text).toContain('ON ssd_development.ssd_address (addr_person_id);');
    const named = code(text).match(/(?<!\.|pk_|_)\bssd_(?:person|address|mother)\b/g) ?? [];
    expect(named).toEqual([]);
  });

  test('PostgreSQL and Oracle say once which schema is meant', () => {
    expect(render(eclipse, place).text).toContain('SET search_path TO ssd_development;\n');
    expect(render(eclipse, place).text).toContain('-- Run this in the database HDM_Local.\n');
    expect(render(azeus, place).text).toContain(
      "BEGIN EXECUTE IMMEDIATE 'ALTER SESSION SET CURRENT_SCHEMA = ssd_development'; END;\n/\n",
    );
  });

  test('the modern profile goes to the same place', () => {
    const modern = render(targetNamed('mosaic.sqlserver_modern'), place).text;
    expect(code(modern)).toBe(code(render(targetNamed('mosaic.sqlserver'), place).text));
    expect(modern).toContain('SQL Server (2017 or later)');
  });

  const HOSTILE = [
    'x; DROP TABLE ssd_person;--',
    'select',
    'with spaces',
    '$ssd$',
    '*/ DROP',
    'GO',
    'a|b',
    '\u0430',
    ':r x',
  ];

  test.each(HOSTILE)(
    'a schema called %j is quoted, and the script is of the language',
    async (name) => {
      const written = schema(
        ['data_source_schema', 'deployment_database_name', 'deployment_schema_name']
          .map((key) => `${key}: ${JSON.stringify(name)}`)
          .join(', '),
      );
      for (const target of [liquidLogic, eclipse, azeus]) {
        const { text } = render(target, written);
        expect(await PARSERS[target.dialect.database as keyof typeof PARSERS](text)).toEqual([]);
        expect(code(text.replaceAll(target.dialect.identifier(name), ''))).not.toContain('DROP');
      }
    },
    60_000,
  );

  test('a name that the database cannot have is refused in its place', () => {
    expect(refusalOf(schema(`deployment_schema_name: ${'x'.repeat(129)}`))).toMatch(
      /^la\/845\.yml:4:\d+ bad-la-config: ".*" is no name: SQL Server takes 128 characters at most\. Expected another name\.$/,
    );
  });
});

describe('tables of the session', () => {
  const temporary = (prefix = 'null') =>
    `settings: {persistent_ssd: {deploy_temp_tables: true, temp_table_prefix: ${prefix}}, dbschema: {deployment_schema_name: dev}}`;

  test('on SQL Server are called so, are looked for in tempdb, and have no foreign keys and no names of keys', () => {
    const { text, problems } = render(liquidLogic, temporary());
    expect(text).toContain("IF OBJECT_ID(N'tempdb..#ssd_person', N'U') IS NULL\nCREATE TABLE #ssd_person (");
    expect(text).toContain("FROM tempdb.sys.indexes WHERE object_id = OBJECT_ID(N'tempdb..#ssd_address', N'U')");
    expect(text).toContain('CREATE INDEX ix_ssd_address_addr_person_id ON #ssd_address (addr_person_id);');
    expect(text).toContain('\n  PRIMARY KEY (addr_table_id)\n');
    expect(text).toContain('-- not enforced: a table of the session has no foreign keys');
    expect(code(text)).not.toMatch(/FOREIGN KEY|CONSTRAINT|dev\./);
    expect(problems).toEqual([]);
    expect(render(liquidLogic, temporary('"##own_"')).text).toContain('CREATE TABLE ##own_person (');
  });

  test('on SQL Server compare texts as the database does, and not as tempdb', () => {
    const { text } = render(liquidLogic, temporary());
    expect(text).toContain('  pers_person_id nvarchar(48) COLLATE DATABASE_DEFAULT NOT NULL,');
    expect(text).toContain('  addr_start_date datetime NULL,');
    expect(render(liquidLogic).text).not.toContain('COLLATE');
  });

  test('on PostgreSQL and Oracle keep their names', () => {
    expect(render(eclipse, temporary()).text).toContain('CREATE TEMPORARY TABLE IF NOT EXISTS pg_temp.ssd_person (');
    expect(code(render(eclipse, temporary()).text)).not.toMatch(/FOREIGN KEY|search_path/);
    const { text } = render(azeus, temporary());
    expect(text).toContain("'CREATE GLOBAL TEMPORARY TABLE ssd_person (");
    expect(text).toContain("\n) ON COMMIT PRESERVE ROWS'\n");
    // A table of the same name that stays must not be taken for one of the session.
    expect(text).toContain("AND table_name = 'SSD_PERSON' AND temporary = 'Y';");
    expect(text.startsWith('SET DEFINE OFF\nWHENEVER SQLERROR EXIT FAILURE ROLLBACK\n')).toBe(true);
  });

  test.each([liquidLogic, eclipse, azeus])(
    '$name: are of the language',
    async (target) => {
      const parse = PARSERS[target.dialect.database as keyof typeof PARSERS];
      expect(await parse(render(target, temporary()).text)).toEqual([]);
    },
    60_000,
  );
});

describe('what is left out', () => {
  const parts = (text: string) =>
    [...text.matchAll(/META-CONTAINER: .*"name": "(\w+)"|META-ELEMENT: .*"(create_\w+)"|-- (.*left out.*)/g)].map(
      ([, container, element, said]) => container ?? element ?? said,
    );

  test('an element everywhere, with a remark in its place', () => {
    const { text } = render(liquidLogic, 'global_sql_tag_remove: {remove_create_fk: true}');
    expect(code(text)).not.toContain('FOREIGN KEY');
    expect(parts(text)).toEqual([
      ...['ssd_person', 'create_table', 'ssd_address', 'create_table', 'create_fk'],
      'left out by the configuration of local authority 845',
      ...['create_idx', 'ssd_mother', 'create_table', 'create_fk'],
      ...['left out by the configuration of local authority 845', 'create_idx'],
    ]);
  });

  test('an element of one object', () => {
    const { text } = render(liquidLogic, 'named_sql_tag_remove: {remove_create_idx: [SSD_MOTHER]}');
    expect(text).toContain('ix_ssd_address_addr_person_id');
    expect(text).not.toContain('ix_ssd_mother_moth_person_id');
  });

  test('a primary key, and with it what refers to it', () => {
    const own = render(liquidLogic, 'named_sql_tag_remove: {remove_create_pk: [ssd_mother]}').text;
    expect(own).toContain('  -- primary key left out by the configuration of local authority 845\n);');
    expect(own).not.toContain('pk_ssd_mother');
    expect(own).toContain('pk_ssd_address');
    const { text } = render(liquidLogic, 'named_sql_tag_remove: {remove_create_pk: [ssd_person]}');
    expect(text).toContain('-- not enforced: addr_person_id to ssd_person, which this script leaves out');
    expect(code(text)).not.toContain('FOREIGN KEY');
  });

  test('an object as a whole', () => {
    const { text } = render(liquidLogic, 'named_sql_container_remove: [ssd_mother]');
    expect(parts(text)).not.toContain('ssd_mother');
    const orphaned = render(liquidLogic, 'named_sql_container_remove: [ssd_person]').text;
    expect(orphaned).toContain('-- not enforced: addr_person_id to ssd_person, which this script leaves out');
    expect(code(orphaned)).not.toContain('REFERENCES');
  });

  test('an object that does not exist is said, and harms nothing', () => {
    expect(render(liquidLogic, 'named_sql_container_remove: [involvements_history]').notes).toEqual([
      'la/845.yml:4:32: there is no data object "involvements_history"; nothing is left out for it',
    ]);
  });
});

describe('items with a column of their own', () => {
  test('a name is the name in keys, foreign keys and indexes too', () => {
    const { text, problems } = render(
      liquidLogic,
      ownName(
        'ssd_item_ref: PERS001A, la_field_name: child_id, ssd_table: ssd_person, ssd_item_field_name: pers_person_id',
      ),
    );
    expect(text).toContain('  child_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"PERS001A"}');
    expect(text).toContain('PRIMARY KEY (child_id)');
    expect(text).toContain('REFERENCES ssd_person (child_id);');
    expect(code(text)).not.toContain('pers_person_id)');
    expect(problems).toEqual([]);
  });

  test('a table is the same table in every statement', () => {
    const { text } = render(liquidLogic, ownName('ssd_item_ref: PERS001A, la_table_name: ssd_child'));
    expect(text).toContain("IF OBJECT_ID(N'ssd_child', N'U') IS NULL\nCREATE TABLE ssd_child (");
    expect(text).toContain('REFERENCES ssd_child (pers_person_id);');
    expect(text).toContain('META-CONTAINER: {"type": "table", "name": "ssd_person"}');
  });

  test('another size, and what no longer fits together is not enforced', () => {
    const { text } = render(liquidLogic, ownName('ssd_item_ref: ADDR002A, la_datatype_size: 100'));
    expect(text).toContain('addr_person_id nvarchar(100) NOT NULL');
    expect(text).toContain(
      '-- not enforced: addr_person_id to ssd_person.pers_person_id, the two differ in type or size',
    );
  });

  test('what refers to an item follows it in type and size', () => {
    const { text } = render(liquidLogic, ownName('ssd_item_ref: PERS001A, la_datatype: int'));
    expect(text).toContain('pers_person_id int NOT NULL');
    expect(text).toContain('addr_person_id int NOT NULL');
    expect(text).toContain('FOREIGN KEY (moth_person_id) REFERENCES ssd_person (pers_person_id);');
  });

  test('another type has its own size', () => {
    expect(render(liquidLogic, ownName('ssd_item_ref: PERS002A, la_datatype: int')).text).toContain(
      'pers_sex int NULL',
    );
  });

  test('a name that another item has is a problem of the script', () => {
    const { problems } = render(liquidLogic, ownName('ssd_item_ref: PERS002A, la_field_name: PERS_PERSON_ID'));
    expect(problems.map(({ message }) => message)).toEqual([
      'No column "PERS_PERSON_ID": another item of the object has this name',
      'No index "ix_ssd_person_PERS_PERSON_ID": its column does not exist',
    ]);
  });

  test.each([
    ['ssd_item_ref: NOPE001A, la_field_name: x', 'no item has the ref "NOPE001A"'],
    [
      'ssd_item_ref: PERS001A, ssd_table: ssd_address',
      'PERS001A is said to be "ssd_address.pers_person_id". Expected ssd_person.pers_person_id',
    ],
    ['ssd_item_ref: PERS001A, ssd_item_field_name: x', 'PERS001A is said to be "ssd_person.x"'],
    [
      'ssd_item_ref: PERS001A, la_table_name: DIM_PERSON',
      'the table is called "DIM_PERSON". Expected a name that begins with ssd_',
    ],
    [
      'ssd_item_ref: PERS001A, la_table_name: ssd_a}, {ssd_item_ref: PERS002A, la_table_name: ssd_b',
      'ssd_person is called "ssd_b" and "ssd_a"',
    ],
    ['ssd_item_ref: PERS001A, la_field_name: a}, {ssd_item_ref: PERS001A, la_field_name: b', 'PERS001A stands twice'],
    ['ssd_item_ref: PERS001A, la_table_name: SSD_Mother', 'ssd_person and ssd_mother are both called "SSD_Mother"'],
    ['ssd_item_ref: PERS001A, la_field_name: child id', 'no column can be called "child id": it has a dot or a blank'],
    [`ssd_item_ref: PERS001A, la_table_name: ssd_${'x'.repeat(130)}`, 'SQL Server takes 128 characters at most'],
  ])('%s is refused', (parts, message) => {
    const said = refusalOf(ownName(parts));
    expect(said).toMatch(/^la\/845\.yml:4:\d+ bad-la-config: /);
    expect(said).toContain(message);
  });
});

test('the header says what is otherwise, and the authority\u2019s own text cannot leave it', () => {
  const { text } = render(
    liquidLogic,
    'header: {header_text: "Try it\\nDROP TABLE x;\\r\\n*/ GO"}',
    'settings: {extract_parameters: {ssd_timeframe_years: 5, ssd_sub1_range_years: 1}, dev_setup: {no_count_on: true}}',
  );
  expect(text).toContain(
    '-- Not applied: ssd_timeframe_years (5), because nothing is loaded.\n' +
      '-- Not applied: ssd_sub1_range_years (1), because no table of the standard has a shorter range of years.\n' +
      '-- Try it\n-- DROP TABLE x;\n-- */ GO\n',
  );
  expect(text.startsWith('SET NOCOUNT ON;\n')).toBe(true);
  expect(render(eclipse, 'settings: {dev_setup: {no_count_on: true}}').text).not.toContain('NOCOUNT');
});
