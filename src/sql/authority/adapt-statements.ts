/** Takes out of an object's statements what a local authority does not want; a remark says so in its place. */
import { fold } from '../names.js';
import type { CreateTable, Remark, Statement } from '../statement.js';
import { leftOut, parentLeftOut, TEMPORARY_HAS_NO_FOREIGN_KEY } from './sentences.js';
import type { AuthoritySettings } from './settings.js';

/** Takes statements that the database can have and the settings, gives those that the authority wants. */
export function adaptStatements(statements: readonly Statement[], settings: AuthoritySettings): readonly Statement[] {
  const removed = new Set<string>();
  return statements.flatMap((statement): readonly Statement[] => {
    if (isRemoved(statement.element, statement, settings)) {
      const isFirst = !removed.has(statement.element);
      removed.add(statement.element);
      return isFirst ? [remark(statement, leftOut(settings.code))] : [];
    }
    if (statement.kind === 'create-table') return [adaptTable(statement, settings)];
    if (statement.kind === 'count-orphans') return isLeftOut(statement.parentTable, settings) ? [] : [statement];
    const lost = statement.kind === 'add-foreign-key' ? lostParent(statement, settings) : '';
    return [lost === '' ? statement : remark(statement, lost)];
  });
}

function isRemoved(element: string, { origins: [{ object }] }: Statement, { removal }: AuthoritySettings): boolean {
  return removal.everywhere.has(element) || removal.elements.get(element)?.has(fold(object)) === true;
}

/** A name of a key would be one for all sessions. */
function adaptTable(table: CreateTable, settings: AuthoritySettings): CreateTable {
  const { primaryKey } = table;
  if (primaryKey === null) return table;
  if (isRemoved('create_pk', table, settings)) {
    const said = remark({ ...table, origins: primaryKey.origins }, `primary key ${leftOut(settings.code)}`);
    return { ...table, members: [...table.members, said], primaryKey: null };
  }
  return settings.deployment.temporary ? { ...table, primaryKey: { ...primaryKey, name: '' } } : table;
}

function lostParent(
  { column, parentTable }: Extract<Statement, { kind: 'add-foreign-key' }>,
  settings: AuthoritySettings,
): string {
  if (settings.deployment.temporary) return TEMPORARY_HAS_NO_FOREIGN_KEY;
  return isLeftOut(parentTable, settings) ? parentLeftOut(column, parentTable) : '';
}

/** Whether a table, or the key that others refer to, is not in the script. */
function isLeftOut(table: string, { removal }: AuthoritySettings): boolean {
  return (
    removal.objects.has(fold(table)) ||
    ['create_table', 'create_pk'].some(
      (element) => removal.everywhere.has(element) || removal.elements.get(element)?.has(fold(table)),
    )
  );
}

function remark({ element, origins }: Pick<Statement, 'element' | 'origins'>, text: string): Remark {
  return { kind: 'remark', element, origins, text, problem: false };
}
