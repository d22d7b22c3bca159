/** The flow as a whole: what holds for any two revisions, however they came about. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { apply } from '../src/apply.js';
import { planFor, type Reviewed } from '../src/record-proposal.js';
import { renderJson } from '../src/report/render-json.js';
import { renderMarkdown } from '../src/report/render-markdown.js';
import { type Files, fileOf, MemoryCopy, MemoryRepository, textOf } from './fakes/memory-repository.js';
import { reviewInMemory } from './fakes/memory-review.js';
import { standardFiles, standardText } from './fakes/standard-text.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const runs = { numRuns: 30 };

function review(base: Files, head: Files, changeRequest = 'pull request 12'): Promise<Reviewed> {
  const revisions = new Map([
    ['main', base],
    ['proposal', head],
  ]);
  const repository = new MemoryRepository({ revisions });
  return reviewInMemory({ repository, base: 'main', head: 'proposal', changeRequest });
}

/** The head with its records. */
async function recorded(base: Files, head: Files, changeRequest?: string): Promise<{ files: Files; given: string[] }> {
  const result = await review(base, head, changeRequest);
  const copy = new MemoryCopy(head);
  await apply(await planFor(result), copy);
  return { files: copy.files, given: [...result.assignment.identifiers.values()] };
}

test('the bundled standard is in step with its own records and SQL', async () => {
  const names = ['spec', 'sql'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8', withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length)),
  );
  const paths = [...names, 'CHANGELOG.md'];
  const files = new Map(paths.map((path) => [path, fileOf(path, new Uint8Array(readFileSync(join(ROOT, path))))]));
  const result = await review(files, files);
  expect(result.review).toMatchObject({ verdict: 'fine', changes: [], findings: [], standing: { error: 0 } });
  expect(result.review.counts).toEqual({ objects: 48, items: 359 });
  expect((await planFor(result)).actions.map(({ path }) => path)).toEqual([]);
});

test('a standard does not differ from itself', async () => {
  await fc.assert(
    fc.asyncProperty(standardText, async (standard) => {
      const { review: found } = await review(standardFiles(standard), standardFiles(standard));
      expect(found).toMatchObject({ verdict: 'fine', changes: [], groups: [], findings: [], resolved: [] });
    }),
    runs,
  );
});

test('line ends are no change', async () => {
  await fc.assert(
    fc.asyncProperty(standardText, async (standard) => {
      const { review: found } = await review(standardFiles(standard), standardFiles(standard, '\r\n'));
      expect(found.changes).toEqual([]);
    }),
    runs,
  );
});

test('what is recorded once is recorded: nothing is left to write, and every number stays', async () => {
  await fc.assert(
    fc.asyncProperty(standardText, standardText, async (before, after) => {
      const base = standardFiles(before);
      const { files, given } = await recorded(base, standardFiles(after));
      const again = await review(base, files);
      expect((await planFor(again)).actions).toEqual([]);
      expect([...again.assignment.identifiers.values()]).toEqual(given);
      expect(
        again.review.findings.filter(({ rule }) => /^(?:metadata|change-id|changelog|identifier)/.test(rule)),
      ).toEqual([]);
    }),
    runs,
  );
});

test('recording only adds lines to the files of the objects', async () => {
  await fc.assert(
    fc.asyncProperty(standardText, standardText, fc.constantFrom('\n', '\r\n'), async (before, after, lineEnd) => {
      const head = standardFiles(after, lineEnd);
      const { files } = await recorded(standardFiles(before), head);
      for (const [path, file] of head) expect(withoutBlocks(files.get(path) ?? file)).toBe(textOf(file));
    }),
    runs,
  );
});

/** The text without its metadata blocks, which stand at the end of their items. */
function withoutBlocks(file: Parameters<typeof textOf>[0]): string {
  return textOf(file).replace(/^ {4}metadata:\r?\n(?: {6}.*\r?\n)+/gm, '');
}

test('two proposals, one after the other, never share a number', async () => {
  await fc.assert(
    fc.asyncProperty(standardText, standardText, standardText, async (start, one, other) => {
      const first = await recorded(standardFiles(start), standardFiles(one), 'pull request 1');
      const log = new Map([...first.files].filter(([path]) => !path.startsWith('spec/objects/')));
      const second = await recorded(first.files, new Map([...log, ...standardFiles(other)]), 'pull request 2');
      expect(second.given.filter((id) => first.given.includes(id))).toEqual([]);
      expect(new Set(second.given).size).toBe(second.given.length);
    }),
    runs,
  );
});

test('the order in which a repository lists its files means nothing', async () => {
  await fc.assert(
    fc.asyncProperty(standardText, standardText, async (before, after) => {
      const reversed = (files: Files) => new Map([...files].reverse());
      const [base, head] = [standardFiles(before), standardFiles(after)];
      const [one, other] = [await review(base, head), await review(reversed(base), reversed(head))];
      expect(renderJson(other.review)).toBe(renderJson(one.review));
    }),
    runs,
  );
});

test('whatever stands in a file, there is a review of it', async () => {
  const rubbish = fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.string({
      unit: fc.constantFrom(
        '-',
        ' ',
        ':',
        '\n',
        '"',
        "'",
        '[',
        '{',
        '&a ',
        '*a',
        'nodes',
        'fields',
        '#',
        '|',
        '>',
        '%',
      ),
    }),
  );
  const path = fc.constantFrom(
    'spec/objects/ssd_a.yml',
    'spec/categories/sex.yml',
    'spec/ssd_change_log.csv',
    'spec/relationships.yml',
  );
  await fc.assert(
    fc.asyncProperty(standardText, path, rubbish, async (standard, place, content) => {
      const base = standardFiles(standard);
      const { review: found } = await review(base, new Map([...base, [place, fileOf(place, content)]]));
      expect(JSON.parse(renderJson(found)).verdict).toBe(found.verdict);
      expect(renderMarkdown(found, { limit: 65_536 }).length).toBeLessThanOrEqual(65_536);
    }),
    { numRuns: 150 },
  );
});
