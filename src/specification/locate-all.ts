/** Lines and columns for values that know their file and path. */
import type { Finding } from './finding.js';
import { locator } from './locate.js';
import type { Path } from './model.js';
import type { Position } from './position.js';
import { decode, type SourceFile } from './source-file.js';

/** Answers where a path of a file stands, or null where the file cannot be read. Each file is read once, when asked. */
export type Locate = (file: string, path: Path) => Position | null;

/** A look-up over the files of one revision. */
export function locateIn(files: ReadonlyMap<string, SourceFile>): Locate {
  const known = new Map<string, ((path: Path) => Position) | null>();
  return (file, path) => {
    let find = known.get(file);
    if (find === undefined) {
      const source = files.get(file);
      const text = source && decode(source).text;
      find = typeof text === 'string' ? locator(file, text) : null;
      known.set(file, find);
    }
    return find ? find(path) : null;
  };
}

/** The findings with line and column, where they do not bring their own. */
export function locateFindings(findings: readonly Finding[], files: ReadonlyMap<string, SourceFile>): Finding[] {
  const locate = locateIn(files);
  return findings.map((finding) =>
    finding.line === null ? { ...finding, ...locate(finding.file, finding.path) } : finding,
  );
}
