/** One check run, written in as many requests as its annotations need, one after another. */
import type { Annotation, PutCheck } from '../plan.js';
import { type Connection, once } from './requests.js';

/** A request takes at most this many, and an update appends: https://docs.github.com/rest/checks/runs */
const ANNOTATIONS_A_REQUEST = 50;

/**
 * Makes the run and gives its id. It is completed by the request that brings its last annotation, so that a run which
 * is completed has all of them. `findMade` looks for the run where the answer to its making was lost.
 */
export async function makeRun(
  connection: Connection,
  action: PutCheck,
  findMade: () => Promise<number | null>,
): Promise<number> {
  const [first = [], ...rest] = batches(action.annotations);
  const { at, writeOnce } = connection;
  const { commit, name, digest } = action;
  const made = { ...at, head_sha: commit, name, external_id: digest, ...partOf(action, first, rest.length === 0) };
  const create = async () => Number((await writeOnce('POST /repos/{owner}/{repo}/check-runs', made)).data.id);
  const id = await once(create, findMade);
  let sent = first.length;
  for (const [index, batch] of rest.entries()) {
    sent += batch.length;
    await append(connection, { id, sent, part: partOf(action, batch, index === rest.length - 1) });
  }
  return id;
}

/** `sent` is how many annotations the run then has: what tells whether a lost answer was to a request that worked. */
async function append(
  { at, read, writeOnce }: Connection,
  { id, sent, part }: { id: number; sent: number; part: ReturnType<typeof partOf> },
): Promise<void> {
  const run = { ...at, check_run_id: id };
  const send = async () =>
    !!(await writeOnce('PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}', { ...run, ...part }));
  await once(send, async () => {
    const { data } = await read('GET /repos/{owner}/{repo}/check-runs/{check_run_id}', run);
    return data.output.annotations_count === sent ? true : null;
  });
}

function partOf(
  { conclusion, title, summary, text, buttons }: PutCheck,
  batch: readonly Annotation[],
  isLast: boolean,
) {
  const output = { title, summary, ...(text === '' ? {} : { text }), annotations: batch.map(annotationOf) };
  if (!isLast) return { status: 'in_progress' as const, output };
  return { status: 'completed' as const, conclusion, output, actions: buttons.map((button) => ({ ...button })) };
}

function annotationOf({ path, line, level, title, message }: Annotation) {
  return { path, start_line: line, end_line: line, annotation_level: level, title, message };
}

function batches(annotations: readonly Annotation[]): Annotation[][] {
  const count = Math.ceil(annotations.length / ANNOTATIONS_A_REQUEST);
  return Array.from({ length: count }, (_, index) =>
    annotations.slice(index * ANNOTATIONS_A_REQUEST, (index + 1) * ANNOTATIONS_A_REQUEST),
  );
}
