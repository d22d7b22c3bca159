import { MOST_ANNOTATIONS } from '../../src/pull-request/annotations.js';
import { RECORDS_CHECK, SPECIFICATION_CHECK, WRITE_RECORDS } from '../../src/pull-request/checks.js';
import { present } from '../../src/pull-request/present.js';
import type { PullRequestState } from '../../src/reconcile/pull-request-state.js';
import type { Severity } from '../../src/specification/finding.js';
import { filesOf } from '../fakes/memory-repository.js';
import { aChange, aFinding } from '../report/build.js';
import { elementsOf, markdownToHtml } from '../report/markup.js';
import { biggestVersion, everywhere, fiveItems, HOSTILE } from '../report/stories.js';
import { aForkState, aPull, applied, aState, checkIn, HEAD, lacking, ofKind, reservationsFor } from './build.js';
import { expectInert, expectUnexpressive } from './inert.js';

/** GitHub's limits of a check run. */
const LIMITS = { summary: 65_535, text: 65_535, label: 20, description: 40, identifier: 20, title: 255 };

const DISABILITY = 'spec/objects/ssd_disability.yml';

const head = { ...aState().head, files: filesOf({ [DISABILITY]: '', 'spec/a.yml': '', CHANGELOG: '' }) };

const specification = (state: PullRequestState) => checkIn(present(state), SPECIFICATION_CHECK);
const records = (state: PullRequestState) => checkIn(present(state), RECORDS_CHECK);

const fine = { ...fiveItems(), verdict: 'fine', headline: '4 changes.', findings: [] } as const;

describe('the check of the specification', () => {
  it('fails when something must be mended, and says what', () => {
    const check = specification(aState({ review: fiveItems() }));
    expect(check).toMatchObject({ commit: HEAD, conclusion: 'failure' });
    expect(check.title).toMatch(/^Must be mended: 1 dangling foreign key\./);
    expect(check.summary).toContain('`spec/objects/ssd_disability.yml:12:5`');
  });

  it('has the rest of the report as its text, without commands of the command line', () => {
    const { text } = specification(aState({ review: fiveItems() }));
    expect(text).toMatch(/^The report, beyond what must be mended or decided:/);
    expect(text).toContain('### Structural changes');
    expect(text).toContain('### SQL');
    expect(text).not.toContain('### To be mended');
    expect(text).not.toContain('steward');
  });

  it('does not fail for a question or an open type, but says it', () => {
    const question = { object: 'ssd_person', itemRef: '', question: 'Which of the two?', file: 'a.yml', path: [] };
    const changes = [aChange({ kind: 'item-type-changed', changeType: 'undecided', reason: 'No evidence.' })];
    const check = specification(
      aState({ review: { verdict: 'decide', headline: 'To be decided: 1 question.', questions: [question], changes } }),
    );
    expect(check.conclusion).toBe('success');
    expect(check.title).toBe('To be decided: 1 question.');
    expect(check.summary).toContain('Which of the two?');
    expect(check.summary).toContain('No evidence.');
  });

  it('succeeds without a text when files change and no item does', () => {
    expect(specification(aState())).toMatchObject({
      conclusion: 'success',
      title: 'Nothing must be mended or decided. No item-level change.',
      text: '',
    });
  });

  it.each([378, 3_000])('stays within the limits with %d changes', (count) => {
    const check = specification(aState({ review: biggestVersion(count) }));
    expect(Buffer.byteLength(check.summary)).toBeLessThanOrEqual(LIMITS.summary);
    expect(Buffer.byteLength(check.text)).toBeLessThanOrEqual(LIMITS.text);
    expect(check.text).toContain('[reports/7.md]');
    expect(() => elementsOf(markdownToHtml(check.text))).not.toThrow();
  });

  it('never leads to a file that is not written', () => {
    for (let count = 120; count <= 220; count += 20) {
      const actions = present(aState({ review: biggestVersion(count) }));
      const isCut = checkIn(actions, SPECIFICATION_CHECK).text.includes('reports/7.md');
      if (isCut) expect(ofKind(actions, 'commit-files')).toHaveLength(1);
    }
  });

  it('stays within the limits with thousands of errors', () => {
    const findings = Array.from({ length: 3_000 }, (_, index) =>
      aFinding({ itemRef: `DISA${index}`, line: index + 1 }),
    );
    const check = specification(aState({ review: { ...fiveItems(), findings }, head }));
    expect(check.summary.length).toBeLessThanOrEqual(LIMITS.summary);
    expect(check.annotations).toHaveLength(MOST_ANNOTATIONS);
    expect(check.summary).toMatch(/2,500 further remarks on single lines stand in the report only\.$/);
  });
});

