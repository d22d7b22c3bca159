/** The configuration of a local authority: the recorded form is read whole, and anything beyond it is refused in place. */
import { readFileSync } from 'node:fs';
import { StewardError } from '../../../src/errors.js';
import { readSettings } from '../../../src/sql/authority/read-settings.js';
import { SETTING_KEYS } from '../../../src/sql/authority/settings-keys.js';
import { describeWithShared, shared } from '../../fakes/shared.js';
import { LEAST, ownName, schema, settings, written } from './build.js';

function refusalOf(text: string): string {
  try {
    readSettings('la/845.yml', text);
  } catch (error) {
    if (error instanceof StewardError) return error.message;
    throw error;
  }
  return 'read';
}

test('the least there is leaves everything as the standard has it', () => {
  expect(settings()).toEqual({
    file: 'la/845.yml',
    code: '845',
    name: 'East Sussex',
    cms: '',
    database: '',
    databaseVersion: '',
    header: '',
    years: null,
    recentYears: null,
    deployment: { schema: '', database: '', source: [], temporary: null, quiet: null },
    places: { schema: 'la/845.yml:1:1', database: 'la/845.yml:1:1', source: 'la/845.yml:1:1' },
    removal: { everywhere: new Set(), objects: new Set(), elements: expect.any(Map), named: [] },
    ownNames: [],
  });
});

test('schema, database, years, temporary tables', () => {
  const read = settings(
    'settings:',
    '  extract_parameters: {ssd_timeframe_years: 5, ssd_sub1_range_years: 1}',
    '  persistent_ssd: {deploy_temp_tables: true, temp_table_prefix: "##mine_"}',
    '  dbschema: {data_source_schema: HDM.Child_Social, deployment_database_name: HDM_Local, deployment_schema_name: dev}',
    '  dev_setup: {no_count_on: true}',
  );
  expect(read).toMatchObject({ years: 5, recentYears: 1 });
  expect(read.deployment).toEqual({
    schema: 'dev',
    database: 'HDM_Local',
    source: ['HDM', 'Child_Social'],
    temporary: { prefix: '##mine_' },
    quiet: true,
  });
  expect(read.places.schema).toBe('la/845.yml:7:91');
});

test('a prefix alone makes no temporary tables, and temporary tables have a prefix', () => {
  const persistent = (parts: string) => settings(`settings: {persistent_ssd: {${parts}}}`).deployment.temporary;
  expect(persistent('deploy_temp_tables: false, temp_table_prefix: "#x_"')).toBeNull();
  expect(persistent('deploy_temp_tables: true, temp_table_prefix: null')).toEqual({ prefix: '#ssd_' });
});

test('what is left out, by element and by object', () => {
  const { removal } = settings(
    'global_sql_tag_remove: {remove_create_fk: true, remove_create_idx: false, remove_test: true}',
    'named_sql_container_remove: [SSD_Mother, null]',
    'named_sql_tag_remove:',
    '  remove_create_pk:',
    '  - ssd_sdq_scores',
    '  remove_insert_data: [null]',
  );
  expect([...removal.everywhere]).toEqual(['test', 'create_fk']);
  expect([...removal.objects]).toEqual(['ssd_mother']);
  expect([...removal.elements].filter(([, objects]) => objects.size > 0)).toEqual([
    ['create_pk', new Set(['ssd_sdq_scores'])],
  ]);
  expect(removal.named).toEqual([
    { object: 'SSD_Mother', place: 'la/845.yml:5:32' },
    { object: 'ssd_sdq_scores', place: 'la/845.yml:8:7' },
  ]);
});

test('items of its own: the template entry is nobody, sizes may be words', () => {
  expect(settings(ownName('ssd_item_ref: null, la_field_name: null')).ownNames).toEqual([]);
  const [own] = settings(
    ownName('ssd_item_ref: PERS002A, la_field_name: sex, la_datatype: nvarchar, la_datatype_size: MAX'),
  ).ownNames;
  expect(own).toEqual({
    place: expect.stringMatching(/^la\/845\.yml:4:\d+$/),
    itemRef: 'PERS002A',
    object: '',
    item: '',
    field: 'sex',
    table: '',
    type: 'nvarchar',
    size: 'max',
  });
});

