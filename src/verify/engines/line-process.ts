/** A process that answers lines with lines: what several engines are, each with its own words. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { engineFailed } from '../refused.js';

/** The command, and what people call what it runs. */
export interface LineCommand {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
}

interface Question {
  /** Whether the answer ends with this line. */
  readonly isLast: (line: string) => boolean;
  readonly lines: string[];
  readonly resolve: (answer: string) => void;
  readonly reject: (error: Error) => void;
}

/** One running process; answers come in the order of the questions. */
export class LineProcess {
  readonly #name: string;
  readonly #process: ChildProcessWithoutNullStreams;
  readonly #waiting: Question[] = [];
  #said = '';
  #isOver = false;

  constructor({ name, command, args, env = process.env }: LineCommand) {
    this.#name = name;
    this.#process = spawn(command, args, { stdio: 'pipe', env });
    this.#process.stderr.setEncoding('utf8').on('data', (text: string) => {
      this.#said = `${this.#said}${text}`.slice(-2_000);
    });
    this.#process.stdin.on('error', () => this.#end());
    this.#process.on('error', (error) => {
      this.#said = error.message;
      this.#end();
    });
    createInterface({ input: this.#process.stdout })
      .on('line', (line) => this.#hear(line))
      .on('close', () => this.#end());
  }

  /** Sends lines, gives those that answer them; throws `engine-failed` where the process has ended. */
  ask(lines: string, isLast: (line: string) => boolean = () => true): Promise<string> {
    return new Promise((resolve, reject) => {
      if (this.#isOver) {
        reject(engineFailed(this.#name, this.#said || 'it has ended'));
        return;
      }
      this.#waiting.push({ isLast, lines: [], resolve, reject });
      this.#process.stdin.write(`${lines}\n`);
    });
  }

  /** Ends the input and waits until the process is gone. */
  async end(): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return;
    const over = new Promise<void>((resolve) => this.#process.once('close', () => resolve()));
    this.#process.stdin.end();
    await over;
  }

  #hear(line: string): void {
    const [question] = this.#waiting;
    if (question === undefined) return;
    question.lines.push(line);
    if (!question.isLast(line)) return;
    this.#waiting.shift();
    question.resolve(question.lines.join('\n'));
  }

  #end(): void {
    this.#isOver = true;
    for (const { reject } of this.#waiting.splice(0)) reject(engineFailed(this.#name, this.#said || 'it has ended'));
  }
}
