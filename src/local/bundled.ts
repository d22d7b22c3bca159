/** Files of the bundled standard that serve every repository which has none of its own. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BundledFiles } from '../load.js';

/** The folder of the package: the nearest one above this file that has a `spec/`. */
export function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'spec', 'vocabulary.yml'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('the package has lost its spec/ folder');
    folder = parent;
  }
  return folder;
}

/** Reads them from the package; throws where the package has lost them. */
export function bundledFiles(): BundledFiles {
  const read = (name: string) => readFileSync(join(packageRoot(), 'spec', name), 'utf8');
  return {
    vocabulary: read('vocabulary.yml'),
    consumers: read('consumers.yml'),
    localAuthorities: read('local_authorities.csv'),
  };
}
