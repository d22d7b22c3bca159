/**
 * Every statement of Mosaic, the one CMS whose loads run on Oracle, by the strict grammar: on a thread of what is built,
 * because jest's sandbox makes the parser ten times slower. For the other databases see `test/sql/loads-parsed`.
 */
import { sha256 } from '../../src/local/review-local.js';
import { loadParser } from '../../src/sql/expressions/parser.js';
import { targetNamed } from '../../src/sql/targets.js';
import type { Answer } from '../../src/verify/evidence-cache.js';
import { oracleParser } from '../../src/verify/parsers/oracle-parser.js';
import { prove } from '../../src/verify/prove.js';
import { remoteEngine } from '../../src/verify/remote/remote-engine.js';
import { trialStatements } from '../../src/verify/trial-statements.js';
import { mappedStandard } from '../sql/mapped.js';

/** Seconds; it takes about forty on a core of its own. */
const PATIENCE = 550;

test('the grammar of Oracle takes all of it', async () => {
  const statements = trialStatements(mappedStandard(), targetNamed('mosaic.oracle'), await loadParser());
  const options = { answers: new Map<string, Answer>(), hash: sha256 };
  const proofs = await prove(statements, remoteEngine(oracleParser, PATIENCE), options);
  expect(proofs.length).toBeGreaterThan(200);
  expect(proofs.filter(({ outcome }) => outcome !== 'passed').map(({ statement, said }) => [statement, said])).toEqual(
    [],
  );
}, 600_000);
