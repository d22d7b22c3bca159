// A baseline: every file of a folder parsed with the npm package `yaml`, and nothing else.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const [, , folder] = process.argv;
for (const name of readdirSync(folder)) parse(readFileSync(join(folder, name), 'utf8'));
