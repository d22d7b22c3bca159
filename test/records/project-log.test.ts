import { metadataBlock, newestFirst, projectLog, sortableDate } from '../../src/records/project-log.js';
import { METADATA_SETS } from '../../src/specification/spellings.js';
import { row } from './build.js';

describe('the order of rows', () => {
  test.each([
    ['', '9'],
    ['05/01/2024 09:30', '20240105 09:30'],
    ['05/01/2024T09:30', '20240105 09:30'],
    ['05/01/2024', '20240105 '],
    ['soon', 'soon'],
  ])('%j sorts as %j', (date, key) => {
    expect(sortableDate(date)).toBe(key);
  });

  test('pending first, then newest; of one time the lower row is the newer', () => {
    const dates = ['01/12/2023 09:00', '', '05/01/2024 09:00', '01/12/2023 10:00', '05/01/2024 09:00', ''];
    const rows = dates.map((releaseDatetime, index) => row({ releaseDatetime, changeId: `${index}` }));
    expect(newestFirst(rows).map(({ changeId }) => changeId)).toEqual(['5', '1', '4', '2', '3', '0']);
    expect(rows.map(({ changeId }) => changeId)).toEqual(['0', '1', '2', '3', '4', '5']);
  });
});

describe('what a log says of an item', () => {
  const rows = [
    row({ changeId: 'SSD-0001', releaseDatetime: '01/12/2023 09:00' }),
    row({ changeId: 'SSD-0002', releaseDatetime: '01/11/2023 09:00' }),
    row({ changeId: 'SSD-0003', changeStatus: 'withdrawn' }),
    row({ changeId: 'SSD-0004', changeObjectName: 'ssd_child' }),
    row({ changeId: 'SSD-0005', itemRef: 'PERS002A', changeObjectName: '' }),
    row({ changeId: 'SSD-0006', itemRef: '' }),
  ];
  const project = projectLog(rows);

  test.each([
    ['its newest row, and how many there are', 'PERS001A', 'ssd_person', 'SSD-0001', 2],
    ['the rows of its own object', 'PERS001A', 'ssd_child', 'SSD-0004', 1],
    ['a row without an object speaks for any', 'PERS002A', 'ssd_whatever', 'SSD-0005', 1],
    ['white space around a ref is none of it', ' PERS001A', 'ssd_person ', 'SSD-0001', 2],
  ])('%s', (_, ref, object, changeId, count) => {
    expect(project(ref, object)).toMatchObject({ newest: { changeId }, count });
  });

  test.each([
    ['PERS009A', 'ssd_person'],
    ['PERS001A', 'ssd_other'],
    ['', 'ssd_person'],
  ])('nothing of %j in %s', (ref, object) => {
    expect(project(ref, object)).toBeNull();
  });

  test('a row behind the apostrophe that guards a cell', () => {
    const guarded = projectLog([row({ itemRef: "'=REF", changeObjectName: "'@object" })]);
    expect(guarded('=REF', '@object')).toMatchObject({ count: 1 });
  });
});

describe('the block in each vocabulary', () => {
  const newest = row({
    changeType: 'New Feature',
    changeImpactTitle: 'is new',
    changeImpactNotes: 'It did not exist.',
  });
  const [documented, release, oldest] = METADATA_SETS;

  test('documented: the reason, and the type in small letters', () => {
    expect(documented && metadataBlock({ newest, count: 3 }, documented)).toEqual([
      ['release_datetime', null],
      ['change_id', 'SSD-0028'],
      ['item_changes_count', 3],
      ['change_reason', 'It did not exist.'],
      ['change_type', 'new feature'],
    ]);
  });

  test('the one of the real files: the title, the type as the log has it, and pending in words', () => {
    expect(release && metadataBlock({ newest, count: 3 }, release)).toEqual([
      ['release', 'In review|pending'],
      ['change_id', 'SSD-0028'],
      ['change_source', 'pull request 12'],
      ['versions_count', 3],
      ['impact_title', 'is new'],
      ['type', 'New Feature'],
    ]);
  });

  test('the one of 2023', () => {
    expect(oldest && metadataBlock({ newest, count: 1 }, oldest)).toEqual([
      ['change_datetime', null],
      ['change_ref_id', 'SSD-0028'],
      ['item_changes_count', 1],
      ['reason_text', 'is new'],
      ['data_quality_notes', null],
    ]);
  });

  test('a release date stands as the log has it; blanks are null; without notes the title is the reason', () => {
    const released = {
      newest: row({ releaseDatetime: '05/01/2024 09:00', changeImpactNotes: '', changeSource: '' }),
      count: 1,
    };
    expect(documented && metadataBlock(released, documented)).toContainEqual(['release_datetime', '05/01/2024 09:00']);
    expect(documented && metadataBlock(released, documented)).toContainEqual(['change_reason', 'becomes required']);
    expect(release && metadataBlock(released, release)).toContainEqual(['change_source', null]);
    const bare = { newest: row({ changeImpactTitle: '', changeImpactNotes: '' }), count: 1 };
    expect(documented && metadataBlock(bare, documented)).toContainEqual(['change_reason', null]);
  });
});
