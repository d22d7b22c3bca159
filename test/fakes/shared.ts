/** Recorded versions and facts that lie beside the repository in `../shared`; not everybody has them. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SHARED = fileURLToPath(new URL('../../../shared', import.meta.url));

/** A path below `../shared`. */
export function shared(...steps: string[]): string {
  return join(SHARED, ...steps);
}

/** A `describe` that is skipped aloud where `../shared` is missing; the body is then not even read. */
export function describeWithShared(name: string, body: () => void): void {
  if (existsSync(SHARED)) {
    describe(name, body);
    return;
  }
  process.stderr.write(`skipped, there is no ${SHARED}: ${name}\n`);
  describe.skip(name, () => {
    test('needs ../shared', () => undefined);
  });
}
