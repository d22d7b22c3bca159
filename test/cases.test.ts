/**
 * Golden cases: one governed change from end to end, one folder a story, whose name tells it.
 *
 *   note.md            one line: the story, and why it matters
 *   base/              the files before it; cases without it begin with those of standard/
 *   head/              the files that the proposal adds or alters
 *   earlier/NN/        files before the base, newest first (only where the history matters)
 *   pull-request.json  {request, statements, removes} (only where they matter)
 *   odd-files.json     files of the head that no working copy can hold
 *   expected/          review.json, review.md; check.txt: what check, record, check say; records/: what record wrote
 *
 * `npm run accept` writes expected/ anew. Generated SQL stands in expected/ only where the base has SQL.
 */
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { apply } from '../src/apply.js';
import { checkText, recordText } from '../src/commands/records.js';
import { StewardError } from '../src/errors.js';
import { planFor, type Reviewed, recordFaults } from '../src/record-proposal.js';
import { plainPaint } from '../src/report/paint.js';
import { renderHtml } from '../src/report/render-html.js';
import { renderJson } from '../src/report/render-json.js';
import { renderMarkdown } from '../src/report/render-markdown.js';
import { renderText } from '../src/report/render-text.js';
import { CASES, caseNames, type GoldenCase, readCase, readExpected, writeExpected } from './fakes/golden-case.js';
import { type Files, MemoryCopy, MemoryRepository } from './fakes/memory-repository.js';
import { reviewInMemory } from './fakes/memory-review.js';
import { elementsOf } from './report/markup.js';

const accept = process.env.ACCEPT === '1';

const schema = JSON.parse(readFileSync(new URL('../schema/review.schema.json', import.meta.url), 'utf8'));
const isValid = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(schema);

function review({ base, earlier, request, statements }: GoldenCase, head: Files): Promise<Reviewed> {
  const revisions = new Map([
    ['main', base],
    ['proposal', head],
  ]);
  const repository = new MemoryRepository({ revisions, earlier, messages: statements });
  return reviewInMemory({ repository, base: 'main', head: 'proposal', changeRequest: request });
}

interface Recorded {
  readonly said: string;
  readonly copy: MemoryCopy;
}

/** What check, record and check say one after the other, and what is written. */
async function record(golden: GoldenCase, before: Reviewed): Promise<Recorded> {
  const copy = new MemoryCopy(golden.head);
  try {
    const plan = await planFor(before);
    const checked = checkText(before, recordFaults(before, plan));
    const recorded = recordText(before, await apply(plan, copy));
    const after = await review(golden, copy.files);
    const again = await planFor(after);
    expect(again.actions).toEqual([]);
    expect([...after.assignment.identifiers]).toEqual([...before.assignment.identifiers]);
    const proved = checkText(after, recordFaults(after, again));
    return { said: transcript(['check', checked], ['record', recorded], ['check', proved]), copy };
  } catch (error) {
    if (!(error instanceof StewardError)) throw error;
    expect(copy.written.size).toBe(0);
    return { said: transcript(['record', `steward: ${error.message}\n`]), copy };
  }
}

function transcript(...commands: readonly (readonly [command: string, said: string])[]): string {
  return commands.map(([command, said]) => `$ steward ${command}\n${said.trimEnd()}\n`).join('\n');
}

async function outputsOf(golden: GoldenCase, before: Reviewed): Promise<Record<string, string>> {
  const { said, copy } = await record(golden, before);
  const keepsSql = [...golden.head.keys()].some((path) => path.startsWith('sql/'));
  const records = [...copy.written].filter(([path]) => keepsSql || !path.startsWith('sql/'));
  return {
    'review.json': renderJson(before.review),
    'review.md': renderMarkdown(before.review, { limit: 65_536 }),
    'check.txt': said,
    ...Object.fromEntries(records.map(([path, text]) => [`records/${path}`, text])),
  };
}

describe.each(caseNames())('%s', (name) => {
  const golden = readCase(name);
  let before: Reviewed;
  beforeAll(async () => {
    before = await review(golden, golden.head);
  });

  test('says in one line what it is about', () => {
    expect(readFileSync(`${CASES}/${name}/note.md`, 'utf8')).toMatch(/^.{20,400}\n$/);
  });

  test('gives what is expected', async () => {
    const outputs = await outputsOf(golden, before);
    if (accept) writeExpected(name, outputs);
    expect(outputs).toEqual(readExpected(name));
  });

  test('keeps what the formats promise', () => {
    const document = JSON.parse(renderJson(before.review));
    isValid(document);
    expect(isValid.errors ?? []).toEqual([]);
    expect(elementsOf(renderHtml(before.review)).length).toBeGreaterThan(10);
    const lines = renderText(before.review, { paint: plainPaint, width: 100 });
    expect(lines).not.toMatch(/(?!\n)[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
  });

  test('gives each changed item an identifier of its own', () => {
    const given = [...before.assignment.identifiers.values()];
    expect(new Set(given).size).toBe(given.length);
    const logged = before.base.specification.changeLog?.entries.map(({ changeId }) => changeId) ?? [];
    expect(given.filter((id) => logged.includes(id))).toEqual([]);
  });
});
