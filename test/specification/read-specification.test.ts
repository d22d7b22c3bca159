/** All files of a revision as one specification: roles, order, what is read once, and what stands in the wrong place. */
import type { Layout } from '../../src/config/config.js';
import { LAYOUTS } from '../../src/config/layouts.js';
import { roleOf } from '../../src/specification/layout-files.js';
import type { Specification } from '../../src/specification/model.js';
import { type Memo, readSpecification } from '../../src/specification/read-specification.js';
import { decode, type SourceFile, textOf } from '../../src/specification/source-file.js';
import { fileOf } from '../fakes/memory-repository.js';
import { LAYOUT, objectText, utf16 } from './build.js';

const UPSTREAM = LAYOUTS.at(-1) as Layout;

const read = (files: readonly SourceFile[], layout: Layout = LAYOUT, memo?: Memo): Specification =>
  readSpecification(files, layout, memo);

const problemsOf = (files: readonly SourceFile[], layout?: Layout) =>
  read(files, layout).problems.map(({ file, code, message, expected }) => `${file} ${code}: ${message}; ${expected}`);

describe('roles', () => {
  test.each([
    ['spec/objects/ssd_person.yml', 'object'],
    ['spec/objects/deeper/ssd_person.YAML', 'object'],
    ['spec/objects/README.md', null],
    ['spec/objects.yml', null],
    ['spec/objects', null],
    ['Spec/Objects/ssd_person.yml', null],
    ['spec/categories/sex.yml', 'code set'],
    ['spec/categories/placement_type', 'code set'],
    ['spec/relationships.yml', 'relationships'],
    ['spec/ssd_change_log.csv', 'change log'],
    ['CHANGELOG.md', 'changelog'],
    ['README.md', null],
    ['sql/mosaic.sqlserver.sql', null],
  ])('%s is %s', (path, role) => {
    expect(roleOf(path, LAYOUT)).toBe(role);
  });

  test('the relationships file may lie among the objects', () => {
    expect(roleOf('data/objects/relationships.yml', UPSTREAM)).toBe('relationships');
    expect(roleOf('docs/admin/data_objects_specification.csv', UPSTREAM)).toBe('spreadsheet');
  });

  test('a blank path is no place', () => {
    expect(roleOf('', { ...LAYOUT, spreadsheet: '' })).toBeNull();
    expect(roleOf('/a.yml', { ...LAYOUT, objects: '', codeSets: '' })).toBeNull();
  });
});

describe('one revision', () => {
  test('holds what its files say, in the order of their paths; other files are passed over', () => {
    const specification = read([
      fileOf('spec/objects/b.yml', 'nodes:\n- name: b\n  fields: []\n'),
      fileOf('spec/objects/a.yml', 'nodes:\n- name: a2\n  fields: []\n- name: a1\n  fields: []\n'),
      fileOf('spec/categories/sex.yml', '- F\n'),
      fileOf('spec/relationships.yml', 'relationships: []\n'),
      fileOf('spec/ssd_change_log.csv', 'item_ref,change_id\n'),
      fileOf('CHANGELOG.md', '# Changes\n'),
      fileOf('README.md', '\0\0'),
    ]);
    expect(specification.objects.map(({ name }) => name)).toEqual(['a2', 'a1', 'b']);
    expect(specification.codeSets.map(({ name }) => name)).toEqual(['sex']);
    expect(specification).toMatchObject({
      relationships: [],
      changeLog: { entries: [] },
      changelogMd: { text: '# Changes\n' },
      spreadsheet: null,
      cms: [],
      problems: [],
    });
  });

  test('without files says nothing, and has neither records nor relationships', () => {
    expect(read([])).toEqual({
      objects: [],
      codeSets: [],
      relationships: null,
      changeLog: null,
      changelogMd: null,
      spreadsheet: null,
      cms: [],
      problems: [],
    });
  });

  test('a blob that both revisions share is read once and is one value', () => {
    const memo: Memo = new Map();
    const file = fileOf('spec/objects/a.yml', objectText());
    const [base, head] = [read([file], LAYOUT, memo), read([{ ...file }], LAYOUT, memo)];
    expect(head.objects[0]).toBe(base.objects[0]);
  });

  test.each<[string, SourceFile]>([
    ['at another path', fileOf('spec/objects/b.yml', objectText())],
    ['without an id', { ...fileOf('spec/objects/a.yml', objectText()), oid: '' }],
    ['behind a link', { ...fileOf('spec/objects/a.yml', objectText()), kind: 'symbolic link' }],
  ])('the same text %s is another value', (_, other) => {
    const memo: Memo = new Map();
    const base = read([fileOf('spec/objects/a.yml', objectText())], LAYOUT, memo);
    const head = read([other], LAYOUT, memo);
    expect(head.objects[0]).not.toBe(base.objects[0]);
    expect(head.objects.map(({ file }) => file)).toEqual(other.kind === 'file' ? [other.path] : []);
  });

  test('the spreadsheet gives sizes to items that have none and whose type has one', () => {
    const sizesOf = (...lines: string[]) => {
      const sheet = fileOf(UPSTREAM.spreadsheet, 'item_ref,max_field_size\nPERS001A,48\n');
      const object = fileOf('data/objects/a.yml', objectText(...lines));
      return read([sheet, object], UPSTREAM).objects[0]?.items[0]?.size;
    };
    expect(sizesOf('type: nvarchar')).toBe(48);
    expect(sizesOf('type: VARCHAR(10)')).toBe(48);
    expect(sizesOf('type: string')).toBe(48);
    expect(sizesOf('type: nvarchar', 'size: 10')).toBe(10);
    expect(sizesOf('type: datetime')).toBeNull();
    expect(sizesOf('type: varcharacter')).toBeNull();
  });

  test('a file that cannot be read says only that: its objects are unknown, those of others are there', () => {
    const broken = fileOf('spec/objects/a.yml', 'nodes:\n- name: "a\n');
    const specification = read([broken, fileOf('spec/objects/b.yml', objectText())]);
    expect(specification.objects.map(({ file }) => file)).toEqual(['spec/objects/b.yml']);
    expect(specification.problems).toMatchObject([
      { code: 'unparseable-file', file: 'spec/objects/a.yml', line: 3, column: 1, severity: 'error' },
    ]);
  });
});

