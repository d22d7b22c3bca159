/** What the loads of a target need on an engine that has neither the CMS nor the settings of the script. */
import type { CmsMappings } from '../specification/mapping.js';
import type { Specification } from '../specification/model.js';
import { DEFAULT_YEARS } from '../sql/assemble.js';
import { mappingsOf } from '../sql/render-target.js';
import type { Target } from '../sql/targets.js';
import type { Engine } from './engine.js';
import { answered } from './made-up-values.js';
import type { Prelude } from './prove.js';
import { readersOf } from './synthetic/readers.js';
import { chanceOf } from './synthetic/seeds.js';
import { sourceStatements } from './synthetic/source-statements.js';
import { type SyntheticTable, syntheticSources } from './synthetic/synthetic-sources.js';
import { TODAY } from './synthetic/today.js';

/** What becomes of the texts of the sources, so that both sides of a twin hold the same. */
export type TextChange = (text: string) => string | null;

/** Takes a target and an engine, gives what is run before its loads; nothing where nothing is mapped. */
export function preludeOf(specification: Specification, target: Target, engine: Engine, change?: TextChange): Prelude {
  const cms = mappingsOf(specification, target);
  const made = cms ? sourcesOf(cms) : [];
  const tables = change === undefined ? made : made.map((table) => changed(table, change));
  const sources = tables.map((table) => [table.name, sourceStatements([table], target.dialect)] as const);
  return { settings: settingsOf(target, engine), sources: new Map(sources), tables };
}

/** Letters that a product counts as two, H2 and SQL Server, or as one: where a size cuts, the tables would differ. */
const TWO_UNITS = /[\u{10000}-\u{10ffff}]/gu;
const inCountedLetters = (text: string) => text.replace(TWO_UNITS, '\u263a\u263a');

/** For both sides of a twin, the one of the target's own database first. Oracle has no text without a letter. */
export function twinTexts({ dialect }: Target): readonly [own: TextChange, twin: TextChange] {
  const isBlankNone = dialect.database === 'oracle';
  return [inCountedLetters, (text) => (text === '' && isBlankNone ? null : inCountedLetters(text))];
}

function changed(table: SyntheticTable, change: (text: string) => string | null): SyntheticTable {
  const rows = table.rows.map((row) => row.map((value) => (typeof value === 'string' ? change(value) : value)));
  return { ...table, rows };
}

/**
 * The synthetic tables of a CMS, with as many rows as leave none empty that its mappings fill; made for its mappings with
 * values made up where an authority has to give them.
 */
export function sourcesOf(cms: CmsMappings): readonly SyntheticTable[] {
  const options = { ...chanceOf(cms.cms), today: TODAY, readers: readersOf(answered(cms)) };
  return syntheticSources(cms.sources?.tables ?? {}, options);
}

/**
 * The settings of a script, on the day of the synthetic sources, because a source grows old where the day is another. H2
 * has no variables of a script, and is given their values.
 */
function settingsOf({ dialect }: Target, { tier }: Engine): readonly string[] {
  return tier === 'compatible' && dialect.database === 'sqlserver' ? [] : (SETTINGS[dialect.database] ?? []);
}

const ORACLE_DAY = `TIMESTAMP '${TODAY} 00:00:00'`;

/** By the database. */
const SETTINGS: Readonly<Record<string, readonly string[]>> = {
  postgresql: [
    `SELECT set_config('ssd.years', '${DEFAULT_YEARS}', false);`,
    `SELECT set_config('ssd.today', '${TODAY}', false);`,
    `SELECT set_config('ssd.window_start', CAST(DATE '${TODAY}' - INTERVAL '${DEFAULT_YEARS} years' AS text), false);`,
  ],
  sqlserver: [
    `DECLARE @ssd_today datetime = CAST('${TODAY}T00:00:00' AS datetime);`,
    `DECLARE @ssd_window_start datetime = DATEADD(year, -${DEFAULT_YEARS}, @ssd_today);`,
  ],
  oracle: [
    'CREATE TABLE ssd_extract_settings (years NUMBER(3), today TIMESTAMP, window_start TIMESTAMP)',
    `INSERT INTO ssd_extract_settings VALUES (${DEFAULT_YEARS}, ${ORACLE_DAY}, ADD_MONTHS(${ORACLE_DAY}, -12 * ${DEFAULT_YEARS}))`,
  ],
};
