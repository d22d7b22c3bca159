/** PostgreSQL itself, compiled to WebAssembly (npm, optional): no server, some seconds to start, 0.7 GB of memory. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { DatabaseSession, Engine } from '../engine.js';
import { engineFailed, refused } from '../refused.js';
import { jsonQuery, jsonRows } from './json-rows.js';

const PACKAGE = '@electric-sql/pglite';
const NAME = 'PGlite';

/** PGlite as an engine; it is the product. */
export const pglite: Engine<DatabaseSession> = {
  name: NAME,
  database: 'postgresql',
  tier: 'executed',
  version: async () => installedVersion(),
  open,
};

/** The package is asked, not the database: whether anything must be run at all depends on the version. */
function installedVersion(): string | null {
  try {
    const entry = createRequire(import.meta.url).resolve(PACKAGE);
    for (let folder = dirname(entry); folder !== dirname(folder); folder = dirname(folder)) {
      const manifest = manifestIn(folder);
      if (manifest?.name === PACKAGE) return manifest.version;
    }
    return null;
  } catch {
    return null;
  }
}

function manifestIn(folder: string): { name: string; version: string } | null {
  try {
    return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  } catch {
    return null;
  }
}

async function open(): Promise<DatabaseSession> {
  const { PGlite } = await import('@electric-sql/pglite');
  const database = await PGlite.create().catch((error: unknown) => {
    throw engineFailed(NAME, String(error));
  });
  const refuse = (error: unknown) => {
    throw refused(NAME, error instanceof Error ? error.message : String(error));
  };
  return {
    run: async (statement) => {
      await database.exec(statement).catch(refuse);
    },
    rows: async (query) => {
      const answer = await database.query<Record<string, string>>(jsonQuery(query)).catch(refuse);
      return jsonRows(Object.values(answer?.rows[0] ?? {})[0] ?? '[]');
    },
    close: () => database.close(),
  };
}
