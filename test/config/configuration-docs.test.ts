/** docs/configuration.md says of every key what it is and what holds by default; its example is real. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, parseDocument } from 'yaml';
import type { Config } from '../../src/config/config.js';
import { CONFIG_KEYS } from '../../src/config/config-keys.js';
import { configSchema } from '../../src/config/config-schema.js';
import { defaultConfig, LAYOUTS } from '../../src/config/layouts.js';
import { DEFAULT_POLICY } from '../../src/config/policy.js';
import { readConfig } from '../../src/config/read-config.js';
import { packageRoot } from '../../src/local/bundled.js';

const text = readFileSync(join(packageRoot(), 'docs', 'configuration.md'), 'utf8');
/** The rows of the table below a heading, however they are padded. */
const rowsBelow = (heading: string) => {
  const [, part = ''] = text.split(`\n${heading}\n`);
  const [own = ''] = part.split(/\n##/);
  return own.split('\n').flatMap((line) => (line.startsWith('| `') ? [line.replace(/ +/g, ' ')] : []));
};
const rows = rowsBelow('## All keys');
const example = /```yaml\n([\s\S]*?)```/.exec(text)?.[1] ?? '';
const [bundled, upstream] = LAYOUTS.map(defaultConfig);

/** The defaults at a key of the file, in both layouts. */
function defaultsOf(key: string): string[] {
  const [group = '', name] = key.split('.');
  return [bundled, upstream].map((config) => {
    if (!config) return '';
    const values: Record<string, unknown> = {
      ...config,
      identifiers: { prefix: config.identifierPrefix, digits: config.identifierDigits },
      change_types: config.changeTypes,
      paths: {
        ...config.layout,
        code_sets: config.layout.codeSets,
        change_log: config.layout.changeLog,
        changelog: config.layout.changelogMd,
        local_authorities: config.layout.localAuthorities,
        la_configs: config.layout.authoritySettings,
      },
    };
    if (group === 'approval') return approvalDefault(key, config.approval);
    const value = name ? (values[group] as Record<string, unknown>)[name] : values[group];
    return [value].flat().join(', ');
  });
}

/** A policy by default names nobody; what its tracks need has a table of its own. */
function approvalDefault(key: string, { people, teams, commentDays }: Config['approval']): string {
  if (key === 'approval.tracks') return 'as below';
  return key === 'approval.major.comment_days' ? String(commentDays) : [...people, ...teams].join(', ');
}

test('the table of tracks is the default policy', () => {
  const tracks = Object.entries(DEFAULT_POLICY.tracks).map(
    ([track, { members, organisations, cms }]) =>
      `| \`${track}\` | ${members} | ${organisations} | ${cms ? 'yes' : 'no'} |`,
  );
  expect(rowsBelow('### Tracks')).toEqual(tracks);
});

test.each(CONFIG_KEYS.flatMap(({ key, fields = [] }) => fields.map((field) => [key, field] as const)))(
  'the keys of a block of %s are described',
  (key, field) => {
    expect(rowsBelow('### Blocks')).toContain(`| \`${key}\` | \`${field.key}\` | ${field.doc} |`);
  },
);

test.each(CONFIG_KEYS.map(({ key, doc }) => [key, doc]))(
  'the table has %s with both defaults',
  (key = '', doc = '') => {
    const defaults = defaultsOf(key).map((value) => (value === '' ? 'blank' : `\`${value}\``));
    expect(rows).toContain(`| \`${key}\` | ${doc} | ${defaults.join(' | ')} |`);
  },
);

test('the table has no other keys', () => {
  const keys = rows.map((row) => /^\| `([^`]+)` \|/.exec(row)?.[1]);
  expect(keys).toEqual(CONFIG_KEYS.map(({ key }) => key));
});

describe('the example', () => {
  test('is read, and says what holds by default in the published layout', () => {
    expect(readConfig(example, defaultConfig(LAYOUTS[0]))).toEqual(upstream);
  });

  test('has every key', () => {
    const document = parseDocument(example);
    for (const { key } of CONFIG_KEYS) expect([key, document.hasIn(key.split('.'))]).toEqual([key, true]);
    expect(Object.keys(parse(example))).toEqual(Object.keys(configSchema().properties as object));
  });

  test('names the schema that is published in the package', () => {
    const { name, files } = JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8'));
    expect(example).toContain(`$schema=https://unpkg.com/${name}/schema/config.schema.json`);
    expect(files).toContain('schema');
  });
});

test('the example of a steering group is read', () => {
  const steering = /## Who agrees to changes\n\n```yaml\n([\s\S]*?)```/.exec(text)?.[1] ?? '';
  const { people, teams, tracks } = readConfig(steering, defaultConfig(LAYOUTS[0])).approval;
  expect(people.map(({ organisation }) => organisation)).toEqual(['D2I', 'Essex', 'Knowsley']);
  expect(teams).toHaveLength(1);
  expect(tracks.bug).toEqual({ members: 2, organisations: 0, cms: false });
});

test('the error that it shows is the one that is given', () => {
  const sentence = /^steward: (.*), \.\.\.$/m.exec(text)?.[1] ?? 'no error is shown';
  const read = () => readConfig('# 1\n# 2\npaths:\n  objekts: x\n', defaultConfig(LAYOUTS[0]));
  expect(read).toThrow(sentence);
});
