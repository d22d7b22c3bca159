/** What a script does not have, a line each with its place: `steward: spec/cms/mosaic/ssd_person.yml:4:3 ...`. */
import type { LocalSide } from '../local/review-local.js';
import { terminalText } from '../report/defuse.js';
import { locateIn } from '../specification/locate-all.js';
import type { SqlProblem } from '../sql/statement.js';

/** Takes the problems of any number of scripts, gives each once. */
export function problemLines(problems: readonly SqlProblem[], { files }: Pick<LocalSide, 'files'>): readonly string[] {
  const locate = locateIn(files);
  const lines = problems.map(({ file, path, object, message }) => {
    const { line, column } = locate(file, path) ?? { line: 1, column: 1 };
    return `steward: ${terminalText(`${file}:${line}:${column} ${object}: ${message}`)}.\n`;
  });
  return [...new Set(lines)];
}
