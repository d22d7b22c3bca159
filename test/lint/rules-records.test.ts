import type { Metadata } from '../../src/specification/model.js';
import { CONFIG, CONTEXT, changeLog, findingsOf, metadata, object } from './build.js';

const RELEASE: Metadata = {
  ...metadata('SSD-0001'),
  written: {
    release: 'In review|pending',
    change_id: 'SSD-0001',
    change_source: 'x',
    versions_count: '1',
    type: 'change',
  },
};
const withBlocks = (...blocks: readonly (Metadata | null)[]) => [
  object(
    'ssd_person',
    'pers',
    blocks.map((block) => ({ metadata: block })),
  ),
];
const md = (text: string) => ({ file: 'CHANGELOG.md', text });

describe('the vocabulary of the metadata blocks', () => {
  test('is told once for the repository, at the first block', () => {
    const objects = withBlocks(null, RELEASE, RELEASE);
    expect(findingsOf({ objects }, 'metadata-vocabulary')).toMatchObject(
      [
        { severity: 'warning', object: '', path: ['nodes', 0, 'fields', 2, 'metadata'], message: /^2 metadata blocks/ },
      ].map((each) => ({ ...each, message: expect.stringMatching(each.message) })),
    );
  });

  test('is sound when it is the documented or the configured one', () => {
    expect(findingsOf({ objects: withBlocks(metadata('SSD-0001')) }, 'metadata-vocabulary')).toEqual([]);
    const configured = { ...CONTEXT, config: { ...CONFIG, metadata: 'release' as const } };
    expect(findingsOf({ objects: withBlocks(RELEASE) }, 'metadata-vocabulary', configured)).toEqual([]);
    expect(findingsOf({ objects: withBlocks(metadata('SSD-0001')) }, 'metadata-vocabulary', configured)).toHaveLength(
      1,
    );
  });
});

describe('CHANGELOG.md', () => {
  const log = changeLog([{ changeId: 'SSD-0001' }, { changeId: 'SSD-0002' }]);
  const of = (text: string) => findingsOf({ changeLog: log, changelogMd: md(text) }, 'changelog-out-of-step');

  test('has the identifiers of the change log, in whatever text', () => {
    expect(of('| SSD-0001 | and (SSD-0002), not XSSD-0009, SSD-0009x or SSD-abc')).toEqual([]);
  });

  test('lacks one, or has one more', () => {
    expect(of('SSD-0001')).toMatchObject([{ value: 'SSD-0002', file: 'spec/log.csv', path: ['row', 2, 'change_id'] }]);
    expect(of('SSD-0001 SSD-0002 SSD-0003')).toMatchObject([{ value: 'SSD-0003', file: 'CHANGELOG.md' }]);
  });

  test('that does not exist is out of step with nothing', () => {
    expect(findingsOf({ changeLog: log }, 'changelog-out-of-step')).toEqual([]);
  });
});

describe('a stale change log', () => {
  const objects = withBlocks(null);
  const of = (text: string, ...dates: readonly string[]) => {
    const rows = dates.map((releaseDatetime) => ({ releaseDatetime }));
    return findingsOf({ objects, changeLog: changeLog(rows), changelogMd: md(text) }, 'change-log-stale');
  };

  test('has no date in the year before CHANGELOG.md was brought up to date', () => {
    const [finding] = of('Last updated: 18/08/2025 09:43', '', '12/02/2024 10:00');
    expect(finding).toMatchObject({ severity: 'error', file: 'spec/log.csv' });
    expect(finding?.message).toContain('1 of 2 items have none');
  });

  test('is not told where a date is recent, or CHANGELOG.md has no stamp', () => {
    expect(of('Last updated: 18/08/2025 09:43', '20/08/2024 10:00')).toEqual([]);
    expect(of('# Change log', '')).toEqual([]);
  });

  test('is not told where every item has its entry', () => {
    const all = changeLog([{ itemRef: 'PERS001A' }, { itemRef: 'PERS002A' }]);
    const parts = { objects, changeLog: all, changelogMd: md('Last updated: 18/08/2025') };
    expect(findingsOf(parts, 'change-log-stale')).toEqual([]);
  });
});

describe('spellings of one value', () => {
  test('in the rows of the change log', () => {
    const log = changeLog([{ changeStatus: 'pending' }, { changeStatus: 'Pending ' }, { changeStatus: 'PENDING' }]);
    expect(findingsOf({ changeLog: log }, 'record-spelling')).toMatchObject([
      { message: 'one change_status is spelt `pending`, `Pending `, `PENDING`', path: ['row', 2, 'change_status'] },
    ]);
  });

  test('between metadata blocks and CHANGELOG.md', () => {
    const table = '| item_ref | release_datetime | change_id |\n|:---|:---|:---|\n| X | In Review-Pending | SSD-0001 |';
    const parts = { objects: withBlocks(RELEASE), changelogMd: md(table) };
    expect(findingsOf(parts, 'record-spelling')).toMatchObject([
      { file: 'CHANGELOG.md', message: 'one release_datetime is spelt `In review|pending`, `In Review-Pending`' },
    ]);
  });

  test('are not found in the types of documented blocks, which are in small letters', () => {
    const parts = { objects: withBlocks(metadata('SSD-0001')), changeLog: changeLog([{ changeType: 'Change' }]) };
    expect(findingsOf(parts, 'record-spelling')).toEqual([]);
  });

  test('are not found among different values, dates or columns', () => {
    const log = changeLog([
      { changeStatus: 'pending', changeSource: 'Pending', releaseDatetime: '01/02/2024 10:00' },
      { changeStatus: 'agreed', changeSource: '', releaseDatetime: '01-02-2024 10:00' },
    ]);
    expect(findingsOf({ changeLog: log }, 'record-spelling')).toEqual([]);
  });
});
