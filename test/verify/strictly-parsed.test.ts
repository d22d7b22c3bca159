/**
 * Every statement of Mosaic, the one CMS whose loads run on Oracle, by the strict grammars: through the command, because
 * jest's sandbox makes them ten times slower. What was read before stands in `.steward` and is not read again.
 */
import { execFileSync } from 'node:child_process';
import { packageRoot } from '../../src/local/bundled.js';

test('the grammars of SQL Server and Oracle take all of it', () => {
  const args = ['bin/steward', 'verify', '--cms', 'mosaic', '--tier', 'parsed', '--format', 'json'];
  const said = execFileSync(process.execPath, args, { cwd: packageRoot(), encoding: 'utf8' });
  const { rows, refused } = JSON.parse(said);
  expect(refused).toEqual([]);
  const shares = rows.map(({ target, statements, cells: [cell] }: Row) => [target, cell.passed === statements]);
  expect(shares).toEqual([
    ['mosaic.sqlserver', true],
    ['mosaic.oracle', true],
  ]);
  expect(rows[0].statements).toBeGreaterThan(200);
}, 600_000);

interface Row {
  readonly target: string;
  readonly statements: number;
  readonly cells: readonly [{ readonly passed: number }];
}
