/** The table of targets: each a CMS on a database. */
import { StewardError } from '../errors.js';
import type { Dialect } from './dialects/dialect.js';
import { postgres } from './dialects/postgres.js';
import { sqlserver } from './dialects/sqlserver.js';

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
  target('mosaic', sqlserver, 'Mosaic'),
  target('eclipse', postgres, 'Eclipse'),
];

/** CMS of the standard that are known and have no scripts yet. */
const WITHOUT_GENERATOR: readonly string[] = ['azeus', 'caredirector'];

/**
 * Takes the name of a target, gives its row.
 * Throws `no-generator` for a CMS without scripts, `unknown-target` for anything else; both name the known targets.
 */
export function targetNamed(name: string): Target {
  const found = TARGETS.find((row) => row.name === name);
  if (found !== undefined) return found;
  const waiting = WITHOUT_GENERATOR.find((cms) => name === cms || name.startsWith(`${cms}.`));
  throw new StewardError({
    code: waiting === undefined ? 'unknown-target' : 'no-generator',
    place: '',
    found: waiting === undefined ? `there is no target "${name}"` : `${waiting} has no SQL generator yet`,
    expected: `one of: ${TARGETS.map((row) => row.name).join(', ')}`,
  });
}
