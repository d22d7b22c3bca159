/** The bundled standard on every database engine that is here: each statement of each script, none refused. */
import { sha256 } from '../../src/local/review-local.js';
import { TARGETS } from '../../src/sql/targets.js';
import { ENGINES } from '../../src/verify/engines.js';
import type { Answer } from '../../src/verify/evidence-cache.js';
import { prove } from '../../src/verify/prove.js';
import { trialStatements } from '../../src/verify/trial-statements.js';
import { bundledStandard } from '../sql/build.js';

const standard = bundledStandard();
const databases = ENGINES.filter(({ tier }) => tier !== 'parsed');

test.each(databases)(
  '$name takes all of it',
  async (engine) => {
    const answers = new Map<string, Answer>();
    for (const target of TARGETS.filter(({ dialect }) => dialect.database === engine.database)) {
      const proofs = await prove(trialStatements(standard, target), engine, { answers, hash: sha256 });
      expect(proofs.length).toBeGreaterThan(140);
      expect(
        proofs.filter(({ outcome }) => outcome === 'refused').map(({ statement, said }) => `${statement}: ${said}`),
      ).toEqual([]);
      expect(new Set(proofs.map(({ outcome }) => outcome)).size).toBe(1);
      if (proofs[0]?.outcome === 'not run here')
        process.stderr.write(`not run here: ${target.name} on ${engine.name}\n`);
    }
  },
  120_000,
);
