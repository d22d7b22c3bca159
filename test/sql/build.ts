import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultConfig, LAYOUTS } from '../../src/config/layouts.js';
import type { DataItem, DataObject, Specification } from '../../src/specification/model.js';
import { readSpecification } from '../../src/specification/read-specification.js';
import { catalogueOf } from '../../src/sql/catalogue.js';
import type { Dialect } from '../../src/sql/dialects/dialect.js';
import { type RenderedObject, renderObject } from '../../src/sql/render-object.js';

export const config = defaultConfig(LAYOUTS[0]);

type ItemParts = Partial<DataItem> & { readonly name: string };

/** An item as an object of the specification has it; `ref` follows from the name unless given. */
export function item(parts: ItemParts): DataItem {
  return {
    object: '',
    ref: `${parts.name.slice(0, 4).toUpperCase()}001A`,
    description: '',
    guidance: '',
    type: 'nvarchar',
    size: 48,
    primaryKey: false,
    required: false,
    unique: false,
    foreignKey: '',
    codeSet: '',
    categories: [],
    constraints: [],
    returns: [],
    cms: [],
    cmsField: [],
    cmsTable: [],
    metadata: null,
    file: '',
    path: [],
    ...parts,
  };
}

export function object(name: string, items: readonly ItemParts[]): DataObject {
  const file = `spec/objects/${name}.yml`;
  return {
    name,
    file,
    path: ['nodes', 0],
    items: items.map((parts, index) => item({ ...parts, object: name, file, path: ['nodes', 0, 'fields', index] })),
  };
}

export function specification(...objects: DataObject[]): Specification {
  return {
    objects,
    codeSets: [],
    relationships: null,
    changeLog: null,
    changelogMd: null,
    spreadsheet: null,
    cms: [],
    problems: [],
  };
}

export const person = object('ssd_person', [
  { name: 'pers_person_id', ref: 'PERS001A', primaryKey: true },
  { name: 'pers_sex', ref: 'PERS002A', type: 'nchar', size: 1 },
]);

export const address = object('ssd_address', [
  { name: 'addr_table_id', ref: 'ADDR001A', primaryKey: true },
  { name: 'addr_person_id', ref: 'ADDR002A', foreignKey: 'ssd_person.pers_person_id', required: true },
  { name: 'addr_start_date', ref: 'ADDR003A', type: 'datetime', size: null },
]);

/** The object with another value somewhere in the item of that ref. */
export function withItem(original: DataObject, ref: string, change: Partial<DataItem>): DataObject {
  return { ...original, items: original.items.map((one) => (one.ref === ref ? { ...one, ...change } : one)) };
}

/** The object with more items at its end. */
export function withItems(original: DataObject, ...parts: Parameters<typeof object>[1]): DataObject {
  return object(original.name, [...original.items, ...parts]);
}

/** The first of the objects, rendered among the others. */
export function render(dialect: Dialect, ...objects: [DataObject, ...DataObject[]]): RenderedObject {
  return renderObject(objects[0], { catalogue: catalogueOf(specification(...objects)), dialect });
}

export function linesOf(rendered: RenderedObject): string[] {
  return rendered.lines.map(({ text }) => text);
}

/** The bundled standard, read from the working tree. */
export function bundledStandard(): Specification {
  const folder = config.layout.objects;
  const files = readdirSync(folder).map((file) => {
    const path = join(folder, file);
    return { path, oid: '', bytes: new Uint8Array(readFileSync(path)) };
  });
  return readSpecification(files, config.layout);
}

/** A specification so many times enlarged, under names of its own for each copy. */
export function enlarged(spec: Specification, times: number): Specification {
  const copies = Array.from({ length: times }, (_, n) =>
    spec.objects.map((original) => {
      const name = n === 0 ? original.name : `${original.name}_${n}`;
      return { ...original, name, items: original.items.map((one) => ({ ...one, object: name })) };
    }),
  );
  return { ...spec, objects: copies.flat() };
}
