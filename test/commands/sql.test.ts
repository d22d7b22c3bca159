/** `steward sql` writes beside the specification of the working tree only what that gives. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { sqlCommand } from '../../src/commands/sql.js';
import { Clone } from '../local/build.js';
import { objectText } from '../specification/build.js';

let clone: Clone;

beforeEach(() => {
  clone = new Clone();
  clone.write('spec/objects/ssd_person.yml', objectText('type: nvarchar')).commit('old');
});

afterEach(() => clone.end());

test('scripts of another revision are not written into the working tree', async () => {
  await expect(sqlCommand(clone.root, { head: 'HEAD', check: false })).rejects.toThrow(
    'not-the-working-tree: the scripts of HEAD would be written over those of the working tree. Expected --target',
  );
  expect(existsSync(join(clone.root, 'sql'))).toBe(false);
});
