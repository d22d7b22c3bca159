/** The tables are complete, and agree with each other: what one of them has, no other may lack. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CHANGE_KINDS, type ChangeKind, kindRow } from '../src/changes/change-kinds.js';
import { patternOf } from '../src/changes/patterns.js';
import { classify } from '../src/classification/classify.js';
import { evidenceOf } from '../src/classification/evidence.js';
import { defaultConfig, LAYOUTS } from '../src/config/layouts.js';
import { forgeries } from '../src/identifiers/forgeries.js';
import { RULES } from '../src/lint/rules.js';
import { bundledFiles } from '../src/local/bundled.js';
import { describeChange } from '../src/report/change-sentences.js';
import { ERROR_NOUNS } from '../src/report/headline-sentences.js';
import { CONSUMER_EFFECTS } from '../src/report/impact-sentences.js';
import { CHANGE_LOG_COLUMNS } from '../src/specification/read-change-log.js';
import { readVocabulary } from '../src/specification/read-vocabulary.js';
import { ITEM_KEYS, METADATA_SETS } from '../src/specification/spellings.js';
import type { ColumnType, TypeName } from '../src/sql/column-type.js';
import { MIGRATION_CLASSES, type MigrationClass, migrationRow } from '../src/sql/migration-class.js';
import type { Origin, Statement } from '../src/sql/statement.js';
import { TARGETS } from '../src/sql/targets.js';
import { changeLog, specification } from './fakes/specification.js';
import { aChange } from './report/build.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const KINDS = Object.keys(CHANGE_KINDS) as ChangeKind[];
const VOCABULARY = readVocabulary('spec/vocabulary.yml', bundledFiles().vocabulary);
const SCHEMA = JSON.parse(readFileSync(join(ROOT, 'schema/review.schema.json'), 'utf8'));

/** A change of a kind with values that such a change can have. */
function sample(kind: ChangeKind) {
  const [before, after] = kind.endsWith('-added')
    ? [null, 'new']
    : kind.endsWith('-removed')
      ? ['old', null]
      : ['old', 'new'];
  const part = kind === 'item-validators-changed' ? 'required' : 'F';
  return aChange({ kind, before, after, part });
}

