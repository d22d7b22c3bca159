/** What is wrong with a mapping, where it stands, and what was expected. */
import type { Path, Spot } from '../../specification/model.js';

/** Thrown while neutral SQL is read; whoever plans a load turns it into a problem in its place. */
export class MappingFault extends Error implements Spot {
  readonly code: string;
  readonly file: string;
  readonly path: Path;
  readonly expected: string;

  constructor({ file, path }: Spot, said: { code: string; message: string; expected: string }) {
    super(said.message);
    this.code = said.code;
    this.file = file;
    this.path = path;
    this.expected = said.expected;
  }
}