describe('files that are no text', () => {
  const limit = 'at most 4000000 bytes';

  test.each<[string, Partial<SourceFile>, string, string, string]>([
    [
      'one byte of Latin-1',
      { bytes: new Uint8Array([0x61, 0xe9]) },
      'not-utf8',
      'the file is not UTF-8',
      'the file saved as UTF-8',
    ],
    ['UTF-16', { bytes: utf16('nodes:\n') }, 'not-utf8', 'the file is not UTF-8', 'the file saved as UTF-8'],
    [
      'a lone surrogate',
      { bytes: new Uint8Array([0xed, 0xa0, 0x80]) },
      'not-utf8',
      'the file is not UTF-8',
      'the file saved as UTF-8',
    ],
    ['4,000,001 bytes', { bytes: new Uint8Array(4_000_001) }, 'file-too-large', 'the file has 4000001 bytes', limit],
    ['too much to be read at all', { size: 9_000_000 }, 'file-too-large', 'the file has 9000000 bytes', limit],
    ['a link', { kind: 'symbolic link' }, 'not-a-file', 'there is a symbolic link where a file is expected', 'a file'],
    ['a submodule', { kind: 'submodule' }, 'not-a-file', 'there is a submodule where a file is expected', 'a file'],
  ])('%s', (_, parts, code, message, expected) => {
    const file: SourceFile = { path: 'spec/objects/a.yml', oid: 'x', bytes: new Uint8Array(), ...parts };
    expect(decode(file)).toEqual({ text: null, problem: { code, message, expected } });
    expect(() => textOf(file)).toThrow(`spec/objects/a.yml ${code}: ${message}. Expected ${expected}.`);
    expect(problemsOf([file])).toEqual([`spec/objects/a.yml ${code}: ${message}; ${expected}`]);
  });

  test('a byte order mark stays, so that offsets are true', () => {
    expect(textOf(fileOf('a.yml', '\uFEFFa: 1\n'))).toBe('\uFEFFa: 1\n');
  });

  test('four million bytes are read', () => {
    expect(decode({ path: 'a', oid: '', bytes: new Uint8Array(4_000_000) }).problem).toBeNull();
  });
});

describe('something else than the layout expects', () => {
  const link = (path: string, kind: SourceFile['kind'] = 'symbolic link') => ({
    ...fileOf(path, '../elsewhere'),
    kind,
  });
  const says = (path: string, found: string, expected: string) =>
    `${path} not-a-file: there is a ${found} where a ${expected} is expected; a ${expected}`;

  test.each<[string, readonly SourceFile[], readonly string[]]>([
    [
      'a folder in place of the change log',
      [fileOf('spec/ssd_change_log.csv/a', 'x'), fileOf('spec/ssd_change_log.csv/b', 'y')],
      [says('spec/ssd_change_log.csv', 'folder', 'file')],
    ],
    ['a file in place of the objects', [fileOf('spec/objects', 'x')], [says('spec/objects', 'file', 'folder')]],
    ['a link in place of the objects', [link('spec/objects')], [says('spec/objects', 'symbolic link', 'folder')]],
    [
      'a submodule in place of the code sets',
      [link('spec/categories', 'submodule')],
      [says('spec/categories', 'submodule', 'folder')],
    ],
    ['a link above everything', [link('spec')], [says('spec', 'symbolic link', 'folder')]],
    [
      'a link to a folder among the objects',
      [link('spec/objects/more')],
      [says('spec/objects/more', 'symbolic link', 'file')],
    ],
    [
      'a link in place of an object',
      [link('spec/objects/a.yml')],
      [says('spec/objects/a.yml', 'symbolic link', 'file')],
    ],
    ['a link in place of CHANGELOG.md', [link('CHANGELOG.md')], [says('CHANGELOG.md', 'symbolic link', 'file')]],
    ['a link that is none of ours', [link('docs'), link('spec/objects.yml')], []],
    ['notes among the objects', [fileOf('spec/objects/README.md', 'x')], []],
  ])('%s', (_, files, problems) => {
    expect(problemsOf(files)).toEqual(problems);
    expect(read(files)).toMatchObject({ objects: [], codeSets: [], changeLog: null });
  });
});

describe('twins among the paths', () => {
  const twins = (one: string, other: string) => problemsOf([one, other].map((path) => fileOf(path, objectText())));

  test.each([
    ['spec/objects/A.yml', 'spec/objects/a.yml', 'letter case'],
    ['spec/objects/a.YML', 'spec/objects/a.yml', 'letter case'],
    ['spec/objects/Cafe\u0301.yml', 'spec/objects/caf\u00e9.yml', 'letter case'],
    ['spec/objects/cafe\u0301.yml', 'spec/objects/caf\u00e9.yml', 'how accents are encoded'],
  ])('%s and %s differ only in %s', (one, other, what) => {
    expect(twins(one, other)).toEqual([
      `${other} path-case: \`${other}\` and \`${one}\` differ only in ${what}; one of them`,
    ]);
  });

  test('other paths are no twins', () => {
    expect(twins('spec/objects/a.yml', 'spec/objects/a.yaml')).toEqual([]);
    expect(twins('spec/objects/а.yml', 'spec/objects/a.yml')).toEqual([]);
  });
});
