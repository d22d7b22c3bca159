/** What the loads of a target need on an engine that has neither the CMS nor the settings of the script. */
import type { CmsMappings } from '../specification/mapping.js';
import type { Specification } from '../specification/model.js';
import { DEFAULT_YEARS } from '../sql/assemble.js';
import { mappingsOf } from '../sql/render-target.js';
import type { Target } from '../sql/targets.js';
import type { Engine } from './engine.js';
import type { Prelude } from './prove.js';
import { readersOf } from './synthetic/readers.js';
import { chanceOf } from './synthetic/seeds.js';
import { sourceStatements } from './synthetic/source-statements.js';
import { type SyntheticTable, syntheticSources } from './synthetic/synthetic-sources.js';
import { TODAY } from './synthetic/today.js';

/** Both engines of a twin have the same rows, and H2 takes minutes for steps that are joined to steps with more. */
const FEWER_ROWS: Readonly<Record<string, number>> = { mosaic: 60 };

/** Takes a target and an engine, gives what is run before its loads; nothing where nothing is mapped. */
export function preludeOf(
  specification: Specification,
  target: Target,
  engine: Engine,
  settings: readonly string[] = settingsOf(target, engine),
): Prelude {
  const cms = mappingsOf(specification, target);
  const tables = cms ? sourcesOf(cms, FEWER_ROWS[cms.cms]) : [];
  const sources = tables.map((table) => [table.name, sourceStatements([table], target.dialect)] as const);
  return { settings, sources: new Map(sources) };
}

/** The synthetic tables of a CMS, with as many rows as leave none empty that its mappings fill, or with fewer. */
export function sourcesOf(cms: CmsMappings, fewer?: number): readonly SyntheticTable[] {
  const { seed, rows } = chanceOf(cms.cms);
  const options = { seed, rows: fewer ?? rows, today: TODAY, readers: readersOf(cms) };
  return syntheticSources(cms.sources?.tables ?? {}, options);
}

/** The settings of PostgreSQL on the day of the synthetic sources, so that another engine has the same. */
export const SETTINGS_OF_THE_DAY: readonly string[] = [
  `SELECT set_config('ssd.years', '${DEFAULT_YEARS}', false);`,
  `SELECT set_config('ssd.today', '${TODAY}', false);`,
  `SELECT set_config('ssd.window_start', CAST(DATE '${TODAY}' - INTERVAL '${DEFAULT_YEARS} years' AS text), false);`,
];

/** The product has the script's own; H2 has no variables, and no blocks. */
function settingsOf({ dialect }: Target, { tier }: Engine): readonly string[] {
  if (tier === 'executed' && dialect.database === 'postgresql') return dialect.refresh.settings(DEFAULT_YEARS);
  if (tier !== 'compatible' || dialect.database !== 'oracle') return [];
  const today = `TIMESTAMP '${TODAY} 00:00:00'`;
  return [
    'CREATE TABLE ssd_extract_settings (years NUMBER(3), today TIMESTAMP, window_start TIMESTAMP)',
    `INSERT INTO ssd_extract_settings VALUES (${DEFAULT_YEARS}, ${today}, ADD_MONTHS(${today}, -12 * ${DEFAULT_YEARS}))`,
  ];
}
