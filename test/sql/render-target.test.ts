import { existsSync } from 'node:fs';
import { renderTarget } from '../../src/sql/render-target.js';
import { TARGETS, targetNamed } from '../../src/sql/targets.js';
import { address, bundledStandard, config, enlarged, linesOf, object, person, render, specification } from './build.js';

const liquidLogic = targetNamed('liquid_logic.sqlserver');
const eclipse = targetNamed('eclipse.postgres');
const azeus = targetNamed('azeus.oracle');

describe('an object with a key and a foreign key', () => {
  test('on SQL Server', () => {
    expect(linesOf(render(liquidLogic.dialect, address, person))).toEqual([
      '-- META-CONTAINER: {"type": "table", "name": "ssd_address"}',
      '-- META-ELEMENT: {"type": "create_table"}',
      "IF OBJECT_ID(N'ssd_address', N'U') IS NULL",
      'CREATE TABLE ssd_address (',
      '  addr_table_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"ADDR001A"}',
      '  addr_person_id nvarchar(48) NOT NULL, -- metadata={"item_ref":"ADDR002A"}',
      '  addr_start_date datetime NULL, -- metadata={"item_ref":"ADDR003A"}',
      '  CONSTRAINT pk_ssd_address PRIMARY KEY (addr_table_id)',
      ');',
      '-- META-ELEMENT: {"type": "create_fk"}',
      "IF NOT EXISTS (SELECT 1 FROM sys.foreign_keys WHERE parent_object_id = OBJECT_ID(N'ssd_address', N'U') AND name = N'fk_ssd_address_addr_person_id')",
      'ALTER TABLE ssd_address ADD CONSTRAINT fk_ssd_address_addr_person_id FOREIGN KEY (addr_person_id) REFERENCES ssd_person (pers_person_id);',
      '-- META-ELEMENT: {"type": "create_idx"}',
      "IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'ssd_address', N'U') AND name = N'ix_ssd_address_addr_person_id')",
      'CREATE INDEX ix_ssd_address_addr_person_id ON ssd_address (addr_person_id);',
      'GO',
    ]);
  });

  test('on PostgreSQL', () => {
    expect(linesOf(render(eclipse.dialect, address, person))).toEqual([
      '-- META-CONTAINER: {"type": "table", "name": "ssd_address"}',
      '-- META-ELEMENT: {"type": "create_table"}',
      'CREATE TABLE IF NOT EXISTS ssd_address (',
      '  addr_table_id varchar(48) NOT NULL, -- metadata={"item_ref":"ADDR001A"}',
      '  addr_person_id varchar(48) NOT NULL, -- metadata={"item_ref":"ADDR002A"}',
      '  addr_start_date timestamp NULL, -- metadata={"item_ref":"ADDR003A"}',
      '  CONSTRAINT pk_ssd_address PRIMARY KEY (addr_table_id)',
      ');',
      '-- META-ELEMENT: {"type": "create_fk"}',
      'DO $ssd$ BEGIN',
      "IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conrelid = to_regclass('ssd_address') AND conname = 'fk_ssd_address_addr_person_id') THEN",
      'ALTER TABLE ssd_address ADD CONSTRAINT fk_ssd_address_addr_person_id FOREIGN KEY (addr_person_id) REFERENCES ssd_person (pers_person_id);',
      'END IF;',
      'END $ssd$;',
      '-- META-ELEMENT: {"type": "create_idx"}',
      'CREATE INDEX IF NOT EXISTS ix_ssd_address_addr_person_id ON ssd_address (addr_person_id);',
    ]);
  });

  test('on Oracle, where each step asks for itself whether it is done, because each commits', () => {
    const owner = "owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA')";
    const guarded = (from: string, ...body: string[]) => [
      'DECLARE',
      '  found PLS_INTEGER;',
      'BEGIN',
      `  SELECT COUNT(*) INTO found FROM ${from};`,
      '  IF found = 0 THEN EXECUTE IMMEDIATE',
      ...body,
      '  ;',
      '  END IF;',
      'END;',
      '/',
    ];
    const fk = 'fk_ssd_address_addr_person_id';
    const ix = 'ix_ssd_address_addr_person_id';
    expect(linesOf(render(azeus.dialect, address, person))).toEqual([
      '-- META-CONTAINER: {"type": "table", "name": "ssd_address"}',
      '-- META-ELEMENT: {"type": "create_table"}',
      ...guarded(
        `all_tables WHERE ${owner} AND table_name = 'SSD_ADDRESS'`,
        "'CREATE TABLE ssd_address (",
        '  addr_table_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"ADDR001A"}',
        '  addr_person_id nvarchar2(48) NOT NULL, -- metadata={"item_ref":"ADDR002A"}',
        '  addr_start_date timestamp NULL, -- metadata={"item_ref":"ADDR003A"}',
        '  CONSTRAINT pk_ssd_address PRIMARY KEY (addr_table_id)',
        ")'",
      ),
      '-- META-ELEMENT: {"type": "create_fk"}',
      ...guarded(
        `all_constraints WHERE ${owner} AND table_name = 'SSD_ADDRESS' AND constraint_name = '${fk.toUpperCase()}'`,
        `'ALTER TABLE ssd_address ADD CONSTRAINT ${fk} FOREIGN KEY (addr_person_id) REFERENCES ssd_person (pers_person_id)'`,
      ),
      '-- META-ELEMENT: {"type": "create_idx"}',
      ...guarded(
        `all_indexes WHERE ${owner} AND table_name = 'SSD_ADDRESS' AND index_name = '${ix.toUpperCase()}'`,
        `'CREATE INDEX ${ix} ON ssd_address (addr_person_id)'`,
      ),
    ]);
  });

  test('every line knows what it was made from', () => {
    for (const { dialect } of TARGETS) {
      const { lines } = render(dialect, address, person);
      const refs = lines.map(({ origins }) => origins.map(({ itemRef }) => itemRef).join(' '));
      expect(refs).toEqual(expect.arrayContaining(['', 'ADDR001A', 'ADDR003A', 'ADDR002A PERS001A', 'ADDR002A']));
      expect(lines.every(({ origins }) => origins[0].object === 'ssd_address')).toBe(true);
    }
  });
});

