import fc from 'fast-check';
import { APPROVAL_CHECK } from '../../src/approval/check.js';
import { RECORDS_CHECK, SPECIFICATION_CHECK } from '../../src/pull-request/checks.js';
import { present } from '../../src/pull-request/present.js';
import type { PullRequestState } from '../../src/reconcile/pull-request-state.js';
import { biggestVersion, everywhere, fiveItems, HOSTILE } from '../report/stories.js';
import {
  aForkState,
  anUntouchedState,
  aPull,
  applied,
  aState,
  bodyIn,
  checkIn,
  lacking,
  ofKind,
  proposed,
  reservationsFor,
} from './build.js';

const PERSON = `nodes:
- name: ssd_person
  fields:
  - name: pers_person_id
    description: Identifier of the child
    item_ref: PERS001A
    type: nvarchar
    size: 48
    primary_key: true
    validators:
    - required:
        enabled: true
    - unique:
        enabled: true
    categories:
    - identity
    constraints:
    - pk
    returns:
    - CIN
    cms:
    - mosaic
    guidance: One identifier for each child.
`;

const FILE = 'spec/objects/ssd_person.yml';

const mended = { ...fiveItems(), verdict: 'fine', headline: '4 changes.', findings: [] } as const;

const STATES: readonly (readonly [string, PullRequestState])[] = [
  ['a pull request that touches nothing of ours', anUntouchedState()],
  ['one that touches files and changes nothing', aState()],
  ['one with an error', aState({ review: fiveItems() })],
  ['one that is fine', aState({ review: mended })],
  ['one whose comment cannot hold the report', aState({ review: biggestVersion() })],
  ['a fork', aForkState({ review: mended })],
  ['edited records', aState({ review: mended, records: lacking('CHANGELOG.md') })],
  ['labels of people', aState({ review: mended, pull: aPull({ labels: ['spec: my own', 'urgent', 'cms: azeus'] }) })],
  ['a label in other letters', aState({ review: mended, pull: aPull({ labels: ['Spec: Breaking'] }) })],
  [
    'a register that is not there yet',
    aState({ review: biggestVersion(), register: { reservations: [], commit: '' } }),
  ],
];

describe('showing a pull request its state', () => {
  it.each(STATES)('does nothing a second time: %s', (_, state) => {
    const actions = present(state);
    expect(actions.length).toBeGreaterThan(0);
    expect(present(applied(state, actions))).toEqual([]);
  });

  it('ends in the same state when it is cut off between any two actions', () => {
    for (const [, state] of STATES) {
      const actions = present(state);
      const whole = applied(state, actions);
      for (let done = 0; done < actions.length; done += 1) {
        const cutOff = applied(state, actions.slice(0, done));
        const resumed = applied(cutOff, present(cutOff));
        expect({ ...resumed, checks: new Set(resumed.checks.map(({ digest }) => digest)) }).toEqual({
          ...whole,
          checks: new Set(whole.checks.map(({ digest }) => digest)),
        });
      }
    }
  });

  it('posts no suggestion twice', async () => {
    const state = await proposed({ [FILE]: PERSON }, { [FILE]: PERSON.replace('- CIN', '- CNI') });
    const actions = present(state);
    expect(ofKind(actions, 'suggest')).toHaveLength(1);
    expect(present(applied(state, actions))).toEqual([]);
  });

  it('does nothing a second time with any hostile text', () => {
    fc.assert(
      fc.property(fc.constantFrom(...HOSTILE), (text) => {
        const state = aState({ review: everywhere(text) });
        expect(present(applied(state, present(state)))).toEqual([]);
      }),
      { numRuns: HOSTILE.length },
    );
  });
});

describe('what was wrong and is mended', () => {
  const wrong = aState({ review: fiveItems(), register: { reservations: [], commit: 'c'.repeat(40) } });
  const shown = applied(wrong, present(wrong));
  const reservations = reservationsFor(mended);
  const right = {
    ...shown,
    ...aState({ review: mended, pull: { ...shown.pull, headCommit: 'f'.repeat(40) } }),
    pull: { ...shown.pull, headCommit: 'f'.repeat(40) },
    comment: shown.comment,
    checks: [],
    register: { reservations, commit: 'c'.repeat(40) },
  };
  const actions = present(right);

  it('turns green in the same comment', () => {
    expect(shown.comment?.body).toContain('**✘ Must be mended');
    expect(ofKind(actions, 'put-comment')).toEqual([
      expect.objectContaining({ id: shown.comment?.id, body: expect.stringContaining('**✔ Nothing must be mended') }),
    ]);
  });

  it('turns both checks green on the new commit', () => {
    for (const name of [SPECIFICATION_CHECK, RECORDS_CHECK]) {
      expect(checkIn(present(wrong), name).conclusion).toBe('failure');
      expect(checkIn(actions, name)).toMatchObject({ conclusion: 'success', commit: 'f'.repeat(40) });
    }
  });

  it('takes the label off that asked for it', () => {
    expect(shown.pull.labels).toContain('needs: mending');
    expect(ofKind(actions, 'set-labels')).toEqual([expect.objectContaining({ add: [], remove: ['needs: mending'] })]);
  });
});

describe('a pull request that takes everything back', () => {
  const wrong = aState({ review: fiveItems() });
  const shown = applied(wrong, present(wrong));
  const actions = present(anUntouchedState({ pull: shown.pull, comment: shown.comment }));

  it('loses our labels, and keeps a comment that says so', () => {
    expect(ofKind(actions, 'set-labels')[0]?.remove.toSorted()).toEqual(shown.pull.labels.toSorted());
    expect(bodyIn(actions)).toContain('Nothing of the specification changes.');
  });
});

describe('a pull request that touches nothing of ours', () => {
  it('gets three green checks and nothing else', () => {
    const actions = present(anUntouchedState());
    expect(actions.map(({ kind }) => kind)).toEqual(['put-check', 'put-check', 'put-check']);
    for (const name of [SPECIFICATION_CHECK, RECORDS_CHECK, APPROVAL_CHECK]) {
      expect(checkIn(actions, name)).toMatchObject({
        conclusion: 'success',
        title: 'Nothing of the specification changes',
        annotations: [],
        buttons: [],
      });
    }
  });

  it.each([
    'spec/objects/ssd_person.yml',
    'spec/categories/reason.yml',
    'spec/relationships.yml',
    'spec/ssd_change_log.csv',
    'CHANGELOG.md',
    'sql/mosaic.sqlserver.sql',
  ])('is none when it changes %s', (path) => {
    expect(ofKind(present(aState({ changedPaths: [path] })), 'put-comment')).toHaveLength(1);
  });

  it.each(['docs/CHANGELOG.md', 'spec/objects.md', 'spec/objectsX/a.yml', 'sql', 'README.md'])(
    'is one when it changes %s',
    (path) => {
      expect(ofKind(present(aState({ changedPaths: [path] })), 'put-comment')).toEqual([]);
    },
  );

  it('is not blamed for records that were out of step before', () => {
    const plan = lacking('sql/mosaic.sqlserver.sql', null);
    expect(checkIn(present(anUntouchedState({ records: plan, due: plan })), RECORDS_CHECK).conclusion).toBe('success');
  });
});
