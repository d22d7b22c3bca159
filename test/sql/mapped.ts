/** The bundled standard with its mappings, and what they are rendered with. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CmsMappings } from '../../src/specification/mapping.js';
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
