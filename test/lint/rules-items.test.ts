import type { DataItem } from '../../src/specification/model.js';
import { findingsOf, object, ofItem } from './build.js';

/** One row a case: the rule, what is wrong, and what the finding must say and suggest. */
type Case = readonly [rule: string, parts: Partial<DataItem>, message: RegExp, expected: RegExp];

const CASES: readonly Case[] = [
  ['item-ref-missing', { ref: '', name: 'pers_sex' }, /`pers_sex` has no item_ref/, /new ref/],
  ['item-ref-malformed', { ref: 'PERS0001A' }, /`PERS0001A`/, /PERS001A/],
  ['item-ref-malformed', { ref: 'pers001a' }, /`pers001a`/, /PERS001A/],
  ['item-ref-malformed', { ref: 'PERS٠٠١A' }, /form of an item_ref/, /PERS001A/],
  ['item-ref-duplicate', { ref: 'PERS001A' }, /already the ref of `ssd_person.pers_person_id`/, /no other item/],
  ['name-invalid', { name: '' }, /is empty/, /letters/],
  ['name-invalid', { name: 'pers sex' }, /U\+0020 \(white space\)/, /letters/],
  ['name-invalid', { name: "pers'; DROP TABLE x;--" }, /holds the character `'`/, /letters/],
  ['name-invalid', { name: 'pers_`x`' }, /holds the character `'`/, /letters/],
  ['name-invalid', { name: 'pers_\nDROP' }, /U\+000A \(white space\)/, /letters/],
  ['name-invalid', { name: 'pers_\u202Esex' }, /invisible character U\+202E/, /letters/],
  ['name-invalid', { name: 'pers_s\u0435x' }, /\(U\+0435\)/, /letters/],
  ['name-invalid', { name: '1st_name' }, /begins with a digit/, /letters/],
  ['name-invalid', { name: `pers_${'x'.repeat(59)}` }, /64 bytes/, /63/],
  ['name-reserved', { name: 'Order' }, /`Order` is a reserved word/, /prefix/],
  ['name-duplicate', { name: 'pers_person_id' }, /stands twice in `ssd_person`/, /no other item/],
  ['name-duplicate', { name: 'PERS_Person_ID' }, /only in letter case from `pers_person_id`/, /no other item/],
  ['name-long-for-oracle', { name: `pers_${'x'.repeat(26)}` }, /31 bytes/, /at most 30 bytes/],
  ['name-prefix', { name: 'sex' }, /does not begin with `pers_`/, /pers_/],
  [
    'name-misspelt',
    { name: 'pers_inital_date', type: 'datetime' },
    /`inital` in `pers_inital_date`/,
    /^pers_initial_date$/,
  ],
  ['unknown-type', { type: 'nvarhcar' }, /`nvarhcar` is no type/, /^nvarchar$/],
  ['unknown-type', { name: 'pers_sex', type: '' }, /`pers_sex` has no type/, /^one of nvarchar, nchar, int, datetime$/],
  ['type-case', { type: 'NVarChar' }, /`NVarChar`/, /^nvarchar$/],
  ['type-suspect', { name: 'pers_birth_date' }, /reads like a date, but its type is `nvarchar`/, /date type/],
  ['type-suspect', { name: 'pers_dob' }, /reads like a date/, /date type/],
  ['type-suspect', { name: 'pers_send_flag', type: 'datetime', size: null }, /reads like no date/, /another type/],
  ['size-on-unsized-type', { type: 'int', size: 4 }, /has the size 4, but `int` has none/, /no size/],
  ['unknown-return', { returns: ['Loca;'] }, /`Loca;` of `pers_item_1` is no return/, /^Local$/],
  ['unknown-return', { returns: ['SSD903'] }, /`SSD903`/, /^SSDA903$/],
  ['unknown-return', { returns: ['Local,AnnexA'] }, /two joined/, /^Local and AnnexA$/],
  ['unknown-return', { returns: ['Zebra'] }, /`Zebra`/, /^one of SSDA903, CIN, AnnexA, Local$/],
  ['older-spelling', { returns: ['CINcensus'] }, /another spelling of `CIN`/, /^CIN$/],
  ['older-spelling', { returns: ['annexa'] }, /another spelling of `AnnexA`/, /^AnnexA$/],
  ['older-spelling', { cmsField: ['SystemC:FIELD'] }, /another spelling of `liquid_logic`/, /^liquid_logic$/],
  ['unknown-cms', { cms: ['mosiac'] }, /`mosiac` of `pers_item_1` is no CMS/, /^mosaic$/],
  ['unknown-cms', { cmsTable: ['mosiac:TABLE'] }, /`mosiac`/, /^mosaic$/],
  ['unknown-constraint', { constraints: ['px'] }, /`px` of `pers_item_1` is no constraint/, /^pk$/],
  ['unknown-code-set', { codeSet: 'sex' }, /code set `sex`, which does not exist/, /code set file/],
  ['list-duplicate', { returns: ['CIN', 'Local', 'CIN', 'CIN'] }, /`CIN` stands twice in returns/, /once/],
  ['missing-categories', { categories: [] }, /lists no categories/, /one entry/],
  ['missing-returns', { returns: [] }, /lists no returns/, /one entry/],
  ['missing-cms', { cms: [], cmsField: [], cmsTable: [] }, /lists no cms/, /one entry/],
  ['missing-description', { description: ' \n' }, /has no description/, /plain words/],
  ['missing-guidance', { guidance: '' }, /has no guidance/, /plain words/],
  ['text-broken', { description: 'nan' }, /`nan`, a blank turned into a word/, /sentence/],
  ['text-broken', { description: '0' }, /`0`/, /sentence/],
  ['text-broken', { guidance: 'as of #N/A' }, /an error of a spreadsheet/, /sentence/],
  ['text-broken', { guidance: 'one_x000D_two' }, /an escape of a spreadsheet/, /sentence/],
  ['text-broken', { guidance: 'fish &amp; chips' }, /an HTML entity/, /sentence/],
  ['text-broken', { guidance: 'childâ€™s' }, /wrong encoding/, /sentence/],
  ['text-broken', { description: "['Case Number', NHS Number']" }, /a list of a program/, /sentence/],
  ['text-hidden-character', { guidance: 'left\u202Eright' }, /guidance .* U\+202E/, /removed/],
  ['text-hidden-character', { description: 'zero\u200Bwidth' }, /description .* U\+200B/, /removed/],
  ['text-hidden-character', { description: 'bell\u0007' }, /U\+0007/, /removed/],
  ['text-misspelt', { guidance: 'The Reponse code' }, /`Reponse` in the guidance/, /^response$/],
];

