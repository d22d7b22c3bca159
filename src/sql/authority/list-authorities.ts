/** What each local authority would get, as a table: every row of the list, none left out. */
import type { StewardError } from '../../errors.js';
import type { LocalAuthority } from '../../specification/surroundings.js';
import { asOneLine } from '../comment-text.js';
import type { Target } from '../targets.js';
import { type Choice, chooseTarget } from './choose-target.js';
import { BASIS_SAID, notApplied } from './sentences.js';
import type { AuthoritySettings } from './settings.js';

/** The settings of an authority, or why they cannot be used. */
export type SettingsFound = { readonly settings: AuthoritySettings } | { readonly error: StewardError };

/** One authority and what it gets. */
export interface AuthorityRow {
  readonly authority: LocalAuthority;
  readonly choice: Choice;
  /** Whose wishes the script follows, or that it follows none. */
  readonly basis: string;
}

/** How the settings found for a code are looked up, and a CMS is named by the vocabulary. */
export interface Lookups {
  readonly settingsOf: (code: string) => SettingsFound | null;
  readonly presentCms: (written: string) => string;
}

/** Takes the list of authorities, gives a row for each in the same order. */
export function listAuthorities(authorities: readonly LocalAuthority[], lookups: Lookups): readonly AuthorityRow[] {
  return authorities.map((authority) => {
    const sameCode = authorities.filter(({ code }) => code === authority.code);
    const found = ownSettings(authority, sameCode, lookups);
    const settings = found && 'settings' in found ? found.settings : null;
    const choice = chooseTarget(settings ? systemOf(settings, lookups) : authority);
    const twice = sameCode.length > 1 ? BASIS_SAID.twice : '';
    const isAuthority = choice.target !== null || choice.obstacle !== 'no authority';
    const said = [isAuthority ? basisOf(authority, found) : '', twice, authority.note];
    return { authority, choice, basis: said.filter((one) => one !== '').join('; ') };
  });
}

/** Of several rows with one code the settings are those of the row that has their name, where one has it. */
function ownSettings(
  { code, name }: LocalAuthority,
  sameCode: readonly LocalAuthority[],
  { settingsOf }: Lookups,
): SettingsFound | null {
  const found = settingsOf(code);
  if (found === null || 'error' in found) return found;
  const isNamed = sameCode.some((other) => isSameName(other.name, found.settings.name));
  return isNamed && !isSameName(name, found.settings.name) && sameCode.length > 1 ? null : found;
}

/** `East-Sussex` and `EastSussex` are one authority. */
export function isSameName(one: string, other: string): boolean {
  const letters = (text: string) => text.toLowerCase().replace(/[^a-z]/g, '');
  return letters(one) === letters(other);
}

/** What settings say of the system they are for. */
export function systemOf(
  { code, cms, database, databaseVersion }: AuthoritySettings,
  { presentCms }: Pick<Lookups, 'presentCms'>,
) {
  return { code, cms: presentCms(cms), writtenCms: cms, database, databaseVersion };
}

function basisOf({ state }: LocalAuthority, found: SettingsFound | null): string {
  if (found && 'error' in found) return BASIS_SAID.unusable(found.error.message);
  if (found) {
    const { settings } = found;
    return [BASIS_SAID.by(settings.file), ...notApplied(settings).map(BASIS_SAID.notApplied)].join('; ');
  }
  return state === 'configured' ? BASIS_SAID.missing : BASIS_SAID.awaiting;
}

/** Says of a target how much of the standard its script fills. */
export type FillSaid = (target: Target) => string;

/** The rows as text; at the end a line that counts, and what each script fills. */
export function authoritiesText(rows: readonly AuthorityRow[], fillSaid: FillSaid): string {
  const cells = rows.map(({ authority, choice, basis }) => [
    authority.code,
    authority.name,
    authority.cms || authority.writtenCms,
    authority.database,
    choice.target?.name ?? `none: ${choice.said}`,
    choice.target ? [choice.said, basis].filter((said) => said !== '').join('; ') : basis,
  ]);
  const table = [['code', 'name', 'CMS', 'database', 'script', ''], ...cells].map((row) => row.map(asOneLine));
  const widths = table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? [];
  const lines = table.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const targets = [
    ...new Map(rows.flatMap(({ choice: { target } }) => (target ? [[target.name, target]] : []))).values(),
  ];
  const fills = targets.map((target) => `${target.name}: ${fillSaid(target)}`).sort();
  return `${[...lines, '', countText(rows), ...fills].join('\n')}\n`;
}

/** `91 of 157 get a script: 87 liquid_logic.sqlserver, ...; 66 get none: 44 unknown database, ...` */
function countText(rows: readonly AuthorityRow[]): string {
  const served = rows.filter(({ choice }) => choice.target !== null);
  const gets = tally(rows.map(({ choice }) => choice.target?.name ?? ''));
  const none = tally(rows.map(({ choice }) => (choice.target === null ? choice.obstacle : '')));
  const missing = none === '' ? '' : `; ${rows.length - served.length} get none: ${none}`;
  return `${served.length} of ${rows.length} get a script${gets === '' ? '' : `: ${gets}`}${missing}`;
}

function tally(words: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const word of words.filter((one) => one !== '')) counts.set(word, (counts.get(word) ?? 0) + 1);
  const sorted = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return sorted.map(([word, count]) => `${count} ${word}`).join(', ');
}
