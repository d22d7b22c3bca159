/** A revision that can be altered in memory: what its files say, and the files. */
import type { Layout } from '../config/config.js';
import type { Specification } from '../specification/model.js';
import { type Memo, readSpecification } from '../specification/read-specification.js';
import { type SourceFile, textOf } from '../specification/source-file.js';

/** One revision as far as a split needs it; `Side` of load.ts is one. */
export interface Revised {
  readonly specification: Specification;
  readonly files: ReadonlyMap<string, SourceFile>;
}

/** Texts by path of the files that are to be other than they are; null where a file is to be gone. */
export type Texts = ReadonlyMap<string, string | null>;

/** The text of a file that is known to be there; throws what makes it unreadable. */
export function textAt({ files }: Revised, path: string): string {
  const file = files.get(path);
  return file ? textOf(file) : '';
}

/** The revision with the texts in place, read anew. Files that stay are known by their blobs to the memo. */
export function revise(revision: Revised, texts: Texts, { layout, memo }: { layout: Layout; memo: Memo }): Revised {
  const files = new Map(revision.files);
  for (const [path, text] of texts) {
    if (text === null) files.delete(path);
    else files.set(path, { path, oid: '', bytes: ENCODER.encode(text) });
  }
  return { files, specification: readSpecification([...files.values()], layout, memo) };
}

const ENCODER = new TextEncoder();
