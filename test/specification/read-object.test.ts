/** Data object files: what is read, what is one value, older spellings, and every wrong shape with its place. */
import { ITEM_KEYS } from '../../src/specification/spellings.js';
import { objectText, problemsOf, readAs, readItem } from './build.js';

describe('an item', () => {
  test('has every key as the file has it', () => {
    const item = readItem(
      'description: Sex at birth',
      'type: nchar',
      'size: 1',
      'primary_key: true',
      'foreign_key: ssd_sex.sex_code',
      'validators:',
      '- required:',
      '    enabled: true',
      '- unique:',
      '    enabled: false',
      'code_set: sex',
      'categories: [identity]',
      'constraints: [pk]',
      'returns: [CIN, AnnexA]',
      'cms: [mosaic]',
      'cms_field: [mosaic:SEX]',
      'cms_table: [mosaic : DIM_PERSON]',
      'guidance: As recorded.',
      'metadata:',
      '  release_datetime: 01/02/2024 00:00',
      '  change_id: SSD-0007',
      '  item_changes_count: 3',
      '  change_reason: Asked for',
      '  change_type: change',
    );
    expect(item).toEqual({
      file: 'spec/objects/ssd_person.yml',
      path: ['nodes', 0, 'fields', 0],
      object: 'ssd_person',
      ref: 'PERS001A',
      name: 'pers_sex',
      description: 'Sex at birth',
      guidance: 'As recorded.',
      type: 'nchar',
      size: 1,
      primaryKey: true,
      required: true,
      unique: false,
      foreignKey: 'ssd_sex.sex_code',
      codeSet: 'sex',
      categories: ['identity'],
      constraints: ['pk'],
      returns: ['CIN', 'AnnexA'],
      cms: ['mosaic'],
      cmsField: ['mosaic:SEX'],
      cmsTable: ['mosaic:DIM_PERSON'],
      metadata: {
        releaseDatetime: '01/02/2024 00:00',
        changeId: 'SSD-0007',
        itemChangesCount: 3,
        changeReason: 'Asked for',
        changeType: 'change',
        written: {
          release_datetime: '01/02/2024 00:00',
          change_id: 'SSD-0007',
          item_changes_count: '3',
          change_reason: 'Asked for',
          change_type: 'change',
        },
      },
    });
  });

  const bare = readItem();

  test.each([
    ['description:'],
    ['description: null'],
    ['description: ""'],
    ['size: ~'],
    ['returns:'],
    ['returns: []'],
    ['returns: [~, ""]'],
    ['primary_key: false'],
    ['validators: []'],
    ['validators: [{required: }]'],
    ['validators: [{required: {enabled: false}}]'],
    ['validators: [{required: {enabled: }}]'],
    ['metadata: null'],
  ])('%s says nothing, like its absence', (line) => {
    expect(readItem(line)).toEqual(bare);
    expect(problemsOf('object', objectText(line))).toEqual([]);
  });

  test.each([
    ['description: no', 'no'],
    ['description: 1_000', '1_000'],
    ['description: 0777', '0777'],
    ['description: 2026-02-30', '2026-02-30'],
    ['description: "null"', 'null'],
    ['description: "  spaces  "', '  spaces  '],
    ['description: "a\\0b"', 'a\0b'],
    ['description: "\\ud800"', '\ud800'],
    ['description: "\\u202eevil\\u200b"', '\u202eevil\u200b'],
    ['description: "dept\'; DROP TABLE x;--"', "dept'; DROP TABLE x;--"],
    ['description: "=HYPERLINK(1)"', '=HYPERLINK(1)'],
  ])('%s is a text and stays as it is', (line, text) => {
    expect(readItem(line).description).toBe(text);
  });

  test.each([
    ['1', 1],
    ['4000', 4000],
    ['max', 'max'],
    ['"MAX"', 'max'],
    ['" 20 "', 20],
  ])('the size %s is %s', (written, size) => {
    expect(readItem(`size: ${written}`).size).toBe(size);
  });

  test.each(['mosaic:A', '"mosaic : A"', '"mosaic:  A"', '{mosaic: A}'])('the mapping %s is mosaic:A', (written) => {
    expect(readItem(`cms_field: [${written}]`).cmsField).toEqual(['mosaic:A']);
  });

  test('a mapping keeps all colons but the white space around the first', () => {
    expect(readItem('cms_field: ["mosaic : A : B", plain, ""]').cmsField).toEqual(['mosaic:A : B', 'plain']);
  });

  test('names that are equal but for how their accents are encoded stay two names', () => {
    const names = ['caf\u00e9', 'cafe\u0301'];
    const fields = names.map((name) => `  - name: ${name}\n    item_ref: PERS00${name.length}A\n`).join('');
    const [object] = readAs('object', `nodes:\n- name: ssd_person\n  fields:\n${fields}`).objects;
    expect(object?.items.map(({ name }) => name)).toEqual(names);
  });

  test.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])('may be named %s', (name) => {
    const text = `nodes:\n- name: ${name}\n  fields:\n  - name: ${name}\n    item_ref: ${name}\n    code_set: ${name}\n`;
    const { objects, problems } = readAs('object', text);
    expect(problems).toEqual([]);
    expect(objects).toMatchObject([{ name, items: [{ name, ref: name, object: name, codeSet: name }] }]);
  });
});

