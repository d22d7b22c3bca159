/** What the loads of a target need on an engine that has neither the CMS nor the settings of the script. */
import type { Specification } from '../specification/model.js';
import { DEFAULT_YEARS } from '../sql/assemble.js';
import { mappingsOf } from '../sql/render-target.js';
import type { Target } from '../sql/targets.js';
import type { Engine } from './engine.js';
import type { Prelude } from './prove.js';
import { sourceStatements } from './synthetic/source-statements.js';
import { syntheticSources } from './synthetic/synthetic-sources.js';
import { TODAY } from './synthetic/today.js';
import { wantedTexts } from './synthetic/wanted-texts.js';

/** The seed of the synthetic sources: what a load gives depends on it and on their day alone. */
export const SEED = 20_261_127;
const ROWS = 200;
/** H2 has no index on the sources: loads that join steps to steps take minutes with more. */
const FEWER_ROWS: Readonly<Record<string, number>> = { mosaic: 60 };

/** Takes a target and an engine, gives what is run before its loads; nothing where nothing is mapped. */
export function preludeOf(
  specification: Specification,
  target: Target,
  engine: Engine,
  settings: readonly string[] = settingsOf(target, engine),
): Prelude {
  const cms = mappingsOf(specification, target);
  const lists = [cms?.fragments, ...(cms?.mappings ?? [])].flatMap((part) => Object.entries(part?.codes ?? {}));
  const codes = new Map(lists.map(([name, list]) => [name, Object.keys(list.codes)]));
  const wanted = wantedTexts([JSON.stringify([cms?.mappings, cms?.fragments]).replaceAll('\\n', ' ')], codes);
  const options = { seed: SEED, rows: FEWER_ROWS[target.cms] ?? ROWS, today: TODAY, wanted };
  const tables = cms?.sources ? syntheticSources(cms.sources.tables, options) : [];
  const sources = tables.map((table) => [table.name, sourceStatements([table], target.dialect)] as const);
  return { settings, sources: new Map(sources) };
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
