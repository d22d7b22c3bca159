/** A strict grammar of Transact-SQL (antlr4ts-sql). It is known to miss a lost comma between two columns. */
import type { Engine } from '../engine.js';
import { gatherErrors, parserSession, type SyntaxFault } from './syntax-fault.js';

/** The version that is built in; a test holds it against package.json. */
const VERSION = '1.1.0';

/** Takes a script or a statement, gives what is not Transact-SQL in it. */
export async function parseSqlServer(sql: string): Promise<readonly SyntaxFault[]> {
  const { antlr, TSqlLexer, TSqlParser, CaseChangingStream } = await load();
  const { listener, errors } = gatherErrors();
  const lexer = new TSqlLexer(new CaseChangingStream(antlr.CharStreams.fromString(sql), true) as never);
  const parser = new TSqlParser(new antlr.CommonTokenStream(lexer));
  for (const recognizer of [lexer, parser]) {
    recognizer.removeErrorListeners();
    recognizer.addErrorListener(listener as never);
  }
  parser.interpreter.setPredictionMode((await predictionModes()).SLL);
  parser.tsql_file();
  return errors;
}

/** antlr4ts-sql as an engine that reads. */
export const sqlserverParser: Engine = {
  name: 'antlr4ts-sql',
  database: 'sqlserver',
  tier: 'parsed',
  version: async () => VERSION,
  open: async () => parserSession('antlr4ts-sql', parseSqlServer),
};

/** This grammar alone: the package's own entry loads those of four languages. */
async function load() {
  const [antlr, lexer, parser, stream] = await Promise.all([
    import('antlr4ts'),
    import('antlr4ts-sql/dist/src/grammar-output/tsql/TSqlLexer.js'),
    import('antlr4ts-sql/dist/src/grammar-output/tsql/TSqlParser.js'),
    import('antlr4ts-sql/dist/src/models/CaseChangingStream.js'),
  ]);
  return { antlr: antlr.default, ...lexer.default, ...parser.default, ...stream.default };
}

async function predictionModes() {
  const { default: module } = await import('antlr4ts/atn/PredictionMode.js');
  return module.PredictionMode;
}
