/** Small specifications made by hand: only what a test is about is given, everything else is blank. */
import type {
  ChangeLog,
  ChangeLogEntry,
  CodeSet,
  DataItem,
  DataObject,
  Metadata,
  Specification,
  Spreadsheet,
  SpreadsheetRow,
} from '../../src/specification/model.js';

export type ItemParts = Partial<DataItem> & Pick<DataItem, 'ref' | 'name'>;

/** An item with nothing but its identity, unless more is given. */
export function item(parts: ItemParts): DataItem {
  return {
    file: 'spec/objects/ssd_person.yml',
    path: ['nodes', 0, 'fields', 0],
    object: 'ssd_person',
    description: '',
    guidance: '',
    type: 'nvarchar',
    size: null,
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
    ...parts,
  };
}

/** An object in a file of its own, each item at its place. */
export function object(name: string, items: readonly ItemParts[]): DataObject {
  const file = `spec/objects/${name}.yml`;
  return {
    file,
    path: ['nodes', 0],
    name,
    items: items.map((parts, index) => item({ ...parts, object: name, file, path: ['nodes', 0, 'fields', index] })),
  };
}

/** A specification of the objects, with the other parts given. */
export function specification(objects: readonly DataObject[], parts: Partial<Specification> = {}): Specification {
  return {
    objects,
    codeSets: [],
    relationships: null,
    changeLog: null,
    changelogMd: null,
    spreadsheet: null,
    cms: [],
    problems: [],
    ...parts,
  };
}

/** A code set of `{value: description}`. */
export function codeSet(name: string, values: Readonly<Record<string, string>>): CodeSet {
  const file = `spec/categories/${name}.yml`;
  const codes = Object.entries(values).map(([value, description], index) => ({
    file,
    path: [index],
    value,
    description,
    booleanTrap: false,
  }));
  return { file, path: [], name, values: codes, extraKeys: [] };
}

/** A pending row about an item of `ssd_person`, unless more is given. */
export function entry(parts: Partial<ChangeLogEntry> = {}): ChangeLogEntry {
  return {
    file: 'spec/log.csv',
    path: ['row', 1],
    itemRef: 'PERS001A',
    oldItemRef: '',
    releaseDatetime: '',
    changeId: 'SSD-0001',
    changeObjectName: 'ssd_person',
    changeImpactTitle: '',
    changeStatus: 'pending',
    changeType: 'change',
    changeSource: '',
    changeImpactNotes: '',
    ...parts,
  };
}

export function changeLog(...rows: Partial<ChangeLogEntry>[]): ChangeLog {
  const entries = rows.map((row, index) => entry({ path: ['row', index + 1], ...row }));
  return { file: 'spec/log.csv', entries, headings: [] };
}

/** A block in the documented vocabulary. */
export function metadata(changeId: string, written: Readonly<Record<string, string>> = {}): Metadata {
  return {
    releaseDatetime: '',
    changeId,
    itemChangesCount: 1,
    changeReason: '',
    changeType: 'change',
    written: { change_id: changeId, ...written },
  };
}

export function spreadsheet(...rows: (Partial<SpreadsheetRow> & Pick<SpreadsheetRow, 'itemRef'>)[]): Spreadsheet {
  const file = 'docs/admin/specification.csv';
  const whole = rows.map(
    (row, index): SpreadsheetRow => ({
      file,
      path: ['row', index + 1],
      objectName: 'ssd_person',
      fieldName: '',
      description: '',
      type: '',
      size: null,
      foreignKey: '',
      returns: [],
      sources: {},
      cells: {},
      ...row,
    }),
  );
  return { file, headings: [], rows: whole };
}
