/** The two layouts that are recognised without a config file. */
import type { Config, Layout } from './config.js';
import { DEFAULT_POLICY } from './policy.js';

const BUNDLED: Layout = {
  objects: 'spec/objects',
  codeSets: 'spec/categories',
  relationships: 'spec/relationships.yml',
  changeLog: 'spec/ssd_change_log.csv',
  changelogMd: 'CHANGELOG.md',
  spreadsheet: '',
  vocabulary: 'spec/vocabulary.yml',
  consumers: 'spec/consumers.yml',
  localAuthorities: 'spec/local_authorities.csv',
  cms: 'spec/cms',
  authoritySettings: 'spec/la_configs',
  sql: 'sql',
};

/** The real repository: data/objects, docs/admin/*.csv, CHANGELOG.md at the root. */
const UPSTREAM: Layout = {
  objects: 'data/objects',
  codeSets: 'data/categories',
  relationships: 'data/objects/relationships.yml',
  changeLog: 'docs/admin/ssd_change_log.csv',
  changelogMd: 'CHANGELOG.md',
  spreadsheet: 'docs/admin/data_objects_specification.csv',
  vocabulary: 'docs/admin/vocabulary.yml',
  consumers: 'docs/admin/consumers.yml',
  localAuthorities: 'docs/admin/local_authorities.csv',
  cms: 'data/cms',
  authoritySettings: 'la_config_files',
  sql: 'sql',
};

/** The layouts that are recognised by their folder of data objects; the first is taken where none is there. */
export const LAYOUTS: readonly [Layout, ...Layout[]] = [BUNDLED, UPSTREAM];

/** What holds where the config file says nothing. */
export function defaultConfig(layout: Layout): Config {
  return {
    name: 'Standard Safeguarding Dataset',
    branch: 'main',
    layout,
    identifierPrefix: 'SSD',
    identifierDigits: 4,
    metadata: 'detect',
    changeTypes: ['bug', 'new feature', 'change'],
    targets: [
      'liquid_logic.sqlserver',
      'mosaic.sqlserver',
      'mosaic.oracle',
      'eclipse.postgres',
      'caredirector.sqlserver',
      'azeus.oracle',
    ],
    approval: DEFAULT_POLICY,
  };
}
