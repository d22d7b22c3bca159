/** What becomes of the rows of the base: nobody alters what a row stands for; what becomes of its change is written on. */
import { forgeries } from '../../src/identifiers/forgeries.js';
import { pairRows } from '../../src/identifiers/pair-rows.js';
import type { ChangeLogEntry } from '../../src/specification/model.js';
import { CONFIG } from '../fakes/recorded.js';
import { changeLog, specification } from '../fakes/specification.js';
import { assign, change, FORM } from './build.js';

const ROW: Partial<ChangeLogEntry> = {
  changeId: 'SSD-0004',
  itemRef: 'PERS001A',
  oldItemRef: 'PERS901A',
  changeImpactTitle: 'size 1 becomes 2',
  changeType: 'New Feature',
  changeSource: 'pull request 9',
  changeImpactNotes: 'Agreed.',
};
const OTHER: Partial<ChangeLogEntry> = { ...ROW, changeId: 'SSD-0005', itemRef: 'PERS002A', oldItemRef: '' };

type Rows = readonly Partial<ChangeLogEntry>[];

const logged = (rows: Rows) => specification([], { changeLog: changeLog(...rows) });

/** What a proposal that leaves these rows of `ROW` and `OTHER` is told. */
function told(head: Rows, base: Rows = [ROW, OTHER]): (readonly [rule: string, value: string | undefined])[] {
  const { forged } = assign([], {}, { base: logged(base), head: logged(head) });
  return forgeries(forged, CONFIG).map(({ rule, value }) => [rule, value] as const);
}

describe('a row of the base says what it said', () => {
  test.each<[column: string, altered: Partial<ChangeLogEntry>]>([
    ['change_id', { changeId: 'SSD-0104' }],
    ['item_ref', { itemRef: 'PERS003A' }],
    ['old_item_ref', { oldItemRef: '' }],
    ['change_object_name', { changeObjectName: 'ssd_address' }],
    ['change_impact_title', { changeImpactTitle: 'size 1 becomes 3' }],
    ['change_type', { changeType: 'Bug' }],
    ['change_source', { changeSource: 'pull request 10' }],
    ['item_ref change_object_name', { itemRef: 'ADDR001A', changeObjectName: 'ssd_address' }],
  ])('another %s is one error at the row', (columns, altered) => {
    expect(told([{ ...ROW, ...altered }, OTHER])).toEqual([['change-log-row-altered', `SSD-0004 ${columns}`]]);
  });

  test('with its place, what it was and what it is', () => {
    const head = logged([OTHER, { ...ROW, changeType: 'Bug', changeSource: '' }]);
    const { forged } = assign([], {}, { base: logged([ROW, OTHER]), head });
    expect(forgeries(forged, CONFIG)).toEqual([
      {
        rule: 'change-log-row-altered',
        severity: 'error',
        file: 'spec/log.csv',
        path: ['row', 2, 'change_type'],
        line: null,
        column: null,
        object: 'ssd_person',
        itemRef: 'PERS001A',
        value: 'SSD-0004 change_type change_source',
        message:
          'the change log tells SSD-0004 of PERS001A otherwise: change_type was "New Feature" and is "Bug"; ' +
          'change_source was "pull request 9" and is blank',
        expected: 'the row as it was; only its status, release date and notes are written later',
      },
    ]);
  });

  test('a second row of one identifier and item is not given, whatever a register says', () => {
    const given = new Map([['ssd_person PERS001A ', 'SSD-0004']]);
    const second = { ...ROW, changeType: 'Bug' };
    for (const further of [{}, { given }, { reserved: ['SSD-0004'] }]) {
      const found = assign([change('PERS001A')], { old: [ROW], added: [second] }, further);
      expect(found.forged).toMatchObject([{ changeId: 'SSD-0004', changeType: 'Bug' }]);
      expect(found.forged[0]).not.toHaveProperty('was');
      expect(found.ownEntries).toEqual([]);
    }
  });
});

