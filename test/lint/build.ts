/** Small specifications for the tests: everything sound unless a test says otherwise. */
import type { Config } from '../../src/config/config.js';
import { DEFAULT_POLICY } from '../../src/config/policy.js';
import { type LintContext, lint } from '../../src/lint/lint.js';
import type { Finding } from '../../src/specification/finding.js';
import type {
  ChangeLog,
  ChangeLogEntry,
  CodeSet,
  DataItem,
  DataObject,
  Metadata,
  ReadProblem,
  Relationship,
  Specification,
  Spreadsheet,
  SpreadsheetRow,
} from '../../src/specification/model.js';
import type { Vocabulary } from '../../src/specification/vocabulary.js';

export const VOCABULARY: Vocabulary = {
  types: [
    { name: 'nvarchar', sized: true, family: 'text' },
    { name: 'nchar', sized: true, family: 'text' },
    { name: 'int', sized: false, family: 'number' },
    { name: 'datetime', sized: false, family: 'date' },
  ],
  returns: [
    { name: 'SSDA903', title: '', statutory: true, local: false, aliases: ['SSD903'] },
    { name: 'CIN', title: '', statutory: true, local: false, aliases: ['CINcensus'] },
    { name: 'AnnexA', title: '', statutory: false, local: false, aliases: [] },
    { name: 'Local', title: '', statutory: false, local: true, aliases: [] },
  ],
  cms: [
    { name: 'liquid_logic', title: '', aliases: ['SystemC', 'Liquid Logic'], databases: [] },
    { name: 'mosaic', title: '', aliases: [], databases: [] },
  ],
  constraints: ['pk', 'fk'],
  relations: ['1:1', '1:M'],
};

export const CONFIG: Config = {
  name: 'SSD',
  branch: 'main',
  layout: {
    objects: 'spec/objects',
    codeSets: 'spec/categories',
    relationships: 'spec/relationships.yml',
    changeLog: 'spec/log.csv',
    changelogMd: 'CHANGELOG.md',
    spreadsheet: '',
    vocabulary: 'spec/vocabulary.yml',
    consumers: 'spec/consumers.yml',
    authoritySettings: '',
    localAuthorities: 'spec/local_authorities.csv',
    cms: 'spec/cms',
    sql: 'sql',
  },
  identifierPrefix: 'SSD',
  identifierDigits: 4,
  metadata: 'detect',
  changeTypes: ['bug', 'new feature', 'change'],
  targets: ['liquid_logic.sqlserver'],
  approval: DEFAULT_POLICY,
};

export const CONTEXT: LintContext = { vocabulary: VOCABULARY, config: CONFIG };

/** An item with nothing wrong in it, in an object `ssd_person` unless told otherwise. */
export function item(parts: Partial<DataItem> & Pick<DataItem, 'ref' | 'name'>): DataItem {
  return {
    file: 'spec/objects/ssd_person.yml',
    path: ['nodes', 0, 'fields', 0],
    object: 'ssd_person',
    description: 'What it is',
    guidance: 'How to record it',
    type: 'nvarchar',
    size: 48,
    primaryKey: false,
    required: false,
    unique: false,
    foreignKey: '',
    codeSet: '',
    categories: ['identity'],
    constraints: [],
    returns: ['CIN'],
    cms: ['mosaic'],
    cmsField: ['mosaic:FIELD'],
    cmsTable: ['mosaic:TABLE'],
    metadata: null,
    ...parts,
  };
}

export const KEY = { primaryKey: true, constraints: ['pk'], required: true, unique: true } as const;

/** An object with a sound key and the given items, each at its place in the object's own file. */
export function object(name: string, prefix: string, items: readonly Partial<DataItem>[] = []): DataObject {
  const file = `spec/objects/${name}.yml`;
  const key = { ref: `${prefix.toUpperCase()}001A`, name: `${prefix}_${name.slice(4)}_id`, ...KEY };
  const all = [key, ...items].map((parts, position) => {
    const ref = `${prefix.toUpperCase()}${String(position + 1).padStart(3, '0')}A`;
    const path = ['nodes', 0, 'fields', position];
    return item({ ref, name: `${prefix}_item_${position}`, ...parts, object: name, file, path });
  });
  return { file, path: ['nodes', 0], name, items: all };
}

export function specification(parts: Partial<Specification> = {}): Specification {
  return {
    objects: [],
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

export function codeSet(name: string, values: readonly string[], parts: Partial<CodeSet> = {}): CodeSet {
  const file = `spec/categories/${name}.yml`;
  const codes = values.map((value, index) => ({ file, path: [index], value, description: '', booleanTrap: false }));
  return { file, path: [], name, values: codes, extraKeys: [], ...parts };
}

export function relationship(parent: string, child: string, relation = '1:M'): Relationship {
  const [parentObject = '', parentKey = ''] = parent.split('.');
  const [childObject = '', childKey = ''] = child.split('.');
  const place = { file: 'spec/relationships.yml', path: ['relationships', 0] };
  return { ...place, parentObject, parentKey, childObject, childKey, relation };
}

export function changeLog(rows: readonly Partial<ChangeLogEntry>[]): ChangeLog {
  const headings = ['item_ref', 'release_datetime', 'change_id', 'change_status', 'change_type'];
  const entries = rows.map((row, number) => ({
    file: 'spec/log.csv',
    path: ['row', number + 1],
    itemRef: 'PERS001A',
    oldItemRef: '',
    releaseDatetime: '',
    changeId: `SSD-${String(number + 1).padStart(4, '0')}`,
    changeObjectName: 'ssd_person',
    changeImpactTitle: '',
    changeStatus: 'pending',
    changeType: 'change',
    changeSource: '',
    changeImpactNotes: '',
    ...row,
  }));
  return { file: 'spec/log.csv', entries, headings };
}

export function metadata(changeId: string, parts: Partial<Metadata> = {}): Metadata {
  const written = { release_datetime: '', change_id: changeId, change_type: 'change' };
  return {
    releaseDatetime: '',
    changeId,
    itemChangesCount: 1,
    changeReason: '',
    changeType: 'change',
    written,
    ...parts,
  };
}

export function spreadsheet(rows: readonly Partial<SpreadsheetRow>[], headings: readonly string[]): Spreadsheet {
  const file = 'docs/specification.csv';
  const blank = {
    file,
    itemRef: '',
    objectName: '',
    fieldName: '',
    description: '',
    type: '',
    size: null,
    foreignKey: '',
  };
  return {
    file,
    headings,
    rows: rows.map((row, number) => ({
      ...blank,
      path: ['row', number + 1],
      returns: [],
      sources: {},
      ...row,
      cells: { ...Object.fromEntries(headings.map((heading) => [heading, ''])), ...row.cells },
    })),
  };
}

export function problem(parts: Partial<ReadProblem> = {}): ReadProblem {
  const said = { code: 'unparseable-file', message: 'the file is not valid YAML', expected: 'valid YAML' };
  return { file: 'spec/objects/ssd_person.yml', path: [], severity: 'error', ...said, ...parts };
}

/** Findings of a specification, all of them or those of one rule. */
export function findingsOf(parts: Partial<Specification>, rule?: string, context = CONTEXT): readonly Finding[] {
  return lint(specification(parts), context).filter((finding) => rule === undefined || finding.rule === rule);
}

/** What one rule says of one item beside a sound key. */
export function ofItem(rule: string, parts: Partial<DataItem>, context = CONTEXT): readonly Finding[] {
  return findingsOf({ objects: [object('ssd_person', 'pers', [parts])] }, rule, context);
}