test('without a key the last column has no comma, and a remark says so', () => {
  for (const { dialect } of TARGETS) {
    const lines = linesOf(render(dialect, object('ssd_x', [{ name: 'x_a' }, { name: 'x_b', ref: 'XXXX002A' }])));
    expect(lines.join('\n')).toContain(
      ' NULL -- metadata={"item_ref":"XXXX002A"}\n  -- no primary key in the specification\n)',
    );
  }
});

test('a table that may be the CMS\u2019s own is shown as a comment, and nothing of it runs', () => {
  for (const { dialect } of TARGETS) {
    const { lines, problems } = render(dialect, object('person', [{ name: 'la_person_id', primaryKey: true }]));
    expect(lines.filter(({ text }) => !text.startsWith('--'))).toEqual([]);
    expect(lines.map(({ text }) => text).join('\n')).toMatch(/^-- '?CREATE TABLE .*person \($/m);
    expect(problems.map(({ message }) => message)).toEqual([
      'Table "person" is not created: without ssd_ before its name it may be a table of the CMS',
    ]);
  }
});

describe('a script', () => {
  const small = specification(address, object('ssd_version_log', [{ name: 'version' }]), person);

  test.each(TARGETS)('$name: lies where the configuration says and tells an analyst what it is', (target) => {
    const { file, text } = renderTarget(small, target, config);
    expect(file).toBe(`sql/${target.name}.sql`);
    const header = text.slice(0, text.indexOf('\n\n'));
    const said = header.split('\n').slice(target.dialect.opening.length);
    expect(header.split('\n').slice(0, -said.length)).toEqual(target.dialect.opening);
    expect(said.every((line) => line.startsWith('--') && line.length <= 90)).toBe(true);
    for (const words of [
      'Standard Safeguarding Dataset',
      target.title,
      'do not edit',
      'drops nothing',
      'nvarchar(255)',
    ]) {
      expect(header).toContain(words);
    }
    expect(text.endsWith('\n') && !text.endsWith('\n\n')).toBe(true);
  });

  test.each(TARGETS)('$name: creates the parent before its children', (target) => {
    const { text } = renderTarget(small, target, config);
    const containers = [...text.matchAll(/META-CONTAINER: (.*)/g)].map(([, json = '']) => JSON.parse(json).name);
    expect(containers).toEqual(['ssd_person', 'ssd_version_log', 'ssd_address']);
  });

  test.each(TARGETS)('$name: a name of the standard cannot leave the header', (target) => {
    const { text } = renderTarget(small, target, { ...config, name: 'x\nDROP TABLE ssd_person;' });
    expect(text).toContain('-- x\\u000aDROP TABLE ssd_person;');
  });

  test.each(TARGETS)('$name: the order of the files does not matter, nor when it is made', (target) => {
    const turned = { ...small, objects: [...small.objects].reverse() };
    expect(renderTarget(turned, target, config)).toEqual(renderTarget(small, target, config));
  });

  test('an empty specification gives a header', () => {
    expect(renderTarget(specification(), eclipse, config).text).toMatch(
      /^-- META-ELEMENT: \{"type": "header"\}\n(--.*\n)+$/,
    );
  });
});

test('what a script cannot have is told with it, and what another can have is not', () => {
  const bad = specification(person, object('ssd_x', [{ name: 'x\n' }, { name: 'y'.repeat(64) }, { name: 'z' }]));
  const told = ({ name }: { name: string }) =>
    renderTarget(bad, targetNamed(name), config).problems.map(({ message }) => message.replace(/".*"/, '..'));
  const invisible = 'No column ..: it has a control or invisible character';
  expect(told(liquidLogic)).toEqual([invisible]);
  expect(told(eclipse)).toEqual([invisible, 'No column ..: PostgreSQL takes 63 bytes at most']);
});

const withStandard = existsSync(config.layout.objects) ? describe : describe.skip;
withStandard('the bundled standard', () => {
  const standard = bundledStandard();

  test.each(TARGETS)('$name: has every object and every item, once, and no problem', (target) => {
    const { text, problems } = renderTarget(standard, target, config);
    expect(problems).toEqual([]);
    const refs = [...text.matchAll(/-- metadata=(.*)$/gm)].map(([, json = '']) => JSON.parse(json).item_ref);
    expect(refs.sort()).toEqual(standard.objects.flatMap(({ items }) => items.map(({ ref }) => ref)).sort());
    const names = [...text.matchAll(/META-CONTAINER: (.*)$/gm)].map(([, json = '']) => JSON.parse(json).name);
    expect(names.sort()).toEqual(standard.objects.map(({ name }) => name).sort());
  });

  test.each(TARGETS)('$name: is not destructive and writes to ssd_ tables only', (target) => {
    const code = renderTarget(standard, target, config).text.replace(/--.*$/gm, '');
    expect(code).not.toMatch(
      /\b(drop|delete|truncate|insert|update|merge|exec|execute(?! immediate\s'(create|alter) ))\b/i,
    );
    const written = [...code.matchAll(/(?:CREATE TABLE(?: IF NOT EXISTS)?|ALTER TABLE|\bON) (\S+)/g)].map(
      ([, name]) => name,
    );
    expect(written.filter((name) => !name?.startsWith('ssd_'))).toEqual([]);
    expect(written.length).toBeGreaterThan(90);
  });

  test('growth is linear: ten times the objects make ten times the text', () => {
    const length = (times: number) => renderTarget(enlarged(standard, times), eclipse, config).text.length;
    expect(length(10)).toBeLessThan(length(1) * 10.5);
  });
});
