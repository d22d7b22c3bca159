import type { Value } from '../../src/changes/change.js';
import { CHANGE_KINDS, type ChangeKind } from '../../src/changes/change-kinds.js';
import { describeChange } from '../../src/report/change-sentences.js';
import type { JudgedChange } from '../../src/review.js';
import { aChange } from './build.js';
import { HOSTILE } from './stories.js';

type Row = readonly [kind: ChangeKind, before: Value, after: Value, sentence: string, given?: Partial<JudgedChange>];

const ROWS: readonly Row[] = [
  ['object-added', null, 'ssd_family', 'data object `ssd_family` is new', { object: 'ssd_family' }],
  ['object-removed', 'ssd_family', null, 'data object `ssd_family` is removed', { object: 'ssd_family' }],
  ['object-renamed', 'ssd_plo', 'ssd_pre', 'data object `ssd_plo` is renamed `ssd_pre`', { object: 'ssd_pre' }],
  ['item-order-changed', ['a 3'], ['a 1'], 'order of the items: `a` moves from place 3 to 1'],
  [
    'item-added',
    null,
    ['name: pers_sex', 'type: nvarchar(20)', 'description: Sex of the child', 'returns: CIN, SSDA903'],
    '`pers_sex` is new: type nvarchar(20), description “Sex of the child”, returns CIN, SSDA903',
  ],
  ['item-added', null, null, '`pers_sex` is new'],
  ['item-removed', ['name: pers_sex', 'type: bit'], null, '`pers_sex` is removed: type bit'],
  ['item-renamed', 'pers_send', 'pers_send_flag', '`pers_send` is renamed `pers_send_flag`'],
  ['item-moved', 'ssd_person', 'ssd_family', 'moves from `ssd_person` to `ssd_family`'],
  ['item-ref-changed', 'PLB002A', 'PREP002A', 'item_ref PLB002A becomes PREP002A'],
  ['item-type-changed', 'nvarchar', 'datetime', 'type nvarchar becomes datetime'],
  ['item-size-changed', 48, 100, 'size 48 becomes 100'],
  ['item-size-changed', 48, 'max', 'size 48 becomes unlimited'],
  ['item-size-changed', null, 100, 'size added: 100'],
  ['item-primary-key-changed', false, true, 'becomes a primary key'],
  ['item-primary-key-changed', true, false, 'is no primary key any more'],
  ['item-constraints-changed', null, ['pk'], 'constraints gain pk'],
  ['item-foreign-key-changed', null, 'ssd_person.pers_person_id', 'foreign key added: ssd_person.pers_person_id'],
  ['item-foreign-key-changed', 'a.b', null, 'foreign key removed, was a.b'],
  ['item-validators-changed', false, true, 'becomes required', { part: 'required' }],
  ['item-validators-changed', true, false, 'is not unique any more', { part: 'unique' }],
  ['item-cms-changed', ['mosaic'], ['mosaic', 'eclipse'], 'CMS gain eclipse'],
  [
    'item-cms-field-changed',
    ['liquid_logic:SEX', 'mosaic:SEX'],
    ['liquid_logic:GENDER', 'eclipse:SEX'],
    'source field in liquid_logic SEX becomes GENDER; source field in mosaic removed, was SEX; source field in eclipse added: SEX',
  ],
  ['item-cms-field-changed', ['no pair'], ['mosaic:SEX'], 'source fields gain mosaic:SEX, lose no pair'],
  ['item-mapping-changed', ['mosaic:t.A'], ['mosaic:t.B'], 'mapping in mosaic: “t.A” becomes “t.B”'],
  ['item-mapping-changed', null, ['mosaic:t.B'], 'mapping in mosaic added: “t.B”'],
  [
    'object-mapping-changed',
    ['mosaic:from: T t', 'mosaic:where: t.A'],
    ['mosaic:from: U t', 'eclipse:where: t.B', 'eclipse:where: t.C'],
    'rows read for `ssd_person`: mosaic from: “T t” becomes “U t”; mosaic where removed, was “t.A”; eclipse where added: “t.B | t.C”',
  ],
  ['item-cms-table-changed', ['mosaic:A'], ['mosaic:B'], 'source table in mosaic A becomes B'],
  ['item-cms-table-changed', ['mosaic:A', 'mosaic:B'], ['mosaic:B'], 'source tables lose mosaic:A'],
  ['item-returns-changed', ['CIN'], ['SEN2'], 'returns gain SEN2, lose CIN'],
  ['item-returns-changed', ['CIN', 'CIN'], ['CIN'], 'returns lose CIN'],
  ['item-returns-changed', ['A', 'B'], ['B', 'A'], 'returns in another order'],
  ['item-returns-changed', null, [...'ABCDEFGH'], 'returns gain A, B, C, D, E, F and 2 more'],
  ['item-categories-changed', ['A'], null, 'categories lose A'],
  ['item-code-set-changed', 'sex', 'gender', 'code set sex becomes gender'],
  ['item-description-changed', 'the gender', 'the sex', 'description: “the gender” becomes “the sex”'],
  ['item-description-changed', null, 'the sex', 'description added: “the sex”'],
  ['item-description-changed', 'the sex', null, 'description removed, was “the sex”'],
  ['item-description-changed', 'the  sex', 'the sex', 'description differs in white space only'],
  ['item-description-changed', 'max', 'min', 'description: “max” becomes “min”'],
  ['item-guidance-changed', 'a b', 'a x b', 'guidance gains “x”'],
  ['item-guidance-changed', 'first\nsecond', 'first', 'guidance loses “second”'],
  ['item-metadata-changed', 'type: a', 'type: b', 'metadata (edited by hand): “type: a” becomes “type: b”'],
  ['code-set-value-added', null, 'Male', 'code `M` is new: “Male”', { part: 'M' }],
  ['code-set-value-removed', '', null, 'code `M` is removed', { part: 'M' }],
  ['code-set-value-redefined', 'Man', 'Male', 'code `M`: “Man” becomes “Male”', { part: 'M' }],
];

describe('describeChange', () => {
  it.each(
    ROWS.map(([kind, before, after, sentence, given]) => ({ change: { kind, before, after, ...given }, sentence })),
  )('says $sentence', ({ change, sentence }) => {
    expect(describeChange(aChange(change))).toBe(sentence);
  });

  it('has an example here for every kind', () => {
    expect(new Set(ROWS.map(([kind]) => kind))).toEqual(new Set(Object.keys(CHANGE_KINDS)));
  });

  it('is one short line for any text of any kind', () => {
    for (const kind of Object.keys(CHANGE_KINDS) as ChangeKind[]) {
      for (const text of [...HOSTILE, 'word '.repeat(5000), 'x'.repeat(100_000)]) {
        const sentence = describeChange(aChange({ kind, before: text, after: `${text} more`, name: text, part: text }));
        expect(sentence.length).toBeLessThan(900);
        expect(sentence).not.toBe('');
      }
    }
  });
});