describe('what becomes of a change is written on', () => {
  test.each<[what: string, written: Partial<ChangeLogEntry>]>([
    [
      'agreed at the merge',
      { changeStatus: 'agreed', changeImpactNotes: 'Agreed. Agreed on 01/02/2026 (decisions/pull-request-9.jsonl).' },
    ],
    ['released', { changeStatus: 'released', releaseDatetime: '01/12/2026 09:00' }],
    ['withdrawn', { changeStatus: 'withdrawn' }],
    ['rejected, with the reason', { changeStatus: 'rejected', changeImpactNotes: 'No local authority records it.' }],
  ])('%s', (_, written) => {
    expect(told([{ ...ROW, ...written }, OTHER])).toEqual([]);
  });

  test.each<[what: string, before: Partial<ChangeLogEntry>, after: Partial<ChangeLogEntry>]>([
    ['one spelling of a type', { changeType: 'New Feature' }, { changeType: 'new feature' }],
    ['one spelling of a source', { changeSource: 'pull request 9' }, { changeSource: 'Pull-Request 9' }],
    ['a type in place of none', { changeType: '' }, { changeType: 'bug' }],
    ['a type in place of one that is not known', { changeType: 'tweak' }, { changeType: 'change' }],
    ['a decision on what was undecided', { changeType: 'undecided' }, { changeType: 'bug' }],
    ['an invisible character that goes', { changeImpactTitle: 'size\u200b 1' }, { changeImpactTitle: 'size 1' }],
    ['a formula that is guarded', { changeImpactTitle: '=1+1' }, { changeImpactTitle: "'=1+1" }],
    ['a data object where none was named', { changeObjectName: '' }, { changeObjectName: 'ssd_person' }],
    ['an item where nothing was named', { changeObjectName: '', itemRef: '' }, { itemRef: 'PERS001A' }],
    ['an earlier ref where none was named', { oldItemRef: '' }, { oldItemRef: 'PERS901A' }],
  ])('lint has it mended: %s', (_, before, after) => {
    const was = { ...ROW, ...before };
    expect(
      told([{ ...was, changeObjectName: 'ssd_person', ...after }], [{ changeObjectName: 'ssd_person', ...was }]),
    ).toEqual([]);
  });

  test('rows may be in another order, and a row that stood twice may stand once', () => {
    expect(told([OTHER, ROW], [ROW, OTHER, ROW])).toEqual([]);
  });
});

describe('which row is which', () => {
  const pairs = (base: Rows, head: Rows) => pairRows(logged(base), logged(head), FORM);
  const ids = (rows: readonly ChangeLogEntry[]) => rows.map(({ changeId, itemRef }) => `${changeId} ${itemRef}`);

  test('a row lost is lost although another with its number comes', () => {
    const { altered, lost, added } = pairs([ROW, OTHER], [ROW, { ...ROW, changeId: 'SSD-0006', itemRef: 'PERS003A' }]);
    expect([altered, ids(lost), ids(added)]).toEqual([[], ['SSD-0005 PERS002A'], ['SSD-0006 PERS003A']]);
  });

  test('two rows of one number keep their items', () => {
    const twin = { ...OTHER, changeId: 'SSD-0004' };
    const { altered } = pairs(
      [ROW, twin],
      [
        { ...twin, changeType: 'Bug' },
        { ...ROW, changeType: 'Bug' },
      ],
    );
    expect(altered.map(({ was, is }) => [was.itemRef, is.itemRef])).toEqual([
      ['PERS002A', 'PERS002A'],
      ['PERS001A', 'PERS001A'],
    ]);
  });

  test('a row without an identifier is nobody’s: it may be altered, but stands for no new one', () => {
    const none = { ...ROW, changeId: 'x' };
    expect(pairs([none], [{ ...none, changeType: 'Bug' }])).toEqual({ altered: [], lost: [], added: [] });
    expect(ids(pairs([none], [{ ...none, changeId: 'SSD-9999' }]).added)).toEqual(['SSD-9999 PERS001A']);
  });

  test('where the log cannot be read nothing is known of the old rows', () => {
    const problem = { code: 'wrong-shape', severity: 'error' as const, file: 'spec/log.csv', path: [] };
    const head = specification([], { problems: [{ ...problem, line: 1, column: 1, message: '', expected: '' }] });
    expect(pairRows(logged([ROW]), head, FORM)).toEqual({ altered: [], lost: [], added: [] });
  });
});
