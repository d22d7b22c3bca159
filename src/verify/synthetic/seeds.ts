/** The seeds of the synthetic sources: what a load gives depends on them and on their day alone. */

/** Seeds by which chance leaves no table without a row that the mapping says it fills. */
const SEEDS: Readonly<Record<string, number>> = { eclipse: 11, liquid_logic: 11, mosaic: 15 };

/** Takes the name of a CMS, gives its seed. */
export function seedOf(cms: string): number {
  return SEEDS[cms] ?? 20_261_127;
}
