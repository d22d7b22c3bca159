/** What is shown of a conflict that a person must solve. */
import { RECORDS_CHECK, SPECIFICATION_CHECK } from '../../src/pull-request/checks.js';
import { COMMENT_MARKER } from '../../src/pull-request/comment.js';
import { present } from '../../src/pull-request/present.js';
import type { PullRequestState } from '../../src/reconcile/pull-request-state.js';
import { fiveItems, HOSTILE } from '../report/stories.js';
import { aConflict, anUntouchedState, aPull, aState, bodyIn, checkIn, ofKind } from './build.js';
import { expectInert, expectUnexpressive } from './inert.js';

const PERSON = 'spec/objects/ssd_person.yml';
const fine = { ...fiveItems(), verdict: 'fine', headline: '4 changes.', findings: [] } as const;
const inConflict = (paths: readonly string[], given: Partial<PullRequestState> = {}) =>
  aState({ review: fine, conflict: aConflict(paths), ...given });
const specification = (state: PullRequestState) => checkIn(present(state), SPECIFICATION_CHECK);

it('fails the check of the specification, at each file', () => {
  const check = specification(inConflict([PERSON]));
  expect(check.conclusion).toBe('failure');
  expect(check.title).toBe('1 file conflicts with main. 4 changes.');
  expect(check.summary).toMatch(/^Solve the conflict with `main` in `spec\/objects\/ssd_person\.yml`/);
  expect(check.annotations).toEqual([
    {
      path: PERSON,
      line: 1,
      level: 'failure',
      title: 'Conflict with main',
      message: 'This proposal and main changed the same lines of this file. Bring both together.',
    },
  ]);
  expect(checkIn(present(inConflict([PERSON])), RECORDS_CHECK).conclusion).toBe('success');
});

it('stands first in the comment, and asks for mending by a label', () => {
  const actions = present(inConflict([PERSON, 'spec/objects/ssd_address.yml']));
  expect(bodyIn(actions)).toContain('✘ 2 files conflict with main. 4 changes.');
  expect(ofKind(actions, 'set-labels')[0]?.add.map(({ name }) => name)).toContain('needs: mending');
});

it('goes with the conflict', () => {
  expect(specification(aState({ review: fine, conflict: null })).conclusion).toBe('success');
});

it("is GitHub's to tell where it is in no file of ours", () => {
  expect(specification(inConflict(['README.md'])).conclusion).toBe('success');
  const untouched = anUntouchedState({ conflict: aConflict(['README.md']) });
  expect(specification(untouched).conclusion).toBe('success');
});

it('has room for many files with long names', () => {
  const paths = Array.from({ length: 3_000 }, (_, index) => `spec/objects/${'long'.repeat(60)}${index}.yml`);
  const { summary, annotations } = specification(inConflict(paths));
  expect(summary.length).toBeLessThanOrEqual(65_535);
  expect(annotations.length).toBeLessThanOrEqual(500);
});

it.each(HOSTILE.map((text) => [JSON.stringify(text), text]))('keeps texts as texts: %s', (_, text) => {
  const state = inConflict([`spec/objects/${text}`], { pull: aPull({ baseBranch: text }) });
  const check = specification(state);
  expectInert(check.summary);
  expectUnexpressive(check.title);
  for (const { title, message } of check.annotations) expectUnexpressive(`${title} ${message}`);
  expectInert(bodyIn(present(state)).replace(COMMENT_MARKER, ''));
});
