/** docs/local-authorities.md has every key, says of each what the table says, and its example is real. */
import { readFileSync } from 'node:fs';
import { readSettings } from '../../../src/sql/authority/read-settings.js';
import { OWN_NAME_KEYS, SETTING_KEYS } from '../../../src/sql/authority/settings-keys.js';

const text = readFileSync('docs/local-authorities.md', 'utf8');
const rows = text.split('\n').filter((line) => line.startsWith('| `'));

test('the table of keys is the table of the reader', () => {
  const expected = SETTING_KEYS.map(({ key, doc }) => `| \`${key}\` | ${doc} |`);
  expect(rows.slice(0, expected.length)).toEqual(expected);
});

test.each(OWN_NAME_KEYS)('an entry\u2019s key %s is told', (key) => {
  expect(rows.slice(SETTING_KEYS.length).some((row) => row.includes(`\`${key}\``))).toBe(true);
});

test('the example can be read', () => {
  const [, example = ''] = /```yaml\n([\s\S]*?)```/.exec(text) ?? [];
  expect(readSettings('845.yml', example)).toMatchObject({
    deployment: { schema: 'ssd_development', database: 'HDM_Local', source: ['HDM', 'Child_Social'], temporary: null },
    ownNames: [{ itemRef: 'PERS001A', field: 'child_id', type: 'nvarchar', size: 20 }],
  });
});

test('the bundled configurations can be read', () => {
  expect(readSettings('845.yml', readFileSync('spec/la_configs/845_east_sussex.yml', 'utf8')).years).toBe(5);
});
