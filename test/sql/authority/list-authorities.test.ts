/** Which script each authority gets: every row of every list has an answer. */
import { readFileSync } from 'node:fs';
import { StewardError } from '../../../src/errors.js';
import { bundledFiles } from '../../../src/local/bundled.js';
import { presentCms, readLocalAuthorities } from '../../../src/specification/read-vocabulary.js';
import type { LocalAuthority } from '../../../src/specification/surroundings.js';
import { chooseTarget } from '../../../src/sql/authority/choose-target.js';
import { authoritiesText, type Lookups, listAuthorities } from '../../../src/sql/authority/list-authorities.js';
import { VOCABULARY } from '../../fakes/recorded.js';
import { describeWithShared, shared } from '../../fakes/shared.js';
import { settings } from './build.js';

const lookups: Lookups = { settingsOf: () => null, presentCms: (written) => presentCms(written, VOCABULARY) };

const system = (cms: string, database: string, databaseVersion = '') => ({
  code: '845',
  cms,
  writtenCms: cms,
  database,
  databaseVersion,
});

test.each([
  ['liquid_logic', 'SQLServer', '', 'liquid_logic.sqlserver'],
  ['liquid_logic', 'SQLServer[D]', '', 'liquid_logic.sqlserver'],
  ['mosaic', 'SQLServer>2014', '', 'mosaic.sqlserver'],
  ['mosaic', 'SQL Server', '13.0.5', 'mosaic.sqlserver'],
  ['mosaic', 'sqlserver', '14', 'mosaic.sqlserver_modern'],
  ['mosaic', 'sqlserver', '16.0.1', 'mosaic.sqlserver_modern'],
  ['mosaic', 'sqlserver', '2019', 'mosaic.sqlserver'],
  ['mosaic', 'Oracle', '19', 'mosaic.oracle'],
  ['eclipse', 'Postgress', '', 'eclipse.postgres'],
  ['eclipse', 'PostgreSQL', '16', 'eclipse.postgres'],
  ['azeus', 'Unknown', '', 'azeus.oracle'],
  ['caredirector', '', '', 'caredirector.sqlserver'],
])('%s on %s %s gets %s', (cms, database, version, name) => {
  expect(chooseTarget(system(cms, database, version)).target?.name).toBe(name);
});

test.each([
  ['', 'SQLServer', 'unknown CMS', 'CMS not recorded'],
  ['mosaic', 'Unknown', 'unknown database', 'database not recorded; mosaic runs on sqlserver and oracle'],
  ['mosaic', 'DB2', 'no generator', 'there is no SQL of mosaic for "DB2"'],
  ['azeus', 'SQLServer', 'no generator', 'there is no SQL of azeus for "SQLServer"'],
  ['newcms', 'SQLServer', 'no generator', 'there is no SQL of newcms for "SQLServer"'],
  ['newcms', '', 'no generator', 'there is no SQL of newcms'],
])('%j on %j gets none: %s', (cms, database, obstacle, said) => {
  expect(chooseTarget(system(cms, database))).toEqual({ target: null, obstacle, said });
});

test('a system that the vocabulary does not know is named', () => {
  expect(chooseTarget({ ...system('', 'Oracle'), writtenCms: 'Paris' })).toMatchObject({
    said: '"Paris" is no CMS of the vocabulary',
  });
  expect(chooseTarget({ ...system('mosaic', 'Oracle'), code: '<la_id>' })).toMatchObject({ obstacle: 'no authority' });
});

const authority = (parts: Partial<LocalAuthority>): LocalAuthority => ({
  code: '845',
  name: 'East Sussex',
  cms: 'liquid_logic',
  writtenCms: 'SystemC',
  database: 'sqlserver',
  state: 'configured',
  note: '',
  ...parts,
});

test('a configuration wins over the list, and one that cannot be used is said', () => {
  const own = settings('deployment_system: {cms: MOSAIC, cms_db: Oracle}');
  const error = new StewardError({ code: 'bad-la-config', place: 'la/202.yml:1:1', found: 'x', expected: 'y' });
  const found = new Map([
    ['845', { settings: own }],
    ['202', { error }],
  ]);
  const rows = listAuthorities(
    [
      authority({}),
      authority({ code: '202' }),
      authority({ code: '203' }),
      authority({ code: '204', state: 'awaiting', note: 'now part of 839' }),
      authority({ code: '<la_id>', state: 'awaiting' }),
    ],
    { ...lookups, settingsOf: (code) => found.get(code) ?? null },
  );
  expect(rows.map(({ choice, basis }) => [choice.target?.name, basis])).toEqual([
    ['mosaic.oracle', 'by la/845.yml'],
    ['liquid_logic.sqlserver', 'its configuration cannot be used: la/202.yml:1:1 bad-la-config: x. Expected y.'],
    ['liquid_logic.sqlserver', 'configured, but its configuration is not here'],
    ['liquid_logic.sqlserver', 'awaiting its configuration; now part of 839'],
    [undefined, ''],
  ]);
});

