/** Identifiers as people write them: where many follow each other, as `SSD-0028..0040`, which commands take as well. */

/** Fewer than this stand one by one. */
const SHORTEST_RUN = 3;

/** Identifiers that stand for themselves, or a run of them. */
export interface Run {
  readonly text: string;
  readonly count: number;
}

/** Takes identifiers, or refs where there are none yet, and gives them in their order, shortened where they follow each other. */
export function runsOf(ids: readonly string[]): readonly Run[] {
  const runs: string[][] = [];
  for (const id of ids) {
    const run = runs.at(-1);
    if (run && follows(id, run.at(-1) ?? '')) run.push(id);
    else runs.push([id]);
  }
  return runs.flatMap((run) =>
    run.length < SHORTEST_RUN ? run.map((id) => ({ text: id, count: 1 })) : [rangeOf(run)],
  );
}

/** `SSD-0029` follows `SSD-0028`; `SSD-10000` is of another length than `SSD-9999`, and begins a run of its own. */
function follows(id: string, before: string): boolean {
  const [one, other] = [partsOf(before), partsOf(id)];
  return (
    one !== null &&
    other !== null &&
    one.prefix === other.prefix &&
    one.digits.length === other.digits.length &&
    Number(one.digits) + 1 === Number(other.digits)
  );
}

function partsOf(id: string): { readonly prefix: string; readonly digits: string } | null {
  const [, prefix = '', digits = ''] = /^(.*-)([0-9]{1,9})$/.exec(id) ?? [];
  return digits === '' ? null : { prefix, digits };
}

function rangeOf(run: readonly string[]): Run {
  return { text: `${run[0]}..${partsOf(run.at(-1) ?? '')?.digits}`, count: run.length };
}
