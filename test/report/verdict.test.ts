import { RULES } from '../../src/lint/rules.js';
import { ERROR_NOUNS } from '../../src/report/headline-sentences.js';
import { verdictOf } from '../../src/report/verdict.js';
import type { JudgedChange, Review } from '../../src/review.js';
import { aChange, aFinding } from './build.js';
import { fiveItems } from './stories.js';

function verdict(given: Partial<Review>) {
  return verdictOf({ changes: [], questions: [], findings: [], ...given });
}

const retyped = (given: Partial<JudgedChange> = {}) => aChange({ kind: 'item-type-changed', ...given });
const question = { object: 'ssd_person', itemRef: 'PERS001A', question: 'Which?', file: 'a.yml', path: [] };

describe('verdictOf', () => {
  it('says nothing of nothing', () => {
    expect(verdict({})).toEqual({ verdict: 'fine', headline: 'No item-level change.', weight: 'none' });
  });

  it('is fine when every change is judged', () => {
    expect(verdict({ changes: [retyped()] })).toEqual({
      verdict: 'fine',
      headline: '1 change to 1 item in 1 data object (1 change); release weight major.',
      weight: 'major',
    });
  });

  it.each([
    ['a question', { questions: [question] }, 'To be decided: 1 question. No item-level change.'],
    [
      'an undecided change',
      { changes: [retyped({ changeType: 'undecided' })] },
      /^To be decided: 1 undecided change\. /,
    ],
    ['a doubted statement', { changes: [retyped({ doubt: 'Why?' })] }, /^To be decided: 1 doubted statement\. /],
  ])('asks a person about %s', (_, given, headline) => {
    expect(verdict(given).verdict).toBe('decide');
    expect(verdict(given).headline).toEqual(typeof headline === 'string' ? headline : expect.stringMatching(headline));
  });

  it.each([
    [
      'an introduced error',
      { findings: [aFinding()] },
      'Must be mended: 1 dangling foreign key. No item-level change.',
    ],
    [
      'a file that cannot be read',
      { findings: [aFinding({ rule: 'unparseable-file' }), aFinding({ rule: 'unparseable-file' })] },
      'Must be mended: 2 unreadable files. No item-level change.',
    ],
    [
      'a blocked change',
      { changes: [retyped({ blockedBy: ['unknown-type'] })] },
      /^Must be mended: 1 blocked change\. 1 change to /,
    ],
    [
      'an error of a rule without a noun',
      { findings: [aFinding({ rule: 'toString' })] },
      /^Must be mended: toString \(1\)\./,
    ],
  ])('sends back %s', (_, given, headline) => {
    expect(verdict(given).verdict).toBe('mend');
    expect(verdict(given).headline).toEqual(typeof headline === 'string' ? headline : expect.stringMatching(headline));
  });

  it('mending goes before deciding', () => {
    expect(verdict({ findings: [aFinding()], questions: [question] }).verdict).toBe('mend');
  });

  it('does not mind warnings, and counts an error once though it blocks a change', () => {
    expect(verdict({ findings: [aFinding({ severity: 'warning' })] }).verdict).toBe('fine');
    expect(fiveItems().headline).toBe(
      'Must be mended: 1 dangling foreign key. 5 changes to 5 items in 3 data objects ' +
        '(1 new feature, 3 changes, 1 bug); release weight major.',
    );
  });

  it('counts cosmetic differences beside the changes, and never asks about them', () => {
    const cosmetic = retyped({ class: 'cosmetic', changeType: 'undecided', weight: 'none' });
    expect(verdict({ changes: [cosmetic, cosmetic] })).toEqual({
      verdict: 'fine',
      headline: 'Only 2 cosmetic differences in letter case, white space, punctuation or order: nothing to decide.',
      weight: 'none',
    });
    expect(verdict({ changes: [retyped(), cosmetic] }).headline).toMatch(/ 1 cosmetic difference besides\.$/);
  });

  it('counts items once and names code sets and objects', () => {
    const changes = [
      retyped(),
      aChange({ kind: 'item-size-changed' }),
      aChange({ kind: 'code-set-value-added', object: '', itemRef: '', name: 'sex' }),
      aChange({ kind: 'object-removed', object: 'ssd_family', itemRef: '', name: '' }),
    ];
    expect(verdict({ changes }).headline).toMatch(/^4 changes to 1 item and 1 code set in 2 data objects /);
  });

  it('orders the types, those of the repository last', () => {
    const types = ['deprecation', 'bug', 'undecided', 'change', 'bug', 'new feature'];
    const changes = types.map((changeType) => retyped({ changeType }));
    expect(verdict({ changes }).headline).toContain('(1 new feature, 1 change, 2 bugs, 1 deprecation, 1 undecided)');
  });

  it.each([
    [['none', 'patch'], 'patch'],
    [['minor', 'major', 'patch'], 'major'],
    [['patch', 'minor'], 'minor'],
  ] as const)('of %j the weight is %s', (weights, greatest) => {
    expect(verdict({ changes: weights.map((weight) => retyped({ weight })) }).weight).toBe(greatest);
  });
});

describe('the nouns of errors', () => {
  it('cover every rule that reports errors', () => {
    const without = RULES.filter(({ id, severity }) => severity === 'error' && !Object.hasOwn(ERROR_NOUNS, id));
    expect(without.map(({ id }) => id)).toEqual([]);
  });

  it('name no rule that does not exist', () => {
    const ofOtherStages = ['identifier-not-given', 'change-log-row-altered', 'change-log-row-lost'];
    const rules = new Set([...RULES.map(({ id }) => id), ...ofOtherStages]);
    expect(Object.keys(ERROR_NOUNS).filter((id) => !rules.has(id))).toEqual([]);
  });
});
