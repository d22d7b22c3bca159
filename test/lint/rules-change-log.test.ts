import type { ChangeLogEntry } from '../../src/specification/model.js';
import { changeLog, findingsOf, metadata, object, problem } from './build.js';

type Row = Partial<ChangeLogEntry>;
const PERSON = object('ssd_person', 'pers', [{ name: 'pers_sex' }]);

function of(rule: string, ...rows: readonly Row[]) {
  return findingsOf({ objects: [PERSON], changeLog: changeLog(rows) }, rule);
}

describe('a change identifier', () => {
  test.each([
    '',
    'ssd-0001',
    'SSD0001',
    'SSD-1',
    'SSD-00001',
    'SSD-0000',
    'SSD-٠٠٠١',
    'SSD-001x',
    'PERS001A',
    ' SSD-0001',
    'SSD-１２３４',
  ])('%p is malformed', (changeId) => {
    expect(of('change-id-malformed', { changeId })).toMatchObject([
      { severity: 'error', itemRef: 'PERS001A', path: ['row', 1, 'change_id'], value: changeId },
    ]);
  });

  test.each(['SSD-0001', 'SSD-9999', 'SSD-10000'])('%p is sound', (changeId) => {
    expect(of('change-id-malformed', { changeId })).toEqual([]);
  });

  test('stands for one change of one item', () => {
    const [first, second] = [{ changeId: 'SSD-0007' }, { changeId: 'SSD-0007', itemRef: 'PERS002A' }];
    expect(of('change-id-reused', first, second)).toMatchObject([
      { severity: 'warning', path: ['row', 2, 'change_id'] },
    ]);
    expect(of('change-id-reused', first, { ...first, changeType: 'bug' })[0]?.message).toContain(
      'another change of it',
    );
  });

  test('in a row that stands twice is a duplicate, not a reuse', () => {
    const row = { changeId: 'SSD-0007' };
    expect(of('change-id-reused', row, row)).toEqual([]);
    expect(of('change-log-duplicate', row, row)).toMatchObject([{ path: ['row', 2, 'item_ref'] }]);
  });
});

describe('cells', () => {
  test('statuses and types are known, letter case and spaces aside', () => {
    expect(of('change-log-status', { changeStatus: 'Pending' })).toEqual([]);
    expect(of('change-log-status', { changeStatus: 'pendng' })).toMatchObject([{ expected: 'pending' }]);
    expect(of('change-log-type', { changeType: 'New  Feature' })).toEqual([]);
    expect(of('change-log-type', { changeType: 'feature' })[0]?.expected).toBe(
      'one of bug, new feature, change, undecided',
    );
    expect(of('change-log-type', { changeType: '' })[0]?.message).toBe('the row has no change type');
  });

  test('a column that is not there is not blank in every row', () => {
    const log = { ...changeLog([{ changeType: '', changeStatus: '' }]), headings: ['item_ref', 'change_id'] };
    for (const rule of ['change-log-type', 'change-log-status']) {
      expect(findingsOf({ objects: [PERSON], changeLog: log }, rule)).toEqual([]);
    }
  });

  test.each([
    '2024-02-01',
    '31/02/2024 10:00',
    '01/13/2024 10:00',
    '01/02/2024',
    '01/02/2024 24:00',
    '01/02/2024 10:60',
    'soon',
  ])('%p is no release date', (releaseDatetime) => {
    expect(of('change-log-date', { releaseDatetime })).toMatchObject([{ severity: 'warning', value: releaseDatetime }]);
  });

  test.each(['', '29/02/2024 00:00', '31/12/2023 23:59'])('%p is a release date, or pending', (releaseDatetime) => {
    expect(of('change-log-date', { releaseDatetime })).toEqual([]);
  });

  test.each(['=HYPERLINK("x")', '+A1', '-A1', '@SUM(1)', '\tx', '＝1+1', '＠x'])(
    '%p is a formula',
    (changeImpactNotes) => {
      expect(of('change-log-formula', { changeImpactNotes })).toMatchObject([
        { path: ['row', 1, 'change_impact_notes'] },
      ]);
    },
  );

  test.each(['- first point', '-', '+1', '-5.2', 'a=b', ''])('%p is none', (changeImpactNotes) => {
    expect(of('change-log-formula', { changeImpactNotes })).toEqual([]);
  });

  test('hold no invisible characters', () => {
    expect(of('change-log-hidden-character', { changeImpactTitle: 'sex\u202E' })).toMatchObject([
      {
        path: ['row', 1, 'change_impact_title'],
        message: '`sex U+202E ` in change_impact_title holds an invisible character',
      },
    ]);
  });
});

