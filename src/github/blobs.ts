/** Contents of files by id: what is known costs nothing, the rest comes in as few requests as GitHub allows. */
import { StewardError } from '../errors.js';
import { fetchBlob, fetchTexts } from './fetch-blobs.js';
import type { ObjectCache } from './object-cache.js';
import { RequestFailed } from './request-failed.js';
import type { Connection } from './requests.js';
import { archivedFiles } from './tarball.js';

/** A blob with its size, by which the way of reading is chosen. */
export interface Wanted {
  readonly oid: string;
  readonly size: number;
}

/** The contents of files. */
export interface Blobs {
  /** The contents of the blobs, all of which the commit has. Throws `too-much-to-read`. */
  read(commit: string, wanted: readonly Wanted[]): Promise<ReadonlyMap<string, Uint8Array>>;
  /** What at most so many requests for texts bring; a blob that is large or no text is left out. */
  readSome(wanted: readonly Wanted[], requests: number): Promise<ReadonlyMap<string, Uint8Array>>;
}

/** GraphQL cuts the text of a blob after 512,000 bytes and says `isTruncated`. */
const TEXT_AT_MOST = 500_000;
const BATCH_COUNT = 100;
const BATCH_BYTES = 5_000_000;

/** From so many unknown blobs on, they are fetched as one archive. */
const ARCHIVE_FROM = 101;

/** All files of one side together; the largest real specification has 3 MB. */
const READ_AT_MOST = 200_000_000;

/** Reads through the cache, many small texts at once and large blobs one by one. */
export function openBlobs(connection: Connection, cache: ObjectCache): Blobs {
  function known(wanted: readonly Wanted[]): Map<string, Uint8Array> {
    const pairs = wanted.map(({ oid }) => [oid, cache.blob(oid)] as const);
    return new Map(pairs.flatMap(([oid, bytes]) => (bytes ? [[oid, bytes]] : [])));
  }

  /** Keeps the bytes as what they are; whether they are what was asked for shows in their id. */
  function keep(found: Map<string, Uint8Array>, bytes: Uint8Array): void {
    found.set(cache.addBlob(bytes), bytes);
  }

  async function addBatch(found: Map<string, Uint8Array>, batch: readonly Wanted[]): Promise<void> {
    const oids = batch.map(({ oid }) => oid);
    for (const bytes of await fetchTexts(connection, oids)) keep(found, bytes);
  }

  async function addArchive(found: Map<string, Uint8Array>, commit: string, missing: readonly Wanted[]): Promise<void> {
    const sizes = new Set(missing.map(({ size }) => size));
    try {
      for await (const bytes of archivedFiles(connection, commit, sizes)) keep(found, bytes);
    } catch {
      // The archive only saves requests: what it did not bring is asked for by id.
    }
  }

  return {
    async read(commit, wanted) {
      refuseTooMuch(wanted);
      const found = known(wanted);
      const missing = () => unique(wanted).filter(({ oid }) => !found.has(oid));
      if (missing().length >= ARCHIVE_FROM) await addArchive(found, commit, missing());
      for (const batch of batches(missing())) await addBatch(found, batch).catch(ignoreRefusal);
      for (const { oid } of missing()) {
        keep(found, await fetchBlob(connection, oid));
        if (!found.has(oid)) throw new Error(`GitHub gave other contents for the blob ${oid}`);
      }
      return found;
    },
    async readSome(wanted, requests) {
      const found = known(wanted);
      const missing = unique(wanted).filter(({ oid }) => !found.has(oid));
      for (const batch of batches(missing).slice(0, requests)) await addBatch(found, batch);
      return found;
    },
  };
}

/** Texts that GraphQL does not give are asked for one by one. */
function ignoreRefusal(error: unknown): void {
  if (!(error instanceof RequestFailed)) throw error;
}

function unique(wanted: readonly Wanted[]): Wanted[] {
  return [...new Map(wanted.map((one) => [one.oid, one])).values()];
}

/** Texts only, at most a hundred a batch, and not more bytes than one answer should have. */
function batches(wanted: readonly Wanted[]): Wanted[][] {
  const all: Wanted[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const one of wanted.filter(({ size }) => size <= TEXT_AT_MOST)) {
    bytes += one.size;
    const last = all.at(-1);
    if (last && last.length < BATCH_COUNT && bytes <= BATCH_BYTES) last.push(one);
    else {
      all.push([one]);
      bytes = one.size;
    }
  }
  return all;
}

function refuseTooMuch(wanted: readonly Wanted[]): void {
  const bytes = wanted.reduce((sum, { size }) => sum + size, 0);
  if (bytes <= READ_AT_MOST) return;
  throw new StewardError({
    code: 'too-much-to-read',
    place: '',
    found: `the files of the specification have ${bytes} bytes together`,
    expected: `at most ${READ_AT_MOST} bytes`,
  });
}
