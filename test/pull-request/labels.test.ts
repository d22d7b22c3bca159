import fc from 'fast-check';
import { present } from '../../src/pull-request/present.js';
import { aChange, aTarget } from '../report/build.js';
import { everywhere, fiveItems, HOSTILE } from '../report/stories.js';
import { anUntouchedState, aPull, applied, aState, CONFIG, lacking, ofKind, VOCABULARY } from './build.js';

type Given = Parameters<typeof aState>[0];

function labels(given: Given): string[] {
  return ofKind(present(aState(given)), 'set-labels').flatMap(({ add }) => add.map(({ name }) => name));
}

const text = (given = {}) => aChange({ kind: 'item-description-changed', weight: 'patch', ...given });

describe('labels', () => {
  it('say what the proposal of five items is', () => {
    expect(labels({ review: fiveItems() })).toEqual([
      'needs: mending',
      'spec: breaking',
      'spec: new feature',
      'spec: change',
      'spec: bug',
      'cms: liquid_logic',
      'cms: mosaic',
      'cms: eclipse',
      'return: SSDA903',
    ]);
  });

  it.each<[string, Given, string[]]>([
    ['nothing of ours', { changedPaths: [] }, []],
    ['no change', {}, []],
    ['texts only', { review: { changes: [text()] } }, ['spec: change', 'spec: documentation']],
    ['a text and a type', { review: { changes: [text(), aChange({ kind: 'item-type-changed' })] } }, ['spec: change']],
    ['only letter case', { review: { changes: [text({ class: 'cosmetic' })] } }, []],
    [
      'an open type',
      { review: { verdict: 'decide', changes: [text({ changeType: 'undecided' })] } },
      ['needs: decision', 'spec: documentation'],
    ],
    ['edited records', { records: lacking('CHANGELOG.md') }, ['needs: mending']],
    [
      'the SQL of a CMS',
      { review: { sql: [aTarget(), aTarget({ target: 'mosaic.sqlserver', digest: '' })] } },
      ['cms: liquid_logic'],
    ],
  ])('of %s', (_, given, expected) => {
    expect(labels(given)).toEqual(expected);
  });

  it('name statutory returns only, and what the vocabulary has', () => {
    const returns = ['Local', 'RIIA', 'CIN', 'XYZ'].map((name) => ({ name, items: 1 }));
    const cms = ['mosaic', 'other'].map((name) => ({ name, items: 1, localAuthorities: 1 }));
    expect(labels({ review: { impact: { returns, cms, consumers: [] } } })).toEqual(['cms: mosaic', 'return: CIN']);
  });

  it('are twelve at most, the most important first', () => {
    const impact = {
      returns: VOCABULARY.returns.map(({ name }) => ({ name, items: 1 })),
      cms: VOCABULARY.cms.map(({ name }) => ({ name, items: 1, localAuthorities: 1 })),
      consumers: [],
    };
    const found = labels({ review: { ...fiveItems(), impact } });
    expect(found).toHaveLength(12);
    expect(found.slice(0, 2)).toEqual(['needs: mending', 'spec: breaking']);
  });

  it('have change types of the configuration', () => {
    const config = { ...CONFIG, changeTypes: ['bug', 'new feature', 'change', 'erratum'] };
    expect(labels({ config, review: { changes: [text({ changeType: 'erratum' })] } })).toContain('spec: erratum');
  });

  it('fit into the fields of GitHub', () => {
    const config = { ...CONFIG, changeTypes: ['x'.repeat(300)] };
    const state = aState({ config, review: { ...fiveItems(), changes: [text({ changeType: 'x'.repeat(300) })] } });
    for (const { name, color, description } of ofKind(present(state), 'set-labels').flatMap(({ add }) => add)) {
      expect(name.length).toBeLessThanOrEqual(50);
      expect(description.length).toBeLessThanOrEqual(100);
      expect(color).toMatch(/^[0-9a-f]{6}$/);
    }
  });

  it('have one colour for each kind', () => {
    const wishes = ofKind(present(aState({ review: fiveItems() })), 'set-labels').flatMap(({ add }) => add);
    const cms = wishes.filter(({ name }) => name.startsWith('cms: '));
    expect(new Set(cms.map(({ color }) => color)).size).toBe(1);
    expect(new Set(wishes.map(({ color }) => color)).size).toBe(5);
  });
});

describe('labels that are there', () => {
  const set = (has: readonly string[], given: Given = {}) =>
    ofKind(present(aState({ ...given, pull: aPull({ labels: has }) })), 'set-labels');

  it('of people are never taken away', () => {
    const people = [
      'spec: my own',
      'cms: paper',
      'return: of the king',
      'needs: coffee',
      'bug',
      'specification',
      'return: Local',
    ];
    expect(set(people)).toEqual([]);
  });

  it('of ours are taken away when they are no longer true', () => {
    expect(set(['spec: bug', 'cms: mosaic', 'return: CIN', 'needs: decision', 'spec: my own'])).toMatchObject([
      { add: [], remove: ['spec: bug', 'cms: mosaic', 'return: CIN', 'needs: decision'] },
    ]);
  });

  it('are left alone when they are right, whatever their letter case', () => {
    expect(set(['Spec: Documentation', 'SPEC: CHANGE'], { review: { changes: [text()] } })).toEqual([]);
  });

  it('are taken away under the name that they have', () => {
    expect(set(['Spec: Bug'])).toMatchObject([{ remove: ['Spec: Bug'] }]);
  });

  it('of ours go from a pull request that touches nothing of ours any more', () => {
    const state = anUntouchedState({ pull: aPull({ labels: ['spec: bug', 'mine'] }) });
    expect(ofKind(present(state), 'set-labels')).toMatchObject([{ remove: ['spec: bug'] }]);
  });

  it('are right after they were set, and those of people are still there', () => {
    const known = ['spec: bug', 'spec: my own', 'needs: mending', 'cms: azeus', 'urgent', 'Return: cin'];
    fc.assert(
      fc.property(fc.subarray(known), fc.constantFrom(fiveItems(), everywhere('x')), (has, review) => {
        const state = aState({ review, pull: aPull({ labels: has }) });
        const shown = applied(state, present(state));
        expect(ofKind(present(shown), 'set-labels')).toEqual([]);
        for (const own of ['spec: my own', 'urgent']) expect(shown.pull.labels.includes(own)).toBe(has.includes(own));
      }),
    );
  });

  it('never have a name that a proposal made up', () => {
    for (const hostile of HOSTILE) {
      const found = labels({ review: everywhere(hostile) });
      expect(found.filter((name) => name !== 'needs: mending')).toEqual([]);
    }
  });
});