describe('a row for an unknown ref', () => {
  const gone = { itemRef: 'PERS099A' };

  test('is told', () => {
    expect(of('change-log-unknown-ref', gone)).toMatchObject([{ severity: 'warning', itemRef: 'PERS099A' }]);
  });

  test('is right when the item got another ref, or was removed', () => {
    expect(of('change-log-unknown-ref', gone, { oldItemRef: 'PERS099A' })).toEqual([]);
    expect(of('change-log-unknown-ref', gone, { ...gone, changeImpactTitle: 'Item removed' })).toEqual([]);
  });

  test('is right when the row speaks of a data object or a code set', () => {
    expect(of('change-log-unknown-ref', { itemRef: '', changeObjectName: 'code set sex' })).toEqual([]);
    expect(of('change-log-unknown-ref', { itemRef: '', changeObjectName: '' })).toHaveLength(1);
  });

  test('is not judged while a data object cannot be read', () => {
    const parts = {
      objects: [PERSON],
      changeLog: changeLog([gone]),
      problems: [problem({ file: 'spec/objects/a.yml' })],
    };
    expect(findingsOf(parts, 'change-log-unknown-ref')).toEqual([]);
    const elsewhere = { ...parts, problems: [problem({ file: 'spec/categories/a.yml' })] };
    expect(findingsOf(elsewhere, 'change-log-unknown-ref')).toHaveLength(1);
  });

  test('is not told of a row that was withdrawn', () => {
    expect(of('change-log-unknown-ref', { ...gone, changeStatus: 'withdrawn' })).toEqual([]);
  });
});

describe('metadata blocks', () => {
  const logged = (changeId: string | null, ...rows: readonly Row[]) => {
    const { releaseDatetime = '' } =
      rows.find((row, index) => (row.changeId ?? `SSD-000${index + 1}`) === changeId) ?? {};
    const block = changeId === null ? null : { ...metadata(changeId), releaseDatetime };
    const objects = [object('ssd_person', 'pers', [{ metadata: block }])];
    const log = changeLog(rows.map((row) => ({ itemRef: 'PERS002A', ...row })));
    return findingsOf({ objects, changeLog: log }).filter(({ rule }) => rule.startsWith('metadata'));
  };

  test('show the newest row: a pending one, else the latest', () => {
    const [old, recent, pending] = ['01/02/2023 10:00', '02/01/2024 10:00', ''].map((releaseDatetime) => ({
      releaseDatetime,
    }));
    expect(logged('SSD-0002', { ...old }, { ...recent })).toEqual([]);
    expect(logged('SSD-0001', { ...recent }, { ...old })).toEqual([]);
    expect(logged('SSD-0001', { ...pending }, { ...recent })).toEqual([]);
    expect(logged('SSD-0001', { ...old }, { ...recent })).toMatchObject(
      [{ rule: 'metadata-out-of-step', message: /SSD-0001.*SSD-0002/, value: 'SSD-0002' }].map((each) => ({
        ...each,
        message: expect.stringMatching(each.message),
      })),
    );
  });

  test('show when their change was released', () => {
    const dated = (shown: string, released: string) => {
      const block = { ...metadata('SSD-0001'), releaseDatetime: shown };
      const row = { itemRef: 'PERS002A', changeId: 'SSD-0001', releaseDatetime: released };
      const specification = {
        objects: [object('ssd_person', 'pers', [{ metadata: block }])],
        changeLog: changeLog([row]),
      };
      return findingsOf(specification, 'metadata-out-of-step').map(({ message }) => message);
    };
    const told = (shown: string, logged: string) => [
      `the change \`SSD-0001\` of \`pers_item_1\` is ${shown} in its metadata and ${logged} in the change log`,
    ];
    expect(dated('01/12/2026 09:00', '01/12/2026 09:00')).toEqual([]);
    expect(dated('', '01/12/2026 09:00')).toEqual(told('not released', 'released `01/12/2026 09:00`'));
    expect(dated('01/12/2026 09:00', '')).toEqual(told('released `01/12/2026 09:00`', 'not released'));
  });

  test('are missed where the item is logged', () => {
    expect(logged(null, {})).toMatchObject([{ rule: 'metadata-out-of-step', severity: 'warning' }]);
  });

  test('agree on the type, letter case aside', () => {
    expect(logged('SSD-0001', { changeType: 'Change' })).toEqual([]);
    expect(logged('SSD-0001', { changeType: 'bug' })).toMatchObject([{ rule: 'metadata-out-of-step' }]);
  });

  test('follow neither withdrawn rows nor those of another object', () => {
    expect(logged('SSD-0001', {}, { changeStatus: 'withdrawn' })).toEqual([]);
    expect(logged('SSD-0001', {}, { changeObjectName: 'ssd_other' })).toEqual([]);
    expect(logged('SSD-0001', { changeObjectName: '' })).toEqual([]);
    expect(logged('SSD-0001', { changeStatus: 'withdrawn' })).toMatchObject([{ rule: 'metadata-unlogged' }]);
  });

  test('name no change that is not logged for the item: the next refresh would erase it', () => {
    expect(logged('SSD-9999', {})).toMatchObject([{ rule: 'metadata-unlogged', severity: 'error', value: 'SSD-9999' }]);
    expect(logged('SSD-0001', { itemRef: 'PERS009A' })).toMatchObject([
      { rule: 'metadata-unlogged', itemRef: 'PERS002A' },
    ]);
  });
});