test.each(CASES)('%s: %j', (rule, parts, message, expected) => {
  const found = ofItem(rule, parts);
  expect(found).toHaveLength(1);
  expect(found[0]?.message).toMatch(message);
  expect(found[0]?.expected).toMatch(expected);
  expect(found[0]?.path.slice(0, 4)).toEqual(['nodes', 0, 'fields', 1]);
});

/** What looks like a fault and is none. */
const SOUND: readonly (readonly [rule: string, parts: Partial<DataItem>])[] = [
  ['item-ref-malformed', { ref: 'S47E001A' }],
  ['name-invalid', { name: `pers_${'x'.repeat(58)}` }],
  ['name-reserved', { name: 'pers_order' }],
  ['name-long-for-oracle', { name: `pers_${'x'.repeat(25)}` }],
  ['name-prefix', { ref: 'S47E002A', name: 's47e_start' }],
  ['name-misspelt', { name: 'pers_initial_plan' }],
  ['type-suspect', { name: 'pers_update' }],
  ['type-suspect', { name: 'pers_date_known_flag' }],
  ['type-suspect', { name: 'pers_birth_date', type: 'DateTime', size: null }],
  ['unknown-type', { type: 'NVARCHAR' }],
  ['unknown-return', { returns: ['CINcensus', 'annexa'] }],
  ['size-on-unsized-type', { type: 'int', size: null }],
  ['text-broken', { guidance: 'None of these apply; put 0 if there is none. Y/N/NA/NULL { "1A": "x" }' }],
  ['text-hidden-character', { guidance: 'one\r\n\ttwo – “three” ’s é 🧒' }],
  ['text-misspelt', { guidance: 'The initial response was returned' }],
  ['list-duplicate', { returns: ['CIN', 'cin'] }],
];

test.each(SOUND)('%s: nothing wrong with %j', (rule, parts) => {
  expect(ofItem(rule, parts)).toEqual([]);
});

test('two objects may have items of one name', () => {
  const objects = [object('ssd_a', 'aaaa', [{ name: 'same' }]), object('ssd_b', 'bbbb', [{ name: 'same' }])];
  expect(findingsOf({ objects }, 'name-duplicate')).toEqual([]);
});

test('names of objects are held to the same rules', () => {
  const odd = { ...object('ssd_person', 'pers'), name: 'table' };
  expect(findingsOf({ objects: [odd] }, 'name-reserved')).toMatchObject([{ object: 'table', itemRef: '' }]);
  const worse = { ...object('ssd_person', 'pers'), name: 'ssd person' };
  expect(findingsOf({ objects: [worse] }, 'name-invalid')).toMatchObject([{ path: ['nodes', 0, 'name'] }]);
});

test('an unknown code set is told the nearest one', () => {
  const objects = [object('ssd_person', 'pers', [{ codeSet: 'gendr' }])];
  const values = { file: 'spec/categories/gender.yml', path: [], name: 'gender', values: [], extraKeys: [] };
  expect(findingsOf({ objects, codeSets: [values] }, 'unknown-code-set')).toMatchObject([{ expected: 'gender' }]);
});

test('a place in a list is told with its position', () => {
  expect(ofItem('unknown-return', { returns: ['CIN', 'Loca;'] })[0]?.path.slice(4)).toEqual(['returns', 1]);
  expect(ofItem('unknown-cms', { cmsField: ['mosaic:A', 'mosiac:B'] })[0]?.path.slice(4)).toEqual(['cms_field', 1]);
});

test('long and hostile values are cut and made visible in a message', () => {
  const [finding] = ofItem('unknown-return', { returns: [`\`\`\`</details>\u202E${'x'.repeat(300)}`] });
  expect(finding?.message.length).toBeLessThan(140);
  expect(finding?.message).toContain("`'''</details> U+202E ");
});
