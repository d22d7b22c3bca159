/** The bundled standard with its mappings, and what they are rendered with. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CmsMappings, Parameter } from '../../src/specification/mapping.js';
import type { Specification } from '../../src/specification/model.js';
import { readSpecification } from '../../src/specification/read-specification.js';
import type { Dialect } from '../../src/sql/dialects/dialect.js';
import type { Target } from '../../src/sql/targets.js';
import { config } from './build.js';

/** Everything below `spec/objects` and `spec/cms`. */
export function mappedStandard(): Specification {
  const paths = ['spec/objects', 'spec/cms'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  );
  const files = paths
    .filter((path) => path.endsWith('.yml'))
    .map((path) => ({ path, oid: '', bytes: new Uint8Array(readFileSync(path)) }));
  return readSpecification(files, config.layout);
}

/** The same with a value for everything that an authority has to give: digits, which fit numbers and texts alike. */
export function answered(specification: Specification): Specification {
  let last = 0;
  const given = (parameter: Parameter): Parameter =>
    parameter.value === null ? { ...parameter, value: [`${(last++ % 40) + 1}`] } : parameter;
  const cms = specification.cms.map((one) => ({
    ...one,
    fragments: { ...one.fragments, parameters: one.fragments.parameters.map(given) },
    mappings: one.mappings.map((mapping) => ({ ...mapping, parameters: mapping.parameters.map(given) })),
  }));
  return { ...specification, cms };
}

/** The mappings of a CMS. */
export function cmsNamed(specification: Specification, name: string): CmsMappings {
  const found = specification.cms.find(({ cms }) => cms === name);
  if (found === undefined) throw new Error(`there are no mappings of ${name}`);
  return found;
}

/** A CMS on a database that it has in no authority: the same mapping, executed elsewhere. */
export function twin(cms: string, dialect: Dialect): Target {
  return { name: `${cms}.${dialect.name}`, cms, dialect, title: `${cms} on ${dialect.title}` };
}