test('of two rows with one code the configuration is that of the row that has its name', () => {
  const rows = listAuthorities([authority({ name: 'Dudley', state: 'awaiting' }), authority({ name: 'East-Sussex' })], {
    ...lookups,
    settingsOf: () => ({ settings: settings() }),
  });
  expect(rows.map(({ basis }) => basis)).toEqual([
    'awaiting its configuration; the list has this code twice',
    'by la/845.yml; the list has this code twice',
  ]);
});

test('what no script applies is said in the list', () => {
  const own = settings('settings: {extract_parameters: {ssd_sub1_range_years: 1}}');
  const [row] = listAuthorities([authority({})], { ...lookups, settingsOf: () => ({ settings: own }) });
  expect(row?.basis).toMatch(/^by la\/845\.yml; not applied: ssd_sub1_range_years \(1\), because /);
});

test('the table has a line an authority and a count, whatever the names', () => {
  const rows = listAuthorities(
    [authority({}), authority({ name: 'x\ny\u202e' }), authority({ code: '202', cms: 'mosaic', database: '' })],
    lookups,
  );
  expect(authoritiesText(rows, ({ cms }) => `${cms} fills it`).split('\n')).toEqual([
    'code  name            CMS           database   script',
    '845   East Sussex     liquid_logic  sqlserver  liquid_logic.sqlserver                                            configured, but its configuration is not here; the list has this code twice',
    '845   x\\u000ay\\u202e  liquid_logic  sqlserver  liquid_logic.sqlserver                                            configured, but its configuration is not here; the list has this code twice',
    '202   East Sussex     mosaic                   none: database not recorded; mosaic runs on sqlserver and oracle  configured, but its configuration is not here',
    '',
    '2 of 3 get a script: 2 liquid_logic.sqlserver; 1 get none: 1 unknown database',
    'liquid_logic.sqlserver: liquid_logic fills it',
    '',
  ]);
  expect(authoritiesText([], () => '')).toContain('0 of 0 get a script');
});

function counts(csv: string): string {
  const authorities = readLocalAuthorities('la.csv', csv, VOCABULARY);
  const rows = listAuthorities(authorities, lookups);
  expect(rows).toHaveLength(authorities.length);
  const lines = authoritiesText(rows, () => '').split('\n');
  return lines.find((line) => line.includes(' get a script')) ?? '';
}

test('the bundled list', () => {
  expect(counts(bundledFiles().localAuthorities)).toBe(
    '106 of 156 get a script: 84 liquid_logic.sqlserver, 7 eclipse.postgres, 6 mosaic.sqlserver, ' +
      '4 caredirector.sqlserver, 3 azeus.oracle, 2 mosaic.oracle; 50 get none: 40 unknown database, 10 unknown CMS',
  );
});

describeWithShared('the recorded list', () => {
  test('of 160 rows, with its template and its doubled codes', () => {
    const csv = readFileSync(shared('upstream', 'local_authorities.csv'), 'utf8');
    expect(counts(csv)).toBe(
      '108 of 160 get a script: 87 liquid_logic.sqlserver, 7 eclipse.postgres, 6 mosaic.sqlserver, ' +
        '4 caredirector.sqlserver, 2 azeus.oracle, 2 mosaic.oracle; ' +
        '52 get none: 40 unknown database, 11 unknown CMS, 1 no authority',
    );
    const rows = listAuthorities(readLocalAuthorities('la.csv', csv, VOCABULARY), lookups);
    const twice = rows.filter(({ basis }) => basis.includes('the list has this code twice'));
    expect(twice.map(({ authority: { code, name } }) => `${code} ${name}`)).toEqual([
      ...['332 Dudley', '332 EastSussex', '350 Bolton', '350 Bradford', '931 Oxfordshire', '931 Oxfordshire'],
    ]);
    expect(rows.filter(({ choice }) => choice.target === null).every(({ choice }) => choice.said !== '')).toBe(true);
    // What the bundled list has in its place: three doubled rows and the template are not in it.
    const bundled = readLocalAuthorities('la.csv', bundledFiles().localAuthorities, VOCABULARY);
    const codes = new Set(rows.map(({ authority: { code } }) => code).filter((code) => /^\d{3}$/.test(code)));
    expect(bundled.map(({ code }) => code)).toEqual([...codes].sort());
  });
});
