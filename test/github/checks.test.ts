import type { Annotation, PutCheck } from '../../src/plan.js';
import { openPull, REPO, type Stage, setStage, takeRequests } from './stage.js';

const NAME = 'spec-steward/specification';
const RUNS = /check-runs$/;
const RUN = /check-runs\/\d+$/;

let stage: Stage;
let commit: string;
beforeEach(async () => {
  stage = await setStage();
  await openPull(stage, { files: { 'a.yml': 'a: 1\n' } });
  commit = await stage.twin.head(REPO, 'proposal');
  stage.forge.takeCounts();
  stage.twin.requests.clear();
});
afterEach(() => stage.strike());

function wish(digest: string, count = 0): PutCheck {
  const annotations = Array.from({ length: count }, (_, index): Annotation => {
    return { path: 'a.yml', line: 1, level: 'failure', title: `finding ${index}`, message: `message ${index}` };
  });
  return {
    kind: 'put-check',
    commit,
    name: NAME,
    conclusion: 'failure',
    title: `Title ${digest}`,
    summary: 'Summary',
    text: 'Text',
    annotations,
    buttons: [{ label: 'Write records', description: 'Writes the records again', identifier: 'write-records' }],
    digest,
  };
}

/** Runs on the commit, oldest first: status, conclusion, digest and how many annotations each has. */
function runs() {
  return stage.twin.world.checks.map(({ status, conclusion, externalId, annotations }) => {
    return `${status} ${conclusion} ${externalId} ${annotations.length}`;
  });
}

const titles = () => stage.twin.world.checks.at(-1)?.annotations.map(({ title }) => title);
const allTitles = (count: number) => Array.from({ length: count }, (_, index) => `finding ${index}`);

describe('a check run', () => {
  test('is made by one request, completed, with all that it says', async () => {
    await stage.forge.act(wish('d1', 2));
    expect(takeRequests(stage.twin)).toEqual([`GET commits/${commit}/check-runs`, 'POST check-runs']);
    expect(stage.twin.world.checks).toMatchObject([
      {
        name: NAME,
        status: 'completed',
        conclusion: 'failure',
        externalId: 'd1',
        output: { title: 'Title d1', summary: 'Summary', text: 'Text' },
        actions: [{ label: 'Write records', identifier: 'write-records', description: 'Writes the records again' }],
        annotations: [
          { path: 'a.yml', start_line: 1, end_line: 1, annotation_level: 'failure', title: 'finding 0' },
          { message: 'message 1' },
        ],
      },
    ]);
  });

  test('is left alone when its digest is the same', async () => {
    await stage.forge.act(wish('d1'));
    await stage.forge.act(wish('d1'));
    const other = stage.openForge();
    await other.act(wish('d1'));
    expect(runs()).toEqual(['completed failure d1 0']);
  });

  test('is followed by a new one when something differs, and the newest counts', async () => {
    await stage.forge.act(wish('d1', 1));
    await stage.forge.act({ ...wish('d2'), conclusion: 'success' });
    expect(runs()).toEqual(['completed failure d1 1', 'completed success d2 0']);
    await expect(stage.forge.checkRuns(commit)).resolves.toEqual([
      { id: stage.twin.world.checks[1]?.id, name: NAME, conclusion: 'success', digest: 'd2' },
    ]);
  });

  test('costs no reading when the runs of the commit were just read', async () => {
    await stage.forge.checkRuns(commit);
    stage.forge.takeCounts();
    await stage.forge.act(wish('d1'));
    expect(stage.forge.takeCounts()).toEqual({ reads: 0, writes: 1 });
  });

  test('is one of each name', async () => {
    await stage.forge.act(wish('d1'));
    await stage.forge.act({ ...wish('d1'), name: 'spec-steward/records' });
    await expect(stage.forge.checkRuns(commit)).resolves.toHaveLength(2);
    expect(runs()).toHaveLength(2);
  });

  test('of another App is not ours, whatever its name', async () => {
    await stage.twin.foreignCheck(REPO, { app: 'rogue', sha: commit, check: NAME, conclusion: 'success' });
    await expect(stage.forge.checkRuns(commit)).resolves.toEqual([]);
    await stage.forge.act(wish('d1'));
    await expect(stage.forge.checkRuns(commit)).resolves.toMatchObject([{ conclusion: 'failure', digest: 'd1' }]);
  });

  test('is found among those of other Apps on all pages', async () => {
    await stage.forge.act(wish('d1'));
    for (let count = 0; count < 120; count++) {
      await stage.twin.foreignCheck(REPO, { app: 'busy', sha: commit, check: `job ${count}`, conclusion: 'success' });
    }
    await expect(stage.forge.checkRuns(commit)).resolves.toMatchObject([{ digest: 'd1' }]);
  });
});

