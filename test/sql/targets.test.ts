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

test('three targets: two CMS on SQL Server, one on PostgreSQL', () => {
  expect(TARGETS.map(({ name, cms, dialect }) => [name, cms, dialect.name])).toEqual([
    ['liquid_logic.sqlserver', 'liquid_logic', 'sqlserver'],
    ['mosaic.sqlserver', 'mosaic', 'sqlserver'],
    ['eclipse.postgres', 'eclipse', 'postgres'],
  ]);
});

test('the targets of the default configuration are all known', () => {
  expect(config.targets.map((name) => targetNamed(name).name)).toEqual(config.targets);
});

test.each(['liquid_logic', 'oracle', '', 'LIQUID_LOGIC.sqlserver', '__proto__'])(
  '%p is refused, the known are named',
  (name) => {
    expect(refusal(name).detail).toEqual({
      code: 'unknown-target',
      place: '',
      found: `there is no target "${name}"`,
      expected: 'one of: liquid_logic.sqlserver, mosaic.sqlserver, eclipse.postgres',
    });
  },
);

test.each(['azeus', 'azeus.oracle', 'caredirector', 'caredirector.sqlserver'])(
  '%s: no generator yet, said aloud',
  (name) => {
    expect(refusal(name).detail.code).toBe('no-generator');
    expect(refusal(name).message).toContain(`${name.split('.')[0]} has no SQL generator yet`);
    expect(refusal(name).message).toContain('eclipse.postgres');
  },
);
