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

/** In what the prelude of a twin is another. */
export interface TwinPrelude {
  readonly settings?: readonly string[];
  readonly change?: (text: string) => string | null;
}

/** Takes a target and an engine, gives what is run before its loads; nothing where nothing is mapped. */
export function preludeOf(
  specification: Specification,
  target: Target,
  engine: Engine,
  { settings = settingsOf(target, engine), change }: TwinPrelude = {},
): Prelude {
  const cms = mappingsOf(specification, target);
  const made = cms ? sourcesOf(cms, change === undefined ? undefined : TWIN_ROWS[cms.cms]) : [];
  const tables = change === undefined ? made : made.map((table) => changed(table, change));
  const sources = tables.map((table) => [table.name, sourceStatements([table], target.dialect)] as const);
  return { settings, sources: new Map(sources), tables };
}

/** Letters that a product counts as two, H2 and SQL Server, or as one: where a size cuts, the tables would differ. */
const TWO_UNITS = /[\u{10000}-\u{10ffff}]/gu;
const inCountedLetters = (text: string) => text.replace(TWO_UNITS, '\u263a\u263a');

/**
 * What is different for both sides of a twin, the one of the target's own database first: PostgreSQL has the day as a
 * setting, and the sources as the other database holds them. Oracle has no text without a letter.
 */
export function twinPreludes({ dialect }: Target): readonly [own: TwinPrelude, twin: TwinPrelude] {
  const isBlankNone = dialect.database === 'oracle';
  const held = (text: string) => (text === '' && isBlankNone ? null : inCountedLetters(text));
  return [{ change: inCountedLetters }, { settings: SETTINGS_OF_THE_DAY, change: held }];
}

function changed(table: SyntheticTable, change: (text: string) => string | null): SyntheticTable {
  const rows = table.rows.map((row) => row.map((value) => (typeof value === 'string' ? change(value) : value)));
  return { ...table, rows };
}

/** H2 takes minutes for steps that are joined to steps with more; both sides of a twin have the same rows. */
const TWIN_ROWS: Readonly<Record<string, number>> = { mosaic: 130 };

/** The synthetic tables of a CMS, with as many rows as leave none empty that its mappings fill, or with so many. */
export function sourcesOf(cms: CmsMappings, wished?: number): readonly SyntheticTable[] {
  const { seed, rows } = chanceOf(cms.cms);
  const options = { seed, rows: wished ?? rows, today: TODAY, readers: readersOf(cms) };
  return syntheticSources(cms.sources?.tables ?? {}, options);
}

/** The settings of PostgreSQL on the day of the synthetic sources, so that another engine has the same. */
const SETTINGS_OF_THE_DAY: readonly string[] = [
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
