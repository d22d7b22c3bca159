/** The change log and the spreadsheet: columns, older headings, and headings without which nothing could be read. */
import { CHANGE_LOG_COLUMNS } from '../../src/specification/read-change-log.js';
import { problemsOf, readAs, utf16 } from './build.js';

const HEADINGS = Object.keys(CHANGE_LOG_COLUMNS).join(',');

const entriesOf = (text: string) => readAs('change log', text).changeLog?.entries;

describe('the change log', () => {
  test('has the ten columns, cells trimmed', () => {
    const row = 'PERS001A,PER001A,01/02/2024 09:00,SSD-0001,ssd_person, A title ,released,Bug,LA,"Notes, more"';
    expect(entriesOf(`${HEADINGS}\n${row}\n`)).toEqual([
      {
        file: 'spec/ssd_change_log.csv',
        path: ['row', 1],
        itemRef: 'PERS001A',
        oldItemRef: 'PER001A',
        releaseDatetime: '01/02/2024 09:00',
        changeId: 'SSD-0001',
        changeObjectName: 'ssd_person',
        changeImpactTitle: 'A title',
        changeStatus: 'released',
        changeType: 'Bug',
        changeSource: 'LA',
        changeImpactNotes: 'Notes, more',
      },
    ]);
  });

  test('has its columns by name, in any order; those that are not there are blank', () => {
    const [entry] = entriesOf('change_id, item_ref ,colour\nSSD-0001,PERS001A,red\n') ?? [];
    expect(entry).toMatchObject({ itemRef: 'PERS001A', changeId: 'SSD-0001', changeStatus: '', changeType: '' });
  });

  test('of 2023 is read as what it became', () => {
    const text =
      '\uFEFFitem_ref,change_datetime,change_ref_id,reason_text\r\nPER001A,10/07/2023 09:00,SSD0002,longer\r\n';
    const [entry] = entriesOf(text) ?? [];
    expect(entry).toMatchObject({
      changeId: 'SSD0002',
      releaseDatetime: '10/07/2023 09:00',
      changeImpactNotes: 'longer',
    });
  });

  test('may have the headings of a prototype, and rows of any length', () => {
    const text = 'item_ref,change_id,__proto__,constructor\nA,SSD-0001,x,y,z\nB\n';
    expect(readAs('change log', text).changeLog).toMatchObject({
      headings: ['item_ref', 'change_id', '__proto__', 'constructor'],
      entries: [
        { itemRef: 'A', changeId: 'SSD-0001' },
        { itemRef: 'B', changeId: '' },
      ],
    });
  });

  test('with headings alone has no entries, and is no problem', () => {
    expect(entriesOf(`${HEADINGS}\n`)).toEqual([]);
    expect(problemsOf('change log', HEADINGS)).toEqual([]);
  });

  test.each(['SSD-00001', 'ssd-0001', 'SSD-\u0660\u0660\u0660\u0661', 'SSD-9999', '=SSD-0001', "'=1+1"])(
    'the identifier %s stays as it is written',
    (id) => {
      expect(entriesOf(`${HEADINGS}\nPERS001A,,,${id},,,,,,\n`)?.[0]?.changeId).toBe(id);
    },
  );
});

const SHEET = 'item_ref,object_name,field_name,description,type,max_field_size,foreign_key,returns';

const rowOf = (headings: string, row: string) => readAs('spreadsheet', `${headings}\n${row}\n`).spreadsheet?.rows[0];

describe('the spreadsheet', () => {
  test('has what we read of a row, and every cell as written', () => {
    const row = rowOf(SHEET, 'PERS001A,ssd_person,pers_sex, Sex ,nchar,1.0,NULL,CIN | AnnexA |');
    expect(row).toEqual({
      file: 'docs/specification.csv',
      path: ['row', 1],
      itemRef: 'PERS001A',
      objectName: 'ssd_person',
      fieldName: 'pers_sex',
      description: 'Sex',
      type: 'nchar',
      size: 1,
      foreignKey: '',
      returns: ['CIN', 'AnnexA'],
      sources: {},
      cells: {
        item_ref: 'PERS001A',
        object_name: 'ssd_person',
        field_name: 'pers_sex',
        description: ' Sex ',
        type: 'nchar',
        max_field_size: '1.0',
        foreign_key: 'NULL',
        returns: 'CIN | AnnexA |',
      },
    });
  });

  test.each([
    ['48', 48],
    ['48.0', 48],
    ['max', 'max'],
    ['', null],
    ['NULL', null],
    ['-1', null],
    ['48.5', null],
    ['1e9', null],
  ])('the size %j is %s', (written, size) => {
    expect(rowOf(SHEET, `PERS001A,,,,,${written},,`)?.size).toBe(size);
  });

  test.each(['', 'NULL', 'null', '#N/A', 'nan', ' \u00a0'])('the cell %j is blank', (cell) => {
    expect(rowOf(SHEET, `PERS001A,,,${cell},,,,`)?.description).toBe('');
  });

  test('rows without a ref are passed over, the others keep their number', () => {
    const { spreadsheet } = readAs('spreadsheet', `${SHEET}\n,heading\nPERS001A\n,,\nPERS002A\n`);
    expect(spreadsheet?.rows.map(({ itemRef, path }) => [itemRef, path])).toEqual([
      ['PERS001A', ['row', 2]],
      ['PERS002A', ['row', 4]],
    ]);
  });

  test('of 2023 has field_ref; of a heading that stands twice the first column counts', () => {
    expect(rowOf('field_ref,type,type', 'PER001A,int,text')).toMatchObject({ itemRef: 'PER001A', type: 'int' });
  });

  test('may have the headings of a prototype', () => {
    const row = rowOf('item_ref,__proto__,constructor,toString', 'PERS001A,a,b,c');
    expect(Object.entries(row?.cells ?? {})).toEqual([
      ['item_ref', 'PERS001A'],
      ['__proto__', 'a'],
      ['constructor', 'b'],
      ['toString', 'c'],
    ]);
    expect(row?.sources).toEqual({});
  });
});