describe('older spellings', () => {
  test('field_ref and cms_fields are read as what they became', () => {
    const text =
      'nodes:\n- name: person\n  fields:\n  - name: sex\n    field_ref: PER002A\n    cms_fields: [mosaic:SEX]\n';
    const { objects, problems } = readAs('object', text);
    expect(problems).toEqual([]);
    expect(objects[0]?.items[0]).toMatchObject({ ref: 'PER002A', cmsField: ['mosaic:SEX'] });
  });

  test('an old and the present spelling in one item are two values for one thing', () => {
    const [problem] = problemsOf('object', objectText('field_ref: PERS002A'));
    expect(problem).toEqual({
      code: 'duplicate-key',
      at: '6:5',
      message: '`field_ref` and `item_ref` both stand here, and mean the same',
      expected: 'only `item_ref`',
      severity: 'error',
    });
    expect(readItem('field_ref: PERS002A').ref).toBe('PERS001A');
  });

  test.each([
    [
      'documented',
      ['release_datetime: 01/02/2024 00:00', 'change_id: SSD-0001', 'item_changes_count: 2', 'change_reason: why'],
      { releaseDatetime: '01/02/2024 00:00', changeId: 'SSD-0001', itemChangesCount: 2, changeReason: 'why' },
    ],
    [
      'of today',
      ['release: 01/02/2024 00:00', 'change_id: SSD-0001', 'versions_count: 2', 'impact_title: why', 'type: Change'],
      { releaseDatetime: '01/02/2024 00:00', changeId: 'SSD-0001', itemChangesCount: 2, changeReason: 'why' },
    ],
    [
      'of today, pending',
      ['release: In review|pending', 'change_id: SSD-0001', 'type: New Feature'],
      { releaseDatetime: '', changeId: 'SSD-0001', changeType: 'New Feature' },
    ],
    [
      'of 2023',
      ['change_datetime: 10/07/2023', 'change_ref_id: SSD0002', 'item_changes_count: 1', 'reason_text: why'],
      { releaseDatetime: '10/07/2023', changeId: 'SSD0002', itemChangesCount: 1, changeReason: 'why', changeType: '' },
    ],
    [
      'unknown',
      ['colour: red'],
      { releaseDatetime: '', changeId: '', itemChangesCount: 0, written: { colour: 'red' } },
    ],
  ])('a metadata block, %s', (_, lines, expected) => {
    expect(readItem('metadata:', ...lines.map((line) => `  ${line}`)).metadata).toMatchObject(expected);
  });

  test.each(['1e400', '"-"', '-1.5e99', '.inf', 'many', '9'.repeat(40)])('%s is no count of changes', (count) => {
    const { metadata } = readItem('metadata:', '  change_id: SSD-0001', `  item_changes_count: ${count}`);
    expect(metadata?.itemChangesCount).toBe(0);
    expect(metadata?.written.item_changes_count).toBe(count.replaceAll('"', ''));
  });

  test('a metadata block may have the keys of a prototype', () => {
    const { metadata } = readItem('metadata:', '  __proto__: a', '  constructor: b');
    expect(Object.entries(metadata?.written ?? {})).toEqual([
      ['__proto__', 'a'],
      ['constructor', 'b'],
    ]);
  });
});

