/** Which script a local authority can have, by its CMS and its database; or why it can have none. */
import type { LocalAuthority } from '../../specification/surroundings.js';
import { TARGETS, type Target } from '../targets.js';
import { SYSTEM_SAID } from './sentences.js';

/** Why an authority has no script. */
export type Obstacle = 'no authority' | 'unknown CMS' | 'unknown database' | 'no generator';

/** What an authority gets. */
export type Choice =
  | { readonly target: Target; readonly said: string }
  | { readonly target: null; readonly obstacle: Obstacle; readonly said: string };

/** What is known of an authority; from its settings where it has some, else from the list. */
export type System = Pick<LocalAuthority, 'code' | 'cms' | 'writtenCms' | 'database'> & {
  /** Version of the database where it is known. */
  readonly databaseVersion?: string;
};

/** SQL Server 2017, the oldest with what the modern profile uses. */
const MODERN = 14;

const DATABASES: readonly (readonly [spelling: RegExp, database: string])[] = [
  [/^sqlserver/, 'sqlserver'],
  [/^oracle/, 'oracle'],
  [/^postgres/, 'postgresql'],
];

const UNKNOWN = /^(?:unknown|null)?$/;

/** Takes what is known of an authority, gives its target and, in words, how sure that is. */
export function chooseTarget(system: System): Choice {
  if (!/^\d{3}$/.test(system.code)) return none('no authority', SYSTEM_SAID.noCode(system.code));
  if (system.cms === '') return none('unknown CMS', unknownCms(system.writtenCms));
  const own = TARGETS.filter(({ cms }) => cms === system.cms);
  const database = databaseNamed(system.database);
  if (database === '') return byCmsAlone(system, own);
  const fitting = own.filter(({ dialect }) => dialect.database === database);
  const target = profileOf(fitting, system.databaseVersion ?? '');
  if (target) return { target, said: '' };
  return none('no generator', SYSTEM_SAID.noSqlFor(system.cms, system.database));
}

/** The database in the vocabulary's word, whatever stands around it (`SQLServer[D]`); `''` where it is not known. */
function databaseNamed(written: string): string {
  const folded = foldedWord(written);
  return DATABASES.find(([spelling]) => spelling.test(folded))?.[1] ?? (UNKNOWN.test(folded) ? '' : folded);
}

/** A CMS that runs on one database needs no other word. */
function byCmsAlone({ cms }: System, own: readonly Target[]): Choice {
  const databases = [...new Set(own.map(({ dialect }) => dialect.database))];
  const [only] = own;
  if (databases.length === 1 && only) {
    return { target: only, said: SYSTEM_SAID.oneDatabase(cms, databases.join()) };
  }
  if (databases.length === 0) return none('no generator', SYSTEM_SAID.noSql(cms));
  return none('unknown database', SYSTEM_SAID.severalDatabases(cms, databases.join(' and ')));
}

/** The first profile of a database is the one for every version. */
function profileOf(fitting: readonly Target[], version: string): Target | undefined {
  const [major = ''] = /^\d+/.exec(version) ?? [];
  const isModern = major !== '' && Number(major) >= MODERN && Number(major) < 100;
  const modern = fitting.find(({ dialect }) => dialect.name === 'sqlserver_modern');
  return isModern && modern ? modern : fitting[0];
}

function unknownCms(written: string): string {
  return UNKNOWN.test(foldedWord(written)) ? SYSTEM_SAID.noCms : SYSTEM_SAID.unknownCms(written);
}

function foldedWord(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, '');
}

function none(obstacle: Obstacle, said: string): Choice {
  return { target: null, obstacle, said };
}
