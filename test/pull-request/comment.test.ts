import { COMMENT_MARKER } from '../../src/pull-request/comment.js';
import { present } from '../../src/pull-request/present.js';
import type { PullRequestState } from '../../src/reconcile/pull-request-state.js';
import type { Reservation } from '../../src/register/register.js';
import { describeWithShared } from '../fakes/shared.js';
import { aChange, aFinding } from '../report/build.js';
import { elementsOf, markdownToHtml, textOf } from '../report/markup.js';
import { biggestVersion, everywhere, fiveItems, HOSTILE } from '../report/stories.js';
import {
  aComment,
  aConflict,
  aForkState,
  anUntouchedState,
  aPull,
  aState,
  bodyIn,
  commentIn,
  lacking,
  ofKind,
  reservationsFor,
} from './build.js';
import { expectInert } from './inert.js';

/** GitHub's limit of a comment, in characters. */
const LIMIT = 65_536;

/** The five items without their dangling foreign key. */
function mended() {
  const review = fiveItems();
  const changes = review.changes.filter(({ blockedBy }) => blockedBy.length === 0);
  return { ...review, changes, findings: [], verdict: 'fine', headline: '4 changes to 4 items.' } as const;
}

function bodyOf(state: PullRequestState): string {
  return bodyIn(present(state));
}

