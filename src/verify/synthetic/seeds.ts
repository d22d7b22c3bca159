/** The chance behind the synthetic sources of each CMS: what a load gives depends on it and on their day alone. */

/** A seed, and how many rows a table with a key has. */
export interface Chance {
  readonly seed: number;
  readonly rows: number;
}

/**
 * Chances that leave no table without a row that the mappings say they fill, with as few rows as do: H2 takes minutes
 * for steps that are joined to steps with more. A test names the table that a change leaves empty; then other seeds are
 * to be tried.
 */
const CHANCES: Readonly<Record<string, Chance>> = {
  eclipse: { seed: 4, rows: 500 },
  liquid_logic: { seed: 1, rows: 400 },
  mosaic: { seed: 22, rows: 130 },
};

/** Takes the name of a CMS, gives its chance. */
export function chanceOf(cms: string): Chance {
  return CHANCES[cms] ?? { seed: 20_261_127, rows: 200 };
}
