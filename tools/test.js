// `npm test`: everything that CI runs - format and lint, types, the build, all tests - and a closing line that counts.
// With --accept the expected files of the golden cases are written anew.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { install, root, run } from './ready.js';

install();
const bin = (name) => join(root, 'node_modules', '.bin', name);
const totals = { passed: 0, failed: 0, skipped: 0 };
const accept = process.argv.includes('--accept');

step('format and lint', () => run(bin('biome'), ['check', '.']));
step('types', () => run(bin('tsc'), ['--noEmit']));
step('build', () => run(process.execPath, ['tools/build.js']));
tests();

const skipped = totals.skipped > 0 ? `, ${totals.skipped} skipped` : '';
console.log(`\n${totals.passed} passed, ${totals.failed} failed${skipped}`);
process.exit(totals.failed > 0 ? 1 : 0);

function step(name, action) {
  console.log(`\n== ${name}`);
  const code = action();
  if (code === 0) totals.passed += 1;
  else {
    totals.failed += 1;
    console.error(`${name}: failed (exit ${code})`);
  }
}

function tests() {
  console.log('\n== tests');
  const folder = mkdtempSync(join(tmpdir(), 'steward-test-'));
  const outputFile = join(folder, 'results.json');
  const env = {
    ...process.env,
    NODE_OPTIONS: '--experimental-vm-modules --no-warnings',
    ...(accept ? { ACCEPT: '1' } : {}),
  };
  run(bin('jest'), ['--ci', '--json', `--outputFile=${outputFile}`], { env });
  count(outputFile);
  rmSync(folder, { recursive: true, force: true });
}

/** A suite that could not run counts as one failure; what was skipped is named. */
function count(outputFile) {
  let results;
  try {
    results = JSON.parse(readFileSync(outputFile, 'utf8'));
  } catch {
    console.error('jest left no results');
    totals.failed += 1;
    return;
  }
  totals.passed += results.numPassedTests;
  totals.failed += results.numFailedTests + results.numRuntimeErrorTestSuites;
  totals.skipped += results.numPendingTests + results.numTodoTests;
  if (results.numTotalTests === 0) totals.failed += 1;
  for (const suite of results.testResults) {
    for (const test of suite.assertionResults) if (test.status === 'pending') console.log(`skipped: ${test.fullName}`);
  }
}
