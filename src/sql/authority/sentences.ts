/** Every sentence about a local authority that stands in a script, in the list or beside it. */
import type { LoadedScope } from '../loaded-scope.js';
import type { AuthoritySettings } from './settings.js';

/** Stands in a script in place of what the settings take out. */
export function leftOut(code: string): string {
  return `left out by the configuration of local authority ${code}`;
}

/** In place of a key of a table that ends with the session. */
export const TEMPORARY_HAS_NO_FOREIGN_KEY = 'not enforced: a table of the session has no foreign keys';

/** In place of a key to a table that the script does not have. */
export function parentLeftOut(column: string, parent: string): string {
  return `not enforced: ${column} to ${parent}, which this script leaves out`;
}

/** In place of a key of a table that this script does not fill, and that of an earlier one is taken off. */
export function notFilledHere(column: string, parent: string): string {
  return `not enforced: ${column} to ${parent}, whose rows come anew while those of this table stay`;
}

/** What stands in the settings and is done in no script, each as the end of "Not applied: ". */
export function notApplied({ recentYears }: Pick<AuthoritySettings, 'recentYears'>): readonly string[] {
  if (recentYears === null) return [];
  return [`ssd_sub1_range_years (${recentYears}), because no table of the standard has a shorter range of years`];
}

/** How far back the script looks by the settings; where no load looks at the years, that is said. */
function yearsSaid(years: number, loaded: LoadedScope | null): string {
  if (loaded !== null && loaded.byYears > 0) return `Years that the extract looks back: ${years}.`;
  const why = loaded === null ? 'nothing is loaded' : 'no table of this CMS is cut by years';
  return `Not applied: ssd_timeframe_years (${years}), because ${why}.`;
}

/** What an analyst of the authority reads at the head of the script. */
export function settingsSaid(settings: AuthoritySettings, loaded: LoadedScope | null): readonly string[] {
  const { code, name, deployment, removal, ownNames, years } = settings;
  const { schema, source, temporary } = deployment;
  const said: readonly (readonly [boolean, string])[] = [
    [true, `For local authority ${code}${name === '' ? '' : ` ${name}`}, by ${settings.file}.`],
    [years !== null, yearsSaid(years ?? 0, loaded)],
    [schema !== '', `Schema of the tables: ${schema}.`],
    [source.length > 0, `Tables of the CMS: ${source.join('.')}.`],
    [temporary !== null, 'The rows end with the session, and the tables have no foreign keys.'],
    [removal.everywhere.size > 0, `Left out everywhere: ${[...removal.everywhere].sort().join(', ')}.`],
    [removal.objects.size > 0, `Left out as a whole: ${[...removal.objects].sort().join(', ')}.`],
    [
      ownNames.length > 0,
      `Items with a column of their own here: ${ownNames.map(({ itemRef }) => itemRef).join(', ')}.`,
    ],
  ];
  return [
    ...said.filter(([due]) => due).map(([, text]) => text),
    ...notApplied(settings).map((what) => `Not applied: ${what}.`),
  ];
}

/** Said beside a script whose settings name an object that does not exist. */
export function namesNothing(place: string, object: string): string {
  return `${place}: there is no data object ${JSON.stringify(object)}; nothing is left out for it`;
}

/** Said where the list and the settings have two names or systems under one code. */
export function twoAnswers(
  settings: AuthoritySettings,
  what: string,
  [own, listed]: readonly [string, string],
): string {
  return `${settings.file} has the ${what} ${JSON.stringify(own)}, the list of local authorities ${JSON.stringify(listed)}`;
}

/** Why an authority can have no script, or how sure its target is. */
export const SYSTEM_SAID = {
  noCode: (code: string) => `${JSON.stringify(code)} is no code of an authority`,
  noCms: 'CMS not recorded',
  unknownCms: (written: string) => `${JSON.stringify(written)} is no CMS of the vocabulary`,
  noSql: (cms: string) => `there is no SQL of ${cms}`,
  noSqlFor: (cms: string, database: string) => `there is no SQL of ${cms} for ${JSON.stringify(database)}`,
  severalDatabases: (cms: string, databases: string) => `database not recorded; ${cms} runs on ${databases}`,
  oneDatabase: (cms: string, database: string) => `database not recorded; ${cms} runs on ${database} alone`,
} as const;

/** Whose wishes a script follows. */
export const BASIS_SAID = {
  unusable: (message: string) => `its configuration cannot be used: ${message}`,
  by: (file: string) => `by ${file}`,
  notApplied: (what: string) => `not applied: ${what}`,
  missing: 'configured, but its configuration is not here',
  awaiting: 'awaiting its configuration',
  twice: 'the list has this code twice',
} as const;

/** Said where one code stands for several rows of the list. */
export function listedTwice(list: string, rows: readonly { readonly code: string; readonly name: string }[]): string {
  const names = rows.map(({ name }) => JSON.stringify(name)).join(' and ');
  return `${list} has the code ${rows[0]?.code} for ${names}`;
}

/** Said beside the standard's own script. */
export function noSettings(code: string): string {
  return `there is no configuration for ${code}: this is the standard's own script`;
}