function headings(body: string): string[] {
  return [...body.matchAll(/^### (.*)$/gm)].map(([, heading]) => heading ?? '');
}

/** The text below one heading. */
function below(body: string, heading: string): string {
  return body.split(`### ${heading}\n`)[1]?.split('\n### ')[0] ?? '';
}

const register = (reservations: readonly Reservation[]) => ({ reservations, commit: 'c'.repeat(40) });

describe('the comment', () => {
  const body = bodyOf(
    aState({
      review: fiveItems(),
      register: register(reservationsFor({ changes: fiveItems().changes.slice(1, 3) }, 12)),
    }),
  );

  it('begins with the marker, then the verdict', () => {
    const [first, , second] = body.split('\n');
    expect(first).toBe(COMMENT_MARKER);
    expect(second).toMatch(/^\*\*✘ Must be mended: 1 dangling foreign key\./);
  });

  it('has what is open first and what to do last', () => {
    expect(headings(body)).toEqual([
      'To be mended or decided',
      'Approval',
      'Structural changes',
      'Documentation',
      'Who is touched',
      'Problems introduced and resolved',
      'SQL',
      'Release weight',
      'Other open pull requests',
      'Records',
      'What to do next',
    ]);
  });

  it('says at which line of which file, and what belongs there', () => {
    expect(below(body, 'To be mended or decided')).toContain('`spec/objects/ssd_disability.yml:12:5`');
    expect(below(body, 'To be mended or decided')).toContain('Expected: the key of an object');
  });

  it('folds the SQL of each CMS', () => {
    const summaries = [...body.matchAll(/<details><summary>(.*)<\/summary>/g)].map(([, summary]) => summary);
    expect(summaries).toEqual([
      expect.stringContaining('liquid_logic.sqlserver'),
      expect.stringContaining('eclipse.postgres'),
    ]);
  });

  it('names the other pull request by its number, so that the number leads there', () => {
    expect(below(body, 'Other open pull requests')).toContain('- #12 also changes `PERS007A`, `PERS004A`.');
  });

  it('says what to do in words for people who do not know git, with commands that exist', () => {
    const next = below(body, 'What to do next');
    expect(next).toContain('“Files changed”');
    expect(next).toContain('`/recheck`');
    expect(next).toContain('[the page of the checks](/d2i/ssd/pull/7/checks)');
    expect(next).not.toContain('steward');
    expect([...next.matchAll(/`\/\w+`/g)]).toHaveLength(1);
  });

  it('reads well as HTML', () => {
    const text = textOf(markdownToHtml(body));
    expect(text).toContain('PERS007A: pers_send is renamed pers_send_flag · change · major');
    expect(text).not.toMatch(/undefined|null|\[object/);
    expect(text).not.toContain('**');
  });
});

describe('identifiers in the comment', () => {
  const review = fiveItems();

  it('are not shown before the register gave them, neither with a change nor as the cause of SQL', () => {
    expect(bodyOf(aState({ review }))).not.toContain('SSD-00');
  });

  it('are those of the register, whatever the review assumed', () => {
    const body = bodyOf(aState({ review: mended(), register: register(reservationsFor(mended(), 7, 90)) }));
    expect([...new Set(body.match(/SSD-\d+/g))].sort()).toEqual(['SSD-0090', 'SSD-0091', 'SSD-0092', 'SSD-0093']);
    expect(below(body, 'Records')).toContain('4 identifiers, `SSD-0090` to `SSD-0093`');
    expect(below(body, 'SQL')).toContain('caused by `SSD-0090`');
  });

  it('are those of the companion on a fork', () => {
    const body = bodyOf(aForkState({ review: mended(), register: register(reservationsFor(mended(), 15, 40)) }));
    expect(body).toContain('· minor · SSD-0040');
    expect(below(body, 'Records')).toContain('`SSD-0040` to `SSD-0043`');
  });

  it('of somebody else are not taken for its own', () => {
    const body = bodyOf(aState({ review: mended(), register: register(reservationsFor(mended(), 8, 40)) }));
    expect(body).not.toContain('SSD-00');
  });

  it('are counted as numbers', () => {
    const many = reservationsFor(mended(), 7, 9998).reverse();
    expect(bodyOf(aState({ review: mended(), register: register(many) }))).toContain('`SSD-9998` to `SSD-10001`');
  });
});

describe('the records in the comment', () => {
  it('are in step', () => {
    const body = bodyOf(aState({ review: mended() }));
    expect(body).toContain('**✔ Nothing must be mended or decided. 4 changes to 4 items.**');
    expect(below(body, 'Records')).toContain('say what the specification says');
    expect(below(body, 'What to do next')).toContain('Nothing is left for the author to do.');
  });

  it('wait while something must be mended', () => {
    expect(below(bodyOf(aState({ review: fiveItems() })), 'Records')).toContain('as soon as nothing must be mended');
  });

  it('wait for a file that cannot be read', () => {
    const review = { verdict: 'mend', headline: 'Must be mended: 1 unreadable file.', findings: [aFinding()] } as const;
    const body = bodyOf(aState({ review, records: null, due: null }));
    expect(below(body, 'Records')).toContain('as soon as every file can be read');
  });

  it('make a fine review a bad one when a person wrote over them, and say where', () => {
    const body = bodyOf(aState({ review: mended(), records: lacking('CHANGELOG.md') }));
    expect(body).toContain('**✘ Somebody edited lines that are generated. 4 changes to 4 items.**');
    expect(below(body, 'Records')).toContain('CHANGELOG.md:2: out-of-step: "old". Expected "new".');
    expect(below(body, 'What to do next')).toContain('Press `Write the records` on the check `spec-steward/records`');
    expect(below(body, 'What to do next')).not.toContain('Nothing is left');
  });

  it('are not in step while something of them is due', () => {
    const plan = lacking('sql/mosaic.sqlserver.sql', null);
    const body = bodyOf(aState({ review: mended(), records: plan, due: plan }));
    expect(body).toContain('**✘ The records are not in step with the specification.');
    expect(below(body, 'Records')).toContain('sql/mosaic.sqlserver.sql: missing');
  });
});

describe('a fork', () => {
  it('is told in one sentence where its commits go, at the top, with a number that leads there', () => {
    const [, about = ''] = bodyOf(aForkState({ review: mended() }))
      .split('\n\n')
      .slice(1);
    expect(about).toMatch(/a fork that I may not write to, so #15 holds its commits together with the records, .*\.$/);
  });

  it('is told so before the companion is there', () => {
    const body = bodyOf(aForkState({ review: fiveItems(), companion: null }));
    expect(body).toContain('its commits and the records will stand together on a pull request of mine.');
  });

  it('does not call its companion another pull request about the same items', () => {
    const rows = [...reservationsFor(mended(), 15), ...reservationsFor(mended(), 16, 60)];
    const body = bodyOf(aForkState({ review: mended(), register: register(rows) }));
    expect(below(body, 'Other open pull requests')).toContain('#16 also changes');
    expect(below(body, 'Other open pull requests')).not.toContain('#15');
  });

  it('that may be written to is like any other pull request', () => {
    const pull = aPull({ isOwn: false, headRepository: 'analyst/ssd', maintainerCanModify: true });
    expect(bodyOf(aState({ review: mended(), pull }))).not.toContain('fork');
  });
});

describe('next steps', () => {
  const next = (given: Parameters<typeof aState>[0]) => below(bodyOf(aState(given)), 'What to do next');

  it('ask which item is meant', () => {
    const question = { object: 'ssd_person', itemRef: 'PERS001A', question: 'Which one?', file: 'a.yml', path: [] };
    expect(next({ review: { verdict: 'decide', headline: 'x', questions: [question] } })).toContain(
      'Say in a comment which item is meant',
    );
  });

  it('show how a type is stated, in the words of the configuration', () => {
    const changes = [aChange({ kind: 'item-type-changed', changeType: 'undecided' })];
    const steps = next({ review: { verdict: 'decide', headline: 'x', changes } });
    expect(steps).toContain('`Change-Type: bug` for all of them, `Change-Type: bug PERS001A` for one item');
  });

  it('name the files whose conflict a person has to solve', () => {
    const paths = ['spec/objects/ssd_person.yml'];
    const steps = next({ review: mended(), conflict: aConflict(paths) });
    expect(steps).toContain('Solve the conflict with `main` in `spec/objects/ssd_person.yml`, by');
    expect(steps).not.toContain('Nothing is left');
  });

  it('name the first files of many', () => {
    const paths = Array.from({ length: 30 }, (_, index) => `spec/objects/ssd_${index}.yml`);
    expect(next({ review: mended(), conflict: aConflict(paths) })).toContain('`spec/objects/ssd_7.yml` and 22 more');
  });
});

describe('silence', () => {
  it('is kept where nothing of ours is touched', () => {
    expect(commentIn(present(anUntouchedState()))).toBeUndefined();
  });

  it('ends when a file of ours is touched, although no item changes', () => {
    expect(bodyOf(aState())).toContain('**✔ Nothing must be mended or decided. No item-level change.**');
  });

  it('does not leave an old comment to say what is no longer true', () => {
    const comment = aComment(bodyOf(aState({ review: fiveItems() })));
    const put = commentIn(present(anUntouchedState({ comment })));
    expect(put?.id).toBe(comment.id);
    expect(put?.body).toBe(
      `${COMMENT_MARKER}\n\n**✔ Nothing of the specification changes.**\n\n` +
        'What stood here before has been taken back; nothing is left to do.',
    );
  });
});

describe('writing the comment', () => {
  const state = aState({ review: fiveItems() });
  const body = bodyOf(state);

  it('is left out when it stands there', () => {
    expect(commentIn(present({ ...state, comment: aComment(body) }))).toBeUndefined();
  });

  it('is left out when GitHub gives it back with other line ends', () => {
    const comment = aComment(`${body.replaceAll('\n', '\r\n')}\r\n`);
    expect(commentIn(present({ ...state, comment }))).toBeUndefined();
  });

  it('edits the one that stands there', () => {
    expect(commentIn(present({ ...state, comment: aComment('something else') }))).toEqual({
      kind: 'put-comment',
      number: 7,
      id: 1001,
      body,
    });
  });
});

describe('a review larger than a comment', () => {
  const state = aState({ review: biggestVersion() });
  const actions = present(state);
  const body = bodyIn(actions);
  const [file] = ofKind(actions, 'commit-files');

  it.each([378, 2_000])('stays within the limit with %d changes, every element closed', (count) => {
    const short = bodyOf(aState({ review: biggestVersion(count) }));
    expect(short.length).toBeLessThanOrEqual(LIMIT);
    expect(short.length).toBeGreaterThan(LIMIT / 2);
    expect(() => elementsOf(markdownToHtml(short))).not.toThrow();
    expect(headings(short)).toEqual(expect.arrayContaining(['SQL', 'Records', 'What to do next']));
  });

  it('leads to the whole', () => {
    expect(body).toContain('[reports/7.md](/d2i/ssd/blob/spec-steward/register/reports/7.md)');
  });

  it('has the whole in a file of the register branch, written by compare-and-swap', () => {
    expect(file).toMatchObject({
      repository: 'd2i/ssd',
      branch: 'spec-steward/register',
      expectedHead: 'c'.repeat(40),
      files: [{ path: 'reports/7.md' }],
    });
    const text = file?.files[0]?.text ?? '';
    for (const { name } of state.result.review.changes) expect(text).toContain(name);
  });

  it('writes that file before the comment that leads there', () => {
    const kinds = actions.map(({ kind }) => kind);
    expect(kinds.indexOf('commit-files')).toBeLessThan(kinds.indexOf('put-comment'));
  });

  it('does not write it again', () => {
    const again = present({ ...state, fullReport: file?.files[0]?.text ?? '' });
    expect(ofKind(again, 'commit-files')).toEqual([]);
  });

  it('has no file when the comment holds everything', () => {
    expect(ofKind(present(aState({ review: fiveItems() })), 'commit-files')).toEqual([]);
  });
});

describe('hostile texts', () => {
  it.each(HOSTILE.map((text) => [JSON.stringify(text), text]))('stay texts: %s', (_, text) => {
    const hostile = aForkState({
      review: everywhere(text),
      pull: aPull({ title: text, body: text, isOwn: false, baseBranch: text, headBranch: text }),
      conflict: aConflict([text]),
      companion: null,
    });
    const body = bodyOf(hostile);
    expect(body.split(COMMENT_MARKER)).toHaveLength(2);
    expect(body.startsWith(`${COMMENT_MARKER}\n`)).toBe(true);
    expectInert(body);
  });

  it.each(HOSTILE.map((text) => [JSON.stringify(text), text]))('stay texts in the records: %s', (_, text) => {
    const plan = lacking(text, `first\n${text}\n`);
    const others = reservationsFor(everywhere(text), 12).map((row) => ({ ...row, identifier: text }));
    const state = aState({ review: mended(), records: plan, due: plan });
    expectInert(bodyOf(state));
    const own = aState({ review: everywhere(text), register: register(others) });
    expectInert(bodyOf(own).replaceAll('#12 also', 'it also'));
  });
});

describeWithShared('the biggest recorded change', () => {
  it('is one comment below the limit, and one file', async () => {
    const { recordedReview, recordedVersion } = await import('../fakes/recorded.js');
    const result = await recordedReview('21-22');
    const actions = present(aState({ result, base: recordedVersion('21'), head: recordedVersion('22') } as never));
    expect(ofKind(actions, 'put-comment')).toHaveLength(1);
    expect(bodyIn(actions).length).toBeLessThanOrEqual(LIMIT);
    expect(ofKind(actions, 'commit-files')).toHaveLength(1);
    expectInert(bodyIn(actions));
  });
});