const BAD: readonly (readonly [what: string, text: string, message: string])[] = [
  ['an empty file', '', 'la/845.yml:1:1 bad-la-config: the file is no block of keys. Expected the code of a local'],
  [
    'no code',
    'la_code: 845\n',
    'la/845.yml:1:1 bad-la-config: `la_code` stands at the top. Expected the code of a local',
  ],
  ['two authorities', `${LEAST}846:\n  la_code: 846\n`, 'la/845.yml:4:1 bad-la-config: `846` stands beside `845`'],
  ['another code within', '845:\n  la_code: 332\n', 'la/845.yml:2:3 bad-la-config: `la_code` is 332. Expected 845'],
  ['no code within', '845:\n  la_name: x\n', 'la/845.yml:1:1 bad-la-config: `la_code` is null. Expected 845'],
  ['a code alone', '845:\n', 'la/845.yml:1:1 bad-la-config: `845` is no block of keys'],
  [
    'an unknown key',
    written('la_nam: x'),
    'la/845.yml:4:3 unknown-la-config-key: `la_nam` is not a key. Expected one of la_code, la_name, deployment_system',
  ],
  [
    'an unknown key within',
    written('settings:', '  dbschema:', '    schema: x'),
    'la/845.yml:6:7 unknown-la-config-key: `settings.dbschema.schema` is not a key. Expected one of data_source_schema, deployment_database_name, deployment_schema_name.',
  ],
  ['a dotted key', written('settings.dbschema: x'), '`settings.dbschema` is not a key'],
  ['a key of every object', written('__proto__: x'), '`__proto__` is not a key'],
  [
    'a text for a group',
    written('settings: x'),
    '`settings` is no block of keys. Expected a block of keys: extract_parameters,',
  ],
  [
    'a word for a flag',
    written('settings: {dev_setup: {no_count_on: yes}}'),
    '`settings.dev_setup.no_count_on` is "yes". Expected true or false.',
  ],
  [
    'no years',
    written('settings: {extract_parameters: {ssd_timeframe_years: 0}}'),
    'is 0. Expected a whole number of years from 1 to 99.',
  ],
  [
    'half a year',
    written('settings: {extract_parameters: {ssd_timeframe_years: 0.5}}'),
    'is "0.5". Expected a whole number of years',
  ],
  [
    'a prefix that hides nothing',
    written('settings: {persistent_ssd: {temp_table_prefix: "ssd_"}}'),
    'Expected # or ##, then letters',
  ],
  ['a list that is a text', written('named_sql_container_remove: ssd_mother'), 'Expected a list of data objects.'],
  ['a doubled key', written('la_name: y'), 'la/845.yml:4:3 bad-la-config'],
  ['an alias', `845: &a\n  la_code: 845\n  la_name: *a\n`, 'bad-la-config'],
  [
    'an item that is a text',
    written('extract_sql_custom_la: {customise_db_schema: [PERS001A]}'),
    'an entry is no block of keys',
  ],
  ['an unknown key of an item', written(ownName('ref: PERS001A')), '`ref` is not a key. Expected one of ssd_item_ref,'],
  ['an item without a ref', written(ownName('la_field_name: x')), 'an entry has no `ssd_item_ref`'],
  [
    'an unknown type',
    written(ownName('ssd_item_ref: PERS001A, la_datatype: nvarhcar')),
    '`la_datatype` is "nvarhcar". Expected one of nvarchar,',
  ],
  [
    'no size',
    written(ownName('ssd_item_ref: PERS001A, la_datatype_size: 0')),
    '`la_datatype_size` is "0". Expected a whole number above 0, or max.',
  ],
  [
    'a hidden letter',
    written(ownName('ssd_item_ref: PERS001A, la_field_name: "a\\u200bb"')),
    'Expected a text on one line.',
  ],
];

test.each(BAD)('%s is refused in its place', (_, text, message) => {
  expect(refusalOf(text)).toContain(message);
});

const HOSTILE_SCHEMAS = [
  '"x]; DROP TABLE y;--"',
  '"[x]"',
  "'x\"y'",
  '"x\'y"',
  '"x\\ny"',
  '"x\\u202ey"',
  '"a..b"',
  '".a"',
  '"a."',
  '" a"',
  '"`a`"',
];

test.each(HOSTILE_SCHEMAS)('a schema called %s is refused', (name) => {
  expect(refusalOf(written(schema(`deployment_schema_name: ${name}`)))).toContain('without brackets, quotes');
  expect(refusalOf(written(schema(`data_source_schema: ${name}`)))).toContain('without brackets, quotes');
});

test('no key stands twice in the table, and every key says what it does', () => {
  const keys = SETTING_KEYS.map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  for (const { doc } of SETTING_KEYS) expect(doc).toMatch(/^[A-Z].*\.$/);
});

describeWithShared('the recorded example', () => {
  test('is read whole', () => {
    const file = shared('upstream', 'la_config_example.yml');
    const read = readSettings(file, readFileSync(file, 'utf8'));
    expect(read).toMatchObject({ code: '332', name: 'EastSussex', cms: 'SystemC', database: 'SQLServer', years: 5 });
    expect(read.deployment).toMatchObject({ database: 'HDM_Local', source: ['HDM', 'Child_Social'], temporary: null });
    expect([...read.removal.everywhere].sort()).toEqual([
      'deployment_status_note',
      'ssd_non_core_modifications',
      'test',
    ]);
    expect(read.removal.elements.get('create_fk')?.size).toBe(17);
    expect(read.removal.objects.size).toBe(0);
    expect(read.header).toContain('STANDARD SAFEGUARDING DATASET EXTRACT');
  });
});
