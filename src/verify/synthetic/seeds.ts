/** The chance behind the synthetic sources of each CMS: what a load gives depends on it and on their day alone. */

/** A seed, and how many rows a table with a key has. */
export interface Chance {
  readonly seed: number;
  readonly rows: number;
}

/** Chances that leave no table without a row that the mappings say they fill; forms take more rows to find each other. */
const CHANCES: Readonly<Record<string, Chance>> = {
  eclipse: { seed: 4, rows: 500 },
  liquid_logic: { seed: 6, rows: 200 },
  mosaic: { seed: 6, rows: 200 },
};

/** Takes the name of a CMS, gives its chance. */
export function chanceOf(cms: string): Chance {
  return CHANCES[cms] ?? { seed: 20_261_127, rows: 200 };
}
