/** A strict grammar of Oracle's SQL and PL/SQL. The first statements of each kind take seconds, later ones little. */
import type { Engine } from '../engine.js';
import { gatherErrors, parserSession, type SyntaxFault } from './syntax-fault.js';

/** The version that is built in; a test holds it against package.json. */
const VERSION = '1.1.1';

/** The prediction modes of ANTLR: the quick one never takes what the full one refuses, but may refuse too much. */
const QUICK = 0;
const FULL = 1;

/** Takes a script or a statement, gives what is neither SQL, PL/SQL nor SQL*Plus in it. */
export async function parseOracle(sql: string): Promise<readonly SyntaxFault[]> {
  const quick = await parseIn(QUICK, sql);
  return quick.length === 0 ? quick : parseIn(FULL, sql);
}

/** ts-plsql-parser as an engine that reads. */
export const oracleParser: Engine = {
  name: 'ts-plsql-parser',
  database: 'oracle',
  tier: 'parsed',
  version: async () => VERSION,
  open: async () => parserSession('ts-plsql-parser', parseOracle),
};

/** What every recognizer of ANTLR can; the package's types leave it out. */
interface Recognizer {
  removeErrorListeners(): void;
  addErrorListener(listener: unknown): void;
  readonly _interp: { predictionMode: number };
}

async function parseIn(mode: number, sql: string): Promise<readonly SyntaxFault[]> {
  const { getParserFromInput } = await import('@griffithswaite/ts-plsql-parser');
  const { listener, errors } = gatherErrors();
  const parser = getParserFromInput(sql);
  const recognizer = parser as unknown as Recognizer & {
    readonly _input: { readonly tokenSource: Recognizer };
  };
  recognizer._interp.predictionMode = mode;
  for (const each of [recognizer, recognizer._input.tokenSource]) {
    each.removeErrorListeners();
    each.addErrorListener(listener);
  }
  parser.sql_script();
  return errors;
}
