import { StewardError } from '../../src/errors.js';
import { TARGETS, targetNamed } from '../../src/sql/targets.js';
import { config } from './build.js';

function refusal(name: string): StewardError {
  try {
    targetNamed(name);
  } catch (error) {
    if (error instanceof StewardError) return error;
  }
  throw new Error(`"${name}" was not refused`);
}

test('every CMS of the standard on its databases, SQL Server in two profiles', () => {
  expect(TARGETS.map(({ name, cms, dialect }) => [name, cms, dialect.name])).toEqual([
    ['liquid_logic.sqlserver', 'liquid_logic', 'sqlserver'],
    ['liquid_logic.sqlserver_modern', 'liquid_logic', 'sqlserver_modern'],
    ['mosaic.sqlserver', 'mosaic', 'sqlserver'],
    ['mosaic.sqlserver_modern', 'mosaic', 'sqlserver_modern'],
    ['mosaic.oracle', 'mosaic', 'oracle'],
    ['eclipse.postgres', 'eclipse', 'postgres'],
    ['caredirector.sqlserver', 'caredirector', 'sqlserver'],
    ['caredirector.sqlserver_modern', 'caredirector', 'sqlserver_modern'],
    ['azeus.oracle', 'azeus', 'oracle'],
  ]);
});

test('the targets of the default configuration are all known', () => {
  expect(config.targets.map((name) => targetNamed(name).name)).toEqual(config.targets);
  const spelled = TARGETS.filter(({ dialect }) => dialect.name !== 'sqlserver_modern');
  expect(config.targets).toEqual(spelled.map(({ name }) => name));
});

test.each(['liquid_logic', 'oracle', '', 'LIQUID_LOGIC.sqlserver', '__proto__'])(
  '%p is refused, the known are named',
  (name) => {
    expect(refusal(name).detail).toEqual({
      code: 'unknown-target',
      place: '',
      found: `there is no target "${name}"`,
      expected: `one of: ${TARGETS.map((target) => target.name).join(', ')}`,
    });
  },
);

test.each([
  ['azeus.sqlserver', 'azeus has no SQL for sqlserver', 'one of: azeus.oracle'],
  ['eclipse.oracle', 'eclipse has no SQL for oracle', 'one of: eclipse.postgres'],
  ['mosaic.db2', 'mosaic has no SQL for db2', 'one of: mosaic.sqlserver, mosaic.sqlserver_modern, mosaic.oracle'],
])('%s: no generator for that database, the databases of the CMS are named', (name, found, expected) => {
  expect(refusal(name).detail).toEqual({ code: 'no-generator', place: '', found, expected });
});