describe('annotations', () => {
  const annotated = (...findings: readonly Parameters<typeof aFinding>[0][]) =>
    specification(aState({ head, review: { ...fiveItems(), findings: findings.map(aFinding) } })).annotations;

  it.each([
    ['error', 'failure'],
    ['warning', 'warning'],
    ['info', 'notice'],
  ] as const)('show an %s as a %s', (severity: Severity, level) => {
    expect(annotated({ severity })).toEqual([
      {
        path: DISABILITY,
        line: 12,
        level,
        title: 'foreign-key-dangling: DISA002A',
        message:
          '`ssd_persn.pers_person_id` does not exist. Expected: the key of an object, for instance `ssd_person.pers_person_id`',
      },
    ]);
  });

  it('stand only in files of the head', () => {
    expect(annotated({ file: 'spec/objects/gone.yml' })).toEqual([]);
  });

  it('stand on the first line where a file as a whole is meant', () => {
    expect(annotated({ line: null, object: '', itemRef: '', expected: '' })).toMatchObject([
      { line: 1, title: 'foreign-key-dangling', message: '`ssd_persn.pers_person_id` does not exist' },
    ]);
  });

  it('keep the order of the findings', () => {
    const found = annotated(
      { file: 'spec/a.yml', line: 1, severity: 'info' },
      { line: 2, severity: 'error' },
      { line: 9, severity: 'warning' },
    );
    expect(found.map(({ line }) => line)).toEqual([1, 2, 9]);
  });

  it('are the most serious ones where there are too many', () => {
    const remarks = Array.from({ length: MOST_ANNOTATIONS }, () => ({ severity: 'info' }) as const);
    const found = annotated(...remarks, { severity: 'error', line: 99 });
    expect(found).toHaveLength(MOST_ANNOTATIONS);
    expect(found.at(-1)).toMatchObject({ level: 'failure', line: 99 });
  });

  it.each(HOSTILE.map((text) => [JSON.stringify(text), text]))('hold %s as plain text', (_, text) => {
    for (const { title, message } of annotated({ message: text, expected: text, itemRef: text, object: text })) {
      expect(title.length).toBeLessThanOrEqual(LIMITS.title);
      for (const shown of [title, message]) {
        expect(shown).not.toMatch(/@[\w/-]|#\d|\n/);
        expectUnexpressive(shown);
      }
    }
  });
});

describe('the check of the records', () => {
  it('succeeds when the records are in step', () => {
    expect(records(aState({ review: fine }))).toMatchObject({
      conclusion: 'success',
      title: 'The records are in step with the specification',
      annotations: [],
    });
  });

  const plan = lacking('CHANGELOG.md');
  const unreadable = { review: fiveItems(), records: null, due: null };

  it.each([
    ['not in step yet', aState({ review: fine, records: plan, due: plan }), 'CHANGELOG.md:2: out-of-step'],
    ['edited by a person', aState({ review: fine, records: plan }), 'A person wrote over them'],
    ['unreadable', aState(unreadable), 'as soon as every file can be read'],
    ['waiting', aState({ review: fiveItems() }), 'as soon as nothing must be mended'],
    ['on the companion', aForkState({ review: fine }), '#15 holds its commits together with the records'],
    ['to be on a companion', aForkState({ review: fine, companion: null }), 'on a pull request of mine'],
  ])('fails when they are %s, and says so in a sentence of its own', (_, state, sentence) => {
    const check = records(state);
    expect(check.conclusion).toBe('failure');
    expect(check.title).not.toBe('The records are in step with the specification');
    expect(check.summary).toContain(sentence);
  });

  it('says a different thing for each of them', () => {
    const states = [
      aState({ review: fine }),
      aState({ review: fine, records: plan, due: plan }),
      aState({ review: fine, records: plan }),
      aState(unreadable),
      aState({ review: fiveItems() }),
      aForkState({ review: fine }),
    ];
    expect(new Set(states.map((state) => records(state).title)).size).toBe(states.length);
  });

  it('succeeds on a fork that lacks no record', () => {
    const none = { actions: [] };
    expect(records(aForkState({ records: none, due: none })).conclusion).toBe('success');
  });

  it('shows the line that a person wrote over', () => {
    const edited = aChange({ kind: 'item-metadata-changed', line: 30, itemRef: 'PERS001A' });
    const gone = aChange({ kind: 'item-metadata-changed', side: 'base' });
    const review = { ...fine, changes: [edited, gone] };
    expect(records(aState({ review, records: plan })).annotations).toMatchObject([
      { path: 'spec/objects/ssd_person.yml', line: 30, level: 'failure', title: 'Edited by hand: PERS001A' },
    ]);
    expect(records(aState({ review })).annotations).toEqual([]);
  });

  it.each([
    ['in step', aState({ review: fine })],
    ['stale', aState({ review: fine, records: plan, due: plan })],
    ['edited', aState({ review: fine, records: plan })],
  ])('has a button within the limits when the records are %s', (_, state) => {
    const [button, another] = records(state).buttons;
    expect(another).toBeUndefined();
    expect(button?.identifier).toBe(WRITE_RECORDS);
    expect(button?.label.length).toBeLessThanOrEqual(LIMITS.label);
    expect(button?.description.length).toBeLessThanOrEqual(LIMITS.description);
    expect(button?.identifier.length).toBeLessThanOrEqual(LIMITS.identifier);
  });

  it('has no button where pressing it could do nothing', () => {
    expect(records(aState({ review: fiveItems() })).buttons).toEqual([]);
    expect(records(aForkState({ review: fine })).buttons).toEqual([]);
  });

  it('stays within the limits with thousands of files out of step', () => {
    const many = { actions: Array.from({ length: 3_000 }, () => plan.actions[0]).flatMap((action) => action ?? []) };
    const { summary } = records(aState({ review: fine, records: many, due: many }));
    expect(summary.length).toBeLessThanOrEqual(LIMITS.summary);
    expect(summary).toMatch(/and [\d,]+ more$/);
  });
});

describe('the table of identifiers', () => {
  const text = (review: Parameters<typeof reservationsFor>[0]) =>
    records(aState({ review, register: { commit: 'c', reservations: reservationsFor(review) } })).text;

  it('has a row for each identifier that was given', () => {
    expect(text(fine).split('\n').slice(0, 3)).toEqual([
      '| Identifier | item\\_ref | Name | Type |',
      '| --- | --- | --- | --- |',
      '| SSD-0028 | PERM027A | ssd\\_permanence.perm\\_number\\_of\\_adopters | new feature |',
    ]);
    expect(text(fine).split('\n')).toHaveLength(2 + 5);
  });

  it('is not there without identifiers', () => {
    expect(records(aState({ review: fine })).text).toBe('');
  });

  it('is cut between rows where there are too many', () => {
    const shown = text(biggestVersion(3_000));
    expect(shown.length).toBeLessThanOrEqual(LIMITS.text);
    expect(shown).toMatch(/\|\n\nand [\d,]+ more$/);
  });

  it.each(HOSTILE.map((hostile) => [JSON.stringify(hostile), hostile]))(
    'has four cells a row with %s',
    (_, hostile) => {
      const table = text(everywhere(hostile));
      expectInert(table);
      const html = markdownToHtml(table);
      const rows = html.split('<tr>').slice(1);
      for (const row of rows) expect(row.match(/<t[dh]>/g)).toHaveLength(4);
    },
  );
});

describe('writing a check', () => {
  const state = aState({ review: fiveItems() });

  it('is left out when a run on that commit says the same', () => {
    expect(ofKind(present(applied(state, present(state))), 'put-check')).toEqual([]);
  });

  it('is done again when the run was not completed', () => {
    const checks = applied(state, present(state)).checks.map((run) => ({ ...run, conclusion: null }));
    expect(ofKind(present({ ...state, checks }), 'put-check')).toHaveLength(3);
  });

  it('is done on every new commit', () => {
    const digests = [HEAD, 'f'.repeat(40)].map(
      (headCommit) => specification(aState({ review: fiveItems(), pull: aPull({ headCommit }) })).digest,
    );
    expect(digests[0]).not.toBe(digests[1]);
  });

  it('says success or failure, never anything that lets a merge through unseen', () => {
    for (const text of HOSTILE) {
      const checks = ofKind(present(aState({ review: everywhere(text) })), 'put-check');
      expect(checks.map(({ conclusion }) => conclusion)).toEqual(['failure', 'failure', 'success']);
    }
  });

  it.each(HOSTILE.map((text) => [JSON.stringify(text), text]))('keeps %s a text', (_, text) => {
    for (const check of ofKind(present(aState({ review: everywhere(text) })), 'put-check')) {
      expect(check.title).not.toMatch(/@[\w/-]|#\d|\n/);
      expectUnexpressive(check.title);
      expectInert(check.summary);
      expectInert(check.text);
    }
  });
});
