import { ownBlocks } from '../../src/records/own-blocks.js';
import { changeLog, item, specification } from '../fakes/specification.js';

const ROW = { changeId: 'SSD-0028', changeSource: 'pull request 12', changeImpactNotes: 'Rows fail.' };
const OURS = {
  release_datetime: '',
  change_id: 'SSD-0028',
  item_changes_count: '1',
  change_reason: 'Rows fail.',
  change_type: 'change',
};

const NO_LOG = specification([]);

/** Whether a block with these entries is our writing, given a row, and that row in the base. */
function isOwn(
  written: Readonly<Record<string, string>> | null,
  row: Parameters<typeof changeLog>[0] = ROW,
  was?: Parameters<typeof changeLog>[0],
): boolean {
  const facts = { releaseDatetime: '', changeId: '', itemChangesCount: 0, changeReason: '', changeType: '' };
  const metadata = written && { ...facts, written };
  const spec = specification([], { changeLog: changeLog(row ?? {}) });
  const base = was ? specification([], { changeLog: changeLog(was) }) : NO_LOG;
  return ownBlocks(base, spec, 'pull request 12')(item({ ref: 'PERS001A', name: 'pers_sex', metadata }));
}

test('what the proposal’s own row gives, word for word', () => {
  expect(isOwn(OURS)).toBe(true);
});

test('the same in the vocabulary of the real files', () => {
  const title = { ...ROW, changeImpactTitle: 'becomes required', changeType: 'Change' };
  const written = {
    release: 'In review|pending',
    change_id: 'SSD-0028',
    change_source: 'pull request 12',
    versions_count: '1',
    impact_title: 'becomes required',
    type: 'Change',
  };
  expect(isOwn(written, title)).toBe(true);
  expect(isOwn({ ...written, type: 'change' }, title)).toBe(false);
});

test.each<[what: string, written: Readonly<Record<string, string>> | null]>([
  ['no block', null],
  ['an empty block', {}],
  ['another identifier', { ...OURS, change_id: 'SSD-0029' }],
  ['another reason', { ...OURS, change_reason: 'Rows  fail.' }],
  ['a number more', { ...OURS, item_changes_count: '2' }],
  ['a date of release', { ...OURS, release_datetime: '05/01/2024 09:00' }],
  ['a key of a person’s own', { ...OURS, agreed_by: 'me' }],
  ['a key left out', { change_id: 'SSD-0028' }],
])('%s is not', (_, written) => {
  expect(isOwn(written)).toBe(false);
});

test.each([
  ['of another source', { ...ROW, changeSource: 'pull request 11' }],
  ['withdrawn', { ...ROW, changeStatus: 'withdrawn' }],
  ['of another item', { ...ROW, itemRef: 'PERS002A' }],
  ['of another object', { ...ROW, changeObjectName: 'ssd_child' }],
])('nor is a block that rests on a row %s', (_, row) => {
  expect(isOwn(OURS, row)).toBe(false);
});

test('without a log no block is ours', () => {
  const metadata = {
    releaseDatetime: '',
    changeId: '',
    itemChangesCount: 0,
    changeReason: '',
    changeType: '',
    written: OURS,
  };
  expect(ownBlocks(NO_LOG, NO_LOG, 'pull request 12')(item({ ref: 'PERS001A', name: 'a', metadata }))).toBe(false);
});

describe('a row of the base that became another takes its block along', () => {
  const WAS = { ...ROW, changeSource: 'pull request 9' };
  const RELEASED = { ...WAS, changeStatus: 'released', releaseDatetime: '01/12/2026 09:00' };

  test('word for word', () => {
    const dated = { ...OURS, release_datetime: '01/12/2026 09:00' };
    expect(isOwn(dated, RELEASED, WAS)).toBe(true);
    expect(isOwn({ ...dated, change_reason: 'Mine.' }, RELEASED, WAS)).toBe(false);
    expect(isOwn(OURS, RELEASED, WAS)).toBe(false);
  });

  test('and away where it is withdrawn', () => {
    expect(isOwn(null, { ...WAS, changeStatus: 'withdrawn' }, WAS)).toBe(true);
    expect(isOwn(null, RELEASED, WAS)).toBe(false);
  });

  test('but a block that no row moves is a person’s, and so is one whose row is only agreed', () => {
    expect(isOwn({ ...OURS }, WAS, WAS)).toBe(false);
    expect(isOwn({ ...OURS }, { ...WAS, changeStatus: 'agreed' }, WAS)).toBe(false);
  });
});