describe('source columns', () => {
  const headings = [
    'item_ref',
    'cms_path_llogic',
    'cms_path_mosaic',
    'cms_path_mosaic (Essex Data Warehouse)',
    'cms_path_Azeus',
  ].join(',');
  const sourcesOf = (...cells: string[]) => rowOf(headings, `PERS001A,${cells.join(',')}`)?.sources;

  test('only a clean TABLE.COLUMN is a source, whatever stands before it', () => {
    expect(sourcesOf('DIM_PERSON.SEX', '', '', 'db.dbo.T_CLIENT.SEX_CD')).toEqual({
      liquid_logic: { table: 'DIM_PERSON', field: 'SEX' },
      azeus: { table: 'T_CLIENT', field: 'SEX_CD' },
    });
  });

  test('of two columns of one CMS the better one counts, the other where it has no source', () => {
    const [live, essex] = ['DM_PERSONS.SEX', 'WAREHOUSE.SEX'];
    expect(sourcesOf('', live, essex, '')).toEqual({ mosaic: { table: 'WAREHOUSE', field: 'SEX' } });
    expect(sourcesOf('', live, 'to be found', '')).toEqual({ mosaic: { table: 'DM_PERSONS', field: 'SEX' } });
  });

  test.each(['SEX', 'a.b.c.d.e', 'T.PLACEHOLDER_1', 'T.a b', 'NULL', '"T.A, T.B"', 'T.a; DROP TABLE x'])(
    '%s is no source',
    (cell) => {
      expect(sourcesOf(cell, '', '', '')).toEqual({});
    },
  );
});

describe('a table without its columns is no empty table', () => {
  const needs = (column: string) => `a first line with the column names, separated by commas, \`${column}\` among them`;
  const nul = (text: string) => [...text].map((character) => `${character}\0`).join('');

  test.each([
    ['change log', '', 'the change log has no column `item_ref`', needs('item_ref')],
    ['change log', '\n\n', 'the change log has no column `item_ref`', needs('item_ref')],
    ['change log', 'item_ref;change_id\nA;SSD-0001\n', 'the change log has no column `item_ref`', needs('item_ref')],
    ['change log', 'item_ref\tchange_id\n', 'the change log has no column `item_ref`', needs('item_ref')],
    ['change log', 'PERS001A,,,SSD-0001\n', 'the change log has no column `item_ref`', needs('item_ref')],
    ['change log', 'item_ref,change\n', 'the change log has no column `change_id`', needs('change_id')],
    ['change log', nul('item_ref,change_id\n'), 'the change log has no column `item_ref`', needs('item_ref')],
    ['spreadsheet', '', 'the spreadsheet has no column `item_ref`', needs('item_ref')],
    ['spreadsheet', 'name,type\n', 'the spreadsheet has no column `item_ref`', needs('item_ref')],
  ] as const)('%s %j', (role, text, message, expected) => {
    expect(problemsOf(role, text)).toEqual([{ code: 'wrong-shape', at: '1:1', message, expected, severity: 'error' }]);
    expect(readAs(role, text)).toMatchObject({ changeLog: null, spreadsheet: null });
  });

  test.each(['item_ref,change_id,change_id', 'item_ref,change_id,change_ref_id', ' item_ref,change_id,item_ref '])(
    'a change log with the headings %s has two columns for one thing',
    (text) => {
      expect(problemsOf('change log', `${text}\n`)).toMatchObject([
        { code: 'duplicate-key', at: '1:1', expected: 'each column once', severity: 'error' },
      ]);
    },
  );

  test.each(['change log', 'spreadsheet', 'changelog'] as const)('a %s in UTF-16 is no text', (role) => {
    expect(readAs(role, utf16('item_ref,change_id\nA,B\n')).problems).toMatchObject([{ code: 'not-utf8' }]);
  });

  test('a heading row of 200,000 names is looked through once', () => {
    const text = `item_ref,change_id,${Array.from({ length: 200_000 }, (_, index) => `c${index}`).join(',')}\n`;
    expect(readAs('change log', text).changeLog?.headings).toHaveLength(200_002);
  });
});
