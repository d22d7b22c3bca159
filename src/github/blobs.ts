/** Contents of files by id: what is known costs nothing, the rest comes in as few requests as GitHub allows. */
import { StewardError } from '../errors.js';
import type { BlobCache } from './blob-cache.js';
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

/** More unknown blobs than this are fetched as one archive. */
const ARCHIVE_FROM = 101;

/** All files of one side together; the largest real specification has 3 MB. */
const READ_AT_MOST = 200_000_000;

/** What GitHub answers for an object that it does not have is null. */
type Texts = Readonly<Record<string, { readonly text?: string | null } | null>>;

/** Reads through the cache, many small texts at once and large blobs one by one. */
export function openBlobs({ at, read, query }: Connection, cache: BlobCache): Blobs {
  function known(wanted: readonly Wanted[]): Map<string, Uint8Array> {
    const pairs = wanted.map(({ oid }) => [oid, cache.get(oid)] as const);
    return new Map(pairs.flatMap(([oid, bytes]) => (bytes ? [[oid, bytes]] : [])));
  }

  /** Keeps the bytes as what they are; whether they are what was asked for shows in their id. */
  function keep(found: Map<string, Uint8Array>, bytes: Uint8Array): void {
    found.set(cache.add(bytes), bytes);
  }

  async function fetchBatch(found: Map<string, Uint8Array>, batch: readonly Wanted[]): Promise<void> {
    const fields = batch.map(({ oid }, index) => `b${index}: object(oid: ${JSON.stringify(oid)}) { ...content }`);
    const text = `query Blobs($owner: String!, $repo: String!) {
      repository(owner: $owner, name: $repo) { ${fields.join('\n')} }
    }
    fragment content on Blob { text }`;
    const { repository } = await query<{ repository: Texts }>(text, { ...at });
    for (const blob of Object.values(repository)) {
      if (typeof blob?.text === 'string') keep(found, Buffer.from(blob.text));
    }
  }

  async function fetchArchive(found: Map<string, Uint8Array>, commit: string, missing: readonly Wanted[]) {
    const sizes = new Set(missing.map(({ size }) => size));
    try {
      for await (const bytes of archivedFiles({ at, read }, commit, sizes)) keep(found, bytes);
    } catch {
      // The archive only saves requests: what it did not bring is asked for by id.
    }
  }

  async function fetchOne(found: Map<string, Uint8Array>, oid: string): Promise<void> {
    const route = 'GET /repos/{owner}/{repo}/git/blobs/{file_sha}';
    const { data } = await read(route, { ...at, file_sha: oid });
    keep(found, Buffer.from(data.content, data.encoding === 'base64' ? 'base64' : 'utf8'));
    if (!found.has(oid)) throw new Error(`GitHub gave other contents for the blob ${oid}`);
  }

  return {
    async read(commit, wanted) {
      refuseTooMuch(wanted);
      const found = known(wanted);
      const missing = () => unique(wanted).filter(({ oid }) => !found.has(oid));
      if (missing().length >= ARCHIVE_FROM) await fetchArchive(found, commit, missing());
      for (const batch of batches(missing())) {
        await fetchBatch(found, batch).catch((error: unknown) => {
          if (!(error instanceof RequestFailed)) throw error;
        });
      }
      for (const { oid } of missing()) await fetchOne(found, oid);
      return found;
    },
    async readSome(wanted, requests) {
      const found = known(wanted);
      const missing = unique(wanted).filter(({ oid }) => !found.has(oid));
      for (const batch of batches(missing).slice(0, requests)) await fetchBatch(found, batch);
      return found;
    },
  };
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
