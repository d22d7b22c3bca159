// The peer beside us: `buf breaking`, which compares two revisions of a schema.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { writeTexts } from './ground.js';

const PACKAGE = '@bufbuild/buf@1.75.0';
const TYPES = { bit: 'bool', int: 'int32', float: 'double', datetime: 'int64', date: 'int64' };

/** Fetches buf from npm into a folder; gives its binary and npm's command for it, or null where there is none. */
export function fetchBuf(folder) {
  const args = ['install', '--no-save', '--no-audit', '--no-fund', '--ignore-scripts', '--prefix', folder, PACKAGE];
  spawnSync('npm', args, { stdio: 'ignore', timeout: 120_000 });
  const modules = join(folder, 'node_modules');
  const binary = join(modules, '@bufbuild', `buf-${process.platform}-${process.arch}`, 'bin', 'buf');
  return existsSync(binary) ? { binary, command: join(modules, '.bin', 'buf') } : null;
}

/** Writes both revisions as buf reads them: one message a data object, one field a data item, its text a comment. */
export function writeProtos(folder, base, head) {
  for (const [name, files] of Object.entries({ base, head })) {
    const objects = [...files].filter(([path]) => path.startsWith('spec/objects/'));
    const protos = objects.map(([path, text]) => [path.replace(/^.*\/(.*)\.yml$/, `${name}/$1.proto`), proto(text)]);
    writeTexts(folder, new Map(protos));
  }
  return folder;
}

function proto(text) {
  const messages = parse(text).nodes.map(({ name, fields }) => `message ${name} {\n${fields.map(field).join('')}}\n`);
  return `syntax = "proto3";\npackage specification;\n${messages.join('')}`;
}

function field({ name, type, item_ref: ref, description }, index) {
  return `  // ${ref}: ${description}\n  ${TYPES[type] ?? 'string'} ${name} = ${index + 1};\n`;
}
