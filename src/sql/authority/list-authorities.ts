/** What each local authority would get, as a table: every row of the list, none left out. */
import type { StewardError } from '../../errors.js';
import type { LocalAuthority } from '../../specification/surroundings.js';
import { asOneLine } from '../comment-text.js';
import { type Choice, chooseTarget } from './choose-target.js';
import { BASIS_SAID } from './sentences.js';
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
  const times = new Map<string, number>();
  for (const { code } of authorities) times.set(code, (times.get(code) ?? 0) + 1);
  return authorities.map((authority) => {
    const found = lookups.settingsOf(authority.code);
    const settings = found && 'settings' in found ? found.settings : null;
    const choice = chooseTarget(settings ? systemOf(settings, lookups) : authority);
    const twice = (times.get(authority.code) ?? 0) > 1 ? BASIS_SAID.twice : '';
    return { authority, choice, basis: [basisOf(authority, found), twice].filter((said) => said !== '').join('; ') };
  });
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
  if (found) return BASIS_SAID.by(found.settings.file);
  return state === 'configured' ? BASIS_SAID.missing : BASIS_SAID.awaiting;
}

/** The rows as text, with a line that counts at the end. */
export function authoritiesText(rows: readonly AuthorityRow[]): string {
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
  return `${lines.join('\n')}\n\n${countText(rows)}\n`;
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