describe('the table of change kinds', () => {
  test.each(KINDS.filter((kind) => /-(?:added|removed)$/.test(kind)))('%s has its opposite', (kind) => {
    const opposite = kind.endsWith('-added') ? kind.replace(/added$/, 'removed') : kind.replace(/removed$/, 'added');
    expect(KINDS).toContain(opposite);
    expect(kindRow(opposite as ChangeKind).subject).toBe(kindRow(kind).subject);
  });

  test('no key of an item can change unnoticed', () => {
    const compared = KINDS.flatMap((kind) => kindRow(kind).key ?? []);
    expect([...compared].sort()).toEqual([...ITEM_KEYS].sort());
  });

  test('the published schema has the same kinds', () => {
    expect([...SCHEMA.$defs.change.properties.kind.enum].sort()).toEqual([...KINDS].sort());
  });

  test.each(KINDS)('%s has a phrase and a sentence of its own', (kind) => {
    expect(kindRow(kind).phrase).toMatch(/^[A-Za-z_ ]{5,40}$/);
    const sentence = describeChange(sample(kind));
    expect(sentence).toMatch(/old|new|required|key|order|removed/);
    expect(sentence).not.toMatch(/undefined|\[object|null/);
  });

  test('no two kinds are told in the same words', () => {
    expect(new Set(KINDS.map((kind) => kindRow(kind).phrase)).size).toBe(KINDS.length);
    expect(new Set(KINDS.map((kind) => describeChange(sample(kind)))).size).toBe(KINDS.length);
  });

  test.each(KINDS)('%s has a judge, who gives a reason', (kind) => {
    const empty = specification([]);
    const nothing = { groups: [], questions: [], introduced: [], resolved: [], history: new Map() };
    const change = sample(kind);
    const evidence = evidenceOf({ base: empty, head: empty, changes: [change], vocabulary: VOCABULARY, ...nothing });
    const { changeType, weight, reason, stated } = classify(change, evidence, []);
    expect(['bug', 'new feature', 'change', 'undecided']).toContain(changeType);
    expect(['major', 'minor', 'patch', 'none']).toContain(weight);
    expect(reason).toMatch(/^\S.{10,}[.]$/);
    expect(stated).toBe(false);
  });

  test('a kind without a pattern has a reason for it', () => {
    const alone: Partial<Record<ChangeKind, string>> = {
      'object-renamed': 'each renamed table breaks its readers on its own',
      'item-order-changed': 'it is one change of an object already',
      'item-moved': 'each moved column breaks its readers on its own',
      'item-ref-changed': 'each identity is a question on its own',
    };
    const context = {
      addedObjects: new Set(['ssd_person']),
      removedObjects: new Set(['ssd_person']),
      renames: new Map(),
    };
    const texts = { before: '', after: 'A text that was not there.' };
    const without = KINDS.filter((kind) => patternOf({ ...sample(kind), ...texts }, context) === null);
    expect(without.sort()).toEqual(Object.keys(alone).sort());
  });

  test('only kinds that change what a query sees concern those who read the tables', () => {
    const kinds = Object.keys(CONSUMER_EFFECTS) as ChangeKind[];
    expect(kinds.filter((kind) => kindRow(kind).class !== 'structural')).toEqual([]);
  });
});

/** Findings that no rule of the table makes, because one revision alone does not show them. */
const ROWS = changeLog({ changeId: 'SSD-9999' }).entries;
const ALTERED = ROWS.map((row) => ({ ...row, was: { ...row, changeSource: 'meeting' } }));
const LOST = ROWS.map((row) => ({ ...row, lost: true }));
const FORGED = forgeries([...ROWS, ...ALTERED, ...LOST], defaultConfig(LAYOUTS[0]));

describe('the table of lint rules', () => {
  const ids = RULES.map(({ id }) => id);

  test('ids are unique and kebab-case', () => {
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    expect(ids.filter((id) => !/^[a-z0-9]+(?:-[a-z0-9]+)+$/.test(id))).toEqual([]);
  });

  test.each(RULES.map((rule) => [rule.id, rule] as const))('%s says in a line what it checks, and why', (_, rule) => {
    expect(['error', 'warning', 'info']).toContain(rule.severity);
    for (const line of [rule.checks, rule.why]) expect(line).toMatch(/^[^\n]{5,140}[^.\s]$/);
    expect(rule.checks).not.toBe(rule.why);
  });

  test('every rule that can stop a proposal has a noun for the headline, and no noun is for nothing', () => {
    const errors = [...RULES, ...FORGED.map(({ rule, severity }) => ({ id: rule, severity }))];
    const stopping = errors.filter(({ severity }) => severity === 'error').map(({ id }) => id);
    expect(stopping.filter((id) => !Object.hasOwn(ERROR_NOUNS, id))).toEqual([]);
    expect(Object.keys(ERROR_NOUNS).filter((id) => !stopping.includes(id))).toEqual([]);
  });

  test('whatever a reader refuses is a rule', () => {
    const folder = join(ROOT, 'src/specification');
    const text = readdirSync(folder)
      .filter((name) => name !== 'read-vocabulary.ts') // what it refuses is ours to mend, not a contributor's
      .map((name) => readFileSync(join(folder, name), 'utf8'))
      .join('\n');
    const codes = [...text.matchAll(/(?:\bcode: |\brefuse\(\s*)'([a-z0-9-]+)'/g)].map(([, code]) => code);
    expect(new Set(codes).size).toBeGreaterThan(12);
    expect(codes.filter((code) => !ids.includes(code ?? ''))).toEqual([]);
  });

  test('docs/lint-rules.md is the table', () => {
    const path = join(ROOT, 'docs/lint-rules.md');
    if (process.env.ACCEPT === '1') writeFileSync(path, rulesDocument());
    expect(readFileSync(path, 'utf8')).toBe(rulesDocument());
  });
});

function rulesDocument(): string {
  const count = (severity: string) => RULES.filter((rule) => rule.severity === severity).length;
  const rows = RULES.map(
    ({ id, severity, checks, why }) => `| \`${id}\` | ${severity} | ${inCell(checks)} | ${inCell(why)} |`,
  );
  return `<!-- Written by \`npm run accept\` from the table of rules in src/lint; edits here are overwritten. -->
# Lint rules

What \`steward lint\` and every review check: ${count('error')} errors, ${count('warning')} warnings, ${count('info')} remarks. An error that
a proposal introduces stops it; a warning misleads; a remark says what is incomplete. \`steward rules\` prints this table.

| Rule | Severity | What it checks | What goes wrong otherwise |
| --- | --- | --- | --- |
${rows.join('\n')}

A review can find three things more, because it takes two revisions to see them: \`identifier-not-given\` (error), a row that
a proposal adds to the change log with an identifier that nobody gave it; \`change-log-row-altered\` (error), a row whose
identifier, item, data object, title, type or source says something else than it did - status, release date and notes are
written later, and what lint asks for may be mended; and \`change-log-row-lost\` (error), rows that it takes out of the
change log.
`;
}

function inCell(text: string): string {
  return text.replaceAll('|', '\\|');
}

describe('the table of what deployed tables need', () => {
  const classes = Object.keys(MIGRATION_CLASSES) as MigrationClass[];

  test.each(classes)('%s says what is done by hand, and where it is not safe why', (name) => {
    const { safety, title, reason, byHand } = migrationRow(name);
    expect(title).toMatch(/^[a-z][^\n]{5,60}[^.]$/);
    expect(byHand).toMatch(/^[A-Z][^\n]{10,140}\.$/);
    if (safety === 'safe') expect(reason).toBe('');
    else expect(reason).toMatch(/^[a-z][^\n]{10,100}[^.]$/);
  });

  test('nothing of it is a drop', () => {
    const words = classes.map((name) => migrationRow(name).byHand).join(' ');
    expect(words).not.toMatch(/\bdrop|delete the (?:table|column)/i);
  });

  test('the published schema has the same classes', () => {
    expect(SCHEMA.$defs.migration.properties.steps.items.properties.class.enum).toEqual(classes);
  });

  test('docs/deployed-tables.md is the table', () => {
    const path = join(ROOT, 'docs/deployed-tables.md');
    if (process.env.ACCEPT === '1') writeFileSync(path, deployedDocument(classes));
    expect(readFileSync(path, 'utf8')).toBe(deployedDocument(classes));
  });
});

function deployedDocument(classes: readonly MigrationClass[]): string {
  const rows = classes.map(migrationRow).map(({ title, safety, reason, byHand }) => {
    return `| ${title} | ${safety} | ${reason} | ${byHand} |`;
  });
  return `<!-- Written by \`npm run accept\` from the table in src/sql/migration-class.ts; edits here are overwritten. -->
# Tables that are deployed already

A generated script creates what is absent and fills the tables anew; it changes no column of a table that exists, and it
drops no table and no column. From a table that it does not fill it takes the foreign key to \`ssd_person\` off, because
the rows there stay while persons are deleted and come again. Whoever has run an older version brings the tables along by hand before the next run. Every review names
what is to be done, and the line of each target says how much care it takes: \`migration: none\`, \`safe\`, \`needs care\`
or \`refused\`. \`re-run needed\` says whether a load, a table or a key is another.

| What happens | Migration | Why | By hand |
| --- | --- | --- | --- |
${rows.join('\n')}
`;
}

describe.each(TARGETS)('the target $name', ({ name, cms, dialect }) => {
  const typeNames: readonly TypeName[] = ['nvarchar', 'nchar', 'datetime', 'int', 'float', 'bit', 'binary'];
  const sizes = [1, 255, 4001, 'max'] as const;
  const sized = (type: TypeName): ColumnType[] => sizes.map((size) => ({ name: type, size }));
  const origin: Origin = { object: 'ssd_person', itemRef: 'PERS001A', file: '', path: [] };
  const on = { origins: [origin] as const, table: 'ssd_person', column: 'pers_dob', name: 'n' };
  const type: ColumnType = { name: 'int', size: null };
  const parent = { parentTable: 'ssd_person', parentColumn: 'pers_person_id' };
  const statements: Record<Statement['kind'], Statement> = {
    'create-table': { ...on, kind: 'create-table', element: 'create_table', members: [], primaryKey: null },
    'add-foreign-key': { ...on, ...parent, kind: 'add-foreign-key', element: 'create_fk', type },
    'remove-foreign-key': { ...on, ...parent, kind: 'remove-foreign-key', element: 'remove_fk', type },
    'create-index': { ...on, kind: 'create-index', element: 'create_idx', type },
    load: {
      ...on,
      kind: 'load',
      element: 'insert_data',
      members: [],
      from: null,
      joins: [],
      where: [],
      onePer: [],
      order: [],
      guard: [],
      distinct: false,
      sets: [],
    },
    'count-orphans': { ...on, ...parent, kind: 'count-orphans', element: 'count_orphans', type },
    remark: { ...on, kind: 'remark', element: 'create_table', text: 'a remark', problem: false },
  };

  test('is a CMS of the vocabulary on one of its databases', () => {
    const known = VOCABULARY.cms.find((term) => term.name === cms);
    expect(known?.name).toBe(cms);
    expect(name).toBe(`${cms}.${dialect.name}`);
    expect(known?.databases).toContain(dialect.database);
  });

  test.each(typeNames)('spells %s in every size, and says whether it can be a key', (typeName) => {
    for (const columnType of sized(typeName)) {
      expect(dialect.typeName(columnType)).toMatch(/^[a-z_]+2?(?: [a-z]+)*(?:\((?:\d+(?: char)?|max)\))?$/);
      expect(typeof dialect.keyFault([columnType], 'index')).toBe('string');
    }
  });

  /** A remark and a question change nothing; before a load stands the delete of what it filled. */
  const RERUN_BY_THEMSELVES: readonly string[] = ['remark', 'count-orphans', 'load'];

  test.each(Object.keys(statements) as Statement['kind'][])('can run %s twice', (kind) => {
    const { before, after } = dialect.guard(statements[kind]);
    const guarded = before.length + after.length > 0 || dialect.ifAbsent !== '';
    expect(guarded || RERUN_BY_THEMSELVES.includes(kind)).toBe(true);
  });

  test('names itself, quotes a name and refuses one', () => {
    expect(dialect.title).toMatch(/\d/);
    expect(dialect.identifier('select')).not.toBe('select');
    expect(dialect.identifier('pers_dob')).toBe('pers_dob');
    expect(dialect.nameFault('pers_dob')).toBe('');
    expect(dialect.nameFault('n'.repeat(200))).not.toBe('');
    expect(Array.isArray(dialect.batchEnd)).toBe(true);
  });
});

describe('the tables of the records', () => {
  test('the change log has its ten columns in their order', () => {
    expect(Object.keys(CHANGE_LOG_COLUMNS)).toEqual([
      ...['item_ref', 'old_item_ref', 'release_datetime', 'change_id', 'change_object_name'],
      ...['change_impact_title', 'change_status', 'change_type', 'change_source', 'change_impact_notes'],
    ]);
  });

  test.each(METADATA_SETS)('the $name metadata block has a key for each of its facts', (set) => {
    const { releaseDatetime, changeId, itemChangesCount, changeReason, changeType, changeSource } = set;
    const named = [releaseDatetime, changeId, itemChangesCount, changeReason, changeType, changeSource];
    expect(named.filter((key) => key !== '' && !set.keys.includes(key))).toEqual([]);
    expect(set.keys).toContain(changeId);
    expect(new Set(set.keys).size).toBe(set.keys.length);
  });
});
