/** The files that every repository without its own is read with. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundledFiles, packageRoot } from '../../src/local/bundled.js';

test('the package is the nearest folder with a spec/ in it', () => {
  expect(JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')).name).toBe('spec-steward');
});

test('its files are those of the bundled standard', () => {
  const spec = (name: string) => readFileSync(join(packageRoot(), 'spec', name), 'utf8');
  expect(bundledFiles()).toEqual({
    vocabulary: spec('vocabulary.yml'),
    consumers: spec('consumers.yml'),
    localAuthorities: spec('local_authorities.csv'),
  });
});
