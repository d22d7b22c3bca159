/** Configurations of local authorities for tests: the smallest one, and others made from it. */
import { readSettings } from '../../../src/sql/authority/read-settings.js';
import type { AuthoritySettings } from '../../../src/sql/authority/settings.js';

/** The least that a configuration says. */
export const LEAST = '845:\n  la_code: 845\n  la_name: East Sussex\n';

/** A configuration with more below the code, as YAML lines without their two leading spaces. */
export function written(...lines: string[]): string {
  return LEAST + lines.map((line) => `  ${line}\n`).join('');
}

export function settings(...lines: string[]): AuthoritySettings {
  return readSettings('la/845.yml', written(...lines));
}

/** `settings.dbschema` in one line. */
export const schema = (parts: string) => `settings: {dbschema: {${parts}}}`;

/** One entry of `customise_db_schema` in flow style. */
export const ownName = (parts: string) => `extract_sql_custom_la: {customise_db_schema: [{${parts}}]}`;
