/** One task of a repository at a time; what waits already is not queued again, what arrives during a run runs once more. */
import { RepositoryQueue, type Task } from '../../src/app/queue.js';

/** A queue, what was begun and ended in it, and tasks that end when they are told to. */
function observed() {
  const said: string[] = [];
  const ends = new Map<string, (error?: Error) => void>();
  const queue = new RepositoryQueue(({ key }, error) => void said.push(`${key} failed: ${error}`));
  const task = (key: string, name = key): Task => ({
    key,
    run: async () => {
      said.push(`${name} begins`);
      await new Promise<void>((resolve, reject) => ends.set(name, (error) => (error ? reject(error) : resolve())));
      said.push(`${name} ends`);
    },
  });
  const end = async (name: string, error?: Error) => {
    ends.get(name)?.(error);
    await turns();
  };
  return { queue, said, task, end };
}

/** Lets everything that is due happen. */
async function turns(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((next) => setImmediate(next));
}

test('tasks run one after the other, in the order in which they came', async () => {
  const { queue, said, task, end } = observed();
  for (const key of ['one', 'two']) queue.add(task(key));
  await turns();
  expect(said).toEqual(['one begins']);
  await end('one');
  await end('two');
  await queue.idle();
  expect(said).toEqual(['one begins', 'one ends', 'two begins', 'two ends']);
});

test('a task that waits already is not queued again, and the newest of them is the one that runs', async () => {
  const { queue, said, task, end } = observed();
  queue.add(task('busy'));
  await turns();
  for (const name of ['first', 'second', 'third']) queue.add(task('pull 1', name));
  await end('busy');
  await end('third');
  await queue.idle();
  expect(said).toEqual(['busy begins', 'busy ends', 'third begins', 'third ends']);
});

test('however many events arrive during a run, they cause one more', async () => {
  const { queue, said, task, end } = observed();
  queue.add(task('pull 1', 'run'));
  await turns();
  for (let event = 0; event < 10; event += 1) queue.add(task('pull 1', 'again'));
  await end('run');
  await end('again');
  await queue.idle();
  expect(said).toEqual(['run begins', 'run ends', 'again begins', 'again ends']);
});

test('one that fails is told, and the others go on', async () => {
  const { queue, said, task, end } = observed();
  for (const key of ['one', 'two']) queue.add(task(key));
  await turns();
  await end('one', new Error('no'));
  await end('two');
  await queue.idle();
  expect(said).toEqual(['one begins', 'one failed: Error: no', 'two begins', 'two ends']);
});
