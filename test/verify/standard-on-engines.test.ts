/** The bundled standard on every database engine that is here: each statement of each script, none refused. */
import { sha256 } from '../../src/local/review-local.js';
import { TARGETS } from '../../src/sql/targets.js';
import { postgresServer } from '../../src/verify/engines/postgres-server.js';
import { ENGINES } from '../../src/verify/engines.js';
import type { Answer } from '../../src/verify/evidence-cache.js';
import { prove } from '../../src/verify/prove.js';
import { trialStatements } from '../../src/verify/trial-statements.js';
import { bundledStandard, object, specification } from '../sql/build.js';
import { HARMLESS } from '../sql/hostile-names.js';

const standard = bundledStandard();
/** PGlite starts slowly; where the server of the same product is here, the tests of the scripts are enough for it. */
const isServerHere = (await postgresServer.version()) !== null;
const databases = ENGINES.filter(({ name, tier }) => tier !== 'parsed' && !(isServerHere && name === 'PGlite'));
/** The tables of every CMS are the same: one target for each dialect. */
const targets = [...new Map(TARGETS.map((target) => [target.dialect.name, target])).values()];

test.each(databases)(
  '$name takes all of it',
  async (engine) => {
    const answers = new Map<string, Answer>();
    for (const target of targets.filter(({ dialect }) => dialect.database === engine.database)) {
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

describe('hostile names, executed', () => {
  const foreignKey = 'ssd_person.pers_person_id';
  const key = { name: 'pers_person_id', ref: 'PERS001A', primaryKey: true };

  test.each(databases)(
    '$name makes what was meant, and nothing else',
    async (engine) => {
      const version = await engine.version();
      for (const target of targets.filter(({ dialect }) => dialect.database === engine.database && version !== null)) {
        const names = HARMLESS.filter((name) => target.dialect.nameFault(name) === '');
        const items = names.map((name, index) => ({ name, ref: `H${index}`, foreignKey }));
        const tables = names.map((name) =>
          object(`ssd_${name}`, [
            { name: 'id', primaryKey: true },
            { name: 'x', foreignKey },
          ]),
        );
        const hostile = specification(object('ssd_person', [key]), object('ssd_x', items), ...tables);
        const options = { answers: new Map<string, Answer>(), hash: sha256 };
        const proofs = await prove(trialStatements(hostile, target), engine, options);
        expect(proofs.filter(({ element }) => element === 'create_table')).toHaveLength(names.length + 2);
        expect(proofs.flatMap(({ outcome, said }) => (outcome === 'passed' ? [] : [said]))).toEqual([]);
      }
    },
    120_000,
  );
});
