/** Contents of files by git's id, shared by all repositories and reviews of a process. */
import { createHash } from 'node:crypto';
import { BoundedMap } from './bounded-map.js';

const DEFAULT_LIMIT = 256_000_000;

/** What Git keeps beside the bytes costs memory too: an empty blob is not free. */
const OVERHEAD = 200;

/**
 * Bounded by bytes; what was used longest ago goes first. A blob is kept under the id that its own bytes have, so no
 * answer, archive or attribute can put other contents under an id.
 */
export class BlobCache {
  readonly #blobs: BoundedMap<Uint8Array>;

  constructor(limit: number = DEFAULT_LIMIT) {
    this.#blobs = new BoundedMap(limit, (bytes) => bytes.length + OVERHEAD);
  }

  get(oid: string): Uint8Array | undefined {
    return this.#blobs.get(oid);
  }

  /** Keeps the bytes and gives their id. */
  add(bytes: Uint8Array): string {
    const oid = blobId(bytes);
    this.#blobs.set(oid, bytes);
    return oid;
  }
}

/** Git's id of a blob; GitHub's repositories have SHA-1 ids. */
export function blobId(bytes: Uint8Array): string {
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}
