/** The workflow for maintainers asks for what there is: known CMS on known databases, each script a database of its own. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { defaultConfig, LAYOUTS } from '../../src/config/layouts.js';
import { targetNamed } from '../../src/sql/targets.js';
import { CONNECTABLE, connectedEngine } from '../../src/verify/engines/connected.js';

interface Job {
  readonly strategy: { readonly matrix: { readonly cms: readonly string[] } };
  readonly steps: readonly { readonly run?: string }[];
}

const { jobs, permissions } = parse(readFileSync('.github/workflows/verify.yml', 'utf8')) as {
  jobs: Readonly<Record<string, Job>>;
  permissions: unknown;
};
const targets = defaultConfig(LAYOUTS[0]).targets.map(targetNamed);

test('it may read, and nothing else', () => expect(permissions).toEqual({ contents: 'read' }));

test.each(CONNECTABLE)('%s: every configured script is tried', (database) => {
  const own = targets.filter(({ dialect }) => dialect.database === database).map(({ cms }) => cms);
  expect(jobs[database]?.strategy.matrix.cms).toEqual(own);
});

test.each(Object.entries(jobs))('%s: the command is one that steward takes', (database, { steps }) => {
  const [command = ''] = steps.flatMap(({ run = '' }) => (run.includes('steward') ? [run] : []));
  const [, connection = ''] = /--connect "([^"]+)"/.exec(command) ?? [];
  expect(connectedEngine(connection).database).toBe(database);
  const cli = readFileSync('src/cli.ts', 'utf8');
  for (const [option] of command.matchAll(/--[a-z]+/g)) expect(cli).toContain(`${option} <`);
});
