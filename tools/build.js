// Bundles the command into dist/steward.js, so that starting it costs little.
import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
rmSync(join(root, 'dist'), { recursive: true, force: true });
mkdirSync(join(root, 'dist'), { recursive: true });
await build({
  absWorkingDir: root,
  entryPoints: {
    steward: 'src/cli.ts',
    app: 'src/app.ts',
    'evidence-worker': 'src/app/evidence-worker.ts',
    'engine-worker': 'src/verify/remote/engine-worker.ts',
  },
  outdir: 'dist',
  chunkNames: 'chunks/[name]-[hash]',
  bundle: true,
  // They bring files of WebAssembly that they look for beside themselves.
  external: ['@electric-sql/pglite', 'libpg-query'],
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  minify: true,
  keepNames: true,
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
  define: { 'process.env.STEWARD_BUILD': JSON.stringify(sourceHash()) },
  logLevel: 'warning',
});
chmodSync(join(root, 'dist/steward.js'), 0o755);

/** One value for one state of the sources: what an older build has cached is not believed. */
function sourceHash() {
  const hash = createHash('sha256');
  const files = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const paths = files.map((entry) => join(entry.parentPath ?? entry.path, entry.name)).sort();
  for (const path of [...paths, join(root, 'package-lock.json')]) hash.update(readFileSync(path));
  return hash.digest('hex').slice(0, 16);
}
