/** The two layouts that are known without a configuration. */
import type { Config, Layout } from '../../src/config/config.js';
import { defaultConfig, LAYOUTS } from '../../src/config/layouts.js';
import { readConfig } from '../../src/config/read-config.js';

const KEYS: Readonly<Record<keyof Layout, string>> = {
  objects: 'objects',
  codeSets: 'code_sets',
  relationships: 'relationships',
  changeLog: 'change_log',
  changelogMd: 'changelog',
  spreadsheet: 'spreadsheet',
  vocabulary: 'vocabulary',
  consumers: 'consumers',
  localAuthorities: 'local_authorities',
  cms: 'cms',
  authoritySettings: 'la_configs',
  sql: 'sql',
};

/** A configuration written out in full. */
function written(config: Config): string {
  return JSON.stringify({
    name: config.name,
    branch: config.branch,
    paths: Object.fromEntries(Object.entries(KEYS).map(([name, key]) => [key, config.layout[name as keyof Layout]])),
    identifiers: { prefix: config.identifierPrefix, digits: config.identifierDigits },
    metadata: config.metadata,
    change_types: config.changeTypes,
    targets: config.targets,
  });
}

test.each(LAYOUTS.map((layout) => [layout.objects, layout] as const))(
  'the defaults with %s could have been written, and are then the same',
  (_, layout) => {
    const [blank] = LAYOUTS.filter((other) => other !== layout);
    const config = defaultConfig(layout);
    expect(readConfig(written(config), defaultConfig(blank ?? layout))).toEqual(config);
  },
);

test('layouts are told apart by the folder of their objects', () => {
  const folders = LAYOUTS.map(({ objects }) => objects);
  expect(folders).toEqual(['spec/objects', 'data/objects']);
});
