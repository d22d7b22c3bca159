/** The table of targets: each a CMS on a database. */
import { StewardError } from '../errors.js';
import type { Dialect } from './dialects/dialect.js';
import { oracle } from './dialects/oracle.js';
import { postgres } from './dialects/postgres.js';
import { sqlserver } from './dialects/sqlserver.js';
import { sqlserverModern } from './dialects/sqlserver-modern.js';

/** A CMS on a database: one script. */
export interface Target {
  /** `cms.dialect`, as in the configuration and the file's name. */
  readonly name: string;
  /** As in the vocabulary of the standard. */
  readonly cms: string;
  readonly dialect: Dialect;
  readonly title: string;
}

const target = (cms: string, dialect: Dialect, title: string): Target => ({
  name: `${cms}.${dialect.name}`,
  cms,
  dialect,
  title: `${title} on ${dialect.title}`,
});

/** Every script that can be generated. */
export const TARGETS: readonly Target[] = [
  target('liquid_logic', sqlserver, 'Liquid Logic'),
  target('liquid_logic', sqlserverModern, 'Liquid Logic'),
  target('mosaic', sqlserver, 'Mosaic'),
  target('mosaic', sqlserverModern, 'Mosaic'),
  target('mosaic', oracle, 'Mosaic'),
  target('eclipse', postgres, 'Eclipse'),
  target('caredirector', sqlserver, 'CareDirector'),
  target('caredirector', sqlserverModern, 'CareDirector'),
  target('azeus', oracle, 'Azeus'),
];

/**
 * Takes the name of a target, gives its row.
 * Throws `no-generator` for a known CMS on another database, `unknown-target` for anything else; both name the targets.
 */
export function targetNamed(name: string): Target {
  const found = TARGETS.find((row) => row.name === name);
  if (found !== undefined) return found;
  const [, cms = '', database = ''] = /^(\w+)\.(\w+)$/.exec(name) ?? [];
  const own = TARGETS.filter((row) => row.cms === cms);
  throw new StewardError({
    code: own.length === 0 ? 'unknown-target' : 'no-generator',
    place: '',
    found: own.length === 0 ? `there is no target "${name}"` : `${cms} has no SQL for ${database}`,
    expected: `one of: ${(own.length === 0 ? TARGETS : own).map((row) => row.name).join(', ')}`,
  });
}
