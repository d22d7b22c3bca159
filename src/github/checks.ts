/** Check runs: the newest of each name is read, a new one is made where something differs. */
import type { CheckRun } from '../forge.js';
import type { PutCheck } from '../plan.js';
import { BoundedMap } from './bounded-map.js';
import { makeRun } from './check-run.js';
import { allPages, type Connection, PAGE_SIZE } from './requests.js';
import { checkLength } from './text-limits.js';

const KEEP_AT_MOST = 5_000;

/** Our check runs. */
export interface Checks {
  /**
   * The newest run of each name that our App made on the commit. One that was never completed has the digest `''`:
   * whoever made it was interrupted, and it has to be made again.
   */
  list(commit: string): Promise<readonly CheckRun[]>;
  /** Leaves a run with the same digest alone; makes a new one otherwise, because annotations can only be added. */
  put(action: PutCheck): Promise<void>;
}

/** The check runs of one repository. */
export function openChecks(connection: Connection): Checks {
  const known = new BoundedMap<readonly CheckRun[]>(KEEP_AT_MOST, (runs) => runs.length + 1);

  async function list(commit: string): Promise<readonly CheckRun[]> {
    const newest = new Map<string, Run>();
    for (const run of await readRuns(connection, commit)) {
      if ((newest.get(run.name)?.id ?? 0) < run.id) newest.set(run.name, run);
    }
    const runs = [...newest.values()].map(({ id, name, conclusion, digest, isCompleted }) => {
      return { id, name, conclusion, digest: isCompleted ? digest : '' };
    });
    known.set(commit, runs);
    return runs;
  }

  return {
    list,
    async put(action) {
      checkLengths(action);
      const { commit, name, conclusion, digest } = action;
      const runs = known.get(commit) ?? (await list(commit));
      if (runs.some((run) => run.name === name && run.digest === digest)) return;
      known.delete(commit); // What is made may be left unfinished.
      const newest = Math.max(0, ...runs.map(({ id }) => id));
      const id = await makeRun(connection, action, async () => {
        const made = await readRuns(connection, commit);
        return made.find((run) => run.id > newest && run.name === name && run.digest === digest)?.id ?? null;
      });
      known.set(commit, [...runs.filter((run) => run.name !== name), { id, name, conclusion, digest }]);
    },
  };
}

interface Run extends CheckRun {
  readonly isCompleted: boolean;
}

/** All runs that our App made on the commit: those of others cannot be taken for ours. */
async function readRuns({ at, botLogin, read }: Connection, commit: string): Promise<Run[]> {
  const route = 'GET /repos/{owner}/{repo}/commits/{ref}/check-runs';
  const options = { ...at, ref: commit, filter: 'all' as const, per_page: PAGE_SIZE };
  const runs: Run[] = [];
  for await (const run of allPages(
    (page) => read(route, { ...options, page }),
    ({ data }) => data.check_runs,
  )) {
    const { id, name, status, conclusion, external_id: digest } = run;
    if (`${run.app?.slug}[bot]` !== botLogin) continue;
    runs.push({ id: Number(id), name, conclusion, digest: digest ?? '', isCompleted: status === 'completed' });
  }
  return runs;
}

function checkLengths({ summary, text, annotations, buttons }: PutCheck): void {
  checkLength('check summary', summary);
  checkLength('check text', text);
  for (const { title, message } of annotations) {
    checkLength('annotation title', title);
    checkLength('annotation message', message);
  }
  for (const { label, description, identifier } of buttons) {
    checkLength('button label', label);
    checkLength('button description', description);
    checkLength('button identifier', identifier);
  }
}
