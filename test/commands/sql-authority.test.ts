/** `steward sql --la` in a clone: which configuration is taken, and what is said beside the script. */
import { authorityCommand, authorityScript, lookupsOf } from '../../src/commands/sql-authority.js';
import { loadLocalSide } from '../../src/local/review-local.js';
import { Clone } from '../local/build.js';
import { objectText } from '../specification/build.js';

const LIST =
  'la_code,la_name,cms,cms_db,state\n332,Dudley,SystemC,SQLServer,awaiting\n845,East Sussex,SystemC,SQLServer,configured\n202,Camden,MOSAIC,Unknown,awaiting\n';
const OWN =
  '845:\n  la_code: 845\n  la_name: East-Sussex\n  deployment_system: {cms: System C, cms_db: SQLServer, db_vers: "15"}\n';

let clone: Clone;

beforeEach(() => {
  clone = new Clone();
  clone.write('spec/objects/ssd_person.yml', objectText('type: nvarchar')).write('spec/local_authorities.csv', LIST);
});

afterEach(() => clone.end());

async function ask(la: string, target?: string) {
  const side = await loadLocalSide(clone.root, 'worktree');
  return authorityScript(side, target ? { la, target } : { la }, await lookupsOf(side));
}

test('an authority without a configuration has the standard\u2019s own script, and is told so', async () => {
  const { script, notes } = await ask('332');
  expect(script.file).toBe('sql/liquid_logic.sqlserver.sql');
  expect(notes).toEqual(["there is no configuration for 332: this is the standard's own script"]);
});

test('a configuration is found by the code its name begins with', async () => {
  clone.write('spec/la_configs/pilots/845_east-sussex.yml', OWN).write('spec/la_configs/000_template.txt', 'x');
  const { script, notes } = await ask('845');
  expect(script.file).toBe('sql/liquid_logic.sqlserver_modern.sql');
  expect(script.text).toContain('For local authority 845 East-Sussex, by spec/la_configs/pilots/845_east-sussex.yml.');
  expect(notes).toEqual([]);
});

test('where the list says otherwise, both answers are told', async () => {
  clone.write('spec/la_configs/332_east_sussex.yml', OWN.replaceAll('845', '332').replace('System C', 'MOSAIC'));
  const { script, notes } = await ask('332');
  expect(script.file).toBe('sql/mosaic.sqlserver_modern.sql');
  expect(notes).toEqual([
    'spec/la_configs/332_east_sussex.yml has the name "East-Sussex", the list of local authorities "Dudley"',
    'spec/la_configs/332_east_sussex.yml has the CMS "MOSAIC", the list of local authorities "SystemC"',
  ]);
});

test('all of them have no target in common', async () => {
  const side = await loadLocalSide(clone.root, 'worktree');
  await expect(authorityCommand(side, { la: 'all', target: 'mosaic.oracle' })).rejects.toThrow('wrong-options');
});

describe('a code that the list has twice', () => {
  const twice = (system: string) =>
    clone.write('spec/local_authorities.csv', `${LIST}332,East-Sussex,${system},awaiting\n`);
  const both = 'spec/local_authorities.csv has the code 332 for "Dudley" and "East-Sussex"';

  test('is told where both have the same script', async () => {
    twice('SystemC,SQLServer[D]');
    const { script, notes } = await ask('332');
    expect(script.file).toBe('sql/liquid_logic.sqlserver.sql');
    expect(notes[0]).toBe(both);
  });

  test('is refused where they have not, unless a target is named', async () => {
    twice('MOSAIC,Oracle');
    await expect(ask('332')).rejects.toThrow(`332 no-script: ${both}. Expected one row a code, or a target named with`);
    expect((await ask('332', 'liquid_logic.sqlserver')).script.file).toBe('sql/liquid_logic.sqlserver.sql');
  });

  test('is the one whose name the configuration has', async () => {
    twice('MOSAIC,Oracle');
    clone.write('spec/la_configs/332_east_sussex.yml', OWN.replaceAll('845', '332').replace('System C', 'MOSAIC'));
    expect((await ask('332')).notes).toEqual([both]);
  });
});

test('a target may be named where the list does not know the database, and only there', async () => {
  await expect(ask('202')).rejects.toThrow(
    '202 no-script: database not recorded; mosaic runs on sqlserver and oracle.',
  );
  expect((await ask('202', 'mosaic.oracle')).script.file).toBe('sql/mosaic.oracle.sql');
  await expect(ask('202', 'eclipse.postgres')).rejects.toThrow('the authority has mosaic, not eclipse');
  await expect(ask('202', 'mosaic.db2')).rejects.toThrow('no-generator');
});

test.each([
  [
    'no such authority',
    {},
    '999',
    'spec/local_authorities.csv unknown-local-authority: there is no local authority "999"',
  ],
  [
    'two configurations',
    { 'spec/la_configs/845.yml': OWN, 'spec/la_configs/845_b.yml': OWN },
    '845',
    'one file an authority',
  ],
  ['another code within', { 'spec/la_configs/332.yml': OWN }, '332', 'the file is named after 332 and holds 845'],
  ['a broken configuration', { 'spec/la_configs/845.yml': '845: [' }, '845', 'spec/la_configs/845.yml:'],
])('%s is refused', async (_, files, la, message) => {
  for (const [path, text] of Object.entries(files)) clone.write(path, text);
  await expect(ask(la)).rejects.toThrow(message);
});
