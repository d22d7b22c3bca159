/** A piece of a diff as two columns: runs of lines that stay, and runs that go beside those that come. */

/** Lines of a run, each with its sign; of lines that stay both sides are the same. */
export interface Run {
  readonly stays: boolean;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** Takes the lines of a unified diff, gives its runs in order. */
export function runsOf(lines: readonly string[]): readonly Run[] {
  const runs: { stays: boolean; before: string[]; after: string[] }[] = [];
  for (const line of lines) {
    const stays = !/^[+-]/.test(line);
    const last = runs.at(-1);
    // What goes is told before what comes, so a line that goes after one that came begins another run.
    const isNew = last?.stays !== stays || (line.startsWith('-') && last.after.length > 0 && !stays);
    const run = last && !isNew ? last : { stays, before: [], after: [] };
    if (run !== last) runs.push(run);
    if (!line.startsWith('+')) run.before.push(line);
    if (!line.startsWith('-')) run.after.push(line);
  }
  return runs;
}