describe('annotations', () => {
  test.each([
    [50, 1],
    [51, 2],
    [378, 8],
  ])('%d take %d requests, in order', async (count, requests) => {
    await stage.forge.act(wish('d1', count));
    expect(takeRequests(stage.twin).filter((request) => !request.startsWith('GET'))).toHaveLength(requests);
    expect(titles()).toEqual(allTitles(count));
    expect(runs()).toEqual([`completed failure d1 ${count}`]);
  });

  test('are complete when the run is: until then it has no conclusion and no digest', async () => {
    stage.twin.faults.add({ method: 'PATCH', path: RUN, skip: 1, times: 2, disconnect: true });
    await expect(stage.forge.act(wish('d1', 130))).rejects.toThrow();
    expect(runs()).toEqual(['in_progress null d1 100']);
    await expect(stage.forge.checkRuns(commit)).resolves.toMatchObject([{ conclusion: null, digest: '' }]);
  });

  test('are not doubled by another instance after a crash: it makes a run of its own', async () => {
    stage.twin.faults.add({ method: 'PATCH', path: RUN, times: 2, disconnect: true });
    await expect(stage.forge.act(wish('d1', 130))).rejects.toThrow();
    const other = stage.openForge();
    await other.act(wish('d1', 130));
    expect(runs()).toEqual(['in_progress null d1 50', 'completed failure d1 130']);
    await expect(other.checkRuns(commit)).resolves.toMatchObject([{ conclusion: 'failure', digest: 'd1' }]);
  });

  test.each([
    ['making', 'POST', RUNS, 0],
    ['the second batch', 'PATCH', RUN, 0],
    ['the last batch', 'PATCH', RUN, 1],
  ])('are not doubled when the answer to %s was lost', async (_, method, path, skip) => {
    stage.twin.faults.add({ method, path, skip, status: 502, effect: 'done' });
    await stage.forge.act(wish('d1', 130));
    expect(runs()).toEqual(['completed failure d1 130']);
    expect(titles()).toEqual(allTitles(130));
  });

  test.each([
    ['making', 'POST', RUNS, 0],
    ['the second batch', 'PATCH', RUN, 0],
    ['the last batch', 'PATCH', RUN, 1],
  ])('are sent again when %s had no effect', async (_, method, path, skip) => {
    stage.twin.faults.add({ method, path, skip, status: 502 });
    await stage.forge.act(wish('d1', 130));
    expect(runs()).toEqual(['completed failure d1 130']);
    expect(titles()).toEqual(allTitles(130));
  });

  test('of an interrupted run are not taken for those of the run whose answer was lost', async () => {
    stage.twin.faults.add({ method: 'PATCH', path: RUN, skip: 1, times: 2, disconnect: true });
    await expect(stage.forge.act(wish('d1', 130))).rejects.toThrow();
    stage.twin.faults.add({ method: 'POST', path: RUNS, status: 502 });
    await stage.forge.act(wish('d1', 130));
    expect(runs()).toEqual(['in_progress null d1 100', 'completed failure d1 130']);
  });
});

describe('texts of a check', () => {
  const long = (length: number) => 'x'.repeat(length);
  const annotated = (change: Partial<Annotation>): Partial<PutCheck> => {
    return { annotations: [{ path: 'a.yml', line: 1, level: 'notice', title: 't', message: 'm', ...change }] };
  };
  const button = { label: 'l', description: 'd', identifier: 'i' };

  test.each<[string, number, (length: number) => Partial<PutCheck>]>([
    ['check summary', 65_535, (length) => ({ summary: long(length) })],
    ['check text', 65_535, (length) => ({ text: long(length) })],
    ['annotation title', 255, (length) => annotated({ title: long(length) })],
    ['annotation message', 65_536, (length) => annotated({ message: long(length) })],
    ['button label', 20, (length) => ({ buttons: [{ ...button, label: long(length) }] })],
    ['button description', 40, (length) => ({ buttons: [{ ...button, description: long(length) }] })],
    ['button identifier', 20, (length) => ({ buttons: [{ ...button, identifier: long(length) }] })],
  ])('%s: at most %d, more is not sent', async (what, limit, change) => {
    const unit = limit === 65_535 ? 'bytes' : 'characters';
    await expect(stage.forge.act({ ...wish('d1'), ...change(limit + 1) })).rejects.toMatchObject({
      detail: { code: 'too-large', found: `a ${what} of ${limit + 1} ${unit}`, expected: `at most ${limit}` },
    });
    expect(stage.forge.takeCounts()).toEqual({ reads: 0, writes: 0 });
    await stage.forge.act({ ...wish('d1'), ...change(limit) });
    expect(runs()).toHaveLength(1);
  });

  test('are left out where empty', async () => {
    await stage.forge.act({ ...wish('d1'), text: '', buttons: [] });
    expect(stage.twin.world.checks[0]?.output.text).toBeNull();
  });
});
