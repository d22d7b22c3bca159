/** Which files of a repository are ours to speak about. */
import type { Config, Layout } from '../config/config.js';

/** Whether a pull request changes anything of the specification, its records or its SQL. */
export function touchesOurs({ changedPaths, config }: { changedPaths: readonly string[]; config: Config }): boolean {
  return changedPaths.some((path) => isOurs(path, config.layout));
}

/** Whether a file is of the specification, its mappings, records or SQL. */
export function isOurs(path: string, layout: Layout): boolean {
  const { objects, codeSets, cms, sql, relationships, changeLog, changelogMd, spreadsheet } = layout;
  const isIn = (folder: string) => folder !== '' && path.startsWith(`${folder}/`);
  return (
    [objects, codeSets, cms, sql].some(isIn) || [relationships, changeLog, changelogMd, spreadsheet].includes(path)
  );
}
