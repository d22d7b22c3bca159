/**
 * Work in turn: one task of a repository at a time, and a task that is already waiting is not queued again. An event
 * that arrives while its task runs causes one more run.
 */

/** One thing to do for a repository. */
export interface Task {
  /** Tasks with one key are one task: `pull 12`. */
  readonly key: string;
  run(): Promise<void>;
}

/** The tasks of one repository, one at a time. */
export class RepositoryQueue {
  readonly #waiting = new Map<string, Task>();
  readonly #onError: (task: Task, error: unknown) => void;
  #running: Promise<void> | null = null;

  constructor(onError: (task: Task, error: unknown) => void) {
    this.#onError = onError;
  }

  /** The newest of several waiting tasks with one key is run. */
  add(task: Task): void {
    this.#waiting.set(task.key, task);
    this.#running ??= Promise.resolve().then(() => this.#drain());
  }

  /** Resolves when nothing waits and nothing runs. */
  async idle(): Promise<void> {
    while (this.#running) await this.#running;
  }

  async #drain(): Promise<void> {
    for (let task = this.#next(); task; task = this.#next()) {
      await task.run().catch((error: unknown) => this.#onError(task as Task, error));
    }
    this.#running = null;
  }

  #next(): Task | undefined {
    const [first] = this.#waiting.values();
    if (first) this.#waiting.delete(first.key);
    return first;
  }
}
