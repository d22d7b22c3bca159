/** Earlier contents of files, as evidence for what an item was called before. */
import { decode } from '../specification/source-file.js';
import type { Blobs, Wanted } from './blobs.js';
import { RequestFailed } from './request-failed.js';
import type { Connection } from './requests.js';

/** Commits that touched a path, the one that made its present content among them. */
const COMMITS = 21;
const PATHS = 50;
const SYMBOLIC_LINK = 0o120000;

/** One for the history, two for the texts. */
const TEXT_REQUESTS = 2;

interface Touch {
  readonly committedDate: string;
  readonly file: (Wanted & { readonly mode: number }) | null;
}

type Histories = Readonly<Record<string, { readonly nodes: readonly Touch[] }>>;

/**
 * Texts that the paths had before the commit, newest first, with three requests at most. Where GitHub refuses, there
 * are none: history is evidence, and an answer without evidence is a question to a person.
 */
export async function earlierTexts(
  connection: Connection,
  blobs: Blobs,
  { commit, paths }: { commit: string; paths: readonly string[] },
): Promise<string[]> {
  if (paths.length === 0) return [];
  try {
    const earlier = await earlierBlobs(connection, commit, [...paths].sort().slice(0, PATHS));
    const found = await blobs.readSome(earlier, TEXT_REQUESTS);
    return earlier.flatMap(({ oid }) => {
      const bytes = found.get(oid);
      const text = bytes && decode({ path: '', oid, bytes }).text;
      return typeof text === 'string' ? [text] : [];
    });
  } catch (error) {
    if (error instanceof RequestFailed) return [];
    throw error;
  }
}

async function earlierBlobs({ at, query }: Connection, commit: string, paths: readonly string[]): Promise<Wanted[]> {
  const fields = paths.map((path, index) => {
    const literal = JSON.stringify(path);
    return `h${index}: history(first: ${COMMITS}, path: ${literal}) {
      nodes { committedDate file(path: ${literal}) { oid size mode } }
    }`;
  });
  const text = `query History($owner: String!, $repo: String!, $commit: GitObjectID!) {
    repository(owner: $owner, name: $repo) { object(oid: $commit) { ... on Commit { ${fields.join('\n')} } } }
  }`;
  const answer = await query<{ repository: { object: Histories | null } }>(text, { ...at, commit });
  const superseded = Object.values(answer.repository.object ?? {}).flatMap(({ nodes }) => supersededIn(nodes));
  superseded.sort((a, b) => Date.parse(b.until) - Date.parse(a.until));
  return [...new Map(superseded.map(({ blob }) => [blob.oid, blob])).values()];
}

/** What each commit but the oldest found at the path when it changed it. */
function supersededIn(nodes: readonly Touch[]): { until: string; blob: Wanted }[] {
  return nodes.slice(1).flatMap(({ file }, index) => {
    const until = nodes[index]?.committedDate ?? '';
    return file && file.mode !== SYMBOLIC_LINK ? [{ until, blob: file }] : [];
  });
}
