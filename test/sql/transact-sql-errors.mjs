// Reads scripts of Transact-SQL on stdin, as a JSON list, and prints for each what the strict grammar does not understand: in
// a process of its own, because jest's sandbox makes this parser ten times slower, and in one for all, because it learns.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const antlr = createRequire(import.meta.url)('antlr4ts-sql');
const reader = new antlr.antlr4tsSQL(antlr.SQLDialect.TSQL);

function errorsOf(script) {
  const errors = [];
  const listener = {
    syntaxError: (_, __, line, column, message) => {
      errors.push(`${line}:${column} ${message}`);
    },
  };
  const parser = reader.getParser(reader.getTokens(script, [listener]), [listener]);
  parser.interpreter.setPredictionMode(antlr.PredictionMode.SLL);
  reader.getParseTree(parser);
  return errors;
}

process.stdout.write(JSON.stringify(JSON.parse(readFileSync(0, 'utf8')).map(errorsOf)));
