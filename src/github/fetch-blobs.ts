/** Asking GitHub for the contents of blobs: many texts at once, or one of any kind. */
import type { Connection } from './requests.js';

/** What GitHub answers for an object that it does not have is null; the text of a binary one is null. */
type Texts = Readonly<Record<string, { readonly text?: string | null } | null>>;

/** What one request brings: of a binary blob nothing, of a long or oddly encoded one something else than it has. */
export async function fetchTexts({ at, query }: Connection, oids: readonly string[]): Promise<Uint8Array[]> {
  const fields = oids.map((oid, index) => `b${index}: object(oid: ${JSON.stringify(oid)}) { ...content }`);
  const text = `query Blobs($owner: String!, $repo: String!) {
    repository(owner: $owner, name: $repo) { ${fields.join('\n')} }
  }
  fragment content on Blob { text }`;
  const { repository } = await query<{ repository: Texts }>(text, { ...at });
  return Object.values(repository).flatMap((blob) => (typeof blob?.text === 'string' ? [Buffer.from(blob.text)] : []));
}

/** The bytes of one blob, as they are. */
export async function fetchBlob({ at, read }: Connection, oid: string): Promise<Uint8Array> {
  const { data } = await read('GET /repos/{owner}/{repo}/git/blobs/{file_sha}', { ...at, file_sha: oid });
  return Buffer.from(data.content, data.encoding === 'base64' ? 'base64' : 'utf8');
}
