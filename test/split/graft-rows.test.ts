/** Rows of the spreadsheet go with their items; every other row, and every cell of it, stays as somebody wrote it. */
import { filesOf } from '../fakes/memory-repository.js';
import { keyOf, type Proposal, partsOf, SHEET_CONFIG, splitOf, textIn } from './build.js';

const SHEET = SHEET_CONFIG.layout.spreadsheet;
const PERSON = `${SHEET_CONFIG.layout.objects}/ssd_person.yml`;

const HEADING = 'item_ref,object_name,field_name,type,max_field_size,cms_path_llogic,notes';
const ID = 'PERS001A,ssd_person,pers_id,nvarchar,48,DIM.PERSON_ID,"as ""it"" is"';
const SEX = 'PERS002A,ssd_person,pers_sex,nvarchar,1,DIM.SEX,';
const WIDE = 'PERS002A,ssd_person,pers_sex,nvarchar,2,DIM.GENDER,"over\ntwo lines"';
const DOB = 'PERS003A , ssd_person,pers_dob,datetime,,DIM.DOB,';
const DAY = 'PERS003A , ssd_person,pers_dob,datetime,,DIM.DAY,';
const NEW = 'PERS004A,ssd_person,pers_upn,nvarchar,13,,';

function sheet(...rows: readonly string[]): string {
  return `${[HEADING, ...rows].join('\n')}\n`;
}

/** The YAML of these items, each with its type. */
function yaml(...items: readonly string[]): string {
  const lines = items.map((row) => {
    const [ref = '', , name = '', type = ''] = row.split(',').map((cell) => cell.trim());
    const key = ref === 'PERS001A' ? '    primary_key: true\n' : '';
    return `  - name: ${name}\n    item_ref: ${ref}\n    type: ${type}\n${key}`;
  });
  return `nodes:\n- name: ssd_person\n  fields:\n${lines.join('')}`;
}

function given(base: readonly [string, string], head: readonly [string, string]): Proposal {
  const files = ([spreadsheet, objects]: readonly [string, string]) =>
    filesOf({ [SHEET]: spreadsheet, [PERSON]: objects });
  return { base: files(base), head: files(head), config: SHEET_CONFIG };
}

/** The spreadsheet in both parts. */
function sheets(proposal: Proposal, ref: string): readonly [rest: string, alone: string] {
  const { rest, alone } = partsOf(proposal, keyOf(ref));
  return [textIn(rest, SHEET), textIn(alone, SHEET)];
}

const ALL = yaml(ID, SEX, DOB);

test('a change that stands only in the spreadsheet', () => {
  const proposal = given([sheet(ID, SEX, DOB), ALL], [sheet(ID, WIDE, DAY), ALL]);
  expect(sheets(proposal, 'PERS002A')).toEqual([sheet(ID, SEX, DAY), sheet(ID, WIDE, DOB)]);
  const { parts } = partsOf(proposal, keyOf('PERS002A'));
  expect([[...parts.rest.keys()], [...parts.alone.keys()]]).toEqual([[SHEET], [SHEET]]);
});

test('the row of a new item comes and goes with it', () => {
  const proposal = given([sheet(ID, DOB), yaml(ID, DOB)], [sheet(ID, NEW, DAY), yaml(ID, NEW, DOB)]);
  expect(sheets(proposal, 'PERS004A')).toEqual([sheet(ID, DAY), sheet(ID, NEW, DOB)]);
});

test('the row of a removed item stays with it', () => {
  const proposal = given([sheet(ID, SEX, DOB), ALL], [sheet(ID, DAY), yaml(ID, DOB)]);
  expect(sheets(proposal, 'PERS002A')).toEqual([sheet(ID, SEX, DAY), sheet(ID, DOB)]);
});

test.each<[what: string, write: (text: string) => string]>([
  ['CRLF', (text) => text.replaceAll('\n', '\r\n')],
  ['a byte order mark', (text) => `\uFEFF${text}`],
  ['no line break at the end', (text) => text.trimEnd()],
  ['blank lines between rows', (text) => text.replaceAll('\nPERS', '\n\nPERS')],
])('with %s', (_, write) => {
  const [base, head] = [write(sheet(ID, SEX, DOB)), write(sheet(ID, WIDE, DAY))];
  const proposal = given([base, ALL], [head, ALL]);
  expect(sheets(proposal, 'PERS002A')).toEqual([write(sheet(ID, SEX, DAY)), write(sheet(ID, WIDE, DOB))]);
});

describe('where the columns differ', () => {
  const moved = 'notes,max_field_size,type,field_name,object_name,item_ref,cms_path_llogic,owner';
  const columns = (row: string, owner: string) => {
    const [ref, name, field, type, size, source] = row.split(',');
    return `,${size},${type},${field},${name},${ref},${source},${owner}`;
  };
  const other = (...rows: readonly string[]) => `${[moved, ...rows].join('\n')}\n`;

  test('cells go under their headings; a new column’s cell goes with the row, and the base has none for it', () => {
    const base = sheet(SEX, DOB.replace(' ,', ',').replace(' ssd', 'ssd'));
    const head = other(columns(WIDE, 'Sam'), columns('PERS003A,ssd_person,pers_dob,datetime,,DIM.DAY', 'Kim'));
    const proposal = given([base, ALL], [head, ALL]);
    expect(sheets(proposal, 'PERS002A')).toEqual([
      other(columns(SEX, ''), columns('PERS003A,ssd_person,pers_dob,datetime,,DIM.DAY', 'Kim')),
      base.replace(SEX, 'PERS002A,ssd_person,pers_sex,nvarchar,2,DIM.GENDER,'),
    ]);
  });

  test('a source whose column is new cannot go without it', () => {
    const wide = (heading: string, text: string) =>
      text
        .split('\n')
        .map((line, at) => (line === '' ? line : `${line},${at === 0 ? heading : 'SVC.SEX'}`))
        .join('\n');
    const proposal = given([sheet(ID, SEX, DOB), ALL], [wide('cms_path_azeus', sheet(ID, WIDE, DAY)), ALL]);
    expect(splitOf(proposal, keyOf('PERS002A'))).toEqual({
      kind: 'refusal',
      sentence:
        'PERS002A cannot be split off: the columns of the spreadsheet change in this proposal, and no row goes without ' +
        'them, and all 3 changes of this proposal hang together.',
      along: [],
    });
  });
});

test('a ref that stands twice: the row with the item’s name', () => {
  const twin = 'PERS002A,ssd_person,pers_other,nvarchar,1,DIM.OTHER,';
  const proposal = given([sheet(ID, twin, SEX, DOB), ALL], [sheet(ID, twin, WIDE.replace(',2,', ',1,'), DAY), ALL]);
  expect(sheets(proposal, 'PERS002A')[1]).toBe(sheet(ID, twin, WIDE.replace(',2,', ',1,'), DOB));
});
