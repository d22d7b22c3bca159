/** Takes out of an object's statements what a local authority does not want; a remark says so in its place. */
import { COHORT_OBJECT } from '../catalogue.js';
import { fold } from '../names.js';
import { removal } from '../plan-foreign-key.js';
import type { AddForeignKey, CreateTable, Remark, Statement } from '../statement.js';
import { leftOut, notFilledHere, parentLeftOut, TEMPORARY_HAS_NO_FOREIGN_KEY } from './sentences.js';
import type { AuthoritySettings } from './settings.js';

/** Takes statements that the database can have and the settings, gives those that the authority wants. */
export function adaptStatements(statements: readonly Statement[], settings: AuthoritySettings): readonly Statement[] {
  const released = releasedKeys(statements, settings);
  if (isWhollyLeftOut(statements, settings)) return released;
  const isFilled = statements.some((statement) => statement.kind === 'load' && !isRemoved(statement, settings));
  const said = new Set<string>();
  const adapted = statements.flatMap((statement): readonly Statement[] => {
    if (statement.kind === 'remove-foreign-key') return [];
    if (isRemoved(statement, settings)) {
      const isFirst = !said.has(statement.element);
      said.add(statement.element);
      return isFirst ? [remark(statement, leftOut(settings.code))] : [];
    }
    if (statement.kind === 'create-table') return [adaptTable(statement, settings)];
    if (statement.kind === 'count-orphans') {
      return isFilled && !isLeftOut(statement.parentTable, settings) ? [statement] : [];
    }
    const lost = statement.kind === 'add-foreign-key' ? lostKey(statement, released, settings) : '';
    return [lost === '' ? statement : remark(statement, lost)];
  });
  return [...adapted, ...released];
}

/** Keys that an earlier script can have enforced on a table that this one does not fill, while it deletes persons. */
function releasedKeys(statements: readonly Statement[], settings: AuthoritySettings): readonly Statement[] {
  if (settings.deployment.temporary || !fillsPersons(settings)) return [];
  const isUnfilled = statements.some(
    (statement) =>
      statement.kind === 'load' && (isRemoved(statement, settings) || isWhollyLeftOut(statements, settings)),
  );
  return statements.flatMap((statement) => {
    if (statement.kind === 'remove-foreign-key') return [statement];
    return statement.kind === 'add-foreign-key' && isUnfilled ? [removal(statement)] : [];
  });
}

function fillsPersons({ removal: { objects, everywhere, elements } }: AuthoritySettings): boolean {
  const isRefilled = !everywhere.has('insert_data') && !elements.get('insert_data')?.has(COHORT_OBJECT);
  return isRefilled && !objects.has(COHORT_OBJECT);
}

function isWhollyLeftOut([first]: readonly Statement[], { removal: { objects } }: AuthoritySettings): boolean {
  return first !== undefined && objects.has(fold(first.origins[0].object));
}

function isRemoved({ element, origins }: Statement, settings: AuthoritySettings): boolean {
  return isElementRemoved(element, origins[0].object, settings);
}

function isElementRemoved(element: string, object: string, { removal: { everywhere, elements } }: AuthoritySettings) {
  return everywhere.has(element) || elements.get(element)?.has(fold(object)) === true;
}

/** A name of a key would be one for all sessions. */
function adaptTable(table: CreateTable, settings: AuthoritySettings): CreateTable {
  const { primaryKey } = table;
  if (primaryKey === null) return table;
  if (isElementRemoved('create_pk', table.origins[0].object, settings)) {
    const said = remark({ ...table, origins: primaryKey.origins }, `primary key ${leftOut(settings.code)}`);
    return { ...table, members: [...table.members, said], primaryKey: null };
  }
  return settings.deployment.temporary ? { ...table, primaryKey: { ...primaryKey, name: '' } } : table;
}

/** Why a key is not enforced here; `''` where it is. */
function lostKey(
  { column, parentTable, name }: AddForeignKey,
  released: readonly Statement[],
  settings: AuthoritySettings,
): string {
  if (settings.deployment.temporary) return TEMPORARY_HAS_NO_FOREIGN_KEY;
  if (isLeftOut(parentTable, settings)) return parentLeftOut(column, parentTable);
  const isReleased = released.some((key) => key.kind === 'remove-foreign-key' && key.name === name);
  return isReleased ? notFilledHere(column, parentTable) : '';
}

/** Whether a table, or the key that others refer to, is not in the script. */
function isLeftOut(table: string, settings: AuthoritySettings): boolean {
  const isWithout = (element: string) => isElementRemoved(element, table, settings);
  return settings.removal.objects.has(fold(table)) || isWithout('create_table') || isWithout('create_pk');
}

function remark({ element, origins }: Pick<Statement, 'element' | 'origins'>, text: string): Remark {
  return { kind: 'remark', element, origins, text, problem: false };
}
