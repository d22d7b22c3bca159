/** Git's objects by their ids, shared by all repositories and reviews of a process. */
import { createHash } from 'node:crypto';
import { BoundedMap } from './bounded-map.js';

const MOST_BYTES = 256_000_000;

/** What is kept beside the bytes costs memory too: an empty blob is not free. */
const OVERHEAD = 200;

/** A recursive list of GitHub's has at most 100,000. */
const MOST_ENTRIES = 300_000;

/** One line of a tree, as GitHub lists it. */
export interface RawEntry {
  readonly path: string;
  readonly mode?: string;
  readonly sha?: string | null;
  readonly size?: number;
}

/** A tree, or of one that GitHub cut only that it did. */
export interface RawTree {
  readonly entries: readonly RawEntry[];
  readonly truncated: boolean;
}

/** Objects never change, so they are kept until others need the room; what was used longest ago goes first. */
export class ObjectCache {
  readonly #blobs: BoundedMap<Uint8Array>;
  /** By the id that was asked for, and whether the list is recursive. */
  readonly trees = new BoundedMap<RawTree>(MOST_ENTRIES, ({ entries }) => entries.length + 1);

  constructor(mostBytes: number = MOST_BYTES) {
    this.#blobs = new BoundedMap(mostBytes, (bytes) => bytes.length + OVERHEAD);
  }

  blob(oid: string): Uint8Array | undefined {
    return this.#blobs.get(oid);
  }

  /**
   * Keeps a blob under the id that its own bytes have, and gives that id: no answer, archive or attribute can put other
   * contents under an id.
   */
  addBlob(bytes: Uint8Array): string {
    const oid = blobId(bytes);
    this.#blobs.set(oid, bytes);
    return oid;
  }
}

/** Git's id of a blob; GitHub's repositories have SHA-1 ids. */
export function blobId(bytes: Uint8Array): string {
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}
