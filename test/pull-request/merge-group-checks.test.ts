import { mergeGroupChecks } from '../../src/pull-request/merge-group-checks.js';
import type { GroupState } from '../../src/reconcile/merge-group.js';
import { aUnit } from '../approval/world.js';
import { sha256 } from '../fakes/hash.js';
import { filesOf } from '../fakes/memory-repository.js';
import { everywhere, fiveItems, HOSTILE } from '../report/stories.js';
import { aState } from './build.js';
import { expectInert } from './inert.js';

const GROUP = { headCommit: '9'.repeat(40), baseCommit: 'a'.repeat(40) };

function aGroup(given: Partial<GroupState> = {}): GroupState {
  const { result, head, config } = aState();
  return { group: GROUP, config, result, head, unrecorded: [], stale: [], ...given };
}

function withReview(review: ReturnType<typeof fiveItems>): Pick<GroupState, 'result'> {
  return { result: aState({ review }).result };
}

const AGREED = { notAgreed: [] };

describe('the checks of a merge group', () => {
  it('are all there on the commit of the group, whatever is in it', () => {
    const checks = mergeGroupChecks(aGroup(), AGREED, sha256);
    expect(checks.map(({ name, commit, conclusion }) => [name, commit, conclusion])).toEqual([
      ['spec-steward/specification', GROUP.headCommit, 'success'],
      ['spec-steward/records', GROUP.headCommit, 'success'],
      ['spec-steward/approval', GROUP.headCommit, 'success'],
    ]);
  });

  it('name what nobody agreed to', () => {
    const notAgreed = [
      aUnit('PERS002A', { title: HOSTILE[0] ?? '' }),
      ...Array.from({ length: 4_000 }, (_, at) => aUnit(`A${at}`)),
    ];
    const approval = mergeGroupChecks(aGroup(), { notAgreed }, sha256)[2];
    expect(approval).toMatchObject({
      conclusion: 'failure',
      title: '4,001 changes of this group are not what anybody agreed to',
    });
    expect(approval?.summary).toContain('PERS002A');
    expect(approval?.summary).toMatch(/and [\d,]+ more$/);
    expect(approval?.summary.length).toBeLessThan(65_535);
    expectInert(approval?.summary ?? '');
  });

  it('fail where more than records is on a branch of records', () => {
    const [, , approval] = mergeGroupChecks(aGroup(), { beyondRecords: [aUnit('PERS002A')] }, sha256);
    expect(approval).toMatchObject({ conclusion: 'failure', title: 'More than records changes here' });
    expect(approval?.summary).toContain('PERS002A');
  });

  it('say of records that they are no approval', () => {
    const approval = mergeGroupChecks(aGroup(), { beyondRecords: [] }, sha256)[2];
    expect(approval).toMatchObject({ conclusion: 'success', summary: expect.stringContaining('no approval') });
  });

  it('fail for an error that only the merge has', () => {
    const head = { ...aState().head, files: filesOf({ 'spec/objects/ssd_disability.yml': '' }) };
    const [specification] = mergeGroupChecks(aGroup({ ...withReview(fiveItems()), head }), AGREED, sha256);
    expect(specification).toMatchObject({ conclusion: 'failure', annotations: [{ line: 12 }, { line: 12 }] });
    expect(specification?.summary).toContain('foreign-key-dangling');
  });

  it('show no identifier, because the review of a group gives none', () => {
    const [specification] = mergeGroupChecks(aGroup(withReview(fiveItems())), AGREED, sha256);
    expect(specification?.text).not.toContain('SSD-00');
  });

  it.each([
    ['items without a row', { unrecorded: ['PERS001A', 'PERS002A'] }, 'not in the change log: `PERS001A`, `PERS002A`.'],
    ['files out of step', { stale: ['CHANGELOG.md'] }, 'Not as the merged specification gives them: `CHANGELOG.md`.'],
  ])('fail for %s', (_, given, sentence) => {
    const [, records] = mergeGroupChecks(aGroup(given), AGREED, sha256);
    expect(records).toMatchObject({ conclusion: 'failure', buttons: [] });
    expect(records?.summary).toContain(sentence);
  });

  it('have different digests when they say different things', () => {
    const digests = [aGroup(), aGroup({ stale: ['CHANGELOG.md'] })].map(
      (state) => mergeGroupChecks(state, AGREED, sha256)[1]?.digest,
    );
    expect(digests[0]).not.toBe(digests[1]);
  });

  it.each(HOSTILE.map((text) => [JSON.stringify(text), text]))('keep %s a text', (_, text) => {
    const checks = mergeGroupChecks(
      aGroup({ ...withReview(everywhere(text)), unrecorded: [text], stale: [text] }),
      { notAgreed: [aUnit(text, { title: text })] },
      sha256,
    );
    for (const { summary, text: body } of checks) {
      expectInert(summary);
      expectInert(body);
    }
  });
});
