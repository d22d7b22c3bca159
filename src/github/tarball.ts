/** The files of a repository's archive, for a cold start: one request instead of one a hundred files. */
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Connection } from './requests.js';

/** Unpacked, so that a small archive cannot fill the memory or the hour. */
const UNPACK_AT_MOST = 1_000_000_000;
const BLOCK = 512;

/** Types of a regular file: https://pubs.opengroup.org/onlinepubs/9699919799/utilities/pax.html, "ustar Interchange". */
const FILE_TYPES = new Set(['0', '\0']);

/**
 * The contents of the commit's files that have one of the sizes, in no promised order. Names are not read: who wants a
 * file knows its git id, and attributes of the repository may have changed names and contents.
 */
export async function* archivedFiles(
  { at, read }: Pick<Connection, 'at' | 'read'>,
  commit: string,
  sizes: ReadonlySet<number>,
): AsyncGenerator<Uint8Array> {
  const { data } = await read('GET /repos/{owner}/{repo}/tarball/{ref}', {
    ...at,
    ref: commit,
    request: { parseSuccessResponseBody: false },
  });
  const unpacked = Readable.fromWeb(data as Parameters<typeof Readable.fromWeb>[0]).pipe(createGunzip());
  yield* filesOf(takeFrom(unpacked), sizes);
}

async function* filesOf(take: Take, sizes: ReadonlySet<number>): AsyncGenerator<Uint8Array> {
  let unpacked = 0;
  for (;;) {
    const header = await take(BLOCK, true);
    const size = Number.parseInt(header.toString('latin1', 124, 136), 8);
    if (Number.isNaN(size)) return; // The end is marked by blocks of zeros.
    const padded = Math.ceil(size / BLOCK) * BLOCK;
    unpacked += BLOCK + padded;
    if (unpacked > UNPACK_AT_MOST) throw new Error('the archive is too large');
    const isWanted = FILE_TYPES.has(header.toString('latin1', 156, 157)) && sizes.has(size);
    const contents = await take(padded, isWanted);
    if (isWanted) yield contents.subarray(0, size);
  }
}

/** Takes so many bytes off a stream, and gives them or lets them go. */
type Take = (length: number, keep: boolean) => Promise<Buffer>;

function takeFrom(stream: AsyncIterable<Buffer>): Take {
  const chunks = stream[Symbol.asyncIterator]();
  let rest: Buffer = Buffer.alloc(0);
  return async (length, keep) => {
    const kept: Buffer[] = [];
    for (let missing = length; missing > 0; ) {
      if (rest.length === 0) {
        const { done, value } = await chunks.next();
        if (done) throw new Error('the archive ends too early');
        rest = value;
      }
      const part = rest.subarray(0, missing);
      if (keep) kept.push(part);
      missing -= part.length;
      rest = rest.subarray(part.length);
    }
    return Buffer.concat(kept);
  };
}
