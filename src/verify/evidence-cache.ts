/**
 * What engines answered before, in one file that may be deleted at any time. An answer is known by a hash over the
 * engine, its version and every text it was given, so one that is found still holds.
 */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Outcome } from '../proof.js';

/** An answer: `''` is said where the statement passed. That there was none is remembered too, but not in the file. */
export interface Answer {
  readonly outcome: Outcome;
  readonly said: string;
  /** Where a load was run twice: the tables that were others afterwards, by name. */
  readonly changed?: readonly string[];
}

/** Where answers are looked up and kept. */
export interface Answers {
  get(key: string): Answer | undefined;
  set(key: string, answer: Answer): void;
}

const FORMAT = 2;
/** Ten times the statements of all targets. */
const MOST = 20_000;

/** The answers of one file. */
export class EvidenceCache implements Answers {
  readonly #file: string;
  readonly #answers: Map<string, Answer>;
  #isChanged = false;

  private constructor(file: string, answers: Map<string, Answer>) {
    this.#file = file;
    this.#answers = answers;
  }

  /** Opens a file; one that is missing, broken or of another format is as good as empty. */
  static async open(file: string): Promise<EvidenceCache> {
    const text = await readFile(file, 'utf8').catch(() => '');
    return new EvidenceCache(file, answersIn(text));
  }

  get(key: string): Answer | undefined {
    return this.#answers.get(key);
  }

  set(key: string, answer: Answer): void {
    this.#answers.delete(key);
    this.#answers.set(key, answer);
    this.#isChanged = true;
  }

  /** Writes the file in one step, if there is anything new; a folder that cannot be written costs only time. */
  async save(): Promise<void> {
    if (!this.#isChanged) return;
    const given = [...this.#answers].filter(([, { outcome }]) => outcome !== 'not run here');
    const answers = Object.fromEntries(given.slice(-MOST));
    const text = `${JSON.stringify({ format: FORMAT, answers }, null, 1)}\n`;
    try {
      await mkdir(dirname(this.#file), { recursive: true });
      await writeFile(`${this.#file}.new`, text);
      await rename(`${this.#file}.new`, this.#file);
      this.#isChanged = false;
    } catch {
      return;
    }
  }
}

function answersIn(text: string): Map<string, Answer> {
  try {
    const { format, answers } = JSON.parse(text) as { format: unknown; answers: Record<string, unknown> };
    if (format !== FORMAT) return new Map();
    return new Map(Object.entries(answers).filter((entry): entry is [string, Answer] => isAnswer(...entry)));
  } catch {
    return new Map();
  }
}

function isAnswer(key: string, value: unknown): boolean {
  if (!/^[0-9a-f]{64}$/.test(key) || typeof value !== 'object' || value === null) return false;
  const { outcome, said, changed = [] } = value as Partial<Answer>;
  const isNamed = Array.isArray(changed) && changed.every((name) => typeof name === 'string');
  return (outcome === 'passed' || outcome === 'refused') && typeof said === 'string' && isNamed;
}
