import { StewardError } from '../errors.js';

/** A file of one revision. `oid` is git's blob id, `''` in a working tree: equal non-empty ids are equal contents. */
export interface SourceFile {
  readonly path: string;
  readonly oid: string;
  readonly bytes: Uint8Array;
  /** Size in bytes where it is known before the file is read; `bytes` is empty for a file too large to read. */
  readonly size?: number;
  /** What git says stands at the path; anything but a file is refused. */
  readonly kind?: 'file' | 'symbolic link' | 'submodule';
}

/** The text of a file, or why there is none. */
export type Decoded =
  | { readonly text: string; readonly problem: null }
  | {
      readonly text: null;
      readonly problem: { readonly code: string; readonly message: string; readonly expected: string };
    };

/** Larger files are refused: the largest real one has 0.7 MB. */
const MAX_BYTES = 4_000_000;

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Strict UTF-8, a byte order mark kept as the first character so that offsets stay true; anything but a file is refused. */
export function decode(file: SourceFile): Decoded {
  if (file.kind && file.kind !== 'file') {
    const message = `there is a ${file.kind} where a file is expected`;
    return { text: null, problem: { code: 'not-a-file', message, expected: 'a file' } };
  }
  const size = file.size ?? file.bytes.length;
  if (size > MAX_BYTES) {
    const message = `the file has ${size} bytes`;
    return { text: null, problem: { code: 'file-too-large', message, expected: `at most ${MAX_BYTES} bytes` } };
  }
  try {
    return { text: UTF8.decode(file.bytes), problem: null };
  } catch {
    const message = 'the file is not UTF-8';
    return { text: null, problem: { code: 'not-utf8', message, expected: 'the file saved as UTF-8' } };
  }
}

/** The text of a file that nothing can go on without; throws what `decode` finds wrong. */
export function textOf(file: SourceFile): string {
  const { text, problem } = decode(file);
  if (problem === null) return text;
  const { code, message, expected } = problem;
  throw new StewardError({ code, place: file.path, found: message, expected });
}
