import { present } from '../../src/pull-request/present.js';
import { repairsOf } from '../../src/pull-request/suggestions.js';
import { filesOf } from '../fakes/memory-repository.js';
import { aFinding, aReview } from '../report/build.js';
import { elementsOf, markdownToHtml } from '../report/markup.js';
import { HOSTILE } from '../report/stories.js';
import { applied, aState, bodyIn, HEAD, ofKind, proposed } from './build.js';
import { expectInert } from './inert.js';

const FILE = 'spec/objects/ssd_person.yml';

const BASE = `nodes:
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

async function suggested(head: string, base = BASE) {
  return ofKind(present(await proposed({ [FILE]: base }, { [FILE]: head })), 'suggest');
}

/** A pull request with one finding on the second line of a file. */
function withLine(line: string, given: Parameters<typeof aFinding>[0] = {}) {
  const finding = aFinding({ rule: 'unknown-type', value: 'nvarhcar', file: FILE, line: 2, ...given });
  const files = { base: filesOf({ [FILE]: 'a\nb\n' }), head: filesOf({ [FILE]: `a\n${line}\n` }) };
  const state = aState({ review: { findings: [finding], verdict: 'mend', headline: 'x' } });
  const base = { ...state.base, files: files.base };
  return { ...state, base, head: { ...state.head, files: files.head } };
}

describe('a suggestion', () => {
  it('stands on the line, in a block that can be committed with one click', async () => {
    const [suggestion, another] = await suggested(BASE.replace('    type: nvarchar', '    type: nvarhcar  # text'));
    expect(another).toBeUndefined();
    expect(suggestion).toMatchObject({ kind: 'suggest', number: 7, commit: HEAD, path: FILE, line: 7 });
    expect(suggestion?.body).toMatch(/\n\n```suggestion\n {4}type: nvarchar {2}# text\n```$/);
    expect(suggestion?.body).toContain('`unknown-type`: `nvarhcar` is no type.');
  });

  it('begins with a marker of its own', async () => {
    const [suggestion] = await suggested(BASE.replace('- CIN', '- CNI'));
    expect(suggestion?.body).toMatch(/^<!-- spec-steward:suggestion [0-9a-f]{16} -->\n/);
  });

  it('takes a line out with an empty block', async () => {
    const [suggestion] = await suggested(BASE.replace('    - CIN\n', '    - CIN\n    - CIN\n'));
    expect(suggestion).toMatchObject({ line: 21 });
    expect(suggestion?.body).toMatch(/takes this line out:\n\n```suggestion\n```$/);
  });

  it('is made for a file that is new', async () => {
    const state = await proposed({}, { [FILE]: BASE.replace('- CIN', '- CNI') });
    expect(ofKind(present(state), 'suggest')).toHaveLength(1);
  });

  it('is made for a file with the line ends of Windows', async () => {
    const crlf = BASE.replaceAll('\n', '\r\n');
    const [suggestion] = await suggested(crlf.replace('- CIN', '- CNI'), crlf);
    expect(suggestion?.body).toContain('```suggestion\n    - CIN\n```');
  });

  it('is told of in the comment', async () => {
    const state = await proposed({ [FILE]: BASE }, { [FILE]: BASE.replace('- CIN', '- CNI') });
    expect(bodyIn(present(state))).toContain('“Commit suggestion” mends it with one click');
  });
});

describe('no suggestion is made', () => {
  it('on a line that the pull request does not change', async () => {
    const wrong = BASE.replace('- CIN', '- CNI');
    const state = await proposed({ [FILE]: wrong }, { [FILE]: wrong.replace('Identifier of', 'The identifier of') });
    const finding = aFinding({ rule: 'unknown-return', value: 'CNI', file: FILE, line: 20 });
    const review = { ...state.result.review, findings: [finding] };
    expect(repairsOf({ state, review })).toEqual([]);
  });

  it('twice, not even after it was declined and more was pushed', () => {
    const state = withLine('  type: nvarhcar');
    const first = applied(state, ofKind(present(state), 'suggest'));
    const pushed = { ...first, pull: { ...first.pull, headCommit: 'f'.repeat(40) } };
    expect(ofKind(present(pushed), 'suggest')).toEqual([]);
  });

  it('for a finding without a line, or in a file that is not there', () => {
    expect(ofKind(present(withLine('  type: nvarhcar', { line: null })), 'suggest')).toEqual([]);
    expect(ofKind(present(withLine('  type: nvarhcar', { file: 'spec/objects/gone.yml' })), 'suggest')).toEqual([]);
    expect(ofKind(present(withLine('  type: nvarhcar', { line: 99 })), 'suggest')).toEqual([]);
  });

  it('in a file that is no YAML, or whose lines GitHub counts in another way', () => {
    const state = withLine('  type: nvarhcar');
    const csv = { ...state.head, files: filesOf({ [FILE]: 'a\rb\n  type: nvarhcar\n' }) };
    expect(ofKind(present({ ...state, head: csv }), 'suggest')).toEqual([]);
  });

  it.each([
    ['an invisible character', '  type: nvarhcar # \u202eabc'],
    ['an expression of GitHub Actions', '  type: nvarhcar # ${' + '{ secrets.X }}'],
    ['a comment of HTML', '  type: nvarhcar # <!-- spec-steward:suggestion 0123456789abcdef -->'],
  ])('where the line holds %s, which cannot be shown as it is', (_, line) => {
    expect(ofKind(present(withLine(line)), 'suggest')).toEqual([]);
  });

  it('for a second finding on the same line', () => {
    const state = withLine('  type: nvarhcar');
    const [finding = aFinding()] = state.result.review.findings;
    const review = aReview({ findings: [finding, { ...finding, itemRef: 'PERS002A' }] });
    expect(repairsOf({ state, review })).toHaveLength(1);
  });
});

describe('the number of suggestions', () => {
  const lines = Array.from({ length: 25 }, () => '  type: nvarhcar');
  const many = withLine(lines.join('\n'));
  const findings = lines.map((_, index) =>
    aFinding({ ...many.result.review.findings[0], line: index + 2, itemRef: `PERS${index}` }),
  );
  const state = { ...many, result: { ...many.result, review: { ...many.result.review, findings } } };

  it('is ten at most', () => {
    expect(ofKind(present(state), 'suggest')).toHaveLength(10);
  });

  it('is ten at most over all pushes', () => {
    const shown = applied(state, present(state));
    expect(ofKind(present(shown), 'suggest')).toEqual([]);
    const some = { ...state, suggestions: shown.suggestions.slice(0, 7) };
    expect(ofKind(present(some), 'suggest')).toHaveLength(3);
  });
});

describe('a hostile line', () => {
  it('with backticks does not end its block', () => {
    const [suggestion] = ofKind(present(withLine('  type: nvarhcar # ``` and ````')), 'suggest');
    expect(suggestion?.body).toMatch(/\n`````suggestion\n {2}type: nvarchar # ``` and ````\n`````$/);
    const html = markdownToHtml(suggestion?.body ?? '');
    expect(elementsOf(html).filter(({ name }) => name === 'pre')).toHaveLength(1);
  });

  it.each(HOSTILE.map((text) => [JSON.stringify(text), text]))('stays a line: %s', (_, text) => {
    const line = `  type: nvarhcar # ${text.replace(/[\r\n]/g, ' ')}`;
    const hostile = withLine(line, { message: text, object: text, itemRef: text });
    for (const { body } of ofKind(present(hostile), 'suggest')) {
      expectInert(body);
      expect(body.match(/<!--/g)).toHaveLength(1);
    }
  });
});
