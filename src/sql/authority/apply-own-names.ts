/** The specification as one local authority has it: the same items, some under other names and in other sizes. */
import { StewardError } from '../../errors.js';
import type { DataItem, Specification } from '../../specification/model.js';
import { catalogueOf, parentItem, parentName } from '../catalogue.js';
import { fold, isOurs, nameFault, shown } from '../names.js';
import type { OwnName } from './settings.js';

/** The specification with the authority's columns, and its names of tables by the folded name in the standard. */
export interface OwnNames {
  readonly specification: Specification;
  readonly tables: ReadonlyMap<string, string>;
}

/**
 * Takes a specification and what an authority calls its items, gives the specification it has. Items keep their refs
 * and objects their names, so that whatever is known by them (mappings, foreign keys, tags) still holds.
 * Throws `bad-la-config` for an unknown ref, names that contradict the ref, and tables that are not ours.
 */
export function applyOwnNames(specification: Specification, ownNames: readonly OwnName[]): OwnNames {
  const items = new Map(specification.objects.flatMap((object) => object.items).map((item) => [item.ref, item]));
  const wanted = ownNames.map((own) => ({ own, item: itemOf(own, items) }));
  const changed = new Map<DataItem, DataItem>();
  for (const { own, item } of wanted) {
    if (changed.has(item)) throw refusal(own, `${own.itemRef} stands twice`, 'one entry an item');
    changed.set(item, asOwn(item, own));
  }
  return { specification: replaced(specification, changed), tables: tablesOf(wanted, specification) };
}

function itemOf(own: OwnName, items: ReadonlyMap<string, DataItem>): DataItem {
  const item = items.get(own.itemRef);
  if (item === undefined) throw refusal(own, `no item has the ref ${shown(own.itemRef)}`, 'the item_ref of an item');
  const isSaid = (said: string, name: string) => said === '' || fold(said) === fold(name);
  if (isSaid(own.object, item.object) && isSaid(own.item, item.name)) return item;
  const said = `${own.object || item.object}.${own.item || item.name}`;
  throw refusal(own, `${own.itemRef} is said to be ${shown(said)}`, `${item.object}.${item.name}`);
}

function asOwn(item: DataItem, own: OwnName): DataItem {
  const fault = own.field === '' ? '' : nameFault(own.field) || splitFault(own.field);
  if (fault !== '') throw refusal(own, `no column can be called ${shown(own.field)}: ${fault}`, 'another name');
  const resized = own.size ?? (own.type === '' ? item.size : null);
  return { ...item, name: own.field || item.name, type: own.type || item.type, size: resized };
}

/** Foreign keys name their item with a dot and no blank. */
function splitFault(name: string): string {
  return /[.\s]/.test(name) ? 'it has a dot or a blank' : '';
}

/** Foreign keys follow the items that they name: in their names, and in type and size where these were the same. */
function replaced(specification: Specification, changed: ReadonlyMap<DataItem, DataItem>): Specification {
  const catalogue = catalogueOf(specification);
  const follow = (item: DataItem): DataItem => {
    const parent = parentName(item.foreignKey);
    const target = parent && parentItem(catalogue, parent);
    const renamed = target && changed.get(target);
    if (!target || !renamed) return item;
    const isAlike = target.type === item.type && target.size === item.size;
    const { type, size } = isAlike ? renamed : item;
    return { ...item, foreignKey: `${renamed.object}.${renamed.name}`, type, size };
  };
  const objects = specification.objects.map((object) => ({
    ...object,
    items: object.items.map((item) => follow(changed.get(item) ?? item)),
  }));
  return { ...specification, objects };
}

function tablesOf(
  wanted: readonly { own: OwnName; item: DataItem }[],
  { objects }: Specification,
): Map<string, string> {
  const tables = new Map<string, string>();
  for (const { own, item } of wanted.filter(({ own }) => own.table !== '')) {
    if (!isOurs(own.table) || nameFault(own.table) !== '') {
      throw refusal(
        own,
        `the table is called ${shown(own.table)}`,
        'a name that begins with ssd_: no other table is ours',
      );
    }
    const known = tables.get(fold(item.object));
    if (known !== undefined && known !== own.table) {
      throw refusal(own, `${item.object} is called ${shown(own.table)} and ${shown(known)}`, 'one name a table');
    }
    const other = objects.find(
      ({ name }) => fold(name) !== fold(item.object) && fold(tables.get(fold(name)) ?? name) === fold(own.table),
    );
    if (other) throw refusal(own, `${item.object} and ${other.name} are both called ${shown(own.table)}`, 'two names');
    tables.set(fold(item.object), own.table);
  }
  return tables;
}

function refusal({ place }: OwnName, found: string, expected: string): StewardError {
  return new StewardError({ code: 'bad-la-config', place, found, expected });
}
