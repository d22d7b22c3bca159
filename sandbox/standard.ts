/** The bundled standard as the files of a repository. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CONFIG_FILE } from '../src/config/config-failure.js';
import { packageRoot } from '../src/local/bundled.js';
import { policyText } from './policy.js';
import { type Edit, edited } from './proposals.js';

const FOLDERS = ['spec', 'sql'];
const FILES = ['CHANGELOG.md'];

/** A slip that the standard does not have, for the demonstration to repair. */
const SLIP: Edit = {
  path: 'spec/objects/ssd_contacts.yml',
  find: /(item_ref: CONT002A(?:\n {4}.*)*?\n {4}guidance: )/,
  write: '$1Identifer of the child. ',
};

/** Texts by path, with one slip planted and the policy of the demonstration. */
export async function bundledStandard(): Promise<Record<string, string>> {
  const root = packageRoot();
  const inFolders = await Promise.all(FOLDERS.map((folder) => filesBelow(root, folder)));
  const texts: Record<string, string> = {};
  for (const path of [...inFolders.flat(), ...FILES]) texts[path] = await readFile(join(root, path), 'utf8');
  return { ...texts, [SLIP.path]: edited(texts[SLIP.path] ?? '', SLIP), [CONFIG_FILE]: policyText() };
}

async function filesBelow(root: string, folder: string): Promise<string[]> {
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return files
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}
