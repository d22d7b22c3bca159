import type { Layout } from '../config/config.js';

/** What a file of a repository is to the specification. */
export type FileRole = 'object' | 'code set' | 'relationships' | 'change log' | 'changelog' | 'spreadsheet' | 'mapping';

const YAML = /\.ya?ml$/i;

/** The role of a path under a layout, or null when the file is none of ours. */
export function roleOf(path: string, layout: Layout): FileRole | null {
  if (path === layout.relationships) return 'relationships';
  if (path === layout.changeLog) return 'change log';
  if (path === layout.changelogMd) return 'changelog';
  if (layout.spreadsheet !== '' && path === layout.spreadsheet) return 'spreadsheet';
  if (inside(path, layout.objects)) return YAML.test(path) ? 'object' : null;
  if (inside(path, layout.cms)) return YAML.test(path) ? 'mapping' : null;
  return inside(path, layout.codeSets) ? 'code set' : null;
}

function inside(path: string, folder: string): boolean {
  return folder !== '' && path.startsWith(`${folder}/`);
}
