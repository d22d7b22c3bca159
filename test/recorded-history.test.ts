/** Every recorded change of the real specification, end to end: reviewed, shown in every format, recorded, proved. */
import { readdirSync } from 'node:fs';
import { apply } from '../src/apply.js';
import { planFor, type Reviewed, recordFaults } from '../src/record-proposal.js';
import { plainPaint } from '../src/report/paint.js';
import { renderHtml } from '../src/report/render-html.js';
import { renderJson } from '../src/report/render-json.js';
import { renderMarkdown } from '../src/report/render-markdown.js';
import { renderText } from '../src/report/render-text.js';
import type { Memo } from '../src/specification/read-specification.js';
import { type Files, fileOf, MemoryCopy, MemoryRepository } from './fakes/memory-repository.js';
import { reviewInMemory } from './fakes/memory-review.js';
import { recordedVersion, versionNumbers } from './fakes/recorded.js';
import { describeWithShared, shared } from './fakes/shared.js';
import { elementsOf } from './report/markup.js';

/** GitHub's limit of a comment. */
const COMMENT_LIMIT = 65_536;

describeWithShared('recorded history', () => {
  const pairs = readdirSync(shared('upstream', 'truth')).flatMap((name) => /(\d\d)-(\d\d)/.exec(name)?.[0] ?? []);
  const files = (number: string): Files =>
    new Map([...recordedVersion(number).files].map(([path, { bytes }]) => [path, fileOf(path, bytes)]));
  const versions = new Map(versionNumbers().map((number) => [number, files(number)]));
  const filesOf = (number: string) => versions.get(number) ?? new Map();

  const memo: Memo = new Map();

  const review = (base: string, head: Files) => {
    const earlier = versionNumbers().filter((number) => number < base);
    const revisions = new Map([
      ['main', filesOf(base)],
      ['proposal', head],
    ]);
    const repository = new MemoryRepository({ revisions, earlier: earlier.reverse().map(filesOf) });
    return reviewInMemory({ repository, base: 'main', head: 'proposal', changeRequest: 'pull request 12', memo });
  };

  /** What recording must not alter: every change but the edits of blocks that it writes anew. */
  const told = ({ review: { changes } }: Reviewed) =>
    changes
      .filter(({ kind }) => kind !== 'item-metadata-changed')
      .map(({ fingerprint, changeId }) => [fingerprint, changeId]);

  test('there are sixteen of them', () => {
    expect(pairs).toHaveLength(16);
  });

  describe.each(pairs)('%s', (pair) => {
    const [base = '', head = ''] = pair.split('-');
    let before: Reviewed;
    beforeAll(async () => {
      before = await review(base, filesOf(head));
    });

    test('can be read in every format', () => {
      const document = JSON.parse(renderJson(before.review));
      expect(document.changes.length + document.spreadsheetChanges.length).toBe(before.review.changes.length);
      const comment = renderMarkdown(before.review, { limit: COMMENT_LIMIT });
      expect(comment.length).toBeLessThanOrEqual(COMMENT_LIMIT);
      expect(comment).toMatch(/^\*\*[✔?✘] /u);
      expect(elementsOf(renderHtml(before.review)).length).toBeGreaterThan(10);
      const text = renderText(before.review, { paint: plainPaint, width: 100 });
      expect(text.split('\n')[0]).toMatch(/^. \S/);
    });

    test('is recorded once, and the records agree', async () => {
      if (before.head.specification.problems.some(({ severity }) => severity === 'error')) {
        await expect(planFor(before)).rejects.toThrow('nothing was written');
        return;
      }
      const copy = new MemoryCopy(filesOf(head));
      const written = await apply(await planFor(before), copy);
      expect(written.length).toBeGreaterThan(0);
      const after = await review(base, copy.files);
      const again = await planFor(after);
      expect(recordFaults(after, again)).toEqual([]);
      expect(after.assignment.identifiers).toEqual(before.assignment.identifiers);
      expect(told(after)).toEqual(told(before));
    });
  });
});
