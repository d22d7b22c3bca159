/** Paths where something else stands than the layout expects; what lies below or behind them is read by nobody. */
import type { Layout } from '../config/config.js';
import { roleOf } from './layout-files.js';
import type { ReadProblem } from './model.js';
import type { SourceFile } from './source-file.js';

/**
 * Takes the files found at the places of a layout, gives a `not-a-file` problem for a folder in place of a file, a file
 * in place of a folder, and a link or submodule in or above a folder: none of them may look like an empty place.
 * A link at the path of a file is for the reader of that file to refuse.
 */
export function misplacedFiles(files: readonly SourceFile[], layout: Layout): ReadProblem[] {
  const { objects, codeSets, cms, relationships, changeLog, changelogMd, spreadsheet } = layout;
  const folders = [objects, codeSets, cms].filter((path) => path !== '');
  const single = [relationships, changeLog, changelogMd, spreadsheet].filter((path) => path !== '');
  const problems = files.flatMap(({ path, kind = 'file' }) => {
    const taken = single.find((place) => isInside(path, place));
    if (taken) return [problem(taken, 'folder', 'file')];
    const isPlace = folders.includes(path) || (kind !== 'file' && [...folders, ...single].some(isBelow(path)));
    if (isPlace) return [problem(path, kind, 'folder')];
    const isHidden = kind !== 'file' && folders.some((folder) => isInside(path, folder));
    return isHidden && roleOf(path, layout) === null ? [problem(path, kind, 'file')] : [];
  });
  return [...new Map(problems.map((one) => [one.file, one])).values()];
}

function isInside(path: string, folder: string): boolean {
  return path.startsWith(`${folder}/`);
}

function isBelow(folder: string): (path: string) => boolean {
  return (path) => isInside(path, folder);
}

function problem(path: string, found: string, expected: string): ReadProblem {
  const message = `there is a ${found} where a ${expected} is expected`;
  return { code: 'not-a-file', file: path, path: [], message, expected: `a ${expected}`, severity: 'error' };
}