describe('wrong shapes', () => {
  const nodes = ['the file has no list of `nodes`', '`nodes:` with one data object'] as const;
  const fields = ['a data object has no list of `fields`', '`name:` and `fields:`'] as const;

  test.each([
    ['', '1:1', ...nodes],
    ['# only a comment\n', '1:1', ...nodes],
    ['just text\n', '1:1', ...nodes],
    ['- a\n', '1:1', ...nodes],
    ['~\n', '1:1', ...nodes],
    ['other: 1\n', '1:1', ...nodes],
    ['\nnodes:\n', '2:1', ...nodes],
    ['nodes: []\n', '1:1', ...nodes],
    ['nodes: {a: b}\n', '1:1', ...nodes],
    ['nodes:\n- ssd_person\n', '2:3', ...fields],
    ['nodes:\n- name: ssd_person\n', '2:3', ...fields],
    ['nodes:\n- name: ssd_person\n  fields:\n', '3:3', ...fields],
    ['nodes:\n- name: ssd_person\n  fields: none\n', '3:3', ...fields],
    ['nodes:\n-\n', '2:1', ...fields],
  ])('%j has no objects, and says so at %s', (text, at, message, expected) => {
    expect(problemsOf('object', text)).toEqual([{ code: 'wrong-shape', at, message, expected, severity: 'error' }]);
    expect(readAs('object', text).objects).toEqual([]);
  });

  test.each([
    ['description: [a]', '6:5', '`description` is a list', 'a text'],
    ['type: {a: b}', '6:5', '`type` is a map', 'a text'],
    ['primary_key: yes', '6:5', '`primary_key` is neither true nor false', 'true or false'],
    ['size: -1', '6:5', 'the size "-1"', 'a whole number above 0, or max'],
    ['size: 10,2', '6:5', 'the size "10,2"', 'a whole number above 0, or max'],
    ['returns: [[CIN]]', '6:15', 'an entry of the list is a list', 'a text'],
    ['cms_field: [{a: b, c: d}]', '6:17', 'an entry of the list is a map', 'a text'],
    ['metadata: SSD-0001', '6:5', '`metadata` is no block of keys', 'a metadata block'],
    ['metadata: {change_id: [a]}', '6:16', '`change_id` is a list', 'a text'],
    ['validators: {required: {enabled: true}}', '6:5', '`validators` is no list', 'a list'],
    ['validators: [required]', '6:18', 'a validator is a scalar', '`required:` or `unique:`, each with `enabled:`'],
    ['validators: [{required: true}]', '6:19', '`required` has no `enabled`', '`enabled: true` or `enabled: false`'],
    ['validators: [{unique: {}}]', '6:19', '`unique` has no `enabled`', '`enabled: true` or `enabled: false`'],
    ['validators: [{unique: {enabled: yes}}]', '6:28', '`enabled` of unique is no boolean', 'true or false'],
  ])('%s', (line, at, message, expected) => {
    expect(problemsOf('object', objectText(line))).toEqual([
      { code: 'wrong-shape', at, message, expected, severity: 'error' },
    ]);
  });

  test('an item that is no block is told, and its neighbours are read', () => {
    const text = 'nodes:\n- name: ssd_person\n  fields:\n  - a text\n  - name: pers_sex\n  - [a]\n';
    expect(problemsOf('object', text).map(({ at, message }) => `${at} ${message}`)).toEqual([
      '4:5 a data item is no block of keys',
      '6:5 a data item is no block of keys',
    ]);
    expect(readAs('object', text).objects[0]?.items.map(({ name, path }) => [name, path.at(-1)])).toEqual([
      ['pers_sex', 1],
    ]);
  });

  test('a text where a list belongs is a list of one, and a warning', () => {
    expect(readItem('returns: CIN').returns).toEqual(['CIN']);
    expect(problemsOf('object', objectText('returns: CIN'))).toEqual([
      { code: 'wrong-shape', at: '6:5', message: '`returns` is a scalar', expected: 'a list', severity: 'warning' },
    ]);
  });
});

describe('unknown keys', () => {
  const keys = `one of ${ITEM_KEYS.join(', ')}`;

  test.each([
    [objectText('descripton: x'), '6:5', '`descripton` is not a key of a data item', keys],
    [objectText('__proto__: x'), '6:5', '`__proto__` is not a key of a data item', keys],
    [objectText('"<<": x'), '6:5', '`<<` is not a key of a data item', keys],
    [objectText('"": x'), '6:5', '`` is not a key of a data item', keys],
    [
      objectText('validators: [{requird: {enabled: true}}]'),
      '6:19',
      '`requird` is not a key of a validator',
      'one of required, unique',
    ],
    [`${objectText()}more: 1\n`, '6:1', '`more` is not a key of a data object file', '`nodes`'],
    [
      objectText().replace('  fields', '  title: x\n  fields'),
      '3:3',
      '`title` is not a key of a data object',
      'one of name, fields',
    ],
  ])('%j is told at %s', (text, at, message, expected) => {
    expect(problemsOf('object', text)).toContainEqual({
      code: 'unknown-key',
      at,
      message: `${message}; its value is not read`,
      expected,
      severity: 'warning',
    });
  });
});
