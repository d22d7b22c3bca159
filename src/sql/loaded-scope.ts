/** Whose records a script loads, and how many years of them. */
import { COHORT_OBJECT } from './catalogue.js';
import type { Load } from './loads/load.js';
import type { Loading } from './loads/plan-load.js';

/** What an analyst has to know of the rows before the tables go anywhere. */
export interface LoadedScope {
  /** Names of the conditions of which one makes a person part of the extract; empty where there is no such rule. */
  readonly cohort: readonly string[];
  /** How many tables are filled, and how many of these look at the years of the settings. */
  readonly fills: number;
  readonly byYears: number;
}

/** Takes the loads of a script and the CMS that they are from. */
export function loadedScope(loads: readonly Load[], { cms: { mappings } }: Loading): LoadedScope {
  const persons = mappings.find(({ object }) => object === COHORT_OBJECT);
  return {
    cohort: persons?.cohort.map(({ name }) => name) ?? [],
    fills: loads.length,
    byYears: loads.filter(looksBack).length,
  };
}

/** Whether a load, or a set that it reads, asks where the window begins. */
function looksBack(load: Load): boolean {
  return JSON.stringify(load).includes('"name":"window_start"');
}
