/**
 * Values for the parameters that every local authority has to give. They are made up, so that rows come through where
 * the tables are what is looked at; no script has them, and a statement that is tried as it stands is tried without.
 */
import type { CmsMappings, Parameter } from '../specification/mapping.js';
import type { Specification } from '../specification/model.js';

/** Takes a specification, gives it with a value for every parameter of every CMS that has none. */
export function withMadeUpValues(specification: Specification): Specification {
  return { ...specification, cms: specification.cms.map(answered) };
}

/** The same of one CMS: digits, which are numbers and texts alike, and for each parameter others. */
export function answered(cms: CmsMappings): CmsMappings {
  let last = 0;
  const given = (parameter: Parameter): Parameter => {
    if (!isOpen(parameter)) return parameter;
    last += 1;
    return { ...parameter, value: [String(last)] };
  };
  return {
    ...cms,
    fragments: { ...cms.fragments, parameters: cms.fragments.parameters.map(given) },
    mappings: cms.mappings.map((mapping) => ({ ...mapping, parameters: mapping.parameters.map(given) })),
  };
}

/** Takes the mappings of a CMS, gives the names of the parameters that values are made up for, each once. */
export function parametersMadeUp({ fragments, mappings }: CmsMappings): readonly string[] {
  const all = [fragments, ...mappings].flatMap(({ parameters }) => parameters);
  return [...new Set(all.filter(isOpen).map(({ name }) => name))];
}

function isOpen({ value }: Parameter): boolean {
  return value === null;
}
