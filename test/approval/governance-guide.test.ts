/** docs/governance.md says nothing that is not so: its policy works, its commands and pictures are there. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { COMMANDS } from '../../src/approval/commands.js';
import { findCommands } from '../../src/approval/find-commands.js';
import { policyFaults } from '../../src/approval/policy-outline.js';
import { defaultConfig, LAYOUTS } from '../../src/config/layouts.js';
import { DEFAULT_POLICY } from '../../src/config/policy.js';
import { readConfig } from '../../src/config/read-config.js';
import { packageRoot } from '../../src/local/bundled.js';

const read = (...path: string[]) => readFileSync(join(packageRoot(), ...path), 'utf8');
const guide = read('docs', 'governance.md');

test('the policy of the guide is read, works, and has the tracks that hold by default', () => {
  const [, yaml = ''] = /```yaml\n([\s\S]*?)```/.exec(guide) ?? [];
  const config = readConfig(yaml, defaultConfig(LAYOUTS[0]));
  expect(config.approval.people.map(({ organisation }) => organisation)).toEqual(
    expect.arrayContaining(['D2I', 'Essex', 'Hertfordshire', 'Knowsley', 'NW ADCS']),
  );
  expect(policyFaults(config)).toEqual([]);
  expect(config.approval.tracks).toEqual(DEFAULT_POLICY.tracks);
  expect(config.approval.commentDays).toBe(DEFAULT_POLICY.commentDays);
});

test('every command is in the guide, and the guide has no other', () => {
  const written = [...guide.matchAll(/(?:^|`)\/([a-z]+)/gm)].map(([, name]) => name);
  expect(new Set(written)).toEqual(new Set(COMMANDS.map(({ name }) => name)));
});

test('the commands of its examples stand as they must', () => {
  const blocks = [...guide.matchAll(/```\n((?:\/.*\n)+)```/g)].map(([, lines = '']) => lines);
  expect(blocks).toHaveLength(2);
  for (const block of blocks) expect(findCommands(block)).toHaveLength(block.trim().split('\n').length);
});

test('its pictures and the documents that it leads to are there', () => {
  const places = [...guide.matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)].map(([, place = '']) => place);
  expect(places.filter((place) => place.endsWith('.png'))).toHaveLength(4);
  expect(places.filter((place) => !existsSync(join(packageRoot(), 'docs', place)))).toEqual([]);
});

test.each(['history', 'audit', 'policy', 'agenda'])(
  'steward %s is in the guide, in the README and in the program',
  (name) => {
    expect(guide).toContain(`steward ${name}`);
    expect(read('README.md')).toContain(`| \`${name}\``);
    expect(read('src', 'cli.ts')).toContain(`.command('${name}')`);
  },
);
