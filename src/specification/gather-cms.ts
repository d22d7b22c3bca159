/** The files of each CMS put together. */
import type { CmsMappings, Fragments } from './mapping.js';
import type { FileContents } from './read-file.js';

interface CmsFile {
  readonly path: string;
  readonly contents: Pick<FileContents, 'mapping' | 'fragments' | 'sources'>;
}

const NO_FRAGMENTS: Fragments = { sets: [], codes: {}, parameters: [] };

/** Takes the files as read and the folder of the mappings, gives one value a CMS, in the order of their names. */
export function gatherCms(files: readonly CmsFile[], folder: string): readonly CmsMappings[] {
  const byCms = new Map<string, CmsFile['contents'][]>();
  for (const { path, contents } of files) {
    if (folder === '' || !path.startsWith(`${folder}/`)) continue;
    const [cms = ''] = path.slice(folder.length + 1).split('/');
    byCms.set(cms, [...(byCms.get(cms) ?? []), contents]);
  }
  return [...byCms].map(([cms, parts]) => ({
    cms,
    mappings: parts.flatMap(({ mapping }) => mapping ?? []),
    fragments: parts.find(({ fragments }) => fragments)?.fragments ?? NO_FRAGMENTS,
    sources: parts.find(({ sources }) => sources)?.sources ?? null,
  }));
}
